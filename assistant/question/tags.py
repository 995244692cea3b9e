"""A line typed as into a search box → the outcome that stands in it as a tag ("Essex 2023 to 2025 upheld").

A tag is bound to nothing: in "was the complaint upheld" and "the panel upheld it" the same word is part of a sentence.
"""

from __future__ import annotations

import re

from assistant.domain import Outcome
from assistant.question.words import Span, Wording, tells_a_story

# A longer line is a sentence.
_LONGEST_LINE = 120
_ASKS_IN_A_SENTENCE = re.compile(
    r"^\W*(?:is|are|was|were|will|would|can|could|should|may|might|how|why|who|if|when|do|does|did|has|have|had)\b"
)
# What binds the word to a sentence: "it was upheld", "who upheld", "appeal upheld".
_BOUND = re.compile(
    r"\b(?:is|are|was|were|be|been|being|get|gets|got|not|never|un|it|that|this|they|he|she|we|i|who|which|council"
    r"|panel|tribunal|court|inspector|school|board|appeals?|claims?|objections?|refusal|decision|exclusion|ban|and|or"
    r"|of|for|to|the|partly|part)[ -]+$"
)
_AT_THE_END = r"(?=[\s?.!)\]]*$)"
_TAGS: tuple[tuple[Outcome, re.Pattern[str]], ...] = (
    (Outcome.UPHELD, re.compile(rf"\bupheld{_AT_THE_END}")),
    (
        Outcome.NOT_UPHELD,
        re.compile(rf"(?<=[,;:(/-])\s*\b(?:unsuccessful|unsuccessful ones|losses|defeats|lost){_AT_THE_END}"),
    ),
    (Outcome.CLOSED, re.compile(rf"\bclosed after initial enquiries{_AT_THE_END}")),
    (Outcome.DISCONTINUED, re.compile(rf"\bdiscontinued{_AT_THE_END}")),
)


def find_outcome_tag(wording: Wording) -> tuple[Outcome, Span] | None:
    """The outcome that ends a search line, and where it stands; None for a sentence and for a story.

    >>> find_outcome_tag(Wording("Northmoor Council 2023 upheld"))
    (<Outcome.UPHELD: 'Upheld'>, (23, 29))
    >>> find_outcome_tag(Wording("was the complaint upheld")) is None
    True
    """
    text = wording.lower
    if len(text) > _LONGEST_LINE or tells_a_story(text) or _ASKS_IN_A_SENTENCE.match(text):
        return None
    for outcome, pattern in _TAGS:
        found = pattern.search(text)
        if found and text[: found.start()].strip() and _BOUND.search(text[: found.start()]) is None:
            return outcome, found.span()
    return None
