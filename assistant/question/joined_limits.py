"""The limits of an earlier question and of a follow-up → the limits of both: replaced, added to, taken away."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.domain import Filters, Outcome
from assistant.question.assumptions import without_limits
from assistant.question.reading import Reading
from assistant.vocabulary import favoured_subcategories

# "Surrey as well", "include the ones that won too": beside what was asked before, not in its place.
_AS_WELL = re.compile(
    r"^\W*(?:(?:ok|and|now|please|can you|could you)\b\W*)*(?:add|include|plus)\b|\b(?:as well|too|also)\b"
)
# "forget Kent" lets go of the limit to Kent; "not Kent" leaves Kent out.
_LETS_GO = re.compile(r"^\W*(?:(?:ok|and|now|please|actually)\b\W*)*(?:forget|drop|remove|never mind|lose)\b")


# "What about adults?" after payments to a child: of other persons, so to other payees.
_OF_ADULTS = re.compile(r"\b(?:adults?|grown-ups?|pensioners?|older people|elderly)\b")
# "What's the usual payment?" after those that lost, which have none, is of all. "What did they get?" is of them.
_OF_PAYMENTS = re.compile(r"\b(?:payments?|payouts?|compensation|how much|sums?|amounts?|tariffs?|pay|paid)\b")
_OF_THEM = re.compile(r"\b(?:these|those|them|they|their|that|any of|of the (?:ones|cases))\b")
_LOST = frozenset({Outcome.NOT_UPHELD, Outcome.CLOSED, Outcome.DISCONTINUED})


def _asks_beyond_the_lost(kept: Filters, text: str) -> bool:
    """True for a question about payments as such, where only cases that lost were asked for before."""
    is_of_lost = bool(kept.outcomes) and _LOST.issuperset(kept.outcomes)
    return is_of_lost and _OF_PAYMENTS.search(text) is not None and _OF_THEM.search(text) is None


def _names_another_drawer(kept: Filters, topic: str) -> bool:
    """True for "and for SEN?" after a question limited to homelessness: the one takes the place of the other."""
    pointed = favoured_subcategories(topic)
    if not pointed or not (kept.categories or kept.subcategories):
        return False
    return not any(category in kept.categories or drawer in kept.subcategories for category, drawer in pointed)


def join_limits(earlier: Filters, reading: Reading) -> Filters:
    """Earlier limits without those taken away, each newly said one in its place; excluded bodies add up."""
    text, new = reading.wording.lower, reading.filters
    kept = without_limits(earlier, reading.loosens)
    if _asks_beyond_the_lost(kept, text):
        kept = replace(kept, outcomes=())
    adds = _AS_WELL.search(text) is not None
    # "sorry, meant Bristol, not Brum" leaves nobody out: it says which name was wrong.
    lets_go = new.bodies_not if _LETS_GO.match(text) or (reading.corrects and new.bodies) else ()
    # "remove Leeds" where Leeds was no limit leaves Leeds out.
    lets_go = tuple(name for name in lets_go if name in kept.bodies) if not reading.corrects else lets_go
    excluded = dict.fromkeys((*kept.bodies_not, *(name for name in new.bodies_not if name not in lets_go)))
    has_dates = new.date_from is not None or new.date_to is not None
    has_sums = new.amount_min_pence is not None or new.amount_max_pence is not None
    has_subject = bool(new.categories or new.subcategories) or _names_another_drawer(kept, reading.topic)
    bodies = new.bodies or tuple(name for name in kept.bodies if name not in new.bodies_not)
    return Filters(
        bodies=tuple(dict.fromkeys((*kept.bodies, *new.bodies))) if adds and kept.bodies else bodies,
        bodies_not=tuple(name for name in excluded if name not in new.bodies),
        categories=new.categories if has_subject else kept.categories,
        subcategories=new.subcategories if has_subject else kept.subcategories,
        outcomes=tuple(dict.fromkeys((*kept.outcomes, *new.outcomes))) if adds else new.outcomes or kept.outcomes,
        date_from=new.date_from if has_dates else kept.date_from,
        date_to=new.date_to if has_dates else kept.date_to,
        amount_min_pence=new.amount_min_pence if has_sums else kept.amount_min_pence,
        amount_max_pence=new.amount_max_pence if has_sums else kept.amount_max_pence,
        remedy_kinds=new.remedy_kinds or (() if new.remedy_kinds_not else kept.remedy_kinds),
        remedy_kinds_not=new.remedy_kinds_not or (() if new.remedy_kinds else kept.remedy_kinds_not),
        payees=new.payees or (() if _OF_ADULTS.search(text) else kept.payees),
        bases=new.bases or kept.bases,
        purposes=new.purposes or kept.purposes,
    )
