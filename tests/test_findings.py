"""Findings: how results and injustice are stated, how issues are worded, and which paragraphs belong together."""

from __future__ import annotations

import pytest

from assistant.domain import Decision, FindingResult, Paragraph
from ingest.findings import content_words, overlap, read_findings, read_injustice
from ingest.findings.injustice import Said, injustice_said
from ingest.findings.sentences import sentences_of
from ingest.findings.statements import read_statements
from ingest.findings.wording import word_heading, word_issue
from ingest.page import read_page
from tests.reading_measures import labelled_pages, read_labelled

FAULT, NO_FAULT = FindingResult.FAULT, FindingResult.NO_FAULT
NO_FINDING, NOT_INVESTIGATED = FindingResult.NO_FINDING, FindingResult.NOT_INVESTIGATED


def a_decision(
    analysis: str,
    *,
    heading: str = "Analysis",
    summary: str = "Miss X complained about the Council. The Council was at fault.",
    complaint: str = "- Miss X complains about how the Council dealt with her.",
    outcome: str = "Upheld",
    scope: str = "",
    action: str = "",
    final: str = "I have completed my investigation.",
) -> Decision:
    """A statement about Miss X whose assessment is under test."""
    return read_page(
        (
            f"Northmoor Council (20 100 001)\nDecision : {outcome}\nThe Ombudsman's final decision:\n"
            f"Summary: {summary}\nThe complaint\n{complaint}\n"
            + (f"What I have and have not investigated\n{scope}\n" if scope else "")
            + "The Ombudsman’s role and powers\n- We investigate complaints about ‘maladministration’.\n"
            "What I found\nWhat happened\n- Miss X applied in May 2021 and the Council took a decision in June.\n"
            f"{heading}\n{analysis}\n"
            + (f"Agreed action\n{action}\n" if action else "")
            + f"Final decision\n- {final}\nInvestigator's decision on behalf of the Ombudsman\n"
        ).encode(),
        "page.txt",
    ).decision


def found(decision: Decision) -> list[tuple[FindingResult, bool | None, str]]:
    return [(finding.result, finding.injustice, finding.issue) for finding in decision.findings]


# --------------------------------------------------------------------------- statements of a result

_STATEMENTS: dict[str, tuple[str, FindingResult | None, str]] = {
    "at fault for": (
        "The Council was at fault for its delay in repairing the roof.",
        FAULT,
        "delay in repairing the roof",
    ),
    "at fault because": ("It was at fault because it lost her form.", FAULT, "losing her form"),
    "fault with a body between": (
        "I find fault with the Council for failing to log the calls.",
        FAULT,
        "failure to log the calls",
    ),
    "fault causing injustice, in": (
        "We found fault by the Home, causing injustice, in how it weighed residents.",
        FAULT,
        "how it weighed residents",
    ),
    "the matter before the verb": ("The loss of the keys was also fault.", FAULT, "loss of the keys"),
    "plural at fault": (
        "The policy and the refusal of a pass were at fault.",
        FAULT,
        "policy and the refusal of a pass",
    ),
    "it was fault to": ("It was fault to send the letter to the old flat.", FAULT, "send the letter to the old flat"),
    "to do it was fault": ("To let the agent call again was fault.", FAULT, "letting the agent call again"),
    "clause, and that was fault": (
        "The officer told her the wrong date, and that was fault.",
        FAULT,
        "telling her the wrong date",
    ),
    "amounts to": ("The gap in the notes amounts to fault.", FAULT, "gap in the notes"),
    "no fault in": (
        "I find no fault in how the panel weighed the letters.",
        NO_FAULT,
        "how the panel weighed the letters",
    ),
    "not at fault": ("I do not consider it was at fault in closing the gate.", NO_FAULT, "closing the gate"),
    "no evidence of fault": ("I have seen no evidence of fault in the survey.", NO_FAULT, "survey"),
    "not so bad as to be fault": (
        "I do not consider the wording of the notice was so poor as to amount to fault.",
        NO_FAULT,
        "wording of the notice",
    ),
    "a shortcoming but no fault": (
        "The reply was short but not one so serious that it amounts to fault.",
        NO_FAULT,
        "",
    ),
    "considered to be fault": ("We consider the loss of the form to be fault.", FAULT, "loss of the form"),
    "not acceptable and fault": ("The wait was not acceptable and was fault.", FAULT, ""),
    "no view": ("We can reach no view on the phone call.", NO_FINDING, "phone call"),
    "cannot say": ("I cannot say what happened to the ring at the Home.", NO_FINDING, ""),
    "not enough evidence": ("There is insufficient evidence for me to reach a conclusion.", NO_FINDING, ""),
    "no finding": ("I therefore make no finding about the remark.", NO_FINDING, "remark"),
    "not investigated": ("I have not investigated the sale of the garage.", NOT_INVESTIGATED, "sale of the garage"),
    "discontinued": ("I discontinued my investigation of the noise.", NOT_INVESTIGATED, "noise"),
    "one not investigated": (
        "Whether the clerk should be dismissed is something we have not investigated.",
        NOT_INVESTIGATED,
        "Whether the clerk should be dismissed",
    ),
    "a condition": ("I have considered whether the Council was at fault for the delay.", None, ""),
    "a party's view": ("Mr A believes the Council was at fault for the flood.", None, ""),
    "an earlier stage": ("The stage two investigator found fault in the visits.", None, ""),
    "a reason": ("As there was no fault, I recommend nothing.", None, ""),
    "what would have been": ("But for the fault he would have appealed.", None, ""),
    "the law in general": ("We would not normally investigate a late complaint.", None, ""),
}


