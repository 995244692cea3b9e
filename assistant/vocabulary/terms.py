"""The field vocabulary: what people say, and the words in which decisions speak of it.

A table and nothing else. Each entry gives the ways of saying it (regular expressions without the word
boundaries, matched without regard to case) and the decisions' own words, the plainest first: that first one may stand
in the place of what was said, the others are only added. Abbreviations, slang, council-side words and the short names
of laws and offices, for the whole field and in the order of the site's categories.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Term:
    """One thing that is said (``said``: patterns) and how decisions write it (``written``: phrases, plainest first)."""

    said: tuple[str, ...]
    written: tuple[str, ...]


def _term(said: str, *written: str) -> Term:
    """One entry; the ways of saying it are separated by `` | ``."""
    return Term(tuple(said.split(" | ")), written)


PEOPLE = (
    _term(r"kids? | kiddos? | youngsters? | lads? | little (?:ones?|boy|girl)", "child"),
    _term(r"mum | mam | mom | mummy", "mother"),
    _term(r"dad | daddy", "father"),
    _term(r"nan | nana | gran | granny | grandma", "grandmother", "relative"),
    _term(r"grandad | grandpa", "grandfather", "relative"),
    _term(r"hubby", "husband"),
    _term(r"ppl", "people"),
    _term(r"sws? | soc(?:ial)? workers? | s/w", "social worker"),
    _term(
        r"my ex | her ex | his ex | ex[- ]?(?:husband|wife|bf|gf|boyfriend|girlfriend)", "ex-partner", "former partner"
    ),
    _term(r"abuser | perp | perpetrator", "abusive ex-partner", "perpetrator"),
    _term(r"LAs? | loc(?:al)? auth(?:ority|orities)? | cncl", "council"),
    _term(r"teen | teenager | 1[67] ?(?:yo|yr old|year old|y/o)?(?= |$)", "young person"),
    _term(r"carer(?= for my)", "unpaid carer"),
)

ADULT_CARE = (
    _term(r"care act (?:ax|assess\w*|assmt)", "care and support needs assessment", "Care Act assessment"),
    _term(r"ax | assmt", "assessment"),
    _term(r"DPs? | direct pay(?:ment)?s?", "direct payments", "personal budget"),
    _term(r"(?<!\d )(?<!\d)PAs?(?! system)", "personal assistant", "personal adviser"),
    _term(r"DFGs?", "disabled facilities grant", "adaptations"),
    _term(
        r"wet ?rooms? | level access shower | walk[- ]in shower | stair ?lift | through[- ]floor lift | hoist",
        "bathroom adaptation",
        "disabled facilities grant",
        "adaptations",
    ),
    _term(r"OTs?", "occupational therapist", "occupational therapy"),
    _term(
        r"DoA | deprivation of assets | deprived? (?:her|him|them)sel\w+ of (?:assets|capital) | signed (?:her|his|the) house over "
        r"| gave (?:her|his|the) house",
        "deliberate deprivation of assets",
        "property gifted to family before care",
    ),
    _term(r"DoLS? | deprivation of liberty", "deprivation of liberty authorisation", "mental capacity"),
    _term(r"s\.? ?117 | section 117", "section 117 aftercare"),
    _term(r"CHC | continuing (?:health )?care", "NHS continuing healthcare", "healthcare funding"),
    _term(r"FNC", "NHS funded nursing care"),
    _term(r"top[- ]?ups? | third party (?:payment|contribution)", "top-up fees", "third party contribution"),
    _term(r"DPA | deferred payment", "deferred payment agreement"),
    _term(r"DRE", "disability related expenditure"),
    _term(r"MIG", "minimum income guarantee"),
    _term(r"fin(?:ancial)? (?:ax|assess\w*)", "financial assessment"),
    _term(r"care bills? | care fees? | invoiced? for care | billed (?:her|him|mum|dad)?", "care charges", "invoice"),
    _term(r"full whack", "full charge"),
    _term(
        r"home carers? | dom(?:iciliary)? care | carers turn\w* up | care calls? | care agency | calls? missed | missed calls",
        "home care visits",
        "domiciliary care",
    ),
    _term(
        r"care home | nursing home | residential home | rest home | went in a home | in the home till",
        "care home",
        "residential care",
    ),
    _term(r"(?:bed|pressure) ?sores? | grade [34] sores? | pressure (?:ulcers?|damage)", "pressure sores", "poor care"),
    _term(
        r"lost (?:\d+|two|three|a lot of) ?(?:stone|kg|weight) | weight loss | malnourish\w*",
        "weight loss",
        "nutrition",
        "poor care",
    ),
    _term(r"falls? | fell", "falls prevention"),
    _term(r"safeguarding substantiated | s\.? ?42 | section 42", "safeguarding enquiry", "neglect substantiated"),
    _term(
        r"turned (?:18|eighteen) | adults? team | transition(?:ing)? to adult\w* | (?:moving|move) to adult\w*",
        "transition to adult care",
        "move from children's services",
    ),
    _term(r"blue badges? | BB application", "blue badge"),
    _term(r"hidden disabilit\w+ | non[- ]visible disabilit\w+", "hidden disability"),
    _term(r"day cent(?:re|er)", "day centre"),
    _term(r"respite | short breaks?", "respite care", "short breaks"),
    _term(
        r"self[- ]?fund\w* | pays? (?:for it )?(?:herself|himself|themselves) | privately paid | private (?:agency|provider|care)",
        "self-funded care",
        "care provider",
    ),
    _term(r"carer'?s? (?:ax|assess\w*)", "carer's assessment"),
    _term(r"telecare | pendant alarm | lifeline", "telecare alarm"),
    _term(r"reablement | rehab", "reablement"),
    _term(
        r"hospital discharge | sent home from hospital | straight from hospital | discharged? (?:from|to|into)",
        "hospital discharge",
    ),
    _term(r"LPA | power of attorney | POA", "power of attorney"),
    _term(r"appointeeship | court of protection | deputy(?:ship)?", "deputyship", "appointee"),
    _term(r"MCA | best interests?", "best interests decision", "mental capacity"),
    _term(r"AMHP", "approved mental health professional"),
)

BENEFITS_AND_TAX = (
    _term(r"HB", "housing benefit"),
    _term(
        r"CTR | CTRS | CTS | council tax (?:reduction|benefit|rebate) | LCTS",
        "council tax support",
        "council tax reduction",
    ),
    _term(r"c/?tax | c\.tax", "council tax"),
    _term(r"DHPs?", "discretionary housing payment"),
    _term(
        r"bailiffs? | marstons? | rundles? | jacobs | bristow(?: & sutor)? | debt collectors? | EAs",
        "enforcement agents",
        "bailiffs",
    ),
    _term(r"liability order", "council tax liability order"),
    _term(r"(?:claw(?:ing|ed)? back | overpaid) | overpayments? | recoup\w*", "overpayment recovery", "overpayment"),
    _term(
        r"lockdown grants? | covid grants? | business grants? | (?:small )?business support grants? | LRSG | ARG | RHLG",
        "COVID-19 business grant",
        "discretionary grant",
    ),
    _term(r"isolation payment | test and trace (?:payment|support)\w*", "self-isolation support payment"),
    _term(r"energy rebate", "council tax energy rebate"),
    _term(r"single person(?:'s|s)? discount | SPD", "single person discount"),
    _term(r"business rates | NNDR | rates relief", "business rates"),
    _term(r"charging order", "charging order"),
    _term(r"banding | VOA", "council tax band"),
    _term(r"empty (?:home|house|property) premium", "empty property premium"),
    _term(r"crisis (?:grant|payment|fund) | HSF | household support fund | local welfare", "local welfare payment"),
)

CHILDREN = (
    _term(r"child(?:ren)?'?s? services | childrens | CSC | social services", "children's services"),
    _term(
        r"stg ?2 | stage ?(?:2|two)(?= (?:took|investigation|report|is|was|complaint|delay))| statutory stage 2",
        "stage two of the statutory children's complaints procedure",
        "delay in the statutory complaints process",
    ),
    _term(r"stg ?3 | stage ?(?:3|three)", "stage three review panel", "statutory complaints process"),
    _term(r"stg ?1", "stage one complaint"),
    _term(
        r"corporate (?:process|procedure|complaints?) | (?:childrens?'?|children's) statutory (?:one|procedure|process)",
        "complaint not handled under the statutory children's procedure",
    ),
    _term(
        r"C ?& ?F (?:ax|assess\w*) | child and family assess\w* | single assess\w* | SW assess\w* | social work assess\w*",
        "child and family assessment",
        "inaccurate assessment",
    ),
    _term(r"s\.? ?47 | section 47", "section 47 child protection enquiry", "child protection investigation"),
    _term(r"s\.? ?17 | section 17", "section 17 child in need"),
    _term(r"s\.? ?20 | section 20", "section 20 accommodation", "looked after child"),
    _term(r"CIN", "child in need plan"),
    _term(r"CPP | CP plan | child protection plan", "child protection plan"),
    _term(r"ICPC | RCPC | CP conference | case conference", "child protection conference"),
    _term(r"LADO", "allegations against a foster carer or professional", "local authority designated officer"),
    _term(r"foster(?:ing)? carers?", "foster carers"),
    _term(r"LAC | CLA | looked[- ]after | in care", "looked after child", "child in care"),
    _term(r"care leavers? | leaving care | care leaver'?s?", "care leaver", "leaving care support"),
    _term(r"pathway plans?", "pathway plan for a care leaver"),
    _term(r"SGOs? | special guardian\w*", "special guardianship allowance", "special guardian"),
    _term(
        r"kinship | connected (?:carer|person)s? | family (?:and|&) friends carers? "
        r"| take my (?:\w+ )?(?:nephews?|nieces?|grand\w+|siblings?|brothers?|sisters?)"
        r"| (?:bringing|brought) up (?:my|her|his) (?:\w+ )?(?:nephews?|nieces?|grand\w+) | private family arrangement",
        "kinship carer",
        "family and friends fostering",
        "relative caring for children not treated as looked after",
    ),
    _term(r"fostering money | fostering (?:pay|allowance)", "fostering allowance"),
    _term(
        r"(?:child arrangements?|residence) order | CAO | RO allowance",
        "residence or child arrangements order allowance",
    ),
    _term(r"adoption allowance | adopters?", "adoption", "adoption support"),
    _term(r"IRO", "independent reviewing officer"),
    _term(r"IRM", "independent review mechanism"),
    _term(r"CAFCASS", "Cafcass"),
    _term(r"contact (?:centre|with my (?:kids?|child\w*|son|daughter))", "contact arrangements"),
    _term(r"parent carers?(?:'s)? (?:ax|assess\w*)", "parent carer's needs assessment"),
    _term(r"no recourse | NRPF", "no recourse to public funds", "section 17 support"),
    _term(r"UASC | asylum[- ]seeking", "unaccompanied asylum seeking child", "age assessment"),
    _term(r"EDT", "out of hours duty team"),
    _term(r"early help | TAF", "early help"),
    _term(r"MASH", "referral to children's services"),
    _term(r"(?:my|the|our) file | care (?:file|records?) | case file", "care records", "records lost"),
    _term(r"SARs? | DSARs? | subject access", "subject access request"),
    _term(
        r"chucked (?:him|her|them)? ?out | kicked (?:him|her|them)? ?out | sofa ?surf\w* | mates'? sofas?",
        "homeless young person",
        "homeless",
    ),
)

EDUCATION = (
    _term(
        r"EHCPs? | EHC plans? | education,? health (?:and|&) care plans?", "EHC plan", "education health and care plan"
    ),
    _term(r"EHCN?As? | needs assessment(?= for (?:my|an?) (?:son|daughter|child))", "EHC needs assessment"),
    _term(
        r"ed(?:ucational)?\.? psych\w* | EPs? | ed psychs?",
        "educational psychologist",
        "shortage of educational psychologists",
    ),
    _term(r"s\.? ?19 | section 19", "section 19 alternative provision", "education out of school"),
    _term(r"AP(?! report)", "alternative provision"),
    _term(r"EOTAS | EOTIS", "education otherwise than at school"),
    _term(
        r"EBSA | EBSNA | school refus\w+ | couldn'?t get into school | can'?t (?:attend|go to) school | too anxious",
        "unable to attend school",
        "anxiety",
        "no alternative provision while out of school",
    ),
    _term(
        r"(?:no|without|any) (?:schooling|tuition|education|school place) | out of school | missed school | off school",
        "no suitable education",
        "alternative provision",
        "out of school",
    ),
    _term(r"SALT | SLT | speech (?:and|&) lang\w* | speech therapy", "speech and language therapy"),
    _term(r"physio", "physiotherapy"),
    _term(r"1[ :\-]?(?:to|2|:)[ \-]?1 | one[ -]to[ -]one | TA support | LSA", "one-to-one support"),
    _term(
        r"section f | sec f | s\.? ?f provision",
        "provision in the EHC plan not delivered",
        "special educational provision",
    ),
    _term(r"section [bi] | naming (?:a |the )?school", "school named in the EHC plan"),
    _term(r"AR | annual reviews?", "annual review of the EHC plan"),
    _term(r"(?:final )?amended plan | finalis\w+", "final amended EHC plan"),
    _term(r"SENDIST | SEND tribunal | SENT | FTT(?= (?:send|order))", "SEND Tribunal", "Tribunal order"),
    _term(r"SENCO", "special educational needs coordinator"),
    _term(r"SEND? ", "special educational needs"),
    _term(r"PEX | perm(?:anent(?:ly)?)? exclu\w+ | excluded | expelled", "permanent exclusion", "school exclusion"),
    _term(r"IRP", "independent review panel"),
    _term(r"IAP | school appeal | admissions? appeal | school place appeal", "school admission appeal panel"),
    _term(r"EHE | home[- ]?ed\w*", "elective home education"),
    _term(r"CME", "child missing education"),
    _term(r"reduced timetable | part[- ]time timetable", "part-time timetable"),
    _term(
        r"school (?:travel|bus(?:es)?|taxi\w*|transport\w*|run) | home[- ]to[- ]school | buses/taxis to school | transport to (?:\w+ )?school",
        "school transport",
    ),
    _term(r"taxi(?:s)? (?:to school|for school|£+)", "school transport costs"),
    _term(r"(?:my|his|her) (?:bus|travel) pass", "travel pass"),
    _term(r"phase transfer", "phase transfer EHC plan"),
    _term(r"PIP(?= school) | named school", "school named in plan"),
)

ENVIRONMENT = (
    _term(r"EHOs? | env(?:ironmental)? health", "environmental health", "noise nuisance"),
    _term(r"ASB | anti[- ]?social", "antisocial behaviour"),
    _term(r"community triggers? | ASB case review", "antisocial behaviour case review", "community trigger"),
    _term(r"CPNs? | community protection", "community protection notice"),
    _term(r"FPN", "fixed penalty notice"),
    _term(
        r"bins? | bin ?(?:men|lorry|collection)s? | wheelie | rubbish | refuse | crews?",
        "refuse collection",
        "missed bin collections",
    ),
    _term(r"assisted (?:pull[- ]?outs?|collections?|bins?|list) | pull[- ]?out list", "assisted refuse collection"),
    _term(r"recycling | garden waste | brown bin | green bin", "recycling collection", "garden waste"),
    _term(r"fly[- ]?tip\w*", "fly tipping"),
    _term(r"pub noise | music noise | loud music | noisy | barking", "noise nuisance", "statutory nuisance"),
    _term(r"stat(?:utory)? nuisance", "statutory nuisance"),
    _term(
        r"taxi (?:badge|licen[cs]e|plate|driver) | hackney | private hire | PHV", "taxi licence renewal", "licensing"
    ),
    _term(r"smoke | fumes | odou?rs? | smells?", "smoke and odour nuisance", "pollution"),
    _term(r"TPOs? | tree preservation", "tree preservation order"),
    _term(r"(?:grave|headstone|memorial|burial|cemetery|crem(?:atorium)?)s?", "cemetery", "memorial", "burial"),
    _term(r"rats? | vermin | mice | pests?", "pest control"),
    _term(r"gull(?:e)?ys? | blocked drains?", "blocked highway drain", "flooding from the highway", "gully"),
)

HOUSING = (
    _term(
        r"TA(?= (?:is|was|full|with|in|or|for|placement|flat)\b|$)| temp(?:orary)? ac+om+\w* | temp housing | interim ac+om+\w* "
        r"| emergency ac+om+\w* | state of TA",
        "temporary accommodation",
        "interim accommodation",
    ),
    _term(
        r"b ?(?:&|and|n|'n') ?b | hotel(?: room)? | travelodge",
        "bed and breakfast accommodation",
        "unsuitable accommodation",
    ),
    _term(
        r"(?:6|six)[- ](?:wk|week)s? (?:limit|rule)? | past the 6 weeks", "bed and breakfast for more than six weeks"
    ),
    _term(r"PHP", "personal housing plan"),
    _term(r"s\.? ?18[48] | section 18[48]", "interim accommodation duty"),
    _term(r"s\.? ?202 | section 202 | suitability review", "suitability review"),
    _term(r"relief duty | main duty | prevention duty | s\.? ?193", "main housing duty", "homelessness duty"),
    _term(
        r"presented (?:as )?homeless | made homeless | homeless app\w* | rough sleep\w* | bus shelter | on the streets?",
        "homelessness application",
        "homeless",
    ),
    _term(
        r"s\.? ?21(?= notice) | section 21 | eviction notice | evict(?:ed|ion)", "eviction", "homelessness prevention"
    ),
    _term(r"fled | fleeing | DV | DA | domestic (?:violence|abuse) | refuge", "domestic abuse"),
    _term(
        r"damp | mould | mold | cockroach\w* | infest\w* | leak(?:s|ing|y) | disrepair", "disrepair", "damp and mould"
    ),
    _term(
        r"(?:housing )?register | waiting list | bidding | bids? | CBL", "housing register application", "unable to bid"
    ),
    _term(r"band(?:ing)?s? | priority (?:band|need|points)", "housing priority band"),
    _term(
        r"(?:housing )?medical (?:team|assess\w*|priority|points) | no priority",
        "medical priority",
        "housing medical assessment",
    ),
    _term(r"overcrowd\w*", "overcrowded"),
    _term(r"HMOs?", "house in multiple occupation", "private housing"),
    _term(
        r"HHSRS | cat(?:egory)? 1 hazard | landlord won'?t (?:fix|repair)",
        "housing hazards",
        "private rented disrepair",
    ),
    _term(r"RTB | right to buy", "right to buy"),
    _term(r"rent(?:al)? deposit | bond scheme", "rent deposit scheme"),
    _term(
        r"mov(?:e|ing) (?:ppl|people|us|them|families) out | suitable move",
        "delay moving from unsuitable accommodation",
    ),
)

PLANNING = (
    _term(
        r"next ?door'?s? (?:extension|building|build|loft|shed|garage)| neighbou?r'?s? (?:extension|building works?|build|loft|shed|garage)",
        "neighbour's extension",
        "planning",
    ),
    _term(
        r"enforcement team | planning enforcement | breach of (?:planning|condition)s? | not built to plans? | without planning",
        "planning enforcement",
        "breach of planning control",
    ),
    _term(r"overlook\w* | privacy", "loss of privacy", "overlooking"),
    _term(r"building (?:control|regs?|inspect\w*)", "building control", "building regulations"),
    _term(r"CIL", "community infrastructure levy"),
    _term(r"s\.? ?106 | section 106", "section 106 agreement"),
    _term(r"PD(?= rights)| permitted dev\w*", "permitted development"),
    _term(r"LDC | CLEUD", "lawful development certificate"),
    _term(r"pre[- ]?app", "pre-application planning advice"),
    _term(r"site notice | neighbour notif\w*", "neighbour notification of a planning application"),
    _term(r"listed building | conservation area", "listed building", "conservation area"),
)

TRANSPORT = (
    _term(r"PCNs? | parking (?:fines?|tickets?) | bus lane (?:fine|ticket)s?", "penalty charge notice", "parking"),
    _term(
        r"TEC | out of time (?:declaration|application) | witness statement",
        "Traffic Enforcement Centre",
        "penalty charge",
    ),
    _term(r"CEO(?= (?:gave|issued)) | traffic warden | parking warden", "civil enforcement officer"),
    _term(r"CPZ | residents?'? permits? | parking permits?", "parking permit", "controlled parking zone"),
    _term(r"LTN | low traffic neighbourhood", "low traffic neighbourhood", "traffic order"),
    _term(r"TROs? | ETROs?", "traffic regulation order"),
    _term(r"ULEZ | CAZ | clean air", "clean air zone charge", "penalty charge"),
    _term(r"pot ?holes?", "pothole", "highway repair"),
    _term(r"highways(?: dept| team)?", "highway authority", "highway"),
    _term(r"dropped kerbs? | crossover", "dropped kerb", "vehicle crossing"),
    _term(r"road water | road floods? | surface water", "surface water", "flooding from the highway"),
    _term(r"PROW | right of way | footpath | bridleway", "public right of way"),
    _term(r"DMMO", "definitive map modification order"),
    _term(r"S38 | unadopted | road adoption", "road adoption"),
)

HANDLING = (
    _term(
        r"un-?redacted | not redacted | failed to redact | left (?:in|on) (?:a|the) (?:report|letter|paperwork|bundle|document)s?",
        "personal information disclosed",
        "address disclosed in a document",
    ),
    _term(
        r"(?:new |home |our |my )?address(?=.*(?:ex\b|redact|leak|gave|given|disclos|shared|sent))",
        "home address disclosed",
    ),
    _term(
        r"data (?:breach|leak|protection)\w* | GDPR | privacy breach | leak(?:ed)?(?= (?:my|our|her|his|data|personal|info\w*|address))",
        "data breach",
        "personal information disclosed",
    ),
    _term(
        r"wrong person | somebody who wasn'?t supposed | someone else'?s? (?:details|letter|data|file) | sent to the wrong",
        "personal information sent to the wrong person",
        "data breach",
    ),
    _term(r"emailed (?:my|our|her|his)", "sensitive information emailed to a third party"),
    _term(r"medical (?:stuff|records?|info\w*|details)", "medical records", "medical information"),
    _term(r"ICO | info(?:rmation)? commissioner", "Information Commissioner"),
    _term(r"FOI(?:A|s)? | EIR | freedom of info\w*", "freedom of information request"),
    _term(
        r"los(?:t|ing) (?:it|them|my|our|the|all|records?|file|documents?) | lost (?:it|them) all",
        "records lost",
        "documents lost",
    ),
    _term(
        r"fobbed off | ignored | no ?one (?:replied|answered|got back) | radio silence | ghosted",
        "poor communication",
        "no reply",
    ),
    _term(r"gave duff reasons | duff | dodgy", "inadequate reasons"),
    _term(r"mucked (?:us|me) about | messed (?:us|me) (?:about|around)", "poor communication"),
    _term(r"dodged (?:my )?questions?", "questions not answered"),
    _term(r"generic | cut and paste | copy and paste", "inadequate reasons", "decision letter"),
    _term(r"knocked back | turned down | refused", "refused"),
    _term(
        r"sat on it | sat (?:unassessed|untouched|there) | dragg\w+ (?:its|their)? ?(?:feet|on)| nowt (?:has )?(?:been )?done | did nothing",
        "delay",
        "no action",
    ),
    _term(r"never turned up | didn'?t (?:turn up|happen) | no show", "not provided"),
    _term(r"twisted what | misquoted | wrong facts | full of (?:lies|errors|mistakes)", "inaccurate", "factual errors"),
    _term(r"reasonable adj\w*", "reasonable adjustments"),
    _term(
        r"vexatious | unreasonable complainant | banned from contact\w*",
        "restricted contact",
        "vexatious complainant policy",
    ),
    _term(r"discriminat\w+ | equality act | PSED", "Equality Act duty", "reasonable adjustments"),
    _term(r"monitoring officer | cllrs? | councillors?", "councillor conduct complaint"),
    _term(r"paying (?:for )?(?:taxis|fares?|mileage) | petrol money | mileage", "transport costs", "mileage"),
    _term(r"back ?dat\w*", "backdated"),
    _term(r"tribunal", "tribunal appeal right"),
)

TERMS: tuple[Term, ...] = (
    *PEOPLE,
    *ADULT_CARE,
    *BENEFITS_AND_TAX,
    *CHILDREN,
    *EDUCATION,
    *ENVIRONMENT,
    *HOUSING,
    *PLANNING,
    *TRANSPORT,
    *HANDLING,
)
