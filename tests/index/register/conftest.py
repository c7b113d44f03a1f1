"""A small archive about two cities and their meetings, made of records written on the spot."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.archive import Archive

RECORDS = [
    (
        "m-2023",
        "2023-03-05",
        "江西南昌联席会议召开",
        "3月4日，2023年赣鄂联席会议在南昌召开。江西省委书记尹弘主持会议，江西省省长叶建春出席。"
        "尹弘指出，要推进区域合作。会议签署了《赣鄂合作协议》。",
    ),
    (
        "m-2025",
        "2025-04-29",
        "2025年赣鄂联席会议举行",
        "4月28日，2025年赣鄂联席会议在武汉举行。江西省省长叶建春、湖北省省长王忠林出席会议。"
        "叶建春强调：“合作要有实效。”",
    ),
    (
        "f-2025",
        "2025-06-11",
        "落实会议精神",
        "江西省发展和改革委员会召开会议，落实2025年4月28日聯席會議的部署。省长叶建春表示，年内完成任务。",
    ),
    (
        "n-2025",
        "2025-07-01",
        "南昌通报",
        "南昌市市长万广明到江西省图书馆察看。叶建春、王忠林都没有出席。",
    ),
    (
        "t-2025",
        "2025-07-02",
        "葉建春談合作",
        "江西省省長葉建春說：「贛鄂合作很好。」會議提到《赣鄂合作协议》。",
    ),
]


def write_records(path: Path, records: list[tuple[str, str, str, str]] = RECORDS) -> None:
    """JSON Lines, one article a record."""
    lines = [
        json.dumps({"id": number, "date": date, "title": title, "body": body}, ensure_ascii=False)
        for number, date, title, body in records
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


@pytest.fixture
def records(tmp_path: Path) -> Path:
    """The file of the records."""
    path = tmp_path / "剪报.jsonl"
    write_records(path)
    return path


@pytest.fixture
def archive(tmp_path: Path, records: Path) -> Iterator[Archive]:
    """An archive with all records."""
    with Archive.create(tmp_path / "赣鄂.juanzong") as made:
        made.import_paths([records], workers=0)
        yield made
