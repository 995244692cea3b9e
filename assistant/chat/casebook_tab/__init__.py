"""The Casebook tab: the casebook's state goes in, a page that shows it and takes in new files comes out."""

from assistant.chat.casebook_tab.tab import build_casebook_tab

__all__ = ["build_casebook_tab"]
