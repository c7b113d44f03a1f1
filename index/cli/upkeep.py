"""`juanzong check`, `rebuild` and `stats`: looking after an archive."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from index.archive import Archive
from index.cli.door import archive_path, open_for_reading
from index.cli.output import data, record, sentence, words


def run(arguments: argparse.Namespace) -> int:
    """Run the command that was called."""
    return {"check": _check, "rebuild": _rebuild, "stats": _stats}[arguments.command](arguments)


def _check(arguments: argparse.Namespace) -> int:
    with Archive.open(archive_path(arguments)) as archive:
        problems = archive.check(repair=arguments.repair)
    for problem in problems:
        mended = f"  [{sentence('check.mended')}]" if problem.mended else ""
        data(sentence(problem.code, **dict(problem.details)) + mended)
    open_ones = [problem for problem in problems if not problem.mended]
    words("check.all_well" if not open_ones else "check.problems", count=len(open_ones))
    return 1 if open_ones else 0


def _rebuild(arguments: argparse.Namespace) -> int:
    with Archive.open(archive_path(arguments)) as archive:
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
