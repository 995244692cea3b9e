"""What a text says was decided, beside a decision that is held: outcome, findings, injustice, kinds of remedy."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.checking.held import HeldDecision
from assistant.checking.judged import Judged, Passage, Verdict
from assistant.claims import Claim, ClaimKind
from assistant.domain import Finding, FindingResult, Outcome, RemedyKind, RemedyStatus
from assistant.question.words import table_words
from assistant.text import join_words

_OTHERS = (
    r"(?:council|authority|stage (?:one|two|three|1|2|3)|panel|investigator|tribunal|court|adjudicat\w+|trust|provider"
    r"|investigating officer)"
)
# "The panel upheld it", "upheld at stage two": the outcome of another procedure than the Ombudsman's.
_BY_OTHERS_BEFORE = re.compile(rf"\b{_OTHERS}(?:'s)?(?: \w+){{0,3}} ?$", re.IGNORECASE)
_PASSIVE = re.compile(r"\b(?:was|were|is|are|been|being|be)(?: \w+){0,2} ?$", re.IGNORECASE)
_SHOWN = re.compile(
    r"\b(?:shows?|showed|shown|reads?|says?|said|marked|headed|recorded|listed)(?: as)?\W*$", re.IGNORECASE
)
_BY_OTHERS_BEHIND = re.compile(rf"^ (?:by|at|before|on) (?:the |a |an |its )?(?:\w+ )?{_OTHERS}\b", re.IGNORECASE)
_DECISION_WORDS = re.compile(
    r"\b(?:complaints?|cases?|ombudsman|decisions?|investigations?|it|they|outcome|all|both|claim|one|statement|header"
    r"|which)\b|\d{3}[a-z]?\b"
    r"|[:|(\u2013\u2014-]\s*$|^\W*$",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"^(?: (?:was|were|is)(?: found)?)?,? (?:in|about|with|over|on|for|regarding|by|of|as|when|because|that)\b"
    r"(?P<what>[^.;:]{3,160})",
    re.IGNORECASE,
)
_ONLY_SIGN_OF = re.compile(
    r"(?<!found )(?<!is )(?<!was )\b(?:evidence|signs?|suggestion|allegations?|suspicion|likelihood"
    r"|question) of (?:any )?$",
    re.IGNORECASE,
)
_CONTRAST = re.compile(
    r",? \W?(?:but|although|though|while|whereas|yet|and (?:it|did|found|the (?:ombudsman|council)))\b"
)
# "Closing the case was not fault" speaks of one thing that was done; "the Council was not at fault" of all.
_SUBJECT = re.compile(r"(\w+) (?:was|were|is|are)(?: also| itself| therefore)? $", re.IGNORECASE)
_WHOLE = frozenset(table_words("council it they authority there trust which ombudsman body"))
_WORD = re.compile(r"[a-z][a-z'-]{2,}")
_NO_TOPIC = frozenset(
    table_words(
        "the and for that this with was were has had have its their his her they them from been when which how way who "
        "case council ombudsman found fault complaint injustice any all one two part parts about into over "
        "not but could would should did done made make manner said same there"
    )
)
_DENIES = re.compile(r"(?:\b(?:not|no|never|without|nor|whether|if|any)\b|n['\u2019]t\b)[^.;]{0,60}$", re.IGNORECASE)
_CAUSED = re.compile(r"\b(?:caus(?:ed|es|ing)|led to|suffered|found|with)\b[^.;,]{0,30}$", re.IGNORECASE)
# "Outcome: not upheld", "21 555 001 was not upheld": said of the decision and of no part of it.
_OF_THE_WHOLE = re.compile(
    r"(?:\b(?:outcome|decision|result)\W*|\d{3}[a-z]?\W*(?:(?:was|is) )?|\|\s*"
    r"|\b(?:the|this|that|her|his|their) (?:complaint|case|decision) (?:was|is) )$",
    re.IGNORECASE,
)
_FOR_A_PART = re.compile(r"^(?: \w+){0,2},? (?:for|on|about|over|in respect of)\b", re.IGNORECASE)
_NONE_OF = re.compile(
    r"(?:\bnot|n['\u2019]t|\bnever)\b[^.;,]{0,30}\bany(?: \w+)? $"
    r"|\b(?:no|without(?: an?| any)?|nor(?: an?| any)?)(?: \w+)? $",
    re.IGNORECASE,
)
_DID_NOT = re.compile(
    r"(?:\bnot|n't|n\u2019t|\bnever|\brefused to|\bdeclined to|\bwithout)(?: \w+)?(?: an?| the)? ?$", re.IGNORECASE
)


def judge_outcome(claim: Claim, before: str, behind: str, held: HeldDecision, *, is_beside: bool) -> Judged | None:
    """The Ombudsman's outcome; None where the words speak of the council's own procedure or of no complaint.

    ``is_beside``: the reference stands in the same sentence, which needs no word for a complaint.
    """
    decision, said = held.decision, claim.value
    if behind.startswith("?") or _is_councils(before, behind):
        return None
    is_plain_word = said is Outcome.CLOSED and "investigat" not in claim.words.lower()
    if (not is_beside or is_plain_word) and not _DECISION_WORDS.search(before[-25:] if is_plain_word else before[-80:]):
        return None  # "the unit was closed"
    reference, place = decision.reference, (claim.start, claim.end)
    if decision.outcome is None:
        return Judged("outcome", *place, Verdict.NOT_CHECKABLE, f"{reference}: its outcome is not held.")
    inferred = ", as we infer from its text" if decision.outcome_inferred else ""
    why = f"{reference}: {decision.outcome.value}{inferred}."
    passage = _passage(held)
    if claim.is_negated and said is not Outcome.NOT_UPHELD:
        same = decision.outcome is not said
    else:
        same = decision.outcome is said
    if same:
        return Judged("outcome", *place, Verdict.SUPPORTED, why, passage)
    if "enquir" not in (claim.words + behind[:30]).lower() and _is_told_of_part(said, held):
        why = f"{reference}: its header shows {decision.outcome.value}; its words say this as well, of a part."
        return Judged("outcome", *place, Verdict.NOT_CHECKABLE, why, passage)
    is_of_part = not _OF_THE_WHOLE.search(before)
    if is_of_part and said is Outcome.NOT_UPHELD and any(f.result is FindingResult.NO_FAULT for f in decision.findings):
        why = f"{reference}: {decision.outcome.value} as a whole; on one issue no fault was found."
        return Judged("outcome", *place, Verdict.NOT_CHECKABLE, why, passage)
    instead = "" if claim.is_negated else decision.outcome.value.lower()
    return Judged("outcome", *place, Verdict.CONTRADICTED, why, passage, instead=instead)


def _is_told_of_part(said: object, held: HeldDecision) -> bool:
    """True where the decision's words say the outcome that its header does not show.

    An upheld complaint may not have been investigated further, and closed or discontinued is often one to a writer.
    """
    ended = {Outcome.CLOSED, Outcome.DISCONTINUED}
    if said in ended and held.decision.outcome in ended:
        return True
    if said in ended and any(f.result is FindingResult.NOT_INVESTIGATED for f in held.decision.findings):
        return True
    if held.decision.is_full_text:
        return False  # its words tell of the council's own stages too
    told = {claim.value for _, claim in held.claims(ClaimKind.OUTCOME)}
    return said in told or (said in ended and bool(told & ended))


def _is_councils(before: str, behind: str) -> bool:
    if _BY_OTHERS_BEHIND.match(behind):
        return True
    return bool(_BY_OTHERS_BEFORE.search(before)) and not (_PASSIVE.search(before) or _SHOWN.search(before))


def _passage(held: HeldDecision) -> Passage | None:
    paragraphs = held.decision.paragraphs
    if held.decision.is_full_text and paragraphs:
        return held.passage(paragraphs[-1], 0, 1)
    return held.passage(paragraphs[0], 0, 1) if paragraphs else None


# --------------------------------------------------------------------------- findings


def judge_finding(claim: Claim, before: str, behind: str, held: HeldDecision) -> Judged | None:
    """Fault, no fault or no finding: of the issue that the words name, else of the decision."""
    said, place = claim.value, (claim.start, claim.end)
    if not isinstance(said, FindingResult) or (claim.is_negated and said is FindingResult.FAULT):
        return None
    if said is FindingResult.FAULT and _ONLY_SIGN_OF.search(before):
        return None  # "for want of evidence of fault"
    about = _ABOUT.match(behind)
    issue = _issue_named(_CONTRAST.split(about["what"])[0], held) if about else None
    reference = held.decision.reference
    if issue is not None and issue.result is not FindingResult.NOT_STATED:
        why = f"{reference}: on \u201c{issue.issue}\u201d the finding is {issue.result.value}."
        verdict = Verdict.SUPPORTED if issue.result is said else Verdict.CONTRADICTED
        return Judged("finding", *place, verdict, why, _finding_passage(held, issue))
    results = {finding.result for finding in held.decision.findings}
    if said in results:
        found = next(finding for finding in held.decision.findings if finding.result is said)
        why = f"{reference}: on \u201c{found.issue}\u201d the finding is {said.value}."
        return Judged("finding", *place, Verdict.SUPPORTED, why, _finding_passage(held, found))
    subject = _SUBJECT.search(before)
    is_part = about is not None or (subject is not None and subject[1].lower() not in _WHOLE)
    return _judge_by_outcome(said, place, held, is_qualified=is_part)


def _judge_by_outcome(said: FindingResult, place: tuple[int, int], held: HeldDecision, *, is_qualified: bool) -> Judged:
    decision, passage = held.decision, _passage(held)
    reference, outcome = decision.reference, decision.outcome
    why = f"{reference}: {outcome.value if outcome else 'outcome not held'}."
    if outcome is Outcome.UPHELD:
        if said is FindingResult.FAULT:
            return Judged("finding", *place, Verdict.SUPPORTED, why, passage)
        if said is FindingResult.NO_FAULT:
            told = _told(held, ClaimKind.FINDING, FindingResult.NO_FAULT)
            if told is not None:
                return Judged("finding", *place, Verdict.SUPPORTED, f"{reference} finds no fault on a part.", told)
            if not is_qualified:
                return Judged("finding", *place, Verdict.CONTRADICTED, why, passage)
    elif outcome is Outcome.NOT_UPHELD:
        if said is FindingResult.NO_FAULT:
            return Judged("finding", *place, Verdict.SUPPORTED, why, passage)
        if said is FindingResult.FAULT and _told(held, ClaimKind.FINDING, FindingResult.FAULT) is None:
            return Judged("finding", *place, Verdict.CONTRADICTED, why, passage)
    elif (
        outcome in (Outcome.CLOSED, Outcome.DISCONTINUED)
        and said is FindingResult.FAULT
        and _told(held, ClaimKind.FINDING, FindingResult.FAULT) is None
    ):
        return Judged("finding", *place, Verdict.CONTRADICTED, f"{why} No finding of fault is held.", passage)
    if said is FindingResult.NO_FINDING:
        told = _told(held, ClaimKind.FINDING, FindingResult.NO_FINDING)
        if told is not None:
            return Judged("finding", *place, Verdict.SUPPORTED, f"{reference} makes no finding on a part.", told)
    return Judged("finding", *place, Verdict.NOT_CHECKABLE, f"{why} What is held does not tell this finding.", passage)


def _told(held: HeldDecision, kind: ClaimKind, value: object) -> Passage | None:
    for text, claim in held.claims(kind):
        if claim.value is value and text.paragraph is not None and not claim.is_negated:
            return held.passage(text.paragraph, claim.start, claim.end)
    return None


def _finding_passage(held: HeldDecision, finding: Finding) -> Passage | None:
    """The sentence of the finding's paragraphs that states a result, else the first."""
    for identity in finding.paragraphs:
        paragraph = held.decision.paragraph(identity)
        if paragraph is None:
            continue
        for text in held.texts:
            if text.paragraph is paragraph:
                for claim in text.claims:
                    if claim.kind is ClaimKind.FINDING and claim.value is finding.result:
                        return held.passage(paragraph, claim.start, claim.end)
    first = held.decision.paragraph(finding.paragraphs[0]) if finding.paragraphs else None
    return held.passage(first, 0, 1) if first else _passage(held)


