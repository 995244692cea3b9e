"""Identifiers are checked at birth; facts stay as they were written."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant import domain
from assistant.domain import Basis, CaseReference, Filters, PaymentRow, RemedyKind, RemedySummary
from assistant.errors import InvalidReference
from tests.builders import case, decision, full_text, passage, reference, remedy


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("19018981", "19 018 981"),
        ("19 018 981", "19 018 981"),
        ("19-018-981", "19 018 981"),
        ("19\u00a0018\u00a0981", "19 018 981"),
        ("19\u2013018\u2013981", "19 018 981"),
        ("19\u2011018\u2011981", "19 018 981"),
        ("  19 018 981\n", "19 018 981"),
        ("16010636c", "16 010 636c"),
        ("16-010-636-C", "16 010 636c"),
        ("16 010 636 A", "16 010 636a"),
    ],
)
def test_a_reference_is_read_in_every_written_form(written: str, value: str) -> None:
    assert CaseReference.parse(written).value == value


@pytest.mark.parametrize(
    "rubbish",
    [
        "",
        " ",
        "19 018 98",
        "19 018 9811",
        "19 018 981cd",
        "ab cde fgh",
        "19.018.981",
        "LGO 19 018 981",
        "1e018981",
        "٠١٢٣٤٥٦٧",
        "１９０１８９８１",
        "19 018 981ſ",
    ],
)
def test_what_is_no_reference_is_refused(rubbish: str) -> None:
    with pytest.raises(InvalidReference, match="case reference"):
        CaseReference.parse(rubbish)


@pytest.mark.parametrize(
    "loose", ["19018981", "19-018-981", "16 010 636C", " 19 018 981", "19 018 981\n", "19 018 981 c"]
)
def test_a_reference_is_only_made_in_its_normal_form(loose: str) -> None:
    with pytest.raises(InvalidReference, match="normal form"):
        CaseReference(loose)


@given(st.text("0123456789", min_size=8, max_size=8), st.sampled_from(["", "a", "z"]))
def test_a_reference_is_the_same_after_printing_and_reading(number: str, letter: str) -> None:
    made = CaseReference.parse(number + letter)
    assert CaseReference.parse(str(made)) == made
    assert CaseReference.parse(made.slug) == made


@given(st.text())
def test_any_text_is_a_reference_or_is_refused_in_our_words(text: str) -> None:
    try:
        made = CaseReference.parse(text)
    except InvalidReference:
        return
    assert CaseReference(made.value) == made
    assert made.value.isascii()


def test_references_that_look_alike_are_different_cases() -> None:
    assert CaseReference("19 018 981") != CaseReference("19 018 961")
    assert len({CaseReference("16 010 636"), CaseReference("16 010 636a"), CaseReference("16 010 636b")}) == 3


def test_references_sort_by_number_and_print_with_spaces() -> None:
    assert sorted([reference(2), reference(1), reference(1, letter="a")])[1] == CaseReference("21 000 001a")
    assert f"{reference(7)}" == "21 000 007"
    assert reference(7).slug == "21-000-007"


def test_nouns_cannot_be_changed() -> None:
    made = decision()
    with pytest.raises(FrozenInstanceError):
        made.body = "Another Council"  # type: ignore[misc]
    assert replace(made, body="Another Council").body == "Another Council"


def test_a_paragraph_is_found_by_its_identity_only() -> None:
    made = decision()
    assert made.paragraph(made.paragraphs[0].id) == made.paragraphs[0]
    assert made.paragraph("21-000-001/9/00000000") is None


def test_only_a_full_text_holds_the_ombudsmans_words() -> None:
    assert full_text().is_full_text
    assert not any(decision(basis=basis).is_full_text for basis in (Basis.SUMMARY, Basis.ROUND_UP))


def test_payments_and_refunds_are_money_whether_or_not_their_sum_is_known() -> None:
    money = {kind for kind in RemedyKind if remedy(kind).is_money}
    assert money == {RemedyKind.PAYMENT, RemedyKind.REFUND}
    assert remedy(amount_pence=None).is_money


def test_filters_are_empty_until_one_is_set() -> None:
    assert Filters().is_empty
    assert not Filters(amount_min_pence=0).is_empty
    assert not Filters(bodies_not=("Northmoor Council",)).is_empty


def test_the_heading_of_a_passage_is_searched_with_it() -> None:
    assert passage("late plan", heading="Education").encoded_text == "Education. late plan"
    assert passage("late plan", heading="").encoded_text == "late plan"


def test_the_sums_of_a_summary_are_payments_and_neither_refunds_nor_rates() -> None:
    rows = tuple(
        PaymentRow("C1", reference(), one, 2021)
        for one in (
            remedy(pounds=150),
            remedy(RemedyKind.REFUND, 900),
            remedy(amount_pence=None, rate_pence=10000, per="month"),
            remedy(pounds=50, per="person"),
            remedy(amount_pence=None),
        )
    )
    assert RemedySummary(payments=rows).sums == (15000,)


def test_every_decline_status_and_kind_has_a_printed_name_of_its_own() -> None:
    for closed in (domain.AnswerStatus, domain.QuestionKind, domain.RemedyStatus, domain.Outcome):
        values = [member.value for member in closed]
        assert len(set(values)) == len(values)
    assert case().relevance.value == "close"
