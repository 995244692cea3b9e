"""Counts and lengths of time: of the decisions that a text lists, or of what a decision tells."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.checking.held import HeldDecision, telling_words
from assistant.checking.judged import Judged, Verdict
from assistant.claims import Claim, ClaimKind
from assistant.domain import CaseReference
from assistant.text import format_count

_LOOK = 70


def judge_group_count(claim: Claim, references: Sequence[CaseReference]) -> Judged | None:
    """How many the list before names, beside what is said of it ("all three were upheld")."""
    if not isinstance(claim.value, int) or claim.value < 2:
        return None
    number = len(references)
    why = f"{format_count(number, 'decision')} {'is' if number == 1 else 'are'} listed."
    verdict = Verdict.SUPPORTED if claim.value == number else Verdict.CONTRADICTED
    return Judged("count", claim.start, claim.end, verdict, why)


def judge_length(claim: Claim, around: str, held: HeldDecision) -> Judged | None:
    """A length of time: in the decision's words, or not to be checked, with what they say where they name one.

    Contradicted only where a digest names one length of this unit, among the same words (``around``) as the text.
    """
    reference, place = held.decision.reference, (claim.start, claim.end)
    same = []
    for text, other in held.claims(ClaimKind.DURATION):
        if other.unit != claim.unit:
            continue
        if other.value == claim.value:
            passage = held.passage(text.paragraph, other.start, other.end)
            return Judged("length of time", *place, Verdict.SUPPORTED, f"{reference} says {other.words}.", passage)
        same.append((text, other))
    if len({other.value for _, other in same}) == 1 and not held.decision.is_full_text:
        text, other = same[0]
        theirs = text.text[max(0, other.start - _LOOK) : other.start] + text.text[other.end : other.end + _LOOK]
        if len(telling_words(around) & telling_words(theirs)) > 1:
            why = f"{reference} says {other.words}."
            passage = held.passage(text.paragraph, other.start, other.end)
            return Judged("length of time", *place, Verdict.CONTRADICTED, why, passage, instead=other.words)
    named = f" It names {', '.join(dict.fromkeys(other.words for _, other in same[:4]))}." if same else ""
    where = "The decision's words" if held.decision.is_full_text else "Our digest"
    verb = "do" if held.decision.is_full_text else "does"
    return Judged(
        "length of time", *place, Verdict.NOT_CHECKABLE, f"{reference}: {where.lower()} {verb} not name it.{named}"
    )


def judge_count(claim: Claim, held: HeldDecision) -> Judged | None:
    """A count of things that the decision counts as well; None where it does not."""
    if not isinstance(claim.value, int) or claim.value < 2:
        return None
    for text, other in held.claims(ClaimKind.COUNT):
        if other.value == claim.value and other.unit and other.unit == claim.unit:
            passage = held.passage(text.paragraph, other.start, other.end)
            why = f"{held.decision.reference} says {other.words}."
            return Judged("count", claim.start, claim.end, Verdict.SUPPORTED, why, passage)
    return None
