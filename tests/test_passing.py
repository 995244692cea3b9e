"""References that pass limits, as numbers and as texts: the same ones as SQL finds, whatever stands in the record."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from assistant.casebook import Casebook, Passing, reference_keys
from assistant.domain import Filters, Payee, RemedyKind
from assistant.vectors import ExactIndex
from benchmarks.record import fill_casebook
from tests.brute_force import random_filters

NOT_IN_THE_FORM = {
    "nothing": "",
    "no blanks": "1901898100",
    "a word": "Northmoor!",
    "a letter for a digit": "19 O18 981",
    "a capital letter": "16 010 636C",
    "a digit too many": "16 010 6361",
    "cut short": "16 010 63",
    "two letters": "16 010 636cc",
}


@pytest.mark.parametrize("damaged", NOT_IN_THE_FORM.values(), ids=NOT_IN_THE_FORM.keys())
def test_what_is_no_reference_has_no_number_and_takes_none_away(damaged: str) -> None:
    around = reference_keys(["19 018 981", damaged, "16 010 636c"])
    assert around.tolist() == [*reference_keys(["19 018 981"]), -1, *reference_keys(["16 010 636c"])]


def test_every_reference_has_a_number_of_its_own() -> None:
    near = ["19 018 981", "19 018 981a", "19 018 981z", "19 018 982", "20 018 981", "19 108 981", "00 000 000"]
    assert len(set(reference_keys(near).tolist())) == len(near)


def test_a_reference_that_is_damaged_is_counted_and_told_as_it_stands() -> None:
    passing = Passing("19 018 981\nnonsense\n19 018 981")
    assert (len(passing), list(passing), len(passing.keys)) == (2, ["19 018 981", "nonsense"], 1)
    assert (len(Passing(None)), list(Passing(None, "19 018 981"))) == (0, [])


def test_limits_of_every_kind_pass_what_sql_finds_all_at_once(tmp_path: Path) -> None:
    path = tmp_path / "casebook.sqlite"
    fill_casebook(path, 1_500)
    # A joint case, and what only damage makes.
    with closing(sqlite3.connect(path)) as connection:
        given = [row[0] for row in connection.execute("SELECT reference FROM decisions ORDER BY reference LIMIT 2")]
        for old, new in zip(given, (given[0] + "b", "damaged"), strict=True):
            for table in ("decisions", "remedies", "passages", "decision_numbers"):
                connection.execute(f"UPDATE {table} SET reference = ? WHERE reference = ?", (new, old))
        connection.commit()
    casebook = Casebook.open(path)
    view, facts = ExactIndex(casebook).table.view(), casebook.facts()
    chance, some = random.Random(7), 0  # noqa: S311
    more: tuple[dict[str, object], ...] = (
        {},
        {"also_kinds": ((RemedyKind.APOLOGY,), (RemedyKind.REFUND, RemedyKind.SERVICE_IMPROVEMENT))},
        {"remedy_kinds_not": (RemedyKind.REFUND,)},
        {"payees": (Payee.COMPLAINANT,)},
        {"bodies_not": facts.bodies[:100]},
    )
    for _ in range(40):
        for beside in more:
            filters = replace(random_filters(chance, facts), **beside)  # type: ignore[arg-type]
            passing = casebook.source.passing(filters)
            assert passing is not None
            held = [name for name in passing if name != "damaged"]
            assert len(passing) == len(list(passing)) == casebook.source.count_passing(filters)
            assert sorted(held) == sorted(view.reference(group).value for group in view.groups_passing(passing))
            assert np.array_equal(view.groups_passing(passing), view.groups_passing(held))
            some += bool(held)
    assert some > 50
    assert casebook.source.passing(Filters()) is None
    casebook.close()
