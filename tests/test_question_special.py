"""The kinds that change the shape of an answer: compare, trend, reasons, improvements, drafting, meaning."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.domain import Payee, Purpose, QuestionKind, RemedyKind
from tests.question_builders import ask

K = QuestionKind

# question, kind, topic
SPECIAL = {
    "payments going up": ("Are missed bin payments going up?", K.TREND, "missed bin"),
    "risen since a year": ("have payouts for missed education risen since 2019", K.TREND, "missed education"),
    "more generous": ("is the ombudsman getting more generous about EHCP delay?", K.TREND, "EHCP delay"),
    "over the years": ("how has compensation for late repairs changed over the years", K.TREND, "late repairs"),
    "of one body": ("how have payments in Lambeth changed over time", K.TREND, ""),
    "a paragraph": ("Draft a paragraph for stage 2 citing similar decisions about late bins", K.DRAFTING, "late bins"),
    "a para to paste": ("can you write me a para i can paste about missed visits", K.DRAFTING, "missed visits"),
    "help with wording": ("help me word a complaint about blue badge refusal", K.DRAFTING, "blue badge refusal"),
    "improvements": (
        "What service improvements do they add for missed visits?",
        K.SERVICE_IMPROVEMENTS,
        "missed visits",
    ),
    "changes": ("what changes do councils have to make after losing records", K.SERVICE_IMPROVEMENTS, "losing records"),
    "training": (
        "what training do they recommend for safeguarding failures",
        K.SERVICE_IMPROVEMENTS,
        "safeguarding failures",
    ),
    "so little": ("why so little for a year out of school?", K.REASONS, "a year out of school"),
    "worked out": ("how do they work out payments for missed education", K.REASONS, "payments for missed education"),
    "what makes it more": ("what makes a payment bigger in homelessness cases", K.REASONS, "homelessness"),
    "two subjects": (
        "missed visits vs late assessments: which pays more",
        K.COMPARE,
        "missed visits; late assessments",
    ),
    "payees": (
        "Compare what was paid to the child and to the parent when assessments were inaccurate.",
        K.COMPARE,
        "assessments were inaccurate",
    ),
    "two bodies": ("compare Leeds and Kent on EHCP delay", K.COMPARE, "EHCP delay"),
    "two years": ("compare late plan payments in 2019 with 2024", K.COMPARE, "late plan"),
    "payments compared": (
        "what's the difference between payments for late EHCPs and for missed provision",
        K.COMPARE,
        "late EHCPs; missed provision",
    ),
}


@pytest.mark.parametrize(("question", "kind", "topic"), SPECIAL.values(), ids=SPECIAL.keys())
def test_a_special_kind_is_told_by_its_own_words_which_are_no_topic(question: str, kind: K, topic: str) -> None:
    query = ask(question)
    assert (query.kind, query.topic) == (kind, topic)
    assert query.decline is None


ORDINARY = {
    "charges that went up": "my care charges went up, what can I get",
    "a draft plan": "the draft plan was late, any money?",
    "drafting a reply": "Drafting a stg 2 reply. Register application sat unassessed. What have LAs been asked to pay?",
    "a letter was written": "council wrote a letter saying I owe them, is it fault",
    "allegations vs somebody": "Allegations vs foster carer not investigated properly. £?",
    "changed social workers": "Is it fault if the social worker changed seven times?",
    "improvements that never came": "they promised service improvements and never made them, what do people get",
    "before a year": "bins missed before 2020, what was paid",
    "a rise in rent": "rent has increased and housing benefit did not, any payout?",
    "why did it happen": "why was my application lost for a year, is that fault?",
}


@pytest.mark.parametrize("question", ORDINARY.values(), ids=ORDINARY.keys())
def test_a_story_that_uses_such_a_word_asks_for_no_special_kind(question: str) -> None:
    special = {K.COMPARE, K.TREND, K.REASONS, K.DRAFTING, K.SERVICE_IMPROVEMENTS, K.MEANING}
    assert ask(question).kind not in special


def test_a_trend_has_a_side_for_each_year_up_to_the_newest_at_most_twelve() -> None:
    years = [side.label for side in ask("are bin payments going up?").compared]
    assert years == sorted(years) and 2 <= len(years) <= 12
    since = ask("have bin payments gone up since 2020?").compared
    assert since[0].label == "2020" and since[0].date_from == date(2020, 1, 1)


def test_sides_of_payees_bodies_times_and_subjects_carry_their_own_limits() -> None:
    child, parent = ask("compare payments to the child and to the parent for late plans").compared
    assert (child.payees, Payee.COMPLAINANT in parent.payees) == ((Payee.CHILD,), True)
    leeds, kent = ask("compare Leeds and Kent on EHCP delay").compared
    assert (leeds.bodies, kent.bodies) == (("Leeds City Council",), ("Kent County Council",))
    before, after = ask("compare missed bins before and after 2022").compared
    assert (before.date_to, after.date_from) == (date(2021, 12, 31), date(2022, 1, 1))
    first, second = ask("missed visits vs late plans").compared
    assert (first.topic, second.topic) == ("missed visits", "late plans")


def test_a_purpose_or_a_drawer_that_is_the_whole_topic_becomes_a_limit() -> None:
    distress = ask("Compare £ for distress before and after 2022.")
    assert (distress.topic, distress.filters.purposes) == ("", (Purpose.DISTRESS,))
    drawer = ask("are homelessness payments going up?")
    assert drawer.filters.subcategories == ("Homelessness",) and drawer.topic == ""


def test_improvements_are_looked_for_where_there_are_some() -> None:
    assert ask("what service improvements for missed visits?").filters.remedy_kinds == (RemedyKind.SERVICE_IMPROVEMENT,)


def test_a_draft_says_for_which_side_it_is() -> None:
    assert ask("I'm the caseworker: write a reply offering a payment for a late review").is_for_body
    assert not ask("draft a paragraph for my complaint about a late review").is_for_body


def test_a_trend_or_draft_without_a_subject_asks_for_one() -> None:
    for question in ("are payments going up?", "write me a complaint letter"):
        assert ask(question).decline is not None, question


def test_a_special_kind_follows_up_with_the_earlier_subject() -> None:
    query = ask("and are they going up?", "what do people get for missed bins", "£100 to £300.")
    assert query.kind is K.TREND
    assert "missed bins" in query.topic


def test_terms_are_named_and_two_readings_of_one_are_both_given() -> None:
    assert ask("what does CIN mean on the form").terms == ("Child in need (section 17, Children Act 1989)",)
    assert len(ask("what does s42 mean").terms) == 2
    assert ask("what does flibbertigibbet mean").terms == ()
