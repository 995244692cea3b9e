"""Findings of summaries, complaints and closures in the plain tone of recent decisions: lists, bodies, reasons."""

from __future__ import annotations

import time

import pytest

from assistant.domain import FindingResult
from ingest.findings.wording import word_issue
from tests.test_findings import a_decision

FAULT, NO_FAULT = FindingResult.FAULT, FindingResult.NO_FAULT
NOT_INVESTIGATED = FindingResult.NOT_INVESTIGATED

_SUMMARIES: dict[str, tuple[str, list[str]]] = {
    "a body between find and fault": ("We find the Council at fault for losing her form.", ["losing her form"]),
    "an adverb first": ("Largely we find the Council at fault for losing her form.", ["losing her form"]),
    "to be at fault": ("We found the Council to be at fault because it lost her form.", ["losing her form"]),
    "including": ("There was fault by the Council including delay in issuing a plan.", ["delay in issuing a plan"]),
    "doing without a preposition": (
        "There was fault by the Council delaying for eight weeks in sending a carer.",
        ["delaying for eight weeks in sending a carer"],
    ),
    "amounts to fault": ("The Council's loss of the survey amounts to fault.", ["loss of the survey"]),
    "finding fault in two": (
        "We uphold the complaint, finding fault in how the Council weighed illness and how it answered damp.",
        ["how the Council weighed illness", "how it answered damp"],
    ),
    "fault that cost": ("Faults by the Council in dealing with letters cost her time.", ["dealing with letters"]),
    "fault with two bodies": ("We found fault with a Council and a CCG in delaying tests.", ["delaying tests"]),
    "bodies alone are no matter": (
        "We found fault by the Council, the Trust and the ICB. The Council delayed the review of the plan.",
        ["delay in the review of the plan"],
    ),
    "a run of verbs": (
        "The Council failed to tell her of the meeting, failed to send the notes and delayed its answer.",
        ["failure to tell her of the meeting", "failure to send the notes", "delay in its answer"],
    ),
    "a run of other verbs": (
        "The Care Provider failed to give her tablets, kept poor records and did not tell her daughter of a fall.",
        ["failure to give her tablets", "keeping poor records", "failure to tell her daughter of a fall"],
    ),
    "no reasons go with the act": (
        "The Council failed to weigh her letter and gave no reasons.",
        ["failure to weigh her letter"],
    ),
    "with and with": (
        "We found fault with the Home's laundry and with how it managed the risk of falls.",
        ["laundry", "how it managed the risk of falls"],
    ),
    "found that it failed": (
        "We found the Council failed to assess her. We also found it did not offer a tutor.",
        ["failure to assess her", "failure to offer a tutor"],
    ),
    "complaints upheld": (
        "We have upheld Miss X's complaints about discharge and care planning. We did not uphold the rest.",
        ["discharge and care planning"],
    ),
    "failings": ("There were also failings in its letters about rent.", ["letters about rent"]),
    "a bare delay is told before": (
        "Miss X complained the Council delayed a test of her hearing. We found the Council at fault for the delay.",
        ["delay in a test of her hearing"],
    ),
    "accepted by the body": (
        "Mrs X says the Council has not collected her bins. The Council accepts this, and is at fault.",
        ["not collecting her bins"],
    ),
}


@pytest.mark.parametrize("name", _SUMMARIES)
def test_a_summary_names_each_fault_once(name: str) -> None:
    summary, issues = _SUMMARIES[name]
    decision = a_decision("- The officer wrote in May.", summary=f"Miss X complained about the Council. {summary}")
    assert [(finding.result, finding.issue) for finding in decision.findings] == [(FAULT, issue) for issue in issues]


