"""Sentences and the remedies they hold: the traps of the field, one row each."""

from __future__ import annotations

import pytest

from assistant.domain import Decision, Payee, Purpose, Remedy, RemedyKind, RemedyStatus
from ingest.page import read_page


def a_statement(action: str, *, heading: str = "Agreed action", analysis: str = "", complaint: str = "") -> Decision:
    """A statement about Miss X and her son, Z, whose list of actions is under test."""
    text = (
        "Northmoor Council (20 100 001)\nDecision : Upheld\nThe Ombudsman's final decision:\n"
        "Summary: The Council was at fault for losing a school place.\nThe complaint\n"
        f"- Miss X complains that the Council lost the school place of her son, Z. {complaint}\n"
        "My findings\n- The Council was at fault for losing the school place. This caused Miss X distress.\n"
        + (f"- {analysis}\n" if analysis else "")
        + (f"{heading}\n{action}\n" if action else "")
        + "Final decision\n- There was fault causing injustice.\n"
    )
    return read_page(text.encode(), "page.txt").decision


def money(decision: Decision) -> list[tuple[RemedyKind, float | None, RemedyStatus]]:
    return [
        (remedy.kind, None if remedy.amount_pence is None else remedy.amount_pence / 100, remedy.status)
        for remedy in decision.remedies
        if remedy.is_money
    ]


def only(decision: Decision) -> Remedy:
    (remedy,) = decision.remedies
    return remedy


PAYMENT, REFUND, APOLOGY = RemedyKind.PAYMENT, RemedyKind.REFUND, RemedyKind.APOLOGY
AGREED, PAID, OFFERED = RemedyStatus.AGREED, RemedyStatus.ALREADY_PAID, RemedyStatus.OFFERED

_SUMS: dict[str, tuple[str, list[tuple[RemedyKind, float | None, RemedyStatus]]]] = {
    "one payment": ("- The Council will pay Miss X £300.", [(PAYMENT, 300, AGREED)]),
    "a payment in words of ours": ("- Make a symbolic payment to Miss X of £250.", [(PAYMENT, 250, AGREED)]),
    "thousands and pence": ("- Pay Miss X £1,234.56 for her costs.", [(PAYMENT, 1234.56, AGREED)]),
    "two sums in one clause": (
        "- The Council has agreed to pay Miss X £200 for distress and £100 for time and trouble.",
        [(PAYMENT, 200, AGREED), (PAYMENT, 100, AGREED)],
    ),
    "the same sum for two purposes": (
        "- Pay Miss X £200 for distress.\n- Pay Miss X £200 for her time and trouble.",
        [(PAYMENT, 200, AGREED), (PAYMENT, 200, AGREED)],
    ),
    "an offer that was raised": (
        "- The Council will raise its offer from £150 to £300.",
        [(PAYMENT, 300, AGREED)],
    ),
    "a further sum beside one already paid": (
        "- Pay Miss X a further £200, in addition to the £300 already paid.",
        [(PAYMENT, 200, AGREED), (PAYMENT, 300, PAID)],
    ),
    "a sum already paid that leads in": (
        "- In addition to the £300 it has already paid, the Council has agreed to pay Miss X £200.",
        [(PAYMENT, 300, PAID), (PAYMENT, 200, AGREED)],
    ),
    "a total made up of parts": (
        "- Pay Miss X £500, made up of £300 for distress and £200 for delay.",
        [(PAYMENT, 300, AGREED), (PAYMENT, 200, AGREED)],
    ),
    "a total with its parts in brackets": (
        "- Pay Miss X £500 (£300 for distress and £200 for delay).",
        [(PAYMENT, 300, AGREED), (PAYMENT, 200, AGREED)],
    ),
    "a total over a list": (
        "- The Council will pay Miss X a total of £500:\n- £300 for distress; and\n- £200 for delay.",
        [(PAYMENT, 300, AGREED), (PAYMENT, 200, AGREED)],
    ),
    "a total alone is the payment": ("- Pay Miss X a total of £500.", [(PAYMENT, 500, AGREED)]),
    "a refund": ("- Refund the fees of £75.50 to Miss X.", [(REFUND, 75.5, AGREED)]),
    "a refund in brackets": ("- Refund what she paid the school (£1,234.56).", [(REFUND, 1234.56, AGREED)]),
    "a write-off": ("- Write off the arrears of £912.40.", [(REFUND, 912.4, AGREED)]),
    "a waiver without a sum": ("- Waive the charges for the summer term.", [(REFUND, None, AGREED)]),
    "a debt that stays": ("- Write to Miss X about the debt of £912.40.", []),
    "a range is no sum": ("- Pay Miss X between £100 and £300.", []),
    "an offer that is increased": (
        "- The Council has agreed to increase its offer of £150 to £400.",
        [(PAYMENT, 400, AGREED)],
    ),
    "the parts in the next sentence": (
        "- The Council agreed to pay a total of £900. This is made up of £450 for distress and £450 for delay.",
        [(PAYMENT, 450, AGREED), (PAYMENT, 450, AGREED)],
    ),
    "a refund of what the person has already paid": (
        "- Refund £1,200 already paid for the nursery.",
        [(REFUND, 1200, AGREED)],
    ),
    "a refund up to a limit": (
        "- Miss X should send her invoices and the Council will reimburse the cost of tuition up to £1,500.",
        [(REFUND, None, AGREED)],
    ),
    "a payment set against rent arrears": (
        "- Set the payment of £350 against her rent arrears of £1,020.",
        [(PAYMENT, 350, AGREED)],
    ),
    "an amount paid before, told among the actions": (
        "- The Council has confirmed it has now paid Miss X £300.",
        [(PAYMENT, 300, PAID)],
    ),
}


