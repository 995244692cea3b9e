"""A person at risk reads first where to turn; whoever asks about decisions, or for a council, does not."""

from __future__ import annotations

import re

import pytest

from assistant.answering import Assistant
from assistant.domain import Risk, StatementRole
from assistant.question.risk import find_risks
from assistant.question.words import Wording
from assistant.signposts import SIGNPOSTS, is_signpost, signposts_for

R = Risk

AT_RISK = {
    "the former partner has the address": ("the council gave my ex our new address", R.ABUSE),
    "a violent man": ("my violent ex got the report with my address", R.ABUSE),
    "fled": ("I fled my abusive husband and they won't house me", R.ABUSE),
    "danger of harm": ("we are in danger of being hurt", R.ABUSE),
    "a caseworker, and it is now": ("as caseworker: my client's abusive ex turned up today", R.ABUSE),
    "suicide": ("the bailiffs make me want to kill myself", R.SELF_HARM),
    "self-harm": ("she is cutting herself and has no school", R.SELF_HARM),
    "cannot go on": ("I can't go on like this, the council ignores me", R.SELF_HARM),
    "a child is hit": ("my stepdad is hitting my little brother and nobody listens", R.CHILD_IN_DANGER),
    "a child is abused in care": ("my son is being abused in his foster home", R.CHILD_IN_DANGER),
    "a child is missing": ("my daughter has gone missing from her placement", R.CHILD_IN_DANGER),
    "an adult is hit": ("staff are hitting my mum in the care home", R.ADULT_IN_DANGER),
    "an adult is neglected": ("dad is being neglected by his carers", R.ADULT_IN_DANGER),
    "a carer hits": ("my mum's carer hits her", R.ADULT_IN_DANGER),
    "a husband beats": ("my husband beats me and the council won't rehouse me", R.ABUSE),
    "a father hits": ("his dad hits him and social services ignored me", R.CHILD_IN_DANGER),
    "homeless tonight": ("homeless tonight with two kids, council refused", R.HOMELESS_NOW),
    "nowhere to sleep": ("I've got nowhere to sleep and they closed my case", R.HOMELESS_NOW),
    "in a car": ("we are sleeping in our car", R.HOMELESS_NOW),
    "evicted tomorrow": ("evicted tomorrow and no temporary accommodation", R.HOMELESS_NOW),
    "no food": ("there is no food in the house and the council refused help", R.NO_FOOD),
    "hungry": ("the kids are going hungry since they stopped the payments", R.NO_FOOD),
}


@pytest.mark.parametrize(("question", "risk"), AT_RISK.values(), ids=AT_RISK.keys())
def test_a_person_at_risk_is_seen(question: str, risk: Risk) -> None:
    assert risk in find_risks(Wording(question))


NOBODY = (
    "which cases involve domestic abuse and placements out of area",
    "decisions that mention domestic abuse and homelessness from 2023 to 2025",
    "as caseworker: tenant fled domestic abuse in 2019, what would be a fair offer for the delay",
    "I'm the complaints officer, a refuge place was refused in 2020, what is a defensible offer",
    "they had nowhere to go for three weeks in 2021",
    "the care home left mum with no food for a day",
    "a dangerous wall in danger of collapse",
    "in danger of missing the deadline",
    "food waste collected late, no food caddy",
    "no food hygiene rating was published",
    "planning permission for a food bank",
    "killing time with holding replies",
    "my child is out of school and the plan is late",
    "the child protection plan was wrong",
    "planning site for people living in a van",
    "the council's refuse lorry hit my car",
    "the delay hits families hard and the price hits the poorest",
    "my landlord threatened me with a bill",
)


@pytest.mark.parametrize("question", NOBODY)
def test_decisions_past_matters_and_the_councils_side_are_no_danger(question: str) -> None:
    assert find_risks(Wording(question)) == ()


def test_every_risk_has_its_words_and_a_public_page() -> None:
    assert set(SIGNPOSTS) == set(Risk)
    for signpost in SIGNPOSTS.values():
        assert signpost.text.endswith(".")
        assert len(signpost.text.split()) <= 45
        assert signpost.sources and all(source.startswith("https://") for source in signpost.sources)
        assert is_signpost(signpost.text)
    assert not is_signpost("Call 0123 456.")


def test_the_numbers_in_the_words_are_those_that_were_looked_up() -> None:
    looked_up = {"999", "55", "0808 2000 247", "116 123", "111", "0808 800 5000", "0808 208 2138"}
    said = {number for one in SIGNPOSTS.values() for number in re.findall(r"\d[\d ]*\d", one.text)}
    assert said == looked_up


def test_signposts_come_once_and_in_order() -> None:
    assert signposts_for(()) == ()
    found = signposts_for((R.SELF_HARM, R.ABUSE, R.SELF_HARM))
    assert found == (SIGNPOSTS[R.SELF_HARM], SIGNPOSTS[R.ABUSE])


@pytest.mark.parametrize("name", ["the former partner has the address", "homeless tonight", "no food", "self-harm"])
def test_the_signpost_stands_first_and_the_answer_follows(assistant: Assistant, name: str) -> None:
    question, risk = AT_RISK[name]
    answer = assistant.ask(question)
    assert answer.statements[0].role is StatementRole.SIGNPOST
    assert answer.statements[0].text == SIGNPOSTS[risk].text
    assert answer.report.withheld == ()
    assert any(statement.role is not StatementRole.SIGNPOST for statement in answer.statements)


def test_a_question_that_is_declined_has_the_signpost_too(assistant: Assistant) -> None:
    answer = assistant.ask("my ex has our address, ring me on 07700 900123")
    assert answer.status.value == "personal_data"
    assert answer.statements[0].text == SIGNPOSTS[R.ABUSE].text
