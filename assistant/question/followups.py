"""A question read together with the turns before it.

Only what follows up is joined: a question that stands by itself takes nothing from earlier turns, and nothing the
assistant said becomes a limit. A follow-up about "that", "it" or a sum is about the case of the last answer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant.domain import CaseReference, Filters, QuestionKind
from assistant.question.amounts import read_pence
from assistant.question.asking import asks_for_whole_casebook
from assistant.question.kinds import asks_for_list, asks_for_money
from assistant.question.reading import Reading, without_residue
from assistant.question.shapes import KINDS_OF_ONE_CASE, SPECIAL_KINDS
from assistant.question.words import Wording, table_words
from assistant.text import find_references, join_words
from assistant.vocabulary import content_words, favoured_subcategories, word_stem

_LEAD = (
    r"^\W*(?:(?:ok|okay|right|thanks|thank you|cheers|great|sure|yes|yeah|yep|no|hmm|so|well|and|but|also"
    r"|then|now|fine|cool|ta|interesting|good|oh|ah)\b[\s,.!-]*)*"
)
_STARTS_AS_FOLLOW_UP = re.compile(
    r"^\W*(?:ok(?:ay)?[ ,]+|right[ ,]+|thanks[ ,.!]+|cheers[ ,.!]+|so[ ,]+|hmm[ ,]+)*(?:and\b|but\b|also\b|or\b"
    r"|same\b|only\b|just\b(?! (?:had|been|got|received|found|wondering|asking))|(?:what|how) about\b|what if\b"
    r"|what (?:of|were|was) (?:those|the|it|that)\b"
    r"|any (?:where|that|who|with|of (?:those|them|these)|in|from|since|after|before|over|under|more|others?|for"
    r"|closed|upheld|not|lost)\b|how'?d (?:they|it)\b|how did they\b|why\b|which (?:one|ones|of|council)\b"
    r"|leave out\b|exclud\w+|without\b|not (?:the|those|just|only|in)\b|those\b|these\b|them\b"
    r"|narrow\b|limit\b|restrict\b|filter\b|more\b|others?\b|instead\b|take out\b|drop\b|remove\b|now (?:only"
    r"|just|show|the)\b|show me (?:only|just|the|those|more|ones)\b|(?:was|is|were|did|does) (?:that|it|this|they"
    r"|those|these|any|the (?:first|second|last|child|mum|mother|parent|council))\b|the (?:first|second|third"
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
    r"|^\W*(?:it'?s|it is) (?:an? |my |our |about )(?=.*(?:\?|\b(?:what|can|could|will|does|any|how)\b))"
    r"|\bthat(?=(?:'s| is) (?:fault|wrong|fair|lawful|right|allowed)\b)"
)
# Councils are "they" in every story: with a matter of its own, the word points at nothing said before.
_COUNCIL_AS_THEY = re.compile(r"\b(?:they|their|them|there)\b")
_REFERS_BY_START = re.compile(
    r"^\W*(?:how'?d they|how did they|(?:was|is|were|did|does) (?:that|it|this|they|those|these|the (?:first"
    r"|second|last"
    r"|child|mum|mother|parent))|if (?:it|that|this|they|he|she)|why (?:was|did|is|were) (?:that|it|this|they"
    r"|those|these))\b"
)
# What "it" or "they" may mean though it is no subject by itself.
_MAY_BE_MEANT = re.compile(r"\b(?:councils?|la|lea|authority|school|provider|panel)\b")
_FEW_OWN_WORDS = 1
_PERSONS = frozenset(
    table_words(
        "how'd howd they'd mum mam mom mother dad father parent parents kid kids child children boy girl son "
        "daughter carer carers family "
        "council councils person people money paid pay first second third last case cases one ones done happen "
        "happened "
        "reason reasons long took take amount figure sum figures year years years' total work out get got long"
    )
)

_ABOUT_THAT = re.compile(
    r"\b(?:(?:was|is|were|did|does(?! it (?:matter|count|make|help))|has|had) (?:that|it|this|they|those|he|she"
    r"|the (?:£|\d|money|payment|sum"
    r"|council|mum|mother|dad|parent|child|kid|boy|girl|family|carer|complainant))|how(?:'?d| did| do| was"
    r"| were) (?:they|it|that|he|she|the)\b|why (?:was|did|is|were|so|only|not|that|the)\b|^\W*why\b"
    r"|which council|who (?:was|got|paid|did|had)\b"
    r"|when (?:was|did|were)\b|what (?:did|was|happened|were|year|date|about the (?:£|\d|money|apology"
    r"|payment))\b|the (?:first|second|third|last) (?:one|case|of)?|that (?:one|case|decision|figure|sum|amount"
    r"|payment)|this (?:one|case|decision)|tell me more|more (?:detail|about (?:that|it|this))|how (?:late|long|much"
    r"|old|many months))\b"
)
_ABOUT_OTHERS = re.compile(
    r"\b(?:any (?:where|that|who|with|others?|more|of)|what (?:about|if)|how about|others?|similar|same|only|just"
    r"|usually|people|normally|typical\w*|ones|in general|leave out|exclud\w+)\b"
)
# "how long was the child out of school?" is about the child of the earlier turns.
_SAYS_THE_PERSON = re.compile(
    r"\bthe (?:child|mum|mother|dad|father|parents?|kids?|boy|girl|family|carer|son|daughter|person)\b"
)
# A follow-up is short; a question with more words of its own stands by itself.
_FEW_WORDS = 7
# A topic of more characters has words of its own.
_LONG = 300
_ORDINAL = re.compile(r"\bthe (first|second|third|last|latter|former)\b")
_ORDINALS = {"first": 0, "former": 0, "second": 1, "third": 2, "last": -1, "latter": -1}
# A bare number under fifty is rather a count of months or children than a sum.
_SMALLEST_BARE_SUM = 5_000
_BARE_SUM = re.compile(r"(?:£ ?)?(?<![\d])(\d{1,3}(?:,\d{3})+|\d{1,6})(?:\.\d{1,2})?( ?k\b)?(?![\d,]*\d)")

_NEGATED = re.compile(
    r"\b(?:nobody|noone|no one|without|w/out|not|isn't|isnt|rather than|instead of|none of)\b(?: (?:just|only|the"
    r"|a|an|being|been|is|was|through|thru|via|by|with|any))*(?: [a-z0-9'-]+){1,2}"
)
_ONLY_PLAIN = re.compile(
    r"\b(?:just|ordinary|normal|plain|standard|regular|only|simple|usual|general) ((?:[a-z]+ )?[a-z]{3,})"
)
_LEADING_WORDS = re.compile(
    rf"{_LEAD}(?:(?:the )?same(?: (?:thing|question|again))?(?: but)?(?: (?:where|with|for|if|when))?|what (?:if"
    rf"|about)|how about|any (?:where|that|who|with|of (?:those|them|these))|only|just|if|for|where"
    rf"|when)?\b(?: (?:it'?s|its|it is|it was|they|that|the|a|an|were|was|are|is|where))*[\s,]*",
)


@dataclass(frozen=True)
class Joined:
    """A reading with what it takes from earlier turns; ``carried`` tells it in plain words."""

    reading: Reading
    carried: tuple[str, ...] = ()


def _follows_up(reading: Reading, earlier: Reading | None, last_answer: str) -> bool:
    """True where a question needs the turns before it to be understood, or names a sum of the last answer."""
    if earlier is None or reading.references:
        return False
    text = reading.wording.lower
    own = _own_words(reading)
    if len(own) <= _FEW_WORDS and _reference_of_sum(text, last_answer) is not None:
        return True
    if not own:
        return not _asks_for_all_of_a_limit(reading) or _is_strong_start(text)
    if _SAYS_THE_PERSON.search(text) and set(own) <= set(content_words(earlier.topic)):
        return True
    if _is_new_subject(reading, earlier):
        return False
    if _is_strong_start(text):
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


def join(earlier: Reading | None, reading: Reading, last_answer: str) -> Joined:
    """The reading with topic, limits or references taken over from the turns before it where it follows up."""
    if earlier is None:
        return Joined(reading)
    if not _follows_up(reading, earlier, last_answer):
        return _same_body(earlier, reading)
    references = _references_meant(reading, last_answer)
    filters = _merge_filters(earlier.filters, reading.filters)
    if references:
        topic = _join_topics(earlier.topic, reading)
        named = join_words(str(reference) for reference in references)
        kind = reading.kind if reading.kind in KINDS_OF_ONE_CASE else QuestionKind.SINGLE_CASE
        single = replace(reading, kind=kind, topic=topic, filters=Filters(), references=references, notes=())
        return Joined(single, (f"Read as a question about {named}, from the last answer.",))
    topic = _join_topics(earlier.topic, reading)
    joined = replace(
        reading,
        kind=_joined_kind(earlier, reading),
        topic=topic,
        filters=filters,
        notes=(*reading.notes,),
        date_note=reading.date_note or (earlier.date_note if filters.date_from == earlier.filters.date_from else None),
        compared=reading.compared or earlier.compared,
    )
    if joined.kind is QuestionKind.COMPARE and any(side.topic for side in joined.compared) and not reading.compared:
        # Two subjects were compared; what follows up names one more limit, or a subject of its own.
        joined = replace(joined, kind=QuestionKind.COMPARE if not _own_words(reading) else QuestionKind.TYPICAL_REMEDY)
    carried = [f"Read together with the earlier question: {_shorten(earlier.topic)}."] if earlier.topic else []
    if filters != reading.filters and not earlier.filters.is_empty:
        carried.append("The limits of the earlier question are kept.")
    return Joined(joined, tuple(carried))


_OF_THE_SAME_BODY = re.compile(r"\b(?:there|them|they|their|same council|same la)\b")


def _same_body(earlier: Reading, reading: Reading) -> Joined:
    """A new subject asked of the body of the earlier question ("what about missed bins there?"), else the reading."""
    text = reading.wording.lower
    if not earlier.filters.bodies or reading.filters.bodies or reading.references or len(text) > 60:
        return Joined(reading)
    if _STARTS_AS_FOLLOW_UP.match(text) is None or _OF_THE_SAME_BODY.search(text) is None:
        return Joined(reading)
    filters = replace(reading.filters, bodies=earlier.filters.bodies)
    kind = earlier.kind if reading.kind is QuestionKind.TYPICAL_REMEDY else reading.kind
    return Joined(replace(reading, filters=filters, kind=kind), ("Still about the body of the earlier question.",))


# "not upheld ones from 2022" asks for cases by itself; "and only those", "the ones since 2022" do not.
_POINTS_AT_CASES = re.compile(
    r"^\W*(?:and|but|only|just|also|same|or|so|ok)\b|\b(?:it|this|that|they|those|these|them|same|the ones?)\b"
)


def needs_an_earlier_turn(reading: Reading) -> bool:
    """True for a follow-up that came without what it follows: nothing of its own to search, only "that" or "it"."""
    if reading.references or len(reading.topic) > _LONG or _own_words(reading):
        return False
    if reading.filters.bodies or reading.kind is QuestionKind.MEANING:
        return False
    text = reading.wording.lower
    if not reading.filters.is_empty and asks_for_list(text) and not _POINTS_AT_CASES.search(text):
        return False
    return _STARTS_AS_FOLLOW_UP.match(text) is not None or _ANAPHORA.search(text) is not None


def _own_words(reading: Reading) -> tuple[str, ...]:
    """The topic's words that name a matter: persons, sums and words of following up apart."""
    return tuple(
        word
        for word in content_words(_LEADING_WORDS.sub("", Wording(reading.topic).lower, count=1))
        if word not in _PERSONS and not word.isdigit()
    )


