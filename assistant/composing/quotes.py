"""The sentence to quote: the one in a decision that best holds what a statement says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assistant.domain import Case, Citation, Decision, Finding, Paragraph, PaymentRow, Remedy
from assistant.text import find_money, normalise, split_sentences

_WORD = re.compile(r"[a-z]{3,}")
_REASONS_AT_MOST = 2
# How a decision gives the reason for a sum.
_REASON = re.compile(
    r"\b(because|tak(?:ing|e|es|en) (?:in)?to account|took (?:in)?to account|reflect(?:s|ed|ing)?|recogni[sz]\w+"
    r"|acknowledg\w+|in line with|guidance|proportionate|appropriate|vulnerab\w+|length of|prolonged|severity|severe"
    r"|exacerbat\w+|aggravat\w+|significant(?:ly)?|calculated|equivalent|in view of|given that|bearing in mind"
    r"|had regard|a (?:month|week|term|year)|per (?:month|week|term|year)|each (?:month|week|term|year)|in excess of"
    r"|at the (?:lower|higher|upper|top|bottom) end|instead of)\b",
    re.IGNORECASE,
)
# How a digest tells what the fault did: to whom, for how long, with what loss.
_EFFECT = re.compile(
    r"\b(caus(?:ed|ing)|left (?:him|her|them|the|a|an)|meant|lost|missed|without|delay(?:ed|s)?|uncertain\w*"
    r"|distress\w*|stress|worr\w+|anxi\w+|frustrat\w+|risk|harm|extra|(?:over|nearly|almost|about|more than) (?:a|an"
    r"|one|two|three|four|five|six|\d+) (?:year|month|week|term)s?|(?:two|three|four|five|six|seven|eight|nine|ten"
    r"|\d+) (?:year|month|week|term)s)\b",
    re.IGNORECASE,
)
_ASKED_FOR = re.compile(
    r"\b(?:complain(?:s|ed)|said|says|wants?|wanted|asked for|would like|seeks|sought)\b", re.IGNORECASE
)
_NO_FAULT = re.compile(
    r"\b(?:no finding|no fault|not fault|not at fault|without (?:fault|injustice)|could not be made)\b", re.IGNORECASE
)
_OF_A_REMEDY = re.compile(r"\b(?:remed(?:y|ies)|payments?|sums?|figures?|amounts?|pay|injustice)\b", re.IGNORECASE)
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


def quote_for_improvement(case: Case, improvement: Remedy, topic: str) -> Citation | None:
    """The sentence that states a service improvement: where it was read, else the one that has most of its words."""
    decision = case.decision
    named = decision.paragraph(improvement.paragraph) if improvement.paragraph else None
    paragraphs = [named] if named else list(decision.paragraphs)
    return _best(decision, paragraphs, improvement.detail or f"improve its service {topic}", None)


def quote_reasons(case: Case, rows: Sequence[PaymentRow], topic: str) -> tuple[Citation, ...]:
    """At most two sentences that give the reasons for these sums, in the order of the text; none where none does.

    A full text gives them beside the sum, in its analysis; a digest tells in a sentence what the fault did to people.
    What a complainant wanted is no reason, and neither is standing text.
    """
    decision = case.decision
    standing = {section.ordinal for section in decision.sections if section.is_standing_text}
    sums = {row.remedy.amount_pence or row.remedy.rate_pence for row in rows}
    wanted = _stems(" ".join([case.issue or "", topic, *(row.remedy.issue or "" for row in rows)]))
    pattern = _REASON if decision.is_full_text else _EFFECT
    scored = []
    for paragraph in decision.paragraphs:
        if paragraph.section in standing:
            continue
        for number, sentence in enumerate(split_sentences(paragraph.text)):
            if len(sentence) > _SO_LONG or _ASKED_FOR.search(sentence) or _NO_FAULT.search(sentence):
                continue
            words = len(set(map(str.lower, pattern.findall(sentence))))
            named = find_money(sentence)
            holds_sum = any(money.pence in sums for money in named)
            # A digest's sentence with a sum only repeats it; what comes before tells why.
            is_reason = (holds_sum or _OF_A_REMEDY.search(sentence)) if decision.is_full_text else not named
            if words and is_reason:
                score = 2 * words + 4 * holds_sum + 2 * min(len(wanted & _stems(sentence)), 3)
                scored.append((-score, paragraph.ordinal, number, paragraph, sentence))
    best = sorted(scored, key=lambda item: item[:3])[:_REASONS_AT_MOST]
    return tuple(_cite(decision, item[3], item[4]) for item in sorted(best, key=lambda item: item[1:3]))


def quote_finding(decision: Decision, finding: Finding) -> Citation | None:
    """The sentence that states what was found on an issue; None where no paragraph is known to say it."""
    paragraphs = [paragraph for key in finding.paragraphs if (paragraph := decision.paragraph(key))]
    return _best(decision, paragraphs, f"{finding.issue} {finding.result.value} found", None)


def quote_opening(decision: Decision) -> tuple[Citation, ...]:
    """Sentence by sentence, the digest or summary of a decision: what it is about."""
    if not decision.paragraphs:
        return ()
    first = next((p for p in decision.paragraphs if normalise(p.text).lower().startswith("summary")), None)
    paragraph = first or decision.paragraphs[0]
    return tuple(_cite(decision, paragraph, sentence) for sentence in split_sentences(paragraph.text))


def _paragraphs_to_look_at(case: Case) -> list[Paragraph]:
    decision = case.decision
    if not decision.is_full_text:
        return list(decision.paragraphs)
    named = {name for finding in decision.findings if finding.issue == case.issue for name in finding.paragraphs}
    named |= {hit.passage.paragraph for hit in case.hits if hit.passage.paragraph}
    standing = {section.ordinal for section in decision.sections if section.is_standing_text}
    found = [paragraph for paragraph in decision.paragraphs if paragraph.id in named]
    return found or [paragraph for paragraph in decision.paragraphs if paragraph.section not in standing]


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
