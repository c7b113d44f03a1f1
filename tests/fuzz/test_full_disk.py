"""A disk that fills up costs the work under way, never the archive. Needs root for a small disk."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from index.archive import Archive
from index.cli.main import main
from index.errors import DiskFull
from index.model import SearchRequest

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux") or os.geteuid() != 0, reason="only root can mount a small disk"
)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=6m", "none", str(place)], capture_output=True
    )
    if mounted.returncode:
        pytest.skip("nothing may be mounted here")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def test_everything_says_so_and_leaves_the_archive_whole(
    disk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("JUANZONG_DEBUG", "1")
    chooser = random.Random(1)
    rows = [
        {"id": str(n), "body": "".join(chr(chooser.randrange(0x4E00, 0x9000)) for _ in range(300)) + "红军"}
        for n in range(40)
    ]
    file = tmp_path / "a.jsonl"
    file.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    more = tmp_path / "b.jsonl"
    more.write_text(
        "\n".join(json.dumps({**row, "body": row["body"] + "又"}) for row in rows), encoding="utf-8"
    )
    archive = ["--archive", str(disk / "a.juanzong")]
    assert main([*archive, "import", str(file)]) == 0
    filler = disk / "filler"
    with pytest.raises(OSError), filler.open("wb", buffering=0) as full:
        while full.write(b"x" * 1000):
            pass
    out = disk / "out"
    for command in (
        ["import", str(more)],
        ["rebuild"],
        ["export", "--format", "xlsx", f"{out}.xlsx"],
        ["export", "--format", "docx", f"{out}.docx"],
        ["export", "--format", "csv", f"{out}.csv"],
    ):
        assert main([*archive, *command]) == 1, command
    assert main([*archive, "search", "红军", "--limit", "1"]) == 0
    said = capfd.readouterr().err
    assert "Traceback" not in said
    assert not list(disk.glob("out*"))
    filler.unlink()
    assert main([*archive, "import", str(more)]) == 0
    assert main([*archive, "check"]) == 0


def test_what_people_make_is_kept_or_refused_and_never_half(disk: Path, tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text(json.dumps({"id": "1", "body": "红军" * 100}), encoding="utf-8")
    with Archive.create(disk / "a.juanzong") as archive:
        archive.import_paths([file], workers=0)
        archive.add_article_note(1, "before", ())
        archive.save_search("before", SearchRequest("红军"))
        with pytest.raises(OSError), (disk / "filler").open("wb", buffering=0) as full:
            while full.write(b"x" * 1000):
                pass
        attempts: list[Callable[[], object]] = [
            lambda: archive.add_article_note(1, "在满的磁盘上" * 2000, ()),
            lambda: archive.make_collection("x" * 2000, ids=[1]),
            lambda: archive.save_search("满" * 2000, SearchRequest("红军" * 2000)),
            lambda: archive.rename_search(1, "满" * 2000),
            lambda: archive.back_up(),
            lambda: archive.rebuild(workers=0),
        ]
        for attempt in attempts:
            with pytest.raises(DiskFull):
                attempt()
        assert archive.search(SearchRequest("红军")).total == 1
        (disk / "filler").unlink()
        assert [note.remark for note in archive.notes()] == ["before"]
        assert [each.name for each in archive.saved_searches()] == ["before"]
        archive.add_article_note(1, "after", ())
        assert archive.check() == ()
    with Archive.open(disk / "a.juanzong") as archive:
        assert {note.remark for note in archive.notes()} == {"before", "after"}
        assert archive.collections() == ()
