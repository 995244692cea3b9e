"""What a page's markup and styles hide, and what only looks as if they did."""

from __future__ import annotations

import pytest

from ingest.forms.hidden import reason_in_style
from ingest.forms.html_page import read_html

HIDES = (
    "display:none",
    "display: none !important",
    "visibility:hidden",
    "opacity:0",
    "font-size:0",
    "font-size:1px",
    "color:white",
    "color:#fefefe; background-color:#ffffff",
    "color:rgba(0,0,0,0)",
    "color:transparent",
    "color:#123456;background-color:#123456",
    "position:absolute;left:-9999px",
    "text-indent:-9999px",
    "height:0;overflow:hidden",
    "clip-path:inset(100%)",
    "transform:scale(0)",
    "position:absolute;z-index:-1",
    "text-decoration:line-through",
    "filter:opacity(0)",
)
SHOWS = (
    "",
    "display:block",
    "visibility:visible",
    "opacity:0.9",
    "font-size:11px",
    "font-size:0.8em",
    "color:#333",
    "color:white;background:#005ea5",
    "position:relative;left:-2px",
    "text-indent:-18px;margin-left:18px",
    "overflow:hidden;max-height:400px",
    "transform:rotate(2deg)",
    "text-decoration:underline",
    "background:#fff",
)


@pytest.mark.parametrize("style", HIDES)
def test_a_style_that_hides_has_its_reason(style: str) -> None:
    assert reason_in_style(style)
    page = read_html(f"<article><p>seen <span style='{style}'>unseen</span> again</p></article>")
    assert "unseen" not in page.article[0].text
    assert [one.text for one in page.hidden] == ["unseen"]


@pytest.mark.parametrize("style", SHOWS)
def test_a_style_that_shows_hides_nothing(style: str) -> None:
    assert reason_in_style(style) == ""
    page = read_html(f"<article><p>seen <span style='{style}'>too</span></p></article>")
    assert page.article[0].text == "seen too"
    assert page.hidden == ()


RULES = {
    "a class": (".x{display:none}", "<p class='x'>T</p>", True),
    "an id": ("#x{opacity:0}", "<p id='x'>T</p>", True),
    "an element with a class": ("p.x{display:none}", "<p class='x y'>T</p>", True),
    "an attribute": ("[data-x]{display:none}", "<p data-x='1'>T</p>", True),
    "an attribute with its value": ("p[data-x='1']{display:none}", "<p data-x='1'>T</p>", True),
    "within another": ("section .x{display:none}", "<section><div><p class='x'>T</p></div></section>", True),
    "a child": ("section > .x{display:none}", "<section><p class='x'>T</p></section>", True),
    "one of several": (".a, .x{display:none}", "<p class='x'>T</p>", True),
    "in capitals": (".X{DISPLAY:NONE}", "<p class='x'>T</p>", True),
    "another class": (".y{display:none}", "<p class='x'>T</p>", False),
    "not within": ("section .x{display:none}", "<div><p class='x'>T</p></div>", False),
    "undone later": (".x{display:none} .x{display:block}", "<p class='x'>T</p>", False),
    "for print": ("@media print{.x{display:none}}", "<p class='x'>T</p>", False),
    "a state": (".x:hover{display:none}", "<p class='x'>T</p>", False),
    "a neighbour": ("h1 + .x{display:none}", "<p class='x'>T</p>", False),
    "the whole page": ("body{opacity:0}", "<p class='x'>T</p>", False),
    "in a note of the sheet": ("/* .x{display:none} */", "<p class='x'>T</p>", False),
}


@pytest.mark.parametrize(("sheet", "body", "hides"), RULES.values(), ids=RULES.keys())
@pytest.mark.parametrize("where", ["before", "behind"])
def test_the_pages_own_rules_are_followed_wherever_they_stand(sheet: str, body: str, hides: bool, where: str) -> None:
    style = f"<style>{sheet}</style>"
    html = (
        f"<html><head>{style}</head><body><article><p>One</p>{body}</article></body></html>"
        if where == "before"
        else f"<html><body><article><p>One</p>{body}</article>{style}</body></html>"
    )
    texts = [line.text for line in read_html(html).article]
    assert texts == (["One"] if hides else ["One", "T"])


def test_a_sheet_for_print_hides_nothing() -> None:
    page = read_html("<body><style media='print'>.x{display:none}</style><article><p class='x'>T</p></article></body>")
    assert [line.text for line in page.article] == ["T"]
