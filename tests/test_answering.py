"""The stages as one LangChain Runnable: invoke, stream, batch, callbacks, threads, and a casebook that changes."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from langchain_core.callbacks import BaseCallbackHandler

from assistant.answering import AskInput, Assistant, Step, open_assistant
from assistant.domain import Answer, AnswerStatus, CaseReference
from assistant.errors import QuestionError
from assistant.retriever import DecisionRetriever
from assistant.settings import Settings
from assistant.vectors import ChromaIndex, ExactIndex
from ingest.__main__ import main as ingest
from tests.conftest import CopyStarter

STAGES = ["understand", "find_evidence", "summarise_remedies", "compose", "check_citations"]
MISSED_BINS = "assisted bin collections missed again and again, what do people get"


class NamesSeen(BaseCallbackHandler):
    """Remembers the names under which LangChain reports the parts of a chain."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def on_chain_start(self, *_: Any, **details: Any) -> None:
        """LangChain calls it when a part begins."""
        self.names.append(str(details.get("name")))


def what_is_said(answer: Answer) -> list[str]:
    return [statement.text for statement in answer.statements]


def test_the_chain_is_invoked_streamed_and_batched_with_one_result(assistant: Assistant) -> None:
    asked: AskInput = {"question": MISSED_BINS}
    invoked = assistant.chain.invoke(asked)
    *steps, streamed = assistant.chain.stream(asked)
    batched = assistant.chain.batch([asked, {"question": "Summarise 19 018 981"}])
    assert isinstance(invoked, Answer) and isinstance(streamed, Answer)
    assert what_is_said(invoked) == what_is_said(streamed) == what_is_said(batched[0])
    assert [step.name for step in steps if isinstance(step, Step)] == STAGES
    assert batched[1].status is AnswerStatus.ONE


def test_each_step_arrives_before_the_next_stage_begins(assistant: Assistant, monkeypatch: pytest.MonkeyPatch) -> None:
    stream = assistant.stream(MISSED_BINS)
    first = next(stream)
    assert first == Step("understand", "Understood the question")

    def fail(*_: object) -> None:
        raise AssertionError("the search had begun already")

    monkeypatch.setattr(assistant.index, "refresh", fail)
    with pytest.raises(AssertionError, match="had begun"):
        next(stream)


def test_callbacks_see_every_stage_under_its_name(assistant: Assistant) -> None:
    seen = NamesSeen()
    assistant.ask(MISSED_BINS, config={"callbacks": [seen]})
    assert [name for name in seen.names if name in STAGES] == STAGES
    assert seen.names[0] == "redress"


def test_an_empty_question_is_an_error_of_its_own(assistant: Assistant) -> None:
    with pytest.raises(QuestionError, match="empty"):
        assistant.ask("  \n ")
    with pytest.raises(QuestionError, match="8,000"):
        assistant.ask("why " * 5000)


def test_threads_get_the_answers_that_one_thread_gets(assistant: Assistant) -> None:
    questions = [MISSED_BINS, "Summarise 19 018 981", "late EHC plan, no educational psychologist, how much"] * 3
    alone = [what_is_said(assistant.ask(question)) for question in questions]
    with ThreadPoolExecutor(max_workers=6) as pool:
        together = list(pool.map(lambda question: what_is_said(assistant.ask(question)), questions))
    assert together == alone


def test_a_second_process_answers_alike_without_the_index(assistant: Assistant) -> None:
    assert isinstance(assistant.index, ChromaIndex)
    second = open_assistant(assistant.settings)
    try:
        assert isinstance(second.index, ExactIndex)
        second.encoder = assistant.encoder
        assert what_is_said(second.ask(MISSED_BINS)) == what_is_said(assistant.ask(MISSED_BINS))
    finally:
        second.close()


def test_an_open_assistant_sees_what_ingest_adds_and_removes(
    tmp_path: Path, assistant: Assistant, copy_starter: CopyStarter
) -> None:
    own = open_assistant(Settings(home=copy_starter(tmp_path)))
    own.encoder = assistant.encoder
    try:
        digests = tmp_path / "new.jsonl"
        digests.write_text(
            '{"reference": "26 900 001", "body": "Northmoor Council", "outcome": "Upheld", "date": "2026-06-01", '
            '"digest": "The council lost a beekeeper\'s hive permit. It agreed to apologise and pay £275.", '
            '"issues": ["beehive permit lost"], "remedies": [{"kind": "payment", "amount_gbp": 275, '
            '"payee": "complainant", "status": "agreed"}], "basis": "summary", "injustice": [], "category": null, '
            '"subcategory": null, "url": null}\n',
            encoding="utf-8",
        )
        assert ingest(["add", "--home", str(tmp_path), str(digests)]) == 0
        answer = own.ask("council lost a beehive permit, what was paid")
        new = CaseReference("26 900 001")
        assert answer.evidence.cases[0].decision.reference == new
        assert any("£275" in text for text in what_is_said(answer))
        assert ingest(["remove", "--home", str(tmp_path), "26 900 001"]) == 0
        assert new not in {case.decision.reference for case in own.ask("beehive permit lost").evidence.cases}
    finally:
        own.close()


def test_the_retriever_gives_documents_with_their_provenance(assistant: Assistant) -> None:
    documents = DecisionRetriever(assistant=assistant, k=4).invoke(MISSED_BINS)
    assert len(documents) == 4
    for document in documents:
        held = assistant.decision(CaseReference(document.metadata["reference"]))
        assert held is not None and document.metadata["body"] == held.body
        assert document.page_content
