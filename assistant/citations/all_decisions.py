"""A part of a statement about no one decision to its proof: its figures were counted, its names are those cited."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.citations.general import judge_figure
from assistant.citations.ground import Ground
from assistant.citations.names import tell_foreign_bodies
from assistant.citations.parts import Part
from assistant.citations.record import check_name
from assistant.citations.statement_proof import StatementProof, Writer
from assistant.citations.strict import find_barred
from assistant.citations.wording import JOINING
from assistant.claims import Claim, ClaimKind


def prove_of_all(proof: StatementProof, part: Part, claims: Sequence[Claim], ground: Ground, writer: Writer) -> None:
    """Check what a part says of all cases; of a model's words only the closed forms stand.

    The closed forms themselves were proven before, and their places are in ``proof.proven``.
    """
    text = proof.statement.text[part.start : part.end]
    if writer is Writer.MODEL:
        for found in _not_computed(text, part, proof.proven):
            proof.tell("wording", found, "Name the one decision that this is said of, and cite it.")
        for found, reason in find_barred(text, ()):
            proof.tell("wording", found, reason)
    cited = [ground.held[one.reference] for one in proof.statement.citations if one.reference in ground.held]
    references = {decision.reference for decision in cited}
    for claim in claims:
        if claim.is_quoted:
            continue
        if claim.kind is ClaimKind.REFERENCE and claim.value in references:
            proof.tell("references", claim.words, "")
        elif reason := judge_figure(claim, ground):
            proof.tell(check_name(claim.kind), claim.words, reason)
        else:
            proof.looked_at[check_name(claim.kind)] += 1
    tell_foreign_bodies(proof, part, ground, cited)


def _not_computed(text: str, part: Part, proven: Sequence[tuple[int, int]]) -> Iterator[str]:
    rest = list(text)
    for start, end in proven:
        for place in range(max(start - part.start, 0), min(end - part.start, len(rest))):
            rest[place] = " "
    left = [word for word in "".join(rest).split() if word.strip(".,;:()“”\"'").lower() not in JOINING | {""}]
    if left:
        yield " ".join(left)
