"""A question read together with the turns before it.

Only what follows up is joined: a question that stands by itself takes nothing from earlier turns, and nothing the
assistant said becomes a limit. A follow-up about "that", "it" or a sum is about the case of the last answer.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from assistant.domain import Assumption, CaseReference, ComparedSide, Filters, QuestionKind, RemedyKind
from assistant.question.asking import has_subject
from assistant.question.assumptions import (
    AMOUNT,
    BASIS,
    BODY,
    CASE,
    DATE,
    EARLIER,
    EARLIER_BODY,
    EARLIER_LIMITS,
    LIFTED,
    NOT_BODY,
    OUTCOME,
    PAYEE,
    PURPOSE,
    REMEDY_KIND,
    SHOWN,
    SIDES,
    SUBJECT,
    limits_set,
)
from assistant.question.carried_topic import join_topics, shorten
from assistant.question.joined_limits import join_limits
from assistant.question.kinds import asks_for_list, asks_for_money
from assistant.question.pointing import asks_of_the_one, cases_shown, reference_of_sum, references_meant
from assistant.question.points_back import (
    FEW_OWN_WORDS,
    FEW_WORDS,
    STARTS_AS_FOLLOW_UP,
    leans_on,
    own_words,
)
from assistant.question.purposes import is_purpose_alone
from assistant.question.reading import Reading
from assistant.question.shapes import KINDS_OF_ONE_CASE, SPECIAL_KINDS, is_for_body
from assistant.text import find_references, join_words


@dataclass(frozen=True)
class Joined:
    """A reading with what it takes from earlier turns; ``carried`` tells it in plain words."""

    reading: Reading
    carried: tuple[Assumption, ...] = ()


def _follows_up(reading: Reading, earlier: Reading | None, last_answer: str) -> bool:
    """True where a question needs the turns before it to be understood, or names a sum of the last answer."""
    if earlier is None or reading.references or reading.starts_anew:
        return False
    text = reading.wording.lower
    if (
        is_purpose_alone(reading)
        or reading.by_nearness
        or (earlier.kind is QuestionKind.DRAFTING and _REWRITES.search(text))
    ):
        return True
    if _other_subject(earlier, reading) or (reading.kind is QuestionKind.DRAFTING and _WRITES_THAT.search(text)):
        return True
    own = own_words(reading)
    if earlier.kind is QuestionKind.SINGLE_CASE and asks_of_the_one(reading) and len(own) <= FEW_WORDS:
        return True
    if reading.loosens and len(own) <= FEW_OWN_WORDS:
        return True
    if len(own) <= FEW_WORDS and reference_of_sum(text, last_answer) is not None:
        return True
    return leans_on(reading, earlier)


def join(earlier: Reading | None, reading: Reading, last_answer: str, without: Collection[str] = ()) -> Joined:
    """The reading with topic, limits or references taken over from the turns before it where it follows up.

    ``without`` are keys of assumptions that are not made: a question is read alone without ``earlier``.
    """
    if earlier is None or EARLIER in without:
        return Joined(reading)
    earlier = replace(earlier, topic=earlier.carries or earlier.topic)
    if not _follows_up(reading, earlier, last_answer):
        return _same_body(earlier, reading, without)
    shown = () if SHOWN in without else cases_shown(reading, last_answer)
    if reading.by_nearness:
        return _nearest(earlier, reading, shown)
    references = (
        ()
        if shown or CASE in without or _is_of_many(reading, last_answer) or _is_about_the_body(reading, earlier)
        else references_meant(reading, last_answer)
    )
    if not shown and CASE not in without and earlier.kind is QuestionKind.SINGLE_CASE and asks_of_the_one(reading):
        # Where that decision is not held, the answer names others that look like it.
        references = earlier.references or references
    topic = join_topics(earlier.topic, reading)
    if references:
        topic = "" if _ASKS_FOR_THE_WHOLE.search(reading.wording.lower) else topic
        named = join_words(str(reference) for reference in references)
        kind = reading.kind if reading.kind in KINDS_OF_ONE_CASE else QuestionKind.SINGLE_CASE
        single = replace(reading, kind=kind, topic=topic, filters=Filters(), references=references, notes=())
        text = f"Read as a question about {named}, from the last answer."
        return Joined(single, (Assumption(CASE, text, f"About {named}"),))
    if other := _other_subject(earlier, reading):
        return _against_the_earlier_subject(earlier, reading, other)
    reading = _against_the_earlier_body(earlier, reading)
    own = replace(reading, loosens=frozenset()) if LIFTED in without else reading
    filters = reading.filters if EARLIER_LIMITS in without else join_limits(earlier.filters, own)
    filters = replace(filters, references=shown)
    joined = replace(
        reading,
        kind=_joined_kind(earlier, reading),
        topic=topic,
        filters=filters,
        date_note=reading.date_note or (earlier.date_note if filters.date_from == earlier.filters.date_from else None),
        compared=reading.compared or earlier.compared,
        order=reading.order or earlier.order,
    )
    if joined.kind is QuestionKind.BODY_HISTORY and not filters.bodies:
        joined = replace(joined, kind=QuestionKind.TYPICAL_REMEDY)  # "forget Kent": nobody's history is left
    if joined.kind is QuestionKind.COMPARE and any(side.topic for side in joined.compared) and not reading.compared:
        # Two subjects were compared; what follows up names one more limit, or a subject of its own.
        joined = replace(joined, kind=QuestionKind.COMPARE if not own_words(reading) else QuestionKind.TYPICAL_REMEDY)
    return Joined(joined, tuple(_say_carried(earlier, own, filters)))


def _nearest(earlier: Reading, reading: Reading, shown: tuple[CaseReference, ...]) -> Joined:
    """Which of the cases shown is nearest to the facts told; without any shown, which of all on the earlier subject."""
    nearest = replace(reading, kind=QuestionKind.TYPICAL_REMEDY, carries=join_topics(earlier.topic, reading))
    if shown:
        # All of them are on the earlier subject: only the facts can tell which is nearer.
        return Joined(replace(nearest, filters=Filters(references=shown)))
    filters = join_limits(earlier.filters, reading)
    return Joined(
        replace(nearest, topic=nearest.carries, filters=filters), tuple(_say_carried(earlier, reading, filters))
    )


# "Tell me about the second one", "what happened there": the whole case, and not what it says of the earlier subject.
_ASKS_FOR_THE_WHOLE = re.compile(
    r"\b(?:tell me (?:more )?about|more (?:about|on|detail)|what happened|summari[sz]e|details? (?:of|on)|reasons?"
    r"|why (?:were|was|did|are|is))\b"
)
# What changed over the years, and how two sides compare, is asked of many cases, never of the one told last.
_OF_MANY = frozenset({QuestionKind.TREND, QuestionKind.COMPARE})
_COMPARES_THAT = re.compile(r"\b(?:compar\w+ (?:that|it|this|them|those) (?:with|to|against)|versus|vs|against)\b")


def _is_of_many(reading: Reading, last_answer: str) -> bool:
    """True for what is asked of all cases; a rate is, unless the last answer told of one decision alone."""
    asks_rate = reading.per is not None and len({item.reference for item in find_references(last_answer)}) != 1
    return asks_rate or reading.kind in _OF_MANY or is_purpose_alone(reading)


def _against_the_earlier_body(earlier: Reading, reading: Reading) -> Reading:
    """Both bodies side by side for "compare that with Kent" after a question about Leeds; else the reading as it is."""
    one, other = earlier.filters.bodies, reading.filters.bodies
    if not one or not other or set(one) & set(other) or not _COMPARES_THAT.search(reading.wording.lower):
        return reading
    sides = (ComparedSide(one[0], bodies=one), ComparedSide(other[0], bodies=other))
    filters = replace(reading.filters, bodies=(*one, *other))
    return replace(reading, kind=QuestionKind.COMPARE, compared=sides, filters=filters, says_kind=True)


# "compare with overcrowding", "how does that compare to a late plan?": the earlier subject is the other side.
_COMPARED_WITH = re.compile(
    r"^\W*(?:(?:and|ok|so|now|please|can you)\b\W*)*(?:how (?:does|do|did|would) (?:it|that|this|they|those|these) )?"
    r"compar(?:e|es|ed|ing) (?:it |that |this |them |those |these )?(?:with|to|against) ([^.?!]{3,60}?)\W*$"
)
_LONGEST_SIDE = 70


def _other_subject(earlier: Reading, reading: Reading) -> str:
    """The subject with which the earlier one is to be compared; empty where none is named, or a body or limit is."""
    found = _COMPARED_WITH.match(reading.wording.lower)
    if found is None or not earlier.topic or len(earlier.topic) > _LONGEST_SIDE or reading.filters.bodies:
        return ""
    return found[1] if has_subject(found[1]) else ""


def _against_the_earlier_subject(earlier: Reading, reading: Reading, other: str) -> Joined:
    """Both subjects side by side, within the limits of both questions."""
    sides = (ComparedSide(earlier.topic, topic=earlier.topic), ComparedSide(other, topic=other))
    filters = join_limits(earlier.filters, reading)
    topic = f"{earlier.topic}; {other}"
    told = Assumption(SIDES, f"Read as a comparison of “{earlier.topic}” with “{other}”.", "Two sides compared")
    compared = replace(reading, kind=QuestionKind.COMPARE, topic=topic, filters=filters, compared=sides, says_kind=True)
    return Joined(compared, (told, *_say_carried(earlier, reading, filters)))


def _say_carried(earlier: Reading, reading: Reading, filters: Filters) -> Iterator[Assumption]:
    """What a follow-up took over from the earlier question, and which of its limits it took away."""
    if earlier.topic:
        text = f"Read together with the earlier question: {shorten(earlier.topic)}."
        yield Assumption(EARLIER, text, "Together with the earlier question")
    lifted = reading.loosens & limits_set(earlier.filters) - limits_set(filters)
    if lifted:
        words = join_words(_LIMIT_WORDS[key] for key in _LIMIT_WORDS if key in lifted)
        yield Assumption(LIFTED, f"The earlier limit by {words} is taken away.", f"No limit by {words}")
    if filters != reading.filters and limits_set(earlier.filters) & limits_set(filters):
        yield Assumption(EARLIER_LIMITS, "The limits of the earlier question are kept.", "Earlier limits kept")


_LIMIT_WORDS = {
    BODY: "council or body",
    NOT_BODY: "bodies left out",
    SUBJECT: "subject",
    OUTCOME: "outcome",
    DATE: "date",
    AMOUNT: "sum",
    REMEDY_KIND: "kind of remedy",
    PAYEE: "payee",
    PURPOSE: "purpose",
    BASIS: "full text",
    SHOWN: "what was shown",
}


def _is_about_the_body(reading: Reading, earlier: Reading) -> bool:
    """True for "how much did they pay?" after a question about a body: "they" is the body, not a case."""
    if earlier.kind is not QuestionKind.BODY_HISTORY or not earlier.filters.bodies:
        return False
    text = reading.wording.lower
    return _THEY.search(text) is not None and _ONE_CASE.search(text) is None


_THEY = re.compile(r"\b(?:they|their|them)\b")
_ONE_CASE = re.compile(r"\b(?:it|that|this|one|case|decision|first|second|third|last|\d[\d,.]*k?)\b|£")
_OF_THE_SAME_BODY = re.compile(r"\b(?:there|them|they|their|same council|same la)\b")


def _same_body(earlier: Reading, reading: Reading, without: Collection[str]) -> Joined:
    """A new subject asked of the body of the earlier question ("what about missed bins there?"), else the reading."""
    text = reading.wording.lower
    if EARLIER_BODY in without or reading.starts_anew:
        return Joined(reading)
    if not earlier.filters.bodies or reading.filters.bodies or reading.references or len(text) > 60:
        return Joined(reading)
    if STARTS_AS_FOLLOW_UP.match(text) is None or _OF_THE_SAME_BODY.search(text) is None:
        return Joined(reading)
    filters = replace(reading.filters, bodies=earlier.filters.bodies)
    kind = earlier.kind if reading.kind is QuestionKind.TYPICAL_REMEDY else reading.kind
    told = Assumption(EARLIER_BODY, "Still about the body of the earlier question.", "The earlier question's body")
    return Joined(replace(reading, filters=filters, kind=kind), (told,))


# "draft that for my complaint": what was said becomes a text.
_WRITES_THAT = re.compile(
    r"\b(?:draft|write|put|turn|word|phrase|do) (?:this|it|that|these|those|them)\b"
    r"|\b(?:draft|letter|paragraph|wording|email) (?:citing|quoting|using|from|with|about|on) "
    r"(?:these|those|them|that|this|it)\b"
    r"|\b(?:write|draft|put together|prepare)\b[^?]{0,60} (?:citing|quoting|using|from|with|based on) "
    r"(?:these|those|them|that|this|it)\b"
)
# "make it for the parent", "shorter please": the same text, otherwise.
_REWRITES = re.compile(
    r"^\W*(?:(?:now|ok|and|can you|please)\b\W*)*(?:make|write|do|redo|redraft|rewrite|word) (?:it|that|this|one)\b"
)


_WITH_A_PAYMENT = Filters(remedy_kinds=(RemedyKind.PAYMENT,))


def _joined_kind(earlier: Reading, reading: Reading) -> QuestionKind:
    """The kind the follow-up says, else the kind of the earlier question."""
    text = reading.wording.lower
    if reading.kind in SPECIAL_KINDS:
        return reading.kind
    if earlier.kind is QuestionKind.DRAFTING and (is_for_body(text) or _REWRITES.search(text)):
        return QuestionKind.DRAFTING
    if reading.per is not None or asks_for_money(text):
        return QuestionKind.TYPICAL_REMEDY
    if earlier.kind is QuestionKind.TYPICAL_REMEDY and reading.filters == _WITH_A_PAYMENT:
        return QuestionKind.TYPICAL_REMEDY  # "only the ones where the council paid": the sums are still asked
    if asks_for_list(text) and (
        "list" in reading.wording.words or reading.filters != Filters() or earlier.kind is QuestionKind.LIST_CASES
    ):
        return QuestionKind.LIST_CASES
    if reading.kind in (QuestionKind.TYPICAL_REMEDY, QuestionKind.LIST_CASES):
        # Why one sum was what it was is asked once; a limit or another subject behind it asks for cases again.
        is_once = earlier.kind in (QuestionKind.SINGLE_CASE, QuestionKind.REASONS)
        return reading.kind if is_once else earlier.kind
    return reading.kind
