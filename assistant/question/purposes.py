"""A question about what a payment is for ("the usual payment for time and trouble") → the limit to that purpose.

Where nothing but the purpose is named, the payments that were made for it answer, whatever the service. A purpose
beside a subject ("how much for distress over missed bins") stays with the subject, which is searched.
"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.domain import CasebookFacts, Purpose, QuestionKind
from assistant.question.amounts import LEAST_STATED_PENCE
from assistant.question.assumptions import remark
from assistant.question.reading import Reading
from assistant.question.subjects import SubjectLimit, find_subject_limit
from assistant.question.words import take_out
from assistant.vocabulary import content_words

# Avoidable distress is upset, frustration, worry or uncertainty that the fault caused (the glossary has the source);
# lost schooling is a loss of provision. A delay is what a payment is for only where the decision says so of the sum.
_PURPOSES = {
    "distress": Purpose.DISTRESS,
    "uncertainty": Purpose.DISTRESS,
    "worry": Purpose.DISTRESS,
    "upset": Purpose.DISTRESS,
    "frustration": Purpose.DISTRESS,
    "time and trouble": Purpose.TIME_AND_TROUBLE,
    "lost provision": Purpose.LOSS_OF_PROVISION,
    "loss of provision": Purpose.LOSS_OF_PROVISION,
    "missed provision": Purpose.LOSS_OF_PROVISION,
    "delay": Purpose.DELAY,
    "delays": Purpose.DELAY,
    "risk of harm": Purpose.RISK_OF_HARM,
    "risk": Purpose.RISK_OF_HARM,
    "financial loss": Purpose.FINANCIAL_LOSS,
}
# Words that are the purpose in other words, so that it is told what they were taken for.
_TOLD_AS = frozenset({"uncertainty", "worry", "upset", "frustration"})

# "uncertainty, not knowing if the decision would have been different" says what uncertainty is, and no subject.
_WHAT_IT_IS = re.compile(
    r"\b(?:about |of )?(?:not knowing|wondering|never knowing) (?:if|whether|how|what) (?:\w+ ){1,5}?"
    r"(?:would|could|might|should)(?:'ve| have) (?:\w+ ){0,3}?(?:different|differently|otherwise|better|happened)\b"
)
_OF_A_PURPOSE = re.compile(
    r"\b(?:tariffs?|payments?|payouts?|money|means?|average|usual(?:ly)?|typical(?:ly)?|norms?|normal(?:ly)?|standard"
    r"|amounts?|sums?|compensation|compo|remed(?:y|ies)|awards?|figures?|symbolic|avoidable|unnecessary|general"
    r"|going rate|rates?|how much|is there|there|whats?|wots?|s|does|do|did|is|are|was|were|for|in|of|on|an?|the|any"
    r"|they|you|i|we|people|councils?|ombudsman|lgo|lgsco|get|gets|got|give|gives|given|pay|pays|paid|award|awarded"
    r"|recommend|recommended|offer|offered|being|caused|complaining|complaints?|pursuing|bringing|making|it|just"
    r"|only|alone|cases?|decisions?|ok|so|and|please|pls|tell me|about|expect|range|level|sort|kind)\b"
)
# "Delays in adult social care" and "has Leeds been at fault for delay" are matters; only beside a word for money is a
# delay, a loss or a risk what was paid for. Distress and time and trouble are never a matter by themselves.
_NO_MATTER = frozenset({Purpose.DISTRESS, Purpose.TIME_AND_TROUBLE})
_SAYS_MONEY = re.compile(
    r"\b(?:pay\w*|paid|sums?|amounts?|awards?|remed\w+|redress|compens\w+|how much|tariffs?|rates?|money|offers?)\b|£"
)
_KINDS_OF_SUMS = frozenset({QuestionKind.TYPICAL_REMEDY, QuestionKind.LIST_CASES, QuestionKind.BODY_HISTORY})


def purpose_named(words: str) -> Purpose | None:
    """The purpose that these words in lower case are, the words of asking apart; None where they name a subject too.

    >>> purpose_named("the usual payment for time and trouble")
    <Purpose.TIME_AND_TROUBLE: 'time and trouble'>
    """
    return _PURPOSES.get(_left_of(words))


def is_purpose_alone(reading: Reading) -> bool:
    """True for "what is paid for distress?": nothing but a purpose is named, with no limit and no subject."""
    if reading.kind is not QuestionKind.TYPICAL_REMEDY or not reading.filters.is_empty or reading.references:
        return False
    return purpose_named(reading.wording.lower) is not None


def limit_to_purpose(reading: Reading, facts: CasebookFacts) -> Reading:
    """The reading limited to payments for the purpose that is its whole topic; every other reading as it is.

    A drawer that is named beside it ("avoidable delay in adult social care") limits the decisions as well.

    The other limits stay ("time and trouble since 2022"). A list is asked for its sums here: "payments for distress
    over £1,000" becomes a question for what was paid.
    """
    if reading.kind not in _KINDS_OF_SUMS or reading.references or reading.filters.purposes:
        return reading
    said = _left_of(reading.topic.lower())
    purpose, drawer = _PURPOSES.get(said), SubjectLimit()
    if purpose is None:
        purpose, said, drawer = _purpose_in_a_drawer(reading.topic.lower(), facts)
    if purpose is None or not _asks_for_sums(reading, purpose):
        return reading
    told = (remark(f"Payments for {said} are counted as payments for {purpose.value}."),) if said in _TOLD_AS else ()
    kind = QuestionKind.TYPICAL_REMEDY if reading.kind is QuestionKind.LIST_CASES else reading.kind
    filters = replace(reading.filters, purposes=(purpose,))
    if drawer.categories or drawer.subcategories:
        filters = replace(filters, categories=drawer.categories, subcategories=drawer.subcategories)
    if filters.amount_min_pence is None and filters.amount_max_pence is None:
        # Of most payments what is held does not state the sum: those cannot answer what is usual.
        filters = replace(filters, amount_min_pence=LEAST_STATED_PENCE)
    return replace(reading, kind=kind, topic="", filters=filters, notes=(*reading.notes, *told))


def _asks_for_sums(reading: Reading, purpose: Purpose) -> bool:
    if reading.kind is not QuestionKind.BODY_HISTORY and purpose in _NO_MATTER:
        return True
    return _SAYS_MONEY.search(reading.wording.lower) is not None


_IN_A_DRAWER = re.compile(r"^(.{3,60}?) (?:in|within|over|about|on|across) ([a-z][a-z ]{2,40})$")


def _purpose_in_a_drawer(topic: str, facts: CasebookFacts) -> tuple[Purpose | None, str, SubjectLimit]:
    """The purpose, its words and the drawer of "delay in adult social care"; no purpose where anything else is said."""
    found = _IN_A_DRAWER.match(" ".join(topic.split()).strip(" ?.!,"))
    if found is None or (purpose := _PURPOSES.get(_left_of(found[1]))) is None:
        return None, "", SubjectLimit()
    drawer = find_subject_limit(found[2], facts.subcategories)
    if drawer.span is None or content_words(take_out(found[2], [drawer.span])):
        return None, "", SubjectLimit()
    return purpose, _left_of(found[1]), drawer


def _left_of(words: str) -> str:
    """What is left of the words without those that ask for a sum, and without a gloss of uncertainty."""
    kept = _NAMES.sub(lambda match: _KEPT[match[0][:4]], _WHAT_IT_IS.sub(" ", words))
    plain = re.sub(r"[^a-z_ ]", " ", _OF_A_PURPOSE.sub(" ", kept))
    return " ".join(plain.split()).replace("_", " ")


# Their small words are words of asking everywhere else.
_NAMES = re.compile(r"\b(?:time (?:and|&|n) trouble|loss of provision|risk of harm)\b")
_KEPT = {"time": "time_and_trouble", "loss": "loss_of_provision", "risk": "risk_of_harm"}
