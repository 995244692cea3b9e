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
    own descriptions. ``is_cut_off`` is true of a page that breaks off before its end.
    """

    article: tuple[Line, ...]
    frame: tuple[Line, ...] = ()
    addresses: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    hidden: tuple[HiddenText, ...] = ()
    is_cut_off: bool = False


# Elements whose end no page may leave out.
_NEED_AN_END = ("article", "main", "div", "section", "ol", "ul", "table")


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
    return HtmlPage(article, frame, tuple(reader.addresses), tuple(reader.links), hidden, _is_cut_off(text))


def _is_cut_off(text: str) -> bool:
    """True where a whole page was begun and breaks off: not ended, and within a tag or with an element still open.

    A missing ``</html>`` alone is no sign: it may be left out, and programs that shorten pages leave it out.
    """
    lowered = text.lower()
    if "<html" not in lowered or "</html" in lowered:
        return False
    if lowered.rfind("<") > lowered.rfind(">"):
        return True
    return any(lowered.count(f"<{name}") > lowered.count(f"</{name}") for name in _NEED_AN_END)