@pytest.mark.parametrize("name", _STATEMENTS)
def test_a_sentence_states_a_result_and_its_matter(name: str) -> None:
    sentence, result, matter = _STATEMENTS[name]
    statements = list(read_statements([Paragraph("p", 1, sentence)]))
    assert [statement.result for statement in statements] == ([result] if result else [])
    if matter:
        assert statements[0].matter == matter


_IMPLIED = {
    "the nearest shortcoming": (
        "The form came on 3 May. It did not read it until July. A shortage of staff explains this. That was fault.",
        "failure to read it until July",
    ),
    "what should have been done": (
        "The Council should have met her by June. It failed to do so. This was fault.",
        "not meeting her by June",
    ),
    "the second half": (
        "It had the form in May, so it should have decided by July. This is fault.",
        "not deciding by July",
    ),
    "a bare delay": (
        "The Council delayed the survey by a year. This delay was fault.",
        "delay in the survey by a year",
    ),
    "the subject, where there was no fault": (
        "The panel checked the map twice. It wrote down its reasons. There is no fault here.",
        "checking the map twice",
    ),
    "what a party says, where nothing can be found": (
        "Mr B says an officer swore at him. The officer denies it. I cannot reach a view.",
        "officer swore at him",
    ),
}


@pytest.mark.parametrize("name", _IMPLIED)
def test_this_was_fault_is_about_what_stands_before(name: str) -> None:
    text, matter = _IMPLIED[name]
    assert [statement.matter for statement in read_statements([Paragraph("p", 1, text)])] == [matter]


def test_a_result_before_a_list_is_about_each_of_its_items() -> None:
    decision = a_decision(
        "- I find the Council at fault for:\n- failing to carry out a risk assessment;\n"
        "- delaying its decision by three months; and\n- not answering her emails.\n- These faults caused distress."
    )
    assert found(decision) == [
        (FAULT, True, "failure to carry out a risk assessment"),
        (FAULT, True, "delaying its decision by three months"),
        (FAULT, True, "not answering her emails"),
    ]


# --------------------------------------------------------------------------- wordings

