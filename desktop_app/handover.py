"""One program per user: a later start hands its files and links to the first and ends. No Qt in here.

`call(request)` in the later process is True if somebody took it; `desktop_app.reception` is the other end.
They talk over a Unix socket or, on Windows, a named pipe, both local and private to the user; a call is one
line of JSON of at most 64 KiB, answered with `ok`. Nothing in it is run or trusted: files are opened as if
they had been dropped on the window. Called by `desktop_app.launch`.
"""

from __future__ import annotations

import contextlib
import getpass
import hashlib
import json
import os
import sys
import tempfile
from dataclasses import dataclass
from multiprocessing.connection import Client
from pathlib import Path

from index.paths import user_data

MOST = 64 * 1024  # bytes of a call
PATIENCE = 3.0  # s for the other side to speak
_MOST_PATHS = 1000
_LONGEST_ADDRESS = 100  # bytes; the system allows 108 for a Unix socket


@dataclass(frozen=True, slots=True)
class Request:
    """What a start of the program was asked for: files and archives, a link, the sample; or just a window."""

    paths: tuple[Path, ...] = ()
    link: str = ""
    sample: bool = False


def dump(request: Request) -> bytes:
    """The request as a line of JSON."""
    value = {
        "juanzong": 1,
        "paths": [str(path) for path in request.paths],
        "link": request.link,
        "sample": request.sample,
    }
    return json.dumps(value).encode("ascii")


def load(line: bytes) -> Request | None:
    """The request in a line from outside; None if it is none."""
    try:
        value = json.loads(line[:MOST].decode("utf-8"))
    except (ValueError, RecursionError):
        return None
    if not isinstance(value, dict) or value.get("juanzong") != 1:
        return None
    paths, link = value.get("paths", []), value.get("link", "")
    if not isinstance(paths, list) or not isinstance(link, str) or len(paths) > _MOST_PATHS:
        return None
    if not all(isinstance(each, str) and each and "\0" not in each for each in paths):
        return None
    return Request(tuple(Path(each) for each in paths), link, value.get("sample") is True)


def call(request: Request) -> bool:
    """Hand `request` to the program that runs already; False if there is none, or it does not answer."""
    if not _ours():
        return False
    _let_it_come_forward()
    line = dump(request)
    if len(line) > MOST:
        return False
    try:
        with contextlib.closing(Client(address(), family())) as connection:
            connection.send_bytes(line)
            return bool(connection.poll(PATIENCE)) and connection.recv_bytes(16) == b"ok"
    except (OSError, EOFError):
        return False


def family() -> str:
    """The kind of address, for `multiprocessing.connection`."""
    return "AF_PIPE" if sys.platform == "win32" else "AF_UNIX"


def address() -> str:
    """Where the user's program listens: one per user and folder of settings."""
    mark = hashlib.sha256(f"{user_data()}\n{_user()}".encode("utf-8", "surrogatepass")).hexdigest()[:24]
    if sys.platform == "win32":
        return rf"\\.\pipe\juanzong-{mark}"
    private = user_data() / "instance.socket"
    if len(os.fsencode(private)) <= _LONGEST_ADDRESS:
        return str(private)
    return str(Path(os.environ.get("XDG_RUNTIME_DIR") or tempfile.gettempdir()) / f"juanzong-{mark}")


def _ours() -> bool:
    """Whether what lies at the address belongs to this user; a stranger's socket gets no call."""
    if sys.platform == "win32":
        return True
    try:
        return Path(address()).stat().st_uid == os.getuid()
    except OSError:
        return False


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "?"


def _let_it_come_forward() -> None:
    """Windows lets a program raise its window only if the one in front allows it."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(-1)
