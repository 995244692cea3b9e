"""Paragraphs of an assessment → the sentences in them that state a result, each with the matter that it is about.

"There was no fault in how the panel heard her" says its matter. "This was fault" does not: its matter is the clause or
the sentence before, and of several before it the nearest that tells a shortcoming.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.domain import FindingResult, Paragraph
from assistant.text import unify_characters
from ingest.findings.hedges import GENERAL_RULE, NO_STATEMENT, SAID_BY_A_PARTY, SAID_EARLIER, SUPPOSED_FAULT
from ingest.findings.matters import explicit_matter, implied_matter, is_only_bodies, matter_behind
from ingest.findings.results import RESULT_RULES, ResultRule
from ingest.findings.sentences import sentences_of
from ingest.findings.wording import word_issue
from ingest.forms.wording import holds_one

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
    earlier: tuple[str, ...] = ()
    for n, paragraph in enumerate(paragraphs):
        sentences = sentences_of(paragraph.text)
        for place in range(len(sentences)):
            found = _statements_in(sentences, place, paragraph, earlier, is_soft=is_soft)
            is_lead_in = place == len(sentences) - 1 and paragraph.text.rstrip().endswith(":")
            items = _listed_items(paragraphs[n + 1 :]) if found and is_lead_in else []
            yield from [_of_item(found[-1], item) for item in items] or found
        earlier = sentences


def _listed_items(following: Sequence[Paragraph]) -> list[tuple[Paragraph, str]]:
    """The items behind a lead-in, each worded: up to the one that does not end as an item of a list."""
    items: list[tuple[Paragraph, str]] = []
    for paragraph in following:
        text = paragraph.text.rstrip()
        matter = word_issue(re.sub(r"[;,]?\s*(?:and|or)?$", "", text))
        if matter and len(text) <= 300:
            items.append((paragraph, matter))
        if not re.search(r"(?:[;,]|\b(?:and|or))$", text):
            return items if len(items) >= 2 else []
    return items if len(items) >= 2 else []


def _of_item(statement: Statement, item: tuple[Paragraph, str]) -> Statement:
    """The statement of a lead-in, said of one item of its list."""
    paragraph, matter = item
    return replace(statement, paragraph=paragraph, matter=matter, place=0, is_implied=False)


# A summary states faults bare, and goes on: "It also failed to …, did not … and delayed …".
_BARE_FAULT = re.compile(
    r"(?:However, |But )?(?:[Tt]he (?:\w+ ){0,2}?(?:Council|Trust|Home|Care Provider|Provider|ICB|CCG|Authority|Board)"
    r"|(?:[A-Z][\w']+ ){1,4}?(?:Council|Trust|Limited|Ltd|Homes)|[Ii]t|[Tt]hey) (?:also |had |has |then |wrongly )?"
    r"(?P<m>(?:failed|delayed|wrongly|took too long|took longer|lost|did not|should have|missed)\b.{8,400})"
)


def read_summary_faults(paragraphs: Sequence[Paragraph]) -> Iterator[Statement]:
    """What a summary finds fault with, one for each verb: "It failed to …, did not … and delayed …".

    Empty where it finds none; a fault that names no matter is left out.
    """
    for paragraph in paragraphs:
        is_finding = has_bare = False
        sentences = sentences_of(paragraph.text)
        for place, sentence in enumerate(sentences):
            plain = unify_characters(sentence[:_BOUND])
            found = [s for s in _statements_in(sentences, place, paragraph, ()) if s.result is FindingResult.FAULT]
            bare = _BARE_FAULT.match(plain)
            matters: list[str] = []
            if bare and (is_finding or not found):
                matters = _listed(sentence[bare.start("m") :])
                has_bare = True
            elif found and not (has_bare and all(s.is_implied for s in found)):
                matters = [word for statement in found for word in _summed_up(sentence, statement)]
            is_finding = is_finding or bool(found)
            for matter in matters:
                yield Statement(FindingResult.FAULT, matter, paragraph, place, plain)


def _statements_in(
    sentences: Sequence[str], place: int, paragraph: Paragraph, earlier: Sequence[str], *, is_soft: bool = False
) -> list[Statement]:
    """The statements of one sentence: one for each of its clauses that states a result."""
    sentence = sentences[place][:_BOUND]
    found = []
    for start, clause in _clauses(sentence):
        result = _result_of(clause, is_soft=is_soft)
        if result is None:
            continue
        rule, match = result
        matter, is_implied = _matter_of(clause, rule, match, (*sentences[:place], sentence[:start]), earlier)
        if not matter and rule.result is FindingResult.FAULT and not rule.is_soft:
            matter = matter_behind(sentences[place + 1]) if place + 1 < len(sentences) else ""
        statement = Statement(
            rule.result, matter, paragraph, place, unify_characters(sentence), is_implied, rule.is_soft
        )
        span = "" if is_implied or not match.groupdict().get("m") else clause[match.start("m") : match.end("m")]
        several = _listed(span) if rule.result is FindingResult.FAULT else []
        found += [replace(statement, matter=one) for one in several] if len(several) > 1 else [statement]
    return found


# --------------------------------------------------------------------------- a clause and its result

# A sentence may state two results: "… I find no fault in the letter, but it was at fault for the delay".
_NEW_CLAUSE = re.compile(
    r";\s|,? but (?=I |we |it |the |there |(?:was|were) (?:also )?at fault)"
    r"|,? although (?=I |we |there )|(?<=,) and I (?=find|found|do not find"
    r"|make|cannot)"
)


def _clauses(sentence: str) -> list[tuple[int, str]]:
    """The sentence's clauses with the place of each."""
    plain = unify_characters(sentence)
    starts = [0, *(match.end() for match in _NEW_CLAUSE.finditer(plain))]
    ends = [*(match.start() for match in _NEW_CLAUSE.finditer(plain)), len(sentence)]
    return [(start, sentence[start:end]) for start, end in zip(starts, ends, strict=True) if end > start]


