"""One definition of "same text": what is found in words is found in every form, and nothing else is."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain import CaseReference
from assistant.text import (
    content_hash,
    exact_hash,
    find_money,
    find_references,
    format_count,
    format_date,
    format_money,
    format_month,
    join_words,
    month_number,
    normalise,
    paragraph_id,
    parse_date,
    pounds,
    split_sentences,
    unify_characters,
)

digits = st.text("0123456789", min_size=8, max_size=8)
references = st.builds(
    lambda number, letter: CaseReference(f"{number[:2]} {number[2:5]} {number[5:]}{letter}"),
    digits,
    st.sampled_from(["", "a", "b", "c", "d"]),
)


# --------------------------------------------------------------------------- same text


@given(st.text())
def test_unifying_characters_keeps_the_length(text: str) -> None:
    assert len(unify_characters(text)) == len(text)


@given(st.text())
def test_normalising_twice_is_normalising_once(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@pytest.mark.parametrize(
    ("written", "same"),
    [
        ("the Council’s “plan”", 'the Council\'s "plan"'),
        ("a\u00a0gap and\na line", "a gap and a line"),
        ("2013–14 — late", "2013-14 - late"),
        ("cafe\u0301", "café"),
        ("  outer   and  inner  ", "outer and inner"),
    ],
    ids=["quotation marks", "spaces", "dashes", "composed letters", "runs of spaces"],
)
def test_texts_that_look_alike_are_the_same(written: str, same: str) -> None:
    assert normalise(written) == normalise(same)
    assert content_hash(written) == content_hash(same)


@pytest.mark.parametrize("other", ["£301", "was not at fault", "was At fault", "was at fault"])
def test_texts_that_say_something_else_are_not_the_same(other: str) -> None:
    assert content_hash(other) != content_hash("£300 was at fault")


def test_a_changed_quotation_mark_changes_a_paragraphs_identity() -> None:
    own = CaseReference("21 000 001")
    assert paragraph_id(own, 3, "the Council’s plan") != paragraph_id(own, 3, "the Council's plan")
    assert paragraph_id(own, 3, "It was late.") == f"21-000-001/3/{exact_hash('It was late.')}"


# --------------------------------------------------------------------------- references

_FORMS = {
    "as printed": "{a} {b} {c}{letter}",
    "run together": "{a}{b}{c}{letter}",
    "with hyphens": "{a}-{b}-{c}{letter}",
    "with en dashes": "{a}\u2013{b}\u2013{c}{letter}",
    "with hard spaces": "{a}\u00a0{b}\u00a0{c}{letter}",
    "with slashes": "{a}/{b}/{c}{letter}",
}


def write(reference: CaseReference, form: str) -> str:
    a, b, rest = reference.value.split(" ")
    return form.format(a=a, b=b, c=rest[:3], letter=rest[3:].upper())


@pytest.mark.parametrize("form", _FORMS.values(), ids=_FORMS)
@given(
    reference=references,
    before=st.sampled_from(["", "LGO ", "see ", "(", "ref.", "No.", "“", "LGO/", "£300 in ", "in 2021: "]),
    after=st.sampled_from(["", ".", ",", ")", "?", "’s remedy", " and £300", ", June 2021", "\n", "—a similar case"]),
)
def test_every_reference_is_found_in_every_form(form: str, reference: CaseReference, before: str, after: str) -> None:
    written = write(reference, form)
    found = find_references(before + written + after)
    assert [one.reference for one in found] == [reference]
    assert (before + written + after)[found[0].start : found[0].end] == written


@given(st.lists(references, max_size=5), st.sampled_from([" and ", ", ", " ", "; ", "\n"]))
def test_every_reference_of_a_list_is_found_in_order(listed: list[CaseReference], gap: str) -> None:
    found = find_references(gap.join(reference.value for reference in listed))
    assert [one.reference for one in found] == listed


@pytest.mark.parametrize(
    "text",
    [
        "07700 900123",
        "07700900123",
        "020 7946 0958",
        "+44 20 7946 0958",
        "01 234 567 890",
        "£19 018 981",
        "£19018981",
        "19,018,981",
        "19018981.50",
        "2021-06-17",
        "17/06/2021",
        "1234567",
        "123456789",
        "sort code 12-34-56",
        "٠١٢٣٤٥٦٧",
        "",
    ],
)
def test_telephone_numbers_sums_and_dates_are_no_references(text: str) -> None:
    assert find_references(text) == ()


def test_the_letter_of_a_joint_case_is_part_of_its_reference() -> None:
    found = find_references("16 010 636a, 16-010-636-C and 16 010 636 are three pages")
    assert [str(one.reference) for one in found] == ["16 010 636a", "16 010 636c", "16 010 636"]


# --------------------------------------------------------------------------- money


@given(st.integers(min_value=0, max_value=10**11))
def test_every_printed_sum_is_read_back(pence: int) -> None:
    (money,) = find_money(f"It paid {format_money(pence)}.")
    assert money.pence == pence


@pytest.mark.parametrize(
    ("text", "pence"),
    [
        ("£ 300", [30000]),
        ("£1,234.5", [123450]),
        ("£3k", [300000]),
        ("£21K a year", [2100000]),
        ("£1.5k", [150000]),
        ("£1.2m", [120000000]),
        ("£3 million", [300000000]),
        ("£300 Ms X", [30000]),
        ("£150 and £200", [15000, 20000]),
        ("£300, £1,400.", [30000, 140000]),
        ("£1,23", [100]),
        ("300 pounds", []),
        ("300", []),
        ("€300", []),
        ("", []),
    ],
)
def test_sums_with_a_pound_sign_are_found_and_nothing_else(text: str, pence: list[int]) -> None:
    assert [money.pence for money in find_money(text)] == pence


@given(st.lists(st.integers(min_value=0, max_value=10**9), max_size=4), st.text("abc ,.;", max_size=5))
def test_the_places_of_sums_hold_the_sums(sums: list[int], gap: str) -> None:
    text = (gap + " ").join(format_money(pence) for pence in sums)
    assert [text[money.start : money.end] for money in find_money(text)] == [format_money(pence) for pence in sums]


def test_money_is_printed_with_pence_only_where_there_are_some() -> None:
    assert [format_money(pence) for pence in (0, 140000, 50981, 5)] == ["£0", "£1,400", "£509.81", "£0.05"]
    assert [pounds(pence) for pence in (None, 30000, 50981)] == [None, 300, 509.81]


# --------------------------------------------------------------------------- dates


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_every_printed_date_is_read_back(day: date) -> None:
    assert parse_date(format_date(day)) == day
    assert parse_date(day.isoformat()) == day
    assert format_date(day).endswith(format_month(day))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("17 Jun 2021", date(2021, 6, 17)),
        ("9-July-2021", date(2021, 7, 9)),
        ("1st September 2020", date(2020, 9, 1)),
        ("2 Sept 2020", date(2020, 9, 2)),
        ("Decision date: 03 Mar\u00a02016", date(2016, 3, 3)),
        ("31 February 2020", None),
        ("31 February 2020, then 1 March 2020", date(2020, 3, 1)),
        ("17 Brumaire 1804", None),
        ("June 2021", None),
        ("", None),
    ],
)
def test_dates_are_read_in_the_forms_of_the_pages(text: str, day: date | None) -> None:
    assert parse_date(text) == day


def test_months_are_known_whole_and_short() -> None:
    assert [month_number(word) for word in ("January", "sep", "Sept.", "DEC", "mayor", "")] == [1, 9, 9, 12, None, None]


# --------------------------------------------------------------------------- sentences

_pieces = st.sampled_from(
    [
        *("Mr X", "The Council", "moved", "Dr.", "No.", "£3.50", "e.g.", "para. 4", "s.17", "“Yes.”", "(late)"),
        *(".", "?", "!", " ", "  ", "\n", "\u00a0", "’s", "It", "said", "A.", "12", "…", "\u2014"),
    ]
)


@given(st.lists(_pieces | st.text(max_size=4), max_size=30).map("".join))
def test_sentences_are_exact_pieces_of_the_text_in_order_and_lose_only_space(text: str) -> None:
    at = 0
    sentences = split_sentences(text)
    for sentence in sentences:
        found = text.index(sentence, at)
        assert text[at:found].strip() == ""
        at = found + len(sentence)
    assert text[at:].strip() == ""
    assert all(sentence and sentence == sentence.strip() for sentence in sentences)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Mr. X moved. He was owed £3.50.", ["Mr. X moved.", "He was owed £3.50."]),
        ("Was it late? Yes! It was.", ["Was it late?", "Yes!", "It was."]),
        ("She said “we will pay.” Nothing came.", ["She said “we will pay.”", "Nothing came."]),
        ("See para. 4 of the plan. £300 was paid.", ["See para. 4 of the plan.", "£300 was paid."]),
        ("It met Mrs B. She agreed.", ["It met Mrs B. She agreed."]),
        ("The sum was the debtor's. It was late.", ["The sum was the debtor's.", "It was late."]),
        ("See s. 5 of the Act. It was late.", ["See s. 5 of the Act.", "It was late."]),
        ("no full stop", ["no full stop"]),
        ("", []),
        (" \n ", []),
    ],
)
def test_a_paragraph_is_cut_where_sentences_end(text: str, sentences: list[str]) -> None:
    assert list(split_sentences(text)) == sentences


def test_lists_and_counts_read_as_english() -> None:
    lists = [join_words(items) for items in ([], ["a"], ["a", "b"], ["a", "b", "c"])]
    assert lists == ["", "a", "a and b", "a, b and c"]
    assert join_words(["a", "b", "c"], "or") == "a, b or c"
    assert [format_count(n, "decision") for n in (0, 1, 1403)] == ["0 decisions", "1 decision", "1,403 decisions"]
    assert format_count(2, "decision is", "decisions are") == "2 decisions are"
