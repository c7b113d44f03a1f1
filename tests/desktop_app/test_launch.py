"""What the command `juanzong` takes its arguments for, and that it is quick about it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app import launch


@pytest.mark.parametrize(
    "arguments", [[], ["--window"], ["--sample"], ["mine.juanzong"], ["/gone/mine.juanzong/"]]
)
def test_these_open_the_window(arguments: list[str]) -> None:
    assert launch.wants_window(arguments)


def test_files_that_exist_open_the_window(tmp_path: Path) -> None:
    article = tmp_path / "文章.txt"
    article.write_text("文", "utf-8")
    assert launch.wants_window([str(article)])
    assert not launch.wants_window([str(tmp_path / "gone.txt")])


@pytest.mark.parametrize(
    "arguments",
    [["search", "会议"], ["--help"], ["--archive", "a.juanzong", "stats"], ["selfcheck"], ["import"]],
)
def test_these_are_commands(arguments: list[str]) -> None:
    assert not launch.wants_window(arguments)


def test_a_folder_named_like_a_command_does_not_hide_the_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "stats").mkdir()
    monkeypatch.chdir(tmp_path)
    assert not launch.wants_window(["stats"])


def test_without_a_display_the_self_check_runs_and_it_is_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    commands: list[list[str]] = []
    monkeypatch.setattr(launch, "display_there", lambda: False)
    monkeypatch.setattr(launch, "_command", lambda arguments: commands.append(arguments) or 0)
    assert launch.main([]) == 0
    assert commands == [["selfcheck"]]
    assert capsys.readouterr().err.strip()


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="a display is always there")
@pytest.mark.parametrize(
    ("display", "there"), [("", False), (":987654", False), ("unix:987654.0", False), ("host:10.0", True)]
)
def test_a_display_is_there_only_if_somebody_answers(
    monkeypatch: pytest.MonkeyPatch, display: str, there: bool
) -> None:
    for name in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DISPLAY", display)
    assert launch.display_there() is there


def test_a_command_does_not_load_qt() -> None:
    code = (
        "import sys; from desktop_app.launch import main\n"
        "try: main(['--version'])\n"
        "except SystemExit: pass\n"
        "sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False, capture_output=True).returncode == 0


def test_an_exception_nobody_caught_is_written_down(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code = "from desktop_app import crash_log; crash_log.install(); raise RuntimeError('lost 文章')"
    monkeypatch.setenv("JUANZONG_DATA", str(tmp_path))
    ended = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True)
    assert ended.returncode == 1
    assert "lost 文章" in (tmp_path / "log" / "juanzong.log").read_text("utf-8")
