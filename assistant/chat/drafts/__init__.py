"""The tab that checks a draft: a text or a letter's file → the text with everything it says of decisions judged."""

from assistant.chat.drafts.tab import build_drafts_tab

__all__ = ["build_drafts_tab"]
