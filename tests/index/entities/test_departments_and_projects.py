"""Departments within bodies, names of foreign words, projects and meetings without a year of their own."""

from __future__ import annotations

import pytest

from index.entities import recognise
from index.model import MentionType


def names(text: str, kind: MentionType, date: str = "2025-06-12") -> list[str]:
    return [mention.text for mention in recognise(text, date).mentions if mention.type is kind]


def posts(text: str) -> list[tuple[str, str]]:
    return [(held.person, held.post) for held in recognise(text, "2025-06-12").appointments]


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("安徽省教育考试院副院长刘文斌介绍了录取安排。", ("刘文斌", "安徽省教育考试院副院长")),
        ("海關副關長（管制及執法）陳志明昨日表示。", ("陳志明", "海關副關長（管制及執法）")),
        ("宣读贺信的是市总工会主席张建国。", ("张建国", "市总工会主席")),
        ("深圳市南山区西丽街道办事处主任林锋到场。", ("林锋", "深圳市南山区西丽街道办事处主任")),
        ("四川青羊宫住持王信法出席。", ("王信法", "四川青羊宫住持")),
        ("太平洋岛国论坛秘书长瓦卡出席。", ("瓦卡", "太平洋岛国论坛秘书长")),
        ("会议由湖南省江华瑶族自治县委书记李文峰主持。", ("李文峰", "湖南省江华瑶族自治县委书记")),
        ("中国证监会发行监管司原副司长李志文受审。", ("李志文", "中国证监会发行监管司原副司长")),
    ],
)
def test_a_post_holds_the_whole_department(text: str, held: tuple[str, str]) -> None:
    assert held in posts(text)


def test_what_a_body_does_is_no_part_of_anothers_post() -> None:
    assert ("佩斯科夫", "克里姆林宫发言人") in posts("俄罗斯卫星通讯社援引克里姆林宫发言人佩斯科夫的话说。")


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("船队由台州市海洋与渔业局组织。", "台州市海洋与渔业局"),
        ("第九届立法会昨日举行首次会议。", "第九届立法会"),
        ("代表团参观了奥尔塔莱特学校。", "奥尔塔莱特学校"),
        ("水样已送台州市生态环境监测中心站化验。", "台州市生态环境监测中心站"),
    ],
)
def test_a_body_is_found_with_all_its_words(text: str, body: str) -> None:
    assert body in names(text, MentionType.ORGANISATION)


def test_a_new_parliament_is_not_numbered() -> None:
    assert "立法會" in names("期待與新一屆立法會合作。", MentionType.ORGANISATION)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("市府說明捷運綠線建設計畫的進度。", "捷運綠線建設計畫"),
        ("国道5号宜兰路段计划明年完工。", "国道5号宜兰路段计划"),
        ("全省加快渝西高铁建设。", "渝西高铁"),
        ("神舟十九号载人飞行任务取得圆满成功。", "神舟十九号载人飞行任务"),
        ("台山中微子实验取得新成果。", "台山中微子实验"),
        ("《生物多样性公约》第十五次缔约方大会今天闭幕。", "《生物多样性公约》第十五次缔约方大会"),
        ("廠商組團參加大阪國際食品展。", "大阪國際食品展"),
        ("移民署推動「清風專案」。", "清風專案"),
        ("當局公布「海巡先鋒」計劃。", "「海巡先鋒」計劃"),
        ("總統出席「『花開』台灣當代雕塑邀請展」開幕式。", "『花開』台灣當代雕塑邀請展"),
        ("上午举行第九批在韩志愿军烈士遗骸安葬仪式。", "第九批在韩志愿军烈士遗骸安葬仪式"),
        ("公司召開115年股東常會。", "115年股東常會"),
        ("第三届中国—东盟博览会、中国—东盟商务与投资峰会今天开幕。", "中国—东盟商务与投资峰会"),
        ("上合组织成员国元首理事会第二十五次会议通过宣言。", "上合组织成员国元首理事会第二十五次会议"),
        ("农业大学建校90周年纪念大会在校园举行。", "农业大学建校90周年纪念大会"),
        ("公安部部署开展“昆仑2025”专项工作。", "“昆仑2025”专项工作"),
    ],
)
def test_projects_and_meetings_have_names_without_a_year(text: str, event: str) -> None:
    assert event in names(text, MentionType.EVENT)


@pytest.mark.parametrize(
    "text", ["铁路工程还在施工。", "该计划分三期。", "他提出了改善计划。", "项目进展顺利。"]
)
def test_a_plan_without_a_name_is_no_event(text: str) -> None:
    assert not names(text, MentionType.EVENT)


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("市議員林建和、黃淑芬到場關心。", "林建和"),
        ("公示如下：\n向春梅，女，土家族，1976年生。", "向春梅"),
        ("欧盟贸易委员谢夫乔维奇举行了会谈。", "谢夫乔维奇"),
        ("所长陈俊显出任主委。", "陈俊显"),
        ("省政协副主席韩军、秘书长王立到会。", "韩军"),
        ("王毅部长同普拉伯沃外长会谈。", "普拉伯沃"),
    ],
)
def test_a_name_is_not_cut_where_a_word_could_be(text: str, person: str) -> None:
    assert person in names(text, MentionType.PERSON)


def test_an_opening_is_no_part_of_the_meeting() -> None:
    assert names("第七届中俄能源商务论坛开幕式在京举行。", MentionType.EVENT) == ["第七届中俄能源商务论坛"]


def test_the_people_of_a_neighbourhood_are_no_place() -> None:
    assert not names("區長呼籲里民配合。", MentionType.PLACE)


def test_a_typhoon_is_no_person() -> None:
    assert not names("台风“麦德姆”登陆，台风麦德姆减弱。", MentionType.PERSON)


def test_a_country_does_not_run_into_a_harbour_abroad() -> None:
    assert "澳大利亚" in names("货轮自澳大利亚黑德兰港驶出。", MentionType.PLACE)


def test_a_district_that_several_cities_have_lies_in_the_city_before_it() -> None:
    assert names("他到沈阳市和平区调研。", MentionType.PLACE) == ["沈阳市和平区"]


@pytest.mark.parametrize("text", ["太魯閣號列車出軌。", "澎湖輪昨日復航。", "遼寧號返航。"])
def test_trains_and_ships_are_no_places(text: str) -> None:
    assert not names(text, MentionType.PLACE)
