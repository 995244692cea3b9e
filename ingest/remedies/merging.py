"""Mentions of remedies → one row for each remedy, however often the decision states it.

A decision says a thing in its assessment, again in its list of actions, again at the end, in a report's summary too,
and gives totals beside parts. The list is where things were settled; what the assessment says about the same sum tells
which issue it answers, and is kept as a hint for ``binding``.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from assistant.domain import Payee, Purpose, Remedy, RemedyKind, RemedyStatus
from ingest.findings import content_words, overlap
from ingest.remedies.mentions import Mention

# A remedy stated in several places has the status that is furthest on; what was offered and then agreed is agreed.
_RANK = {
    RemedyStatus.NOT_STATED: 0,
    RemedyStatus.CLAIMED: 1,
    RemedyStatus.OFFERED: 2,
    RemedyStatus.RECOMMENDED: 3,
    RemedyStatus.REFUSED: 4,
    RemedyStatus.AGREED: 5,
    RemedyStatus.ALREADY_DONE: 6,
    RemedyStatus.ALREADY_PAID: 6,
}
BEHIND_US = (RemedyStatus.ALREADY_DONE, RemedyStatus.ALREADY_PAID)
# Two wordings of an action without a sum are one action where this share of the shorter one's words is common.
_SAME_ACTION = 0.6
_NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
# An offer was made for the complaint as a whole, wherever the assessment says that it was raised.
_RAISES_OFFER = re.compile(r"\b(?:increas|rais|improv)\w* (?:its|the|this|that) (?:\w+ )?offer\b", re.I)
# "pay a further £150": the £150 that was paid before is another.
_FURTHER = re.compile(r"\b(?:further|additional|extra|another) (?:\w+ ){0,4}?£|£[\d,.]+ (?:more|extra|on top)\b", re.I)


@dataclass
class MergedRow:
    """A remedy while it is gathered: the row, the words that state it, and where the assessment speaks of it."""

    remedy: Remedy
    words: str
    section: int
    hints: list[tuple[int, str]] = field(default_factory=list)
    lead: str = ""

    def add(self, mention: Mention, *, keep_status: bool) -> None:
        """Join another statement of the same remedy: this one's place stays, what it left open is filled."""
        self.remedy = _joined(self.remedy, mention.remedy, keep_status=keep_status)
        if mention.remedy.paragraph:
            if not _RAISES_OFFER.search(mention.words):
                self.hints.append((mention.section, mention.remedy.paragraph))
            self.words = f"{self.words} {mention.words}"


def merge_mentions(
    mentions: Sequence[Mention], issue_sections: Mapping[int, str], superseded: Collection[int]
) -> list[MergedRow]:
    """The rows in the order of the text. ``issue_sections`` are lettered or headed parts: section → issue.

    Of one sum there are as many rows as the list has of it, or as different issues have of it, whichever is more.
    ``superseded`` are sums that others took the place of: an offer of one makes no row.
    """
    listed = _without_totals([m for m in mentions if m.is_listed])
    assessed = _without_totals([m for m in mentions if not m.is_listed and not m.is_told])
    rows = _listed_rows(listed)
    _add_assessed(assessed, rows, issue_sections, has_list=bool(listed))
    # An offer of what the list calls the total is the offer of its parts.
    overtaken = {*superseded, *(pence for pence in stated_totals(mentions) if pence not in _sums_of(rows))}
    _add_told([m for m in mentions if m.is_told], rows, overtaken)
    return rows


def _sums_of(rows: Sequence[MergedRow]) -> set[int | None]:
    return {row.remedy.amount_pence for row in rows}


def stated_totals(mentions: Sequence[Mention]) -> Iterator[int]:
    """The sums, in pence, that the decision itself calls a total."""
    return (m.remedy.amount_pence for m in mentions if m.is_total and m.remedy.amount_pence)


# --------------------------------------------------------------------------- totals


def _without_totals(mentions: Sequence[Mention]) -> list[Mention]:
    """Leave out marked totals whose parts stand in the same section; a "total" without parts is the payment itself.

    From the last to the first, so that a part which is itself made up of parts is settled before the total over it. A
    rate that stands below a sum and multiplies to it is told by the sum's row.
    """
    kept: list[Mention] = []
    for mention in reversed(mentions):
        if not mention.is_total:
            kept.insert(0, mention)
            continue
        beside = [other for other in kept if other.section == mention.section]
        earlier = [o for o in mentions if o.section == mention.section and not o.is_total and o not in beside]
        total = mention.remedy.amount_pence or 0
        if _is_sum_of(total, _sums(beside)) or _is_sum_of(total, _sums(earlier)):
            continue
        below = next((other for other in beside if _is_rate_of(other.remedy, total)), None)
        remedy = mention.remedy
        if below is not None:
            kept.remove(below)
            remedy = replace(remedy, rate_pence=below.remedy.rate_pence, per=below.remedy.per)
        kept.insert(0, replace(mention, is_total=False, remedy=remedy))
    return kept