def _is_new_subject(reading: Reading, earlier: Reading) -> bool:
    """True where the question's words point to other subcategories than those of the earlier one."""
    here = set(favoured_subcategories(reading.topic))
    there = set(favoured_subcategories(earlier.topic))
    if not here or not there or here & there:
        return False
    return not re.match(
        rf"{_LEAD}(?:(?:the )?same\b|(?:what )?if (?:it|he|she|they|that|this)\b)", reading.wording.lower
    )


def _joined_kind(earlier: Reading, reading: Reading) -> QuestionKind:
    """The kind the follow-up says, else the kind of the earlier question."""
    text = reading.wording.lower
    if reading.kind in SPECIAL_KINDS:
        return reading.kind
    if asks_for_money(text):
        return QuestionKind.TYPICAL_REMEDY
    if asks_for_list(text) and (
        "list" in reading.wording.words or reading.filters != Filters() or earlier.kind is QuestionKind.LIST_CASES
    ):
        return QuestionKind.LIST_CASES
    if reading.kind in (QuestionKind.TYPICAL_REMEDY, QuestionKind.LIST_CASES):
        return earlier.kind if earlier.kind is not QuestionKind.SINGLE_CASE else reading.kind
    return reading.kind


def _merge_filters(earlier: Filters, new: Filters) -> Filters:
    """Earlier limits with each newly said one in its place; excluded bodies add up."""
    has_dates = new.date_from is not None or new.date_to is not None
    has_sums = new.amount_min_pence is not None or new.amount_max_pence is not None
    has_subject = bool(new.categories or new.subcategories)
    excluded = tuple(dict.fromkeys((*earlier.bodies_not, *new.bodies_not)))
    return Filters(
        bodies=new.bodies or tuple(name for name in earlier.bodies if name not in new.bodies_not),
        bodies_not=tuple(name for name in excluded if name not in new.bodies),
        categories=new.categories if has_subject else earlier.categories,
        subcategories=new.subcategories if has_subject else earlier.subcategories,
        outcomes=new.outcomes or earlier.outcomes,
        date_from=new.date_from if has_dates else earlier.date_from,
        date_to=new.date_to if has_dates else earlier.date_to,
        amount_min_pence=new.amount_min_pence if has_sums else earlier.amount_min_pence,
        amount_max_pence=new.amount_max_pence if has_sums else earlier.amount_max_pence,
        remedy_kinds=new.remedy_kinds or earlier.remedy_kinds,
        payees=new.payees or earlier.payees,
        bases=new.bases or earlier.bases,
        purposes=new.purposes or earlier.purposes,
    )


