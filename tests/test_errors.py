"""The error family: one tree, printed at the top of its file, each with an exit code of its kind."""

from __future__ import annotations

import inspect
import re

import pytest

from assistant import errors
from assistant.errors import RedressError

FAMILY = [one for _, one in inspect.getmembers(errors, inspect.isclass) if issubclass(one, RedressError)]


def test_the_tree_in_the_docstring_is_the_tree_of_classes() -> None:
    parents: dict[int, str] = {}
    drawn = {}
    for line in (errors.__doc__ or "").splitlines():
        found = re.match(r"^ {4}([│├└─ ]*)(\w+)(?: {2,}|$)", line)
        if found:
            depth = len(found[1]) // 4
            parents[depth] = found[2]
            drawn[found[2]] = parents.get(depth - 1)
    actual = {one.__name__: one.__base__.__name__ if one.__base__ else None for one in FAMILY}
    actual["InvalidReference"] = "RedressError"
    assert {name: parent for name, parent in drawn.items() if parent} == {
        name: parent for name, parent in actual.items() if name != "RedressError"
    }


@pytest.mark.parametrize("error", FAMILY, ids=lambda one: one.__name__)
def test_every_error_can_be_shown_and_ends_a_command_with_a_code(error: type[RedressError]) -> None:
    assert str(error("words for a person")) == "words for a person"
    assert 1 <= error.exit_code < 128
    assert error.__doc__


def test_each_kind_of_trouble_has_its_own_exit_code() -> None:
    kinds = (errors.SettingsError, errors.CasebookError, errors.EncoderError, errors.InputError, errors.QuestionError)
    assert [kind.exit_code for kind in kinds] == [2, 3, 4, 5, 6]
    assert errors.DigestError.exit_code == errors.InputError.exit_code
    assert errors.EncoderMismatch.exit_code == errors.CasebookBusy.exit_code == errors.CasebookError.exit_code


def test_a_bad_reference_is_a_value_error_too() -> None:
    assert issubclass(errors.InvalidReference, ValueError)
