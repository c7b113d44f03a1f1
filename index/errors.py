"""Every error that the library raises on purpose.

An error carries a `code` and the `details` that its sentence needs; the sentence itself, in the reader's
language, is made by `index.wording.say(error.code, ...)`. `str(error)` is the English sentence.
"""

from __future__ import annotations

from typing import ClassVar


class JuanzongError(Exception):
    """Base of all errors that a user may meet."""

    code: ClassVar[str] = "error.unexpected"

    def __init__(self, **details: object) -> None:
        super().__init__(details)
        self.details = details

    def __reduce__(self) -> tuple[object, ...]:
        return _remade, (type(self), self.__dict__)

    def __str__(self) -> str:
        from index.wording import say

        return say(self.code, "en", **self.details)


def _remade(kind: type[JuanzongError], state: dict[str, object]) -> JuanzongError:
    """An error as it was before it crossed a process border."""
    error = kind.__new__(kind)
    error.__dict__.update(state)
    return error


class ArchiveMissing(JuanzongError):
    """There is no archive at `path`."""

    code = "error.archive_missing"


class ArchiveExists(JuanzongError):
    """There is something at `path` already that is not an archive."""

    code = "error.archive_exists"


class ArchiveTooNew(JuanzongError):
    """The archive at `path` was made by a newer program (`found` > `known`)."""

    code = "error.archive_too_new"


class ArchiveDamaged(JuanzongError):
    """The catalogue at `path` cannot be read; `reason` says why."""

    code = "error.archive_damaged"


class ArchiveBusy(JuanzongError):
    """Another program (`owner`) is writing to the archive."""

    code = "error.archive_busy"


class ArchiveReadOnly(JuanzongError):
    """The archive at `path` cannot be written to."""

    code = "error.archive_read_only"


class DiskFull(JuanzongError):
    """No room is left where the archive at `path` lies."""

    code = "error.disk_full"


class FolderUnfit(JuanzongError):
    """The folder at `path` cannot be watched: it is not there, or part of the archive."""

    code = "error.folder_unfit"


class ArticleMissing(JuanzongError):
    """There is no article with the number `article_id`."""

    code = "error.article_missing"


class OriginalMissing(JuanzongError):
    """The original bytes of article `article_id` are not where they should be."""

    code = "error.original_missing"


class IndexDamaged(JuanzongError):
    """The full-text index in `path` is torn, foreign or of another version; a rebuild mends it."""

    code = "error.index_damaged"


class QueryError(JuanzongError):
    """The query cannot be understood; `position` (0-based character) and `length` say where."""

    code = "error.query"

    def __init__(self, code: str, position: int, length: int = 1, **details: object) -> None:
        super().__init__(position=position, length=length, **details)
        self.code = code  # type: ignore[misc]
        self.position = position
        self.length = length


class ReadError(JuanzongError):
    """A file cannot be read as articles. `code` is the reason shown in the import report."""

    code = "reason.unreadable"

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(**details)
        self.code = code  # type: ignore[misc]


class Cancelled(JuanzongError):
    """The user stopped the work; what was done until then is kept."""

    code = "error.cancelled"


class ImportBroken(JuanzongError):
    """The process of an import into `path` ended unexpectedly; what it had finished is kept."""

    code = "error.import_broken"


class ExportError(JuanzongError):
    """The export could not be written to `path`; `reason` says why."""

    code = "error.export"


class EntityMissing(JuanzongError):
    """There is no entity with the number `entity_id`."""

    code = "error.entity_missing"


class CorrectionRefused(JuanzongError):
    """A correction of an entity that makes no sense; `code` says why."""

    code = "correction.no_name"

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(**details)
        self.code = code  # type: ignore[misc]


class LinkUnreadable(JuanzongError):
    """`link` is not a link of ours."""

    code = "error.link_unreadable"


class LinkArchiveUnknown(JuanzongError):
    """A link leads to an archive named `archive` that was never opened here, or is gone."""

    code = "error.link_archive_unknown"


class CollectionMissing(JuanzongError):
    """There is no collection with the number `number`."""

    code = "error.collection_missing"


class CollectionRefused(JuanzongError):
    """A change of a collection that makes no sense; `code` says why."""

    code = "collection.no_name"

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(**details)
        self.code = code  # type: ignore[misc]


class TransferRefused(JuanzongError):
    """Articles cannot be passed between these archives; `code` says why."""

    code = "transfer.itself"

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(**details)
        self.code = code  # type: ignore[misc]


class ArchiveGone(JuanzongError):
    """The archive that was open is not at `path` any more: moved, renamed, or its drive is away."""

    code = "error.archive_gone"
