"""The HTML of a page → its lines with what the markup says of each, in one pass and without a tree.

lxml reads the markup and tells us of elements and text in their order, so that time and memory stay linear however
deep lists are nested. The site's own frame (menus, forms, cookie notices, what stands outside the article) is kept
apart, each line with its reason: nothing of a page is lost in silence.
"""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from ingest.forms.hidden import HiddenText
from ingest.forms.html_elements import Region
from ingest.forms.html_target import HtmlTarget
from ingest.forms.lines import Line
from ingest.forms.style_rules import read_style_rules


@dataclass(frozen=True)
class HtmlPage:
    """The lines of the article, of the frame around it, and the addresses that the page gives itself, surest first.

    ``links`` are those to decisions, its own or others, and to chapters. ``hidden`` is what a reader of the page does
    not see: text that the markup hides, and what stands in comments, scripts, descriptions of pictures and the page's
    own descriptions.
    """

    article: tuple[Line, ...]
    frame: tuple[Line, ...] = ()
    addresses: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    hidden: tuple[HiddenText, ...] = ()


def read_html(text: str) -> HtmlPage:
    """Take a page of HTML apart. Where it marks no article, its main part is that; else all but menus and notices."""
    reader = HtmlTarget(rules=read_style_rules(text))
    parser = etree.HTMLParser(
        target=reader,  # type: ignore[arg-type]  # the stubs ask for bytes too, which lxml never gives for text
        encoding="utf-8",
        huge_tree=True,
    )
    # A declared charset is what the file was once stored in; it is decoded already.
    etree.fromstring(text.replace("\x00", "").encode("utf-8", errors="replace") or b"<p></p>", parser)
    reader.close()
    places = [Region.ARTICLE, Region.MAIN, Region.PAGE]
    kept = next((place for place in places if any(found.region >= place for found in reader.found)), Region.PAGE)
    article = tuple(found.line for found in reader.found if found.region >= kept)
    frame = tuple(found.line for found in reader.found if found.region < kept)
    hidden = tuple(HiddenText(one.place, one.text, one.reason, one.region >= kept) for one in reader.hidden)
    return HtmlPage(article, frame, tuple(reader.addresses), tuple(reader.links), hidden)
