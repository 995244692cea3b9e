"""One process that serves a page until its standard input ends; ``benchmarks.page`` drives a browser against it.

``redress`` serves our page over the starter casebook in the given home, ``tutorial`` the peer's. The encoder is asked
once before the address is printed, so that what is measured is a page that is in use.
"""

from __future__ import annotations

import sys
from pathlib import Path

_QUESTION = "what remedy is typical for an unredacted address"


def _serve_redress(home: Path) -> str:
    import app  # noqa: F401 -- sets what libraries read when they are imported
    from assistant.answering import open_assistant
    from assistant.chat import choose_port, open_chat
    from assistant.settings import read_settings

    settings = read_settings(home=home, port=0)
    assistant = open_assistant(settings)
    assistant.ask(_QUESTION)
    return open_chat(assistant, host=settings.host, port=choose_port(settings.host, 0)).url


def _serve_tutorial(home: Path) -> str:
    import app  # noqa: F401 -- likewise
    from assistant.encoders import open_encoder
    from assistant.settings import read_settings
    from benchmarks.tutorial import build_tutorial

    encoder = open_encoder(read_settings(home=home))
    encoder.encode_questions([_QUESTION])
    page = build_tutorial(encoder, home / "tutorial")
    # As many at once as our page takes.
    page.queue(default_concurrency_limit=8)
    _, url, _ = page.launch(server_name="127.0.0.1", prevent_thread_lock=True, quiet=True, ssr_mode=False)
    return str(url)


if __name__ == "__main__":
    what, where = sys.argv[1], Path(sys.argv[2])
    sys.stdout.write((_serve_redress if what == "redress" else _serve_tutorial)(where) + "\n")
    sys.stdout.flush()
    sys.stdin.read()
