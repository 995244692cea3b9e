"""The terminal door: ``python -m assistant ask "…"``, ``batch questions.jsonl`` and ``check letter.txt``."""

from __future__ import annotations

import argparse
import json
import os
import sys
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from assistant.domain import Answer, Citation, QuestionKind, StatementRole, Turn
from assistant.errors import InputError, QuestionError, RedressError
from assistant.settings import Settings, read_settings
from assistant.text import format_count

if TYPE_CHECKING:
    from assistant.answering import Assistant

_EPILOG = """\
examples:
  python -m assistant ask "what remedy is typical for an unredacted address"
  python -m assistant ask --json "home carers missed visits, what was refunded?"
  python -m assistant batch questions.jsonl > answers.jsonl
  python -m assistant batch - < questions.jsonl
  python -m assistant check letter.txt
  python -m assistant check --json - < answer-of-another-chatbot.md

environment:
  REDRESS_HOME      directory of the casebook (default ~/.local/share/redress); where there is
                    no casebook, the starter casebook is built there, which takes seconds
  REDRESS_ENCODER   folder of another sentence-transformers model (default: bundled all-MiniLM-L6-v2)
  REDRESS_THREADS   threads for the encoder (default 1)
  REDRESS_MODEL     provider:name of a chat model that may word the answer (default: none; see
                    docs/models.md), e.g. ollama:llama3.1 or openai:gpt-4.1; then REDRESS_MODEL_URL
                    is its address where it is not the provider's own, REDRESS_MODEL_KEY the key for
                    that address, and REDRESS_MODEL_TIMEOUT the seconds it has (default 60)

exit codes: 0 answered (also where nothing comparable is held), or checked with nothing contradicted
              and every case held · 1 checked, and something is contradicted or not held ·
            2 settings · 3 casebook · 4 encoder or index · 5 input file · 6 question
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


class _Line(BaseModel):
    """A line of a batch: the keys we read; any other is ignored."""

    model_config = ConfigDict(extra="ignore")

    class Turn(BaseModel):
        """An earlier turn."""

        model_config = ConfigDict(extra="ignore")
        role: str
        content: str

    id: str | int | None = None
    question: str
    history: list[Turn] | None = Field(default=None)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code says how it ended."""
    options = _parser().parse_args(arguments)
    try:
        given = vars(options)
        settings = read_settings(**{name: given.get(name) for name in ("home", "encoder", "threads", "model")})
        if options.command == "ask":
            return _ask(settings, options.question, as_json=options.json)
        if options.command == "check":
            # No model sees a letter, so that it need not even be configured rightly.
            return _check(replace(settings, model=None), options.file, as_json=options.json)
        return _batch(settings, options.file)
    except RedressError as error:
        print(f"redress: {error}", file=sys.stderr)
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
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--home", type=Path, help="directory of the casebook (REDRESS_HOME)")
    shared.add_argument("--encoder", type=Path, help="folder of another encoder (REDRESS_ENCODER)")
    shared.add_argument("--threads", type=int, help="threads for the encoder (REDRESS_THREADS)")
    worded = argparse.ArgumentParser(add_help=False)
    worded.add_argument("--model", help="provider:name of a chat model that may word the answer (REDRESS_MODEL)")
    commands = parser.add_subparsers(dest="command", required=True, metavar="ask | batch | check")
    ask = commands.add_parser("ask", parents=[shared, worded], help="answer one question on the terminal")
    ask.add_argument("question", help="the question, in your own words; '-' reads it from standard input")
    ask.add_argument("--json", action="store_true", help="print the answer as one JSON object")
    batch = commands.add_parser(
        "batch", parents=[shared, worded], help="answer a file of questions, one JSON line each"
    )
    batch.add_argument("file", help="JSON lines with id, question and history; '-' reads standard input")
    check = commands.add_parser(
        "check",
        parents=[shared],
        help="check what a letter or another chatbot's answer says of decisions",
        description=_CHECK_DESCRIPTION,
        epilog=_CHECK_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    check.add_argument("file", help="a text file (.txt, .md) in UTF-8; '-' reads standard input")
    check.add_argument("--json", action="store_true", help="print the result as one JSON object")
    return parser


def _open(settings: Settings) -> Assistant:
    """The assistant, with a progress bar on standard error while the starter casebook is built."""
    from assistant.answering import open_assistant
    from assistant.progress import show_progress

    with show_progress("Loading the starter casebook") as show:
        return open_assistant(settings, on_progress=show)


def _ask(settings: Settings, question: str, *, as_json: bool) -> int:
    from assistant.export import answer_to_json

    if question == "-":
        question = sys.stdin.read()
    assistant = _open(settings)
    try:
        answer = assistant.ask(question)
    finally:
        assistant.close()
    if as_json:
        print(json.dumps(answer_to_json(answer), ensure_ascii=False, indent=2))
    else:
        print(_as_text(answer))
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
    print(json.dumps(checked_to_json(checked), ensure_ascii=False, indent=2) if as_json else describe(checked))
    return 1 if checked.count(Verdict.CONTRADICTED) or checked.count(Verdict.NOT_HELD) else 0


def _read_text(file: str) -> str:
    """A whole file or standard input as text. Raises InputError saying what to do."""
    name = "standard input" if file == "-" else file
    if Path(file).suffix.lower() in (".docx", ".doc", ".odt", ".rtf", ".pdf"):
        raise InputError(f"{name}: only plain text is read (.txt, .md); save or paste the letter as text.")
    try:
        return (sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()).decode("utf-8-sig")
    except OSError as error:
        raise InputError(f"{name}: cannot be read ({error.strerror}).") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{name}: is not UTF-8 text (byte {error.start}); save it as UTF-8.") from error


def _batch(settings: Settings, file: str) -> int:
    from tqdm import tqdm

    from assistant.answering import answer_with_error
    from assistant.export import answer_to_json

    lines = list(_read_lines(file))
    assistant = _open(settings)
    try:
        for line in tqdm(lines, desc="answering", unit=" questions", file=sys.stderr, disable=None):
            history = [Turn(turn.role, turn.content) for turn in line.history or ()]
            try:
                answer = assistant.ask(line.question, history)
            except QuestionError as error:
                answer = answer_with_error(line.question, error, assistant.facts())
            print(json.dumps(answer_to_json(answer, identifier=line.id), ensure_ascii=False), flush=True)
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


# --------------------------------------------------------------------------- the answer as text

_HEADINGS = {
    StatementRole.CLOSEST: "Closest",
    StatementRole.FINDINGS: "Found",
    StatementRole.FIGURES: "Also comparable",
    StatementRole.CONTRAST: "Without payment, or lost",
    StatementRole.COMPARISON: "Side by side",
    StatementRole.TREND: "Year by year",
    StatementRole.REASONS: "Reasons given",
    StatementRole.IMPROVEMENTS: "What changes for everybody",
    StatementRole.DRAFT: "To paste",
    StatementRole.GROUPS: "Counted",
}


def _as_text(answer: Answer) -> str:
    """The answer for a terminal: statements with numbered sources, the sources, the cases."""
    numbers: dict[Citation, int] = {}
    lines, last = [], None
    for statement in answer.statements:
        for citation in statement.citations:
            numbers.setdefault(citation, len(numbers) + 1)
        marks = "".join(f" [{numbers[citation]}]" for citation in statement.citations)
        is_alone = answer.query.kind is QuestionKind.SINGLE_CASE and statement.role is not StatementRole.FINDINGS
        heading = None if is_alone else _HEADINGS.get(statement.role)
        if heading and statement.role is not last:
            lines.append(f"{heading}:")
        last = statement.role
        indent = "  " if heading else ""
        lines.append(textwrap.fill(statement.text + marks, 96, initial_indent=indent, subsequent_indent=indent))
    lines += ["", textwrap.fill("Understood as: " + _understood(answer), 96, subsequent_indent="  ")]
    lines.append(textwrap.fill("Written by: " + _writer(answer), 96, subsequent_indent="  "))
    if numbers:
        lines += ["", "Sources:"]
        lines += [_source(number, citation, answer) for citation, number in numbers.items()]
    return "\n".join(lines)


def _understood(answer: Answer) -> str:
    query = answer.query
    return " · ".join([query.kind.value, query.topic or "no topic", *query.assumed])


def _writer(answer: Answer) -> str:
    """Who wrote the words: Redress alone, or a model in part, and why not where one is configured."""
    writing = answer.writing
    ours = f"Redress ({answer.versions.get('wording', 'no answer')})"
    if writing is None:
        return f"{ours}; no model is configured."
    if not writing.shown:
        return f"{ours}; no words of {writing.model}, because {writing.reason}."
    number = format_count(writing.shown, "statement")
    return f"{writing.model} ({writing.prompt}) in {number}, checked against the evidence; the rest by {ours}."


def _source(number: int, citation: Citation, answer: Answer) -> str:
    case = next((c for c in answer.evidence.cases if c.decision.reference == citation.reference), None)
    whose = "our digest" if case is None or not case.decision.is_full_text else "the decision"
    link = f"\n      {case.decision.url}" if case and case.decision.url else ""
    quote = textwrap.fill(f"“{citation.quote}”", 92, initial_indent="      ", subsequent_indent="      ")
    return f"  [{number}] {citation.reference}, {whose}:\n{quote}{link}"


if __name__ == "__main__":
    sys.exit(main())
