"""Reading aloud: paragraph by paragraph through the system's program, and no command without a voice."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.reader import pane as pane_module
from desktop_app.reader.pane import ReaderPane
from desktop_app.reader.voice import Voice
from desktop_app.session import Session
from desktop_app.tasks import Tasks

if TYPE_CHECKING:
    from tests.desktop_app.conftest import SmallArchive

Settled = Callable[[], None]
SPEAKER = """
import sys
from pathlib import Path
words = sys.stdin.buffer.read().decode("utf-8")
with Path(sys.argv[1]).open("a", encoding="utf-8") as said:
    said.write(words + "\\n")
"""


@pytest.fixture
def said(tmp_path: Path) -> Path:
    return tmp_path / "said.txt"


def make(
    qtbot: QtBot,
    session: Session,
    tasks: Tasks,
    archive: SmallArchive,
    voice: Voice | None,
    monkeypatch: pytest.MonkeyPatch,
) -> ReaderPane:
    monkeypatch.setattr(pane_module, "find_voice", lambda: voice)
    pane = ReaderPane(session, tasks)
    qtbot.addWidget(pane)
    pane.resize(760, 600)
    session.set_archive(archive)  # type: ignore[arg-type]
    pane.show()
    qtbot.waitExposed(pane)
    return pane


def speaker(said: Path, probe: str = "print('cmn')") -> Voice:
    return Voice(sys.executable, ("-c", SPEAKER, str(said)), ("-c", probe), ("cmn",))


def test_the_article_is_spoken_paragraph_by_paragraph(
    qtbot: QtBot,
    session: Session,
    tasks: Tasks,
    archive: SmallArchive,
    settled: Settled,
    said: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pane = make(qtbot, session, tasks, archive, speaker(said), monkeypatch)
    session.open_article(1)
    settled()
    qtbot.waitUntil(lambda: pane.commands["read_aloud"].isVisible(), timeout=10_000)
    with qtbot.waitSignal(pane._reading.ended, timeout=30_000):
        pane.commands["read_aloud"].trigger()
    lines = said.read_text("utf-8").splitlines()
    assert lines[0] == "三地联席会议召开"
    assert lines[1].startswith("九江日报讯")
    assert len(lines) == 4  # not the small line under the title
    assert not pane.commands["read_aloud"].isChecked()


@pytest.mark.parametrize("probe", ["import sys; sys.exit(3)", "print('en')"])
def test_without_a_chinese_voice_there_is_no_command(
    qtbot: QtBot,
    session: Session,
    tasks: Tasks,
    archive: SmallArchive,
    settled: Settled,
    said: Path,
    probe: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pane = make(qtbot, session, tasks, archive, speaker(said, probe), monkeypatch)
    session.open_article(1)
    settled()
    assert not pane.commands["read_aloud"].isVisible()


def test_it_is_silent_at_once_when_stopped(
    qtbot: QtBot,
    session: Session,
    tasks: Tasks,
    archive: SmallArchive,
    settled: Settled,
    said: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    slow = Voice(sys.executable, ("-c", "import time; time.sleep(60)"), ("-c", "print('cmn')"), ("cmn",))
    pane = make(qtbot, session, tasks, archive, slow, monkeypatch)
    session.open_article(1)
    settled()
    qtbot.waitUntil(lambda: pane.commands["read_aloud"].isVisible(), timeout=10_000)
    pane.commands["read_aloud"].trigger()
    assert pane.commands["read_aloud"].isChecked()
    with qtbot.waitSignal(pane._reading.ended):
        pane.commands["read_aloud"].trigger()
    assert pane._reading._process is None


def test_a_program_that_takes_its_words_as_an_argument_is_given_them_so(
    qtbot: QtBot,
    session: Session,
    tasks: Tasks,
    archive: SmallArchive,
    settled: Settled,
    said: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    writes = "import sys; open(sys.argv[1], 'a', encoding='utf-8').write(sys.argv[2] + chr(10))"
    voice = Voice(
        sys.executable, ("-c", writes, str(said)), ("-c", "print('cmn')"), ("cmn",), as_argument=True
    )
    pane = make(qtbot, session, tasks, archive, voice, monkeypatch)
    session.open_article(3)
    settled()
    qtbot.waitUntil(lambda: pane.commands["read_aloud"].isVisible(), timeout=10_000)
    with qtbot.waitSignal(pane._reading.ended, timeout=30_000):
        pane.commands["read_aloud"].trigger()
    assert said.read_text("utf-8").splitlines() == ["永修县发布规划", "永修县今天发布规划。"]
