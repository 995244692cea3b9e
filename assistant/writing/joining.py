"""The template's draft and the model's statements to one draft: each in its place, nothing of the template lost."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.domain import Draft, Statement
from assistant.writing.wording import Worded

# Cases that the template does not name and the model does: a few more are read, many crowd the others out.
_FURTHER_AT_MOST = 2


def join_drafts(template: Draft, held: Sequence[Worded]) -> tuple[Draft, tuple[Statement, ...]]:
    """The template's draft with the model's statements that held in place of the template's on the same case.

    A statement on a case that the template does not name goes behind the last one with its role, where there is one.
    Everything else of the template stays as it was: figures, other remedies, how sure, caveats and signposts. With
    the draft come those statements in it that are the model's.
    """
    statements: list[list[Statement]] = [[statement] for statement in template.statements]
    taken: set[str] = set()
    shown: list[Statement] = []
    further = 0
    for worded in held:
        subject, statement = worded.subject, worded.statement
        if subject is None or statement is None or subject.case in taken:
            continue
        if subject.replaces is not None:
            statements[subject.replaces][0] = statement
        else:
            places = [index for index, group in enumerate(statements) if group[0].role is statement.role]
            if not places or further == _FURTHER_AT_MOST:
                continue
            statements[places[-1]].append(statement)
            further += 1
        taken.add(subject.case)
        shown.append(statement)
    return Draft(template.status, tuple(statement for group in statements for statement in group)), tuple(shown)
