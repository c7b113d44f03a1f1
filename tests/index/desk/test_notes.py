"""Notes hold on to their words, whatever becomes of the article."""

from __future__ import annotations

import shutil
import sqlite3
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.archive import Archive
from index.catalogue.desk import NOTE, rows
from index.desk import journal
from index.desk.anchoring import passage, placed
from index.errors import ArchiveReadOnly, ArticleMissing
from index.model import Hold, NoteColour, NoteKind, Passage
from index.paths import resource
from tests.index.desk.conftest import TEXT, number_of, words_in

RAILWAY = "共同推进云白铁路建设"


@pytest.fixture
def meeting(archive: Archive) -> int:
    return number_of(archive, "联席会议")


def noted(archive: Archive, article_id: int, words: str, **more: object) -> int:
    return archive.add_notes(article_id, [words_in(archive, article_id, words)], **more).numbers[0]  # type: ignore[arg-type]


def ruin(path: Path) -> None:
    for part in path.parent.glob(path.name + "-*"):
        part.unlink()
    path.write_bytes(b"ruined" * 300)


def test_a_note_lies_on_its_words(archive: Archive, meeting: int) -> None:
    number = noted(
        archive, meeting, RAILWAY, colour=NoteColour.GREEN, remark="查开工日期", tags=["铁路", "待查"]
    )
    (note,) = archive.notes(meeting)
    assert (note.number, note.kind, note.hold) == (number, NoteKind.PASSAGE, Hold.EXACT)
    assert note.passage is not None and note.passage.quote == RAILWAY
    assert (note.colour, note.remark, note.tags) == (NoteColour.GREEN, "查开工日期", ("铁路", "待查"))
    assert (note.title, note.date, note.source) == ("云州白石两市联席会议召开", "2024-03-05", "云州日报")
    assert archive.notes() == (note,)
    assert dict(archive.note_tags()) == {"铁路": 1, "待查": 1}


def test_words_of_the_title_can_be_noted(archive: Archive, meeting: int) -> None:
    archive.add_notes(meeting, [Passage(0, 2, in_title=True), Passage(0, 3)])
    first, second = archive.notes(meeting)
    assert first.passage is not None and first.passage.quote == "云州" and first.passage.in_title
    assert second.passage is not None and not second.passage.in_title


def test_every_change_can_be_undone_and_done_again(archive: Archive, meeting: int) -> None:
    made = archive.add_notes(meeting, [words_in(archive, meeting, RAILWAY)], remark="一")
    number = made.numbers[0]
    changed = archive.change_notes([number], remark="二", colour=NoteColour.PINK, tags=["甲", " 甲 ", ""])
    assert archive.notes()[0].tags == ("甲",)
    gone = archive.delete_notes([number])
    assert archive.notes() == ()
    back = archive.take_back(gone)
    assert archive.notes()[0].remark == "二"
    archive.take_back(back)
    assert archive.notes() == ()
    archive.take_back(gone)
    archive.take_back(changed)
    (note,) = archive.notes()
    assert (note.remark, note.colour, note.tags, note.number) == ("一", NoteColour.YELLOW, (), number)
    archive.take_back(made)
    assert archive.notes() == ()


def test_an_undone_deletion_finds_a_number_when_its_own_was_given_away(
    archive: Archive, meeting: int
) -> None:
    noted(archive, meeting, "云州市委书记")
    gone = archive.delete_notes([1])
    noted(archive, meeting, "白石市市长")
    archive.take_back(gone)
    assert sorted(note.number for note in archive.notes()) == [1, 2]
    assert {note.passage.quote for note in archive.notes() if note.passage} == {"云州市委书记", "白石市市长"}


