"""Small files, replaced in one step and read up to a bound: settings, notes about archives and indexes."""

from __future__ import annotations

import os
from pathlib import Path

SMALL = 1 << 16  # bytes; a note has a few hundred


def read_small(path: Path, most: int = SMALL) -> str:
    """The text (UTF-8) of a small file.

    Raises OSError, and ValueError if it is no text or longer than `most` bytes: whoever made an archive may
    have put anything there.
    """
    with path.open("rb") as file:
        content = file.read(most + 1)
    if len(content) > most:
        raise ValueError(f"{path.name} is longer than {most} bytes")
    return content.decode("utf-8")


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
