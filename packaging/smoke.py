#!/usr/bin/env python3
"""Try the frozen program as a user gets it: no Python anywhere near, in a folder with Chinese and blanks.

    python packaging/smoke.py dist/linux/juanzong

The bundle is copied, then driven through its two executables only: version, help in three languages,
self-check (which opens and drives the window), import with worker processes, search in both scripts,
entities, export, check. Called by `build.py --smoke`.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
WINDOWS = sys.platform == "win32"
SUFFIX = ".exe" if WINDOWS else ""
SYSTEM_VARIABLES = ("SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "TEMP", "TMP", "COMSPEC", "PATHEXT", "USERNAME")
STRAY = ("Traceback", "Warning", "warning:", "Error:", "QThread", "QObject::", "qt.", "libpng", "Failed to")

WINE_LACKS = ("DpiAwareness::PerMonitorVersion2", "EnableNonClientDpiScaling")  # Qt says so under Wine only


class SmokeError(Exception):
    """The bundle did not do what a user expects; the message says what."""


@dataclass(frozen=True)
class Place:
    """Where the trial happens: a copy of the bundle, and a home for the user who tries it."""

    bundle: Path
    home: Path

    @property
    def archive(self) -> Path:
        """The archive that the trial makes."""
        return self.home / "我的 档案.juanzong"

    def environment(self, **more: str) -> dict[str, str]:
        """The bare environment of an office machine: an empty PATH, nothing of Python."""
        kept = {name: os.environ[name] for name in SYSTEM_VARIABLES if name in os.environ}
        own = {
            "PATH": "",
            "LANG": "C.UTF-8",
            "HOME": str(self.home),
            "USERPROFILE": str(self.home),
            "LOCALAPPDATA": str(self.home / "AppData"),
            "APPDATA": str(self.home / "AppData"),
            "JUANZONG_DATA": str(self.home / "设置"),
            "JUANZONG_LANGUAGE": "en",
        }
        if not WINDOWS:  # Windows always has a screen
            own["QT_QPA_PLATFORM"] = "offscreen"
        return {**kept, **own, **more}

    def call(self, *words: str, program: str = "juanzong-cli", code: int = 0, **more: str) -> str:
        """Run the program; its standard output. Any other exit code or stray output is an error."""
        command = [str(self.bundle / (program + SUFFIX)), *words]
        done = subprocess.run(
            command,
            cwd=self.home,
            env=self.environment(**more),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=600,
            check=False,
        )
        output, said = done.stdout.decode("utf-8"), done.stderr.decode("utf-8", errors="replace")
        shown = f"{program} {' '.join(words)}"
        if done.returncode != code:
            ending = "\n".join((output + said).splitlines()[-8:])
            raise SmokeError(f"{shown}: exit code {done.returncode}, expected {code}\n{ending}")
        if stray := [line for line in said.splitlines() if any(word in line for word in STRAY)]:
            raise SmokeError(f"{shown}: stray output:\n" + "\n".join(stray))
        return output

    def answer(self, *words: str) -> dict[str, Any]:
        """Run a command of the archive with --json; its last line, read."""
        lines = self.call("--archive", str(self.archive), *words, "--json").splitlines()
        if not lines:
            raise SmokeError(f"{' '.join(words)}: no answer")
        answer = json.loads(lines[-1])
        if not isinstance(answer, dict):
            raise SmokeError(f"{' '.join(words)}: the answer is no JSON object: {lines[-1]}")
        return answer


def expect(holds: bool, what: str) -> None:
    """Fail the trial with `what` unless it holds."""
    if not holds:
        raise SmokeError(what)


# ---- the steps ---------------------------------------------------------------------------------------


def version(place: Place) -> str:
    """`--version` names the version of the sources."""
    said = place.call("--version").strip()
    numbers: dict[str, str] = {}
    exec((ROOT / "index" / "version.py").read_text(encoding="utf-8"), numbers)  # noqa: S102 our own file
    expect(said.endswith(numbers["__version__"]), f"--version says {said!r}")
    return said


def languages(place: Place) -> str:
    """The help speaks three languages."""
    helps = {
        language: place.call("--help", JUANZONG_LANGUAGE=language) for language in ("zh_CN", "zh_TW", "en")
    }
    expect(len(set(helps.values())) == len(helps), "--help is the same in two languages")
    return ", ".join(helps)


def wrong_use(place: Place) -> str:
    """A user's mistake gets a sentence and exit code 2 or 1."""
    place.call("no-such-command", code=2)
    place.call("--archive", str(place.home / "nowhere"), "stats", code=1)
    return "exit codes 2 and 1"


def selfcheck(place: Place) -> str:
    """The program checks itself, its window included."""
    return f"{len(place.call('selfcheck').splitlines())} lines"


def importing(place: Place) -> str:
    """Many files come in through worker processes."""
    articles = place.home / "待 导入"
    shutil.copytree(ROOT / "resources" / "sample", articles / "样本")
    for number in range(60):
        text = f"第{number}号通知\n\n青川新区召开第{number}次会议，部署今年工作。\n"
        (articles / f"通知 {number:02}.txt").write_text(text, encoding="gb18030" if number % 2 else "utf-8")
    report = place.answer("import", str(articles))
    expect(report["failed"] == [], f"files failed: {report['failed']}")
    expect(report["imported"] >= 60, f"only {report['imported']} articles imported")
    again = place.answer("import", str(articles))
    expect(again["imported"] == 0, f"imported again: {again['imported']}")
    return f"{report['imported']} articles in {report['seconds']} s"


