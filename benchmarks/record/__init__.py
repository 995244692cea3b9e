"""A synthetic record: decisions in the site's form that no ombudsman wrote, for load and size, never for quality.

The same seed gives the same record. Bodies, people, places and words are made up; the shares (outcomes, remedies,
repeated paragraphs, lengths) are near those of the published record.
"""

from benchmarks.record.filling import RecordEncoder, fill_casebook
from benchmarks.record.making import make_decisions
from benchmarks.record.pages import write_pages

__all__ = ["RecordEncoder", "fill_casebook", "make_decisions", "write_pages"]
