"""The words of results as tables: how fault, no fault, no finding and no investigation are stated.

Every pattern is matched against text that ``assistant.text.unify_characters`` made plain. A pattern's group ``m`` is
the matter that the result is about; a pattern without it states a result of what was said before ("This was fault").
"""

from ingest.findings.results.fault import FAULT
from ingest.findings.results.no_fault import NO_FAULT
from ingest.findings.results.phrases import ResultRule
from ingest.findings.results.soft import SOFT
from ingest.findings.results.undecided import WITHOUT_RESULT

__all__ = ["RESULT_RULES", "ResultRule"]

# Asked in this order of each clause; the first row that matches gives the clause's result.
RESULT_RULES: tuple[ResultRule, ...] = (*WITHOUT_RESULT, *NO_FAULT, *FAULT, *SOFT)
