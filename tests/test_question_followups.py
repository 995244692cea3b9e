"""A question read with the turns before it: what is carried over, what is replaced, what stands by itself."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.domain import Outcome, Payee, QuestionKind
from tests.question_builders import ask

ASSESSMENT = (
    "SW assessment misquoted mother and child, only got a sorry. what did others get",
    "In West Northamptonshire (21 017 938) the assessment misrepresented both their views; £350 in total was agreed.",
)
HOTELS = (
    "families kept in b&b past the 6 weeks - list pls",
    "Cases held include Birmingham 22 000 134 (£4,350), 23 012 862, 23 015 424, Ealing 18 015 375 and Camden 25 "
    "001 313.",
)
TAXIS = (
    "transport refused, mum in debt from taxis, any big ones",
    "Nottingham City (18 018 188): £5,500 on the boy's behalf, £1,000, £300 and two taxi refunds.",
)
BINS = (
    "assisted bin collections missed over & over, what do people get",
    "Usually an apology and about £150 to £350, for example 22 013 056 (£250 and £100) and 23 009 724 (£150).",
)
PLANS = (
    "EHCP five months late, what do councils pay",
    "Essex (25 005 719) agreed £1,400. Surrey (24 000 272) had offered £200. Suffolk (25 018 110) agreed £1,200.",
)

ABOUT_THE_CASE = {
    "that for the mum or the kid": ("and was that for the mum or the kid?", ASSESSMENT, ["21 017 938"]),
    "paid to the child": ("was it paid to the child?", ASSESSMENT, ["21 017 938"]),
    "why": ("why was that?", ASSESSMENT, ["21 017 938"]),
    "which council": ("which council was it?", ASSESSMENT, ["21 017 938"]),
    "when": ("when was that decided?", ASSESSMENT, ["21 017 938"]),
    "how they got to a sum": ("how'd they get to the 5,500?", TAXIS, ["18 018 188"]),
    "a sum with its sign": ("what was the £1,000 for", TAXIS, ["18 018 188"]),
    "a sum among several cases": ("how did they get to the £4,350?", HOTELS, ["22 000 134"]),
    "a sum in a later clause": ("and the £1,200, was that for the child?", PLANS, ["25 018 110"]),
    "a sum before other cases": ("what about the £1,400?", PLANS, ["25 005 719"]),
    "a sum in brackets behind its case": ("who got the £150?", BINS, ["23 009 724"]),
    "the first one": ("tell me more about the first one", PLANS, ["25 005 719"]),
    "the last one": ("what happened in the last one?", PLANS, ["25 018 110"]),
    "thousands with k": ("was the £1.4k for the kid or the parents", PLANS, ["25 005 719"]),
    "the child of the case": (
        "how late was the EHCP for the child?",
        PLANS,
        ["25 005 719", "24 000 272", "25 018 110"],
    ),
    "is it usual": ("so is £1,400 typical?", PLANS, ["25 005 719"]),
    "by its council": ("what happened in the Surrey one?", PLANS, ["24 000 272"]),
    "all of three": ("were they paid to the parents?", PLANS, ["25 005 719", "24 000 272", "25 018 110"]),
}


@pytest.mark.parametrize(("question", "turns", "references"), ABOUT_THE_CASE.values(), ids=ABOUT_THE_CASE.keys())
def test_a_question_about_that_is_about_the_case_of_the_last_answer(
    question: str, turns: tuple[str, str], references: list[str]
) -> None:
    query = ask(question, *turns)
    asks_for_reasons = question.startswith(("how'd they get", "how did they get"))
    assert query.kind is (QuestionKind.REASONS if asks_for_reasons else QuestionKind.SINGLE_CASE)
    assert [str(reference) for reference in query.references] == references
    assert any("last answer" in note for note in query.assumed)


CARRIED = {
    "where the carer lost": ("any where the carer lost?", ASSESSMENT, {"misquoted", "mother"}),
    "dates only": ("only the last three years", HOTELS, {"b&b", "families"}),
    "since": ("only the ones decided since jan 2024, and leave out brum", HOTELS, {"b&b", "weeks"}),
    "a plain year": ("since 2023?", PLANS, {"EHCP", "late"}),
    "not upheld": ("not upheld ones?", BINS, {"bin", "missed"}),
    "over a sum": ("any over £500?", BINS, {"bin", "missed"}),
    "private agency": (
        "same but where its a private agency",
        ("home care calls missed", "Havering 19 009 811."),
        {"calls", "agency"},
    ),
    "what if": ("ok what if its just ordinary bins, nobody disabled?", BINS, {"bin", "missed", "ordinary"}),
    "and with": ("and where the child had no school place as well?", PLANS, {"EHCP", "place"}),
    "and what if": ("and what if it was the school's fault?", PLANS, {"EHCP", "school's"}),
    "does it matter": ("does it matter that she was an adult?", BINS, {"bin", "adult"}),
    "a bigger one": ("any with a bigger payment?", BINS, {"bin", "missed"}),
    "another council": ("and in Surrey?", BINS, {"bin", "missed"}),
    "a further head": (
        "what about interest on the refund?",
        ("care home overcharged us", "Refunded."),
        {"home", "interest"},
    ),
    "why so low": ("why so low?", ("no pathway plan at 18", "Often £300 in all."), {"pathway", "plan"}),
    "if he": ("if he was in care would it be more?", ("EHCP five months late", "Often."), {"EHCP", "care"}),
    "for others": ("same for a care leaver", ("no housing advice", "Often £300."), {"advice", "leaver"}),
    "the ones that lost": ("and the ones that lost?", ("noise from a pub", "Ten cases."), {"noise", "pub"}),
    "before a year": ("ok and before 2020", ("noise from a pub", "Ten cases."), {"noise", "pub"}),
    "with an apology": ("show those with an apology only", ("noise from a pub", "Ten cases."), {"noise", "pub"}),
    "a fact more": ("it's a private agency", ("home care calls missed", "Often."), {"calls", "agency"}),
    "what about delay": ("what about if it was only 2 months?", PLANS, {"EHCP"}),
    "money": ("how much?", ("is a missed annual review fault", "Yes, often."), {"annual", "review"}),
}


@pytest.mark.parametrize(("question", "turns", "words"), CARRIED.values(), ids=CARRIED.keys())
def test_a_follow_up_carries_the_earlier_topic(question: str, turns: tuple[str, str], words: set[str]) -> None:
    query = ask(question, *turns)
    assert query.references == ()
    assert words <= set(query.topic.replace(",", " ").split())
    assert any("earlier question" in note for note in query.assumed)


def test_an_ordinary_variant_takes_the_special_word_out() -> None:
    query = ask("ok what if its just ordinary bins, nobody disabled?", *BINS)
    assert "assisted" not in query.topic
    assert "disabled" not in query.topic


def test_what_is_not_wanted_is_not_searched_for() -> None:
    query = ask("same but not thru the council", "home care bills wrong", "Havering 19 009 811.")
    assert "thru" not in query.topic


def test_a_follow_up_adds_and_excludes() -> None:
    query = ask("only the ones decided since jan 2024, and leave out brum", *HOTELS)
    assert query.filters.date_from == date(2024, 1, 1)
    assert query.filters.bodies_not == ("Birmingham City Council",)
    assert query.filters.bodies == ()
    assert query.kind is QuestionKind.LIST_CASES


def test_a_body_of_the_answer_is_no_limit() -> None:
    assert ask("any where the carer lost?", *PLANS).filters.bodies == ()


def test_limits_of_the_earlier_question_are_kept_and_said() -> None:
    query = ask("only not upheld ones", "has Lancashire been done for EHCPs since 2021?", "Six were upheld.")
    assert query.filters.bodies == ("Lancashire County Council",)
    assert query.filters.date_from == date(2021, 1, 1)
    assert query.filters.outcomes == (Outcome.NOT_UPHELD,)
    assert any("kept" in note for note in query.assumed)


def test_a_new_limit_replaces_the_old_one() -> None:
    query = ask("and before 2020?", "EHCP decisions since 2022", "There are nine.")
    assert (query.filters.date_from, query.filters.date_to) == (None, date(2019, 12, 31))


def test_another_council_replaces_the_first() -> None:
    query = ask("what about Surrey?", "has Lancashire been done for EHCPs before?", "Six times.")
    assert query.filters.bodies == ("Surrey County Council",)
    assert "EHCPs" in query.topic


def test_a_chain_of_follow_ups_keeps_the_first_subject() -> None:
    query = ask("only payments to the child", *ASSESSMENT, "only the last three years", "Two remain.")
    assert "misquoted" in query.topic
    assert query.filters.date_from == date(2023, 5, 19)
    assert query.filters.payees == (Payee.CHILD,)


def test_a_new_subject_there_keeps_the_council() -> None:
    query = ask("what about missed bins there?", "has Kent been done for EHCP delay before?", "Kent: 24 001 111.")
    assert query.filters.bodies == ("Kent County Council",)
    assert "EHCP" not in query.topic


def test_and_not_upheld_is_a_limit_on_the_earlier_subject() -> None:
    query = ask("and not upheld?", "has Kent been done for EHCP delay before?", "Kent: 24 001 111.")
    assert query.filters.outcomes == (Outcome.NOT_UPHELD,)
    assert query.filters.bodies == ("Kent County Council",)


STANDS_ALONE = {
    "a story that says too": "My neighbour's extension is too high and enforcement did nothing for 2 years. Any money?",
    "another subject": "What remedy is usual for missed bin collections?",
    "a history": "Has Leeds been found at fault over potholes before?",
    "a story": "Mum was in a care home and nobody told us about the top up, what do people get?",
    "what about another subject": "what about missed bins?",
    "and another subject": "and for planning enforcement delay, what do people get?",
    "a list": "list blue badge decisions since 2022",
    "short and new": "parking fine paid twice",
    "it is a flat, can they look at it": "It's a flat with a leaking gutter, can LGSCO look at it?",
    "they with a matter of its own": "they dug up my allotment without asking",
    "who with a matter of its own": "who pays for tree root damage?",
    "if with a matter of its own": "if a library is shut can they refuse?",
    "it means the council": "is the council at fault if it used its corporate procedure?",
    "can they do that, of its own matter": "my allotment was sold off, can they do that?",
    "why with a matter of its own": "why was my planning objection not in the report",
    "in a month": "in March they lost my file, what do people get",
    "is there": "is there a time limit for parking fines",
    "can they, of a new matter": "can they charge for a beach hut without telling us",
    "them of its own": "council lost my photographs and won't find them",
    "since of a story": "since my mum died nobody explained the care bill",
    "did anyone": "did anyone win about a hedge",
    "a memorial": "what remedy for a lost memorial bench",
    "how it is treated": "how does the ombudsman treat late adoption allowance reviews",
    "a thing that never came": "the postal vote never came",
    "everything on a council": "everything on Kent",
    "all of them": "Kent cases, all of them",
    "is that fault": "memorial bench moved, is that fault",
    "a lawful matter": "our beach hut licence was ended, is that lawful?",
}


@pytest.mark.parametrize("question", STANDS_ALONE.values(), ids=STANDS_ALONE.keys())
def test_a_new_question_takes_nothing_from_earlier_turns(question: str) -> None:
    alone, after = ask(question), ask(question, *PLANS)
    assert (after.topic, after.filters, after.references, after.kind) == (
        alone.topic,
        alone.filters,
        alone.references,
        alone.kind,
    )


def test_a_new_matter_after_a_case_is_not_about_the_case() -> None:
    query = ask(
        "It's a flat with a leaking gutter, can LGSCO look at it?", "Summarise 21 017 938.", "Kent (21 017 938)."
    )
    assert query.references == ()
    assert "Summarise" not in query.topic


def test_a_question_about_the_summarised_case_is_about_it() -> None:
    query = ask("what did the council do wrong?", "Summarise 21 017 938.", "Kent (21 017 938): upheld.")
    assert [str(reference) for reference in query.references] == ["21 017 938"]


def test_a_reference_in_the_question_stands_alone() -> None:
    query = ask("and what does 21 017 938 say?", *PLANS)
    assert [str(reference) for reference in query.references] == ["21 017 938"]


def test_a_landlord_question_after_another_subject_is_still_declined() -> None:
    query = ask("and what about mould in my council flat?", *PLANS)
    assert query.decline is not None
    assert query.decline.reason == "housing_ombudsman"


def test_thanks_is_no_question_even_with_history() -> None:
    query = ask("thanks!", *PLANS)
    assert query.kind is QuestionKind.UNCLEAR


def test_personal_data_of_an_earlier_turn_is_not_searched_for() -> None:
    query = ask("only since 2022", "Mrs Bloggs lost her blue badge, ring 07700 900123", "Three cases.")
    assert "Bloggs" not in query.topic
    assert "07700" not in query.topic


def test_turns_of_unknown_roles_and_empty_turns_do_no_harm() -> None:
    assert ask("bins missed", "", "").topic == "bins missed"


@pytest.mark.parametrize(
    ("question", "outcomes"),
    [
        ("and how many of those lost?", (Outcome.NOT_UPHELD,)),
        ("how many of these cases failed?", (Outcome.NOT_UPHELD,)),
        ("did any of them lose?", (Outcome.NOT_UPHELD,)),
        ("which of them won?", (Outcome.UPHELD,)),
        ("how many of my bins have they lost?", ()),
        ("which of the files have they lost?", ()),
    ],
)
def test_a_count_of_those_that_won_or_lost_limits_the_outcome(question: str, outcomes: tuple[Outcome, ...]) -> None:
    query = ask(question, "any decisions against Birmingham about bins since 2023?", "Some are comparable.")
    assert query.filters.outcomes == outcomes
