"""The nouns of a checked text: what was found in it, where, and how it stands beside the decisions held."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from assistant.domain import CaseReference
from assistant.text import format_count


class Verdict(StrEnum):
    """How one thing that a text says stands beside the decisions held."""

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    NOT_HELD = "not held"
    NOT_CHECKABLE = "not checkable"


@dataclass(frozen=True)
class Place:
    """Where words stand in the text that was given: offsets in characters, and line and column from 1."""

    start: int
    end: int
    line: int
    column: int


@dataclass(frozen=True)
class Passage:
    """A piece of a stored paragraph, exact: ``quote`` stands at ``start`` of the paragraph with the id ``paragraph``.

    ``is_digest``: the words are our digest's, and no sentence of the Ombudsman.
    """

    reference: CaseReference
    paragraph: str
    quote: str
    start: int
    printed_number: int | None = None
    is_digest: bool = True
    url: str | None = None


@dataclass(frozen=True)
class Judgement:
    """One thing that a text says, judged. ``why`` is one sentence for the reader, beginning with what is held.

    ``reference`` is the decision it was compared with; None where it belongs to none. ``near`` are held references
    that look like one that is not held, and are different cases. ``instead`` is what the decision has in the place of
    words that it contradicts; empty where that is not one thing, or not known.
    """

    about: str
    words: str
    place: Place
    verdict: Verdict
    why: str
    reference: CaseReference | None = None
    passage: Passage | None = None
    near: tuple[CaseReference, ...] = ()
    instead: str = ""


@dataclass(frozen=True)
class CheckedText:
    """A text, checked: its judgements in order of their places. The text itself is not kept."""

    judgements: tuple[Judgement, ...] = ()
    decisions: int = 0

    def count(self, verdict: Verdict) -> int:
        """How many judgements have this verdict."""
        return sum(1 for judgement in self.judgements if judgement.verdict is verdict)

    @property
    def headline(self) -> str:
        """What was found, in one line; it never says that a text is correct.

        >>> CheckedText().headline
        'Nothing was found that could be checked.'
        """
        if not self.judgements:
            return "Nothing was found that could be checked."
        contradicted = self.count(Verdict.CONTRADICTED)
        missing = self.count(Verdict.NOT_HELD)
        return ", ".join(
            (
                format_count(contradicted, "statement") + " contradicted",
                format_count(missing, "case") + " not held",
                f"{self.count(Verdict.SUPPORTED)} supported",
                f"{self.count(Verdict.NOT_CHECKABLE)} not checkable",
            )
        )


@dataclass(frozen=True)
class Judged:
    """A judgement whose place is still one in the seen text. ``start`` and ``end`` bound what was judged."""

    about: str
    start: int
    end: int
    verdict: Verdict
    why: str
    passage: Passage | None = None
    near: tuple[CaseReference, ...] = ()
    instead: str = ""
