"""A decision to the parts of its picture, alike wherever it is shown: header, whose words, remedies, warnings."""

from __future__ import annotations

from assistant.chat.markup import Markup, markup, ombudsman_link, tag, tags
from assistant.chat.words import BASIS_LABELS, BASIS_NOTES
from assistant.composing.phrases import describe_kind, describe_outcome, describe_payment, describe_status
from assistant.domain import CaseReference, Decision, PaymentRow, Remedy, RemedyStatus
from assistant.planted import spell_out
from assistant.text import format_count, format_date

LEFT_OUT = "A paragraph that looks planted is left out here; it is shown below, and nothing is taken from it."


def look_of(decision: Decision) -> str:
    """The class by which the Ombudsman's words and ours look different: ``full-text`` or ``digest``."""
    return "full-text" if decision.is_full_text else "digest"


def render_facts(decision: Decision, *further: tuple[str, str]) -> Markup:
    """Reference, date, outcome (and whether it was inferred) and subject, then the further (name, value) rows."""
    subject = " › ".join(part for part in (decision.category, decision.subcategory) if part)
    rows = (
        ("Reference", str(decision.reference)),
        ("Decided", format_date(decision.decided) if decision.decided else "date not known"),
        ("Outcome", describe_outcome(decision).capitalize()),
        ("Subject", subject),
        *further,
    )
    return tag("dl", *(tag("div", tag("dt", name), tag("dd", value)) for name, value in rows if value), class_="facts")


def render_basis(decision: Decision) -> Markup:
    """Whose words the text is made of."""
    return tag(
        "p",
        tag("strong", BASIS_LABELS[decision.basis]),
        tag("span", BASIS_NOTES[decision.basis]),
        class_=f"basis {look_of(decision)}",
    )


def render_link(decision: Decision) -> Markup:
    """The link to the Ombudsman's page, or that none is known."""
    link = ombudsman_link(decision.url, "Read the decision on the Ombudsman’s site")
    address_note = " The address was built from a list and may not open." if decision.url_derived else ""
    return tag("p", link or "No page on the Ombudsman’s site is known for this decision.", address_note, class_="link")


def render_remedy(reference: CaseReference, remedy: Remedy) -> Markup:
    """One remedy: kind or sum, payee, purpose and status; then its issue, what exactly, and by when."""
    said = describe_remedy(reference, remedy)
    about = f"For “{remedy.issue}”. " if remedy.issue else ""
    detail = f"{remedy.detail[:1].upper()}{remedy.detail[1:]}" if remedy.detail else ""
    deadline = f" {remedy.deadline[:1].upper()}{remedy.deadline[1:]}." if remedy.deadline else ""
    end = "." if detail and deadline and not detail.endswith(".") else ""
    note = tag("span", about, detail, end, deadline, class_="aside") if about or detail or deadline else ""
    return markup(said[:1].upper() + said[1:], " " if note else "", note)


def describe_remedy(reference: CaseReference, remedy: Remedy) -> str:
    """``£300 to the complainant for distress (agreed)``, ``an apology``; a claim or refusal is called no remedy."""
    if remedy.is_money:
        said = describe_payment(PaymentRow("", reference, remedy, None))
    else:
        status = describe_status(remedy)
        said = describe_kind(remedy.kind) + (f" ({status})" if status else "")
    if remedy.status in (RemedyStatus.CLAIMED, RemedyStatus.REFUSED):
        said += f" ({remedy.status.value}: not a remedy)"
    return said


def render_unread(decision: Decision) -> Markup:
    """What the reader did not understand in this text, so that nobody takes the rows above for everything."""
    if not decision.unread:
        return markup()
    rows = [markup(tag("q", item.text), " ", tag("span", item.reason, class_="aside")) for item in decision.unread]
    summary = f"Not understood in this text: {format_count(len(rows), 'place')}"
    return tag("details", tag("summary", summary), tag("ul", tags("li", rows)), class_="unread")


def render_flagged(decision: Decision) -> Markup:
    """What looks planted in this record, folded and with every odd character spelt out: nobody reads it by mistake."""
    if not decision.flags:
        return markup()
    rows = [
        markup(tag("q", spell_out(flag.text)), " ", tag("span", f"{flag.place}: {flag.kind.value}", class_="aside"))
        for flag in decision.flags
    ]
    summary = f"Flagged as planted, not used: {format_count(len(rows), 'place')}"
    return tag("details", tag("summary", summary), tag("ul", tags("li", rows)), class_="unread flagged")
