"""A page of decisions to HTML: the search form with its facets, what is chosen, and the list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from assistant.browsing import Browse, Drop, Page
from assistant.chat.decision_parts import describe_remedy
from assistant.chat.decisions.asked import write_browse
from assistant.chat.decisions.facets import render_facets
from assistant.chat.markup import Markup, markup, tag, tags
from assistant.chat.words import BASIS_SHORT
from assistant.domain import Basis, CaseReference, Filters, ListedDecision, Sort
from assistant.text import format_count, format_date, join_words

SORT_LABELS: dict[Sort, str] = {
    Sort.NEWEST: "Newest first",
    Sort.OLDEST: "Oldest first",
    Sort.LARGEST_PAYMENT: "Largest payment first",
    Sort.BODY: "By body",
    Sort.BEST_MATCH: "Best match first",
}
_MOST_REMEDIES, _MOST_ISSUES = 4, 4
_EMPTY = (
    "No decisions are held yet. Files can be added in the Casebook tab; until then there is nothing to look through."
)


def render_list(page: Page, serial: int) -> Markup:
    """The whole tab but the opened decision. ``serial`` is the number of what asked for it, given back to the page.

    An empty casebook says so and has no form.
    """
    if page.held == 0:
        return tag("p", _EMPTY, class_="hint", data_serial=str(serial), data_announce=_EMPTY)
    return tag(
        "form",
        _search(page),
        tag("div", render_facets(page), _results(page), class_="browse-columns"),
        class_="browse",
        role="search",
        aria_label="Decisions",
        data_serial=str(serial),
        data_announce=_announce(page),
        data_page=str(page.browse.page),
        data_opens=str(page.opens) if page.opens else None,
        autocomplete="off",
    )


def _search(page: Page) -> Markup:
    field = tag(
        "input",
        type="search",
        id="browse-words",
        name="words",
        value=page.browse.words,
        maxlength="2000",
        enterkeyhint="search",
        spellcheck="true",
        aria_describedby="browse-hint",
    )
    return tag(
        "div",
        tag("label", "Words, or a reference", for_="browse-words"),
        tag("div", field, tag("button", "Search", type="submit", class_="go"), class_="browse-box"),
        tag(
            "p",
            "All words are looked for in each decision, in any order; put a phrase in quotation marks. For a question "
            "in your own words use the Ask tab.",
            id="browse-hint",
            class_="aside",
        ),
        class_="browse-search",
    )


def _results(page: Page) -> Markup:
    lines = [_line(decision) for decision in page.decisions]
    return tag(
        "section",
        tag(
            "div",
            tag("h2", _count(page), id="browse-count", tabindex="-1"),
            _sorts(page) if page.total > 1 else "",
            class_="browse-head",
        ),
        _chips(page.browse),
        *_remarks(page),
        tag("ol", tags("li", lines), class_="lines", start=str(page.first)) if lines else _nothing(page),
        _pages(page),
        class_="browse-results",
        aria_labelledby="browse-count",
    )


def _count(page: Page) -> str:
    if page.total == page.held:
        return f"All {format_count(page.total, 'decision')}" if page.total > 1 else "1 decision"
    return format_count(page.total, "decision") if page.total else "No decision found"


def _announce(page: Page) -> str:
    """What a screen reader hears when the list has changed."""
    if not page.total:
        offered = f" {format_count(len(page.drops), 'suggestion')} below." if page.drops else ""
        return f"No decision found.{offered}"
    more = f", page {page.browse.page} of {page.pages}" if page.pages > 1 else ""
    return f"{_count(page)}{more}, {SORT_LABELS[page.browse.sort].lower()}."


def _sorts(page: Page) -> Markup:
    offered = [sort for sort in SORT_LABELS if sort is not Sort.BEST_MATCH or page.sought]
    options = [
        tag("option", SORT_LABELS[sort], value=sort.value, selected=sort is page.browse.sort) for sort in offered
    ]
    return tag(
        "div",
        tag("label", "Order", for_="browse-sort"),
        tag("select", *options, id="browse-sort", name="sort"),
        class_="browse-sort",
    )


# --------------------------------------------------------------------------- what is chosen


def _chips(asked: Browse) -> Markup:
    """What is chosen, each to be taken off by one click; nothing where nothing is."""
    chips = [(label, fewer) for label, fewer in _choices(asked)]
    if not chips:
        return markup()
    buttons = [
        tag(
            "button",
            label,
            tag("span", "×", aria_hidden="true", class_="cross"),
            type="button",
            class_="chip",
            aria_label=f"Remove: {label}",
            data_browse=write_browse(fewer),
            data_key=f"chip {label}",
        )
        for label, fewer in chips
    ]
    if len(chips) > 1:
        clear = Browse(sort=Sort.NEWEST)
        buttons.append(
            tag("button", "Clear all", type="button", class_="chip put-back", data_browse=write_browse(clear))
        )
    return tag("ul", tags("li", buttons), class_="chips", aria_label="Chosen")


def _choices(asked: Browse) -> Iterator[tuple[str, Browse]]:
    filters = asked.filters

    def without(**changed: object) -> Browse:
        return replace(asked, filters=replace(filters, **changed), page=1)  # type: ignore[arg-type]  # own fields

    if asked.words.strip():
        sort = Sort.NEWEST if asked.sort is Sort.BEST_MATCH else asked.sort
        yield f"“{_shortened(asked.words)}”", replace(asked, words="", page=1, sort=sort)
    for category in filters.categories:
        yield category, without(categories=(), subcategories=())
    for subcategory in filters.subcategories:
        yield subcategory, without(subcategories=_less(filters.subcategories, subcategory))
    for body in filters.bodies:
        yield body, without(bodies=_less(filters.bodies, body))
    for outcome in filters.outcomes:
        yield outcome.value, without(outcomes=_less(filters.outcomes, outcome))
    if filters.date_from or filters.date_to:
        yield describe_years(filters), without(date_from=None, date_to=None)
    for kind in filters.remedy_kinds:
        yield _capital(kind.value), without(remedy_kinds=_less(filters.remedy_kinds, kind))
    if filters.bases:
        label = "Full text" if filters.bases == (Basis.FULL_TEXT,) else "Digest"
        both = Basis.FULL_TEXT in filters.bases and len(filters.bases) > 1
        yield "Full text or digest" if both else label, without(bases=())


def describe_years(filters: Filters) -> str:
    """``2019 to 2021``, ``2019``, ``since 2019``, ``up to 2021``."""
    first = filters.date_from.year if filters.date_from else None
    last = filters.date_to.year if filters.date_to else None
    if first and last:
        return f"{first} to {last}" if first != last else str(first)
    return f"Since {first}" if first else f"Up to {last}"


def _less(values: tuple[str, ...], one: str) -> tuple[str, ...]:
    return tuple(value for value in values if value != one)


# --------------------------------------------------------------------------- remarks, and nothing found


def _remarks(page: Page) -> Iterator[Markup]:
    """What one should know of how the words were read."""
    for word in page.sought:
        if word.also:
            also = join_words([f"“{text}”" for text in word.also], "or")
            yield tag("p", f"“{word.text}” was looked for written out as well: {also}.", class_="aside remark")
    if page.is_cut:
        yield tag(
            "p",
            "That is too long for a search: only its beginning was looked for. For a whole story use the Ask tab.",
            class_="aside remark",
        )
    if page.browse.filters.date_from or page.browse.filters.date_to:
        yield tag("p", "Decisions of which the date is not known are in no choice of years.", class_="aside remark")
    for reference in page.not_held:
        yield tag("p", f"No decision {reference} is held.", class_="remark")
    if page.near:
        buttons = [_opener(reference, str(reference)) for reference in page.near]
        yield tag("p", "Held with a number like it: ", *_between(buttons), class_="remark")


def _nothing(page: Page) -> Markup:
    """What can be done where no decision was found: each offer says how many there would be."""
    if page.not_held:
        return markup()
    if not page.drops:
        text = "Nothing that is held fits. Try other words, or ask in your own words in the Ask tab."
        return tag("p", text, class_="remark")
    return markup(
        tag("p", "No decision that is held has all of this. But there are:", class_="remark"),
        tag("ul", tags("li", [_offer(drop) for drop in page.drops]), class_="drops"),
    )


def _offer(drop: Drop) -> Markup:
    what = f"with “{drop.instead}” for {drop.dropped}" if drop.instead else f"without {drop.dropped}"
    count = format_count(drop.decisions, "decision")
    return tag("button", f"{count} {what}", type="button", class_="quiet", data_browse=write_browse(drop.browse))


# --------------------------------------------------------------------------- the lines


def _line(decision: ListedDecision) -> Markup:
    facts = [
        tag("span", format_date(decision.decided) if decision.decided else "date not known"),
        tag("span", _outcome(decision), class_="outcome"),
        tag("span", BASIS_SHORT[decision.basis], class_=f"known {_look(decision.basis)}"),
    ]
    return tag(
        "article",
        tag("h3", _opener(decision.reference, decision.body or "Body not named", tag("span", str(decision.reference)))),
        tag("p", *_between(facts, " · "), class_="line-facts"),
        tag("p", *_about(decision), class_="line-about"),
        tag("p", _remedies(decision), class_="line-remedies"),
        tag("p", *_excerpt(decision), class_="line-excerpt") if decision.excerpt else "",
        class_="line",
    )


def _opener(reference: CaseReference, *label: str) -> Markup:
    """A link that opens the decision here, or in a tab of its own where the browser is told so."""
    return tag("a", *_between(label, " "), href=f"#decision={reference.slug}", data_decision=str(reference))


def _outcome(decision: ListedDecision) -> str:
    if decision.outcome is None:
        return "Outcome not known"
    return decision.outcome.value + (" (read from the summary)" if decision.outcome_inferred else "")


def _about(decision: ListedDecision) -> Iterator[str]:
    subject = " › ".join(part for part in (decision.category, decision.subcategory) if part)
    if subject:
        yield tag("span", subject, class_="line-subject")
    issues = _cut(list(decision.issues), _MOST_ISSUES)
    if issues:
        yield markup(": " if subject else "", "; ".join(issues))


def _remedies(decision: ListedDecision) -> str:
    if not decision.remedies:
        return "No remedy is recorded."
    said = list(dict.fromkeys(describe_remedy(decision.reference, remedy) for remedy in decision.remedies))
    return _capital("; ".join(_cut(said, _MOST_REMEDIES)))


def _excerpt(decision: ListedDecision) -> Iterator[Markup]:
    for text, is_found in decision.excerpt:
        yield tag("mark", text) if is_found else markup(text)


def _cut(items: list[str], most: int) -> list[str]:
    return items if len(items) <= most else [*items[: most - 1], f"and {len(items) - most + 1} more"]


# --------------------------------------------------------------------------- from page to page


def _pages(page: Page) -> Markup:
    if page.pages == 1:
        return markup()
    here = page.browse.page

    def to(number: int, label: str, *, is_there: bool) -> Markup:
        target = write_browse(replace(page.browse, page=number))
        return tag(
            "button",
            label,
            type="button",
            class_="quiet",
            data_browse=target,
            data_key=label,
            data_to_top=True,
            disabled=not is_there,
        )

    return tag(
        "nav",
        to(here - 1, "Previous page", is_there=here > 1),
        tag("span", f"Page {here} of {page.pages:,}"),
        to(here + 1, "Next page", is_there=here < page.pages),
        class_="pages",
        aria_label="Pages of the list",
    )


def _between(parts: Iterable[str], mark: str = ", ") -> Iterator[str]:
    for n, part in enumerate(parts):
        if n:
            yield mark
        yield part


def _look(basis: Basis) -> str:
    return "full-text" if basis is Basis.FULL_TEXT else "digest"


def _shortened(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= 60 else f"{plain[:60]} …"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
