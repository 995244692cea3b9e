"""The header of a decision in each form that sites print it, and in none."""

from __future__ import annotations

import pytest

from assistant.domain import Outcome
from assistant.errors import InputError
from assistant.text import unify_characters
from ingest.forms.header import is_body_line, is_card, read_card, read_header
from ingest.page import read_page

_TEXT = (
    "The Ombudsman's final decision\nSummary: Mr A complained about a refusal of transport.\nThe complaint\n"
    "Mr A complains that the Council refused transport for his son.\nThe Ombudsman's role and powers\n"
    "We look for fault. (Local Government Act 1974, section 26(1), as amended) We also look for injustice.\n"
    "Final decision\nI have completed my investigation and uphold the complaint.\n"
    "Investigator's decision on behalf of the Ombudsman\n"
)
_SOURCE = "LGO (Local Government & Social Care Ombudsman)"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            f"{_SOURCE} Not Upheld\n\nLondon Borough of Northmoor\n\n20-100-001 · Children S Care Services › Friends "
            "And Family Carers · Decision date: 16 December 2022 · View Northmoor Council scorecard\n\nFull Decision\n",
            (
                "London Borough of Northmoor",
                "Children's care services",
                "Friends And Family Carers",
                Outcome.NOT_UPHELD,
                "2022-12-16",
            ),
        ),
        (
            f"Source · {_SOURCE}\nNorthmoor & Stow Council\n{_SOURCE} Other Reference 20-100-001 Sector Education "
            "Category Special Educational Needs Decided 19 November 2024\nView Northmoor & Stow Council scorecard\n"
            "Full decision\n",
            ("Northmoor & Stow Council", "Education", "Special Educational Needs", Outcome.CLOSED, "2024-11-19"),
        ),
        (
            "← All decisions\nLGSCO decision 20-100-001 · Northmoor Council · Other · Decided 3 May 2024\n"
            "Sector: Transport And Highways | Category: Parking\n",
            ("Northmoor Council", "Transport And Highways", "Parking", Outcome.CLOSED, "2024-05-03"),
        ),
        (
            "Decision 20-100-001\nNorthmoor Council — Upheld — Benefits And Tax / Council Tax — 9 September 2020\n"
            "Follow this council · Compare councils\n",
            ("Northmoor Council", "Benefits And Tax", "Council Tax", Outcome.UPHELD, "2020-09-09"),
        ),
        (
            "Name of the site\nHome Councils About\nBrightmead Homes\nUpheld Reference 20-100-001 Sector Adult Care "
            "Services Category Residential Care Decided 14 March 2023\n",
            ("Brightmead Homes", "Adult Care Services", "Residential Care", Outcome.UPHELD, "2023-03-14"),
        ),
    ],
    ids=["dots", "labels without colons", "two cards", "dashes", "name above its card"],
)
def test_another_sites_header_on_one_line_is_read(lines: str, expected: tuple[object, ...]) -> None:
    decision = read_page((lines + _TEXT).encode(), "page.txt").decision
    date = decision.decided.isoformat() if decision.decided else None
    assert decision.reference.value == "20 100 001"
    assert (decision.body, decision.category, decision.subcategory, decision.outcome, date) == expected
    assert not decision.outcome_inferred
    assert decision.url_derived


def test_a_copy_that_lost_its_header_takes_reference_and_body_from_its_address_and_says_so() -> None:
    decision = read_page(_TEXT.encode(), "lgo-20-100-001-northmoor-county-council.txt").decision
    assert decision.reference.value == "20 100 001"
    assert (decision.body, decision.category, decision.decided) == ("Northmoor County Council", None, None)
    assert decision.outcome is Outcome.UPHELD
    assert decision.outcome_inferred
    assert any("taken from the page's address" in item.reason for item in decision.unread)


def test_a_page_that_lost_its_labels_keeps_its_body_and_reference() -> None:
    decision = read_page(f"Brightmead (Stow) Limited (20 100 001)\n{_TEXT}".encode(), "page.txt").decision
    assert decision.body == "Brightmead (Stow) Limited"
    assert decision.reference.value == "20 100 001"


@pytest.mark.parametrize(
    ("line", "body"),
    [
        ("Northmoor Council (20 100 001)", "Northmoor Council"),
        ("Northmoor Council\u00a0(20\u00a0100\u00a0001)", "Northmoor Council"),
        ("NHS Westhaven Integrated Care Board (20 100 001c)", "NHS Westhaven Integrated Care Board"),
        ("Nuthall & Bede Council (20100001) - Local Government Ombudsman", "Nuthall & Bede Council"),
        ("The Council replied (see 20 100 001).", None),
        ("Northmoor Council (2010)", None),
        ("", None),
    ],
)
def test_the_line_of_body_and_reference_is_known(line: str, body: str | None) -> None:
    match = is_body_line(unify_characters(line))
    assert (match["body"].strip() if match else None) == body


