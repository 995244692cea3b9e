"""Outcomes, dates, sums and subjects: what limits the cases, and what only belongs to the story."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.domain import Basis, Outcome, Payee, RemedyKind
from tests.question_builders import ask, limits

YEAR_2022 = date(2022, 1, 1)

OUTCOMES = {
    "not upheld only": ("PEX cases, not upheld only please", [Outcome.NOT_UPHELD]),
    "not just the wins": ("PEX cases, don't want just the wins", [Outcome.NOT_UPHELD]),
    "both said": ("IRP cases, not upheld only please, don't want just the wins", [Outcome.NOT_UPHELD]),
    "where the carer lost": ("SGO cases where the carer lost", [Outcome.NOT_UPHELD]),
    "where the complainant lost": ("any EHCP decisions where the complainant lost?", [Outcome.NOT_UPHELD]),
    "ones that lost": ("show me ones that lost on school transport", [Outcome.NOT_UPHELD]),
    "no fault cases": ("blue badge, no fault cases", [Outcome.NOT_UPHELD]),
    "council won": ("planning enforcement, where the council won", [Outcome.NOT_UPHELD]),
    "any not upheld": ("any not upheld on bin collections?", [Outcome.NOT_UPHELD]),
    "with a hyphen": ("list not-upheld decisions about noise", [Outcome.NOT_UPHELD]),
    "unsuccessful": ("unsuccessful complaints about parking tickets", [Outcome.NOT_UPHELD]),
    "closed ones": ("closed ones only - details sent to the wrong person", [Outcome.CLOSED]),
    "closed after initial enquiries": ("noise, closed after initial enquiries", [Outcome.CLOSED]),
    "wouldn't investigate": ("data breach cases the ombudsman wouldn't investigate", [Outcome.CLOSED]),
    "refused to look": ("cases where the LGO refused to investigate council tax", [Outcome.CLOSED]),
    "upheld only": ("homelessness, upheld only", [Outcome.UPHELD]),
    "only upheld": ("only upheld cases on care charges", [Outcome.UPHELD]),
    "just the wins": ("just the wins on EHCP delay", [Outcome.UPHELD]),
    "where the parent won": ("school transport where the parent won", [Outcome.UPHELD]),
    "discontinued": ("any discontinued ones about data leaks", [Outcome.DISCONTINUED]),
    "only full investigations": ("EHCP delay, only full investigations", [Outcome.UPHELD, Outcome.NOT_UPHELD]),
    "where the complaint was not upheld": (
        "I only want decisions where the complaint was not upheld about care home fees",
        [Outcome.NOT_UPHELD],
    ),
    "fail": ("where did complainants fail on blue badges", [Outcome.NOT_UPHELD]),
    "no fault in brackets": ("which councils got away with late EHCPs (no fault)", [Outcome.NOT_UPHELD]),
    "excluding closed": (
        "homeless at 17, s20 not offered. cases please, excluding closed",
        [Outcome.UPHELD, Outcome.NOT_UPHELD],
    ),
    "upheld after a plus": ("SEN transport + upheld", [Outcome.UPHELD]),
    "two outcomes": ("not upheld cases and closed ones about potholes", [Outcome.NOT_UPHELD, Outcome.CLOSED]),
}


@pytest.mark.parametrize(("question", "outcomes"), OUTCOMES.values(), ids=OUTCOMES.keys())
def test_an_outcome_that_is_asked_for_limits_the_cases(question: str, outcomes: list[Outcome]) -> None:
    assert list(ask(question).filters.outcomes) == outcomes


NO_OUTCOME = {
    "upheld or not": "School travel decisions from 2025 only, upheld or not",
    "upheld or no": "blue badge refusal - upheld or no?",
    "council lost my file": "the council lost my file from care, has anyone been compensated",
    "lost earnings": "taxi badge renewal took 5 months, lost earnings",
    "lost the application": "they lost my housing application, what do people get",
    "the child lost out": "where the child lost two terms of school what is paid",
    "lost her home": "where the mother lost her home after bad advice",
    "they closed my case": "social services closed my case without an assessment, is that fault",
    "case closed by the worker": "the case was closed by the social worker after one visit",
    "my complaint was not upheld": "my stage 2 complaint was not upheld by the council, is that wrong",
    "is it usually upheld": "is a late annual review usually upheld?",
    "has it been upheld": "has a complaint about blue badges ever been upheld",
    "as well": "show me not-upheld cases too, about missed bins",
    "a council that won't": "LA won't fund residential school, tribunal in June. anything on legal costs?",
    "not properly investigated": "allegation against a foster carer not properly investigated",
    "other complaints were not upheld": "stage 2 said two points were not upheld and the rest ignored, what do "
    "people get",
    "a panel changed findings": "stage three panel changed upheld findings",
    "a remedy for upheld complaints": "council's remedy for upheld complaints was too small",
    "the finding of a statement": "council apologised and said no fault was found in the rest",
    "lost weight": "nan lost 2 stone in a nursing home, what remedy",
    "appeal lost": "we lost our appeal at SENDIST, can the ombudsman look",
    "school closed": "school closed and no education was provided",
    "road closed": "road closed for months and my shop lost money",
}


@pytest.mark.parametrize("question", NO_OUTCOME.values(), ids=NO_OUTCOME.keys())
def test_words_that_sound_like_an_outcome_limit_nothing(question: str) -> None:
    assert ask(question).filters.outcomes == ()


DATES: dict[str, tuple[str, date | None, date | None]] = {
    "decisions since a year": ("EHCP decisions since 2022", YEAR_2022, None),
    "cases since a month": ("homelessness cases since jan 2024", date(2024, 1, 1), None),
    "only from a year": ("School travel decisions from 2025 only", date(2025, 1, 1), date(2025, 12, 31)),
    "in a year": ("any awards in 2023 for missed therapy", date(2023, 1, 1), date(2023, 12, 31)),
    "decided before": ("DFG stuff decided before 2020", None, date(2019, 12, 31)),
    "decided after a month": ("noise cases decided after March 2022", date(2022, 4, 1), None),
    "between": ("care charging decisions between 2020 and 2022", date(2020, 1, 1), date(2022, 12, 31)),
    "a span with a dash": ("bins cases 2019-2021", date(2019, 1, 1), date(2021, 12, 31)),
    "a financial year": ("upheld decisions in 2023/24 on SEN", date(2023, 4, 1), date(2024, 3, 31)),
    "onwards": ("cases from 2022 onwards about top-ups", YEAR_2022, None),
    "a year and on": ("only 2022 onwards, school transport", YEAR_2022, None),
    "last three years": ("decisions in the last three years on blue badges", date(2023, 5, 19), None),
    "past couple of years": ("any awards in the past couple of years for EHCP delay", date(2024, 5, 19), None),
    "last 18 months": ("cases from the last 18 months about bins", date(2024, 11, 19), None),
    "year before the noun": ("2021 decisions on child protection", date(2021, 1, 1), date(2021, 12, 31)),
    "been found at fault since": (
        "has Lancashire been found at fault over EHCPs since 2021?",
        date(2021, 1, 1),
        None,
    ),
    "what have councils paid since": ("what have councils paid for missed bins since 2022", YEAR_2022, None),
    "the date first": ("since 2022, what have LAs paid for missed bins", YEAR_2022, None),
    "up to": ("pothole decisions up to 2021", None, date(2021, 12, 31)),
    "a full date": ("decisions after 3 March 2023 on noise", date(2023, 3, 4), None),
    "ones": ("just ones from 2024 on EHCP delay", date(2024, 1, 1), date(2024, 12, 31)),
    "prior to": ("fostering cases decided prior to April 2019", None, date(2019, 3, 31)),
    "only since": ("missed bins, only since 2023", date(2023, 1, 1), None),
    "post with a hyphen": ("post-2020 decisions on care fees", date(2021, 1, 1), None),
    "this year": ("any decisions this year on homelessness", date(2026, 1, 1), date(2026, 12, 31)),
    "two years with or": ("any 2024 or 2025 decisions re DoLS", date(2024, 1, 1), date(2025, 12, 31)),
    "been decided": ("what's been decided on care charging post 2019", date(2020, 1, 1), None),
    "set off at the end": ("sen transport, everything bar Leeds, last two years", date(2024, 5, 19), None),
    "is there a decision": ("is there a decision from 2018 about foster carers", date(2018, 1, 1), date(2018, 12, 31)),
    "complaints decided": ("complaints decided 2021 noise nightclub", date(2021, 1, 1), date(2021, 12, 31)),
    "or later": ("EHCP awards 2023 or later", date(2023, 1, 1), None),
    "since, at the end of a search line": ("Kent late EHC plans since 2022", date(2022, 1, 1), None),
    "before, at the end of a search line": ("Sheffield blue badge before 2023", None, date(2022, 12, 31)),
}


@pytest.mark.parametrize(("question", "first", "last"), DATES.values(), ids=DATES.keys())
def test_a_date_said_of_decisions_limits_them(question: str, first: date | None, last: date | None) -> None:
    filters = ask(question).filters
    assert (filters.date_from, filters.date_to) == (first, last)


NO_DATE = {
    "in a year of the story": "In 2019 the SW rang me and asked me to take my nephews, what do people get",
    "till": "Mum was in the home till 2021, dad only found out last month. Too late?",
    "from a year of the story": "council clawing back £6k HB overpayment from 2018, says my fault. can ombudsman "
    "cancel it",
    "out of school since": "my son has been out of school since 2022, how much do LAs pay",
    "on the list since": "we've been on the register since January 2021 and never bid",
    "waiting for years": "she has been waiting for the last three years for a wet room",
    "month only": "SENDIST order came in Jan, still no plan in Nov",
    "an act": "does the Children Act 1989 mean they should pay me",
    "the Care Act": "is it fault to ignore the Care Act 2014",
    "before and after": "compare £ for distress before and after 2022",
    "the council's decision": "the council's decision in 2020 to cut my care was wrong",
    "a report of the story": "the report from 2019 named my new address",
    "a decade": "my file from when i was in care in the 80s is lost",
    "direct payments stopped": "they stopped my direct payments in 2022, what remedy",
    "born": "he was born in 2009 and never had a plan",
    "a year's wait with a question behind": "since 2020 the neighbour's extension overlooks us. what do people get",
    "cases where the story has the date": "any cases where a child was out of school since 2019",
    "a number that is no year": "2000 people on the register and nobody assessed",
    "the ignored years": "over the last 5 years the council has ignored planning breaches",
    "my son's year": "in the past year, my son has had no education",
    "repaid since": "they agreed to repay what was taken since September 2017, is that usual",
    "a grant decision": "a relocation grant decision in 2019 was unfair, too late?",
    "turned 18": "before my son turned 18 in 2022 the transition plan wasn't done",
    "a search line that tells how somebody fared": "Kent child out of school since 2022",
    "a sum": "an invoice for £2020 came in, what do people get",
}


@pytest.mark.parametrize("question", NO_DATE.values(), ids=NO_DATE.keys())
def test_a_date_of_the_story_limits_nothing(question: str) -> None:
    filters = ask(question).filters
    assert (filters.date_from, filters.date_to) == (None, None)


def test_a_relative_date_says_from_when_it_was_counted() -> None:
    query = ask("decisions in the last three years on blue badges")
    assert any("counted back from the newest decision held, 19 May 2026" in note for note in query.assumed)


SUMS: dict[str, tuple[str, int | None, int | None]] = {
    "a grand or more": ("adult social care where the relative got a grand or more", 1000, None),
    "3k+": ("any housing/homeless awards 3k+?", 3000, None),
    "over": ("awards over £1,000 for lost education", 1000, None),
    "at least": ("cases that paid at least £500 for distress", 500, None),
    "under": ("payouts under £200 for missed bins", None, 200),
    "more than, in quid": ("any payments of more than 500 quid for noise", 500, None),
    "or more": ("EHCP delay payments of £750 or more", 750, None),
    "up to": ("remedies up to £300 for data breach", None, 300),
    "between": ("awards between £500 and £1,000 for care failings", 500, 1000),
    "two grand": ("anyone got two grand or more for B&B", 2000, None),
    "1.5k": ("awards above 1.5k for therapy missed", 1500, None),
    "four figures": ("any four figure awards for bins", 1000, None),
    "bare number": ("compensation over 1000 for homelessness", 1000, None),
    "greater sign": ("decisions with payments >£2,000 on SEN", 2000, None),
    "five hundred": ("payments of five hundred or more for parking", 500, None),
    "the first words": ("more than 5 grand for lost education?", 5000, None),
    "ever had to pay": ("has Essex ever had to pay more than £5k?", 5000, None),
    "anything over": ("anything since Jan 2023 about annual review delay over £500", 500, None),
    "or less": ("awards of £100 or less for delay", None, 100),
}


@pytest.mark.parametrize(("question", "least", "most"), SUMS.values(), ids=SUMS.keys())
def test_a_sum_said_of_awards_limits_them(question: str, least: int | None, most: int | None) -> None:
    filters = ask(question).filters
    pence = (least * 100 if least else None, most * 100 if most else None)
    assert (filters.amount_min_pence, filters.amount_max_pence) == pence


NO_SUM = {
    "a rate asked about": "Son's EHCP is 7 mths late. is it £100 a month or more??",
    "an invoice": "in September we get an invoice for £21k, what sort of outcome do they give",
    "an overpayment": "council clawing back more than £6k HB overpayment, can they",
    "a debt": "they say I owe over £2,000 council tax and sent bailiffs, what do people get",
    "months": "over 12 months late with the EHCP, what do councils pay",
    "people": "more than 200 people on the list ahead of us, what remedy",
    "a judge": "what would a judge give me, 10k? 20k?",
    "savings": "mum has over £23,250 savings, were the charges wrong",
    "under an act": "under section 19 what do they pay",
    "should I ask": "should I ask for more than £500 for a late plan",
    "a year": "decisions after 2020 on bins",
    "days": "stage 2 took more than 65 days, any money in that",
    "sum in a wrong premise": "the £700 in West Northants",
    "arrears": "rent arrears over £4,000 because HB was late",
    "what was offered to us": "council offered less than £200 for 3 terms out of school",
    "should it be more": "they've offered £150, should be more than £500 right?",
    "from one sum to another": "my payment was to rise from £280 to £480, is that usual",
    "age": "under 5s left in a B&B, what do families get",
    "monthly top up": "top up of £200 or more a month never agreed, what do people get back",
}


@pytest.mark.parametrize("question", NO_SUM.values(), ids=NO_SUM.keys())
def test_a_sum_of_the_story_limits_nothing(question: str) -> None:
    filters = ask(question).filters
    assert (filters.amount_min_pence, filters.amount_max_pence) == (None, None)


SUBJECTS = {
    "PEX and IRP": ("PEX / IRP cases, not upheld only please", {"subcategories": ("School exclusions",)}),
    "DFG": ("DFG stuff decided before 2020", {"subcategories": ("Disabled facilities grants",)}),
    "a category": (
        "adult social care where the relative got a grand or more",
        {"categories": ("Adult care services",)},
    ),
    "housing and homeless": ("any housing/homeless awards 3k+?", {"categories": ("Housing",)}),
    "homelessness": ("homelessness decisions since 2024", {"subcategories": ("Homelessness",)}),
    "direct payments": ("direct payments cases, upheld only", {"subcategories": ("Direct payments",)}),
    "noise": ("noise cases decided after March 2022", {"subcategories": ("Noise",)}),
    "parking": ("PCN decisions from 2024 only", {"subcategories": ("Parking and other penalties",)}),
    "school transport": ("list school transport decisions", {"subcategories": ("School transport",)}),
}


@pytest.mark.parametrize(("question", "expected"), SUBJECTS.values(), ids=SUBJECTS.keys())
def test_a_listing_question_may_limit_itself_to_a_subject(question: str, expected: dict[str, object]) -> None:
    found = limits(ask(question))
    assert {name: found.get(name) for name in expected} == expected


NO_SUBJECT = {
    "an ordinary question": "DFG took three years, what do people get",
    "a wider word than the drawer": "School travel decisions from 2025 only, upheld or not",
    "is it fault": "noise from the pub and EHO ignored us, is that fault",
    "a history": "has Leeds been done for homelessness before?",
    "data breach": "closed ones only - details sent to the wrong person",
    "a category we do not hold": "allotments decisions since 2022",
}


@pytest.mark.parametrize("question", NO_SUBJECT.values(), ids=NO_SUBJECT.keys())
def test_the_subject_of_other_questions_is_no_limit(question: str) -> None:
    filters = ask(question).filters
    assert (filters.categories, filters.subcategories) == ((), ())


def test_actual_payment_limits_to_payments() -> None:
    query = ask("adult social care where the relative got a grand or more - actual payment not fees wiped")
    assert query.filters.remedy_kinds == (RemedyKind.PAYMENT,)


def test_an_apology_in_the_story_limits_nothing() -> None:
    assert ask("council got my son's plan wrong and we only got an apology, what do others get").filters.is_empty


def test_payments_to_children_limit_the_payee() -> None:
    assert ask("inaccurate assessments, only payments to the child").filters.payees == (Payee.CHILD,)


def test_full_text_only_limits_the_basis() -> None:
    assert ask("child protection decisions, full text only").filters.bases == (Basis.FULL_TEXT,)


def test_every_limit_is_told_in_plain_words() -> None:
    query = ask("homelessness awards over £1,000 since 2022, upheld only, not Leeds")
    told = " ".join(query.assumed)
    for words in ("£1,000 or more", "1 January 2022", "upheld", "Leeds City Council", "Homelessness"):
        assert words in told
