"""The panel of limits: facts of the casebook → its fields as HTML; what stands in the fields → limits, or problems.

The fields are read where the page is (``scripts/30-steering.js``) and come as JSON with each question, so that what is
asked is limited by what the user sees at that moment.
"""

from __future__ import annotations

from datetime import date

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from assistant.chat.markup import Markup, markup, tag
from assistant.domain import CasebookFacts, Filters, Outcome, RemedyKind
from assistant.question import ReadLimits, StatedLimits, read_limits
from assistant.question.assumptions import describe_limits
from assistant.text import format_count

# A field is a name or a figure; what is longer is no limit anybody typed.
_LONGEST_FIELD = 400
# Between the names of several bodies in one field.
_BETWEEN_BODIES = "; "


class _Stated(BaseModel):
    """What the page sends of its fields."""

    model_config = ConfigDict(extra="forbid")

    body: str = Field(default="", max_length=_LONGEST_FIELD)
    category: str = Field(default="", max_length=_LONGEST_FIELD)
    outcome: str = Field(default="", max_length=_LONGEST_FIELD)
    first: str = Field(default="", max_length=_LONGEST_FIELD)
    last: str = Field(default="", max_length=_LONGEST_FIELD)
    least: str = Field(default="", max_length=_LONGEST_FIELD)
    most: str = Field(default="", max_length=_LONGEST_FIELD)
    remedy: str = Field(default="", max_length=_LONGEST_FIELD)
    full_text_only: bool = False


def read_stated(sent: str, facts: CasebookFacts) -> ReadLimits | None:
    """What the fields set; empty text is no limit, and None is given for what no panel of ours can have sent."""
    if not sent:
        return ReadLimits()
    try:
        stated = _Stated.model_validate_json(sent)
    except ValidationError:
        return None
    values = stated.model_dump()
    return read_limits(StatedLimits(bodies=_split_bodies(values.pop("body"), facts.bodies), **values), facts)


def _split_bodies(said: str, held: tuple[str, ...]) -> tuple[str, ...]:
    """The names in the field; a semicolon that is part of a name that is held stands between no two."""
    mark = _BETWEEN_BODIES.strip()
    whole = {_plain(name) for name in held if mark in name}
    pieces = said.split(mark)
    names = []
    while pieces:
        sizes = range(len(pieces), 1, -1) if whole else ()
        size = next((size for size in sizes if _plain(mark.join(pieces[:size])) in whole), 1)
        names.append(mark.join(pieces[:size]))
        pieces = pieces[size:]
    return tuple(name for name in names if name.strip())


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()


def render_panel(facts: CasebookFacts, limits: Filters | None = None) -> Markup:
    """The fields, folded, with these limits in them and their number in the summary, kept up to date by the page."""
    held = limits or Filters()
    categories = tuple(dict.fromkeys(category for category, _ in facts.subcategories))
    fields = (
        _body(facts, held),
        _select("category", "Category", categories, (*held.categories, "")[0]),
        _select("outcome", "Outcome", tuple(Outcome), (*held.outcomes, "")[0]),
        _pair(
            "Decided",
            _typed("first", "from", "Decided from, a year or a day", _year(held.date_from, is_last=False), "e.g. 2019"),
            _typed("last", "to", "Decided up to, a year or a day", _year(held.date_to, is_last=True), "e.g. 2024"),
        ),
        _pair(
            "A payment of",
            _typed("least", "£ from", "A payment from so many pounds", _pounds(held.amount_min_pence), "e.g. 100"),
            _typed("most", "£ to", "A payment of at most so many pounds", _pounds(held.amount_max_pence), "e.g. 1,000"),
        ),
        _select("remedy", "Kind of remedy", tuple(RemedyKind), (*held.remedy_kinds, "")[0]),
        _full_text(facts, is_on=bool(held.bases)),
    )
    number = len(describe_limits(held))
    count = f" · {number} in force" if number else ""
    summary = tag("summary", "Limit the decisions", tag("span", count, class_="limits-count", data_limits_count=True))
    clear = tag("button", "Clear all limits", type="button", class_="quiet", data_clear_limits=True)
    hint = tag("p", "They hold for every question until you take them away.", class_="aside")
    group = tag("div", *fields, class_="limit-fields", role="group", aria_label="Limits on the decisions")
    return tag(
        "details", summary, group, tag("div", hint, clear, class_="limits-foot"), class_="limits", data_limits=True
    )


