"""Words of the field are marked in finished HTML, few of them, and no character of the text is changed."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.chat.markup import Markup, markup, split_markup, tag
from assistant.chat.terms import MOST_MARKED, mark_terms
from assistant.glossary import ENTRIES

_MARKED = re.compile(r'<span class="term"[^>]*>(.*?)</span>', re.DOTALL)


def _text_of(html: str) -> str:
    return unescape("".join(piece for piece in split_markup(Markup(html)) if not piece.startswith("<")))


def _marked(html: str) -> list[str]:
    return [unescape(words) for words in _MARKED.findall(html)]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        pytest.param("The EHCP was late.", ["EHCP"], id="an abbreviation"),
        pytest.param("Two EHCPs and a care leaver’s claim", ["EHCPs"], id="its plural, and no possessive"),
        pytest.param("Fault caused injustice: it paid.", ["Fault", "injustice"], id="words of the procedure"),
        pytest.param("He fell asleep in the ap, ip and ta.", [], id="small letters are no abbreviation"),
        pytest.param("No AP was given.", ["AP"], id="capitals are"),
        pytest.param("a needs assessment under section 42", [], id="what names several things"),
        pytest.param("The Ombudsman's decision was upheld.", [], id="everyday words of every answer"),
        pytest.param("Fault, more fault, and FAULT", ["Fault"], id="the first occurrence only"),
        pytest.param("faultless, default, at-fault", [], id="parts of other words"),
        pytest.param("the statutory children’s complaints procedure", ["statutory children’s complaints procedure"],
                     id="the longest spelling, with a curly mark"),
        pytest.param("education, health and care plan", ["education, health and care plan"], id="a comma within"),
        pytest.param("temporary\naccommodation. Blue. Badge", ["temporary\naccommodation"], id="not over a full stop"),
        pytest.param("x < y & fault > z", ["fault"], id="beside escaped characters"),
    ],
)  # fmt: skip
def test_terms_are_found_in_a_text(text: str, marked: list[str]) -> None:
    html = mark_terms(tag("p", text), "1")
    assert _marked(html) == marked
    assert _text_of(html.split('<div class="term-meanings"')[0]) == text


@given(
    st.lists(
        st.sampled_from(["fault ", "EHCP", "<b>", "&amp;", "é", " a Blue Badge", "\n", "’s", '"', " x"]), max_size=30
    )
)
def test_no_character_is_changed_and_no_more_than_a_handful_is_marked(parts: list[str]) -> None:
    text = "".join(parts)
    html = mark_terms(markup(tag("p", text), tag("a", text, href="x"), tag("p", tag("b", text))), "1")
    shown = html.split('<div class="term-meanings"')[0]
    assert _text_of(shown) == text * 3
    assert len(_marked(html)) <= MOST_MARKED
    assert len(set(_marked(html))) == len(_marked(html))


@pytest.mark.parametrize("name", ["a", "button", "summary", "h4", "blockquote", "mark", "table", "q"])
def test_nothing_is_marked_where_one_presses_quotes_or_counts(name: str) -> None:
    made = tag("div", tag(name, tag("span", "the EHCP and fault")))
    assert mark_terms(made, "1") == made


def test_elements_of_a_drawing_and_without_an_end_are_passed_over() -> None:
    drawing = tag("svg", tag("path", d="M0 0"), tag("text", "fault"), tag("circle", r="1"))
    html = mark_terms(tag("div", drawing, tag("br"), tag("p", "fault"), tag("p", tag("a", "injustice"))), "1")
    assert html.startswith(f"<div>{drawing}<br><p><span")
    assert _marked(html) == ["fault"]


def test_words_quoted_from_a_decision_in_an_answer_are_left_alone() -> None:
    made = tag("p", "It said ", tag("span", "the fault was great", class_="quoted"), " and fault.")
    html = mark_terms(made, "1")
    assert _marked(html) == ["fault"]
    assert '<span class="quoted">the fault was great</span>' in html


def test_terms_of_services_are_told_before_words_of_the_procedure() -> None:
    text = "fault, injustice, maladministration, service failure, symbolic payment, EHCP, EOTAS"
    marked = _marked(mark_terms(tag("p", text), "1"))
    assert marked == ["fault", "injustice", "maladministration", "EHCP", "EOTAS"]


def test_each_mark_is_described_by_its_meaning_with_its_source() -> None:
    html = mark_terms(tag("p", "The EHCP and the fault"), "7")
    described = re.findall(r'aria-describedby="([^"]+)"', html)
    assert described == re.findall(r'<p id="([^"]+)"', html)
    assert len(set(described)) == 2
    entry = next(entry for entry in ENTRIES if "ehcp" in entry.spellings)
    assert entry.meaning in unescape(html)
    assert f"From {entry.source}." in unescape(html)


def test_html_without_terms_comes_back_as_it_is() -> None:
    made = tag("p", "Nothing of the kind.", tag("br"))
    assert mark_terms(made, "1") is made
    assert mark_terms(markup(), "1") == ""


def test_a_hostile_text_stays_text() -> None:
    hostile = "<img src=x onerror=alert(1)> fault \"'>"
    html = mark_terms(tag("p", hostile, title=hostile), "1")
    assert _text_of(html.split('<div class="term-meanings"')[0]) == hostile
    assert "<img" not in html
