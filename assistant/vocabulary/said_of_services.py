"""What people say of all but care, and how decisions write it: the other tables of ``terms``."""

BENEFITS_AND_TAX = r"""
HB => housing benefit
CTR | CTRS | CTS | LCTS | council tax (?:reduction|benefit|rebate|discount) => council tax support
    ; council tax reduction
c/?tax | ct(?= (?:bill|arrears|refund|account|debt|summons)\w*) | poll tax => council tax
DHPs? => discretionary housing payment
bailiffs? | marstons? | rundles? | jacobs | bristow(?: & sutor)? | debt collect\w+
    | enforcement (?:officers?|firm|company) => enforcement agents; bailiffs
(?:case|debt|account|it) (?:to|with) (?:the )?bailiffs? +> case wrongly sent to enforcement agents; enforcement agents
(?:schizophreni\w+|bipolar|vulnerable|mentally ill|mental health|dementia|learning
    disab\w+|autis\w+)(?=.*\b(?:bailiff|marston|rundle|council tax|debt|arrears|enforcement|summons))
    +> vulnerability not considered; reasonable adjustments
somebody else'?s? (?:council tax|debt|bill) | someone else'?s? (?:council tax|debt|bill) | not my debt
    +> enforcement agents sent to the wrong person; council tax bills sent to the wrong address
liability orders? | summons(?:ed)? | court costs +> council tax summons; liability order
(?:pay(?:ment)?|repayment) (?:plan|arrangement|deal) | instal?ments? => payment arrangement; arrears
refund(?:ed)? (?:\w+ ){0,4}(?:council tax|c/?tax) | (?:council tax|c/?tax) (?:\w+ )?(?:refund|credit|overpaid|back)
    +> delay issuing a council tax refund; refund
(?:claw(?:ing|ed)? back|recoup\w*|overpaid|overpayments?) => overpayment; recovery of overpaid benefit
(?:lockdown|covid|pandemic|corona\w*|business|small business|LRSG|ARG|RHLG) (?:support )?(?:business
    )?(?:grant|money|fund)s? | one of the lockdown grants => COVID-19 business grant; discretionary business grant
    ; grant scheme
(?:isolation|test and trace) (?:support )?(?:payment|grant|money) => self-isolation support payment
(?:energy|cost of living) (?:rebate|payment) => council tax energy rebate
single person(?:'?s)? discount | SPD => single person discount
business rates | NNDR | rates relief +> business rates
charging order +> charging order; settlement figure
banding(?= (?:of|appeal|valuation)) | VOA => council tax band
empty (?:home|house|property) premium | second home => empty property premium
(?:crisis|welfare|hardship) (?:grant|payment|fund)s? | HSF | household support => local welfare payment
    ; discretionary payment
(?:review|appeal) (?:\w+ ){0,4}(?:never|not) (?:\w+ )?(?:passed|sent|forwarded)? ?(?:to|on to)? ?(?:the )?tribunal
    +> delay in dealing with a housing benefit appeal; benefit review request
"""

