"""`juanzong import`: files and folders into an archive."""

from __future__ import annotations

import argparse
import signal
import sys
import time
from types import FrameType

from index.cli.door import open_for_writing
from index.cli.output import record, sentence, words
from index.control import Control
from index.model import FileReport, ImportProgress

_SHOWN = 10


def run(arguments: argparse.Namespace) -> int:
    """Import; 1 if nothing could be read at all or the import was stopped."""
    control = Control()

    def stop(number: int, frame: FrameType | None) -> None:
        control.cancel()

    previous = signal.signal(signal.SIGINT, stop)
    try:
        with open_for_writing(arguments) as archive:
            report = archive.import_paths(
                arguments.paths, progress=_Display().show, control=control, again=arguments.again
            )
    finally:
        signal.signal(signal.SIGINT, previous)
    for line in report.failed[:_SHOWN]:
        words("cli.failed", file=line.file, reason=reason(line))
    if len(report.failed) > _SHOWN:
        words("cli.more_failed", count=len(report.failed) - _SHOWN)
    words(
        "cli.stopped" if report.cancelled else "cli.imported",
        imported=report.imported,
        unchanged=report.unchanged,
        duplicates=report.duplicates,
        failed=len(report.failed),
        seconds=f"{report.seconds:.1f}",
    )
    if arguments.json:
        record(
            {
                "imported": report.imported,
                "unchanged": report.unchanged,
                "duplicates": report.duplicates,
                "failed": [{"file": line.file, "reason": reason(line)} for line in report.failed],
                "seconds": round(report.seconds, 3),
            }
        )
    nothing = not (report.imported or report.unchanged or report.duplicates)
    return 1 if report.cancelled or (nothing and report.failed) else 0


def reason(line: FileReport) -> str:
    """Why a file failed, in a sentence."""
    return sentence(line.reason, **dict(line.details))


class _Display:
    """Progress on one line of the terminal, a few times a second; silent where nobody watches."""

    def __init__(self) -> None:
        self._last = 0.0
        self._seen = sys.stderr.isatty()

    def show(self, progress: ImportProgress) -> None:
        """Write where the import stands."""
        now = time.monotonic()
        if not self._seen or now - self._last < 0.3:
            return
        self._last = now
        rate = progress.articles / progress.seconds if progress.seconds else 0
        text = sentence(
            f"cli.progress_{progress.phase}",
            done=progress.files_done,
            total=progress.files_total if progress.files_total is not None else "?",
            articles=progress.articles,
            rate=f"{rate:.0f}",
        )
        sys.stderr.write(f"\r\033[K{text}")
        if progress.phase == "done":
            sys.stderr.write("\r\033[K")
        sys.stderr.flush()
