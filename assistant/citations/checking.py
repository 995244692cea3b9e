"""Draft to CitationReport: every quotation, figure, reference, date, count and claim, proved in code or withheld.

The checker trusts no writer, ours included. Each statement is cut into what it says of one decision and what it says
of all; each part is proven from the decisions as they are held now, and each sentence gets the sources that proved it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from assistant.casebook import Casebook
from assistant.citations.computed import Computed, find_computed
from assistant.citations.general import judge_figure
from assistant.citations.ground import Ground, read_ground
from assistant.citations.parts import Part, find_parts
from assistant.citations.reading import read_claims, read_sums, sentence_spans
from assistant.citations.record import check_name, judge, judge_phrases
from assistant.citations.strict import find_barred, find_unsupported
from assistant.citations.sums import judge_sum
from assistant.citations.wording import JOINING
from assistant.claims import Claim, ClaimKind
from assistant.domain import (
    CasebookFacts,
    Citation,
    CitationReport,
    Decision,
    Draft,
    Evidence,
    FailedCheck,
    Outcome,
    Query,
    RemedySummary,
    Source,
    SourceKind,
    Statement,
    StatementRole,
)
from assistant.doors import DOORS, DeclineReason
from assistant.glossary import entry_texts
from assistant.signposts import is_signpost
from assistant.text import exact_hash, find_references, normalise, unify_characters

_TALLIES = ("quotes", "figures", "references", "counts", "dates", "meanings", "claims", "wording")


class Writer(StrEnum):
    """Who wrote a draft. Of a model's words nothing is taken on trust: what cannot be checked is withheld."""

    TEMPLATE = "template"
    MODEL = "model"


@dataclass
class _Proof:
    """What the check of one statement has found so far."""

    statement: Statement
    looked_at: Counter[str] = field(default_factory=Counter)
    failed: list[FailedCheck] = field(default_factory=list)
    sources: list[Source] = field(default_factory=list)
    proven: list[tuple[int, int]] = field(default_factory=list)

    def tell(self, check: str, found: str, reason: str) -> None:
        self.looked_at[check] += 1
        if reason:
            self.failed.append(FailedCheck(self.statement.text, check, found, reason))


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
    kept, failures, withheld = [], [], []
    tally: Counter[str] = Counter()
    subject: Decision | None = None
    is_lost = False
    for statement in draft.statements:
        proof = _Proof(statement)
        if is_lost and not statement.citations and not find_references(statement.text):
            proof.tell("sources", statement.text, "The decision that this goes on about is not held any more.")
        parts = find_parts(statement, ground, subject, by_record=writer is Writer.TEMPLATE)
        _prove(proof, parts, ground, writer)
        tally += proof.looked_at
        failures.extend(proof.failed)
        if proof.failed:
            withheld.append(statement.text)
        else:
            kept.append(replace(statement, sources=tuple(proof.sources)))
        # A statement that names no case goes on about the one before it, as a reader takes it.
        if _names_lost_case(statement, evidence, ground):
            subject = None
            is_lost = True
        elif any(part.is_named for part in parts):
            is_lost = False
        subject = next((part.about.decision for part in reversed(parts) if part.is_named and part.about), subject)
    report = CitationReport(
        **{name: tally[name] for name in _TALLIES}, failures=tuple(failures), withheld=tuple(withheld)
    )
    return tuple(kept), report


def _prove(proof: _Proof, parts: Sequence[Part], ground: Ground, writer: Writer) -> None:
    statement = proof.statement
    for citation in statement.citations:
        proof.tell("quotes", citation.quote, _why_not_exact(citation, ground))
    if is_signpost(statement.text) and not statement.citations:
        proof.sources += _sources(statement, SourceKind.PAGE, "who helps at once")
        return
    if _is_door(statement, ground):
        proof.sources += _sources(statement, SourceKind.PAGE, "who is responsible")
        return
    if writer is Writer.TEMPLATE and statement.text in ground.query.limit_remarks:
        # What was asked and what was set, as the question was understood: it tells of no decision.
        proof.sources += _sources(statement, SourceKind.CASEBOOK, "the limits of this question")
        return
    if statement.role is StatementRole.MEANING:
        is_entry = statement.text in entry_texts()
        proof.tell("meanings", statement.text, "" if is_entry else "The glossary has no entry in these words.")
        proof.sources += _sources(statement, SourceKind.PAGE, "the page named in the entry")
        return
    is_of_cases = any(part.is_named for part in parts)
    computed = () if is_of_cases else tuple(find_computed(unify_characters(statement.text), ground))
    for one in computed:
        proof.tell("counts", one.words, one.reason)
        proof.proven.append((one.start, one.end))
    claims = read_claims(statement.text)
    for part in parts:
        inside = [one for one in claims if part.start <= one.start < part.end and not _is_covered(one, computed)]
        if part.about is None:
            _prove_of_all(proof, part, inside, ground, writer)
        else:
            _prove_of_one(proof, part, inside, ground, writer)
    if writer is Writer.MODEL and not statement.citations and not computed:
        proof.tell("sources", statement.text, "The statement cites nothing.")
    _find_sources(proof, parts, computed, ground)


