"""What is a word: jieba's answer, whoever gives it."""

from __future__ import annotations

import gzip
import json
import os
import re
from pathlib import Path

import pytest

from index.fulltext.analysis import jieba_segmenter, normal, segmenter
from index.script.fold import HAN

LINES = [
    "贛江新區聯席會議在南昌召開",
    "国务院副总理李红军出席APEC会议",
    "他说的确实在理",
    "2025年4月28日，第二次会议",
]


@pytest.fixture
def jieba_cut() -> object:
    jieba_segmenter.cache_clear()  # its cache file belongs into this test's private folder
    yield jieba_segmenter()
    jieba_segmenter.cache_clear()


def runs(texts: list[str]) -> list[str]:
    return [run for text in texts for run in re.findall(f"{HAN}+", normal(text))]


def test_rjieba_cuts_as_jieba_does(jieba_cut: object) -> None:
    pytest.importorskip("rjieba")
    for run in runs(LINES):
        assert segmenter()(run) == jieba_cut(run)  # type: ignore[operator]
    assert (Path(os.environ["JUANZONG_DATA"]) / "jieba" / "words.cache").exists()


@pytest.mark.shared_data
def test_rjieba_cuts_real_articles_as_jieba_does(jieba_cut: object, shared_data: Path) -> None:
    pytest.importorskip("rjieba")
    with gzip.open(shared_data / "corpus" / "dev-small.jsonl.gz", "rt", encoding="utf-8") as file:
        texts = [json.loads(line)["body"] for line, _ in zip(file, range(40), strict=False)]
    found = runs(texts)
    assert len(found) > 1000
    for run in found:
        assert segmenter()(run) == jieba_cut(run)  # type: ignore[operator]
