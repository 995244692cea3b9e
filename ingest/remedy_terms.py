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

from assistant.domain import Paragraph, Payee, Purpose, Remedy, RemedyKind, RemedyStatus, Unread
from assistant.text import Money, find_money, format_money, split_sentences, unify_characters
from ingest.layout import ReadSection
from ingest.parties import Parties, payee_of
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


# --------------------------------------------------------------------------- tables

# How far a thing has come, by the words of its sentence; the first row that matches.
_STATUSES: tuple[tuple[re.Pattern[str], RemedyStatus], ...] = (
    (
        re.compile(
            r"\b(?:not|n't|never) (?:yet )?(?:agreed?|accept(?:ed)?)\b|\brefuse[sd]?\b|\bdeclined?\b|\bdoes not agree\b"
            r"|\brejected\b",
            re.I,
        ),
        RemedyStatus.REFUSED,
    ),
    (
        re.compile(r"\b(?:want(?:s|ed)?|ask(?:s|ed) for|would like|seeks?|claim(?:s|ed)|demand(?:s|ed))\b", re.I),
        RemedyStatus.CLAIMED,
    ),
    (re.compile(r"\bagree(?:s|d)?\b|\baccept(?:s|ed) (?:my|our|the) recommendation", re.I), RemedyStatus.AGREED),
    (
        re.compile(
            r"\b(?:has|have|had) (?:now |already |also |since )*(?:paid|refunded|reimbursed|waived|written off|cancelled|"
            r"apologised|credited|repaid)\b|\balready (?:paid|refunded|apologised|made)\b",
            re.I,
        ),
        RemedyStatus.ALREADY_PAID,
    ),
    (re.compile(r"\boffer(?:s|ed|ing)?\b|\bpropos(?:es|ed|al)\b", re.I), RemedyStatus.OFFERED),
    (re.compile(r"\brecommend(?:s|ed|ation)?\b|\bshould\b|\bsuggest(?:s|ed)?\b", re.I), RemedyStatus.RECOMMENDED),
)

# What a payment recognises: asked of the words behind "to recognise …", without their cause ("caused by …").
_PURPOSES: tuple[tuple[re.Pattern[str], Purpose], ...] = (
    (
        re.compile(
            r"\b(?:distress|upset|frustrat\w+|uncertainty|worry|anxiety|outrage|stress|concern|confusion|disappointment|"
            r"inconvenience|raised expectations)\b",
            re.I,
        ),
        Purpose.DISTRESS,
    ),
    (re.compile(r"\btime and trouble\b|\btrouble\b|\btime and effort\b", re.I), Purpose.TIME_AND_TROUBLE),
    (
        re.compile(
            r"\b(?:loss of|lost|missed|missing|lack of) (?:\w+ ){0,3}?(?:education|provision|support|services?|care|tuition|schooling|"
            r"therapy|respite|accommodation|opportunit\w+|sessions?)\b|\bunsuitable accommodation\b",
            re.I,
        ),
        Purpose.LOSS_OF_PROVISION,
    ),
    (re.compile(r"\brisk of (?:significant )?harm\b|\bharm\b|\bput at risk\b", re.I), Purpose.RISK_OF_HARM),
    (
        re.compile(r"\b(?:costs?|expenses?|fees?|financial loss|out of pocket|spent|losses)\b", re.I),
        Purpose.FINANCIAL_LOSS,
    ),
    (re.compile(r"\bdelay(?:s|ed)?\b", re.I), Purpose.DELAY),
)
_PURPOSE_BEGINS = re.compile(
    r"\b(?:to (?:recogni[sz]e|acknowledge|reflect|remedy|remediate|address|compensate|make up)|in recognition of|for|in respect of|towards)\b",
    re.I,
)
_CAUSE_BEGINS = re.compile(
    r"\b(?:caused|because of|due to|as a result of|arising|resulting|which|when it|by its|by the)\b", re.I
)

