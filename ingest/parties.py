"""Who is who in one decision: the complainant, the child, the person cared for. Each decision uses letters anew."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.domain import Payee
from assistant.text import unify_characters
from ingest.layout import ReadSection
from ingest.vocabulary import SectionRole

_TITLE = r"(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.?"
_NAME = re.compile(rf"\b(?P<first>{_TITLE})(?: and (?P<second>{_TITLE}))? (?P<letter>[A-Z])\b")
_YOUNG = r"(?:child|son|daughter|grandson|granddaughter|grandchild|boy|girl|nephew|niece|young person|student|pupil)"
# "a child, whom I shall call B" · "I refer to his son as Y" · "her daughter (Z)" · "her son, Y," · "child Z".
_CHILD = re.compile(
    rf"\b{_YOUNG}(?:[^.;]{{0,30}}?,? (?:(?:who|whom|which) )?(?:I|we) (?:shall |will )?(?:call|refer to as)|"
    rf" (?:as|called)|,| \(|) ?['\"]?(?:{_TITLE} )?(?P<letter>[A-Z])\b(?!')"
)
_RELATIVE = (
    r"(?:mother|father|husband|wife|partner|brother|sister|parents?|aunt|uncle|grandmother|grandfather|family"
    r"|relatives?)"
)
# "on behalf of his mother, Mrs Y" · "about the care of Mr R's father (Mr V)" · "on behalf of Mrs Y".
_CARED_FOR = re.compile(
    rf"\b(?:(?:on behalf of|care of|care for|caring for)|{_RELATIVE}),? ?\(?(?:whom? I (?:will |shall )?"
    rf"(?:call|refer to as) )?(?P<name>{_TITLE} [A-Z])\b(?!')"
)
_YOUNG_WORDS = re.compile(rf"\b(?:{_YOUNG}|children)\b", re.IGNORECASE)
_RELATIVE_WORDS = re.compile(rf"\b(?:his|her|their|the|[A-Z]'s) (?:late )?{_RELATIVE}\b", re.IGNORECASE)
_PRONOUN = re.compile(r"\b(?:him|her|them|you|the complainants?|his|hers)\b(?! (?:son|daughter|child))", re.IGNORECASE)
_SERVICE_USER_WORDS = re.compile(r"\b(?:the (?:service user|resident|tenant)|the estate)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Parties:
    """Names as one decision uses them: "Mr X" for adults, a bare letter for children."""

    complainants: frozenset[str] = frozenset()
    children: frozenset[str] = frozenset()
    cared_for: frozenset[str] = frozenset()


def read_parties(sections: Sequence[ReadSection]) -> Parties:
    """The complainant is who the complaint (else summary, else text) names first; children are introduced as such."""
    text_of = {
        role: " ".join(unify_characters(p.text) for s in sections if s.role is role for p in s.paragraphs)
        for role in SectionRole
    }
    everything = " ".join(unify_characters(p.text) for s in sections if not s.is_standing_text for p in s.paragraphs)
    places = (text_of[SectionRole.COMPLAINT], text_of[SectionRole.SUMMARY], everything)
    first = next((match for text in places if (match := _NAME.search(text))), None)
    complainants = _names(first) if first else frozenset()
    cared_for = frozenset(match["name"] for match in _CARED_FOR.finditer(" ".join(places[:2]))) - complainants
    children = frozenset(match["letter"] for match in _CHILD.finditer(everything))
    return Parties(complainants, children, cared_for)


def _names(match: re.Match[str]) -> frozenset[str]:
    titles = [title for title in (match["first"], match["second"]) if title]
    return frozenset(f"{title} {match['letter']}" for title in titles)


def payee_of(words: str, parties: Parties) -> Payee:
    """Whom these words name as the one who receives; NOT_STATED where they name nobody that we can place."""
    plain = unify_characters(words)
    found: set[Payee] = set()
    rest = plain
    for match in _NAME.finditer(plain):
        names = _names(match)
        if names <= parties.complainants:
            found.add(Payee.COMPLAINANT)
        elif names <= parties.cared_for:
            found.add(Payee.SERVICE_USER)
        elif names & parties.complainants:
            found.add(Payee.SEVERAL)
        else:
            found.add(Payee.CHILD if match["letter"] in parties.children else Payee.NOT_STATED)
        rest = rest.replace(match[0], " ")
    if any(re.search(rf"\b{letter}\b(?!')", rest) for letter in parties.children) or _YOUNG_WORDS.search(rest):
        found.add(Payee.CHILD)
    if _RELATIVE_WORDS.search(rest):
        found.add(Payee.FAMILY_MEMBER)
    if _SERVICE_USER_WORDS.search(rest):
        found.add(Payee.SERVICE_USER)
    if not found and _PRONOUN.search(rest):
        return Payee.COMPLAINANT
    found.discard(Payee.NOT_STATED)
    return next(iter(found)) if len(found) == 1 else Payee.SEVERAL if found else Payee.NOT_STATED
