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
