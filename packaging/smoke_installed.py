#!/usr/bin/env python3
"""Try the installer and the portable zip as an office meets them; runs on Windows and under Wine.

    python packaging/smoke_installed.py dist/windows --older build/older-setup.exe

Installs, tries the installed program, updates it over an older version and over a running one, refuses to go
back, uninstalls; unpacks the portable copy and sees where it keeps its data. Uses the registry and the
folders of whoever runs it, and leaves nothing behind; refuses to touch an installation that was there before.
Called by `wine.py` and, on Windows, by `build.py`.
"""

from __future__ import annotations

import argparse
import importlib
import os
import shutil
import subprocess
import time
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import smoke
from release import LEFTOVER, OLDER
from smoke import Place, expect, wait_for

ID = "{7C0B6D5E-2A49-4C6B-9B0C-6B3D1E5F8A21}"  # as in installer.nsi
UNINSTALL_KEY = rf"Software\Microsoft\Windows\CurrentVersion\Uninstall\{ID}"
RUNNING, NEWER, NO_RIGHTS = 3, 4, 5  # exit codes of the installer


@dataclass(frozen=True)
class Trial:
    """What is tried, and where."""

    setup: Path
    portable: Path
    older: Path
    version: str
    scratch: Path

    @property
    def folder(self) -> Path:
        """Where a user without rights finds the program."""
        return Path(os.environ["LOCALAPPDATA"], "Programs", "Juanzong")

    @property
    def place(self) -> Place:
        """The installed program with a home of its own."""
        home = self.scratch / "用户 乙"
        home.mkdir(exist_ok=True)
        return Place(self.folder, home)

    def install(self, setup: Path, *words: str, code: int = 0) -> None:
        """Run an installer silently; any other exit code is an error."""
        done = subprocess.run([str(setup), "/S", *words], cwd=self.scratch, timeout=600, check=False)
        expect(done.returncode == code, f"{setup.name} {' '.join(words)}: exit {done.returncode}, not {code}")


def registered(name: str, key: str = UNINSTALL_KEY, *, for_all: bool = False) -> str:
    """A value that the installer wrote for this user, or for all; empty if there is none."""
    winreg: Any = importlib.import_module("winreg")  # there on Windows only
    try:
        with winreg.OpenKey(
            winreg.HKEY_LOCAL_MACHINE if for_all else winreg.HKEY_CURRENT_USER, key
        ) as opened:
            return str(winreg.QueryValueEx(opened, name)[0])
    except OSError:
        return ""


def start_menu() -> list[str]:
    """The program's entries in the user's Start menu."""
    folder = Path(os.environ["APPDATA"], "Microsoft", "Windows", "Start Menu", "Programs")
    return sorted(path.name for path in folder.glob("*.lnk") if path.stem in ("卷宗", "Juanzong"))


def contents(folder: Path) -> set[str]:
    """The files below a folder, but for the uninstaller."""
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    return found - {"uninstall.exe"}


def uninstall(folder: Path, words: str = "/S") -> int:
    """Run the uninstaller silently and wait for it (with `_?` it does not go on as a copy); its exit code."""
    command = f'"{folder / "uninstall.exe"}" {words} _?={folder}'
    return subprocess.run(command, timeout=300, check=False).returncode


# ---- the steps ---------------------------------------------------------------------------------------


def older_version(trial: Trial) -> str:
    """An older version is installed without a word, with its entry, file type and address."""
    trial.install(trial.older)
    expect(registered("DisplayVersion") == OLDER, f"registered: {registered('DisplayVersion')!r}")
    expect((trial.folder / "_internal" / LEFTOVER).is_file(), "the older version is not there")
    expect(len(start_menu()) == 1, f"in the Start menu: {start_menu()}")
    command = registered("", r"Software\Classes\juanzong\shell\open\command")
    expect(str(trial.folder / "juanzong.exe") in command, f"juanzong: links open {command!r}")
    expect(bool(registered("AppliesTo", r"Software\Classes\Directory\shell\Juanzong.Open")), "no folder menu")
    return f"{len(contents(trial.folder))} files"


def used(trial: Trial) -> str:
    """The installed program makes an archive."""
    return smoke.importing(trial.place)


def running(trial: Trial) -> str:
    """While the window is open a silent update leaves with its own code, and changes nothing."""
    with open_window(trial) as opened:
        trial.install(trial.setup, code=RUNNING)
        expect(opened.poll() is None, "the window was closed")
        opened.kill()
    expect(registered("DisplayVersion") == OLDER, "the update went on all the same")
    expect((trial.folder / "_internal" / LEFTOVER).is_file(), "files were changed")
    return f"exit code {RUNNING}"


