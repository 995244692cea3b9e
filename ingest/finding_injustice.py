"""Sentences → whether they say that a fault caused injustice, did not, or nothing of it; and the kinds of harm named.

What a sentence says is strong where it speaks of injustice itself, weak where it tells harm to a person ("She was left
not knowing"): a decision that tells of harm and then finds no injustice finds none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import IntEnum

from assistant.text import unify_characters


class Said(IntEnum):
    """What a sentence says of injustice; the stronger word has the greater value."""

    NOTHING = 0
    HARM = 1
    NONE = 2
    INJUSTICE = 3


_HARM_NOUN = (
    r"(?:injustice|distress\w*|upset\w*|frustrat\w+|uncertain\w*|anxi\w+|worr(?:y|ied|ies|ying)|inconvenienc\w*|stress\w*"
    r"|strain\w*|time and trouble|trouble|confus\w+|embarrass\w+|humiliat\w+|hardship|harm|doubt|annoy\w+|disappoint\w+"
    r"|outrage|risk|loss|hurt|undignified|exhaust\w+|disruption|fear|frighten\w*|pain|discomfort|isolat\w+)"
)
_NOT = r"\b(?:no|not|n't|never|without|little|nor)\b"
# "no significant injustice", "did not cause him an injustice", "I do not find that … caused … injustice".
_NO_INJUSTICE = re.compile(
    r"\b(?:no|without(?: any)?|little|insignificant)(?: [\w-]+){0,4}? injustice\b|\binjustice (?:was|is) (?:minimal|limited|slight)\b"
    rf"|{_NOT}[^.;]{{0,90}}?\b(?:cause[sd]?|causing|lead|led|suffer\w*|experience\w*|result\w*|amount\w*|is|was|been|have|be)\b[^.;]{{0,80}}?"
    r"\b(?:injustice|disadvantage[sd]?)\b|\bmade no difference\b|\bdid not (?:affect|disadvantage)\b|\bnot (?:been )?(?:affected|disadvantaged) by\b",
    re.I,
)
# "not only caused injustice", "no doubt this caused", "cannot say that no injustice": the negation is not of injustice.
_FALSE_DENIAL = re.compile(
    r"\bnot only\b|\bno doubt\b|\bnot (?:yet |fully |adequately |suitably )?(?:put right|remed\w+|address\w+)", re.I
)
_INJUSTICE = re.compile(
    r"\b(?:this|that|these|which|it|those)(?:,? (?:too|also|in itself))? (?:is|was|are|were)(?: therefore| clearly| also)? "
    r"(?:(?:an?|the|some|itself|in itself|to \w+) )?(?:[\w-]+ ){0,3}?injustices?\b"
    r"|\b(?:cause[sd]?|causing|suffered|led to|leading to|resulted in|experienced)\b[^.;]{0,90}\binjustice\b"
    r"|\b(?:the|his|her|their|a|an|[A-Z]'s|further|significant|serious) (?:\w+ ){0,2}?injustice (?:to|for|caused|is|was|of|from|in)\b"
    r"|\bremed(?:y|ies|ied|ying) (?:the|this|that|his|her|their|(?:Mr|Mrs|Ms|Miss) \w+'s|[A-Z]'s) injustice\b"
    r"|\b(?:his|her|their|(?:Mr|Mrs|Ms|Miss)(?: and (?:Mr|Mrs|Ms|Miss))? [A-Z]'s|[A-Z]'s) injustice\b"
    rf"|\b(?:cause[sd]?|causing)\b(?: (?!by\b)[\w',]+){{0,8}}? (?:avoidable |significant |unnecessary |undue |some |real )*{_HARM_NOUN}",
    re.I,
)
_PERSON = (
    r"(?:(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.? (?:and (?:Mr|Mrs|Ms|Miss|Mx|Dr)\.? )?[A-Z]|she|he|they|the (?:family|children|child|couple|complainants?|parents?|boy|girl)"
    r"|\b[A-Z](?: and [A-Z])?|(?:his|her|their) (?:mother|father|son|daughter|wife|husband|parents|children|family|brother|sister))\b)"
)
_ADVERBS = r"(?:(?:also|therefore|then|clearly|understandably|both|all|now|still|too|has|have|had|was|were|is|are|been|have|will|would|may|must) ){0,4}"
# What happened to a person that is harm: "Ms H went without money", "She was caused a good deal of worry".
_HARM = re.compile(
    rf"\b{_PERSON} {_ADVERBS}(?:"
    r"went without|go(?:es|ing)? without|left|lost|loses|missed|miss(?:es)? out|denied|deprived|put to|out of pocket|worse off|paid (?:more|for|money)"
    rf"|spent|struggl\w+|suffered|experienced|felt|caused|faced|never know|not know|unable to|could not|cannot (?:know|be sure)|had (?:no|to|less|months|weeks|years)|never had|did not (?:get|know|have|receive)"
    rf"|lived|distressed|upset|worried|frightened|frustrated|anxious|uncertain|unsure|embarrassed|confused|disappointed|angry|disheartened|exhausted|denied"
    r"|at risk|tired|affected)\b"
    rf"|\b(?:left|leaving|put|putting|caus\w+|cost|meant|mean(?:s|ing)|worr(?:y|ied)|added to|led to|leading to|brought|made|suffer\w*|kept from|took from|deprived|denied|frustrated)"
    rf"\b[^.;]{{0,120}}?\b(?:{_HARM_NOUN}|not knowing|uncertain|unsure|wonder\w*|alone|chase|chasing|lost|missed|missing|without|did not (?:get|have|receive)|right of appeal|worse|had to|waited|wait)\b"
    rf"|\b(?:was|were|is|are|been|found (?:it|this)|must have been) (?:\w+ ){{0,3}}?(?:distressing|frustrating|upsetting|worrying|embarrassing|undignified|inconvenient|stressful|unfair|unjust|confusing|disappointing|difficult for)\b"
    rf"|\b(?:avoidable|unnecessary|undue|real|considerable|understandable|lasting|needless) (?:\w+ ){{0,2}}?{_HARM_NOUN}"
    r"|\b(?:his|her|their|[A-Z]'s) (?:distress|frustration|anxiety|worry|uncertainty|upset|health|good name|embarrassment)\b"
    r"|\bopportunit(?:y|ies)\b[^.;]{0,40}\b(?:lost|missed|denied)\b|\b(?:lost|missed|denied)\b[^.;]{0,40}\bopportunit(?:y|ies)\b"
    r"|\blost (?:\w+ ){0,6}?in which (?:it|the)\b",
)
# Harm that somebody claims, supposes or that the Ombudsman does not find.
_NO_HARM = re.compile(
    r"^(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.? (?:and (?:Mr|Mrs|Ms|Miss|Mx|Dr)\.? )?[A-Z]|She|He|They) (?:also )?(?:says?|said|believes?|thinks?|thought|complain\w*|claims?|argues?|feels that)\b"
    r"|\b(?:if|whether|unless)\b[^.;]{0,60}\b(?:distress|injustice|harm|loss|lost|missed)\b|\b(?:cannot|can't|could not|do not|did not|not) (?:\w+ ){0,2}?(?:say|find|know|accept|think|consider|criticise|agree|recommend)\b"
    r"|\b(?:did not|does not|not|n't) (?:\w+ ){0,2}?(?:cause|lead|mean|result|lose|miss|suffer|put)\w*\b",
    re.I,
)
HARM_WORDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern, re.I))
    for name, pattern in (
        ("distress", r"\bdistress\w*"),
        ("upset", r"\bupset\b"),
        ("frustration", r"\bfrustrat\w+"),
        ("uncertainty", r"\buncertainty\b"),
        ("anxiety", r"\banxi\w+|\bworry\b|\bworried\b"),
        ("time and trouble", r"\btime and trouble\b"),
        ("inconvenience", r"\binconvenience\w*"),
        (
            "loss of provision",
            r"\b(?:loss of|lost|missed) (?:\w+ ){0,2}?(?:education|provision|support|services?|care)\b",
        ),
        ("financial loss", r"\bfinancial loss\b|\bout of pocket\b"),
        ("risk of harm", r"\brisk of harm\b"),
    )
)


def is_denied(sentence: str) -> bool:
    """True for a sentence that says there was no injustice."""
    plain = unify_characters(sentence)
    return bool(_NO_INJUSTICE.search(plain)) and not _FALSE_DENIAL.search(plain)


def injustice_said(sentence: str) -> Said:
    """What one sentence says of injustice."""
    plain = unify_characters(sentence)
    if is_denied(sentence):
        return Said.NONE
    if _NO_HARM.search(plain) and not re.search(r"\binjustice\b", plain):
        return Said.NOTHING
    if _INJUSTICE.search(plain):
        return Said.INJUSTICE
    return Said.HARM if _HARM.search(plain) else Said.NOTHING


def injustice_of(sentences: Iterable[str]) -> bool | None:
    """What these sentences together say: the strongest word; None where none speaks of it."""
    strongest = max((injustice_said(sentence) for sentence in sentences), default=Said.NOTHING)
    if strongest is Said.NOTHING:
        return None
    return strongest is not Said.NONE


def kinds_of_harm(sentences: Iterable[str]) -> tuple[str, ...]:
    """The kinds of harm that these sentences name, in the order of our table; denied harm is none."""
    text = " ".join(unify_characters(sentence) for sentence in sentences if not is_denied(sentence))
    return tuple(name for name, pattern in HARM_WORDS if pattern.search(text))
