"""Kill the program at random moments while it works; look at what is left.

    python -m tests.campaigns.kill --times 300 --seed 1
    python -m tests.campaigns.kill --times 50 --power-cut

Each round starts a process that imports files, takes notes, changes settings, now and then rebuilds the index
and backs up, and acknowledges on standard output what has returned; after a random time it is killed with
SIGKILL (TerminateProcess on Windows). Then the archive must open, hold every acknowledged article and note,
find exactly what a scan of its texts finds, be clean under `check`, and the settings must be those
acknowledged last. With `--power-cut` (Linux, needs a C compiler) what was not brought to the disk by fsync
is lost as well; see `power_cut.c`. Prints a line every ten rounds; exits 1 at the first loss, leaving the
archive for inspection.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

from desktop_app.settings import Settings
from index.archive import Archive
from index.control import Control
from index.model import SearchRequest
from index.script.fold import fold
from tests.campaigns.disk import Disk, PowerCut

WORDS = "联席会议 交通 青江 图书馆 水利 云州 白石湖 协议 書記 臺風 铁路 规划".split()


def articles(number: int, count: int) -> list[dict[str, str]]:
    """Articles of one file, different in every file."""
    chooser = random.Random(number)
    return [
        {
            "id": f"{number}-{n}",
            "title": f"{chooser.choice(WORDS)}第{number}号",
            "date": f"20{chooser.randrange(10, 27)}-0{chooser.randrange(1, 10)}-15",
            "body": "，".join(chooser.choices(WORDS, k=chooser.randrange(5, 120))) + f"。编号{number}之{n}。",
        }
        for n in range(count)
    ]


@dataclass
class Acknowledged:
    """What the killed process had said was done."""

    files: set[int] = field(default_factory=set)
    notes: set[str] = field(default_factory=set)
    setting: int = 0


def work(path: Path, files: Path, first: int) -> None:
    """The life of the process that will be killed."""
    archive = Archive.open(path)
    archive.catch_up(workers=0)
    print("ready", flush=True)
    for number in range(first, first + 1000):
        file = files / f"{number}.jsonl"
        lines = [json.dumps(row, ensure_ascii=False) for row in articles(number, 60)]
        file.write_text("\n".join(lines), encoding="utf-8")
        archive.import_paths([file], workers=number % 3 and 1, control=Control())
        print("file", number, flush=True)
        some = archive.search(SearchRequest("")).ids(0, 1)[0]
        for n in range(5):
            archive.add_article_note(int(some), f"{number}-{n}", ("campaign",))
            print("note", f"{number}-{n}", flush=True)
        Settings(archives_folder=str(number)).save()
        print("setting", number, flush=True)
        if number % 4 == 0:
            archive.rebuild(workers=0)
        if number % 7 == 0:
            archive.back_up()


def inspect(path: Path, done: Acknowledged) -> str:
    """What is wrong with the archive and the settings, "" if nothing."""
    kept = int(Settings.load().archives_folder or 0)
    if kept < done.setting:
        return f"settings are {kept}, not {done.setting}"
    with Archive.open(path) as archive:
        archive.catch_up(workers=0)
        ids = archive.search(SearchRequest("")).ids()
        texts = {i: archive.article(i) for i in ids}
        origins = {article.origin for article in texts.values()}
        for number in done.files:
            for n in range(60):
                if f"{number}-{n}" not in origins:
                    return f"article {number}-{n} was acknowledged and is gone"
        lost = done.notes - {note.remark for note in archive.notes()}
        if lost:
            return f"notes are gone: {sorted(lost)}"
        for word in random.sample(WORDS, 3):
            wanted = {
                i for i, a in texts.items() if fold(word) in fold(a.title) or fold(word) in fold(a.body)
            }
            if wanted != set(archive.search(SearchRequest(word)).ids()):
                return f"search for {word} is not exact"
        problems = archive.check()
        return "; ".join(problem.code for problem in problems)


def one_round(path: Path, files: Path, first: int, seconds: float, done: Acknowledged, disk: Disk) -> None:
    """Let the process work for some seconds, kill it, note what it acknowledged.

    One time in five the seconds count from its start, so that opening is met too; else from when it is ready,
    so that a busy machine kills no earlier.
    """
    command = [sys.executable, "-m", "tests.campaigns.kill", "--work", str(path), str(files), str(first)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env=disk.environment(), start_new_session=True
    ) as process:
        assert process.stdout is not None
        timer = threading.Timer(seconds, end_all, (process,))
        if first % 5 == 0:
            timer.start()
        for line in process.stdout:
            kind, _, what = line.strip().partition(" ")
            if not line.endswith("\n"):
                continue
            if kind == "ready":
                if first % 5:
                    timer.start()
            elif kind == "file":
                done.files.add(int(what))
            elif kind == "note":
                done.notes.add(what)
            else:
                done.setting = max(done.setting, int(what))
        timer.cancel()
    disk.cut()


def end_all(process: subprocess.Popen[str]) -> None:
    """Kill the process and, where that can be done in one blow, its workers."""
    if sys.platform == "win32":
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)


def main() -> int:
    """The campaign; 0 if nothing was lost."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--times", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--power-cut", action="store_true", help="lose what was not synced, too")
    parser.add_argument("--work", nargs=3, metavar=("ARCHIVE", "FILES", "FIRST"))
    arguments = parser.parse_args()
    if arguments.work:
        work(Path(arguments.work[0]), Path(arguments.work[1]), int(arguments.work[2]))
        return 0
    chooser = random.Random(arguments.seed)
    began = time.monotonic()
    done = Acknowledged()
    folder, path, disk = Path(), Path(), Disk()
    articles_in_all = notes_in_all = 0
    for number in range(arguments.times):
        if number % 25 == 0:  # a new archive now and then, so that rounds stay short
            folder = Path(tempfile.mkdtemp(prefix="juanzong-kill-"))
            done, path = Acknowledged(), folder / "disk" / "a.juanzong"
            disk = PowerCut(folder) if arguments.power_cut else Disk()
            files = folder / "files"
            for each in (files, folder / "disk" / "user"):
                each.mkdir(parents=True)
            os.environ["JUANZONG_DATA"] = str(folder / "disk" / "user")
            Archive.create(path).close()
            disk.begin()
        known, noted = len(done.files), len(done.notes)
        one_round(path, files, 1001 * number + 1, chooser.uniform(0.5, 12.0), done, disk)
        articles_in_all += 60 * (len(done.files) - known)
        notes_in_all += len(done.notes) - noted
        wrong = inspect(path, done)
        if wrong:
            print(f"round {number}: {wrong}\nleft for inspection: {path}")
            return 1
        disk.begin()
        if number % 10 == 9:
            print(
                f"{number + 1} kills, {60 * len(done.files)} articles and {len(done.notes)} notes"
                " in this archive, nothing lost",
                flush=True,
            )
    said = f"{articles_in_all} articles and {notes_in_all} notes acknowledged in all, nothing lost"
    print(f"{arguments.times} kills in {time.monotonic() - began:.0f} s: {said}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
