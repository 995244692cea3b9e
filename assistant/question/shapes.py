"""A question → the special shape of answer that it asks for, and its topic without the words that ask for it.

Beside the kinds that ``kinds`` reads, people ask to compare, for a trend, why a sum was what it was, what changes for
everybody, and for words to paste. Each is asked in forms of its own; a story that only uses such a word ("my care
charges went up", "the draft plan was late") asks for none of them.
"""

from __future__ import annotations

import re

from assistant.domain import QuestionKind
from assistant.question.words import take_out
from assistant.vocabulary import content_words

# A follow-up about the case of the last answer keeps these kinds: they can be told of one case.
KINDS_OF_ONE_CASE = frozenset({QuestionKind.REASONS, QuestionKind.DRAFTING, QuestionKind.SERVICE_IMPROVEMENTS})
# These say by their own words what is asked; a limit or a sum in them makes no list of them.
SPECIAL_KINDS = KINDS_OF_ONE_CASE | {QuestionKind.COMPARE, QuestionKind.TREND}

_OMBUDSMAN = r"(?:the )?(?:ombudsman|ombudsmen|lgo|lgsco|ombo|ombuds|omb)"
_THEY = rf"(?:they|{_OMBUDSMAN})"
# What rises and falls in decisions. Direct payments and one's own payments are matters of complaints.
_FIGURES = (
    r"(?<!direct )(?<!my )(?<!our )(?<!her )(?<!his )(?<!care )(?<!housing )(?:payments?|payouts?|pay ?outs|awards?"
    r"|remed(?:y|ies)|sums|amounts?|figures|compensation|compo|offers?|settlements?|tariffs?|redress|money|£+"
    r"|what (?:they|people|families|councils?|the ombudsman) (?:pay|get|award|recommend)s?)"
)
_CASES = r"(?:decisions|cases|findings|complaints upheld|upheld|uphold rates?|findings of fault)"
_MOVES = (
    r"(?:(?:go(?:ing|ne|es)?|went|creep(?:ing)?|crept|head(?:ing|ed)|mov(?:ing|ed)|trending) (?:\w+ )?(?:up"
    r"|down)(?:wards)?"
    r"|ris(?:e|es|en|ing)|rose|increas(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|fall(?:s|en|ing)?|fell"
    r"|drop(?:s|ped|ping)?|shr[iau]nk(?:ing)?|grow(?:n|ing|s)?|grew|climb(?:s|ed|ing)?|chang(?:ed|ing)"
    r"|(?:get|gets|getting|got|gotten|become|becoming|became) (?:\w+ )?(?:better|worse|bigger|smaller|higher|lower"
    r"|larger|meaner|stingier|tougher|(?:more|less) (?:generous|common|frequent))"
    r"|(?:more|less) generous|(?:higher|lower|bigger|smaller|better|worse) (?:now|these days|than (?:before|they used"
    r"|it used|they were|it was|a few|\w+ years ago)))"
)
_OVER_TIME = (
    r"(?:over (?:time|the (?:past|last|years)\b(?: few| \w+)?(?: years)?)|year (?:by|on|after|to) year|by year"
    r"|(?:each|every|per|by) (?:year|yr)|through the years|historically|across the years|these days compared)"
)
_TREND = re.compile(
    rf"\b(?:what(?:'s|s| is)?|any|is there an?|show(?: me)?(?: the)?|the) (?:\w+ )?trends?\b"
    rf"|\btrends? (?:in|for|on|over|of)\b|^\W*(?:(?:and|ok|so|now) )*trends?(?: since (?:\w+ )?(?:19|20)\d\d)?\W*$"
    rf"|\b{_FIGURES}\b[^.?!]{{0,60}}?\b{_MOVES}\b|\b{_MOVES}\b(?: (?:the|in|on|of|any|their)){{0,2}} {_FIGURES}\b"
    rf"|\b(?:{_FIGURES}|{_CASES})\b[^.?!]{{0,60}}?\b{_OVER_TIME}"
    rf"|^\W*(?:are|is|have|has) (?:\w+ ){{0,4}}?(?:{_CASES}|complaints)\b[^.?!]{{0,50}}?\b{_MOVES}\b"
    rf"|\b{_OVER_TIME}[^.?!]{{0,40}}?\b{_FIGURES}\b"
    rf"|^\W*how (?:has|have|did|is|are) [^.?!]{{1,60}}? (?:done|doing|changed?|fared|performed"
    rf"|improved)\b[^.?!]{{0,20}}"
    rf"?\b{_OVER_TIME}"
    rf"|^\W*(?:(?:and|so|ok) )*how (?:has|have|had) (?:the )?(?:{_CASES}|{_FIGURES}|outcomes?|findings|{_THEY})\b"
    rf"[^.?!]{{0,60}}?\b(?:changed?|moved|developed|shifted|altered|evolved)\b"
    rf"|\b(?:is|are|has|have) {_THEY} (?:been )?(?:getting |got |gotten |become |becoming )?(?:(?:more"
    rf"|less) (?:generous|strict"
    rf"|lenient)|stricter|tougher|softer|harsher|kinder|meaner)\b"
    rf"|^\W*(?:(?:and|but|so|ok) )*(?:are|is|have|has) (?:they|it|these|those|the (?:sums|amounts|payments))"
    rf"(?: been)? {_MOVES}[^.?!]{{0,20}}\W*$"
    rf"|\bused to (?:pay|get|award|be) (?:more|less|higher|lower)\b"
)
_NOT_A_TREND = re.compile(
    # "drop the amount": a limit that is taken away.
    r"^\W*(?:(?:ok|okay|and|now|please|so|but|actually|well|fine|right)\b\W*)*(?:drop|increase|raise|lower|change|move)"
    r" (?:the|that|this|any|all|it|my|our)\b|"
    r"\b(?:how (?:can|could|do) (?:i|we) (?:get|make)|(?:ask|asked|want|get|getting) (?:them|the council|it) (?:to )?"
    r"(?:increas\w+|rais\w+))\b"
)

