"""Pages made to measure: whole site pages of the usual size, and pages of any size. All words made up.

``site_page`` is a decision of some 12 kB inside the site's frame, 48 kB in all, different for each number; the same
number always gives the same page. The ``page_of_`` builders grow one thing only, so that the time of a page twice as
large can be compared with the first one's.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from html import escape

_BODIES = ("Northmoor Council", "Southfell County Council", "Eastbeck Borough Council", "Port Halden District Council")
_SUBJECTS = (
    ("Housing", "Homelessness", "housing application", "temporary accommodation"),
    ("Education", "Special educational needs", "education, health and care plan", "speech therapy"),
    ("Adult care services", "Charging", "care charges", "financial assessment"),
    ("Planning", "Enforcement", "enforcement case", "building works next door"),
    ("Benefits and tax", "Council tax", "council tax account", "reduction for a single person"),
    ("Environment and regulation", "Noise", "noise diary", "music from the yard behind his house"),
)
_STORY = (
    "On {day} {month} {year} {who} wrote to the Council about the {matter}. An officer replied the same week and said "
    "that the {detail} would be seen by another team.",
    "The Council’s records show three visits in {month} {year}. The officer’s note says that nobody was at home, and "
    "that a card was left; {who} says that no card came.",
    "{who} complained in {month} {year}. The Council’s reply at the first stage said that it had acted properly and "
    "that the {detail} had been dealt with ‘within the usual time’.",
    "In {month} {year} the Council asked for bank statements, a letter from {who}’s doctor and proof of the rent of "
    "£{sum}. It had all three by the end of the month and did nothing with them until the next spring.",
    "At the second stage a manager accepted that the letter about the {matter} should have gone sooner, and offered "
    "an apology for that. The manager did not think that it had made a difference to the {detail}.",
    "{who} told me that the uncertainty made the family ill, and that a neighbour had to help with the cost of £{sum}.",
)
_LAW = (
    "We look for fault in what organisations do, and ask whether it has had a bad effect on the person who complains. "
    "That effect is called injustice here. (Local Government Act 1974, sections 26(1) and 26A(1), as amended)",
    "We cannot question whether a council’s decision is right or wrong because somebody disagrees. We "
    "must ask whether there was fault in how it was reached. (Local Government Act 1974, section 34(3), as amended)",
    "Councils must deal with a {matter} within the time that the regulations set, and must give reasons in writing "
    "when they refuse one. The guidance says that most cases should take no longer than eight weeks.",
)
_ANALYSIS = (
    "The Council took nine months over the {matter}, where the regulations allow eight weeks. That was fault.",
    "The Council was at fault for losing the letter about the {detail}. {who} was left with uncertainty for a year.",
    "There was no fault in how the Council considered the {detail}: it visited, looked at what it was sent and gave "
    "reasons for its view.",
    "I cannot say that the outcome would have been another one but for the delay. {who} was caused avoidable distress, "
    "and was put to time and trouble in bringing the complaint.",
    "The Council says that it was short of staff. That may explain the delay in the {matter} and does not excuse it.",
)
_ACTIONS = (
    "apologise to {who} in writing for the faults that I have found;",
    "pay {who} £{sum} to recognise the distress that the delay caused;",
    "pay {who} £{more} for the time and trouble of complaining;",
    "remind its staff that letters about a {matter} must be answered within ten working days; and",
    "review how it keeps a record of what it receives.",
)
_MONTHS = ("January", "March", "April", "June", "September", "November")


def site_page(number: int, *, text_size: int = 12_000, page_size: int = 48_000) -> str:
    """A decision of about ``text_size`` characters as the site prints it, inside its frame, ``page_size`` in all."""
    chance = random.Random(number)  # noqa: S311 -- pages that differ, not secrets
    category, subcategory, matter, detail = _SUBJECTS[number % len(_SUBJECTS)]
    reference = f"{20 + number // 1000 % 5} {100 + number % 1000} {chance.randrange(100, 1000)}"

    def say(sentence: str) -> str:
        return sentence.format(
            day=chance.randrange(1, 29),
            month=chance.choice(_MONTHS),
            year=chance.randrange(2017, 2024),
            who="Mr B",
            matter=matter,
            detail=detail,
            sum=f"{chance.randrange(2, 40) * 50:,}",
            more=chance.randrange(2, 9) * 25,
        )

    story_size = max(0, text_size - 2_700)
    story: list[str] = []
    while sum(map(len, story)) < story_size:
        story.append(say(chance.choice(_STORY)))
    parts = (
        ("The complaint", [say("Mr B complains that the Council took too long over his {matter} and lost a letter.")]),
        ("The Ombudsman’s role and powers", [say(text) for text in (*_LAW[:2], *_LAW[:2])]),
        (
            "How I considered this complaint",
            ["I spoke to Mr B, and read what the Council sent me. Both have commented."],
        ),
        ("What I found", [say(_LAW[2]), *story]),
        ("Analysis", [say(text) for text in (*_ANALYSIS, chance.choice(_ANALYSIS))]),
        ("Agreed action", ["Within one month of this decision the Council has agreed to:", *map(say, _ACTIONS)]),
        ("Final decision", ["I have found fault by the Council, which caused injustice. It has agreed to remedy it."]),
    )
    article = _article(
        f"{_BODIES[number % len(_BODIES)]} ({reference})",
        (("Category", f"{category} > {subcategory}"), ("Decision", "Upheld"), ("Decision date", "06 Apr 2023")),
        say("Mr B complained about delay in his {matter}. The Council was at fault and has agreed to a remedy."),
        parts,
    )
    return framed(article, reference, page_size)


def _article(
    title: str, header: Sequence[tuple[str, str]], summary: str, parts: Sequence[tuple[str, list[str]]]
) -> str:
    lines = [f"<h2>{escape(title)}</h2>"]
    lines += [
        f'<p><span class="label">{label} : </span><span class="value">{escape(value)}</span></p>'
        for label, value in header
    ]
    lines += ["<h3>The Ombudsman’s final decision:</h3>", f"<p><strong>Summary:</strong> {escape(summary)}</p>"]
    for heading, paragraphs in parts:
        lines += [f"<h3>{heading}</h3>", "<ol>"]
        for text in paragraphs:
            is_point = text.endswith((";", "; and")) or text.startswith("review how")
            lines.append(f"<ul><li>{escape(text)}</li></ul>" if is_point else f"<li><p>{escape(text)}</p></li>")
        lines += ["</ol>", '<p class="backToTop"><a href="#main">Back to top</a></p>']
    lines.append("<p>Investigator’s decision on behalf of the Ombudsman</p>")
    return "\n".join(lines)


def framed(article: str, reference: str, page_size: int) -> str:
    """The article inside the site's frame, ``page_size`` in all: scripts, a menu of many links, a foot, a notice."""
    links = [f'<li><a href="/part-{n}/page-{n}">Information about part {n} of our work</a></li>' for n in range(1000)]
    scripts = [f'window.settings["{n}"] = {{ name: "part{n}", level: {n}, seen: false }};' for n in range(1000)]
    room = max(0, page_size - len(article) - 900)
    menu = "\n".join(links[: room * 2 // 3 // len(links[500])])
    script = "\n".join(scripts[: room // 3 // len(scripts[500])])
    return (
        '<!DOCTYPE html>\n<html lang="en-GB"><head><meta charset="utf-8" />'
        f"<title>{reference} - Local Government and Social Care Ombudsman</title>\n"
        f'<script>\n{script}\n</script></head>\n<body><a class="skip" href="#main">Skip to main content</a>\n'
        f'<header role="banner"><form action="/search"><label for="q">Search the site</label></form>\n'
        f"<nav><ul>\n{menu}\n"
        f'</ul></nav></header>\n<main id="main"><article id="article">\n{article}\n</article></main>\n'
        "<footer><p>LGO logogram</p><p>Accessibility</p></footer>\n"
        '<div id="cookieDialog" role="dialog"><h2>Review your privacy settings</h2><p>We count visits to each page.</p>'
        "</div></body></html>\n"
    )


# --------------------------------------------------------------------------- pages of any size


def a_decision(*, found: str = "The Council was at fault for the delay.", action: str = "Pay Mr A £100.") -> str:
    """A whole decision in HTML; ``found`` and ``action`` are the markup of these sections."""
    return (
        '<!DOCTYPE html><html><body><main><article id="article"><h2>Northmoor Council (20 100 001)</h2>'
        '<p><span class="label">Decision : </span><span class="value">Upheld</span></p>'
        "<h3>The Ombudsman's final decision:</h3><p>Summary: The Council was at fault for a late reply.</p>"
        "<h3>The complaint</h3><p>Mr A complains that the Council did not reply to his letters.</p>"
        f"<h3>What I found</h3>\n{found}\n<h3>Agreed action</h3>\n{action}\n"
        "<h3>Final decision</h3><p>I have found fault by the Council.</p></article></main></body></html>"
    )


def page_of_paragraphs(count: int) -> str:
    """As many paragraphs of two sentences each; one in twenty states a fault, one in fifty a remedy."""
    chance = random.Random(count)  # noqa: S311
    texts = []
    for n in range(count):
        table = _ANALYSIS if n % 20 == 0 else _STORY
        sentence = chance.choice(table).format(
            day=n % 28 + 1, month="March", year=2020, who="Mr A", matter="application", detail="letter", sum=n + 1
        )
        texts.append(f"<p>{n}: {sentence}</p>")
    actions = "".join(f"<li>pay Mr A £{n + 1} for the delay in matter {n};</li>" for n in range(count // 50))
    return a_decision(found="\n".join(texts), action=f"<ul>{actions}</ul>")


def page_of_size(size: int) -> str:
    """A page of this many bytes: paragraphs of the usual length, and as much of the site's frame."""
    return page_of_paragraphs(size // 400).replace("<main>", f"<nav>{'<a>a link</a> ' * (size // 40)}</nav><main>")


def page_of_nested_lists(depth: int) -> str:
    """Lists inside one another, each with an item that says something, closed in order."""
    opened = "".join(f"<ul><li>The Council did not answer letter {n}." for n in range(depth))
    return a_decision(found=opened + "</li></ul>" * depth)


def page_of_open_tags(count: int) -> str:
    """Elements that are opened and never closed."""
    return a_decision(found="<div><b><li><p>A letter. " * count)


def page_of_sums(count: int) -> str:
    """One clause that names so many sums, each another one."""
    sums = ", ".join(f"£{n} for distress about letter {n}" for n in range(100, 100 + count))
    return a_decision(action=f"<p>The Council has agreed to pay Mr A {sums}.</p>")


def page_of_one_paragraph(size: int) -> str:
    """A single paragraph of this many characters, in sentences."""
    sentence = "The Council delayed, which was fault, and Mr A’s distress was an injustice. "
    return a_decision(found=f"<p>{sentence * (size // len(sentence))}</p>")


def page_of_words(words: str) -> Callable[[int], str]:
    """A builder of pages that hold these words so many times, in one paragraph of what was found and of the actions."""
    return lambda count: a_decision(found=f"<p>It found {words * count}.</p>", action=f"<p>{words * count}.</p>")


def page_of_initials(count: int) -> str:
    """Full stops that end no sentence, one after the other."""
    return a_decision(found=f"<p>{'Mr. A. ' * count}</p>")


def page_of_headings(count: int) -> str:
    """Headings with a sentence under each."""
    parts = (f"<h4>Delay in letter {n}</h4><p>The delay in letter {n} was fault.</p>" for n in range(count))
    return a_decision(found="".join(parts))


def page_of_blank(size: int) -> str:
    """White space, marks and nothing else inside a paragraph."""
    return a_decision(found=f"<p>a{' ' * size}.{'(' * size}</p>")


# Name → builder and the size to begin with: the page that it gives takes some tenths of a second. The words are those
# that patterns begin with: what a pattern does with a thousand beginnings shows whether its time is linear.
GROWING: dict[str, tuple[Callable[[int], str], int]] = {
    "paragraphs": (page_of_paragraphs, 500),
    "headings": (page_of_headings, 250),
    "nested lists": (page_of_nested_lists, 1_000),
    "open tags": (page_of_open_tags, 1_000),
    "sums in one clause": (page_of_sums, 200),
    "one paragraph": (page_of_one_paragraph, 30_000),
    "initials": (page_of_initials, 5_000),
    "blank": (page_of_blank, 100_000),
    "an endless sentence": (
        page_of_words("the Council failed to reply and delayed, causing Mr A distress and "),
        1_000,
    ),
    "sums without commas": (page_of_words("£5 and "), 300),
    "totals": (page_of_words("pay a total of £500 and £20 a week, "), 200),
    "apologies": (page_of_words("The Council apologised to Mr A. "), 500),
    "injustices": (page_of_words("the injustice of this and no injustice but "), 500),
    "faults": (page_of_words("no evidence of fault was found and this was fault "), 500),
    "offers": (page_of_words("The Council offered Mr A £50 and paid him £20. "), 200),
    "refusals": (page_of_words("The Council has refused to pay Mr A £50. "), 200),
    "claims": (page_of_words("Mr A says that the Council should pay him £50. "), 200),
    "children": (page_of_words("her son, B, and her daughter, C, "), 500),
    "complaints": (page_of_words("Mr A complains about "), 1_000),
    "addresses": (page_of_words("https://www.lgo.org.uk/decisions/a/b/20-100-001 "), 500),
    "references": (page_of_words("Northmoor Council (20 100 001) "), 500),
    "open marks": (page_of_words("(\"'[«<"), 10_000),
}
