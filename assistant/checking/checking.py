"""Any text to a checked text: each thing it says of a decision, found with its place and judged from the casebook.

Nothing in the text is obeyed, nothing of it is kept, and the time grows with its length only.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence

from assistant.casebook import Casebook
from assistant.checking.attached import Told, read_payments
from assistant.checking.binding import Binding, How, bind
from assistant.checking.counted import judge_count, judge_group_count, judge_length
from assistant.checking.dated import judge_date
from assistant.checking.findings import (
    judge_finding,
    judge_injustice,
    judge_outcome,
    judge_refusal,
    judge_remedy_kind,
)
from assistant.checking.held import HeldDecision
from assistant.checking.judged import CheckedText, Judged, Judgement, Place, Verdict
from assistant.checking.named import find_broken_references, find_held_names, is_own_number, judge_body, judge_reference
from assistant.checking.quoted import find_paragraph_numbers, judge_paragraph_number, judge_quotation
from assistant.checking.structure import Unit, read_units
from assistant.checking.sums import judge_sum
from assistant.claims import Claim, ClaimKind, SeenText, find_claims, read_as_seen
from assistant.domain import CaseReference, RemedyKind
from assistant.errors import InputError
from assistant.question.register import core_of

LONGEST_TEXT = 200_000  # characters; a letter of a hundred pages
_MOST_DECISIONS = 300  # looked up for one text; a longer list is checked as far as this
_MOST_SEARCHED = 20  # decisions looked through for a quotation that stands alone
_TELLING_WORDS = 5  # as many words in marks tell where they come from
_MOST_NEAR = 40  # references not held for which near ones are looked for

# Said of the writer's own matter, these are named as not checked; every other kind is left alone there.
_HARD = frozenset({ClaimKind.AMOUNT, ClaimKind.DATE, ClaimKind.QUOTATION})
_ABOUT = {
    ClaimKind.AMOUNT: "amount",
    ClaimKind.DATE: "date",
    ClaimKind.QUOTATION: "quotation",
    ClaimKind.OUTCOME: "outcome",
    ClaimKind.FINDING: "finding",
}


def check_text(text: str, casebook: Casebook) -> CheckedText:
    """Judge everything that a text says of decisions, in order of its places; an empty text gives no judgements.

    Raises InputError for a text of more than ``LONGEST_TEXT`` characters.
    """
    if len(text) > LONGEST_TEXT:
        raise InputError(
            f"The text has {len(text):,} characters; at most {LONGEST_TEXT:,} are checked at once. Cut it in two."
        )
    seen = read_as_seen(text)
    judged = _Checker(seen.plain, casebook).check()
    lines = [0, *(place + 1 for place, character in enumerate(text) if character == "\n")]
    judgements = [_judgement(one, reference, seen, lines) for one, reference in judged]
    judgements.sort(key=lambda one: (one.place.start, one.place.end, one.about))
    return CheckedText(tuple(judgements), decisions=casebook.facts().decisions)


# Between a reference and its date: marks, sums and names, and no word that begins a story.
_ONLY_FACTS = re.compile(r"(?:[\s,;:()|*_.\u2013\u2014-]|£[\d,.]+|[A-Z][\w'&-]*|(?:of|and|upon|the)\b)*")

_Found = Iterator[tuple[Judged, CaseReference | None]]


class _Checker:
    """One text on its way: its claims, units and the decisions it names."""

    def __init__(self, plain: str, casebook: Casebook) -> None:
        self._plain, self._casebook = plain, casebook
        claims = find_claims(plain)
        taken = [(claim.start, claim.end) for claim in claims if claim.kind is ClaimKind.BODY]
        self._claims = [*claims, *find_held_names(plain, casebook.facts().bodies, taken)]
        self._references = [claim for claim in self._claims if claim.kind is ClaimKind.REFERENCE]
        named = list(dict.fromkeys(claim.value for claim in self._references if isinstance(claim.value, CaseReference)))
        self._starts = [claim.start for claim in self._references]
        found = casebook.decisions(named[:_MOST_DECISIONS])
        damaged = set(casebook.damaged(found.values()))
        self._held = {ref: HeldDecision(one) for ref, one in found.items() if ref not in damaged}
        self._left_out = frozenset(named[_MOST_DECISIONS:]) | damaged

    def check(self) -> list[tuple[Judged, CaseReference | None]]:
        units = read_units(self._plain)
        own = frozenset(
            claim.start
            for claim in self._references
            if claim.value not in self._held and is_own_number(self._plain, claim)
        )
        bindings = bind(self._plain, units, self._claims, own=own, aliases=self._aliases())
        found = [*self._judge_references(own), *self._judge_paragraphs(units, bindings)]
        for unit_bindings in _by_unit(bindings):
            found += self._judge_unit(unit_bindings)
        return _without_doubles(found)

    def _cited(self, unit: Unit) -> Sequence[Claim]:
        """The references that stand in a unit."""
        return self._references[bisect_left(self._starts, unit.start) : bisect_left(self._starts, unit.end)]

    def _aliases(self) -> dict[CaseReference, str]:
        return {reference: core_of(held.decision.body) for reference, held in self._held.items() if held.decision.body}

    # ------------------------------------------------------------------ references and paragraph numbers

    def _judge_references(self, own: frozenset[int]) -> _Found:
        nears: dict[CaseReference, tuple[CaseReference, ...]] = {}
        for claim in self._references:
            reference = claim.value
            if not isinstance(reference, CaseReference):
                continue
            held = self._held.get(reference)
            if reference in self._left_out:
                why = "Not looked at: the text names too many decisions, or what is stored of it is damaged."
                yield Judged("reference", claim.start, claim.end, Verdict.NOT_CHECKABLE, why), reference
                continue
            if held is None and reference not in nears:
                looks = len(nears) < _MOST_NEAR
                nears[reference] = self._casebook.near_references(reference) if looks else ()
            is_own = claim.start in own
            yield judge_reference(claim, held, nears.get(reference, ()), is_own=is_own), reference
        taken = [
            (claim.start, claim.end) for claim in self._claims if claim.kind in (ClaimKind.REFERENCE, ClaimKind.DATE)
        ]
        for judged in find_broken_references(self._plain, taken):
            yield judged, None

    def _judge_paragraphs(self, units: Sequence[Unit], bindings: Sequence[Binding]) -> _Found:
        if not self._references:
            return
        by_unit = dict(_grouped(bindings))
        spans = [(unit.start, unit.end) for unit in units]
        starts = [start for start, _ in spans]
        for start, end, numbers in find_paragraph_numbers(self._plain):
            unit = units[max(0, bisect_right(starts, start) - 1)]
            inside = by_unit.get(unit.start, [])
            reference = next((one.reference for one in inside if one.how in (How.SURE, How.NEAR)), None)
            if reference is None:
                cited = {one.value for one in self._cited(unit)}
                reference = next(iter(cited)) if len(cited) == 1 else None  # type: ignore[assignment]  # references only
            held = self._held.get(reference) if reference else None
            if held is not None:
                beside = [one.claim for one in inside if one.reference == reference]
                yield judge_paragraph_number((start, end), numbers, beside, held), reference

    # ------------------------------------------------------------------ one sentence

    def _judge_unit(self, bindings: Sequence[Binding]) -> _Found:
        unit = bindings[0].unit
        claims = [binding.claim for binding in bindings]
        payments = {told.amount.start: told for told in read_payments(self._plain, claims)}
        in_payment = {
            id(claim)
            for told in payments.values()
            for claim in (told.payee, told.status, *told.purposes)
            if claim is not None
        }
        for binding in bindings:
            if id(binding.claim) in in_payment and binding.claim.kind is not ClaimKind.STATUS:
                continue
            yield from self._judge(binding, unit, claims, payments.get(binding.claim.start))

    def _judge(self, binding: Binding, unit: Unit, claims: Sequence[Claim], told: Told | None) -> _Found:
        claim = binding.claim
        if binding.how is How.GROUP:
            yield from self._judge_group(binding)
            return
        reference = binding.reference
        if reference is None:
            if claim.kind is ClaimKind.QUOTATION and not claim.is_quoted:
                found = self._quoted_from(claim)
                if found is not None:
                    yield found
                    return
            if claim.kind in _HARD and not claim.is_quoted:
                why = (
                    "It seems to be about the writer's own matter."
                    if binding.how is How.OWN
                    else "It cannot be told which decision this speaks of."
                )
                yield self._unchecked(claim, why), None
            return
        held = self._held.get(reference)
        if held is None:
            if claim.kind in _HARD and not claim.is_quoted:
                yield self._unchecked(claim, f"It is said of {reference}, which is not in the casebook."), reference
            return
        is_sure = binding.how is How.SURE
        for judged in self._judge_held(claim, unit, claims, told, held, is_sure=is_sure):
            yield judged, reference

    def _quoted_from(self, claim: Claim) -> tuple[Judged, CaseReference] | None:
        """The one decision named in the text whose words these are, or nearly are: they tell where they come from."""
        if len(str(claim.value).split()) < _TELLING_WORDS or len(self._held) > _MOST_SEARCHED:
            return None
        found = []
        for reference, held in self._held.items():
            judged = judge_quotation(claim, held, is_attributed=False) if held.decision.is_full_text else None
            if judged is not None and judged.verdict is not Verdict.NOT_CHECKABLE:
                found.append((judged, reference))
        exact = [one for one in found if one[0].verdict is Verdict.SUPPORTED]
        found = exact or found
        return found[0] if len(found) == 1 else None

    def _judge_held(
        self, claim: Claim, unit: Unit, claims: Sequence[Claim], told: Told | None, held: HeldDecision, *, is_sure: bool
    ) -> Iterator[Judged]:
        if claim.is_quoted:
            return  # the quotation is judged as a whole
        if claim.kind is ClaimKind.AMOUNT:
            yield from judge_sum(told or Told(claim), held, is_sure=is_sure)
        elif claim.kind is ClaimKind.STATUS:
            yield from judge_refusal(claim, claims, held)
        else:
            judged = self._judge_single(claim, unit, claims, held, is_sure=is_sure)
            if judged is not None:
                yield judged

    def _judge_single(
        self, claim: Claim, unit: Unit, claims: Sequence[Claim], held: HeldDecision, *, is_sure: bool
    ) -> Judged | None:
        before, behind = self._plain[unit.start : claim.start], self._plain[claim.end : unit.end]
        if claim.kind is ClaimKind.BODY:
            return self._judge_body(claim, unit, claims, held)
        if claim.kind is ClaimKind.DATE:
            return judge_date(
                claim,
                unit,
                self._plain,
                held,
                behind_name=self._is_behind_name(claim, unit, claims),
                tells_result=any(one.kind in (ClaimKind.OUTCOME, ClaimKind.FINDING) for one in claims),
                is_sure=is_sure,
            )
        if claim.kind is ClaimKind.QUOTATION:
            attributed = is_sure or "ombudsman" in unit.text.lower()
            return judge_quotation(claim, held, is_attributed=attributed)
        if claim.kind is ClaimKind.OUTCOME:
            is_beside = is_sure and bool(self._cited(unit))
            return judge_outcome(claim, before, behind, held, is_beside=is_beside)
        if claim.kind is ClaimKind.FINDING:
            return judge_finding(claim, before, behind, held)
        if claim.kind is ClaimKind.INJUSTICE:
            return judge_injustice(claim, before, held)
        if claim.kind is ClaimKind.REMEDY_KIND:
            if claim.value is RemedyKind.PAYMENT and any(one.kind is ClaimKind.AMOUNT for one in claims):
                return None  # the sum beside it is judged
            return judge_remedy_kind(claim, before, behind, held)
        if claim.kind is ClaimKind.DURATION:
            return judge_length(claim, self._around(claim), held)
        return judge_count(claim, held) if claim.kind is ClaimKind.COUNT else None

    def _judge_body(self, claim: Claim, unit: Unit, claims: Sequence[Claim], held: HeldDecision) -> Judged | None:
        names = [one for one in claims if one.kind is ClaimKind.BODY and one.unit is None]
        cited = self._cited(unit)
        near = min(cited, key=lambda one: abs(one.start - claim.start), default=None)
        is_alone = len(names) <= 1 and len(cited) <= 1
        return judge_body(claim, self._plain, near, held, is_alone=is_alone)

    def _is_behind_name(self, claim: Claim, unit: Unit, claims: Sequence[Claim]) -> bool:
        """True where nothing but marks, sums and names stands between the reference or the body and this date."""
        names = [one for one in claims if one.kind is ClaimKind.BODY and one.end <= claim.start]
        names += [one for one in self._cited(unit) if one.end <= claim.start]
        if not names:
            return False
        gap = self._plain[max(one.end for one in names) : claim.start]
        return len(gap) < 60 and bool(gap.strip()) and _ONLY_FACTS.fullmatch(gap) is not None

    def _around(self, claim: Claim) -> str:
        """The words just before and behind a claim."""
        return self._plain[max(0, claim.start - 70) : claim.start] + self._plain[claim.end : claim.end + 70]

    def _judge_group(self, binding: Binding) -> _Found:
        """Said of several decisions at once: supported where it holds for each, contradicted where it fails for one."""
        claim, references = binding.claim, binding.references
        if claim.kind is ClaimKind.COUNT:
            judged = judge_group_count(claim, references)
            if judged is not None:
                yield judged, None
            return
        if claim.kind in (ClaimKind.OUTCOME, ClaimKind.FINDING):
            yield from self._judge_of_each(binding)
        elif claim.kind in _HARD and not claim.is_quoted:
            yield self._unchecked(claim, f"It is said of {len(references)} decisions together."), None

    def _judge_of_each(self, binding: Binding) -> _Found:
        claim, unit = binding.claim, binding.unit
        single = []
        for reference in binding.references:
            held = self._held.get(reference)
            if held is None:
                yield self._unchecked(claim, f"{reference} is not in the casebook."), None
                return
            judged = self._judge_single(claim, unit, (claim,), held, is_sure=True)
            if judged is None:
                return
            single.append((judged, reference))
        against = [one for one in single if one[0].verdict is Verdict.CONTRADICTED]
        unclear = [one for one in single if one[0].verdict is Verdict.NOT_CHECKABLE]
        yield (against or unclear or single)[0]

    def _unchecked(self, claim: Claim, why: str) -> Judged:
        return Judged(_ABOUT.get(claim.kind, claim.kind.value), claim.start, claim.end, Verdict.NOT_CHECKABLE, why)


# --------------------------------------------------------------------------- helpers


def _grouped(bindings: Iterable[Binding]) -> Iterator[tuple[int, list[Binding]]]:
    groups: dict[int, list[Binding]] = {}
    for binding in bindings:
        groups.setdefault(binding.unit.start, []).append(binding)
    yield from groups.items()


def _by_unit(bindings: Iterable[Binding]) -> Iterator[list[Binding]]:
    for _, group in _grouped(bindings):
        yield group


def _without_doubles(
    found: Sequence[tuple[Judged, CaseReference | None]],
) -> list[tuple[Judged, CaseReference | None]]:
    """Each place and kind once; a contradiction stays before anything else said of the same words."""
    order: Mapping[Verdict, int] = {
        Verdict.CONTRADICTED: 0,
        Verdict.NOT_HELD: 1,
        Verdict.SUPPORTED: 2,
        Verdict.NOT_CHECKABLE: 3,
    }
    kept: dict[tuple[str, int, int], tuple[Judged, CaseReference | None]] = {}
    for judged, reference in sorted(found, key=lambda one: order[one[0].verdict]):
        kept.setdefault((judged.about, judged.start, judged.end), (judged, reference))
    return list(kept.values())


def _judgement(judged: Judged, reference: CaseReference | None, seen: SeenText, lines: Sequence[int]) -> Judgement:
    start, end = seen.span(judged.start, judged.end)
    line = bisect_right(lines, start)
    return Judgement(
        judged.about,
        seen.original[start:end],
        Place(start, end, line, start - lines[line - 1] + 1),
        judged.verdict,
        judged.why,
        reference=reference,
        passage=judged.passage,
        near=judged.near,
        instead=judged.instead if judged.verdict is Verdict.CONTRADICTED else "",
    )
