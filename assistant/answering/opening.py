"""Settings → an Assistant, built once; and a refused question → an answer that says so."""

from __future__ import annotations

from collections.abc import Callable

from assistant.answering.assistant import Assistant
from assistant.casebook import Casebook
from assistant.domain import (
    Answer,
    AnswerStatus,
    CasebookFacts,
    CitationReport,
    Evidence,
    Query,
    QuestionKind,
    RemedySummary,
    Statement,
    StatementRole,
)
from assistant.encoders import open_encoder
from assistant.errors import QuestionError
from assistant.llm import open_model
from assistant.mending import complete_vectors
from assistant.model_writer import ModelWriter
from assistant.personal import redact
from assistant.settings import Settings
from assistant.starter import ensure_casebook
from assistant.vectors import open_index


def open_assistant(
    settings: Settings, *, on_progress: Callable[[int, int], None] | None = None, build_starter: bool = True
) -> Assistant:
    """Build the assistant: casebook (the starter's, where there is none), encoder and index.

    ``on_progress`` is called with (done, all) while the starter is built. Raises CasebookError, EncoderMismatch,
    EncoderError or VectorIndexError, and SettingsError or ModelError for a model that cannot be asked, each saying
    what to do.
    """
    model = open_model(settings)
    encoder = open_encoder(settings)
    if build_starter:
        ensure_casebook(settings, encoder, on_progress=on_progress)
    casebook = Casebook.open(settings.casebook_path)
    try:
        casebook.stamp_encoder(encoder.identity)
        index = open_index(settings.index_path, casebook)
        if index.table.lacking:
            complete_vectors(casebook, encoder)
            index.rebuild()
    except BaseException:
        casebook.close()
        raise
    return Assistant(settings, casebook, index, encoder, ModelWriter(model) if model else None)


def answer_with_error(question: str, error: QuestionError, facts: CasebookFacts) -> Answer:
    """A refused question as an answer with the status ``error``: for doors that must give one line a question."""
    query = Query(question=redact(question).text, kind=QuestionKind.UNCLEAR, topic="")
    statement = Statement(StatementRole.HEADLINE, str(error))
    return Answer(
        AnswerStatus.ERROR, query, (statement,), Evidence(), RemedySummary(), CitationReport(), facts, 0.0, {}
    )
