"""Hostile text by kind: what a page, a viewer or a spreadsheet could run, render or fetch, and what hides or overflows.

Shared by the tests of everything that shows text from outside. What runs sets ``window.hacked``.
"""

from __future__ import annotations

# Name → text that is alive somewhere.
ALIVE: dict[str, str] = {
    "script": "<script>window.hacked=1</script>",
    "image": '<img src=x onerror="window.hacked=1">',
    "drawing": "<svg onload=window.hacked=1><animate onbegin=window.hacked=1 attributeName=x></svg>",
    "frame": '<iframe srcdoc="<script>parent.hacked=1</script>"></iframe>',
    "style": "<style>*{display:none}</style><link rel=stylesheet href=//evil.example/x.css>",
    "form": '<form action="//evil.example"><input name=q autofocus onfocus="window.hacked=1"></form>',
    "script link": '<a href="javascript:window.hacked=1">here</a> [here](javascript:window.hacked=1)',
    "data link": '<a href="data:text/html,<b>">here</a> [here](data:text/html;base64,PGI+)',
    "markdown image": "![seen](http://evil.example/x.png) ![a][b]",
    "markdown": "**bold** _it_ `code` | cell | [^1]: note ~~s~~ https://evil.example/a www.evil.example",
    "entities": "&lt;img src=x onerror=window.hacked=1&gt; &#60;b&#62; &amp;",
    "braces": "{{constructor.constructor('window.hacked=1')()}} ${window.hacked=1} {% raw %} <%= 1 %>",
    "ends": "</div></details></article></section></textarea></template></title>-->]]>",
    "attribute": '" onmouseover="window.hacked=1" x=\'',
    "formula": "=HYPERLINK(\"http://evil.example\") +1 -1 @SUM(A1) =cmd|' /C calc'!A0",
}
# Name → characters that hide, turn the line or steer a terminal.
ODD: dict[str, str] = {
    "turned round": "\u202e£005\u202c",
    "isolates": "\u2066a\u2067b\u2069",
    "unseen": "z\u200bw\u2060",
    "bell": "\x07\x08",
    "terminal": "\x1b[31mred\x9b1m\x1b]0;title\x07",
    "end of text": "a\x00b",
    "line ends": "one\u2028two\x85three",
}
STACKED = "e" + "\u0301" * 10_000
ENDLESS = "w" * 100_000
# What may stand raw in no answer of ours: neither on the page nor in a file, nor on a terminal.
RAW = frozenset("\x00\x07\x08\x1b\x85\x9b\u2028\u202c\u202e\u2066\u2067\u2069")


def every(*kinds: dict[str, str]) -> str:
    """All texts of these kinds, one after another."""
    return " ".join(text for kind in kinds for text in kind.values())


def raw_in(text: str) -> set[str]:
    """The characters of ``text`` that steer or turn, as they stand in it."""
    return set(text) & RAW
