"""A small archive in both scripts, and the truth by reading every text."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from index.archive import Archive
from index.fulltext.analysis import normal
from index.model import SearchRequest

PEOPLE = ("李红军", "岑绍文", "费云帆", "梁慧君")
PIECES = (
    "赣江新区召开联席会议",
    "贛江新區與白石市簽署協議",
    "人人人都来参加红军长征纪念活动",
    "红军小学的红军故事",
    "互联网＋政务服务，APEC会议在重庆举行",
    "文化 旅游 部门发布通知",
    "市長費雲帆表示，文化很重要",
    "李红军主持联席会议",
    "一带一路，共商共建共享。",
    "联席\n会议纪要",
)
DATES = ("2021-03-05", "2021-11-30", "2022-01-02", "2022-01-20", "2023-07-09", "2024", None)
SOURCES = ("云州日报", "白石时报", None)


def write(path: Path, records: list[dict[str, str | None]]) -> Path:
    """A JSON Lines file."""
    path.write_text("\n".join(json.dumps(one, ensure_ascii=False) for one in records), encoding="utf-8")
    return path


def record(
    number: int, title: str, body: str, date: str | None = None, source: str | None = None
) -> dict[str, str | None]:
    """One article; what is None is left out."""
    whole = {"id": f"r{number}", "title": title, "body": body, "date": date, "source": source}
    return {name: value for name, value in whole.items() if value is not None}


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of 80 articles made of PIECES, some of them without a date or a source."""
    rng = random.Random(5)
    folder = tmp_path_factory.mktemp("exploration")
    records = []
    for number in range(80):
        body = "".join(
            rng.choice(PIECES) + rng.choice(("。", "，", "；", "。\n\n　　"))
            for _ in range(rng.randrange(3, 12))
        )
        body += f"{rng.choice(PEOPLE)}出席。编号{number}。"
        title = f"{rng.choice(PIECES)[:12].strip()} {number}".replace("\n", "")
        records.append(record(number, title, body, rng.choice(DATES), rng.choice(SOURCES)))
    with Archive.create(folder / "小.juanzong") as archive:
        archive.import_paths([write(folder / "records.jsonl", records)], workers=0)
    return folder / "小.juanzong"


@pytest.fixture
def archive(made: Path) -> Iterator[Archive]:
    with Archive.open(made) as opened:
        yield opened


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Archive]:
    with Archive.create(tmp_path / "leer.juanzong") as opened:
        yield opened


@pytest.fixture
def texts(archive: Archive) -> dict[int, tuple[str, str]]:
    """Title and body of every article, folded and squeezed, by reading all of them."""
    ids = archive.search(SearchRequest("")).ids()
    articles = [archive.article(number) for number in ids]
    return {one.id: (normal(one.title), normal(one.body)) for one in articles}


@pytest.fixture
def count(texts: dict[int, tuple[str, str]]) -> Callable[[str], dict[int, int]]:
    """How often a keyword stands in each article that has it, reading from left to right."""

    def counted(keyword: str) -> dict[int, int]:
        key = normal(keyword)
        found = {n: title.count(key) + body.count(key) for n, (title, body) in texts.items()}
        return {number: times for number, times in found.items() if times}

    return counted
