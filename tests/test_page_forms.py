"""Pages in many forms: nothing of them is lost, characters change nothing, and what is no decision is refused."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from html import escape
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.domain import Basis, Decision, Outcome
from assistant.errors import InputError
from ingest.forms.decoding import FileForm, decode, form_of, unpack_mhtml
from ingest.forms.flat_text import read_flat_text
from ingest.forms.html_page import read_html
from ingest.forms.pdf_page import read_pdf
from ingest.page import PageReading, read_page
from tests.reading_measures import LabelledPage, labelled_pages

_PAGES = sorted((Path(__file__).parent / "pages" / "flat").glob("*.txt"))


def a_page(
    *,
    first_line: str = "Northmoor Council (20 100 001)",
    header: str = "Category : Housing > Allocations\nDecision : Upheld\nDecision date : 03 Mar 2021",
    summary: str = "Summary: The Council was at fault for losing a housing application.",
    complaint: str = "- Mr A complains that the Council lost his housing application.",
    found: str = "- The Council was at fault for losing the application. This caused Mr A distress.",
    action: str = "- The Council has agreed to pay Mr A £100.",
    heading: str = "Agreed action",
) -> str:
    """A whole short statement; what is under test is named."""
    return (
        f"{first_line}\n{header}\nThe Ombudsman's final decision:\n{summary}\nThe complaint\n{complaint}\n"
        f"What I found\nMy findings\n{found}\n{heading}\n{action}\nFinal decision\n- My investigation is complete.\n"
        "Investigator's decision on behalf of the Ombudsman\n"
    )


def read(text: str, name: str = "page.txt") -> PageReading:
    return read_page(text.encode(), name)


@pytest.mark.parametrize("page", _PAGES, ids=lambda page: page.stem)
def test_every_paragraph_is_a_piece_of_the_capture_as_it_stands(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    decision = read_page(page.read_bytes(), page.name).decision
    assert all(paragraph.text in text for paragraph in decision.paragraphs)
    assert len({paragraph.id for paragraph in decision.paragraphs}) == len(decision.paragraphs)


def characters(pieces: Iterable[str]) -> Counter[str]:
    """Every character but white space, counted: what stands twice must stand twice."""
    return Counter(character for piece in pieces for character in piece if not character.isspace())


def lines_of(data: bytes, name: str) -> list[str]:
    """What a file's form gives, before anything is read in it; list marks and markup are no part of it."""
    form = form_of(data)
    if form is FileForm.TEXT:
        return [line.text for line in read_flat_text(decode(data, name))]
    if form is FileForm.PDF:
        document = read_pdf(data, name)
        return [*(line.text for line in document.lines), *(line.text for line in document.dropped)]
    page = read_html(decode(data, name) if form is FileForm.HTML else unpack_mhtml(data, name)[0])
    return [line.text for line in (*page.article, *page.frame)]


def places_of(reading: PageReading) -> list[str]:
    """Where a line may have gone: a paragraph, a heading, the header, or what was dropped with its reason."""
    assert all(line.reason for line in reading.dropped)
    return [
        *(paragraph.text for paragraph in reading.decision.paragraphs),
        *(section.heading for section in reading.decision.sections),
        *reading.header,
        *(line.text for line in reading.dropped),
    ]


def assert_nothing_is_lost(data: bytes, name: str) -> None:
    given, kept = characters(lines_of(data, name)), characters(places_of(read_page(data, name)))
    # "Summary:" becomes the heading "Summary"; a bullet that the capture fused into a sentence is a list mark.
    assert not kept - given
    assert set(given - kept) <= set(":-\u2022")
    assert (given - kept)[":"] <= 1


_ALL_FORMS = [page for page in labelled_pages() if "set_aside" not in page.label]


@pytest.mark.parametrize("page", _ALL_FORMS, ids=lambda page: page.name)
def test_no_character_of_a_page_in_any_form_is_lost(page: LabelledPage) -> None:
    for file in page.files:
        assert_nothing_is_lost(file.read_bytes(), f"20-100-001 {file.name}")


_LINES = st.lists(
    st.sampled_from(
        (
            "Northmoor Council (20 100 001)",
            "Category : Housing > Allocations",
            "Decision",
            "Upheld",
            "The Ombudsman's final decision:",
            "Summary: The Council was at fault.",
            "Summary",
            "Report summary",
            "Key to names used",
            "Ms D - the complainant",
            "The complaint",
            "A) lost her letter; and",
            "B) The visit",
            "- Mr A complains that the Council",
            "-",
            "12.",
            "1. lost his letter; and",
            "• did not call him back. - Then it did. - It sent a letter.",
            "    • a point within a point",
            "Mr A says the Council: lost it; found it; and lost it again. He was upset.",
            "We look for fault. (Local Government Act 1974, section 26(1), as amended) We look for injustice.",
            "What happened The Council wrote to Mr A in May and heard nothing from him for some weeks.",
            "which it did not do",
            "Upheld Reference 20-100-001 Sector Housing Category Noise Decided 3 May 2024",
            "Back to top",
            "Print this page",
            "Cookies on this site",
            "03/04/2021, 10:20 Northmoor Council",
            "Final decision",
            "I have completed my investigation.",
            "Investigator's decision on behalf of the Ombudsman",
            "",
            "\u00a0",
        )
    ),
    max_size=40,
)


