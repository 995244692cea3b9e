"""The terminal door: ``python -m assistant ask "…"``, ``batch questions.jsonl``, ``check letter.txt``, ``feedback``."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from assistant.domain import CasebookFacts, Filters, Turn
from assistant.errors import InputError, QuestionError, RedressError
from assistant.personal import redact
from assistant.question import StatedLimits, read_limits
from assistant.question.stated import OUTCOME_WORDS, REMEDY_WORDS
from assistant.saving import Export, prepare_export, write_export
from assistant.settings import Settings, read_settings
from assistant.text import join_words
from assistant.visible import readable_json, say, visible

if TYPE_CHECKING:
    from assistant.answering import Assistant

_EPILOG = """\
examples:
  python -m assistant ask "what remedy is typical for an unredacted address"
  python -m assistant ask "how much for two terms without school" --export answer.docx
  python -m assistant ask --json "home carers missed visits, what was refunded?"
  python -m assistant ask "late education plan" --body Kent --outcome upheld --from 2022 --min 500
  python -m assistant batch questions.jsonl > answers.jsonl
  python -m assistant batch - < questions.jsonl
  python -m assistant check letter.txt
  python -m assistant check --json - < answer-of-another-chatbot.md
  python -m assistant feedback --since 2026-11-01

environment:
  REDRESS_HOME      directory of the casebook (default ~/.local/share/redress); where there is
                    no casebook, the starter casebook is built there, which takes seconds
  REDRESS_ENCODER   folder of another sentence-transformers model (default: bundled all-MiniLM-L6-v2)
  REDRESS_ENCODING  how it computes: auto, exact, quick, or reference (default auto; see
                    docs/encoding.md)
  REDRESS_CACHE     directory of files made of its weights, made again where it is emptied
                    (default ~/.cache/redress)
  REDRESS_THREADS   threads for the encoder (default 1)
  REDRESS_MODEL     provider:name of a chat model that may word the answer (default: none; see
                    docs/models.md), e.g. ollama:llama3.1 or openai:gpt-4.1; then REDRESS_MODEL_URL
                    is its address where it is not the provider's own, REDRESS_MODEL_KEY the key for
                    that address, and REDRESS_MODEL_TIMEOUT the seconds it has (default 60)

exit codes: 0 answered (also where nothing comparable is held), feedback shown (also where there is
              none), or checked with nothing contradicted and every case held ·
            1 checked, and something is contradicted or not held · 2 settings · 3 casebook ·
            4 encoder or index · 5 a file that cannot be read or written · 6 question
"""


_CHECK_DESCRIPTION = """\
Check a draft: a complaint, a council's reply or another chatbot's answer. Every reference, sum, rate, total,
date, quotation, paragraph number, body, outcome, finding, payee, purpose and status in it is found with its
line and column and compared with the decisions held. Each is called

  supported      a decision held says so; the passage is shown
  CONTRADICTED   the decision says otherwise; what it says is shown
  NOT HELD       the reference is not in the casebook; near ones are named, and are other cases
  not checkable  it belongs to no decision that can be told, or what is held does not tell it
"""
_CHECK_EPILOG = """\
What is supported was found in a decision that is held. It does not make a letter right: what is said in other
words, and whether a case is like yours, is not checked. Nothing of the text is stored or sent anywhere.

exit codes: 0 nothing contradicted and every case held · 1 something contradicted or not held ·
            2 settings · 3 casebook · 4 encoder or index · 5 file that cannot be read, or too long
"""
_FEEDBACK_DESCRIPTION = """\
Show what users said of answers on the page ("Was this useful?"): how many were useful or wrong and what
was wrong with them, then each judgement with its time, how the answer ended, the decisions it cited, the
comment, and the question where the user agreed to that. With --json the answer's words too, where they
are kept. It reads feedback.jsonl in the directory of the casebook, and changes nothing.
"""
_FEEDBACK_EPILOG = """\
A line that cannot be read is counted and named, and stays in the file. Personal details were blanked
before anything was written; a comment may still tell more than its writer meant, so keep it to yourself.

