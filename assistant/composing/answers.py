"""The shapes of an answer, one for each kind of question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.composing.phrases import (
    describe_finding,
    describe_kind,
    describe_other_issues,
    describe_outcome,
    describe_payments,
    describe_sum,
    describe_unstated,
    name_case,
)
from assistant.composing.quotes import quote_finding, quote_for_issue, quote_for_remedy, quote_opening
from assistant.domain import (
    AnswerStatus,
    Case,
    CasebookFacts,
    Citation,
    Draft,
    Evidence,
    Outcome,
    PaymentRow,
    Query,
    QuestionKind,
    Relevance,
    RemedyKind,
    RemedyStatus,
    RemedySummary,
    Statement,
    StatementRole,
)
from assistant.doors import DOORS, DeclineReason
from assistant.signposts import signposts_for
from assistant.text import format_count, format_date, format_money, format_month, join_words

# How many cases the words name; the table beside them shows all. About 200 words in all.
_NAMED_WITH_PAYMENT = 4
_NAMED_WITHOUT = 2
_NAMED_AT_LEAST, _WORDS_ON_PAYMENTS = 2, 90
# One issue is the decision itself, told by its outcome; more than these are for the decision's own page.
_FINDINGS_FROM, _FINDINGS_AT_MOST = 2, 8
# From this many comparable decisions the answer speaks of them without the warning that they are few.
_FOUND_FROM = 5

_LOST = (Outcome.NOT_UPHELD, Outcome.CLOSED, Outcome.DISCONTINUED)


def compose(query: Query, evidence: Evidence, summary: RemedySummary, facts: CasebookFacts) -> Draft:
    """What is to be said, before it is checked; the status goes with it."""
    if query.decline is not None:
        return _decline(query, evidence, summary, facts)
    if facts.decisions == 0:
        text = "The casebook is empty: there is nothing to search. Add decisions with `python -m ingest add PATH`."
        return Draft(AnswerStatus.NONE, (Statement(StatementRole.HEADLINE, text),))
    if query.references and not evidence.cases:
        return _not_held(evidence)
    comparable = [case for case in evidence.cases if case.relevance is not Relevance.BACKGROUND]
    if not comparable:
        return _nothing_comparable(query, evidence, facts)
    if query.kind is QuestionKind.SINGLE_CASE and query.references:
        return _single_cases(query, evidence, summary)
    status = _status(len(comparable))
    payments = _payments(query, comparable, summary)
    statements = [
        *_safety(query),
        _headline(query, comparable, summary),
        *payments,
        *_contrast(query, evidence, summary, at_most=max(_NAMED_WITHOUT, _NAMED_WITH_PAYMENT - len(payments))),
        *_other_remedies(comparable, summary),
        *_missing(evidence),
        _confidence(comparable, summary, evidence, facts),
        *_caveats(summary),
    ]
    return Draft(status, tuple(statements))


def _status(comparable: int) -> AnswerStatus:
    if comparable >= _FOUND_FROM:
        return AnswerStatus.FOUND
    return AnswerStatus.FEW if comparable > 1 else AnswerStatus.ONE


def _safety(query: Query) -> list[Statement]:
    return [Statement(StatementRole.SIGNPOST, signpost.text) for signpost in signposts_for(query.risks_told)]


# --------------------------------------------------------------------------- declines


def _decline(query: Query, evidence: Evidence, summary: RemedySummary, facts: CasebookFacts) -> Draft:
    """What is declined and the right door for it, then what can be answered: the comparable cases, won and lost."""
    decline = query.decline
    assert decline is not None  # noqa: S101 -- the caller looked; this tells the type checker
    doors = [DOORS[DeclineReason(reason)] for reason in (decline.reason, *decline.others)]
    statements = [*_safety(query), *(Statement(StatementRole.HEADLINE, f"{door.title}. {door.text}") for door in doors)]
    if not doors[0].offers_comparables:
        return Draft(decline.status, tuple(statements))
    if query.references and evidence.cases:
        statements += _single_cases(replace(query, risks=(), is_risk_to_safety=False), evidence, summary).statements
        return Draft(decline.status, tuple(statements))
    comparable = [case for case in evidence.cases if case.relevance is not Relevance.BACKGROUND]
    if comparable:
        payments = _payments(query, comparable, summary)
        statements += [
            _headline(query, comparable, summary),
            *payments,
            *_contrast(query, evidence, summary, at_most=_NAMED_WITHOUT),
            _confidence(comparable, summary, evidence, facts),
            *_caveats(summary),
        ]
    return Draft(decline.status, tuple(statements))


def _not_held(evidence: Evidence) -> Draft:
    wanted = join_words([str(reference) for reference in evidence.not_held])
    statements = [Statement(StatementRole.HEADLINE, f"I don’t hold {wanted}.")]
    if evidence.near:
        look_alike = (
            "References that look like it are different cases"
            if len(evidence.near) > 1
            else ("One reference that looks like it is a different case")
        )
        citations = tuple(citation for decision in evidence.near for citation in quote_opening(decision)[:1])
        names = join_words([name_case(decision) for decision in evidence.near])
        question = "Which did you mean?" if len(evidence.near) > 1 else "Did you mean that one?"
        statements.append(Statement(StatementRole.CLOSEST, f"{look_alike}: {names}. {question}", citations))
    return Draft(AnswerStatus.NONE, tuple(statements))


def _nothing_comparable(query: Query, evidence: Evidence, facts: CasebookFacts) -> Draft:
    to = f" (to {format_date(facts.newest)})" if facts.newest else ""
    text = f"I found nothing comparable in the {format_count(facts.decisions, 'decision')} loaded{to}."
    if not query.filters.is_empty:
        passed = format_count(evidence.searched, "decision passes", "decisions pass")
        text += f" {passed} the filters understood from your question; take one away to search more widely."
    statements = [*_safety(query), Statement(StatementRole.HEADLINE, text)]
    if evidence.cases:
        text = "The cases listed are background only: they share words with your question, not the problem."
        statements.append(Statement(StatementRole.CAVEAT, text))
    return Draft(AnswerStatus.NONE, tuple(statements))


# --------------------------------------------------------------------------- one decision


def _single_cases(query: Query, evidence: Evidence, summary: RemedySummary) -> Draft:
    cases = [case for case in evidence.cases if case.decision.reference in query.references]
    statements: list[Statement] = [*_safety(query)]
    for case in cases:
        decision = case.decision
        opening = quote_opening(decision)
        text = f"{name_case(decision)}: {describe_outcome(decision)}."
        if decision.is_full_text:
            text += " The Ombudsman’s own words are quoted beside this."
        else:
            text += " Known from our digest of the published summary, not from the full text."
        statements.append(Statement(StatementRole.HEADLINE, text, opening))
        on_topic = quote_for_issue(case, query.topic)
        if on_topic is not None and on_topic not in opening:
            text = "The passage nearest to your question is quoted beside this."
            statements.append(Statement(StatementRole.CLOSEST, text, (on_topic,)))
        statements += _findings_of(case)
        statements += _remedies_of(case, query, summary)
    statements += _missing(evidence)
    return Draft(AnswerStatus.ONE if len(cases) == 1 else _status(len(cases)), tuple(statements))


def _findings_of(case: Case) -> list[Statement]:
    """One statement an issue: its result, and what was agreed for it; none for a digest, which tells no results."""
    decision = case.decision
    told = [finding for finding in decision.findings if describe_finding(finding)]
    if not decision.is_full_text or len(told) < _FINDINGS_FROM:
        return []
    statements = []
    for finding in told[:_FINDINGS_AT_MOST]:
        bound = [one for one in decision.remedies if one.is_remedy and one.issue == finding.issue]
        kinds = list(dict.fromkeys(describe_sum(one) if one.is_money else describe_kind(one.kind) for one in bound))
        remedies = f" For this: {join_words(kinds)}." if kinds else ""
        quote = quote_finding(decision, finding)
        text = f"“{finding.issue}”: {describe_finding(finding)}.{remedies}"
        statements.append(Statement(StatementRole.FINDINGS, text, (quote,) if quote else ()))
    return statements


def _missing(evidence: Evidence) -> list[Statement]:
    if not evidence.not_held:
        return []
    text = f"I don’t hold {join_words([str(reference) for reference in evidence.not_held])}."
    return [Statement(StatementRole.CAVEAT, text)]


def _remedies_of(case: Case, query: Query, summary: RemedySummary) -> list[Statement]:
    rows = [row for row in summary.payments if row.case_key == case.key]
    statements = []
    if rows:
        text = f"Money: {describe_payments(rows)}."
        statements.append(Statement(StatementRole.FIGURES, text, _quotes(case, rows, query.topic)))
    elif case.decision.reference in summary.unstated:
        text = "A payment is part of the remedy; its sum is not stated in what is held."
        statements.append(Statement(StatementRole.FIGURES, text, _quotes(case, rows, query.topic)))
    else:
        statements.append(Statement(StatementRole.FIGURES, "No payment is recorded."))
    kinds = [describe_kind(o.kind) for o in summary.others if case.decision.reference in o.references]
    if kinds:
        statements.append(Statement(StatementRole.OTHER_REMEDIES, f"Beside money: {join_words(kinds)}."))
    return statements


# --------------------------------------------------------------------------- comparable cases


def _headline(query: Query, comparable: Sequence[Case], summary: RemedySummary) -> Statement:
    close = sum(1 for case in comparable if case.relevance is Relevance.CLOSE)
    number = len(comparable)
    if number == 1:
        first = "One decision is comparable: one precedent, not a pattern."
    elif number < _FOUND_FROM:
        first = f"Only {number} decisions are comparable: examples, not a pattern."
    elif close:
        share = "all" if close == number else str(close)
        first = f"{number} decisions are comparable, {share} of them close to your question."
    else:
        first = f"{number} decisions are partly comparable; none is close to your question."
    if query.kind in (QuestionKind.BODY_HISTORY, QuestionKind.LIST_CASES, QuestionKind.IS_IT_FAULT):
        second = _outcomes(comparable)
    else:
        second = _range(summary) if summary.sums else f"{_range(summary)} {_outcomes(comparable)}"
    return Statement(StatementRole.HEADLINE, f"{first} {second}".strip())


def _outcomes(comparable: Sequence[Case]) -> str:
    known = [case.decision.outcome for case in comparable]
    parts = [
        f"{known.count(outcome)} {word}"
        for outcome, word in (
            (Outcome.UPHELD, "upheld (fault found or accepted)"),
            (Outcome.NOT_UPHELD, "not upheld"),
            (Outcome.CLOSED, "closed after initial enquiries"),
            (Outcome.DISCONTINUED, "discontinued"),
        )
        if known.count(outcome)
    ]
    return f"Outcomes: {join_words(parts)}." if parts else ""


def _range(summary: RemedySummary) -> str:
    if summary.lowest_pence is None or summary.highest_pence is None:
        if summary.payments:
            return "The money was refunds, counted losses or rates, not payments for distress."
        return "No sum of money is stated in them." if summary.unstated else "None of them has a payment."
    apologies = sum(other.count for other in summary.others if other.kind is RemedyKind.APOLOGY)
    often = "" if summary.decisions == 1 else "often "
    beside = f", {often}with an apology" if 2 * apologies >= max(summary.decisions, 1) else ""
    if len(summary.rows_with_sums) == 1:
        first = "The payment was" if summary.decisions == 1 else "One payment is stated:"
        note = "".join(f" ({words})" for words in _not_agreed(summary))
        return f"{first} {format_money(summary.lowest_pence)}{note}{beside}; there is no fixed sum."
    paying = len({row.reference for row in summary.rows_with_sums})
    among = f"Payments in {paying} of them" if paying < summary.decisions else "The payments"
    span = f"ran from {format_money(summary.lowest_pence)} to {format_money(summary.highest_pence)}"
    if summary.lowest_pence == summary.highest_pence:
        span = f"were {format_money(summary.lowest_pence)} each"
    middle = [f"median {format_money(summary.median_pence)}"] if summary.median_pence is not None else []
    notes = "; ".join([*middle, *_not_agreed(summary)])
    return f"{among} {span}{f' ({notes})' if notes else ''}{beside}; there is no fixed sum."


def _not_agreed(summary: RemedySummary) -> list[str]:
    """How many of the sums were not the Ombudsman's agreed ones: they are a different thing to argue from."""
    statuses = [row.remedy.status for row in summary.rows_with_sums]
    offered, recommended = statuses.count(RemedyStatus.OFFERED), statuses.count(RemedyStatus.RECOMMENDED)
    if len(statuses) == 1:
        return ["a council’s own offer"] if offered else ["recommended"] if recommended else []
    parts = [f"{offered} of the sums offered by councils"] if offered else []
    return [*parts, f"{recommended} of them recommended"] if recommended else parts