# What is done, where it is no money: the first row that matches names the kind.
_KINDS: tuple[tuple[re.Pattern[str], RemedyKind], ...] = (
    (re.compile(r"\bapolog(?:y|ise|ize|ises|ising|ies)\b", re.I), RemedyKind.APOLOGY),
    (
        re.compile(r"\bback-?\s?dat\w*|\barrears of (?:\w+ )?(?:allowance|payments?)\b", re.I),
        RemedyKind.BACKDATED_PROVISION,
    ),
    (
        re.compile(
            r"\b(?:staff|officers|(?:its|all|relevant) (?:\w+ )?(?:social workers|managers|teams?)|remind\w*|train\w*|procedures?|polic(?:y|ies)|"
            r"process(?:es)?|practices?|action plan|lessons?|learning|guidance|templates?|systems?|in (?:the )?future|"
            r"improve\w*|monitor\w*|audit\w*|others|standard letters?|website|leaflets?)\b",
            re.I,
        ),
        RemedyKind.SERVICE_IMPROVEMENT,
    ),
    (
        re.compile(
            r"\bre-?assess\w*|\breconsider\w*|\bre-?consider\w*|\breview\w*|\bassess(?:ment|es)?\b|\b(?:fresh|new|another) "
            r"(?:decision|appeal|panel|hearing|investigation)\b|\bre-?hear\w*",
            re.I,
        ),
        RemedyKind.REASSESSMENT,
    ),
)

_PAY = re.compile(
    r"\b(?:pay(?:s|ing|ment|ments)?|sum of|award|remedy of|compensat\w+|gesture|offer(?:s|ed)?|paid)\b", re.I
)
_REFUND = re.compile(
    r"\b(?:refund\w*|reimburs\w+|repay\w*|repaid|waiv\w+|writ(?:e|es|ing|ten) off|wrote off|cancel\w*|credit\w*)\b",
    re.I,
)
# A sum that belongs to the story and not to the remedy: what stands closely before it says so.
_NO_REMEDY = re.compile(
    r"\b(?:debts?|owed|owes|fees?|charges?|charged|fines?|bills?|invoices?|rent|penalt(?:y|ies)|arrears|cost|costs|"
    r"contributions?|savings|income|capital|overpayment|benefits?|allowance|salary|valued at|budget|band)\b[^£]{0,30}$",
    re.I,
)
_PERIOD = re.compile(
    r"\s*(?:,\s*)?(?:a|an|per|each|every|for (?:each|every)|for the)\s+(?:calendar |full |school |academic |complete )?"
    r"(day|week|fortnight|month|term|year)\b",
    re.I,
)
_EACH_AFTER = re.compile(
    r"\s*(?:each\b(?! (?:day|week|fortnight|month|term|year))|to (?:each|both)\b|apiece\b|per (?:person|child)\b)", re.I
)
_EACH_BEFORE = re.compile(r"\b(?:each of|each|both)\b[^£]{0,40}$", re.I)
_TOTAL_BEFORE = re.compile(r"\b(?:total(?:ling|s|led)?|in all|altogether|adds? up to|comes to)\b[^£.;]{0,25}$", re.I)
_TOTAL_AFTER = re.compile(r"\s*(?:in total|in all|altogether|overall)\b", re.I)
_PARTS_FOLLOW = re.compile(
    r"\b(?:made up of|compris\w+|consist\w+ of|being|broken down|this (?:is|includes)|which is)\b|:\s*$|\((?=[^)]*£)",
    re.I,
)
_ALREADY_AFTER = re.compile(
    r"\s*(?:payment |sum |remedy )?(?:which |that )?(?:(?:it|the \w+|they) )?(?:(?:has|have|had|was|is) )?already (?P<what>paid|offered|made|given|sent|agreed)",
    re.I,
)
_ALREADY_BEFORE = re.compile(r"\balready (?P<what>paid|offered|made|given|sent)\b[^£]{0,40}$", re.I)
_FROM_BEFORE = re.compile(
    r"\b(?:from|instead of|rather than|not just|more than)\s+(?:its |the )?(?:previous |original |earlier )?(?:offer of )?$",
    re.I,
)
_RANGE = re.compile(r"\bbetween\s+$|\bup to\s+$", re.I)
_RANGE_TO = re.compile(r"^\s*(?:to|-|and)\s*(?=£)", re.I)

