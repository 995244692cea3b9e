"""Question and history → Query: the order of the question stage, and the only place that knows it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import lru_cache

from assistant.domain import AnswerStatus, Assumption, CasebookFacts, Filters, Query, QuestionKind, Risk, SumOrder, Turn
from assistant.doors import DOORS, DeclineReason
from assistant.errors import QuestionError
from assistant.personal import Redaction, redact
from assistant.question.about import find_about
from assistant.question.asking import subject_of_declined
from assistant.question.assumptions import EARLIER, FAVOURED, ORDER, describe_limits, remark, without_limits
from assistant.question.followups import Joined, join
from assistant.question.kinds import is_term_of_procedure
from assistant.question.limiting import Limited, set_limits
from assistant.question.points_back import needs_an_earlier_turn, refers_back
from assistant.question.purposes import limit_to_purpose
from assistant.question.reading import Reading, take_out_bodies
from assistant.question.remedies_of_one import kinds_asked
from assistant.question.remit import is_about_complaining
from assistant.question.returning import find_return
from assistant.question.risk import find_risks, is_asked_in_general
from assistant.question.scope import decline_for, find_decline
from assistant.question.shapes import SPECIAL_KINDS
from assistant.question.special import read_with_kind, term_followed_up, with_special_parts
from assistant.question.words import table_words
from assistant.text import find_references, join_words
from assistant.vocabulary import content_words, expand, favoured_subcategories

_NO_LIMITS = Filters()
_KINDS_DECLINED = {AnswerStatus.UNCLEAR: QuestionKind.UNCLEAR, AnswerStatus.ABOUT: QuestionKind.ABOUT_REDRESS}
# Earlier user turns that are read again, newest first, and how much of each: enough for a chain of follow-ups.
_TURNS_READ = 6
_TURN_LENGTH = 2000
# "The second one" after an answer that found nothing is one of the answer before it.
_ANSWERS_LOOKED_AT = 2

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
# Said of the talk itself, with no matter in it: a search for these words would find nothing that is meant.
_OF_THE_TALK = re.compile(
    r"\W*(?:(?:sorry|ok|okay|hmm|no|but|wait|eh|um)\W+)*(?:i (?:still )?(?:don'?t|do not|didn'?t) (?:understand|get it"
    r"|follow)(?: (?:that|this|it|you|any of (?:that|this|it)))?|(?:(?:can|could) you )?(?:please )?(?:say|put|explain"
    r"|repeat) (?:that|this|it)(?: (?:again|more simply|simply|please|in plain english|in simpler? (?:words|terms)"
    r"|differently|better))*|what do you mean(?: by that)?|i'?m (?:confused|lost)|pardon|come again"
    r"|(?:that|this|it)(?:'?s| is)? (?:all )?(?:makes no sense|doesn'?t make sense|wrong|not right"
    r"|not what i (?:asked|meant)|not helpful|no help|no good|not it)(?: (?:at all|for))?)\W*"
)
# The field's terms are looked up in so much of a topic: a longer one is a story whose head names the matter.
_TOPIC_READ = 1200
_SHORT = 100
_VOWEL_LESS = re.compile(r"^[^aeiouy\d]{5,}$|asdf|qwer|zxcv|hjkl|sdfg|dfgh|[bcdfghjklmnpqrstvwxz]{6,}|(.)\1{3,}")


def understand(
    question: str,
    history: Sequence[Turn],
    facts: CasebookFacts,
    *,
    question_limit: int = 8000,
    without: Sequence[str] = (),
    limits: Filters = _NO_LIMITS,
) -> Query:
    """Read a question together with its history: kind, limits, topic, and whether it can be answered at all.

    ``facts`` give the bodies and subcategories held, against which names are matched, and the newest date. ``without``
    are the keys of assumptions that the asker has undone; what they were is told in ``left_out``, and a key under
    which nothing is assumed changes nothing. ``limits`` were set beside the question: they hold with those said in it,
    and against them where the two cannot both hold, which ``limit_remarks`` tell. The same input always gives the same
    Query. Raises QuestionError for an empty question and for one of more than ``question_limit`` characters; an
    unanswerable question is no error but a Query with ``decline``.
    """
    if not question.strip():
        raise QuestionError("The question is empty. Type what went wrong, or a case reference, and ask again.")
    if len(question) > question_limit:
        raise QuestionError(
            f"The question has {len(question):,} characters; at most {question_limit:,} can be read. "
            "Shorten it to what went wrong and what you want to know."
        )
    query = _understand(question, history, facts, (), limits)
    left_out: list[Assumption] = []
    # One after the other: what the second key undoes may only be assumed once the first is undone.
    for number, key in enumerate(without, start=1):
        left_out += [assumption for assumption in query.assumptions if assumption.key == key]
        query = _understand(question, history, facts, without[:number], limits)
    return replace(query, left_out=tuple(left_out))


def _understand(
    question: str, history: Sequence[Turn], facts: CasebookFacts, without: Sequence[str], given: Filters
) -> Query:
    """One reading of the question within the limits given, without the assumptions of these keys."""
    redaction = redact(question)
    own = read_with_kind(redaction.text, facts, without)
    states = _read_history(tuple(history)[-2 * _TURNS_READ :], facts)
    earlier = states[-1] if states else None
    own = term_followed_up(earlier, own)
    joined = _with_purpose(own, _join(states, own, _last_answer(history), facts, without), facts)
    joined = _undo_limits(joined, without)
    limited = set_limits(joined.reading, given, facts)
    about = find_about(redaction.text.lower(), follows_an_answer=earlier is not None)
    reason = _decline_reason(redaction, own, joined.reading, limited.reading, about)
    if reason is None:
        query = _query(question, redaction, joined, without, limited, given)
        return with_special_parts(query, limited.reading, facts)
    reading = _for_comparables(joined.reading, reason)
    # A decline without a subject shows no decisions, whatever the limits: they are no question by themselves.
    is_searched = bool(reading.topic or reading.references)
    limited = set_limits(reading, given, facts) if is_searched else Limited(reading)
    query = _query(question, redaction, replace(joined, reading=reading), without, limited, given)
    decline = decline_for(reason, own.wording)
    return replace(query, kind=_KINDS_DECLINED.get(decline.status, QuestionKind.OUT_OF_SCOPE), decline=decline)


def _with_purpose(own: Reading, joined: Joined, facts: CasebookFacts) -> Joined:
    """A purpose that stands alone limits the payments; in a follow-up it is a word of the earlier subject."""
    return replace(joined, reading=limit_to_purpose(joined.reading, facts)) if joined.reading is own else joined


def _undo_limits(joined: Joined, without: Collection[str]) -> Joined:
    filters = without_limits(joined.reading.filters, without)
    if filters == joined.reading.filters:
        return joined
    return replace(joined, reading=replace(joined.reading, filters=filters))


def _for_comparables(reading: Reading, reason: DeclineReason) -> Reading:
    """What is still searched beside a decline: the subject of the question, and nothing at all where it has none.

    "How do I sue Kent" says nothing that a decision could be like, so that not even Kent's decisions are listed.
    """
    if reading.references or not DOORS[reason].offers_comparables:
        return reading
    topic = subject_of_declined(take_out_bodies(reading))
    return replace(reading, topic=topic, filters=reading.filters if topic else Filters())


# What could be asked next is read with one history, several times for every answer.
@lru_cache(maxsize=4)
def _read_history(history: tuple[Turn, ...], facts: CasebookFacts) -> tuple[Reading, ...]:
    """What the earlier user turns asked, oldest first, each joined with those before it; those that can be searched."""
    states: list[Reading] = []
    answer = ""
    for turn in history:
        if turn.role == "assistant":
            answer = turn.content if find_references(turn.content) else answer or turn.content
        elif turn.role == "user" and turn.content.strip():
            reading = read_with_kind(redact(turn.content[:_TURN_LENGTH]).text, facts, turn.without)
            reading = term_followed_up(states[-1] if states else None, reading)
            says_more = bool(states) and reading.kind in SPECIAL_KINDS
            if reading.topic or not reading.filters.is_empty or reading.references or reading.loosens or says_more:
                joined = _with_purpose(reading, _join(tuple(states), reading, answer, facts, turn.without), facts)
                states.append(_undo_limits(joined, turn.without).reading)
    return tuple(states)


def _join(
    states: tuple[Reading, ...], reading: Reading, answer: str, facts: CasebookFacts, without: Collection[str]
) -> Joined:
    """The question joined with the one before it, or with the earlier one that it says it goes back to."""
    returned = None if EARLIER in without else find_return(reading, states)
    if returned is None:
        return join(states[-1] if states else None, reading, answer, without)
    earlier, rest = returned
    asked = read_with_kind(rest, facts, without) if rest else replace(reading, topic="", kind=earlier.kind, notes=())
    # The last answer is one to another question: nothing in it is meant.
    return join(earlier, asked, "", without)


def _last_answer(history: Sequence[Turn]) -> str:
    """The assistant's last turn; where it names no decision ("nothing comparable"), the one before it; or nothing."""
    last = [turn.content for turn in reversed(history) if turn.role == "assistant"][:_ANSWERS_LOOKED_AT]
    return next((content for content in last if find_references(content)), last[0] if last else "")


