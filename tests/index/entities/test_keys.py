"""Names of one entity meet under one key."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.entities import entity_key, recognise, tidy
from index.model import MentionType


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        (MentionType.ORGANISATION, ("國家發改委", "国家发展改革委", "国家发展和改革委员会")),
        (MentionType.ORGANISATION, ("江西省发展改革委", "江西省發展和改革委員會")),
        (MentionType.PLACE, ("臺北", "台北", "台北市", "臺北市")),
        (MentionType.PLACE, ("江西", "江西省")),
        (MentionType.PLACE, ("紐西蘭", "新西兰")),
        (MentionType.EVENT, ("“6510”行動計劃", "6510行动计划")),
        (MentionType.EVENT, ("党的二十大", "二十大", "中国共产党第二十次全国代表大会")),
        (MentionType.PERSON, ("姚　星宇", "姚星宇")),
        (MentionType.PERSON, ("賴斯‧約翰", "赖斯·约翰")),
    ],
)
def test_scripts_and_aliases_meet(kind: MentionType, names: tuple[str, ...]) -> None:
    assert len({entity_key(kind, name) for name in names}) == 1


def test_different_bodies_stay_apart() -> None:
    assert entity_key(MentionType.ORGANISATION, "江西省发展改革委") != entity_key(
        MentionType.ORGANISATION, "国家发展改革委"
    )


@given(st.sampled_from(MentionType), st.text(max_size=30))
def test_a_key_is_its_own_key(kind: MentionType, name: str) -> None:
    key = entity_key(kind, name)
    assert entity_key(kind, key) == key


def test_a_short_form_of_several_counties_stays_as_it_is() -> None:
    assert entity_key(MentionType.PLACE, "永康") == "永康"
    assert entity_key(MentionType.PLACE, "吉林省") == entity_key(MentionType.PLACE, "吉林")


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("        新聞及國際關係處", "新聞及國際關係處"),
        ("“ 一带一路”倡议", "“一带一路”倡议"),
        ("“一带一路", "一带一路"),
        ("姚　星宇", "姚星宇"),
        ("King  Mswati III", "King Mswati III"),
        ("」機制的地方政府", "機制的地方政府"),
        ("《贛鄂合作協議》", "《贛鄂合作協議》"),
    ],
)
def test_blanks_of_the_layout_and_half_pairs_of_marks_are_not_shown(printed: str, shown: str) -> None:
    assert tidy(printed) == shown


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        (MentionType.ORGANISATION, ["中共江西省委", "江西省委", "中国共产党江西省委员会"]),
        (MentionType.ORGANISATION, ["中央纪委", "中共中央纪委", "中国共产党中央纪律检查委员会"]),
        (MentionType.ORGANISATION, ["臺南市政府衛生局", "台南市衛生局"]),
        (MentionType.ORGANISATION, ["江西省人民政府", "江西省政府"]),
        (MentionType.ORGANISATION, ["江西省卫健委", "江西省卫生健康委", "江西省衛生健康委員會"]),
        (MentionType.ORGANISATION, ["南市府", "台南市府", "臺南市政府"]),
        (MentionType.PLACE, ["南市", "臺南市", "台南"]),
        (MentionType.PLACE, ["安南區", "臺南市安南區", "台湾省台南市安南区"]),
        (MentionType.PLACE, ["南昌", "江西省南昌市"]),
        (MentionType.EVENT, ["中共十九大", "党的十九大", "十九大", "中國共產黨第十九次全國代表大會"]),
        (
            MentionType.EVENT,
            ["十八届三中全会", "中共十八届三中全会", "中国共产党第十八届中央委员会第三次全体会议"],
        ),
        (MentionType.EVENT, ["东京奥运", "東京奧運會", "东京奥林匹克运动会"]),
        (MentionType.EVENT, ["北京冬奥会", "北京冬季奥运会"]),
        (MentionType.POST, ["外交部長", "外交部部长"]),
        (MentionType.POST, ["衛福部長", "衛生福利部長", "卫生福利部部长"]),
        (MentionType.POST, ["台南市都發局長", "臺南市政府都市發展局局長"]),
        (MentionType.POST, ["南市教育局長", "臺南市政府教育局長"]),
        (MentionType.POST, ["臺南市政府市長", "台南市市長", "台南市長"]),
        (MentionType.POST, ["江西省人民政府副省长", "江西省副省长"]),
        (MentionType.POST, ["中共江西省委书记", "江西省委书记"]),
    ],
)
def test_the_party_and_the_government_may_be_told_or_left_away(kind: MentionType, names: list[str]) -> None:
    assert len({entity_key(kind, name) for name in names}) == 1


@pytest.mark.parametrize(
    "names", [("吉林省", "吉林市"), ("臺南市東區", "臺中市東區"), ("北京市朝阳区", "长春市朝阳区")]
)
def test_places_with_the_same_name_stay_apart(names: tuple[str, str]) -> None:
    assert len({entity_key(MentionType.PLACE, name) for name in names}) == 2


def test_great_numbers_and_other_plenums_are_no_congresses() -> None:
    assert entity_key(MentionType.EVENT, "三大") == "三大"
    name = "第十八届中央纪委第三次全体会议"
    assert entity_key(MentionType.EVENT, name) == name


def test_a_command_against_one_disease_is_not_the_central_one() -> None:
    dengue, central = (
        entity_key(MentionType.ORGANISATION, name) for name in ("登革熱疫情指揮中心", "疫情指揮中心")
    )
    assert dengue != central == entity_key(MentionType.ORGANISATION, "中央流行疫情指揮中心")
    said = recognise("市府成立登革熱疫情指揮中心。", None).mentions
    assert [mention.text for mention in said if mention.type is MentionType.ORGANISATION][
        -1
    ] == "登革熱疫情指揮中心"
