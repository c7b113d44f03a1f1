"""How an archive is opened that the user points at; called off the GUI thread by `librarian`, `recovery`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from index.control import Control

if TYPE_CHECKING:
    from index.archive import Archive


def archives() -> type[Archive]:
    """The library's façade; loading it takes a second, so the window is shown first."""
    from index.archive import Archive

    return Archive


def meant(path: Path) -> Path:
    """The archive that somebody means who chose `path`: also its parent folder, or a folder inside it."""
    is_archive = archives().is_archive
    if is_archive(path) or not path.is_dir():
        return path
    below = [each for each in path.glob("*.juanzong") if is_archive(each)]
    if len(below) == 1:
        return below[0]
    return path.parent if is_archive(path.parent) else path


def open_as_meant(
    path: Path, control: Control, progress: Callable[[int, int], None] | None = None
) -> Archive:
    """The archive meant by `path`, for writing if that is allowed; from a local copy if it is on a share."""
    return archives().open_as_allowed(meant(path), progress=progress, control=control)
