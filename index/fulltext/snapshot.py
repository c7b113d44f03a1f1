"""What a searcher sees: the segments of one table of contents, with their deletions.

Documents have a number that counts through all segments; `evaluation` and `ranking` work on these.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import numpy.typing as npt

from index.fulltext.facets import Numbering
from index.fulltext.segment import Segment

Ints = npt.NDArray[np.int64]


@dataclass(frozen=True)
class LiveSegment:
    """A segment, which of its documents are deleted, and the number of its first document."""

    segment: Segment
    deleted: npt.NDArray[np.bool_]
    base: int

    @property
    def count(self) -> int:
        """Documents of the segment, deleted ones included."""
        return self.segment.count

    @cached_property
    def live(self) -> npt.NDArray[np.bool_]:
        """Which documents are not deleted."""
        return ~self.deleted

    @cached_property
    def has_deletions(self) -> bool:
        """Whether any document is deleted."""
        return bool(self.deleted.any())

    def alive(self, documents: Ints) -> Ints:
        """The `documents` without the deleted ones."""
        return documents[self.live[documents]] if self.has_deletions else documents


@dataclass(frozen=True)
class Snapshot:
    """The committed segments of one generation."""

    generation: int
    segments: tuple[LiveSegment, ...] = ()
    numbering: Numbering = field(default_factory=Numbering, compare=False)

    @cached_property
    def count(self) -> int:
        """Documents of all segments, deleted ones included: one more than the last number."""
        return sum(segment.count for segment in self.segments)

    @cached_property
    def live_count(self) -> int:
        """Documents that are not deleted."""
        return sum(int(segment.live.sum()) for segment in self.segments)

    @cached_property
    def ids(self) -> Ints:
        """The article id of every document number."""
        return _joined([segment.segment.ids for segment in self.segments])

    @cached_property
    def dates(self) -> Ints:
        """The date of every document number as yyyymmdd, 0 if unknown."""
        return _joined([segment.segment.dates for segment in self.segments])

    @cached_property
    def lengths(self) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]:
        """Title and body length of every document number, relative to the average."""
        lengths = _joined([segment.segment.lengths for segment in self.segments])
        title, body = lengths[0::2], lengths[1::2]
        return (
            (title / max(1.0, float(title.mean()) if len(title) else 1.0)).astype(np.float32),
            (body / max(1.0, float(body.mean()) if len(body) else 1.0)).astype(np.float32),
        )


def _joined(arrays: list[Ints]) -> Ints:
    if not arrays:
        return np.empty(0, dtype=np.int64)
    return np.concatenate(arrays).astype(np.int64, copy=False)
