"""What the tests of the question stage share: facts of a casebook, and a question asked of it in one line."""

from __future__ import annotations

from datetime import date

from assistant.domain import CasebookFacts, Query, Turn
from assistant.question import understand

BODIES = (
    "Barchester Healthcare Homes Limited",
    "Barnsley Metropolitan Borough Council",
    "Bath and North East Somerset Council",
    "Birmingham City Council",
    "Bournemouth, Christchurch and Poole Council",
    "Brighton & Hove City Council",
    "Brighton and Hove City Council",
    "Buckinghamshire Council",
    "Buckinghamshire County Council",
    "Bury Metropolitan Borough Council",
    "City of Wolverhampton Council",
    "City of York Council",
    "Cumberland Council",
    "Cumbria County Council",
    "Dudley Metropolitan Borough Council",
    "Durham County Council",
    "Essex County Council",
    "Hampshire County Council",
    "Hertfordshire County Council",
    "Kent County Council",
    "Kingston Upon Hull City Council",
    "Lancashire County Council",
    "Lancaster City Council",
    "Leeds City Council",
    "Leicester City Council",
    "Leicestershire County Council",
    "London Borough of Barking & Dagenham",
    "London Borough of Hackney",
    "London Borough of Hammersmith & Fulham",
    "London Borough of Lambeth",
    "London Borough of Southwark",
    "London Borough of Sutton",
    "London Borough of Tower Hamlets",
    "Lotus Home Care Limited",
    "Manchester City Council",
    "Milton Keynes Council",
    "Newcastle upon Tyne City Council",
    "Newcastle-under-Lyme Borough Council",
    "North Northamptonshire Council",
    "North Somerset Council",
    "Northamptonshire County Council",
    "Northmoor Council",
    "Nottingham City Council",
    "Nottinghamshire County Council",
    "Reading Borough Council",
    "Royal Borough of Kensington & Chelsea",
    "Royal Borough of Kensington and Chelsea",
    "Royal Borough of Windsor and Maidenhead",
    "Sandwell Metropolitan Borough Council",
    "Somerset Council",
    "Somerset County Council",
    "St Helens Metropolitan Borough Council",
    "Staffordshire County Council",
    "Stoke-on-Trent City Council",
    "Suffolk County Council",
    "Surrey County Council",
    "Tameside Metropolitan Borough Council",
    "Telford & Wrekin Council",
    "Transport for London",
    "United Lincolnshire Hospitals NHS Trust",
    "West Northamptonshire Council",
    "West Suffolk Council",
    "Westminster City Council",
    "Westmorland and Furness Council",
    "Wolverhampton City Council",
)
SUBCATEGORIES = (
    ("Adult care services", "Charging"),
    ("Adult care services", "Direct payments"),
    ("Adult care services", "Disabled facilities grants"),
    ("Adult care services", "Transport"),
    ("Benefits and tax", "Council tax"),
    ("Benefits and tax", "Housing benefit and council tax benefit"),
    ("Children's care services", "Child protection"),
    ("Children's care services", "Fostering"),
    ("Education", "School exclusions"),
    ("Education", "School transport"),
    ("Education", "Special educational needs"),
    ("Environment and regulation", "Noise"),
    ("Environment and regulation", "Refuse and recycling"),
    ("Housing", "Allocations"),
    ("Housing", "Homelessness"),
    ("Planning", "Enforcement"),
    ("Transport and highways", "Parking and other penalties"),
)
FACTS = CasebookFacts(
    decisions=628,
    newest=date(2026, 5, 19),
    oldest=date(2015, 3, 31),
    bodies=BODIES,
    subcategories=SUBCATEGORIES,
)


def ask(question: str, *turns: str, facts: CasebookFacts = FACTS, without: tuple[str, ...] = ()) -> Query:
    """Understand a question after earlier turns, given as user, assistant, user and so on."""
    roles = ("user", "assistant")
    history = [Turn(roles[index % 2], content) for index, content in enumerate(turns)]
    return understand(question, history, facts, without=without)


def limits(query: Query) -> dict[str, object]:
    """The limits that a query sets, by name; what is not limited is left out."""
    return {name: value for name, value in vars(query.filters).items() if value not in ((), None)}
