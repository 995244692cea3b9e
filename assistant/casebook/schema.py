"""The casebook's tables as numbered steps, and the connections to them."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from assistant.errors import CasebookBusy, CasebookDamaged, CasebookError

# Each step is run once, in order, in one transaction; a landed step is never edited, a change is a new step.
STEPS: tuple[str, ...] = (
    """
    CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);
    CREATE TABLE decisions (
        reference TEXT PRIMARY KEY, body TEXT, category TEXT, subcategory TEXT,
        outcome TEXT, outcome_inferred INTEGER NOT NULL, decided TEXT,
        url TEXT, url_derived INTEGER NOT NULL, basis TEXT NOT NULL, document TEXT NOT NULL,
        injustice TEXT NOT NULL, stated_total_pence INTEGER, source TEXT, note TEXT, unread TEXT NOT NULL,
        content_hash TEXT NOT NULL
    );
    CREATE INDEX decisions_by_body ON decisions (body);
    CREATE INDEX decisions_by_date ON decisions (decided);
    CREATE TABLE sections (
        reference TEXT NOT NULL REFERENCES decisions ON DELETE CASCADE, ordinal INTEGER NOT NULL,
        heading TEXT NOT NULL, is_standing_text INTEGER NOT NULL, PRIMARY KEY (reference, ordinal)
    );
    CREATE TABLE paragraphs (
        id TEXT PRIMARY KEY, reference TEXT NOT NULL REFERENCES decisions ON DELETE CASCADE,
        ordinal INTEGER NOT NULL, section INTEGER NOT NULL, printed_number INTEGER, text TEXT NOT NULL
    );
    CREATE INDEX paragraphs_by_reference ON paragraphs (reference, ordinal);
    CREATE TABLE findings (
        reference TEXT NOT NULL REFERENCES decisions ON DELETE CASCADE, ordinal INTEGER NOT NULL,
        issue TEXT NOT NULL, result TEXT NOT NULL, injustice INTEGER, paragraphs TEXT NOT NULL,
        PRIMARY KEY (reference, ordinal)
    );
    CREATE TABLE remedies (
        reference TEXT NOT NULL REFERENCES decisions ON DELETE CASCADE, ordinal INTEGER NOT NULL,
        kind TEXT NOT NULL, amount_pence INTEGER, rate_pence INTEGER, per TEXT, payee TEXT NOT NULL,
        purpose TEXT NOT NULL, status TEXT NOT NULL, issue TEXT, detail TEXT, deadline TEXT, paragraph TEXT,
        PRIMARY KEY (reference, ordinal)
    );
    CREATE INDEX remedies_by_amount ON remedies (kind, amount_pence);
    CREATE TABLE passages (
        number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,
        reference TEXT NOT NULL REFERENCES decisions ON DELETE CASCADE, kind TEXT NOT NULL,
        text TEXT NOT NULL, heading TEXT NOT NULL, paragraph TEXT, issue TEXT, text_hash TEXT NOT NULL
    );
    CREATE INDEX passages_by_reference ON passages (reference);
    CREATE INDEX passages_by_text ON passages (text_hash);
    CREATE TABLE vectors (text_hash TEXT PRIMARY KEY, vector BLOB NOT NULL);
    CREATE VIRTUAL TABLE passage_words USING fts5 (
        issue, text, heading, tokenize = 'porter unicode61 remove_diacritics 2'
    );
    CREATE TABLE passage_changes (
        sequence INTEGER PRIMARY KEY AUTOINCREMENT, passage TEXT NOT NULL, is_removed INTEGER NOT NULL
    );
    CREATE TABLE news (
        id TEXT PRIMARY KEY, title TEXT NOT NULL, standfirst TEXT NOT NULL, source TEXT NOT NULL,
        published TEXT, bodies TEXT NOT NULL
    );
    CREATE TABLE set_aside (place TEXT PRIMARY KEY, reason TEXT NOT NULL);
    """,
    """
    CREATE TABLE flags (
        reference TEXT NOT NULL REFERENCES decisions ON DELETE CASCADE, ordinal INTEGER NOT NULL,
        kind TEXT NOT NULL, place TEXT NOT NULL, text TEXT NOT NULL, paragraph TEXT, PRIMARY KEY (reference, ordinal)
    );
    """,
    # Browsing. Words are sought in whole decisions, so their index has one row for each, and no copy of the text: what
    # stands in it is what ``decision_texts`` gives, which must be asked again to take it out. A number is never used
    # twice, so that a row left over could belong to no other decision.
    """
    CREATE INDEX decisions_by_facets ON decisions (
        category, subcategory, body, outcome, basis, decided, reference
    );
    CREATE TABLE decision_numbers (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        reference TEXT NOT NULL UNIQUE REFERENCES decisions ON DELETE CASCADE
    );
    CREATE VIEW decision_texts AS SELECT
        decision_numbers.number AS number, decisions.reference AS reference,
        COALESCE(body, '') || ' . ' || COALESCE(category, '') || ' . ' || COALESCE(subcategory, '') AS header,
        COALESCE((SELECT group_concat(issue, ' . ') FROM (
            SELECT issue FROM passages
            WHERE passages.reference = decisions.reference AND kind = 'issue' ORDER BY passages.number
        )), '') AS issues,
        COALESCE((SELECT group_concat(text, ' . ') FROM (
            SELECT text FROM passages
            WHERE passages.reference = decisions.reference AND kind != 'issue' ORDER BY passages.number
        )), '') || ' . ' || COALESCE((SELECT group_concat(detail, ' . ') FROM (
            SELECT detail FROM remedies WHERE remedies.reference = decisions.reference ORDER BY ordinal
        )), '') AS text
        FROM decisions JOIN decision_numbers ON decision_numbers.reference = decisions.reference;
    CREATE VIRTUAL TABLE decision_words USING fts5 (
        header, issues, text, content = '', tokenize = 'porter unicode61 remove_diacritics 2'
    );
    INSERT INTO decision_numbers (reference) SELECT reference FROM decisions ORDER BY reference;
    INSERT INTO decision_words (rowid, header, issues, text) SELECT number, header, issues, text FROM decision_texts;
    """,
    # What the list counts of remedies is read from this alone, not from rows that hold their details.
    """
    CREATE INDEX remedies_by_kind ON remedies (kind, status, amount_pence, reference);
    """,
    # Not a part of the decision, and kept when one is cut into passages anew: where it came from, and when.
    """
    CREATE TABLE origins (reference TEXT PRIMARY KEY, origin TEXT NOT NULL, added TEXT NOT NULL);
    ALTER TABLE set_aside ADD COLUMN noted TEXT;
    """,
    # Decisions that were taken out for good: none of these is ever filed again.
    """
    CREATE TABLE kept_out (reference TEXT PRIMARY KEY, since TEXT NOT NULL);
    """,
    # Files that need not be read again while their bytes are the same and all that was read from them is still held.
    """
    CREATE TABLE files_read (place TEXT PRIMARY KEY, content TEXT NOT NULL, reader TEXT NOT NULL);
    CREATE TABLE files_held (
        place TEXT NOT NULL REFERENCES files_read ON DELETE CASCADE, ordinal INTEGER NOT NULL,
        reference TEXT NOT NULL, is_full_text INTEGER NOT NULL, content_hash TEXT NOT NULL,
        PRIMARY KEY (place, ordinal)
    );
    CREATE INDEX files_held_by_reference ON files_held (reference);
    """,
    # Limits on sums, years and bodies are looked up in an index alone: of 57,500 decisions sums took 23 ms and take 6,
    # years 39 and take 9.
    """
    DROP INDEX remedies_by_amount;
    CREATE INDEX remedies_by_amount ON remedies (kind, amount_pence, status, reference);
    DROP INDEX decisions_by_date;
    CREATE INDEX decisions_by_date ON decisions (decided, reference);
    DROP INDEX decisions_by_body;
    CREATE INDEX decisions_by_body ON decisions (body, reference);
    """,
    # Likewise an outcome: half a record of 52,000 decisions took 6 ms and takes 2.
    """
    CREATE INDEX decisions_by_outcome ON decisions (outcome, reference);
    """,
)

_BUSY_SECONDS = 15.0
# How a reading that is within no other begins and ends.
_WHOLE = ("BEGIN", "ROLLBACK")


class _Lent:
    """A connection for as long as its thread lives; then it is free for the next thread."""

    def __init__(self, connection: sqlite3.Connection, free: deque[sqlite3.Connection]) -> None:
        self.connection = connection
        self._free = free

    def __del__(self) -> None:
        self._free.append(self.connection)


class Connections:
    """One SQLite connection for each thread, all to one file; opened when first asked for.

    The page answers every question in a new thread. What a thread leaves behind, the next one takes: there are never
    more connections than there were threads at once, and what SQLite has read stays read.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._local = threading.local()
        self._all: list[sqlite3.Connection] = []
        self._free: deque[sqlite3.Connection] = deque()
        self._lock = threading.Lock()

    def get(self) -> sqlite3.Connection:
        """The connection of the calling thread."""
        lent: _Lent | None = getattr(self._local, "lent", None)
        if lent is None:
            try:
                connection = self._free.pop()
                # A thread that ended in the midst of a reading leaves the moment that it read.
                if connection.in_transaction:
                    connection.rollback()
            except IndexError:
                connection = self._open()
                with self._lock:
                    self._all.append(connection)
            lent = self._local.lent = _Lent(connection, self._free)
        return lent.connection

    def _open(self) -> sqlite3.Connection:
        try:
            connection = sqlite3.connect(
                self.path, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False
            )
            connection.row_factory = sqlite3.Row
            _switch_to_wal(connection)
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute("PRAGMA foreign_keys = ON")
            # What a search found is put together in a temporary table, and nothing of a search goes to the disk.
            connection.execute("PRAGMA temp_store = MEMORY")
        except sqlite3.DatabaseError as error:
            raise translate(error, self.path) from error
        return connection

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction that holds the write lock from its start; all of it is kept, or nothing."""
        connection = self.get()
        try:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
            except BaseException:
                # On a full disk SQLite has rolled back by itself.
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise
            connection.execute("COMMIT")
        except sqlite3.DatabaseError as error:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise translate(error, self.path) from error

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """One moment of the casebook: what another process files meanwhile is not seen, so nothing is read half old.

        Within another it is the same moment. Temporary tables made in it are gone at its end.
        """
        connection = self.get()
        begin, end = ("SAVEPOINT inner", "ROLLBACK TO inner; RELEASE inner") if connection.in_transaction else _WHOLE
        try:
            connection.execute(begin)
            try:
                yield connection
            finally:
                if connection.in_transaction:
                    for statement in end.split("; "):
                        connection.execute(statement)
        except sqlite3.DatabaseError as error:
            raise translate(error, self.path) from error

    def close(self) -> None:
        """Close the connections of all threads."""
        with self._lock:
            for connection in self._all:
                connection.close()
            self._all.clear()
        self._local, self._free = threading.local(), deque()


def _switch_to_wal(connection: sqlite3.Connection) -> None:
    """Switch the file to WAL, waiting for others: SQLite's own waiting does not cover this step on a new file."""
    until = time.monotonic() + _BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > until:
                raise
            time.sleep(0.02)
        else:
            return


