"""Dates of every printed form become ISO, and impossible ones nothing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.importing.dates import find_dates, iso_date, number, read_date
from index.importing.inference import infer_date


@pytest.mark.parametrize(
    ("printed", "iso"),
    [
        ("2023-12-01", "2023-12-01"),
        ("2023/12/1 08:30", "2023-12-01"),
        ("2023.12.01", "2023-12-01"),
        ("2023年12月1日", "2023-12-01"),
        ("2023 年 12 月 1 日", "2023-12-01"),
        ("２０２３年１２月１日", "2023-12-01"),
        ("二〇二三年十二月一日", "2023-12-01"),
        ("二○二四年三月", "2024-03"),
        ("一九九八年十月二十一日", "1998-10-21"),
        ("民國113年7月23日", "2024-07-23"),
        ("中華民國一百一十三年七月二十三日", "2024-07-23"),
        ("113年7月23日", "2024-07-23"),
        ("113/07/23", "2024-07-23"),
        ("20240723", "2024-07-23"),
        ("18-03-08", "2018-03-08"),
        ("2023-12-01T08:30:00+08:00", "2023-12-01"),
        ("Tue, 5 Mar 2024 10:00:00 +0800", "2024-03-05"),
        ("March 5th, 2024", "2024-03-05"),
        ("1567814400", "2019-09-07"),
        ("2024年三月五日", "2024-03-05"),
        ("2024年十二月卅一日", "2024-12-31"),
        ("2024·03·05", "2024-03-05"),
        ("03/05/2024", "2024-03-05"),
        ("25/3/2024", "2024-03-25"),
        ("Tue Mar 05 10:20:00 CST 2024", "2024-03-05"),
        ("二０二四年三月五日", "2024-03-05"),
        ("貳零貳肆年參月伍日", "2024-03-05"),
        ("贰零贰肆年拾贰月", "2024-12"),
        ("2024-03-05T23:20:00Z", "2024-03-06"),  # in China
        ("2024-03-05T10:20:00.000+00:00", "2024-03-05"),
        ("2023年", "2023"),
        ("2023年12月", "2023-12"),
    ],
)
def test_a_printed_date_is_read(printed: str, iso: str) -> None:
    assert read_date(printed) == iso


def test_years_of_the_republic_with_two_digits_need_the_republic() -> None:
    assert read_date("98年5月2日", republic=True) == "2009-05-02"
    assert read_date("98年5月2日") == "1998-05-02"


@pytest.mark.parametrize("printed", ["2024-02-30", "2023年13月1日", "", "昨天", "电话 0791-8383", "１"])
def test_what_is_no_date_is_none(printed: str) -> None:
    assert read_date(printed) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("十", 10),
        ("二十三", 23),
        ("廿三", 23),
        ("三十一", 31),
        ("一〇三", 103),
        ("一百一十三", 113),
        ("12", 12),
    ],
)
def test_numerals_have_their_value(text: str, value: int) -> None:
    assert number(text) == value


def test_dates_in_a_text_keep_their_places() -> None:
    text = "会议通报了2025年4月28日联席会议研究事项。"
    (found,) = find_dates(text)
    assert text[found.start : found.end] == "2025年4月28日"


@settings(deadline=None)
@given(st.integers(1900, 2099), st.integers(1, 12), st.integers(1, 28))
def test_every_form_of_a_day_gives_the_same_day(year: int, month: int, day: int) -> None:
    iso = iso_date(year, month, day)
    for printed in (
        f"{year}年{month}月{day}日",
        f"{year}-{month:02}-{day:02}",
        f"{year}/{month}/{day}",
        f"{year}{month:02}{day:02}",
    ):
        assert read_date(printed) == iso


def _report(opening: str, past: str) -> str:
    dateline = f"本报讯（记者 张三）{opening},三地联席会议在江城召开。"
    return f"三地联席会议召开\n{dateline}\n会上通报了{past}联席会议研究事项进展情况。"


def test_a_dateline_takes_the_year_of_the_past_date_before_it() -> None:
    found = infer_date(_report("8月29日", "2025年4月28日"))
    assert found is not None
    assert found[0] == "2025-08-29"
    assert "2025年4月28日" in found[1]


def test_a_dateline_of_january_follows_a_past_december() -> None:
    found = infer_date(_report("1月9日", "2024年12月20日"))
    assert found is not None
    assert found[0] == "2025-01-09"


@pytest.mark.parametrize(
    "past",
    [
        "1949年10月1日",
        "2024年9月30日",
        "明年的",
        "2023年1月2日",
        "将于2025年8月1日召开的",
        "2025年4月28日、2026年5月",
    ],
)
def test_no_year_is_made_up_without_a_near_past_date(past: str) -> None:
    assert infer_date(_report("8月29日", past)) is None
