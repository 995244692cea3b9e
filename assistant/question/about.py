"""A question → what it asks of Redress itself ("how many decisions do you hold?"), or that it is small talk.

Only a text that says nothing else is taken: every pattern must match it whole. "Hello, my son's plan is late" is a
question about a plan.
"""

from __future__ import annotations

import re

from assistant.doors import DeclineReason

# Longer texts say more than a greeting or a question about Redress.
_LONGEST = 110
_BEFORE = (
    r"(?:(?:hi|hiya|hello|hey|thanks|thank you|ok|okay|right|great|so|and|but|well|sorry|please|just wondering"
    r"|quick question"
    r"|out of interest|one question|before i (?:start|ask|begin))\b[\s,.!:;-]*)*"
)
_AFTER = (
    r"(?:[\s,]*(?:please|pls|then|by the way|btw|exactly|actually|now|today|here|redress|though|thanks"
    r"|thank you))*[\s?!.]*"
)
_HOLD = r"(?:hold|have|know|store|contain|include|cover|search(?: through)?|keep|use)"
_CASES = r"(?:decisions?|cases?|reports?|complaints?|precedents?|judgments?|rulings)"
_YOU = r"(?:you|redress|it|this|this (?:tool|thing|app|site|page|program|casebook|database))"
_CASEBOOK = (
    r"(?:(?:your|the|this|redress'?s?) (?:casebook|data|database|information|decisions|cases|collection|records?"
    r"|stuff|sources?)"
    r"|redress|this (?:tool|thing|app|site|page|program))"
)
_MY_QUESTION = (
    r"(?:my|our|the|these|any of my|what i (?:type|write|ask|say|enter)|things i (?:type|write|ask))"
    r"(?: (?:questions?|data|details|information|conversations?|chats?|words|text|query|queries|typing|searches))?"
)

