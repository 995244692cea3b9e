"""A model that fails in every way we could think of: the answer is the template's, and says why in plain words."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from assistant.domain import Answer
from assistant.errors import ModelUnreachable
from assistant.llm import calling
from tests.model_world import PROVIDERS, find, honest_statement, reply_with, template_answer, world
from tests.scripted_model import Asked, Reply

_DEEP = '{"statements": ' + "[" * 20_000


@dataclass(frozen=True)
class Failure:
    """What the server does to each request, and what the answer says of it."""

    name: str
    reply: Reply
    because: str
    timeout: float = 4.0
    providers: tuple[str, ...] = PROVIDERS


_NOT_THE_FORM = "the model’s reply was not in the form asked for"
FAILURES = (
    Failure("too many requests", Reply(status=429), "the model is taking no more requests now"),
    Failure("overloaded", Reply(status=503), "the model is taking no more requests now"),
    Failure("an error of the server", Reply(status=500), "the model could not be reached"),
    Failure("a bad gateway", Reply(status=502), "the model could not be reached"),
    Failure("a key that is not accepted", Reply(status=401), "the model’s provider did not accept the key"),
    Failure("a key without rights", Reply(status=403), "the model’s provider did not accept the key"),
    Failure("a model that is not known", Reply("no such model", status=404), "the model reported an error"),
    Failure("a request that is refused", Reply("bad request", status=400), "the model reported an error"),
    Failure("a gateway that waited too long", Reply(status=504), "the model did not reply in time"),
    Failure("silence", Reply(silence=3), "the model did not reply in time", timeout=0.5),
    Failure("a word now and then", Reply("x", is_endless=True), "the model did not reply in time", timeout=0.5),
    Failure("endless text", Reply("word " * 400, is_endless=True), "the model’s reply did not end"),
    Failure("endless JSON", Reply('{"statements": [' + " " * 500, is_endless=True), "the model’s reply did not end"),
    Failure("a cut stream", Reply('{"statements": [{"text": "The', cut_after=25), _NOT_THE_FORM),
    Failure("a stream cut at once", Reply("x", cut_after=0), "the model"),
    Failure("an empty reply", Reply(""), "the model sent an empty reply"),
    Failure("blanks", Reply(" \n\t "), "the model sent an empty reply"),
    Failure("garbage", Reply("{{{{]]]] £££ \\u00"), _NOT_THE_FORM),
    Failure("prose", Reply("Councils usually pay £900 for this."), _NOT_THE_FORM),
    Failure("another object", Reply('{"answer": "£900"}'), _NOT_THE_FORM),
    Failure("a list", Reply('["£900"]'), _NOT_THE_FORM),
    Failure("a number", Reply("900"), _NOT_THE_FORM),
    Failure("no list of statements", Reply('{"statements": "£900"}'), _NOT_THE_FORM),
    Failure("statements that are none", Reply('{"statements": [null, 1, "£900"]}'), _NOT_THE_FORM),
    Failure("a field of its own", Reply('{"statements": [{"text": "x", "html": "<b>"}]}'), _NOT_THE_FORM),
    Failure("a thousand statements", Reply(json.dumps({"statements": [{"text": "£900"}] * 1000})), _NOT_THE_FORM),
    Failure("a nest without a bottom", Reply(_DEEP), _NOT_THE_FORM),
    Failure("nothing to say", Reply('{"statements": []}'), "the model had nothing to say"),
    Failure("a refusal in words", Reply("I'm sorry, but I can't help with that."), _NOT_THE_FORM),
    # The package passes over OpenAI's own field for a refusal, beside which nothing is said.
    Failure("a refusal", Reply(refusal="I cannot help."), "the model sent an empty reply", providers=("openai",)),
    Failure("a filter", Reply("x", finish="content_filter"), "the model refused to write", providers=("openai",)),
    Failure("a page of another server", Reply(raw=b"<html>Welcome to nginx</html>"), "the model"),
    Failure("broken events", Reply(raw=b"data: {not json\n\n{\n"), "the model"),
    Failure("an error in the stream", Reply(raw=b'data: {"error": {"message": "gone", "code": 500}}\n\n'), "the model"),
)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("model-home")


@pytest.fixture(scope="module")
def template(home: Path) -> Answer:
    return template_answer(home)


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calling, "_WAIT_BEFORE_RETRY", 0.01)


def honest(_number: int, asked: Asked) -> Reply:
    return reply_with(*(honest_statement(each) for each in asked.cases))


@pytest.mark.parametrize(
    ("failure", "provider"),
    [
        pytest.param(failure, provider, id=f"{failure.name}-{provider}")
        for failure in FAILURES
        for provider in failure.providers
    ],
)
def test_whatever_fails_the_answer_is_the_templates_and_says_why(
    failure: Failure, provider: str, home: Path, template: Answer
) -> None:
    started = time.monotonic()
    with world(home, failure.reply, provider=provider, timeout=failure.timeout) as asking:
        answer = asking.ask()
    assert time.monotonic() - started < failure.timeout + 3
    *said, note = answer.statements
    assert tuple(said) == template.statements
    assert failure.because in note.text
    assert note.text.startswith("This answer is in Redress’s own words and not the model’s, because ")
    assert "£900" not in note.text
    assert answer.writing is not None
    assert (answer.writing.shown, answer.writing.rewritten) == (0, 0)
    assert (answer.status, answer.summary, answer.report) == (template.status, template.summary, template.report)


def test_nobody_at_the_address(home: Path, template: Answer) -> None:
    with world(home, honest) as asking:
        pass
    assert asking.assistant.writer is not None
    model = asking.assistant.writer.model
    with pytest.raises(ModelUnreachable, match="Is it running"):
        model.write((calling.Message("user", "x"),), {"title": "t"})


@pytest.mark.parametrize("provider", PROVIDERS)
@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_second_try_helps_where_the_provider_was_busy(status: int, provider: str, home: Path) -> None:
    def script(number: int, asked: Asked) -> Reply:
        return honest(number, asked) if number else Reply(status=status)

    with world(home, script, provider=provider) as asking:
        answer = asking.ask()
    assert answer.writing is not None and answer.writing.shown == 5


@pytest.mark.parametrize(
    ("word", "field"),
    [
        pytest.param("response_format json_schema is not supported", "response_format", id="schema"),
        pytest.param("Unsupported value: 'temperature' does not support 0", "temperature", id="temperature"),
    ],
)
def test_a_server_that_refuses_a_setting_is_asked_without_it(word: str, field: str, home: Path) -> None:
    def script(number: int, asked: Asked) -> Reply:
        return Reply(word, status=400) if field in asked.body else honest(number, asked)

    with world(home, script) as asking:
        first, second = asking.ask(), asking.ask()
    assert first.writing is not None and second.writing is not None
    assert (first.writing.shown, second.writing.shown) == (5, 5)
    assert len(asking.server.requests) == 3, "the second question knows it already"


@pytest.mark.parametrize("provider", PROVIDERS)
def test_a_reply_that_could_not_be_read_is_asked_for_once_more(provider: str, home: Path) -> None:
    def script(number: int, asked: Asked) -> Reply:
        whole = honest(number, asked)
        return whole if number else replace(whole, cut_after=100)

    with world(home, script, provider=provider) as asking:
        answer = asking.ask()
    assert answer.writing is not None
    assert (answer.writing.shown, answer.writing.repaired, len(asking.server.requests)) == (5, 5, 2)
    assert "could not be read" in asking.server.requests[1].last


def test_a_failing_repair_leaves_what_held(home: Path) -> None:
    def script(number: int, asked: Asked) -> Reply:
        wrong = honest_statement(find(asked, "boy")) | {"text": "The council paid £900."}
        return Reply(status=500) if number else reply_with(wrong, honest_statement(find(asked, "girl")))

    with world(home, script) as asking:
        answer = asking.ask()
    assert answer.writing is not None
    assert (answer.writing.shown, answer.writing.rewritten, answer.writing.left_out) == (1, 1, 0)
    assert "£900" not in "\n".join(statement.text for statement in answer.statements)


@pytest.mark.parametrize(
    "around",
    [
        pytest.param(lambda text: f"```json\n{text}\n```", id="fence"),
        pytest.param(lambda text: f"Here is the JSON:\n\n{text}\n\nI hope it helps.", id="prose"),
        pytest.param(lambda text: f"\n  {text}  \n", id="blanks"),
    ],
)
def test_what_stands_around_the_reply_is_passed_over(around: Callable[[str], str], home: Path) -> None:
    def script(number: int, asked: Asked) -> Reply:
        return Reply(around(honest(number, asked).text))

    with world(home, script) as asking:
        answer = asking.ask()
    assert answer.writing is not None and answer.writing.shown == 5


def test_more_questions_at_once_than_a_model_is_asked_are_answered_without_it(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(calling, "_CALLS_AT_ONCE", 1)

    def slowly(number: int, asked: Asked) -> Reply:
        return replace(honest(number, asked), silence=1.0)

    with world(home, slowly) as asking, ThreadPoolExecutor(max_workers=2) as pool:
        answers = [pool.submit(asking.ask) for _ in range(2)]
        reasons = {answer.result().writing.reason for answer in answers}  # type: ignore[union-attr]
    assert reasons == {"", "the model is taking no more requests now"}
