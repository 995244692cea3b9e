"""Filing: each decision whole, each text encoded once, and a run that was cut short completed by the next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from assistant.casebook import Casebook
from assistant.domain import CaseReference, Decision, Outcome
from assistant.errors import EncoderMismatch
from assistant.filing import FilingReport, encode_anew, encode_texts, file_decisions
from assistant.passages import split_into_passages
from assistant.text import content_hash
from ingest.build import rebuild_passages
from tests.builders import (
    MISSED_BINS,
    WordCountEncoder,
    decision,
    file_in,
    finding,
    full_text,
    reference,
    remedy,
)

MANY = [decision(number, f"Text number {number} of a digest.") for number in range(1, 101)]


def test_what_is_new_changed_and_unchanged_is_counted_once_each(casebook: Casebook) -> None:
    assert file_in(casebook, decision(1), decision(2), decision(3)) == FilingReport(added=3)
    changed = decision(2, remedies=(remedy(pounds=301),))
    report = file_in(casebook, decision(1), changed, full_text(3), decision(4))
    assert report == FilingReport(added=1, replaced=2, unchanged=1)
    assert report.total == 4
    assert casebook.decisions([reference(2)])[reference(2)] == changed


def test_a_digest_never_takes_the_place_of_a_full_text(casebook: Casebook) -> None:
    file_in(casebook, full_text(1))
    assert file_in(casebook, decision(1)) == FilingReport(kept_full_text=1)
    assert casebook.decisions([reference(1)])[reference(1)] == full_text(1)


def test_a_newer_full_text_takes_the_place_of_an_older_one(casebook: Casebook) -> None:
    file_in(casebook, full_text(1))
    newer = replace(full_text(1), note="read again")
    assert file_in(casebook, newer) == FilingReport(replaced=1)
    assert casebook.decisions([reference(1)])[reference(1)] == newer


def test_a_page_that_lost_its_header_keeps_what_the_digest_knew_of_it(casebook: Casebook) -> None:
    digest = decision(1)
    bare = replace(
        full_text(1),
        category=None,
        subcategory=None,
        decided=None,
        url=None,
        outcome=Outcome.CLOSED,
        outcome_inferred=True,
    )
    file_in(casebook, digest)
    assert file_in(casebook, bare) == FilingReport(replaced=1)
    held = casebook.decisions([reference(1)])[reference(1)]
    assert (held.category, held.subcategory, held.decided) == (digest.category, digest.subcategory, digest.decided)
    assert (held.outcome, held.outcome_inferred) == (digest.outcome, False)
    assert held.paragraphs == bare.paragraphs
    assert file_in(casebook, bare) == FilingReport(unchanged=1)


def test_what_a_page_prints_itself_is_never_changed(casebook: Casebook) -> None:
    printed = replace(full_text(1), category="Housing", subcategory=None, outcome=Outcome.NOT_UPHELD)
    file_in(casebook, decision(1))
    file_in(casebook, printed)
    assert casebook.decisions([reference(1)])[reference(1)] == printed


def test_filing_the_same_again_changes_nothing_and_encodes_nothing(casebook: Casebook) -> None:
    file_in(casebook, *MANY[:5])
    before, at = casebook.fingerprint(), casebook.last_change()
    encoder = WordCountEncoder()
    assert file_in(casebook, *MANY[:5], encoder=encoder) == FilingReport(unchanged=5)
    assert encoder.texts == []
    assert (casebook.fingerprint(), casebook.last_change()) == (before, at)


def test_only_texts_that_have_no_vector_yet_are_encoded(casebook: Casebook) -> None:
    file_in(casebook, decision(1))
    encoder = WordCountEncoder()
    file_in(casebook, decision(2, "Another digest."), encoder=encoder)
    issue, digest = split_into_passages(decision(2, "Another digest."))
    assert encoder.texts == [digest.encoded_text]  # the issue's text is that of the first decision
    assert casebook.known_vectors([content_hash(issue.encoded_text)])


def test_a_text_that_occurs_often_is_encoded_once(casebook: Casebook) -> None:
    encoder = WordCountEncoder()
    file_in(casebook, *MANY, encoder=encoder)
    assert len(encoder.texts) == len(set(encoder.texts)) == 101  # a hundred digests and one issue


def test_ready_made_vectors_are_taken_and_not_made_again(casebook: Casebook) -> None:
    encoder = WordCountEncoder()
    texts = {content_hash(p.encoded_text): p.encoded_text for p in split_into_passages(decision(1))}
    ready = dict.fromkeys(texts, np.full(64, 0.125, dtype=np.float32))
    file_decisions(casebook, encoder, [decision(1)], vectors=ready | {"unused": np.zeros(64, dtype=np.float32)})
    assert encoder.texts == []
    assert np.allclose(casebook.passage_vectors()[1], 0.125)
    assert casebook.known_vectors(["unused"]) == frozenset()


@pytest.mark.parametrize("batches", [0, 1, 2, 3])
def test_a_run_that_was_cut_short_is_completed_by_the_next(tmp_path: Path, batches: int) -> None:
    whole, cut = Casebook.open(tmp_path / "whole.sqlite"), Casebook.open(tmp_path / "cut.sqlite")
    file_in(whole, *MANY)
    with pytest.raises(RuntimeError, match="interrupted"):
        file_in(cut, *MANY, encoder=WordCountEncoder(fails_after=batches))
    assert cut.verify() == []
    assert cut.facts().decisions == batches * 32
    assert file_in(cut, *MANY) == FilingReport(added=100 - batches * 32, unchanged=batches * 32)
    assert cut.fingerprint() == whole.fingerprint()
    whole.close()
    cut.close()


def test_progress_counts_up_to_all_that_was_given(casebook: Casebook) -> None:
    file_in(casebook, *MANY[:10])
    seen: list[tuple[int, int]] = []
    file_decisions(casebook, WordCountEncoder(), MANY, on_progress=lambda done, total: seen.append((done, total)))
    assert seen[-1] == (100, 100)
    assert [done for done, _ in seen] == sorted({done for done, _ in seen})


def test_no_decisions_are_no_work(casebook: Casebook) -> None:
    assert file_in(casebook).total == 0


def test_another_encoder_is_refused_before_anything_is_filed(casebook: Casebook) -> None:
    file_in(casebook, decision(1))
    with pytest.raises(EncoderMismatch):
        file_in(casebook, decision(2), encoder=WordCountEncoder(identity="another/1"))
    assert casebook.references() == (reference(1),)


def test_encoding_anew_gives_every_text_the_new_encoders_vector(casebook: Casebook) -> None:
    file_in(casebook, decision(1), decision(2, "Bins.", findings=(finding(MISSED_BINS),)))
    other = WordCountEncoder(identity="another/1", size=16)
    assert encode_anew(casebook, other) == len(casebook.encoded_texts())
    assert casebook.encoder == "another/1"
    ids, matrix = casebook.passage_vectors()
    for name, row in zip(ids, matrix, strict=True):
        expected = other.encode_passages([casebook.passages([name])[name].encoded_text])[0]
        assert np.allclose(row, expected, atol=1e-3)
    assert casebook.verify() == []


def test_encoding_anew_that_is_cut_short_keeps_the_old_vectors(casebook: Casebook) -> None:
    file_in(casebook, decision(1))
    with pytest.raises(RuntimeError):
        encode_anew(casebook, WordCountEncoder(identity="another/1", fails_after=0))
    assert casebook.encoder == "word-count/1"
    assert casebook.verify() == []


def test_each_vector_belongs_to_its_text_whatever_the_order_of_encoding() -> None:
    texts = {f"key {n}": "word " * (n % 7 + 1) + str(n) for n in range(600)}
    vectors = encode_texts(WordCountEncoder(), texts)
    again = WordCountEncoder()
    assert vectors.keys() == texts.keys()
    assert all(np.array_equal(vectors[key], again.encode_passages([text])[0]) for key, text in texts.items())
    assert encode_texts(again, {}) == {}


def test_encoding_anew_goes_on_where_it_was_cut_short(casebook: Casebook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assistant.filing._PART", 16)
    file_in(casebook, *MANY)
    old = casebook.passage_vectors()[1]
    cut = WordCountEncoder(identity="another/1", size=32, fails_after=3)
    with pytest.raises(RuntimeError, match="interrupted"):
        encode_anew(casebook, cut)
    assert casebook.encoder == "word-count/1" and np.array_equal(casebook.passage_vectors()[1], old)
    shown: list[tuple[int, int]] = []
    rest = WordCountEncoder(identity="another/1", size=32)
    assert encode_anew(casebook, rest, on_progress=lambda done, total: shown.append((done, total))) == 101 - len(
        cut.texts
    )
    assert not set(cut.texts) & set(rest.texts) and len(cut.texts) >= 37
    assert casebook.encoder == "another/1" and casebook.passage_vectors()[1].shape == (200, 32)
    assert shown[0][1] == 101 - len(cut.texts) and shown[-1] == (shown[0][1], shown[0][1])
    assert casebook.verify() == []
    assert not casebook.path.with_name("encoding.sqlite").exists()


def test_what_another_encoder_left_half_done_is_not_gone_on_with(
    casebook: Casebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("assistant.filing._PART", 16)
    file_in(casebook, *MANY)
    with pytest.raises(RuntimeError, match="interrupted"):
        encode_anew(casebook, WordCountEncoder(identity="another/1", size=32, fails_after=3))
    assert encode_anew(casebook, WordCountEncoder(identity="a-third/1", size=48)) == 101
    assert casebook.passage_vectors()[1].shape == (200, 48)


def test_half_done_vectors_that_are_damaged_are_made_again(casebook: Casebook) -> None:
    file_in(casebook, *MANY[:3])
    casebook.path.with_name("encoding.sqlite").write_bytes(b"not a database at all" * 100)
    assert encode_anew(casebook, WordCountEncoder(identity="another/1", size=32)) == 4
    assert casebook.verify() == []


def test_a_decision_that_came_or_went_meanwhile_is_no_gap(casebook: Casebook) -> None:
    class Busy(WordCountEncoder):
        """While it encodes, another process files one decision and takes one out."""

        def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
            if not self.texts:
                file_in(casebook, decision(9, "What came meanwhile."))
                casebook.remove(reference(1))
            return super().encode_passages(texts)

    file_in(casebook, *MANY[:3])
    assert encode_anew(casebook, Busy(identity="another/1", size=32)) == 5
    assert casebook.verify() == []
    assert casebook.passage_vectors()[1].shape == (6, 32)


def test_vectors_that_were_computed_another_way_are_not_gone_on_with(casebook: Casebook) -> None:
    class Way(WordCountEncoder):
        def __init__(self, way: str, *, fails_after: int | None = None) -> None:
            super().__init__(identity="another/1", size=32, fails_after=fails_after)
            self.way = way

    file_in(casebook, *(decision(number, f"A plan came {number} weeks late.") for number in range(1, 400)))
    texts = len(casebook.encoded_texts())
    with pytest.raises(RuntimeError):
        encode_anew(casebook, Way("8 bits", fails_after=1))
    with pytest.raises(RuntimeError):
        encode_anew(casebook, Way("32 bits", fails_after=1))
    same = Way("32 bits")
    assert encode_anew(casebook, same) == texts - 256
    assert casebook.encoder == "another/1"


class Meanwhile(WordCountEncoder):
    """An encoder in whose first work something else happens, as another process would do it."""

    def __init__(self, happening: Callable[[], object]) -> None:
        super().__init__()
        self._happening: list[Callable[[], object]] = [happening]

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """What happens first, then the vectors."""
        while self._happening:
            self._happening.pop()()
        return super().encode_passages(texts)


def test_a_text_whose_last_decision_goes_while_it_is_added_is_encoded_again(casebook: Casebook) -> None:
    file_in(casebook, decision(1, "The same words."))
    encoder = Meanwhile(lambda: casebook.remove(reference(1)))
    both = [decision(2, "The same words."), decision(3, "Other words.")]
    assert file_decisions(casebook, encoder, both) == FilingReport(added=2)
    assert casebook.verify() == []
    assert casebook.texts_without_vector() == {}
    assert sorted(encoder.texts) == sorted(casebook.encoded_texts().values())


def test_a_digest_gives_way_to_a_full_text_that_came_while_it_was_added(casebook: Casebook) -> None:
    encoder = Meanwhile(lambda: file_in(casebook, full_text(1)))
    assert file_decisions(casebook, encoder, [decision(1), decision(2)]) == FilingReport(added=1, kept_full_text=1)
    assert casebook.decisions([reference(1)])[reference(1)] == full_text(1)
    assert casebook.verify() == []


def test_what_was_removed_or_changed_while_it_was_added_is_judged_by_what_is_held_then(casebook: Casebook) -> None:
    file_in(casebook, decision(1), decision(2), decision(3))
    newer = [decision(number, remedies=(remedy(pounds=900 + number),)) for number in (1, 2, 3)]

    def happening() -> None:
        casebook.remove(reference(1))
        file_in(casebook, newer[1])
        casebook.keep_out(reference(3))

    encoder = Meanwhile(happening)
    more = decision(4, "Words that have to be encoded.")
    assert file_decisions(casebook, encoder, [*newer, more]) == FilingReport(added=3, unchanged=1)
    assert casebook.decisions(list(map(reference, (1, 2, 3)))) == {
        reference(1): newer[0],
        reference(2): newer[1],
    }
    assert casebook.verify() == []


def test_cutting_anew_neither_brings_back_nor_undoes_what_happens_meanwhile(
    casebook: Casebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    file_in(casebook, decision(1), decision(2), decision(3))
    newer = decision(2, remedies=(remedy(pounds=999),))
    reading = casebook.decisions

    def read(references: Sequence[CaseReference]) -> dict[CaseReference, Decision]:
        found = reading(references)
        monkeypatch.undo()
        casebook.remove(reference(1))
        file_in(casebook, newer)
        return found

    monkeypatch.setattr(casebook, "decisions", read)
    rebuild_passages(casebook, WordCountEncoder(), encode=False, on_progress=lambda *_: None)
    assert casebook.references() == (reference(2), reference(3))
    assert casebook.decisions([reference(2)])[reference(2)] == newer
    assert casebook.verify() == []
