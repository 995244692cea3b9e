"""The words of actions as tables: who acts, the verbs that begin a clause, the kinds of remedy, how it is checked.

Every pattern is matched against text that ``assistant.text.unify_characters`` made plain.
"""

from __future__ import annotations

import re

from assistant.domain import RemedyKind

# The body that acts, however the page calls it: never a person.
BODY = (
    r"(?:the (?:\w+ )?(?:councils?|trust|(?:care )?provider|care home|home|authority|authorities|company|board|panel"
    r"|academy|college|school|association|icb|ccg|landlord|agents?|contractor|organisations?|bod(?:y|ies)|department"
    r"|service|tfl)|it|they|(?:both|all) (?:the )?(?:bodies|organisations|authorities|councils)"
    r"|(?:the )?[A-Z][\w&' -]{2,40}"
    r"(?:Council|Limited|Ltd|NHS|Trust|Borough|Authority))"
)

# Verbs in the base form that cannot be nouns where they follow "and" or a comma.
_CLEAR_VERBS = (
    r"pay|make(?! good\b| up\b)|apologise|apologize|issue|send|write|provide|remind|refund|reimburse|repay|waive"
    r"|cancel|arrange"
    r"|carry out|complete|backdate|back-date|reassess|re-assess|reconsider|amend|correct|add|train|produce|update"
    r"|give|take|meet|confirm|hold|invite|consider|ensure|introduce|develop|put|set|remove|explain|seek|begin|start"
    r"|stop|appoint|allocate|assess|award|identify|prepare|check|discuss|deliver|circulate|publish|investigate|inspect"
    r"|decide|ask|increase|raise|agree|appeal|commit|find|create|include|clarify|hear|reflect on|sent|learn|improve"
    r"|restore|return|undertake|conduct|allow|tell|instruct|process|evaluate|reduce|credit|instal|install|repair"
    r"|replace|recalculate|calculate|reinstate|re-?open|close|sign|brief|compare|adopt|establish|revise|adjust"
    r"|write off"
    r"|write back|obtain|keep|let|show|look|bring|draw up|set up|work out|work with|carry|continue|cease|disregard"
    r"|deduct|destroy|delete|erase|annotate|append|attach|enter|file|note|treat|offer|agree|engage|liaise|collect"
    r"|clear|clean|cut|plant|move|transfer|extend|permit|grant|register|name|nominate|advertise|notify|inform|advise"
    r"|warn|write to|speak|call|phone|email|consult|involve|help|assist|source|commission|fund|spend|use|buy"
    r"|purchase|pass|withdraw|retract|recall|suspend|lift|quash|rescind|set aside|vary|convene|run|organise|implement"
    r"|roll out|embed|strengthen|tighten|share|deal with|answer|respond|reply|have|rewrite|redraft|simplify|chase"
    r"|escalate"
    r"|look into|put right|do|get|serve|waive|reissue|re-issue|refer|forward|house|rehouse|re-house|accept"
    r"|secure|start|award|enable|guarantee"
)
# Verbs that are nouns as well ("policy and review process"): they begin a clause only before an object.
_NOUN_VERBS = (
    r"review|support|record|change|contact|visit|monitor|audit|report|plan|place|work|order|approach|request|process"
    r"|log|sample|test|search|design|schedule|document|track|cover|store|survey"
)
_OBJECT = (
    r"(?:the|its|their|his|her|a|an|any|all|each|every|both|to|how|whether|with|for|on|that|this|these|those|what"
    r"|when|why"
    r"|who|whom|Mrs?|Ms|Miss|Mx|Dr|him|them|it|us|me|[A-Z]|£|staff|relevant|officers|social|and|in|cases?|complaints?"
    r"|applications?|current|existing|other|another|some|no|\d)\b"
)
VERB = rf"(?:(?:{_CLEAR_VERBS})\b|(?:{_NOUN_VERBS})\b(?= {_OBJECT}))"
# What may stand before a verb in a row of actions: "and to", "and it will also", ", then".
_LEADS = (
    r"(?:then |also |to |that it |it will |they will |will |should |it should |must |has agreed to |now |therefore )*"
)
# "The Council will remedy this by: apologising …; making a payment …": the actions as gerunds.
_GERUND = (
    r"(?:apologi[sz]ing|paying|making|refunding|reimbursing|repaying|waiving|cancelling|writing|issuing|sending"
    r"|providing"
    r"|reminding|reviewing|training|carrying out|arranging|giving|taking|offering|completing|producing|introducing"
    r"|reconsidering|reassessing|amending|updating|correcting|backdating|improving|changing|ensuring|holding|setting up"
    r"|sharing|meeting|putting|removing|reducing|monitoring|auditing|considering|explaining)"
)
REMEDIES_BY = re.compile(
    rf"(?:to )?(?:remedy|put (?:right|things right|matters right)|address|resolve|make amends"
    rf"|make up)\b[^:.;£]{{0,80}}?"
    rf"\bby:? (?={_GERUND}\b)",
    re.I,
)
GERUND_CUT = re.compile(rf";\s*(?:and\s+|by\s+)*|,?\s+and\s+(?:by )?(?={_GERUND}\b)|,\s+(?:by )?(?={_GERUND}\b)", re.I)
CLAUSE_CUT = re.compile(
    rf";\s*(?:and\s+|or\s+)?|,?\s+(?:and|but)\s+{_LEADS}(?={VERB})|,\s+{_LEADS}(?={VERB})",
    re.I,
)
BEGINS_WITH_VERB = re.compile(
    rf"(?:to |also |that it |it |within (?:\w+ ){{1,4}}?(?:days?|weeks?|months?)(?: of [\w ]{{3,30}}?)?,? "
    rf"|by \d{{1,2}} \w+ \d{{4}},? |in writing,? )*"
    rf"(?:(?:{_CLEAR_VERBS}|{_NOUN_VERBS}|make good)(?:s|es|ing)?|{_GERUND})\b",
    re.I,
)

