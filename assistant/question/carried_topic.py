"""The topic of an earlier question, and a follow-up → the topic of both: added to, taken from, replaced in part."""

from __future__ import annotations

import re

from assistant.question.reading import Reading
from assistant.question.topics import without_residue
from assistant.question.words import Wording, table_words
from assistant.vocabulary import content_words, word_stem

LEAD = (
    r"^\W*(?:(?:ok|okay|right|thanks|thank you|cheers|great|sure|yes|yeah|yep|no|hmm|so|well|and|but|also"
    r"|then|now|fine|cool|ta|interesting|good|oh|ah)\b[\s,.!-]*)*"
)
PERSONS = frozenset(
    table_words(
        "how'd howd they'd mum mam mom mother dad father parent parents kid kids child children boy girl son "
        "daughter carer carers family "
        "council councils person people money paid pay first second third last case cases one ones done happen "
        "happened "
        "reason reasons long took take amount figure sum figures year years years' total work out get got long "
        "instead highest lowest biggest smallest largest average median payout payouts compare both newest oldest"
    )
)

# "ignore the bailiffs bit", "not the billing side": a part of the earlier question is not meant.
_PART_TAKEN_AWAY = re.compile(
    r"\b(?:(?:ignore|forget|forget about|leave out|drop|minus|skip|without|not|never mind|leave aside|apart from"
    r"|take out|not about) (?:about )?(?:the |that |any )?(?P<part>(?:[a-z'-]+ ){0,2}?[a-z'-]+) (?:bit|part|side|thing"
    r"|stuff|issue|question|matter|angle|aspect)s?"
    r"|(?:it'?s |it is |i'?m )?not (?:about|to do with) (?:the |any )?(?P<thing>(?:[a-z'-]+ ){0,2}?[a-z'-]+)(?=\W*$))\b"
)
_NEGATED = re.compile(
    r"\b(?:nobody|noone|no one|without|w/out|not|isn't|isnt|rather than|instead of|none of)\b(?: (?:just|only|the"
    r"|a|an|being|been|is|was|through|thru|via|by|with|any))*(?: [a-z0-9'-]+){1,2}"
)
_ONLY_PLAIN = re.compile(
    r"\b(?:just|ordinary|normal|plain|standard|regular|only|simple|usual|general) ((?:[a-z]+ )?[a-z]{3,})"
)
LEADING_WORDS = re.compile(
    rf"{LEAD}(?:(?:the )?same(?: (?:thing|question|again))?(?: but)?(?: (?:where|with|for|if|when))?|what (?:if"
    rf"|about)|how about|any (?:where|that|who|with|of (?:those|them|these))|only|just|if|for|where"
    rf"|when)?\b(?: (?:it'?s|its|it is|it was|they|that|the|a|an|were|was|are|is|where)\b)*[\s,]*",
)


def join_topics(earlier: str, reading: Reading) -> str:
    """The earlier topic with what the follow-up adds, what it takes away, and what it puts in place of something."""
    own = without_residue(reading.topic)
    earlier = without_residue(earlier)
    part = _PART_TAKEN_AWAY.search(reading.wording.lower)
    if part:
        shorter = _without_words(earlier, part["part"] or part["thing"])
        if shorter is not None:
            return _tidy(shorter)
    said = Wording(own).lower
    negated = [match[0] for match in _NEGATED.finditer(said)]
    for phrase in negated:
        own = _without(own, phrase)
        for word in content_words(phrase) if phrase.startswith(("without", "w/out", "nobody", "none")) else ():
            earlier = re.sub(rf"(?i)\b{re.escape(word)}\b", " ", earlier)
    plain = _ONLY_PLAIN.search(Wording(reading.wording.text).lower)
    if plain:
        earlier = _without_modifier(earlier, plain[1])
    own = own[len(m[0]) :] if (m := LEADING_WORDS.match(Wording(own).lower)) else own
    earlier = _with_the_other_person(earlier, own)
    known = {*content_words(earlier), *PERSONS}
    if all(word in known or word.isdigit() for word in content_words(own)):
        return _tidy(earlier)
    return _tidy(f"{earlier}, {own}" if earlier else own)


# Who is meant: one of another line takes the place of one said before ("and for adults?" after a child).
_WHO = (
    frozenset(table_words("child children kid kids boy girl teenager teenagers pupil pupils minor minors")),
    frozenset(table_words("adult adults grown-ups")),
    frozenset(table_words("tenant tenants renter renters")),
    frozenset(table_words("homeowner homeowners owner owners leaseholder leaseholders")),
)
_OTHER_WHO = {0: (1,), 1: (0,), 2: (3,), 3: (2,)}


def _with_the_other_person(earlier: str, own: str) -> str:
    """The earlier topic without the persons in whose place the follow-up puts others."""
    said = set(Wording(own).lower.replace(",", " ").split())
    gone = {
        word
        for number, words in enumerate(_WHO)
        if words & said
        for other in _OTHER_WHO[number]
        for word in _WHO[other]
        if word not in said
    }
    if not gone:
        return earlier
    kept = [word for word in earlier.split() if word.lower().strip(",.;:?!") not in gone]
    return re.sub(r"\b(?:for|with|of|to|by|about|from) (?:an?|the|my|our|her|his) *$", "", " ".join(kept))


def _without(text: str, phrase: str) -> str:
    """The text without a phrase that occurs in its lower-case form."""
    place = Wording(text).lower.find(phrase)
    return text if place < 0 else f"{text[:place]} {text[place + len(phrase) :]}"


def _without_words(earlier: str, part: str) -> str | None:
    """The earlier topic without the words of this part, in any form; None where it has none of them."""
    stems = {word_stem(word) for word in content_words(part)}
    words = earlier.split()
    kept = [word for word in words if word_stem(word.strip(",.;:?!")) not in stems]
    return " ".join(kept) if len(kept) < len(words) and content_words(" ".join(kept)) else None


def _without_modifier(earlier: str, nouns: str) -> str:
    """Give "assisted bin collections" without "assisted", where the follow-up says "just ordinary bins"."""
    stems = {_stem(word) for word in content_words(nouns)}
    words = earlier.split()
    for index in range(1, len(words)):
        if _stem(words[index].lower().strip(",.;:?!")) in stems and content_words(words[index - 1]):
            return " ".join(words[: index - 1] + words[index:])
    return earlier


def _stem(word: str) -> str:
    return word.removesuffix("es").removesuffix("s") if len(word) > 3 else word


def _tidy(text: str) -> str:
    return re.sub(r"\s*([,;])(?:\s*[,;])*", r"\1", " ".join(text.split())).strip(" ,;.-")


def shorten(text: str) -> str:
    """A topic cut to about a line, for telling what was read in."""
    words = text.split()
    return " ".join(words) if len(words) <= 18 else f"{' '.join(words[:18])} …"
