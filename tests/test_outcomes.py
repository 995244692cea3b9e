"""What the wording tells of an outcome that no header prints, and of the kind of document."""

from __future__ import annotations

import pytest

from assistant.domain import DocumentKind, Outcome
from ingest.page import read_page

_UPHELD, _NOT, _CLOSED, _STOPPED = Outcome.UPHELD, Outcome.NOT_UPHELD, Outcome.CLOSED, Outcome.DISCONTINUED


def outcome_of_final(final: str, *, header: str = "") -> tuple[Outcome | None, bool]:
    text = f"Northmoor Council (20 100 001)\n{header}Summary: A complaint about noise.\nFinal decision\n- {final}\n"
    decision = read_page(text.encode(), "page.txt").decision
    return decision.outcome, decision.outcome_inferred


@pytest.mark.parametrize(
    ("final", "expected"),
    [
        ("We will not investigate this complaint because there is not enough evidence of fault.", _CLOSED),
        ("We will not investigate as we are unlikely to find fault by the Council causing injustice.", _CLOSED),
        ("We cannot investigate Mr A's complaint, because he has appealed to a tribunal.", _CLOSED),
        ("The Ombudsman should not investigate this complaint.", _CLOSED),
        ("We will not start an investigation into this complaint.", _CLOSED),
        ("We will not investigate. The Council's offer of £150 is enough.", _CLOSED),
        ("We will not investigate because we are satisfied with the actions the Council proposes to take.", _UPHELD),
        ("We will not investigate further, as the Council has agreed to pay Mr A £150.", _UPHELD),
        ("I have discontinued my investigation because Mr A has gone to court.", _STOPPED),
        ("We have ended this investigation.", _STOPPED),
        ("We stopped investigating because we could achieve nothing more.", _STOPPED),
        ("I found fault causing injustice. I am content with the remedy and have ended my investigation.", _UPHELD),
        ("I have completed my investigation. There was fault by the Council which caused injustice.", _UPHELD),
        ("We have upheld this complaint because of the delay.", _UPHELD),
        ("The complaint is upheld.", _UPHELD),
        ("We find the Council at fault for losing a form.", _UPHELD),
        ("We found Northmoor Council to be at fault because it lost a form.", _UPHELD),
        ("The Council was therefore at fault.", _UPHELD),
        ("The loss of the form amounts to fault.", _UPHELD),
        ("The letters and the delay are all fault.", _UPHELD),
        ("Both are faults.", _UPHELD),
        ("I consider this to be fault.", _UPHELD),
        ("It did not do so and this was fault.", _UPHELD),
        ("We found service failure by the Council.", _UPHELD),
        ("We found the Council failed to visit. These faults caused injustice.", _UPHELD),
        ("The apology is a suitable remedy for the fault.", _UPHELD),
        ("We do not find the Council at fault for losing a form.", _NOT),
        ("I do not consider this amounts to fault. I do not uphold the complaint.", _NOT),
        ("We will not exercise discretion to investigate this complaint about events in 2012.", _CLOSED),
        ("We will not consider this complaint about a form further.", _CLOSED),
        ("The complaint is outside our jurisdiction.", _CLOSED),
        ("The care provider was at fault in two respects.", _UPHELD),
        ("There was no fault in the decision. I will not investigate the wall.", _NOT),
        ("I found no fault in the decision. I did not investigate the wall.", _NOT),
        ("I do not uphold the complaint.", _NOT),
        ("There is no evidence of fault by the Council.", _NOT),
        ("I have not found fault in how the panel decided.", _NOT),
        ("I have completed my investigation.", None),
    ],
)
def test_the_wording_of_the_final_decision_tells_the_outcome(final: str, expected: Outcome | None) -> None:
    assert outcome_of_final(final) == (expected, expected is not None)


def test_a_printed_outcome_always_wins_over_the_wording() -> None:
    for printed, outcome in (("Upheld", _UPHELD), ("Not upheld", _NOT), ("Closed after initial enquiries", _CLOSED)):
        header = f"Decision : {printed}\n"
        assert outcome_of_final("We will not investigate this complaint.", header=header) == (outcome, False)
        assert outcome_of_final("We found fault and no fault.", header=header) == (outcome, False)


@pytest.mark.parametrize(
    ("body", "expected"),
    [("Northmoor Council", _UPHELD), ("Westhaven Hospitals NHS Foundation Trust", _NOT)],
)
def test_each_body_of_a_joint_case_has_its_own_outcome(body: str, expected: Outcome) -> None:
    text = (
        f"{body} (20 100 001b)\nSummary: We found fault by the Council in its assessment. We found no fault by the "
        "Trust.\n"
        "Final decision\n- We uphold the complaint about the Council but not the complaint about the Trust.\n"
    )
    decision = read_page(text.encode(), "page.txt").decision
    assert (decision.outcome, decision.outcome_inferred) == (expected, True)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Key to names used\nMs D - the complainant\nThe complaint\n- Ms D complains.\n", DocumentKind.REPORT),
        ("The complaint\n- Ms D complains.\nThe investigation\n- We found fault.\n", DocumentKind.REPORT),
        (
            "The complaint\n- Ms D complains.\nOur role\n- In this report, we have used the word fault.\n",
            DocumentKind.REPORT,
        ),
        (
            "The complaint\n- Ms D complains.\nRecommendations\n- The Council must consider the report and confirm "
            "within "
            "three months what it will do. (Local Government Act 1974, section 31(2), as amended)\n",
            DocumentKind.REPORT,
        ),
        (
            "The complaint\n- Ms D complains about the report of a social worker.\nThe Ombudsman's role and "
            "powers\n- In "
            "this statement, I have used the word fault.\nFinal decision\n- The date of the report was wrong.\n",
            DocumentKind.STATEMENT,
        ),
    ],
)
def test_a_report_is_known_by_its_headings_and_by_what_it_calls_itself(text: str, kind: DocumentKind) -> None:
    page = f"Northmoor Council (20 100 001)\nDecision : Upheld\n{text}"
    assert read_page(page.encode(), "page.txt").decision.document is kind
