"""Serves the page and nothing else: the parts of Gradio's server that the page does not need are shut."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

import gradio as gr
from starlette.middleware import Middleware

from assistant.answering import Assistant
from assistant.chat.first_script import FirstScript
from assistant.chat.intake import Intake
from assistant.chat.page import build_page
from assistant.chat.sessions import keep_sessions
from assistant.chat.theme import make_theme, read_head
from assistant.errors import SettingsError

_Scope = MutableMapping[str, Any]
_Message = MutableMapping[str, Any]
_Receive = Callable[[], Awaitable[_Message]]
_Send = Callable[[_Message], Awaitable[None]]

# Files, uploads, proxies, logs and generated code: the page uses none of them, so nobody may. Gradio would fetch an
# address that is given to file= or proxy=.
_SHUT = (
    *("file", "upload", "proxy", "stream", "runs", "run-history", "deep_link", "vibe", "undo-vibe", "profiling"),
    *("process_recording", "component_server", "custom_component", "call", "run", "api", "openapi.json", "info"),
)
# Gradio's page evaluates its templates and carries inline script, which is why both are allowed; everything must come
# from this server, and nothing may be sent anywhere else.
_POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; font-src 'self' data:; connect-src 'self'; object-src 'none'; frame-ancestors 'none'; "
    "base-uri 'self'; form-action 'none'"
)
_HEADERS = (
    (b"content-security-policy", _POLICY.encode()),
    (b"referrer-policy", b"no-referrer"),
    (b"x-content-type-options", b"nosniff"),
)


class Guard:
    """ASGI middleware: refuses what the page does not use, and tells browsers to load nothing from elsewhere."""

    def __init__(self, app: Callable[[_Scope, _Receive, _Send], Awaitable[None]]) -> None:
        self._app = app

    async def __call__(self, scope: _Scope, receive: _Receive, send: _Send) -> None:
        """Handle one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_with_headers(message: _Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", ()), *_HEADERS]
            await send(message)

        if is_shut(str(scope["path"])):
            plain = [(b"content-type", b"text/plain")]
            await send_with_headers({"type": "http.response.start", "status": 404, "headers": plain})
            await send_with_headers({"type": "http.response.body", "body": b"Not part of Redress."})
            return
        await self._app(scope, receive, send_with_headers)


def is_shut(path: str) -> bool:
    """Whether the path belongs to what is shut; ``/gradio_api/file=x`` and ``/gradio_api/file/x`` both do."""
    for prefix in ("/gradio_api/", "/"):
        if path.startswith(prefix):
            first = path[len(prefix) :].split("/", 1)[0].split("=", 1)[0]
            return first in _SHUT or first.startswith(("monitoring", "vibe", "undo-vibe"))
    return False


class Chat:
    """A page that is being served."""

    def __init__(self, page: gr.Blocks, url: str) -> None:
        self._page = page
        self.url = url

    def close(self) -> None:
        """Stop serving; open answers are cut off."""
        self._page.close(verbose=False)


def serve(assistant: Assistant, *, host: str, port: int, intake: Intake | None = None) -> Chat:
    """Serve the page over an assistant, in a thread of its own. Raises SettingsError where the port is taken."""
    page = build_page(assistant, intake)
    home = str(assistant.settings.home)
    try:
        page.launch(
            server_name=host,
            server_port=port,
            prevent_thread_lock=True,
            quiet=True,
            share=False,
            inbrowser=False,
            show_error=False,
            ssr_mode=False,
            mcp_server=False,
            pwa=False,
            run_history=False,
            footer_links=[],
            allowed_paths=[],
            blocked_paths=[home],
            strict_cors=True,
            enable_monitoring=False,
            max_file_size="1kb",
            num_workers=0,
            state_session_capacity=1000,
            app_kwargs={"middleware": [Middleware(Guard), Middleware(FirstScript)], "openapi_url": None},
            theme=make_theme(),
            head=read_head(),
        )
    except OSError as error:
        raise SettingsError(f"Port {port} on {host} cannot be used: {error}; choose another with --port.") from error
    keep_sessions(page)
    return Chat(page, f"http://{_written(host)}:{port}")


def _written(host: str) -> str:
    """The host as it stands in an address that a browser on this machine can open."""
    if host in ("0.0.0.0", "::"):  # noqa: S104 -- compared, not bound to
        return "127.0.0.1"
    return f"[{host}]" if ":" in host else host
