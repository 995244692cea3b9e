"""Sentences of story and assessment, and what was offered, paid or claimed: a row for each way of telling it."""

from __future__ import annotations

import pytest

from assistant.domain import Remedy, RemedyKind, RemedyStatus
from ingest.page import read_page
from tests.test_remedy_terms import a_statement

PAYMENT, REFUND, APOLOGY = RemedyKind.PAYMENT, RemedyKind.REFUND, RemedyKind.APOLOGY
OFFERED, PAID, CLAIMED = RemedyStatus.OFFERED, RemedyStatus.ALREADY_PAID, RemedyStatus.CLAIMED
AGREED, DONE = RemedyStatus.AGREED, RemedyStatus.ALREADY_DONE


def remedies(*, complaint: str = "", story: str = "", analysis: str = "") -> tuple[Remedy, ...]:
    """What is read where a statement without a list of actions tells these sentences."""
    text = (
        "Northmoor Council (20 100 001)\nDecision : Upheld\nThe Ombudsman's final decision:\n"
        "Summary: The Council was at fault for a delay.\nThe complaint\n"
        f"- Miss X complains about a delay in a decision on her grant. {complaint}\n"
        f"What happened\n- She applied in May. {story}\n"
        f"My assessment\n- The Council was at fault for the delay. {analysis}\n"
        "Final decision\n- There was fault.\n"
    )
    return read_page(text.encode(), "page.txt").decision.remedies


Row = tuple[RemedyKind, float | None, RemedyStatus]

_TOLD: dict[str, tuple[dict[str, str], list[Row]]] = {
    "an offer": ({"story": "It offered her £200."}, [(PAYMENT, 200, OFFERED)]),
    "an offer in parts": (
        {"analysis": "The Council offered £500, made up of £300 for distress and £200 for time and trouble."},
        [(PAYMENT, 300, OFFERED), (PAYMENT, 200, OFFERED)],
    ),
    "an offer by an officer": (
        {"story": "A service manager rejected the complaint. He offered £90 as a gesture."},
        [(PAYMENT, 90, OFFERED)],
    ),
    "an offer that was carried out": (
        {"story": "It wrote that it would refund £65 to her. It has done so."},
        [(REFUND, 65, PAID)],
    ),
    "an offer that was overtaken": (
        {"analysis": "The offer of £50 was too low. I asked it to pay double. The Council has agreed to pay her £100."},
        [(PAYMENT, 100, AGREED)],
    ),
    "an agreement to pay the sum of the sentence before": (
        {"analysis": "A payment of £600 is fair. The Council has said that it will pay within three weeks."},
        [(PAYMENT, 600, AGREED)],
    ),
    "something that it has said it will do": (
        {"analysis": "The Council has said it will apologise to Miss X and pay her £250."},
        [(APOLOGY, None, AGREED), (PAYMENT, 250, AGREED)],
    ),
    "something asked of it that it agreed to": (
        {"analysis": "I asked the Council to consider paying Miss X £300 and it agreed."},
        [(PAYMENT, 300, AGREED)],
    ),
    "a debt written off": ({"analysis": "The Council wrote off £2,050 of her debt."}, [(REFUND, 2050, PAID)]),
    "an apology that is weighed": (
        {"analysis": "The Council apologised to her in May, and I consider that a suitable remedy."},
        [(APOLOGY, None, DONE)],
    ),
    "a claim": ({"complaint": "She wants the Council to pay her £5,000."}, [(PAYMENT, 5000, CLAIMED)]),
    "a claim of what was spent": (
        {"complaint": "She paid £486 for a ramp and wants the Council to refund this sum, and £50 for her time."},
        [(REFUND, 486, CLAIMED), (PAYMENT, 50, CLAIMED)],
    ),
    "the price of a thing that was asked for": (
        {"complaint": "She asked for a lift, at a cost of £8,400 a year."},
        [],
    ),
    "a rent": ({"story": "She would have paid a rent of £140 a week."}, []),
    "a tribunal's order": ({"story": "The tribunal ordered the Council to pay £500."}, []),
    "a tariff": ({"analysis": "Our guidance on remedies suggests a payment of between £900 and £2,400 a term."}, []),
    "an earlier recommendation": ({"analysis": "We recommended then that the Council pay her £300."}, []),
}


@pytest.mark.parametrize("name", _TOLD)
def test_what_is_told_of_money_before_the_decision(name: str) -> None:
    told, expected = _TOLD[name]
    rows = [(row.kind, row.amount_pence and row.amount_pence / 100, row.status) for row in remedies(**told)]
    assert sorted(rows, key=str) == sorted(expected, key=str)


def test_a_complaint_told_under_how_it_was_considered_is_read_for_claims() -> None:
    text = (
        "Northmoor Council (20 100 001)\nDecision : Not upheld\nThe Ombudsman's final decision:\nSummary: No fault.\n"
        "How I considered this complaint\n- Miss X complained about a panel. She wants £750 towards bus fares.\n"
        "My findings\n- There was no fault by the panel.\nFinal decision\n- There was no fault.\n"
    )
    (claim,) = read_page(text.encode(), "page.txt").decision.remedies
    assert (claim.amount_pence, claim.status) == (75_000, CLAIMED)


@pytest.mark.parametrize(
    ("deed", "kind"),
    [
        ("It backdated her priority date to the day of her application.", RemedyKind.BACKDATED_PROVISION),
        ("It then sent a crew back to her house.", RemedyKind.OTHER_ACTION),
        ("It sent her a permit for the right zone.", RemedyKind.OTHER_ACTION),
        ("It reassessed her application in May.", RemedyKind.REASSESSMENT),
    ],
)
def test_what_was_done_for_the_person_is_the_remedy_of_a_closure(deed: str, kind: RemedyKind) -> None:
    rows = remedies(analysis=f"The Council apologised, which I consider right. {deed}")
    assert (kind, DONE) in [(row.kind, row.status) for row in rows]


def test_papers_of_the_complaint_are_no_deed() -> None:
    rows = remedies(analysis="The Council apologised, which I consider right. It sent her a letter in May.")
    assert [row.kind for row in rows] == [APOLOGY]


def test_of_two_verbs_the_nearer_governs_a_sum() -> None:
    decision = a_statement(
        "- Pay Miss X £100.",
        analysis="The Council refunded the £145 fee, and paid her £50 for the inconvenience. I welcome that.",
    )
    told = [(row.kind, row.amount_pence) for row in decision.remedies if row.status is RemedyStatus.ALREADY_PAID]
    assert told == [(RemedyKind.REFUND, 14500), (RemedyKind.PAYMENT, 5000)]


def test_what_somebody_asked_about_is_no_claim() -> None:
    decision = a_statement(
        "- Pay Miss X £100.", complaint="When she asked about a sofa she was told of a limit of £160."
    )
    assert [row.amount_pence for row in decision.remedies] == [10000]
