"""The check of a draft: what a text says of decisions, judged; what belongs to no decision is never guessed."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.casebook import Casebook, Filed
from assistant.checking import LONGEST_TEXT, CheckedText, Judgement, Verdict, check_text, describe
from assistant.domain import (
    Basis,
    CaseReference,
    Decision,
    Finding,
    FindingResult,
    Outcome,
    Paragraph,
    Payee,
    Purpose,
    Remedy,
    RemedyKind,
    RemedyStatus,
)
from assistant.errors import InputError
from assistant.export import checked_to_json
from assistant.text import format_date, format_money, paragraph_id
from tests.letters.measures import SETS, file_decisions, measure, read_statements

_REFERENCE = CaseReference("21 555 001")
_OTHER = CaseReference("22 555 002")
_TEXTS = (
    "Ms A complained that Northmoor Council lost her file and sent a letter to an old address.",
    "Losing the file was fault. The Council had known the right address since 4 May 2020.",
    "There was no fault in how the Council dealt with the noise.",
    "The Council has agreed to apologise, pay Ms A £300 for her distress and pay her son £150 for the lost support. "
    "It will also pay Ms A £50 a month until the review. Ms A had asked for £2,000.",
)


def _full_text() -> Decision:
    paragraphs = tuple(
        Paragraph(paragraph_id(_REFERENCE, number, text), number, text, printed_number=number)
        for number, text in enumerate(_TEXTS, start=1)
    )
    remedy = Remedy(RemedyKind.PAYMENT, status=RemedyStatus.AGREED, paragraph=paragraphs[3].id)
    return Decision(
        _REFERENCE,
        "Northmoor Council",
        "Housing",
        "Allocations",
        Outcome.UPHELD,
        date(2021, 6, 17),
        "https://www.lgo.org.uk/decisions/housing/allocations/21-555-001",
        Basis.FULL_TEXT,
        paragraphs,
        findings=(
            Finding("lost file", FindingResult.FAULT, True, (paragraphs[1].id,)),
            Finding("noise", FindingResult.NO_FAULT, None, (paragraphs[2].id,)),
        ),
        remedies=(
            replace(remedy, amount_pence=30_000, payee=Payee.COMPLAINANT, purpose=Purpose.DISTRESS),
            replace(remedy, amount_pence=15_000, payee=Payee.CHILD, purpose=Purpose.LOSS_OF_PROVISION),
            replace(remedy, rate_pence=5_000, per="month", payee=Payee.COMPLAINANT),
            replace(remedy, amount_pence=200_000, payee=Payee.COMPLAINANT, status=RemedyStatus.CLAIMED),
            Remedy(RemedyKind.APOLOGY, status=RemedyStatus.AGREED, paragraph=paragraphs[3].id),
        ),
        injustice=("distress",),
    )


def _digest() -> Decision:
    text = "A father complained about a late school place. No fault was found."
    paragraph = Paragraph(paragraph_id(_OTHER, 1, text), 1, text)
    return Decision(
        _OTHER,
        "Eastvale County Council",
        "Education",
        "School admissions",
        Outcome.NOT_UPHELD,
        date(2023, 2, 1),
        None,
        Basis.SUMMARY,
        (paragraph,),
        findings=(Finding("late school place", paragraphs=(paragraph.id,)),),
    )


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Casebook]:
    opened = Casebook.open(tmp_path_factory.mktemp("small") / "casebook.sqlite")
    opened.file([Filed(_full_text(), ()), Filed(_digest(), ())], {})
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def letters_book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Casebook]:
    """The starter's decisions and our fictional pages."""
    opened = Casebook.open(tmp_path_factory.mktemp("letters") / "casebook.sqlite")
    file_decisions(opened)
    yield opened
    opened.close()


def judged(checked: CheckedText, words: str) -> list[Judgement]:
    return [one for one in checked.judgements if words in one.words]


def verdicts(checked: CheckedText, words: str) -> set[Verdict]:
    return {one.verdict for one in judged(checked, words)}


# --------------------------------------------------------------------------- the letters


@pytest.mark.parametrize("name", SETS)
def test_every_row_of_the_table_stands_where_it_says(name: str) -> None:
    for row in read_statements(name):
        lines = (Path(__file__).parent / "letters" / name / row.letter).read_text(encoding="utf-8").split("\n")
        assert lines[row.line - 1][row.column - 1 :].startswith(row.words), row


