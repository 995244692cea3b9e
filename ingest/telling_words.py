"""A text → the words that tell what it is about, by their stems, and its sums: what two wordings of a matter share."""

from __future__ import annotations

import re
from functools import lru_cache

import Stemmer  # type: ignore[import-not-found]  # a compiled module without types

from assistant.text import find_money, normalise

# What remedies are made of, numbers and months, and the commonest words of any decision: none of them tells one issue
# from another. Harm is kept ("uncertainty", "fear"): often one issue alone caused it.
_SAYS_NOTHING = frozenset(
    re.findall(
        r"\w+",
        """
        pay pays payment payments sum sums total recognise recognition acknowledge acknowledgement reflect remedy remedies
        injustice caused causing cause symbolic further month months week weeks within agreed agree apologise apology
        apologies sorry recommend recommended recommendation recommendations action actions impact avoidable benefit offered
        offer paid person provide make made write written letter remind reminder staff training train ensure future improve
        relevant council each both people one two three four five six seven eight nine ten eleven twelve january february
        march april may june july august september october november december final working own
        the and for with that this these those from was were has have had not its his her their they she him them who whom
        which what when where how did does done might could would should will can also any all more than then there here
        after before about into over under out off upon because been being said says told asked fault faults found find
        finding decision case mrs miss statement report paragraph years year day days between during while until since only
        other others same such some but nor our your you are including given gave give take took taken did put matters right
        way ways set use used get got going goes went way still well just even very much many most less least again
        """,
    )
)
_stem = Stemmer.Stemmer("english")


@lru_cache(maxsize=4096)
def telling_words(text: str) -> frozenset[str]:
    """The stems of a text's telling words, and its sums as "£" and pence; empty for a text that tells nothing."""
    plain = normalise(text)
    sums = (f"£{money.pence}" for money in find_money(plain))
    words = [word for word in re.findall(r"[a-z]{3,}", plain.lower()) if word not in _SAYS_NOTHING]
    return frozenset((*sums, *_stem.stemWords(words)))
