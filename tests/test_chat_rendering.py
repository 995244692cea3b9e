"""The page's HTML: text stays text, quotations stay exact, and each status has its look."""

from __future__ import annotations

import re
import socket
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answering import Assistant
from assistant.chat import choose_port, is_loopback
from assistant.chat.citing import plain_answer
from assistant.chat.evidence import Span, mark_quotes, render_sources
from assistant.chat.frame import render_evidence, render_footer, render_header, render_welcome
from assistant.chat.markup import Markup, markup, ombudsman_link, tag
from assistant.chat.rendering import render_failure, render_question, render_turn
from assistant.chat.serving import is_shut
from assistant.chat.taking_away import render_taking
from assistant.chat.understood import render_understood
from assistant.chat.words import EXAMPLES, STATUS_LABELS, describe_filters, describe_understood
from assistant.domain import (
    Answer,
    AnswerStatus,
    Assumption,
    Citation,
    Decision,
    Decline,
    Evidence,
    Filters,
    NewsItem,
    Outcome,
    Payee,
    Query,
    QuestionKind,
    Relevance,
    Remedy,
    RemedyKind,
    RemedyStatus,
    Statement,
    StatementRole,
)
from assistant.errors import SettingsError
from assistant.remedies import summarise_remedies
from assistant.taking import number_citations, report_answer, shown_question, write_plain
from assistant.visible import unharmful
from tests.answer_builders import answer_about, cite, held
from tests.builders import case, decision, evidence, facts, full_text, query, reference, remedy

HOSTILE = (
    "<img src=x onerror=alert(1)> <script>alert(2)</script> **bold** [link](javascript:alert(3)) "
    "![i](http://example.org/x.png) </details></article> {{value}} ${value} \u202egnirts \"quoted\" 'single' &amp;"
)
# Elements that this page never makes: one of them in the output was in a text.
FOREIGN = {"img", "script", "iframe", "object", "style", "link", "meta", "form", "input", "video", "audio"}


class _Reader(HTMLParser):
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
        self.names.append(tag)
        self.attributes += attrs
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data

    def values(self, name: str) -> list[str | None]:
        return [value for key, value in self.attributes if key == name]


def turn_of(answer: Answer, *decisions: Decision, question: str = "a question") -> _Reader:
    taking = render_taking(1, report_answer(question, answer, held(*decisions)))
    return _Reader(render_turn(1, question, answer, held(*decisions), taking=taking))


def sources_of(answer: Answer, *decisions: Decision) -> str:
    return render_sources(1, answer, held(*decisions), number_citations(answer.statements))


# --------------------------------------------------------------------------- text stays text


@given(st.text())
def test_any_text_comes_back_as_it_was_typed_but_for_what_would_do_harm(text: str) -> None:
    made = tag("p", text, title=text)
    assert _Reader(made).names == ["p"]
    # Parsers read carriage returns and the null character in ways of their own.
    if not re.search(r"[\r\x00]", text):
        assert _Reader(made).text == unharmful(text)
        assert _Reader(made).values("title") == [text]


def test_only_our_own_markup_is_left_as_it_is() -> None:
    assert markup("<b>", Markup("<i></i>")) == "&lt;b&gt;<i></i>"
    assert tag("p", "x", hidden=False, title=None, data_open="a", class_="b", aria_current=True) == (
        '<p data-open="a" class="b" aria-current>x</p>'
    )


