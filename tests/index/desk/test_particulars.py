"""What is corrected for citing an article is kept and used wherever it is cited."""

from __future__ import annotations

from pathlib import Path

from index.archive import Archive
from index.model import Genre, Particulars, SearchRequest
from tests.index.desk.conftest import TEXT, number_of


def test_corrected_particulars_are_used_in_every_citation_and_export(
    archive: Archive, tmp_path: Path
) -> None:
    meeting = number_of(archive, "联席会议")
    assert archive.citation(meeting) == "云州白石两市联席会议召开[N]. 云州日报, 2024-03-05."
    archive.correct_particulars(meeting, Particulars(author="闵小满", page="2"))
    assert archive.citation(meeting) == "闵小满. 云州白石两市联席会议召开[N]. 云州日报, 2024-03-05(2)."
    assert archive.particulars(meeting).author == "闵小满"
    assert archive.particulars(meeting).genre is Genre.NEWSPAPER
    assert archive.corrected_particulars(meeting) == Particulars(author="闵小满", page="2")
    for style in ("gbt7714", "ris", "html", "footnote"):
        out = tmp_path / f"out.{style}"
        archive.export(style, out, SearchRequest("联席会议"))
        assert "闵小满" in out.read_text(encoding="utf-8"), style


def test_corrections_can_be_undone_and_taken_away(archive: Archive) -> None:
    meeting = number_of(archive, "联席会议")
    edit = archive.correct_particulars(meeting, Particulars(genre=Genre.REPORT))
    assert "[R]" in archive.citation(meeting)
    archive.take_back(edit)
    assert "[N]" in archive.citation(meeting)
    archive.correct_particulars(meeting, Particulars(title="甲"))
    archive.correct_particulars(meeting, Particulars())
    assert archive.corrected_particulars(meeting) == Particulars()


def test_corrections_stay_when_the_article_is_imported_anew(archive: Archive, folder: Path) -> None:
    archive.correct_particulars(number_of(archive, "联席会议"), Particulars(page="3"))
    (folder / "会议.txt").write_text(TEXT.replace("主持会议", "主持会议并讲话"), encoding="utf-8")
    archive.import_paths([folder], workers=0)
    assert archive.citation(number_of(archive, "联席会议")).endswith("(3).")


def test_several_articles_are_cited_in_a_numbered_list(archive: Archive) -> None:
    ids = [number_of(archive, "联席会议"), number_of(archive, "任免")]
    lines = archive.citations(ids).splitlines()
    assert [line[:4] for line in lines] == ["[1] ", "[2] "]
    assert archive.citations(ids, "ris").count("TY  - ") == 2
    assert not archive.citations(ids[:1]).startswith("[")
