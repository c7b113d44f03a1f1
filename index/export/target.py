"""The file an export ends in: written under a temporary name, put in its place when complete."""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from index.errors import ExportError


@contextmanager
def replacing(out: Path) -> Iterator[Path]:
    """A temporary path beside `out` to write to, moved onto `out` at the end; removed on any failure.

    Raises ExportError for every OSError inside, and for one in the move (on Windows: open elsewhere).
    """
    if out.is_dir():
        raise ExportError(path=out, reason=os.strerror(errno.EISDIR))
    part = out.with_name(f".juanzong-{os.getpid()}-{secrets.token_hex(4)}.part")  # short: names have limits
    try:
        part.touch()  # a place that cannot be written is found before any work is done
        yield part
        with part.open("r+b") as file:
            os.fsync(file.fileno())
        part.replace(out)
    except OSError as error:
        raise ExportError(path=out, reason=error.strerror or str(error)) from error
    finally:
        _remove(part)


def _remove(part: Path) -> None:
    """Remove a temporary file that may be there; one that cannot be removed does no further harm."""
    try:
        part.unlink(missing_ok=True)
    except OSError:
        return