def test_hostile_text_in_every_place_is_shown_and_never_rendered() -> None:
    own = replace(
        decision(1, HOSTILE, body=HOSTILE, category=HOSTILE, subcategory=HOSTILE),
        remedies=(Remedy(RemedyKind.PAYMENT, 30000, issue=HOSTILE, detail=HOSTILE),),
        url='https://www.lgo.org.uk/decisions/x"><img src=x onerror=alert(1)>',
    )
    shown = case(own, why=HOSTILE, issue=HOSTILE)
    hostile = Statement(StatementRole.CAVEAT, HOSTILE, (cite(own, HOSTILE),))
    understood = query(
        topic=HOSTILE,
        assumptions=(Assumption(HOSTILE, HOSTILE, HOSTILE),),
        left_out=(Assumption("k", HOSTILE),),
        redacted_question=HOSTILE,
    )
    news = NewsItem("n1", HOSTILE, HOSTILE, HOSTILE, None)
    for status in AnswerStatus:
        answer = answer_about(
            own,
            status=status,
            statements=(Statement(StatementRole.HEADLINE, HOSTILE), hostile),
            query=understood,
            evidence=replace(evidence(shown), near=(own,), news=(news,)),
        )
        page = render_turn(1, HOSTILE, answer, held(own)) + sources_of(answer, own)
        read = _Reader(page)
        assert read.open == []
        assert not FOREIGN & set(read.names)
        assert not [name for name, _ in read.attributes if name.startswith("on")]
        assert "**bold** [link](javascript:alert(3))" in read.text
        assert all((value or "").startswith("https://www.lgo.org.uk/") for value in read.values("href"))


def test_a_long_question_is_folded_and_keeps_every_word() -> None:
    long = "word " * 400 + "<b>end</b>"
    read = _Reader(render_question(long))
    assert read.names.count("details") == 1
    assert "<b>end</b>" in read.text
    assert "details" not in _Reader(render_question("short")).names


@pytest.mark.parametrize(
    "address",
    [
        None,
        "",
        "http://www.lgo.org.uk/decisions/a/b/21-000-001",
        "https://www.lgo.org.uk.example.org/decisions/a/b/21-000-001",
        "https://example.org/www.lgo.org.uk/decisions/21-000-001",
        "https://user@www.lgo.org.uk/decisions/a/b/21-000-001",
        "https://www.lgo.org.uk:8443/decisions/a/b/21-000-001",
        "https://www.lgo.org.uk/make-a-complaint",
        "javascript:alert(1)//https://www.lgo.org.uk/decisions/",
        "//www.lgo.org.uk/decisions/a",
        "https://[www.lgo.org.uk/decisions/a",
    ],
)
def test_only_decision_pages_of_the_ombudsman_are_linked(address: str | None) -> None:
    assert ombudsman_link(address, "Read it") is None
    own = decision(1, url=address)
    page = sources_of(answer_about(own), own)
    assert "href" not in page
    assert "No page on the Ombudsman’s site is known" in page


def test_a_link_opens_a_tab_of_its_own_and_tells_nothing() -> None:
    link = ombudsman_link("https://www.lgo.org.uk/decisions/education/other/21-000-001", "Read it")
    assert link is not None
    assert 'rel="noopener noreferrer"' in link
    assert 'target="_blank"' in link
    assert "opens in a new tab" in link


# --------------------------------------------------------------------------- quotations


@given(
    st.text(max_size=80),
    st.lists(st.tuples(st.integers(-5, 90), st.integers(-5, 90), st.integers(1, 9)), max_size=6),
)
def test_marking_changes_no_character_of_a_text(text: str, places: list[tuple[int, int, int]]) -> None:
    text = re.sub(r"[\r\x00]", "", text)
    made = mark_quotes(text, [Span(*place) for place in places])
    without_numbers = re.sub(r'<span class="mark-number" aria-hidden="true">\[\d+\]</span>', "", made)
    assert _Reader(without_numbers).text == unharmful(text)


def test_overlapping_quotations_are_each_whole() -> None:
    made = mark_quotes("one two three", [Span(0, 7, 1), Span(4, 13, 2)], active=2)
    pieces = re.findall(r"<mark([^>]*)>([^<]*)</mark>", made)
    assert "".join(words for where, words in pieces if re.search(r'data-cites="[^"]*\b1\b', where)) == "one two"
    assert "".join(words for where, words in pieces if re.search(r'data-cites="[^"]*\b2\b', where)) == "two three"
    assert [words for where, words in pieces if "active" in where] == ["two", " three"]


