"""Our own clause on what was paid for another issue: "(and £5,500 for “school placement delayed”, not counted)".

Who opens the passage of a counted sum reads the others there too, so they are told with the issue that they answer.
"""

from __future__ import annotations

import re

_FOR_ISSUE = r"£(?:[^“”.;]|\.\d){0,80}? for “[^”]*”"
_CLAUSE = re.compile(rf"\((?:and )?{_FOR_ISSUE}(?:,? and {_FOR_ISSUE}|, {_FOR_ISSUE})*, not counted\)")
_ISSUE = re.compile(r" for “(?P<issue>[^”]*)”")


def is_beside(text: str, place: int) -> bool:
    """Whether what stands at this place of a text is told as not counted."""
    return _clause_around(text, place) is not None


def issue_beside(text: str, place: int) -> str | None:
    """The issue for which the sum at this place is said to be paid and not counted; None outside such a clause."""
    clause = _clause_around(text, place)
    # A clause ends with an issue, so that one follows each of its sums.
    found = _ISSUE.search(text, place, clause.end()) if clause else None
    return found["issue"] if found else None


def _clause_around(text: str, place: int) -> re.Match[str] | None:
    return next((match for match in _CLAUSE.finditer(text) if match.start() <= place < match.end()), None)
