"""Answers as HTML for the conversation: our words with their markers, the table of cases, and what was understood."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.chat.citing import Decisions, answer_to_copy, draft_to_copy, number_citations
from assistant.chat.evidence import source_id
from assistant.chat.markup import Markup, markup, tag, tags
from assistant.chat.steering import render_suggestions, render_within, render_without_limits
from assistant.chat.understood import render_left_out, render_understood
from assistant.chat.words import BASIS_SHORT, RELEVANCE_LABELS, ROLE_HEADINGS, STATUS_LABELS
from assistant.composing.phrases import describe_outcome, describe_payments, describe_unstated
from assistant.domain import (
    Answer,
    AnswerStatus,
    Case,
    Citation,
    NewsItem,
    PaymentRow,
    QuestionKind,
    Relevance,
    Statement,
    StatementRole,
)
from assistant.text import format_date, format_month, split_sentences

# A longer question is folded, so that the answer stays in sight.
_QUESTION_SHOWN = 400
# A longer headline is set as a headline in its first sentence only.
_HEADLINE_WHOLE = 180
# Statements that close an answer are said in a paragraph; the others are entries of a list.
_IN_PARAGRAPHS = frozenset(
    {
        StatementRole.HEADLINE,
        StatementRole.LIMITS,
        StatementRole.SIGNPOST,
        StatementRole.CONFIDENCE,
        StatementRole.MEANING,
    }
)
# Beyond so many rows the table is folded: a trend counts whole years.
_ROWS_OPEN = 25
# How a statement begins where it must stand without a heading; here it has one.
_LEADS = ("How sure: ", "Beside money: ", "Money: ")
# The statuses that lead somewhere else; the page gives them a quieter look, never an alarming one.
_DECLINED = frozenset(
    {
        AnswerStatus.OUT_OF_SCOPE,
        AnswerStatus.UNCLEAR,
        AnswerStatus.PERSONAL_DATA,
        AnswerStatus.BLOCKED,
        AnswerStatus.ABOUT,
    }
)
_NOT_SEARCHED = _DECLINED | {AnswerStatus.ERROR}


def shown_question(question: str, answer: Answer) -> str:
    """The question as it may stay on the page: without the personal data that was found in it."""
    return answer.query.redacted_question or question.strip()


def render_turn(turn: int, question: str, answer: Answer, decisions: Decisions, *, tools: str = "") -> Markup:
    """One question and its answer. ``question`` is what may be shown; ``decisions`` are those the answer cites.

    ``tools`` is what can be done with the answer, put below it.
    """
    numbers = number_citations(answer.statements)
    return _turn(
        turn,
        question,
        tag("p", status_label(answer), class_=f"status {_status_class(answer.status)}"),
        *_statements(turn, answer, decisions, numbers),
        render_without_limits(turn, answer),
        _redacted(answer),
        _near(answer),
        _understood(turn, answer),
        _actions(question, answer, decisions),
        _cases(turn, answer),
        _news(answer.evidence.news),
        render_suggestions(turn, answer),
        tools,
        announcement=f"Answer ready. {status_label(answer)}.",
        beneath=markup(render_within(answer.query), render_left_out(answer.query)),
    )


def render_failure(turn: int, question: str, message: str) -> Markup:
    """A question that could not be answered because something broke; the message says what to do."""
    return _turn(
        turn,
        question,
        tag("p", STATUS_LABELS[AnswerStatus.ERROR], class_="status error"),
        tag("p", message, class_="headline"),
        tag("button", "Try again", type="button", class_="quiet", data_ask=question),
        announcement=f"{STATUS_LABELS[AnswerStatus.ERROR]}. {message}",
    )


def render_question(question: str) -> Markup:
    """A question as the asker typed it, folded where it is long."""
    text = question.strip()
    if len(text) <= _QUESTION_SHOWN:
        return tag("p", tag("bdi", text), class_="question")
    start = text[:_QUESTION_SHOWN].rstrip() + "…"
    whole = tag("details", tag("summary", "Show the whole question"), tag("p", tag("bdi", text), class_="question"))
    return markup(tag("p", tag("bdi", start), class_="question"), whole)


def _turn(turn: int, question: str, *answer: str, announcement: str, beneath: str = "") -> Markup:
    heading = tag("h2", f"Question {turn}", class_="label")
    reply = tag("div", tag("h3", "Answer", class_="visually-hidden"), *answer, class_="answer")
    return tag(
        "article",
        tag("div", heading, render_question(question), beneath, class_="asked"),
        reply,
        id=f"turn-{turn}",
        class_="turn",
        data_announce=announcement,
    )


def status_label(answer: Answer) -> str:
    """What the answer is; the meaning of a term rests on no comparable decisions."""
    if answer.query.kind is QuestionKind.MEANING and answer.query.terms and answer.query.decline is None:
        return "What the word means"
    return STATUS_LABELS[answer.status]


def _status_class(status: AnswerStatus) -> str:
    if status in _DECLINED:
        return "declined"
    return "held" if status in (AnswerStatus.FOUND, AnswerStatus.FEW, AnswerStatus.ONE) else status.value


# --------------------------------------------------------------------------- statements


def _statements(turn: int, answer: Answer, decisions: Decisions, numbers: dict[Citation, int]) -> Iterator[Markup]:
    """Each headline with what belongs to it; below it, statements with one role stand under one heading."""
    for block in _blocks(answer.statements):
        roles: dict[StatementRole, list[Markup]] = {}
        for statement in block:
            roles.setdefault(statement.role, []).append(_statement(turn, statement, decisions, numbers))
        for role, said in roles.items():
            if role is StatementRole.CLOSEST and answer.query.kind is QuestionKind.SINGLE_CASE:
                yield tag("h4", "Nearest to your question")
            elif role in ROLE_HEADINGS:
                yield tag("h4", ROLE_HEADINGS[role])
                if role is StatementRole.DRAFT:
                    yield _to_paste(block, said)
                    continue
            elif role is StatementRole.HEADLINE:
                yield _headline(turn, block, decisions, numbers)
                continue
            kind = role.value.replace(" ", "-")
            listed = len(said) > 1 or role not in _IN_PARAGRAPHS
            yield tag("ul", tags("li", said), class_=kind) if listed else tag("p", *said, class_=kind)


def _to_paste(block: Sequence[Statement], said: Sequence[Markup]) -> Markup:
    """A draft as one paragraph with its markers, and a button that copies it without them."""
    plain = draft_to_copy(block)
    button = tag("button", "Copy the paragraph", type="button", class_="quiet", data_copy=plain)
    return markup(tag("blockquote", tag("p", *(markup(one, " ") for one in said)), class_="draft"), button)


def _headline(turn: int, block: Sequence[Statement], decisions: Decisions, numbers: dict[Citation, int]) -> Markup:
    """The headline; of a long one only the first sentence is set as one, so that the rest stays readable."""
    statement = next(statement for statement in block if statement.role is StatementRole.HEADLINE)
    sentences = split_sentences(statement.text)
    if len(statement.text) <= _HEADLINE_WHOLE or len(sentences) < 2:
        return tag("p", _statement(turn, statement, decisions, numbers), class_="headline")
    first = sentences[0]
    rest = replace(statement, text=statement.text[len(first) :].strip())
    return markup(
        tag("p", first, class_="headline"), tag("p", _statement(turn, rest, decisions, numbers), class_="lead")
    )


def _blocks(statements: Sequence[Statement]) -> list[list[Statement]]:
    """Cut before each headline but the first; what stands before that one stays with it."""
    blocks: list[list[Statement]] = [[]]
    for statement in statements:
        is_headline = statement.role is StatementRole.HEADLINE
        if is_headline and any(earlier.role is StatementRole.HEADLINE for earlier in blocks[-1]):
            blocks.append([])
        blocks[-1].append(statement)
    return blocks


def _statement(turn: int, statement: Statement, decisions: Decisions, numbers: dict[Citation, int]) -> Markup:
    cited = sorted(set(statement.citations), key=lambda citation: numbers[citation])
    markers = [_marker(turn, citation, numbers[citation], decisions) for citation in cited]
    return markup(
        _with_quotes(without_lead(statement), statement.citations), *(markup(" ", marker) for marker in markers)
    )


def without_lead(statement: Statement) -> str:
    """The text without a lead-in ("How sure: …") that the heading above it already says."""
    for lead in _LEADS:
        if statement.role in ROLE_HEADINGS and statement.text.startswith(lead):
            rest = statement.text[len(lead) :]
            return rest[:1].upper() + rest[1:]
    return statement.text


def _with_quotes(text: str, citations: Sequence[Citation]) -> Markup:
    """The text, with what it quotes word for word set apart from our words."""
    for citation in citations:
        start = text.find(citation.quote)
        if start >= 0:
            end = start + len(citation.quote)
            return markup(
                _with_quotes(text[:start], citations),
                tag("span", text[start:end], class_="quoted"),
                _with_quotes(text[end:], citations),
            )
    return markup(text)


def _marker(turn: int, citation: Citation, number: int, decisions: Decisions) -> Markup:
    decision = decisions.get(citation.reference)
    body = decision.body if decision and decision.body else "decision"
    return tag(
        "button",
        f"[{number}]",
        type="button",
        class_="cite",
        data_open=source_id(turn, citation.reference),
        data_cite=str(number),
        aria_label=f"[{number}] Show the source: {body}, {citation.reference}",
    )


# --------------------------------------------------------------------------- what goes with an answer


def _redacted(answer: Answer) -> Markup:
    """The question without the personal data, to ask with one click."""
    redacted = answer.query.redacted_question
    if answer.status is not AnswerStatus.PERSONAL_DATA or not redacted:
        return markup()
    return tag(
        "div",
        tag("p", "Without the details it would read:"),
        tag("blockquote", redacted),
        tag("button", "Ask it like this", type="button", class_="quiet", data_ask=redacted),
        class_="redacted",
    )


def _near(answer: Answer) -> Markup:
    """The different cases whose references look like one that is not held, each to ask about with one click."""
    buttons = [
        tag(
            "button",
            f"Show {decision.reference}, {decision.body or 'body not named'}",
            type="button",
            class_="quiet",
            data_ask=f"Summarise {decision.reference}",
        )
        for decision in answer.evidence.near
    ]
    return tag("ul", tags("li", buttons), class_="offers") if buttons else markup()


def _news(items: Sequence[NewsItem]) -> Markup:
    if not items:
        return markup()
    entries = [
        f"{item.title} ({item.source}{', ' + format_date(item.published) if item.published else ''})" for item in items
    ]
    note = tag("p", "Press articles: something to read, not decisions. They are counted nowhere.", class_="aside")
    return tag("section", tag("h4", "In the news"), note, tag("ul", tags("li", entries)), class_="news")


def _understood(turn: int, answer: Answer) -> Markup:
    """What was understood; where nothing was searched, only what was undone, so that it can be put back."""
    if answer.status in _NOT_SEARCHED and not answer.evidence.cases and not answer.query.left_out:
        return markup()
    return render_understood(turn, answer.query)


def _actions(question: str, answer: Answer, decisions: Decisions) -> Markup:
    report = answer.report
    checked = [
        f"{number:,} {noun if number != 1 else noun[:-1]}"
        for number, noun in (
            (report.quotes, "quotations"),
            (report.figures, "figures"),
            (report.references, "references"),
            (report.dates, "dates"),
            (report.counts, "counts"),
        )
        if number
    ]
    button = tag(
        "button",
        "Copy with references" if report.quotes else "Copy",
        type="button",
        class_="quiet",
        data_copy=answer_to_copy(question, answer, decisions),
    )
    note = f"Checked against the casebook: {', '.join(checked)}." if report.quotes else ""
    return tag("div", button, tag("p", note, class_="checked") if note else "", class_="actions")


# --------------------------------------------------------------------------- the table of cases


_COLUMNS = ("Decision", "Decided", "Outcome", "Relevance", "Paid for this issue", "Known from")


def _cases(turn: int, answer: Answer) -> Markup:
    """The table of the decisions that were counted; below it, folded, those that are background."""
    counted = [case for case in answer.evidence.cases if case.relevance is not Relevance.BACKGROUND]
    background = [case for case in answer.evidence.cases if case.relevance is Relevance.BACKGROUND]
    parts: list[str] = []
    if counted:
        number = len(counted)
        order = "side by side" if answer.evidence.sides else "nearest first"
        caption = f"The {number} comparable decisions, {order}" if number > 1 else "The decision"
        table = _table(turn, answer, counted, caption)
        folded = tag("details", tag("summary", f"Show the {number} comparable decisions"), table)
        parts.append(table if number <= _ROWS_OPEN else folded)
    if background:
        number = len(background)
        noun = f"{number} {'more ' if counted else ''}decision{'s' if number > 1 else ''}"
        table = _table(turn, answer, background, "Background decisions")
        parts.append(tag("details", tag("summary", f"{noun} for background, not counted"), table))
    return tag("div", *parts, class_="case-table") if parts else markup()


def _table(turn: int, answer: Answer, cases: Sequence[Case], caption: str) -> Markup:
    # Roles are said although the elements imply them: on a phone the rows are laid out as cards, and browsers
    # then forget that they are a table.
    head = tag("tr", *(tag("th", name, scope="col", role="columnheader") for name in _COLUMNS), role="row")
    return tag(
        "table",
        tag("caption", caption),
        tag("thead", head, role="rowgroup"),
        tag("tbody", *(_row(turn, case, answer) for case in cases), role="rowgroup"),
        class_="cases",
        role="table",
    )


def _row(turn: int, case: Case, answer: Answer) -> Markup:
    decision = case.decision
    opener = tag(
        "button",
        str(decision.reference),
        type="button",
        class_="open-case",
        data_open=source_id(turn, decision.reference),
        aria_label=f"{decision.reference} Show this decision",
    )
    name = tag("span", decision.body or "Body not named", class_="body-name")
    date = format_month(decision.decided) if decision.decided else "Not known"
    cells = (date, describe_outcome(decision).capitalize(), RELEVANCE_LABELS[case.relevance], _paid(case, answer))
    basis = tag(
        "span", BASIS_SHORT[decision.basis], class_=f"known {'full-text' if decision.is_full_text else 'digest'}"
    )
    return tag(
        "tr",
        tag("th", opener, name, scope="row", role="rowheader"),
        *(
            tag("td", cell, role="cell", data_label=label)
            for label, cell in zip(_COLUMNS[1:], (*cells, basis), strict=True)
        ),
        role="row",
        class_=case.relevance.value,
    )


def _paid(case: Case, answer: Answer) -> str:
    """What was paid for the issue asked about; a case that was not counted says so."""
    reference, summary = case.decision.reference, answer.summary
    rows: list[PaymentRow] = [row for row in summary.payments if row.case_key == case.key]
    if rows or reference in summary.unstated:
        paid = describe_payments(rows) if rows else describe_unstated(case)
        return paid[:1].upper() + paid[1:]
    return "No payment" if reference in summary.unpaid else "Not counted"
