"""Flags and REDRESS_ variables → how the Ombudsman's site is asked: who asks, how often, how long, how much."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from typing import Any
from urllib.parse import urlsplit

from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from assistant.errors import SettingsError

SITE = "https://www.lgo.org.uk"
ROBOT = "Redress"
# A site on this machine is a stand-in: nobody is burdened by asking it without a pause.
_LOOPBACK = frozenset(("localhost", "127.0.0.1", "::1"))
_SHORTEST_PAUSE = 1.0


@dataclass(frozen=True)
class Manners:
    """How politely the site is asked. Times are in seconds, sizes in bytes.

    ``pause`` lies between the end of one answer and the next request; ``limit`` is the most requests of one run.
    A request that fails is made ``tries`` times, with waits that begin at five pauses and double up to
    ``longest_wait``; a site that asks for more patience than that is left alone, and the run ends. ``read_timeout``
    bounds each silence, ``answer_timeout`` the whole of an answer.
    """

    site: str = SITE
    contact: str | None = None
    pause: float = 3.0
    limit: int = 5000
    tries: int = 5
    longest_wait: float = 300.0
    read_timeout: float = 30.0
    answer_timeout: float = 120.0
    largest_bytes: int = 10_000_000

    @property
    def user_agent(self) -> str:
        """Who we are, in the words that the site's log keeps."""
        try:
            name = f"{ROBOT}/{version('redress')}"
        except PackageNotFoundError:  # run from its folder, as `make run` does
            name = ROBOT
        return f"{name} (reads published decisions; contact: {self.contact or 'none given'})"

    @property
    def is_stand_in(self) -> bool:
        """True where the site's address is on this machine."""
        return (urlsplit(self.site).hostname or "") in _LOOPBACK

    def wait_before_try(self, number: int) -> float:
        """Seconds to wait before a repeated try, the first repetition being number 1."""
        return float(min(self.pause * 5 * 2 ** (number - 1), self.longest_wait))


class _Environment(BaseSettings):
    """The border: what a user may set, checked."""

    model_config = SettingsConfigDict(env_prefix="REDRESS_", extra="ignore", env_ignore_empty=True)

    site: str = Field(default=SITE, pattern=r"^https?://[^\s/@?#]+/?$")
    # It goes into a header: one line, and nothing that headers cannot hold.
    contact: str | None = Field(default=None, pattern=r"^[\x20-\x7e]{3,200}$")
    pause: float = Field(default=3.0, ge=0, le=3600, allow_inf_nan=False)
    limit: int = Field(default=5000, ge=1, le=1_000_000, validation_alias="REDRESS_FETCH_LIMIT")
    patience: float = Field(default=30.0, ge=0.1, le=600, validation_alias="REDRESS_FETCH_TIMEOUT")

    @field_validator("site")
    @classmethod
    def _without_slash(cls, value: str) -> str:
        return value.rstrip("/")


_SOURCES = {"limit": "REDRESS_FETCH_LIMIT", "patience": "REDRESS_FETCH_TIMEOUT"}


def read_manners(**flags: Any) -> Manners:
    """Manners from flags (``contact``, ``pause``, ``limit``; None was not given), then variables, then defaults.

    Raises SettingsError naming the flag or variable, what was found and what is expected.
    """
    given = {name: value for name, value in flags.items() if value is not None}
    try:
        read = _Environment(**{_SOURCES.get(name, name): value for name, value in given.items()})
    except ValidationError as error:
        first = error.errors()[0]
        name = next((ours for ours, source in _SOURCES.items() if source == first["loc"][0]), str(first["loc"][0]))
        source = f"--{name}" if name in given else _SOURCES.get(name, f"REDRESS_{name.upper()}")
        raise SettingsError(f"{source}={first['input']!r} cannot be used: {first['msg']}. See --help.") from error
    manners = Manners(
        read.site, read.contact, read.pause, read.limit, read_timeout=read.patience, answer_timeout=4 * read.patience
    )
    if manners.pause < _SHORTEST_PAUSE and not manners.is_stand_in:
        raise SettingsError(
            f"a pause of {manners.pause:g} seconds would burden {manners.site}; give at least {_SHORTEST_PAUSE:g}."
        )
    return manners
