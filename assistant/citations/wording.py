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
        r"\byou(?:r \w+)? (?:will|would|should|could|can|may|might|are likely to|ought to) (?:\w+ )?"
        r"(?:get|receive|be (?:paid|awarded|given|upheld|entitled)|expect|win|succeed|claim|obtain|secure|recover)\b"
        r"|\b(?:un)?likely\b|\bprobabl[ey]\b|\bchances?\b|\bodds\b|\bguarantee\w*|\bprospects?\b"
        r"|\byour (?:case|complaint|claim) (?:is|will|would|should|looks|seems)\b"
        r"|\bexpect(?:ed)? (?:to|a|an|about|around|£)",
        "Say what was decided in the cases, not how another complaint would end.",
    ),
    # Redress reports; a solicitor or adviser advises.
    _bar(
        "advice",
        r"\byou (?:should|must|need to|ought to|have to|had better)\b|\bI (?:advise|recommend|suggest)\b"
        r"|\bwe (?:advise|suggest)\b|\b(?:my|our) advice\b|\bentitle(?:d|ment)? to\b|\byour (?:legal )?rights?\b"
        r"|\bsue\b|\bsuing\b|\bjudicial review\b"
        r"|\bnegligen(?:t|ce)\b|\bbreach of (?:duty|contract)\b|\bunlawful\w*|\bdamages\b|\bliab(?:le|ility)\b",
        "Report the decisions; give no legal advice or legal opinion.",
    ),
    # There is no tariff: each case is decided on its facts, and no few cases make a pattern.
    _bar(
        "tariff",
        r"\bfixed (?:sum|amount|rate)s?\b|\btariffs?\b|\b(?:standard|going|usual|typical|normal|average|mean) "
        r"(?:\w+ )?(?:sum|amount|rate|payment|remedy|award|figure|range|payout)s?\b|\bon average\b"
        r"|\baverag(?:e|ed|es|ing)\b|\bpatterns?\b|\bmedian\b|\bprecedents? (?:shows?|means?|sets?|requires?)\b",
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
        r"\b(?:highest|lowest|largest|smallest|biggest|maximum|minimum|more than|less than|higher than|lower than"
        r"|double|twice|triple)\b",
        "Sums are compared by the program; name each with its decision.",
    ),
)

# A section of a law is named only as the cited passage names it: a wrong one sends a complaint astray.
STATUTE = re.compile(
    r"\b(?:sections?|s|ss|regulations?|regs?|articles?|schedules?|paragraphs?|paras?|parts?|chapters?|rules?)\.? ?"
    r"\d+[A-Z]?(?:\(\w+\))*"
    r"|\bS\d{1,3}[A-Z]?\b|\b(?:[A-Z]\w+ ){1,8}(?:Act|Regulations|Order|Code|Rules)\b(?: \d{4})?|\bAct \d{4}\b"
)

# Only these may stand in a statement: anything else could show one figure and hold another.
LETTERS = re.compile(r"[^\x20-\x7e£\u00a0\u2018\u2019\u201c\u201d\u2013\u2014\u2026\u00c0-\u024f]")

# "300 pounds", "GBP 300" and the like are sums too, but a figure is to be found by whoever looks for its £ sign.
MONEY_WITHOUT_SIGN = re.compile(
    r"\b(?:pounds?|quid|grand|sterling|GBP|pence|euros?|EUR|dollars?|USD)\b|[$€¥]"
    r"|£ ?[\d.,]+ ?(?:k|m|bn|thousand|million|hundred)\b",
    re.IGNORECASE,
)

