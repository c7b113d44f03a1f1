"""Tables about entities: what they say agrees with the articles, in workbook and CSV alike."""

from __future__ import annotations

import csv
from pathlib import Path

import openpyxl
import pytest

from index.archive import Archive
from index.cli.main import main
from index.errors import ExportError
from index.model import MentionType, SearchRequest, TableKind

from .conftest import write_records


def rows_of(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_appointments_come_with_origin_and_date(archive: Archive, tmp_path: Path) -> None:
    out = tmp_path / "任职.csv"
    count = archive.table(TableKind.APPOINTMENTS, out, language="zh_CN")
    head, *rows = rows_of(out)
    assert head[:4] == ["人物", "职务", "机构", "地点"]
    assert len(rows) == count == archive.stats().appointments
    assert [row[4] for row in rows if row[0] == "叶建春"] == ["m-2023", "m-2025", "f-2025", "t-2025"] or [
        row[4] for row in rows if row[0] == "葉建春"
    ]
    assert {row[6] for row in rows} <= {"2023-03-05", "2025-04-29", "2025-06-11", "2025-07-01", "2025-07-02"}


def test_a_workbook_has_the_same_rows_as_the_csv(archive: Archive, tmp_path: Path) -> None:
    for kind in (TableKind.APPOINTMENTS, TableKind.ENTITIES, TableKind.COOCCURRENCES):
        archive.table(kind, tmp_path / "a.csv", language="en")
        archive.table(kind, tmp_path / "a.xlsx", language="en")
        book = openpyxl.load_workbook(tmp_path / "a.xlsx", read_only=True)
        sheet = [["" if cell is None else str(cell) for cell in row] for row in book.worksheets[0].values]
        book.close()
        assert sheet == rows_of(tmp_path / "a.csv")


def test_co_occurrences_are_those_of_common_articles(archive: Archive, tmp_path: Path) -> None:
    out = tmp_path / "共现.csv"
    archive.table(TableKind.COOCCURRENCES, out, language="en")
    found = {(row[1], row[3]): row for row in rows_of(out)[1:]}
    [pair] = [row for names, row in found.items() if "王忠林" in names and {"叶建春", "葉建春"} & set(names)]
    assert pair[4:] == ["2", "2025-04-29", "m-2025", "2025-07-01", "n-2025"]


def test_entities_tell_their_first_and_last_article(archive: Archive, tmp_path: Path) -> None:
    out = tmp_path / "名录.csv"
    archive.table(TableKind.ENTITIES, out, language="en")
    [row] = [row for row in rows_of(out) if row[1] == "王忠林"]
    assert (row[0], row[2]) == ("Person", "2")
    assert row[5:] == ["2025-04-29", "m-2025", "2025-07-01", "n-2025"]


def test_a_table_can_be_limited_to_hits_and_entities(archive: Archive, tmp_path: Path) -> None:
    out = tmp_path / "t.csv"
    archive.table(TableKind.APPOINTMENTS, out, SearchRequest("武汉"))
    assert {row[4] for row in rows_of(out)[1:]} == {"m-2025"}
    number = archive.find_entity(MentionType.PERSON, "王忠林")
    assert number is not None
    archive.table(TableKind.MONTHS, out, entity_ids=[number])
    assert [row[2:] for row in rows_of(out)[1:]] == [["2025-04", "1"], ["2025-07", "1"]]


def test_an_unknown_format_is_refused(archive: Archive, tmp_path: Path) -> None:
    with pytest.raises(ExportError):
        archive.table(TableKind.ENTITIES, tmp_path / "t.odt")
    assert not (tmp_path / "t.odt").exists()


def test_the_command_line_writes_tables(
    archive: Archive, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "任职.csv"
    assert main(["--archive", str(archive.path), "table", "appointments", str(out)]) == 0
    assert str(archive.stats().appointments) in capsys.readouterr().err
    assert len(rows_of(out)) == archive.stats().appointments + 1
    assert main(["--archive", str(archive.path), "table", "entities", str(tmp_path / "t.ods")]) == 1
    assert main(["--archive", str(archive.path), "rebuild", "--names"]) == 0


def test_pairs_are_dated_by_the_articles_that_have_a_date(tmp_path: Path) -> None:
    said = "江西省委书记尹弘、江西省省长叶建春出席会议。"
    write_records(
        tmp_path / "r.jsonl",
        [
            ("a", "", "会议", said),
            ("b", "2023-03-05", "二次会议", said + "会议在南昌召开。"),
            ("c", "2024-03-05", "三次会议", said + "会议在九江召开，讨论航运。"),
        ],
    )
    with Archive.create(tmp_path / "甲.juanzong") as archive:
        archive.import_paths([tmp_path / "r.jsonl"], workers=0)
        archive.table(TableKind.COOCCURRENCES, tmp_path / "c.csv", language="en")
    [row] = [row for row in rows_of(tmp_path / "c.csv") if {row[1], row[3]} == {"尹弘", "叶建春"}]
    assert row[4:] == ["3", "2023-03-05", "b", "2024-03-05", "c"]
