"""Statements about the close cases and the partly comparable ones to proofs: closed forms, each read whole.

A range that is said to be of the close cases must be theirs, with their median, their offered and recommended sums and
their apologies; that of the partly comparable ones likewise. So neither wears the other's figures, nor those of all.
"""

from __future__ import annotations

import re

from assistant.citations.computed.forms import NUMBER, SUM, Form, counted, form, number_of, pence_of, same, same_sum
from assistant.citations.computed.of_groups import (
    LISTED,
    RANGE_OF_RATES,
    matters_differ,
    payees_differ,
    rates_differ,
    sums_differ,
)
from assistant.citations.ground import Ground
from assistant.domain import RemedyKind, RemedyStatus, RemedySummary
from assistant.text import find_money, format_money

_NOTES = r"(?: \((?P<notes>[^()]+)\))?"
_MEDIAN = re.compile(rf"median {SUM}")
_NOT_AGREED = {
    RemedyStatus.OFFERED: re.compile(rf"{NUMBER} of the sums offered by councils"),
    RemedyStatus.RECOMMENDED: re.compile(rf"{NUMBER} of them recommended"),
}
_NOTES_ON_ONE = {"a council's own offer": RemedyStatus.OFFERED, "recommended": RemedyStatus.RECOMMENDED}
_NONE = RemedySummary()


def _part(name: str, ground: Ground) -> RemedySummary:
    """The summary over the "close" or the "partly comparable" cases; an empty one where there are none."""
    part = ground.summary.close if name == "close" else ground.summary.partly
    return part or _NONE


def _close_range(match: re.Match[str], ground: Ground) -> str:
    """The range of the close cases: of how many, both ends, all that is noted on it, and its apologies."""
    close = _part("close", ground)
    if len(close.rows_with_sums) < 2:
        return f"The sums stated in close cases are {len(close.rows_with_sums)}: one is no range."
    decisions, paying = match["decisions"] or match["all"], match["paying"] or match["decisions"] or match["all"]
    wrong = same(number_of(decisions) if decisions else 2, close.decisions, "Close decisions")
    wrong = wrong or same(number_of(paying) if paying else 2, close.paying, "Close decisions with a sum")
    wrong = wrong or _ends_differ(match, close, "close cases") or _notes_differ(match["notes"], close, with_median=True)
    return wrong or (_apologies_differ(match, close) if match["apology"] else "")


def _partly_range(match: re.Match[str], ground: Ground) -> str:
    """The range of the partly comparable cases, and in how many of them; "each" is said of several sums."""
    partly = _part("partly comparable", ground)
    if bool(match["each"]) and len(partly.rows_with_sums) < 2:
        return f"The sums stated in partly comparable cases are {len(partly.rows_with_sums)}."
    if partly.is_of_one_decision and not match["each"]:
        wrong = sums_differ(match["listed"] or match["low"] or "", sorted(partly.sums), "partly comparable")
    elif match["listed"]:
        wrong = f"{partly.paying} partly comparable decisions state a sum: their sums are told as a range."
    else:
        wrong = _ends_differ(match, partly, "partly comparable cases")
    wrong = wrong or same(number_of(match["paying"]), partly.paying, "Partly comparable decisions with a sum")
    return wrong or _notes_differ(match["notes"], partly, with_median=False)


def _ends_differ(match: re.Match[str], part: RemedySummary, name: str) -> str:
    low, high = (match["each"], match["each"]) if match["each"] else (match["low"], match["high"] or match["low"])
    wrong = same_sum(low, part.lowest_pence, f"The lowest sum of {name}")
    return wrong or same_sum(high, part.highest_pence, f"The highest sum of {name}")


def _notes_differ(said: str | None, part: RemedySummary, *, with_median: bool) -> str:
    """What stands in brackets behind a range: no more and no less than what is so."""
    statuses = [row.remedy.status for row in part.rows_with_sums]
    held: dict[str, int] = {one: statuses.count(one) for one in _NOT_AGREED if one in statuses}
    if with_median and part.median_pence is not None:
        held["median"] = part.median_pence
    told = dict(_read_note(note, is_only=len(statuses) == 1) for note in said.split("; ")) if said else {}
    wanted = ", ".join(f"{name} {format_money(n) if name == 'median' else n}" for name, n in held.items())
    return "" if told == held else f"To be noted on these sums: {wanted or 'nothing'}; not “{said or 'nothing'}”."


