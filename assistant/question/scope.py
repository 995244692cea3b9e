"""What the casebook cannot answer, and why: one reason from ``doors``, or none.

Care is taken the other way: a council's homelessness, allocations, adaptations and enforcement are in scope though a
landlord is named; court and tribunal questions about what the Ombudsman may look at are in scope; so is a data breach.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from assistant.domain import AnswerStatus, Decline
from assistant.doors import DeclineReason
from assistant.planted import find_order_to_a_machine
from assistant.question.chances import wants_prediction
from assistant.question.nations import nation_meant
from assistant.question.words import Wording

# Words that say that a council or care provider is concerned: where one stands, a mention of a bank, the police, a
# hospital or a football club is part of the story.
_OURS = re.compile(
    r"\b(?:council(?:'s|s)?|local authorit\w+|las?|lea|county|borough|social (?:workers?|services|care|work)"
    r"|soc workers?|sws?|child(?:ren|rens|ren's) (?:services|social)|adult services"
    r"|ehcps?|ehc|send?|care (?:homes?|plans?|package|leavers?|act|agency|charges|fees|assessment)|nursing homes?"
    r"|home care|carers?|safeguard\w*|dfgs?|adaptations?|blue badges?|housing|homeless\w*"
    r"|temporary accommodation|ta|council tax|ctr|cts|hb|bins?|refuse|recycling|planning|enforcement|extension"
    r"|pcns?|parking|bailiffs?|foster\w*|adopt\w*|kinship|sgo|looked after|s ?(?:17|19|20|47|117)|section (?:17"
    r"|19|20|42|47|117)"
    r"|schools?|admissions?|exclu\w+|transport|direct payments?|dps|respite|licen[cs]\w+|noise"
    r"|environmental health|eho|trees?|potholes?|highways?|drain\w*|allotments?|cemeter\w+|graves?|burial"
    r"|crematori\w+|library|libraries"
    r"|leisure|elector\w+|ombudsman|lgo|lgsco|ombo|lado|mash|cin|child protection|right to buy|allocations?"
    r"|register|grants?|pavements?|deprivation of assets|doa|top[ -]?ups?|chc|continuing (?:health)?care"
    r"|discharged?|aftercare|ot|occupational therap\w+"
    r"|advocates?|complaints? (?:process|procedure)|stage (?:1|2|3|one|two|three)|remed(?:y|ies)|unredacted"
    r"|redact\w*|data breach\w*|decisions?|upheld|councillors?|traffic|warden|rights? of way|footpaths?"
    r"|antisocial|asb|trading standards|building control|landlords?|tenan\w+)\b"
)

# --------------------------------------------------------------------------- manipulation

_MANIPULATION = re.compile(
    r"\b(?:(?:ignore|disregard|forget|override|bypass|drop|break|skip) (?:all |any |every |of )*(?:your|ur|you're"
    r"|yr|the|previous|prior|above|these|those|all|earlier|its) (?:previous |prior |own |earlier |system |safety "
    r"|above |other )*(?:rules?|instructions?|prompts?|guidelines?|programming|restrictions?|training|guardrails?"
    r"|checks?|filters?|limits?)"
    r"|ignore (?:everything|all) (?:above|before|you)|pretend (?:to be|you|ur|your|you're|u r|u are|that you)"
    r"|you are now (?!in|able|free|required)|from now on you|act as (?:if you (?:are|were) )?(?:the "
    r"|an? )?(?:ombudsman|judge|lawyer|solicitor|investigator|dan\b|unrestricted)|role ?play"
    r"|system prompt|jail ?break|developer mode|dan mode|do anything now|(?:reveal|show|print|repeat|tell me"
    r"|what are|what's) (?:me )?(?:your|ur|the) (?:hidden |system |initial |secret )?(?:prompt|instructions)\b"
    r"|official tariff|(?:make up|invent|fabricate|fake) (?:me )?(?:a |an |some |any )?(?:fake )?(?:case|cases"
    r"|decision|decisions|quote|quotes|quotation|references?|citations?|figures?)"
    r"|write (?:me )?a (?:fake|made[ -]up) (?:decision|case|quote)|say (?:it|this) is official"
    r"|without (?:any )?(?:sources|citations|caveats)|drop table|<script)\b"
)
_OWN_RULES = re.compile(
    r"\b(?:council|la|they|school|panel|officer|worker|home|provider|he|she|who|team|department)(?: just| simply"
    r"| completely| has| have| had)* (?:ignor\w+|forg\w+|disregard\w*|pretend\w*|bypass\w*|break|skip\w*)\b"
)
_AVERAGE = re.compile(
    r"\b(?:average|avg|mean|median)(?: (?:payout|payment|award|amount|figure|compensation|remedy|sum|of"
    r"|the))* (?:(?:for|of|across|over|from|in|on) )*(?:absolutely )?(?:everything|all (?:of )?(?:your "
    r"|the )?(?:cases|decisions|payments|awards|councils|complaints|subjects|categories)|every (?:case|decision"
    r"|award|payment)|the (?:whole|entire) (?:casebook|database|lot)|the lot|all of (?:it|them))\b"
)

# --------------------------------------------------------------------------- landlord

_TENANCY = re.compile(
    r"\b(?:council (?:flat|house|property|tenants?|tenancy|home|housing(?= (?:repairs?|flat|house|property"
    r"|stock))|bungalow|maisonette|estate|landlord|let|rented)|housing associations?|social (?:landlord|housing"
    r"|tenants?|rent)|housing trust|registered provider|(?:clarion|peabody|l&q|sanctuary housing"
    r"|notting hill genesis)"
    r"|landlord is (?:the |my |our )?(?:[a-z]+ )?(?:council|la|borough)|council (?:is|are|as) (?:my|our|her|his"
    r"|their|the|a) landlord|council(?:'s)? (?:housing )?(?:repairs?) (?:team|service|dept|department|line)"
    r"|repairs team|housing repairs|secure tenan\w+|(?:rent|renting|rented) (?:it |a flat |a house |our house "
    r"|my flat )?(?:from|off) the council|almo|my landlord|our landlord|ha (?:flat|property|tenant)|(?:my|our) ha"
    r"|housing ombudsman"
    r"|council (?:gas|boiler|heating|damp|kitchen|bathroom))\b"
)
_LANDLORD_MATTER = re.compile(
    r"\b(?:mould|mold|damp|disrepair|repairs?|repaired|leak(?:s|ing|y|ed)?|boiler|heating|no hot water|hot water"
    r"|radiators?|cockroach\w*|rats?|mice|infest\w*|bed ?bugs|windows?|roof|kitchen|bathroom|plaster|ceiling"
    r"|electrics|wiring|lift|door entry|communal|service charges?|rent (?:increase|rise|arrears|account"
    r"|statement)|repair (?:team|log)"
    r"|condensation|draughts?|guttering|fence|gas safety|cladding|insulation|asbestos|caretaker"
    r"|tenancy (?:transfer|succession)|succession|mutual exchange|decant\w*|compensation policy|fix(?:ed|ing)?"
    r"|landlord)\b"
)
_HOUSING_OURS = re.compile(
    r"\b(?:homeless\w*|temporary|temp accom\w*|temp housing|\bta\b|b&b|b and b|bed and breakfast|hotel|hostel"
    r"|interim accom\w*|emergency accom\w*|allocat\w*|register|bid|bids|bidding|band\w*|points|priority|medical"
    r"|rehous\w*|overcrowd\w*|waiting list|housing application|applied|transfer list|transfer application"
    r"|choice based|dfg|adapt\w*|wet ?room|stair ?lift|level access|grab rails?|ramp"
    r"|occupational therap\w*|ots?|private (?:landlord|rent\w*|sector|tenan\w*|flat|house)|privately rent\w*"
    r"|environmental health|improvement notice|hmo|neighbou?rs?|noise|asb|anti-?social|council tax|planning"
    r"|housing benefit|hb|right to buy|rtb|leasehold\w*|blue badge|parking|gull(?:y|ey)|highways?|road"
    r"|care leaver|leaving care|s ?20|section 20|social (?:worker|services|care)|ehcp|evict\w*"
    r"|duty|part 7|domestic|refuge|unsuitable|bins?|trees?|data|address|file)\b"
)

# --------------------------------------------------------------------------- other nations


# --------------------------------------------------------------------------- law, prediction, identity

_SUING = re.compile(
    r"\b(?:(?:can|could) (?:the |my |our )?(?:council|la|home|provider|school|they) be sued|(?:can|could|should"
    r"|shall|may|do"
    r"|would|how (?:do|can|would|could)) (?:i|we|she|he|they|you|my \w+"
    r"|our \w+)(?: actually| also| just| still| even| go about| go and)* sue\b|(?:worth|thinking of"
    r"|thinking about|considering) (?:suing|taking (?:them|the council|my council|it|this"
    r"|the la) to (?:the )?(?:small claims|county court|court|high court))|(?:want|wants|going|like|planning|able"
    r"|entitled|possible|right|grounds) to sue|sue (?:the|my|our|them|these) (?:council|la|school|home|provider"
    r"|authority|social)? ?(?:for|in|over)"
    r"|what (?:would|will|could|might|can) (?:a |the )?(?:judge|court|courts|county court|high court) (?:give"
    r"|award|order|pay|say|grant)|how much (?:would|will|could|can) (?:a |the )?(?:judge|court|courts) |(?:claim"
    r"|get|win|seek|entitled to|right to|sue for) damages (?:in|from|through|via|at|for negligence)"
    r"|damages (?:claim|in court|from (?:a |the )court)|negligence (?:claim|case|action)|no win,? no fee"
    r"|(?:can|could|should|how (?:do|can)) (?:i|we|she|he|they) (?:take|bring) (?:them|the council|my council"
    r"|the la|it|this|a case|a claim|proceedings) (?:to (?:the )?(?:small claims|county|high )?court|in court"
    r"|to the small claims)|grounds for (?:a )?(?:judicial review|jr)\b|(?:can|should|could|how (?:do|can)) (?:i"
    r"|we) (?:get|bring|apply for|go for|start|do|launch|issue) (?:a )?(?:judicial review|jr|legal proceedings"
    r"|proceedings|court proceedings)|human rights (?:act )?claim|personal injury claim|(?:write|draft|do"
    r"|prepare)(?: me| us)?(?: my| our| the| a)? (?:particulars of claim|skeleton argument|letter before (?:action"
    r"|claim)|pre-action (?:protocol )?letter|claim form|court claim)|is (?:it|that"
    r"|this) (?:a )?(?:criminal offence|illegal under)|legal (?:advice|opinion)(?: please| pls)?\?)"
)
_SUING_IS_JURISDICTION = re.compile(
    r"\b(?:(?:can|could|will|would|does|do) (?:the )?(?:ombudsman|lgo|lgsco|ombo|they) (?:still |also "
    r"|even )?(?:look|investigate|take|consider|deal|help)|still (?:complain|go to the ombudsman)"
    r"|instead of suing|rather than su(?:e|ing)|without suing|not (?:want(?:ing)? to|going to|looking to) sue"
    r"|don't want to sue|dont want to sue|told (?:me|us) to sue|says? (?:i|we) (?:can|should) sue|council (?:is "
    r"|are )?(?:suing|sued|threatened to sue|might sue|wants? to sue))\b"
)
_IDENTIFY = re.compile(
    r"\b(?:which|what) (?:[a-z]+ )?(?:social worker|sw|officer|manager|caseworker|worker|person|staff member"
    r"|member of staff|head ?teacher|teacher|carer|investigator|councillor|doctor|case officer|ep|consultant"
    r"|family|child|individual|woman|man) (?:was|is|were) (?:it|that|he|she|this|involved|responsible|to blame"
    r"|named)\b|\bwhich (?:social worker|sw|officer|manager|worker|family|child) (?:did|wrote|made|sent|leaked"
    r"|shared|caused|left)\b"
    r"|\bwho (?:was|is|were|are) (?:the )?(?:(?:actual|real) )?(?:mr|mrs|ms|miss|mx|dr|social worker|sw|officer"
    r"|manager|caseworker|complainant|complainants|child|family|mother|father|staff|case officer|investigator"
    r"|headteacher|person who)\b(?! (?:responsible|supposed|meant|allowed|entitled|that has to|liable))|\b(?:real"
    r"|actual|full) names?\b|\bnames? of (?:the )?(?:social worker|sw|officers?|manager|family|child|complainant"
    r"|person|people|staff|investigator|worker|headteacher|mother|father|workers)"
    r"|\bname the (?:social worker|officer|worker|family|child|person|staff|manager|complainant|investigator)"
    r"|\bidentify (?:the |this |that |who |them|him|her|mr|mrs|miss|ms)|\b(?:what(?:'s| is| was)|tell me|give me"
    r"|reveal|find(?: out)?) (?:the |this |that )?(?:social worker|officer|manager"
    r"|complainant|family|mother|father|child)'?s (?:real |actual |full )?(?:name|identity|home address"
    r"|phone number)\b|\bwho the (?:social worker|sw|officer|manager|caseworker|complainant|family|child|mother"
    r"|father) (?:is|was|were)\b|(?:^|[?.,;:-] ?|tell me |know )who (?:complained|was the complainant"
    r"|made the complaint)\b|\bwhere does (?:mr"
    r"|mrs|miss|ms) [a-z]+ live\b"
)
# A leak of somebody's name is a complaint, not a wish to learn one.
_NAME_LEAKED = re.compile(
    r"\b(?:leak\w*|disclos\w*|shar(?:ed|ing)|gave|given|sent|reveal\w*|told|passed|left|put|redact\w*|unredact\w*"
    r"|wrong|published|emailed|named (?:me|us|him|her)|got (?:my|our|his|her)|used|refus\w*|won't|wont|changed"
    r"|misspel\w*)\b"
)

# --------------------------------------------------------------------------- other complaint systems and other subjects

_NHS = re.compile(
    r"\b(?:gp|gps|doctor'?s?|surgery|a&e|a and e|nhs|surgeon|operation|misdiagnos\w*|dentist|dental|ambulance"
    r"|hospital|consultant|ward|midwi\w+|maternity|chemo\w*|physio|scan|mri|prescription|pharmac\w*|camhs|nurses?"
    r"|111)\b"
)
_NHS_COMPLAINT = re.compile(
    r"\b(?:misdiagnos\w*|operation|surgery (?:went|was|delayed|cancelled|waiting)|waiting list|wait(?:ed"
    r"|ing)? (?:for|list|times?)|a&e|a and e|appointment|dentist|dental|ambulance|prescription|medication"
    r"|diagnos\w*|treatment|refused to see|gp (?:won't|wont|refused|ignored|missed|surgery|lost)|(?:dr"
    r"|doctor'?s?) surgery|doctor (?:missed|ignored|refused|messed|got)|hospital (?:left|lost|missed|ignored"
    r"|killed|botched|refused|neglect\w*|complaint)|complain\w* about (?:the |my |a )?(?:hospital|gp|nhs|doctor"
    r"|surgeon|dentist|ward)|chemo\w*|camhs|birth|maternity|negligen\w*)\b"
)
_EMPLOYMENT = re.compile(
    r"\b(?:unfair(?:ly)? dismiss\w*|constructive dismissal|employment tribunal|(?:i|we|he|she|wife|husband"
    r"|partner|son|daughter|mum|dad) (?:got |was |were |been |have been |has been )*(?:sacked|dismissed"
    r"|made redundant|suspended|disciplined)(?: from (?:my|his|her|the|a) (?:job|post|work|council))? (?:by|from"
    r"|at) (?:the |my |her |his )?(?:council|job at the council|school|la)|(?:my|her"
    r"|his) (?:line )?(?:manager|boss|supervisor|employer)(?: at the council| at work)?"
    r" (?:bull\w*|harass\w*|discriminat\w*|sacked|fired"
    r"|disciplin\w*)|(?:i )?work(?:ed|s|ing)? (?:for|at) (?:the |my |a )?(?:local )?council and (?:(?:my|they|was"
    r"|were|got|have|am|i|been|being) )*(?:sack\w*|bull\w*|grievance|dismiss\w*|redundan\w*|pay|disciplin\w*"
    r"|underpaid|manager|suspended|made redundant)|staff grievance|my grievance|redundancy (?:pay|package"
    r"|process)|(?:council|my) (?:job|employment) (?:interview|application|contract|grievance)|tupe)\b"
)
_PRIVATE = re.compile(
    r"\b(?:british gas|eon|e\.on|edf|octopus energy|scottish power|ovo|energy (?:company|supplier|bill)"
    r"|gas bill|smart meter"
    r"|electricity (?:bill|supplier|company)|water (?:company|bill)|thames water|my bank|the bank|barclays|lloyds"
    r"|natwest|hsbc|santander|monzo|credit card|insurance (?:company|claim|policy)|insurer"
    r"|mobile (?:phone )?(?:contract|company|bill)|broadband|bt|virgin media|vodafone|sky tv|amazon|ebay|ryanair"
    r"|easyjet|airline|flight|parcel|royal mail|hermes|evri|estate agents?|letting agents?|car dealer"
    r"|parkingeye|euro car parks|private parking|supermarket car park|solicitors? (?:overcharged|firm)|builder"
    r"|roofers?|gym|netflix|train company|train ticket|uber"
    r"|(?:private )?(?:landlord|letting agent)\b.{0,40}\bdeposit|deposit\b.{0,40}\b(?:landlord|letting agent)"
    r"|(?:my|our|his|her|the|^\W*)(?: |^)?uni(?:versity)? (?:marked|failed|lost|won't|wont|refused|gave|ignored|says?"
    r"|kicked|expelled)|dissertation|degree (?:mark|result|classification))\b"
)
# What asks for decisions, and "landlord", do not make a matter the council's.
_ASKING_WORDS = re.compile(
    r"\b(?:ombudsman|lgo|lgsco|ombo|remed(?:y|ies)|decisions?|upheld|landlords?|tenan\w+|(?:deposit|rent) register)\b"
)
_BENEFITS = re.compile(
    r"\b(?:universal credit|pip|personal independence payment|dwp|job ?centre|hmrc|tax credits?|esa|state pension"
    r"|child benefit|carers? allowance|child maintenance|csa|cms|home office|visa|passport|dvla"
    r"|attendance allowance)\b"
)
_BENEFIT_COMPLAINT = re.compile(
    r"\b(?:refus\w*|stop\w*|turn\w* down|denied|appeal\w*|claim\w*|wrong|cut|sanction\w*|overpa\w*|decision"
    r"|assessment|delay\w*|complain\w*|owed?|mandatory|how much|arrears|late|ignored|lost)\b"
)
_POLICE = re.compile(
    r"\b(?:complain\w* (?:about|against) (?:the |my )?(?:local )?police|police (?:officers?|force"
    r"|constable)? ?(?:ignored|refused|wouldn't|wouldnt|won't|wont|did nothing|didn't|didnt|arrested|assaulted"
    r"|lost|beat|were rude|was rude|searched|stopped|never|took)|police complaint|iopc|wrongful(?:ly)? arrest\w*)\b"
)
_OTHER_SUBJECT = re.compile(
    r"\b(?:weather|forecast|recipe|pizza|best (?:pub|cafe|hotel|place to)|bake|cook(?:ing)? (?:a|me)"
    r"|python|javascript|java|html|sql|c\+\+|source code|write (?:me )?(?:some |a )?(?:code|script|program"
    r"|function|poem|song|essay|joke|story|haiku|limerick)|poem|joke|football|premier league|world cup"
    r"|cricket score|who won (?:the|it)\b(?! (?:cases?|complaints?|most|more))"
    r"|capital of|translate|bitcoin|crypto|stock (?:market|price)|share price|lottery"
    r"|horoscope|star sign|movie|film|netflix|celebrity|president|prime minister|king charles|homework"
    r"|maths problem|square root|solve|\d+ ?[x*+] ?\d+ ?=|what time is it|what day is it|who are you"
    r"|are you (?:a )?(?:human|robot|ai|chatgpt|real)|chatgpt|holiday (?:in|to)|restaurant|dating|girlfriend"
    r"|boyfriend problems|how to lose weight|diet|meaning of life)\b"
)

# Asked for in so many words, it is another subject even where it is to be about councils.
_FOR_FUN = re.compile(
    r"\b(?:tell|write|make|give|sing|compose|generate)(?: me| us)? (?:up )?(?:a |an |some |another )?(?:[a-z]+ ){0,2}?"
    r"(?:jokes?|poems?|songs?|haikus?|limericks?|raps?|riddles?|sonnets?|recipes?|(?:python |java)scripts?"
    r"|computer programs?)\b"
)

_STATUS = {
    DeclineReason.MANIPULATION: AnswerStatus.BLOCKED,
    DeclineReason.NO_TARIFF: AnswerStatus.BLOCKED,
    DeclineReason.PERSONAL_DATA: AnswerStatus.PERSONAL_DATA,
    DeclineReason.MEANING_OF_A_TERM: AnswerStatus.UNCLEAR,
    DeclineReason.NOTHING_TO_SEARCH: AnswerStatus.UNCLEAR,
    DeclineReason.NEEDS_THE_EARLIER_QUESTION: AnswerStatus.UNCLEAR,
    DeclineReason.GREETING: AnswerStatus.UNCLEAR,
    DeclineReason.THANKS: AnswerStatus.UNCLEAR,
    DeclineReason.WHAT_IT_CAN_DO: AnswerStatus.ABOUT,
    DeclineReason.HOW_MANY_HELD: AnswerStatus.ABOUT,
    DeclineReason.HOW_NEW_HELD: AnswerStatus.ABOUT,
    DeclineReason.WHERE_FROM: AnswerStatus.ABOUT,
    DeclineReason.WHAT_IS_KEPT: AnswerStatus.ABOUT,
    DeclineReason.CAN_IT_BE_TRUSTED: AnswerStatus.ABOUT,
}


@dataclass(frozen=True)
class _Asked:
    """A question as the rules see it: its words, and whether an English body is named in it."""

    text: str
    names_english_body: bool
    is_ours: bool
    gives_orders: bool = False


def decline_for(reason: DeclineReason, wording: Wording | None = None) -> Decline:
    """The Decline with the status that belongs to a reason, and what else the wording asks that is never answered."""
    others: tuple[str, ...] = ()
    if wording is not None and reason in _NEVER_ANSWERED:
        asked = _Asked(wording.lower, False, _OURS.search(wording.lower) is not None)
        others = tuple(other.value for other, holds in _NEVER_ANSWERED.items() if other is not reason and holds(asked))
    return Decline(_STATUS.get(reason, AnswerStatus.OUT_OF_SCOPE), reason.value, others)


def find_decline(wording: Wording, *, names_english_body: bool) -> DeclineReason | None:
    """The first reason for which a question cannot be answered from the casebook; None for the many that can.

    Of a question that is declined in part the rest may be somebody else's matter ("my bank lost my money, will I win"):
    then that is the reason, and nothing of it is searched.
    """
    is_ours = _OURS.search(wording.lower) is not None
    asked = _Asked(wording.lower, names_english_body, is_ours, bool(find_order_to_a_machine(wording.text)))
    reasons = [reason for reason, holds in _RULES if holds(asked)]
    if reasons and reasons[0] in _NEVER_ANSWERED:
        return next((reason for reason in reasons if reason in _ELSEWHERE), reasons[0])
    return next(iter(reasons), None)


def _is_manipulation(asked: _Asked) -> bool:
    if asked.gives_orders:
        return True
    found = _MANIPULATION.search(asked.text)
    return found is not None and _OWN_RULES.search(asked.text[max(0, found.start() - 50) : found.end()]) is None


def _is_average_of_everything(asked: _Asked) -> bool:
    return _AVERAGE.search(asked.text) is not None


def _is_landlord_matter(asked: _Asked) -> bool:
    """A tenancy of a council or housing association, a matter of the landlord, and nothing that is the council's."""
    if _TENANCY.search(asked.text) is None or _LANDLORD_MATTER.search(asked.text) is None:
        return False
    if "landlord" in asked.text and not re.search(r"\bcouncil\b|association|social", asked.text):
        return False
    without = re.sub(r"housing associations?|social housing", " ", asked.text)
    return _HOUSING_OURS.search(without) is None


