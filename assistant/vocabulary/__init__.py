"""The field's words: how people speak of things, how decisions write them, which words carry a topic.

Pure tables and functions over text; knows neither casebook nor encoder. The tables are in ``said_of_*`` (said →
written, read by ``terms``), ``favoured`` (words → subcategories) and ``words`` (stop words, words that only ask).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from assistant.text import unify_characters
from assistant.vocabulary.favoured import FAVOURED
from assistant.vocabulary.lookalikes import LOOKALIKES
from assistant.vocabulary.said_of_complaints import FINDINGS_OF_EVERY_SUBJECT, OF_EVERY_SUBJECT, WHO_DID_IT
from assistant.vocabulary.spelt import field_words, known_words
from assistant.vocabulary.terms import TERMS, Term
from assistant.vocabulary.words import KIND_PHRASES, KIND_WORDS, STOP_WORDS

__all__ = [
    "content_words",
    "count_said",
    "expand",
    "favoured_subcategories",
    "field_words",
    "finding_of_every_service",
    "in_decision_words",
    "is_lookalike",
    "known_words",
    "named_services",
    "says_one_of",
    "strip_kind_words",
    "subject_phrases",
    "unexplained_words",
    "word_stem",
]

_WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)?", re.IGNORECASE)
_SPACES = re.compile(r"\s+")
_LOOSE_MARKS = re.compile(r"\s+([?.,!;:])|([?.,!;:])(?:\s*[?.,;:])+")


# Longest first.
_ENDINGS = (
    "ations",
    "ation",
    "ments",
    "ment",
    "ings",
    "ing",
    "ions",
    "ion",
    "als",
    "al",
    "ies",
    "ed",
    "es",
    "ly",
    "e",
    "s",
    "y",
)
# Shorter words that begin with "un" are mostly not negated ones: under, unit, until.
_SHORTEST_NEGATED = 7


@dataclass(frozen=True)
class _Said:
    """A place in a text where a term is said."""

    start: int
    end: int
    term: Term


@cache
def _pattern(term: Term) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w£])(?:{term.said})(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=64)
def _find_said(text: str) -> tuple[_Said, ...]:
    """All terms said in the text, in the order of the table; what lies inside a longer one says nothing more."""
    found = [
        _Said(match.start(), match.end(), term)
        for term in TERMS
        for match in _pattern(term).finditer(text)
        if match[0] and not _is_taken_back(term.unless, text)
    ]
    return tuple(one for one in found if not any(_is_inside(one, other) for other in found))


def _is_inside(one: _Said, other: _Said) -> bool:
    longer = other.end - other.start > one.end - one.start
    return longer and other.term.replaces and other.start <= one.start and one.end <= other.end


@cache
def _kind_phrases() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rf"(?<!\w){phrase}(?!\w)", re.IGNORECASE) for phrase in KIND_PHRASES)


@cache
def _whole(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE | re.DOTALL)


def _is_taken_back(unless: str, text: str) -> bool:
    """Whether other words of the text say that what was said means something else there."""
    return bool(unless) and _whole(unless).search(text) is not None


def content_words(text: str) -> tuple[str, ...]:
    """The words that carry a topic, in lower case and in order, each once; asking and small words are left out.

    >>> content_words("What remedy is typical for an unredacted address?")
    ('unredacted', 'address')
    """
    words = (word.lower().removesuffix("'s") for word in _WORD.findall(unify_characters(text)))
    kept = (
        word for word in words if len(word) > 1 and word.replace("'", "") not in STOP_WORDS and word not in KIND_WORDS
    )
    return tuple(dict.fromkeys(kept))


def word_stem(word: str) -> str:
    """A word without its ending, so that one can ask whether two texts speak of the same: rough, and only for that.

    "Un" goes as well: an unredacted report and a failure to redact it are the same.

    >>> word_stem("disclosed") == word_stem("disclosing") == word_stem("discloses")
    True
    """
    word = word.lower()
    if word.startswith("un") and len(word) > _SHORTEST_NEGATED:
        word = word[2:]
    return next((word[: -len(end)] for end in _ENDINGS if word.endswith(end) and len(word) - len(end) >= 3), word)


def expand(topic: str) -> tuple[str, ...]:
    """The decisions' own phrases for what the topic says, in the order of the table, each once; none for plain words.

    >>> expand("our blue badge and a section 47")
    ('blue badge', 'section 47 child protection investigation', 'section 47 investigation')
    """
    found = (
        phrase for said in _find_said(unify_characters(topic)) if said.term.expands for phrase in said.term.written
    )
    return tuple(dict.fromkeys(found))


def subject_phrases(text: str) -> frozenset[str]:
    """The decisions' phrases for what a text is about: those of ``expand`` but what is said of every subject.

    >>> sorted(subject_phrases("refused a PCN appeal"))
    ['parking penalty', 'penalty charge notice']
    """
    return frozenset(expand(text)) - OF_EVERY_SUBJECT


def says_one_of(phrases: frozenset[str], text: str) -> bool:
    """Whether one of these is among the ``subject_phrases`` of the text.

    Of a thousand ways of saying things only those of these phrases are looked for, unless one is found.

    >>> says_one_of(frozenset({"parking penalty"}), "refused a PCN appeal")
    True
    """
    plain = unify_characters(text)
    if not any(_pattern(term).search(plain) for term in _terms_for(phrases)):
        return False
    return not phrases.isdisjoint(subject_phrases(text))


@lru_cache(maxsize=64)
def _terms_for(phrases: frozenset[str]) -> tuple[Term, ...]:
    return tuple(term for term in TERMS if term.expands and not phrases.isdisjoint(term.written))


def finding_of_every_service(topic: str) -> str | None:
    """The name of a finding that every service knows, where the topic says nothing else; persons are nothing else.

    >>> finding_of_every_service("the social worker never rings me back")
    'poor communication'
    >>> finding_of_every_service("never rings back about my blue badge") is None
    True
    """
    phrases = expand(topic)
    named = next((phrase for phrase in phrases if phrase in FINDINGS_OF_EVERY_SUBJECT), None)
    if named is None or not OF_EVERY_SUBJECT.issuperset(phrases):
        return None
    return named if WHO_DID_IT.issuperset(unexplained_words(topic)) else None


def in_decision_words(topic: str) -> str:
    """The topic with each known way of saying it replaced by the decisions' plainest phrase, each phrase once.

    >>> in_decision_words("the TA was damp, mouldy")
    'the temporary accommodation was damp and mould'
    """
    text = unify_characters(topic)
    parts, at, used = [], 0, set[str]()
    said = [one for one in _find_said(text) if one.term.replaces]
    for one in sorted(said, key=lambda one: (one.start, -one.end)):
        if one.start < at:
            continue
        phrase = one.term.written[0]
        parts += [text[at : one.start], "" if phrase in used else phrase]
        used.add(phrase)
        at = one.end
    return _SPACES.sub(" ", "".join([*parts, text[at:]])).strip(" ,")


def count_said(topic: str) -> int:
    """How many things the topic says for which the table has the decisions' words.

    >>> count_said("the PCN on my caravan")
    1
    """
    return len({said.term for said in _find_said(unify_characters(topic)) if said.term.expands})


def named_services(topic: str) -> tuple[tuple[str, ...], ...]:
    """For each service with a name of its own that the topic names, the phrases one of which a decision on it has.

    >>> named_services("our allotment rent")
    (('allotment',),)
    """
    said = _find_said(unify_characters(topic))
    return tuple(dict.fromkeys(one.term.written for one in said if one.term.is_named_service))


def unexplained_words(topic: str) -> tuple[str, ...]:
    """The content words of the topic for which the table has none of the decisions' words.

    >>> unexplained_words("the PCN on my caravan")
    ('caravan',)
    """
    text = unify_characters(topic)
    for said in _find_said(text):
        text = text[: said.start] + " " * (said.end - said.start) + text[said.end :]
    return content_words(text)


def favoured_subcategories(topic: str) -> tuple[tuple[str, str], ...]:
    """The (category, subcategory) pairs to which the topic's words point, in the table's order; often none.

    A word that another one of the topic takes back points nowhere.

    >>> favoured_subcategories("taxi to his school stopped")
    (('Education', 'School transport'),)
    """
    plain = unify_characters(topic)
    found = (
        place
        for pointer in FAVOURED
        if _whole(pointer.words).search(plain) and not _is_taken_back(pointer.unless, plain)
        for place in pointer.places
    )
    return tuple(dict.fromkeys(found))


def is_lookalike(word: str) -> bool:
    """True for an ordinary English word that only looks like a misspelt word of the field ("career", "plain")."""
    return word in LOOKALIKES


def strip_kind_words(question: str) -> str:
    """The question without the phrases that only ask for sums, verdicts or lists; the whole question if all of it asks.

    >>> strip_kind_words("what remedy is typical for an unredacted address")
    'an unredacted address'
    """
    text = unify_characters(question)
    for phrase in _kind_phrases():
        text = phrase.sub(" ", text)
    text = _LOOSE_MARKS.sub(lambda match: match[1] or match[2], _SPACES.sub(" ", text)).strip(" ?.,;:-")
    return text if content_words(text) else question.strip()
