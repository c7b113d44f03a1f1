"""Imports, their reports, and the state of an archive. See `index.model`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from index.model.article import DateOrigin


class Fate(StrEnum):
    """What became of a file in an import."""

    IMPORTED = "imported"
    UNCHANGED = "unchanged"
    DUPLICATE = "duplicate"
    FAILED = "failed"
    GONE = "gone"  # no longer where it came from; its articles stay


@dataclass(frozen=True, slots=True)
class FileReport:
    """One line of the import report."""

    file: str
    fate: Fate
    articles: int = 0
    reason: str = ""  # a code for index.wording
    details: tuple[tuple[str, str], ...] = ()
    encoding: str = ""
    characters: int = 0
    date_origin: DateOrigin = DateOrigin.NONE
    repairs: int = 0
    article_id: int | None = None
    confidence: float = 1.0  # in the encoding, 0 to 1; of several articles the least


@dataclass(frozen=True, slots=True)
class WatchedFolder:
    """A folder whose changes enter the archive; `added_at` is ISO, UTC."""

    path: str
    added_at: str
    paused: bool


@dataclass(frozen=True, slots=True)
class FolderLook:
    """What there is to do in watched folders.

    `to_read`: (name, bytes, time of change in ns) of new and changed files; `back`: files that are there
    again; `unsettled`: files still being written; `unreachable`: folders or files that cannot be looked at.
    """

    to_read: tuple[tuple[str, int, int], ...] = ()
    gone: int = 0
    back: int = 0
    unsettled: int = 0
    unreachable: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Absence:
    """An answer to why something is not found; `code` is of the group [why] in the wording files.

    With a `reason` (a code of the group [reason]) the `details` belong to that.
    """

    code: str
    file: str = ""
    article_id: int | None = None
    details: tuple[tuple[str, str], ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ImportProgress:
    """Where an import stands. `files_total` is None while folders are still being listed."""

    phase: str  # "listing" | "reading" | "indexing" | "done"
    files_done: int
    files_total: int | None
    bytes_done: int
    bytes_total: int
    articles: int
    failed: int
    seconds: float
    seconds_left: float | None = None
    current: str = ""


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did, in total.

    `gone`: files found missing; `unsettled`: files still being written, left for later; `run_id` is 0
    where nothing had changed and so nothing was written down.
    """

    run_id: int
    imported: int
    unchanged: int
    duplicates: int
    failed: tuple[FileReport, ...]
    seconds: float
    cancelled: bool = False
    gone: int = 0
    unsettled: int = 0


@dataclass(frozen=True, slots=True)
class ImportRun:
    """One import in the archive's history; `state` is running, finished or cancelled."""

    id: int
    started_at: str  # ISO, UTC
    paths: tuple[str, ...]
    imported: int
    unchanged: int
    duplicates: int
    failed: int
    seconds: float
    state: str


@dataclass(frozen=True, slots=True)
class ArchiveStats:
    """Counts and sizes of an archive."""

    articles: int
    not_indexed: int
    files: int
    failed_files: int
    characters: int
    entities: int
    mentions: int
    appointments: int
    first_date: str | None
    last_date: str | None
    catalogue_bytes: int
    fulltext_bytes: int
    originals_bytes: int
    format_version: int
    index_version: int


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that `check` found wrong; `code` is for index.wording, `mended` after a repair."""

    code: str
    details: tuple[tuple[str, str], ...] = ()
    mended: bool = False

    @property
    def of_catalogue(self) -> bool:
        """Whether the catalogue itself is damaged, which takes `Archive.recover` to mend."""
        return self.code == "check.catalogue_damaged"

    def detail(self, name: str) -> str:
        """One of the details; empty if it has none of this name."""
        return dict(self.details).get(name, "")
