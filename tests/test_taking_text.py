"""Markdown and CSV as readers find them: markdown-it and the csv module, and nothing hostile alive in either."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain import Payee, Relevance, RemedyKind
from assistant.remedies import summarise_remedies
from assistant.taking import Form, Report, TakenFile, report_answer, take_answer, take_conversation
from assistant.taking.comma import COLUMNS
from assistant.taking.markdown import escape
from assistant.visible import in_one_line
from tests.answer_builders import answer_about, held
from tests.builders import LATE_PLAN, case, decision, evidence, remedy
from tests.taken import DAY, FORMULAS, HOSTILE, LONG_WORD, PAGE, hostile_report, ordinary_report, viewed_markdown

# GitHub makes links of these by itself.
_LINKED_BY_ITSELF = re.compile(r"(?<![\\(<])\b(?:https?://|www\.)|\w@\w")


def markdown_of(report: Report) -> str:
    return take_answer(report, Form.MARKDOWN, on=DAY).data.decode("utf-8")


def rows_of(*reports: Report) -> list[dict[str, str]]:
    taken = take_conversation(reports, Form.COMMA, on=DAY)
    assert isinstance(taken, TakenFile)
    assert taken.data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(taken.data.decode("utf-8-sig"), newline="")))


# --------------------------------------------------------------------------- Markdown


def test_markdown_has_headings_a_table_and_footnotes() -> None:
    text = markdown_of(ordinary_report())
    page = viewed_markdown(text)
    assert [heading.text for heading in page.find_all(re.compile("h[1-3]"))] == [
        "What the Ombudsman’s decisions say",
        "Question",
        "Answer",
        "Closest decisions",
        "What was found",
        "Bear in mind",
        "Decisions",
        "About this document",
    ]
    assert len(page.find_all("table")) == 1 and len(page.find_all("tr")) == 4
    assert re.findall(r"^\[\^(\d)\]: ", text, flags=re.MULTILINE) == ["1", "2", "3", "4"]
    assert "- Once more. [^1][^4]" in text
    assert {link["href"] for link in page.find_all("a")} == {f"{PAGE}21-000-001", f"{PAGE}21-000-003"}


def test_markdown_sets_the_ombudsmans_words_in_italics_and_ours_not() -> None:
    page = viewed_markdown(markdown_of(ordinary_report()))
    said = [each.text for each in page.find_all("em")]
    assert "The Council took 41 weeks to issue the plan." in said
    assert not [text for text in said if "four months too long" in text]
    assert "these are the Ombudsman’s own words" in page.text and "these are our digest’s words" in page.text


def test_markdown_carries_date_count_limits_and_acknowledgement() -> None:
    text = viewed_markdown(markdown_of(ordinary_report())).text
    for said in (
        "How much for a late plan?",
        "Limited to: all bodies, all years",
        "Made on 23 November 2026",
        "1,403 decisions, the newest of 2 March 2026",
        "Commission for Local Administration in England",
        "gives no legal advice",
    ):
        assert said in text


def test_hostile_text_is_text_in_markdown() -> None:
    text = markdown_of(hostile_report())
    page = viewed_markdown(text)
    assert not page.find_all(["script", "img", "a", "code", "s", "h4", "h5", "h6"])
    assert "<script>alert(1)</script>" in page.text and "[click](javascript:alert(3))" in page.text
    assert "<U+202E>" in page.text and "\u202e" not in text
    assert not _LINKED_BY_ITSELF.search(text.replace("www.lgo.org.uk", ""))
    assert len(page.find_all("table")) == 1
    assert {len(row.find_all(["td", "th"])) for row in page.find_all("tr")} == {6}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("# heading", id="heading"),
        pytest.param("- entry", id="list"),
        pytest.param("+ entry", id="list with plus"),
        pytest.param("1. entry", id="numbered list"),
        pytest.param("12) entry", id="numbered list with bracket"),
        pytest.param("> quotation", id="quotation"),
        pytest.param("=====", id="underline"),
        pytest.param("---", id="rule"),
        pytest.param("***", id="rule of stars"),
        pytest.param("    code", id="indented code"),
        pytest.param("```\ncode\n```", id="fence"),
        pytest.param("[a]: http://evil.example", id="definition"),
        pytest.param("| a | b |\n|---|---|\n| c | d |", id="table"),
        pytest.param("&lt;b&gt; &copy;", id="entities"),
        pytest.param("a\\*b", id="backslash"),
        pytest.param("<!-- note -->", id="comment"),
    ],
)
def test_what_means_something_in_markdown_is_shown_as_it_is(text: str) -> None:
    page = viewed_markdown(escape(text))
    assert [element.name for element in page.find_all()] == ["p"]
    assert page.text.strip() == " ".join(text.split())


@given(st.text())
def test_any_text_comes_back_from_markdown_as_one_paragraph(text: str) -> None:
    page = viewed_markdown(f"x {escape(text)} x")
    assert [element.name for element in page.find_all()] == ["p"]
    assert " ".join(page.text.split()) == " ".join(f"x {in_one_line(text)} x".split())


def test_a_question_of_several_lines_is_one_quotation_in_markdown() -> None:
    page = viewed_markdown(markdown_of(ordinary_report("No school.\n\n# For two terms!\n    Nobody came.")))
    quoted = page.find("blockquote")
    assert quoted is not None
    assert "No school." in quoted.text and "# For two terms!" in quoted.text and "Nobody came." in quoted.text
    assert not quoted.find_all(["h1", "pre", "code"])


# --------------------------------------------------------------------------- CSV


def test_the_table_has_a_row_for_each_payment_and_each_case_without() -> None:
    two = decision(
        1,
        remedies=(
            remedy(issue=LATE_PLAN, pounds=1234.5),
            remedy(issue=LATE_PLAN, rate_pence=10_000, per="month", payee=Payee.CHILD),
        ),
    )
    cases = (case(two), case(decision(2, remedies=())), case(decision(3), relevance=Relevance.BACKGROUND))
    found = evidence(*cases)
    answer = answer_about(two, evidence=found, summary=summarise_remedies(found))
    rows = rows_of(report_answer("How much?", answer, held(two)))
    shown = [(row["Reference"], row["Amount (£)"], row["Rate (£)"], row["Per"], row["Paid to"]) for row in rows]
    assert shown == [
        ("21 000 001", "1234.5", "", "", "complainant"),
        ("21 000 001", "", "100", "month", "child"),
        ("21 000 002", "", "", "", ""),
        ("21 000 003", "", "", "", ""),
    ]
    assert [row["Counted"] for row in rows] == ["yes", "yes", "yes", "no"]
    assert rows[0]["Decided"] == "2021-06-17"
    assert {row["Question"] for row in rows} == {"How much?"}
    assert {row["Casebook"] for row in rows} == {"1,403 decisions, the newest of 2 March 2026"}
    assert all("no legal advice" in row["Terms"] and "copyright" in row["Terms"] for row in rows)


def test_a_refund_is_no_payment_in_the_table() -> None:
    own = decision(1, remedies=(remedy(RemedyKind.REFUND, 80, issue=LATE_PLAN),))
    (row,) = rows_of(report_answer("q", answer_about(own), held(own)))
    assert (row["Remedy"], row["Amount (£)"]) == ("refund or write-off", "80")


def test_the_pound_sign_is_read_by_a_spreadsheet() -> None:
    (first, *_) = rows_of(ordinary_report())
    assert first["Paid for this issue"].startswith("£300 to the complainant")


def test_a_question_without_decisions_has_one_row_that_says_so() -> None:
    report = replace(ordinary_report("anything?"), tables=(), status="Nothing comparable held")
    (row,) = rows_of(report)
    assert (row["Question"], row["Answer"], row["Reference"]) == ("anything?", "Nothing comparable held", "")


@pytest.mark.parametrize("formula", FORMULAS)
def test_no_cell_is_taken_for_a_formula(formula: str) -> None:
    for row in rows_of(hostile_report(formula)):
        for column, cell in row.items():
            assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝", "|", "%")), (column, cell)
            assert cell == cell.strip() or column == "Question"


@given(st.text(st.characters(codec=None), max_size=60))
def test_any_characters_make_a_table_of_whole_rows(text: str) -> None:
    for row in rows_of(hostile_report(text)):
        assert set(row) == set(COLUMNS)
        assert not [cell for cell in row.values() if cell.startswith(("=", "+", "-", "@")) or "\n" in cell]


def test_a_cell_is_no_longer_than_a_spreadsheet_keeps() -> None:
    for row in rows_of(hostile_report(LONG_WORD)):
        assert max(len(cell) for cell in row.values()) < 32_767


def test_hostile_text_is_text_in_a_table() -> None:
    (row, *_) = rows_of(hostile_report())
    assert row["Body"].startswith("<script>alert(1)</script>") and "<U+202E>" in row["Body"]
    assert row["Decision on the Ombudsman’s site"] == ""
    assert HOSTILE[:20] in row["Question"]
