"""What the headings of decisions are for; a heading that nobody has seen stands in the section around it."""

from __future__ import annotations

import pytest

from assistant.domain import CaseReference
from ingest.forms.blocks import take_apart
from ingest.forms.flat_text import read_flat_text
from ingest.forms.headings import SectionRole, heading_rule
from ingest.forms.layout import read_sections

_SEEN = {
    SectionRole.COMPLAINT: ("The complaint", "The Complaint", "Your complaint", "Mr X's complaint", "The complaint:"),
    SectionRole.SCOPE: (
        "What I have investigated",
        "What I have and have not investigated",
        "What we have not investigated",
        "Parts of the complaint that I did not investigate",
        "Scope of this investigation",
    ),
    SectionRole.NAMES: ("Key to names used", "Key to the names used"),
    SectionRole.POWERS: (
        "The Ombudsman's role and powers",
        "The Ombudsmen's role and powers",
        "The Ombudsman's role",
        "Our powers",
        "Our role and powers",
    ),
    SectionRole.METHOD: (
        "How I considered this complaint",
        "How we considered the complaint",
        "How I considered Mr X's complaint",
        "How we investigated",
    ),
    SectionRole.FOUND: ("What I found", "What we found", "The investigation", "The Investigation"),
    SectionRole.HAPPENED: ("What happened", "What happened next", "Background", "Complaint background", "Key facts"),
    SectionRole.ANALYSIS: (
        "My assessment",
        "My Assessment",
        "Analysis",
        "My findings",
        "Findings",
        "Finding",
        "Conclusions",
        "What we think",
        "Was there fault?",
        "Was there fault by the Council?",
        "Analysis: delay in the assessment",
    ),
    SectionRole.LAW: (
        "Legal and administrative background",
        "Legislative background",
        "Relevant law and guidance",
        "Law, guidance and policies",
        "Legislation and guidance",
    ),
    SectionRole.ACTION: (
        "Agreed action",
        "Agreed actions",
        "Recommended action",
        "Recommended/agreed action",
        "Recommendations",
        "Our recommendations",
        "Remedy",
        "Agreed remedy",
    ),
    SectionRole.FINAL: ("Final decision", "Decision", "My decision", "Our decision"),
    SectionRole.SUMMARY: ("Summary", "Report summary", "Summary of this report"),
}


@pytest.mark.parametrize(
    ("heading", "role"), [(heading, role) for role, headings in _SEEN.items() for heading in headings]
)
def test_a_heading_of_the_site_has_its_role(heading: str, role: SectionRole) -> None:
    rule = heading_rule(heading)
    assert rule is not None
    assert rule.role is role


@pytest.mark.parametrize(
    "heading",
    [
        "The complaint about the drains",
        "The decision to refuse the badge",
        "Failure to follow the guidance",
        "Delay in issuing the guidance",
        "The evidence",
        "Council Tax",
        "Mr X's appeal",
        "The investigation took nine months.",
        "",
        "x" * 200,
    ],
)
def test_words_that_may_head_an_issue_are_left_to_the_section_around_them(heading: str) -> None:
    assert heading_rule(heading) is None


def roles_of(text: str) -> list[tuple[str, SectionRole]]:
    sections = read_sections(CaseReference("20 100 001"), take_apart(read_flat_text(text)).blocks)
    return [(section.section.heading, section.role) for section in sections]


_BODY = "The Council wrote to Ms D about her application for housing in May.\n"


def test_what_stands_under_the_summary_of_a_report_belongs_to_it_where_the_actions_come_again() -> None:
    summary = f"Report summary\nHousing\n{_BODY}Finding\n{_BODY}Recommendations\n{_BODY}"
    whole = roles_of(f"{summary}The complaint\n{_BODY}Conclusions\n{_BODY}Recommendations\n{_BODY}Decision\n{_BODY}")
    assert [role for _, role in whole[:4]] == [SectionRole.SUMMARY] * 4
    assert [role for _, role in whole[4:]] == [
        SectionRole.COMPLAINT,
        SectionRole.ANALYSIS,
        SectionRole.ACTION,
        SectionRole.FINAL,
    ]
    assert roles_of(summary)[-1] == ("Recommendations", SectionRole.ACTION)


def test_a_statement_without_a_heading_for_its_complaint_keeps_its_actions() -> None:
    roles = dict(roles_of(f"Summary\n{_BODY}What happened\n{_BODY}Agreed action\n{_BODY}Final decision\n{_BODY}"))
    assert roles["Agreed action"] is SectionRole.ACTION


def test_lettered_lines_head_issues_where_text_stands_under_them_and_are_points_in_a_row() -> None:
    text = (
        f"The complaint\n{_BODY}A) lost her form;\nB) did not reply; and\nC) was rude.\nAnalysis\nA) The form\n{_BODY}"
        f"B) The reply\n{_BODY}Final decision\n{_BODY}"
    )
    assert [heading for heading, _ in roles_of(text)] == [
        "The complaint",
        "Analysis",
        "A) The form",
        "B) The reply",
        "Final decision",
    ]


def test_a_line_in_brackets_behind_a_list_heads_nothing() -> None:
    text = (
        "The complaint\n- Ms D complains about bins.\nThe Ombudsman's role and powers\n- We look for fault:\n- in a"
        " service; or\n- in a failure of one.\n(Local Government Act 1974, sections 26(1) and (7), as amended)\n"
        "- We also look for injustice.\nFinal decision\n- I have completed my investigation.\n"
    )
    sections = read_sections(CaseReference("20 100 001"), take_apart(read_flat_text(text)).blocks)
    assert [section.section.heading for section in sections] == [
        "The complaint",
        "The Ombudsman's role and powers",
        "Final decision",
    ]
