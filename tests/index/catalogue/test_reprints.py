"""Which texts count as reprints of each other."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from index.catalogue.likeness import Text, reprints
from index.catalogue.records import letters
from index.catalogue.reprints import bands, sentence_values, similarity

PARAGRAPH = (
    "三月四日，云州市与白石市在云州召开联席会议，研究两市交通、水利、文旅等领域的合作事项。"
    "会议听取了上一次会议议定事项的落实情况，充分肯定两市一年来取得的进展，并就下一步重点工作作出安排。"
    "会议指出，要加快推进跨市公路的前期工作，统筹布局充电桩和公交线路，让两地群众出行更加方便。"
    "会议强调，要压实责任、定期会商，对议定的事项逐项销号，确保年底前见到实效。"
)
HEADER = "本报云州三月五日电（记者 章闻笛 通讯员 盛一帆）"


def related(one: str, other: str) -> bool:
    return bool(set(bands(letters(one))) & set(bands(letters(other)))) and reprints(
        Text("两市会商", one), Text("两市会商", other)
    )


def test_another_header_is_a_reprint() -> None:
    assert related(PARAGRAPH, HEADER + PARAGRAPH)


def test_another_script_is_a_reprint() -> None:
    traditional = PARAGRAPH.translate(str.maketrans("云与联会议两进东", "雲與聯會議兩進東"))
    assert traditional != PARAGRAPH
    assert related(PARAGRAPH, traditional)


def test_other_punctuation_and_blanks_change_nothing() -> None:
    assert similarity(PARAGRAPH, PARAGRAPH.replace("，", ", \n")) == 1.0
    assert bands(letters(PARAGRAPH)) == bands(letters(PARAGRAPH.replace("，", ", \n")))


def test_a_changed_sentence_is_still_a_reprint() -> None:
    changed = PARAGRAPH.replace("让两地群众出行更加方便", "方便两地百姓往来")
    assert related(PARAGRAPH, changed)


def test_another_meeting_in_the_same_words_of_office_is_not() -> None:
    other = (
        "九月十二日，临江省政府召开防汛工作调度会，听取气象、水文部门汇报，研究部署强降雨防范应对工作。"
        "会议强调，要压实责任、定期会商，加强值班值守，确保人民群众生命财产安全。"
    )
    assert not related(PARAGRAPH, other)


def test_notices_from_one_form_are_not_reprints() -> None:
    form = "招标公告。招标编号{}，预算金额{}元，投标截止{}月{}日，开标地点市政府第{}会议室。" + PARAGRAPH
    one = Text("道路维修招标", form.format(10801, 250000, 3, 9, 2))
    assert not reprints(one, Text("路灯维修招标", form.format(10977, 98000, 11, 21, 5)))


def test_what_comes_back_every_year_is_not_a_reprint() -> None:
    assert reprints(Text("会商", PARAGRAPH, "2024-03-05"), Text("会商", HEADER + PARAGRAPH, "2024-03-06"))
    assert not reprints(Text("会商", PARAGRAPH, "2023-03-05"), Text("会商", HEADER + PARAGRAPH, "2024-03-06"))


def test_pages_that_share_only_their_furniture_are_not_reprints() -> None:
    one = "白石湖封湖禁渔期开始，渔政部门提醒渔民停止作业。" + PARAGRAPH
    two = "云州图书馆新馆开放，市民凭证件可以借阅图书。" + PARAGRAPH
    assert not reprints(Text("白石湖开始封湖禁渔", one), Text("云州图书馆新馆开放", two))


def test_short_texts_have_no_bands() -> None:
    assert bands("会议召开。") == ()


@given(st.text(max_size=400), st.text(max_size=400))
def test_similarity_is_a_share_and_symmetric(one: str, other: str) -> None:
    value = similarity(one, other)
    assert 0.0 <= value <= 1.0
    assert value == similarity(other, one)
    assert similarity(one, one) == 1.0


def test_small_edits_anywhere_rarely_escape() -> None:
    chooser = random.Random(7)
    text = PARAGRAPH * 3
    missed = 0
    for _ in range(200):
        at = chooser.randrange(len(text) - 30)
        missed += not related(text, text[:at] + text[at + 30 :])
    assert missed <= 2


SHORT = "白石湖水位今日回落。渡口恢复通航，市民出行照常。海事部门提醒船只注意浅滩，夜间不要靠近施工水域。"


def test_a_short_text_with_a_changed_sentence_is_found_by_its_others() -> None:
    changed = SHORT.replace("渡口恢复通航，市民出行照常", "两岸公交线路也将增加班次，方便群众往来")
    assert set(sentence_values(SHORT, letters(SHORT))) & set(sentence_values(changed, letters(changed)))
    assert reprints(Text("白石湖渡口恢复通航", SHORT), Text("白石湖渡口恢复通航", changed))
    assert not reprints(Text("白石湖渡口恢复通航", SHORT), Text("今日水情", changed))


def test_a_sentence_more_or_less_is_a_reprint() -> None:
    longer = SHORT + "据悉，今年全市已开展安全巡查三十余次，整改隐患一百二十处。"
    assert reprints(Text("渡口恢复通航", SHORT), Text("渡口恢复通航", longer))


def test_the_same_told_of_other_figures_is_not_a_reprint() -> None:
    told = "{}勞工局辦理徵才活動，現場提供{}個職缺，歡迎民眾踴躍參加。{}"
    rest = "主辦單位表示，當天同步提供履歷健檢與就業諮詢服務，請攜帶身分證件與履歷表到場，逾時不受理。"
    one, other = told.format("6月28日", 52, rest), told.format("7月27日", 48, rest)
    assert not reprints(Text("徵才活動", one), Text("徵才活動", other))
    assert not reprints(Text("6/28徵才活動", rest), Text("7/27徵才活動", rest + "謝謝。"))


def test_forms_that_differ_in_their_values_are_not_reprints() -> None:
    form = (
        "公開招標公告[機關名稱]白石市政府水利局[單位名稱]{}[聯絡人]{}[電話]{}[標案名稱]{}[預算]{}[廠商資格摘要]"
        "依法設立登記之營造業，且無不良紀錄，並應檢附最近一期納稅證明文件[押標金]依招標文件規定辦理，逾期不予受理"
    )
    one = form.format("養護科", "葉小姐", "6342311", "北河清淤", "920000")
    other = form.format("工程科", "盧先生", "6342388", "南溪護岸", "1480000")
    assert not reprints(Text("公開招標公告", one), Text("公開招標公告", other))


def test_reprints_are_the_same_in_both_directions() -> None:
    texts = [
        PARAGRAPH,
        HEADER + PARAGRAPH,
        SHORT,
        SHORT + PARAGRAPH,
        PARAGRAPH.replace("会议指出", "会议提出"),
    ]
    for one in texts:
        for other in texts:
            first, second = Text("会商", one), Text("会商", other)
            assert reprints(first, second) == reprints(second, first)


APPOINTMENT = (
    "经研究决定：任命{}为云州市{}局长；免去{}的云州市{}局长职务。以上任命人员试用期一年，请按有关规定办理任职手续，"
    "做好工作交接。云州市人民政府办公室印发。"
)
AWARD = (
    "云州市绿化养护项目评标工作已经结束，中标人已经确定。现将结果公布如下：中标人：{}有限公司。项目负责人：{}。"
    "有关当事人对中标结果有异议的，可以在公告发布之日起七个工作日内，以书面形式向采购人提出质疑。"
)


def test_a_form_filled_with_other_names_is_not_a_reprint() -> None:
    title = "云州市人民政府任免通知"
    one = APPOINTMENT.format("章闻笛", "教育局", "吴之敏", "教育局")
    other = APPOINTMENT.format("盛一帆", "水利局", "罗平", "水利局")
    assert not reprints(Text(title, one), Text(title, other))
    namesake = APPOINTMENT.format("章一鸣", "教育局", "吴平", "教育局")
    assert not reprints(
        Text(title, namesake), Text(title, APPOINTMENT.format("章闻笛", "教育局", "罗平", "教育局"))
    )
    title = "云州市绿化养护项目中标公告"
    assert not reprints(
        Text(title, AWARD.format("宏达园林", "徐刚")), Text(title, AWARD.format("远大路桥", "何桂"))
    )


def test_a_form_filled_with_the_same_names_is_a_reprint() -> None:
    notice = APPOINTMENT.format("章闻笛", "教育局", "吴之敏", "教育局")
    reworded = notice.replace("请按有关规定办理任职手续", "有关手续按规定办理")
    assert reprints(Text("云州市人民政府任免通知", notice), Text("云州任免一批干部", notice + "（云州日报）"))
    assert reprints(Text("云州市人民政府任免通知", notice), Text("云州市人民政府任免通知", reworded))
