"""What is taken away, before it has a form; the plain text, a citation, the names of files."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain import (
    AnswerStatus,
    Basis,
    EvidenceSide,
    Outcome,
    Query,
    QuestionKind,
    Relevance,
    Statement,
    StatementRole,
)
from assistant.remedies import summarise_remedies
from assistant.taking import (
    Form,
    NothingToTake,
    TakenFile,
    cite,
    report_answer,
    report_failure,
    take_answer,
    take_conversation,
    take_table,
    write_plain,
)
from assistant.taking.report import PartKind, Whose, number_on
from assistant.visible import in_one_line, visible
from tests.answer_builders import answer_about, held
from tests.builders import case, decision, evidence, facts, full_text, query, remedy
from tests.taken import DAY, HOSTILE, hostile_report, linked, ordinary_answer, ordinary_report, read_word

_NEVER_SHOWN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)


# --------------------------------------------------------------------------- characters


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("£300 for “distress” – 41 weeks…", "£300 for “distress” – 41 weeks…", id="ordinary"),
        pytest.param("pay\u202e003£", "pay<U+202E>003£", id="turned round"),
        pytest.param("a\x00b\x1bc", "a<U+0000>b<U+001B>c", id="control"),
        pytest.param("\ud800\ufffe", "<U+D800><U+FFFE>", id="no character"),
        pytest.param("one\r\ntwo\u2028three\ttab", "one\ntwo\nthree tab", id="line ends"),
        pytest.param("", "", id="empty"),
    ],
)
def test_what_hides_or_breaks_is_spelt_out(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text(st.characters(codec=None)))
def test_a_text_made_visible_hides_nothing_and_stays_so(text: str) -> None:
    shown = visible(text)
    assert not _NEVER_SHOWN.search(shown)
    assert visible(shown) == shown
    assert "\n" not in in_one_line(text)


# --------------------------------------------------------------------------- the report


def test_a_report_tells_whose_words_are_quoted() -> None:
    report = ordinary_report()
    assert report.whose == {Whose.OMBUDSMAN, Whose.DIGEST}
    found = next(part for part in report.parts if part.heading == "What was found")
    assert [words.whose for words in found.said[0].words] == [Whose.OURS, Whose.OMBUDSMAN, Whose.OURS]
    assert found.said[0].text.startswith("It says “The Council took 41 weeks")


def test_a_place_that_is_cited_twice_is_one_footnote() -> None:
    report = ordinary_report()
    assert [note.number for note in report.footnotes] == [1, 2, 3, 4]
    assert report.parts[-1].said[0].notes == (1, 4)


def test_a_footnote_names_the_paragraph_only_where_the_page_prints_its_number() -> None:
    notes = {note.number: note for note in ordinary_report().footnotes}
    assert notes[1].place == "" and notes[1].known_from == "The Ombudsman’s own words"
    assert notes[4].place == "paragraph 2"
    assert notes[2].known_from == "Our digest of the published summary" and notes[2].link is None
    assert notes[4].link == "https://www.lgo.org.uk/decisions/education/special-educational-needs/21-000-001"


def test_the_tables_hold_every_decision_the_lost_ones_and_those_not_counted_too() -> None:
    cases = (
        case(decision(1)),
        case(decision(2, outcome=Outcome.NOT_UPHELD, remedies=())),
        case(decision(3, remedies=(remedy(amount_pence=None),))),
        case(decision(4), relevance=Relevance.BACKGROUND),
    )
    found = evidence(*cases)
    answer = answer_about(decision(1), evidence=found, summary=summarise_remedies(found))
    counted, background = report_answer("q", answer, {}).tables
    assert [str(row.reference) for row in counted.rows] == ["21 000 001", "21 000 002", "21 000 003"]
    assert counted.tally == (
        "Of these 3: 2 upheld and 1 not upheld. Money for this issue: a sum in 1, no sum stated in 1 and none in 1."
    )
    assert [row.paid for row in counted.rows] == [
        "£300 to the complainant for distress (agreed)",
        "No payment",
        "A payment, sum not stated in what is held",
    ]
    assert not background.is_counted and [row.is_counted for row in background.rows] == [False]


def test_the_sides_of_a_comparison_have_a_table_each() -> None:
    found = evidence(case(decision(1)), case(decision(2)), case(decision(3)))
    sides = (EvidenceSide("2021", ("C1", "C3")), EvidenceSide("2023", ("C2",)))
    found = replace(found, sides=sides)
    answer = answer_about(decision(1), query=query(QuestionKind.COMPARE), evidence=found)
    tables = report_answer("q", answer, {}).tables
    assert [table.caption for table in tables] == ["2021: 2 comparable decisions", "2023: 1 comparable decision"]
    assert {row.side for row in tables[0].rows} == {"2021"}
    shared = replace(found, sides=(EvidenceSide("child", ("C1", "C2", "C3")), EvidenceSide("parent", ("C1",))))
    assert len(report_answer("q", replace(answer, evidence=shared), {}).tables) == 1


def test_the_question_is_taken_away_without_the_personal_data_in_it() -> None:
    asked = query(redacted_question="bins at [address]")
    answer = answer_about(status=AnswerStatus.PERSONAL_DATA, query=asked)
    report = report_answer("bins at 12 High Street", answer, {})
    assert report.question == "bins at [address]"
    assert report.understood == () and report.topic == ""
    for form in Form:
        assert b"High Street" not in take_answer(report, form, on=DAY).data


def test_how_it_was_understood_is_taken_away_with_its_limits() -> None:
    report = ordinary_report()
    assert dict(report.understood)["Limited to"] == "all bodies, all years"


def test_a_failure_is_a_report_too() -> None:
    report = report_failure("why?", "The index is busy. Ask again.", facts())
    assert report.parts[0].kind is PartKind.HEADLINE
    taken = take_conversation([report], Form.MARKDOWN, on=DAY)
    assert isinstance(taken, TakenFile)
    assert "The index is busy. Ask again." in taken.data.decode()


def test_footnotes_are_numbered_through_a_conversation() -> None:
    one, two = number_on((ordinary_report(), ordinary_report()))
    assert [note.number for note in one.footnotes + two.footnotes] == list(range(1, 9))
    assert two.parts[-1].said[0].notes == (5, 8)


# --------------------------------------------------------------------------- plain text


def test_a_copy_holds_statements_sources_date_count_and_acknowledgement() -> None:
    text = write_plain(ordinary_report())
    assert text.startswith("Question: How much for a late plan?\n")
    assert "- Once more. [1] [4]" in text
    source = "[4] Northmoor Council, 21 000 001, 17 June 2021, Upheld, paragraph 2. The Ombudsman’s own words: “The"
    assert source in text
    assert f"” {linked(full_text(1)).url}" in text
    assert "1,403 decisions, the newest of 2 March 2026" in text
    assert "Commission for Local Administration in England" in text and "no legal advice" in text


def test_an_address_that_is_not_the_ombudsmans_is_never_written() -> None:
    assert "ombudsman.example" not in write_plain(ordinary_report())
    assert "javascript:alert(1)\n" not in write_plain(hostile_report())


def test_a_copy_of_hostile_text_hides_nothing() -> None:
    text = write_plain(hostile_report())
    assert not _NEVER_SHOWN.search(text)
    assert "<U+202E>" in text and "<script>alert(1)</script>" in text


# --------------------------------------------------------------------------- one decision


def test_a_citation_says_all_that_is_known_and_where_the_words_are_from() -> None:
    own = linked(full_text(1))
    said = (
        "Northmoor Council (21 000 001), Local Government and Social Care Ombudsman, decision of 17 June 2021, upheld"
    )
    assert cite(own) == f"{said} (full text of the decision). {own.url}"
    assert cite(own, own.paragraphs[2]) == f"{said}, paragraph 2 (full text of the decision). {own.url}"
    assert cite(own, own.paragraphs[0]) == cite(own)


def test_a_citation_of_a_digest_names_no_paragraph_and_says_that_it_is_a_digest() -> None:
    own = decision(1, body=None, decided=None, outcome=Outcome.CLOSED, outcome_inferred=True)
    numbered = replace(own.paragraphs[0], printed_number=3)
    assert cite(own, numbered) == (
        "Body not named (21 000 001), Local Government and Social Care Ombudsman, date not known, closed after initial "
        "enquiries (read from the summary) (known from our digest of the published summary, not from the full text)."
    )
    assert "published list" in cite(replace(own, basis=Basis.ROUND_UP))


def test_an_address_that_was_built_from_a_list_is_said_to_be_so() -> None:
    own = replace(linked(decision(1)), url_derived=True)
    report = report_answer("q", answer_about(own), held(own))
    note = "(address built from a list; it may not open)"
    assert cite(own).endswith(f"21-000-001 {note}")
    assert f"21-000-001 {note}" in write_plain(report)
    assert f"21-000-001> {note}" in take_answer(report, Form.MARKDOWN, on=DAY).data.decode()
    word = read_word(take_answer(report, Form.WORD, on=DAY).data)
    assert word.footnotes[1].endswith(f"21-000-001 {note}") and "was built from a list, and may not open" in word.text
    assert "it may not open" in take_answer(report, Form.COMMA, on=DAY).data.decode()
    assert "built from a list" not in write_plain(ordinary_report())


def test_a_citation_of_hostile_text_is_one_visible_line() -> None:
    said = cite(decision(1, body=f"{HOSTILE}\nand more", url="https://evil.example/decisions/x"))
    assert not _NEVER_SHOWN.search(said) and "\n" not in said
    assert not said.endswith("/x")


# --------------------------------------------------------------------------- files


@pytest.mark.parametrize(
    ("topic", "name"),
    [
        pytest.param("an unredacted address", "redress-2026-11-23-unredacted-address.docx", id="topic"),
        pytest.param("", "redress-2026-11-23-answer.docx", id="no topic"),
        pytest.param("../../etc/passwd\x00", "redress-2026-11-23-etc-passwd.docx", id="a path"),
        pytest.param("Fußgänger café", "redress-2026-11-23-fuganger-cafe.docx", id="accents"),
        pytest.param("\u202e<script>.exe", "redress-2026-11-23-script-exe.docx", id="hostile"),
        pytest.param("w" * 100_000, f"redress-2026-11-23-{'w' * 40}.docx", id="long word"),
        pytest.param("delay in a very long education plan and its yearly review", None, id="cut at a word"),
    ],
)
def test_a_file_name_is_ours(topic: str, name: str | None) -> None:
    answer = answer_about(decision(1), query=query(topic=topic))
    taken = take_answer(report_answer("q", answer, {}), Form.WORD, on=DAY)
    assert name is None or taken.name == name
    assert re.fullmatch(r"redress-2026-11-23-[a-z0-9]+(-[a-z0-9]+)*\.docx", taken.name)
    assert len(taken.name) <= 65


def test_a_file_about_one_decision_is_named_by_its_reference() -> None:
    own = decision(1)
    asked = Query("q", QuestionKind.SINGLE_CASE, "", references=(own.reference,))
    report = report_answer("q", answer_about(own, query=asked), held(own))
    assert take_answer(report, Form.COMMA, on=DAY).name == "redress-2026-11-23-21-000-001.csv"


@pytest.mark.parametrize("form", list(Form))
def test_an_empty_conversation_is_nothing_to_take(form: Form) -> None:
    taken = take_conversation([], form, on=DAY)
    assert isinstance(taken, NothingToTake) and "no question" in taken.why


@pytest.mark.parametrize("form", list(Form))
def test_an_answer_without_decisions_has_no_table_to_take(form: Form) -> None:
    none = answer_about(status=AnswerStatus.NONE, statements=(Statement(StatementRole.HEADLINE, "Nothing."),))
    report = report_answer("q", none, {})
    assert isinstance(take_table(report, form, on=DAY), NothingToTake)
    assert take_answer(report, form, on=DAY).data


def test_a_table_by_itself_holds_the_question_and_the_decisions_only() -> None:
    taken = take_table(ordinary_report(), Form.MARKDOWN, on=DAY)
    assert isinstance(taken, TakenFile)
    text = taken.data.decode()
    assert taken.name == "redress-2026-11-23-late-education-plan-decisions.md"
    assert "How much for a late plan?" in text and "21 000 002" in text
    assert "Once more" not in text and "[^1]" not in text
    assert "Commission for Local Administration" in text


def test_the_same_report_gives_the_same_text_every_time() -> None:
    for form in (Form.MARKDOWN, Form.COMMA):
        made = {take_answer(ordinary_report(), form, on=date(2026, 11, 23)).data for _ in range(2)}
        assert len(made) == 1
    answer, decisions = ordinary_answer()
    assert report_answer("q", answer, held(*decisions)) == report_answer("q", answer, held(*decisions))
