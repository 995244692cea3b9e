"""Question and history → Query: what is asked, limited by what, and whether the casebook can answer it.

``understand`` is the door; ``DeclineReason`` names the reasons that a Query's ``decline`` may give. ``read_limits``
reads limits that stand in fields beside the question. Pure and deterministic: no model, no database, the same words
give the same Query.
"""

from assistant.doors import DeclineReason
from assistant.question.stated import FieldProblem, ReadLimits, StatedLimits, read_limits
from assistant.question.understanding import understand

__all__ = ["DeclineReason", "FieldProblem", "ReadLimits", "StatedLimits", "read_limits", "understand"]