# --------------------------------------------------------------------------- topics


def _join_topics(earlier: str, reading: Reading) -> str:
    """The earlier topic with what the follow-up adds, what it takes away, and what it puts in place of something."""
    own = without_residue(reading.topic)
    earlier = without_residue(earlier)
    said = Wording(own).lower
    negated = [match[0] for match in _NEGATED.finditer(said)]
    for phrase in negated:
        own = _without(own, phrase)
        for word in content_words(phrase) if phrase.startswith(("without", "w/out", "nobody", "none")) else ():
            earlier = re.sub(rf"(?i)\b{re.escape(word)}\b", " ", earlier)
    plain = _ONLY_PLAIN.search(Wording(reading.wording.text).lower)
    if plain:
        earlier = _without_modifier(earlier, plain[1])
    own = own[len(m[0]) :] if (m := _LEADING_WORDS.match(Wording(own).lower)) else own
    known = {*content_words(earlier), *_PERSONS}
    if all(word in known or word.isdigit() for word in content_words(own)):
        return _tidy(earlier)
    return _tidy(f"{earlier}, {own}" if earlier else own)


def _without(text: str, phrase: str) -> str:
    """The text without a phrase that occurs in its lower-case form."""
    place = Wording(text).lower.find(phrase)
    return text if place < 0 else f"{text[:place]} {text[place + len(phrase) :]}"


