"""The whole way in, measured through the command line: an import, and a pass over files that did not change.

Called by `__main__`. Memory is the sum over the process and its workers, looked at ten times a second.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from index.model import IndexDocument


@dataclass(frozen=True)
class Importing:
    """What an import took: articles, seconds as it says itself, and megabytes of all its processes."""

    articles: int
    seconds: float
    megabytes: float


def import_articles(documents: Sequence[IndexDocument], folder: Path) -> Importing:
    """Import articles as JSON Lines into a new archive in `folder`."""
    path = folder / "articles.jsonl"
    with path.open("w", encoding="utf-8", errors="replace") as file:
        for found in documents:
            row = {"id": str(found.id), "title": found.title, "date": found.date, "body": found.body}
            print(json.dumps(row, ensure_ascii=False), file=file)
    return _run(folder / "archive.juanzong", path)


def import_files(count: int, folder: Path) -> tuple[Importing, Importing]:
    """Import `count` small files, then pass over them again."""
    files = folder / "files"
    files.mkdir()
    for n in range(count):
        text = f"第{n}次联席会议\n2023年1月{n % 28 + 1}日，第{n}次联席会议在南昌召开。\n"
        (files / f"{n}.txt").write_text(text, encoding="utf-8")
    archive = folder / "files.juanzong"
    return _run(archive, files), _run(archive, files)


def _run(archive: Path, path: Path) -> Importing:
    command = [
        sys.executable,
        "-m",
        "desktop_app.launch",
        "--archive",
        str(archive),
        "import",
        str(path),
        "--json",
    ]
    most = 0.0
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        while process.poll() is None:
            most = max(most, _tree(process.pid))
            time.sleep(0.1)
        assert process.stdout is not None
        said = json.loads(process.stdout.read().decode().strip().splitlines()[-1])
    return Importing(said["imported"] + said["unchanged"] + said["duplicates"], said["seconds"], most)


def _tree(root: int) -> float:
    """Megabytes that a process and its descendants have in memory, what they share counted once each."""
    parents: dict[int, int] = {}
    for place in Path("/proc").glob("[0-9]*/stat"):
        try:
            parents[int(place.parent.name)] = int(
                place.read_text(errors="replace").rpartition(")")[2].split()[1]
            )
        except OSError:
            continue
    family = {root}
    while more := {process for process, parent in parents.items() if parent in family} - family:
        family |= more
    return sum(map(_proportional, family))


def _proportional(process: int) -> float:
    try:
        text = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii", errors="replace")
    except OSError:
        return 0.0
    return float(text.partition("\nPss:")[2].split()[0]) / 1024 if "\nPss:" in text else 0.0
