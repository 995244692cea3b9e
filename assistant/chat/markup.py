"""HTML that is safe by construction: every text is escaped unless we made it as ``Markup`` here.

Questions and decisions are text, whatever they hold: what would turn the direction of writing or stack up on a letter
is spelt out. Nothing outside this module may join HTML from strings.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from assistant.links import ombudsmans_page
from assistant.visible import unharmful, whole_characters

# Elements that have no content, and so no end tag.
_VOID = frozenset({"input", "br", "hr", "col"})

# In what was made here no text and no attribute holds a bare angle bracket.
_PIECES = re.compile(r"<[^>]*>|[^<]+")


class Markup(str):
    """HTML that was made by ``tag`` or ``markup``. A plain string is never this."""

    __slots__ = ()


def markup(*parts: str) -> Markup:
    """The parts one after another: Markup as it is, other text ``unharmful`` and escaped. No parts: empty Markup."""
    return Markup("".join(part if isinstance(part, Markup) else exact(unharmful(part)) for part in parts))


def exact(text: str) -> Markup:
    """The text escaped, character for character: for what the page reads back, and marks what is unseen by itself."""
    return Markup(escape(whole_characters(text), quote=True))


def tag(name: str, /, *parts: str, **attributes: str | bool | None) -> Markup:
    """One element with its content; ``tag("p", "a < b", class_="note")`` gives ``<p class="note">a &lt; b</p>``.

    An underscore in an attribute's name stands for a dash, one at its end for nothing. True writes the bare
    attribute; False and None leave it out. Names are ours, values are escaped.
    """
    written = "".join(_attribute(name, value) for name, value in attributes.items())
    end = "" if name in _VOID else f"</{name}>"
    return Markup(f"<{name}{written}>{markup(*parts)}{end}")


def tags(name: str, items: Iterable[str], /, **attributes: str | bool | None) -> Markup:
    """One element for each item, all alike: the entries of a list, the paragraphs of a text."""
    return markup(*(tag(name, item, **attributes) for item in items))


def split_markup(made: Markup) -> tuple[Markup, ...]:
    """The HTML in its pieces, in order: each start tag, each end tag, each text between them, as it stands.

    >>> split_markup(tag("p", "a < b", class_="note"))
    ('<p class="note">', 'a &lt; b', '</p>')
    """
    return tuple(Markup(piece) for piece in _PIECES.findall(made))


def _attribute(name: str, value: str | bool | None) -> str:
    if value is None or value is False:
        return ""
    name = name.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{exact(value)}"'


def ombudsman_link(url: str | None, text: str) -> Markup | None:
    """A link to a page on the Ombudsman's site, opened in a tab of its own; None for any other address."""
    address = ombudsmans_page(url)
    if address is None:
        return None
    note = tag("span", " (opens in a new tab)", class_="aside")
    return tag("a", text, note, href=address, target="_blank", rel="noopener noreferrer")
