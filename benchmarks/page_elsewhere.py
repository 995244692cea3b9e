"""Users whose browsers are not on this machine: they ask the page's server over HTTP, as a browser does, and read on.

Eight browsers on the two cores that also serve them are what no council has; what the server itself can do for eight
users is seen by one browser while the seven others are only heard.
"""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import httpx

if TYPE_CHECKING:
    from playwright.sync_api import Page

_WAIT = 120.0  # seconds
_JOIN, _DATA = "gradio_api/queue/join", "gradio_api/queue/data"


def read_asking(page: Page, box: str, question: str) -> dict[str, Any]:
    """What the page sends when this question is asked in its box: it is sent again for other users."""
    page.fill(box, question)
    with page.expect_request(lambda sent: sent.url.partition("?")[0].endswith(_JOIN) and _asks(sent, question)) as sent:
        page.press(box, "Enter")
    return dict(sent.value.post_data_json or {})


def _asks(sent: Any, question: str) -> bool:
    return question in ((sent.post_data_json or {}).get("data") or [])


@contextmanager
def asking_elsewhere(
    address: str, asking: dict[str, Any], question: str, others: Sequence[str], at: float
) -> Iterator[list[float]]:
    """While this lasts, users elsewhere ask the ``others`` at this time of day (seconds), each in a session of its own.

    ``asking`` is what was sent for ``question``. At the end all have their answers: the seconds that each waited for
    the whole of it. Raises RuntimeError where one got none.
    """
    waited: list[float] = []
    users = [
        threading.Thread(target=_ask, args=(address, _asked_by_another(asking, question, other), at, waited))
        for other in others
    ]
    for user in users:
        user.start()
    yield waited
    for user in users:
        user.join(_WAIT)
    if len(waited) < len(others):
        raise RuntimeError(f"{len(others) - len(waited)} of {len(others)} users elsewhere had no answer")


def _asked_by_another(asking: dict[str, Any], question: str, other: str) -> dict[str, Any]:
    """The same request of another session, in a conversation of its own."""
    name = next((text for text in asking["data"] if isinstance(text, str) and len(text) == 32), None)
    new = {question: other, name: secrets.token_hex(16)}
    data = [new.get(part, part) if isinstance(part, str) else part for part in asking["data"]]
    return asking | {"data": data, "session_hash": secrets.token_hex(6)}


def _ask(address: str, body: dict[str, Any], at: float, waited: list[float]) -> None:
    base = address.rstrip("/")
    with httpx.Client(timeout=_WAIT) as client:
        time.sleep(max(0.0, at - time.time()))
        began = time.perf_counter()
        client.post(f"{base}/{_JOIN}", json=body).raise_for_status()
        with client.stream("GET", f"{base}/{_DATA}", params={"session_hash": body["session_hash"]}) as answer:
            done = any('"process_completed"' in line and '"success":true' in line for line in answer.iter_lines())
        if done:
            waited.append(time.perf_counter() - began)
