"""The form of an answer: its length, the order of its parts, that all of it is cited and passes the check."""

from __future__ import annotations

import re
from datetime import date
from itertools import product

import pytest

from assistant.casebook import Casebook
from assistant.citations import check_draft
from assistant.composing import compose
from assistant.composing.phrases import describe_outcome, describe_payments, describe_sum, name_case
from assistant.domain import (
    Evidence,
    Outcome,
    Payee,
    PaymentRow,
    Purpose,
    QuestionKind,
    Relevance,
    Remedy,
    RemedyKind,
    RemedyStatus,
)
from assistant.remedies import summarise_remedies
from tests.builders import (
    SOUTHFELL,
    case,
    decision,
    evidence,
    facts,
    file_in,
    finding,
    full_text,
    hit,
    passage,
    query,
    reference,
    remedy,
    words_of,
)
from tests.composing_builders import COMPARING, ROLE, draft_for, many


def rich() -> Evidence:
    """Twenty cases with all that can be said of them: the longest answer there is."""
    issue = "unredacted address of a victim of domestic abuse disclosed to the other parent"
    rows = (
        remedy(pounds=1250.50, issue=issue, status=RemedyStatus.RECOMMENDED),
        remedy(pounds=300, issue=issue, payee=Payee.SERVICE_USER, purpose=Purpose.RISK_OF_HARM),
        remedy(RemedyKind.APOLOGY, issue=issue),
        remedy(RemedyKind.SERVICE_IMPROVEMENT, issue=issue),
        remedy(RemedyKind.REASSESSMENT, issue=issue),
        remedy(RemedyKind.OTHER_ACTION, issue=issue),
    )
    cases = []
    for number in range(1, 21):
        outcome = [Outcome.UPHELD, Outcome.NOT_UPHELD, Outcome.CLOSED, Outcome.UPHELD][number % 4]
        made = decision(
            number,
            body=SOUTHFELL,
            outcome=outcome,
            findings=(finding(issue),),
            remedies=rows[number % 2 :] if outcome is Outcome.UPHELD else (),
            decided=date(2012 + number % 10, 9, 9),
        )
        cases.append(case(made, relevance=Relevance.CLOSE if number % 2 else Relevance.PARTLY))
    return evidence(*cases)


@pytest.mark.parametrize("kind", COMPARING)
def test_the_longest_answer_stays_near_two_hundred_words(kind: QuestionKind) -> None:
    draft = draft_for(rich(), query(kind))
    ours = re.sub("“[^”]*”", "", words_of(draft))  # the issues are the record's words
    assert 100 < len(ours.split()) <= 240


@pytest.mark.parametrize("kind", COMPARING)
def test_the_parts_of_an_answer_come_in_one_order(kind: QuestionKind) -> None:
    roles = [one.role for one in draft_for(rich(), query(kind)).statements]
    order = [
        ROLE.HEADLINE,
        ROLE.CLOSEST,
        ROLE.FIGURES,
        ROLE.GROUPS,
        ROLE.CONTRAST,
        ROLE.OTHER_REMEDIES,
        ROLE.CONFIDENCE,
        ROLE.CAVEAT,
    ]
    assert [role for role in roles if role is not ROLE.FIGURES] == sorted(
        (role for role in roles if role is not ROLE.FIGURES), key=order.index
    )
    assert roles[0] is ROLE.HEADLINE


@pytest.mark.parametrize("kind", list(QuestionKind))
def test_every_case_named_with_a_figure_is_cited_with_an_exact_quotation(kind: QuestionKind) -> None:
    found = rich()
    held = {one.decision.reference: one.decision for one in found.cases}
    for statement in draft_for(found, query(kind)).statements:
        if statement.role in (ROLE.CLOSEST, ROLE.FIGURES, ROLE.CONTRAST):
            assert statement.citations
        for citation in statement.citations:
            place = held[citation.reference].paragraph(citation.paragraph)
            assert place is not None
            assert place.text[citation.start :].startswith(citation.quote)


