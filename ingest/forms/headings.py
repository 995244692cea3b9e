"""The headings of a decision as tables: their roles, the letters of issues, and what marks standing law.

The code elsewhere asks for the first row that gives an acceptable answer; what a page calls something is changed here
and nowhere else. Every pattern is matched against text that ``assistant.text.unify_characters`` made plain.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache


class SectionRole(StrEnum):
    """What a section of a decision is for; decides who reads it."""

    SUMMARY = "summary"
    NAMES = "names"
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


# Names, role and powers, method, law: the same in thousands of decisions, kept for reading and left out of search.
STANDING_ROLES = frozenset({SectionRole.NAMES, SectionRole.POWERS, SectionRole.METHOD, SectionRole.LAW})


@dataclass(frozen=True)
class HeadingRule:
    """A heading of the site: its pattern (whole line), its role, and whether it opens a top-level section."""

    pattern: re.Pattern[str]
    role: SectionRole
    is_top: bool


def _heading(pattern: str, role: SectionRole, *, is_top: bool) -> HeadingRule:
    return HeadingRule(re.compile(rf"(?:{pattern})\s*[:?]?", re.IGNORECASE), role, is_top)


_OMBUDSMAN = r"(the )?ombudsm[ae]n ?'?s?'?"
_I = r"(i|we|i've|we've)"
_MY = r"(my|our|the ombudsm[ae]n'?s?'?)"
_TOP = (
    # 2014 template, today's template and the reports' form of each; "The complaint" may be missing altogether.
    _heading(
        # "The complaint about the drains" may head an issue of the analysis: nothing may follow.
        r"(the |your |mr \w+'s |mrs \w+'s |ms \w+'s |miss \w+'s )?complaints?( made)?( to us)?"
        r"|the complainant('s|s')? complaint|summary of (the )?complaint|what .{3,30} complained about",
        SectionRole.COMPLAINT,
        is_top=True,
    ),
    _heading(
        rf"what {_I}( have| did| decided to)?( and (have|did) not)? (have )?investigated?( and why)?"
        rf"|what {_I} (have|did|do) ?(not|n't) investigated?|(parts?|matters?) .{{0,60}}(not|n't) investigate[d]?"
        rf"|parts of the complaint .{{0,40}}investigated?|why {_I} (have|did) not investigated? .{{0,40}}"
        r"|(the )?scope of (the|this|my|our) investigation|matters (not )?investigated|(our|my) jurisdiction",
        SectionRole.SCOPE,
        is_top=True,
    ),
    _heading(r"key to (the )?names( used)?|names used( in this report)?", SectionRole.NAMES, is_top=True),
    _heading(
        rf"({_OMBUDSMAN}|our|my) (role|powers?|remit|jurisdiction)( and (role|powers?|remit|jurisdiction))?"
        r"|legal powers|the law relating to the ombudsm[ae]n.{0,40}|what we can and cannot (investigate|look at)",
        SectionRole.POWERS,
        is_top=True,
    ),
    _heading(
        rf"how {_I} (have )?(considered|investigated|dealt with|looked (at|into)|reached)"
        r"( (this|the|your|these|it|mr \w+'s|mrs \w+'s|ms \w+'s|miss \w+'s|my|our))?( complaints?| decision| case)?"
        rf"|the investigation process|what {_I} (did|considered)|(the )?evidence {_I} considered",
        SectionRole.METHOD,
        is_top=True,
    ),
    _heading(rf"what {_I} (have )?found|(the |our |my )?investigation", SectionRole.FOUND, is_top=True),
    _heading(rf"({_MY} )?(assessment|view)( of (the|this) (complaint|case))?", SectionRole.ANALYSIS, is_top=True),
    _heading(
        r"(agreed|recommended|proposed|suggested|remedial|required)( and (agreed|recommended))?"
        r"( ?/ ?(agreed|recommended))? ?(final )?(actions?|remed(y|ies)|recommendations?|settlement)"
        rf"|({_MY} )?(recommendations?|remed(y|ies))( (and|for) .{{3,30}})?|actions? (agreed|recommended|to be taken)"
        r"|(the )?actions?|agreement|putting (things|it|matters) right"
        # "What the Council must do" may head the law.
        r"|(what|actions?) the .{3,40} (will|should now|will now|ha(s|ve) agreed to|needs to)( now)? (do|take)",
        SectionRole.ACTION,
        is_top=True,
    ),
    _heading(
        r"(the )?(final|my|our|draft|provisional) (final )?decision|decision",
        SectionRole.FINAL,
        is_top=True,
    ),
    _heading(
        r"(the |our )?(report |decision )?summary( of (this|the|our) (report|decision|investigation))?",
        SectionRole.SUMMARY,
        is_top=True,
    ),
)
_SUB = (
    _heading(
        r"what happened\b.{0,40}|(the )?(complaint )?background( information| facts)?( to (the|this) complaint)?"
        r"|(the )?(key|main) (facts|events)|chronology( of .{3,30})?|timeline|the (facts|events)|events"
        r"|summary of (the )?(key |main )?(events|facts)",
        SectionRole.HAPPENED,
        is_top=False,
    ),
    _heading(
        rf"({_MY} )?(analysis|findings?|consideration|conclusions?)( and (findings?|conclusions?|analysis))?"
        r"|(analysis|findings?) ?[:-] .{3,80}"
        rf"|what {_I} think( about .{{3,40}})?|was there (any )?fault( (by|causing) .*)?|did (the|any) fault .*"
        r"|was (the|there) .{3,40} fault|(the )?injustice( caused.{0,40})?|(the )?faults?( (and|causing) injustice)?"
        r"|impact( on .{2,40})?|consequences of (the )?fault.{0,30}",
        SectionRole.ANALYSIS,
        is_top=False,
    ),
    _heading(
        r"(the )?(relevant |national |local |statutory )*(law|legislation|legal|legislative|guidance|polic(y|ies)"
        r"|procedures?)\b.*"
        # "Failure to follow the guidance" heads an issue, and not the law.
        r"|(?!.*\b(?:fail|delay|breach|fault|follow|ignor|appl|issue|compl)\w*)"
        r".*\b(law|legislation|guidance|legal and administrative background|administrative background)"
        r"( and (guidance|policy|procedures?|background))?"
        r"|(statutory|government|national) guidance\b.*",
        SectionRole.LAW,
        is_top=False,
    ),
)
HEADINGS: tuple[HeadingRule, ...] = (*_TOP, *_SUB)


@lru_cache(maxsize=4096)
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

# --------------------------------------------------------------------------- standing law inside other sections

# A person of the story ("Mr X", "Miss Y's", "child Z"): a section that names one is about the case.
PARTY = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.? (?:and (?:Mr|Mrs|Ms|Miss|Dr)\.? )?[A-Z]\b|\b(?:child|son|daughter) [A-Z]\b"
)
LAW_WORDS = re.compile(
    r"\b(?:Act|Regulations?|statutory|guidance|law|legislation|Code of Practice"
    r"|polic(?:y|ies)|procedures?|duty|duties|must|should)\b"
)
