"""A short closure's assessment → what the body did for the person before: a date moved, a permit sent, a bin emptied.

Where the Ombudsman leaves a complaint because the body has put it right, what it did is the remedy. Elsewhere such
things are part of the story, and are not asked for here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.domain import Remedy, RemedyKind, RemedyStatus
from assistant.text import plain_sentences
from ingest.action_words import BACKDATING, REASSESSMENT
from ingest.layout import ReadSection
from ingest.mentions import Mention
from ingest.status_words import BEGINS_WITH_BODY, DONE_APOLOGY, PAID, PAID_TOO
from ingest.sums import shorten
from ingest.vocabulary import SectionRole

# What is sent and is no remedy: papers of the complaint itself.
_PAPER = (
    r"(?:letters?|emails?|repl(?:y|ies)|responses?|cop(?:y|ies)|forms?|notices?|reminders?|invoices?|bills?|summons"
    r"|decision)"
)
_PERSON = r"(?:him|her|them|(?:Mr|Mrs|Ms|Miss|Dr) [A-Z](?: and (?:Mr|Mrs|Ms|Miss|Dr) [A-Z])?)"
# A deed for one person, in the past: what it was done to follows.
_DEED = re.compile(
    rf"\b(?P<deed>(?:backdated|reinstated|restored|reassessed|re-assessed|reconsidered|repaired|replaced|cleared"
    rf"|emptied|re-?opened"
    rf"|rehoused|corrected|arranged|sent (?:a|an|another|its) (?:[\w-]+ )?(?:crew|officer|contractor|surveyor"
    rf"|engineer|team|inspector)"
    rf"|(?:sent|gave|issued|found|offered) {_PERSON} (?:a|an|another"
    rf"|the) (?!(?:[\w-]+ ){{0,2}}?{_PAPER}\b))\b[^.;]{{3,160}})",
    re.I,
)
_NOT_DONE = re.compile(r"\b(?:not|never|had to|should have|could have|would|failed to|until)\b", re.I)


def read_done(sections: Sequence[ReadSection]) -> Iterator[Mention]:
    """Each deed of the body in an assessment that says the body made amends; empty where there are none."""
    for section in sections:
        if section.is_standing_text or section.role is not SectionRole.ANALYSIS:
            continue
        makes_amends = any(
            DONE_APOLOGY.search(plain) or PAID.search(plain) or PAID_TOO.search(plain)
            for paragraph in section.paragraphs
            for plain in plain_sentences(paragraph.text)
        )
        for paragraph in section.paragraphs if makes_amends else ():
            for plain in plain_sentences(paragraph.text):
                deed = _DEED.search(plain) if BEGINS_WITH_BODY.match(plain) else None
                if deed is None or _NOT_DONE.search(plain):
                    continue
                said = deed["deed"]
                kind = (
                    RemedyKind.BACKDATED_PROVISION
                    if BACKDATING.search(said)
                    else RemedyKind.REASSESSMENT
                    if REASSESSMENT.search(said)
                    else RemedyKind.OTHER_ACTION
                )
                row = Remedy(kind, status=RemedyStatus.ALREADY_DONE, detail=shorten(said), paragraph=paragraph.id)
                yield Mention(row, section.section.ordinal, said, is_listed=False)
