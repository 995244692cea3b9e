"""Which words of a question carry its topic, and which only say what kind of question it is."""

from __future__ import annotations

_STOP_WORDS = """
a about above after again against ago all also am an and any anything anyway are arrive arrived arrives as ask asked
at away b4 back be because been before being between bit both bout but by came can cant cause come comes cos could
couldnt cuz day days did didn didnt do does doesnt doing done dont down due during each either else end even ever
every everyone few first for from further gave get gets getting give given go goes going gone good got had has hasnt
have havent having he hello her here hers hi him his hoping how however i id if ill im in into is isnt it its ive
just keep keeps kept know knows last later let like ll loads long look lot made make makes many may me messed mine
month months more most mths much must my near need needs never next no nobody none nor not nothing now of off often
ok okay on once one ones only or other others our ours out over own past per please pls put quite rather re really
said same say says see seem she should shouldnt since so some somebody someone something soon still stuff such
supposed sure take taken tell than thank thanks that thats the their them then there theres these they theyre theyve
thing things think this those though thought through thru till to told too took try two u under until up upon ur us
use used using very want wants was wasnt way we week weeks well went were werent weve what whats when where whether
which while who whom whos whose why will with within without wk wks would wouldnt wrong year years yes yet you your
yours yr yrs
"""

# Words that ask for an outcome, a sum, a list or a verdict; they occur in decisions of every subject.
_KIND_WORDS = """
amount amounts anybody anyone award awarded awards case cases caseworker client closed comparable comparables
comparators compensate compensated compensation complain complained complaint council councils decided decision
decisions defensible drafting example examples expect fault faults figure figures going happen happens history idea
kind la las letter lgo lgsco list money normal normally offer ombo ombudsman outcome outcomes paid pattern pay
paying payment payments payout payouts people ppl precedent precedents previous proportionate rate record relevant
remedies remedy reply result show similar somebody sort sum treat treated treats typical typically upheld usual
usually worth £ £? £££
"""

STOP_WORDS: frozenset[str] = frozenset(_STOP_WORDS.split())
KIND_WORDS: frozenset[str] = frozenset(_KIND_WORDS.split())

