"""A page's own style rules → which of its elements they hide, and how.

Selectors of elements, classes, ids, attributes, and of these inside one another are understood. Rules for print and for
sizes of screen are left out, as they say nothing of the page as it was read; so are states (``:hover``) and neighbours.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ingest.forms.hidden import reason_in_style

_SHEET = re.compile(r"<style\b([^>]{0,500})>(.*?)(?:</style|\Z)", re.I | re.S)
_OTHER_MEDIUM = re.compile(r"\bmedia\s*=\s*[\"']?(?!\s*(?:all|screen)\b)", re.I)
_AT_RULE = re.compile(r"@(?:media|supports|font-face|page|keyframes)[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}", re.I)
_RULE = re.compile(r"([^{}]{1,500})\{([^{}]{0,2000})\}")
_SIMPLE = re.compile(r"(?:[a-z][\w-]*)?(?:[.#][\w-]+|\[[\w-]+(?:=[\"']?[\w -]*[\"']?)?\])*", re.I)
_MARK = re.compile(r"[.#]?[\w-]+|\[[^\]]*\]")
_SHOWS = re.compile(r"display|visibility|color|font-size|opacity|position|clip|text-indent|text-decoration")
_LARGEST_STYLE = 400_000

Marks = frozenset[str]


@dataclass(frozen=True)
class StyleRules:
    """The rules that hide, by one mark of the element that each is about; false where there are none."""

    _by_mark: dict[str, list[tuple[tuple[Marks, ...], str]]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self._by_mark)

    def reason(self, marks: Marks, around: Callable[[], Iterator[Marks]]) -> str:
        """Why an element with these marks is hidden; empty where it is not.

        ``around`` gives those of the elements it stands in, outermost first; it is asked only where a rule could hold.
        """
        for mark in marks & self._by_mark.keys():
            for parts, reason in self._by_mark[mark]:
                if parts[-1] <= marks and _stand_around(parts[:-1], around):
                    return reason
        return ""


def _stand_around(parts: Sequence[Marks], around: Callable[[], Iterator[Marks]]) -> bool:
    if not parts:
        return True
    waiting = around()
    return all(any(part <= marks for marks in waiting) for part in parts)


def marks_of(tag: str, attributes: Mapping[str, str]) -> Marks:
    """What a selector can know an element by: ``p``, ``.class``, ``#id``, ``[name]``, ``[name=value]``."""
    marks = {tag.lower()}
    for name, value in attributes.items():
        lowered = value.strip().lower()
        if name == "class":
            marks.update(f".{one}" for one in lowered.split())
        elif name == "id":
            marks.add(f"#{lowered}")
        marks.update((f"[{name}]", f"[{name}={lowered}]"))
    return frozenset(marks)


def read_style_rules(page: str) -> StyleRules:
    """The rules in a page's style elements, wherever they stand; of two with one selector the last is believed."""
    sheet = " ".join(match[2] for match in _SHEET.finditer(page) if not _OTHER_MEDIUM.search(match[1]))
    sheet = re.sub(r"/\*.*?\*/", " ", sheet[:_LARGEST_STYLE], flags=re.S)
    found: dict[tuple[Marks, ...], str] = {}
    for match in _RULE.finditer(_AT_RULE.sub(" ", sheet)):
        reason = reason_in_style(match[2])
        if not reason and not _SHOWS.search(match[2]):
            continue
        for selector in match[1].split(","):
            parts = _parts_of(selector)
            if parts and reason:
                found[parts] = f"{reason}, by the page's style"
            elif parts:
                found.pop(parts, None)
    by_mark: dict[str, list[tuple[tuple[Marks, ...], str]]] = {}
    for parts, reason in found.items():
        by_mark.setdefault(min(parts[-1]), []).append((parts, reason))
    return StyleRules(by_mark)


def _parts_of(selector: str) -> tuple[Marks, ...]:
    """The marks that each element of a selector must have, outermost first; none for what is not understood."""
    words = selector.replace(">", " ").lower().split()
    if not words or not all(_SIMPLE.fullmatch(word) for word in words):
        return ()
    return tuple(frozenset(mark.replace('"', "").replace("'", "") for mark in _MARK.findall(word)) for word in words)