def _read_note(note: str, *, is_only: bool) -> tuple[str, int]:
    """The name of what is noted, with its number or pence; words that are no such note are a name of their own."""
    if is_only and note in _NOTES_ON_ONE:
        return _NOTES_ON_ONE[note], 1
    if found := _MEDIAN.fullmatch(note):
        return "median", find_money(found[1])[0].pence
    for status, words in _NOT_AGREED.items():
        if found := words.fullmatch(note):
            return status, number_of(found[1])
    return note, 0


def _apologies_differ(match: re.Match[str], part: RemedySummary) -> str:
    apologies = sum(other.count for other in part.others if other.kind is RemedyKind.APOLOGY)
    enough = 2 * apologies >= part.decisions and (bool(match["often"]) or apologies == part.decisions)
    return "" if enough else f"{apologies} of {part.decisions} close decisions have an apology."


def _sums_from_close(match: re.Match[str], ground: Ground) -> str:
    """How many of the sums are from close cases, and all of those: one alone, "each" of several alike, or listed."""
    sums = sorted(_part("close", ground).sums)
    wrong = same(number_of(match["close"] or "0"), len(sums), "Sums of close cases")
    wrong = wrong or same(number_of(match["sums"]), len(ground.summary.rows_with_sums), "Sums")
    if wrong or not match["close"]:
        return wrong
    if match["each"]:
        is_so = len(sums) > 1 and set(sums) == {pence_of(match["each"])}
        return "" if is_so else f"The sums of close cases are {', '.join(map(format_money, sums))}: not alike."
    return sums_differ(match["one"] or match["listed"], sums, "close")


def _only_partly(_match: re.Match[str], ground: Ground) -> str:
    close, partly = (len(_part(name, ground).rows_with_sums) for name in ("close", "partly comparable"))
    return "" if (close, partly) == (0, 1) else f"{close} sums are from close cases, {partly} from partly comparable."


FORMS_OF_CLOSE: tuple[Form, ...] = (
    form(
        "range of the close cases",
        rf"\bPayments in (?:both|all (?P<all>{NUMBER})|(?P<paying>{NUMBER}) of "
        rf"the (?P<decisions>{NUMBER})) close cases "
        rf"(?:ran from (?P<low>{SUM}) to (?P<high>{SUM})|were (?P<each>{SUM}) each)"
        rf"{_NOTES}(?P<apology>, (?P<often>often )?with an apology(?=;))?",
        _close_range,
    ),
    form(
        "range of the partly comparable cases",
        rf"\bPartly comparable cases: "
        rf"(?:(?P<each>{SUM}) each|(?P<listed>{LISTED})|(?P<low>{SUM})(?: to (?P<high>{SUM}))?) in "
        rf"(?P<paying>{NUMBER}){_NOTES}\.",
        _partly_range,
    ),
    form(
        "how many sums are from close cases",
        rf"\b(?:None|Only (?P<close>{NUMBER})) of these (?P<sums>{NUMBER}) sums "
        rf"(?:is|are) from (?:a close case|close cases)"
        rf"(?(close): (?:(?P<each>{SUM}) each|(?P<listed>{LISTED})|(?P<one>{SUM})))\.",
        _sums_from_close,
    ),
    form("a sum from a partly comparable case", r"\bThat sum is from a partly comparable case\.", _only_partly),
    form(
        "sums of close cases by payee",
        r"^By payee, in close cases: (.+)\.$",
        lambda match, ground: payees_differ(match[1], _part("close", ground)),
    ),
    form(
        "sums of close cases by what was asked about",
        r"^By what you asked about, in close cases: (.+)\.$",
        lambda match, ground: matters_differ(match[1], _part("close", ground)),
    ),
    form(
        "rates of close or partly comparable cases",
        rf"^Rates in (close|partly comparable) cases, not added to the sums: {RANGE_OF_RATES} in {NUMBER} "
        r"decisions?\.$",
        lambda match, ground: rates_differ(match.groups()[1:4], _part(match[1], ground)),
    ),
    form(
        "too few close sums for a median",
        rf"; {NUMBER} sums? in close cases, so no median is given",
        counted("Sums of close cases", lambda ground: len(_part("close", ground).rows_with_sums)),
        of_casebook=True,
    ),
)