def test_all_planted_errors_are_found_and_no_true_statement_raises_an_alarm(letters_book: Casebook) -> None:
    found = measure("first", letters_book)
    assert found.errors >= 60
    assert found.truths >= 60
    assert found.missed == []
    assert found.false_alarms == []
    # A true statement may be called not checkable; if many were, "no false alarm" would be cheap.
    assert found.supported >= 0.95 * found.truths


@pytest.mark.parametrize(("name", "most_missed"), [("second", 1), ("third", 1), ("fourth", 0)])
def test_the_later_letters_stay_as_good_as_they_have_become(
    letters_book: Casebook, name: str, most_missed: int
) -> None:
    found = measure(name, letters_book)
    assert len(found.missed) <= most_missed, found.missed
    assert found.false_alarms == []


def _known(letters_book: Casebook, every: int) -> list[Decision]:
    """Every so-many-th digest that has a body, a date and an outcome."""
    held = letters_book.decisions(letters_book.references()[::every]).values()
    return [one for one in held if one.body and one.decided and one.outcome and not one.is_full_text]


def test_our_own_digests_restated_raise_no_alarm(letters_book: Casebook) -> None:
    supported = 0
    for decision in _known(letters_book, 12):
        text = f"{decision.reference} ({decision.body}). {decision.paragraphs[0].text}"
        checked = check_text(text, letters_book)
        assert checked.count(Verdict.CONTRADICTED) == 0, [one.why for one in checked.judgements]
        supported += checked.count(Verdict.SUPPORTED)
    assert supported > 300


def test_a_changed_sum_of_a_digest_is_contradicted_wherever_its_sums_are_known(letters_book: Casebook) -> None:
    verdicts_found = []
    for decision in letters_book.decisions(letters_book.references()).values():
        sums = [one.amount_pence for one in decision.remedies if one.kind is RemedyKind.PAYMENT and one.amount_pence]
        if len(sums) != 1 or decision.is_full_text or decision.reference.value[-1] not in "147":
            continue
        changed = format_money(sums[0] + 12_300)
        checked = check_text(f"In {decision.reference} the council agreed to pay {changed}.", letters_book)
        verdicts_found += [one.verdict for one in judged(checked, changed) if one.about == "amount"]
    assert len(verdicts_found) > 30
    contradicted = verdicts_found.count(Verdict.CONTRADICTED)
    # The rest hold a further payment whose sum is not stated.
    assert contradicted >= 0.9 * len(verdicts_found)


def test_a_changed_body_date_or_outcome_is_contradicted_in_every_layout(letters_book: Casebook) -> None:
    layouts = (
        "{reference} ({body}, {date}): {outcome}.",
        "In case {reference}, {body} was complained about. The complaint was {outcome}. It was decided on {date}.",
        "{body}, {reference}, {date}, {outcome}",
        "- {reference}: {body}; decided {date}; {outcome}",
    )
    known = _known(letters_book, 20)
    for number, decision in enumerate(known):
        assert decision.decided is not None
        assert decision.outcome is not None
        other = next(one for one in known[number + 1 :] + known if one.body != decision.body)
        right = {
            "reference": str(decision.reference),
            "body": str(decision.body),
            "date": format_date(decision.decided),
            "outcome": decision.outcome.value.lower(),
        }
        wrong = {
            "body": str(other.body),
            "date": format_date(decision.decided - timedelta(days=365)),
            "outcome": "not upheld" if decision.outcome is not Outcome.NOT_UPHELD else "upheld",
        }
        layout = layouts[number % len(layouts)]
        assert check_text(layout.format(**right), letters_book).count(Verdict.CONTRADICTED) == 0
        for about, words in wrong.items():
            checked = check_text(layout.format(**(right | {about: words})), letters_book)
            alarms = [one.about for one in checked.judgements if one.verdict is Verdict.CONTRADICTED]
            assert alarms == [about] or (about == "outcome" and not alarms), (decision.reference, about, alarms)


# --------------------------------------------------------------------------- single statements

