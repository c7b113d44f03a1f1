"""A stranger's archive with a journal that makes SQLite delete a file elsewhere: refused, and recovered."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
import struct
from pathlib import Path

import pytest

from index.archive import Archive
from index.archive.recovery import recover
from index.errors import ArchiveDamaged
from index.model import SearchRequest

MAGIC = bytes.fromhex("d9d505f920a163d7")


def plant(database: Path, victim: Path) -> Path:
    """A journal beside `database` that is to be played back, in the name of a super-journal `victim`."""
    head = database.read_bytes()[:32]
    (page,) = struct.unpack(">H", head[16:18])
    (pages,) = struct.unpack(">I", head[28:32])
    name = str(victim).encode()
    total = sum(struct.unpack(f"{len(name)}b", name)) & 0xFFFFFFFF
    begin = (MAGIC + struct.pack(">IIIII", 0, 1, pages, 512, page)).ljust(512, b"\0")
    end = struct.pack(">I", (1 << 30) // page + 1) + name + struct.pack(">II", len(name), total) + MAGIC
    journal = database.with_name(f"{database.name}-journal")
    journal.write_bytes(begin + end)
    return journal


@pytest.fixture
def victim(tmp_path: Path) -> Path:
    file = tmp_path / "论文.txt"
    file.write_text("三年的工作", encoding="utf-8")
    return file


@pytest.fixture
def closed(folder: Path, archive: Archive) -> Path:
    archive.import_paths([folder], workers=0)
    archive.back_up()
    archive.close()
    return archive.path


def test_sqlite_alone_would_delete_the_file(closed: Path, victim: Path) -> None:
    """Shows that the journals of these tests are what they are meant to be."""
    database = Path(shutil.copy(closed / "catalogue.sqlite", victim.parent / "other.sqlite"))
    plant(database, victim)
    with contextlib.closing(sqlite3.connect(database)) as db:
        db.execute("SELECT count(*) FROM article").fetchone()
    assert not victim.exists()


@pytest.mark.parametrize("place", ["catalogue.sqlite", "a backup", "CATALOGUE.SQLITE.part"])
def test_such_an_archive_is_refused_and_the_file_stays(closed: Path, victim: Path, place: str) -> None:
    database = next((closed / "backups").glob("*.sqlite")) if place == "a backup" else closed / place
    if not database.exists():
        shutil.copy(closed / "catalogue.sqlite", database)
    plant(database, victim)
    for opening in (Archive.open, Archive.open_as_allowed):
        with pytest.raises(ArchiveDamaged, match="-journal"):
            opening(closed)
    assert victim.exists()


@pytest.mark.parametrize("ruined", [False, True])
def test_recovering_it_loses_neither_articles_nor_the_file(closed: Path, victim: Path, ruined: bool) -> None:
    if ruined:
        catalogue = closed / "catalogue.sqlite"
        data = bytearray(catalogue.read_bytes())
        data[4096 * 3 : 4096 * 4] = bytes(4096)
        catalogue.write_bytes(data)
    journal = plant(closed / "catalogue.sqlite", victim)
    recover(closed, workers=0)
    assert victim.exists()
    assert not journal.exists()
    with Archive.open(closed) as archive:
        archive.catch_up(workers=0)
        assert archive.search(SearchRequest("联席会议")).total == 2
    assert victim.exists()


def test_a_journal_that_names_no_other_file_is_played_back_as_ever(closed: Path, victim: Path) -> None:
    journal = plant(closed / "catalogue.sqlite", victim)
    journal.write_bytes(journal.read_bytes()[:512])
    with Archive.open(closed) as archive:
        assert archive.search(SearchRequest("联席会议")).total == 2
    assert victim.exists()
