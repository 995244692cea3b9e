"""Decisions into the casebook: cut into passages, encode what is new, keep.

Both the ingest commands and the starter file through here, so that a decision is the same whichever way it came.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from assistant.casebook import Casebook, Filed, decision_hash
from assistant.domain import Basis, CaseReference, Decision, Fate
from assistant.encoders import Encoder
from assistant.passages import split_into_passages
from assistant.text import content_hash

# Decisions a step: small enough that a kill costs a second or two, large enough to fill the encoder's batches.
_STEP = 32
# Texts a part: what a kill costs at most, and enough for every worker of an encoder.
_PART = 256

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class FilingReport:
    """What became of the decisions given: each is counted once.

    ``kept_full_text`` are digests of decisions whose full text is held already; they change nothing. ``not_reached``
    are those that a stop came before. ``fates`` tells of each decision in the order given.
    """

    added: int = 0
    replaced: int = 0
    unchanged: int = 0
    kept_full_text: int = 0
    not_reached: int = 0
    fates: tuple[tuple[CaseReference, Fate], ...] = field(default=(), compare=False)

    @property
    def total(self) -> int:
        """All decisions given."""
        return self.added + self.replaced + self.unchanged + self.kept_full_text + self.not_reached


def file_decisions(
    casebook: Casebook,
    encoder: Encoder,
    decisions: Sequence[Decision],
    *,
    vectors: Mapping[str, NDArray[np.float32]] | None = None,
    origins: Mapping[CaseReference, str] | None = None,
    on_progress: Progress | None = None,
    should_stop: Callable[[], bool] = lambda: False,
    step: int = _STEP,
) -> FilingReport:
    """Keep the decisions, each whole or not at all; to run it again completes what a kill or a stop cut short.

    ``vectors`` are ready-made vectors by content hash of the encoded text (the starter's). ``origins`` says where each
    came from. ``on_progress`` is called with (done, all) after every step of ``step`` decisions, ``should_stop`` is
    asked before each. Raises EncoderMismatch where the casebook is another encoder's.
    """
    casebook.stamp_encoder(encoder.identity)
    held = casebook.content_hashes([one.reference for one in decisions])
    decisions = _with_known_headers(casebook, decisions, held)
    fates = {one.reference: _judge(one, held.get(one.reference.value)) for one in decisions}
    todo = [one for one in decisions if fates[one.reference] in (Fate.ADDED, Fate.REPLACED)]
    skipped = len(decisions) - len(todo)
    come_from = origins or {}
    for start in range(0, len(todo), step):
        if should_stop():
            fates |= {one.reference: Fate.NOT_REACHED for one in todo[start:]}
            break
        now = todo[start : start + step]
        fates |= _file_step(casebook, encoder, now, held, vectors or {}, come_from)
        if on_progress is not None:
            on_progress(skipped + start + len(now), len(decisions))
    return report_fates([(one.reference, fates[one.reference]) for one in decisions])


def _file_step(
    casebook: Casebook,
    encoder: Encoder,
    decisions: Sequence[Decision],
    held: Mapping[str, tuple[str, str]],
    vectors: Mapping[str, NDArray[np.float32]],
    origins: Mapping[CaseReference, str],
) -> dict[CaseReference, Fate]:
    """File some decisions at once; what became of those that another process changed after they were judged.

    These are judged again by what is ``held`` now: a digest that is only now a full text stays one.
    """
    fates: dict[CaseReference, Fate] = {}
    while decisions:
        ready = [Filed(one, split_into_passages(one), origins.get(one.reference)) for one in decisions]
        expected = {
            name: held[name][0] if name in held else None for name in (one.reference.value for one in decisions)
        }
        given = _missing_vectors(casebook, encoder, ready, vectors)
        # A text that was held may have gone with the last decision that had it; it is encoded, and nothing else again.
        while (left := casebook.file(ready, given, expected=expected, needs_vectors=True)).lacking:
            given |= encode_texts(encoder, {key: text for key, text in _texts(ready).items() if key in left.lacking})
        decisions = [one for one in decisions if one.reference.value in left.overtaken]
        held = casebook.content_hashes([one.reference for one in decisions])
        decisions = _with_known_headers(casebook, decisions, held)
        again = {one.reference: _judge(one, held.get(one.reference.value)) for one in decisions}
        decisions = [one for one in decisions if again[one.reference] in (Fate.ADDED, Fate.REPLACED)]
        fates |= again
    return fates


def report_fates(fates: Sequence[tuple[CaseReference, Fate]]) -> FilingReport:
    """What became of each decision, counted; each may occur once."""
    counts = Counter(fate for _, fate in fates)
    return FilingReport(
        added=counts[Fate.ADDED],
        replaced=counts[Fate.REPLACED],
        unchanged=counts[Fate.UNCHANGED],
        kept_full_text=counts[Fate.KEPT_FULL_TEXT],
        not_reached=counts[Fate.NOT_REACHED],
        fates=tuple(fates),
    )


def encode_anew(casebook: Casebook, encoder: Encoder, *, on_progress: Progress | None = None) -> int:
    """Encode every text of the casebook with this encoder and put the vectors in place at once; returns how many.

    They are kept beside the casebook as they come: a run that was cut short is gone on with by the next, and until
    all are there the casebook has its old ones. Those that were computed another way (at 8 bits) are not gone on with.
    """
    encoded = 0
    way = getattr(encoder, "way", "")
    with casebook.vectors_to_come(f"{encoder.identity}, {way}" if way else encoder.identity) as coming:
        # What another process files meanwhile comes with the encoder that is held, and is encoded in another round.
        while todo := _without(casebook.encoded_texts(), coming.known()):
            done = 0
            for vectors in encode_by_parts(encoder, todo):
                coming.keep(vectors)
                done += len(vectors)
                if on_progress is not None:
                    # Of what was left: what an earlier run did would make the rate look far too high.
                    on_progress(done, len(todo))
            encoded += done
        casebook.replace_vectors(encoder.identity, coming)
    return encoded


def _without(texts: Mapping[str, str], known: Collection[str]) -> dict[str, str]:
    return {key: text for key, text in texts.items() if key not in known}


def encode_texts(
    encoder: Encoder, texts: Mapping[str, str], *, on_progress: Progress | None = None
) -> dict[str, NDArray[np.float32]]:
    """A vector for each text, by its key."""
    vectors: dict[str, NDArray[np.float32]] = {}
    for part in encode_by_parts(encoder, texts):
        vectors |= part
        if on_progress is not None:
            on_progress(len(vectors), len(texts))
    return vectors


def encode_by_parts(encoder: Encoder, texts: Mapping[str, str]) -> Iterator[dict[str, NDArray[np.float32]]]:
    """Vectors by key, a few hundred at a time. Long texts are batched with long ones, which pads least.

    The parts come in no order of length: what is left then takes as long as the rate so far says.
    """
    keys = sorted(texts, key=lambda key: (len(texts[key]), key))
    parts = [keys[start : start + _PART] for start in range(0, len(keys), _PART)]
    for part in sorted(parts, key=lambda part: content_hash(part[0])):
        yield dict(zip(part, encoder.encode_passages([texts[key] for key in part]), strict=True))


def _with_known_headers(casebook: Casebook, decisions: Sequence[Decision], held: Collection[str]) -> Sequence[Decision]:
    """Pages that lost their header, with what is held of it: many captures begin at the text, our digest knows more."""
    bare = [one.reference for one in decisions if _lacks_header(one) and one.reference.value in held]
    known = casebook.decisions(bare)
    return [with_header_of(one, known[one.reference]) if one.reference in known else one for one in decisions]


def _lacks_header(decision: Decision) -> bool:
    """True for a full text without body, category, date or printed outcome."""
    facts = (decision.body, decision.category, decision.decided, decision.url)
    return decision.is_full_text and (None in facts or decision.outcome is None or decision.outcome_inferred)


def with_header_of(decision: Decision, held: Decision) -> Decision:
    """The decision with what its page does not say taken from what is held under its reference; what it says stays."""
    if not _lacks_header(decision):
        return decision
    is_printed = decision.outcome is not None and not decision.outcome_inferred
    knows_outcome = held.outcome is not None and not held.outcome_inferred
    filled = replace(
        decision,
        body=decision.body or held.body,
        category=decision.category or held.category,
        subcategory=decision.subcategory if decision.category else held.subcategory,
        decided=decision.decided or held.decided,
    )
    if not is_printed and knows_outcome:
        filled = replace(filled, outcome=held.outcome, outcome_inferred=False)
    if filled.url is None and held.url is not None:
        filled = replace(filled, url=held.url, url_derived=held.url_derived)
    return filled


def _judge(decision: Decision, held: tuple[str, str] | None) -> Fate:
    if held is None:
        return Fate.ADDED
    content, basis = held
    if basis == Basis.FULL_TEXT and not decision.is_full_text:
        return Fate.KEPT_FULL_TEXT
    return Fate.UNCHANGED if content == decision_hash(decision) else Fate.REPLACED


def _missing_vectors(
    casebook: Casebook, encoder: Encoder, step: Iterable[Filed], ready: Mapping[str, NDArray[np.float32]]
) -> dict[str, NDArray[np.float32]]:
    texts = _texts(step)
    known = casebook.known_vectors(texts)
    found = {key: ready[key] for key in texts if key not in known and key in ready}
    todo = {key: text for key, text in texts.items() if key not in known and key not in found}
    return {**found, **encode_texts(encoder, todo)}


def _texts(step: Iterable[Filed]) -> dict[str, str]:
    return {content_hash(passage.encoded_text): passage.encoded_text for item in step for passage in item.passages}
