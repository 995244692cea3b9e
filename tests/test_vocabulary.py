"""The field's words: what is said, how decisions write it, and what only asks."""

import doctest
import json
from pathlib import Path

import pytest

import assistant.vocabulary
from assistant.vocabulary import (
    content_words,
    expand,
    favoured_subcategories,
    finding_of_every_service,
    in_decision_words,
    named_services,
    strip_kind_words,
    word_stem,
)
from assistant.vocabulary.favoured import FAVOURED
from assistant.vocabulary.terms import TERMS

_STARTER = Path(assistant.vocabulary.__file__).parents[1] / "starter"


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("his EHCP is late", "EHC plan"),
        ("no ed psychs", "educational psychologist"),
        ("S19 duty", "alternative provision"),
        ("SaLT never came", "speech and language therapy"),
        ("waiting for an OT", "occupational therapist"),
        ("wet room under a DFG", "disabled facilities grant"),
        ("my SGO money", "special guardianship allowance"),
        ("stuck in B&B", "bed and breakfast"),
        ("the state of our TA", "temporary accommodation"),
        ("Marston turned up", "enforcement agents"),
        ("an s47 was opened", "section 47 investigation"),
        ("s.20", "looked after child"),
        ("report for the ICPC", "child protection conference"),
        ("a PCN", "penalty charge notice"),
        ("clawing back HB", "housing benefit"),
        ("says it's DoA", "deliberate deprivation of assets"),
        ("the IRP hearing", "independent review panel"),
        ("community trigger", "antisocial behaviour case review"),
        ("the EHO never came", "environmental health"),
        ("an unredacted letter", "personal information disclosed"),
        ("stg 3 panel", "stage three panel"),
        ("she lost 2 stone", "weight loss"),
        ("next doors extension", "neighbour's extension"),
        ("paying taxis for a year", "transport costs"),
        ("my SAR", "subject access request"),
        ("tree roots cracked the patio", "root damage"),
        ("a cllr was rude on facebook", "councillor conduct"),
        ("they padlocked the gate on a bridleway", "public right of way"),
        ("never got a site notice before permission", "neighbours not notified of a planning application"),
        ("thumping music from the bar", "noise nuisance"),
        ("one email a month only", "contact restrictions"),
        ("a care leaver with no PA", "personal adviser"),
        ("signed off the loft by building control", "building control"),
        ("applied for a dropped curb", "dropped kerb"),
        ("a vehicle crossing over the pavement", "vehicle crossing application"),
        ("they told next door it was me", "confidentiality"),
        ("gave my name to the neighbour I complained about", "confidentiality"),
        ("now mum knows it was us who rang", "identity of referrer disclosed"),
    ],
)
def test_what_people_say_is_put_in_the_decisions_words(said: str, written: str) -> None:
    assert written in expand(said)


@pytest.mark.parametrize(
    ("said", "not_written"),
    [
        ("they refuse to answer", "refuse collection"),
        ("TA hours in the statement", "temporary accommodation"),
        ("send me a letter", "special educational needs"),
        ("£5k pa", "personal assistant"),
        ("he is apt to repeat", "alternative provision"),
        ("a bus pass", "belongings not protected"),
        ("refused by mistake", "data breach"),
        ("it is low priority", "housing priority band"),
        ("roots in our drains", "blocked highway gully"),
        ("a waiting list for a school place", "housing register application"),
        ("my PA and direct payments", "personal adviser"),
        ("the LA told my mum", "council"),
    ],
)
def test_a_word_that_means_something_else_is_left_alone(said: str, not_written: str) -> None:
    assert not_written not in expand(said)


def test_plain_words_have_no_expansions() -> None:
    assert expand("a plain complaint about a fence") == ()
    assert expand("") == ()


def test_a_long_way_of_saying_it_silences_the_short_one_inside() -> None:
    assert "bathroom adaptation" in expand("a level access shower")
    assert "EHC plan" not in expand("an EHC needs assessment")


def test_decision_words_take_the_place_of_what_was_said() -> None:
    assert in_decision_words("kid's DFG refused") == "child's disabled facilities grant refused"


def test_a_phrase_is_put_in_once_and_nothing_is_put_into_nothing() -> None:
    assert in_decision_words("damp, mould and cockroaches").count("damp and mould") == 1
    assert in_decision_words("") == ""


def test_curly_apostrophes_are_plain_ones() -> None:
    assert expand("next door\u2019s extension") == expand("next door's extension")


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("what remedy is typical for an unredacted address", "an unredacted address"),
        ("missed bins. comparables pls", "missed bins"),
        ("Is it fault if the plan is late?", "if the plan is late"),
        ("pothole damage, what do people get", "pothole damage"),
        ("his allowance was stopped. What would be fair?", "his allowance was stopped"),
        ("what would be fair access to parking", "what would be fair access to parking"),
        ("how do LGO see these", "how do LGO see these"),
    ],
)
def test_words_that_only_ask_are_no_topic(question: str, topic: str) -> None:
    assert strip_kind_words(question) == topic


