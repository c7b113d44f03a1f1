"""Getting an archive back, whatever single file was damaged."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from index.archive import Archive
from index.archive.backup import KEPT, back_up_if_due, backups
from index.errors import ArchiveDamaged
from index.model import SearchRequest
from tests.index.archive.conftest import write_records


@pytest.fixture
def filled(tmp_path: Path, folder: Path) -> Path:
    path = tmp_path / "filled.juanzong"
    with Archive.create(path) as archive:
        archive.import_paths([folder], workers=0)
    return path


def ruin(path: Path) -> None:
    for journal in path.parent.glob(path.name + "-*"):
        journal.unlink()
    path.write_bytes(b"ruined" * 300)


def test_an_import_leaves_a_backup_once_a_day(filled: Path, folder: Path) -> None:
    assert len(backups(filled)) == 1
    with Archive.open(filled) as archive:
        write_records(folder / "more.jsonl", range(100, 110))
        archive.import_paths([folder], workers=0)
        assert len(archive.backups()) == 1
        os.utime(archive.backups()[0].path, (1, 1))
        write_records(folder / "even more.jsonl", range(200, 210))
        archive.import_paths([folder], workers=0)
        assert len(archive.backups()) in (1, 2)  # two within one second share a name


def test_only_the_newest_backups_are_kept(filled: Path) -> None:
    for day in range(1, 8):
        shutil.copy(backups(filled)[-1].path, filled / "backups" / f"catalogue-2020010{day}-120000.sqlite")
    with Archive.open(filled) as archive:
        archive.back_up()
        assert len(archive.backups()) == KEPT
        assert archive.backups()[0].made_at > "2021"


def test_backups_dated_ahead_by_a_wrong_clock_neither_stay_nor_stop_new_ones(filled: Path) -> None:
    today = backups(filled)[0].path
    for day in range(1, KEPT + 1):
        ahead = shutil.copy(today, filled / "backups" / f"catalogue-2090010{day}-120000.sqlite")
        os.utime(ahead, (2**32, 2**32))
    today.unlink()
    with Archive.open(filled) as archive:
        assert back_up_if_due(archive._catalogue, filled) is not None
        assert archive.backups()[0].made_at < "2090"
        assert len(archive.backups()) == KEPT


def test_a_restored_backup_is_the_archive_of_that_day(filled: Path, folder: Path) -> None:
    with Archive.open(filled) as archive:
        copy = archive.backups()[0].path
        write_records(folder / "more.jsonl", range(100, 110))
        archive.import_paths([folder], workers=0)
        assert archive.search(SearchRequest("白石湖")).total == 40
    Archive.restore(filled, copy)
    with Archive.open(filled) as archive:
        archive.catch_up(workers=0)
        assert archive.search(SearchRequest("白石湖")).total == 30
        assert archive.check() == ()
    assert list(filled.glob("damaged-*/catalogue.sqlite"))


def test_a_ruined_catalogue_comes_back_with_what_was_imported_after_the_backup(
    filled: Path, folder: Path
) -> None:
    with Archive.open(filled) as archive:
        write_records(folder / "more.jsonl", range(100, 110))
        archive.import_paths([folder], workers=0)
    shutil.rmtree(folder)
    ruin(filled / "catalogue.sqlite")
    with pytest.raises(ArchiveDamaged):
        Archive.open(filled)
    recovery = Archive.recover(filled, workers=0)
    assert recovery.catalogue_restored and recovery.backup
    assert recovery.read_again == 10
    with Archive.open(filled) as archive:
        archive.catch_up(workers=0)
        assert archive.search(SearchRequest("白石湖")).total == 40
        assert archive.article(archive.search(SearchRequest("第105号")).ids()[0]).file == str(
            folder / "more.jsonl"
        )
        assert archive.check() == ()


def test_without_any_backup_everything_is_read_again_from_the_originals(filled: Path, folder: Path) -> None:
    shutil.rmtree(folder)
    shutil.rmtree(filled / "backups")
    ruin(filled / "catalogue.sqlite")
    recovery = Archive.recover(filled, workers=0)
    assert recovery.catalogue_restored and not recovery.backup
    assert (recovery.read_again, recovery.lost) == (32, ())
    with Archive.open(filled) as archive:
        archive.catch_up(workers=0)
        assert archive.search(SearchRequest("聯席會議")).total == 2
