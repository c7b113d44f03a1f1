"""People whom a decision names before their post."""

from __future__ import annotations

import pytest

from index.entities import recognise
from index.model import MentionType


def held(text: str) -> set[tuple[str, str]]:
    return {(one.person, one.post) for one in recognise(text, "2025-08-01").appointments}


def test_each_line_of_a_list_of_appointments_gives_its_person_a_post() -> None:
    text = "任命：\n倪海燕为南通市教育局局长；\n曹金海（女）、吉福林为南通市监察委员会委员。"
    assert held(text) == {
        ("倪海燕", "南通市教育局局长"),
        ("曹金海", "南通市监察委员会委员"),
        ("吉福林", "南通市监察委员会委员"),
    }


def test_each_line_of_a_list_of_dismissals_names_who_held_the_post() -> None:
    text = "免去：\n邵永兴的南通市教育局局长职务；\n刘向阳的南通市中级人民法院行政审判庭庭长、审判员职务。"
    assert held(text) >= {("邵永兴", "南通市教育局局长"), ("刘向阳", "南通市中级人民法院行政审判庭庭长")}


def test_lines_of_a_notice_give_posts_to_whoever_opens_them() -> None:
    text = "决定：\n贺海生任江西省人民政府驻北京办事处主任；\n吴越任九江医科大学校长。\n前任校长退休。"
    assert held(text) == {("贺海生", "江西省人民政府驻北京办事处主任"), ("吴越", "九江医科大学校长")}


def test_a_board_elects_and_hires() -> None:
    text = "会议选举储小燕为董事长，聘任陶启明为总经理。"
    assert held(text) == {("储小燕", "董事长"), ("陶启明", "总经理")}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("定日县副县长旺堆、措果乡党委书记次仁罗布介绍说。", "次仁罗布"),
        ("西藏定日县副县长旺堆介绍说。", "旺堆"),
        ("内蒙古扎兰屯市委书记乌云其木格出席。", "乌云其木格"),
        ("副主席努尔兰·阿不都满金在主席台前就座。", "努尔兰·阿不都满金"),
        ("村支书邓志明说：路通了。", "邓志明"),
        ("副市长冯世权应邀到会。", "冯世权"),
        ("來自紐西蘭的凱特·鮑登（Kate Bowden）說。", "Kate Bowden"),
    ],
)
def test_names_without_a_usual_form_are_found_whole(text: str, name: str) -> None:
    people = [m.text for m in recognise(text, "2025-08-01").mentions if m.type is MentionType.PERSON]
    assert name in people


@pytest.mark.parametrize(
    ("text", "name", "post"),
    [
        ("董事長江國華表示，", "江國華", "董事長"),
        ("副秘书长江海涛出席会议。", "江海涛", "副秘书长"),
        ("南區水資源分署分署長江明德提醒。", "江明德", "南區水資源分署分署長"),
    ],
)
def test_a_post_does_not_lose_its_last_character_to_a_river(text: str, name: str, post: str) -> None:
    assert held(text) == {(name, post)}
