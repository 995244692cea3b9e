"""What people say of care, and how decisions write it: the tables of ``terms`` for people, adults and children."""

PEOPLE = r"""
kids? | kiddos? | youngsters? | little (?:ones?|boy|girl) | lad | lass ~> child
mums? | mam | mom | mummy ~> mother
dads? | daddy ~> father
nan | nana | nanna | gran | granny | grandma ~> grandmother
grandad | grandpa ~> grandfather
hubby ~> husband
ppl ~> people
sws? | soc(?:ial)? wkrs? | soc workers? | s/w ~> social worker
(?:my|her|his|the|our|an) ex | ex[- ]?(?:husband|wife|bf|gf|boyfriend|girlfriend|hubby) => ex-partner; former partner
abuser | perp ~> abusive ex-partner; perpetrator
(?:birth|real|bio(?:logical)?) (?:mum|mother|family|parents?) +> birth mother; birth family
LAs? | cncl | LA's ~> council
teen | teenager | 1[67] ?(?:yo|y/o|yr old|yrs old|year old|yr-old|year-old) ~> young person
"""

ADULT_CARE = r"""
care act (?:ax|assess\w*|assmt) => care and support needs assessment; Care Act assessment
ax | assmt => assessment
(?:care|social care) needs? (?:to be )?(?:looked at|assess\w*|ax) | needs assess\w*
    => delay assessing care and support needs; care assessment
(?:support|care) (?:hours|package|plan) (?:\w+ ){0,2}(?:cut|slashed|reduced|halved|stopped|ended|changed)
    | (?:cut|slashed|reduced|halved|stopped|ended) (?:\w+ ){0,3}(?:support|care) (?:hours|package) +> care package cut
    ; care package changed; flawed assessment; care package ended
(?:save|saving) money | (?:down to|because of) (?:cost|budget)s? +> decisions driven by cost
DPs? | direct pay(?:ment)?s? => direct payments; personal budget
(?<![\dkK] )PAs?(?!.*\b(?:pathway|care leaver|leaving care)) => personal assistant
PAs?(?=.*\b(?:pathway|care leaver|leaving care)) => personal adviser
(?:care leaver|leaving care|left care|pathway)(?=.*\bPAs?\b) +> personal adviser; care leaver
(?:pay|employ|hire|paid) (?:my|a|her|his) (?:mum|mother|dad|relative|family|son|daughter|sister|brother)
    | no relatives in same house | family member as (?:a |my )?(?:PA|carer) +> employing a relative
    ; parent paid as carer; exceptional circumstances
DFGs? => disabled facilities grant; home adaptations
wet ?rooms? | level access showers? | walk[- ]in showers? => bathroom adaptation; level access shower
    ; disabled facilities grant
stair ?lift | through[- ]floor lift | ramp | ceiling hoist => home adaptation; disabled facilities grant; stairlift
adaptations? | adapted bathroom +> home adaptations; disabled facilities grant; adaptation works
(?:botched|bodged|shoddy|faulty) (?:\w+ )?(?:job|work|works|adaptation)?
    | builders? .{0,30}(?:bathroom|kitchen|adaptation) +> faulty adaptations; remedial works
    ; supervision of adaptation works
(?:arguing|argued|argument|fighting|passing the buck) (?:over|about|between) (?:who|which) | two councils
    +> impasse between two councils; several organisations
OTs? | occ(?:upational)? therapists? => occupational therapist; occupational therapy; occupational therapy assessment
DoA | deprivation of (?:assets|capital) | deprived? \w+ of (?:assets|capital) => deliberate deprivation of assets
    ; deprivation of capital
(?:signed|gave|gifted|transferred|put) (?:\w+ ){0,3}(?:house|home|property|savings|money) (?:over|away|to us|to me|in)
    +> deliberate deprivation of assets; property gifted before care
(?:savings|capital)(?= (?:limit|below|under|reduc\w+)) +> capital; financial assessment
DoLS? | deprivation of liberty | locked in | not allowed (?:out|to leave) +> deprivation of liberty authorisation
s\.? ?117 | section 117 | aftercare => section 117 aftercare; free aftercare
CHC | continuing (?:health ?)?care => NHS continuing healthcare; healthcare funding
top[- ]?ups? | third party (?:payment|contribution)s? => top-up fees; care home charges <! <school> | top[- ]?up funding
DPA | deferred payments? => deferred payment agreement
DREs? => disability related expenditure; financial assessment
(?:fin|financial) (?:ax|assess\w*|reassess\w*) | means[- ]test\w* +> financial assessment; care contribution
appointee | deputy(?:ship)? | power of attorney | LPA | POA +> appointee; invoices sent to the wrong person
(?:never|nobody|no ?one|not) (?:\w+ ){0,2}(?:told|said|mentioned|explained|warned|gave)
    .{0,40}(?:pay|paid|paying|cost|charges?| fees?|bill|money|figure|leaflet)\w* +> charges not explained
    ; no information given about care charges; no clear information about charging
(?:huge|big|massive|whopping|shock) (?:care )?(?:bill|invoice) | invoiced? (?:for|of) £ | care bills?
    | bill for (?:\w+ )?care | clobbered +> care charges not explained; unexplained care bills; care invoices
full whack => full charge
(?:forg\w+|fak\w+|fiddl\w+|planned) (?:\w+ )?(?:visits?|hours?|times?|logs?|timesheets?)
    +> charged for planned rather than delivered care hours; care visits that did not take place
(?:gone|went|going) downhill
    | (?:not|never|wouldn'?t|didn'?t) (?:\w+ )?(?:let|tell|told|inform\w*|ring|call) (?:\w+ ){0,2}family
    +> poor communication with family
(?:home ?care|care) (?:bills?|invoices?|charges?|fees) | billed | overcharged | invoices? +> care charges
    ; care invoices; inaccurate invoices <! council tax | bins? | flats? | never lived | parking | business rates | rent
(?:2|two|double)[- ](?:carers|at a time|handed) | double[- ]up +> billing for double-handed care not given
(?:home ?)?carers (?:turn\w*|came|come|late|miss\w*|never|don'?t|didn'?t|not|only|leave|left|rush\w*|skip\w*)
    | home carers? => home care visits; late and missed home care calls; domiciliary care
(?:care )?(?:calls?|visits?) (?:were |being |are |was )?(?:missed|late|short|cut short|skipped|never happened|they
    never did) | (?:missed|late|short) (?:care )?(?:calls|visits) | cutting visits short
    +> late, short and missed home care calls; care visits that did not take place
personal care(?=.*\b(?:<school>|<child>)\b) | (?:<school>|<child>)(?:'s)? .{0,30}personal care
    => care and support at school; special educational provision
personal care | intimate care +> home care; domiciliary care <! <school> | <child>
<personal care> => home care; domiciliary care <! <school> | <child>
(?:(?:<helpers>) (?:\w+ ){0,2}(?:<did not>)|nobody|no ?one) (?:\w+ ){0,2}(?:<come>)
    (?=.*\b(?:personal care|<personal care>|<an adult at home>)\b)
    | (?:personal care|<personal care>|care) .{0,40}(?:<did not>) (?:\w+ ){0,2}(?:<come>)
    | no[- ]?shows?(?=.*\b(?:care|carers?|agency|personal care)\b)
    => late and missed home care calls; care visits that did not take place; home care <! leaving care | care leavers?
    | social worker
care agency | dom(?:iciliary)? care | home ?care => home care; domiciliary care; care provider
day (?:cent(?:re|er)|care)s? => day centre; day care; charged for care days not received
(?:went|go|going|put|living|was|moved|been) in(?:to)? (?:a|the) home(?= (?:straight|till|until|in|from|after))
    | nursing home | rest home | old folks'? home | residential home | care ?home => care home; residential care
(?:bed|pressure) ?sores? | grade [1-4] (?:bed ?|pressure ?)?sores? | pressure (?:ulcers?|damage) => pressure sores
    ; poor care home care
lost (?:\w+ )?(?:\d+|two|three|four|several) ?(?:stone|kg|kilos?|lbs)
    | (?:lost|losing) (?:so much |a lot of |loads of )?weight | malnourish\w* | dehydrat\w* | not (?:being )?fed
    => weight loss; weight and nutrition not monitored; poor care
tablets? | meds? | medication | pills? | insulin => medication; medication not managed properly
dropped (?:him|her|them) | (?:using |with )?(?:the |a )?hoist | manhandled +> unsafe moving and handling
(?:having |kept |keeps |had )(?:\w+ )?falls | fell (?:over|down|out) | falls risk => falls; falls prevention measures
(?:gave|given|giving) (?:\w+ ){0,3}(?:notice|week'?s? to leave|days'? to leave|weeks? to leave) | notice to leave
    | (?:chucked|kicked|threw|evicted|asked|told) (?:\w+ ){0,2}(?:to leave|out of) (?:the |her |his )?(?:care
    |nursing )?home +> care contract ended wrongly; placement ended without proper notice
(?:neglect|abuse)d? in (?:a|the|her|his) (?:care |nursing )?home | poor care
    +> poor care and abuse in a care home; safeguarding enquiry; care below fundamental standards
safeguarding (?:\w+ )?(?:investigation|enquir\w+|inquir\w+|substantiated|upheld|concern|alert|referral) | s\.? ?42
    | section 42(?! duty) => safeguarding enquiry; safeguarding concern not investigated; flawed safeguarding
    investigation; safeguarding concern
turn(?:ed|s|ing) (?:18|eighteen) | (?:turning|reach\w*|hit|hits) (?:18|eighteen) | 18th birthday
    | adults?'? (?:team|services)(?=.*\b(?:18|eighteen|child\w*|transition\w*|turn\w*|young\w*)\b)
    | (?:18|eighteen|child\w*|mov\w+|turn\w+|young\w*) .{0,60}adults?'? (?:team|services)
    | transition(?:ing|ed)? (?:to|into) adult\w*
    | (?:moving|move|moved) (?:over )?to adult\w* => transition to adult care; move to adult care; gap in care
BB | blue badges? => blue badge
(?:on )?paper only | desk ?based | never seen by any ?one | no(?: face to face)? assessment
    +> face-to-face mobility assessment not offered
hidden disabilit\w+ | non[- ]visible | invisible disabilit\w+ => hidden disability
DfT => Department for Transport guidance
respite | overnight stays? | overnights => respite care; short breaks
short breaks? +> short breaks; respite
self[- ]?fund\w* | pays? (?:for )?(?:it )?(?:herself|himself|themselves|privately|ourselves|myself)
    | private(?:ly paid)? (?:care )?(?:agency|provider|carers?|care) => self-funded private care; care provider
carer'?s'? (?:ax|assess\w*) => carer's assessment
reablement | rehab => reablement
(?:discharged?|sent home|straight) (?:from|out of) hospital | hospital discharge +> hospital discharge
MCA | best interests? +> best interests decision; mental capacity
mate crime | financial(?:ly)? abuse\w* | nicking (?:her|his) money +> financial abuse allegations
died | passed away | late (?:mother|mum|father|dad|husband|wife) +> family's distress; poor communication with family
bruis\w+ | unexplained (?:injur\w+|marks?|fall\w*) | left (?:on the floor|soiled|in (?:a )?wet \w+)
    +> safeguarding concern not investigated; poor care and abuse in a care home; flawed safeguarding enquiry
(?:skip\w*|short|missed|cut|rushed) (?:\w+ )?(?:visits?|calls?)
    | (?:visits?|calls?) (?:\w+ ){0,2}(?:short|skipped|rushed) | \d+ min(?:ute)?s? instead of \d+
    | stay(?:ed|ing)? (?:only )?\d+ min(?:ute)?s? +> late, short and missed home care calls
    ; charged for planned rather than delivered care hours; care visits that did not take place
carer'?s? (?:charges?|bills?|invoices?) | carers (?:charges?|bills?) +> home care charges; charged for care not received
(?:12|twelve)[- ]week (?:property )?disregard => twelve-week property disregard; financial assessment
key ?safes? => key safe; home care visits
(?:DP|direct payments?)s? (?:\w+ ){0,3}(?:suspend\w*|stopp\w*|claw\w*|cut|withdr\w*|end\w*)
    | (?:suspend\w*|stopp\w*|claw\w*|cut|withdr\w*|end\w*) (?:\w+ ){0,3}(?:DPs?|direct payments?)
    +> direct payments stopped; direct payments suspended; direct payments ended without a review
(?:DPs?|direct payments?)(?=.*\bclaw) | clawback +> recovery of direct payments
organi[sz]ational abuse | institutional abuse => safeguarding enquiry; poor care in a care home
(?:count\w*|includ\w+|took|taking|takes?) (?:\w+ ){0,2}(?:house|home|property|flat)
    (?=.*\b(?:lives?|living|still|husband|wife|partner|care|assess\w*)\b) +> property disregard; financial assessment
    ; care charges
accus\w+ (?:\w+ ){0,3}(?:steal\w*|taking|nick\w*|abus\w+|hurt\w*|theft|fraud|neglect\w*)
    +> allegations against a relative; financial abuse allegations; safeguarding enquiry; not given a chance to respond
(?:ripped|ripping) off | scamm\w+ | conn(?:ed|ing) | fleec\w+ | money (?:\w+ ){0,2}taken off (?:her|him|them)
    +> financial abuse; safeguarding concern not investigated
stay(?:ed|ing|s)? (?:only |just |for )*(?:\d+|five|ten|fifteen|twenty) min\w*
    | (?:pay|paid|paying|charged) for (?:\w+ ){0,2}(?:hour|minutes|mins)\b.{0,30}(?:get|got|stay\w*|only|come)
    +> late, short and missed home care calls
    ; charged for planned rather than delivered care hours; home care
(?:grand(?:sons?|daughters?|kids?|child\w*)|nephews?|nieces?|siblings?) (?:\w+ ){0,3}(?:dumped|placed|left|moved
    in|came to live|living|lives?) (?:\w+ ){0,2}(?:on|with|to) (?:us|me) => kinship carer
    ; grandchild not recognised as looked after; family and friends fostering support
lost capacity | mental capacity => mental capacity; best interests decision
"""

