"""The glossary: every entry is one plain line with a public page, and is found by what people type."""

from __future__ import annotations

import re

import pytest

from assistant.glossary import ENTRIES, are_terms, entry_named, entry_text, entry_texts, find_entries, is_term

ASKED = {
    "an abbreviation": ("EHCP", ["EHC plan (education, health and care plan)"]),
    "with an article": ("a DFG", None),
    "a section": ("s19", None),
    "two Acts": ("s42", ["Section 42, Children and Families Act 2014", "Section 42, Care Act 2014"]),
    "two terms": ("fault and injustice", ["Fault", "Injustice"]),
    "in a sentence": ("cin on my son's form", ["Child in need (section 17, Children Act 1989)"]),
    "nothing": ("flibbertigibbet", []),
    "a word of the procedure in a story": ("the decision about my dog", []),
}


@pytest.mark.parametrize(("asked", "names"), ASKED.values(), ids=ASKED.keys())
def test_a_term_is_found_by_what_people_type(asked: str, names: list[str] | None) -> None:
    found = [entry.name for entry in find_entries(asked)]
    assert found if names is None else [name.split(" (")[0] for name in found] == [n.split(" (")[0] for n in names]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.name)
def test_every_entry_is_a_plain_line_with_a_public_page(entry: object) -> None:
    from assistant.glossary import Entry

    assert isinstance(entry, Entry)
    assert entry.address.startswith("https://") and " " not in entry.address
    assert entry.source and not re.search(r"[<>|]", entry.meaning)
    assert entry.meaning.endswith(".") and len(entry.meaning.split()) <= 60
    assert entry_text(entry) in entry_texts()
    assert entry_named(entry.name) == entry
    assert all(spelling == spelling.lower() for spelling in entry.spellings)


def test_names_are_unique() -> None:
    names = [entry.name for entry in ENTRIES]
    assert len(names) == len(set(names)) >= 60


def test_a_text_is_a_term_only_as_a_whole() -> None:
    assert is_term("an EHCP") and not is_term("my EHCP was late")
    assert are_terms("fault and injustice") and not are_terms("fault and bins")
