"""A wording's pieces: all that its pattern matches holds one of them, so that to look for these first hides nothing."""

from __future__ import annotations

import importlib
import pkgutil
import re
import re._constants as code  # type: ignore[import-not-found]  # the parser has no other door
import re._parser as parser  # type: ignore[import-not-found]
from collections.abc import Iterator
from typing import Any

import pytest

import ingest
from ingest.forms.wording import Wording, holds_one

# Stands for any character that is not one certain letter.
_ANY = "\x00"


def _wordings() -> Iterator[tuple[str, re.Pattern[str], tuple[str, ...]]]:
    """Everything in the reader's modules that has a pattern and pieces, by its name."""
    for found in pkgutil.walk_packages(ingest.__path__, "ingest."):
        if found.name.endswith(".__main__"):  # to import it is to run it
            continue
        module = importlib.import_module(found.name)
        for name, value in vars(module).items():
            rows = value if isinstance(value, tuple) else (value,)
            for n, row in enumerate(rows):
                if hasattr(row, "pattern") and hasattr(row, "pieces") and not isinstance(row, type):
                    yield f"{found.name}.{name}[{n}]", row.pattern, row.pieces


_ALL = list({id(pattern): (name, pattern, pieces) for name, pattern, pieces in _wordings()}.values())


def test_the_readers_wordings_are_found() -> None:
    """Without this, a move of the modules would leave the proof below with nothing to prove."""
    assert len(_ALL) >= 20, f"only {len(_ALL)} patterns with pieces found below ingest"


@pytest.mark.parametrize(("pattern", "pieces"), [row[1:] for row in _ALL], ids=[row[0] for row in _ALL])
def test_all_that_a_wording_matches_holds_one_of_its_pieces(pattern: re.Pattern[str], pieces: tuple[str, ...]) -> None:
    assert all(piece == piece.lower() for piece in pieces)
    without = _paths(list(parser.parse(pattern.pattern, pattern.flags)), {""}, pieces)
    assert not without, f"matches without a piece end so: {sorted(path.replace(_ANY, '·') for path in without)[:5]}"


def _paths(nodes: list[Any], before: set[str], pieces: tuple[str, ...]) -> set[str]:
    """The ways through a pattern that hold no piece so far, each by its last characters."""
    for operation, value in nodes:
        before = _behind(operation, value, before, pieces)
    return before


def _behind(operation: Any, value: Any, before: set[str], pieces: tuple[str, ...]) -> set[str]:
    if operation is code.LITERAL:
        longest = max(map(len, pieces))
        grown = {(path + chr(value).lower())[-longest:] for path in before}
        return {path for path in grown if not path.endswith(pieces)}
    if operation is code.BRANCH:
        return set().union(*(_paths(list(branch), before, pieces) for branch in value[1]))
    if operation is code.SUBPATTERN:
        return _paths(list(value[3]), before, pieces)
    if operation in (code.MAX_REPEAT, code.MIN_REPEAT):
        least, most, inner = value
        once = _paths(list(inner), before, pieces)
        again = {_ANY} if most not in (0, 1) and once else set()
        return once | again if least else before | once | again
    if operation in (code.AT, code.ASSERT, code.ASSERT_NOT):
        return before
    return {_ANY} if before else set()


def test_a_wording_is_found_in_capitals_too() -> None:
    wording = Wording(re.compile(r"\bapolog(?:y|ies)\b", re.I), pieces=("apolog",))
    assert wording.search("An APOLOGY was sent.")
    assert [match[0] for match in wording.finditer("Apologies, and an apology.")] == ["Apologies", "apology"]
    assert wording.search("A letter was sent.") is None


def test_a_forgotten_alternative_is_noticed() -> None:
    pattern = r"\b(?:refused?|declines|not (?:agreed|(?:yet )?willing))\b|\bcounty court\b"
    tree = list(parser.parse(pattern))
    assert _paths(tree, {""}, ("refus", "declin", "agree", "willing", "court")) == set()
    assert _paths(tree, {""}, ("refus", "declin", "agree", "willing")) == {"ty court"[-7:]}
    assert not holds_one("it said no", ("refus",))
