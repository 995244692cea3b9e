"""A stand-in for the Ombudsman's site: our own fictional decisions, served over real HTTP on this machine.

``StandInSite`` lists and shows what it publishes as the real site does (results of a time, ten a page, with their
count; categories with their newest ten; a search; decisions; reports in chapters). ``script`` puts other answers before
the usual ones of an address: refusals, waits, broken connections, challenges.
"""

from __future__ import annotations

import gzip
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import date
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

_A_PAGE = 10


@dataclass(frozen=True)
class Published:
    """A decision of the stand-in. ``chapters`` of more than none makes it a report; ``story`` tells versions apart."""

    reference: str
    decided: date = date(2024, 3, 14)
    category: str = "housing"
    subcategory: str = "homelessness"
    chapters: int = 0
    story: str = "The Council took eleven weeks to answer."
    body: str = "Northmoor Council"

    @property
    def slug(self) -> str:
        """``20-100-001b``."""
        return self.reference.replace(" ", "-")

    @property
    def path(self) -> str:
        """Where it is shown."""
        return f"/decisions/{self.category}/{self.subcategory}/{self.slug}"


@dataclass(frozen=True)
class Reply:
    """An answer out of the ordinary. ``cut`` sends only half of the body; ``drip`` waits so long between its bytes.

    ``is_measured`` says the body's length in advance, as most servers do.
    """

    status: int = 200
    body: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    cut: bool = False
    drip: float = 0.0
    is_measured: bool = True
    media_type: str = "text/html; charset=utf-8"


CHALLENGE = Reply(
    403,
    "<html><head><title>Just a moment...</title></head><body><h2>Verify you are human by completing the action below."
    "</h2><noscript>Enable JavaScript and cookies to continue</noscript></body></html>",
)
SHELL = Reply(
    200,
    "<html><head><title>Local Government and Social Care Ombudsman</title></head><body><nav><a href='/'>Home</a></nav>"
    "<main><div id='content'></div></main><footer><p>Accessibility</p></footer></body></html>",
)
NOT_FOUND = Reply(404, "<html><body><main><h1>Page not found</h1><p>It may have moved.</p></main></body></html>")


