"""Statements about groups, sides, years and terms to proofs: the closed forms beside those of ``of_all``.

Each is worked out anew from the summary and the evidence as they are held now; a range must be that of the group that
is named, with its median where there is one, so that no group wears the figures of another.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.citations.computed.forms import (
    NUMBER,
    SUM,
    Form,
    counted,
    form,
    number_of,
    only_if,
    pence_of,
    same,
    same_sum,
)
from assistant.citations.computed.of_one import PAYEES
from assistant.citations.ground import Ground
from assistant.domain import (
    EvidenceSide,
    GroupBy,
    ImprovementKind,
    Outcome,
    PaymentGroup,
    RateRange,
    RemedySummary,
)
from assistant.remedies.groups import MEDIAN_FROM
from assistant.text import format_money, unify_characters

_YEARS_APART = 2  # from which sides are said to be from different years
# Of one decision the sums are listed: "£100, £200 and £500" is no range.
_ANY = SUM.replace("(", "(?:", 1)
LISTED = rf"{_ANY}(?:, {_ANY})* and {_ANY}"
RANGE = rf"({LISTED}|{_ANY}(?: to {_ANY})?(?: \(median {_ANY}\))?)"
RANGE_OF_RATES = rf"({LISTED}|{_ANY}(?: to {_ANY})?) a (\w+)"
_PARTS_OF_RANGE = re.compile(rf"{SUM}(?: to {SUM})?(?: \(median {SUM}\))?")
_PAYEE = re.compile(rf"(to [a-z ]+?) {RANGE} \({NUMBER} decisions?\)")
_MATTER = re.compile(rf"[“\"]([^“”\"]+)[”\"] {RANGE} \({NUMBER} decisions?\)")
_FOUND = rf"(?:{NUMBER} decisions?(?: or more)?|{NUMBER}(?: or more)? comparable of {NUMBER} searched)"
_OUTCOMES = rf"(?P<outcome>, (?:(?:all|none|{NUMBER}) )?upheld)?"
_SUMS = rf"(?:none states a sum|(?:it|{NUMBER}) states? (?:a sum|sums), {RANGE})"


def _same_range(words: str, group: PaymentGroup | RateRange | None, name: str) -> str:
    """Whether lowest, highest and median are those of the group; one sum alone is both ends, of one decision all."""
    if group is None:
        return f"There is no group {name!r}."
    if len(group.of_one_decision) > 1:
        return sums_differ(words, group.of_one_decision, name)
    found = _PARTS_OF_RANGE.fullmatch(words)
    if found is None:
        return f"“{words}” is no range."
    low, high, middle = found.groups()
    median = group.median_pence if isinstance(group, PaymentGroup) else None
    wrong = same_sum(low, group.lowest_pence, f"The lowest sum {name}")
    wrong = wrong or same_sum(high or low, group.highest_pence, f"The highest sum {name}")
    if not wrong and (middle is None) != (median is None):
        return f"The median {name}: {'it is to be told' if median is not None else 'none is given'}."
    return wrong or (same_sum(middle, median, f"The median {name}") if middle else "")


def sums_differ(words: str, sums: Sequence[int], name: str) -> str:
    """Whether "£100, £200 and £500" are all the sums of the one decision that states any; a range of them is wrong."""
    said = re.split(r", | and ", words)
    if [pence_of(one) for one in said] == list(sums):
        return ""
    return f"One decision states the sums {name}: {', '.join(map(format_money, sums))}; they are no range."


def payees_differ(said: str, summary: RemedySummary) -> str:
    """Payees with their ranges, parted by semicolons: "" where each is that of the summary, else what is so."""
    groups = {group.name: group for group in summary.grouped(GroupBy.PAYEE)}
    for part in said.split("; "):
        found = _PAYEE.fullmatch(part)
        payee = PAYEES.get(found[1]) if found else None
        if found is None or payee is None:
            return f"“{part}” is no payee with its range."
        group = groups.get(payee.value)
        wrong = _same_range(found[2], group, found[1])
        wrong = wrong or same(number_of(found[3]), group.decisions if group else None, f"Decisions {found[1]}")
        if wrong:
            return wrong
    return ""


def matters_differ(said: str, summary: RemedySummary) -> str:
    """Matters with their ranges, parted by semicolons: "" where each is that of the summary, else what is so."""
    groups = {unify_characters(group.name): group for group in summary.grouped(GroupBy.MATTER)}
    for part in said.split("; "):
        found = _MATTER.fullmatch(part)
        if found is None:
            return f"“{part}” is no matter with its range."
        group = groups.get(found[1])
        wrong = _same_range(found[2], group, f"for “{found[1]}”")
        wrong = wrong or same(number_of(found[3]), group.decisions if group else None, f"Decisions on “{found[1]}”")
        if wrong:
            return wrong
    return ""


def rates_differ(said: Sequence[str | None], summary: RemedySummary) -> str:
    """The rates, their period and number of decisions: "" where they are those of the summary, else what is so."""
    words, per, decisions = said
    rates = next((one for one in summary.rates if one.per == per), None)
    wrong = _same_range(words or "", rates, f"a {per}")
    held = len({row.case_key for row in rates.rows}) if rates else None
    return wrong or same(number_of(decisions or "0"), held, "Decisions with this rate")


def _unstated(match: re.Match[str], ground: Ground) -> str:
    wrong = same(number_of(match[1]), len(ground.summary.unstated), "Decisions without a stated sum")
    return wrong or same(number_of(match[2]), len(ground.comparable), "Comparable decisions")


# --------------------------------------------------------------------------- sides and years


def _side_named(label: str, ground: Ground) -> tuple[EvidenceSide, PaymentGroup] | None:
    groups = {group.name: group for group in ground.summary.grouped(GroupBy.SIDE)}
    for side in ground.evidence.sides:
        if unify_characters(side.label).casefold() == label.casefold() and side.label in groups:
            return side, groups[side.label]
    return None


def _held_keys(side: EvidenceSide, ground: Ground) -> list[str]:
    held = {case.key for case in ground.comparable}
    return [key for key in side.keys if key in held]


def _side(match: re.Match[str], ground: Ground) -> str:
    """One side or year: how many decisions, of how many, how many upheld, how many with a sum, and their range."""
    named = _side_named(match["label"], ground)
    if named is None:
        return f"Nothing was compared under “{match['label']}”."
    side, group = named
    said = [number_of(word) for word in re.findall(NUMBER, match["found"].replace(" or more", ""))]
    keys = _held_keys(side, ground)
    wrong = same(said[0], len(keys), f"Decisions: {side.label}")
    if not wrong and len(said) > 1:
        wrong = same(said[1], side.searched, f"Decisions searched: {side.label}")
    if not wrong and ("or more" in match["found"]) != side.is_cut:
        wrong = f"{side.label}: {'there may be more' if side.is_cut else 'there are no more'}."
    return wrong or _upheld(match["outcome"] or "", keys, ground) or _sums(match["sums"], group, side.label)


def _upheld(said: str, keys: Sequence[str], ground: Ground) -> str:
    if not said:
        return ""
    outcomes = [case.decision.outcome for case in ground.comparable if case.key in keys]
    upheld = outcomes.count(Outcome.UPHELD)
    word = said.removeprefix(", ").removesuffix("upheld").strip()
    wanted = {"": len(outcomes), "all": len(outcomes), "none": 0}.get(word)
    return same(number_of(word) if wanted is None else wanted, upheld, "Decisions upheld")


def _sums(said: str, group: PaymentGroup, name: str) -> str:
    if said == "none states a sum":
        return f"Decisions that state a sum: {group.paying} ({name})." if group.rows else ""
    found = re.fullmatch(rf"(?:it|{NUMBER}) states? (?:a sum|sums), {RANGE}", said)
    if found is None or (found[1] is None and group.decisions != 1):
        return f"“{said}” tells no sums of {group.decisions} decisions: {name}."
    return same(number_of(found[1] or "one"), group.paying, f"Decisions with a sum: {name}") or _same_range(
        found[2], group, name
    )


def _side_of_payees(match: re.Match[str], ground: Ground) -> str:
    named = _side_named(match["label"], ground)
    if named is None or not named[0].payees:
        return f"No payee was compared under “{match['label']}”."
    wrong = _same_range(match[2], named[1], match["label"])
    return wrong or same(number_of(match[3]), named[1].decisions, f"Decisions: {match['label']}")


def _side_without(match: re.Match[str], ground: Ground) -> str:
    named = _side_named(match["label"], ground)
    if named is None:
        return f"Nothing was compared under “{match['label']}”."
    if match["what"] == "none states a sum":
        return _sums("none states a sum", named[1], match["label"])
    return f"Comparable decisions are held: {match['label']}." if _held_keys(named[0], ground) else ""


def _side_by_side(match: re.Match[str], ground: Ground) -> str:
    """The sides of a headline in their order, each with its number; those with none are named before."""
    said = [
        number_of(word) for word in re.findall(rf"(?:^|, | and ){NUMBER}(?= |$)", _without_labels(match[1], ground))
    ]
    held = [number for side in ground.evidence.sides if (number := len(_held_keys(side, ground)))]
    return "" if said == held else f"The decisions on the sides are: {', '.join(map(str, held)) or 'none'}."


def _nothing_to_compare(match: re.Match[str], ground: Ground) -> str:
    empty = [side.label for side in ground.evidence.sides if not _held_keys(side, ground)]
    if not empty or not all(unify_characters(label) in match[1] for label in empty):
        return f"Sides without a decision: {', '.join(empty) or 'none'}."
    return _side_by_side(re.fullmatch("(.*)", match[2]) or match, ground)


def _without_labels(text: str, ground: Ground) -> str:
    """The text with the names of the sides taken out: a year in one is no count."""
    for side in sorted(ground.evidence.sides, key=lambda one: -len(one.label)):
        text = text.replace(unify_characters(side.label), "…")
    return text


def _payees_compared(match: re.Match[str], ground: Ground) -> str:
    sides = ground.evidence.sides
    return same(number_of(match[1]), len(_held_keys(sides[0], ground)) if sides else None, "Decisions compared")


def _trend(match: re.Match[str], ground: Ground) -> str:
    years = [side for side in ground.evidence.sides if _held_keys(side, ground)]
    keys = {key for side in years for key in _held_keys(side, ground)}
    paying = {row.case_key for group in ground.summary.grouped(GroupBy.SIDE) for row in group.rows}
    if not years:
        return "No year has a comparable decision."
    wrong = same(number_of(match[1]), len(keys), "Comparable decisions")
    wrong = wrong or same(match["first"], years[0].label, "The first year")
    wrong = wrong or same(match["last"] or match["first"], years[-1].label, "The last year")
    said = 0 if match["paying"] is None else number_of(match["paying"])
    return wrong or same(said, len(paying), "Decisions with a sum")


def _empty_years(match: re.Match[str], ground: Ground) -> str:
    said = re.findall(r"\d{4}", match[1])
    held = [side.label for side in ground.evidence.sides if not _held_keys(side, ground)]
    return "" if said == held else f"Years without a comparable decision: {', '.join(held) or 'none'}."


# --------------------------------------------------------------------------- improvements, reasons, drafts, terms


def _improving(ground: Ground) -> int:
    return len({reference for group in ground.summary.improvements for reference in group.references})


def _kind_of_improvement(match: re.Match[str], ground: Ground) -> str:
    groups = {group.kind.value: len(group.references) for group in ground.summary.improvements}
    return same(number_of(match[2]), groups.get(match[1].lower()), f"Decisions with {match[1].lower()}")


def _paying(ground: Ground) -> int:
    paid = {row.case_key for row in ground.summary.payments}
    return sum(case.key in paid for case in ground.comparable)


def _stating(match: re.Match[str], ground: Ground) -> str:
    wrong = same(number_of(match[1]), _paying(ground), "Decisions with a sum")
    return wrong or same(number_of(match[2]), len(ground.comparable), "Comparable decisions")


def _comparable(match: re.Match[str], ground: Ground) -> str:
    return same(number_of(match[1]), len(ground.comparable), "Comparable decisions")


def _none_to_explain(match: re.Match[str], ground: Ground) -> str:
    return _comparable(match, ground) or (f"Decisions that state a sum: {_paying(ground)}." if _paying(ground) else "")


def _no_improvement(match: re.Match[str], ground: Ground) -> str:
    return _comparable(match, ground) or (f"{_improving(ground)} record one." if _improving(ground) else "")


def _uses(match: re.Match[str], ground: Ground) -> str:
    uses = {unify_characters(use.name).split(" (")[0].casefold(): use.decisions for use in ground.evidence.term_uses}
    said = 0 if match["none"] else number_of(match["uses"])
    is_limited = not ground.query.filters.is_empty
    if is_limited != ("within your limits" in match[0]):
        return "The decisions are counted within limits." if is_limited else "There are no limits."
    held = ground.evidence.searched if is_limited else ground.facts.decisions
    wrong = "" if match["none"] else same(number_of(match["held"]), held, "Decisions held")
    return wrong or same(said, uses.get((match["none"] or match["term"]).casefold()), "Decisions that use the term")


def _not_alike(match: re.Match[str], ground: Ground) -> str:
    """The reasons why sides differ that are read from the decisions; the others are those of the question."""
    groups, reasons = ground.summary.grouped(GroupBy.SIDE), match[1] or ""
    if not ground.evidence.sides:
        return "Nothing was compared."
    if "too few sums" in reasons and all(len(group.rows) >= MEDIAN_FROM for group in groups):
        return "Each side has enough sums."
    days = {case.key: case.decision.decided for case in ground.evidence.cases}
    years = [sorted(day.year for key in side.keys if (day := days.get(key))) for side in ground.evidence.sides]
    middles = [each[len(each) // 2] for each in years if each]
    if "different years" in reasons and (not middles or max(middles) - min(middles) < _YEARS_APART):
        return "The sides are from the same years."
    return ""


FORMS_OF_GROUPS: tuple[Form, ...] = (
    form("sums by payee", r"^By payee: (.+)\.$", lambda match, ground: payees_differ(match[1], ground.summary)),
    form(
        "sums by what was asked about",
        r"^By what you asked about: (.+)\.$",
        lambda match, ground: matters_differ(match[1], ground.summary),
    ),
    form(
        "rates",
        rf"^Rates, not added to the sums: {RANGE_OF_RATES} in {NUMBER} decisions?\.(?= |$)",
        lambda match, ground: rates_differ(match.groups()[:3], ground.summary),
    ),
    form(
        "sums not stated",
        rf"^In {NUMBER} of the {NUMBER} a payment or refund is recorded without its sum\.$",
        _unstated,
    ),
    form(
        "one side or year",
        rf"^(?P<label>[^:]+): (?P<found>{_FOUND}){_OUTCOMES}; (?P<sums>{_SUMS})\.$",
        _side,
    ),
    form("what one payee was paid", rf"^(?P<label>[^:]+): {RANGE} in {NUMBER} decisions?\.$", _side_of_payees),
    form("a side without", r"^(?P<label>[^:]+): (?P<what>none states a sum|nothing comparable held)\.$", _side_without),
    form("side by side", r"^Side by side: (.+)\. They are examples, not a ranking\.$", _side_by_side),
    form(
        "nothing to compare",
        r"^There is nothing to compare: nothing comparable is held (.+)\. Held are (.+)\.$",
        _nothing_to_compare,
    ),
    form(
        "payees compared",
        rf"^{NUMBER} decisions?(?: or more)? compared: who was paid what, side by side\.$",
        _payees_compared,
    ),
    form(
        "change over the years",
        rf"^The decisions held do not show whether payments rise or fall\. {NUMBER}(?: or more)? (?:is|are) "
        rf"comparable, from (?P<first>\d{{4}})(?: to (?P<last>\d{{4}}))?"
        rf"(?:; (?P<paying>one|\d[\d,]*) states? a sum|, and none states a sum)\.$",
        _trend,
    ),
    form("years without a decision", r"Nothing comparable is held from ([\d, or]+)\.", _empty_years),
    form(
        "improvements",
        rf"^{NUMBER} comparable decisions record a service improvement, of these kinds\.$",
        counted("Decisions with a service improvement", _improving),
    ),
    form(
        "one improvement",
        r"^One comparable decision records a service improvement: one precedent, not a pattern\.$",
        only_if(lambda ground: _improving(ground) == 1, "There is not one decision with a service improvement."),
    ),
    form(
        "a kind of improvement",
        rf"^({'|'.join(kind.value.capitalize() for kind in ImprovementKind)}), in {NUMBER} decisions?\.$",
        _kind_of_improvement,
    ),
    form(
        "no improvement",
        rf"^No service improvement is recorded in the {NUMBER} comparable decisions?\.$",
        _no_improvement,
    ),
    form("sums to explain", rf"^{NUMBER} of the {NUMBER} comparable decisions states? a sum\.", _stating),
    form(
        "the sum to explain",
        r"^This is what the text says about the sum\.",
        only_if(lambda ground: len(ground.comparable) == _paying(ground) == 1, "There is not one case with a sum."),
    ),
    form(
        "no sum to explain",
        rf"^None of the {NUMBER} comparable decisions? states a sum, so there is none to explain\.$",
        _none_to_explain,
    ),
    form(
        "uses of a term",
        r"^(?:No decision (?:held|within your limits) uses [\"“](?P<none>.+)[\"”] in so many words"
        r"|(?P<uses>\d[\d,]*) of the (?P<held>\d[\d,]*) decisions? (?:held|within your limits) uses? "
        r"[\"“](?P<term>.+)[\"”] or another name"
        r" for it)\.$",
        _uses,
        of_casebook=True,
    ),
    form(
        "not like for like",
        r"^(?:Not a like-for-like comparison: ([^.]+)\. )?Each sum was set on the facts of its case\.$",
        _not_alike,
        of_casebook=True,
    ),
)
