"""Rows of remedies → each tied to the issue that it answers, where the text allows; to the whole decision otherwise.

A wrong tie is worse than none. In this order: the only fault; the heading under which the assessment speaks of the
remedy; the words and sums of the clause that one issue has and the others have not; the one fault that did harm.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.domain import Finding, FindingResult, Remedy, RemedyKind, RemedyStatus
from ingest.findings import content_words
from ingest.layout import ReadSection
from ingest.merging import MergedRow, merge_mentions, stated_totals
from ingest.remedy_terms import Mentions
from ingest.telling_words import telling_words
from ingest.vocabulary import SectionRole

# What a word of the clause counts for an issue that has it in its wording, in the paragraphs that state its result, in
# the other paragraphs under its heading; shared between the issues that have it. Words that both the wording and the
# result have are counted once, at the higher weight.
_IN_WORDING, _IN_RESULT, _IN_SECTION = 1.0, 0.7, 0.3
# A sum that is spoken of under one issue only says as much as a word of its wording.
_SUM_WEIGHT = 1.0
# The best issue must have about one word of its own, and clearly more than the next. Fixed on the labelled pages.
_ENOUGH, _CLEAR_LEAD = 0.6, 1.3
# A clause that answers several issues at once says so.
_ALL_ISSUES = re.compile(
    r"\b(?:both|all|each|any) (?:of )?(?:the |these |those )?(?:\w+ )?(?:matters|faults?|failings|issues|failures|parts|areas|complaints)\b"
    r"|\bfor (?:the|its|these) (?:faults|failings|failures)\b|\bthe faults (?:identified|found|set out|described|in)\b",
    re.I,
)


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
    """The findings of a decision, by section, by word and by sum."""

    def __init__(self, findings: Sequence[Finding], sections: Sequence[ReadSection]) -> None:
        self._findings = findings
        self._faults = [f for f in findings if f.result in (FindingResult.FAULT, FindingResult.NOT_STATED)]
        self._section_of = {p.id: s for s in sections for p in s.paragraphs}
        self._text = {p.id: p.text for s in sections for p in s.paragraphs}
        self.by_section = self._sections_of_one_issue(sections)
        self._territory = self._territories(sections)
        self._words = [self._words_of(finding) for finding in self._faults]
        self._shared = Counter(word for words in self._words for word in words)

    def _sections_of_one_issue(self, sections: Sequence[ReadSection]) -> dict[int, str]:
        """Section → issue, where all findings of a part are one: lettered parts, and parts headed by their issue."""
        told: dict[int, set[str]] = {}
        for finding in self._findings:
            for key in finding.paragraphs:
                section = self._section_of.get(key)
                if section is not None and section.role in (SectionRole.ANALYSIS, SectionRole.FOUND):
                    told.setdefault(section.section.ordinal, set()).add(finding.issue)
        known = {finding.issue for finding in self._findings}
        lettered = {s.section.ordinal: s.issue for s in sections if s.issue in known and s.issue}
        headed = {s.section.ordinal for s in sections if s.issue or content_words(s.section.heading)}
        only = {n: next(iter(issues)) for n, issues in told.items() if len(issues) == 1 and n in headed}
        return {**only, **lettered} if len(self._findings) > 1 else lettered

    def _words_of(self, finding: Finding) -> dict[str, float]:
        """Word or sum → weight for one fault."""
        weights: dict[str, float] = {}
        for key in self._territory.get(finding.issue, ()):
            weights |= dict.fromkeys(telling_words(self._text[key]), _IN_SECTION)
        for key in finding.paragraphs:
            section = self._section_of.get(key)
            # The summary tells every fault in one breath: its words are no issue's own.
            if section is not None and section.role is not SectionRole.SUMMARY:
                weights |= dict.fromkeys(telling_words(self._text[key]), _IN_RESULT)
        weights |= dict.fromkeys(telling_words(finding.issue, of_issue=True), _IN_WORDING)
        return {word: _SUM_WEIGHT if word.startswith("£") else weight for word, weight in weights.items()}

    def _territories(self, sections: Sequence[ReadSection]) -> dict[str, list[str]]:
        """Issue → the paragraphs of the assessment that lead up to its result: in its section, behind the one before."""
        stated = {key: finding.issue for finding in reversed(self._findings) for key in finding.paragraphs}
        found: dict[str, list[str]] = {}
        for section in sections:
            if section.is_standing_text or section.role not in (SectionRole.ANALYSIS, SectionRole.FOUND):
                continue
            keys = [paragraph.id for paragraph in section.paragraphs]
            if section.section.ordinal in self.by_section:
                found.setdefault(self.by_section[section.section.ordinal], []).extend(keys)
                continue
            waiting: list[str] = []
            for key in keys:
                waiting.append(key)
                if key in stated:
                    found.setdefault(stated[key], []).extend(waiting)
                    waiting = []
        return found

    def bind(self, row: MergedRow) -> Remedy:
        """The row with its issue; as it is where no issue is clearly meant."""
        remedy = row.remedy
        if remedy.status is RemedyStatus.CLAIMED:
            return replace(remedy, issue=self._by_words(row, enough=2 * _ENOUGH))
        faults = [f for f in self._faults if f.result is FindingResult.FAULT]
        if len(faults) == 1:
            return replace(remedy, issue=faults[0].issue)
        return replace(remedy, issue=self._by_heading(row) or self._by_words(row) or self._only_harm(remedy))

    def _by_heading(self, row: MergedRow) -> str | None:
        issues = {self.by_section[section] for section, _ in row.hints if section in self.by_section}
        if not row.hints and row.section in self.by_section:
            issues = {self.by_section[row.section]}
        return next(iter(issues)) if len(issues) == 1 else None

    def _by_words(self, row: MergedRow, *, enough: float = _ENOUGH) -> str | None:
        if _ALL_ISSUES.search(row.words):
            return None
        scores = sorted(((score, -n) for n, score in enumerate(self._scores(row))), reverse=True)
        if not scores or scores[0][0] < enough:
            return None
        second = scores[1][0] if len(scores) > 1 else 0.0
        return self._faults[-scores[0][1]].issue if scores[0][0] >= _CLEAR_LEAD * second else None

    def scores(self,row):
        mine = telling_words(row.words, of_issue=True) | {f"£{row.remedy.amount_pence}", f"£{row.remedy.rate_pence}"}
        return sorted(((round(sum(w.get(x,0)/self._shared[x] for x in mine if x in w),2),self._faults[n].issue[:50],sorted([(x,round(w[x]/self._shared[x],2)) for x in mine if x in w],key=lambda t:-t[1])[:7]) for n,w in enumerate(self._words)),reverse=True)

    def _scores(self, row: MergedRow) -> list[float]:
        """What the words and sums of a remedy say for each fault."""
        mine = telling_words(row.words, of_issue=True) | {f"£{row.remedy.amount_pence}", f"£{row.remedy.rate_pence}"}
        return [
            sum(words[word] / self._shared[word] for word in mine if word in words) for words in self._words
        ]

    def _only_harm(self, remedy: Remedy) -> str | None:
        """Money answers the one fault that did harm, where every other is said to have done none."""
        faults = [f for f in self._findings if f.result is FindingResult.FAULT]
        harmful = [f for f in faults if f.injustice is not False]
        is_for_harm = remedy.is_money or remedy.kind is RemedyKind.BACKDATED_PROVISION
        return harmful[0].issue if len(harmful) == 1 and is_for_harm else None


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