def _is_in(nation: DeclineReason) -> Callable[[_Asked], bool]:
    """A rule for one nation's councils; a council in England that is named is the one complained of."""
    return lambda asked: not asked.names_english_body and nation_meant(asked.text) is nation


def _is_legal_claim(asked: _Asked) -> bool:
    return _SUING.search(asked.text) is not None and _SUING_IS_JURISDICTION.search(asked.text) is None


def _wants_prediction(asked: _Asked) -> bool:
    return wants_prediction(asked.text)


def _wants_identity(asked: _Asked) -> bool:
    found = _IDENTIFY.search(asked.text)
    if found is None:
        return False
    if found[0].startswith("name the"):
        return True
    return not ("name" in found[0] and _NAME_LEAKED.search(asked.text))


def _is_health_only(asked: _Asked) -> bool:
    """NHS treatment, with no word of a council, care or housing."""
    if asked.is_ours or _NHS.search(asked.text) is None:
        return False
    return _NHS_COMPLAINT.search(asked.text) is not None


def _is_employment(asked: _Asked) -> bool:
    return _EMPLOYMENT.search(asked.text) is not None


def _is_police_only(asked: _Asked) -> bool:
    return not asked.is_ours and _POLICE.search(asked.text) is not None


def _is_government_benefit(asked: _Asked) -> bool:
    return (
        not asked.is_ours
        and _BENEFITS.search(asked.text) is not None
        and _BENEFIT_COMPLAINT.search(asked.text) is not None
    )


