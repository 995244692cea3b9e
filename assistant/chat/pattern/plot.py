"""Answer → the plot of its payments: a dot for each sum on a scale in pounds, year by year, and what is not on it.

Drawn on the server as our own HTML and inline SVG, and not by a chart library: each dot is a proven row of the answer
with its own link to the passage that states it, follows the theme, prints, and is a real button for keyboard and
screen reader. Chart libraries draw to a canvas or with fixed colours, and give a picture that cannot be read aloud.
Sums run from left to right and years from top to bottom, because a row can grow: many payments of one year stand under
one another, at 390 pixels as at 1920. Positions are in percent of the width, so that letters and dots keep their size.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.chat.evidence import source_id
from assistant.chat.markup import Markup, markup, tag, tags
from assistant.chat.pattern.marks import mark_of, render_legend
from assistant.chat.pattern.placing import choose_pitch, spread
from assistant.chat.pattern.rows import (
    CaseRow,
    RowKind,
    capitalise,
    of_kind,
    say_body,
    say_counts,
    say_issue,
    say_month,
    say_paid,
    say_row,
    say_status,
    say_sum,
)
from assistant.chat.pattern.scale import Scale, make_scale
from assistant.composing.parts import close_told
from assistant.composing.phrases import describe_outcome
from assistant.domain import Answer, GroupBy, QuestionKind, RemedySummary
from assistant.text import format_count, format_money, join_words

# Under three payments there is nothing to see that words do not say better.
PLOTTED_FROM = 3
# So many years in a row without a payment are one line.
_GAP_FROM = 3
# These kinds of question do not ask what was paid.
_NOT_ABOUT_MONEY = frozenset(
    {QuestionKind.SINGLE_CASE, QuestionKind.MEANING, QuestionKind.SERVICE_IMPROVEMENTS, QuestionKind.DRAFTING}
)
_UNDATED = "Year not known"


@dataclass(frozen=True)
class Line:
    """One line of a plot: a year, a side of a comparison, or years without any; and its payments, lowest first."""

    label: str
    rows: tuple[CaseRow, ...] = ()


def render_plots(turn: int, answer: Answer, rows: Sequence[CaseRow]) -> Markup:
    """The plot of the payments, that of refunds and counted losses, and what has no place on a scale.

    Each is drawn from three sums on; the payments only where they are a range (of two decisions or more). Where neither
    is drawn, nothing is said here: the answer's own words are enough.
    """
    if answer.query.kind in _NOT_ABOUT_MONEY:
        return markup()
    sums, apart = of_kind(rows, RowKind.SUM), of_kind(rows, RowKind.APART)
    figures = []
    if len(sums) >= PLOTTED_FROM and answer.summary.is_range:
        figures.append(_payments_figure(turn, answer, sums))
    if len(apart) >= PLOTTED_FROM:
        figures.append(_refunds_figure(turn, apart))
        apart = []
    if not figures:
        return markup()
    return tag("section", *figures, *_not_on_a_scale(turn, rows, apart), class_="pattern", aria_label="The pattern")


def lines_of(answer: Answer, sums: Sequence[CaseRow]) -> tuple[Line, ...]:
    """The lines of the payments: the sides of a comparison, else the years, newest first, the undated last."""
    groups = answer.summary.grouped(GroupBy.SIDE) if answer.query.kind is QuestionKind.COMPARE else ()
    if not groups:
        return _lines_by_year(sums)
    lines = [
        Line(capitalise(group.name), _by_sum([row for row in sums if row.payment in group.rows])) for group in groups
    ]
    shown = {id(row) for line in lines for row in line.rows}
    others = [row for row in sums if id(row) not in shown]
    return (*lines, *([Line("On no side", _by_sum(others))] if others else []))


def _lines_by_year(rows: Sequence[CaseRow]) -> tuple[Line, ...]:
    years = sorted({row.year for row in rows if row.year is not None}, reverse=True)
    lines: list[Line] = []
    for index, year in enumerate(years):
        if index:
            lines += _gap(years[index - 1], year)
        lines.append(Line(str(year), _by_sum([row for row in rows if row.year == year])))
    undated = [row for row in rows if row.year is None]
    return (*lines, *([Line(_UNDATED, _by_sum(undated))] if undated else []))


def _gap(later: int, earlier: int) -> list[Line]:
    """The years between two years with payments: a line each, or from three on one for all of them."""
    between = range(later - 1, earlier, -1)
    if len(between) >= _GAP_FROM:
        return [Line(f"{between[-1]}–{between[0]}")]
    return [Line(str(year)) for year in between]


def _by_sum(rows: Sequence[CaseRow]) -> tuple[CaseRow, ...]:
    return tuple(sorted(rows, key=lambda row: (row.pence or 0, row.rank)))


# --------------------------------------------------------------------------- the two figures


def _payments_figure(turn: int, answer: Answer, sums: Sequence[CaseRow]) -> Markup:
    by = "side by side" if answer.query.kind is QuestionKind.COMPARE else "by year"
    told = _told_range(answer)
    said = say_payments(answer.summary, sums)
    lines = lines_of(answer, sums)
    return _figure(f"plot-{turn}", turn, f"The payments, {by}", said, lines, told, by_name=by == "side by side")


def _refunds_figure(turn: int, apart: Sequence[CaseRow]) -> Markup:
    pence = [row.pence for row in apart if row.pence is not None]
    decisions = len({row.case.key for row in apart})
    said = (
        f"{len(apart)} refunds and counted losses in {format_count(decisions, 'decision')}, from "
        f"{format_money(min(pence))} to {format_money(max(pence))}. They give back what was lost and are not among the "
        "payments above."
    )
    return _figure(f"refunds-{turn}", turn, "Refunds and counted losses, by year", said, _lines_by_year(apart), None)


def say_payments(summary: RemedySummary, sums: Sequence[CaseRow]) -> str:
    """What the plot shows, in words and with the figures of the summary that the answer's statements are made from."""
    lowest, highest = summary.lowest_pence or 0, summary.highest_pence or 0
    span = f"from {format_money(lowest)} to {format_money(highest)}" if lowest != highest else format_money(lowest)
    each = " each" if lowest == highest else ""
    decisions = format_count(summary.decisions, "comparable decision")
    said = [f"{len(sums)} payments with a sum, in {summary.paying} of {decisions}: {span}{each}."]
    if summary.close and summary.partly and summary.close.sums and summary.partly.sums:
        close = [row for row in sums if row.is_close]
        said.append(f"{len(close)} of them in close cases, {len(sums) - len(close)} in partly comparable ones.")
    said.append(f"Status: {say_counts([say_status(row) for row in sums])}.")
    return " ".join(said)