examples:
  python -m assistant feedback
  python -m assistant feedback --since 2026-11-01
  python -m assistant feedback --json > feedback.json

exit codes: 0 shown, also where there is no feedback yet · 2 settings · 5 the file cannot be read
"""


class _Line(BaseModel):
    """A line of a batch: the keys we read; any other is ignored."""

    model_config = ConfigDict(extra="ignore")

    class Turn(BaseModel):
        """An earlier turn."""

        model_config = ConfigDict(extra="ignore")
        role: str
        content: str
        without: tuple[str, ...] = ()

    id: str | int | None = None
    question: str
    history: list[Turn] | None = Field(default=None)
    without: tuple[str, ...] = ()


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code says how it ended."""
    # LangChain would send every question to its maker's service where a developer's machine asks it to trace.
    for tracing in ("LANGSMITH_TRACING", "LANGSMITH_TRACING_V2", "LANGCHAIN_TRACING", "LANGCHAIN_TRACING_V2"):
        os.environ[tracing] = "false"
    options = _parser().parse_args(arguments)
    try:
        given = vars(options)
        settings = read_settings(**{name: given.get(name) for name in ("home", "encoder", "threads", "model")})
        if options.command == "ask":
            question = sys.stdin.read() if options.question == "-" else options.question
            asked = redact(question).text if options.redacted else question
            to = prepare_export(options.export, overwrite=options.overwrite) if options.export else None
            stated = _stated(options)
            return _ask(settings, asked, stated, without=options.without, as_json=options.json, export=to)
        if options.command == "check":
            # No model sees a letter, so that it need not even be configured rightly.
            return _check(replace(settings, model=None), options.file, as_json=options.json)
        if options.command == "feedback":
            return _feedback(settings, options.since, as_json=options.json)
        return _batch(settings, options.file)
    except RedressError as error:
        say(f"redress: {error}", to=sys.stderr)
        return error.exit_code
    except BrokenPipeError:
        # The reader went away (e.g. `| head`); what was written is whole lines.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        print("redress: stopped.", file=sys.stderr)
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m assistant",
        description="Ask the Ombudsman's published decisions, with every figure and quotation checked.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    housed = argparse.ArgumentParser(add_help=False)
    housed.add_argument("--home", type=Path, help="directory of the casebook (REDRESS_HOME)")
    shared = argparse.ArgumentParser(add_help=False, parents=[housed])
    shared.add_argument("--encoder", type=Path, help="folder of another encoder (REDRESS_ENCODER)")
    shared.add_argument("--threads", type=int, help="threads for the encoder (REDRESS_THREADS)")
    worded = argparse.ArgumentParser(add_help=False)
    worded.add_argument("--model", help="provider:name of a chat model that may word the answer (REDRESS_MODEL)")
    commands = parser.add_subparsers(dest="command", required=True, metavar="ask | batch | check | feedback")
    _fill_ask(commands.add_parser("ask", parents=[shared, worded], help="answer one question on the terminal"))
    batch = commands.add_parser(
        "batch", parents=[shared, worded], help="answer a file of questions, one JSON line each"
    )
    batch.add_argument("file", help="JSON lines with id, question and history; '-' reads standard input")
    as_written = argparse.RawDescriptionHelpFormatter
    check = commands.add_parser(
        "check",
        parents=[shared],
        help="check what a letter or another chatbot's answer says of decisions",
        description=_CHECK_DESCRIPTION,
        epilog=_CHECK_EPILOG,
        formatter_class=as_written,
    )
    check.add_argument("file", help="a letter as .docx, .pdf, .txt or .md; '-' reads standard input")
    check.add_argument("--json", action="store_true", help="print the result as one JSON object")
    feedback = commands.add_parser(
        "feedback",
        parents=[housed],
        help="show what users said of answers",
        description=_FEEDBACK_DESCRIPTION,
        epilog=_FEEDBACK_EPILOG,
        formatter_class=as_written,
    )
    feedback.add_argument(
        "--since", type=_day, metavar="DAY", help="only what was said on this day (as 2026-11-01, UTC) or later"
    )
    feedback.add_argument("--json", action="store_true", help="print everything as one JSON object")
    return parser


