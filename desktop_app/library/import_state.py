"""Where an import or other index work stands, as the strip at the foot shows it; made by the librarian."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from index.model import ImportProgress, ImportReport

_REPORT_EVERY = 0.1  # s between progress reports


class Stage(StrEnum):
    """What the strip at the bottom is about."""

    IDLE = "idle"
    IMPORTING = "importing"
    INDEXING = "indexing"  # catching up or rebuilding
    NAMING = "naming"  # recognising names again
    DONE = "done"
    FAILED = "failed"


WORKING = (Stage.IMPORTING, Stage.INDEXING, Stage.NAMING)


@dataclass(frozen=True, slots=True)
class ImportState:
    """Everything the import strip shows."""

    stage: Stage = Stage.IDLE
    progress: ImportProgress | None = None
    report: ImportReport | None = None
    error: Exception | None = None
    paused: bool = False
    waiting: int = 0  # further imports in the queue


def seldom(report: Callable[[object], None]) -> Callable[[ImportProgress], None]:
    """Passes on at most ten reports a second, and every change of phase."""
    last_time = 0.0
    last_phase = ""

    def pass_on(progress: ImportProgress) -> None:
        nonlocal last_time, last_phase
        now = time.monotonic()
        if now - last_time >= _REPORT_EVERY or progress.phase != last_phase:
            last_time, last_phase = now, progress.phase
            report(progress)

    return pass_on
