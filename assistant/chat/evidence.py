"""The evidence panel: each decision behind an answer in its own text, with every cited passage marked in its place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.chat.citing import Decisions
from assistant.chat.markup import Markup, markup, ombudsman_link, tag, tags
from assistant.chat.words import BASIS_LABELS, BASIS_NOTES
from assistant.composing.phrases import describe_kind, describe_outcome, describe_payment, describe_status
from assistant.domain import (
    Answer,
    CaseReference,
    Citation,
    Decision,
    Paragraph,
    PaymentRow,
    Relevance,
    Remedy,
    RemedyStatus,
)
from assistant.planted import spell_out
from assistant.text import format_count, format_date

_LEFT_OUT = "A paragraph that looks planted is left out here; it is shown below, and nothing is taken from it."
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
    kind = "full-text" if decision.is_full_text else "digest"
    link = ombudsman_link(decision.url, "Read the decision on the Ombudsman’s site")
    address_note = " The address was built from a list and may not open." if decision.url_derived else ""
    return tag(
        "article",
        tag("h3", decision.body or "Body not named", id=f"{identifier}-title", tabindex="-1"),
        _facts(decision),
        tag(
            "p",
            tag("strong", BASIS_LABELS[decision.basis]),
            tag("span", BASIS_NOTES[decision.basis]),
            class_=f"basis {kind}",
        ),
        _passages(len(numbers)),
        tag("div", *_text(decision, numbers), class_=f"text {kind}"),
        _remedies(decision),
        _unread(decision),
        _flagged(decision),
        tag("p", link or "No page on the Ombudsman’s site is known for this decision.", address_note, class_="link"),
        tag("p", tag("strong", "Why it is here: "), why, class_="why") if why else "",
        tag("button", "Back to the answer", type="button", class_="back quiet", data_back=True),
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


def _facts(decision: Decision) -> Markup:
    subject = " › ".join(part for part in (decision.category, decision.subcategory) if part)
    rows = (
        ("Reference", str(decision.reference)),
        ("Decided", format_date(decision.decided) if decision.decided else "date not known"),
        ("Outcome", describe_outcome(decision).capitalize()),
        ("Subject", subject),
    )
    return tag("dl", *(tag("div", tag("dt", name), tag("dd", value)) for name, value in rows if value), class_="facts")


def _text(decision: Decision, numbers: dict[Citation, int]) -> Iterable[Markup]:
    """The paragraphs in order, each under its section's heading where there is one; a planted one is only named."""
    headings = {section.ordinal: section.heading for section in decision.sections}
    flagged = decision.flagged_paragraphs
    current: int | None = None
    for paragraph in decision.paragraphs:
        if paragraph.id in flagged:
            yield tag("p", _LEFT_OUT, class_="aside")
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
        tag("ul", tags("li", [_remedy(decision, remedy) for remedy in decision.remedies]), class_="remedies"),
    )


def _unread(decision: Decision) -> Markup:
    """What the reader did not understand in this text, so that nobody takes the rows above for everything."""
    if not decision.unread:
        return markup()
    rows = [markup(tag("q", item.text), " ", tag("span", item.reason, class_="aside")) for item in decision.unread]
    summary = f"Not understood in this text: {format_count(len(rows), 'place')}"
    return tag("details", tag("summary", summary), tag("ul", tags("li", rows)), class_="unread")


def _flagged(decision: Decision) -> Markup:
    """What looks planted in this record, folded and with every odd character spelt out: nobody reads it by mistake."""
    if not decision.flags:
        return markup()
    rows = [
        markup(tag("q", spell_out(flag.text)), " ", tag("span", f"{flag.place}: {flag.kind.value}", class_="aside"))
        for flag in decision.flags
    ]
    summary = f"Flagged as planted, not used: {format_count(len(rows), 'place')}"
    return tag("details", tag("summary", summary), tag("ul", tags("li", rows)), class_="unread flagged")


def _remedy(decision: Decision, remedy: Remedy) -> Markup:
    if remedy.is_money:
        said = describe_payment(PaymentRow("", decision.reference, remedy, None))
    else:
        status = describe_status(remedy)
        said = describe_kind(remedy.kind) + (f" ({status})" if status else "")
    if remedy.status in (RemedyStatus.CLAIMED, RemedyStatus.REFUSED):
        said += f" ({remedy.status.value}: not a remedy)"
    about = f"For “{remedy.issue}”. " if remedy.issue else ""
    detail = f"{remedy.detail[:1].upper()}{remedy.detail[1:]}" if remedy.detail else ""
    deadline = f" {remedy.deadline[:1].upper()}{remedy.deadline[1:]}." if remedy.deadline else ""
    end = "." if detail and deadline and not detail.endswith(".") else ""
    note = tag("span", about, detail, end, deadline, class_="aside") if about or detail or deadline else ""
    return markup(said[:1].upper() + said[1:], " " if note else "", note)
