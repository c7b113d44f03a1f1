"""The query builder makes queries that mean what the form says; the help's examples are queries."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from whoosh.query import And

from desktop_app import i18n
from desktop_app.dialogs.query_builder import QueryBuilder
from desktop_app.help import HelpWindow
from desktop_app.search.query_text import QueryParts, query_parts, query_text
from index.archive import Archive
from index.fulltext import parse
from index.model import SearchRequest
from index.paths import resource


@pytest.mark.parametrize(
    ("parts", "query"),
    [
        (QueryParts(all_words="赣江新区 联席会议"), "赣江新区 联席会议"),
        (QueryParts(phrase="三地 联席"), '"三地 联席"'),
        (QueryParts(any_words="规划 协议"), "(规划 OR 协议)"),
        (QueryParts(any_words="规划"), "规划"),
        (QueryParts(none_words="文化 体育"), "-文化 -体育"),
        (QueryParts(near_one="会议", near_other="规划", near_distance=20), "会议 NEAR/20 规划"),
        (QueryParts(near_one="会议"), "会议"),
        (QueryParts(title="会议 规划"), "标题:会议 标题:规划"),
        (QueryParts(person="李红军", source="九江 日报"), '人物:李红军 来源:"九江 日报"'),
        (QueryParts(first_date="2019", last_date="2023-11"), "日期:2019..2023-11"),
        (QueryParts(first_date="2019"), "日期:2019.."),
        (QueryParts(first_date="2019", last_date="2019"), "日期:2019"),
        (QueryParts(all_words="或 -5 (a)"), '"或" "-5" "(a)"'),
        (QueryParts(inner="红军", outer="李红军 王红军"), "红军 NOTIN (李红军 OR 王红军)"),
        (QueryParts(inner="红军", outer="李红军"), "红军 NOTIN 李红军"),
        (QueryParts(roughly="李红君 联席会义"), "李红君~ 联席会义~"),
        (
            QueryParts(post="市长", place="南昌", document="规划", event="联席会议"),
            "职务:市长 地点:南昌 文件:规划 事件:联席会议",
        ),
        (QueryParts(inner='"', outer="5", phrase="“”", roughly='"', person='"', none_words='""'), ""),
        (QueryParts(), ""),
    ],
)
def test_a_form_becomes_a_query(parts: QueryParts, query: str) -> None:
    assert query_text(parts, "zh_CN") == query


def _parts(text: str) -> set[str]:
    """What a query asks for, in whatever order."""
    query = parse(text).query
    return {repr(part) for part in query} if isinstance(query, And) else {repr(query)}


_TYPED = st.text('赣江 OR或-"()红~:*5a/', max_size=8)


@given(
    st.lists(_TYPED, min_size=14, max_size=14),
    st.sampled_from(["", "2019", "2023-11"]),
    st.sampled_from(i18n.LANGUAGES),
)
def test_the_form_reads_what_it_writes(texts: list[str], date: str, language: str) -> None:
    names = "all_words phrase any_words none_words near_one near_other inner outer roughly title".split()
    names += "person organisation place source".split()
    parts = QueryParts(last_date=date, near_distance=7, **dict(zip(names, texts, strict=True)))
    written = query_text(parts, language)
    read = query_parts(written)
    if read is not None:
        assert _parts(query_text(read, language)) == _parts(written)


@pytest.mark.parametrize(
    "text",
    [
        "赣江新区 联席会议",
        '"三地 联席" (规划 OR 协议) 会议 NEAR/20 规划 红军 NOTIN (李红军 OR 王红军) 李红君~',
        '标题:会议 标题:规划 人物:李红军 职务:市长 来源:"九江 日报" 日期:2019..2023-11 -文化 -体育',
        "日期:2019..",
        "日期:..2019",
        "日期:2019",
        "會議",
    ],
)
def test_a_query_comes_back_into_the_form(text: str) -> None:
    parts = query_parts(text)
    assert parts is not None
    assert query_text(parts, "zh_CN") == text


@pytest.mark.parametrize(
    "text",
    [
        "赣江 OR 九江",
        "(a OR b) (c OR d)",
        "/联席.{2}/",
        "甲^3",
        "-人物:李",
        "颜色:红",
        '"甲',
        "(甲 乙)",
        "甲 或 乙",
        "三农*",
    ],
)
def test_a_query_beyond_the_form_is_left_alone(text: str, qtbot: QtBot) -> None:
    dialog = QueryBuilder()
    qtbot.addWidget(dialog)
    dialog.fill("all_words", "规划")
    assert query_parts(text) is None
    assert not dialog.show_query(text)
    assert dialog.text == "规划"


def test_the_dialog_opens_with_the_query_of_the_box(qtbot: QtBot) -> None:
    dialog = QueryBuilder()
    qtbot.addWidget(dialog)
    assert dialog.show_query("会议 NEAR/20 规划 机构:九江市")
    assert dialog.distance.value() == 20
    assert dialog.text == "会议 NEAR/20 规划 org:九江市"


@given(st.text(max_size=20), st.text(max_size=20), st.sampled_from(i18n.LANGUAGES))
def test_whatever_is_typed_becomes_a_query_that_can_be_read(one: str, other: str, language: str) -> None:
    parse(query_text(QueryParts(all_words=one, phrase=other, person=one, none_words=other), language))


def test_words_are_found_in_every_language_of_the_fields(sample_archive: Archive) -> None:
    parts = QueryParts(title="联席会议", first_date="2019")
    totals = {
        sample_archive.search(SearchRequest(query_text(parts, language))).total for language in i18n.LANGUAGES
    }
    assert len(totals) == 1
    assert totals.pop() > 0


def test_the_dialog_shows_the_query_and_searches_with_one_click(qtbot: QtBot) -> None:
    dialog = QueryBuilder()
    qtbot.addWidget(dialog)
    search = next(each for each in dialog.findChildren(QPushButton) if each.text() == "Search")
    assert not search.isEnabled()
    dialog.fill("all_words", "规划")
    dialog.fill("first_date", "去年")
    assert not search.isEnabled()
    dialog.fill("first_date", "2019")
    with qtbot.waitSignal(dialog.wanted) as wanted:
        search.click()
    assert wanted.args == ["规划 date:2019.."]


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_every_example_of_the_help_can_be_searched_for(language: str, sample_archive: Archive) -> None:
    page = resource("help", f"query.{language}.html").read_text("utf-8")
    examples = re.findall(r'href="query:([^"]+)">([^<]+)<', page)
    assert len(examples) > 12
    for link, shown in examples:
        assert unquote(link) == unescape(shown)
        sample_archive.search(SearchRequest(unquote(link)))


def test_an_example_is_searched_for_as_it_is_written(qtbot: QtBot) -> None:
    dialog = HelpWindow()
    qtbot.addWidget(dialog)
    with qtbot.waitSignal(dialog.wanted) as wanted:
        dialog.page.anchorClicked.emit(QUrl("query:%E8%81%94%3F%E4%BC%9A%E8%AE%AE"))
    assert wanted.args == ["联?会议"]
