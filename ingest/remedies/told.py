"""Sentences of story, complaint and assessment → what the body offered or paid, did already, and what was claimed.

The story is full of sums: rents, fees, debts. One is taken only where the body itself is said to have offered or given
it for this complaint, or the complainant to have asked for it; who is the subject of the verb decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.domain import Paragraph, Payee, Remedy, RemedyKind, RemedyStatus
from assistant.text import Money, find_money, normalise, plain_sentences
from ingest.forms.headings import SectionRole
from ingest.forms.layout import ReadSection
from ingest.forms.wording import Wording
from ingest.remedies.action_words import BEGINS_WITH_VERB
from ingest.remedies.mentions import Mention
from ingest.remedies.parties import Parties, payee_of
from ingest.remedies.status_words import (
    BEGINS_WITH_BODY,
    CLAIMED,
    DONE_APOLOGY,
    NOT_APOLOGISED,
    OFFERED,
    OFFERED_FAR,
    OFFERED_TOO,
    OTHERS_WORD,
    PAID,
    PAID_TOO,
    WEIGHS,
    WOULD_HAVE,
)
from ingest.remedies.sum_words import FROM_BEFORE, RANGE, RANGE_TO, REFUND
from ingest.remedies.sums import purpose_of, read_sums, shorten, total_starts

_BOUND = 2000
# "He asked the Council to meet that bill": the sum stands in the sentence before.
_MEANS_SUM_BEFORE = re.compile(
    r"\b(?:pay|refund|repay|reimburse|meet|cover|give|compensate|make up|make good)\b (?:\w+ ){0,4}?(?:this|that"
    r"|these|those|it)\b"
    r"(?: (?:bill|sum|cost|costs|amount|money|loss|fees?|charges?))?(?P<end>[.;,]|$| back| and | to (?:him|her"
    r"|them|(?:Mr|Mrs|Ms|Miss|Dr) ))",
    re.I,
)
# "Miss X would like the following to happen." and the items of her list: a thing named, or a verb.
_WISHES = re.compile(
    r"\b(?:wants?|would like|seeks?|is seeking|asks? for|hopes? for"
    r"|outcomes?)\b[^.:]{0,80}(?:the following\b[^.:]{0,40}[.:]|:)$",
    re.I,
)
_IS_WISH = re.compile(
    r"(?:an? |the |full |partial )*(?:reimbursement|refund|payment|compensation|repayment|apology|write-off|damages"
    r"|pay|refund|repay|reimburse|apologise|compensate|write off|waive|change|review|train|stop|give)\b",
    re.I,
)
_LEAD_IN = 300
# The cost of a thing that the sentence before has bought: "spent £360 on a report. She wants … the cost of the report".
_COST_OF = re.compile(
    r"\b(?:refund|reimburse|repay|pay|meet|cover) (?:\w+ )?(?:for )?the (?:costs?|price) of the (?P<thing>\w{4,})"
)
# Among the actions an apology counts as given where its paragraph says that nothing more is asked.
_WEIGHED = re.compile(
    rf"\balready\b|\bour guidance\b|\bneed not\b|\b(?:do|does) not (?:ask|need|think|recommend)\b|{WEIGHS.pattern}",
    re.I,
)
_BEFORE_NOW = re.compile(r"\b(?:already|previously|has now|have now)\b", re.I)
# "It has done so": what was offered in the sentence before is paid.
_HAS_BEEN_DONE = re.compile(
    r"(?:It|They|The \w+) (?:has|have|had|did) (?:since |now |already )?(?:done so|so|done this|paid (?:it|this"
    r"|that))\b",
    re.I,
)
# "A transport manager rejected the appeal. He offered £300": he speaks for the body.
_BEGINS_WITH_OFFICER = re.compile(
    r"(?:A|An|The|Its|One of the) (?:[\w'-]+ ){0,4}?(?:manager|director|head of \w+|executive|complaints officer)\b",
    re.I,
)
# Places where the Ombudsman weighs what was done; an apology told only in the story is part of the story.
_ASSESSED = (SectionRole.SUMMARY, SectionRole.ANALYSIS, SectionRole.FOUND, SectionRole.ACTION, SectionRole.FINAL)
_OTHER_SUBJECT = re.compile(
    r",\s+(?:the|it|he|she|they|but|which|who|because|since)\b|\b(?:because|although|though|whereas)\b"
    r"|\b(?:and|but) (?:also |then )?(?:sent|charged|asked|billed|issued|demanded|paid|spent)\b",
    re.I,
)
# A claim may be a row of things ("the report withdrawn, the officer dismissed, and £5,000"): only a new verb ends it.
_OTHER_CLAUSE = re.compile(
    r",\s+(?:it|he|she|they|but|which|who|because|since)\b|\bthe \w+ (?:said|says|had|was|told|paid|charged)\b"
    r"|\b(?:because|although"
    r"|though|whereas)\b|\b(?:and|but) (?:also |then )?(?:sent|charged|billed|issued|paid|spent)\b",
    re.I,
)
_PAYS_LAST = re.compile(
    r"(?:\band|,) (?:also )?(?:paid|sent|offered) (?:(?:him|her|them|(?:Mr|Mrs|Ms|Miss|Dr)\.? [A-Z]) )?(?:a )?"
    r"(?:\w+ ){0,2}?$",
    re.I,
)
_THEN_PAID = re.compile(
    r"[^.;]{0,80}?\b(?:and|which|that) (?:it |the council )?(?:has |have )?(?:since |then |already |later )?paid\b",
    re.I,
)
_PRICE = re.compile(
    r"\bat (?:about |only |up to )?$|\b(?:cost(?:ing|s (?:him|her|them|Mr|Mrs|Ms|Miss))?|worth|priced|spent"
    r"|valued)\b(?! of)[^£]{0,20}$",
    re.I,
)
# Who claims may claim "the cost of £500"; what a thing asked for would cost is no claim.
_PRICE_OF_A_THING = re.compile(
    r"\bat (?:a|an annual|a yearly|the) (?:\w+ )?(?:cost|price|rate|fee) of (?:about |around |some )?$"
    r"|\b(?:where|which|that|who|whose|places?|fees)\b[^.;£]{0,40}?\b(?:costs?|charges?|priced at) (?:about "
    r"|around |up to |some )?$",
    re.I,
)
# As in ``NO_REMEDY``, but for costs and fees, which bodies offer to pay and complainants ask to be paid.
_OWED = re.compile(
    r"\b(?:debts?|owed|owes|charged|fines?|bills?|invoices?|rent|arrears|savings|income|capital|overpayment"
    r"|benefits?|salary|budget|loan"
    r"|grant|deposit|less|minus)\b[^£]{0,30}$",
    re.I,
)
# What was asked for stands beside the verb; farther on the sentence has gone over to something else.
_CLAIM_REACH = 160


def read_told(
    sections: Sequence[ReadSection], parties: Parties, *, role: SectionRole | None = None
) -> Iterator[Mention]:
    """What was offered, paid, done and claimed before the decision; empty where nothing was.

    ``role`` is the only part that is read; without one all but the summary, which repeats the others.
    """
    has_complaint = any(section.role is SectionRole.COMPLAINT for section in sections)
    for section in sections:
        # A page that lost the heading of the complaint tells it under "How I considered this complaint".
        is_complaint_too = section.role is SectionRole.METHOD and not has_complaint
        if section.role is not role if role else section.role is SectionRole.SUMMARY:
            continue
        if section.is_standing_text and not is_complaint_too:
            continue
        wish = ""
        for paragraph in section.paragraphs:
            yield from _read_paragraph(paragraph, section, parties, wish)
            wish = _wish_led_in(paragraph.text, wish)


def _wish_led_in(text: str, wish: str) -> str:
    """The words that the items of a list of wishes go on from: "Miss X would like the following to happen:"."""
    plain = normalise(text[-_LEAD_IN:]).strip()
    if _WISHES.search(plain):
        return "She wants "
    return wish if _IS_WISH.match(normalise(text[:_LEAD_IN])) else ""


def _read_paragraph(paragraph: Paragraph, section: ReadSection, parties: Parties, wish: str) -> Iterator[Mention]:
    """What one paragraph tells; a sentence may mean the sum of the one before, or say that its offer was paid.

    ``wish`` leads an item of a list of wishes in; empty elsewhere.
    """
    before = ""
    found: list[Mention] = []
    for sentence in plain_sentences(paragraph.text):
        plain = sentence[:_BOUND]
        if _HAS_BEEN_DONE.match(plain):
            found = [_paid(mention) for mention in found]
        if wish and not before and _IS_WISH.match(plain):
            plain = f"{wish}{plain[0].lower()}{plain[1:]}"
        remedies = _read_sentence(_with_meant_sum(plain, before), paragraph, section.role, parties, before)
        for remedy in remedies:
            row = replace(remedy, detail=shorten(plain))
            words = _near_words(plain, remedy)
            found.append(Mention(row, section.section.ordinal, words, is_listed=False, is_told=True))
        before = plain
    yield from found


def _with_meant_sum(plain: str, before: str) -> str:
    """The sentence with the sum that it means ("to meet that bill") written in."""
    cost = _COST_OF.search(plain)
    if cost is not None and len(find_money(before)) == 1 and "£" not in plain and cost["thing"] in before:
        return f"{plain[: cost.end()]} {_last_sum(before)}{plain[cost.end() :]}"
    meant = _MEANS_SUM_BEFORE.search(plain)
    if meant is None:
        return plain
    end = meant.end() - len(meant["end"])
    return f"{plain[:end]} {_last_sum(f'{before} {plain[: meant.start()]}')}{plain[end:]}"


def _near_words(plain: str, remedy: Remedy) -> str:
    """Of a sentence with several sums the words between this one's neighbours; else the sentence."""
    sums = find_money(plain)
    own = next((n for n, money in enumerate(sums) if money.pence in (remedy.amount_pence, remedy.rate_pence)), None)
    if own is None:
        return plain
    before = plain[sums[own - 1].end if own else 0 : sums[own].start]
    if own or remedy.status is RemedyStatus.CLAIMED:
        # What stands before it belongs to the sum before, or is another wish.
        before = re.split(r"[,;] | and ", before)[-1]
    return before + plain[sums[own].start : sums[own + 1].start if own + 1 < len(sums) else len(plain)]


