"""An archive from a colleague taken in, a smaller one handed over; nothing overwritten, nothing believed."""

from __future__ import annotations

import gzip
import json
import os
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.archive import Archive
from index.control import Control
from index.errors import (
    ArchiveDamaged,
    ArchiveExists,
    ArchiveMissing,
    ArchiveTooNew,
    Cancelled,
    TransferRefused,
)
from index.model import Hold, MentionType, Particulars, Passage, SearchRequest
from tests.index.archive.conftest import MEETING, write_records


@pytest.fixture
def ours(archive: Archive, folder: Path) -> Archive:
    archive.import_paths([folder], workers=0)
    return archive


@pytest.fixture
def theirs(tmp_path: Path) -> Iterator[Archive]:
    """A colleague's archive: one article that we have too, one of the same name as ours, and more."""
    place = tmp_path / "同事"
    place.mkdir()
    (place / "会议.txt").write_text(MEETING, encoding="utf-8", newline="\n")
    (place / "任免.txt").write_text(
        "白石市任免名单\n发布时间：2024-05-06\n\n　　费云帆任白石市代市长，蓝天任秘书长。\n\n"
        "来源：白石日报\n",
        encoding="utf-8",
    )
    write_records(place / "records.jsonl", range(28, 33))
    lines = (place / "records.jsonl").read_text(encoding="utf-8").splitlines()
    changed = json.loads(lines[0])
    changed["body"] = "同一编号，另一篇文章：云白铁路动工，岑绍文宣布开工。"
    (place / "records.jsonl").write_text(
        "\n".join([json.dumps(changed), *lines[1:]]) + "\n", encoding="utf-8"
    )
    with Archive.create(tmp_path / "同事.juanzong") as made:
        made.import_paths([place], workers=0)
        yield made


def one(archive: Archive, words: str) -> int:
    """An article that has these words just so, in this script."""
    found = archive.search(SearchRequest(words)).ids()
    articles = (archive.article(int(number)) for number in found)
    return next(article.id for article in articles if words in article.title + article.body)


def total(archive: Archive, query: str) -> int:
    return archive.search(SearchRequest(query)).total


def noted(archive: Archive, query: str, words: str, remark: str) -> int:
    number = one(archive, query)
    at = archive.article(number).body.index(words)
    return archive.add_notes(number, [Passage(at, at + len(words))], remark=remark).numbers[0]


def files(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "writer" not in path.name
    }


def test_new_articles_come_and_those_we_have_stay(ours: Archive, theirs: Archive) -> None:
    before = ours.stats().articles
    mine = ours.article(one(ours, "第28号"))
    report = ours.take_in(theirs.path, workers=0)
    assert (report.added, report.duplicates, report.refused) == (5, 2, 0)
    assert ours.stats().articles == before + report.added
    assert ours.article(mine.id).body == mine.body
    assert total(ours, "云白铁路动工") == 1
    new = ours.article(one(ours, "云白铁路动工"))
    assert new.origin != "r-28" and new.id != mine.id
    assert ours.find("r-28") == mine.id
    assert ours.article(one(ours, "蓝天")).source == "白石日报"
    assert {e.name for e in ours.entities(one(ours, "蓝天")) if e.type is MentionType.PERSON} >= {"费云帆"}
    assert ours.check() == ()


def test_taking_in_twice_adds_nothing(ours: Archive, theirs: Archive) -> None:
    noted(theirs, "蓝天", "秘书长", "谁？")
    theirs.make_collection("任免", ids=[one(theirs, "蓝天")])
    ours.take_in(theirs.path, workers=0)
    again = ours.take_in(theirs.path, workers=0)
    assert (again.added, again.notes, again.collections, again.duplicates) == (0, 0, 0, 7)
    assert len(ours.notes()) == 1


