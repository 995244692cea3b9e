"""Question and history → Query: the order of the question stage, and the only place that knows it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.domain import AnswerStatus, CasebookFacts, Filters, Outcome, Query, QuestionKind, RemedyKind, Turn
from assistant.doors import DOORS, DeclineReason
from assistant.errors import QuestionError
from assistant.question.amounts import AmountLimit
from assistant.question.asking import subject_of_declined
from assistant.question.dates import DateLimit
from assistant.question.followups import Joined, join, needs_an_earlier_turn, refers_back
from assistant.question.kinds import is_term_of_procedure
from assistant.question.personal import Redaction, redact
from assistant.question.reading import Reading, take_out_bodies
from assistant.question.remit import is_about_complaining
from assistant.question.scope import decline_for, find_decline, is_risk_to_safety
from assistant.question.special import read_with_kind, with_special_parts
from assistant.question.words import table_words
from assistant.text import join_words
from assistant.vocabulary import content_words, expand, favoured_subcategories

# Earlier user turns that are read again, newest first, and how much of each: enough for a chain of follow-ups.
_TURNS_READ = 6
_TURN_LENGTH = 2000

_SMALL_TALK = frozenset(
    table_words(
        "hi hiya hello hey help test testing ok okay thanks thank you cheers ta please pls yes no yeah lol bye "
        "goodbye there "
        "good morning afternoon evening can what who are is how do does this it work works me i need want some "
        "with a the "
        "your you're my name start begin again info information question questions anything something nothing "
        "idk hmm um "
        "well sure great cool nice sorry all everyone robot bot chat chatbot"
    )
)
# The field's terms are looked up in so much of a topic: a longer one is a story whose head names the matter.
_TOPIC_READ = 1200
_VOWEL_LESS = re.compile(r"^[^aeiouy\d]{5,}$|asdf|qwer|zxcv|hjkl|sdfg|dfgh|[bcdfghjklmnpqrstvwxz]{6,}|(.)\1{3,}")


def understand(question: str, history: Sequence[Turn], facts: CasebookFacts, *, question_limit: int = 8000) -> Query:
    """Read a question together with its history: kind, limits, topic, and whether it can be answered at all.

    ``facts`` give the bodies and subcategories held, against which names are matched, and the newest date. The same
    input always gives the same Query. Raises QuestionError for an empty question and for one of more than
    ``question_limit`` characters; an unanswerable question is no error but a Query with ``decline``.
    """
    if not question.strip():
        raise QuestionError("The question is empty. Type what went wrong, or a case reference, and ask again.")
    if len(question) > question_limit:
        raise QuestionError(
            f"The question has {len(question):,} characters; at most {question_limit:,} can be read. "
            "Shorten it to what went wrong and what you want to know."
        )
    redaction = redact(question)
    own = read_with_kind(redaction.text, facts)
    earlier = _read_history(history, facts)
    joined = join(earlier, own, _last_answer(history))
    reason = _decline_reason(redaction, own, joined.reading)
    if reason is None:
        return with_special_parts(_query(question, redaction, joined), joined.reading, facts)
    query = _query(question, redaction, replace(joined, reading=_for_comparables(joined.reading, reason)))
    kind = QuestionKind.UNCLEAR if _is_unclear(reason) else QuestionKind.OUT_OF_SCOPE
    return replace(query, kind=kind, decline=decline_for(reason))


def _for_comparables(reading: Reading, reason: DeclineReason) -> Reading:
    """What is still searched beside a decline: the subject of the question, and nothing at all where it has none.

    "How do I sue Kent" says nothing that a decision could be like, so that not even Kent's decisions are listed.
    """
    if reading.references or not DOORS[reason].offers_comparables:
        return reading
    topic = subject_of_declined(take_out_bodies(reading))
    return replace(reading, topic=topic, filters=reading.filters if topic else Filters())


def _is_unclear(reason: DeclineReason) -> bool:
    return decline_for(reason).status is AnswerStatus.UNCLEAR


def _read_history(history: Sequence[Turn], facts: CasebookFacts) -> Reading | None:
    """What the earlier user turns asked, each joined with those before it; None without any that can be searched."""
    state: Reading | None = None
    answer = ""
    for turn in list(history)[-2 * _TURNS_READ :]:
        if turn.role == "assistant":
            answer = turn.content
        elif turn.role == "user" and turn.content.strip():
            reading = read_with_kind(redact(turn.content[:_TURN_LENGTH]).text, facts)
            if reading.topic or not reading.filters.is_empty or reading.references:
                state = join(state, reading, answer).reading
    return state


def _last_answer(history: Sequence[Turn]) -> str:
    """The assistant's last turn, or nothing."""
    return next((turn.content for turn in reversed(history) if turn.role == "assistant"), "")


