"""What is loaded before the window shows: what is heavy waits until it is needed."""

from __future__ import annotations

import gc
import subprocess
import sys

import pytest
from pytestqt.qtbot import QtBot

from desktop_app import application

HEAVY = "numpy whoosh networkx lxml jieba rjieba opencc docx xlsxwriter pypdfium2 asyncio".split()


def loaded_by(statement: str) -> set[str]:
    """The modules that a fresh Python has loaded after a statement."""
    program = f"import sys; {statement}; print(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_the_window_loads_nothing_of_the_library_but_its_vocabulary() -> None:
    assert not loaded_by("import desktop_app.application").intersection(HEAVY)


def test_what_the_start_loads_is_spared_later(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(application, "_LOADED", 1)
    before = gc.get_freeze_count()
    application.spare_what_is_loaded()
    try:
        assert not gc.isenabled()
        qtbot.waitUntil(gc.isenabled)
        assert gc.get_freeze_count() > before
    finally:
        gc.enable()
        gc.unfreeze()


def test_the_entry_point_loads_no_window() -> None:
    assert not {name for name in loaded_by("import desktop_app.launch") if name.startswith("PySide6")}


def test_the_command_line_loads_no_window() -> None:
    assert not {name for name in loaded_by("import index.cli.main") if name.startswith("PySide6")}