def test_content_words_are_the_words_of_the_topic_each_once() -> None:
    assert content_words("Any decisions on a late plan? The LATE plan!") == ("late", "plan")
    assert content_words("what do people usually get?") == ()


def test_stems_join_the_forms_of_a_word_and_keep_others_apart() -> None:
    assert word_stem("disclosed") == word_stem("disclosing") == word_stem("disclosures".removesuffix("ures") + "e")
    assert word_stem("plan") != word_stem("plane")[:2]


def test_words_point_to_subcategories() -> None:
    assert ("Education", "School transport") in favoured_subcategories("school taxi refused")
    assert favoured_subcategories("something went wrong") == ()


# One noun, beside two words: where each of the two points, and where it must not.
ONE_NOUN = {
    "taxi: to school": ("his taxi to college was stopped", "School transport", "Licensing"),
    "taxi: SEN": ("no taxi for my SEN daughter", "School transport", "Licensing"),
    "taxi: badge": ("my taxi badge renewal is late", "Licensing", "School transport"),
    "taxi: rank": ("moved the taxi rank", "Licensing", "School transport"),
    "bus: to school": ("bus pass for school refused", "School transport", "Parking and other penalties"),
    "bus: lane": ("bus lane fine near the school", "Parking and other penalties", "School transport"),
    "escort: school": ("escort taken off the minibus to special school", "School transport", "Licensing"),
    "licence: house": ("landlord has no HMO licence", "Private housing", "Licensing"),
    "licence: pub": ("pub got a late licence, licensing never told us", "Licensing", "Private housing"),
    "band: house": ("wrong band on the housing list", "Allocations", "Council tax"),
    "band: tax": ("wrong council tax band", "Council tax", "Allocations"),
    "bid: house": ("could not bid for a flat", "Allocations", "Commercial and contracts"),
    "bid: contract": ("our bid in the tender was thrown out", "Commercial and contracts", "Allocations"),
    "TA: family": ("stuck in TA with the baby", "Homelessness", "Special educational needs"),
    "TA: school": ("his TA left the school and the EHCP is not met", "Special educational needs", "Homelessness"),
    "section 19: school": ("section 19 duty, no tutor", "Alternative provision", "Drainage"),
    "section 19: flood": ("section 19 report on the flood", "Drainage", "Alternative provision"),
    "salt: therapy": ("no SALT for a year", "Special educational needs", "Highway repair and maintenance"),
    "salt: road": ("highways left no salt on the roads", "Highway repair and maintenance", "Special educational needs"),
    "admission: school": ("admissions appeal lost", "School admissions", "Residential care"),
    "admission: care": ("care home admission without asking us", "Residential care", "School admissions"),
    "excluded: school": ("my son was excluded", "School exclusions", "Child protection"),
    "excluded: meeting": (
        "dad excluded from the child protection conference",
        "Child protection",
        "School exclusions",
    ),
    "top-up: home": ("top-up for the care home", "Charging", "Special educational needs"),
    "top-up: school": ("school top-up funding in the EHCP", "Special educational needs", "Charging"),
    "safeguarding: adult": ("safeguarding enquiry about mum", "Safeguarding", "Child protection"),
    "safeguarding: child": ("safeguarding referral about my son", "Child protection", "Safeguarding"),
    "bruises: home": ("bruises on dad in the nursing home", "Safeguarding", "Child protection"),
    "bruises: baby": ("a bruise on the baby", "Child protection", "Safeguarding"),
    "18: adult care": (
        "he turned 18 and lost his support",
        "Transition from childrens services",
        "Looked after children",
    ),
    "18: care leaver": (
        "care leaver turned 18 without a plan",
        "Looked after children",
        "Transition from childrens services",
    ),
    "bailiffs: tax": ("bailiffs for council tax", "Council tax", "Parking and other penalties"),
    "bailiffs: PCN": ("bailiffs came for a PCN", "Parking and other penalties", "Council tax"),
    "in care: child": ("when I was in care", "Looked after children", "Residential care"),
    "in care: home": ("mum in care home lost weight", "Residential care", "Looked after children"),
    "respite: child": ("respite for my disabled son", "Disabled children", "Residential care"),
    "respite: adult": ("respite for mum with dementia", "Assessment and care plan", "Disabled children"),
    "grandparents: carers": ("grandparents raising two kids", "Friends and family carers", "Noise"),
    "grandparents: grave": (
        "my grandparents' grave was moved",
        "Cemeteries and crematoria",
        "Friends and family carers",
    ),
    "music: pub": ("music from the pub at night", "Noise", "Other"),
    "smell: bins": ("the bins smell, not emptied", "Refuse and recycling", "Pollution"),
    "smell: factory": ("smell from the factory", "Pollution", "Refuse and recycling"),
    "branches: tree": ("branches over my roof", "Trees", "Leisure and culture"),
    "footpath: blocked": ("farmer blocked the footpath", "Rights of way", "Highway repair and maintenance"),
    "footpath: tripped": ("tripped on a broken footpath", "Highway repair and maintenance", "Rights of way"),
    "overlooked: home": ("the extension overlooks us", "Planning applications", "Noise"),
}