# What stands before the actions of a sentence: who has agreed, will, should, is recommended to.
GOVERNOR = re.compile(
    r"\b(?:(?:has|have|had) (?:now |also |since |already |therefore |each |both )*"
    r"(?:agreed|undertaken|committed|promised|accepted our recommendations?|accepted my recommendations?)"
    r"(?: with (?:me|us)| (?:our|my|these|the|this) recommendations?)?(?: and)? (?:to|that (?:it|they) (?:will"
    r"|should|would))"
    r"|agree[sd]? (?:to(?: my| our) recommendations?,? )?(?:to|(?:that )?(?:,? ?within [\w ]{3,40}?,? "
    r"|by [\w ]{3,30}?,? )?(?:it|they) (?:will|should|would))"
    r"|(?:will|should|must|shall|is to|are to|needs? to|ought to)(?: also| now| therefore| each| both| then| jointly)*"
    r"(?! not\b)(?=[ :])"
    r"|(?:recommends?(?:ed)?|suggest(?:s|ed)?|invite[sd]?|asked) (?:as well |also "
    r"|to )?(?:that )?(?:the )?(?:\w+ )?(?:council|it|they|trust|(?:care )?provider|icb"
    r"|authority|body|company)?s?(?: (?:should|to|that it should))?(?: also| now)?"
    r"|to remedy (?:this|these|the (?:injustice|faults?)|that)[^,:]{0,60},):?\s+",
    re.I,
)

# --------------------------------------------------------------------------- kinds

