"""Decision → passages: what is searched, under which heading, with which identity."""

from dataclasses import replace

from assistant.domain import Decision, PassageKind, Section
from assistant.passages import heading_of, split_into_passages
from tests.builders import NORTHMOOR, decision, finding, full_text, paragraphs, reference

_HEADING = f"Education > Special educational needs, {NORTHMOOR}"


def texts_of(one: Decision, kind: PassageKind) -> list[str]:
    return [passage.text for passage in split_into_passages(one) if passage.kind is kind]


def test_each_issue_is_a_passage_on_its_own() -> None:
    one = decision(findings=(finding("plan issued late"), finding("complaint not answered")))
    assert texts_of(one, PassageKind.ISSUE) == ["plan issued late", "complaint not answered"]


def test_an_issue_found_twice_is_one_passage() -> None:
    one = decision(findings=(finding("plan issued late"), finding("plan issued late")))
    assert texts_of(one, PassageKind.ISSUE) == ["plan issued late"]


def test_a_digest_is_one_passage_and_byte_for_byte_its_paragraph() -> None:
    text = "The council  was late.\u00a0It paid £300."
    assert texts_of(decision(1, text), PassageKind.DIGEST) == [text]


def test_a_digest_is_headed_by_place_body_and_issues() -> None:
    one = decision(findings=(finding("plan issued late"), finding("complaint not answered")))
    digest = next(passage for passage in split_into_passages(one) if passage.kind is PassageKind.DIGEST)
    assert digest.heading == f"{_HEADING}: plan issued late; complaint not answered"


def test_an_issue_is_headed_by_place_and_body_alone() -> None:
    issue = split_into_passages(decision())[0]
    assert issue.heading == _HEADING
    assert issue.issue == issue.text


def test_what_is_not_known_of_the_header_is_left_out() -> None:
    one = decision(category=None, subcategory=None)
    assert heading_of(one) == NORTHMOOR
    assert heading_of(replace(one, body=None)) == ""


def test_standing_text_of_a_full_text_is_left_out_of_search() -> None:
    found = " ".join(passage.text for passage in split_into_passages(full_text()))
    assert "We may suggest a remedy" not in found
    assert "41 weeks" in found


def test_the_summary_of_a_full_text_is_told_from_its_paragraphs() -> None:
    assert [text[:8] for text in texts_of(full_text(), PassageKind.SUMMARY)] == ["Summary:"]
    assert len(texts_of(full_text(), PassageKind.PARAGRAPH)) == 2


def test_a_summary_under_a_heading_of_its_own_is_a_summary() -> None:
    one = full_text(sections=(Section(1, "Summary"), Section(2, "Role", is_standing_text=True), Section(3, "Analysis")))
    assert len(texts_of(one, PassageKind.SUMMARY)) == 1


def test_a_paragraph_that_says_nothing_is_no_passage() -> None:
    own = reference()
    written = paragraphs(own, "Back to top", "The Council took far too long to issue the plan.")
    assert texts_of(full_text(paragraphs=written, sections=()), PassageKind.PARAGRAPH) == [written[1].text]


def test_passages_name_the_paragraph_they_come_from() -> None:
    one = full_text()
    assert {passage.paragraph for passage in split_into_passages(one)} <= {part.id for part in one.paragraphs}


def test_the_same_decision_gives_the_same_ids_and_all_differ() -> None:
    first, second = split_into_passages(full_text()), split_into_passages(full_text())
    assert [passage.id for passage in first] == [passage.id for passage in second]
    assert len({passage.id for passage in first}) == len(first)


def test_a_changed_heading_is_a_new_passage() -> None:
    ids = {passage.id for passage in split_into_passages(decision())}
    assert ids.isdisjoint(passage.id for passage in split_into_passages(decision(subcategory="Alternative provision")))


def test_a_decision_without_issues_and_text_has_no_passages() -> None:
    assert split_into_passages(decision(findings=(), paragraphs=())) == ()


def test_a_paragraph_on_one_issue_says_so_and_is_headed_by_it() -> None:
    one = full_text()
    of_paragraphs = [passage for passage in split_into_passages(one) if passage.kind is PassageKind.PARAGRAPH]
    issue = one.findings[0].issue
    assert [passage.issue for passage in of_paragraphs] == [issue, None]
    assert of_paragraphs[0].heading == f"{_HEADING}: {issue}"
    assert of_paragraphs[1].heading == f"{_HEADING}: Analysis"


def test_a_paragraph_in_which_two_findings_stand_is_on_no_one_issue() -> None:
    said_in = full_text().findings[0].paragraphs
    issues = (finding("plan issued late", paragraphs=said_in), finding("letters not answered", paragraphs=said_in))
    found = split_into_passages(full_text(findings=issues))
    assert {passage.issue for passage in found if passage.kind is PassageKind.PARAGRAPH} == {None}


def test_all_of_a_section_headed_by_an_issue_is_on_that_issue() -> None:
    issue = full_text().findings[0].issue
    sections = (Section(1, "Summary"), Section(2, "Role", is_standing_text=True), Section(3, f"A) {issue}."))
    found = split_into_passages(full_text(sections=sections))
    assert [passage.issue for passage in found if passage.kind is PassageKind.PARAGRAPH] == [issue, issue]
