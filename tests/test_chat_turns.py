"""Answers are made in turn: few at once, in the order of asking, and who waits for a model holds nobody up."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from functools import partial

import pytest

from assistant.chat.waiting import Turns, in_turn


def never(_: str) -> bool:
    return False


def run(work: Callable[[], object]) -> threading.Thread:
    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    return thread


def in_line(turns: Turns) -> int:
    return len(turns._line)


def until(holds: Callable[[], bool]) -> None:
    for _ in range(500):
        if holds():
            return
        time.sleep(0.01)
    raise AssertionError("it never came")


def test_no_more_work_at_once_than_is_allowed_and_the_line_is_kept() -> None:
    turns = Turns(2)
    gates = [threading.Event() for _ in range(5)]
    begun: list[int] = []

    def make(number: int) -> Iterator[str]:
        begun.append(number)
        assert gates[number].wait(10)
        yield "answer"

    def answer(number: int) -> None:
        list(in_turn(partial(make, number), turns, threading.Event(), never))

    threads = []
    for number in range(5):
        threads.append(run(partial(answer, number)))
        until(lambda: len(begun) + in_line(turns) == len(threads))
    assert begun == [0, 1]
    gates[1].set()
    until(lambda: len(begun) == 3)
    gates[0].set()
    until(lambda: len(begun) == 4)
    assert begun == [0, 1, 2, 3]
    for gate in gates:
        gate.set()
    for thread in threads:
        thread.join(10)
    assert begun == [0, 1, 2, 3, 4]


def test_who_waits_for_a_model_lets_the_next_begin() -> None:
    turns = Turns(1)
    first = in_turn(lambda: iter(["stage", "wait", "answer"]), turns, threading.Event(), lambda item: item == "wait")
    assert [next(first), next(first)] == ["stage", "wait"]
    second = in_turn(lambda: iter(["stage"]), turns, threading.Event(), never)
    assert list(second) == ["stage"]
    assert list(first) == ["answer"]
    turns.wait()
    assert run(turns.wait).is_alive(), "the turn that was given back early was not given back twice"


def test_who_was_stopped_in_the_line_is_not_answered_and_holds_nobody_up() -> None:
    turns, stopped = Turns(1), threading.Event()
    stopped.set()
    assert list(in_turn(lambda: iter(["never made"]), turns, stopped, never)) == []
    assert list(in_turn(lambda: iter(["made"]), turns, threading.Event(), never)) == ["made"]


def test_an_answer_that_breaks_gives_its_turn_back() -> None:
    turns = Turns(1)

    def make() -> Iterator[str]:
        yield "stage"
        raise ValueError("broken")

    with pytest.raises(ValueError, match="broken"):
        list(in_turn(make, turns, threading.Event(), never))
    assert list(in_turn(lambda: iter(["made"]), turns, threading.Event(), never)) == ["made"]
