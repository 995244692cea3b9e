"""One question read by itself: references, limits, kind and topic, before any earlier turn is looked at."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field, replace

from assistant.domain import Assumption, CasebookFacts, CaseReference, ComparedSide, Filters, QuestionKind, SumOrder
from assistant.question.asking import has_subject, heading_of
from assistant.question.assumptions import (
    BODY,
    MAIN_POINTS,
    NOT_MEANT,
    ORDER,
    SUBJECT,
    remark,
)
from assistant.question.bodies import Mention, Use, find_bodies
from assistant.question.body_groups import with_groups
from assistant.question.kinds import asks_for_money, read_kind, term_asked
from assistant.question.limits_read import (
    bodies_asked,
    bodies_excluded,
    filters_of,
    limits_said,
    may_ask_about_body,
    with_subject,
)
from assistant.question.loosening import find_loosening
from assistant.question.nearest import NearestAsked, find_nearest
from assistant.question.negation import find_left_out
from assistant.question.ordering import OrderAsked, find_order
from assistant.question.outcomes import find_outcome_limit
from assistant.question.rates import RateAsked, find_rate
from assistant.question.regions import find_regions
from assistant.question.spelling import put_right
from assistant.question.story import asking_of, tell_matter
from assistant.question.topics import find_topic, without_residue
from assistant.question.words import Span, Wording, join_broken_lines, take_out
from assistant.text import find_references, join_words
from assistant.vocabulary import content_words

_LIKE_A_CASE = re.compile(
    r"\b(?:like|similar to|comparable (?:to|with)|as in|same as|along the lines of|akin to|than|apart from"
    r"|other than|besides)"
    r" (?:in |the |case |lgo |lgsco |ref |reference )*$"
)
_REFERENCE_LABEL = re.compile(
    r"\b(?:(?:lgo|lgsco|ombudsman|case|complaint|decision)? ?(?:ref(?:erence)?|no|number|case)\.?:? ?|lgo |lgsco )$"
)


@dataclass(frozen=True)
class Reading:
    """What one question says.

    ``own_words`` are the content words of its topic; ``says_kind`` is true where its kind was read from words and not
    assumed. ``notes`` go to ``Query.assumptions`` as they are. ``loosens`` are the keys of an earlier question's limits
    that this one takes away; ``starts_anew`` and ``corrects`` are true where it says that it is another question, or
    that the last one was meant otherwise. ``compared`` are the sides of a comparison,
    ``terms`` the glossary's names of terms whose meaning is asked, ``order`` how cases are to stand by their sums,
    ``per`` the period of a rate that is asked for, ``by_nearness`` whether the cases are to stand by their nearness to
    the facts told. ``carries`` is the topic that a question behind this one takes over, where it is not ``topic``.
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
    per: str | None = None
    by_nearness: bool = False
    carries: str = ""

    @property
    def own_words(self) -> tuple[str, ...]:
        """The words of the topic that can be searched."""
        return content_words(self.topic)

    @property
    def names_english_body(self) -> bool:
        """True where a council or provider in England is the one spoken of."""
        return any(mention.use is not Use.STORY or mention.says_council for mention in self.mentions)


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


# "2022 I meant": the correction is said behind what is meant.
_CORRECTING_BEHIND = re.compile(r"(?<=\w)[\s,-]+(?:is (?:what )?)?i (?:meant|mean)(?: to (?:say|ask|type))?\W*$")
# Said to whoever answers, before the matter: "ok great thanks, that's really helpful, one more thing: …".
_PLEASANTRIES = re.compile(
    r"^\W*(?:(?:(?:ok|okay|right|great|brilliant|perfect|lovely|cool|fab|wow|super|good)"
    r"(?=[\s,.!]+(?:ok|great|thanks|thank|cheers|that'?s|one more))"
    r"|(?:hi|hiya|hello|hey|good (?:morning|afternoon|evening))(?: there| all)?"
    r"|thanks(?: (?:so much|a lot|very much))?|thank you(?: (?:so much|very much|again))?|cheers"
    r"|(?:that'?s|that is|that was|this is)(?: (?:really|very|so|all|most|super))? (?:helpful|useful|great|brilliant"
    r"|good to know|interesting)|(?:just )?(?:one|a) (?:more|further|last|final|quick) (?:thing|question|one)"
    r"|i (?:need|could do with|want) (?:some |your )?help(?: please)?|i(?:'m| am) hoping you can help(?: me)?"
    r"|(?:i )?(?:hope|wonder(?:ing)?)(?: if)? you can help(?: me)?"
    r"|(?:(?:can|could) (?:you|anyone) (?:please )?|please )help(?: me| us)?(?: please)?)\b"
    # "Help me write a letter" asks for a draft.
    r"(?! (?:me |us )?(?:to )?(?:write|draft|word|phrase|put|find|understand|compare))"
    r"(?: with(?= (?:my|our|a|an|the)\b))?[\s,.!?:;–-]*)+(?:now (?=what|how))?"
)
_UNSURE = re.compile(
    r"[\s.,!-]+(?:(?:i'?m |i am )?not sure (?:what|where|how|who) to (?:ask|do|start|turn to|go)(?: next| now)?"
    r"|any (?:help|advice|ideas) (?:would be |is |are )?(?:much |gratefully )?(?:appreciated|welcome|great)"
    r"|(?:can|could) you help(?: me| us)?(?: please)?)\W*$"
)


