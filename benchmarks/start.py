"""One process from nothing to its first answer; ``benchmarks.__main__`` times it from outside.

``plain`` merely imports what any such page must import; ``redress`` builds the page, serves it and answers;
``terminal`` answers without a page. Each prints its peak memory in MB.
"""

from __future__ import annotations

import resource
import sys
from pathlib import Path

_QUESTION = "what remedy is typical for an unredacted address"


def _plain() -> None:
    import chromadb  # noqa: F401 -- importing is what is measured
    import gradio  # noqa: F401
    import sentence_transformers  # noqa: F401


def _redress(home: Path) -> None:
    import app  # noqa: F401 -- sets what libraries read when they are imported
    from assistant.answering import open_assistant
    from assistant.chat import choose_port, open_chat
    from assistant.settings import read_settings

    settings = read_settings(home=home, port=0)
    assistant = open_assistant(settings)
    chat = open_chat(assistant, host=settings.host, port=choose_port(settings.host, settings.port))
    answer = assistant.ask(_QUESTION)
    if not answer.statements:
        raise SystemExit("the question was not answered")
    chat.close()
    assistant.close()


def _terminal(home: Path) -> None:
    from assistant.__main__ import main

    main(["ask", "--json", "--home", str(home), _QUESTION])


def _memory_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    what, where = sys.argv[1], Path(sys.argv[2])
    if what == "plain":
        _plain()
    elif what == "redress":
        _redress(where)
    else:
        _terminal(where)
    sys.stderr.write(f"peak_mb={_memory_mb():.0f}\n")
