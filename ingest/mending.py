"""A place with a casebook → what is wrong there, and the same place mended: what ``verify`` and ``rebuild`` do.

``verify`` changes nothing. ``rebuild`` makes all that is derived anew, keeps every row of a damaged file that can still
be read, and takes decisions that are lost or altered in again: from the fetched pages, or from the starter. Vectors are
kept by the text they stand for, so nothing that has one is encoded again.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from filelock import FileLock, Timeout

from assistant.casebook import Casebook, salvage
from assistant.domain import CaseReference
from assistant.encoders import BUNDLED_IDENTITY, Encoder
from assistant.errors import CasebookBusy, CasebookDamaged, CasebookError, FetchBusy, InvalidReference
from assistant.filing import file_decisions
from assistant.mending import complete_vectors
from assistant.settings import Settings
from assistant.starter import STARTER_ORIGIN, read_starter, read_vectors
from assistant.text import format_count
from ingest import fetching
from ingest.build import Progress, rebuild_passages


@dataclass
class Rebuilt:
    """What ``rebuild`` did: decisions held now, texts encoded; ``told`` what was mended, ``left`` what could not be."""

    decisions: int = 0
    encoded: int = 0
    told: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)


def find_all_problems(settings: Settings, casebook: Casebook) -> list[str]:
    """What is wrong with the casebook, what is derived from it, and the fetched pages: one sentence each."""
    # First: to look into the index writes its own state anew.
    leftovers = [f"{path}: {_LEFT_BEHIND}" for path in _leftovers(settings)]
    problems = casebook.verify()
    if not casebook.find_damage():
        from assistant.vectors import find_index_problems

        problems += find_index_problems(settings.index_path, casebook)
    problems += fetching.PageStore.look(settings.fetched_path).find_problems()
    return problems + leftovers


_LEFT_BEHIND = "it was left behind by a write that was cut short; run `python -m ingest rebuild`, which deletes it."


def rebuild(settings: Settings, encoder: Encoder, *, encode: bool, on_progress: Progress) -> Rebuilt:
    """Make everything derived anew, and mend what is damaged. To stop is safe: the same command goes on.

    Raises CasebookBusy where the file is damaged and a chat has it open, CasebookError where nothing can be read.
    """
    done = Rebuilt()
    lost = _salvage(settings, done)
    casebook = Casebook.open(settings.casebook_path)
    try:
        if casebook.find_word_problems():
            casebook.renew_words()
            done.told.append("The keyword index was made anew.")
        if _give_up_altered(settings, casebook, lost, done):
            # Words are taken out of the index as they stand now, not as they were put in.
            casebook.renew_words()
        _take_in_again(settings, casebook, encoder, lost, done)
        if not encode:
            done.encoded += complete_vectors(
                casebook, encoder, on_progress=lambda made, all_: on_progress("encoding", made, all_)
            )
        report = rebuild_passages(casebook, encoder, encode=encode, on_progress=on_progress)
        if not done.left:
            # Else those of a decision that was lost wait for it to be added again.
            casebook.drop_unused_vectors()
        done.decisions, done.encoded = report.decisions, done.encoded + report.encoded
        _rebuild_index(settings, casebook, on_progress, done)
    finally:
        casebook.close()
    for path in _leftovers(settings):
        path.unlink(missing_ok=True)
    return done


# --------------------------------------------------------------------------- a damaged file


def _salvage(settings: Settings, done: Rebuilt) -> set[CaseReference]:
    """Put a whole file in the place of a damaged one, which is kept beside it; the decisions that were lost."""
    path = settings.casebook_path
    if not _is_damaged(path):
        return set()
    lock = FileLock(settings.index_path.parent / f"{settings.index_path.name}.lock", blocking=False)
    try:
        lock.acquire()
    except Timeout as error:
        raise CasebookBusy(
            f"{path}: the file is damaged, and a running Redress has it open. Stop that, then run "
            "`python -m ingest rebuild` again."
        ) from error
    try:
        building = path.with_name("casebook.salvaged.sqlite")
        _delete(building)
        salvaged = salvage(path, building)
        aside = _free_name(path)
        for ending in ("-wal", "-shm"):
            beside = path.with_name(path.name + ending)
            if beside.exists():
                beside.replace(aside.with_name(aside.name + ending))
        path.replace(aside)
        building.replace(path)
    finally:
        lock.release()
    done.told.append(
        f"{path}: the file was damaged. {format_count(salvaged.decisions, 'decision')} could be read and are in a new "
        f"file; the damaged one is kept as {aside.name}, and can be deleted."
    )
    return set(salvaged.lost)


def _is_damaged(path: Path) -> bool:
    try:
        casebook = Casebook.open(path)
    except CasebookDamaged:
        return True
    try:
        return bool(casebook.find_damage())
    except CasebookDamaged:
        return True
    finally:
        casebook.close()


def _free_name(path: Path) -> Path:
    number = 1
    while (aside := path.with_name(f"casebook.damaged-{number}.sqlite")).exists():
        number += 1
    return aside


def _delete(path: Path) -> None:
    for each in path.parent.glob(path.name + "*"):
        each.unlink()


def _leftovers(settings: Settings) -> Iterator[Path]:
    """What a kill left half written, beside the casebook and in the folder of the index."""
    for folder in (settings.home, settings.index_path):
        yield from sorted(folder.glob("*.new"))
    yield from sorted(settings.home.glob("casebook.salvaged.sqlite*"))


# --------------------------------------------------------------------------- decisions that are lost or altered


def _give_up_altered(settings: Settings, casebook: Casebook, lost: set[CaseReference], done: Rebuilt) -> bool:
    """Take out what is no longer what was ingested, where it can be had again or cannot be read; ``lost`` grows.

    True where anything is altered. What is altered and cannot be had again stays to be looked at: no answer uses it.
    """
    altered = casebook.changed_decisions()
    if not altered:
        return False
    store = fetching.PageStore.look(settings.fetched_path)
    starter = {decision.reference.value for decision in read_starter()}
    for value, what in altered.items():
        reference = _reference(value)
        can_be_had = reference is not None and (value in starter or store.is_sound(reference))
        if can_be_had or what.startswith("cannot be read"):
            casebook.give_up(value)
            if reference is not None:
                lost.add(reference)
            else:
                done.left.append(f"{value!r}: a decision whose reference cannot be read was left out.")
        else:
            casebook.mark_altered(value)
            done.left.append(f"{value}: {what}, and it is not among the fetched pages; add its file again.")
    return True


def _take_in_again(
    settings: Settings, casebook: Casebook, encoder: Encoder, lost: Collection[CaseReference], done: Rebuilt
) -> None:
    """Decisions that were lost, from the fetched pages or the starter; and the store of pages itself mended."""
    if settings.fetched_path.exists():
        try:
            with fetching.PageStore.open(settings.fetched_path) as store:
                done.told += [f"{one}." for one in store.mended]
                done.told += store.drop_all_damaged()
                intake = fetching.StoreIntake(store, casebook, lambda: encoder)
                intake.share_what_is_kept_out()
                intake.file()
        except FetchBusy:
            done.left.append(f"{settings.fetched_path}: a fetch is under way; its pages were not looked at.")
    missing = set(lost) - casebook.held(lost) - casebook.kept_out()
    again = [decision for decision in read_starter() if decision.reference in missing]
    if again:
        origins = {decision.reference: STARTER_ORIGIN for decision in again}
        vectors = read_vectors() if encoder.identity == BUNDLED_IDENTITY else {}
        file_decisions(casebook, encoder, again, vectors=vectors, origins=origins)
    held = casebook.held(lost)
    if held:
        done.told.append(f"{format_count(len(held), 'decision')} taken in again.")
    for reference in sorted(set(lost) - held - casebook.kept_out(), key=str):
        done.left.append(f"{reference}: it was lost, and it is not among the fetched pages; add its file again.")


def _reference(value: str) -> CaseReference | None:
    try:
        return CaseReference(value)
    except InvalidReference:
        return None


# --------------------------------------------------------------------------- what is derived


def _rebuild_index(settings: Settings, casebook: Casebook, on_progress: Progress, done: Rebuilt) -> None:
    from assistant.vectors import open_index

    index = open_index(settings.index_path, casebook)
    try:
        if index.state().is_owner:
            index.rebuild(lambda made, all_: on_progress("indexing", made, all_))
        else:
            done.told.append("The vector index belongs to a running chat, which brings it up to date by itself.")
    finally:
        index.close()


def require_casebook(settings: Settings) -> None:
    """Raise CasebookError where there is no casebook."""
    if not settings.casebook_path.exists():
        raise CasebookError(
            f"there is no casebook in {settings.home}; make one with `python -m ingest add PATH`, or name its "
            "directory with --home or REDRESS_HOME."
        )
