"""What ``add`` did → the lines that it says."""

from __future__ import annotations

import sys

from assistant.text import format_count
from assistant.visible import say_line
from ingest.build import AddReport
from ingest.export import describe_flag


def tell_added(report: AddReport) -> None:
    """Say what became of the decisions, and on standard error what is planted and what was set aside."""
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
