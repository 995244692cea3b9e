"""Digest files: what is read from a line, and what is said about a line that breaks the form."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.digests import read_digests
from assistant.domain import (
    Basis,
    CaseReference,
    Decision,
    DocumentKind,
    Finding,
    FindingResult,
    Outcome,
    Payee,
    Purpose,
    Remedy,
    RemedyKind,
    RemedyStatus,
)
from assistant.errors import DigestError
from assistant.starter import STARTER_FILES


def a_line(**changes: Any) -> dict[str, Any]:
    """A whole digest line; a change to None stays in the line as null."""
    line: dict[str, Any] = {
        "reference": "20 100 001",
        "body": "Northmoor Council",
        "category": "Housing",
        "subcategory": "Homelessness",
        "outcome": "Upheld",
        "date": "2021-03-03",
        "url": "https://example.org/20-100-001",
        "digest": "A family waited ten months. The council agreed to pay £300.",
        "issues": ["delay in finding a home"],
        "injustice": ["distress"],
        "remedies": [],
        "basis": "summary",
    }
    return line | changes


def write(path: Path, *lines: dict[str, Any]) -> Path:
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


def read_one(tmp_path: Path, **changes: Any) -> Decision:
    (decision,) = read_digests(write(tmp_path / "digests.jsonl", a_line(**changes)))
    return decision


def read_remedy(tmp_path: Path, **remedy: Any) -> Remedy:
    (row,) = read_one(tmp_path, remedies=[remedy]).remedies
    return row


def test_a_line_becomes_a_decision_whose_only_paragraph_is_the_digest(tmp_path: Path) -> None:
    decision = read_one(tmp_path)
    assert decision.reference == CaseReference("20 100 001")
    assert (decision.body, decision.category, decision.subcategory) == ("Northmoor Council", "Housing", "Homelessness")
    assert (decision.outcome, decision.decided) == (Outcome.UPHELD, date(2021, 3, 3))
    assert [paragraph.text for paragraph in decision.paragraphs] == [a_line()["digest"]]
    assert decision.paragraphs[0].id.startswith("20-100-001/1/")
    assert decision.basis is Basis.SUMMARY
    assert decision.findings == (Finding("delay in finding a home", paragraphs=(decision.paragraphs[0].id,)),)


def test_a_digest_made_from_the_full_text_is_still_our_digest(tmp_path: Path) -> None:
    decision = read_one(tmp_path, basis="full text", note="public interest report")
    assert decision.basis is Basis.SUMMARY
    assert not decision.is_full_text
    assert decision.note == "public interest report; our digest was made from the full text"


@pytest.mark.parametrize(
    ("issue", "result", "injustice"),
    [
        ("missed appointments (no finding possible)", FindingResult.NO_FINDING, None),
        ("details not recorded (fault, no injustice)", FindingResult.FAULT, False),
        ("choice of procedure (no fault)", FindingResult.NO_FAULT, None),
        ("complaint handling (no significant injustice)", FindingResult.NOT_STATED, False),
        ("a late complaint (outside jurisdiction)", FindingResult.NOT_INVESTIGATED, None),
        ("designated officer (LADO) advice", FindingResult.NOT_STATED, None),
        ("delay", FindingResult.NOT_STATED, None),
    ],
)
def test_an_issue_says_its_result_only_in_brackets_at_its_end(
    tmp_path: Path, issue: str, result: FindingResult, injustice: bool | None
) -> None:
    (finding,) = read_one(tmp_path, issues=[issue]).findings
    assert (finding.issue, finding.result, finding.injustice) == (issue, result, injustice)


def test_a_remedy_keeps_sum_payee_purpose_issue_and_place(tmp_path: Path) -> None:
    row = {"kind": "payment", "amount_gbp": 509.81, "payee": "child", "for": "loss of provision", "status": "agreed"}
    decision = read_one(tmp_path, remedies=[row | {"issue": "delay in finding a home"}])
    (remedy,) = decision.remedies
    assert remedy.kind is RemedyKind.PAYMENT
    assert remedy.amount_pence == 50981
    assert (remedy.payee, remedy.purpose) == (Payee.CHILD, Purpose.LOSS_OF_PROVISION)
    assert (remedy.status, remedy.issue) == (RemedyStatus.AGREED, "delay in finding a home")
    assert remedy.paragraph == decision.paragraphs[0].id


@pytest.mark.parametrize(
    ("kind", "status", "expected"),
    [
        ("apology", "already given", RemedyStatus.ALREADY_DONE),
        ("apology", "already made", RemedyStatus.ALREADY_DONE),
        ("refund or write-off", "already done", RemedyStatus.ALREADY_PAID),
        ("payment", "already paid", RemedyStatus.ALREADY_PAID),
        ("backdated provision", "already paid", RemedyStatus.ALREADY_DONE),
        ("payment", None, RemedyStatus.NOT_STATED),
        ("payment", "offered by the council", RemedyStatus.OFFERED),
    ],
)
def test_what_is_behind_us_is_paid_where_it_is_money_and_done_otherwise(
    tmp_path: Path, kind: str, status: str | None, expected: RemedyStatus
) -> None:
    assert read_remedy(tmp_path, kind=kind, status=status).status is expected


def test_a_sum_per_month_is_a_rate_and_never_a_total(tmp_path: Path) -> None:
    row = read_remedy(tmp_path, kind="payment", amount_gbp=250, per="month")
    assert (row.amount_pence, row.rate_pence, row.per) == (None, 25000, "month")


def test_a_rate_beside_its_total_keeps_both(tmp_path: Path) -> None:
    row = read_remedy(tmp_path, kind="payment", amount_gbp=1500, rate_gbp=300, per="month")
    assert (row.amount_pence, row.rate_pence, row.per) == (150000, 30000, "month")


def test_a_sum_per_person_is_what_each_receives(tmp_path: Path) -> None:
    row = read_remedy(tmp_path, kind="payment", amount_gbp=200, per="person", payee="several")
    assert (row.amount_pence, row.per, row.payee) == (20000, "person", Payee.SEVERAL)


def test_a_rate_takes_its_period_from_the_words_beside_it(tmp_path: Path) -> None:
    row = read_remedy(tmp_path, kind="payment", rate_gbp=50, detail="£50 for each month of delay")
    assert (row.rate_pence, row.per) == (5000, "month")


def test_a_reference_keeps_its_letter(tmp_path: Path) -> None:
    assert read_one(tmp_path, reference="16-010-636C").reference == CaseReference("16 010 636c")


def test_a_report_is_known_as_one(tmp_path: Path) -> None:
    assert read_one(tmp_path, document_type="Report").document is DocumentKind.REPORT


def test_a_line_with_reference_and_digest_alone_is_enough(tmp_path: Path) -> None:
    path = write(tmp_path / "digests.jsonl", {"reference": "20 100 001", "digest": "A short one."})
    (decision,) = read_digests(path)
    assert (decision.body, decision.outcome, decision.findings, decision.remedies) == (None, None, (), ())


def test_blank_lines_and_a_byte_order_mark_are_allowed(tmp_path: Path) -> None:
    path = tmp_path / "digests.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps(a_line()).encode() + b"\r\n\r\n")
    assert len(read_digests(path)) == 1


def test_html_and_markdown_in_a_digest_stay_text(tmp_path: Path) -> None:
    digest = "<script>alert(1)</script> **bold** [link](https://example.org)"
    assert read_one(tmp_path, digest=digest).paragraphs[0].text == digest


def test_the_whole_starter_is_read() -> None:
    decisions = [decision for path in STARTER_FILES for decision in read_digests(path)]
    assert len(decisions) == 1403
    assert len({decision.reference for decision in decisions}) == 1403
    assert not any(decision.is_full_text for decision in decisions)
    remedies = [remedy for decision in decisions for remedy in decision.remedies]
    assert len(remedies) == 1923
    assert all(remedy.is_money for remedy in remedies if remedy.amount_pence is not None)


_BROKEN_LINES: dict[str, tuple[dict[str, Any], str, str]] = {
    "an unknown field": ({"colour": "blue"}, "'colour'", "does not have"),
    "a reference that is none": ({"reference": "19 018"}, "'reference'", "eight digits"),
    "a reference that is a number": ({"reference": 20100001}, "'reference'", "string"),
    "a date that is none": ({"date": "2021-13-01"}, "'date'", "2021-06-17"),
    "a date in another form": ({"date": "17 June 2021"}, "'date'", "2021-06-17"),
    "an unknown outcome": ({"outcome": "Won"}, "'outcome'", "'Upheld'"),
    "a word for true": ({"outcome_inferred": "yes"}, "'outcome_inferred'", "boolean"),
    "an address that is a script": ({"url": "javascript:alert(1)"}, "'url'", "http"),
    "an empty digest": ({"digest": "  "}, "'digest'", "empty"),
    "half of a character": ({"digest": "\ud800"}, "'digest'", "no text"),
    "an issue that is no text": ({"issues": [7]}, "'issues[0]'", "string"),
    "a negative amount": ({"remedies": [{"kind": "payment", "amount_gbp": -5}]}, "remedies[0].amount_gbp", "negative"),
    "an amount in words": ({"remedies": [{"kind": "payment", "amount_gbp": "5"}]}, "remedies[0].amount_gbp", "number"),
    "parts of a penny": ({"remedies": [{"kind": "payment", "amount_gbp": 1.234}]}, "remedies[0].amount_gbp", "penny"),
    "an absurd amount": ({"remedies": [{"kind": "payment", "amount_gbp": 1e300}]}, "remedies[0].amount_gbp", "check"),
    "an amount on an apology": ({"remedies": [{"kind": "apology", "amount_gbp": 5}]}, "remedies[0].amount_gbp", "kind"),
    "a rate without a period": ({"remedies": [{"kind": "payment", "rate_gbp": 5}]}, "remedies[0].per", "month"),
    "an unknown kind": ({"remedies": [{"kind": "bribe"}]}, "remedies[0].kind", "'payment'"),
    "an unknown status": ({"remedies": [{"kind": "apology", "status": "sworn"}]}, "remedies[0].status", "'agreed'"),
    "a remedy without a kind": ({"remedies": [{"status": "agreed"}]}, "remedies[0].kind", "needed"),
}


@pytest.mark.parametrize("name", _BROKEN_LINES)
def test_a_broken_line_is_named_with_file_line_field_and_advice(tmp_path: Path, name: str) -> None:
    changes, field, advice = _BROKEN_LINES[name]
    path = write(tmp_path / "digests.jsonl", a_line(), a_line(reference="20 100 002") | changes)
    with pytest.raises(DigestError) as caught:
        read_digests(path)
    message = str(caught.value)
    assert str(path) in message
    assert "line 2" in message
    assert field in message
    assert advice in message
    assert "Nothing of the file was stored" in message
    assert caught.value.exit_code == 5


def test_a_duplicate_reference_names_both_lines(tmp_path: Path) -> None:
    path = write(tmp_path / "digests.jsonl", a_line(), a_line(reference="20-100-001"))
    with pytest.raises(DigestError, match=r"line 2, field 'reference': found '20 100 001', which line 1 already has"):
        read_digests(path)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b"\n \n", "is empty"),
        (b"\x89PNG\x00\x01\n", "no text"),
        (b'{"reference": "20 100 0\xff01"}', "broken UTF-8 at byte 24"),
        (json.dumps(a_line()).encode()[:80], "cut off"),
        (b'["a list"]', "JSON object"),
        (b'[\n {"reference": "20 100 001"}\n]', "line 1: found a JSON list: .*without the brackets"),
        (b"[" * 50_000, "JSON object"),
        (b'{"reference": "20 100 001", "digest": NaN}', "no number"),
        (b'{"reference": "20 100 001", "digest": "a", "digest": "b"}', "occurs twice"),
    ],
    ids=[
        "empty",
        "blank",
        "binary",
        "broken UTF-8",
        "cut in half",
        "a list",
        "a list of objects",
        "deep",
        "NaN",
        "a field twice",
    ],
)
def test_a_file_that_is_no_digest_file_is_refused(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "digests.jsonl"
    path.write_bytes(content)
    with pytest.raises(DigestError, match=said):
        read_digests(path)


def test_a_file_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(DigestError, match="cannot be read: No such file"):
        read_digests(tmp_path / "nothing.jsonl")


@given(st.binary(max_size=300))
def test_no_bytes_crash_the_reader(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.mktemp("digests") / "any.jsonl"
    path.write_bytes(content)
    try:
        read_digests(path)
    except DigestError as error:
        assert str(path) in str(error)


@given(st.dictionaries(st.sampled_from(sorted(a_line())), st.none() | st.integers() | st.text() | st.lists(st.none())))
def test_no_json_object_crashes_the_reader(tmp_path_factory: pytest.TempPathFactory, changes: dict[str, Any]) -> None:
    path = tmp_path_factory.mktemp("digests") / "any.jsonl"
    path.write_text(json.dumps(a_line() | changes), encoding="utf-8")
    try:
        (decision,) = read_digests(path)
    except DigestError as error:
        assert "line 1" in str(error)
    else:
        assert decision.paragraphs[0].text.strip()
