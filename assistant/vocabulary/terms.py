"""The field vocabulary: what people say, and the words in which decisions speak of it.

One table a part of the field, one line an entry. Left are the ways of saying it: regular expressions, taken as whole
words and without regard to case, between `` | ``. Right are the decisions' own phrases, the plainest first, between
``; ``. ``=>`` means that the plainest may stand in the place of what was said; ``+>`` that the phrases are only added,
because what was said says more (or is a decision's word already). A line that is indented goes on with the one before.
"""

from __future__ import annotations

from dataclasses import dataclass

PEOPLE = """
kids? | kiddos? | youngsters? | little (?:ones?|boy|girl) | lad | lass => child
mums? | mam | mom | mummy => mother
dads? | daddy => father
nan | nana | nanna | gran | granny | grandma => grandmother
grandad | grandpa => grandfather
hubby => husband
ppl => people
sws? | soc(?:ial)? wkrs? | soc workers? | s/w => social worker
(?:my|her|his|the|our|an) ex | ex[- ]?(?:husband|wife|bf|gf|boyfriend|girlfriend|hubby) => ex-partner; former partner
abuser | perp => abusive ex-partner; perpetrator
(?:birth|real|bio(?:logical)?) (?:mum|mother|family|parents?) +> birth mother; birth family
LAs? | cncl | LA's => council
teen | teenager | 1[67] ?(?:yo|y/o|yr old|yrs old|year old|yr-old|year-old) => young person
cllrs? => councillor
"""

