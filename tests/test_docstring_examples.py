"""The examples in docstrings of the reader and the checker are true."""

from __future__ import annotations

import doctest
import pkgutil
from importlib import import_module

import pytest

import assistant.citations
import ingest

_MODULES = tuple(
    found.name
    for package in (ingest, assistant.citations)
    for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
    if not found.name.endswith("__main__")
)
_WITH_EXAMPLES = tuple(
    name for name in _MODULES if any(test.examples for test in doctest.DocTestFinder().find(import_module(name)))
)


def test_there_are_examples_to_try() -> None:
    assert {"ingest.findings.likeness", "ingest.forms.header"} <= set(_WITH_EXAMPLES)


@pytest.mark.parametrize("name", _WITH_EXAMPLES)
def test_the_examples_of_a_module_are_true(name: str) -> None:
    tried = doctest.testmod(import_module(name))
    assert tried.attempted > 0
    assert tried.failed == 0
