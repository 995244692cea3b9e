"""Three plain searches over whole digests, for comparison: BM25, the encoder alone, and their rank fusion.

Each decision is one text (header, issues, digest), each question is taken as it was typed. No filters, no history.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import bm25s  # type: ignore[import-untyped]  # the package has no types
import numpy as np
import Stemmer  # type: ignore[import-not-found]  # a compiled module without types
from numpy.typing import NDArray

from assistant.domain import Decision
from assistant.encoders import Encoder
from assistant.passages import heading_of
from tests.evaluation.measures import fuse_ranks


def rank_by_baselines(
    questions: Sequence[str], decisions: Sequence[Decision], encoder: Encoder
) -> Mapping[str, list[list[str]]]:
    """For each baseline a whole ranking of references for each question, in order."""
    ordered = sorted(decisions, key=lambda decision: decision.reference)
    references = [decision.reference.value for decision in ordered]
    texts = [whole_text(decision) for decision in ordered]
    words = _rank_by_words(questions, texts, references)
    meaning = _rank_by_meaning(questions, texts, references, encoder)
    fused = [fuse_ranks([by_words, by_meaning]) for by_words, by_meaning in zip(words, meaning, strict=True)]
    return {"BM25": words, "encoder alone": meaning, "their rank fusion": fused}


def whole_text(decision: Decision) -> str:
    """All that a digest says in words, as one text."""
    issues = "; ".join(finding.issue for finding in decision.findings)
    parts = [heading_of(decision), issues, *(paragraph.text for paragraph in decision.paragraphs)]
    return ". ".join(re.sub(r"\.$", "", part) for part in parts if part)


def _rank_by_words(questions: Sequence[str], texts: Sequence[str], references: Sequence[str]) -> list[list[str]]:
    stemmer = Stemmer.Stemmer("english")
    index = bm25s.BM25()
    index.index(bm25s.tokenize(list(texts), stopwords="en", stemmer=stemmer, show_progress=False), show_progress=False)
    rankings = []
    for question in questions:
        words = bm25s.tokenize([question], stopwords="en", stemmer=stemmer, show_progress=False, return_ids=False)[0]
        scores = index.get_scores(words) if words else np.zeros(len(texts))
        rankings.append(_in_order(scores, references))
    return rankings


def _rank_by_meaning(
    questions: Sequence[str], texts: Sequence[str], references: Sequence[str], encoder: Encoder
) -> list[list[str]]:
    matrix = encoder.encode_passages(texts)
    # As a passage: a question is mapped to the decisions' words, which the encoder alone cannot do.
    return [_in_order(matrix @ vector, references) for vector in encoder.encode_passages(questions)]


def _in_order(scores: NDArray[np.floating], references: Sequence[str]) -> list[str]:
    return [references[row] for row in sorted(range(len(references)), key=lambda row: (-scores[row], references[row]))]
