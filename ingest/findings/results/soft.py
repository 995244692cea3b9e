"""The words that count only where nothing plainer is said of a matter: a remedy called enough, an admission."""

from __future__ import annotations

from assistant.domain import FindingResult
from ingest.findings.results.phrases import ANYBODY, ResultRule, result_rule

SOFT: tuple[ResultRule, ...] = (
    result_rule(
        r"\b(?:suitable|appropriate|sufficient|proportionate|satisfactory|fair|adequate) remedy\b|\bremedied (?:the"
        r"|any|his|her|their) injustice\b",
        FindingResult.FAULT,
        is_soft=True,
        pieces=("remed",),
    ),
    result_rule(
        r"\b(?:I|we) would (?:have )?(?:expect|expected) (?:the|it)\b|\b(?:below|short of) the standards?\b"
        r"|\b(?:not|un) ?acceptable\b"
        r"|\bcould have (?:done (?:more|better)|been (?:better|clearer|handled better))\b|\bpoor (?:practice"
        r"|service|communication)\b",
        FindingResult.FAULT,
        is_soft=True,
        pieces=("expect", "standard", "acceptable", "could have", "poor"),
    ),
    result_rule(
        r"\b(?:apologi[sz]ed|accept(?:s|ed)|acknowledge[sd]?|admit(?:s|ted)) (?:for |that )?(?:this|it (?:did|was"
        r"|had|has|should|could)"
        r"|its (?:delay|failure|mistake|error|poor)|the (?:delay|failure|error|mistake)|failing|not|there (?:was"
        r"|were|had been) (?:a |an |some )?"
        r"(?:delay|failing|error|failure|mistake))",
        FindingResult.FAULT,
        is_soft=True,
        pieces=("apologi", "accept", "acknowledge", "admit"),
    ),
    result_rule(
        rf"{ANYBODY} (?:also |therefore |have )?(?:do not|did not|cannot|not) uph(?:o|e)ld\b|\bis not upheld\b",
        FindingResult.NO_FAULT,
        is_soft=True,
        pieces=("uph",),
    ),
    result_rule(
        r"\b(?:not|no (?:reason|grounds?|cause) to|make no|nothing to) critici[sz](?:e|m)\w*|\bentitled to (?:reach"
        r"|take|make|decide)"
        r"|\bsatisfied (?:that )?(?:the|it)\b[^.;]{0,40}\b(?:properly|appropriately|reasonably|correctly)\b"
        r"|\b(?:acted|dealt with|considered|handled) [^.;]{0,60}\b(?:properly|appropriately|reasonably|correctly)\b",
        FindingResult.NO_FAULT,
        is_soft=True,
        pieces=("critici", "entitled", "properly", "appropriately", "reasonably", "correctly"),
    ),
    result_rule(
        rf"{ANYBODY} (?:also |therefore |have )?uph(?:o|e)ld\b|\bis (?:partly )?upheld\b",
        FindingResult.FAULT,
        is_soft=True,
        pieces=("uph",),
    ),
    result_rule(
        r"\b(?:this|these|the) (?:faults?|failings?|failures?|delays?) (?:has |have |will have )?(?:clearly "
        r"|likely )?(?:caused?|led|meant|left)\b",
        FindingResult.FAULT,
        is_soft=True,
        pieces=("fault", "failing", "failure", "delay"),
    ),
    result_rule(
        r"\b(?:law|legislation|act) (?:prevents|does not (?:let|allow|permit)|stops)\b|\bno (?:power|jurisdiction"
        r"|remit) to\b"
        r"|\b(?:outside|not within) (?:my|our|the ombudsman's) (?:jurisdiction|remit|power)",
        FindingResult.NOT_INVESTIGATED,
        is_soft=True,
        pieces=("prevents", "allow", "let", "permit", "stops", "no ", "outside", "not within"),
    ),
)
