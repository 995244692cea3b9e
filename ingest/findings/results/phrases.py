"""The phrases that wordings of results share: who speaks, of what matter, by whose fault; and what a rule is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.domain import FindingResult


@dataclass(frozen=True)
class ResultRule:
    """A wording that states a result. ``is_soft`` rows count only where nothing plainer is said of the matter.

    A clause without any of the ``pieces``, in lower case, cannot match (see ``ingest.forms.wording``).
    """

    pattern: re.Pattern[str]
    result: FindingResult
    is_soft: bool = False
    pieces: tuple[str, ...] = ("fault",)


def result_rule(
    pattern: str, result: FindingResult, *, is_soft: bool = False, pieces: tuple[str, ...] = ("fault",)
) -> ResultRule:
    """A row of the tables: upper and lower case alike, asked of clauses with "fault" where no ``pieces`` are given."""
    return ResultRule(re.compile(pattern, re.IGNORECASE), result, is_soft, pieces)


# The matter behind a preposition, up to the end of its clause; short, so that time stays linear.
MATTER = r"(?P<m>[^.;]{2,400})"
# The matter before the verb: the whole clause up to it.
SUBJECT = r"^(?P<m>[^.;]{2,400}?)"
# "causing her distress,", and "which caused Mrs A an injustice" also without a comma.
_CAUSING = r"(?:,? (?:(?:that|which) (?:has |have |had )?)?caus\w+ (?:[\w' ]{3,40},|[\w' ]{0,40}?injustice\b))?"
# A body's name goes up to where what it did begins; several are joined by commas before capitals.
_NAME = r"(?:(?!\b(?:including|namely|such as|delay\w*|fail\w*|not \w+ing)\b)[^,.;:]){2,60}?"
BY = (
    rf"{_CAUSING}(?: (?:by|on the part of|from|with(?= (?:both )?(?:the|an?) (?:council|trust|home|provider"
    rf"|care provider|icb|ccg)\b(?!'))) (?:both )?(?:the |[A-Z]){_NAME}"
    rf"(?:(?:, (?:and )?| and )(?:the )?(?-i:[A-Z]){_NAME}){{0,3}})?{_CAUSING}"
)
ABOUT = (
    r"(?:in respect of|in relation to|with regard to|as a result of|because of|through"
    r"|in|with|on|over|for|about|when|because|as|by|around|regarding"
    r"|including|namely|such as)"
)
# Without a preposition: "fault by the Council delaying the visit".
DOING = r"(?=(?:delaying|failing|refusing|not \w+ing|losing|giving|sending|taking)\b)"
# "also", "clearly", "nonetheless": what may stand between the verb and the word fault.
ADVERBS = r"(?:(?:also|too|therefore|clearly|partly|then|still|now|nevertheless|nonetheless|both|all|certainly) ){0,2}"
FAULT_NOUN = (
    r"(?:(?:further |clear |also ){0,2}evidence of )?(?:an? |some |(?:further|clear|serious|significant|separate"
    r"|another) ){0,2}"
    r"(?:faults?|service failures?|maladministration)\b"
)
FAULT_PIECES = ("fault", "service failure", "maladministration")
# Who may be the subject where a body or a complainant is meant as well as the Ombudsman.
ANYBODY = r"\b(?:I|we|the ombudsm[ae]n|he|she|they)"
I_OR_WE = r"\b(?:I|we|the ombudsm[ae]n)"