@pytest.mark.parametrize(("topic", "to", "not_to"), ONE_NOUN.values(), ids=ONE_NOUN.keys())
def test_a_noun_points_where_the_words_beside_it_do(topic: str, to: str, not_to: str) -> None:
    subcategories = {subcategory for _, subcategory in favoured_subcategories(topic)}
    assert to in subcategories
    assert not_to not in subcategories


NOWHERE = {
    "allocation of a school place": ("the allocation of places at the academy", "Allocations"),
    "evidence overlooked": ("they overlooked my evidence", "Planning applications"),
    "music lessons": ("music lessons cancelled", "Noise"),
    "smoke alarm": ("no smoke alarm fitted", "Pollution"),
    "tuition fees": ("university tuition fees", "Alternative provision"),
    "excluded from the library": ("I was excluded from the library", "School exclusions"),
    "driving licence": ("they wanted a driving licence for the blue badge", "Licensing"),
}


@pytest.mark.parametrize(("topic", "not_to"), NOWHERE.values(), ids=NOWHERE.keys())
def test_a_noun_that_another_word_takes_back_does_not_point(topic: str, not_to: str) -> None:
    assert not_to not in {subcategory for _, subcategory in favoured_subcategories(topic)}


def test_an_entry_of_the_table_is_taken_back_by_words_anywhere_in_the_topic() -> None:
    assert "housing priority band" in expand("put in the wrong band")
    assert "housing priority band" not in expand("wrong band, and the council tax went up")
    assert "taxi licence" in expand("a taxi driver lost his badge")
    assert "taxi licence" not in expand("the taxi driver left him at the wrong school")


def test_who_complained_was_told_and_what_was_complained_of_is_beside_it() -> None:
    told = "I complained about the noise and the officer told the neighbour it was me"
    assert "noise nuisance" not in expand(told)
    assert ("Environment and regulation", "Noise") not in favoured_subcategories(told)
    assert "noise nuisance" in expand("I told the officer about the noise")


def test_every_favoured_place_is_one_of_the_sites_own() -> None:
    held = {
        (line["category"], line["subcategory"])
        for file in ("decisions.jsonl", "more.jsonl")
        for line in map(json.loads, (_STARTER / file).read_text(encoding="utf-8").splitlines())
    }
    assert {place for pointer in FAVOURED for place in pointer.places} <= held


def test_who_it_was_is_said_in_decision_words_and_adds_nothing_to_the_search() -> None:
    assert expand("my mum and the kids") == ()
    assert in_decision_words("my mum and the kids") == "my mother and the child"


def test_a_service_with_a_name_of_its_own_is_named() -> None:
    assert named_services("DHP refused") == (("discretionary housing payment",),)
    assert named_services("late EHCP") == ()


def test_a_negated_word_and_its_root_speak_of_the_same() -> None:
    assert word_stem("unredacted") == word_stem("redact")
    assert word_stem("under") == "under"


def test_every_entry_has_phrases_and_none_matches_nothing() -> None:
    assert all(term.written and all(term.written) for term in TERMS)
    assert all(term.said.strip("|") == term.said for term in TERMS)


def test_the_examples_in_the_docstrings_hold() -> None:
    assert doctest.testmod(assistant.vocabulary).failed == 0


@pytest.mark.parametrize(
    ("topic", "named"),
    [
        ("they never call me back", "poor communication"),
        ("the duty social worker never rings back", "poor communication"),
        ("they won't return my phone calls", "poor communication"),
        ("they keep fobbing us off", "poor communication"),
        ("late complaints over 12 months", "complaint made too late"),
        ("never rings back about my blue badge", None),
        ("late complaint response", None),
        ("bins missed", None),
    ],
)
def test_a_finding_of_every_service_is_named_where_nothing_else_is_said(topic: str, named: str | None) -> None:
    assert finding_of_every_service(topic) == named