def _names_lost_case(statement: Statement, evidence: Evidence, ground: Ground) -> bool:
    """True where a statement names a decision that was found for the answer and is not soundly held any more."""
    found = {case.decision.reference for case in evidence.cases} - set(ground.held)
    return any(one.reference in found for one in find_references(statement.text))


def _is_covered(claim: Claim, computed: Sequence[Computed]) -> bool:
    return any(one.start <= claim.start < one.end for one in computed)


# --------------------------------------------------------------------------- citations


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


# --------------------------------------------------------------------------- one decision


def _prove_of_one(proof: _Proof, part: Part, claims: Sequence[Claim], ground: Ground, writer: Writer) -> None:
    about, text = part.about, proof.statement.text
    assert about is not None  # noqa: S101 -- the caller looked; this tells the type checker
    # A sum inside a quotation is said by whoever is quoted, and the quotation is compared word for word.
    is_ours = writer is Writer.TEMPLATE
    sums = [one for one in read_sums(text, claims) if not (is_ours and _is_in_quotation(one.claim, claims))]
    settled = {claim for said in sums for claim in said.said}
    by_rows = True
    for said in sums:
        reason = judge_sum(text, said, about)
        proof.tell("figures", said.claim.words, reason)
        proof.looked_at["claims"] += len(said.said)
        by_rows = by_rows and not reason and not judge_sum(text, said, replace(about, sentences=()))
        if not reason:
            proof.proven += [(one.start, _end_of_rate(text, one)) for one in (said.claim, *said.said)]
    is_of_remedy = bool(sums)
    for found, start, end, reason in judge_phrases(text, part.start, part.end, about):
        proof.tell("claims", found, reason)
        is_of_remedy = is_of_remedy or "not stated" in found
        proof.proven.append((start, end))
    for claim in claims:
        if claim.kind in (ClaimKind.AMOUNT, ClaimKind.PURPOSE) or claim in settled:
            continue
        # "Three" in the name of Three Rivers District Council counts nothing.
        if claim.kind not in _NAMES and _is_in_name(claim, text, about.decision):
            continue
        # Inside an issue's name or an exact quotation words stand as they are; a model could have cut them to measure.
        is_in_issue = claim.kind is not ClaimKind.QUOTATION and _is_in_issue(claim, claims, about.issues)
        is_in_issue = is_in_issue or (is_ours and _is_in_detail(claim, text, about.decision))
        if is_in_issue or (claim.is_quoted and writer is Writer.TEMPLATE):
            continue
        if claim.kind in _NAMES:
            reason = _judge_name(claim, proof.statement, about.decision, ground, writer)
        else:
            reason = judge(claim, about)
        proof.tell(check_name(claim.kind), claim.words, reason)
        if not reason and (claim.kind is not ClaimKind.QUOTATION or _is_issue(claim, about.issues)):
            proof.proven.append((claim.start, claim.end))
    if is_ours and is_of_remedy and (reason := _hides_outcome(proof.statement, part)):
        proof.tell("claims", str(about.decision.reference), reason)
    if part.name_reason:
        proof.tell("references", text[slice(*part.name)], part.name_reason)
    _tell_foreign_bodies(proof, part, ground, [about.decision])
    if writer is Writer.MODEL:
        _prove_wording(proof, part, sums_are_rows=is_of_remedy and by_rows)


_OF_PAYMENTS = (StatementRole.CLOSEST, StatementRole.FIGURES)
_LOST = (Outcome.NOT_UPHELD, Outcome.CLOSED, Outcome.DISCONTINUED)


def _hides_outcome(statement: Statement, part: Part) -> str:
    """What a template keeps quiet of a payment in a complaint that was not upheld: a reader takes it for upheld."""
    about = part.about
    if about is None or not part.is_named or statement.role not in _OF_PAYMENTS or about.decision.outcome not in _LOST:
        return ""
    said = "outcome: " in statement.text[part.start : part.end]
    return "" if said else f"The outcome was {about.decision.outcome}: say so."


