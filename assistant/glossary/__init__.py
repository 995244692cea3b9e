"""Words of the field to what they mean: one plain line each in our own words, with the public page it rests on.

``find_entries`` gives the entries that a term or a question names; ``entry_text`` is the one wording in which an entry
is told, so that whoever checks an answer can compare it word for word. The tables are in ``ombudsman`` and
``services``, the pages in ``sources``.
"""

from assistant.glossary.entries import (
    ENTRIES,
    Entry,
    are_terms,
    entry_named,
    entry_text,
    entry_texts,
    find_entries,
    is_term,
)

__all__ = ["ENTRIES", "Entry", "are_terms", "entry_named", "entry_text", "entry_texts", "find_entries", "is_term"]
