"""Draft to CitationReport: every quotation, figure, reference, date and count, proved in code or withheld.

The checker trusts no writer, ours included. It reads the cited decisions from the casebook again and looks at the
words of each statement, so a sum that no stored remedy row or cited passage holds cannot be shown.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.casebook import Casebook
from assistant.domain import (
    CasebookFacts,
    CaseReference,
    Citation,
    CitationReport,
    Decision,
    Draft,
    Evidence,
    FailedCheck,
    Outcome,
    Query,
    Relevance,
    RemedyStatus,
    RemedySummary,
    Statement,
    StatementRole,
)
from assistant.glossary import entry_texts
from assistant.text import exact_hash, find_money, find_references, format_date, format_month, month_number, normalise

_MONTH_AND_YEAR = re.compile(r"\b(?:(\d{1,2}) )?([A-Z][a-z]+) (\d{4})\b")
_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
_NUMBER = re.compile(r"(?<![\w£.,])\d{1,3}(?:,\d{3})+(?!\w)|(?<![\w£.,])\d+(?![\w])")
# The emergency number is the one figure that rests on nothing in the casebook.
_ALWAYS_ALLOWED = frozenset({999})
# "One" is left out: it is mostly no count ("one of them", "no one").
_UP_TO_TWELVE = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBER_WORDS = {word: number for number, word in enumerate(_UP_TO_TWELVE, start=2)} | {
    "dozen": 12,
    "fifteen": 15,
    "twenty": 20,
    "thirty": 30,
    "fifty": 50,
    "hundred": 100,
    "thousand": 1000,
}
# Statements about a group of payments, whose median stands in no single decision.
_OF_GROUPS = frozenset({StatementRole.GROUPS, StatementRole.COMPARISON, StatementRole.TREND})
_NUMBER_WORD = re.compile(r"\b(" + "|".join(_NUMBER_WORDS) + r")s?\b", re.IGNORECASE)


@dataclass(frozen=True)
class _Ground:
    """What one answer's statements may rest on."""

    held: Mapping[CaseReference, Decision]
    counts: frozenset[int]
    years: frozenset[int]
    summary_sums: frozenset[int]
    medians: frozenset[int]
    facts: CasebookFacts
    query: Query
    evidence: Evidence


def check_draft(
    draft: Draft, query: Query, evidence: Evidence, summary: RemedySummary, facts: CasebookFacts, casebook: Casebook
) -> tuple[tuple[Statement, ...], CitationReport]:
    """The statements that passed, and the report; a statement with one failed check is withheld whole."""
    cited = {citation.reference for statement in draft.statements for citation in statement.citations}
    known = cited | {row.reference for row in summary.payments}
    ground = _Ground(
        held=casebook.decisions(sorted(known)),
        counts=_allowed_counts(evidence, summary, facts),
        years=_allowed_years(query, evidence, facts),
        summary_sums=_summary_sums(summary),
        medians=frozenset(group.median_pence for group in summary.groups if group.median_pence is not None),
        facts=facts,
        query=query,
        evidence=evidence,
    )
    kept, failures, withheld = [], [], []
    tally = {"quotes": 0, "figures": 0, "references": 0, "counts": 0, "dates": 0, "meanings": 0}
    for statement in draft.statements:
        failed = []
        for check, found, passed in _checks(statement, ground):
            tally[check] += 1
            if not passed:
                failed.append(FailedCheck(statement.text, check, found))
        failures.extend(failed)
        if failed:
            withheld.append(statement.text)
        else:
            kept.append(statement)
    return tuple(kept), CitationReport(**tally, failures=tuple(failures), withheld=tuple(withheld))


