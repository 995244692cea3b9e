"""The HTML of an answer: each statement with its markers, each status with its look, and what can be taken away."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from assistant.answering import Assistant
from assistant.chat.citing import plain_answer
from assistant.chat.rendering import render_failure, render_turn
from assistant.chat.understood import render_understood
from assistant.chat.words import EXAMPLES, STATUS_LABELS, describe_filters, describe_understood
from assistant.domain import (
    AnswerStatus,
    Assumption,
    Decline,
    Evidence,
    Filters,
    NewsItem,
    Outcome,
    Payee,
    Query,
    QuestionKind,
    Relevance,
    Remedy,
    RemedyKind,
    RemedyStatus,
    Statement,
    StatementRole,
)
from assistant.remedies import summarise_remedies
from assistant.taking import number_citations, report_answer, shown_question, write_plain
from tests.answer_builders import answer_about, cite, held
from tests.builders import case, decision, evidence, query, reference, remedy
from tests.page_reading import PageReader, sources_of, turn_of

# --------------------------------------------------------------------------- an answer


def test_citations_are_numbered_by_first_occurrence() -> None:
    one, two = decision(1), decision(2)
    first, second = cite(two, "The council"), cite(one, "The council")
    statements = (
        Statement(StatementRole.HEADLINE, "a", (first,)),
        Statement(StatementRole.CLOSEST, "b", (second, first)),
    )
    assert number_citations(statements) == {first: 1, second: 2}
    assert number_citations(()) == {}


def test_each_marker_is_a_button_that_names_its_source() -> None:
    own = decision(1)
    page = render_turn(3, "q", answer_about(own), held(own))
    button = re.search(r"<button[^>]*data-cite[^>]*>\[1\]</button>", page)
    assert button is not None
    assert 'type="button"' in button[0]
    assert 'data-open="source-3-21-000-001"' in button[0]
    assert "[1] Show the source: Northmoor Council, 21 000 001" in button[0]


def test_words_that_are_quoted_look_different_from_ours() -> None:
    own = decision(1)
    quote = "It agreed to apologise and pay £300 for distress."
    said = Statement(StatementRole.CLOSEST, f"The digest says: “{quote}” No more.", (cite(own, quote),))
    page = render_turn(1, "q", answer_about(own, statements=(said,)), held(own))
    assert f'“<span class="quoted">{quote}</span>” No more.' in page


@pytest.mark.parametrize("status", list(AnswerStatus))
def test_each_status_is_said_in_words(status: AnswerStatus) -> None:
    own = decision(1)
    page = render_turn(1, "q", answer_about(own, status=status), held(own))
    assert STATUS_LABELS[status] in PageReader(page).text
    assert f'data-announce="Answer ready. {STATUS_LABELS[status]}."' in page


def test_statements_with_one_role_share_a_heading_and_lose_their_lead_in() -> None:
    own = decision(1)
    said = (
        Statement(StatementRole.HEADLINE, "Two are comparable."),
        Statement(StatementRole.CLOSEST, "First."),
        Statement(StatementRole.FIGURES, "Other."),
        Statement(StatementRole.CLOSEST, "Second."),
        Statement(StatementRole.CONFIDENCE, "How sure: two decisions of 1,403 held."),
    )
    read = turn_of(answer_about(own, statements=said), own)
    assert read.text.count("Closest decisions") == 1
    assert read.text.count("How sure") == 1
    assert "Two decisions of 1,403 held." in read.text


def test_a_second_headline_begins_anew() -> None:
    own = decision(1)
    said = tuple(
        Statement(role, text)
        for role, text in (
            (StatementRole.HEADLINE, "First case."),
            (StatementRole.FIGURES, "Money: £300."),
            (StatementRole.HEADLINE, "Second case."),
            (StatementRole.FIGURES, "Money: £500."),
        )
    )
    text = turn_of(answer_about(own, statements=said), own).text
    assert text.index("£300") < text.index("Second case.") < text.index("£500")


def test_a_long_refusal_is_a_headline_and_a_paragraph() -> None:
    long = "A landlord matter is for the Housing Ombudsman. " + "Repairs and damp are for them. " * 8
    page = render_turn(1, "q", answer_about(statements=(Statement(StatementRole.HEADLINE, long),)), {})
    assert '<p class="headline">A landlord matter is for the Housing Ombudsman.</p>' in page
    assert '<p class="lead">Repairs and damp' in page


def test_the_table_says_what_was_paid_for_the_issue() -> None:
    paid = decision(1)
    unpaid = decision(2, outcome=Outcome.CLOSED, remedies=())
    unstated = decision(3, remedies=(Remedy(RemedyKind.PAYMENT),), outcome_inferred=True)
    background = decision(4)
    found = evidence(paid, unpaid, unstated, case(background, relevance=Relevance.BACKGROUND))
    answer = answer_about(paid, evidence=found, summary=summarise_remedies(found))
    page = render_turn(1, "q", answer, held(paid))
    rows = [PageReader(row).text for row in re.findall(r"<tr.*?</tr>", page)]
    first = next(row for row in rows if "21 000 001" in row)
    for said in ("Jun 2021", "£300", "Complainant", "Agreed", "Distress", "Close", "Upheld", "Digest"):
        assert said in first
    second = next(row for row in rows if "21 000 002" in row)
    assert "No payment" in second
    assert "Closed after initial enquiries" in second
    third = next(row for row in rows if "21 000 003" in row)
    assert "Sum not stated" in third
    assert "read from the summary" in third
    assert "Background" in next(row for row in rows if "21 000 004" in row)
    for heading in ("Decision", "Decided", "Sum", "Paid to", "Status", "For what", "How near", "Outcome"):
        assert heading in rows[0]
    assert "1 more decision for background" in page


def test_what_was_claimed_or_refused_is_never_shown_as_a_remedy() -> None:
    own = decision(1, remedies=(remedy(pounds=10000, status=RemedyStatus.CLAIMED), remedy(status=RemedyStatus.REFUSED)))
    text = PageReader(sources_of(answer_about(own), own)).text
    assert "(claimed: not a remedy)" in text
    assert "(refused: not a remedy)" in text


def test_personal_data_is_not_shown_again_and_can_be_asked_without() -> None:
    typed = "my son at 1 Northmoor Road, how much"
    understood = query(redacted_question="my son at [address], how much", decline=None)
    answer = answer_about(status=AnswerStatus.PERSONAL_DATA, query=understood, evidence=Evidence())
    shown = shown_question(typed, answer)
    page = render_turn(1, shown, answer, {})
    assert "Northmoor Road" not in page
    assert 'data-ask="my son at [address], how much"' in page
    assert shown_question(typed, answer_about()) == typed


def test_a_reference_that_is_not_held_offers_those_that_look_like_it() -> None:
    near = decision(2)
    answer = answer_about(status=AnswerStatus.NONE, evidence=Evidence(not_held=(reference(3),), near=(near,)))
    page = render_turn(1, "q", answer, held(near))
    assert 'data-ask="Summarise 21 000 002"' in page


def test_news_is_a_pointer_and_says_so() -> None:
    item = NewsItem("n1", "Council criticised over visits", "", "Northmoor Gazette", date(2021, 7, 1))
    answer = answer_about(decision(1))
    page = turn_of(replace(answer, evidence=replace(answer.evidence, news=(item,))), decision(1)).text
    assert "Council criticised over visits (Northmoor Gazette, 1 July 2021)" in page
    assert "They are counted nowhere" in page


def test_a_failure_tells_what_to_do_and_is_announced() -> None:
    page = render_failure(2, "q", "Stop Redress and start it again.")
    assert "Something went wrong" in PageReader(page).text
    assert "Stop Redress and start it again." in page
    assert "data-announce" in page


# --------------------------------------------------------------------------- what was understood, and to take away


def test_what_was_understood_is_said_plainly() -> None:
    limits = Filters(
        bodies=("Northmoor Council",),
        outcomes=(Outcome.NOT_UPHELD,),
        date_from=date(2022, 1, 1),
        amount_min_pence=50000,
        payees=(Payee.CHILD,),
    )
    rows = dict(describe_understood(query(filters=limits)))
    assert rows["Topic"] == "late education plan"
    assert rows["Limited to"] == "Northmoor Council; not upheld; from 1 January 2022; £500 or more; paid to child"
    assert dict(describe_understood(query()))["Limited to"] == "all bodies, all years"
    single = query(QuestionKind.SINGLE_CASE, topic="Summarise", references=(reference(1),))
    assert dict(describe_understood(single)) == {"Looking for": "one decision", "Reference": "21 000 001"}


def test_an_assumption_is_a_button_that_asks_the_turn_again_without_it() -> None:
    undone = Assumption("date", "Only cases decided from 1 January 2022 on.", "Decided from 1 January 2022 on")
    body = Assumption("body", "Only decisions about Northmoor Council.", "Only Northmoor Council")
    page = render_understood(7, query(assumptions=(body, Assumption("", "A remark.")), left_out=(undone,)))
    assert 'aria-label="Ask again without: Only Northmoor Council"' in page
    assert 'data-without="[&quot;date&quot;, &quot;body&quot;]" ' in page
    assert 'aria-label="Put back and ask again: Decided from 1 January 2022 on"' in page
    assert 'data-without="[]"' in page
    assert page.count('data-turn="7"') == 2
    assert "<li>A remark.</li>" in page
    assert "chip" not in render_understood(1, query())


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_leads_to_comparable_decisions(assistant: Assistant, example: str) -> None:
    answer = assistant.ask(example)
    assert answer.status in (AnswerStatus.FOUND, AnswerStatus.FEW, AnswerStatus.ONE)
    assert any(statement.citations for statement in answer.statements)


def test_every_filter_is_described() -> None:
    filled = Filters(
        ("a",),
        ("b",),
        ("c",),
        ("d",),
        (Outcome.UPHELD,),
        date(2020, 1, 1),
        date(2021, 1, 1),
        1,
        2,
        (RemedyKind.APOLOGY,),
        (Payee.CHILD,),
        (decision(1).basis,),
        (reference(1),),
    )
    assert len(describe_filters(filled)) == 13
    assert describe_filters(Filters()) == ()
    names = tuple(f"London Borough of {name}" for name in ("Eastmere", "Northmere", "Southmere", "Westmere", "Midmere"))
    assert describe_filters(Filters(bodies=names)) == ("London Borough of Eastmere or 4 more councils",)
    assert describe_filters(Filters(bodies=names[:2])) == (" or ".join(names[:2]),)


def test_a_declined_question_shows_no_guess_of_what_was_understood() -> None:
    declined = Query("q", QuestionKind.OUT_OF_SCOPE, "mould", decline=Decline(AnswerStatus.OUT_OF_SCOPE, "x"))
    answer = answer_about(status=AnswerStatus.OUT_OF_SCOPE, query=declined, evidence=Evidence())
    assert "How I understood it" not in turn_of(answer).text


def test_a_copied_answer_carries_its_sources_its_date_and_the_acknowledgement() -> None:
    own = replace(decision(1), url="https://www.lgo.org.uk/decisions/education/other/21-000-001")
    text = write_plain(report_answer("How much?", answer_about(own), held(own)))
    assert "- Northmoor Council (21 000 001): paid. [1]" in text
    header = "[1] Northmoor Council, 21 000 001, 17 June 2021, Upheld. Our digest of the published summary:"
    assert f"{header} “{own.paragraphs[0].text}” {own.url}" in text
    assert "1,403 decisions, the newest of 2 March 2026" in text
    assert "Commission for Local Administration in England" in text
    assert "no legal advice" in text


def test_a_follow_up_remembers_words_and_no_markup() -> None:
    assert plain_answer(answer_about(decision(1))) == (
        "Some decisions are comparable.\nNorthmoor Council (21 000 001): paid."
    )
