"""What the reader made of a page, compared with its label: rows, issues and header fields, counted.

The form of a label is told in tests/pages/README.md. Issues are worded freely on both sides, so a labelled issue and a
read one are the same where they share words or the paragraphs that state the result; each is paired once, best first.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from assistant.domain import Decision, Finding, Remedy
from assistant.errors import InputError
from assistant.text import normalise, pounds
from ingest.findings import content_words, overlap
from ingest.forms.saved_page import read_saved_page
from ingest.page import PageReading, read_decision, read_page

PAGES = Path(__file__).parent / "pages"
UNSEEN = Path(__file__).parent / "pages_unseen"
REAL = Path(__file__).parents[2] / "shared" / "decisions"
_SUFFIXES = (".txt", ".html", ".mhtml", ".pdf")
_HEADER = ("reference", "body", "category", "subcategory", "outcome", "outcome_inferred", "date", "kind")


@dataclass(frozen=True)
class LabelledPage:
    """A page's files (several for a report in chapters) and its label. ``name`` is folder and stem."""

    name: str
    files: tuple[Path, ...]
    label: dict[str, Any]

    @property
    def form(self) -> str:
        """The folder: the form that the page was saved in."""
        return self.name.partition("/")[0]


@dataclass
class Measures:
    """Counts over pages, and a line for each disagreement."""

    pages: int = 0
    header_fields: int = 0
    header_right: int = 0
    rows: Counter[str] = field(default_factory=Counter)
    bindings: Counter[str] = field(default_factory=Counter)
    findings: Counter[str] = field(default_factory=Counter)
    fields: Counter[str] = field(default_factory=Counter)
    double_counts: int = 0
    disagreements: list[str] = field(default_factory=list)

    def note(self, name: str, what: str) -> None:
        """Keep a disagreement for whoever mends it."""
        self.disagreements.append(f"{name}: {what}")


def f1(counts: Counter[str]) -> float:
    """The harmonic mean of precision and recall from counts of "right", "wrong" and "missed"; 1 where all are 0."""
    wrong = counts["wrong"] + counts["missed"]
    return 2 * counts["right"] / (2 * counts["right"] + wrong) if counts["right"] + wrong else 1.0


def labelled_pages(folder: Path = PAGES) -> Iterator[LabelledPage]:
    """Every labelled page below a folder, in the order of its names; a label whose page is not here is left out.

    The real statements lie beside the repository, and only their labels in it.
    """
    for label in sorted(folder.glob("*/*.expected.json")):
        page = _labelled_page(label)
        if page.files:
            yield page


def _labelled_page(label: Path) -> LabelledPage:
    stem = label.name.removesuffix(".expected.json")
    chapters = label.parent / stem
    if label.parent.name == "real":
        files = [path for path in (REAL / f"{stem}.txt",) if path.exists()]
    elif chapters.is_dir():
        files = sorted(chapters.iterdir())
    else:
        files = [path for suffix in _SUFFIXES if (path := label.parent / f"{stem}{suffix}").exists()]
    return LabelledPage(f"{label.parent.name}/{stem}", tuple(files), json.loads(label.read_text(encoding="utf-8")))


def read_labelled(page: LabelledPage) -> PageReading:
    """Read a page as ``ingest add`` does, its chapters together."""
    if len(page.files) == 1:
        return read_page(page.files[0].read_bytes(), page.files[0].name)
    return read_decision([read_saved_page(path.read_bytes(), path.name) for path in page.files])


def measure(page: LabelledPage, into: Measures) -> None:
    """Read a page and count what agrees with its label."""
    into.pages += 1
    try:
        reading = read_labelled(page)
    except InputError as error:
        said = page.label.get("set_aside")
        if said is None or said.casefold() not in str(error).casefold():
            into.note(page.name, f"set aside: {error}")
            into.rows["missed"] += len(page.label.get("remedies", ()))
        return
    if "set_aside" in page.label:
        into.note(page.name, f"read as {reading.decision.reference}, to be set aside: {page.label['set_aside']}")
        into.rows["wrong"] += len(reading.decision.remedies)
        return
    decision = reading.decision
    _measure_header(page, decision, into)
    pairs = pair_findings(page.label["findings"], decision)
    _measure_findings(page, decision, pairs, into)
    _measure_remedies(page, decision, pairs, into)


# --------------------------------------------------------------------------- header


