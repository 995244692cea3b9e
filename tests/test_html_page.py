"""The HTML of a page as lines: article and frame, headings, lists and their numbers, tables, labels, addresses."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.domain import Outcome
from ingest.forms.html_page import read_html
from ingest.forms.lines import Shape
from ingest.page import read_page


def texts(html: str) -> list[str]:
    return [line.text for line in read_html(html).article]


def numbers(html: str) -> list[int | None]:
    return [line.number for line in read_html(html).article]


def test_the_article_is_kept_apart_from_the_frame_and_nothing_is_lost() -> None:
    page = read_html(
        "<body><nav><p>Menu</p></nav><main><p>Above</p><article><p>The text</p></article></main>"
        "<footer><p>Below</p></footer></body>"
    )
    assert [line.text for line in page.article] == ["The text"]
    assert [line.text for line in page.frame] == ["Menu", "Above", "Below"]


@pytest.mark.parametrize(
    ("html", "kept"),
    [
        ("<main><p>One</p></main><p>Two</p>", ["One"]),
        ("<div id='article'><p>One</p></div><p>Two</p>", ["One"]),
        ("<p>One</p><div class='cookie-banner'><p>Two</p></div>", ["One"]),
        ("<p>One</p><form><p>Two</p></form><script>three</script><style>four</style>", ["One"]),
        ("One<br>Two<br><br>Three", ["One", "Two", "Three"]),
        ("<p>One <em>and</em>\n  the <a href='#'>same</a></p>", ["One and the same"]),
        ("<div>One<div>Two</div>Three</div>", ["One", "Two", "Three"]),
        ("", []),
        ("<p></p><p>\u00a0</p>", []),
    ],
)
def test_what_is_kept_and_where_it_is_cut(html: str, kept: list[str]) -> None:
    assert texts(html) == kept


def test_numbers_of_top_level_lists_run_through_the_article_and_others_have_none() -> None:
    html = (
        "<nav><ol><li>Home</li><li>Decisions</li></ol></nav><article>"
        "<ol class='chapters'><li><a href='?chapter=1'>Summary</a></li><li><a href='?chapter=2'>Next</a></li></ol>"
        "<h3>The complaint</h3><ol><li>One:<ol type='a'><li>point</li><li>point</li></ol></li></ol>"
        "<h3>What I found</h3><ol><li>Two<ul><li>point</li></ul></li><li>Three</li></ol></article>"
    )
    assert numbers(html) == [None, 1, None, None, None, 2, None, 3]
    assert [line.depth for line in read_html(html).article] == [0, 1, 2, 2, 0, 1, 2, 1]


def test_a_list_that_says_where_it_begins_is_believed() -> None:
    assert numbers("<article><ol start='12'><li>a</li><li>b</li><li value='20'>c</li></ol></article>") == [12, 13, 20]


def test_headings_are_told_by_their_element_or_by_bold_words_that_are_no_sentence() -> None:
    lines = read_html(
        "<h3>The complaint</h3><p><strong>What I found</strong></p><p><b>This is a warning to all.</b></p>"
        "<table><caption>Sums paid to Mr A</caption><tr><td>May</td><td>£10</td></tr></table>"
    ).article
    assert [line.shape for line in lines[:2]] == [Shape.HEADING, Shape.HEADING]
    assert all(line.shape is not Shape.HEADING for line in lines[2:])
    assert lines[-1].text == "May\t£10"


@pytest.mark.parametrize(
    "header",
    [
        "<p><span class='label'>Category : </span><span class='value'>Housing &gt; Allocations</span></p>"
        "<p><span class='label'>Decision : </span><span class='value'>Not upheld</span></p>"
        "<p><span class='label'>Decision date : </span><span class='value'>03 Mar 2021</span></p>",
        "<dl><dt>Category</dt><dd>Housing &gt; Allocations</dd><dt>Decision</dt><dd>Not upheld</dd>"
        "<dt>Decision date</dt><dd>3 March 2021</dd></dl>",
        "<table><tr><th>Category</th><td>Housing &gt; Allocations</td></tr><tr><th>Decision</th><td>Not "
        "upheld</td></tr>"
        "<tr><th>Decision date</th><td>3-Mar-2021</td></tr></table>",
        "Category : Housing &gt; Allocations<br>Decision : Not upheld<br>Decision date : 03 Mar 2021<br>",
    ],
    ids=["labels", "definitions", "table", "breaks"],
)
def test_the_header_is_read_however_it_is_marked_up(header: str) -> None:
    html = (
        f"<html><body><article><h2>Northmoor Council (20 100 001)</h2>{header}<h3>The Ombudsman’s final decision:</h3>"
        "<p><strong>Summary:</strong> There was no fault.</p><h3>The complaint</h3><ol><li>Mr A complains.</li></ol>"
        "<h3>Final decision</h3><ol><li>I find no fault.</li></ol></article></body></html>"
    )
    decision = read_page(html.encode(), "page.html").decision
    assert (decision.category, decision.subcategory) == ("Housing", "Allocations")
    assert decision.outcome is Outcome.NOT_UPHELD
    assert not decision.outcome_inferred
    assert decision.decided is not None
    assert decision.decided.isoformat() == "2021-03-03"


def test_the_addresses_that_a_page_gives_itself_are_found_the_surest_first() -> None:
    page = read_html(
        "<!-- saved from url=(0049)https://example.org/third --><html><head>"
        "<meta property='og:url' content='https://example.org/second'>"
        "<link rel='canonical' href='https://example.org/first'></head><body><p>x</p></body></html>"
    )
    assert page.addresses[0] == "https://example.org/first"
    assert set(page.addresses) == {f"https://example.org/{name}" for name in ("first", "second", "third")}


_PIECES = st.lists(
    st.sampled_from(
        (
            *(
                "<p>",
                "</p>",
                "<ol>",
                "</ol>",
                "<ul>",
                "<li>",
                "</li>",
                "</div>",
                "<div>",
                "<b>",
                "</b>",
                "<h3>",
                "</h3>",
            ),
            *(
                "<article>",
                "</article>",
                "<nav>",
                "</nav>",
                "<td>",
                "<table>",
                "<a href='#'>",
                "</a>",
                "<pre>",
                "</pre>",
            ),
            *("<script>", "</script>", "<br>", "words ", "1. ", "£100. ", "Summary: ", "The complaint", "&amp;", "<"),
            *("\n- ", "\x00", "\u00a0", "é"),
        )
    ),
    max_size=60,
)


@settings(max_examples=150, deadline=None)
@given(_PIECES)
def test_any_markup_is_read_and_its_lines_are_never_blank(pieces: list[str]) -> None:
    page = read_html("".join(pieces))
    lines = (*page.article, *page.frame)
    assert all(line.text.strip() == line.text and line.text for line in lines)
    assert sorted(line.place for line in lines) == sorted({line.place for line in lines})
