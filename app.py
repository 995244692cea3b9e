"""Redress in the browser: opens the casebook, serves the chat on this machine, and prints its address."""

from __future__ import annotations

import argparse
import gc
import os
import signal
import sys
import threading
from collections.abc import Sequence
from types import FrameType
from typing import TYPE_CHECKING, NoReturn

# Read by libraries when they are imported, so they are set before any of them is: nothing is looked up outside this
# machine, nothing is reported, and tokenizers stay in one thread.
os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
os.environ["HF_HUB_OFFLINE"] = "1"
os.environ["ANONYMIZED_TELEMETRY"] = "False"
os.environ["TOKENIZERS_PARALLELISM"] = "false"
# LangChain would send every question to its maker's service where a developer's machine asks it to trace.
os.environ["LANGSMITH_TRACING"] = os.environ["LANGSMITH_TRACING_V2"] = "false"
os.environ["LANGCHAIN_TRACING"] = os.environ["LANGCHAIN_TRACING_V2"] = "false"

from assistant.errors import RedressError

if TYPE_CHECKING:
    from assistant.answering import Assistant

# The name of the thread that loads the encoder.
_WARMING = "warming"

_MANUAL = """\
Opens the chat in which you ask the casebook of the Ombudsman's decisions, and prints its address.
Stop it with Ctrl-C.

The first start loads the starter casebook, which takes some seconds. Add decisions of your own on the page's Casebook
tab, or with `python -m ingest add PATH`. Where --host lets other machines in, the page takes no files unless
--allow-adding is given. Questions stay on this computer: no model, no other service, no telemetry.
Only where REDRESS_MODEL names a chat model elsewhere do questions go there; the page says so, and docs/models.md tells
what is sent.

A flag goes before its variable: REDRESS_HOME, REDRESS_ENCODER, REDRESS_ENCODING, REDRESS_CACHE, REDRESS_THREADS,
REDRESS_HOST, REDRESS_PORT, REDRESS_QUESTION_LIMIT, REDRESS_ALLOW_ADDING, REDRESS_MODEL, REDRESS_MODEL_URL and
REDRESS_MODEL_TIMEOUT.
REDRESS_MODEL_KEY has no flag.

Ends with 0 after Ctrl-C, 2 for a setting that cannot be used (a busy port, for one), 3 where the casebook cannot be
opened, 4 where the encoder or the index cannot.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve the chat until Ctrl-C; return the exit code."""
    given = _parser().parse_args(arguments)
    try:
        return _run(given)
    except RedressError as error:
        print(f"Redress: {error}", file=sys.stderr)
        return error.exit_code
    except KeyboardInterrupt:
        return 0


def _run(given: argparse.Namespace) -> int:
    from assistant.chat import choose_port, is_loopback, open_chat
    from assistant.settings import read_settings

    settings = read_settings(**vars(given))
    port = choose_port(settings.host, settings.port)  # before anything slow begins
    if not is_loopback(settings.host):
        print(
            f"Redress listens on {settings.host}: whoever can reach this machine can ask, without a login, and "
            "questions travel unencrypted.",
            file=sys.stderr,
        )
    from assistant.answering import open_assistant
    from assistant.progress import show_progress
    from ingest.intake import FileIntake

    with show_progress("Loading the starter casebook") as show:
        assistant = open_assistant(settings, on_progress=show)
    try:
        warming = threading.Thread(target=_warm, args=(assistant,), daemon=True, name=_WARMING)
        # Whoever can open the page could write: on an address that others reach it must be wished.
        may_add = is_loopback(settings.host) or settings.allow_adding
        intake = FileIntake(assistant.casebook, assistant.encoder, on_stored=assistant.index.refresh)
        chat = open_chat(assistant, host=settings.host, port=port, intake=intake if may_add else None)
        warming.start()
        signal.signal(signal.SIGTERM, _as_interrupt)
        print(f"Redress is ready: {chat.url}", flush=True)
        try:
            threading.Event().wait()
        finally:
            intake.close()
            chat.close()
    finally:
        assistant.close()
    return 0


def _warm(assistant: Assistant) -> None:
    """Load the encoder while the first question is being typed; what fails here is told when a question is asked."""
    try:
        assistant.encoder.load()
    except RedressError as error:
        print(f"Redress: {error}", file=sys.stderr)
    # What was loaded stays for good. Python's collector would look through all of it every few questions, which held
    # an answer up by a tenth of a second.
    gc.collect()
    gc.freeze()


def _as_interrupt(_number: int, _frame: FrameType | None) -> None:
    """A request to end (SIGTERM) ends the program as Ctrl-C does: with everything closed."""
    raise KeyboardInterrupt


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python app.py", description=_MANUAL, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--home", metavar="DIR", help="the folder of the casebook (~/.local/share/redress)")
    parser.add_argument("--host", help="the address to listen on (127.0.0.1: this machine only)")
    parser.add_argument("--port", metavar="N", help="its port (7860); 0 finds a free one")
    parser.add_argument("--encoder", metavar="DIR", help="a folder with another sentence-transformers model")
    parser.add_argument(
        "--encoding", metavar="WAY", help="how it computes: auto, reference, exact or quick (auto; docs/encoding.md)"
    )
    parser.add_argument("--cache", metavar="DIR", help="the folder of files made of its weights (~/.cache/redress)")
    parser.add_argument("--threads", metavar="N", help="threads for the encoder (1)")
    parser.add_argument("--question-limit", metavar="N", help="the longest question, in characters (8000)")
    parser.add_argument(
        "--allow-adding", action="store_true", default=None, help="take files on the page though others reach it (no)"
    )
    parser.add_argument("--model", metavar="PROVIDER:NAME", help="a chat model that may word the answer (none)")
    parser.add_argument("--model-url", metavar="URL", help="its address, where it is not the provider's own")
    parser.add_argument("--model-timeout", metavar="S", help="the seconds it has for one answer (60)")
    return parser


def _leave(code: int) -> NoReturn:
    """End with this code, at once where the encoder is still being loaded: everything of ours is closed by now.

    The libraries that load it abort the process when Python takes itself down under them.
    """
    if any(thread.name == _WARMING for thread in threading.enumerate()):
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
    sys.exit(code)


if __name__ == "__main__":
    _leave(main())
