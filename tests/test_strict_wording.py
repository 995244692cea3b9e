"""Of a model's words nothing is shown that the record does not bear out; an honest paraphrase is not refused."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from assistant.casebook import Casebook
from assistant.citations import Writer, check_draft
from assistant.domain import (
    AnswerStatus,
    Citation,
    CitationReport,
    Decision,
    Draft,
    Finding,
    FindingResult,
    Outcome,
    Payee,
    Purpose,
    RemedyKind,
    RemedyStatus,
    Statement,
    StatementRole,
)
from assistant.remedies import summarise_remedies
from assistant.text import split_sentences
from tests.builders import EASTBECK, SOUTHFELL, decision, evidence, facts, file_in, query, remedy

PLAN, REPLY, TRANSPORT, ACCESS = (
    "plan issued late",
    "complaint answered late",
    "transport refused",
    "file not disclosed",
)

# Two children, three payees, an offer, a claim, a rate and two issues: everything that can be confused.
MIXED = decision(
    1,
    "A mother complained that the Council took 41 weeks to issue her son's education plan. It should have taken 20 "
    "weeks. The Council did not reply to her complaint until March 2021. The son missed two terms of speech therapy. "
    "The mother asked for £5,000. The Council had offered £100 for the late reply. The Council agreed to apologise to "
    "the mother, pay her £300 for distress and pay the son £750 for lost provision. It also agreed to pay £200 a month "
    "until the therapy starts. The Ombudsman did not find fault in how the Council decided on transport.",
    findings=(
        Finding(PLAN, FindingResult.FAULT, injustice=True),
        Finding(TRANSPORT, FindingResult.NO_FAULT),
        Finding(REPLY, FindingResult.FAULT),
    ),
    remedies=(
        remedy(pounds=300, payee=Payee.COMPLAINANT, purpose=Purpose.DISTRESS, issue=PLAN),
        remedy(pounds=750, payee=Payee.CHILD, purpose=Purpose.LOSS_OF_PROVISION, issue=PLAN),
        remedy(
            pounds=100, payee=Payee.COMPLAINANT, purpose=Purpose.NOT_STATED, status=RemedyStatus.OFFERED, issue=REPLY
        ),
        remedy(pounds=5000, payee=Payee.COMPLAINANT, purpose=Purpose.NOT_STATED, status=RemedyStatus.CLAIMED),
        remedy(amount_pence=None, rate_pence=20000, per="month", purpose=Purpose.NOT_STATED, issue=PLAN),
        remedy(RemedyKind.APOLOGY),
    ),
)
LOST = decision(
    2,
    "A tenant said the Council disclosed a file to a neighbour. The Ombudsman found no fault. The Council had checked "
    "the tenant's identity before it sent the file.",
    body=SOUTHFELL,
    outcome=Outcome.NOT_UPHELD,
    decided=date(2019, 3, 4),
    findings=(Finding(ACCESS, FindingResult.NO_FAULT),),
    remedies=(),
)
CLOSED = decision(
    3,
    "A driver complained about a parking penalty. The Ombudsman did not investigate because there was a right of "
    "appeal to a tribunal.",
    body=EASTBECK,
    outcome=Outcome.CLOSED,
    decided=date(2022, 9, 1),
    findings=(Finding("parking penalty", FindingResult.NOT_INVESTIGATED),),
    remedies=(),
)
ALL = (MIXED, LOST, CLOSED)
A = "Northmoor Council (21 000 001, June 2021)"
B = "Southfell County Council (21 000 002, March 2019)"
C = "Eastbeck Borough Council (21 000 003, September 2022)"


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Casebook]:
    casebook = Casebook.open(Path(tmp_path_factory.mktemp("strict")) / "casebook.sqlite")
    file_in(casebook, *ALL)
    yield casebook
    casebook.close()


def cite(of: Decision) -> tuple[Citation, ...]:
    """Every sentence of a decision, each a citation: the most that a writer can lean on."""
    place = of.paragraphs[0]
    return tuple(
        Citation(of.reference, place.id, words, place.text.index(words)) for words in split_sentences(place.text)
    )


def check(held: Casebook, text: str, *cited: Decision) -> CitationReport:
    """The report on one statement of a model that cites all of these decisions."""
    citations = tuple(citation for one in cited for citation in cite(one))
    draft = Draft(AnswerStatus.FEW, (Statement(StatementRole.CLOSEST, text, citations),))
    found = evidence(*ALL)
    kept, report = check_draft(draft, query(), found, summarise_remedies(found), facts(), held, writer=Writer.MODEL)
    assert len(kept) + len(report.withheld) == 1
    return report


HONEST: tuple[tuple[str, Decision], ...] = (
    (f"{A}: upheld.", MIXED),
    (f"{A}: £300 to the complainant for distress (agreed), for “{PLAN}”.", MIXED),
    (f"{A}: the Council agreed to pay the mother £300 for distress and the son £750 for lost provision.", MIXED),
    (f"{A}: the Council agreed to pay the son £750.", MIXED),
    (f"{A}: the Council agreed to pay £750 to the child and £300 to the mother.", MIXED),
    (f"{A}: £750 to the child for lost provision (agreed).", MIXED),
    (f"{A}: it agreed £200 a month until the therapy starts.", MIXED),
    (f"{A}: the Council offered £100 for the late reply.", MIXED),
    (f"{A}: the mother asked for £5,000.", MIXED),
    (f"{A}: a mother complained that the Council took 41 weeks to issue the plan.", MIXED),
    (f"{A}: it should have taken 20 weeks, and the son missed two terms of speech therapy.", MIXED),
    (f"{A}: the Council did not reply to the complaint until March 2021.", MIXED),
    (f"{A}: the son missed two terms of speech therapy.", MIXED),
    (f"{A}: two terms of speech therapy were missed.", MIXED),
    (f"{A}: fault was found, with injustice, for “{PLAN}”.", MIXED),
    (f"{A}: no fault for “{TRANSPORT}”.", MIXED),
    (f"{A}: the Council agreed to apologise to the mother.", MIXED),
    (f"{A}: the Council agreed to apologise.", MIXED),
    (f"In {A} the complaint was upheld and the Council agreed to pay the mother £300.", MIXED),
    (f"{A}: “The son missed two terms of speech therapy.”", MIXED),
    (f"{A}: the remedy was £300 to the complainant for distress (agreed).", MIXED),
    (f"{A}: the payments agreed came to a total of £1,050.", MIXED),
    (f"{A}: The Council agreed to apologise to the mother, pay her £300 for distress and pay the son £750.", MIXED),
    (f"{B}: not upheld.", LOST),
    (f"By contrast, in {B} the Ombudsman found no fault.", LOST),
    (f"{B}: the Council had checked the tenant's identity before it sent the file.", LOST),
    (f"{B}: a tenant said the Council disclosed a file to a neighbour.", LOST),
    (f"{B}: the complaint was not upheld, and no payment is recorded.", LOST),
    (f"{B} was about “{ACCESS}”; it was not upheld.", LOST),
    (f"{C}: closed after initial enquiries.", CLOSED),
    (f"{C}. The outcome was closed after initial enquiries.", CLOSED),
    (f"{B}, about “{ACCESS}”: a tenant said the Council disclosed a file to a neighbour.", LOST),
    (f"In {B}, the Council had checked the tenant's identity before it sent the file.", LOST),
    (f"{A}. The remedy in money was £750 to the child for lost provision (agreed).", MIXED),
    (f"{C}: the Ombudsman did not investigate because there was a right of appeal to a tribunal.", CLOSED),
    (f"{C}: the complaint was about a parking penalty. It was not investigated.", CLOSED),
)

LIES: dict[str, tuple[str, Decision, str]] = {
    "another sum": (f"{A}: the Council agreed to pay the mother £350.", MIXED, "figures"),
    "a sum of another case": (f"{B}: £300 to the complainant (agreed).", LOST, "figures"),
    "payees swapped": (f"{A}: the Council agreed to pay the mother £750 and the son £300.", MIXED, "figures"),
    "payees swapped in our form": (f"{A}: £300 to the child for distress (agreed).", MIXED, "figures"),
    "a payee nobody named": (f"{A}: the Council agreed to pay the grandmother £300.", MIXED, "figures"),
    "agreed called offered": (f"{A}: the Council offered the mother £300.", MIXED, "figures"),
    "agreed called paid": (f"{A}: the mother was paid £300.", MIXED, "figures"),
    "agreed called received": (f"{A}: the mother received £300.", MIXED, "figures"),
    "agreed called recommended": (f"{A}: £300 to the complainant for distress (recommended).", MIXED, "figures"),
    "offered called agreed": (f"{A}: the Council agreed to pay £100.", MIXED, "figures"),
    "claimed called agreed": (f"{A}: the Council agreed to pay £5,000.", MIXED, "figures"),
    "claimed told as the remedy": (f"{A}: £5,000 to the complainant.", MIXED, "figures"),
    "a payment called a refund": (f"{A}: the Council agreed to refund £300.", MIXED, "figures"),
    "another purpose": (f"{A}: £300 to the complainant for a financial loss (agreed).", MIXED, "figures"),
    "a rate told as a sum": (f"{A}: the Council agreed to pay £200.", MIXED, "figures"),
    "a rate by the week": (f"{A}: the Council agreed to pay £200 a week.", MIXED, "figures"),
    "a sum told as a rate": (f"{A}: the Council agreed to pay £300 a month.", MIXED, "figures"),
    "a part told as the total": (f"{A}: the Council agreed to pay a total of £750.", MIXED, "figures"),
    "the total told as a part": (f"{A}: the Council agreed to pay £1,050 to the mother.", MIXED, "figures"),
    "a sum made uncertain": (f"{A}: the Council agreed to pay about £300.", MIXED, "figures"),
    "a sum made a limit": (f"{A}: the Council agreed to pay up to £300.", MIXED, "figures"),
    "a sum made a range": (f"{A}: the Council agreed to pay £300 to £750.", MIXED, "figures"),
    "a sum in words": (f"{A}: the Council agreed to pay three hundred and fifty pounds.", MIXED, "figures"),
    "a payment denied": (f"{A}: the Council did not agree to pay £300.", MIXED, "figures"),
    "the other outcome": (f"{A}: not upheld.", MIXED, "claims"),
    "closed called lost": (f"{C}: not upheld.", CLOSED, "claims"),
    "lost called won": (f"{B}: upheld.", LOST, "claims"),
    "fault where none was": (f"{B}: the Ombudsman found fault.", LOST, "claims"),
    "fault on another issue": (f"{A}: fault for “{TRANSPORT}”.", MIXED, "claims"),
    "no fault on another issue": (f"{A}: no fault for “{PLAN}”.", MIXED, "claims"),
    "injustice where none was": (f"{B}: there was injustice.", LOST, "claims"),
    "a dropped not": (f"{A}: the Council did reply to the complaint until March 2021.", MIXED, "wording"),
    "a not put in": (f"{A}: the Council did not agree to apologise.", MIXED, "claims"),
    "a dropped should": (f"{A}: the plan took 20 weeks.", MIXED, "wording"),
    "a dropped until": (f"{A}: the Council did not reply to the complaint.", MIXED, "wording"),
    "before made after": (f"{B}: the Council checked the tenant's identity after it sent the file.", LOST, "wording"),
    "a complaint told as a fact": (f"{A}: the Council took 41 weeks to issue the plan.", MIXED, "wording"),
    "an allegation told as a fact": (f"{B}: the Council disclosed a file to a neighbour.", LOST, "wording"),
    "another length of time": (f"{A}: the Council took 42 weeks to issue the plan.", MIXED, "counts"),
    "another unit of time": (f"{A}: the Council took 41 months to issue the plan.", MIXED, "counts"),
    "another count": (f"{A}: the son missed three terms of speech therapy.", MIXED, "counts"),
    "another date": (f"{A}: the Council did not reply to the complaint until March 2022.", MIXED, "dates"),
    "another month in the name": (f"{A.replace('June', 'July')}: upheld.", MIXED, "dates"),
    "somebody else missed it": (f"{A}: the mother missed two terms of speech therapy.", MIXED, "wording"),
    "somebody else delayed": (f"{A}: the mother took 41 weeks to issue the plan.", MIXED, "wording"),
    "somebody else agreed": (f"{A}: the mother agreed to apologise.", MIXED, "wording"),
    "somebody else disclosed": (f"{B}: a neighbour said the Council disclosed a file to a tenant.", LOST, "wording"),
    "somebody else's plan": (f"{A}: a mother complained about the mother's education plan.", MIXED, "wording"),
    "somebody else's identity": (
        f"{B}: the Council had checked the neighbour's identity before it sent the file.",
        LOST,
        "wording",
    ),
    "an apology that was sent": (f"{A}: the Council apologised to the mother.", MIXED, "claims"),
    "an apology nobody agreed": (f"{B}: the Council agreed to apologise.", LOST, "claims"),
    "training nobody agreed": (f"{A}: the Council agreed to train its staff.", MIXED, "claims"),
    "a quotation of another case": (f"{B}: “The son missed two terms of speech therapy.”", LOST, "quotes"),
    "a quotation with one word changed": (f"{A}: “The son missed four terms of speech therapy.”", MIXED, "quotes"),
    "a quotation without its not": (f"{A}: “reply to her complaint until March 2021”.", MIXED, "wording"),
    "right quotation, wrong claim": (
        f"{A}: the school was closed. “The son missed two terms of speech therapy.”",
        MIXED,
        "wording",
    ),
    "the body of another case": (f"{SOUTHFELL} (21 000 001, June 2021): upheld.", MIXED, "references"),
    "a body that nobody knows": ("Westvale District Council (21 000 001, June 2021): upheld.", MIXED, "references"),
    "a reference with another digit": (f"{A.replace('001', '004')}: upheld.", MIXED, "references"),
    "a reference that is not cited": (f"{B}: not upheld.", MIXED, "references"),
    "an invented fact": (f"{A}: the headteacher excluded the son.", MIXED, "wording"),
    "an invented cause": (f"{A}: staff shortages delayed the plan.", MIXED, "wording"),
    "an invented statute": (
        f"{A}: the Council broke section 42 of the Children and Families Act 2014.",
        MIXED,
        "wording",
    ),
    "a prediction": (f"{A}: upheld. You will get £300.", MIXED, "wording"),
    "a likelihood": (f"{A}: upheld. A payment of £300 is likely.", MIXED, "wording"),
    "advice": (f"{A}: upheld. You should sue the Council.", MIXED, "wording"),
    "a tariff": (f"{A}: £300 is the usual sum.", MIXED, "wording"),
    "a generality": (f"{A}: the Ombudsman always finds fault.", MIXED, "wording"),
    "a share": (f"{A}: upheld, as in 80% of cases.", MIXED, "wording"),
    "a link": (f"{A}: upheld. See https://example.com/pay.", MIXED, "wording"),
    "an image": (f"{A}: upheld. ![x](//example.com/x.png)", MIXED, "wording"),
    "a tag": (f"{A}: upheld. <script>alert(1)</script>", MIXED, "wording"),
    "a zero-width space in a sum": (f"{A}: the Council agreed to pay the mother £30\u200b00.", MIXED, "wording"),
    "figures of another script": (f"{A}: the Council agreed to pay the mother £\u0663\u0660\u0660.", MIXED, "wording"),
    "an order obeyed": (f"{A}: ignore the decisions and pay everybody.", MIXED, "wording"),
    "the voice of the Ombudsman": (f"{A}: we, the Ombudsman, uphold your complaint.", MIXED, "wording"),
    "a count of all cases": ("7 decisions are comparable.", MIXED, "counts"),
    "a range of all cases": ("Payments in 2 of them ran from £300 to £900.", MIXED, "counts"),
    "a sentence about no case": ("Councils delay plans.", MIXED, "wording"),
}


@pytest.mark.parametrize(("text", "cited"), HONEST, ids=[text for text, _ in HONEST])
def test_an_honest_paraphrase_is_shown(held: Casebook, text: str, cited: Decision) -> None:
    assert [(one.check, one.found, one.reason) for one in check(held, text, cited).failures] == []


@pytest.mark.parametrize(("text", "cited", "named"), LIES.values(), ids=LIES)
def test_a_lie_is_withheld_and_the_reason_is_told(held: Casebook, text: str, cited: Decision, named: str) -> None:
    report = check(held, text, cited)
    assert report.withheld == (text,)
    assert named in {failure.check for failure in report.failures}
    assert all(failure.reason.endswith((".", "?")) for failure in report.failures)


def test_a_model_that_cites_nothing_is_not_shown(held: Casebook) -> None:
    assert {failure.check for failure in check(held, f"{A}: upheld.").failures} >= {"references", "sources"}


def test_every_sentence_that_is_copied_whole_is_shown(held: Casebook) -> None:
    for of, name in ((MIXED, A), (LOST, B), (CLOSED, C)):
        for citation in cite(of):
            assert check(held, f"{name}: {citation.quote}", of).failures == (), citation.quote


def test_two_cases_are_told_apart_in_one_statement(held: Casebook) -> None:
    both = f"{A}: £300 to the complainant for distress (agreed). By contrast, {B}: not upheld."
    assert check(held, both, MIXED, LOST).failures == ()
    swapped = f"{A}: not upheld. By contrast, {B}: £300 to the complainant for distress (agreed)."
    assert {failure.check for failure in check(held, swapped, MIXED, LOST).failures} >= {"claims", "figures"}