def _paid(mention: Mention) -> Mention:
    """An offer that was carried out."""
    if mention.remedy.status is not RemedyStatus.OFFERED:
        return mention
    return replace(mention, remedy=replace(mention.remedy, status=RemedyStatus.ALREADY_PAID))


def _last_sum(before: str) -> str:
    found = find_money(before)
    return before[found[-1].start : found[-1].end] if found else ""


def _read_sentence(
    plain: str, paragraph: Paragraph, role: SectionRole, parties: Parties, before: str
) -> Iterator[Remedy]:
    if "£" in plain:
        is_of_officer = re.match(r"(?:He|She|They) ", plain) and _BEGINS_WITH_OFFICER.match(before)
        is_about_body = bool(is_of_officer or BEGINS_WITH_BODY.match(plain))
        yield from _told_sums(plain, paragraph, role, parties, is_about_body=is_about_body)
    if role in _ASSESSED and DONE_APOLOGY.search(plain) and not NOT_APOLOGISED.search(plain):
        # Under "What I found" the story is told too; there an apology counts where it is weighed.
        if role is SectionRole.FOUND and not WEIGHS.search(normalise(paragraph.text)):
            return
        if role is SectionRole.ACTION and (
            BEGINS_WITH_VERB.match(plain) or not _WEIGHED.search(normalise(paragraph.text))
        ):
            return
        yield Remedy(
            RemedyKind.APOLOGY, status=RemedyStatus.ALREADY_DONE, detail=shorten(plain), paragraph=paragraph.id
        )


