"""Text stays text on the page, and quotations are marked in their sources without a character changed."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.chat.evidence import Span, mark_quotes
from assistant.chat.markup import Markup, markup, ombudsman_link, tag
from assistant.chat.rendering import render_question, render_turn
from assistant.domain import (
    AnswerStatus,
    Assumption,
    Citation,
    NewsItem,
    Relevance,
    Remedy,
    RemedyKind,
    Statement,
    StatementRole,
)
from assistant.visible import unharmful
from tests.answer_builders import answer_about, cite, held
from tests.builders import case, decision, evidence, full_text, query
from tests.page_reading import FOREIGN, HOSTILE, PageReader, sources_of, turn_of

# --------------------------------------------------------------------------- text stays text


@given(st.text())
def test_any_text_comes_back_as_it_was_typed_but_for_what_would_do_harm(text: str) -> None:
    made = tag("p", text, title=text)
    assert PageReader(made).names == ["p"]
    # Parsers read carriage returns and the null character in ways of their own.
    if not re.search(r"[\r\x00]", text):
        assert PageReader(made).text == unharmful(text)
        assert PageReader(made).values("title") == [text]


def test_only_our_own_markup_is_left_as_it_is() -> None:
    assert markup("<b>", Markup("<i></i>")) == "&lt;b&gt;<i></i>"
    assert tag("p", "x", hidden=False, title=None, data_open="a", class_="b", aria_current=True) == (
        '<p data-open="a" class="b" aria-current>x</p>'
    )


def test_hostile_text_in_every_place_is_shown_and_never_rendered() -> None:
    own = replace(
        decision(1, HOSTILE, body=HOSTILE, category=HOSTILE, subcategory=HOSTILE),
        remedies=(Remedy(RemedyKind.PAYMENT, 30000, issue=HOSTILE, detail=HOSTILE),),
        url='https://www.lgo.org.uk/decisions/x"><img src=x onerror=alert(1)>',
    )
    shown = case(own, why=HOSTILE, issue=HOSTILE)
    hostile = Statement(StatementRole.CAVEAT, HOSTILE, (cite(own, HOSTILE),))
    understood = query(
        topic=HOSTILE,
        assumptions=(Assumption(HOSTILE, HOSTILE, HOSTILE),),
        left_out=(Assumption("k", HOSTILE),),
        redacted_question=HOSTILE,
    )
    news = NewsItem("n1", HOSTILE, HOSTILE, HOSTILE, None)
    for status in AnswerStatus:
        answer = answer_about(
            own,
            status=status,
            statements=(Statement(StatementRole.HEADLINE, HOSTILE), hostile),
            query=understood,
            evidence=replace(evidence(shown), near=(own,), news=(news,)),
        )
        page = render_turn(1, HOSTILE, answer, held(own)) + sources_of(answer, own)
        read = PageReader(page)
        assert read.open == []
        assert not FOREIGN & set(read.names)
        assert not [name for name, _ in read.attributes if name.startswith("on")]
        assert "**bold** [link](javascript:alert(3))" in read.text
        assert all((value or "").startswith("https://www.lgo.org.uk/") for value in read.values("href"))


def test_a_long_question_is_folded_and_keeps_every_word() -> None:
    long = "word " * 400 + "<b>end</b>"
    read = PageReader(render_question(long))
    assert read.names.count("details") == 1
    assert "<b>end</b>" in read.text
    assert "details" not in PageReader(render_question("short")).names


@pytest.mark.parametrize(
    "address",
    [
        None,
        "",
        "http://www.lgo.org.uk/decisions/a/b/21-000-001",
        "https://www.lgo.org.uk.example.org/decisions/a/b/21-000-001",
        "https://example.org/www.lgo.org.uk/decisions/21-000-001",
        "https://user@www.lgo.org.uk/decisions/a/b/21-000-001",
        "https://www.lgo.org.uk:8443/decisions/a/b/21-000-001",
        "https://www.lgo.org.uk/make-a-complaint",
        "javascript:alert(1)//https://www.lgo.org.uk/decisions/",
        "//www.lgo.org.uk/decisions/a",
        "https://[www.lgo.org.uk/decisions/a",
    ],
)
def test_only_decision_pages_of_the_ombudsman_are_linked(address: str | None) -> None:
    assert ombudsman_link(address, "Read it") is None
    own = decision(1, url=address)
    page = sources_of(answer_about(own), own)
    assert "href" not in page
    assert "No page on the Ombudsman’s site is known" in page


def test_a_link_opens_a_tab_of_its_own_and_tells_nothing() -> None:
    link = ombudsman_link("https://www.lgo.org.uk/decisions/education/other/21-000-001", "Read it")
    assert link is not None
    assert 'rel="noopener noreferrer"' in link
    assert 'target="_blank"' in link
    assert "opens in a new tab" in link


# --------------------------------------------------------------------------- quotations


@given(
    st.text(max_size=80),
    st.lists(st.tuples(st.integers(-5, 90), st.integers(-5, 90), st.integers(1, 9)), max_size=6),
)
def test_marking_changes_no_character_of_a_text(text: str, places: list[tuple[int, int, int]]) -> None:
    text = re.sub(r"[\r\x00]", "", text)
    made = mark_quotes(text, [Span(*place) for place in places])
    without_numbers = re.sub(r'<span class="mark-number" aria-hidden="true">\[\d+\]</span>', "", made)
    assert PageReader(without_numbers).text == unharmful(text)


def test_overlapping_quotations_are_each_whole() -> None:
    made = mark_quotes("one two three", [Span(0, 7, 1), Span(4, 13, 2)], active=2)
    pieces = re.findall(r"<mark([^>]*)>([^<]*)</mark>", made)
    assert "".join(words for where, words in pieces if re.search(r'data-cites="[^"]*\b1\b', where)) == "one two"
    assert "".join(words for where, words in pieces if re.search(r'data-cites="[^"]*\b2\b', where)) == "two three"
    assert [words for where, words in pieces if "active" in where] == ["two", " three"]


def test_a_quotation_that_is_not_in_the_text_marks_nothing() -> None:
    own = decision(1)
    wrong = Citation(own.reference, own.paragraphs[0].id, "never said", 0)
    answer = answer_about(own, statements=(Statement(StatementRole.CLOSEST, "x", (wrong,)),))
    assert "<mark" not in sources_of(answer, own)


def test_a_full_text_and_a_digest_are_labelled_as_what_they_are() -> None:
    digest, full = decision(1), full_text(2)
    answer = answer_about(digest, full)
    first, second = sources_of(answer, digest, full).split("</article>")[:2]
    assert "Our digest of the published summary" in first
    assert "not the Ombudsman’s sentences" in first
    assert 'class="text digest"' in first
    assert "The Ombudsman’s own words" in second
    assert 'class="text full-text"' in second
    assert "Digest" in turn_of(answer, digest, full).text
    assert "Full text" in turn_of(answer, digest, full).text


def test_a_full_text_is_shown_whole_with_its_headings_and_printed_numbers() -> None:
    own = full_text(1)
    read = PageReader(sources_of(answer_about(own), own))
    for paragraph in own.paragraphs:
        assert paragraph.text in read.text
    assert "Analysis" in read.text
    assert "3. " in read.text


def test_without_a_citation_the_nearest_comparable_decision_is_open_and_never_a_background_one() -> None:
    far, near = case(decision(1), relevance=Relevance.BACKGROUND), case(decision(2), relevance=Relevance.PARTLY)
    answer = answer_about(decision(1), statements=(), evidence=evidence(far, near))
    articles = re.findall(r"<article [^>]*>", sources_of(answer, decision(1), decision(2)))
    assert [" hidden" in article for article in articles] == [True, False]
    answer = answer_about(decision(1), statements=(), evidence=evidence(far))
    page = sources_of(answer, decision(1))
    assert "cites no decision" in page
    assert page.count("<article") == page.count(" hidden>") == 1


def test_only_the_decision_that_is_cited_first_is_open() -> None:
    one, two = decision(1), decision(2)
    answer = answer_about(one, two, statements=(Statement(StatementRole.CLOSEST, "x", (cite(two, "The council"),)),))
    articles = re.findall(r"<article [^>]*>", sources_of(answer, one, two))
    assert [" hidden" in article for article in articles] == [True, False]
