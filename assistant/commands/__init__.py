"""The commands of the terminal: what may be typed, their manual, and the file of questions of a batch."""

from assistant.commands.options import make_parser, stated_limits
from assistant.commands.questions import read_questions

__all__ = ["make_parser", "read_questions", "stated_limits"]
