"""What use of the page found: opinions, blanked details and everyday words of care, each in several wordings."""

from __future__ import annotations

import pytest

from assistant.vocabulary import expand, favoured_subcategories
from tests.question_builders import ask

HOME_CARE = ("Adult care services", "Domiciliary care")
CARE_LEAVERS = ("Children's care services", "Looked after children")


@pytest.mark.parametrize(
    "question",
    [
        "Council is rubbish",
        "my council is useless",
        "The council are a complete joke!",
        "social services are useless and lazy",
        "What a shambles",
    ],
)
def test_an_opinion_alone_is_nothing_to_search(question: str) -> None:
    query = ask(question)
    assert query.decline is not None and query.decline.reason == "nothing_to_search"
    assert query.topic == ""


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("rubbish not collected", "rubbish not collected"),
        ("terrible care home", "terrible care home"),
        ("useless repairs to the road", "useless repairs to the road"),
    ],
)
def test_a_matter_beside_an_opinion_is_searched(question: str, topic: str) -> None:
    assert ask(question).topic == topic


@pytest.mark.parametrize(
    "asked",
    [
        "what have others got back?",
        "what did people get back",
        "how much did families get refunded?",
        "what do they get?",
    ],
)
def test_what_others_got_back_leaves_nothing_in_the_topic(asked: str) -> None:
    assert ask(f"carers missed visits, {asked}").topic == "carers missed visits"


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        (
            "Mrs Jane Marlow (NI number QQ123456C, tel 07700 900123) of 14 Elm Road waited nine months for a care plan",
            "waited nine months for a care plan",
        ),
        (
            "My name is Jane Marlow, email jane@example.com, I live at 14 Elm Road LS99 4ZZ. "
            "council missed my bins for months",
            "council missed my bins for months",
        ),
        (
            "Dear all, Mr Peter Quill DOB 12/03/1975 NHS no 943 476 5919 was left without home care for six weeks",
            "was left without home care for six weeks",
        ),
        ("Ms Marlow's son (born 03/04/2012) had no school place", "son had no school place"),
    ],
)
def test_what_is_left_of_blanked_details_is_no_topic(question: str, topic: str) -> None:
    query = ask(question)
    assert query.topic == topic
    assert query.redacted_question is not None and "[" in query.redacted_question


@pytest.mark.parametrize(
    "topic",
    [
        "social services didn't turn up to my mum for her personal care",
        "nobody came to wash and dress my dad for three days",
        "the agency never showed up to get nan out of bed",
        "social services failed to arrive for gran's personal care",
    ],
)
def test_care_that_did_not_come_is_missed_home_care(topic: str) -> None:
    said = expand(topic)
    assert "late and missed home care calls" in said
    assert not {"children's services"} & set(said)
    assert HOME_CARE in favoured_subcategories(topic)


@pytest.mark.parametrize(
    "topic",
    [
        "my leaving care worker never called",
        "leaving care team hasn't been in touch for a year",
        "care leaver adviser never answers",
    ],
)
def test_a_leaving_care_worker_is_no_home_carer(topic: str) -> None:
    said = expand(topic)
    assert "no contact from a personal adviser" in said
    assert not [phrase for phrase in said if "home care" in phrase]
    assert favoured_subcategories(topic) == (CARE_LEAVERS,)


def test_personal_care_at_school_is_no_home_care() -> None:
    assert HOME_CARE not in favoured_subcategories("my son's personal care at school was not done")
