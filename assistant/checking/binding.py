"""Units and claims to bindings: which decision each claim speaks of, or why that cannot be told.

A claim is bound by its own sentence first, then by words that point back ("in that case", "there", "the Ombudsman
found"), then by its paragraph, list, table row or heading. What speaks of the writer's own matter ("I ask for £500")
is bound to nothing, and where two decisions could be meant neither is chosen.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from assistant.checking.pointing import (
    CLAUSE_END,
    GROUP,
    HERE,
    IN_GENERAL,
    JOINS_BEHIND,
    ONLY_NUMBER,
    ORDINAL,
    ORDINALS,
    OWN,
    POINTING,
    POINTS_BACK,
    TODAY,
    TOTAL_OF_SEVERAL,
)
from assistant.checking.structure import Form, Unit
from assistant.claims import Claim, ClaimKind
from assistant.domain import CaseReference


class How(Enum):
    """How sure it is that a claim speaks of its decision."""

    SURE = auto()  # the reference stands in the sentence, or words point back to it
    NEAR = auto()  # the paragraph goes on about it
    GROUP = auto()  # said of several decisions at once
    OWN = auto()  # the writer's own matter
    NONE = auto()  # belongs to no decision that can be told


@dataclass(frozen=True)
class Binding:
    """A claim with the decisions it speaks of: one for SURE and NEAR, several for GROUP, else none."""

    claim: Claim
    unit: Unit
    how: How
    references: tuple[CaseReference, ...] = ()

    @property
    def reference(self) -> CaseReference | None:
        """The one decision it speaks of; None where there is none or several."""
        return self.references[0] if len(self.references) == 1 else None


_MOST_FOCUS = 40  # a "list" of more decisions than this is no group that a sentence sums up


def bind(
    plain: str,
    units: Sequence[Unit],
    claims: Sequence[Claim],
    *,
    own: frozenset[int] = frozenset(),
    aliases: Mapping[CaseReference, str] | None = None,
) -> tuple[Binding, ...]:
    """Each claim that is no reference with what it speaks of, in the order of the text.

    ``own`` are the starts of references that are the writer's own numbers. ``aliases`` gives for a cited decision
    the words by which its body is known ("haringey"), for "in the Haringey case".
    """
    return _Binder(plain, units, claims, own, aliases or {}).bind()


class _Binder:
    def __init__(
        self,
        plain: str,
        units: Sequence[Unit],
        claims: Sequence[Claim],
        own: frozenset[int],
        aliases: Mapping[CaseReference, str],
    ) -> None:
        self._plain, self._units = plain, units
        self._by_core: dict[str, list[CaseReference]] = {}
        for reference, core in aliases.items():
            self._by_core.setdefault(core, []).append(reference)
        self._named_case = _named_case(tuple(sorted(self._by_core, key=len, reverse=True)))
        self._inside = _claims_by_unit(units, claims)
        self._cited = [
            [c for c in inside if c.kind is ClaimKind.REFERENCE and c.start not in own] for inside in self._inside
        ]
        self._all = tuple(dict.fromkeys(_value(claim) for cited in self._cited for claim in cited))
        self._focus: tuple[CaseReference, ...] = ()
        self._focus_unit: Unit | None = None
        self._group: tuple[CaseReference, ...] = ()
        self._group_run = -1
        self._by_block: dict[int, tuple[CaseReference, ...]] = {}
        self._section_case: dict[int, CaseReference] = {}

    def bind(self) -> tuple[Binding, ...]:
        bindings: list[Binding] = []
        for number, unit in enumerate(self._units):
            cited = self._cited[number]
            claims = [claim for claim in self._inside[number] if claim.kind is not ClaimKind.REFERENCE]
            if cited:
                references = tuple(dict.fromkeys(_value(claim) for claim in cited))
                self._look_at(unit, references)
                in_turn = _in_turn(unit, claims, references)
                bindings += [
                    in_turn.get(claim.start) or self._bind_beside(claim, unit, cited, references) for claim in claims
                ]
            else:
                ahead = self._reference_ahead(number)
                in_turn = _in_turn(unit, claims, self._group)
                bindings += [
                    in_turn.get(claim.start) or self._bind_away(claim, unit, claims, ahead) for claim in claims
                ]
        return tuple(bindings)

    # ------------------------------------------------------------------ what is in sight

    def _look_at(self, unit: Unit, references: tuple[CaseReference, ...]) -> None:
        self._focus, self._focus_unit = references, unit
        held = self._by_block.get(unit.block, ())
        self._by_block[unit.block] = tuple(dict.fromkeys([*held, *references]))
        if unit.form is Form.HEADING and len(references) == 1:
            self._section_case[unit.section] = references[0]
        place = unit.run if unit.form in (Form.ITEM, Form.ROW) else -1 - unit.block
        if place != self._group_run:
            self._group, self._group_run = (), place
        self._group = tuple(dict.fromkeys([*self._group, *references]))

    def _reference_ahead(self, number: int) -> CaseReference | None:
        """The reference that stands alone behind this sentence ("… paid £300. (19 018 981)") or among its labels."""
        unit = self._units[number]
        if unit.form is Form.LABELS:
            ahead = {
                _value(claim)
                for cited, other in zip(
                    self._cited[number : number + 12], self._units[number : number + 12], strict=True
                )
                if other.run == unit.run
                for claim in cited
            }
            before = self._by_block.get(unit.block, ())
            return next(iter(ahead)) if len(ahead) == 1 and not before else None
        if number + 1 < len(self._units) and len(self._cited[number + 1]) == 1:
            following = self._units[number + 1]
            if following.block == unit.block and ONLY_NUMBER.match(following.text):
                return _value(self._cited[number + 1][0])
        return None

    # ------------------------------------------------------------------ in the sentence of a reference

    def _bind_beside(
        self, claim: Claim, unit: Unit, cited: Sequence[Claim], references: tuple[CaseReference, ...]
    ) -> Binding:
        in_brackets = self._in_brackets_behind(claim, cited)
        if in_brackets is not None:
            return Binding(claim, unit, How.SURE, (in_brackets,))
        if claim.kind is not ClaimKind.BODY and _is_own(self._plain, unit, claim):
            return Binding(claim, unit, How.OWN)
        if len(references) == 1:
            return Binding(claim, unit, How.SURE, references)
        before = [one for one in cited if one.end <= claim.start]
        behind = [one for one in cited if one.start >= claim.end]
        if behind and (claim.kind is ClaimKind.BODY or JOINS_BEHIND.search(self._plain[claim.end : behind[0].start])):
            gap = self._plain[claim.end : behind[0].start]
            if len(gap) < 40 and (claim.kind is not ClaimKind.BODY or _binds_name(gap)):
                return Binding(claim, unit, How.SURE, (_value(behind[0]),))
        if "respectively" in unit.text.lower():
            return Binding(claim, unit, How.NONE)
        if before and behind:
            return Binding(claim, unit, How.SURE, (_value(before[-1]),))
        if before:
            # "A and B were both upheld": said of all of them where nothing but "and" stands between the references.
            joined = _joined_at_end(self._plain, before)
            if len(joined) > 1:
                return Binding(claim, unit, How.GROUP, joined)
            return Binding(claim, unit, How.SURE, (_value(before[-1]),))
        joined = _joined_at_end(self._plain, list(reversed(behind)))
        if len(joined) == len(references):
            return Binding(claim, unit, How.GROUP, references)
        return Binding(claim, unit, How.NONE)

    def _in_brackets_behind(self, claim: Claim, cited: Sequence[Claim]) -> CaseReference | None:
        """The reference whose brackets hold this claim: "19 018 981 (Lancashire, £300)"."""
        before = [one for one in cited if one.end <= claim.start]
        if not before:
            return None
        gap = self._plain[before[-1].end : claim.start]
        return _value(before[-1]) if re.match(r"^[\s*_]*\(", gap) and ")" not in gap else None

    # ------------------------------------------------------------------ in a sentence without one

    def _bind_away(self, claim: Claim, unit: Unit, claims: Sequence[Claim], ahead: CaseReference | None) -> Binding:
        plain_text = unit.text
        own = bool(OWN.search(_without_quotations(plain_text, unit, claims)))
        if ahead is not None and not own:
            return Binding(claim, unit, How.SURE, (ahead,))
        named = self._named(unit)
        if named is not None and not _is_own(self._plain, unit, claim):
            return Binding(claim, unit, How.SURE, (named,))
        group = self._grouped(unit)
        if group and not _is_own(self._plain, unit, claim):
            return Binding(claim, unit, How.GROUP, group)
        one = self._ordinal(unit)
        if one is not None and not _is_own(self._plain, unit, claim):
            return Binding(claim, unit, How.SURE, (one,))
        if IN_GENERAL.search(plain_text):
            return Binding(claim, unit, How.OWN if own else How.NONE)
        return self._bind_to_focus(claim, unit, own=own)

    def _bind_to_focus(self, claim: Claim, unit: Unit, *, own: bool) -> Binding:
        focus, how = self._in_sight(unit)
        if claim.kind is ClaimKind.AMOUNT and len(self._all) > 1 and TOTAL_OF_SEVERAL.search(unit.text):
            return Binding(claim, unit, How.NONE)
        points = POINTS_BACK.search(unit.text) is not None
        if focus is None:
            return Binding(claim, unit, How.OWN if own else How.NONE)
        if points and not _is_own(self._plain, unit, claim):
            # From here on the paragraph is about this decision.
            self._by_block.setdefault(unit.block, (focus,))
            return Binding(claim, unit, How.SURE, (focus,))
        if own:
            return Binding(claim, unit, How.OWN)
        if how is How.NONE or HERE.search(unit.text) or TODAY.search(unit.text):
            return Binding(claim, unit, How.NONE)
        return Binding(claim, unit, How.NEAR, (focus,))

    def _in_sight(self, unit: Unit) -> tuple[CaseReference | None, How]:
        """The one decision that a unit without a reference may go on about, and how sure that is by layout alone."""
        here = self._by_block.get(unit.block, ())
        if here:
            return (self._focus[0] if len(self._focus) == 1 else None), How.NEAR
        if unit.form is Form.ITEM and unit.lead is not None:
            led = self._by_block.get(unit.lead, ())
            if led:
                return (led[-1] if len(led) == 1 or self._focus == (led[-1],) else None), How.NEAR
        if unit.section and unit.section in self._section_case:
            return self._section_case[unit.section], How.NEAR
        last = self._focus_unit
        if last is None or len(self._focus) != 1:
            return None, How.NONE
        if unit.form is Form.ITEM and last.form is Form.ITEM and last.run == unit.run:
            return (self._focus[0], How.NEAR) if unit.depth > last.depth else (None, How.NONE)
        if unit.form is Form.ROW:
            return None, How.NONE
        if unit.form is Form.LABELS and (last.run == unit.run or len(self._all) == 1):
            return self._focus[0], How.NEAR
        if len(self._group) > 1 and last.form in (Form.ITEM, Form.ROW):
            return None, How.NONE
        return self._focus[0], How.NONE

    def _named(self, unit: Unit) -> CaseReference | None:
        """The one cited decision whose body a unit names as a case: "in the Haringey case", "In Haringey,"."""
        if self._named_case is None:
            return None
        cores = {(match["one"] or match["two"]).lower() for match in self._named_case.finditer(unit.text)}
        found = {reference for core in cores for reference in self._by_core.get(core, ())}
        return found.pop() if len(found) == 1 else None

    def _grouped(self, unit: Unit) -> tuple[CaseReference, ...]:
        match = GROUP.search(unit.text)
        if match is None or not 1 < len(self._group) <= _MOST_FOCUS:
            return ()
        said = match["number"] or match["plain"]
        if not said and not match["noun"]:
            return ()
        if match["plain"] and not (match["noun"] or unit.text[match.end() : match.end() + 1] in ",.;"):
            return ()
        if self._by_block.get(unit.block) and len(self._focus) == 1 and not (match["noun"] or "").strip().endswith("s"):
            return ()
        return self._group

    def _ordinal(self, unit: Unit) -> CaseReference | None:
        match = ORDINAL.search(unit.text)
        if match is None or not 1 < len(self._group) <= _MOST_FOCUS:
            return None
        which = match["which"].lower()
        if which in ("last", "latter"):
            return self._group[-1]
        place = ORDINALS[which]
        return self._group[place] if place < len(self._group) else None


# --------------------------------------------------------------------------- helpers


def _named_case(cores: Sequence[str]) -> re.Pattern[str] | None:
    """One pattern for all names, so that a text with many cases is still read once."""
    if not cores:
        return None
    names = "|".join(re.escape(core) for core in cores)
    return re.compile(
        rf"\b(?P<one>{names})(?: \w+)?,? (?:case|decision|complaint|report|one|matter)\b|^\W*In (?P<two>{names}),",
        re.IGNORECASE,
    )


def _value(claim: Claim) -> CaseReference:
    assert isinstance(claim.value, CaseReference)  # noqa: S101 -- asked of references only; this tells the type checker
    return claim.value


def _in_turn(unit: Unit, claims: Sequence[Claim], references: tuple[CaseReference, ...]) -> dict[int, Binding]:
    """Claims that "respectively" gives to the references in turn, by their starts, where the numbers agree."""
    if "respectively" not in unit.text.lower() or len(references) < 2:
        return {}
    bound: dict[int, Binding] = {}
    for kind in {claim.kind for claim in claims}:
        same = [claim for claim in claims if claim.kind is kind]
        if len(same) == len(references):
            for claim, reference in zip(same, references, strict=True):
                bound[claim.start] = Binding(claim, unit, How.SURE, (reference,))
    return bound


def _claims_by_unit(units: Sequence[Unit], claims: Sequence[Claim]) -> list[list[Claim]]:
    inside: list[list[Claim]] = [[] for _ in units]
    number = 0
    for claim in sorted(claims, key=lambda one: one.start):
        while number < len(units) and units[number].end <= claim.start:
            number += 1
        if number < len(units) and units[number].start <= claim.start:
            inside[number].append(claim)
        elif number and claim.start < units[number - 1].end:
            inside[number - 1].append(claim)
    return inside


def _is_own(plain: str, unit: Unit, claim: Claim) -> bool:
    """True where the clause of a claim speaks of the writer or of whom they write to, and points at no case."""
    before = plain[unit.start : claim.start]
    ends = [match.end() for match in CLAUSE_END.finditer(before)]
    clause = before[ends[-1] if ends else 0 :]
    if OWN.search(POINTING.sub(" ", clause)):
        return True
    # "£400 for me", "pay me": directly behind the claim.
    return re.match(r"^ (?:to|for) (?:me|us|my|our)\b", plain[claim.end : claim.end + 12]) is not None


def _without_quotations(text: str, unit: Unit, claims: Sequence[Claim]) -> str:
    """The unit's own words: what stands in quotation marks says "I" for somebody else."""
    for claim in claims:
        if claim.kind is ClaimKind.QUOTATION:
            start, end = claim.start - unit.start, min(claim.end - unit.start, len(text))
            text = text[:start] + " " * max(0, end - start) + text[end:]
    return POINTING.sub(" ", text)


def _binds_name(gap: str) -> bool:
    return (
        re.fullmatch(r"[\s,(:;\u2013-]*(?:(?:case|decision|ref(?:erence)?|no|number|in|under|LGSCO)\W*){0,3}", gap)
        is not None
    )


def _joined_at_end(plain: str, cited: Sequence[Claim]) -> tuple[CaseReference, ...]:
    """The last references of a row joined by "and" and commas alone ("19 018 981 and 21 017 938")."""
    joined: list[Claim] = []
    for one in reversed(cited):
        if joined:
            first, second = sorted((one, joined[-1]), key=lambda claim: claim.start)
            if re.fullmatch(r"[\s,()]*(?:and|&|or)?[\s,()]*", plain[first.end : second.start]) is None:
                break
        joined.append(one)
    return tuple(dict.fromkeys(_value(one) for one in sorted(joined, key=lambda claim: claim.start)))