APOLOGY = re.compile(
    r"\bapolog(?:y|ise|ize|ises|ised|ising|ies)\b|\bsay(?:s|ing)? (?:that it is |it is )?sorry\b", re.I
)
BACKDATING = re.compile(
    r"\bback-?\s?dat\w*|(?<!rent )(?<!tax )(?<!charge )\barrears of (?:(?:\w+ ){0,3}?(?:allowance|benefit|payments?)|£)"
    r"|\b(?:allowances?|benefits?|direct payments?|support payments?)\b[^.;]{0,80}?\b(?:(?:ought to|should|would) have"
    r" (?:been )?(?:paid|received|had)|(?:it|was|were) (?:owed?|due)|from (?:the )?(?:\w+ ){0,4}?(?:until|to|when)"
    r"|unpaid)"
    r"|\b(?:outstanding|unpaid|withheld) £[\d,.]+ of (?:his|her|their|the) (?:[\w-]+ ){0,4}?(?:allowance|benefit)\b"
    r"|\b(?:unpaid|outstanding|withheld) (?:\w+ )?(?:allowances?|benefits?|direct payments?)\b"
    r"|\bpays? (?:(?:Mr|Mrs|Ms|Miss|Dr)\.? [A-Z] |him |her |them )?(?:the |any |all )?"
    r"(?:arrears of |outstanding |withheld )*(?:\w+ ){0,2}?"
    r"(?:allowance|benefit|direct payments?)\b(?! and)"
    r"|\b(?:move|put|amend|change|correct|alter|adjust|set|reset)\b (?:[\w']+ ){0,4}?(?:priority|registration"
    r"|register|effective|banding|waiting) date\b(?: [\w']+){0,4}? (?:back|forward|to)\b",
    re.I,
)
# Actions on the person's own case; asked only of clauses that name a person or their case.
REASSESSMENT = re.compile(
    r"\bre-?\s?assess\w*|\b(?:re-?\s?)consider\w*|\breview\w*\b|\bassess(?:ment|es|ing)?\b"
    r"|\b(?:fresh|new|another|further) (?:\w+ )?(?:decision|appeal|panel|hearing|investigation|assessment)\b"
    r"|\bre-?hear\w*"
    r"|\b(?:decide|look at|consider|determine|hear)\b[^.;]{0,60}?\b(?:again|afresh|anew)\b|\blook again\b"
    r"|\bre-?determin\w*"
    r"|\bre-?open\b|\bre-?calculat\w*|\brevisit\w*|\bre-?decide",
    re.I,
)
# The service itself: its people, its ways, its papers, and everybody else whom it serves.
_SERVICE = re.compile(
    r"\b(?:staff|officers?|(?:social |case)?workers|managers?|teams?|panel members|contractors?|agents|schools"
    r"|remind\w*|train(?:ing|s)?|refresher|procedures?|polic(?:y|ies)|process(?:es)?|practices?|protocols?|action plan"
    r"|lessons?|learning|guidance|templates?|systems?|in (?:the )?future|improve\w*|monitor\w*|audit\w*|others"
    r"|standard letters?|letters it sends|website|web ?pages?|(?:clear|public|warning|new) signs?|leaflets?"
    r"|factsheets?|checklists?|registers?|scrutiny"
    r"|committee|every(?:one| case| family| child| other| applicant)|other (?:people|residents?|famil\w+|applicants?"
    r"|cases?|children|tenants?|complainants?|customers?|service users?|users?|households?|parents|carers)"
    r"|all (?:\w+ ){0,3}(?:cases?|staff|complaints?|applications?|residents?|families|children|plans)|a sample|backlog"
    r"|waiting lists?|shortage|recruit\w*|capacity|briefings?|workshop|whole service|same position|similarly affected"
    r"|records? system|forms?|scripts?|handbook|manual|time ?limits?|deadlines|arrangements? (?:for|with|to)"
    r"|agreement (?:on"
    r"|with|for|between)|measures)\b",
    re.I,
)
# Verbs that only ever act on the service.
_SERVICE_VERB = re.compile(
    r"(?:to |also )*(?:remind|train|brief|introduce|publish|circulate|adopt|establish|implement|embed|audit|monitor"
    r"|strengthen|tighten|roll out|recruit|develop|draw up|set up|revise|share (?:this|the) (?:decision|learning"
    r"|report)"
    r"|ensure|make sure (?:that )?(?:it|its|every|all|any|each|staff|officers)|review (?:its|their|the way|how))\b",
    re.I,
)
# What is made for the service though a person is named behind it: "an action plan … for what went wrong in Y's case".
_SERVICE_OBJECT = re.compile(
    r"(?:to |also )*(?:send|produce|prepare|make|write|create|provide|give|carry out|arrange|complete|deliver"
    r"|issue|hold)\b"
    r"(?: (?:the ombudsman|us|me|its|all|relevant|written|with))* (?:a |an |the |its |some |further |refresher "
    r"|staff |evidence to show )*"
    r"(?:action plan|training|lessons|briefings?|reminders?|guidance (?:to|for|on))\b",
    re.I,
)
# Things done for one person though no person is named: works, places, papers.
_PERSONAL_VERB = re.compile(
    r"(?:to |also )*(?:repair|inspect|collect|instal|install|remove|replace|clear|clean|visit|meet|deliver|plant"
    r"|reinstate|restore|arrange|appoint|allocate|complete (?:the|its) (?:works?|assessment|review|plan)|cancel"
    r"|withdraw|return|amend the|correct (?:the|its) records?|add a note|place a (?:copy|note)|add (?:the|any)"
    r" (?:\w+ ){0,2}?(?:note"
    r"|letter|record|document|email)|issue an? (?:amended|corrected|revised|replacement)|issue (?:the"
    r"|a) final)\b",
    re.I,
)
PERSON = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.? (?:and (?:Mr|Mrs|Ms|Miss|Dr)\.? )?[A-Z]\b|\b(?:him|her|hers|his|he|she)\b"
    r"|\bthe (?:family|complainants?|couple|children|girls|boys|twins)\b(?! who| whose|'|\w)|\b[A-Z]'s\b(?<!It's)"
    r"|\b(?:for|to|with|of|about|from|and) [B-HJ-Z]\b(?!\))",
)


