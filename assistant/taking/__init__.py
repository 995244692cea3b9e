"""An answer → what is taken away: a Word file, Markdown, CSV, a plain text to paste, or a citation of one decision.

``report_answer`` makes the one neutral form that all are written from; ``take_…`` give a file.
"""

from assistant.taking.cases import describe_paid
from assistant.taking.citing import Decisions, cite, decisions_behind, number_citations
from assistant.taking.files import Form, NothingToTake, TakenFile, take_answer, take_conversation, take_table
from assistant.taking.layout import describe_note, shown_link
from assistant.taking.plain import write_plain
from assistant.taking.report import Footnote, Report, Whose
from assistant.taking.reporting import (
    blocks_of,
    report_answer,
    report_failure,
    shown_question,
    split_headline,
    words_of,
)

__all__ = [
    "Decisions",
    "Footnote",
    "Form",
    "NothingToTake",
    "Report",
    "TakenFile",
    "Whose",
    "blocks_of",
    "cite",
    "decisions_behind",
    "describe_note",
    "describe_paid",
    "number_citations",
    "report_answer",
    "report_failure",
    "shown_link",
    "shown_question",
    "split_headline",
    "take_answer",
    "take_conversation",
    "take_table",
    "words_of",
    "write_plain",
]