@pytest.mark.parametrize("kind", list(QuestionKind))
@pytest.mark.parametrize(
    "found", [rich(), evidence(*many(5)), evidence(full_text()), evidence()], ids=["rich", "five", "full text", "none"]
)
def test_everything_said_passes_the_check(casebook: Casebook, kind: QuestionKind, found: Evidence) -> None:
    file_in(casebook, *(one.decision for one in found.cases))
    references = tuple(one.decision.reference for one in found.cases) if kind is QuestionKind.SINGLE_CASE else ()
    asked = query(kind, references=references)
    summary = summarise_remedies(found)
    draft = compose(asked, found, summary, facts())
    _, report = check_draft(draft, asked, found, summary, facts(), casebook)
    assert report.failures == ()


def test_markup_in_a_digest_or_an_issue_stays_the_text_that_it_is() -> None:
    nasty = "<script>alert(1)</script> **late** [plan](http://x.example) `£300`"
    made = decision(1, f"{nasty} was paid.", findings=(finding(nasty),), remedies=(remedy(issue=nasty),))
    draft = draft_for(evidence(made))
    closest = next(one for one in draft.statements if one.role is ROLE.CLOSEST)
    assert f"“{nasty}”" in closest.text
    assert closest.citations[0].quote == f"{nasty} was paid."


def test_the_same_evidence_gives_the_same_words() -> None:
    assert draft_for(rich()) == draft_for(rich())


def test_a_quotation_comes_from_a_passage_that_was_found_and_never_from_standing_text() -> None:
    made = full_text(findings=(), remedies=())
    found = hit(passage("x", made.reference, paragraph=made.paragraphs[2].id))
    draft = draft_for(evidence(case(made, hits=(found,))))
    assert {c.paragraph for one in draft.statements for c in one.citations} == {made.paragraphs[2].id}
    without = draft_for(evidence(case(made)), query(topic="investigate maladministration service failure"))
    assert made.paragraphs[1].id not in {c.paragraph for one in without.statements for c in one.citations}


def test_a_decision_without_text_is_named_without_a_quotation() -> None:
    bare = decision(1, paragraphs=())
    draft = draft_for(evidence(bare))
    assert "£300" in words_of(draft, ROLE.CLOSEST)
    assert all(one.citations == () for one in draft.statements)


# --------------------------------------------------------------------------- phrases


def test_what_is_not_known_of_a_case_is_left_out_of_its_name() -> None:
    assert name_case(decision(1, decided=None)) == "Northmoor Council (21 000 001)"
    assert "(21 000 001, June 2021)" in name_case(decision(1, body=None))
    assert describe_outcome(decision(1, outcome=None)) == "outcome not known"


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (remedy(pounds=300), "£300"),
        (remedy(pounds=12.5), "£12.50"),
        (remedy(pounds=75, per="person"), "£75 each"),
        (remedy(amount_pence=None, rate_pence=10000, per="month"), "£100 a month"),
        (remedy(amount_pence=None, rate_pence=10000, per="person"), "£100 each"),
        (remedy(amount_pence=None), "a payment, sum not stated"),
        (remedy(RemedyKind.REFUND), "a refund or write-off, sum not stated"),
    ],
)
def test_a_sum_is_said_as_what_it_is(row: Remedy, said: str) -> None:
    assert describe_sum(row) == said


@pytest.mark.parametrize("status", list(RemedyStatus))
def test_every_payment_can_be_described(status: RemedyStatus) -> None:
    for payee, purpose in product(Payee, Purpose):
        row = PaymentRow("C1", reference(), remedy(pounds=50, status=status, payee=payee, purpose=purpose), 2021)
        said = describe_payments([row])
        assert said.startswith("£50") and "  " not in said and "not stated" not in said


def test_where_as_many_are_counted_as_can_be_a_narrower_question_can_bring_in_others() -> None:
    assert "can bring in others" in words_of(draft_for(evidence(*many(20))), ROLE.CONFIDENCE)
    assert "can bring in others" not in words_of(draft_for(evidence(*many(19))), ROLE.CONFIDENCE)
