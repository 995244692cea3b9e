"""How people say it beside how decisions word it → ``assistant/encoders/wordings.npz``, the map of questions.

    python -m tests.evaluation.mapping            learn the map anew, from all of wordings.jsonl
    python -m tests.evaluation.mapping --folds    print what it finds of grievances that it was not learned from
    python -m tests.evaluation.mapping --unseen   print how questions fare on decisions that it was not learned from

Run it after a change of the wordings, and ``tests.evaluation.training`` after it: two minutes, the folds three, the
unseen decisions five. The map is full but held near to none (a ridge): what is asked moves a little, passages never do.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

import assistant.encoders
from assistant.domain import Decision, PassageKind
from assistant.encoders import Encoder, open_encoder
from assistant.encoders.wordings import WORDINGS_MAP, put_in_decisions_words
from assistant.passages import split_into_passages
from assistant.settings import Settings
from assistant.starter import read_starter
from tests.evaluation.asking import fingerprint
from tests.evaluation.measures import mean

WORDINGS = Path(__file__).with_name("wordings.jsonl")
# What the five wordings of an issue are, in order.
KINDS = ("told", "an event", "in a search box", "a story", "an adviser's")
PLACE = Path(assistant.encoders.__file__).with_name(WORDINGS_MAP)

Vectors = NDArray[np.float32]

# Chosen by grievances left out (docs/ranking.md): twice or half of any differs by less than 0.01.
_RIDGE, _TEMPERATURE, _ROUNDS, _AT_ONCE, _STEP = 300.0, 0.03, 10, 1024, 2e-3
# Issues worded so much alike may be one grievance under two names: they are not held to be apart.
_ALIKE = 0.8
_FOLDS, _FIRST = 5, 10


@dataclass(frozen=True)
class Wording:
    """An issue as a decision words it, under its drawer, with the grievance that it is and what people say of it."""

    reference: str
    place: str
    issue: str
    grievance: str
    said: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Pairs:
    """What the map is learned from: one row an issue, and one row a thing said with the ``owner`` (row) it is said of.

    ``passages`` are the issues under their drawer, as they are stored, ``issues`` their words alone, ``texts`` the text
    of a decision that has the issue; ``grievances`` has one number a grievance.
    """

    passages: Vectors
    issues: Vectors
    texts: Vectors
    grievances: NDArray[np.int64]
    said: Vectors
    owner: NDArray[np.int64]

    def of(self, chosen: NDArray[np.bool_]) -> Pairs:
        """Those of some issues (one entry each)."""
        new, kept = np.cumsum(chosen) - 1, chosen[self.owner]
        return Pairs(
            self.passages[chosen],
            self.issues[chosen],
            self.texts[chosen],
            self.grievances[chosen],
            self.said[kept],
            new[self.owner[kept]],
        )


def read_wordings(path: Path = WORDINGS) -> tuple[Wording, ...]:
    """The wordings, in order."""
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return tuple(
        Wording(
            line["reference"],
            " > ".join(part for part in (line["category"], line["subcategory"]) if part),
            line["issue"],
            line["grievance"],
            tuple(line["said"]),
        )
        for line in lines
    )


def encode_pairs(wordings: Sequence[Wording], encoder: Encoder) -> Pairs:
    """The pairs of these wordings; a grievance's own name is one of the things said of each of its issues."""
    numbers = {name: n for n, name in enumerate(sorted({one.grievance for one in wordings}))}
    decisions = {one.reference.value: one for one in read_starter()}
    said = [(text, n) for n, one in enumerate(wordings) for text in (*one.said, one.grievance)]
    # As passages: a question would have the map of today on it already.
    return Pairs(
        encoder.encode_passages([f"{one.place}. {one.issue}" if one.place else one.issue for one in wordings]),
        encoder.encode_passages([one.issue for one in wordings]),
        encoder.encode_passages([_text_of(decisions[one.reference]) for one in wordings]),
        np.array([numbers[one.grievance] for one in wordings]),
        encoder.encode_passages([text for text, _ in said]),
        np.array([n for _, n in said]),
    )


def _text_of(decision: Decision) -> str:
    """The first passage of a decision that is not one of its issues."""
    return next(one.encoded_text for one in split_into_passages(decision) if one.kind is not PassageKind.ISSUE)


