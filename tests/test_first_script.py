"""Our first script stands before Gradio's in the page, and everything else is served as it is."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any

import pytest

from assistant.chat.first_script import FirstScript

PAGE = b"<html><head><title>A page</title><script>gradio()</script></head><script>more()</script></html>"


def serve(path: str, parts: Sequence[bytes], method: str = "GET") -> tuple[dict[bytes, bytes], bytes]:
    """The headers and the body as they are sent through the middleware."""
    sent: list[Any] = []

    async def app(_scope: Any, _receive: Any, send: Any) -> None:
        length = (b"Content-Length", str(sum(map(len, parts))).encode())
        await send({"type": "http.response.start", "status": 200, "headers": [(b"x-kept", b"yes"), length]})
        for number, part in enumerate(parts, start=1):
            await send({"type": "http.response.body", "body": part, "more_body": number < len(parts)})

    async def send(message: Any) -> None:
        sent.append(message)

    async def receive() -> Any:
        raise AssertionError("nothing is received")

    asyncio.run(FirstScript(app)({"type": "http", "path": path, "method": method}, receive, send))
    headers = {name.lower(): value for name, value in sent[0]["headers"]}
    return headers, b"".join(message.get("body", b"") for message in sent[1:])


@pytest.mark.parametrize(
    "parts", [pytest.param([PAGE], id="at once"), pytest.param([PAGE[:40], PAGE[40:]], id="in two")]
)
def test_our_script_is_the_first_of_the_page(parts: list[bytes]) -> None:
    headers, body = serve("/", parts)
    before, _, after = body.partition(b"<script>gradio()")
    assert b"requestAnimationFrame" in before
    assert after == PAGE.partition(b"<script>gradio()")[2]
    assert headers[b"content-length"] == str(len(body)).encode()
    assert headers[b"x-kept"] == b"yes"


@pytest.mark.parametrize(
    ("path", "method", "parts"),
    [
        pytest.param("/assets/index.js", "GET", [b"'<script'"], id="another file"),
        pytest.param("/", "HEAD", [b""], id="only the headers"),
        pytest.param("/", "GET", [b"Not found"], id="a page without a script"),
    ],
)
def test_all_else_passes_as_it_is(path: str, method: str, parts: list[bytes]) -> None:
    headers, body = serve(path, parts, method)
    assert body == b"".join(parts)
    assert headers[b"content-length"] == str(len(body)).encode()