class StandInSite:
    """The site while it runs. Change ``decisions`` and the switches between requests as a test needs."""

    def __init__(self, *published: Published) -> None:
        self.decisions: dict[str, Published] = {one.path: one for one in published}
        self.robots: str | None = None
        self.count_off = 0  # the results say so many more than there are
        self.says_count = True
        self.turns_pages = True
        self.shows_results = True
        self.wants_referer = False  # results only after the page of decisions, as a session of a browser
        self.lists_twice = False
        self.cut_frame = ""  # what the frame of every page says besides
        self.requests: list[tuple[float, str]] = []
        self.headers: list[Mapping[str, str]] = []
        self.on_request: Callable[[int], None] = lambda _: None
        self._scripts: dict[str, deque[Reply]] = {}
        self._lock = threading.Lock()
        self._server: ThreadingHTTPServer | None = None

    @property
    def address(self) -> str:
        """``http://127.0.0.1:PORT``."""
        assert self._server is not None
        return f"http://127.0.0.1:{self._server.server_port}"

    @property
    def paths(self) -> list[str]:
        """What was asked for, in order, with the query."""
        return [path for _, path in self.requests]

    def asked(self, part: str) -> int:
        """How many requests had this in their address."""
        return sum(part in path for path in self.paths)

    def publish(self, *published: Published) -> None:
        """Put decisions on the site, in place of what stood at their addresses."""
        self.decisions |= {one.path: one for one in published}

    def script(self, address: str, *replies: Reply) -> None:
        """Answer so to the next requests for the address (with its query); then as usual."""
        self._scripts.setdefault(address, deque()).extend(replies)

    @contextmanager
    def running(self) -> Iterator[StandInSite]:
        """Serve until the end of the block."""
        site = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                reply = site._answer(self.path, dict(self.headers))
                _send(self, reply)

            def handle(self) -> None:
                with suppress(ConnectionResetError):  # a client that was killed
                    super().handle()

            def log_message(self, format: str, *args: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield self
        finally:
            self._server.shutdown()
            self._server.server_close()

    # ------------------------------------------------------------------ answers

    def _answer(self, address: str, headers: Mapping[str, str]) -> Reply:
        with self._lock:
            self.requests.append((time.monotonic(), address))
            self.headers.append(headers)
            number = len(self.requests)
            scripted = self._scripts.get(address)
            reply = scripted.popleft() if scripted else None
        self.on_request(number)
        return reply or self._usual(address, headers)

    def _usual(self, address: str, headers: Mapping[str, str]) -> Reply:
        parts = urlsplit(address)
        query = {name: values[0] for name, values in parse_qs(parts.query).items()}
        if parts.path == "/robots.txt":
            return NOT_FOUND if self.robots is None else Reply(200, self.robots, media_type="text/plain")
        if parts.path == "/Decisions/SearchResults":
            return self._results(query, headers)
        if parts.path == "/search":
            found = [one for one in self.decisions.values() if query["k"][:10] in one.reference]
            return self._framed(f"<h1>Search</h1>{_cards(found)}")
        if parts.path in self.decisions:
            return self._decision(self.decisions[parts.path], int(query.get("chapter", 0)))
        listed = [one for one in self._newest() if one.path.startswith(parts.path.lower() + "/")]
        if parts.path.startswith("/decisions") and listed:
            return self._framed(f"<h1>Recent statements in this category</h1>{_cards(listed[:_A_PAGE])}")
        return NOT_FOUND

    def _newest(self) -> list[Published]:
        return sorted(self.decisions.values(), key=lambda one: (-one.decided.toordinal(), one.path))

    def _results(self, query: Mapping[str, str], headers: Mapping[str, str]) -> Reply:
        if not self.shows_results or (self.wants_referer and not headers.get("Referer", "").endswith("/decisions")):
            return SHELL
        first, last = date.fromisoformat(query["fd"]), date.fromisoformat(query["td"])
        found = [one for one in self._newest() if first <= one.decided <= last]
        if self.lists_twice:
            found += found[:1]
        number = int(query.get("page", "1")) if self.turns_pages else 1
        shown = found[(number - 1) * _A_PAGE : number * _A_PAGE]
        count = f"<p>Your search has {len(found) + self.count_off:,} results</p>" if self.says_count else ""
        return self._framed(f"<h1>Decision search</h1>{count}{_cards(shown)}")

    def _decision(self, one: Published, chapter: int) -> Reply:
        if chapter > one.chapters:
            return NOT_FOUND
        return self._framed(_report(one, chapter or 1) if one.chapters else _statement(one))

    def _framed(self, article: str) -> Reply:
        visit = f"<script>visit={len(self.requests)}</script>"  # a frame differs from one visit to the next
        return Reply(
            200,
            f'<!DOCTYPE html><html lang="en-GB"><head><title>Ombudsman</title>{visit}</head><body>'
            f'<nav><a href="/decisions">Decisions</a></nav>{self.cut_frame}<main><article id="article">{article}'
            "</article></main><footer><p>Accessibility</p></footer></body></html>",
        )


def _send(handler: BaseHTTPRequestHandler, reply: Reply) -> None:
    body = reply.body.encode()
    is_packed = "gzip" in handler.headers.get("Accept-Encoding", "") and not (reply.cut or reply.drip)
    if is_packed and reply.is_measured:
        body = gzip.compress(body)
    try:
        handler.send_response(reply.status)
        handler.send_header("Content-Type", reply.media_type)
        if reply.is_measured:
            handler.send_header("Content-Length", str(len(body)))
            if is_packed:
                handler.send_header("Content-Encoding", "gzip")
        else:
            handler.send_header("Connection", "close")
            handler.close_connection = True
        for name, value in reply.headers.items():
            handler.send_header(name, value)
        handler.end_headers()
        if reply.cut:
            handler.close_connection = True
            body = body[: len(body) // 2]
        if reply.drip:
            for byte in body:
                handler.wfile.write(bytes((byte,)))
                handler.wfile.flush()
                time.sleep(reply.drip)
        else:
            handler.wfile.write(body)
    except (BrokenPipeError, ConnectionResetError):
        handler.close_connection = True  # the client was killed, or had enough


# --------------------------------------------------------------------------- our own pages


def _cards(listed: list[Published]) -> str:
    cards = [
        f'<li class="result"><h3><a href="{one.path}?displaypref=0">{escape(one.body)} ({one.reference})</a></h3>'
        f"<p><span>Statement</span> <span>Upheld</span> <span>{one.subcategory}</span> "
        f"<span>{one.decided:%d-%b-%Y}</span></p><p><strong>Summary:</strong> The Council was late."
        f'</p><a href="{one.path}">Read more</a></li>'
        for one in listed
    ]
    return f"<ol>{''.join(cards)}</ol>"


def _header(one: Published) -> str:
    return (
        f"<h2>{escape(one.body)} ({one.reference})</h2>"
        f"<p>Category : {one.category.capitalize()} > {one.subcategory.capitalize()}</p><p>Decision : Upheld</p>"
        f"<p>Decision date : {one.decided:%d %b %Y}</p>"
    )


def _statement(one: Published) -> str:
    return (
        f"{_header(one)}<h3>The Ombudsman's final decision:</h3>"
        f"<p>Summary: The Council was at fault for a late reply about a room. {escape(one.story)}</p>"
        "<h3>The complaint</h3><ol><li>Mr A complains that the Council did not reply to his letters.</li></ol>"
        f"<h3>What I found</h3><ol><li>{escape(one.story)} That was fault.</li>"
        f"<li>The letters of case {one.reference} lay in a drawer until the spring of that year.</li></ol>"
        "<h3>Agreed action</h3><ol><li>Within one month the Council will pay Mr A £100 for his distress.</li></ol>"
        "<h3>Final decision</h3><ol><li>I have found fault by the Council, which caused injustice.</li></ol>"
    )


def _report(one: Published, chapter: int) -> str:
    others = [
        f'<li><a href="?chapter={n}">Chapter {n}</a></li>' if n != chapter else f"<li><b>Chapter {n}</b></li>"
        for n in range(1, one.chapters + 1)
    ]
    chapters = f"{_header(one)}<ul class='chapters'>{''.join(others)}</ul>"
    if chapter == 1:
        return (
            f"{chapters}<h3>Report summary</h3><h4>Housing: homelessness</h4><p>Ms B complains that the Council "
            "left her in a hotel for seven months.</p><h4>Finding</h4><p>Fault found causing injustice and "
            f"recommendations made.</p><h4>Recommendations</h4><p>{escape(one.story)}</p>"
        )
    if chapter == one.chapters:
        return (
            f"{chapters}<h3>Recommendations</h3><p>{40 + chapter}. The Council should pay Ms B £900 within three "
            "months.</p><h3>Decision</h3><p>50. We found fault by the Council, which caused injustice to Ms B.</p>"
        )
    return (
        f"{chapters}<h3>The investigation</h3><p>{10 * chapter}. {escape(one.story)} This is chapter "
        f"{chapter}, and the Council’s file has nothing for the whole of that winter.</p>"
    )
