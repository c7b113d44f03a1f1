"""Archives that somebody made to do harm, and what is asked of the program then.

Used by `test_archives` and by `tests.campaigns.fuzz`.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import sqlite3
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import numpy as np

from index.archive import Archive
from index.cli.main import main
from index.fulltext.container import Container, ContainerWriter
from index.model import Particulars, Passage

WORDS = ["红军", "中国", "王小明", "国", "/国./", "红*国", "person:王小明", "date:2024"]
COMMANDS = [
    ["check"],
    ["stats", "--json"],
    ["search", "红军", "--json", "--facets"],
    ["search", "/红./"],
    ["search", "人民 国家", "--kwic"],
    ["search", "人民", "--trend"],
    ["show", "1", "--json"],
    ["show", "1", "--raw"],
    ["show", "99999999999999999999999"],
    ["export", "--format", "jsonl", "OUT"],
    ["export", "--format", "xlsx", "OUT"],
    ["export", "--format", "docx", "OUT"],
    ["table", "tenures", "OUT"],
    ["notes", "--json"],
    ["collections", "--json"],
    ["quote", "人民国家。任命王小明为北京市市长。"],
    ["cite", "1"],
    ["export", "--format", "html", "--collection", "1", "--notes", "OUT"],
    ["import", "FILE"],
    ["rebuild"],
    ["check", "--repair"],
]


def make_archive(path: Path, files: Path) -> None:
    """A small archive with articles, names, posts, a backup and a report."""
    files.mkdir(exist_ok=True)
    rows = [
        {
            "id": str(n),
            "title": f"红军第{n}号",
            "date": f"2024-0{n % 9 + 1}-15",
            "source": "人民日报",
            "body": f"人民国家。任命王小明为北京市市长。中国红军第{n}次会议。" * 5 + f"编号{n}。",
        }
        for n in range(20)
    ]
    (files / "a.jsonl").write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    (files / "b.txt").write_text("标题在此\n2024年3月5日\n正文在此，红军在中国。\n", encoding="utf-8")
    with Archive.create(path) as archive:
        archive.import_paths([files], workers=0)
        archive.add_notes(1, [Passage(0, 4)], remark="批注", tags=["甲"])
        archive.make_collection("专题", ids=[1, 2])
        archive.correct_particulars(1, Particulars(page="2"))
        archive.back_up()


def run(archive: Path, command: list[str], scratch: Path, *, debug: bool = True) -> int:
    """One command on the archive; returns its exit code, with `debug` raises what it did not foresee."""
    os.environ["JUANZONG_DEBUG"] = "1" if debug else ""
    file = scratch / "new.txt"
    file.write_text("又一篇\n" + "新的正文。" * 5 + str(random.random()), encoding="utf-8")
    names = {
        "OUT": str(scratch / f"out{len(list(scratch.iterdir()))}.{command[-2] if len(command) > 2 else 'x'}"),
        "FILE": str(file),
    }
    try:
        return main(["--archive", str(archive), *(names.get(word, word) for word in command)])
    except SystemExit as error:
        return int(error.code or 0)


def sql(*statements: str) -> Callable[[Path, random.Random], None]:
    """A trick played on the catalogue."""

    def play(archive: Path, _: random.Random) -> None:
        with sqlite3.connect(archive / "catalogue.sqlite") as db:
            db.execute("PRAGMA writable_schema = 1")
            for statement in statements:
                db.execute(statement)
        db.close()

    return play


def text(name: str, content: str) -> Callable[[Path, random.Random], None]:
    """Another content of a small file."""

    def play(archive: Path, _: random.Random) -> None:
        (archive / name).write_text(content, encoding="utf-8", errors="surrogatepass")

    return play


def longer(name: str, size: int) -> Callable[[Path, random.Random], None]:
    """A file that is far longer than it may be; zeros that cost nothing to send."""

    def play(archive: Path, _: random.Random) -> None:
        with next(archive.glob(name)).open("ab") as file:
            file.truncate(size)

    return play


def pipe(name: str) -> Callable[[Path, random.Random], None]:
    """A pipe in the place of a file: reading it would wait for ever."""

    def play(archive: Path, _: random.Random) -> None:
        path = next(archive.glob(name))
        path.unlink()
        if sys.platform == "win32":
            path.mkdir()
        else:
            os.mkfifo(path)

    return play


def any_byte(pattern: str) -> Callable[[Path, random.Random], None]:
    """Bytes changed, cut off or put in, in one of the files."""

    def play(archive: Path, chooser: random.Random) -> None:
        path = chooser.choice(sorted(p for p in archive.rglob(pattern) if p.is_file()))
        data = bytearray(path.read_bytes())
        for _ in range(chooser.randrange(1, 20)):
            place = chooser.randrange(len(data) + 1)
            kind = chooser.randrange(3)
            if kind == 0:
                data[place : place + 4] = chooser.randbytes(4)
            elif kind == 1:
                del data[place : place + chooser.randrange(1, 200)]
            else:
                data[place:place] = chooser.randbytes(chooser.randrange(1, 50))
        path.write_bytes(data)

    return play


def false_numbers(archive: Path, chooser: random.Random) -> None:
    """A segment whose checksums are right and whose numbers are not."""
    path = chooser.choice(sorted(archive.glob("fulltext/g*/*.seg")))
    container = Container(path)
    arrays = {name: container.whole(name).copy() for name in container.names()}
    del container
    name = chooser.choice(sorted(name for name, array in arrays.items() if len(array)))
    array = arrays[name]
    for _ in range(chooser.randrange(1, 5)):
        array.view(np.uint8)[chooser.randrange(array.nbytes)] = chooser.randrange(256)
    writer = ContainerWriter(path.with_suffix(".new"))
    for name, array in arrays.items():
        writer.add(name, array)
    writer.close()
    path.with_suffix(".new").replace(path)


def false_contents(archive: Path, chooser: random.Random) -> None:
    """A table of contents whose checksum is right and whose fields are of any type."""
    path = next(archive.glob("fulltext/g*/toc.json"))
    table = json.loads(path.read_bytes().partition(b"\n")[2])
    odd: list[object] = [None, -1, 10**30, "x", [], {}, True, 1.5, "../../x.seg", [[[]]]]
    where = chooser.choice([table, *table["segments"]])
    where[chooser.choice(sorted(where))] = chooser.choice(odd)
    body = json.dumps(table).encode()
    path.write_bytes(f"juanzong-fulltext 2 {zlib.crc32(body):08x}\n".encode() + body)


def any_cell(archive: Path, chooser: random.Random) -> None:
    """Cells of any table with values of any type."""
    odd = [
        None,
        -1,
        2**62,
        1.5,
        "",
        "x",
        b"\xff\xfe\x00",
        "../../../etc/passwd",
        "[[[",
        '{"a":1}',
        "\0",
        "红" * 1000,
    ]
    with sqlite3.connect(archive / "catalogue.sqlite") as db:
        tables = [r[0] for r in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for _ in range(3):
            table = chooser.choice([t for t in tables if not t.startswith("sqlite_")])
            columns = [row[1] for row in db.execute(f"PRAGMA table_info({table})")]
            column = chooser.choice(columns)
            try:
                db.execute(f"UPDATE OR IGNORE {table} SET {column} = ?", (chooser.choice(odd),))  # noqa: S608
            except sqlite3.Error:
                continue
    db.close()


ENDLESS = "WITH RECURSIVE x(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM x) SELECT"
TRICKS: dict[str, Callable[[Path, random.Random], None]] = {
    "trigger": sql("CREATE TRIGGER t AFTER INSERT ON run BEGIN DELETE FROM article; END"),
    "endless trigger": sql(f"CREATE TRIGGER t AFTER INSERT ON run BEGIN {ENDLESS} MAX(n) FROM x; END"),
    "view for table": sql(
        "DROP TABLE search_history", f"CREATE VIEW search_history AS {ENDLESS} n AS text, n AS at FROM x"
    ),
    "table missing": sql("DROP TABLE mentions"),
    "column missing": sql("ALTER TABLE article RENAME COLUMN title TO other"),
    "virtual table": sql("CREATE VIRTUAL TABLE v USING fts5(a)"),
    "notes of no kind": sql("UPDATE note SET kind = x'00ff', tags = '[[', start = 'x'"),
    "notes beyond the text": sql("UPDATE note SET start = 2000000000, end = -5, text_key = ''"),
    "collections in a circle": sql(
        "INSERT INTO collection SELECT 'b', 9, uid, name, remark, 1, '', '', '' FROM collection",
        "UPDATE collection SET parent = 'b' WHERE uid <> 'b'",
    ),
    "particulars of no kind": sql('UPDATE particulars SET fields = \'{"page": [1], "genre": {}}\''),
    "journal deep": text("desk.jsonl", "00000000 " + "[" * 100_000),
    "bytes of the journal": any_byte("desk.jsonl"),
    "newer": sql("PRAGMA user_version = 99"),
    "version zero": sql("PRAGMA user_version = 0"),
    "version negative": sql("PRAGMA user_version = -5"),
    "digest climbs": sql("UPDATE file SET original = '../../../../../../etc/passwd'"),
    "torn schema": sql("UPDATE sqlite_master SET sql = 'CREATE TABLE article (' WHERE name = 'article'"),
    "archive.json empty": text("archive.json", ""),
    "archive.json list": text("archive.json", "[]"),
    "archive.json deep": text("archive.json", "[" * 100_000),
    "archive.json infinite": text("archive.json", '{"format": 1e999}'),
    "archive.json text": text("archive.json", '{"format": "x"}'),
    "archive.json digits": text("archive.json", '{"format": ' + "9" * 5000 + "}"),
    "current.json up": text("fulltext/current.json", '{"folder": "..", "catalogue": "CATALOGUE"}'),
    "current.json away": text("fulltext/current.json", '{"folder": "../../..", "catalogue": "CATALOGUE"}'),
    "current.json absolute": text("fulltext/current.json", '{"folder": "/tmp", "catalogue": "CATALOGUE"}'),
    "current.json nul": text("fulltext/current.json", '{"folder": "g\\u0000", "catalogue": "CATALOGUE"}'),
    "current.json deep": text("fulltext/current.json", "[" * 100_000),
    "lock owner": text("writer.json", "[" * 30_000),
    "archive.json long": longer("archive.json", 1 << 20),
    "journal long": longer("desk.jsonl", 1 << 22),
    "names of originals long": longer("originals/names.jsonl", 1 << 22),
    "toc.json long": longer("fulltext/g*/toc.json", 1 << 22),
    "segment long": longer("fulltext/g*/*.seg", 1 << 22),
    "current.json long": longer("fulltext/current.json", 1 << 20),
    "a pipe for the lock": pipe("writer.json"),
    "a pipe for the index": pipe("fulltext/g*/toc.json"),
    "a pipe for a segment": pipe("fulltext/g*/*.seg"),
    "catalogue is text": text("catalogue.sqlite", "这不是数据库" * 1000),
    "names climb": text(
        "originals/names.jsonl",
        "\n".join(
            json.dumps(pair)
            for pair in [
                ["../../../../../../etc/passwd", "../../../../evil.txt"],
                ["0" * 64, "..\\..\\evil\0.txt"],
                ["\ud800", "\ud800"],
                [[], {}],
                ["a" * 64, "x" * 5000 + ".txt"],
            ]
        ),
    ),
    "bytes of the catalogue": any_byte("catalogue.sqlite"),
    "bytes of the index": any_byte("fulltext/g*/*"),
    "bytes of originals": any_byte("originals/*/*"),
    "bytes of backups": any_byte("backups/*"),
    "false numbers": false_numbers,
    "false contents": false_contents,
    "any cell": any_cell,
}


def prepared(template: Path, target: Path, trick: str, chooser: random.Random) -> Path:
    """A copy of the good archive with a trick played on it."""
    target.parent.mkdir(exist_ok=True)
    shutil.copytree(template, target)
    TRICKS[trick](target, chooser)
    current = target / "fulltext" / "current.json"
    if current.is_file() and "CATALOGUE" in (note := current.read_text(encoding="utf-8")):
        with sqlite3.connect(target / "catalogue.sqlite") as db:
            (identity,) = db.execute("SELECT value FROM property WHERE name = 'identity'").fetchone()
        db.close()
        current.write_text(note.replace("CATALOGUE", identity), encoding="utf-8")
    return target
