"""What a question says that it is not about ("not about schools", "nobody disabled", "other than clawback").

Such words are no topic: searched, they would bring exactly the cases that are not meant. What did not happen ("they did
not assess mum", "no reply", "without his plan in place") is the matter itself and stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.question.words import Span, Wording, table_words

_EDGE = r"(?:^|[,;:(\n-]\s*|[.?!]\s+|\bbut\s+|\band\s+|\bso\s+)"
_THING = r"(?P<thing>(?:[a-z0-9&'/-]+ ){0,3}?[a-z0-9&'/-]+)"
_END = r"(?=\s*(?:$|[,;:.?!)\n]| -|(?: please| pls| involved| at all| though| here)\b))"
_SMALL = r"(?:(?:the|a|an|any|just|only|really) )*"

_NOT_ABOUT = re.compile(
    r"(?:\b(?:and |but |so |though )?(?:(?:it'?s|it is|this is|that'?s|that is|i'?m|we'?re|i am|we are|these are) )?"
    r"(?:not|isn't|isnt|nothing|never) (?:really |actually |asking )?(?:about|to do with|re|regarding|concerning)"
    r"|\b(?:it |this |that )(?:isn't|isnt) (?:about|to do with)"
    r"|\b(?:and |but )?(?:i|we) (?:don't|dont|do not|didn't|didnt|did not) mean"
    r"|\b(?:other than|apart from|aside from|except for|excluding|leaving out|leaving aside))"
    rf" {_SMALL}{_THING}{_END}"
)
# "…, not transport" and "(not tenants)": a noun set off; a verb or an adverb behind "not" tells what did not happen.
_NOT_A_THING = re.compile(rf"{_EDGE}(?P<phrase>not {_SMALL}{_THING}){_END}")
_NO_PERSONS = re.compile(
    r"(?P<phrase>\b(?:there (?:is|are|was|were) )?(?:no|without(?: any)?) (?P<thing>(?:young |small |disabled "
    r"|vulnerable |dependent )?(?:children|kids|child|dependants|disabilit(?:y|ies)|disabled (?:people|person)"
    r"|vulnerable people|vulnerabilities|health (?:problems|issues|conditions)"
    r"|medical (?:needs|issues)|safeguarding (?:issues|concerns)"
    rf"|domestic (?:abuse|violence)|abuse|special needs|SEND?))"
    rf"(?: involved| in (?:the )?(?:house|home|family))?){_END}",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"(?P<phrase>\b(?:nobody|no one|noone|none of (?:us|them)|no-one)(?: here| else)?(?:'s| is| was| are| were)? ?"
    r"(?:being )?(?P<thing>(?:registered )?(?:disabled|vulnerable|elderly|ill|unwell|sick|autistic|pregnant|hurt"
    r"|injured|at risk|in danger|homeless|housebound|a child|a pensioner|on benefits))"
    r"(?: (?:in|at|living)(?: (?:in|at))? (?:the |our |my |this )?(?:house|home|household|family|address))?)"
)
_WITHOUT = re.compile(
    r"(?P<phrase>\b(?:without|w/out|with no) (?:any |the |an? )?(?P<thing>(?:[a-z'-]+ ){0,2}?[a-z'-]+)"
    r" (?:being )?(?:involved|involvement))\b"
)
# Behind "not", these begin what did not happen or was not so; a noun names what is not meant.
_NO_NOUN = frozenset(
    table_words(
        "about to a the in on at for from by with of even ever once yet still enough good fair right sure only just "
        "really much many very so that this it they he she we i us our my his her their its all every been being "
        "be have had has do did does done is was are were will would can could should may might must getting going "
        "having doing given told sent paid made kept put seen met let got heard known shown taken left read held "
        "necessarily properly fully available happy ok okay suitable safe allowed able applicable here there now "
        "then when where what who how why if because since before after until unless upheld closed fault "
        "investigated discontinued one anyone anything anybody nothing something someone what great true well long "
        "far too also either neither bad guilty responsible liable wrong legal lawful reasonable possible clear "
        "eligible entitled accurate correct complete final late early new old like as"
    )
)
# "not built to plans", "not paid": what did not happen, not what is not meant.
_PARTICIPLES = frozenset(
    table_words(
        "begun born bought broken brought built caught chosen come cut dealt drawn driven done eaten fallen "
        "felt fit fought found frozen given gone grown held hidden kept laid led left lent lost made meant "
        "met paid put rung run seen sent set shown shut sold spent spoken stuck sworn taken taught thought "
        "told understood won worn written"
    )
)
_JOINING = frozenset(table_words("to by for from with on in at of as when while because that which who than up"))
# Longer texts tell a story, and what stands behind "not" in it is the story.
_LONGEST = 1200
_NOUNS_IN_ING = frozenset(table_words("parking planning housing fostering licensing safeguarding schooling charging"))
_NOUNS_IN_ED = frozenset(table_words("shed bed need feed"))


@dataclass(frozen=True)
class LeftOut:
    """A phrase that says what a question is not about: where it stands, and the thing that is not meant."""

    span: Span
    thing: str


def find_left_out(wording: Wording, kept: Iterable[Span] = ()) -> tuple[LeftOut, ...]:
    """What the question says that it is not about, in order; ``kept`` are places that mean something else (bodies).

    >>> [found.thing for found in find_left_out(Wording("late annual review, not about schools"))]
    ['schools']
    """
    text = wording.lower
    if len(text) > _LONGEST:
        return ()
    if not re.search(
        r"\b(?:no|not|never|nothing|nobody|none|other than|apart|aside|exc|leav|mean|with)|n't\b|nt\b", text
    ):
        return ()
    taken, found = list(kept), []
    for pattern in (_NOT_ABOUT, _NO_PERSONS, _NOBODY, _WITHOUT, _NOT_A_THING):
        for match in pattern.finditer(text):
            span = match.span("phrase") if "phrase" in pattern.groupindex else match.span()
            if any(span[0] < end and start < span[1] for start, end in taken):
                continue
            if pattern is _NOT_A_THING and not _is_noun(match["thing"]):
                continue
            if pattern is _NOT_ABOUT and match["thing"].split()[0] in _NO_THING:
                continue
            taken.append(span)
            found.append(LeftOut(span, wording.plain[slice(*match.span("thing"))]))
    return tuple(sorted(found, key=lambda one: one.span))


_NO_THING = frozenset(table_words("that this it them what how whether why who when i we he she they you"))


def _is_noun(thing: str) -> bool:
    """True where the words behind "not" can be a thing: no verb, adverb or word of judging begins them."""
    words = thing.split()
    first = words[0]
    if not _JOINING.isdisjoint(words) or first in _PARTICIPLES:
        return False
    if first in _NO_NOUN or first.isdigit() or first.endswith("ly") or words[-1] in _NO_NOUN:
        return False
    if first.endswith("ing") and first not in _NOUNS_IN_ING:
        return False
    return not first.endswith("ed") or first in _NOUNS_IN_ED
