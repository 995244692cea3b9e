"""What people say of records, letters and complaint handling, and how decisions write it: a table of ``terms``."""

INFORMATION_AND_COMPLAINTS = r"""
un-?redacted | not redacted | (?:failed|forgot|didn'?t) (?:to )?redact\w* +> left unredacted
    ; failed to redact; personal information disclosed
(?:new |home |our |my |her |his )?address(?=.*\b(?:ex|redact\w*|leak\w*|gave|given|disclos\w*|shared|sent|report)\b)
    | (?:gave|given|leaked|told|shared|disclosed|sent|passed|revealed|left) (?:\w+ ){0,6}address | unredacted address
    +> home address disclosed; address disclosed to a third party; address disclosed to an ex-partner
data (?:breach\w*|leak\w*|protection) | GDPR | privacy breach | breach of (?:data|privacy|confidential\w*)
    => data breach; personal information disclosed; sensitive personal information disclosed
wrong (?:person|people|family|house|email)
    | (?:somebody|someone|person) who (?:wasn'?t|shouldn'?t|wasnt|shouldnt) (?:\w+ )*?(?:have|supposed|see)\w*
    | someone'?s (?:else'?s )?(?:details|data|letter) | another (?:child|person|family)'?s
    | (?:sent|given|disclosed|posted|e-?mailed|delivered) (?:\w+ ){0,4}by (?:accident|mistake)
    +> personal information sent to the wrong person
    ; sensitive personal information disclosed to third parties; data breach
(?:e-?mailed|sent|shared|passed|gave|disclosed|told) (?:\w+
    )?(?:my|our|her|his|their|sensitive|private|confidential|personal|medical) (?:\w+
    ){0,4}(?:info\w*|details|data|stuff|records?|file|report|history|diagnos\w+|plan|ex|partner)
    +> sensitive personal information disclosed; information shared without consent
<told on> => complainant's identity given to the person complained about; confidentiality; identity of referrer
    disclosed; personal information disclosed
medical (?:stuff|info\w*|details|history|notes) => medical records
ICO | info(?:rmation)? commissioner\w* => Information Commissioner
FOIA?s? | EIR | freedom of info\w* => freedom of information request
D?SARs? | subject access(?: requests?)? => subject access request
(?:lost|losing|lose|mislaid|misplaced) (?:\w+
    ){0,3}(?:file|files|records?|documents?|docs?|papers?|letter|passport|ID|it all|them all|forms?)
    | (?:file|files|records?|documents?|docs?|letter|ID) (?:\w+ ){0,2}(?:lost|gone missing|missing|mislaid)
    | lost (?:it|them) all +> records lost; documents lost; care records lost
(?:not|n'?t|un) ?true | untrue | lies | twist\w+ | misquot\w+ | made up | wrong facts
    | (?:full of|loads of) (?:errors|mistakes|lies) | (?:got|had) (?:it |facts )?(?:all )?wrong
    | factual(?:ly)? (?:errors?|wrong|incorrect) => inaccurate information; factual errors; inaccurate assessment
delete\w* | erase\w* | (?:correct|amend|change|fix) (?:it|them|the (?:record|file|report)) | wo?n'?t correct
    +> refusal to delete records; errors not corrected; inaccurate information kept on file
(?:fobbed|fobbing|fob) (?:\w+ )?off | ghosted | ghosting (?:me|us) | radio silence
    | (?:never|not|no ?one|nobody|\w+n'?t) (?:\w+ )?(?:repl(?:y|ies|ied)|answer(?:s|ed)?|respond(?:s|ed)?|g[eo]ts? back
    |(?:call|phone|ring|rang|r[iu]ng|come|came)(?:s|d|ed)? (?:\w+ )?back|return\w* (?:\w+ ){0,2}calls?)
    | ignor(?:ed|ing) (?:me|us|my|our|emails?|calls?|letters?) => poor communication; no reply
(?:no ?one|nobody|never|\w+n'?t) (?:\w+ )?(?:tells?|told) (?:me|us) (?:anything|what'?s (?:going on|happening))
    | kept (?:me |us )?in the dark | (?:never|not|n'?t) (?:been )?(?:kept|keep) (?:me |us )?(?:informed|updated|posted)
    => poor communication
duff | dodgy | rubbish(?= (?:reasons?|investigation|decision|job)) | (?:no|without|any) (?:explanation|reasons?)
    => inadequate reasons; reasons not explained
generic | cut (?:and|&|n) paste | copy (?:and|&|n) paste | standard letter => inadequate reasons
    ; factors in the decision not recorded
mucked (?:us|me|about)\w*(?: about)? | messed (?:us|me) (?:about|around) | gave the runaround | pillar to post
    => poor communication; poor customer service
knocked back | turned down | rejected | refused | said no => refused; refusal
sat on (?:it|this|my|the) | sat (?:unassessed|untouched|there|unopened) | drag\w+ (?:\w+ )?(?:feet|heels|on)
    | (?:took|taken|takes|taking|waited| waiting) (?:\w+ ){0,3}(?:ages|forever|months|years|yrs|mths|yr|weeks|wks)
    | (?:\d+|two|three|four|five|six|seven|eight|nine|ten) (?:months|mths|years|yrs|weeks|wks)(?:
    (?:late|overdue|wait|delay|to \w+))? +> delay
nowt | did nothing | done nothing | nothing (?:has )?(?:been )?(?:done|happened) | no action => no action taken
    ; actions not completed
(?:promised|agreed|supposed|told) (?:\w+ ){0,2}to (?:pay|do|fix|sort)
    .{0,50}(?:hasn'?t|havent|haven'?t|never|still|not)
    | (?:last|previous|earlier|first) (?:ombudsman|lgo|lgsco) (?:case|decision|complaint)
    | didn'?t (?:do|carry out) what .{0,20}agreed
    | (?:do(?:es)?n'?t|didn'?t|(?:does|did|do) not|won'?t|ha(?:s|ve)n'?t|has not|refus\w+ to|fail\w* to)
    (?:do|done|carr(?:y|ied) out|compl(?:y|ied) with|follow(?:ed)?|accept(?:ed)?) (?:what )?(?:the
    )?(?:ombudsman|lgo|lgsco|remedy|recommendations?) +> agreed remedy not carried out; promised remedy not paid
    ; delay in paying an agreed remedy
reasonable adj\w* => reasonable adjustments
vexatious | unreasonable complainant | banned from contact\w* => vexatious complainant policy
discriminat\w+ | racis\w+ | racial | equality act | PSED +> Equality Act duty; racial bias; reasonable adjustments
tribunal +> tribunal; right of appeal
(?:complain\w* )?(?:too late|out of time) | late complaints?(?! (?:response|repl|handl|answer|investig)\w*)
    | complain(?:ed|ts?|ing) (?:\w+ ){0,3}(?:too )?late(?! (?:response|repl)\w*)
    | (?:12|twelve)[- ]months? (?:rule|limit|time limit|deadline) => complaint made too late; late complaint
(?:only )?(?:just )?found out (?:last|this|in|recently) | years ago | historic(?:al)?
    +> late complaint; historic
offer\w* (?:\w+ ){0,3}(?:only )?(?:after|once) (?:\w+ ){0,3}(?:complain\w*|ombudsman)
    => remedy offered; insufficient remedy offered; inadequate remedy offered
appeal rights? | (?:never|not) (?:told|said|informed) (?:\w+ ){0,3}(?:could |can )?appeal
    +> appeal rights not explained; no appeal rights given
back ?dat\w* => backdated
(?:one|1|two|2) (?:e-?mail|call|letter|contact)s? (?:a|per) (?:week|month|fortnight)
    | (?:single|named|sole) point of contact | (?:banned|barred|block\w*) (?:\w+ ){0,3}(?:from
    |me )?(?:contact\w*|calling|ringing|e-?mail\w*|phon\w*|the office\w*)
    | restrict(?:ed|ing|ion|ions) (?:\w+ ){0,2}contact | contact restrictions? | persistent complain\w+
    => vexatious complainant policy; restricted contact; contact restrictions
"""