_SUM = r"(?:£ ?\d[\d,.]*k?|\d[\d,]{2,}|\d+k)"
_THE_SUM = (
    rf"(?:(?:the|this|that|a|such a|their|its|an?) )?(?:{_SUM}|sum|amount|figure|payment|payout|award"
    rf"|total|money|offer|remedy)"
)
_REASONS = re.compile(
    rf"\bhow (?:did|do|does|had|have|would) (?:{_THEY}|it|councils?) (?:usually |normally )?(?:get to|got to"
    rf"|arriv\w+ at"
    rf"|come (?:to|up with)|came (?:to|up with)|work(?:ed)? (?:out|it out)|calculat\w+|reach\w*|settle on"
    rf"|decide (?:on )?"
    rf"(?:how much|the (?:amount|sum|figure|payment))|set (?:the )?(?:amount|sum|figure|payment)s?"
    rf"|land(?:ed)? on|value\w*"
    rf"|put a (?:figure|price|number))\b"
    rf"|\bhow'?d they (?:get to|got to|arrive at|come (?:to|up with)|work out|calculate|reach|land on)\b"
    rf"|\bhow (?:was|were|is|are) {_THE_SUM}s? (?:\w+ )?(?:worked out|calculated|arrived at|reached|set|decided"
    rf"|made up"
    rf"|fixed|come to|got to)\b"
    rf"|\bwhy (?:so|such|that|quite so|as) (?:a )?(?:little|low|small|much|high|big|large|different|few)\b"
    rf"|\bwhy (?:only|just|not more|the difference) ?(?:{_SUM})?\b(?! (?:one|two|some|a few|the))"
    rf"|\bwhy (?:is|was|are|were|did|do|does|have|has) [^.?!]{{0,60}}?\b(?:get|got|paid|pay|given|payments?"
    rf"|awards?|sums?"
    rf"|payouts?|offers?|amounts?|figures?|money|{_SUM})\b[^.?!]{{0,30}}?\b(?:only|just|so (?:much|little|low"
    rf"|high|small)"
    rf"|more|less|higher|lower|different|vary|differ|that (?:much|little|low|high))\b"
    rf"|\bwhy (?:is|was|are|were|did|do|does|have|has) [^.?!]{{0,50}}?\b(?:only|just|more|less) (?:get|got|paid"
    rf"|pay|given|awarded"
    rf"|{_SUM})\b"
    rf"|\bwhy (?:do|does|did) (?:{_FIGURES}|the (?:amounts?|sums?|payments?)) (?:vary|differ|range)\b"
    rf"|\bwhat (?:makes?|made|pushes|pushed|drives|affects?|influences?|decides|determines|governs|raises|increases"
    rf"|reduces|bumps) (?:(?:it|them|a|an|the|up|whether|how) )*(?:(?:higher|bigger|larger|lower|smaller|much) )?"
    rf"(?:payments?|payouts?|awards?|remed(?:y|ies)|sums?|amounts?|figures?|money|offers?|it|them|they)"
    rf"(?: (?:up|down|higher|lower|bigger|smaller|more|less|go|for|in|when|pay|paid|get)\b|\W*$)"
    rf"|\bwhat (?:factors?|aggravat\w+|mitigat\w+)\b|\b(?:aggravating|mitigating) (?:factors?|features?)\b"
    rf"|\bwhat (?:counts|matters|do they (?:look at|take into account|weigh up?|consider)) (?:most )?(?:for|in|when) "
    rf"(?:the |an? |setting |deciding )?(?:amount|sum|payment|figure|how much|remedy|award)"
    rf"|\b(?:reason(?:s|ing)?|logic|rationale|basis|thinking) (?:for|behind|of) (?:the |this |that |their )?"
    rf"(?:amounts?|sums?|figures?|payments?|payouts?|awards?|remed(?:y|ies)|{_SUM})"
    rf"|\bwhat(?:'s|s| is| was) (?:the |their )?(?:reasoning|logic|rationale|breakdown)\b"
    r"|^\W*(?:(?:and|ok|thanks|thank you|so|but)\b\W*)*(?:what (?:are|were|about) )?(?:the|their) reasons?\W*$"
)

