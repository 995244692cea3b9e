"""The words of the synthetic record, as tables: what each drawer is about, and the sentences that tell it."""

from __future__ import annotations

from assistant.domain import Outcome

# Category, subcategory, how many decisions in a thousand, and what its decisions are about.
DRAWERS: tuple[tuple[str, str, int, tuple[str, ...]], ...] = (
    (
        "Education",
        "Special educational needs",
        130,
        ("education, health and care plan", "annual review", "speech therapy", "tribunal order", "key stage transfer"),
    ),
    ("Education", "Alternative provision", 40, ("tuition at home", "online lessons", "medical evidence", "timetable")),
    (
        "Education",
        "School admissions",
        45,
        ("admission appeal", "waiting list", "distance measurement", "sibling rule"),
    ),
    ("Education", "School transport", 35, ("bus pass", "walking route", "taxi contract", "travel allowance")),
    (
        "Children's care services",
        "Child protection",
        60,
        ("core assessment", "strategy meeting", "case conference", "disclosed address", "section 47 enquiry"),
    ),
    (
        "Children's care services",
        "Looked after children",
        35,
        ("foster placement", "pathway plan", "contact order", "independent visitor"),
    ),
    ("Children's care services", "Disabled children", 30, ("short breaks", "carer's assessment", "respite nights")),
    ("Adult care services", "Charging", 70, ("financial assessment", "top-up fee", "deferred payment", "care charges")),
    (
        "Adult care services",
        "Assessment and care plan",
        65,
        ("needs assessment", "support plan", "care package", "review"),
    ),
    (
        "Adult care services",
        "Residential care",
        55,
        ("care home", "falls record", "fluid chart", "room fees", "medication"),
    ),
    ("Adult care services", "Domiciliary care", 35, ("missed calls", "carer's visits", "call log", "agency rota")),
    ("Adult care services", "Disabled facilities grants", 20, ("level access shower", "stair lift", "ramp", "grant")),
    (
        "Housing",
        "Homelessness",
        75,
        ("temporary accommodation", "bed and breakfast", "homelessness duty", "personal housing plan", "storage"),
    ),
    ("Housing", "Allocations", 65, ("housing register", "medical priority", "banding", "bidding account", "transfer")),
    ("Housing", "Private housing", 15, ("licensing scheme", "hazard notice", "damp inspection", "harassment report")),
    ("Planning", "Planning applications", 55, ("extension", "planning officer's report", "site notice", "roof line")),
    ("Planning", "Enforcement", 40, ("enforcement notice", "breach of condition", "boundary wall", "outbuilding")),
    ("Benefits and tax", "Council tax", 35, ("council tax account", "liability order", "bailiff", "single discount")),
    ("Benefits and tax", "Housing benefit", 15, ("overpayment", "benefit claim", "landlord's letter", "backdating")),
    ("Environment and regulation", "Noise", 25, ("noise diary", "abatement notice", "recording equipment", "music")),
    ("Environment and regulation", "Refuse and recycling", 25, ("missed bins", "assisted collection", "garden waste")),
    ("Environment and regulation", "Antisocial behaviour", 15, ("community trigger", "incident log", "warning letter")),
    ("Transport and highways", "Parking and penalties", 45, ("penalty charge notice", "bailiff", "permit", "appeal")),
    ("Transport and highways", "Highway repair", 20, ("pothole", "dropped kerb", "drainage", "street lighting")),
    ("Other Categories", "Burial and commemoration", 5, ("grave deed", "memorial", "burial register")),
    ("Health", "Assessment and funding", 15, ("continuing care funding", "aftercare", "discharge meeting")),
)

OUTCOMES: tuple[tuple[Outcome, int], ...] = (
    (Outcome.UPHELD, 46),
    (Outcome.NOT_UPHELD, 18),
    (Outcome.CLOSED, 35),
    (Outcome.DISCONTINUED, 1),
)

