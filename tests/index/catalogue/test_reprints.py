"""Which texts count as reprints of each other."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from index.catalogue.records import letters
from index.catalogue.reprints import Text, bands, reprints, similarity

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
