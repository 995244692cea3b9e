"""A statement → a draft: one issue while what the decision says of it is being gathered."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Self

from assistant.domain import Finding, FindingResult
from ingest.findings.likeness import content_words
from ingest.findings.parts import Part
from ingest.findings.statements import Statement

# What an issue is said to be where several results were stated of it: the strongest.
RESULT_ORDER = (FindingResult.FAULT, FindingResult.NO_FINDING, FindingResult.NO_FAULT, FindingResult.NOT_INVESTIGATED)


@dataclass(eq=False)
class Draft:
    """An issue while what is said of it is being gathered. ``ordinal`` is its first paragraph's.

    ``results`` and ``said`` are the results stated and the sentences that state them, ``paragraphs`` the ids of its
    places in order, ``injustice`` None where nothing tells. ``is_labelled`` issues are named by a letter or a heading,
    ``is_soft`` ones rest on weaker words alone, and of ``is_implied`` ones the matter stands before the result.
    """

    issue: str
    ordinal: int
    results: list[FindingResult] = field(default_factory=list)
    injustice: bool | None = None
    paragraphs: dict[str, None] = field(default_factory=dict)
    said: list[str] = field(default_factory=list)
    places: list[tuple[int, int]] = field(default_factory=list)  # ordinal of the paragraph, number of the sentence
    part: Part | None = None
    is_labelled: bool = False
    is_soft: bool = False
    is_implied: bool = False

    @classmethod
    def from_statement(cls, statement: Statement, part: Part | None = None) -> Self:
        """A draft worded by the matter of one statement."""
        draft = cls(statement.matter, statement.paragraph.ordinal, part=part)
        draft.is_soft, draft.is_implied = statement.is_soft, statement.is_implied
        draft.add(statement)
        return draft

    def add(self, statement: Statement) -> None:
        """Note one more statement about this issue."""
        self.results.append(statement.result)
        self.said.append(statement.sentence)
        self.paragraphs[statement.paragraph.id] = None
        self.places.append((statement.paragraph.ordinal, statement.place))

    @property
    def result(self) -> FindingResult:
        """Fault before all else: one matter of an issue that was wrong makes it so. NOT_STATED without any."""
        return next((result for result in RESULT_ORDER if result in self.results), FindingResult.NOT_STATED)

    @property
    def words(self) -> frozenset[str]:
        """The content words of the wording and of the sentences that state its result."""
        return content_words(" ".join((self.issue, *self.said)))

    def finding(self) -> Finding:
        """The finding as far as it is known; only a fault can have caused injustice."""
        injustice = self.injustice if self.result is FindingResult.FAULT else None
        return Finding(self.issue, self.result, injustice, tuple(self.paragraphs))
