"""A pasted story → the sentences that tell its matter, in their order; a shorter text stays as it is.

People paste greetings, families, telephone calls and feelings round the two or three sentences that decisions could be
like, and the encoder reads about 250 words. A sentence counts by the field's words in it and in its neighbours.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.question.words import table_words
from assistant.text import split_sentences
from assistant.vocabulary import content_words, count_said, field_words

# A text of more characters is a story; about so many of it can be searched well.
_STORY = 1500
_GIST = 800
# Half of a sentence's weight is that of what stands beside it: a matter is told in one go.
_NEIGHBOUR = 0.5
_ASIDE_WEIGHT = 0.1
# Sentences of less than this share of the best one's weight are left out.
_LEAST_SHARE = 0.2

# Other words of the field say less, and many of them say no more than three.
_TERM, _PLAIN, _MOST_PLAIN = 1.5, 0.35, 1.05
# In stories of every matter.
_EVERYWHERE = frozenset(
    table_words(
        "letter letters reply replied response answer complaint complaints family mother father daughter brother "
        "sister husband wife partner hospital help since only before after other others person different matter "
        "matters business library councillor times night nights long wait home house kitchen garden hotel "
        "really whether "
        "management online form forms reported report reports figure website email phone experience"
    )
)
_BODY_ACTS = re.compile(
    r"\b(?:they|the council|council|social (?:worker|services)|officers?|panel|department|team|agency|the home"
    r"|provider)(?:'s)? (?:[a-z']+ ){0,2}?(?:refused|said|told|failed|stopped|never|took|put|sent|left|lost"
    r"|closed|wrote"
    r"|gave|made|found|decided|turned|charged|billed|ignored|did|didn't|has|have|had|says?|say|wants?|count"
    r"|missed|agreed)\b"
)

# What every story has and no decision is about: greetings, chasing, what it did to the teller, who passed it on.
_ASIDE = re.compile(
    r"\b(?:hope (?:this finds|you are|that you)|dear (?:sir|madam|all)|hi all|hello|sorry (?:this|that|for|again|it'?s)"
    r"|apologies|thank(?:s| you) |kind regards|yours (?:faithfully|sincerely)|many thanks|best wishes|regards"
    r"|bear with me|to give you (?:some|a bit of)|background|long story|essay|first time (?:poster|writ)|lurker"
    r"|look(?:ing)? forward to|any (?:advice|help) |hoping (?:you|someone)|where (?:do i|to) (?:start|begin)"
    r"|(?:i|we|she|he|my (?:wife|husband|partner|mum|dad)) (?:have |had |then |also |finally |just |again )?(?:rang"
    r"|phoned|called|e-?mailed|wrote|spoke|chased|tried to (?:ring|call)|left (?:a |several )?messages?"
    r"|sent (?:an? )?(?:e-?mail|letter|recorded))"
    r"|(?:on|put (?:me )?on) hold|(?:call|called|calls|ring|rings|rang) (?:me |us )?back"
    r"|automatic reply|out of office|voicemail|switchboard|call centre|working days|high demand"
    r"|reference number|ticket number|(?:my|our|the|local|an) (?:mp|councillor|cllr)\b|surgery (?:with|of)"
    r"|(?:took|takes|taking|take) .{0,40}seriously|passed (?:it|this|me|us) on|passed from pillar"
    r"|(?:every|all (?:my|the|of my)) (?:e-?mails?|letters?|correspondence)|kept (?:a |every|all|notes)"
    r"|a (?:diary|folder)|screenshots?|recorded delivery|lie awake|can'?t sleep|not sleep(?:ing|t)|in tears"
    r"|at my wits|wits'? end|signed (?:me )?off|stressed?|worn out|(?:get|getting) (?:the sack|anyone in trouble)"
    r"|that kind of person"
    r"|paid my (?:way|taxes)|web address|website|on holiday|went to the library|friend .{0,20}said"
    r"|neighbours? (?:have|has) been|(?:in between|on top of|during|through) all (?:of )?this|in the meantime|meanwhile"
    r"|i (?:only )?mention (?:it|this)|sent (?:me|us) (?:a|two|three|several) (?:page|letter|e-?mail|leaflet)\w*"
    r"|(?:said|printed) at the bottom|how i (?:came to|found|got to) you|the last (?:i|we) heard"
    r"|i can (?:send|show|provide)|if (?:it|that) helps|moved (?:here|house) in|used to (?:work|be)|was made redundant"
    r"|i am \d\d\b|i'?m \d\d\b|i work)\b"
)


def tell_matter(text: str) -> str:
    """The sentences of a story that tell its matter, joined in their order; the text itself where it is short.

    Where no sentence has a word of the field, the head of the text that is no greeting. No text gives none.
    """
    if len(text) <= _STORY:
        return text
    paragraphs = [split_sentences(part.strip()) for part in re.split(r"\n+", text) if part.strip()]
    told = [(sentence, weight) for sentences in paragraphs for sentence, weight in _weigh(sentences)]
    best = max((weight for _, weight in told), default=0.0)
    chosen: set[int] = set()
    length = 0
    for place in sorted(range(len(told)), key=lambda place: (-told[place][1], place)):
        sentence, weight = told[place]
        if chosen and (weight <= 0 or weight < _LEAST_SHARE * best):
            break
        if chosen and length + len(sentence) > _GIST:
            continue
        chosen.add(place)
        length += len(sentence) + 1
    return " ".join(told[place][0] for place in sorted(chosen))


_ASKS = re.compile(
    r"\W*(?:so |and |but |please |my question is[,:]? |i (?:just )?(?:want|would like|need|wish) to know )?(?:what|how"
    r"|who|which|has anyone|has anybody|have you|is (?:it|this|that|there)|was (?:it|this|that)|are they"
    r"|can (?:they|the|it|i)|could|should|would|do (?:they|i|you)|does|did they|any (?:idea|cases|examples))\b"
)


def asking_of(text: str) -> str:
    """The sentences of a story, in lower case, that ask; all of a shorter text, nothing of one that only tells.

    What kind of question it is would otherwise be read from what somebody in the story said or did.
    """
    if len(text) <= _STORY:
        return text
    sentences = [sentence for part in re.split(r"\n+", text) for sentence in split_sentences(part.strip())]
    return " ".join(sentence for sentence in sentences if "?" in sentence or _ASKS.match(sentence))


def _weigh(sentences: Sequence[str]) -> list[tuple[str, float]]:
    """The sentences of a paragraph, each with how much it tells of the matter, its neighbours counted in."""
    own = [
        _own_weight(sentence) * (_ASIDE_WEIGHT if _ASIDE.search(sentence.lower()) else 1.0) for sentence in sentences
    ]
    weighed = []
    for place, weight in enumerate(own):
        beside = max((own[near] for near in (place - 1, place + 1) if 0 <= near < len(own)), default=0.0)
        share = _ASIDE_WEIGHT if _ASIDE.search(sentences[place].lower()) else 1.0
        weighed.append((sentences[place], weight + share * _NEIGHBOUR * beside))
    return weighed


def _own_weight(sentence: str) -> float:
    """The field's terms and drawers in a sentence, and a little for each other word of the field."""
    plain = {word for word in content_words(sentence) if word in field_words() and word not in _EVERYWHERE}
    acts = _BODY_ACTS.search(sentence.lower()) is not None
    return _TERM * count_said(sentence) + min(_MOST_PLAIN, _PLAIN * len(plain)) + (_PLAIN if acts else 0.0)
