"""Tricks of sites are undone where that is certain, told where it is not, and nothing clean is touched."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.importing.composition import compose
from index.importing.encoding import Decoded
from index.importing.readers import read_any
from index.importing.repair.dirt import doubts, halved, keyword_doubt, stuffed_lines
from index.importing.repair.injected import without_injected
from index.model import Draft, RepairKind

CLEAN = (
    "会议强调，要加强产业协同发展，推动两地产业高效衔接，深化合作，互利共赢。各地各部门要提高政治站位，"
    "压实工作责任，强化组织保障，确保重点项目早日开工建设。有关负责人介绍，今年以来全市经济运行总体平稳。"
)
INJECTED = (
    "会议强調，要加龘强产业协同发靐展，推动两地产业高效衔接，深齉化合作，互利共赢。各地各部门要提爨高政治站位，"
    "压实工作责㊣任，强化组䨻织保障，确保重点项目早日开工建设。有关负责人介绍，今年以来全市经㐂济运行总体平稳。"
).replace("調", "调")
NAMES = (
    "书记李燊出席会议，王垚堃作报告。李燊指出要加强学习，李燊强调要抓好落实，与会人员围绕李燊讲话作了讨论。"
)


def test_injected_characters_are_taken_out() -> None:
    text, repair = without_injected(INJECTED)
    assert text == CLEAN
    assert repair is not None and (repair.kind, repair.count) == (RepairKind.INJECTED, 7)
    assert repair.before in INJECTED and repair.after in CLEAN


def test_a_few_odd_characters_that_split_words_are_left_but_told() -> None:
    text = CLEAN.replace("加强", "加龘强", 1).replace("发展", "发靐展", 1).replace("合作", "合爨作", 1)
    found, repair = without_injected(text)
    assert found == text
    assert repair is not None and (repair.kind, repair.count) == (RepairKind.DOUBTFUL, 3)
    assert "加龘强" in repair.before and repair.before == repair.after


@pytest.mark.parametrize("text", [CLEAN, NAMES, NAMES + CLEAN, "龘靐齉爨四字，皆笔画繁多之字，见于字书。"])
def test_rare_characters_of_names_and_of_learned_texts_stay(text: str) -> None:
    assert without_injected(text) == (text, None)


def test_characters_strewn_beside_punctuation_and_figures_go_with_the_others() -> None:
    text = INJECTED.replace("，推动", "齾，推动").replace("各地", "㼎各地")
    assert without_injected(f"2024年3月1㼗5日，{text}")[0] == f"2024年3月15日，{CLEAN}"


ELEMENTS = "矿种：铀、钍、铬、钒、钛、锡、铋、钼、汞、锑、镁；铂、钯、钌、锇、铱、铑；铌、钽、铍、锂、锆。"
AMOUNTS = "補助新臺幣6仟5佰元，加發8仟1佰萬元，55吋電視一臺，面積三坪，山坵一處，厝前水塭兩口。"


@pytest.mark.parametrize("text", [ELEMENTS, AMOUNTS])
def test_rare_characters_in_lists_and_amounts_stay(text: str) -> None:
    assert without_injected(text) == (text, None)


@given(st.text(max_size=300))
def test_any_text_passes(text: str) -> None:
    found, repair = without_injected(text)
    assert (found == text) == (repair is None or repair.kind is RepairKind.DOUBTFUL)


def test_lost_characters_are_told_and_left() -> None:
    repair = doubts("会议由\ufffd\ufffd主持，参加人员????等。")
    assert repair is not None
    assert (repair.kind, repair.count) == (RepairKind.DOUBTFUL, 3)
    assert repair.before == repair.after
    assert doubts(CLEAN) is None


def compose_text(text: str) -> Draft:
    return compose(Decoded(text, "utf-8", 1.0), "a.txt")


def test_a_first_line_of_search_words_is_left_out() -> None:
    words = "澄安市,澄安日报,联席会议,产业协同,重点项目,经济运行,招商引资"
    draft = compose_text(f"澄安市联席会议召开\n{words}\n2024-03-05\n{CLEAN}\n{CLEAN[::1]}联席会议要求落实。")
    assert draft.title == "澄安市联席会议召开"
    assert words not in draft.body
    assert RepairKind.KEYWORDS in {repair.kind for repair in draft.repairs}


@pytest.mark.parametrize(
    "line",
    [
        "白日依山尽，黄河入海流，欲穷千里目，更上一层楼",
        "出席会议的有：张三，李四，王五，赵六，钱七，孙八",
        "一季度，二季度，三季度",
    ],
)
def test_lists_that_are_the_article_stay(line: str) -> None:
    assert stuffed_lines(["标题", line, CLEAN * 3]) == []


def test_a_headline_printed_twice_on_end_is_halved() -> None:
    assert halved("澄安市召开联席会议澄安市召开联席会议") == "澄安市召开联席会议"
    assert halved("澄安市召开联席会议_澄安市召开联席会议") == "澄安市召开联席会议"
    assert halved("好好学习 天天向上") == "好好学习 天天向上"
    assert compose_text(f"澄安市召开联席会议 澄安市召开联席会议\n{CLEAN}").title == "澄安市召开联席会议"


def test_records_are_mended_but_keep_their_words() -> None:
    line = json.dumps({"title": "澄安市召开会议", "body": INJECTED}, ensure_ascii=False)
    (draft,) = read_any(line.encode(), "a.jsonl")
    assert isinstance(draft, Draft)
    assert draft.body == CLEAN


def test_blanks_that_an_encoding_lost_go_before_brackets_and_headings_too() -> None:
    text = "江城市规划条例\n????【发布】本条例已经通过，现予公布。\n????[1]总则。\n????# 附则"
    draft = compose(Decoded(text, "utf-8", 1.0), "a.txt")
    assert "??" not in draft.body


def test_search_words_that_the_text_has_not_are_left_and_marked_as_doubtful() -> None:
    line = "江城新闻，江城新闻网，江城资讯，江城头条，今日江城，江城热线，江城在线"
    assert stuffed_lines(["标题", line, CLEAN * 3]) == []
    doubt = keyword_doubt(["标题", line, CLEAN * 3])
    assert doubt is not None and doubt.before.startswith("江城新闻")
    assert keyword_doubt(["标题", "春风，夏雨，秋霜，冬雪，晨雾，晚霞，夜露", CLEAN]) is None
