"""The words of harm as tables: what happened to a person, where nothing is called injustice; and the kinds of harm.

Every pattern is matched against text that ``assistant.text.unify_characters`` made plain. Most are asked of one clause
at a time, so that what is denied in one half of a sentence does not deny the other.
"""

from __future__ import annotations

import re

from ingest.forms.wording import Wording

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

# "… caused her distress": as strong as the word injustice itself.
HARM_CAUSED = Wording(
    re.compile(
        rf"\b(?:cause[sd]?|causing)\b(?: (?!by\b)[\w',]+){{0,8}}? {_HARM_NOUN}|\b(?:suffered"
        rf"|experienced) (?:\w+ ){{0,3}}?{_HARM_NOUN}",
        re.I,
    ),
    pieces=("caus", "suffered", "experienced"),
)
_AUXILIARY = (
    r"(?:(?:also|therefore|then|clearly|understandably|both|all|now|still|too|likely|has|have|had|was|were|is|are|been"
    r"|will|would|may|must|always|be)\b ?){0,4}"
)
# Each tells harm to a person; a decision that finds no injustice in so many words outweighs them.
HARM_TOLD = (
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
HARM_NOT_FOUND = re.compile(
    rf"^(?:{_TITLE} (?:and {_TITLE} )?[A-Z]|She|He|They) (?:also |has |have )?(?:says?|said|believes?|thinks?"
    rf"|thought|complain\w*|claims?|argues?|feels that|wants?|wanted|asks?|asked|seeks?|would like)\b"
    r"|\bwhether\b[^.;]{0,60}\b(?:distress|harm|loss|lost|missed)\b"
    r"|\b(?:if|unless|had (?:it|the|they|she|he))\b[^.;]{0,60}\b(?:distress|harm|loss|lost|missed|would)\b"
    r"|\b(?:cannot|can't|could not|do not|did not|not) (?:\w+ ){0,2}?(?:say|find|accept|think|consider|criticise"
    r"|agree|recommend)\b"
    r"|\b(?:did not|does not|not|n't) (?:\w+ ){0,2}?(?:cause|lead|mean|result|lose|miss|suffer|put)\w*\b",
)
# The kinds of harm by the names that a reader is shown, in the order in which they are told.
KINDS_OF_HARM: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
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
