"""What an import does to an archive."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from index.archive import Archive
from index.control import Control
from index.model import Fate, ImportProgress, RepairKind, SearchRequest
from tests.index.archive.conftest import MEETING, write_records


def total(archive: Archive, query: str) -> int:
    return archive.search(SearchRequest(query)).total


def test_every_article_of_a_folder_is_found_in_either_script(archive: Archive, folder: Path) -> None:
    report = archive.import_paths([folder], workers=0)
    assert (report.imported, report.duplicates, report.failed) == (32, 0, ())
    assert archive.stats().articles == 32
    assert total(archive, "联席会议") == total(archive, "聯席會議") == 2
    assert total(archive, "费云帆") == total(archive, "費雲帆") == 32


def test_worker_processes_bring_the_same_as_this_process(tmp_path: Path, folder: Path) -> None:
    with Archive.create(tmp_path / "a") as one, Archive.create(tmp_path / "b") as other:
        one.import_paths([folder], workers=0)
        other.import_paths([folder], workers=2)
        found = [
            [
                (a.origin, a.title, a.body, a.date)
                for a in map(archive.article, archive.search(SearchRequest("")).ids())
            ]
            for archive in (one, other)
        ]
    assert sorted(found[0]) == sorted(found[1])
    assert len(found[0]) == 32


def test_a_second_import_of_unchanged_files_reads_nothing(archive: Archive, folder: Path) -> None:
    archive.import_paths([folder], workers=0)
    report = archive.import_paths([folder], workers=0)
    assert (report.imported, report.unchanged, report.duplicates) == (0, 3, 0)
    assert {line.fate for line in archive.file_reports(report.run_id)} == {Fate.UNCHANGED}


def test_a_changed_file_makes_a_new_version_and_only_that_is_found(archive: Archive, folder: Path) -> None:
    archive.import_paths([folder], workers=0)
    file = folder / "联席会议.txt"
    file.write_text(MEETING.replace("岑绍文", "尉迟明远"), encoding="gb18030")
    os.utime(file, ns=(1, 1))
    report = archive.import_paths([folder], workers=0)
    assert report.imported == 1
    assert total(archive, "尉迟明远") == 1
    assert total(archive, "岑绍文") == 1  # the reprint in the other script
    assert archive.stats().articles == 32


def test_a_record_that_leaves_its_file_is_no_longer_found(archive: Archive, folder: Path) -> None:
    archive.import_paths([folder], workers=0)
    write_records(folder / "records.jsonl", range(12))
    archive.import_paths([folder], workers=0)
    assert total(archive, "白石湖") == 12


def test_the_original_bytes_of_a_file_and_of_a_record_are_kept(archive: Archive, folder: Path) -> None:
    archive.import_paths([folder], workers=0)
    lines = (folder / "records.jsonl").read_bytes().splitlines(keepends=True)
    shutil.rmtree(folder)
    meeting = next(
        i for i in archive.search(SearchRequest("联席会议")).ids() if "联" in archive.article(i).title
    )
    assert archive.original(meeting) == MEETING.encode("gb18030")
    record = archive.find("r-7")
    assert record is not None
    assert archive.original(record).strip() == lines[7].strip()


def test_reprints_know_each_other_across_scripts(archive: Archive, folder: Path) -> None:
    archive.import_paths([folder], workers=0)
    one, other = archive.search(SearchRequest("联席会议")).ids()
    assert archive.article(one).reprints == (other,)
    assert archive.article(other).reprints == (one,)


def test_the_same_text_from_another_place_is_kept_and_counted_as_duplicate(
    archive: Archive, folder: Path
) -> None:
    archive.import_paths([folder], workers=0)
    copy = folder.parent / "copy"
    copy.mkdir()
    shutil.copy(folder / "联席会议.txt", copy)
    report = archive.import_paths([copy], workers=0)
    assert (report.imported, report.duplicates) == (0, 1)
    assert total(archive, "联席会议") == 3


def test_two_files_with_the_same_record_ids_both_keep_their_records(archive: Archive, tmp_path: Path) -> None:
    write_records(tmp_path / "one.jsonl", range(3))
    write_records(tmp_path / "two.jsonl", range(3))
    archive.import_paths([tmp_path / "one.jsonl", tmp_path / "two.jsonl"], workers=0)
    assert total(archive, "白石湖") == 6
    assert len({archive.article(i).origin for i in archive.search(SearchRequest("白石湖")).ids()}) == 6


def test_a_broken_line_costs_only_itself_and_is_named(archive: Archive, folder: Path) -> None:
    path = folder / "records.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines()
    lines[4] = lines[4][:20]
    path.write_text("\n".join(lines), encoding="utf-8")
    report = archive.import_paths([path], workers=0)
    assert report.imported == 29
    assert [line.file for line in report.failed] == [f"{path}#5"]


def test_files_that_cannot_be_read_do_not_stop_the_rest(archive: Archive, folder: Path) -> None:
    (folder / "empty.txt").write_bytes(b"")
    (folder / "noise.bin").write_bytes(bytes(range(256)) * 40)
    report = archive.import_paths([folder, folder / "nowhere"], workers=0)
    assert report.imported == 32
    failed = {Path(line.file).name: line.reason for line in report.failed}
    assert failed["empty.txt"] == "reason.empty"
    assert failed["nowhere"] == "reason.not_there"


def test_a_file_that_failed_is_tried_again(archive: Archive, tmp_path: Path) -> None:
    path = tmp_path / "later.txt"
    path.write_bytes(b"")
    assert archive.import_paths([path], workers=0).failed
    path.write_text(MEETING, encoding="utf-8")
    assert archive.import_paths([path], workers=0).imported == 1


def test_repairs_are_counted_on_the_article(archive: Archive, folder: Path) -> None:
    archive.import_paths([folder], workers=0)
    article = archive.article(archive.search(SearchRequest("联席会议")).ids()[0])
    assert RepairKind.METADATA_LINE in {repair.kind for repair in article.repairs}
    assert "来源" not in article.body and "來源" not in article.body


def test_a_cancelled_import_keeps_what_is_done_and_the_next_one_completes_it(
    archive: Archive, tmp_path: Path
) -> None:
    for n in range(15):
        write_records(tmp_path / f"{n}.jsonl", range(n * 200, n * 200 + 200))
    control = Control()

    def stop_midway(progress: ImportProgress) -> None:
        if progress.articles:
            control.cancel()

    report = archive.import_paths([tmp_path], progress=stop_midway, control=control, workers=0)
    assert report.cancelled
    kept = archive.stats().articles
    assert 0 < kept < 3000
    archive.catch_up(workers=0)
    assert total(archive, "白石湖") == kept
    archive.import_paths([tmp_path], workers=0)
    assert archive.stats().articles == total(archive, "白石湖") == 3000


def test_progress_counts_files_and_articles(archive: Archive, folder: Path) -> None:
    seen: list[ImportProgress] = []
    archive.import_paths([folder], progress=seen.append, workers=0)
    reading = [p for p in seen if p.phase == "reading"]
    assert reading[-1].files_total == 3
    assert reading[-1].articles == 32
    assert reading[-1].bytes_done == reading[-1].bytes_total > 0


@pytest.mark.parametrize("name", ["剪報　一.txt", "with blank.txt", "emoji-📰.txt"])
def test_file_names_of_any_kind_are_kept(archive: Archive, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(MEETING, encoding="utf-8")
    archive.import_paths([tmp_path / name], workers=0)
    assert archive.article(1).file == str(tmp_path / name)


def test_reprints_can_share_one_line_without_changing_the_total(archive: Archive, folder: Path) -> None:
    archive.import_paths([folder], workers=0)
    plain = archive.search(SearchRequest("费云帆"))
    collapsed = archive.search(SearchRequest("费云帆", collapse=True))
    assert plain.total == collapsed.total == plain.lines == 32
    assert collapsed.lines < 32
    assert len(set(collapsed.ids())) == collapsed.lines
    assert [
        row.reprints for row in archive.rows(archive.search(SearchRequest("联席会议", collapse=True)), 0, 9)
    ] == [1]


def test_an_article_whose_names_cannot_be_read_is_kept_all_the_same(
    archive: Archive, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(text: str, date: str | None) -> None:
        raise ValueError("unforeseen")

    monkeypatch.setattr("index.entities.recognise", refuse)
    report = archive.import_paths([folder], workers=0)
    assert (report.imported, report.failed) == (32, ())
    assert total(archive, "联席会议") == 2
    told = [line for line in archive.file_reports(report.run_id) if line.reason == "reason.not_recognised"]
    assert len(told) == 32


def test_an_import_in_a_process_of_its_own_is_seen_here_at_once(archive: Archive, folder: Path) -> None:
    seen: list[ImportProgress] = []
    report = archive.import_paths([folder], apart=True, progress=seen.append)
    assert (report.imported, report.failed) == (32, ())
    assert seen[-1].articles == 32
    assert total(archive, "联席会议") == 2
    assert archive.check() == ()
    again = archive.import_paths([folder / "nowhere"], apart=True)
    assert [line.reason for line in again.failed] == ["reason.not_there"]


def test_an_import_apart_can_be_cancelled(archive: Archive, tmp_path: Path) -> None:
    for n in range(40):
        write_records(tmp_path / f"{n}.jsonl", range(n * 200, n * 200 + 200))
    control = Control()
    report = archive.import_paths(
        [tmp_path], apart=True, control=control, progress=lambda p: control.cancel() if p.articles else None
    )
    assert report.cancelled
    assert 0 < archive.stats().articles < 8000
