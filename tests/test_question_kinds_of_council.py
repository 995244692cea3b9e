"""Kinds of council as limits ("London boroughs", "county councils"), and regions, which limit nothing and are told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.domain import QuestionKind
from assistant.question.body_kinds import COUNTY, DISTRICT, LONDON, METROPOLITAN, UNITARY, kind_of, tell_bodies
from tests.question_builders import BODIES, FACTS, ask

LISTED = "Essex (25 005 719) agreed £1,400. Surrey (24 000 272) had offered £200."


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("London Borough of Barking & Dagenham", LONDON),
        ("Westminster City Council", LONDON),
        ("Royal Borough of Kensington and Chelsea", LONDON),
        ("City of London", LONDON),
        ("Leeds City Council", METROPOLITAN),
        ("City of Bradford Metropolitan District Council", METROPOLITAN),
        ("Kent County Council", COUNTY),
        ("Wyre Borough Council", DISTRICT),
        ("Newcastle-under-Lyme Borough Council", DISTRICT),
        ("Durham County Council", UNITARY),
        ("Somerset Council", UNITARY),
        ("Royal Borough of Windsor and Maidenhead", UNITARY),
        ("Lewisham Clinical Commissioning Group", None),
        ("Chelsea and Westminster Hospital NHS Foundation Trust", None),
        ("Transport for London", None),
        ("Northmoor Council", None),
    ],
)
def test_the_kind_of_a_council_is_read_from_its_name(name: str, kind: str | None) -> None:
    assert kind_of(name) == kind


LIMITED = {
    "in London": ("noise from a pub in London", (), LONDON, "noise pub"),
    "London boroughs": ("London boroughs and late EHC plans", (), LONDON, "late plans"),
    "as into a search box": ("late EHC plans, London", (), LONDON, "late plans"),
    "London only": ("late EHC plans, London only", (), LONDON, "late plans"),
    "any London council": ("has any London council been found at fault over blue badges", (), LONDON, "blue badges"),
    "what about London": ("what about London?", ("late EHC plans", LISTED), LONDON, "late plans"),
    "limit it to": ("limit it to London", ("late EHC plans", LISTED), LONDON, "late plans"),
    "county councils": ("county councils only", ("late EHC plans", LISTED), COUNTY, "late plans"),
    "unitaries": ("unitary authorities and potholes", (), UNITARY, "potholes"),
    "metropolitan": ("metropolitan boroughs and council tax", (), METROPOLITAN, "council tax"),
    "districts": ("planning enforcement by district councils", (), DISTRICT, "planning enforcement"),
}


@pytest.mark.parametrize(("question", "turns", "kind", "words"), LIMITED.values(), ids=LIMITED.keys())
def test_councils_named_by_their_kind_limit_the_cases_and_leave_the_topic(
    question: str, turns: tuple[str, ...], kind: str, words: str
) -> None:
    query = ask(question, *turns)
    assert query.filters.bodies == tuple(name for name in BODIES if kind_of(name) == kind)
    assert set(words.split()) <= set(query.topic.split())
    assert not {"london", "unitary", "county", "metropolitan", "district"} & set(query.topic.lower().split())
    assert query.kind is not QuestionKind.BODY_HISTORY


def test_how_many_councils_of_the_kind_are_held_is_told_and_two_spellings_are_one() -> None:
    told = ask("late EHC plans in London").assumed
    assert any(note.startswith("“London”: 9 councils held are London boroughs") for note in told)
    assert "Only decisions about London boroughs." in told


def test_london_is_left_out_or_let_go_as_a_council_is() -> None:
    left_out = ask("late EHC plans outside London").filters
    assert {kind_of(name) for name in left_out.bodies_not} == {LONDON}
    assert ask("forget London", "late EHC plans in London", LISTED).filters.is_empty


@pytest.mark.parametrize(
    "question",
    [
        "we moved from London to the coast and lost the school place",
        "my mum lives in London and her carers missed visits",
        "parking fine on London Road",
        "the school bus to London was stopped",
        "our district council says it is the county council's job",
    ],
)
def test_a_kind_of_council_in_a_story_limits_nothing(question: str) -> None:
    assert ask(question).filters.is_empty


def test_kinds_of_council_are_set_side_by_side() -> None:
    query = ask("county councils vs London boroughs on school transport")
    assert [side.label for side in query.compared] == ["county councils", "London boroughs"]


def test_a_kind_of_which_no_council_is_held_is_said_and_passes_nothing() -> None:
    query = ask("noise in London", facts=replace(FACTS, bodies=("Kent County Council",)))
    assert any(note.startswith("No decision about London boroughs") for note in query.assumed)
    assert query.filters.bodies


@pytest.mark.parametrize(
    ("question", "region"),
    [
        ("bins missed in Yorkshire", "Yorkshire"),
        ("late EHC plans in the north east", "north east"),
        ("what do councils in the West Midlands pay for lost education", "West Midlands"),
        ("blue badges, East Anglia councils", None),
    ],
)
def test_a_region_limits_nothing_is_not_searched_and_is_told(question: str, region: str | None) -> None:
    query = ask(question)
    told = [note for note in query.assumed if "region" in note]
    if region is None:
        assert not told
        return
    assert told == [
        f"Redress does not know which councils are in a region: “{region}” limits nothing. Name councils instead."
    ]
    assert query.filters.is_empty
    assert region.split()[-1].lower() not in query.topic.lower()


@pytest.mark.parametrize(
    "question", ["bins in North East Lincolnshire", "Mum fell outside the west wing", "my gran lives in Yorkshire"]
)
def test_a_name_that_begins_as_a_region_does_and_a_story_are_no_region(question: str) -> None:
    assert not any("region" in note for note in ask(question).assumed)


def test_many_bodies_of_no_kind_are_told_by_the_first_and_their_number() -> None:
    names = tuple(f"Home {number} Care Limited" for number in range(13))
    assert tell_bodies(names) == "Home 0 Care Limited and 12 more"
