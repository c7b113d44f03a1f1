"""Fixtures for the window: tasks, session, the sample archive, and a watch over what a test leaves behind."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app import i18n
from desktop_app.session import Session
from desktop_app.settings import Memory, Settings
from desktop_app.tasks import DirectTasks, Tasks
from desktop_app.theme import Appearance, theme
from index.archive import Archive
from index.paths import resource


@pytest.fixture(scope="session")
def sample_archive_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample articles, imported once for all tests; not to be changed."""
    path = tmp_path_factory.mktemp("archives") / "样例.juanzong"
    with Archive.create(path) as archive:
        archive.import_paths([resource("sample")], workers=0)
    return path


@pytest.fixture
def archive(sample_archive_path: Path) -> Iterator[Archive]:
    """The sample archive, open for reading."""
    with Archive.open(sample_archive_path, read_only=True) as opened:
        yield opened


@pytest.fixture(scope="session")
def qapp_cls() -> type[QApplication]:
    """The application that pytest-qt makes."""
    return QApplication


@pytest.fixture(autouse=True)
def leaves_nothing(qapp: QApplication) -> Iterator[None]:
    """Fail a test that leaves a thread or a visible window behind, naming it."""
    i18n.use("en")
    theme().choose(Appearance.LIGHT, language="en")
    threads = set(threading.enumerate())
    yield
    for widget in qapp.topLevelWidgets():
        if widget.isVisible() and widget.parent() is None and not widget.property("kept"):
            name = f"{type(widget).__name__} {widget.windowTitle()}"
            widget.close()
            pytest.fail(f"a window is still open: {name}")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    left = [
        thread.name for thread in set(threading.enumerate()) - threads if thread.name.startswith("juanzong")
    ]
    assert not left, f"threads are still running: {left}"


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    """The real task runner; its threads end with the test."""
    runner = Tasks()
    yield runner
    runner.shutdown()


@pytest.fixture
def direct_tasks(qtbot: QtBot) -> Iterator[DirectTasks]:
    """Tasks that run at once."""
    runner = DirectTasks()
    yield runner
    runner.shutdown()


@pytest.fixture
def session(qtbot: QtBot) -> Session:
    """A session without an archive."""
    return Session(Settings(), Memory())
