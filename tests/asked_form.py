"""What a row of the questions table holds, and the bodies, outcomes and kinds that its rows name."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from assistant.domain import Outcome, QuestionKind, RemedyKind

KENT, ESSEX, SURREY = "Kent County Council", "Essex County Council", "Surrey County Council"
BIRMINGHAM, LEEDS, CAMDEN = "Birmingham City Council", "Leeds City Council", "London Borough of Camden"
LAMBETH, HACKNEY = "London Borough of Lambeth", "London Borough of Hackney"
LANCASHIRE = "Lancashire County Council"
SOMERSET = ("Somerset Council",)
LOST, WON, CLOSED, STOPPED = Outcome.NOT_UPHELD, Outcome.UPHELD, Outcome.CLOSED, Outcome.DISCONTINUED
# Where a list is asked for, the subject named is the drawer it is filed under.
BINS, HOMELESS, TRANSPORT = ("Refuse and recycling",), ("Homelessness",), ("School transport",)
LIST, REMEDY, FAULT = QuestionKind.LIST_CASES, QuestionKind.TYPICAL_REMEDY, QuestionKind.IS_IT_FAULT
HISTORY, CASE, TREATED = QuestionKind.BODY_HISTORY, QuestionKind.SINGLE_CASE, QuestionKind.HOW_TREATED
GRAND = 100_000
# What is usual for a purpose is answered by the payments whose sum is stated.
STATED = {"amount_min_pence": 1}
MONEY = (RemedyKind.PAYMENT, RemedyKind.REFUND)


@dataclass(frozen=True)
class Asked:
    """A question; words that its topic must and must not hold, all its limits, its references, and its kind.

    ``spelling`` are words put right, as typed; each must be told as an assumption that can be undone.
    """

    question: str
    words: str = ""
    no_words: str = ""
    limits: dict[str, Any] = field(default_factory=dict)
    references: tuple[str, ...] = ()
    kind: QuestionKind | None = None
    spelling: str = ""
