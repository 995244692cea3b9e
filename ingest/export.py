"""What was read from a file, as JSON for programs and as lines for people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from assistant.domain import Decision, Finding, Flag, NewsItem, Remedy
from assistant.planted import spell_out
from assistant.text import format_date, format_money, pounds
from assistant.visible import as_line
from ingest.opening import FileReading


def reading_to_json(reading: FileReading) -> list[dict[str, Any]]:
    """One object for each decision, or one for the news item (its only key is ``news``)."""
    if reading.news is not None:
        return [{"news": _news_to_json(reading.news)}]
    return [decision_to_json(decision) for decision in reading.decisions]


def decision_to_json(decision: Decision) -> dict[str, Any]:
    """The form that the reader's tests label: header, findings, remedies, and what was not understood."""
    return {
        "reference": decision.reference.value,
        "body": decision.body,
        "category": decision.category,
        "subcategory": decision.subcategory,
        "outcome": decision.outcome.value if decision.outcome else None,
        "outcome_inferred": decision.outcome_inferred,
        "date": decision.decided.isoformat() if decision.decided else None,
        "kind": decision.document.value,
        "findings": [_finding_to_json(finding) for finding in decision.findings],
        "remedies": [_remedy_to_json(remedy) for remedy in decision.remedies],
        "unread": [{"place": item.place, "text": item.text, "reason": item.reason} for item in decision.unread],
        "flags": [
            {"kind": flag.kind.value, "place": flag.place, "text": flag.text, "paragraph": flag.paragraph}
            for flag in decision.flags
        ],
    }


def _finding_to_json(finding: Finding) -> dict[str, Any]:
    return {
        "issue": finding.issue,
        "result": finding.result.value,
        "injustice": finding.injustice,
        "paragraphs": list(finding.paragraphs),
    }


def _remedy_to_json(remedy: Remedy) -> dict[str, Any]:
    """``rate_gbp`` and ``per`` only where there is a rate, as in the digest form."""
    row: dict[str, Any] = {"kind": remedy.kind.value, "amount_gbp": pounds(remedy.amount_pence)}
    if remedy.rate_pence is not None or remedy.per:
        row |= {"rate_gbp": pounds(remedy.rate_pence), "per": remedy.per}
    return row | {
        "payee": remedy.payee.value,
        "for": remedy.purpose.value,
        "status": remedy.status.value,
        "issue": remedy.issue,
        "deadline": remedy.deadline,
        "paragraph": remedy.paragraph,
    }


def _news_to_json(item: NewsItem) -> Mapping[str, Any]:
    return {
        "id": item.id,
        "title": item.title,
        "standfirst": item.standfirst,
        "source": item.source,
        "date": item.published.isoformat() if item.published else None,
        "bodies": list(item.bodies),
    }


def describe_reading(reading: FileReading) -> str:
    """The same for people: a full text in detail, digests in a line each, a news item as what it is."""
    if reading.news is not None:
        item = reading.news
        named = [f"  names {', '.join(item.bodies)}"] if item.bodies else []
        lines = [f"news article: {item.title}", f"  from {item.source}", *named, "  kept as a pointer, never counted"]
    elif reading.page is None:
        lines = [line for decision in reading.decisions for line in _headline_and_flags(decision)]
    else:
        dropped = reading.page.dropped
        lines = [*_describe(reading.page.decision), f"left out: {len(dropped)} lines that are no part of the decision"]
    return "\n".join(map(as_line, lines))


def _headline_and_flags(decision: Decision) -> Sequence[str]:
    return [_headline(decision), *(f"  {describe_flag(flag)}" for flag in decision.flags)]


def _headline(decision: Decision) -> str:
    outcome = decision.outcome.value if decision.outcome else "outcome not known"
    parts = [
        str(decision.reference),
        decision.body or "body not known",
        outcome + (" (inferred)" if decision.outcome_inferred else ""),
        format_date(decision.decided) if decision.decided else "date not known",
    ]
    return " · ".join(parts)


def _describe(decision: Decision) -> Sequence[str]:
    place = {paragraph.id: paragraph.ordinal for paragraph in decision.paragraphs}
    lines = [_headline(decision)]
    if decision.category:
        lines.append(" > ".join(part for part in (decision.category, decision.subcategory) if part))
    lines.append(f"{len(decision.sections)} sections, {len(decision.paragraphs)} paragraphs")
    lines.append("findings:")
    for finding in decision.findings:
        harm = {True: ", injustice", False: ", no injustice", None: ""}[finding.injustice]
        where = ", ".join(str(place[key]) for key in finding.paragraphs if key in place)
        lines.append(f"  {finding.result.value}{harm} (paragraphs {where}): {finding.issue}")
    lines.append("remedies:")
    for remedy in decision.remedies:
        lines.append(f"  {_describe_remedy(remedy)} (paragraph {place.get(remedy.paragraph or '', '?')})")
    for item in decision.unread:
        lines.append(f"not understood at {item.place}: {item.text!r} ({item.reason})")
    lines += [describe_flag(flag) for flag in decision.flags]
    return lines


def describe_flag(flag: Flag) -> str:
    """One line for people; what was planted is shown with every odd character spelt out."""
    return f"flagged at {flag.place}: “{spell_out(flag.text)}” ({flag.kind.value}); not used"


def _describe_remedy(remedy: Remedy) -> str:
    words = [remedy.kind.value]
    if remedy.amount_pence is not None:
        words.append(format_money(remedy.amount_pence))
    if remedy.rate_pence is not None and remedy.per:
        words.append(f"{format_money(remedy.rate_pence)} a {remedy.per}")
    if remedy.is_money:
        words.append(f"to {remedy.payee.value}, for {remedy.purpose.value}")
    words.append(f"[{remedy.status.value}]")
    if remedy.deadline:
        words.append(remedy.deadline)
    return " ".join(words) + (f": {remedy.issue}" if remedy.issue else ": whole decision")
