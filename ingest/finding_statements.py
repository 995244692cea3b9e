"""Paragraphs of an assessment → the sentences in them that state a result, each with the matter that it is about.

"There was no fault in how the panel heard her" says its matter. "This was fault" does not: its matter is the clause or
the sentence before, and of several before it the nearest that tells a shortcoming.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.domain import FindingResult, Paragraph
from assistant.text import unify_characters
from ingest.finding_sentences import sentences_of
from ingest.finding_wording import names_issue, word_issue
from ingest.finding_words import BARE_FAULT, NO_STATEMENT, RESULT_RULES, SAID_BY_A_PARTY, SAID_EARLIER, SHORTCOMING

# Characters of a sentence that are looked at: none of a real page is nearly as long, and time stays linear.
_BOUND = 2000


@dataclass(frozen=True)
class Statement:
    """A sentence that states a result. ``matter`` is worded; "" where neither it nor what stands before names one.

    ``is_implied`` says that the matter stands before the sentence, ``place`` is the sentence's in its paragraph from 0.
    """

    result: FindingResult
    matter: str
    paragraph: Paragraph
    place: int
    sentence: str
    is_implied: bool = False
    is_soft: bool = False


def read_statements(paragraphs: Sequence[Paragraph], *, is_soft: bool = False) -> Iterator[Statement]:
    """The statements of these paragraphs in their order; with ``is_soft`` also what states a result less plainly."""
    for paragraph in paragraphs:
        sentences = sentences_of(paragraph.text)
        for place, sentence in enumerate(sentences):
            for start, clause in _clauses(sentence[:_BOUND]):
                statement = _statement_of(clause, sentences, place, start, paragraph, is_soft=is_soft)
                if statement:
                    yield statement


def read_summary_faults(paragraphs: Sequence[Paragraph]) -> Iterator[Statement]:
    """What a summary finds fault with, one for each verb: "It failed to …, did not … and delayed …"."""
    for paragraph in paragraphs:
        is_finding = False
        sentences = sentences_of(paragraph.text)
        for place, sentence in enumerate(sentences):
            plain = unify_characters(sentence[:_BOUND])
            found = [
                s for s in read_statements_of(sentence, sentences, place, paragraph) if s.result is FindingResult.FAULT
            ]
            bare = BARE_FAULT.match(plain)
            matters: list[str] = []
            if bare and (is_finding or not found):
                matters = _listed(sentence[bare.start("m") :])
            elif found:
                matters = [word for statement in found for word in _listed(_matter_span(sentence, statement))]
            is_finding = is_finding or bool(found)
            for matter in matters:
                yield Statement(FindingResult.FAULT, matter, paragraph, place, plain)


def read_statements_of(sentence: str, sentences: Sequence[str], place: int, paragraph: Paragraph) -> list[Statement]:
    """The statements of one sentence."""
    found = (
        _statement_of(clause, sentences, place, start, paragraph, is_soft=False)
        for start, clause in _clauses(sentence[:_BOUND])
    )
    return [statement for statement in found if statement]


# --------------------------------------------------------------------------- a clause and its result

# A sentence may state two results: "… I find no fault in the letter, but it was at fault for the delay".
_NEW_CLAUSE = re.compile(
    r";\s|,? but (?=I |we |it |the |there )|,? although (?=I |we |there )|(?<=,) and I (?=find|found|do not find|make|cannot)"
)


def _clauses(sentence: str) -> list[tuple[int, str]]:
    """The sentence's clauses with the place of each."""
    plain = unify_characters(sentence)
    starts = [0, *(match.end() for match in _NEW_CLAUSE.finditer(plain))]
    ends = [*(match.start() for match in _NEW_CLAUSE.finditer(plain)), len(sentence)]
    return [(start, sentence[start:end]) for start, end in zip(starts, ends, strict=True) if end > start]


