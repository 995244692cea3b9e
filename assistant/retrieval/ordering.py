"""Cases → the same cases in the order of what was paid, where a question asks for the highest or the lowest sums."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.domain import Case, Relevance, SumOrder, is_sum


def in_order_of_sums(cases: Sequence[Case], order: SumOrder) -> list[Case]:
    """Comparable cases by their highest (or lowest) sum for the issue; then those without a sum, then the background.

    Equal sums, and cases without one, stand in the order given; no cases give none.
    """

    def place(case: Case) -> tuple[bool, bool, int]:
        sums = [one.amount_pence for one in case.remedies if is_sum(one) and one.amount_pence is not None]
        if not sums:
            return (case.relevance is Relevance.BACKGROUND, True, 0)
        pence = -max(sums) if order is SumOrder.HIGHEST else min(sums)
        return (case.relevance is Relevance.BACKGROUND, False, 0 if case.relevance is Relevance.BACKGROUND else pence)

    return sorted(cases, key=place)