def _is_private_company(asked: _Asked) -> bool:
    if _PRIVATE.search(asked.text) is None:
        return False
    return not asked.is_ours or _OURS.search(_ASKING_WORDS.sub(" ", asked.text)) is None


def _is_other_subject(asked: _Asked) -> bool:
    if _FOR_FUN.search(asked.text):
        return True
    return not asked.is_ours and _OTHER_SUBJECT.search(asked.text) is not None


# What is somebody else's to look at.
_ELSEWHERE: dict[DeclineReason, Callable[[_Asked], bool]] = {
    DeclineReason.EMPLOYMENT: _is_employment,
    DeclineReason.HEALTH_OMBUDSMAN: _is_health_only,
    DeclineReason.POLICE: _is_police_only,
    DeclineReason.GOVERNMENT_BENEFITS: _is_government_benefit,
    DeclineReason.PRIVATE_COMPANY: _is_private_company,
    DeclineReason.OTHER_SUBJECT: _is_other_subject,
}
_RULES: tuple[tuple[DeclineReason, Callable[[_Asked], bool]], ...] = (
    (DeclineReason.MANIPULATION, _is_manipulation),
    (DeclineReason.NO_TARIFF, _is_average_of_everything),
    (DeclineReason.WALES, _is_in(DeclineReason.WALES)),
    (DeclineReason.SCOTLAND, _is_in(DeclineReason.SCOTLAND)),
    (DeclineReason.NORTHERN_IRELAND, _is_in(DeclineReason.NORTHERN_IRELAND)),
    (DeclineReason.HOUSING_OMBUDSMAN, _is_landlord_matter),
    (DeclineReason.IDENTIFICATION, _wants_identity),
    (DeclineReason.LEGAL_ADVICE, _is_legal_claim),
    (DeclineReason.PREDICTION, _wants_prediction),
    *_ELSEWHERE.items(),
)
# Parts of a question that are declined while the rest is answered.
_NEVER_ANSWERED: dict[DeclineReason, Callable[[_Asked], bool]] = {
    DeclineReason.IDENTIFICATION: _wants_identity,
    DeclineReason.LEGAL_ADVICE: _is_legal_claim,
    DeclineReason.PREDICTION: _wants_prediction,
}
