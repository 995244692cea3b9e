"""Digest files (JSON lines) → Decisions: our own words about published decisions, checked line by line.

A digest is never the Ombudsman's text: whatever a line says it was made from, its decision has the basis of a
summary or a round-up, and its one paragraph is our digest, exactly as the file has it. The form is described in
``docs/starter-casebook.md``. Nothing is guessed and nothing is dropped: the first line that breaks the form raises
DigestError, which names the file, the line, the field, what was found there and what to do.
"""

from __future__ import annotations

from assistant.digests.lines import parse_digests, read_digests

__all__ = ["parse_digests", "read_digests"]
