"""The claims in a text: found in any spelling and disguise, with their place; nothing is found that is not said."""

from __future__ import annotations

import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.claims import Bound, Claim, ClaimKind, SaidDate, find_claims
from assistant.domain import CaseReference, FindingResult, Outcome, Payee, RemedyKind, RemedyStatus


def claims(text: str, kind: ClaimKind) -> list[Claim]:
    return [claim for claim in find_claims(text) if claim.kind is kind]


def values(text: str, kind: ClaimKind) -> list[Any]:
    return [claim.value for claim in claims(text, kind)]


# --------------------------------------------------------------------------- references

_REFERENCES = {
    "printed": "19 018 981",
    "no gaps": "19018981",
    "dashes": "19-018-981",
    "no-break spaces": "19\u00a0018\u00a0981",
    "zero-width characters": "19\u200b 018\u200c 9\u206081",
    "full-width digits": "19 018 981",
    "Arabic digits": "١٩ ٠١٨ ٩٨١",
    "HTML inside": "19 <b>018</b> 981",
    "in an address": "https://www.lgo.org.uk/decisions/children-s-care-services/other/19-018-981",
    "over a line's end": "19 018\n981",
}


@pytest.mark.parametrize("written", _REFERENCES.values(), ids=_REFERENCES)
def test_a_reference_is_found_in_every_form(written: str) -> None:
    assert values(f"See case {written}, which helps.", ClaimKind.REFERENCE) == [CaseReference("19 018 981")]


def test_the_letter_of_a_joint_case_belongs_to_its_reference() -> None:
    assert values("16 010 636C and 17-002-402b", ClaimKind.REFERENCE) == [
        CaseReference("16 010 636c"),
        CaseReference("17 002 402b"),
    ]


# --------------------------------------------------------------------------- sums

_SUMS: dict[str, tuple[str, tuple[int, ...]]] = {
    "sign": ("£300", (300,)),
    "comma": ("£1,250", (1250,)),
    "in words": ("three hundred pounds", (300,)),
    "longer words": ("one thousand two hundred and fifty pounds", (1250,)),
    "a hundred": ("a hundred pounds", (100,)),
    "pounds behind": ("300 pounds", (300,)),
    "currency code": ("GBP 300", (300,)),
    "code behind": ("300 GBP", (300,)),
    "quid": ("300 quid", (300,)),
    "grand": ("two grand", (2000,)),
    "thousands cut short": ("£1.2k", (1200,)),
    "thousand in words": ("£3 thousand", (3000,)),
    "long dash": ("£3,000–£4,000", (3000, 4000)),
    "short range": ("£300-400", (300, 400)),
    "range of thousands": ("£3-4k", (3000, 4000)),
    "between": ("between £300 and £400", (300, 400)),
    "full-width": ("£300", (300,)),
    "zero-width": ("£3\u200b00", (300,)),
    "no-break space": ("£\u00a0300", (300,)),
    "entity": ("&pound;300", (300,)),
    "bold": ("**£300**", (300,)),
    "HTML inside": ("£3<i></i>00", (300,)),
    "Devanagari digits": ("£३००", (300,)),
    "spaced thousands": ("£1 250", (1250,)),
    "soft hyphen": ("£3\u00ad00", (300,)),
}


@pytest.mark.parametrize(("written", "pounds"), _SUMS.values(), ids=_SUMS)
def test_a_sum_is_found_in_every_form(written: str, pounds: tuple[int, ...]) -> None:
    text = f"The Council agreed to pay {written} for distress."
    (found,) = claims(text, ClaimKind.AMOUNT)
    assert found.sums == tuple(100 * one for one in pounds)
    assert text[found.start : found.end] == found.words


_RATES = {
    "£100 a month": "month",
    "£100 per month": "month",
    "£100 for each month": "month",
    "£100/month": "month",
    "£100 pcm": "month",
    "£50 a week": "week",
    "£50 per school term": "term",
    "£250 each": "person",
    "£250 per child": "person",
    "each of the two neighbours £250": "person",
    "£250 a year later": None,
    "£250 to each other": None,
    "£300": None,
}


