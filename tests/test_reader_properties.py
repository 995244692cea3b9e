"""What holds of the reader whatever it is given: it never crashes, loses no word, and takes time in step with the size.

``READER_EXAMPLES=20000 pytest tests/test_reader_properties.py`` tries so many damaged pages, other ones at each run;
without it there are 2,000, the same each time.
"""

from __future__ import annotations

import os
import random
import re
import time
import tracemalloc
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Comment
from hypothesis import example, given, settings
from hypothesis import strategies as st

from assistant.domain import Decision
from assistant.errors import InputError
from assistant.text import find_money, unify_characters
from ingest.forms.decoding import decode
from ingest.forms.saved_page import read_saved_page
from ingest.page import PageReading, read_decision, read_page
from ingest.sources import read_sources
from tests.page_builders import GROWING, a_decision, page_of_nested_lists, site_page
from tests.page_damage import PIECES, damage
from tests.reading_measures import PAGES

_TRIED = int(os.environ.get("READER_EXAMPLES", "2000"))
_AT_RANDOM = "READER_EXAMPLES" not in os.environ

_FILES = tuple(
    path
    for path in sorted(PAGES.rglob("*"))
    if path.suffix in (".txt", ".html", ".mhtml") and not path.name.endswith(".source.html")
)
_PDFS = tuple(sorted(PAGES.rglob("*.pdf")))
_REPORTS = tuple(sorted(path for path in PAGES.glob("*/*") if path.is_dir()))
_HTML = tuple(path for path in _FILES if path.suffix == ".html" and path.parent.name != "other")


