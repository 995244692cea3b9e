"""The public pages on which the glossary rests: a short key, the name by which an answer gives it, the address.

They are pages of the Ombudsman's staff guidance, decisions that use the term, and Acts at the addresses of their
official edition. A place behind the key ("children_act, section/17") is added to the address.
"""

from __future__ import annotations

_LGO = "https://www.lgo.org.uk"
_GUIDANCE = f"{_LGO}/information-centre/staff-guidance"
_DECISIONS = f"{_LGO}/decisions"
_ACTS = "https://www.legislation.gov.uk/ukpga"

SOURCES: dict[str, tuple[str, str]] = {
    "assessment_code": (
        "the Ombudsman’s Assessment Code",
        f"{_GUIDANCE}/assessment-code?chapter=2&displaypref=2",
    ),
    "assessment_manual": ("the Ombudsman’s Assessment Manual", f"{_GUIDANCE}/assessment-manual?chapter=6"),
    "statements_manual": (
        "the Ombudsman’s Decision Statements Manual",
        f"{_GUIDANCE}/decision-statements-manual?chapter=7",
    ),
    "reasons_manual": (
        "the Ombudsman’s Statement of Reasons Manual",
        f"{_GUIDANCE}/statement-of-reasons-manual?chapter=3",
    ),
    "remedies_role": (
        "the Ombudsman’s Guidance on Remedies",
        f"{_GUIDANCE}/guidance-on-remedies?displaypref=3&chapter=2",
    ),
    "remedies_adults": (
        "the Ombudsman’s Guidance on Remedies, adult care",
        f"{_GUIDANCE}/guidance-on-remedies?displaypref=3&chapter=4",
    ),
    "compliance_manual": ("the Ombudsman’s Compliance Manual", f"{_GUIDANCE}/compliance-manual?chapter=2"),
    "link_officers": (
        "the Ombudsman’s information for link officers",
        f"{_LGO}/information-centre/information-for-organisations-we-investigate/"
        "information-for-link-officers?chapter=8",
    ),
    "homelessness_factsheet": (
        "the Ombudsman’s fact sheet on homelessness applications",
        f"{_LGO}/make-a-complaint/fact-sheets/housing/homelessness-applications",
    ),
    "newsletter_2024": (
        "the Ombudsman’s newsletter of November 2024",
        "https://newslettercollector.nl/newsletter/news-from-the-ombudsman-november-2024/?l=nl_NL",
    ),
    "decision_address": (
        "a decision that uses the term, 19 018 981",
        f"{_DECISIONS}/children-s-care-services/child-protection/19-018-981",
    ),
    "decision_conference": (
        "a decision that uses the term, 20 008 827",
        f"{_DECISIONS}/children-s-care-services/child-protection/20-008-827",
    ),
    "decision_panel": (
        "a decision that sets out the procedure, 21 017 938",
        f"{_DECISIONS}/children-s-care-services/child-protection/21-017-938",
    ),
    "decision_procedure": (
        "a decision that uses the term, 23 009 433",
        f"{_DECISIONS}/children-s-care-services/child-protection/23-009-433",
    ),
    "decision_shortage": (
        "a decision that uses the term, 22 013 576",
        f"{_DECISIONS}/education/special-educational-needs/22-013-576",
    ),
    "decision_no_injustice": (
        "a decision with fault and no injustice, 20 004 636",
        f"{_DECISIONS}/planning/planning-applications/20-004-636",
    ),
    "decision_not_upheld": (
        "a decision with this outcome, 24 001 283",
        f"{_DECISIONS}/planning/planning-applications/24-001-283",
    ),
    "decision_closed": (
        "a decision with this outcome, 25 020 303",
        f"{_DECISIONS}/transport-and-highways/parking-and-other-penalties/25-020-303",
    ),
    "decision_discontinued": (
        "a decision that was discontinued, 19 018 961",
        f"{_DECISIONS}/children-s-care-services/other/19-018-961",
    ),
    "decision_no_reason": (
        "a decision that uses the reason, 24 022 336",
        f"{_DECISIONS}/transport-and-highways/highway-repair-and-maintenance/24-022-336",
    ),
    "decision_joint": ("a joint decision, 19 018 519c", f"{_DECISIONS}/health/assessment-and-funding/19-018-519c"),
    "decision_provider": (
        "a decision that names the agreement, 25 001 995",
        f"{_DECISIONS}/adult-care-services/charging/25-001-995",
    ),
    "decision_information": (
        "a decision on records and the Information Commissioner, 22 005 239",
        "https://www.accountabilityindex.uk/sources/lgo/decisions/lgo-22-005-239-east-sussex-county-council",
    ),
    "public_report": (
        "a public interest report, 22 016 576",
        f"{_DECISIONS}/housing/homelessness/22-016-576?chapter=2",
    ),
    "local_government_act": ("Local Government Act 1974", f"{_ACTS}/1974/7"),
    "children_act": ("Children Act 1989", f"{_ACTS}/1989/41"),
    "working_together": (
        "the guidance Working Together to Safeguard Children",
        "https://www.gov.uk/government/publications/working-together-to-safeguard-children--2",
    ),
    "benefits_act": ("Social Security Contributions and Benefits Act 1992", f"{_ACTS}/1992/4"),
    "pensions_act": ("Child Support, Pensions and Social Security Act 2000", f"{_ACTS}/2000/19"),
    "leaving_care_act": ("Children (Leaving Care) Act 2000", f"{_ACTS}/2000/35"),
    "education_act": ("Education Act 1996", f"{_ACTS}/1996/56"),
    "education_act_2002": ("Education Act 2002", f"{_ACTS}/2002/32"),
    "school_standards_act": ("School Standards and Framework Act 1998", f"{_ACTS}/1998/31"),
    "families_act": ("Children and Families Act 2014", f"{_ACTS}/2014/6"),
    "care_act": ("Care Act 2014", f"{_ACTS}/2014/23"),
    "mental_health_act": ("Mental Health Act 1983", f"{_ACTS}/1983/20"),
    "mental_capacity_act": ("Mental Capacity Act 2005", f"{_ACTS}/2005/9"),
    "disabled_persons_act": ("Chronically Sick and Disabled Persons Act 1970", f"{_ACTS}/1970/44"),
    "equality_act": ("Equality Act 2010", f"{_ACTS}/2010/15"),
    "grants_act": ("Housing Grants, Construction and Regeneration Act 1996", f"{_ACTS}/1996/53"),
    "housing_act_1996": ("Housing Act 1996", f"{_ACTS}/1996/52"),
    "housing_act_1988": ("Housing Act 1988", f"{_ACTS}/1988/50"),
    "housing_act_2004": ("Housing Act 2004", f"{_ACTS}/2004/34"),
    "council_finance_act": ("Local Government Finance Act 1992", f"{_ACTS}/1992/14"),
    "traffic_act": ("Traffic Management Act 2004", f"{_ACTS}/2004/18"),
    "road_traffic_act": ("Road Traffic Regulation Act 1984", f"{_ACTS}/1984/27"),
    "highways_act": ("Highways Act 1980", f"{_ACTS}/1980/66"),
    "planning_act": ("Town and Country Planning Act 1990", f"{_ACTS}/1990/8"),
    "protection_act": ("Environmental Protection Act 1990", f"{_ACTS}/1990/43"),
    "antisocial_act": ("Anti-social Behaviour, Crime and Policing Act 2014", f"{_ACTS}/2014/12"),
    "data_act": ("Data Protection Act 2018", f"{_ACTS}/2018/12"),
    "information_act": ("Freedom of Information Act 2000", f"{_ACTS}/2000/36"),
    "tribunals_act": ("Tribunals, Courts and Enforcement Act 2007", f"{_ACTS}/2007/15"),
}