_WORDINGS = {
    "The Council did not tell him of the hearing, which caused him distress.": "failure to tell him of the hearing",
    "it stopped the payments without a review": "stopping the payments without a review",
    "took no decision on the review": "taking no decision on the review",
    "The Council took no decision on the review": "no decision on the review",
    "The Council accepts it should have sent a copy in time": "not sending a copy in time",
    "Although it rang in May, there are no records of the visits": "no records of the visits",
    "Officer A did not visit the family": "Officer A not visiting the family",
    "Mrs C was not given a copy of the plan, so she could not comment": "Mrs C not being given a copy of the plan",
    "the way in which the Council’s panel sat": "way in which the Council’s panel sat",
    "the delay in the grant because staff were ill": "delay in the grant",
    "took too long to answer her letters": "taking too long to answer her letters",
    "missed collections of refuse": "missed collections of refuse",
    "In response, the Council accepted it had not paid the carer for a month": "not paying the carer for a month",
    "this": "",
    "the complaint": "",
    "": "",
}


@pytest.mark.parametrize("words", _WORDINGS)
def test_an_issue_is_worded_like_a_noun_in_the_words_of_the_page(words: str) -> None:
    assert word_issue(words) == _WORDINGS[words]


_HEADINGS = {
    "Analysis: delay in deciding the main duty": "delay in deciding the main duty",
    "Finding on the bins:": "the bins",
    "Was there fault in the way the Council set the fee?": "the way the Council set the fee",
    "Was the flat suitable?": "whether the flat was suitable",
    "Did the Council fail to visit?": "failure to visit",
    "The sale of the car": "The sale of the car",
    "The Council's findings": "",
}


@pytest.mark.parametrize("heading", _HEADINGS)
def test_a_heading_is_kept_without_what_announces_it(heading: str) -> None:
    assert word_heading(heading) == _HEADINGS[heading]


def test_the_letter_of_a_party_does_not_hide_the_end_of_a_sentence() -> None:
    assert sentences_of("It did not write to Mrs J. That was fault.") == (
        "It did not write to Mrs J.",
        "That was fault.",
    )
    assert sentences_of("") == ()


def test_no_issue_of_a_labelled_page_hangs_in_the_air() -> None:
    for page in labelled_pages():
        if "set_aside" in page.label:
            continue
        for finding in read_labelled(page).decision.findings:
            first, last = finding.issue.split()[0], finding.issue.split()[-1]
            assert first.lower() not in {"this", "that", "it", "which", "and", "but", "so", "because", "was"}, finding
            assert last.lower() not in {"and", "or", "the", "of", "to", "which", "was", "a"}, finding
            assert 3 <= len(finding.issue) <= 200, finding
            assert finding.paragraphs, finding


# --------------------------------------------------------------------------- injustice

_INJUSTICE = {
    "This is a serious injustice to him.": Said.INJUSTICE,
    "But she will never know, and that is an injustice to her.": Said.INJUSTICE,
    "That she did not is an injustice as well.": Said.INJUSTICE,
    "The delay caused Ms B avoidable distress.": Said.INJUSTICE,
    "The council has not put right the injustice to her.": Said.INJUSTICE,
    "He is left not knowing whether he would have won.": Said.HARM,
    "Mr C went without heating for a month.": Said.HARM,
    "It worried Mr N, who thought the van might go.": Said.HARM,
    "J missed out on two terms of lessons.": Said.HARM,
    "This put her to needless trouble.": Said.HARM,
    "She would never have had a summons.": Said.HARM,
    "I cannot say he would have won, but he was frustrated by the wait.": Said.HARM,
    "The late form caused no injustice.": Said.NONE,
    "I do not find that the gaps caused Mrs F an injustice.": Said.NONE,
    "While this was fault, I am not persuaded it caused significant injustice.": Said.NONE,
    "The error made no difference to the result.": Said.NONE,
    "I have considered whether there was any injustice.": Said.NOTHING,
    "Mrs D says she suffered distress.": Said.NOTHING,
    "Mr E wants a payment for his distress.": Said.NOTHING,
    "I cannot find that the delay led to her fall.": Said.NOTHING,
    "The Council wrote to her in May.": Said.NOTHING,
    "": Said.NOTHING,
}


@pytest.mark.parametrize("sentence", _INJUSTICE)
def test_a_sentence_says_injustice_harm_none_or_nothing(sentence: str) -> None:
    assert injustice_said(sentence) is _INJUSTICE[sentence]


