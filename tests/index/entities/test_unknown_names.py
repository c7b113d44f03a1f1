"""Names that no lexicon holds, found by what surrounds them."""

from __future__ import annotations

import pytest

from index.entities import recognise
from index.model import MentionType


def found(text: str, kind: MentionType, date: str = "2025-06-10") -> list[str]:
    return [mention.text for mention in recognise(text, date).mentions if mention.type is kind]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("開幕式在雲湖體育館舉行。", "雲湖體育館"),
        ("市长来到望海公园，查看绿化。", "望海公园"),
        ("信眾前往天聖宮祈福。", "天聖宮"),
        ("会谈在洛莱庄园举行。", "洛莱庄园"),
    ],
)
def test_a_site_is_known_by_the_word_for_its_kind(text: str, place: str) -> None:
    assert any(name.endswith(place) for name in found(text, MentionType.PLACE))


@pytest.mark.parametrize(
    "text", ["城市公园人很多。", "这座大桥通车了。", "附近广场举行演出。", "他去了迷宫和皇宫。"]
)
def test_a_kind_of_site_alone_is_no_place(text: str) -> None:
    assert found(text, MentionType.PLACE) == []


def test_a_foreigner_needs_no_post_where_he_speaks_or_is_met() -> None:
    text = "会后，贝洛夫斯基表示感谢。总统将与科尔诺娃会晤。"
    assert found(text, MentionType.PERSON) == ["贝洛夫斯基", "科尔诺娃"]


def test_a_town_with_its_latin_name_in_brackets_is_nobody() -> None:
    text = "日本雪野市（Yukino City）與雪野市議會來訪，雪野市民眾同行。"
    assert "雪野市" not in found(text, MentionType.PERSON)


def test_a_japanese_family_name_stands_for_the_full_name() -> None:
    people = [
        (mention.text, mention.value)
        for mention in recognise("外相中曾根康夫抵達。中曾根表示歡迎。", "2025-06-10").mentions
        if mention.type is MentionType.PERSON
    ]
    assert people == [("中曾根康夫", ""), ("中曾根", "中曾根康夫")]


def test_a_known_short_name_does_not_cut_a_longer_one() -> None:
    assert found("集团董事长张军立出席会议。", MentionType.PERSON) == ["张军立"]


def test_a_name_signed_in_brackets_at_the_end_is_a_person() -> None:
    assert "林若楠" in found("会议作出部署。（林若楠）", MentionType.PERSON)


@pytest.mark.parametrize(
    "text",
    [
        "要保障省政协委员履职。",
        "有关单位主要负责人参加会议。",
        "这并不代表放弃。",
        "主席会议审议了文件。",
    ],
)
def test_members_and_heads_without_a_name_are_no_posts(text: str) -> None:
    assert found(text, MentionType.POST) == []


def test_acting_is_a_verb_behind_will() -> None:
    text = "行政长官李家超离港期间，陈国基将署理行政长官职务。"
    assert found(text, MentionType.POST)[-1] == "行政长官"


@pytest.mark.parametrize(("text", "value"), [("周日抵达", "2025-06-08"), ("将于周日抵达", "2025-06-15")])
def test_sunday_in_mondays_paper_is_yesterday_unless_it_is_to_come(text: str, value: str) -> None:
    dates = recognise(f"代表团{text}。", "2025-06-09").mentions
    assert [mention.value for mention in dates if mention.type is MentionType.DATE] == [value]


def test_a_day_goes_on_in_the_month_before_it() -> None:
    dates = recognise("3月4日政协会议开幕，5日人大会议开幕。", "2025-03-02").mentions
    values = [mention.value for mention in dates if mention.type is MentionType.DATE]
    assert values == ["2025-03-04", "2025-03-05"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("立法院於廿六日審查。民國115年", "2025-05-26"),
        ("定於本週五（6月13日）舉行。", "2025-06-13"),
        ("將於今年元月啟用。", "2025-01"),
        ("一一五年度總預算案送立法院。民國115年", "2026"),
        ("縣長林若水今表示，民國114年", "2025-06-10"),
    ],
)
def test_dates_as_newspapers_of_taiwan_print_them(text: str, value: str) -> None:
    dates = [m.value for m in recognise(text, "2025-06-10").mentions if m.type is MentionType.DATE]
    assert dates[0] == value


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("中俄关系稳定，对华政策不变。", ["中俄", "华"]),
        ("他在京出席会议，随后赴湘调研。", ["京", "湘"]),
        ("河北延庆、崇礼赛区准备就绪，北京市延庆区表示。", ["河北", "延庆", "崇礼", "北京市延庆区"]),
    ],
)
def test_letters_and_short_forms_of_places(text: str, names: list[str]) -> None:
    assert found(text, MentionType.PLACE) == names


def test_a_country_with_team_is_a_team() -> None:
    assert found("决赛中，中国队战胜日本队。", MentionType.ORGANISATION) == ["中国队", "日本队"]


def test_a_body_does_not_take_the_verb_before_it() -> None:
    text = "会议提出贯彻措施，研究县政府初步意见。"
    assert found(text, MentionType.ORGANISATION) == ["县政府"]


def test_media_at_the_head_of_a_line_are_organisations() -> None:
    assert found("云溪网讯（云溪融媒记者 林若楠）会议召开。", MentionType.ORGANISATION) == [
        "云溪网",
        "云溪融媒",
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("補給艦唐山艦抵達。", []),
        ("國道八號與台六十一線通車。", ["國道八號", "台六十一線"]),
        ("调研组赴市高新区考察。", ["市高新区"]),
        ("专机抵达南韩釜山。", ["南韩", "釜山"]),
    ],
)
def test_ships_roads_zones_and_cities_abroad(text: str, names: list[str]) -> None:
    assert found(text, MentionType.PLACE) == names


def test_leaders_of_a_district_share_their_post() -> None:
    pairs = [(one.person, one.post) for one in recognise("区领导陈文海、王若涛参加调研。", None).appointments]
    assert pairs == [("陈文海", "区领导"), ("王若涛", "区领导")]


def test_firms_are_known_by_their_trade_where_only_firms_stand() -> None:
    text = "走访群泽光电、华甸科技等企业，推动绿色科技、智能制造发展。"
    assert found(text, MentionType.ORGANISATION) == ["群泽光电", "华甸科技"]


@pytest.mark.parametrize(
    ("text", "name"), [("发言人何咏前介绍情况。", "何咏前"), ("会上陈志明则表示同意。", "陈志明")]
)
def test_a_side_belongs_to_a_name_before_a_verb_of_speech(text: str, name: str) -> None:
    assert found(text, MentionType.PERSON) == [name]