def _told_range(answer: Answer) -> RemedySummary | None:
    """Whose range the headline speaks of; None where it speaks of none (sides, years, outcomes, reasons)."""
    if answer.query.kind not in (QuestionKind.TYPICAL_REMEDY, QuestionKind.HOW_TREATED):
        return None
    return close_told(answer.query, answer.summary) or answer.summary


def _figure(
    name: str,
    turn: int,
    title: str,
    said: str,
    lines: Sequence[Line],
    told: RemedySummary | None,
    *,
    by_name: bool = False,
) -> Markup:
    rows = [row for line in lines for row in line.rows]
    scale = make_scale([row.pence for row in rows if row.pence is not None])
    band, band_note = _band(scale, told) if told else ("", "")
    return tag(
        "figure",
        tag("h4", title, id=f"{name}-title"),
        tag("p", said, class_="plot-says", id=f"{name}-says"),
        tag(
            "div",
            _grid(scale, band),
            _lines(turn, lines, scale),
            _axis(scale),
            class_="plot-area by-name" if by_name else "plot-area",
            role="group",
            aria_labelledby=f"{name}-title",
            aria_describedby=f"{name}-says",
        ),
        render_legend(rows),
        tag("figcaption", scale.describe(), f" {band_note}" if band_note else "", class_="plot-scale"),
        class_="plot",
        data_plot=True,
    )


# --------------------------------------------------------------------------- the drawing


def _grid(scale: Scale, band: str) -> Markup:
    """Behind the dots: a line for each round sum, and the range that the headline tells."""
    lines = [
        tag("line", x1=_percent(tick.percent), x2=_percent(tick.percent), y1="0", y2="100%", class_="grid-line")
        for tick in scale.ticks
    ]
    drawing = tag("svg", band, *lines, width="100%", height="100%", aria_hidden="true", focusable="false")
    return tag("div", drawing, class_="plot-grid")


def _band(scale: Scale, told: RemedySummary) -> tuple[Markup, str]:
    """The range that the headline tells as a band, with its median where there is one, and what that is in words."""
    lowest, highest = told.lowest_pence, told.highest_pence
    if lowest is None or highest is None or lowest == highest:
        return markup(), ""
    left, right = scale.percent(lowest), scale.percent(highest)
    drawn = [tag("rect", x=_percent(left), width=_percent(right - left), y="0", height="100%", class_="band")]
    # The summary of the close cases holds no further ones; the whole holds theirs.
    is_whole = told.close is not None or told.partly is not None
    whose = "of all these payments" if is_whole else "of the close cases"
    note = f"Shaded: the range {whose}, {format_money(lowest)} to {format_money(highest)}"
    if told.median_pence is not None:
        at = _percent(scale.percent(told.median_pence))
        drawn.append(tag("line", x1=at, x2=at, y1="0", y2="100%", class_="median"))
        note += f"; the dashed line is its median, {format_money(told.median_pence)}"
    return markup(*drawn), f"{note}."


