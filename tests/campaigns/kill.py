"""Kill the program at random moments while it imports, rebuilds and checks; look at what is left.

    python -m tests.campaigns.kill --times 300 --seed 1

Each round starts a process that imports a file, acknowledges it on standard output when the import has
returned, and goes on with the next, now and then rebuilding the index; after a random time it is killed
with SIGKILL (TerminateProcess on Windows). Then the archive must open, hold every acknowledged article,
find exactly what a scan of its texts finds, and be clean under `check`. Prints a line every ten rounds;
exits 1 at the first loss, leaving the archive for inspection.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from index.archive import Archive
from index.control import Control
from index.model import SearchRequest
from index.script.fold import fold

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


def work(path: Path, files: Path, first: int) -> None:
    """The life of the process that will be killed."""
    archive = Archive.open(path)
    archive.catch_up(workers=0)
    for number in range(first, first + 1000):
        file = files / f"{number}.jsonl"
        lines = [json.dumps(row, ensure_ascii=False) for row in articles(number, 60)]
        file.write_text("\n".join(lines), encoding="utf-8")
        archive.import_paths([file], workers=number % 3 and 1, control=Control())
        print(number, flush=True)
        if number % 4 == 0:
            archive.rebuild(workers=0)
        if number % 7 == 0:
            archive.back_up()


def inspect(path: Path, acknowledged: set[int]) -> str:
    """What is wrong with the archive, "" if nothing."""
    with Archive.open(path) as archive:
        archive.catch_up(workers=0)
        ids = archive.search(SearchRequest("")).ids()
        texts = {i: archive.article(i) for i in ids}
        origins = {article.origin for article in texts.values()}
        for number in acknowledged:
            for n in range(60):
                if f"{number}-{n}" not in origins:
                    return f"article {number}-{n} was acknowledged and is gone"
        for word in random.sample(WORDS, 3):
            wanted = {
                i for i, a in texts.items() if fold(word) in fold(a.title) or fold(word) in fold(a.body)
            }
            if wanted != set(archive.search(SearchRequest(word)).ids()):
                return f"search for {word} is not exact"
        problems = archive.check()
        return "; ".join(problem.code for problem in problems)


def one_round(path: Path, files: Path, first: int, seconds: float) -> set[int]:
    """Let the process work for some seconds, kill it, return the files it acknowledged."""
    command = [sys.executable, "-m", "tests.campaigns.kill", "--work", str(path), str(files), str(first)]
    done: set[int] = set()
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        timer = threading.Timer(seconds, process.kill)
        timer.start()
        for line in process.stdout:
            if line.endswith("\n"):
                done.add(int(line))
        timer.cancel()
    return done


def main() -> int:
    """The campaign; 0 if nothing was lost."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--times", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--work", nargs=3, metavar=("ARCHIVE", "FILES", "FIRST"))
    arguments = parser.parse_args()
    if arguments.work:
        work(Path(arguments.work[0]), Path(arguments.work[1]), int(arguments.work[2]))
        return 0
    chooser = random.Random(arguments.seed)
    began = time.monotonic()
    acknowledged: set[int] = set()
    folder, path = Path(), Path()
    for number in range(arguments.times):
        if number % 25 == 0:  # a new archive now and then, so that rounds stay short
            folder = Path(tempfile.mkdtemp(prefix="juanzong-kill-"))
            path, acknowledged = folder / "a.juanzong", set()
            (folder / "files").mkdir()
            Archive.create(path).close()
        acknowledged |= one_round(path, folder / "files", 1000 * number, chooser.uniform(0.5, 6.0))
        wrong = inspect(path, acknowledged)
        if wrong:
            print(f"round {number}: {wrong}\nleft for inspection: {path}")
            return 1
        if number % 10 == 9:
            print(f"{number + 1} kills, {60 * len(acknowledged)} articles in this archive, nothing lost")
    print(f"{arguments.times} kills in {time.monotonic() - began:.0f} s: nothing lost")
    return 0


if __name__ == "__main__":
    sys.exit(main())