@pytest.mark.parametrize(("written", "unit"), _RATES.items(), ids=_RATES)
def test_a_rate_is_told_from_a_sum(written: str, unit: str | None) -> None:
    (found,) = claims(f"It paid {written}.", ClaimKind.AMOUNT)
    assert found.unit == unit


@pytest.mark.parametrize(
    "written",
    ["£350 in all", "£350 in total", "totalling £350", "a total of £350", "a total payment of £350", "£350 altogether"],
)
def test_a_total_is_called_one(written: str) -> None:
    (found,) = claims(f"The Council paid {written}.", ClaimKind.AMOUNT)
    assert found.is_total


def test_a_part_is_no_total() -> None:
    assert [one.is_total for one in claims("£150 to her and £200 to him", ClaimKind.AMOUNT)] == [False, False]


@pytest.mark.parametrize(
    ("written", "bound"),
    [
        ("at least £300", Bound.AT_LEAST),
        ("£300 or more", Bound.AT_LEAST),
        ("up to £300", Bound.AT_MOST),
        ("about £300", Bound.ABOUT),
        ("£300", None),
    ],
)
def test_what_limits_a_sum_is_kept(written: str, bound: Bound | None) -> None:
    (found,) = claims(f"It paid {written}.", ClaimKind.AMOUNT)
    assert found.bound is bound


def test_a_raised_sum_is_no_range() -> None:
    assert values("The payment was raised from £75 to £100.", ClaimKind.AMOUNT) == [7_500, 10_000]


# --------------------------------------------------------------------------- dates

_DATES = {
    "3 June 2021": (2021, 6, 3),
    "3rd June 2021": (2021, 6, 3),
    "the 3rd of June 2021": (2021, 6, 3),
    "03/06/2021": (2021, 6, 3),
    "3.6.21": (2021, 6, 3),
    "2021-06-03": (2021, 6, 3),
    "June 3, 2021": (2021, 6, 3),
    "17-Jun-2021": (2021, 6, 17),
    "June 2021": (2021, 6, 0),
    "Sept. 2021": (2021, 9, 0),
    "Jun '21": (2021, 6, 0),
    "3 June": (0, 6, 3),
    "2021": (2021, 0, 0),
    "31 February 2021": (2021, 2, 31),
}


@pytest.mark.parametrize(("written", "said"), _DATES.items(), ids=_DATES)
def test_a_date_is_read_as_the_british_write_it(written: str, said: tuple[int, int, int]) -> None:
    text = f"It was decided {written} by the Ombudsman."
    (found,) = claims(text, ClaimKind.DATE)
    assert found.value == SaidDate(*said)


