"""Sentences → whether they say that a fault caused injustice, did not, or nothing of it; and the kinds of harm named.

What a sentence says is strong where it speaks of injustice itself, weak where it tells harm to a person ("She was left
not knowing"): a decision that tells of harm and then finds no injustice finds none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import IntEnum

from assistant.text import unify_characters
from ingest.forms.wording import Wording

# Characters of a sentence that are looked at: none of a real page is nearly as long, and time stays linear.
_BOUND = 2000


class Said(IntEnum):
    """What a sentence says of injustice; the stronger word has the greater value."""

    NOTHING = 0
    HARM = 1
    NONE = 2
    INJUSTICE = 3


_HARM_NOUN = (
    r"(?:distress\w*|upset\w*|frustrat\w+|uncertain\w*|anxi\w+|worr(?:y|ied|ies|ying)|inconvenienc\w*|stress\w*"
    r"|strain\w*"
    r"|time and trouble|trouble|confus\w+|embarrass\w+|humiliat\w+|hardship|harm|doubt|annoy\w+|disappoint\w+|outrage"
    r"|risk|loss|hurt|undignified|exhaust\w+|disruption|fear|frighten\w*|pain|discomfort|isolat\w+)"
)
_TITLE = r"(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.?"
_RELATIVE = r"(?:mother|father|son|daughter|wife|husband|parents|children|family|brother|sister|partner)"
# Letters stay as they are: "A" and "I" would else be people.
_PERSON = (
    rf"(?:\b{_TITLE} (?:and {_TITLE} )?[A-Z]\b|\b[B-HJ-Z]\b(?: and [B-HJ-Z]\b)?(?!')"
    rf"|\b(?i:she|he|they|the (?:family|children|child|couple|complainants?|parents?|boy|girl|tenants?|residents?)"
    rf"|(?:his|her|their) {_RELATIVE})\b)"
)

# --------------------------------------------------------------------------- injustice by its name

_NEGATION = re.compile(r"\b(?:no|not|without|little|never|nor|neither|insignificant|cannot)\b|n't\b", re.I)
_OPINION = re.compile(
    r"\b(?:not|n't|cannot) (?:\w+ ){0,3}?(?:find|consider|think|believe|satisfied|say|agree|accept|see|show|suggest"
    r"|persuaded)\b",
    re.I,
)
# "not only", "no doubt", "not put right": the negation is of something else than injustice.
_OTHER_NEGATION = re.compile(
    r"\bnot only\b|\bno doubt\b|\b(?:not|n't|nothing|never) (?:yet |fully |adequately |suitably |properly |been "
    r"|done |enough )*"
    r"(?:put right|remed\w+|address\w+|recogni[sz]\w+|reflect\w*|to remedy|deal\w*)",
    re.I,
)
_STATED = re.compile(
    r"\b(?:is|was|are|were|be) (?!not\b)(?:\w+ ){0,2}?(?:an?|the|some) (?:[\w-]+ ){0,3}injustices?\b|\b(?:is|was"
    r"|are|were) injustices?\b",
    re.I,
)
_SUPPOSED = re.compile(
    r"\b(?:any|whether|if|claimed|alleged|unless|what|potential|possible|consider(?:ed"
    r"|ing)? the) (?:\w+ ){0,6}?injustice\b|\binjustice (?:he|she|they) (?:claims?|says?|said)",
    re.I,
)
_WITHOUT_ITS_NAME = Wording(
    re.compile(
        r"\bmade no difference\b|\bdid not (?:affect|disadvantage)\b|\bnot (?:been )?(?:affected|disadvantaged)\b"
        r"|\b(?:no|without) (?:significant |real |further |lasting )?(?:disadvantage|detriment)\b|\bno worse off\b",
        re.I,
    ),
    pieces=("difference", "affect", "disadvantage", "detriment", "worse off"),
)
_CAUSED = Wording(
    re.compile(
        rf"\b(?:cause[sd]?|causing)\b(?: (?!by\b)[\w',]+){{0,8}}? {_HARM_NOUN}|\b(?:suffered"
        rf"|experienced) (?:\w+ ){{0,3}}?{_HARM_NOUN}",
        re.I,
    ),
    pieces=("caus", "suffered", "experienced"),
)
_CLAUSE_END = re.compile(
    r"[,;:] ?(?:(?:and|but|which|so|though|although|as|or|yet)\b)?| (?:but|although|though|and (?:this|that|it"
    r"|which|she|he|they|I)) "
)

# --------------------------------------------------------------------------- harm told without the word

_AUXILIARY = (
    r"(?:(?:also|therefore|then|clearly|understandably|both|all|now|still|too|likely|has|have|had|was|were|is|are|been"
    r"|will|would|may|must|always|be)\b ?){0,4}"
)
_HARM = (
    # What happened to a person: "Ms H went without money", "She was caused a good deal of worry".
    Wording(
        re.compile(
            rf"{_PERSON} {_AUXILIARY}(?:went without|go(?:es|ing)? without|left (?!the|it|her flat)|lost|missed"
            rf"|miss(?:es)? out|denied|deprived|put to|out of pocket"
            r"|worse off|paid (?:more|for|money)|struggl\w+|suffered|experienced|felt|caused|faced|never know|not know"
            r"|unable to|cannot know"
            r"|could not (?:understand|appeal|challenge|attend|use|bathe|sleep|afford|plan|move|go|make|take|get)"
            r"|had (?:no|to|less|months|weeks|years)\b|never had"
            r"|did not (?:get|know|have|receive)|lived (?:with|in|without)|distressed|upset|worried|frightened"
            r"|frustrated|anxious|uncertain|unsure|embarrassed|confused"
            r"|disappointed|angry|disheartened|exhausted|at risk|affected)"
        ),
        pieces=(
            "with",
            "left",
            "lost",
            "miss",
            "denied",
            "deprived",
            "put to",
            "out of pocket",
            "worse",
            "paid",
            "struggl",
            "suffered",
            "experienced",
            "felt",
            "caused",
            "faced",
            "know",
            "unable",
            "could not",
            "had ",
            "did not",
            "upset",
            "distressed",
            "worried",
            "frightened",
            "frustrated",
            "anxious",
            "uncertain",
            "unsure",
            "embarrassed",
            "confused",
            "disappointed",
            "angry",
            "disheartened",
            "exhausted",
            "at risk",
            "lived",
            "affected",
            "never had",
        ),
    ),
    # What somebody or something did to a person: "It worried Mr N", "The fault cost Mr K five weeks".
    Wording(
        re.compile(
            rf"\b(?:worried|upset|distressed|frightened|frustrated|confused|embarrassed|inconvenienced|misled|deprived"
            rf"|disadvantaged|cost|denied|troubled|hurt) {_PERSON}"
        ),
        pieces=(
            "worried",
            "upset",
            "distressed",
            "frightened",
            "frustrated",
            "confused",
            "embarrassed",
            "inconvenienced",
            "misled",
            "deprived",
            "disadvantaged",
            "cost",
            "denied",
            "troubled",
            "hurt",
        ),
    ),
    Wording(
        re.compile(
            rf"\b(?:left|leaves|leaving|put|putting|caus\w+|meant|mean(?:s|ing)|added to|led to|leading to|brought"
            rf"|suffer\w*|kept from|took from|made)\b[^.;]{{0,120}}?"
            rf"\b(?:{_HARM_NOUN}|not knowing|unsure|wonder\w*|alone|chase|chasing|lost|missed|missing|without"
            rf"|did not (?:get|have|receive)|right of appeal|worse|had to|waited|wait)\b",
            re.I,
        ),
        pieces=(
            "left",
            "leav",
            "put",
            "caus",
            "mean",
            "added to",
            "led to",
            "leading to",
            "brought",
            "suffer",
            "kept from",
            "took from",
            "made",
        ),
    ),
    Wording(
        re.compile(
            r"\b(?:was|were|is|are|be|been|found (?:it|this)) (?:\w+ ){0,3}?(?:distressing|frustrating|upsetting"
            r"|worrying|embarrassing|undignified|inconvenient"
            r"|stressful|unfair|unjust|confusing|disappointing|difficult for)\b",
            re.I,
        ),
        pieces=("ing", "undignified", "inconvenient", "stressful", "unfair", "unjust", "difficult"),
    ),
    Wording(
        re.compile(
            r"\b(?:was|were) (?:\w+ )?(?:distressed|upset|worried|frightened|frustrated|anxious|embarrassed|humiliated"
            r"|inconvenienced)\b"
        ),
        pieces=(
            "distressed",
            "upset",
            "worried",
            "frightened",
            "frustrated",
            "anxious",
            "embarrassed",
            "humiliated",
            "inconvenienced",
        ),
    ),
    Wording(
        re.compile(
            rf"\b(?:avoidable|unnecessary|undue|real|considerable|understandable|lasting|needless"
            rf"|unwarranted) (?:\w+ ){{0,2}}?{_HARM_NOUN}",
            re.I,
        ),
        pieces=(
            "avoidable",
            "unnecessary",
            "undue",
            "real",
            "considerable",
            "understandable",
            "lasting",
            "needless",
            "unwarranted",
        ),
    ),
    Wording(
        re.compile(
            r"\b(?:his|her|their|[A-Z]'s) (?:own )?(?:distress|frustration|anxiety|worry|uncertainty|upset|good name"
            r"|embarrassment|confusion|disappointment)\b"
        ),
        pieces=(
            "distress",
            "frustration",
            "anxiety",
            "worry",
            "uncertainty",
            "upset",
            "good name",
            "embarrassment",
            "confusion",
            "disappointment",
        ),
    ),
    Wording(
        re.compile(
            rf"\b(?:payment|pay|sum|remed\w+|recognis\w+|recogniz\w+|acknowledg\w+"
            rf"|reflect\w*)\b[^.;]{{0,80}}?\b{_HARM_NOUN}\b",
            re.I,
        ),
        pieces=("payment", "pay", "sum", "remed", "recognis", "recogniz", "acknowledg", "reflect"),
    ),
    Wording(
        re.compile(
            r"\b(?:longer|more|later|less) (?:\w+ )?than (?:he|she|they|it|was) (?:should|needed|had to|necessary"
            r"|otherwise)",
            re.I,
        ),
        pieces=(" than ",),
    ),
    Wording(
        re.compile(
            r"\bopportunit(?:y|ies)\b[^.;]{0,40}\b(?:lost|missed|denied)\b|\b(?:lost|missed|denied"
            r"|loss of)\b[^.;]{0,40}\bopportunit(?:y|ies)\b",
            re.I,
        ),
        pieces=("opportunit",),
    ),
    Wording(
        re.compile(
            r"\bat (?:a |some |greater |increased )?risk\b|\bcontribut\w+ to\b[^.;]{0,40}\b(?:strain|stress|distress"
            r"|worry|anxiety)\b"
        ),
        pieces=("risk", "contribut"),
    ),
    Wording(
        re.compile(rf"\b(?:led|forced|obliged|required) {_PERSON} to\b|{_PERSON} (?:has |had )?paid £"),
        pieces=("led ", "forced", "obliged", "required", "paid"),
    ),
    # What would have been: "She would never have had a summons", "But for this Mr N would have had his chance".
    Wording(
        re.compile(
            rf"\b(?i:but for (?:this|that|the)|without (?:this|that|the))\b[^.;]{{0,100}}?\bwould (?!still"
            rf"|probably still)(?:have|not)\b"
            rf"|{_PERSON} would (?:never|not) have (?:had|been|needed|lost|paid|spent|faced|suffered|felt)\b"
        ),
        pieces=("but for", "without", "would"),
    ),
    Wording(
        re.compile(
            r"\blost (?:\w+ ){0,6}?in which (?:it|the)\b"
            r"|\b(?:this|that|it|which) (?:is|was) (?:a |an )?(?:\w+ )?loss to\b",
            re.I,
        ),
        pieces=("lost", "loss to"),
    ),
)
# Harm that somebody claims or wants paid, that is supposed, or that the Ombudsman does not find.
_NO_HARM = re.compile(
    rf"^(?:{_TITLE} (?:and {_TITLE} )?[A-Z]|She|He|They) (?:also |has |have )?(?:says?|said|believes?|thinks?"
    rf"|thought|complain\w*|claims?|argues?|feels that|wants?|wanted|asks?|asked|seeks?|would like)\b"
    r"|\bwhether\b[^.;]{0,60}\b(?:distress|harm|loss|lost|missed)\b"
    r"|\b(?:if|unless|had (?:it|the|they|she|he))\b[^.;]{0,60}\b(?:distress|harm|loss|lost|missed|would)\b"
    r"|\b(?:cannot|can't|could not|do not|did not|not) (?:\w+ ){0,2}?(?:say|find|accept|think|consider|criticise"
    r"|agree|recommend)\b"
    r"|\b(?:did not|does not|not|n't) (?:\w+ ){0,2}?(?:cause|lead|mean|result|lose|miss|suffer|put)\w*\b",
)
HARM_WORDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern, re.I))
    for name, pattern in (
        ("distress", r"\bdistress\w*"),
        ("upset", r"\bupset\b"),
        ("frustration", r"\bfrustrat\w+"),
        ("uncertainty", r"\buncertainty\b"),
        ("anxiety", r"\banxi\w+|\bworry\b|\bworried\b"),
        ("time and trouble", r"\btime and trouble\b"),
        ("inconvenience", r"\binconvenience\w*"),
        (
            "loss of provision",
            r"\b(?:loss of|lost|missed) (?:\w+ ){0,2}?(?:education|provision|support|services?|care)\b",
        ),
        ("financial loss", r"\bfinancial loss\b|\bout of pocket\b"),
        ("risk of harm", r"\brisk of harm\b"),
    )
)


def is_denied(sentence: str) -> bool:
    """True for a sentence that says there was no injustice."""
    return injustice_said(sentence) is Said.NONE


def injustice_said(sentence: str) -> Said:
    """What one sentence says of injustice: by its name, else by the harm that its clauses tell."""
    plain = unify_characters(sentence[:_BOUND])
    named = _by_name(plain)
    if named is not Said.NOTHING:
        return named
    if _WITHOUT_ITS_NAME.search(plain):
        return Said.NONE
    clauses = _clauses(plain)
    if _NO_HARM.match(plain):
        return Said.NOTHING
    told = [clause for clause in clauses if not _NO_HARM.search(clause)]
    if any(_CAUSED.search(clause) for clause in told):
        return Said.INJUSTICE
    return Said.HARM if any(pattern.search(clause) for clause in told for pattern in _HARM) else Said.NOTHING


def _by_name(plain: str) -> Said:
    """The word "injustice" itself: stated, denied, or neither ("any injustice", "whether … injustice")."""
    found = Said.NOTHING
    for match in re.finditer(r"\binjustices?\b", plain, re.I):
        start = max((end.end() for end in _CLAUSE_END.finditer(plain, 0, match.start())), default=0)
        clause = plain[max(start, match.start() - 160) : match.end()]
        is_asked = re.search(r"\bwhether\b", plain[: match.start()])
        if is_asked or _SUPPOSED.search(clause) or _NO_HARM.match(plain):
            continue
        denied = _NEGATION.search(clause) and not _OTHER_NEGATION.search(clause)
        if denied and (_OPINION.search(clause) or not _STATED.search(clause)):
            found = max(found, Said.NONE)
        else:
            return Said.INJUSTICE
    return found


def _clauses(plain: str) -> list[str]:
    """The sentence cut at conjunctions: what is said in one half is not denied in the other."""
    return [
        clause.strip()
        for clause in re.split(r";|,? but |,? although |,? though |, and |, so |, which ", plain)
        if clause.strip()
    ]


def injustice_of(sentences: Iterable[str]) -> bool | None:
    """What these sentences together say: the strongest word; None where none speaks of it."""
    strongest = max((injustice_said(sentence) for sentence in sentences), default=Said.NOTHING)
    if strongest is Said.NOTHING:
        return None
    return strongest is not Said.NONE


def kinds_of_harm(sentences: Iterable[str]) -> tuple[str, ...]:
    """The kinds of harm that these sentences name, in the order of our table; denied harm is none."""
    text = " ".join(unify_characters(sentence) for sentence in sentences if not is_denied(sentence))
    return tuple(name for name, pattern in HARM_WORDS if pattern.search(text))
