"""Around the conversation: header, footer and welcome; the address of the page, and what of it is shut."""

from __future__ import annotations

import socket

import pytest

from assistant.chat import choose_port, is_loopback
from assistant.chat.frame import render_evidence, render_footer, render_header, render_welcome
from assistant.chat.markup import markup
from assistant.chat.serving import is_shut
from assistant.chat.words import EXAMPLES
from assistant.errors import SettingsError
from tests.builders import facts
from tests.page_reading import PageReader

# --------------------------------------------------------------------------- around the conversation


def test_the_header_says_how_large_and_how_new_the_casebook_is() -> None:
    text = PageReader(render_header(facts(full_texts=4))).text
    assert "1,403" in text
    assert "2 March 2026" in text
    assert "in full text4" in text
    assert "0" in PageReader(render_header(facts(decisions=0, newest=None))).text


def test_the_footer_says_what_this_is_not_and_whose_words_these_are() -> None:
    text = PageReader(render_footer()).text
    for said in ("Questions stay on this computer", "not official", "no legal advice", "Commission for Local"):
        assert said in text


def test_the_welcome_offers_questions_with_one_click() -> None:
    read = PageReader(render_welcome())
    assert read.values("data-ask") == list(EXAMPLES)


def test_the_evidence_says_why_it_is_empty() -> None:
    assert "opens the decision here" in PageReader(render_evidence()).text
    assert "rests on no decision" in PageReader(render_evidence([(2, markup())])).text


# --------------------------------------------------------------------------- the address, and what is shut


def test_a_busy_port_is_named_with_what_to_do() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(SettingsError, match=rf"Port {port} on 127.0.0.1 is busy.*--port") as refused:
            choose_port("127.0.0.1", port)
    assert refused.value.exit_code == 2
    assert choose_port("127.0.0.1", port) == port


def test_port_0_finds_a_free_one() -> None:
    assert choose_port("127.0.0.1", 0) > 1023


@pytest.mark.parametrize("host", ["no.such.host.invalid", "203.0.113.7"])
def test_a_host_that_is_not_ours_is_refused(host: str) -> None:
    with pytest.raises(SettingsError, match=rf"--host {host}"):
        choose_port(host, 0)


def test_only_loopback_is_loopback() -> None:
    assert all(is_loopback(host) for host in ("127.0.0.1", "127.8.8.8", "::1", "[::1]", "localhost"))
    assert not any(is_loopback(host) for host in ("0.0.0.0", "192.168.1.4", "::", "example.org"))  # noqa: S104


@pytest.mark.parametrize(
    ("path", "shut"),
    [
        ("/", False),
        ("/config", False),
        ("/assets/index.js", False),
        ("/theme.css", False),
        ("/gradio_api/queue/join", False),
        ("/gradio_api/queue/data", False),
        ("/gradio_api/heartbeat/abc", False),
        ("/gradio_api/startup-events", False),
        ("/gradio_api/file=/etc/passwd", True),
        ("/gradio_api/file=http://example.org/", True),
        ("/file=/etc/passwd", True),
        ("/gradio_api/proxy=http://example.org/", True),
        ("/gradio_api/upload", True),
        ("/gradio_api/call/answer", True),
        ("/gradio_api/run/predict", True),
        ("/gradio_api/info", True),
        ("/gradio_api/vibe-code/", True),
        ("/monitoring/summary", True),
        ("/gradio_api/runs", True),
    ],
)
def test_what_the_page_does_not_need_is_shut(path: str, shut: bool) -> None:
    assert is_shut(path) is shut
