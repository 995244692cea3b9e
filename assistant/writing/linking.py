"""The phrases of its own that a model may put between keys and copied sentences.

Each says nothing of the case that a key behind it does not say. ``AFTER`` names what may follow a phrase, where it
would say something wrong before anything else: "about" before a sum would make it uncertain. "Also" and "in addition"
are none of them, because a sum behind them looks like a second one.
"""

from __future__ import annotations

from assistant.writing.material import SlotKind

# "words" is a copied sentence.
WORDS = "words"
# "And" straight before a sum would make a second one of it, where a copied sentence names it already.
_BUT_MONEY = frozenset({*(kind.value for kind in SlotKind), WORDS} - {SlotKind.MONEY.value})
_CASE, _OUTCOME, _MONEY, _ISSUE = (
    {kind.value} for kind in (SlotKind.CASE, SlotKind.OUTCOME, SlotKind.MONEY, SlotKind.ISSUE)
)

_TABLE: tuple[tuple[str, set[str] | frozenset[str]], ...] = (
    ("in", _CASE),
    ("also in", _CASE),
    ("and in", _CASE),
    ("but in", _CASE),
    ("by contrast in", _CASE),
    ("for example in", _CASE),
    ("another case is", _CASE),
    ("a further case is", _CASE),
    ("another is", _CASE),
    ("one case is", _CASE),
    ("by contrast", _CASE),
    ("about", _ISSUE),
    ("for", _ISSUE),
    ("which concerned", _ISSUE),
    ("the case concerned", _ISSUE),
    ("the complaint concerned", _ISSUE),
    ("was about", _ISSUE),
    ("on", _ISSUE),
    ("concerning", _ISSUE),
    ("which was about", _ISSUE),
    ("the case was about", _ISSUE),
    ("the complaint was about", _ISSUE),
    ("the issue was", _ISSUE),
    ("the complaint was", _OUTCOME),
    ("the case was", _OUTCOME),
    ("it was", _OUTCOME),
    ("which was", _OUTCOME),
    ("was", _OUTCOME),
    ("the outcome was", _OUTCOME | _MONEY),
    ("the result was", _OUTCOME | _MONEY),
    ("the decision was", _OUTCOME),
    ("outcome", _OUTCOME),
    ("the remedy was", _MONEY),
    ("the remedy in money was", _MONEY),
    ("the payment was", _MONEY),
    ("the money was", _MONEY),
    ("with", _MONEY),
    ("with a remedy of", _MONEY),
    ("remedy", _MONEY),
    ("money", _MONEY),
    ("and", _BUT_MONEY),
    ("but", _BUT_MONEY),
    ("while", _BUT_MONEY),
    ("whereas", _BUT_MONEY),
    ("for example", _CASE),
    ("here", _BUT_MONEY),
    ("there", _BUT_MONEY),
)
AFTER: dict[tuple[str, ...], frozenset[str]] = {tuple(phrase.split()): frozenset(after) for phrase, after in _TABLE}
LONGEST_LINK = max(len(words) for words in AFTER)


def describe_links() -> str:
    """The phrases for the prompt, in the order of the table."""
    return ", ".join(f"“{phrase}”" for phrase, _ in _TABLE)
