"""The peer of our page: a bare chat page and the pipeline of the tutorials, over the same passages and encoder.

A vector store, a retriever and ``gr.ChatInterface``, which shows the texts found and nothing else: no question is
understood, no sum added up, no word checked. It is what a developer would have after an afternoon.
"""

from __future__ import annotations

from pathlib import Path

import gradio as gr
from langchain_chroma import Chroma
from langchain_core.embeddings import Embeddings

from assistant.encoders import Encoder
from assistant.passages import split_into_passages
from assistant.starter import read_starter, read_vectors
from assistant.text import content_hash

_HITS = 5
_BATCH = 1000  # Chroma refuses more than 5,461 rows at once


class _Vectors(Embeddings):
    """Our encoder for questions, the shipped vectors for passages: neither side has to encode them for this."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._shipped = read_vectors()

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """The vectors of passages."""
        return [self._shipped[content_hash(text)].tolist() for text in texts]

    def embed_query(self, text: str) -> list[float]:
        """The vector of a question."""
        vector: list[float] = self._encoder.encode_questions([text])[0].tolist()
        return vector


def build_tutorial(encoder: Encoder, folder: Path) -> gr.ChatInterface:
    """The chat page; its store is made in ``folder``."""
    store = Chroma("tutorial", embedding_function=_Vectors(encoder), persist_directory=str(folder))
    texts = {one.encoded_text for decision in read_starter() for one in split_into_passages(decision)}
    shipped = read_vectors()
    held = sorted(text for text in texts if content_hash(text) in shipped)
    for start in range(0, len(held), _BATCH):
        store.add_texts(held[start : start + _BATCH])
    retriever = store.as_retriever(search_kwargs={"k": _HITS})

    def answer(message: str, _history: object) -> str:
        return "\n\n".join(document.page_content for document in retriever.invoke(message))

    return gr.ChatInterface(answer, title="Chat with your decisions", analytics_enabled=False)
