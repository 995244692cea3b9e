"""Conversations of our own, as a table: what was said turn by turn, and how the last question must be understood.

The first 26 (``FIRST``) were written before any rule was touched for them; their names are kept, so that what broke
first can be told (docs/questions.md).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from assistant.domain import Basis, CaseReference, Outcome, Payee, QuestionKind, RemedyKind

KENT, SURREY, ESSEX = "Kent County Council", "Surrey County Council", "Essex County Council"
BIRMINGHAM, LEEDS = "Birmingham City Council", "Leeds City Council"
LANCASHIRE = "Lancashire County Council"
LOST, WON, CLOSED = Outcome.NOT_UPHELD, Outcome.UPHELD, Outcome.CLOSED


@dataclass(frozen=True)
class Talk:
    """User and assistant in turn, the last from the user; what its Query must and must not hold.

    ``limits`` are all limits there may be; ``references`` all references.
    """

    said: tuple[str, ...]
    words: str = ""
    no_words: str = ""
    limits: dict[str, Any] = field(default_factory=dict)
    references: tuple[str, ...] = ()
    kind: QuestionKind | None = None


BINS = ("they keep missing our assisted bin collection", "Often £150 to £350: 22 013 056 (£250) and 23 009 724 (£150).")
PLANS = (
    "EHCP was five months late, what do councils pay",
    "Essex (25 005 719) agreed £1,400. Surrey (24 000 272) had offered £200. Suffolk (25 018 110) agreed £1,200.",
)
ONE = (
    "assessment misquoted me and my daughter",
    "In West Northamptonshire (21 017 938) £150 went to the mother and £200 to her child.",
)
KENT_PLANS = ("has Kent been done for late EHCPs?", "Kent: four decisions, three upheld, 24 001 111 the newest.")
NOISE = ("council ignored the noise from a kebab shop extractor", "Ten comparable decisions.")
CARE = ("home carers missed visits and mum was billed anyway", "Refunds, often with £200: Havering (19 009 811).")
LOST_TAX = ("bailiffs sent though I was paying my council tax, ones that lost please", "Two were not upheld.")
SINCE = ("homeless family kept in a hotel, decisions since 2022", "Nine decisions.")
CASE = ("Summarise 21 017 938", "West Northamptonshire (21 017 938), August 2022: upheld. £350 in total.")

FIRST: dict[str, Talk] = {
    "only the last three years": Talk(
        (*BINS, "only the last three years"), "assisted bin", limits={"date_from": date(2023, 5, 19)}
    ),
    "show me ones that lost": Talk((*CARE, "show me ones that lost"), "carers visits", limits={"outcomes": (LOST,)}),
    "what about Birmingham": Talk((*NOISE, "what about Birmingham?"), "noise", limits={"bodies": (BIRMINGHAM,)}),
    "and for delay": Talk((*CARE, "and for delay?"), "carers delay"),
    "forget the council": Talk((*KENT_PLANS, "forget the council"), "EHCPs"),
    "same but for a tenant": Talk((*NOISE, "same but for a tenant"), "noise tenant"),
    "the second one": Talk((*PLANS, "the second one"), references=("24 000 272",)),
    "that case": Talk((*ONE, "that case"), references=("21 017 938",)),
    "why so little": Talk((*ONE, "why so little?"), references=("21 017 938",)),
    "any more recent": Talk((*NOISE, "any more recent?"), "noise", limits={"date_from": date(2024, 5, 19)}),
    "without the filter": Talk((*SINCE, "what about without the filter"), "homeless hotel"),
    "mum or girl": Talk((*ONE, "and was that paid to the mum or the girl?"), references=("21 017 938",)),
    "all years": Talk((*SINCE, "ok all years"), "homeless hotel"),
    "any council": Talk((*KENT_PLANS, "any council"), "EHCPs"),
    "Surrey as well": Talk((*KENT_PLANS, "add Surrey as well"), "EHCPs", limits={"bodies": (KENT, SURREY)}),
    "Surrey instead": Talk((*KENT_PLANS, "Surrey instead"), "EHCPs", limits={"bodies": (SURREY,)}),
    "no, since 2020": Talk((*SINCE, "no, since 2020"), "homeless hotel", limits={"date_from": date(2020, 1, 1)}),
    "and the ones that won": Talk(
        (*LOST_TAX, "and the ones that won?"), "bailiffs council tax", limits={"outcomes": (WON,)}
    ),
    "winners too": Talk(
        (*LOST_TAX, "include the ones that won too"), "bailiffs council tax", limits={"outcomes": (LOST, WON)}
    ),
    "another question": Talk(
        (*KENT_PLANS, "different question: blue badge refused, what do people get"), "blue badge", "EHCPs Kent"
    ),
    "a new question with its own words": Talk(
        (*KENT_PLANS, "How much for a missed annual review?"), "annual review", "EHCPs"
    ),
    "second subject, then a limit": Talk(
        (*KENT_PLANS, "what remedy for a pothole claim handled badly", "Three decisions.", "only since 2022"),
        "pothole",
        "EHCPs",
        {"date_from": date(2022, 1, 1)},
    ),
    "no I meant": Talk((*BINS, "no I meant garden waste"), "garden waste", "assisted"),
    "before Covid": Talk((*BINS, "before Covid"), "assisted bin", limits={"date_to": date(2020, 3, 22)}),
    "between two sums": Talk(
        (*BINS, "between 200 and 300"),
        "assisted bin",
        limits={"amount_min_pence": 20_000, "amount_max_pence": 30_000},
    ),
    "only where they apologised": Talk(
        (*NOISE, "where they only apologised"),
        "noise",
        limits={
            "remedy_kinds": (RemedyKind.APOLOGY,),
            "remedy_kinds_not": (RemedyKind.PAYMENT, RemedyKind.REFUND),
        },
    ),
}

LATER: dict[str, Talk] = {
    "with a refund": Talk((*CARE, "ones with a refund"), "carers", limits={"remedy_kinds": (RemedyKind.REFUND,)}),
    "training ordered": Talk(
        (*NOISE, "any where training was ordered?"), "noise", limits={"remedy_kinds": (RemedyKind.SERVICE_IMPROVEMENT,)}
    ),
    "full text only": Talk((*NOISE, "full text only"), "noise", limits={"bases": (Basis.FULL_TEXT,)}),
    "not Leeds": Talk((*NOISE, "not Leeds"), "noise", limits={"bodies_not": (LEEDS,)}),
    "drop the date": Talk((*SINCE, "drop the date"), "homeless hotel"),
    "no date limit": Talk((*SINCE, "without the date limit please"), "homeless hotel"),
    "take off the outcome": Talk((*LOST_TAX, "whatever the outcome"), "bailiffs council tax"),
    "won or lost": Talk((*LOST_TAX, "won or lost, I don't mind"), "bailiffs council tax"),
    "everywhere": Talk((*KENT_PLANS, "and everywhere else?"), "EHCPs"),
    "nationally": Talk((*KENT_PLANS, "and nationally?"), "EHCPs"),
    "not just Kent": Talk((*KENT_PLANS, "not just Kent"), "EHCPs"),
    "all councils": Talk((*KENT_PLANS, "across all councils"), "EHCPs"),
    "forget Kent": Talk((*KENT_PLANS, "forget Kent"), "EHCPs"),
    "remove the filters": Talk((*SINCE, "remove the filters"), "homeless hotel"),
    "over a sum": Talk((*BINS, "anything over a grand?"), "assisted bin", limits={"amount_min_pence": 100_000}),
    "any sum again": Talk(
        (*BINS, "over £500 only", "None.", "ok any amount"),
        "assisted bin",
    ),
    "paid to the child": Talk((*PLANS, "just payments to the child"), "EHCP", limits={"payees": (Payee.CHILD,)}),
    "a financial year": Talk(
        (*BINS, "2023-24 only"), "assisted bin", limits={"date_from": date(2023, 4, 1), "date_to": date(2024, 3, 31)}
    ),
    "last 18 months": Talk(
        (*BINS, "decided in the last 18 months"), "assisted bin", limits={"date_from": date(2024, 11, 19)}
    ),
    "since Covid": Talk((*BINS, "and since covid?"), "assisted bin", limits={"date_from": date(2020, 3, 23)}),
    "older ones": Talk((*NOISE, "any older ones?"), "noise", limits={"date_to": date(2024, 5, 18)}),
    "newer": Talk((*NOISE, "anything newer"), "noise", limits={"date_from": date(2024, 5, 19)}),
    "a council, then a year": Talk(
        (*NOISE, "only Leeds", "Two.", "and since 2022"),
        "noise",
        limits={"bodies": (LEEDS,), "date_from": date(2022, 1, 1)},
    ),
    "a council, then none": Talk((*NOISE, "only Leeds", "Two.", "forget the council"), "noise"),
    "a year changed": Talk(
        (*NOISE, "since 2022", "Two.", "actually since 2020"), "noise", limits={"date_from": date(2020, 1, 1)}
    ),
    "a council changed": Talk(
        (*NOISE, "only Leeds", "Two.", "sorry, I meant Birmingham"), "noise", limits={"bodies": (BIRMINGHAM,)}
    ),
    "second subject, then a council": Talk(
        (*KENT_PLANS, "pothole damaged my car", "Three decisions.", "what about Birmingham?"),
        "pothole",
        "EHCPs",
        {"bodies": (BIRMINGHAM,)},
    ),
    "same for another council": Talk((*KENT_PLANS, "same question for Essex"), "EHCPs", limits={"bodies": (ESSEX,)}),
    "and in Essex since": Talk(
        (*NOISE, "and Essex since 2021?"), "noise", limits={"bodies": (ESSEX,), "date_from": date(2021, 1, 1)}
    ),
    "the first": Talk((*PLANS, "what happened in the first?"), references=("25 005 719",)),
    "number three": Talk((*PLANS, "what about the third"), references=("25 018 110",)),
    "number 2": Talk((*PLANS, "tell me about number 2"), references=("24 000 272",)),
    "the Surrey one": Talk((*PLANS, "and the Surrey one?"), references=("24 000 272",)),
    "who was it paid to": Talk((*ONE, "who was it paid to?"), references=("21 017 938",)),
    "how long in that one": Talk((*ONE, "how long was the delay in that one"), references=("21 017 938",)),
    "that decision's reasons": Talk((*ONE, "what were the reasons in that decision"), references=("21 017 938",)),
    "a case, then its sum": Talk((*CASE, "what did they pay?"), references=("21 017 938",)),
    "a case, then why": Talk((*CASE, "why was it upheld?"), references=("21 017 938",)),
    "a case, then another": Talk((*CASE, "and 24 001 111?"), references=("24 001 111",)),
    "a case, then a matter": Talk((*CASE, "what do people get for missed bins"), "bins", limits={}),
    "who else": Talk((*KENT_PLANS, "who else has been done for that?"), "EHCPs"),
    "show me more": Talk((*NOISE, "show me more"), "noise"),
    "list them": Talk((*NOISE, "list them all"), "noise", kind=QuestionKind.LIST_CASES),
    "a wheelchair": Talk((*BINS, "and if she's in a wheelchair?"), "assisted bin wheelchair"),
    "ignore one part": Talk(
        (
            *("council tax summons and bailiffs while I was in hospital", "Four decisions."),
            "ignore the bailiffs bit",
        ),
        "summons hospital",
        "bailiffs",
    ),
    "not that side": Talk((*CARE, "not the billing side"), "carers visits", "billed billing side"),
    "closed ones": Talk((*LOST_TAX, "and the closed ones?"), "bailiffs", limits={"outcomes": (CLOSED,)}),
    "how much then": Talk((*KENT_PLANS, "how much did they pay?"), "EHCPs", limits={"bodies": (KENT,)}),
    "there": Talk((*KENT_PLANS, "what about missed bins there?"), "bins", "EHCPs", {"bodies": (KENT,)}),
    "new, with a reference": Talk((*PLANS, "Summarise 24 001 111"), references=("24 001 111",)),
    "new question, marked": Talk((*SINCE, "New question. Allotment rent doubled, any cases?"), "Allotment", "hotel"),
    "new after thanks": Talk((*SINCE, "thanks! my gran's grave was moved, what do people get"), "grave", "hotel"),
    "on another note": Talk((*SINCE, "on another note, dropped kerb refused"), "dropped kerb", "hotel"),
    "new and long": Talk(
        (*KENT_PLANS, "our son was taken off the bus after a fight and the council says he can walk four miles"),
        "bus",
        "EHCPs",
    ),
    "new with that": Talk((*SINCE, "is it fault that they never replied to my stage 2?"), "stage", "hotel"),
    "new body and matter": Talk(
        (*KENT_PLANS, "has Leeds been found at fault over potholes?"), "potholes", "EHCPs", {"bodies": (LEEDS,)}
    ),
    "misspelt follow-up": Talk((*NOISE, "onyl since 2022"), "noise", limits={"date_from": date(2022, 1, 1)}),
    "compare": Talk((*NOISE, "how does Birmingham compare?"), "noise", limits={"bodies": (BIRMINGHAM,)}),
    "but not": Talk(
        (*SINCE, "but not Birmingham"),
        "homeless hotel",
        limits={"bodies_not": (BIRMINGHAM,), "date_from": date(2022, 1, 1)},
    ),
    "Lancashire and dates": Talk(
        (*SINCE, "Lancashire only, before 2024"),
        "homeless hotel",
        limits={"bodies": (LANCASHIRE,), "date_to": date(2023, 12, 31)},
    ),
}

SAFEGUARDING = ("safeguarding referral ignored for a child", "Six decisions.")

# Tried as a user would once the others were understood; what failed of them was mended.
TRIED: dict[str, Talk] = {
    "and for adults": Talk((*SAFEGUARDING, "and for adults?"), "safeguarding referral adults", "child"),
    "meant a neighbour of the subject": Talk(
        (*("council tax support stopped by mistake", "Four decisions."), "no, I meant housing benefit"),
        "housing benefit",
        "tax",
    ),
    "more": Talk((*NOISE, "more"), "noise"),
    "how much in total": Talk((*ONE, "how much in total"), references=("21 017 938",)),
    "Leeds instead": Talk((*NOISE, "what about Leeds instead"), "noise", "instead", {"bodies": (LEEDS,)}),
    "the highest": Talk((*PLANS, "which was the highest?"), "EHCP", "highest"),
    "and the lowest": Talk((*PLANS, "and the lowest"), "EHCP", "lowest"),
    "the biggest payout": Talk((*NOISE, "what was the biggest payout"), "noise", "biggest payout"),
    "ones with money": Talk((*NOISE, "ones with money"), "noise", limits={"remedy_kinds": (RemedyKind.PAYMENT,)}),
    "a council and an outcome": Talk(
        (*NOISE, "just the ones from Birmingham that lost"),
        "ignored noise",
        "lost",
        {"bodies": (BIRMINGHAM,), "outcomes": (LOST,)},
    ),
    "the first two": Talk((*PLANS, "compare the first two"), references=("25 005 719", "24 000 272")),
    "did any": Talk((*NOISE, "did any go to a public report"), "noise report"),
    "remove one that was no limit": Talk(
        (*SINCE, "remove Birmingham"),
        "homeless",
        "remove",
        {"date_from": date(2022, 1, 1), "bodies_not": (BIRMINGHAM,)},
    ),
    "both outcomes": Talk((*LOST_TAX, "both"), "bailiffs"),
    "payments after those that lost": Talk((*LOST_TAX, "What's the usual payment for distress?"), "bailiffs"),
    "what those that lost got": Talk((*LOST_TAX, "how much did they get?"), "bailiffs", limits={"outcomes": (LOST,)}),
    "is it fault": Talk((*CARE, "is it fault?"), "carers", kind=QuestionKind.IS_IT_FAULT),
    "take the outcome off": Talk(
        (*("noise cases not upheld", "Salford 21 002 006 and Chiltern 19 006 434."), "take the not upheld bit off"),
        "noise",
        limits={"subcategories": ("Noise",)},
    ),
    "not interested in those that won": Talk(
        (*("blue badge complaints", "Three were upheld."), "not interested in upheld ones just the ones they closed"),
        "blue badge",
        limits={"outcomes": (CLOSED,)},
    ),
    "a lower sum": Talk(
        (*("lost education awards of 3k plus", "Three."), "drop it to a grand"),
        "lost education",
        limits={"categories": ("Education",), "amount_min_pence": 100_000},
    ),
    "the name was wrong": Talk(
        (*("late ehcps in birmingham", "Two decisions."), "sorry meant leeds not brum"),
        "ehcps",
        "meant",
        {"bodies": (LEEDS,)},
    ),
    "2021": Talk((*CARE, "2021"), "carers", limits={"date_from": date(2021, 1, 1), "date_to": date(2021, 12, 31)}),
    "a sum with a plus": Talk((*CARE, "£500+"), "carers", limits={"amount_min_pence": 50_000}),
}

# "only the ones where the council paid", in other words each; the sums are still what is asked.
_PAID = {"remedy_kinds": (RemedyKind.PAYMENT,)}
PAID: dict[str, Talk] = {
    name: Talk(
        (*BINS, said), "assisted bin", "paid council people money compensation", _PAID, (), QuestionKind.TYPICAL_REMEDY
    )
    for name, said in {
        "where the council paid": "only the ones where the council paid",
        "where money was paid": "just those where money was paid",
        "with a payment": "only cases with a payment",
        "where they paid something": "any where they actually paid something",
        "where people got compensation": "only the ones where people got compensation",
    }.items()
}

# "These" and "of them" are the decisions that the last answer names, whatever else limits them.
_NAMED = tuple(CaseReference(each) for each in ("25 005 719", "24 000 272", "25 018 110"))
_THOSE = {"references": _NAMED}
SHOWN: dict[str, Talk] = {
    "which of these": Talk(
        (*PLANS, "which of these were not upheld?"), "EHCP", "these", _THOSE | {"outcomes": (LOST,)}
    ),
    "of those": Talk(
        (*PLANS, "of those, which paid more than 300 quid"), "EHCP", "those", _THOSE | {"amount_min_pence": 30_000}
    ),
    "how many of those": Talk(
        (*PLANS, "how many of those had service improvements"),
        "EHCP",
        "improvements",
        _THOSE | {"remedy_kinds": (RemedyKind.SERVICE_IMPROVEMENT,)},
        kind=QuestionKind.SERVICE_IMPROVEMENTS,
    ),
    "those in a year": Talk(
        (*PLANS, "those in 2025"),
        "EHCP",
        limits=_THOSE | {"date_from": date(2025, 1, 1), "date_to": date(2025, 12, 31)},
    ),
    "any of them": Talk((*PLANS, "any of them upheld?"), "EHCP", "them", _THOSE | {"outcomes": (WON,)}),
    "all of these": Talk((*PLANS, "were all of these upheld?"), "EHCP", "these", _THOSE),
    "the cases you listed": Talk(
        (*PLANS, "only the cases you listed since 2024"), "EHCP", limits=_THOSE | {"date_from": date(2024, 1, 1)}
    ),
    "from that list": Talk(
        (*PLANS, "which paid over £500 from that list"), "EHCP", "list", _THOSE | {"amount_min_pence": 50_000}
    ),
    "which of them paid out": Talk(
        (*PLANS, "which of them paid out"), "EHCP", limits=_THOSE | {"remedy_kinds": (RemedyKind.PAYMENT,)}
    ),
    "draft that": Talk((*PLANS, "draft that for my complaint"), "EHCP", "draft", _THOSE, kind=QuestionKind.DRAFTING),
    # These say themselves which cases are meant.
    "those that lost": Talk((*PLANS, "just those that weren't upheld"), "EHCP", limits={"outcomes": (LOST,)}),
    "all of them": Talk((*PLANS, "not just upheld, all of them"), "EHCP"),
    "no case is named": Talk((*NOISE, "which of these were not upheld?"), "noise", limits={"outcomes": (LOST,)}),
    "after nothing comparable": Talk(
        (*PLANS, "only over £9,000", "I found nothing comparable.", "tell me about the second one"),
        references=("24 000 272",),
    ),
}

# What sixty questions asked as a user found (docs/questions.md); each stands for a class.
AGAIN: dict[str, Talk] = {
    "who lost": Talk((*CARE, "who lost?"), "carers", "lost", {"outcomes": (LOST,)}),
    "the ones he lost": Talk((*CARE, "show me the ones he lost"), "carers", "he lost", {"outcomes": (LOST,)}),
    "the highest, behind another wish": Talk((*KENT_PLANS, "forget Kent - the highest?"), "EHCPs", "highest"),
    "a sum is dropped": Talk(
        (*BINS, "over £100", "Two.", "ok drop the amount"), "assisted bin", kind=QuestionKind.TYPICAL_REMEDY
    ),
    "only adults": Talk((*SAFEGUARDING, "same but only adults"), "safeguarding adults", "dults"),
    "adults after the child": Talk((*NOISE, "and to the child?", "None.", "what about adults"), "noise adults"),
    "payments to somebody": Talk(
        (*SAFEGUARDING, "is that fault?", "Yes.", "and payments to the daughter"), kind=QuestionKind.TYPICAL_REMEDY
    ),
    "another side": Talk(
        (*NOISE, "compare with barking dogs"), "noise barking dogs", "compare", kind=QuestionKind.COMPARE
    ),
    "their reasons": Talk(
        (*PLANS, "what reasons did they give"), references=("25 005 719", "24 000 272", "25 018 110")
    ),
    "of the one case": Talk((*ONE, "was there an apology too?"), references=("21 017 938",)),
    "why, and then a limit": Talk(
        (*PLANS, "why so much?", "Three sums.", "any since 2023?"),
        "EHCP",
        limits={"date_from": date(2023, 1, 1)},
    ),
    "anything lower": Talk((*BINS, "anything lower?"), "assisted bin", "lower"),
    "those that paid nothing": Talk(
        (*BINS, "and the ones that didn't pay"),
        "assisted bin",
        limits={"remedy_kinds_not": (RemedyKind.PAYMENT, RemedyKind.REFUND)},
    ),
    "refunds, not payments": Talk(
        (*CARE, "what about refunds rather than payments"), "carers", limits={"remedy_kinds": (RemedyKind.REFUND,)}
    ),
    "any against": Talk((*NOISE, "any against a county council?"), "noise"),
    "thanks, and the reasons": Talk((*NOISE, "thanks, and the reasons?"), "noise", kind=QuestionKind.REASONS),
    "is there anything under": Talk(
        (*BINS, "is there anything under £200?"), "assisted bin", limits={"amount_max_pence": 20_000}
    ),
    "what was never told, again": Talk(
        ("safeguarding enquiry took a year and we never got told the outcome", "Eight.", "is that fault?"),
        "never told outcome",
    ),
    "nobody's history": Talk((*KENT_PLANS, "forget the council"), "EHCPs", kind=QuestionKind.TYPICAL_REMEDY),
}

CONVERSATIONS = FIRST | LATER | TRIED | PAID | SHOWN | AGAIN
