"""Settings and memory survive restarts, strange files and strange values."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.session import Session
from desktop_app.settings import Memory, Settings
from desktop_app.theme import Appearance
from desktop_app.theme.fonts import Face
from index.model import Script
from index.paths import user_data


def test_settings_come_back_as_they_were_saved() -> None:
    chosen = Settings(
        language="zh_TW",
        appearance=Appearance.DARK,
        reading_face=Face.KAI,
        reading_leading=2.1,
        script=Script.TAIWAN,
    )
    chosen.save()
    assert Settings.load() == chosen


def test_without_a_file_there_are_defaults() -> None:
    assert Settings.load() == Settings()


def test_a_value_that_makes_no_sense_falls_back_alone() -> None:
    text = json.dumps(
        {"language": 7, "appearance": "pink", "reading_size": "big", "script": "taiwan", "old": 1}
    )
    (user_data() / "settings.json").write_text(text, "utf-8")
    assert Settings.load() == Settings(script=Script.TAIWAN)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe\x00", b"null"])
def test_an_unreadable_file_means_defaults(content: bytes) -> None:
    (user_data() / "settings.json").write_bytes(content)
    assert Settings.load() == Settings()


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(sorted(Settings.__dataclass_fields__)), ANYTHING))
def test_no_value_in_the_files_upsets_the_start(values: dict[str, object]) -> None:
    (user_data() / "settings.json").write_text(json.dumps(values), "utf-8")
    loaded = Settings.load()
    assert 10 <= loaded.reading_size <= 48 and 1.0 <= loaded.reading_leading <= 3.0
    loaded.save()
    assert Settings.load() == loaded


@given(st.text(max_size=8), ANYTHING)
def test_no_value_in_the_memory_upsets_whoever_asks(key: str, value: object) -> None:
    (user_data() / "memory.json").write_text(json.dumps({key: value}), "utf-8")
    memory = Memory()
    assert isinstance(memory.text(key), str)
    assert isinstance(memory.number(key), int)
    assert all(isinstance(each, str) for each in memory.lines(key))
    assert all(abs(each) < 2**31 for each in [memory.number(key), *memory.numbers(key)])
    assert isinstance(memory.blob(key), bytes)


_TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=20)  # a NUL is no text


@given(lines=st.lists(_TEXT, max_size=5), blob=st.binary(max_size=50))
def test_memory_keeps_lists_and_bytes(
    tmp_path_factory: pytest.TempPathFactory, lines: list[str], blob: bytes
) -> None:
    path = tmp_path_factory.mktemp("memory") / "memory.json"
    memory = Memory(path)
    memory.put("lines", lines)
    memory.put("blob", blob)
    memory.save()
    again = Memory(path)
    assert again.lines("lines") == lines
    assert again.blob("blob") == blob


def test_the_latest_line_is_first_and_only_once(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "memory.json")
    for line in ("甲", "乙", "甲", "丙"):
        memory.put_first("history", line, 2)
    assert memory.lines("history") == ["丙", "甲"]


def test_a_memory_of_another_kind_is_taken_for_nothing(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "memory.json")
    memory.put("key", "text")
    assert memory.lines("key") == []
    assert memory.number("key", 5) == 5
    assert memory.blob("key") == b""


def test_changing_a_setting_saves_it_and_tells_once(session: Session) -> None:
    heard: list[Settings] = []
    session.settings_changed.connect(heard.append)
    session.change_settings(reading_size=20)
    session.change_settings(reading_size=20)
    assert [each.reading_size for each in heard] == [20]
    assert Settings.load().reading_size == 20


@pytest.mark.parametrize(
    "content",
    [
        "[" * 100_000,
        '{"reading_leading": NaN, "reading_size": 1e999, "archives_folder": "a\\u0000b"}',
        '{"reading_leading": 1' + "0" * 400 + ', "language": [], "own_conversions": [1, "a\\u0000"]}',
        "\ufeff{",
    ],
)
def test_hostile_settings_are_the_defaults(content: str) -> None:
    (user_data() / "settings.json").write_text(content, encoding="utf-8")
    assert Settings.load() == Settings()


def test_file_names_that_are_no_proper_text_are_remembered() -> None:
    memory = Memory()
    memory.put("recent", ["/a/\udcff.juanzong", "/b/卷宗.juanzong"])
    memory.save()
    assert Memory().lines("recent") == ["/a/\udcff.juanzong", "/b/卷宗.juanzong"]
