"""The task runner: results on the GUI thread, newest wins, nothing after the end."""

from __future__ import annotations

import logging
import threading

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop_app.tasks import DirectTasks, Tasks
from index.control import Control
from index.errors import Cancelled


def test_a_result_comes_back_on_the_gui_thread(qtbot: QtBot, tasks: Tasks) -> None:
    seen: list[tuple[int, threading.Thread, threading.Thread]] = []
    tasks.run(
        "add",
        lambda _: (2 + 2, threading.current_thread()),
        lambda result: seen.append((*result, threading.current_thread())),
    )
    qtbot.waitUntil(lambda: bool(seen))
    value, worker, receiver = seen[0]
    assert value == 4
    assert worker is not threading.main_thread()
    assert receiver is threading.main_thread()


def test_a_failure_goes_to_failed_and_not_to_done(qtbot: QtBot, tasks: Tasks) -> None:
    done: list[object] = []
    failures: list[Exception] = []
    tasks.run("divide", lambda _: 1 // 0, done.append, failures.append)
    qtbot.waitUntil(lambda: bool(failures))
    assert isinstance(failures[0], ZeroDivisionError)
    assert done == []


def test_the_newest_task_takes_the_place_of_older_ones(qtbot: QtBot, tasks: Tasks) -> None:
    started, gate = threading.Event(), threading.Event()
    ran: list[str] = []
    seen: list[str] = []

    def slow(control: Control) -> str:
        ran.append("first")
        started.set()
        gate.wait(10)
        return "first" if not control.cancelled else "first, late"

    def quick(name: str) -> str:
        ran.append(name)
        return name

    tasks.run("a", slow, seen.append, lane="search", newest=True)
    assert started.wait(10)
    tasks.run("b", lambda _: quick("second"), seen.append, lane="search", newest=True)
    tasks.run("c", lambda _: quick("third"), seen.append, lane="search", newest=True)
    gate.set()
    qtbot.waitUntil(lambda: seen == ["third"] and not tasks.busy("search"))
    assert ran == ["first", "third"]


def test_lanes_run_beside_each_other(qtbot: QtBot, tasks: Tasks) -> None:
    gate = threading.Event()
    seen: list[str] = []
    tasks.run("import", lambda _: gate.wait(10), lambda _: seen.append("import"), lane="import")
    tasks.run("article", lambda _: gate.set(), lambda _: seen.append("article"), lane="article")
    qtbot.waitUntil(lambda: sorted(seen) == ["article", "import"])


def test_nothing_is_delivered_to_a_destroyed_owner(qtbot: QtBot, tasks: Tasks) -> None:
    import shiboken6

    owner = QObject()
    gate = threading.Event()
    seen: list[object] = []
    tasks.run("late", lambda _: gate.wait(10), seen.append, owner=owner)
    shiboken6.delete(owner)
    gate.set()
    qtbot.waitUntil(lambda: not tasks.busy())
    assert seen == []


def test_the_owner_is_taken_from_the_method_that_receives(qtbot: QtBot, tasks: Tasks) -> None:
    import shiboken6

    class Pane(QObject):
        seen = 0

        def show(self, value: int) -> None:
            Pane.seen = value

    pane, gate = Pane(), threading.Event()
    tasks.run("late", lambda _: gate.wait(10) and 5, pane.show)
    shiboken6.delete(pane)
    gate.set()
    qtbot.waitUntil(lambda: not tasks.busy())
    assert Pane.seen == 0


def test_asking_by_the_control_still_delivers_the_result(qtbot: QtBot, tasks: Tasks) -> None:
    started = threading.Event()
    seen: list[str] = []

    def work(control: Control) -> str:
        started.set()
        while not control.cancelled:
            control._cancelled.wait(0.01)
        return "half"

    task = tasks.run("import", work, seen.append, lane="import")
    assert started.wait(10)
    task.control.cancel()
    qtbot.waitUntil(lambda: seen == ["half"])


def test_cancelled_work_is_told_unless_it_was_dropped(qtbot: QtBot, tasks: Tasks) -> None:
    failures: list[Exception] = []
    gate = threading.Event()

    def work(control: Control) -> None:
        gate.wait(10)
        control.checkpoint()

    asked = tasks.run("asked", work, None, failures.append, lane="a")
    dropped = tasks.run("dropped", work, None, failures.append, lane="b")
    asked.control.cancel()
    dropped.cancel()
    gate.set()
    qtbot.waitUntil(lambda: not tasks.busy())
    assert [type(error) for error in failures] == [Cancelled]


def test_reports_on_the_way_arrive_in_order_on_the_gui_thread(qtbot: QtBot, tasks: Tasks) -> None:
    seen: list[int] = []
    report = tasks.relay(None, seen.append)

    def work(_: Control) -> None:
        for number in range(50):
            report(number)

    with qtbot.waitSignal(tasks.busy_changed, check_params_cb=lambda lane, busy: not busy):
        tasks.run("count", work)
    qtbot.waitUntil(lambda: len(seen) == 50)
    assert seen == list(range(50))


def test_shutdown_leaves_no_thread_and_delivers_nothing(qtbot: QtBot) -> None:
    before = set(threading.enumerate())
    runner = Tasks()
    seen: list[object] = []

    def work(control: Control) -> None:
        while True:
            control.checkpoint()

    runner.run("endless", work, seen.append, seen.append, lane="import")
    runner.run("waiting", lambda _: 1, seen.append, lane="import")
    runner.shutdown()
    assert set(threading.enumerate()) == before
    assert runner.run("after", lambda _: 1, seen.append).finished
    qtbot.wait(1)
    assert seen == []


def test_direct_tasks_answer_at_once(direct_tasks: DirectTasks) -> None:
    seen: list[object] = []
    direct_tasks.run("add", lambda _: 3, seen.append)
    direct_tasks.run("fail", lambda _: 1 // 0, seen.append, lambda error: seen.append(type(error)))
    assert seen == [3, ZeroDivisionError]


def test_the_log_of_everything_tells_how_long_work_took_and_none_of_its_words(
    qtbot: QtBot, tasks: Tasks, caplog: pytest.LogCaptureFixture
) -> None:
    seen: list[int] = []
    with caplog.at_level(logging.DEBUG, logger="desktop_app.tasks"):
        tasks.run("count 红军在中国", lambda _: 3, seen.append, lane="numbers")
        qtbot.waitUntil(lambda: seen == [3])
    assert "numbers: count, " in caplog.text
    assert "红军" not in caplog.text
