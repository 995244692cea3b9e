"""Taking in files as a browser sends them: read as from the disk, stored in the background, told file by file."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from assistant.casebook import Casebook
from assistant.domain import Fate, GivenFile, IntakeLimits, IntakeReport, IntakeStage
from assistant.errors import InputError, IntakeBusy
from assistant.starter import STARTER_FILES
from ingest.intake import LIMITS, FileIntake
from ingest.sources import Readings, read_given, read_sources
from tests.builders import WordCountEncoder
from tests.page_builders import a_decision, page_of_nested_lists, site_page
from tests.test_chapters import chapter_files

REPOSITORY = Path(__file__).parents[1]
PAGES = Path(__file__).parent / "pages"
FORMS = (
    "saved/chrome.mhtml",
    "saved/complete_page.html",
    "pdf/printed_statement_licensing.pdf",
    "pdf/scanned.pdf",
    "reports/care_home_top_up_flat.txt",
    "reports/money_taken_in_supported_living.html",
)
BROKEN = {
    "empty.html": b"",
    "binary.txt": b"\x00\x01\x02" * 200,
    "picture.pdf": b"\x89PNG\r\n\x1a\n" + b"x" * 100,
    "cut.jsonl": b'{"reference": "19 018 981", "digest": "The Council',
    "shopping.txt": b"Milk, bread and a pound of apples, to be bought on Tuesday.",
    "archive.html": b"PK\x03\x04" + b"\x00" * 50,
    "half.txt": "Übergröße".encode()[:-4] + b"\xff\xfe\xc3",
}


class SlowEncoder(WordCountEncoder):
    """Encodes no passage before the gate is open; ``is_waiting`` tells that one is asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.gate = threading.Event()
        self.is_waiting = threading.Event()

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row a text, once the gate is open."""
        self.is_waiting.set()
        assert self.gate.wait(20)
        return super().encode_passages(texts)


@pytest.fixture
def intake(casebook: Casebook) -> Iterator[FileIntake]:
    opened = FileIntake(casebook, WordCountEncoder())
    yield opened
    opened.close()


def given(**files: str | bytes) -> list[GivenFile]:
    """Files by name, a double underscore for the dot before the ending."""
    return [
        GivenFile(name.replace("__", "."), text.encode() if isinstance(text, str) else text)
        for name, text in files.items()
    ]


def take(intake: FileIntake, files: Sequence[GivenFile]) -> IntakeReport:
    """Take the files in and wait for the report."""
    intake.begin(files)
    return wait_for_report(intake)


def wait_for_report(intake: FileIntake) -> IntakeReport:
    state, until = intake.state(), time.monotonic() + 30
    while state.report is None and time.monotonic() < until:
        state = intake.wait(state.change, 1)
    assert state.report is not None
    return state.report


def without_folder(readings: Readings, folder: Path) -> tuple[object, ...]:
    """What was read and what was said, with the folder taken from the places."""

    def plain(text: str) -> str:
        return text.replace(f"{folder}{os.sep}", "")

    return (
        [plain(str(one.path)) for one in readings.files],
        [(one.reference, one.paragraphs, one.findings, one.remedies, one.outcome) for one in readings.decisions],
        [[(plain(item.place), plain(item.text), item.reason) for item in one.unread] for one in readings.decisions],
        [(item.title, item.source) for item in readings.news],
        [(plain(item.place), plain(item.reason)) for item in readings.set_aside],
    )


def test_bytes_with_a_name_are_read_and_refused_as_the_file_on_the_disk_is(tmp_path: Path) -> None:
    files = [GivenFile(Path(form).name, (PAGES / form).read_bytes()) for form in FORMS]
    files += [GivenFile(name, data) for name, data in BROKEN.items()]
    files += [GivenFile(path.name, path.read_bytes()) for path in chapter_files(tmp_path / "chapters")]
    files.append(GivenFile("20-100-009.html", a_decision().replace("(20 100 001)", "").encode()))
    folder = tmp_path / "folder"
    folder.mkdir()
    paths = [folder / file.name for file in files]
    for path, file in zip(paths, files, strict=True):
        path.write_bytes(file.data)
    from_disk, from_bytes = read_sources(paths), read_given(files)
    assert len(from_bytes.decisions) >= 5
    assert len(from_bytes.set_aside) >= len(BROKEN)
    assert without_folder(from_bytes, folder) == without_folder(from_disk, folder)
    assert not any(str(tmp_path) in item.place + item.reason for item in from_bytes.set_aside)


def test_what_is_added_is_held_and_told_by_file_with_what_became_of_each(
    intake: FileIntake, casebook: Casebook
) -> None:
    first = take(intake, given(one__html=site_page(1), two__html=site_page(2), broken__html=""))
    assert [[decision.fate for decision in file.decisions] for file in first.files] == [[Fate.ADDED], [Fate.ADDED], []]
    assert first.files[2].set_aside == ("is empty. Nothing was stored.",)
    assert casebook.facts().decisions == 2
    (told,) = first.files[0].decisions
    held = casebook.decisions([told.reference])[told.reference]
    assert (told.body, told.outcome, told.decided) == (held.body, held.outcome, held.decided)

    changed = site_page(2).replace("Council", "Authority")
    second = take(intake, given(one__html=site_page(1), two__html=changed))
    assert [file.decisions[0].fate for file in second.files] == [Fate.UNCHANGED, Fate.REPLACED]
    assert casebook.facts().decisions == 2


def test_a_digest_of_a_decision_held_in_full_is_left_out_and_told_so(intake: FileIntake, casebook: Casebook) -> None:
    (told,) = take(intake, given(page__html=site_page(1))).files[0].decisions
    digest = f'{{"reference": "{told.reference.value}", "digest": "A delay; £100 was paid."}}\n'
    (again,) = take(intake, given(mine__jsonl=digest)).files[0].decisions
    assert again.fate is Fate.KEPT_FULL_TEXT
    assert casebook.decisions([told.reference])[told.reference].is_full_text


def test_the_chapters_of_a_report_given_together_are_one_decision(
    intake: FileIntake, casebook: Casebook, tmp_path: Path
) -> None:
    report = take(intake, [GivenFile(path.name, path.read_bytes()) for path in chapter_files(tmp_path)])
    assert len({decision.reference for file in report.files for decision in file.decisions}) == 1
    assert all(len(file.decisions) == 1 for file in report.files)
    assert casebook.facts().decisions == 1


def test_the_casebook_notes_where_a_decision_came_from_and_keeps_it_when_passages_are_cut_anew(
    intake: FileIntake, casebook: Casebook
) -> None:
    from ingest.build import rebuild_passages

    take(intake, given(one__html=site_page(1), two__html=site_page(2)))
    rebuild_passages(casebook, WordCountEncoder(), encode=False, on_progress=lambda *_: None)
    status = casebook.status()
    assert {(origin.origin, origin.decisions) for origin in status.origins} == {("one.html", 1), ("two.html", 1)}
    assert status.without_origin == 0
    casebook.remove(casebook.references()[0])
    assert len(casebook.status().origins) == 1


def test_a_note_of_what_was_set_aside_goes_when_the_file_is_mended_or_the_note_is_dismissed(
    intake: FileIntake, casebook: Casebook
) -> None:
    take(intake, given(page__html=b"", other__html=b"\x00"))
    assert [note.place for note in casebook.status().set_aside] == ["other.html", "page.html"]
    assert all(note.noted for note in casebook.status().set_aside)
    take(intake, given(page__html=site_page(1)))
    assert [note.place for note in casebook.status().set_aside] == ["other.html"]
    intake.dismiss("other.html")
    assert casebook.status().set_aside == ()


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_set_aside_with_its_reason_and_the_rest_goes_in(
    intake: FileIntake, casebook: Casebook, name: str
) -> None:
    report = take(intake, [GivenFile(name, BROKEN[name]), *given(good__html=site_page(1))])
    (reason,) = report.files[0].set_aside
    assert reason.strip()
    assert "Traceback" not in reason
    assert report.failure == ""
    assert casebook.facts().decisions == 1


HOSTILE_NAMES = {
    "script": ("<script>alert(1)</script>.html", "script>.html"),
    "way up": ("../../etc/passwd", "passwd"),
    "way up on Windows": ("..\\..\\boot.ini", "boot.ini"),
    "turned round": ("statement\u202elmth.exe", "statement<U+202E>lmth.exe"),
    "lines": ("a\r\nb\x00c.html", "a<U+000D><U+000A>b<U+0000>c.html"),
    "half a pair": ("\ud800.html", "<U+D800>.html"),
    "nothing": ("", "a file without a name"),
    "only a folder": ("///", "a file without a name"),
    "dots": ("..", ".."),
}


@pytest.mark.parametrize("case", HOSTILE_NAMES)
def test_hostile_names_are_plain_text_in_the_report_and_in_the_casebook(
    intake: FileIntake, casebook: Casebook, case: str
) -> None:
    name, shown = HOSTILE_NAMES[case]
    report = take(intake, [GivenFile(name, b""), GivenFile(name, site_page(1).encode())])
    assert report.files[0].name == shown
    assert report.files[0].name != report.files[1].name
    assert [note.place for note in casebook.status().set_aside] == [shown]
    assert report.files[1].decisions[0].fate is Fate.ADDED


def test_a_name_of_100_kilobytes_is_cut_to_what_can_be_read(intake: FileIntake) -> None:
    (file,) = take(intake, [GivenFile("n" * 100_000 + ".html", b"")]).files
    assert len(file.name) < 160
    assert file.name.endswith(".html")


@pytest.mark.parametrize(
    "page", [page_of_nested_lists(2_000), "<div>" * 50_000, '{"a":' * 50_000], ids=["lists", "divs", "json"]
)
def test_deep_nesting_is_read_or_set_aside_and_never_a_fault(intake: FileIntake, page: str) -> None:
    report = take(intake, given(deep__html=page))
    assert report.failure == ""
    assert report.files[0].decisions or report.files[0].set_aside


def test_more_than_the_limits_is_refused_before_anything_is_read(casebook: Casebook) -> None:
    limits = IntakeLimits(file_bytes=1000, total_bytes=1500, files=3, endings=LIMITS.endings)
    intake = FileIntake(casebook, WordCountEncoder(), limits=limits)
    refused = {
        "No file": [],
        "4 files are more than the 3": given(**{f"f{n}__txt": b"x" for n in range(4)}),
        "big.txt has": given(big__txt=b"x" * 1001),
        "together": given(a__txt=b"x" * 800, b__txt=b"x" * 800),
    }
    for message, files in refused.items():
        with pytest.raises(InputError, match=message):
            intake.begin(files)
    assert intake.state().run == 0
    intake.close()


def test_one_intake_at_a_time_and_the_casebook_answers_meanwhile(casebook: Casebook) -> None:
    encoder = SlowEncoder()
    intake = FileIntake(casebook, encoder)
    intake.begin(given(one__html=site_page(1)))
    assert encoder.is_waiting.wait(20)
    state = intake.state()
    assert state.progress is not None
    assert (state.progress.stage, state.progress.total) == (IntakeStage.STORING, 1)
    with pytest.raises(IntakeBusy, match="being added already"):
        intake.begin(given(two__html=site_page(2)))
    assert casebook.facts().decisions == 0
    encoder.gate.set()
    assert wait_for_report(intake).files[0].decisions[0].fate is Fate.ADDED
    assert take(intake, given(two__html=site_page(2))).files[0].decisions[0].fate is Fate.ADDED
    intake.close()


def test_a_stop_keeps_the_steps_that_are_stored_and_tells_what_was_not_reached(casebook: Casebook) -> None:
    encoder = SlowEncoder()
    intake = FileIntake(casebook, encoder)
    intake.begin([GivenFile(f"{n}.html", site_page(n).encode()) for n in range(1, 8)])
    assert encoder.is_waiting.wait(20)
    intake.stop()
    encoder.gate.set()
    report = wait_for_report(intake)
    fates = [file.decisions[0].fate for file in report.files]
    assert report.was_stopped
    stored = fates.count(Fate.ADDED)
    assert 1 <= stored <= 2  # the step that was under way
    assert fates == [Fate.ADDED] * stored + [Fate.NOT_REACHED] * (7 - stored)
    assert casebook.facts().decisions == stored
    assert casebook.verify() == []
    again = take(intake, [GivenFile(f"{n}.html", site_page(n).encode()) for n in range(1, 8)])
    assert [file.decisions[0].fate for file in again.files] == [Fate.UNCHANGED] * stored + [Fate.ADDED] * (7 - stored)
    assert not again.was_stopped
    intake.close()


def test_a_stop_while_files_are_read_stores_nothing(casebook: Casebook, monkeypatch: pytest.MonkeyPatch) -> None:
    intake = FileIntake(casebook, WordCountEncoder())
    monkeypatch.setattr(intake, "_tell_read", _stopping(intake, intake._tell_read))
    report = take(intake, given(one__html=site_page(1), two__html=site_page(2)))
    assert (report.was_stopped, report.files, report.failure) == (True, (), "")
    assert casebook.facts().decisions == 0
    intake.close()


def _stopping(intake: FileIntake, tell: object) -> object:
    def stop_then_tell(done: int, total: int) -> None:
        intake.stop()
        tell(done, total)  # type: ignore[operator]  # the method that it stands in for

    return stop_then_tell


def test_a_fault_is_told_in_words_and_the_next_intake_works(
    intake: FileIntake, monkeypatch: pytest.MonkeyPatch
) -> None:
    import ingest.intake as module

    def fail(*_: object, **__: object) -> None:
        raise ValueError("a secret")

    with monkeypatch.context() as changed:
        changed.setattr(module, "store_readings", fail)
        report = take(intake, given(one__html=site_page(1)))
    assert "fault of Redress" in report.failure
    assert "secret" not in report.failure
    assert take(intake, given(one__html=site_page(1))).files[0].decisions[0].fate is Fate.ADDED


_TAKE_IN = """
import sys
from pathlib import Path
from assistant.casebook import Casebook
from assistant.domain import GivenFile
from ingest.intake import FileIntake
from tests.builders import WordCountEncoder

