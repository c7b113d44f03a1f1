"""What an archive from a stranger must not hold: links that lead out of its folder, and pipes and devices,
which never come to an end.

Called by `Archive.open` and `recover` before anything is read or written. The catalogue's own part, triggers
and views, is refused by `index.catalogue.database`.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from index.errors import ArchiveDamaged

_FOLDERS = ("", "fulltext", "originals", "backups")


def refuse_links(path: Path) -> None:
    """Raise ArchiveDamaged if something in the archive in `path` is a link, or neither file nor folder."""
    for entry in _entries(path):
        name = str(Path(entry.path).relative_to(path))
        if entry.is_symlink():
            raise ArchiveDamaged(path=path, reason=f"{name} -> ?")
        if not entry.is_file() and not entry.is_dir():
            raise ArchiveDamaged(path=path, reason=name)


def endless(path: Path) -> list[Path]:
    """The pipes, devices and sockets in the archive in `path`."""
    strange = (
        entry
        for entry in _entries(path)
        if not entry.is_symlink() and not entry.is_file() and not entry.is_dir()
    )
    return [Path(entry.path) for entry in strange]


def _entries(path: Path) -> Iterator[os.DirEntry[str]]:
    """What lies in the folders of an archive, as far as they can be read; whoever needs the rest says so."""
    for name in _FOLDERS:
        for entry in _listed(path / name):
            yield entry
            if name == "fulltext" and entry.is_dir(follow_symlinks=False):
                yield from _listed(Path(entry.path))


def _listed(folder: Path) -> list[os.DirEntry[str]]:
    try:
        return list(os.scandir(folder))
    except OSError:
        return []
