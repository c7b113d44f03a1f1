#!/usr/bin/env python3
"""Set Juanzong up on this machine and start it: the two commands of README.md.

    python3 packaging/start.py          set up, then open the window on the sample archive
    python3 packaging/start.py --test   set up, then run the tests (further words go to pytest)

Called by people on a fresh machine and by `.ci/run`, so it uses the standard library only and may be
run as often as one likes: what is there already is not done again. It makes `.venv` in the checkout;
on Debian and its relatives it also installs the system libraries and Chinese fonts that Qt needs, if
they are missing and the rights are there. The user's pip and apt settings are left as they are.
"""

from __future__ import annotations

import argparse
import ctypes
import hashlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "juanzong-setup.json"
WINDOWS = sys.platform == "win32"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")
PROGRAM = PYTHON.with_name("juanzong.exe" if WINDOWS else "juanzong")
OLDEST, NEWEST = (3, 11), (3, 13)

# What Qt loads from the system (Debian package by shared library). Without the first group not even a
# run without a window works; the second group is for windows on X11 and Wayland.
NEEDED = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libX11.so.6": "libx11-6",
    "libzstd.so.1": "libzstd1",
    "libz.so.1": "zlib1g",
    "libstdc++.so.6": "libstdc++6",
}
FOR_WINDOWS = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}
FONT_PACKAGES = ["fontconfig", "fonts-noto-cjk"]
CERTIFICATES = "/etc/ssl/certs/ca-certificates.crt"
DESCRIBES = ("pyproject.toml", "index/version.py")  # a change here means installing again


class SetUpError(Exception):
    """The set-up cannot go on; the message says why and what to do."""


def say(sentence: str) -> None:
    """One line for the person in front of the screen, at once."""
    print(f"[juanzong] {sentence}", flush=True)


def loads(library: str) -> bool:
    """Whether the system's loader finds a shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def has_chinese_font() -> bool:
    """Whether fontconfig knows a font with Chinese characters."""
    try:
        listing = subprocess.run(["fc-list", ":lang=zh-cn", "family"], capture_output=True, check=False)
    except OSError:
        return False
    return bool(listing.stdout.strip())


# ---- a suitable Python -------------------------------------------------------------------------------


def suitable(version: tuple[int, ...]) -> bool:
    """Whether Juanzong runs on this version of Python."""
    return OLDEST <= version[:2] <= NEWEST


def hand_over_to_suitable_python() -> None:
    """Go on in a Python 3.11 to 3.13 of this machine if the one running is none; else return."""
    if suitable(sys.version_info[:2]):
        return
    running = ".".join(map(str, sys.version_info[:2]))
    for minor in range(NEWEST[1], OLDEST[1] - 1, -1):
        command = ["py", f"-3.{minor}"] if WINDOWS else [f"python3.{minor}"]
        if shutil.which(command[0]) is None:
            continue
        probe = subprocess.run([*command, "-c", "pass"], capture_output=True, check=False)
        if probe.returncode == 0:
            say(f"Python {running} is not suitable; going on with {' '.join(command)}.")
            done = subprocess.run([*command, str(Path(__file__).resolve()), *sys.argv[1:]], check=False)
            raise SystemExit(done.returncode)
    raise SetUpError(
        f"Juanzong needs Python 3.11, 3.12 or 3.13; this is {running}. Please install one of them."
    )


# ---- the system's libraries and fonts ----------------------------------------------------------------


def missing_from_system() -> tuple[list[str], list[str]]:
    """Debian packages that are missing: those without which nothing runs, those for windows and fonts."""
    needed = [package for library, package in NEEDED.items() if not loads(library)]
    wished = [package for library, package in FOR_WINDOWS.items() if not loads(library)]
    if not PYTHON.exists() and importlib.util.find_spec("ensurepip") is None:
        needed.append(f"python{sys.version_info.major}.{sys.version_info.minor}-venv")
    if not has_chinese_font():
        wished += FONT_PACKAGES
    return needed, wished


def administrator() -> list[str] | None:
    """What to put before a command so that it runs as administrator; None where that is impossible."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None:
        return None
    if sys.stdin.isatty():
        return ["sudo"]
    allowed = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False)
    return ["sudo", "-n"] if allowed.returncode == 0 else None


