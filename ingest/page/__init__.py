"""A saved page → a Decision with its header, sections, paragraphs, findings and remedies, or a reason.

The one door to reading pages. What form a page was saved in is ``saved_page``'s matter; all that comes behind it
(sections, findings, remedies) is the same for each.
"""

from ingest.page.facts import reference_of
from ingest.page.reading import PageReading, read_decision, read_page

__all__ = ["PageReading", "read_decision", "read_page", "reference_of"]