EDUCATION = r"""
EHCPs? | EHC plans? | education,? health (?:and|&) care plans? => EHC plan
(?:EHCP?|EHC plan) (?:is |was |came |comes )?(?:\w+ ){0,5}(?:late|overdue|delayed) | (?:20|twenty)[- ]weeks?
    +> EHC plan issued late; delay in EHC assessment and plan
EHCN?As? | EHC needs assess\w* | assess (?:\w+ ){0,3}for an? (?:EHCP?|EHC plan|plan) => EHC needs assessment
    ; delay in an EHC needs assessment
ed(?:ucational|ucation)?\.? psych\w* | EPs? | ed psychs? => educational psychologist
    ; shortage of educational psychologists
s\.? ?19 | section 19 => section 19 duty; alternative provision; no suitable education
AP(?! report) => alternative provision
EOTAS | EOTIS => education otherwise than at school; alternative provision
psych(?:iatric)? (?:ward|unit|hospital) | CAMHS | breakdown | self[- ]?harm\w*
    | mental health(?=.*(?:school|tutor|education)) +> mental ill health
    ; no alternative education during mental ill health
EBSA | EBSNA | school refus\w+
    | (?:couldn'?t|can'?t|cannot|won'?t|unable to|cant|couldnt|wont) (?:get into|attend|go to|go into|face|manage)
    (?:to )?school | too (?:anxious|ill|unwell|poorly|sick) (?:for|to (?:attend|go to)) school
    => unable to attend school; no alternative education during illness; no suitable education
(?:no|without|any|missed|missing|lost|zero) (?:\w+ )?(?:schooling|tuition|tutor|lessons?|education|teaching|school
    place) | out of (?:school|education) | off school | not in school | no school
    | nothing since (?:sept\w*|jan\w*|easter|summer) => no suitable education while out of school
    ; no alternative education; alternative provision duty not properly considered
tutor(?:ing|s)? | home tuition | (?:1|one|2|two|few) h(?:ou)?rs? a (?:day|week) +> inadequate tutoring
    ; part-time alternative provision
SALT | SLT | speech (?:and|&|n) lang\w*(?: therapy)? | speech therap\w+ => speech and language therapy
    ; therapy in the EHC plan not delivered
therap(?:y|ies) | physio\w* | hydrotherapy +> therapies in the EHC plan not provided
(?:1|one)[ :\-]?(?:to|2|:)[ \-]?(?:1|one) | LSA | (?:TA|teaching assistant) (?:hours|support|time)
    => one-to-one support; teaching assistant support in the EHC plan
sec(?:tion)?\.? f | (?:provision|support|help) in (?:the|his|her|my) (?:EHCP?|EHC plan|plan|statement)
    => special educational provision in the EHC plan; EHC plan provision not delivered
(?:not|never|hasn'?t|isn'?t|wasn'?t|didn'?t|stopped) (?:\w+ )?(?:delivered|provided|happened|turned up|put in|getting)
    | never turned up +> not delivered; not provided; not secured
statement(?= (?:of|hours|never|says|of sen|provision)) => statement of SEN; EHC plan
sec(?:tion)?\.? [bi] +> school named in the EHC plan; tribunal appeal
ARs? | annual reviews? => annual review of the EHC plan; annual review delayed
(?:final )?amended (?:EHC )?plan | amend(?:ed)? (?:the |his |her )?(?:EHCP?|plan) => amended EHC plan
    ; amended EHC plan issued late after annual review
finali[sz]e\w* | final plan => final EHC plan
SENDIST(?: order)? | SEND? tribunal(?: order)? | tribunal order(?:ed)? | tribunal (?:win|won|decision)
    => tribunal order; EHC plan delayed after a tribunal order
(?:appealed|appealing|appeal) (?:\w+ ){0,6}(?:SENDIST|tribunal) | (?:hearing|tribunal) in
    => matter overlapping with a tribunal appeal
conceded => conceded appeal
SENCO => special educational needs coordinator
SEND?(?! me|ing|s) +> special educational needs
moved? (?:area|county|borough|councils?|LA) | new (?:LA|council|area) +> move to a new area
    ; plan provision not made after moving area
(?:post[- ]?16|sixth form|6th form|college) +> post-16; college placement
PEX | perm(?:anent(?:ly)?)?\.? ?exclu\w+ | excluded(?! from the (?:meeting|assessment)) | expelled
    => permanent exclusion; school exclusion
IRP => independent review panel; exclusion
IAP | school (?:place )?appeals? | admissions? appeals? | school place => school admission appeal
    ; admission appeal not properly considered
(?:panel|they) (?:\w+ )?(?:dodged|ignored|wouldn'?t answer|didn'?t answer) (?:\w+ )?questions?
    +> questions unanswered at an appeal
in[- ]?year | (?:school|class) (?:move|transfer) +> in-year admission
EHE | home[- ]?(?:ed\w*|school\w*) => home education
reduced timetable | part[- ]?time timetable => part-time timetable; reduced timetable
(?:school|college) (?:travel|bus(?:es)?|taxi\w*|trans?port\w*|run|minibus) | home[- ]to[- ]school(?: transport)?
    | (?:bus(?:es)?|taxis?|transport|minibus)(?:/\w+)? (?:\w+ )?(?:to|for) (?:\w+ ){0,2}school => school transport
    ; school transport refused
(?:my |his |her |our )(?:son|daughter|child|lad|boy|girl|kid)'?s? (?:bus|taxi|transport|minibus|escort)
    | (?:bus|taxi) driver | (?:bus|transport)(?=.*(?:college|post[- ]?16|sixth form)) +> school transport
    ; pick-up and drop-off; post-16 transport
mileage (?:payment|rate|allowance) | petrol money +> personal travel budget; travel allowance; transport costs
absen(?:ce|t) | attendance | not (?:been )?attending +> child's absence from school
    ; no suitable education while out of school
(?:pay|paying|paid|forking out|spent|spending)(?: for)? (?:the |for )?(?:taxis?|fares?|petrol|mileage|cabs?)
    | taxi (?:fares?|costs?|receipts) => transport costs; reimburse transport costs; travel costs refunded
escorts? | passenger assist\w* | chaperone => passenger assistance on school transport; escort
(?:go|travel|ride|walk) with (?:my|him|her|them)(?: (?:son|daughter|child))? | accompan(?:y|ied)
    +> parent accompaniment
(?:walking|walk|safe) (?:route|distance|to school) | (?:2|3|two|three)(?:\.\d)? miles? +> ability to walk to school
    ; unsafe walking route; school transport
(?:speak|talk|present|say) (?:\w+ ){0,3}(?:hearing|appeal|panel) | let me speak
    +> no chance to present an appeal verbally
travel (?:pass|budget|allowance) | PTB => personal travel budget; travel allowance
pulled (?:him|her|them) out of school | withdr\w+ from school +> withdrawal from school; home education
phase transfer => phase transfer EHC plan
"""

