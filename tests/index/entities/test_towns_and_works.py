"""Towns with their villages, waters, roads, works and meetings named without quotation marks."""

from __future__ import annotations

import pytest

from index.entities import recognise
from index.model import MentionType


def names(text: str, kind: MentionType, date: str = "2025-06-12") -> list[str]:
    return [mention.text for mention in recognise(text, date).mentions if mention.type is kind]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("记者来到湄潭县兴隆镇龙凤村，了解春耕情况。", "湄潭县兴隆镇龙凤村"),
        ("工作组抵达昆山，随后前往苏州。", "昆山"),
        ("他到安徽省歙县北岸镇瞻淇村走访。", "安徽省歙县北岸镇瞻淇村"),
        ("沅水流域出现强降雨。", "沅水"),
        ("代表团访问了法国巴黎和马赛。", "巴黎"),
        ("219国道已经抢通。", "219国道"),
        ("鳳山市公所位於鳳山市的高雄縣立文化中心旁。", "鳳山市"),
    ],
)
def test_places_are_found_with_what_belongs_to_them(text: str, place: str) -> None:
    assert place in names(text, MentionType.PLACE)


def test_a_county_listed_with_sure_places_is_a_place() -> None:
    assert names("平潭、昆山也将举办展会，福建、江苏参加。", MentionType.PLACE)[:2] == ["平潭", "昆山"]


def test_villages_in_a_row_are_places() -> None:
    assert names("月底前完成大進村、大馬村清淤。", MentionType.PLACE) == ["大進村", "大馬村"]


def test_the_head_of_a_town_is_not_cut_out_of_a_village() -> None:
    found = recognise("瓶窑镇长命村党委书记骆华带着村民上山。", "2025-06-12")
    assert [(held.person, held.post) for held in found.appointments] == [("骆华", "瓶窑镇长命村党委书记")]


def test_supervision_commissions_are_bodies_and_no_posts() -> None:
    text = "他正接受湖南省纪委监委纪律审查和监察调查。"
    assert names(text, MentionType.ORGANISATION) == ["湖南省纪委监委"]
    assert not names(text, MentionType.POST)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("6月举办第四届“清溪论坛”，邀请学者参加。", "第四届“清溪论坛”"),
        ("他出席中越人文交流年闭幕式。", "中越人文交流年"),
        ("全市推进资水下游河道整治项目。", "资水下游河道整治项目"),
        (
            "他出席中国人民抗日战争暨世界反法西斯战争胜利80周年纪念活动。",
            "中国人民抗日战争暨世界反法西斯战争胜利80周年纪念活动",
        ),
    ],
)
def test_events_named_by_their_kind_are_found_whole(text: str, event: str) -> None:
    assert event in names(text, MentionType.EVENT)


def test_a_career_in_dotted_months_gives_dates_and_posts() -> None:
    text = (
        "李明哲简历\n李明哲，男，1998.03—2006.11，历任息烽县副县长、县委常委；2006.11—2011.09，任清镇市市长。"
    )
    found = recognise(text, "2025-06-12")
    assert [m.value for m in found.mentions if m.type is MentionType.DATE] == [
        "1998-03",
        "2006-11",
        "2006-11",
        "2011-09",
    ]
    assert {held.post for held in found.appointments} >= {"息烽县副县长", "清镇市市长"}


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("地點在臺南市安平區永華路二段6號。", "臺南市安平區永華路"),
        ("他住在高雄市左營區博愛路三段。", "高雄市左營區博愛路"),
        ("台中市西屯區文心路、西屯區中清路封閉。", "台中市西屯區文心路"),
    ],
)
def test_a_road_behind_its_district_is_one_address(text: str, address: str) -> None:
    assert names(text, MentionType.PLACE)[0] == address


def test_roads_in_a_row_are_places_without_the_verb_before_them() -> None:
    found = names("今日封閉朝琴路、三福路及光明路部分路段。", MentionType.PLACE)
    assert found == ["朝琴路", "三福路", "光明路"]
