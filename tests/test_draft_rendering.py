"""A checked draft on the page: every mark in its place, no character of the draft changed, nothing of it executed."""

from __future__ import annotations

from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answering import Assistant
from assistant.chat.drafts.form import render_form, render_read, render_refused
from assistant.chat.drafts.marking import find_places, mark_text
from assistant.chat.drafts.rendering import findings_to_copy, render_checked, summarise
from assistant.chat.drafts.tab import check_draft, read_file
from assistant.checking import LONGEST_TEXT, CheckedText, Judgement, Passage, Verdict
from assistant.checking import Place as TextPlace
from assistant.domain import CaseReference
from assistant.visible import unharmful
from tests.letters.measures import LETTERS

_REFERENCE = CaseReference("19 018 981")
HOSTILE = (
    '<img src=x onerror="window.hacked=1"> <script>window.hacked=1</script> [link](javascript:alert(1)) '
    "</div></section> {{constructor}} ${window.hacked=1} \u202e£005\u202c a\u200bb &amp; &lt;b&gt;"
)


class _Read(HTMLParser):
    """The text of some HTML, the elements it holds, and each element with its attributes and text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text = ""
        self.elements: set[str] = set()
        self.marked: list[tuple[dict[str, str | None], str]] = []
        self._open: list[dict[str, str | None]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        self._open.append(dict(attrs))

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 -- the parser names it
        self._open.pop()

    def handle_data(self, data: str) -> None:
        self.text += data
        for attributes in self._open:
            if "data-place" in attributes:
                self.marked.append((attributes, data))


def _judgement(start: int, end: int, verdict: Verdict = Verdict.SUPPORTED, text: str = "", **more: object) -> Judgement:
    line = text.count("\n", 0, start) + 1
    place = TextPlace(start, end, line, start - text.rfind("\n", 0, start))
    return Judgement("amount", text[start:end], place, verdict, "19 018 981: £300.", **more)  # type: ignore[arg-type]


def _checked(*judgements: Judgement) -> CheckedText:
    return CheckedText(judgements, decisions=1403)


# --------------------------------------------------------------------------- marks in their places


@given(st.data())
def test_the_marked_text_is_the_draft_character_for_character(data: st.DataObject) -> None:
    alphabet = st.sampled_from(list("ab <>&\"'\n\n\t£5\u202e\u200b\U000e0041é"))
    text = data.draw(st.text(alphabet, min_size=1, max_size=80))
    spans = data.draw(st.lists(st.tuples(st.integers(0, len(text) - 1), st.integers(1, 20)), max_size=6))
    judgements = [
        _judgement(start, min(len(text), start + length), data.draw(st.sampled_from(Verdict)), text)
        for start, length in spans
    ]
    places = find_places(_checked(*judgements))
    read = _Read(mark_text(text, places))
    assert read.text == text
    assert read.elements <= {"div", "span", "bdi"}
    for place in places:
        pieces = "".join(words for attributes, words in read.marked if attributes["data-place"] == str(place.number))
        assert pieces == text[place.start : place.end]
    assert all(one.end <= next_one.start for one, next_one in pairwise(places))


@pytest.mark.parametrize("letter", sorted((LETTERS / "first").glob("*.*t")), ids=lambda path: path.stem)
def test_every_judgement_of_a_letter_is_marked_where_its_words_stand(assistant: Assistant, letter: Path) -> None:
    text = letter.read_text(encoding="utf-8")
    checked = assistant.check(text)
    places = find_places(checked)
    assert sum(len(place.judgements) for place in places) == len(checked.judgements)
    for place in places:
        for judgement in place.judgements:
            assert judgement.words in text[place.start : place.end]
    assert _Read(mark_text(text, places)).text == text


def test_judgements_that_overlap_share_a_mark_and_the_worst_names_it() -> None:
    text = "They paid £300 to her son."
    amount = _judgement(10, 14, Verdict.SUPPORTED, text)
    payee = _judgement(10, 25, Verdict.CONTRADICTED, text)
    (place,) = find_places(_checked(amount, payee))
    assert (place.start, place.end, place.verdict) == (10, 25, Verdict.CONTRADICTED)
    assert place.judgements == (payee, amount)


def test_a_mark_over_several_lines_can_be_reached_once() -> None:
    text = "“one\ntwo\nthree” end"
    read = _Read(mark_text(text, find_places(_checked(_judgement(0, 15, text=text)))))
    assert [words for _, words in read.marked] == ["“one\n", "two\n", "three”"]
    assert [attributes.get("role") for attributes, _ in read.marked] == ["button", None, None]


def test_a_verdict_is_told_by_sign_and_word_and_not_by_colour_alone() -> None:
    text = "a b c d"
    checked = _checked(*(_judgement(2 * n, 2 * n + 1, verdict, text) for n, verdict in enumerate(Verdict)))
    marks = [attributes for attributes, _ in _Read(mark_text(text, find_places(checked))).marked]
    assert len({mark["data-sign"] for mark in marks}) == len({mark["aria-label"] for mark in marks}) == len(Verdict)
    assert [mark["title"] for mark in marks] == ["Supported", "Contradicted", "Not held", "Not checkable"]


# --------------------------------------------------------------------------- the summary and the findings


@pytest.mark.parametrize(
    ("verdicts", "said"),
    [
        pytest.param("", "Nothing was found that could be checked.", id="nothing"),
        pytest.param("--", "Nothing was found that could be checked.", id="only what cannot be checked"),
        pytest.param("s", "No error was found: 1 statement is supported.", id="one supported"),
        pytest.param("ss-", "No error was found: 2 statements are supported.", id="supported"),
        pytest.param("csss", "1 of 4 statements is wrong (an amount).", id="one wrong"),
        pytest.param("ccs", "2 of 3 statements are wrong (2 amounts).", id="two wrong"),
        pytest.param(
            "ccsn", "2 of 4 statements are wrong (2 amounts) and 1 case is not held.", id="wrong and not held"
        ),
        pytest.param("nn", "2 cases of 2 statements are not held.", id="not held"),
    ],
)
def test_the_summary_counts_what_is_wrong_and_calls_no_text_right(verdicts: str, said: str) -> None:
    kinds = {"s": Verdict.SUPPORTED, "c": Verdict.CONTRADICTED, "n": Verdict.NOT_HELD, "-": Verdict.NOT_CHECKABLE}
    text = "x" * 20
    checked = _checked(*(_judgement(2 * n, 2 * n + 1, kinds[letter], text) for n, letter in enumerate(verdicts)))
    assert summarise(checked) == said
    shown = _Read(render_checked(text, checked)).text
    assert said in shown
    assert "No letter is called right here." in shown


def test_a_finding_shows_what_the_decision_says_and_what_to_write_instead() -> None:
    text = "It paid £500."
    passage = Passage(_REFERENCE, "p1", "It agreed to pay £300 & more.", 0, is_digest=True)
    wrong = _judgement(8, 12, Verdict.CONTRADICTED, text, reference=_REFERENCE, passage=passage, instead="£300")
    html = render_checked(text, _checked(wrong))
    shown = _Read(html).text
    for said in ("Contradicted", "amount, line 1", "Write instead: £300", "Our digest says:", passage.quote):
        assert said in shown
    assert 'data-decision="19 018 981"' in html
    copied = findings_to_copy(_checked(wrong))
    assert "Contradicted (1)\n- line 1, amount “£500”: 19 018 981: £300." in copied


def test_a_near_reference_is_offered_as_another_case() -> None:
    text = "See 19 018 891."
    missing = _judgement(4, 14, Verdict.NOT_HELD, text, reference=CaseReference("19 018 891"), near=(_REFERENCE,))
    html = render_checked(text, _checked(missing))
    assert "Look at 19 018 981, another case" in _Read(html).text
    assert 'data-decision="19 018 891"' not in html


def test_what_was_not_checked_is_told_by_reason_and_line() -> None:
    text = "My £5\nand my £6"
    checked = _checked(*(_judgement(at, at + 2, Verdict.NOT_CHECKABLE, text) for at in (3, 13)))
    assert "19 018 981: £300: amount, lines 1 and 2." in _Read(render_checked(text, checked)).text
    assert "Said of no decision that can be told, and not checked: 2." in findings_to_copy(checked)


def test_names_of_people_are_not_copied_with_the_findings() -> None:
    text = "Mrs Jane Harker was paid £500"
    copied = findings_to_copy(_checked(_judgement(0, len(text), Verdict.CONTRADICTED, text)))
    assert "Harker" not in copied


# --------------------------------------------------------------------------- hostile text, long text, nothing


def test_hostile_text_is_shown_and_never_becomes_html(assistant: Assistant) -> None:
    text = f"In 19 018 981 {HOSTILE} the Council paid £500.\n{HOSTILE}"
    html = render_checked(text, assistant.check(text))
    assert _Read(html).elements.isdisjoint({"img", "script", "iframe", "style"})
    assert _Read(mark_text(text, find_places(assistant.check(text)))).text == text
    for made in (render_read(HOSTILE, HOSTILE), render_refused(HOSTILE)):
        assert _Read(made).elements <= {"p", "div", "bdi"}
        assert unharmful(HOSTILE) in _Read(made).text


def test_characters_that_turn_the_writing_are_isolated_and_named() -> None:
    html = mark_text("pay \u202e005£\u202c now", ())
    assert '<bdi class="unseen" data-code="U+202E">\u202e</bdi>005£' in html


def test_the_form_names_its_box_and_says_that_nothing_leaves_the_machine() -> None:
    html = render_form()
    assert '<label for="draft-text">The text to check</label>' in html
    assert "never sent to a model" in _Read(html.replace("<input", "<br")).text
    assert "</input>" not in html


@pytest.mark.parametrize(
    ("text", "said"),
    [("", "nothing to check yet"), (" \n\t", "nothing to check yet"), ("x" * (LONGEST_TEXT + 1), "Cut it in two")],
    ids=["empty", "blank", "too long"],
)
def test_a_text_that_cannot_be_checked_is_refused_in_words(assistant: Assistant, text: str, said: str) -> None:
    *_, last = check_draft(assistant, text)
    assert 'class="notice"' in last
    assert said in last


def test_lines_and_unprintable_characters_of_a_browser_shift_no_place(assistant: Assistant) -> None:
    *_, last = check_draft(assistant, "In 19 018 981\r\n\0Lancashire paid\r£500.")
    assert "£500" in {words for attributes, words in _Read(last).marked if "data-error" in attributes}


def test_a_file_that_cannot_be_read_is_refused_by_name() -> None:
    assert "scan.png is a picture" in read_file([{"name": "scan.png", "data": "iVBORw0KGgo="}])
    assert "letter.txt has 200,001 characters" in read_file([{"name": "letter.txt", "data": "eHh4" * 66_667}])
    twice: object = [{"name": "a.txt", "data": "eA=="}] * 2
    broken: tuple[object, ...] = (None, "x", [{}], [], twice, [{"name": "a.txt", "data": "é"}])
    for sent in broken:
        assert 'class="notice"' in read_file(sent)


def test_a_file_of_text_comes_back_to_stand_in_the_box() -> None:
    read = read_file([{"name": "a<b>.txt", "data": "w6kgJiA8cD4="}])
    assert "é &amp; &lt;p&gt;</div>" in read
    assert "a&lt;b&gt;.txt was read: 3 words." in read
