"""Words that point to a subcategory of the site: patterns, the places they favour, and what takes them back.

One noun says little: a taxi is licensed, and it takes a child to school; a band is for a house, a tax or on a stage. So
an entry may name words that take it back wherever they stand in the question, and what the noun means beside them is
an entry of its own. The words of such surroundings are shared with the tables of ``terms``.
"""

from __future__ import annotations

from dataclasses import dataclass

from assistant.vocabulary.surroundings import (
    A_CHILD,
    A_SCHOOL,
    AN_ADULT,
    GOING_ON_IN_A_PARK,
    PERSONAL_CARE,
    PLACES_OF_CARE,
    STREET_PENALTIES,
    TOLD_ON,
)

_ADULT = "Adult care services"
_BENEFITS = "Benefits and tax"
_CHILDREN = "Children's care services"
_EDUCATION = "Education"
_ENVIRONMENT = "Environment and regulation"
_HOUSING = "Housing"
_PLANNING = "Planning"
_TRANSPORT = "Transport and highways"
_OTHER = "Other Categories"
# Put up unallowed it is for enforcement, whoever deals with it; a permission that was given is another subject.
_BUILT_UNALLOWED = (
    r"(?:built|builds?|building|puts?|putting|erect\w*|extension|extended|conver\w+|started|work(?:s|ing)?"
    r"|went up|gone up) (?:\w+ ){0,6}without (?:\w+ ){0,2}(?:permission|planning|consent)"
)
_KIN = r"(?:grand(?:sons?|daughters?|kids?|child\w*)|nephews?|nieces?)"


@dataclass(frozen=True)
class Pointer:
    """``words`` point to ``places`` unless the question also has words of ``unless``; all are regular expressions."""

    words: str
    places: tuple[tuple[str, str], ...]
    unless: str = ""


