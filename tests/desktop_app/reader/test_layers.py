"""Layers answer quickly what lies in sight."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.reader.layers import Layers, Mentions, MentionSpan, Spans
from desktop_app.reader.steps import Steps
from index.model import MentionType

SPANS = st.lists(st.integers(0, 200), max_size=30, unique=True).map(
    lambda points: [(a, b) for a, b in zip(sorted(points)[::2], sorted(points)[1::2], strict=False) if a < b]
)


@given(SPANS, st.integers(0, 200), st.integers(1, 60))
def test_the_spans_in_sight_are_exactly_those_that_touch_it(
    spans: list[tuple[int, int]], start: int, length: int
) -> None:
    end = start + length
    expected = [span for span in spans if span[0] < end and span[1] > start]
    assert list(Spans(spans).within(start, end)) == expected
    layers = Layers()
    layers.mentions = Mentions([MentionSpan(a, b, MentionType.PLACE, 1) for a, b in spans])
    assert [(m.start, m.end) for m in layers.mentions_within(start, end)] == expected


def test_a_mention_is_found_at_each_of_its_characters_and_not_beside_them() -> None:
    layers = Layers()
    layers.mentions = Mentions([MentionSpan(3, 6, MentionType.PERSON, 7)])
    assert [bool(layers.mention_at(position)) for position in range(2, 7)] == [False, True, True, True, False]


def test_stepping_starts_from_what_is_in_sight_and_wraps() -> None:
    steps = Steps(Spans([(0, 2), (10, 12), (20, 22)]))
    assert steps.number == 0
    assert steps.step(1, visible_from=9) == (10, 12)
    assert steps.step(1, visible_from=0) == (20, 22)
    assert steps.step(1, visible_from=0) == (0, 2)
    assert steps.step(-1, visible_from=0) == (20, 22)
    assert (steps.number, steps.total) == (3, 3)


def test_stepping_back_first_goes_to_what_lies_before_the_sight() -> None:
    steps = Steps(Spans([(0, 2), (10, 12)]))
    assert steps.step(-1, visible_from=9) == (0, 2)


def test_stepping_without_marks_goes_nowhere() -> None:
    assert Steps().step(1, 0) is None
