"""A small pool of worker processes that can be killed one by one.

`concurrent.futures` cannot stop a task that hangs; reading strangers' files needs that. Each worker is a
spawned process with its own pipe and one task at a time. A task that exceeds its time, or kills its process,
comes back as `Failed`, and a fresh process takes the place. Called by `importer` and `indexer`.
"""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import os
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from typing import Any

from index.archive.limits import limit_memory
from index.errors import JuanzongError

# an article makes thousands of tuples that die with it; looking through them was a tenth of all work
_OBJECTS_BETWEEN_COLLECTIONS = 50_000
_context = multiprocessing.get_context("spawn")


@dataclass(frozen=True, slots=True)
class Task:
    """A module-level function with its arguments; `tag` comes back with the outcome."""

    tag: Any
    function: Callable[..., Any]
    arguments: tuple[Any, ...]
    seconds: float = 600.0


@dataclass(frozen=True, slots=True)
class Failed:
    """A task that gave no result: `code` is reason.timeout or reason.crashed, or the error it raised."""

    code: str
    error: Exception | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a task: its result, or `Failed`."""

    task: Task
    result: Any


class Workers:
    """Processes that run tasks; use as a context manager. `count` 0 runs every task in this process."""

    def __init__(self, count: int) -> None:
        self._waiting: deque[Task] = deque()
        self._workers = [_Worker() for _ in range(count)]
        self._inline = count == 0

    def __enter__(self) -> Workers:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def submit(self, task: Task) -> None:
        """Queue a task; it starts as soon as a worker is free."""
        self._waiting.append(task)
        self._feed()

    @property
    def unfinished(self) -> int:
        """Tasks queued or running."""
        return len(self._waiting) + sum(worker.task is not None for worker in self._workers)

    def outcomes(self, seconds: float) -> Iterator[Outcome]:
        """The outcomes that arrive within about `seconds`; returns at the first ones."""
        if self._inline:
            if self._waiting:
                task = self._waiting.popleft()
                yield Outcome(task, _run(task.function, task.arguments))
            return
        if not self.unfinished:
            return
        busy = {worker.pipe: worker for worker in self._workers if worker.task is not None and worker.pipe}
        now = time.monotonic()
        nearest = min((worker.deadline - now for worker in busy.values()), default=seconds)
        ready = wait(list(busy), timeout=max(0.0, min(seconds, nearest)))
        for pipe in ready:
            yield busy[pipe].collect()  # type: ignore[index]
        for worker in busy.values():
            if worker.task is not None and time.monotonic() > worker.deadline:
                yield worker.give_up("reason.timeout")
        self._feed()

    def drop_waiting(self) -> None:
        """Forget the tasks that have not started."""
        self._waiting.clear()

    def stop(self) -> None:
        """End all processes, also in the middle of a task."""
        for worker in self._workers:
            worker.stop()

    def _feed(self) -> None:
        for worker in self._workers:
            if not self._waiting:
                return
            if worker.task is None:
                worker.start(self._waiting.popleft())


class _Worker:
    """One process, started when it gets its first task."""

    def __init__(self) -> None:
        self.task: Task | None = None
        self.deadline = 0.0
        self._process: Any = None
        self.pipe: Connection[Any, Any] | None = None

    def start(self, task: Task) -> None:
        if self._process is None or not self._process.is_alive():
            self._spawn()
        self.task = task
        self.deadline = time.monotonic() + task.seconds
        assert self.pipe is not None  # noqa: S101
        try:
            self.pipe.send((task.function, task.arguments))
        except (OSError, ValueError):
            self.stop()
            self._spawn()
            self.task = task
            self.pipe.send((task.function, task.arguments))

    def collect(self) -> Outcome:
        task, pipe = self.task, self.pipe
        assert task is not None and pipe is not None  # noqa: S101
        try:
            result = pipe.recv()
        except (EOFError, OSError):
            return self.give_up("reason.crashed")
        self.task = None
        return Outcome(task, result)

    def give_up(self, code: str) -> Outcome:
        task = self.task
        assert task is not None  # noqa: S101
        self.stop()
        return Outcome(task, Failed(code))

    def stop(self) -> None:
        if self._process is not None:
            assert self.pipe is not None  # noqa: S101
            if self.task is None:
                with contextlib.suppress(OSError, ValueError):
                    self.pipe.send(None)
                self._process.join(2)
            if self._process.is_alive():
                self._process.kill()
                self._process.join()
            self.pipe.close()
            self._process.close()
        self._process = self.pipe = None
        self.task = None

    def _spawn(self) -> None:
        self.pipe, theirs = _context.Pipe()
        self._process = _context.Process(target=_serve, args=(theirs,), daemon=True, name="juanzong-worker")
        self._process.start()
        theirs.close()


def default_count() -> int:
    """How many workers to use: all processors but no more than eight."""
    return max(1, min(8, os.cpu_count() or 1))


def _serve(pipe: Connection[Any, Any]) -> None:
    """The life of a worker process."""
    be_modest()
    limit_memory()
    with collecting_rarely():
        while True:
            try:
                task = pipe.recv()
            except (EOFError, OSError, KeyboardInterrupt):
                return
            if task is None:
                return
            try:
                pipe.send(_run(*task))
            except (BrokenPipeError, KeyboardInterrupt):
                return
            if not gc.get_freeze_count():
                gc.freeze()  # the lexicons are there to stay


@contextlib.contextmanager
def collecting_rarely() -> Iterator[None]:
    """Look for cycles in memory as rarely as suits work on thousands of articles."""
    usual = gc.get_threshold()
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS, 20, 20)
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def _run(function: Callable[..., Any], arguments: tuple[Any, ...]) -> Any:
    try:
        return function(*arguments)
    except MemoryError:
        return Failed("reason.memory")
    except (JuanzongError, OSError) as error:
        return Failed("reason.failed", error)
    except Exception as error:
        return Failed("reason.failed", RuntimeError(repr(error)))


def be_modest() -> None:
    """Lower this process's priority, so that the window and other programs stay quick; ignore Ctrl+C."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with contextlib.suppress(OSError, AttributeError):
        if sys.platform == "win32":
            import ctypes

            kernel = ctypes.windll.kernel32
            kernel.SetPriorityClass(kernel.GetCurrentProcess(), 0x00004000)
        else:
            os.nice(5)