_ENTRIES: tuple[tuple[str, tuple[tuple[str, str], ...]] | tuple[str, tuple[tuple[str, str], ...], str], ...] = (
    (
        r"EHCPs?|EHC plans?|ed psychs?|SENDIST|section f|annual review|AR"
        r"|SALT(?! (?:bins?|spread\w*|lorr\w+|on the roads?))"
        r"|SEN|(?-i:SEND)|named school"
        r"|send(?= (?:transport|support|provision|needs|plans?|team|tribunal|child\w*|pupils?|cases|school\w*"
        r"|officers?|complaints?|decisions|department|delays?)\b)",
        ((_EDUCATION, "Special educational needs"),),
    ),
    (
        r"s\.?19|section 19|out of school|tuition|alternative provision|EBSA|no schooling|schooling",
        ((_EDUCATION, "Alternative provision"), (_EDUCATION, "Special educational needs")),
        # Section 19 of another Act is about floods, and tuition fees are a university's.
        r"flood\w*|tuition fees",
    ),
    (
        r"school (?:transport|travel|taxi\w*|bus(?:es)?)|transport to .{0,20}school|buses/taxis to school",
        ((_EDUCATION, "School transport"),),
    ),
    (
        rf"(?:bus|taxi|cab|minibus|coach|train|transport|travel|mileage|petrol|escort|passenger assistant|chaperone)"
        rf"\w*(?=.*\b(?:{A_SCHOOL})\b)"
        rf"|(?:{A_SCHOOL})(?=.*\b(?:bus(?:es)?|taxis?|cabs?|minibus\w*|coach(?:es)?|transport|travel pass\w*"
        r"|travel budget|mileage|petrol|escort|passenger assistants?|chaperone)\b)",
        ((_EDUCATION, "School transport"),),
        # A tribunal or a licence is what such a question is about, and who drives is beside it.
        r"bus lanes?|bus gate|taxi licen\w+|(?:taxi|cabbie) badge|speed\w*|parking",
    ),
    (
        r"school appeal|admissions? appeal|admissions?|(?:reception|year 7|secondary|infant|junior) place"
        r"|places? (?:at|in) (?:\w+ ){0,3}(?:school|academy|secondary|primary)|waiting list(?=.*\bschool)|catchment",
        ((_EDUCATION, "School admissions"),),
        rf"{PLACES_OF_CARE}|admission (?:to|into) (?:\w+ )?care"
        r"|admission(?:s)? (?:fees?|charges?|price)",
    ),
    (
        r"PEX|IRP|perm(?:anent(?:ly)?)?\.? ex\w*|expelled|suspended from school"
        rf"|exclu(?:ded|sion)s?(?=.*\b(?:{A_SCHOOL}|{A_CHILD}|head(?:teacher)?|panel|governors?)\b)"
        rf"|(?:{A_SCHOOL}|{A_CHILD}|head(?:teacher)?|panel|governors?)(?=.*\bexclu(?:ded|sion)s?\b)"
        r"|fixed[- ]term exclusions?",
        ((_EDUCATION, "School exclusions"),),
        r"excluded (?:me |us |him |her )?from (?:\w+ ){0,4}(?:meeting|assessment|conference|list|library|gym|pool"
        r"|centre|building|review|process|decision|register|report|calculation)s?",
    ),
    (
        r"DFGs?|wet ?room|adaptations?|stair ?lift|level access shower|ramp|through[- ]floor lift|ceiling hoist",
        ((_ADULT, "Disabled facilities grants"),),
    ),
    (r"DPs|direct payments?", ((_ADULT, "Direct payments"),)),
    (r"home carers?|care agency|home care|domiciliary", ((_ADULT, "Domiciliary care"), (_ADULT, "Charging"))),
    (
        rf"personal care|{PERSONAL_CARE}",
        ((_ADULT, "Domiciliary care"),),
        rf"{A_SCHOOL}|{A_CHILD}|(?:care|nursing) homes?",
    ),
    (r"leaving care|care leavers?", ((_CHILDREN, "Looked after children"),)),
    (r"care home|nursing home|residential care", ((_ADULT, "Residential care"), (_ADULT, "Charging"))),
    (
        r"care fees?|top[- ]?ups?|DoA|deprivation of assets|care charges|care bills?"
        r"|disability (?:related )?expen\w+|DREs?"
        r"|(?:financial|means) (?:re)?assess\w+|(?:care|client) contribution|deferred payments?",
        ((_ADULT, "Charging"),),
        rf"top[- ]?up funding|(?:{A_SCHOOL})",
    ),
    (
        r"safeguarding|s\.? ?42|section 42|bruis\w+|accused of (?:steal\w+|abus\w+|theft|neglect\w*|taking)"
        r"|ripped off|scammed|financial(?:ly)? abus\w+",
        ((_ADULT, "Safeguarding"), (_ADULT, "Residential care")),
        rf"{A_CHILD}|{A_SCHOOL}",
    ),
    (
        rf"(?:safeguarding|bruis\w+)(?=.*\b(?:{A_CHILD})\b)|(?:{A_CHILD})(?=.*\b(?:safeguarding|bruis\w+)\b)",
        ((_CHILDREN, "Child protection"), (_CHILDREN, "Other")),
        PLACES_OF_CARE,
    ),
    (
        r"turned 18|adults? team|transition",
        ((_ADULT, "Transition from childrens services"),),
        r"care leavers?|foster\w*|leaving care|gender"
        r"|transition(?:ed|ing)? (?:to|into) (?:secondary|primary|year|reception|school)"
        r"|transitional",
    ),
    (r"blue badges?", ((_ADULT, "Transport"),)),
    (r"council tax", ((_BENEFITS, "Council tax"),)),
    (r"bailiffs?|liability order|enforcement agents?", ((_BENEFITS, "Council tax"),), STREET_PENALTIES),
    (
        rf"(?:bailiffs?|enforcement agents?|clamp\w*)(?=.*\b(?:{STREET_PENALTIES})\b)"
        rf"|(?:{STREET_PENALTIES})(?=.*\b(?:bailiffs?|enforcement agents?|clamp\w*)\b)",
        ((_TRANSPORT, "Parking and other penalties"),),
    ),
    (r"HB|housing benefit", ((_BENEFITS, "Housing benefit and council tax benefit"),)),
    (
        r"CTS|CTR|council tax (?:support|reduction)|help (?:with|towards|paying) (?:\w+ )?council tax",
        ((_BENEFITS, "Council tax support"),),
    ),
    (r"lockdown grants?|business grants?|covid grants?", ((_BENEFITS, "COVID-19"),)),
    (
        r"SGOs?|kinship|connected carer|special guardian\w*|grandparents?"
        rf"|{_KIN} (?:\w+ ){{0,3}}(?:dumped|placed|left|living|lives?|moved in)"
        rf"|(?:raising|looking after|brought up|took in|taken in) (?:\w+ )?{_KIN}",
        ((_CHILDREN, "Friends and family carers"),),
        r"grandparents?'? (?:graves?|house|home|flat)|graves?|buried|headstones?",
    ),
    (r"foster\w*", ((_CHILDREN, "Fostering"),)),
    (r"LADO|designated officer", ((_CHILDREN, "Child protection"), (_CHILDREN, "Fostering"))),
    (r"adopt(?:ion|ed|ers?)", ((_CHILDREN, "Adoption"),)),
    (
        r"care leavers?|pathway plan|in care(?! (?:home|bill|fee|cost|charge|need|package|visit|plan)s?)|LAC|CLA"
        r"|looked after(?! (?:by|at) (?:the |her |his )?(?:home|hospital|carers))",
        ((_CHILDREN, "Looked after children"),),
        rf"{PLACES_OF_CARE}|dementia|elderly"
        r"|(?:mum|mother|dad|father|gran|nan|husband|wife) (?:is|was|went|goes) in(?:to)? care",
    ),
    (r"s\.?47|ICPC|child protection|C&F", ((_CHILDREN, "Child protection"), (_CHILDREN, "Other"))),
    (r"CIN|child in need|childrens? services", ((_CHILDREN, "Other"), (_CHILDREN, "Child protection"))),
    (
        rf"(?:respite|short breaks?)(?=.*\b(?:{A_CHILD})\b)|(?:{A_CHILD})(?=.*\b(?:respite|short breaks?)\b)",
        ((_CHILDREN, "Disabled children"),),
    ),
    (r"respite|short breaks?", ((_CHILDREN, "Disabled children"),), AN_ADULT),
    (
        rf"respite(?=.*\b(?:{AN_ADULT})\b)|(?:{AN_ADULT})(?=.*\brespite\b)",
        ((_ADULT, "Assessment and care plan"), (_ADULT, "Residential care"), (_ADULT, "Charging")),
        rf"(?:{A_CHILD})",
    ),
    (r"bins?|refuse|assisted (?:pull[- ]out|collection)|recycling|waste", ((_ENVIRONMENT, "Refuse and recycling"),)),
    (
        r"nois[ey]\w*|EHOs?|bark(?:s|ing)|music|env(?:ironmental)?\.? health|statutory nuisance",
        ((_ENVIRONMENT, "Noise"),),
        rf"{TOLD_ON}|" r"music (?:lessons?|teachers?|therap\w+|tuition|service|festival licen\w+)|food hygiene",
    ),
    (
        r"(?:community|ASB) triggers?|ASB|anti[- ]?social|neighbou?rs? from hell|druggy|druggies|yobs?",
        ((_ENVIRONMENT, "Antisocial behaviour"),),
        TOLD_ON,
    ),
    (
        r"cabb(?:ie|y)|hackney|private hire|minicab|dog (?:boarding|breed\w+)|licen[cs]ing"
        r"|(?:taxi|cab)s?(?=.*\b(?:licen[cs]\w*|badges?|plates?|trade|rank|vehicle|medical|DVLA|DBS|test)\b)"
        r"|(?:licen[cs]\w*|badges?|plates?|trade|rank|DVLA|DBS)(?=.*\btaxis?\b)"
        r"|(?:premises|alcohol|late night|street trading|scrap|tattoo\w*|pet shop|skip hire) licen[cs]\w*",
        ((_ENVIRONMENT, "Licensing"),),
        rf"{A_SCHOOL}|HMOs?|landlords?|selective licen\w+|driving licen[cs]e|TV licen[cs]e|blue badges?",
    ),
    (r"homeless\w*|b ?& ?b|temp(?:orary)? ac\w+|hotel room|emergency accom\w*", ((_HOUSING, "Homelessness"),)),
    (r"TA", ((_HOUSING, "Homelessness"),), A_SCHOOL),
    (
        r"housing register|register application|band(?:ing)?|housing medical|bid(?:ding)?|allocations?",
        ((_HOUSING, "Allocations"),),
        r"council tax|(?:tax|funding|age|steel|brass|rock|live|rubber) band\w*|VOA"
        r"|band(?:s|ing)? (?:playing|practice|night)"
        rf"|tender\w*|procure\w*|contracts?|{A_SCHOOL}|allotments?|social workers?",
    ),
    (
        r"HMOs?|selective licen\w+|landlord licen\w+|private landlords?|private(?:ly)? rent\w*"
        r"|rogue landlords?|improvement notices?",
        ((_HOUSING, "Private housing"),),
    ),
    (
        rf"planning enforcement|enforcement team|not built to plans?|breach of condition|{_BUILT_UNALLOWED}",
        ((_PLANNING, "Enforcement"),),
    ),
    (GOING_ON_IN_A_PARK, ((_OTHER, "Leisure and culture"),)),
    (
        r"planning (?:application|permission|officer|committee)s?|granting permission|overlook(?:s|ing)?"
        r"|overlooked (?:by|from|now)|site notices?",
        ((_PLANNING, "Planning applications"),),
        _BUILT_UNALLOWED,
    ),
    (
        r"building (?:control|regs?|regulations|inspectors?)|completion certificates?",
        ((_PLANNING, "Building control"),),
    ),
    (
        r"trees?|hedges?|tree roots?|TPOs?|leylandii|branches",
        ((_ENVIRONMENT, "Trees"),),
        r"bank branch\w*|library branch\w*|branch library|family tree|christmas trees?",
    ),
    (
        r"graves?|grave ?stones?|headstones?|cemeter\w+|crem(?:atorium)?|burials?|buried|ashes|memorials?",
        ((_ENVIRONMENT, "Cemeteries and crematoria"),),
    ),
    (r"flood\w*|ditch\w*|culverts?|watercourses?|land drainage", ((_ENVIRONMENT, "Drainage"),)),
    (
        r"smoke|bonfires?|odou?rs?|fumes|smells?|dust",
        ((_ENVIRONMENT, "Pollution"),),
        rf"smoke (?:alarms?|detectors?)|{PLACES_OF_CARE}|bins?|dust ?(?:cart|bin)|carers?|foster\w*",
    ),
    (
        r"cllrs?|councillors?|monitoring officers?|code of conduct|standards committee",
        ((_OTHER, "Councillor conduct and standards"),),
    ),
    (
        r"postal votes?|proxy votes?|ballots?|polling|elections?|electoral|voting",
        ((_OTHER, "Elections and electoral register"),),
    ),
    (r"tender(?:s|ing)?|procurement|garage (?:rent|lease)\w*", ((_OTHER, "Commercial and contracts"),)),
    (
        r"rights? of way|PROW|bridleways?|byways?|stiles?|DMMOs?|definitive map",
        ((_TRANSPORT, "Rights of way"),),
    ),
    (
        r"footpaths?",
        ((_TRANSPORT, "Rights of way"),),
        r"tripp\w+|fell|uneven|broken|cracked|pot ?holes?|slabs?|lamp ?posts?|street ?lights?|pavements?|grit\w*",
    ),
    (
        r"footpaths?(?=.*\b(?:tripp\w+|fell|uneven|broken|cracked|pot ?holes?|slabs?)\b)"
        r"|(?:tripp\w+|fell|uneven|broken|cracked)(?=.*\bfootpaths?\b)",
        ((_TRANSPORT, "Highway repair and maintenance"),),
    ),
    (
        r"speed (?:bumps?|humps?|limits?)|speeding|(?:20|30|40) ?(?:mph )?(?:limit|zone)"
        r"|(?:cars?|traffic|lorries) (?:\w+ )?(?:rac(?:e|ing)|speed)"
        r"|traffic calming|LTNs?|low traffic|cycle lanes?|traffic orders?",
        ((_TRANSPORT, "Traffic management"),),
    ),
    (r"PCNs?|parking|bus lane|penalty charge", ((_TRANSPORT, "Parking and other penalties"),)),
    (
        r"gull(?:e)?ys?|pot ?holes?|highways?|pavements?|tripped",
        ((_TRANSPORT, "Highway repair and maintenance"),),
        rf"{PLACES_OF_CARE}",
    ),
)

FAVOURED: tuple[Pointer, ...] = tuple(Pointer(*entry) for entry in _ENTRIES)
