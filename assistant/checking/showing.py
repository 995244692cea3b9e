"""A checked text to lines for a terminal: the headline, then each judgement in order of the text.

Of the writer's own matter only places are shown, and names and numbers of people are blanked out: the letter is theirs,
and a terminal's history is not the place for it.
"""

from __future__ import annotations

import textwrap

from assistant.checking.judged import CheckedText, Judgement, Passage, Verdict
from assistant.question.personal import redact

_WIDTH = 96
_MARKS = {
    Verdict.SUPPORTED: "supported",
    Verdict.CONTRADICTED: "CONTRADICTED",
    Verdict.NOT_HELD: "NOT HELD",
    Verdict.NOT_CHECKABLE: "not checkable",
}
_LONGEST_WORDS = 90
_LONGEST_QUOTE = 400
_LONGEST_LIST = 12


def describe(checked: CheckedText) -> str:
    """The whole result as text, ending with what was not looked at."""
    lines = [checked.headline]
    lines.append(
        textwrap.fill(
            f"Compared with {checked.decisions:,} decisions held. What is supported was found in a decision held; "
            "the rest of the text was not checked.",
            _WIDTH,
        )
    )
    unbound = [one for one in checked.judgements if is_unbound(one)]
    shown: Passage | None = None
    for judgement in checked.judgements:
        if not is_unbound(judgement):
            lines += ["", *_describe_one(judgement, shown)]
            shown = judgement.passage if _shows_passage(judgement) else shown
    if unbound:
        lines += ["", *_describe_unbound(unbound)]
    return "\n".join(lines)


def is_unbound(judgement: Judgement) -> bool:
    """True for what is said of no decision that can be told: shown by its place alone."""
    return judgement.verdict is Verdict.NOT_CHECKABLE and judgement.reference is None


def shown_words(judgement: Judgement) -> str:
    """The words judged, in one line, cut where they are long, without names and numbers of people."""
    return textwrap.shorten(redact(judgement.words).text, _LONGEST_WORDS, placeholder=" …")


def _shows_passage(judgement: Judgement) -> bool:
    """What a decision's header says needs no passage: the line above it says all."""
    return judgement.passage is not None and judgement.about not in ("reference", "body", "outcome")


def _describe_one(judgement: Judgement, shown: Passage | None) -> list[str]:
    place = judgement.place
    head = f"line {place.line}, column {place.column}: {judgement.about} “{shown_words(judgement)}”"
    lines = [
        textwrap.fill(f"{_MARKS[judgement.verdict]:<13} {head}", _WIDTH, subsequent_indent=" " * 14),
        textwrap.fill(judgement.why, _WIDTH, initial_indent=" " * 14, subsequent_indent=" " * 14),
    ]
    passage = judgement.passage
    if passage is not None and _shows_passage(judgement) and passage != shown:
        whose = "our digest" if passage.is_digest else "the decision"
        number = f", paragraph {passage.printed_number}" if passage.printed_number else ""
        quote = textwrap.shorten(passage.quote, _LONGEST_QUOTE, placeholder=" …")
        said = f"{whose}{number}: “{quote}”"
        lines.append(textwrap.fill(said, _WIDTH, initial_indent=" " * 14, subsequent_indent=" " * 14))
    elif passage is not None and passage.url and judgement.about == "reference":
        lines.append(" " * 14 + passage.url)
    return lines


def _describe_unbound(unbound: list[Judgement]) -> list[str]:
    by_reason: dict[str, list[Judgement]] = {}
    for judgement in unbound:
        by_reason.setdefault(judgement.why, []).append(judgement)
    lines = []
    for why, judgements in by_reason.items():
        places = ", ".join(f"{one.place.line}:{one.place.column}" for one in judgements[:_LONGEST_LIST])
        more = f" and {len(judgements) - _LONGEST_LIST} more" if len(judgements) > _LONGEST_LIST else ""
        kinds = ", ".join(dict.fromkeys(one.about for one in judgements))
        said = f"{_MARKS[Verdict.NOT_CHECKABLE]:<13} {len(judgements)} ({kinds}) at {places}{more}. {why}"
        lines.append(textwrap.fill(said, _WIDTH, subsequent_indent=" " * 14))
    return lines