def _measure_header(page: LabelledPage, decision: Decision, into: Measures) -> None:
    read: dict[str, Any] = {
        "reference": decision.reference.value,
        "body": decision.body,
        "category": decision.category,
        "subcategory": decision.subcategory,
        "outcome": decision.outcome.value if decision.outcome else None,
        "outcome_inferred": decision.outcome_inferred,
        "date": decision.decided.isoformat() if decision.decided else None,
        "kind": decision.document.value,
    }
    if "numbered" in page.label:
        read["numbered"] = any(paragraph.printed_number for paragraph in decision.paragraphs)
    read["stated_total_gbp"] = pounds(decision.stated_total_pence)
    for key in (*_HEADER, "stated_total_gbp", *(["numbered"] if "numbered" in page.label else [])):
        into.header_fields += 1
        if read[key] == page.label.get(key):
            into.header_right += 1
        else:
            into.note(page.name, f"{key}: read {read[key]!r}, labelled {page.label.get(key)!r}")


# --------------------------------------------------------------------------- findings


def pair_findings(labels: Sequence[dict[str, Any]], decision: Decision) -> dict[int, int]:
    """Label's place → finding's place, each once, the likest first; what is like nothing is left out."""
    likeness = sorted(
        (
            (_likeness(label, finding, decision), -n, -m)
            for n, label in enumerate(labels)
            for m, finding in enumerate(decision.findings)
        ),
        reverse=True,
    )
    pairs: dict[int, int] = {}
    for score, n, m in likeness:
        if score >= 0.25 and -n not in pairs and -m not in pairs.values():
            pairs[-n] = -m
    return pairs


def _likeness(label: dict[str, Any], finding: Finding, decision: Decision) -> float:
    """Shared words of the wordings, and shared places where the result is stated; up to 2, results alike first."""
    words = overlap(content_words(label["issue"]), content_words(finding.issue))
    stated = {place for piece in label.get("at", ()) for place in places_of(piece, decision)}
    read = {place for key in finding.paragraphs if (place := _ordinal(key, decision))}
    places = len(stated & read) / min(len(stated), len(read)) if stated and read else 0.0
    alike = words + places
    return alike + 0.1 * (label["result"] == finding.result.value) if alike else 0.0


def places_of(piece: str | int, decision: Decision) -> set[int]:
    """The ordinals of the paragraphs that hold these words; a number is itself an ordinal."""
    if isinstance(piece, int):
        return {piece}
    words = normalise(piece)
    return {paragraph.ordinal for paragraph in decision.paragraphs if words in normalise(paragraph.text)}


def _ordinal(key: str, decision: Decision) -> int | None:
    paragraph = decision.paragraph(key)
    return paragraph.ordinal if paragraph else None


def _measure_findings(page: LabelledPage, decision: Decision, pairs: dict[int, int], into: Measures) -> None:
    for n, label in enumerate(page.label["findings"]):
        if n not in pairs:
            into.findings["missed"] += 1
            into.note(page.name, f"finding missed: {label['result']}: {label['issue']}")
            continue
        finding = decision.findings[pairs[n]]
        said = (label["result"], label["injustice"])
        if said == (finding.result.value, finding.injustice):
            into.findings["right"] += 1
        else:
            into.findings["wrong"] += 1
            into.findings["missed"] += 1
            read = (finding.result.value, finding.injustice)
            into.note(page.name, f"finding {label['issue']!r}: read {read}, labelled {said}")
    for m, finding in enumerate(decision.findings):
        if m not in pairs.values():
            into.findings["wrong"] += 1
            into.note(page.name, f"finding too many: {finding.result.value}: {finding.issue}")


# --------------------------------------------------------------------------- remedies


def _measure_remedies(page: LabelledPage, decision: Decision, pairs: dict[int, int], into: Measures) -> None:
    """Rows are the same by kind, sum, rate, payee and status; of equals, the one in the labelled place goes first."""
    left = list(decision.remedies)
    for label in page.label["remedies"]:
        alike = [row for row in left if _row_of(row) == _row_of_label(label)]
        if not alike:
            into.rows["missed"] += 1
            into.note(page.name, f"remedy missed: {_row_of_label(label)} at {label.get('at')!r}")
            if label.get("issue"):
                into.bindings["missed"] += 1
            continue
        row = max(alike, key=lambda row: _fits(row, label, page, pairs, decision))
        left.remove(row)
        into.rows["right"] += 1
        _measure_binding(page, decision, pairs, into, label, row)
        _measure_fields(page, decision, into, label, row)
    for row in left:
        into.rows["wrong"] += 1
        if row.issue:
            into.bindings["wrong"] += 1
        into.note(page.name, f"remedy too many: {_row_of(row)}: {row.detail!r}")
    into.double_counts += _double_counts(page, decision, into)


def _row_of(row: Remedy) -> tuple[Any, ...]:
    payee = row.payee.value if row.is_money else None
    return (row.kind.value, pounds(row.amount_pence), pounds(row.rate_pence), row.per, payee, row.status.value)


