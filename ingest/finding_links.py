"""Drafts of faults → whether each caused injustice, and the paragraph that says so.

Asked in this order: the fault's own part, or the sentences from its statement to the next one's; what is said of it
elsewhere in the assessment in words that it shares; what a remedy is for; at last what is said of the whole case.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.domain import FindingResult, Paragraph
from ingest.finding_drafts import Draft, content_words, long_words
from ingest.finding_injustice import Said, injustice_of, injustice_said
from ingest.finding_parts import Part
from ingest.finding_sentences import sentences_of
from ingest.layout import ReadSection
from ingest.vocabulary import SectionRole

# Paragraphs behind a fault, up to the next issue, that may tell what came of it.
_REACH = 3


def weigh_injustice(drafts: Sequence[Draft], parts: Sequence[Part], sections: Sequence[ReadSection]) -> None:
    """Note on each fault whether it caused injustice, where the page says so of it or of them all."""
    faults = [draft for draft in drafts if draft.result is FindingResult.FAULT]
    for fault in faults:
        _ask_own_part(fault, drafts)
    _ask_elsewhere(faults, parts)
    for fault in faults:
        if fault.injustice is None:
            _ask_remedies(fault, sections, is_only=len(faults) == 1)
    silent = [fault for fault in faults if fault.injustice is None]
    if len(silent) < len(faults):
        # What is read as a fault without being called one is not what a final decision sums up.
        silent = [fault for fault in silent if not fault.is_soft]
    _ask_whole_case(silent, [*_general_paragraphs(faults, drafts, parts), *_whole_case(sections)])


def _ask_own_part(fault: Draft, drafts: Sequence[Draft]) -> None:
    if fault.part is None:
        return
    told = [(paragraph, injustice_said(sentence)) for paragraph, sentence in _own_sentences(fault, fault.part, drafts)]
    _note(fault, told)


def _own_sentences(fault: Draft, part: Part, drafts: Sequence[Draft]) -> list[tuple[Paragraph, str]]:
    """What its part says of a fault: all, where it is the only issue; else its own paragraphs and what goes with it.

    In its own paragraphs a fault's sentences go up to where another issue begins.
    """
    others = sorted(place for draft in drafts if draft is not fault and draft.part is part for place in draft.places)
    if fault.is_labelled and not others:
        return [(paragraph, sentence) for paragraph in part.paragraphs for sentence in sentences_of(paragraph.text)]
    claimed = {ordinal for draft in drafts if draft.part is part for ordinal, _ in draft.places}
    found: list[tuple[Paragraph, str]] = []
    mine = {ordinal for ordinal, _ in fault.places}
    for paragraph in part.paragraphs:
        here = paragraph.ordinal
        if here in mine:
            told = enumerate(sentences_of(paragraph.text))
            found += [(paragraph, sentence) for n, sentence in told if _is_own((here, n), fault, others)]
        elif here not in claimed and _goes_with(paragraph, fault, drafts):
            found += [(paragraph, sentence) for sentence in sentences_of(paragraph.text)]
    return found


def _is_own(here: tuple[int, int], fault: Draft, others: Sequence[tuple[int, int]]) -> bool:
    """True for a sentence of one of the fault's paragraphs, behind its statement or before any other issue's."""
    mine = [place for place in fault.places if place[0] == here[0]]
    before = [place for place in mine if place <= here]
    if before:
        return not any(max(before) < place <= here for place in others)
    return bool(mine) and not any(place[0] == here[0] and place < min(mine) for place in others)


_ALL_FAULTS = re.compile(
    r"\b(?:these|the|its|those|all|both) (?:\w+ )?(?:faults|failings|failures|errors)\b|\bwithout fault\b"
    r"|\bresult of the (?:council's )?fault\b"
    r"|\bthe fault (?:has |have )?(?:caused|meant|led|left)\b",
    re.I,
)


def _goes_with(paragraph: Paragraph, fault: Draft, drafts: Sequence[Draft]) -> bool:
    """A paragraph of no issue goes with the fault whose words it shares, else with the nearest before it, or all."""
    near = [
        draft
        for draft in drafts
        if draft.part is fault.part and draft.result is FindingResult.FAULT and draft.ordinal < paragraph.ordinal
    ]
    if fault not in near:
        return False
    if _ALL_FAULTS.search(paragraph.text):
        return True
    words = long_words(paragraph.text)
    shared = [len(words & long_words(draft.issue)) for draft in near]
    best = max(shared)
    if best >= 2 and shared.count(best) == 1:
        return near[shared.index(best)] is fault
    last = max(near, key=lambda draft: max(draft.places))
    return last is fault and paragraph.ordinal - max(last.places)[0] <= _REACH


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
                best = max(
                    open_faults, key=lambda f: len(words & long_words(" ".join((f.issue, *f.said)))), default=None
                )
                if best is not None and len(words & long_words(" ".join((best.issue, *best.said)))) >= 3:
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