def _name(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


@cache
def _bytes_of(path: Path) -> bytes:
    return path.read_bytes()


def _read_or_refuse(data: bytes, name: str = "20-100-001.html") -> PageReading | None:
    """The reading, which must be sound, or None where the reader refused and said why."""
    try:
        reading = read_page(data, name)
    except InputError as error:
        assert str(error).strip()
        return None
    _assert_sound(reading.decision)
    return reading


# --------------------------------------------------------------------------- no input crashes the reader


@settings(max_examples=_TRIED * 7 // 10, derandomize=_AT_RANDOM)
@given(st.sampled_from(_FILES), st.integers(min_value=0, max_value=2**32))
def test_a_damaged_page_is_read_or_refused_and_what_is_read_is_sound(path: Path, number: int) -> None:
    _read_or_refuse(damage(_bytes_of(path), number))


@settings(max_examples=_TRIED // 5, derandomize=_AT_RANDOM)
@given(
    st.sampled_from(
        [b"", b"<!DOCTYPE html><html>", b"\xef\xbb\xbf", b"\xff\xfe", b"%PDF-1.4\n", b"MIME-Version: 1.0\n"]
    ),
    st.binary(max_size=300) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace")),
)
@example(b"", "£".encode() + b"9" * 5000)
def test_any_bytes_are_read_or_refused(start: bytes, rest: bytes) -> None:
    _read_or_refuse(start + rest)


@settings(max_examples=_TRIED // 10, derandomize=_AT_RANDOM)
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=40), max_size=60))
def test_pieces_of_decisions_in_any_order_are_read_or_refused(pieces: list[str]) -> None:
    text = "\n".join(["Northmoor Council (20 100 001)", "Summary: fault.", *pieces])
    _read_or_refuse(text.encode("utf-8", "replace"))


@pytest.mark.parametrize("path", _PDFS, ids=_name)
def test_a_damaged_pdf_is_read_or_refused(path: Path) -> None:
    for number in range(max(5, _TRIED // 200)):
        _read_or_refuse(damage(_bytes_of(path), number))


def test_a_page_cut_at_any_byte_is_read_or_refused() -> None:
    data = _bytes_of(PAGES / "site" / "four_issues_four_results.html")
    for end in range(0, len(data), max(1, len(data) // 150)):
        _read_or_refuse(data[:end])


# Bytes that are half a character in some charsets, and a decision after them.
_BROKEN = b"fault \xa3 \\ud800 +2AA-.\nFinal decision\n- The Council was at fault. \\ud800 +2AA-\n"


@pytest.mark.parametrize(
    "charset", ["utf-7", "idna", "punycode", "unicode_escape", "rot13", "undefined", "hex", "utf-16", "x" * 300, "é"]
)
def test_a_page_that_names_any_charset_is_read_or_refused(charset: str) -> None:
    page = a_decision().replace("<body>", f'<meta charset="{charset}"><body>').encode()
    _read_or_refuse(page + _BROKEN)
    _read_or_refuse(_as_mhtml(page + _BROKEN, charset))
    _read_or_refuse(f'Northmoor Council (20 100 001)\n<meta charset="{charset}">\nSummary: '.encode() + _BROKEN)


@pytest.mark.parametrize(
    "header",
    [
        "Snapshot-Content-Location: http://[::1",
        "Content-Location: =?utf-8?q?=ff=fe?=",
        "Content-Transfer-Encoding: base64",
        "Subject: " + "=?" * 500,
        "Content-Type: text/html; charset*=x'y'%zz; charset*0=a",
    ],
)
def test_a_page_saved_with_a_broken_header_is_read_or_refused(header: str) -> None:
    _read_or_refuse(f"{header}\n".encode() + _as_mhtml(a_decision().encode(), "utf-8"))
    _read_or_refuse(_as_mhtml(a_decision().encode(), "utf-8", part_header=f"{header}\n"))


def _as_mhtml(page: bytes, charset: str, *, part_header: str = "") -> bytes:
    head = (
        'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="--x"\n\n----x\n'
        f"{part_header}Content-Type: text/html; charset={charset}\n\n"
    )
    return head.encode() + page + b"\n----x--\n"


@pytest.mark.parametrize(
    "address",
    [
        "https://www.lgo.org.uk:99999999/decisions/a/b/20-100-001",
        "https://[www.lgo.org.uk/decisions/a/b/20-100-001",
        "//[",
        "https://www.lgo.org.uk/decisions/a/b/20-100-001?chapter=²",
        "https://www.lgo.org.uk/decisions/a/b/20-100-001?chapter=٣",
        "http://\u2100.lgo.org.uk/",
    ],
)
def test_a_page_with_an_address_that_is_none_is_read(address: str) -> None:
    page = a_decision().replace("<body>", f'<link rel="canonical" href="{address}"><body>')
    assert _read_or_refuse(page.encode()) is not None
    text = f"{address}\nNorthmoor Council (20 100 001)\nSummary: fault.\nFinal decision\n- The Council was at fault.\n"
    assert _read_or_refuse(text.encode()) is not None


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("deep.json", b'{"a":' * 100_000),
        ("deep.jsonl", b"[" * 200_000),
        ("deep.html", b"<html>" + b"<div>" * 200_000),
        ("long_number.jsonl", b'{"reference":' + b"9" * 5000 + b"}"),
        ("half_a_character.jsonl", b'{"reference": "20 100 001", "digest": "\\ud800"}'),
        ("no_number.txt", b'{"amount_gbp": NaN}'),
        ("infinite.txt", b'{"amount_gbp": 1e999}'),
        ("scalars.jsonl", b'null\n1\n"x"\n'),
        ("utf16.jsonl", '{"a": 1}'.encode("utf-16")),
        ("marks.txt", b"Summary: x\n" + "\u2028".encode() * 1000),
    ],
)
def test_any_file_is_read_or_set_aside_with_a_reason(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    readings = read_sources([tmp_path / name])
    assert readings.decisions or all(item.reason for item in readings.set_aside)


def _assert_sound(decision: Decision) -> None:
    """Every paragraph has an identity of its own, every finding and remedy stands where it says."""
    text_of = {paragraph.id: unify_characters(paragraph.text) for paragraph in decision.paragraphs}
    assert len(text_of) == len(decision.paragraphs)
    assert [paragraph.ordinal for paragraph in decision.paragraphs] == list(range(1, len(text_of) + 1))
    assert all(1 <= paragraph.section <= len(decision.sections) for paragraph in decision.paragraphs)
    assert {key for finding in decision.findings for key in finding.paragraphs} <= text_of.keys()
    issues = {finding.issue for finding in decision.findings}
    assert all(issues)
    assert len(issues) == len(decision.findings)
    sums_in = {key: {money.pence for money in find_money(text)} for key, text in text_of.items()}
    for remedy in decision.remedies:
        assert remedy.issue is None or remedy.issue in issues
        assert remedy.paragraph in text_of
        assert remedy.amount_pence is None or remedy.amount_pence in sums_in[remedy.paragraph]
        # The points below a sum may say what rate it comes from.
        assert remedy.rate_pence is None or remedy.rate_pence in {
            money for found in sums_in.values() for money in found
        }
        assert not remedy.deadline or remedy.detail is not None or remedy.is_money


# --------------------------------------------------------------------------- no word is lost


@pytest.mark.parametrize("path", [*_FILES, *_PDFS], ids=_name)
def test_a_labelled_page_is_sound(path: Path) -> None:
    _read_or_refuse(_bytes_of(path), path.name)


@pytest.mark.parametrize("path", _HTML, ids=_name)
def test_every_word_of_a_page_of_html_is_kept_or_dropped_with_a_reason(path: Path) -> None:
    _assert_no_word_is_lost(_bytes_of(path), path.name)


@settings(max_examples=max(60, _TRIED // 30), derandomize=_AT_RANDOM)
@given(st.sampled_from(_HTML), st.integers(min_value=0, max_value=2**32))
def test_every_word_of_a_page_whose_elements_are_shuffled_is_kept(path: Path, number: int) -> None:
    lines = _bytes_of(path).decode("utf-8", "replace").splitlines()
    chance = random.Random(number)  # noqa: S311
    for _ in range(8):
        left, right = sorted(chance.choices(range(len(lines)), k=2))
        lines[left:right] = [*lines[left + 1 : right], lines[left]] if right > left + 1 else lines[left:right]
    _assert_no_word_is_lost("\n".join(lines).encode(), "20-100-001.html")


@pytest.mark.parametrize("number", range(6))
def test_every_word_of_a_built_page_is_kept(number: int) -> None:
    _assert_no_word_is_lost(site_page(number).encode(), "page.html")


# What a browser shows to nobody; the reader leaves it out without a word.
_NEVER_SHOWN = re.findall(
    r"\w+",
    "script style noscript template head svg math select textarea iframe object audio video",
)


def _assert_no_word_is_lost(data: bytes, name: str) -> None:
    """Each word that the page shows is in a paragraph, heading, header or dropped line, as often as on the page."""
    reading = _read_or_refuse(data, name)
    if reading is None:
        return
    soup = BeautifulSoup(decode(data, name), "lxml")
    for hidden in soup.find_all(_NEVER_SHOWN):
        hidden.decompose()
    for comment in soup.find_all(string=lambda text: isinstance(text, Comment)):
        comment.extract()
    for block in soup.find_all(_ON_LINES_OF_THEIR_OWN):
        block.insert_before("\n")
        block.insert_after("\n")
    shown, kept = _without_marks(soup.get_text()), _without_marks("\n".join(_everything(reading)))
    lost = Counter(re.sub(r"\s", "", shown)) - Counter(re.sub(r"\s", "", kept))
    assert not lost, f"{name}: lost {''.join(lost.elements())[:80]!r}"
    assert set(re.findall(r"\w+", shown)) <= set(re.findall(r"\w+", kept))


_ON_LINES_OF_THEIR_OWN = re.findall(
    r"\w+",
    """address article aside blockquote br dd dialog div dl dt fieldset footer form h1 h2 h3 h4 h5 h6 header hr legend
    li main nav ol p pre section summary table td th tr ul""",
)
_MARK = re.compile(r"^\s*(?:[-\u2013\u2014*\u2022\u00b7]|\d{1,3}[.)]|\(?(?:[a-z]|[ivx]{1,4})\))\s+", re.MULTILINE)


def _without_marks(text: str) -> str:
    return _MARK.sub("", text.replace("\x00", ""))


def _everything(reading: PageReading) -> list[str]:
    decision = reading.decision
    return [
        *reading.header,
        *(section.heading for section in decision.sections),
        *(paragraph.text for paragraph in decision.paragraphs),
        *(line.text for line in reading.dropped),
        # The line above the text and the label before the summary, which say nothing of the case.
        "The Ombudsman's final decision: The Ombudsman’s final decision: Summary:",
    ]


# --------------------------------------------------------------------------- the same page, the same decision


@settings(max_examples=max(60, _TRIED // 30), derandomize=_AT_RANDOM)
@given(st.sampled_from(_FILES), st.integers(min_value=0, max_value=2**32))
def test_the_same_bytes_give_the_same_decision(path: Path, number: int) -> None:
    data = damage(_bytes_of(path), number)
    assert _read_or_refuse(data) == _read_or_refuse(data)


def test_the_order_of_files_does_not_matter() -> None:
    paths = [path for path in _FILES if path.parent.parent == PAGES and path.parent.name != "other"]
    first = read_sources(paths)
    chance = random.Random(7)  # noqa: S311
    for _ in range(3):
        chance.shuffle(paths)
        other = read_sources(paths)
        assert {d.reference: d for d in other.decisions} == {d.reference: d for d in first.decisions}
        assert {item.place for item in other.set_aside} == {item.place for item in first.set_aside}


@pytest.mark.parametrize("folder", _REPORTS, ids=_name)
def test_the_order_of_a_reports_chapters_does_not_matter(folder: Path) -> None:
    chapters = [read_saved_page(path.read_bytes(), path.name) for path in sorted(folder.iterdir())]
    assert read_decision(chapters).decision == read_decision(chapters[::-1]).decision


@pytest.mark.parametrize("path", _HTML, ids=_name)
def test_a_page_stored_in_another_way_reads_the_same(path: Path) -> None:
    """Other line ends, a mark of the byte order, UTF-16, white space around tags: a browser shows the same page."""
    first = _read_or_refuse(_bytes_of(path), path.name)
    if first is None or b"windows-1252" in _bytes_of(path).lower():
        return
    text = _bytes_of(path).decode("utf-8-sig")
    others = (
        text.replace("\n", "\r\n").encode(),
        b"\xef\xbb\xbf" + text.encode(),
        text.encode("utf-16"),
        re.sub(r"(</(?:p|h2|h3|h4|li|ol|ul)>)", r"\1\n\n  ", text).encode() if "<pre" not in text else b"",
    )
    for other in filter(None, others):
        reading = _read_or_refuse(other, path.name)
        assert reading is not None
        assert reading.decision == first.decision


@pytest.mark.parametrize("path", [path for path in _FILES if path.parent.name != "other"], ids=_name)
def test_a_page_written_out_as_flat_text_reads_the_same(path: Path) -> None:
    """What was understood from markup does not hang on the markup: header, paragraphs, findings and remedies."""
    first = _read_or_refuse(_bytes_of(path), path.name)
    if first is None:
        return
    again = _read_or_refuse(_as_flat_text(first).encode(), path.name)
    assert again is not None
    assert _facts(again.decision) == _facts(first.decision)


def _as_flat_text(reading: PageReading) -> str:
    lines = list(reading.header)
    if not any("final decision" in line.lower() for line in lines):
        lines.append("The Ombudsman's final decision:")
    for section in reading.decision.sections:
        texts = [" ".join(p.text.split()) for p in reading.decision.paragraphs if p.section == section.ordinal]
        if section.heading == "Summary":
            lines += [f"Summary: {text}" for text in texts[:1]]
            texts = texts[1:]
        elif section.heading:
            lines.append(section.heading)
        lines += [f"- {text}" for text in texts]
    return "\n".join(lines)


def _facts(decision: Decision) -> dict[str, object]:
    remedies = Counter((row.kind, row.amount_pence, row.rate_pence, row.status) for row in decision.remedies)
    return {
        "header": (decision.reference, decision.body, decision.category, decision.outcome, decision.decided),
        "paragraphs": [" ".join(paragraph.text.split()) for paragraph in decision.paragraphs],
        "findings": [(finding.issue, finding.result) for finding in decision.findings],
        "remedies": remedies,
    }


# --------------------------------------------------------------------------- time and memory


def _seconds(read: Callable[[], object]) -> float:
    started = time.process_time()
    read()
    return time.process_time() - started


@pytest.mark.parametrize("name", GROWING)
def test_a_page_twice_as_large_takes_about_twice_the_time(name: str) -> None:
    """The best of up to five tries: what else the machine does makes a try slower, and never faster."""
    build, size = GROWING[name]
    once, twice = build(size).encode(), build(2 * size).encode()
    small = large = float("inf")
    for _ in range(5):
        small = min(small, _seconds(lambda: _read_or_refuse(once)))
        large = min(large, _seconds(lambda: _read_or_refuse(twice)))
        if large < 3.0 * small:
            return
    assert large < 3.5 * small, f"{name}: {small:.2f} s for {size}, {large:.2f} s for twice as much"


@pytest.mark.parametrize("name", GROWING)
def test_memory_grows_in_step_with_the_page(name: str) -> None:
    build, size = GROWING[name]
    small, large = (_peak_of(build(many).encode()) for many in (size // 4, size // 2))
    assert large < 3.0 * small
    assert large < 40_000_000


def _peak_of(data: bytes) -> int:
    tracemalloc.start()
    try:
        _read_or_refuse(data)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(("build", "size"), [(page_of_nested_lists, 10_000)])
def test_the_deepest_lists_are_read_whole(build: Callable[[int], str], size: int) -> None:
    reading = _read_or_refuse(build(size).encode())
    assert reading is not None
    assert sum("did not answer letter" in p.text for p in reading.decision.paragraphs) == size