def _without_manners(text: str) -> str:
    """The text without what is said to whoever answers, before and behind the matter; the text where that is all."""
    lowered = Wording(text).lower
    first = _PLEASANTRIES.match(lowered)
    last = _UNSURE.search(lowered)
    start = first.end() if first else 0
    rest = text[start : last.start() if last and last.start() > start else len(text)].strip()
    return rest if (first or last) and has_subject(rest) else text


def read_question(text: str, facts: CasebookFacts, without: Collection[str] = ()) -> Reading:
    """Read one question, already without personal data; never raises, whatever the text.

    ``without`` are keys of assumptions that are not made.
    """
    text = join_broken_lines(text)
    lowered = Wording(text).lower
    anew = _ANEW.match(lowered)
    corrects = None if anew else _CORRECTING.match(lowered)
    for said in (anew, corrects):
        text = text[said.end() :] if said and text[said.end() :].strip() else text
    if anew is None and (behind := _CORRECTING_BEHIND.search(Wording(text).lower)):
        text, corrects = text[: behind.start()], behind
    text = _without_manners(text)
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


def _asked_of_all(
    wording: Wording, *, names_a_case: bool, without: Collection[str]
) -> tuple[OrderAsked, NearestAsked, RateAsked]:
    """What may be asked of many decisions and of no single one that is named: an order, the nearest, a rate."""
    if names_a_case:
        return OrderAsked(), NearestAsked(), RateAsked()
    return OrderAsked() if ORDER in without else find_order(wording), find_nearest(wording), find_rate(wording)


def _read(text: str, facts: CasebookFacts, without: Collection[str]) -> Reading:
    wording = Wording(text)
    found = find_references(text)
    spans = [_with_label(wording, (item.start, item.end)) for item in found]
    names_a_case = any(not _LIKE_A_CASE.search(wording.lower[max(0, start - 40) : start]) for start, _ in spans)
    mentions = with_groups(wording, facts.bodies, find_bodies(wording, facts.bodies, taken=spans), spans)
    regions, of_regions = find_regions(wording, [*spans, *(mention.span for mention in mentions)])
    loosening = find_loosening(wording)
    ordering, nearest, rate = _asked_of_all(wording, names_a_case=names_a_case, without=without)
    limits = limits_said(wording, facts, spans, mentions, loosening.keys, names_a_case=names_a_case)
    asked_in = asking_of(wording.lower)
    kind = read_kind(
        asked_in,
        names_a_case=names_a_case,
        has_body=may_ask_about_body(mentions),
        has_limits=limits.limit,
    )
    if kind is QuestionKind.MEANING:
        return Reading(wording, kind, term_asked(wording.lower), says_kind=True)
    asked, notes = bodies_asked(wording, mentions, limits, names_a_case=names_a_case, without=without)
    if kind is QuestionKind.BODY_HISTORY and not asked:
        kind = read_kind(asked_in, names_a_case=names_a_case, has_body=False, has_limits=limits.limit)
    not_only = [mention for mention in mentions if mention.use is Use.NOT_ONLY]
    body_spans = [mention.span for mention in (*asked, *bodies_excluded(mentions), *not_only)]
    asked_spans = [*loosening.spans, *ordering.spans, *rate.spans, *nearest.spans]
    taken = [*spans, *body_spans, *regions, *limits.spans, *asked_spans]
    matter = text if MAIN_POINTS in without else tell_matter(_blank(text, taken))
    topic = find_topic(text, taken) if len(matter) == len(text) else find_topic(matter, [])
    if body_spans or regions or limits.limit or loosening.spans or ordering.spans or kind is QuestionKind.LIST_CASES:
        topic = without_residue(topic)
    filters = named = filters_of(asked, mentions, limits)
    if names_a_case:
        topic = "" if _OF_THE_WHOLE_CASE.fullmatch(Wording(topic).lower) else topic
        filters, notes = Filters(), ()
    elif SUBJECT not in without:
        filters = with_subject(named, wording, facts, kind, topic, limits, body_spans)
        if filters != named and (kind is QuestionKind.BODY_HISTORY or ordering.order is not None):
            # The category is the whole subject: all of the body's decisions in it are listed.
            topic = ""
    return Reading(
        wording,
        kind,
        topic,
        filters,
        tuple(dict.fromkeys(item.reference for item in found)),
        (*notes, *of_regions, *_main_points(text, matter), *map(remark, limits.outcome.notes)),
        limits.dates.note,
        mentions,
        says_kind=names_a_case or _says_kind(asked_in, kind),
        loosens=loosening.keys | ({BODY} if not_only else frozenset()),
        order=ordering.order,
        per=rate.per,
        by_nearness=nearest.is_asked,
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


# --------------------------------------------------------------------------- bodies
