"""Entry points: `main` behind the command `juanzong`, `window` behind the icon. Nothing here imports Qt
before it is certain that a window is wanted.

No arguments, an archive's folder, files, a link, `--window`, `--sample` (on the sample archive) or `--debug`
(with a log of everything) open the window (next: `desktop_app.application.run`); everything else is a
command for `index.cli.main`. Without a display `juanzong` says so and runs the self-check instead.
"""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import os
import socket
import sys
from collections.abc import Sequence
from pathlib import Path

from index.paths import ARCHIVE_SUFFIX

SCHEME = "juanzong"  # of links, see desktop_app.links
_SWITCHES = frozenset({"--window", "--sample", "--debug"})


def main(argv: Sequence[str] | None = None) -> int:
    """Run what the arguments ask for; returns the exit code."""
    multiprocessing.freeze_support()
    arguments = list(sys.argv[1:] if argv is None else argv)
    if wants_window(arguments):
        if not display_there():
            from index.cli.output import words

            words("cli.no_display")
            return _command(["selfcheck"])
        return open_window(arguments)
    return _command(arguments)


def window() -> int:
    """Open the window; the entry point without a console."""
    multiprocessing.freeze_support()
    return open_window(sys.argv[1:])


def wants_window(arguments: Sequence[str]) -> bool:
    """Whether these arguments are not a command but a window with perhaps an archive or files."""
    if not arguments or not _SWITCHES.isdisjoint(arguments):
        return True
    return all(_is_place(each) for each in arguments)


def display_there() -> bool:
    """Whether a window could be shown. Windows and macOS always have a display."""
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("WAYLAND_DISPLAY")) or _x_answers(os.environ.get("DISPLAY", ""))


def _x_answers(display: str) -> bool:
    """Whether an X server is behind `DISPLAY`; Qt would abort the process if there is none."""
    host, _, number = display.rpartition(":")
    if not number:
        return False
    if host not in ("", "unix"):
        return True  # elsewhere, as with ssh -X: believed
    place = f"/tmp/.X11-unix/X{number.partition('.')[0]}"  # noqa: S108  # where X servers listen
    for address in (place, f"\0{place}"):
        with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX) as asking:
            asking.connect(address)
            return True
    return False


def open_window(arguments: Sequence[str]) -> int:
    """Open the window on archives, files to import or a link, and stay until it is closed.

    Where the user's program is open already it takes the request, and this process ends at once.
    """
    from desktop_app import crash_log
    from desktop_app.handover import Request, call

    places = [each for each in arguments if each not in _SWITCHES]
    links = [each for each in places if is_link(each)]
    request = Request(
        tuple(Path(each).absolute() for each in places if each not in links),
        links[0] if links else "",
        "--sample" in arguments,
    )
    if call(request):
        return 0
    crash_log.install(debug="--debug" in arguments)
    gc.disable()  # what a start loads stays loaded; `application` turns it on again
    try:
        from desktop_app.application import run

        return run(request)
    finally:
        gc.enable()


def is_link(argument: str) -> bool:
    """Whether an argument is a link and not a file."""
    return argument[: len(SCHEME) + 1].lower() == f"{SCHEME}:"


def _is_place(argument: str) -> bool:
    """An archive's folder (even one that is gone), a link or, written as a path, something that exists."""
    if argument.startswith("-"):
        return False
    if is_link(argument):
        return True
    name = argument.rstrip("/\\")
    looks_like_path = "/" in argument or "\\" in argument or Path(name).suffix != ""
    return name.endswith(ARCHIVE_SUFFIX) or (looks_like_path and Path(argument).exists())


def _command(arguments: list[str]) -> int:
    from index.cli.main import main as run_command

    return run_command(arguments, drive_window=_drive_window)


def _drive_window(archive: Path) -> list[str]:
    from desktop_app.self_check import drive_window

    return drive_window(archive)


if __name__ == "__main__":
    sys.exit(main())
