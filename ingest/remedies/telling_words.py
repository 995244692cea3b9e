"""A text → the words that tell what it is about, by their stems, and its sums: what two wordings of a matter share."""

from __future__ import annotations

import re
from functools import lru_cache

import Stemmer  # type: ignore[import-not-found]  # a compiled module without types

from assistant.text import find_money, normalise

# What remedies are made of, numbers and months: they tell one issue from another only where it is worded with them.
_OF_REMEDIES = frozenset(
    re.findall(
        r"\w+",
        """
        pay pays payment payments sum sums total recognise recognition acknowledge acknowledgement reflect
        remedy remedies injustice symbolic apologise apology apologies sorry recommend recommended
        recommendation recommendations action actions impact avoidable benefit offered offer person provide
        write written letter remind reminder staff training train ensure future improve relevant people
        complaint complaints complained complains
        """,
    )
)
# The commonest words of any decision, which tell nothing anywhere.
_SAYS_NOTHING = frozenset(
    re.findall(
        r"\w+",
        """
        caused causing cause further within agreed agree make made council each both working own final paid time
        trouble the and for with that this these those from was were has have had not its his her their they she
        him them who whom which what when where how did does done might could would should will can also any all
        more than then there here after before about into over under out off upon because been being said says
        told asked fault faults found find finding decision case mrs miss statement report paragraph years year
        day days between during while until since only other others same such some but nor our your you are
        including given gave give take took taken did put matters right way ways set use used get got going goes
        went way still well just even very much many most less least again take follow following follows month
        months week weeks one two three four five six seven eight nine ten eleven twelve first second last
        january february march april may june july august september october november december whether say live
        lived long show know knowing hold held left ask send sent need needs want able look tell call called new
        officer officers come came see seen seem done doing think thought good proper properly would without
        """,
    )
)
# Verbs and adverbs of any story and of any assessment: they tell an issue only in its own wording.
_OF_ANY_STORY = frozenset(
    re.findall(
        r"\w+",
        """
        accept accepted accepts agree agrees allowed answer answers appears ask base based became begin began
        believe believed bring brought cause clear clearly close closed come complete completed concern
        concerned concerns confirm consider considered consideration contact contacted decide decided decides
        deal dealt dealing end ended ends enough entitled event evidence explain explained explaining expect
        expected explanation finish finished full fully happen happened happens heard hear however important
        include included inform information issue issued issues keep kept late later latest learn length less
        loss lost maintain matter mean means meant meet meeting mention mentioned move moved note noted notes
        nothing offer open passed place placed point points possible present previous promised provided provides
        provision reach reached read reason reasonable reasons receive received record recorded records refer
        referred rely remained remind replied reply report reported request requested require required respond
        responded response result returned review reviewed right satisfied satisfy satisfies save saved show
        showed shown side sign signed similar sincere situation speak spoke start started state stated step
        steps stop stopped suggest suggested suitable support supported suppose term terms turn turned
        understand unless usual view views wait waited want wanted work worked write wrote written wrong limit
        list line able seek sought pay paid pays wants wishes compensation back away date dates system systems
        guidance social worker workers manager managers team teams children child family families parent parents
        mother father son daughter husband wife resident residents applicant applicants already apologised
        apologises long arrange arranged service services spent spend day night call calls called
        """,
    )
)
# "the 20-week limit": a span belongs to a duty.
_SPAN = re.compile(
    r"\b(\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twelve)[- ](?:working )?(day|week|month|year)s?\b", re.I
)
# One matter in two parts of speech, which their stems keep apart.
_SAME = {
    "uncertainti": "uncertain",
    "anxieti": "anxious",
    "afraid": "fear",
    "frighten": "fear",
    "applic": "appli",
    "applicant": "appli",
    "notif": "notifi",
    "entitl": "entitle",
    "alloc": "allocate",
    "inquiri": "enquiri",
    "suspens": "suspend",
    "collector": "collect",
    "financi": "financ",
}
_stem = Stemmer.Stemmer("english")


@lru_cache(maxsize=4096)
def telling_words(text: str, *, of_issue: bool = False, of_story: bool = False) -> frozenset[str]:
    """The stems of a text's telling words, and its sums as "£" and pence; empty for a text that tells nothing.

    ``of_issue`` is true for the wording of an issue, where "letters" or "delay in the complaint" is the very matter;
    ``of_story`` for sentences of story and assessment, whose common verbs tell nothing.
    """
    plain = normalise(text)
    sums = (f"£{money.pence}" for money in find_money(plain))
    silent = _SAYS_NOTHING if of_issue else _SAYS_NOTHING | _OF_REMEDIES
    if of_story:
        silent |= _OF_ANY_STORY
    words = [word for word in re.findall(r"[a-z]{3,}", plain.lower()) if word not in silent]
    spans = (f"#{match[1].lower()} {match[2].lower()}" for match in _SPAN.finditer(plain))
    return frozenset((*sums, *spans, *(_SAME.get(stem, stem) for stem in _stem.stemWords(words))))