# Standing paragraphs: word for word the same in thousands of decisions, and left out of search.
STANDING: tuple[str, ...] = (
    "We look for fault in what organisations do, and ask whether it has had a bad effect on the person who complains. "
    "That effect is called injustice here. (Local Government Act 1974, sections 26(1) and 26A(1), as amended)",
    "We cannot question whether a council's decision is right or wrong because somebody disagrees. We must ask whether "
    "there was fault in how it was reached. (Local Government Act 1974, section 34(3), as amended)",
    "We cannot look at late complaints unless we decide that there are good reasons. Late means that somebody "
    "took more "
    "than twelve months to tell us of what went wrong. (Local Government Act 1974, sections 26B and 34D, as amended)",
    "The law says that we cannot normally look at a matter when somebody can appeal to a tribunal about it, "
    "or could go "
    "to court, unless it would be unreasonable to expect that.",
    "When we find fault with what a care provider does, we can make recommendations to the council that asked "
    "it to act.",
    "We may share this decision with the inspectorate of the service, under an agreement on sharing information.",
)
METHOD: tuple[str, ...] = (
    "I spoke to the person who complains, read what the body sent me and looked at the law and the guidance.",
    "Both sides had the chance to comment on a draft of this decision. I considered what they said before I ended it.",
)
LAW: tuple[str, ...] = (
    "The regulations say how long a body may take over the {matter}, and that it must give its reasons in writing.",
    "The statutory guidance says that a {matter} should be looked at again whenever what somebody needs has changed.",
    "A body has a duty to consider what it is told about a {matter} and may depart from its policy where that "
    "is right.",
    "There is a right to ask for a review within twenty-one days. What a body decides about a {matter} then is final.",
)
STORY: tuple[str, ...] = (
    "On {day} {month} {year} {who} wrote to the Council about the {matter}. An officer replied and said that the "
    "{detail} would be seen by another team in {place}.",
    "The records show {n} visits in {month} {year}. The officer's note says that nobody was at home at "
    "{place}, and that "
    "a card was left; {who} says that no card came.",
    "{who} complained in {month} {year}. The reply at the first stage said that the Council had acted "
    "properly over the "
    "{matter} and that the {detail} had been dealt with in the usual time.",
    "In {month} {year} the Council asked for bank statements, a doctor's letter and proof of the rent of "
    "£{sum}. It had "
    "all three by the end of the month and did nothing about the {detail} until the next spring.",
    "At the second stage a manager accepted that the letter about the {matter} should have gone sooner, and offered an "
    "apology. The manager did not think that it had made a difference to the {detail}.",
    "{who} told me that the uncertainty over the {matter} made the family ill, and that a neighbour from "
    "{place} helped "
    "with the cost of £{sum}.",
    "The team at {place} moved the file to another system in {month} {year}. After that the {detail} was not on any "
    "list, and the {matter} waited for {n} months.",
    "{who} rang {n} times in {month} {year}. Two of the calls about the {detail} were noted; nobody rang back.",
    "A new officer took over in {month} {year}, met {who} at {place} and agreed that the {matter} had gone astray.",
    "The Council wrote that it would send the {detail} by the end of {month}. {who} had it {n} weeks later.",
    "An independent person looked at the {matter} and recommended that the {detail} should be put right by {month}.",
    "{who} sent photographs of {place} and a letter about the {detail}. The Council put both on the file unread.",
)
FAULTS: tuple[str, ...] = (
    "The Council took {n} months over the {matter}, where it should have taken eight weeks. That was fault.",
    "The Council was at fault for losing the letter about the {detail}. {who} was left with uncertainty for "
    "{n} months.",
    "The Council was at fault because it did not tell {who} why the {matter} had been refused.",
    "It was fault not to look at the {detail} again after {month} {year}, when what {who} needed had changed.",
)
NO_FAULTS: tuple[str, ...] = (
    "There was no fault in how the Council considered the {detail}: it looked at what it was sent and gave reasons.",
    "The Council followed its policy on the {matter}. I have not found fault in how it decided.",
)
WEIGHED: tuple[str, ...] = (
    "I cannot say that the outcome would have been another one but for the delay over the {matter}. {who} was caused "
    "avoidable distress and put to time and trouble.",
    "The Council says that it was short of staff. That may explain the delay in the {detail} and does not excuse it.",
    "The record of {month} {year} does not agree with what {who} says of the {matter}. On the balance of probabilities "
    "I prefer the record, which was made at {place} on the day.",
)
ISSUES: tuple[str, ...] = (
    "Delay in the {matter}",
    "No reply about the {detail}",
    "Lost letter about the {detail}",
    "No reasons given for the {matter}",
    "The {matter} was not reviewed",
    "Complaint about the {matter} handled late",
)
CLOSED_SUMMARY = (
    "We will not investigate {who}'s complaint about the {matter}. There is too little sign of fault to "
    "justify it, and "
    "it would be reasonable to use the right of appeal about the {detail}."
)
UPHELD_SUMMARY = (
    "{who} complained about delay in the {matter} and about the {detail}. The Council was at fault, which "
    "caused distress, "
    "and has agreed to a remedy."
)
NOT_UPHELD_SUMMARY = (
    "{who} complained about the {matter} and about how the Council considered the {detail}. We have not found fault."
)
PEOPLE = ("Mr B", "Mrs C", "Ms D", "Miss E", "Mr F", "Mrs G", "Ms H", "Mr and Mrs J")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
# Names of places are put together from these: a long tail of rare words, as real texts have one.
BEGINNINGS = (
    *(
        "Alder",
        "Ash",
        "Birch",
        "Black",
        "Brack",
        "Broad",
        "Burn",
        "Clay",
        "Cold",
        "Crane",
        "Dun",
        "East",
        "Elm",
        "Fern",
    ),
    *("Fox", "Glen", "Green", "Hal", "Hart", "Hazel", "High", "Holm", "Kings", "Lang", "Lin", "Long", "Mar", "Mill"),
    *("North", "Oak", "Old", "Pen", "Quarr", "Raven", "Red", "Rush", "Salt", "Sand", "Shel", "South", "Stan", "Stone"),
    *("Swan", "Thorn", "Up", "Wal", "Wes", "White", "Wil", "Wood", "Wyn", "Yar"),
)
ENDINGS = (
    *("bank", "beck", "borough", "bourne", "bridge", "bury", "cliffe", "combe", "cote", "dale", "den", "fell", "field"),
    *("ford", "gate", "ham", "haven", "holt", "hurst", "leigh", "ley", "mere", "minster", "moor", "mouth", "ness"),
    *("port", "ridge", "stead", "stoke", "stow", "thorpe", "ton", "vale", "wick", "worth"),
)
SORTS_OF_BODY = ("Council", "Borough Council", "City Council", "County Council", "District Council")
