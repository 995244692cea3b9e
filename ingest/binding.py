"""Rows of remedies → each tied to the issue that it answers, where the text allows; to the whole decision otherwise.

A wrong tie is worse than none. In this order: the heading under which the assessment speaks of it; the words of the
clause that only one issue has; the paragraph beside which the assessment speaks of it; the one fault that did harm.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.domain import Finding, FindingResult, Remedy, RemedyKind, RemedyStatus
from ingest.findings import content_words
from ingest.layout import ReadSection
from ingest.merging import MergedRow, merge_mentions, stated_totals
from ingest.remedy_terms import Mentions

# A word of an issue's own wording counts whole, one of its paragraphs a part; each is shared between the issues that
# have it. The best issue must have about one word of its own, and clearly more than the next.
_PARAGRAPH_WEIGHT = 0.35
_ENOUGH, _CLEAR_LEAD = 0.75, 1.5
# Paragraphs between a finding and the remedy that the assessment names behind it.
_NEAR = 1


@dataclass(frozen=True)
class BoundRemedies:
    """The remedies in the order of the text, and the total that the page states beside its parts, in pence."""

    remedies: tuple[Remedy, ...]
    stated_total_pence: int | None = None


def bind_remedies(
    mentions: Mentions,
    sections: Sequence[ReadSection],
    findings: Sequence[Finding],
    summary_sums: Sequence[int],
) -> BoundRemedies:
    """One row for each remedy, however often it is stated, and its issue where the text allows.

    ``summary_sums`` are the sums that the summary names, in pence: they make no row; one that is the sum of two or more
    rows is the stated total.
    """
    issues = _Issues(findings, sections)
    rows = merge_mentions(mentions.found, issues.by_section, mentions.superseded)
    bound = tuple(issues.bind(row) for row in rows)
    return BoundRemedies(bound, _stated_total(bound, [*stated_totals(mentions.found), *summary_sums]))


class _Issues:
    """The findings of a decision, by section, by paragraph and by word."""

    def __init__(self, findings: Sequence[Finding], sections: Sequence[ReadSection]) -> None:
        self._faults = [f for f in findings if f.result in (FindingResult.FAULT, FindingResult.NOT_STATED)]
        self._findings = findings
        self._place = {p.id: (p.ordinal, s.section.ordinal) for s in sections for p in s.paragraphs}
        self._text = {p.id: p.text for s in sections for p in s.paragraphs}
        self.by_section = self._sections_of_one_issue(sections)
        self._weights = self._words()

    def _sections_of_one_issue(self, sections: Sequence[ReadSection]) -> dict[int, str]:
        """Section → issue, where all findings of a part are one: lettered parts, and parts headed by their issue."""
        told: dict[int, set[str]] = {}
        for finding in self._findings:
            for key in finding.paragraphs:
                if key in self._place:
                    told.setdefault(self._place[key][1], set()).add(finding.issue)
        headed = {s.section.ordinal for s in sections if s.issue or content_words(s.section.heading)}
        known = {finding.issue for finding in self._findings}
        lettered = {s.section.ordinal: s.issue for s in sections if s.issue in known and s.issue}
        only = {n: next(iter(issues)) for n, issues in told.items() if len(issues) == 1 and n in headed}
        return {**only, **lettered} if len(self._findings) > 1 else lettered

    def _words(self) -> list[dict[str, float]]:
        """For each fault, word → weight; a word of several issues is shared between them."""
        found = []
        for finding in self._faults:
            told = " ".join(self._text.get(key, "") for key in finding.paragraphs)
            weights = dict.fromkeys(content_words(told), _PARAGRAPH_WEIGHT)
            weights.update(dict.fromkeys(content_words(finding.issue), 1.0))
            found.append(weights)
        shared = Counter(word for weights in found for word in weights)
        return [{word: weight / shared[word] for word, weight in weights.items()} for weights in found]

    def bind(self, row: MergedRow) -> Remedy:
        """The row with its issue; as it is where no issue is clearly meant."""
        remedy = row.remedy
        if remedy.status is RemedyStatus.CLAIMED:
            return remedy
        issue = self._by_heading(row) or self._by_words(row) or self._by_paragraph(row) or self._only_harm(remedy)
        return replace(remedy, issue=issue)

    def _by_heading(self, row: MergedRow) -> str | None:
        issues = {self.by_section[section] for section, _ in row.hints if section in self.by_section}
        if not row.hints and row.section in self.by_section:
            issues = {self.by_section[row.section]}
        return next(iter(issues)) if len(issues) == 1 else None

    def _by_words(self, row: MergedRow) -> str | None:
        mine = content_words(row.words)
        scores = sorted(
            ((sum(weights.get(word, 0.0) for word in mine), -n) for n, weights in enumerate(self._weights)),
            reverse=True,
        )
        if not scores or scores[0][0] < _ENOUGH:
            return None
        second = scores[1][0] if len(scores) > 1 else 0.0
        return self._faults[-scores[0][1]].issue if scores[0][0] >= _CLEAR_LEAD * second else None

    def _by_paragraph(self, row: MergedRow) -> str | None:
        """The fault that the assessment states in the paragraph of the remedy or shortly before it."""
        places = [self._place[key][0] for _, key in row.hints if key in self._place]
        if not places:
            return None
        near: dict[str, int] = {}
        for finding in self._faults:
            for key in finding.paragraphs[:1]:
                for place in places:
                    distance = place - self._place[key][0] if key in self._place else _NEAR + 1
                    if 0 <= distance <= _NEAR:
                        near[finding.issue] = min(distance, near.get(finding.issue, distance))
        closest = [issue for issue, distance in near.items() if distance == min(near.values())]
        return closest[0] if len(closest) == 1 else None

    def _only_harm(self, remedy: Remedy) -> str | None:
        harmful = [f for f in self._findings if f.result is FindingResult.FAULT and f.injustice is not False]
        is_personal = remedy.kind is not RemedyKind.SERVICE_IMPROVEMENT
        return harmful[0].issue if len(harmful) == 1 and is_personal else None


def _stated_total(rows: Sequence[Remedy], sums: Sequence[int]) -> int | None:
    """A stated sum that is what two or more rows come to: all payments, or all payments and refunds."""
    before = (RemedyStatus.ALREADY_DONE, RemedyStatus.ALREADY_PAID, RemedyStatus.CLAIMED)
    now = [row for row in rows if row.is_money and row.amount_pence and row.status not in before]
    settled = [row for row in now if row.status is not RemedyStatus.OFFERED]
    for kept in ([row for row in settled if row.kind is RemedyKind.PAYMENT], settled, now):
        total = sum(row.amount_pence or 0 for row in kept)
        if len(kept) >= 2 and total in sums:
            return total
    return None
