"""What was read lately is not read again, and never more is kept than there is room for."""

from __future__ import annotations

import numpy as np
import pytest

from index.fulltext.recent import Arrays, Recent
from tests.index.fulltext.conftest import SmallIndex, document


def test_what_was_asked_for_longest_ago_goes_first() -> None:
    recent, made = Recent(room=10_000), []

    def ask(key: int) -> int:
        def make() -> Arrays:
            made.append(key)
            return (np.full(200, key),)

        return int(recent.get(key, make)[0][0])

    assert [ask(key) for key in (1, 2, 3, 1, 4, 5, 6, 1, 2)] == [1, 2, 3, 1, 4, 5, 6, 1, 2]
    assert made == [1, 2, 3, 4, 5, 6, 2]  # 2 had to go, 1 had been asked for meanwhile


def test_nobody_can_change_what_others_will_be_given() -> None:
    recent = Recent()
    (found,) = recent.get("key", lambda: (np.arange(3),))
    with pytest.raises(ValueError, match="read-only"):
        found[0] = 7


def test_two_indexes_are_not_taken_for_each_other(small: SmallIndex) -> None:
    small.add([document(1, "", "联席会议")])
    assert small.ids("联席") == [1]
    small.add([document(2, "", "联席会议"), document(1, "", "改写了")])
    assert small.ids("联席") == [2]
    assert small.ids("席") == [2]