def test_a_quotation_that_is_not_in_the_text_marks_nothing() -> None:
    own = decision(1)
    wrong = Citation(own.reference, own.paragraphs[0].id, "never said", 0)
    answer = answer_about(own, statements=(Statement(StatementRole.CLOSEST, "x", (wrong,)),))
    assert "<mark" not in sources_of(answer, own)


def test_a_full_text_and_a_digest_are_labelled_as_what_they_are() -> None:
    digest, full = decision(1), full_text(2)
    answer = answer_about(digest, full)
    first, second = sources_of(answer, digest, full).split("</article>")[:2]
    assert "Our digest of the published summary" in first
    assert "not the Ombudsman’s sentences" in first
    assert 'class="text digest"' in first
    assert "The Ombudsman’s own words" in second
    assert 'class="text full-text"' in second
    assert "Digest" in turn_of(answer, digest, full).text
    assert "Full text" in turn_of(answer, digest, full).text


def test_a_full_text_is_shown_whole_with_its_headings_and_printed_numbers() -> None:
    own = full_text(1)
    read = _Reader(sources_of(answer_about(own), own))
    for paragraph in own.paragraphs:
        assert paragraph.text in read.text
    assert "Analysis" in read.text
    assert "3. " in read.text


def test_without_a_citation_the_nearest_comparable_decision_is_open_and_never_a_background_one() -> None:
    far, near = case(decision(1), relevance=Relevance.BACKGROUND), case(decision(2), relevance=Relevance.PARTLY)
    answer = answer_about(decision(1), statements=(), evidence=evidence(far, near))
    articles = re.findall(r"<article [^>]*>", sources_of(answer, decision(1), decision(2)))
    assert [" hidden" in article for article in articles] == [True, False]
    answer = answer_about(decision(1), statements=(), evidence=evidence(far))
    page = sources_of(answer, decision(1))
    assert "cites no decision" in page
    assert page.count("<article") == page.count(" hidden>") == 1


def test_only_the_decision_that_is_cited_first_is_open() -> None:
    one, two = decision(1), decision(2)
    answer = answer_about(one, two, statements=(Statement(StatementRole.CLOSEST, "x", (cite(two, "The council"),)),))
    articles = re.findall(r"<article [^>]*>", sources_of(answer, one, two))
    assert [" hidden" in article for article in articles] == [True, False]


# --------------------------------------------------------------------------- an answer


def test_citations_are_numbered_by_first_occurrence() -> None:
    one, two = decision(1), decision(2)
    first, second = cite(two, "The council"), cite(one, "The council")
    statements = (
        Statement(StatementRole.HEADLINE, "a", (first,)),
        Statement(StatementRole.CLOSEST, "b", (second, first)),
    )
    assert number_citations(statements) == {first: 1, second: 2}
    assert number_citations(()) == {}


def test_each_marker_is_a_button_that_names_its_source() -> None:
    own = decision(1)
    page = render_turn(3, "q", answer_about(own), held(own))
    button = re.search(r"<button[^>]*data-cite[^>]*>\[1\]</button>", page)
    assert button is not None
    assert 'type="button"' in button[0]
    assert 'data-open="source-3-21-000-001"' in button[0]
    assert "[1] Show the source: Northmoor Council, 21 000 001" in button[0]


def test_words_that_are_quoted_look_different_from_ours() -> None:
    own = decision(1)
    quote = "It agreed to apologise and pay £300 for distress."
    said = Statement(StatementRole.CLOSEST, f"The digest says: “{quote}” No more.", (cite(own, quote),))
    page = render_turn(1, "q", answer_about(own, statements=(said,)), held(own))
    assert f'“<span class="quoted">{quote}</span>” No more.' in page


@pytest.mark.parametrize("status", list(AnswerStatus))
def test_each_status_is_said_in_words(status: AnswerStatus) -> None:
    own = decision(1)
    page = render_turn(1, "q", answer_about(own, status=status), held(own))
    assert STATUS_LABELS[status] in _Reader(page).text
    assert f'data-announce="Answer ready. {STATUS_LABELS[status]}."' in page