@pytest.mark.parametrize("name", _SUMS)
def test_the_sums_of_a_list_of_actions(name: str) -> None:
    action, expected = _SUMS[name]
    assert money(a_statement(action)) == expected


def test_a_range_is_reported_as_not_understood() -> None:
    (unread,) = a_statement("- Pay Miss X between £100 and £300.").unread
    assert "a range" in unread.reason


@pytest.mark.parametrize(
    ("action", "rate", "per", "total"),
    [
        ("- Pay Miss X £100 a month from March to July.", 100, "month", None),
        ("- Pay Miss X £100 for each month of delay, a total of £500.", 100, "month", 500),
        ("- Pay Miss X £1,500 per term for two terms (£3,000).", 1500, "term", 3000),
        ("- Pay Miss X £125 a week.", 125, "week", None),
        ("- Pay Miss X and Mr Y £100 each.", 100, "person", 100),
        ("- Pay Miss X £1,350 representing £150 for each month without a place.", 150, "month", 1350),
        ("- Pay Miss X £150 for each of the six months she had no support (£900).", 150, "month", 900),
        ("- Pay Miss X the carer's allowance she would have received, £67.60 per week.", 67.6, "week", None),
    ],
)
def test_a_rate_is_no_sum_and_its_product_is_one(action: str, rate: float, per: str, total: int | None) -> None:
    remedy = only(a_statement(action))
    assert (remedy.rate_pence, remedy.per) == (round(rate * 100), per)
    assert remedy.amount_pence == (None if total is None else total * 100)


@pytest.mark.parametrize(
    ("action", "payee"),
    [
        ("- Pay Miss X £100.", Payee.COMPLAINANT),
        ("- Pay her £100.", Payee.COMPLAINANT),
        ("- Pay Z £100.", Payee.CHILD),
        ("- Pay her son £100.", Payee.CHILD),
        ("- Pay £100 to Z to recognise his distress.", Payee.CHILD),
        ("- Pay Miss X and Z £100.", Payee.SEVERAL),
        ("- Pay her mother £100.", Payee.FAMILY_MEMBER),
        ("- Pay Miss X £100 for the distress caused to Z.", Payee.COMPLAINANT),
    ],
)
def test_who_is_paid(action: str, payee: Payee) -> None:
    assert only(a_statement(action)).payee is payee


