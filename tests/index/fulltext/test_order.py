"""The order of hits is the same however little of it is worked out."""

from __future__ import annotations

import random

import numpy as np
import pytest

from index.archive.hits import Numbers
from index.fulltext import Found
from index.model import SearchRequest, Sort
from tests.index.fulltext.conftest import SmallIndex, document

COUNT = 3000


@pytest.fixture
def filled(small: SmallIndex) -> SmallIndex:
    rng = random.Random(5)
    days = [f"20{rng.randint(10, 12)}-0{rng.randint(1, 9)}-1{rng.randint(0, 9)}" for _ in range(COUNT)]
    small.add([document(n, "", "联席" * rng.randint(1, 3), days[n]) for n in range(COUNT)], parts=4)
    return small


def find(small: SmallIndex, sort: Sort = Sort.RELEVANCE) -> Found:
    return small.searcher().search(SearchRequest("联席", sort))


@pytest.mark.parametrize("sort", list(Sort))
def test_the_place_of_an_article_is_where_the_list_has_it(filled: SmallIndex, sort: Sort) -> None:
    order = find(filled, sort).order
    some = {n: order.place(n) for n in range(0, COUNT, 37)}
    ids = order.ids(0, COUNT).tolist()
    assert some == {n: ids.index(n) for n in some}
    assert order.place(COUNT + 5) == -1


@pytest.mark.parametrize("sort", list(Sort))
def test_of_each_group_the_earliest_is_left(filled: SmallIndex, sort: Sort) -> None:
    rng = np.random.default_rng(2)
    by_article = rng.integers(-1, 900, COUNT)
    found = find(filled, sort)
    snapshot = filled.fulltext.snapshot()
    day = dict(zip(snapshot.ids.tolist(), snapshot.dates.tolist(), strict=True))
    heads: dict[int, int] = {}
    for number in sorted(found.order.ids(0, COUNT).tolist(), key=lambda number: (day[number], number)):
        heads.setdefault(int(by_article[number]), number)
    left = [
        number
        for number in found.order.ids(0, COUNT).tolist()
        if by_article[number] < 0 or heads[int(by_article[number])] == number
    ]
    groups = by_article[snapshot.ids]
    assert found.order.earliest_of(groups).ids(0, COUNT).tolist() == left
    assert find(filled, sort).order.earliest_of(groups).ids(0, 20).tolist() == left[:20]


def test_numbers_are_a_list_that_is_made_when_it_is_looked_at(filled: SmallIndex) -> None:
    order = find(filled).order
    ids, numbers = order.ids(0, COUNT).tolist(), Numbers(order)
    assert (len(numbers), numbers[0], numbers[-1], numbers[5:9]) == (COUNT, ids[0], ids[-1], ids[5:9])
    assert numbers.index(ids[77]) == 77
    with pytest.raises(IndexError):
        numbers[COUNT]
    with pytest.raises(ValueError, match="99999"):
        numbers.index(99999)