_IMPROVEMENTS = re.compile(
    rf"\b(?:service|systemic|organisational|wider|procedural) (?:improvements?|recommendations?|changes|learning"
    rf"|remed(?:y|ies)|actions?)\b"
    rf"|\bwhat (?:changes?|improvements?|training|learning|lessons?|(?:polic\w+|procedur\w+"
    rf"|process\w*) (?:changes?|reviews?)"
    rf"|(?:other )?actions? (?:for|to) (?:everyone|everybody|others)) (?:to \w+ )?(?:do|does|did|would|will|have"
    rf"|has|are|were"
    rf"|is|should|could)\b"
    rf"|\bsi recs?\b|\bwhat (?:are|were|have|did|do) (?:councils?|las?|they|providers?"
    rf"|care homes?) (?:been )?(?:told|asked"
    rf"|made|ordered|expected|required|usually told) to (?:change|do differently|improve|review|train|put right)"
    rf"|\bwhat (?:polic\w+|procedur\w+|process\w*) (?:have|has|did|do|does|had) [^.?!]{{0,25}}?(?:chang|review"
    rf"|improv|rewr)\w*"
    rf"|\b(?:do|did|does|will|would|have|has|can) {_THEY} (?:ever |usually |normally |ask |tell |make |made "
    rf"|get |order )*"
    rf"(?:councils?|them|las?|the council|providers?|care homes?)? ?(?:to )?(?:re)?(?:train|change (?:their|its|the) "
    rf"(?:polic|procedur|process|practice)|review (?:their|its|the) (?:polic|procedur|process|practice)"
    rf"|remind (?:their |its )?staff"
    rf"|audit)\w*"
    rf"|\b(?:stop|prevent) (?:it|this|that|the same(?: thing)?) happening (?:again )?to (?:others?|anyone"
    rf"|other \w+)\b[^.?!]*\?"
    rf"|\bwhat (?:did|do|does|have|has) (?:councils?|las?|they) (?:have to |had to |need to |agree to "
    rf"|agreed to )change\b"
)
# A statement that improvements failed to come is a story; a limit to cases with improvements is a filter.
_NOT_IMPROVEMENTS = re.compile(
    r"\b(?:(?:only|just) (?:the )?service improvements|service improvements only|(?:agreed"
    r"|promised) service improvements"
    r"|(?:no|without|never (?:made|did)) (?:the |any )?service improvements)\b"
)