def test_a_merge_can_be_taken_back_and_done_again(ours: Archive, theirs: Archive) -> None:
    noted(ours, "云州白石两市联席会议", "岑绍文主持会议", "我们的")
    noted(theirs, "蓝天", "秘书长", "谁？")
    theirs.make_collection("任免", ids=[one(theirs, "蓝天")])
    person = theirs.entities(one(theirs, "蓝天"))[0]
    theirs.rename(person.id, "别名")
    before = ours.stats().articles
    report = ours.take_in(theirs.path, workers=0)
    assert report.taken is not None and report.notes == 1 and report.corrections == 1
    gone = ours.take_back_merge(report.taken, workers=0)
    assert ours.stats().articles == before and total(ours, "蓝天") == 0
    assert [note.remark for note in ours.notes()] == ["我们的"] and ours.collections() == ()
    assert all(each.undone for each in ours.corrections()) and ours.check() == ()
    again = ours.take_back_merge(gone, workers=0)
    assert ours.stats().articles == before + report.added and total(ours, "蓝天") == 1
    assert len(ours.notes()) == 2 and len(ours.collections()) == 1
    assert not any(each.undone for each in ours.corrections()) and ours.check() == ()
    ours.take_back_merge(again, workers=0)
    anew = ours.take_in(theirs.path, workers=0)
    assert (anew.added, anew.notes, anew.collections) == (report.added, 1, 1)
    assert ours.article(one(ours, "蓝天")).file.endswith(
        theirs.article(one(theirs, "蓝天")).file.rsplit("/")[-1]
    )


def test_originals_come_along_and_are_shown(ours: Archive, theirs: Archive) -> None:
    report = ours.take_in(theirs.path, workers=0)
    assert (report.originals, report.originals_missing) == (5, 0)
    assert "费云帆任白石市代市长" in ours.original(one(ours, "蓝天")).decode()
    assert json.loads(ours.original(one(ours, "云白铁路动工")))["id"] == "r-28"
    shutil.rmtree(ours.path / "backups")
    path = ours.path
    ours.close()
    (path / "catalogue.sqlite").write_bytes(b"ruined" * 300)
    Archive.recover(path, workers=0)
    with Archive.open(path) as again:
        again.catch_up(workers=0)
        assert total(again, "云白铁路动工") == 1 and total(again, "蓝天") == 1


def test_no_file_of_theirs_is_taken_for_one_on_this_computer(ours: Archive, theirs: Archive) -> None:
    ours.take_in(theirs.path, workers=0)
    assert not Path(ours.article(one(ours, "蓝天")).file).exists()
    assert ours.article(one(ours, "蓝天")).file.startswith("[同事] ")


def test_notes_collections_particulars_and_corrections_come_along(ours: Archive, theirs: Archive) -> None:
    noted(ours, "云州白石两市联席会议", "岑绍文主持会议", "我们的")
    noted(theirs, "云州白石两市联席会议", "岑绍文主持会议", "他们的")
    noted(theirs, "云白铁路动工", "宣布开工", "日期？")
    theirs.correct_particulars(one(theirs, "蓝天"), Particulars(page="4"))
    outer = theirs.make_collection("铁路", ids=[one(theirs, "云白铁路动工")]).numbers[0]
    theirs.make_collection("会议", parent=outer, ids=[one(theirs, "云州白石两市联席会议")])
    theirs.make_collection("检索", request=SearchRequest("白石湖"))
    person = theirs.find_entity(MentionType.PERSON, "费云帆")
    assert person is not None
    theirs.rename(person, "费云帆（白石）")
    report = ours.take_in(theirs.path, workers=0)
    assert (report.notes, report.collections, report.corrections) == (2, 3, 1)
    meeting = ours.search(SearchRequest("云州白石两市联席会议")).ids()
    remarks = {note.remark for number in meeting for note in ours.notes(number)}
    assert remarks == {"我们的", "他们的"}
    (note,) = ours.notes(one(ours, "云白铁路动工"))
    assert (note.remark, note.hold) == ("日期？", Hold.EXACT)
    assert ours.corrected_particulars(one(ours, "蓝天")).page == "4"
    names = {each.name: each for each in ours.collections()}
    assert names["会议"].parent == names["铁路"].number and names["检索"].request is not None
    assert [each.title for each in ours.collected(names["会议"].number)] == ["云州白石两市联席会议召开"]
    assert ours.find_entity(MentionType.PERSON, "费云帆") is not None
    assert "费云帆（白石）" in {e.name for e in ours.entities(one(ours, "蓝天"))}


def test_a_note_that_both_have_changed_stays_twice(ours: Archive, tmp_path: Path) -> None:
    number = noted(ours, "云州白石两市联席会议", "岑绍文主持会议", "原来的")
    copy = tmp_path / "copy.juanzong"
    ours._catalogue.reading.execute("SELECT 1")
    with sqlite3.connect(ours.path / "catalogue.sqlite") as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    db.close()
    shutil.copytree(ours.path, copy)
    with Archive.open(copy) as other:
        other.change_notes([number], remark="同事改的")
    ours.change_notes([number], remark="我改的")
    assert ours.take_in(copy, workers=0).notes == 1
    assert {note.remark for note in ours.notes()} == {"我改的", "同事改的"}
    assert ours.take_in(copy, workers=0).notes == 0


