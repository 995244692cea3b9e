"""The peer of our search: Chroma with metadata filters and BM25, their ranks fused, as the tutorials put them together.

What ``EnsembleRetriever`` over a Chroma retriever and ``BM25Retriever`` does, over the same passages and vectors. Those
two classes live in packages that Redress does not install, so their arithmetic is written out here: Okapi BM25 over a
list of counts, one word of the question after the other, and reciprocal ranks with the constant 60. BM25 knows no
filter there; what it finds outside the limits is dropped.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from langchain_chroma import Chroma
from langchain_core.embeddings import Embeddings

from assistant.casebook import Casebook
from assistant.domain import Decision, Filters, Passage
from assistant.encoders import Encoder

_HITS, _CONSTANT = 20, 60
_BATCH = 1000
_K1, _B = 1.5, 0.75

Where = dict[str, Any] | None


class _Questions(Embeddings):
    """The encoder for questions; passages have their vectors already."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        return [row.tolist() for row in self._encoder.encode_passages(texts)]

    def embed_query(self, text: str) -> list[float]:
        return self.embed_documents([text])[0]


class TutorialSearch:
    """The store is made in ``folder``; building it is a part of what such a pipeline costs."""

    def __init__(self, casebook: Casebook, encoder: Encoder, folder: Path) -> None:
        self._store = Chroma("tutorial", embedding_function=_Questions(encoder), persist_directory=str(folder))
        names, matrix = casebook.passage_vectors()
        self._facts: list[dict[str, Any]] = []
        self._names = names
        self._counts: list[Counter[str]] = []
        for start in range(0, len(names), _BATCH):
            ids = names[start : start + _BATCH]
            passages = casebook.passages(ids)
            owners = list({passage.reference: None for passage in passages.values()})
            facts = {one.reference: _metadata(one) for one in casebook.decisions(owners).values()}
            of_these = [facts[passages[name].reference] for name in ids]
            self._facts += of_these
            self._counts += [Counter(_words(passages[name])) for name in ids]
            self._store._collection.upsert(
                ids=ids,
                embeddings=matrix[start : start + _BATCH],
                metadatas=list[Mapping[str, Any]](of_these),
                documents=[passages[name].text for name in ids],
            )
        self._lengths = np.array([sum(count.values()) for count in self._counts])
        holding = Counter(word for count in self._counts for word in count)
        self._idf = {word: math.log((len(names) - n + 0.5) / (n + 0.5)) for word, n in holding.items()}

    def find(self, question: str, where: Where) -> list[str]:
        """The ids of the passages found, best first."""
        near = [one.id for one in self._store.similarity_search(question, k=_HITS, filter=where)]
        worded = [
            self._names[n] for n in self._best_by_words(question) if where is None or _meets(self._facts[n], where)
        ]
        ranks: defaultdict[str, float] = defaultdict(float)
        for found in (near, worded):
            for rank, name in enumerate(found, start=1):
                ranks[str(name)] += 1 / (rank + _CONSTANT)
        return sorted(ranks, key=lambda name: -ranks[name])[:_HITS]

    def _best_by_words(self, question: str) -> list[int]:
        scores = np.zeros(len(self._counts))
        average = self._lengths.mean()
        for word in question.lower().split():
            often = np.array([count.get(word, 0) for count in self._counts])
            idf = self._idf.get(word, 0.0)
            scores += idf * (often * (_K1 + 1) / (often + _K1 * (1 - _B + _B * self._lengths / average)))
        return [int(n) for n in np.argsort(scores)[::-1][:_HITS]]


def where_of(filters: Filters) -> Where:
    """Our limits as a metadata filter of Chroma."""
    limits: list[dict[str, Any]] = [
        {key: {"$in": [str(value) for value in values]}}
        for key, values in (("body", filters.bodies), ("category", filters.categories), ("outcome", filters.outcomes))
        if values
    ]
    if filters.date_from:
        limits.append({"day": {"$gte": filters.date_from.toordinal()}})
    if filters.amount_min_pence is not None:
        limits.append({"highest_pence": {"$gte": filters.amount_min_pence}})
    limits += [{f"has_{kind.name.lower()}": {"$eq": True}} for kind in filters.remedy_kinds]
    if len(limits) > 1:
        return {"$and": limits}
    return limits[0] if limits else None


def _meets(facts: dict[str, Any], where: dict[str, Any]) -> bool:
    if "$and" in where:
        return all(_meets(facts, one) for one in where["$and"])
    ((key, test),) = where.items()
    ((operator, value),) = test.items()
    held = facts[key]
    return bool(held in value if operator == "$in" else held >= value if operator == "$gte" else held == value)


def _metadata(decision: Decision) -> dict[str, Any]:
    return {
        "body": decision.body or "",
        "category": decision.category or "",
        "outcome": str(decision.outcome or ""),
        "day": decision.decided.toordinal() if decision.decided else 0,
        "highest_pence": max((one.amount_pence or 0 for one in decision.remedies), default=0),
        "has_apology": any(one.kind.name == "APOLOGY" for one in decision.remedies),
    }


def _words(passage: Passage) -> list[str]:
    return passage.encoded_text.lower().split()
