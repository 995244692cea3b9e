"""Mentions of remedies → the decision's remedies: each counted once, and tied to the issue it answers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.domain import Finding, FindingResult, Payee, Purpose, Remedy, RemedyKind, RemedyStatus
from ingest.findings import content_words, overlap
from ingest.layout import ReadSection
from ingest.remedy_terms import Mention

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
_BEHIND_US = (RemedyStatus.ALREADY_DONE, RemedyStatus.ALREADY_PAID)
# Of two issues, one must fit the words clearly better before a remedy is tied to it: a wrong tie is worse than none.
_CLEAR_MATCH, _CLEAR_LEAD = 0.34, 0.12


@dataclass(frozen=True)
class BoundRemedies:
    """The remedies in the order of the text, and the total that the page states beside its parts, in pence."""

    remedies: tuple[Remedy, ...]
    stated_total_pence: int | None = None


def bind_remedies(
    mentions: Sequence[Mention],
    sections: Sequence[ReadSection],
    findings: Sequence[Finding],
    summary_sums: Sequence[int],
) -> BoundRemedies:
    """One row for each remedy, however often it is stated, and its issue where the text allows.

    ``summary_sums`` are the sums that the summary names, in pence: they make no row; one that is the sum of two or more
    rows is the stated total.
    """
    issues = {section.section.ordinal: section.issue for section in sections if section.issue}
    known = {finding.issue for finding in findings}
    rows = _merge(
        [mention for mention in mentions if not mention.is_total], issues if set(issues.values()) <= known else {}
    )
    bound = [_bind(row, words, findings) for row, words in rows]
    totals = [m.remedy.amount_pence for m in mentions if m.is_total and m.remedy.amount_pence]
    return BoundRemedies(tuple(bound), _stated_total(bound, [*totals, *summary_sums]))


def _merge(mentions: Sequence[Mention], issues: Mapping[int, str]) -> list[tuple[Remedy, str]]:
    """Statements of the same remedy become one row: the list's, with the issue under whose heading it also stands.

    Of one sum there are as many rows as the list has of it, or as different issues have of it, whichever is more.
    """
    listed = [m for m in mentions if m.is_listed]
    in_issue = [m for m in mentions if not m.is_listed and m.section in issues]
    elsewhere = [m for m in mentions if not m.is_listed and m.section not in issues]
    rows: list[tuple[Remedy, str]] = []
    by_key: dict[object, list[int]] = defaultdict(list)
    seen: set[object] = set()
    for mention in in_issue:
        key, issue = _key(mention.remedy), issues[mention.section]
        is_without_sum = mention.remedy.is_money and not _has_sum(mention.remedy)
        if (key, issue) in seen or is_without_sum:
            continue
        seen.add((key, issue))
        by_key[key].append(len(rows))
        rows.append((replace(mention.remedy, issue=issue), mention.words))
    _add_listed(listed, rows, by_key)
    has_list = bool(listed)
    for mention in elsewhere:
        key = _key(mention.remedy)
        if by_key[key]:
            _strengthen(rows, by_key[key], mention, has_list=has_list)
        elif has_list and any(_is_same_sum(row, mention.remedy) for row, _ in rows):
            continue
        elif not has_list or (mention.remedy.is_money and mention.remedy.status in _BEHIND_US):
            if mention.remedy.is_money and not _has_sum(mention.remedy):
                continue
            by_key[key].append(len(rows))
            rows.append((mention.remedy, mention.words))
    return rows


def _add_listed(listed: Sequence[Mention], rows: list[tuple[Remedy, str]], by_key: dict[object, list[int]]) -> None:
    """The list confirms what the issues' parts say, and adds what they do not."""
    open_places = {key: list(places) for key, places in by_key.items()}
    texts: set[tuple[object, str]] = set()
    for mention in listed:
        key = _key(mention.remedy)
        if (key, mention.words) in texts:
            continue
        texts.add((key, mention.words))
        places = open_places.get(key, [])
        if mention.remedy.kind is RemedyKind.APOLOGY and by_key[key]:
            for place in by_key[key]:
                rows[place] = (_joined(rows[place][0], mention.remedy), rows[place][1])
        elif places:
            # The list is where a sum was settled, and mostly says what for: it is the place to quote.
            same_payee = (place for place in places if rows[place][0].payee is mention.remedy.payee)
            place = next(same_payee, places[0])
            places.remove(place)
            joined = _joined(rows[place][0], mention.remedy)
            if mention.remedy.payee is not Payee.NOT_STATED:
                # "apologise to J and pay her": a pronoun in the assessment is a guess, the list names people.
                joined = replace(joined, payee=mention.remedy.payee)
            rows[place] = (
                replace(joined, paragraph=mention.remedy.paragraph, detail=mention.remedy.detail),
                mention.words,
            )
        else:
            by_key[key].append(len(rows))
            rows.append((mention.remedy, mention.words))


