"""Service improvements to groups: what a body changes for everybody, sorted by the words that describe it.

The words of an improvement are a digest's short detail or the sentence of a full text. One that does two things
("change procedures and train staff") stands in both groups; one whose words say only that the service improves stands
in none but NOT_DESCRIBED, so that it is counted and not guessed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.domain import Case, ImprovementGroup, ImprovementKind, ImprovementRow, RemedyKind

_TABLE: tuple[tuple[ImprovementKind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(rf"\b(?:{words})\b", re.IGNORECASE))
    for kind, words in (
        # Lessons told to staff are training whether or not there is a course.
        (
            ImprovementKind.TRAINING,
            r"train(?:s|ed|ing)?|briefings?|workshops?|refresher|learning (?:meeting|session|event)s?"
            r"|shar(?:e|es|ed|ing) (?:the )?(?:learning|lessons)|lessons? (?:learn(?:t|ed)|for)|learn from",
        ),
        # Guidance to staff reminds of what already holds; a new rule for the public or the service is policy.
        (
            ImprovementKind.REMINDER,
            r"remind\w*|(?:make|making) (?:sure )?(?:staff|officers|managers|teams) (?:\w+ )?(?:know|aware)"
            r"|make (?:staff|officers|them) aware|feedback to|circulat\w+|shar(?:e|ed|ing) (?:the|this|our) decision"
            r"|(?:staff|officer) guidance|guidance (?:is |was )?(?:to|for|issued to|and training for) (?:\w+ )?"
            r"(?:staff|officers|managers|teams)|(?:issue|give|provide) (?:\w+ )?guidance|guidance issued"
            r"|ensure (?:staff|officers) (?:follow|know|understand|are aware)",
        ),
        # Own forms of words: what is reviewed or changed is how the body works, not one person's case.
        (
            ImprovementKind.POLICY,
            r"polic(?:y|ies)|procedur\w+|process(?:es)?|protocols?|practices?|review (?:of )?(?:how|why|what|its|the"
            r"|our|their|part|some|relevant|internal|allowances|special|direct|contract\w*|transfers|supervision)"
            r"|(?:amend|revis|chang|clarif)\w* (?:its |the |their )?(?:contracts?|terms|rules|approach|expectations"
            r"|arrangements)|clearer terms|(?:review|improve) (?:\w+ ){0,2}(?:approach|arrangements|supervision)"
            r"|change how|tighter controls",
        ),
        (
            ImprovementKind.AUDIT,
            r"audit\w*|monitor\w*|spot checks?|dip[- ]?sampl\w*|quality assur\w*|inspections?|oversight|tracking"
            r"|tracker|scrutin\w+",
        ),
        (
            ImprovementKind.CAPACITY,
            r"recruit\w*|capacity|resourc\w*|shortages?|staffing|vacanc\w*|supply of|procure\w*|sourc(?:e|ing)"
            r"|commission(?:ing|ed)?|more (?:temporary accommodation|staff|officers)|backlogs?|reduce delays?",
        ),
        (
            ImprovementKind.COMMUNICATION,
            r"website|web ?pages?|leaflets?|factsheets?|letters?|templates?|invoic\w*|signpost\w*|communicat\w*"
            r"|information(?! (?:governance|security|sharing))|inform (?:people|applicants|families|parents|residents)"
            r"|tell (?:service users|people|tenants|applicants|families|parents)|notification\w*|appeal rights",
        ),
        (
            ImprovementKind.RECORDS,
            r"record[- ]?keeping|(?:keep|make|retain|keeping) (?:\w+ ){0,2}(?:records?|notes|minutes)|records?"
            r"|(?:case|computer|it|cctv|recording|logging|management|database|software) systems?|database|software"
            r"|data breach\w*|information (?:governance|security)",
        ),
        (
            ImprovementKind.COMPLAINTS,
            r"complaints?[- ](?:handling|responses?|procedures?|process\w*|investigat\w*|team|arrangements?)"
            r"|complaints? (?:are|is) not missed|complainants updated|children's complaints process"
            r"|ombudsman(?:'s)? (?:liaison|recommendations)",
        ),
        # A remedy for people who did not complain: the Ombudsman may look at injustice to others (section 26D).
        (
            ImprovementKind.OTHERS_AFFECTED,
            r"others? (?:similarly |also )?(?:affected|in the same position|who may)|other (?:cases|applicants|families"
            r"|people|residents|children|tenants|carers|special guardians|suitability reviews)|find and repay"
            r"|identif(?:y|ied) (?:\w+ ){0,3}cases|similar cases|files for others",
        ),
        (
            ImprovementKind.ACTION_PLAN,
            r"action plans?|improvement (?:plans?|programmes?)|report(?:ed|s)? (?:back|progress|to (?:the |its |our )?"
            r"(?:ombudsman|committee|cabinet|scrutiny|members|councillors|us))|progress reports?|updates? on progress",
        ),
    )
)


def kinds_of_improvement(words: str | None) -> tuple[ImprovementKind, ...]:
    """The kinds that the words of an improvement name, in the order of the table; NOT_DESCRIBED for none.

    >>> kinds_of_improvement("change procedures and train staff")
    (<ImprovementKind.TRAINING: 'training'>, <ImprovementKind.POLICY: 'policy or procedure review'>)
    """
    found = tuple(kind for kind, pattern in _TABLE if words and pattern.search(words.replace("’", "'")))
    return found or (ImprovementKind.NOT_DESCRIBED,)


def group_improvements(cases: Sequence[Case]) -> tuple[ImprovementGroup, ...]:
    """The service improvements of the comparable cases by kind, most decisions first, NOT_DESCRIBED last."""
    groups: dict[ImprovementKind, list[ImprovementRow]] = {}
    for case in cases:
        for remedy in case.remedies:
            if remedy.kind is RemedyKind.SERVICE_IMPROVEMENT:
                row = ImprovementRow(case.key, case.decision.reference, remedy)
                for kind in kinds_of_improvement(remedy.detail):
                    groups.setdefault(kind, []).append(row)
    found = [ImprovementGroup(kind, tuple(rows)) for kind, rows in groups.items()]
    order = list(ImprovementKind)
    last = ImprovementKind.NOT_DESCRIBED
    return tuple(sorted(found, key=lambda one: (one.kind is last, -len(one.references), order.index(one.kind))))
