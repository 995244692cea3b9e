"""Nothing is shown that the record does not hold: one changed character, and a statement is withheld."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from assistant.casebook import Casebook
from assistant.citations import check_draft
from assistant.composing import compose
from assistant.domain import (
    AnswerStatus,
    CaseReference,
    Citation,
    CitationReport,
    Draft,
    Evidence,
    Filters,
    Query,
    Relevance,
    RemedyStatus,
    Statement,
    StatementRole,
)
from assistant.remedies import summarise_remedies
from assistant.text import find_money, find_references, format_money
from tests.builders import (
    EASTBECK,
    LATE_PLAN,
    NORTHMOOR,
    SOUTHFELL,
    case,
    decision,
    evidence,
    facts,
    file_in,
    full_text,
    query,
    reference,
    remedy,
)

FIRST = full_text(reference(1, letter="a"))
SECOND = decision(
    2,
    "The plan was nine weeks late. The council offered £150.",
    body=SOUTHFELL,
    decided=date(2019, 3, 4),
    remedies=(remedy(pounds=150, issue=LATE_PLAN, status=RemedyStatus.OFFERED),),
)
EVIDENCE = evidence(case(FIRST), case(SECOND, relevance=Relevance.PARTLY))
PLACE = FIRST.paragraphs[3]
QUOTE = Citation(FIRST.reference, PLACE.id, PLACE.text)
SENTENCE = "Northmoor Council (21 000 001a, June 2021): £300 to the complainant for distress (agreed)."
EXACT = Statement(StatementRole.CLOSEST, SENTENCE, (QUOTE,))


@pytest.fixture
def held(casebook: Casebook) -> Casebook:
    file_in(casebook, FIRST, SECOND)
    return casebook


def check(
    held: Casebook, *statements: Statement, asked: Query | None = None, found: Evidence = EVIDENCE
) -> tuple[tuple[Statement, ...], CitationReport]:
    draft = Draft(AnswerStatus.FEW, statements)
    return check_draft(draft, asked or query(), found, summarise_remedies(found), facts(), held)


def failures(held: Casebook, *statements: Statement) -> set[tuple[str, str]]:
    kept, report = check(held, *statements)
    assert len(kept) + len(report.withheld) == len(statements)
    assert {failure.statement for failure in report.failures} == set(report.withheld)
    return {(failure.check, failure.found) for failure in report.failures}


def test_a_statement_with_exact_facts_passes_and_everything_in_it_was_looked_at(held: Casebook) -> None:
    kept, report = check(held, EXACT)
    assert kept == (EXACT,)
    assert (report.quotes, report.figures, report.references, report.dates) == (1, 1, 2, 1)
    assert report.failures == () == report.withheld


def test_an_empty_draft_has_nothing_to_check(held: Casebook) -> None:
    assert check(held) == ((), CitationReport())


# --------------------------------------------------------------------------- mutations


def worded(text: str) -> Statement:
    return replace(EXACT, text=text)


def quoting(**changed: object) -> Statement:
    return replace(EXACT, citations=(replace(QUOTE, **changed),))  # type: ignore[arg-type]  # fields as given


_MUTATIONS: dict[str, tuple[Statement, str, str]] = {
    "an amount": (worded(SENTENCE.replace("£300", "£301")), "figures", "£301"),
    "an amount in thousands": (worded(SENTENCE.replace("£300", "£300k")), "figures", "£300k"),
    "a sum of two amounts": (worded(SENTENCE.replace("£300", "£450")), "figures", "£450"),
    "an amount without a pound sign": (worded(SENTENCE.replace("£300", "350 pounds")), "figures", "350 pounds"),
    "a month": (worded(SENTENCE.replace("June", "July")), "dates", "July 2021"),
    "a year": (worded(SENTENCE.replace("June 2021", "June 2022")), "dates", "June 2022"),
    "a lone year": (worded(SENTENCE + " That was in 2018."), "dates", "2018"),
    "a day": (worded(SENTENCE.replace("June 2021", "18 June 2021")), "dates", "18 June 2021"),
    "the letter of a reference": (worded(SENTENCE.replace("001a", "001b")), "references", "21 000 001b"),
    "a lost letter": (worded(SENTENCE.replace("001a", "001")), "references", "21 000 001"),
    "a digit of a reference": (worded(SENTENCE.replace("001a", "007a")), "references", "21 000 007a"),
    "a body": (worded(SENTENCE.replace(NORTHMOOR, EASTBECK)), "references", EASTBECK),
    "a body of another case": (worded(SENTENCE.replace(NORTHMOOR, SOUTHFELL)), "references", SOUTHFELL),
    "a count": (worded(SENTENCE + " 17 decisions are like it."), "counts", "17"),
    "a count in words": (worded(SENTENCE + " Seven decisions are like it."), "counts", "Seven"),
    "a larger count in words": (worded(SENTENCE + " A dozen decisions are like it."), "counts", "A dozen"),
    "a sum in words": (worded(SENTENCE.replace("£300", "Two hundred pounds")), "figures", "Two hundred pounds"),
    "a count over a thousand": (worded(SENTENCE + " Of 1,404 held."), "counts", "1,404"),
    "a percentage": (worded(SENTENCE + " That is 85% of them."), "counts", "85"),
    "a character of the quotation": (
        quoting(quote=PLACE.text.replace("£300", "£350")),
        "quotes",
        PLACE.text.replace("£300", "£350"),
    ),
    "an apostrophe of the quotation": (
        quoting(paragraph=FIRST.paragraphs[0].id, quote=FIRST.paragraphs[0].text.replace("’", "'")),
        "quotes",
        FIRST.paragraphs[0].text.replace("’", "'"),
    ),
    "the place of the quotation": (quoting(start=1), "quotes", PLACE.text),
    "a place before the text": (quoting(start=-len(PLACE.text) - 5), "quotes", PLACE.text),
    "the paragraph": (quoting(paragraph=FIRST.paragraphs[2].id), "quotes", PLACE.text),
    "the paragraph's hash": (quoting(paragraph=PLACE.id[:-1] + "z"), "quotes", PLACE.text),
    "the decision cited": (quoting(reference=SECOND.reference), "quotes", PLACE.text),
    "a decision that is not held": (quoting(reference=reference(9)), "quotes", PLACE.text),
    "an empty quotation": (quoting(quote=""), "quotes", ""),
}


@pytest.mark.parametrize(("statement", "named", "found"), _MUTATIONS.values(), ids=_MUTATIONS)
def test_a_changed_fact_is_withheld_and_named(held: Casebook, statement: Statement, named: str, found: str) -> None:
    kept, report = check(held, statement)
    assert kept == ()
    assert report.withheld == (statement.text,)
    assert (named, found) in {(failure.check, failure.found) for failure in report.failures}


def test_only_the_statement_that_failed_is_withheld(held: Casebook) -> None:
    wrong = worded(SENTENCE.replace("£300", "£999"))
    kept, report = check(held, EXACT, wrong, EXACT)
    assert kept == (EXACT, EXACT)
    assert report.withheld == (wrong.text,)


@pytest.mark.parametrize(
    "text",
    ["£300 was paid.", "Northmoor Council paid.", "See 21 000 001a.", "In 17 decisions.", "In May 2012."],
)
def test_a_statement_that_cites_nothing_may_state_no_fact_of_a_case(held: Casebook, text: str) -> None:
    # £300 is the highest sum of the summary, so a sum is taken that is in a decision but not in the summary.
    changed = text.replace("£300", "£5,000")
    assert failures(held, Statement(StatementRole.CAVEAT, changed))


def test_a_sum_of_another_case_may_not_be_said_of_this_one(held: Casebook) -> None:
    assert ("figures", "£150") in failures(held, worded(SENTENCE.replace("£300", "£150")))


def test_a_date_of_another_case_may_not_be_said_of_this_one(held: Casebook) -> None:
    assert ("dates", "March 2019") in failures(held, worded(SENTENCE.replace("June 2021", "March 2019")))


def test_a_sum_that_was_only_claimed_may_not_be_called_agreed(casebook: Casebook) -> None:
    claimed = decision(
        3,
        "Mr Y wanted a large sum. The council agreed to apologise and to pay £300.",
        remedies=(remedy(pounds=5000, status=RemedyStatus.CLAIMED), remedy(pounds=300)),
    )
    file_in(casebook, claimed)
    place = claimed.paragraphs[0]
    text = "Northmoor Council (21 000 003, June 2021): £5,000 to the complainant for distress (agreed)."
    quote = Citation(claimed.reference, place.id, "Mr Y wanted a large sum.")
    kept, _ = check(casebook, Statement(StatementRole.CLOSEST, text, (quote,)), found=evidence(claimed))
    assert kept == ()


@pytest.mark.parametrize(
    "text",
    [
        "2 decisions are comparable, 1 of them close to your question.",
        "Payments ran from £150 to £300; there is no fixed sum.",
        "How sure: 2 comparable decisions of 1,403 held, newest June 2021.",
        "The sums are from 2019 to 2021.",
        "If someone is in danger now, call 999.",
        "Only two decisions are comparable: examples, not a pattern.",
    ],
)
def test_counts_ranges_and_years_of_this_answer_need_no_citation(held: Casebook, text: str) -> None:
    assert failures(held, Statement(StatementRole.HEADLINE, text)) == set()


def test_what_was_asked_for_by_reference_or_by_name_may_be_repeated(held: Casebook) -> None:
    missing = reference(77)
    said = Statement(StatementRole.HEADLINE, f"I don’t hold {missing}. Eastbeck Borough Council was asked about.")
    asked = query(references=(missing,), filters=Filters(bodies=(EASTBECK,)))
    assert check(held, said)[0] == ()
    assert check(held, said, asked=asked)[0] == (said,)
    assert check(held, said, asked=asked, found=replace(EVIDENCE, not_held=(missing,)))[0] == (said,)


def test_a_near_reference_may_be_named(held: Casebook) -> None:
    said = Statement(StatementRole.CLOSEST, "21 000 055 is a different case.")
    assert check(held, said)[0] == ()
    near = replace(EVIDENCE, near=(decision(55),))
    assert check(held, said, found=near)[0] == ()
    file_in(held, decision(55))
    assert check(held, said, found=near)[0] == (said,)


def test_a_number_from_the_quoted_passage_or_its_issue_may_be_repeated(held: Casebook) -> None:
    place = FIRST.paragraphs[2]
    quote = Citation(FIRST.reference, place.id, place.text)
    assert failures(held, Statement(StatementRole.CLOSEST, "It took 41 weeks in place of 20.", (quote,))) == set()
    assert failures(held, Statement(StatementRole.CLOSEST, "It took 42 weeks.", (quote,))) == {("counts", "42 weeks")}


# --------------------------------------------------------------------------- against the store


def change_text(casebook: Casebook, old: str, new: str) -> None:
    with casebook._connections.writing() as connection:
        assert connection.execute("UPDATE paragraphs SET text = replace(text, ?, ?)", (old, new)).rowcount


def test_a_sentence_changed_in_the_store_is_withheld_even_where_the_quotation_still_stands_in_it(
    held: Casebook,
) -> None:
    change_text(held, "The Council has agreed", "The Council has not agreed")
    assert "quotes" in {name for name, _ in failures(held, EXACT)}
    tail = "£300 to recognise the distress the delay caused."
    start = PLACE.text.replace("has agreed", "has not agreed").index(tail)
    assert ("quotes", tail) in failures(held, quoting(quote=tail, start=start))


def test_a_sum_changed_in_the_store_is_withheld_where_only_the_row_said_it(casebook: Casebook) -> None:
    silent = decision(5, "The plan was late. The council agreed to a payment.")
    file_in(casebook, silent)
    quote = Citation(silent.reference, silent.paragraphs[0].id, "The plan was late.")
    text = "Northmoor Council (21 000 005): £300 to the complainant for distress (agreed)."
    said = Statement(StatementRole.CLOSEST, text, (quote,))
    assert check(casebook, said, found=Evidence())[0] == (said,)
    with casebook._connections.writing() as connection:
        connection.execute("UPDATE remedies SET amount_pence = 35000 WHERE amount_pence = 30000")
    assert check(casebook, said, found=Evidence())[0] == ()


def test_a_decision_taken_down_meanwhile_is_not_cited(held: Casebook) -> None:
    held.remove(FIRST.reference)
    assert "quotes" in {name for name, _ in failures(held, EXACT)}


# --------------------------------------------------------------------------- properties

_no_fixture_check = settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
_HELD_SUMS = {30000}


@given(pence=st.integers(min_value=0, max_value=10**7))
@_no_fixture_check
def test_no_sum_passes_that_the_record_does_not_hold(held: Casebook, pence: int) -> None:
    kept, _ = check(held, worded(SENTENCE.replace("£300", format_money(pence))))
    assert bool(kept) == (pence in _HELD_SUMS)


@given(number=st.integers(min_value=0, max_value=99_999_999), letter=st.sampled_from(["", "a", "b"]))
@_no_fixture_check
def test_no_reference_passes_that_is_not_cited(held: Casebook, number: int, letter: str) -> None:
    other = CaseReference.parse(f"{number:08d}{letter}")
    kept, _ = check(held, worded(SENTENCE.replace("21 000 001a", str(other))))
    assert bool(kept) == (other == FIRST.reference)


@given(data=st.data())
@_no_fixture_check
def test_no_quotation_passes_in_which_one_character_was_changed(held: Casebook, data: st.DataObject) -> None:
    at = data.draw(st.integers(min_value=0, max_value=len(PLACE.text) - 1))
    other = data.draw(st.characters(exclude_categories=["Cs"]).filter(lambda c: c != PLACE.text[at]))
    changed = PLACE.text[:at] + other + PLACE.text[at + 1 :]
    assert check(held, quoting(quote=changed))[0] == ()


@given(data=st.data())
@_no_fixture_check
def test_every_exact_piece_of_the_paragraph_passes_as_a_quotation(held: Casebook, data: st.DataObject) -> None:
    start = data.draw(st.integers(min_value=0, max_value=len(PLACE.text) - 1))
    end = data.draw(st.integers(min_value=start + 1, max_value=len(PLACE.text)))
    _, report = check(held, quoting(quote=PLACE.text[start:end], start=start))
    assert not any(failure.check == "quotes" for failure in report.failures)


@given(number=st.integers(min_value=4, max_value=5000))
@example(number=999)
@example(number=1403)
@_no_fixture_check
def test_no_count_passes_that_this_answer_does_not_have(held: Casebook, number: int) -> None:
    said = Statement(StatementRole.HEADLINE, f"{number:,} decisions are comparable.")
    kept, _ = check(held, said)
    # Only the emergency number and the decisions held are figures anywhere; neither is how many are comparable.
    assert not kept


# --------------------------------------------------------------------------- our own templates


@pytest.mark.parametrize("topic", ["late education plan", "", "unrelated words"])
def test_everything_that_the_templates_say_passes(held: Casebook, topic: str) -> None:
    asked = query(topic=topic)
    summary = summarise_remedies(EVIDENCE)
    draft = compose(asked, EVIDENCE, summary, facts())
    kept, report = check_draft(draft, asked, EVIDENCE, summary, facts(), held)
    assert kept == draft.statements
    assert report.failures == ()


def test_a_writer_that_invents_is_caught_in_each_statement_and_the_rest_is_shown(held: Casebook) -> None:
    invent: list[Callable[[str], str]] = [
        lambda text: text + " On average £225 was paid.",
        lambda text: text + " See also 18 004 321.",
        lambda text: text + " Eastbeck Borough Council paid as well.",
    ]
    wrong = [replace(EXACT, text=change(EXACT.text)) for change in invent]
    kept, report = check(held, EXACT, *wrong)
    assert kept == (EXACT,)
    assert len(report.withheld) == 3


def test_a_kept_statement_holds_only_sums_and_references_of_its_sources(held: Casebook) -> None:
    kept, _ = check(held, EXACT)
    for statement in kept:
        assert {money.pence for money in find_money(statement.text)} <= _HELD_SUMS
        assert {one.reference for one in find_references(statement.text)} == {FIRST.reference}


@pytest.mark.parametrize(
    ("said", "changed"), [("£300", "£400"), ("distress", "harm"), ("agreed", "refused")], ids=["sum", "harm", "denial"]
)
def test_a_quotation_is_let_through_whole_and_with_one_word_changed_never(
    casebook: Casebook, said: str, changed: str
) -> None:
    held = full_text(9)
    file_in(casebook, held)
    paragraph = held.paragraphs[3]
    quote = Citation(held.reference, paragraph.id, paragraph.text)

    def tell(words: str) -> Statement:
        return Statement(StatementRole.REASONS, f"In the decision’s words: “{words}”", (quote,))

    found = Evidence()
    assert check(casebook, tell(paragraph.text), found=found)[0] == (tell(paragraph.text),)
    assert check(casebook, tell(paragraph.text.replace(said, changed)), found=found)[0] == ()
