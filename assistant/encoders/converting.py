"""Weights → a model file for ONNX Runtime, at 32 bits or with its multiplications at 8, proved against torch.

This is the slow step, done once: it loads torch. What it made is compared with torch on texts of all kinds before it
is kept, so that a model that cannot be told in this way (another tokeniser, a prompt) is never used in another form.
"""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from assistant.encoders.kept import KeptModel, NotMade
from assistant.encoders.reference import encode_with, load_model
from assistant.encoders.runtime import Session
from assistant.encoders.weights import Weights
from assistant.errors import EncoderError

if TYPE_CHECKING:
    import torch
    from sentence_transformers import SentenceTransformer

_OPSET = 17
# No number of a vector may be further from torch's. Measured: 2.7e-7; keeping vectors at 16 bits moves them by 1e-4.
_EXACT = 1e-5
# The least cosine to the exact vector. Measured over the starter's texts: mean 0.993, least 0.982.
_NEAR = 0.95
# Our own words: short, long beyond what the model reads, in capitals, accented, empty, with signs.
_PROBES = (
    "late education plan",
    "The council delayed issuing the final plan by seven months, which caused distress and missed provision.",
    "MISSED BIN COLLECTIONS AT NORTHMOOR COUNCIL",
    "Café bills of £1,250.50 (see paragraph 12); “the fault” was §9’s ümlaut 🗑",
    "",
    "It should pay what it owes. " * 120,
)


def write_exact(weights: Weights, path: Path) -> int:
    """Write the model at 32 bits, prove it, and return the number of tokens it reads. Raises NotMade, OSError."""
    model = load_model(weights.folder, threads=1)
    longest = int(model.max_seq_length or 0)
    if not longest or model.default_prompt_name:
        raise NotMade("the model has a prompt, or no length that texts are cut to")
    try:
        _export(model, path)
        made = Session(KeptModel(path, longest), weights.folder).encode(list(_PROBES))
    except (ImportError, RuntimeError, ValueError, EncoderError) as error:
        raise NotMade(f"the model cannot be written in the form of ONNX ({_first_line(error)})") from error
    furthest = float(np.abs(made - encode_with(model, _PROBES)).max())
    if not furthest <= _EXACT:
        raise NotMade(f"its vectors would not be those of the model ({furthest:.1e} apart)")
    return longest


def write_quick(exact: KeptModel, weights: Weights, path: Path) -> int:
    """Write the model with 8-bit multiplications, made of the exact one. Raises NotMade, OSError."""
    try:
        from onnxruntime.quantization import QuantType, quantize_dynamic  # type: ignore[import-untyped]  # no types

        # It always says that a step which we do not need was left out, and says it to everyone's log.
        with _unsaid():
            quantize_dynamic(exact.path, path, weight_type=QuantType.QInt8, per_channel=True)
        made = Session(KeptModel(path, exact.longest), weights.folder).encode(list(_PROBES))
    except (ImportError, RuntimeError, ValueError, EncoderError) as error:
        raise NotMade(f"the model cannot be brought to 8 bits ({_first_line(error)})") from error
    nearest = Session(exact, weights.folder).encode(list(_PROBES))
    cosine = float((made * nearest).sum(axis=1).min())
    if not cosine >= _NEAR:
        raise NotMade(f"its vectors would be too far from those of the model (cosine {cosine:.3f})")
    return exact.longest


def _export(model: SentenceTransformer, path: Path) -> None:
    import torch

    class Whole(torch.nn.Module):
        """The model with all its steps and vectors of length one, from token numbers."""

        def __init__(self) -> None:
            super().__init__()
            self.model = model

        def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
            found = self.model({"input_ids": input_ids, "attention_mask": attention_mask})
            return torch.nn.functional.normalize(found["sentence_embedding"], dim=1)

    tokens = model.tokenizer(["one text", "a text that is longer"], padding=True, return_tensors="pt")
    batch, length = {0: "texts", 1: "tokens"}, {0: "texts"}
    with warnings.catch_warnings(), torch.no_grad():
        # It warns of its own age: the newer way needs three packages more and gives the same file.
        warnings.simplefilter("ignore")
        torch.onnx.export(
            Whole().eval(),
            (tokens["input_ids"], tokens["attention_mask"]),
            path,
            input_names=["input_ids", "attention_mask"],
            output_names=["vectors"],
            dynamic_axes={"input_ids": batch, "attention_mask": batch, "vectors": length},
            opset_version=_OPSET,
            dynamo=False,
        )


@contextmanager
def _unsaid() -> Iterator[None]:
    def is_said(_: logging.LogRecord) -> bool:
        return False

    root = logging.getLogger()
    root.addFilter(is_said)
    try:
        yield
    finally:
        root.removeFilter(is_said)


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0]
