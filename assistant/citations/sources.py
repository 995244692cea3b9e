"""A proven statement to the sources of each of its sentences: passage, record, what was computed, casebook or page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.citations.computed import Computed
from assistant.citations.ground import Ground
from assistant.citations.parts import Part
from assistant.citations.reading import sentence_spans
from assistant.citations.statement_proof import StatementProof
from assistant.domain import Source, SourceKind, Statement


def sources_of(statement: Statement, kind: SourceKind, what: str) -> Iterator[Source]:
    """The same source for each sentence of a statement that is proven as a whole."""
    for number, _ in enumerate(sentence_spans(statement.text)):
        yield Source(number, kind, what)


def find_sources(proof: StatementProof, parts: Sequence[Part], computed: Sequence[Computed], ground: Ground) -> None:
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


def _framing(number: int, proof: StatementProof, ground: Ground) -> Source:
    """What a sentence rests on that names no case and is in no table."""
    if proof.statement.citations:
        cited = tuple(dict.fromkeys(citation.reference for citation in proof.statement.citations))
        return Source(number, SourceKind.PASSAGE, "quoted sentences", cited)
    if any(proof.looked_at[name] for name in ("figures", "counts", "dates")):
        comparable = tuple(case.decision.reference for case in ground.comparable)
        return Source(number, SourceKind.COMPUTED, "counted over the comparable decisions", comparable)
    return Source(number, SourceKind.CASEBOOK, "how Redress works")
