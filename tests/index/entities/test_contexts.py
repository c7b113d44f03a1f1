"""What a post leaves out is taken from the article."""

from __future__ import annotations

import pytest

from index.entities import recognise


@pytest.mark.parametrize(
    ("text", "person", "post", "organisation", "place"),
    [
        ("江西省委副书记、省长周文海主持，湖北省委副书记、省长王立群出席。", "王立群", "省长", "", "湖北省"),
        ("省委常委李红武在江西南昌调研。", "李红武", "省委常委", "", "江西省"),
        ("会议在九江市召开，市委书记刘文强主持。", "刘文强", "市委书记", "", "九江市"),
        ("江西省商务厅党组书记、厅长欧阳国华到会。", "欧阳国华", "厅长", "江西省商务厅", "江西省"),
        ("交通部陳志明部長到場。", "陳志明", "部長", "交通部", ""),
        ("习近平总书记发表讲话。", "习近平", "总书记", "中共中央", ""),
        ("南昌市市长万国明到会。", "万国明", "南昌市市长", "", ""),
        ("美国总统马克曼到访，马克曼总统发表讲话。", "马克曼", "总统", "", "美国"),
    ],
)
def test_elided_bodies_and_places(text: str, person: str, post: str, organisation: str, place: str) -> None:
    held = {(a.person, a.post): a for a in recognise(text, "2024-06-12").appointments}[person, post]
    assert (held.organisation, held.place) == (organisation, place)
