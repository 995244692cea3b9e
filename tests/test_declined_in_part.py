"""What is never answered is declined, and the rest of the question is answered: won and lost, with the figures."""

from __future__ import annotations

import pytest

from assistant.answering import Assistant
from assistant.domain import AnswerStatus, StatementRole
from assistant.doors import DOORS, DeclineReason

R = DeclineReason

IN_PART = {
    "a prediction": ("Will I win? The council missed my bin collections for three months", (R.PREDICTION,)),
    "legal advice": ("Can I sue the council for the late EHCP and what would a judge give me", (R.LEGAL_ADVICE,)),
    "a name and a prediction": (
        "19 018 981 - which social worker was it and if I've got the same thing will I win?",
        (R.IDENTIFICATION, R.PREDICTION),
    ),
    "a prediction and legal advice": (
        "carers missed visits for weeks, will I win, and can I sue the council?",
        (R.LEGAL_ADVICE, R.PREDICTION),
    ),
}


@pytest.mark.parametrize(("question", "reasons"), IN_PART.values(), ids=IN_PART.keys())
def test_each_declined_part_has_its_words_and_the_rest_is_answered(
    assistant: Assistant, question: str, reasons: tuple[DeclineReason, ...]
) -> None:
    answer = assistant.ask(question)
    assert answer.status is AnswerStatus.OUT_OF_SCOPE
    said = [statement.text for statement in answer.statements]
    doors = [f"{DOORS[reason].title}. {DOORS[reason].text}" for reason in reasons]
    assert said[: len(doors)] == doors
    rest = answer.statements[len(doors) :]
    assert rest[0].role is StatementRole.HEADLINE
    assert any(statement.citations for statement in rest)
    assert answer.report.withheld == ()


@pytest.mark.parametrize(
    "question",
    ["Will I win?", "my bank lost my money, will I win?", "Write a poem about councils", "mould in my council flat"],
)
def test_a_question_with_nothing_else_to_answer_has_its_door_alone(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert [statement.role for statement in answer.statements] == [StatementRole.HEADLINE]


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("my bank lost my money, will I win?", R.PRIVATE_COMPANY),
        ("what are my chances, the DWP stopped my universal credit", R.GOVERNMENT_BENEFITS),
        ("the police ignored my report, can I sue them", R.POLICE),
    ],
)
def test_the_door_of_a_prediction_is_that_of_its_matter_where_it_is_somebody_elses(
    assistant: Assistant, question: str, reason: DeclineReason
) -> None:
    assert assistant.ask(question).statements[0].text.startswith(DOORS[reason].title)


def test_no_answer_names_a_chance_or_a_verdict(assistant: Assistant) -> None:
    for question in ("what are my chances with missed bins, in percent", "will the Ombudsman uphold my missed bins"):
        text = " ".join(statement.text for statement in assistant.ask(question).statements)
        assert "%" not in text
        assert "you will" not in text.lower()