def _query(
    question: str, redaction: Redaction, joined: Joined, without: Collection[str], limited: Limited, given: Filters
) -> Query:
    """The Query of a joined reading within its limits, with everything that was read in said in plain words."""
    reading = limited.reading
    head = reading.topic[:_TOPIC_READ]
    risks = find_risks(reading.wording)
    is_single = reading.kind is QuestionKind.SINGLE_CASE
    favoured = favoured_subcategories(head) if head and FAVOURED not in without else ()
    own_limits = [one for one in _limits_assumed(joined.reading, given) if one.key not in limited.hidden]
    assumptions = [*joined.carried, *reading.notes, *own_limits]
    if redaction.weak:
        assumptions.append(remark(redaction.remark))
    if reading.order is not None and not is_single:
        first = "highest" if reading.order is SumOrder.HIGHEST else "lowest"
        assumptions.append(
            Assumption(ORDER, f"Cases are sorted by what was paid, {first} first.", f"{first.capitalize()} sum first")
        )
    if favoured and not is_single:
        drawers = join_words(dict.fromkeys(subcategory or category for category, subcategory in favoured[:2]))
        assumptions.append(Assumption(FAVOURED, f"Cases filed under {drawers} come first.", f"{drawers} first"))
    return Query(
        question=redaction.text if redaction.changed else question,
        kind=reading.kind,
        topic=reading.topic,
        filters=reading.filters,
        expansions=expand(head) if head else (),
        favoured_subcategories=favoured,
        references=reading.references,
        assumptions=tuple(dict.fromkeys(assumptions)),
        redacted_question=redaction.text if redaction.changed else None,
        is_risk_to_safety=bool(risks),
        risks=risks,
        order=None if is_single else reading.order,
        per=reading.per,
        by_nearness=reading.by_nearness and not is_single,
        kinds_asked=kinds_asked(reading.wording) if is_single else (),
        is_signpost_last=risks == (Risk.ABUSE,) and is_asked_in_general(reading.wording),
        given=given,
        limit_remarks=limited.remarks,
    )


