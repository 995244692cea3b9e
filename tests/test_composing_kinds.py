"""The shapes of the special kinds: side by side, year by year, to paste, reasons, improvements, meanings."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from assistant.composing import compose
from assistant.domain import (
    AnswerStatus,
    Case,
    ComparedSide,
    Draft,
    Evidence,
    EvidenceSide,
    Outcome,
    Query,
    QuestionKind,
    RemedyKind,
    StatementRole,
    TermUse,
)
from assistant.remedies import summarise_remedies
from tests.builders import LATE_PLAN, case, decision, evidence, facts, full_text, query, remedy, words_of

ROLE = StatementRole
K = QuestionKind


def paid(number: int, year: int, pounds: float) -> Case:
    row = replace(remedy(pounds=pounds), issue=LATE_PLAN)
    text = f"The plan came a year late and the child lost help. The council agreed to pay £{pounds:g}."
    return case(decision(number, text, decided=date(year, 6, 1), remedies=(row, remedy(RemedyKind.APOLOGY))))


def composed(found: Evidence, asked: Query) -> Draft:
    return compose(asked, found, summarise_remedies(found, asked.filters), facts())


def two_periods() -> tuple[Evidence, Query]:
    sides = (
        ComparedSide("before 2022", date_to=date(2021, 12, 31)),
        ComparedSide("from 2022 on", date_from=date(2022, 1, 1)),
    )
    found = evidence(
        paid(1, 2019, 100),
        paid(2, 2023, 300),
        paid(3, 2024, 500),
        sides=(
            EvidenceSide("before 2022", ("C1",), searched=9),
            EvidenceSide("from 2022 on", ("C2", "C3"), searched=8),
        ),
    )
    return found, query(K.COMPARE, compared=sides)


def test_a_comparison_gives_counts_first_and_says_why_it_is_none_like_for_like() -> None:
    draft = composed(*two_periods())
    assert words_of(draft, ROLE.HEADLINE) == (
        "Side by side: 1 decision before 2022 and 2 from 2022 on. They are examples, not a ranking."
    )
    words = words_of(draft, ROLE.COMPARISON)
    assert "Before 2022: 1 comparable of 9 searched, upheld; it states a sum, £100." in words
    assert "From 2022 on: 2 comparable of 8 searched, all upheld; 2 state a sum, £300 to £500." in words
    caveat = words_of(draft, ROLE.CAVEAT)
    assert "too few sums" in caveat and "different years" in caveat


def test_a_side_that_has_nothing_leaves_nothing_to_compare() -> None:
    found, asked = two_periods()
    empty = replace(found, cases=found.cases[:1], sides=(found.sides[0], replace(found.sides[1], keys=())))
    assert "nothing comparable is held from 2022 on" in words_of(composed(empty, asked), ROLE.HEADLINE)


def test_a_trend_claims_no_rise_however_the_sums_move() -> None:
    years = tuple(
        EvidenceSide(str(year), (key,), searched=5) for year, key in ((2019, "C1"), (2023, "C2"), (2024, "C3"))
    )
    found, asked = two_periods()
    draft = composed(replace(found, sides=years), replace(asked, kind=K.TREND))
    assert words_of(draft, ROLE.HEADLINE).startswith("The decisions held do not show whether payments rise or fall.")
    assert "2024: 1 comparable of 5 searched; it states a sum, £500." in words_of(draft, ROLE.TREND)
    assert "guidance" in words_of(draft, ROLE.CAVEAT)


def test_a_draft_is_for_one_side_cites_upheld_cases_and_shows_what_went_the_other_way() -> None:
    lost = case(replace(decision(4), outcome=Outcome.NOT_UPHELD, remedies=()))
    found = evidence(paid(1, 2023, 300), lost)
    own = composed(found, query(K.DRAFTING))
    assert "for the person who complains" in words_of(own, ROLE.HEADLINE)
    text = words_of(own, ROLE.DRAFT)
    assert "21 000 001" in text and "£300 to the complainant for distress (agreed) and an apology" in text
    assert "21 000 004" not in text and "21 000 004" in words_of(own, ROLE.CONTRAST)
    assert "[say what went wrong and when]" in text
    theirs = composed(found, query(K.DRAFTING, is_for_body=True))
    assert "We accept" in words_of(theirs, ROLE.DRAFT) and "the body complained of" in words_of(theirs, ROLE.HEADLINE)


def test_nothing_upheld_gives_nothing_to_cite() -> None:
    lost = case(replace(decision(4), outcome=Outcome.NOT_UPHELD, remedies=()))
    draft = composed(evidence(lost), query(K.DRAFTING))
    assert "nothing to cite" in words_of(draft, ROLE.HEADLINE) and not words_of(draft, ROLE.DRAFT)


def test_reasons_are_quoted_with_whose_words_they_are() -> None:
    digest = words_of(composed(evidence(paid(1, 2023, 300)), query(K.REASONS)), ROLE.REASONS)
    assert "In our digest’s words: “The plan came a year late and the child lost help.”" in digest
    whole = words_of(composed(evidence(case(full_text(2))), query(K.REASONS)), ROLE.REASONS)
    assert "In the decision’s words: “The Council has agreed to apologise and to pay Miss X £300 to recognise" in whole


def test_improvements_stand_by_kind_with_an_example() -> None:
    rows = tuple(
        remedy(RemedyKind.SERVICE_IMPROVEMENT, issue=LATE_PLAN, detail=words)
        for words in ("train staff", "audit files")
    )
    found = evidence(case(decision(1, remedies=rows[:1])), case(decision(2, remedies=rows)))
    words = words_of(composed(found, query(K.SERVICE_IMPROVEMENTS)), ROLE.IMPROVEMENTS)
    assert "Training, in 2 decisions." in words and "train staff (agreed)" in words
    assert "Audit or monitoring, in 1 decision." in words


def test_a_meaning_has_its_source_and_how_many_decisions_use_it() -> None:
    found = Evidence(searched=1403, term_uses=(TermUse("Fault", 463),))
    draft = composed(found, query(K.MEANING, topic="fault", terms=("Fault",)))
    assert draft.status is AnswerStatus.FOUND
    assert "https://" in words_of(draft, ROLE.MEANING)
    assert words_of(draft, ROLE.GROUPS) == "463 of the 1,403 decisions held use “fault” or another name for it."