ADULT_CARE = """
care act (?:ax|assess\\w*|assmt) => care and support needs assessment; Care Act assessment
ax | assmt => assessment
(?:care|social care) needs? (?:to be )?(?:looked at|assess\\w*|ax) | needs assess\\w* => delay assessing care and support needs
    ; care assessment
(?:support|care) (?:hours|package|plan) (?:\\w+ ){0,2}(?:cut|slashed|reduced|halved|stopped|ended|changed)
    | (?:cut|slashed|reduced|halved|stopped|ended) (?:\\w+ ){0,3}(?:support|care) (?:hours|package) +> care package cut
    ; care package changed; flawed assessment; care package ended
(?:save|saving) money | (?:down to|because of) (?:cost|budget)s? +> decisions driven by cost
DPs? | direct pay(?:ment)?s? => direct payments; personal budget
(?<![\\d£])(?<!\\d )PAs? => personal assistant; personal adviser
(?:pay|employ|hire|paid) (?:my|a|her|his) (?:mum|mother|dad|relative|family|son|daughter|sister|brother)
    | no relatives in same house | family member as (?:a |my )?(?:PA|carer) +> employing a relative; parent paid as carer
    ; exceptional circumstances
DFGs? => disabled facilities grant; home adaptations
wet ?rooms? | level access showers? | walk[- ]in showers? => bathroom adaptation; level access shower
    ; disabled facilities grant
stair ?lift | through[- ]floor lift | ramp | ceiling hoist => home adaptation; disabled facilities grant; stairlift
adaptations? | adapted bathroom +> home adaptations; disabled facilities grant; adaptation works
(?:botched|bodged|shoddy|faulty) (?:\\w+ )?(?:job|work|works|adaptation)? | builders? .{0,30}(?:bathroom|kitchen|adaptation)
    +> faulty adaptations; remedial works; supervision of adaptation works
(?:arguing|argued|argument|fighting|passing the buck) (?:over|about|between) (?:who|which) | two councils +> impasse
    between two councils; several organisations
OTs? | occ(?:upational)? therapists? => occupational therapist; occupational therapy; occupational therapy assessment
DoA | deprivation of (?:assets|capital) | deprived? \\w+ of (?:assets|capital) => deliberate deprivation of assets
    ; deprivation of capital
(?:signed|gave|gifted|transferred|put) (?:\\w+ ){0,3}(?:house|home|property|savings|money) (?:over|away|to us|to me|in)
    +> deliberate deprivation of assets; property gifted before care
DoLS? | locked in | not allowed (?:out|to leave) +> deprivation of liberty authorisation
s\\.? ?117 | section 117 | aftercare => section 117 aftercare; free aftercare
CHC | continuing (?:health ?)?care => NHS continuing healthcare; healthcare funding
top[- ]?ups? | third party (?:payment|contribution)s? => top-up fees; care home charges
DPA | deferred payments? => deferred payment agreement
DREs? => disability related expenditure; financial assessment
(?:fin|financial) (?:ax|assess\\w*|reassess\\w*) | means[- ]test\\w* +> financial assessment; care contribution
appointee | deputy(?:ship)? | power of attorney | LPA | POA +> appointee; invoices sent to the wrong person
(?:never|nobody|no ?one|not) (?:\\w+ ){0,2}(?:told|said|mentioned|explained|warned|gave) .{0,40}(?:pay|paid|paying|cost|charges?|
    fees?|bill|money|figure|leaflet)\\w* +> charges not explained; no information given about care charges
    ; no clear information about charging
(?:huge|big|massive|whopping|shock) (?:care )?(?:bill|invoice) | invoiced? (?:for|of) £ | care bills? | bill for (?:\\w+ )?care
    | clobbered +> care charges not explained; unexplained care bills; care invoices
full whack => full charge
(?:home ?care|care) (?:bills?|invoices?|charges?|fees) | billed | overcharged | invoices? +> care charges; care invoices
    ; inaccurate invoices
(?:2|two|double)[- ](?:carers|at a time|handed) | double[- ]up +> billing for double-handed care not given
(?:home ?)?carers (?:turn\\w*|came|come|late|miss\\w*|never|don'?t|didn'?t|not|only|leave|left|rush\\w*|skip\\w*)
    | home carers? => home care visits; late and missed home care calls; domiciliary care
(?:care )?(?:calls?|visits?) (?:were |being |are |was )?(?:missed|late|short|cut short|skipped|never happened|they never did)
    | (?:missed|late|short) (?:care )?(?:calls|visits) | cutting visits short +> late, short and missed home care calls
    ; care visits that did not take place
care agency | dom(?:iciliary)? care | home ?care => home care; domiciliary care; care provider
day (?:cent(?:re|er)|care)s? => day centre; day care; charged for care days not received
(?:went|go|going|put|living|was|moved|been) in(?:to)? (?:a|the) home(?= (?:straight|till|until|in|from|after)) | nursing home
    | rest home | old folks'? home | residential home | care ?home => care home; residential care
(?:bed|pressure) ?sores? | grade [1-4] (?:bed ?|pressure ?)?sores? | pressure (?:ulcers?|damage) => pressure sores
    ; poor care home care
lost (?:\\w+ )?(?:\\d+|two|three|four|several) ?(?:stone|kg|kilos?|lbs) | (?:lost|losing) (?:so much |a lot of |loads of )?weight
    | malnourish\\w* | dehydrat\\w* | not (?:being )?fed => weight loss; weight and nutrition not monitored; poor care
tablets? | meds? | medication | pills? | insulin => medication; medication not managed properly
dropped (?:him|her|them) | (?:using |with )?(?:the |a )?hoist | manhandled +> unsafe moving and handling
(?:having |kept |keeps |had )(?:\\w+ )?falls | fell (?:over|down|out) | falls risk => falls; falls prevention measures
(?:gave|given|giving) (?:\\w+ ){0,3}(?:notice|week'?s? to leave|days'? to leave|weeks? to leave) | notice to leave
    | (?:chucked|kicked|threw|evicted|asked|told) (?:\\w+ ){0,2}(?:to leave|out of) (?:the |her |his )?(?:care |nursing )?home
    +> care contract ended wrongly; placement ended without proper notice
(?:neglect|abuse)d? in (?:a|the|her|his) (?:care |nursing )?home | bruis\\w+ | poor care +> poor care and abuse in a care home
    ; safeguarding enquiry; care below fundamental standards
safeguarding (?:\\w+ )?(?:investigation|enquir\\w+|inquir\\w+|substantiated|upheld|concern|alert|referral) | s\\.? ?42
    | section 42(?! duty) => safeguarding enquiry; flawed safeguarding investigation; safeguarding concern
turned (?:18|eighteen) | (?:turning|reach\\w*|hit|hits) (?:18|eighteen) | 18th birthday | adults?'? (?:team|services)
    | transition(?:ing|ed)? (?:to|into) adult\\w* | (?:moving|move|moved) (?:over )?to adult\\w*
    => transition to adult care; move to adult care; gap in care
BB | blue badges? => blue badge
(?:on )?paper only | desk ?based | never seen by any ?one | no(?: face to face)? assessment +> face-to-face mobility assessment
    not offered
hidden disabilit\\w+ | non[- ]visible | invisible disabilit\\w+ => hidden disability
DfT => Department for Transport guidance
respite | overnight stays? | overnights? => respite care; short breaks
short breaks? +> short breaks; respite
self[- ]?fund\\w* | pays? (?:for )?(?:it )?(?:herself|himself|themselves|privately|ourselves|myself)
    | private(?:ly paid)? (?:care )?(?:agency|provider|carers?|care) => self-funded private care; care provider
carer'?s'? (?:ax|assess\\w*) => carer's assessment
reablement | rehab => reablement
(?:discharged?|sent home|straight) (?:from|out of) hospital | hospital discharge +> hospital discharge
MCA | best interests? +> best interests decision; mental capacity
mate crime | financial(?:ly)? abuse\\w* | nicking (?:her|his) money +> financial abuse allegations
died | passed away | late (?:mother|mum|father|dad|husband|wife) +> family's distress; poor communication with family
"""