def learn_map(pairs: Pairs) -> Vectors:
    """The map: what is said shall be nearer to the issues of its grievance than to all others. The same pairs, one map.

    Among many, as in a search: of all issues, those of the grievance shall have the most of the probability. The same
    of the texts: without them a map does well for short issues and less well for the paragraphs of a full text.
    """
    import torch

    torch.manual_seed(0)
    said, owner = torch.from_numpy(pairs.said), torch.from_numpy(pairs.owner)
    targets = [torch.from_numpy(one) for one in (pairs.passages, pairs.issues, pairs.texts)]
    same = torch.from_numpy(pairs.grievances[:, None] == pairs.grievances[None, :])
    unsure = (targets[1] @ targets[1].T > _ALIKE) & ~same
    right = torch.log(same.float() + 1e-12)
    mapped = torch.zeros(said.shape[1], said.shape[1], requires_grad=True)
    optimiser = torch.optim.Adam([mapped], lr=_STEP)
    for _ in range(_ROUNDS):
        for chosen in torch.randperm(len(said)).split(_AT_ONCE):  # type: ignore[no-untyped-call]
            asked = torch.nn.functional.normalize(said[chosen] + said[chosen] @ mapped, dim=1)
            loss = _RIDGE / len(said) * (mapped**2).sum()
            for target in targets:
                nearness = (asked @ target.T / _TEMPERATURE).masked_fill(unsure[owner[chosen]], -1e4)
                shares = torch.log_softmax(nearness, dim=1) + right[owner[chosen]]
                loss = loss - torch.logsumexp(shares, dim=1).mean()
            optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]  # torch's own has no types
            optimiser.step()
    return np.asarray(mapped.detach().numpy(), dtype=np.float32)


def write_map(mapped: Vectors, encoder: Encoder, place: Path = PLACE) -> None:
    """Keep the map, at 16 bits, with the encoder whose vectors it is for and the wordings it was learned from."""
    np.savez_compressed(
        place,
        map=mapped.astype(np.float16),
        encoder=np.array(encoder.identity),
        wordings=np.array(fingerprint(WORDINGS)),
    )


# --------------------------------------------------------------------------- what it is worth


def find_left_out(pairs: Pairs) -> dict[str, tuple[NDArray[np.float64], NDArray[np.float64]]]:
    """For each kind of wording the measures without and with the map, of grievances that it was not learned from.

    The measures are the share whose nearest issue is of the grievance, and how many of its issues are among the first
    ten (of as many as could be).
    """
    fold = np.random.default_rng(0).permutation(pairs.grievances.max() + 1) % _FOLDS
    found: dict[str, list[tuple[float, float, float, float]]] = {kind: [] for kind in KINDS}
    for number in range(_FOLDS):
        is_out = fold[pairs.grievances] == number
        mapped = learn_map(pairs.of(~is_out))
        # The name of a grievance is no wording that somebody would ask in.
        rows = [int(n) for n in np.flatnonzero(is_out[pairs.owner]) if n % (len(KINDS) + 1) < len(KINDS)]
        plain = _measure(pairs, rows, pairs.said[rows])
        moved = _measure(pairs, rows, put_in_decisions_words(pairs.said[rows], mapped))
        for row, before, after in zip(rows, plain, moved, strict=True):
            found[KINDS[row % (len(KINDS) + 1)]].append((*before, *after))
    return {
        kind: (np.mean(values, axis=0)[:2], np.mean(values, axis=0)[2:]) for kind, values in found.items() if values
    }


def _measure(pairs: Pairs, rows: Sequence[int], asked: Vectors) -> list[tuple[float, float]]:
    nearness = asked @ ((pairs.passages + pairs.issues) / 2).T
    measured = []
    for row, near in zip(rows, nearness, strict=True):
        grievance = pairs.grievances[pairs.owner[row]]
        first = pairs.grievances[np.argsort(-near, kind="stable")[:_FIRST]] == grievance
        held = min(_FIRST, int((pairs.grievances == grievance).sum()))
        measured.append((float(first[0]), float(first.sum()) / held))
    return measured


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the map, or print what it is worth."""
    parser = argparse.ArgumentParser(prog="python -m tests.evaluation.mapping", description=__doc__.split("\n\n")[0])
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--folds", action="store_true", help="print cross-validation by grievance; write nothing")
    which.add_argument("--unseen", action="store_true", help="print answers from unseen decisions; write nothing")
    options = parser.parse_args(arguments)
    encoder = open_encoder(Settings(home=Path("unused")))
    wordings = read_wordings()
    pairs = encode_pairs(wordings, encoder)
    if options.folds:
        _print_folds(pairs)
    elif options.unseen:
        from tests.evaluation.unseen import print_unseen

        print_unseen(wordings, pairs)
    else:
        write_map(learn_map(pairs), encoder)
        print(f"Wrote {WORDINGS_MAP}, from {len(pairs.said):,} wordings of {len(wordings):,} issues.")
    return 0


def _print_folds(pairs: Pairs) -> None:
    print(f"{'grievances left out':24}{'nearest is right':>24}{'of the first ten':>24}")
    found = find_left_out(pairs)
    show: Callable[[float, float], str] = lambda before, after: f"{before:.3f} → {after:.3f}"  # noqa: E731
    for kind, (before, after) in found.items():
        print(f"{kind:24}{show(before[0], after[0]):>24}{show(before[1], after[1]):>24}")
    parts = [[value[when][which] for value in found.values()] for which in (0, 1) for when in (0, 1)]
    print(f"{'all':24}{show(mean(parts[0]), mean(parts[1])):>24}{show(mean(parts[2]), mean(parts[3])):>24}")


if __name__ == "__main__":
    sys.exit(main())
