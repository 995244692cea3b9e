"""A decision cut into passages: what is encoded and searched, each under its decision's own header.

Each issue is a passage on its own, so that one issue among four is found. The text is the digest or, of a full text,
the summary and the paragraphs; standing text (role and powers, law, method) is kept for reading and left out of
search. The headings were measured: see docs/ranking.md.
"""

from __future__ import annotations

from collections.abc import Iterator

from assistant.domain import Decision, Paragraph, Passage, PassageKind, Section
from assistant.text import exact_hash, normalise

# "Back to top", a lone number or a date says nothing to search for.
_SHORTEST = 25
# Some captures have the summary under a heading of its own, others as a paragraph that says so.
_SUMMARY = "summary"
# Characters of the assessment that an issue passage takes along.
_SAID = 200


def split_into_passages(decision: Decision) -> tuple[Passage, ...]:
    """The passages of a decision: its issues in order, then its text in order; the same decision gives the same ids.

    A decision without issues and text has none. Equal issues give one passage. A flagged paragraph gives none.
    """
    return (*_issue_passages(decision), *_text_passages(decision))


def heading_of(decision: Decision) -> str:
    """``Category > Subcategory, Body``, as far as known: texts about one failing differ in little else."""
    place = " > ".join(part for part in (decision.category, decision.subcategory) if part)
    return ", ".join(part for part in (place, decision.body) if part)


def _issues(decision: Decision) -> tuple[str, ...]:
    return tuple(dict.fromkeys(finding.issue for finding in decision.findings if finding.issue.strip()))


def _issue_passages(decision: Decision) -> Iterator[Passage]:
    heading = heading_of(decision)
    paragraphs = {finding.issue: finding.paragraphs for finding in decision.findings}
    for n, issue in enumerate(_issues(decision), start=1):
        said_in = paragraphs[issue][0] if paragraphs[issue] else None
        text = _with_remedies(decision, issue)
        yield _passage(decision, PassageKind.ISSUE, n, text=text, heading=heading, paragraph=said_in, issue=issue)


def _with_remedies(decision: Decision, issue: str) -> str:
    """The issue and, of a full text, what the remedies bound to it say of it.

    A digest names its issues by what went wrong ("address left unredacted"); a statement's own headings are short
    ("The Council disclosed Miss X's address") and what went wrong stands with the remedy: on 19 018 981 the nearness
    to "unredacted address" rose from 0.25 to 0.43, where our digest has 0.42.
    """
    if not decision.is_full_text:
        return issue
    details = [remedy.detail for remedy in decision.remedies if remedy.issue == issue and remedy.detail]
    said = _said_of(decision, issue)
    return ": ".join([issue, *(["; ".join(dict.fromkeys(details))] if details else []), *([said] if said else [])])


def _said_of(decision: Decision, issue: str) -> str:
    """The beginning of what states the result: the words of the assessment, where the issue's own are few.

    Measured with the four real statements in place of their digests: 200 characters found an inaccurate assessment
    whose digest had been found by "misrepresented views"; 400 and more blurred it again.
    """
    headings = {section.ordinal: normalise(section.heading).lower() for section in decision.sections}
    keys = next((finding.paragraphs for finding in decision.findings if finding.issue == issue), ())
    paragraphs = (paragraph for key in keys if (paragraph := decision.paragraph(key)))
    texts = (paragraph.text for paragraph in paragraphs if headings.get(paragraph.section) != _SUMMARY)
    said = " ".join(texts)
    return said if len(said) <= _SAID else said[:_SAID].rsplit(" ", 1)[0]


def _text_passages(decision: Decision) -> Iterator[Passage]:
    # The issues stand before a digest or summary, because the words of an issue are often not in the sentences.
    plain = heading_of(decision)
    with_issues = ": ".join(part for part in (plain, "; ".join(_issues(decision))) if part)
    sections = {section.ordinal: section for section in decision.sections}
    spoken_of = _issues_by_paragraph(decision)
    for paragraph in decision.trusted_paragraphs:
        section = sections.get(paragraph.section)
        if (section is not None and section.is_standing_text) or not paragraph.text.strip():
            continue
        if not decision.is_full_text:
            yield _paragraph_passage(decision, PassageKind.DIGEST, paragraph, with_issues)
        elif _is_summary(section, paragraph):
            yield _paragraph_passage(decision, PassageKind.SUMMARY, paragraph, with_issues)
        elif len(normalise(paragraph.text)) >= _SHORTEST:
            issue = spoken_of.get(paragraph.id)
            above = issue or (section.heading if section else "")
            heading = ": ".join(part for part in (plain, above) if part)
            yield _paragraph_passage(decision, PassageKind.PARAGRAPH, paragraph, heading, issue)


def _issues_by_paragraph(decision: Decision) -> dict[str, str]:
    """Paragraph id → the one issue that it speaks of: by its finding, or because its whole section is on that issue.

    A paragraph in which two findings stand speaks of no one issue; nor does a section whose findings are of several.
    """
    by_paragraph: dict[str, set[str]] = {}
    for finding in decision.findings:
        for paragraph_id in finding.paragraphs:
            by_paragraph.setdefault(paragraph_id, set()).add(finding.issue)
    by_section: dict[int, set[str]] = {}
    for paragraph in decision.paragraphs:
        by_section.setdefault(paragraph.section, set()).update(by_paragraph.get(paragraph.id, ()))
    headings = {section.ordinal: normalise(section.heading).lower() for section in decision.sections}
    found = {}
    for paragraph in decision.paragraphs:
        on_section = [
            issue
            for issue in by_section[paragraph.section]
            if normalise(issue).lower() in headings.get(paragraph.section, "")
        ]
        issues = by_paragraph.get(paragraph.id) or set(on_section)
        if len(issues) == 1:
            found[paragraph.id] = next(iter(issues))
    return found


def _is_summary(section: Section | None, paragraph: Paragraph) -> bool:
    heading = normalise(section.heading).lower() if section is not None else ""
    return heading == _SUMMARY or normalise(paragraph.text).lower().startswith(_SUMMARY + ":")


def _paragraph_passage(
    decision: Decision, kind: PassageKind, paragraph: Paragraph, heading: str, issue: str | None = None
) -> Passage:
    return _passage(
        decision, kind, paragraph.ordinal, text=paragraph.text, heading=heading, paragraph=paragraph.id, issue=issue
    )


def _passage(
    decision: Decision, kind: PassageKind, n: int, *, text: str, heading: str, paragraph: str | None, issue: str | None
) -> Passage:
    # The hash is of all that is searched, so that a changed heading is a new passage with a new vector.
    found = exact_hash(f"{heading}\n{text}")
    return Passage(
        id=f"{decision.reference.slug}/{kind.value}/{n}/{found}",
        reference=decision.reference,
        kind=kind,
        text=text,
        heading=heading,
        paragraph=paragraph,
        issue=issue,
    )