def _payments(query: Query, comparable: Sequence[Case], summary: RemedySummary) -> list[Statement]:
    """One statement a case: what was paid for that issue. Cases whose sum is not stated come after the others."""
    statements = []
    for case in comparable:
        rows = [row for row in summary.payments if row.case_key == case.key]
        if rows:
            paid = describe_payments(rows)
        elif case.decision.reference in summary.unstated:
            paid = describe_unstated(case) + describe_other_issues(case)
        else:
            continue
        role = StatementRole.CLOSEST if case.relevance is Relevance.CLOSE else StatementRole.FIGURES
        text = f"{name_case(case.decision)}: {paid}{_about(case)}."
        statements.append((not rows, Statement(role, text, _quotes(case, rows, query.topic))))
    named = [statement for _, statement in sorted(statements, key=lambda item: item[0])][:_NAMED_WITH_PAYMENT]
    # Long ones crowd the others out: about 200 words in all is what is read before the table of cases.
    while len(named) > _NAMED_AT_LEAST and sum(len(each.text.split()) for each in named) > _WORDS_ON_PAYMENTS:
        named.pop()
    return sorted(named, key=lambda statement: statement.role is not StatementRole.CLOSEST)


def _about(case: Case) -> str:
    return f", for “{case.issue}”" if case.issue else ""


