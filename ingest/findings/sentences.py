"""Paragraphs → sentences, where parties are letters: "Mr X. This was fault." are two.

``split_sentences`` takes a single capital before a full stop for an initial. In decisions it is mostly the end of a
party's name, so that a sentence is cut there too if the next begins with a word that begins sentences.
"""

from __future__ import annotations

import re

from assistant.text import split_sentences, unify_characters

_PARTY_THEN_SENTENCE = re.compile(
    r"(?<=\b[A-Z]\.) (?=(?:This|That|These|Those|It|I|We|The|There|She|He|They|However|But|And|If|In|When|While"
    r"|After|Before|For|As|On|At|By|From"
    r"|Although|Because|Since|Had|Its|Her|His|Their|Mr|Mrs|Ms|Miss|Dr|Nor|Not|No|Instead|Therefore|So|To|What|An?"
    r"|Nobody|Both|Any|Each|Some|Our|My)\b)"
)


def sentences_of(text: str) -> tuple[str, ...]:
    """The sentences of a paragraph, each an exact substring of it; empty text gives none.

    >>> sentences_of("It did not write to Mrs J. That was fault.")
    ('It did not write to Mrs J.', 'That was fault.')
    """
    found: list[str] = []
    for sentence in split_sentences(text):
        start = 0
        for match in _PARTY_THEN_SENTENCE.finditer(unify_characters(sentence)):
            found.append(sentence[start : match.start()])
            start = match.end()
        found.append(sentence[start:])
    return tuple(found)