_CASE_AGAIN = re.compile(
    r"\b(?:reconsider|reassess|re-assess|review|remake|retake|re-take|look again at)\w* (?:the|its|this|that|his"
    r"|her|their) (?:\w+ ){0,2}?"
    r"(?:decision|application|assessment|refusal|appeal|claim|case|complaint|request)\b(?![- ]making)"
    r"|\b(?:consider|decide|hear) (?:the|this|that|his|her|their) (?:\w+ ){0,2}?(?:request|application|appeal|claim)\b"
    r"|\b(?:carry out|arrange|undertake|conduct) an? (?!(?:\w+ ){0,2}?(?:risk|impact"
    r"|equality))(?:[\w-]+ ){0,2}?assessment\b"
    # "a fresh homelessness review" is one person's; "a new assessment process" everybody's.
    r"|\b(?:a|an) (?:fresh|new|another|further) (?:[\w-]+ ){0,2}?(?:decision|appeal|review|assessment|hearing"
    r"|panel|investigation)\b(?! (?:process|procedure|policy"
    r"|form|template|system|guidance|framework))",
    re.I,
)
# Putting it right for everybody else in the same position.
_OTHERS = re.compile(
    r"\bother (?:[\w-]+ ){0,2}?(?:people|famil(?:y|ies)|applicants?|residents?|children|cases|households?|tenants?"
    r"|parents|carers|complainants?|pupils|customers)\b",
    re.I,
)
# Where the main thing said ends: a person named behind it is an example of whom it is for.
_SIDE_CLAUSE = re.compile(
    r",? (?:so that|so as to|to ensure|to make sure|in order to|until|unless|when|where|if|before|after) ", re.I
)
# What is watched or drawn up for one person: "monitor Miss X's collections".
_OF_ONE_PERSON = re.compile(
    r"(?:to |also )*(?:monitor|audit|develop|draw up|set up|establish|revise) (?:his|her|(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.?"
    r" [A-Z](?: and (?:Mr|Mrs|Ms|Miss|Dr)\.? [A-Z])?'s?)(?= )(?!')",
    re.I,
)
_ONE_DECISION = re.compile(
    r"\b(?:its|the|this|that|any) (?:\w+ ){0,3}?(?:decision|assessment|refusal|application|appeal|claim|account"
    r"|case|plan)\b",
    re.I,
)
PLACE = re.compile(
    r"\b(?:the|any|all) (?:(?:poor|bad|faulty|defective|outstanding|remaining|further) )?(?:wet room|bathroom"
    r"|property|house|flat|garden|extension|fence|wall|drain|gully|footpath|boundary|shower"
    r"|roof|works?|repairs|defects|overpayment|debt|summons|tenancy)\b",
    re.I,
)


def kind_of_action(clause: str, *, names_person: bool) -> RemedyKind:
    """What an action without a sum is. The first that fits: arrears; the service; the person's case; anything else.

    A clause that names nobody is for everybody, unless its verb is one of works done at one place.
    """
    if BACKDATING.search(clause):
        return RemedyKind.BACKDATED_PROVISION
    is_of_one = _OF_ONE_PERSON.match(clause) or (
        REASSESSMENT.match(clause) and _ONE_DECISION.match(clause.partition(" ")[2])
    )
    if (_SERVICE_VERB.match(clause) and not is_of_one) or _SERVICE_OBJECT.match(clause):
        return RemedyKind.SERVICE_IMPROVEMENT
    if names_person:
        return RemedyKind.REASSESSMENT if REASSESSMENT.search(main_words(clause)) else RemedyKind.OTHER_ACTION
    if _OTHERS.search(clause):
        return RemedyKind.SERVICE_IMPROVEMENT
    if _CASE_AGAIN.search(clause):
        return RemedyKind.REASSESSMENT
    if PLACE.search(clause):
        return RemedyKind.OTHER_ACTION
    if _SERVICE.search(clause):
        return RemedyKind.SERVICE_IMPROVEMENT
    if _ONE_DECISION.search(main_words(clause)):
        return RemedyKind.REASSESSMENT if REASSESSMENT.search(clause) else RemedyKind.OTHER_ACTION
    return RemedyKind.OTHER_ACTION if _PERSONAL_VERB.match(clause) else RemedyKind.SERVICE_IMPROVEMENT


def main_words(clause: str) -> str:
    """The clause up to where it says what for, until when, or in which case."""
    return _SIDE_CLAUSE.split(clause, maxsplit=1)[0]


