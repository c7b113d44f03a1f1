"""Drives the window on an archive and measures what a reader feels: start, keys, gaps, in milliseconds.

python -m tests.bench.window ARCHIVE [--starts 3] [--import-from FILE.jsonl.gz] [--query 赣江新区联席会议]

A fresh process is started for each start. Measured from its beginning: the window shown, the archive usable
(box has the focus, first page painted), and the first query answered after that. Then a query is typed key by
key, each time from the key to the painted first page; with `--import-from`, the same while an import runs
(give a copy of an archive: it grows). A gap is the time in which the event loop took no turn, and beside it
stands the most processor time the window's thread spent without one, which a busy machine disturbs less.
The first start is not counted: it compiles the program, as an installed one is compiled already.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QEventLoop

    from desktop_app.application import Application

_PATIENCE = 60.0  # s
_SETTLE = 0.4  # s between keys, as somebody types who thinks


def main() -> None:
    arguments = _arguments()
    if arguments.child:
        print(json.dumps(asdict(_drive(arguments))), flush=True)
        os._exit(0)
    with tempfile.TemporaryDirectory() as compiled:
        _child(arguments, compiled, measured=False)
        found = [_child(arguments, compiled) for _ in range(arguments.starts)]
    for name in found[0].moments:
        times = [each.moments[name] for each in found]
        print(f"{name:40} median {statistics.median(times):8.1f}   worst {max(times):8.1f}")
    for kind in found[0].keys:
        keys = sorted(time for each in found for time in each.keys[kind])
        late = keys[int(len(keys) * 0.95)]
        print(f"{kind:40} median {statistics.median(keys):8.1f}   p95 {late:8.1f}   worst {keys[-1]:8.1f}")


@dataclass
class Measured:
    """What one start gave, all in milliseconds."""

    moments: dict[str, float] = field(default_factory=dict)
    keys: dict[str, list[float]] = field(default_factory=dict)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("archive", type=Path)
    parser.add_argument("--starts", type=int, default=3)
    parser.add_argument("--query", default="赣江新区联席会议")
    parser.add_argument("--import-from", type=Path, help="articles to import while typing")
    parser.add_argument("--began", type=float, default=0.0, help=argparse.SUPPRESS)
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args()


def _child(arguments: argparse.Namespace, compiled: str, *, measured: bool = True) -> Measured:
    began = time.time()
    command = [sys.executable, "-m", "tests.bench.window", str(arguments.archive), "--child"]
    command += ["--query", arguments.query, "--began", str(began)]
    if arguments.import_from and measured:
        command += ["--import-from", str(arguments.import_from)]
    with tempfile.TemporaryDirectory() as data:
        environment = {"QT_QPA_PLATFORM": "offscreen"} | os.environ | {"JUANZONG_DATA": data}
        environment |= {"PYTHONPYCACHEPREFIX": compiled, "PYTHONDONTWRITEBYTECODE": ""}
        done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    if done.returncode or not done.stdout.strip():
        sys.exit(done.stderr[-2000:])
    return Measured(**json.loads(done.stdout.strip().splitlines()[-1]))


def _drive(arguments: argparse.Namespace) -> Measured:
    from desktop_app.application import Application, make_qt, spare_what_is_loaded
    from desktop_app.settings import Memory, Settings

    app = make_qt()
    spare_what_is_loaded()
    application = Application(Settings.load(), Memory())
    application.window.resize(1366, 768)
    found = Measured()
    watch = _Watch(application)
    application.start(arguments.archive)
    app.processEvents()
    found.moments["shown"] = (time.time() - arguments.began) * 1000
    watch.wait(lambda: watch.painted is not None)
    found.moments["usable"] = (time.time() - arguments.began) * 1000
    usable = time.perf_counter()
    watch.type(arguments.query[0])
    found.moments["answered"] = (time.perf_counter() - usable) * 1000
    watch.settle(1.0)
    found.keys["keys"], gap, busy = _typed(watch, arguments.query)
    found.moments |= {"longest gap while typing": gap, "  of the processor": busy}
    if arguments.import_from:
        application.librarian.import_paths([arguments.import_from])
        watch.wait(lambda: application.librarian.state.progress is not None)
        watch.settle(2.0)
        keys: list[float] = []
        gap = busy = 0.0
        while application.librarian.working and len(keys) < 120:
            more, longest, spent = _typed(watch, arguments.query)
            keys += more
            gap, busy = max(gap, longest), max(busy, spent)
        found.keys["keys while importing"] = keys
        found.moments |= {"longest gap while importing": gap, "  of the processor, importing": busy}
    return found


def _typed(watch: _Watch, query: str) -> tuple[list[float], float, float]:
    """Key by key to the painted page, and the longest gap meanwhile: by the clock, of the processor."""
    watch.clear()
    watch.longest = watch.busiest = 0.0
    times = []
    for key in query:
        times.append(watch.type(key))
        watch.settle(_SETTLE)
    return times, watch.longest, watch.busiest


class _Watch:
    """Sees when the result list was painted for which request, and how long the event loop stood still."""

    def __init__(self, application: Application) -> None:
        from PySide6.QtCore import QEvent, QObject, Qt, QTimer
        from PySide6.QtWidgets import QApplication

        self._qt = QApplication.instance()
        self._session = application.session
        self._box = application.window.search_box.field
        self.painted: str | None = None
        self.longest = self.busiest = 0.0  # ms without a turn: by the clock, of the processor
        self._turn, self._spent = time.perf_counter(), time.thread_time()
        self._loop: QEventLoop | None = None
        self._until: Callable[[], bool] = lambda: True
        watch, results = self, application.window.results

        class Eye(QObject):
            def eventFilter(self, seen: QObject, event: QEvent) -> bool:
                if event.type() == QEvent.Type.Paint and watch._session.hits is not None:
                    watch.painted = watch._session.hits.request.text
                    QTimer.singleShot(0, watch._look)  # when it is painted
                return False

        self._eye = Eye()
        for page in (results.results.viewport(), results.zero_hits.viewport()):
            page.installEventFilter(self._eye)
        self._beat = QTimer()
        self._beat.setTimerType(Qt.TimerType.PreciseTimer)
        self._beat.timeout.connect(self._tick)
        self._beat.start(4)

    def _tick(self) -> None:
        now, spent = time.perf_counter(), time.thread_time()
        self.longest = max(self.longest, (now - self._turn) * 1000)
        self.busiest = max(self.busiest, (spent - self._spent) * 1000)
        self._turn, self._spent = now, spent
        self._look()

    def type(self, key: str) -> float:
        """Type one character; the milliseconds until the first page for the whole text is painted."""
        wanted = self._box.text() + key
        began = time.perf_counter()
        self._box.insert(key)
        self._box.textEdited.emit(self._box.text())
        self.wait(lambda: self.painted == wanted)
        return (time.perf_counter() - began) * 1000

    def clear(self) -> None:
        """An empty box, and its page."""
        self._box.clear()
        self._box.textEdited.emit("")
        self.wait(lambda: self.painted == "")

    def settle(self, seconds: float) -> None:
        """Let things happen for a while."""
        end = time.perf_counter() + seconds
        with contextlib.suppress(TimeoutError):
            self.wait(lambda: time.perf_counter() > end)

    def wait(self, until: Callable[[], bool]) -> None:
        """Let things happen until something is so; sleeping between the events, as a program does."""
        from PySide6.QtCore import QEventLoop

        end = time.perf_counter() + _PATIENCE
        self._loop, self._until = QEventLoop(), lambda: until() or time.perf_counter() > end
        if not self._until():
            self._loop.exec()
        self._loop = None
        if time.perf_counter() > end:
            raise TimeoutError

    def _look(self) -> None:
        if self._loop is not None and self._until():
            self._loop.quit()


if __name__ == "__main__":
    main()
