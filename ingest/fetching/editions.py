"""The pages of one decision as fetched ↔ one compressed file, which tells what it holds and whether it is whole.

The file is gzip: a line of JSON (reference, address, time, and of each page its address, size and SHA-256), then the
pages' bytes one after another, as the site sent them. So the pages can be read without this program, and the list of
what was fetched can be made anew from the files alone.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import zlib
from dataclasses import dataclass, field
from datetime import datetime

from pydantic import BaseModel, ConfigDict, ValidationError

from assistant.domain import CaseReference
from assistant.errors import InvalidReference

SUFFIX = ".gz"
_FORM = 1


class DamagedEdition(Exception):
    """A file that is not what was written: cut off, changed, or something else."""


@dataclass(frozen=True)
class FetchedPage:
    """One page as the site sent it; ``chapter`` for a report in chapters."""

    address: str
    chapter: int | None
    body: bytes = field(repr=False)


@dataclass(frozen=True)
class Edition:
    """A decision as the site showed it at one time: one page, or all chapters of a report in order.

    ``text_hash`` is over what the decision says, without the site's frame: another hash is a changed decision.
    """

    reference: CaseReference
    url: str
    fetched: datetime
    text_hash: str
    pages: tuple[FetchedPage, ...]

    @property
    def file_name(self) -> str:
        """``19-018-981.0a1b2c3d4e5f.gz``: equal for two fetches of an unchanged decision."""
        return f"{self.reference.slug}.{self.text_hash[:12]}{SUFFIX}"


class _PageHead(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    address: str
    chapter: int | None
    size: int
    sha256: str


class _Head(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    form: int
    reference: str
    url: str
    fetched: str
    text: str
    pages: list[_PageHead]


def pack_edition(edition: Edition) -> bytes:
    """The bytes of the file."""
    head = _Head(
        form=_FORM,
        reference=edition.reference.value,
        url=edition.url,
        fetched=edition.fetched.isoformat(),
        text=edition.text_hash,
        pages=[
            _PageHead(
                address=page.address,
                chapter=page.chapter,
                size=len(page.body),
                sha256=hashlib.sha256(page.body).hexdigest(),
            )
            for page in edition.pages
        ],
    )
    line = json.dumps(head.model_dump(), ensure_ascii=True).encode()
    # Without the time in gzip's own head, the same edition gives the same bytes.
    return gzip.compress(line + b"\n" + b"".join(page.body for page in edition.pages), mtime=0)


def unpack_edition(data: bytes) -> Edition:
    """The edition in a file's bytes. Raises DamagedEdition, with what is wrong, unless every byte is as it was."""
    try:
        plain = gzip.decompress(data)
    except (OSError, EOFError, zlib.error) as error:
        raise DamagedEdition("it is cut off or damaged") from error
    line, found, bodies = plain.partition(b"\n")
    try:
        head = _Head.model_validate_json(line)
        reference = CaseReference(head.reference)
        fetched = datetime.fromisoformat(head.fetched)
    except (ValidationError, InvalidReference, ValueError) as error:
        raise DamagedEdition("its first line is not the one that was written") from error
    if not found or head.form != _FORM or sum(page.size for page in head.pages) != len(bodies):
        raise DamagedEdition("its pages are not as long as they were")
    pages, at = [], 0
    for page in head.pages:
        body = bodies[at : at + page.size]
        at += page.size
        if hashlib.sha256(body).hexdigest() != page.sha256:
            raise DamagedEdition("its text is not the one that was fetched")
        pages.append(FetchedPage(page.address, page.chapter, body))
    return Edition(reference, head.url, fetched, head.text, tuple(pages))
