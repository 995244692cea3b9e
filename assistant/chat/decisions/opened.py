"""A decision to HTML in full: header, its text in sections, and beside it what was found, each with its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

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
from assistant.chat.decisions.asking import question_about
from assistant.chat.markup import Markup, markup, tag, tags
from assistant.composing.phrases import describe_finding, describe_kind
from assistant.domain import CaseReference, Decision, DocumentKind, Finding, Paragraph, Remedy, Section
from assistant.taking import cite
from assistant.text import find_money, format_count, format_money, join_words

_DAMAGED = (
    "What is stored of this decision is not what was put in: do not rely on it. Run `python -m ingest verify`, and "
    "add the decision again."
)
_READ_BY_US = "Read out of the text by Redress. Open the place before you rely on it."


def render_opened(decision: Decision, serial: int, *, is_damaged: bool = False) -> Markup:
    """The whole decision. ``serial`` is the number of what asked for it, given back to the page.

    ``is_damaged`` is true where it is not as it was ingested: then that is said first.
    """
    name = decision.body or "Body not named"
    return tag(
        "article",
        _way_back(),
        tag("p", _DAMAGED, class_="notice") if is_damaged else "",
        tag("h2", name, id="opened-title", tabindex="-1"),
        tag(
            "div",
            tag(
                "div",
                render_facts(decision, *_further_facts(decision)),
                render_link(decision),
                _actions(decision),
                _findings(decision),
                _remedies(decision),
                render_unread(decision),
                render_flagged(decision),
                class_="opened-side",
            ),
            tag(
                "section",
                render_basis(decision),
                tag("div", *_text(decision), class_=f"text {look_of(decision)}"),
                class_="opened-text",
                aria_label="Text",
            ),
            class_="opened-columns",
        ),
        _way_back(),
        class_="source opened",
        aria_labelledby="opened-title",
        data_serial=str(serial),
        data_reference=str(decision.reference),
        data_announce=f"{name}, {decision.reference}, opened in full.",
    )


def render_not_held(reference: CaseReference | None, near: Sequence[CaseReference], serial: int) -> Markup:
    """Instead of a decision: that there is none under this reference, and those with a number like it."""
    said = f"No decision {reference} is held." if reference else "That is no reference of a decision."
    links = [tag("a", str(one), href=f"#decision={one.slug}", data_decision=str(one)) for one in near]
    return tag(
        "article",
        _way_back(),
        tag("h2", "Not held", id="opened-title", tabindex="-1"),
        tag("p", said, " It may have been removed, or was never added.", class_="notice"),
        tag("p", "Held with a number like it: ", *_spaced(links)) if links else "",
        class_="source opened",
        aria_labelledby="opened-title",
        data_serial=str(serial),
        data_announce=said,
    )


def _way_back() -> Markup:
    return tag("p", tag("button", "Back to the list", type="button", class_="quiet", data_leave=True), class_="leave")


def _further_facts(decision: Decision) -> Iterator[tuple[str, str]]:
    if decision.document is not DocumentKind.STATEMENT:
        yield "Document", f"{decision.document.value[:1].upper()}{decision.document.value[1:]}"
    if decision.injustice:
        yield "Injustice", join_words(decision.injustice)
    if decision.stated_total_pence is not None:
        yield "Total stated", f"{format_money(decision.stated_total_pence)} (the sum of parts, not a further payment)"


def _actions(decision: Decision) -> Markup:
    question = question_about(decision)
    ask = tag(
        "button",
        "Ask about cases like this",
        type="button",
        class_="quiet",
        data_put=question,
        title=question,
    )
    copy = tag(
        "button",
        "Cite this decision",
        type="button",
        class_="quiet",
        data_copy=cite(decision),
        data_said="The citation was copied.",
    )
    return tag("p", copy, ask if question else "", class_="opened-actions")


# --------------------------------------------------------------------------- what was found, each with its place


def _findings(decision: Decision) -> Markup:
    if not decision.findings:
        return markup()
    rows = [_finding(decision, finding) for finding in decision.findings]
    return markup(
        tag("h3", "What was looked at"),
        tag("ul", tags("li", rows), class_="findings"),
    )


def _finding(decision: Decision, finding: Finding) -> Markup:
    said = describe_finding(finding)
    result = tag("span", said[:1].upper() + said[1:], class_="result") if said else ""
    places = [place for key in finding.paragraphs if (place := _place(decision, key, finding.issue))]
    return markup(
        tag("span", finding.issue[:1].upper() + finding.issue[1:], class_="issue"),
        ": " if result else "",
        result,
        _places(places),
    )


def _remedies(decision: Decision) -> Markup:
    if not decision.remedies:
        return tag("p", "No remedy is recorded.", class_="no-remedy")
    rows = [
        markup(
            render_remedy(decision.reference, remedy),
            _places([place] if (place := _place(decision, remedy.paragraph, *_told_by(remedy))) else []),
        )
        for remedy in decision.remedies
    ]
    return markup(
        tag("h3", "Remedies"),
        tag("ul", tags("li", rows), class_="remedies"),
        tag("p", _READ_BY_US, class_="aside"),
    )


def _places(places: Sequence[Markup]) -> Markup:
    return tag("span", *_spaced(places), class_="places") if places else markup()


def _told_by(remedy: Remedy) -> tuple[str, int | None]:
    """What a remedy is, in two words, and the sum by which it is found again in its paragraph, in pence."""
    pence = remedy.amount_pence if remedy.amount_pence is not None else remedy.rate_pence
    return (describe_kind(remedy.kind) if pence is None else format_money(pence)), pence


def _place(decision: Decision, key: str | None, what: str, pence: int | None = None) -> Markup | None:
    """The button that goes to a paragraph, and for a full text the one that copies its citation; None if it is gone.

    ``what`` is said in its paragraph, for whoever does not see beside what the button stands; ``pence`` is the sum to
    be lit.
    """
    paragraph = decision.paragraph(key) if key else None
    if paragraph is None or paragraph.id in decision.flagged_paragraphs:
        return None
    number = paragraph.printed_number
    where = "Show the place" if number is None else f"Paragraph {number}"
    go = tag(
        "button",
        where,
        tag("span", f" on {what}", class_="visually-hidden"),
        type="button",
        class_="cite",
        data_goto=_paragraph_id(paragraph),
        data_sum=None if pence is None else str(pence),
    )
    if not decision.is_full_text:
        return go
    copy = tag(
        "button",
        "Cite",
        tag("span", f" the place on {what}", class_="visually-hidden"),
        type="button",
        class_="cite",
        data_copy=cite(decision, paragraph),
        data_said="The citation of this place was copied.",
    )
    return markup(go, " ", copy)


# --------------------------------------------------------------------------- the text


def _text(decision: Decision) -> Iterator[Markup]:
    """The paragraphs in order, each section under its heading; standing text is folded, planted text only named."""
    sections = {section.ordinal: section for section in decision.sections}
    flagged = decision.flagged_paragraphs
    for ordinal, group in groupby(decision.paragraphs, key=lambda paragraph: paragraph.section):
        section = sections.get(ordinal, Section(ordinal, ""))
        paragraphs = [_paragraph(paragraph, is_flagged=paragraph.id in flagged) for paragraph in group]
        if section.is_standing_text:
            name = section.heading or "Standing text"
            count = format_count(len(paragraphs), "paragraph")
            note = tag("span", f" – standing text, {count}", class_="aside")
            yield tag("details", tag("summary", name, note), *paragraphs, class_="standing")
            continue
        if section.heading:
            yield tag("h3", section.heading)
        yield from paragraphs


def _paragraph(paragraph: Paragraph, *, is_flagged: bool) -> Markup:
    if is_flagged:
        return tag("p", LEFT_OUT, class_="aside")
    number = f"{paragraph.printed_number}. " if paragraph.printed_number is not None else ""
    return tag(
        "p",
        tag("span", number, class_="printed-number") if number else "",
        tag("span", *_with_sums(paragraph.text), class_="paragraph"),
        id=_paragraph_id(paragraph),
        tabindex="-1",
    )


def _with_sums(text: str) -> Iterator[str]:
    """The text with each sum of money marked, so that the one of a remedy can be lit; not a character is changed."""
    at = 0
    for money in find_money(text):
        yield text[at : money.start]
        yield tag("mark", text[money.start : money.end], data_pence=str(money.pence))
        at = money.end
    yield text[at:]


def _paragraph_id(paragraph: Paragraph) -> str:
    return f"opened-{paragraph.ordinal}"


def _spaced(parts: Sequence[Markup]) -> Iterator[Markup]:
    for n, part in enumerate(parts):
        yield markup(" " if n else "", part)