# --------------------------------------------------------------------------- fields


def _body(facts: CasebookFacts, held: Filters) -> Markup:
    """A text field with the names held; nicknames are understood too."""
    options = markup(*(_option(name) for name in facts.bodies))
    typed = _input("body", _BETWEEN_BODIES.join(held.bodies), list_="held-bodies", placeholder="Start typing a name")
    label = tag("label", "Council or other body", for_="limit-body")
    return tag("div", label, typed, tag("datalist", options, id="held-bodies"), _problem("body"), class_="limit wide")


def _option(value: str) -> Markup:
    return tag("option", value=value)


def _select(name: str, label: str, values: tuple[str, ...], chosen: str) -> Markup:
    options = [tag("option", "Any", value="")]
    options += [
        tag("option", value[:1].upper() + value[1:], value=value, selected=value == chosen)
        for value in map(str, values)
    ]
    control = tag("select", *options, id=f"limit-{name}", data_limit=name, aria_describedby=f"limit-{name}-problem")
    return tag("div", tag("label", label, for_=f"limit-{name}"), control, _problem(name), class_="limit")


def _pair(name: str, *fields: Markup) -> Markup:
    """Two fields that are the ends of one limit."""
    return tag("fieldset", tag("legend", name), tag("div", *fields, class_="ends"), class_="limit")


def _typed(name: str, label: str, full_name: str, value: str, placeholder: str) -> Markup:
    typed = _input(name, value, placeholder=placeholder, inputmode="text" if name in ("first", "last") else "decimal")
    said = tag(
        "label",
        tag("span", label, aria_hidden="true"),
        tag("span", full_name, class_="visually-hidden"),
        for_=f"limit-{name}",
    )
    return tag("div", said, typed, _problem(name), class_="end")


def _full_text(facts: CasebookFacts, *, is_on: bool) -> Markup:
    box = tag(
        "input", type="checkbox", id="limit-full_text_only", data_limit="full_text_only", checked=is_on,
        aria_describedby="limit-full_text_only-problem",
    )  # fmt: skip
    number = format_count(facts.full_texts, "decision") if facts.full_texts else "none"
    label = tag("label", box, tag("span", f"Only decisions held in full text ({number})"), class_="checkbox")
    return tag("div", label, _problem("full_text_only"), class_="limit wide")


def _input(name: str, value: str, **attributes: str) -> Markup:
    return tag(
        "input",
        type="text",
        id=f"limit-{name}",
        data_limit=name,
        value=value,
        autocomplete="off",
        spellcheck="false",
        maxlength=str(_LONGEST_FIELD),
        aria_describedby=f"limit-{name}-problem",
        **attributes,
    )


def _problem(name: str) -> Markup:
    """Where it is said what is wrong with the field."""
    return tag("p", "", id=f"limit-{name}-problem", class_="limit-problem", data_problem=name)


def _year(day: date | None, *, is_last: bool) -> str:
    """A day as it is typed: the year alone where the limit is a whole one."""
    if day is None:
        return ""
    is_whole = (day.month, day.day) == ((12, 31) if is_last else (1, 1))
    return str(day.year) if is_whole else day.isoformat()


def _pounds(pence: int | None) -> str:
    if pence is None:
        return ""
    return f"{pence // 100:,}" if pence % 100 == 0 else f"{pence / 100:,.2f}"
