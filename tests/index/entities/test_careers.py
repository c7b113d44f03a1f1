"""Posts given, held one after the other, and given up."""

from __future__ import annotations

from index.entities import recognise


def _pairs(text: str) -> set[tuple[str, str]]:
    return {(one.person, one.post) for one in recognise(text, "2025-10-31").appointments}


def test_everybody_of_a_list_takes_the_post_that_is_given() -> None:
    assert _pairs("会议决定任命卢志江、孙文斌为济南市人民政府副市长。") == {
        ("卢志江", "济南市人民政府副市长"),
        ("孙文斌", "济南市人民政府副市长"),
    }


def test_a_court_report_gives_the_accused_every_post_of_his_career() -> None:
    text = (
        "被告人杨子文利用担任甘肃省定西市委副书记、市长,市委书记,甘肃省委组织部常务副部长等职务上的便利,"
        "为有关单位谋取利益。"
    )
    assert _pairs(text) == {
        ("杨子文", "甘肃省定西市委副书记"),
        ("杨子文", "市长"),
        ("杨子文", "市委书记"),
        ("杨子文", "甘肃省委组织部常务副部长"),
    }


def test_who_resigns_held_the_post() -> None:
    text = "会议接受金文静、徐小峰辞去嘉兴市南湖区第十届人大代表职务的请求。"
    assert _pairs(text) == {
        ("金文静", "嘉兴市南湖区第十届人大代表"),
        ("徐小峰", "嘉兴市南湖区第十届人大代表"),
    }


def test_a_date_may_stand_before_the_new_post() -> None:
    text = "政府宣布,现任行政长官私人秘书蔡文铭5月14日出任行政长官办公室常任秘书长。"
    assert _pairs(text) == {
        ("蔡文铭", "行政长官私人秘书"),
        ("蔡文铭", "行政长官办公室常任秘书长"),
    }


def test_the_leaders_of_a_body_share_their_post() -> None:
    text = "区人大常委会领导曹建民、张晓晖、杨玲参加会议。"
    assert {person for person, post in _pairs(text) if post == "区人大常委会领导"} == {
        "曹建民",
        "张晓晖",
        "杨玲",
    }


def test_the_post_may_be_told_before_its_holder() -> None:
    assert ("邱文勇", "清华大学党委书记") in _pairs("担任清华大学党委书记的是中国科学院院士邱文勇。")


def test_a_life_tells_the_posts_of_the_person_it_is_about() -> None:
    text = (
        "吕志明，1917年7月生于广东省平远县。1945年8月至1949年5月，先后任鲁南区党委秘书长，徐州市副市长等。"
        "1982年5月，任文化部副部长。"
    )
    assert _pairs(text) == {
        ("吕志明", "鲁南区党委秘书长"),
        ("吕志明", "徐州市副市长"),
        ("吕志明", "文化部副部长"),
    }


def test_what_others_did_gives_no_post_to_the_last_person_named() -> None:
    text = "陈文杰会见来宾。工作人员介绍，担任这一职务的人很多。"
    assert _pairs(text) == set()


def test_a_married_name_of_four_characters_is_one_person() -> None:
    found = recognise("邀请102岁的魏林鸳鸯女士与陈坤得先生出席。", "2025-10-03")
    assert "魏林鸳鸯" in [mention.text for mention in found.mentions]


def test_quotation_marks_around_a_post_do_not_part_it_from_its_holder() -> None:
    assert _pairs("“立法院长”韩国明与“行政院长”卓荣文都出席。") == {
        ("韩国明", "立法院长"),
        ("卓荣文", "行政院长"),
    }


def test_a_surname_that_speaks_is_the_person_of_the_article() -> None:
    found = recognise("市长蒋文安视察应变中心。蒋表示，会持续掌握动态。", "2025-10-03")
    spoken = [mention for mention in found.mentions if mention.text == "蒋"]
    assert [mention.value for mention in spoken] == ["蒋文安"]


def test_a_list_goes_on_behind_a_name_of_four_characters() -> None:
    text = "包括副议长林志文及李宗明、施余兴旺、王家贞、蔡苏秋金、蔡秋兰等多位议员出席。"
    people = [mention.text for mention in recognise(text, "2026-02-06").mentions]
    assert people[1:] == ["林志文", "李宗明", "施余兴旺", "王家贞", "蔡苏秋金", "蔡秋兰"]
