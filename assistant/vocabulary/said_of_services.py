"""What people say of benefits, tax and education, and how decisions write it: tables of ``terms``."""

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
(?:council tax|bill|debt|it)(?: \w+)? (?:was |is )?(?:never|not) (?:mine|ours|my (?:debt|bill|house|flat))
    | never lived (?:there|at) +> council tax charged when not liable; enforcement agents sent to the wrong person
not liable | wrong (?:person|name)(?=.*\b(?:council tax|bailiff\w*|enforcement|debt)\b)
    +> council tax charged when not liable ; council tax bills sent to the wrong address
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
SEN | (?-i:SEND)
    | send (?= (?:transport|support|provision|needs|plans?|team|child\w*|pupils?|cases|school\w*|officers?|delays?)\b)
    +> special educational needs
moved? (?:area|county|borough|councils?|LA) | new (?:LA|council|area) +> move to a new area
    ; plan provision not made after moving area
(?:post[- ]?16|sixth form|6th form|college) +> post-16; college placement
PEX | perm(?:anent(?:ly)?)?\.? ?exclu\w+ | expelled => permanent exclusion; school exclusion
excluded => permanent exclusion; school exclusion <! excluded (?:\w+ )?from (?:\w+ ){0,4}(?:meeting|assessment)s?
    | excluded (?:\w+ )?from (?:\w+ ){0,4}(?:conference|list|library|gym|pool|centre|building|review|register)s?
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
    | (?:bus|transport)(?=.*(?:college|post[- ]?16|sixth form)) +> school transport
    ; pick-up and drop-off; post-16 transport
(?:bus|taxi|minibus) (?:driver|escort)s? +> school transport; pick-up and drop-off
    <! (?:driver|hackney|private hire) (?:licen[cs]\w*|badge) | (?:licen[cs]\w*|badge|plate|DBS|DVLA)
(?:buses|taxis?|cabs?|minibus\w*)(?=.*\b<school>\b) | <school>(?=.*\b(?:buses|taxis?|cabs?|minibus\w*)\b)
    +> school transport; school transport refused <! (?:taxi|cab|driver'?s?) (?:licen[cs]\w*|badge|plate)s?
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
(?:perm(?:anent(?:ly)?)?\.? ?(?:ex|exclu\w+)|PEX|kicked out of (?:school|college)|excluded from
    school|off[- ]?roll\w*|day six|sixth day)
    +> alternative provision; no alternative education after an exclusion; no suitable education; removal from a school
    roll
off[- ]?roll\w* | taken off (?:the )?(?:school )?roll => removal from a school roll; elective home education
admissions? appeals?(?: panels?)? | appeal panel | the clerk | clerk'?s notes => school admission appeal
    ; admission appeal not properly considered; clerk's notes of an appeal
waiting list(?=.*\bschool) => school admissions waiting list; school admission
annual reviews?(?=.*\b(?:late|delay\w*|months?|mths|overdue|after)\b) +> annual review delayed
    ; amended EHC plan issued late after annual review
adult (?:services|social care|care)(?=.*\b(?:assess\w*|18)\b)
    +> transition to adult care; delay in a transition assessment
"""
