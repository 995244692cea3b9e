"""What is typed behind ``python -m assistant`` → the command, its options and the limits of the question."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from assistant.commands.manual import CHECK_DESCRIPTION, CHECK_EPILOG, EPILOG, FEEDBACK_DESCRIPTION, FEEDBACK_EPILOG
from assistant.question import StatedLimits
from assistant.question.stated import OUTCOME_WORDS, REMEDY_WORDS
from assistant.text import join_words

_AS_WRITTEN = argparse.RawDescriptionHelpFormatter


def make_parser() -> argparse.ArgumentParser:
    """The parser of all commands; ``--help`` of each is its manual. What is no command ends with usage and code 2."""
    parser = argparse.ArgumentParser(
        prog="python -m assistant",
        description="Ask the Ombudsman's published decisions, with every figure and quotation checked.",
        epilog=EPILOG,
        formatter_class=_AS_WRITTEN,
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
    check = commands.add_parser(
        "check",
        parents=[shared],
        help="check what a letter or another chatbot's answer says of decisions",
        description=CHECK_DESCRIPTION,
        epilog=CHECK_EPILOG,
        formatter_class=_AS_WRITTEN,
    )
    check.add_argument("file", help="a letter as .docx, .pdf, .txt or .md; '-' reads standard input")
    check.add_argument("--json", action="store_true", help="print the result as one JSON object")
    feedback = commands.add_parser(
        "feedback",
        parents=[housed],
        help="show what users said of answers",
        description=FEEDBACK_DESCRIPTION,
        epilog=FEEDBACK_EPILOG,
        formatter_class=_AS_WRITTEN,
    )
    _fill_feedback(feedback)
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


def _fill_feedback(feedback: argparse.ArgumentParser) -> None:
    """Which judgements are shown, and how."""
    feedback.add_argument(
        "--since", type=_day, metavar="DAY", help="only what was said on this day (as 2026-11-01, UTC) or later"
    )
    feedback.add_argument("--json", action="store_true", help="print everything as one JSON object")


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


def stated_limits(options: argparse.Namespace) -> StatedLimits:
    """The limits as they were typed to ``ask``, not yet read; an option that was not given is empty."""
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
