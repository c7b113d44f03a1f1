"""Conversion between scripts: right, aligned, and never touching what is not Chinese."""

from __future__ import annotations

import gzip
import json
import time
from pathlib import Path

import opencc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.model import Script
from index.script.ambiguity import ambiguous
from index.script.conversion import Converted, convert, convert_pieces
from index.script.detection import detect_script

SHOWN = [script for script in Script if script is not Script.ORIGINAL]
CHINESE = "国國发發后後里裏裡台臺颱风風软軟件硬盘盤信息着著了如何被明一致通过過数據据库庫，。《》\nab U1 "
TEXTS = st.text(alphabet=st.one_of(st.sampled_from(CHINESE), st.characters(codec="utf-8")), max_size=60)


@pytest.mark.parametrize(
    ("source", "script", "words", "shown"),
    [
        ("展示了如何办案", Script.TRADITIONAL, False, "展示了如何辦案"),
        ("子丑寅卯，朱红大门", Script.TRADITIONAL, False, "子丑寅卯，朱紅大門"),
        ("女子丑闻与控制种植", Script.TRADITIONAL, False, "女子醜聞與控制種植"),
        ("玉米制种基地，电解水制氢", Script.TRADITIONAL, False, "玉米製種基地，電解水製氫"),
        ("國情咨文說了甚麼，餽贈何人", Script.SIMPLIFIED, False, "国情咨文说了什么，馈赠何人"),
        ("这种药是十年前被发明的", Script.TAIWAN, False, "這種藥是十年前被發明的"),
        ("遗址被发掘以后", Script.TRADITIONAL, False, "遺址被發掘以後"),
        ("少数组织没有参与制造", Script.TAIWAN, True, "少數組織沒有參與製造"),
        ("代表们一致通过了决议", Script.TAIWAN, True, "代表們一致通過了決議"),
        ("边境的士兵", Script.TAIWAN, True, "邊境的士兵"),
        ("皇后在后面理发", Script.TRADITIONAL, False, "皇后在後面理髮"),
        ("隨著颱風離開，著名的燈塔", Script.SIMPLIFIED, False, "随着台风离开，著名的灯塔"),
        ("乾隆年間的麵粉", Script.SIMPLIFIED, False, "乾隆年间的面粉"),
        ("这里有软件", Script.HONGKONG, False, "這裏有軟件"),
        ("这里有软件", Script.TAIWAN, True, "這裡有軟體"),
        ("U盘和文件", Script.TAIWAN, True, "隨身碟和檔案"),
    ],
)
def test_known_sentences_come_out_right(source: str, script: Script, words: bool, shown: str) -> None:
    assert convert(source, script, words=words).text == shown


@pytest.mark.parametrize("script", [Script.TRADITIONAL, Script.TAIWAN, Script.HONGKONG])
def test_traditional_text_is_not_converted_twice(script: Script) -> None:
    text = "里長指出，后里區的公所在幾公里外。\n鄰里互助，後會有期。"
    assert convert(text, script).text == text


def test_a_simplified_line_in_a_traditional_article_is_converted() -> None:
    text = "縣長出席會議。\n发展规划已经公布。"
    assert convert(text, Script.TRADITIONAL).text == "縣長出席會議。\n發展規劃已經公佈。"


def test_the_same_as_opencc_where_no_word_is_straddled() -> None:
    sentences = [
        "我们为祖国的发展感到骄傲",
        "鼠标里面的硅二极管坏了",
        "潮湿的灶台上放着一只钟表",
        "头发干了以后再出发",
    ]
    for config, script, words in [
        ("s2t", Script.TRADITIONAL, False),
        ("s2tw", Script.TAIWAN, False),
        ("s2twp", Script.TAIWAN, True),
        ("s2hk", Script.HONGKONG, False),
    ]:
        converter = opencc.OpenCC(config)
        for sentence in sentences:
            assert convert(sentence, script, words=words).text == converter.convert(sentence)


@given(TEXTS, st.sampled_from(SHOWN), st.booleans())
@settings(max_examples=300, deadline=None)
def test_alignment_is_monotone_and_total(text: str, script: Script, words: bool) -> None:
    converted = convert(text, script, (("信息", "消息一则"), ("后", "")), words=words)
    assert_aligned(converted, len(text))


def assert_aligned(converted: Converted, length: int) -> None:
    ends = [converted.to_shown(at, at) for at in range(length + 1)]
    assert ends[0][0] == 0
    assert converted.to_shown(0, length) == (0, len(converted.text))
    assert ends == sorted(ends)
    covered = 0
    for at in range(length):
        start, end = converted.to_shown(at, at + 1)
        assert start <= covered <= end or start == covered
        covered = max(covered, end)
        if start < end:
            back_start, back_end = converted.to_source(start, end)
            assert back_start <= at < back_end
    assert covered == len(converted.text)