@settings(max_examples=300, deadline=None)
@given(_LINES)
def test_no_character_is_lost_whatever_lines_a_page_has(lines: list[str]) -> None:
    for data in (
        "\n".join(lines).encode(),
        ("<html><body>" + "".join(f"<p>{escape(line)}</p>" for line in lines) + "</body></html>").encode(),
        ("<ol><li>" + "<li>".join(escape(line) for line in lines) + "</ol>").encode(),
    ):
        try:
            read_page(data, "20-100-001.txt")
        except InputError:
            continue
        assert_nothing_is_lost(data, "20-100-001.txt")


@pytest.mark.parametrize("page", _PAGES, ids=lambda page: page.stem)
@pytest.mark.parametrize("change", ["windows line ends", "a byte order mark", "no-break spaces", "straight quotes"])
def test_the_same_page_in_other_characters_reads_the_same(page: Path, change: str) -> None:
    text = page.read_text(encoding="utf-8")
    changed = {
        "windows line ends": text.replace("\n", "\r\n"),
        "a byte order mark": "\ufeff" + text,
        "no-break spaces": text.replace(" (", "\u00a0(").replace("£", "£\u00a0"),
        "straight quotes": text.replace("’", "'").replace("‘", "'"),
    }[change]
    assert facts(read_page(changed.encode(), page.name).decision) == facts(read_page(text.encode(), page.name).decision)


def facts(decision: Decision) -> tuple[object, ...]:
    """What a decision says, without identifiers and wordings, which hold the page's very characters."""
    rows = [
        (row.kind, row.amount_pence, row.rate_pence, row.per, row.payee, row.purpose, row.status)
        for row in decision.remedies
    ]
    header = (decision.reference, decision.body, decision.category, decision.outcome, decision.decided)
    results = [(finding.result, finding.injustice) for finding in decision.findings]
    return (*header, len(decision.paragraphs), decision.stated_total_pence, rows, results)


def test_a_label_may_stand_above_its_value() -> None:
    header = "Category\nHousing > Allocations\nDecision\nNot upheld\nDecision date\n3 March 2021"
    decision = read(a_page(header=header)).decision
    assert (decision.category, decision.subcategory) == ("Housing", "Allocations")
    assert decision.outcome is Outcome.NOT_UPHELD
    assert decision.decided is not None
    assert decision.decided.isoformat() == "2021-03-03"


def test_a_heading_run_into_its_paragraph_heads_it_where_the_page_keeps_no_marks() -> None:
    text = a_page(
        complaint="Miss X complains about a plan and a budget.",
        found="Delay in issuing the plan The Council issued the plan five months late. The delay was fault.\n"
        "Personal budget Mrs Y asked for a budget and the Council gave reasons for its refusal. I find no fault.\n"
        "The officer I spoke to said the plan was late. The Council was sorry about it and told her so.",
        action="The Council will apologise.",
    ).replace("\n- ", "\n")
    headings = [section.heading for section in read(text).decision.sections]
    assert "Delay in issuing the plan" in headings
    assert "Personal budget" in headings
    assert not any("officer" in heading for heading in headings)


def test_the_address_is_derived_from_the_category_and_marked_so() -> None:
    decision = read(a_page(header="Category : Children's care services > Other\nDecision : Upheld")).decision
    assert decision.url == "https://www.lgo.org.uk/decisions/children-s-care-services/other/20-100-001"
    assert decision.url_derived


def test_a_header_value_that_is_not_understood_is_reported() -> None:
    decision = read(a_page(header="Decision : Pending\nDecision date : last week")).decision
    assert decision.decided is None
    assert [(item.place, item.text) for item in decision.unread] == [
        ("header, Decision", "Pending"),
        ("header, Decision date", "last week"),
    ]
    assert decision.outcome is Outcome.UPHELD
    assert decision.outcome_inferred


def test_a_page_without_its_reference_takes_it_from_the_file_name_and_says_so() -> None:
    text = a_page().split("\n", 1)[1]
    decision = read(text, "20-100-001.txt").decision
    assert decision.reference.value == "20 100 001"
    assert "file's name" in decision.unread[0].reason
    with pytest.raises(InputError, match="does not name its reference"):
        read(text, "page.txt")


def test_numbers_are_kept_only_where_they_run_through_the_whole_page() -> None:
    through = read(a_page(complaint="1. A complaint.", found="2. A finding.\n3. Another.", action="4. An action."))
    assert [p.printed_number for p in through.decision.paragraphs] == [None, 1, 2, 3, 4, None]
    restarted = read(a_page(complaint="1. A complaint.", found="1. A finding.\n2. Another.", action="1. An action."))
    assert {p.printed_number for p in restarted.decision.paragraphs} == {None}


