"""Files and folders with names and shapes that nobody expects are imported or reported, never fatal."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from index.archive import Archive

TEXT = "标题在此\n2024年3月5日\n正文在此，红军在中国，内容很长。\n"


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names are text there")
def test_names_in_any_encoding_are_imported_once(tmp_path: Path) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    names = [
        "标题.txt".encode("gb18030"),
        "標題".encode("big5") + b".html",
        b"\xff\xfe.docx",
        b"a\nb.txt",
        b"\xe2\x80\xae.txt",
    ]
    for number, name in enumerate(names):
        Path(os.fsdecode(os.fsencode(folder) + b"/" + name)).write_text(
            f"{TEXT}第{number}篇。", encoding="utf-8"
        )
    with Archive.create(tmp_path / "a.juanzong") as archive:
        report = archive.import_paths([folder], workers=0)
        assert report.imported == 4
        assert len(report.failed) == 1  # the document that is none
        again = archive.import_paths([folder], workers=0)
        assert (again.imported, again.unchanged) == (0, 4)
        assert not archive.check()
        for line in archive.file_reports(report.run_id):
            line.file.encode()


def test_odd_shapes_of_files_are_passed_or_reported(tmp_path: Path) -> None:
    folder = tmp_path / "files"
    (folder / "folder.txt" / "inner.docx").mkdir(parents=True)
    (folder / "empty.txt").touch()
    (folder / "good.txt").write_text(TEXT, encoding="utf-8")
    deep = folder
    for _ in range(30):
        deep = deep / "d"
    deep.mkdir(parents=True)
    (deep / "deep.txt").write_text(TEXT + "深处。", encoding="utf-8")
    try:
        (folder / "loop").symlink_to(folder)
        (folder / "self").symlink_to(folder / "self")
        (folder / "broken.txt").symlink_to(folder / "nowhere")
    except OSError:
        pytest.skip("this user may not make links")
    with Archive.create(tmp_path / "a.juanzong") as archive:
        report = archive.import_paths([folder, tmp_path / "missing.txt", folder / "good.txt"], workers=0)
        assert report.imported == 2
        assert {"empty.txt", "missing.txt"} <= {Path(line.file).name for line in report.failed}
        assert not archive.check()


@pytest.mark.skipif(sys.platform == "win32", reason="no such files there")
def test_pipes_are_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "good.txt").write_text(TEXT, encoding="utf-8")
    with Archive.create(tmp_path / "a.juanzong") as archive:
        report = archive.import_paths([tmp_path / "pipe.txt", tmp_path / "good.txt"], workers=0)
        assert report.imported == 1
        assert len(report.failed) == 1
