"""Parts of the assessment → drafts of findings: each issue once, with all that is said of it.

A part with a label is one issue; only a result of another kind, said of a matter of its own, is a second. In a part
without a label each statement begins an issue, unless it goes on with one that was begun.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.domain import Outcome
from ingest.findings.draft import Draft
from ingest.findings.labelled import read_labelled
from ingest.findings.likeness import is_same_matter
from ingest.findings.parts import Part
from ingest.findings.statements import read_statements
from ingest.findings.told_again import add_summary
from ingest.findings.unlabelled import add_unlabelled
from ingest.forms.layout import ReadSection


def drafts_of(parts: Sequence[Part], sections: Sequence[ReadSection], outcome: Outcome | None) -> list[Draft]:
    """The issues of these parts, those of the summary last; empty where none states a result."""
    if all(part.is_general for part in parts):
        # "Was there fault causing injustice?" heads the whole assessment where no other heading does.
        parts = [replace(part, is_general=False) for part in parts]
    stating = [part for part in parts if part.label and any(True for _ in read_statements(part.paragraphs))]
    lone = stating[0] if len(stating) == 1 and not stating[0].is_lettered else None
    drafts: list[Draft] = []
    for part in parts:
        if part.is_general:
            continue
        if part.label and not (part is lone and _has_several_matters(part)):
            drafts += read_labelled(part, outcome)
        else:
            add_unlabelled(part, drafts, outcome)
    if outcome in (Outcome.UPHELD, None):
        drafts = add_summary(drafts, parts, sections)
    return [draft for draft in drafts if draft.issue]


def _has_several_matters(part: Part) -> bool:
    matters = [s.matter for s in read_statements(part.paragraphs) if s.matter and not s.is_implied]
    return any(not is_same_matter(matters[0], matter) for matter in matters[1:])
