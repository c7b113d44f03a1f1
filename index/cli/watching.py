"""`juanzong watch`: the watched folders of an archive, and following them until Ctrl+C."""

from __future__ import annotations

import argparse
import signal
from pathlib import Path
from types import FrameType

from index.archive import Archive, FolderWatch
from index.archive.sources import written
from index.cli.door import open_for_writing
from index.cli.output import data, record, sentence, words
from index.control import Control
from index.errors import ArchiveBusy


def run(arguments: argparse.Namespace) -> int:
    """Change the list as asked, show it, or follow it with --follow."""
    with open_for_writing(arguments) as archive:
        for folder in arguments.add or ():
            archive.watch(folder)
        for change, folders in (
            (archive.unwatch, arguments.remove),
            (lambda path: archive.pause_watching(path, True), arguments.pause),
            (lambda path: archive.pause_watching(path, False), arguments.resume),
        ):
            for folder in folders or ():
                change(written(Path(folder).absolute()))
        if arguments.follow:
            return _follow(archive)
        for watched in archive.watched_folders():
            if arguments.json:
                record({"folder": watched.path, "paused": watched.paused, "added_at": watched.added_at})
            else:
                data(f"{watched.path}\t{'paused' if watched.paused else 'watched'}")
    return 0


def _follow(archive: Archive) -> int:
    """Import what changes, until somebody stops it."""
    active = [Path(folder.path) for folder in archive.watched_folders() if not folder.paused]
    if not active:
        words("cli.watch_nothing")
        return 1
    control = Control()

    def stop(number: int, frame: FrameType | None) -> None:
        control.cancel()

    def look(folders: tuple[Path, ...]) -> bool:
        try:
            report = archive.import_paths(folders, control=control, watching=True)
        except ArchiveBusy:
            return True
        for line in report.failed:
            words("cli.failed", file=line.file, reason=sentence(line.reason, **dict(line.details)))
        if report.run_id:
            words(
                "cli.watched",
                imported=report.imported,
                duplicates=report.duplicates,
                gone=report.gone,
                failed=len(report.failed),
            )
        return report.unsettled > 0

    previous = signal.signal(signal.SIGINT, stop)
    try:
        words("cli.watching", count=len(active))
        FolderWatch(active).run(look, control)
    finally:
        signal.signal(signal.SIGINT, previous)
    return 0
