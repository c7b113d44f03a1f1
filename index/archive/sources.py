"""What an import finds: which files are new or changed, which did not change, which have gone.

Called by `importer`. The catalogue is asked once for all it knows of files, so that a file which did not
change costs one look at it and nothing else.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from index.catalogue.runs import KnownFile
from index.control import Control
from index.importing import listing

_SETTLED = 2.0  # s without a change after which a file is taken for complete
_PASSING = frozenset({"reason.locked", "reason.cannot_open", "reason.timeout", "reason.missing"})


class Source(NamedTuple):
    """A file to read, and the name that the catalogue knows it by."""

    path: Path
    name: str
    size: int
    mtime_ns: int


class Unreachable(NamedTuple):
    """A path that cannot be looked at; `code` is for index.wording."""

    file: str
    code: str
    error: str


@dataclass(slots=True)
class Survey:
    """The outcome: files to read, names of unchanged ones, known files that went or came back."""

    chosen: list[Source] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    gone: dict[str, int] = field(default_factory=dict)  # name and number in the catalogue
    back: list[int] = field(default_factory=list)
    unreachable: list[Unreachable] = field(default_factory=list)
    unsettled: int = 0  # files that somebody is still writing

    @property
    def idle(self) -> bool:
        """Whether there is nothing to do and nothing to tell."""
        return not (self.chosen or self.gone or self.back)


def survey(
    paths: Sequence[Path],
    known: Mapping[str, KnownFile],
    *,
    again: bool,
    watching: bool,
    control: Control,
    named: Mapping[Path, str],
    tell: Callable[[Survey], None],
) -> Survey:
    """Look at all files below `paths`.

    `again`: choose those that did not change too. `watching`: nobody asked for this, so files that failed
    before are left alone, and files changed a moment ago are left to settle.
    """
    found = Survey()
    there: set[str] = set()
    closed: list[str] = []  # folders that could not be looked into
    now = time.time_ns()
    # not Path.exists, which raises where it may not look
    reachable = [path for path in paths if os.path.exists(path)]  # noqa: PTH110
    missing = [path for path in paths if path not in reachable]
    found.unreachable += [Unreachable(written(path), "reason.not_there", "") for path in missing]
    for one in listing(reachable):
        control.checkpoint()
        name = written(one.path)
        if named:
            name = named.get(Path(one.path), name)
        if one.trouble is not None:
            closed.append(name)
            error = one.trouble.strerror or str(one.trouble)
            found.unreachable.append(Unreachable(name, "reason.cannot_open", error))
            continue
        there.add(name)
        file = known.get(name)
        if file is not None and not again and _is_same(file, one.size, one.mtime_ns, watching):
            found.unchanged.append(name)
            if file.gone:
                found.back.append(file.id)
        elif watching and abs(now - one.mtime_ns) < _SETTLED * 1e9:
            found.unsettled += 1
        else:
            found.chosen.append(Source(Path(one.path), name, one.size, one.mtime_ns))
        tell(found)
    if not named:
        found.gone = _gone(paths, known, there, closed)
    return found


def _is_same(file: KnownFile, size: int, mtime_ns: int, watching: bool) -> bool:
    if not file.complete or (file.size, file.mtime_ns) != (size, mtime_ns):
        return False
    return file.failure is None or (watching and file.failure not in _PASSING)


def _gone(
    paths: Sequence[Path], known: Mapping[str, KnownFile], there: set[str], closed: Sequence[str]
) -> dict[str, int]:
    """Known files that are no longer where they were: named themselves, or below a folder that is there."""
    named = {written(path) for path in paths}
    folders = tuple(f"{written(path).rstrip(os.sep)}{os.sep}" for path in paths if path.is_dir())
    hidden = tuple(f"{name}{os.sep}" for name in closed)
    return {
        name: file.id
        for name, file in known.items()
        if not file.gone
        and name not in there
        and (name.startswith(folders) or name in named)
        and not name.startswith(hidden)
        and not os.path.lexists(name)
    }


def written(name: Path | str) -> str:
    """A file name as text that can be kept: bytes that are no text become `\\udc..`."""
    return os.fspath(name).encode("utf-8", "backslashreplace").decode("utf-8")
