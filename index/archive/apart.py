"""Long work on an archive in a process of its own, so that a window stays quick while it runs.

Threads of one interpreter take turns; unpickling and writing thousands of articles in the window's process
would make it stutter. The process opens the archive itself (and holds its lock), reads and commits; this side
forwards pause and cancel and hears of progress. If either side dies, the other ends in good order.
Called by `Archive.import_paths` and `Archive.recognise_again`.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import threading
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from index.control import Control
from index.errors import ArchiveGone, ArchiveMissing, ImportBroken, JuanzongError
from index.model import ImportProgress

if TYPE_CHECKING:
    from index.archive.archive import Archive

_context = multiprocessing.get_context("spawn")
_PATIENCE = 0.05  # s between looks at the control
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Answer:
    """What the work gave, or the error that ended it."""

    value: Any
    error: Exception | None = None


def in_a_process(
    archive: Path,
    work: Callable[[Archive, Callable[[ImportProgress], None], Control], T],
    *,
    progress: Callable[[ImportProgress], None] | None,
    control: Control,
) -> T:
    """Do `work` (which can be pickled) in another process; returns what it gives.

    Raises what the work raises, ArchiveGone if the archive, which was open here, is no longer there, and
    ImportBroken if its process dies.
    """
    ours, theirs = _context.Pipe()
    process = _context.Process(target=_serve, args=(theirs, archive, work), name="juanzong-import")
    process.start()
    theirs.close()
    try:
        answer = _follow(ours, progress, control)
    except (EOFError, OSError) as error:
        raise ImportBroken(path=archive) from error
    finally:
        ours.close()
        process.join(10)
        if process.is_alive():
            process.kill()
            process.join()
        process.close()
    if isinstance(answer.error, ArchiveMissing):
        raise ArchiveGone(path=archive) from answer.error
    if answer.error is not None:
        raise answer.error
    given: T = answer.value
    return given


def _follow(
    pipe: Connection[Any, Any], progress: Callable[[ImportProgress], None] | None, control: Control
) -> _Answer:
    """Hear the process out; tell it when the control is turned."""
    paused = False
    cancelled = False
    while True:
        if control.cancelled and not cancelled:
            cancelled = True
            pipe.send("cancel")
        if control.paused != paused:
            paused = control.paused
            pipe.send("pause" if paused else "resume")
        if not pipe.poll(_PATIENCE):
            continue
        said = pipe.recv()
        if isinstance(said, ImportProgress):
            if progress is not None:
                progress(said)
        elif isinstance(said, _Answer):
            return said


def _serve(
    pipe: Connection[Any, Any],
    archive: Path,
    work: Callable[[Archive, Callable[[ImportProgress], None], Control], object],
) -> None:
    """The life of the other process."""
    from index.archive.archive import Archive
    from index.archive.workers import be_modest

    be_modest()
    control = Control()
    threading.Thread(target=_listen, args=(pipe, control), daemon=True).start()
    try:
        with Archive.open(archive) as opened:
            answer = _Answer(work(opened, pipe.send, control))
    except (JuanzongError, OSError) as error:
        answer = _Answer(None, error)
    except Exception as error:
        answer = _Answer(None, RuntimeError(repr(error)))
    with contextlib.suppress(OSError):
        pipe.send(answer)


def _listen(pipe: Connection[Any, Any], control: Control) -> None:
    """Turn the control as the other side says; without another side, stop."""
    turn = {"pause": control.pause, "resume": control.resume, "cancel": control.cancel}
    try:
        while True:
            turn[pipe.recv()]()
    except (EOFError, OSError):
        control.cancel()