CHILDREN = r"""
child(?:ren)?'?s'? serv(?:ice)?s | childrens | CSC
    | SS(?= (?:about|said|told|have|are|came|won|did)) | CS(?= ) => children's services
social services => children's services <! personal care | <personal care> | home care | (?:home )?carers | care home
    | care (?:package|visits?|calls?|agency|act|plan) | elderly | dementia | pension\w* | adults?
    | (?:mum|mam|mom|dad|mother|father|nan|gran\w*|husband|wife|parents)'?s (?:home )?(?:care|carers?|needs)
(?:stg|stage) ?(?:2|two) | S2(?= (?:report|investigat\w+|complaint))
    => stage two of the children's statutory complaints procedure; delay at stage two
(?:stg|stage) ?(?:3|three) => stage three panel; stage three of the children's statutory complaints procedure
(?:no|any|refus\w+|denied|wont|won'?t|right to a) (?:\w+ ){0,5}(?:panel|(?:stg|stage) ?(?:2|3|two|three))
    +> stage three refused; complaint not progressed to stage three; refusal to go to stage two
(?:upheld|agreed with) (?:\w+ ){0,4}(?:but|and) (?:\w+ ){0,5}(?:offer\w*|only|just|sorry|apolog\w+|nothing)
    | only got a sorry | (?:insult\w*|derisory|pathetic|too low) (?:\w+ )?(?:offer|amount|sum)?
    +> inadequate remedy after a statutory complaint; remedy too low; no personal remedy
overrul\w+ | overturn\w* | went against | changed (?:the |a |its )?findings? +> finding overturned
    ; findings of a statutory investigation overturned; stage three panel changed a finding
bias(?:ed)? | one[- ]sided +> alleged bias; assumptions in an assessment; bias against a father
wrong (?:dad|father|partner|man|name) +> father wrongly categorised; factual errors; holds wrong information
corporate (?:process|procedure|complaints?|route)
    | (?:child\w*'?s'? )?statutory (?:one|procedure|process|route|complaint\w*)
    +> complaint not dealt with under the children's statutory procedure; statutory complaints process not followed
C ?(?:&|and|n) ?F (?:ax|assess\w*) | child and family (?:ax|assess\w*) | single assess\w*
    | (?:SW|social work\w*) (?:ax|assess\w*) => child and family assessment; inaccurate assessment
s\.? ?47s? | section 47 => section 47 child protection investigation; section 47 investigation
s\.? ?17 | section 17 => section 17 child in need support
s\.? ?20 | section 20 => section 20 accommodation; looked after child
CIN => child in need; child in need assessment
CPP | CP plan => child protection plan
(?:I|R)CPC | CP conference | case conference | conference(?=.*(?:child|social)) => child protection conference
CP => child protection
(?:report|assessment) (?:\w+ ){0,4}(?:night|day|evening|hour) before | late report
    +> assessment given the evening before the conference; delay preparing reports; late sharing of the assessment
LADO => designated officer's role after an allegation; designated officer advice; allegation against a professional
allegations? (?:against|about) (?:us|me|foster\w*|the carer) +> allegations against a foster carer
foster (?:kids?|child(?:ren)?|placement) (?:\w+ ){0,3}(?:taken|removed|moved)
    | (?:took|removed) (?:\w+ ){0,3}foster (?:kids?|child\w*) +> foster children removed; statutory procedure
LAC | CLA | looked[- ]after | (?:was|were|when|been|time|growing up) (?:i was |he was |she was )?in care
    => looked after child; child in care
care leavers? | leaving care | left care => care leaver; leaving care support
(?:leaving care|care leavers?'?|after ?care|16\+) (?:workers?|team|advis[eo]rs?|support workers?|officers?)
    => care leaver's personal adviser; personal adviser; leaving care support <! s\.? ?117 | section 117
(?:leaving care|care leaver|personal advis[eo]r) .{0,40}(?:<did not>) (?:\w+ ){0,2}(?:<in touch>)
    +> lack of a personal adviser; no contact from a personal adviser
setting up home (?:allowance|grant) | SUHA | leaving care grant => leaving care grant; care leavers grant
pathway plans? +> pathway plan
SGOs? | special guardian\w*(?: order)? => special guardianship; special guardianship allowance
(?:SGO|special guardian\w*) (?:allowance|money|payments?) => special guardianship allowance
    ; allowance wrongly calculated
(?:reviewed|review) annually | annual(?:ly)? reviews? of (?:\w+ )?allowance | never reviewed
    +> annual reviews not done
kinship | connected (?:carer|person)s? | family (?:and|&|n) friends (?:carers?|foster\w*) => kinship carer
    ; family and friends carer; kinship carers not recognised
(?:take|took|taken|taking|have|having|raising|bringing up|brought up|look(?:ing|ed)? after|got) (?:in
    )?(?:my|her|his|our|both|the) (?:\w+
    )?(?:nephews?|nieces?|grand(?:kids?|child\w*|sons?|daughters?)|siblings?|brother'?s? kids?|sister'?s? kids?)
    | private (?:family )?(?:arrangement|matter) | grandparents? +> kinship carer
    ; siblings placed with a relative not treated as looked after; grandchild not recognised as looked after
    ; family and friends fostering support
foster(?:ing)? (?:money|pay|payments?|rate|allowance)s? => fostering allowance; fostering rate
foster(?:ing)? (?:allowance )?(?:for )?(?:kinship|family) +> fostering allowance not paid to a family carer
(?:child arrangements?|residence) order | CAO => residence or child arrangements order allowance
adopt(?:ed|ion|ers?|ing|ive) +> adoption; adoption support; adoption allowance
IRO => independent reviewing officer
IRM => independent review mechanism
(?:see|seeing|contact with|access to) (?:my|his|her) (?:kids?|child\w*|son|daughter|grandkids?|grandchild\w*)
    +> contact with a child; contact schedule
(?:left out|excluded|not (?:invited|told|consulted|included|involved)|never
    (?:invited|told|consulted|involved)|ignored) (?=.*\b(?:dad|father|parents?|assessment|meeting|conference)\b)
    | (?:dad|father|parents?)'?s? (?:side|views?|left out|not told) +> father not involved in an assessment
    ; parents' views not represented; parent not invited
parent carers?'?s? (?:ax|assess\w*) => parent carer's assessment
no recourse(?: to public funds)? | NRPF => no recourse to public funds; section 17 accommodation
UASC | asylum[- ]seek\w+ => unaccompanied asylum seeking child; age assessment
(?:reported|report|grassed|rang|dobbed|shopped) .{0,40}(?:who it was|who reported|who rang|my name|it was me|told
    the family|told them) | referrer | whistle ?blow\w* | anonymous(?:ly)? +> identity of referrer disclosed
    ; confidentiality of a person who reported concerns
(?:missed|no|never|didn'?t) (?:\w+ )?(?:stat(?:utory)? )?visits?
    | (?:sw|social worker)s? (?:never|didn'?t|did not|hasn'?t) visit\w* | plan drift\w* +> social work visits missed
    ; appointments missed; supervision missed; child protection plans drifted
(?:changed?|different|new) (?:of )?(?:sw|social worker)s? (?:\w+ )?times +> changes of social worker
(?:kept|took|removed) (?:my|our) (?:kids?|child\w*) | (?:kids?|child\w*) (?:taken|removed)
    +> children not returned to parent
(?:chucked|kicked|threw|thrown|booted) (?:\w+ )?out(?! of (?:school|college)) | sofa ?surf\w*
    | (?:mates?'?s?|friends?'?s?) sofas? +> homeless young person; no help with housing for a homeless young person
    ; homeless young person not accommodated
(?:my|the|our|his|her|care|case|social (?:services|work)) (?:file|files) | care records? +> care records
    ; social care records
belongings | my stuff | (?:kids?|child\w*)'?s? (?:toys|clothes|things) +> missing belongings
children'?s home | unregist\w+ | unregulated +> unregistered placement
PLO | public law outline => child protection; care proceedings
strat(?:egy)? (?:discussion|meeting)s? => strategy discussion; no strategy discussion held
staying put => care leaver; former foster carer
(?:foster\w*|carer'?s?)? ?(?:retainer|fees?)(?=.*\b(?:foster\w*|allegation|stopp\w+)\b)
    +> fostering payments; fostering allowance ; fostering fee stopped during an allegation
(?:deregister\w*|de-?approv\w*|approval (?:removed|withdrawn|ended)) => foster carer's approval; deregistration
    ; allegations against a foster carer
reg(?:ulation)? ?24 | temporary approval => kinship carer; temporary approval as foster carers
(?:contact|visits) (?:\w+ ){0,3}(?:stopp\w+|cut|reduc\w+|cancel\w+|supervis\w+) | letter ?box contact
    => contact arrangements ; contact with a child
life[- ]story(?: work)? => life story work; looked after child
(?:setting[- ]up|set up)(?: \w+)? home(?: money| cash)? => leaving care grant; care leavers grant
(?:child\w*'?s? )?complaints? (?:regs|regulations) => children's statutory complaints procedure
(?:false|wrong|untrue|inaccurate|incorrect) (?:things?|stuff|info\w*|statements?|facts?|allegations?|details)
    (?=.*\b(?:report|assessment|file|record|conference|plan)\b) +> factual errors in reports; inaccurate assessment
    ; errors in a report not corrected
(?:my|his|her|our) (?:side|version|account) | (?:never|not) (?:\w+ ){0,3}(?:heard|asked|interviewed)
    +> views not sought; not given a chance to respond
(?:housing|childrens?) said (?:it'?s|it was) (?:\w+ )?(?:housing|childrens?) +> homeless young person not accommodated
"""
