"""Files that were harmed: each harm is named by ``verify``, survived by a start, and mended without encoding again."""

from __future__ import annotations

import json
import os
import random
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from assistant import answering
from assistant.answering import Assistant, open_assistant
from assistant.casebook import Casebook
from assistant.errors import CasebookDamaged, RedressError
from assistant.filing import file_decisions
from assistant.settings import Settings
from assistant.starter import read_starter
from assistant.terminal import answer_as_text
from ingest import __main__ as commands
from tests.builders import WordCountEncoder
from tests.stand_in_site import Published, StandInSite
from tests.test_ingest_sources import a_digest_file

QUESTION = "how long did the council take to answer about homelessness"
FETCHED = ("20 100 101", "20 100 102", "20 100 103")
ADDED = ("20 200 001", "20 200 002")
STARTER = 2

Harm = Callable[[Path], object]


@dataclass
class Mended:
    """A home to be harmed, and the encoder that all commands and starts in it use."""

    home: Path
    encoder: WordCountEncoder
    capsys: pytest.CaptureFixture[str]

    def run(self, *arguments: str) -> tuple[int, str]:
        """One command: its exit code, and all that it said."""
        self.capsys.readouterr()
        code = commands.main([*arguments, "--home", str(self.home)])
        told = self.capsys.readouterr()
        assert "Traceback" not in told.out + told.err
        return code, told.out + told.err

    def start(self) -> Assistant:
        """What app.py and the terminal open."""
        return open_assistant(Settings(home=self.home))

    def answers(self) -> list[str]:
        """What a start says to two questions, without the time it took."""
        assistant = self.start()
        try:
            asked = [assistant.ask(QUESTION), assistant.ask(f"Summarise {FETCHED[1]}")]
            near = assistant.index.nearest(self.encoder.encode_questions([QUESTION])[0], 5)
            return [*(answer_as_text(answer) for answer in asked), str([round(cosine, 3) for _, cosine in near])]
        finally:
            assistant.close()

    def fingerprint(self) -> str:
        """Over all that the casebook holds."""
        with closing(Casebook.open(self.home / "casebook.sqlite")) as casebook:
            return casebook.fingerprint()


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with fetched pages, digests of our own, two of the starter, and an index: only to be copied."""
    home = tmp_path_factory.mktemp("mending") / "home"
    encoder = WordCountEncoder()
    published = [
        Published(one, date(2024, 3, 10 + number), story=f"The Council took {number + 7} weeks to answer Miss X.")
        for number, one in enumerate(FETCHED)
    ]
    with pytest.MonkeyPatch.context() as patched, StandInSite(*published).running() as site:
        patched.setenv("REDRESS_SITE", site.address)
        patched.setenv("REDRESS_PAUSE", "0")
        patched.setattr(commands, "open_encoder", lambda *_, **__: encoder)
        patched.setattr(answering.opening, "open_encoder", lambda *_, **__: encoder)
        arguments = ["fetch", "--from", "2024-03-01", "--to", "2024-03-31", "--home", str(home)]
        assert commands.main(arguments) == 0
        digests = a_digest_file(home.parent, *ADDED)
        assert commands.main(["add", str(digests), "--home", str(home)]) == 0
        with closing(Casebook.open(home / "casebook.sqlite")) as casebook:
            file_decisions(casebook, encoder, read_starter()[:STARTER])
        open_assistant(Settings(home=home)).close()
    return home


@pytest.fixture
def mended(
    whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Iterator[Mended]:
    encoder = WordCountEncoder()
    monkeypatch.setattr(commands, "open_encoder", lambda *_, **__: encoder)
    monkeypatch.setattr(answering.opening, "open_encoder", lambda *_, **__: encoder)
    yield Mended(shutil.copytree(whole, tmp_path / "home"), encoder, capsys)


# --------------------------------------------------------------------------- harms


def graph(home: Path) -> Path:
    return next(path for path in (home / "index").iterdir() if path.is_dir())


def table(home: Path) -> Path:
    return next(path for path in (home / "index.passages").iterdir() if path.is_dir())


def cut(path: Path, share: float = 0.5) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])


def spoil(path: Path, *, at: float = 0.0) -> None:
    """Random bytes in the place of those from a share of the file on; its size stays."""
    data = path.read_bytes()
    start = int(len(data) * at)
    path.write_bytes(data[:start] + random.Random(7).randbytes(len(data) - start))  # noqa: S311 -- no secret


def flip(path: Path) -> None:
    """One bit of the last byte."""
    data = bytearray(path.read_bytes())
    data[-1] ^= 1
    path.write_bytes(data)


def change(home: Path, *statements: str) -> None:
    with closing(sqlite3.connect(home / "casebook.sqlite")) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def each_array(harm: Harm) -> Harm:
    def harm_all(home: Path) -> None:
        for path in table(home).iterdir():
            harm(path)

    return harm_all


# What was harmed → how, and what ``verify`` says of it. Of derived files a start makes the right answer by itself.
DERIVED: dict[str, tuple[Harm, str]] = {
    "the index deleted": (lambda home: shutil.rmtree(home / "index"), "the vector index is not there"),
    "its database cut": (lambda home: cut(home / "index" / "chroma.sqlite3"), "where"),
    "its database empty": (lambda home: cut(home / "index" / "chroma.sqlite3", 0), "has 0 bytes"),
    "its database gone": (lambda home: (home / "index" / "chroma.sqlite3").unlink(), "chroma.sqlite3: it is not there"),
    "its database rubbish": (lambda home: spoil(home / "index" / "chroma.sqlite3"), "not what was written"),
    "random bytes in the graph": (lambda home: spoil(graph(home) / "data_level0.bin"), "not what was written"),
    "the graph cut": (lambda home: cut(graph(home) / "data_level0.bin"), "data_level0.bin: it has"),
    "the graph gone": (lambda home: shutil.rmtree(graph(home)), "it is not there"),
    "its state gone": (lambda home: (home / "index" / "state.json").unlink(), "not that of this casebook"),
    "its state rubbish": (lambda home: spoil(home / "index" / "state.json"), "not that of this casebook"),
    "a leftover beside it": (lambda home: (home / "index" / "state.json.new").write_text("{"), "cut short"),
    "the table's state gone": (lambda home: (home / "index.passages" / "state.json").unlink(), "cannot be read"),
    "the table's state cut": (lambda home: cut(home / "index.passages" / "state.json"), "cannot be read"),
    "the table of another casebook": (
        lambda home: (
            (home / "index.passages" / "state.json").write_text(
                (home / "index.passages" / "state.json").read_text().replace('"casebook": "', '"casebook": "0')
            )
            and None
        ),
        "not that of this casebook",
    ),
    "every array cut": (each_array(cut), "numbers.npy: it has"),
    "a bit of every array": (each_array(flip), "numbers.npy: its content is not what was written"),
    "an array gone": (lambda home: (table(home) / "stem_rows.npy").unlink(), "stem_rows.npy: it is not there"),
    "its words cut": (lambda home: cut(table(home) / "words.json"), "words.json: it has"),
    "a leftover of the table": (lambda home: (home / "index.passages" / "half").mkdir(), "cut short"),
    "a leftover file of the table": (
        lambda home: (home / "index.passages" / "state.json.new").write_text("") and None,
        "cut short",
    ),
}


@pytest.fixture(scope="module")
def usual(whole: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[list[str], str]:
    """What a start over the whole home says, and the casebook's fingerprint."""
    home = shutil.copytree(whole, tmp_path_factory.mktemp("usual") / "home")
    encoder = WordCountEncoder()
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(answering.opening, "open_encoder", lambda *_, **__: encoder)
        undisturbed = Mended(home, encoder, None)  # type: ignore[arg-type]  # it runs no command
        return undisturbed.answers(), undisturbed.fingerprint()


