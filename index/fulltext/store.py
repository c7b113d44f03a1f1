"""FullText: one index folder, what it holds and how it changes.

Called by `index.archive`, which keeps the catalogue as the truth and uses one writer at a time. A
commit is one atomic replacement of the table of contents; until then new segment files are unknown,
after it unused ones are removed. Searchers keep the snapshot they were opened on.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Collection, Iterable, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from index.errors import IndexDamaged
from index.fulltext.building import build_segment
from index.fulltext.facets import Numbering
from index.fulltext.leaves import KeyOf
from index.fulltext.merging import Chosen, choose, merge_files
from index.fulltext.searcher import Searcher
from index.fulltext.segment import Segment
from index.fulltext.snapshot import LiveSegment, Snapshot
from index.fulltext.toc import TOC_NAME, Entry, Toc, read_toc, write_toc
from index.fulltext.whoosh_writer import Built
from index.model import IndexDocument

Ints = npt.NDArray[np.int64]
_ORPHAN_SECONDS = 24 * 3600  # a segment nobody committed for so long is left over from a crash
TextOf = Callable[[int], tuple[str, str]]


class FullText:
    """A full-text index in a folder. Reading is safe from any thread; one thread writes at a time."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._lock = threading.RLock()  # the fields below; held for moments
        self._writing = threading.RLock()  # commits and merges; searching goes on meanwhile
        self._open: dict[str, Segment] = {}
        self._snapshot: Snapshot | None = None
        self._numbering = Numbering()
        self._stamp: tuple[int, int] = (0, 0)
        self._retired: set[str] = set()  # files that were in use and are no more

    @classmethod
    def open(cls, folder: Path) -> FullText:
        """Open the index in `folder`, or begin an empty one; IndexDamaged if anything is wrong with it."""
        folder = Path(folder)
        index = cls(folder)
        if not (folder / TOC_NAME).exists():
            if folder.exists() and any(path.suffix == ".seg" for path in folder.iterdir()):
                raise IndexDamaged(path=str(folder), reason="toc.json")
            folder.mkdir(parents=True, exist_ok=True)
            write_toc(folder, Toc(0, ()))
        index._refresh()
        return index

    def close(self) -> None:
        """Let go of the files; searchers that are still open keep theirs."""
        with self._lock:
            self._snapshot = None
            self._open.clear()

    def article_ids(self) -> Ints:
        """The ids of all articles in the index, ascending."""
        live = [segment.segment.ids[segment.live] for segment in self._refresh().segments]
        return np.sort(np.concatenate(live)) if live else np.empty(0, dtype=np.int64)

    def build(self, documents: Iterable[IndexDocument]) -> Built:
        """Write a new segment for `documents`; it counts only once it is committed."""
        return build_segment(self.folder, documents)

    def commit(self, add: Sequence[Built] = (), delete: Iterable[int] = ()) -> None:
        """Take up finished segments and forget articles, in one step. A new article replaces its old self."""
        with self._writing:
            old = self._refresh()
            gone = np.fromiter(delete, dtype=np.int64)
            added = [self._segment(built.name) for built in add]
            rows: list[tuple[Segment, npt.NDArray[np.bool_]]] = [(s.segment, s.deleted) for s in old.segments]
            rows = [(segment, deleted | np.isin(segment.ids, gone)) for segment, deleted in rows]
            for new in added:
                rows = [(segment, deleted | np.isin(segment.ids, new.ids)) for segment, deleted in rows]
                rows.append((new, _repeated(new.ids)))
            self._write(old.generation + 1, rows)

    def merge_plan(self, busy: Collection[str] = (), *, at_rest: bool = False) -> tuple[Chosen, ...]:
        """Segments that should become one: a few of similar size, or one of many deletions; else ().

        `merge_files` does it, in whichever process; then call `merged`. `busy`: names of segments that are
        being merged already; `at_rest`: nothing else is left to do, so merges that take seconds wait until
        they gain more.
        """
        parts = [(s.segment, s.deleted) for s in self._refresh().segments]
        return tuple((parts[n][0].name, parts[n][1]) for n in choose(parts, busy, at_rest=at_rest))

    def holds(self, chosen: Sequence[Chosen]) -> bool:
        """Whether all these segments are still in use; one whose articles were all replaced is gone."""
        return {name for name, _ in chosen} <= {s.segment.name for s in self._refresh().segments}

    def merged(self, chosen: Sequence[Chosen], built: Built) -> None:
        """Put a merged segment in the place of its sources; what was deleted meanwhile stays deleted."""
        before = dict(chosen)
        with self._writing:
            old = self._refresh()
            now = {s.segment.name: s.deleted for s in old.segments}
            gone = {
                name: np.ones(len(before[name]), dtype=bool) for name in before
            }  # all was deleted meanwhile
            deleted = np.concatenate([now.get(name, gone[name])[~before[name]] for name in before])
            rows = [(s.segment, s.deleted) for s in old.segments if s.segment.name not in before]
            self._write(old.generation + 1, [*rows, (self._segment(built.name), deleted)])

    def merge(self) -> bool:
        """Carry out one merge here; True if something was done. Call it until it returns False."""
        chosen = self.merge_plan()
        if chosen:
            self.merged(chosen, merge_files(self.folder, chosen))
        return bool(chosen)

    def searcher(self, text_of: TextOf, key_of: KeyOf | None = None) -> Searcher:
        """A searcher on the index as it is now. `text_of` gives title and body of an article.

        `key_of` gives the key under which the index has a name that a query asks for.
        """
        return Searcher(self._refresh(), text_of, key_of)

    def snapshot(self) -> Snapshot:
        """The index as it is now."""
        return self._refresh()

    def verify(self) -> list[str]:
        """Check every byte of every file; what is wrong, in words for the log."""
        reasons = [self._segment(s.segment.name).file.verify() for s in self._refresh().segments]
        return [reason for reason in reasons if reason]

    def size(self) -> int:
        """Bytes on the disk."""
        return sum(path.stat().st_size for path in self.folder.iterdir() if path.is_file())

    def _segment(self, name: str) -> Segment:
        with self._lock:
            segment = self._open.get(name)
            if segment is None:
                segment = self._open[name] = Segment(self.folder / name)
            return segment

    def _refresh(self) -> Snapshot:
        """The current snapshot, read again if the table of contents was replaced (by whichever process)."""
        with self._lock:
            for _ in range(5):
                stamp = self._toc_stamp()
                if self._snapshot is not None and stamp == self._stamp:
                    return self._snapshot
                toc = read_toc(self.folder)
                try:
                    self._snapshot = self._load(toc)
                except FileNotFoundError:
                    if self._toc_stamp() == stamp:
                        break
                else:
                    self._stamp = stamp
                    return self._snapshot
            raise IndexDamaged(path=str(self.folder), reason="a segment file is missing")

    def _toc_stamp(self) -> tuple[int, int]:
        try:
            state = (self.folder / TOC_NAME).stat()
        except OSError as error:
            raise IndexDamaged(path=str(self.folder), reason=str(error)) from error
        return state.st_mtime_ns, state.st_ino

    def _load(self, toc: Toc) -> Snapshot:
        segments: list[LiveSegment] = []
        base = 0
        for entry in toc.entries:
            segment = self._segment(entry.name)
            if segment.count != entry.documents:
                raise IndexDamaged(path=str(self.folder), reason=f"{entry.name}: number of documents")
            segments.append(LiveSegment(segment, entry.deleted, base))
            base += segment.count
        for name in self._open.keys() - {entry.name for entry in toc.entries}:
            del self._open[name]
            self._retired.add(name)
        return Snapshot(toc.generation, tuple(segments), self._numbering)

    def _write(self, generation: int, rows: Sequence[tuple[Segment, npt.NDArray[np.bool_]]]) -> None:
        entries = tuple(
            Entry(segment.name, segment.count, deleted) for segment, deleted in rows if not deleted.all()
        )
        write_toc(self.folder, Toc(generation, entries))
        with self._lock:
            self._snapshot = None
            self._refresh()
            self._remove_unused()

    def _remove_unused(self) -> None:
        """Remove segment files that are in no table of contents; young ones may be a worker's."""
        now = time.time()
        for path in self.folder.glob("*.seg"):
            if path.name in self._open:
                continue
            try:
                if path.name in self._retired or now - path.stat().st_mtime > _ORPHAN_SECONDS:
                    path.unlink(missing_ok=True)
            except OSError:  # Windows: a searcher still maps it; a later commit tries again
                continue


def _repeated(ids: Ints) -> npt.NDArray[np.bool_]:
    """Which documents of a segment are followed by another with the same id."""
    latest = np.zeros(len(ids), dtype=bool)
    latest[len(ids) - 1 - np.unique(ids[::-1], return_index=True)[1]] = True
    return ~latest
