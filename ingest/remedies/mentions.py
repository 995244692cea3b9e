"""A mention: one remedy as one place of the decision states it."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.domain import Remedy


@dataclass(frozen=True)
class Mention:
    """One remedy as one place states it.

    ``section`` is where it stands; ``is_listed`` is true for the section of actions, ``is_told`` for what was offered,
    given or claimed before. ``words`` are the clause and ``lead`` the line that leads its list in, for binding.
    ``is_total`` marks a sum that may add up others and is then no remedy itself.
    """

    remedy: Remedy
    section: int
    words: str
    is_listed: bool
    is_total: bool = False
    is_told: bool = False
    lead: str = ""