BENEFITS_AND_TAX = """
HB => housing benefit
CTR | CTRS | CTS | LCTS | council tax (?:reduction|benefit|rebate|discount) => council tax support; council tax reduction
c/?tax | ct(?= (?:bill|arrears|refund|account|debt|summons)\\w*) | poll tax => council tax
DHPs? => discretionary housing payment
bailiffs? | marstons? | rundles? | jacobs | bristow(?: & sutor)? | debt collect\\w+ | enforcement (?:officers?|firm|company)
    => enforcement agents; bailiffs
(?:case|debt|account|it) (?:to|with) (?:the )?bailiffs? +> case wrongly sent to enforcement agents; enforcement agents
(?:schizophreni\\w+|bipolar|vulnerable|mentally ill|mental health|dementia|learning disab\\w+|autis\\w+)(?=.*\\b(?:bailiff|marston
    |rundle|council tax|debt|arrears|enforcement|summons)) +> vulnerability not considered; reasonable adjustments
somebody else'?s? (?:council tax|debt|bill) | someone else'?s? (?:council tax|debt|bill) | not my debt +> enforcement agents sent
    to the wrong person; council tax bills sent to the wrong address
liability orders? | summons(?:ed)? | court costs +> council tax summons; liability order
(?:pay(?:ment)?|repayment) (?:plan|arrangement|deal) | instal?ments? => payment arrangement; arrears
refund(?:ed)? (?:\\w+ ){0,4}(?:council tax|c/?tax) | (?:council tax|c/?tax) (?:\\w+ )?(?:refund|credit|overpaid|back)
    +> delay issuing a council tax refund; refund
(?:claw(?:ing|ed)? back|recoup\\w*|overpaid|overpayments?) => overpayment; recovery of overpaid benefit
(?:lockdown|covid|pandemic|corona\\w*|business|small business|LRSG|ARG|RHLG) (?:support )?(?:business )?(?:grant|money|fund)s?
    | one of the lockdown grants => COVID-19 business grant; discretionary business grant; grant scheme
(?:isolation|test and trace) (?:support )?(?:payment|grant|money) => self-isolation support payment
(?:energy|cost of living) (?:rebate|payment) => council tax energy rebate
single person(?:'?s)? discount | SPD => single person discount
business rates | NNDR | rates relief +> business rates
charging order +> charging order; settlement figure
banding(?= (?:of|appeal|valuation)) | VOA => council tax band
empty (?:home|house|property) premium | second home => empty property premium
(?:crisis|welfare|hardship) (?:grant|payment|fund)s? | HSF | household support => local welfare payment; discretionary payment
(?:review|appeal) (?:\\w+ ){0,4}(?:never|not) (?:\\w+ )?(?:passed|sent|forwarded)? ?(?:to|on to)? ?(?:the )?tribunal
    +> delay in dealing with a housing benefit appeal; benefit review request
"""

CHILDREN = """
child(?:ren)?'?s'? serv(?:ice)?s | childrens | CSC | social services | SS(?= (?:about|said|told|have|are|came|won|did)) | CS(?= )
    => children's services
(?:stg|stage) ?(?:2|two) | S2(?= (?:report|investigat\\w+|complaint)) => stage two of the children's statutory complaints procedure
    ; delay at stage two
(?:stg|stage) ?(?:3|three) => stage three panel; stage three of the children's statutory complaints procedure
(?:no|any|refus\\w+|denied|wont|won'?t|right to a) (?:\\w+ ){0,5}(?:panel|(?:stg|stage) ?(?:2|3|two|three)) +> stage three refused
    ; complaint not progressed to stage three; refusal to go to stage two
(?:upheld|agreed with) (?:\\w+ ){0,4}(?:but|and) (?:\\w+ ){0,5}(?:offer\\w*|only|just|sorry|apolog\\w+|nothing) | only got a sorry
    | (?:insult\\w*|derisory|pathetic|too low) (?:\\w+ )?(?:offer|amount|sum)? +> inadequate remedy after a statutory complaint
    ; remedy too low; no personal remedy
corporate (?:process|procedure|complaints?|route) | (?:child\\w*'?s'? )?statutory (?:one|procedure|process|route|complaint\\w*)
    +> complaint not dealt with under the children's statutory procedure; statutory complaints process not followed
C ?(?:&|and|n) ?F (?:ax|assess\\w*) | child and family (?:ax|assess\\w*) | single assess\\w* | (?:SW|social work\\w*) (?:ax|assess\\w*)
    => child and family assessment; inaccurate assessment
s\\.? ?47s? | section 47 => section 47 child protection investigation; section 47 investigation
s\\.? ?17 | section 17 => section 17 child in need support
s\\.? ?20 | section 20 => section 20 accommodation; looked after child
CIN => child in need; child in need assessment
CPP | CP plan => child protection plan
(?:I|R)CPC | CP conference | case conference | conference(?=.*(?:child|social)) => child protection conference
CP => child protection
(?:report|assessment) (?:\\w+ ){0,4}(?:night|day|evening|hour) before | late report +> assessment given the evening before the
    conference; delay preparing reports; late sharing of the assessment
LADO => allegations against a professional; designated officer
allegations? (?:against|about) (?:us|me|foster\\w*|the carer) +> allegations against a foster carer
foster (?:kids?|child(?:ren)?|placement) (?:\\w+ ){0,3}(?:taken|removed|moved) | (?:took|removed) (?:\\w+ ){0,3}foster (?:kids?|child\\w*)
    +> foster children removed; statutory procedure
LAC | CLA | looked[- ]after | (?:was|were|when|been|time|growing up) (?:i was |he was |she was )?in care => looked after child
    ; child in care
care leavers? | leaving care | left care => care leaver; leaving care support
setting up home (?:allowance|grant) | SUHA | leaving care grant => leaving care grant; care leavers grant
pathway plans? +> pathway plan
SGOs? | special guardian\\w*(?: order)? => special guardianship; special guardianship allowance
(?:SGO|special guardian\\w*) (?:allowance|money|payments?) => special guardianship allowance; allowance wrongly calculated
(?:reviewed|review) annually | annual(?:ly)? reviews? of (?:\\w+ )?allowance | never reviewed +> annual reviews not done
kinship | connected (?:carer|person)s? | family (?:and|&|n) friends (?:carers?|foster\\w*) => kinship carer
    ; family and friends carer; kinship carers not recognised
(?:take|took|taken|taking|have|having|raising|bringing up|brought up|look(?:ing|ed)? after|got) (?:in )?(?:my|her|his|our|both|the)
    (?:\\w+ )?(?:nephews?|nieces?|grand(?:kids?|child\\w*|sons?|daughters?)|siblings?|brother'?s? kids?|sister'?s? kids?)
    | private (?:family )?(?:arrangement|matter) | grandparents? +> kinship carer; siblings placed with a relative not treated
    as looked after; grandchild not recognised as looked after; family and friends fostering support
foster(?:ing)? (?:money|pay|payments?|rate|allowance)s? => fostering allowance; fostering rate
foster(?:ing)? (?:allowance )?(?:for )?(?:kinship|family) +> fostering allowance not paid to a family carer
(?:child arrangements?|residence) order | CAO => residence or child arrangements order allowance
adopt(?:ed|ion|ers?|ing|ive) +> adoption; adoption support; adoption allowance
IRO => independent reviewing officer
IRM => independent review mechanism
(?:see|seeing|contact with|access to) (?:my|his|her) (?:kids?|child\\w*|son|daughter|grandkids?|grandchild\\w*) +> contact with a
    child; contact schedule
(?:left out|excluded|not (?:invited|told|consulted|included|involved)|never (?:invited|told|consulted|involved)|ignored)
    (?=.*\\b(?:dad|father|parents?|assessment|meeting|conference)\\b) | (?:dad|father|parents?)'?s? (?:side|views?|left out|not told)
    +> father not involved in an assessment; parents' views not represented; parent not invited
parent carers?'?s? (?:ax|assess\\w*) => parent carer's assessment
no recourse(?: to public funds)? | NRPF => no recourse to public funds; section 17 accommodation
UASC | asylum[- ]seek\\w+ => unaccompanied asylum seeking child; age assessment
(?:reported|report|grassed|rang|dobbed|shopped) .{0,40}(?:who it was|who reported|who rang|my name|it was me|told the family|told them)
    | referrer | whistle ?blow\\w* | anonymous(?:ly)? +> identity of referrer disclosed; confidentiality of a person who reported
    concerns
(?:missed|no|never|didn'?t) (?:\\w+ )?(?:stat(?:utory)? )?visits? | (?:sw|social worker)s? (?:never|didn'?t|did not|hasn'?t) visit\\w*
    | plan drift\\w* +> social work visits missed; appointments missed; supervision missed; child protection plans drifted
(?:changed?|different|new) (?:of )?(?:sw|social worker)s? (?:\\w+ )?times +> changes of social worker
(?:kept|took|removed) (?:my|our) (?:kids?|child\\w*) | (?:kids?|child\\w*) (?:taken|removed) +> children not returned to parent
(?:chucked|kicked|threw|thrown|booted) (?:\\w+ )?out(?! of (?:school|college)) | sofa ?surf\\w* | (?:mates?'?s?|friends?'?s?) sofas?
    +> homeless young person; no help with housing for a homeless young person; homeless young person not accommodated
(?:my|the|our|his|her|care|case|social (?:services|work)) (?:file|files) | care records? +> care records; social care records
belongings | my stuff | (?:kids?|child\\w*)'?s? (?:toys|clothes|things) +> missing belongings
children'?s home | unregist\\w+ | unregulated +> unregistered placement
"""

