"""An archive that somebody made to do harm: a sentence, no damage outside, and never a hang."""

from __future__ import annotations

import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

import pytest

from index.archive import Archive
from index.catalogue import originals
from index.cli.main import main
from index.errors import ArchiveDamaged, OriginalMissing
from tests.fuzz.hostile import COMMANDS, TRICKS, make_archive, prepared, run

_UNTYPED = ("any cell",)  # values of wrong types are met where they are read: unforeseen, but a sentence


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("good")
    make_archive(folder / "good.juanzong", folder / "files")
    return folder / "good.juanzong"


@pytest.fixture(autouse=True)
def debug(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JUANZONG_DEBUG", "1")  # what nobody foresaw fails the test


@pytest.mark.parametrize("trick", TRICKS)
def test_every_command_survives(
    good: Path, tmp_path: Path, trick: str, monkeypatch: pytest.MonkeyPatch, capsysbinary: object
) -> None:
    archive = prepared(good, tmp_path / "room" / "bad.juanzong", trick, random.Random(trick))
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    for command in COMMANDS:
        began = time.process_time()
        code = run(archive, command, scratch, debug=trick not in _UNTYPED)
        assert code in (0, 1, 2)
        assert time.process_time() - began < 20
    said = capsysbinary.readouterr().err.decode()  # type: ignore[attr-defined]
    assert "Traceback" not in said
    assert [path.name for path in (tmp_path / "room").iterdir()] == ["bad.juanzong"]


@pytest.mark.parametrize(
    "place", ["fulltext", "originals", "backups", "fulltext/current.json.new", "archive.json.new", "lock"]
)
def test_links_out_of_the_archive_are_refused(good: Path, tmp_path: Path, place: str) -> None:
    archive = tmp_path / "a.juanzong"
    shutil.copytree(good, archive)
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "g0001").mkdir()
    (outside / "g0001" / "diary.txt").write_text("dear diary", encoding="utf-8")
    (outside / "file").write_text("mine", encoding="utf-8")
    target = archive / place
    if target.is_dir():
        shutil.rmtree(target)
    try:
        target.symlink_to(outside if "." not in place and place != "lock" else outside / "file")
    except OSError:
        pytest.skip("this user may not make links")
    if not target.is_symlink():
        pytest.skip("this system says that it made a link and made none, as Wine does")
    with pytest.raises(ArchiveDamaged):
        Archive.open(archive)
    with pytest.raises(ArchiveDamaged):
        Archive.recover(archive, workers=0)
    assert (outside / "file").read_text(encoding="utf-8") == "mine"
    assert (outside / "g0001" / "diary.txt").exists()
    assert sorted(path.name for path in outside.iterdir()) == ["file", "g0001"]


def test_folders_of_other_names_are_not_tidied_away(good: Path, tmp_path: Path) -> None:
    archive = tmp_path / "a.juanzong"
    shutil.copytree(good, archive)
    (archive / "fulltext" / "geheim").mkdir()
    with Archive.open(archive) as opened:
        opened.rebuild(workers=0)
    assert (archive / "fulltext" / "geheim").is_dir()


def test_a_digest_that_climbs_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret", encoding="utf-8")
    (tmp_path / "originals" / "..").mkdir(parents=True, exist_ok=True)
    assert originals.place(tmp_path / "originals", "../secret") is None
    assert originals.place(tmp_path / "originals", str(tmp_path / "secret")) is None