_RATE = re.compile(r" ?(?:(?:an?|per|each|every|/) ?[a-z]+|each|apiece)\b")


def _end_of_rate(text: str, claim: Claim) -> int:
    """The end of a claim with its unit: "£100 a month" is one figure."""
    match = _RATE.match(text, claim.end) if claim.unit else None
    return match.end() if match else claim.end


_NAMES = (ClaimKind.REFERENCE, ClaimKind.BODY)


def _is_in_name(claim: Claim, text: str, decision: Decision) -> bool:
    body = decision.body or ""
    start = text.rfind(body, 0, claim.end + len(body)) if body else -1
    return start >= 0 and start <= claim.start and claim.end <= start + len(body)


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


def _judge_name(claim: Claim, statement: Statement, decision: Decision, ground: Ground, writer: Writer) -> str:
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


def _tell_foreign_bodies(proof: _Proof, part: Part, ground: Ground, decisions: Sequence[Decision]) -> None:
    """Every name of a body that is held, wherever it stands: it must be that of a decision cited here."""
    text = proof.statement.text[part.start : part.end]
    own = [decision.body or "" for decision in decisions]
    asked = ground.query.filters.bodies + ground.query.filters.bodies_not
    for body in ground.bodies:
        # A name inside a longer one ("Essex County Council" in "West Essex County Council") is caught by its owner.
        if body in text and not any(body in name for name in own):
            cited = [citation.quote for citation in proof.statement.citations]
            is_held = body in asked or any(body in quote for quote in cited)
            proof.tell("references", body, "" if is_held else f"No case cited here is about {body}.")


def _prove_wording(proof: _Proof, part: Part, *, sums_are_rows: bool) -> None:
    """What the claims do not cover of a model's words: nothing barred, and every clause borne out."""
    about = part.about
    assert about is not None  # noqa: S101 -- only parts about a decision come here
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


# --------------------------------------------------------------------------- all decisions


def _prove_of_all(proof: _Proof, part: Part, claims: Sequence[Claim], ground: Ground, writer: Writer) -> None:
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
    _tell_foreign_bodies(proof, part, ground, cited)


def _not_computed(text: str, part: Part, proven: Sequence[tuple[int, int]]) -> Iterator[str]:
    rest = list(text)
    for start, end in proven:
        for place in range(max(start - part.start, 0), min(end - part.start, len(rest))):
            rest[place] = " "
    left = [word for word in "".join(rest).split() if word.strip(".,;:()“”\"'").lower() not in JOINING | {""}]
    if left:
        yield " ".join(left)


# --------------------------------------------------------------------------- sources


def _sources(statement: Statement, kind: SourceKind, what: str) -> Iterator[Source]:
    for number, _ in enumerate(sentence_spans(statement.text)):
        yield Source(number, kind, what)


def _find_sources(proof: _Proof, parts: Sequence[Part], computed: Sequence[Computed], ground: Ground) -> None:
    """For each sentence what proved it; a sentence that nothing proves speaks of the casebook, or fails."""
    comparable = tuple(case.decision.reference for case in ground.comparable)
    for number, (start, end) in enumerate(sentence_spans(proof.statement.text)):
        found: list[Source] = []
        for one in computed:
            if one.start < end and start < one.end:
                kind = SourceKind.CASEBOOK if one.form.of_casebook else SourceKind.COMPUTED
                found.append(Source(number, kind, one.form.name, () if one.form.of_casebook else comparable))
        for part in parts:
            if part.start < end and start < part.end and part.about is not None and not found:
                reference = part.about.decision.reference
                found.append(Source(number, SourceKind.RECORD, "fields, findings and remedies", (reference,)))
                if part.about.sentences:
                    found.append(Source(number, SourceKind.PASSAGE, "quoted sentences", (reference,)))
        proof.sources += found or [_framing(number, proof, ground)]


def _framing(number: int, proof: _Proof, ground: Ground) -> Source:
    """What a sentence rests on that names no case and is in no table."""
    if proof.statement.citations:
        cited = tuple(dict.fromkeys(citation.reference for citation in proof.statement.citations))
        return Source(number, SourceKind.PASSAGE, "quoted sentences", cited)
    if any(proof.looked_at[name] for name in ("figures", "counts", "dates")):
        comparable = tuple(case.decision.reference for case in ground.comparable)
        return Source(number, SourceKind.COMPUTED, "counted over the comparable decisions", comparable)
    return Source(number, SourceKind.CASEBOOK, "how Redress works")
