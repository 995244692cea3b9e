"""The fixed words of an answer: what its status, its parts, a basis, a relevance and a filter are called.

The page, a copy and every file that is taken away say them alike.
"""

from __future__ import annotations

from assistant.domain import (
    Answer,
    AnswerStatus,
    Basis,
    CasebookFacts,
    CitationReport,
    Filters,
    Query,
    QuestionKind,
    Relevance,
    RemedyKind,
    Statement,
    StatementRole,
)
from assistant.text import format_count, format_date, format_money

STATUS_LABELS: dict[AnswerStatus, str] = {
    AnswerStatus.FOUND: "Comparable decisions found",
    AnswerStatus.FEW: "Only a few comparable decisions",
    AnswerStatus.ONE: "One decision",
    AnswerStatus.NONE: "Nothing comparable held",
    AnswerStatus.OUT_OF_SCOPE: "Outside this casebook",
    AnswerStatus.UNCLEAR: "Please say a little more",
    AnswerStatus.PERSONAL_DATA: "Not searched: personal details",
    AnswerStatus.BLOCKED: "Not answered",
    AnswerStatus.ERROR: "Something went wrong",
    AnswerStatus.ABOUT: "About Redress",
}

# Whose words a reader sees: said beside every text, in words and not by colour alone.
BASIS_LABELS: dict[Basis, str] = {
    Basis.FULL_TEXT: "The Ombudsman’s own words",
    Basis.SUMMARY: "Our digest of the published summary",
    Basis.ROUND_UP: "Our digest of a published list",
}
BASIS_SHORT: dict[Basis, str] = {
    Basis.FULL_TEXT: "Full text",
    Basis.SUMMARY: "Digest",
    Basis.ROUND_UP: "Digest",
}

RELEVANCE_LABELS: dict[Relevance, str] = {
    Relevance.CLOSE: "Close",
    Relevance.PARTLY: "Partly",
    Relevance.BACKGROUND: "Background",
}

# The headings of an answer. Roles without one stand by themselves: the headline, and what closes the answer.
ROLE_HEADINGS: dict[StatementRole, str] = {
    StatementRole.CLOSEST: "Closest decisions",
    StatementRole.FINDINGS: "What was found",
    StatementRole.FIGURES: "What was paid",
    StatementRole.COMPARISON: "Compared",
    StatementRole.TREND: "Year by year",
    StatementRole.REASONS: "Reasons given",
    StatementRole.IMPROVEMENTS: "What changes for everybody",
    StatementRole.DRAFT: "To paste",
    StatementRole.GROUPS: "Counted",
    StatementRole.CONTRAST: "For contrast",
    StatementRole.OTHER_REMEDIES: "Beside money",
    StatementRole.CAVEAT: "Bear in mind",
    StatementRole.CONFIDENCE: "How sure",
}

ACKNOWLEDGEMENT = (
    "Decisions are published by, and are the copyright of, the Commission for Local Administration in England "
    "(the Local Government and Social Care Ombudsman, www.lgo.org.uk)."
)
# Said of an address that nobody saw: the list it was built from had none.
LINK_NOTE = "address built from a list; it may not open"
NOT_ADVICE = (
    "Redress is not official and gives no legal advice. Decisions set no binding precedent: each turns on its facts. "
    "Read a decision on the Ombudsman’s site before you rely on it."
)

_KINDS: dict[QuestionKind, str] = {
    QuestionKind.TYPICAL_REMEDY: "the usual remedy",
    QuestionKind.IS_IT_FAULT: "whether it is fault",
    QuestionKind.HOW_TREATED: "how it is treated",
    QuestionKind.BODY_HISTORY: "a body’s decisions",
    QuestionKind.LIST_CASES: "a list of cases",
    QuestionKind.SINGLE_CASE: "one decision",
    QuestionKind.MEANING: "what a word means",
    QuestionKind.COMPARE: "a comparison",
    QuestionKind.TREND: "change over the years",
    QuestionKind.REASONS: "the reasons for a sum",
    QuestionKind.SERVICE_IMPROVEMENTS: "service improvements",
    QuestionKind.DRAFTING: "words to paste",
}


