"""A tag and its attributes → what the element is in a page: a block, a heading, a list, silent, or the site's frame."""

from __future__ import annotations

import re
from collections.abc import Mapping

LISTS = frozenset(("ul", "ol", "menu"))
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
BLOCKS = HEADINGS | frozenset(
    re.findall(
        r"\w+",
        """address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure
        footer form header hr legend li main nav ol p pre section summary table tbody tfoot thead tr ul""",
    )
)
# A table's caption is short and stands above something longer: it looks like a heading and is none.
TEXTS = frozenset(("p", "caption", "figcaption"))
SILENT = frozenset(
    re.findall(r"\w+", "script style noscript template svg math head select textarea iframe object audio video")
)
# The parts of a page that are not its text, wherever they stand.
_FRAME = frozenset(("nav", "form", "button", "dialog", "aside"))
_NOTICE = re.compile(
    r"(?:^|[\s_-])(?:cookies?|cookiebar|cookiebanner|consent|breadcrumbs?|crumbs|skip-?link|pager|pagination|toc"
    r"|back-?to-?top)(?:$|[\s_-])",
    re.I,
)
# A report's own chapters are linked by what comes behind its address alone.
LEADS_TO_DECISION = re.compile(r"/decisions/|\?chapter=", re.I)
_LABEL_CLASS = re.compile(r"(?:^|\s)(?:label|value)(?:\s|$)")


class Region:
    """How likely a place holds the decision: the more, the higher."""

    FRAME, PAGE, MAIN, ARTICLE = range(4)


def region_of(tag: str, attributes: Mapping[str, str], around: int) -> int:
    """How likely an element holds the decision; ``around`` is what is known of the element it stands in."""
    if around == Region.FRAME or tag in _FRAME or _is_notice(tag, attributes):
        return Region.FRAME
    if tag == "article" or attributes.get("id") == "article":
        return Region.ARTICLE
    if tag == "main" or attributes.get("role") == "main" or attributes.get("id") in ("main", "main-content"):
        return max(around, Region.MAIN)
    return around


def is_label(attributes: Mapping[str, str]) -> bool:
    """True for a label of the header or its value, which stand on lines of their own whatever their tag."""
    return "class" in attributes and bool(_LABEL_CLASS.search(attributes["class"]))


def _is_notice(tag: str, attributes: Mapping[str, str]) -> bool:
    if tag in ("html", "body", "main", "article"):
        return False
    return bool(_NOTICE.search(attributes.get("class", "")) or _NOTICE.search(attributes.get("id", "")))
