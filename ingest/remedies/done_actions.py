"""A short closure's assessment → what the body did, or offered to do, before: a date moved, a fee sent back.

Where the Ombudsman leaves a complaint because the body has put it right, what it did is the remedy. Elsewhere such
things are part of the story, and are not asked for here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.domain import Remedy, RemedyKind, RemedyStatus
from assistant.text import plain_sentences
from ingest.forms.headings import SectionRole
from ingest.forms.layout import ReadSection
from ingest.remedies.action_words import BACKDATING, REASSESSMENT
from ingest.remedies.mentions import Mention
from ingest.remedies.status_words import BEGINS_WITH_BODY, DONE_APOLOGY, PAID, PAID_TOO
from ingest.remedies.sums import shorten

# What is sent and is no remedy: papers of the complaint itself.
_PAPER = (
    r"(?:letters?|emails?|repl(?:y|ies)|responses?|cop(?:y|ies)|forms?|notices?|reminders?|invoices?|bills?|summons"
    r"|decision|refund|payment|credit|voucher|cheque)"
)
_PERSON = r"(?:him|her|them|(?:Mr|Mrs|Ms|Miss|Dr) [A-Z](?: and (?:Mr|Mrs|Ms|Miss|Dr) [A-Z])?)"
# A deed for one person, in the past: what it was done to follows.
_DEED = re.compile(
    rf"\b(?P<deed>(?:backdated|reinstated|restored|reassessed|re-assessed|reconsidered|repaired|replaced|cleared"
    rf"|emptied|re-?opened|reissued|re-issued"
    rf"|rehoused|corrected|arranged|sent (?:a|an|another|its) (?:[\w-]+ )?(?:crew|officer|contractor|surveyor"
    rf"|engineer|team|inspector)"
    rf"|(?:sent|gave|issued|found) {_PERSON} (?:a|an|another"
    rf"|the) (?!(?:[\w-]+ ){{0,2}}?{_PAPER}\b))\b[^.;]{{3,160}})",
    re.I,
)
# Money given back or not asked for, without its sum.
_GAVE_BACK = re.compile(
    rf"\b(?P<deed>(?:refunded|reimbursed|repaid)\b[^.;£]{{3,120}}"
    rf"|(?:waived|cancelled|wrote off|written off) (?:the|his|her|their|its|this|all|any|both) [^.;£,]{{0,40}}?"
    rf"\b(?:pcns?|charges?|fees?|fines?|debts?|bills?|invoices?|penalt\w+|costs|arrears|tax)\b"
    rf"|(?:issued|gave|given|sent|made|paid)(?: {_PERSON})? an? (?:partial |full |part )?refund\b[^.;£]{{0,80}})",
    re.I,
)
_SUM_BACK = re.compile(
    r"\b(?:refunded|reimbursed|repaid|waived|cancelled|credited|returned|paid back|gave back|sent back|wrote off)\b"
    r"(?:(?!\b(?:offered|pay)\b)[^.;£]){0,80}£",
    re.I,
)
# What the body offers to do for the person: only words of putting right, for bodies offer their services all day.
_OFFER = re.compile(
    rf"\b(?:offered|offers|(?:said|says|confirmed|told \w+(?: [A-Z])?)(?: that)? (?:it|they) (?:will|would))(?: to)?"
    rf"(?: {_PERSON})? (?P<deed>(?:reconsider|reassess|re-assess|review (?:its|the|his|her|their) (?:\w+ )?(?:decision"
    rf"|assessment)|reissue|re-issue|re-?open|rehear|look again|replace|repair|backdate|reinstate|an? (?:new|fresh"
    rf"|further|second) (?:[\w-]+ )?(?:assessment|review|appeal|hearing|decision|meeting))\b[^.;£]{{0,160}})",
    re.I,
)
_NOT_DONE = re.compile(r"\b(?:not|never|had to|should have|could have|failed to|until)\b", re.I)
_WOULD = re.compile(r"\bwould\b", re.I)
# The Ombudsman leaves the matter there.
_LEAVES_IT = re.compile(
    r"\bnot (?:to )?(?:investigat|pursu|start|continue)\w*|\bnot (?:\w+ ){1,6}?(?:investigation|investigate)\b"
    r"|\bdiscontinu\w+|\bend(?:ed|ing)? (?:our|my|this|the)"
    r" (?:consideration|investigation)\b",
    re.I,
)


def read_done(sections: Sequence[ReadSection], role: SectionRole) -> Iterator[Mention]:
    """Each deed or offer of the body in an assessment that leaves it there; empty where there are none.

    ``role`` is the part that is read: the assessment, or the summary of a page that says nothing there.
    A deed without a word of amends beside it ("apologised", "refunded") is part of the story.
    """
    is_left = any(
        _LEAVES_IT.search(paragraph.text)
        for section in sections
        if section.role in (SectionRole.SUMMARY, SectionRole.FINAL, SectionRole.ANALYSIS)
        for paragraph in section.paragraphs
    )
    # Where the sum of what was given back is told, it makes the row.
    has_sum = any(
        "£" in plain and _SUM_BACK.search(plain)
        for section in sections
        if not section.is_standing_text
        for paragraph in section.paragraphs
        for plain in plain_sentences(paragraph.text)
    )
    for section in sections:
        if section.role is not role or section.is_standing_text:
            continue
        makes_amends = any(
            DONE_APOLOGY.search(plain) or PAID.search(plain) or PAID_TOO.search(plain)
            for paragraph in section.paragraphs
            for plain in plain_sentences(paragraph.text)
        )
        for paragraph in section.paragraphs:
            for plain in plain_sentences(paragraph.text):
                if not BEGINS_WITH_BODY.match(plain) and not _IN_ANSWER.match(plain):
                    continue
                for said, remedy in _deeds(plain, makes_amends=makes_amends, is_left=is_left):
                    if has_sum and remedy[0] is RemedyKind.REFUND:
                        continue
                    row = Remedy(remedy[0], status=remedy[1], detail=shorten(said), paragraph=paragraph.id)
                    yield Mention(row, section.section.ordinal, said, is_listed=False)
                if role is SectionRole.SUMMARY and _HAS_APOLOGISED.search(plain):
                    apology = Remedy(
                        RemedyKind.APOLOGY,
                        status=RemedyStatus.ALREADY_DONE,
                        detail=shorten(plain),
                        paragraph=paragraph.id,
                    )
                    yield Mention(apology, section.section.ordinal, plain, is_listed=False)


_HAS_APOLOGISED = re.compile(
    r"\b(?:has|have) (?:already |now |since )?(?:apologised|[^.;]{3,80}? and apologised)\b", re.I
)
_IN_ANSWER = re.compile(r"In (?:its )?(?:response|reply|answer)\b[^.;]{0,60}\b(?:it|the \w+)\b", re.I)


def _deeds(plain: str, *, makes_amends: bool, is_left: bool) -> Iterator[tuple[str, tuple[RemedyKind, RemedyStatus]]]:
    """What a sentence of the body tells: the words of the deed, its kind and how far it has come."""
    offer = _OFFER.search(plain) if is_left else None
    if offer is not None and not _NOT_DONE.search(plain[: offer.start()]):
        yield offer["deed"], (_kind(offer["deed"]), RemedyStatus.OFFERED)
    if _NOT_DONE.search(plain):
        return
    back = _GAVE_BACK.search(plain)
    if back is not None and not _WOULD.search(plain):
        yield back["deed"], (RemedyKind.REFUND, RemedyStatus.ALREADY_PAID)
    deed = _DEED.search(plain) if makes_amends and not _WOULD.search(plain) else None
    if deed is not None and offer is None:
        yield deed["deed"], (_kind(deed["deed"]), RemedyStatus.ALREADY_DONE)


def _kind(deed: str) -> RemedyKind:
    if BACKDATING.search(deed):
        return RemedyKind.BACKDATED_PROVISION
    return RemedyKind.REASSESSMENT if REASSESSMENT.search(deed) else RemedyKind.OTHER_ACTION
