"""Statements about what is held, how sure an answer is, and Redress itself to proofs; most rest on no decision."""

from __future__ import annotations

import re

from assistant.citations.computed.forms import NUMBER, Form, counted, form, number_of, only_if, same
from assistant.citations.ground import Ground
from assistant.text import find_references, format_date, format_month

_MONTH = r"([A-Z][a-z]+ \d{4})"
_DAY = r"(\d{1,2} [A-Z][a-z]+ \d{4})"


def _newest(match: re.Match[str], ground: Ground) -> str:
    days = [case.decision.decided for case in ground.comparable if case.decision.decided]
    return same(match[1], format_month(max(days)) if days else None, "The newest comparable decision")


def _full_texts(match: re.Match[str], ground: Ground) -> str:
    number = sum(case.decision.is_full_text for case in ground.comparable)
    return same(number_of(match[1]), number, "Comparable decisions in full text")


def _all_digests(_match: re.Match[str], ground: Ground) -> str:
    number = sum(case.decision.is_full_text for case in ground.comparable)
    return "" if number == 0 else f"{number} of the comparable decisions are held in full text."


def _loaded(match: re.Match[str], ground: Ground) -> str:
    newest = ground.facts.newest
    if match[2] and (wrong := same(match[2], format_date(newest) if newest else None, "The newest")):
        return wrong
    return same(number_of(match[1]), ground.facts.decisions, "Decisions held")


def _not_held(match: re.Match[str], ground: Ground) -> str:
    missing = {*ground.evidence.not_held, *ground.query.references} - set(ground.held)
    held = [str(one.reference) for one in find_references(match[0]) if one.reference not in missing]
    return f"{', '.join(held)} is held, or was not asked for." if held else ""


FORMS_OF_CASEBOOK: tuple[Form, ...] = (
    form(
        "how sure",
        rf"How sure: {NUMBER} comparable decisions? of",
        counted("Comparable decisions", lambda ground: len(ground.comparable)),
        of_casebook=True,
    ),
    form(
        "decisions held",
        rf"{NUMBER} held(?=[ ,.;])",
        counted("Decisions held", lambda ground: ground.facts.decisions),
        of_casebook=True,
    ),
    form(
        "decisions within the limits",
        rf", {NUMBER} of them within the limits(?=[,;.])",
        counted("Decisions that pass", lambda ground: ground.evidence.searched),
        of_casebook=True,
    ),
    form("newest", rf", newest {_MONTH}", _newest),
    form(
        "too few for a median",
        rf"; {NUMBER} sums?, so no median is given",
        counted("Sums", lambda ground: len(ground.summary.rows_with_sums)),
        of_casebook=True,
    ),
    form("only digests", r"\. Known from our digests of published summaries\.", _all_digests, of_casebook=True),
    form(
        "full texts",
        rf"\. {NUMBER} decisions? (?:is|are) held in full text, the others as our digests\.",
        _full_texts,
        of_casebook=True,
    ),
    form(
        "damaged records",
        rf"{NUMBER} stored decisions? (?:was|were) left out, because the record is damaged: "
        r"run `python -m ingest verify`\.",
        counted("Damaged records", lambda ground: len(ground.evidence.damaged)),
        of_casebook=True,
    ),
    form(
        "nothing comparable",
        rf"I found nothing comparable in the {NUMBER} decisions? loaded(?: \(to {_DAY}\))?\.",
        lambda m, ground: "Comparable decisions were found." if ground.comparable else _loaded(m, ground),
        of_casebook=True,
    ),
    form(
        "background only",
        r"The cases listed are background only: they share words with your question, not the problem\.",
        only_if(lambda ground: not ground.comparable, "Some cases are comparable."),
        of_casebook=True,
    ),
    form(
        "an empty casebook",
        r"The casebook is empty: there is nothing to search\. Add decisions with `python -m ingest add PATH`\.",
        only_if(lambda ground: ground.facts.decisions == 0, "The casebook holds decisions."),
        of_casebook=True,
    ),
    form(
        "not held",
        r"I don't hold (?:\d\d \d{3} \d{3}[a-z]?(?:, | and )?)+\.",
        _not_held,
        of_casebook=True,
    ),
)