def _issue_named(words: str, held: HeldDecision) -> Finding | None:
    """The one issue that shares most of these words, told apart from the next by at least one word."""
    said = _topic(words)
    scored = []
    for finding in held.decision.findings:
        texts = [finding.issue]
        if held.decision.is_full_text:
            paragraphs = [held.decision.paragraph(identity) for identity in finding.paragraphs]
            texts += [paragraph.text for paragraph in paragraphs if paragraph is not None]
        scored.append((len(said & _topic(" ".join(texts))), 2 * len(said & _topic(finding.issue)), finding))
    if not scored:
        return None
    totals = sorted(
        ((all_words + in_issue, finding) for all_words, in_issue, finding in scored), key=lambda one: -one[0]
    )
    best = totals[0]
    second = totals[1][0] if len(totals) > 1 else 0
    return best[1] if best[0] >= 2 and best[0] > second else None


def _topic(words: str) -> set[str]:
    """The telling words, cut to their first six letters so that "assess" and "assessment" are one."""
    return {word[:6] for word in _WORD.findall(words.lower()) if word not in _NO_TOPIC}


# --------------------------------------------------------------------------- injustice and kinds of remedy


def judge_injustice(claim: Claim, before: str, held: HeldDecision) -> Judged | None:
    """Whether there was injustice: said to be none where it is held, or the other way round."""
    decision, place = held.decision, (claim.start, claim.end)
    reference, passage = decision.reference, _passage(held)
    said = claim.value is True
    if said and _DENIES.search(before):
        return None  # "did not cause her an injustice": too many ways to deny it to be sure which is meant
    states = {finding.injustice for finding in decision.findings} - {None}
    if said in states or (said and decision.injustice):
        named = (join_words(decision.injustice) or "injustice") if said else "fault without injustice on one issue"
        return Judged("injustice", *place, Verdict.SUPPORTED, f"{reference}: {named}.", passage)
    if not said and any(claim.value is False for _, claim in held.claims(ClaimKind.INJUSTICE)):
        return Judged("injustice", *place, Verdict.SUPPORTED, f"{reference} says so of a part.", passage)
    if (not said and (True in states or decision.injustice)) or (said and states == {False} and _CAUSED.search(before)):
        named = f"injustice: {join_words(decision.injustice)}" if decision.injustice else "injustice is held otherwise"
        return Judged("injustice", *place, Verdict.CONTRADICTED, f"{reference}: {named}.", passage)
    return Judged("injustice", *place, Verdict.NOT_CHECKABLE, f"{reference}: what is held does not tell.", passage)


