"""The word lists of the check, each with the reason why it is a list: what no statement may say, and what needs proof.

The field's own words (outcomes, payees, statuses and so on) are the business of ``assistant.claims``; here stand only
the phrases of our templates that those tables do not know.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.claims import ClaimKind, Value
from assistant.domain import Payee, Purpose


@dataclass(frozen=True)
class Barred:
    """Words that fail a statement wherever they stand outside quotation marks, and the reason told to the writer."""

    name: str
    words: re.Pattern[str]
    reason: str


def _bar(name: str, words: str, reason: str) -> Barred:
    return Barred(name, re.compile(words, re.IGNORECASE), reason)


BARRED: tuple[Barred, ...] = (
    _bar(
        "address",
        r"https?:|\bwww\.|\b[\w-]+@[\w-]+|\b[\w-]{2,}\.(?:uk|com|org|net|gov|io|co|info|eu)\b",
        "Addresses are shown from the record, never written; leave it out.",
    ),
    # A link, an image or a tag could carry the reader, or the question, out of the page.
    _bar("markup", r"<[a-z/!]|\]\(|!\[|&#?\w+;|\*\*|^#+ |```", "Write plain sentences without markup."),
    # No one can know how a complaint will end, and a reader would rely on it.
    _bar(
        "prediction",
        r"\byou(?:r \w+)? (?:will|would|should|could|can|may|might|are likely to|ought to) "
        r"(?:\w+ )?(?:get|receive|be (?:paid|awarded|given|upheld|entitled)|expect|win|succeed|claim|obtain|secure|recover)\b"
        r"|\b(?:un)?likely\b|\bprobabl[ey]\b|\bchances?\b|\bodds\b|\bguarantee\w*|\bprospects?\b"
        r"|\byour (?:case|complaint|claim) (?:is|will|would|should|looks|seems)\b|\bexpect(?:ed)? (?:to|a|an|about|around|£)",
        "Say what was decided in the cases, not how another complaint would end.",
    ),
    # Redress reports; a solicitor or adviser advises.
    _bar(
        "advice",
        r"\byou (?:should|must|need to|ought to|have to|had better)\b|\bI (?:advise|recommend|suggest)\b|\bwe (?:advise|suggest)\b"
        r"|\b(?:my|our) advice\b|\bentitle(?:d|ment)? to\b|\byour (?:legal )?rights?\b|\bsue\b|\bsuing\b|\bjudicial review\b"
        r"|\bnegligen(?:t|ce)\b|\bbreach of (?:duty|contract)\b|\bunlawful\w*|\bdamages\b|\bliab(?:le|ility)\b",
        "Report the decisions; give no legal advice or legal opinion.",
    ),
    # There is no tariff: each case is decided on its facts, and no few cases make a pattern.
    _bar(
        "tariff",
        r"\bfixed (?:sum|amount|rate)s?\b|\btariffs?\b|\b(?:standard|going|usual|typical|normal|average|mean) "
        r"(?:\w+ )?(?:sum|amount|rate|payment|remedy|award|figure|range|payout)s?\b|\bon average\b|\baverag(?:e|ed|es|ing)\b"
        r"|\bpatterns?\b|\bmedian\b|\bprecedents? (?:shows?|means?|sets?|requires?)\b",
        "A figure for all cases is worked out by the program, not written; leave it out.",
    ),
    # True of all cases only where it was counted; the counted forms stand in the table of computed sentences.
    _bar(
        "generality",
        r"\b(?:always|never|usual(?:ly)?|generally|normal(?:ly)?|typical(?:ly)?|commonly|often|frequent(?:ly)?|rare(?:ly)?"
        r"|seldom|most(?:ly)?|mainly|invariabl[ey]|routine(?:ly)?|consistent(?:ly)?|regular(?:ly)?|tends? to|as a rule"
        r"|majority|minority|half|every|all|none|many|several (?:cases|decisions)|few|in general|across the board)\b",
        "This says how often something is so; say it of one named decision, or leave it out.",
    ),
    _bar("share", r"\d ?%|\bper ?cent\b|\bpercentage\b|\b\w+(?:ths|thirds|halves|quarters)\b", "No share is given."),
    # A comparison of sums is a computation: it belongs to the program.
    _bar(
        "comparison",
        r"\b(?:highest|lowest|largest|smallest|biggest|maximum|minimum|more than|less than|higher than|lower than|double|twice|triple)\b",
        "Sums are compared by the program; name each with its decision.",
    ),
)

# A section of a law is named only as the cited passage names it: a wrong one sends a complaint astray.
STATUTE = re.compile(
    r"\b(?:sections?|s|ss|regulations?|regs?|articles?|schedules?|paragraphs?|paras?|parts?|chapters?|rules?)\.? ?\d+[A-Z]?(?:\(\w+\))*"
    r"|\bS\d{1,3}[A-Z]?\b|\b(?:[A-Z]\w+ ){1,8}(?:Act|Regulations|Order|Code|Rules)\b(?: \d{4})?|\bAct \d{4}\b"
)

# Only these may stand in a statement: anything else could show one figure and hold another.
LETTERS = re.compile(r"[^\x20-\x7e£\u00a0\u2018\u2019\u201c\u201d\u2013\u2014\u2026\u00c0-\u024f]")

# "300 pounds", "GBP 300" and the like are sums too, but a figure is to be found by whoever looks for its £ sign.
MONEY_WITHOUT_SIGN = re.compile(
    r"\b(?:pounds?|quid|grand|sterling|GBP|pence|euros?|EUR|dollars?|USD)\b|[$€¥]|£ ?[\d.,]+ ?(?:k|m|bn|thousand|million|hundred)\b",
    re.IGNORECASE,
)

# Phrases of our templates that stand for a value and that the claims' tables do not know.
OWN_PHRASES: tuple[tuple[ClaimKind, Value, str], ...] = (
    (ClaimKind.PAYEE, Payee.FAMILY_MEMBER, "to a family member"),
    (ClaimKind.PAYEE, Payee.SEVERAL, "to several people together"),
    (ClaimKind.PAYEE, Payee.SERVICE_USER, "to the person receiving the service"),
    (ClaimKind.PAYEE, Payee.COMPLAINANT, "to the complainant"),
    (ClaimKind.PAYEE, Payee.CHILD, "to the child"),
    (ClaimKind.PURPOSE, Purpose.MIXED, "for several things at once"),
    (ClaimKind.PURPOSE, Purpose.FINANCIAL_LOSS, "for a financial loss"),
    (ClaimKind.PURPOSE, Purpose.RISK_OF_HARM, "for the risk of harm"),
    (ClaimKind.PURPOSE, Purpose.LOSS_OF_PROVISION, "for lost provision"),
    (ClaimKind.PURPOSE, Purpose.TIME_AND_TROUBLE, "for time and trouble"),
    (ClaimKind.PURPOSE, Purpose.DISTRESS, "for distress"),
    (ClaimKind.PURPOSE, Purpose.DELAY, "for delay"),
)

# Words that turn a sentence round or make it conditional: a paraphrase must keep each of them, and add none.
TURNING = frozenset(
    "not no nor never neither none without cannot nobody nothing n't unless if whether would could might should may but however although though except "
    "only instead rather until before after refused refuse declined decline denied deny rejected failed alleged claimed "
    "said says believed felt wanted asked requested sought hardly barely unable lack lacked".split()
)

# Words that join what was proven and say nothing by themselves.
JOINING = frozenset(
    "a an the of to for in on at by with from and as is was were are be been it its this that these those which who whom "
    "their they them he she his her him had has have also then there here where when while so both each one other "
    "decision decisions case cases complaint complaints ombudsman lgsco council councils body authority complainant "
    "matter investigation outcome result found finding findings finds made make makes remedy remedies payment payments "
    "pay paid sum sums amount amounts money issue issues reference dated date held recorded stated agreed agree agrees "
    "action actions concerned concerns concerning about regarding against over into same "
    "i you your me we our".split()
)
