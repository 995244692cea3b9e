"""Decisions with several faults, and the issue that each remedy answers: by heading, words, sums, people, or none."""

from __future__ import annotations

import pytest

from assistant.domain import Decision
from ingest.page import read_page

_HOUSING = """Westport Borough Council (23 200 888)
Category : Housing > Homelessness
Decision : Upheld
The Ombudsman's final decision:
Summary: Mr D complained about his accommodation, his belongings and his banding. We found fault.
The complaint
- Mr D complains about unsuitable temporary accommodation, lost belongings and a late review.
What I found
Temporary accommodation
- Mr D told the Council in June 2022 that the flat had mould. It did not carry out a suitability review until February
 2023. This was fault. Mr D lived in fear for his son's health for eight months.
Belongings
- The Council stored Mr D's belongings. It disposed of them in November without notice. This was fault. Mr D was angry.
Banding review
- The Council should have completed the review within eight weeks. It took six months. This was fault, but the outcome
 did not change, so it did not cause him a significant injustice.
Complaint handling
- The Council took ten weeks to answer the complaint. This was fault.
Agreed action
- The Council will, within one month of this decision:
- {action}
Final decision
- There was fault causing injustice.
"""

_ACTIONS: dict[str, tuple[str, str | None]] = {
    "an apology for everything": ("apologise to Mr D;", None),
    "an apology that names its issue": (
        "apologise to Mr D for disposing of his belongings;",
        "Belongings",
    ),
    "a place": ("pay him £1,200 for the time he spent in the mouldy flat;", "Temporary accommodation"),
    "a harm that one issue speaks of": ("pay him £300 to recognise his fear;", "Temporary accommodation"),
    "a harm that none speaks of": ("pay him £300 for his distress;", None),
    "a related word": ("pay him £300 for what it threw out of storage;", "Belongings"),
    "time and trouble of complaining": ("pay him £100 for his time and trouble;", "Complaint handling"),
    "chasing a reply": ("pay him £100 for having to chase his complaint;", "Complaint handling"),
    "a verb that is an issue's noun": ("review its procedure for notice before it disposes of property;", "Belongings"),
    "whose work is to change": ("remind its accommodation officers of the eight-week limit;", "Banding review"),
    "several issues at once": ("pay him £500 for all of these faults;", None),
}


@pytest.mark.parametrize("name", _ACTIONS)
def test_the_issue_that_a_remedy_answers(name: str) -> None:
    action, issue = _ACTIONS[name]
    (remedy,) = read(_HOUSING.format(action=action)).remedies
    assert remedy.issue == issue


_TWO_APPLICANTS = """Harrowgate Council (21 500 111)
Category : Adult care services > Disabled facilities grants
Decision : Upheld
The Ombudsman's final decision:
Summary: We found delay in two applications.
The complaint
- Mrs N and Mr T complain about delay in deciding their applications.
My findings
- The Council took 20 months. The delay in deciding Mrs N's application was fault.
- The Council took a year. The delay in deciding Mr T's application was fault.
Agreed action
- The Council will:
- pay Mrs N £200;
- pay Mr T £300;
Final decision
- There was fault causing injustice.
"""


def test_people_tell_issues_apart_that_are_worded_for_them() -> None:
    bound = {remedy.amount_pence: remedy.issue or "" for remedy in read(_TWO_APPLICANTS).remedies}
    assert "Mrs N" in bound[20_000]
    assert "Mr T" in bound[30_000]


def test_an_action_that_goes_on_from_the_one_before_answers_the_same_issue() -> None:
    action = "train its officers in storing belongings;\n- consider whether others lost theirs."
    issues = [remedy.issue for remedy in read(_HOUSING.format(action=action)).remedies]
    assert issues == ["Belongings", "Belongings"]


def test_what_the_assessment_recommends_under_a_heading_answers_it() -> None:
    text = _HOUSING.replace("Mr D was angry.", "I recommend that the Council pays Mr D £750 for this.")
    (remedy,) = read(text.format(action="pay Mr D £750;")).remedies
    assert remedy.issue == "Belongings"


def read(text: str) -> Decision:
    return read_page(text.encode(), "page.txt").decision
