"""Conversations by the name that a browser tab gave its own → what was said in them, in memory only.

A reload of the page finds its conversation again; nothing is written to disk, and what is not asked for is forgotten:
after some hours, when there are too many, when the user starts anew, and with the program.
"""

from __future__ import annotations

import re
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field

from assistant.chat.markup import Markup
from assistant.domain import CaseReference, Filters, Turn
from assistant.feedback import Subject
from assistant.taking import Report

_NAME = re.compile(r"[0-9a-f]{32}\Z")
_HOURS_KEPT = 12
_KEPT_AT_MOST = 500


@dataclass(frozen=True)
class Exchange:
    """One question and its answer as the session remembers them, and as they are shown.

    ``context`` are the turns that it was read with, ``history`` its own: asked again without an assumption, a
    question is read with the same context, and what follows looks back on the answer it then got. ``subject`` is what
    feedback can speak of; None where there is no answer. ``report`` is what is taken away of it. ``limits`` were set
    beside the question. ``decisions`` are all that the answer shows: it is shown only while they are held.
    """

    number: int
    question: str
    context: tuple[Turn, ...]
    history: tuple[Turn, ...]
    turn: Markup
    sources: Markup
    subject: Subject | None = None
    report: Report | None = None
    limits: Filters = field(default_factory=Filters)
    decisions: frozenset[CaseReference] = frozenset()


Conversation = tuple[Exchange, ...]


@dataclass(frozen=True)
class Kept:
    """What is held of one conversation; ``pending`` is a question that was asked and not yet answered."""

    conversation: Conversation = ()
    pending: str = ""


class Conversations:
    """The conversations of all open tabs. Safe to use from several threads.

    A name is 32 hexadecimal digits that the tab drew at random, so that nobody guesses another's. Anything else is no
    name: nothing is kept under it, and nothing found.
    """

    def __init__(self, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._kept: OrderedDict[str, tuple[float, Kept]] = OrderedDict()

    def begin(self, name: str, conversation: Conversation, question: str) -> None:
        """A question was asked: should the page be reloaded now, it stands in its box again."""
        self._put(name, Kept(conversation, question))

    def keep(self, name: str, conversation: Conversation) -> None:
        """The conversation as it is now, with nothing left unanswered."""
        self._put(name, Kept(conversation))

    def recall(self, name: str) -> Kept:
        """What is held under the name; empty for an unknown one."""
        with self._lock:
            self._forget_old()
            return self._kept[name][1] if name in self._kept else Kept()

    def forget(self, name: str) -> None:
        """The user starts anew."""
        with self._lock:
            self._kept.pop(name, None)

    def _put(self, name: str, kept: Kept) -> None:
        if not _NAME.match(name):
            return
        with self._lock:
            self._kept[name] = (self._clock(), kept)
            self._kept.move_to_end(name)
            self._forget_old()
            while len(self._kept) > _KEPT_AT_MOST:
                self._kept.popitem(last=False)

    def _forget_old(self) -> None:
        oldest_kept = self._clock() - _HOURS_KEPT * 3600
        while self._kept and next(iter(self._kept.values()))[0] < oldest_kept:
            self._kept.popitem(last=False)
