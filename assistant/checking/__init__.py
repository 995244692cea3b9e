"""A letter, a reply or a chatbot's answer, checked: what it says of decisions, with its places, judged.

``check_text(text, casebook)`` is the door; ``describe(checked)`` the result for a terminal.
"""

from assistant.checking.checking import LONGEST_TEXT, check_text
from assistant.checking.judged import CheckedText, Judgement, Passage, Place, Verdict
from assistant.checking.showing import describe, is_unbound, shown_words

__all__ = [
    "LONGEST_TEXT",
    "CheckedText",
    "Judgement",
    "Passage",
    "Place",
    "Verdict",
    "check_text",
    "describe",
    "is_unbound",
    "shown_words",
]
