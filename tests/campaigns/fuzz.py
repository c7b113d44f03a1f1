"""Fuzz files, queries, archives, settings and calls for as long as is asked, with any seed.

    python -m tests.campaigns.fuzz --minutes 30 --seed 1

Every case runs in a child process with limits of time and memory, a hundred cases to a child. A case that
raises anything but the library's own errors, takes longer than its time or kills its child is printed with
its seed; the same seed makes the same cases. Exits 1 if there was one.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
import traceback
import zipfile
from dataclasses import fields
from pathlib import Path

from desktop_app import handover, links
from desktop_app.settings import Memory, Settings
from index.archive.preparation import read_unit
from index.errors import JuanzongError, LinkUnreadable, QueryError, ReadError
from index.fulltext import FullText, marks, parse
from index.importing import units
from index.importing.readers import SUFFIXES
from index.importing.repair.gloss import undo_glosses
from index.model import IndexDocument, Script, SearchRequest
from index.script.conversion import convert
from tests.fuzz.hostile import COMMANDS, TRICKS, make_archive, prepared, run

CASES = 100  # in one child
SECONDS = 30.0  # for one case
MEMORY = 3 << 30
FILES = Path(__file__).parents[1] / "index" / "importing" / "files"
PIECES = (
    "中 国 红军 a aa 1 2024 ( ) （ ） [ ] { } < > / \\ * + ? ^ $ | ~ - . , ， 。 “ ” \" ' : ： & = # @ ! "
    "\n \r \t \0 \ud800 \u202e \u200b \ufeff 會(huì ) (huì) 来源： 2024年3月5日 任命王小明为市长。 "
    'AND OR NOT NEAR/3 NOTIN title: date: 〔2024〕5号 {\\rtf1 From:a\n %PDF- PK {"body": [[ ]] &#0; '
    "<html> <div> </div> <p> <table><tr><td> <!-- --> <![CDATA["
).split(" ")


def soup(chooser: random.Random) -> str:
    """Pieces that mean something somewhere, some of them very often."""
    found: list[str] = []
    for _ in range(chooser.randrange(1, 40)):
        found.append(chooser.choice(PIECES) * chooser.choice([1, 1, 1, 1, 2, 50, 2000]))
    return "".join(found)[:200_000]


def a_file(chooser: random.Random, folder: Path) -> None:
    """A damaged or invented file goes through its reader, repair and recognition."""
    kind = chooser.randrange(3)
    if kind == 0:
        source = chooser.choice(sorted(FILES.iterdir()))
        suffix, data = source.suffix, bytearray(source.read_bytes())
        if chooser.random() < 0.5 and zipfile.is_zipfile(source):
            data = repacked(source, chooser)
        for _ in range(chooser.randrange(6)):
            place = chooser.randrange(len(data) + 1)
            data[place : place + chooser.randrange(8)] = chooser.randbytes(chooser.randrange(8))
    elif kind == 1:
        suffix = chooser.choice([*sorted(SUFFIXES), ".warc", ".jsonl.gz"])
        data = bytearray(soup(chooser).encode(chooser.choice(["utf-8", "utf-16", "gb18030"]), "replace"))
    else:
        suffix = chooser.choice([".json", ".jsonl"])
        record = {
            name: soup(chooser) for name in chooser.sample(["id", "title", "date", "body", "source"], 3)
        }
        data = bytearray(json.dumps(record).encode())
    path = folder / f"a{suffix}"
    path.write_bytes(data)
    with contextlib.suppress(ReadError):
        for unit in units(path):
            for item in read_unit(unit):
                trouble = getattr(item, "trouble", "")
                if trouble:
                    raise RuntimeError(trouble)


def repacked(source: Path, chooser: random.Random) -> bytearray:
    """A zipped document whose parts are damaged inside a whole zip."""
    made = io.BytesIO()
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = bytearray(old.read(name))
            if name.endswith((".xml", ".opf", "html")) and part and chooser.random() < 0.6:
                place = chooser.randrange(len(part))
                part[place : place + chooser.randrange(40)] = soup(chooser).encode("utf-8", "replace")[:2000]
            new.writestr(name, bytes(part))
    return bytearray(made.getvalue())


def a_text(chooser: random.Random, _: Path) -> None:
    """Repair and conversion of any text."""
    text = soup(chooser)
    undo_glosses(text)
    convert(text, chooser.choice(list(Script)))


def a_query(chooser: random.Random, folder: Path) -> None:
    """A query on a small index, and its marks."""
    text = soup(chooser)[: chooser.choice([30, 300, 30_000])]
    if chooser.random() < 0.3:
        text = "/" + "".join(chooser.choices("aab国(|)*+?.[]{1,}\\", k=15)) + "/"
    index = FullText.open(folder / "index")
    texts = {
        1: ("中国红军", "红军在中国。" * 50),
        2: ("aaaa", "a" * 3000 + "b"),
        3: ("国", soup(chooser)[:5000]),
    }
    index.commit([index.build(IndexDocument(n, *texts[n], "2024-01-02", {}) for n in texts)])
    with contextlib.suppress(QueryError):
        found = index.searcher(lambda number: texts[number]).search(SearchRequest(text))
        found.ids(0, 20)
        marks(parse(text), *texts[2])
    index.close()


def an_archive(chooser: random.Random, folder: Path) -> None:
    """A trick played on an archive, and a few commands on it."""
    good = folder.parent / "good.juanzong"
    if not good.exists():
        make_archive(good, folder.parent / "good-files")
    trick = chooser.choice(sorted(TRICKS))
    bad = prepared(good, folder / "room" / "bad.juanzong", trick, chooser)
    (folder / "scratch").mkdir()
    with (
        contextlib.redirect_stdout(io.TextIOWrapper(io.BytesIO(), "utf-8")),
        contextlib.redirect_stderr(io.StringIO()),
    ):
        for command in chooser.sample(COMMANDS, 4):
            code = run(bad, command, folder / "scratch", debug=trick != "any cell")
            if code not in (0, 1, 2):
                raise RuntimeError(f"{trick}: {command} gave {code}")
    if [path.name for path in (folder / "room").iterdir()] != ["bad.juanzong"]:
        raise RuntimeError(f"{trick}: something was written outside")


def any_value(chooser: random.Random, depth: int = 0) -> object:
    """A JSON value of any shape, of what programs stumble over."""
    kind = chooser.randrange(8 if depth < 3 else 6)
    if kind < 2:
        return chooser.choice(
            ["", "x", "\0", "\ud800", "zh_CN", "dark", "../..", "C:\\con", soup(chooser)[:500]]
        )
    if kind < 4:
        return chooser.choice([0, -1, 2**31, -(2**63), 10**400, 1.5, float("nan"), float("-inf")])
    if kind < 6:
        return chooser.choice([None, True, False])
    some = [any_value(chooser, depth + 1) for _ in range(chooser.randrange(4))]
    return some if kind == 6 else {str(n): value for n, value in enumerate(some)}


def settings_of_any_kind(chooser: random.Random, folder: Path) -> None:
    """The files of settings and memory with any values, or with any bytes."""
    names = [each.name for each in fields(Settings)]
    for file in ("settings.json", "memory.json"):
        written = json.dumps({name: any_value(chooser) for name in names}).encode()
        data = bytearray(written if chooser.random() < 0.9 else soup(chooser).encode("utf-8", "replace"))
        for _ in range(chooser.randrange(3)):
            data[chooser.randrange(len(data) + 1) : chooser.randrange(len(data) + 1)] = chooser.randbytes(3)
        (folder / file).write_bytes(data)
    os.environ["JUANZONG_DATA"] = str(folder)
    loaded = Settings.load()
    loaded.manner(Script.TAIWAN)
    loaded.save()
    if Settings.load() != loaded:
        raise RuntimeError("the settings changed by being saved")
    memory = Memory()
    for name in names:
        memory.text(name), memory.number(name), memory.numbers(name), memory.blob(name)
        [Path(line).parent for line in memory.lines(name)]
    memory.save()


def a_call(chooser: random.Random, _: Path) -> None:
    """A line from a later start of the program, and a link."""
    line: dict[str, object] = {"juanzong": 1, "paths": ["/a"], "link": "juanzong://a/1", "sample": False}
    line[chooser.choice(list(line))] = any_value(chooser)
    data = bytearray(json.dumps(line).encode())
    for _ in range(chooser.randrange(3)):
        data[chooser.randrange(len(data) + 1) : chooser.randrange(len(data) + 1)] = chooser.randbytes(3)
    request = handover.load(bytes(data))
    if request is not None:
        handover.dump(request)
    with contextlib.suppress(LinkUnreadable):
        text = chooser.choice(["juanzong://", "juanzong:", "JUANZONG://%ff/"]) + soup(chooser)[:3000]
        str(links.parse(text))


KINDS = {
    "file": a_file,
    "text": a_text,
    "query": a_query,
    "archive": an_archive,
    "settings": settings_of_any_kind,
    "call": a_call,
}
_SHARES = {"file": 10, "text": 5, "query": 6, "archive": 1, "settings": 5, "call": 5}


def work(seed: int, first: int) -> None:
    """The life of a child: cases one after the other, each announced before and told after."""
    with contextlib.suppress(ImportError):
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    with tempfile.TemporaryDirectory(prefix="juanzong-fuzz-", ignore_cleanup_errors=True) as scratch:
        for number in range(first, first + CASES):
            chooser = random.Random(f"{seed}-{number}")
            kind = chooser.choices(list(KINDS), weights=[_SHARES[name] for name in KINDS])[0]
            folder = Path(scratch) / str(number)
            folder.mkdir()
            print(f"begin {number} {kind}", flush=True)
            said = ""
            try:
                KINDS[kind](chooser, folder)
            except JuanzongError as error:
                said = f"{type(error).__name__} {error}"
            except Exception as error:
                steps = traceback.extract_tb(error.__traceback__)[:-5:-1]
                said = f"{error!r:.200} @ " + " < ".join(f"{Path(s.filename).name}:{s.lineno}" for s in steps)
            print(f"end {number} {said}".replace("\n", " "), flush=True)
            shutil.rmtree(folder, ignore_errors=True)


def one_child(seed: int, first: int) -> tuple[int, dict[str, int], list[str]]:
    """Run a child to its end or its limit; returns where to go on, the counts, and the faults."""
    import threading

    command = [sys.executable, "-m", "tests.campaigns.fuzz", "--seed", str(seed), "--work", str(first)]
    counts: dict[str, int] = {}
    faults: list[str] = []
    number, kind = first, "start"
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, errors="replace") as process:
        assert process.stdout is not None
        timer = threading.Timer(4 * SECONDS, process.kill)
        timer.start()
        began = time.monotonic()
        for line in process.stdout:
            word, _, rest = line.rstrip("\n").partition(" ")
            timer.cancel()
            if word == "begin":
                number, kind = int(rest.split()[0]), rest.split()[1]
                began = time.monotonic()
                timer = threading.Timer(4 * SECONDS if kind == "archive" else SECONDS, process.kill)
                timer.start()
            elif word == "end":
                counts[kind] = counts.get(kind, 0) + 1
                if rest.partition(" ")[2]:
                    faults.append(f"{kind} {rest}")
        timer.cancel()
    if process.returncode:
        faults.append(
            f"{kind} {number} died with {process.returncode} after {time.monotonic() - began:.0f} s"
        )
        return number + 1, counts, faults
    return first + CASES, counts, faults


def main() -> int:
    """The campaign; 0 if nothing was found."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--work", type=int, metavar="FIRST")
    arguments = parser.parse_args()
    if arguments.work is not None:
        work(arguments.seed, arguments.work)
        return 0
    end = time.monotonic() + 60 * arguments.minutes
    number, total, faults = 0, dict.fromkeys(KINDS, 0), 0
    while time.monotonic() < end:
        number, counts, found = one_child(arguments.seed, number)
        for kind, count in counts.items():
            total[kind] += count
        faults += len(found)
        for line in found:
            print(f"seed {arguments.seed}: {line}", flush=True)
    said = ", ".join(f"{count} {kind}" for kind, count in total.items())
    print(f"{sum(total.values())} cases ({said}): {faults} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
