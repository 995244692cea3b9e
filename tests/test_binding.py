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


_UNHEADED = """Westport Borough Council (23 200 888)
Category : Education > Special educational needs
Decision : Upheld
The Ombudsman's final decision:
Summary: Mrs K complained about her son's plan, his transport and how her complaint was dealt with. We found fault.
The complaint
- Mrs K complains that the Council delayed her son's plan, stopped his taxi and did not answer her complaint.
What I found
What happened
- Mrs K's son, L, has a plan. The Council reviewed it in May 2021. It sent the amended plan in January 2022. In
 September it ended the taxi. Mrs K drove L to school. She complained in October. The Council replied in March.
My analysis
- The Council should have issued the amended plan within 12 weeks. It took eight months. The delay in issuing the
 amended plan was fault. Mrs K could not appeal in that time.
- The Council ended the taxi without a review of L's needs. The way it ended the transport was fault. Mrs K had the cost
 of fuel.
- The Council took five months to reply to the complaint. The delay in the complaint reply was fault. This was
 frustrating for Mrs K.
Agreed action
- The Council will, within one month of this decision:
- {action}
Final decision
- There was fault causing injustice.
"""
_PLAN, _TAXI, _REPLY = "delay in issuing the amended plan", "way it ended the transport", "delay in the complaint reply"
_UNHEADED_ACTIONS: dict[str, str | None] = {
    "apologise to Mrs K for the faults in this statement;": None,
    "apologise to Mrs K;": None,
    "pay Mrs K £200 for the distress and frustration caused by the faults;": None,
    "pay Mrs K £300 for the frustration and uncertainty;": None,
    "pay Mrs K £400 for the delay;": None,
    "pay Mrs K £500 for the injustice set out above;": None,
    "pay Mrs K £350 for the distress of the delay in L's plan and for the strain of driving him;": None,
    "pay Mrs K £500 for the distress she was caused and for her time and trouble in pursuing her concerns;": None,
    "train staff in how to keep records;": None,
    "write to Mrs K to explain its decision;": None,
    "produce an action plan to improve its service;": None,
    "pay Mrs K £250 to recognise the lost chance to appeal;": _PLAN,
    "remind its officers of the time limit for issuing plans after a review;": _PLAN,
    "reimburse Mrs K £180 for the fuel;": _TAXI,
    "review its procedure for ending school transport;": _TAXI,
    "reassess L's need for transport;": _TAXI,
    "pay Mrs K £150 for her time and trouble;": _REPLY,
    "pay Mrs K £100 for its poor replies;": _REPLY,
    "review its complaints procedure;": _REPLY,
}


@pytest.mark.parametrize("action", _UNHEADED_ACTIONS)
def test_analysis_without_headings_binds_what_names_its_matter(action: str) -> None:
    remedy = read(_UNHEADED.format(action=action)).remedies[0]
    assert remedy.issue == _UNHEADED_ACTIONS[action]
