"""The references and bodies that a statement names to why one of them may not stand in it."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.citations.ground import Ground
from assistant.citations.parts import Part
from assistant.citations.statement_proof import StatementProof, Writer
from assistant.claims import Claim, ClaimKind
from assistant.domain import Decision, Statement

# The kinds of claim that name something.
NAMES = (ClaimKind.REFERENCE, ClaimKind.BODY)


def judge_name(claim: Claim, statement: Statement, decision: Decision, ground: Ground, writer: Writer) -> str:
    """Why a name may not stand beside this decision; "" where it is its own, was asked for, or is quoted."""
    if claim.kind is ClaimKind.REFERENCE:
        allowed = {one.reference for one in statement.citations} | {one.reference for one in ground.evidence.near}
        allowed |= {*ground.query.references, *ground.evidence.not_held}
        return "" if claim.value in allowed else f"{claim.words} is not a case that is cited here."
    asked = ground.query.filters.bodies + ground.query.filters.bodies_not
    name = str(claim.value)
    if name == decision.body or name in asked or (decision.body and name in decision.body):
        return ""
    if any(name in citation.quote for citation in statement.citations):
        return ""
    is_known = name in ground.bodies or writer is Writer.MODEL
    return f"{decision.reference} is about {decision.body}, not {name}." if is_known else ""


def is_in_name(claim: Claim, text: str, decision: Decision) -> bool:
    """True inside the name of the decision's body: "three" in Three Rivers District Council counts nothing."""
    body = decision.body or ""
    start = text.rfind(body, 0, claim.end + len(body)) if body else -1
    return start >= 0 and start <= claim.start and claim.end <= start + len(body)


def tell_foreign_bodies(proof: StatementProof, part: Part, ground: Ground, decisions: Sequence[Decision]) -> None:
    """Check every name of a body that is held, wherever it stands: it must be that of one of these ``decisions``."""
    text = proof.statement.text[part.start : part.end]
    own = [decision.body or "" for decision in decisions]
    asked = ground.query.filters.bodies + ground.query.filters.bodies_not
    for body in ground.bodies:
        # A name inside a longer one ("Essex County Council" in "West Essex County Council") is caught by its owner.
        if body in text and not any(body in name for name in own):
            cited = [citation.quote for citation in proof.statement.citations]
            is_held = body in asked or any(body in quote for quote in cited)
            proof.tell("references", body, "" if is_held else f"No case cited here is about {body}.")
