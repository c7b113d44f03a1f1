"""Files change, go and come back; the archive follows and loses nothing."""

from __future__ import annotations

import os
import shutil
import threading
import zipfile
from pathlib import Path

import pytest

from index.archive import Archive
from index.archive.volume import is_remote
from index.archive.watching import FolderWatch
from index.control import Control
from index.errors import FolderUnfit
from index.model import Fate, FolderLook, SearchRequest
from tests.index.archive.conftest import MEETING

LONG_AGO = (10**18, 10**18)


def article_of(archive: Archive, path: Path) -> int:
    found = archive.find(str(path))
    assert found is not None
    return found


def settle(folder: Path) -> None:
    """Let all files look as if nobody had written to them for long."""
    for path in folder.rglob("*"):
        os.utime(path, ns=LONG_AGO)


def test_an_older_version_keeps_its_text_and_its_bytes(archive: Archive, folder: Path) -> None:
    file = folder / "联席会议.txt"
    before = file.read_bytes()
    archive.import_paths([folder], workers=0)
    older = article_of(archive, file)
    file.write_text(MEETING.replace("岑绍文", "尉迟明远"), encoding="utf-8")
    archive.import_paths([folder], workers=0)
    newer = article_of(archive, file)
    assert [(one.id, one.current) for one in archive.versions(older)] == [(newer, True), (older, False)]
    assert archive.versions(newer) == archive.versions(older)
    assert "岑绍文" in archive.article(older).body and archive.article(older).superseded
    assert "尉迟明远" in archive.article(newer).body and not archive.article(newer).superseded
    assert archive.original(older) == before
    assert archive.original(newer) == file.read_bytes()
    assert archive.check() == ()


def test_a_record_that_did_not_change_is_found_at_its_new_place(archive: Archive, folder: Path) -> None:
    records = folder / "records.jsonl"
    archive.import_paths([records], workers=0)
    number = archive.find("r-5")
    assert number is not None
    lines = records.read_text(encoding="utf-8").splitlines(keepends=True)
    longer = [lines[0].replace("通报", "很长很长的通报"), *lines[1:]]
    records.write_text("".join(longer), encoding="utf-8", newline="\n")
    archive.import_paths([records], workers=0)
    assert archive.find("r-5") == number
    assert archive.original(number) == lines[5].rstrip("\n").encode()


def test_a_file_that_went_is_marked_and_its_article_stays(archive: Archive, folder: Path) -> None:
    file = folder / "联席会议.txt"
    archive.import_paths([folder], workers=0)
    number = article_of(archive, file)
    content = file.read_bytes()
    file.unlink()
    report = archive.import_paths([folder], workers=0)
    assert report.gone == 1
    assert Fate.GONE in {line.fate for line in archive.file_reports(report.run_id) if line.file == str(file)}
    assert archive.article(number).gone_at is not None
    assert archive.search(SearchRequest("岑绍文")).total == 2
    assert archive.original(number) == content
    assert archive.import_paths([folder], workers=0).gone == 0  # told once

    file.write_bytes(content)
    archive.import_paths([folder], workers=0)
    assert archive.article(number).gone_at is None
    assert article_of(archive, file) == number


def test_a_folder_out_of_reach_marks_nothing(archive: Archive, folder: Path, tmp_path: Path) -> None:
    archive.import_paths([folder], workers=0)
    folder.rename(tmp_path / "elsewhere")
    report = archive.import_paths([folder], workers=0)
    assert (report.gone, [line.reason for line in report.failed]) == (0, ["reason.not_there"])
    (tmp_path / "elsewhere").rename(folder)
    assert archive.import_paths([folder], workers=0).unchanged == 3


def test_only_files_below_the_folders_asked_for_are_missed(archive: Archive, folder: Path) -> None:
    other = folder / "sub"
    other.mkdir()
    (other / "a.txt").write_text(MEETING, encoding="utf-8")
    archive.import_paths([folder], workers=0)
    (folder / "联席会议.txt").unlink()
    assert archive.import_paths([other], workers=0).gone == 0


def test_a_watching_pass_leaves_no_trace_unless_something_changed(archive: Archive, folder: Path) -> None:
    settle(folder)
    first = archive.import_paths([folder], workers=0, watching=True)
    assert first.imported == 32
    runs = archive.import_runs()
    again = archive.import_paths([folder], workers=0, watching=True)
    assert (again.run_id, again.unchanged) == (0, 3)
    assert archive.import_runs() == runs
    (folder / "联席会议.txt").unlink()
    third = archive.import_paths([folder], workers=0, watching=True)
    assert [line.fate for line in archive.file_reports(third.run_id)] == [Fate.GONE]


