"""Sections of a decision → every mention of a remedy: kind, sum, payee, purpose, status, deadline and paragraph.

Three kinds of place are read. The section that lists the actions, clause by clause. The Ombudsman's own assessment,
where a sentence says that something was agreed, recommended or refused. And anywhere outside the law, what the body
offered or paid and what the complainant claimed (``told_sums``). The summary is read only where these say nothing
(``remedy_summary``), and a closure's assessment for what the body did (``done_actions``). Which
mentions are the same remedy is decided in ``merging``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.domain import Paragraph, RemedyKind, RemedyStatus, Unread
from assistant.text import find_money, normalise, plain_sentences, split_sentences
from ingest.forms.headings import SectionRole
from ingest.forms.layout import ReadSection
from ingest.remedies.action_clauses import BOUND, Context, deadline_in, payee_of_row, read_clause, words_around
from ingest.remedies.action_sentences import sentences_of_item, with_sum_before, without_mark
from ingest.remedies.action_words import (
    ASIDE,
    BEGINS_WITH_VERB,
    BODY,
    COMPLIANCE,
    COMPLIANCE_REPORT,
    GOVERNOR,
    THIS_ACTION,
)
from ingest.remedies.clauses import is_action, is_apology, split_clauses
from ingest.remedies.done_actions import read_done
from ingest.remedies.mentions import Mention
from ingest.remedies.parties import Parties, payee_of
from ingest.remedies.status_words import (
    AGREED,
    CLAIMED,
    EARLIER_INVESTIGATION,
    EARLIER_RECOMMENDATION,
    OWN_RECOMMENDATION,
    REFUSED,
    REFUSED_ALL,
    WOULD_HAVE,
)
from ingest.remedies.summary import status_in_summary, things_named
from ingest.remedies.sums import raised_offers, read_sums, superseded_sums
from ingest.remedies.told import read_told


@dataclass(frozen=True)
class Mentions:
    """All that was read, in the order of the text; the sums that others took the place of; what was not understood."""

    found: tuple[Mention, ...]
    superseded: frozenset[int] = frozenset()
    unread: tuple[Unread, ...] = ()


# --------------------------------------------------------------------------- the door


def read_mentions(sections: Sequence[ReadSection], parties: Parties) -> Mentions:
    """Every statement of a remedy, in the order of the text; empty where the decision has none."""
    found: list[Mention] = []
    unread: list[Unread] = []
    has_list = any(section.role is SectionRole.ACTION and section.paragraphs for section in sections)
    assessed = {SectionRole.ANALYSIS, SectionRole.FOUND} | (set() if has_list else {SectionRole.FINAL})
    for section in sections:
        if section.role is SectionRole.ACTION:
            found += _read_list(section, parties, unread)
        elif not section.is_standing_text and section.role in assessed:
            found += _read_assessment(section, parties)
    found = _with_refusals(found, sections)
    if not found:
        # An early resolution may say only in its summary what was agreed.
        for section in sections:
            if section.role is SectionRole.SUMMARY:
                found += _read_assessment(section, parties)
    if not found:
        found += read_done(sections, SectionRole.ANALYSIS)
    told_mentions = list(read_told(sections, parties))
    if not found and not told_mentions:
        found += read_done(sections, SectionRole.SUMMARY)
        told_mentions = list(read_told(sections, parties, role=SectionRole.SUMMARY))
    found += told_mentions
    told = [p.text for s in sections if not s.is_standing_text for p in s.paragraphs if "£" in p.text]
    superseded = {pence for text in told for pence in superseded_sums(normalise(text))}
    superseded |= {pence for text in told for pence in raised_offers(plain_sentences(text))}
    return Mentions(tuple(found), frozenset(superseded), tuple(unread))


# --------------------------------------------------------------------------- the list of actions


def _read_list(section: ReadSection, parties: Parties, unread: list[Unread]) -> list[Mention]:
    default = Context(_status_of_list(section))
    context, found = default, list[Mention]()
    for paragraph in section.paragraphs:
        plain = normalise(without_mark(paragraph.text))
        if plain.rstrip().endswith(":"):
            context = _lead_in(plain, context if _is_inner(plain) else default, parties)
            found += _sums_of_lead_in(plain, paragraph, section, context, parties)
            continue
        if _opens_anew(plain) and not (context.is_list and plain[:1].islower()):
            context = default
        before: list[Mention] = []
        for sentence in sentences_of_item(paragraph.text):
            text = normalise(sentence)
            if _refuses_what_stands_before(text):
                refused = before or ([m for m in found if m.remedy.status is RemedyStatus.RECOMMENDED])
                found = [_refused(mention) if mention in refused else mention for mention in found]
                continue
            rows = _read_action(text, paragraph, section, context, parties, unread)
            deadline = deadline_in(sentence)
            if not rows and deadline and THIS_ACTION.search(sentence) and not COMPLIANCE_REPORT.search(sentence):
                found = [_with_deadline(mention, deadline) for mention in found]
            found += rows
            before = rows or before
    return found


def _refuses_what_stands_before(plain: str) -> bool:
    """True for "It has declined to do so": a refusal that names nothing itself."""
    return "£" not in plain and bool(REFUSED.search(plain)) and not REFUSED_ALL.search(plain)


def _refused(mention: Mention) -> Mention:
    return replace(mention, remedy=replace(mention.remedy, status=RemedyStatus.REFUSED))


def _opens_anew(plain: str) -> bool:
    """True for a paragraph that says itself who does what, and so leaves the list before it."""
    return not BEGINS_WITH_VERB.match(plain) and bool(GOVERNOR.search(plain[:200]))


def _is_inner(plain: str) -> bool:
    """True for an item that leads in a list of its own: "pay Miss X £500, made up of:"."""
    return bool(BEGINS_WITH_VERB.match(plain)) or plain[:1].islower() or plain.startswith("£")


def _status_of_list(section: ReadSection) -> RemedyStatus:
    """Under "Agreed action" agreed; under "Recommended action" only recommended, unless its text says it was agreed.

    Under a plain "Action" the lines that lead in its lists decide: what the body "will" do is agreed. What it "should"
    send the Ombudsman as evidence decides nothing.
    """
    plain = [normalise(paragraph.text) for paragraph in section.paragraphs]
    text = " ".join(plain)
    if REFUSED_ALL.search(text):
        return RemedyStatus.REFUSED
    heading = normalise(section.section.heading)
    if re.search(r"\bagree", heading, re.I) or AGREED.search(text):
        return RemedyStatus.AGREED
    led_in = [status for line in plain if (status := _status_of_lead_in(line)) is not None]
    if led_in and not re.search(r"\brecommend", heading, re.I):
        return RemedyStatus.AGREED if RemedyStatus.AGREED in led_in else RemedyStatus.RECOMMENDED
    if re.search(r"\brecommend|\bshould\b|\bsuggest|\bproposed?\b", f"{heading} {text}", re.I):
        return RemedyStatus.RECOMMENDED
    return RemedyStatus.AGREED if re.search(r"\bwill\b", text) else RemedyStatus.RECOMMENDED


def _lead_in(plain: str, around: Context, parties: Parties) -> Context:
    is_improvement = re.search(
        r"\bimprove (?:its|their|the) (?:\w+ )?(?:services?|practice|procedures?)|\bservice improvements?\b"
        r"|\bprevent (?:a |any )?(?:similar|recurr|further|future)|\bin (?:the )?future\b|\bother people\b",
        plain,
        re.I,
    )
    to_pay = re.search(r"\bpay (?P<who>[^£:]{2,60})", plain)
    payee = payee_of(to_pay["who"], parties) if to_pay else around.payee
    return Context(
        RemedyStatus.REFUSED if REFUSED.search(plain) else around.status,
        deadline_in(plain) or around.deadline,
        RemedyKind.SERVICE_IMPROVEMENT if is_improvement else around.kind,
        payee,
        words=plain[:BOUND],
        is_list=True,
    )


def _sums_of_lead_in(
    plain: str, paragraph: Paragraph, section: ReadSection, context: Context, parties: Parties
) -> Iterator[Mention]:
    """A sum as in "pay £500, made up of:" is a total over the list that it leads in, or the product of a rate there."""
    for clause in split_clauses(plain, is_item=_is_inner(plain)):
        for found in read_sums(clause, parties, [], paragraph.id, is_listed=True):
            if found.remedy.status is RemedyStatus.NOT_STATED:
                row = replace(
                    found.remedy,
                    status=context.status,
                    deadline=context.deadline,
                    payee=payee_of_row(found.remedy, clause, plain, context, parties),
                    paragraph=paragraph.id,
                )
                yield Mention(row, section.section.ordinal, plain[:BOUND], is_listed=True, is_total=True)


# "The apology should accept what went wrong": how the action before is to be done.
_HOW_IT_SHOULD_BE = re.compile(
    r"(?:The|This|These|Its|That|Any|Both) (?:written |action |new )?(?:apolog(?:y|ies)|letters?|payments?|reviews?"
    r"|training|guidance|plans?|audit|assessment|panel|money|sum|meeting|reminder|procedure) (?:should|must"
    r"|will|needs? to|is to)\b"
)


def _read_action(
    plain: str, paragraph: Paragraph, section: ReadSection, context: Context, parties: Parties, unread: list[Unread]
) -> list[Mention]:
    """The remedies of one sentence of the list; a deadline in it holds for all of its clauses."""
    if ASIDE.search(plain) or WOULD_HAVE.search(plain):
        return []
    if _HOW_IT_SHOULD_BE.match(plain) and "£" not in plain:
        return []
    if re.match(r"(?:I|We) (?:will|have|am|are|had|was)\b", plain) and not OWN_RECOMMENDATION.search(plain):
        return []
    if not context.is_list and not is_action(plain, is_item=True) and not GOVERNOR.search(plain[:300]):
        return []
    status = RemedyStatus.REFUSED if REFUSED.search(plain) else context.status
    deadline = deadline_in(plain) or context.deadline
    found = []
    for clause in split_clauses(plain, is_item=context.is_list):
        if COMPLIANCE.search(clause) and "£" not in clause and not is_apology(clause):
            continue
        for read in read_clause(clause, parties, unread, paragraph, context=context):
            remedy = read.remedy
            # What was paid or offered before has its own status, and no deadline.
            has_own_status = remedy.status is not RemedyStatus.NOT_STATED
            row = replace(
                remedy,
                status=remedy.status if has_own_status else status,
                deadline=None if has_own_status else deadline,
                payee=payee_of_row(remedy, clause, plain, context, parties),
                paragraph=paragraph.id,
            )
            words = read.words[:BOUND]
            place = section.section.ordinal
            lead = f"{context.words} {words_around(clause, plain)}"
            found.append(Mention(row, place, words, is_listed=True, is_total=read.is_total, lead=lead))
    return found


# --------------------------------------------------------------------------- the assessment


def _read_assessment(section: ReadSection, parties: Parties) -> list[Mention]:
    """Sentences that say that something was agreed, recommended or refused; what follows such a line as its list."""
    found: list[Mention] = []
    lead: Context | None = None
    if EARLIER_INVESTIGATION.search(section.section.heading):
        return found
    for paragraph in section.paragraphs:
        sentences = [normalise(sentence) for sentence in sentences_of_item(paragraph.text)]
        before: list[Mention] = []
        for n, sentence in enumerate(sentences):
            plain = with_sum_before(sentence, sentences[n - 1] if n else "")
            if before and _refuses_what_stands_before(plain):
                found = [_refused(mention) if mention in before else mention for mention in found]
                continue
            status = _status_of(plain) or (lead.status if lead is not None and len(sentences) == 1 else None)
            if status is None and section.role is SectionRole.SUMMARY:
                status = status_in_summary(plain)
            if n + 1 < len(sentences) and _AGREES_BARE.match(sentences[n + 1]) and _ASKED.search(plain):
                status = RemedyStatus.AGREED
            if status is None or EARLIER_RECOMMENDATION.search(plain):
                continue
            if status is RemedyStatus.REFUSED:
                if not OWN_RECOMMENDATION.search(plain):
                    continue
            # "This is less than we would expect, and it has agreed to increase it to £500" says what is done as well.
            elif ASIDE.search(plain) and not ("£" in plain and AGREED.search(plain)):
                continue
            context = replace(lead, status=status) if lead is not None else Context(status)
            rows = list(_read_told_action(plain, paragraph, section, context, parties))
            found += rows
            before = rows or before
        ending = sentences[-1].rstrip() if sentences else ""
        if ending.endswith(":"):
            led = _status_of(ending) or _status_of_lead_in(ending)
            lead = None if led is None else Context(led, deadline_in(ending), is_list=True)
        elif not (ending.endswith((";", "; and", ", and")) or (lead and ending[:1].islower())):
            lead = None
    return found


def _read_told_action(
    plain: str, paragraph: Paragraph, section: ReadSection, context: Context, parties: Parties
) -> Iterator[Mention]:
    clauses = things_named(plain) or split_clauses(plain, is_item=context.is_list)
    for clause in clauses:
        if COMPLIANCE.search(clause) and "£" not in clause:
            continue
        if not is_action(clause, is_item=True):
            continue
        for read in read_clause(clause, parties, [], paragraph, context=replace(context, is_list=True)):
            remedy = read.remedy
            has_own_status = remedy.status is not RemedyStatus.NOT_STATED
            row = replace(
                remedy,
                status=remedy.status if has_own_status else context.status,
                deadline=deadline_in(plain) or context.deadline,
                paragraph=paragraph.id,
                payee=payee_of_row(remedy, clause, plain, context, parties),
            )
            words = read.words if "£" in clause else plain
            yield Mention(row, section.section.ordinal, words[:BOUND], is_listed=False, is_total=read.is_total)


def _status_of_lead_in(plain: str) -> RemedyStatus | None:
    """A line that leads in what the body "will" or "should" do; None for one that leads in anything else."""
    match = _WILL_OR_SHOULD.search(plain)
    if match is None:
        return None
    return RemedyStatus.AGREED if match["verb"].lower() == "will" else RemedyStatus.RECOMMENDED


# "I asked the Council to carry out an assessment. It agreed."
_ASKED = re.compile(r"\b(?:I|we) (?:also |then |therefore )?(?:asked|invited|suggested)\b", re.I)
_AGREES_BARE = re.compile(
    rf"{BODY} (?:has |have )?(?:now |since |also )?agreed(?: to (?:do (?:so|this)|this|that|my \w+|our \w+))?\.?$", re.I
)
_WILL_OR_SHOULD = re.compile(rf"\b{BODY} (?P<verb>will|should)\b(?! have\b)(?=[^.]{{0,80}}:$)", re.I)


# What the complainant says should be paid is no recommendation, unless the sentence has ours or the body's word too.
_BY_US = re.compile(
    r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur)\b|\bagree[ds]?\b|\baccept|\b(?:refus|declin|reject)\w+|\bhas not\b|\bwill\b"
)


def _status_of(plain: str) -> RemedyStatus | None:
    if WOULD_HAVE.search(plain) or (CLAIMED.search(plain) and not _BY_US.search(plain)):
        return None
    if REFUSED.search(plain):
        return RemedyStatus.REFUSED
    if AGREED.search(plain):
        return RemedyStatus.AGREED
    return RemedyStatus.RECOMMENDED if OWN_RECOMMENDATION.search(plain) else None


# --------------------------------------------------------------------------- refusals, deadlines


def _with_refusals(found: list[Mention], sections: Sequence[ReadSection]) -> list[Mention]:
    """A refusal that names its sum, or that means all recommendations, makes those rows refused."""
    refused: set[int] = set()
    is_all = False
    for section in sections:
        if section.is_standing_text or section.role in (SectionRole.COMPLAINT, SectionRole.HAPPENED):
            continue
        for paragraph in section.paragraphs:
            for sentence in split_sentences(paragraph.text):
                plain = normalise(sentence)
                is_all = is_all or bool(REFUSED_ALL.search(plain))
                if "£" in plain and REFUSED.search(plain):
                    refused |= {money.pence for money in find_money(plain)}
    open_ones = (RemedyStatus.AGREED, RemedyStatus.RECOMMENDED)
    return [
        _refused(mention)
        if mention.remedy.status in open_ones and (is_all or mention.remedy.amount_pence in refused)
        else mention
        for mention in found
    ]


def _with_deadline(mention: Mention, deadline: str) -> Mention:
    if mention.remedy.deadline:
        return mention
    return replace(mention, remedy=replace(mention.remedy, deadline=deadline))
