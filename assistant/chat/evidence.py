"""The evidence panel: each decision behind an answer in its own text, with every cited passage marked in its place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.chat.decision_parts import (
    LEFT_OUT,
    look_of,
    render_basis,
    render_facts,
    render_flagged,
    render_link,
    render_remedy,
    render_unread,
)
from assistant.chat.markup import Markup, markup, tag, tags
from assistant.domain import (
    Answer,
    CaseReference,
    Citation,
    Decision,
    Paragraph,
    Relevance,
)
from assistant.taking import Decisions

_OPEN_ONE = "This answer cites no decision. Its background decisions open here from their list."


@dataclass(frozen=True)
class Span:
    """A cited place in one text: characters ``start`` to ``end``, and the number of the citation."""

    start: int
    end: int
    number: int


def source_id(turn: int, reference: CaseReference) -> str:
    """The id of a decision's article on the page; a decision cited in two answers has one in each."""
    return f"source-{turn}-{reference.slug}"


def render_sources(turn: int, answer: Answer, decisions: Decisions, numbers: dict[Citation, int]) -> Markup:
    """An article for each decision; only the one that is cited first is shown, the others wait to be opened.

    Where nothing is cited, the nearest comparable decision is shown; where there is none of those either, a line that
    says how to open one. No decisions give empty Markup.
    """
    if not decisions:
        return markup()
    reasons = {case.decision.reference: case.why for case in answer.evidence.cases}
    comparable = [case for case in answer.evidence.cases if case.relevance is not Relevance.BACKGROUND]
    cited = [citation.reference for citation in numbers if citation.reference in decisions]
    first = next(iter([*cited, *(case.decision.reference for case in comparable)]), None)
    hint = "" if first else tag("p", _OPEN_ONE, class_="hint", data_hint=True)
    articles = [
        _source(
            source_id(turn, reference),
            decision,
            {citation: number for citation, number in numbers.items() if citation.reference == reference},
            why=reasons.get(reference, ""),
            is_shown=reference == first,
        )
        for reference, decision in decisions.items()
    ]
    return markup(hint, *articles)


def mark_quotes(text: str, spans: Sequence[Span], *, active: int | None = None) -> Markup:
    """The text with each span in ``<mark>``, its number before it; all other characters as they are, escaped.

    Spans may overlap: then a piece carries the numbers of all that cover it. Spans outside the text are cut off.
    The span numbered ``active`` is highlighted; the others are only underlined until they are opened.
    """
    kept = [Span(max(0, s.start), min(len(text), s.end), s.number) for s in spans]
    kept = [span for span in kept if span.start < span.end]
    edges = sorted({0, len(text), *(s.start for s in kept), *(s.end for s in kept)})
    pieces: list[str] = []
    for start, end in pairwise(edges):
        over = sorted(span.number for span in kept if span.start <= start and end <= span.end)
        begins = sorted(span.number for span in kept if span.start == start)
        pieces += [tag("span", f"[{number}]", class_="mark-number", aria_hidden="true") for number in begins]
        piece = text[start:end]
        lit = "active" if active in over else None
        pieces.append(tag("mark", piece, class_=lit, data_cites=" ".join(map(str, over))) if over else piece)
    return markup(*pieces)


def _source(identifier: str, decision: Decision, numbers: dict[Citation, int], *, why: str, is_shown: bool) -> Markup:
    return tag(
        "article",
        tag("h3", decision.body or "Body not named", id=f"{identifier}-title", tabindex="-1"),
        render_facts(decision),
        render_basis(decision),
        _passages(len(numbers)),
        tag("div", *_text(decision, numbers), class_=f"text {look_of(decision)}"),
        _remedies(decision),
        render_unread(decision),
        render_flagged(decision),
        render_link(decision),
        tag("p", tag("strong", "Why it is here: "), why, class_="why") if why else "",
        tag(
            "p",
            tag("button", "Back to the answer", type="button", class_="back quiet", data_back=True),
            tag("button", "Open in full", type="button", class_="quiet", data_decision=str(decision.reference)),
            class_="ways",
        ),
        id=identifier,
        class_="source",
        aria_labelledby=f"{identifier}-title",
        hidden=not is_shown,
    )


def _passages(number: int) -> Markup:
    """The way from one cited passage to the next, where there are several."""
    if number < 2:
        return markup()
    steps = (("-1", "Previous passage"), ("1", "Next passage"))
    buttons = [tag("button", name, type="button", class_="quiet", data_step=step) for step, name in steps]
    return tag("p", tag("span", f"{number} passages cited"), *buttons, class_="passages")


def _text(decision: Decision, numbers: dict[Citation, int]) -> Iterable[Markup]:
    """The paragraphs in order, each under its section's heading where there is one; a planted one is only named."""
    headings = {section.ordinal: section.heading for section in decision.sections}
    flagged = decision.flagged_paragraphs
    current: int | None = None
    for paragraph in decision.paragraphs:
        if paragraph.id in flagged:
            yield tag("p", LEFT_OUT, class_="aside")
            continue
        if paragraph.section != current:
            current = paragraph.section
            if headings.get(current):
                yield tag("h4", headings[current])
        number = f"{paragraph.printed_number}. " if paragraph.printed_number is not None else ""
        yield tag(
            "p",
            tag("span", number, class_="printed-number") if number else "",
            tag("span", mark_quotes(paragraph.text, _spans(paragraph, numbers), active=1), class_="paragraph"),
        )


def _spans(paragraph: Paragraph, numbers: dict[Citation, int]) -> list[Span]:
    return [
        Span(citation.start, citation.start + len(citation.quote), number)
        for citation, number in numbers.items()
        if citation.paragraph == paragraph.id
        and paragraph.text[citation.start : citation.start + len(citation.quote)] == citation.quote
    ]


def _remedies(decision: Decision) -> Markup:
    if not decision.remedies:
        return tag("p", "No remedy is recorded.", class_="no-remedy")
    return markup(
        tag("h4", "Remedies recorded in this decision"),
        tag(
            "ul",
            tags("li", [render_remedy(decision.reference, remedy) for remedy in decision.remedies]),
            class_="remedies",
        ),
    )