def test_statements_with_one_role_share_a_heading_and_lose_their_lead_in() -> None:
    own = decision(1)
    said = (
        Statement(StatementRole.HEADLINE, "Two are comparable."),
        Statement(StatementRole.CLOSEST, "First."),
        Statement(StatementRole.FIGURES, "Other."),
        Statement(StatementRole.CLOSEST, "Second."),
        Statement(StatementRole.CONFIDENCE, "How sure: two decisions of 1,403 held."),
    )
    read = turn_of(answer_about(own, statements=said), own)
    assert read.text.count("Closest decisions") == 1
    assert read.text.count("How sure") == 1
    assert "Two decisions of 1,403 held." in read.text


def test_a_second_headline_begins_anew() -> None:
    own = decision(1)
    said = tuple(
        Statement(role, text)
        for role, text in (
            (StatementRole.HEADLINE, "First case."),
            (StatementRole.FIGURES, "Money: £300."),
            (StatementRole.HEADLINE, "Second case."),
            (StatementRole.FIGURES, "Money: £500."),
        )
    )
    text = turn_of(answer_about(own, statements=said), own).text
    assert text.index("£300") < text.index("Second case.") < text.index("£500")


def test_a_long_refusal_is_a_headline_and_a_paragraph() -> None:
    long = "A landlord matter is for the Housing Ombudsman. " + "Repairs and damp are for them. " * 8
    page = render_turn(1, "q", answer_about(statements=(Statement(StatementRole.HEADLINE, long),)), {})
    assert '<p class="headline">A landlord matter is for the Housing Ombudsman.</p>' in page
    assert '<p class="lead">Repairs and damp' in page


def test_the_table_says_what_was_paid_for_the_issue() -> None:
    paid = decision(1)
    unpaid = decision(2, outcome=Outcome.CLOSED, remedies=())
    unstated = decision(3, remedies=(Remedy(RemedyKind.PAYMENT),), outcome_inferred=True)
    background = decision(4)
    found = evidence(paid, unpaid, unstated, case(background, relevance=Relevance.BACKGROUND))
    answer = answer_about(paid, evidence=found, summary=summarise_remedies(found))
    page = render_turn(1, "q", answer, held(paid))
    rows = [_Reader(row).text for row in re.findall(r"<tr.*?</tr>", page)]
    first = next(row for row in rows if "21 000 001" in row)
    for said in ("Jun 2021", "£300", "Complainant", "Agreed", "Distress", "Close", "Upheld", "Digest"):
        assert said in first
    second = next(row for row in rows if "21 000 002" in row)
    assert "No payment" in second
    assert "Closed after initial enquiries" in second
    third = next(row for row in rows if "21 000 003" in row)
    assert "Sum not stated" in third
    assert "read from the summary" in third
    assert "Background" in next(row for row in rows if "21 000 004" in row)
    for heading in ("Decision", "Decided", "Sum", "Paid to", "Status", "For what", "How near", "Outcome"):
        assert heading in rows[0]
    assert "1 more decision for background" in page


def test_what_was_claimed_or_refused_is_never_shown_as_a_remedy() -> None:
    own = decision(1, remedies=(remedy(pounds=10000, status=RemedyStatus.CLAIMED), remedy(status=RemedyStatus.REFUSED)))
    text = _Reader(sources_of(answer_about(own), own)).text
    assert "(claimed: not a remedy)" in text
    assert "(refused: not a remedy)" in text


def test_personal_data_is_not_shown_again_and_can_be_asked_without() -> None:
    typed = "my son at 1 Northmoor Road, how much"
    understood = query(redacted_question="my son at [address], how much", decline=None)
    answer = answer_about(status=AnswerStatus.PERSONAL_DATA, query=understood, evidence=Evidence())
    shown = shown_question(typed, answer)
    page = render_turn(1, shown, answer, {})
    assert "Northmoor Road" not in page
    assert 'data-ask="my son at [address], how much"' in page
    assert shown_question(typed, answer_about()) == typed


