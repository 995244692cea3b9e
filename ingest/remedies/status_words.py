"""How far a thing has come, as tables: agreed, recommended, refused, offered, paid, claimed, and by whom.

Who says or does it decides as much as the verb: a stage two investigator's recommendation is none of the Ombudsman's,
a complainant's offer is none of the body's. Every pattern is matched against plain characters.
"""

from __future__ import annotations

import re

from ingest.forms.wording import Wording
from ingest.remedies.action_words import BODY

_HAS = r"(?:(?:has|have|had) (?:now |also |since |already |previously |therefore |both |each )*)"
AGREED = Wording(
    re.compile(
        rf"\b{_HAS}(?:agreed|accepted|undertaken|promised|committed)\b(?! (?:that )?(?:it|there|they) (?:was|were"
        rf"|had|did|could|should"
        r" have)\b)(?! (?:this|that|the) (?:is|was)\b)(?! fault\b)|\bagrees? to\b|\bagreed to (?:my|our|the|these"
        r"|this) recommend"
        r"|\bagreed (?:to (?:pay|apologise|make|provide|refund|waive|remind|review)|with (?:my|our) recommend)"
        r"|\baccept(?:s|ed) (?:my|our|these|this|all (?:of )?(?:my|our)) (?:\w+ )?recommendations?"
        rf"|\b{_HAS}(?:said|confirmed|told (?:me|us))(?: that)? (?:it|they) will\b|\band (?:it|they"
        rf"|the \w+) (?:has |have )?(?:now )?agreed\b",
        re.I,
    ),
    pieces=("it will", "they will", "agree", "accept", "undertak", "promis", "commit"),
)
OWN_RECOMMENDATION = Wording(
    re.compile(
        r"\b(?:I|we|the ombudsm[ae]n) (?:also |therefore |now |have |has |had |will |would |can |nevertheless "
        r"|still |however |instead )*(?:recommend|propose|suggest)\w*"
        r"|\b(?:my|our) recommend(?:ation|ed)|\bis recommended\b|\b(?:I|we) (?:also |have |had )*(?:invited"
        r"|asked) (?:the|it|them)\b[^.;]{0,40}? to (?:pay|put|apologise|make|review|provide|consider)"
        r"|\b(?:the council|it|they|the (?:trust|provider|home)) should (?:now |also |therefore |apologise|pay"
        r"|refund|remind|review|make)",
        re.I,
    ),
    pieces=("recommend", "propos", "suggest", "invited", "asked", "should"),
)
# What an earlier investigation of ours recommended is part of this one's story.
EARLIER_RECOMMENDATION = Wording(
    re.compile(
        r"\b(?:I|we) (?:had )?(?:recommended|suggested) (?:then|at that time|in \d{4})\b|\b(?:I"
        r"|we) (?:had )?(?:previously|earlier) recommended\b"
        r"|\b(?:our|my) (?:earlier|previous|first|last) (?:decision|report|statement"
        r"|investigation)\b[^.;]{0,60}?\brecommended\b",
        re.I,
    ),
    pieces=("recommended", "suggested"),
)
EARLIER_INVESTIGATION = re.compile(
    r"\b(?:earlier|previous|first) (?:ombudsman )?(?:investigation|complaint|decision|report)\b", re.I
)
# What the Ombudsman says it does not recommend after all.
WOULD_HAVE = Wording(
    re.compile(
        r"\bwould (?:normally |otherwise |usually )?have (?:recommended|suggested|asked)\b|\b(?:not|n't"
        r"|no) (?:\w+ )?recommend|\bcannot recommend\b",
        re.I,
    ),
    pieces=("recommend", "suggested", "asked"),
)
REFUSED = Wording(
    re.compile(
        rf"\b{BODY} (?:\w+ ){{0,3}}?(?:refused?|refuses|declined?|declines|rejected|rejects|(?:do|does|did|has"
        rf"|have|had|will|would|is|was) not"
        r" (?:yet |now |willing to )*(?:agreed?|accept(?:ed)?|willing|prepared|wish to)|(?:doesn't|hasn't"
        r"|won't) (?:agreed?|accept(?:ed)?)"
        r"|is unwilling)\b(?! (?:that )?(?:it|there|she|he|they|this) (?:was|is|were|had|did|caused|has)\b)"
        r"(?=[^.;]{0,120}\b(?:recommend\w*|remed(?:y|ies)|pay|payment|apologise|this|these|those|do so|it|them"
        r"|any)\b|\W*$)",
        re.I,
    ),
    pieces=("refus", "declin", "reject", "unwilling", " not ", "n't"),
)
REFUSED_ALL = Wording(
    re.compile(
        rf"\b(?:refuse[sd]?|decline[sd]?|reject(?:s|ed)?|not (?:agreed?"
        rf"|accept(?:ed)?))(?: to)?[^.;]{{0,40}}?\b(?:all|any|either|none)?(?: of)? ?(?:our|my|the|these"
        r"|those) (?:\w+ ){0,2}?recommendations\b"
        rf"|\b(?:none|not one) of (?:our|my|the|these) recommendations\b|\b{BODY} (?:has|have) (?:accepted"
        rf"|agreed to|agreed) (?:none"
        r"|no part)\b|\b(?:refused|declined) to (?:do|carry out|comply with) (?:any|all)\b(?! but)",
        re.I,
    ),
    pieces=("recommendation", "none", "no part", "refused", "declined"),
)
# The body did or gave something for this complaint before the decision.
_GIVER = BODY.replace("|it|they|", "|it|")
PAID = Wording(
    re.compile(
        rf"\b{_GIVER},? (?:who )?(?:then |later |also |since |has |have |had |already |now |therefore |did "
        rf"|itself |subsequently )*"
        r"(?P<verb>paid (?=(?:him|her|them|(?:Mr|Mrs|Ms|Miss|Dr) |[A-Z]\b|a (?:further |symbolic )|compensation"
        r"|£[\d,.]+ (?:to|in recogni|as a|for (?:the|his|her"
        r"|their) (?:distress|trouble|inconvenience|delay|upset|time))))|sent (?:\w+ ){1,4}?(?:cheque|voucher)"
        r"|refunded|reimbursed|repaid|waived"
        r"|written off|wrote off|cancelled|credited|gave back|given back|returned|paid back|made (?:a|an|him|her"
        r"|them|Mr|Mrs|Ms|Miss)"
        r" (?:\w+ ){0,3}?payment)\b|\b(?:it|they|the agents?|the council) (?:has|have|had) (?:now |already "
        r"|since )?(?:repaid|refunded|credited|waived)\b",
        re.I,
    ),
    pieces=(
        "paid",
        "sent",
        "refunded",
        "reimbursed",
        "waived",
        "written off",
        "wrote off",
        "cancelled",
        "credited",
        "gave back",
        "given back",
        "returned",
        "payment",
    ),
)
OFFERED = Wording(
    re.compile(
        rf"\b{_GIVER},? (?:then |later |also |has |have |had |already |now |therefore |did |subsequently "
        rf"|initially |first |only )*"
        r"(?:offered(?! (?:\w+ ){0,3}?plan)|offers|proposed to pay|(?:said|wrote"
        r"|told \w+(?: \w)?(?: in \w+)?) (?:that )?(?:[\w ]{3,30} )?it would (?:pay|refund|waive|give|send)"
        r"|would (?:refund|waive))\b"
        r"|\b(?:its|the council's|the trust's|the provider's|(?:an|earlier|first) )(?:\w+ ){0,2}?offer of\b"
        r"|\boffer of £"
        r"|\bit would (?:pay|refund|send|give|waive)\b|\b(?:raise|increase|improve)d? (?:its|the"
        r"|their) (?:\w+ )?offer\b"
        # An officer who offers speaks for the body.
        r"|\b(?:manager|officer|director|head of \w+|chief executive|department|team) (?:then |later |also |has "
        r"|had )*offered\b",
        re.I,
    ),
    pieces=("offer", "proposed to pay", "would"),
)
CLAIMED = Wording(
    re.compile(
        r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|she|he|they|the complainants?|(?:[A-Z] and )?(?:his|her|their) (?:solicitors?"
        r"|advocate|representatives?))\b"
        r"[^.;£]{0,60}?\b(?:wants?|wanted|asks?(?! about| how| what| why| when| whether)|(?<!was )(?<!were )(?<!been"
        r" )asked(?! about| how| what| why| when"
        r"| whether)|would like|would"
        r" have liked|seeks?|sought|claims?|claimed|demands?|demanded|requested|requests|(?:is|are|was|were) (?:asking"
        r"|seeking|looking for"
        r"|claiming)|hopes? (?:for|that)|expects?|put (?:her|his|their) (?:loss|losses|claim) at"
        r"|(?:says?|said|told us|believes?|thinks?|feels?|considers?|argues?) [^.;£]{0,40}?\b(?:should|ought to"
        r"|must) (?:pay|refund|reimburse"
        r"|compensate|repay|give|meet|write off|cover|make up))\b"
        # "He paid £486 for tyres and wants …": the verb is far behind its subject, and only a complainant's.
        r"|\band (?:now |also )?(?:wants|would like|seeks|hopes|asks? that|asks? (?=the |it |them |us )|wanted (?=the "
        r"|it |them |us ))",
        re.I,
    ),
    pieces=(
        "want",
        "ask",
        "would like",
        "would have liked",
        "seek",
        "sought",
        "claim",
        "demand",
        "request",
        "looking for",
        "hope",
        "expect",
        "loss",
        "should",
        "ought to",
        "must",
    ),
)
# Somebody else's word on what should be paid: no remedy of the Ombudsman's, nor the body's own offer.
OTHERS_WORD = Wording(
    re.compile(
        r"\b(?:stage (?:two|2|three|3) (?:\w+ )?(?:investigat\w+|panel|report|response)"
        r"|independent (?:investigat\w+|person)|review panel"
        r"|the panel|investigating officer|adjudicat\w+|tribunal|court|judge|tenancy|landlord|insurers?|employer"
        r"|charity|school) (?:\w+ ){0,3}?"
        r"(?:recommend\w*|suggest\w*|proposed|ordered|awarded|offered|said)\b|\bcounty court\b|\bissued a claim\b"
        r"|\b(?:he|she|they) would pay\b",
        re.I,
    ),
    pieces=(
        "recommend",
        "suggest",
        "propos",
        "ordered",
        "awarded",
        "offered",
        "said",
        "county court",
        "issued a claim",
        "would pay",
    ),
)
DONE_APOLOGY = Wording(
    re.compile(
        # "The Council cancelled the charge and apologised": no other person between.
        rf"\b{BODY}\b(?:(?!\b(?:he|she|they|who|Mr|Mrs|Ms|Miss)\b(?! [A-Z]\b,? (?:a|an|the|and)\b))[^.;£]){{0,90}}?"
        r"\band (?:has |had |then |also )*(?:apologised|said sorry)\b|"
        rf"\b{BODY}(?:, [\w ]{{3,30}},)? (?:\w+ ){{0,3}}?(?:apologised|said (?:that )?(?:it was )?sorry)\b"
        rf"|\b(?:has|have"
        rf"|had) (?:already |since |also |now )*apologised\b"
        r"|\b(?:its|the council's|the trust's|the (?:care )?provider's|the home's|the manager's|(?:earlier"
        r"|previous|written|first)|the) apolog(?:y|ies)"
        r" (?:\w+ ){0,4}?(?:was|were|is|are|which|that|it (?:gave|made|sent|has)|already|given|made|of \d"
        r"|in (?:its|January|February|March|April|May"
        r"|June|July|August|September|October|November|December))\b|\b(?:manager|director|head|officers?|staff"
        r"|chief executive) (?:\w+ ){0,3}?(?:apologised"
        r"|said sorry)\b|\bcontain(?:ed|s)? an apology\b|\b(?:given|sent|made|offered) (?:\w+ ){0,3}?an apology\b",
        re.I,
    ),
    pieces=("apologised", "apology", "apologies", "sorry"),
)
NOT_APOLOGISED = re.compile(
    r"\b(?:not|never|n't|without|nor|fail(?:ed|ing|ure) to|should|agreed to|will|would|recommend\w*"
    r"|to) (?:\w+ ){0,2}?apolog|\bno apology\b"
    r"|\bif it apolog",
    re.I,
)

# The body as the subject that a sentence begins with, behind at most a time or an occasion; its verbs may stand far on.
BEGINS_WITH_BODY = re.compile(
    rf"(?:(?:in|on|at|by|after|when|as|before|following|during|over|since|for|until|that|this|because|while|later"
    rf"|then)\b[^,.;£]{{0,90}},? )?{_GIVER}\b",
    re.I,
)
# "The Council accepted that it was late and offered £300": no other person between the body and its second verb.
_FAR_OFFER = (
    rf"\b{_GIVER}\b(?:(?!\b(?:he|she|they|who|Mr|Mrs|Ms|Miss)\b)[^.;£]){{0,90}}?\b(?:and|but) (?:also |then )?offered\b"
    r"(?! (?:\w+ ){0,3}?plan)"
)
_ALSO = (
    r"(?:\A(?:He|She|They)|\band|,|\bbut|\bthen|\balso|\band it)"
    r" (?:also |then |later |has |had |have |now |first |only |already |since )*"
)
OFFERED_FAR = re.compile(_FAR_OFFER, re.I)
OFFERED_TOO = re.compile(rf"{_ALSO}(?:offered|offering)\b(?! (?:\w+ ){{0,3}}?plan)", re.I)
PAID_TOO = re.compile(
    rf"{_ALSO}(?:paid (?=him|her|them|Mr|Mrs|Ms|Miss|a further|compensation|£)|sent (?:\w+ ){{1,4}}?(?:cheque"
    rf"|voucher)|refunded|reimbursed|repaid|waived"
    r"|wrote off|cancelled|credited|gave back|paid back|returned)\b",
    re.I,
)
# The Ombudsman weighing what was given: there an apology or payment told is part of the remedy.
WEIGHS = re.compile(
    r"\b(?:suitable|enough|appropriate|welcome|satisfied|proportionate|proper|fair|remed(?:y|ies|ied)|injustice"
    r"|sufficient|adequate|sincere|genuine|right"
    r" to apologise)\b",
    re.I,
)
