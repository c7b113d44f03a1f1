"""One file of an import from its first unit to its lines in the report. Kept by `importer`."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from index.archive.sources import written
from index.archive.workers import Failed
from index.catalogue.articles import Written
from index.catalogue.records import Prepared
from index.errors import ReadError
from index.importing import RecordFailure, Unit
from index.model import DateOrigin, Fate, FileReport

_MOST_FAILURES = 10_000  # lines of one file in the report


@dataclass(slots=True)
class FileUnderWay:
    """A file under way: its units not yet written, and what came of the others."""

    place: Path
    path: str  # the name that the catalogue knows it by
    size: int
    mtime_ns: int
    file_id: int = 0  # known from the first commit on
    open_units: int = 0
    all_fed: bool = False
    has_articles: bool = False
    original: str | None = None
    failure: str | None = None
    kept: set[int] = field(default_factory=set)  # articles that its records are
    _report: FileReport | None = None
    _lines: list[FileReport] = field(default_factory=list)
    _bytes_counted: int = 0
    _failed_records: int = 0

    @property
    def read(self) -> bool:
        """Whether nothing of it is still being read."""
        return self.all_fed and self.open_units == 0

    @property
    def done(self) -> bool:
        """Whether it was read and, if articles came of it, its bytes are kept."""
        return self.read and (self.original is not None or not self.has_articles or self.failure is not None)

    @property
    def gave_nothing(self) -> bool:
        """Whether neither articles nor failures came of it so far."""
        return self._report is None and not self._lines

    def bytes_step(self, unit: Unit | None) -> int:
        """Bytes for the progress bar: a container's units count as they come, the rest at the end."""
        step = 0
        if self.done:
            step = self.size - self._bytes_counted
        elif unit is not None and not unit.is_whole:
            step = min(unit.size, self.size - self._bytes_counted)
        self._bytes_counted += step
        return step

    def add(self, item: Prepared, written_as: Written) -> None:
        """Note an article that was written."""
        self.kept.add(written_as.article_id)
        draft, before = item.draft, self._report
        if item.trouble:
            name = f"{self.path}#{draft.record}" if draft.record else self.path
            details = (("error", item.trouble),)
            self._lines.append(FileReport(name, Fate.IMPORTED, 0, "reason.not_recognised", details))
        twin = written_as.twin if before is None else ""
        fate = written_as.fate if before is None or before.fate is written_as.fate else Fate.IMPORTED
        self._report = FileReport(
            self.path,
            fate,
            (before.articles if before else 0) + 1,
            "reason.duplicate_of" if twin else "",
            (("origin", twin),) if twin else (),
            encoding=draft.encoding,
            characters=(before.characters if before else 0) + len(draft.body),
            date_origin=draft.date_origin if before is None else DateOrigin.RECORD,
            repairs=(before.repairs if before else 0) + sum(repair.count for repair in draft.repairs),
            article_id=written_as.article_id if before is None else None,
            confidence=min(draft.encoding_confidence, before.confidence if before else 1.0),
        )

    def fail_record(self, item: RecordFailure) -> list[FileReport]:
        """Note a record that gave no article; returns its line, none if there are too many."""
        self._failed_records += 1
        if self._failed_records > _MOST_FAILURES:
            return []
        return self._line(FileReport(f"{self.path}#{item.record}", Fate.FAILED, 0, item.code, item.details))

    def fail(self, cause: Failed | Exception) -> list[FileReport]:
        """Note why the file as a whole could not be read; returns its line, none if one was noted before."""
        if self.failure is not None:
            return []
        self.failure, details = _reason(cause)
        return self._line(FileReport(self.path, Fate.FAILED, 0, self.failure, details))

    def fail_empty(self) -> list[FileReport]:
        """Note that there was no article in it; returns its line."""
        return self._line(FileReport(self.path, Fate.FAILED, 0, "reason.no_article"))

    def reports(self) -> list[FileReport]:
        """Its lines in the report, that of the file first."""
        if self._failed_records > _MOST_FAILURES:
            more = (("count", str(self._failed_records - _MOST_FAILURES)),)
            self._line(FileReport(self.path, Fate.FAILED, 0, "reason.more_failures", more))
            self._failed_records = 0
        return self._lines if self._report is None else [self._report, *self._lines]

    def _line(self, line: FileReport) -> list[FileReport]:
        self._lines.append(line)
        return [line]


def _reason(cause: Failed | Exception) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The code of a failure with its details."""
    error = cause.error if isinstance(cause, Failed) else cause
    if isinstance(error, ReadError):
        return error.code, tuple((name, written(str(value))) for name, value in error.details.items())
    if isinstance(error, OSError):
        return "reason.cannot_open", (("error", written(error.strerror or str(error))),)
    if isinstance(cause, Failed) and error is None:
        return cause.code, ()
    return "reason.failed", (("error", written(repr(error))),)