def _sums(mentions: Sequence[Mention]) -> list[int]:
    return [mention.remedy.amount_pence for mention in mentions if mention.remedy.amount_pence]


def _is_rate_of(remedy: Remedy, total: int) -> bool:
    rate = remedy.rate_pence
    return bool(rate) and remedy.amount_pence is None and total > (rate or 0) and 2 * total % (rate or 1) == 0


def _is_sum_of(total: int, parts: Sequence[int]) -> bool:
    """True where two or more of these parts, in a row, or all but what is smaller than them, come to the total."""
    for start in range(len(parts)):
        running = 0
        for n, part in enumerate(parts[start:], start=1):
            running += part
            if running == total and n >= 2:
                return True
            if running > total:
                break
    return False


# --------------------------------------------------------------------------- the list


def _key(remedy: Remedy) -> tuple[object, ...]:
    """What makes two statements the same: for money its sum and rate; an apology is an apology; else the kind."""
    has_sum = remedy.amount_pence is not None or remedy.rate_pence is not None
    if remedy.is_money or has_sum:
        return ("money", remedy.amount_pence, remedy.rate_pence, remedy.status in BEHIND_US)
    if remedy.kind is RemedyKind.APOLOGY:
        return (remedy.kind, remedy.status in BEHIND_US)
    return (remedy.kind,)


def _listed_rows(listed: Sequence[Mention]) -> list[MergedRow]:
    """Each action of the lists once; of a sum as many as one list has of it, for a second list repeats the first."""
    rows: list[MergedRow] = []
    # Rows by what makes them the same and by their list: within one list only the same words can repeat an action.
    alike: dict[tuple[object, ...], dict[int, list[MergedRow]]] = defaultdict(lambda: defaultdict(list))
    worded: dict[tuple[object, ...], list[MergedRow]] = defaultdict(list)
    held: dict[int, Counter[tuple[object, ...]]] = defaultdict(Counter)
    for mention in listed:
        key = _key(mention.remedy)
        in_others = [row for place, found in alike[key].items() if place != mention.section for row in found]
        others = [row for row in in_others if _key(row.remedy) == key]
        here = alike[key][mention.section] if mention.remedy.kind is RemedyKind.APOLOGY else []
        candidates = (*worded[(*key, mention.remedy.detail)][:1], *here, *others)
        repeated = next((row for row in candidates if _is_repeated(row, mention)), None)
        if repeated is None and mention.remedy.amount_pence is not None:
            # A list of the report's summary and the one at its end hold the same sums.
            seen_here = held[mention.section][key]
            repeated = others[seen_here] if seen_here < len(others) else None
        held[mention.section][key] += 1
        if repeated is not None:
            repeated.add(mention, keep_status=False)
            if (joined := _key(repeated.remedy)) != key:
                alike[joined][repeated.section].append(repeated)
        else:
            row = MergedRow(mention.remedy, mention.words, mention.section, lead=mention.lead)
            rows.append(row)
            alike[key][row.section].append(row)
            worded[(*key, row.remedy.detail)].append(row)
    return rows


def _is_repeated(row: MergedRow, mention: Mention) -> bool:
    """The same clause again; of actions without a sum also one in other words that says the same."""
    has_sum = mention.remedy.amount_pence is not None or mention.remedy.rate_pence is not None
    if row.remedy.detail == mention.remedy.detail:
        # Twice the same sum in one clause is two sums.
        return not (has_sum and row.remedy.paragraph == mention.remedy.paragraph)
    if has_sum:
        return False
    left, right = content_words(row.remedy.detail or ""), content_words(mention.remedy.detail or "")
    if row.section != mention.section:
        return overlap(left, right) >= _SAME_ACTION
    return row.remedy.kind is RemedyKind.APOLOGY and overlap(left, right) >= 0.9 and len(left & right) >= 3


# --------------------------------------------------------------------------- the assessment


def _add_assessed(
    assessed: Sequence[Mention], rows: list[MergedRow], issue_sections: Mapping[int, str], *, has_list: bool
) -> None:
    """What the assessment says of a listed remedy strengthens it; what no list has makes a row of its own."""
    taken: dict[int, set[int]] = defaultdict(set)
    for mention in assessed:
        remedy = mention.remedy
        if remedy.is_money and remedy.amount_pence is None and remedy.rate_pence is None and has_list:
            continue
        same = [n for n, row in enumerate(rows) if _is_same(row, mention)]
        place = next((n for n in same if mention.section in taken[n]), None)
        if place is None:
            place = next((n for n in same if not taken[n]), None)
        is_further_issue = (
            place is None
            and bool(same)
            and mention.section in issue_sections
            and all(section in issue_sections for n in same for section in taken[n])
            and (remedy.kind is RemedyKind.APOLOGY or remedy.amount_pence is not None)
        )
        if place is None and same and not is_further_issue:
            place = same[0]
        if place is not None:
            taken[place].add(mention.section)
            rows[place].add(mention, keep_status=has_list and remedy.status is not RemedyStatus.REFUSED)
        elif (
            is_further_issue
            or not has_list
            or remedy.status in (*BEHIND_US, RemedyStatus.REFUSED, RemedyStatus.OFFERED)
        ):
            row = MergedRow(remedy, mention.words, mention.section)
            if is_further_issue:
                other = rows[same[0]].remedy
                row.remedy = replace(remedy, deadline=remedy.deadline or other.deadline)
            if remedy.paragraph:
                row.hints.append((mention.section, remedy.paragraph))
            taken[len(rows)].add(mention.section)
            rows.append(row)


