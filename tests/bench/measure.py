"""One engine measured: building in one process, answering in another, both fresh.

Called by `__main__`. Memory and processor time are read from /proc, for the process and its workers;
where there is no /proc (not Linux) they are 0 and the tables say so.
"""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing import active_children, get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from tests.bench.corpus import KnownItem, kept
from tests.bench.peers import PEERS, Peer

_TICKS = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 1


@dataclass(frozen=True)
class Building:
    """What building took: seconds by the clock and of all processors, megabytes beyond the articles."""

    articles: int
    seconds: float
    cpu_seconds: float
    megabytes: float
    bytes: int
    text_bytes: int

    @property
    def per_second(self) -> float:
        return self.articles / self.seconds

    @property
    def per_cpu_second(self) -> float:
        return self.articles / self.cpu_seconds if self.cpu_seconds else 0.0


@dataclass(frozen=True)
class Answering:
    """How it answers: milliseconds of every question it could answer, and what it said.

    `busy` are those that this process itself spent on processors: what a machine with other work would be
    measured by. A peer that answers in another process has them too low.
    """

    open_and_first: float  # milliseconds from opening to the first answer
    times: tuple[float, ...]
    busy: tuple[float, ...]
    facet_times: tuple[float, ...]
    facet_busy: tuple[float, ...]
    totals: dict[str, int | None]
    unanswered: int
    reciprocal: float  # mean reciprocal rank of known items
    megabytes: float  # of the whole process at its peak


def peers(names: list[str] | None) -> list[type[Peer]]:
    """The engines by the names of their classes, all if none are given."""
    return [kind for kind in PEERS if not names or kind.__name__ in names]


def building(kind: str, articles: Path, folder: Path) -> Building:
    """Build one index, in a process of its own."""
    return _apart(_build, kind, articles, folder)  # type: ignore[no-any-return]


def answering(kind: str, folder: Path, asked: list[str], known: list[KnownItem]) -> Answering:
    """Ask that index, in a process of its own."""
    return _apart(_answer, kind, folder, asked, known)  # type: ignore[no-any-return]


def _apart(function: Callable[..., Any], *arguments: Any) -> Any:
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs, function, arguments))
    process.start()
    theirs.close()
    try:
        return ours.recv()
    except EOFError:
        raise SystemExit(f"{function.__name__}{arguments[:1]} failed; see above") from None
    finally:
        process.join()


def _serve(pipe: Connection[Any, Any], function: Callable[..., Any], arguments: tuple[Any, ...]) -> None:
    pipe.send(function(*arguments))


def _build(kind: str, articles: Path, folder: Path) -> Building:
    (peer_class,) = peers([kind])
    documents = kept(articles, peer_class.most)
    size = sum(len((d.title + d.body).encode("utf-8", "surrogatepass")) for d in documents)
    peer = peer_class(folder)
    rows = peer.prepared(documents)
    gc.collect()
    workers = [process.pid for process in active_children()]
    processes: list[int | str | None] = ["self", *workers]
    _forget_peak()
    resident = _status("self", "VmRSS")
    cpu = sum(map(_processor, processes)) + sum(os.times()[2:4])
    began = time.perf_counter()
    peer.build(rows)
    seconds = time.perf_counter() - began
    cpu = sum(map(_processor, processes)) + sum(os.times()[2:4]) - cpu
    memory = _status("self", "VmHWM") - resident + sum(_status(worker, "VmHWM") for worker in workers)
    memory += _ended()
    peer.close()
    return Building(len(documents), seconds, cpu, memory, peer.size(), size)


def _answer(kind: str, folder: Path, asked: list[str], known: list[KnownItem]) -> Answering:
    (peer_class,) = peers([kind])
    peer = peer_class(folder)
    asked, known = asked[: peer.questions], known[: peer.questions]
    began = time.perf_counter()
    peer.open()
    peer.search([asked[0]], 20)
    first = time.perf_counter() - began
    times: list[float] = []
    busy: list[float] = []
    totals: dict[str, int | None] = {}
    for keyword in asked:
        began, used = time.perf_counter(), time.process_time()
        found = peer.search([keyword], 20)
        if found is not None:
            times.append(1000 * (time.perf_counter() - began))
            busy.append(1000 * (time.process_time() - used))
        totals[keyword] = found[0] if found else None
    facet_times: list[float] = []
    facet_busy: list[float] = []
    for keyword in asked:
        began, used = time.perf_counter(), time.process_time()
        if not peer.facets([keyword]):
            break
        facet_times.append(1000 * (time.perf_counter() - began))
        facet_busy.append(1000 * (time.process_time() - used))
    memory = _status("self", "VmHWM")
    reciprocal = sum(_reciprocal(peer, item) for item in known)
    peer.close()
    return Answering(
        1000 * first,
        tuple(times),
        tuple(busy),
        tuple(facet_times),
        tuple(facet_busy),
        totals,
        len(asked) - len(times),
        reciprocal / max(1, len(known)),
        memory,
    )


def _reciprocal(peer: Peer, item: KnownItem) -> float:
    found = peer.search(item.words, 10)
    ids = found[1] if found else []
    return next((1 / rank for rank, number in enumerate(ids, 1) if number in item.article_ids), 0.0)


def _status(process: int | str | None, name: str) -> float:
    """Megabytes of `VmRSS` (now) or `VmHWM` (at the peak)."""
    try:
        text = Path(f"/proc/{process}/status").read_text(encoding="ascii", errors="replace")
    except OSError:
        return 0.0
    return float(text.partition(f"{name}:")[2].split()[0]) / 1024


def _ended() -> float:
    """Megabytes of the largest process that was started and has ended."""
    try:
        import resource
    except ImportError:  # Windows
        return 0.0
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def _forget_peak() -> None:
    try:
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    except OSError:
        return


def _processor(process: int | str | None) -> float:
    """Seconds that a process has spent on processors."""
    try:
        text = Path(f"/proc/{process}/stat").read_text(encoding="ascii", errors="replace")
    except OSError:
        return 0.0
    return sum(map(int, text.rpartition(")")[2].split()[11:13])) / _TICKS
