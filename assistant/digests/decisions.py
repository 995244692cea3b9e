"""A digest line whose form is right → a Decision. Nothing of a line with planted text is counted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.digests.form import DigestLine, RemedyLine, period_of
from assistant.domain import (
    Basis,
    CaseReference,
    Decision,
    DocumentKind,
    Finding,
    FindingResult,
    Flag,
    Outcome,
    Paragraph,
    Payee,
    Purpose,
    Remedy,
    RemedyKind,
    RemedyStatus,
)
from assistant.planted import find_signs_of_each
from assistant.text import paragraph_id

# The file's words for what is behind us. Money that came is "paid", anything else is "done".
_BEHIND_US = frozenset({"already paid", "already made", "already given", "already done"})
_STATUSES: dict[str | None, RemedyStatus] = {
    None: RemedyStatus.NOT_STATED,
    "claimed": RemedyStatus.CLAIMED,
    "offered by the council": RemedyStatus.OFFERED,
    "recommended": RemedyStatus.RECOMMENDED,
    "agreed": RemedyStatus.AGREED,
    "refused": RemedyStatus.REFUSED,
}
# A digest's issue may end with its result in brackets. What is not here says nothing about the result.
_RESULTS: dict[str, tuple[FindingResult, bool | None]] = {
    "no fault": (FindingResult.NO_FAULT, None),
    "not upheld": (FindingResult.NO_FAULT, None),
    "fault": (FindingResult.FAULT, None),
    "fault, no injustice": (FindingResult.FAULT, False),
    "fault, no significant injustice": (FindingResult.FAULT, False),
    "no injustice": (FindingResult.NOT_STATED, False),
    "no significant injustice": (FindingResult.NOT_STATED, False),
    "no finding": (FindingResult.NO_FINDING, None),
    "no finding possible": (FindingResult.NO_FINDING, None),
    "not investigated": (FindingResult.NOT_INVESTIGATED, None),
    "outside jurisdiction": (FindingResult.NOT_INVESTIGATED, None),
    "late complaint": (FindingResult.NOT_INVESTIGATED, None),
    "discontinued": (FindingResult.NOT_INVESTIGATED, None),
}
_RESULT_IN_BRACKETS = re.compile(r"\(([^()]+)\)\s*$")


def decision_of(row: DigestLine) -> Decision:
    """The decision that a line tells, its one paragraph our digest; with planted text, only what can be looked at."""
    return _without_planted(_as_told(row), row)


def _as_told(row: DigestLine) -> Decision:
    reference = CaseReference(row.reference)
    paragraph = Paragraph(paragraph_id(reference, 1, row.digest), 1, row.digest)
    made_from_full_text = "our digest was made from the full text" if row.basis == "full text" else None
    notes = [note for note in (row.note, made_from_full_text) if note]
    return Decision(
        reference=reference,
        body=row.body,
        category=row.category,
        subcategory=row.subcategory,
        outcome=Outcome(row.outcome) if row.outcome else None,
        outcome_inferred=row.outcome_inferred,
        decided=row.decided,
        url=row.url,
        url_derived=row.url_derived,
        # "full text" says what we read when we wrote the digest; what we hold is still our digest.
        basis=Basis.ROUND_UP if row.basis == "round-up" else Basis.SUMMARY,
        paragraphs=(paragraph,),
        document=DocumentKind(row.document_type or "Statement"),
        findings=_findings_of(row, paragraph),
        remedies=tuple(replace(_remedy_of(remedy), paragraph=paragraph.id) for remedy in row.remedies),
        injustice=tuple(row.injustice),
        stated_total_pence=_pence(row.total_gbp),
        source=row.source,
        note="; ".join(notes) or None,
    )


def _without_planted(decision: Decision, row: DigestLine) -> Decision:
    """A line with planted text in any of its fields, kept to be looked at: nothing of it is counted or searched.

    The line has one author: who plants an order in the detail of a remedy is not believed in its sum.
    """
    paragraph = decision.paragraphs[0].id
    texts = tuple(_texts_of(row))
    flags = tuple(
        Flag(sign.kind, f"field {field}", text, paragraph)
        for (field, text), signs in zip(texts, find_signs_of_each([text for _, text in texts]), strict=True)
        for sign in signs
    )
    if not flags:
        return decision
    planted = {flag.text for flag in flags}

    def kept(value: str | None) -> str | None:
        return None if value in planted else value

    return replace(
        decision,
        body=kept(decision.body),
        category=kept(decision.category),
        subcategory=kept(decision.subcategory),
        source=kept(decision.source),
        note=kept(decision.note),
        findings=(),
        remedies=(),
        injustice=(),
        stated_total_pence=None,
        flags=flags,
    )


def _texts_of(row: DigestLine) -> Iterator[tuple[str, str]]:
    """The fields that hold free text, by name; the others hold words of closed lists, figures, dates and addresses."""
    given = {name: getattr(row, name) for name in ("digest", "body", "category", "subcategory", "source", "note")}
    yield from ((name, text) for name, text in given.items() if text is not None)
    for name, texts in (("issues", row.issues), ("injustice", row.injustice)):
        yield from ((f"{name}[{n}]", text) for n, text in enumerate(texts))
    for n, remedy in enumerate(row.remedies):
        for name, said in (("issue", remedy.issue), ("detail", remedy.detail)):
            if said is not None:
                yield f"remedies[{n}].{name}", said


def _findings_of(row: DigestLine, paragraph: Paragraph) -> tuple[Finding, ...]:
    """One finding for each issue, then for each issue that only a remedy names; each once, in order."""
    issues = dict.fromkeys([*row.issues, *(remedy.issue for remedy in row.remedies if remedy.issue)])
    findings = []
    for issue in issues:
        bracket = _RESULT_IN_BRACKETS.search(issue)
        said = bracket[1].strip().lower() if bracket else ""
        result, injustice = _RESULTS.get(said, (FindingResult.NOT_STATED, None))
        findings.append(Finding(issue, result, injustice, (paragraph.id,)))
    return tuple(findings)


def _remedy_of(row: RemedyLine) -> Remedy:
    kind = RemedyKind(row.kind)
    remedy = Remedy(
        kind=kind,
        amount_pence=_pence(row.amount_gbp),
        rate_pence=_pence(row.rate_gbp),
        per=period_of(row),
        payee=Payee(row.payee or "not stated"),
        purpose=Purpose(row.purpose or "not stated"),
        issue=row.issue,
        detail=row.detail,
    )
    if row.status in _BEHIND_US:
        remedy = replace(remedy, status=RemedyStatus.ALREADY_PAID if remedy.is_money else RemedyStatus.ALREADY_DONE)
    else:
        remedy = replace(remedy, status=_STATUSES[row.status])
    # "amount 250, per month" is a rate: the sum of the months is not 250. Per person it is what each one receives.
    if remedy.per and remedy.per != "person" and remedy.rate_pence is None:
        remedy = replace(remedy, rate_pence=remedy.amount_pence, amount_pence=None)
    return remedy


def _pence(pounds: float | None) -> int | None:
    return None if pounds is None else round(pounds * 100)
