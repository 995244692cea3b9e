"""A heading, a clause or a point of the complaint → the wording of an issue: a phrase like a noun, in the page's words.

"The Council failed to tell him of the hearing, which caused him distress" → "failure to tell him of the hearing";
"Analysis: delay in deciding the main duty" → "delay in deciding the main duty". What went wrong is kept, who did it
(nearly always the body) and what came of it are cut. Nothing is added but the few words of the tables below.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.text import unify_characters
from ingest.finding_words import EMPTY_WORDS

_LONGEST = 160
# A body of the field or who acts for it: the subject that is cut from "The Council did not …".
BODY = (
    r"(?:(?:the|its|their) (?:\w+ )?(?:council|trust|home|provider|icb|ccg|authority|board|panel|agents?|officers?|school|academy|body"
    r"|contractors?|staff|teams?|care provider|care home|social workers?)|it|they|he|she|council)"
)
# Words before the matter: openings, who found it, who accepts it.
_OPENINGS = (
    re.compile(
        r"(?:however|therefore|consequently|furthermore|moreover|additionally|nevertheless|overall|first(?:ly)?|second(?:ly)?|third(?:ly)?"
        r"|finally|lastly|also|in addition|in particular|in summary|in conclusion|as a result|on balance|in my view|in our view|specifically"
        r"|on the (?:first|second|third) (?:point|part)|to summarise|so|and|but|that|then|yet|while|although|because|since|when|where)\b,? ?",
        re.I,
    ),
    re.compile(
        r"(?:I|we|the ombudsman) (?:(?:have|has|also|therefore|do|did|would|can|must|however|am|are) ){0,3}(?:find|found|finds|consider|think|agree|agreed|accept|note"
        r"|decided|conclude|concluded|satisfied|know|see)(?:,? (?:however|therefore|on balance),?)? (?:that )?(?=\w)",
        re.I,
    ),
    re.compile(
        r"(?:the (?:council|trust|home|care provider|provider)|it) (?:(?:has|have|also|now|itself|already|fully|partly) ){0,3}(?:accepts?|accepted|acknowledge[sd]?|agree[sd]?|admit(?:s|ted)?"
        r"|recogni[sz]e[sd]?|apologi[sz]ed) (?:that |for )?(?=(?:it|its|the|this|there|he|she|they|not|[A-Z])\b)",
        re.I,
    ),
    re.compile(
        r"(?:there (?:was|were|is|has been|are|had been)|I have seen|it (?:also )?(?:appears|seems|follows|is (?:also )?(?:clear|likely|evident)))"
        r" (?:also )?(?:that )?(?=\w)",
        re.I,
    ),
    re.compile(
        r"(?:(?:analysis|findings?|conclusions?|assessment|consideration|complaint|issue|allegation|part|point|my findings|fault)(?: (?:on|of|about|\(?[a-h1-9]\)?))? ?[:\u2013-] ?)",
        re.I,
    ),
    re.compile(r"\(?[a-h1-9]\)[.:]? ", re.I),
    re.compile(r"(?:failings?|faults?|failures?) (?:in|by the council in) (?=its\b|the\b|how\b)", re.I),
)
# A heading that asks: "Was there fault in the way the Council …?", "Did the Council fail to …?".
_QUESTION = re.compile(
    r"(?:was there (?:any )?fault (?:by the (?:\w+ ){1,3})?(?:in|with|over)|(?:was|is) the (?:\w+ ){1,3}at fault (?:in|for|over|when)"
    r"|was there (?:an? |any )?|did the (?:council|trust|home|provider) )\s*",
    re.I,
)
# From here on a clause tells reasons, consequences or another story.
_CUT = (
    re.compile(
        r",? (?:and|which|this|that) (?:has |have |had )?(?:caused?|causing|led to|meant|left)\b|,? causing\b|,? leading to\b|,? resulting in\b",
        re.I,
    ),
    re.compile(
        r"[;:]|,? (?:because|since|although|though|so that|whereas|despite|even though|given that|while)\b|, (?:which|who|as|so|but|and (?:I|we|this|that|it|so|therefore|the|he|she|they|has|had|was|were|is|are)"
        r"|where|when|there|for(?! (?:a|the) (?:week|month|year)))\b| but\b| and (?:I|we|this|so|therefore|gave|it) \b|\s[\u2013-]\s",
        re.I,
    ),
    re.compile(
        r" (?:as (?:it|there|he|she|they|the (?:council|law)|this) (?:is|was|were|are|had|has|did|does|could|can)|for the reasons? (?:given|set out|above|below|I|we)|at (?:this|the moment)|now as)\b.*",
        re.I,
    ),
)
_LEADING = re.compile(
    r"(?:(?:the|a|an|its|their|this|that|these|those|such|any|some|it|they)\s+(?=[\w'(])|(?:the |its )?(?:council|care provider|provider|trust|home|icb|ccg)'s (?:own )?)",
    re.I,
)

# Words that cannot end a phrase.
_HANGING = re.compile(
    r"(?:[ ,]+(?:and|or|the|a|an|of|to|in|for|with|that|by|on|at|from|his|its|their|was|were|is|are|had|has|which|who|as))+$",
    re.I,
)
_SUBORDINATE = re.compile(
    r"(?:(?:furthermore|however|moreover|in addition|also),? )?(?:as|because|since|when|while|although|though|after|before|once|had|if|given|despite|from|in|on|by|during|until)\b",
    re.I,
)
_MAIN = re.compile(
    rf", ({BODY} (?:should|did|failed|took|delayed|was|were|had|has|kept|gave|sent|made|told|left|wrongly|also|then|only)\b)",
    re.I,
)

# --------------------------------------------------------------------------- verbs as nouns

# Past tense → gerund, where "-ed" → "-ing" does not do.
_IRREGULAR = dict(
    pair.split(":")
    for pair in """
    sent:sending gave:giving took:taking kept:keeping lost:losing told:telling left:leaving made:making put:putting
    held:holding let:letting sold:selling found:finding paid:paying wrote:writing went:going did:doing said:saying
    spoke:speaking brought:bringing threw:throwing withdrew:withdrawing cut:cutting set:setting led:leading was:being
    were:being had:having got:getting built:building chose:choosing broke:breaking bought:buying began:beginning
    misled:misleading overpaid:overpaying underpaid:underpaying sought:seeking stood:standing drew:drawing met:meeting
    forgot:forgetting hid:hiding ran:running read:reading saw:seeing shut:shutting spent:spending swore:swearing
    meant:meaning dealt:dealing came:coming became:becoming forced:forcing sat:sitting lent:lending taught:teaching
    given:giving taken:taking written:writing seen:seeing done:doing known:knowing shown:showing been:being gone:going
    chosen:choosing broken:breaking begun:beginning drawn:drawing thrown:throwing spoken:speaking withdrawn:withdrawing
    """.split()
)
_DOUBLED = frozenset(
    "let put get set cut stop plan run begin refer admit permit omit submit commit swap drop shut rely".split()
) - {"rely"}
_AUXILIARY = r"(?:(?:also|then|therefore|later|only|still|simply|repeatedly|wrongly|incorrectly|unfairly|unreasonably|initially|again|now) )?"


def gerund_of(verb: str, *, is_base: bool = False) -> str | None:
    """``closed`` → ``closing``, ``sent`` → ``sending``; with ``is_base`` ``treat`` → ``treating``. None for no verb we know."""
    word = verb.lower()
    if is_base:
        if word in _DOUBLED:
            return f"{word}{word[-1]}ing"
        if word.endswith("ie"):
            return f"{word[:-2]}ying"
        return f"{word[:-1]}ing" if word.endswith("e") and not word.endswith(("ee", "ye", "oe")) else f"{word}ing"
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("ied"):
        return f"{word[:-3]}ying"
    return f"{word[:-2]}ing" if word.endswith("ed") and len(word) > 4 else None


def _after_body(match: re.Match[str]) -> str | None:
    """The rest of "The Council <verb> …" as a noun: by its past tense, else None."""
    gerund = gerund_of(match["verb"])
    adverb = f"{match['adverb'].strip()} " if match["adverb"] else ""
    return f"{adverb}{gerund}{match['rest']}" if gerund else None


# "did not V" → "failure to V" and its kin: what stands first in the clause, its subject having been cut or being a body.
_VERBS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str | None]], ...] = (
    (
        re.compile(
            rf"(?:{BODY} )?{_AUXILIARY}(?:failed|fails|failing|had failed|has failed|fail) to (?P<rest>.+)", re.I
        ),
        lambda m: f"failure to {m['rest']}",
    ),
    (
        re.compile(
            rf"(?:{BODY} )?{_AUXILIARY}(?:did|does|do|would|could) not (?:properly |adequately )?(?P<rest>.+)", re.I
        ),
        lambda m: f"failure to {m['rest']}",
    ),
    (
        re.compile(rf"{BODY} (?:has|have|had) not (?:yet |properly )?(?P<verb>\w+)(?P<rest>.*)", re.I),
        lambda m: f"not {gerund}{m['rest']}" if (gerund := gerund_of(m["verb"])) else None,
    ),
    (
        re.compile(rf"{BODY} should (?:also )?have (?P<verb>\w+)(?P<rest>.*)", re.I),
        lambda m: f"not {gerund}{m['rest']}" if (gerund := gerund_of(m["verb"])) else None,
    ),
    (
        re.compile(rf"(?:{BODY} )?(?:took|taking) (?:far |much )?too long (?:to|in|over) (?P<rest>.+)", re.I),
        lambda m: f"taking too long to {m['rest']}",
    ),
    (re.compile(rf"(?:{BODY} )?{_AUXILIARY}delayed (?:in )?(?P<rest>.+)", re.I), lambda m: f"delay in {m['rest']}"),
    (re.compile(r"(?:it|there) (?:was|were) (?:no|not) (?P<rest>.+)", re.I), lambda m: f"no {m['rest']}"),
    (
        re.compile(r"not (?P<adverb>(?:properly |fully |adequately |first )?)(?P<verb>\w+ed)(?P<rest> .*)", re.I),
        lambda m: f"not {m['adverb']}{gerund}{m['rest']}" if (gerund := gerund_of(m["verb"])) else None,
    ),
    (
        re.compile(r"(?P<who>[^,.;]{1,60}?) did not (?P<verb>\w+)(?P<rest>.*)"),
        lambda m: f"{m['who']} not {gerund_of(m['verb'], is_base=True)}{m['rest']}",
    ),
    (
        re.compile(
            r"(?P<who>[^,.;]{1,60}?) (?:was|were) not (?P<rest>(?:given|told|sent|asked|offered|invited|involved|shown|allowed|provided|paid|consulted|informed)\b.*)"
        ),
        lambda m: f"{m['who']} not being {m['rest']}",
    ),
    (
        re.compile(
            rf"{BODY} (?:was|were|is|are|has been) (?:also )?(?P<rest>(?:slow|late|wrong|unable|rude|not)\b.+)", re.I
        ),
        lambda m: f"{m['rest']}",
    ),
    (re.compile(rf"{BODY} (?P<adverb>{_AUXILIARY})(?P<verb>[a-z]+)(?P<rest>\b.*)", re.I), _after_body),
    (
        re.compile(rf"(?P<adverb>{_AUXILIARY})(?P<verb>[a-z]+)(?P<rest> .*)"),
        lambda m: _after_body(m) if m["verb"] not in _NOUNS_IN_ED else None,
    ),
)
# Words in "-ed" and the like that open a noun phrase and are no verb: "delayed discharge" is rare, "missed visits" not.
_NOUNS_IN_ED = frozenset(
    "missed shortened delayed agreed alleged proposed disabled supported unpaid continued increased reduced sheltered failed"
    " needed speed need shared poorly recorded stored combined limited cut set left read put found amended related".split()
)


# --------------------------------------------------------------------------- the door


def word_issue(words: str) -> str:
    """The issue's wording; empty where the words name none.

    >>> word_issue("The Council did not tell him of the hearing, which caused him distress.")
    'failure to tell him of the hearing'
    """
    words = _ASIDE.sub("", words)
    words = _main_clause(re.sub(r"\s+", " ", words).strip(" .,;:-\u2013\u2022"))
    words = _cut(_opened(words))
    words = _as_noun(words)
    leading = _LEADING.match(unify_characters(words))
    while leading and leading.end() < len(words):
        words = words[leading.end() :]
        leading = _LEADING.match(unify_characters(words))
    words = words.strip(" .,;:-\u2013")
    if len(words) > _LONGEST:
        words = words[:_LONGEST].rsplit(" ", 1)[0]
    words = _HANGING.sub("", words).strip(" .,;:-\u2013")
    return words if names_issue(words) else ""


def word_heading(heading: str) -> str:
    """A heading as the page prints it, without "Analysis:" or "Was there fault in" before the matter; empty for none."""
    words = heading.strip(" .:;")
    plain = unify_characters(words)
    question = _QUESTION.match(plain)
    if question:
        asked = words[question.end() :].rstrip("? ")
        return asked if names_issue(asked) else ""
    for pattern in _OPENINGS[4:6]:
        opening = pattern.match(unify_characters(words))
        if opening and names_issue(words[opening.end() :]):
            words = words[opening.end() :]
    return words if names_issue(words) else ""


def names_issue(words: str) -> bool:
    """True where at least one word tells matters apart: not a pronoun, a party, a process or a result."""
    plain = unify_characters(words).lower()
    return bool(set(re.findall(r"[a-z]{3,}", plain)) - EMPTY_WORDS - _VAGUE or _STAGE.search(plain))


# A stage of the statutory procedure is a matter, though each of its words is empty.
_STAGE = re.compile(r"\bstage (?:one|two|three|[123])\b")
# Beside the empty words: what stands in a clause without saying what the matter is.
_VAGUE = frozenset(
    """
    point points part parts matter matters issue issues respect respects way ways time times reason reasons also then there here these those
    failed failure failing not did does done doing should could can cannot will may might must accept accepts accepted agree agrees happened
    because since therefore however conclusion conclusions assessment further other another same such own very more most some one ones its it
    action actions know known think considered consider satisfied summary service failing failings whole overall
    result results impact effect consequences consequence caused cause causing suggest suggested did'nt
    """.split()
)


_ASIDE = re.compile(
    r",? (?:based on|according to|in (?:the )?light of|in line with|as required by|in accordance with) [^,.;]{3,80},",
    re.I,
)


def _main_clause(words: str) -> str:
    """From the body's own clause on, where a condition or a reason stands before it: "As Y was in need, the Council …"."""
    plain = unify_characters(words)
    if not _SUBORDINATE.match(plain):
        return words
    main = _MAIN.search(plain)
    return words[main.start(1) :] if main and names_issue(words[main.start(1) :]) else words


def _opened(words: str) -> str:
    """Without the openings, however many stand before the matter."""
    for _ in range(4):
        plain = unify_characters(words)
        match = next(
            (match for pattern in _OPENINGS if (match := pattern.match(plain)) and match.end() < len(words)), None
        )
        if match is None:
            return words
        words = words[match.end() :]
    return words


def _cut(words: str) -> str:
    """Up to where reasons and consequences begin, if enough is left to name an issue."""
    for pattern in _CUT:
        for cut in pattern.finditer(unify_characters(words)):
            if cut.start() >= 12 and names_issue(words[: cut.start()]):
                words = words[: cut.start()]
                break
    return words.rstrip(" ,")


def _as_noun(words: str) -> str:
    plain = unify_characters(words)
    if re.match(r"(?:how|the way|whether|what|not|no|failure|delay)\b", plain, re.I):
        return words
    for pattern, noun in _VERBS:
        match = pattern.fullmatch(plain)
        if match and (made := noun(match)):
            # The page's own characters (curly quotation marks) for all that was kept.
            rest = match["rest"]
            return (
                made[: len(made) - len(rest)] + words[len(words) - len(rest) :]
                if rest and made.endswith(rest)
                else made
            )
    return words
