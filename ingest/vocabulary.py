"""The site's words as tables: headings and their roles, header labels, outcomes, and what is no decision.

The code elsewhere asks for the first row that gives an acceptable answer; what a page calls something is changed here
and nowhere else. Every pattern is matched against text that ``assistant.text.unify_characters`` made plain.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from assistant.domain import Outcome


class SectionRole(StrEnum):
    """What a section of a decision is for; decides who reads it."""

    SUMMARY = "summary"
    COMPLAINT = "complaint"
    SCOPE = "scope"
    POWERS = "powers"
    METHOD = "method"
    LAW = "law"
    FOUND = "found"
    HAPPENED = "happened"
    ANALYSIS = "analysis"
    ACTION = "action"
    FINAL = "final decision"


# Role and powers, method, law: the same in thousands of decisions, kept for reading and left out of search.
STANDING_ROLES = frozenset({SectionRole.POWERS, SectionRole.METHOD, SectionRole.LAW})


@dataclass(frozen=True)
class HeadingRule:
    """A heading of the site: its pattern (whole line), its role, and whether it opens a top-level section."""

    pattern: re.Pattern[str]
    role: SectionRole
    is_top: bool


def _heading(pattern: str, role: SectionRole, *, is_top: bool) -> HeadingRule:
    return HeadingRule(re.compile(rf"(?:{pattern})\s*:?", re.IGNORECASE), role, is_top)


_TOP = (
    # 2014 template, today's template and the reports' form of each; "The complaint" may be missing altogether.
    _heading(
        r"(the |your |mr \w+'s )?complaints?|the complainant('s|s') complaint", SectionRole.COMPLAINT, is_top=True
    ),
    _heading(
        r"what (i|we) have( and have not)? investigated|(parts?|matters?) .{0,40}(not|n't) investigate[d]?"
        r"|what (i|we) have not investigated|parts of the complaint .{0,40}investigated?",
        SectionRole.SCOPE,
        is_top=True,
    ),
    _heading(
        r"the ombudsmans? ?(')?s? role( and powers?)?|our role( and powers?)?|(the )?ombudsman's powers"
        r"|legal powers|the law relating to the ombudsman.*",
        SectionRole.POWERS,
        is_top=True,
    ),
    _heading(
        r"how (i|we) (have )?(considered|investigated|dealt with) (this|the|your|these) complaints?"
        r"|the investigation process",
        SectionRole.METHOD,
        is_top=True,
    ),
    _heading(r"what (i|we) (have )?found|the investigation|investigation", SectionRole.FOUND, is_top=True),
    _heading(r"(my|our|the ombudsman's) assessment|assessment", SectionRole.ANALYSIS, is_top=True),
    _heading(
        r"(agreed|recommended|proposed|suggested)( and (agreed|recommended))?( / ?(agreed|recommended))? ?(final )?"
        r"(actions?|remed(y|ies)|recommendations?)|recommended ?/ ?agreed actions?|agreed ?/ ?recommended actions?"
        r"|recommendations?|(the )?remedy|actions? (agreed|recommended)|agreement",
        SectionRole.ACTION,
        is_top=True,
    ),
    _heading(r"(the )?(final|my|our|draft|provisional) decision|decision", SectionRole.FINAL, is_top=True),
    _heading(r"summary", SectionRole.SUMMARY, is_top=True),
)
_SUB = (
    _heading(
        r"what happened( next)?|(the )?background( information)?|(key|main) (facts|events)|chronology|the facts"
        r"|summary of (the )?(key )?events",
        SectionRole.HAPPENED,
        is_top=False,
    ),
    _heading(
        r"(my |our |the ombudsman's )?(analysis|findings?|consideration|conclusions?)( and (findings?|conclusions?))?"
        r"|was there fault( (by|causing) .*)?|did (the|any) fault .*|injustice|fault( and injustice)?",
        SectionRole.ANALYSIS,
        is_top=False,
    ),
    _heading(
        r"(the )?(relevant |national |local |statutory )*(law|legislation|legal|guidance|polic(y|ies)|procedures?)\b.*"
        r"|.*\b(law|legislation|guidance|legal and administrative background|administrative background)"
        r"( and (guidance|policy|procedures?|background))?"
        r"|(statutory|government|national) guidance\b.*",
        SectionRole.LAW,
        is_top=False,
    ),
)
HEADINGS: tuple[HeadingRule, ...] = (*_TOP, *_SUB)


def heading_rule(line: str) -> HeadingRule | None:
    """The first rule whose pattern is the whole line (plain characters, trimmed), or None."""
    if len(line) > 100:
        return None
    return next((rule for rule in HEADINGS if rule.pattern.fullmatch(line)), None)


# "C) The Council disclosed …", "Issue 2: …", "Complaint A - …", "Complaint 1: …": the letter stands outside lists.
LETTERED_HEADING = re.compile(
    r"(?:(?:Complaint|Issue|Allegation|Part|Point)\s+)?\(?([A-H])(?:[).:]| [-])\s*(?=[A-Z'\"a-z])(.+)"
    r"|(?:Complaint|Issue|Allegation|Part|Point)\s+(?:\(?([A-H]|\d{1,2})\)?)\s*[:.)-]\s*(.+)"
)

# --------------------------------------------------------------------------- header

# The label, then its value behind a colon or on the next line. "Decided" and "Date" are the mirrors' words.
HEADER_LABELS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("category", re.compile(r"categor(?:y|ies)\s*(?::\s*(.*))?", re.IGNORECASE)),
    ("decided", re.compile(r"(?:decision date|date of decision|decided(?: on)?|decision made)\s*(?::\s*(.*))?", re.I)),
    ("outcome", re.compile(r"(?:decision|outcome)\s*(?::\s*(.*))?", re.IGNORECASE)),
    ("reference", re.compile(r"(?:reference|complaint reference|case reference|ref)\s*(?:no\.?)?\s*:\s*(.*)", re.I)),
    ("body", re.compile(r"(?:body|council|organisation|authority)\s*:\s*(.*)", re.IGNORECASE)),
)

# What the page prints as "Decision", in every wording seen on pages and in papers; the longest first.
OUTCOMES: tuple[tuple[re.Pattern[str], Outcome], ...] = (
    (re.compile(r"\bnot upheld\b|\bno fault\b|\bno maladministration\b", re.IGNORECASE), Outcome.NOT_UPHELD),
    (re.compile(r"\bdiscontinued\b|\bstopped investigating\b", re.IGNORECASE), Outcome.DISCONTINUED),
    (re.compile(r"\bclosed\b|\bnot investigated\b|^other$", re.IGNORECASE), Outcome.CLOSED),
    (re.compile(r"\bupheld\b|\bmaladministration\b", re.IGNORECASE), Outcome.UPHELD),
)


def outcome_of(words: str) -> Outcome | None:
    """The outcome that these words of a header name, or None."""
    return next((outcome for pattern, outcome in OUTCOMES if pattern.search(words)), None)


# How the text itself tells its outcome where the header does not: asked of the final decision first, then of the
# summary. Order matters: a decision that found fault may also say that one point showed none.
INFERRED_OUTCOMES: tuple[tuple[re.Pattern[str], Outcome], ...] = (
    (
        re.compile(
            r"\b(?:discontinued?|ended|stopped|stopping|ending) (?:my|our|the|this|his|her|its) investigation"
            r"|\b(?:have|has) discontinued\b|\bdiscontinue (?:my|our|the)\b",
            re.I,
        ),
        Outcome.DISCONTINUED,
    ),
    (
        re.compile(
            r"\b(?:will|can|could|should|do|did) ?not (?:be able to )?(?:start to )?investigat"
            r"|\bcannot investigat|\bunable to investigate",
            re.I,
        ),
        Outcome.CLOSED,
    ),
    (
        re.compile(
            r"(?<!not )(?<!n't )\b(?:was|is|were|are|been) (?:partly |also )?at fault\b|\bfinding of fault\b"
            r"|(?<!not )(?<!no )\b(?:found|find|finds|identified|was|is) (?:(?:some|evidence of|that) )?"
            r"(?:there (?:was|is) )?(?:some )?fault\b(?! in any)|\bfault (?:by|on|causing|which caused|leading"
            r"|and injustice)\b"
            r"|\buph(?:e|o)ld(?:s|ing)? (?:the|this|mr|mrs|ms|miss|part)|\bacted with fault\b"
            r"|(?:complaint|it) (?:is|was) upheld",
            re.I,
        ),
        Outcome.UPHELD,
    ),
    (
        re.compile(
            r"\bno (?:evidence of )?(?:fault|maladministration)\b|\bnot at fault\b|\bwithout fault\b|\bnot upheld\b"
            r"|\b(?:not|n't) (?:find|found|uphold)",
            re.I,
        ),
        Outcome.NOT_UPHELD,
    ),
)
# "found no fault by the Council": the upheld row must not see "fault by" there.
NO_FAULT_PHRASE = re.compile(
    r"\b(?:no|not|without|n't|neither)\b(?: \w+){0,4}? fault\b(?: (?:by|on|in|causing|which|leading|with|for)\b)?", re.I
)

# --------------------------------------------------------------------------- what is no part of the decision

# The line that opens the text proper on most pages, and the one that closes it.
OPENING_LINE = re.compile(r"the ombudsman'?s final decision\s*:?", re.IGNORECASE)
CLOSING_LINE = re.compile(
    r"(?:investigator|ombudsman|assistant ombudsman|intake assessor|assessor)'?s?'? (?:final )?decision"
    r"(?: on behalf of the ombudsman)?\s*\.?",
    re.IGNORECASE,
)
SUMMARY_LABEL = re.compile(r"summary\s*:\s*", re.IGNORECASE)

# Lines of the page around the text, wherever they stand; the reason is what is reported as dropped.
CHROME_LINES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\^?\s*back to top", re.I), "a link of the page"),
    (
        re.compile(
            r"print this page|share this page|download(?: as)? pdf|lgo logogram|skip to (?:main )?content", re.I
        ),
        "a link of the page",
    ),
    (re.compile(r"(?:on this page|contents|in this decision|jump to)\s*:?", re.I), "the title of a contents list"),
)
# From one of these on, a page speaks of itself until the decision begins again or the file ends.
PRIVACY_LINES = re.compile(
    r"review your privacy settings|privacy settings|required cookies|analytical cookies|cookies? (?:policy|settings)"
    r"|(?:we|this (?:web)?site|our (?:web)?site) uses? .{0,30}cookies.*|these cookies enable .*"
    r"|view (?:required|analytical) cookies"
    r"|cookies on .*|accept (?:all )?cookies|.*google analytics.*",
    re.IGNORECASE,
)

# --------------------------------------------------------------------------- what is no decision at all


@dataclass(frozen=True)
class NotADecision:
    """A kind of page that is recognised and set aside: the words that give it away, and the reason to tell."""

    pattern: re.Pattern[str]
    reason: str


OTHER_PAGES: tuple[NotADecision, ...] = (
    NotADecision(
        re.compile(
            r"verify(?:ing)? (?:that )?you are (?:a )?human|enable javascript and cookies|just a moment\.\.\.|captcha",
            re.I,
        ),
        "a page that asks for proof of being human, not a decision",
    ),
    NotADecision(
        re.compile(
            r"\b(?:404|403|500|502|503)\b.{0,40}(?:not found|error|forbidden|unavailable)"
            r"|page (?:not found|cannot be found)|access denied",
            re.I,
        ),
        "an error page of a web site",
    ),
    NotADecision(
        re.compile(r"\bhas [\d,]+ results\b|\bsearch results\b.{0,80}\b(?:page|results)\b", re.I | re.S),
        "a page of search results; save the decisions themselves",
    ),
    NotADecision(
        re.compile(r"housing ombudsman service|the landlord's handling|severe maladministration", re.I),
        "a determination of the Housing Ombudsman, another ombudsman than this casebook's",
    ),
    NotADecision(
        re.compile(
            r"public services ombudsman for wales|ombwdsmon|scottish public services ombudsman|\bSPSO\b|\bNIPSO\b", re.I
        ),
        "a document of another nation's ombudsman",
    ),
)

# --------------------------------------------------------------------------- standing law inside other sections

# A person of the story ("Mr X", "Miss Y's", "child Z"): a section that names one is about the case.
PARTY = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.? (?:and (?:Mr|Mrs|Ms|Miss|Dr)\.? )?[A-Z]\b|\b(?:child|son|daughter) [A-Z]\b"
)
LAW_WORDS = re.compile(
    r"\b(?:Act|Regulations?|statutory|guidance|law|legislation|Code of Practice"
    r"|polic(?:y|ies)|procedures?|duty|duties|must|should)\b"
)
