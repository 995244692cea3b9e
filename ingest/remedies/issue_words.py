"""Findings and sections → for each finding the words, names and sums that speak of it, with what each is worth.

Four places speak of an issue: its wording; the paragraphs that state its result; the other paragraphs of its part of
the assessment; sentences of the story and of the complaint that name it. A word that several issues have is divided
between them. What the Ombudsman recommends is said of no issue in particular, unless the paragraph states the fault
as well.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from assistant.domain import Finding, Paragraph
from assistant.text import find_money, normalise, plain_sentences
from ingest.forms.headings import SectionRole
from ingest.forms.layout import ReadSection
from ingest.remedies.status_words import AGREED, OWN_RECOMMENDATION
from ingest.remedies.telling_words import telling_words

# What a word is worth by the place that has it; the highest counts. Fixed on the labelled pages.
_IN_WORDING, _IN_RESULT, _IN_PART, _IN_TERRITORY, _IN_STORY = 1.0, 0.7, 0.5, 0.3, 0.3
# A related word ("tutor" for "education") is worth less than the word itself.
_RELATED = 0.6
# Of the issues that have a word, each has its share; one that nearly all have tells nothing.
_STORY = (SectionRole.HAPPENED, SectionRole.COMPLAINT, SectionRole.FOUND)
_ASSESSED = (SectionRole.ANALYSIS, SectionRole.FOUND)
# A paragraph that goes on from the result before it: its consequence, not the next issue's story.
_GOES_ON = re.compile(
    r"(?:this|that|these|the (?:fault|faults|delay|failure|injustice|result)|as a (?:result|consequence)"
    r"|because of (?:this|that)|it (?:meant|caused|left)"
    r"|had (?:it|the)|without (?:this|the)|she|he|they|(?:Mr|Mrs|Ms|Miss) [A-Z]) ",
    re.I,
)
# What is said of several faults at once is said of no issue in particular.
_OF_SEVERAL = re.compile(
    r"\b(?:these|those|both|all(?: (?:of )?(?:the|these|its))?|the) (?:\w+ )?(?:faults|failings|failures)\b", re.I
)
_STATES_FAULT = re.compile(r"\bfault|\bfail(?:ed|ure)|\bshould have\b|\bought to have\b", re.I)
# Words of one subject of the field, by their stems.
_SUBJECTS: tuple[frozenset[str], ...] = tuple(
    frozenset(row.split())
    for row in (
        "tutor tuition educ school lesson teach teacher timet pupil provis",
        "repli answer respons respond complaint",
        "transport journey mileag taxi bus petrol fare travel",
        "accommod hotel breakfast hostel homeless rehous tempor",
        "adapt bathroom shower grant ramp stairlift bath",
        "bin collect refus rubbish recycl",
        "agent bailiff enforc clamp van vehicl",
        "therapi therapist session speech occup",
        "charg invoic bill contribut fee debt",
        "carer respit care visit",
        "furnitur belong possess store storag",
        "nois music sound",
        "repair damp leak mould work surveyor",
        "review panel appeal hear",
        "allow foster kinship",
        "notic letter notifi",
        "record note file minut",
    )
)
# The letter or number before a heading in the line.
_RUN_IN = re.compile(r"^(?:\(?[a-z0-9]{1,2}[).] )?", re.I)
_HEADING_WITHIN = 120
_HARMS = frozenset(
    re.findall(
        r"\w+", "distress upset frustrat anxious worri stress inconveni uncertain disappoint confus anger impact"
    )
)
_NAME = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr) [A-Z]\b|\b(?<![.?!] )[B-HJ-Z]\b(?=[ ',.;]|$)")


class IssueWords:
    """For each finding: word, name or sum → its worth. ``by_section`` is the issue of a part that has one only."""

    def __init__(
        self,
        findings: Sequence[Finding],
        sections: Sequence[ReadSection],
        by_section: Mapping[int, str],
        all_issues: Sequence[str] | None = None,
    ) -> None:
        self.issues = [finding.issue for finding in findings]
        self.all_issues = self.issues if all_issues is None else all_issues
        self._sections = sections
        self._section_of = {p.id: s for s in sections for p in s.paragraphs}
        self._paragraphs = {p.id: p for s in sections for p in s.paragraphs}
        parts = self._parts(findings, by_section)
        # Who is named tells the issues apart only where these are worded for several people.
        named = [names_in(finding.issue) for finding in findings]
        self._are_of_people = len({name for names in named for name in names}) > 1
        self.weights = [self._of_finding(finding, parts.get(finding.issue, {})) for finding in findings]
        self._add_story()
        self._shared = Counter(word for words in self.weights for word in words)

    def scores(self, words: Mapping[str, float]) -> list[float]:
        """What these words, names and sums, each with its worth, say for each finding, in their order."""
        harms = [frozenset(words) & _HARMS & frozenset(weights) for weights in self.weights]
        # Distress is everywhere; harms tell an issue where all of them are spoken of under that one only.
        is_of_one = [harm for harm in harms if harm] == [frozenset(words) & _HARMS]
        return [
            sum((w * self._said(word, weights) for word, w in words.items() if is_of_one or word not in _HARMS), 0.0)
            for weights in self.weights
        ]

    def _said(self, word: str, weights: Mapping[str, float]) -> float:
        if word.startswith("@") and not self._are_of_people:
            return 0.0
        said = weights.get(word, 0.0) / self._shared[word] if word in weights else 0.0
        return max(said, self._related(word, weights))

    def _related(self, word: str, weights: Mapping[str, float]) -> float:
        """What a word that no issue has says by a related one in the wording of this issue."""
        near = {other for subject in _SUBJECTS if word in subject for other in subject}
        found = [
            weights[other] / self._shared[other]
            for other in near
            if other != word and weights.get(other, 0) >= _IN_WORDING
        ]
        return _RELATED * max(found, default=0.0)

    def _of_finding(self, finding: Finding, part: Mapping[str, float]) -> dict[str, float]:
        weights: dict[str, float] = {}
        for key, worth in part.items():
            _raise(weights, _words_said(self._paragraphs[key]), worth)
        for key in finding.paragraphs:
            section = self._section_of.get(key)
            # The summary and the decision at the end tell every fault in one breath.
            if section is not None and section.role in _ASSESSED:
                _raise(weights, _words_said(self._paragraphs[key]), _IN_RESULT)
        _raise(weights, telling_words(finding.issue, of_issue=True) | names_in(finding.issue), _IN_WORDING)
        for word in weights:
            if word.startswith("£"):
                weights[word] = _IN_WORDING
        return weights

    def _parts(self, findings: Sequence[Finding], by_section: Mapping[int, str]) -> dict[str, dict[str, float]]:
        """Issue → the paragraphs of the assessment that speak of it, with their worth.

        Under a heading of its own all; else those that lead up to its result, and those that go on from it.
        """
        stated = {key: finding.issue for finding in reversed(findings) for key in finding.paragraphs}
        found: dict[str, dict[str, float]] = {}
        for section in self._sections:
            if section.is_standing_text or section.role not in _ASSESSED:
                continue
            if issue := by_section.get(section.section.ordinal):
                found.setdefault(issue, {}).update((p.id, _IN_PART) for p in section.paragraphs)
                continue
            waiting: list[str] = []
            last: str | None = None
            opened: str | None = None
            for paragraph in section.paragraphs:
                opened = self._opened(paragraph) or opened
                if opened is not None:
                    found.setdefault(opened, {})[paragraph.id] = _IN_PART
                elif (issue := stated.get(paragraph.id)) is not None:
                    found.setdefault(issue, {}).update((key, _IN_TERRITORY) for key in (*waiting, paragraph.id))
                    waiting, last = [], issue
                elif last is not None and not waiting and _GOES_ON.match(normalise(paragraph.text)):
                    found[last][paragraph.id] = _IN_TERRITORY
                else:
                    waiting.append(paragraph.id)
        return found

    def _opened(self, paragraph: Paragraph) -> str | None:
        """The issue whose wording, as a heading in the line, a paragraph begins with: "The delay. The Council …"."""
        plain = _RUN_IN.sub("", normalise(paragraph.text[:_HEADING_WITHIN]))
        return next((issue for issue in self.all_issues if plain.startswith(f"{normalise(issue)}.")), None)

    def _add_story(self) -> None:
        """Sentences elsewhere that name one issue only lend it their other words."""
        naming = [frozenset(w for w, worth in words.items() if worth >= _IN_WORDING) for words in self.weights]
        shared = Counter(word for words in naming for word in words)
        lent: list[dict[str, float]] = [{} for _ in naming]
        for sentence in self._story():
            words = telling_words(sentence)
            told = [sum(1 / shared[word] for word in words & own) for own in naming]
            best = max(told, default=0.0)
            if best >= 1 and sum(score >= 0.5 * best for score in told) == 1:
                said = telling_words(sentence, of_story=True)
                _raise(lent[told.index(best)], {w for w in said if not w.startswith("£")}, _IN_STORY)
        for weights, more in zip(self.weights, lent, strict=True):
            for word, worth in more.items():
                weights.setdefault(word, worth)

    def _story(self) -> Iterator[str]:
        for section in self._sections:
            if section.role in _STORY and not section.is_standing_text:
                for paragraph in section.paragraphs:
                    yield from plain_sentences(paragraph.text)


def _words_said(paragraph: Paragraph) -> frozenset[str]:
    """What a paragraph says of its issue, without what is recommended there; its sums, where it states a fault."""
    sentences = plain_sentences(paragraph.text)
    states_fault = any(_STATES_FAULT.search(plain) for plain in sentences)
    if _OF_SEVERAL.search(sentences[0] if sentences else ""):
        return frozenset()
    said = [plain for plain in sentences if not (AGREED.search(plain) or OWN_RECOMMENDATION.search(plain))]
    text = " ".join(said)
    sums = {f"£{money.pence}" for money in find_money(normalise(paragraph.text))} if states_fault else set()
    return telling_words(text, of_story=True) | names_in(text) | sums


def names_in(text: str) -> frozenset[str]:
    """The people that a text names, by title and letter or by letter alone; empty where it names nobody."""
    return frozenset(f"@{match[0]}" for match in _NAME.finditer(normalise(text)))


def _raise(weights: dict[str, float], words: Iterable[str], worth: float) -> None:
    for word in words:
        weights[word] = max(weights.get(word, 0.0), worth)