def _fill_ask(ask: argparse.ArgumentParser) -> None:
    """What one question may be asked with."""
    ask.add_argument("question", help="the question, in your own words; '-' reads it from standard input")
    ask.add_argument("--json", action="store_true", help="print the answer as one JSON object")
    ask.add_argument(
        "--without",
        action="append",
        default=[],
        metavar="KEY",
        help="understand the question without the assumption of this key, as printed under the answer; may be repeated",
    )
    ask.add_argument(
        "--redacted", action="store_true", help="blank personal details first, and answer what is left of the question"
    )
    ask.add_argument(
        "--export",
        type=Path,
        metavar="FILE",
        help="also write the answer to this file: Word (.docx), Markdown (.md) or its decisions as a table (.csv)",
    )
    ask.add_argument("--overwrite", action="store_true", help="let --export replace a file that is there already")
    _add_limits(ask)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!a} is no day; write it as 2026-11-01") from error


def _add_limits(ask: argparse.ArgumentParser) -> None:
    """The limits beside the question; their names are those that ``read_limits`` gives its problems."""
    limits = ask.add_argument_group(
        "limits", "They hold beside what the question says; where the two cannot both hold, these win, and it is said."
    )
    limits.add_argument(
        "--body", action="append", default=[], metavar="NAME", help="only decisions about this body; may be repeated"
    )
    limits.add_argument("--category", default="", metavar="NAME", help="only this category, such as Housing or SEN")
    limits.add_argument("--outcome", default="", metavar="WORD", help=f"only {join_words(OUTCOME_WORDS, 'or')}")
    limits.add_argument(
        "--from", dest="first", default="", metavar="YEAR", help="decided from this year or day on (2021, 2021-03-15)"
    )
    limits.add_argument("--to", dest="last", default="", metavar="YEAR", help="decided up to this year or day")
    limits.add_argument("--min", dest="least", default="", metavar="POUNDS", help="a payment of so much or more")
    limits.add_argument("--max", dest="most", default="", metavar="POUNDS", help="a payment of so much or less")
    limits.add_argument(
        "--remedy", default="", metavar="KIND", help=f"only with this kind of remedy: {join_words(REMEDY_WORDS, 'or')}"
    )
    limits.add_argument("--full-text-only", action="store_true", help="only decisions held in full text")


def _stated(options: argparse.Namespace) -> StatedLimits:
    return StatedLimits(
        bodies=tuple(options.body),
        category=options.category,
        outcome=options.outcome,
        first=options.first,
        last=options.last,
        least=options.least,
        most=options.most,
        remedy=options.remedy,
        full_text_only=options.full_text_only,
    )


def _limits_of(stated: StatedLimits, facts: CasebookFacts) -> Filters:
    """The limits as filters. Raises QuestionError that names every option that cannot be read."""
    read = read_limits(stated, facts)
    if read.problems:
        raise QuestionError(" ".join(f"--{problem.name}: {problem.text}" for problem in read.problems))
    return read.filters


def _open(settings: Settings) -> Assistant:
    """The assistant, with a progress bar on standard error while the starter casebook is built."""
    from assistant.answering import open_assistant
    from assistant.progress import show_progress

    with show_progress("Loading the starter casebook") as show:
        return open_assistant(settings, on_progress=show)


