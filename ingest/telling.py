"""What ``add`` did → the lines that it says."""

from __future__ import annotations

import sys
from itertools import islice

from assistant.text import format_count
from assistant.visible import say_line
from ingest.build import AddReport
from ingest.export import describe_flag

# Of a whole record some thousands were read in part; ``status`` lists them all.
_SHOWN = 20
_LONGEST_PLACE = 80


def tell_added(report: AddReport) -> None:
    """Say what became of the decisions; on standard error what was not understood, is planted or was set aside."""
    filed = report.filed
    parts = [
        (filed.added, "added"),
        (filed.replaced, "replaced"),
        (filed.unchanged, "held already"),
        (filed.kept_full_text, "left out, because the full text is held"),
    ]
    told = ", ".join(f"{count} {what}" for count, what in parts if count)
    if filed.total:
        say_line(f"{format_count(filed.total, 'decision')}: {told}.")
    if report.news:
        say_line(f"{format_count(report.news, 'news article')} kept as pointers.")
    _tell_partly_read(report)
    if report.flagged:
        number = format_count(len(report.flagged), "decision holds", "decisions hold")
        say_line(f"{number} text that looks planted; it is kept to be looked at and never used:", to=sys.stderr)
        for decision in report.flagged:
            for flag in decision.flags:
                say_line(f"  {decision.reference}: {describe_flag(flag)}", to=sys.stderr)
    if report.set_aside:
        say_line(f"{len(report.set_aside)} set aside:", to=sys.stderr)
        for item in report.set_aside:
            say_line(f"  {item.place}: {item.reason}", to=sys.stderr)


def _tell_partly_read(report: AddReport) -> None:
    """The places that were not understood, decision by decision; of many decisions the first."""
    if not report.partly_read:
        return
    number = format_count(len(report.partly_read), "decision was", "decisions were")
    say_line(f"{number} read in part:", to=sys.stderr)
    for reference, unread in islice(report.partly_read.items(), _SHOWN):
        for item in unread:
            say_line(f"  {reference}, {item.place}: {quote_place(item.text)}: {item.reason}", to=sys.stderr)
    if len(report.partly_read) > _SHOWN:
        more = len(report.partly_read) - _SHOWN
        say_line(f"  … and {more:,} more; `python -m ingest status` lists them all", to=sys.stderr)


def quote_place(words: str) -> str:
    """Enough of a place in a page to find it by, in quotation marks and on one line of a terminal."""
    plain = " ".join(words.split())
    return repr(plain if len(plain) <= _LONGEST_PLACE else plain[: _LONGEST_PLACE - 3] + "...")
