"""The book of decisions: SQLite, the truth from which everything else is derived.

``Casebook.open(path)`` makes or opens it; one object serves all threads of a process.
The only home of sqlite3.
"""

from assistant.casebook.book import Casebook
from assistant.casebook.files import FilesRead, HeldDecision, KnownFile
from assistant.casebook.passing import Passing, reference_keys
from assistant.casebook.reader import PassageChange
from assistant.casebook.rows import decision_hash
from assistant.casebook.salvaging import Salvaged, salvage
from assistant.casebook.status import CasebookStatus, OriginCount, SetAsideNote
from assistant.casebook.storing import Filed
from assistant.casebook.tabulating import PassageChunk, TableSource

__all__ = [
    "Casebook",
    "CasebookStatus",
    "Filed",
    "FilesRead",
    "HeldDecision",
    "KnownFile",
    "OriginCount",
    "PassageChange",
    "PassageChunk",
    "Passing",
    "Salvaged",
    "SetAsideNote",
    "TableSource",
    "decision_hash",
    "reference_keys",
    "salvage",
]
