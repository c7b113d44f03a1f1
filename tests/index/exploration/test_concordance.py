"""Every occurrence in context, against reading every text."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from index.archive import Archive
from index.control import Control
from index.errors import Cancelled
from index.exploration.occurrences import Finder
from index.fulltext import parse
from index.fulltext.analysis import normal
from index.model import ConcordanceSort, FacetField, Filter, SearchRequest
from index.script.fold import fold
from index.script.readings import ranks

Count = Callable[[str], dict[int, int]]
KEYWORDS = ["联席会议", "聯席會議", "红军", "的", "人人", "文化旅游", "会议，", "APEC", "互联网+", "费云帆"]


@pytest.mark.parametrize("keyword", KEYWORDS)
def test_every_occurrence_has_a_line(archive: Archive, count: Count, keyword: str) -> None:
    found = archive.concordance(archive.search(SearchRequest(keyword)))
    truth = count(keyword)
    assert truth
    assert (found.total, found.articles) == (sum(truth.values()), len(truth))
    lines = found.lines(ConcordanceSort.OLDEST)
    assert {n: sum(line.article_id == n for line in lines) for n in truth} == truth


@pytest.mark.parametrize("keyword", KEYWORDS)
def test_a_line_says_where_it_stands(archive: Archive, keyword: str) -> None:
    for line in archive.concordance(archive.search(SearchRequest(keyword))).lines(ConcordanceSort.NEWEST):
        article = archive.article(line.article_id)
        text = article.title if line.in_title else article.body
        assert normal(text[line.start : line.end]) == normal(keyword)
        assert (line.title, line.date, line.source) == (article.title, article.date, article.source)
        around = "".join((line.left + line.keyword + line.right).split())
        assert around in "".join(text.split())
        assert "\n" not in line.left + line.keyword + line.right


@pytest.mark.parametrize("sort", list(ConcordanceSort))
def test_blocks_make_up_the_whole(archive: Archive, sort: ConcordanceSort) -> None:
    found = archive.concordance(archive.search(SearchRequest("联席会议")))
    blocks = [line for at in range(0, found.total, 7) for line in found.lines(sort, at, 7)]
    assert tuple(blocks) == found.lines(sort)
    assert len({(line.article_id, line.in_title, line.start) for line in blocks}) == found.total


def test_lines_are_sorted_as_asked(archive: Archive) -> None:
    found = archive.concordance(archive.search(SearchRequest("红军")))
    dates = [line.date for line in found.lines(ConcordanceSort.OLDEST)]
    known = [date for date in dates if date]
    assert known == sorted(known)
    assert dates[: len(known)] == known
    newest = [line.date for line in found.lines(ConcordanceSort.NEWEST) if line.date]
    assert newest == sorted(known, reverse=True)
    sources = [line.source for line in found.lines(ConcordanceSort.SOURCE) if line.source]
    assert sources == sorted(sources)

    def key(text: str) -> list[int]:
        return [int(ranks()[ord(char)]) for char in "".join(text.split())[:8]]

    rights = [key(line.right) for line in found.lines(ConcordanceSort.RIGHT)]
    assert rights == sorted(rights)
    lefts = [key(line.left[::-1]) for line in found.lines(ConcordanceSort.LEFT)]
    assert lefts == sorted(lefts)


def test_both_scripts_of_a_character_have_one_place_in_the_order() -> None:
    assert ranks()[ord("會")] == ranks()[ord("会")]
    assert ranks()[ord("阿")] < ranks()[ord("会")] < ranks()[ord("座")]


def test_several_keywords_share_no_place(archive: Archive, count: Count) -> None:
    found = archive.concordance(archive.search(SearchRequest("会议 OR 联席会议")))
    inside = sum(count("联席会议").values())
    lines = found.lines(ConcordanceSort.OLDEST)
    assert found.total == sum(count("会议").values())
    assert sum(normal(line.keyword) == "联席会议" for line in lines) == inside


@pytest.mark.parametrize(
    ("query", "keyword", "times"),
    [
        ("红军 NOTIN 李红军", "红军", lambda t: t.count("红军") - t.count("李红军")),
        ("/共[商建享]/", "", lambda t: t.count("共商") + t.count("共建") + t.count("共享")),
        ("联?会议", "联席会议", lambda t: t.count("联席会议")),
    ],
)
def test_operators_are_counted_in_texts(
    archive: Archive, texts: dict[int, tuple[str, str]], query: str, keyword: str, times: Callable[[str], int]
) -> None:
    found = archive.concordance(archive.search(SearchRequest(query)))
    assert found.total == sum(times(title) + times(body) for title, body in texts.values()) > 0
    assert {normal(line.keyword) for line in found.lines(ConcordanceSort.LEFT)} <= (
        {keyword} if keyword else {"共商", "共建", "共享"}
    )


def test_filters_and_fields_hold(archive: Archive, texts: dict[int, tuple[str, str]]) -> None:
    hits = archive.search(SearchRequest("联席会议", filters=(Filter(FacetField.YEAR, ("2022",)),)))
    lines = archive.concordance(hits).lines(ConcordanceSort.OLDEST)
    assert lines
    assert all((line.date or "").startswith("2022") for line in lines)
    titles = archive.concordance(archive.search(SearchRequest("标题:红军")))
    assert titles.total == sum(title.count("红军") for title, _ in texts.values()) > 0
    assert all(line.in_title for line in titles.lines(ConcordanceSort.OLDEST))


def test_all_articles_have_no_occurrences(archive: Archive) -> None:
    found = archive.concordance(archive.search(SearchRequest("")))
    assert (found.total, found.lines(ConcordanceSort.RIGHT)) == (0, ())


def test_a_cancel_is_obeyed(archive: Archive, tmp_path: Path) -> None:
    hits = archive.search(SearchRequest("红军"))
    with pytest.raises(Cancelled):
        archive.concordance(hits, cancelled=lambda: True)
    control = Control()
    control.cancel()
    with pytest.raises(Cancelled):
        archive.export_concordance(archive.concordance(hits), tmp_path / "a.csv", control=control)
    assert not list(tmp_path.glob("a.csv"))


def test_lines_can_be_written_to_a_file(archive: Archive, tmp_path: Path) -> None:
    found = archive.concordance(archive.search(SearchRequest("红军")))
    lines = found.lines(ConcordanceSort.RIGHT)
    count = archive.export_concordance(found, tmp_path / "a.csv", ConcordanceSort.RIGHT, language="zh_CN")
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert count == len(lines) == len(rows) - 1
    assert rows[0] == ["上文", "关键词", "下文", "日期", "来源", "标题", "出处"]
    assert [row[1] for row in rows[1:]] == [line.keyword for line in lines]
    assert rows[1][6] == archive.article(lines[0].article_id).origin
    archive.export_concordance(found, tmp_path / "a.xlsx", language="en")
    sheet = load_workbook(tmp_path / "a.xlsx").active
    assert sheet is not None
    assert sheet.max_row == len(lines) + 1


@given(
    st.text(alphabet="会會议 联\n　aAＡ1，", max_size=40),
    st.lists(st.text(alphabet="会议联a1，", min_size=1, max_size=3), min_size=1, max_size=3),
)
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_printed_text_is_searched_as_the_query_language_says(text: str, keywords: list[str]) -> None:
    leaves = parse(" ".join(f'"{keyword}"' for keyword in keywords)).keywords
    quick = Finder(leaves).spans(text, in_title=False)
    slow = Finder(leaves)
    slow._patterns = None
    assert quick == slow.spans(text, in_title=False)
    for start, end in quick:
        assert normal(text[start:end]) in {fold(keyword) for keyword in keywords}