def test_a_note_follows_its_words_into_a_new_version(archive: Archive, folder: Path, meeting: int) -> None:
    noted(archive, meeting, RAILWAY)
    second = "会议强调要共同推进"
    noted(archive, meeting, second)
    text = TEXT.replace("　　3月4日", "　　本报云州讯（记者闵小满）三地瞩目的盛会。\n　　3月4日")
    text = text.replace("岑绍文主持会议", "岑绍文主持会议并讲话")
    (folder / "会议.txt").write_text(text, encoding="gb18030")
    assert archive.import_paths([folder], workers=0).imported == 1
    new = number_of(archive, "联席会议")
    assert new != meeting
    notes = archive.notes(new)
    assert [note.hold for note in notes] == [Hold.MOVED, Hold.MOVED]
    body = archive.article(new).body
    assert [body[n.passage.start : n.passage.end] for n in notes if n.passage] == [RAILWAY, second]
    assert archive.notes(meeting) == ()


def test_a_note_follows_into_the_other_script_and_other_marks(
    archive: Archive, folder: Path, meeting: int
) -> None:
    noted(archive, meeting, "岑绍文主持会议，白石市市长费云帆")
    text = TEXT.replace("岑绍文主持会议，白石市市长费云帆出席", "岑紹文主持會議、白石市市長費雲帆出席")
    (folder / "会议.txt").write_text(text, encoding="utf-8")
    archive.import_paths([folder], workers=0)
    (note,) = archive.notes(number_of(archive, "联席会议"))
    assert note.hold is Hold.MOVED
    assert note.passage is not None and note.passage.quote == "岑紹文主持會議、白石市市長費雲帆"


def test_a_note_on_words_that_were_changed_lies_on_the_new_words(
    archive: Archive, folder: Path, meeting: int
) -> None:
    noted(archive, meeting, "强调要共同推进云白铁路建设")
    text = TEXT.replace("强调要共同推进云白铁路建设", "强调要加快推进云白铁路的建设")
    (folder / "会议.txt").write_text(text, encoding="utf-8")
    archive.import_paths([folder], workers=0)
    (note,) = archive.notes(number_of(archive, "联席会议"))
    assert note.hold is Hold.CHANGED
    assert note.passage is not None and note.passage.quote == "强调要加快推进云白铁路的建设"


def test_a_note_whose_words_are_gone_says_so_and_keeps_them(
    archive: Archive, folder: Path, meeting: int
) -> None:
    noted(archive, meeting, RAILWAY, remark="要紧")
    (folder / "会议.txt").write_text(TEXT.replace("，强调要" + RAILWAY, ""), encoding="utf-8")
    archive.import_paths([folder], workers=0)
    (note,) = archive.notes(number_of(archive, "联席会议"))
    assert (note.hold, note.remark) == (Hold.LOST, "要紧")
    assert note.passage is not None and note.passage.quote == RAILWAY
    new = number_of(archive, "联席会议")
    archive.change_notes([note.number], place=words_in(archive, new, "跨江大桥"))
    (note,) = archive.notes(new)
    assert note.hold is Hold.EXACT and note.passage is not None and note.passage.quote == "跨江大桥"


def test_a_note_whose_article_is_gone_is_still_listed(archive: Archive, folder: Path, meeting: int) -> None:
    noted(archive, meeting, RAILWAY)
    (folder / "会议.txt").write_text("无题\n\n别的文章，说的是别的事情，与会议无关。\n", encoding="utf-8")
    archive.import_paths([folder], workers=0)
    note = archive.notes()[0]
    assert note.hold in (Hold.LOST, Hold.GONE) and note.passage is not None
    assert note.passage.quote == RAILWAY


def test_a_note_goes_with_the_text_when_its_file_was_moved(
    archive: Archive, folder: Path, meeting: int
) -> None:
    noted(archive, meeting, RAILWAY)
    with archive._catalogue.writing() as db:
        db.execute("UPDATE article SET origin = 'elsewhere' WHERE id = ?", (meeting,))
    (note,) = archive.notes(meeting)
    assert (note.hold, note.article_id) == (Hold.EXACT, meeting)


def test_stars_and_the_reading_list(archive: Archive, meeting: int) -> None:
    other = number_of(archive, "任免")
    archive.set_star([meeting, other], True)
    again = archive.set_star([meeting], True)
    assert again.count == 0
    assert archive.articles_noted(NoteKind.STAR) == {meeting, other}
    archive.set_star([other], False)
    assert archive.articles_noted(NoteKind.STAR) == {meeting}
    archive.set_to_read([other], True)
    archive.set_read([other])
    (line,) = archive.notes(other)
    assert (line.kind, line.done, line.passage) == (NoteKind.TO_READ, True, None)


