"""Tips come at their moment, once, and not at all for who wants none."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.session import Session
from desktop_app.settings import Memory, Settings
from desktop_app.tips import TipStrip
from desktop_app.tips.moments import Moment


@dataclass
class SomeHits:
    total: int


@pytest.fixture
def session(qtbot: QtBot) -> Session:
    return Session(Settings(language="en"), Memory())


@pytest.fixture
def strip(qtbot: QtBot, session: Session) -> TipStrip:
    strip = TipStrip(session)
    qtbot.addWidget(strip)
    return strip


def said(strip: TipStrip) -> Moment | None:
    return strip.moment


def test_the_first_archive_gets_a_remark_once(qtbot: QtBot, session: Session, strip: TipStrip) -> None:
    assert strip.isHidden()
    session.archive_changed.emit(object())
    assert said(strip) is Moment.ARCHIVE and not strip.isHidden()
    strip.done.click()
    assert strip.isHidden()
    session.archive_changed.emit(object())
    assert strip.isHidden()


def test_one_remark_at_a_time(session: Session, strip: TipStrip) -> None:
    session.archive_changed.emit(object())
    session.article_changed.emit(object())
    assert said(strip) is Moment.ARCHIVE
    strip.done.click()
    session.article_changed.emit(object())
    assert said(strip) is Moment.ARTICLE


def test_many_hits_get_theirs_few_and_all_articles_do_not(session: Session, strip: TipStrip) -> None:
    session.hits_changed.emit(SomeHits(900))
    assert said(strip) is None
    session.search_text("会议")
    session.hits_changed.emit(SomeHits(3))
    assert said(strip) is None
    session.hits_changed.emit(SomeHits(900))
    assert said(strip) is Moment.MANY_HITS


def test_who_wants_none_gets_none(session: Session, strip: TipStrip) -> None:
    session.archive_changed.emit(object())
    strip.never.click()
    assert strip.isHidden() and not session.settings.show_tips
    session.article_changed.emit(object())
    assert strip.isHidden()


def test_an_update_is_told_even_then_and_leads_to_what_is_new(
    qtbot: QtBot, session: Session, strip: TipStrip
) -> None:
    session.memory.put("tips.version", "0.0.9")
    session.change_settings(show_tips=False)
    session.archive_changed.emit(object())
    assert said(strip) is Moment.UPDATED
    with qtbot.waitSignal(strip.news_wanted):
        strip._news.click()
    session.archive_changed.emit(object())
    assert strip.isHidden()


def test_the_palette_is_told_of_another_day(session: Session, strip: TipStrip) -> None:
    session.memory.put("tips.since", "2020-01-01")
    session.memory.put("tips.seen", ["archive"])
    session.archive_changed.emit(object())
    assert said(strip) is Moment.SECOND_DAY