def test_a_reference_that_is_not_held_offers_those_that_look_like_it() -> None:
    near = decision(2)
    answer = answer_about(status=AnswerStatus.NONE, evidence=Evidence(not_held=(reference(3),), near=(near,)))
    page = render_turn(1, "q", answer, held(near))
    assert 'data-ask="Summarise 21 000 002"' in page


def test_news_is_a_pointer_and_says_so() -> None:
    item = NewsItem("n1", "Council criticised over visits", "", "Northmoor Gazette", date(2021, 7, 1))
    answer = answer_about(decision(1))
    page = turn_of(replace(answer, evidence=replace(answer.evidence, news=(item,))), decision(1)).text
    assert "Council criticised over visits (Northmoor Gazette, 1 July 2021)" in page
    assert "They are counted nowhere" in page


def test_a_failure_tells_what_to_do_and_is_announced() -> None:
    page = render_failure(2, "q", "Stop Redress and start it again.")
    assert "Something went wrong" in _Reader(page).text
    assert "Stop Redress and start it again." in page
    assert "data-announce" in page


# --------------------------------------------------------------------------- what was understood, and to take away


def test_what_was_understood_is_said_plainly() -> None:
    limits = Filters(
        bodies=("Northmoor Council",),
        outcomes=(Outcome.NOT_UPHELD,),
        date_from=date(2022, 1, 1),
        amount_min_pence=50000,
        payees=(Payee.CHILD,),
    )
    rows = dict(describe_understood(query(filters=limits)))
    assert rows["Topic"] == "late education plan"
    assert rows["Limited to"] == "Northmoor Council; not upheld; from 1 January 2022; £500 or more; paid to child"
    assert dict(describe_understood(query()))["Limited to"] == "all bodies, all years"
    single = query(QuestionKind.SINGLE_CASE, topic="Summarise", references=(reference(1),))
    assert dict(describe_understood(single)) == {"Looking for": "one decision", "Reference": "21 000 001"}


def test_an_assumption_is_a_button_that_asks_the_turn_again_without_it() -> None:
    undone = Assumption("date", "Only cases decided from 1 January 2022 on.", "Decided from 1 January 2022 on")
    body = Assumption("body", "Only decisions about Northmoor Council.", "Only Northmoor Council")
    page = render_understood(7, query(assumptions=(body, Assumption("", "A remark.")), left_out=(undone,)))
    assert 'aria-label="Ask again without: Only Northmoor Council"' in page
    assert 'data-without="[&quot;date&quot;, &quot;body&quot;]" ' in page
    assert 'aria-label="Put back and ask again: Decided from 1 January 2022 on"' in page
    assert 'data-without="[]"' in page
    assert page.count('data-turn="7"') == 2
    assert "<li>A remark.</li>" in page
    assert "chip" not in render_understood(1, query())


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_leads_to_comparable_decisions(assistant: Assistant, example: str) -> None:
    answer = assistant.ask(example)
    assert answer.status in (AnswerStatus.FOUND, AnswerStatus.FEW, AnswerStatus.ONE)
    assert any(statement.citations for statement in answer.statements)


def test_every_filter_is_described() -> None:
    filled = Filters(
        ("a",),
        ("b",),
        ("c",),
        ("d",),
        (Outcome.UPHELD,),
        date(2020, 1, 1),
        date(2021, 1, 1),
        1,
        2,
        (RemedyKind.APOLOGY,),
        (Payee.CHILD,),
        (decision(1).basis,),
        (reference(1),),
    )
    assert len(describe_filters(filled)) == 13
    assert describe_filters(Filters()) == ()


def test_a_declined_question_shows_no_guess_of_what_was_understood() -> None:
    declined = Query("q", QuestionKind.OUT_OF_SCOPE, "mould", decline=Decline(AnswerStatus.OUT_OF_SCOPE, "x"))
    answer = answer_about(status=AnswerStatus.OUT_OF_SCOPE, query=declined, evidence=Evidence())
    assert "How I understood it" not in turn_of(answer).text