# A second thing done with the first, and part of it: its result is told, what it finds is put right.
ATTACHED = re.compile(
    r"(?:to |also |then )*(?:(?:write to|tell|inform|let|send|show|confirm to|notify) (?:him|her|them|(?:Mr|Mrs|Ms"
    r"|Miss|Dr)\.? [A-Z](?: and \w+ [A-Z])?"
    r"|the (?:family|complainants?|couple)|each of them) (?:with|of|about|how|that|what|know|in writing|its"
    r"|the (?:result|outcome|report))\b"
    r"|[a-z]+ (?:to [a-z]+ )?(?:it|them|any|this|those|one|that)\b|[a-z]+ (?:each of (?:them|these)|what (?:it"
    r"|they)|(?:a|the) (?:new )?(?:one|result)\b)"
    r"|report (?:on )?(?:the|its) (?:results?|outcome|findings?|conclusions?)\b|[a-z]+ on (?:it|them|any"
    r"|a new one)\b|issue (?:a|its|the) (?:new |fresh |written )*decision(?: letter)?\b|take (?:any |the "
    r"|further )*(?:necessary |appropriate )?(?:action|steps)"
    r" to (?:remedy|address|put)\b|remedy any\b|[a-z]+(?: [a-z]+)? (?:afresh |again )?(?:any|it|them)\b"
    r"|consider whether (?:a similar|any|it|they)\b|give (?:\w+ ){0,3}?reasons\b|explain (?:its|the)"
    r" (?:decision|reasons)\b"
    r"|[a-z]+ \w+ where any\b)",
    re.I,
)


# --------------------------------------------------------------------------- how it is checked, and asides

_TO_US = r"(?:us|me|the ombudsman|this office)"
COMPLIANCE = re.compile(
    rf"\bshow {_TO_US} (?:that|it|how)\b|\b(?:provide|give|send|supply|show|let {_TO_US} have"
    rf"|forward)(?: to)? {_TO_US}(?: with)? (?:\w+ ){{0,3}}?(?:evidence|proof"
    r"|confirmation|cop(?:y|ies)|an update|updates|details|what it|how it|the (?:letter|result|outcome|updated"
    r"|revised|new))"
    rf"(?!.{{0,40}}\blessons?\b)|\b(?:evidence|proof|cop(?:y|ies)|confirmation) (?:of|that"
    rf"|to)\b.{{0,60}}\b(?:to {_TO_US}|it has"
    r" (?:done|compl\w+|taken|carried|made|met|sent|paid)|of (?:this|these|compliance|completion))"
    rf"|\b(?:tell|update|notify|inform|satisfy|report (?:back )?to|confirm to|write to|respond to|let) {_TO_US}\b"
    r"|\b(?:take|complete|carry out|do|implement) (?:all )?(?:of )?(?:this|these|the)\b(?: (?:agreed |above "
    r"|remedial )?"
    r"(?:action|step|remed|recommendation|thing)\w*)?(?: within\b|\.?$)"
    r"|\bconsider (?:this|the) report\b|\bconfirm (?:within [\w ]{3,30} )?(?:the|what) (?:action|it has|it will)"
    rf"|\bwe will (?:need|ask|want|expect)\b|\bwill need to (?:see|have) evidence\b|\bas evidence\b",
    re.I,
)
# A deadline for what stands before it: "The Council should take this action within four weeks."
THIS_ACTION = re.compile(
    r"\b(?:this|these|the(?: above)?|all)(?: of (?:this|these))? (?:agreed |remedial )?(?:action|step|remed|thing"
    r"|payment"
    r"|recommendation)\w*\b|\bdo (?:all )?(?:of )?this\b|\bdo the (?:first|last|above)\b"
    r"|\bcomplete this\b|\bit should (?:also )?do so\b",
    re.I,
)
COMPLIANCE_REPORT = re.compile(r"\b(?:tell|update|notify|inform|report|confirm|evidence|proof)\b", re.I)
# The Ombudsman explaining itself beside the actions: its figures are a tariff's and nobody's.
ASIDE = re.compile(
    r"\bwe publish\b|(?:\b(?:our|the|this|published|ombudsman's) |\A|\bon remedies )guidance (?:on remedies"
    r" )?(?:which |that )?(?:says|suggests|recommends|sets|states|gives"
    r"|allows)\b"
    r"|\b(?:consider|have regard to|refer to) (?:this|our|the ombudsman's) guidance\b"
    r"|\b(?:I|we) (?:consider|am satisfied|are satisfied|welcome|have taken|took|think|would (?:normally|usually"
    r"|otherwise))\b"
    r"|\bthis is in line with\b|\bwould have recommended\b|^(?:this|the|that) (?:sum|figure|payment|amount|remedy"
    r"|is)\b[^£]{0,60}$"
    r"|\b(?:normally|usually|generally|often) recommend\b",
    re.I,
)
