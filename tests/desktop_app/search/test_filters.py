"""Filters of a request."""

from __future__ import annotations

from desktop_app.search.filters import choices, dates_of, with_choice, with_dates, without_dates
from index.model import FacetField, Filter, SearchRequest

EMPTY = SearchRequest("会议")


def test_a_span_of_time_replaces_the_one_before() -> None:
    request = with_dates(with_dates(EMPTY, "2019", "2021"), "2023-11", "2024-02")
    assert request.filters == (Filter(FacetField.MONTH, ("2023-11..2024-02",)),)
    assert dates_of(request) == ("2023-11", "2024-02")
    assert without_dates(request) == EMPTY


def test_one_year_is_a_value_not_a_range() -> None:
    request = with_dates(EMPTY, "2019", "2019")
    assert request.filters[0].values == ("2019",)
    assert dates_of(request) == ("2019", "2019")


def test_values_of_a_field_gather_in_one_filter_and_leave_it_one_by_one() -> None:
    request = with_choice(EMPTY, FacetField.SOURCE, "甲报", False)
    request = with_choice(request, FacetField.SOURCE, "乙报", False)
    request = with_choice(request, FacetField.SOURCE, "丙报", True)
    assert request.filters == (
        Filter(FacetField.SOURCE, ("甲报", "乙报")),
        Filter(FacetField.SOURCE, ("丙报",), exclude=True),
    )
    assert choices(request, FacetField.SOURCE) == {"甲报": False, "乙报": False, "丙报": True}
    for value in ("甲报", "乙报", "丙报"):
        request = with_choice(request, FacetField.SOURCE, value, None)
    assert request == EMPTY


def test_choosing_the_other_way_moves_a_value() -> None:
    request = with_choice(
        with_choice(EMPTY, FacetField.PERSON, "李红军", False), FacetField.PERSON, "李红军", True
    )
    assert request.filters == (Filter(FacetField.PERSON, ("李红军",), exclude=True),)
