"""A user's word on an answer: what is written, and what is not."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from assistant.answering import Assistant
from assistant.chat.judging import render_form, save_judgement
from assistant.errors import InputError
from assistant.feedback import Complaint, FeedbackFile, Subject, Verdict, read_feedback, subject_of, write_feedback

SUBJECT = Subject(
    "found", "typical remedy", ("21 000 001",), (("wording", "templates-1"),), "How much for a lost file?", "£100."
)


def test_the_question_is_written_only_where_the_user_agrees(tmp_path: Path) -> None:
    path = tmp_path / "feedback.jsonl"
    write_feedback(path, SUBJECT, Verdict.USEFUL)
    write_feedback(
        path, SUBJECT, Verdict.WRONG, complaints=[Complaint.FIGURE], comment="It was £150", with_question=True
    )
    useful, wrong = read_feedback(path).judgements
    assert (useful.verdict, useful.question, useful.answer, useful.comment) == ("useful", "", "", "")
    assert useful.references == ("21 000 001",)
    assert (wrong.question, wrong.answer, wrong.comment) == ("How much for a lost file?", "£100.", "It was £150")
    assert wrong.complaints == ("a figure, date or reference is wrong",)
    assert "lost file" not in path.read_text().splitlines()[0]


def test_personal_data_in_a_comment_is_blanked(tmp_path: Path) -> None:
    path = tmp_path / "feedback.jsonl"
    write_feedback(path, SUBJECT, Verdict.WRONG, comment="Mrs Bloggs of 07700 900123 says so")
    (kept,) = read_feedback(path).judgements
    assert "Bloggs" not in kept.comment
    assert "07700" not in path.read_text()


@pytest.mark.skipif(os.name != "posix", reason="files have no such rights on this system")
def test_only_the_owner_may_read_the_file(tmp_path: Path) -> None:
    path = tmp_path / "feedback.jsonl"
    write_feedback(path, SUBJECT, Verdict.USEFUL)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_file_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "feedback.jsonl").mkdir()
    with pytest.raises(InputError, match=r"feedback\.jsonl: this could not be written"):
        write_feedback(tmp_path / "feedback.jsonl", SUBJECT, Verdict.USEFUL)


DAMAGED = {
    "not JSON": b"{",
    "half a line": b'{"verdict": "useful"}',
    "another verdict": b'{"at": "2026-11-01T10:00:00+00:00", "verdict": "<b>"}',
    "not UTF-8": b'"\xff"',
}


@pytest.mark.parametrize("kind", DAMAGED)
def test_no_file_is_no_feedback_and_a_damaged_line_is_named_and_hides_no_other(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "feedback.jsonl"
    assert read_feedback(path) == FeedbackFile()
    write_feedback(path, SUBJECT, Verdict.USEFUL)
    whole = path.read_bytes() + DAMAGED[kind] + b"\n"
    path.write_bytes(whole)
    write_feedback(path, SUBJECT, Verdict.WRONG)
    read = read_feedback(path)
    assert [each.verdict for each in read.judgements] == [Verdict.USEFUL, Verdict.WRONG]
    assert read.damaged == (2,)
    assert path.read_bytes().startswith(whole)


def test_no_character_of_a_comment_ends_its_line_or_steers_a_terminal(tmp_path: Path) -> None:
    path = tmp_path / "feedback.jsonl"
    comment = "one\u2028two\x85three\x1b[2J\u202e\x9b1m \ud83d£ five"
    write_feedback(path, SUBJECT, Verdict.WRONG, comment=comment)
    (kept,) = read_feedback(path).judgements
    assert kept.comment == comment.replace("\ud83d", "\ufffd")
    written = path.read_text(encoding="utf-8")
    assert "£" in written
    assert written.count("\n") == 1 and not set("\u2028\x85\x1b\u202e\x9b") & set(written)


def test_the_subject_names_the_decisions_that_are_cited(assistant: Assistant) -> None:
    answer = assistant.ask("what remedy is typical for an unredacted address")
    subject = subject_of("an unredacted address", answer)
    assert "19 018 981" in subject.references
    assert subject.status == "found"
    assert subject.said.splitlines()[0] == answer.statements[0].text


def test_what_the_form_does_not_offer_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "feedback.jsonl"
    sent = {"verdict": "<b>", "complaints": ["FIGURE", "<script>"], "comment": None, "agreed": "yes"}
    assert "without your question" in save_judgement(path, SUBJECT, sent)
    (kept,) = read_feedback(path).judgements
    assert (kept.verdict, kept.complaints, kept.question) == ("wrong", (Complaint.FIGURE.value,), "")


def test_every_field_of_the_form_has_a_name() -> None:
    form = render_form(3)
    assert form.count("<label") == form.count("<input") + form.count("<textarea")
    assert 'name="verdict-3"' in form
    assert "A case I know of is missing" in form
