"""Sources changed behind an answer's back: each mutation takes a decision and gives one that says something else.

``MUTATIONS`` are by name; each is a function of a decision and a seeded random generator and gives None where the
decision has nothing of the kind. ``stale`` is the judge: what a shown statement says that the changed source does not.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from assistant.composing import compose
from assistant.composing.phrases import describe_payment, name_case
from assistant.domain import (
    CasebookFacts,
    CaseReference,
    Decision,
    Evidence,
    FindingResult,
    Outcome,
    Paragraph,
    Payee,
    PaymentRow,
    Query,
    Remedy,
    RemedyStatus,
    Statement,
    StatementRole,
)
from assistant.remedies import summarise_remedies
from assistant.text import find_references, paragraph_id, split_sentences

Mutation = Callable[[Decision, random.Random], Decision | None]
_DENIABLE = re.compile(r"\b(?:was|were|is|had|has|did|agreed|found|paid|should)\b")


def _another_sum(decision: Decision, rng: random.Random) -> Decision | None:
    """One sum of the remedy rows is another, in the rows alone."""
    rows = [row for row in decision.remedies if row.amount_pence is not None]
    if not rows:
        return None
    row = rng.choice(rows)
    return _with_row(decision, row, replace(row, amount_pence=(row.amount_pence or 0) + 100 * rng.randint(1, 999)))


def _another_sum_everywhere(decision: Decision, rng: random.Random) -> Decision | None:
    """One sum is another in the rows and wherever the text has it."""
    changed = _another_sum(decision, rng)
    if changed is None:
        return None
    before, after = next(
        (old.amount_pence or 0, new.amount_pence or 0)
        for old, new in zip(decision.remedies, changed.remedies, strict=True)
        if old != new
    )
    old, new = f"£{before // 100:,}", f"£{after // 100:,}"
    return _with_text(changed, lambda text: text.replace(old, new))


def _another_digit_in_the_text(decision: Decision, rng: random.Random) -> Decision | None:
    def change(text: str) -> str:
        places = [match.start() for match in re.finditer(r"\d", text)]
        if not places:
            return text
        at = rng.choice(places)
        return f"{text[:at]}{(int(text[at]) + rng.randint(1, 9)) % 10}{text[at + 1 :]}"

    return _with_text(decision, change)


def _another_date(decision: Decision, rng: random.Random) -> Decision | None:
    if decision.decided is None:
        return None
    month = (decision.decided.month + rng.randint(0, 10)) % 12 + 1
    return replace(decision, decided=date(decision.decided.year + rng.choice((-2, -1, 1)), month, 5))


def _turned_text(decision: Decision, rng: random.Random) -> Decision | None:
    """A "not" is put in or taken out of each paragraph."""

    def change(text: str) -> str:
        if " not " in text and rng.random() < 0.7:
            return text.replace(" not ", " ", 1)
        places = list(_DENIABLE.finditer(text))
        if not places:
            return text
        at = rng.choice(places).end()
        return f"{text[:at]} not{text[at:]}"

    return _with_text(decision, change)


def _turned_outcome(decision: Decision, rng: random.Random) -> Decision | None:
    others = [outcome for outcome in Outcome if outcome is not decision.outcome]
    return None if decision.outcome is None else replace(decision, outcome=rng.choice(others))


def _turned_finding(decision: Decision, rng: random.Random) -> Decision | None:
    if not decision.findings:
        return None
    finding = rng.choice(decision.findings)
    others = [result for result in FindingResult if result is not finding.result]
    changed = replace(finding, result=rng.choice(others), injustice=not finding.injustice)
    return replace(decision, findings=tuple(changed if one is finding else one for one in decision.findings))


def _another_payee(decision: Decision, rng: random.Random) -> Decision | None:
    rows = [row for row in decision.remedies if row.is_money]
    if not rows:
        return None
    row = rng.choice(rows)
    others = [payee for payee in Payee if payee is not row.payee]
    return _with_row(decision, row, replace(row, payee=rng.choice(others)))


def _another_status(decision: Decision, rng: random.Random) -> Decision | None:
    rows = [row for row in decision.remedies if row.is_money]
    if not rows:
        return None
    row = rng.choice(rows)
    others = [status for status in RemedyStatus if status is not row.status]
    return _with_row(decision, row, replace(row, status=rng.choice(others)))


def _another_body(decision: Decision, rng: random.Random) -> Decision | None:
    return replace(decision, body=rng.choice(("Northmoor Council", "Southfell County Council")))


def _another_reference(decision: Decision, rng: random.Random) -> Decision | None:
    digits = list(decision.reference.value)
    at = rng.choice([place for place, sign in enumerate(digits) if sign.isdigit()])
    digits[at] = str((int(digits[at]) + rng.randint(1, 9)) % 10)
    return replace(decision, reference=CaseReference("".join(digits)))


def _with_row(decision: Decision, row: Remedy, changed: Remedy) -> Decision:
    return replace(decision, remedies=tuple(changed if one is row else one for one in decision.remedies))


def _with_text(decision: Decision, change: Callable[[str], str]) -> Decision | None:
    """The decision with its paragraphs changed and named anew, and everything that pointed to them."""
    names: dict[str | None, str | None] = {}
    paragraphs = []
    for paragraph in decision.paragraphs:
        text = change(paragraph.text)
        changed = Paragraph(
            paragraph_id(decision.reference, paragraph.ordinal, text),
            paragraph.ordinal,
            text,
            paragraph.section,
            paragraph.printed_number,
        )
        names[paragraph.id] = changed.id
        paragraphs.append(changed)
    if all(old == new for old, new in names.items()):
        return None
    return replace(
        decision,
        paragraphs=tuple(paragraphs),
        remedies=tuple(replace(one, paragraph=names.get(one.paragraph)) for one in decision.remedies),
        findings=tuple(
            replace(one, paragraphs=tuple(names.get(name) or name for name in one.paragraphs))
            for one in decision.findings
        ),
    )


MUTATIONS: dict[str, Mutation] = {
    "an amount in the rows": _another_sum,
    "an amount in rows and text": _another_sum_everywhere,
    "a digit of the text": _another_digit_in_the_text,
    "the date": _another_date,
    "a not in the text": _turned_text,
    "the outcome": _turned_outcome,
    "a finding": _turned_finding,
    "the payee": _another_payee,
    "the status": _another_status,
    "the body": _another_body,
    "a digit of the reference": _another_reference,
}


def stale(
    shown: Iterable[Statement],
    changed: CaseReference,
    held: Decision | None,
    query: Query,
    evidence: Evidence,
    facts: CasebookFacts,
) -> list[str]:
    """The statements among those shown that the changed source does not bear out.

    ``held`` is what the casebook now has under the reference that was changed; None where nothing sound is. What the
    templates would write now is the measure: a statement about the changed decision, or about all cases, must be one
    of those, and its quotations must stand in what is held.
    """
    cases = tuple(
        replace(case, decision=held) if case.decision.reference == changed and held is not None else case
        for case in evidence.cases
        if held is not None or case.decision.reference != changed
    )
    near = tuple(one for one in evidence.near if held is not None or one.reference != changed)
    now = replace(evidence, cases=cases, near=near)
    summary = summarise_remedies(now, query.filters)
    texts = [one.text for one in compose(query, now, summary, facts).statements]
    # Said only where the headline and the named cases do not say it: true all the same.
    counted = f"In {len(summary.unstated)} of the {summary.decisions} a payment or refund is recorded without its sum."
    texts.append(counted)
    fresh = {*texts, *(sentence for text in texts for sentence in split_sentences(text))}
    return [one.text for one in shown if _is_stale(one, changed, held, fresh)]


def _is_stale(statement: Statement, changed: CaseReference, held: Decision | None, fresh: set[str]) -> bool:
    cited = {citation.reference for citation in statement.citations}
    named = {found.reference for found in find_references(statement.text)}
    if changed in cited | named and held is None:
        return True
    for citation in statement.citations:
        if citation.reference == changed and held is not None:
            paragraph = held.paragraph(citation.paragraph)
            if paragraph is None or citation.quote not in paragraph.text:
                return True
    about_others = bool(named) and changed not in named
    if about_others or statement.text in fresh:
        return False
    pieces = split_sentences(statement.text)
    if changed in named and held is not None:
        # Which sums of a case are counted can change with another of its rows: what is said of one row still holds.
        now = " ".join(text for text in fresh if text.startswith(statement.text.partition(": ")[0]))
        rows = [PaymentRow("", changed, row, None) for row in held.remedies if row.is_money and row.is_remedy]
        now = " ".join([now, name_case(held), *(describe_payment(row) for row in rows)])
        pieces = tuple(re.split(r", (?=£)| and (?=£)|(?<=\)): |, (?=for “)", statement.text.rstrip(".")))
        return any(piece not in now for piece in pieces)
    if statement.role in (StatementRole.CONFIDENCE, StatementRole.CAVEAT):
        # That there are too few sums for a median is said only where there are some, and a caveat may have one reason
        # more: what else is said still holds.
        now = " ".join(fresh)
        return any(piece.rstrip(".") not in now for sentence in pieces for piece in sentence.split("; "))
    return any(piece not in fresh for piece in pieces)
