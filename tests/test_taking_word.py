"""The Word file as a reader finds it: headings, a table with its head, footnotes with links, nothing hostile alive."""

from __future__ import annotations

import re
import shutil
import subprocess
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Length
from docx.table import Table
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.taking import Form, Report, TakenFile, take_answer, take_conversation, take_table
from tests.builders import full_text
from tests.taken import (
    DAY,
    HOSTILE,
    LONG_WORD,
    PAGE,
    WordText,
    hostile_report,
    linked,
    ordinary_report,
    read_word,
)


def word_of(report: Report) -> WordText:
    return read_word(take_answer(report, Form.WORD, on=DAY).data)


@pytest.fixture(scope="module")
def ordinary() -> WordText:
    """The ordinary answer as a Word file."""
    return word_of(ordinary_report())


def text_of(element: BaseOxmlElement) -> str:
    return "".join(str(part) for part in element.itertext(qn("w:t")))


def layout_of(table: Table) -> str | None:
    layout = table._tbl.find(".//" + qn("w:tblLayout"))
    return None if layout is None else layout.get(qn("w:type"))


def conversation_of(*reports: Report) -> bytes:
    taken = take_conversation(reports, Form.WORD, on=DAY)
    assert isinstance(taken, TakenFile)
    return taken.data


# --------------------------------------------------------------------------- structure


def test_the_headings_can_be_navigated(ordinary: WordText) -> None:
    assert ordinary.headings == [
        (1, "Question"),
        (1, "Answer"),
        (2, "Closest decisions"),
        (2, "What was found"),
        (2, "Bear in mind"),
        (1, "Decisions"),
        (1, "About this document"),
    ]


def test_a_conversation_has_its_questions_for_headings() -> None:
    long = "My son had no school for two terms.\n" + "The council did nothing about it. " * 20
    made = read_word(conversation_of(ordinary_report("How much?"), ordinary_report(long)))
    assert [text for level, text in made.headings if level == 1] == [
        "Question 1: How much?",
        "Question 2: My son had no school for two terms. The council did nothing about it. The council did…",
        "About this document",
    ]
    assert (3, "Closest decisions") in made.headings
    assert made.text.count("The council did nothing about it.") >= 20


def test_the_table_repeats_its_head_and_breaks_no_row(ordinary: WordText) -> None:
    (table,) = ordinary.document.tables
    head, *rows = table.rows
    assert [cell.text for cell in head.cells] == [
        *("Decision", "Decided", "Outcome", "Relevance", "Paid for this issue", "Known from")
    ]
    assert head._tr.find(".//" + qn("w:tblHeader")) is not None
    assert all(row._tr.find(".//" + qn("w:cantSplit")) is not None for row in table.rows)
    cells = [[text_of(cell._tc) for cell in row.cells] for row in rows]
    assert cells[0][0] == "21\u00a0000\u00a0001Northmoor Council"
    paid = "£300 to the complainant for distress (agreed)"
    assert cells[0][1:] == ["17 Jun 2021", "Upheld", "Close", paid, "Full text"]
    assert cells[2][1:] == ["Not known", "Outcome not known", "Close", "No payment", "Digest"]


def test_page_and_columns_fit_a4_upright(ordinary: WordText) -> None:
    section = ordinary.document.sections[0]
    assert (round(Length(section.page_width or 0).mm), round(Length(section.page_height or 0).mm)) == (210, 297)
    assert section.page_width and section.left_margin and section.right_margin
    room = section.page_width - section.left_margin - section.right_margin
    (table,) = ordinary.document.tables
    widths = [column.width for column in table.columns]
    assert all(width is not None and width >= Cm(1.4) for width in widths)
    assert sum(width or 0 for width in widths) <= room
    assert layout_of(table) == "fixed"


def test_each_footnote_is_pointed_to_once_in_order_and_again_by_a_field(ordinary: WordText) -> None:
    assert ordinary.references == [1, 2, 3, 4]
    assert list(ordinary.footnotes) == [1, 2, 3, 4]
    assert ordinary.repeated == ["NOTEREF _RefNote1 \\f \\h", "NOTEREF _RefNote4 \\f \\h"]
    bookmarks = [each.get(qn("w:name")) for each in ordinary.document.element.iter(qn("w:bookmarkStart"))]
    assert bookmarks == ["_RefNote1", "_RefNote2", "_RefNote3", "_RefNote4"]


def test_a_footnote_quotes_says_whose_words_and_links_to_the_ombudsman(ordinary: WordText) -> None:
    own = linked(full_text(1))
    assert ordinary.footnotes[4] == (
        " Northmoor Council, 21 000 001, 17 June 2021, Upheld, paragraph 2. The Ombudsman’s own words: “The Council "
        f"took 41 weeks to issue the plan.” {str(own.url).removeprefix('https://')}"
    )
    assert "Our digest of the published summary: “" in ordinary.footnotes[2]
    assert ordinary.links == {f"{PAGE}21-000-001", f"{PAGE}21-000-003"}
    assert b"<w:footnotePr>" in ordinary.parts["word/settings.xml"]


