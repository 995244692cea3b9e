"""Answers within limits set beside the question, over the starter casebook: what is told, counted and proved."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

import pytest

from assistant.answering import Assistant
from assistant.citations import check_draft
from assistant.composing import compose
from assistant.domain import (
    Answer,
    AnswerStatus,
    Basis,
    Case,
    Draft,
    Filters,
    Outcome,
    Payee,
    QuestionKind,
    Relevance,
    RemedyKind,
    Statement,
    StatementRole,
    Turn,
)
from assistant.export import answer_to_json

KENT = "Kent County Council"
IN_KENT = Filters(bodies=(KENT,))
UPHELD_SINCE_2023 = Filters(outcomes=(Outcome.UPHELD,), date_from=date(2023, 1, 1))
WITH_APOLOGY_AND_SUM = Filters(remedy_kinds=(RemedyKind.APOLOGY,), amount_min_pence=50_000)


def _passes(case: Case, limits: Filters) -> bool:
    """Whether a case is within the limits, told from the decision alone."""
    decision = case.decision
    if limits.bodies and decision.body not in limits.bodies:
        return False
    if limits.outcomes and decision.outcome not in limits.outcomes:
        return False
    if limits.date_from and (decision.decided is None or decision.decided < limits.date_from):
        return False
    if limits.remedy_kinds and not any(one.kind in limits.remedy_kinds for one in decision.remedies):
        return False
    least = limits.amount_min_pence
    return least is None or any(one.is_money and (one.amount_pence or 0) >= least for one in decision.remedies)


QUESTIONS = (
    "What remedy is typical for a late education plan?",
    "Has Leeds been found at fault over care charges?",
    "Compare missed care visits with late care assessments",
    "How have payments for late education plans changed over the years?",
    "Why was this much paid for lost schooling?",
    "What did councils have to change for everybody after late education plans?",
    "Draft a paragraph on missed care visits for my complaint",
    "What does personal budget mean?",
    "Will I win if I complain about a late education plan?",
    "Show me cases about homelessness",
)


@pytest.mark.parametrize("limits", [IN_KENT, UPHELD_SINCE_2023, WITH_APOLOGY_AND_SUM], ids=["body", "two", "kinds"])
@pytest.mark.parametrize("question", QUESTIONS)
def test_every_case_of_an_answer_is_within_the_limits_and_every_count_is_proved(
    assistant: Assistant, question: str, limits: Filters
) -> None:
    answer = assistant.ask(question, limits=limits)
    assert answer.query.given == limits
    assert [case.decision.reference for case in answer.evidence.cases if not _passes(case, limits)] == []
    assert answer.report.withheld == ()
    assert answer.statements
    within = assistant.casebook.candidates(answer.query.filters)
    assert within is not None
    if answer.evidence.cases:
        assert answer.evidence.searched == len(within)


def test_the_panel_wins_over_another_body_and_the_answer_says_so_first(assistant: Assistant) -> None:
    answer = assistant.ask("What has Leeds paid for late education plans?", limits=IN_KENT)
    first = answer.statements[0]
    assert first.role is StatementRole.LIMITS
    assert first.text == (
        "The limits you set hold: your question asks for “only Leeds City Council”, and you set “only Kent County "
        "Council”."
    )
    assert {case.decision.body for case in answer.evidence.cases} == {KENT}
    assert answer_to_json(answer)["understood"]["limit_remarks"] == [first.text]


def test_a_decision_asked_for_by_reference_outside_the_limits_is_named_and_not_told(assistant: Assistant) -> None:
    outside = assistant.ask("Summarise 19 018 981", limits=IN_KENT)
    assert outside.status is AnswerStatus.NONE
    assert [statement.text for statement in outside.statements] == [
        "I hold 19 018 981, but it is outside the limits you set; take those away to read it."
    ]
    assert outside.evidence.cases == ()
    inside = assistant.ask("Summarise 23 012 780", limits=IN_KENT)
    assert inside.status is AnswerStatus.ONE
    both = assistant.ask("Summarise 19 018 981 and 23 012 780", limits=IN_KENT)
    assert [str(case.decision.reference) for case in both.evidence.cases] == ["23 012 780"]
    assert "19 018 981" in both.statements[0].text
    missing = assistant.ask("Summarise 19 999 981 and 19 018 981", limits=IN_KENT)
    told = " ".join(statement.text for statement in missing.statements)
    assert "I don’t hold 19 999 981." in told
    assert "I hold 19 018 981, but it is outside the limits you set" in told
    for answer in (outside, inside, both, missing):
        assert answer.report.withheld == ()


def test_of_a_decision_that_is_told_all_is_told_whatever_the_limits(assistant: Assistant) -> None:
    bare = assistant.ask("Summarise 24 011 753")
    limited = assistant.ask("Summarise 24 011 753", limits=Filters(amount_min_pence=500_000))
    assert [one.text for one in limited.statements] == [one.text for one in bare.statements]
    assert len(limited.summary.payments) > 1


def test_a_decline_stays_a_decline_and_its_cases_are_within_the_limits(assistant: Assistant) -> None:
    answer = assistant.ask("Will I win if I complain about a late education plan?", limits=IN_KENT)
    assert answer.status is AnswerStatus.OUT_OF_SCOPE
    assert {case.decision.body for case in answer.evidence.cases} == {KENT}
    for question in ("hello there", "How do I sue Kent County Council?"):
        declined = assistant.ask(question, limits=IN_KENT)
        assert declined.query.decline is not None
        assert declined.evidence.cases == ()


def test_a_follow_up_stays_within_the_limits(assistant: Assistant) -> None:
    first = assistant.ask("What remedy is typical for a late education plan?", limits=IN_KENT)
    said = " ".join(statement.text for statement in first.statements)
    history = [Turn("user", first.query.question), Turn("assistant", said)]
    for question in ("only those that were upheld", "and since 2024?", "what about missed care visits?"):
        answer = assistant.ask(question, history, limits=IN_KENT)
        assert {case.decision.body for case in answer.evidence.cases} == {KENT}, question


def test_uses_of_a_term_are_counted_within_the_limits(assistant: Assistant) -> None:
    bare = assistant.ask("What does fault mean?")
    limited = assistant.ask("What does fault mean?", limits=IN_KENT)
    assert limited.evidence.term_uses[0].decisions < bare.evidence.term_uses[0].decisions
    assert f"of the {limited.evidence.searched} decisions within your limits use" in limited.statements[-1].text


# --------------------------------------------------------------------------- nothing within the limits


@dataclass(frozen=True)
class Nothing:
    """A question with nothing comparable within its limits, and what is said of the limit in the way."""

    name: str
    question: str
    limits: Filters
    says: str


NOTHING = (
    Nothing(
        "one limit",
        "missed bin collections",
        Filters(bases=(Basis.FULL_TEXT,)),
        "No decision is within the limits you set; take one away to search more widely. "
        "Without the limit by full text, ",
    ),
    Nothing(
        "one of two limits",
        "missed bin collections",
        Filters(outcomes=(Outcome.UPHELD,), amount_min_pence=90_000_000),
        "Without the limit by amount, ",
    ),
    Nothing(
        "two limits that are in the way together",
        "missed bin collections",
        Filters(bodies=(KENT,), outcomes=(Outcome.DISCONTINUED,)),
        "Without the limits by body and outcome, ",
    ),
    Nothing(
        "limits set and understood",
        "upheld cases about missed bin collections",
        Filters(date_to=date(2010, 1, 1)),
        "No decision is within the limits you set and those understood from your question;",
    ),
    Nothing(
        "a list",
        "Has Kent been found at fault?",
        Filters(bases=(Basis.FULL_TEXT,)),
        "decisions would be within the limits.",
    ),
    Nothing(
        "a payee whom nothing was paid",
        "child protection",
        Filters(payees=(Payee.CHILD,), bodies=("Lancashire County Council",)),
        "decisions would be comparable; none of them records such a payment.",
    ),
    Nothing(
        "a limit understood from the question",
        "decisions before 2012 about missed bin collections",
        Filters(),
        "No decision is within the limits understood from your question; take one away to search more widely. "
        "Without the limit by years, ",
    ),
)


@pytest.mark.parametrize("case", NOTHING, ids=lambda case: case.name)
def test_where_nothing_is_within_the_limits_it_is_said_which_to_drop_for_how_many(
    assistant: Assistant, case: Nothing
) -> None:
    answer = assistant.ask(case.question, limits=case.limits)
    assert answer.status is AnswerStatus.NONE
    text = next(one.text for one in answer.statements if one.role is StatementRole.HEADLINE)
    assert case.says in text
    assert answer.report.withheld == ()
    for one in answer.evidence.without_limits:
        assert f"{len(one.comparable) or one.passing:,} decision" in text


def test_as_many_answer_without_the_limit_as_was_said(assistant: Assistant) -> None:
    limits = Filters(outcomes=(Outcome.UPHELD,), amount_min_pence=90_000_000)
    answer = assistant.ask("missed bin collections", limits=limits)
    (without,) = [one for one in answer.evidence.without_limits if one.keys == ("amount",)]
    wider = assistant.ask("missed bin collections", limits=replace(limits, amount_min_pence=None))
    comparable = [case for case in wider.evidence.cases if case.relevance is not Relevance.BACKGROUND]
    assert tuple(case.decision.reference for case in comparable) == without.comparable


def _mutated(text: str) -> Iterator[str]:
    """The sentence with another count, another limit, and another word for what was counted."""
    yield re.sub(r"(Without the limit by amount, (?:at least )?)\d+", r"\g<1>11", text)
    yield text.replace("limit by amount", "limit by years")
    yield text.replace("the limits you set;", "the limits understood from your question;")
    yield text.replace("would be comparable", "would be within the limits")


def test_a_wrong_count_of_what_a_limit_hides_is_withheld(assistant: Assistant) -> None:
    limits = Filters(outcomes=(Outcome.UPHELD,), amount_min_pence=90_000_000)
    answer = assistant.ask("missed bin collections", limits=limits)
    draft = compose(answer.query, answer.evidence, answer.summary, answer.casebook)
    text = draft.statements[0].text
    wrong = [one for one in _mutated(text) if one != draft.statements[0].text]
    assert len(wrong) == 4
    for each in wrong:
        changed = Draft(draft.status, (Statement(StatementRole.HEADLINE, each),))
        assert _kept(assistant, answer, changed) == (), each
    assert _kept(assistant, answer, draft) == tuple(draft.statements)


def test_a_remark_of_the_limits_in_other_words_is_no_remark(assistant: Assistant) -> None:
    answer = assistant.ask("Summarise 19 018 981", limits=IN_KENT)
    wrong = "I hold 23 012 780, but it is outside the limits you set; take those away to read it."
    assert _kept(assistant, answer, Draft(answer.status, (Statement(StatementRole.LIMITS, wrong),))) == ()


def _kept(assistant: Assistant, answer: Answer, draft: Draft) -> tuple[Statement, ...]:
    kept, _ = check_draft(draft, answer.query, answer.evidence, answer.summary, answer.casebook, assistant.casebook)
    return kept


def test_answers_without_limits_are_those_of_a_question_alone(assistant: Assistant) -> None:
    for question in ("missed bin collections", "compare Leeds with Kent on late education plans"):
        alone, empty = assistant.ask(question), assistant.ask(question, limits=Filters())
        assert alone.query == empty.query
        assert alone.statements == empty.statements
        assert alone.query.given.is_empty
        assert not any(one.role is StatementRole.LIMITS for one in alone.statements)


def test_a_comparison_of_which_the_limits_leave_one_side_is_told_as_a_question_about_it(assistant: Assistant) -> None:
    answer = assistant.ask("compare Leeds with Kent on late education plans", limits=IN_KENT)
    assert answer.query.kind is QuestionKind.TYPICAL_REMEDY
    assert "Leeds City Council lies outside them" in answer.statements[0].text
    assert {case.decision.body for case in answer.evidence.cases} == {KENT}


def test_the_other_sum_of_an_opened_passage_is_named_and_cannot_change_places(assistant: Assistant) -> None:
    answer = assistant.ask("EHC plan nine months late and the child missed school")
    named = [one for one in answer.statements if one.text.startswith("Lancashire County Council (24 013 612)")]
    beside = "(and £5,500 for “school placement delayed”, not counted)"
    assert "£300 to the complainant" in named[0].text and beside in named[0].text
    assert answer.report.failures == ()
    swapped = named[0].text.replace("£5,500", "£sum").replace("£300", "£5,500").replace("£sum", "£300")
    of_the_other = named[0].text.replace("school placement delayed", "EHC plan issued late")
    of_a_third = named[0].text.replace("school placement delayed", "poor complaint handling")
    for lie in (swapped, of_the_other, of_a_third):
        assert _kept(assistant, answer, Draft(answer.status, (replace(named[0], text=lie),))) == ()
