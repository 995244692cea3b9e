"""Single questions of our own, as a table: what people type, and what must and must not be understood of it.

``FIRST`` were written before any rule was touched for them, so that what broke first can be told
(docs/questions.md); ``LATER`` came with the rules.
"""

from __future__ import annotations

from datetime import date

from assistant.domain import Purpose, QuestionKind, RemedyKind
from tests.asked_first import FIRST
from tests.asked_form import (
    BINS,
    BIRMINGHAM,
    CASE,
    CLOSED,
    ESSEX,
    FAULT,
    HISTORY,
    HOMELESS,
    KENT,
    LEEDS,
    LIST,
    LOST,
    REMEDY,
    STATED,
    STOPPED,
    SURREY,
    TREATED,
    WON,
    Asked,
)

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

# What sixty questions asked as a user found wrong (docs/questions.md); each row stands for a class.
AGAIN: dict[str, Asked] = {
    "an excuse": Asked(
        "council says SEN caseworker shortage is why the ehcp was late, is that an excuse", "shortage ehcp", kind=FAULT
    ),
    "how decisions changed": Asked(
        "how have decisions on assisted bin collections changed since 2018",
        "assisted bin collections",
        "changed decisions",
        {"date_from": date(2018, 1, 1)},
        kind=QuestionKind.TREND,
    ),
    "a council asks for a paragraph": Asked(
        "We are a council replying to an Ombudsman enquiry about a delayed annual review. Draft the remedy paragraph.",
        "annual review",
        "draft paragraph council enquiry",
        kind=QuestionKind.DRAFTING,
    ),
    "what they said that they do": Asked(
        "I complained about the planning notice and they said that they apologise for it, what do people get",
        "planning notice",
    ),
    "others are included": Asked(
        "complainant alleges we made no reasonable adjustments for her dyslexia. precedents please, incl. not upheld",
        "dyslexia",
        "upheld",
    ),
    "payments for": Asked(
        "payments for slow planning enforcement, only upheld",
        "planning enforcement",
        limits={"outcomes": (WON,)},
        kind=REMEDY,
    ),
    "councils that": Asked(
        "How does the Ombudsman treat councils that offer a remedy only after the complaint is made?",
        "offer",
        kind=TREATED,
    ),
    "all of a case": Asked(
        "What happened in 21 017 938 and how much was paid to whom?",
        no_words="happened paid whom",
        references=("21 017 938",),
        kind=CASE,
    ),
    "nothing closed": Asked(
        "respite cut without reassessment, only 2020 onwards, nothing closed at the door",
        "respite reassessment",
        "closed door nothing",
        {"date_from": date(2020, 1, 1), "outcomes": (WON, LOST)},
    ),
    "the top three": Asked("top 3 payouts for missed education", "missed education", "top payouts", kind=REMEDY),
    "what was not told": Asked("how much for not being told about the right of appeal", "not told appeal"),
    "what was never told": Asked("safeguarding enquiry took a year and we never got told the outcome", "never told"),
    "who won the case": Asked("noise complaint, who won the case", "noise"),
}

ASKED: dict[str, Asked] = FIRST | LATER | USED | AGAIN