_TEXT = (
    r"(?:paragraphs?|paras?|letters?|e-?mails?|sections?|sentences?|wording|texts?|bullet points?|bullets?|arguments?"
    r"|submissions?|summar(?:y|ies) of (?:the )?(?:cases|decisions)|repl(?:y|ies)|responses?|statements?|complaints?"
    r"|passages?|snippets?|something|points?|intro\w*|skeletons?|briefing|covering note|note|templates?|lines?)"
)
_DRAFTING = re.compile(
    rf"(?:^|[.:;!?]\s)(?:\W{{0,3}}(?:please|pls|plz|hi|hello|hey|ok|okay|so|and|now|can|could|would|will|you|help"
    rf"|me|us"
    rf"|to|i|we|need"
    rf"|want|like"
    rf"|d|you|i'd|'d|id)\b){{0,8}}\W{{0,3}}(?:draft|re-?draft|write|word|phrase|compose|prepare|put together"
    rf"|knock up|do"
    rf"|give|make"
    rf"|create)(?: (?:me|us|up|out|a|an|my|our|the|some|short|quick|brief|one|two|three|stage|stg|final|formal"
    rf"|strong|good"
    rf"|\d|complaint|ready|made|persuasive|opening|closing|legal|polite|council|reply|offer|settlement|remedy|apology"
    rf"|relevant|suitable|suggested|corresponding))* {_TEXT}\b"
    rf"|^\W{{0,3}}(?:a |my |our )?(?:letter|e-?mail|reply) (?:to|for) [^?]{{0,200}}\b(?:quot|cit)(?:e|ing)\b"
    rf"|\b(?:help (?:me|us) (?:to )?(?:draft|write|word|phrase)|(?:can|could|would|will) (?:you|u) (?:please "
    rf"|pls )?(?:draft"
    rf"|write|word|phrase)"
    rf"|(?:draft|write|put|turn|word) (?:this|it|that|these|those|them)(?: up)? (?:for|as|into|in) (?:my|our|the|an?)"
    rf"|how (?:do|should|would|can|could) (?:i|we) (?:word"
    rf"|phrase|put"
    rf"|write) (?:this|it|that|my|our|a|the)|(?:need|want|looking for|after) (?:some |a |an )?(?:wording"
    rf"|(?:draft )?{_TEXT} "
    rf"(?:to put|for (?:my|our|the|a|stage|stg)|i can (?:paste|use)|citing|quoting)))\b"
)
# What the council or a person once drafted is a story.
_NOT_DRAFTING = re.compile(
    r"^\W*(?:i|we|they|she|he|the council|the la|social worker|sw)(?:'ve| have| had|'m| am| are| is|m"
    r"|'re)? (?:been )?"
    r"(?:wrote|written|drafted|writing|drafting)\b"
)
_FOR_THE_BODY = re.compile(
    r"\bwe(?: are|'re) (?:a|the|an) (?:\w+ )?(?:council|authority|la|provider|care home)\b"
    r"|\b(?:respond\w*|reply\w*|response|answer\w*) to (?:an?|the) (?:ombudsman|lgo|lgsco)(?:'s)?\b"
    r"|\bcouncil[- ]side\b|\bfor (?:the |our )?(?:council|body|authority|la)(?: instead| side|'s side)\b"
    r"|\bfrom the (?:council|body|authority)'?s? (?:side|point of view|perspective)\b|\b(?:i'?m|i am|as) (?:the|a"
    r"|an) (?:\w+ )?(?:caseworker|complaints? (?:officer|manager"
    r"|lead|handler)"
    r"|link officer"
    r"|investigating officer|council officer)|\bcaseworker\b[^.?!]{0,30}(?:here|:)|\b(?:our|a council"
    r"|the council'?s) (?:offer"
    r"|reply|response|letter of response|final response|stage (?:1|2|one|two) (?:reply|response))"
    r"|\b(?:reply|respond|response|responding|replying) to (?:the |a |our )?(?:complainant|complaint|resident"
    r"|customer|parent"
    r"|family|tenant)|\b(?:stage|stg) ?(?:1|2|3|one|two|three) (?:reply|response)\b|\bwe (?:accept|uphold|upheld"
    r"|got it wrong"
    r"|were at fault|propose|are offering|want to offer|failed)\b|\bjustify(?:ing)? (?:our|the) offer\b"
)

