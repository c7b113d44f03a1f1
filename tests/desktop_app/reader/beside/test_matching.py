"""Places of two texts that belong together."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.reader.beside.matching import Matching, Stretch
from index.alignment import differences

TEXTS = st.text(alphabet="会议通过了方案。\n", max_size=60)


def matching(a: str, b: str) -> Matching:
    return Matching([Stretch(d.a_start, d.a_end, d.b_start, d.b_end) for d in differences(a, b)])


@given(TEXTS, TEXTS)
def test_common_characters_lead_to_each_other(a: str, b: str) -> None:
    found = matching(a, b)
    inside = {at for each in found.stretches for at in range(each.here_start, each.here_end)}
    for at in set(range(len(a))) - inside:
        assert a[at] == b[found.there(at)]
        assert found.here(found.there(at)) == at


@given(TEXTS, TEXTS)
def test_places_never_go_backwards_and_stay_within_the_texts(a: str, b: str) -> None:
    found = matching(a, b)
    there = [found.there(at) for at in range(len(a) + 1)]
    here = [found.here(at) for at in range(len(b) + 1)]
    assert there == sorted(there)
    assert here == sorted(here)
    assert all(0 <= at <= len(b) for at in there)
    assert all(0 <= at <= len(a) for at in here)
    assert there[-1] == len(b)
    assert here[-1] == len(a)


def test_the_same_text_leads_to_itself() -> None:
    assert Matching().there(17) == Matching().here(17) == 17
