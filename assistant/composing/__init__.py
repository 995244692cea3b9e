"""Evidence and summary to Draft: what is said, in plain British English, by templates and no model.

``compose`` picks the shape by the kind of question; each sentence that holds a figure, a date or a name carries the
citations it rests on. Words come from ``phrases``, quotations from ``quotes``.
"""

from assistant.composing.answers import compose

__all__ = ["compose"]