def _row_of_label(label: dict[str, Any]) -> tuple[Any, ...]:
    is_money = label["kind"] in ("payment", "refund or write-off")
    payee = (label.get("payee") or "not stated") if is_money else None
    return (label["kind"], label.get("amount_gbp"), label.get("rate_gbp"), label.get("per"), payee, label["status"])


def _fits(
    row: Remedy, label: dict[str, Any], page: LabelledPage, pairs: dict[int, int], decision: Decision
) -> tuple[bool, bool]:
    in_place = bool(row.paragraph) and _ordinal(row.paragraph or "", decision) in places_of(label["at"], decision)
    return (in_place, _is_bound_alike(page, decision, pairs, label, row))


def _is_bound_alike(
    page: LabelledPage, decision: Decision, pairs: dict[int, int], label: dict[str, Any], row: Remedy
) -> bool:
    issues = [finding["issue"] for finding in page.label["findings"]]
    if len(issues) == 1:
        return True
    if not label.get("issue"):
        return row.issue is None
    paired = pairs.get(issues.index(label["issue"]))
    return paired is not None and row.issue == decision.findings[paired].issue


def _measure_binding(
    page: LabelledPage,
    decision: Decision,
    pairs: dict[int, int],
    into: Measures,
    label: dict[str, Any],
    row: Remedy,
) -> None:
    """Of rows with an issue on either side; a decision with one issue binds all to it, said or not."""
    if _is_bound_alike(page, decision, pairs, label, row):
        into.bindings["right"] += bool(label.get("issue"))
        return
    into.bindings["wrong"] += row.issue is not None
    into.bindings["missed"] += bool(label.get("issue"))
    into.note(page.name, f"bound {_row_of(row)[:2]} to {row.issue!r}, labelled {label.get('issue')!r}")


def _measure_fields(page: LabelledPage, decision: Decision, into: Measures, label: dict[str, Any], row: Remedy) -> None:
    """Purpose, deadline and place: counted beside the rows, told where they differ."""
    checks = {"deadline": ((row.deadline or "").lower(), normalise(label.get("deadline") or "").lower())}
    if row.is_money:
        checks["for"] = (row.purpose.value, label.get("for") or "not stated")
    for name, (read, said) in checks.items():
        into.fields[f"{name} {'right' if read == said else 'wrong'}"] += 1
        if read != said:
            into.note(page.name, f"{name} of {_row_of(row)[:3]}: read {read!r}, labelled {said!r}")
    in_place = _ordinal(row.paragraph or "", decision) in places_of(label["at"], decision)
    into.fields[f"place {'right' if in_place else 'wrong'}"] += 1


def _double_counts(page: LabelledPage, decision: Decision, into: Measures) -> int:
    """Sums that stand in more rows than the label has of them, whatever their status."""
    read = Counter(row.amount_pence for row in decision.remedies if row.is_money and row.amount_pence)
    said = Counter(round(label["amount_gbp"] * 100) for label in page.label["remedies"] if label.get("amount_gbp"))
    double = [sum_ for sum_, count in read.items() if sum_ in said and count > said[sum_]]
    for sum_ in double:
        into.note(page.name, f"counted double: {sum_ / 100:.2f}")
    return len(double)


# --------------------------------------------------------------------------- for whoever mends the reader


def main(arguments: Sequence[str]) -> None:
    """Print every disagreement on the pages whose names begin so (all without one), and the measures by form.

    ``--unseen`` reads the pages that were written after the rules instead. They have no floors: they are there to show
    what the others flatter, and whoever mends the reader by them writes new ones.
    """
    prefixes = [argument for argument in arguments if argument != "--unseen"]
    total, by_form = Measures(), dict[str, Measures]()
    for page in labelled_pages(UNSEEN if "--unseen" in arguments else PAGES):
        if not prefixes or page.name.startswith(tuple(prefixes)):
            measure(page, total)
            measure(page, by_form.setdefault(page.form, Measures()))
    for line in total.disagreements:
        print(line)
    print(f"\n{'form':<10}{'pages':>6}{'header':>10}{'remedies':>10}{'binding':>9}{'findings':>10}{'double':>8}")
    for form, found in [*by_form.items(), ("all", total)]:
        header = f"{found.header_right}/{found.header_fields}"
        scores = f"{f1(found.rows):>10.3f}{f1(found.bindings):>9.3f}{f1(found.findings):>10.3f}"
        print(f"{form:<10}{found.pages:>6}{header:>10}{scores}{found.double_counts:>8}")
    print(f"\n{dict(total.fields)}")


if __name__ == "__main__":
    main(sys.argv[1:])