def _key(remedy: Remedy) -> object:
    """What makes two statements the same remedy: kind and sum; for what is no money, kind alone or the very words."""
    if remedy.is_money:
        is_behind = remedy.status in _BEHIND_US
        return (remedy.is_money, remedy.amount_pence, remedy.rate_pence, is_behind)
    if remedy.kind is RemedyKind.APOLOGY:
        return (remedy.kind, remedy.status in _BEHIND_US)
    return (remedy.kind, remedy.detail)


def _has_sum(remedy: Remedy) -> bool:
    return remedy.amount_pence is not None or remedy.rate_pence is not None


def _is_same_sum(row: Remedy, other: Remedy) -> bool:
    """What the list asks for may be done already by the time of the decision: one remedy, told twice."""
    return row.is_money and other.is_money and row.amount_pence is not None and row.amount_pence == other.amount_pence


def _joined(row: Remedy, other: Remedy) -> Remedy:
    """What two statements of one remedy say together; the first one's place and issue stay."""
    stronger = other.status if _RANK[other.status] > _RANK[row.status] else row.status
    return replace(
        row,
        status=stronger,
        deadline=row.deadline or other.deadline,
        payee=other.payee if row.payee is Payee.NOT_STATED else row.payee,
        purpose=other.purpose if row.purpose is Purpose.NOT_STATED else row.purpose,
    )


def _strengthen(rows: list[tuple[Remedy, str]], places: Sequence[int], mention: Mention, *, has_list: bool) -> None:
    for place in places:
        row, words = rows[place]
        other = mention.remedy if not has_list else replace(mention.remedy, status=row.status, deadline=None)
        rows[place] = (_joined(row, other), words)


def _bind(row: Remedy, words: str, findings: Sequence[Finding]) -> Remedy:
    """The issue by the remedy's own words; else the only issue with fault that caused injustice; else none."""
    if row.issue or row.status in _BEHIND_US:
        return row
    faults = [f for f in findings if f.result in (FindingResult.FAULT, FindingResult.NOT_STATED)]
    mine = content_words(words)
    ranked = sorted(((overlap(mine, content_words(f.issue)), -n) for n, f in enumerate(faults)), reverse=True)
    if ranked and len(mine) >= 3:
        best = ranked[0][0]
        second = ranked[1][0] if len(ranked) > 1 else 0.0
        if best >= _CLEAR_MATCH and best - second >= _CLEAR_LEAD and _shared(mine, faults[-ranked[0][1]]) >= 2:
            return replace(row, issue=faults[-ranked[0][1]].issue)
    with_injustice = [f for f in findings if f.result is FindingResult.FAULT and f.injustice is not False]
    if len(with_injustice) == 1 and row.kind is not RemedyKind.SERVICE_IMPROVEMENT:
        return replace(row, issue=with_injustice[0].issue)
    return row


def _shared(words: frozenset[str], finding: Finding) -> int:
    return len(words & content_words(finding.issue))


def _stated_total(rows: Sequence[Remedy], sums: Sequence[int]) -> int | None:
    """A stated sum that is what two or more rows come to: all payments, or all payments and refunds."""
    now = [row for row in rows if row.is_money and row.amount_pence and row.status not in _BEHIND_US]
    for kept in ([row for row in now if row.kind is RemedyKind.PAYMENT], now):
        total = sum(row.amount_pence or 0 for row in kept)
        if len(kept) >= 2 and total in sums:
            return total
    return None
