"""Opening, making and importing, with real archives on the disk."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.library import ImportState, Librarian, Stage
from desktop_app.session import Session
from desktop_app.tasks import Tasks
from index.archive import Archive
from index.errors import ArchiveMissing, ArchiveTooNew, DiskFull
from index.model import ImportReport, SearchRequest


@pytest.fixture
def librarian(session: Session, tasks: Tasks, monkeypatch: pytest.MonkeyPatch) -> Iterator[Librarian]:
    """A librarian whose imports run in one process."""
    monkeypatch.setattr("index.archive.upkeep.default_count", lambda: 0)
    yield Librarian(session, tasks)
    tasks.shutdown()
    if session.archive is not None:
        session.archive.close()


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A folder with two articles and a file that cannot be read."""
    folder = tmp_path / "剪报"
    folder.mkdir()
    for number, place in enumerate(("永修县", "德安县")):
        head = f"{place}召开联席会议\n2025年8月2{number}日\n"
        text = f"{head}　　{place}今天召开联席会议，研究部署有关工作。与会代表作了发言。\n"
        (folder / f"{place}.txt").write_text(text, "utf-8")
    (folder / "空.txt").write_bytes(b"")
    return folder


def wait_for_rest(qtbot: QtBot, librarian: Librarian, tasks: Tasks) -> None:
    qtbot.waitUntil(lambda: not librarian.working and not tasks.busy(), timeout=30_000)


def test_a_new_archive_is_made_filled_and_searchable(
    qtbot: QtBot, librarian: Librarian, session: Session, tasks: Tasks, tmp_path: Path, articles: Path
) -> None:
    states: list[ImportState] = []
    librarian.import_changed.connect(states.append)
    with qtbot.waitSignal(session.archive_content_changed, timeout=30_000):
        librarian.create(tmp_path / "新.juanzong", [articles])
    wait_for_rest(qtbot, librarian, tasks)
    assert session.archive is not None
    assert session.archive.search(SearchRequest("聯席會議")).total == 2
    assert librarian.not_indexed == 0
    assert {state.stage for state in states} >= {Stage.IMPORTING, Stage.DONE}
    report = librarian.state.report
    assert report is not None
    assert report.imported == 2
    assert [Path(each.file).name for each in report.failed] == ["空.txt"]
    librarian.dismiss()
    assert librarian.state == ImportState()


def test_an_archive_that_is_not_there_is_told_and_nothing_changes(
    qtbot: QtBot, librarian: Librarian, session: Session, tmp_path: Path
) -> None:
    with qtbot.waitSignal(session.trouble) as told:
        librarian.open(tmp_path / "gone.juanzong")
    assert isinstance(told.args[0], ArchiveMissing)
    assert session.archive is None
    assert librarian.recent() == []


def test_an_archive_of_a_newer_program_is_refused(
    qtbot: QtBot, librarian: Librarian, session: Session, tmp_path: Path
) -> None:
    path = tmp_path / "new.juanzong"
    Archive.create(path).close()
    (path / "archive.json").write_text('{"format": 999}', "utf-8")
    with qtbot.waitSignal(session.trouble) as told:
        librarian.open(path)
    assert isinstance(told.args[0], ArchiveTooNew)


def test_the_folder_around_an_archive_or_inside_it_will_do(
    qtbot: QtBot, librarian: Librarian, session: Session, tasks: Tasks, tmp_path: Path
) -> None:
    path = tmp_path / "around" / "库.juanzong"
    Archive.create(path).close()
    for chosen in (path.parent, path / "originals"):
        with qtbot.waitSignal(session.archive_changed):
            librarian.open(chosen)
        wait_for_rest(qtbot, librarian, tasks)
        assert session.archive is not None
        assert session.archive.path == path
    assert librarian.recent() == [path]


def test_opened_archives_are_remembered_latest_first(
    qtbot: QtBot, librarian: Librarian, session: Session, tasks: Tasks, tmp_path: Path
) -> None:
    paths = [tmp_path / f"{name}.juanzong" for name in ("甲", "乙")]
    for path in paths:
        Archive.create(path).close()
    for path in (*paths, paths[0]):
        with qtbot.waitSignal(session.archive_changed):
            librarian.open(path)
    wait_for_rest(qtbot, librarian, tasks)
    assert librarian.recent() == paths
    librarian.forget(paths[0])
    assert librarian.recent() == [paths[1]]