_ANALYSES: dict[str, tuple[str, list[tuple[FindingResult, str]]]] = {
    "a list of faults": (
        "It was at fault as it failed to tell her of the meeting, failed to send the notes and delayed its answer.",
        [
            (FAULT, "failure to tell her of the meeting"),
            (FAULT, "failure to send the notes"),
            (FAULT, "delay in its answer"),
        ],
    ),
    "what the guidance says is no matter": (
        "The Council took 14 months to look into her concerns. The statutory guidance allows 65 days. This was fault.",
        [(FAULT, "taking 14 months to look into her concerns")],
    ),
    "a duty not met": (
        "While I see the pressure on it, the Council had a duty to secure the therapy. It did not do so and this was"
        " fault.",
        [(FAULT, "duty to secure the therapy")],
    ),
    "not seen": (
        "I have not seen evidence the Council told her of a right of review. That was fault.",
        [(FAULT, "no evidence the Council told her of a right of review")],
    ),
    "whether is not always asked": (
        "There is no evidence the Council asked itself whether it should waive the fee, which was fault.",
        [(FAULT, "no evidence the Council asked itself whether it should waive the fee")],
    ),
    "acted with fault": (
        "It is clear from the notes that carers did not stay for the full visit. The care provider acted with fault.",
        [(FAULT, "carers not staying for the full visit")],
    ),
    "a colon before what it did": (
        "The Council was at fault: it did not check the bins, did not reply to calls and lost the log.",
        [(FAULT, "failure to check the bins"), (FAULT, "failure to reply to calls"), (FAULT, "losing the log")],
    ),
    "in the following ways": (
        "The care provider was at fault in the following ways: it did not weigh Mrs Y and it did not tell the family.",
        [(FAULT, "failure to weigh Mrs Y"), (FAULT, "failure to tell the family")],
    ),
    "for which it apologised": (
        "Its policy says it will reply in ten days. It took five weeks. That delay was fault, for which the Council has"
        " apologised.",
        [(FAULT, "taking five weeks")],
    ),
    "agreement with a finding": (
        "I agree with the Council's own finding that it should have offered an advocate. This is fault.",
        [(FAULT, "not offering an advocate")],
    ),
    "fault not to": (
        "It was fault for the Council not to carry out a test of her hearing.",
        [(FAULT, "not to carry out a test of her hearing")],
    ),
    "an aside before the verb": (
        "I cannot, even on balance, reach a view about the fee. The Council was at fault for losing her form.",
        [(FindingResult.NO_FINDING, "fee"), (FAULT, "losing her form")],
    ),
    "as a result of": (
        "There is no evidence of fault that caused Miss X injustice as a result of how the panel heard her.",
        [(NO_FAULT, "how the panel heard her")],
    ),
    "a denied inference states nothing": (
        "Its tiles had cracks and that does not mean the Council was at fault. I do not find fault with its survey.",
        [(NO_FAULT, "survey")],
    ),
    "a supposition states nothing": (
        "The Council was at fault for losing her form. Had there been no fault she would have moved. I cannot say what"
        " the panel would have done if it had acted without fault.",
        [(FAULT, "losing her form")],
    ),
    "what cannot be questioned states nothing": (
        "I find no fault in how it scored her bid. Without fault, I cannot question the score.",
        [(NO_FAULT, "how it scored her bid")],
    ),
    "an expectation of every body states nothing": (
        "We expect councils to keep to the time set by law, and a failure to do so is service failure. It is fault if a"
        " council keeps no notes. A council that keeps none is at fault. The Council took a year to reply. This is"
        " fault.",
        [(FAULT, "taking a year to reply")],
    ),
    "what is likely in general states nothing": (
        "Where a council takes too long we are likely to find fault. The Council lost her form. That was fault.",
        [(FAULT, "losing her form")],
    ),
    "praise and its result are one": (
        "The Council took her calls seriously. There is no fault here. I find no fault in how it looked into a smell.",
        [(NO_FAULT, "how it looked into a smell")],
    ),
    "shortcomings announced and told are one": (
        "There were shortcomings in its letters about rent. One was not sent. This was fault.",
        [(FAULT, "letters about rent")],
    ),
    "a consequence is none": (
        "The Council lost her form. This was fault. It follows that Miss X has been left without knowing whether she"
        " should have had a flat.",
        [(FAULT, "losing her form")],
    ),
    "a point that is granted": (
        "That may be so, but without a note I cannot be sure that the panel weighed the safety of the path. This is"
        " fault.",
        [(FAULT, "no note that the panel weighed the safety of the path")],
    ),
    "what was expected and not done": (
        "I would have expected the Council to keep minutes of the visit. It did not. I consider this to be fault.",
        [(FAULT, "failure to keep minutes of the visit")],
    ),
    "nothing to suggest": (
        "There is nothing to suggest the panel was at fault in how it heard her.",
        [(NO_FAULT, "how it heard her")],
    ),
    "cannot find at fault": (
        "I cannot find the Council at fault for its choice of a school.",
        [(NO_FAULT, "choice of a school")],
    ),
    "not considered to be fault": (
        "The Council was at fault for losing her form.\n- It delayed its visit by a week. While this was frustrating, I"
        " do not consider it was fault.",
        [(FAULT, "losing her form"), (NO_FAULT, "delay in its visit by a week")],
    ),
    "announced and told behind it": (
        "I find fault. The Council should have told her about the fee.",
        [(FAULT, "not telling her about the fee")],
    ),
    "fault has been found": (
        "Fault has been found in how the Council kept its notes.",
        [(FAULT, "how the Council kept its notes")],
    ),
    "the fault is": (
        "The fault I have identified is the failure to keep a note of the visit.",
        [(FAULT, "failure to keep a note of the visit")],
    ),
    "by doing": ("By failing to review the plan the Council was at fault.", [(FAULT, "failure to review the plan")]),
    "fault not to, said of it": (
        "No visit took place until July. It was fault not to visit her sooner.",
        [(FAULT, "not to visit her sooner")],
    ),
    "not at fault but at fault": (
        "The Council was not at fault in refusing the grant, but was at fault in taking a year to tell her.",
        [(NO_FAULT, "refusing the grant"), (FAULT, "taking a year to tell her")],
    ),
    "an allowance before the result": (
        "It took the Council five months to answer. While I know it was waiting for advice, this was too long and is"
        " fault.",
        [(FAULT, "taking the Council five months to answer")],
    ),
    "maladministration": (
        "The Council lost her form. This was maladministration.",
        [(FAULT, "losing her form")],
    ),
    "a list behind a colon": (
        "I have found the following faults:\n- the Council lost her form;\n- the Council did not visit; and\n"
        "- the Council took a year to reply.",
        [(FAULT, "losing her form"), (FAULT, "failure to visit"), (FAULT, "taking a year to reply")],
    ),
    "not resolved": (
        "The Council was at fault for losing her form. Miss X says an officer swore at her.\n- Miss X says an officer"
        " promised her a garage. The officer denies it. I cannot resolve this.",
        [(FAULT, "losing her form"), (FindingResult.NO_FINDING, "officer promised her a garage")],
    ),
    "fault that caused": (
        "There is no evidence of fault that caused Miss X injustice in the way the panel heard her.",
        [(NO_FAULT, "way the panel heard her")],
    ),
}


