"""The words that decide nothing of a matter: no finding could be made, or it was not investigated."""

from __future__ import annotations

from assistant.domain import FindingResult
from ingest.findings.results.phrases import ANYBODY, I_OR_WE, MATTER, SUBJECT, ResultRule, result_rule

_RESULT_PIECES = ("finding", "view", "conclusion", "decision", "judg", "determination")
_NOT = r"(?: \w+){0,2}? ?(?:not|n't|cannot|no longer)(?: \w+){0,2}?"
_NO_RESULT = r"(?:finding|view|conclusion|decision|judg(?:e?)ment|determination)s?\b"

WITHOUT_RESULT: tuple[ResultRule, ...] = (
    # ---- no finding: the evidence did not allow one
    result_rule(
        r"\b(?:unable|not able|not (?:been )?(?:possible|able)|impossible|cannot|can't|could not|can|do not|not going)"
        rf"(?:,? \w+,?){{0,4}}? (?:reach|make|come to|arrive at|form)(?: \w+){{0,3}}? {_NO_RESULT}"
        rf"(?: (?:on|about|as to|over|regarding|of|whether|that) {MATTER})?",
        FindingResult.NO_FINDING,
        pieces=_RESULT_PIECES,
    ),
    result_rule(
        rf"\b(?:make|made|making|makes|reach|reached) (?:therefore )?no {_NO_RESULT}(?: (?:on|about|as to"
        rf"|of) {MATTER})?",
        FindingResult.NO_FINDING,
        pieces=_RESULT_PIECES,
    ),
    result_rule(
        r"\b(?:cannot|can't|could not|unable to|not able to|not possible(?: for (?:me|us))? to|do not) (?:\w+ ){0,4}?"
        r"(?:say|know|establish|determine|decide|tell|choose|prefer)(?:,? even)?,?(?: \w+){0,6}?,? "
        r"(?:what (?:was said|happened)|who (?:is|was) (?:right|telling)|which (?:account|version|of)"
        r"|between (?:the|these|their|them)|whether there was (?:any )?fault)",
        FindingResult.NO_FINDING,
        pieces=("not", "n't", "unable"),
    ),
    result_rule(
        r"\b(?:not enough|insufficient|no (?:firm|clear|independent|corroborating)) evidence (?:\w+ ){0,4}?"
        rf"(?:to|for me to|for us to) (?:reach|make|come to|decide|conclude|find|say"
        rf"|uphold)\b(?:[^.;]{{0,40}}? (?:on|about) {MATTER})?",
        FindingResult.NO_FINDING,
        pieces=("evidence",),
    ),
    result_rule(
        r"\b(?:cannot|can't|unable to|not able to|not possible(?: for (?:me|us))? to) (?:now )?resolve (?:it|this"
        r"|that|these|the (?:dispute|conflict|difference|disagreement)|which)\b",
        FindingResult.NO_FINDING,
        pieces=("resolve",),
    ),
    # ---- not investigated
    result_rule(
        rf"{ANYBODY}{_NOT} (?:investigat\w*|look\w* (?:into|further (?:into|at))|examin\w+|comment\w* on)"
        # "The issues I am not investigating are told at the end" announces, and names none.
        rf"(?: (?:further|separately|again))?(?! (?:is|are|was|were|will|can|follow|appear)\b) {MATTER}",
        FindingResult.NOT_INVESTIGATED,
        pieces=("investigat", "look", "examin", "comment"),
    ),
    result_rule(
        rf"\b(?:discontinued?|stopped|ended?) (?:my|our|the|this|his|her) (?:investigation|consideration) (?:of"
        rf"|into|about) {MATTER}",
        FindingResult.NOT_INVESTIGATED,
        pieces=("investigation", "consideration"),
    ),
    result_rule(
        rf"{SUBJECT} (?:is|was|are|were) (?:one|something|a matter|matters?|not something|an issue"
        rf"|issues) (?:that |which )?{ANYBODY[2:]}"
        rf"{_NOT} (?:investigat\w*|look\w* (?:into|at)|consider\w*|comment\w* on)",
        FindingResult.NOT_INVESTIGATED,
        pieces=("investigat", "look", "consider", "comment"),
    ),
    result_rule(
        rf"{I_OR_WE} (?:cannot|will not|have not|did not|am not|are not) (?:therefore |also )?consider(?:ed|ing)? "
        r"(?:the|his|her|their|m\w+ \w+'s?) (?:part of )?(?:the |his |her |their )?complaints? (?:about|that|of) "
        rf"{MATTER}",
        FindingResult.NOT_INVESTIGATED,
        pieces=("consider",),
    ),
    # "He also complained about his pension. I cannot consider this.": the matter stands in the sentence before.
    result_rule(
        rf"{I_OR_WE} (?:(?:therefore|also) )?(?:cannot|can't|can not|could not|will not|have not|am (?:not"
        rf" able|unable)"
        r" to|are (?:not able|unable) to) (?:therefore )?consider(?:ed)? (?:this|that|it|these)"
        r"(?: (?:part|matter|issue|point|complaint|aspect)s?(?: of (?:the|his|her|their) complaint)?)?"
        r"(?= further\b|[.,;]|$| (?:because|as|since|and|for|under|in this)\b)",
        FindingResult.NOT_INVESTIGATED,
        pieces=("consider",),
    ),
    result_rule(
        r"^(?:this|that|these|it|both)(?: (?:part|matter|issue|point|aspect|complaint|concern)s?"
        r"(?: of (?:the|his|her|their|m[rs]s? \w'?s?'?) complaint)?)? (?:is|are|was|were|falls?|lies?)"
        r" (?:therefore |also )?"
        r"(?:(?:outside|beyond|not within) (?:my|our|the ombudsman'?s'?|what (?:I|we))\b"
        r"|(?:an? )?matters? for (?:the |an? )?(?:\w+ ){0,3}?(?:commissioner|courts?|police|tribunal|insurers?"
        r"|regulator|ofsted|ombudsman)\b)",
        FindingResult.NOT_INVESTIGATED,
        pieces=("outside", "beyond", "not within", "matter"),
    ),
)
