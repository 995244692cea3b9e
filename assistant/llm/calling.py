"""One call of a chat model: in a thread of its own, against one deadline, cut off where it does not end.

A provider's package waits for a silent server as long as it was told, and for ever where a server sends a little now
and then. So the reply is collected here piece by piece, and the time of the whole counts.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any

from assistant.errors import ModelBusy, ModelError, ModelRefused, ModelReplyUnusable, ModelTimeout, ModelUnreachable
from assistant.llm.failures import is_about_the_form, is_about_the_temperature, translate
from assistant.llm.providers import describe_destination, find_provider, model_arguments
from assistant.settings import Settings

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import BaseMessage
    from langchain_core.runnables import Runnable

# A written answer has some 3,000 characters; a reply of ten times that is not one.
_REPLY_AT_MOST = 30_000
# A thread whose server never ends its reply cannot be stopped, only left behind: so there are never more than these.
_CALLS_AT_ONCE = 8
# One more try where the provider is busy or the connection broke, after a short wait.
_TRIES = 2
_WAIT_BEFORE_RETRY = 1.0

_END = object()


@dataclass(frozen=True)
class Message:
    """One message: ``role`` is "system", "user" or "assistant"."""

    role: str
    content: str


@dataclass(frozen=True)
class Reply:
    """The text of a reply, whole, and the name that the model gave itself (empty where it gave none)."""

    text: str
    model: str = ""


class ChatModel:
    """A configured chat model. Safe to use from several threads."""

    def __init__(self, settings: Settings) -> None:
        self.identity = settings.model or ""
        self.destination = describe_destination(settings) or ""
        self.timeout = settings.model_timeout
        self._provider, self._name = find_provider(settings)
        self._arguments = model_arguments(self._provider, settings)
        self._model: BaseChatModel | None = None
        self._takes_schema = True
        self._takes_temperature = True
        self._lock = threading.Lock()
        self._free = threading.BoundedSemaphore(_CALLS_AT_ONCE)

    def prepare(self) -> None:
        """Import the provider's package, which takes seconds that are not the model's; what fails is told by write."""
        with suppress(Exception):
            self._opened()

    def write(self, messages: Sequence[Message], schema: Mapping[str, Any], *, deadline: float | None = None) -> Reply:
        """The reply to some messages, asked for in the form of a JSON schema; its text is as the model wrote it.

        ``deadline`` is a time of ``time.monotonic``; without one the model's own seconds count from now. The schema
        is a request: whoever reads the reply checks it. Raises ModelError, whose kind says what went wrong.
        """
        deadline = time.monotonic() + self.timeout if deadline is None else deadline
        for left in reversed(range(_TRIES)):
            try:
                return self._write_once(messages, schema, deadline)
            except (ModelBusy, ModelUnreachable):
                if not left or time.monotonic() + _WAIT_BEFORE_RETRY >= deadline:
                    raise
                time.sleep(_WAIT_BEFORE_RETRY)
        raise AssertionError("the last try returns or raises")

    def _write_once(self, messages: Sequence[Message], schema: Mapping[str, Any], deadline: float) -> Reply:
        """One request; again without what the server refuses to know, which is then left out for good."""
        while True:
            try:
                return self._collect(messages, schema if self._takes_schema else None, deadline)
            except ModelError as error:
                if self._takes_temperature and is_about_the_temperature(error.__cause__):
                    # Models that reason choose it themselves.
                    self._leave_out_temperature()
                elif self._takes_schema and is_about_the_form(error.__cause__):
                    # A server that knows no schemas: the prompt asks for the same form in words.
                    self._takes_schema = False
                else:
                    raise

    def _collect(self, messages: Sequence[Message], schema: Mapping[str, Any] | None, deadline: float) -> Reply:
        if not self._free.acquire(blocking=False):
            raise ModelBusy(f"{self.identity} is still busy with {_CALLS_AT_ONCE} earlier questions.")
        pieces: SimpleQueue[Any] = SimpleQueue()
        stop = threading.Event()

        def run() -> None:
            try:
                for piece in self._stream(messages, schema):
                    if stop.is_set():
                        return
                    pieces.put(piece)
                pieces.put(_END)
            except Exception as error:  # whatever a provider's package raises is translated by who waits
                pieces.put(error)
            finally:
                self._free.release()

        threading.Thread(target=run, name="chat-model", daemon=True).start()
        try:
            return self._gather(pieces, deadline)
        finally:
            stop.set()

    def _gather(self, pieces: SimpleQueue[Any], deadline: float) -> Reply:
        whole: Any = None
        length = 0
        while True:
            try:
                piece = pieces.get(timeout=max(0.0, deadline - time.monotonic()))
            except Empty:
                message = f"{self.identity} did not finish its reply in time (REDRESS_MODEL_TIMEOUT={self.timeout:g})."
                raise ModelTimeout(message) from None
            if piece is _END:
                return _whole_reply(whole, self.identity)
            if isinstance(piece, Exception):
                raise translate(piece, self.identity, self.destination) from piece
            length += len(_text(piece))
            if length > _REPLY_AT_MOST:
                message = f"{self.identity} wrote more than {_REPLY_AT_MOST:,} characters and was cut off."
                raise ModelReplyUnusable(message, reason="the model’s reply did not end")
            whole = piece if whole is None else whole + piece

    def _stream(self, messages: Sequence[Message], schema: Mapping[str, Any] | None) -> Iterator[BaseMessage]:
        """The pieces of one reply as LangChain's message chunks."""
        given = [(message.role, message.content) for message in messages]
        yield from self._asked_for(schema).stream(given)

    def _asked_for(self, schema: Mapping[str, Any] | None) -> Runnable[Any, Any]:
        """The model, told in its provider's way to keep to a schema.

        LangChain's ``with_structured_output`` parses each piece that comes and holds back a reply that does not
        parse: an endless one was never seen to arrive. The same goes for OpenAI's own reading of a reply in a form,
        which is why the form goes into the body of the request.
        """
        model = self._opened()
        if schema is None:
            return model
        if self._provider.name in ("openai", "azure_openai"):
            form = {"type": "json_schema", "json_schema": {"name": schema["title"], "schema": dict(schema)}}
            return model.bind(extra_body={"response_format": form})
        if self._provider.name == "ollama":
            return model.bind(format=dict(schema))
        return model.bind_tools([dict(schema)], tool_choice="any")

    def _leave_out_temperature(self) -> None:
        with self._lock:
            self._takes_temperature = False
            self._arguments.pop("temperature", None)
            self._model = None

    def _opened(self) -> BaseChatModel:
        with self._lock:
            if self._model is None:
                from langchain.chat_models import init_chat_model

                self._model = init_chat_model(self._name, model_provider=self._provider.name, **self._arguments)
            return self._model