def _result_of(clause: str, *, is_soft: bool) -> tuple[ResultRule, re.Match[str]] | None:
    """The first row that matches the clause; None where it states nothing, or tells what somebody else said."""
    plain = SUPPOSED_FAULT.sub(lambda match: " " * len(match[0]), unify_characters(clause))
    lowered = plain.lower()
    for rule in RESULT_RULES:
        if (rule.is_soft and not is_soft) or not holds_one(lowered, rule.pieces):
            continue
        match = rule.pattern.search(plain)
        if match:
            is_other = NO_STATEMENT.search(plain) or SAID_BY_A_PARTY.match(plain) or SAID_EARLIER.search(plain)
            is_general = rule.result is FindingResult.FAULT and GENERAL_RULE.match(plain)
            return None if is_other or is_general else (rule, match)
    return None


# "This delay was fault", "The delay was fault": which one, stands before.
_BARE = re.compile(r"(?:this|that|these|those|such an?|the|its|an?)\b", re.I)


# "Overall we find Northmoor Council (at fault)": who it was, and not what.
_FINDS_WHOM = re.compile(
    r"(?:[\w ]{0,40},? )?(?:I|we|the ombudsman)(?: \w+){0,2}? (?:find|found|finds|consider)(?: that)? [^,.;]{2,90}",
    re.I,
)


def _matter_of(
    clause: str, rule: ResultRule, match: re.Match[str], before: Sequence[str], earlier: Sequence[str]
) -> tuple[str, bool]:
    """The matter, and whether it was taken from what stands before the result."""
    has_span = bool(match.groupdict().get("m"))
    span = clause[match.start("m") : match.end("m")] if has_span else ""
    matter = explicit_matter(span) if has_span else ""
    is_bare = bool(matter) and bool(_BARE.match(span)) and len(matter.split()) <= 1 and matter.lower() in _BARE_MATTERS
    if matter and not is_bare:
        return matter, False
    is_who = _FINDS_WHOM.fullmatch(unify_characters(clause[: match.start()])) and match[0].startswith("at fault")
    own = "" if is_bare or is_who else span if has_span and match.start("m") == 0 else clause[: match.start()]
    sentences = [sentence for sentence in before if sentence.strip()]
    return implied_matter(own, rule.result, sentences, earlier) or matter, True


