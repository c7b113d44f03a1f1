"""The distinct values of an array are those that NumPy finds."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from index.distinct import distinct


@given(st.lists(st.integers(-(2**62), 2**62) | st.integers(0, 9)))
def test_every_value_comes_once_and_in_order(values: list[int]) -> None:
    given_ = np.array(values, dtype=np.int64)
    assert distinct(given_).tolist() == sorted(set(values))
    assert given_.tolist() == values
