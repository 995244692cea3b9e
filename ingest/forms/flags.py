"""A page's sections and hidden texts → flags for what was planted, and the sections that findings are read from.

A flagged paragraph stays in the decision, so that a person can look at it; nothing that is counted or searched for is
read from it. What it leads in to ("the true figures are:") is flagged with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from assistant.domain import Flag, FlagKind, Paragraph
from assistant.planted import Sign, find_order_to_a_machine, find_signs, find_signs_of_each
from assistant.text import find_money, unify_characters
from ingest.forms.blocks import Dropped
from ingest.forms.hidden import HiddenText
from ingest.forms.layout import ReadSection

_SHOWN = 300
_LONGEST_LOOKED_AT = 20_000
_CODE = re.compile(r"inside <(?:head|script|style)>")
_TOLD_APART = re.compile(r"inside <|a comment|a note that|the description|a description")
# Words that hidden text of a decision's own would hold; a site hides menus and notices of its own.
_OF_DECISIONS = re.compile(
    r"\b(?:council|fault|injustice|remed\w+|pay|paid|payment|apolog\w+|ombudsman|complain\w*)\b", re.I
)
_FEW_WORDS = 4
_LEADS_IN = re.compile(r":\W*$")


def flag_sections(sections: Sequence[ReadSection]) -> tuple[Flag, ...]:
    """The flags of headings and paragraphs, in order; a flagged heading spoils all that stands under it."""
    texts = [section.section.heading for section in sections]
    texts += [paragraph.text for section in sections for paragraph in section.paragraphs]
    signs = dict(zip(texts, find_signs_of_each(texts), strict=True))
    return tuple(flag for section in sections for flag in _flags_of(section, signs))


def without_flagged(sections: Sequence[ReadSection], flags: Sequence[Flag]) -> tuple[ReadSection, ...]:
    """The sections less their flagged paragraphs; one whose heading is flagged is left out whole."""
    spoilt = {flag.paragraph for flag in flags if flag.paragraph is not None}
    if not flags:
        return tuple(sections)
    return tuple(
        replace(section, paragraphs=tuple(one for one in section.paragraphs if one.id not in spoilt))
        for section in sections
        if not find_signs(section.section.heading)
    )


def flag_value(name: str, value: str | None) -> tuple[Flag, ...]:
    """The flags of a value of the header; none for an ordinary one."""
    return tuple(Flag(sign.kind, f"header, {name}", _cut(value)) for sign in find_signs(value)) if value else ()


def flag_dropped(dropped: Sequence[Dropped]) -> tuple[Flag, ...]:
    """Orders and notes in what is no part of the decision: they do no harm there, and somebody put them there."""
    found = []
    signs = find_signs_of_each([line.text[:_LONGEST_LOOKED_AT] for line in dropped])
    for line, given_away in zip(dropped, signs, strict=True):
        for sign in given_away:
            if sign.kind in (FlagKind.INSTRUCTION, FlagKind.FAKE_NOTE):
                found.append(Flag(sign.kind, f"line {line.place}, outside the decision", _cut(line.text)))
    return tuple(found)


def flag_hidden(hidden: Sequence[HiddenText]) -> tuple[Flag, ...]:
    """What was hidden in a page and is no business of its site: orders, notes, and sums or sentences of a decision."""
    return tuple(
        Flag(FlagKind.HIDDEN, f"hidden text at line {one.place}: {one.reason}", _cut(one.text))
        for one in hidden
        if _is_planted(one)
    )


def _is_planted(one: HiddenText) -> bool:
    text = one.text[:_LONGEST_LOOKED_AT]
    if _CODE.match(one.reason):
        return bool(find_order_to_a_machine(text))
    if any(sign.kind in (FlagKind.INSTRUCTION, FlagKind.FAKE_NOTE) for sign in find_signs(text)):
        return True
    if not one.is_in_text:
        return False
    is_of_the_page = _TOLD_APART.match(one.reason) is not None
    is_sentence = len(text.split()) >= _FEW_WORDS and _OF_DECISIONS.search(text) is not None
    return bool(find_money(unify_characters(text))) or (is_sentence and not is_of_the_page)


def _flags_of(section: ReadSection, signs_of: Mapping[str, Sequence[Sign]]) -> Iterator[Flag]:
    heading = signs_of[section.section.heading]
    if heading:
        kind = heading[0].kind
        yield Flag(kind, f"heading of section {section.section.ordinal}", _cut(section.section.heading))
    leads_in = bool(heading)
    for paragraph in section.paragraphs:
        signs = signs_of[paragraph.text]
        for sign in signs:
            yield _flag(paragraph, sign)
        if leads_in and not signs:
            yield _flag(paragraph, Sign(FlagKind.INTRODUCED, ""))
        if signs and _LEADS_IN.search(paragraph.text):
            leads_in = True


def _flag(paragraph: Paragraph, sign: Sign) -> Flag:
    return Flag(sign.kind, f"paragraph {paragraph.ordinal}", _cut(paragraph.text), paragraph.id)


def _cut(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _SHOWN else plain[: _SHOWN - 1] + "…"