intake = FileIntake(Casebook.open(Path(sys.argv[1])), WordCountEncoder())
state = intake.begin([GivenFile(Path(name).name, Path(name).read_bytes()) for name in sys.argv[2:]])
while state.report is None:
    state = intake.wait(state.change, 10)
    if state.progress is not None:
        print(state.progress.stage, state.progress.done, flush=True)
assert not state.report.failure, state.report.failure
intake.close()
"""


def take_in_a_process(path: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", _TAKE_IN, str(path), *map(str, STARTER_FILES)]
    return subprocess.Popen(command, cwd=REPOSITORY, stdout=subprocess.PIPE, text=True)


def test_killed_in_the_middle_nothing_is_lost_and_a_rerun_completes_it(tmp_path: Path) -> None:
    whole, cut = tmp_path / "whole.sqlite", tmp_path / "cut.sqlite"
    assert take_in_a_process(whole).wait(120) == 0
    for until in (40, 300):
        process = take_in_a_process(cut)
        assert process.stdout is not None
        for line in process.stdout:
            stage, done = line.split()
            if stage == "storing" and int(done) >= until:
                break
        process.send_signal(signal.SIGKILL)
        process.wait(30)
        book = Casebook.open(cut)
        assert until <= book.facts().decisions < 1403
        assert book.verify() == []
        book.close()
    assert take_in_a_process(cut).wait(120) == 0
    books = [Casebook.open(path) for path in (whole, cut)]
    assert books[0].fingerprint() == books[1].fingerprint()
    for book in books:
        book.close()