def test_a_tag_can_be_renamed_everywhere(archive: Archive, meeting: int) -> None:
    noted(archive, meeting, "云州市委书记", tags=["旧", "他"])
    noted(archive, meeting, "白石市市长", tags=["旧"])
    edit = archive.rename_tag("旧", "新")
    assert dict(archive.note_tags()) == {"新": 2, "他": 1}
    archive.take_back(edit)
    assert dict(archive.note_tags()) == {"旧": 2, "他": 1}
    archive.rename_tag("他", "")
    assert dict(archive.note_tags()) == {"旧": 2}


def test_an_article_that_is_not_there_takes_no_note(archive: Archive) -> None:
    with pytest.raises(ArticleMissing):
        archive.add_notes(999, [Passage(0, 1)])
    assert archive.notes() == ()


def test_an_archive_opened_to_read_shows_notes_and_takes_none(archive: Archive, meeting: int) -> None:
    noted(archive, meeting, RAILWAY)
    with Archive.open(archive.path, read_only=True) as reading:
        assert len(reading.notes()) == 1
        with pytest.raises(ArchiveReadOnly):
            reading.set_star([meeting], True)


def test_an_archive_of_an_earlier_format_opened_to_read_has_no_notes(archive: Archive) -> None:
    path = archive.path
    archive.close()
    (path / "catalogue.sqlite").unlink()
    with sqlite3.connect(path / "catalogue.sqlite") as db:
        for script in sorted((resource("..") / "index" / "catalogue" / "migrations").glob("*.sql"))[:4]:
            db.executescript(script.read_text(encoding="utf-8"))
        db.execute("PRAGMA user_version = 4")
    db.close()
    with Archive.open(path, read_only=True) as reading:
        assert reading.notes() == () and reading.collections() == () and reading.note_tags() == ()
        assert reading.articles_noted(NoteKind.STAR) == frozenset()
    with Archive.open(path) as migrated:
        assert migrated.notes() == ()
        assert migrated.make_collection("新").numbers == (1,)


def test_notes_can_be_made_while_somebody_else_writes(archive: Archive, meeting: int) -> None:
    done = threading.Event()

    def note() -> None:
        noted(archive, meeting, RAILWAY)
        done.set()

    with archive._lock:
        thread = threading.Thread(target=note)
        thread.start()
        thread.join(20)
    assert done.is_set()


def test_a_ruined_catalogue_gives_every_note_back(archive: Archive, folder: Path, meeting: int) -> None:
    noted(archive, meeting, RAILWAY, remark="先")
    archive.back_up()
    archive.change_notes([1], remark="后")
    noted(archive, meeting, "云州市委书记", remark="备份之后")
    archive.set_star([meeting], True)
    archive.set_star([meeting], False)
    collection = archive.make_collection("两市", ids=[meeting]).numbers[0]
    path = archive.path
    archive.close()
    shutil.rmtree(folder)
    ruin(path / "catalogue.sqlite")
    Archive.recover(path, workers=0)
    with Archive.open(path) as again:
        assert sorted(note.remark for note in again.notes()) == ["后", "备份之后"]
        assert all(note.hold is Hold.EXACT for note in again.notes())
        assert [one.title for one in again.collected(collection)] == ["云州白石两市联席会议召开"]
        again.catch_up(workers=0)
        assert again.check() == ()


def test_a_ruined_catalogue_without_any_backup_gives_every_note_back(archive: Archive, meeting: int) -> None:
    noted(archive, meeting, RAILWAY, remark="要紧")
    path = archive.path
    archive.close()
    shutil.rmtree(path / "backups")
    ruin(path / "catalogue.sqlite")
    Archive.recover(path, workers=0)
    with Archive.open(path) as again:
        (note,) = again.notes()
        assert (note.remark, note.hold) == ("要紧", Hold.EXACT)


