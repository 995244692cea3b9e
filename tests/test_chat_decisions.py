"""The Decisions tab's HTML: text stays text, every choice can be undone, and each thing found names its place."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from assistant.browsing import PAGE_SIZE, Browse, browse
from assistant.casebook import Casebook
from assistant.chat.decisions.asked import read_browse, write_browse
from assistant.chat.decisions.asking import question_about
from assistant.chat.decisions.listed import SORT_LABELS, render_list
from assistant.chat.decisions.opened import render_not_held, render_opened
from assistant.domain import (
    Basis,
    Filters,
    Flag,
    FlagKind,
    Outcome,
    RemedyKind,
    RemedyStatus,
    Sort,
    Unread,
)
from assistant.visible import unharmful
from tests.builders import EASTBECK, NORTHMOOR, SOUTHFELL, decision, finding, full_text, reference, remedy
from tests.page_reading import HOSTILE, PageReader
from tests.test_browsing import keep


class _FormReader(PageReader):
    """Reads a form: its fields have no end."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        super().handle_starttag(tag, attrs)
        if tag == "input":
            self.open.pop()


# What this page never makes: one of them in the output was in a text.
FOREIGN = {"img", "script", "iframe", "object", "svg", "style", "link", "meta", "video", "audio", "base"}
CHOSEN = Browse(
    'late "plan"',
    Filters(
        categories=("Education",),
        subcategories=("Special educational needs",),
        bodies=(NORTHMOOR, EASTBECK),
        outcomes=(Outcome.UPHELD, Outcome.CLOSED),
        remedy_kinds=(RemedyKind.PAYMENT,),
        bases=(Basis.SUMMARY, Basis.ROUND_UP),
    ),
    Sort.OLDEST,
    3,
)


def listed(casebook: Casebook, asked: Browse | None = None) -> _FormReader:
    return _FormReader(render_list(browse(casebook, asked or Browse()), 1))


# --------------------------------------------------------------------------- what the page sends


def test_what_is_chosen_comes_back_as_it_was_sent() -> None:
    dated = replace(CHOSEN, filters=read_browse({"from": "2019", "to": "2021"}).filters)
    for asked in (Browse(), CHOSEN, dated):
        assert read_browse(json.loads(write_browse(asked))) == asked


@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        pytest.param({}, Browse(), id="nothing"),
        pytest.param({"words": None, "page": "2", "sort": "by name", "category": 7}, Browse(), id="other types"),
        pytest.param(
            {"outcome": ["Upheld", "Won", 3, None]},
            Browse(filters=Filters(outcomes=(Outcome.UPHELD,))),
            id="unknown values",
        ),
        pytest.param({"page": -4, "from": "19", "to": "٢٠٢٠"}, Browse(), id="no page and no years"),
        pytest.param({"subcategory": ["Other"]}, Browse(), id="a subcategory of no category"),
        pytest.param({"body": ["x" * 5000]}, Browse(), id="a name too long to be one"),
    ],
)
def test_what_the_page_does_not_offer_is_left_out(sent: dict[str, object], expected: Browse) -> None:
    assert read_browse(sent) == expected


def test_years_the_wrong_way_round_are_put_right() -> None:
    filters = read_browse({"from": "2022", "to": "2019"}).filters
    assert filters.date_from is not None and filters.date_to is not None
    assert (filters.date_from.isoformat(), filters.date_to.isoformat()) == ("2019-01-01", "2022-12-31")


def test_endless_words_are_cut_off_before_anything_is_done_with_them() -> None:
    assert len(read_browse({"words": "x" * 100_000}).words) <= 2000


# --------------------------------------------------------------------------- the list


def test_hostile_text_in_every_place_of_the_list_is_text(casebook: Casebook) -> None:
    keep(
        casebook,
        decision(
            1,
            f"zebra {HOSTILE}",
            body=HOSTILE,
            category=HOSTILE,
            subcategory=HOSTILE,
            findings=(finding(HOSTILE),),
            remedies=(remedy(RemedyKind.PAYMENT, 300, per=HOSTILE),),
        ),
        decision(2),
    )
    for asked in (Browse("zebra"), Browse(f"zebra {HOSTILE}"), Browse(filters=Filters(categories=(HOSTILE,)))):
        reader = listed(casebook, asked)
        assert not FOREIGN & set(reader.names)
        assert not any(name.startswith("on") for name, _ in reader.attributes)
        assert all((link or "").startswith("#decision=") for link in reader.values("href"))
    assert unharmful(HOSTILE) in listed(casebook, Browse("zebra")).text


