"""The help: every page in every language, findable, its links and menu paths true."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app import i18n
from desktop_app.application import Application
from desktop_app.help import HelpWindow
from desktop_app.help.topics import TOPICS, found, page, pages
from desktop_app.palette.palette import commands_of
from desktop_app.settings import Memory, Settings
from index.paths import resource
from index.version import __version__

LANGUAGES = i18n.LANGUAGES


class Nesting(HTMLParser):
    """Fails on tags that are not closed in order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.open.append(tag)
        self.seen.add(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("topic", TOPICS)
def test_every_page_is_well_formed_and_has_a_title(topic: str, language: str) -> None:
    shown = page(topic, language)
    nesting = Nesting()
    nesting.feed(shown.source)
    assert nesting.open == []
    assert nesting.seen <= {"h1", "h2", "p", "ul", "li", "b", "a", "code", "table", "tr", "td"}
    assert shown.title != topic


def test_no_page_lies_about_unused() -> None:
    names = {path.name for path in resource("help").glob("*.html")}
    assert names == {f"{topic}.{language}.html" for topic in TOPICS for language in LANGUAGES}


@pytest.mark.parametrize("topic", TOPICS)
def test_the_languages_say_the_same_things(topic: str) -> None:
    headings = {language: page(topic, language).source.count("<h2>") for language in LANGUAGES}
    links = {
        language: re.findall(r'href="topic:(\w+)"', page(topic, language).source) for language in LANGUAGES
    }
    assert len(set(headings.values())) == 1
    assert len({tuple(each) for each in links.values()}) == 1
    assert set(links["en"]) <= set(TOPICS)


@pytest.fixture(params=LANGUAGES)
def application(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[Application]:
    application = Application(Settings(language=request.param), Memory())
    yield application
    application.quit()
    application.discard()


def test_menu_paths_in_the_pages_exist(application: Application) -> None:
    paths = {f"{each.menu} › {each.title}" for each in commands_of(application.window.menus.all)}
    language = i18n.current()
    named = {
        html.unescape(path)
        for topic in TOPICS
        for path in re.findall(r"<code>([^<]*›[^<]*)</code>", page(topic, language).source)
    }
    assert named
    assert named <= paths


def test_finding_leads_to_the_pages_with_the_words_in_either_script(qtbot: QtBot) -> None:
    chinese = pages("zh_CN")
    assert found(chinese, "檢索式")[0].topic == "query"
    assert found(chinese, "xyzzy") == []
    assert len(found(chinese, "  ")) == len(TOPICS)
    assert found(chinese, "备份 网络盘")[0].topic == "safety"


def test_the_window_finds_shows_and_follows_links(qtbot: QtBot) -> None:
    i18n.use("en")
    window = HelpWindow()
    qtbot.addWidget(window)
    window.show()
    assert window.topic == "start"
    QTest.keyClicks(window.field, "rotating backups")
    assert window.topic == "safety"
    assert window.page.extraSelections()
    QTest.keyClicks(window.field, "zzz")
    assert window.topics.count() == 0 and window.topic == ""
    window.page.anchorClicked.emit(QUrl("topic:names"))
    assert window.topic == "names" and window.field.text() == ""
    assert "holders" in window.page.toPlainText()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_news_begin_with_this_version(language: str) -> None:
    first = re.search(r"<h2>(.*?)</h2>", page("news", language).source)
    assert first is not None and first[1] == __version__
    assert f"## [{__version__}]" in (Path(__file__).parents[3] / "CHANGELOG.md").read_text("utf-8")