def _statement_of(
    clause: str, sentences: Sequence[str], place: int, start: int, paragraph: Paragraph, *, is_soft: bool
) -> Statement | None:
    plain = unify_characters(clause)
    if NO_STATEMENT.search(plain) or SAID_BY_A_PARTY.match(plain) or SAID_EARLIER.search(plain):
        plain_result = _soft_row(plain) if is_soft else None
        if plain_result is not FindingResult.NO_FINDING:
            return None
    for rule in RESULT_RULES:
        if rule.is_soft and not is_soft:
            continue
        match = rule.pattern.search(plain)
        if match is None:
            continue
        span = match.groupdict().get("m")
        matter = _explicit(clause[match.start("m") : match.end("m")]) if span else ""
        # "This delay was fault": which delay, stands before.
        is_bare = bool(span and _DEMONSTRATED.match(span)) and len(matter.split()) <= 1
        is_implied = not matter or is_bare
        if is_implied:
            before = clause[: match.start("m")] if span and match.start("m") > 0 else clause[: match.start()]
            if span and match.start("m") == 0:
                before = span
            matter = implied_matter("" if is_bare else before, sentences, place, start) or matter
        return Statement(
            rule.result, matter, paragraph, place, unify_characters(sentences[place]), is_implied, rule.is_soft
        )
    return None


def _soft_row(plain: str) -> FindingResult | None:
    return next(
        (
            rule.result
            for rule in RESULT_RULES
            if rule.result is FindingResult.NO_FINDING and rule.pattern.search(plain)
        ),
        None,
    )


# "…, and that was fault": what is fault stands before the pronoun, in the same sentence.
_AND_THAT = re.compile(
    r"(?P<c>.{8,}?),? (?:and|which|so)(?: (?:I (?:find|consider|think|agree) )?(?:that|this|it|which|these|those|they))?(?: (?:was|is) [^.;]{3,60} and)?$",
    re.I,
)
_PRONOUN_ONLY = re.compile(
    r"(?:(?:however|therefore|so|and|but|again|clearly),? )?(?:(?:I|we|the ombudsman|the council) (?:also |therefore )?(?:find|found|consider|considers|think|agree|accept|accepts|accepted|believe"
    r"|am satisfied|conclude)(?: (?:that|with))? ?)?(?:this|that|it|these|those|they|which|all this|both|neither|here|there|(?:the|this|that) (?:too|also))?(?: (?:too|also))?$",
    re.I,
)
# "This was a decision open to the panel and I do not find fault with it": what "this" is stands before.
_DEMONSTRATIVE = re.compile(
    r"(?:this|that|it|these|those|such) (?:was|is|were|are|does|did|had|has|means?|meant)\b", re.I
)
# "As the Council's view of the risk was before a court, I cannot comment on it".
_REASON_FIRST = re.compile(
    r"(?:as|because|since) (?P<np>[^,.;]{6,120}?) (?:has|have|was|were|is|are|had)\b[^.;]{0,200}, (?:so )?(?:I|we)\b",
    re.I,
)
_PREDICATE = re.compile(
    r"(?P<np>(?:(?!\b(?:was|were|is|are|did|had|has|took|should|could|would)\b).){8,90}?) (?:was|were|is|are) (?:wrong|poor|against|contrary|too|not good|inadequate|unlawful|unreasonable)\b.*",
    re.I,
)


_DEMONSTRATED = re.compile(r"(?:this|that|these|those|such an?)\b", re.I)


def _explicit(span: str) -> str:
    """The matter that the clause itself names; "" for a pronoun, or a body that is named and nothing else."""
    plain = unify_characters(span)
    if _PRONOUN_ONLY.fullmatch(plain.strip(" ,")):
        return ""
    told = _AND_THAT.fullmatch(plain.strip(" ,"))
    if told:
        span = span.strip(" ,")[: told.end("c")]
        plain = unify_characters(span)
        predicate = _PREDICATE.fullmatch(plain)
        if predicate and names_issue(predicate["np"]):
            span = span[: predicate.end("np")]
    if re.fullmatch(
        r"(?:(?:the|its|their|both|all|each) )?(?:\w+ ){0,3}(?:council|trust|icb|ccg|home|provider|panel|organisations?|bod(?:y|ies))s?",
        plain.strip(" ,"),
        re.I,
    ):
        return ""
    return word_issue(span)


