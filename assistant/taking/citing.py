"""The places that an answer cites: their numbers, what is said of each, and a citation ready to be pasted."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from assistant.composing.phrases import describe_outcome
from assistant.domain import Answer, Basis, CaseReference, Citation, Decision, Paragraph, Statement
from assistant.labels import BASIS_LABELS, LINK_NOTE
from assistant.links import ombudsmans_page
from assistant.taking.report import Footnote, Whose
from assistant.text import format_date
from assistant.visible import in_one_line

Decisions = Mapping[CaseReference, Decision]

_KNOWN_FROM: dict[Basis, str] = {
    Basis.FULL_TEXT: "full text of the decision",
    Basis.SUMMARY: "known from our digest of the published summary, not from the full text",
    Basis.ROUND_UP: "known from our digest of a published list, not from the full text",
}


def number_citations(statements: Sequence[Statement]) -> dict[Citation, int]:
    """1, 2, 3, … by the first occurrence of each place; no statements give no numbers."""
    numbers: dict[Citation, int] = {}
    for statement in statements:
        for citation in statement.citations:
            numbers.setdefault(citation, len(numbers) + 1)
    return numbers


def decisions_behind(answer: Answer, find: Callable[[CaseReference], Decision | None]) -> dict[CaseReference, Decision]:
    """Every decision that the answer shows or cites, best case first; ``find`` gives those outside its evidence."""
    decisions = {case.decision.reference: case.decision for case in answer.evidence.cases}
    decisions |= {decision.reference: decision for decision in answer.evidence.near}
    for statement in answer.statements:
        for citation in statement.citations:
            if citation.reference not in decisions and (found := find(citation.reference)):
                decisions[citation.reference] = found
    return decisions


def cite(decision: Decision, paragraph: Paragraph | None = None) -> str:
    """A citation of a decision, or of one paragraph of it, as it can stand in a letter: one line, nothing invented.

    Body, reference, date and outcome as far as they are known; the number of the paragraph where the page prints one;
    whether the full text or our digest is behind it; the address where it is the Ombudsman's. A digest has no
    paragraphs of the decision, so none is named.

    >>> cite(...)  # doctest: +SKIP
    'Northmoor Council (21 000 001), Local Government and Social Care Ombudsman, decision of 17 June 2021, upheld,
    paragraph 12 (full text of the decision). https://www.lgo.org.uk/decisions/…'
    """
    parts = [
        f"{decision.body or 'Body not named'} ({decision.reference})",
        "Local Government and Social Care Ombudsman",
        f"decision of {format_date(decision.decided)}" if decision.decided else "date not known",
        describe_outcome(decision),
        describe_place(decision, paragraph),
    ]
    link = ombudsmans_page(decision.url)
    built = f" ({LINK_NOTE})" if decision.url_derived else ""
    said = f"{', '.join(part for part in parts if part)} ({_KNOWN_FROM[decision.basis]})."
    return in_one_line(f"{said} {link}{built}" if link else said)


def describe_place(decision: Decision, paragraph: Paragraph | None) -> str:
    """``paragraph 12`` where the Ombudsman's page prints that number; else empty."""
    if paragraph is None or not decision.is_full_text or paragraph.printed_number is None:
        return ""
    return f"paragraph {paragraph.printed_number}"


def footnotes_of(numbers: Mapping[Citation, int], decisions: Decisions) -> tuple[Footnote, ...]:
    """A footnote for each cited place, in the order of the numbers."""
    return tuple(_footnote(number, citation, decisions) for citation, number in numbers.items())


def whose_words(decision: Decision | None) -> Whose:
    """Whose sentences the paragraphs of a decision are; our digest's where it is not known that they are not."""
    return Whose.OMBUDSMAN if decision is not None and decision.is_full_text else Whose.DIGEST


def _footnote(number: int, citation: Citation, decisions: Decisions) -> Footnote:
    decision = decisions.get(citation.reference)
    if decision is None:
        return Footnote(number, str(citation.reference), "", "", citation.quote, Whose.DIGEST)
    header = [decision.body or "Body not named", str(decision.reference)]
    if decision.decided:
        header.append(format_date(decision.decided))
    if decision.outcome:
        header.append(decision.outcome.value)
    link = ombudsmans_page(decision.url)
    return Footnote(
        number,
        ", ".join(header),
        describe_place(decision, decision.paragraph(citation.paragraph)),
        BASIS_LABELS[decision.basis],
        citation.quote,
        whose_words(decision),
        link,
        link is not None and decision.url_derived,
    )
