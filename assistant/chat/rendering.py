"""Answers as HTML for the conversation: our words with their markers, the table of cases, and what was understood."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from assistant.chat.citing import draft_to_copy
from assistant.chat.evidence import source_id
from assistant.chat.markup import Markup, markup, tag, tags
from assistant.chat.pattern import render_cases, render_pattern
from assistant.chat.steering import render_suggestions, render_within, render_without_limits
from assistant.chat.terms import mark_terms
from assistant.chat.understood import render_left_out, render_understood
from assistant.chat.words import ROLE_HEADINGS, STATUS_LABELS
from assistant.domain import (
    Answer,
    AnswerStatus,
    CaseReference,
    Citation,
    NewsItem,
    QuestionKind,
    Statement,
    StatementRole,
)
from assistant.labels import status_label, without_lead
from assistant.taking import Decisions, Whose, blocks_of, number_citations, split_headline, words_of
from assistant.text import format_date, join_words

# A longer question is folded, so that the answer stays in sight.
_QUESTION_SHOWN = 400
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


def render_turn(
    turn: int,
    question: str,
    answer: Answer,
    decisions: Decisions,
    *,
    taking: str = "",
    taking_table: str = "",
    tools: str = "",
) -> Markup:
    """One question and its answer. ``question`` is what may be shown; ``decisions`` are those the answer cites.

    ``taking`` is how it is taken away, put below what it says; ``taking_table`` the same for its table, put below that;
    ``tools`` is what else can be done with it.
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
        taking,
        render_cases(turn, answer),
        taking_table,
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


def describe_taken_out(references: Sequence[CaseReference]) -> str:
    """Why an answer is no longer shown: the decisions that it used and that were taken out since."""
    has = "has" if len(references) == 1 else "have"
    return (
        f"This answer used {join_words(map(str, references))}, which {has} since been taken out of the casebook. It is "
        "no longer shown, because its words and figures took that into account. What you copied or saved of it "
        "still does: check it before you use it."
    )


def render_taken_out(
    turn: int, question: str, references: Sequence[CaseReference], without: Sequence[str] = ()
) -> Markup:
    """In the place of an answer that used decisions which were taken out since; it offers to ask again.

    ``without`` are the keys of the assumptions that were undone when it was asked.
    """
    message = describe_taken_out(references)
    first, _, rest = message.partition(". ")
    again = json.dumps(list(without))
    return _turn(
        turn,
        question,
        tag("p", "No longer shown", class_="status declined taken-out"),
        tag("p", f"{first}.", class_="headline"),
        tag("p", rest),
        tag("button", "Ask again", type="button", class_="quiet", data_turn=str(turn), data_without=again),
        announcement=f"Answer {turn} is no longer shown. {message}",
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
        mark_terms(reply, str(turn)),
        id=f"turn-{turn}",
        class_="turn",
        data_announce=announcement,
    )


def _status_class(status: AnswerStatus) -> str:
    if status in _DECLINED:
        return "declined"
    return "held" if status in (AnswerStatus.FOUND, AnswerStatus.FEW, AnswerStatus.ONE) else status.value


# --------------------------------------------------------------------------- statements


def _statements(turn: int, answer: Answer, decisions: Decisions, numbers: dict[Citation, int]) -> Iterator[Markup]:
    """Each headline with what belongs to it; below it, statements with one role stand under one heading.

    What there is to see of the whole answer stands below the first headline.
    """
    pattern = render_pattern(turn, answer)
    for block in blocks_of(answer.statements):
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
                yield pattern
                pattern = markup()
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
    first, rest = split_headline(statement)
    if rest is None:
        return tag("p", _statement(turn, statement, decisions, numbers), class_="headline")
    return markup(
        tag("p", first, class_="headline"), tag("p", _statement(turn, rest, decisions, numbers), class_="lead")
    )


def _statement(turn: int, statement: Statement, decisions: Decisions, numbers: dict[Citation, int]) -> Markup:
    cited = sorted(set(statement.citations), key=lambda citation: numbers[citation])
    markers = [_marker(turn, citation, numbers[citation], decisions) for citation in cited]
    return markup(
        _with_quotes(without_lead(statement), statement.citations, decisions),
        *(markup(" ", marker) for marker in markers),
    )


def _with_quotes(text: str, citations: Sequence[Citation], decisions: Decisions) -> Markup:
    """The text, with what it quotes word for word set apart from our words."""
    return markup(
        *(
            words.text if words.whose is Whose.OURS else tag("span", words.text, class_="quoted")
            for words in words_of(text, citations, decisions)
        )
    )


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