def _checks(statement: Statement, ground: _Ground) -> Iterator[tuple[str, str, bool]]:
    """Each thing that was looked at: the kind of check, what was found in the words, and whether it is held."""
    if statement.role is StatementRole.MEANING:
        yield "meanings", statement.text, statement.text in entry_texts()
        return
    decisions = [ground.held[c.reference] for c in statement.citations if c.reference in ground.held]
    text, quotes = statement.text, _held_words(statement, decisions)
    for citation in statement.citations:
        yield "quotes", citation.quote, _is_exact(citation, ground.held)
    rest = _without_labels(text, ground)
    for reference in find_references(rest):
        yield "references", str(reference.reference), _may_name(reference.reference, decisions, ground)
        rest = _blank(rest, reference.start, reference.end)
    held_sums = _sums_of(decisions) | {money.pence for money in find_money(quotes)}
    if not statement.citations:
        # Only a statement about all cases may give the range: of one case it would be another case's sum.
        held_sums |= ground.summary_sums
    if statement.role in _OF_GROUPS:
        held_sums |= ground.medians
    for money in find_money(rest):
        yield "figures", rest[money.start : money.end], money.pence in held_sums
        rest = _blank(rest, money.start, money.end)
    yield from _date_checks(rest, decisions, quotes, ground)
    for match in (*_MONTH_AND_YEAR.finditer(rest), *_YEAR.finditer(rest)):
        rest = _blank(rest, match.start(), match.end())
    yield from _count_checks(rest, quotes, ground)
    for body in ground.facts.bodies:
        # A name inside a longer one ("Essex County Council" in "West Essex County Council") is caught by its owner.
        if body in text and not any(body in (decision.body or "") for decision in decisions):
            yield "references", body, body in ground.query.filters.bodies + ground.query.filters.bodies_not


def _without_labels(text: str, ground: _Ground) -> str:
    """The text with the names of sides and terms blanked, which the question and the glossary give."""
    labels = [side.label for side in ground.query.compared]
    labels += [use.name.split(" (")[0] for use in ground.evidence.term_uses]
    for label in labels:
        for match in re.finditer(re.escape(label), text, re.IGNORECASE):
            text = _blank(text, *match.span())
    return text


def _held_words(statement: Statement, decisions: Sequence[Decision]) -> str:
    """What the statement may repeat: the passages it cites and the issues of the decisions it cites."""
    issues = [finding.issue for decision in decisions for finding in decision.findings]
    return " ".join([*(citation.quote for citation in statement.citations), *issues])


def _is_exact(citation: Citation, held: Mapping[CaseReference, Decision]) -> bool:
    decision = held.get(citation.reference)
    paragraph = decision.paragraph(citation.paragraph) if decision else None
    if paragraph is None or not citation.quote:
        return False
    if not paragraph.id.endswith("/" + exact_hash(paragraph.text)):
        return False
    return paragraph.text[citation.start : citation.start + len(citation.quote)] == citation.quote


def _may_name(reference: CaseReference, decisions: Sequence[Decision], ground: _Ground) -> bool:
    """A reference may be named where it is cited, asked for, or shown as a near one."""
    named = {decision.reference for decision in decisions}
    named |= set(ground.query.references) | set(ground.evidence.not_held)
    named |= {decision.reference for decision in ground.evidence.near}
    return reference in named


def _sums_of(decisions: Sequence[Decision]) -> set[int]:
    sums = set()
    for decision in decisions:
        for remedy in decision.remedies:
            if remedy.status in (RemedyStatus.CLAIMED, RemedyStatus.REFUSED):
                continue
            sums |= {pence for pence in (remedy.amount_pence, remedy.rate_pence) if pence is not None}
        if decision.stated_total_pence is not None:
            sums.add(decision.stated_total_pence)
    return sums


def _summary_sums(summary: RemedySummary) -> frozenset[int]:
    sums = {summary.lowest_pence, summary.median_pence, summary.highest_pence}
    return frozenset(pence for pence in sums if pence is not None)


def _date_checks(
    text: str, decisions: Sequence[Decision], quotes: str, ground: _Ground
) -> Iterator[tuple[str, str, bool]]:
    known = {format_date(d.decided) for d in decisions if d.decided}
    known |= {format_month(d.decided) for d in decisions if d.decided}
    years = {d.decided.year for d in decisions if d.decided} if decisions else ground.years
    of_all = (ground.facts.newest, ground.facts.oldest, *(case.decision.decided for case in ground.evidence.cases))
    for day in of_all if not decisions else ():
        if day is not None:
            known |= {format_date(day), format_month(day)}
    for day in (ground.query.filters.date_from, ground.query.filters.date_to):
        if day is not None:
            known |= {format_date(day), format_month(day)}
    rest = text
    for match in _MONTH_AND_YEAR.finditer(text):
        if month_number(match[2]) is None:
            continue
        yield "dates", match[0], match[0] in known or normalise(match[0]) in normalise(quotes)
        rest = _blank(rest, match.start(), match.end())
    for match in _YEAR.finditer(rest):
        yield "dates", match[0], int(match[0]) in years or match[0] in quotes


