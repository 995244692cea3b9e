"""A part of a statement about one decision to its proof: each sum, phrase, claim and name in it against the record."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.citations.about import About
from assistant.citations.ground import Ground
from assistant.citations.names import NAMES, is_in_name, judge_name, tell_foreign_bodies
from assistant.citations.parts import Part
from assistant.citations.reading import SaidSum, read_sums
from assistant.citations.record import check_name, judge, judge_phrases
from assistant.citations.statement_proof import StatementProof, Writer
from assistant.citations.strict import find_barred, find_unsupported
from assistant.citations.sums import judge_sum
from assistant.claims import Claim, ClaimKind
from assistant.domain import Decision, Outcome, Statement, StatementRole
from assistant.text import normalise


def prove_of_one(
    proof: StatementProof, part: Part, about: About, claims: Sequence[Claim], ground: Ground, writer: Writer
) -> None:
    """Check what a part says of one decision: its sums, its phrases, every claim and every name.

    ``about`` is that decision with the sentences of it that are cited; ``claims`` are those of the part. What is wrong
    is told to ``proof``, and so are the places that the record bears out. Of a model's words, what no claim covers is
    looked for in the cited sentences too.
    """
    text, is_ours = proof.statement.text, writer is Writer.TEMPLATE
    # A sum inside a quotation is said by whoever is quoted, and the quotation is compared word for word.
    sums = [one for one in read_sums(text, claims) if not (is_ours and _is_in_quotation(one.claim, claims))]
    sums_are_rows = _prove_sums(proof, sums, about)
    is_of_remedy = _prove_phrases(proof, part, about) or bool(sums)
    settled = {claim for said in sums for claim in said.said}
    for claim in claims:
        if claim not in settled and not _stands_as_it_is(claim, claims, text, about, is_ours=is_ours):
            _prove_claim(proof, claim, about, ground, writer)
    if is_ours and is_of_remedy and (reason := _hides_outcome(proof.statement, part, about)):
        proof.tell("claims", str(about.decision.reference), reason)
    if part.name_reason:
        proof.tell("references", text[slice(*part.name)], part.name_reason)
    tell_foreign_bodies(proof, part, ground, [about.decision])
    if writer is Writer.MODEL:
        _prove_wording(proof, part, about, sums_are_rows=is_of_remedy and sums_are_rows)


def _prove_sums(proof: StatementProof, sums: Sequence[SaidSum], about: About) -> bool:
    """Check each sum with all that is said of it; true where the rows of the record bear out every one."""
    text, are_rows = proof.statement.text, True
    for said in sums:
        reason = judge_sum(text, said, about)
        proof.tell("figures", said.claim.words, reason)
        proof.looked_at["claims"] += len(said.said)
        are_rows = are_rows and not reason and not judge_sum(text, said, replace(about, sentences=()))
        if not reason:
            proof.proven += [(one.start, _end_of_rate(text, one)) for one in (said.claim, *said.said)]
    return are_rows


def _prove_phrases(proof: StatementProof, part: Part, about: About) -> bool:
    """Check our own phrases for what the record has or has not; true where one tells of a remedy."""
    is_of_remedy = False
    for found, start, end, reason in judge_phrases(proof.statement.text, part.start, part.end, about):
        proof.tell("claims", found, reason)
        is_of_remedy = is_of_remedy or "not stated" in found
        proof.proven.append((start, end))
    return is_of_remedy


def _stands_as_it_is(claim: Claim, claims: Sequence[Claim], text: str, about: About, *, is_ours: bool) -> bool:
    """True for what is checked elsewhere, or is a piece of a name, of an issue or of an exact quotation."""
    if claim.kind in (ClaimKind.AMOUNT, ClaimKind.PURPOSE):
        return True
    if claim.kind not in NAMES and is_in_name(claim, text, about.decision):
        return True
    # Inside an issue's name or an exact quotation words stand as they are; a model could have cut them to measure.
    if claim.kind is not ClaimKind.QUOTATION and _is_in_issue(claim, claims, about.issues):
        return True
    return is_ours and (claim.is_quoted or _is_in_detail(claim, text, about.decision))


def _prove_claim(proof: StatementProof, claim: Claim, about: About, ground: Ground, writer: Writer) -> None:
    if claim.kind in NAMES:
        reason = judge_name(claim, proof.statement, about.decision, ground, writer)
    else:
        reason = judge(claim, about)
    proof.tell(check_name(claim.kind), claim.words, reason)
    if not reason and (claim.kind is not ClaimKind.QUOTATION or _is_issue(claim, about.issues)):
        proof.proven.append((claim.start, claim.end))


def _prove_wording(proof: StatementProof, part: Part, about: About, *, sums_are_rows: bool) -> None:
    """What the claims do not cover of a model's words: nothing barred, and every clause borne out."""
    text = proof.statement.text[part.start : part.end]
    sources = (*about.sentences, *about.issues)
    proof.looked_at["wording"] += 1
    for found, reason in find_barred(_without(text, part.name[0] - part.start, part.name[1] - part.start), sources):
        proof.tell("wording", found, reason)
    places = [part.name, *proof.proven]
    inside = [(start - part.start, end - part.start) for start, end in places if part.start <= start < end <= part.end]
    for found, reason in find_unsupported(text, inside, about, sums_are_rows=sums_are_rows):
        proof.tell("wording", found, reason)


def _without(text: str, start: int, end: int) -> str:
    """The text with the name of its case blanked out: a body may be called All Hallows."""
    return text if end <= 0 else f"{text[: max(start, 0)]}{' ' * (end - max(start, 0))}{text[end:]}"


_OF_PAYMENTS = (StatementRole.CLOSEST, StatementRole.FIGURES)
_LOST = (Outcome.NOT_UPHELD, Outcome.CLOSED, Outcome.DISCONTINUED)


def _hides_outcome(statement: Statement, part: Part, about: About) -> str:
    """What a template keeps quiet of a payment in a complaint that was not upheld: a reader takes it for upheld."""
    if not part.is_named or statement.role not in _OF_PAYMENTS or about.decision.outcome not in _LOST:
        return ""
    said = "outcome: " in statement.text[part.start : part.end]
    return "" if said else f"The outcome was {about.decision.outcome}: say so."


_RATE = re.compile(r" ?(?:(?:an?|per|each|every|/) ?[a-z]+|each|apiece)\b")


def _end_of_rate(text: str, claim: Claim) -> int:
    """The end of a claim with its unit: "£100 a month" is one figure."""
    match = _RATE.match(text, claim.end) if claim.unit else None
    return match.end() if match else claim.end


def _is_in_detail(claim: Claim, text: str, decision: Decision) -> bool:
    """True inside what the record says of a remedy: "agreed outcomes are completed" tells of no agreed sum."""
    for detail in {one.detail for one in decision.remedies if one.detail}:
        start = text.find(detail)
        if 0 <= start <= claim.start and claim.end <= start + len(detail):
            return True
    return False


def _is_issue(claim: Claim, issues: Sequence[str]) -> bool:
    return normalise(str(claim.value)).rstrip(".,;") in {normalise(issue) for issue in issues}


def _is_in_issue(claim: Claim, claims: Sequence[Claim], issues: Sequence[str]) -> bool:
    quotations = [one for one in claims if one.kind is ClaimKind.QUOTATION and one.start <= claim.start < one.end]
    return any(_is_issue(one, issues) for one in quotations)


def _is_in_quotation(claim: Claim, claims: Sequence[Claim]) -> bool:
    return any(one.kind is ClaimKind.QUOTATION and one.start <= claim.start < one.end for one in claims)
