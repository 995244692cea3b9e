"""What the server keeps of an open page does not grow with what was shown on it."""

from __future__ import annotations

import asyncio
from typing import Any

import gradio as gr
import pytest

from assistant.chat.sessions import Session

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


def built() -> tuple[gr.Blocks, Any]:
    with gr.Blocks() as page:
        memory, shown, asked = gr.State(()), gr.HTML("nothing yet", elem_id="shown"), gr.Textbox()
        asked.submit(lambda: None, None, [shown, memory])
    return page, next(iter(page.fns.values()))


def show(page: gr.Blocks, event: Any, session: Session, *values: Any) -> Any:
    return asyncio.run(page.postprocess_data(event, list(values), session))


def test_an_answer_leaves_nothing_behind_but_what_the_conversation_holds() -> None:
    page, event = built()
    session = Session(page)
    sizes = set()
    for number in range(5):
        answer = f"answer {number} " * 100
        show(page, event, session, gr.skip(), gr.skip())
        assert show(page, event, session, answer, (answer,))[0] == answer
        sizes.add((len(session.config_values), len(session.blocks_config.blocks), len(session.state_data)))
        assert answer not in str(session.config_values)
    assert len(sizes) == 1
    assert session[event.outputs[1]._id] == (answer,), "what one page remembers is there for its next question"


def test_a_part_that_was_changed_stays_changed() -> None:
    page, event = built()
    session = Session(page)
    part = event.outputs[0]
    show(page, event, session, gr.HTML(elem_classes="changed"), gr.skip())
    show(page, event, session, "a value", gr.skip())
    assert session[part._id].elem_classes == ["changed"]
    assert page.blocks[part._id].elem_classes == [], "on this page, and on no other user's"
