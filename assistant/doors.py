"""Why a question is not answered from the casebook, and the right door for it, in words.

The question stage picks the reason; whoever composes an answer shows the title and the text. The wording names
well-known bodies and nothing that could go out of date: no addresses, no telephone numbers but 999, and of time limits
only the year that the law has long given. Nor does it hold a figure or a number word: the citation check would withhold
it, as there is no record behind a door.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class DeclineReason(StrEnum):
    """One way in which a question is not for this casebook. The value is what ``Decline.reason`` holds."""

    PERSONAL_DATA = "personal_data"
    MANIPULATION = "manipulation"
    NO_TARIFF = "no_tariff"
    HOUSING_OMBUDSMAN = "housing_ombudsman"
    WALES = "ombudsman_wales"
    SCOTLAND = "ombudsman_scotland"
    NORTHERN_IRELAND = "ombudsman_northern_ireland"
    HEALTH_OMBUDSMAN = "health_ombudsman"
    LEGAL_ADVICE = "legal_advice"
    PREDICTION = "prediction"
    IDENTIFICATION = "identification"
    EMPLOYMENT = "employment"
    PRIVATE_COMPANY = "private_company"
    GOVERNMENT_BENEFITS = "government_benefits"
    POLICE = "police"
    OTHER_SUBJECT = "other_subject"
    HOW_TO_COMPLAIN = "how_to_complain"
    MEANING_OF_A_TERM = "meaning_of_a_term"
    NOTHING_TO_SEARCH = "nothing_to_search"
    NEEDS_THE_EARLIER_QUESTION = "needs_the_earlier_question"
    GREETING = "greeting"
    THANKS = "thanks"
    WHAT_IT_CAN_DO = "what_it_can_do"
    HOW_MANY_HELD = "how_many_held"
    HOW_NEW_HELD = "how_new_held"
    WHERE_FROM = "where_from"
    WHAT_IS_KEPT = "what_is_kept"
    CAN_IT_BE_TRUSTED = "can_it_be_trusted"


@dataclass(frozen=True)
class Door:
    """What the asker is told: a short title, and plain sentences that say where to turn.

    ``offers_comparables`` is true where the casebook still has something to show beside the refusal.
    """

    title: str
    text: str
    offers_comparables: bool = False


DOORS: dict[DeclineReason, Door] = {
    DeclineReason.PERSONAL_DATA: Door(
        "Please ask again without personal details",
        "Your question holds details that could identify someone, such as an e-mail address, a telephone number, a "
        "postcode or a date of birth. They have been blanked out and nothing was searched. Describe what happened "
        "without them (for example “a mother”, “her young son”) and ask again.",
    ),
    DeclineReason.MANIPULATION: Door(
        "I can only report what the decisions say",
        "I answer from published decisions and show where each statement comes from. I do not speak as the Ombudsman, "
        "set my rules aside or make up decisions. Ask about one problem and I will show comparable decisions.",
    ),
    DeclineReason.NO_TARIFF: Door(
        "There is no tariff and no overall average",
        "The Ombudsman decides each case on its facts. A figure over all subjects would mix refunds, arrears and "
        "payments for distress, and would mean nothing. Ask about one problem and I will show what was agreed in "
        "comparable decisions. The Ombudsman also publishes its own Guidance on Remedies.",
    ),
    DeclineReason.HOUSING_OMBUDSMAN: Door(
        "A landlord matter is for the Housing Ombudsman",
        "Repairs, damp and mould, and the other things a council or housing association does as your landlord are for "
        "the Housing Ombudsman, after the landlord’s own complaints procedure. The Local Government and Social Care "
        "Ombudsman looks at homelessness, temporary accommodation, housing applications and adaptations. If one of "
        "those is part of the problem, ask me about that.",
    ),
    DeclineReason.WALES: Door(
        "Councils in Wales have their own ombudsman",
        "Complaints about councils in Wales go to the Public Services Ombudsman for Wales. The decisions held here are "
        "about England and do not bind in Wales.",
    ),
    DeclineReason.SCOTLAND: Door(
        "Councils in Scotland have their own ombudsman",
        "Complaints about councils in Scotland go to the Scottish Public Services Ombudsman. The decisions held here "
        "are about England and do not bind in Scotland.",
    ),
    DeclineReason.NORTHERN_IRELAND: Door(
        "Public bodies in Northern Ireland have their own ombudsman",
        "Complaints about councils and other public bodies in Northern Ireland go to the Northern Ireland Public "
        "Services Ombudsman. The decisions held here are about England.",
    ),
    DeclineReason.HEALTH_OMBUDSMAN: Door(
        "Complaints about NHS treatment go elsewhere",
        "A complaint about the NHS alone is for the Parliamentary and Health Service Ombudsman, after the NHS body’s "
        "own complaints procedure. If a council’s care or assessment was part of it, ask me about that part.",
    ),
    DeclineReason.LEGAL_ADVICE: Door(
        "Claims and damages are for a legal adviser",
        "I cannot advise on suing a council or say what a court would award. A solicitor, a law centre or Citizens "
        "Advice can. Going to court can stop the Ombudsman from looking at the same matter, so take advice first. "
        "What the Ombudsman has agreed in comparable complaints is a different thing, and I can show that.",
        offers_comparables=True,
    ),
    DeclineReason.PREDICTION: Door(
        "I cannot say how a complaint will end",
        "Each complaint is decided on its own facts, and I do not predict. I can show comparable decisions, those "
        "that were upheld and those that were not.",
        offers_comparables=True,
    ),
    DeclineReason.IDENTIFICATION: Door(
        "Decisions do not name people, and neither do I",
        "Published decisions leave out the names of complainants, children and officers. I do not try to identify "
        "anyone. I can tell you what a decision says about what happened and what was agreed.",
        offers_comparables=True,
    ),
    DeclineReason.EMPLOYMENT: Door(
        "Employment matters are not for this ombudsman",
        "The Local Government and Social Care Ombudsman does not look at a council’s dealings with its own staff. "
        "Acas, a trade union or Citizens Advice can help.",
    ),
    DeclineReason.PRIVATE_COMPANY: Door(
        "This is not about a council or a care provider",
        "The casebook holds decisions about councils, care providers and some other public bodies in England. Banks, "
        "energy and telephone companies, shops and universities have other routes; Citizens Advice can say which.",
    ),
    DeclineReason.GOVERNMENT_BENEFITS: Door(
        "This is about a government department, not a council",
        "Universal Credit, Personal Independence Payment, tax credits and the like are run by government departments, "
        "with appeals to a tribunal. Citizens Advice can help. Housing benefit, council tax support and other things "
        "a council decides are covered here.",
    ),
    DeclineReason.POLICE: Door(
        "Complaints about the police go elsewhere",
        "Complaints about the police go to the police force first; the Independent Office for Police Conduct says how. "
        "If a council’s part in what happened is the problem, ask me about that.",
    ),
    DeclineReason.OTHER_SUBJECT: Door(
        "That is not something these decisions can answer",
        "The casebook holds decisions on complaints about councils and social care providers in England. Ask what went "
        "wrong, for example “missed bin collections” or “education plan months late”.",
    ),
    DeclineReason.HOW_TO_COMPLAIN: Door(
        "Complain to the council first, then to the Ombudsman",
        "Give the council or care provider a chance to answer through its own complaints procedure. If you are still "
        "unhappy, or get no answer, the Local Government and Social Care Ombudsman takes complaints free of charge, "
        "usually within a year of knowing about the problem; its own website says how, and what it can look at. "
        "I can show what it decided before: tell me what went wrong.",
    ),
    DeclineReason.MEANING_OF_A_TERM: Door(
        "I hold decisions, not a glossary",
        "In short: fault is something a council or care provider did wrong, and injustice is the harm that came of it. "
        "Upheld means that fault was found or accepted, and not upheld that none was; a complaint closed after initial "
        "enquiries was not investigated. The Ombudsman’s own website explains its words in full. Ask about one problem "
        "and I will show how it was decided.",
    ),
    DeclineReason.NOTHING_TO_SEARCH: Door(
        "Tell me what went wrong",
        "I need a few words about the problem to find comparable decisions: for example “what remedy is typical when "
        "school transport is refused”, “has Lancashire been found at fault over care plans”, or a case reference.",
    ),
    DeclineReason.NEEDS_THE_EARLIER_QUESTION: Door(
        "I do not know which case or subject you mean",
        "This reads as a question about an earlier answer, and I do not have that answer here. Name the subject or the "
        "case reference and ask again.",
    ),
    # ------------------------------------------------------------------ small talk, and questions about Redress itself
    DeclineReason.GREETING: Door(
        "Hello",
        "Tell me what went wrong and what you want to know, for example “carers missed visits, what was "
        "refunded?”, and "
        "I will look for comparable decisions.",
    ),
    DeclineReason.THANKS: Door(
        "You are welcome",
        "Ask on whenever you like. Before you send anything, open each decision you rely on by its link.",
    ),
    DeclineReason.WHAT_IT_CAN_DO: Door(
        "I find what the Ombudsman decided in comparable complaints",
        "I am a program, not the Ombudsman and not a lawyer. Tell me what went wrong, and I show the decisions "
        "nearest to "
        "it, what was paid, those that were lost too, and the passage behind each statement. You can also ask about a "
        "council’s record, one decision by its reference, a comparison, change over the years, the reasons for a sum, "
        "what changes for everybody, words for a letter, or what a term means. I do not say how a complaint will end, "
        "give legal advice, or answer for other ombudsmen.",
    ),
    DeclineReason.HOW_MANY_HELD: Door(
        "What I hold is a part of what is published",
        "The Ombudsman has published many more decisions than are held here, so that nothing found here does not mean "
        "that there is nothing.",
    ),
    DeclineReason.HOW_NEW_HELD: Door(
        "I know nothing newer than what was loaded",
        "Decisions published since then are not held until somebody adds them; the Ombudsman’s website has them.",
    ),
    DeclineReason.WHERE_FROM: Door(
        "Everything comes from published decisions of the Ombudsman",
        "The Local Government and Social Care Ombudsman publishes its decisions on its website. Some are held here in "
        "full text, others as short digests that we wrote from the published summary; each answer says which, "
        "and links "
        "to the decision. The words that explain a term come from the Ombudsman’s and other public pages, which are "
        "named. Nothing comes from anywhere else.",
    ),
    DeclineReason.WHAT_IS_KEPT: Door(
        "Your question is not written down",
        "It is answered in the memory of the computer that runs Redress, and forgotten when you start a new "
        "conversation "
        "or the program ends. It leaves that computer only where whoever runs it has set up a chat model; the foot of "
        "the page then says where it goes. A word on an answer (“Was this useful?”) is saved when you send it, "
        "with your "
        "question only if you agree. Still, leave names and other details out: they are not needed.",
    ),
    DeclineReason.CAN_IT_BE_TRUSTED: Door(
        "Check what matters: each statement shows where it comes from",
        "Every figure, quotation and reference is compared with the decisions held before it is shown, and what "
        "does not "
        "hold is left out. That a case is like yours is for you to judge, and my reading of a decision can be "
        "incomplete. Decisions bind nobody, and nothing here is legal advice. Open a decision before you rely on it.",
    ),
}
"""The wording for each reason; every reason has one."""