def _lines(turn: int, lines: Sequence[Line], scale: Scale) -> Markup:
    percents = [[scale.percent(row.pence or 0) for row in line.rows] for line in lines]
    pitch = choose_pitch(percents)
    is_first = True
    drawn = []
    for index, (line, places) in enumerate(zip(lines, percents, strict=True)):
        lanes = spread(places, pitch=pitch)
        height = pitch * (max(lanes, default=0) + 1) if line.rows else 0
        dots = []
        for row, place, lane in zip(line.rows, places, lanes, strict=True):
            style = (
                f"--x:{_percent(place)};top:{lane * pitch}px;--above:{lane * pitch}px;--below:{height - lane * pitch}px"
            )
            dots.append(_dot(turn, row, style, is_reached=is_first))
            is_first = False
        # What is told of a dot stands below its line, in the lower half of the plot above it: it covers no dot of its
        # own line, and stays within the plot.
        side = "told-above" if index >= len(lines) / 2 and index else None
        said = line.label if line.rows else f"{line.label}: none"
        label = tag("span", said, class_="plot-label")
        track = tag("span", *dots, class_="track", style=f"height:{height}px")
        drawn.append(tag("li", label, track, class_=side))
    return tag("ul", *drawn, class_="plot-lines", style=f"--pitch:{pitch}px")


def _dot(turn: int, row: CaseRow, style: str, *, is_reached: bool) -> Markup:
    """One payment: a button that opens its case at the passage that states it. One of all is in the order of tabs."""
    tip = tag(
        "span",
        tag("strong", say_paid(row)),
        tag("bdi", f"{say_body(row)}, {row.case.decision.reference}, {say_month(row)}"),
        tag("bdi", f"“{say_issue(row)}”") if say_issue(row) else "",
        tag("span", f"{'Close' if row.is_close else 'Partly comparable'}; {describe_outcome(row.case.decision)}"),
        class_="tip",
        aria_hidden="true",
    )
    return tag(
        "button",
        mark_of(row),
        tip,
        type="button",
        class_="dot",
        style=style,
        tabindex="0" if is_reached else "-1",
        data_open=source_id(turn, row.case.decision.reference),
        data_cite=str(row.number) if row.number is not None else None,
        aria_label=f"{say_row(row)} Show the source.",
    )


def _axis(scale: Scale) -> Markup:
    labels = [
        tag(
            "span",
            tick.label,
            style=f"--x:{_percent(tick.percent)}",
            class_="tick" if tick.is_for_narrow else "tick for-wide",
        )
        for tick in scale.ticks
    ]
    return tag("div", *labels, class_="plot-axis", aria_hidden="true")


def _percent(value: float) -> str:
    return f"{value:.2f}%"


# --------------------------------------------------------------------------- what is not on a scale


def _not_on_a_scale(turn: int, rows: Sequence[CaseRow], apart: Sequence[CaseRow]) -> list[Markup]:
    """Counts of what has no place on a scale, each with its cases folded: the lost cases first."""
    rates = of_kind(rows, RowKind.RATE)
    unstated, unpaid = of_kind(rows, RowKind.UNSTATED), of_kind(rows, RowKind.UNPAID)
    beside = [
        (unpaid, f"{format_count(len(unpaid), 'comparable decision')} without a payment", _ending),
        (unstated, f"{format_count(len(unstated), 'decision')} with money whose sum is not stated", say_paid),
        (rates, f"{format_count(len(rates), 'rate')}, no sum: {join_words([say_sum(row) for row in rates])}", say_paid),
        (apart, f"{format_count(len(apart), 'refund or counted loss', 'refunds or counted losses')}", say_paid),
    ]
    folded = [
        tag("details", tag("summary", words), tag("ul", tags("li", [_listed(turn, row, say(row)) for row in some])))
        for some, words, say in beside
        if some
    ]
    if not folded:
        return []
    return [tag("div", tag("p", "Not on the scale:", class_="aside"), *folded, class_="plot-beside")]


def _ending(row: CaseRow) -> str:
    return describe_outcome(row.case.decision)


def _listed(turn: int, row: CaseRow, said: str) -> Markup:
    reference = row.case.decision.reference
    opener = tag(
        "button",
        str(reference),
        type="button",
        class_="open-case",
        data_open=source_id(turn, reference),
        data_cite=str(row.number) if row.number is not None else None,
        aria_label=f"{reference} Show this decision",
    )
    return markup(opener, " ", tag("bdi", say_body(row)), f", {say_month(row)}: {said}")
