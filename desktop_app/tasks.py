"""The one task runner: work goes to named one-worker lanes, results come back on the GUI thread.

    tasks.run("search", lambda control: archive.search(request), done=self._show, failed=self._complain)

Every pane uses it for whatever touches the archive, a file or a database. Lanes run beside each other;
within a lane tasks run in order, so a lane serialises its own work. With `newest=True` a task takes the
place of everything older in its lane: older pending ones never start, a running one is asked to stop
(`control.cancelled`), and what it still returns is dropped.

Callbacks are called on the GUI thread, and never after `owner` (by default the object whose method `done`
or `failed` is) is destroyed. `Task.cancel()` asks the work to stop and drops whatever it returns;
`task.control.cancel()` only asks, and the result (or `Cancelled`) is still delivered, as an import needs.
`shutdown()` cancels everything, joins, and leaves no thread.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

from index.control import Control
from index.errors import Cancelled

T = TypeVar("T")
log = logging.getLogger(__name__)


@dataclass(slots=True, eq=False)
class Task:
    """One piece of work on its way; keep it to pause or cancel."""

    name: str
    lane: str
    control: Control
    done: Callable[[Any], None] | None
    failed: Callable[[Exception], None] | None
    owner: QObject | None
    future: Future[Any] | None = None
    dropped: bool = False
    finished: bool = False

    def cancel(self) -> None:
        """Stop at the next safe point; no callback comes any more."""
        self.dropped = True
        self.control.cancel()
        if self.future is not None:
            self.future.cancel()


class _Outcome:
    """A result or an exception, on its way to the GUI thread."""

    __slots__ = ("error", "task", "value")

    def __init__(self, task: Task, value: Any, error: Exception | None) -> None:
        self.task = task
        self.value = value
        self.error = error


class Tasks(QObject):
    """Lanes of work; one per window, handed to every pane.

    `busy_changed(lane, bool)` says when a lane takes up and ends work.
    """

    busy_changed = Signal(str, bool)
    _arrived = Signal(object)
    _told = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes: dict[str, ThreadPoolExecutor] = {}
        self._open: dict[str, list[Task]] = {}
        self._closed = False
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._told.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        name: str,
        work: Callable[[Control], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        *,
        lane: str = "article",
        newest: bool = False,
        owner: QObject | None = None,
        control: Control | None = None,
    ) -> Task:
        """Start `work(control)` in `lane`; `done(result)` or `failed(error)` follows on the GUI thread.

        `name` is for the log. A failure nobody handles is logged.
        """
        task = Task(name, lane, control or Control(), done, failed, owner or _owner_of(done, failed))
        if self._closed:
            task.finished = True
            return task
        waiting = self._open.setdefault(lane, [])
        if newest:
            for older in waiting:
                older.cancel()
        waiting.append(task)
        if len(waiting) == 1:
            self.busy_changed.emit(lane, True)
        self._start(task, work)
        return task

    def relay(self, task_owner: QObject | None, receive: Callable[[Any], None]) -> Callable[[Any], None]:
        """A function for worker threads to call on the way; `receive` gets each value on the GUI thread."""

        def report(value: Any) -> None:
            self._told.emit((task_owner, receive), value)

        return report

    def busy(self, lane: str | None = None) -> bool:
        """Whether work is under way in `lane` (or anywhere)."""
        lanes = [lane] if lane is not None else list(self._open)
        return any(self._open.get(each) for each in lanes)

    def cancel(self, lane: str) -> None:
        """Stop everything in `lane`."""
        for task in self._open.get(lane, []):
            task.cancel()

    def cancel_all(self, *, but: str = "") -> list[Future[Any]]:
        """Stop and drop everything in every lane but one; returns what is still running, to be waited for."""
        tasks = [task for lane, waiting in self._open.items() if lane != but for task in waiting]
        for task in tasks:
            task.cancel()
        return [task.future for task in tasks if task.future is not None]

    def shutdown(self) -> None:
        """Cancel everything, wait for the workers, leave no thread. Nothing runs afterwards."""
        self._closed = True
        for lane in self._open:
            self.cancel(lane)
        for executor in self._lanes.values():
            executor.shutdown(wait=True, cancel_futures=True)
        self._lanes.clear()
        self._open.clear()

    def _start(self, task: Task, work: Callable[[Control], Any]) -> None:
        executor = self._lanes.get(task.lane)
        if executor is None:
            executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix=f"juanzong-{task.lane}")
            self._lanes[task.lane] = executor
        task.future = executor.submit(self._work, task, work)
        task.future.add_done_callback(lambda future: self._cancelled_early(task, future))

    def _work(self, task: Task, work: Callable[[Control], Any]) -> None:
        began = time.perf_counter()
        value, error = _outcome(task, work)
        took = 1000 * (time.perf_counter() - began)
        kind = task.name.partition(" ")[0]  # what follows may be a path or somebody's words
        log.debug("%s: %s, %.0f ms%s", task.lane, kind, took, f", {type(error).__name__}" if error else "")
        self._send(_Outcome(task, value, error))

    def _cancelled_early(self, task: Task, future: Future[Any]) -> None:
        if future.cancelled():
            self._send(_Outcome(task, None, Cancelled()))

    def _send(self, outcome: _Outcome) -> None:
        if shiboken6.isValid(self):
            self._arrived.emit(outcome)

    @Slot(object)
    def _deliver(self, outcome: _Outcome) -> None:
        task = outcome.task
        if task.finished:
            return
        task.finished = True
        waiting = self._open.get(task.lane, [])
        if task in waiting:
            waiting.remove(task)
            if not waiting:
                self.busy_changed.emit(task.lane, False)
        if self._closed or task.dropped or not _alive(task.owner):
            return
        if outcome.error is None:
            if task.done is not None:
                task.done(outcome.value)
        elif task.failed is not None:
            task.failed(outcome.error)
        elif not isinstance(outcome.error, Cancelled):
            log.error("%s failed", task.name, exc_info=outcome.error)

    @Slot(object, object)
    def _tell(self, to: tuple[QObject | None, Callable[[Any], None]], value: Any) -> None:
        owner, receive = to
        if not self._closed and _alive(owner):
            receive(value)


class DirectTasks(Tasks):
    """The same, at once and in the calling thread; for tests."""

    def _start(self, task: Task, work: Callable[[Control], Any]) -> None:
        value, error = _outcome(task, work)
        self._deliver(_Outcome(task, value, error))

    def relay(self, task_owner: QObject | None, receive: Callable[[Any], None]) -> Callable[[Any], None]:
        """Reports are received at once."""
        return lambda value: self._tell((task_owner, receive), value)


def _outcome(task: Task, work: Callable[[Control], Any]) -> tuple[Any, Exception | None]:
    if task.control.cancelled:
        return None, Cancelled()
    try:
        return work(task.control), None
    except Exception as error:  # every failure goes to the GUI thread, which decides what to say
        return None, error


def _alive(owner: QObject | None) -> bool:
    return owner is None or shiboken6.isValid(owner)


def _owner_of(*callbacks: Callable[..., None] | None) -> QObject | None:
    for callback in callbacks:
        owner = getattr(callback, "__self__", None)
        if isinstance(owner, QObject):
            return owner
    return None