def test_injustice_said_in_the_next_paragraph_or_the_remedy_belongs_to_its_fault() -> None:
    decision = a_decision(
        "- The Council was at fault for its delay in repairing the roof.\n- Miss X lived with a leak for a year.\n"
        "- The Council was also at fault for losing the survey of the boiler.\n"
        "- There was no fault in the choice of the builder.",
        action="- Pay Miss X £100 for the frustration of the lost survey of the boiler.",
    )
    roof, survey, builder = decision.findings
    assert (roof.injustice, survey.injustice, builder.injustice) == (True, True, None)
    places = {paragraph.id: paragraph.text for paragraph in decision.paragraphs}
    assert [places[key][:17] for key in roof.paragraphs] == ["The Council was a", "Miss X lived with"]
    assert [places[key][:17] for key in survey.paragraphs] == ["The Council was a", "Pay Miss X £100 f"]


def test_no_injustice_goes_to_the_fault_whose_words_it_shares() -> None:
    decision = a_decision(
        "- The Council failed to carry out a carer’s assessment. This was fault.\n"
        "- It also has no note of its panel meeting. That is fault.\n"
        "- The missing note of the panel meeting did not cause Miss X a significant injustice.\n"
        "- The lack of a carer’s assessment meant Miss X had no respite. This is an injustice."
    )
    assert [(finding.result, finding.injustice) for finding in decision.findings] == [(FAULT, True), (FAULT, False)]


def test_the_kinds_of_harm_leave_out_what_is_denied() -> None:
    decision = a_decision("- The delay was fault. It caused Miss X worry. There was no injustice by way of distress.")
    assert decision.injustice == ("anxiety",)


def test_no_sections_give_no_findings_and_no_harm() -> None:
    assert read_findings((), None) == ()
    assert read_injustice(()) == ()
    assert content_words("") == frozenset()
    assert overlap(frozenset(), content_words("bins")) == 0.0


# --------------------------------------------------------------------------- parts


def test_headings_name_issues_and_one_that_announces_is_cut() -> None:
    decision = a_decision(
        "- It took three months too long. This was fault. I find no injustice from the delay.\n"
        "Analysis: belongings\n- I find no fault in how the Council kept the boxes.",
        heading="Analysis: delay in the decision",
    )
    assert found(decision) == [(FAULT, False, "delay in the decision"), (NO_FAULT, None, "belongings")]


def test_run_in_labels_name_issues_and_a_short_sentence_does_not() -> None:
    decision = a_decision(
        "- The delay. The Council took a year. I find fault.\n- Keeping in touch. It rang back. I find no fault.\n"
        "- Miss X asked for a copy. The Council sent it. There was no fault."
    )
    assert [issue for _, _, issue in found(decision)][:2] == ["The delay", "Keeping in touch"]
    assert "asked" not in " ".join(issue for _, _, issue in found(decision)[:2])


def test_a_heading_about_injustice_heads_the_assessment_where_no_other_does() -> None:
    decision = a_decision(
        "- The Council lost the survey of the boiler. That is fault.\n"
        "- There was no fault in the choice of the builder.",
        heading="Was there fault causing injustice?",
    )
    assert found(decision) == [
        (FAULT, None, "losing the survey of the boiler"),
        (NO_FAULT, None, "choice of the builder"),
    ]


def test_a_part_with_fault_may_hold_another_matter_without() -> None:
    decision = a_decision(
        "The planning enquiry\n- The first visit came seven months late. It was fault. Miss X was left uncertain.\n"
        "- I see no fault in the officer’s later decision not to serve a notice.\n"
        "The grant of permission\n- There was no fault in how it took it."
    )
    assert found(decision) == [
        (FAULT, True, "The planning enquiry"),
        (NO_FAULT, None, "officer’s later decision not to serve a notice"),
        (NO_FAULT, None, "The grant of permission"),
    ]


