"""Agreed actions, closures and summaries in the plain tone of decisions → the rows they make, kind by kind."""

from __future__ import annotations

import pytest

from assistant.domain import Decision, Payee, Purpose, RemedyKind, RemedyStatus
from ingest.page import read_page
from tests.test_remedy_terms import a_statement

P, W, A = RemedyKind.PAYMENT, RemedyKind.REFUND, RemedyKind.APOLOGY
S, R, O, B = (  # noqa: E741
    RemedyKind.SERVICE_IMPROVEMENT,
    RemedyKind.REASSESSMENT,
    RemedyKind.OTHER_ACTION,
    RemedyKind.BACKDATED_PROVISION,
)

_ACTIONS: dict[str, list[tuple[RemedyKind, float | None]]] = {
    "Arrange within six weeks of my final decision for a new panel to hear Miss X's appeal afresh.": [(R, None)],
    "Offer Miss X a fresh appeal before a panel whose members have not been involved.": [(R, None)],
    "Reconsider Miss X's application and tell her the outcome within three weeks.": [(R, None)],
    "Decide Miss X's request for transport again and give reasons.": [(R, None)],
    "Consider the request for a larger home.": [(R, None)],
    "Arrange a meeting with Miss X so that it can explain its decision and answer her questions.": [(O, None)],
    "Remind its officers that they must check dates and keep a note of calls.": [(S, None)],
    "Produce guidance which sets out how officers should record calls and respond to concerns.": [(S, None)],
    "Prepare an action plan which sets out how it will recruit staff and reduce the wait.": [(S, None)],
    "Draw up an action plan, with dates, to review the plans of 40 other people.": [(S, None)],
    "Start monthly checks on grant applications so that a decision is made within six months.": [(S, None)],
    "Give training to panel members on how to record evidence and explain decisions.": [(S, None)],
    "Review how it allocates tutors and train its officers.": [(S, None), (S, None)],
    "Review its complaints procedure to ensure that replies are sent in time.": [(S, None)],
    "Share this decision with staff in the admissions team to help them learn from it.": [(S, None)],
    "Contact the other 30 families on the list and offer them a fresh decision.": [(S, None)],
    "Monitor Miss X's collections for eight weeks.": [(O, None)],
    "Issue an amended Plan for Z.": [(O, None)],
    "Issue a corrected bill and remove the recovery costs of £80.": [(O, None), (W, 80)],
    "Provide a named contact for Miss X so she does not have to explain her case each time.": [(O, None)],
    "Add the missing letter to the file.": [(O, None)],
    "Amend Miss X's priority date to 27 July 2017.": [(B, None)],
    "Change Miss X's registration date to 4 March 2020.": [(B, None)],
    "Backdate Z's priority on the transfer list to May 2019.": [(B, None)],
    "Pay Miss X the allowance she should have received from May 2019.": [(B, None)],
    "Consider whether it should pay Miss X's legal costs.": [(O, None)],
    "Apologise in writing to Miss X and Z. The apology should say what went wrong and explain it.": [(A, None)],
    "Make symbolic payments to Miss X and Z.": [(P, None)],
    "The Council has agreed to put this right by: apologising to Miss X; paying her £150; and reviewing its policy.": [
        (A, None),
        (P, 150),
        (S, None),
    ],
    "To remedy the injustice, the Council agreed to apologise and pay Miss X £100.": [(A, None), (P, 100)],
    "The Council has agreed to waive the fee of £60 and to send Miss X a new permit.": [(W, 60), (O, None)],
    "Pay Miss X £300 for its failure to reply to her and to deal with her complaint on time.": [(P, 300)],
    "Reimburse Miss X's taxi fares on production of receipts.": [(W, None)],
    "Make a payment of £100 a week for the 12 weeks Z was out of school (£1,200).": [(P, 1200)],
    "I have not recommended that the Council does anything more about its waiting list.": [],
    "We set out the action the Council has agreed to take to remedy that injustice.": [],
}


