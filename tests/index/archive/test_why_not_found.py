"""Why is this not found? Each answer names what really happened."""

from __future__ import annotations

from pathlib import Path

from index.archive import Archive
from tests.index.archive.conftest import MEETING

PAGE = (
    "<html><head><meta charset='utf-8'><title>云州召开防汛会议_云州网</title></head>"
    "<body><h1>云州召开防汛会议</h1><p>2024-03-05 来源：云州日报</p>"
    "<div class='content'><p>3月4日，云州市召开防汛工作会议，研究部署有关工作，"
    "强调要压实责任。</p>"
    "<p>会议要求各地加强值守，做好物资储备，确保人民群众生命财产安全。</p></div>"
    "<div class='related'><h3>相关新闻</h3><ul><li><a href='/1'>白石湖渔火节盛大开幕吸引八方来客</a></li>"
    "<li><a href='/2'>云州图书馆新馆向市民开放</a></li></ul></div></body></html>"
)


def codes(archive: Archive, question: str) -> list[str]:
    return [answer.code for answer in archive.why_not_found(question)]


def test_files_answer_with_their_fate(archive: Archive, folder: Path) -> None:
    (folder / "坏的.docx").write_bytes(b"PK\x03\x04 nothing")
    (folder / "照片.jpg").write_bytes(b"\xff\xd8")
    archive.import_paths([folder], workers=0)
    (failed,) = archive.why_not_found("坏的.docx")
    assert (failed.code, failed.file) == ("why.failed", str(folder / "坏的.docx"))
    assert failed.reason.startswith("reason.")
    assert codes(archive, str(folder / "照片.jpg")) == ["why.passed_over"]
    later = folder / "后来.txt"
    later.write_text(MEETING, encoding="utf-8")
    assert codes(archive, str(later)) == ["why.never_imported"]
    (there,) = archive.why_not_found("联席会议.txt")
    assert (there.code, dict(there.details)["title"]) == ("why.there", "云州白石两市联席会议召开")
    (reprint,) = archive.why_not_found("聯席會議.txt")
    assert (reprint.code, dict(reprint.details)["head"]) == ("why.reprint", "云州白石两市联席会议召开")


def test_a_file_that_changed_or_went_says_so(archive: Archive, folder: Path) -> None:
    file = folder / "联席会议.txt"
    archive.import_paths([folder], workers=0)
    file.write_text(MEETING + "又及。", encoding="utf-8")
    assert codes(archive, str(file)) == ["why.there", "why.changed"]
    file.unlink()
    archive.import_paths([folder], workers=0)
    assert codes(archive, str(file)) == ["why.there", "why.gone"]


def test_a_phrase_that_is_found_or_that_never_came(archive: Archive, folder: Path) -> None:
    archive.import_paths([folder], workers=0)
    (found,) = archive.why_not_found("交通合作協議")
    assert (found.code, dict(found.details)) == ("why.found", {"count": "2"})
    assert codes(archive, "从未有过的话") == []
    assert codes(archive, "  ") == []


def test_a_phrase_that_was_cut_off_as_furniture_is_found_in_the_original(
    archive: Archive, folder: Path
) -> None:
    page = folder / "防汛.html"
    page.write_text(PAGE, encoding="utf-8")
    archive.import_paths([folder], workers=0)
    (cut,) = archive.why_not_found("白石湖渔火节盛大开幕")
    assert (cut.code, cut.file, cut.article_id) == ("why.cut", str(page), archive.find(str(page)))
    assert codes(archive, "白石湖漁火節盛大開幕") == ["why.cut"]  # in the other script


def test_a_phrase_of_an_older_version_is_found_there(archive: Archive, folder: Path) -> None:
    file = folder / "联席会议.txt"
    file.write_text(MEETING.replace("岑绍文", "独孤一鹤"), encoding="utf-8")
    archive.import_paths([folder], workers=0)
    file.write_text(MEETING, encoding="utf-8")
    archive.import_paths([folder], workers=0)
    assert codes(archive, "独孤一鹤") == ["why.older_version"]


def test_a_failed_member_of_an_archive_is_named(archive: Archive, tmp_path: Path) -> None:
    import zipfile

    path = tmp_path / "包.zip"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("好的.txt", MEETING)
        package.writestr("空的.txt", b"")
    archive.import_paths([path], workers=0)
    (answer,) = archive.why_not_found("空的.txt")
    assert (answer.code, answer.file, answer.reason) == ("why.failed", f"{path}#空的.txt", "reason.empty")
