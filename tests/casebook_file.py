"""A casebook's file, read and changed behind its back, and decisions drawn at random to fill it."""

from __future__ import annotations

import random
import sqlite3
from datetime import date

from assistant.casebook import Casebook
from assistant.domain import Basis, Decision, Outcome, Payee, Remedy, RemedyKind
from tests.builders import EASTBECK, NORTHMOOR, SOUTHFELL, decision


def change(casebook: Casebook, sql: str, *values: object) -> None:
    """Change the file behind the casebook's back."""
    with sqlite3.connect(casebook.path) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        assert connection.execute(sql, values).rowcount > 0
    connection.close()


def rows(casebook: Casebook, table: str) -> int:
    """How many rows a table of the file has."""
    with sqlite3.connect(casebook.path) as connection:
        found = int(connection.execute(f"SELECT COUNT(*) FROM {table}").fetchone()[0])
    connection.close()
    return found


BODIES = (NORTHMOOR, SOUTHFELL, EASTBECK, None)
CATEGORIES = ("Education", "Housing", None)


def random_decision(number: int, chance: random.Random) -> Decision:
    """A decision whose fields are drawn, empty ones among them; the same chance draws the same."""
    kinds = [RemedyKind.PAYMENT, RemedyKind.REFUND, RemedyKind.APOLOGY]
    return decision(
        number,
        body=chance.choice(BODIES),
        category=chance.choice(CATEGORIES),
        subcategory=chance.choice(["Special educational needs", "School transport", None]),
        outcome=chance.choice([*Outcome, None]),
        decided=chance.choice([None, date(2015 + chance.randrange(8), 1 + chance.randrange(12), 5)]),
        basis=chance.choice(list(Basis)),
        findings=(),
        remedies=tuple(
            Remedy(
                chance.choice(kinds),
                chance.choice([None, 0, 5000, 15000, 30000, 100000]),
                payee=chance.choice([Payee.COMPLAINANT, Payee.CHILD, Payee.NOT_STATED]),
            )
            for _ in range(chance.randrange(4))
        ),
    )
