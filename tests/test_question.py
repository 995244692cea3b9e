"""The door of the question stage: references, kinds, topic, terms, personal data, and bad input."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.domain import CasebookFacts, Query, QuestionKind, Turn
from assistant.errors import QuestionError
from assistant.question import understand
from tests.question_builders import FACTS, ask

REFERENCES = {
    "spaces": ("What does 21 017 938 say about the stage 3 panel?", ["21 017 938"]),
    "none": ("What does 21017938 say about the stage 3 panel?", ["21 017 938"]),
    "dashes and a letter": ("LGO ref 16-010-636C (lincoln hospital trust) - upheld or no?", ["16 010 636c"]),
    "a label": ("LGSCO 19 018 981 summary please", ["19 018 981"]),
    "in brackets": ("Lancashire (19018981) - why £300?", ["19 018 981"]),
    "two": ("compare 19 018 981 and 23 001 522", ["19 018 981", "23 001 522"]),
    "twice the same": ("19 018 981, is 19-018-981 upheld", ["19 018 981"]),
    "slashes": ("what about 19/018/981?", ["19 018 981"]),
    "not a telephone number": ("missed bins, the helpline is 0300 061 0614, what do people get", []),
    "not a sum": ("an invoice of £21017938 is silly", []),
    "not a longer number": ("case 210179381 at the council", []),
    "not a date": ("decided 12 03 2020 on bins", []),
}


@pytest.mark.parametrize(("question", "references"), REFERENCES.values(), ids=REFERENCES.keys())
def test_references_are_read_in_every_written_form(question: str, references: list[str]) -> None:
    assert [str(reference) for reference in ask(question).references] == references


def test_a_named_case_sets_no_other_limit() -> None:
    query = ask("LGO ref 16-010-636C (Lincolnshire hospital trust, Essex CC) since 2019 - upheld or not upheld?")
    assert query.kind is QuestionKind.SINGLE_CASE
    assert query.filters.is_empty


def test_cases_like_a_named_one_are_not_a_question_about_it() -> None:
    query = ask("any others like 19 018 981 since 2022?")
    assert query.kind is not QuestionKind.SINGLE_CASE
    assert [str(reference) for reference in query.references] == ["19 018 981"]
    assert query.filters.date_from is not None


K = QuestionKind
KINDS = {
    "what remedy is typical": ("what remedy is typical for an unredacted address", K.TYPICAL_REMEDY),
    "how much": ("How much for two terms out of school with no tuition?", K.TYPICAL_REMEDY),
    "any money": ("Stage 2 took 9 months. Fault? Any money?", K.TYPICAL_REMEDY),
    "a bare pound sign": ("C&F assessment full of wrong facts & they wont correct it. £?", K.TYPICAL_REMEDY),
    "proportionate offer": ("crew keep missing her bins. What would be a proportionate offer?", K.TYPICAL_REMEDY),
    "no question at all": ("son out of school for a year, council did nothing", K.TYPICAL_REMEDY),
    "comparables": ("client waited 3 yrs for a wet room. comparables pls", K.TYPICAL_REMEDY),
    "what do others get": ("nursing home lost mum's teeth, what have others had", K.TYPICAL_REMEDY),
    "going rate": ("whats the going rate per week in B&B", K.TYPICAL_REMEDY),
    "what they made councils do": (
        "they should of been looked after. What has the Ombudsman made councils do for others in my shoes?",
        K.TYPICAL_REMEDY,
    ),
    "sort of outcome": ("invoice for £21k after a year. What sort of outcome do the Ombudsman give", K.TYPICAL_REMEDY),
    "is it fault": ("Is it fault if the social worker changed seven times?", K.IS_IT_FAULT),
    "at fault": ("Is the council at fault if it used its corporate procedure?", K.IS_IT_FAULT),
    "fault or not": ("gulley blocked for yrs, water in the front door. fault or not?", K.IS_IT_FAULT),
    "is that wrong of them": ("blue badge refused on paper only. is that wrong of them", K.IS_IT_FAULT),
    "in the wrong": (
        "nobody assessed her at 17. Is the council in the wrong here and has anyone had a result?",
        K.IS_IT_FAULT,
    ),
    "may they": ("can they charge for respite without telling us?", K.IS_IT_FAULT),
    "fault and what is ordered": ("used the corporate process. is that fault & what do they order", K.IS_IT_FAULT),
    "how treated": ("How does the Ombudsman treat conflicting accounts when records are lost?", K.HOW_TREATED),
    "whats ombo say": ("order came in Jan, still no plan. whats ombo say", K.HOW_TREATED),
    "can they look": ("Can they look at what the social worker told the court?", K.HOW_TREATED),
    "too late": ("dad only found out last month. Too late for the ombudsman?", K.HOW_TREATED),
    "can we still complain": (
        "We appealed to SENDIST. Can we still complain about the year out of school?",
        K.HOW_TREATED,
    ),
    "do they ever": ("Do they ever ask for records to be deleted?", K.HOW_TREATED),
    "been done before": ("has lancs county council been done for EHCPs before?", K.BODY_HISTORY),
    "track record": ("Reading council + parking fines, whats their record", K.BODY_HISTORY),
    "any previous": ("Notts county and kinship carers - any previous?", K.BODY_HISTORY),
    "a body alone": ("Lambeth", K.BODY_HISTORY),
    "filtered by outcome": ("PEX / IRP cases, not upheld only please", K.LIST_CASES),
    "filtered by date": ("DFG stuff decided before 2020", K.LIST_CASES),
    "filtered by sum": ("any housing/homeless awards 3k+?", K.LIST_CASES),
    "list": ("families kept in b&b past the 6 weeks - list pls", K.LIST_CASES),
    "any decisions where": ("any decisions where the assessment left out a father", K.LIST_CASES),
    "a named case": ("What does 21 017 938 say about the panel?", K.SINGLE_CASE),
    "summarise": ("Summarise 19 018 981 for me", K.SINGLE_CASE),
    "is the council responsible": ("loft signed off and unsafe. is the council responsible at all", K.IS_IT_FAULT),
    "is the council liable": ("is the council liable for the tree roots", K.IS_IT_FAULT),
    "who is to blame": ("blocked gully, who is responsible, highways or the water company", K.IS_IT_FAULT),
    "can they, at the end": ("one email a month only since I complained. can they", K.IS_IT_FAULT),
    "can they do that": ("my respite was cut by half, can they do that?", K.IS_IT_FAULT),
    "are they allowed to": ("they stopped my direct payments, are they allowed to", K.IS_IT_FAULT),
    "fault or is it the ICO": ("they email my file to a stranger, fault or is it the ICO", K.IS_IT_FAULT),
    "is that lawful": ("school transport withdrawn mid term. is that lawful", K.IS_IT_FAULT),
    "is that right of them": ("nobody came out to the noise. is that right of them", K.IS_IT_FAULT),
    "is it even legal": ("charged for a bed he never slept in, is it even legal?", K.IS_IT_FAULT),
    "the right to": ("do they have the right to stop respite with a week's notice", K.IS_IT_FAULT),
    "broken the rules": ("nearest school refused us. have they broken the rules?", K.IS_IT_FAULT),
    "would normally order": ("adoption allowance cut, what would the ombo normally order", K.TYPICAL_REMEDY),
    "tell them to do": ("what would the ombudsman tell them to do about a late review", K.TYPICAL_REMEDY),
    "make them pay": ("what would LGSCO make them pay for lost respite", K.TYPICAL_REMEDY),
    "usually recommend": ("what will the ombudsman usually recommend for missed visits", K.TYPICAL_REMEDY),
    "likely to ask": ("what's the ombudsman likely to ask them to do about missed care", K.TYPICAL_REMEDY),
    "think, not order": ("what does the ombudsman think of week-long waits", K.HOW_TREATED),
    "what does it mean": ("what does stage 2 mean?", K.MEANING),
    "what is": ("what is alternative provision?", K.MEANING),
    "meant by": ("what is meant by time and trouble", K.MEANING),
    "define": ("define section 19", K.MEANING),
    "a question of meaning for oneself is none": (
        "what does it mean for my claim if the EHCP is late",
        K.TYPICAL_REMEDY,
    ),
}


@pytest.mark.parametrize(("question", "kind"), KINDS.values(), ids=KINDS.keys())
def test_the_kind_is_read_from_the_words_that_ask(question: str, kind: QuestionKind) -> None:
    assert ask(question).kind is kind


MEANINGS = {
    "what does it mean": ("what does pathway plan mean?", "pathway plan"),
    "in quotation marks": ("what does 'alternative provision' mean", "alternative provision"),
    "short form": ("what does DoLS stand for", "dols"),
    "difference": ("what is the difference between stage 2 and stage 3", "stage 2 and stage 3"),
}


@pytest.mark.parametrize(("question", "term"), MEANINGS.values(), ids=MEANINGS.keys())
def test_a_question_for_a_meaning_is_searched_by_its_term_alone(question: str, term: str) -> None:
    query = ask(question)
    assert (query.kind, query.topic) == (K.MEANING, term)
    assert query.filters.is_empty
    assert query.decline is None


TOPICS = {
    "a wish for a draft goes": (
        "Draft a paragraph for stage 2 citing similar decisions about late assessments.",
        "late assessments",
    ),
    "kind words go": ("what remedy is typical for an unredacted address", "an unredacted address"),
    "a greeting goes": ("Hi, hoping someone can help. bins missed for weeks", "bins missed for weeks"),
    "the body goes": ("has lancs county council been done for EHCPs before?", "EHCPs"),
    "two bodies go": ("did Stoke or Staffs county get pulled up over buses/taxis to school??", "buses/taxis to school"),
    "the date goes": ("homelessness decisions since 2024", "homelessness"),
    "the outcome goes": ("PEX / IRP cases, not upheld only please", "PEX / IRP"),
    "the sum goes": ("any housing/homeless awards 3k+?", "housing/homeless"),
    "what is to be ordered goes": (
        "adoption allowance cut, what would the ombo normally order",
        "adoption allowance cut",
    ),
    "a verdict at the end goes": ("one email a month only. can they", "one email a month only"),
    "responsibility goes": (
        "loft signed off and unsafe. is the council responsible at all",
        "loft signed off and unsafe",
    ),
    "TA is no thanks": ("TA full of damp, what do people get", "TA full of damp"),
    "a story stays whole": ("son out of school since 2022, no tuition", "son out of school since 2022, no tuition"),
    "a body of the story stays": ("moved from Leeds, EHCP lost on transfer", "moved from Leeds, EHCP lost on transfer"),
}


@pytest.mark.parametrize(("question", "topic"), TOPICS.values(), ids=TOPICS.keys())
def test_the_topic_is_what_remains_to_be_searched(question: str, topic: str) -> None:
    assert ask(question).topic == topic


def test_terms_and_subcategories_of_the_topic_are_added_for_search() -> None:
    query = ask("EHCP five months late")
    assert query.expansions
    assert ("Education", "Special educational needs") in query.favoured_subcategories
    assert "EHCP" in query.topic


# --------------------------------------------------------------------------- personal data

STRONG = {
    "e-mail": ("bins missed, mail me at jo.bloggs@example.org", "[e-mail address]", "example.org"),
    "mobile number": ("EHCP late, ring 07700 900123", "[phone number]", "900123"),
    "number with country code": ("call +44 7700 900123 about my blue badge", "[phone number]", "7700"),
    "landline": ("my number is (01632) 960 983, school transport refused", "[phone number]", "960"),
    "NI number": ("HB overpayment, NI QQ 12 34 56 C? it is AB123456C", "[National Insurance number]", "AB123456C"),
    "NHS number with its word": ("NHS no 999 123 4560, continuing care refused", "[NHS number]", "4560"),
    "NHS number by its check digit": ("son (943 476 5919) has no care plan", "[NHS number]", "5919"),
    "postcode": ("bins missed at SW1A 1AA for weeks", "[postcode]", "1AA"),
    "lower-case postcode": ("bins not collected m1 1ae", "[postcode]", "1ae"),
    "date of birth": ("my son, dob 3/4/2012, has no school", "[date of birth]", "2012"),
    "date of birth in words": ("born on 3rd April 2012 and still no EHCP", "[date of birth]", "April"),
    "street address": ("pothole outside 12 Acacia Avenue ignored", "[address]", "Acacia"),
    "street address in small letters": ("i live at 14 mill road and the bins are missed", "[address]", "mill"),
}


@pytest.mark.parametrize(("question", "mark", "secret"), STRONG.values(), ids=STRONG.keys())
def test_strong_identifiers_are_blanked_and_the_question_is_declined(question: str, mark: str, secret: str) -> None:
    query = ask(question)
    assert query.decline is not None
    assert query.decline.reason == "personal_data"
    assert query.redacted_question is not None
    assert mark in query.redacted_question
    assert secret not in query.redacted_question
    assert secret not in query.topic


NAMES = {
    "Mr and a surname": ("Mr Bloggs from planning ignored us", "Bloggs"),
    "Dr": ("Dr Patel's letter was ignored by the housing medical team", "Patel"),
    "first and last name": ("Mrs Jane Bloggs was left without care", "Bloggs"),
    "small letters": ("mr bloggs the social worker shared my file", "bloggs"),
    "my name is": ("my name is Jo Bloggs and my bins are missed", "Bloggs"),
    "councillor": ("Cllr Bloggs shared my complaint", "Bloggs"),
}


@pytest.mark.parametrize(("question", "name"), NAMES.values(), ids=NAMES.keys())
def test_names_are_blanked_and_the_question_is_answered(question: str, name: str) -> None:
    query = ask(question)
    assert query.decline is None
    assert query.redacted_question is not None
    assert name not in query.redacted_question
    assert name not in query.topic
    assert any("Names were blanked" in note for note in query.assumed)


NOT_PERSONAL = {
    "Mr X": "Mr X was left out of the assessment, as in the decision about Miss Y's child",
    "section 20 and an ordinal": "accommodated under s20 1st March, no assessment",
    "section 47 and years": "s47 2yr ago and no minutes",
    "a reference": "what does 19 018 981 say",
    "a sum": "an invoice for £21,017.93",
    "half a postcode": "bins missed all over LS6",
    "a role": "the social worker and the team manager ignored us",
    "a county": "Hampshire social services ignored us",
    "times on a road": "3 potholes in my road reported 4 times",
    "a speed limit": "20 mph road signs missing on our street",
    "miss as a verb": "crews Miss my bin every week",
    "Dr in small letters": "the dr said he needs care",
    "a long number": "10000000 complaints and nobody answers",
}


@pytest.mark.parametrize("question", NOT_PERSONAL.values(), ids=NOT_PERSONAL.keys())
def test_what_is_no_personal_data_stays(question: str) -> None:
    query = ask(question)
    assert query.redacted_question is None
    assert query.decline is None or query.decline.reason != "personal_data"


# --------------------------------------------------------------------------- bad input and invariants


@pytest.mark.parametrize("question", ["", "   ", "\n\t", "\u00a0"])
def test_an_empty_question_is_refused_with_advice(question: str) -> None:
    with pytest.raises(QuestionError, match="empty"):
        understand(question, [], FACTS)


def test_a_question_over_the_limit_is_refused_and_told_the_limit() -> None:
    with pytest.raises(QuestionError, match=r"20,000 characters; at most 8,000"):
        understand("a" * 20_000, [], FACTS)
    with pytest.raises(QuestionError, match=r"at most 100"):
        understand("a" * 101, [], FACTS, question_limit=100)


def test_an_empty_casebook_breaks_nothing() -> None:
    query = ask("has Lancashire been done for EHCPs in the last three years?", facts=CasebookFacts())
    assert query.filters.bodies == ("Lancashire County Council",)
    assert query.filters.date_from is None


def test_markup_is_only_words() -> None:
    assert "<b>" in ask("<b>bins</b> missed *all* year").question


_FIELD_WORDS = (
    "council not upheld since 2022 £500 a grand or more only the last three years Leeds and Reading mr smith 19 "
    "018 981 "
    "EHCP bins what do people get before 2020 between 2021 and 2023 leave out brum was that for mum the first "
    "one over "
    "£1,000 closed ones where parent lost mould flat Cardiff sue in 31 feb 2021 2023/24 jan ' & / - ? . , £ %"
)
_WORDS = st.sampled_from(_FIELD_WORDS.split())


@given(st.lists(_WORDS, min_size=1, max_size=40).map(" ".join), st.lists(_WORDS, max_size=15).map(" ".join))
@settings(max_examples=150, deadline=None)
def test_any_mixture_of_the_fields_words_is_understood(question: str, earlier: str) -> None:
    history = [Turn("user", earlier), Turn("assistant", f"{earlier} (19 018 981): £300.")]
    query = understand(question, history, FACTS)
    _check(query)
    assert query == understand(question, history, FACTS)


@given(st.text(min_size=1, max_size=400), st.text(max_size=100))
@settings(max_examples=150, deadline=None)
def test_any_text_at_all_gives_a_query_or_a_question_error(question: str, earlier: str) -> None:
    try:
        query = understand(question, [Turn("user", earlier), Turn("assistant", earlier)], FACTS)
    except QuestionError:
        assert not question.strip()
    else:
        _check(query)


def _check(query: Query) -> None:
    """What holds for every query."""
    filters = query.filters
    if filters.date_from and filters.date_to:
        assert filters.date_from <= filters.date_to
    assert not set(filters.bodies) & set(filters.bodies_not)
    assert all(note.strip() for note in query.assumed)
    assert (query.kind in (K.OUT_OF_SCOPE, K.UNCLEAR)) == (query.decline is not None)
    assert not re.search(r"\[(?:name|postcode)\]", query.topic)


@pytest.mark.parametrize(
    "text",
    [
        "the council ",
        "£1,000 or more ",
        "last 2 years ",
        "January 2020 and ",
        "a",
        "1",
        "mr smith ",
        "not ",
        "any ",
        "(",
        "what is ",
        "can you ",
        "!? ",
        "vs ",
        "are payments ",
    ],
)
def test_no_repetition_makes_understanding_slow(text: str) -> None:
    question = (text * 8000)[:8000]
    ask(question)
    started = time.perf_counter()
    ask(question)
    assert time.perf_counter() - started < 1.0
