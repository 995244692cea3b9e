"""Who is who in one decision: complainant, child, person cared for, relative. Each decision uses letters anew."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.domain import Payee
from assistant.text import unify_characters
from ingest.forms.headings import SectionRole
from ingest.forms.layout import ReadSection

_TITLE = r"(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.?"
_NAME = re.compile(
    rf"\b(?P<first>{_TITLE})(?: and (?P<second>{_TITLE})(?: (?P<other>[A-Z]) and {_TITLE})?)? (?P<letter>[A-Z])\b"
)
_PAIR = re.compile(rf"\b(?P<one>{_TITLE} [A-Z]) and (?P<two>{_TITLE} [A-Z])\b")
_YOUNG = (
    r"(?:child|son|daughter|grandson|granddaughter|grandchild|boy|girl|nephew|niece|young person|student|pupil|teenager"
    r"|toddler|baby|twins?|siblings?|brother|sister)"
)
_CALLED = (
    r"(?:,? (?:who|whom|which)?,? ?(?:I|we) (?:have |shall |will )?(?:call(?:ed)?|refer(?:red)? to as|name)"
    r"|,? referred to as| as| called|,| \(|)"
)
# "a child, whom I shall call B" · "I refer to his son as Y" · "her daughter (Z)" · "her son, Y," · "child Z".
_CHILD = re.compile(rf"\b{_YOUNG}(?:[^.;]{{0,30}}?{_CALLED}) ?['\"]?(?P<letter>[A-Z])\b(?!')(?! (?:and|of) [a-z]+ law)")
# "her two children, H and J" · "his children (B, C and D)" · "K, her son" · "K, who is 12".
_CHILDREN = re.compile(
    r"\b(?:children|sons|daughters|grandchildren|twins|siblings)\b[^.;]{0,40}?['\"(, ]"
    r"(?P<letters>[A-Z](?:,? ?['\"]?[A-Z])*,? and ['\"]?[A-Z])\b"
)
_CHILD_BEHIND = re.compile(
    rf"\b(?P<letter>[B-HJ-Z])['\"]?,? (?:(?:his|her|their|a|the) (?:\w+ )?{_YOUNG}\b"
    r"|who (?:is|was) (?:aged )?(?:\d|1[0-7]\b|in year|one|two|three|four"
    r"|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen)"
    rf"|[-\u2013:] (?:(?:his|her|their|the) |(?:Mr|Mrs|Ms|Miss) [A-Z]'s )(?:\w+ )?{_YOUNG}\b)"
)
_RELATIVE = (
    r"(?:mother|father|husband|wife|partner|brother|sister|parents?|aunt|uncle|grandmother|grandfather|mother-in-law"
    r"|father-in-law|son|daughter|cousin|friend|nephew|niece|relatives?|stepfather|stepmother|late \w+)"
)
# "on behalf of his mother, Mrs Y" · "the care of Mr R's father (Mr V)" · "on behalf of Mrs Y" · "her adult son, Mr G".
_RELATIVE_NAMED = re.compile(
    rf"\b(?:(?P<behalf>on behalf of|care of|care for|caring for|representing)|(?:{_RELATIVE}))"
    rf"(?:(?: (?:his|her|their|the|{_TITLE} [A-Z]'s))? (?:late )?(?:adult )?(?:elderly )?{_RELATIVE})?"
    r",? ?\(?(?:whom? ,?(?:I|we) (?:will |shall |have )?"
    rf"(?:call(?:ed)?|refer to as) )?['\"]?(?P<name>{_TITLE} [A-Z])\b(?!')",
)
_CARE = (
    r"(?:care|aftercare|carers?|needs|residential|safeguarding|direct payments?|personal budget|adaptations?"
    r"|wet room|hospital"
    r"|discharged?|continuing healthcare|equipment|wheelchair|disab\w+|shower|washing|lifting|hoist|adapt\w*"
    r"|mobility|day centre|nursing|support plan|dementia|respite|resident)"
)
_CARE_WORDS = re.compile(rf"\b{_CARE}\b", re.I)
_YOUNG_WORDS = re.compile(
    r"\b(?:child|son|daughter|grandson|granddaughter|grandchild|young person|children|pupil|student|boy"
    r"|girl)(?:ren)?\b",
    re.I,
)
_RELATIVE_WORDS = re.compile(
    r"\b(?:his|her|their|the|[A-Z]'s) (?:late )?(?:mother|father|husband|wife|partner|brother|sister|parents?|aunt"
    r"|uncle"
    r"|grandmother|grandfather|family|relatives?)\b",
    re.I,
)
# "Ms U's son A": who is paid is the son.
_POSSESSIVE = re.compile(rf"\b{_TITLE} (?:and {_TITLE} )?[A-Z]'s? (?=(?:late )?(?:{_YOUNG}|{_RELATIVE})\b)")
_PRONOUN = re.compile(r"\b(?:him|her|them|you|the complainants?|his|hers)\b(?! (?:son|daughter|child))", re.I)
_SERVICE_USER_WORDS = re.compile(r"\b(?:the (?:service user|resident|tenant)|the estate)\b", re.I)
_BENEFIT = re.compile(
    r"\b(?:for (?:the (?:\w+ )?benefit of )?|(?:spent|used)(?:,? [\w ]{2,30},?)? (?:for|on) )(?P<who>[A-Z](?:'s)?\b"
    rf"|{_TITLE} [A-Z]|(?:her|his|their|the) (?:son|daughter|child))(?P<of>'s)?(?: (?:\w+ )?(?:benefit|education"
    rf"|needs))?"
)


@dataclass(frozen=True)
class Parties:
    """Names as one decision uses them: "Mr X" for adults, a bare letter for children."""

    complainants: frozenset[str] = frozenset()
    children: frozenset[str] = frozenset()
    cared_for: frozenset[str] = frozenset()
    relatives: frozenset[str] = frozenset()
    grown: frozenset[str] = frozenset()


def read_parties(sections: Sequence[ReadSection]) -> Parties:
    """The complainant is who the complaint (else summary, else text) names first; children are introduced as such.

    An adult relative is cared for where the complaint is brought for them or the text speaks of their care.
    """
    text_of = {
        role: " ".join(unify_characters(p.text) for s in sections if s.role is role for p in s.paragraphs)
        for role in SectionRole
    }
    everything = " ".join(unify_characters(p.text) for s in sections if not s.is_standing_text for p in s.paragraphs)
    places = (text_of[SectionRole.COMPLAINT], text_of[SectionRole.SUMMARY], everything)
    complainants = next((names for text in places if (names := _first_named(text))), frozenset())
    named = {match["name"]: bool(match["behalf"]) for match in _RELATIVE_NAMED.finditer(everything)}
    relatives = frozenset(named) - complainants
    cared_for = frozenset(name for name in relatives if named[name] or _is_cared_for(name, everything))
    children = _children(everything)
    grown = frozenset(letter for letter in children if _is_grown(letter, everything))
    return Parties(complainants, children - grown, cared_for, relatives - cared_for, grown)


def _first_named(text: str) -> frozenset[str]:
    match = _NAME.search(text)
    if match is None:
        return frozenset()
    pair = _PAIR.match(text, match.start())
    return frozenset((pair["one"], pair["two"])) if pair else _names(match)


def _children(everything: str) -> frozenset[str]:
    letters = {match["letter"] for match in _CHILD.finditer(everything)}
    letters |= {match["letter"] for match in _CHILD_BEHIND.finditer(everything)}
    for match in _CHILDREN.finditer(everything):
        letters |= set(re.findall(r"\b[A-Z]\b", match["letters"]))
    # "I" is a letter that nobody is called by; "A" begins sentences.
    return frozenset(letters) - {"I", "A"}


def _is_grown(letter: str, everything: str) -> bool:
    """True for a son or daughter who is said to be 18 or more: "her daughter, E, who is 19"."""
    return bool(
        re.search(
            rf"(?<!until )(?<!when )(?<!once )(?<!before )\b{letter},? (?:who (?:is|was) |aged |is |was )(?:now"
            rf" |aged )?(?:1[89]|[2-9]\d|an adult)\b",
            everything,
        )
    )


def _is_cared_for(name: str, everything: str) -> bool:
    """True where at least two sentences speak of this person and of care, needs or a home adapted for them."""
    sentences = (sentence for sentence in re.split(r"(?<=[.?!]) ", everything) if name in sentence)
    return sum(1 for sentence in sentences if _CARE_WORDS.search(sentence)) >= 2


def _names(match: re.Match[str]) -> frozenset[str]:
    titles = [title for title in (match["first"], match["second"]) if title]
    return frozenset(f"{title} {match['letter']}" for title in titles)


def names_person(words: str, parties: Parties) -> bool:
    """True where plain words name somebody of this decision, by name, letter or relation."""
    if _NAME.search(words) or _RELATIVE_WORDS.search(words):
        return True
    return any(re.search(rf"\b{letter}\b", words) for letter in parties.children)


def payee_of(words: str, parties: Parties) -> Payee:
    """Whom these words name as the one who receives; NOT_STATED where they name nobody that we can place."""
    plain = _POSSESSIVE.sub("their ", unify_characters(words))
    found: set[Payee] = set()
    rest = plain
    for match in _NAME.finditer(plain):
        found.add(_payee_named(_names(match), match["letter"], parties))
        rest = rest.replace(match[0], " ")
    children = [letter for letter in parties.children if re.search(rf"\b{letter}\b(?!')", rest)]
    is_of_young = _YOUNG_WORDS.search(rest)
    if any(re.search(rf"\b{letter}\b(?!')", rest) for letter in parties.grown):
        found.add(Payee.FAMILY_MEMBER)
    elif is_of_young and parties.grown and not parties.children:
        # The only son or daughter of this decision is an adult.
        found.add(Payee.FAMILY_MEMBER)
    elif children or is_of_young:
        found.add(Payee.CHILD)
    if _RELATIVE_WORDS.search(rest):
        found.add(Payee.FAMILY_MEMBER)
    if _SERVICE_USER_WORDS.search(rest):
        found.add(Payee.SERVICE_USER)
    if not found and _PRONOUN.search(rest):
        return Payee.COMPLAINANT
    found.discard(Payee.NOT_STATED)
    return next(iter(found)) if len(found) == 1 else Payee.SEVERAL if found else Payee.NOT_STATED


def _payee_named(names: frozenset[str], letter: str, parties: Parties) -> Payee:
    if names <= parties.complainants:
        return Payee.COMPLAINANT
    if names <= parties.cared_for:
        return Payee.SERVICE_USER
    if names <= parties.relatives:
        return Payee.FAMILY_MEMBER
    if names & parties.complainants:
        return Payee.SEVERAL
    return Payee.CHILD if letter in parties.children else Payee.NOT_STATED


def beneficiary_of(words: str, parties: Parties) -> Payee:
    """Who the money is for where another is paid: "to Mrs K for L's benefit"; NOT_STATED where nobody is named."""
    for match in _BENEFIT.finditer(words):
        letter = match["who"].removesuffix("'s")
        if letter in parties.children or _YOUNG_WORDS.search(match["who"]):
            is_benefit = re.search(r"\b(?:benefit|used|spent)\b", match[0])
            if is_benefit:
                return Payee.CHILD
    return Payee.NOT_STATED
