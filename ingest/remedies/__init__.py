"""Sections and findings → the remedies of a decision, each once, each tied to its issue."""
