"""A decision to the question that finds cases like it: asked in the Ask tab, where it can really be answered."""

from __future__ import annotations

import re

from assistant.domain import Decision, Finding, FindingResult

# Decisions call people by a letter ("Miss X’s address"): in a question that is a person.
_TITLE = r"(?:Mr|Mrs|Ms|Miss|Dr|Mx)\.?"
_CALLED = re.compile(rf"\b{_TITLE}(?: and {_TITLE})? [A-Z]\b(?!\w)")
# An issue that is a heading of the decision is often a sentence, where one of ours is a phrase.
_SENTENCE = re.compile(r"The [A-Z]\w+ |.*\b(?:was|were|is|are|did|does|had|has|failed)\b")


def question_about(decision: Decision) -> str:
    """What one would ask to find comparable decisions; empty where the decision names no issue.

    The issue with money is asked about first, because that is what comparables are sought for; then one with fault.
    """
    issue = next(iter(sorted(decision.findings, key=lambda finding: _rank(decision, finding))), None)
    if issue is None or not issue.issue.strip():
        return ""
    said = " ".join(_CALLED.sub("a person", issue.issue).split()).rstrip(".?!;:")
    if _SENTENCE.match(said):
        said = f"cases where {said[:1].lower()}{said[1:]}"
    has_remedy = any(remedy.is_remedy for remedy in decision.remedies)
    if _has_money(decision, issue) or (has_remedy and issue.result is not FindingResult.NO_FAULT):
        return f"What remedy is typical for {said}?"
    return f"How does the Ombudsman treat {said}?"


def _rank(decision: Decision, finding: Finding) -> tuple[bool, bool]:
    return not _has_money(decision, finding), finding.result is not FindingResult.FAULT


def _has_money(decision: Decision, finding: Finding) -> bool:
    return any(remedy.is_money and remedy.is_remedy and remedy.issue == finding.issue for remedy in decision.remedies)
