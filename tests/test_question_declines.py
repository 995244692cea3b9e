"""Chances of success, complaining in general, terms of the procedure: declined, each through its own door.

And what is still searched beside a decline, and what the doors may say.
"""

from __future__ import annotations

import re

import pytest

from assistant.domain import AnswerStatus, QuestionKind
from assistant.doors import DOORS, DeclineReason
from tests.question_builders import ask

R = DeclineReason

PREDICTIONS = (
    "give me the odds my complaint against Kent gets upheld",
    "what are the odds on a blue badge complaint succeeding",
    "odds of success?",
    "what are the chances my EHCP complaint is upheld",
    "whats my chance with a parking fine",
    "do I stand a chance over the blocked gully",
    "would we stand any chance at all with a noise complaint",
    "how likely am I to win over the parking fine",
    "what are my prospects with a care fees complaint",
    "what's the likelihood they'd find in my favour",
    "any hope of winning against the panel",
    "is a complaint about missed bins likely to succeed",
    "will the ombudsman rule in my favour on the tree",
    "do i have a good chance with a complaint over lost therapy",
    "could my complaint about the care home succeed",
    "am I in with a shout on the late review",
    "are my chances good if the plan was late",
    "tell me the probability of being upheld for a lost file",
)


@pytest.mark.parametrize("question", PREDICTIONS)
def test_a_question_about_ones_own_chances_is_declined_as_a_prediction(question: str) -> None:
    decline = ask(question).decline
    assert decline is not None
    assert decline.reason == R.PREDICTION
    assert DOORS[R.PREDICTION].offers_comparables


NO_PREDICTIONS = (
    "is it worth complaining about a late bin",
    "worth complaining about missed respite?",
    "PCN: I paid it then complained. anything in it?",
    "any chance of a refund?",
    "any chance of a refund for the care fees",
    "is there any chance of lost earnings for my taxi badge",
    "any hope of getting moving costs back",
    "my chances of getting the school place were ruined by the appeal panel, what remedy",
    "the likelihood of flooding was ignored by planning",
    "no hope of a school place for my son",
    "job prospects lost because my licence was late",
    "council says prospects of rehousing are low, 4 yrs on band B",
    "at odds with my social worker over the care plan",
    "we won our appeal but the plan is still late",
    "will i get anything for the missed bins",
    "what am I likely to get for a late EHCP",
    "should I accept £100 for a late review",
    "facing the prospect of eviction and the council did nothing",
)


@pytest.mark.parametrize("question", NO_PREDICTIONS)
def test_asking_what_others_got_is_no_wish_for_a_prediction(question: str) -> None:
    assert ask(question).decline is None


COMPLAINING = (
    "how do I complain",
    "How do I complain about my council?",
    "how do I make a complaint to lgsco?",
    "what can LGSCO look at",
    "what does the ombudsman do",
    "who can complain to the ombudsman",
    "can i complain to the ombudsman",
    "where do I send my complaint",
    "how long do I have to complain",
    "what is the time limit for complaining",
    "is there a deadline",
    "what powers does the ombudsman have",
    "how long does the ombudsman take",
    "what is the complaints process",
    "hi, how do i go to the ombudsman please",
    "it has been 14 months, is it too late to complain",
)


@pytest.mark.parametrize("question", COMPLAINING)
def test_a_question_about_complaining_in_general_has_its_own_door(question: str) -> None:
    decline = ask(question).decline
    assert decline is not None
    assert (decline.reason, decline.status) == (R.HOW_TO_COMPLAIN, AnswerStatus.OUT_OF_SCOPE)


ABOUT_A_MATTER = (
    "can the ombudsman look at schools",
    "how do I complain about a missed bin",
    "can I complain about a care home",
    "how long do I have to complain about a late EHCP",
    "is there a time limit, the planning breach was 3 years ago",
    "Mum was in the home till 2021, dad only found out last month. Too late for the ombudsman?",
    "can they look at what the social worker told the court?",
    "can the ombudsman make the social worker apologise",
    "how much do they pay when complaints are answered late",
    "what complaints about Kent have you got",
    "can I go to the ombudsman before stage 2",
)


@pytest.mark.parametrize("question", ABOUT_A_MATTER)
def test_a_question_that_names_a_matter_is_answered_with_decisions(question: str) -> None:
    assert ask(question).decline is None


def test_whether_one_can_complain_about_that_is_asked_of_the_earlier_matter() -> None:
    query = ask("can I complain about that?", "school transport refused", "Often upheld.")
    assert query.decline is None
    assert query.topic == "school transport refused"


def test_how_to_complain_has_its_door_after_another_question_too() -> None:
    decline = ask("and how do I complain?", "school transport refused", "Often upheld.").decline
    assert decline is not None
    assert decline.reason == R.HOW_TO_COMPLAIN


PROCEDURE = (
    "what does injustice mean?",
    "what is maladministration?",
    "what does 'closed after initial enquiries' mean",
    "what is fault?",
    "define service failure",
    "what is the difference between upheld and not upheld",
    "what's the difference between fault and injustice",
    "explain upheld",
    "what's a symbolic payment",
)


@pytest.mark.parametrize("question", PROCEDURE)
def test_a_term_of_the_procedure_is_explained_and_not_searched_for(question: str) -> None:
    query = ask(question)
    assert query.decline is None
    assert query.kind is QuestionKind.MEANING
    assert query.terms


@pytest.mark.parametrize("question", ["what is stage 2", "what does EHCP mean", "what is alternative provision"])
def test_a_term_that_cases_are_about_is_searched_for(question: str) -> None:
    assert ask(question).decline is None


SUBJECTS = {
    "suing a council": ("how do I sue Kent county council for negligence and what would a judge give me", ""),
    "suing over fees": ("how do I sue over the care fees", "the care fees"),
    "winning": ("will I win", ""),
    "winning against a council": ("will I win against Kent", ""),
    "odds against a council": ("give me the odds my complaint against Kent gets upheld", ""),
    "chances over a gully": ("do I stand a chance over the blocked gully", "the blocked gully"),
    "prospects with fees": ("what are my prospects with a care fees complaint", "a care fees complaint"),
    "siding with me": ("will the ombudsman side with me over the tree", "over the tree"),
    "a favour": ("what's the likelihood they'd find in my favour", ""),
}


@pytest.mark.parametrize(("question", "topic"), SUBJECTS.values(), ids=SUBJECTS.keys())
def test_beside_a_decline_only_the_subject_is_searched(question: str, topic: str) -> None:
    query = ask(question)
    assert query.decline is not None
    assert query.topic == topic
    assert topic or query.filters.is_empty, "without a subject not even a council's decisions are listed"


def test_a_named_case_keeps_its_reference_beside_a_decline() -> None:
    query = ask("what is the name of the officer in 21 017 938")
    assert query.decline is not None
    assert [str(reference) for reference in query.references] == ["21 017 938"]


def test_no_door_holds_a_figure_but_the_emergency_number() -> None:
    """A figure in an answer is proved from the record or withheld, and a door has no record."""
    number_words = r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred|thousand)\b"
    for reason, door in DOORS.items():
        said = f"{door.title} {door.text}"
        assert set(re.findall(r"\d+", said)) <= {"999"}, reason
        assert re.search(number_words, said, re.IGNORECASE) is None, reason
