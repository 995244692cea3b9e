"""A chat model for tests: a server on loopback that speaks as OpenAI and as Ollama do, and says what a script tells it.

``with scripted_model(script) as server`` starts it; ``server.requests`` are the requests it was sent. A script is a
function from the number of the request (0 is the first) and the request to a Reply. Streams are sent piece by piece.
"""

from __future__ import annotations

import json
import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

_PIECE = 400  # characters of one event


@dataclass(frozen=True)
class Reply:
    """What the server does with one request.

    ``text`` is what the model says. ``status`` other than 200 is an error with ``text`` as its message. ``cut_after``
    breaks the connection behind so many characters; ``is_endless`` repeats the text until nobody listens; ``silence``
    is how many seconds pass before the first character; ``refusal`` is OpenAI's field of that name. ``raw`` is sent as
    the whole body in place of all this.
    """

    text: str = ""
    status: int = 200
    cut_after: int | None = None
    is_endless: bool = False
    silence: float = 0.0
    finish: str = "stop"
    refusal: str = ""
    raw: bytes = b""


@dataclass(frozen=True)
class Asked:
    """One request as the server got it; the names of its headers are in small letters."""

    path: str
    body: dict[str, Any]
    headers: dict[str, str]

    @property
    def messages(self) -> list[dict[str, str]]:
        """The messages, oldest first."""
        return list(self.body["messages"])

    @property
    def user(self) -> str:
        """The first message of the user: question and evidence."""
        return next(message["content"] for message in self.messages if message["role"] == "user")

    @property
    def last(self) -> str:
        """The last message: of a repair, what did not pass."""
        return self.messages[-1]["content"]

    @property
    def cases(self) -> tuple[Offered, ...]:
        """The cases of the evidence, as an honest reader of the request finds them."""
        return read_evidence(self.user)


@dataclass(frozen=True)
class Offered:
    """One case as the model sees it: its keys by kind ("case", "money", …), what stands behind each, its sentences."""

    keys: dict[str, str]
    texts: dict[str, str]
    must: tuple[str, ...]
    words: dict[str, str]


Script = Callable[[int, Asked], Reply]


def read_evidence(user: str) -> tuple[Offered, ...]:
    """The cases between the two lines of the fence."""
    fenced = re.search(r"^evidence (\S+) begins\n(.*)\nevidence \1 ends$", user, re.DOTALL | re.MULTILINE)
    assert fenced, "the request holds no fenced evidence"
    return tuple(_read_case(part) for part in re.split(r"\n\n(?=A case)", fenced[2]))


def _read_case(part: str) -> Offered:
    keys, texts, must, words = {}, {}, [], {}
    for line in part.splitlines():
        if slot := re.match(r"\[(([a-z]+)-\w{4})\]( \(must\))?: (.*)", line):
            keys[slot[2]] = slot[1]
            texts[slot[2]] = slot[4]
            if slot[3]:
                must.append(slot[1])
        elif sentence := re.match(r"(words-\w{4}): (.*)", line):
            words[sentence[1]] = sentence[2]
    return Offered(keys, texts, tuple(must), words)


@dataclass
class ScriptedModel:
    """A server that is running. ``url`` is its address without a path."""

    url: str
    script: Script
    requests: list[Asked] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def take(self, asked: Asked) -> Reply:
        """Note a request, and what the script says to it."""
        with self.lock:
            number = len(self.requests)
            self.requests.append(asked)
        return self.script(number, asked)


@contextmanager
def scripted_model(script: Script | Reply) -> Iterator[ScriptedModel]:
    """Serve a script on a free port of loopback; a Reply alone is said to every request."""
    if isinstance(script, Reply):
        said = script

        def script(_number: int, _asked: Asked) -> Reply:
            return said

    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.daemon_threads = True
    server.block_on_close = False
    model = ScriptedModel(f"http://127.0.0.1:{server.server_address[1]}", script)
    server.model = model  # type: ignore[attr-defined]  # read by the handler, which gets the server only
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield model
    finally:
        server.shutdown()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    """One request: its body is noted, the script is asked, and the reply is sent in the form of the path."""

    protocol_version = "HTTP/1.0"  # the end of the connection is the end of the reply: so a cut is one

    def log_message(self, *_: object) -> None:
        """Nothing is printed."""

    def do_POST(self) -> None:
        """Answer a chat request."""
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        headers = {name.lower(): value for name, value in self.headers.items()}
        reply = self.server.model.take(Asked(self.path, body, headers))  # type: ignore[attr-defined]
        time.sleep(reply.silence)
        if reply.status != 200:
            self._send_error(reply)
            return
        self.send_response(200)
        is_ollama = self.path == "/api/chat"
        self.send_header("Content-Type", "application/x-ndjson" if is_ollama else "text/event-stream")
        self.end_headers()
        with suppress(OSError):  # whoever asked has gone: that is how an endless reply ends
            if reply.raw:
                self.wfile.write(reply.raw)
                return
            for event in _ollama(reply) if is_ollama else _openai(reply, as_tool_call="tools" in body):
                self.wfile.write(event)
                self.wfile.flush()

    def _send_error(self, reply: Reply) -> None:
        text = reply.text or "scripted failure"
        error = text if self.path == "/api/chat" else {"message": text, "type": "scripted", "code": None}
        body = json.dumps({"error": error}).encode()
        with suppress(OSError):
            self.send_response(reply.status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)


def _pieces(reply: Reply) -> Iterator[str]:
    text = reply.text if reply.cut_after is None else reply.text[: reply.cut_after]
    while True:
        yield from (text[start : start + _PIECE] for start in range(0, len(text), _PIECE))
        if not reply.is_endless:
            return
        time.sleep(0.002)


def _openai(reply: Reply, *, as_tool_call: bool) -> Iterator[bytes]:
    def event(delta: dict[str, Any], finish: str | None = None) -> bytes:
        choice = {"index": 0, "delta": delta, "finish_reason": finish, "logprobs": None}
        chunk = {
            "id": "chatcmpl-1",
            "object": "chat.completion.chunk",
            "created": 1,
            "model": "scripted-1",
            "choices": [choice],
        }
        return f"data: {json.dumps(chunk)}\n\n".encode()

    yield event({"role": "assistant", "content": ""})
    if reply.refusal:
        yield event({"refusal": reply.refusal})
    for number, piece in enumerate(_pieces(reply)):
        if as_tool_call:
            function = {"arguments": piece} | ({} if number else {"name": "worded_answer"})
            call = {"index": 0, "type": "function", "function": function} | ({} if number else {"id": "call_1"})
            yield event({"tool_calls": [call]})
        else:
            yield event({"content": piece})
    if reply.cut_after is None:
        yield event({}, reply.finish)
        yield b"data: [DONE]\n\n"


def _ollama(reply: Reply) -> Iterator[bytes]:
    def line(content: str, **more: object) -> bytes:
        said = {"role": "assistant", "content": content}
        chunk = {"model": "scripted-1", "created_at": "2026-01-01T00:00:00Z", "message": said, "done": False, **more}
        return json.dumps(chunk).encode() + b"\n"

    for piece in _pieces(reply):
        yield line(piece)
    if reply.cut_after is None:
        yield line("", done=True, done_reason=reply.finish)
