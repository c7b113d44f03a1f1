"""Watched folders and the question why something is not found, on the command line."""

from __future__ import annotations

import json
import signal
import threading
import time
from pathlib import Path

import pytest

from index.archive import Archive
from index.cli.main import main
from index.model import SearchRequest
from tests.index.archive.conftest import write_records


@pytest.fixture
def inbox(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with ten articles beside a new archive `a.juanzong`."""
    monkeypatch.setenv("JUANZONG_LANGUAGE", "en")
    monkeypatch.setenv("JUANZONG_ARCHIVE", str(tmp_path / "a.juanzong"))
    monkeypatch.setattr("index.archive.upkeep.default_count", lambda: 0)
    folder = tmp_path / "收件"
    folder.mkdir()
    write_records(folder / "records.jsonl", range(10))
    Archive.create(tmp_path / "a.juanzong").close()
    return folder


def test_the_list_of_watched_folders_is_changed_and_shown(
    inbox: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["watch", "--add", str(inbox)]) == 0
    assert capsys.readouterr().out == f"{inbox}\twatched\n"
    assert main(["watch", "--pause", str(inbox), "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert (shown["folder"], shown["paused"]) == (str(inbox), True)
    assert main(["watch", "--resume", str(inbox)]) == 0
    assert capsys.readouterr().out == f"{inbox}\twatched\n"
    assert main(["watch", "--remove", str(inbox)]) == 0
    assert capsys.readouterr().out == ""


def test_a_folder_that_is_not_there_is_refused_with_a_sentence(
    inbox: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["watch", "--add", str(inbox / "nowhere")]) == 1
    assert "cannot be watched" in capsys.readouterr().err


def test_nothing_to_follow_ends_at_once(inbox: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["watch", "--follow"]) == 1
    assert "watches no folder" in capsys.readouterr().err


def test_following_imports_what_comes_until_it_is_interrupted(
    inbox: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = inbox.parent / "a.juanzong"

    def stop_once_imported() -> None:
        end = time.monotonic() + 60
        with Archive.open(place, read_only=True) as archive:
            while archive.stats().articles < 10 and time.monotonic() < end:
                time.sleep(0.1)
        signal.raise_signal(signal.SIGINT)

    before = signal.getsignal(signal.SIGINT)
    stopper = threading.Thread(target=stop_once_imported)
    stopper.start()
    assert main(["watch", "--add", str(inbox), "--follow"]) == 0
    stopper.join()
    assert signal.getsignal(signal.SIGINT) is before
    said = capsys.readouterr().err
    assert "Following 1 folders" in said
    assert "New: 10" in said
    with Archive.open(place) as archive:
        archive.catch_up(workers=0)
        assert archive.search(SearchRequest("白石湖")).total == 10


def test_why_a_file_is_not_found(inbox: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (inbox / "empty.txt").touch()
    assert main(["import", str(inbox)]) == 0
    capsys.readouterr()
    assert main(["why", str(inbox / "empty.txt")]) == 0
    assert "empty.txt" in capsys.readouterr().out
    assert main(["why", str(inbox / "empty.txt"), "--json"]) == 0
    answer = json.loads(capsys.readouterr().out.splitlines()[0])
    assert answer["file"].endswith("empty.txt")
    assert answer["said"] and answer["code"].startswith("why.")
    assert answer["reason"].startswith("reason.")


def test_why_words_are_not_found(inbox: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", str(inbox)]) == 0
    capsys.readouterr()
    answered = main(["why", "此词无处可寻"])
    said = capsys.readouterr()
    assert answered == (0 if said.out else 1)
    assert said.out or said.err