def _without_modifier(earlier: str, nouns: str) -> str:
    """Give "assisted bin collections" without "assisted", where the follow-up says "just ordinary bins"."""
    stems = {_stem(word) for word in nouns.split()}
    words = earlier.split()
    for index in range(1, len(words)):
        if _stem(words[index].lower().strip(",.;:?!")) in stems and content_words(words[index - 1]):
            return " ".join(words[: index - 1] + words[index:])
    return earlier


def _stem(word: str) -> str:
    return word.removesuffix("es").removesuffix("s") if len(word) > 3 else word


def _tidy(text: str) -> str:
    return re.sub(r"\s*([,;])(?:\s*[,;])*", r"\1", " ".join(text.split())).strip(" ,;.-")


def _shorten(text: str) -> str:
    """A topic cut to about a line, for telling what was read in."""
    words = text.split()
    return " ".join(words) if len(words) <= 18 else f"{' '.join(words[:18])} …"


# --------------------------------------------------------------------------- the case of the last answer


def _references_meant(reading: Reading, last_answer: str) -> tuple[CaseReference, ...]:
    """The references of the last answer that "that", "it" or a sum means; none for a question about cases at large."""
    found = find_references(last_answer)
    if not found:
        return ()
    text = reading.wording.lower
    by_sum = _reference_of_sum(text, last_answer)
    if by_sum is not None:
        return (by_sum,)
    references = tuple(dict.fromkeys(item.reference for item in found))
    by_name = _references_of_body(reading, last_answer)
    is_about_one = _ABOUT_THAT.search(text) is not None and _ABOUT_OTHERS.search(text) is None
    if by_name and (is_about_one or re.search(r"\b(?:one|case|decision)\b", text)):
        return by_name
    ordinal = _ORDINAL.search(text)
    if ordinal and not re.match(r" (?:\w+ )?(?:years?|months?|weeks?|yrs?)\b", text[ordinal.end() :]):
        place = _ORDINALS[ordinal[1]]
        return (references[place],) if -1 <= place < len(references) else ()
    if not is_about_one or not reading.filters.is_empty:
        return ()
    return references if len(references) <= 3 else references[:1]


