"""Decisions of the synthetic record → saved pages, in the form in which the site prints a decision."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from itertools import groupby
from pathlib import Path

from assistant.domain import Decision
from tests.page_builders import framed

# With the site's frame around it; of this the text of a decision is a tenth, in a real page up to a quarter.
PAGE_BYTES = 48_000


def write_pages(decisions: Iterable[Decision], folder: Path) -> int:
    """Write a page for each decision, ``YY-NNN-NNN.html``, in folders of a thousand; returns how many."""
    written = 0
    for decision in decisions:
        place = folder / f"{written // 1000:03d}"
        place.mkdir(parents=True, exist_ok=True)
        (place / f"{decision.reference.slug}.html").write_text(page_of(decision), encoding="utf-8")
        written += 1
    return written


def page_of(decision: Decision) -> str:
    """The page of one decision in the site's frame: header, sections as numbered lists, actions as points."""
    fields = (
        ("Category", f"{decision.category} > {decision.subcategory}"),
        ("Decision", decision.outcome.value if decision.outcome else ""),
        ("Decision date", decision.decided.strftime("%d %b %Y") if decision.decided else ""),
    )
    lines = [f"<h2>{escape(decision.body or '')} ({decision.reference})</h2>"]
    lines += [
        f'<p><span class="label">{label} : </span><span class="value">{escape(value)}</span></p>'
        for label, value in fields
    ]
    lines.append("<h3>The Ombudsman's final decision:</h3>")
    headings = {section.ordinal: section.heading for section in decision.sections}
    for ordinal, paragraphs in groupby(decision.paragraphs, lambda one: one.section):
        texts = [escape(one.text) for one in paragraphs]
        if headings[ordinal] == "Summary":
            lines += [f"<p><strong>Summary:</strong> {text.removeprefix('Summary: ')}</p>" for text in texts]
            continue
        lines += [f"<h3>{escape(headings[ordinal])}</h3>", "<ol>"]
        for text in texts:
            is_point = headings[ordinal] == "Agreed action" and not text.endswith(":")
            lines.append(f"<ul><li>{text}</li></ul>" if is_point else f"<li><p>{text}</p></li>")
        lines += ["</ol>", '<p class="backToTop"><a href="#main">Back to top</a></p>']
    lines.append("<p>Investigator's decision on behalf of the Ombudsman</p>")
    return framed("\n".join(lines), str(decision.reference), PAGE_BYTES)
