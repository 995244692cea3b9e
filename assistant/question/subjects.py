"""A category or subcategory asked for by name in a question that lists cases ("DFG stuff decided before 2020").

Elsewhere the subject of a question is no filter: a blue badge case can stand in three categories.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant.question.words import Span

# Name or usual short form → subcategories (or a category, with an empty second part). Only names that mean one drawer
# of the Ombudsman's own cabinet and little else; "school travel", say, is wider than School transport.
_SUBJECTS: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    (
        r"pex|irp|permanent exclusions?|school exclusions?|independent review panels?|exclusions",
        (("Education", "School exclusions"),),
    ),
    (r"dfgs?|disabled facilit(?:y|ies) grants?", (("Adult care services", "Disabled facilities grants"),)),
    (r"school admissions?|admissions? appeals?|school admission appeals?", (("Education", "School admissions"),)),
    (r"school transport|home[ -]to[ -]school transport|hts transport", (("Education", "School transport"),)),
    (r"send|sen|special educational needs", (("Education", "Special educational needs"),)),
    (r"alternative provision", (("Education", "Alternative provision"),)),
    (r"homelessness", (("Housing", "Homelessness"),)),
    (r"housing/homeless(?:ness)?|housing(?: and | & )homeless(?:ness)?|housing", (("Housing", ""),)),
    (r"housing allocations?|allocations", (("Housing", "Allocations"),)),
    (r"direct payments?", (("Adult care services", "Direct payments"),)),
    (r"care charging|charging for care|care charges", (("Adult care services", "Charging"),)),
    (r"residential care", (("Adult care services", "Residential care"),)),
    (r"domiciliary care|home care(?: \(dom care\))?|dom care", (("Adult care services", "Domiciliary care"),)),
    (r"adult safeguarding", (("Adult care services", "Safeguarding"),)),
    (
        r"adults?'? social (?:care|services)|adults?'? (?:care(?: services)?|services)|asc"
        r"|adults?'?(?= (?:stuff|cases|ones|decisions|complaints|things?|findings))",
        (("Adult care services", ""),),
    ),
    (
        r"children'?s (?:social care|care services|services|care)|children'?s social services"
        r"|(?:children'?s|kids'?)(?= (?:stuff|cases"
        r"|ones|decisions|complaints|things?|findings))",
        (("Children's care services", ""),),
    ),
    (r"child protection", (("Children's care services", "Child protection"),)),
    (r"fostering", (("Children's care services", "Fostering"),)),
    (r"adoption", (("Children's care services", "Adoption"),)),
    (r"looked[ -]after children|lac", (("Children's care services", "Looked after children"),)),
    (r"friends and family carers?|kinship care", (("Children's care services", "Friends and family carers"),)),
    (r"education", (("Education", ""),)),
    (r"planning enforcement", (("Planning", "Enforcement"),)),
    (r"planning applications?", (("Planning", "Planning applications"),)),
    (r"building control", (("Planning", "Building control"),)),
    (r"planning", (("Planning", ""),)),
    (r"parking|pcns?|penalty charge notices?", (("Transport and highways", "Parking and other penalties"),)),
    (r"rights of way|prow", (("Transport and highways", "Rights of way"),)),
    (r"traffic management", (("Transport and highways", "Traffic management"),)),
    (
        r"highways? (?:repairs?|maintenance)|road repairs?|pot ?holes?",
        (("Transport and highways", "Highway repair and maintenance"),),
    ),
    (r"highways?(?: and transport)?|transport and highways", (("Transport and highways", ""),)),
    (r"council tax support|council tax reduction|ctr|cts", (("Benefits and tax", "Council tax support"),)),
    (r"council tax", (("Benefits and tax", "Council tax"),)),
    (r"housing benefit|hb", (("Benefits and tax", "Housing benefit and council tax benefit"),)),
    (r"benefits and tax", (("Benefits and tax", ""),)),
    (
        r"refuse(?: and recycling)?|bins?|bin collections?|waste(?: collections?)?",
        (("Environment and regulation", "Refuse and recycling"),),
    ),
    (r"noise", (("Environment and regulation", "Noise"),)),
    (r"asb|anti-?social behaviour", (("Environment and regulation", "Antisocial behaviour"),)),
    (r"licensing", (("Environment and regulation", "Licensing"),)),
    (r"drainage", (("Environment and regulation", "Drainage"),)),
    (
        r"cemeter(?:y|ies)(?: and crematoria)?|crematoria",
        (("Environment and regulation", "Cemeteries and crematoria"),),
    ),
    (r"trees?", (("Environment and regulation", "Trees"),)),
    (
        r"(?:voting (?:\+|and|&) )?electoral register|elections|voting",
        (("Other Categories", "Elections and electoral register"),),
    ),
    (r"(?:councillor|cllr) conduct|standards complaints", (("Other Categories", "Councillor conduct and standards"),)),
)

_NOUNS = (
    r"(?:cases|decisions|stuff|ones|awards?|complaints|payouts?|payments|findings|outcomes|examples"
    r"|precedents|things?|statements|refusals|disputes|problems|repairs|failures|failings|faults?)"
)
_LEAD = (
    r"(?:^|[.?!] |\b(?:any|all|the|list|show|me|of|only|just|on|about|in|for|under|and|find|got|see|want"
    r"|upheld|closed|lost|recent|from) )"
)
_PATTERNS: tuple[tuple[re.Pattern[str], re.Pattern[str], tuple[tuple[str, str], ...]], ...] = tuple(
    (
        re.compile(
            rf"\b(?:{names})(?: ?(?:/|,|&|and|or) ?[a-z]{{2,12}})? (?:(?:not |un)?upheld "
            rf"|closed )?{_NOUNS}\b"
        ),
        re.compile(
            rf"{_LEAD}(?:{names})(?= (?:where|only|please|pls|upheld|not upheld|closed|decided|since|before|after"
            rf"|from|over|under)\b| (?:in |during )?(?:19|20)\d\d\b|,|:|\s*\(|\s*-|\s*$)"
        ),
        places,
    )
    for names, places in _SUBJECTS
)


@dataclass(frozen=True)
class SubjectLimit:
    """The category or subcategory asked for by name, as the casebook writes it; empty where none is.

    ``has_noun`` tells "housing cases" from "housing".
    """

    categories: tuple[str, ...] = ()
    subcategories: tuple[str, ...] = ()
    span: Span | None = None
    has_noun: bool = False


def find_subject_limit(text: str, held: tuple[tuple[str, str], ...]) -> SubjectLimit:
    """The drawer that a listing question names ("adult social care where …"), if the casebook has it.

    ``text`` is in lower case. The longest name wins; a name beside further words of subject ("housing benefit
    cases" for "housing") is not taken. No pair held gives an empty limit.
    """
    best: tuple[int, int, SubjectLimit] | None = None
    for with_noun, alone, places in _PATTERNS:
        noun = with_noun.search(text)
        match = noun or alone.search(text)
        if match is None:
            continue
        limit = _as_held(places, held, match.span())
        if limit is not None:
            limit = replace(limit, has_noun=noun is not None)
        if limit is not None and (best is None or (match.end() - match.start(), -match.start()) > best[:2]):
            best = (match.end() - match.start(), -match.start(), limit)
    return best[2] if best else SubjectLimit()


def _as_held(places: tuple[tuple[str, str], ...], held: tuple[tuple[str, str], ...], span: Span) -> SubjectLimit | None:
    """The limit in the casebook's own spelling; None where it holds nothing there."""
    category, subcategory = places[0]
    for held_category, held_subcategory in held:
        if held_category.casefold() != category.casefold():
            continue
        if not subcategory:
            return SubjectLimit((held_category,), (), span)
        if held_subcategory.casefold() == subcategory.casefold():
            return SubjectLimit((), (held_subcategory,), span)
    return None
