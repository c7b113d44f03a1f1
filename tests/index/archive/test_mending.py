"""`check --repair` puts right whatever was done to any one file of an archive, and nothing is lost by it."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from index.archive import Archive
from index.archive.salvage import salvage
from index.catalogue import soundness
from index.cli.main import main
from index.errors import ArchiveDamaged
from index.model import Particulars, Passage, SearchRequest
from tests.index.archive.conftest import write_records

State = tuple[object, ...]


def flip(data: bytearray) -> None:
    for at in range(len(data) // 3, len(data), max(1, len(data) // 7)):
        data[at] ^= 0xFF


def flip_one_bit(data: bytearray) -> None:
    if data:
        data[len(data) // 2] ^= 0x10


def cut_in_half(data: bytearray) -> None:
    del data[len(data) // 2 :]


def zero(data: bytearray) -> None:
    data[:] = bytes(len(data))


def lengthen(data: bytearray) -> None:
    data += b"\0garbage\n" * 50


def replace_by_a_picture(data: bytearray) -> None:
    data[:] = b"\x89PNG\r\n\x1a\n" + random.Random(1).randbytes(5000)


HARMS: list[Callable[[bytearray], None]] = [
    flip,
    flip_one_bit,
    cut_in_half,
    zero,
    lengthen,
    replace_by_a_picture,
    bytearray.clear,
]


@pytest.fixture
def filled(tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An archive with articles, notes, a collection and a kept search made after the last backup."""
    monkeypatch.setattr("index.archive.upkeep.default_count", lambda: 0)
    monkeypatch.setattr("index.archive.recovery.default_count", lambda: 0)
    monkeypatch.setenv("JUANZONG_DEBUG", "1")
    path = tmp_path / "filled.juanzong"
    with Archive.create(path) as archive:
        archive.import_paths([folder], workers=0)
        archive.add_notes(1, [Passage(0, 4)], remark="批注", tags=["甲"])
        archive.make_collection("专题", ids=[1, 2])
        archive.correct_particulars(1, Particulars(page="2"))
        archive.save_search("水位", SearchRequest("白石湖"))
    return path


def state(path: Path) -> State:
    """All that a user would miss."""
    with Archive.open(path) as archive:
        found = [archive.article(int(n)) for n in archive.search(SearchRequest("")).ids()]
        return (
            sorted((a.origin, a.title, a.body, str(a.date), str(a.source)) for a in found),
            archive.search(SearchRequest("白石湖")).total,
            [(note.remark, note.tags) for note in archive.notes()],
            [each.name for each in archive.collections()],
            [each.name for each in archive.saved_searches()],
        )


def mend_and_compare(damaged: Path, wanted: State, what: str) -> None:
    command = ["--archive", str(damaged), "check"]
    assert main([*command, "--repair"]) == 0, what
    assert main(command) == 0, what
    assert state(damaged) == wanted, what
    shutil.rmtree(damaged)


def test_any_one_file_damaged_in_any_way(filled: Path, folder: Path) -> None:
    wanted = state(filled)
    shutil.rmtree(folder)
    files = [path.relative_to(filled) for path in sorted(filled.rglob("*")) if path.is_file()]
    assert len(files) >= 12
    copy = filled.with_name("copy.juanzong")
    for file in files:
        for harm in HARMS:
            shutil.copytree(filled, copy)
            data = bytearray((copy / file).read_bytes())
            harm(data)
            (copy / file).write_bytes(data)
            mend_and_compare(copy, wanted, f"{getattr(harm, '__name__', harm)} {file}")


def test_any_one_file_missing_or_a_folder_or_another_file_in_its_place(filled: Path, folder: Path) -> None:
    wanted = state(filled)
    shutil.rmtree(folder)
    files = [path.relative_to(filled) for path in sorted(filled.rglob("*")) if path.is_file()]
    copy = filled.with_name("copy.juanzong")
    for number, file in enumerate(files):
        for harm in ("missing", "folder", "swapped"):
            shutil.copytree(filled, copy)
            (copy / file).unlink()
            if harm == "folder":
                (copy / file).mkdir()
                (copy / file / "mine.txt").write_text("mine", encoding="utf-8")
            elif harm == "swapped":
                shutil.copy(filled / files[number - 1], copy / file)
            mend_and_compare(copy, wanted, f"{harm} {file}")


