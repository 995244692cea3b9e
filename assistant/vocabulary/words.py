"""Which words of a question carry its topic, and which only say what kind of question it is."""

from __future__ import annotations

STOP_WORDS: frozenset[str] = frozenset(
    """a about above after again against ago all also am an and any anything are as ask asked at away b4 back be because been
    before being between bit both but by came can cant cause come comes could cos couldnt cuz did didn didnt do does doesnt doing done dont
    down due during each either else end even ever every everyone few first for from further gave get gets getting give given
    go goes going gone good got had has hasnt have havent having he her here hers him his how however i id if ill im in into is isnt it
    its ive just keep keeps kept know knows last later let like ll long look lot made make makes many may me mine more most much must my
    near need needs never next no nobody none nor not now nothing of off often on once one ones only or other others our ours out over own
    past per please pls put quite rather re really said same say says see seem she should shouldnt since so some somebody someone
    something soon still such supposed sure take taken tell than that thats the their them then there theres these they theyre theyve
    thing things think this those though thought through thru till to told too took try two u under until up upon ur us use used using
    very want wants was wasnt way we week weeks well went were werent weve what whats when where whether which while who whom whos whose why will
    with within without wk wks would wouldnt wrong yes yet you your yours yr yrs year years month months mths day days ok okay hi hello
    hoping thanks thank""".split()
)

# Words that ask for an outcome, a sum, a list or a verdict; they occur in decisions of every subject.
KIND_WORDS: frozenset[str] = frozenset(
    """remedy remedies typical typically usual usually normal normally amount amounts payout payouts pay paid paying payment payments compensation
    compensated compensate comparables comparable comparators cases case decision decisions example examples precedent precedents outcome outcomes
    fault faults upheld ombudsman ombo lgo lgsco complaint complain complained money £ £? £££ figure figures sum award awards awarded
    proportionate offer defensible rate going caseworker client council councils la las sort kind expect happens happen treat treats
    treated record history pattern letter drafting reply previous decided list show closed relevant similar people ppl idea somebody
    anybody anyone result worth""".split()
)

# Phrases that ask; removed from the topic in this order. Each is a regular expression without word boundaries.
KIND_PHRASES: tuple[str, ...] = (
    r"(?:hi|hello|hiya|dear all|hey)\b[,! ]*",
    r"(?:hoping|hope) (?:someone|somebody|anyone|you) can help",
    r"(?:can|could) (?:anyone|someone|somebody|you) (?:please |pls )?(?:help|advise|tell me)",
    r"(?:i'?m|i am) (?:the|a) (?:caseworker|complaints? (?:officer|manager|lead)|advocate|solicitor|adviser)[:,]?",
    r"caseworker(?: \([^)]*\))?(?: here)?\s*[:\-]",
    r"drafting (?:a |an |our |my )?(?:stg|stage) ?\d (?:reply|response|letter)[.,:]?",
    r"what (?:remedy|remedies|redress|outcomes?) (?:is|are|would be) (?:typical|usual|normal|common|standard)(?: (?:for|in|when|where))?",
    r"what(?:'s| is) (?:a )?(?:typical|usual|normal|standard|common|going) (?:remedy|payout|award|payment|offer|amount|rate)(?: (?:for|in|when|where|per week))*",
    r"what (?:sort|kind|type) of (?:remedy|remedies|outcome|award|redress|payment)s?(?: (?:do|does|would|did|will|can|might) (?:the |an )?"
    r"(?:ombudsman|ombo|lgs?c?o|they|we|you|he|she|i) (?:give|get|order|award|expect))?(?: in (?:these|this)(?: cases?)?)?",
    r"(?:what|how much) (?:do|does|did|have|has|would|will|can|could|might) (?:the )?(?:other |most )?(?:people|ppl|others|families|parents|carers|councils?|LAs?|they|we|you|i|it|he|she|the ombudsman|lgs?c?o|someone)"
    r" (?:usually |normally |typically |generally |often )?(?:been )?(?:get|got|gotten|given|receive|received|had|have|paid|pay|end up paying|end up with|"
    r"end up getting|asked to pay|been asked to pay|been given|been paid|awarded|expect|offer)(?: (?:for|in|when|where) (?:that|this happens|these|this))?",
    r"how much (?:is|are|was|would be|for|do|does|money)?",
    r"what(?:'s| is) (?:the )?(?:going rate|usual|typical|normal|norm|tariff|a defensible offer|a fair offer|a proportionate offer|it worth)",
    r"what would be (?:a |an )?(?:proportionate|fair|reasonable|defensible|appropriate|sensible) (?:offer|remedy|payment|amount|figure)",
    r"(?:typical|usual|average|normal) (?:payouts?|payments?|awards?|amounts?|remed(?:y|ies)|sums?)",
    r"any (?:money|£+|compensation|payout|idea of £|idea)(?: in (?:that|it))?(?: of (?:£|the amount))?",
    r"(?:is|was|would|are) (?:that|this|it|they|the council|the la)(?: be)? (?:a |at )?(?:fault|wrong|maladministration|in the wrong)(?: of them)?(?: or not)?",
    r"is the council (?:at fault|in the wrong|wrong)(?: here)?",
    r"(?:at )?fault(?: or not)?\s*\?",
    r"fault or not",
    r"(?:has|have) (?:anyone|anybody|others?|other people|ppl|people) (?:had|got|been|ever|won)(?: (?:a|any))? ?(?:result|compensat\w+|compensation|anything|success|money|paid)?",
    r"how (?:do|does|did|would|will|have) (?:the )?(?:ombudsman|ombo|lgs?c?o|they|lgsco) (?:usually |normally |generally )?"
    r"(?:treat|see|view|deal with|handle|look at|approach|decide)(?: (?:that|these|this|it|those|on))?",
    r"what(?:'s| has| does| do| did|s)? (?:the )?(?:ombudsman|ombo|lgs?c?o) (?:say|said|made councils do|make of it|think|give|order)(?: (?:about|on) (?:that|this|it))?",
    r"what (?:do|would) (?:they|the ombudsman|lgs?c?o) order",
    r"(?:can|could|will|would) (?:the )?(?:ombudsman|ombo|lgs?c?o) (?:get me|look at(?: it)?|make them|cancel it|do anything|help(?: with)?|investigate)",
    r"comparables?(?: please| pls)?",
    r"(?:list|examples?|cases?|precedents?) (?:please|pls)",
    r"(?:please|pls)\b",
    r"(?:any|show me|give me|list|find)(?: me)?(?: all)?(?: the)? (?:cases?|decisions?|examples?|precedents?|comparables?|comparators?)(?: (?:about|on|where|with|of|for|involving|like))?",
    r"(?:do|would|will|should) (?:they|the council|LAs?|councils?) (?:have to )?(?:pay|refund|backdate)(?: it| that)?(?: back)?\s*\?",
    r"what gets? (?:refunded|paid|awarded)",
    r"what (?:have|has|did|do) (?:other )?(?:\w+ )?(?:others|people|ppl|carers|families|parents|councils|LAs) (?:got|get|had|have|been given|been asked to pay|been ordered|been told)",
    r"(?:£+|[£]\?)\s*\??$",
)
