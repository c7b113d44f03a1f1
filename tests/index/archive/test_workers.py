"""Worker processes that hang, crash or fail cost only their own task."""

from __future__ import annotations

import os
import sys
import time

import pytest

from index.archive.workers import Failed, Outcome, Task, Workers
from index.errors import ReadError
from tests.conftest import IN_WINE


def double(number: int) -> int:
    return 2 * number


def hang() -> None:
    time.sleep(600)


def crash() -> None:
    os._exit(3)


def devour() -> int:
    return len(bytearray(6 << 30))


def refuse() -> None:
    raise ReadError("reason.empty", path="x")


def collect(workers: Workers) -> list[Outcome]:
    outcomes: list[Outcome] = []
    while workers.unfinished:
        outcomes.extend(workers.outcomes(1.0))
    return outcomes


def test_results_come_back_with_their_tags() -> None:
    with Workers(2) as workers:
        for number in range(9):
            workers.submit(Task(number, double, (number,)))
        assert {o.task.tag: o.result for o in collect(workers)} == {n: 2 * n for n in range(9)}


def test_a_hanging_task_is_given_up_and_the_others_go_on() -> None:
    with Workers(1) as workers:
        workers.submit(Task("hangs", hang, (), seconds=0.5))
        workers.submit(Task("works", double, (4,)))
        results = {o.task.tag: o.result for o in collect(workers)}
    assert results == {"hangs": Failed("reason.timeout"), "works": 8}


def test_a_crashing_task_is_reported_and_the_others_go_on() -> None:
    with Workers(1) as workers:
        workers.submit(Task("crashes", crash, ()))
        workers.submit(Task("works", double, (4,)))
        results = {o.task.tag: o.result for o in collect(workers)}
    assert results == {"crashes": Failed("reason.crashed"), "works": 8}


def test_an_error_crosses_the_process_border_with_its_details() -> None:
    with Workers(1) as workers:
        workers.submit(Task("refuses", refuse, ()))
        (outcome,) = collect(workers)
    assert outcome.result.error.code == "reason.empty"
    assert outcome.result.error.details == {"path": "x"}


def test_without_processes_tasks_run_here() -> None:
    with Workers(0) as workers:
        workers.submit(Task("a", double, (1,)))
        workers.submit(Task("b", refuse, ()))
        results = {o.task.tag: o.result for o in collect(workers)}
    assert results["a"] == 2
    assert results["b"].error.code == "reason.empty"


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS does not bound the memory of a process")
@pytest.mark.skipif(IN_WINE, reason="Wine does not hold jobs to their memory")
def test_a_task_that_takes_too_much_memory_fails_alone() -> None:
    with Workers(1) as workers:
        workers.submit(Task("large", devour, ()))
        workers.submit(Task("small", double, (2,)))
        results = {o.task.tag: o.result for o in collect(workers)}
    assert results == {"large": Failed("reason.memory"), "small": 4}