ENVIRONMENT = r"""
EHOs? | env(?:ironmental)?\.? health | EH(?= (?:did|said|team|officer|won|have)) => environmental health
    ; statutory nuisance investigation
ASB | anti[- ]?social(?: behaviour)? => antisocial behaviour; antisocial behaviour reports
(?:community|ASB) triggers? | ASB (?:case )?reviews? => antisocial behaviour case review; community trigger
CPNs? | CPWs? | community protection => community protection notice
FPNs? => fixed penalty notice
(?:neighbou?rs?'?s?|next ?door'?s?) (?:kids?|lads?|yobs?|tenants?) | yobs? | vandal\w* | smashing
    +> antisocial behaviour by children; antisocial behaviour reports
bin ?(?:men|lorry|crew|day|collections?|rounds?) | bins | (?:green|brown|blue|black|grey) bins? | rubbish
    | wheelie bins? | dustm[ae]n => bin collection; missed bin collections; refuse collection
bin +> bin collection; refuse and recycling
(?:new|replacement|broke\w*|damaged) bins? => replacement bin charges; damaged bin
(?:bins? )?(?:left|leaving|dumped|put back|returned) (?:\w+ ){0,2}(?:in the road|on the pavement|wrong place)
    +> bins not returned to the agreed place
assisted (?:pull[- ]?outs?|collections?|bins?|list|lift)(?: list)? | pull[- ]?out(?: list)? => assisted collection
    ; missed assisted bin collections
(?:garden|green|brown) (?:waste )?bin | garden waste +> garden waste collection; garden waste bin
recycling +> recycling collection
fly[- ]?tip\w* => fly tipping
(?:pub|club|music|party|loud|bar|night ?club) (?:noise|music) | loud music | noisy | barking | noise => noise nuisance
    ; noise reports; delay starting a statutory nuisance investigation
(?:building|construction) site | dust | fumes? | smoke | odou?rs? | smells? | stink\w*
    => noise, dust and smell nuisance from a business; pollution
(?:prosecut\w+|abatement|noise notice)(?=.*(?:noise|music|dog|pub)?) +> abatement notice
    ; decision whether to prosecute
taxi (?:badge|licen[cs]e|plate|driver)s? | hackney | private hire | PHV | cabbie | minicab => taxi licence
    ; private hire licence; delay renewing a taxi driver licence
(?:lost|loss of) (?:earnings|wages|income) | (?:my )?wages back | couldn'?t work +> loss of earnings
(?:alcohol|premises|street trading|event) licen[cs]\w+ +> licensing decision
grave(?:stone)?s? | headstones? | memorials? | burials? | cemeter\w+ | crem(?:atorium)? | ashes +> memorial; burial
    ; cemetery
TPOs? => tree preservation order
rats? | vermin | mice | pest control +> pests; disrepair
"""