def _ask(
    settings: Settings,
    question: str,
    stated: StatedLimits,
    *,
    without: Sequence[str],
    as_json: bool,
    export: Export | None = None,
) -> int:
    from assistant.export import answer_to_json
    from assistant.terminal import answer_as_text

    assistant = _open(settings)
    try:
        answer = assistant.ask(question, without=without, limits=_limits_of(stated, assistant.facts()))
        if export is not None:
            write_export(export, question, answer, assistant)
    finally:
        assistant.close()
    for key in sorted(set(without) - {assumption.key for assumption in answer.query.left_out}):
        say(f"redress: nothing is assumed under “{key}” in this question.", to=sys.stderr)
    if as_json:
        print(readable_json(answer_to_json(answer), indent=2))
    else:
        say(answer_as_text(answer))
    if export is not None:
        say(f"redress: written to {export.path}.", to=sys.stderr)
    return 0


def _check(settings: Settings, file: str, *, as_json: bool) -> int:
    from assistant.casebook import Casebook
    from assistant.checking import Verdict, check_text, describe
    from assistant.export import checked_to_json

    text = _read_text(file)
    if not settings.casebook_path.exists():
        _open(settings).close()  # builds the starter casebook
    casebook = Casebook.open(settings.casebook_path)
    try:
        checked = check_text(text, casebook)
    finally:
        casebook.close()
    print(readable_json(checked_to_json(checked), indent=2) if as_json else visible(describe(checked)))
    return 1 if checked.count(Verdict.CONTRADICTED) or checked.count(Verdict.NOT_HELD) else 0


def _read_text(file: str) -> str:
    """A letter's file or standard input as text. Raises InputError saying what to do."""
    from assistant.papers import read_paper

    name = "standard input" if file == "-" else file
    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except OSError as error:
        raise InputError(f"{name}: cannot be read ({error.strerror}).") from error
    # An empty text on standard input has nothing in it that could be wrong.
    return read_paper(data, "standard input" if file == "-" else Path(file).name) if data.strip() else ""


def _feedback(settings: Settings, since: date | None, *, as_json: bool) -> int:
    from assistant.feedback import read_feedback
    from assistant.reviewing import describe_feedback, feedback_to_json, judged_since

    path = settings.feedback_path
    file = judged_since(read_feedback(path), since)
    if as_json:
        print(readable_json(feedback_to_json(file, path, since=since), indent=2))
    else:
        say(describe_feedback(file, path, since=since))
    return 0


def _batch(settings: Settings, file: str) -> int:
    from tqdm import tqdm

    from assistant.answering import answer_with_error
    from assistant.export import answer_to_json

    lines = list(_read_lines(file))
    assistant = _open(settings)
    try:
        for line in tqdm(lines, desc="answering", unit=" questions", file=sys.stderr, disable=None):
            history = [Turn(turn.role, turn.content, turn.without) for turn in line.history or ()]
            try:
                answer = assistant.ask(line.question, history, without=line.without)
            except QuestionError as error:
                answer = answer_with_error(line.question, error, assistant.facts())
            print(readable_json(answer_to_json(answer, identifier=line.id)), flush=True)
    finally:
        assistant.close()
    return 0


def _read_lines(file: str) -> Iterator[_Line]:
    """All lines, checked before the first question is asked. Raises InputError naming the line."""
    name = "standard input" if file == "-" else file
    try:
        raw = (sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()).decode("utf-8-sig")
    except OSError as error:
        raise InputError(f"{name}: cannot be read ({error.strerror}).") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{name}: is not UTF-8 text (byte {error.start}); save it as UTF-8.") from error
    found = 0
    # Not splitlines(): a question may hold a line separator of its own.
    for number, text in enumerate(raw.split("\n"), start=1):
        if not text.strip():
            continue
        try:
            line = _Line.model_validate_json(text)
        except ValidationError as error:
            first = error.errors()[0]
            field = ".".join(str(part) for part in first["loc"]) or "the line"
            raise InputError(f"{name}, line {number}: {field}: {first['msg']}; nothing was asked.") from error
        found += 1
        yield line
    if not found:
        raise InputError(f"{name}: holds no question; expected one JSON object a line with id and question.")


if __name__ == "__main__":
    sys.exit(main())