EDUCATION = """
EHCPs? | EHC plans? | education,? health (?:and|&) care plans? => EHC plan
(?:EHCP?|EHC plan) (?:is |was |came |comes )?(?:\\w+ ){0,5}(?:late|overdue|delayed) | (?:20|twenty)[- ]weeks? +> EHC plan issued late
    ; delay in EHC assessment and plan
EHCN?As? | EHC needs assess\\w* | assess (?:\\w+ ){0,3}for an? (?:EHCP?|EHC plan|plan) => EHC needs assessment; delay in an EHC
    needs assessment
ed(?:ucational|ucation)?\\.? psych\\w* | EPs? | ed psychs? => educational psychologist; shortage of educational psychologists
s\\.? ?19 | section 19 => section 19 duty; alternative provision; no suitable education
AP(?! report) => alternative provision
EOTAS | EOTIS => education otherwise than at school; alternative provision
EBSA | EBSNA | school refus\\w+ | (?:couldn'?t|can'?t|cannot|won'?t|unable to|cant|couldnt|wont) (?:get into|attend|go to|go into|face|manage)
    (?:to )?school | too (?:anxious|ill|unwell|poorly|sick) (?:for|to (?:attend|go to)) school => unable to attend school
    ; no alternative education during illness; no suitable education
(?:no|without|any|missed|missing|lost|zero) (?:\\w+ )?(?:schooling|tuition|tutor|lessons?|education|teaching|school place)
    | out of (?:school|education) | off school | not in school | no school | nothing since (?:sept\\w*|jan\\w*|easter|summer)
    => no suitable education while out of school; no alternative education
    ; alternative provision duty not properly considered
tutor(?:ing|s)? | home tuition | (?:1|one|2|two|few) h(?:ou)?rs? a (?:day|week) +> inadequate tutoring; part-time alternative provision
SALT | SLT | speech (?:and|&|n) lang\\w*(?: therapy)? | speech therap\\w+ => speech and language therapy
    ; therapy in the EHC plan not delivered
therap(?:y|ies) | physio\\w* | hydrotherapy +> therapies in the EHC plan not provided
(?:1|one)[ :\\-]?(?:to|2|:)[ \\-]?(?:1|one) | LSA | (?:TA|teaching assistant) (?:hours|support|time) => one-to-one support
    ; teaching assistant support in the EHC plan
sec(?:tion)?\\.? f | (?:provision|support|help) in (?:the|his|her|my) (?:EHCP?|EHC plan|plan|statement) => special educational
    provision in the EHC plan; EHC plan provision not delivered
(?:not|never|hasn'?t|isn'?t|wasn'?t|didn'?t|stopped) (?:\\w+ )?(?:delivered|provided|happened|turned up|put in|getting) | never turned up
    +> not delivered; not provided; not secured
statement(?= (?:of|hours|never|says|of sen|provision)) => statement of SEN; EHC plan
sec(?:tion)?\\.? [bi] +> school named in the EHC plan; tribunal appeal
ARs? | annual reviews? => annual review of the EHC plan; annual review delayed
(?:final )?amended (?:EHC )?plan | amend(?:ed)? (?:the |his |her )?(?:EHCP?|plan) => amended EHC plan; amended EHC plan issued late after
    annual review
finali[sz]e\\w* | final plan => final EHC plan
SENDIST(?: order)? | SEND? tribunal(?: order)? | tribunal order(?:ed)? | tribunal (?:win|won|decision) => tribunal order; EHC plan
    delayed after a tribunal order
(?:appealed|appealing|appeal) (?:\\w+ ){0,6}(?:SENDIST|tribunal) | (?:hearing|tribunal) in => matter overlapping with a tribunal
    appeal
conceded => conceded appeal
SENCO => special educational needs coordinator
SEND?(?! me|ing|s) +> special educational needs
moved? (?:area|county|borough|councils?|LA) | new (?:LA|council|area) +> move to a new area; plan provision not made after moving area
(?:post[- ]?16|sixth form|6th form|college) +> post-16; college placement
PEX | perm(?:anent(?:ly)?)?\\.? ?exclu\\w+ | excluded(?! from the (?:meeting|assessment)) | expelled => permanent exclusion
    ; school exclusion
IRP => independent review panel; exclusion
IAP | school (?:place )?appeals? | admissions? appeals? | school place => school admission appeal; admission appeal not properly considered
(?:panel|they) (?:\\w+ )?(?:dodged|ignored|wouldn'?t answer|didn'?t answer) (?:\\w+ )?questions? +> questions unanswered at an appeal
in[- ]?year | (?:school|class) (?:move|transfer) +> in-year admission
EHE | home[- ]?(?:ed\\w*|school\\w*) => home education
reduced timetable | part[- ]?time timetable => part-time timetable; reduced timetable
(?:school|college) (?:travel|bus(?:es)?|taxi\\w*|trans?port\\w*|run|minibus) | home[- ]to[- ]school(?: transport)?
    | (?:bus(?:es)?|taxis?|transport|minibus)(?:/\\w+)? (?:\\w+ )?(?:to|for) (?:\\w+ ){0,2}(?:school|college) => school transport
    ; school transport refused
(?:pay|paying|paid|forking out|spent|spending)(?: for)? (?:the |for )?(?:taxis?|fares?|petrol|mileage|cabs?) | taxi (?:fares?|costs?|receipts)
    => transport costs; reimburse transport costs; travel costs refunded
escorts? | passenger assist\\w* | chaperone => passenger assistance on school transport; escort
(?:go|travel|ride|walk) with (?:my|him|her|them)(?: (?:son|daughter|child))? | accompan(?:y|ied) +> parent accompaniment
(?:walking|walk|safe) (?:route|distance|to school) | (?:2|3|two|three)(?:\\.\\d)? miles? +> ability to walk to school; unsafe walking
    route; school transport
(?:speak|talk|present|say) (?:\\w+ ){0,3}(?:hearing|appeal|panel) | let me speak +> no chance to present an appeal verbally
travel (?:pass|budget|allowance) | PTB => personal travel budget; travel allowance
pulled (?:him|her|them) out of school | withdr\\w+ from school +> withdrawal from school; home education
phase transfer => phase transfer EHC plan
"""

