"""The one place that knows where the program's own data lies.

Works alike in a checkout, in an installed wheel and in a frozen bundle, because `resources/` always
stands beside the `index` package.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

RESOURCES: Path = Path(__file__).resolve().parent.parent / "resources"


def resource(*parts: str) -> Path:
    """Path of a file or folder below `resources/`."""
    return RESOURCES.joinpath(*parts)


def user_data() -> Path:
    """The user's private folder for settings, caches and logs; made on first use.

    `JUANZONG_DATA` overrides it (portable use, tests).
    """
    override = os.environ.get("JUANZONG_DATA")
    if override:
        folder = Path(override)
    elif sys.platform == "win32":
        folder = Path(os.environ.get("LOCALAPPDATA", str(Path.home() / "AppData" / "Local"))) / "Juanzong"
    else:
        folder = Path(os.environ.get("XDG_DATA_HOME", str(Path.home() / ".local" / "share"))) / "juanzong"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        folder = Path(tempfile.mkdtemp(prefix="juanzong-"))
    return folder