_PATTERNS: tuple[tuple[DeclineReason, tuple[str, ...]], ...] = (
    (
        DeclineReason.THANKS,
        (
            r"(?:ok|okay|right|great|brilliant|lovely|perfect|fab|super|wow|cool|nice|good|got it|that'?s"
            r" (?:great|good|fine"
            r"|helpful|useful|very helpful|really helpful|all|it|brilliant|perfect|lovely)|very helpful|helpful"
            r"|no)?[\s,.!-]*"
            r"(?:thanks|thank you|thankyou|thank u|thx|ty|cheers|ta|much appreciated|many thanks|bye|goodbye"
            r"|bye bye|see you)"
            r"(?: (?:so much|very much|a lot|a million|again|all|for (?:that|this|your help|the help"
            r"|all your help|everything)"
            r"|for now|that(?:'s| is) (?:all|great|helpful|very helpful|really helpful|brilliant|perfect)|mate|you"
            r"|goodbye|bye))*",
        ),
    ),
    (
        DeclineReason.GREETING,
        (
            r"(?:hi|hiya|hello|helo|hey|hallo|howdy|good (?:morning|afternoon|evening|day)|morning|afternoon|evening)"
            r"(?: (?:there|again|all|everyone|redress|robot|bot|chatbot|to you))*"
            r"(?:[\s,.!]*(?:how are you|how are you doing|how's it going|are you there|anyone there"
            r"|nice to meet you))?",
            r"how are you(?: (?:doing|today|there))*",
        ),
    ),
    (
        DeclineReason.WHAT_IT_CAN_DO,
        (
            r"(?:what|which (?:things|questions)|what (?:things|kinds? of (?:things|questions)|sorts? of"
            r" (?:things|questions)|else))"
            r" (?:can|could|should|do|may) (?:i|we|one) (?:ask|do|type|find|look up|use)(?: (?:you|here|it|this"
            r"|with (?:this|it|you)"
            r"|in here|about|for|it for|this for|you for))*",
            r"(?:what|how) (?:can|could|do|does|will) (?:you|redress|it|this|this (?:tool|thing|app|site"
            r"|page)) (?:do|help"
            r"|work|answer|know|know about|offer)(?: (?:for me|for us|me|us|me with|with|exactly|for you))*",
            r"(?:what|who) (?:is|are|r|'?s) (?:redress|you|this|this (?:tool|thing|app|site|page|program|for)"
            r"|you for|redress for"
            r"|it for)",
            r"what(?:'s| is) (?:this|redress|this (?:tool|thing|app|site|page)) (?:for|about)",
            r"how (?:do|should|can) (?:i|we) (?:use|work|start|begin)(?: (?:this|it|you|redress|with this|here))*",
            r"(?:help|help me|i need help|can you help(?: me| us)?|could you help(?: me| us)?|show me how(?: it works)?"
            r"|how to use (?:this|it|redress)|instructions|what now|getting started|where do i start)",
            r"are you (?:an? )?(?:ai|a\.i\.|robot|bot|chatbot|human|person|real person|machine|computer"
            r"|language model|chat ?gpt"
            r"|real|alive|a lawyer|lawyer|a solicitor|solicitor|the ombudsman|official|part of the ombudsman"
            r"|from the ombudsman)",
            r"(?:am i|are we) (?:talking|speaking|chatting) (?:to|with) (?:a )?(?:human|person|real person|robot"
            r"|bot|machine|ai"
            r"|someone|somebody)",
            r"who (?:made|built|wrote|runs|owns|created) (?:you|this|redress|it)",
        ),
    ),
    (
        DeclineReason.HOW_MANY_HELD,
        (
            rf"how many (?:\w+ ){{0,3}}?{_CASES}(?: (?:do|does|have|has|are|is|can) {_YOU}(?: got)?(?: {_HOLD})?"
            rf"| (?:are|is) (?:there|held|in (?:here|there|it|this|{_CASEBOOK})|loaded|stored|you using)"
            r"(?: (?:in (?:here|there|total|it|this|the casebook|your casebook|the database|your database)))?)?",
            rf"how (?:big|large|complete|full) (?:is|are) {_CASEBOOK}",
            r"what(?:'s| is| are) (?:in )?(?:your|the|this) (?:casebook|database|data|collection)",
            rf"what (?:decisions|cases|data|information) (?:do|does) {_YOU} {_HOLD}",
            rf"(?:do|does) {_YOU} {_HOLD} (?:all|every|all (?:of )?the)(?: (?:of )?(?:the )?(?:ombudsman(?:'s)?"
            r"|lgsco|lgo))?"
            rf"(?: (?:published|ombudsman|lgo|lgsco))* ?{_CASES}",
        ),
    ),
    (
        DeclineReason.HOW_NEW_HELD,
        (
            r"how (?:new|old|recent|current|fresh|up[ -]to[ -]date|outdated|out of date) (?:is|are) (?:it|you"
            r"|this|these|all this"
            rf"|this all|{_CASEBOOK})(?: all)?",
            rf"(?:is|are) (?:it|you|this|{_CASEBOOK}) (?:up[ -]to[ -]date|current|recent|new|old|out of date|outdated)",
            rf"(?:when|how often) (?:was|were|is|are|did|do|does) (?:it|this|you|{_CASEBOOK}) (?:last |get "
            r"|be )*(?:updated?"
            r"|refreshed|loaded|built|made)(?: last)?",
            r"(?:what|which|what's|whats)(?: is| are)? (?:the|your) (?:newest|latest|most recent|oldest"
            rf"|earliest|first|last) {_CASES}"
            rf"(?: (?:that )?(?:do )?{_YOU} {_HOLD}| held| in (?:here|it|{_CASEBOOK}))?",
            rf"how far back (?:do|does|can) {_YOU} (?:go|search|look|reach)(?: back)?",
            rf"(?:what|which) (?:years|dates|period|time)(?: period)? (?:do|does) {_YOU} (?:cover|{_HOLD}|go)",
            r"(?:up )?to when (?:do|does|is|are) (?:you|redress|it|this)(?: go| up to date| held)?",
        ),
    ),
    (
        DeclineReason.WHERE_FROM,
        (
            rf"where (?:do|does|did) {_YOU} (?:get|take|find|know|have|draw|source)(?: (?:it|this|that|these"
            r"|them|all (?:this|that)"
            r"|all of this|your (?:information|info|data|decisions|cases|answers|facts|figures|knowledge)|the"
            r" (?:information|info|data"
            r"|decisions|cases|answers|figures)|stuff|everything))?(?: (?:from|all))*",
            rf"where (?:is|are|does|do) (?:it|this|all this|that|{_CASEBOOK}|your answers|the answers"
            r"|the information|your information)"
            r"(?: all)?(?: come)? from",
            r"(?:what|which)(?: is| are|'s)? (?:your|the|redress's) sources?(?: of (?:information|data))?",
            rf"(?:where|how) (?:do|does) {_YOU} know(?: (?:this|that|all this|it))?",
            r"where (?:did|do) (?:the|these|your|those) (?:decisions|cases|answers|figures) come from",
        ),
    ),
    (
        DeclineReason.WHAT_IS_KEPT,
        (
            rf"(?:do|does|will|are|is|did|can) {_YOU} (?:going to )?(?:keep|store|stor|save|record|log|remember"
            r"|share|sell|send|see"
            r"|use|pass on|read|keeping|storing|saving|recording|logging|sharing) (?:copies of |a copy of "
            r"|a record of |on )?"
            rf"{_MY_QUESTION}(?: (?:anywhere|to (?:anyone|anybody|others|the council)|with (?:anyone|anybody"
            r"|others|the council)|on|for long))*",
            r"(?:is|are) (?:this|it|my questions?|my data|what i (?:type|write|ask|say)|our conversation"
            r"|the chat|this chat"
            r"|this conversation) (?:all )?(?:private|confidential|secure|safe|anonymous|recorded|stored|saved"
            r"|kept|logged|shared"
            r"|sent (?:anywhere|to anyone)|gdpr compliant|monitored)(?: (?:anywhere|by anyone|with anyone))?",
            r"(?:who|can (?:anyone|anybody|someone|others|the council)) (?:can |will |could |else can )?(?:see"
            r"|read|sees|reads|look at)"
            r" (?:my|what|this|our)(?: (?:questions?|i (?:type|write|ask|say)|data|conversation|chat|details))?",
            r"what (?:do you do with|happens (?:to|with)) (?:my|the|what)(?: (?:questions?|data|details"
            r"|information|i (?:type|write"
            r"|ask|say)))?",
            r"where (?:does|do|is|are) (?:my|what)(?: (?:questions?|data|i (?:type|write|ask|say)))? (?:go|sent"
            r"|stored|kept|saved|end up)",
        ),
    ),
    (
        DeclineReason.CAN_IT_BE_TRUSTED,
        (
            r"(?:can|should|could) (?:i|we|one) (?:trust|rely on|believe|quote|cite|use) (?:you|this|it|redress"
            r"|your (?:answers?|figures"
            r"|numbers)|these (?:answers|figures)|what you say)(?: in (?:my|a) (?:complaint|letter|report))?",
            r"(?:are|is) (?:you|this|it|redress|your (?:answers?|figures|numbers)) (?:always )?(?:accurate"
            r"|reliable|right|correct"
            r"|trustworthy|true|official|ever wrong|legal advice|legally binding|binding)",
            rf"(?:do|does|will|can|could) {_YOU} (?:ever )?(?:make (?:things|stuff|it|this|that|cases|figures"
            r"|decisions) up"
            r"|make up (?:things|stuff|cases|figures|decisions|answers)|lie|hallucinate|get (?:it|things) wrong"
            r"|make mistakes|invent"
            r" (?:things|cases|figures|decisions)|give (?:me )?legal advice)",
            r"are you (?:really |quite |absolutely )?(?:sure|certain|positive)(?: (?:about|of) (?:that|this|it))?",
            r"how (?:accurate|reliable|trustworthy|good|sure|certain) (?:are|is) (?:you|this|it|redress|your"
            r" (?:answers|figures))",
        ),
    ),
)
_COMPILED = tuple(
    (reason, re.compile(rf"\W*{_BEFORE}(?:{'|'.join(patterns)}){_AFTER}")) for reason, patterns in _PATTERNS
)
# After an answer these ask about what was just said: "how new is it?", "where is that from?".
_OF_WHAT_WAS_SAID = re.compile(r"\b(?:it|that|these|them|those)\b")


def find_about(text: str, *, follows_an_answer: bool = False) -> DeclineReason | None:
    """What a text asks of Redress itself; None for every text that asks or tells anything else.

    ``text`` is in lower case. Where it ``follows_an_answer``, a question about "it" is about that answer.

    >>> find_about("how many decisions do you hold?").value
    'how_many_held'
    >>> find_about("hello, my son was out of school for two terms") is None
    True
    """
    if len(text) > _LONGEST:
        return None
    text = " ".join(text.replace("’", "'").split())
    found = next((reason for reason, pattern in _COMPILED if pattern.fullmatch(text)), None)
    if found in _OF_REDRESS_ALONE or found is None:
        return found
    return None if follows_an_answer and _OF_WHAT_WAS_SAID.search(text) else found


_OF_REDRESS_ALONE = frozenset({DeclineReason.THANKS, DeclineReason.GREETING, DeclineReason.WHAT_IS_KEPT})