def test_paragraphs_without_headings_each_state_a_result() -> None:
    decision = a_decision(
        "- In its reply, the Council accepted it had not allocated a social worker for three months. I agree"
        " the Council was at fault for this.\n"
        "- Miss X complained that an officer shared her number. The Council denies it. There is insufficient evidence"
        " for me to reach a conclusion on this point.\n"
        "- The decision not to hold a conference was one it was entitled to reach. I find no fault.\n"
        "- I cannot investigate the complaint about the court report as the law prevents it."
    )
    assert found(decision) == [
        (FAULT, None, "not allocating a social worker for three months"),
        (NO_FINDING, None, "officer shared her number"),
        (NO_FAULT, None, "decision not to hold a conference"),
        (NOT_INVESTIGATED, None, "court report"),
    ]


def test_a_fault_told_in_summary_and_assessment_is_one_with_both_places() -> None:
    decision = a_decision(
        "- The Council did not tell the family that care would be charged for. This was fault and caused distress.",
        summary="The Council was at fault for not telling the family that care would be charged for.",
    )
    (finding,) = decision.findings
    places = {paragraph.id: paragraph.ordinal for paragraph in decision.paragraphs}
    assert finding.injustice is True
    assert len({places[key] for key in finding.paragraphs}) == 2
    assert 1 in {places[key] for key in finding.paragraphs}


def test_a_fault_with_the_whole_is_told_apart_by_the_shortcomings_before_it() -> None:
    decision = a_decision(
        "- The Council told Miss X in May that it would support her visits.\n"
        "- It did not review the plan for six months.\n"
        "- There are no records of any visit.\n"
        "- As this was about a child, the Council should have used the statutory procedure.\n"
        "- Consequently, the Council was at fault for its handling of the case. This caused Miss X distress."
    )
    assert found(decision) == [
        (FAULT, True, "failure to review the plan for six months"),
        (FAULT, True, "no records of any visit"),
        (FAULT, True, "not using the statutory procedure"),
    ]


def test_a_breach_of_the_time_limit_goes_on_with_the_fault_before_it() -> None:
    decision = a_decision(
        "- The Council should have issued the plan by May. It did so in July. This is fault.\n"
        "- There is a shortage of psychologists. However, the failure to meet the statutory timescales is fault."
    )
    assert [issue for _, _, issue in found(decision)] == ["not issuing the plan by May"]


# --------------------------------------------------------------------------- not investigated


def test_what_the_scope_leaves_out_is_not_investigated_unless_it_is_only_a_time() -> None:
    decision = a_decision(
        "- The Council was at fault for losing her form. This caused Miss X worry.",
        scope=(
            "- I have not investigated the school named in the plan because a tribunal decided it.\n"
            "- I have not investigated events before March 2020.\n"
            "- As the Council’s view of the risk was put to a court, I cannot comment on it."
        ),
    )
    assert found(decision) == [
        (FAULT, True, "losing her form"),
        (NOT_INVESTIGATED, None, "school named in the plan"),
        (NOT_INVESTIGATED, None, "view of the risk"),
    ]


_CLOSURES = {
    "will not investigate": (
        "Closed after initial enquiries",
        "We will not investigate this complaint about a parking fine and the conduct of agents. There is no fault.",
        "parking fine and the conduct of agents",
    ),
    "a reason behind it": (
        "Closed after initial enquiries",
        "We cannot investigate Mr A’s complaint about the loss of his garage because a court decided it.",
        "loss of his garage",
    ),
    "discontinued": (
        "Discontinued",
        "I have discontinued my investigation of Mr A’s complaint about noise from a gym.",
        "noise from a gym",
    ),
    "settled early though upheld": (
        "Upheld",
        "We will not investigate this complaint about delay in an assessment because the Council agreed to a remedy.",
        "delay in an assessment",
    ),
}


@pytest.mark.parametrize("name", _CLOSURES)
def test_a_decision_that_closes_early_has_one_issue_not_investigated(name: str) -> None:
    outcome, summary, issue = _CLOSURES[name]
    decision = a_decision(
        "- The Council’s reply was sensible.",
        heading="My assessment",
        summary=summary,
        outcome=outcome,
        complaint="- Mr A complains that the Council:\n- lost a file; and\n- was rude.",
        final="We will not investigate this complaint.",
    )
    assert found(decision) == [(NOT_INVESTIGATED, None, issue)]
