"""JSON Lines: every record keeps its words, every bad line is reported, the rest goes on."""

from __future__ import annotations

import gzip
import json
import pickle
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.errors import ReadError
from index.importing import RecordFailure, Unit, drafts, units
from index.importing.readers.json_lines import read_lines
from index.model import DateOrigin, Draft

BODY = "3月4日，江城市与湖州市签署合作协议。\n李明出席。"


def write(path: Path, records: list[object]) -> Path:
    data = "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records).encode()
    path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)
    return path


def read_all(path: Path) -> list[Draft | RecordFailure]:
    return [item for unit in units(path) for item in drafts(unit)]


def one(**fields: object) -> Draft:
    (item,) = read_lines(json.dumps({"body": BODY, **fields}).encode(), 1, 0)
    assert isinstance(item, Draft)
    return item


def test_all_fields_are_taken_as_they_are() -> None:
    draft = one(
        id="a-1",
        title="协议",
        date="2024-03-05",
        source="江城日报",
        author="张三",
        url="https://example.org/1",
    )
    assert draft == Draft(
        title="协议",
        body=BODY,
        date="2024-03-05",
        date_origin=DateOrigin.RECORD,
        source="江城日报",
        author="张三",
        url="https://example.org/1",
        own_id="a-1",
        record="1",
        start=0,
        length=draft.length,
    )


def test_only_the_body_is_needed() -> None:
    draft = one()
    assert draft.title == "3月4日，江城市与湖州市签署合作协议"
    assert draft.body == BODY


def test_a_first_line_that_is_a_headline_becomes_the_title() -> None:
    draft = one(body="两市签署协议\n" + BODY)
    assert (draft.title, draft.body) == ("两市签署协议", BODY)


def test_the_words_of_a_body_stay_even_if_they_look_like_furniture() -> None:
    body = "發稿單位：衛生局\n發稿日期：111年7月15日\n内容。\n责任编辑：张三\n微博"
    assert one(title="标题", body=body).body == body


def test_only_white_space_of_a_body_changes() -> None:
    assert one(title="标题", body="\r\n　　第一段。 \n\n\r\n　　第二段。\n").body == "第一段。\n第二段。"


@pytest.mark.parametrize("date", ["2024-02-30", "很久以前", "99999"])
def test_an_impossible_date_is_none_and_says_what_it_was(date: str) -> None:
    draft = one(date=date)
    assert (draft.date, draft.date_origin, draft.date_reason) == (None, DateOrigin.NONE, date)


@pytest.mark.parametrize(
    ("date", "iso"),
    [
        ("2024", "2024"),
        ("2024-03", "2024-03"),
        ("2024年3月5日 10:00", "2024-03-05"),
        (20240305, "2024-03-05"),
    ],
)
def test_partial_and_printed_dates_become_iso(date: object, iso: str) -> None:
    assert one(date=date).date == iso


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (b"{broken", "reason.bad_record"),
        (b"[1, 2]", "reason.bad_record"),
        (b'"text"', "reason.bad_record"),
        (b'{"title": "only a title"}', "reason.record_no_body"),
        (b'{"body": 5.0, "x": [}', "reason.bad_record"),
        (b'{"body": {"a": 1}}', "reason.record_no_body"),
        (b"[" * 200_000, "reason.bad_record"),
    ],
)
def test_a_bad_line_is_reported_with_its_number_and_the_rest_goes_on(line: bytes, code: str) -> None:
    good = json.dumps({"body": BODY}).encode()
    first, bad, last = read_lines(b"\n".join([good, line, good]), 7, 0)
    assert isinstance(first, Draft)
    assert isinstance(bad, RecordFailure)
    assert (bad.record, bad.code) == ("8", code)
    assert isinstance(last, Draft)
    assert last.record == "9"


def test_lone_surrogates_do_not_get_into_a_text() -> None:
    draft = next(iter(read_lines(b'{"title": "a\\ud800", "body": "b\\udfff"}', 1, 0)))
    assert isinstance(draft, Draft)
    (draft.title + draft.body).encode("utf-8")


