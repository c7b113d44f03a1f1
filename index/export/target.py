"""The file an export ends in: written under a temporary name, put in its place when complete."""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from index.errors import ExportError
from index.export.item import Heading

# What usually goes wrong, as keys of the wording group `export`; the rest in the system's own words.
_REASONS = {
    errno.ENOENT: "no_folder",
    errno.ENOTDIR: "no_folder",
    errno.EISDIR: "is_folder",
    errno.EACCES: "no_permission",
    errno.EPERM: "no_permission",
    errno.EROFS: "no_permission",
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
}


@contextmanager
def replacing(out: Path, heading: Heading) -> Iterator[Path]:
    """A temporary path beside `out` to write to, moved onto `out` at the end; removed on any failure.

    Raises ExportError for every OSError inside, and for one in the move (on Windows: open elsewhere).
    """
    part = out.with_name(f".juanzong-{os.getpid()}-{secrets.token_hex(4)}.part")  # short: names have limits
    try:
        if out.is_dir():
            raise OSError(errno.EISDIR, os.strerror(errno.EISDIR))
        part.touch()  # a place that cannot be written is found before any work is done
        yield part
        with part.open("r+b") as file:
            os.fsync(file.fileno())
        part.replace(out)
    except OSError as error:
        key = _REASONS.get(error.errno or 0)
        reason = heading.label(key) if key else error.strerror or str(error)
        raise ExportError(path=out, reason=reason) from error
    finally:
        _remove(part)


def _remove(part: Path) -> None:
    """Remove a temporary file that may be there; one that cannot be removed does no further harm."""
    try:
        part.unlink(missing_ok=True)
    except OSError:
        return