# Words of these kinds that no topic is made of; taken out in this order.
_ASKING: dict[QuestionKind, tuple[re.Pattern[str], ...]] = {
    QuestionKind.TREND: tuple(
        re.compile(words, re.IGNORECASE)
        for words in (
            r"\b(?:what(?:'s|s| is)?|is there|are there|any|show me|the|an?"
            r"|tell me about)? ?(?:\w+ )?trends? ?(?:in|for|on"
            r"|over|of|with|the)*\b",
            rf"\b{_OVER_TIME}\b",
            rf"\b{_MOVES}\b",
            r"\b(?:are|is|have|has|how|do|does|did|been|they|these days|now|since then|or|up|down|higher|lower"
            r"|usually"
            r"|generally|getting|used to|than before|stricter|tougher|softer|harsher|kinder|meaner|done|doing"
            r"|changed?"
            r"|fared|performed|improved|on councils)\b",
            r"\b(?:the )?(?:ombudsman|lgo|lgsco|ombo)(?:'s)?\b",
            rf"\b{_FIGURES}\b(?: (?:for|in|on|about|over|to))?",
        )
    ),
    QuestionKind.REASONS: tuple(
        re.compile(words, re.IGNORECASE)
        for words in (
            _REASONS.pattern,
            r"\bwhat (?:makes?|made|pushes|drives) (?:them|it|councils?|the ombudsman) (?:to )?(?:pay|award"
            r"|recommend)"
            r"(?: out)?(?: (?:more|less|higher|lower))?\b",
            rf"\b{_THE_SUM}\b",
            r"\b(?:why|how|only|just|got|get|paid|pay|given|they|did|do|does|was|were|is|are|so little|so much"
            r"|higher|lower"
            r"|more|less|vary|differ|when|for|in|about|over|of|the)\b(?=\W*(?:$|\b(?:for|in|about|when|over|of"
            r"|the|was|were)\b))",
        )
    ),
    QuestionKind.SERVICE_IMPROVEMENTS: tuple(
        re.compile(words, re.IGNORECASE)
        for words in (
            rf"\b(?:what|which|any|other|sort of|kind of|kinds of|sorts of|list|show me|examples? of"
            rf"|tell me)* ?(?:the )?(?:service"
            rf"|systemic|organisational|wider|procedural) (?:improvements?|recommendations?|changes|learning"
            rf"|remed(?:y|ies)"
            rf"|actions?)(?: (?:do|does|did|would|will|have|has|are|were|is|should|could|usual|typical|usually"
            rf"|normally"
            rf"|get|gets|been|councils?|they|{_OMBUDSMAN}))*(?: (?:add|added|recommend\w*|ask\w*|order\w*"
            rf"|agree\w*|make|made"
            rf"|suggest\w*|propose\w*|for|come|comes|up|to|of|in|about|on|when|where|follow\w*|expect\w*"
            rf"|want\w*))*\b",
            r"\bwhat (?:are|were|have|did|do) (?:councils?|las?|they|providers?|care homes?) (?:been )?(?:told"
            r"|asked|made"
            r"|ordered|expected|required|usually told) to (?:change|do differently|improve|review|train|put right)"
            r"(?: (?:after|for|on|when|about|over))*|\bsi recs?\b(?: (?:when|for|on|where))?"
            r"|:[ ,]*(?:training|audits?|polic(?:y|ies)|reminders?)(?:[ ,]+(?:training|audits?|polic(?:y|ies)"
            r"|reminders?|or"
            r"|and))*\W*$",
            r"\bwhat (?:polic\w+|procedur\w+|process\w*) (?:(?:have|has|did|do|does|had|councils?|they|been|to) )+"
            r"(?:chang|review|improv|rewr)\w*(?: (?:after|for|on|about|over|following|because of))*",
            rf"\bwhat (?:changes?|improvements?|training|learning|lessons?|(?:polic\w+|procedur\w+"
            rf"|process\w*) (?:changes?"
            rf"|reviews?))(?: (?:to \w+|do|does|did|would|will|have|has|are|were|is|should|could|usually"
            rf"|normally|they|councils?"
            rf"|been|{_OMBUDSMAN}))*(?: (?:add|added|recommend\w*|ask\w*|order\w*|agree\w*|make|made|suggest\w*"
            rf"|for|to|of|in|about"
            rf"|on|when|where|after|follow\w*|have|learn\w*|from))*\b",
            rf"\b(?:do|did|does|will|would|have|has|can) {_THEY} (?:ever |usually |normally |ask |tell |make "
            rf"|made |get |order )*"
            rf"(?:councils?|them|las?|the council|providers?|care homes?)? ?(?:to )?(?:(?:re)?train(?: (?:their "
            rf"|its )?staff)?"
            rf"|(?:change|review) (?:their|its|the) (?:polic|procedur|process|practice)\w*|remind (?:their "
            rf"|its )?staff|audit)"
            rf"(?: (?:on|about|over|for|after|when|where))?\b",
        )
    ),
    QuestionKind.DRAFTING: tuple(
        re.compile(words, re.IGNORECASE)
        for words in (
            rf"^.*?\b(?:draft|re-?draft|write|word|phrase|compose|prepare|put together|knock up|do|give|make"
            rf"|create)(?: (?:me|us|up"
            rf"|out|a|an|my|our|the|some|short|quick|brief|one|two|three|stage|stg|final|formal|strong|good|\d"
            rf"|complaint|ready"
            rf"|made|persuasive|opening|closing|legal|polite|council|reply|offer|settlement|remedy|apology|relevant"
            rf"|suitable|suggested|corresponding))* {_TEXT}\b",
            r"\b(?:for|to|in|at|of|as|into)? ?(?:my|our|the|a)? ?(?<!late )(?<!delayed )(?<!no )(?<!slow )(?:stage"
            r"|stg) ?(?:1|2|3|one|two"
            r"|three)(?: (?:complaint|letter|reply"
            r"|response|panel|of))*(?= (?:citing|quoting|about|on|with|that|using|saying|re|over|,)|\W*$|[,:.])",
            r"\b(?:cases|decisions|examples|precedents) (?:i|we) can (?:quote|cite|use|paste)\b",
            r"^\W*(?:a |my |our )?(?:letter|e-?mail) (?:to|for) (?:the |my |our )?(?:\w+ )?(?:council|care home"
            r"|home|provider|la"
            r"|school)\b",
            r"^\W*we(?: are|'re) (?:a|the|an) (?:\w+ )?(?:council|authority|la|provider|care home)(?: and)?\b",
            r"\b(?:respond\w*|reply\w*|response|answer\w*) to (?:an?|the) (?:ombudsman|lgo|lgsco)(?:'s)?"
            r"(?: (?:enquiry|enquiries|inquiry|investigation|questions?|letter|draft decision))?"
            r"(?: (?:about|on|over))?",
            r"\b(?:draft|write|put|turn|word|phrase) (?:this|it|that|these|those|them)(?: up)?"
            r"(?: (?:for|as|into|in|to))?(?: (?:my|our|the|an?))?(?: (?:complaint|letter|reply|response|e-?mail"
            r"|paragraph|stage (?:1|2|one|two)))*\b",
            r"^\W*council[- ]side\b\W*|\bneed (?:some )?(?:comparators?|comparables"
            r"|cases)(?: w(?:ith)?/? amounts)?\b",
            r"\b(?:citing|quoting|mentioning|using) (?:the )?(?:ombudsman|lgo|lgsco)\b(?: (?:decisions?|cases?))?",
            r"^\W*(?:our |the |a )?(?:response|reply) to (?:a |the |our )?(?:complaints?|complainant|resident"
            r"|customer)"
            r"(?: (?:about|on|over))?",
            r"\bwe (?:accept|uphold|upheld|accepted)(?: (?:fault|it|the complaint|that|this))*\b",
            r"^\W*(?:a |the )?complaints? (?:about|on|over)\b",
            r"^\W*(?:to |for )?(?:the |my |our )?(?:council|la|ombudsman|lgo|lgsco)(?= (?:about|on|over|re)\b)",
            r"\b(?:citing|quoting|using|referring to|mentioning|that (?:cites|quotes|refers to|mentions)|with"
            r"|backed by|based on"
            r"|supported by|and cite|and quote) (?:some |the |a few |any |other |similar |comparable |relevant "
            r"|recent |ombudsman"
            r"|lgsco|lgo|published |past |previous |upheld |your )*(?:decisions?|cases?|precedents?|comparators?"
            r"|examples?|findings)"
            r"(?: (?:about|on|over|for|in|where|when|re|involving|of))?",
            r"\b(?:to|for) (?:the |my |our )?(?:council|la|ombudsman|lgo|lgsco|complainant)(?= (?:about|citing"
            r"|on|over|re)|\W*$)",
            r"^\W*(?:saying|about|on|over|for|re|regarding|to say|that says|explaining|arguing)\b(?: that)?",
            r"\b(?:offering|to offer|that offers|proposing|with an offer of)(?: (?:a|an|the|our|some|and))*"
            r"(?: (?:payment|remedy|sum|apology|money|something|redress|symbolic payment))*\b",
            r"\b(?:i can|to|we can) (?:paste|use|put)(?: (?:in|into|it|my|our|the|a|letter|complaint)\b)*",
            r"\b(?:i'?m|i am) (?:the|a) (?:\w+ )?(?:caseworker|complaints? (?:officer|manager|lead|handler))\b[,:.]?",
        )
    ),
}

