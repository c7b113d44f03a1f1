"""Pictures of every view of the real window on the sample archive, for the README and for looking at.

    python packaging/screenshots.py OUT            the pictures of the README
    python packaging/screenshots.py OUT --all      every view in three languages, two schemes, 100 and 200 %,
                                                   and on a small and a large screen

Runs without a display. Each combination is a process of its own, because Qt takes its scale at start.
"""

from __future__ import annotations

import argparse
import itertools
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop_app.application import Application

QUERY = "联席会议"
LANGUAGES = ("zh_CN", "zh_TW", "en")
SCHEMES = ("light", "dark")
SIZES = {"usual": (1366, 768), "small": (1024, 640), "large": (2560, 1440)}
README = (
    ("zh_CN", "light", "1", "usual", ("reading", "start")),
    ("zh_TW", "dark", "1", "usual", ("reading",)),
)
_size = [SIZES["usual"]]  # of the window in this process


def main() -> int:
    """Take the pictures; 1 if one could not be taken."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("out", type=Path, metavar="OUT")
    parser.add_argument("--all", action="store_true", help="every view in every combination")
    parser.add_argument(
        "--one", nargs=5, metavar=("LANGUAGE", "SCHEME", "SCALE", "SIZE", "VIEWS"), help=argparse.SUPPRESS
    )
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    if arguments.one:
        language, scheme, scale, size, views = arguments.one
        return take(arguments.out, language, scheme, scale, size, views.split(","))
    combinations = [(*each, "usual") for each in itertools.product(LANGUAGES, SCHEMES, ("1", "2"))]
    combinations += itertools.product(LANGUAGES, SCHEMES, ("1",), ("small", "large"))
    wanted = [(*each, (*VIEWS, "dialogs")) for each in combinations]
    failed = 0
    with tempfile.TemporaryDirectory(prefix="juanzong-pictures-") as private:
        for language, scheme, scale, size, views in wanted if arguments.all else README:
            command = [sys.executable, __file__, str(arguments.out)]
            command += ["--one", language, scheme, scale, size, ",".join(views)]
            surroundings = os.environ | {
                "QT_QPA_PLATFORM": "offscreen",
                "QT_SCALE_FACTOR": scale,
                "JUANZONG_DATA": private,
            }
            failed += subprocess.run(command, env=surroundings, check=False).returncode
    return 1 if failed else 0


def take(out: Path, language: str, scheme: str, scale: str, size: str, views: list[str]) -> int:
    """Take some views in one language, scheme, scale and size of the window."""
    from PySide6.QtCore import qInstallMessageHandler

    from desktop_app.application import Application, make_qt
    from desktop_app.crash_log import qt_message
    from desktop_app.settings import Memory, Settings
    from desktop_app.theme import Appearance

    qInstallMessageHandler(qt_message)
    make_qt()
    _size[0] = SIZES[size]
    kind = "" if size == "usual" else f"-{size}"
    settings = Settings(
        language=language,
        appearance=Appearance(scheme),
        reduced_motion=True,
        reopen_last=False,
        show_tips=False,
    )
    for view in views:
        application = Application(settings, Memory())
        try:
            for name, picture in pictures(view, application):
                settle(application)
                picture.grab().save(str(out / f"{name}-{language}-{scheme}-{scale}00{kind}.png"))
        finally:
            application.window.shut_down_panes()
            application.window.hide()
            application.end()
            application.discard()
    return 0


def pictures(view: str, application: Application) -> Iterator[tuple[str, QWidget]]:
    """The pictures of a view by name: one, or for `dialogs` one of each dialog there is."""
    if view == "dialogs":
        yield from dialogs(application)
    else:
        yield view, VIEWS[view](application)


def settle(application: Application) -> None:
    """Wait until nothing is under way."""
    from PySide6.QtTest import QTest

    from desktop_app.self_check import wait_for

    wait_for("rest", lambda: not application.tasks.busy() and not application.librarian.working, [])
    QTest.qWait(250)


def opened(application: Application) -> QWidget:
    """The window with the sample archive open."""
    application.window.resize(*_size[0])
    application.start(sample=True)
    from desktop_app.self_check import wait_for

    wait_for("archive", lambda: application.session.archive is not None, [])
    settle(application)
    application.librarian.dismiss()
    return application.window


def start(application: Application) -> QWidget:
    """The start page."""
    application.window.resize(*_size[0])
    application.start()
    return application.window


def reading(application: Application) -> QWidget:
    """A query, its hits, the first of them, and what it names."""
    window = opened(application)
    application.session.search_text(QUERY)
    settle(application)
    hits = application.session.hits
    if hits is not None:
        application.session.open_article(hits.ids(0, 1)[0])
    return window


def reprinted(application: Application) -> QWidget:
    """An article beside its reprint, with the differences."""
    window = reading(application)
    settle(application)
    archive, hits = application.session.archive, application.session.hits
    if archive is not None and hits is not None:
        numbers = (int(number) for number in hits.ids())
        application.session.open_article(next(n for n in numbers if archive.article(n).reprints))
    settle(application)
    press(application, "Ctrl+F12")
    return window


def cited(application: Application) -> QWidget:
    """A passage checked as a quotation: exact, altered and not found."""
    from desktop_app.quotation_check.window import QuotationWindow

    window = reading(application)
    settle(application)
    article = application.session.article
    press(application, "Ctrl+Alt+J")
    shown = window.findChild(QuotationWindow)
    if shown is None or article is None:
        return window
    line = max(article.body.split("\n"), key=len).strip()
    altered = line[:30] + "某某" + line[32:60]
    shown.check_text(f"“{line[:40]}”\n“{altered}”\n“这一句话在档案库里的任何地方都没有出现过。”")
    return shown


def page(application: Application) -> QWidget:
    """The page of the person whom most of the hits name."""
    window = reading(application)
    settle(application)
    application.session.open_entity(_foremost(application))
    return window


def network(application: Application) -> QWidget:
    """Who appears with that person."""
    window = reading(application)
    settle(application)
    application.session.open_network(_foremost(application))
    return window


def _foremost(application: Application) -> int:
    from index.model import MentionType

    session = application.session
    assert session.archive is not None  # noqa: S101
    assert session.hits is not None  # noqa: S101
    named = session.archive.entities_of(session.hits, 1)
    return next(each.id for each in named if each.type is MentionType.PERSON)


def nothing_found(application: Application) -> QWidget:
    """No hits."""
    from PySide6.QtTest import QTest

    window = opened(application)
    application.session.search_text("查无此词")
    QTest.qWait(1000)  # the reasons are asked for when the typing has paused
    settle(application)
    return window


def after(keys: str, *more: str, query: str = QUERY) -> Callable[[Application], QWidget]:
    """What the actions with these shortcuts make of the window with a query and an article."""

    def view(application: Application) -> QWidget:
        window = reading(application)
        if query != QUERY:
            application.session.search_text(query)
        settle(application)
        hits = application.session.hits
        if query != QUERY and hits is not None:
            application.session.open_article(hits.ids(0, 1)[0])
            settle(application)
        for each in (keys, *more):
            press(application, each)
            settle(application)
        return window

    return view


def press(application: Application, keys: str) -> None:
    """Trigger the action of the menus that has this shortcut."""
    from desktop_app.palette.palette import commands_of

    for command in commands_of(application.window.menus.all):
        if command.action.shortcut().toString() == keys:
            command.action.trigger()
            return
    raise LookupError(keys)


def noted(application: Application) -> QWidget:
    """Highlights and notes in the article and in their pane."""
    from index.model import NoteColour, Passage

    opened(application)
    application.session.search_text(QUERY)
    settle(application)
    hits, archive = application.session.hits, application.session.archive
    if hits is not None and archive is not None:
        number = int(hits.ids(0, 1)[0])
        colours = (NoteColour.YELLOW, NoteColour.GREEN, NoteColour.PINK)
        for step, colour in enumerate(() if archive.notes(number) else colours):
            place = Passage(40 + 60 * step, 64 + 60 * step)
            remark = "核对数字" if step == 1 else ""
            tags = ("三地",) if remark else ()
            archive.add_notes(number, [place], colour=colour, remark=remark, tags=tags)
        application.session.open_article(number)
    settle(application)
    press(application, "Ctrl+4")
    return application.window


def dialogs(application: Application) -> Iterator[tuple[str, QWidget]]:
    """Every dialog that an action with three dots opens, over an article."""
    from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget

    window = reading(application)
    settle(application)
    refused = ("", "")  # the system's own dialogs, as if somebody had closed them
    for ask in ("getOpenFileName", "getOpenFileNames", "getSaveFileName", "getExistingDirectory"):
        answer = "" if ask == "getExistingDirectory" else refused
        setattr(QFileDialog, ask, staticmethod(lambda *_, answer=answer: answer))
    choosing = ("Ctrl+P",)
    for menu in application.window.menus.all:
        for action in menu.actions():
            opens = action.text().rstrip(")").endswith("…") and action.isEnabled()
            if not opens or action.shortcut().toString() in choosing:
                continue
            before = {id(each) for each in QApplication.topLevelWidgets() if each.isVisible()}
            action.trigger()
            settle(application)
            for each in QApplication.topLevelWidgets():
                if isinstance(each, QWidget) and each.isVisible() and id(each) not in before:
                    yield f"dialog-{type(each).__name__}", each
                    each.reject() if isinstance(each, QDialog) else each.close()
    del window


VIEWS: dict[str, Callable[[Application], QWidget]] = {
    "start": start,
    "reading": reading,
    "page": page,
    "network": network,
    "nothing-found": nothing_found,
    "contexts": after("Ctrl+Shift+K"),
    "trend": after("Ctrl+Shift+T"),
    "similar": after("Ctrl+Shift+J"),
    "filters": after("Ctrl+6"),
    "outline": after("Ctrl+G", query="条例"),
    "beside-script": after("F12"),
    "beside-came": after("Ctrl+Shift+O"),
    "beside-reprint": reprinted,
    "quotation": cited,
    "vertical": after("Ctrl+Shift+3", "Ctrl+Alt+V"),
    "sepia": after("Ctrl+Alt+S"),
    "doubtful": after("Ctrl+Shift+3", "Ctrl+F9"),
    "find": after("Ctrl+F"),
    "tabs": after("Ctrl+T", "Ctrl+Down", "Ctrl+T", "Ctrl+Down"),
    "notes": noted,
    "collections": after("Ctrl+5"),
    "corrections": after("Ctrl+Alt+X"),
}

if __name__ == "__main__":
    sys.exit(main())