ENVIRONMENT = """
EHOs? | env(?:ironmental)?\\.? health | EH(?= (?:did|said|team|officer|won|have)) => environmental health; statutory nuisance
    investigation
ASB | anti[- ]?social(?: behaviour)? => antisocial behaviour; antisocial behaviour reports
(?:community|ASB) triggers? | ASB (?:case )?reviews? => antisocial behaviour case review; community trigger
CPNs? | CPWs? | community protection => community protection notice
FPNs? => fixed penalty notice
(?:neighbou?rs?'?s?|next ?door'?s?) (?:kids?|lads?|yobs?|tenants?) | yobs? | vandal\\w* | smashing +> antisocial behaviour by children
    ; antisocial behaviour reports
bin ?(?:men|lorry|crew|day|collections?|rounds?) | bins | (?:green|brown|blue|black|grey) bins? | rubbish | wheelie bins? | dustm[ae]n
    => bin collection; missed bin collections; refuse collection
bin +> bin collection; refuse and recycling
(?:new|replacement|broke\\w*|damaged) bins? => replacement bin charges; damaged bin
(?:bins? )?(?:left|leaving|dumped|put back|returned) (?:\\w+ ){0,2}(?:in the road|on the pavement|wrong place) +> bins not returned to
    the agreed place
assisted (?:pull[- ]?outs?|collections?|bins?|list|lift)(?: list)? | pull[- ]?out(?: list)? => assisted collection
    ; missed assisted bin collections
(?:garden|green|brown) (?:waste )?bin | garden waste +> garden waste collection; garden waste bin
recycling +> recycling collection
fly[- ]?tip\\w* => fly tipping
(?:pub|club|music|party|loud|bar|night ?club) (?:noise|music) | loud music | noisy | barking | noise => noise nuisance; noise reports
    ; delay starting a statutory nuisance investigation
(?:building|construction) site | dust | fumes? | smoke | odou?rs? | smells? | stink\\w* => noise, dust and smell nuisance from a business
    ; pollution
(?:prosecut\\w+|abatement|noise notice)(?=.*(?:noise|music|dog|pub)?) +> abatement notice; decision whether to prosecute
taxi (?:badge|licen[cs]e|plate|driver)s? | hackney | private hire | PHV | cabbie | minicab => taxi licence; private hire licence; delay
    renewing a taxi driver licence
(?:lost|loss of) (?:earnings|wages|income) | (?:my )?wages back | couldn'?t work +> loss of earnings
(?:alcohol|premises|street trading|event) licen[cs]\\w+ +> licensing decision
grave(?:stone)?s? | headstones? | memorials? | burials? | cemeter\\w+ | crem(?:atorium)? | ashes +> memorial; burial; cemetery
TPOs? => tree preservation order
rats? | vermin | mice | pest control +> pests; disrepair
"""