@pytest.mark.parametrize(
    ("words", "purpose"),
    [
        ("for her distress", Purpose.DISTRESS),
        ("to recognise the distress caused by the delay", Purpose.DISTRESS),
        ("to acknowledge the frustration and uncertainty", Purpose.DISTRESS),
        ("for her time and trouble", Purpose.TIME_AND_TROUBLE),
        ("for the distress and time and trouble", Purpose.MIXED),
        ("for two terms of missed education", Purpose.LOSS_OF_PROVISION),
        ("to recognise the loss of provision", Purpose.LOSS_OF_PROVISION),
        ("to reflect the risk of harm", Purpose.RISK_OF_HARM),
        ("for the delay", Purpose.DELAY),
        ("towards her travel costs", Purpose.FINANCIAL_LOSS),
        ("for her loss of earnings", Purpose.FINANCIAL_LOSS),
        ("for the distress of two terms without a school", Purpose.DISTRESS),
        ("for her frustration during the delay", Purpose.DISTRESS),
        ("to recognise the therapy he missed", Purpose.LOSS_OF_PROVISION),
        ("because he went without speech therapy", Purpose.LOSS_OF_PROVISION),
        ("for its late reply", Purpose.DELAY),
        ("", Purpose.NOT_STATED),
    ],
)
def test_what_a_payment_is_for(words: str, purpose: Purpose) -> None:
    assert only(a_statement(f"- Pay Miss X £100 {words}.")).purpose is purpose


@pytest.mark.parametrize(
    ("action", "kind"),
    [
        ("- Apologise to Miss X.", APOLOGY),
        ("- Send Miss X a written apology for its delay.", APOLOGY),
        ("- Remind its officers to check the register.", RemedyKind.SERVICE_IMPROVEMENT),
        ("- Train its staff in the admissions code.", RemedyKind.SERVICE_IMPROVEMENT),
        ("- Review its procedure for waiting lists.", RemedyKind.SERVICE_IMPROVEMENT),
        ("- Make an action plan.", RemedyKind.SERVICE_IMPROVEMENT),
        ("- Review its decision on the school place.", RemedyKind.REASSESSMENT),
        ("- Carry out a new assessment of Z.", RemedyKind.REASSESSMENT),
        ("- Offer Miss X a fresh appeal.", RemedyKind.REASSESSMENT),
        ("- Backdate the allowance to March.", RemedyKind.BACKDATED_PROVISION),
        ("- Add a note to the file of Z.", RemedyKind.OTHER_ACTION),
        ("- Meet Miss X to talk about schools.", RemedyKind.OTHER_ACTION),
        ("- Carry out a fresh homelessness review and issue a new decision.", RemedyKind.REASSESSMENT),
        ("- Introduce a new assessment process.", RemedyKind.SERVICE_IMPROVEMENT),
        (
            "- Consider whether others were affected and take action to remedy any injustice.",
            RemedyKind.SERVICE_IMPROVEMENT,
        ),
    ],
)
def test_what_is_done_where_it_is_no_money(action: str, kind: RemedyKind) -> None:
    remedy = only(a_statement(action))
    assert (remedy.kind, remedy.status) == (kind, AGREED)


@pytest.mark.parametrize(
    "sentence",
    [
        "- The Council will provide us with evidence it has done these things.",
        "- The Council should tell the Ombudsman about the action it has taken within eight weeks.",
        "- We publish guidance on remedies. It says a payment for distress is often £100 to £300.",
        "- I consider this a fair remedy for the injustice.",
        "- Miss X will have a right of appeal to a tribunal.",
    ],
)
def test_how_a_remedy_is_checked_and_why_it_is_fair_are_no_remedies(sentence: str) -> None:
    assert a_statement(sentence).remedies == ()


def test_several_actions_in_one_sentence_are_several_remedies() -> None:
    decision = a_statement(
        "- The Council has agreed that within one month it will apologise to Miss X, pay her £300 and remind its staff "
        "of the admissions code."
    )
    assert [remedy.kind for remedy in decision.remedies] == [APOLOGY, PAYMENT, RemedyKind.SERVICE_IMPROVEMENT]
    assert {remedy.deadline for remedy in decision.remedies} == {"within one month"}


def test_letters_that_a_captured_list_kept_are_no_part_of_the_action() -> None:
    decision = a_statement(
        "- The Council will:\n- a) apologise to Miss X;\n- b) pay her £300; and\n- c) remind its staff."
    )
    assert [remedy.kind for remedy in decision.remedies] == [APOLOGY, PAYMENT, RemedyKind.SERVICE_IMPROVEMENT]
    assert decision.remedies[1].detail == "pay her £300"


