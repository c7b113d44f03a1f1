"""Small archives made of files written on the spot."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.archive import Archive

MEETING = (
    "云州白石两市联席会议召开\n发布时间：2024-03-05\n\n　　3月4日，云州市、白石市联席会议在云州召开。"
    "云州市委书记岑绍文主持会议，白石市市长费云帆出席。会议审议了《云州市、白石市交通合作协议》。\n\n来源：云州日报\n"
)
REPRINT = (
    "雲州白石兩市聯席會議召開\n發布時間：2024-03-06\n\n　　3月4日，雲州市、白石市聯席會議在雲州召開。"
    "雲州市委書記岑紹文主持會議，白石市市長費雲帆出席。會議審議了《雲州市、白石市交通合作協議》。\n\n來源：白石時報\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two text files that carry the same article in two scripts, and a JSON Lines file."""
    place = tmp_path / "剪报 2024"
    place.mkdir()
    (place / "联席会议.txt").write_text(MEETING, encoding="gb18030", newline="\n")
    (place / "聯席會議.txt").write_text(REPRINT, encoding="utf-8", newline="\n")
    write_records(place / "records.jsonl", range(30))
    return place


def write_records(path: Path, numbers: range) -> None:
    """JSON Lines with one short article a number."""
    lines = [
        json.dumps(
            {
                "id": f"r-{n}",
                "title": f"第{n}号通报",
                "date": f"2023-0{n % 9 + 1}-11",
                "source": "临江简报",
                "body": f"临江省第{n}号通报发布。\n白石湖水位第{n}次测量完成，费云帆到场察看。",
            },
            ensure_ascii=False,
        )
        for n in numbers
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    """A new, empty archive."""
    with Archive.create(tmp_path / "临江.juanzong") as made:
        yield made