def _count_checks(text: str, quotes: str, ground: _Ground) -> Iterator[tuple[str, str, bool]]:
    quoted = {int(number.replace(",", "")) for number in _NUMBER.findall(quotes)}
    quoted |= {_NUMBER_WORDS[word.lower()] for word in _NUMBER_WORD.findall(quotes)}
    for word in _NUMBER.findall(text):
        number = int(word.replace(",", ""))
        yield "counts", word, number in ground.counts or number in quoted
    for word in _NUMBER_WORD.findall(text):
        number = _NUMBER_WORDS[word.lower()]
        yield "counts", word, number in ground.counts or number in quoted


def _allowed_counts(evidence: Evidence, summary: RemedySummary, facts: CasebookFacts) -> frozenset[int]:
    """Every count that this answer may state, worked out here and not taken from the writer."""
    comparable = [case for case in evidence.cases if case.relevance is not Relevance.BACKGROUND]
    counts = {facts.decisions, facts.full_texts, evidence.searched, len(evidence.cases), len(comparable)}
    counts |= {summary.decisions, len(summary.payments), len(summary.unstated), len(summary.unpaid)}
    counts |= {other.count for other in summary.others}
    counts |= {len({row.reference for row in summary.payments}), len(evidence.damaged)}
    with_sums = summary.rows_with_sums
    counts |= {len(with_sums), len({row.reference for row in with_sums})}
    counts |= _counts_of_groups(evidence, summary)
    counts |= set(Counter(row.remedy.status for row in with_sums).values())
    for cases in (evidence.cases, comparable):
        for attribute in ("outcome", "relevance"):
            values = [case.decision.outcome if attribute == "outcome" else case.relevance for case in cases]
            counts |= {values.count(value) for value in values}
        counts.add(sum(1 for case in cases if case.decision.is_full_text))
    return frozenset(counts) | _ALWAYS_ALLOWED


def _counts_of_groups(evidence: Evidence, summary: RemedySummary) -> set[int]:
    """What may be counted of groups, sides, rates, improvements and the uses of a term."""
    counts = {number for group in summary.groups for number in (group.decisions, group.paying, len(group.rows))}
    counts |= {number for side in evidence.sides for number in (len(side.keys), side.searched)}
    counts |= {len({key for side in evidence.sides for key in side.keys})}
    counts |= {len({row.case_key for row in rates.rows}) for rates in summary.rates}
    counts |= {len(group.references) for group in summary.improvements}
    counts |= {len({reference for group in summary.improvements for reference in group.references})}
    counts |= {use.decisions for use in evidence.term_uses}
    paid = {row.case_key for row in summary.payments}
    comparable = [case for case in evidence.cases if case.relevance is not Relevance.BACKGROUND]
    counts |= {sum(case.key in paid for case in comparable), min(3, len(comparable))}
    outcomes = {case.key: case.decision.outcome for case in comparable}
    for side in evidence.sides:
        of_side = [outcomes.get(key) for key in side.keys]
        counts |= {of_side.count(outcome) for outcome in Outcome}
        counts.add(sum(outcome not in (None, Outcome.UPHELD) for outcome in of_side))
    return counts


def _allowed_years(query: Query, evidence: Evidence, facts: CasebookFacts) -> frozenset[int]:
    days = [case.decision.decided for case in evidence.cases]
    days += [facts.newest, facts.oldest, query.filters.date_from, query.filters.date_to]
    days += [day for side in query.compared for day in (side.date_from, side.date_to)]
    return frozenset(day.year for day in days if day is not None)


def _blank(text: str, start: int, end: int) -> str:
    return text[:start] + " " * (end - start) + text[end:]
