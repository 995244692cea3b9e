"""A result's own clause and the sentences before it → the matter that the result is about, worded.

"There was no fault in how the panel heard her" names its matter. "This was fault" does not: its matter is the clause
before it in the sentence, else a sentence before it. For a fault that is the nearest that tells a shortcoming; for any
other result the first, which opens the subject; for what was not investigated the nearest complaint.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.domain import FindingResult
from assistant.text import unify_characters
from ingest.findings.shortcomings import SHORTCOMING
from ingest.findings.wording import names_issue, word_issue

# Sentences before a result that are asked for its matter, beside the first of the paragraph.
_REACH = 8
# "failure to act on it" says less than the sentence before.
_ENDS_WITH_PRONOUN = re.compile(r"\b(?:it|this|that|them|so|these)$", re.I)
_STARTS_WITH_PRONOUN = re.compile(r"(?:I|we|this|that|these|those|it)\b", re.I)
# "…, and that was fault", "… and I do not": what was found of the clause stands behind it.
_TAIL = re.compile(
    r"(?<![\w'])(?:,? ?(?:and|so|but|therefore|which|that)\b)?,? ?(?:(?:on (?:the )?balance(?: of probabilities)?"
    r"|in my view"
    r"|in our view|for these reasons"
    r"|for this reason|overall|therefore|however|on (?:this|the) evidence|clearly|again)\b,? ?)*"
    r"(?:(?:I|we|there|the ombudsman|this|that|it|which|these|those|they|here|all|both|neither)\b ?)?(?:(?:am|is"
    r"|was|are|were|have|has|had|do|does|did|can|could|would|also|too"
    r"|therefore|however|again|see|seen|find|finds|found|considers?|agrees?|satisfied|no|not|n't|accepts?|accepted"
    r"|thinks?|that|this|it|cannot|believe|conclude"
    r"|with|against|regret)\b ?)*[ ,]*$",
    re.I,
)
# "… call again": an adverb alone is no tail.
_SAYS_SOMETHING = re.compile(
    r"\b(?:and|so|but|therefore|which|that|I|we|is|was|are|were|have|has|had|do|does|did|find|found|there|this|it)\b",
    re.I,
)
_PREDICATE = re.compile(
    r"(?P<np>(?:(?!\b(?:was|were|is|are|did|had|has|took|should|could|would)\b).){8,90}?) (?:was|were|is|are)"
    r" (?:wrong|poor|against|contrary|too|not good|inadequate|unlawful|unreasonable|regrettable|unfortunate"
    r"|frustrating|disappointing|unhelpful|outside|beyond)\b.*",
    re.I,
)
_ONE_BODY = (
    r"(?:(?:the|its|their|both|all|each) )?(?:(?:\w+ ){0,3}(?:council|trust|icb|ccg|home|provider|panel|organisation"
    r"|bod(?:y|ie)|authorit(?:y|ie)|practice|surgery|board|agenc(?:y|ie)|compan(?:y|ie)|limited|ltd)s?"
    r"|(?:london |royal )?borough of \w+)"
)
_ONLY_BODIES = re.compile(rf"{_ONE_BODY}(?:,? (?:and |or )?{_ONE_BODY}){{0,4}}", re.I)
# "This was a decision open to the panel and I do not find fault with it": what "this" is stands before.
_DEMONSTRATIVE = re.compile(
    r"(?:(?:while|whilst|although|though|even though) (?:(?:I|we) [^.;]{3,150}?, )?)?"
    r"(?:this|that|it|these|those|such) (?:was|is|were|are|does|did"
    r"|had|has|means?|meant|fell|falls|may|might|seems?|caused)\b"
    r"(?! (?:also )?(?:clear|likely|evident|apparent|plain|more likely than not) (?:from [^,.;]{3,40} )?that\b)",
    re.I,
)
# "I would have expected the Council to keep minutes. It did not.": what was expected is what was not done.
_EXPECTED = re.compile(
    r"(?:However, |But )?(?:I|we) would (?:also )?(?:have )?expect(?:ed)? (?:the (?:\w+ ){0,2}\w+|it) to (?P<act>\w.*)",
    re.I | re.S,
)
_BODY_DID_NOT = re.compile(r"it (?:did not|had not) (?!do\b)\w+ (?!so\b|it\b|this\b)", re.I)
_NAMES_FAULT = re.compile(
    r"(?:this|that|it|these|those) (?:was|is|were|are) (?:also )?(?:an? )?(?:failure|delay|lack|breach|missed)", re.I
)
# "As the Council's view of the risk was before a court, I cannot comment on it".
_REASON_FIRST = re.compile(
    r"(?:as|because|since) (?P<np>[^,.;]{6,120}?) (?:has|have|was|were|is|are|had)\b[^.;]{0,200}", re.I
)
# Sentences that explain, doubt or report rather than tell what was done, and those that say it by a pronoun only.
_ASIDE = re.compile(
    r"(?:(?:I|We) (?:understand|appreciate|recogni[sz]e|acknowledge|realise|know|asked|note|welcome|do not (?:think"
    r"|accept|doubt))"
    r"|(?:This|That|These) (?:explains?|is|was|were|are|meant|includes?|led|left|caused)|A shortage"
    r"|(?:In mitigation|To its credit)"
    r"|It (?:says|said|has accepted|accepts|accepted|gave (?:me|us)|recorded no|also apologised|apologised|offered"
    r"|has (?:since )?apologised)"
    r"|The (?:\w+ ){0,2}?(?:guidance|law|code|policy|regulations?) (?:says|said|requires?|allows?"
    r"|is)\b(?!.*\bthe council should have)"
    r"|There is no sign|The (?:investigator's |stage \w+ )?(?:report|letter|response"
    r"|reply) (?:says?|said|explains?|explained))\b",
    re.I,
)
_PARTY_SAYS = re.compile(r"(?:Mr|Mrs|Ms|Miss) (?:and (?:Mr|Mrs|Ms|Miss) )?[A-Z] (?:says?|said|told|feels|believes)\b")
_COMPLAINS = re.compile(r"\b(?:complain(?:s|ed)|(?:is|was) (?:also )?(?:unhappy|dissatisfied))\b")
_DO_SO = re.compile(
    r"\b(?:do|did|does|done|doing) (?:so|this|that|neither|not(?: do so)?)(?: (?:until|for|in|by)\b|[.,]|$)"
    r"|\bdid neither\b",
    re.I,
)
# Of several shortcomings, these say plainest what was not done.
_PLAINEST = re.compile(
    r"\b(?:should (?:also )?have|failed to|failure to|did not|had not|has not|delayed|took|no)\b", re.I
)


def is_only_bodies(words: str) -> bool:
    """True for the names of one body or several, and nothing else."""
    return _ONLY_BODIES.fullmatch(unify_characters(words).strip(" ,.")) is not None


def explicit_matter(span: str) -> str:
    """The matter that the clause itself names; "" for a pronoun, or for a body that is named and nothing else."""
    plain = unify_characters(span).strip(" ,")
    if _DEMONSTRATIVE.match(plain) and not _NAMES_FAULT.match(plain) and not _BODY_DID_NOT.match(plain):
        return ""
    tail = _TAIL.search(plain)
    if tail and _SAYS_SOMETHING.search(tail[0]):
        had_verb = plain
        plain = plain[: tail.start()].rstrip(" ,")
        predicate = _PREDICATE.fullmatch(plain) if plain and plain != had_verb else None
        plain = predicate["np"] if predicate and names_issue(predicate["np"]) else plain
        span = span.strip(" ,")[: len(plain)]
    if not plain or _ONLY_BODIES.fullmatch(plain):
        return ""
    return word_issue(span)


def implied_matter(before: str, result: FindingResult, sentences: Sequence[str], earlier: Sequence[str]) -> str:
    """The matter of a result that names none; "" where nothing before it does.

    ``before`` is what stands before the result in its sentence, ``sentences`` are those before it in its paragraph, and
    ``earlier`` those of the paragraph before, asked last.
    """
    own = before.strip(" ,")
    reason = _REASON_FIRST.match(unify_characters(own))
    if reason and names_issue(reason["np"]):
        return word_issue(own[reason.start("np") : reason.end("np")])
    if not _DEMONSTRATIVE.match(unify_characters(own)):
        matter = explicit_matter(own)
        if matter and not _STARTS_WITH_PRONOUN.match(matter):
            return matter
    weak = ""
    for told in (sentences, earlier):
        for sentence in _in_order((*told[:1], *told[1:][-_REACH:]), result):
            expected = _EXPECTED.match(unify_characters(sentence)) if result is FindingResult.FAULT else None
            matter = word_issue(f"failure to {sentence[expected.start('act') :]}" if expected else sentence)
            if not matter or _STARTS_WITH_PRONOUN.match(matter):
                continue
            if not _ENDS_WITH_PRONOUN.search(matter):
                return matter
            weak = weak or matter
    return weak


def matter_behind(sentence: str) -> str:
    """The matter of a fault that was announced ("I find fault. It did not visit.") from the next sentence; or ""."""
    plain = unify_characters(sentence)
    is_told = SHORTCOMING.search(plain) and not _ASIDE.match(plain) and not _PARTY_SAYS.match(plain)
    matter = word_issue(sentence) if is_told else ""
    return "" if _STARTS_WITH_PRONOUN.match(matter) else matter


def _in_order(sentences: Sequence[str], result: FindingResult) -> list[str]:
    """The sentences as they are asked for a matter: for a fault from the nearest shortcoming, else from the first."""
    plain = [(unify_characters(sentence), sentence) for sentence in sentences]
    if result is FindingResult.NOT_INVESTIGATED:
        # "Ms B also complained about the school. I have not investigated this.": the nearest complaint, else the first.
        complained = [sentence for told, sentence in reversed(plain) if _COMPLAINS.search(told)]
        return [*complained, *(sentence for told, sentence in plain if not _ASIDE.match(told))]
    if result is not FindingResult.FAULT:
        return [sentence for told, sentence in plain if not _ASIDE.match(told)]
    told = [
        (text, sentence) for text, sentence in reversed(plain) if not _ASIDE.match(text) and not _PARTY_SAYS.match(text)
    ]
    full = [(text, sentence) for text, sentence in told if not _DO_SO.search(text)]
    short = [(text, sentence) for text, sentence in full if SHORTCOMING.search(text)]
    plainest = [sentence for text, sentence in short if _PLAINEST.search(text)]
    # "Mrs X says her bins were missed. The Council accepts this": at last what a party says.
    claimed = [sentence for text, sentence in reversed(plain) if _PARTY_SAYS.match(text)]
    return [*plainest[:1], *(s for _, s in short), *(s for _, s in full), *(s for _, s in told), *claimed]
