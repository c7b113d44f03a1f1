"""What an archive from a stranger must not hold: links that lead out of its folder, and pipes and devices,
which never come to an end.

Called by `Archive.open` and `recover` before anything is read or written. The catalogue's own part, triggers
and views, is refused by `index.catalogue.database`.
"""

from __future__ import annotations

import os
from pathlib import Path

from index.errors import ArchiveDamaged

_FOLDERS = ("", "fulltext", "originals", "backups")


def refuse_links(path: Path) -> None:
    """Raise ArchiveDamaged if something in the archive in `path` is a link, or neither file nor folder."""
    for name in _FOLDERS:
        _look(path, path / name)
    try:
        places = [entry.path for entry in os.scandir(path / "fulltext") if entry.is_dir()]
    except OSError:
        return
    for place in places:
        _look(path, Path(place))


def _look(archive: Path, folder: Path) -> None:
    try:
        entries = list(os.scandir(folder))
    except OSError:  # missing or locked; whoever needs it says so
        return
    for entry in entries:
        if entry.is_symlink():
            raise ArchiveDamaged(path=archive, reason=f"{Path(entry.path).relative_to(archive)} -> ?")
        if not entry.is_file() and not entry.is_dir():
            raise ArchiveDamaged(path=archive, reason=str(Path(entry.path).relative_to(archive)))
