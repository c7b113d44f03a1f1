"""Articles to export: one as it should be, one with everything missing, one out to do harm."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from index.export import ExportItem, write
from index.model import Appointment, Article, DateOrigin, Mention, MentionType

BODY = (
    "3月26日，三地联席会议第六次会议在白石市召开。\n"
    "云州市市长费云帆出席，会议讨论了《三地协同发展三年行动方案》。费云帆发言。"
)


def mention(type_: MentionType, text: str, body: str = BODY, nth: int = 0, value: str = "") -> Mention:
    at = -1
    for _ in range(nth + 1):
        at = body.index(text, at + 1)
    return Mention(type_, at, at + len(text), text, value)


PLAIN = ExportItem(
    Article(
        id=7,
        origin="采编/2025.jsonl#12",
        title="三地联席会议第六次会议召开",
        body=BODY,
        date="2025-03-27",
        date_origin=DateOrigin.PRINTED,
        date_reason="",
        source="临江日报",
        author="闵小满",
        url="https://news.example.com/2025/12.html",
        encoding="gb18030",
        encoding_confidence=1.0,
        file="/srv/采编/2025.jsonl",
        record="12",
    ),
    mentions=(
        mention(MentionType.DATE, "3月26日", value="2025-03-26"),
        mention(MentionType.POST, "云州市市长"),
        mention(MentionType.PERSON, "费云帆"),
        mention(MentionType.DOCUMENT, "三地协同发展三年行动方案"),
        mention(MentionType.PERSON, "费云帆", nth=1),
    ),
    title_mentions=(Mention(MentionType.EVENT, 0, 12, "三地联席会议第六次会议"),),
    appointments=(Appointment("费云帆", "云州市市长", "", "云州市"),),
)
BARE = ExportItem(
    Article(
        8, "无题.txt", "", "只有一句话。", None, DateOrigin.NONE, "", None, None, None, "utf-8", 1.0, "/x", ""
    )
)
HOSTILE = ExportItem(
    replace(
        PLAIN.article,
        id=9,
        origin="=cmd|' /C calc'!A0",
        title='@SUM(1)<script>alert(1)</script>"\x0b\ud800',
        body='+1+1\r\n</p><img src=x onerror=alert(1)>\x00\x1f\u2028\x85尾\udfff\ufffe\n\t=HYPERLINK("x")',
        source="=1+1",
        author="-2",
        url="javascript:alert(1)",
    )
)


@pytest.fixture
def plain() -> ExportItem:
    return PLAIN


@pytest.fixture
def bare() -> ExportItem:
    return BARE


@pytest.fixture
def hostile() -> ExportItem:
    return HOSTILE


@pytest.fixture(scope="session")
def with_text() -> Callable[[str, str], ExportItem]:
    """An item with this title and body and nothing recognised in it."""

    def made(title: str, body: str) -> ExportItem:
        return ExportItem(replace(PLAIN.article, title=title, body=body))

    return made


Export = Callable[..., Path]


@pytest.fixture
def export(tmp_path: Path) -> Export:
    """Writes items to a file in one format and returns its path."""

    def run(format_: str, *items: ExportItem, language: str = "zh_CN") -> Path:
        out = tmp_path / f"导出.{format_}"
        assert write(format_, out, items, archive_name="示例 <档案库>", language=language) == len(items)
        return out

    return run