def _told_sums(
    plain: str, paragraph: Paragraph, role: SectionRole, parties: Parties, *, is_about_body: bool
) -> Iterator[Remedy]:
    """The sums of a sentence that tells of an offer, a payment made or a claim: the verb that stands before each."""
    if (
        (role is SectionRole.ACTION and not _BEFORE_NOW.search(plain))
        or WOULD_HAVE.search(plain)
        or OTHERS_WORD.search(plain)
    ):
        return
    totals = total_starts(plain)
    for money in find_money(plain):
        if money.start in totals:
            continue
        before = plain[max(0, money.start - _CLAIM_REACH) : money.start]
        status = _status_before(before, is_about_body=is_about_body)
        if status is not None and not _is_no_gift(plain, money, before, status):
            yield _row(plain, money, before, status, paragraph, parties)


def _status_before(before: str, *, is_about_body: bool) -> RemedyStatus | None:
    """The verb nearest before the sum: claimed by the complainant, offered or paid by the body."""
    rules: list[tuple[Wording | re.Pattern[str], RemedyStatus]] = [
        (CLAIMED, RemedyStatus.CLAIMED),
        (OFFERED, RemedyStatus.OFFERED),
        (OFFERED_FAR, RemedyStatus.OFFERED),
        (PAID, RemedyStatus.ALREADY_PAID),
    ]
    if is_about_body:
        rules += [(OFFERED_TOO, RemedyStatus.OFFERED), (PAID_TOO, RemedyStatus.ALREADY_PAID)]
    found = [(match.end(), status) for pattern, status in rules for match in pattern.finditer(before)]
    if not found:
        return None
    end, status = max(found)
    # Another subject behind the verb: "asked for her belongings, the contractor said … by then £306".
    if status is RemedyStatus.CLAIMED:
        return None if _OTHER_CLAUSE.search(before[end:]) else status
    is_price = re.search(r"\bat (?:about |only |up to )?$", before)
    return None if is_price or _OTHER_SUBJECT.search(before[end:]) else status


