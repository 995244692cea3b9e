"""Query → Evidence over small casebooks of made-up decisions, and over the starter with the real encoder."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from assistant.answering import Assistant, open_assistant
from assistant.casebook import Casebook
from assistant.domain import (
    CaseReference,
    Decision,
    Evidence,
    Filters,
    NewsItem,
    PassageKind,
    Query,
    QuestionKind,
    Relevance,
)
from assistant.filing import file_decisions
from assistant.remedies import summarise_remedies
from assistant.retrieval import MOST_CASES, find_evidence
from assistant.settings import Settings
from assistant.vectors import ExactIndex, open_index
from assistant.vocabulary import expand, favoured_subcategories
from ingest.sources import read_sources
from tests.builders import (
    EASTBECK,
    NORTHMOOR,
    WordCountEncoder,
    decision,
    file_in,
    finding,
    full_text,
    query,
    reference,
    remedy,
)
from tests.conftest import CopyStarter


def bins(number: int, **given: object) -> Decision:
    values: dict[str, object] = {
        "category": "Environment and regulation",
        "subcategory": "Refuse and recycling",
        "findings": (finding("repeated missed bin collections"),),
    }
    text = "Crews missed the bin of a resident many times. The council apologised and paid £150."
    return decision(number, text, **values | given)


def plan(number: int, **given: object) -> Decision:
    return decision(number, "An education plan came four months late. The council paid £300.", **given)


def noise(number: int, **given: object) -> Decision:
    values: dict[str, object] = {
        "category": "Environment and regulation",
        "subcategory": "Noise",
        "findings": (finding("delay starting a noise investigation"),),
    }
    return decision(number, "Barking dogs were heard for a year before officers came.", **values | given)


def search(casebook: Casebook, asked: Query) -> Evidence:
    index = ExactIndex(casebook)
    index.refresh()
    return find_evidence(asked, casebook, index, WordCountEncoder())


def references_of(evidence: Evidence) -> list[CaseReference]:
    return [case.decision.reference for case in evidence.cases]


def test_the_comparable_decision_comes_first(casebook: Casebook) -> None:
    file_in(casebook, plan(1), bins(2), noise(3))
    found = search(casebook, query(topic="missed bin collections"))
    assert references_of(found)[0] == reference(2)
    assert found.cases[0].relevance is Relevance.CLOSE
    assert found.searched == 3


def test_one_issue_among_four_is_found_and_named(casebook: Casebook) -> None:
    issues = ("visits not made", "minutes not shared", "address left unredacted in a report", "holiday not recorded")
    many = decision(1, "Four complaints about a social worker.", findings=tuple(map(finding, issues)))
    file_in(casebook, many, plan(2), noise(3))
    first = search(casebook, query(topic="address left unredacted in a report")).cases[0]
    assert first.decision.reference == reference(1)
    assert first.issue == "address left unredacted in a report"
    assert first.hits[0].passage.kind is PassageKind.ISSUE


def test_no_issue_is_named_where_two_are_equally_near(casebook: Casebook) -> None:
    issues = (finding("plan issued late in spring"), finding("plan issued late in autumn"))
    file_in(casebook, decision(1, "The plan was late twice.", findings=issues))
    assert search(casebook, query(topic="plan issued late")).cases[0].issue is None


def test_keys_are_made_in_order_and_scores_fall(casebook: Casebook) -> None:
    file_in(casebook, plan(1), bins(2), noise(3))
    found = search(casebook, query(topic="missed bin collections"))
    assert [case.key for case in found.cases] == ["C1", "C2", "C3"]
    scores = [case.score for case in found.cases]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)


def test_equal_decisions_are_in_order_of_reference_on_every_run(casebook: Casebook) -> None:
    file_in(casebook, bins(3), bins(1), bins(2))
    found = [references_of(search(casebook, query(topic="missed bins"))) for _ in range(2)]
    assert found == [[reference(1), reference(2), reference(3)]] * 2


def test_at_most_twenty_cases_are_handed_on(casebook: Casebook) -> None:
    file_in(casebook, *(bins(number) for number in range(1, 31)))
    assert len(search(casebook, query(topic="missed bins")).cases) == MOST_CASES


def test_a_filter_keeps_the_order_of_what_passes(casebook: Casebook) -> None:
    file_in(casebook, bins(1), bins(2, body=EASTBECK), plan(3, body=EASTBECK), noise(4, body=EASTBECK))
    asked = query(topic="missed bin collections")
    free = [one for one in references_of(search(casebook, asked)) if one != reference(1)]
    filtered = search(casebook, query(topic="missed bin collections", filters=Filters(bodies=(EASTBECK,))))
    assert references_of(filtered) == free
    assert filtered.searched == 3


def test_a_filter_that_leaves_nothing_comparable_shows_it(casebook: Casebook) -> None:
    file_in(casebook, bins(1), bins(2), plan(3, body=EASTBECK))
    found = search(casebook, query(topic="missed bin collections", filters=Filters(bodies=(EASTBECK,))))
    assert [case.relevance for case in found.cases] == [Relevance.BACKGROUND]


def test_a_filter_that_nothing_passes_gives_no_cases(casebook: Casebook) -> None:
    file_in(casebook, bins(1))
    found = search(casebook, query(filters=Filters(bodies=("Westwater Council",))))
    assert (found.cases, found.searched) == ((), 0)


def test_limits_without_a_topic_list_all_that_pass_newest_first(casebook: Casebook) -> None:
    file_in(
        casebook,
        plan(1, decided=date(2020, 1, 1)),
        bins(2, decided=None),
        noise(3, decided=date(2024, 1, 1)),
        plan(4, body=EASTBECK),
    )
    found = search(casebook, query(topic="", filters=Filters(bodies=(NORTHMOOR,))))
    assert references_of(found) == [reference(3), reference(1), reference(2)]
    assert {case.relevance for case in found.cases} == {Relevance.CLOSE}


def test_neither_topic_nor_limits_find_nothing(casebook: Casebook) -> None:
    file_in(casebook, plan(1))
    assert search(casebook, query(topic="")).cases == ()


def test_a_decision_asked_for_is_the_whole_evidence(casebook: Casebook) -> None:
    file_in(casebook, plan(1), plan(2), bins(3))
    asked = query(QuestionKind.SINGLE_CASE, topic="late plan", references=(reference(2),))
    found = search(casebook, asked)
    assert references_of(found) == [reference(2)]
    assert found.not_held == ()


def test_a_reference_not_held_is_named_with_those_that_look_like_it(casebook: Casebook) -> None:
    held = CaseReference("19 018 981")
    file_in(casebook, decision(held), plan(1))
    missing = CaseReference("19 018 891")
    found = search(casebook, query(QuestionKind.SINGLE_CASE, references=(missing,)))
    assert found.cases == ()
    assert found.not_held == (missing,)
    assert [near.reference for near in found.near] == [held]


def test_a_subject_that_no_decision_has_makes_no_case_comparable(casebook: Casebook) -> None:
    file_in(casebook, plan(1), bins(2), noise(3))
    found = search(casebook, query(topic="allotment tenancy terminated"))
    assert {case.relevance for case in found.cases} <= {Relevance.BACKGROUND}


def test_a_service_that_no_decision_names_makes_no_case_comparable(casebook: Casebook) -> None:
    file_in(casebook, plan(1), bins(2), noise(3))
    found = search(casebook, query(topic="DHP refused, missed bins", favoured_subcategories=()))
    assert {case.relevance for case in found.cases} == {Relevance.BACKGROUND}


def test_strange_words_do_not_hide_a_subject_that_the_words_point_to(casebook: Casebook) -> None:
    file_in(casebook, plan(1), bins(2), noise(3))
    topic = "gobsmacked, flabbergasted, missed bins"
    place = (("Environment and regulation", "Refuse and recycling"),)
    asked = query(topic=topic, expansions=expand(topic), favoured_subcategories=place)
    assert search(casebook, asked).cases[0].relevance is Relevance.CLOSE


def test_of_a_full_text_the_nearest_issue_is_named_and_only_its_remedies_count(casebook: Casebook) -> None:
    issues = ("minutes shown to a neighbour", "minutes sent late to a neighbour")
    money = remedy(pounds=300, issue=issues[0])
    one = full_text(1, findings=tuple(map(finding, issues)), remedies=(money, remedy(pounds=50, issue=issues[1])))
    file_in(casebook, one, bins(2), noise(3))
    found = search(casebook, query(topic="minutes sent late"))
    assert found.cases[0].issue == issues[1]
    assert [row.remedy.amount_pence for row in summarise_remedies(found).payments] == [5000]


def test_paragraphs_by_the_dozen_do_not_lift_a_full_text_over_a_digest_on_the_subject(casebook: Casebook) -> None:
    own = reference(1)
    many = [f"The officer wrote letter {n} about bins, plans, dogs and {n} other things." for n in range(40)]
    long = full_text(own, paragraphs=decision(own, *many).paragraphs, sections=(), findings=(), remedies=())
    file_in(casebook, long, bins(2), noise(3))
    assert references_of(search(casebook, query(topic="missed bin collections")))[0] == reference(2)


def test_news_is_handed_on_and_is_no_case(casebook: Casebook) -> None:
    file_in(casebook, plan(1))
    item = NewsItem("n1", "Council apologises", "A family was let down.", "The Northmoor Echo", date(2020, 1, 1))
    casebook.record_news(item)
    found = search(casebook, query())
    assert found.news == (item,)
    assert references_of(found) == [reference(1)]


def test_an_empty_casebook_gives_no_evidence(casebook: Casebook) -> None:
    found = search(casebook, query())
    assert (found.cases, found.searched) == ((), 0)


def test_each_case_says_why_it_is_there(casebook: Casebook) -> None:
    file_in(casebook, bins(1))
    why = search(casebook, query(topic="missed bins left in the road")).cases[0].why
    assert why == "It is about “repeated missed bin collections” and has your words “missed”, “bins”."


def test_an_expansion_finds_what_the_asker_did_not_say(casebook: Casebook) -> None:
    wanted = decision(1, "A grant was delayed.", findings=(finding("delay approving a disabled facilities grant"),))
    file_in(casebook, wanted, plan(2), bins(3))
    found = search(casebook, query(topic="DFG", expansions=("disabled facilities grant",)))
    assert references_of(found)[0] == reference(1)


def test_a_favoured_subcategory_lifts_and_excludes_none(casebook: Casebook) -> None:
    file_in(casebook, bins(1), bins(2, subcategory="Noise"))
    favoured = (("Environment and regulation", "Noise"),)
    asked = query(topic="missed bins", favoured_subcategories=favoured)
    assert set(references_of(search(casebook, asked))) == {reference(1), reference(2)}


def test_chroma_and_exact_search_give_the_same_evidence(casebook: Casebook, tmp_path: Path) -> None:
    file_in(casebook, *(plan(n) for n in range(1, 9)), *(bins(n) for n in range(9, 17)), noise(17))
    asked = query(topic="bin missed many times")
    index = open_index(tmp_path / "index", casebook)
    try:
        by_index = find_evidence(asked, casebook, index, WordCountEncoder())
    finally:
        index.close()
    assert references_of(by_index) == references_of(search(casebook, asked))


@pytest.mark.parametrize(
    ("topic", "issue_words"),
    [
        ("an unredacted address", "address"),
        ("SGO allowance never reviewed", "guardianship"),
        ("crew keep missing her assisted pull-out", "assisted"),
        ("bailiffs came for somebody else's council tax", "enforcement|bailiff"),
        ("stuck in B&B past 6 wks with kids", "breakfast"),
    ],
)
def test_the_starter_answers_in_the_askers_words(assistant: Assistant, topic: str, issue_words: str) -> None:
    asked = query(topic=topic, expansions=expand(topic), favoured_subcategories=favoured_subcategories(topic))
    found = find_evidence(asked, assistant.casebook, assistant.index, assistant.encoder)
    first = found.cases[0].decision
    assert any(re.search(issue_words, finding.issue) for finding in first.findings)
    assert found.cases[0].relevance is Relevance.CLOSE


def test_the_unredacted_address_is_among_the_first_three_with_its_issue(assistant: Assistant) -> None:
    topic = "an unredacted address"
    asked = query(topic=topic, expansions=expand(topic), favoured_subcategories=favoured_subcategories(topic))
    found = find_evidence(asked, assistant.casebook, assistant.index, assistant.encoder)
    wanted = next(case for case in found.cases if case.decision.reference == CaseReference("19 018 981"))
    assert found.cases.index(wanted) < 3
    assert wanted.issue is not None
    assert "unredacted" in wanted.issue


@pytest.fixture(scope="module")
def with_full_texts(
    tmp_path_factory: pytest.TempPathFactory, assistant: Assistant, copy_starter: CopyStarter
) -> Iterator[Assistant]:
    """The starter, with the real full texts that lie beside the repository in the place of their digests."""
    folder = Path(__file__).parents[1].parent / "shared" / "decisions"
    if not folder.is_dir():
        pytest.skip("the real decisions are not beside this checkout (../shared/decisions)")
    opened = open_assistant(Settings(home=copy_starter(tmp_path_factory.mktemp("full-texts"))))
    opened.encoder = assistant.encoder
    file_decisions(opened.casebook, opened.encoder, read_sources([folder]).decisions)
    yield opened
    opened.close()


def test_a_full_text_is_found_as_its_digest_was_and_its_issue_is_named(with_full_texts: Assistant) -> None:
    answer = with_full_texts.ask("what remedy is typical for an unredacted address")
    first = {case.decision.reference.value: case for case in answer.evidence.cases[:3]}
    assert "address" in (first["19 018 981"].issue or "")
    assert [row.remedy.amount_pence for row in answer.summary.payments if row.reference.value == "19 018 981"] == [
        30000
    ]


def test_a_sum_for_one_issue_of_a_full_text_is_not_told_for_another(with_full_texts: Assistant) -> None:
    answer = with_full_texts.ask("got the child protection report the night before the conference, what remedy")
    near = {case.decision.reference.value: case for case in answer.evidence.cases}
    assert near["20 008 827"].relevance is not Relevance.BACKGROUND
    assert "19 018 981" not in {row.reference.value for row in answer.summary.payments}


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("father left out of the assessment, no records kept", "23 009 433"),
        ("inaccurate assessments by childrens services, what remedy", "21 017 938"),
    ],
)
def test_a_full_text_is_comparable_where_it_should_be(with_full_texts: Assistant, question: str, wanted: str) -> None:
    found = {case.decision.reference.value: case for case in with_full_texts.ask(question).evidence.cases}
    assert found[wanted].relevance is not Relevance.BACKGROUND
