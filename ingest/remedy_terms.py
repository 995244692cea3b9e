"""Sentences of a decision → what is to be done: kind, sum, payee, purpose, status, deadline, each with its paragraph.

Two kinds of place are read: the section that lists the actions (whatever it is called), clause by clause; and, in the
Ombudsman's own assessment, sentences that say that something was agreed, recommended, offered or paid. The story, the
complaint, the law and the summary are never read for remedies: what people asked for, what a stage-two investigator
proposed and what a summary adds up are not remedies. Which mentions are the same remedy is decided in ``binding``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from assistant.domain import Paragraph, Payee, Purpose, Remedy, RemedyKind, RemedyStatus, Unread
from assistant.text import Money, find_money, format_money, split_sentences, unify_characters
from ingest.layout import ReadSection
from ingest.parties import Parties, payee_of
from ingest.remedy_words import (
    ALREADY_AFTER,
    ALREADY_BEFORE,
    ASIDE,
    BEGINS_WITH_VERB,
    CAUSE_BEGINS,
    CLAUSE_CUT,
    COMPLIANCE,
    COMPLIANCE_REPORT,
    DEADLINE,
    EACH_AFTER,
    EACH_BEFORE,
    FROM_BEFORE,
    KINDS,
    NO_RECEIVER,
    NO_REMEDY,
    PARTS_FOLLOW,
    PAY,
    PERIOD,
    PURPOSE_BEGINS,
    PURPOSES,
    RANGE,
    RANGE_TO,
    REFUND,
    STATUSES,
    SUBJECT,
    THIS_ACTION,
    TOTAL_AFTER,
    TOTAL_BEFORE,
)
from ingest.vocabulary import SectionRole


@dataclass(frozen=True)
class Mention:
    """One remedy as one place states it.

    ``section`` is where it stands; ``is_listed`` is true for the section of actions. ``words`` are the clause, for
    binding. ``is_total`` marks a sum that adds up others and is no remedy itself.
    """

    remedy: Remedy
    section: int
    words: str
    is_listed: bool
    is_total: bool = False


@dataclass(frozen=True)
class Mentions:
    """All that was read, in the order of the text, and the places where a sum was seen and not understood."""

    found: tuple[Mention, ...]
    unread: tuple[Unread, ...] = ()


# --------------------------------------------------------------------------- the door


def read_mentions(sections: Sequence[ReadSection], parties: Parties) -> Mentions:
    """Every statement of a remedy outside story, complaint, law and summary, in the order of the text."""
    found: list[Mention] = []
    unread: list[Unread] = []
    has_list = any(section.role is SectionRole.ACTION for section in sections)
    assessed = {SectionRole.ANALYSIS, SectionRole.FOUND} | (set() if has_list else {SectionRole.FINAL})
    for section in sections:
        if section.role is SectionRole.ACTION:
            found += _read_list(section, parties, unread)
        elif not section.is_standing_text and section.role in assessed:
            found += _read_assessment(section, parties)
    return Mentions(tuple(found), tuple(unread))


# --------------------------------------------------------------------------- the list of actions


@dataclass(frozen=True)
class _Context:
    """What a paragraph inherits from the line that leads its list in."""

    status: RemedyStatus
    deadline: str | None = None
    hint: RemedyKind | None = None
    payee: Payee = Payee.NOT_STATED


def _read_list(section: ReadSection, parties: Parties, unread: list[Unread]) -> list[Mention]:
    default = _Context(_status_of_heading(section))
    context, found = default, list[Mention]()
    for paragraph in section.paragraphs:
        plain = unify_characters(paragraph.text)
        if plain.rstrip().endswith(":"):
            context = _lead_in(plain, default, parties)
            found += _total_in_lead_in(plain, paragraph, section)
            continue
        if re.match(r"(?:Within|By|The|I|We|In addition|If|Where|It)\b", plain) and re.search(
            r"\b(?:will|should|has|have|recommend)\b", plain
        ):
            context = default
        for sentence in split_sentences(paragraph.text):
            rows = _read_action(sentence, paragraph, section, context, parties, unread)
            if (
                not rows
                and (deadline := _deadline(sentence))
                and THIS_ACTION.search(sentence)
                and not COMPLIANCE_REPORT.search(sentence)
            ):
                found = [_with_deadline(mention, deadline) for mention in found]
            found += rows
    return _without_totals(found)


def _status_of_heading(section: ReadSection) -> RemedyStatus:
    """Under "Agreed action" agreed; under "Recommended action" only recommended, unless its text says it was agreed."""
    heading = section.section.heading
    text = unify_characters(" ".join(paragraph.text for paragraph in section.paragraphs))
    if re.search(r"\bagree", heading, re.I):
        return RemedyStatus.AGREED
    refused = STATUSES[0][0].search(text)
    if re.search(r"\b(?:has|have) (?:now |also )?(?:agreed|accepted)|\bagrees? to\b", text, re.I) and not refused:
        return RemedyStatus.AGREED
    if re.search(r"\brefused?\b|\b(?:not|n't) (?:agreed?|accept(?:ed)?)\b|\brejected\b|\bdeclined\b", text, re.I):
        return RemedyStatus.REFUSED
    return RemedyStatus.RECOMMENDED


def _lead_in(plain: str, default: _Context, parties: Parties) -> _Context:
    status = STATUSES[0][1] if STATUSES[0][0].search(plain) else default.status
    is_improvement = re.search(r"\bimprove (?:its|their) (?:services?|practice)|\bservice improvements?\b", plain, re.I)
    to_pay = re.search(r"\bpay (?P<who>[^£:]{2,60})", plain)
    return _Context(
        status,
        _deadline(plain),
        RemedyKind.SERVICE_IMPROVEMENT if is_improvement else None,
        payee_of(to_pay["who"], parties) if to_pay else Payee.NOT_STATED,
    )


def _total_in_lead_in(plain: str, paragraph: Paragraph, section: ReadSection) -> list[Mention]:
    """A sum as in "pay £500, made up of:" is a total over the list that it leads in."""
    return [
        Mention(
            Remedy(RemedyKind.PAYMENT, amount_pence=money.pence, paragraph=paragraph.id),
            section.section.ordinal,
            plain,
            is_listed=True,
            is_total=True,
        )
        for money in find_money(plain)
        if not ALREADY_AFTER.match(plain[money.end :]) and not FROM_BEFORE.search(plain[: money.start])
    ]


def _read_action(
    sentence: str, paragraph: Paragraph, section: ReadSection, context: _Context, parties: Parties, unread: list[Unread]
) -> list[Mention]:
    """The remedies of one sentence of the list; a deadline in it holds for all of its clauses."""
    plain = unify_characters(sentence)
    if ASIDE.search(plain):
        return []
    if COMPLIANCE.search(plain) and not find_money(plain) and not re.search(r"\bapolog", plain, re.I):
        return []
    status = context.status
    if STATUSES[0][0].search(plain):
        status = RemedyStatus.REFUSED
    deadline = _deadline(plain) or context.deadline
    found = []
    for clause in _clauses(plain):
        for remedy in _read_clause(clause, parties, unread, paragraph, is_listed=True, hint=context.hint):
            payee = remedy.payee
            if remedy.is_money and payee is Payee.NOT_STATED:
                payee = context.payee
            if payee is Payee.NOT_STATED and remedy.kind is RemedyKind.PAYMENT:
                payee = payee_of(plain[:_BOUND], parties) if PAY.search(plain) else payee
            # What was paid or offered before has its own status, and no deadline.
            has_own_status = remedy.status is not RemedyStatus.NOT_STATED
            row = replace(
                remedy,
                status=remedy.status if has_own_status else status,
                deadline=None if has_own_status else deadline,
                payee=payee,
                paragraph=paragraph.id,
            )
            is_total = row.detail == _TOTAL
            found.append(Mention(row, section.section.ordinal, clause[:_BOUND], is_listed=True, is_total=is_total))
    return found


# --------------------------------------------------------------------------- the assessment


def _read_assessment(section: ReadSection, parties: Parties) -> Iterator[Mention]:
    """Sentences that say that something was agreed, recommended, offered or already done."""
    for paragraph in section.paragraphs:
        for sentence in split_sentences(paragraph.text):
            plain = unify_characters(sentence)
            status = next((status for pattern, status in STATUSES if pattern.search(plain)), None)
            if status is None or status is RemedyStatus.CLAIMED:
                continue
            for clause in _clauses(plain):
                for remedy in _read_clause(clause, parties, [], paragraph, is_listed=False, hint=None):
                    settled = remedy.status if remedy.status is not RemedyStatus.NOT_STATED else status
                    if settled is RemedyStatus.ALREADY_PAID and not remedy.is_money:
                        settled = RemedyStatus.ALREADY_DONE
                    row = replace(remedy, status=settled, deadline=_deadline(plain), paragraph=paragraph.id)
                    if row.kind is RemedyKind.PAYMENT and row.payee is Payee.NOT_STATED:
                        row = replace(row, payee=payee_of(plain[:_BOUND], parties))
                    yield Mention(
                        row, section.section.ordinal, plain[:_BOUND], is_listed=False, is_total=row.detail == _TOTAL
                    )


# --------------------------------------------------------------------------- one clause

_TOTAL = "total"
# Characters of a clause or sentence that are looked at for payee and issue; none of a real page is nearly as long.
_BOUND = 2000


def _clauses(plain: str) -> list[str]:
    body = plain if BEGINS_WITH_VERB.match(plain) else SUBJECT.sub("", plain, count=1)
    lead = plain[: len(plain) - len(body)]
    pieces = [piece.strip(" .;,") for piece in CLAUSE_CUT.split(body)]
    pieces = [piece for piece in pieces if piece]
    # What stands before the verb may hold a sum ("In addition to the £300 already paid, …").
    return ([lead.strip()] if find_money(lead) else []) + pieces


def _read_clause(
    clause: str,
    parties: Parties,
    unread: list[Unread],
    paragraph: Paragraph,
    *,
    is_listed: bool,
    hint: RemedyKind | None,
) -> Iterator[Remedy]:
    sums = find_money(clause)
    if sums:
        yield from _read_sums(clause, sums, parties, unread, paragraph, is_listed=is_listed)
        if not re.search(r"\bapolog(?:ise|y)\b", clause, re.I):
            return
        yield Remedy(RemedyKind.APOLOGY, detail=_shorten(clause))
        return
    begins_with_verb = bool(BEGINS_WITH_VERB.match(clause))
    if (
        REFUND.search(clause)
        and begins_with_verb
        and re.search(
            r"\b(?:fees?|charges?|debt|costs?|money|sum|payments?|fine|tax|rent|bill|invoice|overpay\w+|penalt\w+"
            r"|arrears|expenses?)\b",
            clause,
            re.I,
        )
    ):
        yield Remedy(
            RemedyKind.REFUND,
            payee=payee_of(_object(clause), parties),
            purpose=_purpose(clause),
            detail=_shorten(clause),
        )
        return
    if re.match(r"(?:to )?(?:pay|pays|make a (?:\w+ )?payment)\b", clause, re.I):
        yield Remedy(
            RemedyKind.PAYMENT,
            payee=payee_of(_object(clause), parties),
            purpose=_purpose(clause),
            detail=_shorten(clause),
        )
        return
    apology = KINDS[0][0].search(clause)
    if apology:
        yield Remedy(RemedyKind.APOLOGY, payee=payee_of(_object(clause), parties), detail=_shorten(clause))
        return
    if not begins_with_verb or not is_listed or len(clause.split()) < 3:
        return
    kind = hint or next((kind for pattern, kind in KINDS if pattern.search(clause)), RemedyKind.OTHER_ACTION)
    yield Remedy(kind, detail=_shorten(clause))


def _read_sums(
    clause: str,
    sums: Sequence[Money],
    parties: Parties,
    unread: list[Unread],
    paragraph: Paragraph,
    *,
    is_listed: bool,
) -> Iterator[Remedy]:
    """A row for each sum of the clause that is a remedy; what it names besides (a range, a debt) is reported."""
    is_refund = bool(REFUND.search(clause))
    used: set[int] = set()
    for n, money in enumerate(sums):
        before, after = _around(clause, money)
        later = sums[n + 1 : n + 9]
        if n in used or FROM_BEFORE.search(before):
            continue
        already = ALREADY_AFTER.match(after) or ALREADY_BEFORE.search(before)
        if _is_open_range(before, after, later):
            unread.append(Unread(paragraph.id, clause, f"a range or a limit at {format_money(money.pence)}, not a sum"))
            used.add(n + 1)
        elif not already and not is_refund and NO_REMEDY.search(before):
            unread.append(
                Unread(paragraph.id, clause, f"{format_money(money.pence)}: the words before it name no remedy")
            )
        elif already:
            status = RemedyStatus.OFFERED if already["what"].lower() == "offered" else RemedyStatus.ALREADY_PAID
            yield replace(_money_row(clause, money, parties, is_refund=is_refund), status=status)
        elif is_listed or is_refund or PAY.search(clause):
            row = _money_row(clause, money, parties, is_refund=is_refund)
            if _is_total(money, before, after, later):
                row = replace(row, detail=_TOTAL)
            elif row.rate_pence is not None and row.per != "person":
                product = next(
                    (k for k in range(n + 1, min(n + 4, len(sums))) if _names_product(clause, money, sums[k])), None
                )
                if product is not None:
                    used.add(product)
                    row = replace(row, amount_pence=sums[product].pence)
            yield row


def _is_open_range(before: str, after: str, later: Sequence[Money]) -> bool:
    """True for "between £100 and £300", "£100 to £300", "up to £300"; "from £100 to £300" is a sum that was raised."""
    goes_to = bool(later) and bool(RANGE_TO.match(after))
    return not re.search(r"\bfrom\s+$", before, re.I) and (bool(RANGE.search(before)) or goes_to)


def _money_row(clause: str, money: Money, parties: Parties, *, is_refund: bool) -> Remedy:
    before, after = _around(clause, money)
    near = after.partition("£")[0]
    row = Remedy(
        RemedyKind.REFUND if is_refund else RemedyKind.PAYMENT,
        amount_pence=money.pence,
        payee=payee_of(_receiver(before, after), parties),
        purpose=_purpose(near) if PURPOSE_BEGINS.search(near) else _purpose(f"{before} {after}"),
        detail=_shorten(clause),
    )
    period = PERIOD.match(after)
    if period:
        return replace(row, amount_pence=None, rate_pence=money.pence, per=period[1].lower())
    if EACH_AFTER.match(after) or EACH_BEFORE.search(before):
        return replace(row, rate_pence=money.pence, per="person", payee=Payee.SEVERAL)
    return row


def _around(clause: str, money: Money) -> tuple[str, str]:
    """The words before and behind a sum, as far as they can speak of it; a bound keeps a monstrous clause linear."""
    return clause[max(0, money.start - 200) : money.start], clause[money.end : money.end + 300]


def _is_total(money: Money, before: str, after: str, later: Sequence[Money]) -> bool:
    """True for "a total of £500" beside its parts, and for "£500, made up of £300 … and £200 …" that add up to it."""
    if TOTAL_BEFORE.search(before) or TOTAL_AFTER.match(after):
        return True
    sums = list(accumulate(part.pence for part in later))
    return money.pence in sums[1:] and bool(PARTS_FOLLOW.search(after.partition("£")[0]))


def _names_product(clause: str, rate: Money, other: Money) -> bool:
    """True where the other sum is what the rate comes to: "£100 a month for five months, a total of £500"."""
    between = clause[rate.end : other.start]
    return other.pence > rate.pence and bool(
        re.search(r"\btotal\w*\b|\bin all\b|\($|=\s*$|\bcomes to\b", between, re.I)
    )


def _receiver(before: str, after: str) -> str:
    """The words that name who receives: between the verb and the sum, else behind "to" after the sum."""
    verb = list(re.finditer(r"\b(?:pay|pays|paid|paying|offer|offers|give|award|to|for)\b", before, re.I))
    between = before[verb[-1].end() :] if verb else before
    names_someone = not NO_RECEIVER.fullmatch(between) and re.search(r"\w", between)
    if verb and verb[-1][0].lower() != "for" and names_someone:
        return between
    behind = re.match(
        r"\s*(?:each )?to (?P<who>(?!recogni|acknowl|reflect|remedy|address|compens|make)[^,;.]{1,40})", after
    )
    if behind:
        return re.split(r"\b(?:to|for|in)\b", behind["who"])[0]
    return re.sub(r"\b(?:to recogni\w+|to acknowl\w+)\b.*", "", before)


def _object(clause: str) -> str:
    """The words right behind the verb: whom it is done to."""
    behind = re.search(r"\bto ((?:Mr|Mrs|Ms|Miss|Mx|Dr|the|her|his|him|them|[A-Z])\b[^,;]{0,30})", clause)
    return behind[1] if behind else " ".join(clause.split()[:5])


def _purpose(words: str) -> Purpose:
    begins = PURPOSE_BEGINS.search(words)
    core = words[begins.end() :] if begins else words
    cause = CAUSE_BEGINS.search(core)
    found = _purposes_in(core[: cause.start()] if cause and cause.start() > 0 else core)
    if not found and cause:
        found = _purposes_in(core)
    if not found:
        return Purpose.NOT_STATED
    return found[0] if len(found) == 1 else Purpose.MIXED


def _purposes_in(words: str) -> list[Purpose]:
    return [purpose for pattern, purpose in PURPOSES if pattern.search(words)]


def _deadline(words: str) -> str | None:
    found = DEADLINE.search(unify_characters(words))
    return found[0].strip() if found else None


def _with_deadline(mention: Mention, deadline: str) -> Mention:
    if mention.remedy.deadline:
        return mention
    return replace(mention, remedy=replace(mention.remedy, deadline=deadline))


def _without_totals(mentions: list[Mention]) -> list[Mention]:
    """A marked total stays a total where the list has its parts; a lone "total" is the payment itself."""
    parts = [m for m in mentions if m.remedy.is_money and not m.is_total and m.remedy.amount_pence]
    kept = []
    for mention in mentions:
        if mention.is_total and not parts:
            kept.append(
                replace(mention, is_total=False, remedy=replace(mention.remedy, detail=_shorten(mention.words)))
            )
        else:
            kept.append(mention)
    return kept


def _shorten(words: str) -> str:
    return words if len(words) <= 200 else words[:200].rsplit(" ", 1)[0] + " …"