@pytest.mark.parametrize("action", _ACTIONS)
def test_each_action_is_one_row_of_its_kind(action: str) -> None:
    assert rows(a_statement(f"- {action}")) == _ACTIONS[action]


def rows(decision: Decision) -> list[tuple[RemedyKind, float | None]]:
    return [(row.kind, None if row.amount_pence is None else row.amount_pence / 100) for row in decision.remedies]


def test_a_total_in_a_paragraph_of_its_own_is_the_stated_total() -> None:
    decision = a_statement(
        "- The Council will:\n- pay Miss X £300 for distress; and\n- pay Z £200 for lost education.\n"
        "- The total the Council will pay is therefore £500."
    )
    assert rows(decision) == [(P, 300), (P, 200)]
    assert decision.stated_total_pence == 50000


def test_a_rate_that_only_the_analysis_tells_is_the_rows() -> None:
    decision = a_statement(
        "- Pay Miss X £500.",
        analysis="The offer of £300 is less than we would expect and it has agreed to increase it to £500, which is"
        " £100 for each month of the delay.",
    )
    (row,) = decision.remedies
    assert (row.amount_pence, row.rate_pence, row.per) == (50000, 10000, "month")


def test_a_fee_is_waived_for_whom_it_would_fall_on() -> None:
    decision = a_statement(
        "- Waive its £180 fee if Mrs Y enters into an agreement.",
        complaint="She complains on behalf of her mother, Mrs Y, about the care of Mrs Y. Mrs Y needs care.",
    )
    assert [row.payee for row in decision.remedies] == [Payee.SERVICE_USER]


def test_money_kept_until_a_child_is_grown_is_the_childs() -> None:
    (row,) = a_statement("- Pay Z £400, to be held until Z is 18.").remedies
    assert row.payee is Payee.CHILD


def test_a_charge_given_back_speaks_of_no_loss() -> None:
    (row,) = a_statement("- Refund the recovery costs of £80.").remedies
    assert row.purpose is Purpose.NOT_STATED


_OFFERS: dict[str, list[tuple[float, RemedyStatus]]] = {
    "The Council offered Miss X £75. I consider £75 is not enough. It has agreed to pay £200.": [],
    "It offered £75. This does not reflect the injustice. The Council has agreed to increase its offer to £200.": [],
    "The Council agrees that its offer of £75 does not match the injustice and will make the higher payment.": [],
    "The Council offered Miss X £75 for the lost bin. This is suitable. For the place it has agreed to pay £200.": [
        (75, RemedyStatus.OFFERED)
    ],
    "The Council offered Miss X £75. It has since paid that sum to her.": [(75, RemedyStatus.ALREADY_PAID)],
    "Miss X was asked to pay £15 a week towards it.": [],
    "The Council then closed the account and cancelled the court costs of £95.": [(95, RemedyStatus.ALREADY_PAID)],
}


@pytest.mark.parametrize("told", _OFFERS)
def test_an_offer_that_was_raised_makes_no_row_and_another_does(told: str) -> None:
    decision = a_statement("- Pay Miss X £200 for her distress.", analysis=told)
    others = [(row.amount_pence or 0, row.status) for row in decision.remedies if row.amount_pence != 20000]
    assert [(pence / 100, status) for pence, status in others] == _OFFERS[told]


def test_a_further_sum_is_beside_the_same_sum_paid_before() -> None:
    decision = a_statement(
        "- Pay Miss X a further £150 for her time.", analysis="The Council offered £150. It has since paid that sum."
    )
    assert [row.status for row in decision.remedies] == [RemedyStatus.AGREED, RemedyStatus.ALREADY_PAID]


# --------------------------------------------------------------------------- closures and summaries