Usual = tuple[list[str], str]


@pytest.mark.parametrize("name", DERIVED)
def test_a_derived_file_that_was_harmed_is_named_and_a_start_makes_it_good(
    mended: Mended, usual: Usual, name: str
) -> None:
    harm, said = DERIVED[name]
    harm(mended.home)
    code, told = mended.run("verify")
    assert code == 3
    assert said in told
    assert "`python -m ingest rebuild`" in told
    assert mended.answers() == usual[0]
    assert mended.encoder.texts == []
    assert mended.run("verify") == (0, "7 decisions: everything is whole.\n")


@pytest.mark.parametrize("name", [*list(DERIVED)[::4], "a leftover beside it", "a bit of every array"])
def test_rebuild_makes_derived_files_anew_without_encoding(mended: Mended, usual: Usual, name: str) -> None:
    DERIVED[name][0](mended.home)
    code, told = mended.run("rebuild")
    assert code == 0, told
    assert "7 decisions rebuilt, 0 texts encoded." in told
    assert mended.run("verify")[0] == 0
    assert mended.answers() == usual[0]
    assert mended.encoder.texts == []


ALTER_FETCHED = f"UPDATE paragraphs SET text = 'Altered. ' || text WHERE reference = '{FETCHED[0]}'"

# Harms of the casebook itself that ``rebuild`` mends: how, what ``verify`` says, and how many texts must be encoded.
CASEBOOK: dict[str, tuple[tuple[str, ...], str, int]] = {
    "the keyword index lacks rows": (
        ("DELETE FROM passage_words WHERE rowid IN (SELECT MIN(number) FROM passages)",),
        "1 passages are missing from the keyword index",
        0,
    ),
    "the keyword index has a row too much": (
        ("INSERT INTO passage_words (rowid, issue, text, heading) VALUES (99999, '', 'x', '')",),
        "1 rows of the keyword index belong to no passage",
        0,
    ),
    "the keyword index holds other words": (
        ("UPDATE passage_words SET text = 'other words' WHERE rowid = (SELECT MIN(number) FROM passages)",),
        "hold other words than their passage",
        0,
    ),
    "the keyword index is rubbish": (
        ("UPDATE passage_words_data SET block = randomblob(length(block)) WHERE id > 10",),
        "the keyword index is damaged",
        0,
    ),
    "decisions cannot be browsed": (
        ("DELETE FROM decision_numbers",),
        "cannot be found by browsing",
        0,
    ),
    "a paragraph of a fetched decision altered": ((ALTER_FETCHED,), f"{FETCHED[0]}: paragraph", 0),
    "a fetched decision cannot be read": (
        (f"UPDATE decisions SET outcome = 'Nonsense' WHERE reference = '{FETCHED[2]}'",),
        f"{FETCHED[2]}: cannot be read back",
        0,
    ),
    "a decision of the starter altered": (
        (
            "UPDATE decisions SET body = 'Another Council' WHERE reference NOT LIKE '20 100 %' "
            "AND reference NOT LIKE '20 200 %'",
        ),
        "what is stored is not what was ingested",
        0,
    ),
    "a passage altered": (
        ("UPDATE passages SET text = text || ' altered' WHERE number = (SELECT MIN(number) FROM passages)",),
        "is not the text that was encoded",
        0,
    ),
    "a decision lost its passages": (
        (f"DELETE FROM passages WHERE reference = '{FETCHED[1]}'",),
        "decisions have no passage",
        0,
    ),
    "three vectors gone": (
        ("DELETE FROM vectors WHERE text_hash IN (SELECT text_hash FROM vectors ORDER BY 1 LIMIT 3)",),
        "have no vector",
        3,
    ),
    "a vector of another length": (
        ("UPDATE vectors SET vector = x'0000' WHERE text_hash = (SELECT MIN(text_hash) FROM vectors)",),
        "vectors of 2 different lengths",
        1,
    ),
}


