"""Quotations, citations, notes, collections and passing archives on, by command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from index.archive import Archive
from index.model import Passage, SearchRequest
from tests.index.cli.test_commands import CommandLine, files, juanzong  # noqa: F401

TITLE = "云州白石两市联席会议召开"


@pytest.fixture
def filled(juanzong: CommandLine, files: Path) -> CommandLine:  # noqa: F811
    juanzong.on_archive("import", files)
    with Archive.open(juanzong.archive) as archive:
        ids = [int(n) for n in archive.search(SearchRequest("白石湖")).ids()][:2]
        archive.add_notes(ids[0], [Passage(0, 3)], remark="看", tags=["湖"])
        archive.add_article_note(ids[1], "整篇")
        outer = archive.make_collection("湖泊", ids=ids).numbers[0]
        archive.make_collection("水位", parent=outer, request=SearchRequest("水位"))
    return juanzong


def test_quote_says_what_stands_in_the_archive(filled: CommandLine, tmp_path: Path) -> None:
    out, _ = filled.on_archive("quote", "雲州市委書記岑紹文主持會議")
    assert out.startswith("[exact] 雲州市委書記岑紹文主持會議\n")
    out, _ = filled.on_archive("quote", "云州市委书记岑绍文主持了会议", code=1)
    assert "[了→]" in out
    text = tmp_path / "quotes.txt"
    text.write_text("火星殖民计划昨日正式启动获得关注", encoding="utf-8")
    out, _ = filled.on_archive("quote", "--file", text, "--json", code=1)
    assert json.loads(out)["verdict"] == "not_found"
    filled.on_archive("quote", code=2)
    _, said = filled.on_archive("quote", "--file", tmp_path / "none.txt", code=1)
    assert "none.txt" in said


def test_cite_and_export_references(filled: CommandLine, tmp_path: Path) -> None:
    number = filled.rows("search", TITLE, "--json")[0]["hits"][0]["id"]  # type: ignore[index]
    out, _ = filled.on_archive("cite", number)
    assert "[N]. " in out and "2024-03-0" in out
    out, _ = filled.on_archive("cite", number, "--style", "ris")
    assert out.startswith("TY  - NEWS\n")
    for style in ("ris", "bibtex", "apa", "footnote", "gbt7714-2025"):
        path = tmp_path / f"refs.{style}"
        filled.on_archive("export", "--format", style, "--query", TITLE, path)
        assert "联席会议召开" in path.read_text(encoding="utf-8")


def test_notes_are_listed_and_written(filled: CommandLine, tmp_path: Path) -> None:
    assert {row["remark"] for row in filled.rows("notes", "--json")} == {"看", "整篇"}
    out, _ = filled.on_archive("notes", "--tag", "湖")
    assert out.count("\n") == 1 and "看" in out
    path = tmp_path / "notes.md"
    _, said = filled.on_archive("notes", path, "--tag", "湖")
    assert "1 notes" in said and "整篇" not in path.read_text(encoding="utf-8")
    _, said = filled.on_archive("notes", tmp_path / "notes.xyz", code=1)
    assert "md, docx, csv" in said


def test_collections_are_listed_and_exported_as_a_book(filled: CommandLine, tmp_path: Path) -> None:
    rows = filled.rows("collections", "--json")
    assert [(row["name"], row["articles"]) for row in rows] == [("湖泊", 2), ("水位", 25)]
    out, _ = filled.on_archive("collections")
    assert "\t  水位\t25" in out
    book = tmp_path / "book.html"
    filled.on_archive("export", "--format", "html", "--collection", "湖泊", "--notes", book)
    text = book.read_text(encoding="utf-8")
    assert "<h1>湖泊</h1>" in text and "<blockquote>" in text
    _, said = filled.on_archive("export", "--format", "html", "--collection", "没有", book, code=1)
    assert "没有" in said


def test_a_smaller_archive_is_handed_over_and_merged(
    filled: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.archive.sharing.default_count", lambda: 0)
    small = tmp_path / "small.juanzong"
    filled.on_archive("handover", small, code=2)
    row = json.loads(
        filled.on_archive("handover", "--collection", "湖泊", "--query", TITLE, "--json", small)[0]
    )
    assert row["added"] == 27 and row["notes"] == 2 and row["collections"] == 2
    other = CommandLine(filled._capsys, tmp_path / "other.juanzong")
    row = json.loads(other.on_archive("merge", small, "--json")[0])
    assert row["added"] == 27 and row["refused"] == 0
    assert json.loads(other.on_archive("merge", small, "--json")[0])["duplicates"] == 27
    _, said = other.on_archive("merge", tmp_path / "nowhere", code=1)
    assert "nowhere" in said
    bare = tmp_path / "bare.juanzong"
    filled.on_archive("handover", "--query", TITLE, "--no-originals", "--no-notes", bare)
    assert not list((bare / "originals").rglob("*.gz"))
