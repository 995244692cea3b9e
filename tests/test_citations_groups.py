"""Statements about groups, sides, years, rates and terms: each figure is that of the group it names, or fails."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from assistant.casebook import Casebook
from assistant.citations import check_draft
from assistant.composing import compose
from assistant.domain import (
    AnswerStatus,
    Case,
    ComparedSide,
    Draft,
    Evidence,
    EvidenceSide,
    Payee,
    Purpose,
    QuestionKind,
    RemedyKind,
    Statement,
    StatementRole,
    TermUse,
)
from assistant.glossary import entry_named, entry_text
from assistant.remedies import summarise_remedies
from tests.builders import LATE_PLAN, case, decision, evidence, facts, file_in, query, remedy

ROLE = StatementRole


def cases() -> list[Case]:
    """Six cases: £100 to £500 to the complainant from 2020 on, the last £600 to the child and at £200 a month.

    The first five are on one of two matters that were asked about, the last on the other.
    """
    made = []
    for number in range(1, 6):
        row = replace(remedy(pounds=100 * number), issue=LATE_PLAN)
        late = ((LATE_PLAN, "the plan was late"),)
        made.append(case(decision(number, remedies=(row,), decided=date(2019 + number, 6, 1)), matters=late))
    child = remedy(pounds=600, payee=Payee.CHILD, issue=LATE_PLAN, rate_pence=20000, per="month")
    better = remedy(RemedyKind.SERVICE_IMPROVEMENT, issue=LATE_PLAN, detail="train staff")
    out = ((LATE_PLAN, "no school"),)
    made.append(case(decision(6, remedies=(child, better), decided=date(2024, 6, 1)), matters=out))
    return made


def with_sides() -> Evidence:
    sides = (
        EvidenceSide("before 2022", ("C1", "C2"), searched=10),
        EvidenceSide("from 2022 on", ("C3", "C4", "C5", "C6"), searched=12),
    )
    return evidence(*cases(), sides=sides, term_uses=(TermUse("Fault", 7),))


def failures(casebook: Casebook, text: str, role: StatementRole, found: Evidence | None = None) -> list[str]:
    found = found or with_sides()
    file_in(casebook, *(one.decision for one in found.cases))
    draft = Draft(AnswerStatus.FOUND, (Statement(role, text),))
    _, report = check_draft(draft, query(QuestionKind.COMPARE), found, summarise_remedies(found), facts(), casebook)
    return [failure.reason for failure in report.failures]


TRUE = {
    "payees": (
        ROLE.GROUPS,
        "By payee: to the complainant £100 to £500 (median £300) (5 decisions); to the child £600 (1 decision).",
    ),
    "matters": (
        ROLE.GROUPS,
        "By what you asked about: “the plan was late” £100 to £500 (median £300) (5 decisions); “no school” £600 "
        "(1 decision).",
    ),
    "rates": (ROLE.GROUPS, "Rates, not added to the sums: £200 a month in 1 decision."),
    "a side": (ROLE.COMPARISON, "Before 2022: 2 comparable of 10 searched, all upheld; 2 state a sum, £100 to £200."),
    "another side": (
        ROLE.COMPARISON,
        "From 2022 on: 4 comparable of 12 searched, all upheld; 4 state a sum, £300 to £600.",
    ),
    "side by side": (
        ROLE.HEADLINE,
        "Side by side: 2 decisions before 2022 and 4 from 2022 on. They are examples, not a ranking.",
    ),
    "a kind of improvement": (ROLE.IMPROVEMENTS, "Training, in 1 decision."),
    "uses": (ROLE.GROUPS, "7 of the 1,403 decisions held use “fault” or another name for it."),
}
FALSE = {
    "payees swapped": (
        ROLE.GROUPS,
        "By payee: to the child £100 to £500 (median £300) (5 decisions); to the complainant £600 (1 decision).",
    ),
    "a payee's median left out": (
        ROLE.GROUPS,
        "By payee: to the complainant £100 to £500 (5 decisions); to the child £600 (1 decision).",
    ),
    "matters swapped": (
        ROLE.GROUPS,
        "By what you asked about: “no school” £100 to £500 (median £300) (5 decisions); “the plan was late” £600 "
        "(1 decision).",
    ),
    "a matter nobody asked about": (ROLE.GROUPS, "By what you asked about: “blue badges” £600 (1 decision)."),
    "a matter with a sum too high": (ROLE.GROUPS, "By what you asked about: “no school” £650 (1 decision)."),
    "a matter in more decisions": (ROLE.GROUPS, "By what you asked about: “no school” £600 (2 decisions)."),
    "a rate raised": (ROLE.GROUPS, "Rates, not added to the sums: £250 a month in 1 decision."),
    "a rate by the week": (ROLE.GROUPS, "Rates, not added to the sums: £200 a week in 1 decision."),
    "the range of the other side": (
        ROLE.COMPARISON,
        "Before 2022: 2 comparable of 10 searched, all upheld; 2 state a sum, £300 to £600.",
    ),
    "a side with more": (
        ROLE.COMPARISON,
        "Before 2022: 3 comparable of 10 searched, all upheld; 2 state a sum, £100 to £200.",
    ),
    "a side with none": (ROLE.COMPARISON, "Before 2022: 2 comparable of 10 searched, all upheld; none states a sum."),
    "none upheld": (
        ROLE.COMPARISON,
        "Before 2022: 2 comparable of 10 searched, none upheld; 2 state a sum, £100 to £200.",
    ),
    "more than there are": (
        ROLE.COMPARISON,
        "Before 2022: 2 or more comparable of 10 searched, all upheld; 2 state a sum, £100 to £200.",
    ),
    "a side that is not there": (ROLE.COMPARISON, "In 1999: 2 comparable of 10 searched; none states a sum."),
    "sides exchanged": (
        ROLE.HEADLINE,
        "Side by side: 4 decisions before 2022 and 2 from 2022 on. They are examples, not a ranking.",
    ),
    "a kind with more": (ROLE.IMPROVEMENTS, "Training, in 2 decisions."),
    "a kind that is not there": (ROLE.IMPROVEMENTS, "Reminder to staff, in 1 decision."),
    "uses doubled": (ROLE.GROUPS, "14 of the 1,403 decisions held use “fault” or another name for it."),
    "no use": (ROLE.GROUPS, "No decision held uses “fault” in so many words."),
}


@pytest.mark.parametrize(("role", "text"), TRUE.values(), ids=TRUE.keys())
def test_what_was_counted_is_let_through(casebook: Casebook, role: StatementRole, text: str) -> None:
    assert failures(casebook, text, role) == []


@pytest.mark.parametrize(("role", "text"), FALSE.values(), ids=FALSE.keys())
def test_what_was_not_counted_is_withheld_with_what_is_so(casebook: Casebook, role: StatementRole, text: str) -> None:
    reasons = failures(casebook, text, role)
    assert reasons and all(reasons)


def test_a_trend_names_its_first_and_last_year_and_its_counts(casebook: Casebook) -> None:
    years = tuple(EvidenceSide(str(2019 + n), (f"C{n}",), searched=1) for n in range(1, 5))
    found = evidence(*cases()[:4], sides=(EvidenceSide("2019", (), searched=3), *years))
    start = "The decisions held do not show whether payments rise or fall."
    true = f"{start} 4 are comparable, from 2020 to 2023; 4 state a sum."
    assert failures(casebook, true, ROLE.HEADLINE, found) == []
    for false in (true.replace("4 are", "5 are"), true.replace("2023", "2024"), true.replace("4 state", "3 state")):
        assert failures(casebook, false, ROLE.HEADLINE, found), false
    assert failures(casebook, "Nothing comparable is held from 2019.", ROLE.CAVEAT, found) == []
    assert failures(casebook, "Nothing comparable is held from 2020.", ROLE.CAVEAT, found)


def test_a_meaning_is_the_glossary_s_own_line_or_is_withheld(casebook: Casebook) -> None:
    entry = entry_named("Fault")
    assert entry is not None
    text = entry_text(entry)
    assert failures(casebook, text, ROLE.MEANING) == []
    assert failures(casebook, text.replace("wrongly", "rightly"), ROLE.MEANING)
    assert failures(casebook, "Fault: whatever the reader likes.", ROLE.MEANING)


# --------------------------------------------------------------------------- several sums of one decision


def _paying_two(number: int) -> Case:
    rows = (
        remedy(pounds=5500, payee=Payee.CHILD, purpose=Purpose.LOSS_OF_PROVISION, issue=LATE_PLAN),
        remedy(pounds=1000, purpose=Purpose.DISTRESS, issue=LATE_PLAN),
    )
    return case(decision(number, remedies=rows))


TOLD = "£5,500 to the child for lost provision (agreed) and £1,000 to the complainant for distress (agreed)"
OF_ONE_OF_TWO = f"Payments are stated in one of them, one precedent, not a pattern: {TOLD}; there is no fixed sum."
FALSE_OF_ONE = {
    "a range": "Payments in 1 of them ran from £1,000 to £5,500; there is no fixed sum.",
    "one sum left out": OF_ONE_OF_TWO.replace(" and £1,000 to the complainant for distress (agreed)", ""),
    "a sum twice": OF_ONE_OF_TWO.replace("£1,000", "£5,500"),
    "payees exchanged": OF_ONE_OF_TWO.replace("to the child", "to the person receiving the service"),
    "another purpose": OF_ONE_OF_TWO.replace("for distress", "for delay"),
    "the purpose left out": OF_ONE_OF_TWO.replace(" for distress", ""),
    "offered": OF_ONE_OF_TWO.replace("(agreed);", "(offered by the council);"),
    "the only decision": f"The payments were {TOLD}; there is no fixed sum.",
}


def test_several_sums_of_one_decision_are_told_one_by_one_and_never_as_a_range(casebook: Casebook) -> None:
    found = evidence(_paying_two(1), case(decision(2, remedies=())))
    draft = compose(query(), found, summarise_remedies(found), facts())
    headline = next(one.text for one in draft.statements if one.role is ROLE.HEADLINE)
    assert OF_ONE_OF_TWO in headline
    assert failures(casebook, OF_ONE_OF_TWO, ROLE.HEADLINE, found) == []


def test_the_sums_of_the_only_comparable_decision_are_told_one_by_one_too(casebook: Casebook) -> None:
    found = evidence(_paying_two(1))
    draft = compose(query(), found, summarise_remedies(found), facts())
    headline = next(one.text for one in draft.statements if one.role is ROLE.HEADLINE)
    assert f"one precedent, not a pattern. The payments were {TOLD}; there is no fixed sum." in headline
    assert failures(casebook, headline, ROLE.HEADLINE, found) == []


@pytest.mark.parametrize("text", FALSE_OF_ONE.values(), ids=FALSE_OF_ONE.keys())
def test_what_one_decision_did_not_pay_is_withheld(casebook: Casebook, text: str) -> None:
    found = evidence(_paying_two(1), case(decision(2, remedies=())))
    reasons = failures(casebook, text, ROLE.HEADLINE, found)
    assert reasons and all(reasons)


SUMS_OF_ONE = {
    "a side of one": ("before 2022", ("C1",), "Before 2022: 1 comparable of 10 searched, upheld; it states sums, {}."),
    "a side of two": (
        "before 2022",
        ("C1", "C2"),
        "Before 2022: 2 comparable of 10 searched, all upheld; one states sums, {}.",
    ),
}


@pytest.mark.parametrize(("label", "keys", "text"), SUMS_OF_ONE.values(), ids=SUMS_OF_ONE.keys())
def test_a_side_with_the_sums_of_one_decision_lists_them(
    casebook: Casebook, label: str, keys: tuple[str, ...], text: str
) -> None:
    sides = (EvidenceSide(label, keys, searched=10), EvidenceSide("from 2022 on", ("C3",), searched=12))
    found = evidence(_paying_two(1), case(decision(2, remedies=())), case(decision(3)), sides=sides)
    asked = query(QuestionKind.COMPARE, compared=tuple(ComparedSide(side.label) for side in sides))
    told = [one.text for one in compose(asked, found, summarise_remedies(found), facts()).statements]
    assert text.format("£1,000 and £5,500") in told
    assert failures(casebook, text.format("£1,000 and £5,500"), ROLE.COMPARISON, found) == []
    for false in ("£1,000 to £5,500", "£1,000 and £5,000", "£5,500"):
        assert failures(casebook, text.format(false), ROLE.COMPARISON, found), false


def test_two_sums_to_one_payee_in_one_decision_are_no_range(casebook: Casebook) -> None:
    rows = [remedy(pounds=pounds, payee=Payee.CHILD, issue=LATE_PLAN) for pounds in (100, 300)]
    rows.append(remedy(pounds=200, issue=LATE_PLAN))
    found = evidence(case(decision(1, remedies=tuple(rows))), case(decision(2, remedies=(rows[2],))))
    told = [one.text for one in compose(query(), found, summarise_remedies(found), facts()).statements]
    text = "By payee: to the complainant £200 (2 decisions); to the child £100 and £300 (1 decision)."
    assert text in told
    assert failures(casebook, text, ROLE.GROUPS, found) == []
    assert failures(casebook, text.replace("£100 and £300", "£100 to £300"), ROLE.GROUPS, found)