def test_items_in_small_letters_keep_the_deadline_of_their_lead_in() -> None:
    decision = a_statement(
        "- Within six weeks of this decision:\n- the Council will pay Miss X £400;\n- it will apologise."
    )
    assert [remedy.deadline for remedy in decision.remedies] == ["Within six weeks of this decision"] * 2


def test_a_deadline_comes_from_the_line_that_leads_in_or_from_the_one_behind() -> None:
    before = a_statement("- By 6 August 2021 the Council has agreed to:\n- pay Miss X £100.")
    assert only(before).deadline == "By 6 August 2021"
    behind = a_statement("- Pay Miss X £100.\n- The Council should take this action within four weeks.")
    assert only(behind).deadline == "within four weeks"


@pytest.mark.parametrize(
    ("heading", "action", "status"),
    [
        ("Agreed action", "- Pay Miss X £100.", RemedyStatus.AGREED),
        ("Agreed actions", "- Pay Miss X £100.", RemedyStatus.AGREED),
        ("Recommended action", "- I recommend the Council pays Miss X £100.", RemedyStatus.RECOMMENDED),
        ("Recommended action", "- The Council has agreed to pay Miss X £100.", RemedyStatus.AGREED),
        ("Recommendations", "- Pay Miss X £100.\n- The Council has refused to do so.", RemedyStatus.REFUSED),
        (
            "Agreed action",
            "- I recommended the Council pay Miss X £100. The Council did not agree.",
            RemedyStatus.REFUSED,
        ),
    ],
)
def test_how_far_a_remedy_has_come(heading: str, action: str, status: RemedyStatus) -> None:
    assert only(a_statement(action, heading=heading)).status is status


@pytest.mark.parametrize(
    "told",
    [
        {"complaint": "She wants the Council to pay her £5,000."},
        {"analysis": "Miss X asked for £5,000."},
        {"analysis": "The school charged a fee of £5,000."},
        {"analysis": "The Council charged Miss X £5,000 for nursery care."},
    ],
    ids=["wanted", "asked for", "a fee", "a charge"],
)
def test_sums_of_the_story_are_no_remedies(told: dict[str, str]) -> None:
    rows = money(a_statement("- Pay Miss X £100.", **told))
    assert [row for row in rows if row[2] is not RemedyStatus.CLAIMED] == [(PAYMENT, 100, AGREED)]


def test_what_was_asked_for_is_a_claim_and_never_counted() -> None:
    decision = a_statement("- Pay Miss X £100.", complaint="She wants the Council to pay her £5,000.")
    assert money(decision) == [(PAYMENT, 100, AGREED), (PAYMENT, 5000, RemedyStatus.CLAIMED)]
    assert [remedy.is_remedy for remedy in decision.remedies] == [True, False]


def test_a_sum_that_analysis_and_list_both_state_is_one_remedy() -> None:
    decision = a_statement(
        "- Pay Miss X £300 for her distress.",
        analysis="I recommend that the Council pays Miss X £300. The Council has agreed to pay the £300.",
    )
    assert money(decision) == [(PAYMENT, 300, AGREED)]


def test_an_offer_found_suitable_without_a_list_is_the_remedy() -> None:
    decision = a_statement("", analysis="The Council has offered to pay Miss X £150. I consider that suitable.")
    assert money(decision) == [(PAYMENT, 150, OFFERED)]


def test_a_remedy_is_bound_to_the_only_fault_with_injustice() -> None:
    remedy = only(a_statement("- Pay Miss X £100."))
    assert remedy.issue is not None
    assert "school place" in remedy.issue


@pytest.mark.parametrize("heading", ["Action", "Actions", "Remedy"])
def test_what_a_line_says_the_body_will_do_is_agreed_whatever_it_should_send_as_evidence(heading: str) -> None:
    decision = a_statement(
        "- Within one month the Council will:\n- pay Miss X £100.\n"
        "- The Council should provide us with evidence it has complied with the above actions.",
        heading=heading,
    )
    assert only(decision).status is AGREED
