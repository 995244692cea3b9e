"""The words of remedies as tables: how far a thing has come, what it is for, what is done, and what is no remedy.

Every pattern is matched against text that ``assistant.text.unify_characters`` made plain.
"""

from __future__ import annotations

import re

from assistant.domain import Purpose, RemedyKind, RemedyStatus

# How far a thing has come, by the words of its sentence; the first row that matches.
STATUSES: tuple[tuple[re.Pattern[str], RemedyStatus], ...] = (
    (
        re.compile(
            # "which he refused" is the complainant's answer to an offer and no refusal by the body.
            r"\b(?:not|n't|never) (?:yet )?(?:agreed?|accept(?:ed)?)\b"
            r"|(?<!he )(?<!she )(?<!they )(?<!which )(?<! [A-Z] )"
            r"\b(?:refuse[sd]?|declined?|rejected)\b",
            re.I,
        ),
        RemedyStatus.REFUSED,
    ),
    (
        re.compile(r"\b(?:want(?:s|ed)?|ask(?:s|ed) for|would like|seeks?|claim(?:s|ed)|demand(?:s|ed))\b", re.I),
        RemedyStatus.CLAIMED,
    ),
    (re.compile(r"\bagree(?:s|d)?\b|\baccept(?:s|ed) (?:my|our|the) recommendation", re.I), RemedyStatus.AGREED),
    (
        re.compile(
            r"\b(?:has|have|had) (?:now |already |also |since )*(?:paid|refunded|reimbursed|waived|written off"
            r"|cancelled|"
            r"apologised|credited|repaid)\b|\balready (?:paid|refunded|apologised|made)\b",
            re.I,
        ),
        RemedyStatus.ALREADY_PAID,
    ),
    (re.compile(r"\boffer(?:s|ed|ing)?\b|\bpropos(?:es|ed|al)\b", re.I), RemedyStatus.OFFERED),
    (re.compile(r"\brecommend(?:s|ed|ation)?\b|\bshould\b|\bsuggest(?:s|ed)?\b", re.I), RemedyStatus.RECOMMENDED),
)

# What a payment recognises: asked of the words behind "to recognise …", without their cause ("caused by …").
PURPOSES: tuple[tuple[re.Pattern[str], Purpose], ...] = (
    (
        re.compile(
            r"\b(?:distress|upset|frustrat\w+|uncertainty|worry|anxiety|outrage|stress|concern|confusion"
            r"|disappointment|"
            r"inconvenience|raised expectations)\b",
            re.I,
        ),
        Purpose.DISTRESS,
    ),
    (re.compile(r"\btime and trouble\b|\btrouble\b|\btime and effort\b", re.I), Purpose.TIME_AND_TROUBLE),
    (
        re.compile(
            r"\b(?:loss of|lost|missed|missing|lack of) (?:\w+ ){0,3}?(?:education|provision|support|services?"
            r"|care|tuition|schooling|"
            r"therapy|respite|accommodation|opportunit\w+|sessions?)\b|\bunsuitable accommodation\b",
            re.I,
        ),
        Purpose.LOSS_OF_PROVISION,
    ),
    (re.compile(r"\brisk of (?:significant )?harm\b|\bharm\b|\bput at risk\b", re.I), Purpose.RISK_OF_HARM),
    (
        re.compile(r"\b(?:costs?|expenses?|fees?|financial loss|out of pocket|spent|losses)\b", re.I),
        Purpose.FINANCIAL_LOSS,
    ),
    (re.compile(r"\bdelay(?:s|ed)?\b", re.I), Purpose.DELAY),
)
PURPOSE_BEGINS = re.compile(
    r"\b(?:to (?:recogni[sz]e|acknowledge|reflect|remedy|remediate|address|compensate|make up)|in recognition of"
    r"|for|in respect of|towards)\b",
    re.I,
)
CAUSE_BEGINS = re.compile(
    r"\b(?:caused|because of|due to|as a result of|arising|resulting|which|when it|by its|by the)\b", re.I
)