# Phrases that say how something was done and not what: decisions of every subject have them, and none is about them.
OF_EVERY_SUBJECT = frozenset(
    {
        "refused",
        "refusal",
        "delay",
        "not delivered",
        "not provided",
        "not secured",
        "poor communication",
        "poor customer service",
        "no reply",
        "no action taken",
        "actions not completed",
        "inadequate reasons",
        "reasons not explained",
        "factors in the decision not recorded",
        "evidence not considered",
        "challenge not considered",
        "errors not corrected",
        "late complaint",
        "complaint made too late",
        "historic",
        "tribunal",
        "right of appeal",
        "reasonable adjustments",
        "backdated",
        "refund",
        "assessment",
        "neighbour",
        "children's services",
        "care provider",
    }
)

# Those of them that are findings by themselves, in decisions of every subject: asked about alone, they can be shown.
FINDINGS_OF_EVERY_SUBJECT = frozenset({"poor communication", "complaint made too late"})
_WHO_DID_IT = """
social worker workers officer officers caseworker caseworkers staff manager managers team teams department
departments allocated case duty person authority local months month years year over old phone calls email emails
message messages ever always keep keeps anybody letter letters queries query enquiry enquiries question questions
anything son sons daughter mum mother dad father child children wife husband partner family
"""
# Who did it, or how long ago it was, makes no subject of such a finding.
WHO_DID_IT: frozenset[str] = frozenset(_WHO_DID_IT.split())
