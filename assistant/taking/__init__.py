"""An answer → what is taken away: a Word file, Markdown, CSV, a plain text to paste, or a citation of one decision.

``report_answer`` makes the one neutral form that all are written from; ``take_…`` give a file.
"""

from assistant.taking.cases import describe_paid
from assistant.taking.citing import Decisions, cite, number_citations
from assistant.taking.files import Form, NothingToTake, TakenFile, take_answer, take_conversation, take_table
from assistant.taking.plain import write_plain
from assistant.taking.report import Report
from assistant.taking.reporting import report_answer, report_failure

__all__ = [
    "Decisions",
    "Form",
    "NothingToTake",
    "Report",
    "TakenFile",
    "cite",
    "describe_paid",
    "number_citations",
    "report_answer",
    "report_failure",
    "take_answer",
    "take_conversation",
    "take_table",
    "write_plain",
]