def translate(error: sqlite3.DatabaseError, path: Path) -> CasebookError:
    """SQLite's error as ours, saying what to do."""
    message = str(error)
    if "locked" in message or "busy" in message:
        return CasebookBusy(f"{path}: another process is writing the casebook; wait until it has finished, then retry.")
    if "full" in message:
        return CasebookError(
            f"{path}: the disk is full, nothing of this step was stored; free some space and run again."
        )
    if "disk i/o" in message.lower():
        # A quota, a limit on the size of a file, or a disk that is failing: the system does not say which.
        return CasebookError(
            f"{path}: the disk takes no more or is failing ({message}), nothing of this step was stored; free some "
            "space and run again."
        )
    if "not a database" in message or "malformed" in message:
        return CasebookDamaged(
            f"{path}: this file is no casebook or is damaged ({message}). Stop Redress and run "
            "`python -m ingest rebuild`, which keeps all that can still be read."
        )
    if "readonly" in message or "unable to open" in message:
        return CasebookError(f"{path}: the casebook cannot be opened for writing ({message}); check the permissions.")
    return CasebookError(f"{path}: the casebook could not be used ({message}).")


def upgrade(connections: Connections) -> None:
    """Run the steps that the file has not seen yet. A newer file than this code knows is refused."""
    try:
        at = int(connections.get().execute("PRAGMA user_version").fetchone()[0])
    except sqlite3.DatabaseError as error:
        raise translate(error, connections.path) from error
    refuse_newer(at, connections.path)
    if at == len(STEPS):
        return
    with connections.writing() as connection:
        # Read again under the lock: another process may have done it meanwhile.
        at = int(connection.execute("PRAGMA user_version").fetchone()[0])
        for number, step in enumerate(STEPS[at:], start=at + 1):
            for statement in step.split(";\n"):
                if statement.strip():
                    connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {number}")


def refuse_newer(at: int, path: Path) -> None:
    """Raise CasebookError for a file that is at a step which this program does not know."""
    if at > len(STEPS):
        raise CasebookError(
            f"{path}: made by a newer Redress (step {at}, this one knows {len(STEPS)}); update Redress."
        )
