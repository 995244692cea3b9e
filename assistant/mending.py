"""A casebook of which some texts have lost their vectors → each has one again; nothing else is encoded."""

from __future__ import annotations

from collections.abc import Callable

from assistant.casebook import Casebook
from assistant.encoders import BUNDLED_IDENTITY, Encoder
from assistant.filing import encode_by_parts
from assistant.starter import read_vectors


def complete_vectors(
    casebook: Casebook, encoder: Encoder, *, on_progress: Callable[[int, int], None] = lambda *_: None
) -> int:
    """Give every text without a vector one: that of the starter where it is shipped, else encoded; how many were.

    Raises EncoderMismatch where the vectors held are another encoder's.
    """
    casebook.stamp_encoder(encoder.identity)
    casebook.drop_odd_vectors()
    texts = casebook.texts_without_vector()
    if not texts:
        return 0
    shipped = read_vectors() if encoder.identity == BUNDLED_IDENTITY else {}
    casebook.file([], {key: shipped[key] for key in texts.keys() & shipped.keys()})
    todo = {key: text for key, text in texts.items() if key not in shipped}
    done = 0
    for vectors in encode_by_parts(encoder, todo):
        casebook.file([], vectors)
        done += len(vectors)
        on_progress(done, len(todo))
    return done
