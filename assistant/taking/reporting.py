"""A question and its Answer → the Report that every form is written from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from assistant.domain import (
    Answer,
    AnswerStatus,
    CasebookFacts,
    Citation,
    Query,
    QuestionKind,
    Statement,
    StatementRole,
)
from assistant.labels import (
    ROLE_HEADINGS,
    STATUS_LABELS,
    describe_casebook,
    describe_checks,
    describe_understood,
    status_label,
    without_lead,
)
from assistant.taking.cases import tables_of
from assistant.taking.citing import Decisions, footnotes_of, number_citations, whose_words
from assistant.taking.report import Part, PartKind, Report, Said, Words
from assistant.text import format_count, format_date, split_sentences

# A longer headline is set as a headline in its first sentence only.
_HEADLINE_WHOLE = 180
_IN_PARAGRAPHS = frozenset({StatementRole.SIGNPOST, StatementRole.CONFIDENCE, StatementRole.MEANING})
# Where nothing was searched, what was understood of the question is a guess that helps nobody.
_NOT_SEARCHED = frozenset(
    {
        AnswerStatus.OUT_OF_SCOPE,
        AnswerStatus.UNCLEAR,
        AnswerStatus.PERSONAL_DATA,
        AnswerStatus.BLOCKED,
        AnswerStatus.ERROR,
    }
)


def shown_question(question: str, answer: Answer) -> str:
    """The question as it may be shown and taken away: without the personal data that was found in it."""
    return answer.query.redacted_question or question.strip()


def report_answer(question: str, answer: Answer, decisions: Decisions) -> Report:
    """The answer with all that is taken away with it.

    ``question`` is as it may be shown; where personal data was found in it, the redacted form stands instead.
    ``decisions`` are those that the answer cites; a place in one that is missing is cited by its reference only.
    """
    query = answer.query
    numbers = number_citations(answer.statements)
    searched = answer.status not in _NOT_SEARCHED or bool(answer.evidence.cases)
    return Report(
        question=shown_question(question, answer),
        status=status_label(answer),
        casebook=describe_casebook(answer.casebook),
        topic=_topic(query) if searched else "",
        understood=describe_understood(query) if searched else (),
        assumed=query.assumed if searched else (),
        left_out=tuple(assumption.short or assumption.text.rstrip(".") for assumption in query.left_out),
        parts=tuple(_parts(answer, decisions, numbers)),
        footnotes=footnotes_of(numbers, decisions),
        tables=tables_of(answer),
        news=tuple(
            f"{item.title} ({item.source}{', ' + format_date(item.published) if item.published else ''})"
            for item in answer.evidence.news
        ),
        remarks=tuple(_remarks(answer)),
    )


def report_failure(question: str, message: str, facts: CasebookFacts) -> Report:
    """A question that could not be answered because something broke; ``message`` is what the page said."""
    said = Part(PartKind.HEADLINE, (Said((Words(message),)),))
    return Report(question.strip(), STATUS_LABELS[AnswerStatus.ERROR], describe_casebook(facts), parts=(said,))


def _topic(query: Query) -> str:
    """What names the file: the references asked for, else the topic."""
    if query.kind is QuestionKind.SINGLE_CASE:
        return " ".join(reference.slug for reference in query.references)
    return query.topic


def _remarks(answer: Answer) -> Iterator[str]:
    """How the answer was checked, and who worded it where that was not Redress alone."""
    if checks := describe_checks(answer.report):
        yield checks
    writing = answer.writing
    if writing is not None and writing.shown:
        number = format_count(writing.shown, "statement")
        yield f"Worded by {writing.model} in {number}, checked against the evidence; the rest by Redress."


# --------------------------------------------------------------------------- statements


def _parts(answer: Answer, decisions: Decisions, numbers: Mapping[Citation, int]) -> Iterator[Part]:
    """Each headline with what belongs to it; below it, statements with one role stand under one heading."""
    for block in blocks_of(answer.statements):
        roles: dict[StatementRole, list[Statement]] = {}
        for statement in block:
            roles.setdefault(statement.role, []).append(statement)
        for role, statements in roles.items():
            if role is StatementRole.HEADLINE:
                yield from _headline(statements, decisions, numbers)
                continue
            heading = ROLE_HEADINGS.get(role, "")
            if role is StatementRole.CLOSEST and answer.query.kind is QuestionKind.SINGLE_CASE:
                heading = "Nearest to your question"
            said = tuple(_said(statement, decisions, numbers) for statement in statements)
            yield Part(_kind(role, len(statements)), said, heading)


def _kind(role: StatementRole, number: int) -> PartKind:
    if role is StatementRole.DRAFT:
        return PartKind.TO_PASTE
    return PartKind.PARAGRAPHS if number == 1 and role in _IN_PARAGRAPHS else PartKind.LIST


def blocks_of(statements: Sequence[Statement]) -> list[list[Statement]]:
    """Cut before each headline but the first; what stands before that one stays with it."""
    blocks: list[list[Statement]] = [[]]
    for statement in statements:
        is_headline = statement.role is StatementRole.HEADLINE
        if is_headline and any(earlier.role is StatementRole.HEADLINE for earlier in blocks[-1]):
            blocks.append([])
        blocks[-1].append(statement)
    return blocks


def _headline(statements: Sequence[Statement], decisions: Decisions, numbers: Mapping[Citation, int]) -> Iterator[Part]:
    """A headline; of a long one only the first sentence is set as one, so that the rest stays readable."""
    for statement in statements:
        first, rest = split_headline(statement)
        if rest is None:
            yield Part(PartKind.HEADLINE, (_said(statement, decisions, numbers),))
            continue
        yield Part(PartKind.HEADLINE, (Said((Words(first),)),))
        yield Part(PartKind.PARAGRAPHS, (_said(rest, decisions, numbers),))


def split_headline(statement: Statement) -> tuple[str, Statement | None]:
    """The sentence that is set as a headline, and the rest of a long one; None where all of it is the headline."""
    sentences = split_sentences(statement.text)
    if len(statement.text) <= _HEADLINE_WHOLE or len(sentences) < 2:
        return statement.text, None
    return sentences[0], replace(statement, text=statement.text[len(sentences[0]) :].strip())


def _said(statement: Statement, decisions: Decisions, numbers: Mapping[Citation, int]) -> Said:
    words = tuple(words_of(without_lead(statement), statement.citations, decisions))
    return Said(words, tuple(sorted({numbers[citation] for citation in statement.citations})))


def words_of(text: str, citations: Sequence[Citation], decisions: Decisions) -> Iterator[Words]:
    """The text, with what it quotes word for word set apart from our words."""
    quotes = [citation for citation in citations if citation.quote]
    at = 0
    while found := [(text.find(one.quote, at), -len(one.quote), one) for one in quotes if one.quote in text[at:]]:
        start, _, citation = min(found, key=lambda place: place[:2])
        if start > at:
            yield Words(text[at:start])
        at = start + len(citation.quote)
        yield Words(text[start:at], whose_words(decisions.get(citation.reference)))
    if text[at:]:
        yield Words(text[at:])