def install_packages(packages: list[str], rights: list[str]) -> str:
    """Install Debian packages; returns "" or the end of what apt said when it failed."""
    settings = ["env", "DEBIAN_FRONTEND=noninteractive"]
    steps = [
        ["apt-get", "update", "-q"],
        ["apt-get", "install", "-q", "-y", "--no-install-recommends", *packages],
    ]
    trusted = certificates()
    for step in steps:
        command = [*rights, *settings, *step]
        done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    if lost := [block for block in trusted if block not in certificates()]:
        # ca-certificates, which comes along, writes the bundle anew; a firm's own certificates stay in it.
        added = "".join(f"{block}\n" for block in lost)
        command = [*rights, "tee", "-a", CERTIFICATES]
        subprocess.run(command, input=added, stdout=subprocess.DEVNULL, text=True, check=False)
    return "" if done.returncode == 0 else last_lines(done.stdout + done.stderr)


def certificates() -> list[str]:
    """The certificates that the system trusts, each as its PEM block; empty where there is no bundle."""
    try:
        text = Path(CERTIFICATES).read_text(encoding="ascii", errors="replace")
    except OSError:
        return []
    return re.findall("-----BEGIN CERTIFICATE-----.*?-----END CERTIFICATE-----", text, re.DOTALL)


def last_lines(text: str, count: int = 12) -> str:
    """The end of a program's output, indented for showing below a sentence."""
    return "\n".join("    " + line for line in text.strip().splitlines()[-count:])


def prepare_system() -> None:
    """See that Qt finds its system libraries and a Chinese font (Linux; elsewhere nothing is needed)."""
    if not sys.platform.startswith("linux"):
        return
    needed, wished = missing_from_system()
    if not needed and not wished:
        return
    packages = [*needed, *wished]
    by_hand = f"apt-get install --no-install-recommends {' '.join(packages)}"
    trouble = ""
    if shutil.which("apt-get") is None:
        trouble = "there is no apt-get here; install what corresponds to these Debian packages"
    else:
        rights = administrator()
        if rights is None:
            trouble = "this needs an administrator"
        else:
            say(f"Installing {len(packages)} system packages (libraries for the window, Chinese fonts) ...")
            if failure := install_packages(packages, rights):
                trouble = f"apt-get could not do it (is there a network?):\n{failure}"
    needed, wished = missing_from_system()
    if needed:
        raise SetUpError(f"System libraries are missing and {trouble}\n  Please have this run: {by_hand}")
    if wished:
        say(f"Going on without {', '.join(wished)}: {trouble}\n  Later, have this run: {by_hand}")


# ---- the project's own Python ------------------------------------------------------------------------


def set_up_of(extras: set[str]) -> dict[str, object]:
    """What the environment must have been made from to be used again."""
    return {
        "root": str(ROOT),
        "python": sys.version.split()[0],
        "project": hashlib.sha256(b"".join((ROOT / name).read_bytes() for name in DESCRIBES)).hexdigest(),
        "extras": sorted(extras),
    }


def known_set_up() -> dict[str, object]:
    """What the environment was made from; empty if there is none or it cannot run."""
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(stamp, dict) or not PYTHON.exists():
        return {}
    return stamp


