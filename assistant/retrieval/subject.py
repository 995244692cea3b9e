"""Whether any decision held is about the subject of a question, by its words: a veto over what the scores say."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.casebook import Casebook
from assistant.domain import Decision, Query
from assistant.retrieval.spoken import issues_on
from assistant.vocabulary import content_words, count_said, named_services, unexplained_words

# Nothing comparable is held where nothing is near in meaning, or where words that no decision has make up a share of
# the topic and what is nearest is not near either: (share of unknown words, meaning of the nearest case below).
_NOTHING_NEAR = 0.2
# How many of the first cases are asked whether they speak of the subject.
_FIRST_FEW = 3
_UNKNOWN_SUBJECT = ((0.5, 0.375), (0.3, 0.33))


def is_subject_held(
    query: Query,
    casebook: Casebook,
    nearest: float,
    first: Sequence[Decision],
    *,
    is_probable: bool = False,
) -> bool:
    """Whether any decision held is about the subject; measured on subjects that are held and that are not.

    ``nearest`` is the best meaning of all that was found. A named service that no decision names is not held. What the
    words point to is held where the ``first`` cases are of that subcategory. For all else, words that are in no
    decision are a sign that the subject is another.
    """
    if _is_service_missing(query, casebook):
        return False
    if any((one.category, one.subcategory) in query.favoured_subcategories for one in first):
        return True
    # "Escort taken off the minibus": no decision has a minibus, and the first ones are about escorts all the same.
    if is_probable and any(issues_on(query, one) for one in first[:_FIRST_FEW]):
        return True
    if nearest < _NOTHING_NEAR:
        return False
    plain = unexplained_words(query.topic)
    unknown = [word for word in plain if not casebook.source.holds_any([word])]
    things = max(len(content_words(query.topic)), len(plain) + count_said(query.topic))
    share = len(unknown) / things
    return not any(share >= least and nearest < most for least, most in _UNKNOWN_SUBJECT)


def _is_service_missing(query: Query, casebook: Casebook) -> bool:
    """Whether the topic is about a service by name, and no decision has that name; no other place is pointed to."""
    services = named_services(query.topic)
    if not services or query.favoured_subcategories:
        return False
    return not any(casebook.source.holds_any(names) for names in services)
