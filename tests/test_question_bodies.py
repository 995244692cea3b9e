"""Bodies named in a question: those that limit the cases, those left out, those of the story."""

from __future__ import annotations

from datetime import date

import pytest

from tests.question_builders import ask

YEAR_2022 = date(2022, 1, 1)

BODIES_NAMED = {
    "a county by its short form": ("has Lancs been done for EHCPs before?", ["Lancashire County Council"]),
    "a county with CC": ("Suffolk CC - have they been caught out before", ["Suffolk County Council"]),
    "a city with CC": ("Leeds CC and missed bins, any previous?", ["Leeds City Council"]),
    "a county and not its city": ("Notts county - kinship carers, any previous?", ["Nottinghamshire County Council"]),
    "a city and not its county": ("Nottingham City and adoption allowance decisions", ["Nottingham City Council"]),
    "a bare city name that may be the county": (
        "what have you got on Leicester for SEN transport",
        ["Leicester City Council", "Leicestershire County Council"],
    ),
    "a city with the word council": ("has Leicester council been found at fault", ["Leicester City Council"]),
    "two joined by or": (
        "Sandwell or Dudley: assessment left out one parent's side",
        ["Sandwell Metropolitan Borough Council", "Dudley Metropolitan Borough Council"],
    ),
    "two where the second says county": (
        "did Stoke or Staffs county get pulled up over school taxis",
        ["Stoke-on-Trent City Council", "Staffordshire County Council"],
    ),
    "a London borough by its bare name": ("Lambeth - anything against them re TA", ["London Borough of Lambeth"]),
    "LB in front": ("any decisions on LB Southwark and disrepair", ["London Borough of Southwark"]),
    "the full name": (
        "cases against the London Borough of Tower Hamlets about homelessness",
        ["London Borough of Tower Hamlets"],
    ),
    "initials of a royal borough": (
        "RBWM - what's their record on school transport",
        ["Royal Borough of Windsor and Maidenhead"],
    ),
    "one body in two spellings": (
        "what has Kensington and Chelsea been criticised for on homelessness",
        ["Royal Borough of Kensington & Chelsea", "Royal Borough of Kensington and Chelsea"],
    ),
    "an ampersand for and": (
        "Brighton & Hove - how many times for EHCP delay",
        ["Brighton & Hove City Council", "Brighton and Hove City Council"],
    ),
    "two names of one city": (
        "Wolverhampton - any previous on blue badges",
        ["City of Wolverhampton Council", "Wolverhampton City Council"],
    ),
    "BCP": ("has BCP been found at fault for EHC delays", ["Bournemouth, Christchurch and Poole Council"]),
    "Poole alone": ("Poole council EHCP record?", ["Bournemouth, Christchurch and Poole Council"]),
    "BANES": ("any decisions against BANES on planning", ["Bath and North East Somerset Council"]),
    "slang for Birmingham": ("has brum been in trouble over B&B", ["Birmingham City Council"]),
    "possessive": ("Westminster council's track record on temporary accommodation", ["Westminster City Council"]),
    "an ordinary word beside council": (
        "Reading council + parking fines + bailiffs, whats their record",
        ["Reading Borough Council"],
    ),
    "an ordinary word behind against": ("anything against Bury for missed bins", ["Bury Metropolitan Borough Council"]),
    "an ordinary word at the start of a record question": (
        "Reading - any previous on blue badges?",
        ["Reading Borough Council"],
    ),
    "an ordinary word in a has-been question": (
        "has dudley been found at fault for leaving out dads",
        ["Dudley Metropolitan Borough Council"],
    ),
    "Hackney the council": ("has Hackney council lost housing files before", ["London Borough of Hackney"]),
    "Hull": ("Hull city council and potholes, any history?", ["Kingston Upon Hull City Council"]),
    "Newcastle without more": (
        "Newcastle council, any findings on bins",
        ["Newcastle upon Tyne City Council"],
    ),
    "Newcastle under Lyme": (
        "has Newcastle under Lyme been found at fault",
        ["Newcastle-under-Lyme Borough Council"],
    ),
    "Transport for London": ("TfL and penalty charges - their record?", ["Transport for London"]),
    "a care company": ("has Lotus Home Care been found at fault before", ["Lotus Home Care Limited"]),
    "a care company by its first word": (
        "anything against Barchester for care home fees",
        ["Barchester Healthcare Homes Limited"],
    ),
    "a fictional council that is held": ("Northmoor Council and bins, any previous?", ["Northmoor Council"]),
    "an old county with its successors": (
        "has Cumbria been found at fault over fostering",
        ["Cumbria County Council", "Cumberland Council", "Westmorland and Furness Council"],
    ),
    "the old county alone when named in full": (
        "decisions about Cumbria County Council and fostering",
        ["Cumbria County Council"],
    ),
    "Northants with its successors": (
        "northants - anything on child protection before",
        ["Northamptonshire County Council", "North Northamptonshire Council", "West Northamptonshire Council"],
    ),
    "one successor": ("West Northants - any decisions on SEN", ["West Northamptonshire Council"]),
    "county and unitary of one name": (
        "Somerset and school transport, any previous?",
        ["Somerset Council", "Somerset County Council"],
    ),
    "North Somerset is not Somerset": ("North Somerset - any record on bins?", ["North Somerset Council"]),
    "York with its city": ("City of York decisions on parking", ["City of York Council"]),
    "Durham": ("Durham council SGO cases", ["Durham County Council"]),
    "MK": ("Milton Keynes and foster carers, any history", ["Milton Keynes Council"]),
    "a misspelt name before council": ("has Birmingam council been found at fault", ["Birmingham City Council"]),
    "another misspelling": ("Hertforshire county council record on EHCPs", ["Hertfordshire County Council"]),
    "St Helens": ("St. Helens council - anything on SEN", ["St Helens Metropolitan Borough Council"]),
    "a wrong premise": ("the £700 in West Northants", ["West Northamptonshire Council"]),
    "what a council paid": ("what did Kent pay for late EHC plans", ["Kent County Council"]),
    "a short line of name and subject": ("Essex EHCP delays", ["Essex County Council"]),
    "Barking": ("has Barking and Dagenham council been pulled up", ["London Borough of Barking & Dagenham"]),
}