def implied_matter(before: str, sentences: Sequence[str], place: int, start: int) -> str:
    """The matter of a result that names none: of its own sentence, else of a sentence before it, else ""."""
    own = before.strip(" ,")
    reason = _REASON_FIRST.match(unify_characters(own))
    if reason and names_issue(reason["np"]):
        return word_issue(own[reason.start("np") : reason.end("np")])
    if not _PRONOUN_ONLY.fullmatch(unify_characters(own)) and not _DEMONSTRATIVE.match(unify_characters(own)):
        matter = _explicit(own)
        if matter:
            return matter
    elif start:
        matter = _explicit(sentences[place][:start])
        if matter:
            return matter
    earlier = [sentence for sentence in reversed(sentences[:place]) if not _IS_ASIDE.match(unify_characters(sentence))]
    telling = [sentence for sentence in earlier if SHORTCOMING.search(unify_characters(sentence))]
    for sentence in (*telling[:1], *earlier):
        matter = word_issue(sentence)
        if matter and not re.match(r"(?:I|we|this|that|these|those|it)\b", matter, re.I):
            return matter
    return ""


# Sentences that explain, doubt or report rather than tell what was done.
_IS_ASIDE = re.compile(
    r"(?:(?:I|We) (?:understand|appreciate|recogni[sz]e|acknowledge|realise|know|asked|do not (?:think|accept|doubt))|This (?:explains|is|was)|That (?:explains|is|was)|A shortage"
    r"|It (?:says|said|has accepted|accepts|gave (?:me|us)|recorded no)|The (?:guidance|law|code|policy|regulations?) (?:says|said|requires?|allows?|is)|(?:Mr|Mrs|Ms|Miss) [A-Z] (?:says|said)"
    r"|There is no sign)\b",
    re.I,
)


# --------------------------------------------------------------------------- the list of a summary

_NEXT_FAULT = re.compile(
    r"(?:[;,] (?:and |or )?| and | or )(?=(?:for (?!\d)|in (?:how|its|the way|failing|not|delaying)|because it|when it|by (?:not|failing)|not \w+ing|failing to|failed to|did not|delayed|took too long|wrongly|its (?:delay|failure|handling|communication)"
    r"|the (?:delay|failure))\b)",
)
_PREPOSITION = re.compile(
    r"(?:for|in|because it|because|when it|when|by|with|over|as it)\s+(?!(?:order|addition)\b)", re.I
)


def _matter_span(sentence: str, statement: Statement) -> str:
    """The sentence from the statement's matter on: a list of several goes on behind the first."""
    plain = unify_characters(sentence)
    start = next(
        (
            match.start("m")
            for rule in RESULT_RULES
            if not rule.is_soft and (match := rule.pattern.search(plain)) and match.groupdict().get("m")
        ),
        None,
    )
    return sentence[start:] if start is not None else statement.matter


def _listed(words: str) -> list[str]:
    """The list's items, each worded; one for no list."""
    plain = unify_characters(words)
    starts = [0, *(match.end() for match in _NEXT_FAULT.finditer(plain) if match.start() > 8)]
    ends = [*(match.start() for match in _NEXT_FAULT.finditer(plain) if match.start() > 8), len(words)]
    items = []
    for start, end in zip(starts, ends, strict=True):
        item = words[start:end]
        opening = _PREPOSITION.match(unify_characters(item))
        matter = word_issue(item[opening.end() :] if opening else item)
        if matter:
            items.append(matter)
    return items