HOUSING = r"""
TA(?! (?:hours|support|time)) | temp(?:orary)?\.? ac+om+\w* | temp housing | interim ac+om+\w*
    => temporary accommodation; interim accommodation
emergency ac+om+\w* | somewhere (?:to stay|for the night) | (?:no|any)(?:where| place)? to (?:stay|live|sleep)
    | slept? in (?:the|my|a|her|his) car | bus shelter | on the streets? | rough sleep\w* | slept rough
    => interim accommodation; no interim accommodation provided; delay providing interim accommodation
b ?(?:&|and|n|'n'|\+) ?bs? | travelodge | premier inn | hotel(?: rooms?)? => bed and breakfast
    ; family kept in bed and breakfast beyond six weeks
(?:6|six)[- ]?(?:wk|week)s?(?: (?:limit|rule|max))? => six weeks; bed and breakfast beyond six weeks
PHPs? | personali[sz]ed housing plan => personalised housing plan; no personalised housing plan issued
s\.? ?18[48] | section 18[48] => interim accommodation duty; homelessness inquiries
s\.? ?202 | section 202 | suitability reviews? | review of (?:the )?(?:flat|place|house|accom\w*|suitability)
    => suitability review; suitability review too slow
(?:relief|main|prevention|full) duty | s\.? ?193 => main housing duty; homelessness duty
homeless\w* decision\w* | (?:decision|decide|deciding)(?=.*homeless) +> late homelessness decision
    ; delay deciding a homelessness application; delay deciding the main housing duty
(?:right to|ask for|asked for|request(?:ed)?|told) (?:\w+ ){0,4}review +> review rights not given; suitability review
(?:all|family|us|kids?|baby|newborn|\d) (?:\w+ ){0,3}in (?:one|a|1|the same|a single) (?:small )?(?:bed)?room
    | (?:no|without|shared?|sharing) (?:a )?(?:cooker|kitchen|bathroom|cooking)\w* +> unsuitable interim accommodation
    ; family kept in bed and breakfast beyond six weeks; overcrowded interim accommodation
(?:presented|present|went|applied|approached) (?:\w+ )?(?:as |for )?homeless\w* | made homeless | homeless app\w*
    => homelessness application; homelessness not assessed properly
homeless(?:ness)?(?: (?:team|dept|unit|options))? | housing options +> homelessness; homelessness application
(?:turned|sent|turn) (?:\w+ )?away | try (?:the )?(?:next|another) (?:council|borough) | gate ?keep\w*
    +> applicant told to go to another council; no homelessness application taken; no inquiries made
s\.? ?21(?: notice)? | section 21 | evict(?:ed|ion|ing) => eviction; homelessness
fled | fleeing | DV | DA | domestic (?:violence|abuse) | refuge | abusive (?:ex|partner|husband) => domestic abuse
damp | mould\w* | mold\w* | cockroach\w* | bedbugs? | infest\w* | leak(?:s|ing|y) | no heating | boiler
    | rot(?:ten|ting)? => damp and mould; disrepair; disrepair reports not acted on
(?:state|condition|standard) of (?:the )?(?:TA|temp\w*|flat|accom\w*) +> poor condition of temporary accommodation
(?:housing )?(?:register|waiting list|list for a (?:house|flat)) | register app\w* | homechoice | CBL
    => housing register application; delay assessing a housing application
(?:couldn'?t|can'?t|unable to|not able to|missed) bid(?:ding)? | bid(?:ding|s)? => bidding; missed chances to bid
band(?:ing|ed)? | (?:housing )?(?:priority|points) => housing priority band; priority banding
housing medical\w* | medical (?:team|assess\w*|priority|points|form) | no priority => medical priority
    ; medical evidence not properly considered for housing priority
medical (?:evidence|letters?) | (?:consultant|doctor|gp|hospital)'?s? (?:letters?|reports?) => medical evidence
    ; medical evidence not properly considered
overcrowd\w* | (?:\d|two|three|four|five|six) (?:of us )?in (?:a|one|1) (?:room|bed\w*) => overcrowded; overcrowding
(?:move|moving|moved) (?:ppl|people|us|them|families|me|her|him) (?:on|out)
    | stuck in (?:unsuitable|TA|temp\w*|a hotel) +> delay moving a family from unsuitable temporary accommodation
unsuitable +> unsuitable accommodation
HMOs? => house in multiple occupation; private rented housing
(?:private(?:ly)?[- ]?(?:let|rent\w*|landlord|tenan\w*)|my landlord|landlord won'?t) => private rented housing
    ; landlord disrepair enforcement; improvement notice
HHSRS | cat(?:egory)? ?1 => housing hazards; private rented disrepair
(?:dumped|binned|threw|thrown|chucked|skipped|disposed of|lost|destroyed|got rid of) (?:\w+
    ){0,3}(?:stuff|things|belongings|possessions|furniture) | storage => belongings not protected
    ; possessions disposed of; storage
joint tenancy +> joint tenancy
old address | wrong address | previous address | moved house +> letters sent to an old address; wrong address
"""

