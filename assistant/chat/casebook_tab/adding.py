"""Taking in files, as HTML: the place to give them, how far it is, and what became of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace

from assistant.chat.casebook_tab.parts import decision_button, file_name, folded, listed, reason_line
from assistant.chat.markup import Markup, markup, tag, tags
from assistant.domain import (
    CaseReference,
    DecisionReport,
    Fate,
    FileReport,
    IntakeLimits,
    IntakeProgress,
    IntakeReport,
    IntakeStage,
)
from assistant.text import format_count, format_date

_WHAT_MAY_COME = (
    "Decisions as you saved them from the Ombudsman’s site: the web page (.html, .mhtml), a PDF with text in it, or "
    "its text (.txt). The chapters of one report together. Digests of your own (.jsonl). News articles are kept as "
    "pointers."
)
_WHAT_HAPPENS = (
    "The files are read on the computer that Redress runs on and go nowhere else; the files themselves are not kept. "
    "What can be read answers questions at once. What cannot be used is set aside with the reason."
)
_NOT_OFFERED = (
    "Adding is not offered on this page, because it is served to other computers and has no login: whoever can open "
    "it could write. Whoever runs Redress can add files with ",
    " or start it with ",
    ".",
)
# Files of which each decision is shown by itself; a digest file may hold hundreds.
_SHOWN_SINGLY = 5
_MEGABYTE = 1_000_000


def render_adding(limits: IntakeLimits | None) -> Markup:
    """The place to drop files on or to choose them; without limits (no intake) the reason why there is none."""
    if limits is None:
        before, between, after = _NOT_OFFERED
        return _section(
            tag("p", before, tag("code", "python -m ingest add"), between, tag("code", "--allow-adding"), after)
        )
    bounds = (
        f"At most {limits.files:,} files at once, {limits.file_bytes // _MEGABYTE} MB each and "
        f"{limits.total_bytes // _MEGABYTE} MB together. A larger collection: "
    )
    field = tag(
        "input",
        type="file",
        id="casebook-files",
        class_="visually-hidden",
        multiple=True,
        accept=",".join(limits.endings),
        aria_describedby="casebook-what",
        data_files=True,
        data_each=str(limits.file_bytes),
        data_all=str(limits.total_bytes),
        data_most=str(limits.files),
    )
    zone = tag(
        "div",
        # The field comes first, so that its label can show where the focus is.
        field,
        tag("label", "Choose files", for_="casebook-files", class_="file-button"),
        tag("span", " or drop them here", class_="drop-hint"),
        tag("p", _WHAT_MAY_COME, id="casebook-what"),
        class_="drop",
        data_drop=True,
    )
    return _section(
        zone,
        tag("p", "", class_="sending", data_sending=True),
        tag("p", _WHAT_HAPPENS, class_="aside"),
        tag("p", bounds, tag("code", "python -m ingest add FOLDER"), ".", class_="aside"),
    )


def _section(*parts: str) -> Markup:
    return tag("section", tag("h2", "Add decisions", id="adding-title"), *parts, aria_labelledby="adding-title")


def render_progress(progress: IntakeProgress) -> Markup:
    """The stage, how far it is, the rate and the time left where they are known, and a button to stop."""
    is_reading = progress.stage is IntakeStage.READING
    what = "file" if is_reading else "decision"
    verb = "Reading" if is_reading else "Storing"
    told = f"{verb} {progress.done:,} of {format_count(progress.total, what)}"
    pace = [words for words in (_rate(progress, what), _time_left(progress)) if words and progress.total > 1]
    if not is_reading and not progress.done:
        pace = ["the first takes longest"]  # the encoder may have to be loaded
    bar = tag(
        "progress",
        value=str(progress.done),
        max=str(max(progress.total, 1)),
        aria_label=f"{verb} {what}s",
    )
    stop = (
        tag("p", "Stopping after the step under way …")
        if progress.is_stopping
        else tag("button", "Stop", type="button", class_="quiet", data_stop_intake=True)
    )
    announced = f"{verb} {format_count(progress.total, what)}."
    return tag(
        "div",
        tag("h2", "Adding files"),
        tag("p", " · ".join([told, *pace])),
        bar,
        stop,
        class_="intake-progress",
        data_announce=announced,
    )


def _rate(progress: IntakeProgress, what: str) -> str:
    rate = progress.per_second
    if rate is None:
        return ""
    return f"{rate:.0f} {what}s a second" if rate >= 2 else f"{rate * 60:.0f} {what}s a minute"


def _time_left(progress: IntakeProgress) -> str:
    left = progress.seconds_left
    if left is None or progress.seconds < 2:
        return ""  # a rate of the first moments says nothing yet
    if left < 10:
        return "a few seconds left"
    return f"about {left:.0f} seconds left" if left < 90 else f"about {left / 60:.0f} minutes left"


# --------------------------------------------------------------------------- what became of each


def render_report(report: IntakeReport, *, taken_out: Collection[CaseReference] = ()) -> Markup:
    """What became of all, then of each file: first those that could not be used, then the others as they came.

    ``taken_out`` are decisions that were taken out of the casebook since: they are counted, and not named.
    """
    headline = _headline(report)
    since = format_count(len(taken_out), "of these decisions has", "of these decisions have")
    report = _without(report, taken_out)
    aside = [file for file in report.files if file.set_aside]
    others = [file for file in report.files if not file.set_aside]
    return tag(
        "section",
        tag("h2", "What was added", id="report-title"),
        tag("p", headline, class_="headline"),
        tag("p", report.failure, class_="notice") if report.failure else "",
        tag("p", f"{since} been taken out of the casebook since.") if taken_out else "",
        _files("Set aside", aside, first=20),
        _files("Taken in", others, first=20),
        class_="intake-report",
        aria_labelledby="report-title",
        data_announce=headline,
    )


def _without(report: IntakeReport, taken_out: Collection[CaseReference]) -> IntakeReport:
    files = (
        replace(file, decisions=tuple(one for one in file.decisions if one.reference not in taken_out))
        for file in report.files
    )
    return replace(report, files=tuple(files))


def _headline(report: IntakeReport) -> str:
    fates = Counter(dict(_fates(report)).values())
    parts = [
        format_count(fates[Fate.ADDED], "decision") + " added" if fates[Fate.ADDED] else "",
        f"{fates[Fate.REPLACED]:,} replaced" if fates[Fate.REPLACED] else "",
        f"{fates[Fate.UNCHANGED]:,} held already" if fates[Fate.UNCHANGED] else "",
        f"{fates[Fate.KEPT_FULL_TEXT]:,} left out because the full text is held" if fates[Fate.KEPT_FULL_TEXT] else "",
        f"{fates[Fate.NOT_REACHED]:,} not stored" if fates[Fate.NOT_REACHED] else "",
    ]
    news = sum(1 for file in report.files if file.news)
    parts.append(format_count(news, "news article") + " kept as a pointer" if news else "")
    aside = sum(1 for file in report.files if file.set_aside)
    parts.append(format_count(aside, "file") + " set aside" if aside else "")
    told = ", ".join(part for part in parts if part) or "Nothing was stored"
    stopped = (
        " You stopped it: what was stored is whole; add the same files again to go on." if report.was_stopped else ""
    )
    return f"{told[:1].upper()}{told[1:]}.{stopped}"


def _fates(report: IntakeReport) -> list[tuple[str, Fate]]:
    """Each decision once: the chapters of a report are several files and one decision."""
    return [(one.reference.value, one.fate) for file in report.files for one in file.decisions]


def _files(title: str, files: Sequence[FileReport], *, first: int) -> Markup:
    if not files:
        return markup()
    entries = [_file(file) for file in files]
    return markup(tag("h3", title), listed(entries, first=first, what="file", plural="files"))


def _file(file: FileReport) -> Markup:
    decisions = [_decision(one) for one in file.decisions[:_SHOWN_SINGLY]]
    rest = file.decisions[_SHOWN_SINGLY:]
    if rest:
        buttons = [decision_button(one.reference) for one in rest]
        told = ", ".join(f"{count:,} {fate.value}" for fate, count in Counter(one.fate for one in rest).items())
        more = folded(f"and {format_count(len(rest), 'decision')} more ({told})", listed(buttons, first=100))
    return tag(
        "div",
        *(reason_line(file.name, reason) for reason in file.set_aside),
        file_name(file.name) if not file.set_aside else "",
        tag("p", f"A news article, kept as a pointer: {file.news}") if file.news else "",
        tag("ul", tags("li", decisions)) if decisions else "",
        more if rest else "",
        class_="file",
    )


def _decision(one: DecisionReport) -> Markup:
    facts = [one.body, one.outcome.value if one.outcome else None, format_date(one.decided) if one.decided else None]
    facts.append("full text" if one.is_full_text else "digest")
    notes = []
    if one.unread:
        notes.append(f"{format_count(one.unread, 'place')} in it could not be understood; open it to see which.")
    if one.planted:
        notes.append(
            f"It holds {format_count(one.planted, 'text that looks', 'texts that look')} planted: kept to be looked "
            "at, and never used."
        )
    return markup(
        decision_button(one.reference),
        " ",
        tag("strong", one.fate.value),
        tag("span", ": " + ", ".join(fact for fact in facts if fact) + "."),
        *(tag("span", " " + note, class_="aside") for note in notes),
    )