_CASES: dict[str, tuple[str, str, Verdict]] = {
    "reference held": ("See 21 555 001.", "21 555 001", Verdict.SUPPORTED),
    "reference not held": ("See 21 555 010.", "21 555 010", Verdict.NOT_HELD),
    "reference cut short": ("See case 21 555 01 for this.", "21 555 01", Verdict.NOT_HELD),
    "old reference": ("See case 06/B/16774.", "06/B/16774", Verdict.NOT_HELD),
    "body": ("21 555 001 (Northmoor Council)", "Northmoor Council", Verdict.SUPPORTED),
    "other body": ("21 555 001 (Southmoor Council)", "Southmoor Council", Verdict.CONTRADICTED),
    "sum": ("In 21 555 001 the Council agreed to pay £300.", "£300", Verdict.SUPPORTED),
    "sum in words": ("In 21 555 001 it paid three hundred pounds.", "three hundred pounds", Verdict.SUPPORTED),
    "other sum": ("In 21 555 001 the Council agreed to pay £350.", "£350", Verdict.CONTRADICTED),
    "sum without a verb": ("- 21 555 001: £350", "£350", Verdict.CONTRADICTED),
    "claimed and not agreed": ("In 21 555 001 the Council agreed to pay £2,000.", "£2,000", Verdict.CONTRADICTED),
    "claimed": ("In 21 555 001 Ms A asked for £2,000.", "£2,000", Verdict.SUPPORTED),
    "payee": ("In 21 555 001 it paid her son £150.", "£150", Verdict.SUPPORTED),
    "other payee": ("In 21 555 001 it paid her son £300.", "£300", Verdict.CONTRADICTED),
    "other purpose": ("In 21 555 001 it paid £300 for time and trouble.", "£300", Verdict.CONTRADICTED),
    "rate": ("21 555 001: £50 a month until the review", "£50", Verdict.SUPPORTED),
    "other rate": ("21 555 001: £50 a week until the review", "£50", Verdict.CONTRADICTED),
    "total": ("In 21 555 001 £300 was paid in total.", "£300", Verdict.CONTRADICTED),
    "denied": ("In 21 555 001 the Council did not pay £300.", "£300", Verdict.CONTRADICTED),
    "date": ("21 555 001, decided on 17 June 2021", "17 June 2021", Verdict.SUPPORTED),
    "year only": ("21 555 001, decided in 2021", "2021", Verdict.SUPPORTED),
    "other date": ("21 555 001, decided on 17/07/2021", "17/07/2021", Verdict.CONTRADICTED),
    "day in its story": ("In 21 555 001 it knew the address since 4 May 2020.", "4 May 2020", Verdict.SUPPORTED),
    "other day": ("In 21 555 001 it knew the address since 4 May 2019.", "4 May 2019", Verdict.CONTRADICTED),
    "outcome": ("21 555 001 was upheld.", "upheld", Verdict.SUPPORTED),
    "other outcome": ("22 555 002 was upheld.", "upheld", Verdict.CONTRADICTED),
    "finding": ("In 21 555 001 the Ombudsman found fault.", "found fault", Verdict.SUPPORTED),
    "finding on an issue": ("In 21 555 001 no fault was found about the noise.", "no fault", Verdict.SUPPORTED),
    "fault where none was": ("In 22 555 002 the Ombudsman found fault.", "found fault", Verdict.CONTRADICTED),
    "injustice denied": ("21 555 001 found no injustice.", "no injustice", Verdict.CONTRADICTED),
    "apology denied": ("In 21 555 001 the Council did not apologise.", "apologise", Verdict.CONTRADICTED),
    "quotation": ("21 555 001 says “Losing the file was fault”.", "Losing the file", Verdict.SUPPORTED),
    "quotation cut": ("21 555 001: “The Council had … since 4 May 2020.”", "The Council had", Verdict.SUPPORTED),
    "other words": ("21 555 001 says “Losing the file was no fault”.", "Losing the file", Verdict.CONTRADICTED),
    "no such words": ("21 555 001 says “councils must never lose files”.", "councils must", Verdict.CONTRADICTED),
    "quotation of a digest": ("22 555 002 says “No fault was found.”", "No fault was found", Verdict.NOT_CHECKABLE),
    "paragraph": ("21 555 001, para 2: “Losing the file was fault.”", "para 2", Verdict.SUPPORTED),
    "other paragraph": ("21 555 001, para 3: “Losing the file was fault.”", "para 3", Verdict.CONTRADICTED),
    "no such paragraph": ("See 21 555 001 at paragraph 40, where £300 was paid.", "paragraph 40", Verdict.CONTRADICTED),
}


@pytest.mark.parametrize(("text", "words", "verdict"), _CASES.values(), ids=_CASES)
def test_a_statement_is_judged(book: Casebook, text: str, words: str, verdict: Verdict) -> None:
    found = verdicts(check_text(text, book), words)
    if verdict is Verdict.CONTRADICTED:
        assert verdict in found
    else:
        assert found == {verdict}