PLANNING = r"""
next ?door'?s? | neighbou?r'?s? | next door +> neighbour
(?:extension|conservatory|outbuilding|shed|garage|loft|dormer|balcony|building work)s?(?=
    .*\b(?:built|plans?|permission|overlook\w*|planning|enforce\w*|council)\b) | extension +> neighbour's extension
    ; planning breach; permission for a neighbour's outbuilding
enforcement team | planning enforcement | breach(?:es|ing)? (?:of |planning )?(?:planning|conditions?|control)?
    | not built to plans? | (?:built|building|put up|went up) (?:\w+ ){0,5}without (?:planning|permission)
    | not (?:built )?(?:to|per) (?:the )?(?:approved )?plans? => planning enforcement
    ; delay in a planning enforcement investigation; planning breach
overlook\w* | privacy => loss of privacy; overlooking
(?:site|working) hours | conditions? (?:discharge|ignored|breached) | planning conditions? => planning conditions
    ; breach of condition notice
(?:gave|given|granted|got|passed) (?:\w+ )?(?:planning )?permission
    | (?:without telling|not told|never told|not notified|no letter) (?:\w+
    ){0,3}(?:planning|neighbours?|application)? +> publicity for a planning application; planning permission
objections? | objected | objecting => planning objection; objection letter
building (?:control|regs?|regulations?|inspect\w*) => building control; building regulations
CIL => community infrastructure levy
s\.? ?106 | section 106 => section 106 agreement
(?:planning|planners?|neighbou?r\w*|extension|shed|build\w*)(?=.*\bbreach) | breach(?=.*\bplanning)
    +> planning enforcement; delay in a planning enforcement investigation; investigating a planning breach
permitted dev\w* => permitted development
LDC | CLEUD => lawful development certificate
pre[- ]?app => pre-application planning advice
planners? | planning (?:dept|department|officer|team)s? => planning; planning application
"""

TRANSPORT = r"""
PCNs? | parking (?:fines?|tickets?|charges?) | bus lane (?:fine|ticket|charge)s? | traffic (?:fine|ticket)s?
    | fined for parking => penalty charge notice; parking penalty
(?:the )?ticket(?! office) +> penalty charge; parking ticket
TEC | out of time (?:declaration|application) | witness statement | stat(?:utory)? dec(?:laration)?
    => Traffic Enforcement Centre; penalty charge order revoked
(?:kept|keep|keeping|refus\w+|won'?t (?:give|pay)) (?:\w+ ){0,3}(?:bailiff )?(?:money|fees|refund|cash)
    +> refund withheld; refusal to refund enforcement payments; refusal to refund bailiff payment
clamped? | (?:car|van) (?:\w+ )?(?:taken|towed|seized|removed) => car clamped; car removed by bailiffs
(?:photos?|evidence|letter|appeal|challenge) (?:\w+ ){0,6}(?:never|not|didn'?t) (?:\w+
    )?(?:look\w*|read|consider\w*|repl\w+) +> evidence not considered; challenge not considered
(?:traffic|parking|civil enforcement) (?:warden|officer)s? => civil enforcement officer
CPZ | (?:residents?'? |parking )permits? => parking permit
LTNs? | low traffic => low traffic neighbourhood; traffic order
E?TROs? | traffic (?:regulation )?orders? => traffic regulation order
ULEZ | CAZ | clean air => clean air zone charge; penalty charge
pot ?holes? => pothole; highway repair
highways(?: dept| team| agency)? => highway; highway maintenance
dropped kerbs? | crossover => dropped kerb; vehicle crossing
gull(?:e)?ys? | (?:blocked|road|street|highway) drains? | drains? => blocked highway gully; blocked road drainage
    ; highway drainage reports
(?:road|surface|rain) ?water | (?:road|street|drive|driveway|garden) (?:\w+ )?flood\w* | flood\w*
    | (?:water|rain) (?:comes|coming|runs| running|pours|pouring) (?:in|on|down|off)
    => surface water flooding from a road; highway drainage
PROW | rights? of way | footpath | bridleway => public right of way
DMMO => definitive map modification order
unadopted => road adoption
"""

