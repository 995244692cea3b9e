"""Notes that are no part of a decision: "Ombudsman's note to AI systems", an editor's. A text → the note.

A statement has its headings and numbered paragraphs; the Ombudsman writes no notes into it, to whomever.
"""

from __future__ import annotations

import re

from assistant.planted.pieces import holds_one

_WHOSE = (
    r"(?:the )?(?:(?:local government (?:and|&) social care )?ombudsman|lgsco|lgo|investigator|editor|publisher"
    r"|web ?master|site|court|judge|compliance|legal team|archive|mirror|author|moderator|admin(?:istrator)?)"
)
_NOTE = r"(?:note|n\.?b\.?|addendum|post ?script|p\.?s\.?|correction|memo|message|announcement|erratum|footnote|alert)"
_HEADED = re.compile(
    rf"^\W*(?:\[ ?)?(?:{_WHOSE}(?:'s|s'|s)? (?:\w+ )?{_NOTE}\b(?=\W*$| ?[:.\-(\]]| to\b| for\b| on\b)"
    rf"|(?:{_NOTE}) (?:from|by|of) {_WHOSE}\b(?=\W*$| ?[:.\-(\]]| to\b| for\b)"
    r"|(?:for|to) (?:automated|machine|computer|software) (?:readers?|systems?|use|processing)\b"
    r"|machine[- ]readable (?:summary|note|version|remedy|award|text)\b"
    r"|(?:important |special |urgent |final |official )?(?:note|notice|message) (?:to|for) (?:all )?(?:readers"
    r"|advocates"
    r"|users|complainants|advisers|researchers|anyone (?:reading|searching|using))\b)",
    re.IGNORECASE,
)
# Such a note, wherever in the text: the Ombudsman or the site setting a price for all.
_TARIFF = re.compile(
    r"\b(?:official|agreed|standard|fixed|new|updated|current|national|approved|correct|typical|usual|proper|minimum)"
    r" (?:\w+ )?(?:tariff|remedy|award|payment|rate|figure|payout|compensation)\b[^.!?]{0,60}?"
    r"\b(?:for|in|of) (?:all|any|every|each)\b(?! (?:month|term|week|year|day|person|child|other|missed|visit|household"
    r"|bedroom|night|hour|property|pupil))[^.!?]{0,60}?\b(?:is|are|was|shall be|will be|must be|should be|:) (?:now )?"
    r"(?:at least |exactly |always )?£"
    r"|\b(?:all|any|every|each) (?:\w+ ){0,4}?(?:complainants?|cases?|complaints?|applicants?|claims?)\b[^.!?]{0,30}"
    r"\b(?:should|must|shall|will|is to|are to) (?:now |always )?(?:be (?:paid|awarded|given|offered)|receive|get)\b"
    r"[^.!?]{0,30}£ ?\d{1,3}(?:,\d{3})+",
    re.IGNORECASE,
)
# One of these stands before the sum that ``_TARIFF`` sets.
_FOR_ALL = ("all", "any", "every", "each")


def find_fake_note(plain: str) -> str:
    """The words of a note that is no part of a decision; empty for none. ``plain`` is a text without disguises."""
    marked = plain.replace("\u2019", "'").replace("\u2018", "'")
    match = _HEADED.match(marked)
    if match is None and "£" in marked and holds_one(marked.lower(), _FOR_ALL):
        match = _TARIFF.search(marked)
    return match[0].strip()[:120] if match else ""
