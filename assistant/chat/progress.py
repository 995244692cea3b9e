"""The stages of an answer as they end → what the page shows of them, no faster than one can read."""

from __future__ import annotations

import time

from assistant.answering import Step
from assistant.chat.conversations import Exchange
from assistant.chat.frame import render_pending
from assistant.chat.markup import Markup

# Gradio's page was seen to break when updates come faster.
_SECONDS_BETWEEN_UPDATES = 0.05
# A stage that is shown for less cannot be read, and drawing it takes from the answer that is being made.
_SECONDS_SHOWN = 0.25


class Progress:
    """The stages of one answer as they end, shown no faster than one can read, from the first on."""

    def __init__(self, question: Markup) -> None:
        self._question = question
        self._done: tuple[str, ...] = ()
        self._said: tuple[str, ...] = ()
        self._last_update = time.monotonic()
        self._began: float | None = None

    def after(self, step: Step) -> Markup | None:
        """What to show now that this stage has ended; None where the last update is too fresh."""
        self._done = (*self._done, step.label)
        self._said = tuple(statement.text for statement in step.statements) or self._said
        now = time.monotonic()
        # Not from the asking: the wait for one's turn is no stage.
        self._began = self._began or now
        if step.is_before_wait:
            # What is seen while a model is waited for must not be the step before.
            time.sleep(max(0.0, _SECONDS_BETWEEN_UPDATES - (now - self._last_update)))
        elif now - max(self._began, self._last_update) < _SECONDS_SHOWN:
            return None
        self._last_update = time.monotonic()
        return render_pending(self._question, self._done, self._said, waits_for_model=step.is_before_wait)


def is_before_wait(event: Step | Exchange) -> bool:
    """Whether what comes next is the wait for a model."""
    return isinstance(event, Step) and event.is_before_wait
