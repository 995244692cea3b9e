"""One question read by itself: references, limits, kind and topic, before any earlier turn is looked at."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field, replace

from assistant.domain import Assumption, CasebookFacts, CaseReference, ComparedSide, Filters, QuestionKind, SumOrder
from assistant.question.amounts import AmountLimit, find_amount_limit
from assistant.question.asking import has_subject, heading_of, take_out_asking
from assistant.question.assumptions import (
    ALL_BODIES,
    BODY,
    MAIN_POINTS,
    NOT_MEANT,
    ORDER,
    OUTCOME,
    SUBJECT,
    key_of,
    remark,
)
from assistant.question.bodies import Mention, Use, find_bodies
from assistant.question.dates import DateLimit, find_date_limit
from assistant.question.kinds import asks_for_list, asks_for_money, is_about_history, read_kind, term_asked
from assistant.question.loosening import find_loosening
from assistant.question.negation import find_left_out
from assistant.question.ordering import OrderAsked, find_order
from assistant.question.outcomes import OutcomeLimit, find_outcome_limit
from assistant.question.spelling import put_right
from assistant.question.story import asking_of, tell_matter
from assistant.question.subjects import SubjectLimit, find_subject_limit
from assistant.question.topics import find_topic, without_residue
from assistant.question.words import Span, Wording, take_out, tells_a_story
from assistant.text import find_references, join_words
from assistant.vocabulary import content_words, strip_kind_words

_LIKE_A_CASE = re.compile(
    r"\b(?:like|similar to|comparable (?:to|with)|as in|same as|along the lines of|akin to|than|apart from"
    r"|other than|besides)"
    r" (?:in |the |case |lgo |lgsco |ref |reference )*$"
)
_REFERENCE_LABEL = re.compile(
    r"\b(?:(?:lgo|lgsco|ombudsman|case|complaint|decision)? ?(?:ref(?:erence)?|no|number|case)\.?:? ?|lgo |lgsco )$"
)
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
class Reading:
    """What one question says.

    ``own_words`` are the content words of its topic; ``says_kind`` is true where its kind was read from words and not
    assumed. ``notes`` go to ``Query.assumptions`` as they are. ``loosens`` are the keys of an earlier question's limits
    that this one takes away; ``starts_anew`` and ``corrects`` are true where it says that it is another question, or
    that the last one was meant otherwise. ``compared`` are the sides of a comparison,
    ``terms`` the glossary's names of terms whose meaning is asked, ``order`` how cases are to stand by their sums.
    """

    wording: Wording
    kind: QuestionKind
    topic: str
    filters: Filters = field(default_factory=Filters)
    references: tuple[CaseReference, ...] = ()
    notes: tuple[Assumption, ...] = ()
    date_note: str | None = None
    mentions: tuple[Mention, ...] = ()
    says_kind: bool = False
    loosens: frozenset[str] = frozenset()
    starts_anew: bool = False
    corrects: bool = False
    compared: tuple[ComparedSide, ...] = ()
    terms: tuple[str, ...] = ()
    order: SumOrder | None = None

    @property
    def own_words(self) -> tuple[str, ...]:
        """The words of the topic that can be searched."""
        return content_words(self.topic)

    @property
    def names_english_body(self) -> bool:
        """True where a council or provider in England is the one spoken of."""
        return any(mention.use is not Use.STORY or mention.says_council for mention in self.mentions)


@dataclass(frozen=True)
class _Limits:
    """The parts of the filters, each with the places where they are said."""

    outcome: OutcomeLimit
    amount: AmountLimit
    dates: DateLimit

    @property
    def spans(self) -> tuple[Span, ...]:
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


_ANEW = re.compile(
    r"^\W*(?:(?:ok|okay|right|thanks|thank you|cheers|great|and|now|so)\b[\s,.!-]*)*(?:(?:a |one |my )?(?:new|different"
    r"|another|next|separate|unrelated|other) (?:question|matter|issue|topic|query|thing|case"
    r"|one)(?: now)?(?=\s*[-:,.!])"
    r"|on another (?:note|matter|subject)|(?:changing|change of) (?:the )?(?:subject|topic)|something else|moving on"
    r"|start(?:ing)? (?:again|over))\b[\s:,.!-]*"
)
_CORRECTING = re.compile(
    r"^\W*(?:(?:no|sorry|oops|wait|hang on|actually|er|um|hmm|ok|i mean|i meant|rather|correction"
    r"|apologies)\b[\s,.!:-]*)*"
    r"(?:actually|(?:i )?meant|i mean|rather|correction|sorry|oops)\b[\s,.!:-]*"
)


def read_question(text: str, facts: CasebookFacts, without: Collection[str] = ()) -> Reading:
    """Read one question, already without personal data; never raises, whatever the text.

    ``without`` are keys of assumptions that are not made.
    """
    lowered = Wording(text).lower
    anew = _ANEW.match(lowered)
    corrects = None if anew else _CORRECTING.match(lowered)
    for said in (anew, corrects):
        text = text[said.end() :] if said and text[said.end() :].strip() else text
    text = text[heading_of(Wording(text).lower) :]
    spelt = put_right(text, facts.bodies, without)
    meant, not_meant = (spelt.text, ()) if NOT_MEANT in without else _without_not_meant(spelt.text, facts)
    reading = _read(meant, facts, without)
    return replace(
        reading,
        notes=(*spelt.corrections, *not_meant, *reading.notes),
        starts_anew=anew is not None,
        corrects=corrects is not None,
    )


def _without_not_meant(text: str, facts: CasebookFacts) -> tuple[str, tuple[Assumption, ...]]:
    """The text without what it says that it is not about, and what that was; the text itself where that is all.

    A council that is not meant, an outcome or a date limits the cases, and is read elsewhere.
    """
    wording = Wording(text)
    left_out = find_left_out(wording)
    if not left_out:
        return text, ()
    spans = [(item.start, item.end) for item in find_references(text)]
    limits = [mention.span for mention in find_bodies(wording, facts.bodies, taken=spans)]
    limits += [*find_outcome_limit(wording).spans, *find_loosening(wording).spans, *spans]
    left_out = tuple(
        one for one in left_out if not any(one.span[0] < end and start < one.span[1] for start, end in limits)
    )
    rest = take_out(text, [one.span for one in left_out]).strip(" ,;:-()")
    if not left_out or not has_subject(rest):
        return text, ()
    things = join_words(dict.fromkeys(one.thing for one in left_out), "or")
    note = f"You say that it is not about {things}; those words are left out of the search."
    return rest, (Assumption(NOT_MEANT, note, f"Not about {things}"),)


def _read(text: str, facts: CasebookFacts, without: Collection[str]) -> Reading:
    wording = Wording(text)
    found = find_references(text)
    spans = [_with_label(wording, (item.start, item.end)) for item in found]
    names_a_case = any(not _LIKE_A_CASE.search(wording.lower[max(0, start - 40) : start]) for start, _ in spans)
    mentions = find_bodies(wording, facts.bodies, taken=spans)
    loosening = find_loosening(wording)
    ordering = OrderAsked() if ORDER in without or names_a_case else find_order(wording)
    limits = _read_limits(wording, facts, spans, mentions, loosening.keys, names_a_case=names_a_case)
    asked_in = asking_of(wording.lower)
    kind = read_kind(
        asked_in,
        names_a_case=names_a_case,
        has_body=_may_ask_about_body(mentions),
        has_limits=limits.limit,
    )
    if kind is QuestionKind.MEANING:
        return Reading(wording, kind, term_asked(wording.lower), says_kind=True)
    asked, notes = _bodies_asked(wording, mentions, limits, names_a_case=names_a_case, without=without)
    if kind is QuestionKind.BODY_HISTORY and not asked:
        kind = read_kind(asked_in, names_a_case=names_a_case, has_body=False, has_limits=limits.limit)
    not_only = [mention for mention in mentions if mention.use is Use.NOT_ONLY]
    body_spans = [mention.span for mention in (*asked, *_excluded(mentions), *not_only)]
    taken = [*spans, *body_spans, *limits.spans, *loosening.spans, *ordering.spans]
    matter = text if MAIN_POINTS in without else tell_matter(_blank(text, taken))
    topic = find_topic(text, taken) if len(matter) == len(text) else find_topic(matter, [])
    if body_spans or limits.limit or loosening.spans or ordering.spans or kind is QuestionKind.LIST_CASES:
        topic = without_residue(topic)
    filters = _filters(asked, mentions, limits)
    if names_a_case and _OF_THE_WHOLE_CASE.fullmatch(Wording(topic).lower):
        topic = ""
    if names_a_case:
        filters, notes = Filters(), ()
    else:
        named = filters
        if SUBJECT not in without:
            named = _with_subject(filters, wording, facts, kind, topic, limits, body_spans)
        if named != filters and (kind is QuestionKind.BODY_HISTORY or ordering.order is not None):
            # The category is the whole subject: all of the body's decisions in it are listed.
            topic = ""
        filters = named
    return Reading(
        wording,
        kind,
        topic,
        filters,
        tuple(dict.fromkeys(item.reference for item in found)),
        (*notes, *_main_points(text, matter), *map(remark, limits.outcome.notes)),
        limits.dates.note,
        mentions,
        says_kind=names_a_case or _says_kind(asked_in, kind),
        loosens=loosening.keys | ({BODY} if not_only else frozenset()),
        order=ordering.order,
    )


# "What happened in 21 555 001 and how much was paid to whom?": all that is held of it is asked.
_OF_THE_WHOLE_CASE = re.compile(
    r"(?:\W|\b(?:what|happened|happens|in|to|with|there|and|how|much|was|were|is|are|paid|pay|whom|who|which|the|a|an"
    r"|outcome|result|end|ended|about|tell|me|more|details?|case|decision|it|of|for|did|do|council|ombudsman|they|find"
    r"|found|say|said|get|got|summary|summarise|summarize|explain|please|all|everything)\b)*"
)


def _blank(text: str, spans: list[Span]) -> str:
    """The text with spaces in the place of these spans, as long as before."""
    for start, end in spans:
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return text


def _main_points(text: str, matter: str) -> list[Assumption]:
    """That of a long text only the sentences of its matter are searched; nothing of a short one."""
    if len(matter) == len(text):
        return []
    said, searched = len(text.split()), len(matter.split())
    told = f"Of your {said} words, the {searched} that seem to tell what went wrong are searched."
    return [Assumption(MAIN_POINTS, told, f"{searched} of {said} words searched")]


def take_out_bodies(reading: Reading) -> str:
    """The topic without the bodies that the question names, whether or not they limit the cases."""
    topic = reading.topic
    for mention in reading.mentions:
        topic = topic.replace(mention.said, " ")
    return " ".join(topic.split())


def _says_kind(text: str, kind: QuestionKind) -> bool:
    return kind is not QuestionKind.TYPICAL_REMEDY or asks_for_money(text)


def _with_label(wording: Wording, span: Span) -> Span:
    """The reference with "LGO ref" before it."""
    label = _REFERENCE_LABEL.search(wording.lower[max(0, span[0] - 30) : span[0]])
    return (span[0] - len(label[0]), span[1]) if label else span


def _read_limits(
    wording: Wording,
    facts: CasebookFacts,
    spans: list[Span],
    mentions: tuple[Mention, ...],
    loosened: Collection[str],
    *,
    names_a_case: bool,
) -> _Limits:
    """Outcomes, then sums, then dates: each knows what is already spoken for."""
    if names_a_case:
        return _Limits(OutcomeLimit(), AmountLimit(), DateLimit())
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
        or (_may_ask_about_body(mentions) and len(content_words(wording.text)) <= _WORDS_OF_A_STORY)
    )
    dates = find_date_limit(
        wording,
        facts.newest,
        is_all_that_is_said=is_all_that_is_said,
        is_list=is_list,
        asks_for_cases=len(wording.text) < _SHORT
        and (
            bool(outcome.outcomes or outcome.remedy_kinds or outcome.remedy_kinds_not)
            or (_may_ask_about_body(mentions) and is_about_history(wording.lower))
        ),
    )
    return _Limits(outcome, amount, dates)


def _carries_meaning(text: str, spans: list[Span]) -> bool:
    """True where something is left to search beside these spans and the words of filtering."""
    rest = _FILTER_WORDS.sub(" ", Wording(take_out(text, spans)).lower)
    return bool(rest.strip()) and has_subject(strip_kind_words(take_out_asking(rest)))


# --------------------------------------------------------------------------- bodies


def _may_ask_about_body(mentions: tuple[Mention, ...]) -> bool:
    return any(mention.use is Use.ASKED for mention in mentions)


def _excluded(mentions: tuple[Mention, ...]) -> list[Mention]:
    return [mention for mention in mentions if mention.use is Use.EXCLUDED]


def _bodies_asked(
    wording: Wording,
    mentions: tuple[Mention, ...],
    limits: _Limits,
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
    is_headline = asked[0].span[0] < 3 and re.match(r"\s*[-:,+&/]", text[asked[-1].span[1] :]) is not None
    is_story = tells_a_story(text) or (not is_headline and _has_words_of_a_story(text) and not asks_for_money(text))
    if is_story and not directed and ALL_BODIES not in without:
        names = join_words(dict.fromkeys(mention.said for mention in asked))
        text = f"You name {names}; comparable cases are taken from all bodies. Add “only {names}” to narrow."
        return [], (Assumption(ALL_BODIES, text, f"All bodies, not only {names}"),)
    notes: list[Assumption] = []
    for place, mention in enumerate(asked):
        if not mention.is_held:
            notes.append(remark(f"No decision about {mention.names[0]} is held in this casebook."))
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


def _filters(asked: list[Mention], mentions: tuple[Mention, ...], limits: _Limits) -> Filters:
    """All limits together, as the casebook is asked."""
    return Filters(
        bodies=tuple(dict.fromkeys(name for mention in asked for name in mention.names)),
        bodies_not=tuple(dict.fromkeys(name for mention in _excluded(mentions) for name in mention.names)),
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


def _with_subject(
    filters: Filters,
    wording: Wording,
    facts: CasebookFacts,
    kind: QuestionKind,
    topic: str,
    limits: _Limits,
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
