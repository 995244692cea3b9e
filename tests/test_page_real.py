"""The four real statements beside the repository, read as a careful person labels them. Nothing of them is here."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.domain import Basis, Decision, FindingResult, Outcome, Payee, Remedy, RemedyKind, RemedyStatus
from assistant.text import find_money, normalise
from ingest.page import read_page

_NAMES = ("19-018-981", "20-008-827", "21-017-938", "23-009-433")


def read(shared: Path, name: str) -> Decision:
    path = shared / "decisions" / f"{name}.txt"
    return read_page(path.read_bytes(), path.name).decision


def payments(decision: Decision) -> list[tuple[int, Payee, RemedyStatus]]:
    """Sums in pounds with payee and status, in the order of the rows."""
    return [
        ((remedy.amount_pence or 0) // 100, remedy.payee, remedy.status)
        for remedy in decision.remedies
        if remedy.is_money
    ]


def kinds(decision: Decision) -> list[RemedyKind]:
    return sorted(remedy.kind for remedy in decision.remedies)


def answers(remedy: Remedy, word: str) -> bool:
    return remedy.issue is not None and word in remedy.issue


@pytest.mark.parametrize("name", _NAMES)
def test_the_header_is_read_and_what_it_lacks_is_none(shared: Path, name: str) -> None:
    decision = read(shared, name)
    header = {
        "19-018-981": ("Lancashire County Council", "Children's care services", "Child protection", "2021-06-17"),
        "20-008-827": (
            "Sandwell Metropolitan Borough Council",
            "Children's care services",
            "Child protection",
            "2021-07-09",
        ),
        "21-017-938": ("West Northamptonshire Council", "Children's care services", "Child protection", "2022-08-22"),
        "23-009-433": ("Dudley Metropolitan Borough Council", None, None, None),
    }[name]
    date = decision.decided.isoformat() if decision.decided else None
    assert (decision.body, decision.category, decision.subcategory, date) == header
    assert decision.reference.slug == name
    assert decision.outcome is Outcome.UPHELD
    assert decision.outcome_inferred is (name == "23-009-433")
    assert decision.basis is Basis.FULL_TEXT
    assert decision.unread == ()


@pytest.mark.parametrize("name", _NAMES)
def test_every_paragraph_is_a_piece_of_the_capture_without_the_sites_own_text(shared: Path, name: str) -> None:
    text = (shared / "decisions" / f"{name}.txt").read_text(encoding="utf-8")
    decision = read(shared, name)
    assert all(paragraph.text in text for paragraph in decision.paragraphs)
    for paragraph in decision.paragraphs:
        assert "cookies" not in paragraph.text.lower()
        assert "Back to top" not in paragraph.text
        assert not paragraph.text.startswith(("- ", "• ", "1. "))
        assert paragraph.printed_number is None


@pytest.mark.parametrize(
    ("name", "paragraphs", "sections"),
    [("19-018-981", 30, 13), ("20-008-827", 67, 9), ("21-017-938", 69, 12), ("23-009-433", 77, 14)],
)
def test_sections_and_paragraphs_are_all_there(shared: Path, name: str, paragraphs: int, sections: int) -> None:
    decision = read(shared, name)
    assert (len(decision.paragraphs), len(decision.sections)) == (paragraphs, sections)


@pytest.mark.parametrize("name", _NAMES)
def test_role_and_powers_method_and_law_are_standing_text_and_the_story_is_not(shared: Path, name: str) -> None:
    sections = {normalise(section.heading): section.is_standing_text for section in read(shared, name).sections}
    assert sections["The Ombudsman's role and powers"]
    assert sections["How I considered this complaint"]
    for heading in ("Summary", "The complaint", "What happened", "Final decision"):
        assert not sections[heading]
    law = {
        "20-008-827": ["What I found"],
        "21-017-938": ["Statutory complaints process"],
        "23-009-433": ["The Council's procedures", "Statutory guidance, 'Getting the best from complaints'"],
    }
    assert all(sections[heading] for heading in law.get(name, []))


def test_the_unredacted_address_has_300_pounds_once_and_the_minutes_an_apology(shared: Path) -> None:
    decision = read(shared, "19-018-981")
    assert payments(decision) == [(300, Payee.COMPLAINANT, RemedyStatus.AGREED)]
    assert kinds(decision) == [RemedyKind.APOLOGY, RemedyKind.APOLOGY, RemedyKind.PAYMENT]
    assert sorted(r.kind for r in decision.remedies if answers(r, "address")) == [
        RemedyKind.APOLOGY,
        RemedyKind.PAYMENT,
    ]
    assert [r.kind for r in decision.remedies if answers(r, "minutes")] == [RemedyKind.APOLOGY]
    assert not any(answers(r, "appointments") or answers(r, "flights") for r in decision.remedies)
    assert {r.deadline for r in decision.remedies} == {"within one month of my final decision"}


def test_four_complaints_have_four_results(shared: Path) -> None:
    findings = read(shared, "19-018-981").findings
    assert [(finding.result, finding.injustice) for finding in findings] == [
        (FindingResult.NO_FINDING, None),
        (FindingResult.FAULT, False),
        (FindingResult.FAULT, True),
        (FindingResult.FAULT, True),
    ]


def test_the_survivor_is_paid_and_two_improvements_are_no_other_actions(shared: Path) -> None:
    decision = read(shared, "20-008-827")
    assert payments(decision) == [(250, Payee.COMPLAINANT, RemedyStatus.AGREED)]
    assert kinds(decision) == [
        RemedyKind.APOLOGY,
        RemedyKind.APOLOGY,
        RemedyKind.PAYMENT,
        RemedyKind.SERVICE_IMPROVEMENT,
        RemedyKind.SERVICE_IMPROVEMENT,
    ]
    given = [r for r in decision.remedies if r.status is RemedyStatus.ALREADY_DONE]
    assert [r.kind for r in given] == [RemedyKind.APOLOGY]
    assert {r.deadline for r in decision.remedies if r not in given} == {"by 6 August 2021"}
    assert all(finding.result is FindingResult.FAULT for finding in decision.findings)


def test_parent_and_child_are_paid_apart_and_their_total_never(shared: Path) -> None:
    decision = read(shared, "21-017-938")
    assert payments(decision) == [
        (150, Payee.COMPLAINANT, RemedyStatus.AGREED),
        (200, Payee.CHILD, RemedyStatus.AGREED),
    ]
    assert decision.stated_total_pence == 35000
    assert [(r.kind, r.status) for r in decision.remedies if not r.is_money] == [
        (RemedyKind.SERVICE_IMPROVEMENT, RemedyStatus.AGREED),
        (RemedyKind.APOLOGY, RemedyStatus.ALREADY_DONE),
    ]
    assert all(answers(r, "assessment") for r in decision.remedies if r.is_money)


def test_what_a_panel_found_on_the_way_is_fault_without_injustice(shared: Path) -> None:
    results = [(f.result, f.injustice) for f in read(shared, "21-017-938").findings]
    assert (FindingResult.FAULT, True) in results
    assert (FindingResult.FAULT, False) in results
    assert (FindingResult.NO_FAULT, None) in results


def test_the_headerless_statement_has_its_payment_apology_and_plan(shared: Path) -> None:
    decision = read(shared, "23-009-433")
    assert payments(decision) == [(250, Payee.COMPLAINANT, RemedyStatus.AGREED)]
    assert kinds(decision) == [RemedyKind.APOLOGY, RemedyKind.PAYMENT, RemedyKind.SERVICE_IMPROVEMENT]
    assert [r.deadline for r in decision.remedies] == ["Within a month", "Within a month", "Within two months"]
    first = decision.findings[0]
    assert first.result is FindingResult.NO_FAULT
    assert "concerns" in first.issue


@pytest.mark.parametrize("name", _NAMES)
def test_every_sum_of_a_row_stands_in_the_paragraph_it_names(shared: Path, name: str) -> None:
    decision = read(shared, name)
    for remedy in decision.remedies:
        assert remedy.paragraph is not None
        paragraph = decision.paragraph(remedy.paragraph)
        assert paragraph is not None
        if remedy.amount_pence is not None:
            assert remedy.amount_pence in {money.pence for money in find_money(paragraph.text)}


@pytest.mark.parametrize("name", _NAMES)
def test_every_remedy_is_bound_to_a_finding_or_to_none(shared: Path, name: str) -> None:
    decision = read(shared, name)
    issues = {finding.issue for finding in decision.findings}
    assert {remedy.issue for remedy in decision.remedies} - {None} <= issues
    assert all(finding.paragraphs for finding in decision.findings)
