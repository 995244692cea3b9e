"""Times → a part of them: the one definition of p50 and p95 in the benchmark."""

from __future__ import annotations

import statistics
from collections.abc import Sequence


def part(times: Sequence[float], percent: int) -> float:
    """The time that this many of a hundred do not exceed; of one time, that."""
    return times[0] if len(times) == 1 else statistics.quantiles(times, n=100, method="inclusive")[percent - 1]
