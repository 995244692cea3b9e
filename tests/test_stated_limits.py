"""Limits written into fields: what is read, and what is said of a field that cannot be read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest

from assistant.domain import Basis, Filters, Outcome, RemedyKind
from assistant.question import StatedLimits, read_limits
from tests.question_builders import FACTS


@dataclass(frozen=True)
class Read:
    """What stands in the fields, and the filters that it sets."""

    name: str
    stated: dict[str, Any]
    filters: dict[str, Any]


READ = (
    Read("nothing", {}, {}),
    Read("only spaces", {"bodies": ("  ",), "first": " ", "least": " "}, {}),
    Read("a full name", {"bodies": ("Kent County Council",)}, {"bodies": ("Kent County Council",)}),
    Read("a full name in small letters", {"bodies": (" kent county  council ",)}, {"bodies": ("Kent County Council",)}),
    Read("a short name", {"bodies": ("kent",)}, {"bodies": ("Kent County Council",)}),
    Read("a nickname", {"bodies": ("brum",)}, {"bodies": ("Birmingham City Council",)}),
    Read("a name that is a word", {"bodies": ("reading",)}, {"bodies": ("Reading Borough Council",)}),
    Read("a name misspelt", {"bodies": ("Lancashre",)}, {"bodies": ("Lancashire County Council",)}),
    Read("a care provider", {"bodies": ("lotus home care limited",)}, {"bodies": ("Lotus Home Care Limited",)}),
    Read(
        "a city and its county",
        {"bodies": ("Nottingham",)},
        {"bodies": ("Nottingham City Council", "Nottinghamshire County Council")},
    ),
    Read(
        "two bodies",
        {"bodies": ("Leeds", "Kent")},
        {"bodies": ("Leeds City Council", "Kent County Council")},
    ),
    Read("a category", {"category": "Housing"}, {"categories": ("Housing",)}),
    Read(
        "a category in small letters",
        {"category": "children’s care services"},
        {"categories": ("Children's care services",)},
    ),
    Read("a subcategory", {"category": "Homelessness"}, {"subcategories": ("Homelessness",)}),
    Read("a nickname of a subcategory", {"category": "sen"}, {"subcategories": ("Special educational needs",)}),
    Read("an outcome", {"outcome": "not upheld"}, {"outcomes": (Outcome.NOT_UPHELD,)}),
    Read("an outcome with a dash", {"outcome": "Not-Upheld"}, {"outcomes": (Outcome.NOT_UPHELD,)}),
    Read("an outcome in full", {"outcome": "Closed after initial enquiries"}, {"outcomes": (Outcome.CLOSED,)}),
    Read("years", {"first": "2021", "last": "2021"}, {"date_from": date(2021, 1, 1), "date_to": date(2021, 12, 31)}),
    Read(
        "months", {"first": "2024-02", "last": "2024-02"}, {"date_from": date(2024, 2, 1), "date_to": date(2024, 2, 29)}
    ),
    Read(
        "days",
        {"first": "2021-03-15", "last": "31/12/2021"},
        {"date_from": date(2021, 3, 15), "date_to": date(2021, 12, 31)},
    ),
    Read("sums", {"least": "£500", "most": "1,250.50"}, {"amount_min_pence": 50_000, "amount_max_pence": 125_050}),
    Read("a sum in thousands", {"least": "2k"}, {"amount_min_pence": 200_000}),
    Read("a sum of nothing", {"least": "0"}, {"amount_min_pence": 0}),
    Read("a kind of remedy", {"remedy": "improvement"}, {"remedy_kinds": (RemedyKind.SERVICE_IMPROVEMENT,)}),
    Read("a kind of remedy in full", {"remedy": "Refund or write-off"}, {"remedy_kinds": (RemedyKind.REFUND,)}),
    Read("full text only", {"full_text_only": True}, {"bases": (Basis.FULL_TEXT,)}),
)


@pytest.mark.parametrize("case", READ, ids=lambda case: case.name)
def test_fields_are_read_as_people_fill_them(case: Read) -> None:
    read = read_limits(StatedLimits(**case.stated), FACTS)
    assert read.filters == Filters(**case.filters)
    assert read.problems == ()


@dataclass(frozen=True)
class Refused:
    """What stands in the fields, the field with the problem, and words of what is said."""

    stated: dict[str, Any]
    field: str
    says: str


REFUSED = (
    Refused({"bodies": ("Eastvale",)}, "body", "No decision about “Eastvale” is held."),
    Refused({"bodies": ("Barchestr Healthcare",)}, "body", "Nearest names held: Barchester Healthcare Homes Limited"),
    Refused({"bodies": ("x" * 100_000,)}, "body", "…” is held. No name held is like it."),
    Refused({"category": "space travel"}, "category", "There is no category “space travel”. Held are Adult care"),
    Refused({"outcome": "won"}, "outcome", "not one of upheld, not upheld, closed or discontinued"),
    Refused({"remedy": "a cake"}, "remedy", "not one of payment, refund"),
    Refused({"first": "last week"}, "from", "Write a year such as 2021"),
    Refused({"first": "2023-02-30"}, "from", "no year or date"),
    Refused({"last": "0021"}, "to", "no year or date"),
    Refused({"first": "2023", "last": "2020"}, "from", "“From” is after “to”: 2023 and 2020"),
    Refused({"least": "lots"}, "min", "Write pounds"),
    Refused({"most": "-5"}, "max", "Write pounds"),
    Refused({"least": "1,500", "most": "£1,000"}, "min", "The least is more than the most: £1,500 and £1,000"),
)


@pytest.mark.parametrize("case", REFUSED, ids=lambda case: f"{case.field}: {str(case.stated)[:40]}")
def test_a_field_that_cannot_be_read_says_why_and_limits_nothing(case: Refused) -> None:
    read = read_limits(StatedLimits(**case.stated), FACTS)
    assert [problem.name for problem in read.problems] == [case.field]
    assert case.says in read.problems[0].text
    assert len(read.problems[0].text) < 400
    assert read.filters.is_empty


def test_a_field_with_a_problem_leaves_the_others_in_force() -> None:
    read = read_limits(StatedLimits(bodies=("Eastvale",), outcome="upheld", first="soon"), FACTS)
    assert read.filters == Filters(outcomes=(Outcome.UPHELD,))
    assert [problem.name for problem in read.problems] == ["body", "from"]
