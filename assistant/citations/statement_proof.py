"""One statement while it is checked: the checks made, what failed, what proved it, and which places are proven."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum

from assistant.domain import FailedCheck, Source, Statement


class Writer(StrEnum):
    """Who wrote a draft. Of a model's words nothing is taken on trust: what cannot be checked is withheld."""

    TEMPLATE = "template"
    MODEL = "model"


@dataclass
class StatementProof:
    """What the check of one statement has found so far.

    ``looked_at`` counts the checks by kind, ``failed`` tells why the statement is withheld, ``sources`` what each of
    its sentences rests on, and ``proven`` the places of the text that a proof covers, as start and end.
    """

    statement: Statement
    looked_at: Counter[str] = field(default_factory=Counter)
    failed: list[FailedCheck] = field(default_factory=list)
    sources: list[Source] = field(default_factory=list)
    proven: list[tuple[int, int]] = field(default_factory=list)

    def tell(self, check: str, found: str, reason: str) -> None:
        """Note one check of this kind; it failed where there is a ``reason``, which says what is so."""
        self.looked_at[check] += 1
        if reason:
            self.failed.append(FailedCheck(self.statement.text, check, found, reason))