# What is done, where it is no money: the first row that matches names the kind.
KINDS: tuple[tuple[re.Pattern[str], RemedyKind], ...] = (
    (re.compile(r"\bapolog(?:y|ise|ize|ises|ising|ies)\b", re.I), RemedyKind.APOLOGY),
    (
        re.compile(r"\bback-?\s?dat\w*|\barrears of (?:\w+ )?(?:allowance|payments?)\b", re.I),
        RemedyKind.BACKDATED_PROVISION,
    ),
    (
        # "review its letters" is for everybody, "review its decision on his application" for one.
        re.compile(
            r"\breview\w* (?:of )?(?:its|their|how|the way)\b(?! (?:\w+ ){0,2}?(?:decision|assessment|refusal))", re.I
        ),
        RemedyKind.SERVICE_IMPROVEMENT,
    ),
    (
        re.compile(
            r"\b(?:staff|officers|(?:its|all|relevant) (?:\w+ )?(?:social workers|managers|teams?)|remind\w*"
            r"|train\w*|procedures?|polic(?:y|ies)|"
            r"process(?:es)?|practices?|action plan|lessons?|learning|guidance|templates?|systems?|in (?:the )?future|"
            r"improve\w*|monitor\w*|audit\w*|others|standard letters?|website|leaflets?)\b",
            re.I,
        ),
        RemedyKind.SERVICE_IMPROVEMENT,
    ),
    (
        re.compile(
            r"\bre-?assess\w*|\breconsider\w*|\bre-?consider\w*|\breview\w*|\bassess(?:ment|es)?\b|\b(?:fresh|new"
            r"|another) "
            r"(?:decision|appeal|panel|hearing|investigation)\b|\bre-?hear\w*",
            re.I,
        ),
        RemedyKind.REASSESSMENT,
    ),
)

PAY = re.compile(
    r"\b(?:pay(?:s|ing|ment|ments)?|sum of|award|remedy of|compensat\w+|gesture|offer(?:s|ed)?|paid)\b", re.I
)
REFUND = re.compile(
    r"\b(?:refund\w*|reimburs\w+|repay\w*|repaid|waiv\w+|writ(?:e|es|ing|ten) off|wrote off|cancel\w*|credit\w*)\b",
    re.I,
)
# A sum that belongs to the story and not to the remedy: what stands closely before it says so.
NO_REMEDY = re.compile(
    r"\b(?:debts?|owed|owes|fees?|charges?|charged|fines?|bills?|invoices?|rent|penalt(?:y|ies)|arrears|cost|costs|"
    r"contributions?|savings|income|capital|overpayment|benefits?|allowance|salary|valued at|budget|band)\b[^£]{0,30}$",
    re.I,
)
PERIOD = re.compile(
    r"\s*(?:,\s*)?(?:a|an|per|each|every|for (?:each|every)|for the)\s+(?:calendar |full |school |academic |complete )?"
    r"(day|week|fortnight|month|term|year)\b",
    re.I,
)
EACH_AFTER = re.compile(
    r"\s*(?:each\b(?! (?:day|week|fortnight|month|term|year))|to (?:each|both)\b|apiece\b|per (?:person|child)\b)", re.I
)
EACH_BEFORE = re.compile(r"\b(?:each of|each|both)\b[^£]{0,40}$", re.I)
TOTAL_BEFORE = re.compile(r"\b(?:total(?:ling|s|led)?|in all|altogether|adds? up to|comes to)\b[^£.;]{0,25}$", re.I)
TOTAL_AFTER = re.compile(r"\s*(?:in total|in all|altogether|overall)\b", re.I)
PARTS_FOLLOW = re.compile(
    r"\b(?:made up of|compris\w+|consist\w+ of|being|broken down|this (?:is|includes)|which is)\b|:\s*$|\(\s*$",
    re.I,
)
ALREADY_AFTER = re.compile(
    r"\s*(?:payment |sum |remedy )?(?:which |that )?(?:(?:it|the \w+|they) )?(?:(?:has|have|had|was"
    r"|is) )?already (?P<what>paid|offered|made|given|sent|agreed)",
    re.I,
)
ALREADY_BEFORE = re.compile(r"\balready (?P<what>paid|offered|made|given|sent)\b[^£]{0,40}$", re.I)
FROM_BEFORE = re.compile(
    r"\b(?:from|instead of|rather than|not just|more than)\s+(?:its |the )?(?:previous |original "
    r"|earlier )?(?:offer of )?$",
    re.I,
)
RANGE = re.compile(r"\bbetween\s+$|\bup to\s+$", re.I)
RANGE_TO = re.compile(r"^\s*(?:to|-)\s*(?=£)", re.I)

