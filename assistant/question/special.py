"""A reading → the same reading with its special kind: compare, trend, why this much, improvements, drafting, meaning.

``kinds`` reads what most people ask; here come the kinds that change the shape of the answer. Each is told by forms of
words of its own, so that a question that uses none of them stays as it was read.
"""

from __future__ import annotations

from dataclasses import replace

from assistant.domain import CasebookFacts, ComparedSide, Filters, Purpose, Query, QuestionKind, RemedyKind
from assistant.glossary import are_terms, find_entries
from assistant.question.bodies import find_bodies
from assistant.question.compared import find_comparison, years_of_trend
from assistant.question.reading import Reading, find_topic, read_question, without_residue
from assistant.question.shapes import is_for_body, shape_asked, topic_of_shape
from assistant.question.subjects import find_subject_limit
from assistant.question.words import take_out
from assistant.vocabulary import content_words


def read_with_kind(text: str, facts: CasebookFacts) -> Reading:
    """Read one question as ``read_question`` does, and then its special kind, its sides and its terms.

    A comparison that names no two sides is none; a term that the glossary does not hold is searched for as before.
    """
    reading = read_question(text, facts)
    if reading.kind is QuestionKind.MEANING:
        compared = _compared(reading, find_topic(text, []), facts)
        entries = find_entries(reading.topic)
        # "the difference between fault and injustice" asks for two terms; "between payments for … and for …" does not.
        if not entries or (compared.compared and not are_terms(reading.topic)):
            return compared
        return replace(reading, terms=tuple(entry.name for entry in entries))
    shape = shape_asked(reading.wording.lower)
    if shape is None:
        return _compared(reading, reading.topic, facts)
    if shape is QuestionKind.TREND and reading.references:
        return reading
    shaped = replace(reading, kind=shape, topic=topic_of_shape(reading.topic, shape), says_kind=True)
    if shape is QuestionKind.SERVICE_IMPROVEMENTS and not reading.references and not reading.filters.remedy_kinds:
        # Most decisions have none: those that have are what was asked for.
        return replace(shaped, filters=replace(shaped.filters, remedy_kinds=(RemedyKind.SERVICE_IMPROVEMENT,)))
    return _with_drawer(shaped, facts) if shape is QuestionKind.TREND else shaped


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


def _compared(reading: Reading, topic: str, facts: CasebookFacts) -> Reading:
    """The reading as a comparison where it names two sides, else as it was."""
    if reading.references:
        return reading
    mentions = reading.mentions or find_bodies(reading.wording, facts.bodies)
    comparison = find_comparison(reading.wording.lower, topic, mentions, reading.filters.bodies)
    if comparison is None:
        return reading
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
        notes=(*reading.notes, comparison.note),
        date_note=None if filters.date_from is None and filters.date_to is None else reading.date_note,
        says_kind=True,
    )
    return compared if any(side.topic for side in comparison.sides) else _with_drawer(compared, facts)


# What a payment is for, where nothing else is asked about; "delay" alone is a matter of every service.
_PURPOSES = {
    "distress": Purpose.DISTRESS,
    "avoidable distress": Purpose.DISTRESS,
    "time and trouble": Purpose.TIME_AND_TROUBLE,
    "lost provision": Purpose.LOSS_OF_PROVISION,
    "loss of provision": Purpose.LOSS_OF_PROVISION,
    "missed provision": Purpose.LOSS_OF_PROVISION,
    "risk of harm": Purpose.RISK_OF_HARM,
}


def _with_drawer(reading: Reading, facts: CasebookFacts) -> Reading:
    """The reading limited to a category, subcategory or purpose where that is its whole topic, else as it was.

    A count over the Ombudsman's own drawers is whole; what a search finds near a word is not.
    """
    topic = " ".join(reading.topic.lower().split()).strip(" ?.!")
    if topic in _PURPOSES:
        filters = replace(reading.filters, purposes=(_PURPOSES[topic],))
        return replace(reading, topic="", filters=filters)
    subject = find_subject_limit(topic, facts.subcategories)
    if subject.span is None or content_words(take_out(topic, [subject.span])):
        return reading
    filters = replace(reading.filters, categories=subject.categories, subcategories=subject.subcategories)
    return replace(reading, topic="", filters=filters)