def _reference_of_sum(text: str, answer: str) -> CaseReference | None:
    """The case in whose clause of the answer a sum of the question stands."""
    asked = {
        pence
        for match in _BARE_SUM.finditer(text)
        if (pence := read_pence(match[0])) is not None and ("£" in match[0] or pence >= _SMALLEST_BARE_SUM)
    }
    if not asked:
        return None
    found = find_references(answer)
    places = [
        match.start()
        for match in _BARE_SUM.finditer(Wording(answer).lower)
        if "£" in match[0] and read_pence(match[0]) in asked
    ]
    if not places:
        return None
    # The same sum may stand in a general sentence and beside its case: the place behind a reference tells more.
    best = min(places, key=lambda place: min((place - item.end for item in found if item.end <= place), default=10_000))
    return _reference_near(answer, best)


def _reference_near(answer: str, place: int) -> CaseReference | None:
    """The only reference of the sentence or clause at a place, else the last one before it, else the next."""
    found = find_references(answer)
    wording = Wording(answer)
    for start, end in (wording.sentence_at(place), wording.clause_at(place)):
        inside = {item.reference for item in found if start <= item.start < end}
        if len(inside) == 1:
            return inside.pop()
    before = [item.reference for item in found if item.start < place]
    after = [item.reference for item in found if item.start >= place]
    return before[-1] if before else (after[0] if after else None)


def _references_of_body(reading: Reading, answer: str) -> tuple[CaseReference, ...]:
    """The references that stand behind a body's name in the answer ("the Lancashire one")."""
    plain = Wording(answer).lower
    found = find_references(answer)
    meant: list[CaseReference] = []
    for mention in reading.mentions:
        place = plain.find(Wording(mention.said).lower.split(" council")[0])
        behind = [item for item in found if item.start >= place >= 0]
        if behind and behind[0].start - place < 60:
            meant.append(behind[0].reference)
    return tuple(dict.fromkeys(meant))
