"""Seen text to what it says in words: outcomes, findings, remedies, payees, statuses, purposes, bodies.

The field's wordings are tables; each is tried in order, and of two that overlap the first (the fuller) counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.claims.claim import ClaimKind, Found, Value
from assistant.domain import FindingResult, Outcome, Payee, Purpose, RemedyKind, RemedyStatus

Table = tuple[tuple[Value, str], ...]

_OUTCOMES: Table = (
    (
        Outcome.NOT_UPHELD,
        r"(?:not|n't|never|nor|rather than) (?:been |be |fully |be fully |have been )?(?:partly "
        r"|partially )?upheld"
        r"|un-?upheld|non-upheld|(?:did|does|do|could|would) ?(?:not|n't) uphold|(?:complaint|case"
        r"|it) (?:was )?dismissed"
        r"|dismiss(?:ed|es) (?:the|her|his|their|my|that|this) complaint|reject(?:ed|s) (?:the|her|his"
        r"|their|my|that|this)"
        r" complaint|declined to uphold|refus(?:ed|es) to uphold|(?:lost|failed) (?:the|her|his"
        r"|their) complaint",
    ),
    (
        Outcome.CLOSED,
        r"closed (?:it |the case |the complaint |this complaint )?(?:after|following|at|on) (?:an? "
        r"|the |its |their |some )?"
        r"(?:initial|early|first|assessment|preliminary)(?: (?:enquir\w+|inquir\w+|stage|look|assessment))?"
        r"|(?:was|were|is|been|ombudsman|got|being) closed(?: (?:early|without (?:an? "
        r"|any )?(?:full )?investigati\w+))?"
        r"(?! (?:by|with a finding))"
        r"|(?:will|would|did|could|shall) ?(?:not|n't) (?:be )?(?:investigate[d]?|look into)"
        r"|(?:declined|refused) to investigate"
        r"|(?:chose|decided) not to investigate|not (?:been )?investigated|(?:turned away|screened out)"
        r"|(?:closed|ended) without (?:an? |any )?(?:full )?investigati\w+",
    ),
    (
        Outcome.DISCONTINUED,
        r"discontinu(?:ed|es|ing)(?: (?:the|its|their|our) investigation)?"
        r"|investigation (?:was )?stopped",
    ),
    (
        Outcome.UPHELD,
        r"(?:partly |partially |fully |part-)?upheld|upholds? (?:the|her|his|their|my|that|this|it|a|our)"
        r"(?: \w+)? ?complaints?|(?:won|succeeded (?:in|with)) (?:the|her|his|their) complaint",
    ),
)

_WHO = (
    r"(?:the |a |any |much |real |significant |serious |some |either |further |clear |relevant "
    r"|council |service ){0,4}"
)
_FINDINGS: Table = (
    (
        FindingResult.NO_FINDING,
        r"(?:made |make |making |reached? |reaching |with )?no (?:clear "
        r"|formal )?finding(?!s? of (?:fault|injustice))"
        r"|(?:could|can|was|were)(?: ?not|n't| unable to)(?: be)?(?: able to)? (?:make|reach|come to"
        r"|made|reached)"
        r" (?:a|any) (?:clear |firm )?(?:finding|view|conclusion)|unable to (?:make|reach|come to) (?:a"
        r"|any) (?:\w+ )?finding",
    ),
    (
        FindingResult.NO_FAULT,
        rf"no (?:finding of |evidence of |sign of |signs of |indication of "
        rf"|suggestion of )?{_WHO}(?:fault|maladministration)"
        rf"|not (?:been )?(?:found )?(?:at|in|any|find|found|see"
        rf"|seen)? ?(?:be )?(?:to be )?(?:at )?{_WHO}(?:fault|maladministration)"
        rf"|n't (?:been )?(?:found |find |see |at |in ){{0,4}}(?:be |to be )?(?:at )?{_WHO}(?:fault"
        rf"|maladministration)"
        rf"|(?:without|free (?:of|from)|clear(?:ed|s)? (?:\w+ ){{0,3}}of|nothing|absence of"
        rf"|not amount to|never (?:at|in))"
        rf" {_WHO}(?:fault|maladministration)|faultless|blameless|nothing wrong|not (?:find"
        rf"|found) (?:the council )?at fault",
    ),
    (
        FindingResult.FAULT,
        r"(?:found |finding of |at |was |is |in )?(?:fault|maladministration"
        r"|service failure)(?!y)\b(?:,? (?:was )?found)?"
        r"|(?:the council|it|they) (?:was|were) (?:to blame|in the wrong)",
    ),
)

_INJUSTICE: Table = (
    (
        False,
        r"(?:no|without|nor|not cause(?:d)?|not any|n't cause(?:d)?) (?:any |an |a |her |him |them "
        r"|evidence of |real |personal "
        r"|significant |the ){0,4}injustice|injustice (?:was|is) not",
    ),
    (True, r"injustice"),
)

_REMEDY_KINDS: Table = (
    (
        RemedyKind.SERVICE_IMPROVEMENT,
        r"service improvements?|improv\w+ (?:to )?(?:its |their |the |his )?(?:service|procedure"
        r"|process|record|practice|system)\w*"
        r"|(?:staff |refresher |further |more |new |team ){0,4}training|re-?train\w*|train(?:s"
        r"|ed)? (?:its|their|the|all|relevant)?"
        r" ?(?:staff|officers|social workers)|remind\w* (?:its |their |the |all "
        r"|relevant ){0,4}(?:staff|officers|social workers|managers|teams?|carers)"
        r"|(?:review|change|revise|rewrite|amend|update|overhaul)\w* (?:of )?(?:its|their"
        r"|the council's) (?:\w+ ){0,4}?"
        r"(?:polic|procedur|process|practice|guidance|system|training|scheme|letters?|arrangements)\w*"
        r"|staff (?:guidance|briefing)"
        r"|action plan|guidance (?:to|for) (?:its |all )?(?:staff|officers)",
    ),
    (
        RemedyKind.REFUND,
        r"refund(?:ed|s|ing)?|reimburse(?:d|s|ment)?|reimbursing|writ(?:e|es|ing|ten) off|wrote off"
        r"|write-off|waiv(?:e|es|ed|ing|er)"
        r"|repa(?:y|id|ys|yment)\b|(?:debt|charge|invoice|fee|bill)s? (?:was |were |be )?cancelled"
        r"|cancel(?:led|s)? "
        r"(?:the |her |his |their |its )?(?:\w+ )?(?:debt|charge|invoice|fee|bill)s?",
    ),
    (
        RemedyKind.APOLOGY,
        r"apolog(?:y|ies|ise|ised|ises|ising|ize|ized|izes|izing)|(?:say|said"
        r"|saying) (?:it was |they were )?sorry",
    ),
    (
        RemedyKind.BACKDATED_PROVISION,
        r"back-?dat(?:e|ed|es|ing)|back-?pay(?:ment)?|catch-?up (?:provision|sessions|tuition|therapy)"
        r"|make up (?:for )?(?:the )?"
        r"(?:lost|missed) (?:provision|education|sessions|tuition)",
    ),
    (
        RemedyKind.REASSESSMENT,
        r"re-?assess(?:ed|es|ment|ments|ing)?|(?:carry|carried|carries|carrying) out (?:a |an )?(?:new"
        r"|fresh|further|another) "
        r"(?:assessment|review)|(?:new|fresh|further|another) assessment|reconsider(?:ed|s|ation|ing)?"
        r"|(?:fresh|new) "
        r"(?:decision|appeal|panel|hearing)|review (?:the|her|his|their) (?:case|decision|application"
        r"|needs|plan|priority|banding)",
    ),
    (
        RemedyKind.PAYMENT,
        r"payments?|compensat(?:e|ed|es|ion|ing)|pay-?outs?|financial remed(?:y|ies)|award(?:ed|s)?|redress",
    ),
)

_STATUSES: Table = (
    (
        RemedyStatus.ALREADY_PAID,
        r"(?:had |has |have )?already (?:been )?(?:paid|refunded|given|credited|reimbursed|compensated)"
        r"|paid (?:\S+ ){0,3}(?:before|ahead of) (?:the )?(?:complaint|investigation|ombudsman)",
    ),
    (
        RemedyStatus.ALREADY_DONE,
        r"(?:had |has |have )?already (?:been )?(?:apologi[sz]ed|done|made|put right|reviewed|changed"
        r"|taken|remedied|acted|issued|trained|offered an apology)",
    ),
    (
        RemedyStatus.REFUSED,
        r"(?:refus(?:ed|es|ing)|declin(?:ed|es|ing)|reject(?:ed|s|ing)) (?:to (?:pay|refund"
        r"|apologi[sz]e|offer|agree|accept|give|make|reimburse|waive)|the "
        r"(?:claim|request|sum|recommendation|remedy|payment))|(?:was|were|been) refused|(?:did not"
        r"|didn't|would not|wouldn't|not) agree",
    ),
    (
        RemedyStatus.CLAIMED,
        r"(?:claim(?:ed|s|ing)?|ask(?:ed|s|ing)? for|sought|seek(?:s|ing)?|want(?:ed|s|ing)"
        r"|request(?:ed|s|ing)?|demand(?:ed|s|ing)?)"
        r"(?= (?:a |an |the |her |his |their |about |around |over |at least |more than |up to "
        r"|compensation |damages |some |back |of ){0,4}"
        r"(?:£|\d|compensation|damages|payment|refund|(?:one|two|three|four|five|six|seven|eight|nine"
        r"|ten|fifteen|twenty|fifty) ))",
    ),
    (RemedyStatus.OFFERED, r"offer(?:ed|s|ing)?"),
    (
        RemedyStatus.RECOMMENDED,
        r"recommend(?:ed|s|ation|ations|ing)?|ordered(?! (?:for|that) )|orders(?= (?:the council|it|them|£))"
        r"|told(?= the council| it| them)"
        r"|(?:required|instructed|directed|made)(?= the council to| it to| them to| to pay)|award(?:ed"
        r"|s|ing)?|asked (?:the council|it|them) to|suggested",
    ),
    (
        RemedyStatus.AGREED,
        r"agree(?:d|s|ing)?(?! (?:with|that))|undert(?:ook|aken|akes)"
        r"|accepted (?:the|our|its|this) recommendations?",
    ),
)

_TITLE = r"(?:mr and mrs|mr|mrs|miss|ms|mx|dr)\.? (?-i:[A-Z][A-Za-z]{0,20}|[A-Z])\b"
_PEOPLE: Table = (
    (
        Payee.SEVERAL,
        r"(?:both |two |three |the |her |his |their |each ){0,4}(?:parents|neighbours|siblings|couple"
        r"|family|families|complainants|residents|tenants|households|sisters|brothers|daughters|sons)"
        r"|mr and mrs (?-i:[A-Z][A-Za-z]{0,20})|both of them|all of them",
    ),
    (
        Payee.CHILD,
        r"(?:the |her |his |their |a |each |young ){0,4}(?:child(?:ren)?|sons?|daughters?|boys?|girls?"
        r"|pupils?|young (?:person|man|woman|people)|baby|teenager|student|toddler|youngster)\b(?!(?:'s"
        r"|s'|\u2019s|s\u2019))",
    ),
    (
        Payee.SERVICE_USER,
        r"(?:the |her |his |a ){0,4}(?:service user|person receiving (?:the )?(?:care"
        r"|service)|care user|late (?:mother|father|husband|wife)(?:'s estate)?|estate)",
    ),
    (
        Payee.FAMILY_MEMBER,
        r"(?:the |her |his |their |a ){0,4}(?:family member|grand(?:mother|father|parent|parents|son"
        r"|daughter)|brother|sister|wife|husband|partner|aunt|uncle|relative|niece|nephew"
        r"|cousin)\b(?!(?:'s|\u2019s))",
    ),
    (
        Payee.COMPLAINANT,
        rf"(?:the |her |his |their |a |each ){{0,4}}(?:complainant|mother|mum|father|dad|parent|carer"
        rf"|man|woman|applicant|tenant|resident|homeowner|adopter|foster carer|special guardian"
        rf"|landlord|neighbour|motorist|driver|householder|owner|claimant|leaseholder|claimant"
        rf"|guardian)\b(?!(?:'s|\u2019s))|{_TITLE}(?!(?:'s|\u2019s))",
    ),
)
# A person is a payee behind a verb of giving, behind "to", or as the one who receives.
_GIVING = re.compile(
    r"\b(?:pay|paid|paying|pays|give|gave|given|giving|award(?:ed|ing|s)?|offer(?:ed|ing|s)?"
    r"|refund(?:ed|ing|s)?|compensat\w+"
    r"|reimburs\w+|sent|send|grant(?:ed|s)?|and|plus|(?<!due )(?<!according )(?<!happened )to|for) $",
    re.IGNORECASE,
)
_MONEY_NEAR = re.compile(
    r"£|\bpounds\b|\bquid\b|\bpayment|\bcompensation|\bsum\b|\brefund|\bremedy\b"
    r"|\bGBP\b|\bpaid\b|\bpay\b",
    re.IGNORECASE,
)
_RECEIVES = re.compile(
    r"(?: (?:in|of) (?:case )?\d\d[ -]?\d{3}[ -]?\d{3}[a-z]?,?)?"
    r"(?: (?:herself|himself|themselves|also|then|each|both|alone))?"
    r" (?:(?:was|were|is|to be|had been|has been) (?:also |each |to be |then )?(?:paid|given|awarded"
    r"|offered|refunded|compensated|reimbursed)"
    r"|received|receives|receive|got|gets|getting|(?:was|were) to (?:receive|get|be paid|have)|had £"
    r"|should (?:get|receive|have))",
    re.IGNORECASE,
)

_PURPOSES: Table = (
    (
        Purpose.TIME_AND_TROUBLE,
        r"time (?:and|&) trouble|time and effort|trouble in (?:complaining|pursuing)"
        r"|(?:his|her|their|own) (?:own )?trouble",
    ),
    (
        Purpose.LOSS_OF_PROVISION,
        r"(?:lost|missed|loss of|missing) (?:\w+ )?(?:provision|education"
        r"|schooling|tuition|care|support|therapy|services?|respite)",
    ),
    (Purpose.RISK_OF_HARM, r"risk of harm|danger|put at risk"),
    (
        Purpose.FINANCIAL_LOSS,
        r"financial loss|out[- ]of[- ]pocket|lost (?:wages|earnings|income)"
        r"|(?:legal|moving|storage) costs",
    ),
    (Purpose.DISTRESS, r"distress|frustration|anxiety|upset|worry|uncertainty|inconvenience"),
    (Purpose.DELAY, r"(?:the|its|their|this|for|avoidable|undue) delays?"),
)

_BODY = re.compile(
    r"(?:London Borough of |Royal Borough of |City of |Borough of )(?:[A-Z][\w'-]+)(?: (?:(?:and|&|upon"
    r"|on|of|the|under|in|with) )?[A-Z][\w'-]+){0,4}"
    r"|(?:[A-Z][\w'-]+[ ,]{1,2})(?:(?:(?:and|upon|on|of|the|under|in|with|&) )?[A-Z][\w'-]+ ){0,5}"
    r"(?:Council|Trust|CCG|ICB|Authority)\b(?: of the Isles of Scilly)?"
)
_LEADING = re.compile(
    r"^(?:(?:The|My|Our|Your|Their|His|Her|A|An|This|That|And|But|In|At|By|For|From|Against|When|Where"
    r"|While|If|So|To|On|As|Of|Each|Every|Any"
    r"|Dear|Neither|Both|Also|Like|Yes|No|Local|Parish|Town|Last|Then|Here|See|Case|Example|Similarly"
    r"|Likewise|Because|Since|Although|After|Before),? )+"
)
_NOT_A_NAME = re.compile(
    r"^(?:(?:County|City|Borough|District|Metropolitan|Parish|Town|Local|London|The|NHS|Foundation"
    r"|Hospital|Full|Combined) ?)*"
    r"(?:Council|Trust|Authority|CCG|ICB)$"
)


def _compile(table: Table) -> tuple[tuple[Value, re.Pattern[str]], ...]:
    # "n't" begins inside a word; every other wording begins and ends with one.
    return tuple(
        (value, re.compile(rf"(?:(?<![\w-])|(?=n't))(?:{words})(?!\w)", re.IGNORECASE)) for value, words in table
    )


_TABLES: tuple[tuple[ClaimKind, tuple[tuple[Value, re.Pattern[str]], ...]], ...] = tuple(
    (kind, _compile(table))
    for kind, table in (
        (ClaimKind.OUTCOME, _OUTCOMES),
        (ClaimKind.FINDING, _FINDINGS),
        (ClaimKind.INJUSTICE, _INJUSTICE),
        (ClaimKind.REMEDY_KIND, _REMEDY_KINDS),
        (ClaimKind.STATUS, _STATUSES),
        (ClaimKind.PURPOSE, _PURPOSES),
    )
)
_PEOPLE_WORDS = _compile(_PEOPLE)


def find_wordings(plain: str) -> Iterator[Found]:
    """What is said in the field's words, in no order; of each kind no two claims overlap."""
    straight = plain.replace("\u2019", "'").replace("\n", " ")
    for kind, table in _TABLES:
        yield from _without_overlap(kind, table, straight)
    for found in _without_overlap(ClaimKind.PAYEE, _PEOPLE_WORDS, straight):
        if _is_paid(straight, found):
            yield found
    yield from _bodies(plain)


