"""Bytes become the text that was written, whatever encoding they are in and whatever they declare."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.importing.encoding import declared_in_html, decode

SIMPLIFIED = (
    "江城市与湖州市在江城签署战略合作协议，双方将加强产业协同发展，推动重点产业链高效衔接。"
    "市长李明出席签约仪式。"
)
TRADITIONAL = (
    "江城市與湖州市在江城簽署戰略合作協議，雙方將加強產業協同發展，推動重點產業鏈高效銜接。"
    "市長李明出席簽約儀式。"
)


@pytest.mark.parametrize("encoding", ["utf-8", "gb2312", "gbk", "gb18030", "utf-16-le", "utf-16-be", "hz"])
@pytest.mark.parametrize("length", [6, 20, 40, len(SIMPLIFIED)])
def test_simplified_text_is_decoded_in_every_encoding(encoding: str, length: int) -> None:
    text = SIMPLIFIED[:length]
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize(
    "encoding", ["utf-8", "gb18030", "big5", "cp950", "big5hkscs", "utf-16-le", "utf-16-be"]
)
@pytest.mark.parametrize("length", [6, 20, 40, len(TRADITIONAL)])
def test_traditional_text_is_decoded_in_every_encoding(encoding: str, length: int) -> None:
    text = TRADITIONAL[:length]
    assert decode(text.encode(encoding)).text == text


def test_hong_kong_characters_of_big5_hkscs_are_decoded() -> None:
    text = "香港嘅茶餐廳喺度賣緊奶茶同埋菠蘿包，佢哋話呢間舖頭開咗五十年。"
    assert decode(text.encode("big5hkscs")).text == text


def test_four_byte_characters_of_gb18030_are_decoded() -> None:
    text = "他名叫王㛃，住在江城市㐂街道，今年三十岁，在一家企业工作。𠀀"
    found = decode(text.encode("gb18030"))
    assert (found.text, found.encoding) == (text, "gb18030")


def test_a_byte_order_mark_decides_and_is_not_part_of_the_text() -> None:
    for encoding in ("utf-8-sig", "utf-16"):
        assert decode("会议纪要".encode(encoding)).text == "会议纪要"


def test_a_wrong_declaration_does_not_win_over_the_content() -> None:
    assert decode(SIMPLIFIED.encode("utf-8"), "gb2312").text == SIMPLIFIED
    assert decode(SIMPLIFIED.encode("gb18030"), "utf-8").text == SIMPLIFIED
    assert decode(TRADITIONAL.encode("big5"), "gb2312").text == TRADITIONAL


def test_a_right_declaration_raises_no_doubt() -> None:
    found = decode("协议".encode("gb18030"), "gbk")
    assert found.text == "协议"
    assert found.confidence > 0.9


def test_a_character_cut_off_at_the_end_is_left_out() -> None:
    assert decode(SIMPLIFIED.encode("utf-8")[:-1]).text == SIMPLIFIED[:-1]
    assert decode(SIMPLIFIED.encode("gb18030")[:-1]).text == SIMPLIFIED[:-1]


def test_damaged_bytes_lower_the_confidence_but_do_not_stop_the_rest() -> None:
    data = SIMPLIFIED.encode("gb18030")
    found = decode(data[:20] + b"\xff\xff" + data[20:])
    assert found.encoding == "gb18030"
    assert found.text.startswith(SIMPLIFIED[:8])
    assert found.confidence < 1


def test_plain_ascii_is_utf8() -> None:
    assert decode(b"APEC 2014") == decode(b"APEC 2014", "big5")


def test_the_declaration_of_a_page_is_found_in_all_its_forms() -> None:
    assert declared_in_html(b'<meta charset="gb2312">') == "gb2312"
    assert declared_in_html(b"<META http-equiv=Content-Type content='text/html; charset=Big5'>") == "Big5"
    assert declared_in_html(b'<?xml version="1.0" encoding="UTF-8"?>') == "UTF-8"
    assert declared_in_html(b"<p>charset</p>") is None


@settings(deadline=None)
@given(st.binary(max_size=400), st.sampled_from([None, "gb2312", "utf-8", "big5", "utf-16", "nonsense"]))
def test_any_bytes_decode_to_something(data: bytes, declared: str | None) -> None:
    found = decode(data, declared)
    assert 0 <= found.confidence <= 1
    found.text.encode("utf-8", "surrogatepass")


@pytest.mark.shared_data
@pytest.mark.parametrize(
    ("file", "encoding", "begins"),
    [
        ("big5.txt", "cp950", "繁體中文"),
        ("gb18030.txt", "gb18030", "简体中文"),
        ("euc-tw.txt", "euc-tw", "EUC-TW為台灣使用"),
    ],
)
def test_the_collected_files_are_recognised(shared_data: Path, file: str, encoding: str, begins: str) -> None:
    found = decode((shared_data / "encodings" / file).read_bytes())
    assert found.encoding == encoding
    assert found.text.startswith(begins)


def test_kana_and_circled_numbers_of_big5_are_those_that_fonts_in_taiwan_show() -> None:
    text = "活動分①報名②抽籤，農特產の名物展共展出／販售四十六種在地農產品，歡迎民眾踴躍參加。"
    assert decode(text.encode("big5hkscs")).text == text


def test_the_oblique_stroke_of_big5_stays_the_one_that_is_typed() -> None:
    text = "記者王小明／台北報導：市府今天召開記者會，說明公車路線調整方案，民眾可上網查詢。"
    assert decode(text.encode("big5")).text == text