def test_what_can_be_undone_is_left_and_a_backup_is_made(ours: Archive, theirs: Archive) -> None:
    shutil.rmtree(ours.path / "backups")
    before = files(theirs.path)
    ours.take_in(theirs.path, workers=0)
    assert len(ours.backups()) == 1
    after = files(theirs.path)
    assert {name: data for name, data in after.items() if "-shm" not in name} == {
        name: data for name, data in before.items() if "-shm" not in name
    }


def test_a_cancelled_merge_goes_on_the_next_time(
    ours: Archive, theirs: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.archive.transfer._SHARE", 2)
    control = Control()
    report = ours.take_in(
        theirs.path,
        workers=0,
        control=control,
        progress=lambda now: control.cancel() if now.phase == "reading" else None,
    )
    assert report.cancelled and 0 < report.added < 5
    assert ours.take_in(theirs.path, workers=0).added == 5 - report.added
    assert ours.check() == ()


def test_a_smaller_archive_holds_what_was_chosen_and_nothing_else(ours: Archive, tmp_path: Path) -> None:
    chosen = [one(ours, "第7号"), one(ours, "第9号"), one(ours, "云州白石两市联席会议")]
    noted(ours, "第7号", "白石湖水位", "水位")
    noted(ours, "第8号", "白石湖水位", "不该给的")
    collection = ours.make_collection("湖", ids=[chosen[0], one(ours, "第8号")]).numbers[0]
    ours.make_collection("别的", ids=chosen)
    out = tmp_path / "给同事.juanzong"
    report = ours.hand_over(out, chosen, collections=[collection], workers=0)
    assert (report.added, report.notes, report.collections, report.originals) == (3, 1, 1, 3)
    with Archive.open(out) as small:
        assert small.stats().articles == 3
        assert total(small, "白石湖") == 2
        assert [note.remark for note in small.notes()] == ["水位"]
        assert [(c.name, c.articles, c.missing) for c in small.collections()] == [("湖", 1, 0)]
        assert small.find("r-7") is not None
        assert json.loads(small.original(one(small, "第7号")))["id"] == "r-7"
        assert small.check() == ()
    everything = b"".join(
        gzip.decompress(data) if name.endswith(".gz") else data for name, data in files(out).items()
    )
    assert "第8号通报".encode() not in everything
    assert "不该给的".encode() not in everything


def test_a_smaller_archive_without_originals_and_notes(ours: Archive, tmp_path: Path) -> None:
    noted(ours, "第7号", "白石湖水位", "水位")
    out = tmp_path / "small.juanzong"
    report = ours.hand_over(out, [one(ours, "第7号")], originals=False, notes=False, workers=0)
    assert (report.originals, report.originals_missing, report.notes) == (0, 1, 0)
    with Archive.open(out) as small:
        assert small.notes() == ()
    assert not [name for name in files(out) if name.startswith("originals/") and name.endswith(".gz")]


def test_there_and_back_again_adds_nothing_but_new_notes(ours: Archive, tmp_path: Path) -> None:
    out = tmp_path / "small.juanzong"
    ours.hand_over(out, [one(ours, "第7号"), one(ours, "云州白石两市联席会议")], workers=0)
    with Archive.open(out) as small:
        noted(small, "第7号", "费云帆到场察看", "同事的话")
    report = ours.take_in(out, workers=0)
    assert (report.added, report.duplicates, report.notes) == (0, 2, 1)
    assert [note.hold for note in ours.notes(one(ours, "第7号"))] == [Hold.EXACT]


def test_nothing_is_left_of_a_hand_over_that_was_stopped(ours: Archive, tmp_path: Path) -> None:
    control = Control()
    control.cancel()
    out = tmp_path / "small.juanzong"
    with pytest.raises(Cancelled):
        ours.hand_over(out, [one(ours, "第7号")], control=control, workers=0)
    assert not out.exists()
    out.mkdir()
    (out / "mine.txt").write_text("x", encoding="utf-8")
    with pytest.raises(ArchiveExists):
        ours.hand_over(out, [one(ours, "第7号")], workers=0)
    assert (out / "mine.txt").exists()


def test_what_is_no_archive_or_the_archive_itself_is_refused(ours: Archive, tmp_path: Path) -> None:
    with pytest.raises(ArchiveMissing):
        ours.take_in(tmp_path / "nothing")
    with pytest.raises(TransferRefused):
        ours.take_in(ours.path)


# --- archives made to do harm ---------------------------------------------------------------------------


def spoil(path: Path, *statements: str) -> None:
    with sqlite3.connect(path / "catalogue.sqlite") as db:
        for statement in statements:
            db.execute(statement)
    db.close()


@pytest.mark.parametrize(
    ("statement", "error"),
    [
        ("CREATE TRIGGER t AFTER INSERT ON note BEGIN SELECT 1; END", ArchiveDamaged),
        ("CREATE VIEW v AS SELECT 1", ArchiveDamaged),
        ("PRAGMA user_version = 99", ArchiveTooNew),
        ("PRAGMA user_version = -1", ArchiveDamaged),
        ("DROP TABLE note", ArchiveDamaged),
    ],
)
def test_a_catalogue_with_programs_or_of_another_kind_is_refused(
    ours: Archive, theirs: Archive, statement: str, error: type[Exception]
) -> None:
    path = theirs.path
    theirs.close()
    spoil(path, statement)
    before = ours.stats().articles
    with pytest.raises(error):
        ours.take_in(path, workers=0)
    assert ours.stats().articles == before and ours.check() == ()


def test_garbage_in_place_of_a_catalogue_is_refused(ours: Archive, theirs: Archive) -> None:
    path = theirs.path
    theirs.close()
    for journal in path.glob("catalogue.sqlite-*"):
        journal.unlink()
    data = bytearray((path / "catalogue.sqlite").read_bytes())
    data[4096:12288] = os.urandom(8192)
    (path / "catalogue.sqlite").write_bytes(data)
    with pytest.raises(ArchiveDamaged):
        ours.take_in(path, workers=0)
    assert ours.check() == ()


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_links_are_refused(ours: Archive, theirs: Archive, tmp_path: Path) -> None:
    path = theirs.path
    theirs.close()
    (tmp_path / "secret").write_text("geheim", encoding="utf-8")
    (path / "originals" / "zz").symlink_to(tmp_path)
    with pytest.raises(ArchiveDamaged):
        ours.take_in(path, workers=0)


def test_cells_of_wrong_kinds_are_passed_over(ours: Archive, theirs: Archive) -> None:
    noted(theirs, "蓝天", "秘书长", "好的")
    theirs.make_collection("任免", ids=[one(theirs, "蓝天")])
    theirs.make_collection("坏的")
    path = theirs.path
    theirs.close()
    spoil(
        path,
        "UPDATE article SET body = x'ff00ff' WHERE id = 1",
        "UPDATE article SET date = 'DROP TABLE' WHERE id = 2",
        "UPDATE article SET repairs = '{\"a\": 1}' WHERE id = 3",
        "UPDATE article SET title = CAST(x'fffe41' AS TEXT) WHERE id = 4",
        "UPDATE article SET start = -5, length = 99999999999 WHERE id = 5",
        "UPDATE article SET encoding_confidence = 'x' WHERE id = 6",
        "UPDATE collection SET request = '[[[' WHERE name = '坏的'",
        "INSERT INTO note SELECT 'x', 77, kind, origin, text_key, title, 'a', 'b', end, quote, before, after,"
        " colour, remark, '[1', done, created_at, changed_at FROM note",
        "INSERT INTO particulars VALUES ('r-29', x'00', '{', '')",
    )
    report = ours.take_in(path, workers=0)
    assert report.refused >= 3
    assert report.added + report.duplicates + report.refused == 7
    assert {each.name for each in ours.collections()} <= {"任免"}
    for note in ours.notes():
        assert note.remark == "好的"
    assert ours.check() == ()


def test_originals_that_are_not_what_they_claim_are_left_behind(ours: Archive, theirs: Archive) -> None:
    number = one(theirs, "蓝天")
    path = theirs.path
    theirs.close()
    for place in (path / "originals").rglob("*.gz"):
        place.write_bytes(gzip.compress(b"something else entirely"))
    report = ours.take_in(path, workers=0)
    assert report.added == 5 and report.originals_missing >= 1
    assert number
    assert list((ours.path / "originals").rglob("new-*")) == []
    assert ours.check() == ()


def test_an_original_that_unpacks_without_end_is_left_behind(
    ours: Archive, theirs: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.archive.transfer._LARGEST", 20)
    report = ours.take_in(theirs.path, workers=0)
    assert report.added == 5 and report.originals < 5