HOUSING = """
TA(?! (?:hours|support|time)) | temp(?:orary)?\\.? ac+om+\\w* | temp housing | interim ac+om+\\w* => temporary accommodation
    ; interim accommodation
emergency ac+om+\\w* | somewhere (?:to stay|for the night) | (?:no|any)(?:where| place)? to (?:stay|live|sleep) | slept? in (?:the|my|a|her|his) car
    | bus shelter | on the streets? | rough sleep\\w* | slept rough => interim accommodation; no interim accommodation provided
    ; delay providing interim accommodation
b ?(?:&|and|n|'n'|\\+) ?bs? | travelodge | premier inn | hotel(?: rooms?)? => bed and breakfast; family kept in bed and breakfast beyond
    six weeks
(?:6|six)[- ]?(?:wk|week)s?(?: (?:limit|rule|max))? => six weeks; bed and breakfast beyond six weeks
PHPs? | personali[sz]ed housing plan => personalised housing plan; no personalised housing plan issued
s\\.? ?18[48] | section 18[48] => interim accommodation duty; homelessness inquiries
s\\.? ?202 | section 202 | suitability reviews? | review of (?:the )?(?:flat|place|house|accom\\w*|suitability)
    => suitability review; suitability review too slow
(?:relief|main|prevention|full) duty | s\\.? ?193 => main housing duty; homelessness duty
(?:presented|present|went|applied|approached) (?:\\w+ )?(?:as |for )?homeless\\w* | made homeless | homeless app\\w*
    => homelessness application; homelessness not assessed properly
homeless(?:ness)?(?: (?:team|dept|unit|options))? | housing options +> homelessness; homelessness application
(?:turned|sent|turn) (?:\\w+ )?away | try (?:the )?(?:next|another) (?:council|borough) | gate ?keep\\w* +> applicant told to go to
    another council; no homelessness application taken; no inquiries made
s\\.? ?21(?: notice)? | section 21 | evict(?:ed|ion|ing) => eviction; homelessness
fled | fleeing | DV | DA | domestic (?:violence|abuse) | refuge | abusive (?:ex|partner|husband) => domestic abuse
damp | mould\\w* | mold\\w* | cockroach\\w* | bedbugs? | infest\\w* | leak(?:s|ing|y) | no heating | boiler | rot(?:ten|ting)? => damp and mould
    ; disrepair; disrepair reports not acted on
(?:state|condition|standard) of (?:the )?(?:TA|temp\\w*|flat|accom\\w*) +> poor condition of temporary accommodation
(?:housing )?(?:register|waiting list|list for a (?:house|flat)) | register app\\w* | homechoice | CBL => housing register application
    ; delay assessing a housing application
(?:couldn'?t|can'?t|unable to|not able to|missed) bid(?:ding)? | bid(?:ding|s)? => bidding; missed chances to bid
band(?:ing|ed)? | (?:housing )?(?:priority|points) => housing priority band; priority banding
(?:housing )?medical (?:team|assess\\w*|priority|points|evidence|letters?|form) | (?:consultant|doctor|gp|hospital)'?s? letters?
    | no priority => medical priority; medical evidence not properly considered for housing priority
overcrowd\\w* | (?:\\d|two|three|four|five|six) (?:of us )?in (?:a|one|1) (?:room|bed\\w*) => overcrowded; overcrowding
(?:move|moving|moved) (?:ppl|people|us|them|families|me|her|him) (?:on|out) | stuck in (?:unsuitable|TA|temp\\w*|a hotel) +> delay moving a
    family from unsuitable temporary accommodation
unsuitable +> unsuitable accommodation
HMOs? => house in multiple occupation; private rented housing
(?:private(?:ly)?[- ]?(?:let|rent\\w*|landlord|tenan\\w*)|my landlord|landlord won'?t) => private rented housing; landlord disrepair
    enforcement; improvement notice
HHSRS | cat(?:egory)? ?1 => housing hazards; private rented disrepair
(?:dumped|binned|threw|thrown|chucked|skipped|disposed of|lost|destroyed|got rid of) (?:\\w+ ){0,3}(?:stuff|things|belongings
    |possessions|furniture) | storage => belongings not protected; possessions disposed of; storage
joint tenancy +> joint tenancy
old address | wrong address | previous address | moved house +> letters sent to an old address; wrong address
"""