INFORMATION_AND_COMPLAINTS = r"""
un-?redacted | not redacted | (?:failed|forgot|didn'?t) (?:to )?redact\w* +> left unredacted
    ; personal information disclosed
(?:new |home |our |my |her |his )?address(?=.*\b(?:ex|redact\w*|leak\w*|gave|given|disclos\w*|shared|sent|report)\b)
    | (?:gave|given|leaked|told|shared|disclosed|sent|passed|revealed|left) (?:\w+ ){0,6}address | unredacted address
    +> home address disclosed; address disclosed to a third party; address disclosed to an ex-partner
data (?:breach\w*|leak\w*|protection) | GDPR | privacy breach | breach of (?:data|privacy|confidential\w*)
    => data breach; personal information disclosed; sensitive personal information disclosed
wrong (?:person|people|family|house|email)
    | (?:somebody|someone|person) who (?:wasn'?t|shouldn'?t|wasnt|shouldnt) (?:\w+ )*?(?:have|supposed|see)\w*
    | someone'?s (?:else'?s )?(?:details|data|letter) | another (?:child|person|family)'?s
    | (?:by|to us by) (?:accident|mistake) +> personal information sent to the wrong person
    ; sensitive personal information disclosed to third parties; data breach
(?:e-?mailed|sent|shared|passed|gave|disclosed|told) (?:\w+
    )?(?:my|our|her|his|their|sensitive|private|confidential|personal|medical) (?:\w+
    ){0,4}(?:info\w*|details|data|stuff|records?|file|report|history|diagnos\w+|plan|ex|partner)
    +> sensitive personal information disclosed; information shared without consent
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
(?:fobbed|fobbing) off | ghosted | radio silence
    | (?:never|not|no ?one|nobody) (?:\w+ )?(?:replied|reply|answered|got back|called back|responds?)
    | ignor(?:ed|ing) (?:me|us|my|our|emails?|calls?|letters?) => poor communication; no reply
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
    (?:late|overdue|wait|delay|to \w+))? +> delay; long delay
nowt | did nothing | done nothing | nothing (?:has )?(?:been )?(?:done|happened) | no action => no action taken
    ; actions not completed
(?:promised|agreed|supposed|told) (?:\w+ ){0,2}to (?:pay|do|fix|sort)
    .{0,50}(?:hasn'?t|havent|haven'?t|never|still|not)
    | (?:last|previous|earlier|first) (?:ombudsman|lgo|lgsco) (?:case|decision|complaint)
    | didn'?t (?:do|carry out) what .{0,20}agreed +> agreed remedy not carried out; promised remedy not paid
    ; delay in paying an agreed remedy
reasonable adj\w* => reasonable adjustments
vexatious | unreasonable complainant | banned from contact\w* => vexatious complainant policy
discriminat\w+ | racis\w+ | racial | equality act | PSED +> Equality Act duty; racial bias; reasonable adjustments
tribunal +> tribunal; right of appeal
too late | (?:only )?(?:just )?found out (?:last|this|in|recently) | years ago | out of time | historic(?:al)?
    +> late complaint; historic
appeal rights? | (?:never|not) (?:told|said|informed) (?:\w+ ){0,3}(?:could |can )?appeal
    +> appeal rights not explained; no appeal rights given
back ?dat\w* => backdated
"""
