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
        ("中共常州市委常委、组织部部长顾明东主持。", "顾明东", "组织部部长", "中共常州市委", ""),
        ("交通部陳志明部長到場。", "陳志明", "部長", "交通部", ""),
        ("习近平总书记发表讲话。", "习近平", "总书记", "中共中央", ""),
        ("南昌市市长万国明到会。", "万国明", "南昌市市长", "", ""),
        ("美国总统马克曼到访，马克曼总统发表讲话。", "马克曼", "总统", "", "美国"),
    ],
)
def test_elided_bodies_and_places(text: str, person: str, post: str, organisation: str, place: str) -> None:
    held = {(a.person, a.post): a for a in recognise(text, "2024-06-12").appointments}[person, post]
    assert (held.organisation, held.place) == (organisation, place)


@pytest.mark.parametrize(
    ("text", "body", "full"),
    [
        ("江西南昌讯：省发展改革委部署工作。", "省发展改革委", "江西省发展改革委"),
        ("會議在臺南市舉行，市府將推動。", "市府", "臺南市政府"),
        ("在九江市召开会议，市教育局负责。", "市教育局", "九江市教育局"),
        ("江西省委召开会议，省政府办公厅传达。", "省政府办公厅", "江西省政府办公厅"),
    ],
)
def test_a_body_without_its_place_has_its_full_name(text: str, body: str, full: str) -> None:
    named = {m.text: m.value for m in recognise(text, "2024-06-12").mentions}
    assert named[body] == full


def test_a_body_of_no_known_place_stays_as_printed() -> None:
    assert {m.text: m.value for m in recognise("省政府召开会议。", "2024-06-12").mentions} == {"省政府": ""}


def test_a_list_of_several_provinces_shares_the_post_with_its_number() -> None:
    found = recognise("三省省长周文海、林建国、何志明签署协议。", "2024-06-12").appointments
    assert [(one.person, one.post) for one in found] == [
        ("周文海", "三省省长"),
        ("林建国", "三省省长"),
        ("何志明", "三省省长"),
    ]


def test_a_name_broken_by_a_blank_is_one_person() -> None:
    text = "文章由姚　星宇撰写。会后，姚　星宇参加座谈。"
    assert [m.text for m in recognise(text, None).mentions].count("姚　星宇") == 2


@pytest.mark.parametrize(
    ("text", "letters", "places"),
    [
        ("沪苏浙皖签署协议。", "沪苏浙皖", ("上海", "江苏", "浙江", "安徽")),
        ("云贵川联合发文。", "云贵川", ("云南", "贵州", "四川")),
        ("京津冀三地今天签约。", "京津冀", ("北京", "天津", "河北")),
    ],
)
def test_letters_in_a_row_are_several_places_and_nobody(
    text: str, letters: str, places: tuple[str, ...]
) -> None:
    named = {m.text: m.value for m in recognise(text, "2024-06-12").mentions}
    assert named[letters] == places


def test_a_township_says_nothing_of_a_county_of_its_name() -> None:
    text = "省委常委李红武到江口镇走访农户。江口群众反映了情况。"
    assert [(a.person, a.place) for a in recognise(text, "2024-06-12").appointments] == [("李红武", "")]