def test_records_in_another_encoding_are_read() -> None:
    data = json.dumps({"title": "协议", "body": BODY}, ensure_ascii=False).encode("gb18030")
    draft = next(iter(read_lines(data, 1, 0)))
    assert isinstance(draft, Draft)
    assert (draft.body, draft.encoding) == (BODY, "gb18030")


@pytest.mark.parametrize("name", ["many.jsonl", "many.jsonl.gz", "many.ndjson"])
def test_chunks_cover_every_record_and_point_at_its_bytes(tmp_path: Path, name: str) -> None:
    path = write(
        tmp_path / name, [{"id": number, "title": f"第{number}篇", "body": BODY} for number in range(1, 1004)]
    )
    pieces = list(units(path))
    assert len(pieces) > 1
    found = read_all(path)
    assert [item.record for item in found] == [str(number) for number in range(1, 1004)]
    data = gzip.decompress(path.read_bytes()) if name.endswith(".gz") else path.read_bytes()
    for item in found:
        assert isinstance(item, Draft)
        assert json.loads(data[item.start : item.start + item.length])["id"] == int(item.own_id or "")


def test_a_unit_can_be_sent_to_another_process(tmp_path: Path) -> None:
    (unit,) = units(write(tmp_path / "one.jsonl", [{"body": BODY}]))
    copy = pickle.loads(pickle.dumps(unit))  # noqa: S301
    assert copy == unit
    assert list(drafts(copy)) == list(drafts(unit))


def test_a_line_beyond_all_measure_is_reported_and_skipped(tmp_path: Path) -> None:
    path = tmp_path / "long.jsonl"
    good = json.dumps({"body": BODY}).encode() + b"\n"
    path.write_bytes(good + b'{"body": "' + b"x" * (33 << 20) + b'"}\n' + good)
    first, long, last = read_all(path)
    assert isinstance(first, Draft)
    assert isinstance(long, RecordFailure)
    assert (long.record, long.code) == ("2", "reason.too_large")
    assert isinstance(last, Draft)
    assert path.read_bytes()[last.start : last.start + last.length] + b"\n" == good


def test_a_broken_gzip_is_reported_after_what_could_be_read(tmp_path: Path) -> None:
    path = write(tmp_path / "torn.jsonl.gz", [{"body": f"{BODY}{number * 7919}"} for number in range(2000)])
    path.write_bytes(path.read_bytes()[:-200])
    with pytest.raises(ReadError) as error:
        read_all(path)
    assert error.value.code == "reason.damaged"


def test_missing_and_empty_files_say_so(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    for name, code in (
        ("none.jsonl", "reason.missing"),
        ("none.txt", "reason.missing"),
        ("empty.txt", "reason.empty"),
    ):
        with pytest.raises(ReadError) as error:
            read_all(tmp_path / name)
        assert error.value.code == code


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_records_or_failures(data: bytes) -> None:
    for item in read_lines(data, 1, 0):
        assert isinstance(item, Draft | RecordFailure)


@pytest.mark.shared_data
def test_records_of_the_corpus_keep_every_character(shared_data: Path) -> None:
    path = shared_data / "corpus" / "dev-small.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    for record, item in zip(records, read_all(path), strict=True):
        assert isinstance(item, Draft)
        seen = "".join(char for char in record["body"] if unicodedata.category(char) not in ("Cc", "Cf"))
        assert "".join(item.body.split()) == "".join(seen.split()), record["id"]


def test_the_kind_of_a_unit_tells_files_from_records(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("标题\n正文。", encoding="utf-8")
    (unit,) = units(tmp_path / "a.txt")
    assert unit == Unit(tmp_path / "a.txt", "file")


@pytest.mark.parametrize("codec", ["utf-16", "utf-8-sig"])
def test_records_behind_a_byte_order_mark_are_read(tmp_path: Path, codec: str) -> None:
    path = tmp_path / "marked.jsonl"
    records = [json.dumps({"title": f"第{number}篇", "body": BODY}, ensure_ascii=False) for number in (1, 2)]
    path.write_bytes("\n".join(records).encode(codec))
    assert [item.title for item in read_all(path) if isinstance(item, Draft)] == ["第1篇", "第2篇"]
