"""Decisions as rows and rows as decisions: the one place that knows both."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from assistant.domain import (
    Basis,
    CaseReference,
    Decision,
    DocumentKind,
    Finding,
    FindingResult,
    Flag,
    FlagKind,
    NewsItem,
    Outcome,
    Paragraph,
    Passage,
    PassageKind,
    Payee,
    Purpose,
    Remedy,
    RemedyKind,
    RemedyStatus,
    Section,
    Unread,
)
from assistant.text import content_hash


def decision_row(decision: Decision) -> tuple[Any, ...]:
    """The row of ``decisions``, with a hash over everything that is stored of the decision."""
    plain = (
        decision.reference.value,
        decision.body,
        decision.category,
        decision.subcategory,
        decision.outcome,
        int(decision.outcome_inferred),
        decision.decided.isoformat() if decision.decided else None,
        decision.url,
        int(decision.url_derived),
        decision.basis,
        decision.document,
        json.dumps(decision.injustice, ensure_ascii=False),
        decision.stated_total_pence,
        decision.source,
        decision.note,
        json.dumps([(unread.place, unread.text, unread.reason) for unread in decision.unread], ensure_ascii=False),
    )
    return (*plain, decision_hash(decision))


def decision_hash(decision: Decision) -> str:
    """A hash of the whole decision as we know it; equal for two readings that would store the same.

    A decision without flags has the hash that it had before there were flags, so that older casebooks stay sound.
    """
    return content_hash(repr(decision) + (repr(decision.flags) if decision.flags else ""))


def section_rows(decision: Decision) -> list[tuple[Any, ...]]:
    """The rows of ``sections``."""
    return [(decision.reference.value, s.ordinal, s.heading, int(s.is_standing_text)) for s in decision.sections]


def paragraph_rows(decision: Decision) -> list[tuple[Any, ...]]:
    """The rows of ``paragraphs``."""
    return [
        (p.id, decision.reference.value, p.ordinal, p.section, p.printed_number, p.text) for p in decision.paragraphs
    ]


def finding_rows(decision: Decision) -> list[tuple[Any, ...]]:
    """The rows of ``findings``, in order."""
    return [
        (
            decision.reference.value,
            ordinal,
            finding.issue,
            finding.result,
            None if finding.injustice is None else int(finding.injustice),
            json.dumps(finding.paragraphs),
        )
        for ordinal, finding in enumerate(decision.findings, start=1)
    ]


_REMEDY_COLUMNS: tuple[str, ...] = (
    *("kind", "amount_pence", "rate_pence", "per", "payee", "purpose"),
    *("status", "issue", "detail", "deadline", "paragraph"),
)


def remedy_rows(decision: Decision) -> list[tuple[Any, ...]]:
    """The rows of ``remedies``, in order."""
    return [
        (decision.reference.value, ordinal, *(getattr(remedy, column) for column in _REMEDY_COLUMNS))
        for ordinal, remedy in enumerate(decision.remedies, start=1)
    ]


def flag_rows(decision: Decision) -> list[tuple[Any, ...]]:
    """The rows of ``flags``, in order."""
    return [
        (decision.reference.value, ordinal, flag.kind, flag.place, flag.text, flag.paragraph)
        for ordinal, flag in enumerate(decision.flags, start=1)
    ]


def read_flag(row: sqlite3.Row) -> Flag:
    """A flag from its row."""
    return Flag(FlagKind(row["kind"]), row["place"], row["text"], row["paragraph"])


def passage_row(passage: Passage) -> tuple[Any, ...]:
    """The row of ``passages`` less its number."""
    return (
        passage.id,
        passage.reference.value,
        passage.kind,
        passage.text,
        passage.heading,
        passage.paragraph,
        passage.issue,
        content_hash(passage.encoded_text),
    )


def read_passage(row: sqlite3.Row) -> Passage:
    """A passage from its row."""
    return make_passage(*(row[column] for column in PASSAGE_COLUMNS))


def make_passage(
    name: str, reference: str, kind: str, text: str, heading: str, paragraph: str | None, issue: str | None
) -> Passage:
    """A passage from what stands in PASSAGE_COLUMNS, in their order."""
    return Passage(name, _stored_reference(reference), _KINDS[kind], text, heading, paragraph, issue)


PASSAGE_COLUMNS: tuple[str, ...] = ("id", "reference", "kind", "text", "heading", "paragraph", "issue")
# A search reads a thousand passages of sixty decisions: checking each reference anew took half of the reading.
_stored_reference = lru_cache(maxsize=10_000)(CaseReference)
_KINDS = {kind.value: kind for kind in PassageKind}


def news_row(item: NewsItem) -> tuple[Any, ...]:
    """The row of ``news``."""
    published = item.published.isoformat() if item.published else None
    return (item.id, item.title, item.standfirst, item.source, published, json.dumps(item.bodies, ensure_ascii=False))


def read_news(row: sqlite3.Row) -> NewsItem:
    """A news item from its row."""
    return NewsItem(
        id=row["id"],
        title=row["title"],
        standfirst=row["standfirst"],
        source=row["source"],
        published=date.fromisoformat(row["published"]) if row["published"] else None,
        bodies=tuple(json.loads(row["bodies"])),
    )


def read_decisions(
    connection: sqlite3.Connection, references: Sequence[CaseReference]
) -> dict[CaseReference, Decision]:
    """The decisions with these references, whole, in the order asked for; those not held are left out."""
    wanted = json.dumps([reference.value for reference in references])
    parts = {
        table: _rows_by_reference(connection, table, wanted)
        for table in ("sections", "paragraphs", "findings", "remedies", "flags")
    }
    found = {}
    for row in connection.execute(
        "SELECT * FROM decisions WHERE reference IN (SELECT value FROM json_each(?))", (wanted,)
    ):
        key = row["reference"]
        found[key] = _read_decision(row, *(parts[table][key] for table in parts))
    return {reference: found[reference.value] for reference in references if reference.value in found}


def _rows_by_reference(connection: sqlite3.Connection, table: str, wanted: str) -> dict[str, list[sqlite3.Row]]:
    rows: dict[str, list[sqlite3.Row]] = defaultdict(list)
    for row in connection.execute(
        f"SELECT * FROM {table} WHERE reference IN (SELECT value FROM json_each(?)) ORDER BY reference, ordinal",
        (wanted,),
    ):
        rows[row["reference"]].append(row)
    return rows


def _read_decision(
    row: sqlite3.Row,
    sections: Iterable[sqlite3.Row],
    paragraphs: Iterable[sqlite3.Row],
    findings: Iterable[sqlite3.Row],
    remedies: Iterable[sqlite3.Row],
    flags: Iterable[sqlite3.Row],
) -> Decision:
    return Decision(
        reference=CaseReference(row["reference"]),
        body=row["body"],
        category=row["category"],
        subcategory=row["subcategory"],
        outcome=Outcome(row["outcome"]) if row["outcome"] else None,
        outcome_inferred=bool(row["outcome_inferred"]),
        decided=date.fromisoformat(row["decided"]) if row["decided"] else None,
        url=row["url"],
        url_derived=bool(row["url_derived"]),
        basis=Basis(row["basis"]),
        document=DocumentKind(row["document"]),
        injustice=tuple(json.loads(row["injustice"])),
        stated_total_pence=row["stated_total_pence"],
        source=row["source"],
        note=row["note"],
        unread=read_unread(row["unread"]),
        sections=tuple(Section(s["ordinal"], s["heading"], bool(s["is_standing_text"])) for s in sections),
        paragraphs=tuple(
            Paragraph(p["id"], p["ordinal"], p["text"], p["section"], p["printed_number"]) for p in paragraphs
        ),
        findings=tuple(_read_finding(finding) for finding in findings),
        remedies=tuple(read_remedy(remedy) for remedy in remedies),
        flags=tuple(read_flag(flag) for flag in flags),
    )


def _read_finding(row: sqlite3.Row) -> Finding:
    return Finding(
        issue=row["issue"],
        result=FindingResult(row["result"]),
        injustice=None if row["injustice"] is None else bool(row["injustice"]),
        paragraphs=tuple(json.loads(row["paragraphs"])),
    )


def read_remedy(row: sqlite3.Row) -> Remedy:
    """A remedy from its row."""
    return Remedy(
        kind=RemedyKind(row["kind"]),
        amount_pence=row["amount_pence"],
        rate_pence=row["rate_pence"],
        per=row["per"],
        payee=Payee(row["payee"]),
        purpose=Purpose(row["purpose"]),
        status=RemedyStatus(row["status"]),
        issue=row["issue"],
        detail=row["detail"],
        deadline=row["deadline"],
        paragraph=row["paragraph"],
    )


def read_unread(stored: str) -> tuple[Unread, ...]:
    """The places of a decision that were not understood, as one column keeps them."""
    return tuple(Unread(*item) for item in json.loads(stored))
