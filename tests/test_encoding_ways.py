"""The ways to compute vectors: the same as torch's or near them, from a file that is whole or made again."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from assistant.encoders import SentenceEncoder, open_encoder
from assistant.encoders.kept import KeptModel, NotMade, describe_making, keep_model
from assistant.encoders.opening import has_vnni
from assistant.encoders.weights import Weights
from assistant.settings import Encoding, Settings

TEXTS = [
    "The council delayed issuing the final plan by seven months.",
    "missed bin collections",
    "",
    "Northmoor Council should pay Mrs X £250 for distress. " * 60,  # longer than the model reads
    "§9 “ümlaut” 🗑",
    *(f"It should apologise within {weeks} weeks." for weeks in range(1, 30)),
]
MADE_WITH = {"weights": "abc", "torch": "1"}


@pytest.fixture(scope="module")
def open_way() -> Callable[..., SentenceEncoder]:
    """Each way once; they share the file that the first of this run made."""
    opened: dict[object, SentenceEncoder] = {}

    def open_one(way: Encoding, threads: int = 1) -> SentenceEncoder:
        if (way, threads) not in opened:
            opened[way, threads] = open_encoder(Settings(home=Path("unused"), encoding=way, threads=threads))
        return opened[way, threads]

    return open_one


def test_onnx_runtime_makes_the_vectors_that_torch_makes(open_way: Callable[..., SentenceEncoder]) -> None:
    exact, reference = open_way(Encoding.AUTO), open_way(Encoding.REFERENCE)
    assert np.abs(exact.encode_passages(TEXTS) - reference.encode_passages(TEXTS)).max() < 1e-5
    assert np.abs(exact.encode_questions(TEXTS[:1]) - reference.encode_questions(TEXTS[:1])).max() < 1e-5
    assert exact.identity == reference.identity and exact.note == ""


def test_several_workers_give_every_text_its_own_vector(open_way: Callable[..., SentenceEncoder]) -> None:
    alone, together = open_way(Encoding.EXACT), open_way(Encoding.EXACT, threads=3)
    assert np.allclose(alone.encode_passages(TEXTS), together.encode_passages(TEXTS), atol=1e-5)


def test_eight_bits_move_a_passage_a_little_and_a_question_not_at_all(open_way: Callable[..., SentenceEncoder]) -> None:
    exact, quick = open_way(Encoding.EXACT), open_way(Encoding.QUICK)
    ours, theirs = quick.encode_passages(TEXTS), exact.encode_passages(TEXTS)
    cosines = (ours * theirs).sum(axis=1)
    assert np.array_equal(quick.encode_questions(TEXTS[:1]), exact.encode_questions(TEXTS[:1]))
    assert np.allclose(np.linalg.norm(ours, axis=1), 1.0, atol=1e-5)
    if has_vnni():
        assert cosines.min() > 0.95 and cosines.mean() > 0.98 and cosines.min() < 0.99999
        assert quick.note == ""
    else:
        assert np.array_equal(ours, theirs)
        assert quick.note.startswith("Passages are encoded at 32 bits, and not at 8: this processor")


def test_once_its_file_is_made_torch_is_not_imported(open_way: Callable[..., SentenceEncoder]) -> None:
    open_way(Encoding.AUTO).load()
    program = (
        "import sys; from pathlib import Path; from assistant.encoders import open_encoder; "
        "from assistant.settings import Settings; encoder = open_encoder(Settings(home=Path('unused'))); "
        "assert encoder.encode_questions(['late plan']).shape == (1, 384); "
        "print(sorted({'torch', 'transformers', 'sentence_transformers', 'onnx'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_where_the_file_cannot_be_made_torch_encodes_and_that_is_said(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "cache").write_text("a file where a folder should be")
    encoder = open_encoder(Settings(home=tmp_path, cache=tmp_path / "cache"))
    assert encoder.encode_questions(["late plan"]).shape == (1, 384)
    assert encoder.note.startswith("Texts are encoded by torch, which takes longer: its file cannot be kept in")
    assert caplog.messages == [encoder.note]


@pytest.mark.parametrize(
    ("flags", "expected"),
    [
        ("flags\t\t: fpu sse2 avx2 avx512_vnni amx_int8", True),
        ("flags\t\t: fpu avx2 avx_vnni", True),
        ("flags\t\t: fpu sse2 avx2 avx512f avx512_vnni_of_another_kind", False),
        ("Features\t: fp asimd asimddp", False),
        ("", False),
    ],
    ids=["server", "laptop", "no such instructions", "ARM: not measured", "nothing told"],
)
def test_eight_bits_are_used_only_where_the_processor_says_it_can(tmp_path: Path, flags: str, expected: bool) -> None:
    (tmp_path / "cpuinfo").write_text(f"processor\t: 0\n{flags}\n")
    assert has_vnni(tmp_path / "cpuinfo") is expected
    assert has_vnni(tmp_path / "missing") is False


# --------------------------------------------------------------------------- the kept file


class Maker:
    """Writes a file as the conversion does, and counts."""

    def __init__(self) -> None:
        self.made = 0

    def __call__(self, path: Path) -> int:
        """A file of seven bytes, and the 256 tokens of the bundled model."""
        self.made += 1
        path.write_bytes(b"a model")
        return 256


def test_a_file_is_made_once_and_then_found(tmp_path: Path) -> None:
    maker = Maker()
    first = keep_model(tmp_path / "cache", "model", MADE_WITH, maker)
    assert first == KeptModel(tmp_path / "cache" / "model.onnx", 256)
    assert keep_model(tmp_path / "cache", "model", MADE_WITH, maker) == first
    assert (maker.made, first.path.read_bytes()) == (1, b"a model")


@pytest.mark.parametrize(
    "spoil",
    [
        lambda folder: (folder / "model.onnx").write_bytes(b"a mod"),
        lambda folder: (folder / "model.onnx").unlink(),
        lambda folder: (folder / "model.json").unlink(),
        lambda folder: (folder / "model.json").write_text("{"),
        lambda folder: (folder / "model.json").write_text("{}"),
    ],
    ids=["cut short", "file gone", "record gone", "record cut short", "record of something else"],
)
def test_a_damaged_file_is_made_again(tmp_path: Path, spoil: Callable[[Path], object]) -> None:
    maker = Maker()
    keep_model(tmp_path, "model", MADE_WITH, maker)
    spoil(tmp_path)
    found = keep_model(tmp_path, "model", MADE_WITH, maker)
    assert (maker.made, found.path.read_bytes()) == (2, b"a model")


def test_a_file_of_other_versions_or_other_weights_is_made_again(tmp_path: Path) -> None:
    maker = Maker()
    for made_with in (MADE_WITH, MADE_WITH | {"torch": "2"}, MADE_WITH | {"weights": "def"}):
        keep_model(tmp_path, "model", made_with, maker)
    assert maker.made == 3


def test_what_a_kill_left_is_no_file(tmp_path: Path) -> None:
    def killed(path: Path) -> int:
        path.write_bytes(b"half a mo")
        raise KeyboardInterrupt

    maker = Maker()
    with pytest.raises(KeyboardInterrupt):
        keep_model(tmp_path, "model", MADE_WITH, killed)
    (tmp_path / "model.building.onnx").write_bytes(b"half a mo")  # as a kill that cannot be caught leaves it
    assert keep_model(tmp_path, "model", MADE_WITH, maker).path.read_bytes() == b"a model"
    assert sorted(path.name for path in tmp_path.iterdir() if path.suffix != ".lock") == ["model.json", "model.onnx"]


def test_a_full_disk_is_a_reason_and_leaves_nothing(tmp_path: Path) -> None:
    def fill(path: Path) -> int:
        path.write_bytes(b"half a mo")
        raise OSError(28, "No space left on device")

    with pytest.raises(NotMade, match=r"its file cannot be kept in .* \(No space left on device\)"):
        keep_model(tmp_path, "model", MADE_WITH, fill)
    assert [path.name for path in tmp_path.iterdir() if path.suffix != ".lock"] == []


def test_a_missing_package_is_a_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assistant.encoders.kept._MAKERS", ("onnx", "no-such-package"))
    with pytest.raises(NotMade, match="the package no-such-package is not installed"):
        describe_making(Weights(Path("unused"), "abc", "model/abc"), bits=32)
