"""A report in chapters: one decision from several files, in whatever order and under whatever names they come."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest

from assistant.domain import Decision, DocumentKind
from ingest.sources import read_file, read_sources

_HEADER = "Northmoor Council (20 100 001)\nCategory : Housing > Homelessness\nDecision : Upheld\n"
_SUMMARY = (
    "Key to names used\nMs D - the complainant\nReport summary\nHousing: homelessness\n"
    "Ms D complains that the Council left her in a hotel for a year. We have upheld her complaint.\n"
    "Finding\nFault found causing injustice and recommendations made.\nRecommendations\n"
    "The Council has agreed to pay Ms D £1,500 and to apologise to her.\n"
)
_INVESTIGATION = (
    "The complaint\n1. Ms D complains about the way in which the Council housed her.\n"
    "Legal and administrative background\n2. A hotel is suitable for six weeks at most.\n"
    "What we found\nAnalysis\n3. Keeping Ms D in a hotel for a year was fault and caused her distress.\n"
)
_RECOMMENDATIONS = (
    "Recommendations\n4. The Council has agreed that within one month of the date of this report it will:\n"
    "- apologise to Ms D; and\n- pay Ms D £1,500 for her distress.\n"
    "Decision\n5. We have completed our investigation with a finding of fault causing injustice.\n"
)
_CHAPTERS = (_SUMMARY, _INVESTIGATION, _RECOMMENDATIONS)


def chapter_files(folder: Path, *, name: str = "20-100-001_chapter-{}.txt", header: str = _HEADER) -> list[Path]:
    """The three chapters as files of their own."""
    paths = []
    for n, text in enumerate(_CHAPTERS, start=1):
        path = folder / name.format(n)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(header + text, encoding="utf-8")
        paths.append(path)
    return paths


def facts(decision: Decision) -> list[tuple[str, int | None]]:
    return [(paragraph.text, paragraph.printed_number) for paragraph in decision.paragraphs]


def test_chapters_are_one_decision_in_their_order_however_they_arrive(tmp_path: Path) -> None:
    paths = chapter_files(tmp_path)
    expected = read_sources(paths).decisions
    assert [decision.reference.value for decision in expected] == ["20 100 001"]
    assert [number for _, number in facts(expected[0]) if number] == [1, 2, 3, 4, 5]
    for order in permutations(paths):
        readings = read_sources(list(order))
        assert readings.decisions == expected
        assert readings.set_aside == ()
        assert [reading.path for reading in readings.files] == list(order)


def test_the_summary_of_a_report_is_no_second_list_of_its_remedies(tmp_path: Path) -> None:
    (decision,) = read_sources(chapter_files(tmp_path)).decisions
    assert decision.document is DocumentKind.REPORT
    assert [remedy.amount_pence for remedy in decision.remedies if remedy.is_money] == [150_000]


@pytest.mark.parametrize(
    "name",
    [
        "20-100-001?chapter={}.txt",
        "20-100-001%3Fchapter%3D{}.txt",
        "Northmoor 20 100 001 Chapter {}.txt",
        "20-100-001/chapter-{}.txt",
        "20100001_ch{}.txt",
    ],
)
def test_a_chapter_is_known_by_its_name_and_its_reference_too(tmp_path: Path, name: str) -> None:
    chapter_files(tmp_path, name=name, header="")
    readings = read_sources([tmp_path])
    assert [decision.reference.value for decision in readings.decisions] == ["20 100 001"]
    assert len(readings.decisions[0].paragraphs) == 11
    assert not any("chapter" in item.place for item in readings.decisions[0].unread)


def test_a_chapter_is_known_by_the_address_in_its_page(tmp_path: Path) -> None:
    for n, text in enumerate(_CHAPTERS, start=1):
        address = f"https://www.lgo.org.uk/decisions/housing/homelessness/20-100-001?chapter={n}"
        lines = "".join(f"<p>{line}</p>" for line in (_HEADER + text).splitlines())
        page = f'<html><head><link rel="canonical" href="{address}"></head><body>{lines}</body></html>'
        (tmp_path / f"saved {9 - n}.html").write_text(page, encoding="utf-8")
    (decision,) = read_sources([tmp_path]).decisions
    assert [number for _, number in facts(decision) if number] == [1, 2, 3, 4, 5]
    assert decision.url == "https://www.lgo.org.uk/decisions/housing/homelessness/20-100-001"


def test_a_chapter_alone_is_read_and_says_which_are_missing(tmp_path: Path) -> None:
    paths = chapter_files(tmp_path)
    alone = read_file(paths[2]).decisions[0]
    assert [item.place for item in alone.unread if "chapter" in item.place] == ["chapter 1", "chapter 2"]
    assert [number for _, number in facts(alone) if number] == []
    (two,) = read_sources([paths[0], paths[2]]).decisions
    assert [item.place for item in two.unread if "chapter" in item.place] == ["chapter 2"]


def test_the_summary_alone_is_read_with_the_remedies_that_it_tells(tmp_path: Path) -> None:
    alone = read_file(chapter_files(tmp_path)[0]).decisions[0]
    assert [remedy.amount_pence for remedy in alone.remedies if remedy.is_money] == [150_000]


def test_a_chapter_that_comes_twice_counts_once_and_another_text_under_its_number_is_told(tmp_path: Path) -> None:
    paths = chapter_files(tmp_path)
    copy = tmp_path / "again_20-100-001_chapter-2.txt"
    copy.write_text(paths[1].read_text(encoding="utf-8"), encoding="utf-8")
    assert read_sources([*paths, copy]).decisions == read_sources(paths).decisions
    assert read_sources([*paths, copy]).set_aside == ()
    copy.write_text(_HEADER + _INVESTIGATION.replace("Ms D", "Ms E"), encoding="utf-8")
    (told,) = read_sources([*paths, copy]).set_aside
    assert "chapter 2 of 20 100 001 was already read from" in told.reason


def test_chapters_of_two_reports_in_one_folder_stay_apart(tmp_path: Path) -> None:
    chapter_files(tmp_path)
    other = _HEADER.replace("20 100 001", "20 100 002")
    chapter_files(tmp_path, name="20-100-002_chapter-{}.txt", header=other)
    decisions = read_sources([tmp_path]).decisions
    assert [decision.reference.value for decision in decisions] == ["20 100 001", "20 100 002"]
    assert facts(decisions[0]) == facts(decisions[1])
