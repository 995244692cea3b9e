"""A reading → the same reading with its special kind: compare, trend, why this much, improvements, drafting, meaning.

``kinds`` reads what most people ask; here come the kinds that change the shape of the answer. Each is told by forms of
words of its own, so that a question that uses none of them stays as it was read.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace
from datetime import date

from assistant.domain import Assumption, CasebookFacts, ComparedSide, Filters, Query, QuestionKind, RemedyKind
from assistant.glossary import are_terms, find_entries, is_term
from assistant.question.asking import asks_of_a_sum
from assistant.question.assumptions import SIDES
from assistant.question.bodies import Use, find_bodies
from assistant.question.compared import find_comparison, years_of_trend
from assistant.question.purposes import limit_to_purpose, purpose_named
from assistant.question.reading import Reading, read_question
from assistant.question.shapes import is_for_body, shape_asked, topic_of_shape
from assistant.question.subjects import find_subject_limit
from assistant.question.topics import find_topic, without_residue
from assistant.question.words import take_out
from assistant.vocabulary import content_words

# Longer texts are stories; the patterns below would look at each of their places.
_LONGEST_QUESTION_FOR_A_TERM = 120
# "what is a pathway plan": nothing but the term is asked; with one word more it is a question about a case.
_WHAT_IS = re.compile(
    r"\W*(?:(?:so|ok|and|hi|hello|please|pls)\W+)*(?:wh?[ao]t(?:'s| is| are|s)|explain|define|tell me about)"
    r" ((?:an? |the )?[^.?!,;]{2,50}?)\W*$"
)
# "community trigger? what is that", "PHP in letters - meaning".
_WHAT_IS_THAT = re.compile(
    r"\W*([^.?!,;]{2,60}?)\W+(?:wh?[ao]t(?:'s|s| is| does) (?:that|it|this)(?: mean)?|meaning|means what"
    r"|stands for what)\W*$"
)


def read_with_kind(text: str, facts: CasebookFacts, without: Collection[str] = ()) -> Reading:
    """Read one question as ``read_question`` does, and then its special kind, its sides and its terms.

    A comparison that names no two sides is none; a term that the glossary does not hold is searched for as before.
    ``without`` are keys of assumptions that are not made.
    """
    reading = read_question(text, facts, without)
    if reading.kind is QuestionKind.MEANING:
        compared = _compared(reading, find_topic(text, []), facts, without)
        entries = find_entries(reading.topic)
        # "the difference between fault and injustice" asks for two terms; "between payments for … and for …" does not.
        if not entries or (compared.compared and not are_terms(reading.topic)):
            return compared
        return replace(reading, terms=tuple(entry.name for entry in entries))
    term = _term_alone(reading)
    if term:
        names = tuple(entry.name for entry in find_entries(term))
        return replace(reading, kind=QuestionKind.MEANING, topic=term, filters=Filters(), notes=(), terms=names)
    shape = shape_asked(reading.wording.lower)
    if shape is None and asks_of_a_sum(reading.wording.lower):
        # A sum that is named can be set beside what was paid for that purpose, also after an answer.
        return limit_to_purpose(reading, facts)
    if shape is None:
        return _compared(reading, reading.topic, facts, without)
    if shape is QuestionKind.TREND and reading.references:
        return reading
    shaped = replace(reading, kind=shape, topic=topic_of_shape(reading.topic, shape), says_kind=True)
    if shape is QuestionKind.SERVICE_IMPROVEMENTS and not reading.references and not reading.filters.remedy_kinds:
        # Most decisions have none: those that have are what was asked for.
        return replace(shaped, filters=replace(shaped.filters, remedy_kinds=(RemedyKind.SERVICE_IMPROVEMENT,)))
    return _with_drawer(_with_start(shaped), facts) if shape is QuestionKind.TREND else shaped


def _term_alone(reading: Reading) -> str | None:
    """The term of a question that asks for nothing but its meaning; None for every other question."""
    text = reading.wording.lower
    if reading.references or len(text) > _LONGEST_QUESTION_FOR_A_TERM:
        return None
    whole = _WHAT_IS.match(text)
    if whole and (is_term(whole[1]) or (are_terms(whole[1]) and not reading.filters.bodies)):
        return whole[1]
    before = _WHAT_IS_THAT.match(text)
    return before[1] if before and find_entries(before[1]) else None


_SINCE = re.compile(r"\b(?:since|from) (?:[a-z]+ )?((?:19|20)\d\d)\b")


def _with_start(reading: Reading) -> Reading:
    """A trend "since 2019" begins there; beside a story the words of a date are no limit, here they are one."""
    since = _SINCE.search(reading.wording.lower)
    if since is None or reading.filters.date_from or reading.filters.date_to:
        return reading
    place = reading.topic.lower().find(since[0])
    topic = reading.topic if place < 0 else take_out(reading.topic, [(place, place + len(since[0]))])
    filters = replace(reading.filters, date_from=date(int(since[1]), 1, 1))
    return replace(reading, topic=" ".join(topic.split()).strip(" -,;:"), filters=filters)


def sides_of(reading: Reading, facts: CasebookFacts) -> tuple[ComparedSide, ...]:
    """What is set side by side: the sides of a comparison, or each year of a trend; none for every other kind."""
    if reading.kind is QuestionKind.TREND:
        return years_of_trend(reading.filters.date_from, reading.filters.date_to, facts.oldest, facts.newest)
    return reading.compared if reading.kind is QuestionKind.COMPARE else ()


def with_special_parts(query: Query, reading: Reading, facts: CasebookFacts) -> Query:
    """The query with what only the special kinds have: sides, terms, and for whom a draft is written."""
    return replace(
        query,
        compared=sides_of(reading, facts),
        terms=reading.terms if reading.kind is QuestionKind.MEANING else (),
        is_for_body=reading.kind is QuestionKind.DRAFTING and is_for_body(reading.wording.lower),
    )


def _compared(reading: Reading, topic: str, facts: CasebookFacts, without: Collection[str]) -> Reading:
    """The reading as a comparison where it names two sides, else as it was."""
    if reading.references or SIDES in without:
        return reading
    mentions = reading.mentions or find_bodies(reading.wording, facts.bodies)
    filters = reading.filters
    if reading.kind is QuestionKind.MEANING:
        # "the difference between Leeds and Kent on late plans": of a meaning no limits were read.
        asked = (name for mention in mentions if mention.use is Use.ASKED for name in mention.names)
        filters = replace(filters, bodies=tuple(dict.fromkeys(asked)))
    comparison = find_comparison(reading.wording.lower, topic, mentions, filters.bodies)
    if comparison is None:
        return reading
    if any(side.topic for side in comparison.sides):
        filters = reading.filters
    if any(side.date_from or side.date_to for side in comparison.sides):
        filters = replace(filters, date_from=None, date_to=None)
        # One of the two dates was read as a limit and taken out of the topic; both belong to the sides.
        whole = find_topic(reading.wording.text, [one.span for one in mentions if set(one.names) & set(filters.bodies)])
        comparison = find_comparison(reading.wording.lower, whole, mentions, filters.bodies) or comparison
    if any(side.payees for side in comparison.sides):
        filters = replace(filters, payees=())
    about = without_residue(comparison.topic) if filters != Filters() else comparison.topic
    compared = replace(
        reading,
        kind=QuestionKind.COMPARE,
        topic=about,
        filters=filters,
        compared=comparison.sides,
        notes=(*reading.notes, Assumption(SIDES, comparison.note, "Two sides compared")),
        date_note=None if filters.date_from is None and filters.date_to is None else reading.date_note,
        says_kind=True,
    )
    return compared if any(side.topic for side in comparison.sides) else _with_drawer(compared, facts)


_AND_A_TERM = re.compile(r"\W*(?:and|or|what about|how about)\b(?: (?:what about|how about))?([^.?!]{2,50}?)\W*$")


def term_followed_up(earlier: Reading | None, reading: Reading) -> Reading:
    """The meaning of this term for "and distress?" after that of another; every other reading as it is."""
    if earlier is None or earlier.kind is not QuestionKind.MEANING or reading.kind is QuestionKind.MEANING:
        return reading
    found = _AND_A_TERM.match(reading.wording.lower)
    if found is None or not is_term(found[1]):
        return reading
    names = tuple(entry.name for entry in find_entries(found[1]))
    topic = found[1].strip()
    return replace(
        reading, kind=QuestionKind.MEANING, topic=topic, filters=Filters(), notes=(), terms=names, starts_anew=True
    )


def _with_drawer(reading: Reading, facts: CasebookFacts) -> Reading:
    """The reading limited to a category, subcategory or purpose where that is its whole topic, else as it was.

    A count over the Ombudsman's own drawers is whole; what a search finds near a word is not.
    """
    topic = " ".join(reading.topic.lower().split()).strip(" ?.!")
    if (purpose := purpose_named(topic)) is not None:
        return replace(reading, topic="", filters=replace(reading.filters, purposes=(purpose,)))
    subject = find_subject_limit(topic, facts.subcategories)
    if subject.span is None or content_words(take_out(topic, [subject.span])):
        return reading
    filters = replace(reading.filters, categories=subject.categories, subcategories=subject.subcategories)
    return replace(reading, topic="", filters=filters)
