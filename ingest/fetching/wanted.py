"""Files and words of a person → the references and addresses that are wanted, each once, in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from assistant.domain import CaseReference
from assistant.errors import InputError, InvalidReference
from assistant.text import find_references
from ingest.fetching.site import DecisionAddress, Site
from ingest.forms.decoding import decode


def read_wanted(items: Sequence[str], site: Site) -> tuple[DecisionAddress | CaseReference, ...]:
    """Each item is a file of references and addresses (one a line, ``#`` begins a remark), or one of these itself.

    An address goes before its bare reference, wherever they stand. Raises InputError for what is neither, naming file
    and line.
    """
    wanted: dict[CaseReference, DecisionAddress | CaseReference] = {}
    for item in items:
        for one in _read_item(item, site):
            reference = one if isinstance(one, CaseReference) else one.reference
            if isinstance(one, DecisionAddress) or reference not in wanted:
                wanted[reference] = one
    if not wanted:
        raise InputError(f"{', '.join(items)}: no reference and no address is in it.")
    return tuple(wanted.values())


def _read_item(item: str, site: Site) -> Iterator[DecisionAddress | CaseReference]:
    path = Path(item)
    if path.is_dir():
        raise InputError(f"{item} is a folder; saved pages are read with `python -m ingest add {item}`.")
    if not path.is_file():
        yield from _read_line(item, item, site)
        return
    try:
        text = decode(path.read_bytes(), item)
    except OSError as error:
        raise InputError(f"{item}: cannot be read ({error.strerror}).") from error
    for number, line in enumerate(text.splitlines(), start=1):
        if plain := line.partition("#")[0].strip():
            yield from _read_line(plain, f"{item}, line {number}", site)


def _read_line(line: str, place: str, site: Site) -> Iterator[DecisionAddress | CaseReference]:
    if "/" in line:
        address = site.read_link(line if "//" in line else f"https://{line}")
        if address is None:
            raise InputError(f"{place}: {line!r} is no address of a decision at {site.base}.")
        yield DecisionAddress(address.reference, address.url)
        return
    try:
        yield CaseReference.parse(line)
    except InvalidReference as error:
        found = find_references(line)
        if not found:
            raise InputError(
                f"{place}: {line!r} is no file, no reference such as 19-018-981 and no address of a decision."
            ) from error
        yield from (one.reference for one in found)