def _without_overlap(kind: ClaimKind, table: tuple[tuple[Value, re.Pattern[str]], ...], plain: str) -> Iterator[Found]:
    covered = bytearray(len(plain))
    for value, words in table:
        for match in words.finditer(plain):
            start, end = match.start(), match.start() + len(match[0].rstrip())
            if end > start and not any(covered[start:end]):
                covered[start:end] = b"\x01" * (end - start)
                yield Found(kind, start, end, value)


def _is_paid(plain: str, found: Found) -> bool:
    before, behind = plain[max(0, found.start - 60) : found.start], plain[found.end : found.end + 60]
    before = before[max(before.rfind(". "), before.rfind("; ")) + 1 :]
    if _RECEIVES.match(behind):
        return True
    giving = _GIVING.search(before)
    if giving is None:
        return False
    if giving[0].strip().lower() in ("to", "for", "and", "plus"):
        return bool(_MONEY_NEAR.search(before))
    return bool(_MONEY_NEAR.search(before) or _MONEY_NEAR.search(behind[:40]))


def _bodies(plain: str) -> Iterator[Found]:
    for match in _BODY.finditer(plain):
        start = match.start()
        leading = _LEADING.match(match[0])
        if leading:
            start += leading.end()
        name = plain[start : match.end()].strip()
        if name and not _NOT_A_NAME.match(name) and " " in name:
            yield Found(ClaimKind.BODY, start, start + len(name), " ".join(name.split()))
