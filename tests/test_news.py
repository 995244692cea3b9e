"""News articles: recognised, cut down to a pointer, and never taken for a decision."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from assistant.domain import NewsItem
from ingest.news import read_news

ARTICLE = """\
Ombudsman criticises Northmoor over lost school place

Watchdog finds council left a child without lessons for two terms

Picture: somebody/agency

12 March 2021

By A Reporter

Northmoor council has been criticised by the Local Government and Social Care Ombudsman after a child had no lessons.

The ombudsman said the authority should pay the family £2,000. London Borough of Eastmere was not found at fault.

A spokesperson for the council told us it had apologised to Ms X.

More from The Northmoor Post
"""


def read(text: str = ARTICLE) -> NewsItem:
    item = read_news(text, "article.txt")
    assert item is not None
    return item


def test_an_article_is_kept_as_its_headline_and_the_line_under_it() -> None:
    item = read()
    assert item.title == "Ombudsman criticises Northmoor over lost school place"
    assert item.standfirst == "Watchdog finds council left a child without lessons for two terms"
    assert item.source == "The Northmoor Post"
    assert item.published == date(2021, 3, 12)
    assert item.bodies == ("Northmoor Council", "London Borough of Eastmere")


def test_no_figure_of_an_article_is_kept() -> None:
    item = read()
    assert "£" not in "".join((item.title, item.standfirst, item.source, *item.bodies))


def test_without_a_printed_source_the_file_is_named() -> None:
    assert read(ARTICLE.replace("More from The Northmoor Post\n", "")).source == "article.txt"


def test_a_date_inside_a_sentence_is_not_the_articles() -> None:
    text = ARTICLE.replace("12 March 2021\n", "").replace("after a child", "on 3 May 2019, after a child")
    assert read(text).published is None


def test_an_article_without_a_standfirst_has_its_first_sentence() -> None:
    lines = [line for line in ARTICLE.splitlines() if line and not line.startswith(("Watchdog", "Picture"))]
    long = lines[3].replace("after", "in a long report about many things " * 8 + "after") + " It was a bad year."
    item = read("\n".join([*lines[:3], long, *lines[4:]]))
    assert item.standfirst.startswith("Northmoor council has been criticised")
    assert item.standfirst.endswith("no lessons.")


def test_the_same_article_has_the_same_identity_and_another_has_another() -> None:
    assert read().id == read(ARTICLE.replace("\n", "\r\n")).id
    assert read().id != read(ARTICLE.replace("criticises", "praises")).id


@pytest.mark.parametrize(
    "text",
    [
        "",
        "A note about the ombudsman.",
        "Council meeting\n\nThe council met.\n\nIt said little.\n\nA spokesperson told us so.\n",
        "The ombudsman's guide\n\nThe ombudsman looks at complaints about a council.\n\nHow to complain\n\nBy post\n",
    ],
    ids=["empty", "a note", "no ombudsman", "no press"],
)
def test_other_texts_are_no_articles(text: str) -> None:
    assert read_news(text, "file.txt") is None


def test_the_real_article_names_its_council_and_source(shared: Path) -> None:
    path = shared / "decisions" / "community-care-2019-lancashire.txt"
    item = read_news(path.read_text(encoding="utf-8"), path.name)
    assert item is not None
    assert item.title.startswith("Ombudsman slams council")
    assert item.standfirst.startswith("Watchdog also finds")
    assert item.source == "Community Care"
    assert item.published is None
    assert item.bodies == ("Lancashire Council",)
