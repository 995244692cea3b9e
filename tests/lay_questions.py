"""For each drawer of the Ombudsman's site what people type about it, in few words of their own.

Each must find a decision of the drawer among the first five comparable ones of the starter casebook. "Other" drawers
and those of hospitals hold what fits nowhere: no word points to them, and they are not here.
"""

from __future__ import annotations

_ADULT, _CHILDREN, _EDUCATION = "Adult care services", "Children's care services", "Education"
_BENEFITS, _ENVIRONMENT, _HOUSING = "Benefits and tax", "Environment and regulation", "Housing"
_PLANNING, _TRANSPORT, _OTHER = "Planning", "Transport and highways", "Other Categories"

LAY_QUESTIONS: dict[tuple[str, str], tuple[str, ...]] = {
    (_ADULT, "Assessment and care plan"): (
        "they halved dad's hours after a reassessment",
        "waiting a year for someone to assess what help I need at home",
        "carer burnt out and no carers assessment",
    ),
    (_ADULT, "Charging"): (
        "shock bill for mums care nobody told us we had to pay",
        "what I pay for heating because of my illness not allowed in the means test",
        "third party top up we were made to sign",
    ),
    (_ADULT, "Direct payments"): (
        "clawed back my direct payments",
        "cant find a PA on the rate they pay",
        "want to employ my daughter with my personal budget",
    ),
    (_ADULT, "Disabled facilities grants"): (
        "wet room still not done two years on",
        "stairlift grant refused",
        "ramp to the front door taking forever",
        "builders left the adapted bathroom in a mess",
    ),
    (_ADULT, "Domiciliary care"): (
        "carers come late or not at all",
        "paid for half an hour and they stay ten minutes",
        "home carers lost nan's key",
    ),
    (_ADULT, "Residential care"): (
        "gran lost weight in the home",
        "fell out of bed in the nursing home and nobody rang us",
        "bed sores at a care home",
        "dad given notice to leave his care home",
    ),
    (_ADULT, "Safeguarding"): (
        "reported bruises on my uncle and nothing was looked into",
        "vulnerable neighbour being ripped off, adult services did nothing",
    ),
    (_ADULT, "Transition from childrens services"): (
        "he turned 18 and all support stopped",
        "no plan when my disabled daughter moved to the adults team",
    ),
    (_ADULT, "Transport"): (
        "blue badge turned down after a phone call",
        "refused a disabled parking badge",
        "hidden disability badge application",
    ),
    (_BENEFITS, "COVID-19"): (
        "small business never got the lockdown grant",
        "covid grant refused because of the rates record",
        "hardship money for my shop in lockdown refused",
    ),
    (_BENEFITS, "Council tax support"): (
        "council tax reduction stopped without a letter",
        "CTR claim backdating refused",
        "help with my council tax cut when I went on universal credit",
    ),
    (_BENEFITS, "Council tax"): (
        "bailiffs came for council tax I'd paid",
        "billed for a flat I never lived in",
        "single person discount taken off",
        "summons for council tax sent to my old house",
    ),
    (_BENEFITS, "Housing benefit and council tax benefit"): (
        "housing benefit overpayment they say is my fault",
        "HB claim sat for months and rent arrears piled up",
        "my housing benefit appeal never went to the tribunal",
    ),
    (_CHILDREN, "Adoption"): (
        "adopted child and no therapy or support",
        "adoption allowance stopped",
        "our details given to the birth parents after we adopted",
    ),
    (_CHILDREN, "Child protection"): (
        "lies in the report for the conference",
        "s47 on us over nothing",
        "dad never told about the child protection meeting",
        "social worker missed her visits while we were on a plan",
    ),
    (_CHILDREN, "Disabled children"): (
        "no short breaks for my disabled boy",
        "respite cut for our autistic daughter",
        "overnight respite not provided",
    ),
    (_CHILDREN, "Fostering"): (
        "foster kids moved after an allegation",
        "fostering fee stopped while they looked into it",
        "deregistered as foster carers",
    ),
    (_CHILDREN, "Friends and family carers"): (
        "grandson dumped on us and no money for it",
        "special guardianship money worked out wrong",
        "aunt looking after nieces, told it was a private arrangement",
        "SGO allowance cut",
    ),
    (_CHILDREN, "Looked after children"): (
        "care leaver with no PA and no pathway plan",
        "never got my leaving care grant",
        "son in care and they cut my contact",
    ),
    (_EDUCATION, "Alternative provision"): (
        "too ill for school and no tutor for months",
        "kicked out of school and nothing put in place",
        "school refuser, council offers nothing",
    ),
    (_EDUCATION, "COVID-19"): ("covid stopped our school bus seat",),
    (_EDUCATION, "School admissions"): (
        "lost the appeal for a reception place",
        "clerk made mistakes in our school appeal",
        "not given a place at the secondary near us",
    ),
    (_EDUCATION, "School exclusions"): (
        "permanently excluded and the panel got it wrong",
        "expelled and the review panel ignored our evidence",
    ),
    (_EDUCATION, "School transport"): (
        "no taxi to college for my SEN son",
        "bus pass refused because the walk is under 3 miles",
        "escort taken off the minibus",
        "they say I should drive him to his special school",
    ),
    (_EDUCATION, "Special educational needs"): (
        "EHCP took over a year",
        "speech therapy in the plan never happened",
        "annual review not done",
        "no ed psych so no plan",
    ),
    (_ENVIRONMENT, "Antisocial behaviour"): (
        "kids smashing windows on our estate and no one acts",
        "dealers next door, council wont do a case review",
        "neighbour from hell",
    ),
    (_ENVIRONMENT, "Cemeteries and crematoria"): (
        "somebody else buried in our plot",
        "headstone laid flat without telling us",
        "mums ashes put in the wrong place",
        "they took the flowers and ornaments off the grave",
    ),
    (_ENVIRONMENT, "Drainage"): (
        "field drain floods my garden",
        "the brook behind us floods and nobody clears it",
        "sewage coming up from a blocked culvert",
    ),
    (_ENVIRONMENT, "Licensing"): (
        "taxi badge renewal took months and I lost work",
        "pub got a late licence and no one asked us",
        "dog breeding licence refused",
        "private hire plate suspended",
    ),
    (_ENVIRONMENT, "Noise"): (
        "dog barks all day",
        "thumping bass from a bar",
        "next doors air con hums at night",
        "cockerel at 4am",
    ),
    (_ENVIRONMENT, "Pollution"): (
        "bonfires every night",
        "stink from a takeaway",
        "dust from a yard all over the cars",
        "smoke from a log burner",
    ),
    (_ENVIRONMENT, "Refuse and recycling"): (
        "bins missed week after week",
        "bin men leave it in the road",
        "assisted collection keeps failing",
        "charged for a new wheelie bin",
    ),
    (_ENVIRONMENT, "Trees"): (
        "roots cracked my drive",
        "tree blocks all my light and they wont cut it",
        "they cut down a protected tree",
        "neighbours huge leylandii",
    ),
    (_HOUSING, "Allocations"): (
        "put in the wrong band",
        "taken off the housing list",
        "doctors letters ignored for medical priority",
        "no bids allowed for a bigger house",
    ),
    (_HOUSING, "Homelessness"): (
        "family of five in one hotel room for months",
        "turned away when I was made homeless",
        "damp temp flat full of mice",
        "they threw out my things when I lost my home",
    ),
    (_HOUSING, "Private housing"): (
        "landlord wont fix the boiler and the council wont inspect",
        "private tenant with mould, environmental health no help",
    ),
    (_OTHER, "Commercial and contracts"): (
        "lost the tender unfairly",
        "rent put up on my council shop lease",
        "council threw out my things from a rented garage",
        "bid for a council contract scored wrong",
    ),
    (_OTHER, "Councillor conduct and standards"): (
        "cllr insulted me on facebook",
        "monitoring officer threw out my complaint about a parish councillor",
        "councillor didnt declare an interest",
    ),
    (_OTHER, "Elections and electoral register"): (
        "postal vote never came",
        "taken off the voting register",
        "turned away at the polling station",
    ),
    (_OTHER, "Leisure and culture"): (
        "allotment tenancy ended",
        "leisure centre membership after covid",
        "the library banned me",
        "noise and parking from football in the park",
    ),
    (_PLANNING, "Building control"): (
        "building inspector signed off a dangerous loft",
        "no completion certificate for our extension",
        "building regs not checked",
    ),
    (_PLANNING, "Enforcement"): (
        "next door built it bigger than the plans and nothing is done",
        "caravans on a field without permission",
        "enforcement case left open for two years",
        "neighbour's extension put up without permission and the planning officers did nothing",
    ),
    (_PLANNING, "Planning applications"): (
        "never told about the flats going up behind us",
        "new houses look straight into my bedroom",
        "planning officer ignored my objection",
        "permission given for a takeaway next door",
    ),
    (_TRANSPORT, "Highway repair and maintenance"): (
        "pothole burst my tyre",
        "drain in the road blocked and my house floods",
        "tripped on a loose slab",
        "pavement outside mine never mended",
    ),
    (_TRANSPORT, "Parking and other penalties"): (
        "parking ticket letters went to my old address",
        "bus lane fine",
        "clamped by bailiffs over a PCN",
        "residents permit refused",
        "charged for driving in a clean air zone",
    ),
    (_TRANSPORT, "Rights of way"): (
        "farmer padlocked the gate on the bridleway",
        "path on the definitive map taking years",
        "stile broken and council wont act",
    ),
    (_TRANSPORT, "Street furniture and lighting"): ("bollards put outside my house",),
    (_TRANSPORT, "Traffic management"): (
        "speed bumps shake my house",
        "cars race down our road and they wont put a 20 limit",
        "low traffic neighbourhood brought in with no consultation",
        "cycle lane took away our parking",
    ),
}
