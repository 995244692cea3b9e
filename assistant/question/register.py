"""The bodies that a casebook holds, with every phrase by which people name them.

A held name gives its core ("London Borough of Lambeth" → "lambeth") and whether it is a county; the phrases lead from
what people type (core, short form, full name, first words of a company) to cores.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from assistant.question.places import ENGLISH_CORES, SHORT_FORMS


@dataclass(frozen=True)
class Body:
    """One held body, or one name in several spellings. ``county`` is None where the name does not say."""

    is_county: bool
    is_council: bool
    names: tuple[str, ...]


@dataclass
class Register:
    """All phrases by which held bodies are known, each with the cores it means.

    ``longest`` gives for a first word the number of words of its longest phrase.
    """

    by_core: dict[str, list[Body]] = field(default_factory=lambda: defaultdict(list))
    phrases: dict[str, tuple[str, ...]] = field(default_factory=dict)
    longest: dict[str, int] = field(default_factory=dict)
    fuzzy: tuple[str, ...] = ()


_STRUCTURE = re.compile(
    r"^(?:the )?(?:london borough of|royal borough of|borough of|metropolitan borough of|city of(?! london)) "
    r"|(?: (?:metropolitan|county|city|borough|district|council|mdc|mbc))+$"
)
_COMPANY = re.compile(r"(?: (?:limited|ltd|llp|plc|cic))+$")
_TRUST = re.compile(r"(?: (?:nhs|foundation|trust|icb|integrated care board|ccg|clinical commissioning group))+$")
_BRACKETED = re.compile(r"\s*\([^)]*\)")


def plain_name(name: str) -> str:
    """Lower case, ``and`` for the ampersand, no marks, single spaces."""
    spelled = _BRACKETED.sub(" ", name.lower()).replace("&", " and ").replace("-", " ")
    return " ".join(re.sub(r"[^a-z0-9 ]", "", spelled).split())


def core_of(name: str) -> str:
    """A body's name without its words of structure: ``City of York Council`` → ``york``."""
    plain = plain_name(name)
    core = _STRUCTURE.sub("", _STRUCTURE.sub("", plain))
    if core == plain:
        core = _TRUST.sub("", _COMPANY.sub("", plain)).removeprefix("nhs ").removeprefix("the ")
    return core or plain


def _is_council(name: str) -> bool:
    plain = plain_name(name)
    if _TRUST.search(plain):
        return False
    return "council" in plain.split() or "borough" in plain.split() or core_of(name) in ENGLISH_CORES


@lru_cache(maxsize=8)
def read_register(bodies: tuple[str, ...]) -> Register:
    """The phrases for the bodies held; built once for a casebook."""
    grouped: dict[tuple[str, bool, bool], list[str]] = defaultdict(list)
    for name in bodies:
        council = _is_council(name)
        county = council and " county " in f" {plain_name(name)} "
        grouped[core_of(name), county, council].append(name)
    register = Register()
    for (core, county, council), names in grouped.items():
        register.by_core[core].append(Body(county, council, tuple(names)))
        register.phrases[core] = (core,)
        for name in names:
            register.phrases.setdefault(plain_name(name), (core,))
        if any(_COMPANY.search(plain_name(name)) for name in names):
            for phrase in _company_phrases(core):
                register.phrases.setdefault(phrase, (core,))
    for core in ENGLISH_CORES:
        register.phrases.setdefault(core, (core,))
    for said, cores in SHORT_FORMS.items():
        register.phrases[said] = (said, *cores) if said in register.by_core else cores
    for phrase in register.phrases:
        first, length = phrase.split()[0], phrase.count(" ") + 1
        register.longest[first] = max(length, register.longest.get(first, 0))
    register.fuzzy = tuple(sorted(phrase for phrase in register.phrases if len(phrase) >= 6))
    return register


def _company_phrases(core: str) -> Iterable[str]:
    """Shorter names of a provider: its first two words, and a first word too long to be an ordinary one."""
    words = core.split()
    if len(words) > 2 and words[0] not in {"the", "st", "saint", "university", "mayors"}:
        yield " ".join(words[:2])
    if len(words) > 1 and len(words[0]) >= 9 and words[0] not in ENGLISH_CORES | {"university", "transport"}:
        yield words[0]
