"""The panel of limits and its chips as HTML: what is rendered, and what the page may send back."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pytest

from assistant.chat.steering import read_stated, render_given, render_in_force, render_panel, render_within
from assistant.domain import Basis, Filters, Outcome, Query, QuestionKind, RemedyKind
from assistant.question import FieldProblem, ReadLimits
from tests.question_builders import FACTS

KENT = "Kent County Council"


class _Elements(HTMLParser):
    """The elements of a piece of HTML, with their attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def elements(html: str, name: str) -> list[dict[str, str | None]]:
    return [attributes for tag, attributes in _Elements(html).found if tag == name]


def test_every_field_of_the_panel_has_a_label_and_a_place_for_its_problem() -> None:
    panel = render_panel(FACTS)
    labelled = {attributes.get("for") for attributes in elements(panel, "label")}
    places = {attributes.get("id") for attributes in elements(panel, "p")}
    fields = [one for kind in ("input", "select") for one in elements(panel, kind)]
    assert len(fields) == 9
    for field in fields:
        assert field["id"] in labelled or field["type"] == "checkbox"
        assert field["aria-describedby"] in places


@pytest.mark.parametrize(
    ("said", "read"),
    [
        pytest.param("Moor; Vale Homes Ltd", ("Moor; Vale Homes Ltd",), id="as it is held"),
        pytest.param("moor;  vale homes ltd", ("Moor; Vale Homes Ltd",), id="as it is typed"),
        pytest.param(f"{KENT}; Moor; Vale Homes Ltd", (KENT, "Moor; Vale Homes Ltd"), id="after another"),
        pytest.param(f"Moor; Vale Homes Ltd; {KENT}; ", ("Moor; Vale Homes Ltd", KENT), id="before another"),
        pytest.param(f"{KENT}; Leeds City Council", (KENT, "Leeds City Council"), id="two without one"),
    ],
)
def test_a_body_whose_name_holds_a_semicolon_can_be_chosen(said: str, read: tuple[str, ...]) -> None:
    facts = replace(FACTS, bodies=(*FACTS.bodies, "Moor; Vale Homes Ltd"))
    found = read_stated(json.dumps({"body": said}), facts)
    assert found is not None
    assert (found.filters.bodies, found.problems) == (read, ())


def test_limits_stand_in_the_fields_again_and_read_back_the_same() -> None:
    limits = Filters(
        bodies=(KENT,),
        categories=("Housing",),
        outcomes=(Outcome.NOT_UPHELD,),
        date_from=date(2020, 1, 1),
        date_to=date(2022, 5, 3),
        amount_min_pence=10_050,
        amount_max_pence=200_000,
        remedy_kinds=(RemedyKind.REFUND,),
        bases=(Basis.FULL_TEXT,),
    )
    panel = render_panel(FACTS, limits)
    typed = {one["data-limit"]: one["value"] for one in elements(panel, "input") if one["type"] == "text"}
    assert typed == {"body": KENT, "first": "2020", "last": "2022-05-03", "least": "100.50", "most": "2,000"}
    chosen = [one["value"] for one in elements(panel, "option") if "selected" in one]
    assert chosen == ["Housing", "Not upheld", "refund or write-off"]
    assert " · 7 in force" in panel
    sent = (
        '{"body": "Kent County Council", "category": "Housing", "outcome": "Not upheld", "first": "2020", '
        '"last": "2022-05-03", "least": "100.50", "most": "2,000", "remedy": "refund or write-off", '
        '"full_text_only": true}'
    )
    read = read_stated(sent, FACTS)
    assert read == ReadLimits(limits)


@pytest.mark.parametrize(
    "sent",
    [
        "{",
        "[]",
        "null",
        '{"body": 1}',
        '{"sql": "x"}',
        '{"full_text_only": "perhaps"}',
        '{"body": "' + "x" * 500 + '"}',
    ],
    ids=["no JSON", "a list", "null", "a number", "an unknown field", "no yes or no", "a long name"],
)
def test_what_no_panel_sends_is_refused(sent: str) -> None:
    assert read_stated(sent, FACTS) is None


def test_nothing_stated_limits_nothing() -> None:
    assert read_stated("", FACTS) == ReadLimits()
    assert read_stated("{}", FACTS) == ReadLimits()


def test_each_limit_in_force_is_a_chip_that_empties_its_fields() -> None:
    read = ReadLimits(Filters(bodies=(KENT,), date_from=date(2021, 1, 1)), (FieldProblem("min", "No <b>sum</b>."),))
    chips = render_in_force(read, stated="{}")
    buttons = elements(chips, "button")
    assert [(one["aria-label"], one["data-unset"]) for one in buttons] == [
        ("Take away the limit: Only Kent County Council", '["body"]'),
        ("Take away the limit: Decided from 1 January 2021 on", '["first", "last"]'),
    ]
    (state,) = elements(chips, "div")
    assert state["data-in-force"] == "2"
    assert state["data-problems"] == '{"least": "No <b>sum</b>."}'
    assert "<b>" not in chips
    assert elements(render_in_force(ReadLimits()), "button") == []


def test_an_answer_shows_the_limits_it_was_asked_within() -> None:
    query = Query("late plan", QuestionKind.TYPICAL_REMEDY, "late plan", given=Filters(bodies=("<i>Moor</i> Council",)))
    assert "Within your limits: <bdi>Only &lt;i&gt;Moor&lt;/i&gt; Council</bdi>" in render_within(query)
    (chip,) = elements(render_given(3, query), "button")
    assert (chip["data-turn"], chip["data-unlimit"], chip["data-without"]) == ("3", '["body"]', "[]")
    bare = Query("late plan", QuestionKind.TYPICAL_REMEDY, "late plan")
    assert render_within(bare) == render_given(3, bare) == ""
