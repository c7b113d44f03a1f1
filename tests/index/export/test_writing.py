"""What holds for every format: complete or not at all, counted, in order, and never broken by a text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.errors import Cancelled, ExportError
from index.export import FORMATS, ExportItem, write


@pytest.mark.parametrize("format_", FORMATS)
def test_every_format_takes_any_text_and_no_articles_at_all(
    format_: str, tmp_path: Path, plain: ExportItem, bare: ExportItem, hostile: ExportItem
) -> None:
    seen: list[int] = []
    out = tmp_path / "out"
    items = (plain, bare, hostile)
    assert write(format_, out, items, archive_name="a\x00b", language="en", progress=seen.append) == 3
    assert seen == [1, 2, 3]
    assert out.stat().st_size > 0
    assert write(format_, out, (), archive_name="", language="zh_TW") == 0


@pytest.mark.parametrize("format_", FORMATS)
def test_a_cancelled_export_leaves_the_old_file_and_nothing_else(
    format_: str, tmp_path: Path, plain: ExportItem
) -> None:
    out = tmp_path / "out"
    out.write_text("before", encoding="utf-8")

    def stopped() -> Iterator[ExportItem]:
        yield plain
        raise Cancelled

    with pytest.raises(Cancelled):
        write(format_, out, stopped(), archive_name="a", language="en")
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
    assert out.read_text(encoding="utf-8") == "before"


@pytest.mark.parametrize("format_", FORMATS)
def test_a_place_that_cannot_be_written_is_said(format_: str, tmp_path: Path, plain: ExportItem) -> None:
    for out in (tmp_path / "no such folder" / "out", tmp_path):
        with pytest.raises(ExportError) as caught:
            write(format_, out, (plain,), archive_name="a", language="en")
        assert str(out) in str(caught.value)
    assert list(tmp_path.iterdir()) == []


def test_a_format_that_is_not_known_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="jsonl"):
        write("odt", tmp_path / "out", (), archive_name="a", language="en")


@pytest.mark.parametrize(("language", "reason"), [("zh_CN", "没有这个文件夹"), ("zh-TW", "沒有這個資料夾")])
def test_the_reason_is_said_in_the_readers_language(tmp_path: Path, language: str, reason: str) -> None:
    with pytest.raises(ExportError) as caught:
        write("csv", tmp_path / "无" / "out", (), archive_name="a", language=language)
    assert caught.value.details["reason"] == reason
