"""Honest replies in many wordings: each of their statements is shown. A check that refuses everything is useless."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from assistant.answering import Step
from assistant.domain import Answer, StatementRole
from assistant.export import answer_to_json
from tests.model_world import (
    DECISIONS,
    PROVIDERS,
    QUESTION,
    by_the_model,
    find,
    honest_statement,
    reply_with,
    said,
    sentence_key,
    template_answer,
    unproved_words,
    world,
)
from tests.scripted_model import Asked, Offered, Reply


@dataclass(frozen=True)
class Honest:
    """One way to word a true statement, and what must be shown of it."""

    name: str
    case: str
    text: Callable[[Offered], str]
    shown: str


def sentence(of: Offered, words: str) -> str:
    """The sentence that holds some words."""
    return sentence_key(of, words)[1]


FIRST_NAME = "Northmoor Council (21 000 001, June 2021)"
SECOND_NAME = "Southfell County Council (21 000 002, March 2023)"
LOST_NAME = "Eastbeck Borough Council (21 000 003, October 2022)"
UNPAID_NAME = "Westmere Council (21 000 004, January 2020)"
WHOLE_NAME = "Dunholme Council (21 000 005, May 2024)"
FIRST_SUM = "£300 to the complainant for distress (agreed)"
SECOND_SUM = "£1,200 to the child for lost provision (recommended)"

HONEST = (
    Honest(
        "only the name and the sum",
        "boy",
        lambda c: f"[{c.keys['case']}]: [{c.keys['money']}]",
        f"{FIRST_NAME}: {FIRST_SUM}.",
    ),
    Honest(
        "the sum first",
        "boy",
        lambda c: f"The remedy was [{c.keys['money']}] in [{c.keys['case']}].",
        f"The remedy was {FIRST_SUM} in {FIRST_NAME}.",
    ),
    Honest(
        "in, and the story",
        "boy",
        lambda c: f"In [{c.keys['case']}], {sentence(c, '41 weeks')} The payment was [{c.keys['money']}].",
        f"In {FIRST_NAME}, a council took 41 weeks to issue a boy's education plan. The payment was {FIRST_SUM}.",
    ),
    Honest(
        "without a full stop behind the copied sentence",
        "boy",
        lambda c: f"[{c.keys['case']}]: {sentence(c, '41 weeks').rstrip('.')}; the remedy was [{c.keys['money']}]",
        f"{FIRST_NAME}: a council took 41 weeks to issue a boy's education plan; the remedy was {FIRST_SUM}.",
    ),
    Honest(
        "a sentence that points back behind its own",
        "boy",
        lambda c: (
            f"[{c.keys['case']}]: {sentence(c, '41 weeks')} {sentence(c, 'right of appeal')} [{c.keys['money']}]."
        ),
        f"{FIRST_NAME}: a council took 41 weeks to issue a boy's education plan. "
        f"It did not tell his mother of her right of appeal. {FIRST_SUM}.",
    ),
    Honest(
        "with the outcome and the issue",
        "girl",
        lambda c: (
            f"[{c.keys['case']}] was [{c.keys['outcome']}]; the complaint was about [{c.keys['issue']}], "
            f"and the remedy in money was [{c.keys['money']}]."
        ),
        f"{SECOND_NAME} was upheld; the complaint was about “education plan issued late”, "
        f"and the remedy in money was {SECOND_SUM}.",
    ),
    Honest(
        "two sentences and the sum in brackets",
        "girl",
        lambda c: f"For example in [{c.keys['case']}] ([{c.keys['money']}]): {' '.join(list(c.words.values())[:2])}",
        f"For example in {SECOND_NAME} ({SECOND_SUM}): a girl's education plan came two terms late. "
        "Her tuition stopped in that time.",
    ),
    Honest(
        "by contrast",
        "A father",
        lambda c: (
            f"By contrast, in [{c.keys['case']}] the outcome was [{c.keys['outcome']}]: {sentence(c, '20 weeks')}"
        ),
        f"By contrast, in {LOST_NAME} the outcome was not upheld: "
        "the council issued it within 20 weeks, and no fault was found.",
    ),
    Honest(
        "a further case",
        "nine weeks",
        lambda c: f"A further case is [{c.keys['case']}]. {sentence(c, 'nine weeks')} It was [{c.keys['outcome']}].",
        f"A further case is {UNPAID_NAME}. An education plan was issued nine weeks late. "
        "It was upheld, no payment recorded.",
    ),
    Honest(
        "all in capitals or none",
        "boy",
        lambda c: f"IN [{c.keys['case']}], {sentence(c, '41 weeks').upper()} [{c.keys['money']}]",
        f"In {FIRST_NAME}, a council took 41 weeks to issue a boy's education plan. {FIRST_SUM}.",
    ),
    Honest(
        "curly marks and other dashes",
        "boy",
        lambda c: f"[{c.keys['case']}] – {sentence(c, '41 weeks').replace(chr(39), '’')} – [{c.keys['money']}]",
        f"{FIRST_NAME} – a council took 41 weeks to issue a boy's education plan – {FIRST_SUM}.",
    ),
    Honest(
        "the Ombudsman's words in the model's quotation marks",
        "should have taken",
        lambda c: (
            f"In [{c.keys['case']}]: “{sentence(c, '41 weeks')}” “{sentence(c, '20 weeks')}” [{c.keys['money']}]."
        ),
        f"In {WHOLE_NAME}: “The Council took 41 weeks to issue the plan.” "
        f"“It should have taken 20 weeks.” {FIRST_SUM}.",
    ),
    Honest(
        "the Ombudsman's words without any",
        "should have taken",
        lambda c: f"[{c.keys['case']}]: {sentence(c, '41 weeks')} The remedy was [{c.keys['money']}].",
        f"{WHOLE_NAME}: “The Council took 41 weeks to issue the plan.” The remedy was {FIRST_SUM}.",
    ),
    Honest(
        "a line break and doubled blanks",
        "boy",
        lambda c: f"[{c.keys['case']}]:\n  {sentence(c, '41 weeks')}\n\nThe remedy was  [{c.keys['money']}].",
        f"{FIRST_NAME}: a council took 41 weeks to issue a boy's education plan. The remedy was {FIRST_SUM}.",
    ),
    Honest(
        "the story before the name",
        "girl",
        lambda c: f"About [{c.keys['issue']}]: in [{c.keys['case']}] the remedy was [{c.keys['money']}].",
        f"About “education plan issued late”: in {SECOND_NAME} the remedy was {SECOND_SUM}.",
    ),
)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("model-home")


@pytest.fixture(scope="module")
def template(home: Path) -> Answer:
    return template_answer(home)


@pytest.mark.parametrize("provider", PROVIDERS)
@pytest.mark.parametrize("honest", HONEST, ids=lambda one: one.name)
def test_an_honest_statement_is_shown(honest: Honest, provider: str, home: Path, template: Answer) -> None:
    def script(_number: int, asked: Asked) -> Reply:
        of = find(asked, honest.case)
        return reply_with(said(honest.text(of), next(iter(of.words.items()))))

    with world(home, script, provider=provider) as asking:
        answer = asking.ask()
    writing = answer.writing
    assert writing is not None
    assert writing.refused == ()
    assert (writing.shown, writing.rewritten, writing.left_out, writing.reason) == (1, 0, 0, "")
    (shown,) = by_the_model(answer, template)
    assert shown.text == honest.shown
    assert not unproved_words(shown, DECISIONS, template)
    assert len(answer.statements) == len(template.statements) + 1
    assert not answer.report.failures
    assert len(asking.server.requests) == 1


def all_cases(_number: int, asked: Asked) -> Reply:
    return reply_with(*(honest_statement(each) for each in asked.cases))


def test_a_whole_honest_answer_keeps_every_figure_and_every_place(home: Path, template: Answer) -> None:
    with world(home, all_cases) as asking:
        answer = asking.ask()
    assert [each.role for each in answer.statements[:-1]] == [each.role for each in template.statements]
    by_case = (StatementRole.CLOSEST, StatementRole.CONTRAST)
    for ours, theirs in zip(template.statements, answer.statements, strict=False):
        if ours.role in by_case:
            assert theirs.text.startswith(ours.text.split(":")[0]) and theirs.text != ours.text
        else:
            assert theirs == ours
    note = answer.statements[-1]
    assert note.text == (
        "Parts of this answer were worded by a language model (openai:scripted) and checked against the evidence."
    )


def test_the_answer_and_its_json_record_model_and_prompt(home: Path) -> None:
    with world(home, all_cases, provider="ollama") as asking:
        made = answer_to_json(asking.ask())
    assert made["versions"]["model"] == "ollama:scripted"
    assert made["versions"]["model_said_to_be"] == "scripted-1"
    assert made["versions"]["prompt"] == made["writing"]["prompt"] == "write-answer-1"
    assert made["writing"] | {"shown": 5, "refused": [], "reason": ""} == made["writing"]


def test_without_a_model_the_json_says_that_none_wrote(template: Answer) -> None:
    made = answer_to_json(template)
    assert made["writing"] is None
    assert "model" not in made["versions"]


def test_the_steps_bring_the_checked_answer_before_the_model_is_waited_for(home: Path, template: Answer) -> None:
    with world(home, all_cases) as asking:
        stream = asking.assistant.stream(QUESTION)
        steps: list[Step] = []
        for event in stream:
            if isinstance(event, Step):
                steps.append(event)
                if event.is_before_wait:
                    assert event.statements == template.statements
                    assert asking.server.requests == []
    assert [step.name for step in steps][-4:] == ["check_citations", "ask_model", "repair_wording", "check_wording"]
    assert [step.name for step in steps if step.is_before_wait] == ["check_citations"]
    assert next(step.label for step in steps if step.name == "ask_model") == "5 statements of the model’s hold"


@pytest.mark.parametrize("provider", PROVIDERS)
def test_a_paraphrase_is_written_anew_from_the_sentences_it_rests_on(
    provider: str, home: Path, template: Answer
) -> None:
    def script(_number: int, asked: Asked) -> Reply:
        of = find(asked, "boy")
        text = f"In [{of.keys['case']}] it took far too long until the plan was there."
        return reply_with(said(text, sentence_key(of, "41 weeks"), sentence_key(of, "apologise")))

    with world(home, script, provider=provider) as asking:
        answer = asking.ask()
    (shown,) = by_the_model(answer, template)
    assert shown.text == (
        f"{FIRST_NAME}, about “education plan issued late”: a council took 41 weeks to issue a boy's education plan. "
        "The council agreed to apologise and to pay her £300 for distress. "
        f"The remedy was {FIRST_SUM}."
    )
    assert answer.writing is not None
    assert (answer.writing.shown, answer.writing.rewritten) == (0, 1)
    assert "1 statement of the model’s was written anew from the evidence" in answer.statements[-1].text


def test_no_reference_is_sent_and_none_needs_to_be(home: Path) -> None:
    with world(home, all_cases) as asking:
        asking.ask("what remedy is typical for a late education plan, as in 21 000 001?")
    body: dict[str, Any] = asking.server.requests[0].body
    assert "21 000 00" not in str(body)
    assert "21-000-00" not in str(body)