def test_a_near_reference_is_named_and_not_taken_for_the_one_that_was_written(book: Casebook) -> None:
    (one,) = check_text("In 21 555 010 the Council paid £300.", book).judgements[:1]
    assert one.verdict is Verdict.NOT_HELD
    assert one.near == (_REFERENCE,)
    assert "another case" in one.why
    assert verdicts(check_text("In 21 555 010 the Council paid £300.", book), "£300") == {Verdict.NOT_CHECKABLE}


# --------------------------------------------------------------------------- which decision a sentence speaks of

_BOUND: dict[str, tuple[str, str]] = {
    "that case": ("See 21 555 001. In that case the Council paid £310.", "£310"),
    "there": ("See 21 555 001. The sum agreed there was £310.", "£310"),
    "the next paragraph points back": ("See 21 555 001.\n\nThe Ombudsman recommended £310.", "£310"),
    "the paragraph goes on": ("21 555 001 is about a lost file. It agreed to pay £310.", "£310"),
    "behind it in brackets": ("The council agreed to pay £310 (21 555 001).", "£310"),
    "a number behind the sentence": ("The council agreed to pay £310. (21 555 001)", "£310"),
    "under a lead-in": ("In 21 555 001 the Council agreed to:\n\n- apologise\n- pay £310", "£310"),
    "a row": ("| Case | Sum |\n|---|---|\n| 21 555 001 | £310 |\n| 22 555 002 | none |", "£310"),
    "labels": ("Case: 21 555 001\nOutcome: Upheld\nPayment: £310", "£310"),
    "under a heading": ("## 21 555 001\n\nA lost file.\n\nThe council agreed to pay £310.", "£310"),
    "each beside its own": ("It paid £310 in 21 555 001 and nothing in 22 555 002.", "£310"),
    "the body's case": ("21 555 001 (Northmoor) and 22 555 002.\n\nIn the Northmoor case £310 was paid.", "£310"),
    "the first of a list": ("- 21 555 001\n- 22 555 002\n\nIn the first, the Council paid £310.", "£310"),
}


@pytest.mark.parametrize(("text", "words"), _BOUND.values(), ids=_BOUND)
def test_a_sum_is_compared_with_the_decision_it_is_said_of(book: Casebook, text: str, words: str) -> None:
    assert Verdict.CONTRADICTED in verdicts(check_text(text, book), words)


_UNBOUND: dict[str, tuple[str, str]] = {
    "asked for": ("I rely on 21 555 001 and ask you to pay me £450.", "£450"),
    "my own loss": ("See 21 555 001. I have spent £450 on locks.", "£450"),
    "your offer": ("Your offer of £450 is too low. See 21 555 001.", "£450"),
    "our client": ("21 555 001 is close. Our client wants £450.", "£450"),
    "no decision at all": ("The Council paid £450.", "£450"),
    "two that could be meant": ("See 21 555 001 and 22 555 002.\n\nIt paid £450.", "£450"),
    "in general": ("See 21 555 001. The Ombudsman usually recommends £450.", "£450"),
    "of today": ("See 21 555 001.\n\nThe Council has still not paid the £450.", "£450"),
    "of one that is not held": ("In 20 111 222 the Council paid £450.", "£450"),
}


@pytest.mark.parametrize(("text", "words"), _UNBOUND.values(), ids=_UNBOUND)
def test_what_belongs_to_no_decision_that_can_be_told_is_not_judged(book: Casebook, text: str, words: str) -> None:
    assert verdicts(check_text(text, book), words) == {Verdict.NOT_CHECKABLE}


def test_a_count_of_the_decisions_listed_is_compared_with_the_list(book: Casebook) -> None:
    text = "- 21 555 001\n- 22 555 002\n\nAll {} were decided by the Ombudsman."
    assert verdicts(check_text(text.format("three"), book), "three") == {Verdict.CONTRADICTED}
    assert verdicts(check_text(text.format("two"), book), "two") == {Verdict.SUPPORTED}


def test_said_of_all_and_false_of_one_is_contradicted(book: Casebook) -> None:
    checked = check_text("- 21 555 001\n- 22 555 002\n\nBoth cases were upheld.", book)
    assert verdicts(checked, "upheld") == {Verdict.CONTRADICTED}


def test_a_letters_own_number_is_no_case_that_is_missing(book: Casebook) -> None:
    assert verdicts(check_text("Our ref: 25 000 111\n\nDear Sir", book), "25 000 111") == {Verdict.NOT_CHECKABLE}


# --------------------------------------------------------------------------- the result


def test_the_headline_counts_and_never_calls_a_text_correct(book: Casebook) -> None:
    checked = check_text("In 21 555 001 the Council agreed to pay £350. See also 21 555 010.", book)
    assert checked.headline.startswith("1 statement contradicted, 1 case not held, ")
    assert "correct" not in describe(check_text("21 555 001 was upheld.", book)).lower()
    assert check_text("", book).headline == "Nothing was found that could be checked."


