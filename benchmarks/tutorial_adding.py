"""The peer of ``add``: saved pages into a vector store, as the tutorials do it; prints what it took as JSON.

The bare text of a page by BeautifulSoup, cut into overlapping pieces as RecursiveCharacterTextSplitter cuts them (1,000
characters, 200 of them again), encoded as HuggingFaceEmbeddings does with the same model, and put into Chroma. The
splitter lives in a package that Redress does not install, so its rule is written out here.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from bs4 import BeautifulSoup
from langchain_chroma import Chroma
from langchain_core.embeddings import Embeddings
from sentence_transformers import SentenceTransformer

from assistant.encoders.weights import find_weights

_SIZE, _OVERLAP = 1000, 200
_SEPARATORS = ("\n\n", "\n", " ", "")
_BATCH = 1000  # Chroma refuses more than 5,461 rows at once


class _Model(Embeddings):
    def __init__(self) -> None:
        self._model = SentenceTransformer(str(find_weights(None).folder), device="cpu")

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        rows: list[list[float]] = self._model.encode([text.replace("\n", " ") for text in texts]).tolist()
        return rows

    def embed_query(self, text: str) -> list[float]:
        return self.embed_documents([text])[0]


def split_text(text: str, separators: Sequence[str] = _SEPARATORS) -> list[str]:
    """Pieces of at most 1,000 characters: cut at the first separator that occurs, and too long ones at the next."""
    at = next(n for n, one in enumerate(separators) if one in text)
    pieces: list[str] = []
    fitting: list[str] = []
    for part in text.split(separators[at]) if separators[at] else list(text):
        if len(part) < _SIZE:
            fitting.append(part)
            continue
        pieces += _merge(fitting, separators[at])
        fitting = []
        pieces += split_text(part, separators[at + 1 :]) if at + 1 < len(separators) else [part]
    return [*pieces, *_merge(fitting, separators[at])]


def _merge(parts: Sequence[str], separator: str) -> Iterator[str]:
    """Parts put together until they are full; each piece begins with the end of the one before."""
    held: list[str] = []
    for part in parts:
        if held and len(separator.join([*held, part])) > _SIZE:
            yield separator.join(held)
            while held and (len(separator.join(held)) > _OVERLAP or len(separator.join([*held, part])) > _SIZE):
                held.pop(0)
        held.append(part)
    if text := separator.join(held).strip():
        yield text


def main(pages: Path, folder: Path, limit: int) -> None:
    """Add so many pages; the imports and the model are loaded before the clock starts."""
    store = Chroma("tutorial", embedding_function=_Model(), persist_directory=str(folder))
    clock, processor = time.perf_counter(), time.process_time()
    files = list(islice(sorted(pages.rglob("*.html")), limit))
    texts = [
        piece for path in files for piece in split_text(BeautifulSoup(path.read_bytes(), "html.parser").get_text())
    ]
    for start in range(0, len(texts), _BATCH):
        store.add_texts(texts[start : start + _BATCH])
    told = {
        "pages": len(files),
        "texts": len(texts),
        "clock": time.perf_counter() - clock,
        "processor": time.process_time() - processor,
        "memory MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }
    sys.stdout.write(json.dumps(told) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
