"""The words of results as tables: how fault, no fault, no finding and no investigation are stated.

Every pattern is matched against text that ``assistant.text.unify_characters`` made plain. A pattern's group ``m`` is
the matter that the result is about; a pattern without it states a result of what was said before ("This was fault").
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.domain import FindingResult


@dataclass(frozen=True)
class ResultRule:
    """A wording that states a result. ``is_soft`` rows count only where nothing plainer is said of the matter.

    A clause without any of the ``pieces``, in lower case, cannot match (see ``wording``).
    """

    pattern: re.Pattern[str]
    result: FindingResult
    is_soft: bool = False
    pieces: tuple[str, ...] = ("fault",)


def _rule(
    pattern: str, result: FindingResult, *, is_soft: bool = False, pieces: tuple[str, ...] = ("fault",)
) -> ResultRule:
    return ResultRule(re.compile(pattern, re.IGNORECASE), result, is_soft, pieces)


# The matter behind a preposition, up to the end of its clause; short, so that time stays linear.
_MATTER = r"(?P<m>[^.;]{2,400})"
# The matter before the verb: the whole clause up to it.
_SUBJECT = r"^(?P<m>[^.;]{2,400}?)"
# "causing her distress,", and "which caused Mrs A an injustice" also without a comma.
_CAUSING = r"(?:,? (?:(?:that|which) (?:has |have |had )?)?caus\w+ (?:[\w' ]{3,40},|[\w' ]{0,40}?injustice\b))?"
# A body's name goes up to where what it did begins; several are joined by commas before capitals.
_NAME = r"(?:(?!\b(?:including|namely|such as|delay\w*|fail\w*|not \w+ing)\b)[^,.;:]){2,60}?"
_BY = (
    rf"{_CAUSING}(?: (?:by|on the part of|from|with(?= (?:both )?(?:the|an?) (?:council|trust|home|provider"
    rf"|care provider|icb|ccg)\b(?!'))) (?:both )?(?:the |[A-Z]){_NAME}"
    rf"(?:(?:, (?:and )?| and )(?:the )?(?-i:[A-Z]){_NAME}){{0,3}})?{_CAUSING}"
)
_ABOUT = (
    r"(?:in respect of|in relation to|with regard to|as a result of|because of|through"
    r"|in|with|on|over|for|about|when|because|as|by|around|regarding"
    r"|including|namely|such as)"
)
# Without a preposition: "fault by the Council delaying the visit".
_DOING = r"(?=(?:delaying|failing|refusing|not \w+ing|losing|giving|sending|taking)\b)"
# "also", "clearly", "nonetheless": what may stand between the verb and the word fault.
_ADVERBS = r"(?:(?:also|too|therefore|clearly|partly|then|still|now|nevertheless|nonetheless|both|all|certainly) ){0,2}"
_NOUN = (
    r"(?:(?:further |clear |also ){0,2}evidence of )?(?:an? |some |(?:further|clear|serious|significant|separate"
    r"|another) ){0,2}"
    r"(?:faults?|service failures?|maladministration)\b"
)
_NOUN_PIECES = ("fault", "service failure", "maladministration")
_RESULT_PIECES = ("finding", "view", "conclusion", "decision", "judg", "determination")
_I = r"\b(?:I|we|the ombudsm[ae]n|he|she|they)"
# What a fault did to somebody.
_LED = r"(?:(?:(?:has|have|had) )?(?:cost|caused|led|meant|left|resulted|put|denied|deprived|contributed))"
_NOT = r"(?: \w+){0,2}? ?(?:not|n't|cannot|no longer)(?: \w+){0,2}?"
_I_OR_WE = r"\b(?:I|we|the ombudsm[ae]n)"
_NO_RESULT = r"(?:finding|view|conclusion|decision|judg(?:e?)ment|determination)s?\b"
_FOUND = r"(?:find|found|finds|seen?|sees|identif(?:y|ied)|consider|think|believe|say|said|show|suggest)"

# Asked in this order of each clause; the first row that matches gives the clause's result.
RESULT_RULES: tuple[ResultRule, ...] = (
    # ---- no finding: the evidence did not allow one
    _rule(
        r"\b(?:unable|not able|not (?:been )?(?:possible|able)|impossible|cannot|can't|could not|can|do not|not going)"
        rf"(?:,? \w+,?){{0,4}}? (?:reach|make|come to|arrive at|form)(?: \w+){{0,3}}? {_NO_RESULT}"
        rf"(?: (?:on|about|as to|over|regarding|of|whether|that) {_MATTER})?",
        FindingResult.NO_FINDING,
        pieces=_RESULT_PIECES,
    ),
    _rule(
        rf"\b(?:make|made|making|makes|reach|reached) (?:therefore )?no {_NO_RESULT}(?: (?:on|about|as to"
        rf"|of) {_MATTER})?",
        FindingResult.NO_FINDING,
        pieces=_RESULT_PIECES,
    ),
    _rule(
        r"\b(?:cannot|can't|could not|unable to|not able to|not possible(?: for (?:me|us))? to|do not) (?:\w+ ){0,4}?"
        r"(?:say|know|establish|determine|decide|tell|choose|prefer)(?:,? even)?,?(?: \w+){0,6}?,? "
        r"(?:what (?:was said|happened)|who (?:is|was) (?:right|telling)|which (?:account|version|of)"
        r"|between (?:the|these|their|them)|whether there was (?:any )?fault)",
        FindingResult.NO_FINDING,
        pieces=("not", "n't", "unable"),
    ),
    _rule(
        r"\b(?:not enough|insufficient|no (?:firm|clear|independent|corroborating)) evidence (?:\w+ ){0,4}?"
        rf"(?:to|for me to|for us to) (?:reach|make|come to|decide|conclude|find|say"
        rf"|uphold)\b(?:[^.;]{{0,40}}? (?:on|about) {_MATTER})?",
        FindingResult.NO_FINDING,
        pieces=("evidence",),
    ),
    _rule(
        r"\b(?:cannot|can't|unable to|not able to|not possible(?: for (?:me|us))? to) (?:now )?resolve (?:it|this"
        r"|that|these|the (?:dispute|conflict|difference|disagreement)|which)\b",
        FindingResult.NO_FINDING,
        pieces=("resolve",),
    ),
    # ---- not investigated
    _rule(
        rf"{_I}{_NOT} (?:investigat\w*|look\w* (?:into|further (?:into|at))|examin\w+|comment\w* on)"
        # "The issues I am not investigating are told at the end" announces, and names none.
        rf"(?: (?:further|separately|again))?(?! (?:is|are|was|were|will|can|follow|appear)\b) {_MATTER}",
        FindingResult.NOT_INVESTIGATED,
        pieces=("investigat", "look", "examin", "comment"),
    ),
    _rule(
        rf"\b(?:discontinued?|stopped|ended?) (?:my|our|the|this|his|her) (?:investigation|consideration) (?:of"
        rf"|into|about) {_MATTER}",
        FindingResult.NOT_INVESTIGATED,
        pieces=("investigation", "consideration"),
    ),
    _rule(
        rf"{_SUBJECT} (?:is|was|are|were) (?:one|something|a matter|matters?|not something|an issue"
        rf"|issues) (?:that |which )?{_I[2:]}"
        rf"{_NOT} (?:investigat\w*|look\w* (?:into|at)|consider\w*|comment\w* on)",
        FindingResult.NOT_INVESTIGATED,
        pieces=("investigat", "look", "consider", "comment"),
    ),
    _rule(
        rf"{_I_OR_WE} (?:cannot|will not|have not|did not|am not|are not) (?:therefore |also )?consider(?:ed|ing)? "
        r"(?:the|his|her|their|m\w+ \w+'s?) (?:part of )?(?:the |his |her |their )?complaints? (?:about|that|of) "
        rf"{_MATTER}",
        FindingResult.NOT_INVESTIGATED,
        pieces=("consider",),
    ),
    # "He also complained about his pension. I cannot consider this.": the matter stands in the sentence before.
    _rule(
        rf"{_I_OR_WE} (?:(?:therefore|also) )?(?:cannot|can't|can not|could not|will not|have not|am (?:not"
        rf" able|unable)"
        r" to|are (?:not able|unable) to) (?:therefore )?consider(?:ed)? (?:this|that|it|these)"
        r"(?: (?:part|matter|issue|point|complaint|aspect)s?(?: of (?:the|his|her|their) complaint)?)?"
        r"(?= further\b|[.,;]|$| (?:because|as|since|and|for|under|in this)\b)",
        FindingResult.NOT_INVESTIGATED,
        pieces=("consider",),
    ),
    _rule(
        r"^(?:this|that|these|it|both)(?: (?:part|matter|issue|point|aspect|complaint|concern)s?"
        r"(?: of (?:the|his|her|their|m[rs]s? \w'?s?'?) complaint)?)? (?:is|are|was|were|falls?|lies?)"
        r" (?:therefore |also )?"
        r"(?:(?:outside|beyond|not within) (?:my|our|the ombudsman'?s'?|what (?:I|we))\b"
        r"|(?:an? )?matters? for (?:the |an? )?(?:\w+ ){0,3}?(?:commissioner|courts?|police|tribunal|insurers?"
        r"|regulator|ofsted|ombudsman)\b)",
        FindingResult.NOT_INVESTIGATED,
        pieces=("outside", "beyond", "not within", "matter"),
    ),
    # ---- no fault
    _rule(
        rf"\b(?:do|does|did) not (?:agree|accept)(?: with)? .{{0,40}}\b(?:view|claim|suggestion) that {_MATTER}",
        FindingResult.NO_FAULT,
        pieces=("agree", "accept"),
    ),
    _rule(
        r"\bno evidence (?:that |to (?:show|suggest) (?:that )?)?(?P<m>(?:the|its|his|her|their) [^.;]{3,80}?) "
        r"(?:was|were|is) (?:flawed|faulty|improper|biased|wrong)\b",
        FindingResult.NO_FAULT,
        pieces=("evidence",),
    ),
    # "There is nothing to suggest the panel was at fault in how …", "I have seen no reason to find fault with …".
    _rule(
        r"\b(?:nothing|no (?:evidence|sign|indication|suggestion|reason|grounds?|basis|cause))\b"
        r"(?: (?:I|we) have seen)?(?: (?:to|that would|which would|that|for))?"
        r"(?: (?:suggest|show|indicat|find|conclud|say|think|believ|prov|point)\w*)?(?: that| to| of)?"
        r"(?: (?:any )?fault| (?:the|it|they|he|she|[A-Z])(?:(?! and )[^.;,]){0,60}?"
        rf" (?:at|with) fault)\b(?:{_BY} {_ABOUT}(?: (?:it|they))? {_MATTER})?",
        FindingResult.NO_FAULT,
    ),
    _rule(
        rf"(?:\b(?:not|cannot)|n't) (?:{_FOUND} )?(?:that )?(?:(?:the|it|they|he|she|[A-Z])[^.;]{{0,60}}? )?"
        rf"(?:was |were |is |been )?"
        rf"(?:at|with) fault {_ABOUT}(?: (?:it|they))? {_MATTER}",
        FindingResult.NO_FAULT,
    ),
    _rule(
        rf"\b(?:no|without|cannot {_FOUND}(?: any)?|(?:not|n't) {_FOUND}(?: (?:any|that there (?:was|is)(?: any)?))?)"
        rf" (?:evidence of |sign of |indication of )?(?:any )?fault{_BY} {_ABOUT} "
        rf"(?!(?:it|this|that|these|them)\b|th(?:is|at|ese) (?:point|part|matter|issue|respect)){_MATTER}",
        FindingResult.NO_FAULT,
    ),
    _rule(
        rf"\b(?:not|n't) {_FOUND} (?:that )?(?P<m>[^.;]{{2,200}}?) (?:was|is|were|are|to be|amount\w*"
        rf"|constitute\w*)\b[^.;]{{0,60}}\bfault\b",
        FindingResult.NO_FAULT,
    ),
    _rule(
        rf"\b(?:it|that) (?:is|was) (?:therefore )?not (?:a )?fault (?:for [^.;]{{2,60}}? )?(?:to|that) {_MATTER}",
        FindingResult.NO_FAULT,
    ),
    _rule(
        rf"{_SUBJECT} (?:is|was|were|are|does|did) not (?:amount to |constitute )?{_NOUN}",
        FindingResult.NO_FAULT,
        pieces=_NOUN_PIECES,
    ),
    _rule(
        r"\b(?:no|not(?! to\b)(?! only\b)|without|n't|nor)\b(?: (?!and\b|but\b|is\b|was\b"
        r"|which\b)\w+){0,5}? faults?\b|\bnot at fault\b|\bfree (?:of"
        r"|from) fault\b",
        FindingResult.NO_FAULT,
    ),
    _rule(
        r"\bnot (?:\w+ ){0,3}?(?:so|sufficiently|serious enough|significant enough)\b[^.;]{0,60}?\b(?:amount\w*(?: "
        r"to)?|be|constitutes?|(?:I|we) (?:would|could|can) find)"
        r" (?:a )?fault\b",
        FindingResult.NO_FAULT,
    ),
    _rule(
        rf"{_I_OR_WE} (?:\w+ ){{0,2}}?(?:not|n't|cannot) uph(?:o|e)ld [^.;]{{0,40}}?complaints? "
        rf"(?:about|that|of) {_MATTER}",
        FindingResult.NO_FAULT,
        pieces=("uph",),
    ),
    # ---- fault
    _rule(
        rf"{_I_OR_WE} (?:(?:also|therefore|have|partly|partially) ){{0,2}}uph(?:o|e)ld [^.;]{{0,40}}?complaints? "
        rf"(?:about|that|of) {_MATTER}",
        FindingResult.FAULT,
        pieces=("uph",),
    ),
    # "We found it took too long to …" calls it a fault without the word.
    _rule(
        rf"{_I_OR_WE} (?:(?:also|therefore|have|has) ){{0,2}}(?:find|finds|found|conclude|concluded) (?:that )?"
        r"(?P<m>(?:(?:the|both) (?:\w+ ){0,2}?(?:council|trust|home|provider|icb|ccg|authority|board|panel)|it|they) "
        r"(?:also |had )?(?:failed to|delayed|took too long|wrongly|incorrectly|should (?:also )?have|lost"
        r"|did not (?!cause|breach|discriminat|act|ignore|refuse|mislead|delay|need|have to|do anything))[^.;]{4,400})",
        FindingResult.FAULT,
        pieces=("fail", "delay", "took too", "wrongly", "incorrectly", "should", "lost", "did not"),
    ),
    _rule(
        rf"\bthere (?:was|were) (?:(?:also|some|several|other|further|clear|serious|a number of) ){{0,2}}(?:failings?"
        rf"|shortcomings?|failures?) (?:in|with|over|around) {_MATTER}",
        FindingResult.FAULT,
        pieces=("failing", "shortcoming", "failure"),
    ),
    _rule(
        rf"\b(?:consider|considers|find|finds|found|regard|view|accepts?) (?:that )?(?P<m>[^.;]{{2,200}}?) (?:to be"
        rf"|as|to amount to|amounts? to)"
        rf" {_ADVERBS}{_NOUN}",
        FindingResult.FAULT,
        pieces=_NOUN_PIECES,
    ),
    _rule(
        rf"\bfaults? (?:has|have|had) (?:also )?been (?:found|identified|seen){_BY} (?:in|with|over|for) {_MATTER}",
        FindingResult.FAULT,
    ),
    _rule(
        r"^(?:the|an?|another|this) (?:\w+ )?faults? (?:(?:that )?(?:I|we) (?:have )?(?:identified|found|find|see) )?"
        r"(?:is|was|lies?|lay) (?:in )?(?P<m>(?:the|its|that|an?|not|failing)\b[^.;]{3,300})",
        FindingResult.FAULT,
    ),
    _rule(
        r"\b(?:find|found|identif(?:y|ied)|see|seen|were|are) (?:the following|these|several|a number of|two|three"
        r"|four) (?:areas of |instances of |main )?(?:faults?|failings|shortcomings)\b",
        FindingResult.FAULT,
        pieces=("fault", "failing", "shortcoming"),
    ),
    _rule(
        r"^by (?P<m>(?:not )?\w+ing\b[^.;]{3,300}?),? (?:the (?:\w+ )?(?:council|trust|home"
        r"|provider|icb|ccg|authority|board)|it) (?:was|were|is|acted) "
        r"(?:\w+ ){0,2}?(?:at|with) fault\b",
        FindingResult.FAULT,
    ),
    # "at fault: it did not …", "at fault in two ways: it did not …"
    _rule(
        rf"\b(?:at|with) fault{_BY}(?:,? in (?:the following|these|two|three|several|a number of) (?:\w+ )?(?:ways"
        rf"|respects|areas|matters))?: (?=(?:it|they|the)\b){_MATTER}",
        FindingResult.FAULT,
    ),
    _rule(
        rf"\b(?:it|that|this) (?:was|is) {_ADVERBS}(?:a )?fault for [^.;]{{2,40}}? (?P<m>not to [^.;]{{2,400}})",
        FindingResult.FAULT,
    ),
    _rule(
        rf"\b(?:at|with) fault{_BY},? (?:{_ABOUT}:?(?: (?:it|they|he|she))? |{_DOING})"
        rf"(?!which\b|whom\b|part\b|(?:this|that|both|each|all|some)\b"
        rf"[^.;]{{0,12}}(?:respect|case|matter|way|point)s?\b){_MATTER}",
        FindingResult.FAULT,
    ),
    _rule(
        rf"\b(?:it|that|this) (?:was|is) {_ADVERBS}(?:a )?fault (?P<m>not to (?!do\b)[^.;]{{2,400}})",
        FindingResult.FAULT,
    ),
    _rule(
        rf"\b(?:it|that|this) (?:was|is) {_ADVERBS}(?:a )?fault (?:to|that) (?!do (?:so|this"
        rf"|that)\b){_MATTER}",
        FindingResult.FAULT,
    ),
    _rule(
        rf"^(?:to|by) (?!do (?:so|this|that)\b)(?P<m>[^.;]{{8,300}}?) (?:was|is) {_ADVERBS}{_NOUN}",
        FindingResult.FAULT,
        pieces=_NOUN_PIECES,
    ),
    _rule(
        rf"\b(?:find|found|finds|finding|was|is|were|identif(?:ied|ies)|seen) (?:also |therefore )?(?:evidence of )?"
        rf"(?:a |some |further )?"
        rf"faults?{_BY},? (?:(?:{_ABOUT}|here)(?: it)?:? |{_DOING})(?!which\b|whom\b){_MATTER}",
        FindingResult.FAULT,
    ),
    # "Faults by the Council in its letters cost her time": the matter stands between fault and harm, or nowhere.
    _rule(
        rf"^(?:the )?(?:faults?|failings?) (?:by|of|on the part of) (?:both )?(?:the |[A-Z])[^.;:]{{2,60}}?"
        rf" (?:in|when|over|with|around) (?P<m>[^.;]{{3,200}}?) (?:also )?{_LED}\b",
        FindingResult.FAULT,
        pieces=("fault", "failing"),
    ),
    _rule(
        rf"^(?:the )?(?:faults?|failings?) (?:by|of|on the part of) (?:both )?(?:the |[A-Z])[^.;:]{{2,120}}?"
        rf" (?:also )?{_LED}\b",
        FindingResult.FAULT,
        pieces=("fault", "failing"),
    ),
    _rule(
        rf"{_SUBJECT},? (?:is|was|were|are|amounts? to|amounted to|constitutes?|constituted) {_ADVERBS}{_NOUN}",
        FindingResult.FAULT,
        pieces=_NOUN_PIECES,
    ),
    _rule(
        rf"{_SUBJECT} (?:is|was|were|are) {_ADVERBS}(?:(?:reached|made|taken|decided|done|carried out) )?(?:at"
        rf"|with) fault\b",
        FindingResult.FAULT,
    ),
    _rule(
        r"(?<!have )\bfound (?:that )?(?P<m>(?:the|its|his|her|their) [^.;]{3,60}? (?:was|were) (?:inaccurate"
        r"|flawed|inadequate|poor|wrong|late|unsuitable|incomplete))\b",
        FindingResult.FAULT,
        pieces=("found",),
    ),
    _rule(
        r"\bat fault\b|\bact(?:ed|s|ing) with fault\b|\b(?:find|found|finds) (?:evidence of |some )?fault\b",
        FindingResult.FAULT,
    ),
    # ---- what counts only where nothing plainer is said
    _rule(
        r"\b(?:suitable|appropriate|sufficient|proportionate|satisfactory|fair|adequate) remedy\b|\bremedied (?:the"
        r"|any|his|her|their) injustice\b",
        FindingResult.FAULT,
        is_soft=True,
        pieces=("remed",),
    ),
    _rule(
        r"\b(?:I|we) would (?:have )?(?:expect|expected) (?:the|it)\b|\b(?:below|short of) the standards?\b"
        r"|\b(?:not|un) ?acceptable\b"
        r"|\bcould have (?:done (?:more|better)|been (?:better|clearer|handled better))\b|\bpoor (?:practice"
        r"|service|communication)\b",
        FindingResult.FAULT,
        is_soft=True,
        pieces=("expect", "standard", "acceptable", "could have", "poor"),
    ),
    _rule(
        r"\b(?:apologi[sz]ed|accept(?:s|ed)|acknowledge[sd]?|admit(?:s|ted)) (?:for |that )?(?:this|it (?:did|was"
        r"|had|has|should|could)"
        r"|its (?:delay|failure|mistake|error|poor)|the (?:delay|failure|error|mistake)|failing|not|there (?:was"
        r"|were|had been) (?:a |an |some )?"
        r"(?:delay|failing|error|failure|mistake))",
        FindingResult.FAULT,
        is_soft=True,
        pieces=("apologi", "accept", "acknowledge", "admit"),
    ),
    _rule(
        rf"{_I} (?:also |therefore |have )?(?:do not|did not|cannot|not) uph(?:o|e)ld\b|\bis not upheld\b",
        FindingResult.NO_FAULT,
        is_soft=True,
        pieces=("uph",),
    ),
    _rule(
        r"\b(?:not|no (?:reason|grounds?|cause) to|make no|nothing to) critici[sz](?:e|m)\w*|\bentitled to (?:reach"
        r"|take|make|decide)"
        r"|\bsatisfied (?:that )?(?:the|it)\b[^.;]{0,40}\b(?:properly|appropriately|reasonably|correctly)\b"
        r"|\b(?:acted|dealt with|considered|handled) [^.;]{0,60}\b(?:properly|appropriately|reasonably|correctly)\b",
        FindingResult.NO_FAULT,
        is_soft=True,
        pieces=("critici", "entitled", "properly", "appropriately", "reasonably", "correctly"),
    ),
    _rule(
        rf"{_I} (?:also |therefore |have )?uph(?:o|e)ld\b|\bis (?:partly )?upheld\b",
        FindingResult.FAULT,
        is_soft=True,
        pieces=("uph",),
    ),
    _rule(
        r"\b(?:this|these|the) (?:faults?|failings?|failures?|delays?) (?:has |have |will have )?(?:clearly "
        r"|likely )?(?:caused?|led|meant|left)\b",
        FindingResult.FAULT,
        is_soft=True,
        pieces=("fault", "failing", "failure", "delay"),
    ),
    _rule(
        r"\b(?:law|legislation|act) (?:prevents|does not (?:let|allow|permit)|stops)\b|\bno (?:power|jurisdiction"
        r"|remit) to\b"
        r"|\b(?:outside|not within) (?:my|our|the ombudsman's) (?:jurisdiction|remit|power)",
        FindingResult.NOT_INVESTIGATED,
        is_soft=True,
        pieces=("prevents", "allow", "let", "permit", "stops", "no ", "outside", "not within"),
    ),
)

# A summary states faults bare, and goes on: "It also failed to …, did not … and delayed …".
BARE_FAULT = re.compile(
    r"(?:However, |But )?(?:[Tt]he (?:\w+ ){0,2}?(?:Council|Trust|Home|Care Provider|Provider|ICB|CCG|Authority|Board)"
    r"|(?:[A-Z][\w']+ ){1,4}?(?:Council|Trust|Limited|Ltd|Homes)|[Ii]t|[Tt]hey) (?:also |had |has |then |wrongly )?"
    r"(?P<m>(?:failed|delayed|wrongly|took too long|took longer|lost|did not|should have|missed)\b.{8,400})"
)
# What a body should have done and did not; asked where a page finds fault with the whole and not with each part of it.
SHORTCOMING = re.compile(
    r"\b(?:should (?:also )?have|slow to|failed to|failure to|did not|no action|took no|no (?:\w+ ){0,3}records?"
    r"|no (?:\w+ ){0,3}evidence"
    r"|not given|was not|were not|(?:has|have|had) not|without|delay(?:ed)?|never"
    r"|(?:days|weeks|months|years) (?:late|later than|overdue|longer|beyond|too)|incorrect(?:ly)?|inaccurate)\b",
    re.I,
)
# A fault found with the whole of it: "Overall, the Council was at fault for its handling of Y's case".
COLLECTIVE = re.compile(
    r"^(?:Consequently|Overall|Therefore|Taken together|In (?:conclusion|summary|short)|For (?:these|those"
    r"|all these) reasons|As a result"
    r"|It follows|So)\b|\bfor its (?:[\w']+ ){0,6}?handling of\b|\bin (?:how|the way) (?:it|the \w+) (?:dealt with"
    r"|handled)\b",
    re.I,
)

# Words that name no issue by themselves; a heading made of these says nothing about what went wrong.
EMPTY_WORDS = frozenset(
    re.findall(
        r"\w+",
        """
        found find finds ombudsman uphold upheld the and for with that this from was were has have had not its
        his her their she they him them who which when what how did council councils complaint complaints
        process finding findings recommendation recommendations considering consideration analysis response
        responses statutory event events investigation background fault injustice remedy decision stage one
        two three mrs miss case view views about into over any all been would should could also told said says
        being made make
        """,
    )
)