@pytest.mark.parametrize(
    "line",
    [
        "Mr A says that the Council's decision of 3 May 2024 was wrong.",
        "The complaint was upheld at stage two.",
        "Category : Housing > Allocations",
        "Northmoor Council",
        "",
    ],
)
def test_a_line_of_anything_else_is_no_card(line: str) -> None:
    assert not is_card(line)


def test_a_card_tells_its_facts_by_name() -> None:
    assert read_card("Upheld Reference 20-100-001 Sector Education Decided 14 March 2023") == {
        "outcome": "Upheld",
        "reference": "20-100-001",
        "category": "Education",
        "decided": "14 March 2023",
    }
    assert read_card("x" * 400) == {}


@pytest.mark.parametrize(
    ("lines", "body"),
    [
        (
            ["Investigation into a complaint against Northmoor Council (reference number: 20 100 001)"],
            "Northmoor Council",
        ),
        (
            [
                "Investigation into a complaint about",
                "Northmoor Council",
                "(reference numbers: 20 100 001 and 20 100 002)",
            ],
            "Northmoor Council",
        ),
        (
            ["on an investigation into complaint no 20 100 001 against", "Northmoor Council", "17 October 2019"],
            "Northmoor Council",
        ),
    ],
)
def test_the_cover_of_a_report_names_body_and_reference(lines: list[str], body: str) -> None:
    header = read_header(lines)
    assert header.reference is not None
    assert (header.reference.value, header.body) == ("20 100 001", body)


def test_no_lines_are_no_header() -> None:
    header = read_header([])
    assert (header.reference, header.body, header.category, header.outcome, header.unread) == (None,) * 4 + ((),)


@pytest.mark.parametrize(
    "header",
    [
        "Northmoor Council (20 100 001) Category : Housing > Noise Decision : Upheld Decision date : 03 Mar 2021",
        "Northmoor Council (20 100 001)\nCategory\tHousing > Noise\nDecision\tUpheld\nDecision date\t3 March 2021",
        "Northmoor Council (20 100 001)\nCategory: Housing\nSub-category: Noise\nOutcome: Upheld\nDate: 03/03/2021",
        "Body: Northmoor Council\nReference number: 20100001\nCategory: Housing > Noise\nDecision: Upheld\n"
        "Date of decision: 3-Mar-2021",
        "Stow Council (20 100 009)\nStatement\nNorthmoor Council (20 100 001)\nCategory :\nHousing > "
        "Noise\nDecision :\n"
        "Upheld\nDecision date :\n3rd March 2021",
    ],
    ids=["one line", "tabs", "labels of their own", "no line of the body", "another decision above"],
)
def test_labels_are_read_however_they_stand(header: str) -> None:
    decision = read_page(f"{header}\n{_TEXT}".encode(), "page.txt").decision
    assert (decision.reference.value, decision.body) == ("20 100 001", "Northmoor Council")
    assert (decision.category, decision.subcategory) == ("Housing", "Noise")
    assert (decision.outcome, decision.outcome_inferred) == (Outcome.UPHELD, False)
    assert decision.decided is not None
    assert decision.decided.isoformat() == "2021-03-03"


def test_a_file_named_by_a_day_has_no_reference_in_its_name() -> None:
    with pytest.raises(InputError, match="does not name its reference"):
        read_page(_TEXT.encode(), "20210303 decision.txt")
    assert read_page(_TEXT.encode(), "20100001.txt").decision.reference.value == "20 100 001"


def test_a_copy_that_links_to_the_ombudsmans_own_page_takes_category_and_address_from_there() -> None:
    link = "https://www.lgo.org.uk/decisions/housing/noise/20-100-001"
    lines = "".join(f"<p>{line}</p>" for line in _TEXT.splitlines())
    html = (
        "<html><head><link rel='canonical' href='https://example.org/decisions/lgo-20-100-001-northmoor-council/'>"
        f"</head><body><p><a href='{link.replace('20-100-001', '20-100-002')}'>Another</a></p>{lines}"
        f"<a href='{link}'>View on the Ombudsman's site</a></body></html>"
    )
    decision = read_page(html.encode(), "page.html").decision
    assert (decision.url, decision.url_derived) == (link, False)
    assert (decision.body, decision.category, decision.subcategory) == ("Northmoor Council", "Housing", "Noise")


@pytest.mark.parametrize(
    ("lines", "category"),
    [
        (["Category: Documents"], None),
        (["Category: Housing"], "Housing"),
        (["Category: Transport > Parking"], "Transport"),
        (["Category: Care at home", "Decision: Upheld"], "Care at home"),
    ],
)
def test_a_category_alone_is_believed_only_where_the_site_has_such_a_name(
    lines: list[str], category: str | None
) -> None:
    assert read_header(lines).category == category