PLANNING = """
next ?door'?s? | neighbou?r'?s? | next door +> neighbour
(?:extension|conservatory|outbuilding|shed|garage|loft|dormer|balcony|building work)s?(?= .*\\b(?:built|plans?|permission|overlook\\w*
    |planning|enforce\\w*|council)\\b) | extension +> neighbour's extension; planning breach; permission for a neighbour's outbuilding
enforcement team | planning enforcement | breach(?:es|ing)? (?:of |planning )?(?:planning|conditions?|control)? | not built to plans?
    | (?:built|building|put up|went up) (?:\\w+ ){0,5}without (?:planning|permission) | not (?:built )?(?:to|per) (?:the )?(?:approved )?plans?
    => planning enforcement; delay in a planning enforcement investigation; planning breach
overlook\\w* | privacy => loss of privacy; overlooking
(?:site|working) hours | conditions? (?:discharge|ignored|breached) | planning conditions? => planning conditions; breach of condition
    notice
(?:gave|given|granted|got|passed) (?:\\w+ )?(?:planning )?permission | (?:without telling|not told|never told|not notified|no letter)
    (?:\\w+ ){0,3}(?:planning|neighbours?|application)? +> publicity for a planning application; planning permission
objections? | objected | objecting => planning objection; objection letter
building (?:control|regs?|regulations?|inspect\\w*) => building control; building regulations
CIL => community infrastructure levy
s\\.? ?106 | section 106 => section 106 agreement
permitted dev\\w* => permitted development
LDC | CLEUD => lawful development certificate
pre[- ]?app => pre-application planning advice
planners? | planning (?:dept|department|officer|team)s? => planning; planning application
"""

TRANSPORT = """
PCNs? | parking (?:fines?|tickets?|charges?) | bus lane (?:fine|ticket|charge)s? | traffic (?:fine|ticket)s? | fined for parking
    => penalty charge notice; parking penalty
(?:the )?ticket(?! office) +> penalty charge; parking ticket
TEC | out of time (?:declaration|application) | witness statement | stat(?:utory)? dec(?:laration)? => Traffic Enforcement Centre
    ; penalty charge order revoked
(?:kept|keep|keeping|refus\\w+|won'?t (?:give|pay)) (?:\\w+ ){0,3}(?:bailiff )?(?:money|fees|refund|cash) +> refund withheld; refusal to refund
    enforcement payments; refusal to refund bailiff payment
clamped? | (?:car|van) (?:\\w+ )?(?:taken|towed|seized|removed) => car clamped; car removed by bailiffs
(?:photos?|evidence|letter|appeal|challenge) (?:\\w+ ){0,6}(?:never|not|didn'?t) (?:\\w+ )?(?:look\\w*|read|consider\\w*|repl\\w+)
    +> evidence not considered; challenge not considered
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
(?:road|surface|rain) ?water | (?:road|street|drive|driveway|garden) (?:\\w+ )?flood\\w* | flood\\w* | (?:water|rain) (?:comes|coming|runs|
    running|pours|pouring) (?:in|on|down|off) => surface water flooding from a road; highway drainage
PROW | rights? of way | footpath | bridleway => public right of way
DMMO => definitive map modification order
unadopted => road adoption
"""

