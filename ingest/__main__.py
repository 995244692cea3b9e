"""The commands of ``python -m ingest``: add, fetch, update, status, verify, rebuild, remove, read.

The help text is the manual.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from assistant.casebook import Casebook
from assistant.domain import CaseReference, Flag
from assistant.encoders import BUNDLED_IDENTITY, open_encoder
from assistant.errors import CasebookError, FetchError, InputError, RedressError, SettingsError
from assistant.progress import show_stages
from assistant.settings import Settings, read_settings, with_all_cores
from assistant.starter import read_vectors
from assistant.text import format_count, format_date
from assistant.visible import readable_json, say, say_line
from ingest import fetching, manual
from ingest.build import add_paths
from ingest.export import describe_flag, describe_reading, reading_to_json
from ingest.files import SetAside
from ingest.mending import find_all_problems, rebuild, require_casebook
from ingest.opening import FileReading
from ingest.sources import read_file, read_sources
from ingest.telling import quote_place, tell_added

_ORIGINS_SHOWN = 10
_STOPPED = "ingest: stopped. Everything stored so far is whole; run the same command again to go on."


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code says how it ended."""
    options = _parser().parse_args(arguments)
    try:
        # No question waits for these commands: they encode on every core.
        settings = with_all_cores(
            read_settings(
                home=options.home, encoder=options.encoder, encoding=options.encoding, threads=options.threads
            )
        )
        run: Callable[[Settings, argparse.Namespace], int] = options.run
        return run(settings, options)
    except RedressError as error:
        say_line(f"ingest: {error}", to=sys.stderr)
        for item in getattr(error, "items", ()):
            say_line(f"  {item}", to=sys.stderr)
        return error.exit_code
    except BrokenPipeError:
        # The reader went away (e.g. `| head`); nothing is lost.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        say(f"\n{_STOPPED}", to=sys.stderr)
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m ingest",
        description="Read the Ombudsman's published decisions into the casebook.",
        epilog=manual.MANUAL,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--home", type=Path, help="directory of the casebook (REDRESS_HOME)")
    shared.add_argument("--encoder", type=Path, help="folder of another encoder (REDRESS_ENCODER)")
    shared.add_argument("--encoding", metavar="WAY", help="how it computes (REDRESS_ENCODING)")
    shared.add_argument("--threads", type=int, help="threads for the encoder (REDRESS_THREADS)")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def command(name: str, manual: str, run: Callable[[Settings, argparse.Namespace], int]) -> argparse.ArgumentParser:
        added = commands.add_parser(
            name,
            parents=[shared],
            description=manual,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        added.set_defaults(run=run)
        return added

    added = command("add", manual.ADD, _add)
    added.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a file or a folder")
    command("status", manual.STATUS, _status)
    command("verify", manual.VERIFY, _verify)
    command("rebuild", manual.REBUILD, _rebuild).add_argument(
        "--encode", action="store_true", help="encode every text anew with the encoder in use"
    )
    remove = command("remove", manual.REMOVE, _remove)
    remove.add_argument("references", nargs="+", metavar="REFERENCE", help='e.g. "19 018 981"')
    kind = remove.add_mutually_exclusive_group()
    kind.add_argument("--keep-out", action="store_true", help="and never take them in again")
    kind.add_argument("--let-in", action="store_true", help="let them be taken in again; nothing is removed")
    _add_fetch_options(command("fetch", manual.FETCH, _fetch), has_ways=True)
    _add_fetch_options(command("update", manual.UPDATE, _update), has_ways=False)
    read = command("read", manual.READ, _read)
    read.add_argument(
        "files", nargs="+", type=Path, metavar="FILE", help="a saved decision, a digest file or a news article"
    )
    read.add_argument("--json", action="store_true", help="print JSON, one object a line")
    return parser


def _add_fetch_options(parser: argparse.ArgumentParser, *, has_ways: bool) -> None:
    if has_ways:
        way = parser.add_mutually_exclusive_group(required=True)
        way.add_argument("--from", dest="first", metavar="DATE", help="the first day, e.g. 2025-01-01")
        way.add_argument("--category", metavar="CATEGORY", help="e.g. housing or housing/homelessness")
        way.add_argument("--references", nargs="+", metavar="FILE", help="files, references or addresses")
        parser.add_argument("--to", dest="last", metavar="DATE", help="the last day (default: today)")
    parser.add_argument("--contact", help="who asks: an e-mail or web address (REDRESS_CONTACT)")
    parser.add_argument("--pause", metavar="SECONDS", help="between requests (REDRESS_PAUSE, default 3)")
    parser.add_argument("--limit", metavar="NUMBER", help="requests at most (REDRESS_FETCH_LIMIT, default 5000)")


# --------------------------------------------------------------------------- commands


def _add(settings: Settings, options: argparse.Namespace) -> int:
    encoder = open_encoder(settings)
    # Texts of the starter need not be encoded again: their vectors are shipped.
    vectors = read_vectors() if encoder.identity == BUNDLED_IDENTITY else {}
    with _open(settings, make=True) as casebook, show_stages() as show:
        readers = settings.threads or 1
        report = add_paths(casebook, encoder, options.paths, vectors=vectors, readers=readers, on_progress=show)
    tell_added(report)
    return 5 if report.has_failed else 0


def _status(settings: Settings, _: argparse.Namespace) -> int:
    with _open(settings, make=False) as casebook:
        status = casebook.status()
        kept_out = len(casebook.kept_out())
    facts = status.facts
    say_line(f"casebook   {settings.casebook_path}")
    span = ""
    if facts.oldest and facts.newest:
        span = f", decided {format_date(facts.oldest)} to {format_date(facts.newest)}"
    say_line(f"decisions  {facts.decisions:,}{span}")
    for title, counts in (("known from", status.by_basis), ("outcome", status.by_outcome)):
        for name, count in counts.items():
            say_line(f"  {title:<11} {name}: {count:,}")
    for origin in status.origins[:_ORIGINS_SHOWN]:
        say_line(f"  from        {origin.origin}: {origin.decisions:,} on {format_date(origin.last.date())}")
    if len(status.origins) > _ORIGINS_SHOWN:
        say_line(f"  from        {len(status.origins) - _ORIGINS_SHOWN:,} files more, added earlier")
    say_line(f"bodies     {len(facts.bodies):,}")
    say_line(f"remedies   {status.remedies:,}")
    say_line(f"passages   {status.passages:,}")
    say_line(f"news       {status.news:,}")
    fetched = fetching.PageStore.look(settings.fetched_path).status()
    if fetched.decisions or fetched.gone or kept_out:
        say_line(f"fetched    {fetching.tell_status(fetched, kept_out)}")
    say_line(f"encoder    {status.encoder or 'none yet'}")
    if status.partly_read:
        say_line(f"read in part: {len(status.partly_read)}")
        for reference, unread in status.partly_read:
            say_line(f"  {reference}")
            for item in unread:
                say_line(f"    {quote_place(item.text)}: {item.reason}")
    _print_flagged(status.flagged)
    if status.set_aside:
        say_line(f"set aside: {len(status.set_aside)}")
        for note in status.set_aside:
            say_line(f"  {note.place}: {note.reason}")
    return 0


def _print_flagged(flagged: Sequence[tuple[CaseReference, tuple[Flag, ...]]]) -> None:
    """The decisions that hold planted text, with each place; nothing is printed where there is none."""
    if not flagged:
        return
    say_line(f"flagged as planted, not used: {len(flagged)}")
    for reference, flags in flagged:
        say_line(f"  {reference}")
        for flag in flags:
            say_line(f"    {describe_flag(flag)}")


def _verify(settings: Settings, _: argparse.Namespace) -> int:
    with _open(settings, make=False) as casebook:
        problems = find_all_problems(settings, casebook)
        is_readable = not casebook.find_damage()
        held, flagged = (casebook.facts().decisions, casebook.flags()) if is_readable else (0, {})
    for problem in problems:
        say_line(problem)
    _print_flagged(tuple(flagged.items()))
    if not problems:
        say_line(f"{format_count(held, 'decision')}: everything is whole.")
    return CasebookError.exit_code if problems else 0


def _rebuild(settings: Settings, options: argparse.Namespace) -> int:
    require_casebook(settings)
    encoder = open_encoder(settings)
    with show_stages() as show:
        done = rebuild(settings, encoder, encode=options.encode, on_progress=show)
    for line in done.told:
        say_line(line)
    for line in done.left:
        say_line(f"ingest: {line}", to=sys.stderr)
    say_line(f"{format_count(done.decisions, 'decision')} rebuilt, {format_count(done.encoded, 'text')} encoded.")
    return CasebookError.exit_code if done.left else 0


def _remove(settings: Settings, options: argparse.Namespace) -> int:
    references = [CaseReference.parse(one) for one in options.references]
    with _open(settings, make=False) as casebook:
        store = fetching.PageStore.look(settings.fetched_path)
        # Every one is tried, whatever became of the one before.
        if options.let_in:
            are_done = [_let_in(casebook, store, one) for one in references]
        else:
            are_done = [_take_out(casebook, store, one, is_for_good=options.keep_out) for one in references]
    return 0 if all(are_done) else 1


def _take_out(casebook: Casebook, store: fetching.PageStore, reference: CaseReference, *, is_for_good: bool) -> bool:
    """Remove from the casebook and from the fetched pages; True where it was held, or is now kept out."""
    was_fetched = store.newest(reference) is not None
    if is_for_good:
        is_removed = casebook.keep_out(reference)
        store.keep_out(reference)
        say_line(f"{reference} {'removed' if is_removed or was_fetched else 'was not held'}, and kept out from now on.")
        return True
    is_removed = casebook.remove(reference)
    store.forget(reference)
    if is_removed or was_fetched:
        say_line(f"{reference} removed. A later add, fetch or update may bring it back; --keep-out keeps it out.")
        return True
    near = casebook.near_references(reference)
    hint = f" References that look like it are different cases: {', '.join(map(str, near))}." if near else ""
    say_line(f"ingest: {reference} is not held; nothing was removed.{hint}", to=sys.stderr)
    return False


def _let_in(casebook: Casebook, store: fetching.PageStore, reference: CaseReference) -> bool:
    was_kept_out = casebook.let_in(reference) or reference in store.kept_out()
    if reference in store.kept_out():
        store.let_in(reference)
    if was_kept_out:
        say_line(f"{reference} may be added and fetched again; it is not held now.")
    else:
        say_line(f"ingest: {reference} was not kept out.", to=sys.stderr)
    return was_kept_out


def _fetch(settings: Settings, options: argparse.Namespace) -> int:
    if options.last and not options.first:
        raise SettingsError("--to goes with --from only.")

    def run(fetch: fetching.Fetch) -> fetching.FetchReport:
        if options.category:
            return fetching.fetch_category(fetch, options.category)
        if options.references:
            return fetching.fetch_references(fetch, fetching.read_wanted(options.references, fetch.client.site))
        return fetching.fetch_period(fetch, period)

    if options.first:
        period = fetching.Window(_read_day("--from", options.first), _read_day("--to", options.last))
        if period.first > period.last:
            raise SettingsError(f"--from {period.first} lies after --to {period.last}.")
    return _run_fetch(settings, options, run)


def _update(settings: Settings, options: argparse.Namespace) -> int:
    return _run_fetch(settings, options, lambda fetch: fetching.fetch_update(fetch, date.today()))


def _read_day(flag: str, text: str | None) -> date:
    try:
        return date.fromisoformat(text) if text else date.today()
    except ValueError as error:
        raise SettingsError(f"{flag}={text!r} is no day; write it as 2025-01-31.") from error


def _run_fetch(
    settings: Settings, options: argparse.Namespace, run: Callable[[fetching.Fetch], fetching.FetchReport]
) -> int:
    """Fetch, put what came into the casebook as it comes, and tell what is and what is not complete."""
    manners = fetching.read_manners(contact=options.contact, pause=options.pause, limit=options.limit)
    with fetching.PageStore.open(settings.fetched_path) as store, _open(settings, make=True) as casebook:
        for line in (*store.mended, *fetching.tell_manners(manners)):
            say_line(line, to=sys.stderr)
        with show_stages() as show, fetching.SiteClient(manners, on_wait=_tell_wait) as client:
            intake = fetching.StoreIntake(store, casebook, lambda: open_encoder(settings))
            intake.share_what_is_kept_out()
            intake.file(lambda done, total: show("adding what was fetched before", done, total))
            fetch = fetching.Fetch(
                client, store, casebook.kept_out, intake.find_address, on_kept=intake.count, on_progress=show
            )
            report = run(fetch)
            intake.file(lambda done, total: show("adding", done, total))
    for line in (*fetching.tell_fetched(report), *fetching.tell_filed(intake.summary)):
        say_line(line)
    for line in fetching.tell_troubles(report):
        say_line(f"ingest: {line}", to=sys.stderr)
    return 0 if report.is_complete and not intake.summary.damaged else FetchError.exit_code


def _tell_wait(reason: str) -> None:
    say_line(f"waiting: {reason}", to=sys.stderr)


def _read(_: Settings, options: argparse.Namespace) -> int:
    files: tuple[FileReading, ...]
    aside: tuple[SetAside, ...] = ()
    if len(options.files) == 1 and not options.files[0].is_dir():
        files = (read_file(options.files[0]),)
    else:
        readings = read_sources(options.files)
        # The chapters of a report are several files and one reading.
        files, aside = (
            tuple({reading.page or reading: reading for reading in readings.files}.values()),
            readings.set_aside,
        )
    for reading in files:
        if options.json:
            for item in reading_to_json(reading):
                print(readable_json(item))
        else:
            say(describe_reading(reading))
    for left in aside:
        say_line(f"{left.place}: {left.reason}", to=sys.stderr)
    return InputError.exit_code if any(left.was_named for left in aside) else 0


# --------------------------------------------------------------------------- helpers


@contextmanager
def _open(settings: Settings, *, make: bool) -> Iterator[Casebook]:
    if not make:
        require_casebook(settings)
    casebook = Casebook.open(settings.casebook_path)
    try:
        yield casebook
    finally:
        casebook.close()


if __name__ == "__main__":
    sys.exit(main())
