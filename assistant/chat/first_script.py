"""The page as Gradio serves it → the same page with our first script before all of Gradio's.

What is given to Gradio for the head comes when its own scripts have begun; what must be there before them has no other
way in. The script says what it is for.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, MutableMapping
from pathlib import Path
from typing import Any

_Scope = MutableMapping[str, Any]
_Message = MutableMapping[str, Any]
_Receive = Callable[[], Awaitable[_Message]]
_Send = Callable[[_Message], Awaitable[None]]

_SCRIPTS = Path(__file__).parent / "scripts" / "first"


class FirstScript:
    """ASGI middleware: puts the scripts of ``scripts/first`` before the first script of the page itself.

    Everything but the page passes as it is, and so does a page without a script.
    """

    def __init__(self, app: Callable[[_Scope, _Receive, _Send], Awaitable[None]]) -> None:
        self._app = app
        scripts = (path.read_text(encoding="utf-8") for path in sorted(_SCRIPTS.glob("*.js")))
        self._element = "".join(f"<script>{script}</script>" for script in scripts).encode()

    async def __call__(self, scope: _Scope, receive: _Receive, send: _Send) -> None:
        """Handle one request."""
        if scope["type"] != "http" or scope["path"] != "/" or scope["method"] != "GET":
            await self._app(scope, receive, send)
            return
        start: _Message = {}
        body = b""

        async def send_whole(message: _Message) -> None:
            """Hold the answer back until it is whole; only then its length is known."""
            nonlocal start, body
            if message["type"] == "http.response.start":
                start = message
                return
            body += message.get("body", b"")
            if message.get("more_body"):
                return
            whole = self._with_script(body)
            length = (b"content-length", str(len(whole)).encode())
            headers = [header for header in start["headers"] if header[0].lower() != length[0]]
            await send({**start, "headers": [*headers, length]})
            await send({"type": "http.response.body", "body": whole})

        await self._app(scope, receive, send_whole)

    def _with_script(self, page: bytes) -> bytes:
        return page.replace(b"<script", self._element + b"<script", 1)
