"""Reading aloud with the voice of the system: SAPI on Windows, speech-dispatcher or espeak-ng, say on a Mac.

`find_voice` says which program speaks Chinese here; `Reading` speaks an article paragraph by paragraph and
shows where it is. Qt's own module for speech is left out: it weighs more than this is worth.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QProcess, Signal

from desktop_app.reader.article_view import ArticleView
from desktop_app.reader.commands import ReaderCommands
from desktop_app.reader.layers import Span
from desktop_app.reader.material import Material
from desktop_app.reader.page_text import BlockKind
from desktop_app.reader.walk import Walk
from desktop_app.tasks import Tasks

_POWERSHELL = (
    "$ErrorActionPreference='Stop'; Add-Type -AssemblyName System.Speech;"
    "$s=New-Object System.Speech.Synthesis.SpeechSynthesizer;"
    "$v=$s.GetInstalledVoices()|?{$_.Enabled -and $_.VoiceInfo.Culture.Name -like 'zh*'}|select -First 1;"
    "if(-not $v){exit 3};"
)
_SPEAK = (
    "$s.SelectVoice($v.VoiceInfo.Name);"
    "$in=New-Object IO.StreamReader([Console]::OpenStandardInput(),[Text.Encoding]::UTF8);"
    "$s.Speak($in.ReadToEnd())"
)
_SHELL = ("-NoProfile", "-NonInteractive", "-Command")  # a policy for scripts does not concern commands
PROBE = 20  # seconds that a program may take to say whether it can speak
LONGEST = 600  # characters spoken by one call


@dataclass(frozen=True, slots=True)
class Voice:
    """A program that speaks what it reads, and the arguments that make it say whether it can."""

    program: str
    arguments: tuple[str, ...]
    probe: tuple[str, ...]
    wanted: tuple[str, ...] = ("",)  # one of these the probe's output must hold
    as_argument: bool = False  # the words come as the last argument, not by standard input
    silence: tuple[str, ...] = ()  # arguments that end speech which outlives the program


def speaks(voice: Voice) -> bool:
    """Whether a program has a Chinese voice; asked in a worker."""
    command = [voice.program, *voice.probe]
    hidden = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # no console flashes up on Windows
    try:
        answer = subprocess.run(
            command, capture_output=True, timeout=PROBE, stdin=subprocess.DEVNULL, creationflags=hidden
        )
    except (OSError, subprocess.SubprocessError):
        return False
    said = answer.stdout.decode("utf-8", "replace")
    return answer.returncode == 0 and any(each in said for each in voice.wanted)


def find_voice() -> Voice | None:
    """The program that may speak on this machine; whether it has a Chinese voice its probe says."""
    if sys.platform == "win32":
        shell = shutil.which("powershell")
        if shell is None:
            return None
        return Voice(shell, (*_SHELL, _POWERSHELL + _SPEAK), (*_SHELL, _POWERSHELL + "exit 0"))
    if (say := shutil.which("say")) is not None and sys.platform == "darwin":
        return Voice(say, ("-v", "Tingting"), ("-v", "?"), ("zh_",))
    if (espeak := shutil.which("espeak-ng")) is not None:
        return Voice(espeak, ("-v", "cmn", "--stdin"), ("--voices=cmn",), ("cmn",))
    if (dispatcher := shutil.which("spd-say")) is not None:
        return Voice(
            dispatcher,
            ("--wait", "--language", "zh", "--"),
            ("--list-synthesis-voices",),
            ("cmn", "zh"),
            as_argument=True,
            silence=("--cancel",),
        )
    return None


class Reading(QObject):
    """Speaks the article on show; `ended` once the last paragraph is spoken or it is stopped."""

    ended = Signal()

    def __init__(
        self,
        tasks: Tasks,
        view: ArticleView,
        walk: Walk,
        commands: ReaderCommands,
        material: Callable[[], Material | None],
        voice: Voice | None,
    ) -> None:
        super().__init__(view)
        self._view, self._walk, self._commands, self._material = view, walk, commands, material
        self._tasks, self._voice = tasks, voice
        self._queue: list[tuple[str, Span]] = []
        self._process: QProcess | None = None
        self._asked = False
        action = commands["read_aloud"]
        action.setVisible(False)
        action.triggered.connect(lambda on: self.start() if on else self.stop())

    def look_for_voice(self) -> None:
        """Ask the program, once, whether it has a Chinese voice; the command appears if it has."""
        voice = self._voice
        if voice is None or self._asked:
            return
        self._asked = True
        self._tasks.run(
            "voice",
            lambda control: speaks(voice),
            self._commands["read_aloud"].setVisible,
            lane="voice",
            owner=self,
        )

    def start(self) -> None:
        """Speak the selection, or from the first paragraph in sight on."""
        material = self._material()
        if material is None:
            return
        self._queue = spoken(material, self._span())
        self._next()

    def stop(self) -> None:
        """Be silent."""
        self._queue = []
        process, self._process = self._process, None
        if process is not None:
            process.finished.disconnect()
            process.kill()
            process.waitForFinished(1000)
            process.deleteLater()
            if self._voice is not None and self._voice.silence:
                QProcess.startDetached(self._voice.program, list(self._voice.silence))
        self._over()

    def _span(self) -> Span:
        cursor = self._view.textCursor()
        if cursor.hasSelection():
            return cursor.selectionStart(), cursor.selectionEnd()
        return self._view.first_visible(), sys.maxsize

    def _next(self) -> None:
        if not self._queue or self._voice is None:
            self._over()
            return
        text, span = self._queue.pop(0)
        self._walk.show(span)
        process = self._process = QProcess(self)
        process.finished.connect(self._spoken)
        words = [text] if self._voice.as_argument else []
        process.start(self._voice.program, [*self._voice.arguments, *words])
        if not words:
            process.write(text.encode("utf-8"))
        process.closeWriteChannel()

    def _spoken(self) -> None:
        if self._process is not None:
            self._process.deleteLater()
            self._process = None
        self._next()

    def _over(self) -> None:
        if self._commands["read_aloud"].isChecked():
            self._commands["read_aloud"].setChecked(False)
            self._walk.leave_span()
            self._view.repaint_layers()
        self.ended.emit()


def spoken(material: Material, span: Span) -> list[tuple[str, Span]]:
    """What is to be spoken of a span: paragraphs, long ones in pieces, each with its document span."""
    found: list[tuple[str, Span]] = []
    start, end = span
    for block in material.page.blocks:
        if block.kind is BlockKind.META or block.position >= end or block.end <= start:
            continue
        first = max(block.from_document(start), 0)
        last = len(block.text) if end >= block.end else block.from_document(end)
        for at in range(first, last, LONGEST):
            stop = min(at + LONGEST, last)
            place = (block.to_document(at), block.to_document(stop))
            if block.text[at:stop].strip():
                found.append((block.text[at:stop], place))
    return found
