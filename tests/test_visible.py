"""What leaves for a reader: hostile text spelt out, ordinary text as it is, and JSON that steers nothing."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.visible import in_one_line, readable_json, split_stacks, unharmful, visible, whole_characters
from tests.hostile import ALIVE, ENDLESS, ODD, STACKED, every, raw_in

ORDINARY = {
    "a decision": "The Council has agreed to pay Miss X’s father £1,250 – “at once” … it’s 50% more.\nNext.",
    "Welsh and Polish": "Mrs Siân Wołczyk of Llanfair Pwllgwyngyll",
    "letters with marks": "e\u0301 o\u0302\u0301 a\u0323\u0306",
    "nothing": "",
}


@pytest.mark.parametrize("name", ORDINARY)
def test_ordinary_text_stays_as_it_is(name: str) -> None:
    text = ORDINARY[name]
    assert visible(text) == unharmful(text) == whole_characters(text) == text


@pytest.mark.parametrize("name", ALIVE)
def test_what_is_alive_elsewhere_is_ordinary_here(name: str) -> None:
    assert visible(ALIVE[name]) == unharmful(ALIVE[name]) == ALIVE[name]


@pytest.mark.parametrize("name", ODD)
def test_what_hides_steers_or_turns_is_spelt_out(name: str) -> None:
    for shown in (visible(ODD[name]), unharmful(ODD[name]), in_one_line(ODD[name])):
        assert raw_in(shown) == set()
    assert "<U+" in visible(ODD[name]) or name == "line ends"


def test_marks_beyond_four_on_one_letter_are_counted() -> None:
    assert visible(f"{STACKED} and e\u0301") == f"{STACKED[:5]}<9,996 more marks> and e\u0301"
    assert unharmful(ENDLESS) == ENDLESS


def test_the_page_keeps_foreign_letters_and_joined_signs_and_a_file_spells_them_out() -> None:
    text = "\u0645\u0631\u062d\u0628\u0627 \U0001f468\u200d\U0001f469\u200d\U0001f467"
    assert unharmful(text) == text
    assert "<U+200D>" in visible(text)


@given(st.text(st.characters() | st.sampled_from(every(ODD) + STACKED[:3] + "\u0489")))
def test_what_is_visible_stays_so_and_stacks_are_the_text_in_pieces(text: str) -> None:
    assert visible(visible(text)) == visible(text)
    assert unharmful(unharmful(text)) == unharmful(text)
    assert "".join(kept + more for kept, more in split_stacks(text)) == text
    assert raw_in(visible(text)) == set()


def test_half_of_a_character_becomes_a_whole_one() -> None:
    assert whole_characters("\ud83d£\udc00\U0001f600") == "\ufffd£\ufffd\U0001f600"


def test_json_is_the_same_value_and_steers_nothing() -> None:
    value = {"a": [every(ALIVE, ODD), STACKED, "£ \ud83d"], "b": None}
    written = readable_json(value)
    assert raw_in(written) == set() and "£" in written
    assert written.isprintable()
    assert json.loads(written) == value
    written.encode()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("£1\u200b0", "£1<U+200B>0", id="a space without width"),
        pytest.param("£1\u200d0", "£1<U+200D>0", id="a joiner between figures"),
        pytest.param("pa\u200cid", "pa<U+200C>id", id="a parting between letters"),
        pytest.param("\ufeffpaid\u2060", "<U+FEFF>paid<U+2060>", id="at the ends"),
        pytest.param(
            "\U0001f469\u200d\U0001f467 paid", "\U0001f469\u200d\U0001f467 paid", id="an emoji that is joined"
        ),
        pytest.param("\u0646\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645", None, id="Persian writing"),
    ],
)
def test_what_has_no_width_is_seen_on_the_page(text: str, shown: str | None) -> None:
    assert unharmful(text) == (shown or text)
    assert unharmful(unharmful(text)) == unharmful(text)