def test_a_numbered_list_inside_a_paragraph_does_not_break_the_run_of_numbers() -> None:
    found = "2. These were late:\n1. the form; and\n2. the letter.\n3. That was fault.\n4. It caused distress.\n5. Yes."
    page = read(a_page(complaint="1. A complaint.", found=found, action="6. An action.\n7. Another."))
    assert [p.printed_number for p in page.decision.paragraphs] == [None, 1, 2, None, None, 3, 4, 5, 6, 7, None]


def test_a_number_that_the_capture_lost_leaves_a_gap_and_no_more() -> None:
    found = "\n".join(f"{n}. A finding." for n in range(2, 15) if n != 9)
    page = read(a_page(complaint="1. A complaint.", found=found, action="15. An action."))
    assert [p.printed_number for p in page.decision.paragraphs if p.printed_number] == [*range(1, 9), *range(10, 16)]


@pytest.mark.parametrize(
    ("final", "expected"),
    [
        ("We will not investigate this complaint.", Outcome.CLOSED),
        ("We cannot investigate this complaint because a court has.", Outcome.CLOSED),
        ("I have discontinued my investigation.", Outcome.DISCONTINUED),
        ("I found no fault by the Council.", Outcome.NOT_UPHELD),
        ("There was no evidence of fault.", Outcome.NOT_UPHELD),
        ("I have found fault by the Council.", Outcome.UPHELD),
        ("The Council was at fault.", Outcome.UPHELD),
        ("I uphold the complaint.", Outcome.UPHELD),
        ("There was fault in one matter and no fault in the other.", Outcome.UPHELD),
    ],
)
def test_an_outcome_is_inferred_from_the_final_decision(final: str, expected: Outcome) -> None:
    text = f"Northmoor Council (20 100 001)\nSummary: A complaint about noise.\nFinal decision\n- {final}\n"
    decision = read(text).decision
    assert decision.outcome is expected
    assert decision.outcome_inferred


def test_the_text_of_a_page_is_basis_full_text() -> None:
    assert read(a_page()).decision.basis is Basis.FULL_TEXT


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Just a moment...\nEnable JavaScript and cookies to continue\n", "being human"),
        ("404 page not found\nThe page you asked for is not here.\n", "error page"),
        ("Decisions\nYour search has 57,500 results\nPage 1 of 5,750\n", "search results"),
        (
            "REPORT\nCOMPLAINT 202210574\nHousing Ombudsman Service\nThe landlord's handling of damp\n",
            "Housing Ombudsman",
        ),
        ("Public Services Ombudsman for Wales\nCase 202100001\nOur findings\n", "another nation"),
        ("<!DOCTYPE html><html><body>Northmoor</body></html>", "not a decision"),
        ("Dear neighbour,\nthe meeting is on Tuesday.\n", "not a decision"),
        ("Northmoor Council (20 100 001)\n\nhello\n", "not a decision"),
    ],
    ids=["challenge", "error", "search", "housing", "wales", "html", "letter", "reference alone"],
)
def test_what_is_no_decision_is_refused_with_its_reason(text: str, said: str) -> None:
    with pytest.raises(InputError, match=said) as caught:
        read(text)
    assert caught.value.exit_code == 5


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is empty"),
        (b" \n\n", "is empty"),
        (b"%PDF-1.7 text", "damaged PDF"),
        (b"PK\x03\x04\x00", "a Word file or a zip archive"),
        (b"\x89PNG\r\n", "a picture"),
        (b"Northmoor\x00Council", "binary"),
        ("Northmoor".encode("utf-16")[:-1], "is not"),
        (b"Northmoor \xe2\x80 Council", "not whole UTF-8"),
    ],
    ids=["empty", "blank", "pdf", "word", "picture", "nul", "utf-16", "broken"],
)
def test_bytes_that_are_no_text_are_refused_with_their_reason(data: bytes, said: str) -> None:
    with pytest.raises(InputError, match=said):
        read_page(data, "page.txt")


_MUTATIONS = st.lists(
    st.tuples(
        st.integers(min_value=0, max_value=4000),
        st.sampled_from(["", "\n", "- ", "£", "1. ", "Summary: ", "’", ":"]),
    ),
    max_size=30,
)


@settings(max_examples=150)
@given(st.sampled_from(_PAGES), _MUTATIONS)
def test_a_damaged_page_is_read_or_refused_and_reading_again_gives_the_same(
    page: Path, mutations: list[tuple[int, str]]
) -> None:
    text = page.read_text(encoding="utf-8")
    for place, piece in mutations:
        at = place % (len(text) + 1)
        text = text[:at] + piece + text[at + (0 if piece else 1) :]
    try:
        first = read(text, page.name)
    except InputError:
        return
    assert read(text, page.name) == first
    ids = {paragraph.id for paragraph in first.decision.paragraphs}
    assert {remedy.paragraph for remedy in first.decision.remedies} <= ids
    assert {key for finding in first.decision.findings for key in finding.paragraphs} <= ids
