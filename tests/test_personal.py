"""What is blanked in a text before it goes anywhere, and the many texts in which nothing is."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from assistant.personal import redact
from assistant.starter import STARTER_FILES

STRONG = {
    "e-mail": ("mail me at jo.bloggs@example.org", "e-mail address", "bloggs"),
    "e-mail spelt out": ("write to jo [at] example [dot] org", "e-mail address", "example"),
    "e-mail in words": ("jo dot bloggs at gmail dot com", "e-mail address", "bloggs"),
    "mobile": ("ring 07700 900123", "phone number", "900123"),
    "mobile with points": ("ring 07700.900.123", "phone number", "900.123"),
    "mobile, figure by figure": ("0 7 7 0 0 9 0 0 1 2 3", "phone number", "7 7"),
    "mobile, full width": ("０７７００９００１２３", "phone number", "０７７"),
    "mobile with unseen characters": ("07700\u200b900\u200b123", "phone number", "900"),
    "number that is called one": ("my phone is 960 9831, bins missed", "phone number", "9831"),
    "country code": ("call +44 (0)7700 900123", "phone number", "7700"),
    "National Insurance": ("my NI is AB 12 34 56 C", "National Insurance number", "34 56"),
    "National Insurance with dashes": ("AB-12-34-56-C", "National Insurance number", "34"),
    "NHS": ("NHS number 943 476 5919", "NHS number", "5919"),
    "postcode": ("we live at SW1A 1AA", "postcode", "1AA"),
    "postcode with two blanks": ("m1  1ae, bins", "postcode", "1ae"),
    "date of birth": ("DOB 04/05/1961", "date of birth", "1961"),
    "date of birth, American": ("born on May 4, 1961", "date of birth", "1961"),
    "date of birth, machine's": ("date of birth: 1961-05-04", "date of birth", "1961"),
    "sort code and account": ("sort code 12-34-56 account 12345678", "bank number", "12345678"),
    "card": ("card 4111 1111 1111 1111", "bank number", "1111"),
    "address": ("the skip outside 12 Acacia Avenue", "address", "Acacia"),
    "address with a flat": ("flat 3, 12 Acacia Avenue", "address", "Acacia"),
    "flat in a house": ("Flat 3, Acacia House is damp", "address", "Acacia"),
    "address that is told": ("my address is 4 The Willows and my ex knows it", "address", "Willows"),
}


@pytest.mark.parametrize(("text", "kind", "secret"), STRONG.values(), ids=STRONG.keys())
def test_what_points_to_one_person_is_blanked(text: str, kind: str, secret: str) -> None:
    redaction = redact(text)
    assert redaction.strong == (kind,)
    assert f"[{kind}]" in redaction.text
    assert secret not in redaction.text


WEAK = {
    "Mr and a surname": ("Mr Bloggs ignored us, and Bloggs never rang", "Bloggs"),
    "initials": ("Mr J Bloggs and Mrs A. Bloggs-Green", "Bloggs"),
    "a couple": ("Mr and Mrs O'Brien lived there", "O'Brien"),
    "a surname that is a word": ("Mrs Green told us", "Green"),
    "small letters": ("mrs patel's carers came late", "patel"),
    "councillor": ("Cllr Khan sent my report on", "Khan"),
    "my name is": ("My name is Jo Bloggs. My benefit was stopped", "Bloggs"),
    "a child": ("my son Tom (8) has no school. Tom was excluded", "Tom"),
    "a child in small letters": ("our daughter lily has no plan and lily is sad", "lily"),
    "a child with an uncommon name": ("my daughter Xanthippe was excluded", "Xanthippe"),
    "two children": ("My daughters, Amelia and Grace, lost transport", "Grace"),
    "a child and its age": ("Noah, 7, has no plan", "Noah"),
    "a child by what it has": ("Noah's EHCP is late", "Noah"),
    "a client": ("my client Kofi Mensah, 34, is homeless", "Mensah"),
    "a former partner": ("my ex Darren got my address from the council", "Darren"),
    "a social worker": ("social worker Jane Smith told my ex", "Smith"),
    "an officer who is named": ("the housing officer called Bronagh lost it", "Bronagh"),
    "an officer behind the name": ("Jordan, the social worker, left", "Jordan"),
    "a name alone": ("Aisha Begum at Northmoor Council refused", "Begum"),
    "a salutation": ("Dear Xanthippe, thank you for your letter", "Xanthippe"),
    "a signature": ("Bins were missed.\nYours sincerely,\nJ. Bloggs\n", "Bloggs"),
    "a council tax account": ("council tax account 81234567, bailiffs came", "81234567"),
    "an account in groups": ("council tax account number 8123 4567 89", "4567"),
    "a penalty charge notice": ("PCN number: LB 1234567A, paid", "1234567"),
    "a complaint's number": ("complaint ref is NM-123456", "123456"),
    "a planning application": ("Ref: 22/01234/FUL next door", "01234"),
    "a car": ("they towed AB12CDE", "AB12CDE"),
    "a car with its word": ("reg ab12 cde was towed", "cde"),
}


@pytest.mark.parametrize(("text", "secret"), WEAK.values(), ids=WEAK.keys())
def test_names_and_numbers_of_papers_are_blanked_and_ask_for_no_second_question(text: str, secret: str) -> None:
    redaction = redact(text)
    assert redaction.weak
    assert redaction.strong == ()
    assert secret not in redaction.text
    assert redaction.remark.endswith("before anything was searched.")


NOTHING = (
    "Mr X was left out, as in the decision about Miss Y's child and Ms B's son C",
    "Mr and Mrs B's three children; Mrs B. Mr B moved",
    "my case reference 19018981, or 19 018 981, or 19-018-981a",
    "what does case number 19 018 981 say",
    "my son will not go to school and my mum may lose her home",
    "my son Autistic, my daughter Year 7, no transport",
    "St Thomas school and Grace House care home in Florence Road",
    "Victoria Park was closed; potholes on Robin Hood Way and Sandy Lane",
    "Kingston, Lincoln and Chester are slow, Essex is always late",
    "give me the odds my complaint against Devon gets upheld",
    "his brother, Surrey took two months",
    "April was bad and May was worse",
    "she turned 16 on 3 April 2020; he was born in 2012; the decision of 21 May 2026",
    "the Care Act 2014, the Children Act 1989, the Autism Act and R v Islington",
    "my address is not redacted and was given to 3 people",
    "room 4 at the hotel; flat above a shop",
    "the Ombudsman's own number 0300 061 0614",
    "£21,017.93 and £100,000 in 12/05/2021",
    "s20 1st March, s47 2yr, LS6",
    "the Blue Badge was refused by Northmoor County Council",
    "Dr in small letters: the dr said he needs care",
    "Dear Ombudsman, Dear Sir or Madam, Hi Redress",
    "The social worker Visited once. The Officer Said no",
)


@pytest.mark.parametrize("text", NOTHING)
def test_letters_bodies_streets_and_references_stay(text: str) -> None:
    redaction = redact(text)
    assert redaction.text is text
    assert not redaction.changed
    assert redaction.remark == ""


def test_no_digest_of_the_starter_is_taken_for_personal_data() -> None:
    lines = [json.loads(line) for file in STARTER_FILES for line in file.read_text("utf-8").splitlines()]
    texts = [text for line in lines for text in (line["digest"], *line["issues"])]
    assert len(texts) > 3_000
    assert [redact(text).text for text in texts if redact(text).changed] == []


def test_no_line_of_a_real_decision_is_taken_for_personal_data(shared: Path) -> None:
    lines = [
        line for file in (shared / "decisions").glob("[0-9]*.txt") for line in file.read_text("utf-8").splitlines()
    ]
    assert [redact(line).text for line in lines if redact(line).changed] == []


@pytest.mark.parametrize("text", [*(row[0] for row in STRONG.values()), *(row[0] for row in WEAK.values()), *NOTHING])
def test_redacting_twice_changes_nothing_more(text: str) -> None:
    once = redact(text)
    assert redact(once.text).text == once.text


def test_a_letter_of_many_kinds_keeps_its_story() -> None:
    letter = (
        "Dear Ms Bloggs,\nI am writing about my son Tom, born 3/4/2015. We live at 14 Mill Lane, Northmoor M1 2AB.\n"
        "Social worker Jane Smith sent Tom's report to my ex Darren. My ref is NM/2023/00451. Call 07700 900123.\n"
        "Yours sincerely\nMary Bloggs"
    )
    redaction = redact(letter)
    for secret in ("Bloggs", "Tom", "2015", "Mill", "2AB", "Jane", "Smith", "Darren", "00451", "900123", "Mary"):
        assert secret not in redaction.text, secret
    for kept in ("I am writing about my son", "Northmoor", "sent", "report to my ex"):
        assert kept in redaction.text


def test_nothing_is_found_in_nothing() -> None:
    assert redact("").text == ""
    assert not redact("  \n").changed


@pytest.mark.parametrize("piece", ["A", "Aa ", "my son ", "0 7 ", "a dot ", "officer called ", "A-", "a.", "x@", "1"])
def test_a_long_text_of_one_shape_is_read_in_no_time(piece: str) -> None:
    started = time.process_time()
    redact(piece * (8_000 // len(piece)))
    assert time.process_time() - started < 3
