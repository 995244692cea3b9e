"""Where a person at risk can turn at once: the words for each risk, and the public page that each rests on.

Said before any answer, in fixed words, so that nothing in a question or a decision can change them. The numbers are
those of the pages named, looked up in November 2026; ``tests/test_signposts.py`` holds that every number in a text is
in the table's list of numbers, each with its page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.domain import Risk


@dataclass(frozen=True)
class Signpost:
    """What is said, and the public pages that it rests on."""

    text: str
    sources: tuple[str, ...]


_EMERGENCY = "https://www.independentage.org/domestic-abuse-where-you-can-get-help"
SIGNPOSTS: dict[Risk, Signpost] = {
    Risk.ABUSE: Signpost(
        "If anyone is in danger now, call 999; if you cannot speak on a mobile, press 55 when told to. The National "
        "Domestic Abuse Helpline is free at any hour on 0808 2000 247.",
        (
            _EMERGENCY,
            "https://refuge.org.uk/news/refuge-response-to-home-secretary-announcement-of-support-for-domestic-abuse-victims",
        ),
    ),
    Risk.SELF_HARM: Signpost(
        "If a life is at risk now, call 999. Samaritans listen at any hour, free, on 116 123, and NHS 111 has a mental "
        "health option.",
        ("https://www.samaritans.org/how-we-can-help/contact-samaritan/", "https://111.nhs.uk/"),
    ),
    Risk.CHILD_IN_DANGER: Signpost(
        "If a child is in danger now, call 999. The council’s children’s social care team takes reports, and the "
        "NSPCC helpline is on 0808 800 5000.",
        (
            "https://eastcambs.gov.uk/content/report-child-abuse",
            "https://www.nspcc.org.uk/keeping-children-safe/reporting-abuse/report/",
        ),
    ),
    Risk.ADULT_IN_DANGER: Signpost(
        "If an adult is in danger now, call 999. The council’s adult safeguarding team takes reports of harm or "
        "neglect, at home or in a care home.",
        ("https://broughtonparishcouncil.gov.uk/community/broughton-parish-council-15294/adult-social-services",),
    ),
    Risk.HOMELESS_NOW: Signpost(
        "If there is nowhere safe to sleep tonight, ask the council’s homelessness team for emergency housing now: "
        "every council has a number for nights and weekends. Shelter can help where it refuses.",
        ("https://england.shelter.org.uk/housing_advice/homelessness/emergency_housing_from_the_council",),
    ),
    Risk.NO_FOOD: Signpost(
        "If there is no food or money for today, ask the council about crisis help, and Citizens Advice or a food bank "
        "for a food parcel. A free line for people in financial crisis is on 0808 208 2138.",
        ("https://www.trusselltrust.org/get-help-1/",),
    ),
}
"""Every risk has one."""


def signposts_for(risks: Sequence[Risk]) -> tuple[Signpost, ...]:
    """The signposts for these risks, each once and in order; none for none."""
    return tuple(SIGNPOSTS[risk] for risk in dict.fromkeys(risks))


def is_signpost(text: str) -> bool:
    """True for the very words of a signpost, which rest on its page and on no decision."""
    return any(text == signpost.text for signpost in SIGNPOSTS.values())
