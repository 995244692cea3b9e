"""The labelled pages, read as ``ingest add`` reads them: every header field, and floors under what is counted.

The floors are what the reader reached when they were set. A measure may rise; it falls only where somebody lowers the
number here and says why. ``python -m tests.reading_measures`` prints every disagreement.
"""

from __future__ import annotations

import json
from collections import Counter

import pytest

from ingest.export import decision_to_json
from tests.reading_measures import (
    PAGES,
    LabelledPage,
    Measures,
    f1,
    labelled_pages,
    measure,
    read_labelled,
)

_PAGES = tuple(labelled_pages())
_DECISIONS = tuple(page for page in _PAGES if "set_aside" not in page.label)
_REAL = "real"


@pytest.fixture(scope="module")
def measures() -> Measures:
    """All pages of our own writing, measured once."""
    found = Measures()
    for page in _PAGES:
        if page.form != _REAL:
            measure(page, found)
    return found


def test_there_are_pages_of_every_form() -> None:
    forms = Counter(page.form for page in _PAGES)
    needed = {"site": 15, "reports": 5, "mirrors": 5, "pdf": 5, "closures": 10, "flat": 12, "saved": 5, "joint": 4}
    assert all(forms[form] >= count for form, count in needed.items()), forms
    assert sum(forms[form] for form in needed) >= 60


def test_every_label_has_its_page() -> None:
    labels = {path.name.removesuffix(".expected.json") for path in PAGES.glob("*/*.expected.json")}
    without = labels - {page.name.partition("/")[2] for page in _PAGES}
    assert not without or all((PAGES / _REAL / f"{name}.expected.json").exists() for name in without)


@pytest.mark.parametrize("page", _PAGES, ids=lambda page: page.name)
def test_header_or_reason_is_read_as_labelled(page: LabelledPage) -> None:
    one = Measures()
    measure(page, one)
    assert one.header_right == one.header_fields, one.disagreements
    assert not any("set aside" in line for line in one.disagreements), one.disagreements


def test_remedies_are_read_by_kind_sum_payee_and_status(measures: Measures) -> None:
    assert f1(measures.rows) >= 0.98, "\n".join(measures.disagreements)


def test_remedies_are_bound_to_their_issues(measures: Measures) -> None:
    assert f1(measures.bindings) >= 0.90, "\n".join(measures.disagreements)


def test_issues_have_their_results(measures: Measures) -> None:
    assert f1(measures.findings) >= 0.98, "\n".join(measures.disagreements)


def test_no_sum_is_counted_double(measures: Measures) -> None:
    assert measures.double_counts == 0, "\n".join(measures.disagreements)


@pytest.mark.parametrize("name", ["deadline", "for", "place"])
def test_what_stands_beside_a_remedy_is_read_too(measures: Measures, name: str) -> None:
    right, wrong = measures.fields[f"{name} right"], measures.fields[f"{name} wrong"]
    assert right / (right + wrong) >= _BESIDE[name], "\n".join(measures.disagreements)


_BESIDE = {"deadline": 0.95, "for": 0.85, "place": 0.98}


@pytest.mark.parametrize("page", [page for page in _PAGES if page.form == _REAL], ids=lambda page: page.name)
def test_a_real_statement_reads_as_a_careful_person_labels_it(page: LabelledPage) -> None:
    one = Measures()
    measure(page, one)
    assert one.disagreements == []


@pytest.mark.parametrize("page", _DECISIONS, ids=lambda page: page.name)
def test_every_remedy_has_its_paragraph_and_its_issue_is_a_finding(page: LabelledPage) -> None:
    decision = read_labelled(page).decision
    issues = {finding.issue for finding in decision.findings}
    for remedy in decision.remedies:
        assert remedy.paragraph is not None
        assert decision.paragraph(remedy.paragraph) is not None
        assert remedy.issue is None or remedy.issue in issues
    json.dumps(decision_to_json(decision))