@pytest.mark.parametrize("name", _ANALYSES)
def test_an_assessment_names_what_was_found(name: str) -> None:
    analysis, expected = _ANALYSES[name]
    decision = a_decision(f"- {analysis}")
    assert [(finding.result, finding.issue) for finding in decision.findings] == expected


_COMPLAINTS = {
    "Mr H complains on behalf of his mother that a firm has not returned fees.": "firm has not returned fees",
    "Ms X complains, for her son, that the Council lost his form.": "losing his form",
    "Ms X complained about housing.": "housing",
    "Mr X complains about how his son's school place was chosen.": "how his son's school place was chosen",
    "Ms X complained on behalf of her late father, Mr Y, about meals at a home.": "meals at a home",
}


@pytest.mark.parametrize("complaint", _COMPLAINTS)
def test_a_complaint_is_worded_without_who_complains_and_for_whom(complaint: str) -> None:
    decision = a_decision(
        "- The officer wrote in May.", summary=f"{complaint} We uphold the complaint.", complaint=f"- {complaint}"
    )
    assert [finding.issue for finding in decision.findings] == [_COMPLAINTS[complaint]]


_CLOSURES = {
    "We will not investigate this complaint about a parking fine as Mr X was free to appeal.": "parking fine",
    "We will not investigate this complaint about bins, as any injustice is not significant enough.": "bins",
    "We cannot investigate this complaint about a school place as the parent has used her right of appeal.": (
        "school place"
    ),
    "We will not investigate complaint handling as a standalone issue.": "complaint handling",
    "We will not consider this complaint about data protection further.": "data protection",
    "Mrs X's complaint concerns a councillor's conduct. We will not investigate.": "councillor's conduct",
}