def test_any_place_of_the_catalogue(filled: Path, folder: Path) -> None:
    wanted = state(filled)
    shutil.rmtree(folder)
    chooser = random.Random(6)
    whole = (filled / "catalogue.sqlite").read_bytes()
    copy = filled.with_name("copy.juanzong")
    for _ in range(25):
        shutil.copytree(filled, copy)
        data, at = bytearray(whole), chooser.randrange(len(whole))
        data[at : at + chooser.choice([1, 64])] = chooser.randbytes(chooser.choice([1, 64]))
        (copy / "catalogue.sqlite").write_bytes(data)
        mend_and_compare(copy, wanted, f"at {at}")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
@pytest.mark.parametrize(
    "pattern", ["archive.json", "desk.jsonl", "catalogue.sqlite-wal", "fulltext/g*/*.seg", "backups/*.sqlite"]
)
def test_a_pipe_in_the_place_of_a_file_is_moved_aside(filled: Path, pattern: str) -> None:
    with Archive.open(filled) as archive:
        archive.back_up()
    wanted = state(filled)
    place = next(iter(sorted(filled.glob(pattern))), filled / pattern)
    place.unlink(missing_ok=True)
    os.mkfifo(place)
    mend_and_compare(filled, wanted, pattern)


@pytest.mark.parametrize("name", ["archive.json", "writer.json", "fulltext/current.json", "kept.json"])
def test_a_small_file_made_long_is_not_read_and_is_put_right(filled: Path, name: str) -> None:
    with (filled / name).open("ab") as file:
        file.truncate(200 << 20)
    assert main(["--archive", str(filled), "check", "--repair"]) == 0
    assert (filled / name).stat().st_size < 1 << 20
    with Archive.open(filled) as archive:
        assert not archive.check()
        assert archive.saved_searches()


@pytest.mark.parametrize(
    "cell",
    ["note.remark", "note.after", "collection.name", "entity.name", "saved_search.name", "file.path"],
)
def test_a_text_that_is_torn_within_a_letter_is_found_and_comes_back(filled: Path, cell: str) -> None:
    wanted = state(filled)
    table, _, column = cell.partition(".")
    with closing(sqlite3.connect(filled / "catalogue.sqlite")) as db:
        torn_word = f"CAST(x'e7bae2' || SUBSTR(CAST({column} AS BLOB), 4) AS TEXT)"
        last = f"(SELECT MAX({column}) FROM {table})"  # noqa: S608
        torn = db.execute(f"UPDATE {table} SET {column} = {torn_word} WHERE {column} = {last}").rowcount  # noqa: S608
        db.commit()
    assert torn == 1
    assert main(["--archive", str(filled), "check"]) == 1
    mend_and_compare(filled, wanted, cell)


def test_an_emptied_catalogue_does_not_pass_for_a_new_one(filled: Path) -> None:
    (filled / "catalogue.sqlite").write_bytes(b"")
    with pytest.raises(ArchiveDamaged):
        Archive.open(filled)


def test_an_altered_article_gets_its_words_back_from_a_backup_or_its_original(
    filled: Path, folder: Path
) -> None:
    wanted = state(filled)
    shutil.rmtree(folder)
    copies = filled / "backups"
    for _ in ("with backups", "without"):
        with closing(sqlite3.connect(filled / "catalogue.sqlite")) as db:
            db.execute("UPDATE article SET body = replace(body, '临江', '临河') WHERE id = 5")
            db.execute("UPDATE article SET record_key = x'00' WHERE id = 6")
            db.commit()
        with Archive.open(filled) as archive:
            assert [one.detail("number") for one in archive.check()] == ["5", "6"]
            assert all(one.mended for one in archive.check(repair=True))
            assert archive.check() == ()
        assert state(filled) == wanted
        shutil.rmtree(copies, ignore_errors=True)


