"""Which files of a folder are imported; called by `index.archive` before anything is read.

Folders are walked in sorted order; a file costs one look at it. Hidden and system files, the companion
folder of a saved page (`page_files/`), archives of this program and folders already visited through a link
are passed over.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from index.paths import ARCHIVE_SUFFIX

_SYSTEM_NAMES = frozenset(
    {
        "thumbs.db",
        "desktop.ini",
        "$recycle.bin",
        "system volume information",
        "__macosx",
        "lost+found",
        "@eadir",
    }
)
_COMPANIONS = ("_files", ".files", "-filer", "_fichiers", "_archivos", "_bestanden")
_HIDDEN = stat.FILE_ATTRIBUTE_HIDDEN | stat.FILE_ATTRIBUTE_SYSTEM  # known to Python everywhere
_PAGE_SUFFIXES = (".html", ".htm", ".mhtml", ".xhtml")
# What stands beside articles but never is one: passed over silently instead of reported as unreadable.
_OTHER_SUFFIXES = frozenset(
    [
        ".jpg",
        ".jpeg",
        ".png",
        ".gif",
        ".bmp",
        ".webp",
        ".svg",
        ".ico",
        ".tif",
        ".tiff",
        ".heic",
        ".mp3",
        ".mp4",
        ".avi",
        ".mov",
        ".wmv",
        ".flv",
        ".mkv",
        ".wav",
        ".m4a",
        ".wma",
        ".css",
        ".js",
        ".woff",
        ".woff2",
        ".ttf",
        ".otf",
        ".ttc",
        ".exe",
        ".dll",
        ".msi",
        ".sys",
        ".lnk",
        ".url",
        ".db",
        ".sqlite",
        ".tmp",
        ".bak",
        ".swf",
        ".psd",
        ".iso",
        ".log",
        ".ini",
        ".torrent",
    ]
)


class Listed(NamedTuple):
    """A file with its size in bytes and time of change; or, with `trouble`, what could not be looked into."""

    path: str
    size: int
    mtime_ns: int
    trouble: OSError | None = None


def listing(paths: Iterable[Path]) -> Iterator[Listed]:
    """The files to import: those named themselves, and below folders those that may hold articles.

    A path that does not exist is told too, so that the import reports it.
    """
    visited: set[tuple[int, int]] = set()
    for path in paths:
        if path.is_dir():
            yield from _walk(path, visited)
        else:
            yield _looked_at(path)


def _looked_at(entry: os.DirEntry[str] | Path) -> Listed:
    try:
        status = entry.stat()
    except OSError as error:
        return Listed(os.fspath(entry), 0, 0, error)
    return Listed(os.fspath(entry), status.st_size, status.st_mtime_ns)


def _walk(top: Path, visited: set[tuple[int, int]]) -> Iterator[Listed]:
    """Files below `top`, without recursion, so that depth costs nothing."""
    stack: list[os.DirEntry[str] | Path] = [top]
    while stack:
        entry = stack.pop()
        try:
            is_folder = entry.is_dir()
        except OSError:
            is_folder = False
        if not is_folder:
            yield _looked_at(entry)
            continue
        try:
            status = Path(entry).stat()  # what a DirEntry of Windows knows has no number
            key = (status.st_dev, status.st_ino)
            if status.st_ino and key in visited:
                continue
            visited.add(key)
            with os.scandir(entry) as found:
                children = sorted(found, key=lambda child: child.name)
        except OSError as error:
            yield Listed(os.fspath(entry), 0, 0, error)
            continue
        pages = {_stem(child.name) for child in children if child.name.lower().endswith(_PAGE_SUFFIXES)}
        stack += [child for child in reversed(children) if _is_wanted(child, pages)]


def _stem(name: str) -> str:
    return os.path.splitext(name)[0]  # noqa: PTH122  (a Path for each of many files takes too long)


def is_taken(path: Path) -> bool:
    """Whether an import of the folder around it would read a file, by its name and its folder's."""
    return is_wanted_name(f"{path.parent.name}/{path.name}") and not path.name.endswith("~")


def is_wanted_name(path: str) -> bool:
    """Whether a member of an archive of files may be an article, by its path alone."""
    parts = path.lower().split("/")
    if any(part.startswith((".", "~$")) or part in _SYSTEM_NAMES for part in parts):
        return False
    if any(part.endswith(_COMPANIONS) or part.endswith(ARCHIVE_SUFFIX) for part in parts[:-1]):
        return False
    return Path(parts[-1]).suffix not in _OTHER_SUFFIXES


def _is_wanted(child: os.DirEntry[str], pages: set[str]) -> bool:
    name = child.name.lower()
    if name.startswith((".", "~$")) or name in _SYSTEM_NAMES or name.endswith("~"):
        return False
    try:
        if child.is_dir():
            companion = next((ending for ending in _COMPANIONS if name.endswith(ending)), None)
            if companion and child.name[: -len(companion)] in pages:
                return False
            return not name.endswith(ARCHIVE_SUFFIX)
        if not child.is_file():
            return child.is_symlink()  # a broken link is reported
        if os.name == "nt" and child.stat().st_file_attributes & _HIDDEN:  # type: ignore[attr-defined]
            return False
    except OSError:
        return True
    return name[len(_stem(name)) :] not in _OTHER_SUFFIXES
