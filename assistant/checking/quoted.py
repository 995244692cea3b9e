"""Quotations and paragraph numbers, beside a decision whose own words are held.

A quotation must stand in the decision word for word: marks, white space and the capital it begins with aside. What is
left out ("…", "[the Council]") splits it into pieces that must follow one another in a paragraph. Of a decision known
by our digest alone no quotation can be checked, and words of the digest are never taken for the Ombudsman's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from assistant.checking.held import HeldDecision
from assistant.checking.judged import Judged, Passage, Verdict
from assistant.claims import Claim, ClaimKind
from assistant.domain import Paragraph
from assistant.text import normalise, split_sentences, unify_characters

_LEFT_OUT = re.compile(r"\s*(?:\[[^\]]{0,80}\]|\(?(?:\.\s?){3,4}\)?|\u2026)\s*")
_FEW_WORDS = 3  # a phrase of fewer words in marks is as often a word held at a distance as a quotation
_NEAR = 80  # of a hundred: a sentence this like the quoted words is the one that was misquoted
_PARAGRAPH = re.compile(
    r"(?<!\w)(?:paragraphs?|paras?\.?|\u00b6|\u00a7)\s?(?P<first>\d{1,3})(?!\d|[.,]\d)"
    r"(?:\s?(?:-|\u2013|to|and|,)\s?(?P<second>\d{1,3})(?!\d))?(?:\([a-z]\))?",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(r"\b(?:schedule|act|regulation\w*|code|guidance|your|our|my)\b[^.;]{0,25}$", re.IGNORECASE)
_ELSEWHERE_BEHIND = re.compile(
    r"^,? (?:of|in|to) (?:your|our|my|the (?:council's|guidance|code|letter|act|schedule|reply|complaint))",
    re.IGNORECASE,
)


def judge_quotation(claim: Claim, held: HeldDecision, *, is_attributed: bool) -> Judged | None:
    """Word for word, not word for word, or not to be checked; None for a phrase that need be no quotation.

    ``is_attributed``: the sentence names the decision, the Ombudsman or a paragraph as its source.
    """
    reference, place = held.decision.reference, (claim.start, claim.end)
    words = str(claim.value).strip().rstrip(".,;:!?")
    pieces = [piece.strip(" .,;:") for piece in _LEFT_OUT.split(words) if piece.strip(" .,;:")]
    count = len(words.split())
    if not pieces:
        return None
    passage = _find_pieces(pieces, held)
    if not held.decision.is_full_text:
        if passage is not None and count > _FEW_WORDS:
            why = f"{reference}: these are words of our digest, and not the Ombudsman's; do not quote them as such."
        elif count > _FEW_WORDS:
            why = f"{reference}: only our digest is held, and not the Ombudsman's words."
        else:
            return None
        return Judged("quotation", *place, Verdict.NOT_CHECKABLE, why, passage)
    if passage is not None:
        number = f" (paragraph {passage.printed_number})" if passage.printed_number else ""
        return Judged("quotation", *place, Verdict.SUPPORTED, f"{reference} has these words{number}.", passage)
    nearest, likeness = _nearest(words, held)
    if likeness >= _NEAR and count > _FEW_WORDS:
        why = f"{reference} has no such words; the nearest are in the passage."
        instead = f"\u201c{nearest.quote}\u201d" if nearest else ""
        return Judged("quotation", *place, Verdict.CONTRADICTED, why, nearest, instead=instead)
    if count <= _FEW_WORDS:
        return None
    if is_attributed:
        return Judged("quotation", *place, Verdict.CONTRADICTED, f"{reference} has no such words.", nearest)
    why = f"{reference} has no such words; whether it is quoted here is not clear."
    return Judged("quotation", *place, Verdict.NOT_CHECKABLE, why)


def _find_pieces(pieces: Sequence[str], held: HeldDecision) -> Passage | None:
    """The passage from the first piece to the last, where they follow one another in one paragraph."""
    patterns = [
        re.compile(r"\s+".join(re.escape(word) for word in normalise(piece).split()), re.IGNORECASE) for piece in pieces
    ]
    for paragraph in held.decision.paragraphs:
        plain = unify_characters(paragraph.text)
        first, position = None, 0
        for pattern in patterns:
            match = pattern.search(plain, position)
            if match is None or not _is_whole(plain, match):
                break
            first = match.start() if first is None else first
            position = match.end()
        else:
            return held.exact(paragraph, first or 0, position)
    return None


def _is_whole(plain: str, match: re.Match[str]) -> bool:
    """True where the words do not begin or end inside a longer word or figure."""
    before, behind = plain[: match.start()][-1:], plain[match.end() : match.end() + 2]
    return not (before.isalnum() and match[0][:1].isalnum()) and not (
        (behind[:1].isalnum() and match[0][-1:].isalnum()) or re.match(r"[.,]\d", behind) is not None
    )


def _nearest(words: str, held: HeldDecision) -> tuple[Passage | None, float]:
    best: tuple[float, Paragraph, str] | None = None
    plain = normalise(words).lower()
    for paragraph in held.decision.paragraphs:
        for sentence in split_sentences(paragraph.text):
            other = normalise(sentence).lower()
            whole = fuzz.ratio(plain, other)
            likeness = max(whole, fuzz.partial_ratio(plain, other) if len(other) >= len(plain) else 0)
            if best is None or likeness > best[0]:
                best = (likeness, paragraph, sentence)
    if best is None:
        return None, 0
    start = best[1].text.index(best[2])
    return held.exact(best[1], start, start + len(best[2])), best[0]


# --------------------------------------------------------------------------- paragraph numbers


def find_paragraph_numbers(plain: str) -> Iterator[tuple[int, int, tuple[int, int]]]:
    """Start, end and the numbers of each paragraph that a text names; those of laws and letters are left out."""
    for match in _PARAGRAPH.finditer(plain):
        if _ELSEWHERE.search(plain[max(0, match.start() - 45) : match.start()]):
            continue
        if _ELSEWHERE_BEHIND.match(plain[match.end() : match.end() + 40]):
            continue
        first = int(match["first"])
        yield match.start(), match.end(), (first, int(match["second"] or first))


def judge_paragraph_number(
    span: tuple[int, int], numbers: tuple[int, int], beside: Sequence[Claim], held: HeldDecision
) -> Judged:
    """A paragraph's number beside what the sentence says it holds: its quotations, else its sums.

    ``beside`` are the claims of the same sentence.
    """
    reference = held.decision.reference
    printed = {text.number for text in held.texts if text.paragraph is not None and text.number is not None}
    if not held.decision.is_full_text:
        why = f"{reference}: only our digest is held, which has no paragraph numbers."
        return Judged("paragraph", *span, Verdict.NOT_CHECKABLE, why)
    if not printed:
        why = f"{reference}: the page as held has no paragraph numbers."
        return Judged("paragraph", *span, Verdict.NOT_CHECKABLE, why)
    low, high = min(numbers), max(numbers)
    if high > max(printed):
        why = f"{reference} has paragraphs 1 to {max(printed)}."
        return Judged("paragraph", *span, Verdict.CONTRADICTED, why)
    there, elsewhere = _where(beside, held, low, high)
    if there is not None:
        why = f"{reference}: paragraph {there.printed_number} has it."
        return Judged("paragraph", *span, Verdict.SUPPORTED, why, there)
    if elsewhere is not None:
        why = f"{reference}: it is in paragraph {elsewhere.printed_number}."
        instead = f"paragraph {elsewhere.printed_number}"
        return Judged("paragraph", *span, Verdict.CONTRADICTED, why, elsewhere, instead=instead)
    paragraph = next(
        t.paragraph for t in held.texts if t.number is not None and low <= t.number <= high and t.paragraph
    )
    why = f"{reference} has this paragraph; what is said of it can be read in the passage."
    return Judged("paragraph", *span, Verdict.NOT_CHECKABLE, why, held.passage(paragraph, 0, 1))


def _where(beside: Sequence[Claim], held: HeldDecision, low: int, high: int) -> tuple[Passage | None, Passage | None]:
    """The passage inside the numbers that has what is said, and the first one outside."""
    elsewhere: Passage | None = None
    quotations = [
        claim for claim in beside if claim.kind is ClaimKind.QUOTATION and len(str(claim.value).split()) > _FEW_WORDS
    ]
    for claim in quotations:
        words = str(claim.value).strip().rstrip(".,;:!?")
        pieces = [piece.strip(" .,;:") for piece in _LEFT_OUT.split(words) if piece.strip(" .,;:")]
        passage = _find_pieces(pieces, held) if pieces else None
        if passage is not None and passage.printed_number is not None:
            if low <= passage.printed_number <= high:
                return passage, None
            elsewhere = elsewhere or passage
    if quotations:
        return None, elsewhere
    for claim in beside:
        for text, other in held.claims(ClaimKind.AMOUNT) if claim.kind is ClaimKind.AMOUNT else ():
            if set(claim.sums) & set(other.sums) and text.paragraph is not None and text.number is not None:
                passage = held.passage(text.paragraph, other.start, other.end)
                if low <= text.number <= high:
                    return passage, None
                elsewhere = elsewhere or passage
    return None, elsewhere
