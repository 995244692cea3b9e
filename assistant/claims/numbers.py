"""Number words to numbers: "three hundred and fifty" is 350, "fifteen hundred" 1,500, "two dozen" 24."""

from __future__ import annotations

import re

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_UNITS: dict[str, int] = {word: number for number, word in enumerate(_SMALL.split())}
_UNITS |= {word: 10 * number for number, word in enumerate(_TENS.split(), start=2)}
_SCALES = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 1_000_000}

_WORD = "|".join([*_UNITS, *_SCALES])
# At most fourteen words, so that a text of nothing but number words is read in linear time.
NUMBER_WORDS = rf"(?:(?:half )?an? (?={'|'.join(_SCALES)}))?(?:{_WORD})(?:(?:[ -]| and )(?:{_WORD})\b){{0,13}}"
# The longest first: "fourteen" begins with "four".
_EACH_WORD = re.compile(rf"half|{'|'.join(sorted([*_UNITS, *_SCALES], key=len, reverse=True))}|\ban?\b")


def read_number(words: str) -> int:
    """The number that words of ``NUMBER_WORDS`` stand for; case does not matter.

    >>> read_number("one thousand two hundred and fifty")
    1250
    """
    total = current = 0
    halved = False
    for word in _EACH_WORD.findall(words.lower()):
        if word == "half":
            halved = True
        elif word in ("thousand", "million"):
            total += max(1, current) * _SCALES[word]
            current = 0
        elif word in _SCALES:
            current = max(1, current) * _SCALES[word]
        elif word not in ("a", "an"):
            current += _UNITS[word]
    total += current
    return total // 2 if halved else total