def test_a_lost_original_is_told_and_comes_back_with_the_file(filled: Path, folder: Path) -> None:
    wanted = state(filled)
    kept = folder.with_name("elsewhere")
    folder.rename(kept)
    for place in (filled / "originals").glob("??/*"):
        place.unlink()
    with Archive.open(filled) as archive:
        assert {one.code for one in archive.check(repair=True)} == {"check.original_lost"}
        assert archive.check() == ()
        assert state(filled) == wanted
        kept.rename(folder)
        report = archive.import_paths([folder], workers=0)
        assert (report.imported, report.failed) == (0, ())
        assert archive.check() == ()
        assert "通报" in archive.as_it_came(5)
    assert len(list((filled / "originals").glob("??/*"))) == 3


def test_a_cell_of_another_type_is_damage(filled: Path) -> None:
    wanted = state(filled)
    with closing(sqlite3.connect(filled / "catalogue.sqlite")) as db:
        db.execute("UPDATE entity SET name = x'ff00' WHERE id = 1")
        db.commit()
    with Archive.open(filled) as archive:
        assert [one.detail("reason") for one in archive.check()] == ["entity.name"]
    mend_and_compare(filled, wanted, "cell")


def test_a_catalogue_damaged_where_it_can_be_read_past_is_written_anew(filled: Path, tmp_path: Path) -> None:
    damaged = filled / "catalogue.sqlite"
    with closing(sqlite3.connect(damaged)) as db:
        page = db.execute("SELECT rootpage FROM sqlite_master WHERE name = 'article_date'").fetchone()[0]
        size = db.execute("PRAGMA page_size").fetchone()[0]
    data = bytearray(damaged.read_bytes())
    data[page * size - 96 : page * size] = b"\x01" * 96
    damaged.write_bytes(data)
    with closing(sqlite3.connect(damaged)) as db:
        assert soundness.faults(db)
    assert salvage(damaged, tmp_path / "new.sqlite")
    with closing(sqlite3.connect(tmp_path / "new.sqlite")) as db:
        assert soundness.faults(db) == []
        assert db.execute("SELECT COUNT(*) FROM article").fetchone()[0] == 32


def test_nothing_is_salvaged_from_what_is_no_catalogue(tmp_path: Path) -> None:
    (tmp_path / "damaged.sqlite").write_bytes(b"nothing" * 1000)
    assert not salvage(tmp_path / "damaged.sqlite", tmp_path / "new.sqlite")
    assert [path.name for path in tmp_path.iterdir()] == ["damaged.sqlite"]


def test_kept_searches_and_watched_folders_outlive_the_catalogue(filled: Path, folder: Path) -> None:
    with Archive.open(filled) as archive:
        archive.watch(folder)
        archive.save_search("会议", SearchRequest("联席会议"))
        archive.delete_search(archive.saved_searches()[0].id)
        names = [each.name for each in archive.saved_searches()]
    write_records(folder / "more.jsonl", range(50, 60))
    (filled / "catalogue.sqlite").write_bytes(b"ruined" * 500)
    shutil.rmtree(filled / "backups")
    Archive.recover(filled, workers=0)
    with Archive.open(filled) as archive:
        assert [each.name for each in archive.saved_searches()] == names
        assert [Path(each.path) for each in archive.watched_folders()] == [folder]


def test_opening_does_not_wait_for_somebody_who_writes(filled: Path) -> None:
    with Archive.open(filled) as archive:
        for each in archive.saved_searches():
            archive.delete_search(each.id)
    (filled / "kept.json").unlink()
    with closing(sqlite3.connect(filled / "catalogue.sqlite", isolation_level=None)) as db:
        db.execute("BEGIN IMMEDIATE")
        with Archive.open(filled) as archive:
            assert archive.search(SearchRequest("白石湖")).total == 30
