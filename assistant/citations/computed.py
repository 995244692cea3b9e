"""A statement about all cases to proofs: each closed form of sentence is worked out anew and compared.

This table is the closed list of what may be said without naming one case. ``of_casebook`` marks the few forms that
speak of the casebook or of Redress itself, and so rest on no decision.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from assistant.citations.ground import Ground
from assistant.domain import Outcome, Purpose, RemedyKind, RemedyStatus, SumOrder
from assistant.text import find_money, find_references, format_date, format_money, format_month

Proof = Callable[[re.Match[str], Ground], str]
_NUMBERS = {
    word: number
    for number, word in enumerate(
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
    )
}  # fmt: skip
NUMBER = rf"(\d{{1,3}}(?:,\d{{3}})+|\d+|(?i:{'|'.join(_NUMBERS)}))"
SUM = r"(£\d+(?:,\d{3})*(?:\.\d\d)?)"
_MONTH = r"([A-Z][a-z]+ \d{4})"
_DAY = r"(\d{1,2} [A-Z][a-z]+ \d{4})"
OUTCOME_LABELS = {
    "upheld (fault found or accepted)": Outcome.UPHELD,
    "upheld": Outcome.UPHELD,
    "not upheld": Outcome.NOT_UPHELD,
    "closed after initial enquiries": Outcome.CLOSED,
    "discontinued": Outcome.DISCONTINUED,
}
KIND_LABELS = {
    "a payment": RemedyKind.PAYMENT,
    "a refund or write-off": RemedyKind.REFUND,
    "an apology": RemedyKind.APOLOGY,
    "backdated provision": RemedyKind.BACKDATED_PROVISION,
    "a reassessment or review": RemedyKind.REASSESSMENT,
    "service improvements": RemedyKind.SERVICE_IMPROVEMENT,
    "other action": RemedyKind.OTHER_ACTION,
}


_ORDERS = {"highest": SumOrder.HIGHEST, "lowest": SumOrder.LOWEST}


@dataclass(frozen=True)
class Form:
    """One form of words about all cases: how it reads, and what tells "" where it is true, else what is so.

    A form with ``beside`` is a piece of a sentence and is one only where one of these stands in the statement too.
    """

    name: str
    words: re.Pattern[str]
    proof: Proof
    of_casebook: bool = False
    beside: tuple[str, ...] = ()


@dataclass(frozen=True)
class Computed:
    """A place in a statement that has a closed form; ``reason`` is empty where the record bears it out."""

    form: Form
    start: int
    end: int
    words: str
    reason: str


def find_computed(plain: str, ground: Ground, forms: Sequence[Form]) -> Iterator[Computed]:
    """Every closed form of a table in a statement, in its order; of two that overlap the first counts."""
    taken = bytearray(len(plain))
    found: set[str] = set()
    for form in forms:
        if form.beside and not found & set(form.beside):
            continue
        for match in form.words.finditer(plain):
            start, end = match.span()
            if not any(taken[start:end]):
                found.add(form.name)
                taken[start:end] = b"\x01" * (end - start)
                yield Computed(form, start, end, match[0].strip(" ,;:."), form.proof(match, ground))


# --------------------------------------------------------------------------- proofs


def number_of(word: str) -> int:
    """A number in figures or, to twelve, in words."""
    return _NUMBERS[word.lower()] if word.lower() in _NUMBERS else int(word.replace(",", ""))


def same(said: str | int, held: str | int | None, what: str) -> str:
    """Empty where what is said is held, else what is so."""
    return "" if said == held else f"{what}: {'none' if held is None else held}, not {said}."


def pence_of(words: str) -> int | None:
    """The pence of a sum in words and nothing beside it; None for other words."""
    found = find_money(words)
    return found[0].pence if len(found) == 1 and found[0].end == len(words) else None


def same_sum(words: str, pence: int | None, what: str) -> str:
    """Empty where a sum in words is this many pence, else what is so."""
    if pence is not None and pence_of(words) == pence:
        return ""
    return f"{what}: {'none' if pence is None else format_money(pence)}, not {words}."


def _comparable(match: re.Match[str], ground: Ground) -> str:
    number = len(ground.comparable)
    if match[2] and ground.close:
        return f"{ground.close} of the comparable decisions are close, so they are not only partly comparable."
    if (match[3] == "one precedent") != (number == 1) and match[3]:
        return f"The comparable decisions are {number}."
    return same(number_of(match[1]), number, "Comparable decisions")


def _close(match: re.Match[str], ground: Ground) -> str:
    if match[2]:
        return "" if ground.close == len(ground.comparable) else f"Close decisions: {ground.close}, not all."
    return same(number_of(match[1]), ground.close, "Close decisions")


def _outcomes(match: re.Match[str], ground: Ground) -> str:
    """All outcomes that occur, each with its number: to leave out the lost ones would be a claim too."""
    said = {}
    for part in re.split(r", | and (?=\d)", match[1]):
        number, _, label = part.partition(" ")
        if not number.isdigit() or label not in OUTCOME_LABELS:
            return f"“{part}” is no outcome with its number."
        said[OUTCOME_LABELS[label]] = int(number)
    held = {outcome: ground.with_outcome(outcome) for outcome in Outcome if ground.with_outcome(outcome)}
    told = ", ".join(f"{number} {outcome.value.lower()}" for outcome, number in held.items())
    return "" if said == held else f"The outcomes are: {told or 'none known'}."


def _range(match: re.Match[str], ground: Ground) -> str:
    summary = ground.summary
    paying = len({row.reference for row in summary.rows_with_sums})
    said = summary.decisions if match[2] else number_of(match[1])
    low, high = (match[5], match[5]) if match[5] else (match[3], match[4])
    if len(summary.rows_with_sums) < 2:
        return f"{len(summary.rows_with_sums)} sums are stated: one is no range."
    if summary.is_of_one_decision:
        return "One decision states these sums: they are no range."
    return (
        same(said, paying, "Decisions with a sum")
        or same_sum(low, summary.lowest_pence, "The lowest sum")
        or same_sum(high, summary.highest_pence, "The highest sum")
        or _notes(match, ground)
    )


def _notes(match: re.Match[str], ground: Ground) -> str:
    """A range must be followed by how many of its sums were only offered or recommended."""
    behind = match.string[match.end() :].partition("; there is no fixed sum")[0]
    for number, word in ((_offered(ground), "offer"), (_recommended(ground), "recommended")):
        if number and word not in behind:
            return f"{number} of the sums were {word if word == 'recommended' else 'offered'}: say so."
    return ""


def _only_sum(match: re.Match[str], ground: Ground) -> str:
    rows = ground.summary.rows_with_sums
    if len(rows) != 1 or (match[1] == "The payment was" and ground.summary.decisions != 1):
        return f"{len(rows)} sums are stated in {ground.summary.decisions} decisions."
    return same_sum(match[2], ground.summary.lowest_pence, "The sum") or _notes(match, ground)


def _with_status(*statuses: RemedyStatus) -> Callable[[Ground], int]:
    return lambda ground: sum(row.remedy.status in statuses for row in ground.summary.rows_with_sums)


_offered, _recommended = _with_status(RemedyStatus.OFFERED), _with_status(RemedyStatus.RECOMMENDED)


def _status_of_the_only(match: re.Match[str], ground: Ground) -> str:
    rows = ground.summary.rows_with_sums
    wanted = RemedyStatus.RECOMMENDED if match[1] == "recommended" else RemedyStatus.OFFERED
    if len(rows) == 1 and rows[0].remedy.status is wanted:
        return ""
    return "Statuses of the sums: " + (", ".join(row.remedy.status.value for row in rows) or "none") + "."


APART = r"(?:counted losses|rates|refunds)"


def _apart(match: re.Match[str], ground: Ground) -> str:
    """Which money of the payments is in no range: what is repaid, what was counted, and what goes on."""
    rows = [row.remedy for row in ground.summary.payments if row not in ground.summary.rows_with_sums]
    held = {
        "refunds" if one.kind is RemedyKind.REFUND
        else "counted losses" if one.purpose is Purpose.FINANCIAL_LOSS
        else "rates"
        for one in rows
    }  # fmt: skip
    return "" if set(re.findall(APART, match[1])) == held else f"Apart stand: {', '.join(sorted(held)) or 'none'}."


def _within_limits(match: re.Match[str], ground: Ground) -> str:
    """All decisions within the limits, counted again as those searched; the newest of them are what is told."""
    told = len(ground.comparable)
    wrong = same(number_of(match[1]), max(ground.evidence.searched, told), "Decisions within the limits")
    number = match[2] or match[3]
    if number is None:
        return wrong or ("" if ground.evidence.searched <= told else f"Only {told} of them are told.")
    if not wrong and match[3] and ground.query.order is not _ORDERS[match[4]]:
        return "The decisions were not asked for in the order of their sums."
    return wrong or same(number_of(number), told, "Decisions told")


def _apologies(match: re.Match[str], ground: Ground) -> str:
    decisions, apologies = ground.summary.decisions, ground.with_kind(RemedyKind.APOLOGY)
    enough = 2 * apologies >= max(decisions, 1) and (bool(match[1]) or apologies == decisions)
    return "" if enough else f"{apologies} of {decisions} comparable decisions have an apology."


def _sorted_by_sum(match: re.Match[str], ground: Ground) -> str:
    """That the cases that are counted stand in this order, by the highest (or lowest) sum of each."""
    order = _ORDERS[match[1]]
    sums: dict[str, list[int]] = {}
    for row in ground.summary.rows_with_sums:
        sums.setdefault(row.case_key, []).append(row.remedy.amount_pence or 0)
    pick = max if order is SumOrder.HIGHEST else min
    told = [pick(sums[case.key]) for case in ground.comparable if case.key in sums]
    is_so = told == sorted(told, reverse=order is SumOrder.HIGHEST) and ground.query.order is order
    return "" if is_so else "The cases do not stand in this order."


def _none_paid(_match: re.Match[str], ground: Ground) -> str:
    paid = [case for case in ground.comparable if any(remedy.is_money for remedy in case.remedies)]
    return "" if ground.comparable and not paid else f"{len(paid)} of the decisions have a payment or refund."


def _none_stated(_match: re.Match[str], ground: Ground) -> str:
    summary = ground.summary
    return "" if summary.unstated and not summary.payments else f"{len(summary.payments)} sums are stated."


def _no_symbolic(_match: re.Match[str], ground: Ground) -> str:
    summary = ground.summary
    sums = len(summary.rows_with_sums)
    return "" if summary.payments and not sums else f"{sums} of the sums are payments that stand in a range."


def _kinds(match: re.Match[str], ground: Ground) -> str:
    if match[2] and (wrong := same(number_of(match[2]), len(ground.comparable), "Comparable decisions")):
        return wrong
    for part in re.split(r", | and (?=an? |back|serv|other)", match[1]):
        label, _, number = part.rpartition(" in ")
        kind = KIND_LABELS.get(label)
        if kind is None or not number.isdigit():
            return f"“{part}” is no kind of remedy with its number."
        if wrong := same(int(number), ground.with_kind(kind), f"Decisions with {label}"):
            return wrong
    return ""


def _newest(match: re.Match[str], ground: Ground) -> str:
    days = [case.decision.decided for case in ground.comparable if case.decision.decided]
    return same(match[1], format_month(max(days)) if days else None, "The newest comparable decision")


def _full_texts(match: re.Match[str], ground: Ground) -> str:
    number = sum(case.decision.is_full_text for case in ground.comparable)
    return same(number_of(match[1]), number, "Comparable decisions in full text")


def _all_digests(_match: re.Match[str], ground: Ground) -> str:
    number = sum(case.decision.is_full_text for case in ground.comparable)
    return "" if number == 0 else f"{number} of the comparable decisions are held in full text."


def _years(match: re.Match[str], ground: Ground) -> str:
    years = [row.year for row in ground.summary.payments if row.year is not None]
    if not years:
        return "No sum has a year."
    return same(f"{match[1]} to {match[2]}", f"{min(years)} to {max(years)}", "The years of the sums")


def _loaded(match: re.Match[str], ground: Ground) -> str:
    newest = ground.facts.newest
    if match[2] and (wrong := same(match[2], format_date(newest) if newest else None, "The newest")):
        return wrong
    return same(number_of(match[1]), ground.facts.decisions, "Decisions held")


def _not_held(match: re.Match[str], ground: Ground) -> str:
    missing = {*ground.evidence.not_held, *ground.query.references} - set(ground.held)
    held = [str(one.reference) for one in find_references(match[0]) if one.reference not in missing]
    return f"{', '.join(held)} is held, or was not asked for." if held else ""


def counted(what: str, count: Callable[[Ground], int]) -> Proof:
    """A proof that the first number of a form is this count."""
    return lambda match, ground: same(number_of(match[1]), count(ground), what)


def only_if(is_so: Callable[[Ground], bool], otherwise: str) -> Proof:
    """A proof of words without figures, true only where this is so."""
    return lambda _match, ground: "" if is_so(ground) else otherwise


def _always(_match: re.Match[str], _ground: Ground) -> str:
    return ""


def _any_status(status: RemedyStatus) -> Callable[[Ground], bool]:
    return lambda ground: any(row.remedy.status is status for row in ground.summary.payments)


def _form(name: str, words: str, proof: Proof, *, of_casebook: bool = False) -> Form:
    return Form(name, re.compile(words), proof, of_casebook)


def _piece(name: str, words: str, proof: Proof) -> Form:
    return Form(name, re.compile(words), proof, beside=("range", "the only sum", "payments of one decision"))


# --------------------------------------------------------------------------- the table

FORMS: tuple[Form, ...] = (
    _form(
        "how many are comparable",
        rf"\b(?:Only )?{NUMBER} decisions? (?:is|are) (partly )?comparable"
        r"(?:: (one precedent|examples), not a pattern)?(?=[.,;])",
        _comparable,
    ),
    _form(
        "how many are within the limits",
        rf"\b{NUMBER} decisions? held (?:is|are) within the limits of your question"
        rf"(?:; what follows is about (?:the {NUMBER} newest|{NUMBER} of them, (highest|lowest) sums first))?\.",
        _within_limits,
    ),
    _form("how many are close", rf", (?:{NUMBER}|(all)) of them close to your question\.", _close),
    _form(
        "none is close",
        r"; none is close to your question\.",
        only_if(lambda ground: ground.close == 0, "Some are close."),
    ),
    _form("outcomes", r"\bOutcomes: ([^.]+)\.", _outcomes),
    _form(
        "range",
        rf"(?:Payments in {NUMBER} of them|(The payments)) (?:ran from {SUM} to {SUM}|were {SUM} each)",
        _range,
    ),
    _form("the only sum", rf"(The payment was|One payment is stated, one precedent, not a pattern:) {SUM}", _only_sum),
    _piece("median", rf"median {SUM}", lambda m, ground: same_sum(m[1], ground.summary.median_pence, "The median")),
    _piece("how many were offered", rf"{NUMBER} of the sums offered by councils", counted("Offered sums", _offered)),
    _piece("how many were recommended", rf"{NUMBER} of them recommended", counted("Recommended sums", _recommended)),
    _piece("status of the only sum", r"\((a council's own offer|recommended)\)", _status_of_the_only),
    _piece("what stands apart", rf", ({APART}(?:(?:, | and ){APART})*) apart(?=[,;])", _apart),
    _piece("apologies beside the sums", r", (often )?with an apology(?=;)", _apologies),
    # The Ombudsman publishes no tariff: this is said of every range, so that it is not read as one.
    _form("no tariff", r"; there is no fixed sum\.", _always, of_casebook=True),
    _form("sorted by sum", r"The cases are sorted by what was paid, (highest|lowest) first\.", _sorted_by_sum),
    _form("none has a payment", r"None of them has a payment\.", _none_paid),
    _form("no sum is stated", r"No sum of money is stated in them\.", _none_stated),
    _form(
        "no payment for distress",
        r"The money was refunds, counted losses or rates, not payments for distress\.",
        _no_symbolic,
    ),
    _form("kinds of remedy", rf"Beside money: ([^.]+? in \d+)(?: of the {NUMBER})?\.", _kinds),
    _form(
        "how many were offered by the council",
        r"Sums offered by a council were its own offers; the Ombudsman judged them enough\.",
        only_if(_any_status(RemedyStatus.OFFERED), "No sum was a council's own offer."),
    ),
    _form(
        "recommended sums",
        r"A recommended sum is what the Ombudsman asked for; a body can refuse\.",
        only_if(_any_status(RemedyStatus.RECOMMENDED), "No sum was only recommended."),
    ),
    _form(
        "years of the sums",
        r"The sums are from (\d{4}) to (\d{4})(?:; the Ombudsman's guidance changed in that time)?\.",
        _years,
    ),
    # ------------------------------------------------------------- of the casebook and of Redress: nothing to cite
    _form(
        "how sure",
        rf"How sure: {NUMBER} comparable decisions? of",
        counted("Comparable decisions", lambda ground: len(ground.comparable)),
        of_casebook=True,
    ),
    _form(
        "decisions held",
        rf"{NUMBER} held(?=[ ,.;])",
        counted("Decisions held", lambda ground: ground.facts.decisions),
        of_casebook=True,
    ),
    _form(
        "decisions within the limits",
        rf", {NUMBER} of them within the limits(?=[,;.])",
        counted("Decisions that pass", lambda ground: ground.evidence.searched),
        of_casebook=True,
    ),
    _form("newest", rf", newest {_MONTH}", _newest),
    _form(
        "too few for a median",
        rf"; {NUMBER} sums?, so no median is given",
        counted("Sums", lambda ground: len(ground.summary.rows_with_sums)),
        of_casebook=True,
    ),
    _form("only digests", r"\. Known from our digests of published summaries\.", _all_digests, of_casebook=True),
    _form(
        "full texts",
        rf"\. {NUMBER} decisions? (?:is|are) held in full text, the others as our digests\.",
        _full_texts,
        of_casebook=True,
    ),
    _form(
        "damaged records",
        rf"{NUMBER} stored decisions? (?:was|were) left out, because the record is damaged: "
        r"run `python -m ingest verify`\.",
        counted("Damaged records", lambda ground: len(ground.evidence.damaged)),
        of_casebook=True,
    ),
    _form(
        "nothing comparable",
        rf"I found nothing comparable in the {NUMBER} decisions? loaded(?: \(to {_DAY}\))?\.",
        lambda m, ground: "Comparable decisions were found." if ground.comparable else _loaded(m, ground),
        of_casebook=True,
    ),
    _form(
        "background only",
        r"The cases listed are background only: they share words with your question, not the problem\.",
        only_if(lambda ground: not ground.comparable, "Some cases are comparable."),
        of_casebook=True,
    ),
    _form(
        "an empty casebook",
        r"The casebook is empty: there is nothing to search\. Add decisions with `python -m ingest add PATH`\.",
        only_if(lambda ground: ground.facts.decisions == 0, "The casebook holds decisions."),
        of_casebook=True,
    ),
    _form(
        "not held",
        r"I don't hold (?:\d\d \d{3} \d{3}[a-z]?(?:, | and )?)+\.",
        _not_held,
        of_casebook=True,
    ),
)
