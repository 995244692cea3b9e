"""The first questions that set a limit: by body, date, sum and result (docs/questions.md)."""

from __future__ import annotations

from datetime import date

from assistant.domain import Basis, Payee, RemedyKind
from tests.asked_form import (
    BINS,
    BIRMINGHAM,
    CLOSED,
    GRAND,
    HACKNEY,
    HISTORY,
    HOMELESS,
    KENT,
    LAMBETH,
    LANCASHIRE,
    LEEDS,
    LIST,
    LOST,
    MONEY,
    SOMERSET,
    STOPPED,
    TRANSPORT,
    WON,
    Asked,
)

BODIES: dict[str, Asked] = {
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

DATES: dict[str, Asked] = {
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

SUMS: dict[str, Asked] = {
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

RESULTS: dict[str, Asked] = {
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
