"""Words that point to a subcategory of the site: a table of patterns and the places they favour."""

from __future__ import annotations

_ADULT = "Adult care services"
_BENEFITS = "Benefits and tax"
_CHILDREN = "Children's care services"
_EDUCATION = "Education"
_ENVIRONMENT = "Environment and regulation"
_HOUSING = "Housing"
_PLANNING = "Planning"
_TRANSPORT = "Transport and highways"
_OTHER = "Other Categories"

FAVOURED: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    (
        r"EHCPs?|EHC plans?|ed psychs?|SENDIST|section f|annual review|AR|SALT|SEN|(?-i:SEND)|named school"
        r"|send(?= (?:transport|support|provision|needs|plans?|team|tribunal|child\w*|pupils?|cases|school\w*"
        r"|officers?|complaints?|decisions|department|delays?)\b)",
        ((_EDUCATION, "Special educational needs"),),
    ),
    (
        r"s\.?19|section 19|out of school|tuition|alternative provision|EBSA|no schooling|schooling",
        ((_EDUCATION, "Alternative provision"), (_EDUCATION, "Special educational needs")),
    ),
    (
        r"school (?:transport|travel|taxi\w*|bus(?:es)?)|transport to .{0,20}school|buses/taxis to school",
        ((_EDUCATION, "School transport"),),
    ),
    (r"school appeal|admissions? appeal|admissions?", ((_EDUCATION, "School admissions"),)),
    (r"PEX|IRP|exclu(?:ded|sion)s?|expelled", ((_EDUCATION, "School exclusions"),)),
    (r"DFGs?|wet ?room|adaptations?|stair ?lift|level access shower", ((_ADULT, "Disabled facilities grants"),)),
    (r"DPs|direct payments?", ((_ADULT, "Direct payments"),)),
    (r"home carers?|care agency|home care|domiciliary", ((_ADULT, "Domiciliary care"), (_ADULT, "Charging"))),
    (r"care home|nursing home|residential care", ((_ADULT, "Residential care"), (_ADULT, "Charging"))),
    (r"care fees?|top[- ]?ups?|DoA|deprivation of assets|care charges|care bills?", ((_ADULT, "Charging"),)),
    (r"safeguarding|s\.? ?42|section 42|bruis\w+", ((_ADULT, "Safeguarding"), (_ADULT, "Residential care"))),
    (r"turned 18|adults? team|transition", ((_ADULT, "Transition from childrens services"),)),
    (r"blue badges?", ((_ADULT, "Transport"),)),
    (r"council tax|bailiffs?|liability order|enforcement agents?", ((_BENEFITS, "Council tax"),)),
    (r"HB|housing benefit", ((_BENEFITS, "Housing benefit and council tax benefit"),)),
    (r"CTS|CTR|council tax (?:support|reduction)", ((_BENEFITS, "Council tax support"),)),
    (r"lockdown grants?|business grants?|covid grants?", ((_BENEFITS, "COVID-19"),)),
    (r"SGOs?|kinship|connected carer|special guardian\w*|grandparents?", ((_CHILDREN, "Friends and family carers"),)),
    (r"foster\w*", ((_CHILDREN, "Fostering"),)),
    (r"LADO|designated officer", ((_CHILDREN, "Child protection"), (_CHILDREN, "Fostering"))),
    (r"adopt(?:ion|ed|ers?)", ((_CHILDREN, "Adoption"),)),
    (r"care leavers?|pathway plan|in care|LAC|CLA|looked after", ((_CHILDREN, "Looked after children"),)),
    (r"s\.?47|ICPC|child protection|C&F", ((_CHILDREN, "Child protection"), (_CHILDREN, "Other"))),
    (r"CIN|child in need|childrens? services", ((_CHILDREN, "Other"), (_CHILDREN, "Child protection"))),
    (r"respite|short breaks?", ((_CHILDREN, "Disabled children"),)),
    (r"bins?|refuse|assisted (?:pull[- ]out|collection)|recycling|waste", ((_ENVIRONMENT, "Refuse and recycling"),)),
    (
        r"nois[ey]\w*|EHOs?|bark(?:s|ing)|music|env(?:ironmental)?\.? health|statutory nuisance",
        ((_ENVIRONMENT, "Noise"),),
    ),
    (
        r"(?:community|ASB) triggers?|ASB|anti[- ]?social|neighbou?rs? from hell|druggy|druggies|yobs?",
        ((_ENVIRONMENT, "Antisocial behaviour"),),
    ),
    (
        r"(?:taxi|cabb(?:ie|y)|hackney|private hire|minicab)s?|dog (?:boarding|breed\w+)|licen[cs]ing",
        ((_ENVIRONMENT, "Licensing"),),
    ),
    (r"homeless\w*|b ?& ?b|TA|temp(?:orary)? ac\w+|hotel room|emergency accom\w*", ((_HOUSING, "Homelessness"),)),
    (
        r"housing register|register application|band(?:ing)?|housing medical|bid(?:ding)?|allocations?",
        ((_HOUSING, "Allocations"),),
    ),
    (
        r"HMOs?|private landlords?|private(?:ly)? rent\w*|rogue landlords?|improvement notices?",
        ((_HOUSING, "Private housing"),),
    ),
    (r"planning enforcement|enforcement team|not built to plans?|breach of condition", ((_PLANNING, "Enforcement"),)),
    (
        r"planning (?:application|permission|officer|committee)s?|granting permission|overlook\w*|site notices?",
        ((_PLANNING, "Planning applications"),),
    ),
    (
        r"building (?:control|regs?|regulations|inspectors?)|completion certificates?",
        ((_PLANNING, "Building control"),),
    ),
    (r"trees?|hedges?|tree roots?|TPOs?|leylandii|branches", ((_ENVIRONMENT, "Trees"),)),
    (
        r"graves?|grave ?stones?|headstones?|cemeter\w+|crem(?:atorium)?|burials?|buried|ashes|memorials?",
        ((_ENVIRONMENT, "Cemeteries and crematoria"),),
    ),
    (r"flood\w*|ditch\w*|culverts?|watercourses?|land drainage", ((_ENVIRONMENT, "Drainage"),)),
    (r"smoke|bonfires?|odou?rs?|fumes|smells?|dust", ((_ENVIRONMENT, "Pollution"),)),
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
        r"rights? of way|PROW|bridleways?|footpaths?|byways?|stiles?|DMMOs?|definitive map",
        ((_TRANSPORT, "Rights of way"),),
    ),
    (
        r"speed (?:bumps?|humps?|limits?)|speeding|traffic calming|LTNs?|low traffic|cycle lanes?|traffic orders?",
        ((_TRANSPORT, "Traffic management"),),
    ),
    (r"PCNs?|parking|bus lane|penalty charge", ((_TRANSPORT, "Parking and other penalties"),)),
    (
        r"gull(?:e)?ys?|pot ?holes?|highways?|dropped kerbs?|pavements?|tripped",
        ((_TRANSPORT, "Highway repair and maintenance"),),
    ),
)
