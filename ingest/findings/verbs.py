"""Clauses → phrases like nouns: "The Council did not tell him" → "failure to tell him", "it sent" → "sending".

English past tense gives its gerund without a dictionary ("closed" → "closing"); what does not is a table. Who did it
is cut where it is the body, since that is nearly always so, and kept where it is somebody else.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.text import unify_characters

# A body of the field or who acts for it: the subject that is cut from "The Council did not …".
BODY = (
    r"(?:(?:the|its|their) (?:\w+ )?(?:council|trust|home|provider|icb|ccg|authority|board|panel|agents?|officers?"
    r"|school"
    r"|academy|body|contractors?|staff|teams?|social workers?)|it|they|he|she|council)"
)
_BODY_ITSELF = r"(?:the|its) (?:council|trust|home|provider|care provider|icb|ccg|authority)|it|they|he|she|council"
# Past tense → gerund, where "-ed" → "-ing" does not do.
_IRREGULAR: dict[str, str] = dict(
    re.findall(
        r"(\w+):(\w+)",
        """
        sent:sending gave:giving took:taking kept:keeping lost:losing told:telling left:leaving made:making
        put:putting held:holding let:letting sold:selling found:finding paid:paying wrote:writing went:going
        did:doing said:saying spoke:speaking brought:bringing threw:throwing withdrew:withdrawing cut:cutting
        set:setting led:leading was:being were:being had:having has:having got:getting built:building
        chose:choosing broke:breaking bought:buying began:beginning misled:misleading overpaid:overpaying
        underpaid:underpaying sought:seeking stood:standing drew:drawing met:meeting forgot:forgetting
        hid:hiding ran:running read:reading saw:seeing shut:shutting spent:spending meant:meaning dealt:dealing
        came:coming became:becoming sat:sitting lent:lending taught:teaching given:giving taken:taking
        written:writing seen:seeing done:doing known:knowing shown:showing been:being gone:going chosen:choosing
        broken:breaking begun:beginning drawn:drawing thrown:throwing spoken:speaking withdrawn:withdrawing
        """,
    )
)
# A further finite verb of the same clause: what is done to something, or a past tense that is nothing else.
_NEXT_VERB = re.compile(
    rf"(?:,| and|, and) (?:(?:also|then|later|wrongly|instead|so) )?(?P<verb>(?:[a-z]{{2,}}ed|{'|'.join(_IRREGULAR)})"
    r"(?= (?:her|him|them|it|the|an?|his|its|their|Mr|Mrs|Ms|Miss)\b)|(?:sent|gave|took|kept|told|wrote)\b)"
)
# Base forms that double their last letter.
_DOUBLED = frozenset(
    re.findall(
        r"[\w']+",
        """
        let put get set cut stop plan run begin refer admit permit omit submit commit drop shut
        """,
    )
)
# Words that look like a past tense and open a noun phrase: "missed visits", "unpaid allowances".
_OPEN_A_NOUN = frozenset(
    re.findall(
        r"[\w']+",
        """
        missed shortened delayed agreed alleged proposed disabled supported unpaid continued increased reduced
        sheltered failed needed speed need shared stored combined limited cut set left read found amended
        related led assisted said been done
        """,
    )
)
_ADVERB = (
    r"(?:(?:also|then|therefore|later|only|still|simply|repeatedly|wrongly|incorrectly|unfairly|unreasonably|initially"
    r"|again|now|mistakenly|had) )?"
)
_HOW = r"(?:properly |adequately |fully |first |yet |always |sufficiently |promptly )?"
_WHO = r"(?P<who>(?:(?!\b(?:which|that|who|whom|because|when|while)\b)[^,.;]){1,60}?)"

_Noun = Callable[[re.Match[str]], str | None]


def gerund_of(verb: str, *, is_base: bool = False) -> str | None:
    """``closed`` → ``closing``, ``sent`` → ``sending``; with ``is_base`` ``treat`` → ``treating``. None for no verb."""
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
    return f"{word[:-2]}ing" if re.fullmatch(r"\w*[^e\W]ed", word) and len(word) > 3 else None


def as_noun(words: str) -> str:
    """The clause as a noun by the first row that knows its verb; a phrase that is one already as it is.

    >>> as_noun("it wrongly closed the case")
    'wrongly closing the case'
    """
    plain = unify_characters(words)
    if re.match(r"(?:how|the way|whether|what|no|failure|delay|lack)\b", plain, re.I):
        return words
    for pattern, noun in _VERBS:
        match = pattern.fullmatch(plain)
        made = noun(match) if match else None
        if match and made:
            # The page's own characters (curly quotation marks) for all that was kept.
            rest = match["rest"]
            is_kept = bool(rest) and made.endswith(rest)
            return _with_other_verbs(
                made[: len(made) - len(rest)] + words[len(words) - len(rest) :] if is_kept else made
            )
    return words


def _with_other_verbs(noun: str) -> str:
    """All further verbs as the first: "failure to visit and placed her away" → "failure to visit and placing …"."""
    for verb in reversed(list(_NEXT_VERB.finditer(unify_characters(noun)))):
        gerund = gerund_of(verb["verb"])
        noun = f"{noun[: verb.start('verb')]}{gerund}{noun[verb.end('verb') :]}" if gerund else noun
    return noun


def question_as_noun(heading: str) -> str:
    """A heading that asks, told: "Was the flat suitable?" → "whether the flat was suitable"; others as they are."""
    plain = unify_characters(heading)
    for pattern, noun in _QUESTIONS:
        match = pattern.fullmatch(plain)
        made = noun(match) if match else None
        if made:
            return made
    return heading


# --------------------------------------------------------------------------- rows


def _gerund(match: re.Match[str], before: str = "") -> str | None:
    gerund = gerund_of(match["verb"])
    adverb = re.sub(r"(?:had|then|also|therefore) ", "", match.groupdict().get("adverb") or "")
    return f"{before}{adverb}{gerund}{match['rest']}" if gerund else None


def _unless_noun(match: re.Match[str]) -> str | None:
    return None if match["verb"] in _OPEN_A_NOUN else _gerund(match)


def _opens_with_verb(match: re.Match[str]) -> bool:
    """True for "issued a bill that she did not expect": what was not done is no part of who did not do it."""
    first = match["who"].split(" ")[0]
    return first.islower() and first not in _OPEN_A_NOUN and gerund_of(first) is not None


def _delay(match: re.Match[str]) -> str:
    is_joined = re.match(r"(?:for|by|until|before|from|between|in)\b", match["rest"])
    return f"delay {match['rest']}" if is_joined else f"delay in {match['rest']}"


def _row(pattern: str, noun: _Noun) -> tuple[re.Pattern[str], _Noun]:
    return re.compile(pattern, re.IGNORECASE), noun


# Asked in this order of a whole clause; ``rest`` is what is kept.
_VERBS: tuple[tuple[re.Pattern[str], _Noun], ...] = (
    _row(
        rf"(?:{BODY} (?:has |have |had )?)?{_ADVERB}(?:failed|fails|failing|fail) to (?P<rest>.+)",
        lambda m: f"failure to {m['rest']}",
    ),
    _row(
        rf"(?:{BODY} )?{_ADVERB}(?:did|does|do|would|could) not {_HOW}(?P<rest>.+)", lambda m: f"failure to {m['rest']}"
    ),
    _row(
        rf"{BODY} (?:had|has|was under|is under) (?:an? |the )"
        r"(?P<rest>(?:\w+ )?(?:duty|responsibility|obligation) to .+)",
        lambda m: m["rest"],
    ),
    _row(rf"{BODY} (?:has|have|had) not {_HOW}(?P<verb>\w+)(?P<rest>.*)", lambda m: _gerund(m, "not ")),
    _row(rf"{BODY} should (?:also )?have {_HOW}(?P<verb>\w+)(?P<rest>.*)", lambda m: _gerund(m, "not ")),
    _row(
        rf"{BODY} (?:also )?(?:has|have|had|took|kept|made|gave|sent|offered|provided|carried out) no (?P<rest>.+)",
        lambda m: f"no {m['rest']}",
    ),
    _row(
        rf"(?:{BODY} )?(?:took|taking) (?:far |much )?too long (?:to|in|over) (?P<rest>.+)",
        lambda m: f"taking too long to {m['rest']}",
    ),
    _row(rf"(?:{BODY} )?{_ADVERB}delayed (?:in )?(?P<rest>.+)", _delay),
    _row(rf"not (?P<adverb>{_HOW})(?P<verb>\w+ed)(?P<rest> .*)", lambda m: _gerund(m, "not ")),
    _row(
        rf"{BODY} (?:was|were|is|are|has been) (?:also )?(?P<rest>(?:slow|late|wrong|unable|rude|not)\b.+)",
        lambda m: m["rest"],
    ),
    _row(rf"{BODY} did {_HOW}(?P<verb>\w+)(?P<rest>.*)", lambda m: f"{gerund_of(m['verb'], is_base=True)}{m['rest']}"),
    # "the school named in the plan" is a noun already: of those who act for a body, only what they did to something.
    _row(rf"(?:{_BODY_ITSELF}) (?P<adverb>{_ADVERB})(?P<verb>[a-z]+)(?P<rest>\b.*)", _gerund),
    _row(rf"{BODY} (?P<adverb>{_ADVERB})(?P<verb>[a-z]+)(?P<rest>\b(?! (?:in|by|at|on|from|for|under) ).*)", _gerund),
    _row(
        rf"{_WHO} did not (?P<verb>\w+)(?P<rest>.*)",
        lambda m: None if _opens_with_verb(m) else f"{m['who']} not {gerund_of(m['verb'], is_base=True)}{m['rest']}",
    ),
    _row(
        rf"{_WHO} (?:was|were) not (?P<rest>(?:given|told|sent|asked|offered|invited|involved|shown|allowed"
        rf"|provided|paid"
        r"|consulted|informed|considered|assessed|reviewed)\b.*)",
        lambda m: f"{m['who']} not being {m['rest']}",
    ),
    (re.compile(rf"(?P<adverb>{_ADVERB})(?P<verb>[a-z]+)(?P<rest> .*)"), _unless_noun),
)
_QUESTIONS: tuple[tuple[re.Pattern[str], _Noun], ...] = (
    _row(rf"did {BODY} fail to (?P<rest>.+?)\??", lambda m: f"failure to {m['rest']}"),
    _row(
        rf"did {BODY} {_HOW}(?P<verb>\w+) (?P<rest>.+?)\??",
        lambda m: f"{gerund_of(m['verb'], is_base=True)} {m['rest']}",
    ),
    _row(
        r"(?P<be>was|were|is|are) (?P<who>.+?) (?P<rest>(?:(?:properly|adequately|sufficiently|too) )?\w+)\?",
        lambda m: f"whether {m['who']} {m['be'].lower()} {m['rest']}",
    ),
)
