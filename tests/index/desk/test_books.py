"""Notes and collections written to files that other people open."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from docx import Document

from index.archive import Archive
from index.errors import CollectionMissing, CollectionRefused, ExportError
from index.model import NoteColour, SearchRequest
from tests.index.desk.conftest import number_of, words_in


@pytest.fixture
def noted(archive: Archive) -> Archive:
    meeting = number_of(archive, "联席会议")
    place = words_in(archive, meeting, "共同推进云白铁路建设")
    archive.add_notes(meeting, [place], colour=NoteColour.BLUE, remark="=查*开工*日期", tags=["铁路"])
    archive.add_article_note(number_of(archive, "任免"), "名单不全", ["待查"])
    archive.set_star([meeting], True)
    return archive


def test_notes_as_a_table(noted: Archive, tmp_path: Path) -> None:
    out = tmp_path / "笔记.csv"
    assert noted.export_notes(out, language="zh_CN") == 3
    rows = list(csv.reader(out.read_text(encoding="utf-8-sig").splitlines()))
    assert rows[0][:5] == ["文章", "日期", "来源", "类别", "摘录"]
    by_kind = {row[3]: row for row in rows[1:]}
    assert set(by_kind) == {"划线", "整篇笔记", "星标"}
    assert by_kind["划线"][4] == "共同推进云白铁路建设"
    assert by_kind["划线"][5] == "'=查*开工*日期"
    assert by_kind["划线"][6:8] == ["铁路", "蓝"]


def test_notes_as_markdown_quote_with_source(noted: Archive, tmp_path: Path) -> None:
    out = tmp_path / "笔记.md"
    noted.export_notes(out, language="zh_CN")
    text = out.read_text(encoding="utf-8")
    assert "## 云州白石两市联席会议召开\n\n云州白石两市联席会议召开\\[N\\]. 云州日报, 2024-03-05." in text
    assert "> 共同推进云白铁路建设\n" in text
    assert "=查\\*开工\\*日期" in text and "\\#铁路" in text
    assert text.index("白石市任免名单") < text.index("云州白石两市")  # newest first


def test_notes_as_a_word_document(noted: Archive, tmp_path: Path) -> None:
    out = tmp_path / "笔记.docx"
    noted.export_notes(out, language="zh_CN")
    said = [(p.style.name, p.text) for p in Document(str(out)).paragraphs]
    assert ("Quotation", "共同推进云白铁路建设") in said
    assert ("Heading 1", "白石市任免名单") in said
    assert ("Remark", "名单不全") in said


def test_some_notes_and_unknown_kinds_of_files(noted: Archive, tmp_path: Path) -> None:
    assert noted.export_notes(tmp_path / "one.md", [1]) == 1
    with pytest.raises(ExportError):
        noted.export_notes(tmp_path / "notes.exe")


def test_collections_lie_in_each_other_and_are_counted(archive: Archive) -> None:
    meeting, names = number_of(archive, "联席会议"), number_of(archive, "任免")
    outer = archive.make_collection(" 两市 \n 合作 ", ids=[meeting], remark="给李主任").numbers[0]
    inner = archive.make_collection("人事", parent=outer, ids=[names, names, meeting]).numbers[0]
    auto = archive.make_collection("检索", request=SearchRequest("费云帆")).numbers[0]
    told = {c.number: c for c in archive.collections()}
    assert (told[outer].name, told[outer].articles, told[outer].remark) == ("两市 合作", 1, "给李主任")
    assert (told[inner].parent, told[inner].articles) == (outer, 2)
    assert {c.article_id for c in archive.collected(auto)} == {meeting, names}
    assert archive.collections_of(meeting) == (outer, inner)
    with pytest.raises(CollectionRefused):
        archive.collect(auto, [meeting])
    with pytest.raises(CollectionRefused):
        archive.move_collection(outer, inner)
    with pytest.raises(CollectionRefused):
        archive.make_collection("  ")
    with pytest.raises(CollectionMissing):
        archive.collected(99)


def test_changes_of_collections_can_be_undone(archive: Archive) -> None:
    meeting, names = number_of(archive, "联席会议"), number_of(archive, "任免")
    outer = archive.make_collection("外", ids=[meeting, names]).numbers[0]
    inner = archive.make_collection("内", parent=outer).numbers[0]
    first, second = (one.origin for one in archive.collected(outer))
    ordered = archive.order_collection(outer, [second, first])
    assert [one.origin for one in archive.collected(outer)] == [second, first]
    taken = archive.take_out(outer, [first])
    assert [one.origin for one in archive.collected(outer)] == [second]
    gone = archive.delete_collection(outer)
    assert archive.collections() == ()
    for edit in (gone, taken, ordered):
        archive.take_back(edit)
    assert [one.origin for one in archive.collected(outer)] == [first, second]
    moved = archive.move_collection(inner, None)
    assert {c.name: c.parent for c in archive.collections()} == {"外": None, "内": None}
    archive.take_back(moved)
    renamed = archive.change_collection(inner, name="里")
    archive.take_back(renamed)
    assert {c.name: c.parent for c in archive.collections()} == {"外": None, "内": outer}


def test_a_collection_keeps_its_articles_through_an_import(archive: Archive, folder: Path) -> None:
    meeting = number_of(archive, "联席会议")
    number = archive.make_collection("两市", ids=[meeting]).numbers[0]
    path = folder / "会议.txt"
    path.write_text(path.read_text(encoding="utf-8").replace("跨江大桥", "跨江隧道"), encoding="utf-8")
    archive.import_paths([folder], workers=0)
    (one,) = archive.collected(number)
    assert one.article_id == number_of(archive, "联席会议") != meeting


@pytest.mark.parametrize("form", ["docx", "html", "jsonl"])
def test_a_collection_is_a_book_with_parts_and_notes(noted: Archive, tmp_path: Path, form: str) -> None:
    outer = noted.make_collection("两市合作", ids=[number_of(noted, "联席会议")]).numbers[0]
    noted.make_collection("人事", parent=outer, ids=[number_of(noted, "任免")])
    out = tmp_path / f"book.{form}"
    assert noted.export_collection(outer, form, out, notes=True, language="zh_CN") == 2
    if form == "docx":
        document = Document(str(out))
        said = [(p.style.name, p.text) for p in document.paragraphs]
        assert said[0] == ("Title", "两市合作")
        assert ("Part", "人事") in said and ("PartLine", "人事") in said
        assert ("Quotation", "共同推进云白铁路建设") in said
        assert "卷宗" in document.core_properties.author
    elif form == "html":
        text = out.read_text(encoding="utf-8")
        assert "<title>两市合作</title>" in text and '<h2 class="part">人事</h2>' in text
        assert "<blockquote>共同推进云白铁路建设</blockquote>" in text
        assert "src=" not in text and "@import" not in text
    else:
        first, second = map(json.loads, out.read_text(encoding="utf-8").splitlines())
        assert "collection" not in first and second["collection"] == "人事"
        assert [note["quote"] for note in first["notes"]] == ["共同推进云白铁路建设"]
        assert second["notes"][0]["remark"] == "名单不全"


def test_without_notes_a_book_has_none(noted: Archive, tmp_path: Path) -> None:
    number = noted.make_collection("两市", ids=[number_of(noted, "联席会议")]).numbers[0]
    out = tmp_path / "book.html"
    noted.export_collection(number, "html", out)
    assert "开工" not in out.read_text(encoding="utf-8").replace("\n", "")
    (chapter,) = noted.chapters(number, notes=True)
    assert chapter.citation.startswith("云州白石") and len(chapter.notes) == 1


def test_collections_that_lie_in_each_other_in_a_circle_are_shown_at_the_top(archive: Archive) -> None:
    outer = archive.make_collection("外").numbers[0]
    inner = archive.make_collection("内", parent=outer).numbers[0]
    with archive._catalogue.writing() as db:
        db.execute(
            "UPDATE collection SET parent = (SELECT uid FROM collection WHERE number = 2) WHERE number = 1"
        )
    assert [one.parent for one in archive.collections()] == [None, None]
    assert archive.articles_of_collection(outer) == archive.articles_of_collection(inner) == []