VERB = (
    r"(?:pay|make|apologise|issue|send|write|provide|remind|review|refund|reimburse|repay|waive|cancel|arrange"
    r"|carry out|"
    r"complete|offer|backdate|reassess|reconsider|amend|correct|add|train|produce|update|share|give|take|contact|meet|"
    r"confirm|hold|invite|consider|ensure|introduce|develop|put|set|remove|record|explain|work|seek|start|stop|appoint|"
    r"allocate|assess|award|fund|identify|prepare|place|check|discuss|deliver|circulate|publish|investigate"
    r"|inspect|decide|ask|"
    r"increase|raise|agree|appeal|commission|commit|move|find|monitor|audit|create|include|clarify|hear|visit|"
    r"reflect|sent|learn|improve|change|restore|return|undertake|conduct|allow|support|tell|report|instruct"
    r"|process|evaluate)"
)
CLAUSE_CUT = re.compile(
    rf";\s*(?:and\s+)?|,?\s+and\s+(?:then\s+|also\s+|to\s+|it\s+will\s+|will\s+|should\s+)*(?={VERB}(?:s|es)?\b)"
    rf"|,\s+(?={VERB}(?:s|es)?\b)",
    re.I,
)
BEGINS_WITH_VERB = re.compile(rf"(?:to\s+|also\s+|that it\s+|it\s+)*{VERB}(?:s|es|ing)?\b", re.I)
SUBJECT = re.compile(
    r"^.*?\b(?:(?:has|have) (?:now |also |since )?agreed (?:to|that (?:it|they) will)|agree[sd]? to|(?:it|they"
    r"|council|trust|provider|"
    r"home|authority|company|board|panel|organisation|school) (?:will|should|must)(?: also| now)?"
    r"|recommends?(?:ed)? (?:that )?(?:the )?"
    r"(?:council|it|trust|provider)?(?: should)?|to remedy (?:this|the injustice)[^,]*,?)\s+",
    re.I,
)
# "provide us with evidence it has done these things": how the remedy is checked, not what it is.
COMPLIANCE = re.compile(
    r"\bevidence\b.{0,25}\b(?:it|they|this|these|the above|the \w+) (?:has|have|had) (?:been )?"
    r"(?:done|compl|taken|carr|implement|made|sent|met)|\b(?:tell|update|notify|inform|report (?:back )?to"
    r"|confirm to) (?:us|me|the "
    r"ombudsman)\b|\b(?:take|complete|carry out) (?:this|these|the) (?:agreed |above )?(?:action|step|remed)"
    r"|\bprovide (?:us|me|the "
    r"ombudsman) with (?:evidence|confirmation|proof)(?: (?:of (?:this|these|compliance)|it|when))",
    re.I,
)
THIS_ACTION = re.compile(
    r"\b(?:this|these|the(?: above)?|all) (?:action|step|remed|thing)\w*\b|\bdo this\b|\bcomplete this\b", re.I
)
DEADLINE = re.compile(
    r"\b(?:within (?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|twelve|\d+) (?:further )?(?:working "
    r"|calendar )?(?:day|week|month|year)s?"
    r"(?: of (?:(?:the date of )?(?:my|our|the|this) )?(?:final )?(?:decision|report)(?: statement)?)?"
    r"|by (?:the end of )?\d{1,2} [A-Z][a-z]+ \d{4}|by (?:the end of )?[A-Z][a-z]+ \d{4})",
    re.I,
)

COMPLIANCE_REPORT = re.compile(r"\b(?:tell|update|notify|inform|report|confirm|evidence)\b", re.I)

# Between "pay" and the sum: words that name nobody.
NO_RECEIVER = re.compile(
    r"\s*(?:a |an |the )?(?:further |symbolic |additional |extra |another |sum of |payment of )*", re.IGNORECASE
)

# The Ombudsman explaining itself beside the actions: its figures are a tariff's and nobody's.
ASIDE = re.compile(
    r"\bwe publish\b|\b(?:our|the ombudsman's) (?:published )?guidance\b[^.]{0,60}\b(?:says|suggests|recommends|sets)\b"
    r"|\bI (?:consider|am satisfied|welcome)\b|\bthis is in line with\b",
    re.IGNORECASE,
)
