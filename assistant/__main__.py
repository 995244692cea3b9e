"""The terminal door: ``python -m assistant ask "…"``, ``batch questions.jsonl``, ``check letter.txt``, ``feedback``."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.commands import make_parser, read_questions, stated_limits
from assistant.domain import CasebookFacts, Filters, Turn
from assistant.errors import InputError, QuestionError, RedressError
from assistant.personal import redact
from assistant.question import StatedLimits, read_limits
from assistant.saving import Export, prepare_export, write_export
from assistant.settings import Settings, read_settings
from assistant.visible import readable_json, say, visible

if TYPE_CHECKING:
    from assistant.answering import Assistant


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code says how it ended."""
    # LangChain would send every question to its maker's service where a developer's machine asks it to trace.
    for tracing in ("LANGSMITH_TRACING", "LANGSMITH_TRACING_V2", "LANGCHAIN_TRACING", "LANGCHAIN_TRACING_V2"):
        os.environ[tracing] = "false"
    options = make_parser().parse_args(arguments)
    try:
        given = vars(options)
        settings = read_settings(**{name: given.get(name) for name in ("home", "encoder", "threads", "model")})
        if options.command == "ask":
            question = sys.stdin.read() if options.question == "-" else options.question
            asked = redact(question).text if options.redacted else question
            to = prepare_export(options.export, overwrite=options.overwrite) if options.export else None
            stated = stated_limits(options)
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

    lines = read_questions(file)
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


if __name__ == "__main__":
    sys.exit(main())
