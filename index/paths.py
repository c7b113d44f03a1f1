"""The one place that knows where the program's own data lies.

Works alike in a checkout, in an installed wheel and in a frozen bundle, because `resources/` always
stands beside the `index` package.
"""

from __future__ import annotations

import functools
import os
import sys
import tempfile
from pathlib import Path

RESOURCES: Path = Path(__file__).resolve().parent.parent / "resources"
PORTABLE_MARK = "portable.txt"
ARCHIVE_SUFFIX = ".juanzong"  # of an archive's folder


def resource(*parts: str) -> Path:
    """Path of a file or folder below `resources/`."""
    return RESOURCES.joinpath(*parts)


def licences() -> Path:
    """The list of other people's works in the program: beside a frozen one, else the table behind it."""
    if getattr(sys, "frozen", False):
        return Path(sys.executable).resolve().parent / "licences" / "README.txt"
    return resource("licences", "parts.toml")


def portable_folder() -> Path | None:
    """The folder of a portable copy, in which everything of the user lies too; None for an installed one.

    A frozen program is portable while `portable.txt` lies beside its executables.
    """
    if not getattr(sys, "frozen", False):
        return None
    folder = Path(sys.executable).resolve().parent
    return folder if (folder / PORTABLE_MARK).is_file() else None


def user_data() -> Path:
    """The user's private folder for settings, caches and logs; made on first use.

    `JUANZONG_DATA` overrides it (tests, roaming set-ups); a portable copy has it beside the executables.
    """
    override = os.environ.get("JUANZONG_DATA")
    if override:
        folder = Path(override)
    elif portable := portable_folder():
        folder = portable / "data"
    elif sys.platform == "win32":
        folder = Path(os.environ.get("LOCALAPPDATA", str(Path.home() / "AppData" / "Local"))) / "Juanzong"
    else:
        folder = Path(os.environ.get("XDG_DATA_HOME", str(Path.home() / ".local" / "share"))) / "juanzong"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        folder = _stand_in()
    return folder


@functools.cache
def _stand_in() -> Path:
    """A folder for as long as the program runs, where the user's own cannot be made."""
    return Path(tempfile.mkdtemp(prefix="juanzong-"))