def test_a_watching_pass_leaves_failed_files_alone_until_they_change(
    archive: Archive, tmp_path: Path
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.docx").write_bytes(b"PK\x03\x04 no document")
    settle(folder)
    assert len(archive.import_paths([folder], workers=0, watching=True).failed) == 1
    assert archive.import_paths([folder], workers=0, watching=True).run_id == 0
    assert len(archive.import_paths([folder], workers=0).failed) == 1


def test_a_file_that_is_being_written_is_left_for_later(archive: Archive, folder: Path) -> None:
    settle(folder)
    (folder / "new.txt").write_text(MEETING[: len(MEETING) // 2], encoding="utf-8")
    report = archive.import_paths([folder], workers=0, watching=True)
    assert (report.imported, report.unsettled) == (32, 1)


def test_watched_folders_are_remembered(tmp_path: Path, folder: Path) -> None:
    with Archive.create(tmp_path / "a") as archive:
        archive.watch(folder)
        archive.pause_watching(str(folder), True)
    with Archive.open(tmp_path / "a") as archive:
        (one,) = archive.watched_folders()
        assert (one.path, one.paused) == (str(folder), True)
        archive.watch(folder)
        assert not archive.watched_folders()[0].paused
        archive.unwatch(str(folder))
        assert archive.watched_folders() == ()


def test_a_folder_that_is_missing_or_part_of_the_archive_is_refused(archive: Archive, tmp_path: Path) -> None:
    for folder in (tmp_path / "none", archive.path, archive.path / "originals"):
        with pytest.raises(FolderUnfit):
            archive.watch(folder)


class Looks:
    """Looks of a watch in a thread, for tests to wait for."""

    def __init__(self, folder: Path) -> None:
        self.folders: list[tuple[Path, ...]] = []
        self.again = False
        self._came = threading.Semaphore(0)
        self._control = Control()
        self._watch = FolderWatch([folder])
        self._thread = threading.Thread(target=self._watch.run, args=(self._look, self._control))

    def _look(self, folders: tuple[Path, ...]) -> bool:
        self.folders.append(folders)
        self._came.release()
        return self.again

    def wait(self) -> None:
        assert self._came.acquire(timeout=60)

    def __enter__(self) -> Looks:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._control.cancel()
        self._thread.join()


def test_a_watch_looks_at_once_and_after_changes(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.archive.watching._QUIET", 0.05)
    with Looks(folder) as looks:
        looks.wait()
        (folder / "deep").mkdir()
        (folder / "deep" / "new.txt").write_text("新", encoding="utf-8")
        looks.wait()
    assert set(looks.folders) == {(folder,)}
    assert threading.active_count() == 1


def test_what_is_not_settled_is_looked_at_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.archive.watching._QUIET", 0.05)
    looks = Looks(folder)
    looks.again = True
    with looks:
        looks.wait()
        looks.wait()


def test_a_folder_on_another_computer_is_looked_at_in_turn(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.archive.watching.is_remote", lambda _: True)
    monkeypatch.setattr("index.archive.watching._LOOK_AT_SHARES", 0.05)
    with Looks(folder) as looks:
        for _ in range(3):
            looks.wait()


def test_a_watch_survives_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with Looks(tmp_path / "none") as looks:
        looks.wait()


def test_a_look_tells_what_an_import_would_do(archive: Archive, folder: Path) -> None:
    settle(folder)
    assert len(archive.look([folder]).to_read) == 3
    archive.import_paths([folder], workers=0)
    assert archive.look([folder, folder.parent / "none"]) == FolderLook(
        unreachable=(str(folder.parent / "none"),)
    )
    (folder / "联席会议.txt").unlink()
    (folder / "new.txt").write_text(MEETING, encoding="utf-8")
    look = archive.look([folder])
    assert (look.to_read, look.gone, look.unsettled) == ((), 1, 1)


def test_a_local_folder_is_not_remote(tmp_path: Path) -> None:
    assert not is_remote(tmp_path)


def test_files_moved_within_a_watched_folder_come_in_under_their_new_name(
    archive: Archive, folder: Path
) -> None:
    settle(folder)
    archive.import_paths([folder], workers=0, watching=True)
    shutil.move(folder / "联席会议.txt", folder / "改名.txt")
    report = archive.import_paths([folder], workers=0, watching=True)
    assert (report.gone, report.duplicates) == (1, 1)


def test_the_text_as_it_came_is_read_from_any_format(archive: Archive, folder: Path) -> None:
    documents = Path(__file__).parents[1] / "importing" / "files"
    shutil.copy(documents / "agreement.docx", folder)
    with zipfile.ZipFile(folder / "包.zip", "w") as package:
        package.writestr("里面/会议.txt", MEETING.encode("gb18030"))
        package.write(documents / "agreement.pdf", "agreement.pdf")
    (folder / "页.html").write_text(
        "<html><head><meta charset='utf-8'><title>云州召开防汛会议</title></head><body>"
        "<ul><li><a href='/'>首页</a></li></ul><h1>云州召开防汛会议</h1>"
        "<p>3月4日，云州市召开防汛工作会议，研究部署有关工作，强调要压实责任。</p></body></html>",
        encoding="utf-8",
    )
    archive.import_paths([folder], workers=0)

    def came(origin: str) -> str:
        number = archive.find(origin)
        assert number is not None
        return archive.as_it_came(number)

    assert came(str(folder / "联席会议.txt")) == MEETING
    assert came(f"{folder / '包.zip'}#里面/会议.txt") == MEETING
    assert "发布时间" in came(str(folder / "agreement.docx"))
    assert "发布时间" in came(f"{folder / '包.zip'}#agreement.pdf")
    assert came(str(folder / "页.html")).startswith("首页\n云州召开防汛会议\n")
    assert came("r-7").startswith("第7号通报\n临江省第7号通报发布。")
