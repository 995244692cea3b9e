"""The casebook's status as HTML: what is loaded, from where, to when, what was set aside, and what looks planted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.casebook import CasebookStatus, OriginCount, SetAsideNote
from assistant.chat.casebook_tab.parts import (
    decision_button,
    file_name,
    folded,
    format_moment,
    listed,
    reason_line,
)
from assistant.chat.markup import Markup, markup, tag
from assistant.domain import Basis, NewsItem
from assistant.planted import spell_out
from assistant.starter import STARTER_ORIGIN
from assistant.text import find_references, format_count, format_date
from assistant.vectors import IndexState

_BASES: dict[str, str] = {
    Basis.FULL_TEXT.value: "Full text, in the Ombudsman’s words",
    Basis.SUMMARY.value: "Our digest of the published summary",
    Basis.ROUND_UP.value: "Our digest of a published list",
}
_LONGEST_QUOTE = 240
_NOT_KNOWN = "not known"


def render_status(
    status: CasebookStatus,
    index: IndexState,
    news: Sequence[NewsItem],
    *,
    may_dismiss: bool,
    problems: Sequence[str] | None = None,
) -> Markup:
    """Every section of the status. ``problems`` are those of a check, None before one was made.

    ``may_dismiss`` gives each note of what was set aside a button that takes the note away.
    """
    return tag(
        "div",
        _loaded(status, index),
        _set_aside(status.set_aside, may_dismiss=may_dismiss),
        _planted(status),
        _partly_read(status),
        _news(news),
        _whole(problems),
        tag(
            "p",
            "A decision is taken out in the terminal, with ",
            tag("code", 'python -m ingest remove "20 100 001"'),
            "; from that moment no answer uses it.",
            class_="aside",
        ),
        class_="casebook-status",
    )


def _loaded(status: CasebookStatus, index: IndexState) -> Markup:
    facts = status.facts
    if facts.decisions == 0:
        return _section("What is loaded", tag("p", "The casebook is empty. Add decisions above."))
    span = (
        f"{format_date(facts.oldest)} to {format_date(facts.newest)}" if facts.oldest and facts.newest else "not known"
    )
    rows = [
        ("Decisions", f"{facts.decisions:,}"),
        ("Decided", span),
        ("Bodies", f"{len(facts.bodies):,}"),
        ("Remedies", f"{status.remedies:,}"),
        ("Passages that are searched", f"{status.passages:,}"),
        ("Search index", _describe_index(index)),
        ("Language model for the search", status.encoder or "none yet"),
    ]
    facts_list = tag("dl", *(tag("div", tag("dt", name), tag("dd", value)) for name, value in rows), class_="facts")
    tables = tag(
        "div",
        _counts("Known from", {_BASES.get(name, name): count for name, count in status.by_basis.items()}),
        _counts("Outcome", status.by_outcome),
        _counts("Category", status.by_category),
        class_="tables",
    )
    return _section("What is loaded", facts_list, tables, _origins(status))


def _describe_index(index: IndexState) -> str:
    if not index.is_current:
        return "behind the casebook; the next question brings it up to date"
    where = "" if index.is_owner else ", in memory (another running Redress has the index on disk)"
    return f"up to date{where}"


def _counts(title: str, counts: Mapping[str, int]) -> Markup:
    known_first = sorted(counts.items(), key=lambda item: item[0] == _NOT_KNOWN)  # else in the order given
    rows = [
        tag("tr", tag("th", name[:1].upper() + name[1:], scope="row"), tag("td", f"{count:,}"))
        for name, count in known_first
    ]
    head = tag("thead", tag("tr", tag("th", title, scope="col"), tag("th", "Decisions", scope="col")))
    return tag("table", head, tag("tbody", *rows), class_="counts")


def _origins(status: CasebookStatus) -> Markup:
    entries = [_origin(origin) for origin in status.origins]
    if status.without_origin:
        number = format_count(status.without_origin, "decision")
        entries.append(markup(f"{number} from before Redress noted where decisions come from"))
    return markup(tag("h3", "Where they come from"), listed(entries, what="place", plural="places"))


def _origin(origin: OriginCount) -> Markup:
    is_starter = origin.origin == STARTER_ORIGIN
    name = markup("the starter casebook, shipped with Redress") if is_starter else file_name(origin.origin)
    when = tag("span", format_moment(origin.last), class_="aside")
    return markup(f"{format_count(origin.decisions, 'decision')} from ", name, ", added ", when)


def _set_aside(notes: Sequence[SetAsideNote], *, may_dismiss: bool) -> Markup:
    if not notes:
        return _section("Set aside", tag("p", "Nothing: every file that was added could be used."))
    newest_first = sorted(notes, key=lambda note: note.noted.timestamp() if note.noted else 0.0, reverse=True)
    told = (
        f"{format_count(len(notes), 'file or decision', 'files or decisions')} could not be used. Put a file right as "
        "its reason says and add it again under the same name: its note then goes by itself."
    )
    everything = tag("button", "Dismiss all notes", type="button", class_="quiet", data_dismiss_all=True)
    return _section(
        "Set aside",
        tag("p", told),
        listed([_note(note, may_dismiss=may_dismiss) for note in newest_first], first=5, what="note", plural="notes"),
        everything if may_dismiss and len(notes) > 1 else "",
    )


def _note(note: SetAsideNote, *, may_dismiss: bool) -> Markup:
    when = tag("span", format_moment(note.noted), class_="aside") if note.noted else ""
    dismiss = tag(
        "button",
        "Dismiss",
        type="button",
        class_="quiet small",
        data_dismiss=note.place,
        aria_label=f"Dismiss the note on {note.place[:80]}",
    )
    return tag(
        "div",
        reason_line(note.place, _cut(note.reason), " ", when),
        dismiss if may_dismiss else "",
        class_="file note",
    )


def _planted(status: CasebookStatus) -> Markup:
    if not status.flagged:
        return markup()
    entries = []
    for reference, flags in status.flagged:
        found = [
            tag("p", f"{flag.place}, {flag.kind.value}: ", tag("bdi", f"“{_cut(spell_out(flag.text))}”"))
            for flag in flags
        ]
        entries.append(tag("div", decision_button(reference), *found, class_="file"))
    return _section(
        "Text that looks planted",
        tag(
            "p",
            f"{format_count(len(entries), 'decision holds', 'decisions hold')} text that looks as if somebody put it "
            "there to mislead. It is kept to be looked at and never used in an answer.",
        ),
        listed(entries),
    )


def _partly_read(status: CasebookStatus) -> Markup:
    if not status.partly_read:
        return markup()
    entries = []
    for reference, unread in status.partly_read:
        found = [tag("p", tag("bdi", f"“{_cut(item.text)}”"), f": {item.reason}") for item in unread]
        entries.append(tag("div", decision_button(reference), *found, class_="file"))
    return folded("Read in part", listed(entries), count=len(entries))


def _news(news: Sequence[NewsItem]) -> Markup:
    if not news:
        return markup()
    entries = [markup(item.title, tag("span", f" ({', '.join(_source(item))})", class_="aside")) for item in news]
    note = tag("p", "Articles are pointers to read. Nothing in them is counted or quoted as a decision.")
    return folded("News articles", note, listed(entries), count=len(entries))


def _source(item: NewsItem) -> tuple[str, ...]:
    return (item.source, *((format_date(item.published),) if item.published else ()))


def _whole(problems: Sequence[str] | None) -> Markup:
    check = tag("button", "Check the casebook", type="button", class_="quiet", data_check=True)
    if problems is None:
        result = tag("p", "Reads every decision back and compares it with what was added. It takes some seconds.")
    elif not problems:
        result = tag("p", "Everything is whole.", class_="whole", data_announce="Everything is whole.")
    else:
        told = format_count(len(problems), "problem was found", "problems were found") + "."
        entries = [_problem(problem) for problem in problems]
        result = tag("div", tag("p", told, class_="notice", data_announce=told), listed(entries))
    return _section("Is it whole?", result, check)


def _problem(problem: str) -> Markup:
    """The sentence of the check; where it names a decision, that opens."""
    found = find_references(problem[:20])
    button = markup(decision_button(found[0].reference), " ") if found else markup()
    return markup(button, problem)


def _section(title: str, *parts: str) -> Markup:
    return tag("section", tag("h2", title), *parts)


def _cut(text: str) -> str:
    """Enough of a text to know it by; the whole stands in the decision, or in ``ingest status``."""
    plain = " ".join(text.split())
    return plain if len(plain) <= _LONGEST_QUOTE else f"{plain[: _LONGEST_QUOTE - 1]}…"
