"""Whether the clause around a claim denies it: "did not pay £300", "£300 was refused", "no apology"."""

from __future__ import annotations

import re

_LOOK = 90
# Where a clause begins or ends. A full stop inside a figure or an abbreviation is no end.
_CLAUSE = re.compile(
    r"[;:!?\n\u2014()]|[.,](?=[\"')\u2019\u201d\]]{0,2}(?:\s|$))|\b(?:but|although|though|while|whereas|instead|and"
    r"|yet|because)\b",
    re.IGNORECASE,
)
_DENIES = re.compile(
    r"\b(?:not|never|no|nor|neither|none|without|cannot|nobody|refus(?:ed|es|ing|al) (?:to|of)"
    r"|declin(?:ed|es|ing) to"
    r"|rather than|instead of|fail(?:ed|s|ing|ure)? to|lack of|absence of|unwilling to)\b|n't\b",
    re.IGNORECASE,
)
# "not only", "no less than", "no doubt": words of denial that deny nothing behind them.
_DENIES_NOTHING = re.compile(
    r"\b(?:not (?:only|just|merely|simply|least|unlike|until|to mention|unusual)|no (?:more|less|fewer"
    r"|later|doubt|longer|sooner|matter|one disputes)"
    r"|nothing (?:less|short)|cannot (?:doubt|deny)|without (?:a )?doubt|not (?:less|more) than"
    r"|no fault|no finding|no injustice|not upheld"
    r"|not (?:at|in) fault)\b",
    re.IGNORECASE,
)
_DENIED_BEHIND = re.compile(
    r"^(?: (?:to|for|from|in|by|of)(?: [\w'\u2019]+){1,5}?)?,? (?:(?:was|were|is|are|has|have|had|would"
    r"|will|could|did|does)(?: been| be| also| ever)* (?:not|never|n't|refused|declined|rejected"
    r"|turned down|denied)\b"
    r"|(?:wasn|weren|isn|hasn|hadn|haven|won|wouldn|didn)['\u2019]t\b|never (?:came|was|happened"
    r"|arrived|followed))",
    re.IGNORECASE,
)


def is_denied(plain: str, start: int, end: int) -> bool:
    """True where the clause of this place denies it; a word of denial that is part of the place does not count."""
    before = plain[max(0, start - _LOOK) : start]
    begins = [match.end() for match in _CLAUSE.finditer(before)]
    clause = before[begins[-1] if begins else 0 :]
    if _DENIES.search(_DENIES_NOTHING.sub(" ", clause)):
        return True
    return bool(_DENIED_BEHIND.match(plain[end : end + _LOOK]))
