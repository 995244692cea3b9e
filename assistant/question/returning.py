"""A question and the earlier ones → the one it goes back to ("no, I meant the council tax one", "back to the EHCP").

Without these words a follow-up is of the question before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.question.reading import Reading
from assistant.vocabulary import content_words, word_stem

_BACK = (
    r"(?:(?:can|could|shall) (?:we|you|i) |let'?s |please |i want to )*(?:(?:go|going|get|come|coming|return|returning)"
    r" (?:back )?to|back to|i was (?:asking|talking) about|as for)"
)
_LEAD = r"^\W*(?:(?:no|sorry|ok|okay|actually|and|but|so|wait|now|thanks)\b[\s,.!-]*)*"
_THING = r"(?:one|question|thing|matter|issue|topic|subject|case|stuff)"
_REST = r"\b(?! (?:that|which|who|where|from|of)\b)[\s,.:;?!–-]*(?P<rest>.*)$"
_GOES_BACK = re.compile(
    rf"{_LEAD}(?P<back>{_BACK} )?(?:the|my) (?P<what>[a-z0-9&' -]{{2,40}}?) {_THING}{_REST}", re.DOTALL
)
_PLACES = {"first": 0, "original": 0, "very first": 0, "previous": -2, "earlier": -2, "last but one": -2}


def find_return(reading: Reading, earlier: Sequence[Reading]) -> tuple[Reading, str] | None:
    """The earlier question that this one goes back to, and what it asks besides; None where it goes back to none.

    ``earlier`` are the questions so far, oldest first. It must say that it goes back or puts right what was said, and
    name the question by words of its topic or as the first or the previous one.
    """
    found = _GOES_BACK.match(reading.wording.lower)
    if found is None or not (found["back"] or reading.corrects) or not earlier:
        return None
    rest = reading.wording.plain[found.start("rest") :].strip()
    place = _PLACES.get(found["what"])
    if place is not None:
        return (earlier[place], rest) if -len(earlier) <= place < len(earlier) else None
    wanted = {word_stem(word) for word in content_words(found["what"])}
    for one in reversed(earlier):
        if wanted and wanted <= {word_stem(word) for word in content_words(one.topic)}:
            return one, rest
    return None
