"""The examples in ``docs/examples`` are what the starter casebook answers now."""

from __future__ import annotations

import pytest

from assistant.answering import Assistant
from tests.examples import EXAMPLES, FOLDER, Example, as_markdown, ask_example


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_an_example_is_current_and_nothing_in_it_is_withheld(example: Example, assistant: Assistant) -> None:
    answer = ask_example(assistant, example)
    assert answer.report.withheld == ()
    stored = (FOLDER / f"{example.name}.md").read_text(encoding="utf-8")
    assert stored == as_markdown(example, answer, assistant), "write them anew: python -m tests.examples"


def test_there_is_no_example_without_its_question() -> None:
    assert {file.stem for file in FOLDER.glob("[0-9]*.md")} == {example.name for example in EXAMPLES}
    assert len(EXAMPLES) >= 20
