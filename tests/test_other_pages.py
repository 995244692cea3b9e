"""Pages that are no decision are set aside with what they are; a decision that speaks of such things is read."""

from __future__ import annotations

import pytest

from assistant.errors import InputError
from ingest.page import read_page
from tests.test_page_forms import a_page

_LIST = "".join(
    f"Northmoor Council (20 100 00{n})\nStatement Upheld Noise 0{n}-Mar-2021\nSummary: Mr A complained of noise.\n"
    for n in range(1, 4)
)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"Noise\nRecent statements in this category are shown below:\n{_LIST}", "list of decisions"),
        (_LIST, "list of decisions"),
        (_LIST.replace("Statement Upheld", "Report Upheld"), "list of decisions"),
        (
            "Please note: our decisions are published six weeks after they are made.\nNorthmoor Council (20 100 001) "
            "Summary: There was fault.\nStow Council (20 100 002) Summary: There was none.\n",
            "list of decisions",
        ),
        (f"Your search has 1,204 results\n{_LIST}", "search results"),
        ("Are you a robot?\nPlease complete the captcha below.\n", "being human"),
        ("Error 404\nThe decision you asked for is not here.\nSummary: none\nDecision\n", "error page"),
        ("503 Service Unavailable\n", "error page"),
        (
            "Guidance on remedies\nPart 2: putting things right\nRecommendations\nWe may recommend "
            "£300.\nDecision\nNone.\n",
            "guidance",
        ),
        (
            "Parliamentary and Health Service Ombudsman\nStourdale Hospitals (P-001234)\nThe complaint\nMr A "
            "complains.\nOur decision\nWe partly uphold it.\n",
            "another ombudsman",
        ),
        (
            "Housing Ombudsman Service\nREPORT\nThe complaint\nMould.\nDetermination\nSummary\nNone.\n",
            "Housing Ombudsman",
        ),
        (
            "Scottish Public Services Ombudsman\nCase ref: 202305962\nSummary\nC complained.\nRecommendations\nPay.\n",
            "another nation",
        ),
        ("Public Services Ombudsman for Wales\nThe complaint\nA.\nSummary\nB.\n", "another nation"),
        ("Annual review letter 2023\nNorthmoor Council\nSummary\nComplaints upheld: 12\nDecision\n", "annual"),
        ("The minutes of a meeting\n1. Apologies\n2. The Ombudsman's decision was noted.\n", "not a decision"),
    ],
)
def test_a_page_of_another_kind_is_named(text: str, said: str) -> None:
    with pytest.raises(InputError, match=said) as caught:
        read_page(text.encode(), "page.txt")
    assert caught.value.exit_code == 5


@pytest.mark.parametrize(
    "words",
    [
        "Mr A also went to the Housing Ombudsman Service, which deals with landlords.",
        "The Housing Ombudsman found severe maladministration in the landlord's handling of repairs.",
        "The Council's search results showed 12 flats. Its web site said: page not found.",
        "Our guidance on remedies says that £300 is usual. The Parliamentary and Health Service Ombudsman agrees.",
        "The Council asked for his case to be sent to the SPSO in Scotland, and for an annual review letter.",
        "The web site asked Mr A to verify you are human and showed error 404.",
    ],
)
def test_a_decision_that_speaks_of_such_things_is_read(words: str) -> None:
    decision = read_page(a_page(complaint=f"- {words}").encode(), "page.txt").decision
    assert decision.reference.value == "20 100 001"
    assert words in [paragraph.text for paragraph in decision.paragraphs]
    bare = read_page(a_page(first_line="", header="", complaint=words).encode(), "20-100-001.txt").decision
    assert bare.reference.value == "20 100 001"


def test_a_committee_paper_with_headings_of_its_own_is_no_decision() -> None:
    text = "Cabinet, 12 June 2023\nSummary\nThe budget.\nRecommendations\nThat it be agreed.\nDecision\nAgreed.\n"
    for name in ("20230612 cabinet.txt", "20-100-001.txt"):
        with pytest.raises(InputError, match="not a decision"):
            read_page(text.encode(), name)
