"""Use over time, against reading every text."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from index.archive import Archive
from index.errors import Cancelled
from index.model import ConcordanceSort, FacetField, Filter, SearchRequest, TrendStep

Count = Callable[[str], dict[int, int]]
Texts = dict[int, tuple[str, str]]


@pytest.mark.parametrize("keyword", ["联席会议", "红军", "的", "人人", "会议，", "apec", "不存在"])
@pytest.mark.parametrize(("step", "size"), [(TrendStep.YEAR, 4), (TrendStep.MONTH, 7)])
def test_counts_are_those_of_reading(
    archive: Archive, texts: Texts, count: Count, keyword: str, step: TrendStep, size: int
) -> None:
    found = archive.trend([keyword], step=step)
    series = found.series[0]
    articles: Counter[str] = Counter()
    occurrences: Counter[str] = Counter()
    everything: Counter[str] = Counter()
    characters: Counter[str] = Counter()
    for number, (title, body) in texts.items():
        date = (archive.article(number).date or "")[:size]
        period = date if len(date) == size else ""
        everything[period] += 1
        characters[period] += len(title) + len(body)
        times = count(keyword).get(number, 0)
        articles[period] += times > 0
        occurrences[period] += times
    undated = articles.pop(""), occurrences.pop("")
    assert (series.undated.articles, series.undated.occurrences) == undated
    assert series.articles == sum(articles.values()) + undated[0]
    assert series.occurrences == sum(occurrences.values()) + undated[1]
    got = {p.period: c for p, c in zip(found.periods, series.counts, strict=True)}
    assert {p: c.articles for p, c in got.items() if c.articles} == +articles
    assert {p: c.occurrences for p, c in got.items() if c.occurrences} == +occurrences
    for period in found.periods:
        assert (period.articles, period.characters) == (everything[period.period], characters[period.period])
        counted = got[period.period]
        if period.articles:
            assert counted.per_thousand == pytest.approx(1000 * counted.articles / period.articles)
            assert counted.per_million == pytest.approx(1e6 * counted.occurrences / period.characters)


def test_periods_have_no_gaps(archive: Archive) -> None:
    months = [one.period for one in archive.trend(["红军", "协议"], step=TrendStep.MONTH).periods]
    assert months[0] == "2021-03"
    assert months[-1] == "2023-07"
    assert len(months) == 29
    assert "2022-12" in months


def test_first_and_last_use_are_articles_that_use_it(archive: Archive, count: Count) -> None:
    series = archive.trend(["赣江新区"]).series[0]
    dated = sorted((archive.article(n).date or "", n) for n in count("赣江新区") if archive.article(n).date)
    assert series.first is not None
    assert series.last is not None
    dates = [date.ljust(10, "-") for date, _ in dated]  # only a year sorts before its months
    assert (series.first.date, series.last.date) == (min(dates)[:10].rstrip("-"), max(dates).rstrip("-"))
    assert series.first.title == archive.article(series.first.article_id).title


def test_several_expressions_share_their_periods(archive: Archive) -> None:
    found = archive.trend(["联席会议", "重庆", "日期:不是日期", '"没有结束'])
    assert [one.error for one in found.series] == ["", "", "query.bad_date", "query.unclosed_quote"]
    assert all(len(one.counts) == len(found.periods) for one in found.series)
    assert found.series[3].error_position == 0
    assert dict(found.series[2].error_details)["value"] == "不是日期"


def test_with_filters_everything_is_relative_to_what_they_leave(archive: Archive) -> None:
    filters = (Filter(FacetField.SOURCE, ("云州日报",)),)
    found = archive.trend(["红军"], filters)
    for period in found.periods:
        of_year = SearchRequest("", filters=(*filters, Filter(FacetField.YEAR, (period.period,))))
        assert period.articles == archive.search(of_year).total
    assert found.series[0].articles == archive.search(SearchRequest("红军", filters=filters)).total


@pytest.mark.parametrize(
    "query", ["红军 NOTIN 李红军", "联席 会议", "会议 OR 联席会议", "红军~", "标题:红军", "市长 -文化"]
)
def test_trends_and_contexts_count_the_same(archive: Archive, query: str) -> None:
    series = archive.trend([query]).series[0]
    found = archive.concordance(archive.search(SearchRequest(query)))
    assert series.occurrences == found.total == len(found.lines(ConcordanceSort.OLDEST))


def test_a_trend_can_be_cancelled(archive: Archive) -> None:
    with pytest.raises(Cancelled):
        archive.trend(["红军 NOTIN 李红军"], cancelled=lambda: True)


def test_an_empty_archive_has_no_periods(empty: Archive) -> None:
    found = empty.trend(["红军"])
    assert found.periods == ()
    assert found.series[0].articles == 0


def test_a_list_of_terms_becomes_a_table_of_years(archive: Archive, tmp_path: Path) -> None:
    found = archive.trend(["联席会议", "=1+1", "日期:不是日期", "不存在"])
    assert archive.export_batch(found, tmp_path / "b.csv", language="zh_CN") == 4
    with (tmp_path / "b.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    years = [one.period for one in found.periods]
    assert rows[0] == ["检索词", "文章", "出现次数", "最早日期", "最晚日期", "日期不详", *years]
    series = found.series[0]
    assert rows[1][:3] == ["联席会议", str(series.articles), str(series.occurrences)]
    assert rows[1][6:] == [str(one.articles) for one in series.counts]
    assert rows[2][0].startswith("'=")
    assert rows[3] == ["日期:不是日期"]
    assert rows[4][1:3] == ["0", "0"]


def test_a_trend_becomes_a_table(archive: Archive, tmp_path: Path) -> None:
    found = archive.trend(["联席会议", "红军"], step=TrendStep.MONTH)
    rows = archive.export_trend(found, tmp_path / "t.xlsx")
    assert rows == 2 * len(found.periods) + sum(one.undated.articles > 0 for one in found.series)