_VERB = (
    r"(?:pay|make|apologise|issue|send|write|provide|remind|review|refund|reimburse|repay|waive|cancel|arrange|carry out|"
    r"complete|offer|backdate|reassess|reconsider|amend|correct|add|train|produce|update|share|give|take|contact|meet|"
    r"confirm|hold|invite|consider|ensure|introduce|develop|put|set|remove|record|explain|work|seek|start|stop|appoint|"
    r"allocate|assess|award|fund|identify|prepare|place|check|discuss|deliver|circulate|publish|investigate|inspect|decide|ask|"
    r"increase|raise|agree|appeal|commission|commit|move|find|monitor|audit|create|include|clarify|hear|visit|"
    r"reflect|sent|learn|improve|change|restore|return|undertake|conduct|allow|support|tell|report|instruct|process|evaluate)"
)
_CLAUSE_CUT = re.compile(
    rf";\s*(?:and\s+)?|,?\s+and\s+(?:then\s+|also\s+|to\s+|it\s+will\s+|will\s+|should\s+)*(?={_VERB}(?:s|es)?\b)|,\s+(?={_VERB}(?:s|es)?\b)",
    re.I,
)
_BEGINS_WITH_VERB = re.compile(rf"(?:to\s+|also\s+|that it\s+|it\s+)*{_VERB}(?:s|es|ing)?\b", re.I)
_SUBJECT = re.compile(
    r"^.*?\b(?:(?:has|have) (?:now |also |since )?agreed (?:to|that (?:it|they) will)|agree[sd]? to|(?:it|they|council|trust|provider|"
    r"home|authority|company|board|panel|organisation|school) (?:will|should|must)(?: also| now)?|recommends?(?:ed)? (?:that )?(?:the )?"
    r"(?:council|it|trust|provider)?(?: should)?|to remedy (?:this|the injustice)[^,]*,?)\s+",
    re.I,
)
# "provide us with evidence it has done these things": how the remedy is checked, not what it is.
_COMPLIANCE = re.compile(
    r"\bevidence\b.{0,25}\b(?:it|they|this|these|the above|the \w+) (?:has|have|had) (?:been )?"
    r"(?:done|compl|taken|carr|implement|made|sent|met)|\b(?:tell|update|notify|inform|report (?:back )?to|confirm to) (?:us|me|the "
    r"ombudsman)\b|\b(?:take|complete|carry out) (?:this|these|the) (?:agreed |above )?(?:action|step|remed)|\bprovide (?:us|me|the "
    r"ombudsman) with (?:evidence|confirmation|proof)(?: (?:of (?:this|these|compliance)|it|when))",
    re.I,
)
_THIS_ACTION = re.compile(
    r"\b(?:this|these|the(?: above)?|all) (?:action|step|remed|thing)\w*\b|\bdo this\b|\bcomplete this\b", re.I
)
_DEADLINE = re.compile(
    r"\b(?:within (?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|twelve|\d+) (?:further )?(?:working |calendar )?(?:day|week|month|year)s?"
    r"(?: of (?:(?:the date of )?(?:my|our|the|this) )?(?:final )?(?:decision|report)(?: statement)?)?"
    r"|by (?:the end of )?\d{1,2} [A-Z][a-z]+ \d{4}|by (?:the end of )?[A-Z][a-z]+ \d{4})",
    re.I,
)

# --------------------------------------------------------------------------- the door


def read_mentions(sections: Sequence[ReadSection], parties: Parties) -> Mentions:
    """Every statement of a remedy outside story, complaint, law and summary, in the order of the text."""
    found: list[Mention] = []
    unread: list[Unread] = []
    has_list = any(section.role is SectionRole.ACTION for section in sections)
    for section in sections:
        if section.role is SectionRole.ACTION:
            found += _read_list(section, parties, unread)
        elif section.role in (SectionRole.ANALYSIS, SectionRole.FOUND) or (
            section.role is SectionRole.FINAL and not has_list
        ):
            if not section.is_standing_text:
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
                and _THIS_ACTION.search(sentence)
                and not _COMPLIANCE_REPORT.search(sentence)
            ):
                found = [_with_deadline(mention, deadline) for mention in found]
            found += rows
    return _without_totals(found)


_COMPLIANCE_REPORT = re.compile(r"\b(?:tell|update|notify|inform|report|confirm|evidence)\b", re.I)


def _status_of_heading(section: ReadSection) -> RemedyStatus:
    """ "Agreed action" is agreed; "Recommended action" only recommended, unless its text says that it was agreed."""
    heading = section.section.heading
    text = unify_characters(" ".join(paragraph.text for paragraph in section.paragraphs))
    if re.search(r"\bagree", heading, re.I):
        return RemedyStatus.AGREED
    refused = _STATUSES[0][0].search(text)
    if re.search(r"\b(?:has|have) (?:now |also )?(?:agreed|accepted)|\bagrees? to\b", text, re.I) and not refused:
        return RemedyStatus.AGREED
    if re.search(r"\brefused?\b|\b(?:not|n't) (?:agreed?|accept(?:ed)?)\b|\brejected\b|\bdeclined\b", text, re.I):
        return RemedyStatus.REFUSED
    return RemedyStatus.RECOMMENDED