def _contrast(query: Query, evidence: Evidence, summary: RemedySummary, *, at_most: int) -> list[Statement]:
    """The cases that lost, and those with fault and no payment.

    Where no comparable case lost, one background case that did is shown and marked, unless a list was asked for.
    """
    comparable = [case for case in evidence.cases if case.relevance is not Relevance.BACKGROUND]
    lost = [case for case in comparable if case.decision.outcome in _LOST]
    unpaid = [case for case in comparable if case.decision.reference in summary.unpaid and case not in lost]
    shown = [*lost, *unpaid][:at_most]
    if not lost and query.kind not in (QuestionKind.BODY_HISTORY, QuestionKind.LIST_CASES):
        shown = [*shown, *[case for case in evidence.cases if case.decision.outcome in _LOST][:1]]
    return [_contrast_case(case, query) for case in shown]


def _contrast_case(case: Case, query: Query) -> Statement:
    ending = describe_outcome(case.decision)
    if case.decision.outcome not in _LOST:
        ending += ", no payment recorded"
    less = " (less close)" if case.relevance is Relevance.BACKGROUND else ""
    quote = quote_for_issue(case, query.topic)
    text = f"{name_case(case.decision)}: {ending}{_about(case)}{less}."
    return Statement(StatementRole.CONTRAST, text, (quote,) if quote else ())


