"""An import in a process of its own, so that a window stays quick while it runs.

Threads of one interpreter take turns; unpickling and writing thousands of articles in the window's process
would make it stutter. The process opens the archive itself (and holds its lock), reads and commits; this side
forwards pause and cancel and hears of progress. If either side dies, the other ends in good order.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import threading
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from index.control import Control
from index.errors import ImportBroken, JuanzongError
from index.model import ImportProgress, ImportReport

_context = multiprocessing.get_context("spawn")
_PATIENCE = 0.05  # s between looks at the control


def import_apart(
    archive: Path,
    paths: Sequence[Path],
    *,
    again: bool,
    watching: bool,
    progress: Callable[[ImportProgress], None] | None,
    control: Control,
) -> ImportReport:
    """Import in another process. Raises what the import raises, and ImportBroken if its process dies."""
    ours, theirs = _context.Pipe()
    process = _context.Process(
        target=_work, args=(theirs, archive, tuple(paths), again, watching), name="juanzong-import"
    )
    process.start()
    theirs.close()
    try:
        return _follow(ours, progress, control)
    except (EOFError, OSError) as error:
        raise ImportBroken(path=archive) from error
    finally:
        ours.close()
        process.join(10)
        if process.is_alive():
            process.kill()
            process.join()
        process.close()


def _follow(
    pipe: Connection[Any, Any], progress: Callable[[ImportProgress], None] | None, control: Control
) -> ImportReport:
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
        elif isinstance(said, ImportReport):
            return said
        else:
            raise said


def _work(
    pipe: Connection[Any, Any], archive: Path, paths: tuple[Path, ...], again: bool, watching: bool
) -> None:
    """The life of the import's process."""
    from index.archive.archive import Archive
    from index.archive.workers import be_modest

    be_modest()
    control = Control()
    threading.Thread(target=_listen, args=(pipe, control), daemon=True).start()
    try:
        with Archive.open(archive) as opened:
            answer: Any = opened.import_paths(
                paths, progress=pipe.send, control=control, again=again, watching=watching
            )
    except (JuanzongError, OSError) as error:
        answer = error
    except Exception as error:
        answer = RuntimeError(repr(error))
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
