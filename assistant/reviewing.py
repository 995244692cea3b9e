"""What users said of answers → what the operator reads of it: counts, then each judgement; as text or as JSON."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, replace
from datetime import UTC, date
from pathlib import Path
from typing import Any

from assistant.feedback import Feedback, FeedbackFile, Verdict
from assistant.text import format_count, format_date, join_words

_WIDTH = 96
_LABELLED = 10  # the room for "comment" and its like at the start of a line


def judged_since(file: FeedbackFile, since: date | None) -> FeedbackFile:
    """The file with what was said on that day (UTC) or later; damaged lines stay, for their day is not known."""
    if since is None:
        return file
    return replace(file, judgements=tuple(each for each in file.judgements if _day(each) >= since))


def describe_feedback(file: FeedbackFile, path: Path, *, since: date | None = None) -> str:
    """Counts by verdict and complaint, each judgement in order of time, and the lines that could not be read.

    An empty file is a sentence that says so.
    """
    lines = [_headline(file, path, since)]
    if counted := _count_complaints(file):
        lines += ["", "What was wrong, where it was said:"]
        lines += [f"  {number:>4}  {complaint}" for complaint, number in counted.items()]
    for judgement in file.judgements:
        lines += ["", *_describe_one(judgement)]
    if file.damaged:
        numbers = join_words(str(number) for number in file.damaged)
        said = f"{format_count(len(file.damaged), 'line')} of {path} could not be read"
        lines += ["", textwrap.fill(f"{said}, and stays in the file as it is: line {numbers}.", _WIDTH)]
    return "\n".join(lines)


def feedback_to_json(file: FeedbackFile, path: Path, *, since: date | None = None) -> dict[str, Any]:
    """The same as a JSON object: ``verdicts`` and ``complaints`` counted, ``judgements`` whole, ``damaged_lines``."""
    return {
        "file": str(path),
        "since": since.isoformat() if since else None,
        "verdicts": _count_verdicts(file),
        "complaints": _count_complaints(file),
        "judgements": [asdict(each) | {"at": each.at.isoformat()} for each in file.judgements],
        "damaged_lines": list(file.damaged),
    }


def _headline(file: FeedbackFile, path: Path, since: date | None) -> str:
    if not file.judgements:
        if since is not None:
            return f"No feedback since {format_date(since)} in {path}."
        return f"No feedback yet: nobody has said anything of an answer ({path})."
    first, last = (format_date(_day(file.judgements[at])) for at in (0, -1))
    span = f"on {first}" if first == last else f"from {first} to {last}"
    said = join_words(f"{number} {verdict}" for verdict, number in _count_verdicts(file).items())
    return textwrap.fill(f"{format_count(len(file.judgements), 'answer')} judged {span}: {said}.", _WIDTH)


def _count_verdicts(file: FeedbackFile) -> dict[str, int]:
    counted = Counter(each.verdict for each in file.judgements)
    return {verdict.value: counted[verdict] for verdict in Verdict}


def _count_complaints(file: FeedbackFile) -> dict[str, int]:
    """The most frequent first; those of equal number in the order of the alphabet."""
    counted = Counter(complaint for each in file.judgements for complaint in each.complaints)
    return dict(sorted(counted.items(), key=lambda item: (-item[1], item[0])))


def _describe_one(judgement: Feedback) -> Iterator[str]:
    complaints = f": {'; '.join(judgement.complaints)}" if judgement.complaints else ""
    at = judgement.at.astimezone(UTC)
    yield textwrap.fill(f"{at:%Y-%m-%d %H:%M} UTC  {judgement.verdict}{complaints}", _WIDTH, subsequent_indent="  ")
    cited = f", citing {join_words(judgement.references)}" if judgement.references else ""
    yield _labelled("answer", f"{judgement.status}, {judgement.kind}{cited}")
    for label, text in (("comment", judgement.comment), ("question", judgement.question)):
        if text.strip():
            yield _labelled(label, text)


def _labelled(label: str, text: str) -> str:
    first, further = f"  {label:<{_LABELLED}}", " " * (_LABELLED + 2)
    return textwrap.fill(" ".join(text.split()), _WIDTH, initial_indent=first, subsequent_indent=further)


def _day(judgement: Feedback) -> date:
    return judgement.at.astimezone(UTC).date()