INFORMATION_AND_COMPLAINTS = """
un-?redacted | not redacted | (?:failed|forgot|didn'?t) (?:to )?redact\\w* +> left unredacted; personal information disclosed
(?:new |home |our |my |her |his )?address(?=.*\\b(?:ex|redact\\w*|leak\\w*|gave|given|disclos\\w*|shared|sent|report)\\b)
    | (?:gave|given|leaked|told|shared|disclosed|sent|passed|revealed|left) (?:\\w+ ){0,6}address | unredacted address
    +> home address disclosed; address disclosed to a third party; address disclosed to an ex-partner
data (?:breach\\w*|leak\\w*|protection) | GDPR | privacy breach | breach of (?:data|privacy|confidential\\w*) => data breach
    ; personal information disclosed; sensitive personal information disclosed
wrong (?:person|people|family|house|email) | (?:somebody|someone|person) who (?:wasn'?t|shouldn'?t|wasnt|shouldnt) (?:\\w+ )*?(?:have|supposed|see)\\w*
    | someone'?s (?:else'?s )?(?:details|data|letter) | another (?:child|person|family)'?s | (?:by|to us by) (?:accident|mistake)
    +> personal information sent to the wrong person; sensitive personal information disclosed to third parties
    ; data breach
(?:e-?mailed|sent|shared|passed|gave|disclosed|told) (?:\\w+ )?(?:my|our|her|his|their|sensitive|private|confidential|personal|medical)
    (?:\\w+ ){0,4}(?:info\\w*|details|data|stuff|records?|file|report|history|diagnos\\w+|plan|ex|partner) +> sensitive personal information
    disclosed; information shared without consent
medical (?:stuff|info\\w*|details|history|notes) => medical records
ICO | info(?:rmation)? commissioner\\w* => Information Commissioner
FOIA?s? | EIR | freedom of info\\w* => freedom of information request
D?SARs? | subject access(?: requests?)? => subject access request
(?:lost|losing|lose|mislaid|misplaced) (?:\\w+ ){0,3}(?:file|files|records?|documents?|docs?|papers?|letter|passport|ID|it all|them all|forms?)
    | (?:file|files|records?|documents?|docs?|letter|ID) (?:\\w+ ){0,2}(?:lost|gone missing|missing|mislaid) | lost (?:it|them) all +> records
    lost; documents lost; care records lost
lies | twist\\w+ | misquot\\w+ | made up | wrong facts | (?:full of|loads of) (?:errors|mistakes|lies) | (?:got|had) (?:it |facts )?(?:all )?wrong
    | factual(?:ly)? (?:errors?|wrong|incorrect) => inaccurate information; factual errors; inaccurate assessment
delete\\w* | erase\\w* | (?:correct|amend|change|fix) (?:it|them|the (?:record|file|report)) | wo?n'?t correct +> refusal to delete
    records; errors not corrected; inaccurate information kept on file
(?:fobbed|fobbing) off | ghosted | radio silence | (?:never|not|no ?one|nobody) (?:\\w+ )?(?:replied|reply|answered|got back|called back|responds?)
    | ignor(?:ed|ing) (?:me|us|my|our|emails?|calls?|letters?) => poor communication; no reply
duff | dodgy | rubbish(?= (?:reasons?|investigation|decision|job)) | (?:no|without|any) (?:explanation|reasons?) => inadequate reasons
    ; reasons not explained
generic | cut (?:and|&|n) paste | copy (?:and|&|n) paste | standard letter => inadequate reasons; factors in the decision not recorded
mucked (?:us|me|about)\\w*(?: about)? | messed (?:us|me) (?:about|around) | gave the runaround | pillar to post => poor communication
    ; poor customer service
knocked back | turned down | rejected | refused | said no => refused; refusal
sat on (?:it|this|my|the) | sat (?:unassessed|untouched|there|unopened) | drag\\w+ (?:\\w+ )?(?:feet|heels|on) | (?:took|taken|takes|taking|waited|
    waiting) (?:\\w+ ){0,3}(?:ages|forever|months|years|yrs|mths|yr|weeks|wks) | (?:\\d+|two|three|four|five|six|seven|eight|nine|ten) (?:months|mths
    |years|yrs|weeks|wks)(?: (?:late|overdue|wait|delay|to \\w+))? +> delay; long delay
nowt | did nothing | done nothing | nothing (?:has )?(?:been )?(?:done|happened) | no action => no action taken; actions not completed
(?:promised|agreed|supposed|told) (?:\\w+ ){0,2}to (?:pay|do|fix|sort) .{0,50}(?:hasn'?t|havent|haven'?t|never|still|not)
    | (?:last|previous|earlier|first) (?:ombudsman|lgo|lgsco) (?:case|decision|complaint) | didn'?t (?:do|carry out) what .{0,20}agreed
    +> agreed remedy not carried out; promised remedy not paid; delay in paying an agreed remedy
reasonable adj\\w* => reasonable adjustments
vexatious | unreasonable complainant | banned from contact\\w* => vexatious complainant policy
discriminat\\w+ | racis\\w+ | racial | equality act | PSED +> Equality Act duty; racial bias; reasonable adjustments
tribunal +> tribunal; right of appeal
too late | (?:only )?(?:just )?found out (?:last|this|in|recently) | years ago | out of time | historic(?:al)? +> late complaint; historic
appeal rights? | (?:never|not) (?:told|said|informed) (?:\\w+ ){0,3}(?:could |can )?appeal +> appeal rights not explained; no appeal rights given
back ?dat\\w* => backdated
"""


@dataclass(frozen=True)
class Term:
    """One thing that is said (``said``: a pattern) and how decisions write it (``written``, plainest first)."""

    said: str
    written: tuple[str, ...]
    replaces: bool


def _read(table: str) -> tuple[Term, ...]:
    """The entries of a table; each must have one arrow."""
    lines: list[str] = []
    for line in table.strip().splitlines():
        if line.startswith("    "):
            lines[-1] += (" " if line.lstrip()[0] not in ";|" or line.lstrip().startswith("| ") else "") + line.strip()
        else:
            lines.append(line)
    entries = []
    for line in lines:
        replaces = " => " in line
        said, written = line.split(" => " if replaces else " +> ")
        ways = (way.strip() for way in said.split(" | "))
        entries.append(Term("|".join(ways), tuple(phrase.strip() for phrase in written.split(";")), replaces))
    return tuple(entries)


TERMS: tuple[Term, ...] = (
    *_read(PEOPLE),
    *_read(ADULT_CARE),
    *_read(BENEFITS_AND_TAX),
    *_read(CHILDREN),
    *_read(EDUCATION),
    *_read(ENVIRONMENT),
    *_read(HOUSING),
    *_read(PLANNING),
    *_read(TRANSPORT),
    *_read(INFORMATION_AND_COMPLAINTS),
)