def judge_remedy_kind(claim: Claim, before: str, behind: str, held: HeldDecision) -> Judged | None:
    """An apology, refund, training and so on; None where the word is too general to be wrong ("a payment")."""
    said = claim.value
    if not isinstance(said, RemedyKind):
        return None
    decision, place = held.decision, (claim.start, claim.end)
    reference = decision.reference
    rows = [remedy for remedy in decision.remedies if remedy.is_remedy and _is_kind(remedy.kind, said)]
    kinds = join_words(dict.fromkeys(remedy.kind.value for remedy in decision.remedies if remedy.is_remedy))
    if rows:
        paragraph = decision.paragraph(rows[0].paragraph) if rows[0].paragraph else None
        passage = _kind_passage(held, said) or held.passage(paragraph, 0, 1)
        why = f"{reference}: the remedies held include {said.value}."
        if claim.is_negated and not _is_denied_outright(claim, before, behind, held):
            return None
        verdict = Verdict.CONTRADICTED if claim.is_negated else Verdict.SUPPORTED
        return Judged("remedy", *place, verdict, why, passage)
    told = _kind_passage(held, said)
    if told is not None and not claim.is_negated:
        return Judged("remedy", *place, Verdict.SUPPORTED, f"{reference} speaks of it.", told)
    if claim.is_negated or said is RemedyKind.PAYMENT:
        return None
    held_kinds = f"the remedies held are {kinds}" if kinds else "no remedy is held"
    if decision.is_full_text:
        return Judged("remedy", *place, Verdict.CONTRADICTED, f"{reference}: {held_kinds}.", _passage(held))
    why = f"{reference}: {held_kinds}; our digest does not speak of it, the full decision may."
    return Judged("remedy", *place, Verdict.NOT_CHECKABLE, why)