DONE, PAID, OFFERED = RemedyStatus.ALREADY_DONE, RemedyStatus.ALREADY_PAID, RemedyStatus.OFFERED
AGREED, RECOMMENDED = RemedyStatus.AGREED, RemedyStatus.RECOMMENDED
_CLOSURES: dict[str, list[tuple[RemedyKind, RemedyStatus]]] = {
    "The Council has cancelled the penalty charge and apologised to Miss X.": [(W, PAID), (A, DONE)],
    "The Council offered Miss X a new assessment by an officer who has not been involved.": [(R, OFFERED)],
    "The Council says it will reconsider its decision if she sends new evidence.": [(R, OFFERED)],
    "The Council gave Miss X a new bin, and said sorry for the delay.": [(O, DONE), (A, DONE)],
    "The care home issued Miss X a partial refund.": [(W, PAID)],
    "The Council refunded Miss X part of the fees.": [(W, PAID)],
    "The Council, in July, apologised to her, cancelled the PCNs and offered to pay her £185.": [
        (W, PAID),
        (A, DONE),
        (P, OFFERED),
    ],
    "The Council has offered to reissue the notice.": [(O, OFFERED)],
    "I asked the Council to carry out an assessment. The Council agreed.": [(R, AGREED)],
    "The Council has agreed to reconsider the complaint.": [(R, AGREED)],
    "The Council sent Miss X a reminder. It did not refund the fee.": [],
    "The tribunal cancelled the charge.": [],
    "Miss X was asked to pay £60.": [],
    "She says the Council should pay her £500.": [(P, RemedyStatus.CLAIMED)],
}


@pytest.mark.parametrize("told", _CLOSURES)
def test_what_a_closure_rests_on(told: str) -> None:
    text = (
        "Northmoor Council (20 100 001)\nDecision : Closed after initial enquiries\nThe Ombudsman's final decision:\n"
        "Summary: We will not investigate this complaint about a bin.\nThe complaint\n- Miss X complains about a bin.\n"
        f"My assessment\n- {told}\n- We will not investigate further.\n"
    )
    assert sorted(_told(text)) == sorted(_CLOSURES[told])


_SUMMARIES: dict[str, list[tuple[RemedyKind, RemedyStatus]]] = {
    "The Council will apologise and pay £100.": [(A, AGREED), (P, AGREED)],
    "The Council agreed to arrange another home for Miss X.": [(O, AGREED)],
    "It should apologise and pay her £250.": [(A, RECOMMENDED), (P, RECOMMENDED)],
    "An apology and a payment of £300 is a suitable remedy.": [(A, RECOMMENDED), (P, RECOMMENDED)],
    "The Council has agreed to remedy this by: apologising to Miss X; making a payment; and service improvements.": [
        (A, AGREED),
        (P, AGREED),
        (S, AGREED),
    ],
    "The Council, the Trust and one of the CCGs will apologise to Miss X.": [(A, AGREED)],
    "The Council has already refunded some fees and apologised.": [(W, PAID), (A, DONE)],
    "The Council has agreed to take action to put things right.": [],
    "Miss X will appeal.": [],
}


@pytest.mark.parametrize("told", _SUMMARIES)
def test_a_summary_tells_the_remedy_where_the_rest_is_cut(told: str) -> None:
    text = (
        "Northmoor Council (20 100 001)\nDecision : Upheld\nThe Ombudsman's final decision:\n"
        f"Summary: Miss X complained. The Council was at fault for delay. {told}\n"
        "The complaint\n- Miss X complains about delay.\n"
    )
    assert sorted(_told(text)) == sorted(_SUMMARIES[told])


def test_a_summary_is_never_counted_beside_the_list() -> None:
    decision = a_statement("- Pay Miss X £300.")
    text = (
        "Northmoor Council (20 100 001)\nDecision : Upheld\nThe Ombudsman's final decision:\n"
        "Summary: The Council was at fault for delay. The Council will apologise and pay £300.\n"
        "The complaint\n- Miss X complains about delay.\nAgreed action\n- The Council will pay Miss X £300.\n"
    )
    assert rows(read_page(text.encode(), "page.txt").decision) == rows(decision) == [(P, 300)]


def _told(text: str) -> list[tuple[RemedyKind, RemedyStatus]]:
    return [(row.kind, row.status) for row in read_page(text.encode(), "page.txt").decision.remedies]
