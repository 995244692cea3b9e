"""A payment as a mark: payee by shape and colour, status by filling, nearness by size; and the legend that says so.

Each is told by form, colour only repeats it: the plot reads in greyscale, in forced colours and on paper.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.chat.markup import Markup, markup, tag
from assistant.chat.pattern.rows import CaseRow, RowKind
from assistant.domain import Payee, RemedyStatus

# Each shape within a square of 20 around the middle.
_SHAPES: dict[Payee, str] = {
    Payee.COMPLAINANT: "M-8 0A8 8 0 1 0 8 0A8 8 0 1 0 -8 0Z",  # a circle
    Payee.CHILD: "M0 -9.5L9 7H-9Z",  # a triangle
    Payee.SERVICE_USER: "M0 -10L10 0L0 10L-10 0Z",  # a diamond
    Payee.FAMILY_MEMBER: "M-7.5 -7.5H7.5V7.5H-7.5Z",  # a square
    Payee.SEVERAL: "M-3.5 -9H3.5V-3.5H9V3.5H3.5V9H-3.5V3.5H-9V-3.5H-3.5Z",  # a cross
    Payee.NOT_STATED: "M-9.5 -4.5H9.5V4.5H-9.5Z",  # a bar
}
_PAYEES: dict[Payee, str] = {
    Payee.COMPLAINANT: "to the complainant",
    Payee.CHILD: "to the child",
    Payee.SERVICE_USER: "to the person receiving the service",
    Payee.FAMILY_MEMBER: "to a family member",
    Payee.SEVERAL: "to several people together",
    Payee.NOT_STATED: "payee not stated",
}
_STATUSES: dict[RemedyStatus, str] = {
    RemedyStatus.AGREED: "agreed",
    RemedyStatus.RECOMMENDED: "recommended",
    RemedyStatus.OFFERED: "offered by the council",
    RemedyStatus.ALREADY_PAID: "already paid",
    RemedyStatus.ALREADY_DONE: "already done",
    RemedyStatus.NOT_STATED: "status not stated",
}
# A partly comparable case is drawn this much smaller.
_SMALLER = "scale(.68)"


def draw_mark(payee: Payee, status: RemedyStatus, *, is_close: bool = True) -> Markup:
    """The mark of one payment as a small drawing in the colour of its surroundings; it says nothing to a reader."""
    shape = _SHAPES.get(payee, _SHAPES[Payee.NOT_STATED])
    drawn = [tag("path", d=shape, class_="edge", vector_effect="non-scaling-stroke"), *_filling(shape, status)]
    group = tag("g", *drawn, transform=None if is_close else _SMALLER)
    return tag(
        "svg",
        group,
        viewBox="-12 -12 24 24",
        class_=f"mark payee-{payee.name.lower().replace('_', '-')} is-{status.name.lower().replace('_', '-')}",
        aria_hidden="true",
        focusable="false",
    )


def _filling(shape: str, status: RemedyStatus) -> list[Markup]:
    """Agreed is full, recommended half full, paid has a dot; an offer is hollow, what is not stated dashed."""
    if status is RemedyStatus.AGREED:
        return [tag("path", d=shape, class_="full")]
    if status is RemedyStatus.RECOMMENDED:
        half = tag("path", d=shape, class_="full")
        return [tag("svg", half, x="-12", y="-12", width="12", height="24", viewBox="-12 -12 12 24")]
    if status in (RemedyStatus.ALREADY_PAID, RemedyStatus.ALREADY_DONE):
        return [tag("path", d="M-3 0A3 3 0 1 0 3 0A3 3 0 1 0 -3 0Z", class_="full")]
    return []


def mark_of(row: CaseRow) -> Markup:
    """The mark of a row's payment; empty for a row without a place on a pound scale."""
    if row.payment is None or row.kind not in (RowKind.SUM, RowKind.APART):
        return markup()
    return draw_mark(row.payment.remedy.payee, row.payment.remedy.status, is_close=row.is_close)


def render_legend(rows: Sequence[CaseRow]) -> Markup:
    """What the forms mean: only those that occur among these rows, in a fixed order."""
    remedies = [row.payment.remedy for row in rows if row.payment]
    payees = [payee for payee in _SHAPES if any(remedy.payee is payee for remedy in remedies)]
    statuses = [status for status in _STATUSES if any(remedy.status is status for remedy in remedies)]
    entries = [_entry(draw_mark(payee, RemedyStatus.OFFERED), _PAYEES[payee]) for payee in payees]
    # A square stands for any shape: what is told here is the filling.
    entries += [_entry(draw_mark(Payee.FAMILY_MEMBER, status), _STATUSES[status], "filling") for status in statuses]
    if len({row.is_close for row in rows}) > 1:
        square = Payee.FAMILY_MEMBER, RemedyStatus.OFFERED
        entries.append(_entry(draw_mark(*square), "close case", "filling"))
        entries.append(_entry(draw_mark(*square, is_close=False), "partly comparable", "filling"))
    return tag("ul", *entries, class_="plot-legend", aria_label="What the marks mean")


def _entry(mark: Markup, words: str, kind: str = "payee") -> Markup:
    return tag("li", mark, words, class_=f"of-{kind}")