def test_an_archive_does_not_lead_to_files_outside(good: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    archive = tmp_path / "a.juanzong"
    shutil.copytree(good, archive)
    with closing(sqlite3.connect(archive / "catalogue.sqlite")) as db:
        db.execute("UPDATE file SET original = NULL, path = path || '.' || id")
        db.execute("UPDATE file SET path = ? WHERE id = 1", (str(tmp_path / "secret.txt"),))
        db.execute("UPDATE article SET start = 0, length = 0")
        db.commit()
    with Archive.open(archive) as opened, pytest.raises(OriginalMissing):
        opened.original(1)


def test_recovery_writes_nothing_where_names_point(good: Path, tmp_path: Path) -> None:
    archive = tmp_path / "a.juanzong"
    shutil.copytree(good, archive)
    digests = [path.name.split(".")[0] for path in (archive / "originals").glob("??/*")]
    names = [f"../../evil{n}.txt" for n in range(2)] + [
        "..",
        "/",
        "nul\0.jsonl",
        "\ud800.jsonl",
        "CON",
        "x" * 4000,
    ]
    (archive / "originals" / "names.jsonl").write_text(
        "\n".join(json.dumps([digests[n % len(digests)], name]) for n, name in enumerate(names)), "utf-8"
    )
    (archive / "catalogue.sqlite").write_bytes(b"nothing")
    shutil.rmtree(archive / "backups")
    Archive.recover(archive, workers=0)
    assert not list(tmp_path.glob("evil*"))
    with Archive.open(archive) as opened:
        assert opened.stats().articles


def test_numbers_beyond_counting_are_no_article(good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("9" * 30, "²", "#" + "9" * 400, "\0", "-1"):
        assert main(["--archive", str(good), "show", "--", name]) == 1
    assert "Traceback" not in capsys.readouterr().err


def test_an_error_nobody_foresaw_is_a_sentence(
    good: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("the text of an article")

    monkeypatch.delenv("JUANZONG_DEBUG")
    monkeypatch.setattr(Archive, "stats", fail)
    assert main(["--archive", str(good), "stats"]) == 1
    said = capsys.readouterr().err
    assert "ZeroDivisionError" in said
    assert "the text of an article" not in said


def _unmeasured() -> dict[str, str]:
    """The surroundings without those that measure coverage: somebody else may not write its data here."""
    return {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root can become somebody else")
def test_an_archive_of_somebody_else_is_read_and_not_written(good: Path, tmp_path: Path) -> None:
    outside = Path(tempfile.gettempdir())
    ours = [path for path in good.parents if outside in path.parents]
    for path in [*ours, good, *good.rglob("*")]:
        path.chmod(0o755 if path.is_dir() else 0o644)
    before = {path: path.stat().st_mtime_ns for path in good.rglob("*")}
    commands = [
        ["search", "红军"],
        ["import", str(good.parent / "files")],
        ["rebuild"],
        ["check", "--repair"],
    ]
    child = (
        "import json, os, shutil, sys; from index.cli.main import main; good, own, commands = sys.argv[1:]\n"
        "shutil.copytree(good, own)\n"  # all modules are loaded while they may be read
        "for command in json.loads(commands): main(['--archive', own, *command])\n"
        "os.setgid(65534); os.setuid(65534); print('---', file=sys.stderr)\n"
        "print([main(['--archive', good, *command]) for command in json.loads(commands)])"
    )
    done = subprocess.run(
        [sys.executable, "-c", child, str(good), str(tmp_path / "own"), json.dumps(commands)],
        capture_output=True,
        env=_unmeasured(),
        timeout=120,
        text=True,
    )
    said = done.stderr.partition("---")[2]
    assert "Traceback" not in said
    assert done.stdout.splitlines()[-1] == "[0, 1, 1, 1]", said
    assert {path: path.stat().st_mtime_ns for path in good.rglob("*")} == before


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root can become somebody else")
def test_an_archive_out_of_reach_is_a_sentence(good: Path, tmp_path: Path) -> None:
    locked = tmp_path / "locked"
    shutil.copytree(good, locked / "a.juanzong")
    locked.chmod(0o700)
    child = (
        "import os, sys; from index.cli.main import main\n"
        "main(['--archive', '/nowhere', 'search', 'x'])\n"  # all modules are loaded while they may be read
        "os.setgid(65534); os.setuid(65534)\n"
        "sys.exit(main(['--archive', sys.argv[1], 'search', 'x']))"
    )
    done = subprocess.run(
        [sys.executable, "-c", child, str(locked / "a.juanzong")],
        env=_unmeasured(),
        capture_output=True,
        timeout=60,
        text=True,
    )
    assert done.returncode == 1
    assert "Traceback" not in done.stderr and "Permission denied" in done.stderr


@pytest.mark.parametrize("value", ["x'ff00'", "7", "x'" + "41" * 1_000_000 + "'"])
def test_values_of_a_wrong_type_are_called_damage(
    good: Path, tmp_path: Path, value: str, capsys: pytest.CaptureFixture[str]
) -> None:
    archive = tmp_path / "a.juanzong"
    shutil.copytree(good, archive)
    with closing(sqlite3.connect(archive / "catalogue.sqlite")) as db:
        for column in ("repairs", "date_origin"):
            db.execute(f"UPDATE article SET {column} = CAST({value} AS BLOB)")  # noqa: S608
        db.commit()
    assert main(["--archive", str(archive), "show", "1"]) == 1
    said = capsys.readouterr().err
    assert "cannot be read: article." in said
    assert main(["--archive", str(archive), "check", "--repair"]) == 0
    assert main(["--archive", str(archive), "show", "1"]) == 0
