"""One clause of actions → the remedies it gives, with or without a sum, and what the rest of its sentence adds.

Who receives the money stands beside the sum, in the sentence, or in the line that leads the list in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.domain import Paragraph, Payee, Remedy, RemedyKind, RemedyStatus, Unread
from assistant.text import normalise
from ingest.remedies.action_words import APOLOGY, BEGINS_WITH_VERB, PERSON, kind_of_action, main_words
from ingest.remedies.clauses import is_action, is_apology
from ingest.remedies.parties import Parties, names_person, payee_of
from ingest.remedies.sum_words import AT_MOST, DEADLINE, PAY, REFUND
from ingest.remedies.sums import ClauseSum, purpose_of, read_sums, shorten

# Characters of a sentence that are looked at for payee and issue; none of a real page is nearly as long.
BOUND = 2000


@dataclass(frozen=True)
class Context:
    """What a paragraph inherits from the line that leads its list in.

    ``words`` are that line's own; ``is_list`` is true where the paragraph is an item of the list.
    """

    status: RemedyStatus
    deadline: str | None = None
    kind: RemedyKind | None = None
    payee: Payee = Payee.NOT_STATED
    words: str = ""
    is_list: bool = False


def deadline_in(words: str) -> str | None:
    """The first time limit that the words set, as they put it; None where they set none."""
    found = DEADLINE.search(normalise(words))
    return found[0].strip() if found else None


_MEANS_BEFORE = re.compile(r"\b(?:it|that|this)\b", re.I)
_OTHER_BODY = re.compile(r"\b(?:ccg|icb|trust|(?:care )?provider|contractor|agents?|school|panel)\b", re.I)


def words_around(clause: str, sentence: str) -> str:
    """Of the sentence around an action what says which matter it is about: what "it" means, which other body acts."""
    if "£" not in sentence and _MEANS_BEFORE.search(clause):
        return sentence[:BOUND]
    acts = _OTHER_BODY.search(sentence[: sentence.find(clause[:20])] if clause[:20] in sentence else "")
    return acts[0] if acts else ""


def payee_of_row(remedy: Remedy, clause: str, sentence: str, context: Context, parties: Parties) -> Payee:
    """Who receives money: named beside the sum, in its sentence, in the line before the list; else the complainant."""
    if not remedy.is_money:
        return Payee.NOT_STATED
    if remedy.payee is not Payee.NOT_STATED:
        return remedy.payee
    if context.payee is not Payee.NOT_STATED:
        return context.payee
    named = payee_of(_object(clause[:BOUND]), parties)
    if named is Payee.NOT_STATED and PAY.search(sentence[:BOUND]):
        named = payee_of(_object(sentence[:BOUND]), parties)
    if named is not Payee.NOT_STATED:
        return named
    return Payee.COMPLAINANT if parties.complainants else Payee.NOT_STATED


def _object(words: str) -> str:
    """The words right behind the verb: whom it is done to."""
    to_pay = re.search(
        r"\b(?:pay|pays|paying|refund|reimburse|repay|give|offer|offers)\b(?: back)? (?P<who>[^,;.£]{1,40})", words
    )
    return to_pay["who"] if to_pay else ""


def read_clause(
    clause: str, parties: Parties, unread: list[Unread], paragraph: Paragraph, *, context: Context
) -> Iterator[ClauseSum]:
    """The remedies of a clause, with or without a sum; none for a clause that says nothing is to be done.

    A sum that is no remedy (a range, a debt) is added to ``unread`` with its place in ``paragraph``.
    """
    if "£" in clause and (sums := list(read_sums(clause, parties, unread, paragraph.id, is_listed=True))):
        yield from sums
        if is_apology(clause) and not re.search(r"\b(?:in addition to|as well as) (?:the |its )?apology", clause, re.I):
            apology = APOLOGY.search(clause)
            yield ClauseSum(
                Remedy(RemedyKind.APOLOGY, detail=shorten(clause)), clause[apology.start() if apology else 0 :]
            )
        return
    if not is_action(clause, is_item=context.is_list):
        return
    if is_apology(clause):
        yield ClauseSum(Remedy(RemedyKind.APOLOGY, detail=shorten(clause)), clause)
        return
    money = _money_without_sum(clause)
    if money is not None and "£" in clause and not AT_MOST.search(clause):
        # A range or a sum that is no remedy, which ``read_sums`` has reported.
        return
    if money is not None:
        yield ClauseSum(Remedy(money, purpose=purpose_of(clause), detail=shorten(clause)), clause)
        return
    main = main_words(clause)
    kind = kind_of_action(clause, names_person=names_person(main, parties) or bool(PERSON.search(main)))
    if context.kind is not None and kind in (RemedyKind.OTHER_ACTION, RemedyKind.REASSESSMENT):
        kind = context.kind
    yield ClauseSum(Remedy(kind, detail=shorten(clause)), clause)


_CHARGE = re.compile(
    r"\b(?:fees?|charges?|debts?|costs?|money|sums?|payments?|fines?|tax|rent|bills?|invoices?|overpay\w+|penalt\w+|pcn"
    r"|arrears|expenses?|contributions?|it|interest|recovery)\b",
    re.I,
)
_PAYS = re.compile(
    r"(?:to |also )*(?:pay|pays|paying|(?:mak(?:e|ing) )?(?:a |an |the |further )?(?:(?:further|symbolic"
    r"|financial|small"
    r"|modest|token|appropriate|suitable) )?payments?(?! (?:plan|terms|card|schedule|system|arrangement)))\b",
    re.I,
)


def _money_without_sum(clause: str) -> RemedyKind | None:
    """Payment, refund or arrears whose sum the page does not state; None for what is no money."""
    kind = kind_of_action(clause, names_person=True)
    if kind is RemedyKind.BACKDATED_PROVISION:
        return kind
    refund = REFUND.search(clause[:60])
    if refund and refund.start() < 25 and BEGINS_WITH_VERB.match(clause):
        gives_back = re.match(r"(?:to |also )*(?:refund|reimburse|repay)", clause, re.I)
        if gives_back or _CHARGE.search(clause):
            return RemedyKind.REFUND
    return RemedyKind.PAYMENT if _PAYS.match(clause) else None
