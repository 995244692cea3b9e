"""First use: examples by who asks, and what can be asked at all, with the limits of it stated plainly."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.chat.markup import Markup, tag, tags
from assistant.chat.words import EXAMPLES_BY_KIND, EXAMPLES_BY_ROLE
from assistant.domain import CasebookFacts
from assistant.text import format_count, format_date

_WHAT_IT_CANNOT = (
    "It is not the Ombudsman and gives no legal advice. It does not say how a complaint will end, and there is no "
    "tariff.",
    "Repairs, damp and other landlord matters are for the Housing Ombudsman, the NHS alone for the Parliamentary and "
    "Health Service Ombudsman; Wales, Scotland and Northern Ireland have ombudsmen of their own.",
    "What is not held is not found: nothing found here does not mean that there is nothing.",
    "It names nobody. Leave names and other personal details out of your question; they are not needed.",
)


def render_examples() -> Markup:
    """Questions to start from, under who may ask them; each is asked with one click."""
    groups = (
        tag("div", tag("h3", role), tag("ul", tags("li", map(_button, questions)), class_="examples"))
        for role, questions in EXAMPLES_BY_ROLE
    )
    return tag("div", *groups, class_="roles")


def render_what_to_ask(facts: CasebookFacts) -> Markup:
    """Every kind of question with an example, then what is held and what cannot be asked; folded."""
    kinds = (tag("div", tag("dt", kind), tag("dd", _button(question))) for kind, question in EXAMPLES_BY_KIND)
    return tag(
        "details",
        tag("summary", "What can I ask?"),
        tag("dl", *kinds, class_="kinds"),
        tag(
            "p",
            "A council, years, an outcome or a sum can be said in the question or set under “Limit the decisions”.",
        ),
        tag("h3", "What it rests on, and what it cannot do"),
        tag("ul", tags("li", (*_holding(facts), *_WHAT_IT_CANNOT)), class_="cannot"),
        class_="what-to-ask",
    )


def _button(question: str) -> Markup:
    return tag("button", question, type="button", class_="example", data_ask=question)


def _holding(facts: CasebookFacts) -> Iterator[str]:
    """What is held, to when, and in which form."""
    if not facts.decisions:
        yield "The casebook holds no decision yet."
        return
    held = f"Held are {format_count(facts.decisions, 'published decision')}"
    if facts.oldest and facts.newest:
        held += f", decided from {format_date(facts.oldest)} to {format_date(facts.newest)}"
    yield f"{held}, out of many more that the Ombudsman has published."
    whole = f"{facts.full_texts:,} of them" if facts.full_texts else "None of them"
    yield (
        f"{whole} {'is' if facts.full_texts < 2 else 'are'} held in the Ombudsman’s own words, the rest as short "
        "digests that we wrote from the published summary. Each answer says which."
    )
