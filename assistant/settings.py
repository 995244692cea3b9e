"""One frozen Settings, built once from flags and REDRESS_ variables, and passed in.

Importing this module does nothing: no file is read, no directory made.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from assistant.errors import SettingsError


class Encoding(StrEnum):
    """How texts become vectors (docs/encoding.md)."""

    AUTO = "auto"  # what is best for this machine: today the same as "exact"
    REFERENCE = "reference"  # torch, 32 bits
    EXACT = "exact"  # ONNX Runtime, 32 bits: the same vectors, sooner
    QUICK = "quick"  # passages at 8 bits where the processor can, which moves them a little; questions as "exact"


def _default_cache() -> Path:
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "redress"


@dataclass(frozen=True)
class Settings:
    """Where the casebook is, what encodes, and how the page is served.

    ``home`` holds ``casebook.sqlite`` (the truth) and ``index/`` (Chroma, derived). ``encoder`` is None for the
    bundled all-MiniLM-L6-v2, else a folder with a sentence-transformers model; ``encoding`` is how it computes.
    ``threads`` is the number of threads for the encoder; None is one where questions are answered, because two on a
    busy machine of two cores were measured slower by far (a command that encodes takes ``with_all_cores``).
    ``cache`` holds files made of the encoder's weights, which may be deleted at any time.

    ``allow_adding`` lets the page take in files though it is served to other machines, where whoever can open it could
    write; on this machine alone it always does.

    ``model`` is None, for answers in our own words, or "provider:name" of a chat model that may word them.
    ``model_url`` is its address where it is not the provider's own, ``model_key`` the key for that address;
    ``model_timeout`` the seconds it has for one answer, all its tries together.
    """

    home: Path
    encoder: Path | None = None
    encoding: Encoding = Encoding.AUTO
    threads: int | None = None
    cache: Path = field(default_factory=_default_cache)
    host: str = "127.0.0.1"
    port: int = 7860
    question_limit: int = 8000
    allow_adding: bool = False
    model: str | None = None
    model_url: str | None = None
    model_key: str | None = field(default=None, repr=False)
    model_timeout: float = 60.0

    @property
    def casebook_path(self) -> Path:
        """The SQLite file."""
        return self.home / "casebook.sqlite"

    @property
    def fetched_path(self) -> Path:
        """The folder of the pages that were fetched from the Ombudsman's site."""
        return self.home / "fetched"

    @property
    def feedback_path(self) -> Path:
        """Where users' words on answers are kept."""
        return self.home / "feedback.jsonl"

    @property
    def index_path(self) -> Path:
        """The directory of the vector index, which may be deleted at any time."""
        return self.home / "index"


def with_all_cores(settings: Settings) -> Settings:
    """These settings with a thread for each core, unless they say how many: for work that no question waits for."""
    return replace(settings, threads=settings.threads or usable_cores())


def usable_cores() -> int:
    """The cores that this process may use, which on a shared machine are fewer than it has."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class _Environment(BaseSettings):
    """The border: what a user may set, checked. Unknown REDRESS_ names are refused in ``read_settings``."""

    model_config = SettingsConfigDict(env_prefix="REDRESS_", extra="forbid", env_ignore_empty=True)

    home: Path = Field(default_factory=lambda: Path.home() / ".local" / "share" / "redress")
    encoder: Path | None = None
    encoding: Encoding = Encoding.AUTO
    threads: int | None = Field(default=None, ge=1, le=64)
    cache: Path = Field(default_factory=_default_cache)
    host: str = "127.0.0.1"
    port: int = Field(default=7860, ge=0, le=65535)
    question_limit: int = Field(default=8000, ge=100, le=100_000)
    allow_adding: bool = False
    # The name may hold colons of its own ("ollama:llama3.1:8b").
    model: str | None = Field(default=None, pattern=r"^[a-z_]+:\S+$")
    model_url: str | None = Field(default=None, pattern=r"^https?://[^\s@]+$")
    model_key: SecretStr | None = None
    model_timeout: float = Field(default=60.0, ge=1, le=600)


def read_settings(**flags: Any) -> Settings:
    """Settings from flags (a flag that is None was not given), then REDRESS_ variables, then defaults.

    Raises SettingsError naming the flag or variable, what was found and what is expected.
    """
    given = {name: value for name, value in flags.items() if value is not None}
    try:
        environment = _Environment(**given)
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0]) if first["loc"] else "settings"
        source = f"--{name.replace('_', '-')}" if name in given else f"REDRESS_{name.upper()}"
        raise SettingsError(f"{source}={first['input']!r} cannot be used: {first['msg']}. See --help.") from error
    return Settings(
        home=environment.home.expanduser(),
        encoder=environment.encoder.expanduser() if environment.encoder else None,
        encoding=environment.encoding,
        threads=environment.threads,
        cache=environment.cache.expanduser(),
        host=environment.host,
        port=environment.port,
        question_limit=environment.question_limit,
        allow_adding=environment.allow_adding,
        model=environment.model,
        model_url=environment.model_url,
        model_key=environment.model_key.get_secret_value() if environment.model_key else None,
        model_timeout=environment.model_timeout,
    )