def searching(place: Place) -> str:
    """A keyword finds the same articles in either script, with an exact total."""
    totals = {query: place.answer("search", query)["total"] for query in ("青川新区", "青川新區")}
    expect(len(set(totals.values())) == 1, f"the scripts differ: {totals}")
    expect(min(totals.values()) >= 60, f"too few hits: {totals}")
    expect(place.answer("search", "决无此词")["total"] == 0, "hits for a word that is nowhere")
    return str(totals)


def reading(place: Place) -> str:
    """An article is shown in both scripts, and its names are recognised."""
    hits = place.answer("search", "联席会议")["hits"]
    expect(bool(hits), "no article about the joint meeting")
    shown = place.call("--archive", str(place.archive), "show", str(hits[0]["id"]), "--script", "traditional")
    expect("聯席會議" in shown, "the article is not shown in Traditional characters")
    source = next((ROOT / "resources" / "sample").rglob("*.txt"))
    found = json.loads(place.call("entities", str(source), "--json").splitlines()[-1])
    expect(bool(found["mentions"]), "no mentions recognised")
    return f"{len(found['mentions'])} mentions"


def exporting(place: Place) -> str:
    """Exports in every format are written, and the archive is found to be sound."""
    for form in ("jsonl", "csv", "xlsx", "docx", "html", "gbt7714"):
        out = place.home / f"导出.{form}"
        place.call(
            "--archive", str(place.archive), "export", "--format", form, "--query", "联席会议", str(out)
        )
        expect(out.stat().st_size > 0, f"the export {out.name} is empty")
    place.call("--archive", str(place.archive), "check")
    return "six formats, check clean"


def window(place: Place) -> str:
    """The windowed program opens on the sample archive in each language, stays open and says nothing."""
    for language in ("zh_CN", "zh_TW", "en"):
        open_for_a_while(place, language)
    return "open in three languages"


def open_for_a_while(place: Place, language: str) -> None:
    """Open the window on the sample archive until that is made, and three seconds more."""
    settings = place.home / f"设置 {language}"
    environment = place.environment(JUANZONG_DATA=str(settings), JUANZONG_LANGUAGE=language)
    command = [str(place.bundle / ("juanzong" + SUFFIX)), "--sample"]
    with subprocess.Popen(
        command, cwd=place.home, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as opened:
        try:
            wait_for(lambda: articles_in(settings) >= 40 or opened.poll() is not None)
            expect(opened.poll() is None, f"the window went away with exit code {opened.poll()}")
            expect(
                articles_in(settings) >= 40, f"only {articles_in(settings)} articles in the sample archive"
            )
            time.sleep(3)  # nothing to wait for: that it stays is what is asked
            expect(opened.poll() is None, f"the window went away with exit code {opened.poll()}")
        finally:
            opened.kill()
        said = (opened.stdout.read() if opened.stdout else b"").decode("utf-8", errors="replace")
    stray = [
        line for line in said.splitlines() if line.strip() and not any(word in line for word in WINE_LACKS)
    ]
    expect(not stray, "stray output:\n" + "\n".join(stray))


def articles_in(settings: Path) -> int:
    """How many articles the sample archive holds so far; 0 while there is none."""
    catalogue = next(settings.rglob("catalogue.sqlite"), None)
    if catalogue is None:
        return 0
    try:
        with closing(sqlite3.connect(f"{catalogue.as_uri()}?mode=ro", uri=True)) as connection:
            return int(connection.execute("SELECT count(*) FROM article").fetchone()[0])
    except sqlite3.Error:
        return 0


def wait_for(true: Callable[[], bool], seconds: float = 400) -> None:
    """Wait until something is true, or until the time is over."""
    end = time.monotonic() + seconds
    while not true() and time.monotonic() < end:
        time.sleep(0.1)


STEPS: tuple[Callable[[Place], str], ...] = (
    version,
    languages,
    wrong_use,
    selfcheck,
    importing,
    searching,
    reading,
    exporting,
    window,
)


def take(name: str, step: Callable[[], str]) -> bool:
    """Take one step and say how it went; whether it failed."""
    begun = time.monotonic()
    try:
        outcome, result = "passed", step()
    except (SmokeError, OSError, ValueError, KeyError, subprocess.SubprocessError) as error:
        outcome, result = "FAILED", str(error)
    print(f"smoke: {name:14} {outcome} {time.monotonic() - begun:5.1f} s  {result}", flush=True)
    return outcome == "FAILED"


@contextmanager
def scratch_folder(prefix: str) -> Iterator[Path]:
    """A folder for a trial; it goes as soon as no process that was ended holds a file in it any more."""
    folder = Path(tempfile.mkdtemp(prefix=prefix))
    try:
        yield folder
    finally:
        end = time.monotonic() + 20
        while folder.exists() and time.monotonic() < end:
            shutil.rmtree(folder, ignore_errors=True)
            time.sleep(0.2)


def try_bundle(bundle: Path) -> int:
    """Copy the bundle and take every step; 0 if all went well."""
    with scratch_folder("juanzong-smoke-") as scratch:
        place = Place(scratch / "卷宗 试用" / "program", scratch / "用户 甲")
        place.home.mkdir()
        shutil.copytree(bundle, place.bundle, symlinks=True)
        failed = sum(take(step.__name__, lambda step=step: step(place)) for step in STEPS)  # type: ignore[misc]
    print(f"smoke: {'all passed' if not failed else f'{failed} FAILED'}", flush=True)
    return 1 if failed else 0


def main() -> int:
    """Read the command line and try the bundle."""
    parser = argparse.ArgumentParser(description="Try the frozen program as a user gets it.")
    parser.add_argument("bundle", type=Path)
    return try_bundle(parser.parse_args().bundle.resolve())


if __name__ == "__main__":
    raise SystemExit(main())
