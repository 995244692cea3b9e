"""The Decisions tab: search, facets, a list, and each decision in full.

``build_decisions_tab(assistant)`` is its door; ``read_browse`` and the ``render_…`` functions are its parts.
"""

from assistant.chat.decisions.tab import build_decisions_tab

__all__ = ["build_decisions_tab"]
