"""Differences, nearest stretches and letters: pure functions over texts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from index.alignment import Letters, differences, nearest
from index.script.fold import fold

HAN = st.text(alphabet="云州白石两市联席会议召开，。 區ū\n", max_size=80)


def distance(a: str, b: str) -> int:
    row = list(range(len(b) + 1))
    for number, char in enumerate(a, start=1):
        above, row[0] = row[0], number
        for at, other in enumerate(b, start=1):
            above, row[at] = row[at], min(row[at] + 1, row[at - 1] + 1, above + (char != other))
    return row[-1]


@given(HAN, HAN)
def test_what_lies_between_differences_is_the_same(a: str, b: str) -> None:
    at = bt = 0
    for one in differences(a, b):
        assert a[at : one.a_start] == b[bt : one.b_start]
        assert one.a_end > one.a_start or one.b_end > one.b_start
        at, bt = one.a_end, one.b_end
    assert a[at:] == b[bt:]


def test_long_texts_that_differ_here_and_there_are_told_apart_there() -> None:
    a = "".join(f"第{n}条　云州市与白石市第{n * 7919}号协议。" for n in range(20_000))
    b = a.replace("第777条", "第柒条").replace("第15000条　", "")
    found = differences(a, b)
    assert next((a[d.a_start : d.a_end], b[d.b_start : d.b_end]) for d in found) == ("777", "柒")
    assert len(found) <= 4


def test_two_scripts_are_no_difference_where_it_is_not_asked_for() -> None:
    assert differences("雲州聯席會議", "云州联席会议", blind_to_script=True) == ()
    assert differences("雲州聯席會議", "云州联席会议") != ()


@given(
    st.text(alphabet="云州白石会", min_size=1, max_size=12),
    st.text(alphabet="云州白石会", min_size=1, max_size=40),
)
def test_no_stretch_is_nearer_than_the_nearest(words: str, text: str) -> None:
    found = nearest(words, text)
    assert found is not None
    assert distance(words, text[found.start : found.end]) == found.distance
    least = min(
        distance(words, text[start:end]) for start in range(len(text)) for end in range(start, len(text) + 1)
    )
    assert found.distance == least


def test_the_nearest_stretch_of_a_long_text_is_found() -> None:
    text = "".join(f"第{n}条云州市与白石市第{n * 7919}号协议" for n in range(5_000))
    at = text.index("第4321条")
    words = text[at : at + 40].replace("白石", "白岩", 1)
    found = nearest(words, text)
    assert found is not None and (found.start, found.distance) == (at, 1)


@given(HAN)
def test_letters_know_where_they_stood(text: str) -> None:
    letters = Letters(text)
    for at, char in enumerate(letters.text):
        start, end = letters.source(at, at + 1)
        assert fold(text)[start:end] == char
        assert letters.index(start) == at
