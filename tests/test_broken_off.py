"""Files that break off, and pages that are not what they look like: nothing of them is taken for whole, or for ours."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from assistant.domain import Decision
from assistant.errors import InputError
from ingest.page import read_page
from ingest.sources import read_sources
from tests.page_builders import a_decision
from tests.test_page_forms import a_page

_WHOLE = a_decision()
_IN_TEXT = _WHOLE[: _WHOLE.index("Agreed action")]


def read(page: str) -> Decision:
    return read_page(page.encode(), "20-100-001.html").decision


# --------------------------------------------------------------------------- files that break off


@pytest.mark.parametrize(
    "page",
    [_IN_TEXT, _IN_TEXT + "Agreed action</h3><p>The Council will pay", _IN_TEXT + '</h3><p class="la'],
    ids=["behind a section", "in a sentence", "in a tag"],
)
def test_a_page_that_breaks_off_is_read_in_part_and_says_so(page: str) -> None:
    decision = read(page)
    (note,) = decision.unread
    assert note.place == "the end of the page"
    assert decision.paragraphs[-1].text.endswith(note.text)
    assert "remedies may be missing" in note.reason


@pytest.mark.parametrize(
    "page",
    [
        _WHOLE,
        _WHOLE.replace("</body></html>", ""),
        _WHOLE.replace("<!DOCTYPE html><html>", "").replace("</html>", ""),
        _IN_TEXT[_IN_TEXT.index("<h2>") :] + "Agreed action</h3><p>Pay Mr A £100.",
    ],
    ids=["as the site has it", "without the ends that may be left out", "without the root", "a part, copied"],
)
def test_a_page_that_was_shortened_by_rule_is_whole(page: str) -> None:
    assert read(page).unread == ()


@pytest.mark.parametrize("last", ["(20 100 001)", '<span class="label">Decision', "final decision:"])
def test_a_page_that_breaks_off_before_its_case_is_told_is_refused(last: str) -> None:
    page = _WHOLE[: _WHOLE.index(last) + len(last)]
    with pytest.raises(InputError, match=r"20-100-001\.html: the file breaks off before .* Nothing was stored"):
        read(page)


@pytest.mark.parametrize("names", [("a.html", "b.html"), ("b.html", "a.html")], ids=["cut first", "whole first"])
def test_of_two_copies_the_whole_one_is_kept(tmp_path: Path, names: tuple[str, str]) -> None:
    cut, whole = (tmp_path / name for name in names)
    cut.write_text(_IN_TEXT, encoding="utf-8")
    whole.write_text(_WHOLE, encoding="utf-8")
    readings = read_sources([tmp_path])
    assert readings.decisions == (read(_WHOLE),)
    (aside,) = readings.set_aside
    assert aside.place == str(cut) and str(whole) in aside.reason


# --------------------------------------------------------------------------- pages of others


@pytest.mark.parametrize(
    ("host", "said"),
    [
        ("www.housing-ombudsman.org.uk", "Housing Ombudsman"),
        ("www.ombudsman.org.uk", "Parliamentary and Health Service"),
        ("www.spso.org.uk", "another nation"),
        ("www.ombudsman.wales", "another nation"),
    ],
)
def test_a_page_at_another_ombudsman_is_not_ours_whatever_its_headings(host: str, said: str) -> None:
    link = f'<html><head><link rel="canonical" href="https://{host}/decisions/20-100-001"></head>'
    with pytest.raises(InputError, match=said):
        read(_WHOLE.replace("<html>", link))


@pytest.mark.parametrize("host", ["www.lgo.org.uk", "mirror.example", "housing-ombudsman.org.uk.mirror.example", "["])
def test_a_page_at_any_other_address_is_read(host: str) -> None:
    link = f'<html><head><link rel="canonical" href="https://{host}/20-100-001"></head>'
    assert read(_WHOLE.replace("<html>", link)) == read(_WHOLE)


# --------------------------------------------------------------------------- headers that cannot be right


@pytest.mark.parametrize(
    ("first_line", "other"),
    [
        ("Northmoor Council (20 100 001 and 20 100 002)", "20 100 002"),
        ("Eastbeck Borough Council (20 100 002)\nNorthmoor Council (20 100 001)", "20 100 002"),
        ("Northmoor Trust (20 100 001a)\nNorthmoor Council (20 100 001)", "20 100 001a"),
    ],
    ids=["on one line", "a body each", "a letter"],
)
def test_a_header_with_a_second_reference_names_it(first_line: str, other: str) -> None:
    decision = read(a_page(first_line=first_line))
    assert decision.reference.value == "20 100 001"
    (note,) = decision.unread
    assert other in note.text
    assert note.reason.startswith(f"names {other} too, and the decision is held under 20 100 001 alone")


@pytest.mark.parametrize(
    ("printed", "decided"),
    [
        ("03 Mar 2020", date(2020, 3, 3)),
        ("31 Dec 2030", date(2030, 12, 31)),
        ("03 Mar 2019", None),
        ("03 Mar 2091", None),
    ],
)
def test_a_date_that_no_such_complaint_can_have_is_left_out_and_told(printed: str, decided: date | None) -> None:
    decision = read(a_page(header=f"Category : Housing > Allocations\nDecision : Upheld\nDecision date : {printed}"))
    assert decision.decided == decided
    assert [note.place for note in decision.unread] == ([] if decided else ["header, Decision date"])
