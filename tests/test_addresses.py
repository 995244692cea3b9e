"""What an address tells: the Ombudsman's own in every way it is written, and other sites' copies."""

from __future__ import annotations

import pytest

from ingest.forms.addresses import find_addresses, form_url, read_address, read_copy_slug

_URL = "https://www.lgo.org.uk/decisions/children-s-care-services/child-protection/20-100-001"


@pytest.mark.parametrize(
    "written",
    [
        _URL,
        _URL.replace("https", "http"),
        _URL.replace("www.", ""),
        _URL.removeprefix("https://"),
        _URL.upper().replace("HTTPS", "https"),
        f"{_URL}/",
        f"{_URL}?displaypref=2",
        f"  {_URL}#top ",
    ],
)
def test_one_page_has_one_address_however_it_is_written(written: str) -> None:
    address = read_address(written)
    assert address is not None
    assert address.url == _URL
    assert (address.category, address.subcategory) == ("Children's care services", "Child protection")
    assert address.reference.value == "20 100 001"
    assert address.chapter is None


def test_the_chapter_of_a_report_is_told_and_chapter_nought_is_a_whole_statement() -> None:
    address = read_address(f"{_URL}?displaypref=1&Chapter=3")
    assert address is not None
    assert address.chapter == 3
    whole = read_address(f"{_URL}?chapter=0")
    assert whole is not None
    assert not whole.chapter


@pytest.mark.parametrize(
    ("slug", "words"),
    [
        ("covid-19", "COVID-19"),
        ("other-categories", "Other Categories"),
        ("friends-and-family-carers", "Friends and family carers"),
        ("children-s-care-services", "Children's care services"),
    ],
)
def test_a_slug_stands_for_its_words(slug: str, words: str) -> None:
    address = read_address(f"https://www.lgo.org.uk/decisions/{slug}/other/20-100-001")
    assert address is not None
    assert address.category == words


def test_the_letter_of_a_joint_case_is_part_of_the_reference() -> None:
    address = read_address("https://www.lgo.org.uk/decisions/health/other/17-100-402b")
    assert address is not None
    assert address.reference.value == "17 100 402b"


@pytest.mark.parametrize(
    "other",
    [
        "https://www.lgo.org.uk/decisions/housing/allocations",
        "https://www.lgo.org.uk/information-centre/staff-guidance/guidance-on-remedies?chapter=3",
        "https://example.org/decisions/housing/allocations/20-100-001",
        "https://www.lgo.org.uk/decisions/housing/allocations/20-100",
        "https://[broken/decisions/housing/allocations/20-100-001",
        "",
    ],
)
def test_the_address_of_anything_else_is_none(other: str) -> None:
    assert read_address(other) is None


@pytest.mark.parametrize(
    ("slug", "reference", "body"),
    [
        ("lgo-22-100-695-northmoor-county-council", "22 100 695", "Northmoor County Council"),
        ("lgo-21-100-206a-westhaven-nhs-foundation-trust", "21 100 206a", "Westhaven NHS Foundation Trust"),
        ("lgo-20-100-001-royal-borough-of-stow-upon-mere", "20 100 001", "Royal Borough of Stow upon Mere"),
    ],
)
def test_the_address_of_a_copy_names_reference_and_body(slug: str, reference: str, body: str) -> None:
    address = read_address(f"https://www.example.org/sources/lgo/decisions/{slug}/")
    assert address is not None
    assert (address.reference.value, address.body) == (reference, body)
    assert (address.url, address.category, address.subcategory) == (None, None, None)
    assert read_copy_slug(f"saved/{slug}.txt") == address


def test_the_addresses_in_a_text_are_found_in_order() -> None:
    copy = "https://www.example.org/sources/lgo/decisions/lgo-22-100-695-northmoor-council/"
    found = find_addresses(f"see {_URL}. Also ({copy}), and https://www.lgo.org.uk/contact-us.")
    assert [address.reference.value for address in found] == ["20 100 001", "22 100 695"]
    assert find_addresses("") == ()


def test_an_address_is_formed_from_words_or_slugs() -> None:
    reference = find_addresses(_URL)[0].reference
    assert form_url("Children's care services", "Child protection", reference) == _URL
    assert form_url("children-s-care-services", "child-protection", reference) == _URL