def _query(question: str, redaction: Redaction, joined: Joined) -> Query:
    """The Query of a joined reading, with everything that was read in said in plain words."""
    reading = joined.reading
    head = reading.topic[:_TOPIC_READ]
    favoured = favoured_subcategories(head) if head else ()
    assumed = [
        *joined.carried,
        *reading.notes,
        *describe_filters(reading.filters, reading.date_note),
        *(["Names were blanked out before anything was searched."] if redaction.has_names else []),
    ]
    if favoured and reading.kind is not QuestionKind.SINGLE_CASE:
        drawers = join_words(dict.fromkeys(subcategory or category for category, subcategory in favoured[:2]))
        assumed.append(f"Cases filed under {drawers} come first.")
    return Query(
        question=question,
        kind=reading.kind,
        topic=reading.topic,
        filters=reading.filters,
        expansions=expand(head) if head else (),
        favoured_subcategories=favoured,
        references=reading.references,
        assumed=tuple(dict.fromkeys(assumed)),
        redacted_question=redaction.text if redaction.changed else None,
        is_risk_to_safety=is_risk_to_safety(reading.wording),
    )


def _decline_reason(redaction: Redaction, own: Reading, joined: Reading) -> DeclineReason | None:
    """Personal data first, then scope, then whether there is anything to search."""
    if redaction.strong:
        return DeclineReason.PERSONAL_DATA
    reason = find_decline(own.wording, names_english_body=own.names_english_body)
    if reason is not None:
        return reason
    if is_about_complaining(own.wording) and (joined is own or not refers_back(own)):
        return DeclineReason.HOW_TO_COMPLAIN
    if joined.references:
        return None
    if own.kind is QuestionKind.MEANING:
        if own.terms:
            return None
        if is_term_of_procedure(own.topic):
            return DeclineReason.MEANING_OF_A_TERM
    if _is_small_talk(own):
        return DeclineReason.NOTHING_TO_SEARCH
    if joined is own and needs_an_earlier_turn(own):
        return DeclineReason.NEEDS_THE_EARLIER_QUESTION
    if joined.topic:
        return DeclineReason.NOTHING_TO_SEARCH if _is_gibberish(own.topic) else None
    return None if _stands_on_limits(joined) else DeclineReason.NOTHING_TO_SEARCH


def _stands_on_limits(reading: Reading) -> bool:
    """True where a list by body, sum or outcome is asked for without any subject ("all Lambeth decisions")."""
    filters = reading.filters
    if filters.bodies:
        return True
    if reading.kind in (QuestionKind.COMPARE, QuestionKind.TREND):
        return bool(filters.categories or filters.subcategories or filters.purposes)
    return reading.kind is QuestionKind.LIST_CASES and not filters.is_empty and reading.says_kind


def _is_small_talk(reading: Reading) -> bool:
    """True for "hello", "help", "thanks": no word in it that names a matter, and no limit."""
    return reading.filters.is_empty and not reading.references and reading.wording.words <= _SMALL_TALK


def _is_gibberish(topic: str) -> bool:
    """True where not one word of a short topic looks like a word."""
    words = [word for word in content_words(topic[:_TOPIC_READ]) if not word.isdigit()]
    return len(words) <= 4 and bool(words) and all(len(word) > 4 and _VOWEL_LESS.search(word) for word in words)


# --------------------------------------------------------------------------- what was understood, in words

_OUTCOME_WORDS = {
    Outcome.UPHELD: "upheld",
    Outcome.NOT_UPHELD: "not upheld",
    Outcome.CLOSED: "closed after initial enquiries",
    Outcome.DISCONTINUED: "discontinued",
}
_KIND_WORDS = {
    RemedyKind.PAYMENT: "a payment",
    RemedyKind.REFUND: "a refund or write-off",
    RemedyKind.APOLOGY: "an apology",
    RemedyKind.SERVICE_IMPROVEMENT: "a service improvement",
}


def describe_filters(filters: Filters, date_note: str | None = None) -> list[str]:
    """Each limit as a short plain sentence, in the order of the fields; none for no limits."""
    said = []
    if filters.bodies:
        said.append(f"Only decisions about {join_words(filters.bodies, 'or')}.")
    if filters.bodies_not:
        said.append(f"Without decisions about {join_words(filters.bodies_not, 'or')}.")
    if filters.categories or filters.subcategories:
        said.append(f"Only cases filed under {join_words((*filters.categories, *filters.subcategories), 'or')}.")
    if filters.outcomes:
        said.append(f"Only cases that were {join_words((_OUTCOME_WORDS[item] for item in filters.outcomes), 'or')}.")
    dates = DateLimit(filters.date_from, filters.date_to).describe()
    if dates:
        said.append(f"Only cases {dates}{f' ({date_note})' if date_note else ''}.")
    sums = AmountLimit(filters.amount_min_pence, filters.amount_max_pence).describe()
    if sums:
        said.append(f"Only {sums}.")
    if filters.remedy_kinds:
        said.append(f"Only cases with {join_words((_KIND_WORDS.get(k, k.value) for k in filters.remedy_kinds), 'or')}.")
    if filters.payees:
        said.append(f"Only payments to a {join_words((payee.value for payee in filters.payees), 'or a')}.")
    if filters.purposes:
        said.append(f"Only payments for {join_words((purpose.value for purpose in filters.purposes), 'or')}.")
    if filters.bases:
        said.append("Only decisions held in full text.")
    return said
