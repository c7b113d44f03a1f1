"""Text that was encoded twice comes back, and nothing else is touched."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.importing.encoding import decode
from index.importing.repair.mojibake import undo_mojibake

SIMPLIFIED = "澄安市委书记主持召开会议。\n会议强调，要坚持稳中求进，\n全年完成投资300亿元。\n完"
TRADITIONAL = "澄安市長主持會議。\n會議強調，要結合地方資源，\n並於109年9月17日舉行記者會。\n完"


def sloppy(data: bytes) -> str:
    """Bytes as browsers read them where a page says Windows-1252."""
    return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in data)


@pytest.mark.parametrize("text", [SIMPLIFIED, TRADITIONAL])
@pytest.mark.parametrize("codec", ["utf-8", "gb18030", "cp950"])
def test_bytes_read_as_western_text_come_back(text: str, codec: str) -> None:
    if text is SIMPLIFIED and codec == "cp950":
        pytest.skip("Big5 has no Simplified characters")
    for damaged in (text.encode(codec).decode("latin-1"), sloppy(text.encode(codec))):
        restored, repair = undo_mojibake(damaged)
        assert restored == text
        assert repair is not None and repair.count == 4


@pytest.mark.parametrize("line", ["会议强调，要坚持稳中求进", "江城市長主持召開第三回會議了"])
def test_utf_8_read_as_gbk_comes_back(line: str) -> None:
    damaged = line.encode().decode("gb18030")
    assert damaged != line
    assert undo_mojibake(damaged)[0] == line


def test_a_character_that_lost_a_byte_is_marked_and_the_rest_restored() -> None:
    text = "会议强调，要坚持稳中求进的工作总基调，推动高质量发展取得新成效啊"
    damaged = text.encode().decode("gbk", "replace").replace("\ufffd", "?")
    restored, repair = undo_mojibake(damaged)
    assert repair is not None
    assert len(set(text) - set(restored)) < 8 and "坚持稳" in restored and "\ufffd" in restored


@pytest.mark.parametrize(
    "text",
    [
        "Les élèves français à Québec — naïveté «été» ÀÉÈÊ garçon",
        "Ελληνικά и русский текст без ошибок",
        "\xa0" * 40 + "正文",
        "锛与鐨二字见于字书",
        SIMPLIFIED,
        TRADITIONAL,
    ],
)
def test_clean_text_stays(text: str) -> None:
    assert undo_mojibake(text) == (text, None)


@given(st.text())
def test_any_text_passes(text: str) -> None:
    restored, repair = undo_mojibake(text)
    assert (restored == text) == (repair is None)


@pytest.mark.parametrize("codec", ["utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("length", [4, 12, 60])
def test_utf_32_is_known_without_a_mark(codec: str, length: int) -> None:
    decoded = decode(SIMPLIFIED[:length].encode(codec))
    assert (decoded.text, decoded.encoding) == (SIMPLIFIED[:length], codec)
