"""The quick looks before the costly patterns: no pattern matches where its quick look finds nothing."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from assistant.planted import characters as letters
from assistant.planted import encoded as runs
from assistant.planted import find_signs, find_signs_of_each, unmask
from assistant.planted.orders import ALL_ORDERS, find_order, possible_orders
from assistant.planted.pieces import Wording
from tests.test_planted import ORDINARY, PLANTED

_TEXTS = (*ORDINARY, *(text for text, _ in PLANTED.values()))


@pytest.mark.parametrize("order", ALL_ORDERS, ids=lambda order: order.pattern.pattern[:40])
@given(data=st.data())
@settings(max_examples=60)
def test_what_an_order_matches_holds_its_pieces(order: Wording, data: st.DataObject) -> None:
    made = data.draw(st.from_regex(_without_looking_ahead(order.pattern)))
    text = " ".join(made.lower().split())
    assume(order.pattern.search(text))
    assert order.may_stand_in(text)


def _without_looking_ahead(pattern: re.Pattern[str]) -> str:
    """The pattern less the condition that made texts would hardly ever meet by chance."""
    return re.sub(r"\(\?=\.\{0,80\}.*?existing\)\)", "(?:all |previous )", pattern.pattern)


_QUICK_LOOKS = {
    "letters apart": (re.compile(r"(?:\w[ .·_*-]){5,}\w"), lambda text: bool(letters._SPACED_PIECE.search(text))),
    "figures for letters": (letters._MAY_BE_LEET, letters.may_be_leet),
    "markup": (letters._MARKUP, lambda text: any(piece in text.lower() for piece in letters._MARKUP_PIECES)),
    "base64": (runs._RUN, runs.may_hold_run),
    "hexadecimal": (runs._HEX, runs.may_hold_run),
}


@pytest.mark.parametrize(("pattern", "may_match"), _QUICK_LOOKS.values(), ids=_QUICK_LOOKS.keys())
@given(data=st.data())
@settings(max_examples=40, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
def test_what_a_pattern_matches_passes_its_quick_look(
    pattern: re.Pattern[str], may_match: Callable[[str], bool], data: st.DataObject
) -> None:
    text = data.draw(st.from_regex(pattern, fullmatch=True, alphabet=st.characters(codec="latin-1")))
    assume(letters.is_ordinary(text))
    assert may_match(text)


@given(st.text(alphabet=[chr(code) for code in range(0x2100) if letters.is_ordinary(chr(code))], max_size=40))
def test_an_ordinary_text_has_neither_mask_nor_disguise(text: str) -> None:
    assume(not letters._SPACED.search(text))
    assert unmask(text) == text
    assert letters._find_unseen(text) == ""
    assert all(not letters._pretends(text, position) for position in range(len(text)))


@given(st.lists(st.sampled_from(_TEXTS), max_size=8))
def test_many_texts_at_once_give_what_each_gives_alone(texts: list[str]) -> None:
    assert find_signs_of_each(texts) == tuple(find_signs(text) for text in texts)


@pytest.mark.parametrize("text", [text for text in _TEXTS if letters.is_ordinary(text)])
def test_an_order_is_found_among_those_possible_in_a_longer_text(text: str) -> None:
    plain = unmask(text)
    assert find_order(plain, possible_orders("\n".join(_TEXTS[:20]) + "\n" + plain)) == find_order(plain)
