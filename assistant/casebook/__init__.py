"""The book of decisions: SQLite, the truth from which everything else is derived.

``Casebook.open(path)`` makes or opens it; one object serves all threads of a process.
The only home of sqlite3.
"""

from assistant.casebook.book import Casebook, CasebookStatus, Filed, PassageChange
from assistant.casebook.rows import decision_hash

__all__ = ["Casebook", "CasebookStatus", "Filed", "PassageChange", "decision_hash"]
