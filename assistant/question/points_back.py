"""A question → whether it needs the turns before it: by how it begins, by "that" and "them", by having no subject."""

from __future__ import annotations

import re

from assistant.domain import QuestionKind
from assistant.question.asking import asks_for_whole_casebook
from assistant.question.carried_topic import LEAD, LEADING_WORDS, PERSONS
from assistant.question.kinds import asks_for_list
from assistant.question.ordering import asks_of_all
from assistant.question.reading import Reading
from assistant.question.words import Wording
from assistant.vocabulary import content_words, expand, favoured_subcategories, word_stem

STARTS_AS_FOLLOW_UP = re.compile(
    r"^\W*(?:ok(?:ay)?[ ,]+|right[ ,]+|thanks[ ,.!]+|cheers[ ,.!]+|so[ ,]+|hmm[ ,]+)*(?:and\b|but\b|also\b|or\b"
    r"|same\b|only\b|just\b(?! (?:had|been|got|received|found|wondering|asking))|(?:what|how) about\b|what if\b"
    r"|what (?:of|were|was) (?:those|the|it|that)\b"
    r"|any (?:where|that|who|with|of (?:those|them|these)|in|from|since|after|before|over|under|more|others?|for"
    r"|against|by|lower|higher|smaller|bigger|less"
    r"|closed|upheld|not|lost)\b|anything (?:lower|higher|smaller|bigger|less|more|else|newer|older|similar)\b"
    r"|(?:is|was|are|were) there any(?:thing)? (?:lower|higher|smaller|bigger|less|more|else|newer|older"
    r"|over|under|above"
    r"|below|since|before|after|from|in|for|against)\b"
    r"|how'?d (?:they|it)\b|how did they\b|why\b|which (?:one|ones|of|council)\b"
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
FEW_OWN_WORDS = 1
# "how long was the child out of school?" is about the child of the earlier turns.
_SAYS_THE_PERSON = re.compile(
    r"\bthe (?:child|mum|mother|dad|father|parents?|kids?|boy|girl|family|carer|son|daughter|person)\b"
)
# A follow-up is short; a question with more words of its own stands by itself.
FEW_WORDS = 7
# A topic of more characters has words of its own.
_LONG = 300


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
    own = own_words(reading)
    if len(own) > 1:
        text = _COUNCIL_AS_THEY.sub(" ", text)
    places = [text.find(word) for word in own]
    if named := _MAY_BE_MEANT.search(text):
        places.append(named.start())
    first = min((place for place in places if place >= 0), default=len(text))
    return _ANAPHORA.search(text[:first]) is not None


def _is_strong_start(text: str) -> bool:
    """True for a beginning that only follow-ups have: "and …", "only …", "what about …"."""
    if STARTS_AS_FOLLOW_UP.match(text) is None:
        return False
    return _MAY_START_ANEW.match(text) is None or _REFERS_BY_START.match(text) is not None


def _says_the_same(text: str, *, points_back: bool) -> bool:
    """True for "the same", "as well", and for "those" that the question itself does not explain."""
    found = _SAME.search(text)
    return found is not None and (points_back or found[0] not in ("those", "these", "them"))


# "not upheld ones from 2022" asks for cases by itself; "and only those", "the ones since 2022" do not.
_POINTS_AT_CASES = re.compile(
    r"^\W*(?:and|but|only|just|also|same|or|so|ok)\b|\b(?:it|this|that|they|those|these|them|same|the ones?)\b"
)


def needs_an_earlier_turn(reading: Reading) -> bool:
    """True for a follow-up that came without what it follows: nothing of its own to search, only "that" or "it"."""
    if reading.references or len(reading.topic) > _LONG or own_words(reading):
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
    return STARTS_AS_FOLLOW_UP.match(text) is not None or _ANAPHORA.search(text) is not None


def own_words(reading: Reading) -> tuple[str, ...]:
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


def leans_on(reading: Reading, earlier: Reading) -> bool:
    """True where the words of a question do not stand by themselves after this earlier one.

    A question with another subject stands by itself; so does one with many words of its own.
    """
    text, own = reading.wording.lower, own_words(reading)
    if not own:
        return not _asks_for_all_of_a_limit(reading) or _is_strong_start(text)
    if _SAYS_THE_PERSON.search(text) and set(own) <= set(content_words(earlier.topic)):
        return True
    if _is_new_subject(reading, earlier):
        return False
    if _is_strong_start(text) and not (_ASKS_OF_ITSELF.match(text) and len(own) > FEW_OWN_WORDS):
        return len(own) <= FEW_WORDS
    points_back = refers_back(reading)
    if STARTS_AS_FOLLOW_UP.match(text):
        known = {word_stem(word) for word in content_words(earlier.topic)}
        new = [word for word in own if word_stem(word) not in known]
        return len(new) <= FEW_OWN_WORDS or (points_back and len(own) <= FEW_WORDS)
    return (len(own) <= 2 and points_back) or (len(own) <= 5 and _says_the_same(text, points_back=points_back))
