"""A page read from its bytes, and a decision as a person labels it: without our identifiers and wordings."""

from __future__ import annotations

from typing import Any

from assistant.domain import Decision
from ingest.export import decision_to_json


def label(decision: Decision) -> dict[str, Any]:
    """What is compared with ``tests/pages/*.expected.json``: paragraphs by their place on the page."""
    place = {paragraph.id: paragraph.ordinal for paragraph in decision.paragraphs}
    labelled = decision_to_json(decision)
    for finding in labelled["findings"]:
        finding["paragraphs"] = [place[key] for key in finding["paragraphs"]]
    for remedy in labelled["remedies"]:
        remedy["paragraph"] = place[remedy["paragraph"]]
    for item in labelled["unread"]:
        item["place"] = place.get(item["place"], item["place"])
    return labelled | {
        "stated_total_gbp": decision.stated_total_pence and decision.stated_total_pence // 100,
        "injustice": list(decision.injustice),
        "sections": [f"{'* ' if s.is_standing_text else ''}{s.heading}" for s in decision.sections],
        "paragraph_count": len(decision.paragraphs),
        "printed_numbers": [p.printed_number for p in decision.paragraphs if p.printed_number is not None],
    }
