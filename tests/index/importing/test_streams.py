"""Large tables and arrays are read record after record; what is broken in them costs no other record."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import ReadError
from index.importing import RecordFailure, drafts, record_as_it_came, units
from index.importing.readers import read_any, streams
from index.model import Draft

BODY = "3月4日，江城市与湖州市签署合作协议，李明出席签约仪式并讲话。"
ROWS = [
    {"title": f"协议第{number}号", "body": f"{BODY}编号{number}。", "date": "2024-03-05"}
    for number in range(450)
]


@pytest.fixture(autouse=True)
def small_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules[units.__module__], "_TABLE", 100)
    monkeypatch.setattr(streams, "_BLOCK", 64)
    monkeypatch.setattr(streams, "_CHUNK_RECORDS", 100)


def read_all(path: Path) -> list[Draft | RecordFailure]:
    return [item for unit in units(path) for item in drafts(unit)]


def table(rows: list[dict[str, str]]) -> str:
    return "标题,正文,日期\n" + "".join(f'{row["title"]},"{row["body"]}\n",{row["date"]}\n' for row in rows)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("suffix", ["json", "csv"])
def test_a_large_file_gives_what_a_small_one_gives(tmp_path: Path, suffix: str, encoding: str) -> None:
    text = json.dumps(ROWS, ensure_ascii=False, indent=1) if suffix == "json" else table(ROWS)
    path = tmp_path / f"a.{suffix}"
    path.write_bytes(text.encode(encoding))
    pieces = list(units(path))
    assert len(pieces) == 5
    found = [item for unit in pieces for item in drafts(unit)]
    assert found == list(read_any(path.read_bytes(), path.name))
    assert [item.title for item in found if isinstance(item, Draft)] == [row["title"] for row in ROWS]


@pytest.mark.parametrize("suffix", ["json", "csv"])
def test_a_record_of_a_large_file_is_shown_as_it_came(suffix: str) -> None:
    text = json.dumps(ROWS, ensure_ascii=False) if suffix == "json" else table(ROWS)
    number = 300 if suffix == "json" else 301
    came = record_as_it_came(io.BytesIO(text.encode()), f"a.{suffix}", str(number))
    assert came.strip() == f"{ROWS[299]['title']}\n{ROWS[299]['body']}"


@pytest.mark.parametrize(
    "wrapped",
    ['{"total": 450, "columns": ["a", "b"], "rows": %s}', '{"page": {"size": 10}, "rows": %s, "next": null}'],
)
def test_an_array_inside_an_object_is_read_however_long_it_is(
    wrapped: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(streams, "_LONGEST_RECORD", 2000)
    text = wrapped % json.dumps(ROWS, ensure_ascii=False)
    assert [record for _, record in streams.values(io.StringIO(text))] == ROWS


def test_records_one_after_another_are_read_though_the_file_is_no_array() -> None:
    text = "\n".join(json.dumps(row, ensure_ascii=False, indent=2) for row in ROWS)
    assert [record for _, record in streams.values(io.StringIO(text))] == ROWS


def test_a_broken_record_is_told_and_the_next_is_read(tmp_path: Path) -> None:
    lines = [json.dumps(row, ensure_ascii=False) for row in ROWS[:5]]
    lines[2] = lines[2].replace('"body": "', '"body": ')
    path = tmp_path / "a.json"
    path.write_text(f"[{','.join(lines)}]", encoding="utf-8")
    found = read_all(path)
    assert [item.title for item in found if isinstance(item, Draft)] == [
        ROWS[number]["title"] for number in (0, 1, 3, 4)
    ]
    assert [(item.record, item.code) for item in found if isinstance(item, RecordFailure)] == [
        ("3", "reason.bad_record")
    ]


def test_a_number_longer_than_python_reads_costs_its_record_only() -> None:
    text = '[{"title": "前", "body": "正文"}, {"id": ' + "9" * 5000 + '}, {"title": "后", "body": "正文"}]'
    found = [record for _, record in streams.values(io.StringIO(text))]
    assert [record["title"] for record in found if isinstance(record, dict)] == ["前", "后"]
    assert [str(record)[:7] for record in found if isinstance(record, streams.Broken)] == ["Exceeds"]


def test_an_array_that_breaks_off_gives_what_is_there(tmp_path: Path) -> None:
    text = json.dumps(ROWS, ensure_ascii=False)
    path = tmp_path / "a.json"
    path.write_text(text[:-40], encoding="utf-8")
    found = read_all(path)
    assert [isinstance(item, Draft) for item in found] == [True] * 449 + [False]


def test_a_record_without_end_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "_LONGEST_RECORD", 500)
    long = '{"title": "' + "长" * 3000 + '"}'
    text = f"[{json.dumps(ROWS[0])},{long},{json.dumps(ROWS[1])}]"
    records = [record for _, record in streams.values(io.StringIO(text))]
    assert records == [ROWS[0], "too long", ROWS[1]]


def test_a_large_table_without_a_header_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("甲,乙,丙\n" * 100, encoding="utf-8")
    with pytest.raises(ReadError) as error:
        read_all(path)
    assert error.value.code == "reason.no_header"


@pytest.mark.parametrize(
    "above", ["江城日报文章导出表\n", "江城日报文章导出表,,\n导出时间：2024-03-05,,\n\n", "sep=,\n"]
)
def test_a_header_may_stand_under_a_title_and_notes(above: str) -> None:
    found = list(read_any((above + table(ROWS[:3])).encode(), "a.csv"))
    assert [item.title for item in found if isinstance(item, Draft)] == [row["title"] for row in ROWS[:3]]


def test_signs_in_the_text_do_not_pass_for_delimiters() -> None:
    body = "a, b, c, d, e, f, g; h; i"
    (item,) = read_any(f"标题\t正文\n协议\t{body}\n".encode(), "a.csv")
    assert isinstance(item, Draft) and item.body == body


@given(st.text(alphabet='[]{},:"\\ \n0ntrue体', max_size=80))
def test_any_text_comes_to_an_end(text: str) -> None:
    assert len(list(streams.values(io.StringIO(text)))) <= len(text)