@pytest.mark.parametrize("name", CASEBOOK)
def test_a_harm_to_the_casebook_is_named_and_mended(mended: Mended, usual: Usual, name: str) -> None:
    statements, said, encoded = CASEBOOK[name]
    change(mended.home, *statements)
    code, told = mended.run("verify")
    assert code == 3
    assert said in told
    code, told = mended.run("rebuild")
    assert code == 0, told
    assert mended.run("verify") == (0, "7 decisions: everything is whole.\n")
    assert (mended.answers(), mended.fingerprint()) == usual
    assert len(mended.encoder.texts) == encoded


@pytest.mark.parametrize("name", CASEBOOK)
def test_a_start_with_a_harmed_casebook_answers_or_says_what_to_run(mended: Mended, name: str) -> None:
    change(mended.home, *CASEBOOK[name][0])
    shutil.rmtree(mended.home / "index.passages")  # so that the table is made from what was harmed
    try:
        said = "".join(mended.answers())
    except RedressError as error:
        said = str(error)
        assert "python -m ingest" in said
    assert "Altered" not in said
    assert "Another Council" not in said


def test_an_altered_decision_that_cannot_be_had_again_is_named_with_what_to_do(mended: Mended) -> None:
    change(mended.home, f"UPDATE remedies SET detail = 'x' WHERE reference = '{ADDED[0]}'")
    change(mended.home, f"UPDATE decisions SET body = 'Another Council' WHERE reference = '{ADDED[0]}'")
    assert mended.run("verify")[0] == 3
    code, told = mended.run("rebuild")
    assert code == 3
    assert f"{ADDED[0]}: what is stored is not what was ingested" in told
    assert "add its file again" in told
    assert mended.run("add", str(a_digest_file(mended.home.parent, *ADDED)))[0] == 0
    assert "Another Council" not in "".join(mended.answers())
    assert mended.run("verify") == (0, "7 decisions: everything is whole.\n")