def _lead_in(plain: str, default: _Context, parties: Parties) -> _Context:
    status = _STATUSES[0][1] if _STATUSES[0][0].search(plain) else default.status
    is_improvement = re.search(r"\bimprove (?:its|their) (?:services?|practice)|\bservice improvements?\b", plain, re.I)
    to_pay = re.search(r"\bpay (?P<who>[^£:]{2,60})", plain)
    return _Context(
        status,
        _deadline(plain),
        RemedyKind.SERVICE_IMPROVEMENT if is_improvement else None,
        payee_of(to_pay["who"], parties) if to_pay else Payee.NOT_STATED,
    )


def _total_in_lead_in(plain: str, paragraph: Paragraph, section: ReadSection) -> list[Mention]:
    """ "pay £500, made up of:" is a total over the list that it leads in."""
    return [
        Mention(
            Remedy(RemedyKind.PAYMENT, amount_pence=money.pence, paragraph=paragraph.id),
            section.section.ordinal,
            plain,
            is_listed=True,
            is_total=True,
        )
        for money in find_money(plain)
        if not _ALREADY_AFTER.match(plain[money.end :]) and not _FROM_BEFORE.search(plain[: money.start])
    ]


def _read_action(
    sentence: str, paragraph: Paragraph, section: ReadSection, context: _Context, parties: Parties, unread: list[Unread]
) -> list[Mention]:
    """The remedies of one sentence of the list; a deadline in it holds for all of its clauses."""
    plain = unify_characters(sentence)
    if _COMPLIANCE.search(plain) and not find_money(plain) and not re.search(r"\bapolog", plain, re.I):
        return []
    status = context.status
    if _STATUSES[0][0].search(plain):
        status = RemedyStatus.REFUSED
    deadline = _deadline(plain) or context.deadline
    found = []
    for clause in _clauses(plain):
        for remedy in _read_clause(clause, parties, unread, paragraph, is_listed=True, hint=context.hint):
            payee = remedy.payee
            if remedy.is_money and payee is Payee.NOT_STATED:
                payee = context.payee
            if payee is Payee.NOT_STATED and remedy.kind is RemedyKind.PAYMENT:
                payee = payee_of(plain, parties) if _PAY.search(plain) else payee
            settled = remedy.status if remedy.status is not RemedyStatus.NOT_STATED else status
            row = replace(remedy, status=settled, deadline=deadline, payee=payee, paragraph=paragraph.id)
            is_total = row.detail == _TOTAL
            found.append(Mention(row, section.section.ordinal, clause, is_listed=True, is_total=is_total))
    return found


# --------------------------------------------------------------------------- the assessment


def _read_assessment(section: ReadSection, parties: Parties) -> Iterator[Mention]:
    """Sentences that say that something was agreed, recommended, offered or already done."""
    for paragraph in section.paragraphs:
        for sentence in split_sentences(paragraph.text):
            plain = unify_characters(sentence)
            status = next((status for pattern, status in _STATUSES if pattern.search(plain)), None)
            if status is None or status is RemedyStatus.CLAIMED:
                continue
            for clause in _clauses(plain):
                for remedy in _read_clause(clause, parties, [], paragraph, is_listed=False, hint=None):
                    settled = remedy.status if remedy.status is not RemedyStatus.NOT_STATED else status
                    if settled is RemedyStatus.ALREADY_PAID and not remedy.is_money:
                        settled = RemedyStatus.ALREADY_DONE
                    row = replace(remedy, status=settled, deadline=_deadline(plain), paragraph=paragraph.id)
                    if row.kind is RemedyKind.PAYMENT and row.payee is Payee.NOT_STATED:
                        row = replace(row, payee=payee_of(plain, parties))
                    yield Mention(row, section.section.ordinal, plain, is_listed=False, is_total=row.detail == _TOTAL)


# --------------------------------------------------------------------------- one clause

_TOTAL = "total"


