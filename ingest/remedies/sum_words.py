"""The words of sums as tables: what money is for, which sums are rates, totals or no remedy.

Every pattern is matched against text that ``assistant.text.unify_characters`` made plain.
"""

from __future__ import annotations

import re

from assistant.domain import Purpose

# What a payment recognises: asked of the words behind "to recognise …", where the first that fits counts.
_SERVICE_LOST = (
    r"(?:education|provision|support|services?|care|tuition|schooling|therapy|respite|accommodation|opportunit\w+"
    r"|sessions?|activit\w+"
    r"|lessons?|transport|benefit of)"
)
PURPOSES: tuple[tuple[re.Pattern[str], Purpose], ...] = (
    (
        re.compile(
            r"\b(?:distress|upset|frustrat\w+|uncertainty|worry|anxiety|outrage|stress|concern|confusion|disappointment"
            r"|inconvenience|raised expectations|fear|suffering|strain|embarrassment|humiliation|grief|hurt|anguish"
            r"|(?:loss of|without) sleep)\b",
            re.I,
        ),
        Purpose.DISTRESS,
    ),
    (
        re.compile(r"\btime and (?:trouble|effort)\b|\btrouble\b|\bfor (?:his|her|their) time\b", re.I),
        Purpose.TIME_AND_TROUBLE,
    ),
    (
        re.compile(
            rf"\b(?:loss of|lost|missed|missing|lack of|went without|go without"
            rf"|without) (?:[\w-]+ ){{0,4}}?{_SERVICE_LOST}\b"
            rf"|\b{_SERVICE_LOST} (?:that |which )?(?:[\w]+ ){{1,2}}?(?:missed|lost|went without|did not (?:get"
            rf"|receive|have)|should have)\b"
            r"|\beducational (?:benefit|needs)\b|\bunsuitable accommodation\b|\bwithout (?:a |any )?(?:usable"
            r"|suitable|proper) (?!break)\w+",
            re.I,
        ),
        Purpose.LOSS_OF_PROVISION,
    ),
    (re.compile(r"\brisk of (?:significant )?harm\b|\bharm\b|\bput at risk\b", re.I), Purpose.RISK_OF_HARM),
    (
        re.compile(
            r"\b(?:costs?|expenses?|financial loss|out of pocket|spent(?! (?:in|at|with|waiting))|losses|earnings"
            r"|wages|fares?"
            r"|mileage|(?:lost|in|of the) value|value of|bills?|interest on|(?:that|her|his|their|this) loss"
            r"|lost (?:by|in)|had to pay|loss of (?:income|earnings|value)|put to a loss"
            r"|they have lost|charged (?:her|him|them))\b",
            re.I,
        ),
        Purpose.FINANCIAL_LOSS,
    ),
    (
        re.compile(r"\bdelay(?:s|ed)?\b|\blate (?:reply|replies|answer|response)\b|\bkept waiting\b", re.I),
        Purpose.DELAY,
    ),
)
PURPOSE_BEGINS = re.compile(
    r"\b(?:to (?:recogni[sz]e|acknowledge|reflect|remedy|remediate|address|compensate|make up)|in recognition of"
    r"|for|in respect of|towards)\b",
    re.I,
)
CAUSE_BEGINS = re.compile(
    r"\b(?:caused|because|due to|as a result|arising|resulting|which|that|who|when|while|by|of|during|from|over|in"
    r"|at|on)\b",
    re.I,
)

