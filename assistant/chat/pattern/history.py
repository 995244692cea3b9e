"""Answer → a body's decisions over time: a bar for each year, cut by outcome, and the same figures as a table.

Counted in SQL over everything held of the body within the limits of the question, not only over the cases that the
answer names. Outcomes are told by pattern and order, so that the bars read in greyscale and on paper.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.chat.markup import Markup, markup, tag, tags
from assistant.chat.words import describe_filters
from assistant.composing.parts import comparable_of
from assistant.domain import Answer, Filters, Outcome, OutcomeCount
from assistant.text import format_count, join_words

# Under three decisions there is nothing to see that words do not say better.
_DRAWN_FROM = 3
# So many years in a row without a decision are one line.
_GAP_FROM = 3
_OUTCOMES: tuple[tuple[Outcome | None, str], ...] = (
    (Outcome.UPHELD, "upheld"),
    (Outcome.NOT_UPHELD, "not upheld"),
    (Outcome.CLOSED, "closed after initial enquiries"),
    (Outcome.DISCONTINUED, "discontinued"),
    (None, "outcome not known"),
)
_CAVEAT = (
    "The decisions held are a selection of what was published: these counts follow what is held, not how many people "
    "complained. A larger body gets more complaints, and a higher share upheld can come from what the Ombudsman takes "
    "on; neither shows that a body got worse or better."
)


def render_history(turn: int, answer: Answer) -> Markup:
    """The chart with its table; empty where fewer than three decisions were counted, or none were asked for."""
    counts = answer.evidence.history
    held = sum(count.decisions for count in counts)
    if held < _DRAWN_FROM:
        return markup()
    name = f"history-{turn}"
    shown = [(outcome, words) for outcome, words in _OUTCOMES if any(count.outcome is outcome for count in counts)]
    most = max(_in_year(counts, year) for year in _years(counts))
    return tag(
        "figure",
        tag("h4", f"{_bodies(answer.query.filters)}: decisions by year and outcome", id=f"{name}-title"),
        tag("p", say_history(answer), class_="plot-says", id=f"{name}-says"),
        tag("svg", tag("defs", *_patterns(name)), class_="pattern-defs", aria_hidden="true", focusable="false"),
        tag("ul", *_lines(name, counts, most), class_="history-lines", aria_labelledby=f"{name}-title"),
        _legend(name, shown),
        tag("figcaption", _CAVEAT, class_="plot-scale"),
        tag("details", tag("summary", "The same figures as a table"), _table(counts, shown)),
        class_="plot history",
    )


def say_history(answer: Answer) -> str:
    """What the chart shows: how many decisions are held within the limits, and how they ended."""
    counts = answer.evidence.history
    held = sum(count.decisions for count in counts)
    parts = [
        f"{number} {words}"
        for outcome, words in _OUTCOMES
        if (number := sum(count.decisions for count in counts if count.outcome is outcome))
    ]
    limits = "; ".join(describe_filters(_without_bodies(answer.query.filters)))
    within = f" ({limits})" if limits else ""
    years = [year for year in _years(counts) if year is not None]
    span = f"{min(years)} to {max(years)}" if len(set(years)) > 1 else str(years[0]) if years else "years not known"
    said = (
        f"{format_count(held, 'decision')} held about {_bodies(answer.query.filters)}{within}, on any subject, {span}: "
        f"{join_words(parts)}."
    )
    told = len(comparable_of(answer.evidence))
    return f"{said} The answer’s words are about {told} of them." if told < held else said


def _bodies(filters: Filters) -> str:
    return join_words(filters.bodies)


def _without_bodies(filters: Filters) -> Filters:
    return replace(filters, bodies=())


def _years(counts: Sequence[OutcomeCount]) -> list[int | None]:
    """The years, newest first; None, for decisions without a known date, last."""
    known = sorted({count.year for count in counts if count.year is not None}, reverse=True)
    return [*known, *([None] if any(count.year is None for count in counts) else [])]


def _in_year(counts: Sequence[OutcomeCount], year: int | None) -> int:
    return sum(count.decisions for count in counts if count.year == year)


def _number(counts: Sequence[OutcomeCount], year: int | None, outcome: Outcome | None) -> int:
    return sum(count.decisions for count in counts if count.year == year and count.outcome is outcome)


# --------------------------------------------------------------------------- the drawing


def _lines(name: str, counts: Sequence[OutcomeCount], most: int) -> list[Markup]:
    drawn = []
    earlier: int | None = None
    for year in _years(counts):
        if year is not None and earlier is not None:
            drawn += [_empty(label) for label in _gap(earlier, year)]
        drawn.append(_line(name, counts, year, most))
        earlier = year
    return drawn


def _gap(later: int, earlier: int) -> list[str]:
    between = range(later - 1, earlier, -1)
    if len(between) >= _GAP_FROM:
        return [f"{between[-1]}–{between[0]}"]
    return [str(year) for year in between]


def _empty(label: str) -> Markup:
    return tag("li", tag("span", label, class_="plot-label"), tag("span", "none held", class_="aside"), class_="none")


def _line(name: str, counts: Sequence[OutcomeCount], year: int | None, most: int) -> Markup:
    """One year: its bar, as long as its share of the fullest year, and its counts in words."""
    start = 0.0
    pieces = []
    said = []
    for outcome, words in _OUTCOMES:
        number = _number(counts, year, outcome)
        if not number:
            continue
        width = 100 * number / most
        pieces.append(
            tag("rect", x=f"{start:.2f}%", width=f"{width:.2f}%", y="1", height="16", fill=_fill(name, outcome))
        )
        start += width
        said.append(f"{number} {words}")
    bar = tag("svg", *pieces, width="100%", height="18", class_="bar", aria_hidden="true", focusable="false")
    return tag(
        "li",
        tag("span", str(year) if year is not None else "Year not known", class_="plot-label"),
        tag("span", bar, class_="bar-track"),
        tag("span", str(_in_year(counts, year)), class_="bar-number", aria_hidden="true"),
        tag("span", f"{_in_year(counts, year)}: {join_words(said)}", class_="visually-hidden"),
        title=join_words(said),
    )


def _fill(name: str, outcome: Outcome | None) -> str:
    if outcome is Outcome.UPHELD:
        return "currentColor"
    return "none" if outcome is None else f"url(#{name}-{outcome.name.lower().replace('_', '-')})"


def _patterns(name: str) -> list[Markup]:
    """Stripes for not upheld, dots for closed, a grid for discontinued; upheld is full and what is not known empty."""
    drawings = (
        (Outcome.NOT_UPHELD, tag("path", d="M-1 1L1 -1M0 6L6 0M5 7L7 5", stroke="currentColor", stroke_width="1.6")),
        (Outcome.CLOSED, tag("circle", cx="3", cy="3", r="1.1", fill="currentColor")),
        (Outcome.DISCONTINUED, tag("path", d="M0 3H6M3 0V6", stroke="currentColor", stroke_width="0.9")),
    )
    return [
        tag(
            "pattern",
            drawing,
            id=f"{name}-{outcome.name.lower().replace('_', '-')}",
            width="6",
            height="6",
            patternUnits="userSpaceOnUse",
        )
        for outcome, drawing in drawings
    ]


def _legend(name: str, shown: Sequence[tuple[Outcome | None, str]]) -> Markup:
    entries = [
        tag(
            "li",
            tag(
                "svg",
                tag("rect", x="1", y="1", width="22", height="14", fill=_fill(name, outcome)),
                class_="bar swatch",
                width="24",
                height="16",
                aria_hidden="true",
                focusable="false",
            ),
            words,
        )
        for outcome, words in shown
    ]
    return tag("ul", *entries, class_="plot-legend", aria_label="What the patterns mean")


def _table(counts: Sequence[OutcomeCount], shown: Sequence[tuple[Outcome | None, str]]) -> Markup:
    heads = [tag("th", words, scope="col") for words in ("Year", *(w[:1].upper() + w[1:] for _, w in shown), "All")]
    rows = []
    for year in _years(counts):
        numbers = [_number(counts, year, outcome) for outcome, _ in shown]
        cells = tags("td", [str(number) for number in (*numbers, sum(numbers))])
        rows.append(tag("tr", tag("th", str(year) if year is not None else "Not known", scope="row"), cells))
    totals = [sum(_number(counts, year, outcome) for year in _years(counts)) for outcome, _ in shown]
    last = tag("tr", tag("th", "All", scope="row"), tags("td", [str(number) for number in (*totals, sum(totals))]))
    return tag(
        "table",
        tag("caption", "Decisions held, by year and outcome", class_="visually-hidden"),
        tag("thead", tag("tr", *heads)),
        tag("tbody", *rows),
        tag("tfoot", last),
        class_="figures",
    )
