"""Numbers, dates, sizes and times are written in one way."""

from __future__ import annotations

import pytest

from desktop_app import i18n
from desktop_app.i18n import format as form
from index.model import DateOrigin


def test_numbers_have_their_thousands_apart() -> None:
    assert form.number(31600) == "31,600"
    assert form.articles(1) == "1 article"
    assert form.articles(31600) == "31,600 articles"


@pytest.mark.parametrize(
    ("count", "words"),
    [(0, "0 B"), (1023, "1023 B"), (1024, "1.0 KB"), (150 * 1024, "150 KB"), (5 * 1024**3, "5.0 GB")],
)
def test_sizes_take_the_largest_unit_that_fits(count: int, words: str) -> None:
    assert form.size(count) == words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0.4, "0 s"), (59, "59 s"), (60, "1 min"), (3599, "1 h 0 min"), (4800, "1 h 20 min")],
)
def test_times_are_as_exact_as_people_need(seconds: float, words: str) -> None:
    assert form.duration(seconds) == words


def test_a_date_says_when_it_was_not_printed() -> None:
    i18n.use("zh_CN")
    assert form.date_with_origin("2025-08-29", DateOrigin.INFERRED) == "2025-08-29（推断）"
    assert form.date_with_origin("2025-08-29", DateOrigin.PRINTED) == "2025-08-29"
    assert form.date_with_origin(None, DateOrigin.NONE) == "日期不明"


def test_a_span_of_one_day_is_that_day() -> None:
    assert form.span("2019", "2026-01") == "2019 – 2026-01"
    assert form.span("2019", "2019") == "2019"
    assert form.span(None, None) == ""