_BARE_MATTERS = frozenset(
    re.findall(
        r"[\w']+",
        """
        delay delays failure failures error errors mistake mistakes omission oversight decision lack this
        """,
    )
)

# --------------------------------------------------------------------------- the list of a summary

_NEXT_FAULT = re.compile(
    r"(?:[;,] (?:and |or )?| and | or )(?=(?:for (?!\d)|with (?:how|its|the)\b"
    r"|in (?:how|its|the way|failing|not|delaying)|because it"
    r"|when it|by (?:not|failing)|not \w+ing|failing to|failed to|did not|delayed|took too long|wrongly"
    r"|incorrectly|(?:lost|ignored|missed|mishandled|misled|refused) (?:the|its|his|her|their|to|an?)"
    r"|it (?:also )?(?:did not|failed to|delayed|took too long)|how (?:it|the|its|they)|the way (?:it|the|its|they)"
    r"|(?:its |the )?(?:delays? in|failures? to|lack of|poor|inadequate)"
    r"|its (?:delay|failure|handling|communication)"
    r"|the (?:delay|failure))\b)",
)
# Behind "failed to" or "did not" any past tense begins the next: ", kept poor records", " and placed her". Giving no
# reasons goes with what was done without them.
_NEXT_VERB = re.compile(
    r"(?:[;,] (?:and )?| and )(?=(?:(?:also|then|wrongly) )?"
    r"(?:(?:kept|gave|took|sent|told|made|lost|left|put)\b(?! no\b)"
    r"|[a-z]{2,}ed (?:her|him|them|it|the|an?|his|its|their|Mr|Mrs|Ms|Miss)\b))"
)
_BARE_VERB = re.compile(r"(?:failed to|did not|delayed|wrongly|took too long)\b", re.I)
_PREPOSITION = re.compile(
    r"(?:for|in|because it|because|when it|when|by|with|over|as it)\s+(?!(?:order|addition)\b)", re.I
)


def _summed_up(sentence: str, statement: Statement) -> list[str]:
    """The matters of one statement: what stands before it where it names a bare "delay", else what it lists."""
    if statement.is_implied and statement.matter:
        return [statement.matter]
    return _listed(_matter_span(sentence, statement))


def _matter_span(sentence: str, statement: Statement) -> str:
    """The sentence from the statement's matter on: a list of several goes on behind the first."""
    plain = unify_characters(sentence)
    match = next(
        (
            match
            for rule in RESULT_RULES
            if not rule.is_soft and (match := rule.pattern.search(plain)) and match.groupdict().get("m")
        ),
        None,
    )
    if match is None:
        return statement.matter
    # "The loss of the keys amounts to fault": where the result stands behind the matter, nothing more is listed.
    is_before = match.end("m") < match.end()
    return sentence[match.start("m") : match.end("m") if is_before else None]


def _listed(words: str) -> list[str]:
    """The list's items, each worded; one for no list."""
    plain = unify_characters(words)
    joints = [match for match in _NEXT_FAULT.finditer(plain) if match.start() > 8]
    if _BARE_VERB.match(plain):
        known = {match.start() for match in joints}
        joints += [m for m in _NEXT_VERB.finditer(plain) if m.start() > 8 and m.start() not in known]
        joints.sort(key=lambda match: match.start())
    starts = [0, *(match.end() for match in joints)]
    ends = [*(match.start() for match in joints), len(words)]
    items = []
    for start, end in zip(starts, ends, strict=True):
        item = words[start:end]
        opening = _PREPOSITION.match(unify_characters(item))
        item = item[opening.end() :] if opening else item
        matter = word_issue(item)
        # "It did not cause an injustice" is said of a fault and is none.
        if matter and "injustice" not in matter and not is_only_bodies(item):
            items.append(matter)
    return items