@pytest.mark.parametrize("summary", _CLOSURES)
def test_a_closure_names_what_was_complained_of_without_its_reason(summary: str) -> None:
    decision = a_decision(
        "- The reply was sensible.",
        summary=summary,
        complaint="- Mr X complains that the Council was rude.",
        outcome="Closed after initial enquiries",
        final="We will not investigate this complaint.",
    )
    assert [(finding.result, finding.issue) for finding in decision.findings] == [
        (NOT_INVESTIGATED, _CLOSURES[summary])
    ]


_LEFT_OUT = {
    "Miss X also complained about how C's school treated her before May 2021. I have not investigated this.": (
        "how C's school treated her before May 2021"
    ),
    "Miss X complains that a neighbour swore at her. I cannot consider this.": "neighbour swore at her",
    "Miss X complained about rent. She also complains about a pension. We will not consider that.": "pension",
    "Miss X also complained about a lost letter. This part of the complaint is outside our remit.": "lost letter",
    "Miss X complained about a data breach. This is a matter for the Information Commissioner.": "data breach",
    "I have not considered the complaint about the housing association.": "housing association",
}


@pytest.mark.parametrize("scope", _LEFT_OUT)
def test_a_matter_told_in_the_sentence_before_was_left_out(scope: str) -> None:
    decision = a_decision("- The Council was at fault for losing her form.", scope=f"- {scope}")
    assert [(finding.result, finding.issue) for finding in decision.findings] == [
        (FAULT, "losing her form"),
        (NOT_INVESTIGATED, _LEFT_OUT[scope]),
    ]


def test_what_announces_the_matters_left_out_is_none_of_them() -> None:
    decision = a_decision(
        "- The Council was at fault for losing her form.",
        scope="- The issues I am not investigating are told at the end.",
    )
    assert [finding.issue for finding in decision.findings] == ["losing her form"]


@pytest.mark.parametrize(
    ("clause", "issue"),
    [
        ("The Council did not visit and placed her far away", "failure to visit and placing her far away"),
        (
            "The Council lost the file, sent a bill and told him nothing",
            "losing the file, sending a bill and telling him nothing",
        ),
        ("issued a bill for hours she did not expect", "issuing a bill for hours she did not expect"),
        ("put wrong facts in its report", "putting wrong facts in its report"),
        (
            "her girl had no lessons in line with an Education, Health and Care plan",
            "her girl had no lessons in line with an Education, Health and Care plan",
        ),
    ],
)
def test_each_verb_of_a_clause_becomes_a_noun_and_a_name_keeps_its_comma(clause: str, issue: str) -> None:
    assert word_issue(clause) == issue


@pytest.mark.parametrize(
    "words",
    [
        "fault by the Council, the Trust and Gamma ",
        "Faults by the Council in ",
        "fault that caused his ",
        "and sent the ",
    ],
)
def test_a_sentence_of_one_phrase_many_times_takes_no_longer_than_its_length(words: str) -> None:
    started = time.perf_counter()
    a_decision(f"- {words * 400}.", summary=f"{words * 400}.")
    assert time.perf_counter() - started < 2
