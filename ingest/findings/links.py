"""Drafts of faults → whether each caused injustice, and the paragraph that says so.

Asked in this order: the fault's own part, or the sentences from its statement to the next one's; what is said of it
elsewhere in the assessment in words that it shares; what a remedy is for; at last what is said of the whole case.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from operator import itemgetter

from assistant.domain import FindingResult, Paragraph
from ingest.findings.draft import Draft
from ingest.findings.injustice import Said, injustice_of, injustice_said
from ingest.findings.likeness import content_words, long_words
from ingest.findings.parts import Part
from ingest.findings.sentences import sentences_of
from ingest.forms.headings import SectionRole
from ingest.forms.layout import ReadSection

_NUMBER = itemgetter(0)
# Paragraphs behind a fault, up to the next issue, that may tell what came of it.
_REACH = 3


def weigh_injustice(drafts: Sequence[Draft], parts: Sequence[Part], sections: Sequence[ReadSection]) -> None:
    """Note on each fault of ``drafts`` whether it caused injustice, where the page says so of it or of them all.

    Asked in this order, the first that speaks counts: the fault's own part, what stands near it elsewhere, the
    remedies, what is said of the whole case. A fault of which nothing is said stays None.
    """
    faults = [draft for draft in drafts if draft.result is FindingResult.FAULT]
    for part in parts:
        _ask_own_part(part, [draft for draft in drafts if draft.part is part])
    _ask_elsewhere(faults, parts)
    for fault in faults:
        if fault.injustice is None:
            _ask_remedies(fault, sections, is_only=len(faults) == 1)
    silent = [fault for fault in faults if fault.injustice is None]
    if len(silent) < len(faults):
        # What is read as a fault without being called one is not what a final decision sums up.
        silent = [fault for fault in silent if not fault.is_soft]
    _ask_whole_case(silent, [*_general_paragraphs(faults, drafts, parts), *_whole_case(sections)])


def _ask_own_part(part: Part, drafts: Sequence[Draft]) -> None:
    """What a part says of its faults: all of it of the only issue; else each its own paragraphs and what goes with it.

    In a paragraph of several issues a fault's sentences go up to where the next issue begins.
    """
    faults = [draft for draft in drafts if draft.result is FindingResult.FAULT]
    if len(drafts) == 1 and faults and faults[0].is_labelled:
        _note(faults[0], [(paragraph, said) for paragraph in part.paragraphs for said in _told(paragraph)])
        return
    places: dict[int, list[tuple[int, Draft]]] = defaultdict(list)
    for draft in drafts:
        for ordinal, number in draft.places:
            places[ordinal].append((number, draft))
    told: dict[int, list[tuple[Paragraph, Said]]] = defaultdict(list)
    for paragraph in part.paragraphs:
        here = sorted(places.get(paragraph.ordinal, ()), key=_NUMBER)
        general = [] if here else _goes_with(paragraph, faults)
        for number, said in enumerate(_told(paragraph)):
            owners = [_owner(number, here)] if here else general
            for owner in owners:
                told[id(owner)].append((paragraph, said))
    for fault in faults:
        _note(fault, told[id(fault)])


def _told(paragraph: Paragraph) -> list[Said]:
    return [injustice_said(sentence) for sentence in sentences_of(paragraph.text)]


def _owner(number: int, here: Sequence[tuple[int, Draft]]) -> Draft:
    """The issue that a sentence goes on with: the last begun at or before it, else the paragraph's first.

    ``here`` is in the order of the sentences; of several issues begun in one, the first.
    """
    behind = bisect_right(here, number, key=_NUMBER)
    begun = here[max(behind - 1, 0)][0]
    return here[bisect_left(here, begun, key=_NUMBER)][1]


_ALL_FAULTS = re.compile(
    r"\b(?:these|the|its|those|all|both) (?:\w+ )?(?:faults|failings|failures|errors)\b|\bwithout fault\b"
    r"|\bresult of the (?:council's )?fault\b"
    r"|\bthe fault (?:has |have )?(?:caused|meant|led|left)\b",
    re.I,
)


def _goes_with(paragraph: Paragraph, faults: Sequence[Draft]) -> list[Draft]:
    """The faults that a paragraph of no issue tells of: all, the one whose words it shares, else the nearest before."""
    near = [fault for fault in faults if fault.ordinal < paragraph.ordinal]
    if not near or _ALL_FAULTS.search(paragraph.text):
        return near
    words = long_words(paragraph.text)
    shared = [len(words & long_words(fault.issue)) for fault in near]
    best = max(shared)
    if best >= 2 and shared.count(best) == 1:
        return [near[shared.index(best)]]
    last = max(near, key=lambda fault: max(fault.places, default=(fault.ordinal, 0)))
    end = max(last.places, default=(last.ordinal, 0))[0]
    return [last] if paragraph.ordinal - end <= _REACH else []


def _note(fault: Draft, told: Sequence[tuple[Paragraph, Said]]) -> None:
    """Keep the strongest word and the first paragraph that says it."""
    strongest = max((said for _, said in told), default=Said.NOTHING)
    if strongest is Said.NOTHING:
        return
    fault.injustice = strongest is not Said.NONE
    paragraph = next(paragraph for paragraph, said in told if said is strongest)
    fault.paragraphs[paragraph.id] = None


def _ask_elsewhere(faults: Sequence[Draft], parts: Sequence[Part]) -> None:
    """Sentences on injustice that stand apart from the fault they mean: they share its words."""
    own = {ordinal for fault in faults for ordinal, _ in fault.places}
    told = {id(fault): long_words(" ".join((fault.issue, *fault.said))) for fault in faults}
    for part in parts:
        for paragraph in part.paragraphs:
            if paragraph.ordinal in own:
                continue
            for sentence in sentences_of(paragraph.text):
                said = injustice_said(sentence)
                if said in (Said.NOTHING, Said.HARM) and not part.is_general:
                    continue
                if said is Said.NOTHING:
                    continue
                words = long_words(sentence)
                open_faults = [
                    f
                    for f in faults
                    if f.injustice is None or (said is Said.NONE and f.part is part and not part.label)
                ]
                best = max(open_faults, key=lambda f: len(words & told[id(f)]), default=None)
                if best is not None and len(words & told[id(best)]) >= 3:
                    best.injustice = said is not Said.NONE
                    best.paragraphs[paragraph.id] = None


def _ask_remedies(fault: Draft, sections: Sequence[ReadSection], *, is_only: bool) -> None:
    """A remedy for harm that names the fault's matter says that it caused the harm."""
    for section in sections:
        if section.role is not SectionRole.ACTION:
            continue
        for paragraph in section.paragraphs:
            for sentence in sentences_of(paragraph.text):
                said = injustice_said(sentence)
                if said not in (Said.HARM, Said.INJUSTICE):
                    continue
                mine, theirs = content_words(fault.issue), content_words(sentence)
                if is_only or len(mine & theirs) >= 2 or (mine and mine <= theirs):
                    fault.injustice = True
                    fault.paragraphs[paragraph.id] = None
                    return


