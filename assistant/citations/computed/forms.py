"""What a closed form of sentence is, and how a number or a sum in its words is compared with what is held."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from assistant.citations.ground import Ground
from assistant.text import find_money, format_money

# What tells "" where a match is true, else what is so in a sentence.
Proof = Callable[[re.Match[str], Ground], str]
_NUMBERS = {
    word: number
    for number, word in enumerate(
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
    )
}  # fmt: skip
NUMBER = rf"(\d{{1,3}}(?:,\d{{3}})+|\d+|(?i:{'|'.join(_NUMBERS)}))"
SUM = r"(£\d+(?:,\d{3})*(?:\.\d\d)?)"
# Money that stands in no range, by the words for it.
APART = r"(?:counted losses|rates|refunds)"


@dataclass(frozen=True)
class Form:
    """One form of words about all cases: how it reads, and what tells "" where it is true, else what is so.

    A form with ``beside`` is a piece of a sentence and is one only where one of these stands in the statement too.
    """

    name: str
    words: re.Pattern[str]
    proof: Proof
    of_casebook: bool = False
    beside: tuple[str, ...] = ()


@dataclass(frozen=True)
class Computed:
    """A place in a statement that has a closed form; ``reason`` is empty where the record bears it out."""

    form: Form
    start: int
    end: int
    words: str
    reason: str


def form(name: str, words: str, proof: Proof, *, of_casebook: bool = False) -> Form:
    """A row of a table: its name, the pattern of its words, and what proves them."""
    return Form(name, re.compile(words), proof, of_casebook)


def number_of(word: str) -> int:
    """A number in figures, with or without commas, or to twelve in words; for what ``NUMBER`` matched."""
    return _NUMBERS[word.lower()] if word.lower() in _NUMBERS else int(word.replace(",", ""))


def same(said: str | int, held: str | int | None, what: str) -> str:
    """Empty where what is said is held, else what is so; ``what`` is named in the reason, None is told as "none"."""
    return "" if said == held else f"{what}: {'none' if held is None else held}, not {said}."


def pence_of(words: str) -> int | None:
    """The pence of a sum in words and nothing beside it; None for other words."""
    found = find_money(words)
    return found[0].pence if len(found) == 1 and found[0].end == len(words) else None


def same_sum(words: str, pence: int | None, what: str) -> str:
    """Empty where a sum in words is this many pence, else what is so."""
    if pence is not None and pence_of(words) == pence:
        return ""
    return f"{what}: {'none' if pence is None else format_money(pence)}, not {words}."


def counted(what: str, count: Callable[[Ground], int]) -> Proof:
    """A proof that the first number of a form is this count."""
    return lambda match, ground: same(number_of(match[1]), count(ground), what)


def only_if(is_so: Callable[[Ground], bool], otherwise: str) -> Proof:
    """A proof of words without figures, true only where this is so."""
    return lambda _match, ground: "" if is_so(ground) else otherwise