PAY = re.compile(
    r"\b(?:pay(?:s|ing|ment|ments)?|sum of|award|remedy of|compensat\w+|gesture|offer(?:s|ed)?|paid)\b", re.I
)
# Money given back or not asked for, whoever took it: "reimburse", "repay" and "pay back" say so themselves.
REFUND = re.compile(
    r"\b(?:refund\w*|reimburs\w+|repay(?:s|ing)?\b|repaid|pay(?:s|ing)? (?:\w+ ){0,3}?back|paid (?:\w+ ){0,3}?back"
    r"|(?:give|gave|giving|given) back|waiv\w+|writ(?:e|es|ing|ten) (?:\w+ ){0,3}?off|wrote off|cancel\w*"
    r"|credit(?:ed|s|ing)?"
    r"|(?:reduce|reduced|lower|lowered) (?:what|the (?:amount|sum|bill|debt|balance|charge|invoice)|(?:his|her"
    r"|their|its) (?:bill|debt"
    r"|account|charges))|(?:remove|removed|deduct|deducted|take off|took off|taken off)|return(?:ed|s)?(?= (?:the"
    r"|his|her|their|£))|not charge)\b",
    re.I,
)
GIVES_BACK = re.compile(r"\b(?:refund|reimburse|repay|return|pay back|give back)\w*\b[^£]{0,40}$", re.I)
# A sum that belongs to the story and not to the remedy: what stands closely before it says so.
NO_REMEDY = re.compile(
    r"\b(?:debts?|owed|owes|fees?|charges?|charged|fines?|bills?|invoices?|rent|penalt(?:y|ies)|arrears|cost|costs|"
    r"contributions?|savings|income|capital|overpayment|benefits?|allowance|salary|valued at|budget|band|loan|grant"
    r"|deposit|less|minus)\b[^£]{0,30}$",
    re.I,
)
PERIOD = re.compile(
    r"\s*(?:,\s*)?(?:a|an|per|each|every|for (?:each|every)(?: of (?:the|those|these|its)? ?(?:[\w-]+ ){0,2}?)?"
    r"|for the)\s*"
    r"(?:calendar |full |school |academic |complete |further |whole |half )?"
    r"(?P<per>day|week|fortnight|month|term|year)s?\b(?! to\b)|\s*(?P<ly>daily|weekly|monthly|yearly)\b",
    re.I,
)
# A price by the hour or the mile: beside a sum it only says how that was worked out.
UNIT_PRICE = re.compile(
    r"\s*(?:a|an|per|each|for each|for every) (?:hour|night|session|visit|mile|lesson|meal|journey|trip)\b", re.I
)
EACH_AFTER = re.compile(
    r"\s*(?:each\b(?! (?:day|week|fortnight|month|term|year))|(?:to|for) (?:each"
    r"|both)\b(?! (?:of the )?(?:\w+ )?(?:days?|weeks?"
    r"|months?|terms?|years?|error|mistake|visit|fault))|apiece\b|per (?:person|child)\b)",
    re.I,
)
EACH_BEFORE = re.compile(
    r"\b(?:each of (?!the (?:council|trust|bod|organisation)|(?:the |those |these )?(?:\w+ )?(?:days|weeks|months"
    r"|terms|years)\b)|both of|(?:Mr|Mrs|Ms|Miss) [A-Z] each|them each)\b[^£]{0,40}$",
    re.I,
)
TOTAL_BEFORE = re.compile(
    r"\bthe total\b[^£.;]{0,60}$|\b(?:total(?:ling|s|led)?|in all|altogether|adds? up to|comes? to|amounts?"
    r" to)\b[^£.;]{0,25}$",
    re.I,
)
TOTAL_AFTER = re.compile(r"\s*(?:in total|in all|altogether|overall)\b", re.I)
PARTS_FOLLOW = re.compile(
    r"\b(?:made up of|compris\w+|consist\w+ of|being|broken down|this (?:is|includes)|which is|that is|namely)\b"
    r"|:\s*$|\(\s*$",
    re.I,
)
# A sum beside which another is paid: it was paid, offered or agreed before.
ALREADY_AFTER = re.compile(
    r"\s*(?:payment |sum |remedy |credit )?(?:which |that )?(?:(?:it|they|the \w+) )?(?:(?:has|have|had|was|is) )?"
    r"(?:already |previously )(?P<what>paid|offered|made|given|sent|credited|refunded|agreed)",
    re.I,
)
ALREADY_BEFORE = re.compile(r"\balready (?P<what>paid|offered|made|given|sent|credited|refunded)\b[^£]{0,40}$", re.I)
BESIDE = re.compile(r"\b(?:in addition to|on top of|as well as|besides|over and above|apart from)\b[^£]{0,30}$", re.I)
BESIDE_AFTER = re.compile(
    r"\s*(?:payment |sum |credit )?(?:which |that )?(?:it|they|the \w+)(?: (?:has|have|had))? (?P<what>paid|gave"
    r"|made|offered|credited"
    r"|refunded)\b",
    re.I,
)
# A sum that another takes the place of.
FROM_BEFORE = re.compile(
    r"\b(?:from|instead of|rather than|not just|more than|in place of|in lieu of|takes? the place of|replac(?:es?"
    r"|ing)|supersed(?:es?|ing)"
    r"|increase[sd]?|doubl(?:e|es|ed|ing)|raise[sd]?)\s+(?:of )?(?:the |its |their |this |that )?(?:(?:previous"
    r"|original|earlier|first|existing|initial) )*"
    r"(?:offer(?: of)?|sum of|payment of|amount of)?\s*(?:the )?$",
    re.I,
)
# "The offer of £50 was too low. I asked it to pay double": the offer was overtaken by what was agreed.
OFFER_BEFORE = re.compile(r"\boffer(?:ed)? (?:of |to pay )?(?:\w+ ){0,3}?$", re.I)
OVERTAKEN = re.compile(
    r"\b(?:withdr(?:awn|ew)|overtaken|supersed\w+|replac(?:ed|es) (?:it|this|that|by)|pay (?:double|twice|more)"
    r"|double (?:it|this|that)|in its place"
    r"|increase (?:it|this|that)|in favour of (?:what|the)|higher (?:payments?|sums?|amounts?))\b",
    re.I,
)
# An offer in one sentence, weighed and raised in those behind it: "This is not enough. It has agreed to pay £200."
TOO_LOW = re.compile(
    r"\b(?:not (?:enough|sufficient|adequate|a sufficient|an adequate|a suitable|a proportionate)|insufficient"
    r"|inadequate"
    r"|too (?:low|little|small)|falls? short|less than|(?:do|does|did) not (?:fully |adequately |properly |go"
    r" far enough"
    r"|match|reflect|remedy|recogni[sz]e|put))\b",
    re.I,
)
RAISED = re.compile(
    r"\b(?:increas|rais|improv|doubl)\w* (?:its|the|this|that|their) (?:\w+ ){0,2}?(?:offer|payment|sum|amount)\b"
    r"|\b(?:increas|rais)\w* (?:it|this|that|these|them)? ?(?:up )?(?:to|from) £|\bin place of\b|\bthat replaces\b"
    r"|\binstead of (?:the|its)\b|\bhigher (?:payments?|sums?|amounts?)\b",
    re.I,
)
AT_MOST = re.compile(r"\b(?:up to|a maximum of|no more than) (?:a (?:maximum|limit) of )?£", re.I)
RANGE = re.compile(r"\bbetween\s+$", re.I)
RANGE_TO = re.compile(r"^\s*(?:to|-)\s*(?=£)", re.I)
# "£2,000, that is £100 a month for 20 months": what may stand between a product and its rate.
PRODUCT_LINK = re.compile(
    r"\(|\bthat is\b|\bbeing\b|\bi\.?e\b|\btotal\w*\b|\bin all\b|=|\bcom(?:es|ing) to\b|\bmaking\b|\bcalculated\b"
    r"|\bbased on\b"
    r"|\bworked out\b|\bat\b|\brepresent\w*\b|\bequat\w+\b|\bequal to\b|\bcomprising\b|\bequivalent\b"
    r"|\bmade up of\b|\bwhich is\b|\bamount\w* to\b|\bthis is\b",
    re.I,
)
# Words that take an action back: nothing is given there.
NEGATED = re.compile(
    r"\b(?:not|no longer|never|without)\b(?: \w+){0,3}? (?:be )?(?:asked? to|have to|pay|give|make)\b"
    r"|\bwould have (?:paid|had to pay|cost|been (?:charged|asked|due))\b",
    re.I,
)
# Between "pay" and the sum: words that name nobody.
NO_RECEIVER = re.compile(
    r"\s*(?:a |an |the |and |also |back |it |further |symbolic |additional |extra |another |more |sum of "
    r"|total of |payment of |of )*",
    re.IGNORECASE,
)
DEADLINE = re.compile(
    r"\b(?:within (?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|twelve|\d+) (?:further |more )?(?:working "
    r"|calendar )?(?:day|week|month|year)s?"
    r"(?: of (?:(?:the date of )?(?:my|our|the|this|its) )?(?:final |public interest )?(?:decision|report|statement)"
    r"(?: statement)?(?: being (?:issued|published))?)?"
    r"|within a further (?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|\d+) (?:day|week|month)s?"
    r"|by (?:the end of )?\d{1,2} [A-Z][a-z]+ \d{4}|by (?:the end of )?[A-Z][a-z]+ \d{4})",
    re.I,
)