def asked_to_close(trial: Trial) -> str:
    """With /CLOSE the window is asked to close, closes by itself, and the update goes on."""
    with open_window(trial) as opened:
        trial.install(trial.setup, "/CLOSE")
        code = opened.wait(30)
    expect(code == 0, f"the window ended with exit code {code}")
    return "closed by itself"


def updated(trial: Trial) -> str:
    """After the update nothing of the older version is left, and the archive is as it was."""
    expect(registered("DisplayVersion") == trial.version, f"registered: {registered('DisplayVersion')!r}")
    with zipfile.ZipFile(trial.portable) as archive:
        names = {name.removeprefix("juanzong/") for name in archive.namelist()} - {"portable.txt"}
    expect(contents(trial.folder) == names, f"differs: {sorted(contents(trial.folder) ^ names)[:5]}")
    expect(len(start_menu()) == 1, f"in the Start menu: {start_menu()}")
    smoke.version(trial.place)
    return smoke.searching(trial.place)


def open_link(place: Place) -> None:
    """The system opens a link to an article with the installed program."""
    command = [os.environ["COMSPEC"], "/c", "start", "juanzong://nowhere/1"]
    subprocess.run(command, cwd=place.home, env=place.environment(), timeout=60, check=True)
    program = str(place.bundle / "juanzong.exe").casefold()

    def ours() -> list[int]:
        return [process for process in owners_of_windows() if image(process).casefold() == program]

    wait_for(lambda: bool(ours()))
    opened = ours()
    expect(bool(opened), "no window of the program came")
    subprocess.run(["taskkill", "/F", "/PID", str(opened[0])], stdout=subprocess.DEVNULL, check=False)
    wait_for(lambda: not ours(), 30)


def everybody(trial: Trial) -> str:
    """The program is installed for all users, opens links, goes again; without the rights nothing happens.

    Links are tried here, because Wine knows only what is registered for all.
    """
    if not importlib.import_module("ctypes").windll.shell32.IsUserAnAdmin():
        trial.install(trial.setup, "/ALLUSERS", code=NO_RIGHTS)
        return f"exit code {NO_RIGHTS}"
    trial.install(trial.setup, "/ALLUSERS")
    folder = Path(os.environ["PROGRAMFILES"], "Juanzong")
    expect(registered("DisplayVersion", for_all=True) == trial.version, "not registered for all")
    expect(not registered("DisplayVersion"), "registered for one user as well")
    place = Place(folder, trial.place.home)
    said = smoke.version(place)
    open_link(place)
    expect(uninstall(folder, "/ALLUSERS /S") == 0 and not contents(folder), "not uninstalled")
    expect(not registered("DisplayVersion", for_all=True), "keys are left")
    return f"{said}, a link opens it"


def going_back(trial: Trial) -> str:
    """The older version does not go over a newer one."""
    trial.install(trial.older, code=NEWER)
    expect(registered("DisplayVersion") == trial.version, "the older version was installed")
    return f"exit code {NEWER}"


def again(trial: Trial) -> str:
    """The same version goes over itself, and the whole trial of the bundle passes where it is installed."""
    trial.install(trial.setup, "/NOMENU", "/NOLINKS", "/LANG=2052")
    expect(not registered("AppliesTo", r"Software\Classes\Directory\shell\Juanzong.Open"), "a folder menu")
    expect(start_menu() == ["卷宗.lnk"], f"in the Start menu: {start_menu()}")
    smoke.selfcheck(trial.place)
    return smoke.window(trial.place)


def uninstalled(trial: Trial) -> str:
    """Uninstalling takes the program and its keys, and nothing of the user's."""
    data = Path(os.environ["LOCALAPPDATA"], "Juanzong")
    data.mkdir(exist_ok=True)
    ours = data / "of the trial.json"
    ours.write_text("{}", encoding="utf-8")
    kept = [trial.place.archive / "archive.json", ours]
    expect(uninstall(trial.folder) == 0, "the uninstaller failed")
    expect(not contents(trial.folder), f"left: {sorted(contents(trial.folder))[:5]}")
    expect(not registered("DisplayVersion") and not start_menu(), "keys or entries are left")
    expect(all(path.is_file() for path in kept), "something of the user's is gone")
    ours.unlink()
    shutil.rmtree(trial.folder, ignore_errors=True)
    return "only the program is gone"


def custom_folder(trial: Trial) -> str:
    """The program is installed where it is told, also with Chinese and blanks in the name."""
    folder = trial.scratch / "程序 文件" / "卷宗"
    done = subprocess.run(f'"{trial.setup}" /S /D={folder}', timeout=600, check=False)
    expect(done.returncode == 0, f"exit code {done.returncode}")
    elsewhere = Place(folder, trial.place.home)
    said = smoke.version(elsewhere) + ", " + smoke.searching(elsewhere)
    expect(uninstall(folder) == 0 and not contents(folder), "not uninstalled")
    return said


