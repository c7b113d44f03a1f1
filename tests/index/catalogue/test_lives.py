"""Articles of an entity in order of time, from dates kept in memory."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.catalogue.lives import Articles, Lives, iso

DAYS = st.sampled_from([-1, 0, 20190000, 20190300, 20190304, 20190305, 20200101, 20201231])


def _lives(days: list[int]) -> Lives:
    return Lives(np.array(days, dtype=np.int32))


@pytest.mark.parametrize(
    ("day", "text"), [(0, ""), (20240000, "2024"), (20240300, "2024-03"), (20241231, "2024-12-31")]
)
def test_a_day_is_told_as_far_as_it_is_known(day: int, text: str) -> None:
    assert iso(day) == text


@given(st.lists(DAYS, max_size=40))
def test_current_articles_come_in_order_of_time(days: list[int]) -> None:
    found = _lives(days).of(range(len(days)))
    assert list(found) == sorted((iso(day), n) for n, day in enumerate(days) if day >= 0)
    assert found.newest(3) == [n for _, n in list(found)[::-1]][:3]
    dated = [day for day, _ in found if day]
    assert found.span == ((dated[0], dated[-1]) if dated else (None, None))


@given(st.lists(DAYS, max_size=40))
def test_months_and_years_add_up(days: list[int]) -> None:
    found = _lives(days).of(range(len(days)))
    assert sum(n for _, n in found.months()) == len(found)
    assert [month for month, _ in found.months()] == sorted({day[:7] for day, _ in found})
    assert [d for year, of_year in found.years() for d in of_year if d.date[:4] == year] == list(found)


@given(
    st.lists(DAYS, max_size=40),
    st.sampled_from([None, "2019", "2019-03", "2019-03-05"]),
    st.sampled_from([None, "2019", "2019-03", "2020-01-01"]),
)
def test_a_span_of_time_includes_both_ends(days: list[int], since: str | None, until: str | None) -> None:
    found: Articles = _lives(days).of(range(len(days)))
    inside = [
        each
        for each in found
        if (not since and not until)
        or (
            each.date
            and (not since or each.date[: len(since)] >= since)
            and (not until or each.date[: len(until)] <= until)
        )
    ]
    assert list(found.within(since, until)) == inside


def test_articles_newer_than_what_was_read_are_left_out() -> None:
    assert len(_lives([0, 20190304]).of([1, 7])) == 1
