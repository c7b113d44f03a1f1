"""Waiting for the whole program to have nothing left to do, in tests that start it."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from desktop_app.application import Application


def rest(qtbot: QtBot, application: Application) -> None:
    """Wait until no question and no work on the archive is under way, a minute at most."""
    qtbot.waitUntil(
        lambda: not application.tasks.busy() and not application.librarian.working, timeout=60_000
    )
