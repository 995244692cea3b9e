"""The sentence to quote: the one in a decision that best holds what a statement says."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.domain import Case, Citation, Decision, Finding, Paragraph, Remedy
from assistant.text import find_money, normalise, split_sentences

_WORD = re.compile(r"[a-z]{3,}")
_SO_LONG = 420  # characters; a longer sentence is quoted only where nothing shorter will do


def quote_for_remedy(case: Case, remedy: Remedy | None, topic: str) -> Citation | None:
    """The sentence that states this remedy for the issue asked about; None for a decision without paragraphs.

    In a full text the paragraph where the sum was read comes first; in a digest any sentence may serve.
    """
    decision = case.decision
    pence = remedy.amount_pence if remedy and remedy.amount_pence is not None else remedy and remedy.rate_pence
    named = decision.paragraph(remedy.paragraph) if remedy and remedy.paragraph else None
    paragraphs = [named] if named else _paragraphs_to_look_at(case)
    return _best(decision, paragraphs, f"{case.issue or ''} {topic}", pence or None)


def quote_for_issue(case: Case, topic: str) -> Citation | None:
    """The sentence nearest to the issue the question is about."""
    return _best(case.decision, _paragraphs_to_look_at(case), f"{case.issue or ''} {topic}", None)


def quote_finding(decision: Decision, finding: Finding) -> Citation | None:
    """The sentence that states what was found on an issue; None where no paragraph is known to say it."""
    paragraphs = [paragraph for key in finding.paragraphs if (paragraph := decision.paragraph(key))]
    return _best(decision, paragraphs, f"{finding.issue} {finding.result.value} found", None)


def quote_opening(decision: Decision) -> tuple[Citation, ...]:
    """Sentence by sentence, the digest or summary of a decision: what it is about."""
    held = decision.trusted_paragraphs
    if not held:
        return ()
    first = next((p for p in held if normalise(p.text).lower().startswith("summary")), None)
    paragraph = first or held[0]
    return tuple(_cite(decision, paragraph, sentence) for sentence in split_sentences(paragraph.text))


def _paragraphs_to_look_at(case: Case) -> list[Paragraph]:
    decision = case.decision
    if not decision.is_full_text:
        return list(decision.trusted_paragraphs)
    named = {name for finding in decision.findings if finding.issue == case.issue for name in finding.paragraphs}
    named |= {hit.passage.paragraph for hit in case.hits if hit.passage.paragraph}
    standing = {section.ordinal for section in decision.sections if section.is_standing_text}
    found = [paragraph for paragraph in decision.trusted_paragraphs if paragraph.id in named]
    return found or [paragraph for paragraph in decision.trusted_paragraphs if paragraph.section not in standing]


def _best(decision: Decision, paragraphs: Iterable[Paragraph], about: str, pence: int | None) -> Citation | None:
    wanted = _stems(about)
    scored = []
    for paragraph in paragraphs:
        for number, sentence in enumerate(split_sentences(paragraph.text)):
            holds_sum = pence is not None and any(money.pence == pence for money in find_money(sentence))
            score = len(wanted & _stems(sentence)) + (5 if holds_sum else 0) - (3 if len(sentence) > _SO_LONG else 0)
            scored.append((-score, paragraph.ordinal, number, paragraph, sentence))
    if not scored:
        return None
    _, _, _, paragraph, sentence = min(scored, key=lambda item: item[:3])
    return _cite(decision, paragraph, sentence)


def _cite(decision: Decision, paragraph: Paragraph, sentence: str) -> Citation:
    return Citation(decision.reference, paragraph.id, sentence, paragraph.text.index(sentence))


def _stems(text: str) -> set[str]:
    """Words cut to six letters: enough for "disclosed" to meet "disclosure" without a stemmer."""
    return {word[:6] for word in _WORD.findall(normalise(text).lower())}
