"""Whether a question asks how its own complaint will end ("what are my odds"): that is not answered.

"Is it worth complaining", "anything in it?" and "any chance of a refund?" ask what others got, and are answered.
"""

from __future__ import annotations

import re

_PREDICTION = re.compile(
    r"\b(?:(?:will|would|am|are|do|can|could|shall) (?:i|we|she|he|they|my \w+|our \w+|this|it) (?:going to "
    r"|gonna |likely to |actually |think |definitely |really )*win\b(?! back)|(?:chances?|odds|likelihood"
    r"|probability|percent\w*|prospects?|hope) (?:of|that|i|we) (?:me |us |my |our |i |we |it "
    r"|a )?(?:\w+ )?(?:win|winning|success|succeeding|being upheld|get upheld|will win|it (?:will be"
    r"|being) upheld|i'll win|an? uphold)|what are (?:my|our) odds|will (?:my|our) (?:complaint|case"
    r"|claim) (?:be (?:upheld|successful)|succeed|win)|will (?:they|the ombudsman|lgo|lgsco) (?:definitely "
    r"|probably )?(?:uphold|find for|rule for|side with) (?:my|me|our|us)|i'?ll win\b|predict(?: (?:my|the|our"
    r"|what|how|if|whether))?|guarantee (?:me|that|a|i|my)|how likely (?:am|are) (?:i|we)"
    r"|how likely is it (?:that )?(?:i|we|they'll|they will|the ombudsman will|my)|bet on)\b"
)
_CHANCE_WORD = r"(?:chances?|odds|likelihood|probability|prospects?)"
_KIND_OF_CHANCE = (
    r"(?:(?:my|our|the|her|his|their|a|an|any|much of a|much|real|realistic|good|fair|decent|strong|reasonable"
    r"|likely) ){0,6}"
)
_GOOD_END = r"(?:uph(?:eld|old\w*)|win|winning|success\w*|succeed\w*|(?:in )?(?:my|our) favou?r)"
_CHANCES = re.compile(
    rf"\b(?:what(?:'s|s| are| is| would be)?|give me|tell me|how (?:good|high|strong) (?:are|is)|(?:rate|assess"
    rf"|estimate"
    rf"|calculate|work out)) {_KIND_OF_CHANCE}{_CHANCE_WORD}\b"
    rf"|\b(?:do|would) (?:i|we|she|he) (?:have|stand|get) {_KIND_OF_CHANCE}{_CHANCE_WORD}\b"
    rf"|\bhave (?:i|we) (?:got )?{_KIND_OF_CHANCE}{_CHANCE_WORD}\b|\b(?:are|is) (?:my"
    rf"|our) {_KIND_OF_CHANCE}{_CHANCE_WORD}\b"
    rf"|^\W*(?:my |our )?{_CHANCE_WORD}\W*$|\bin with a (?:\w+ )?(?:chance|shout)\b"
    rf"|\b(?:i|we|she|he) (?:would |will |might |could |even )?stand {_KIND_OF_CHANCE}chance\b"
    rf"|(?<!at )(?<!against the )\b{_CHANCE_WORD} (?:[a-z'-]+ ){{0,8}}?{_GOOD_END}\b"
    r"|\b(?:will|would|do you think|likely to|going to|they'd|they'll) (?:[a-z']+ ){0,5}?(?:find|rule|decide|come down)"
    r" (?:in (?:my|our|her|his) favou?r|(?:for|against) (?:me|us))\b"
    r"|\b(?:is|are|am) (?:[a-z']+ ){1,8}?likely to (?:be )?(?:win|succeed|successful|upheld|get (?:it )?upheld)\b"
    r"|\b(?:would|could|can) (?:my|our|this|a) (?:complaint|case|claim) (?:[a-z']+ ){0,6}?(?:succeed|win"
    r"|be (?:upheld|successful))\b"
)
# Asks for a thing that others got or did not get.
_CHANCE_OF_A_THING = re.compile(
    r"\b(?:any|is there an?y?|is there any) (?:chance|hope|prospect) of (?!win|succe|it being|being uph)"
)
# A cheap look before the costly pattern.
_MAY_SPEAK_OF_CHANCES = re.compile(
    r"chance|odds|likel|probabilit|prospect|favou?r|a shout|succe|upheld|\bwin\b|(?:for|against) (?:me|us)\b"
)


def wants_prediction(text: str) -> bool:
    """True where a text in lower case asks how the asker's own complaint will end."""
    if _PREDICTION.search(text):
        return True
    if not _MAY_SPEAK_OF_CHANCES.search(text):
        return False
    return _CHANCES.search(_CHANCE_OF_A_THING.sub(" ", text)) is not None
