"""Small files that are replaced in one step: settings, notes about archives, indexes and snapshots."""

from __future__ import annotations

import os
from pathlib import Path


def write_whole(path: Path, text: str) -> None:
    """Put `text` (UTF-8) in the place of the file at `path`: the old or the new whole, never a part.

    What is written is on the disk before it gets its name, else a power cut could leave the name with nothing
    in it. Raises OSError, and leaves the old file then.
    """
    new = path.with_name(f"{path.name}.new")
    with new.open("w", encoding="utf-8", newline="\n") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    new.replace(path)