def _is_denied_outright(claim: Claim, before: str, behind: str, held: HeldDecision) -> bool:
    """True for "no apology" and "did not apologise"; False for "the apology did not go far enough"."""
    if any(other.value is claim.value and other.is_negated for _, other in held.claims(ClaimKind.REMEDY_KIND)):
        return False
    if _NONE_OF.search(before):
        # "No payment for the delay" denies one payment, and there may be others.
        return _FOR_A_PART.match(behind) is None
    return claim.value in (RemedyKind.APOLOGY, RemedyKind.REFUND) and _DID_NOT.search(before) is not None


def _is_kind(held: RemedyKind, said: RemedyKind) -> bool:
    money = {RemedyKind.PAYMENT, RemedyKind.REFUND}
    return held is said or (said is RemedyKind.PAYMENT and held in money)


def _kind_passage(held: HeldDecision, said: RemedyKind) -> Passage | None:
    for text, claim in held.claims(ClaimKind.REMEDY_KIND):
        if claim.value is said and text.paragraph is not None and not claim.is_negated:
            return held.passage(text.paragraph, claim.start, claim.end)
    return None


def judge_refusal(claim: Claim, apology: Sequence[Claim], held: HeldDecision) -> Iterator[Judged]:
    """A status that stands with no sum ("had already apologised", "refused to apologise")."""
    if claim.value is not RemedyStatus.ALREADY_DONE and claim.value is not RemedyStatus.ALREADY_PAID:
        return
    behind = {RemedyStatus.ALREADY_DONE, RemedyStatus.ALREADY_PAID}
    kinds = {one.value for one in apology if claim.start <= one.start < claim.end}
    for remedy in held.decision.remedies:
        if remedy.status in behind and (not kinds or remedy.kind in kinds):
            paragraph = held.decision.paragraph(remedy.paragraph) if remedy.paragraph else None
            why = f"{held.decision.reference}: {remedy.kind.value} is held as {remedy.status.value}."
            yield Judged("status", claim.start, claim.end, Verdict.SUPPORTED, why, held.passage(paragraph, 0, 1))
            return
