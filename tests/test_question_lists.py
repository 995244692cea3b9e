"""Questions that ask for decisions and little else: no subject, an outcome beside a date, a category beside a body."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.domain import Filters, Outcome, QuestionKind
from tests.question_builders import ask, limits

KENT = ("Kent County Council",)

WITHOUT_SUBJECT: dict[str, tuple[str, dict[str, object]]] = {
    "whatever you have": ("decisions about Kent please, whatever you have", {"bodies": KENT}),
    "whatever there is": ("show me whatever there is for Kent", {"bodies": KENT}),
    "everything": ("everything on Kent", {"bodies": KENT}),
    "everything since": ("everything on Kent since 2022", {"bodies": KENT, "date_from": date(2022, 1, 1)}),
    "all of them": ("all of them from Kent", {"bodies": KENT}),
    "what have you got": ("what have you got on Kent?", {"bodies": KENT}),
    "all you've got": ("give me all you've got on Kent", {"bodies": KENT}),
    "anything at all": ("anything from Kent County Council at all", {"bodies": KENT}),
    "do you hold": ("what do you hold about Kent", {"bodies": KENT}),
    "anything published": ("Kent - anything published?", {"bodies": KENT}),
    "how many": ("how many cases are there about Kent", {"bodies": KENT}),
    "which do you hold": ("Which discontinued investigations do you hold?", {"outcomes": (Outcome.DISCONTINUED,)}),
    "which ones": ("which not upheld ones do you hold", {"outcomes": (Outcome.NOT_UPHELD,)}),
    "any closed ones": ("any closed ones at all?", {"outcomes": (Outcome.CLOSED,)}),
    "all the discontinued": ("all the discontinued ones", {"outcomes": (Outcome.DISCONTINUED,)}),
    "a sum": ("payments over £5,000, whatever you've got", {"amount_min_pence": 500_000}),
    "ones from a year": (
        "not upheld ones from 2022",
        {"outcomes": (Outcome.NOT_UPHELD,), "date_from": date(2022, 1, 1), "date_to": date(2022, 12, 31)},
    ),
    "a body and a year": ("Kent 2023", {"bodies": KENT, "date_from": date(2023, 1, 1), "date_to": date(2023, 12, 31)}),
    "everything upheld": (
        "show me everything upheld against Kent since 2024",
        {"bodies": KENT, "outcomes": (Outcome.UPHELD,), "date_from": date(2024, 1, 1)},
    ),
}


@pytest.mark.parametrize(("question", "expected"), WITHOUT_SUBJECT.values(), ids=WITHOUT_SUBJECT.keys())
def test_a_limit_without_a_subject_lists_all_that_pass(question: str, expected: dict[str, object]) -> None:
    query = ask(question)
    assert query.decline is None
    assert (query.topic, limits(query)) == ("", expected)


@pytest.mark.parametrize("question", ["whatever", "anything at all", "what have you got", "everything you hold"])
def test_neither_limit_nor_subject_is_nothing_to_search(question: str) -> None:
    query = ask(question)
    assert query.kind is QuestionKind.UNCLEAR
    assert query.topic == ""


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("everything on bins in Kent", "bins"),
        ("whatever you have on late reviews", "late reviews"),
        ("which decisions do you hold on noise", "noise"),
        ("investigations into abuse at Northmoor Council, anything published", "investigations into abuse"),
    ],
)
def test_words_of_asking_leave_a_subject_as_it_is(question: str, topic: str) -> None:
    assert topic in ask(question).topic


def test_only_those_without_an_earlier_question_still_asks_which() -> None:
    decline = ask("only the closed ones").decline
    assert decline is not None
    assert decline.reason == "needs_the_earlier_question"


OUTCOME_AND_DATE = {
    "closed in": ("noise complaints closed in 2025", Outcome.CLOSED, date(2025, 1, 1), date(2025, 12, 31)),
    "closed since a month": ("homelessness complaints closed since Jan 2024", Outcome.CLOSED, date(2024, 1, 1), None),
    "cases closed about": (
        "cases closed in 2021 about libraries",
        Outcome.CLOSED,
        date(2021, 1, 1),
        date(2021, 12, 31),
    ),
    "upheld since": ("noise complaints upheld since 2023", Outcome.UPHELD, date(2023, 1, 1), None),
    "upheld before": ("school transport upheld before 2021", Outcome.UPHELD, None, date(2020, 12, 31)),
    "upheld last year": ("highways complaints upheld last year", Outcome.UPHELD, date(2025, 1, 1), date(2025, 12, 31)),
    "not upheld in": ("blue badge cases not upheld in 2024", Outcome.NOT_UPHELD, date(2024, 1, 1), date(2024, 12, 31)),
    "discontinued in": ("discontinued in 2020", Outcome.DISCONTINUED, date(2020, 1, 1), date(2020, 12, 31)),
}


@pytest.mark.parametrize(
    ("question", "outcome", "first", "last"), OUTCOME_AND_DATE.values(), ids=OUTCOME_AND_DATE.keys()
)
def test_an_outcome_beside_a_date_limits_by_both(
    question: str, outcome: Outcome, first: date | None, last: date | None
) -> None:
    filters = ask(question).filters
    assert filters.outcomes == (outcome,)
    assert filters.date_from == first
    assert filters.date_to == last


STORIES = (
    "my complaint was closed in 2025, what can I do about the bins",
    "the council upheld my stage 1 in 2023 but paid nothing for the late EHCP",
    "library closed in 2021, was there consultation fault",
    "appeal upheld in 2023 but still no school place",
    "they closed my case in 2024 without a social worker",
)


@pytest.mark.parametrize("question", STORIES)
def test_what_was_closed_or_upheld_in_a_story_limits_nothing(question: str) -> None:
    assert ask(question).filters == Filters()


CATEGORIES = {
    "children's stuff": ("Kent council childrens stuff - anything published?", "Children's care services"),
    "children's cases": ("Kent children's cases, not upheld", "Children's care services"),
    "kids ones": ("Kent kids ones", "Children's care services"),
    "adult care ones": ("Kent adult care ones", "Adult care services"),
    "adults stuff": ("Kent adults stuff since 2022", "Adult care services"),
    "housing cases": ("Kent housing cases", "Housing"),
    "planning stuff": ("Kent planning stuff, any previous", "Planning"),
    "education cases": ("Kent education cases upheld", "Education"),
}


@pytest.mark.parametrize(("question", "category"), CATEGORIES.values(), ids=CATEGORIES.keys())
def test_a_category_of_a_bodys_cases_is_a_limit(question: str, category: str) -> None:
    filters = ask(question).filters
    assert (filters.bodies, filters.categories) == (KENT, (category,))


@pytest.mark.parametrize(
    "question",
    [
        "has Kent been done for adult social care delays",
        "any previous against Kent re housing applications",
        "Kent housing benefit overpayment cases",
        "Kent child care vouchers cases",
        "Kent refused my son education, what do people get",
    ],
)
def test_a_category_within_a_narrower_subject_is_no_limit(question: str) -> None:
    assert ask(question).filters.categories == ()


YEARS = {
    "body and subject": ("N Somerset EHCP 2023", 2023, 2023),
    "with please": ("Kent school transport 2024", 2024, 2024),
    "two years": ("Leeds bins 2021 and 2022", 2021, 2022),
    "a span": ("Kent EHCP transport 2022-2024", 2022, 2024),
    "cases": ("Kent homelessness cases 2022", 2022, 2022),
}


@pytest.mark.parametrize(("question", "first", "last"), YEARS.values(), ids=YEARS.keys())
def test_a_year_at_the_end_of_a_list_limits_the_cases(question: str, first: int, last: int) -> None:
    filters = ask(question).filters
    assert (filters.date_from, filters.date_to) == (date(first, 1, 1), date(last, 12, 31))
    assert str(first) not in ask(question).topic


@pytest.mark.parametrize(
    "question",
    [
        "my son had no school from 2022, Kent 2023",
        "bins missed 2023, what do people get",
        "Leeds Care Act 2014",
        "out of school in Kent since 2022",
        "assessment late, review due 2023",
    ],
)
def test_a_year_at_the_end_of_a_story_limits_nothing(question: str) -> None:
    filters = ask(question).filters
    assert (filters.date_from, filters.date_to) == (None, None)


@pytest.mark.parametrize("question", ["TA - what do they pay?", "B&B: is there anything for it?"])
def test_a_term_of_the_field_stands_by_itself_beside_a_pointing_word(question: str) -> None:
    query = ask(question)
    assert query.decline is None
    assert query.expansions
