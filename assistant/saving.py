"""An answer → a file on the disk of whoever asked on the terminal: its form by the ending of its name."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.domain import Answer
from assistant.errors import OutputError, SettingsError

if TYPE_CHECKING:
    from assistant.answering import Assistant

# The endings, written out here so that a wrong one is refused before anything is loaded.
_ENDINGS = (".docx", ".md", ".csv")


@dataclass(frozen=True)
class Export:
    """Where an answer goes; ``may_replace`` a file that is there."""

    path: Path
    may_replace: bool = False


def prepare_export(path: Path, *, overwrite: bool = False) -> Export:
    """The file, looked at before a question is asked, so that nobody waits for an answer that cannot be saved.

    Raises SettingsError for an ending that names no form, OutputError for a file that is there and may not be replaced
    and for a folder that cannot be written to; both name it.
    """
    if path.suffix.lower() not in _ENDINGS:
        ending = f"“{path.suffix}”" if path.suffix else "no ending"
        raise SettingsError(f"--export {path}: {ending} is no form of an answer; use {', '.join(_ENDINGS)}.")
    if path.is_dir():
        raise OutputError(f"{path}: this is a folder; name a file in it.")
    if path.exists() and not overwrite:
        raise OutputError(f"{path}: this file is there already; add --overwrite to replace it, or name another.")
    if not path.parent.is_dir():
        raise OutputError(f"{path.parent}: there is no such folder; make it first, or name another file.")
    if not os.access(path if path.exists() else path.parent, os.W_OK):
        place = path if path.exists() else path.parent
        raise OutputError(f"{place}: this cannot be written to; name a file in another folder.")
    return Export(path, overwrite)


def write_export(export: Export, question: str, answer: Answer, assistant: Assistant) -> None:
    """Write the answer. ``assistant`` gives the decisions that it cites. Raises OutputError naming the file."""
    from assistant.taking import Form, decisions_behind, report_answer, take_answer

    decisions = decisions_behind(answer, assistant.decision)
    report = report_answer(question, answer, decisions)
    form = Form(export.path.suffix.lower().removeprefix("."))
    taken = take_answer(report, form, on=date.today())
    try:
        # "x": a file that another program made meanwhile is not replaced either.
        with export.path.open("wb" if export.may_replace else "xb") as file:
            file.write(taken.data)
    except OSError as error:
        raise OutputError(f"{export.path}: this could not be written ({error.strerror}).") from error