@pytest.mark.parametrize(
    "text",
    [
        "last summer",
        "in the autumn term",
        "Local Government Act 1974, section 26",
        "it may be late",
        "we march on 12 people",
        "Year 9",
    ],
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert values(text, ClaimKind.DATE) == []


def test_the_year_behind_two_months_is_said_of_both() -> None:
    assert values("from March to June 2021", ClaimKind.DATE) == [SaidDate(2021, 3), SaidDate(2021, 6)]


# --------------------------------------------------------------------------- quotations

_QUOTATIONS: dict[str, tuple[str, list[str]]] = {
    "straight": ('He wrote "the plan was late" to us.', ["the plan was late"]),
    "curly": ("It says “the plan was late”.", ["the plan was late"]),
    "single": ("It says 'the plan was late'.", ["the plan was late"]),
    "curly single": ("It says ‘the plan was late’.", ["the plan was late"]),
    "guillemets": ("It says «the plan was late».", ["the plan was late"]),
    "low": ("It says „the plan was late“.", ["the plan was late"]),
    "an apostrophe inside": ("It says 'the Council's plan was late'.", ["the Council's plan was late"]),
    "a possessive plural inside": ("It says 'the parents' views were lost'.", ["the parents' views were lost"]),
    "nested": ("It says “she called it ‘a mess’ twice”.", ["she called it ‘a mess’ twice", "a mess"]),
    "over paragraphs": ("“First part.\n\n“Second part.”", ["First part. Second part."]),
    "a quoted block": ("It said:\n> The plan was late.\n> It was fault.\nSo.", ["The plan was late. It was fault."]),
    "no quotation: apostrophes": ("The Council's and the parents' views in the '90s; don't.", []),
    "no quotation: never closed": ('She wrote "we are sorry and nothing more.\n\nNext.', []),
    "no quotation: feet": ("a fence 6' high and a wall 5' high", []),
}


@pytest.mark.parametrize(("text", "expected"), _QUOTATIONS.values(), ids=_QUOTATIONS)
def test_a_quotation_is_what_stands_between_marks(text: str, expected: list[str]) -> None:
    assert values(text, ClaimKind.QUOTATION) == expected


def test_a_sum_in_a_quotation_is_marked() -> None:
    (found,) = claims("It says “pay Miss X £300”.", ClaimKind.AMOUNT)
    assert found.is_quoted


# --------------------------------------------------------------------------- words of the field

_WORDINGS: dict[str, tuple[str, ClaimKind, list[object]]] = {
    "upheld": ("The complaint was upheld.", ClaimKind.OUTCOME, [Outcome.UPHELD]),
    "not upheld": ("The complaint was not upheld.", ClaimKind.OUTCOME, [Outcome.NOT_UPHELD]),
    "did not uphold": ("The Ombudsman did not uphold it.", ClaimKind.OUTCOME, [Outcome.NOT_UPHELD]),
    "closed": ("It was closed after initial enquiries.", ClaimKind.OUTCOME, [Outcome.CLOSED]),
    "discontinued": ("The investigation was discontinued.", ClaimKind.OUTCOME, [Outcome.DISCONTINUED]),
    "fault": ("The Ombudsman found fault.", ClaimKind.FINDING, [FindingResult.FAULT]),
    "at fault": ("The Council was at fault.", ClaimKind.FINDING, [FindingResult.FAULT]),
    "no fault": ("The Ombudsman found no fault.", ClaimKind.FINDING, [FindingResult.NO_FAULT]),
    "not at fault": ("The Council was not at fault.", ClaimKind.FINDING, [FindingResult.NO_FAULT]),
    "no evidence of fault": ("There was no evidence of fault.", ClaimKind.FINDING, [FindingResult.NO_FAULT]),
    "no finding": ("It made no finding on this.", ClaimKind.FINDING, [FindingResult.NO_FINDING]),
    "faulty": ("A faulty lift.", ClaimKind.FINDING, []),
    "no injustice": ("There was fault but no injustice.", ClaimKind.INJUSTICE, [False]),
    "apology": ("It agreed to apologise.", ClaimKind.REMEDY_KIND, [RemedyKind.APOLOGY]),
    "refund": ("It refunded the fee.", ClaimKind.REMEDY_KIND, [RemedyKind.REFUND]),
    "training": ("It will train its staff.", ClaimKind.REMEDY_KIND, [RemedyKind.SERVICE_IMPROVEMENT]),
    "agreed": ("It agreed to pay £300.", ClaimKind.STATUS, [RemedyStatus.AGREED]),
    "recommended": ("We recommended £300.", ClaimKind.STATUS, [RemedyStatus.RECOMMENDED]),
    "offered": ("The Council offered £300.", ClaimKind.STATUS, [RemedyStatus.OFFERED]),
    "claimed": ("She asked for £300.", ClaimKind.STATUS, [RemedyStatus.CLAIMED]),
    "refused": ("It refused to pay £300.", ClaimKind.STATUS, [RemedyStatus.REFUSED]),
    "already paid": ("It had already paid £300.", ClaimKind.STATUS, [RemedyStatus.ALREADY_PAID]),
    "to the child": ("It paid £300 to her daughter.", ClaimKind.PAYEE, [Payee.CHILD]),
    "the child received": ("The child received £300.", ClaimKind.PAYEE, [Payee.CHILD]),
    "to the mother": ("It paid the mother £300.", ClaimKind.PAYEE, [Payee.COMPLAINANT]),
    "to a name": ("It agreed to pay Miss X £300.", ClaimKind.PAYEE, [Payee.COMPLAINANT]),
    "not a payee": ("The child missed school.", ClaimKind.PAYEE, []),
    "body": ("Lancashire County Council was late.", ClaimKind.BODY, ["Lancashire County Council"]),
    "no body": ("The Council was late.", ClaimKind.BODY, []),
}


@pytest.mark.parametrize(("text", "kind", "expected"), _WORDINGS.values(), ids=_WORDINGS)
def test_the_fields_words_are_read(text: str, kind: ClaimKind, expected: list[object]) -> None:
    assert values(text, kind) == expected


_DENIALS = {
    "It did not pay £300.": True,
    "It refused to pay £300.": True,
    "No payment of £300 was made.": True,
    "£300 was not paid.": True,
    "£300 was never paid.": True,
    "It paid £300.": False,
    "It not only apologised but paid £300.": False,
    "No fault was found, and it paid £300.": False,
    "It paid no less than £300.": False,
    "It was late. It was not sorry. It paid £300.": False,
}


@pytest.mark.parametrize(("text", "is_negated"), _DENIALS.items(), ids=_DENIALS)
def test_a_denied_sum_is_marked(text: str, is_negated: bool) -> None:
    (found,) = claims(text, ClaimKind.AMOUNT)
    assert found.is_negated is is_negated


# --------------------------------------------------------------------------- counts and lengths of time


def test_counts_and_lengths_of_time_are_told_apart() -> None:
    text = "In all three cases the plan was 41 weeks late; 2 of the 5 decisions (40%) say so."
    found = [(one.value, one.unit, one.is_every) for one in claims(text, ClaimKind.COUNT)]
    assert found == [(3, "case", True), (2, "decision", False), (5, "decision", False), (40, "%", False)]
    assert [(one.value, one.unit) for one in claims(text, ClaimKind.DURATION)] == [(41, "week")]


@pytest.mark.parametrize(
    "text", ["stage 2", "section 17", "paragraph 25", "1. First", "Year 9", "note [3]", "ring 01234 567890"]
)
def test_a_number_that_names_a_place_counts_nothing(text: str) -> None:
    assert values(text, ClaimKind.COUNT) == []


# --------------------------------------------------------------------------- any text at all


@given(st.text(max_size=300))
def test_no_text_is_too_odd_and_each_place_holds_the_words(text: str) -> None:
    for claim in find_claims(text):
        assert text[claim.start : claim.end] == claim.words
        assert claim.words


_PIECES = st.sampled_from(
    (
        *("£300", "“", "”", "'", '"', " ", "\n\n", "19 018 981", "not ", "upheld", "<b>", "&nbsp;", "\u200b", "\u202e"),
        *("a hundred pounds", "3 June 2021", "paid ", "the child ", ". ", "*", "３"),
    )
)


@given(st.lists(_PIECES, max_size=25).map("".join))
def test_pieces_of_letters_in_any_order_keep_their_places(text: str) -> None:
    for claim in find_claims(text):
        assert text[claim.start : claim.end] == claim.words


@pytest.mark.parametrize(
    "piece",
    ["‘a ", "“a ", "one ", "£1 ", "<a ", "19 018 981 ", "the ", "1/", "not ", "\u200b1", "> a\n", "@a.", "a", "1"],
)
def test_a_hundred_thousand_characters_take_seconds_whatever_they_are(piece: str) -> None:
    started = time.perf_counter()
    find_claims((piece * 100_000)[:100_000])
    assert (
        time.perf_counter() - started < 20
    )  # some take two seconds on a busy machine; a quadratic search takes minutes
