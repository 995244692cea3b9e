"""A checked text as HTML: the summary first, the text with its marks, and beside it each finding with its passage."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.chat.drafts.marking import Place, find_places, mark_text
from assistant.chat.drafts.words import MEANINGS, NOT_LOOKED_AT, SIGNS, WORDS
from assistant.chat.markup import Markup, markup, ombudsman_link, tag, tags
from assistant.checking import CheckedText, Judgement, Passage, Verdict, is_unbound, shown_words
from assistant.domain import CaseReference
from assistant.text import format_count, join_words
from assistant.visible import visible

# What a decision's header says needs no passage: the line above it says all.
_OF_THE_HEADER = frozenset({"reference", "body", "outcome"})
_LONGEST_WORDS = 160
_MOST_SHOWN = 2000  # findings in one page; a text of a hundred pages has fewer


def render_checked(text: str, checked: CheckedText) -> Markup:
    """The whole result. ``text`` is what was checked; it is shown as it is and kept nowhere."""
    places = find_places(checked)
    summary = summarise(checked)
    return tag(
        "section",
        tag(
            "div",
            tag("h2", summary, id="draft-summary", tabindex="-1"),
            _legend(checked),
            _unchecked(checked),
            class_="draft-summary",
        ),
        _tools(checked),
        _steps(places),
        tag(
            "div",
            tag(
                "div",
                tag("h3", "Your text", class_="label"),
                tag("div", mark_text(text, places), class_="draft-text"),
                class_="draft-left",
            ),
            tag(
                "section",
                tag("h3", "What was found", class_="label", id="draft-findings-title"),
                tag("ol", *(_finding(place) for place in places[:_MOST_SHOWN]), class_="findings"),
                _cut(places),
                class_="draft-side",
                id="draft-findings",
                aria_labelledby="draft-findings-title",
                tabindex="0",
            )
            if places
            else "",
            class_="draft-columns",
        ),
        class_="draft-result",
        aria_labelledby="draft-summary",
        data_announce=summary,
    )


def summarise(checked: CheckedText) -> str:
    """What was found in a sentence or two: how many of the statements are wrong and which. No text is called right."""
    contradicted, missing = checked.count(Verdict.CONTRADICTED), checked.count(Verdict.NOT_HELD)
    supported = checked.count(Verdict.SUPPORTED)
    judged = contradicted + missing + supported
    if not judged:
        return "Nothing was found that could be checked."
    if not contradicted and not missing:
        return f"No error was found: {format_count(supported, 'statement')} {_are(supported)} supported."
    parts = []
    if contradicted:
        of = f"{contradicted} of {format_count(judged, 'statement')} {_are(contradicted)} wrong"
        parts.append(f"{of} ({_kinds(checked, Verdict.CONTRADICTED)})")
    if missing:
        whole = "" if contradicted else f" of {format_count(judged, 'statement')}"
        parts.append(f"{format_count(missing, 'case')}{whole} {_are(missing)} not held")
    return f"{join_words(parts, 'and')}."


def findings_to_copy(checked: CheckedText) -> str:
    """The findings as plain text: errors first, then what is supported, then what was not checked.

    Names and numbers of people are blanked out, for it may be sent to whoever wrote the draft.
    """
    lines = [summarise(checked), f"Compared with {checked.decisions:,} decisions held."]
    for verdict in WORDS:
        told = [one for one in checked.judgements if one.verdict is verdict and not is_unbound(one)]
        if told:
            lines += ["", f"{WORDS[verdict]} ({len(told)})"]
            lines += [line for judgement in told for line in _lines_of(judgement)]
    unbound = sum(is_unbound(one) for one in checked.judgements)
    if unbound:
        lines += ["", f"Said of no decision that can be told, and not checked: {unbound}."]
    return visible("\n".join([*lines, "", NOT_LOOKED_AT]))


def _lines_of(judgement: Judgement) -> Iterator[str]:
    yield f"- line {judgement.place.line}, {judgement.about} “{shown_words(judgement)}”: {judgement.why}"
    if judgement.instead and judgement.instead not in judgement.why:
        yield f"  Instead: {judgement.instead}"
    if judgement.passage is not None and judgement.passage.url and judgement.verdict is not Verdict.NOT_CHECKABLE:
        yield f"  {judgement.passage.url}"


def _are(number: int) -> str:
    return "is" if number == 1 else "are"


def _kinds(checked: CheckedText, verdict: Verdict) -> str:
    """What is wrong, by kind: "a date, an amount", "2 dates, an outcome"."""
    kinds: dict[str, int] = {}
    for judgement in checked.judgements:
        if judgement.verdict is verdict:
            kinds[judgement.about] = kinds.get(judgement.about, 0) + 1
    named = [
        f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"
        if number == 1
        else format_count(number, kind, _PLURALS.get(kind))
        for kind, number in kinds.items()
    ]
    return join_words(named, "and")


_PLURALS = {"status": "statuses", "length of time": "lengths of time", "body": "bodies", "injustice": "injustices"}
_PLURALS |= {"remedy": "remedies"}


# --------------------------------------------------------------------------- above the text


def _legend(checked: CheckedText) -> Markup:
    """Each verdict with its sign, its word, its count and what it means; those that do not occur are left out."""
    rows = [
        tag(
            "li",
            tag("span", SIGNS[verdict], class_="sign", aria_hidden="true"),
            tag("strong", f"{checked.count(verdict):,} {WORDS[verdict].lower()}"),
            tag("span", f": {MEANINGS[verdict]}", class_="aside"),
            class_=verdict.value.replace(" ", "-"),
        )
        for verdict in WORDS
        if checked.count(verdict)
    ]
    compared = tag("p", f"Compared with {checked.decisions:,} decisions held.", class_="aside")
    return markup(tag("ul", *rows, class_="legend"), compared) if rows else compared


def _unchecked(checked: CheckedText) -> Markup:
    """What was not checked, honestly: by reason, with the lines, and what is never looked at."""
    reasons: dict[str, list[Judgement]] = {}
    for judgement in checked.judgements:
        if judgement.verdict is Verdict.NOT_CHECKABLE:
            reasons.setdefault(judgement.why if is_unbound(judgement) else _SILENT, []).append(judgement)
    rows = [
        f"{why.rstrip('.')}: {join_words(dict.fromkeys(one.about for one in told), 'and')}, {_lines(told)}."
        for why, told in reasons.items()
    ]
    return tag(
        "details",
        tag("summary", "What was not checked"),
        tag("ul", tags("li", [*rows, NOT_LOOKED_AT])),
        class_="draft-unchecked",
    )


_SILENT = "What is held of the decision does not tell it, or a case that it is said of is not held"


def _lines(judgements: Sequence[Judgement]) -> str:
    numbers = list(dict.fromkeys(one.place.line for one in judgements))
    shown = join_words((str(number) for number in numbers[:12]), "and" if len(numbers) <= 12 else "")
    more = f" and {len(numbers) - 12} more" if len(numbers) > 12 else ""
    return f"line{'s' if len(numbers) > 1 else ''} {shown}{more}"


def _tools(checked: CheckedText) -> Markup:
    only = tag("button", "Errors only", type="button", class_="quiet", data_errors_only=True, aria_pressed="false")
    copy = tag(
        "button",
        "Copy the findings",
        type="button",
        class_="quiet",
        data_copy=findings_to_copy(checked),
        data_said="The findings were copied.",
    )
    return tag("div", only, copy, class_="draft-tools") if checked.judgements else markup()


def _steps(places: Sequence[Place]) -> Markup:
    """From error to error; in sight while the text is read. Nothing where there is no error."""
    errors = sum(place.is_error for place in places)
    if not errors:
        return markup()
    return tag(
        "div",
        tag("button", "‹ Previous error", type="button", class_="quiet", data_error_step="-1"),
        tag("button", "Next error ›", type="button", class_="quiet", data_error_step="1"),
        tag("span", "", class_="draft-where", data_where=str(errors)),
        class_="draft-steps",
        role="group",
        aria_label="From error to error",
    )


# --------------------------------------------------------------------------- beside the text


def _cut(places: Sequence[Place]) -> Markup:
    more = len(places) - _MOST_SHOWN
    return tag("p", f"{more:,} more places are marked in the text and not listed here.") if more > 0 else markup()


def _finding(place: Place) -> Markup:
    """One place: each thing said there, how it stands, what the decision has, and the way to it and back."""
    kind = place.verdict.value.replace(" ", "-")
    first = place.judgements[0]
    heading = tag(
        "h4",
        tag("span", SIGNS[place.verdict], class_="sign", aria_hidden="true"),
        f"{WORDS[place.verdict]} ",
        tag("span", f"· {first.about}, line {first.place.line}", class_="aside"),
        tabindex="-1",
    )
    why = tag(
        "div", *(_judged(one, is_alone=len(place.judgements) == 1) for one in place.judgements), id=_why_id(place)
    )
    return tag(
        "li",
        heading,
        why,
        *_passages(place.judgements),
        _ways(place),
        id=f"finding-{place.number}",
        class_=f"finding {kind}{' is-error' if place.is_error else ''}",
        value=str(place.number),
    )


def _why_id(place: Place) -> str:
    return f"finding-{place.number}-why"


def _judged(judgement: Judgement, *, is_alone: bool) -> Markup:
    sign = "" if is_alone else f"{SIGNS[judgement.verdict]} {judgement.about}: "
    words = tag("q", tag("bdi", _short(judgement.words)), class_="draft-words")
    instead = (
        tag("p", "Write instead: ", tag("strong", tag("bdi", judgement.instead)), class_="instead")
        if judgement.instead
        else ""
    )
    return markup(tag("p", sign, words), tag("p", tag("bdi", judgement.why)), instead)


def _short(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= _LONGEST_WORDS else f"{plain[:_LONGEST_WORDS].rstrip()}…"


def _passages(judgements: Sequence[Judgement]) -> Iterator[Markup]:
    """Each passage once; whose words they are is said before them."""
    shown: set[Passage] = set()
    for judgement in judgements:
        passage = judgement.passage
        if passage is None or passage in shown or judgement.about in _OF_THE_HEADER:
            continue
        shown.add(passage)
        whose = "Our digest says" if passage.is_digest else "The decision says"
        number = f", paragraph {passage.printed_number}" if passage.printed_number else ""
        kind = "digest" if passage.is_digest else "full-text"
        yield tag("p", f"{whose}{number}:", class_="aside")
        yield tag("blockquote", tag("bdi", passage.quote), class_=f"draft-passage {kind}")


def _ways(place: Place) -> Markup:
    """Back to the text, to each decision in full, and to the Ombudsman's page."""
    held = dict.fromkeys(one.reference for one in place.judgements if one.reference and _is_held(one))
    near = dict.fromkeys(reference for one in place.judgements for reference in one.near)
    buttons = [_open(reference, f"Read {reference} in full") for reference in held]
    buttons += [_open(reference, f"Look at {reference}, another case") for reference in near]
    url = next((one.passage.url for one in place.judgements if one.passage and one.passage.url), None)
    link = ombudsman_link(url, "On the Ombudsman’s site")
    back = tag("button", "Back to the text", type="button", class_="quiet", data_to_place=str(place.number))
    return tag("div", *buttons, back, link or "", class_="draft-ways")


def _is_held(judgement: Judgement) -> bool:
    return judgement.passage is not None or judgement.verdict in (Verdict.SUPPORTED, Verdict.CONTRADICTED)


def _open(reference: CaseReference, label: str) -> Markup:
    return tag("button", label, type="button", class_="quiet", data_decision=str(reference))
