"""Draft to CitationReport: every quotation, figure, reference, date, count and claim, proved in code or withheld.

``check_draft`` trusts no writer, ours included. It reads the cited decisions from the casebook again and looks at the
words of each statement. What a template says must be held; what a model says must be held and understood: words that
no cited sentence holds are withheld too. ``docs/checking.md`` tells what is checked and what cannot be.
"""

from assistant.citations.checking import check_draft
from assistant.citations.statement_proof import Writer

__all__ = ["Writer", "check_draft"]
