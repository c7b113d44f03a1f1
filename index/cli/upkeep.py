"""`juanzong check`, `rebuild` and `stats`: looking after an archive."""

from __future__ import annotations

import argparse
import sys
from dataclasses import asdict
from pathlib import Path

from index.archive import Archive
from index.cli.door import archive_path, open_for_reading
from index.cli.output import data, error_words, record, sentence, words
from index.errors import ArchiveDamaged


def run(arguments: argparse.Namespace) -> int:
    """Run the command that was called."""
    return {"check": _check, "rebuild": _rebuild, "stats": _stats}[arguments.command](arguments)


def _check(arguments: argparse.Namespace) -> int:
    path = archive_path(arguments)
    try:
        archive = Archive.open(path)
    except ArchiveDamaged as error:
        if not arguments.repair:
            raise
        sys.stderr.write(error_words(error) + "\n")
        _recover(path)
        archive = Archive.open(path)
    with archive:
        problems = archive.check(repair=arguments.repair)
    if arguments.repair and any(problem.of_catalogue for problem in problems):
        for problem in problems:
            data(sentence(problem.code, **dict(problem.details)))
        _recover(path)
        with Archive.open(path) as archive:
            problems = archive.check(repair=True)
    for problem in problems:
        mended = f"  [{sentence('check.mended')}]" if problem.mended else ""
        data(sentence(problem.code, **dict(problem.details)) + mended)
    open_ones = [problem for problem in problems if not problem.mended]
    words("check.all_well" if not open_ones else "check.problems", count=len(open_ones))
    return 1 if open_ones else 0


def _recover(path: Path) -> None:
    """Put together an archive that cannot be opened, and say what was done."""
    done = Archive.recover(path)
    if done.salvaged:
        words("check.salvaged")
    elif done.catalogue_restored:
        words("check.restored" if done.backup else "check.made_new", date=done.backup.replace("T", " "))
    if done.read_again:
        words("check.read_again", count=done.read_again)
    for file in done.lost:
        words("check.original_damaged", file=file)


def _rebuild(arguments: argparse.Namespace) -> int:
    with Archive.open(archive_path(arguments)) as archive:
        if arguments.names:
            words("cli.recognised_again", count=archive.recognise_again())
        count = archive.rebuild()
    words("cli.rebuilt", count=count)
    return 0


def _stats(arguments: argparse.Namespace) -> int:
    with open_for_reading(arguments) as archive:
        stats = archive.stats()
    if arguments.json:
        record(asdict(stats))
    else:
        for name, value in asdict(stats).items():
            data(f"{sentence('stats.' + name)}: {'-' if value is None else value}")
    return 0