def _clauses(plain: str) -> list[str]:
    body = plain if _BEGINS_WITH_VERB.match(plain) else _SUBJECT.sub("", plain, count=1)
    lead = plain[: len(plain) - len(body)]
    pieces = [piece.strip(" .;,") for piece in _CLAUSE_CUT.split(body)]
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
    begins_with_verb = bool(_BEGINS_WITH_VERB.match(clause))
    if (
        _REFUND.search(clause)
        and begins_with_verb
        and re.search(
            r"\b(?:fees?|charges?|debt|costs?|money|sum|payments?|fine|tax|rent|bill|invoice|overpay\w+|penalt\w+|arrears|expenses?)\b",
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
    apology = _KINDS[0][0].search(clause)
    if apology:
        yield Remedy(RemedyKind.APOLOGY, payee=payee_of(_object(clause), parties), detail=_shorten(clause))
        return
    if not begins_with_verb or not is_listed or len(clause.split()) < 3:
        return
    kind = hint or next((kind for pattern, kind in _KINDS if pattern.search(clause)), RemedyKind.OTHER_ACTION)
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
    is_refund = bool(_REFUND.search(clause))
    skip: set[int] = set()
    for n, money in enumerate(sums):
        before, after = clause[: money.start], clause[money.end :]
        if n in skip or _FROM_BEFORE.search(before):
            continue
        if _RANGE.search(before) or (n + 1 < len(sums) and _RANGE_TO.match(clause[money.end : sums[n + 1].start + 1])):
            if not re.search(r"\bfrom\s+$", before, re.I):
                unread.append(
                    Unread(paragraph.id, clause, f"a range or a limit at {format_money(money.pence)}, not a sum")
                )
                skip.add(n + 1)
                continue
        already = _ALREADY_AFTER.match(after) or _ALREADY_BEFORE.search(before)
        if not already and _NO_REMEDY.search(before) and not is_refund:
            unread.append(
                Unread(paragraph.id, clause, f"{format_money(money.pence)} is no remedy by the words before it")
            )
            continue
        if not already and not is_listed and not (_PAY.search(clause) or is_refund):
            continue
        row = _money_row(clause, money, parties, is_refund=is_refund)
        if already:
            status = RemedyStatus.OFFERED if already["what"].lower() == "offered" else RemedyStatus.ALREADY_PAID
            yield replace(row, status=status)
            continue
        later = sums[n + 1 :]
        if _is_total(before, after, later):
            yield replace(row, detail=_TOTAL)
            continue
        if row.rate_pence is not None and row.per != "person":
            total = next(
                (k for k, other in enumerate(later, start=n + 1) if _names_product(clause, money, other)), None
            )
            if total is not None:
                skip.add(total)
                row = replace(row, amount_pence=sums[total].pence)
        yield row


def _money_row(clause: str, money: Money, parties: Parties, *, is_refund: bool) -> Remedy:
    before, after = clause[: money.start], clause[money.end :]
    row = Remedy(
        RemedyKind.REFUND if is_refund else RemedyKind.PAYMENT,
        amount_pence=money.pence,
        payee=payee_of(_receiver(before, after), parties),
        purpose=_purpose(after) if _PURPOSE_BEGINS.search(after) else _purpose(clause),
        detail=_shorten(clause),
    )
    period = _PERIOD.match(after)
    if period:
        return replace(row, amount_pence=None, rate_pence=money.pence, per=period[1].lower())
    if _EACH_AFTER.match(after) or _EACH_BEFORE.search(before):
        return replace(row, rate_pence=money.pence, per="person", payee=Payee.SEVERAL)
    return row


def _is_total(before: str, after: str, later: Sequence[Money]) -> bool:
    """ "a total of £500" beside its parts, or "£500, made up of £300 … and £200 …"."""
    if _TOTAL_BEFORE.search(before) or _TOTAL_AFTER.match(after):
        return True
    return len(later) >= 2 and bool(_PARTS_FOLLOW.search(after[: later[0].start])) and "made up" in after


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
    if (
        verb
        and verb[-1][0].lower() in ("pay", "pays", "paid", "paying", "offer", "give", "award", "to")
        and re.search(r"\w", between)
    ):
        if not re.fullmatch(
            r"\s*(?:a |an |the )?(?:further |symbolic |additional |extra |another |sum of |payment of )*", between, re.I
        ):
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
    begins = _PURPOSE_BEGINS.search(words)
    core = words[begins.end() :] if begins else words
    cause = _CAUSE_BEGINS.search(core)
    found = _purposes_in(core[: cause.start()] if cause and cause.start() > 0 else core)
    if not found and cause:
        found = _purposes_in(core)
    if not found:
        return Purpose.NOT_STATED
    return found[0] if len(found) == 1 else Purpose.MIXED


def _purposes_in(words: str) -> list[Purpose]:
    return [purpose for pattern, purpose in _PURPOSES if pattern.search(words)]


def _deadline(words: str) -> str | None:
    found = _DEADLINE.search(unify_characters(words))
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