def open_model(settings: Settings) -> ChatModel | None:
    """The configured chat model, known to be installed and to have its key; None where none is configured.

    Nothing is asked of it yet. Raises SettingsError, ModelNotInstalled or ModelKeyMissing, each saying what to do.
    """
    return ChatModel(settings) if settings.model else None


def _text(message: Any) -> str:
    """The text in a message or a chunk of one; what a called tool was given, where it called one."""
    text = str(message.text)
    return text or "".join(str(call.get("args") or "") for call in getattr(message, "tool_call_chunks", ()))


def _whole_reply(message: Any, identity: str) -> Reply:
    if message is None:
        raise ModelReplyUnusable(f"{identity} sent an empty reply.", reason="the model sent an empty reply")
    details = getattr(message, "response_metadata", {}) or {}
    refusal = (getattr(message, "additional_kwargs", {}) or {}).get("refusal")
    # Each provider's word for "withheld by our filter".
    ended = str(details.get("finish_reason") or details.get("stop_reason") or "").lower()
    if refusal or ended in ("content_filter", "refusal", "safety"):
        raise ModelRefused(f"{identity} refused to write this answer.")
    text = str(message.text)
    if not text:
        with suppress(IndexError, KeyError, TypeError):
            text = json.dumps(message.tool_calls[0]["args"])
    if not text.strip():
        raise ModelReplyUnusable(f"{identity} sent an empty reply.", reason="the model sent an empty reply")
    return Reply(text, str(details.get("model_name") or details.get("model") or ""))
