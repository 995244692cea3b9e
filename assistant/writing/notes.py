"""What an answer says of its own making: worded by a model, which sentences were left out, or why it is not."""

from __future__ import annotations

from assistant.domain import Source, SourceKind, Statement, StatementRole, WritingReport
from assistant.text import format_count
from assistant.writing.reasons import describe_kinds


def note_on_writing(report: WritingReport) -> Statement:
    """In a plain sentence or two, how the words of an answer came about."""
    said = []
    if report.shown:
        noun = "Parts of this answer were" if report.shown > 1 else "A part of this answer was"
        said.append(f"{noun} worded by a language model ({report.model}) and checked against the evidence.")
    elif report.reason:
        said.append(f"This answer is in Redress’s own words and not the model’s, because {report.reason}.")
    kinds = describe_kinds(report.refused)
    for number, done in ((report.rewritten, "written anew from the evidence"), (report.left_out, "left out")):
        if number:
            noun = format_count(number, "statement of the model’s was", "statements of the model’s were")
            said.append(f"{noun} {done}, because of {kinds}.")
    sources = tuple(Source(number, SourceKind.CASEBOOK, "the making of this answer") for number in range(len(said)))
    return Statement(StatementRole.CAVEAT, " ".join(said), sources=sources)
