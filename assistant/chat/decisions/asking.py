"""A decision to the question that finds cases like it: asked in the Ask tab, where it can really be answered."""

from __future__ import annotations

from assistant.domain import Decision, Finding, FindingResult


def question_about(decision: Decision) -> str:
    """What one would ask to find comparable decisions; empty where the decision names no issue.

    The issue with money is asked about first, because that is what comparables are sought for; then one with fault.
    """
    issue = next(iter(sorted(decision.findings, key=lambda finding: _rank(decision, finding))), None)
    if issue is None or not issue.issue.strip():
        return ""
    said = issue.issue.strip()
    if _has_money(decision, issue):
        return f"What remedy is typical for {said}?"
    if issue.result is FindingResult.NO_FAULT or not decision.remedies:
        return f"How does the Ombudsman treat {said}?"
    return f"What remedy is typical for {said}?"


def _rank(decision: Decision, finding: Finding) -> tuple[bool, bool]:
    return not _has_money(decision, finding), finding.result is not FindingResult.FAULT


def _has_money(decision: Decision, finding: Finding) -> bool:
    return any(remedy.is_money and remedy.is_remedy and remedy.issue == finding.issue for remedy in decision.remedies)