def test_places_are_lines_and_columns_of_the_text_given(book: Casebook) -> None:
    text = "Dear Sir\n\n\u200b  In **21 555 001** it paid £3\u200b50."
    (sum_,) = [one for one in check_text(text, book).judgements if one.about == "amount"]
    assert (sum_.place.line, text[sum_.place.start : sum_.place.end]) == (3, "£3\u200b50")
    assert text.split("\n")[2][sum_.place.column - 1 :].startswith("£3")


def test_every_passage_is_an_exact_piece_of_a_stored_paragraph(letters_book: Casebook) -> None:
    folder = Path(__file__).parent / "letters" / "first"
    seen = 0
    for path in sorted(folder.glob("*.*")):
        if path.suffix == ".jsonl":
            continue
        for one in check_text(path.read_text(encoding="utf-8"), letters_book).judgements:
            if one.passage is None:
                continue
            decision = letters_book.decisions([one.passage.reference])[one.passage.reference]
            paragraph = decision.paragraph(one.passage.paragraph)
            assert paragraph is not None
            assert paragraph.text[one.passage.start :].startswith(one.passage.quote)
            seen += 1
    assert seen > 100


def test_of_the_writers_own_matter_no_words_are_shown(book: Casebook) -> None:
    text = "I was born on 3 June 1980 and I paid £77.31. In 21 555 001 Mrs Harker got £300."
    shown = describe(check_text(text, book))
    assert "1980" not in shown
    assert "77.31" not in shown
    assert "Harker" not in shown
    assert "Harker" not in str(checked_to_json(check_text(text, book)))
    assert "1980" not in str(checked_to_json(check_text(text, book)))


def test_the_json_has_a_key_for_everything_that_is_shown(book: Casebook) -> None:
    given = checked_to_json(check_text("In 21 555 001 the Council agreed to pay £300.", book))
    assert given["counts"]["supported"] == len(given["judgements"])
    amount = next(one for one in given["judgements"] if one["about"] == "amount")
    assert amount["words"] == "£300"
    assert amount["passage"]["printed_number"] == 4
    assert amount["passage"]["is_digest"] is False


# --------------------------------------------------------------------------- hostile texts

_PIECES = st.sampled_from(
    (
        *("£300", "“", "”", "\n\n", "\n- ", "| ", "|", "21 555 001", "22 555 002", " (", ") ", "upheld", "I ", "paid "),
        *("In that case ", "17 June 2021", "not ", "para 2", "all two cases ", "The first, ", "<b>", "\u202e", "\t"),
        "Northmoor Council",
    )
)


@given(st.lists(_PIECES, max_size=40).map("".join))
def test_pieces_in_any_order_are_judged_at_their_places(text: str) -> None:
    opened = _HYPOTHESIS_BOOK[0]
    for one in check_text(text, opened).judgements:
        assert text[one.place.start : one.place.end] == one.words
        lines = text.split("\n")
        assert lines[one.place.line - 1][one.place.column - 1 :][:1] == one.words[:1] or one.words[:1] == "\n"


_HYPOTHESIS_BOOK: list[Casebook] = []


@pytest.fixture(autouse=True)
def _lend_book(book: Casebook) -> None:
    # A property takes its examples before fixtures of a test are made anew: the one book is lent to all.
    _HYPOTHESIS_BOOK[:] = [book]


_LONG = {
    "letters": "a" * 100_000,
    "references and sums": "21 555 001 £350 " * 7_000,
    "other references": " ".join(f"2{n % 10} {n // 1000 % 1000:03d} {n % 1000:03d}" for n in range(8_000)),
    "quotation marks": "\u201c21 555 001" * 8_000,
    "items": "- 21 555 001 £350\n" * 5_500,
    "labels": "Case: x\n" * 12_000,
    "brackets": "(" * 100_000,
}


@pytest.mark.parametrize("text", _LONG.values(), ids=_LONG)
def test_a_hundred_thousand_characters_take_seconds_whatever_they_are(book: Casebook, text: str) -> None:
    started = time.perf_counter()
    check_text(text[:100_000], book)
    assert time.perf_counter() - started < 20


def test_a_text_that_is_too_long_is_refused_with_what_to_do(book: Casebook) -> None:
    with pytest.raises(InputError, match="Cut it in two"):
        check_text("a" * (LONGEST_TEXT + 1), book)
