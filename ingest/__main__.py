"""The commands of ``python -m ingest``: add, status, verify, rebuild, remove, read. The help text is the manual."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from assistant.casebook import Casebook
from assistant.domain import CaseReference, Flag
from assistant.encoders import BUNDLED_IDENTITY, open_encoder
from assistant.errors import CasebookError, InputError, RedressError
from assistant.progress import show_stages
from assistant.settings import Settings, read_settings, with_all_cores
from assistant.starter import read_vectors
from assistant.text import format_count, format_date
from assistant.visible import in_one_line, readable_json, say
from ingest.build import AddReport, add_paths, rebuild_passages
from ingest.export import describe_flag, describe_reading, reading_to_json
from ingest.sources import FileReading, SetAside, read_file, read_sources

_MANUAL = """\
commands:
  add PATH...         read files and folders and store what they hold
  status              what is held, what was read in part, what was set aside and why
  verify              check that what is stored is whole and is what was ingested
  rebuild [--encode]  make passages, keyword index and vector index anew
  remove REFERENCE    take a decision out; it is gone from every answer at once
  read FILE [--json]  show what would be read from a file; nothing is stored

what can be added:
  decisions             a page of the Ombudsman's site as you saved it: the web page (.html, .mhtml), a PDF with
                        text, or its text copied into a file; also a mirror's copy of one
  reports in chapters   all chapters together, as files or in a folder: they become one decision
  digests               JSON lines (.jsonl), one decision a line, in the form of the starter casebook
  news articles         as text; kept as a pointer to read, never counted
  folders               everything in them; what cannot be used is set aside with its reason

examples:
  python -m ingest add decisions/ 19-018-981.html
  python -m ingest add my-digests.jsonl
  python -m ingest status
  python -m ingest verify
  python -m ingest rebuild --encode
  python -m ingest remove "19 018 981"
  python -m ingest read --json 19-018-981.txt

environment:
  REDRESS_HOME      directory of the casebook (default ~/.local/share/redress)
  REDRESS_ENCODER   folder of another sentence-transformers model (default: bundled all-MiniLM-L6-v2)
  REDRESS_ENCODING  how it computes: auto; exact (32 bits); quick (passages at 8 bits where the processor can: two to
                    three times as fast, and vectors that differ a little); reference (torch). See docs/encoding.md
  REDRESS_CACHE     directory of files made of its weights, made again where it is emptied (default ~/.cache/redress)
  REDRESS_THREADS   threads for the encoder (default: one for each core)

exit codes: 0 done · 1 remove: not held · 2 settings, or a reference that is none · 3 casebook, or verify found
            something · 4 encoder or index · 5 a file cannot be used · 130 stopped
"""

_ADD = """\
Read files and folders and store what they hold. Each file is read and checked whole before anything
of it is stored. A full text replaces the digest under the same reference; a digest never replaces a
full text; what is held already is left as it is. To stop is safe at any moment: run the same command
again and it goes on where it was stopped.

In a folder, what cannot be used is set aside with its reason and the rest goes in. A file that you
name yourself and that cannot be used makes the exit code 5. Adding to a place without a casebook
starts an empty one there.

examples:
  python -m ingest add decisions/
  python -m ingest add 19-018-981.txt 20-008-827.txt
  python -m ingest add --home /srv/redress my-digests.jsonl
"""
_STATUS = """\
Print what is held: decisions by what they are known from and by outcome, remedies, passages, news,
and dates; then the decisions that were read in part, those that hold planted text, and the files that
were set aside, each with the reason.

example:
  python -m ingest status
"""
_VERIFY = """\
Check that the casebook's file is sound, that every decision is what was ingested (no changed word,
sum or date), that everything can be found, and that the vector index agrees. Prints one line for
each problem, saying what to do; the exit code is then 3. Texts that look planted are printed too:
they are kept to be looked at and never used, so they are no problem.

example:
  python -m ingest verify
"""
_REBUILD = """\
Make passages, keyword index and vector index anew from the stored decisions. Nothing is read from
files again, and vectors are kept: this takes seconds. With --encode every text is encoded anew,
which a change of encoder needs; until all are, answers come from the old vectors. To stop is safe:
the same command goes on where it was stopped.

