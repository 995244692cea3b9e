"""The questions that were written before any rule was touched for them, by what they try (docs/questions.md)."""

from __future__ import annotations

from datetime import date

from tests.asked_form import (
    CASE,
    FAULT,
    REMEDY,
    TREATED,
    WON,
    Asked,
)
from tests.asked_limits import BODIES, DATES, RESULTS, SUMS

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

FIRST: dict[str, Asked] = BODIES | DATES | SUMS | RESULTS | _NEGATED | _SPELT | _COUNCIL_SIDE | _NUMBERED
