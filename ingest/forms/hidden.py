"""What markup hides from a reader's eyes: an element's tag, attributes and declarations → the reason, or none.

A browser would have to lay the page out to be sure; these are the ways in which text is hidden on purpose. What stands
in a style sheet of its own is not seen here, and docs/safety.md says so.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class HiddenText:
    """Text that a page's reader does not see. ``is_in_text`` is true inside the decision's own part of the page."""

    place: int
    text: str
    reason: str
    is_in_text: bool


# Whole pages are held back until their scripts have run: to hide these hides nothing for long.
NEVER_HIDDEN = frozenset(("html", "body", "head"))
# Words that a page takes back, and those set above a line: what stands beside them is the text.
_STRUCK_OUT = dict.fromkeys(("del", "s", "strike"), "struck out") | dict.fromkeys(("rt", "rp"), "set above the line")
# A dialog that is open marks the rest of the page so; inside a text the mark takes words from those who listen.
_HOLDERS = frozenset(("div", "section", "main", "article", "form", "header", "footer", "nav", "aside"))
_HIDING_CLASS = re.compile(
    r"(?:^|\s)(?:hidden|hide|is-hidden|visually-?hidden|visuallyhidden|sr-only|screen-?reader(?:-text|-only)?|d-none"
    r"|display-none|u-hidden|invisible|off-?screen|govuk-visually-hidden|element-invisible)(?:\s|$)",
    re.I,
)
_NUMBER = r"(-?\d*\.?\d+)"
_SIZE = re.compile(rf"^{_NUMBER}(px|pt|em|rem|ex|ch|%|vw|vh|cm|mm|in)?$")
_FAR = re.compile(
    r"-\d{3,}(?:\.\d+)?(?:px|pt|em|rem|vw|vh|%)?|-\d{2,}(?:\.\d+)?(?:em|rem|cm|in)|\d{4,}(?:px|pt|em|rem)"
)
# Up to this size no eye can read it.
_SMALLEST_PIXELS = 2.0
_PIXELS = {"px": 1.0, "pt": 1.33, "em": 16.0, "rem": 16.0, "%": 0.16, "": 1.0, "ex": 8.0, "ch": 8.0}
_WHITE_NAMES = frozenset(
    [
        "white",
        "snow",
        "ivory",
        "ghostwhite",
        "floralwhite",
        "whitesmoke",
        "mintcream",
        "azure",
        "aliceblue",
        "transparent",
    ]
)
_LIGHTEST = 240


def hidden_reason(tag: str, attributes: Mapping[str, str]) -> str:
    """Why an element hides what it holds, by itself; empty where it does not."""
    if tag in _STRUCK_OUT:
        return _STRUCK_OUT[tag]
    if not attributes or tag in NEVER_HIDDEN:
        return ""
    if "hidden" in attributes and attributes["hidden"] != "until-found":
        return "the attribute hidden"
    if attributes.get("aria-hidden", "").lower() == "true" and tag not in _HOLDERS:
        return "hidden from those who listen (aria-hidden)"
    if tag == "font" and _is_white(attributes.get("color", "")):
        return "white on white"
    style = attributes.get("style", "")
    if style and (reason := reason_in_style(style)):
        return reason
    if "class" in attributes and _HIDING_CLASS.search(attributes["class"]):
        return "a class that hides"
    return ""


def reason_in_style(style: str) -> str:
    """Why declarations hide what they are for; empty where they do not."""
    given = _declarations(style)
    if given.get("display") == "none" or given.get("content-visibility") == "hidden":
        return "not displayed"
    if given.get("visibility") in ("hidden", "collapse"):
        return "invisible"
    if "line-through" in given.get("text-decoration", "") or "line-through" in given.get("text-decoration-line", ""):
        return "struck out"
    if _is_at_most(given.get("opacity"), 0.1) or re.search(r"opacity\(0?\.?0*%?\)", given.get("filter", "")):
        return "transparent"
    if _is_tiny(given.get("font-size")) or re.match(r"0(?:px|pt|em)?[/ ]", given.get("font", "")):
        return "in letters too small to read"
    if _is_white(given.get("color", "")) and _is_white(_background(given) or "white"):
        return "white on white"
    if given.get("color") and given["color"] == _background(given):
        return "in the colour of its ground"
    return _reason_in_place(given)


def _reason_in_place(given: Mapping[str, str]) -> str:
    """Moved off the page, or cut to nothing."""
    is_placed = given.get("position") in ("absolute", "fixed", "relative")
    if is_placed and any(_FAR.fullmatch(given.get(side, "")) for side in ("left", "top", "right", "bottom")):
        return "placed off the page"
    if any(_FAR.fullmatch(given.get(name, "")) for name in ("text-indent", "margin-left", "margin-top")):
        return "placed off the page"
    if is_placed and re.fullmatch(r"-\d+", given.get("z-index", "")):
        return "behind the page"
    if re.search(r"scale[xy]?\(0(?:\.0+)?[,)]|translate[xy]?\(-?\d{4,}", given.get("transform", "")):
        return "placed off the page"
    sides = [given.get(name) for name in ("height", "max-height", "width", "max-width")]
    if "hidden" in given.get("overflow", "") and any(side is not None and _is_at_most(side, 1.0) for side in sides):
        return "cut to nothing"
    if re.search(r"rect\(0|rect\(1px", given.get("clip", "")) or re.search(
        r"inset\((?:50|100)%|circle\(0", given.get("clip-path", "")
    ):
        return "cut to nothing"
    return ""


def _declarations(style: str) -> dict[str, str]:
    pairs = (part.partition(":") for part in style.lower().replace("!important", "").split(";"))
    return {name.strip(): " ".join(value.split()) for name, _, value in pairs if value.strip()}


def _background(given: Mapping[str, str]) -> str:
    return given.get("background-color") or given.get("background", "").split(" ")[0]


def _is_at_most(value: str | None, limit: float) -> bool:
    match = _SIZE.match(value or "")
    if match is None:
        return False
    return float(match[1]) / (100 if match[2] == "%" else 1) <= limit


def _is_tiny(value: str | None) -> bool:
    match = _SIZE.match(value or "")
    return match is not None and float(match[1]) * _PIXELS.get(match[2] or "", 100.0) <= _SMALLEST_PIXELS


def _is_white(colour: str) -> bool:
    """White or so near to it that nobody reads it on a white page; also a colour that is not there."""
    colour = colour.strip().lower()
    if colour in _WHITE_NAMES:
        return True
    if match := re.fullmatch(r"#([0-9a-f]{3,8})", colour):
        digits = match[1]
        if len(digits) in (4, 8) and int(digits[-(len(digits) // 4) :], 16) == 0:
            return True
        step = 1 if len(digits) in (3, 4) else 2
        parts = [int(digits[n : n + step] * (3 - step), 16) for n in range(0, 3 * step, step)]
        return all(part >= _LIGHTEST for part in parts)
    if match := re.fullmatch(r"rgba?\(([^)]*)\)", colour):
        numbers = re.findall(r"\d*\.?\d+", match[1])
        if len(numbers) == 4 and float(numbers[3]) <= 0.1:
            return True
        return len(numbers) >= 3 and all(float(number) >= _LIGHTEST for number in numbers[:3])
    if match := re.fullmatch(r"hsla?\([^,]*,[^,]*, ?([\d.]+)%.*\)", colour):
        return float(match[1]) >= 95
    return False