# Phrases of our templates that stand for a value and that the claims' tables do not know.
OWN_PHRASES: tuple[tuple[ClaimKind, Value, re.Pattern[str]], ...] = tuple(
    (kind, value, re.compile(rf"\b{phrase}\b"))
    for kind, value, phrase in (
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
)

# Agreed is not paid: a complaint that says "paid" of what was agreed is easily shown to be wrong.
PAID = re.compile(
    r"(?<!\bbe )(?<!\bbeing )(?<!\balready )(?<!\bbeen )(?:\b(?:has|have|had|was|were) (?:been )?|\b)"
    r"(?:paid|received|was given|were given|handed over)\b(?! (?:for|into|by|to work|staff|care|carers?|leave)\b)",
    re.IGNORECASE,
)
# Nor is it done: "apologised" of what was agreed says that the letter was sent.
DONE = re.compile(
    r"(?<!\bbe )(?<!\bbeing )(?<!\bbeen )(?<!\balready )\b(?:did (?:apologise|refund|reimburse|waive|repay)|apologised"
    r"|reimbursed|repaid|waived|wrote off|refunded(?! or written off))\b",
    re.IGNORECASE,
)


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# Words that turn a sentence round or make it conditional, by what they do: a paraphrase keeps each sort, and adds none.
_TURNING_SORTS = {
    "denial": _words(
        "not no nor never neither none without cannot nobody nothing nt unable lack lacked lacking fail failed fails "
        "failing failure hardly barely"
    ),
    "condition": _words("if unless whether would could might should may subject provided"),
    "limit": _words("only except until before after instead rather partly initially later eventually almost nearly"),
    "report": _words(
        "alleged alleges claimed claims claim said says told believed believes felt feels thought complained wanted "
        "asked requested sought argued disputed suggested"
    ),
    "refusal": _words("refuse refused refuses declined decline denied deny rejected withdrew withdrawn"),
}
# Of limits and conditions each is its own sort: "before" is not "after", "may" is not "would".
TURNING: dict[str, str] = {
    word: f"“{word}”" if sort in ("limit", "condition") else f"a {sort}"
    for sort, words in _TURNING_SORTS.items()
    for word in sorted(words)
}

# Who did it and to whom: a sentence with these two changed round has the same words.
_PARTY_SORTS = {
    "body": _words("council councils authority body borough trust provider it its they their"),
    "ombudsman": _words("ombudsman lgsco"),
    "complainant": _words(
        "complainant mr mrs ms miss mx mother mum father dad man woman resident parent parents tenant applicant couple "
        "family carer he she him her his"
    ),
    "child": _words("child children son sons daughter daughters boy girl pupil student"),
    "school": _words("school college academy"),
    "landlord": _words("landlord"),
    "relative": _words("husband wife partner brother sister grandmother grandfather aunt uncle"),
}
# Each of these is somebody else.
_OTHERS = _words(
    "neighbour driver owner builder landowner officer worker assessor doctor teacher headteacher home agency panel "
    "tribunal court police government department hospital solicitor friend niece nephew cousin granddaughter grandson "
    "bailiff contractor developer"
)
PARTIES: dict[str, str] = {word: sort for sort, words in _PARTY_SORTS.items() for word in sorted(words)}
PARTIES |= {form: word for word in sorted(_OTHERS) for form in (word, f"{word}s")}
# These may stand for whoever the source means: they say nothing of who it is.
VAGUE_PARTIES = _words("it its they their he she him her his")

# Words that join what was proven and say nothing by themselves.
_JOINING = _words(
    "a an the of to for in on at by with from and as is was were are be been being it its this that these those which "
    "who whom whose their they them he she his her him had has have having also then there here where when while so "
    "both each one other another same into over about regarding against but however although though because since "
    "such decision decisions case cases complaint complaints complainant ombudsman lgsco council councils body "
    "authority matter investigation outcome result found finding findings find finds made make makes conclusion "
    "concluded decided reference dated date held recorded stated concerned concerns concerning involved involving "
    "i you your me we our did do does further known kind kinds"
)
# Between two cases these say nothing of either.
LINKING = _words(
    "by contrast in for example addition here there also and but while whereas another further one case is"
)
JOINING = _JOINING | LINKING
# Words of a remedy say nothing more beside a sum that a remedy row holds.
OF_A_REMEDY = _words(
    "remedy remedies payment payments pay paid sum sums amount amounts money agree agreed agrees action actions "
    "recommended recommend recommends offered compensation receive received total totalling came"
)
