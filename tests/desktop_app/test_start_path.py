"""What is loaded before the window shows: what is heavy waits until it is needed."""

from __future__ import annotations

import subprocess
import sys

HEAVY = "numpy whoosh networkx lxml jieba rjieba opencc docx xlsxwriter pypdfium2 asyncio".split()


def loaded_by(statement: str) -> set[str]:
    """The modules that a fresh Python has loaded after a statement."""
    program = f"import sys; {statement}; print(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_the_window_loads_nothing_of_the_library_but_its_vocabulary() -> None:
    assert not loaded_by("import desktop_app.application").intersection(HEAVY)


def test_the_entry_point_loads_no_window() -> None:
    assert not {name for name in loaded_by("import desktop_app.launch") if name.startswith("PySide6")}


def test_the_command_line_loads_no_window() -> None:
    assert not {name for name in loaded_by("import index.cli.main") if name.startswith("PySide6")}
