"""Whether a question asks about complaining in general ("how do I complain", "what can LGSCO look at"), with no matter.

Such a question has a door of its own. One that names a matter ("can the ombudsman look at schools", "how do I complain
about a missed bin") is answered with the decisions about it.
"""

from __future__ import annotations

import re

from assistant.question.words import Wording, table_words

_GENERAL = re.compile(
    r"\bcomplain\w*|\bcomplaints?\b|\btime[ -]?limits?\b|\bdeadlines?\b|\bremit\b|\bjurisdiction\b|\bpowers?\b"
    r"|\btoo late\b"
    r"|\b(?:what|who|how|when|can|could|does|will|would|should|where|which) .{0,40}\b(?:ombudsman|ombudsmen|lgo"
    r"|lgsco|ombo"
    r"|ombuds)\b"
    r"|\b(?:ombudsman|ombudsmen|lgo|lgsco|ombo|ombuds)\b.{0,40}\b(?:look at|investigate|cover|deal with|do|help)\b"
)
_ASKS = re.compile(
    r"\b(?:how|what|whats|what's|who|where|when|which|can|could|should|may|do|does|is|are|will|tell me|explain)\b"
)
# Every word of such a question is one of these: any other word names a matter.
_WORDS = frozenset(
    table_words(
        "a about been after against all allowed an and any anyone anybody are as at be been before best bring "
        "bringing by can "
        "case cases come complain complained complainant complaining complains complaint complaints consider contact "
        "council councils council's cover covers could cost costs deadline deadlines deal deals did do does eligible "
        "entitled even exactly explain file first for free from get give go goes going got government handle have has "
        "help hello hi how i if in into it investigate investigates is it's its jurisdiction kind kinds know lgo "
        "lgsco limit "
        "limits local lodge long look looks main make makes making many matters may me month months most much must my "
        "need of officially ombo ombuds ombudsman ombudsmen on one or our out place please pls power powers procedure "
        "process put raise refer remit right rights route rules send service services should social care someone sort "
        "sorts stages start submit subjects take takes taking tell the their them there thing things time timelimit to "
        "too late type types under up usually want way we what what's whats when where whether which who whole "
        "will with "
        "within would write year years you your actually still also someone's people person anything something role"
    )
)


def is_about_complaining(wording: Wording) -> bool:
    """True where a question asks how, when or about what one can complain, and nothing else."""
    if len(wording.lower) > 200 or not all(word in _WORDS or word.isdigit() for word in wording.words):
        return False
    text = wording.lower
    return _GENERAL.search(text) is not None and _ASKS.search(text) is not None and not _is_about_cases(text)


def _is_about_cases(text: str) -> bool:
    """True for "what complaints against the council have you" and the like: a list without its subject."""
    return (
        re.search(
            r"\b(?:you (?:have|got)|have you|any (?:cases|complaints)|what (?:cases|complaints)|how many)\b", text
        )
        is not None
    )
