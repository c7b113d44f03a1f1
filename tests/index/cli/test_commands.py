"""The command line as scripts and clerks use it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from index.cli.main import main
from tests.index.archive.conftest import MEETING, REPRINT, write_records

Run = "Callable[..., tuple[int, str, str]]"


class CommandLine:
    """Runs commands in this process and keeps what they said."""

    def __init__(self, capsys: pytest.CaptureFixture[str], archive: Path) -> None:
        self._capsys, self.archive = capsys, archive

    def __call__(self, *arguments: object, code: int = 0) -> tuple[str, str]:
        """Standard output and standard error of a command that must exit with `code`."""
        self._capsys.readouterr()
        try:
            found = main([str(a) for a in arguments])
        except SystemExit as stop:
            found = int(stop.code or 0)
        said = self._capsys.readouterr()
        assert found == code, said.err
        assert "Traceback" not in said.err
        return said.out, said.err

    def on_archive(self, *arguments: object, code: int = 0) -> tuple[str, str]:
        return self("--archive", self.archive, *arguments, code=code)

    def rows(self, *arguments: object) -> list[dict[str, object]]:
        return [json.loads(line) for line in self.on_archive(*arguments)[0].splitlines()]


@pytest.fixture
def juanzong(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> CommandLine:
    monkeypatch.setattr("index.archive.upkeep.default_count", lambda: 0)
    monkeypatch.setenv("JUANZONG_LANGUAGE", "en")
    monkeypatch.delenv("JUANZONG_ARCHIVE", raising=False)
    return CommandLine(capsys, tmp_path / "档案 one")


@pytest.fixture
def files(tmp_path: Path) -> Path:
    place = tmp_path / "files"
    place.mkdir()
    (place / "meeting.txt").write_text(MEETING, encoding="utf-8")
    (place / "reprint.txt").write_text(REPRINT, encoding="big5")
    write_records(place / "records.jsonl", range(25))
    return place


@pytest.fixture
def filled(juanzong: CommandLine, files: Path) -> CommandLine:
    juanzong.on_archive("import", files)
    return juanzong


def test_import_reports_on_its_last_line(juanzong: CommandLine, files: Path) -> None:
    (files / "empty.txt").touch()
    out, err = juanzong.on_archive("import", files, "--json")
    report = json.loads(out.splitlines()[-1])
    assert (report["imported"], report["unchanged"], report["duplicates"]) == (27, 0, 0)
    assert [Path(f["file"]).name for f in report["failed"]] == ["empty.txt"]
    assert "no text" in report["failed"][0]["reason"]
    assert "27 new" in err
    out, _ = juanzong.on_archive("import", files, "--json")
    again = json.loads(out.splitlines()[-1])
    assert (again["imported"], again["unchanged"]) == (0, 3)


def test_import_of_nothing_readable_exits_with_one(juanzong: CommandLine, tmp_path: Path) -> None:
    _, err = juanzong.on_archive("import", tmp_path / "nowhere", code=1)
    assert "nowhere" in err


def test_search_answers_in_the_agreed_form(filled: CommandLine) -> None:
    (answer,) = filled.rows("search", "聯席會議", "--json", "--facets")
    assert answer["query"] == "聯席會議"
    assert answer["total"] == 2
    assert answer["milliseconds"] >= 0
    for hit in answer["hits"]:
        assert set(hit) == {"id", "origin", "title", "date", "source", "score", "snippet", "highlights"}
        assert hit["highlights"]
        for start, end in hit["highlights"]:
            assert hit["snippet"][start:end] in ("联席会议", "聯席會議")
    assert {c["value"] for c in answer["facets"]["year"]} == {"2024"}


def test_search_pages_through_all_hits_once(filled: CommandLine) -> None:
    (every,) = filled.rows("search", "白石湖", "--json", "--limit", "all", "--sort", "newest")
    assert every["total"] == len(every["hits"]) == 25
    paged = []
    for offset in range(0, 25, 10):
        (page,) = filled.rows(
            "search", "白石湖", "--json", "--limit", 10, "--offset", offset, "--sort", "newest"
        )
        paged += [hit["id"] for hit in page["hits"]]
    assert paged == [hit["id"] for hit in every["hits"]]
    dates = [hit["date"] for hit in every["hits"]]
    assert dates == sorted(dates, reverse=True)


def test_a_batch_gives_one_line_a_query_and_survives_a_bad_one(filled: CommandLine, tmp_path: Path) -> None:
    batch = tmp_path / "queries.txt"
    batch.write_text("白石湖\n(联席\n聯席會議\n没有的词\n", encoding="utf-8")
    answers = filled.rows("search", "--batch", batch, "--json", "--limit", "all", "--origins-only")
    assert [a["query"] for a in answers] == ["白石湖", "(联席", "聯席會議", "没有的词"]
    assert answers[0]["total"] == 25
    assert len(answers[0]["origins"]) == 25
    assert len(answers[2]["origins"]) == 2
    assert answers[3]["total"] == 0 and answers[3]["origins"] == []


def test_search_for_people_prints_titles_and_marks(filled: CommandLine) -> None:
    out, err = filled.on_archive("search", "联席会议")
    assert "【联席会议】" in out and "【聯席會議】" in out
    assert "2 articles" in err


def test_show_gives_an_article_in_the_script_asked_for(filled: CommandLine) -> None:
    (hit,) = filled.rows("search", "聯席會議", "--json", "--limit", 1)[0]["hits"]
    out, _ = filled.on_archive("show", hit["id"], "--script", "simplified")
    assert "联席会议" in out and "聯席會議" not in out
    out, _ = filled.on_archive("show", hit["origin"], "--script", "traditional", "--json")
    assert "聯席會議" in json.loads(out)["body"]
    (record,) = filled.rows("show", "r-3", "--json")
    assert record["origin"] == "r-3"
    _, err = filled.on_archive("show", "99999", code=1)
    assert "99999" in err


def test_extract_needs_no_archive(juanzong: CommandLine, files: Path) -> None:
    out, _ = juanzong("extract", files / "meeting.txt", files / "reprint.txt", "--json")
    first, second = (json.loads(line) for line in out.splitlines())
    assert first["file"] == str(files / "meeting.txt")
    assert (first["title"], first["date"], first["source"]) == (
        "云州白石两市联席会议召开",
        "2024-03-05",
        "云州日报",
    )
    assert second["encoding"] in ("big5", "cp950", "big5hkscs")
    assert "來源" not in second["body"]
    out, err = juanzong("extract", files / "nowhere.txt", files / "meeting.txt", "--json", code=1)
    assert "nowhere" in err and len(out.splitlines()) == 2


def test_extract_answers_that_a_page_is_no_article(juanzong: CommandLine, tmp_path: Path) -> None:
    page = tmp_path / "gone.html"
    page.write_text("<html><title>404 Not Found</title><body><p>404 Not Found</p></body></html>", "utf-8")
    out, err = juanzong("extract", page, "--json")
    assert json.loads(out)["error"] in err


def test_entities_answers_in_the_agreed_form(juanzong: CommandLine, tmp_path: Path) -> None:
    text = "3月4日，云州市委书记岑绍文在《云州市交通合作协议》签约仪式上讲话。"
    batch = tmp_path / "in.jsonl"
    batch.write_text(json.dumps({"id": "x1", "date": "2024-03-05", "text": text}) + "\n", encoding="utf-8")
    out, _ = juanzong("entities", "--batch", batch, "--json")
    (row,) = [json.loads(line) for line in out.splitlines()]
    assert row["id"] == "x1"
    for mention in row["mentions"]:
        assert text[mention["start"] : mention["end"]] == mention["text"]
    by_type = {mention["type"]: mention for mention in row["mentions"]}
    assert by_type["date"]["value"] == "2024-03-04"
    assert by_type["document"]["text"] == "云州市交通合作协议"
    assert {"person": "岑绍文", "post": "云州市委书记"}.items() <= row["appointments"][0].items()


def test_export_and_search_name_the_same_origins(filled: CommandLine, tmp_path: Path) -> None:
    out = tmp_path / "all.jsonl"
    filled.on_archive("export", "--format", "jsonl", out)
    rows = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert len(rows) == 27
    (found,) = filled.rows("search", "白石湖", "--json", "--limit", "all", "--origins-only")
    assert set(found["origins"]) == {row["origin"] for row in rows if "白石湖" in row["text"]}
    filled.on_archive("export", "--format", "jsonl", "--query", "聯席會議", out)
    assert len(out.read_text(encoding="utf-8").splitlines()) == 2


@pytest.mark.parametrize("name", ["csv", "xlsx", "docx", "html", "gbt7714"])
def test_every_export_format_writes_a_file(filled: CommandLine, tmp_path: Path, name: str) -> None:
    out = tmp_path / f"out.{name}"
    filled.on_archive("export", "--format", name, "--query", "聯席會議", out)
    assert out.stat().st_size > 100


def test_check_finds_and_mends(filled: CommandLine) -> None:
    filled.on_archive("check")
    next((filled.archive / "originals").rglob("*.gz")).write_bytes(b"x")
    out, _ = filled.on_archive("check", code=1)
    assert "original" in out
    filled.on_archive("check", "--repair")
    filled.on_archive("check")


def test_rebuild_and_stats(filled: CommandLine) -> None:
    _, err = filled.on_archive("rebuild")
    assert "27" in err
    (stats,) = filled.rows("stats", "--json")
    assert stats["articles"] == 27 and stats["not_indexed"] == 0


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["search", "x"], 2),  # no archive named
        (["--archive", "/nowhere/at/all", "search", "x"], 1),
        (["--archive", "x", "search"], 2),
        (["--archive", "x", "search", "a", "--limit", "many"], 2),
        (["nonsense"], 2),
        ([], 2),
    ],
)
def test_mistakes_are_answered_with_words(juanzong: CommandLine, arguments: list[str], code: int) -> None:
    _, err = juanzong(*arguments, code=code)
    assert err.strip()


@pytest.mark.parametrize("language", ["zh_CN", "zh_TW", "en"])
def test_help_speaks_three_languages(
    juanzong: CommandLine, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.setenv("JUANZONG_LANGUAGE", language)
    out, _ = juanzong("--help")
    assert {"zh_CN": "档案库", "zh_TW": "檔案庫", "en": "archive"}[language] in out
    for command in ("import", "search", "show", "extract", "entities", "export", "check", "rebuild", "stats"):
        out, _ = juanzong(command, "--help")
        assert "cli." not in out


def test_folders_are_watched_and_listed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, archive = tmp_path / "剪报", str(tmp_path / "a")
    folder.mkdir()
    assert main(["--archive", archive, "watch", "--add", str(folder)]) == 0
    assert capsys.readouterr().out == f"{folder}\twatched\n"
    assert main(["--archive", archive, "watch", "--pause", str(folder), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["paused"] is True
    assert main(["--archive", archive, "watch", "--follow"]) == 1  # nothing to follow
    assert main(["--archive", archive, "watch", "--remove", str(folder)]) == 0
    assert main(["--archive", archive, "watch", "--add", str(tmp_path / "none")]) == 1
    captured = capsys.readouterr()
    assert captured.out == "" and captured.err