@given(TEXTS, st.sampled_from(SHOWN))
@settings(max_examples=200, deadline=None)
def test_what_is_not_chinese_never_changes(text: str, script: Script) -> None:
    converted = convert(text, script)
    assert len(converted.text) == len(text)
    for before, after in zip(text, converted.text, strict=True):
        assert before == after or ord(before) >= 0x2E80


@given(TEXTS)
def test_the_original_is_the_identity(text: str) -> None:
    converted = convert(text, Script.ORIGINAL)
    assert converted.text == text
    assert converted.to_shown(0, len(text)) == (0, len(text))


@given(st.lists(st.sampled_from(["软件发展了。", "后面\n", "里長說：", "《頭髮》\n", "U盘"]), max_size=12))
@settings(deadline=None)
def test_pieces_put_together_cover_the_text(parts: list[str]) -> None:
    text = "".join(parts)
    at = 0
    for offset, piece in convert_pieces(text, Script.TAIWAN, words=True, size=16):
        assert offset == at
        at += piece.source_length
    assert at == len(text)


def test_a_hit_stays_on_its_word_when_lengths_change() -> None:
    text = "会议讨论了U盘和打印机的采购"
    converted = convert(text, Script.TAIWAN, words=True)
    start, end = converted.to_shown(text.index("打印机"), text.index("打印机") + 3)
    assert converted.text[start:end] == "印表機"
    start, end = converted.to_shown(text.index("U盘"), text.index("U盘") + 2)
    assert converted.text[start:end] == "隨身碟"
    assert converted.to_source(start, end) == (text.index("U盘"), text.index("U盘") + 2)


def test_the_users_corrections_win() -> None:
    assert convert("钟表店的钟先生", Script.TRADITIONAL, (("钟先生", "锺先生"),)).text == "鐘錶店的锺先生"
    assert convert("一致通过", Script.TAIWAN, (("一致通过", "全數通過"),), words=True).text == "全數通過"


def test_protected_spans_stay_as_printed() -> None:
    text = "他写了《后汉书研究》这本书"
    start = text.index("《")
    shown = convert(text, Script.TRADITIONAL, protected=[(start, text.index("》") + 1)]).text
    assert shown == "他寫了《后汉书研究》這本書"


def test_ambiguous_characters_name_their_choice_and_the_reason() -> None:
    found = {text.start: text for text in ambiguous("台风过后，台上有发电机", Script.TAIWAN)}
    assert found[0].chosen == "颱"
    assert found[0].phrase == "台风"
    assert {"臺", "檯", "颱"} <= set(found[0].candidates)
    assert found[5].chosen == "臺"
    assert found[8].chosen == "發"
    assert "髮" in found[8].candidates


@pytest.mark.parametrize(
    ("text", "chosen", "others"),
    [
        ("皇后", "后", "後"),
        ("过后", "後", "后"),
        ("头发", "髮", "發"),
        ("发展", "發", "髮"),
        ("干部", "幹", "乾干榦"),
        ("干燥", "乾", "幹干榦"),
        ("公里", "里", "裏"),
        ("里面", "裏", "里"),
        ("台风", "颱", "臺檯"),
        ("台灯", "檯", "臺颱"),
        ("台上", "臺", "檯颱"),
    ],
)
def test_the_well_known_choices_are_offered(text: str, chosen: str, others: str) -> None:
    found = next(each for each in ambiguous(text, Script.TRADITIONAL) if each.chosen == chosen)
    assert found.phrase == text
    assert set(others) <= set(found.candidates)


def test_lines_in_the_script_shown_already_and_certain_characters_are_no_choice() -> None:
    assert ambiguous("里長和皇后在臺上開會", Script.TRADITIONAL) == ()
    assert ambiguous("出席了联席会议", Script.TRADITIONAL) == ()


def test_scripts_are_told_apart() -> None:
    assert detect_script("国务院发布关于加快发展的意见") is Script.SIMPLIFIED
    assert detect_script("行政院發布關於加速發展的意見") is Script.TRADITIONAL
    assert detect_script("大小多少 2023") is None
    assert detect_script("国务院发布意见\n行政院發布意見") is None


def test_an_ordinary_article_takes_less_than_thirty_milliseconds() -> None:
    text = "国务院关于进一步加快发展的意见指出，后续工作要在台风过后展开。" * 62
    convert(text, Script.TAIWAN, words=True)
    start = time.perf_counter()
    convert(text, Script.TAIWAN, words=True)
    assert time.perf_counter() - start < 0.03 * 3  # room for a busy machine


@pytest.mark.shared_data
def test_length_and_alignment_hold_on_real_articles(shared_data: Path) -> None:
    with gzip.open(shared_data / "corpus" / "dev-small.jsonl.gz", "rt", encoding="utf-8") as lines:
        bodies = [json.loads(line)["body"] for _, line in zip(range(60), lines, strict=False)]
    for body in bodies:
        for script in SHOWN:
            assert len(convert(body, script).text) == len(body)
        converted = convert(body[:600], Script.TAIWAN, words=True)
        assert_aligned(converted, len(body[:600]))
