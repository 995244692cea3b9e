"""Sentences of one paragraph → the same, where one only goes on from the sum before it joined to that, or with its sum.

"Pay Miss X £500. This is made up of …", "Pay Miss X £500. This is to acknowledge …", "It will pay within a month."
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.text import find_money, split_sentences

# No sentence grows longer than this by what goes on from it.
_LONGEST = 2000
# "This is made up of £500 for …": the parts of the sum before.
_TELLS_PARTS = re.compile(
    r"(?:This|That|It|These|The (?:sum|total|payment|figure|amount))(?: \w+)? (?:is|was|are|includes|comprises"
    r"|comprised|consists|represents)\b"
)
_TELLS_PURPOSE = re.compile(r"[\w ]{2,30}? (?P<purpose>(?:to|in) (?:recogni|acknowl|reflect|remedy|address)\w*)")
_PAYS_BARE = re.compile(r"\bpay (?:it |this |that |the sum )?(?=within\b|by\b|in full\b|[.;,]|$)", re.I)


# "a) apologise to Miss X": the letter of a list, kept in the text.
_MARK = re.compile(r"\s*\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[).]\s+(?=\S)")


# "Apologise to Miss X and Z. The apology should …": a name that is a letter ends a sentence too.
_AFTER_LETTER = re.compile(r"(?<=\b[A-Z]\.) (?=(?:The|This|It|That|These|They|In|Within|By) )")


def sentences_of_item(text: str) -> list[str]:
    """The sentences of a paragraph of a list without its letter or number, joined where one goes on from the other."""
    sentences = split_sentences(without_mark(text))
    return _joined([piece for sentence in sentences for piece in _AFTER_LETTER.split(sentence)])


def without_mark(text: str) -> str:
    """The text without the letter or number of a list that a captured page has kept in it."""
    mark = _MARK.match(text)
    return text[mark.end() :] if mark else text


def _joined(sentences: Sequence[str]) -> list[str]:
    """The sentences, each that tells the parts or the purpose of the sum before it joined to that one."""
    joined: list[str] = []
    for sentence in sentences:
        is_of_sum = joined and len(joined[-1]) < _LONGEST and "£" in joined[-1] and _TELLS_PARTS.match(sentence)
        if is_of_sum and "£" in sentence:
            joined[-1] = f"{joined[-1].rstrip('.')}: {sentence}"
        elif is_of_sum and (purpose := _TELLS_PURPOSE.match(sentence)):
            joined[-1] = f"{joined[-1].rstrip('.')} {sentence[purpose.start('purpose') :]}"
        else:
            joined.append(sentence)
    return joined


def with_sum_before(plain: str, before: str) -> str:
    """The sentence with the sum of the one before, where it says "it will pay within three weeks" and names none."""
    sums = find_money(before)
    bare = _PAYS_BARE.search(plain)
    if bare is None or len(sums) != 1 or "£" in plain:
        return plain
    return f"{plain[: bare.start()]}pay {before[sums[0].start : sums[0].end]} {plain[bare.end() :]}"
