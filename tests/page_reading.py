"""The HTML of the page, read as a browser reads it; and text that would do harm where it were not kept text."""

from __future__ import annotations

from html.parser import HTMLParser

from assistant.chat.evidence import render_sources
from assistant.chat.rendering import render_turn
from assistant.chat.taking_away import render_taking
from assistant.domain import Answer, Decision
from assistant.taking import number_citations, report_answer
from tests.answer_builders import held

HOSTILE = (
    "<img src=x onerror=alert(1)> <script>alert(2)</script> **bold** [link](javascript:alert(3)) "
    "![i](http://example.org/x.png) </details></article> {{value}} ${value} \u202egnirts \"quoted\" 'single' &amp;"
)
# Elements that this page never makes: one of them in the output was in a text.
FOREIGN = {"img", "script", "iframe", "object", "style", "link", "meta", "form", "input", "video", "audio"}


class PageReader(HTMLParser):
    """Reads HTML as a browser would: the text a person sees, the elements, and the links."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.names: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.open: list[str] = []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element and what it has."""
        self.names.append(tag)
        self.attributes += attrs
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close the element that is open, which must be this one."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Gather what a person sees."""
        self.text += data

    def values(self, name: str) -> list[str | None]:
        """Every value of an attribute, in order."""
        return [value for key, value in self.attributes if key == name]


def turn_of(answer: Answer, *decisions: Decision, question: str = "a question") -> PageReader:
    """An answer as the first turn of a conversation, read."""
    taking = render_taking(1, report_answer(question, answer, held(*decisions)))
    return PageReader(render_turn(1, question, answer, held(*decisions), taking=taking))


def sources_of(answer: Answer, *decisions: Decision) -> str:
    """The HTML of the sources beside an answer that is the first."""
    return render_sources(1, answer, held(*decisions), number_citations(answer.statements))