# --------------------------------------------------------------------------- a damaged file


def harm_page(home: Path, *, of: str) -> None:
    """Random bytes over one leaf page of a table, as a bad sector leaves them."""
    path = home / "casebook.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        size = connection.execute("PRAGMA page_size").fetchone()[0]
        root = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (of,)).fetchone()[0]
    data = bytearray(path.read_bytes())
    # The first child of an interior page, else the root itself.
    start = (root - 1) * size
    page = root
    while data[start] == 5:
        first = int.from_bytes(data[start + 12 : start + 14], "big")
        page = int.from_bytes(data[start + first : start + first + 4], "big")
        start = (page - 1) * size
    data[start : start + size] = random.Random(5).randbytes(size)  # noqa: S311 -- no secret
    path.write_bytes(data)


@pytest.mark.parametrize("of", ["paragraphs", "remedies", "passages", "decisions", "sections", "origins"])
def test_what_can_be_read_of_a_damaged_file_is_kept_and_the_rest_taken_in_again(
    mended: Mended, usual: Usual, of: str
) -> None:
    harm_page(mended.home, of=of)
    code, told = mended.run("verify")
    assert code == 3
    assert "casebook.sqlite" in told or "the casebook's file is damaged" in told
    assert "`python -m ingest rebuild`" in told
    code, told = mended.run("rebuild")
    assert "the damaged one is kept as casebook.damaged-1.sqlite" in told
    with closing(Casebook.open(mended.home / "casebook.sqlite")) as casebook:
        assert casebook.verify() == []
        held = {str(one) for one in casebook.references()}
    assert set(FETCHED) <= held, "what was fetched is taken in again"
    assert mended.encoder.texts == [], "and not encoded again"
    # What was added from files and was lost is named.
    assert all(one in held or f"{one}: it was lost" in told for one in ADDED)
    assert code == (0 if set(ADDED) <= held else 3)
    assert mended.run("add", str(a_digest_file(mended.home.parent, *ADDED)))[0] == 0
    if {*ADDED, *FETCHED} <= held:
        assert (mended.answers(), mended.fingerprint()) == usual
    assert mended.encoder.texts == []
    assert mended.run("verify")[0] == 0


def test_a_start_with_a_damaged_file_says_what_to_run(mended: Mended) -> None:
    harm_page(mended.home, of="decisions")
    with pytest.raises(CasebookDamaged, match="python -m ingest rebuild"):
        mended.answers()


def test_a_file_of_which_nothing_can_be_read_is_left_and_told_of(mended: Mended) -> None:
    path = mended.home / "casebook.sqlite"
    spoil(path)
    content = path.read_bytes()
    for command in ("status", "verify", "rebuild"):
        code, told = mended.run(command)
        assert code == 3
        assert "casebook.sqlite" in told
    assert "Move it away" in told
    assert "python -m ingest update" in told
    assert path.read_bytes() == content
    with pytest.raises(RedressError, match="python -m ingest rebuild"):
        mended.start()


