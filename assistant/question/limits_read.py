"""A question → its limits by result, sum and date, its drawer, and which of the bodies it names limit the cases.

The parts of the filters are read one after the other, each with its places: what is spoken for limits nothing twice.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace

from assistant.domain import Assumption, CasebookFacts, Filters, QuestionKind
from assistant.question.amounts import AmountLimit, find_amount_limit
from assistant.question.asking import has_subject, take_out_asking
from assistant.question.assumptions import (
    ALL_BODIES,
    BODY,
    OUTCOME,
    key_of,
    remark,
)
from assistant.question.bodies import Mention, Use
from assistant.question.dates import DateLimit, find_date_limit
from assistant.question.kinds import asks_for_list, asks_for_money, is_about_history
from assistant.question.outcomes import OutcomeLimit, find_outcome_limit
from assistant.question.subjects import SubjectLimit, find_subject_limit
from assistant.question.words import Span, Wording, take_out, tells_a_story
from assistant.text import join_words
from assistant.vocabulary import content_words, strip_kind_words

# A body named among more words than these, with nothing asked about it, is where something happened.
_WORDS_OF_A_STORY = 6
# "adult social care where the relative got" names a drawer; "domestic abuse and homelessness" names a matter.
_WORDS_BESIDE_A_SUBJECT = 1
# Only a short question can say nothing but a limit.
_SHORT = 200
_FILTER_WORDS = re.compile(
    r"\b(?:only|just|please|pls|plz|decided|the ones?|ones|those|and|but|ok|leave out|excluding|exclude|except"
    r"|without|not|also|too|as well|instead)\b"
)
# "why did Leeds and Essex win when …": what these bodies did is asked.
_DOING_OF_THE_BODY = re.compile(
    r"(?:^|[.?!] )\W*(?:why|how|when|what|where) (?:did|does|do|has|have|is|are|was|were) $"
)
_BY_THE_BODY = re.compile(
    r"\b(?:what|how much|did|does|do|has|have|had|would|will|is|are|when|why"
    r"|how)\b[^.?!]{0,30}$"
)


@dataclass(frozen=True)
class LimitsSaid:
    """The parts of the filters, each with the places where they are said."""

    outcome: OutcomeLimit
    amount: AmountLimit
    dates: DateLimit

    @property
    def spans(self) -> tuple[Span, ...]:
        """All places where a limit is said."""
        return (*self.outcome.spans, *self.amount.spans, *self.dates.spans)

    @property
    def limit(self) -> bool:
        """True where any of them limits the cases."""
        amount, outcome = self.amount, self.outcome
        return bool(
            (outcome.outcomes or outcome.remedy_kinds or outcome.payees or outcome.bases or outcome.remedy_kinds_not)
            or (amount.least or amount.most)
            or (self.dates.first or self.dates.last)
        )


def limits_said(
    wording: Wording,
    facts: CasebookFacts,
    spans: list[Span],
    mentions: tuple[Mention, ...],
    loosened: Collection[str],
    *,
    names_a_case: bool,
) -> LimitsSaid:
    """Outcomes, then sums, then dates: each knows what is already spoken for."""
    if names_a_case:
        return LimitsSaid(OutcomeLimit(), AmountLimit(), DateLimit())
    outcome = find_outcome_limit(wording)
    if OUTCOME in loosened:
        outcome = OutcomeLimit()  # "take the not upheld bit off" takes a limit away
    taken = [*spans, *(mention.span for mention in mentions), *outcome.spans]
    amount = find_amount_limit(wording)
    taken += amount.spans

    def is_all_that_is_said(span: Span) -> bool:
        return len(wording.text) < _SHORT and not _carries_meaning(wording.text, [*taken, span])

    # Few words beside a body and no story: its history, or a list of its cases.
    is_list = len(wording.text) < _SHORT and (
        asks_for_list(wording.lower)
        or (may_ask_about_body(mentions) and len(content_words(wording.text)) <= _WORDS_OF_A_STORY)
    )
    dates = find_date_limit(
        wording,
        facts.newest,
        is_all_that_is_said=is_all_that_is_said,
        is_list=is_list,
        asks_for_cases=len(wording.text) < _SHORT
        and (
            bool(outcome.outcomes or outcome.remedy_kinds or outcome.remedy_kinds_not)
            or (may_ask_about_body(mentions) and is_about_history(wording.lower))
        ),
    )
    return LimitsSaid(outcome, amount, dates)


def _carries_meaning(text: str, spans: list[Span]) -> bool:
    """True where something is left to search beside these spans and the words of filtering."""
    rest = _FILTER_WORDS.sub(" ", Wording(take_out(text, spans)).lower)
    return bool(rest.strip()) and has_subject(strip_kind_words(take_out_asking(rest)))


def may_ask_about_body(mentions: tuple[Mention, ...]) -> bool:
    """True where a body is named that may be the one asked about; councils of a kind have no history of their own."""
    return any(mention.use is Use.ASKED and not mention.is_group for mention in mentions)


def bodies_excluded(mentions: tuple[Mention, ...]) -> list[Mention]:
    """The bodies that are to be left out."""
    return [mention for mention in mentions if mention.use is Use.EXCLUDED]


def bodies_asked(
    wording: Wording,
    mentions: tuple[Mention, ...],
    limits: LimitsSaid,
    *,
    names_a_case: bool,
    without: Collection[str],
) -> tuple[list[Mention], tuple[Assumption, ...]]:
    """The mentions that limit the cases, and what to say of them.

    A body that only did something to the asker ("Leeds left my client's address on a report, what do people
    get?") limits nothing: the comparable cases may come from anywhere.
    """
    asked = [mention for mention in mentions if mention.use is Use.ASKED]
    if not asked or names_a_case:
        return [], ()
    text = wording.lower
    own_clause = text[slice(*wording.clause_at(asked[0].span[0]))]
    lists = asks_for_list(text) and not tells_a_story(own_clause)
    directed = lists or is_about_history(text) or limits.limit or _is_payer(text, asked)
    does = _DOING_OF_THE_BODY.search(text[: asked[0].span[0]])
    directed = directed or (does is not None and not tells_a_story(text))
    # "How do London boroughs treat …" is asked of them; "our district council" is somebody's own.
    directed = directed or (asked[0].is_group and asked[0].says_council and not tells_a_story(text))
    is_headline = asked[0].span[0] < 3 and re.match(r"\s*[-:,+&/]", text[asked[-1].span[1] :]) is not None
    is_story = tells_a_story(text) or (not is_headline and _has_words_of_a_story(text) and not asks_for_money(text))
    if is_story and not directed and ALL_BODIES not in without:
        names = join_words(dict.fromkeys(mention.said for mention in asked))
        text = f"You name {names}; comparable cases are taken from all bodies. Add “only {names}” to narrow."
        return [], (Assumption(ALL_BODIES, text, f"All bodies, not only {names}"),)
    notes: list[Assumption] = []
    for place, mention in enumerate(asked):
        if not mention.is_held and not mention.is_group:
            notes.append(remark(f"No decision about {mention.names[0]} is held in this casebook."))
        elif mention.is_group:
            notes.append(remark(mention.note or ""))
        elif mention.note and (key := key_of("meaning", mention.said)) in without:
            asked[place] = replace(mention, names=mention.literal)
        elif mention.note:
            text = f"“{mention.said}” {mention.note}: read as {join_words(mention.names)}."
            notes.append(Assumption(key, text, f"“{mention.said}” read as {len(mention.names)} bodies"))
    if BODY in without:
        notes = []
    return asked, tuple(notes)


def _has_words_of_a_story(text: str) -> bool:
    return len(text) > _SHORT or len(content_words(text)) > _WORDS_OF_A_STORY


def _is_payer(text: str, asked: list[Mention]) -> bool:
    """True for "What did Kent pay …": the question is about the body's own doings."""
    return any(
        _BY_THE_BODY.search(text[max(0, mention.span[0] - 40) : mention.span[0]])
        and re.match(
            r" (?:ever |usually |normally |had to |end up |have to )*(?:pay|paid|been|offer\w*|give|gave|given"
            r"|done|get|got|agree\w*|say|do|treat|apologi\w+)\b",
            text[mention.span[1] : mention.span[1] + 40],
        )
        for mention in asked
    )


def filters_of(asked: list[Mention], mentions: tuple[Mention, ...], limits: LimitsSaid) -> Filters:
    """All limits together, as the casebook is asked."""
    return Filters(
        bodies=tuple(dict.fromkeys(name for mention in asked for name in mention.names)),
        bodies_not=tuple(dict.fromkeys(name for mention in bodies_excluded(mentions) for name in mention.names)),
        outcomes=limits.outcome.outcomes,
        date_from=limits.dates.first,
        date_to=limits.dates.last,
        amount_min_pence=limits.amount.least,
        amount_max_pence=limits.amount.most,
        remedy_kinds=limits.outcome.remedy_kinds,
        remedy_kinds_not=limits.outcome.remedy_kinds_not,
        payees=limits.outcome.payees,
        bases=limits.outcome.bases,
    )


def with_subject(
    filters: Filters,
    wording: Wording,
    facts: CasebookFacts,
    kind: QuestionKind,
    topic: str,
    limits: LimitsSaid,
    bodies: list[Span],
) -> Filters:
    """The filters with the category that a list or a body's history names; unchanged for every other question."""
    if kind not in (QuestionKind.LIST_CASES, QuestionKind.BODY_HISTORY) or not topic or len(topic) > _SHORT:
        return filters
    subject: SubjectLimit = find_subject_limit(wording.lower, facts.subcategories)
    if subject.span is None:
        return filters
    start, end = subject.span
    beside = content_words(take_out(Wording(topic).lower, _places_of(wording.lower[start:end], topic)))
    if kind is QuestionKind.BODY_HISTORY:
        # "Leeds housing cases" names a whole category; a narrower drawer is found better by its words.
        is_named = (subject.has_noun or asks_for_list(wording.lower)) and bool(subject.categories) and not beside
    else:
        is_whole_topic = not beside and not _carries_meaning(wording.text, [*limits.spans, *bodies, subject.span])
        is_heading = start == 0 and re.match(r"\s*[:(]|\s+-", wording.lower[end:]) is not None
        is_named = is_whole_topic or (limits.limit and (is_heading or len(beside) <= _WORDS_BESIDE_A_SUBJECT))
    return replace(filters, categories=subject.categories, subcategories=subject.subcategories) if is_named else filters


def _places_of(phrase: str, topic: str) -> list[Span]:
    """Where the words of a subject's name stand in the topic."""
    lowered = Wording(topic).lower
    return [match.span() for word in phrase.split() for match in re.finditer(re.escape(word), lowered)]
