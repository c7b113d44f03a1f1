"""Which files of a folder are imported; called by `index.archive` before anything is read.

Folders are walked in sorted order. Hidden and system files, the companion folder of a saved page
(`page_files/`), archives of this program and folders already visited through a link are passed over.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

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
_ARCHIVE_SUFFIX = ".juanzong"
_COMPANIONS = ("_files", ".files", "-filer", "_fichiers", "_archivos", "_bestanden")
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


def listing(paths: Iterable[Path]) -> Iterator[Path]:
    """The files to import: those named themselves, and below folders those that may hold articles.

    A path that does not exist is yielded too, so that the import reports it.
    """
    visited: set[tuple[int, int]] = set()
    for path in paths:
        if path.is_dir():
            yield from _walk(path, visited)
        else:
            yield path


def _walk(top: Path, visited: set[tuple[int, int]]) -> Iterator[Path]:
    """Files below `top`, without recursion, so that depth costs nothing."""
    stack: list[Path] = [top]
    while stack:
        entry = stack.pop()
        if not entry.is_dir():
            yield entry
            continue
        try:
            status = entry.stat()
            key = (status.st_dev, status.st_ino)
            if status.st_ino and key in visited:
                continue
            visited.add(key)
            children = sorted(os.scandir(entry), key=lambda child: child.name)
        except OSError:
            yield entry  # reported as unreadable by whoever opens it
            continue
        pages = {Path(child.name).stem for child in children if child.name.lower().endswith(_PAGE_SUFFIXES)}
        stack += [Path(child.path) for child in reversed(children) if _is_wanted(child, pages)]


def is_wanted_name(path: str) -> bool:
    """Whether a member of an archive of files may be an article, by its path alone."""
    parts = path.lower().split("/")
    if any(part.startswith((".", "~$")) or part in _SYSTEM_NAMES for part in parts):
        return False
    if any(part.endswith(_COMPANIONS) or part.endswith(_ARCHIVE_SUFFIX) for part in parts[:-1]):
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
            return not name.endswith(_ARCHIVE_SUFFIX)
        if not child.is_file():
            return child.is_symlink()  # a broken link is reported
        attributes = getattr(child.stat(), "st_file_attributes", 0)
    except OSError:
        return True
    if attributes & (getattr(stat, "FILE_ATTRIBUTE_HIDDEN", 2) | getattr(stat, "FILE_ATTRIBUTE_SYSTEM", 4)):
        return False
    return Path(name).suffix not in _OTHER_SUFFIXES