def _other_remedies(comparable: Sequence[Case], summary: RemedySummary) -> list[Statement]:
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


def _confidence(
    comparable: Sequence[Case], summary: RemedySummary, evidence: Evidence, facts: CasebookFacts
) -> Statement:
    newest = max((case.decision.decided for case in comparable if case.decision.decided), default=None)
    text = f"How sure: {format_count(len(comparable), 'comparable decision')} of {facts.decisions:,} held"
    if evidence.searched and evidence.searched != facts.decisions:
        text += f" ({evidence.searched:,} pass the filters)"
    text += f", newest {format_month(newest)}" if newest else ""
    if summary.median_pence is None and summary.rows_with_sums:
        text += f"; {format_count(len(summary.rows_with_sums), 'sum')}, so no median is given"
    full = sum(1 for case in comparable if case.decision.is_full_text)
    if full == 0:
        text += ". Known from our digests of published summaries"
    elif full < len(comparable):
        text += f". {format_count(full, 'decision is', 'decisions are')} held in full text, the others as our digests"
    text += "."
    if evidence.damaged:
        number = format_count(len(evidence.damaged), "stored decision was", "stored decisions were")
        text += f" {number} left out, because the record is damaged: run `python -m ingest verify`."
    return Statement(StatementRole.CONFIDENCE, text)


def _caveats(summary: RemedySummary) -> list[Statement]:
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


def _quotes(case: Case, rows: Sequence[PaymentRow], topic: str) -> tuple[Citation, ...]:
    found = [quote_for_remedy(case, row.remedy, topic) for row in rows] or [quote_for_issue(case, topic)]
    return tuple(dict.fromkeys(quote for quote in found if quote is not None))
