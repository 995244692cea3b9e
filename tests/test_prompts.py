"""The prompts: versioned in their names, with reasons, their fields declared and filled once."""

from __future__ import annotations

from importlib.resources import files

import pytest

import prompts

NAMES = sorted(each.name.removesuffix(".txt") for each in files(prompts).iterdir() if each.name.endswith(".txt"))


@pytest.mark.parametrize("name", NAMES)
def test_each_prompt_has_a_version_reasons_and_both_messages(name: str) -> None:
    prompt = prompts.load(name)
    assert prompt.name == name
    assert name.rsplit("-", 1)[1].isdigit()
    assert prompt.reasons.count("\n- ") + 1 >= 2
    assert prompt.system and prompt.user


@pytest.mark.parametrize("name", ["write-answer", "../settings", "write-answer-99", ""])
def test_a_name_that_is_none_of_ours_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="no prompt"):
        prompts.load(name)


def test_a_field_that_is_missing_or_unknown_is_refused() -> None:
    prompt = prompts.load("repair-answer-1")
    with pytest.raises(ValueError, match="failures"):
        prompt.fill()
    with pytest.raises(ValueError, match="other"):
        prompt.fill(failures="x", other="y")


def test_a_value_is_not_read_for_fields() -> None:
    _, user = prompts.load("repair-answer-1").fill(failures="$failures ${failures} £$")
    assert "$failures ${failures} £$" in user
