"""Redress's retrieval as a LangChain retriever, so that others can build their own chains on the casebook."""

from __future__ import annotations

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict

from assistant.answering import Assistant, open_assistant
from assistant.domain import Case
from assistant.question import understand
from assistant.retrieval import find_evidence
from assistant.settings import Settings
from assistant.text import pounds


class DecisionRetriever(BaseRetriever):
    """Finds decisions for a question in the asker's words, best first: one document a decision.

    ``page_content`` is the passage that matched best, as stored. ``metadata`` has reference, body, date (ISO),
    outcome, url, basis, relevance, issue, paragraph and payments (pounds). ``k`` is how many at most.
    """

    model_config = ConfigDict(arbitrary_types_allowed=True)

    assistant: Assistant
    k: int = 10

    def _get_relevant_documents(self, query: str, *, run_manager: CallbackManagerForRetrieverRun) -> list[Document]:  # noqa: ARG002 -- LangChain's signature
        engine = self.assistant
        understood = understand(query, (), engine.facts(), question_limit=engine.settings.question_limit)
        engine.index.refresh()
        evidence = find_evidence(understood, engine.casebook, engine.index, engine.encoder)
        return [_document(case) for case in evidence.cases[: self.k]]


def open_retriever(settings: Settings, *, k: int = 10) -> DecisionRetriever:
    """A retriever over the casebook of the settings (the starter's, where there is none)."""
    return DecisionRetriever(assistant=open_assistant(settings), k=k)


def _document(case: Case) -> Document:
    decision = case.decision
    passage = case.hits[0].passage if case.hits else None
    return Document(
        page_content=passage.text if passage else (decision.paragraphs[0].text if decision.paragraphs else ""),
        metadata={
            "reference": decision.reference.value,
            "body": decision.body,
            "date": decision.decided.isoformat() if decision.decided else None,
            "outcome": decision.outcome.value if decision.outcome else None,
            "url": decision.url,
            "basis": decision.basis.value,
            "relevance": case.relevance.value,
            "issue": case.issue,
            "paragraph": passage.paragraph if passage else None,
            "payments_gbp": [
                pounds(remedy.amount_pence) for remedy in decision.remedies if remedy.amount_pence is not None
            ],
        },
    )
