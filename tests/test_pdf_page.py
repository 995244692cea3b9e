"""PDFs of decisions: paragraphs joined, numbers, headings, running lines, and what cannot be read at all."""

from __future__ import annotations

import pytest

from assistant.domain import Decision, DocumentKind
from assistant.errors import InputError
from ingest.forms.pdf_page import read_pdf
from ingest.page import read_page
from tests.pdf_builder import Type, a_pdf

_FULL = "The Council took nine months to decide the application, and its own policy gives it two"


def header(top: float = 60) -> list[Type]:
    return [
        Type("Northmoor Council (20 100 001)", top, size=16, is_bold=True),
        Type("Category : Housing > Allocations", top + 30),
        Type("Decision : Upheld", top + 46),
        Type("Decision date : 03 Mar 2021", top + 62),
        Type("The Ombudsman’s final decision:", top + 90, size=13, is_bold=True),
        Type("Summary: The Council was at fault for a delay. It will pay Mr A £100.", top + 112),
    ]


def paragraphs(*texts: str, top: float = 100) -> list[Type]:
    """Numbered paragraphs, the number in a column of its own, a blank line between them."""
    lines = []
    for n, text in enumerate(texts, start=1):
        lines += [Type(f"{n}.", top + 40 * n), Type(text, top + 40 * n, left=100)]
    return lines


def decided(*pages: list[Type]) -> Decision:
    return read_page(a_pdf(pages), "page.pdf").decision


def a_whole_statement() -> list[Type]:
    return [
        *header(),
        Type("The complaint", 210, size=13, is_bold=True),
        Type("1.", 235),
        Type("Mr A complains that the Council took too long over his application, and that he", 235, left=100),
        Type("had to stay with friends.", 249, left=100),
        Type("2.", 270),
        Type("He says the Council:", 270, left=100),
        Type("•", 286, left=110),
        Type("lost his letter; and", 286, left=124),
        Type("•", 302, left=110),
        Type("did not call him back.", 302, left=124),
        Type("What I found", 335, size=13, is_bold=True),
        Type("3.", 360),
        Type(f"{_FULL} to", 360, left=100),
        Type("decide one. That was fault.", 374, left=100),
    ]


def test_the_header_and_the_headings_are_read_by_their_type() -> None:
    decision = decided(a_whole_statement())
    assert (decision.body, decision.category, decision.subcategory) == ("Northmoor Council", "Housing", "Allocations")
    assert [section.heading for section in decision.sections] == ["Summary", "The complaint", "What I found"]


def test_a_paragraph_over_two_lines_is_one_with_its_number_and_points_are_their_own() -> None:
    decision = decided(a_whole_statement())
    assert [(p.printed_number, p.text[:40]) for p in decision.paragraphs[1:]] == [
        (1, "Mr A complains that the Council took too"),
        (2, "He says the Council:"),
        (None, "lost his letter; and"),
        (None, "did not call him back."),
        (3, "The Council took nine months to decide t"),
    ]
    assert decision.paragraphs[1].text.endswith("that he had to stay with friends.")


def test_a_paragraph_goes_on_over_the_page_and_a_title_on_the_last_line_does_not() -> None:
    first = [*a_whole_statement(), Type("4.", 760), Type(f"{_FULL} months for", 760, left=100)]
    second = [Type("the whole of it.", 100, left=100), Type("5.", 140), Type("Mr A was distressed.", 140, left=100)]
    texts = [paragraph.text for paragraph in decided(first, second).paragraphs]
    assert texts[-2:] == [f"{_FULL} months for the whole of it.", "Mr A was distressed."]
    cover = [
        Type("Report by the Local Government and Social Care Ombudsman", 80),
        Type("Investigation into a complaint against", 200),
        Type("Northmoor Council", 240),
        Type("(reference number: 20 100 001)", 280),
        Type("25 August 2022", 320),
    ]
    text = [Type("Report summary", 60, size=13, is_bold=True), *paragraphs("The Council was at fault.", "It agreed.")]
    report = decided(cover, [*text, *(Type("x" * 80, top) for top in (400, 414, 428))])
    assert report.document is DocumentKind.REPORT
    assert report.body == "Northmoor Council"
    assert report.decided is not None
    assert report.decided.isoformat() == "2022-08-25"


def test_running_lines_page_numbers_and_contents_are_dropped_and_the_address_they_print_is_read() -> None:
    address = "https://www.lgo.org.uk/decisions/housing/allocations/20-100-001"
    pages = []
    for n, page in enumerate(
        (a_whole_statement(), paragraphs("One more.", "And another."), paragraphs("The last.")), 1
    ):
        pages.append(
            [
                Type("03/04/2021, 10:20", 20, size=8),
                Type("Northmoor Council (20 100 001)", 20, left=300, size=8),
                *page,
                Type(f"{address} {n}/3", 825, size=8),
            ]
        )
    pages[0].insert(2, Type("The complaint ................................ 3", 190))
    reading = read_page(a_pdf(pages), "page.pdf")
    reasons = {line.reason for line in reading.dropped}
    assert {"a running header or footer, or a page number", "an entry of a contents list"} <= reasons
    assert reading.decision.url == address
    assert not reading.decision.url_derived
    assert not any("lgo.org.uk" in paragraph.text for paragraph in reading.decision.paragraphs)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (a_pdf([[]]), "scanned PDF"),
        (a_pdf([[Type("stamp", 20)]] * 3), "scanned PDF"),
        (a_pdf([a_whole_statement()], is_locked=True), "locked with a password"),
        (a_pdf([a_whole_statement()])[:300], "PDF"),
        (b"%PDF-1.4\nnothing", "damaged PDF"),
    ],
    ids=["no page", "stamps", "locked", "cut", "nothing"],
)
def test_a_pdf_that_cannot_be_read_says_why_and_what_to_do(data: bytes, said: str) -> None:
    with pytest.raises(InputError, match=said):
        read_pdf(data, "page.pdf")
