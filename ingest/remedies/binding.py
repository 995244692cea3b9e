"""Rows of remedies → each tied to the issue that it answers, where the text allows; to the whole decision otherwise.

A wrong tie is worse than none. In this order: the only fault; complaint handling, for money that answers how the
complaint was answered; the heading under which the assessment speaks of the remedy; the words, names and sums that
one issue has and the others have not (``issue_words``); the action before, where this one only goes on from it; the
one fault that did harm.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.domain import Finding, FindingResult, Purpose, Remedy, RemedyKind, RemedyStatus
from ingest.findings import content_words
from ingest.forms.headings import SectionRole
from ingest.forms.layout import ReadSection
from ingest.remedies.action_words import BEGINS_WITH_VERB
from ingest.remedies.issue_words import IssueWords, names_in
from ingest.remedies.merging import BEHIND_US, MergedRow, merge_mentions, stated_totals
from ingest.remedies.sum_words import DEADLINE
from ingest.remedies.telling_words import telling_words
from ingest.remedies.terms import Mentions

# The best issue must have about one word of its own, and clearly more than the next; an apology answers the whole
# decision unless it names its issue, and a claim was made before there were issues. Fixed on the labelled pages.
_ENOUGH, _ENOUGH_FOR_APOLOGY, _ENOUGH_FOR_CLAIM = 0.5, 0.8, 1.0
_CLEAR_LEAD, _CLEAR_LEAD_OF_APOLOGY = 1.3, 1.5
# Whose work is to change says little of the issue: "send a note to its noise officers about closing letters".
_WHO_LEARNS = re.compile(
    r"\b(?:its|all|the|their|relevant|every|any|to|remind|train) (?:[\w-]+ ){0,3}?(?:staff|officers?|workers?"
    r"|managers?|teams?|surveyors?|contractors?|agents?)\b"
    r"(?: (?:who|dealing with|responsible for|involved in) [\w ]{3,40}?(?= (?:on|about|in|of|how|that|to) ))?",
    re.I,
)
# Neither do these: who acts, what every plan is called, where money is put.
_SAYS_NOTHING = re.compile(
    r"\btime and (?:trouble|effort)(?: (?:in|of|taken|spent|she|he|they)\b[^,;£]{0,40}?(?:pursu|bring|mak|rais"
    r"|complain)"
    r"\w*(?: (?:her|his|their|the|this|a) (?:complaint|concerns?|matter|case)s?)?)?"
    r"|\bcare (?:provider|home)\b|\baction plans?\b|\b(?:in|into) (?:an?|his|her"
    r"|their) (?:[\w-]+ ){0,2}?account\b(?: in [\w' ]{3,20}? name)?",
    re.I,
)
_SETS_LIMIT = re.compile(r"\b(?:limits?|targets?|time ?scales?|deadlines?|duty|timeframes?)\b", re.I)
# What a remedy is for stands behind these words, and says more than the rest.
_CAUSE = re.compile(
    r"\b(?:for (?:the|its|not|failing|having|any|being|his|her|their)|caused by|about|because(?: of)?"
    r"|as a result of|due to|resulting from|on|how|when|whether"
    r"|which|of) (?P<what>[^,;]{3,200})",
    re.I,
)
# What remedies are made of ("letter", "training") says less of an issue than other words.
_OF_REMEDIES = 0.5
# Money for bringing the complaint answers how it was handled, where that is an issue, and else the whole decision.
_COMPLAINING = re.compile(
    r"\bcomplain\w*\b|\b(?:late|slow|poor|wrong|first|second|final) (?:repl(?:y|ies)|answers?|responses?)\b", re.I
)
_ANSWERING = re.compile(
    r"\b(?:repl|respon|answer)\w* (?:to (?:her|his|their|the) complaint|at stage (?:one|two|1|2))\b"
    r"|\bcomplaints? (?:repl|respon|handling|proce)\w*",
    re.I,
)
_FOR_THE_ANSWER = re.compile(
    r"\b(?:repl|respon|answer)\w* to (?:her|his|their|the|this) complaints?\b|\b(?:late|slow|delayed) (?:repl(?:y"
    r"|ies)|answers?|responses?)\b"
    r"|\b(?:handl|chas)\w+ (?:of )?(?:her|his|their|the|this) complaints?\b|\bcomplaint[- ]handling\b",
    re.I,
)
# An action that only goes on from the one before it in its list.
_GOES_ON = re.compile(
    r"\b(?:on|about|of|for|with|from) (?:it|them|this|these|those|each of them)\b(?! (?:own|\w+ing)\b)|\b(?:in"
    r"|to) (?:that|the same|this) \w+\b"
    r"|\b(?:whether|if) (?:any )?others?\b|\bput (?:it|them|any|this|that|these)\b[^.;]{0,30}\bright\b",
    re.I,
)
# A clause that answers several issues at once says so.
_ALL_ISSUES = re.compile(
    r"\b(?:both|all|each|any) (?:of )?(?:the |these |those )?(?:\w+ )?(?:matters|faults?|failings|issues|failures"
    r"|parts|areas|complaints)\b"
    r"|\bparagraphs \d+(?:, \d+)* (?:and|to) \d+\b|\bfor (?:the|its|these) (?:faults|failings|failures)\b"
    r"|\bthe faults (?:identified|found|set out|described|in)\b"
    # "caused by the delay and by the way it dealt with the charges": two matters, and so the whole.
    r"|\b(?:caused by|because of|due to|by|for) (?:the|its|this|that) [^;:£]{3,60}? and (?:by|for|because of|due to)"
    r" (?:the|its|this|that|having|failing)\b",
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
    bound: list[Remedy] = []
    for n, row in enumerate(rows):
        follows = n > 0 and rows[n - 1].section == row.section
        bound.append(issues.bind(row, bound[-1] if follows else None))
    return BoundRemedies(tuple(bound), _stated_total(bound, [*stated_totals(mentions.found), *summary_sums]))


class _Issues:
    """The findings of a decision, and what speaks of each."""

    def __init__(self, findings: Sequence[Finding], sections: Sequence[ReadSection]) -> None:
        self._findings = findings
        self._section_of = {p.id: s for s in sections for p in s.paragraphs}
        self._text = {
            p.id: p.text for s in sections if s.role in (SectionRole.ANALYSIS, SectionRole.FOUND) for p in s.paragraphs
        }
        self.by_section = self._sections_of_one_issue(sections)
        self._faults = [f for f in findings if f.result in (FindingResult.FAULT, FindingResult.NOT_STATED)]
        self._words_of_faults = IssueWords(self._faults, sections, self.by_section, [f.issue for f in findings])
        self._harmful = [f for f in self._faults if f.injustice is not False]
        self._words_of_harmful = IssueWords(self._harmful, sections, self.by_section, [f.issue for f in findings])
        self._words_of_all = IssueWords(findings, sections, self.by_section)

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

    def bind(self, row: MergedRow, before: Remedy | None) -> Remedy:
        """The row with its issue; as it is where none is clearly meant. ``before`` is the action before it."""
        remedy = row.remedy
        if remedy.status is RemedyStatus.CLAIMED:
            return replace(remedy, issue=self._by_words(row, self._words_of_all, enough=_ENOUGH_FOR_CLAIM))
        faults = [f for f in self._faults if f.result is FindingResult.FAULT]
        if len(faults) == 1:
            return replace(remedy, issue=faults[0].issue)
        is_for_complaining = remedy.purpose is Purpose.TIME_AND_TROUBLE
        if is_for_complaining and (handling := self._complaint_handling()):
            return replace(remedy, issue=handling)
        if remedy.is_money and _FOR_THE_ANSWER.search(row.words):
            return replace(remedy, issue=self._complaint_handling())
        is_apology = remedy.kind is RemedyKind.APOLOGY
        # What was harmless is not paid for; what was given back before may be why it was harmless.
        is_for_harm = (remedy.is_money or is_apology) and remedy.status not in BEHIND_US
        of_issues = self._words_of_harmful if is_for_harm else self._words_of_faults
        issue = self._by_heading(row) or self._by_words(
            row,
            of_issues,
            enough=_ENOUGH_FOR_APOLOGY if is_apology else _ENOUGH,
            lead=_CLEAR_LEAD_OF_APOLOGY if is_apology else _CLEAR_LEAD,
        )
        if issue is None and before is not None and not remedy.is_money and _GOES_ON.search(remedy.detail or ""):
            issue = before.issue
        if issue is None and not is_for_complaining and remedy.status not in BEHIND_US:
            issue = self._only_harm(remedy)
        return replace(remedy, issue=issue)

    def _complaint_handling(self) -> str | None:
        """The one issue about how the complaint was answered: by its wording, else by where its result is stated."""
        worded = [f.issue for f in self._faults if _COMPLAINING.search(f.issue)]
        told = [
            f.issue for f in self._faults if any(_ANSWERING.search(self._text.get(key, "")) for key in f.paragraphs)
        ]
        found = worded or told
        return found[0] if len(found) == 1 else None

    def _by_heading(self, row: MergedRow) -> str | None:
        issues = {self.by_section[section] for section, _ in row.hints if section in self.by_section}
        if not row.hints and row.section in self.by_section:
            issues = {self.by_section[row.section]}
        return next(iter(issues)) if len(issues) == 1 else None

    def _by_words(
        self, row: MergedRow, of_issues: IssueWords, *, enough: float, lead: float = _CLEAR_LEAD
    ) -> str | None:
        if _ALL_ISSUES.search(row.words) or not of_issues.weights:
            return None
        scores = sorted(((score, -n) for n, score in enumerate(of_issues.scores(_worths(row)))), reverse=True)
        best, second = scores[0], scores[1][0] if len(scores) > 1 else 0.0
        if best[0] < enough or best[0] < lead * second:
            return None
        return of_issues.issues[-best[1]]

    def _only_harm(self, remedy: Remedy) -> str | None:
        """Money answers the one fault that did harm, where every other is said to have done none."""
        faults = [f for f in self._findings if f.result is FindingResult.FAULT]
        harmful = [f for f in faults if f.injustice is not False]
        is_for_harm = remedy.is_money or remedy.kind is RemedyKind.BACKDATED_PROVISION
        return harmful[0].issue if len(harmful) == 1 and is_for_harm else None


def _worths(row: MergedRow) -> dict[str, float]:
    """The words, names and sums of a remedy, each with what it counts."""
    words = DEADLINE.sub(" ", _SAYS_NOTHING.sub(" ", _WHO_LEARNS.sub(" ", row.words)))
    if row.remedy.kind is RemedyKind.SERVICE_IMPROVEMENT:
        # "review its procedure" is no word on an issue that is about a review.
        verb = BEGINS_WITH_VERB.match(words)
        words = words[verb.end() :] if verb else words
    cause = " ".join(match["what"] for match in _CAUSE.finditer(words))
    worths = dict.fromkeys(telling_words(words, of_issue=True), _OF_REMEDIES)
    told = (
        telling_words(words),
        telling_words(cause, of_issue=True),
        telling_words(DEADLINE.sub(" ", row.lead), of_story=True),
    )
    worths |= dict.fromkeys((*names_in(row.words), *frozenset().union(*told)), 1.0)
    if not _SETS_LIMIT.search(words):
        # "older than six months" is no duty of six months.
        worths = {word: worth for word, worth in worths.items() if not word.startswith("#")}
    sums = (row.remedy.amount_pence, row.remedy.rate_pence)
    return worths | {f"£{pence}": 1.0 for pence in sums if pence}


def _stated_total(rows: Sequence[Remedy], sums: Sequence[int]) -> int | None:
    """A stated sum that is what two or more rows come to: all payments, or all payments and refunds."""
    before = (RemedyStatus.ALREADY_DONE, RemedyStatus.ALREADY_PAID, RemedyStatus.CLAIMED)
    now = [row for row in rows if row.is_money and row.amount_pence and row.status not in before]
    settled = [row for row in now if row.status is not RemedyStatus.OFFERED]
    unrefused = [row for row in settled if row.status is not RemedyStatus.REFUSED]
    for some in (unrefused, settled, now):
        for kept in ([row for row in some if row.kind is RemedyKind.PAYMENT], some):
            total = sum((row.amount_pence or 0) * (2 if row.per == "person" else 1) for row in kept)
            if len(kept) >= 2 and total in sums:
                return total
    return None