examples:
  python -m ingest rebuild
  REDRESS_ENCODER=models/other python -m ingest rebuild --encode
"""
_REMOVE = """\
Take a decision out of the casebook with everything derived from it. The reference may be written in
any form: 19018981, 19-018-981, "19 018 981"; its letter is part of it.

example:
  python -m ingest remove 19-018-981
"""
_READ = """\
Show what would be read from a file: header, issues and what was found on each, remedies with payee,
status and issue, and what was not understood. Several files, or a folder, are read as `add` reads
them: the chapters of a report as one decision. Nothing is stored. With --json, one JSON object a line.

examples:
  python -m ingest read 19-018-981.html
  python -m ingest read --json 19-018-981.txt
  python -m ingest read 22-016-576-chapter-1.html 22-016-576-chapter-2.html
"""

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
        say(f"ingest: {error}", to=sys.stderr)
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
        epilog=_MANUAL,
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

    command("add", _ADD, _add).add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a file or a folder")
    command("status", _STATUS, _status)
    command("verify", _VERIFY, _verify)
    command("rebuild", _REBUILD, _rebuild).add_argument(
        "--encode", action="store_true", help="encode every text anew with the encoder in use"
    )
    command("remove", _REMOVE, _remove).add_argument("reference", metavar="REFERENCE", help='e.g. "19 018 981"')
    read = command("read", _READ, _read)
    read.add_argument(
        "files", nargs="+", type=Path, metavar="FILE", help="a saved decision, a digest file or a news article"
    )
    read.add_argument("--json", action="store_true", help="print JSON, one object a line")
    return parser


# --------------------------------------------------------------------------- commands


def _add(settings: Settings, options: argparse.Namespace) -> int:
    encoder = open_encoder(settings)
    # Texts of the starter need not be encoded again: their vectors are shipped.
    vectors = read_vectors() if encoder.identity == BUNDLED_IDENTITY else {}
    with _open(settings, make=True) as casebook, show_stages() as show:
        report = add_paths(casebook, encoder, options.paths, vectors=vectors, on_progress=show)
    _print_added(report)
    return 5 if report.has_failed else 0


def _print_added(report: AddReport) -> None:
    filed = report.filed
    parts = [
        (filed.added, "added"),
        (filed.replaced, "replaced"),
        (filed.unchanged, "held already"),
        (filed.kept_full_text, "left out, because the full text is held"),
    ]
    told = ", ".join(f"{count} {what}" for count, what in parts if count)
    if filed.total:
        say(f"{format_count(filed.total, 'decision')}: {told}.")
    if report.news:
        say(f"{format_count(report.news, 'news article')} kept as pointers.")
    if report.flagged:
        number = format_count(len(report.flagged), "decision holds", "decisions hold")
        say(f"{number} text that looks planted; it is kept to be looked at and never used:", to=sys.stderr)
        for decision in report.flagged:
            for flag in decision.flags:
                say(f"  {decision.reference}: {describe_flag(flag)}", to=sys.stderr)
    if report.set_aside:
        say(f"{len(report.set_aside)} set aside:", to=sys.stderr)
        for item in report.set_aside:
            say(f"  {in_one_line(item.place)}: {item.reason}", to=sys.stderr)


def _status(settings: Settings, _: argparse.Namespace) -> int:
    with _open(settings, make=False) as casebook:
        status = casebook.status()
    facts = status.facts
    say(f"casebook   {settings.casebook_path}")
    span = ""
    if facts.oldest and facts.newest:
        span = f", decided {format_date(facts.oldest)} to {format_date(facts.newest)}"
    say(f"decisions  {facts.decisions:,}{span}")
    for title, counts in (("known from", status.by_basis), ("outcome", status.by_outcome)):
        for name, count in counts.items():
            say(f"  {title:<11} {name}: {count:,}")
    for origin in status.origins[:_ORIGINS_SHOWN]:
        say(f"  from        {in_one_line(origin.origin)}: {origin.decisions:,} on {format_date(origin.last.date())}")
    if len(status.origins) > _ORIGINS_SHOWN:
        say(f"  from        {len(status.origins) - _ORIGINS_SHOWN:,} files more, added earlier")
    say(f"bodies     {len(facts.bodies):,}")
    say(f"remedies   {status.remedies:,}")
    say(f"passages   {status.passages:,}")
    say(f"news       {status.news:,}")
    say(f"encoder    {status.encoder or 'none yet'}")
    if status.partly_read:
        say(f"read in part: {len(status.partly_read)}")
        for reference, unread in status.partly_read:
            say(f"  {reference}")
            for item in unread:
                say(f"    {_cut(item.text)}: {item.reason}")
    _print_flagged(status.flagged)
    if status.set_aside:
        say(f"set aside: {len(status.set_aside)}")
        for note in status.set_aside:
            say(f"  {in_one_line(note.place)}: {note.reason}")
    return 0


def _print_flagged(flagged: Sequence[tuple[CaseReference, tuple[Flag, ...]]]) -> None:
    """The decisions that hold planted text, with each place; nothing is printed where there is none."""
    if not flagged:
        return
    say(f"flagged as planted, not used: {len(flagged)}")
    for reference, flags in flagged:
        say(f"  {reference}")
        for flag in flags:
            say(f"    {describe_flag(flag)}")


def _cut(words: str) -> str:
    """Enough of a place to find it by, on one line of a terminal."""
    plain = " ".join(words.split())
    return repr(plain if len(plain) <= 80 else plain[:77] + "...")


def _verify(settings: Settings, _: argparse.Namespace) -> int:
    with _open(settings, make=False) as casebook:
        problems = casebook.verify()
        if not problems:
            problems = _index_problems(settings, casebook)
        held = casebook.facts().decisions
        flagged = casebook.flags()
    for problem in problems:
        say(problem)
    _print_flagged(tuple(flagged.items()))
    if not problems:
        say(f"{format_count(held, 'decision')}: everything is whole.")
    return CasebookError.exit_code if problems else 0


def _index_problems(settings: Settings, casebook: Casebook) -> list[str]:
    """What is wrong with the vector index; it is looked at only where there is one and no other process owns it."""
    if not settings.index_path.exists():
        return []
    from assistant.vectors import ChromaIndex, open_index

    index = open_index(settings.index_path, casebook)
    try:
        return index.find_problems() if isinstance(index, ChromaIndex) else []
    finally:
        index.close()


def _rebuild(settings: Settings, options: argparse.Namespace) -> int:
    from assistant.vectors import ChromaIndex, open_index

    encoder = open_encoder(settings)
    with _open(settings, make=False) as casebook, show_stages() as show:
        report = rebuild_passages(casebook, encoder, encode=options.encode, on_progress=show)
        index = open_index(settings.index_path, casebook)
        try:
            is_owner = isinstance(index, ChromaIndex)
            if isinstance(index, ChromaIndex):
                index.rebuild(lambda done, total: show("indexing", done, total))
        finally:
            index.close()
    say(f"{format_count(report.decisions, 'decision')} rebuilt, {format_count(report.encoded, 'text')} encoded.")
    if not is_owner:
        say("The vector index belongs to a running chat, which brings it up to date by itself.")
    return 0


def _remove(settings: Settings, options: argparse.Namespace) -> int:
    reference = CaseReference.parse(options.reference)
    with _open(settings, make=False) as casebook:
        is_removed = casebook.remove(reference)
        near = () if is_removed else casebook.near_references(reference)
    if is_removed:
        say(f"{reference} removed.")
        return 0
    hint = f" References that look like it are different cases: {', '.join(map(str, near))}." if near else ""
    say(f"ingest: {reference} is not held; nothing was removed.{hint}", to=sys.stderr)
    return 1


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
        say(f"{in_one_line(left.place)}: {left.reason}", to=sys.stderr)
    return InputError.exit_code if any(left.was_named for left in aside) else 0


# --------------------------------------------------------------------------- helpers


@contextmanager
def _open(settings: Settings, *, make: bool) -> Iterator[Casebook]:
    if not make and not settings.casebook_path.exists():
        raise CasebookError(
            f"there is no casebook in {settings.home}; make one with `python -m ingest add PATH`, or name its "
            "directory with --home or REDRESS_HOME."
        )
    casebook = Casebook.open(settings.casebook_path)
    try:
        yield casebook
    finally:
        casebook.close()


if __name__ == "__main__":
    sys.exit(main())