# Phrases that ask; removed from a question in this order. Each is a regular expression without word boundaries.
KIND_PHRASES: tuple[str, ...] = (
    # What someone thinks of the council is no subject: "the council is rubbish" is not about bins.
    (
        r"(?:council|councils|they|la|service|staff|social workers?|officers?|department)(?:'s|'re| is| are| was| were"
        r"| have been| has been)? (?:(?:absolute(?:ly)?|so|just|total(?:ly)?|really|utter(?:ly)?|complete(?:ly)?|a|bit"
        r"|pretty|all|load of) )*rubbish(?= at\b|\s*(?:[.!?,;]|$| and\b| but\b| so\b))"
    ),
    r"(?:hi|hello|hiya|dear all|hey)\b[,! ]*",
    r"(?:hoping|hope) (?:someone|somebody|anyone|you) can help",
    r"(?:can|could) (?:anyone|someone|somebody|you) (?:please |pls )?(?:help|advise|tell me)",
    (
        r"(?:i'?m|i am) (?:the|a) (?:caseworker|complaints? (?:officer|manager|lead)|advocate|solicitor|"
        r"adviser)[:,]?"
    ),
    r"caseworker(?: \([^)]*\))?(?: here)?\s*[:\-]",
    r"drafting (?:a |an |our |my )?(?:stg|stage) ?\d (?:reply|response|letter)[.,:]?",
    (
        r"what (?:remedy|remedies|redress|outcomes?) (?:is|are|would be) (?:typical|usual|normal|common|"
        r"standard)(?: (?:for|in|when|where))?"
    ),
    (
        r"what(?:'s| is) (?:a )?(?:typical|usual|normal|standard|common|going) (?:remedy|payout|award|payment|"
        r"offer|amount|rate)(?: (?:for|in|when|where|per week))*"
    ),
    (
        r"what(?: would be|'d be| might be| is|'s) (?:a |an |the )?(?:fair|reasonable|appropriate|proportionate|right)"
        r"(?: (?:remedy|redress|payment|payout|award|offer|amount|sum|figure|compensation))?(?=\s*(?:[.?!,;]|$| for\b))"
    ),
    (
        r"what (?:sort|kind|type) of (?:remedy|remedies|outcome|award|redress|payment)s?(?: (?:do|does|would|"
        r"did|will|can|might) (?:the |an )?(?:ombudsman|ombo|lgs?c?o|they|we|you|he|she|i) (?:give|get|order|"
        r"award|expect))?(?: in (?:these|this)(?: cases?)?)?"
    ),
    (
        r"(?:what|how much) (?:do|does|did|have|has|would|will|can|could|might) (?:the )?(?:other |most "
        r")?(?:people|ppl|others|families|parents|carers|councils?|LAs?|they|we|you|i|it|he|she|the ombudsman|"
        r"lgs?c?o|someone) (?:usually |normally |typically |generally |often )?(?:been )?(?:get|got|gotten|"
        r"given|receive|received|had|have|paid|pay|end up paying|end up with|end up getting|asked to pay|been "
        r"asked to pay|been given|been paid|awarded|expect|offer)(?: back| refunded| in the end)*"
        r"(?: (?:for|in|when|where) (?:that|this happens|these|this))?"
    ),
    (
        r"(?:can|could|do|will|should|would) (?:i|we|you|he|she|they|my \w+) (?:get|claim|have|ask for|be given|be paid"
        r"|expect|be due|receive) (?:any |some |a |more )?(?:money|compensation|cash|payout|payment|something)"
        r"(?: back)?(?: off (?:them|the council))?(?: (?:because|for|if|when|as|since|from|where|after|over|cos|coz))?"
    ),
    r"how much (?:is|are|was|would be|for|do|does|money)?",
    (
        r"what(?:'s| is) (?:the )?(?:going rate|usual|typical|normal|norm|tariff|a defensible offer|a fair "
        r"offer|a proportionate offer|it worth)"
    ),
    (
        r"what would be (?:a |an )?(?:proportionate|fair|reasonable|defensible|appropriate|sensible) (?:offer|"
        r"remedy|payment|amount|figure)"
    ),
    r"(?:typical|usual|average|normal) (?:payouts?|payments?|awards?|amounts?|remed(?:y|ies)|sums?)",
    r"any (?:money|£+|compensation|payout|idea of £|idea)(?: in (?:that|it))?(?: of (?:£|the amount))?",
    (
        r"(?:is|was|would|are) (?:that|this|it|they|the council|the la)(?: be)? (?:a |at )?(?:fault|wrong|"
        r"maladministration|in the wrong)(?: of them)?(?: or not)?"
    ),
    r"is the council (?:at fault|in the wrong|wrong)(?: here)?",
    r"(?:at )?fault(?: or not)?\s*\?",
    r"fault or not",
    (
        r"(?:has|have) (?:anyone|anybody|others?|other people|ppl|people) (?:had|got|been|ever|won)(?: (?:a|"
        r"any))? ?(?:result|compensat\w+|compensation|anything|success|money|paid)?"
    ),
    (
        r"how (?:do|does|did|would|will|have) (?:the )?(?:ombudsman|ombo|lgs?c?o|they|lgsco) (?:usually |"
        r"normally |generally )?(?:treat|see|view|deal with|handle|look at|approach|decide)(?: (?:that|these|"
        r"this|it|those|on))?"
    ),
    (
        r"what(?:'s| has| does| do| did|s)? (?:the )?(?:ombudsman|ombo|lgs?c?o) (?:say|said|made councils do|"
        r"make of it|think|give|order)(?: (?:about|on) (?:that|this|it))?"
    ),
    r"what (?:do|would) (?:they|the ombudsman|lgs?c?o) order",
    (
        r"(?:can|could|will|would) (?:the )?(?:ombudsman|ombo|lgs?c?o) (?:get me|look at(?: it)?|make them|"
        r"cancel it|do anything|help(?: with)?|investigate)"
    ),
    r"comparables?(?: please| pls)?",
    r"(?:list|examples?|cases?|precedents?) (?:please|pls)",
    r"(?:please|pls)\b",
    (
        r"(?:any|show me|give me|list|find)(?: me)?(?: all)?(?: the)? (?:cases?|decisions?|examples?|"
        r"precedents?|comparables?|comparators?)(?: (?:about|on|where|with|of|for|involving|like))?"
    ),
    (
        r"(?:do|would|will|should) (?:they|the council|LAs?|councils?) (?:have to )?(?:pay|refund|"
        r"backdate)(?: it| that)?(?: back)?\s*\?"
    ),
    r"what gets? (?:refunded|paid|awarded)",
    (
        r"what (?:have|has|did|do) (?:other )?(?:\w+ )?(?:others|people|ppl|carers|families|parents|councils|"
        r"LAs) (?:got|get|had|have|been given|been asked to pay|been ordered|been told)(?: back| refunded| in the end)*"
    ),
    r"(?:£+|[£]\?)\s*\??$",
)