# What tied the matter to the asking ("payments *for* …", "*in* homelessness cases") and is no part of it.
_EDGES = re.compile(
    r"^(?:\W|\b(?:the|for|in|on|to|about|over|of|when|where|with|from|by|and|or|if|so|that|which|saying|citing)\b)+"
    r"|(?:\W|\b(?:for|in|on|to|about|over|of|with|from|by|and|or|so|since|cases|decisions)\b)+$",
    re.IGNORECASE,
)


_MATTER_BEFORE = re.compile(r".*[.:;!?]\s+(?=[^.:;!?]*[.:;!?]?\s*$)", re.DOTALL)


def shape_asked(text: str) -> QuestionKind | None:
    """The special kind that a question in lower case asks for; None where it asks for none of these.

    Comparing is not among them: it needs two sides, and ``compared`` finds those.
    """
    if _DRAFTING.search(text) and not _NOT_DRAFTING.search(text):
        return QuestionKind.DRAFTING
    if _REASONS.search(text):
        return QuestionKind.REASONS
    if _IMPROVEMENTS.search(text) and not _NOT_IMPROVEMENTS.search(text):
        return QuestionKind.SERVICE_IMPROVEMENTS
    if _TREND.search(text) and not _NOT_A_TREND.search(text):
        return QuestionKind.TREND
    return None


def is_for_body(text: str) -> bool:
    """True where a draft is wanted by the body complained of: a reply, an offer, "I'm the caseworker"."""
    return _FOR_THE_BODY.search(text) is not None


def topic_of_shape(topic: str, kind: QuestionKind) -> str:
    """The topic without the words that ask for this kind; empty where it had no others."""
    rest = topic
    for pattern in _ASKING.get(kind, ()):
        found = [match.span() for match in pattern.finditer(rest)]
        if found and kind is QuestionKind.DRAFTING and not content_words(rest[found[-1][1] :]):
            # "… about a late review. Draft the paragraph.": what stands before the order to write is the matter.
            found = [
                (start if start or not (told := _MATTER_BEFORE.match(rest)) else told.end(), end)
                for start, end in found
            ]
        rest = take_out(rest, found)
    rest = _EDGES.sub("", rest).strip(" -–:;,.?!/+&()")
    return rest if content_words(rest) else ""