def _limits_assumed(reading: Reading, given: Filters) -> list[Assumption]:
    """The limits; the only one of a question without a topic cannot be undone, for nothing would be left to ask."""
    assumed = describe_limits(reading.filters, reading.date_note)
    if len(assumed) == 1 and not reading.topic and not reading.references and given.is_empty:
        return [replace(assumed[0], key="")]
    return assumed


def _decline_reason(
    redaction: Redaction, own: Reading, joined: Reading, limited: Reading, about: DeclineReason | None
) -> DeclineReason | None:
    """Personal data first, then what is asked of Redress itself, scope, and whether there is anything to search."""
    if redaction.strong:
        return DeclineReason.PERSONAL_DATA
    if about is not None:
        return about
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
    return None if _stands_on_limits(limited) else DeclineReason.NOTHING_TO_SEARCH


def _stands_on_limits(reading: Reading) -> bool:
    """True where a list by body, sum or outcome is asked for without any subject ("all Lambeth decisions")."""
    filters = reading.filters
    if filters.bodies or reading.order is not None:
        return True
    if reading.kind is QuestionKind.TYPICAL_REMEDY and filters.purposes:
        return True
    if reading.kind in (QuestionKind.COMPARE, QuestionKind.TREND):
        return bool(filters.categories or filters.subcategories or filters.purposes)
    return reading.kind is QuestionKind.LIST_CASES and not filters.is_empty and reading.says_kind


def _is_small_talk(reading: Reading) -> bool:
    """True for "hello", "thanks", "I don't understand": nothing in it that names a matter, and no limit."""
    if not reading.filters.is_empty or reading.references:
        return False
    text = reading.wording.lower
    return reading.wording.words <= _SMALL_TALK or (len(text) < _SHORT and _OF_THE_TALK.fullmatch(text) is not None)


def _is_gibberish(topic: str) -> bool:
    """True where not one word of a short topic looks like a word."""
    words = [word for word in content_words(topic[:_TOPIC_READ]) if not word.isdigit()]
    return len(words) <= 4 and bool(words) and all(len(word) > 4 and _VOWEL_LESS.search(word) for word in words)
