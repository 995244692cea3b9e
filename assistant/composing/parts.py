"""The parts that answers of all kinds share: what was paid, what went the other way, how sure, what to bear in mind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.composing.limits import MOST_COUNTED
from assistant.composing.phrases import (
    describe_kind,
    describe_other_issues,
    describe_outcome,
    describe_payments,
    describe_sums_elsewhere,
    describe_unstated,
    name_case,
)
from assistant.composing.quotes import quote_for_issue, quote_for_remedy
from assistant.domain import (
    AnswerStatus,
    Case,
    CasebookFacts,
    Citation,
    Evidence,
    Outcome,
    PaymentRow,
    Query,
    QuestionKind,
    Relevance,
    RemedyStatus,
    RemedySummary,
    Statement,
    StatementRole,
)
from assistant.signposts import signposts_for
from assistant.text import format_count, format_month, join_words

# How many cases the words name; the table beside them shows all. About 200 words in all.
NAMED_WITH_PAYMENT = 4
NAMED_WITHOUT = 2
_NAMED_AT_LEAST, _WORDS_ON_PAYMENTS = 2, 120
# From this many comparable decisions the answer speaks of them without the warning that they are few.
FOUND_FROM = 5

LOST = (Outcome.NOT_UPHELD, Outcome.CLOSED, Outcome.DISCONTINUED)


def comparable_of(evidence: Evidence) -> list[Case]:
    """The cases that are counted, best first: all but the background."""
    return [case for case in evidence.cases if case.relevance is not Relevance.BACKGROUND]


def status_of(comparable: int) -> AnswerStatus:
    """The status for so many comparable decisions."""
    if comparable >= FOUND_FROM:
        return AnswerStatus.FOUND
    return AnswerStatus.FEW if comparable > 1 else AnswerStatus.ONE


def close_told(query: Query, summary: RemedySummary) -> RemedySummary | None:
    """The close cases' own summary where the answer speaks of their sums first; None where it speaks of all alike.

    It does so where what is usual was asked for, the close cases carry a range, and there are partly comparable ones
    to keep apart: a sum of a close case belongs to the question more often (``docs/ranking.md`` has the figures).
    """
    is_asked = query.kind is QuestionKind.TYPICAL_REMEDY and summary.partly is not None
    return summary.close if is_asked and summary.close is not None and summary.close.is_range else None


def safety(query: Query) -> list[Statement]:
    """The signposts for a person at risk; nothing for every other question."""
    return [Statement(StatementRole.SIGNPOST, signpost.text) for signpost in signposts_for(query.risks_told)]


def tell_payments(query: Query, comparable: Sequence[Case], summary: RemedySummary) -> list[Statement]:
    """One statement a case: what was paid for that issue. Cases whose sum is not stated come after the others."""
    statements = []
    for case in comparable:
        rows = [row for row in summary.payments if row.case_key == case.key]
        if rows:
            paid = describe_payments(rows)
        elif case.decision.reference in summary.unstated:
            paid = describe_unstated(case)
        else:
            continue
        # Sorted by sum, they are one list: the closest do not come first.
        is_closest = case.relevance is Relevance.CLOSE and query.order is None
        role = StatementRole.CLOSEST if is_closest else StatementRole.FIGURES
        beside = describe_other_issues(case, rows)
        text = f"{name_case(case.decision)}: {paid}{about(case, rows)}{beside}{_unless_upheld(case)}."
        statements.append((not rows, Statement(role, text, quotes_of(case, rows, query.topic))))
    named = [statement for _, statement in sorted(statements, key=lambda item: item[0])][:NAMED_WITH_PAYMENT]
    # Long ones crowd the others out: about 200 words in all is what is read before the table of cases.
    while len(named) > _NAMED_AT_LEAST and sum(len(each.text.split()) for each in named) > _WORDS_ON_PAYMENTS:
        named.pop()
    return sorted(named, key=lambda statement: statement.role is not StatementRole.CLOSEST)


def about(case: Case, rows: Sequence[PaymentRow] = ()) -> str:
    """A clause that names the issue asked about, else the one issue that all these sums answer; empty without one.

    Without it a sum that was paid for one of four complaints would be read as paid for what was asked about.
    """
    paid = {row.remedy.issue for row in rows}
    issue = case.issue or (paid.pop() if len(paid) == 1 else None)
    return f", for “{issue}”" if issue else ""


def _unless_upheld(case: Case) -> str:
    """A payment in a complaint that was closed or not upheld is no precedent for one that was upheld: it is said."""
    return f"; outcome: {describe_outcome(case.decision)}" if case.decision.outcome in LOST else ""


def tell_contrast(query: Query, evidence: Evidence, summary: RemedySummary, *, at_most: int) -> list[Statement]:
    """The cases that lost, and those with fault and no payment; not those with a payment, which are told as such.

    Where no comparable case lost, one background case that did is shown and marked, unless a list was asked for.
    """
    paid = {*(row.reference for row in summary.payments), *summary.unstated}
    rest = [case for case in evidence.cases if case.decision.reference not in paid]
    comparable = [case for case in rest if case.relevance is not Relevance.BACKGROUND]
    lost = [case for case in comparable if case.decision.outcome in LOST]
    unpaid = [case for case in comparable if case.decision.reference in summary.unpaid and case not in lost]
    shown = [*lost, *unpaid][:at_most]
    if not lost and query.kind not in (QuestionKind.BODY_HISTORY, QuestionKind.LIST_CASES):
        shown = [*shown, *[case for case in rest if case.decision.outcome in LOST][:1]]
    return [_contrast_case(case, query) for case in shown]


def _contrast_case(case: Case, query: Query) -> Statement:
    ending = describe_outcome(case.decision)
    if case.decision.outcome not in LOST:
        elsewhere = describe_sums_elsewhere(case)
        ending += f", no payment for this issue{elsewhere}" if elsewhere else ", no payment recorded"
    less = " (less close)" if case.relevance is Relevance.BACKGROUND else ""
    quote = quote_for_issue(case, query.topic)
    # "This issue" must have a name; of several that answer, none was paid for, and the first stands for them.
    told = case if case.issue or not case.answering else replace(case, issue=case.answering[0])
    text = f"{name_case(case.decision)}: {ending}{about(told)}{less}."
    return Statement(StatementRole.CONTRAST, text, (quote,) if quote else ())


def tell_other_remedies(comparable: Sequence[Case], summary: RemedySummary) -> list[Statement]:
    """What was agreed beside money, the four most frequent kinds; nothing where none is recorded."""
    parts = [f"{describe_kind(other.kind)} in {other.count}" for other in summary.others[:4]]
    if not parts:
        return []
    cases = {case.decision.reference: case for case in comparable}
    citations = tuple(
        quote for quote in (quote_for_issue(cases[o.references[0]], "") for o in summary.others[:4]) if quote
    )
    of = f" of the {len(comparable)}" if len(comparable) > 1 else ""
    text = f"Beside money: {join_words(parts)}{of}."
    return [Statement(StatementRole.OTHER_REMEDIES, text, citations)]


def tell_confidence(
    comparable: Sequence[Case],
    summary: RemedySummary,
    evidence: Evidence,
    facts: CasebookFacts,
    close: RemedySummary | None = None,
) -> Statement:
    """How many decisions the answer rests on, how new they are, and from what they are known.

    ``close`` is the summary of the close cases where the headline speaks of theirs: the median is then of their sums.
    """
    newest = max((case.decision.decided for case in comparable if case.decision.decided), default=None)
    text = f"How sure: {format_count(len(comparable), 'comparable decision')} of {facts.decisions:,} held"
    if evidence.searched and evidence.searched != facts.decisions:
        text += f", {evidence.searched:,} of them within the limits"
    text += f", newest {format_month(newest)}" if newest else ""
    told = close or summary
    if told.median_pence is None and told.rows_with_sums:
        text += f"; {format_count(len(told.rows_with_sums), 'sum')}{' in close cases' if close else ''}"
        text += ", so no median is given"
    full = sum(1 for case in comparable if case.decision.is_full_text)
    if full == 0:
        text += ". Known from our digests of published summaries"
    elif full < len(comparable):
        text += f". {format_count(full, 'decision is', 'decisions are')} held in full text, the others as our digests"
    text += "."
    if len(comparable) >= MOST_COUNTED and not evidence.sides:
        # A narrower question counts others among its twenty, and its highest sum can be above that of the wider one.
        text += " No more are counted: a narrower question can bring in others."
    if evidence.damaged:
        number = format_count(len(evidence.damaged), "stored decision was", "stored decisions were")
        text += f" {number} left out, because the record is damaged: run `python -m ingest verify`."
    return Statement(StatementRole.CONFIDENCE, text)


def tell_caveats(summary: RemedySummary) -> list[Statement]:
    """What to bear in mind about the sums: whose they are, and over how many years they reach."""
    texts = []
    statuses = {row.remedy.status for row in summary.payments}
    if RemedyStatus.OFFERED in statuses:
        texts.append("Sums offered by a council were its own offers; the Ombudsman judged them enough.")
    if RemedyStatus.RECOMMENDED in statuses:
        texts.append("A recommended sum is what the Ombudsman asked for; a body can refuse.")
    years = [row.year for row in summary.payments if row.year is not None]
    if years and max(years) - min(years) >= 4:
        texts.append(f"The sums are from {min(years)} to {max(years)}; the Ombudsman’s guidance changed in that time.")
    return [Statement(StatementRole.CAVEAT, " ".join(texts))] if texts else []


def tell_missing(evidence: Evidence) -> list[Statement]:
    """The references asked for that are not held; nothing where all are."""
    if not evidence.not_held:
        return []
    text = f"I don’t hold {join_words([str(reference) for reference in evidence.not_held])}."
    return [Statement(StatementRole.CAVEAT, text)]


def quotes_of(case: Case, rows: Sequence[PaymentRow], topic: str) -> tuple[Citation, ...]:
    """The sentences that state these payments, each once; without payments the one nearest to the topic."""
    found = [quote_for_remedy(case, row.remedy, topic) for row in rows] or [quote_for_issue(case, topic)]
    return tuple(dict.fromkeys(quote for quote in found if quote is not None))