def _is_no_gift(plain: str, money: Money, before: str, status: RemedyStatus) -> bool:
    """A range, a sum replaced by another, a price, a rent or debt: part of the story."""
    after = plain[money.end : money.end + 40]
    price = _PRICE_OF_A_THING if status is RemedyStatus.CLAIMED else _PRICE
    if FROM_BEFORE.search(before) or RANGE.search(before) or RANGE_TO.match(after) or price.search(before):
        return True
    if status is RemedyStatus.CLAIMED:
        return (
            bool(_OWED.search(before[-45:]))
            and not REFUND.search(before)
            and not re.search(r"\bmeet\b|\bcover\b", before)
        )
    return bool(_OWED.search(before[-45:])) and not REFUND.search(before)


def _row(plain: str, money: Money, before: str, status: RemedyStatus, paragraph: Paragraph, parties: Parties) -> Remedy:
    """The sum as a row: its kind and payee by the clause around it."""
    start = max(0, money.start - _CLAIM_REACH)
    clause = plain[start : money.end + 120]
    rows = [
        found.remedy
        for found in read_sums(clause, parties, [], paragraph.id, is_listed=True)
        if found.remedy.amount_pence == money.pence or found.remedy.rate_pence == money.pence
    ]
    # The same sum may stand before, as what somebody spent.
    rows = rows[sum(other.pence == money.pence for other in find_money(clause[: money.start - start])) :] or rows[-1:]
    near = before[-80:]
    # "refunded the fee, and paid her £100": the nearer verb governs the sum.
    pays = _PAYS_LAST.search(near) is not None
    is_back = re.match(r" back\b", plain[money.end :]) is not None
    is_refund = is_back or (not rows and not pays and REFUND.search(near) is not None)
    kind = RemedyKind.REFUND if is_refund else rows[0].kind if rows else RemedyKind.PAYMENT
    if kind is RemedyKind.REFUND and pays and not is_back:
        kind = RemedyKind.PAYMENT
    if status is RemedyStatus.OFFERED and _THEN_PAID.match(plain[money.end :]):
        status = RemedyStatus.ALREADY_PAID
    row = rows[0] if rows else Remedy(kind, amount_pence=money.pence, purpose=purpose_of(plain[money.end :]))
    payee = row.payee if rows else Payee.NOT_STATED
    if payee in (Payee.COMPLAINANT, Payee.SEVERAL, Payee.NOT_STATED) and (
        status is RemedyStatus.CLAIMED or payee is Payee.NOT_STATED
    ):
        named = payee_of(re.split(r"\b(?:for|because|when|after)\b", near)[-1], parties)
        is_claimed = status is RemedyStatus.CLAIMED or named is Payee.NOT_STATED
        payee = Payee.COMPLAINANT if is_claimed and parties.complainants else named
    return replace(
        row, kind=kind, payee=payee, status=status, detail=shorten(plain), paragraph=paragraph.id, deadline=None
    )