def test_a_line_tells_body_date_outcome_subject_and_remedies(casebook: Casebook) -> None:
    keep(casebook, decision(1, outcome_inferred=True), full_text(2, decided=None, remedies=()))
    text = " ".join(listed(casebook).text.split())
    assert NORTHMOOR in text
    assert "17 June 2021 · Upheld (read from the summary) · Digest" in text
    assert "Education › Special educational needs: education plan issued late" in text
    assert "£300 to the complainant for distress (agreed); an apology (agreed)" in text
    assert "date not known · Upheld · Full text" in text
    assert "No remedy is recorded." in text


def test_each_choice_is_a_chip_that_takes_it_off_and_nothing_else(casebook: Casebook) -> None:
    keep(casebook, decision(1))
    asked = replace(CHOSEN, page=1)
    html = render_list(browse(casebook, asked), 1)
    reader = _FormReader(html)
    chips = [label for label in reader.values("aria-label") if label and label.startswith("Remove: ")]
    assert len(chips) == 9
    carried = [read_browse(json.loads(value or "")) for value in reader.values("data-browse")]
    fewer = carried[: len(chips)]
    assert len({write_browse(one) for one in fewer}) == len(chips)
    assert fewer[0].words == ""
    assert fewer[1].filters == replace(asked.filters, categories=(), subcategories=())
    assert fewer[3].filters.bodies == (EASTBECK,)
    assert carried[len(chips)] == Browse()


def test_what_is_chosen_stays_in_its_facet_though_nothing_is_left_of_it(casebook: Casebook) -> None:
    keep(casebook, decision(1), decision(2, body=EASTBECK, outcome=Outcome.CLOSED, remedies=()))
    asked = Browse(filters=Filters(bodies=(EASTBECK,), remedy_kinds=(RemedyKind.APOLOGY,)))
    html = render_list(browse(casebook, asked), 1)
    chosen = re.findall(r'<input type="checkbox" name="(\w+)" value="([^"]+)" checked', html)
    assert chosen == [("body", EASTBECK), ("kind", "apology")]


def test_the_order_by_match_is_offered_only_for_words(casebook: Casebook) -> None:
    keep(casebook, decision(1), decision(2))
    assert SORT_LABELS[Sort.BEST_MATCH] not in listed(casebook).text
    assert SORT_LABELS[Sort.BEST_MATCH] in listed(casebook, Browse("plan")).text


def test_pages_lead_to_one_another(casebook: Casebook) -> None:
    keep(casebook, *(decision(number) for number in range(1, PAGE_SIZE + 3)))
    first = listed(casebook)
    assert "Page 1 of 2" in first.text
    assert first.values("start") == ["1"]
    pages = [read_browse(json.loads(value or "")).page for value in first.values("data-browse")]
    assert pages[-1] == 2
    second = listed(casebook, Browse(page=2))
    assert second.values("start") == [str(PAGE_SIZE + 1)]
    assert second.text.count("17 June 2021") == 2


def test_an_empty_casebook_says_so_and_offers_no_form(casebook: Casebook) -> None:
    reader = listed(casebook, Browse("plan"))
    assert "No decisions are held yet" in reader.text
    assert "form" not in reader.names


def test_a_reference_that_is_not_held_is_said_with_those_like_it(casebook: Casebook) -> None:
    keep(casebook, decision(1))
    reader = listed(casebook, Browse("21 000 002"))
    assert "No decision 21 000 002 is held." in reader.text
    assert reader.values("data-decision") == ["21 000 001"]


# --------------------------------------------------------------------------- a decision in full


def test_each_finding_and_remedy_leads_to_a_paragraph_that_is_there() -> None:
    html = render_opened(full_text(1), 1)
    reader = PageReader(html)
    places = reader.values("data-goto")
    assert len(places) == 3
    assert set(places) <= set(reader.values("id"))
    assert reader.values("data-sum") == ["30000"]
    assert "30000" in reader.values("data-pence")
    assert "Fault" in reader.text


