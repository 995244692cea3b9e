"""A question read together with the turns before it.

Only what follows up is joined: a question that stands by itself takes nothing from earlier turns, and nothing the
assistant said becomes a limit. A follow-up about "that", "it" or a sum is about the case of the last answer.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from assistant.domain import Assumption, ComparedSide, Filters, QuestionKind, RemedyKind
from assistant.question.asking import asks_for_whole_casebook, has_subject
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
from assistant.question.carried_topic import LEAD, LEADING_WORDS, PERSONS, join_topics, shorten
from assistant.question.joined_limits import join_limits
from assistant.question.kinds import asks_for_list, asks_for_money
from assistant.question.ordering import asks_of_all
from assistant.question.pointing import cases_shown, reference_of_sum, references_meant
from assistant.question.purposes import is_purpose_alone
from assistant.question.reading import Reading
from assistant.question.shapes import KINDS_OF_ONE_CASE, SPECIAL_KINDS, is_for_body
from assistant.question.words import Wording
from assistant.text import join_words
from assistant.vocabulary import content_words, expand, favoured_subcategories, word_stem

_STARTS_AS_FOLLOW_UP = re.compile(
    r"^\W*(?:ok(?:ay)?[ ,]+|right[ ,]+|thanks[ ,.!]+|cheers[ ,.!]+|so[ ,]+|hmm[ ,]+)*(?:and\b|but\b|also\b|or\b"
    r"|same\b|only\b|just\b(?! (?:had|been|got|received|found|wondering|asking))|(?:what|how) about\b|what if\b"
    r"|what (?:of|were|was) (?:those|the|it|that)\b"
    r"|any (?:where|that|who|with|of (?:those|them|these)|in|from|since|after|before|over|under|more|others?|for"
    r"|closed|upheld|not|lost)\b|how'?d (?:they|it)\b|how did they\b|why\b|which (?:one|ones|of|council)\b"
    r"|(?:which|what|and what|whats)(?:'s| is| was| were)?(?: the| their)? (?:highest|lowest|biggest|smallest"
    r"|largest|closest|nearest|most similar"
    r"|average|median|newest|oldest)\b|(?:compare )?the first (?:two|three)\b|both\W*$"
    r"|ignore\b|forget\b|never mind\b|skip\b|minus\b|(?:tell me |what |and |more )*(?:about )?(?:number|no\.?|#|case) ?"
    r"(?:one|two|three|four|five|[1-5])\b|how (?:does|do|did|is|are) [a-z ]{3,40} (?:compare|different|do|fare)\b"
    r"|leave out\b|exclud\w+|without\b|not (?:the|those|just|only|in)\b|those\b|these\b|them\b"
    r"|narrow\b|limit\b|restrict\b|filter\b|more\b|others?\b|instead\b|take out\b|drop\b|remove\b|now (?:only"
    r"|just|show|the)\b|show me (?:only|just|the|those|more|ones)\b|(?:was|is|were|did|does) (?:that|it|this|they"
    r"|those|these|any|the (?:first|second|last|child|mum|mother|parent|council|money|payments?|sum|amount|apology))\b"
    r"|the (?:first|second|third"
    r"|last|other|same)\b"
    r"|(?:since|before|after|from|in|over|under|between|last|past|upheld|closed|not upheld)\b|who\b|when was\b"
    r"|when did\b|tell me more|more (?:on|about|detail)|payments to\b|if\b|unless\b|except\b|with(?:out)?\b)"
)
_SAME = re.compile(
    r"\b(?:same|those|these|them|that one|the ones|that case|this case|that decision|of these|of those)\b"
    r"|\b(?:instead|as well|too)(?=\W*$)"
)
_ANAPHORA = re.compile(r"\b(?:that|it|this|they|those|these|them|he|she|one|ones|same|there|its|their)\b")
# These begin new questions as often as they follow up ("who pays …", "if a school is full …", "in March they …").
_MAY_START_ANEW = re.compile(
    r"^\W*(?:who|why|if|unless|with|in|since|before|after|from|over|under|between|last|past|closed|upheld|or"
    r"|when|is|was"
    r"|were|did|does|how|any (?:for|in|with|from|since|after|before|over|under|closed|upheld|lost))\b"
)
# "is that fault?", "is there a limit": words of asking that point at nothing said before.
_POINTS_AT_NOTHING = re.compile(
    r"\b(?:is|was|would|are|isn't|isnt) (?:it|that|this|they|there)\b|\bthere(?:'s| is| are| was| were)\b|\bno one\b"
    r"|\bone (?!(?:of|in|where|with|from)\b)[a-z]+|\b(?:so|such|said|says|say|told|found|think|means?|know"
    r"|claim\w*) that\b"
    r"|\b(?:fault|wrong|right|fair|lawful|normal|usual|ok|okay|true) (?:that|if|when)\b"
    r"|^\W*(?:it'?s|it is) (?:an? |my |our |about )(?=.*(?:\?|\b(?:what|can|could|will|does|any|how)\b))"
    r"|\bthat(?=(?:'s| is) (?:fault|wrong|fair|lawful|right|allowed)\b)"
    # "councils that offer a remedy late": "that" is the noun before it.
    r"|\b(?:councils?|las?|authorit(?:y|ies)|bod(?:y|ies)|providers?|schools?|homes?|people|parents|families|carers?"
    r"|staff|officers?|complaints?|remed(?:y|ies)|payments?|offers?|decisions?|letters?) that\b(?=[^?]* \w+ \w+)"
)
# Councils are "they" in every story: with a matter of its own, the word points at nothing said before.
_COUNCIL_AS_THEY = re.compile(r"\b(?:they|their|them|there)\b")
_REFERS_BY_START = re.compile(
    r"^\W*(?:(?:did|were|was|have|has) any (?:of (?:them|those|these)\b|(?:go|get|end|win|lose|lead|result|come"
    r"|stay)\b)"
    r"|how'?d they|how did they|(?:was|is|were|did|does) (?:that|it|this|they|those|these|the (?:first"
    r"|second|last|money|payments?|sum|amount|apology"
    r"|child|mum|mother|parent))|if (?:it|that|this|they|he|she)|why (?:was|did|is|were) (?:that|it|this|they"
    r"|those|these))\b"
)
# "is it fault that they never replied to my stage 2?": "it" is what follows, told in the question's own words.
_ASKS_OF_ITSELF = re.compile(
    r"^\W*(?:is|was|isn't|isnt|would) (?:it|that|this) (?:be )?(?:a |at )?(?:fault|wrong|right|fair|lawful|legal|ok"
    r"|okay|normal|usual|reasonable|maladministration|allowed|acceptable) (?:that|if|when|to|for|where|because)\b"
)
# What "it" or "they" may mean though it is no subject by itself.
_MAY_BE_MEANT = re.compile(r"\b(?:councils?|la|lea|authority|school|provider|panel)\b")
_FEW_OWN_WORDS = 1

# "how long was the child out of school?" is about the child of the earlier turns.
_SAYS_THE_PERSON = re.compile(
    r"\bthe (?:child|mum|mother|dad|father|parents?|kids?|boy|girl|family|carer|son|daughter|person)\b"
)
# A follow-up is short; a question with more words of its own stands by itself.
_FEW_WORDS = 7
# A topic of more characters has words of its own.
_LONG = 300


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
    if is_purpose_alone(reading) or (earlier.kind is QuestionKind.DRAFTING and _REWRITES.search(text)):
        return True
    if _other_subject(earlier, reading) or (reading.kind is QuestionKind.DRAFTING and _WRITES_THAT.search(text)):
        return True
    own = _own_words(reading)
    if reading.loosens and len(own) <= _FEW_OWN_WORDS:
        return True
    if len(own) <= _FEW_WORDS and reference_of_sum(text, last_answer) is not None:
        return True
    if not own:
        return not _asks_for_all_of_a_limit(reading) or _is_strong_start(text)
    if _SAYS_THE_PERSON.search(text) and set(own) <= set(content_words(earlier.topic)):
        return True
    if _is_new_subject(reading, earlier):
        return False
    if _is_strong_start(text) and not (_ASKS_OF_ITSELF.match(text) and len(own) > _FEW_OWN_WORDS):
        return len(own) <= _FEW_WORDS
    points_back = refers_back(reading)
    if _STARTS_AS_FOLLOW_UP.match(text):
        known = {word_stem(word) for word in content_words(earlier.topic)}
        new = [word for word in own if word_stem(word) not in known]
        return len(new) <= _FEW_OWN_WORDS or (points_back and len(own) <= _FEW_WORDS)
    return (len(own) <= 2 and points_back) or (len(own) <= 5 and _says_the_same(text, points_back=points_back))


def _asks_for_all_of_a_limit(reading: Reading) -> bool:
    """True for "everything since 2022" and "Northmoor cases, all of them": no subject is meant, not the earlier one."""
    text = reading.wording.lower
    if reading.filters.bodies and "all of them" in text:
        return True
    return not reading.filters.is_empty and asks_for_whole_casebook(text)


def refers_back(reading: Reading) -> bool:
    """True where "it", "that" or "they" stands before anything that it could mean in the question itself.

    "Does it matter for bins?" points back; "my bins were missed, can they do that?" points at its own bins.
    """
    text = _POINTS_AT_NOTHING.sub(lambda match: " " * len(match[0]), reading.wording.lower)
    own = _own_words(reading)
    if len(own) > 1:
        text = _COUNCIL_AS_THEY.sub(" ", text)
    places = [text.find(word) for word in own]
    if named := _MAY_BE_MEANT.search(text):
        places.append(named.start())
    first = min((place for place in places if place >= 0), default=len(text))
    return _ANAPHORA.search(text[:first]) is not None


def _is_strong_start(text: str) -> bool:
    """True for a beginning that only follow-ups have: "and …", "only …", "what about …"."""
    if _STARTS_AS_FOLLOW_UP.match(text) is None:
        return False
    return _MAY_START_ANEW.match(text) is None or _REFERS_BY_START.match(text) is not None


def _says_the_same(text: str, *, points_back: bool) -> bool:
    """True for "the same", "as well", and for "those" that the question itself does not explain."""
    found = _SAME.search(text)
    return found is not None and (points_back or found[0] not in ("those", "these", "them"))


def join(earlier: Reading | None, reading: Reading, last_answer: str, without: Collection[str] = ()) -> Joined:
    """The reading with topic, limits or references taken over from the turns before it where it follows up.

    ``without`` are keys of assumptions that are not made: a question is read alone without ``earlier``.
    """
    if earlier is None or EARLIER in without:
        return Joined(reading)
    if not _follows_up(reading, earlier, last_answer):
        return _same_body(earlier, reading, without)
    shown = () if SHOWN in without else cases_shown(reading, last_answer)
    references = (
        ()
        if shown or CASE in without or _is_of_many(reading) or _is_about_the_body(reading, earlier)
        else references_meant(reading, last_answer)
    )
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
        joined = replace(joined, kind=QuestionKind.COMPARE if not _own_words(reading) else QuestionKind.TYPICAL_REMEDY)
    return Joined(joined, tuple(_say_carried(earlier, own, filters)))


# "Tell me about the second one", "what happened there": the whole case, and not what it says of the earlier subject.
_ASKS_FOR_THE_WHOLE = re.compile(
    r"\b(?:tell me (?:more )?about|more (?:about|on|detail)|what happened|summari[sz]e|details? (?:of|on)|reasons?"
    r"|why (?:were|was|did|are|is))\b"
)
# What changed over the years, and how two sides compare, is asked of many cases, never of the one told last.
_OF_MANY = frozenset({QuestionKind.TREND, QuestionKind.COMPARE})
_COMPARES_THAT = re.compile(r"\b(?:compar\w+ (?:that|it|this|them|those) (?:with|to|against)|versus|vs|against)\b")


def _is_of_many(reading: Reading) -> bool:
    return reading.kind in _OF_MANY or is_purpose_alone(reading)


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
    if _STARTS_AS_FOLLOW_UP.match(text) is None or _OF_THE_SAME_BODY.search(text) is None:
        return Joined(reading)
    filters = replace(reading.filters, bodies=earlier.filters.bodies)
    kind = earlier.kind if reading.kind is QuestionKind.TYPICAL_REMEDY else reading.kind
    told = Assumption(EARLIER_BODY, "Still about the body of the earlier question.", "The earlier question's body")
    return Joined(replace(reading, filters=filters, kind=kind), (told,))


# "not upheld ones from 2022" asks for cases by itself; "and only those", "the ones since 2022" do not.
_POINTS_AT_CASES = re.compile(
    r"^\W*(?:and|but|only|just|also|same|or|so|ok)\b|\b(?:it|this|that|they|those|these|them|same|the ones?)\b"
)


def needs_an_earlier_turn(reading: Reading) -> bool:
    """True for a follow-up that came without what it follows: nothing of its own to search, only "that" or "it"."""
    if reading.references or len(reading.topic) > _LONG or _own_words(reading):
        return False
    # "TA - what do they pay?": a term of the field stands by itself, though it is no word of content.
    if expand(reading.topic):
        return False
    if reading.filters.bodies or reading.kind is QuestionKind.MEANING:
        return False
    if reading.order is not None and asks_of_all(reading.wording):
        return False
    text = reading.wording.lower
    if not reading.filters.is_empty and asks_for_list(text) and not _POINTS_AT_CASES.search(text):
        return False
    text = _POINTS_AT_NOTHING.sub(" ", text)
    return _STARTS_AS_FOLLOW_UP.match(text) is not None or _ANAPHORA.search(text) is not None


def _own_words(reading: Reading) -> tuple[str, ...]:
    """The topic's words that name a matter: persons, sums and words of following up apart."""
    return tuple(
        word
        for word in content_words(LEADING_WORDS.sub("", Wording(reading.topic).lower, count=1))
        if word not in PERSONS and not word.isdigit()
    )


def _is_new_subject(reading: Reading, earlier: Reading) -> bool:
    """True where the question's words point to other subcategories than those of the earlier one."""
    here = set(favoured_subcategories(reading.topic))
    there = set(favoured_subcategories(earlier.topic))
    if not here or not there or here & there:
        return False
    return not re.match(
        rf"{LEAD}(?:(?:the )?same\b|(?:what )?if (?:it|he|she|they|that|this)\b)", reading.wording.lower
    )


# "draft that for my complaint": what was said becomes a text.
_WRITES_THAT = re.compile(
    r"\b(?:draft|write|put|turn|word|phrase|do) (?:this|it|that|these|those|them)\b"
    r"|\b(?:draft|letter|paragraph|wording|email) (?:citing|quoting|using|from|with|about|on) "
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
    if asks_for_money(text):
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
