"""What the search box offers: characters in both scripts, pinyin, initials, earlier queries."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from index.archive import Archive
from index.exploration import completion
from index.exploration.names import Lines
from index.model import Completion, SearchRequest
from index.paths import resource
from index.script.fold import fold
from index.script.readings import derive, plain, sounding, speech, syllable_of

from .conftest import record, write


def texts(found: tuple[Completion, ...]) -> list[str]:
    return [one.text for one in found]


def until(so: Callable[[], bool]) -> None:
    """Wait for what another thread does."""
    end = time.monotonic() + 60
    while not so():
        assert time.monotonic() < end
        time.sleep(0.01)


@pytest.fixture
def named(empty: Archive, tmp_path: Path) -> Archive:
    """An archive in which some are named more often than others."""
    bodies = ["云州市委书记李红军主持会议。"] * 3 + [
        "雲州市長李紅君出席。",
        "市委书记费云帆讲话。",
        "重庆市举行活动。",
    ]
    records = [
        record(n, f"第{n}次联席会议纪要", body + f"第{n}号。", f"2023-0{n + 1}-01")
        for n, body in enumerate(bodies)
    ]
    empty.import_paths([write(tmp_path / "a.jsonl", records)], workers=0)
    return empty


@pytest.mark.parametrize(
    "typed", ["李红军", "李紅軍", "lhj", "LHJ", "lihongjun", "li hong jun", "lihongj", "红军"]
)
def test_a_name_is_found_by_characters_pinyin_and_initials(named: Archive, typed: str) -> None:
    assert "李红军" in texts(named.complete(typed))


@pytest.mark.parametrize("typed", ["联席", "聯席會議", "lianxi", "lianxihuiyi"])
def test_a_title_is_found_by_characters_and_pinyin(named: Archive, typed: str) -> None:
    found = [one for one in named.complete(typed) if one.group == "article"]
    assert found
    assert all("联席会议" in one.text for one in found)
    assert all(named.article(one.article_id or 0).title == one.text for one in found)


def test_characters_bring_the_newest_titles_first(named: Archive) -> None:
    found = [one.text for one in named.complete("联席会议") if one.group == "article"]
    assert found[:2] == ["第5次联席会议纪要", "第4次联席会议纪要"]


def test_the_most_used_of_a_group_comes_first(named: Archive) -> None:
    people = [one for one in named.complete("li") if one.group == "person"]
    assert [one.text for one in people] == ["李红军", "李紅君"]
    assert [one.count for one in people] == [3, 1]


def test_a_large_table_waits_while_somebody_searches(named: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(completion, "_SHORT", -1.0)
    monkeypatch.setattr(completion, "_WAIT", 0.05)
    named.search(SearchRequest("会议"))
    assert "李红军" not in texts(named.complete("lhj"))
    until(lambda: "李红军" in texts(named.complete("lhj")))


def test_a_table_that_waits_does_not_hold_up_closing(named: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(completion, "_SHORT", -1.0)
    monkeypatch.setattr(completion, "_QUIET", 3600.0)
    named.search(SearchRequest("会议"))
    named.get_ready()
    path = named.path
    named.close()
    assert Archive.is_archive(path)


def test_what_is_made_ready_is_offered(named: Archive) -> None:
    named.get_ready()
    until(lambda: "李红军" in texts(named.complete("lhj")))


def test_groups_stay_together(named: Archive) -> None:
    groups = [one.group for one in named.complete("云")]
    assert len(groups) > 2
    assert sorted(groups, key=groups.index) == groups


@pytest.mark.parametrize("typed", ["chongqing", "cqs", "重慶"])
def test_words_are_read_as_words(named: Archive, typed: str) -> None:
    assert any(fold(text).startswith("重庆") for text in texts(named.complete(typed)))


@pytest.mark.parametrize("typed", ["lihongjun", "Li Hongjun"])
def test_pinyin_without_an_input_method_means_the_names_that_are_spelt_so(named: Archive, typed: str) -> None:
    assert named.search(SearchRequest(typed)).total == 0
    meant = named.suggestions(SearchRequest(typed))
    assert "李红军" in [one.text for one in meant]
    assert all(one.total == named.search(SearchRequest(one.text)).total > 0 for one in meant)


def test_pinyin_begins_with_a_syllable(named: Archive) -> None:
    assert "李红军" not in texts(named.complete("ongjun"))
    assert "李红军" in texts(named.complete("hongjun"))


@pytest.mark.parametrize("typed", ["", "   ", "没有的", "zzzz", "\n", "\x01", "(", "%_", "'", "a" * 500])
def test_odd_input_is_answered(named: Archive, typed: str) -> None:
    assert named.complete(typed) == ()


def test_there_are_never_more_lines_than_asked_for(named: Archive) -> None:
    for limit in (1, 2, 5):
        assert len(named.complete("l", limit)) <= limit


def test_earlier_queries_come_first(named: Archive) -> None:
    for query in ("李红军 会议", "联席会议", "李红军"):
        named.remember(named.search(SearchRequest(query)))
    assert texts(named.complete("")) == ["李红军", "联席会议", "李红军 会议"]
    first = named.complete("lhj")[0]
    assert (first.group, first.text) == ("history", "李红军")
    assert "history" not in {one.group for one in named.complete("联席会议")}  # it stands in the box already


def test_new_articles_are_offered_after_an_import(named: Archive, tmp_path: Path) -> None:
    assert named.complete("ganjiang") == ()
    assert named.complete("ganji") == ()
    new = [record(99, "赣江新区挂牌", "赣江新区今日挂牌。")]
    named.import_paths([write(tmp_path / "b.jsonl", new)], workers=0)
    completer = named._explorer._completer
    assert completer._table is not None
    completer._table = replace(completer._table, took=0.0)  # its rest is over
    named.complete("ganjiang")  # the old table answers while the new one is made
    assert completer._next is not None
    completer._next.result(10)
    assert any("赣江新区" in text for text in texts(named.complete("ganjiang")))


def test_a_table_is_not_made_again_and_again_while_articles_come(named: Archive, tmp_path: Path) -> None:
    named.complete("lhj")
    completer = named._explorer._completer
    named.complete("lhj")
    assert completer._table is not None
    completer._table = replace(completer._table, took=60.0)
    named.import_paths([write(tmp_path / "c.jsonl", [record(98, "又一篇", "又一篇文章。")])], workers=0)
    assert named.complete("lhj")
    assert completer._next is None


def test_lines_answer_as_looking_at_each_would() -> None:
    lines = ["LiHongJun", "Li", "", "WangLiHong", "LiHongJunXiaoZhuan", "Li", "zzz", "XiAn", "LiaoNingNing"]
    table = Lines([b"".join(f"{line}\n".encode() for line in lines[at : at + 2]) for at in range(0, 9, 2)])
    for needle in (
        "li",
        "lihongjun",
        "lihongjunxiaozhuan",
        "hong",
        "z",
        "zzz",
        "zzzz",
        "~",
        "a",
        "an",
        "ning",
    ):
        small = [line.lower() for line in lines]
        begins = [n for n, line in enumerate(small) if line.startswith(needle)]
        assert table.beginning(needle.encode(), 10) == begins
        assert table.beginning(needle.encode(), 1) == begins[:1]
        assert list(table.inside(needle.encode(), 99)) == [
            n for n, line in enumerate(small) if needle in line
        ]
        assert list(table.inside(needle.encode(), 3)) == [n for n, s in enumerate(small[:3]) if needle in s]
        capital = [
            n
            for n, line in enumerate(lines)
            if any(line[at].isupper() and line[at:].lower().startswith(needle) for at in range(len(line)))
        ]
        assert list(table.inside(needle.encode(), 99, syllable=True)) == capital
        if len(needle) < 12:
            assert table.exactly(needle.encode(), 10) == [n for n, line in enumerate(small) if line == needle]


def test_syllables_have_no_tones() -> None:
    assert [plain(one) for one in ("lǚ", "hóng", "nüè", "ér", "ń")] == ["lv", "hong", "nve", "er", "n"]
    assert syllable_of()["联"] == syllable_of()["聯"] == "lian"
    assert {"议", "义", "意"} <= set(sounding()["yi"])


def test_marked_characters_keep_their_places() -> None:
    text = "重庆银行行长重视音乐"
    marked = speech().marked(text)
    assert len(marked) == len(text)
    assert marked.translate(speech().syllables) == "ChongQingYinHangHangZhangZhongShiYinYue"
    assert marked.translate(speech().initials) == "cqyhhzzsyy"


def test_the_table_of_words_is_the_derived_one(tmp_path: Path) -> None:
    derive(tmp_path)
    derived = set((tmp_path / "words.tsv").read_text(encoding="utf-8").splitlines())
    kept = set(resource("readings", "words.tsv").read_text(encoding="utf-8").splitlines())
    assert len(derived ^ kept) < 0.02 * len(kept)  # versions of the dictionaries differ in single words