def test_opening_another_archive_closes_the_first(
    qtbot: QtBot,
    librarian: Librarian,
    session: Session,
    tasks: Tasks,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    closed: list[str] = []
    close = Archive.close

    def closing(archive: Archive) -> None:
        closed.append(archive.name)
        close(archive)

    monkeypatch.setattr(Archive, "close", closing)
    for name in ("甲", "乙"):
        with qtbot.waitSignal(session.archive_changed):
            librarian.create(tmp_path / f"{name}.juanzong")
    wait_for_rest(qtbot, librarian, tasks)
    assert closed == ["甲"]
    librarian.close_archive()
    wait_for_rest(qtbot, librarian, tasks)
    assert closed == ["甲", "乙"]
    assert session.archive is None


def test_the_sample_archive_is_made_once(
    qtbot: QtBot, librarian: Librarian, session: Session, tasks: Tasks
) -> None:
    with qtbot.waitSignal(session.archive_content_changed, timeout=60_000):
        librarian.open_sample()
    wait_for_rest(qtbot, librarian, tasks)
    assert session.archive is not None
    runs = session.archive.import_runs()
    assert len(runs) == 1
    assert runs[0].imported >= 40
    with qtbot.waitSignal(session.archive_changed):
        librarian.open_sample()
    wait_for_rest(qtbot, librarian, tasks)
    assert len(session.archive.import_runs()) == 1


def test_an_import_can_be_paused_and_stopped_and_keeps_what_it_has(
    qtbot: QtBot, librarian: Librarian, session: Session, tasks: Tasks, tmp_path: Path
) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(300):
        (folder / f"{number:03}.txt").write_text(
            f"第{number}号文章\n　　这是第{number}号文章的正文，内容各不相同。\n", "utf-8"
        )
    with qtbot.waitSignal(session.archive_changed):
        librarian.create(tmp_path / "many.juanzong")
    wait_for_rest(qtbot, librarian, tasks)
    librarian.import_paths([folder])
    librarian.pause(True)
    assert librarian.state.paused
    librarian.cancel()
    assert not librarian.state.paused
    wait_for_rest(qtbot, librarian, tasks)
    assert session.archive is not None
    run = session.archive.import_runs()[0]
    assert run.state == "cancelled"
    assert run.imported < 300
    assert librarian.not_indexed == 0


def test_after_a_failed_import_it_is_known_how_many_articles_the_search_lacks_and_none_is_tried_again(
    qtbot: QtBot, librarian: Librarian, session: Session, tasks: Tasks, tmp_path: Path
) -> None:
    with qtbot.waitSignal(session.archive_changed):
        librarian.create(tmp_path / "full.juanzong")
    wait_for_rest(qtbot, librarian, tasks)
    archive, tried = session.archive, []
    assert archive is not None

    def import_paths(*_: object, **__: object) -> ImportReport:
        tried.append("import")
        raise DiskFull(path="/archive")

    def catch_up(**_: object) -> int:
        tried.append("catch up")
        raise DiskFull(path="/archive")

    archive.import_paths = import_paths  # type: ignore[method-assign]
    archive.catch_up = catch_up  # type: ignore[method-assign]
    archive.not_indexed = lambda: 85  # type: ignore[method-assign]
    with qtbot.waitSignal(session.trouble):
        librarian.import_paths([tmp_path])
    wait_for_rest(qtbot, librarian, tasks)
    assert librarian.not_indexed == 85
    assert tried == ["import"]


def test_imports_queue_up_and_stopping_drops_those_that_wait(
    qtbot: QtBot, librarian: Librarian, session: Session, tasks: Tasks, tmp_path: Path, articles: Path
) -> None:
    with qtbot.waitSignal(session.archive_changed):
        librarian.create(tmp_path / "queue.juanzong")
    wait_for_rest(qtbot, librarian, tasks)
    gate = threading.Event()
    tasks.run("in the way", lambda _: gate.wait(10), lane="import")
    librarian.import_paths([articles])
    librarian.import_paths([articles])
    assert librarian.state.waiting == 1
    librarian.cancel()
    assert librarian.state.waiting == 0
    gate.set()
    wait_for_rest(qtbot, librarian, tasks)
    assert session.archive is not None
    assert len(session.archive.import_runs()) <= 1


def test_a_missing_index_is_made_again_on_opening(
    qtbot: QtBot, librarian: Librarian, session: Session, tasks: Tasks, tmp_path: Path, articles: Path
) -> None:
    import shutil

    path = tmp_path / "torn.juanzong"
    with Archive.create(path) as archive:
        archive.import_paths([articles], workers=0)
    shutil.rmtree(path / "fulltext")
    with qtbot.waitSignal(session.archive_content_changed, timeout=30_000):
        librarian.open(path)
    wait_for_rest(qtbot, librarian, tasks)
    assert session.archive is not None
    assert session.archive.search(SearchRequest("联席会议")).total == 2
    assert librarian.not_indexed == 0


def test_check_tells_what_is_wrong(
    qtbot: QtBot, librarian: Librarian, session: Session, tasks: Tasks, tmp_path: Path, articles: Path
) -> None:
    with qtbot.waitSignal(session.archive_content_changed, timeout=30_000):
        librarian.create(tmp_path / "checked.juanzong", [articles])
    wait_for_rest(qtbot, librarian, tasks)
    with qtbot.waitSignal(librarian.problems_found) as told:
        librarian.check()
    assert told.args[0] == ()
    wait_for_rest(qtbot, librarian, tasks)
