"""Opening the archive that a command works on."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from index.archive import Archive
from index.cli.output import words
from index.errors import ArchiveBusy, ArchiveReadOnly, DiskFull


class NoArchiveNamed(SystemExit):
    """The call does not say which archive; exit code 2."""

    def __init__(self) -> None:
        words("cli.no_archive")
        super().__init__(2)


def archive_path(arguments: argparse.Namespace) -> Path:
    """The archive named by --archive or JUANZONG_ARCHIVE."""
    if arguments.archive is not None:
        return Path(arguments.archive)
    named = os.environ.get("JUANZONG_ARCHIVE")
    if not named:
        raise NoArchiveNamed
    return Path(named)


def open_for_reading(arguments: argparse.Namespace) -> Archive:
    """The archive, its index level with the catalogue wherever that is possible."""
    path = archive_path(arguments)
    try:
        archive = Archive.open(path)
    except (ArchiveReadOnly, DiskFull):
        return Archive.open(path, read_only=True)
    try:
        archive.catch_up()
    except (ArchiveBusy, ArchiveReadOnly, DiskFull) as error:
        behind = archive.not_indexed()
        if behind:
            words("cli.behind", count=behind, why=str(error))
    except BaseException:
        archive.close()
        raise
    return archive


def open_for_writing(arguments: argparse.Namespace) -> Archive:
    """The archive, made if there is none yet."""
    path = archive_path(arguments)
    return Archive.open(path) if Archive.is_archive(path) else Archive.create(path)
