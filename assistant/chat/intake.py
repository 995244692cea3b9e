"""What the page needs of whoever takes in new files: named bytes go in, what became of each comes out.

The page knows only this; ``app.py`` hands in the one that reads pages (``ingest.intake``).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from assistant.domain import GivenFile, IntakeLimits, IntakeState


class Intake(Protocol):
    """Takes in files in the background, one intake at a time. Safe to use from several threads."""

    @property
    def limits(self) -> IntakeLimits:
        """What may be given at once; it is told before anything is sent, and checked again by ``begin``."""
        ...

    def begin(self, files: Sequence[GivenFile]) -> IntakeState:
        """Start and return at once. Raises IntakeBusy while one is under way, InputError beyond the limits."""
        ...

    def stop(self) -> None:
        """End the one under way after its step; what is stored by then is whole and stays."""
        ...

    def state(self) -> IntakeState:
        """How it stands now."""
        ...

    def wait(self, after: int, timeout: float) -> IntakeState:
        """The state once its ``change`` is greater than ``after``, or when ``timeout`` seconds have passed."""
        ...

    def dismiss(self, place: str) -> None:
        """Forget the note that something was set aside."""
        ...
