"""A crawl dump is read by several workers, each a stretch of it; together they read every record once."""

from __future__ import annotations

import gzip
import sys
from pathlib import Path

import pytest

from index.importing import RecordFailure, drafts, units
from index.importing.units import Unit

PAGE = (
    "<html><head><title>第{0}次会议召开</title></head><body><h1>第{0}次会议召开</h1>"
    "<p>2024-03-05 来源：江城日报</p>"
    "<p>3月4日，江城市召开第{0}次联席会议，研究部署有关工作，各有关部门负责人参加会议并作了发言。</p>"
    "<p>会议强调，要压实责任、定期会商，对议定的事项逐项落实，确保年底前见到实效。</p>{1}</body></html>"
)


def record(number: int) -> bytes:
    page = PAGE.format(number, "<!-- WARC/1.0 -->" * (number % 7)).encode()
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://example.org/{number}.html\r\n"
        f"WARC-Date: 2024-03-06T00:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


@pytest.fixture(params=["a.warc", "a.warc.gz"])
def dump(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    path = tmp_path / str(request.param)
    records = [record(number) for number in range(40)]
    packed = path.suffix == ".gz"
    path.write_bytes(b"".join(gzip.compress(one) if packed else one for one in records))
    return path


@pytest.mark.parametrize("stretch", [97, 512, 1009, 5000, 1 << 20])
def test_stretches_of_any_length_give_every_record_once(
    dump: Path, stretch: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.modules[units.__module__], "_STRETCH", stretch)
    found = [item for unit in units(dump) for item in drafts(unit)]
    assert [item.record.split("@")[0] for item in found] == [
        f"http://example.org/{number}.html" for number in range(40)
    ]
    assert not any(isinstance(item, RecordFailure) for item in found)


def test_a_small_dump_is_one_unit(dump: Path) -> None:
    assert [unit.is_whole for unit in units(dump)] == [True]


def test_a_damaged_stretch_leaves_the_others_whole(dump: Path) -> None:
    size = dump.stat().st_size
    data = bytearray(dump.read_bytes())
    data[size // 2 : size // 2 + 40] = bytes(40)
    dump.write_bytes(bytes(data))
    first = Unit(dump, "dump", start=0, end=size // 4)
    last = Unit(dump, "dump", start=3 * size // 4, end=size)
    assert len(list(drafts(first))) >= 9
    assert len(list(drafts(last))) >= 9
