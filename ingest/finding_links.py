"""Drafts of faults → whether each caused injustice, and the paragraph that says so.

Asked in this order: the fault's own part, or the sentences from its statement to the next one's; what is said of it
elsewhere in the assessment in words that it shares; what a remedy is for; at last what is said of the whole case.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assistant.domain import FindingResult, Paragraph
from ingest.finding_sentences import sentences_of
from ingest.finding_drafts import Draft, content_words, long_words
from ingest.finding_injustice import Said, injustice_of, injustice_said
from ingest.finding_parts import Part
from ingest.layout import ReadSection
from ingest.vocabulary import SectionRole

# Paragraphs behind a fault, up to the next issue, that may tell what came of it.
_REACH = 3


def weigh_injustice(drafts: Sequence[Draft], parts: Sequence[Part], sections: Sequence[ReadSection]) -> None:
    """Note on each fault whether it caused injustice, where the page says so of it or of them all."""
    faults = [draft for draft in drafts if draft.result is FindingResult.FAULT]
    for fault in faults:
        _ask_own_part(fault, drafts)
    _ask_elsewhere(faults, drafts, parts)
    for fault in faults:
        if fault.injustice is None:
            _ask_remedies(fault, sections, is_only=len(faults) == 1)
    _ask_whole_case([fault for fault in faults if fault.injustice is None], sections)


def _ask_own_part(fault: Draft, drafts: Sequence[Draft]) -> None:
    part = fault.part
    if part is None:
        return
    told = [(paragraph, injustice_said(sentence)) for paragraph, sentence in _own_sentences(fault, part, drafts)]
    _note(fault, told)


def _own_sentences(fault: Draft, part: Part, drafts: Sequence[Draft]) -> Iterable[tuple[Paragraph, str]]:
    """The part's sentences up to where another issue of it begins."""
    others = sorted(place for draft in drafts if draft is not fault and draft.part is part for place in draft.places)
    if fault.is_labelled and not others:
        return [(paragraph, sentence) for paragraph in part.paragraphs for sentence in sentences_of(paragraph.text)]
    found = []
    last = max((ordinal for ordinal, _ in fault.places), default=fault.ordinal)
    for paragraph in part.paragraphs:
        ordinal = paragraph.ordinal
        for number, sentence in enumerate(sentences_of(paragraph.text)):
            here = (ordinal, number)
            before = [place for place in fault.places if place <= here]
            own = max(before) if before else None
            if own is None:
                # Before its statement: only in the same paragraph, where nothing else was stated there.
                is_own = any(place[0] == ordinal for place in fault.places) and not any(
                    place[0] == ordinal and place < min(fault.places) for place in others
                )
            else:
                is_own = not any(own < place <= here for place in others)
            if is_own and ordinal <= last + _REACH:
                found.append((paragraph, sentence))
    return found


def _note(fault: Draft, told: Sequence[tuple[Paragraph, Said]]) -> None:
    """Keep the strongest word and the first paragraph that says it."""
    strongest = max((said for _, said in told), default=Said.NOTHING)
    if strongest is Said.NOTHING:
        return
    fault.injustice = strongest is not Said.NONE
    paragraph = next(paragraph for paragraph, said in told if said is strongest)
    fault.paragraphs[paragraph.id] = None


def _ask_elsewhere(faults: Sequence[Draft], drafts: Sequence[Draft], parts: Sequence[Part]) -> None:
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


def _ask_whole_case(faults: Sequence[Draft], sections: Sequence[ReadSection]) -> None:
    """What is said of the whole case holds for each fault of which nothing is said by itself."""
    said = injustice_of(
        sentence
        for section in sections
        if section.role in (SectionRole.ACTION, SectionRole.FINAL, SectionRole.SUMMARY)
        for paragraph in section.paragraphs
        for sentence in sentences_of(paragraph.text)
    )
    for fault in faults:
        fault.injustice = said