# What one decision may be asked for and lack, as an answer says it and the checker reads it; money is always told.
MAY_LACK: dict[RemedyKind, str] = {
    RemedyKind.APOLOGY: "apology",
    RemedyKind.REFUND: "refund",
    RemedyKind.SERVICE_IMPROVEMENT: "service improvement",
    RemedyKind.REASSESSMENT: "reassessment or review",
    RemedyKind.BACKDATED_PROVISION: "backdated provision",
}
# What a rate may be for.
RATE_PERIODS = ("month", "week", "fortnight", "term", "year", "day", "night", "hour")
# Of more bodies than these only the first is named.
_BODIES_NAMED = 4
# How a statement begins where it must stand without a heading; under one it has none.
_LEADS = ("How sure: ", "Beside money: ", "Money: ")


def status_label(answer: Answer) -> str:
    """What the answer is; the meaning of a term rests on no comparable decisions."""
    if answer.query.kind is QuestionKind.MEANING and answer.query.terms and answer.query.decline is None:
        return "What the word means"
    return STATUS_LABELS[answer.status]


def without_lead(statement: Statement) -> str:
    """The text without a lead-in ("How sure: …") that the heading above it already says."""
    for lead in _LEADS:
        if statement.role in ROLE_HEADINGS and statement.text.startswith(lead):
            rest = statement.text[len(lead) :]
            return rest[:1].upper() + rest[1:]
    return statement.text


def describe_checks(report: CitationReport) -> str:
    """``Checked against the casebook: 9 quotations, 5 figures.``; empty where nothing is quoted."""
    checked = [
        format_count(number, noun)
        for number, noun in (
            (report.quotes, "quotation"),
            (report.figures, "figure"),
            (report.references, "reference"),
            (report.dates, "date"),
            (report.counts, "count"),
        )
        if number
    ]
    return f"Checked against the casebook: {', '.join(checked)}." if report.quotes else ""


def describe_casebook(facts: CasebookFacts) -> str:
    """``1,403 decisions, the newest of 21 May 2026``; an empty casebook says so."""
    if facts.decisions == 0:
        return "no decisions yet"
    number = format_count(facts.decisions, "decision")
    return f"{number}, the newest of {format_date(facts.newest)}" if facts.newest else number


def describe_understood(query: Query) -> tuple[tuple[str, str], ...]:
    """What was read from a question as (name, value) pairs, only those that say something."""
    rows = [("Looking for", _KINDS.get(query.kind, ""))]
    if query.kind is QuestionKind.SINGLE_CASE:
        rows.append(("Reference", " or ".join(str(reference) for reference in query.references)))
    else:
        rows.append(("Topic", query.topic))
    if query.kind in _KINDS and query.kind is not QuestionKind.SINGLE_CASE:
        rows.append(("Limited to", "; ".join(describe_filters(query.filters)) or "all bodies, all years"))
    return tuple((name, value) for name, value in rows if value.strip())


def describe_filters(filters: Filters) -> tuple[str, ...]:
    """Each filter that is set as a short phrase; none for no filters."""
    phrases = [
        _one_of("", _first_of(filters.bodies)),
        _one_of("not ", _first_of(filters.bodies_not)),
        _one_of("category ", filters.categories),
        _one_of("subcategory ", filters.subcategories),
        _one_of("", [outcome.value.lower() for outcome in filters.outcomes]),
        f"from {format_date(filters.date_from)}" if filters.date_from else "",
        f"up to {format_date(filters.date_to)}" if filters.date_to else "",
        f"{format_money(filters.amount_min_pence)} or more" if filters.amount_min_pence is not None else "",
        f"{format_money(filters.amount_max_pence)} or less" if filters.amount_max_pence is not None else "",
        _one_of("with ", [kind.value for kind in filters.remedy_kinds]),
        *(_one_of("with ", [kind.value for kind in kinds]) for kinds in filters.also_kinds),
        _one_of("without ", [kind.value for kind in filters.remedy_kinds_not]),
        _one_of("paid to ", [payee.value for payee in filters.payees]),
        _one_of("for ", [purpose.value for purpose in filters.purposes]),
        _one_of("known from ", [basis.value for basis in filters.bases]),
        _one_of("", [str(reference) for reference in filters.references]),
    ]
    return tuple(phrase for phrase in phrases if phrase)


def _first_of(bodies: tuple[str, ...]) -> tuple[str, ...]:
    """The names; of a whole kind of council (the assumptions name it) the first one and how many more."""
    return bodies if len(bodies) <= _BODIES_NAMED else (bodies[0], f"{len(bodies) - 1} more councils")


def _one_of(before: str, values: tuple[str, ...] | list[str]) -> str:
    return f"{before}{' or '.join(values)}" if values else ""
