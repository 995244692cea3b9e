"""Two wordings → whether they are of one matter: what words they share that carry meaning."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.text import unify_characters

# Words that name no issue by themselves; a heading made of these says nothing about what went wrong.
EMPTY_WORDS = frozenset(
    re.findall(
        r"\w+",
        """
        found find finds ombudsman uphold upheld the and for with that this from was were has have had not its
        his her their she they him them who which when what how did council councils complaint complaints
        process finding findings recommendation recommendations considering consideration analysis response
        responses statutory event events investigation background fault injustice remedy decision stage one
        two three mrs miss case view views about into over any all been would should could also told said says
        being made make
        """,
    )
)


@lru_cache(maxsize=8192)
def content_words(text: str) -> frozenset[str]:
    """The words that carry meaning, cut to their stems: what two wordings of one issue have in common.

    Empty for a text of nothing but the words that any issue may have.

    >>> sorted(content_words("The Council delayed the repairs"))
    ['delay', 'repair']
    """
    words = re.findall(r"[a-z]{3,}", unify_characters(text).lower())
    return frozenset(re.sub(r"(?:ies|ing|ments?|ed|es|s|e)$", "", word) for word in words if word not in EMPTY_WORDS)


def overlap(left: frozenset[str], right: frozenset[str]) -> float:
    """The share of the smaller set that both have; 0 for an empty one."""
    return len(left & right) / min(len(left), len(right)) if left and right else 0.0


@lru_cache(maxsize=8192)
def long_words(text: str) -> frozenset[str]:
    """All words of five letters or more: "stage three panel" tells panels apart where content words would not."""
    return frozenset(re.findall(r"[a-z]{5,}", unify_characters(text).lower())) - {"fault", "injustice", "council"}


_PARTY_NAME = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.? [A-Z]\b|\b[A-Z]'s\b")


# Stems that stand in the wording of any fault.
_VERBS_OF_ANY = frozenset(("failur", "fail", "provid", "consider", "whether", "properly", "not", "tak"))


def is_same_matter(left: str, right: str) -> bool:
    """Two words in common and most of the shorter wording, and no two different people in them.

    "Most" is three quarters of two words, three fifths of three or more, and all of a wording of one word; verbs that
    stand in the wording of any fault do not count.
    """
    names = [frozenset(_PARTY_NAME.findall(unify_characters(words))) for words in (left, right)]
    if names[0] and names[1] and not names[0] & names[1]:
        return False
    mine, yours = content_words(left) - _VERBS_OF_ANY, content_words(right) - _VERBS_OF_ANY
    shared = len(mine & yours)
    share = overlap(mine, yours)
    return (shared >= 2 and share >= 0.75) or (shared >= 3 and share >= 0.6) or (shared >= 1 and share == 1.0)
