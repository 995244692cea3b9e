"""Draft to CitationReport: every quotation, figure, reference, date, count and claim, proved in code or withheld.

The checker trusts no writer, ours included. Each statement is cut into what it says of one decision and what it says
of all; each part is proven from the decisions as they are held now, and each sentence gets the sources that proved it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.casebook import Casebook
from assistant.citations.all_decisions import prove_of_all
from assistant.citations.computed import Computed, find_computed
from assistant.citations.ground import Ground, read_ground
from assistant.citations.one_decision import prove_of_one
from assistant.citations.parts import Part, find_parts
from assistant.citations.reading import read_claims
from assistant.citations.sources import find_sources, sources_of
from assistant.citations.statement_proof import StatementProof, Writer
from assistant.claims import Claim
from assistant.domain import (
    CasebookFacts,
    Citation,
    CitationReport,
    Decision,
    Draft,
    Evidence,
    Query,
    RemedySummary,
    SourceKind,
    Statement,
    StatementRole,
)
from assistant.doors import DOORS, DeclineReason
from assistant.glossary import entry_texts
from assistant.signposts import is_signpost
from assistant.text import exact_hash, find_references, unify_characters

_TALLIES = ("quotes", "figures", "references", "counts", "dates", "meanings", "claims", "wording")


def check_draft(
    draft: Draft,
    query: Query,
    evidence: Evidence,
    summary: RemedySummary,
    facts: CasebookFacts,
    casebook: Casebook,
    *,
    writer: Writer = Writer.TEMPLATE,
) -> tuple[tuple[Statement, ...], CitationReport]:
    """The statements that passed, with their sources, and the report; one failed check withholds a statement whole.

    ``writer`` says how much is asked: a template's words need hold nothing false, of a model's words each must be
    borne out. Decisions are read from the casebook again; an empty draft gives an empty report.
    """
    ground = read_ground(draft, query, evidence, summary, facts, casebook)
    proofs = tuple(_prove_in_order(draft.statements, evidence, ground, writer))
    looked_at = sum((proof.looked_at for proof in proofs), Counter())
    report = CitationReport(
        **{name: looked_at[name] for name in _TALLIES},
        failures=tuple(failure for proof in proofs for failure in proof.failed),
        withheld=tuple(proof.statement.text for proof in proofs if proof.failed),
    )
    return tuple(replace(one.statement, sources=tuple(one.sources)) for one in proofs if not one.failed), report


def _prove_in_order(
    statements: Sequence[Statement], evidence: Evidence, ground: Ground, writer: Writer
) -> Iterator[StatementProof]:
    """One proof for each statement; one that names no case goes on about the one before it, as a reader takes it."""
    subject: Decision | None = None
    is_lost = False
    for statement in statements:
        proof = StatementProof(statement)
        if is_lost and not statement.citations and not find_references(statement.text):
            proof.tell("sources", statement.text, "The decision that this goes on about is not held any more.")
        parts = find_parts(statement, ground, subject, by_record=writer is Writer.TEMPLATE)
        if not _prove_as_one(proof, ground, writer):
            _prove_parts(proof, parts, ground, writer)
        yield proof
        if _names_lost_case(statement, evidence, ground):
            subject, is_lost = None, True
        elif any(part.is_named for part in parts):
            is_lost = False
        subject = next((part.about.decision for part in reversed(parts) if part.is_named and part.about), subject)


def _prove_as_one(proof: StatementProof, ground: Ground, writer: Writer) -> bool:
    """Check the quotations; true for a statement that is compared as a whole and tells of no decision."""
    statement = proof.statement
    for citation in statement.citations:
        proof.tell("quotes", citation.quote, _why_not_exact(citation, ground))
    if is_signpost(statement.text) and not statement.citations:
        proof.sources += sources_of(statement, SourceKind.PAGE, "who helps at once")
    elif _is_door(statement, ground):
        proof.sources += sources_of(statement, SourceKind.PAGE, "who is responsible")
    elif writer is Writer.TEMPLATE and statement.text in ground.query.limit_remarks:
        # What was asked and what was set, as the question was understood.
        proof.sources += sources_of(statement, SourceKind.CASEBOOK, "the limits of this question")
    elif statement.role is StatementRole.MEANING:
        is_entry = statement.text in entry_texts()
        proof.tell("meanings", statement.text, "" if is_entry else "The glossary has no entry in these words.")
        proof.sources += sources_of(statement, SourceKind.PAGE, "the page named in the entry")
    else:
        return False
    return True


def _prove_parts(proof: StatementProof, parts: Sequence[Part], ground: Ground, writer: Writer) -> None:
    """Check what the statement says of all cases and of each decision, and find the sources of its sentences."""
    statement = proof.statement
    is_of_cases = any(part.is_named for part in parts)
    computed = () if is_of_cases else tuple(find_computed(unify_characters(statement.text), ground))
    for one in computed:
        proof.tell("counts", one.words, one.reason)
        proof.proven.append((one.start, one.end))
    claims = read_claims(statement.text)
    for part in parts:
        inside = [one for one in claims if part.start <= one.start < part.end and not _is_covered(one, computed)]
        if part.about is None:
            prove_of_all(proof, part, inside, ground, writer)
        else:
            prove_of_one(proof, part, part.about, inside, ground, writer)
    if writer is Writer.MODEL and not statement.citations and not computed:
        proof.tell("sources", statement.text, "The statement cites nothing.")
    find_sources(proof, parts, computed, ground)


def _names_lost_case(statement: Statement, evidence: Evidence, ground: Ground) -> bool:
    """True where a statement names a decision that was found for the answer and is not soundly held any more."""
    found = {case.decision.reference for case in evidence.cases} - set(ground.held)
    return any(one.reference in found for one in find_references(statement.text))


def _is_covered(claim: Claim, computed: Sequence[Computed]) -> bool:
    return any(one.start <= claim.start < one.end for one in computed)


def _why_not_exact(citation: Citation, ground: Ground) -> str:
    decision = ground.held.get(citation.reference)
    if decision is None:
        is_damaged = citation.reference in ground.damaged
        return f"The record of {citation.reference} is {'damaged' if is_damaged else 'not held'}."
    paragraph = decision.paragraph(citation.paragraph)
    if paragraph is None or not paragraph.id.endswith("/" + exact_hash(paragraph.text)):
        return f"{citation.reference} has no such paragraph any more."
    if paragraph.id in decision.flagged_paragraphs:
        return f"This paragraph of {citation.reference} holds planted text and is not quoted."
    if not citation.quote or citation.start < 0:
        return "The quotation is empty or has no place."
    if paragraph.text[citation.start : citation.start + len(citation.quote)] != citation.quote:
        return f"The paragraph of {citation.reference} does not have these words at this place."
    return ""


def _is_door(statement: Statement, ground: Ground) -> bool:
    """The words of a door that this question was declined at, exactly as the table has them."""
    decline = ground.query.decline
    doors = [DOORS[DeclineReason(reason)] for reason in (decline.reason, *decline.others)] if decline else []
    return any(statement.text == f"{door.title}. {door.text}" for door in doors)
