"""Texts that introduce people, and the roles that a sentence about money gives them."""

from __future__ import annotations

import pytest

from assistant.domain import Payee
from ingest.page import read_page


def payee(introduced: str, action: str) -> Payee:
    """Who is paid in the only action of a statement that introduces its people so."""
    text = (
        "Northmoor Council (20 100 001)\nDecision : Upheld\nThe Ombudsman's final decision:\nSummary: Fault.\n"
        f"The complaint\n- {introduced}\nMy findings\n- The Council was at fault for a delay.\n"
        f"Agreed action\n- {action}\nFinal decision\n- There was fault.\n"
    )
    (remedy,) = read_page(text.encode(), "page.txt").decision.remedies
    return remedy.payee


_PEOPLE: dict[str, tuple[str, str, Payee]] = {
    "a child by letter": ("Miss X complains about a school for her son, Z.", "Pay Z £100.", Payee.CHILD),
    "a child we call": ("Miss X complains about her daughter, whom I shall call Y.", "Pay £100 to Y.", Payee.CHILD),
    "a grown daughter": (
        "Ms T complains for herself and her daughter, E, who is 19.",
        "Pay E £100.",
        Payee.FAMILY_MEMBER,
    ),
    "a grown daughter, unnamed": (
        "Ms T complains for herself and her daughter, E, who is 19.",
        "Pay her daughter £100.",
        Payee.FAMILY_MEMBER,
    ),
    "the person cared for": (
        "Mr R complains about the care of his father, Mr V, in a care home.",
        "Pay Mr V £100.",
        Payee.SERVICE_USER,
    ),
    "the person cared for, by possessive": (
        "Mr and Mrs R complain about the care of Mr R's father, Mr V, in a care home.",
        "Pay Mr V £100.",
        Payee.SERVICE_USER,
    ),
    "a couple": ("Mr and Mrs R complain about a bill.", "Pay Mr and Mrs R £100.", Payee.COMPLAINANT),
    "a couple, each": ("Mr and Mrs R complain about a bill.", "Pay Mr and Mrs R £100 each.", Payee.COMPLAINANT),
    "a mother and her child, each": (
        "Miss X complains about a school for her son, Z.",
        "Pay Miss X and Z £100 each.",
        Payee.SEVERAL,
    ),
    "for a child's benefit": (
        "Miss X complains about a school for her son, Z.",
        "Pay Miss X £100 for Z's benefit.",
        Payee.CHILD,
    ),
    "a refund to whoever was charged": (
        "Mr R complains about the care of his father, Mr V, in a care home.",
        "Refund the £100 that Mr V was charged.",
        Payee.SERVICE_USER,
    ),
    "a price by the hour beside its product": (
        "Miss X complains about a bill.",
        "Pay Miss X for 32 missed hours at £18.50 an hour (£592).",
        Payee.COMPLAINANT,
    ),
    "nobody named": ("Miss X complains about a bill.", "Make a payment of £100.", Payee.COMPLAINANT),
}


@pytest.mark.parametrize("name", _PEOPLE)
def test_who_is_paid_by_how_people_are_introduced(name: str) -> None:
    introduced, action, expected = _PEOPLE[name]
    assert payee(introduced, action) is expected


def test_each_of_two_sums_goes_to_who_is_named_behind_it() -> None:
    text = (
        "Northmoor Council (20 100 001)\nDecision : Upheld\nThe Ombudsman's final decision:\nSummary: Fault.\n"
        "The complaint\n- Miss X complains about a school for her son, Z.\nMy findings\n- The Council was at fault.\n"
        "Agreed action\n- Pay £600 (£300 to Miss X and £300 to Z) for the upset.\nFinal decision\n- There was fault.\n"
    )
    rows = read_page(text.encode(), "page.txt").decision.remedies
    assert [(row.amount_pence, row.payee) for row in rows] == [(30_000, Payee.COMPLAINANT), (30_000, Payee.CHILD)]
