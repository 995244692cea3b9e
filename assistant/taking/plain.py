"""A report → plain text with numbered sources, ready to paste."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.labels import ACKNOWLEDGEMENT, NOT_ADVICE
from assistant.taking.layout import describe_note, link_note
from assistant.taking.report import Footnote, Part, PartKind, Report
from assistant.visible import in_one_line, visible


def write_plain(report: Report) -> str:
    """The answer with its numbered sources, the casebook's date and the acknowledgement.

    The table of decisions is left out: a message or a form has no place for one, and what was paid and lost is said.
    """
    lines = [f"Question: {visible(report.question)}", ""]
    for part in report.parts:
        lines += _part(part)
    if report.footnotes:
        lines += ["", "Sources", *(_source(note) for note in report.footnotes)]
    lines += ["", f"From Redress, over {report.casebook}. {NOT_ADVICE}", ACKNOWLEDGEMENT]
    return "\n".join(lines)


def _part(part: Part) -> Iterator[str]:
    if part.heading:
        yield f"{part.heading}:"
    for said in part.said:
        marks = "".join(f" [{number}]" for number in said.notes)
        bullet = "- " if part.heading and part.kind is PartKind.LIST else ""
        yield bullet + in_one_line(said.text) + marks


def _source(note: Footnote) -> str:
    said = f"[{note.number}] {describe_note(note)} “{note.quote}”"
    return in_one_line(f"{said} {note.link}{link_note(note)}" if note.link else said)
