"""A page and a number to the page damaged: characters, lines and bytes changed; the same number gives the same."""

from __future__ import annotations

import random
from collections.abc import Callable

# What is put into a page: the marks, tags and words that the reader looks for, where nobody expects them.
PIECES: tuple[str, ...] = (
    *("", " ", "\n", "\n\n", "\t", "\u00a0", "\u2028", "\x0b", "\x00", "\x7f", "\ufeff", "\u200b", "\ufffd", "\udc80"),
    *(
        "- ",
        "• ",
        "1. ",
        "a) ",
        "(iv) ",
        "A) ",
        "B: ",
        "999. ",
        "٣. ",
        "²",
        "Ⅳ",
        "ǅ",
        "İ",
        "ß",
        "\U0001f600",
        "e\u0301",
    ),
    *(
        "£",
        "£ ",
        "£1",
        "£1,2,3",
        "£99999999999999999999",
        "£0",
        "£5k",
        "£1.234",
        "£٣",
        "£1m",
        "£100 to £300",
        "£20 a week",
    ),
    *("“", "’", "'", '"', "(", ")", "[", ":", ";", ".", "…", ",", ", and ", ".)", "!?"),
    *(
        "<",
        ">",
        "&",
        "&#0;",
        "&#xD800;",
        "&nbsp;",
        "&pound;",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "</",
        "<p>",
        "</p>",
        "<br>",
    ),
    *(
        "<ul>",
        "</ul>",
        "<ol start='7'>",
        "<ol type='a'>",
        "<li>",
        "</li>",
        "<li value='-3'>",
        "<li value='٣'>",
        "<table>",
    ),
    *(
        "<tr><td>",
        "</table>",
        "<h2>",
        "<h3>",
        "</h3>",
        "<article>",
        "</article>",
        "<main>",
        "<nav>",
        "<script>",
        "<pre>",
    ),
    *(
        "<body>",
        "</body>",
        "</html>",
        "<head>",
        "<title>",
        "<template>",
        "<svg>",
        "<select>",
        "<textarea>",
        "<b>",
        "<dl><dt>",
    ),
    *(
        '<p class="label">',
        '<div id="cookie">',
        '<base href="//[">',
        '<link rel="canonical" href="//[">',
        "<meta charset=x>",
    ),
    *("\nSummary: ", "\nSummary:", "\nThe complaint\n", "\nWhat I found\n", "\nAnalysis\n", "\nAgreed action\n"),
    *(
        "\nFinal decision\n",
        "\nThe Ombudsman's final decision:\n",
        "\nBack to top\n",
        "\nCategory : > \n",
        "\nDecision : \n",
    ),
    *(
        "\nDecision date : 99 Feb 0000\n",
        "\nNorthmoor Council (20 100 002)\n",
        "\nKey to names used\n",
        "\nThe investigation\n",
    ),
    *(
        "Mr X",
        "Mr and Mrs Y",
        "her son, Z,",
        "the Council",
        "was at fault for",
        "no fault",
        "which was fault.",
        "fault",
    ),
    *(
        "has agreed to pay",
        "pay Mr X £200",
        "apologise",
        "refund",
        "write off",
        "should",
        "refused to",
        "within one month",
    ),
    *("This is an injustice.", "made up of:", "a total of £500", "each", "complained that", "will not investigate"),
    *(
        "https://www.lgo.org.uk/decisions/a/b/20-100-001?chapter=2",
        "paragraph 3",
        "Investigator's decision on behalf of the",
    ),
)
_CHARSETS = (
    "utf-8",
    "utf-8",
    "utf-8",
    "utf-16",
    "utf-16-le",
    "cp1252",
    "latin-1",
    "utf-8-sig",
    "cp037",
    "utf-32",
    "shift_jis",
)


def damage(data: bytes, number: int) -> bytes:
    """The page with as many as twelve changes, of its characters, of its lines and of its bytes; a number gives one.

    Pieces are deleted, doubled, exchanged and put in; the page is cut, or written in another charset.
    """
    chance = random.Random(number)  # noqa: S311
    text = data.decode("utf-8", "replace") if chance.random() < 0.85 else ""
    if text:
        for _ in range(chance.randrange(0, 13)):
            text = chance.choice(_CHANGES)(text, chance)
        data = text.encode(chance.choice(_CHARSETS), "replace" if chance.random() < 0.7 else "ignore")
    for _ in range(chance.choice((0, 0, 1, 3)) if text else chance.randrange(1, 12)):
        data = chance.choice(_BYTE_CHANGES)(data, chance)
    return data


def _span(length: int, chance: random.Random) -> tuple[int, int]:
    """A place and an end behind it: mostly near, seldom anywhere."""
    start = chance.randrange(length + 1)
    return start, min(length, start + int(2 ** chance.uniform(0, 10)))


def _put_in(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + chance.choice(PIECES) * chance.choice((1, 1, 1, 2, 9)) + text[at:]


def _delete(text: str, chance: random.Random) -> str:
    start, end = _span(len(text), chance)
    return text[:start] + text[end:]


def _double(text: str, chance: random.Random) -> str:
    start, end = _span(len(text), chance)
    return text[:end] + text[start:end] * chance.choice((1, 1, 5)) + text[end:]


def _change_lines(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    left, right = (chance.randrange(len(lines)) for _ in range(2))
    what = chance.randrange(4)
    if what == 0:
        lines[left], lines[right] = lines[right], lines[left]
    elif what == 1:
        lines.insert(left, lines[right])
    elif what == 2:
        lines[left : left + 2] = [" ".join(lines[left : left + 2])]
    else:
        del lines[left : left + chance.choice((1, 1, 10))]
    return "\n".join(lines)


def _drop_tags(text: str, chance: random.Random) -> str:
    """Take out one kind of tag altogether, or the ends of it."""
    tag = chance.choice(("p", "li", "ol", "ul", "h2", "h3", "h4", "article", "main", "span", "div"))
    return text.replace(f"</{tag}>", "") if chance.random() < 0.5 else text.replace(f"<{tag}", "<x")


_CHANGES: tuple[Callable[[str, random.Random], str], ...] = (
    _put_in,
    _put_in,
    _delete,
    _double,
    _change_lines,
    _drop_tags,
)


def _cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _change_byte(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]


def _delete_bytes(data: bytes, chance: random.Random) -> bytes:
    start, end = _span(len(data), chance)
    return data[:start] + data[end:]


_BYTE_CHANGES: tuple[Callable[[bytes, random.Random], bytes], ...] = (_cut, _change_byte, _change_byte, _delete_bytes)
