"""A decision to what a statement may say of it: its record as held now, and the sentences cited of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from assistant.citations.reading import sentence_spans
from assistant.claims import SaidDate
from assistant.domain import Case, Decision, Remedy


@dataclass(frozen=True)
class About:
    """What may be said of one decision: its record as held now, and the sentences that a statement cites of it.

    ``issue`` is the issue of the decision that the sentence names, where it names one; the record is then read for
    that issue only. ``days`` are those that the question itself named. ``is_unstated`` tells of a case that is counted
    whether a payment without its sum is all that is counted of it. ``by_record`` is True for our own templates: they
    are made from the record, so that a passage does not excuse what the record does not have, and what a row knows of
    a sum must be said.
    """

    decision: Decision
    case: Case | None = None
    sentences: tuple[str, ...] = ()
    issue: str | None = None
    days: tuple[SaidDate, ...] = ()
    is_unstated: bool | None = None
    by_record: bool = False

    @property
    def issues(self) -> tuple[str, ...]:
        """The names of the decision's issues."""
        return tuple(dict.fromkeys(finding.issue for finding in self.decision.findings))

    def remedies(self) -> tuple[Remedy, ...]:
        """The remedies for the issue named, or all of them."""
        return tuple(
            one for one in self.decision.remedies if self.issue is None or one.issue is None or one.issue == self.issue
        )


def listed(values: Iterable[object]) -> str:
    """Values in words, for a reason: sorted, with commas between them."""
    return ", ".join(sorted(str(value) for value in values))


def cited_sentences(quote: str) -> tuple[str, ...]:
    """A quotation as the sentences it holds, each exactly as it stands there; empty for an empty one."""
    return tuple(quote[start:end] for start, end in sentence_spans(quote))
