"""Single questions of our own, as a table: what people type, and what must and must not be understood of it.

``FIRST`` were written before any rule was touched for them, so that what broke first can be told
(docs/questions.md); ``LATER`` came with the rules.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from assistant.domain import Basis, Outcome, Payee, Purpose, QuestionKind, RemedyKind

KENT, ESSEX, SURREY = "Kent County Council", "Essex County Council", "Surrey County Council"
BIRMINGHAM, LEEDS, CAMDEN = "Birmingham City Council", "Leeds City Council", "London Borough of Camden"
LAMBETH, HACKNEY = "London Borough of Lambeth", "London Borough of Hackney"
LANCASHIRE = "Lancashire County Council"
SOMERSET = ("Somerset Council",)
LOST, WON, CLOSED, STOPPED = Outcome.NOT_UPHELD, Outcome.UPHELD, Outcome.CLOSED, Outcome.DISCONTINUED
# Where a list is asked for, the subject named is the drawer it is filed under.
BINS, HOMELESS, TRANSPORT = ("Refuse and recycling",), ("Homelessness",), ("School transport",)
LIST, REMEDY, FAULT = QuestionKind.LIST_CASES, QuestionKind.TYPICAL_REMEDY, QuestionKind.IS_IT_FAULT
HISTORY, CASE, TREATED = QuestionKind.BODY_HISTORY, QuestionKind.SINGLE_CASE, QuestionKind.HOW_TREATED
GRAND = 100_000
# What is usual for a purpose is answered by the payments whose sum is stated.
STATED = {"amount_min_pence": 1}
MONEY = (RemedyKind.PAYMENT, RemedyKind.REFUND)


@dataclass(frozen=True)
class Asked:
    """A question; words that its topic must and must not hold, all its limits, its references, and its kind.

    ``spelling`` are words put right, as typed; each must be told as an assumption that can be undone.
    """

    question: str
    words: str = ""
    no_words: str = ""
    limits: dict[str, Any] = field(default_factory=dict)
    references: tuple[str, ...] = ()
    kind: QuestionKind | None = None
    spelling: str = ""


_BODIES: dict[str, Asked] = {
    "Brum": Asked("any decisions on Brum for missed bins", "bins", limits={"bodies": (BIRMINGHAM,)}),
    "LB before a name": Asked("LB Lambeth temporary accommodation cases", limits={"bodies": (LAMBETH,)}),
    "London Borough in full": Asked(
        "has the London Borough of Hackney been found at fault on housing register delays",
        "housing register delays",
        limits={"bodies": (HACKNEY,)},
        kind=HISTORY,
    ),
    "a borough without its title": Asked("Lambeth council tax bailiff cases", limits={"bodies": (LAMBETH,)}),
    "county and city of one name": Asked(
        "what has Nottingham City paid for late EHCPs", limits={"bodies": ("Nottingham City Council",)}
    ),
    "the county of that name": Asked(
        "Notts county late EHCP payments", limits={"bodies": ("Nottinghamshire County Council",)}
    ),
    "a shortened county": Asked(
        "Lancs - SEN transport - any upheld?", limits={"bodies": (LANCASHIRE,), "outcomes": (WON,)}
    ),
    "initials of a county": Asked("KCC and EHCP delays, whats their record", limits={"bodies": (KENT,)}, kind=HISTORY),
    "B&H": Asked(
        "Brighton council homelessness decisions",
        limits={
            "bodies": ("Brighton & Hove City Council", "Brighton and Hove City Council"),
        },
    ),
    "an abolished district": Asked(
        "anything against Mendip council on planning enforcement", limits={"bodies": SOMERSET}
    ),
    "another abolished district": Asked(
        "Carlisle City Council homelessness - any decisions",
        limits={"bodies": ("Cumberland Council",)},
    ),
    "an abolished county": Asked(
        "Has Northamptonshire been done for child protection delays?",
        limits={
            "bodies": (
                "Northamptonshire County Council",
                "North Northamptonshire Council",
                "West Northamptonshire Council",
            )
        },
    ),
    "two bodies": Asked("compare Leeds and Birmingham on homelessness waits", limits={"bodies": (LEEDS, BIRMINGHAM)}),
    "a misspelt council": Asked("Birmigham council bins", limits={"bodies": (BIRMINGHAM,)}, spelling="birmigham"),
    "a misspelt county": Asked(
        "Lancashre county council s19 cases", limits={"bodies": (LANCASHIRE,)}, spelling="lancashre"
    ),
    "a misspelt place without council": Asked(
        "what has Lambeht paid for damp temp accommodation", limits={"bodies": (LAMBETH,)}, spelling="lambeht"
    ),
    "Leeds with a typo": Asked(
        "any decisions against Leds city council about potholes", limits={"bodies": (LEEDS,)}, spelling="leds"
    ),
    "all but one": Asked("late EHCP payouts, any council except Kent", "EHCP", limits={"bodies_not": (KENT,)}),
    "all but two": Asked("missed bins not Leeds or Birmingham", "bins", limits={"bodies_not": (LEEDS, BIRMINGHAM)}),
    "a body in the story": Asked(
        "we moved from Kent to Essex and the new council lost my son's plan. what do people get", limits={}
    ),
    "a hospital of that name": Asked("mum was discharged from Leeds General hospital with no care package", limits={}),
    "Reading the town and reading": Asked("my son's reading has gone backwards with no tutor since sept", limits={}),
    "Reading council": Asked(
        "Reading council parking fines refunded?", limits={"bodies": ("Reading Borough Council",)}
    ),
    "Bury my dad": Asked("they would not let us bury dad next to mum", limits={}),
    "a council that is not held": Asked(
        "has Eastvale Borough Council been found at fault over bins",
        "bins",
        limits={"bodies": ("Eastvale Borough Council",)},
    ),
    "a provider": Asked(
        "Barchester complaints upheld?", limits={"bodies": ("Barchester Healthcare Homes Limited",), "outcomes": (WON,)}
    ),
    "St Helens": Asked("St Helens DFG delay", limits={"bodies": ("St Helens Metropolitan Borough Council",)}),
    "Hull": Asked("Hull city council - blue badge refusals", limits={"bodies": ("Kingston Upon Hull City Council",)}),
    "BCP": Asked("BCP council school transport", limits={"bodies": ("Bournemouth, Christchurch and Poole Council",)}),
    "N Somerset": Asked("N Somerset EHCP decisions", limits={"bodies": ("North Somerset Council",)}),
    "TfL": Asked("tfl pcn cases", limits={"bodies": ("Transport for London",)}),
    "RBKC": Asked(
        "RBKC temp accommodation",
        limits={
            "bodies": ("Royal Borough of Kensington & Chelsea", "Royal Borough of Kensington and Chelsea"),
        },
    ),
}

_DATES: dict[str, Asked] = {
    "since": Asked("decisions on missed bins since 2022", limits={"date_from": date(2022, 1, 1)}),
    "the last three years": Asked(
        "what's been paid for late EHCPs in the last three years", limits={"date_from": date(2023, 5, 19)}
    ),
    "the past couple of years": Asked(
        "noise nuisance cases over the past couple of years", "noise", limits={"date_from": date(2024, 5, 19)}
    ),
    "before covid": Asked(
        "care home visiting decisions before covid", "care home visiting", "covid", {"date_to": date(2020, 3, 22)}
    ),
    "pre-pandemic": Asked("pre-pandemic decisions on school exclusion appeals", limits={"date_to": date(2020, 3, 22)}),
    "since lockdown": Asked("decisions since lockdown on missed bins", limits={"date_from": date(2020, 3, 23)}),
    "a financial year": Asked(
        "homelessness decisions in 2019/20",
        limits={"date_from": date(2019, 4, 1), "date_to": date(2020, 3, 31), "subcategories": ("Homelessness",)},
    ),
    "a financial year in full": Asked(
        "missed bin awards in 2021-2022 financial year",
        limits={"subcategories": BINS, "date_from": date(2021, 4, 1), "date_to": date(2022, 3, 31)},
    ),
    "FY": Asked(
        "DFG delays, FY 2022/23 decisions only", limits={"date_from": date(2022, 4, 1), "date_to": date(2023, 3, 31)}
    ),
    "between two years": Asked(
        "late EHCP awards between 2020 and 2023", limits={"date_from": date(2020, 1, 1), "date_to": date(2023, 12, 31)}
    ),
    "a month": Asked(
        "bins cases decided in March 2024",
        limits={"subcategories": BINS, "date_from": date(2024, 3, 1), "date_to": date(2024, 3, 31)},
    ),
    "a season": Asked(
        "anything decided since summer 2023 on school transport",
        limits={"subcategories": TRANSPORT, "date_from": date(2023, 6, 1)},
    ),
    "a day": Asked(
        "decisions after 1st April 2023 on direct payments",
        limits={"subcategories": ("Direct payments",), "date_from": date(2023, 4, 2)},
    ),
    "numbers with strokes": Asked(
        "cases decided since 01/04/2023 about blue badges", limits={"date_from": date(2023, 4, 1)}
    ),
    "this year": Asked(
        "has anyone been awarded anything this year for lost tuition",
        limits={"date_from": date(2026, 1, 1), "date_to": date(2026, 12, 31)},
    ),
    "last 6 months": Asked("decisions in the last 6 months on EHCP delay", limits={"date_from": date(2025, 11, 19)}),
    "recent": Asked("recent decisions on missed bins", "bins"),
    "the early 2020s": Asked("cases from 2021 onwards on council tax bailiffs", limits={"date_from": date(2021, 1, 1)}),
    "up to": Asked("short breaks decisions up to 2021", limits={"date_to": date(2021, 12, 31)}),
    "older than": Asked("decisions older than 2018 about trees", limits={"date_to": date(2017, 12, 31)}),
    "a year of the story": Asked(
        "in 2019 the council promised us a ramp and it never came, what do people get", limits={}
    ),
    "since of the story": Asked("my son has been out of school since January 2023, what remedy", limits={}),
    "a length of time in the story": Asked("we have waited for the last three years for a wet room", limits={}),
    "a law's year": Asked("did they breach the Care Act 2014 by not assessing mum", limits={}),
    "covid in the story": Asked(
        "care home stopped visits in covid and dad died alone. is that fault", "covid", limits={}
    ),
    "the last year": Asked("missed bins, decisions from the last year", limits={"date_from": date(2025, 5, 19)}),
    "last year": Asked(
        "missed bins decisions last year",
        limits={"subcategories": BINS, "date_from": date(2025, 1, 1), "date_to": date(2025, 12, 31)},
    ),
    "the last 12 months": Asked(
        "any DFG decisions within the last 12 months?",
        limits={"date_from": date(2025, 5, 19), "subcategories": ("Disabled facilities grants",)},
    ),
    "two digits": Asked(
        "missed bin decisions since '22", limits={"subcategories": BINS, "date_from": date(2022, 1, 1)}
    ),
    "the nineties of nobody": Asked(
        "decisions since twenty twenty two on missed bins", limits={"date_from": date(2022, 1, 1)}
    ),
}

_SUMS: dict[str, Asked] = {
    "over": Asked(
        "lost education awards over £1,000",
        "lost education",
        limits={"categories": ("Education",), "amount_min_pence": GRAND},
    ),
    "between": Asked(
        "missed bin payments between £200 and £500",
        limits={"subcategories": BINS, "amount_min_pence": 20_000, "amount_max_pence": 50_000},
    ),
    "a hyphen": Asked(
        "awards of £200-£500 for missed bins", limits={"amount_min_pence": 20_000, "amount_max_pence": 50_000}
    ),
    "under": Asked("EHCP delay payouts under £300", limits={"amount_max_pence": 30_000}),
    "four figures": Asked(
        "any four figure awards for homelessness", limits={"subcategories": HOMELESS, "amount_min_pence": GRAND}
    ),
    "a grand": Asked("anyone get more than a grand for lost school?", limits={"amount_min_pence": GRAND}),
    "k": Asked("cases where they paid 2k+ for no school", limits={"amount_min_pence": 200_000}),
    "at least": Asked("safeguarding failures with payments of at least £750", limits={"amount_min_pence": 75_000}),
    "at most": Asked(
        "noise cases that got £250 or less", limits={"amount_max_pence": 25_000, "subcategories": ("Noise",)}
    ),
    "of the story": Asked("they billed us over £4,000 for care nobody told us about", limits={}),
    "an offer": Asked("we propose to offer £250 for a 10 month EHCP delay, is this in line?", "EHCP delay", limits={}),
    "a rate": Asked("is it more than £100 a month for late plans?", limits={}),
    "in words": Asked("payouts over two thousand pounds for lost schooling", limits={"amount_min_pence": 200_000}),
    "exceeding": Asked("awards exceeding £5000 for residential care fees", limits={"amount_min_pence": 500_000}),
    "arrears in the story": Asked("CT arrears of over £900 sent to bailiffs though I had a payment plan", limits={}),
}

_RESULTS: dict[str, Asked] = {
    "not upheld": Asked("not upheld EHCP delay decisions", limits={"outcomes": (LOST,)}, kind=LIST),
    "complaints that lost": Asked("bin complaints that lost", limits={"subcategories": BINS, "outcomes": (LOST,)}),
    "no fault found": Asked(
        "disabled facilities grant cases where no fault was found",
        limits={"outcomes": (LOST,), "subcategories": ("Disabled facilities grants",)},
    ),
    "closed": Asked("PCN cases closed after initial enquiries", limits={"outcomes": (CLOSED,)}),
    "wouldn't look": Asked(
        "school admission complaints the ombudsman wouldn't investigate", limits={"outcomes": (CLOSED,)}
    ),
    "discontinued": Asked("discontinued investigations about adoption", limits={"outcomes": (STOPPED,)}),
    "won": Asked(
        "show me cases where the parent won on school transport",
        "school transport",
        limits={"subcategories": TRANSPORT, "outcomes": (WON,)},
    ),
    "both": Asked("noise complaints, upheld or not", limits={}),
    "lost of a file": Asked("the council lost our son's file", limits={}),
    "refunds": Asked(
        "care charges - only cases with a refund",
        limits={"subcategories": ("Charging",), "remedy_kinds": (RemedyKind.REFUND,)},
    ),
    "written off": Asked(
        "cases where council tax arrears were written off", limits={"remedy_kinds": (RemedyKind.REFUND,)}
    ),
    "only an apology": Asked(
        "noise cases where they only had to apologise",
        limits={"remedy_kinds": (RemedyKind.APOLOGY,), "remedy_kinds_not": MONEY, "subcategories": ("Noise",)},
    ),
    "apology only": Asked(
        "missed bins apology only", limits={"remedy_kinds": (RemedyKind.APOLOGY,), "remedy_kinds_not": MONEY}
    ),
    "training": Asked(
        "safeguarding decisions where staff training was recommended",
        "safeguarding",
        limits={"remedy_kinds": (RemedyKind.SERVICE_IMPROVEMENT,)},
    ),
    "policy change": Asked(
        "cases where the council had to change its policy on school transport",
        limits={"subcategories": TRANSPORT, "remedy_kinds": (RemedyKind.SERVICE_IMPROVEMENT,)},
    ),
    "to the child": Asked(
        "lost education, payments to the child not the parent",
        limits={"categories": ("Education",), "payees": (Payee.CHILD,)},
    ),
    "full texts": Asked("missed bins, full text decisions only", limits={"bases": (Basis.FULL_TEXT,)}),
    "a story ending": Asked("our stage 2 was not upheld and we want to know what others got", limits={}),
    "where councils won": Asked("blue badge ones where the council won", limits={"outcomes": (LOST,)}),
    "money only": Asked(
        "temp accommodation, cases where actual money was paid", limits={"remedy_kinds": (RemedyKind.PAYMENT,)}
    ),
    "public reports": Asked("public interest reports on homelessness", "homelessness"),
    "fault but nothing paid": Asked(
        "upheld but no payment, EHCP delay", "EHCP delay", "payment", {"outcomes": (WON,), "remedy_kinds_not": MONEY}
    ),
}

_NEGATED: dict[str, Asked] = {
    "nobody disabled": Asked("missed bin collections, nobody disabled in the house", "missed bin", "disabled"),
    "not about schools": Asked("late EHCP annual review, not about schools", "annual review", "schools"),
    "not a tenant": Asked("mould in our house, not council tenants", "mould", "tenants"),
    "no children": Asked("homeless and put in B&B, no children", "homeless", "children"),
    "not the transport": Asked("EHCP not delivered, not transport", "EHCP delivered", "transport"),
    "without bailiffs": Asked(
        "council tax wrongly billed - without bailiffs involved", "council tax billed", "bailiffs"
    ),
    "not housing benefit": Asked(
        "overpayment of council tax reduction, not housing benefit", "council tax reduction", "benefit"
    ),
    "did not is the story": Asked("they did not assess mum before she came home", "assess mum"),
    "no reply is the story": Asked("no reply to my stage 1 complaint about bins", "reply bins"),
    "without a plan is the story": Asked("my son started school without his plan in place", "plan"),
    "not told is the story": Asked("we were not told there was a top up fee", "told top fee"),
    "other than": Asked("problems with direct payments other than clawback", "direct payments", "clawback"),
    "apart from": Asked(
        "what happens when a panel gets an admission appeal wrong, apart from a new hearing", "admission appeal"
    ),
    "isn't about": Asked("complaint about our social worker, it isn't about court", "social worker", "court"),
    "I don't mean": Asked("parking permits refused, I don't mean PCNs", "parking permits refused", "PCNs"),
}

_SPELT: dict[str, Asked] = {
    "ombusdman": Asked("what does the ombusdman say about missed bins", "missed bins", spelling="ombusdman"),
    "safegaurding": Asked("safegaurding enquiry took 8 months", "safeguarding", spelling="safegaurding"),
    "accomodation": Asked("temporary accomodation full of damp", "accommodation", spelling="accomodation"),
    "recieved": Asked("never recieved the final plan, EHCP", "received plan", spelling="recieved"),
    "councel": Asked("councel wont fix the pot holes", "holes", spelling="councel"),
    "bailifs": Asked("bailifs came for council tax id paid", "bailiffs council tax", spelling="bailifs"),
    "homlessness": Asked("homlessness duty ended by mistake", "homelessness duty", spelling="homlessness"),
    "assesment": Asked("carers assesment refused", "assessment", spelling="assesment"),
    "dissabled facilites": Asked(
        "dissabled facilites grant took 3 yrs", "disabled facilities grant", spelling="dissabled facilites"
    ),
    "enforcment": Asked("planning enforcment did nothing", "planning enforcement", spelling="enforcment"),
    "exlcuded": Asked("exlcuded from school and no lessons for a term", "excluded", spelling="exlcuded"),
    "transprot": Asked("school transprot refused for ehcp child", "school transport", spelling="transprot"),
    "neigbour": Asked("neigbours extension not built to plans", "neighbours", spelling="neigbours"),
    "garding": Asked("blue bage refused no reasons given", "blue badge", spelling="bage"),
    "direct paymnets": Asked("direct paymnets stopped overnight", "direct payments", spelling="paymnets"),
    "allocatons": Asked("housing allocatons banding wrong", "allocations", spelling="allocatons"),
    "a correct rare word": Asked("our allotment was given to someone else", "allotment"),
    "a name kept": Asked("the Hollybrook centre closed without consultation", "hollybrook"),
    "a british word kept": Asked("the crematorium lost my nan's ashes", "crematorium ashes"),
    "slang kept": Asked("the binmen nicked my wheelie", "binmen wheelie"),
    "plurals kept": Asked("carers allowances and hospices", "allowances hospices"),
    "a brand kept": Asked("our Motability scooter was clamped", "motability scooter clamped"),
    "abbreviations kept": Asked("EHCNA refused, then mediation", "EHCNA mediation"),
    "fostring": Asked("fostring allowance not paid for 2 years", "fostering allowance", spelling="fostring"),
    "gaurdian": Asked("special gaurdian got less than foster carers", "guardian", spelling="gaurdian"),
}

_COUNCIL_SIDE: dict[str, Asked] = {
    "in line": Asked(
        "We propose to offer £250 for avoidable distress after a nine month delay in issuing the EHC plan. "
        "Is this in line with LGSCO?",
        "delay EHC plan",
        kind=REMEDY,
    ),
    "officer failed": Asked(
        "Officer failed to record the reasons for refusing the blue badge application. Would this be fault?",
        "record reasons blue badge",
        kind=FAULT,
    ),
    "stage two reply": Asked(
        "Drafting stg 2 response: we accept care provider missed 14 calls. what is a proportionate remedy",
        "missed calls",
        kind=REMEDY,
    ),
    "accept fault": Asked(
        "We accept fault in not making alternative provision for 2 terms; what figure would the Ombudsman expect?",
        kind=REMEDY,
    ),
    "comparators": Asked(
        "need comparators for a refund of care charges where the financial assessment was late",
        "financial assessment",
        kind=None,
    ),
    "the complainant": Asked(
        "The complainant says the authority did not carry out a section 42 enquiry. How has the LGSCO treated this?",
        kind=TREATED,
    ),
    "the authority": Asked(
        "Is the authority at fault where the provider handed back the package with 24 hours notice?", kind=FAULT
    ),
    "risk": Asked("what is our exposure on missed section F provision, two terms, primary age", "section provision"),
    "members": Asked(
        "briefing for members: how many upheld complaints about SEND since 2023",
        limits={"date_from": date(2023, 1, 1), "outcomes": (WON,), "subcategories": ("Special educational needs",)},
    ),
    "time and trouble": Asked(
        "what do councils pay for time and trouble when a stage 1 reply is 4 months late", "stage", kind=REMEDY
    ),
    "remedy panel": Asked(
        "Remedy panel paper: late annual review, child missed key stage transfer. Suggest range", "annual review"
    ),
    "we are the council": Asked(
        "we are the council. resident's assisted bin missed 11 times. reasonable offer?",
        "assisted bin missed",
        kind=REMEDY,
    ),
}

_NUMBERED: dict[str, Asked] = {
    "spaced": Asked("Summarise 19 018 981", references=("19 018 981",), kind=CASE),
    "run together": Asked("19018981", references=("19 018 981",), kind=CASE),
    "with hyphens": Asked("what happened in 19-018-981?", references=("19 018 981",), kind=CASE),
    "with a stroke": Asked("case 19/018/981 please", references=("19 018 981",), kind=CASE),
    "with a letter": Asked("19 018 981a - who was paid", references=("19 018 981a",), kind=CASE),
    "as a file name": Asked("decision 19018981.pdf", references=("19 018 981",), kind=CASE),
    "two of them": Asked("compare 19 018 981 and 23 012 784", references=("19 018 981", "23 012 784")),
    "as in an address": Asked(
        "https://www.lgo.org.uk/decisions/education/special-educational-needs/24-015-110 what was the remedy",
        references=("24 015 110",),
        kind=CASE,
    ),
    "with a label": Asked("LGSCO ref: 24 015 110 - how much", references=("24 015 110",), kind=CASE),
    "with a hash": Asked("#24015110", references=("24 015 110",), kind=CASE),
    "in brackets": Asked("Essex (25 005 719) what did they agree", references=("25 005 719",), kind=CASE),
    "no telephone number": Asked("I rang 0300 061 0614 about my bins and nobody helped", "bins", references=()),
}

FIRST: dict[str, Asked] = _BODIES | _DATES | _SUMS | _RESULTS | _NEGATED | _SPELT | _COUNCIL_SIDE | _NUMBERED
LATER: dict[str, Asked] = {
    "since in a list of an outcome": Asked(
        "temp accomodation in Brum since 2022, not upheld ones, not hotels",
        "accommodation",
        "hotels since",
        {"bodies": (BIRMINGHAM,), "outcomes": (LOST,), "date_from": date(2022, 1, 1)},
        spelling="accomodation",
    ),
    "a subject as a heading": Asked(
        "planning enforcement: site visit ones that were closed at the door",
        "site visit",
        limits={"outcomes": (CLOSED,), "subcategories": ("Enforcement",)},
    ),
    "what people lost": Asked(
        "which bin complaints did people lose", "bin", limits={"outcomes": (LOST,), "subcategories": BINS}
    ),
    "upheld before a subject": Asked(
        "upheld fostering cases, all of them", "fostering", limits={"outcomes": (WON,), "subcategories": ("Fostering",)}
    ),
    "what the refund was for": Asked(
        "parking cases that ended in a refund",
        limits={"remedy_kinds": (RemedyKind.REFUND,), "subcategories": ("Parking and other penalties",)},
    ),
    "the matter before what was changed": Asked(
        "cases where tax arrears were written off after a hospital stay",
        "tax arrears hospital",
        limits={"remedy_kinds": (RemedyKind.REFUND,)},
    ),
    "a verb in an irregular form": Asked("extension not built to plans, nobody came", "built plans"),
    "to send is no special need": Asked("they did not send us the letter about the hedge", "hedge"),
}

# Found by use of the page (docs/first-use.md), each with wordings beside it.
USED: dict[str, Asked] = {
    "upheld as a tag": Asked(
        "Essex County Council 2023 to 2025 upheld",
        limits={
            "bodies": (ESSEX,),
            "outcomes": (WON,),
            "date_from": date(2023, 1, 1),
            "date_to": date(2025, 12, 31),
        },
        kind=LIST,
    ),
    "upheld behind a year": Asked(
        "Leeds homelessness 2022 upheld",
        "homelessness",
        limits={
            "bodies": (LEEDS,),
            "outcomes": (WON,),
            "date_from": date(2022, 1, 1),
            "date_to": date(2022, 12, 31),
        },
    ),
    "upheld behind a comma": Asked(
        "Kent EHCP delays since 2021, upheld",
        "EHCP delays",
        limits={"bodies": (KENT,), "outcomes": (WON,), "date_from": date(2021, 1, 1)},
    ),
    "discontinued as a tag": Asked(
        "Surrey missed bins discontinued", "bins", limits={"bodies": (SURREY,), "outcomes": (STOPPED,)}
    ),
    "an appeal that was upheld": Asked("planning appeal upheld", "planning appeal"),
    "an appeal upheld in a story": Asked("our blue badge appeal was upheld but they sent no badge", "badge"),
    "a record since a year": Asked(
        "What is Birmingham City Council's record on special educational needs since 2021?",
        "special educational needs",
        "record since",
        {"bodies": (BIRMINGHAM,), "date_from": date(2021, 1, 1)},
        kind=HISTORY,
    ),
    "a record over some years": Asked(
        "Leeds' record on homelessness over the last three years",
        "homelessness",
        "record",
        {"bodies": (LEEDS,), "date_from": date(2023, 5, 19)},
        kind=HISTORY,
    ),
    "how often since a year": Asked(
        "How often has Kent been found at fault on late plans since 2022",
        "late plans",
        "often since",
        {"bodies": (KENT,), "date_from": date(2022, 1, 1)},
        kind=HISTORY,
    ),
    "a track record between two years": Asked(
        "Birmingham's track record on bins between 2020 and 2022",
        "bins",
        limits={"bodies": (BIRMINGHAM,), "date_from": date(2020, 1, 1), "date_to": date(2022, 12, 31)},
        kind=HISTORY,
    ),
    "cases lost": Asked(
        "noise nuisance neighbours council did nothing cases lost", "noise", "lost", {"outcomes": (LOST,)}
    ),
    "complaints dismissed": Asked("noise nuisance complaints dismissed", "noise", limits={"outcomes": (LOST,)}),
    "lost behind a dash": Asked("EHCP delays - decisions lost", "EHCP", limits={"outcomes": (LOST,)}),
    "cases won": Asked("homelessness cases won", limits={"outcomes": (WON,), "subcategories": HOMELESS}),
    "case files that were lost": Asked("the council lost my case files", "files"),
    "a proposal to judge": Asked(
        "We propose £150 for a three month delay in complaint handling. Is this reasonable?",
        "delay complaint handling",
        "150 reasonable propose",
        kind=REMEDY,
    ),
    "an offer that may be enough": Asked(
        "we're offering £300 for a late EHC plan, is it enough?", "late plan", "300 enough", kind=REMEDY
    ),
    "an offer to accept": Asked(
        "council offered £200 for missed bins, should I accept it", "missed bins", "accept", kind=REMEDY
    ),
    "a sum in the question": Asked(
        "would £400 be proportionate for a six week late housing review", "late housing review", "400", kind=REMEDY
    ),
    "a charge that may be unfair": Asked("is it fair that they charged £500 for a skip", "skip", kind=FAULT),
    "a sum for a purpose": Asked(
        "is £500 fair for time and trouble", limits={"purposes": (Purpose.TIME_AND_TROUBLE,), **STATED}, kind=REMEDY
    ),
    "a sum for complaining": Asked(
        "is £1,000 reasonable for the time and trouble of complaining",
        limits={"purposes": (Purpose.TIME_AND_TROUBLE,), **STATED},
        kind=REMEDY,
    ),
    "a sum too low for distress": Asked(
        "Is £250 too low for distress?", limits={"purposes": (Purpose.DISTRESS,), **STATED}, kind=REMEDY
    ),
    "a councillor's briefing": Asked(
        "councillor briefing: Leeds adult social care upheld complaints last 3 years",
        "",
        "councillor briefing",
        {
            "bodies": (LEEDS,),
            "categories": ("Adult care services",),
            "outcomes": (WON,),
            "date_from": date(2023, 5, 19),
        },
    ),
    "a committee's report": Asked(
        "scrutiny committee report: Essex homelessness decisions",
        "homelessness",
        "scrutiny committee report",
        {"bodies": (ESSEX,)},
    ),
    "for a cabinet briefing": Asked(
        "late EHC plans in Leeds, for a cabinet briefing", "late plans", "cabinet briefing", {"bodies": (LEEDS,)}
    ),
    "a journalist asks": Asked(
        "I'm a journalist, Birmingham bins decisions since 2023",
        "bins",
        "journalist",
        {"bodies": (BIRMINGHAM,), "subcategories": BINS, "date_from": date(2023, 1, 1)},
    ),
    "a briefing without a colon": Asked(
        "members briefing Leeds SEND 2022 to 2024",
        "SEND",
        "members briefing",
        {"bodies": (LEEDS,), "date_from": date(2022, 1, 1), "date_to": date(2024, 12, 31)},
    ),
    "a councillor before a comma": Asked("councillor, rude at a meeting", "councillor rude"),
    "a sum with fair behind it": Asked("£300 for missed bins, fair?", "missed bins", "300 fair", kind=REMEDY),
    "a councillor complained of": Asked("councillor leaked my address", "councillor address"),
    "money asked for first": Asked(
        "can i get money because social services didn't turn up to my mum for her personal care",
        "personal care",
        "get money because",
        kind=REMEDY,
    ),
}

ASKED: dict[str, Asked] = FIRST | LATER | USED
