"""Query → Evidence: the decisions that are comparable, best first, each with the reason why it is there.

In the order of the data: ``searching`` chooses a pool of decisions and scores their passages, ``weighing`` makes a
first order of them, ``traits`` tells of each how it stands to the question, in numbers, and ``relevance`` makes of
those how probable it is that a good adviser would cite it (that is the order, and the word beside the case) and
whether anything comparable is held, in which ``subject`` has a veto. What was tried, and the figures behind each number
here: docs/ranking.md.
"""

from assistant.retrieval.finding import MOST_CASES, find_evidence

__all__ = ["MOST_CASES", "find_evidence"]
