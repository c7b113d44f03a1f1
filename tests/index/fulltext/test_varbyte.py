"""Numbers come back as they went in."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from index.fulltext import varbyte

NUMBERS = st.one_of(st.integers(0, 300), st.integers(0, 1 << 40))


@given(st.lists(NUMBERS))
def test_encoded_numbers_are_decoded(numbers: list[int]) -> None:
    values = np.array(numbers, dtype=np.int64)
    data, widths = varbyte.encode(values)
    assert varbyte.decode(data).tolist() == numbers
    assert len(widths) == len(numbers)
    assert widths.sum() == len(data)


@given(st.lists(st.lists(NUMBERS, min_size=1, unique=True).map(sorted), min_size=1))
def test_many_ascending_lists_are_decoded_together_and_one_by_one(lists: list[list[int]]) -> None:
    values = np.array([number for found in lists for number in found], dtype=np.int64)
    counts = np.array([len(found) for found in lists])
    firsts = np.cumsum(counts) - counts
    data, sizes, _ = varbyte.encode_ascending(values, firsts)
    gaps, found_counts = varbyte.decode_lists(data, sizes)
    assert found_counts.tolist() == counts.tolist()
    assert varbyte.running(gaps, counts).tolist() == values.tolist()
    ends = np.cumsum(sizes)
    for found, begin, end in zip(lists, ends - sizes, ends, strict=True):
        assert varbyte.decode_ascending(data[begin:end]).tolist() == found
