"""The facets beside the list: each value with how many decisions it would leave, as native controls."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assistant.browsing import Page
from assistant.chat.decisions.asked import DIGEST, FULL_TEXT, basis_names
from assistant.chat.markup import Markup, markup, tag, tags
from assistant.domain import Basis, FacetValue

# Of hundreds of bodies the first are shown; every other can be typed.
_MOST_BODIES = 8


def render_facets(page: Page) -> Markup:
    """The facets, folded and open; on a narrow screen all are folded into one."""
    filters, facets = page.browse.filters, page.facets
    chosen_years = (
        str(filters.date_from.year) if filters.date_from else "",
        str(filters.date_to.year) if filters.date_to else "",
    )
    parts = [
        _facet("Category", _categories(facets.categories, filters.categories), is_open=True),
        _facet(
            "Subcategory",
            _boxes("subcategory", facets.subcategories, filters.subcategories),
            is_open=True,
        )
        if filters.categories
        else markup(),
        _facet("Body", _bodies(facets.bodies, filters.bodies), is_open=bool(filters.bodies)),
        _facet("Outcome", _boxes("outcome", facets.outcomes, filters.outcomes), is_open=True),
        _facet("Years", _years(facets.years, *chosen_years), is_open=True),
        _facet("Remedy", _boxes("kind", facets.remedy_kinds, filters.remedy_kinds), is_open=bool(filters.remedy_kinds)),
        _facet("Known from", _boxes("basis", _bases(facets.bases), basis_names(filters.bases)), is_open=True),
    ]
    return tag(
        "div",
        tag("details", tag("summary", "Narrow down"), *parts, class_="facets", data_facet="all", open=True),
        class_="browse-facets",
    )


def _facet(title: str, content: Markup, *, is_open: bool) -> Markup:
    if not content:
        return markup()
    return tag(
        "details",
        tag("summary", title),
        tag("div", content, role="group", aria_label=title),
        class_="facet",
        data_facet=title,
        open=is_open,
    )


def _categories(values: Sequence[FacetValue], chosen: Sequence[str]) -> Markup:
    """One of them or all: a second category beside the first would leave its subcategories without meaning."""
    everything = tag("span", "All categories")
    all_of_them = _choice("radio", "category", "", everything, is_chosen=not chosen)
    rest = [
        _choice("radio", "category", one.value, _label(one), is_chosen=one.value in chosen)
        for one in _with_chosen(values, chosen)
    ]
    return tag("ul", tags("li", [all_of_them, *rest])) if rest else markup()


def _boxes(field: str, values: Sequence[FacetValue], chosen: Sequence[str]) -> Markup:
    rows = [
        _choice("checkbox", field, one.value, _label(one), is_chosen=one.value in chosen)
        for one in _with_chosen(values, chosen)
    ]
    return tag("ul", tags("li", rows)) if rows else markup()


def _bodies(values: Sequence[FacetValue], chosen: Sequence[str]) -> Markup:
    """The bodies with most decisions and the chosen ones; all others by typing a part of their name."""
    first = values[:_MOST_BODIES]
    shown = [*first, *(one for one in _with_chosen(values, chosen) if one.value in chosen and one not in first)]
    rows = [_choice("checkbox", "body", one.value, _label(one), is_chosen=one.value in chosen) for one in shown]
    if not rows:
        return markup()
    listed = tag("ul", tags("li", rows))
    if len(values) <= _MOST_BODIES:
        return listed
    options = [tag("option", value=one.value, label=f"{one.decisions:,}") for one in values]
    return markup(
        listed,
        tag("label", f"Another of {len(values):,} bodies", for_="browse-body"),
        tag("input", type="text", id="browse-body", list="browse-bodies", data_add="body", maxlength="200"),
        tag("datalist", *options, id="browse-bodies"),
    )


def _years(values: Sequence[FacetValue], first: str, last: str) -> Markup:
    """From one year to another, each with the decisions of that year alone."""
    if not values:
        return markup()
    known = {one.value for one in values}
    chosen = [FacetValue(year, 0) for year in (first, last) if year and year not in known]
    years = sorted([*values, *dict.fromkeys(chosen)], key=lambda one: one.value, reverse=True)

    def choice(field: str, label: str, none: str, given: str) -> Markup:
        options = [
            tag("option", none, value="", selected=not given),
            *(
                tag("option", f"{one.value} ({one.decisions:,})", value=one.value, selected=one.value == given)
                for one in years
            ),
        ]
        identifier = f"browse-{field}"
        return tag(
            "div",
            tag("label", label, for_=identifier),
            tag("select", *options, id=identifier, name=field),
            class_="year",
        )

    return markup(choice("from", "From", "any year", first), choice("to", "To", "any year", last))


def _bases(values: Sequence[FacetValue]) -> tuple[FacetValue, ...]:
    """Full text and digest, whichever kind of digest it is."""
    counts = dict.fromkeys((FULL_TEXT, DIGEST), 0)
    for one in values:
        counts[basis_names([Basis(one.value)])[0]] += one.decisions
    return tuple(FacetValue(name, count) for name, count in counts.items() if count)


def _with_chosen(values: Sequence[FacetValue], chosen: Iterable[str]) -> list[FacetValue]:
    """The values, and those chosen that nothing is left of: they must still be there to be taken off."""
    known = {one.value for one in values}
    return [*values, *(FacetValue(value, 0) for value in chosen if value not in known)]


def _choice(kind: str, field: str, value: str, label: Markup, *, is_chosen: bool) -> Markup:
    control = tag("input", type=kind, name=field, value=value, checked=is_chosen, data_key=f"{field} {value}")
    return tag("label", control, label, class_="choice")


def _label(one: FacetValue) -> Markup:
    name = one.value[:1].upper() + one.value[1:]
    return markup(tag("span", name), " ", tag("span", f"{one.decisions:,}", class_="count"))
