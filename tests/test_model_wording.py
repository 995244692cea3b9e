"""Statements put together at random from keys, sentences, phrases and lies: what is accepted holds only the record."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.composing import compose
from assistant.domain import Answer, AnswerStatus, CitationReport, Draft, FailedCheck, Statement, StatementRole
from assistant.model_writer import _wording, prove_worded
from assistant.remedies import summarise_remedies
from assistant.writing import Material, gather, rewrite_statement, word_statement
from assistant.writing.linking import AFTER
from assistant.writing.material import Subject
from assistant.writing.reply import WrittenQuote, WrittenStatement
from tests.builders import facts, query
from tests.model_world import DECISIONS, EVIDENCE, template_answer, unproved_words

_LIES = ("not", "no", "£900", "£300", "the child", "paid", "refused", "22 333 444", "Oldmarsh Council", "usually", "73")


def gathered() -> Material:
    asked = query()
    summary = summarise_remedies(EVIDENCE, asked.filters)
    wordings = {each.key: _wording(each, summary) for each in EVIDENCE.cases}
    material = gather(asked, EVIDENCE, summary, compose(asked, EVIDENCE, summary, facts()), wordings)
    assert material is not None
    return material


MATERIAL = gathered()
_PIECES = st.one_of(
    st.sampled_from([f"[{key}]" for key in MATERIAL.slots]),
    st.sampled_from([words.text for words in MATERIAL.words.values()]),
    st.sampled_from([" ".join(phrase) for phrase in AFTER]),
    st.sampled_from([".", ",", ":", ";", "(", ")", "-", "“", "”"]),
    st.sampled_from(_LIES),
)


def _joined(subject: Subject, rest: list[str]) -> list[str]:
    """The case's name, the rest, and whatever may not be left out."""
    return [f"[{subject.slots[0].key}]", ":", *rest, ".", *(f"the outcome was [{key}]." for key in subject.must[1:])]


# A case, what belongs to it, and now and then something that does not: most texts of wholly random pieces name none.
_OF_ONE_CASE = st.sampled_from(MATERIAL.subjects).flatmap(
    lambda subject: st.lists(
        st.one_of(
            st.sampled_from([f"[{slot.key}]" for slot in subject.slots]),
            st.sampled_from([words.text for words in subject.words]),
            st.sampled_from([" ".join(phrase) for phrase in AFTER] + [".", ":", ","]),
            *([_PIECES] if len(subject.slots) > 2 else []),
        ),
        max_size=6,
    ).map(lambda rest: _joined(subject, rest))
)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Answer:
    return template_answer(Path(tmp_path_factory.mktemp("model-home")))


@settings(max_examples=1500)
@given(st.one_of(st.lists(_PIECES, max_size=12), _OF_ONE_CASE))
def test_what_is_accepted_holds_only_the_record(template: Answer, pieces: list[str]) -> None:
    worded = word_statement(WrittenStatement(text=" ".join(pieces) or "-"), MATERIAL)
    assert (worded.statement is None) == bool(worded.failures)
    if worded.statement and worded.subject:
        assert not unproved_words(worded.statement, DECISIONS, template), worded.statement.text
        for slot in worded.subject.slots:
            assert worded.statement.text.count(slot.text) <= 1 or slot.kind.value in ("case", "outcome")
            if slot.key in worded.subject.must:
                assert slot.text in worded.statement.text


def test_a_share_of_the_texts_of_one_case_is_accepted() -> None:
    """Else the test above would look at nothing."""
    accepted = 0

    @settings(max_examples=200)
    @given(_OF_ONE_CASE)
    def count(pieces: list[str]) -> None:
        nonlocal accepted
        accepted += word_statement(WrittenStatement(text=" ".join(pieces)), MATERIAL).statement is not None

    count()
    assert accepted >= 15


@given(st.lists(st.sampled_from(sorted(MATERIAL.words)), max_size=4), st.lists(_PIECES, max_size=6))
def test_what_is_written_anew_holds_only_the_record(template: Answer, keys: list[str], pieces: list[str]) -> None:
    quotes = tuple(WrittenQuote(key=key, words="x") for key in keys)
    worded = rewrite_statement(WrittenStatement(text=" ".join(pieces) or "-", quotes=quotes), MATERIAL)
    if worded is not None:
        assert worded.statement is not None
        assert not unproved_words(worded.statement, DECISIONS, template), worded.statement.text


@pytest.mark.parametrize(
    ("checks", "is_shown"),
    [
        pytest.param((), True, id="nothing found"),
        pytest.param(("wording",), True, id="wording, which was read word by word"),
        pytest.param(("figures",), False, id="a figure"),
        pytest.param(("wording", "claims"), False, id="wording and a claim"),
        pytest.param(("quotes",), False, id="a quotation that is not stored any more"),
    ],
)
def test_whatever_else_the_strict_check_finds_withholds_a_statement(checks: tuple[str, ...], is_shown: bool) -> None:
    one = Statement(StatementRole.CLOSEST, "One.")
    other = Statement(StatementRole.CLOSEST, "Another.")
    failures = tuple(FailedCheck(one.text, check, "x", "y") for check in checks)

    def check(_: Draft) -> tuple[tuple[Statement, ...], CitationReport]:
        withheld = (one.text,) if checks else ()
        return (other,) if checks else (one, other), CitationReport(failures=failures, withheld=withheld)

    shown, report = prove_worded(Draft(AnswerStatus.FEW, (one, other)), check)
    assert (one in shown) is is_shown
    assert other in shown
    assert bool(report.withheld) is not is_shown
    assert "wording" not in {failure.check for failure in report.failures}