def test_the_voices_look_different_and_are_explained(ordinary: WordText) -> None:
    styles = ordinary.document.styles
    ombudsman, digest = styles["Ombudsman Words"], styles["Digest Words"]
    assert ombudsman.font.name != digest.font.name and ombudsman.font.italic
    assert "These are the Ombudsman’s own words" in ordinary.text
    assert "These are our digest’s words, written by Redress" in ordinary.text
    quoted = [run.text for p in ordinary.document.paragraphs for run in p.runs if run.style.name == "Ombudsman Words"]
    assert "The Council took 41 weeks to issue the plan." in quoted


def test_language_pages_and_properties_are_neutral(ordinary: WordText) -> None:
    assert b'w:lang w:val="en-GB"' in ordinary.parts["word/styles.xml"]
    assert b"en-US" not in ordinary.parts["word/settings.xml"]
    foot = "".join(each.text or "" for each in ordinary.document.sections[0].footer._element.iter(qn("w:instrText")))
    assert foot.split() == ["PAGE", "NUMPAGES"]
    properties = ordinary.document.core_properties
    assert (properties.author, properties.last_modified_by) == ("Redress", "Redress")
    assert properties.language == "en-GB" and properties.comments == ""
    assert properties.created == datetime(2026, 11, 23, tzinfo=UTC)
    assert "late plan" not in properties.title
    assert not {name for name in ordinary.parts if "thumbnail" in name or name == "docProps/app.xml"}


def test_date_count_and_acknowledgement_are_in_it(ordinary: WordText) -> None:
    for said in (
        "How much for a late plan?",
        "Limited to: all bodies, all years",
        "23 November 2026",
        "1,403 decisions, the newest of 2 March 2026",
        "Commission for Local Administration in England",
        "gives no legal advice",
    ):
        assert said in ordinary.text


def test_a_table_by_itself_has_no_footnote() -> None:
    taken = take_table(ordinary_report(), Form.WORD, on=DAY)
    assert isinstance(taken, TakenFile)
    made = read_word(taken.data)
    assert [text for _, text in made.headings] == ["Question", "Decisions", "About this document"]
    assert made.footnotes == {} and len(made.document.tables) == 1


# --------------------------------------------------------------------------- hostile text


def test_hostile_text_is_text_in_a_word_file() -> None:
    made = word_of(hostile_report())
    assert made.links == set()
    assert "<script>alert(1)</script>" in made.text and "[click](javascript:alert(3))" in made.text
    assert "<U+202E>" in made.text and "<U+0000>" in made.text and "<U+D800>" in made.text
    everything = b"".join(made.parts.values()).decode("utf-8")
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", everything)


def test_a_word_of_100_kilobytes_stays_in_a_table_of_fixed_width() -> None:
    made = word_of(hostile_report(LONG_WORD))
    assert LONG_WORD in made.text
    assert {layout_of(table) for table in made.document.tables} == {"fixed"}


@given(st.text(st.characters(codec=None), min_size=1, max_size=40))
@settings(max_examples=25)
def test_any_characters_make_a_file_that_opens(text: str) -> None:
    made = word_of(hostile_report(text))
    assert made.links == set()


# --------------------------------------------------------------------------- size and time


def test_forty_turns_are_written_in_a_moment() -> None:
    reports = [ordinary_report()] * 40
    started = time.process_time()
    made = read_word(conversation_of(*reports))
    # Measured in November 2026: 0.3 s of processor time for these, 0.7 s for forty real answers of 20 decisions.
    assert time.process_time() - started < 5
    assert len(made.footnotes) == 160 and made.references == list(range(1, 161))


# --------------------------------------------------------------------------- an office program


@pytest.fixture(scope="module")
def office() -> str:
    """LibreOffice, where it is installed."""
    found = shutil.which("soffice")
    if found is None:
        pytest.skip("LibreOffice (soffice) is not installed: the Word file is not opened by an office program here")
    return found


def test_an_office_program_opens_it_with_footnotes_and_links(office: str, tmp_path: Path) -> None:
    source = tmp_path / "answer.docx"
    source.write_bytes(conversation_of(ordinary_report(), hostile_report(HOSTILE)))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(source)]
    done = subprocess.run(command, capture_output=True, timeout=240, check=True)
    made = tmp_path / "answer.pdf"
    assert made.exists(), done.stderr.decode()
    from pdfminer.high_level import extract_text

    text = " ".join(extract_text(made).split())
    assert "Question 1: How much for a late plan?" in text and "Page 1 of " in text
    assert "paragraph 2. The Ombudsman’s own words: “The Council took 41 weeks to issue the plan.”" in text
    assert text.count("Known") >= 2  # the head of the table
    assert b"/URI" in made.read_bytes() and b"evil.example" not in made.read_bytes()