def test_the_text_is_whole_in_its_sections_with_the_printed_numbers() -> None:
    own = full_text(1)
    reader = PageReader(render_opened(own, 1))
    for paragraph in own.paragraphs:
        assert paragraph.text in reader.text
    for section in own.sections:
        assert section.heading in reader.text
    assert "2. The Council took 41 weeks" in reader.text
    assert "standing text, 1 paragraph" in reader.text


def test_a_digest_and_a_full_text_look_different_and_say_whose_words_they_are() -> None:
    ours, theirs = render_opened(decision(1), 1), render_opened(full_text(1), 1)
    assert 'class="text digest"' in ours and "These are not the Ombudsman’s sentences." in ours
    assert 'class="text full-text"' in theirs and "The Ombudsman’s own words" in theirs


def test_what_could_not_be_read_and_what_looks_planted_are_told_apart_from_the_rest() -> None:
    own = full_text(1)
    planted = own.paragraphs[2]
    flagged = replace(
        own,
        unread=(Unread("paragraph 3", "it will pay £50 a", "no unit of time"),),
        flags=(Flag(FlagKind.INSTRUCTION, "paragraph 3", planted.text, planted.id),),
        findings=(finding(paragraphs=(planted.id,)),),
    )
    reader = PageReader(render_opened(flagged, 1))
    assert "Not understood in this text: 1 place" in reader.text
    assert "Flagged as planted, not used: 1 place" in reader.text
    assert "looks planted is left out here" in reader.text
    assert f"opened-{planted.ordinal}" not in reader.values("data-goto")


def test_claims_and_refusals_are_no_remedies_and_inferred_outcomes_say_so() -> None:
    own = decision(1, outcome_inferred=True, remedies=(remedy(pounds=5000, status=RemedyStatus.CLAIMED),))
    text = PageReader(render_opened(own, 1)).text
    assert "(claimed: not a remedy)" in text
    assert "Upheld (read from the summary)" in text


def test_a_damaged_decision_is_shown_with_a_warning() -> None:
    assert "do not rely on it" in PageReader(render_opened(decision(1), 1, is_damaged=True)).text


def test_hostile_text_in_every_place_of_a_decision_is_text() -> None:
    own = decision(
        1,
        HOSTILE,
        body=HOSTILE,
        category=HOSTILE,
        findings=(finding(HOSTILE),),
        remedies=(remedy(issue=HOSTILE, detail=HOSTILE, deadline=HOSTILE),),
        injustice=(HOSTILE,),
        unread=(Unread(HOSTILE, HOSTILE, HOSTILE),),
        url="javascript:alert(1)",
    )
    reader = PageReader(render_opened(own, 1))
    assert not FOREIGN & set(reader.names)
    assert not any(name.startswith("on") for name, _ in reader.attributes)
    assert reader.values("href") == []
    assert unharmful(HOSTILE) in reader.text


def test_a_decision_that_is_not_held_is_said_to_be_so() -> None:
    reader = PageReader(render_not_held(reference(3), (reference(1),), 4))
    assert "No decision 21 000 003 is held." in reader.text
    assert reader.values("data-decision") == ["21 000 001"]
    assert "That is no reference" in PageReader(render_not_held(None, (), 5)).text


# --------------------------------------------------------------------------- the question about like cases


@pytest.mark.parametrize(
    ("issue", "question"),
    [
        pytest.param("missed bin collections", "What remedy is typical for missed bin collections?", id="a phrase"),
        pytest.param(
            "The Council disclosed Miss X’s address to Y.",
            "What remedy is typical for cases where the Council disclosed a person’s address to Y?",
            id="a heading that is a sentence",
        ),
        pytest.param(
            "not sending Mr and Mrs B a copy",
            "What remedy is typical for not sending a person a copy?",
            id="a couple",
        ),
    ],
)
def test_the_question_about_like_cases_names_the_issue_and_nobody(issue: str, question: str) -> None:
    own = decision(1, findings=(finding(issue),), remedies=(remedy(issue=issue),))
    assert question_about(own) == question


def test_where_nothing_was_paid_the_question_asks_how_it_is_treated() -> None:
    own = decision(1, body=SOUTHFELL, outcome=Outcome.NOT_UPHELD, remedies=())
    assert question_about(own) == "How does the Ombudsman treat education plan issued late?"
    assert question_about(replace(own, findings=())) == ""