def _ask_whole_case(faults: Sequence[Draft], paragraphs: Sequence[Paragraph]) -> None:
    """What is said of the whole case holds for each fault of which nothing is said by itself."""
    said = injustice_of(sentence for paragraph in paragraphs for sentence in sentences_of(paragraph.text))
    for fault in faults:
        fault.injustice = said


def _whole_case(sections: Sequence[ReadSection]) -> list[Paragraph]:
    roles = (SectionRole.ACTION, SectionRole.FINAL, SectionRole.SUMMARY)
    return [paragraph for section in sections if section.role in roles for paragraph in section.paragraphs]


def _general_paragraphs(faults: Sequence[Draft], drafts: Sequence[Draft], parts: Sequence[Part]) -> list[Paragraph]:
    """Paragraphs behind all faults of a part without labels that share no words with any of them."""
    claimed = {ordinal for draft in drafts for ordinal, _ in draft.places}
    last = max((place[0] for fault in faults for place in fault.places), default=0)
    words = [long_words(fault.issue) for fault in faults]
    return [
        paragraph
        for part in parts
        if not part.label
        for paragraph in part.paragraphs
        if paragraph.ordinal not in claimed
        and paragraph.ordinal > last
        and all(len(long_words(paragraph.text) & mine) < 2 for mine in words)
    ]
