"""A question about one decision → the kinds of remedy of which it asks whether there is one ("did they apologise?")."""

from __future__ import annotations

import re

from assistant.domain import RemedyKind
from assistant.question.words import Wording

_LONGEST = 200
_ASKS = re.compile(
    r"\b(?:was|were|wasn't|weren't|is|are|did|didn't|do|does|has|have|had|got|get|any|(?:what|how) about|whether|if)\b"
    r"|^\W*(?:and |or |an |the )*\w+\W*$|\?\W*$"
)
_KINDS: tuple[tuple[RemedyKind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(rf"\b(?:{words})\b"))
    for kind, words in (
        (
            RemedyKind.APOLOGY,
            r"apolog\w+|(?:say|said|saying) (?:they were |they are |it was |that they were )?sorry|a sorry",
        ),
        (RemedyKind.REFUND, r"refund\w*|reimburs\w+|written off|wr[io]te[- ]off|waived?|money back"),
        (
            RemedyKind.SERVICE_IMPROVEMENT,
            r"service improvements?|(?:staff )?training|re-?train\w*|train (?:its |their |the )?staff|wider changes?"
            r"|chang\w+ (?:its|their|the|any) (?:polic\w+|procedur\w+|process\w*|practices?)",
        ),
        (
            RemedyKind.REASSESSMENT,
            r"re-?assess\w*|(?:new|fresh|second) (?:assessment|appeal|hearing|panel|decision)",
        ),
        (RemedyKind.BACKDATED_PROVISION, r"back-?dat\w+"),
    )
)


def kinds_asked(wording: Wording) -> tuple[RemedyKind, ...]:
    """The kinds of remedy asked for, in the order of the table; none for a long text, and for one that asks nothing.

    Money has no entry: an answer about one decision always tells it.

    >>> kinds_asked(Wording("was there an apology?"))
    (<RemedyKind.APOLOGY: 'apology'>,)
    """
    text = wording.lower
    if len(text) > _LONGEST or _ASKS.search(text) is None:
        return ()
    return tuple(kind for kind, pattern in _KINDS if pattern.search(text))