def _is_same(row: MergedRow, mention: Mention) -> bool:
    rate = mention.remedy.rate_pence
    if rate is not None and mention.remedy.amount_pence is None and rate == row.remedy.rate_pence:
        return True
    if _tells_rate_of(mention, row.remedy):
        return True
    if _key(row.remedy) != _key(mention.remedy):
        return False
    if mention.remedy.is_money or mention.remedy.amount_pence is not None or row.remedy.kind is RemedyKind.APOLOGY:
        return True
    words = content_words(row.remedy.detail or ""), content_words(mention.remedy.detail or "")
    return overlap(*words) >= 0.5


def _tells_rate_of(mention: Mention, row: Remedy) -> bool:
    """The assessment tells how a listed sum was worked out: beside it, or as a rate with the number of its units."""
    told = mention.remedy
    if told.rate_pence is None or row.rate_pence is not None or row.amount_pence is None:
        return False
    if told.amount_pence is not None:
        return told.amount_pence == row.amount_pence
    units, rest = divmod(row.amount_pence, told.rate_pence or row.amount_pence)
    return rest == 0 and units > 1 and _names_number(mention.words, units)


def _names_number(words: str, number: int) -> bool:
    """True where the words have the number, in figures or, up to twelve, in letters."""
    said = [str(number), *([_NUMBERS[number - 2]] if 2 <= number <= len(_NUMBERS) + 1 else [])]
    return any(re.search(rf"(?<![£\d.,]){number}\b", words) for number in said)


def _joined(row: Remedy, other: Remedy, *, keep_status: bool) -> Remedy:
    """What two statements of one remedy say together; the first one's place stays."""
    stronger = other.status if _RANK[other.status] > _RANK[row.status] and not keep_status else row.status
    has_no_rate = row.rate_pence is None and row.amount_pence is not None
    return replace(
        row,
        rate_pence=other.rate_pence if has_no_rate else row.rate_pence,
        per=other.per if has_no_rate else row.per,
        status=stronger,
        deadline=row.deadline or other.deadline,
        payee=other.payee if row.payee is Payee.NOT_STATED else row.payee,
        purpose=other.purpose if row.purpose is Purpose.NOT_STATED else row.purpose,
    )


# --------------------------------------------------------------------------- offered, paid, claimed


def _add_told(told: Sequence[Mention], rows: list[MergedRow], superseded: Collection[int]) -> None:
    """What was offered, given or claimed before, where no row has that sum yet."""
    for mention in told:
        remedy = mention.remedy
        if remedy.status is RemedyStatus.OFFERED and remedy.amount_pence in superseded:
            continue
        if remedy.kind is RemedyKind.APOLOGY:
            same = [row for row in rows if _key(row.remedy) == _key(remedy)]
        else:
            same = [row for row in rows if _has_sum_of(row.remedy, remedy) and not _is_further(row, remedy)]
        if not same:
            rows.append(MergedRow(remedy, mention.words, mention.section))
        elif len(same) == 1 and _says_more(same[0].remedy, remedy):
            same[0].remedy = replace(same[0].remedy, status=remedy.status)


def _has_sum_of(row: Remedy, told: Remedy) -> bool:
    """A sum that was told is a row's sum or rate; a rate that was told is a row's rate only."""
    if told.amount_pence is None:
        return told.rate_pence is not None and told.rate_pence == row.rate_pence
    return told.amount_pence in (row.amount_pence, row.rate_pence)


def _is_further(row: MergedRow, told: Remedy) -> bool:
    """True for a row that is paid beside the sum that was paid before."""
    is_behind = told.status in BEHIND_US and row.remedy.status not in BEHIND_US
    return is_behind and bool(_FURTHER.search(row.remedy.detail or ""))


def _says_more(row: Remedy, told: Remedy) -> bool:
    """A claim that was offered, an offer that was paid: told later in the story, and further on."""
    before = (RemedyStatus.CLAIMED, RemedyStatus.OFFERED)
    return row.status in before and told.status is not row.status and _RANK[told.status] > _RANK[row.status]