def portable(trial: Trial) -> str:
    """The portable copy keeps everything beside itself."""
    folder = trial.scratch / "优盘 甲"
    with zipfile.ZipFile(trial.portable) as archive:
        archive.extractall(folder)
    program = folder / "juanzong"
    environment = {**trial.place.environment(JUANZONG_LANGUAGE="zh_CN")}
    del environment["JUANZONG_DATA"]
    with subprocess.Popen(
        [str(program / "juanzong.exe"), "--sample"],
        cwd=folder,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as opened:
        wait_for(lambda: smoke.articles_in(program / "data") >= 40 or opened.poll() is not None)
        found = smoke.articles_in(program / "data")
        opened.kill()
    expect(found >= 40, f"only {found} articles beside the portable program")
    outside = Path(environment["LOCALAPPDATA"], "Juanzong")
    expect(not outside.exists(), f"the portable program wrote to {outside}")
    return f"{found} articles in {program.name}/data"


def owners_of_windows() -> set[int]:
    """The processes that have a window with a title on show."""
    ctypes: Any = importlib.import_module("ctypes")
    user, window, owner = ctypes.windll.user32, 0, ctypes.c_ulong()
    found = set()
    while window := user.FindWindowExW(None, window, None, None):
        if user.IsWindowVisible(window) and user.GetWindowTextLengthW(window):
            user.GetWindowThreadProcessId(window, ctypes.byref(owner))
            found.add(int(owner.value))
    return found


def image(process: int) -> str:
    """The program that runs in a process; empty if it cannot be asked."""
    ctypes: Any = importlib.import_module("ctypes")
    kernel = ctypes.windll.kernel32
    handle = kernel.OpenProcess(0x1000, False, process)  # PROCESS_QUERY_LIMITED_INFORMATION
    if not handle:
        return ""
    name, size = ctypes.create_unicode_buffer(1024), ctypes.c_ulong(1024)
    done = kernel.QueryFullProcessImageNameW(handle, 0, name, ctypes.byref(size))
    kernel.CloseHandle(handle)
    return str(name.value) if done else ""


class open_window:  # noqa: N801  reads as an action
    """The installed window while it is open."""

    def __init__(self, trial: Trial) -> None:
        place = trial.place
        self._command = [str(trial.folder / "juanzong.exe"), str(place.archive)]
        self._place = place
        self._opened: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> subprocess.Popen[bytes]:
        self._opened = subprocess.Popen(
            self._command,
            cwd=self._place.home,
            env=self._place.environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        opened = self._opened
        wait_for(lambda: opened.pid in owners_of_windows() or opened.poll() is not None)
        time.sleep(3)  # that it stays
        expect(opened.poll() is None, "the window did not stay open")
        return opened

    def __exit__(self, *_: object) -> None:
        assert self._opened is not None  # noqa: S101
        if self._opened.poll() is None:
            self._opened.kill()
        self._opened.wait()


STEPS: tuple[Callable[[Trial], str], ...] = (
    older_version,
    used,
    running,
    asked_to_close,
    updated,
    going_back,
    again,
    uninstalled,
    everybody,
    custom_folder,
    portable,
)


def try_release(folder: Path, older: Path) -> int:
    """Take every step; 0 if all went well."""
    setup = next(iter(sorted(folder.glob("juanzong-*-setup.exe"))), None)
    if setup is None or not older.is_file():
        print("smoke: there is no installer to try", flush=True)
        return 1
    if registered("DisplayVersion"):
        print("smoke: the program is installed here; that is left alone", flush=True)
        return 1
    version = setup.name.split("-")[1]
    failed = 0
    with smoke.scratch_folder("juanzong-trial-") as scratch:
        trial = Trial(
            setup,
            setup.with_name(setup.name.replace("setup.exe", "portable.zip")),
            older,
            version,
            scratch,
        )
        for step in STEPS:
            failed += smoke.take(step.__name__, lambda step=step: step(trial))  # type: ignore[misc]
        if registered("DisplayVersion"):  # a step failed before it was uninstalled
            uninstall(trial.folder)
    print(f"smoke: {'all passed' if not failed else f'{failed} FAILED'}", flush=True)
    return 1 if failed else 0


def main() -> int:
    """Read the command line and try the release."""
    parser = argparse.ArgumentParser(description="Try installer and portable zip as users get them.")
    parser.add_argument("folder", type=Path, help="where installer and zip lie")
    parser.add_argument("--older", type=Path, required=True, help="an installer of an older version")
    chosen = parser.parse_args()
    return try_release(chosen.folder.resolve(), chosen.older.resolve())


if __name__ == "__main__":
    raise SystemExit(main())