def test_a_copied_answer_carries_its_sources_its_date_and_the_acknowledgement() -> None:
    own = replace(decision(1), url="https://www.lgo.org.uk/decisions/education/other/21-000-001")
    text = write_plain(report_answer("How much?", answer_about(own), held(own)))
    assert "- Northmoor Council (21 000 001): paid. [1]" in text
    header = "[1] Northmoor Council, 21 000 001, 17 June 2021, Upheld. Our digest of the published summary:"
    assert f"{header} “{own.paragraphs[0].text}” {own.url}" in text
    assert "1,403 decisions, the newest of 2 March 2026" in text
    assert "Commission for Local Administration in England" in text
    assert "no legal advice" in text


def test_a_follow_up_remembers_words_and_no_markup() -> None:
    assert plain_answer(answer_about(decision(1))) == (
        "Some decisions are comparable.\nNorthmoor Council (21 000 001): paid."
    )


# --------------------------------------------------------------------------- around the conversation


def test_the_header_says_how_large_and_how_new_the_casebook_is() -> None:
    text = _Reader(render_header(facts(full_texts=4))).text
    assert "1,403" in text
    assert "2 March 2026" in text
    assert "in full text4" in text
    assert "0" in _Reader(render_header(facts(decisions=0, newest=None))).text


def test_the_footer_says_what_this_is_not_and_whose_words_these_are() -> None:
    text = _Reader(render_footer()).text
    for said in ("Questions stay on this computer", "not official", "no legal advice", "Commission for Local"):
        assert said in text


def test_the_welcome_offers_questions_with_one_click() -> None:
    read = _Reader(render_welcome())
    assert read.values("data-ask") == list(EXAMPLES)


def test_the_evidence_says_why_it_is_empty() -> None:
    assert "opens the decision here" in _Reader(render_evidence()).text
    assert "rests on no decision" in _Reader(render_evidence([(2, markup())])).text


# --------------------------------------------------------------------------- the address, and what is shut


def test_a_busy_port_is_named_with_what_to_do() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(SettingsError, match=rf"Port {port} on 127.0.0.1 is busy.*--port") as refused:
            choose_port("127.0.0.1", port)
    assert refused.value.exit_code == 2
    assert choose_port("127.0.0.1", port) == port


def test_port_0_finds_a_free_one() -> None:
    assert choose_port("127.0.0.1", 0) > 1023


@pytest.mark.parametrize("host", ["no.such.host.invalid", "203.0.113.7"])
def test_a_host_that_is_not_ours_is_refused(host: str) -> None:
    with pytest.raises(SettingsError, match=rf"--host {host}"):
        choose_port(host, 0)


def test_only_loopback_is_loopback() -> None:
    assert all(is_loopback(host) for host in ("127.0.0.1", "127.8.8.8", "::1", "[::1]", "localhost"))
    assert not any(is_loopback(host) for host in ("0.0.0.0", "192.168.1.4", "::", "example.org"))  # noqa: S104


@pytest.mark.parametrize(
    ("path", "shut"),
    [
        ("/", False),
        ("/config", False),
        ("/assets/index.js", False),
        ("/theme.css", False),
        ("/gradio_api/queue/join", False),
        ("/gradio_api/queue/data", False),
        ("/gradio_api/heartbeat/abc", False),
        ("/gradio_api/startup-events", False),
        ("/gradio_api/file=/etc/passwd", True),
        ("/gradio_api/file=http://example.org/", True),
        ("/file=/etc/passwd", True),
        ("/gradio_api/proxy=http://example.org/", True),
        ("/gradio_api/upload", True),
        ("/gradio_api/call/answer", True),
        ("/gradio_api/run/predict", True),
        ("/gradio_api/info", True),
        ("/gradio_api/vibe-code/", True),
        ("/monitoring/summary", True),
        ("/gradio_api/runs", True),
    ],
)
def test_what_the_page_does_not_need_is_shut(path: str, shut: bool) -> None:
    assert is_shut(path) is shut
