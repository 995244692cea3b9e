"""All searchable passages as arrays: a casebook goes in; what is near, what holds words and whose it is comes out.

Derived from the casebook and brought up to date from it, as the index is; kept beside it in files that are mapped into
memory, so that a million passages are there at once. Whatever is wrong with the files, they are made anew.
"""

from assistant.passage_table.highest import best_rows
from assistant.passage_table.noted import find_damaged, note_files
from assistant.passage_table.products import multiply_exactly, on_all_cores
from assistant.passage_table.table import PassageTable
from assistant.passage_table.view import TableView

__all__ = [
    "PassageTable",
    "TableView",
    "best_rows",
    "find_damaged",
    "multiply_exactly",
    "note_files",
    "on_all_cores",
]
