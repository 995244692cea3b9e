"""A user's word on an answer: the form under it, and what the form sent → a line in the feedback file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from assistant.chat.markup import Markup, tag
from assistant.feedback import Complaint, Subject, Verdict, write_feedback

_WHERE = (
    "This is written to a file on the computer that Redress runs on, for whoever looks after it. Your question and "
    "the answer are not in it unless you say so here."
)


def render_form(turn: int) -> Markup:
    """The folded form under the answer of this turn."""
    verdicts = [
        _choice("radio", turn, "verdict", Verdict.USEFUL.value, "It was useful"),
        _choice("radio", turn, "verdict", Verdict.WRONG.value, "Something is wrong with it"),
    ]
    complaints = [_choice("checkbox", turn, "complaint", each.name, _as_label(each)) for each in Complaint]
    comment = f"comment-{turn}"
    return tag(
        "details",
        tag("summary", "Was this useful?"),
        tag("fieldset", tag("legend", "This answer"), *verdicts),
        tag("fieldset", tag("legend", "What is wrong, if anything"), *complaints, data_complaints=True),
        tag("label", "In your words (optional; leave out personal details)", for_=comment),
        tag("textarea", id=comment, rows="2", maxlength="2000", data_comment=True),
        _choice("checkbox", turn, "agreed", "yes", "Put my question and this answer into it"),
        tag("p", _WHERE, class_="aside"),
        tag("p", "", class_="refused", data_refused=True),
        tag("button", "Save", type="button", class_="quiet", data_judge=str(turn)),
        class_="judge",
    )


def save_judgement(path: Path, subject: Subject, sent: Mapping[str, object]) -> str:
    """Write what the form sent, and say so in a sentence. What the form does not offer is left out.

    Raises InputError where the file cannot be written.
    """
    named = sent.get("complaints")
    names = [str(each) for each in named] if isinstance(named, Sequence) and not isinstance(named, str) else []
    write_feedback(
        path,
        subject,
        Verdict.USEFUL if sent.get("verdict") == Verdict.USEFUL.value else Verdict.WRONG,
        complaints=[complaint for complaint in Complaint if complaint.name in names],
        comment=str(sent.get("comment") or ""),
        with_question=sent.get("agreed") is True,
    )
    kept = "with your question" if sent.get("agreed") is True else "without your question"
    return f"Thank you. It was saved on this computer, {kept}."


def _as_label(complaint: Complaint) -> str:
    # Not capitalize(), which writes every other letter small, "I" too.
    return complaint.value[:1].upper() + complaint.value[1:]


def _choice(kind: str, turn: int, name: str, value: str, label: str) -> Markup:
    data: dict[str, str | bool] = {f"data_{name}": True}
    field = tag("input", type=kind, name=f"{name}-{turn}", value=value, **data)
    return tag("label", field, " ", tag("span", label), class_="choice")
