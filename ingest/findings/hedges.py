"""Words of sentences that speak of fault and state none about this case: suppositions, rules, what others said.

Every pattern is matched against text that ``assistant.text.unify_characters`` made plain.
"""

from __future__ import annotations

import re

_GENERAL_BODY = (
    r"(?:(?:an?|any|every) (?:[\w-]+ ){0,2}?(?:council|authority|provider|body|landlord|school|academy|panel"
    r"|trust|home)"
    r"|(?:[\w-]+ )?(?:councils|authorities|providers|bodies|landlords|schools|academies|panels|trusts|homes))"
)
# What stands in a sentence beside its result and states none: a denied inference, a condition, a supposition. It is
# blanked, so that the rest of the sentence is read: "it does not mean the Council was at fault".
SUPPOSED_FAULT = re.compile(
    r"\b(?:do|does|did|would|need|will) not (?:(?:in|of|by) itself |necessarily |alone |always |automatically )?"
    r"(?:mean|imply|make)\b[^.;,]{0,80}?\bfault\b"
    r"|\b(?:if|whether|unless|had|were) (?:or not )?(?:there|it|they|the|its|this|any|we|I|an?)\b[^.;,]{0,60}?"
    r"\b(?:without|no|any|not been|been|was|were|is|at|with|with no|act with|be) (?:any |evidence of"
    r" )?fault\b(?! for\b| in\b)"
    r"|\b(?:would|could|might|may|cannot|not question)\b[^.;,]{0,80}?\bwithout (?:any |the )?fault(?: by [^.;,]{3,40})?"
    r"|(?:^|, |\band )(?:without|absent|in the absence of|where there is no|where there was no) (?:any "
    r"|evidence of )?fault"
    r"(?: in (?:how|the way) (?:it|that|the)[^.;,]{3,60})?,? (?=(?:I|we|the ombudsman) (?:cannot|can not|may"
    r" not|could not))",
    re.I,
)
# A rule or an expectation of every body states nothing about this one, unless the sentence comes to it.
GENERAL_RULE = re.compile(
    rf"(?!.{{0,500}}\b(?:(?:I|we) (?!(?:are|may|might|will|would|can|could|usually|normally"
    rf"|generally|often|expect)\b)(?:\w+ ){{0,3}}(?:find|found)|(?:the|this) (?:\w+ )?(?:council|trust|home|provider"
    rf"|authority)|(?:was|were) (?:\w+ ){{0,2}}fault)\b)"
    rf".{{0,200}}?(?:(?:^|, |\b(?:that|if|when|where|expect|for|of) ){_GENERAL_BODY}"
    rf" (?:that|which|who|to|not|does|do|fails?|must|should|is|are|will|may|can|cannot|takes?|acts?|delays?|has|have"
    rf"|needs?|departs?|ignores?|loses?|gives?|makes?)\b)"
    rf"|.{{0,300}}?\b(?:would|will|can|may|might|could) (?:(?:\w+ly|also|well|often) ){{0,2}}(?:be|amount to"
    rf"|constitute|count as) (?:a )?(?:at )?(?:fault|service failure)\b"
    rf"|.{{0,300}}?\b(?:I|we) (?:are (?:more |very )?likely to|may|might|would|(?:will )?(?:usually|normally"
    rf"|generally|often)) (?:\w+ ){{0,2}}find\b"
    rf"|.{{0,300}}?\bis (?:(?:\w+ly|often) ){{0,2}}(?:likely to be|regarded as|treated as|usually|normally"
    rf"|generally|often)"
    rf" (?:at )?(?:fault|service failure)\b",
    re.I,
)
# A clause that speaks of fault and states none: a condition, a question, what a party or an earlier stage said of it.
NO_STATEMENT = re.compile(
    r"\b(?:if|whether|unless|where) (?:or not )?(?:there|it|the|any|we|I)\b"
    r"(?:(?!, (?:which|and (?:this|that|it|I|we)|so) )[^.;]){0,60}\bfault"
    r"|\bhad (?:there|it|the)\b[^.;]{0,40}\bfault\b|\b(?:any|without the|but for the|absence of) fault\b"
    r"|\b(?:normally|usually|generally) (?:re-?)?(?:investigat\w+|consider|look)\b|^If\b"
    r"|\b(?:while|although|though) (?:there (?:was|is|were|has been)|(?:I|we) (?:have )?(?:found"
    r"|find)) (?:some )?faults?(?:[,.;]|$)"
    r"|^(?:as|because|since|given) (?:there|I|we) (?:was|is|were|have|find|found)[^.;,]{0,20} no fault"
    r"|\bnot (?:be )?(?:responsible|accountable|liable) for\b|\bresponsible for\b[^.;]{0,40}\bfault",
    re.I,
)
SAID_BY_A_PARTY = re.compile(
    r"^(?:However, |But |In [\w ]{3,30}, )?(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.? (?:and (?:Mr|Mrs|Ms|Miss|Mx"
    r"|Dr)\.? )?[A-Z]|She|He|They"
    r"|The complainants?)(?:'s (?:\w+ ){1,3})?(?: \w+){0,2}? (?:says?|said|told|thinks?|thought|believes?|believed"
    r"|considers?|considered|feels?|felt|complain(?:s|ed)|argues?|argued|maintains?)\b",
)
SAID_EARLIER = re.compile(
    r"^(?:However, |But )?(?:(?:The|An|Its|Her|His|Their) )?(?:independent |statutory |council's |own |stage (?:one"
    r"|two|three|1|2|3) )*"
    r"(?:investigat(?:or|ion|ing officer)|adjudicat\w+|panel|(?:stage (?:one|two|three|1|2|3)) (?:response|reply"
    r"|report)|report|response|reply)"
    r"\b[^.;]{0,40}\b(?:found|upheld|concluded|decided|said|accepted)\b|\binvestigat(?:or|ing officer)s? (?:could"
    r"|was|were|did) (?:not|unable)\b|^(?:The )?Council (?:also )?(?:said|says|denied|denies|told)\b"
    r"|\b(?:does|did) not (?:accept|agree) (?:that )?it (?:was|is) at fault",
    re.I,
)
