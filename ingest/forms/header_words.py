"""The words of a header as tables: labels, outcomes, the forms of other sites' lines, the names of categories.

Every pattern is matched against text that ``assistant.text.unify_characters`` made plain.
"""

from __future__ import annotations

import re

from assistant.domain import Outcome

# The label, then its value behind a colon or on the next line. "Decided" and "Date" are the mirrors' words.
HEADER_LABELS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("category", re.compile(r"categor(?:y|ies)\s*(?::\s*(.*))?", re.IGNORECASE)),
    (
        "decided",
        re.compile(
            r"(?:decision date|date of (?:the )?(?:final )?decision|date decided|decided(?: on)?|decision made"
            r"|date of (?:the )?report)\s*(?::\s*(.*))?",
            re.I,
        ),
    ),
    # "Date" and "Result" alone head the columns of a table.
    ("decided", re.compile(r"date\s*:\s*(.*)", re.I)),
    ("outcome", re.compile(r"(?:decision|outcome)\s*(?::\s*(.*))?", re.IGNORECASE)),
    ("outcome", re.compile(r"result\s*:\s*(.*)", re.IGNORECASE)),
    (
        "reference",
        re.compile(
            r"(?:(?:complaint|case|our|lgsco|lgo)? ?(?:reference|ref)(?: (?:number|no\.?))?"
            r"|(?:complaint|case) (?:number|no\.?))\s*:\s*(.*)",
            re.I,
        ),
    ),
    (
        "body",
        re.compile(r"(?:body|council|organisation|authority|body complained about|care provider)\s*:\s*(.*)", re.I),
    ),
    ("subcategory", re.compile(r"sub-?categor(?:y|ies)\s*(?::\s*(.*))?", re.IGNORECASE)),
    ("category", re.compile(r"sector\s*:\s*(.*)", re.IGNORECASE)),
)

# What the page prints as "Decision", in every wording seen on pages and in papers; the longest first. "Other" is
# what mirrors print for the closures of the assessment stage.
OUTCOMES: tuple[tuple[re.Pattern[str], Outcome], ...] = (
    (re.compile(r"\bnot upheld\b|\bno fault\b|\bno maladministration\b", re.IGNORECASE), Outcome.NOT_UPHELD),
    (re.compile(r"\bdiscontinued\b|\bstopped investigating\b", re.IGNORECASE), Outcome.DISCONTINUED),
    (re.compile(r"\bclosed\b|\bnot investigated\b|^other$", re.IGNORECASE), Outcome.CLOSED),
    (re.compile(r"\bupheld\b|\bmaladministration\b", re.IGNORECASE), Outcome.UPHELD),
)


def outcome_of(words: str) -> Outcome | None:
    """The outcome that these words of a header name, or None."""
    return next((outcome for pattern, outcome in OUTCOMES if pattern.search(words)), None)


# --------------------------------------------------------------------------- other sites' lines

# Labels that stand before their values without a colon; a capital sets them off from words of a value.
CARD_LABELS = re.compile(
    r"\b(?:(?:Reference|Ref|Sector|Sub-?[Cc]ategory|Category|Decided(?: on| On)?|Decision [Dd]ate|Date|Outcome"
    r"|Result)\b"
    # "Decision" is a word of too many names to be a label without its colon.
    r"\s*:?\s+|Decision\s*:\s*)"
)
CARD_REFERENCE = re.compile(
    r"(?:(?:LGSCO|LGO|Ombudsman)?'?s? ?(?:[Dd]ecision|[Cc]ase|[Rr]eference|[Rr]ef)?(?: no\.?| number)? ?)?"
    r"(\d{2}[ -]?\d{3}[ -]?\d{3}[a-zA-Z]?)"
)
OUTCOME_ALONE = re.compile(
    r"(?:not )?upheld|other|discontinued|not investigated|closed(?: after initial (?:enquiries|inquiries))?"
    r"(?: - .{0,40})?|upheld:? (?:fault|maladministration)[ \w,]{0,40}|not upheld:? no (?:fault|maladministration)",
    re.I,
)
CATEGORY_MARK = re.compile(r"\s*>\s*|\s+/\s+")
SOURCE_NAME = re.compile(
    r"(?:\bLGS?C?O )?\(?\bLocal Government (?:(?:&|and) Social Care )?Ombudsman\b\)?|^LGS?C?O(?=\s*$)", re.I
)
# What a card says of the site that made it.
CARD_NOISE = re.compile(r"(?:view|source|see|follow|share|download|compare|original|full decision|back)\b", re.I)
ORGANISATION_WORDS = re.compile(
    r"\b(?:council|borough|county|city|district|authority|trust|limited|ltd|llp|plc|nhs|board|icb|ccg|school|academy"
    r"|college|care|home|homes|house|nursing|services|transport for \w+|park|agency|corporation|association|university"
    r"|hospital|healthcare|group|partnership)\b",
    re.I,
)
# "Investigation into a complaint against Northmoor Council (reference number: 20 001 234)": a report's cover, over as
# many lines as its type needs.
COVER_START = re.compile(r"\binvestigations? (?:in)?to (?:a |the |two |several )?complaints?\b", re.I)
COVER_BODY = re.compile(r"\b(?:against|about)\s*(?:the )?([A-Z][^()\n]{2,100}?)\s*(?:\(|\n|$)")

# The site's own spelling of its categories, for names that lost their apostrophe on the way.
SITE_CATEGORIES: tuple[str, ...] = (
    "Adult care services",
    "Benefits and tax",
    "Children's care services",
    "Education",
    "Environment and regulation",
    "Health",
    "Housing",
    "Other Categories",
    "Planning",
    "Transport and highways",
)