@pytest.mark.parametrize(("question", "names"), BODIES_NAMED.values(), ids=BODIES_NAMED.keys())
def test_a_body_that_is_asked_about_limits_the_cases(question: str, names: list[str]) -> None:
    assert sorted(ask(question).filters.bodies) == sorted(names)


ALSO_NAMED = {
    "three in a row": ("Lambeth, Southwark and Hackney council - TA disrepair, what have they paid", 3),
    "one and not its namesake": ("give me Leicestershire not Leicester city, EHCP transport", 1),
    "a council beside a word with its health body": ("Brighton SEND", 2),
    "a colon": ("Leeds City Council: trees", 1),
    "plus signs": ("Kent + SEN transport + upheld", 1),
    "the case of a council": ("Lancashire address leak case", 1),
    "what one paid": ("how much did Southwark pay for nine months in B&B", 1),
    "in trouble": ("whats Manchester like for homelessness complaints", 1),
}


@pytest.mark.parametrize(("question", "count"), ALSO_NAMED.values(), ids=ALSO_NAMED.keys())
def test_so_many_names_limit_the_cases(question: str, count: int) -> None:
    assert len(ask(question).filters.bodies) == count


def test_a_story_with_a_wish_for_cases_is_not_limited_to_the_askers_council() -> None:
    query = ask("Kent is saying my son is too old for transport. Any cases?")
    assert query.filters.bodies == ()


NO_BODY = {
    "reading as an activity": "my son's reading age is far behind and no tuition was given",
    "reading a report": "after reading the report she found her address in it",
    "in reading": "in reading the assessment we saw it was wrong",
    "bath": "needs a level access shower instead of a bath, what do people get",
    "bury": "could not bury my mother in the family plot, what remedy",
    "a person called Dudley": "Mr Dudley from the council told us to wait",
    "hackney carriage": "hackney carriage licence renewal delayed, what do drivers get",
    "a road": "missed bins on Birmingham Road for months",
    "a hospital": "discharged from Durham Hospital into a care home with no fees explained",
    "a care home in another county": "mum is in a care home in Essex and the fees were wrong, what do people get",
    "moved from a city": "we moved from Manchester and the new council delayed our EHCP",
    "the asker's own council in a general question": "Leeds council left my client's new address on a report. "
    "What do "
    "people "
    "usually get?",
    "a council that does something to us": "Kent county council refused transport for my son. Is that fault?",
    "telford the engineer is no body": "a telford style road surface is broken outside my house",
    "sutton as a surname": "Mrs Sutton at the school panel dodged my questions",
    "no council named": "the county council lost my file",
    "the same word as a verb": "they tried to bury the complaint at stage 1",
    "not only one": "EHCP delay awards, not just Lambeth",
    "Westminster the government": "Westminster changed the rules on top-ups, is the council bound",
}


@pytest.mark.parametrize("question", NO_BODY.values(), ids=NO_BODY.keys())
def test_a_name_that_is_no_body_asked_about_limits_nothing(question: str) -> None:
    assert ask(question).filters.bodies == ()


LEFT_OUT = {
    "leave out": ("families in B&B past 6 weeks, leave out brum", ["Birmingham City Council"]),
    "not": ("EHCP delay awards but not Lancashire", ["Lancashire County Council"]),
    "excluding": ("missed bin decisions excluding Leeds", ["Leeds City Council"]),
    "other than": ("homelessness cases other than Lambeth", ["London Borough of Lambeth"]),
    "apart from two": (
        "school transport decisions apart from Kent and Surrey",
        ["Kent County Council", "Surrey County Council"],
    ),
    "no … ones": ("B&B cases please, no Westminster ones", ["Westminster City Council"]),
    "without": ("potholes cases without Leeds", ["Leeds City Council"]),
    "anywhere but": ("care fees decisions, anything but Essex", ["Essex County Council"]),
    "aside": ("EHCP delay cases, Lancashire aside", ["Lancashire County Council"]),
}


@pytest.mark.parametrize(("question", "names"), LEFT_OUT.values(), ids=LEFT_OUT.keys())
def test_a_body_that_is_left_out_is_excluded_and_not_asked_for(question: str, names: list[str]) -> None:
    filters = ask(question).filters
    assert sorted(filters.bodies_not) == sorted(names)
    assert filters.bodies == ()


def test_a_council_that_is_not_held_limits_to_its_name_and_says_so() -> None:
    query = ask("has Solihull council been found at fault for EHCP delay?")
    assert query.filters.bodies == ("Solihull Council",)
    assert any("No decision about Solihull Council is held" in note for note in query.assumed)


def test_a_council_unknown_to_everybody_is_named_as_not_held() -> None:
    query = ask("has Eastvale Borough Council been found at fault over bins before?")
    assert query.filters.bodies == ("Eastvale Borough Council",)
    assert any("No decision about Eastvale Borough Council is held" in note for note in query.assumed)


def test_an_ambiguous_city_is_said_in_what_was_assumed() -> None:
    query = ask("what have you got on Leicester for SEN transport")
    assert any("city or the county" in note for note in query.assumed)


def test_the_askers_own_council_is_named_in_what_was_assumed() -> None:
    query = ask("Leeds council left my client's new address on a report. What do people usually get?")
    assert any("You name Leeds council" in note for note in query.assumed)
