"""What an archive from a stranger must not hold: links that lead out of its folder, pipes and devices, which
never come to an end, and journals that name a file elsewhere, which SQLite would delete.

Called by `Archive.open` and `recover` before anything is read or written. The catalogue's own part, triggers
and views, is refused by `index.catalogue.database`.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from index.errors import ArchiveDamaged

_FOLDERS = ("", "fulltext", "originals", "backups")
_JOURNAL = "-journal"  # behind a database's name: what SQLite plays back before it reads the database
_NAMES_ANOTHER = bytes.fromhex("d9d505f920a163d7")  # at a journal's end, behind a super-journal's name


def refuse_links(path: Path) -> None:
    """Raise ArchiveDamaged if something in the archive in `path` leads out of it or is no file or folder."""
    for entry in _entries(path):
        name = str(Path(entry.path).relative_to(path))
        if entry.is_symlink() or _deletes(entry):
            raise ArchiveDamaged(path=path, reason=f"{name} -> ?")
        if not entry.is_file() and not entry.is_dir():
            raise ArchiveDamaged(path=path, reason=name)


def strange(path: Path) -> list[Path]:
    """The pipes, devices and sockets in the archive in `path`, and the journals that name another file."""
    found = (
        entry
        for entry in _entries(path)
        if not entry.is_symlink() and (_deletes(entry) or not (entry.is_file() or entry.is_dir()))
    )
    return [Path(entry.path) for entry in found]


def _deletes(entry: os.DirEntry[str]) -> bool:
    """Whether this is a journal that names a super-journal, as for changes to several databases at once.

    Ours never do. When SQLite has played one back, it deletes the file that is named, wherever that lies.
    """
    if not entry.name.lower().endswith(_JOURNAL) or not entry.is_file():
        return False
    try:
        with Path(entry.path).open("rb") as journal:
            journal.seek(-len(_NAMES_ANOTHER), os.SEEK_END)
            return journal.read() == _NAMES_ANOTHER
    except OSError:  # too short for a name, or gone: SQLite does not find one either
        return False


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
