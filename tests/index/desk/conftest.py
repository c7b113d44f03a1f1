"""An archive with a few articles that notes are made on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.archive import Archive
from index.model import Passage

TEXT = (
    "云州白石两市联席会议召开\n发布时间：2024-03-05\n\n　　3月4日，云州市、白石市联席会议在云州召开。"
    "云州市委书记岑绍文主持会议，白石市市长费云帆出席。\n　　会议审议了《云州市、白石市交通合作协议》，"
    "强调要共同推进云白铁路建设。\n　　会议强调要共同推进跨江大桥建设。\n\n来源：云州日报\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two articles."""
    place = tmp_path / "剪报"
    place.mkdir()
    (place / "会议.txt").write_text(TEXT, encoding="utf-8", newline="\n")
    (place / "任免.txt").write_text(
        "白石市任免名单\n发布时间：2024-05-06\n\n　　费云帆任白石市代市长。\n\n来源：白石日报\n",
        encoding="utf-8",
    )
    return place


@pytest.fixture
def archive(tmp_path: Path, folder: Path) -> Iterator[Archive]:
    """An archive with these articles."""
    with Archive.create(tmp_path / "案头.juanzong") as made:
        made.import_paths([folder], workers=0)
        yield made


def number_of(archive: Archive, title: str) -> int:
    """The article with a title that contains some words."""
    return next(
        number
        for number in archive._catalogue.reading.execute("SELECT id FROM article WHERE state = 'current'")
        if title in archive.article(number[0]).title
    )[0]


def words_in(archive: Archive, article_id: int, words: str) -> Passage:
    """Where words stand in the body of an article."""
    at = archive.article(article_id).body.index(words)
    return Passage(at, at + len(words))
