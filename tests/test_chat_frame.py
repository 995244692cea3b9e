"""What the page keeps, takes and gives: conversations by name, files from the user, parcels to the user."""

from __future__ import annotations

import base64

import pytest

from assistant.chat.conversations import Conversations, Exchange, Kept
from assistant.chat.markup import markup
from assistant.chat.parcels import render_parcel
from assistant.chat.uploads import Upload, UploadLimits, read_uploads
from assistant.errors import InputError

NAME, OTHER = "0" * 32, "f" * 32


def exchange(number: int = 1) -> Exchange:
    return Exchange(number, "What was paid?", (), (), markup(), markup())


def sent(name: str = "page.html", data: bytes = b"<html>") -> dict[str, str]:
    return {"name": name, "data": base64.b64encode(data).decode()}


def test_a_conversation_is_found_again_under_its_name_and_under_no_other() -> None:
    conversations = Conversations()
    conversations.keep(NAME, (exchange(),))
    assert conversations.recall(NAME) == Kept((exchange(),))
    assert conversations.recall(OTHER) == Kept()


def test_a_question_that_was_not_answered_is_held_until_it_is() -> None:
    conversations = Conversations()
    conversations.begin(NAME, (exchange(),), "And to the child?")
    assert conversations.recall(NAME) == Kept((exchange(),), "And to the child?")
    conversations.keep(NAME, (exchange(), exchange(2)))
    assert conversations.recall(NAME).pending == ""


@pytest.mark.parametrize("name", ["", "0" * 31, "0" * 33, "G" * 32, f"{NAME}\n", "../../etc/passwd"])
def test_nothing_is_kept_under_what_is_no_name(name: str) -> None:
    conversations = Conversations()
    conversations.keep(name, (exchange(),))
    assert conversations.recall(name) == Kept()


def test_a_conversation_is_forgotten_when_the_user_starts_anew() -> None:
    conversations = Conversations()
    conversations.keep(NAME, (exchange(),))
    conversations.forget(NAME)
    conversations.forget(NAME)
    assert conversations.recall(NAME) == Kept()


def test_what_nobody_asked_for_in_twelve_hours_is_forgotten() -> None:
    now = 0.0
    conversations = Conversations(clock=lambda: now)
    conversations.keep(NAME, (exchange(),))
    now = 11 * 3600
    conversations.keep(OTHER, (exchange(),))
    assert conversations.recall(NAME).conversation
    now = 13 * 3600
    assert conversations.recall(NAME) == Kept()
    assert conversations.recall(OTHER).conversation


def test_the_oldest_conversations_go_when_there_are_too_many() -> None:
    conversations = Conversations()
    names = [f"{number:032x}" for number in range(501)]
    for name in names:
        conversations.keep(name, (exchange(),))
    assert not conversations.recall(names[0]).conversation
    assert conversations.recall(names[1]).conversation
    assert conversations.recall(names[-1]).conversation


def test_files_come_with_their_bytes_and_without_folders() -> None:
    uploads = read_uploads([sent(), sent("C:\\letters\\draft.docx", b"\x00\xff"), sent("../../x.txt", b"")])
    assert uploads == (Upload("page.html", b"<html>"), Upload("draft.docx", b"\x00\xff"), Upload("x.txt", b""))
    assert read_uploads([]) == ()


@pytest.mark.parametrize(
    ("payload", "said"),
    [
        pytest.param("page.html", "did not arrive whole", id="no list"),
        pytest.param(None, "did not arrive whole", id="nothing"),
        pytest.param([{"name": "page.html"}], "did not arrive whole", id="no bytes"),
        pytest.param([{"name": "page.html", "data": "%%%"}], "page.html did not arrive whole", id="no base64"),
        pytest.param([sent(data=b"x" * 2000)], "page.html has 0.0 MB; a file may have 0.0 MB", id="too large"),
        pytest.param([sent(data=b"x" * 900)] * 3, "together they may have", id="too large together"),
        pytest.param([sent()] * 5, "5 files at once; send at most 4", id="too many"),
    ],
)
def test_what_did_not_come_as_it_should_is_refused_in_words(payload: object, said: str) -> None:
    with pytest.raises(InputError, match=said):
        read_uploads(payload, UploadLimits(each=1000, together=2000, files=4))


def test_a_parcel_carries_its_bytes_and_a_name_that_every_system_takes() -> None:
    parcel = render_parcel('../re<b>"dress é.docx', "application/x", b"\x00abc")
    assert 'data-name="re-b-dress-.docx"' in parcel
    assert f'data-parcel="{base64.b64encode(bytes([0]) + b"abc").decode()}"' in parcel
    assert 'data-name="redress"' in render_parcel("…", "text/csv", b"")
