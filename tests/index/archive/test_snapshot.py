"""An archive on a share is read from a local copy: right, renewed with the share, usable without it."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from index.archive import Archive, snapshot
from index.control import Control
from index.errors import (
    ArchiveDamaged,
    ArchiveMissing,
    ArchiveReadOnly,
    Cancelled,
    DiskFull,
    OriginalMissing,
)
from index.model import SearchRequest
from index.paths import user_data


@pytest.fixture
def share(folder: Path, tmp_path: Path) -> Path:
    """An archive that stands for one on a share."""
    path = tmp_path / "共享 档案.juanzong"
    with Archive.create(path) as archive:
        archive.import_paths([folder], workers=0)
    return path


def total(archive: Archive, text: str) -> int:
    return archive.search(SearchRequest(text)).total


def snapshots() -> list[Path]:
    return sorted((user_data() / "snapshots").glob("*/s[0-9]*"))


def as_format_6(archive: Path) -> None:
    """Turn a catalogue back to the tables that statements had before format 7."""
    with sqlite3.connect(archive / "catalogue.sqlite") as db:
        db.executescript(
            "CREATE TABLE appointment (id INTEGER PRIMARY KEY AUTOINCREMENT, article_id, person_id, person,"
            " post, organisation, place, post_id, organisation_id, place_id);"
            "INSERT INTO appointment SELECT NULL, x.article_id, s.person_id, s.person, s.post,"
            " s.organisation, s.place, s.post_id, s.organisation_id, s.place_id"
            " FROM stated x JOIN statement s ON s.id = x.statement_id ORDER BY x.article_id, x.line;"
            "DROP TABLE stated; DROP TABLE statement; DROP TABLE form; PRAGMA user_version = 6;"
        )
    db.close()


def test_an_archive_of_an_earlier_format_that_may_only_be_read_is_read_from_a_copy(share: Path) -> None:
    with Archive.open(share) as archive:
        people = archive.entities_of(archive.search(SearchRequest("")))
    as_format_6(share)
    with Archive.open(share, read_only=True) as reading:
        assert reading.shared
        assert reading.entities_of(reading.search(SearchRequest(""))) == people
    with Archive.open(share) as migrated:
        assert not migrated.shared
        assert migrated.entities_of(migrated.search(SearchRequest(""))) == people


def add(share: Path, tmp_path: Path, words: str) -> None:
    article = tmp_path / f"{words}.txt"
    article.write_text(f"{words}\n\n{words}于昨晚重新亮灯，渔民纷纷前来观看，现场气氛热烈。", "utf-8")
    with Archive.open(share) as archive:
        archive.import_paths([article], workers=0)


def test_the_copy_answers_like_the_archive_itself(share: Path) -> None:
    with Archive.open(share, read_only=True) as itself, Archive.open_shared(share) as copy:
        assert copy.shared and copy.read_only and not copy.newer_there()
        assert copy.name == itself.name
        for text in ("联席会议", "聯席會議", "人物:岑绍文", ""):
            assert total(copy, text) == total(itself, text) > 0
        first = copy.search(SearchRequest("联席会议")).ids(0, 1)[0]
        assert copy.original(first) == itself.original(first)
        assert copy.check() == ()


def test_nothing_is_written_to_the_share(share: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in share.rglob("*") if path.is_file()}
    with Archive.open_shared(share) as copy, pytest.raises(ArchiveReadOnly):
        total(copy, "联席会议")
        copy.import_paths([share / "archive.json"], workers=0)
    assert {path: path.stat().st_mtime_ns for path in share.rglob("*") if path.is_file()} == before


def test_a_second_opening_copies_nothing(share: Path) -> None:
    copied: list[tuple[int, int]] = []
    Archive.open_shared(share, progress=lambda *at: copied.append(at)).close()
    assert copied[-1][0] == copied[-1][1] > 0
    copied.clear()
    Archive.open_shared(share, progress=lambda *at: copied.append(at)).close()
    assert copied == [] and len(snapshots()) == 1


def test_what_is_new_on_the_share_is_noticed_and_shown_next_time(share: Path, tmp_path: Path) -> None:
    with Archive.open_shared(share) as old:
        add(share, tmp_path, "琥珀色灯塔")
        assert old.newer_there()
        with Archive.open_shared(share) as new:
            assert total(new, "琥珀色灯塔") == 1 and not new.newer_there()
        assert total(old, "琥珀色灯塔") == 0 and total(old, "联席会议") > 0  # goes on as it was
    for number in range(3):
        add(share, tmp_path, f"灯塔{'甲乙丙'[number]}")
        Archive.open_shared(share).close()
    assert len(snapshots()) == 2


def test_without_the_share_the_last_copy_serves(share: Path) -> None:
    Archive.open_shared(share).close()
    gone = share.rename(share.with_name("gone"))
    with Archive.open_shared(share) as copy:
        first = copy.search(SearchRequest("联席会议")).ids(0, 1)[0]
        assert copy.article(first).title
        assert not copy.newer_there()
        with pytest.raises(OriginalMissing):
            copy.original(first)
    gone.rename(share)


def test_an_archive_out_of_reach_that_was_never_copied_is_missing(tmp_path: Path) -> None:
    with pytest.raises(ArchiveMissing):
        Archive.open_shared(tmp_path / "nowhere.juanzong")


def test_an_archive_that_may_only_be_read_is_copied_only_from_a_share(
    share: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = Archive.open

    def refuse(path: Path, *, read_only: bool = False) -> Archive:
        if path == share and not read_only:
            raise ArchiveReadOnly(path=path)
        return opened(path, read_only=read_only)

    monkeypatch.setattr(Archive, "open", refuse)
    with Archive.open_as_allowed(share) as here:
        assert here.read_only and not here.shared
    monkeypatch.setattr("index.archive.archive.is_remote", lambda _: True)
    with Archive.open_as_allowed(share) as there:
        assert there.shared


def test_a_share_out_of_reach_is_opened_from_its_copy(share: Path) -> None:
    with Archive.open_as_allowed(share) as writable:
        assert not writable.read_only
    Archive.open_shared(share).close()
    share.rename(share.with_name("gone"))
    with Archive.open_as_allowed(share) as copy:
        assert copy.shared and total(copy, "联席会议") > 0


def test_a_journal_that_waits_on_the_share_is_read(share: Path, tmp_path: Path) -> None:
    writer = sqlite3.connect(share / "catalogue.sqlite", isolation_level=None)
    writer.execute("PRAGMA journal_mode = WAL")
    writer.execute("PRAGMA wal_autocheckpoint = 0")
    writer.execute("UPDATE article SET title = '日志里的标题' WHERE id = 1")
    assert (share / "catalogue.sqlite-wal").stat().st_size > 0
    with Archive.open_shared(share) as copy:
        assert copy.article(1).title == "日志里的标题"
    writer.close()


def test_a_share_that_changes_while_it_is_copied_is_copied_again(
    share: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settle: Callable[[Path], None] = snapshot._settle
    times: list[Path] = []

    def meanwhile(catalogue: Path) -> None:
        if not times:
            add(share, tmp_path, "琥珀色灯塔")
        times.append(catalogue)
        settle(catalogue)

    monkeypatch.setattr(snapshot, "_settle", meanwhile)
    with Archive.open_shared(share) as copy:
        assert total(copy, "琥珀色灯塔") == 1
    assert len(times) == 2 and len(snapshots()) == 1


def test_cancelling_leaves_nothing_behind(share: Path) -> None:
    control = Control()
    with pytest.raises(Cancelled):
        Archive.open_shared(share, progress=lambda *_: control.cancel(), control=control)
    assert snapshots() == []


def test_too_little_room_is_said_before_anything_is_copied(
    share: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(share)
    monkeypatch.setattr("shutil.disk_usage", lambda _: usage._replace(free=1000))
    with pytest.raises(DiskFull):
        Archive.open_shared(share)
    assert snapshots() == []


def test_an_index_of_another_version_is_made_afresh_in_the_copy(share: Path) -> None:
    for path in (share / "fulltext").glob("g*/toc.json"):
        path.write_text("{}", "utf-8")
    with Archive.open_shared(share) as copy:
        assert total(copy, "联席会议") > 0
    assert all(path.read_text("utf-8") == "{}" for path in (share / "fulltext").glob("g*/toc.json"))


def test_files_that_are_read_only_on_the_share_can_be_copied(share: Path) -> None:
    for path in share.rglob("*"):
        if path.is_file():
            path.chmod(0o444)
    with Archive.open_shared(share) as copy:
        assert total(copy, "联席会议") > 0
    catalogue = next((user_data() / "snapshots").glob("*/s*/catalogue.sqlite"))
    assert catalogue.stat().st_mode & 0o200


def test_a_torn_catalogue_on_the_share_is_said_to_be_damaged(share: Path) -> None:
    (share / "catalogue.sqlite").write_bytes(b"SQLite format 3\0" + b"\xff" * 5000)
    with pytest.raises(ArchiveDamaged):
        Archive.open_shared(share)


def test_copies_nobody_has_used_for_long_are_removed(share: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = user_data() / "snapshots" / "0123456789abcdef" / "s0001"
    old.mkdir(parents=True)
    monkeypatch.setattr(snapshot, "_UNUSED", -1.0)
    Archive.open_shared(share).close()
    assert not old.exists() and len(snapshots()) == 1