def prepare_python(extras: set[str]) -> None:
    """Make `.venv` and install the project with `extras` into it, unless that has been done before."""
    known = known_set_up()
    have = known.get("extras")
    extras = extras | set(have if isinstance(have, list) else [])
    wanted = set_up_of(extras)
    if known == wanted:
        return
    if any(known.get(key) != wanted[key] for key in ("root", "python")) or not PYTHON.exists():
        say(f"Making {VENV.name} with Python {wanted['python']} ...")
        making = [sys.executable, "-m", "venv", "--clear", str(VENV)]
        done = subprocess.run(making, capture_output=True, text=True, errors="replace", check=False)
        if done.returncode:
            raise SetUpError(
                f"The environment {VENV} cannot be made:\n{last_lines(done.stdout + done.stderr)}"
            )
    STAMP.unlink(missing_ok=True)
    say("Installing what Juanzong is built on (a minute or two the first time) ...")
    project = f"{ROOT}[{','.join(sorted(extras))}]" if extras else str(ROOT)
    command = [str(PYTHON), "-m", "pip", "install", "--quiet", "--editable", project]
    environment = {"PIP_DISABLE_PIP_VERSION_CHECK": "1", **os.environ}
    done = subprocess.run(
        command, capture_output=True, text=True, errors="replace", env=environment, check=False
    )
    if done.returncode:
        raise SetUpError(
            "pip could not install everything. Is there a network, or a package folder that pip is set to?\n"
            f"{last_lines(done.stdout + done.stderr)}"
        )
    STAMP.write_text(json.dumps(wanted, indent=1), encoding="utf-8")


# ---- what the two commands are for -------------------------------------------------------------------


def display_trouble() -> str:
    """Why no window can be opened here; "" if one can."""
    if not sys.platform.startswith("linux"):
        return ""
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        return "there is no display"
    program = "from PySide6.QtGui import QGuiApplication; QGuiApplication([])"
    try:
        probe = subprocess.run([str(PYTHON), "-c", program], capture_output=True, timeout=30, check=False)
    except subprocess.TimeoutExpired:
        return "the display does not answer"
    return "" if probe.returncode == 0 else "the display cannot be opened"


def open_window() -> int:
    """Open the window on the sample archive; without a display run the self-check instead."""
    trouble = display_trouble()
    if trouble:
        say(f"No window here: {trouble}. Running the self-check instead.")
        return run([str(PROGRAM), "selfcheck"], QT_QPA_PLATFORM="offscreen")
    say("Opening the window on the sample archive.")
    return run([str(PROGRAM), "--sample"])


def run_tests(words: list[str]) -> int:
    """Run the tests, in as many processes as there are processors (at most four); pytest's exit code."""
    at_once = min(4, os.cpu_count() or 1)
    spread = (
        []
        if at_once == 1 or any(word.startswith(("-n", "--pdb", "--collect")) for word in words)
        else ["-n", str(at_once)]
    )
    return run([str(PYTHON), "-m", "pytest", *spread, *words], QT_QPA_PLATFORM="offscreen")


def run(command: list[str], **settings: str) -> int:
    """Run a command in the checkout with its output going through; its exit code."""
    environment = {**os.environ, **settings}
    if not any(os.environ.get(name) for name in ("LC_ALL", "LC_CTYPE", "LANG")):
        environment["LANG"] = "C.UTF-8"  # a bare container says nothing; Qt wants UTF-8
    try:
        return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode
    except KeyboardInterrupt:
        return 130


def main() -> int:
    """Read the command line, set up, and do what was asked; the exit code."""
    parser = argparse.ArgumentParser(description="Set Juanzong up on this machine and start it.")
    parser.add_argument("--test", action="store_true", help="run the tests; further words go to pytest")
    parser.add_argument(
        "--prepare", metavar="EXTRAS", help="only set up, with these extras (test,package,bench)"
    )
    chosen, words = parser.parse_known_args()
    if words and not chosen.test:
        parser.error(f"not understood: {' '.join(words)}")
    extras = {"test"} if chosen.test else {word for word in (chosen.prepare or "").split(",") if word}
    try:
        hand_over_to_suitable_python()
        prepare_system()
        prepare_python(extras)
    except SetUpError as failure:
        say(str(failure))
        return 1
    except KeyboardInterrupt:
        say("Stopped. Run the same command again to go on.")
        return 130
    if chosen.prepare is not None:
        return 0
    return run_tests(words) if chosen.test else open_window()


if __name__ == "__main__":
    raise SystemExit(main())
