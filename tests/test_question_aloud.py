"""What reading conversations aloud found: asking words taken for a subject, follow-ups that lost what they follow."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.domain import Purpose, QuestionKind, Risk
from assistant.question.risk import find_risks
from assistant.question.words import Wording
from tests.question_builders import ask, limits

K = QuestionKind
LISTED = (
    "Kent (21 017 938): £300. Essex (25 005 719) agreed £1,400. Leeds (24 000 272) had offered £200. And 18 018 188."
)


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("what is the difference between Lambeth and Southwark in late plan remedies", "late plan"),
        ("what's the difference between Leeds and Kent on missed visits", "missed visits"),
    ],
)
def test_the_difference_between_two_bodies_compares_the_bodies(question: str, topic: str) -> None:
    query = ask(question)
    assert (query.kind, query.topic) == (K.COMPARE, topic)
    assert all(side.bodies for side in query.compared)
    assert set(query.filters.bodies) == {name for side in query.compared for name in side.bodies}


def test_two_terms_tied_by_a_cause_are_both_explained() -> None:
    query = ask("what is fault causing injustice?")
    assert (query.kind, query.terms) == (K.MEANING, ("Fault", "Injustice"))


OF_A_PURPOSE = {
    "time and trouble": ("What is the usual payment for time and trouble?", Purpose.TIME_AND_TROUBLE),
    "a tariff": ("Is there a tariff for distress payments?", Purpose.DISTRESS),
    "in money": ('what does "avoidable distress" mean in money', Purpose.DISTRESS),
    "how much": ("how much for distress", Purpose.DISTRESS),
    "the norm": ("whats the norm for distress payments", Purpose.DISTRESS),
    "avoidable delay": ("what is usually paid for avoidable delay?", Purpose.DELAY),
    "uncertainty": ("how much for uncertainty", Purpose.DISTRESS),
    "uncertainty, told": (
        "how much for uncertainty - not knowing if the decision would have been different",
        Purpose.DISTRESS,
    ),
    "lost provision": ("typical award for loss of provision?", Purpose.LOSS_OF_PROVISION),
    "risk of harm": ("what do they pay for risk of harm", Purpose.RISK_OF_HARM),
}


@pytest.mark.parametrize(("question", "purpose"), OF_A_PURPOSE.values(), ids=OF_A_PURPOSE.keys())
def test_a_purpose_over_all_subjects_asks_for_the_payments_for_it(question: str, purpose: Purpose) -> None:
    query = ask(question)
    assert (query.decline, query.kind, query.topic) == (None, K.TYPICAL_REMEDY, "")
    assert query.filters.purposes == (purpose,)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("delays in adult social care", "delays"),
        ("has Leeds been found at fault for delay", "delay"),
        ("has Kent ever caused distress", "distress"),
    ],
)
def test_a_delay_without_money_is_a_matter_and_no_purpose(question: str, words: str) -> None:
    query = ask(question)
    assert query.filters.purposes == ()
    assert words in query.topic


def test_a_purpose_keeps_the_other_limits() -> None:
    query = ask("distress payments over £1,000 since 2022")
    assert (query.filters.purposes, query.filters.amount_min_pence) == ((Purpose.DISTRESS,), 100_000)
    assert query.filters.date_from == date(2022, 1, 1)


def test_what_a_word_for_a_purpose_is_counted_as_is_told() -> None:
    assert "Payments for uncertainty are counted as payments for distress." in ask("how much for uncertainty").assumed


@pytest.mark.parametrize("question", ["how much for distress over missed bins", "distress after a late plan"])
def test_a_purpose_with_a_subject_is_answered(question: str) -> None:
    assert ask(question).decline is None


def test_a_purpose_after_a_subject_is_a_follow_up() -> None:
    query = ask("how much for distress?", "bins missed for months", LISTED)
    assert (query.decline, query.references) == (None, ())
    assert "bins" in query.topic


def test_a_late_reply_at_a_stage_is_the_matter_of_a_draft() -> None:
    assert "stage 2" in ask("draft a reply for the council about a late stage 2 response").topic


def test_a_waiting_list_is_no_wish_for_a_list() -> None:
    query = ask("allotment waiting list")
    assert (query.kind, query.topic) == (K.TYPICAL_REMEDY, "allotment waiting list")
    assert ask("list allotment cases").kind is K.LIST_CASES


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("Which councils were told to pay for late repairs?", "late repairs"),
        ("which councils have paid the most for missed visits", "missed visits"),
        ("journalist: which councils have been made to pay over lost records", "lost records"),
        ("blue badge refused, can I appeal to the ombudsman", "blue badge refused"),
    ],
)
def test_the_words_that_ask_are_not_searched(question: str, topic: str) -> None:
    assert ask(question).topic.strip(" ,") == topic


# --------------------------------------------------------------------------- follow-ups


def test_a_new_sum_takes_the_place_of_the_earlier_one() -> None:
    query = ask("and less than £300", "late repairs", LISTED, "only those with more than £1,000", LISTED)
    assert limits(query) == {"amount_max_pence": 30_000}
    assert query.topic == "late repairs"


@pytest.mark.parametrize(
    "question", ["which is the closest?", "which one is most like mine?", "what's the nearest case"]
)
def test_the_nearest_case_is_the_first_of_the_last_answer(question: str) -> None:
    assert [str(one) for one in ask(question, "late repairs", LISTED).references] == ["21 017 938"]


@pytest.mark.parametrize("question", ["how has that changed over the years?", "trend since 2018", "and the trend?"])
def test_a_trend_is_asked_of_the_subject_and_not_of_the_last_case(question: str) -> None:
    query = ask(question, "blue badge refused", LISTED)
    assert (query.kind, query.references) == (K.TREND, ())
    assert "blue badge" in query.topic


def test_what_the_money_was_for_is_asked_of_the_case() -> None:
    query = ask("was the money for the delay or for all of it?", "Summarise 21 017 938", "21 017 938: £300.")
    assert [str(one) for one in query.references] == ["21 017 938"]


def test_compare_that_with_another_body_sets_both_side_by_side() -> None:
    query = ask("compare that with Kent", "late plans in Leeds", LISTED)
    assert query.kind is K.COMPARE
    assert [side.label for side in query.compared] == ["Leeds City Council", "Kent County Council"]


@pytest.mark.parametrize(
    ("question", "is_for_body"),
    [("make it for the council instead", True), ("rewrite it please", False), ("from the council's side", True)],
)
def test_a_draft_made_otherwise_is_still_a_draft(question: str, is_for_body: bool) -> None:
    query = ask(question, "late repairs", LISTED, "draft a paragraph", "A paragraph to paste.")
    assert (query.kind, query.is_for_body) == (K.DRAFTING, is_for_body)


def test_without_that_takes_the_limit_away() -> None:
    assert limits(ask("without that", "late repairs", LISTED, "2023 only", LISTED)) == {}


def test_another_term_after_a_meaning_is_explained() -> None:
    query = ask("and distress?", "what does quantifiable loss mean", "Money that can be counted.")
    assert (query.kind, query.terms) == (K.MEANING, ("Avoidable distress",))


def test_another_drawer_takes_the_place_of_the_earlier_one() -> None:
    query = ask("and for EHC plans?", "compare Leeds and Kent on homelessness", LISTED)
    assert not query.filters.subcategories and not query.filters.categories
    assert len(query.filters.bodies) == 2


# --------------------------------------------------------------------------- signposts


@pytest.mark.parametrize(
    ("question", "is_last"),
    [
        ("what remedy is typical for an unredacted address", True),
        ("What did the Ombudsman say about domestic abuse and homelessness?", True),
        ("what remedy is typical, they gave my ex our new address", False),
        ("is there a typical remedy? my ex got our new address", False),
        ("domestic abuse, council refused to house", False),
        ("what remedy is usual, he knows the refuge address now", False),
    ],
)
def test_a_signpost_stands_first_unless_nobody_is_told_of(question: str, is_last: bool) -> None:
    query = ask(question)
    assert query.risks == (Risk.ABUSE,)
    assert query.is_signpost_last is is_last


def test_a_child_who_is_hit_is_no_adult() -> None:
    assert find_risks(Wording("my child is being hit by his dad")) == (Risk.CHILD_IN_DANGER,)
    assert find_risks(Wording("my nan is being hit by the carer")) == (Risk.ADULT_IN_DANGER,)