def test_a_casebook_made_by_a_newer_program_is_left_alone(mended: Mended) -> None:
    change(mended.home, "PRAGMA user_version = 99")
    content = (mended.home / "casebook.sqlite").read_bytes()
    for command in ("status", "verify", "rebuild"):
        code, told = mended.run(command)
        assert code == 3
        assert "made by a newer Redress" in told
        assert "update Redress" in told
    with pytest.raises(RedressError, match="newer Redress"):
        mended.start()
    assert (mended.home / "casebook.sqlite").read_bytes() == content


def test_while_a_chat_has_it_open_a_damaged_file_is_not_replaced(mended: Mended) -> None:
    assistant = mended.start()
    try:
        harm_page(mended.home, of="remedies")
        code, told = mended.run("rebuild")
        assert code == 3
        assert "Stop that" in told
        assert not (mended.home / "casebook.damaged-1.sqlite").exists()
    finally:
        assistant.close()


# --------------------------------------------------------------------------- fetched pages


def a_page(home: Path) -> Path:
    return sorted((home / "fetched" / "pages").glob("*/*.gz"))[0]


PAGES: dict[str, tuple[Harm, str]] = {
    "the manifest cut": (lambda home: cut(home / "fetched" / "manifest.txt", 0.6), "manifest.txt"),
    "the manifest gone": (lambda home: (home / "fetched" / "manifest.txt").unlink(), "manifest.txt"),
    "the manifest rubbish": (lambda home: spoil(home / "fetched" / "manifest.txt"), "manifest.txt"),
    "a page cut": (lambda home: cut(a_page(home)), "it is cut off or damaged"),
    "a page spoilt": (lambda home: spoil(a_page(home), at=0.5), "it is cut off or damaged"),
    "a page empty": (lambda home: cut(a_page(home), 0), "its first line is not the one that was written"),
    "a page gone": (lambda home: a_page(home).unlink(), "it is not there"),
}


@pytest.mark.parametrize("name", PAGES)
def test_harmed_pages_are_named_and_the_casebooks_copy_stays(mended: Mended, usual: Usual, name: str) -> None:
    harm, said = PAGES[name]
    harm(mended.home)
    code, told = mended.run("verify")
    assert code == 3
    assert said in told
    code, told = mended.run("rebuild")
    assert code == 0
    assert said in told
    assert mended.run("verify") == (0, "7 decisions: everything is whole.\n")
    assert mended.fingerprint() == usual[1]
    assert mended.encoder.texts == []


def test_a_harmed_page_is_fetched_again_by_the_next_fetch(mended: Mended, monkeypatch: pytest.MonkeyPatch) -> None:
    published = [Published(one, date(2024, 3, 10 + number)) for number, one in enumerate(FETCHED)]
    spoil(a_page(mended.home), at=0.5)
    mended.run("rebuild")
    assert not a_page(mended.home).name.startswith(FETCHED[0].replace(" ", "-"))
    with StandInSite(*published).running() as site:
        monkeypatch.setenv("REDRESS_SITE", site.address)
        monkeypatch.setenv("REDRESS_PAUSE", "0")
        assert mended.run("fetch", "--from", "2024-03-01", "--to", "2024-03-31")[0] == 0
    assert a_page(mended.home).name.startswith(FETCHED[0].replace(" ", "-"))
    assert mended.run("verify")[0] == 0


def test_verify_changes_nothing(mended: Mended) -> None:
    spoil(a_page(mended.home), at=0.5)
    spoil(graph(mended.home) / "data_level0.bin")
    flip(table(mended.home) / "vectors.npy")
    before = {path: path.read_bytes() for path in mended.home.rglob("*") if path.is_file()}
    assert mended.run("verify")[0] == 3
    after = {path: path.read_bytes() for path in mended.home.rglob("*") if path.is_file()}
    assert {path for path in before if before[path] != after.get(path)} == set()
    assert json.dumps(sorted(map(str, after.keys() - before.keys()))) in ("[]",) or all(
        path.name.endswith(("-wal", "-shm", ".lock")) for path in after.keys() - before.keys()
    )
    assert os.access(mended.home, os.R_OK)
