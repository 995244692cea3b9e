"""One question read by itself: references, limits, kind and topic, before any earlier turn is looked at."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from assistant.domain import CasebookFacts, CaseReference, ComparedSide, Filters, QuestionKind
from assistant.question.amounts import AmountLimit, find_amount_limit
from assistant.question.asking import has_subject, take_out_asking
from assistant.question.bodies import Mention, Use, find_bodies
from assistant.question.dates import DateLimit, find_date_limit
from assistant.question.kinds import asks_for_list, asks_for_money, is_about_history, read_kind, term_asked
from assistant.question.outcomes import OutcomeLimit, find_outcome_limit
from assistant.question.subjects import SubjectLimit, find_subject_limit
from assistant.question.words import Span, Wording, table_words, take_out, tells_a_story
from assistant.text import find_references, join_words
from assistant.vocabulary import content_words, expand, strip_kind_words

_LIKE_A_CASE = re.compile(
    r"\b(?:like|similar to|comparable (?:to|with)|as in|same as|along the lines of|akin to|than|apart from"
    r"|other than|besides)"
    r" (?:in |the |case |lgo |lgsco |ref |reference )*$"
)
_REFERENCE_LABEL = re.compile(
    r"\b(?:(?:lgo|lgsco|ombudsman|case|complaint|decision)? ?(?:ref(?:erence)?|no|number|case)\.?:? ?|lgo |lgsco )$"
)
# A body named among more words than these, with nothing asked about it, is where something happened.
_WORDS_OF_A_STORY = 6
# "adult social care where the relative got" names a drawer; "domestic abuse and homelessness" names a matter.
_WORDS_BESIDE_A_SUBJECT = 1
# Who tells so long a story asks at its beginning or at its end.
_END_OF_A_STORY = 1000
# Only a short question can say nothing but a limit.
_SHORT = 200
_PLACEHOLDER = re.compile(r"\[(?:[a-zA-Z -]+)\]")
_GREETING = re.compile(
    r"^\W*(?:(?:hi|hiya|hello|hey|helo|good (?:morning|afternoon|evening)|dear (?:all|sir|madam|redress"
    r"|ombudsman)|morning|afternoon|evening|thanks|thank you|cheers|thx|ta(?=[,.!]| for\b| very\b)|please help"
    r"|help please)"
    r"(?: (?:there|all|everyone|folks|team|again|so much|very much|a lot|in advance|for (?:that|your help"
    r"|the help)))*\b[\s,.!:-]*)+"
)
_HOPING = re.compile(
    r"\b(?:(?:i'?m |am |just )?(?:hoping|wondering) (?:if )?(?:someone|somebody|anyone|you) (?:can|could"
    r"|might) help(?: me| us)?|(?:can|could) (?:you|anyone|someone) (?:please )?help(?: me| us| with this| with)?"
    r"|i (?:have|'ve got) a question(?: about)?|quick (?:one|question)|many thanks|thanks in advance"
    r"|thank you)\b[\s,.!:-]*"
)
_DRAFTING = re.compile(
    r"^\W*(?:please |pls |can you |could you |help me (?:to )?)*(?:write|draft)(?: me| us)? (?:an? |my |our "
    r"|the )?(?:[a-z]+ ){0,3}?"
    r"(?:letter|paragraph|reply|e-?mail|response|sentence)(?: for stage (?:1|2|3|one|two|three))?"
    r"(?: (?:for|about|citing|on|re|to|saying|with|similar|decisions?|cases?|quoting|using))*\s"
)
_ASKING_TAIL = re.compile(
    r"[\s,.;:-]*\b(?:and )?(?:what|any|which|usual|typical|normal)(?: (?:is|are|the|sort of|kind of|a|usual"
    r"|typical))* "
    r"(?:remed(?:y|ies)|outcomes?|payouts?|compensation|redress|money|comparables|offer|settlement)\W*$"
)
# Each of its words asks in other questions; together they are a subject: how a complaint was dealt with.
_COMPLAINT_HANDLING = re.compile(
    r"\bhow long (?:do|have) (?:i|we) (?:have|got)\b|\bcomplain\w*.{0,40}\b(?:repl\w+|respon\w+|delay\w*|late"
    r"|ignor\w+|handl\w+|lost|stage|answer\w*|slow|never)\b"
    r"|\b(?:repl\w+|respon\w+|delay\w*|late|ignor\w+|lost|slow|never|poor)\b.{0,40}\bcomplain\w*"
)
_FILTER_WORDS = re.compile(
    r"\b(?:only|just|please|pls|plz|decided|the ones?|ones|those|and|but|ok|leave out|excluding|exclude|except"
    r"|without|not|also|too|as well|instead)\b"
)
_RESIDUE = re.compile(
    r"\b(?:(?:has|have|had|did|does|do|is|are|was|were|get|got)? ?(?:they |it |that |this |or |ever "
    r"|also )*(?:been|get|got|gotten) (?:ever )?(?:done|found|caught|pulled|hauled|told off|told|criticised"
    r"|slated|rapped|in trouble|censured)(?: (?:at fault|guilty|out|up|over|against|for|about|on|b4|before"
    r"|by the ombudsman))*"
    r"|(?:at|in) fault(?: for| over| on)?|(?:pulled|caught|hauled) (?:up|out|over)(?: over| for| about| on)?"
    r"|what(?:'s| is|s)? (?:their|its|the) (?:track )?record(?: on| like| with| for)?|track record(?: on| with"
    r"| for)?|any(?:thing)? (?:previous|prior|form|history|record)(?: of| for| on| with)?|anything (?:against|on"
    r"|about) (?:them|it)(?: re| about| for| on| over)?"
    r"|(?:i )?want (?:them )?all(?: of (?:em|them))?|all of (?:em|them)|building (?:up )?a (?:pattern"
    r"|picture)(?: for (?:my|our|a) [a-z]+)?|for my letter|leave out|leaving out|excluding|exclude|other than"
    r"|apart from|except(?: for)?|the ones?|ones|decided|dated|any year|all years|(?:how )?much (?:did|do|does"
    r"|has|have) (?:they |it )?(?:ever )?(?:pay|paid)(?: out)?(?: for)?"
    r"|what (?:did|has|have|does|do) (?:they |it )?(?:ever )?(?:pay|paid|agree\w*)(?: out)?(?: for)?"
    r"|ever (?:had to pay|paid)|(?:the )?(?:ombudsman|lgo|lgsco) (?:ever )?(?:criticised|found|told"
    r"|ruled)(?: against)?(?: over| for)?|only|please|pls|plz|don'?t want|show me|give me|list|too"
    r"|as well|(?:more than once|again and again|repeatedly)(?: on| for| over| about)?|how many (?:times|cases"
    r"|decisions|complaints)(?: has| have)?"
    r"|(?:has |have )?got form(?: for| on)?|form for|what(?:'s|s| is| are)? (?:it |they )?like (?:for|on|with|at)"
    r"|any good (?:with|at|on)|every(?:thing|where) (?:but|bar|except)|anything but"
    r"|where (?:the )?payments? (?:was|were|is)?(?=\W*$)|(?:that )?mention(?:s|ing)?(?= )|(?:has it|have they"
    r"|has there|have there) been (?:any )?(?:fault|cases|decisions)|has anyone|have you got|do you have"
    r"|are there|is there|(?:complaints?|cases|decisions|findings?|rulings|stuff) (?:against|about|on|from|in|by"
    r"|involving|where|that)(?= )|lgo basically said|not fees (?:being )?(?:wiped|waived)|where the (?:relative"
    r"|person|family|parent|complainant)s? got|(?:who|that|which) got|before(?=\W*$)|b4(?=\W)|(?:every|each|past"
    r"|previous(?:ly)?)(?=\W*$))(?![\w'])"
)
_EDGE_WORDS = frozenset(
    table_words(
        "and or re for on about over only but with in from the any all just please pls where to of also not a an "
        "by at "
        "cases decisions stuff awards ones payouts examples what which did does do has have had is are was were "
        "been that "
        "who whose than more less their them they it when how so ok since before after during as against vs versus "
        "complaints case decision findings outcomes some upheld list show me b4 comparables precedents no"
    )
) | {""}
_BY_THE_BODY = re.compile(
    r"\b(?:what|how much|did|does|do|has|have|had|would|will|is|are|when|why"
    r"|how)\b[^.?!]{0,30}$"
)


@dataclass(frozen=True)
class Reading:
    """What one question says.

    ``own_words`` are the content words of its topic; ``says_kind`` is true where its kind was read from words and not
    assumed. ``notes`` go to ``Query.assumed`` as they are. ``compared`` are the sides of a comparison, ``terms`` the
    glossary's names of terms whose meaning is asked.
    """

    wording: Wording
    kind: QuestionKind
    topic: str
    filters: Filters = field(default_factory=Filters)
    references: tuple[CaseReference, ...] = ()
    notes: tuple[str, ...] = ()
    date_note: str | None = None
    mentions: tuple[Mention, ...] = ()
    says_kind: bool = False
    compared: tuple[ComparedSide, ...] = ()
    terms: tuple[str, ...] = ()

    @property
    def own_words(self) -> tuple[str, ...]:
        """The words of the topic that can be searched."""
        return content_words(self.topic)

    @property
    def names_english_body(self) -> bool:
        """True where a council or provider in England is the one spoken of."""
        return any(mention.use is not Use.STORY or mention.says_council for mention in self.mentions)


@dataclass(frozen=True)
class _Limits:
    """The parts of the filters, each with the places where they are said."""

    outcome: OutcomeLimit
    amount: AmountLimit
    dates: DateLimit

    @property
    def spans(self) -> tuple[Span, ...]:
        return (*self.outcome.spans, *self.amount.spans, *self.dates.spans)

    @property
    def limit(self) -> bool:
        """True where any of them limits the cases."""
        amount, outcome = self.amount, self.outcome
        return bool(
            (outcome.outcomes or outcome.remedy_kinds or outcome.payees or outcome.bases)
            or (amount.least or amount.most)
            or (self.dates.first or self.dates.last)
        )


def read_question(text: str, facts: CasebookFacts) -> Reading:
    """Read one question, already without personal data; never raises, whatever the text."""
    wording = Wording(text)
    found = find_references(text)
    spans = [_with_label(wording, (item.start, item.end)) for item in found]
    names_a_case = any(not _LIKE_A_CASE.search(wording.lower[max(0, start - 40) : start]) for start, _ in spans)
    mentions = find_bodies(wording, facts.bodies, taken=spans)
    limits = _read_limits(wording, facts, spans, mentions, names_a_case=names_a_case)
    kind = read_kind(
        wording.lower,
        names_a_case=names_a_case,
        has_body=_may_ask_about_body(mentions),
        has_limits=limits.limit,
    )
    if kind is QuestionKind.MEANING:
        return Reading(wording, kind, term_asked(wording.lower), says_kind=True)
    asked, notes = _bodies_asked(wording, mentions, limits, names_a_case=names_a_case)
    if kind is QuestionKind.BODY_HISTORY and not asked:
        kind = read_kind(wording.lower, names_a_case=names_a_case, has_body=False, has_limits=limits.limit)
    body_spans = [mention.span for mention in (*asked, *_excluded(mentions))]
    topic = find_topic(text, [*spans, *body_spans, *limits.spans])
    if body_spans or limits.limit or kind is QuestionKind.LIST_CASES:
        topic = without_residue(topic)
    filters = _filters(asked, mentions, limits)
    if names_a_case:
        filters, notes = Filters(), ()
    else:
        named = _with_subject(filters, wording, facts, kind, topic, limits, body_spans)
        if kind is QuestionKind.BODY_HISTORY and named != filters:
            # The category is the whole subject: all of the body's decisions in it are listed.
            topic = ""
        filters = named
    return Reading(
        wording,
        kind,
        topic,
        filters,
        tuple(dict.fromkeys(item.reference for item in found)),
        (*notes, *limits.outcome.notes),
        limits.dates.note,
        mentions,
        says_kind=names_a_case or _says_kind(wording.lower, kind),
    )


def find_topic(text: str, spans: list[Span]) -> str:
    """What remains to be searched when limits, greetings and the words that only ask are taken out; may be empty."""
    rest = _PLACEHOLDER.sub(" ", take_out(text, spans))
    lowered = Wording(rest).lower
    greeting = _GREETING.match(lowered)
    rest = rest[greeting.end() :] if greeting else rest
    drafting = _DRAFTING.match(Wording(rest).lower)
    rest = rest[drafting.end() :] if drafting else rest
    hoping = _HOPING.search(Wording(rest).lower)
    rest = rest[: hoping.start()] + rest[hoping.end() :] if hoping else rest
    asking = _ASKING_TAIL.search(Wording(rest).lower)
    rest = rest[: asking.start()] if asking and asking.start() > 0 else rest
    topic = _without_kind_words(rest) if rest.strip() else ""
    return topic.strip(" -–:;,.?!/+&()") if _can_be_searched(topic) else ""


def _without_kind_words(text: str) -> str:
    """The text without the words that ask; of a long story only its two ends are looked at, where the asking stands."""
    if len(text) <= 2 * _END_OF_A_STORY:
        return strip_kind_words(take_out_asking(text))
    head, last = text[:_END_OF_A_STORY].rfind(" "), text.find(" ", len(text) - _END_OF_A_STORY)
    if head < 0 or last < 0:
        return text
    ends = [strip_kind_words(take_out_asking(end)) for end in (text[:head], text[last:])]
    return f"{ends[0]} {text[head:last].strip()} {ends[1]}"


def take_out_bodies(reading: Reading) -> str:
    """The topic without the bodies that the question names, whether or not they limit the cases."""
    topic = reading.topic
    for mention in reading.mentions:
        topic = topic.replace(mention.said, " ")
    return " ".join(topic.split())


def _can_be_searched(topic: str) -> bool:
    """True where a topic holds a word of content, or a term of the field that is none ("B&B", "TA")."""
    if has_subject(topic):
        return True
    return len(topic) < _SHORT and (bool(expand(topic)) or _COMPLAINT_HANDLING.search(Wording(topic).lower) is not None)


def without_residue(topic: str) -> str:
    """A topic without the words that tied a limit to it ("has … been done for", "the ones"); may be empty.

    A long story is left as it is.
    """
    if len(topic) > 2 * _END_OF_A_STORY:
        return topic
    lowered = Wording(topic).lower
    topic = take_out(topic, [match.span() for match in _RESIDUE.finditer(lowered)])
    words = topic.split()
    while words and words[0].lower().strip(" -–:;,.?!/+&()") in _EDGE_WORDS:
        words = words[1:]
    while words and words[-1].lower().strip(" -–:;,.?!/+&()") in _EDGE_WORDS:
        words = words[:-1]
    topic = " ".join(words).strip(" -–:;,.?!/+&")
    return topic if _can_be_searched(topic) else ""


def _says_kind(text: str, kind: QuestionKind) -> bool:
    return kind is not QuestionKind.TYPICAL_REMEDY or asks_for_money(text)


def _with_label(wording: Wording, span: Span) -> Span:
    """The reference with "LGO ref" before it."""
    label = _REFERENCE_LABEL.search(wording.lower[max(0, span[0] - 30) : span[0]])
    return (span[0] - len(label[0]), span[1]) if label else span


def _read_limits(
    wording: Wording, facts: CasebookFacts, spans: list[Span], mentions: tuple[Mention, ...], *, names_a_case: bool
) -> _Limits:
    """Outcomes, then sums, then dates: each knows what is already spoken for."""
    if names_a_case:
        return _Limits(OutcomeLimit(), AmountLimit(), DateLimit())
    outcome = find_outcome_limit(wording)
    taken = [*spans, *(mention.span for mention in mentions), *outcome.spans]
    amount = find_amount_limit(wording)
    taken += amount.spans

    def is_all_that_is_said(span: Span) -> bool:
        return len(wording.text) < _SHORT and not _carries_meaning(wording.text, [*taken, span])

    # Few words beside a body and no story: its history, or a list of its cases.
    is_list = len(wording.text) < _SHORT and (
        asks_for_list(wording.lower)
        or (_may_ask_about_body(mentions) and len(content_words(wording.text)) <= _WORDS_OF_A_STORY)
    )
    dates = find_date_limit(wording, facts.newest, is_all_that_is_said=is_all_that_is_said, is_list=is_list)
    return _Limits(outcome, amount, dates)


def _carries_meaning(text: str, spans: list[Span]) -> bool:
    """True where something is left to search beside these spans and the words of filtering."""
    rest = _FILTER_WORDS.sub(" ", Wording(take_out(text, spans)).lower)
    return bool(rest.strip()) and has_subject(strip_kind_words(take_out_asking(rest)))


# --------------------------------------------------------------------------- bodies


def _may_ask_about_body(mentions: tuple[Mention, ...]) -> bool:
    return any(mention.use is Use.ASKED for mention in mentions)


def _excluded(mentions: tuple[Mention, ...]) -> list[Mention]:
    return [mention for mention in mentions if mention.use is Use.EXCLUDED]


def _bodies_asked(
    wording: Wording, mentions: tuple[Mention, ...], limits: _Limits, *, names_a_case: bool
) -> tuple[list[Mention], tuple[str, ...]]:
    """The mentions that limit the cases, and what to say of them.

    A body that only did something to the asker ("Leeds left my client's address on a report, what do people
    get?") limits nothing: the comparable cases may come from anywhere.
    """
    asked = [mention for mention in mentions if mention.use is Use.ASKED]
    if not asked or names_a_case:
        return [], ()
    text = wording.lower
    own_clause = text[slice(*wording.clause_at(asked[0].span[0]))]
    lists = asks_for_list(text) and not tells_a_story(own_clause)
    directed = lists or is_about_history(text) or limits.limit or _is_payer(text, asked)
    is_headline = asked[0].span[0] < 3 and re.match(r"\s*[-:,+&/]", text[asked[-1].span[1] :]) is not None
    is_story = tells_a_story(text) or (not is_headline and _has_words_of_a_story(text) and not asks_for_money(text))
    if is_story and not directed:
        names = join_words(dict.fromkeys(mention.said for mention in asked))
        return [], (f"You name {names}; comparable cases are taken from all bodies. Add “only {names}” to narrow.",)
    notes = []
    for mention in asked:
        if not mention.is_held:
            notes.append(f"No decision about {mention.names[0]} is held in this casebook.")
        elif mention.note:
            notes.append(f"“{mention.said}” {mention.note}: read as {join_words(mention.names)}.")
    return asked, tuple(notes)


def _has_words_of_a_story(text: str) -> bool:
    return len(text) > _SHORT or len(content_words(text)) > _WORDS_OF_A_STORY


def _is_payer(text: str, asked: list[Mention]) -> bool:
    """True for "What did Kent pay …": the question is about the body's own doings."""
    return any(
        _BY_THE_BODY.search(text[max(0, mention.span[0] - 40) : mention.span[0]])
        and re.match(
            r" (?:ever |usually |normally |had to |end up |have to )*(?:pay|paid|been|offer\w*|give|gave|given"
            r"|done|get|got|agree\w*|say|do|treat|apologi\w+)\b",
            text[mention.span[1] : mention.span[1] + 40],
        )
        for mention in asked
    )


def _filters(asked: list[Mention], mentions: tuple[Mention, ...], limits: _Limits) -> Filters:
    """All limits together, as the casebook is asked."""
    return Filters(
        bodies=tuple(dict.fromkeys(name for mention in asked for name in mention.names)),
        bodies_not=tuple(dict.fromkeys(name for mention in _excluded(mentions) for name in mention.names)),
        outcomes=limits.outcome.outcomes,
        date_from=limits.dates.first,
        date_to=limits.dates.last,
        amount_min_pence=limits.amount.least,
        amount_max_pence=limits.amount.most,
        remedy_kinds=limits.outcome.remedy_kinds,
        payees=limits.outcome.payees,
        bases=limits.outcome.bases,
    )


def _with_subject(
    filters: Filters,
    wording: Wording,
    facts: CasebookFacts,
    kind: QuestionKind,
    topic: str,
    limits: _Limits,
    bodies: list[Span],
) -> Filters:
    """The filters with the category that a list or a body's history names; unchanged for every other question."""
    if kind not in (QuestionKind.LIST_CASES, QuestionKind.BODY_HISTORY) or not topic or len(topic) > _SHORT:
        return filters
    subject: SubjectLimit = find_subject_limit(wording.lower, facts.subcategories)
    if subject.span is None:
        return filters
    start, end = subject.span
    beside = content_words(take_out(Wording(topic).lower, _places_of(wording.lower[start:end], topic)))
    if kind is QuestionKind.BODY_HISTORY:
        # "Leeds housing cases" names a whole category; a narrower drawer is found better by its words.
        is_named = subject.has_noun and bool(subject.categories) and not beside
    else:
        is_whole_topic = not beside and not _carries_meaning(wording.text, [*limits.spans, *bodies, subject.span])
        is_named = is_whole_topic or (limits.limit and len(beside) <= _WORDS_BESIDE_A_SUBJECT)
    return replace(filters, categories=subject.categories, subcategories=subject.subcategories) if is_named else filters


def _places_of(phrase: str, topic: str) -> list[Span]:
    """Where the words of a subject's name stand in the topic."""
    lowered = Wording(topic).lower
    return [match.span() for word in phrase.split() for match in re.finditer(re.escape(word), lowered)]
