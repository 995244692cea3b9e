"""After an answer about one decision: "was there an apology?" is answered also where none is recorded."""

from __future__ import annotations

import pytest

from assistant.domain import QuestionKind, RemedyKind
from tests.builders import case, decision, evidence, query, reference, remedy
from tests.composing_builders import draft_for
from tests.question_builders import ask

ONE = ("Summarise 21 017 938", "West Northamptonshire (21 017 938): upheld. £350 in total.")


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("was there an apology?", RemedyKind.APOLOGY),
        ("did they apologise?", RemedyKind.APOLOGY),
        ("did the council say sorry", RemedyKind.APOLOGY),
        ("any staff training?", RemedyKind.SERVICE_IMPROVEMENT),
        ("was anything refunded?", RemedyKind.REFUND),
        ("did they have to reassess?", RemedyKind.REASSESSMENT),
    ],
)
def test_a_remedy_is_asked_of_the_one_decision(question: str, kind: RemedyKind) -> None:
    read = ask(question, *ONE)
    assert [str(one) for one in read.references] == ["21 017 938"]
    assert read.kinds_asked == (kind,)


def test_a_remedy_is_asked_again_of_a_decision_that_is_not_held() -> None:
    said = "I don’t hold 24 001 111. References that look like it: Plymouth (24 001 120) and Leeds (24 001 991)."
    assert [str(one) for one in ask("did they apologise?", "Summarise 24 001 111", said).references] == ["24 001 111"]


def test_a_summary_asks_for_no_kind_of_remedy() -> None:
    assert ask("Summarise 21 017 938").kinds_asked == ()


def _told(*kinds: RemedyKind) -> str:
    found = case(decision(1, remedies=(remedy(RemedyKind.APOLOGY),)))
    asked = query(kind=QuestionKind.SINGLE_CASE, references=(reference(1),), kinds_asked=kinds, topic="")
    return " ".join(one.text for one in draft_for(evidence(found), asked).statements)


def test_that_a_remedy_asked_for_is_not_recorded_is_said_and_only_then() -> None:
    assert "No service improvement is recorded. No refund is recorded." in _told(
        RemedyKind.SERVICE_IMPROVEMENT, RemedyKind.REFUND
    )
    assert "is recorded. No" not in _told(RemedyKind.APOLOGY)
    assert "No apology" not in _told(RemedyKind.APOLOGY)
    assert "Beside money: an apology." in _told(RemedyKind.APOLOGY)
