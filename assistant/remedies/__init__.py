"""Evidence to RemedySummary: remedies added up from remedy rows, and from nothing else.

``adding`` chooses the rows that count and adds them up; ``groups`` cuts them by payee, purpose, status, issue, year and
side and keeps rates apart; ``improvements`` sorts what is changed for everybody.
"""

from assistant.remedies.adding import comparable_cases, summarise_remedies
from assistant.remedies.improvements import kinds_of_improvement

__all__ = ["comparable_cases", "kinds_of_improvement", "summarise_remedies"]