def test_a_restored_backup_has_the_notes_of_today(archive: Archive, meeting: int) -> None:
    noted(archive, meeting, RAILWAY)
    copy = archive.back_up()
    noted(archive, meeting, "云州市委书记", remark="备份之后")
    archive.delete_notes([1])
    path = archive.path
    archive.close()
    Archive.restore(path, copy)
    with Archive.open(path) as again:
        assert [note.remark for note in again.notes()] == ["备份之后"]


def test_check_finds_and_mends_a_damaged_or_missing_journal(archive: Archive, meeting: int) -> None:
    noted(archive, meeting, RAILWAY)
    noted(archive, meeting, "云州市委书记")
    assert archive.check() == ()
    path = archive.path / journal.NAME
    for harm in ("remove", "flip", "tear"):
        data = bytearray(path.read_bytes())
        if harm == "remove":
            path.unlink()
        elif harm == "flip":
            data[len(data) // 3] ^= 1
            path.write_bytes(data)
        else:
            path.write_bytes(data[:-20])
        assert [problem.code for problem in archive.check()] == ["check.desk_journal"]
        assert all(problem.mended for problem in archive.check(repair=True))
        assert archive.check() == ()
        assert len(archive.notes()) == 2


def test_check_takes_up_what_only_the_journal_knows(archive: Archive, meeting: int) -> None:
    noted(archive, meeting, RAILWAY)
    with archive._catalogue.writing() as db:
        db.execute("DELETE FROM note")
    assert [problem.code for problem in archive.check()] == ["check.desk_behind"]
    archive.check(repair=True)
    assert len(archive.notes()) == 1


def test_a_torn_last_line_spoils_no_other(archive: Archive, meeting: int) -> None:
    noted(archive, meeting, RAILWAY)
    path = archive.path / journal.NAME
    with path.open("ab") as file:
        file.write(b'0123abcd {"table": "no')
    noted(archive, meeting, "云州市委书记")
    entries, damaged = journal.read(archive.path)
    assert (len(entries), damaged) == (2, 1)


def test_the_journal_is_made_small_again(
    archive: Archive, meeting: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal, "_ROOMY", 2000)
    noted(archive, meeting, RAILWAY)
    archive.set_star([meeting], True)
    archive.set_star([meeting], False)
    for turn in range(60):
        archive.change_notes([1], remark=f"第{turn}次")
    assert (archive.path / journal.NAME).stat().st_size < 12_000
    entries, damaged = journal.read(archive.path)
    assert damaged == 0 and len(entries) == 2
    assert archive.check() == ()


def test_rows_that_no_program_wrote_are_not_taken_up(archive: Archive, meeting: int) -> None:
    noted(archive, meeting, RAILWAY)
    row = next(rows(archive._catalogue.reading, NOTE))
    for column, value in (("tags", "[["), ("start", "x"), ("text_key", b"short"), ("remark", 5), ("uid", "")):
        at = NOTE.columns.index(column)
        bad = journal.Entry(NOTE, ("u",), "9999", (*row[:at], value, *row[at + 1 :]))
        if isinstance(value, bytes | int | str):
            line = journal._line(bad)
            assert journal._parsed(line.rstrip("\n")) is None, column


@given(
    st.text(alphabet="云州白石两市联席会议召开，。 \n", max_size=200),
    st.integers(0, 200),
    st.integers(0, 40),
    st.text(alphabet="甲乙丙，", max_size=30),
    st.integers(0, 200),
)
def test_words_that_were_not_touched_are_found_again(
    text: str, start: int, length: int, added: str, at: int
) -> None:
    where = passage(text, start, start + length)
    at = min(at, len(text))
    changed = text[:at] + added + text[at:]
    if where.start < at < where.end or not where.quote.strip("，。 \n"):
        return
    hold, now = placed(changed, where)
    assert hold in (Hold.EXACT, Hold.MOVED)
    assert changed[now.start : now.end].replace(" ", "").strip("，。\n") in where.quote.replace(" ", "") or (
        hold is Hold.MOVED
    )
