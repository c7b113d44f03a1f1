"""Bringing the full-text index level with the catalogue: catch-up, rebuild, swap.

The index lies in `fulltext/gNNNN/`; `fulltext/current.json` names the folder in use and the identity of
the catalogue it was made from. A rebuild fills a new folder and swaps the name: a crash leaves the old one.
"""

from __future__ import annotations

import json
import re
import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np

from index.archive.workers import Failed, Outcome, Task, Workers
from index.atomic import read_small, write_whole
from index.catalogue import Catalogue, articles, corrections, entities
from index.control import Control
from index.errors import DiskFull, IndexDamaged
from index.fulltext import Built, FullText, build_segment, merge_files
from index.model import FacetField, ImportProgress, IndexDocument

BATCH = 8000
FEW = 800  # articles that are indexed sooner here than a worker process starts
_PLACE = re.compile("g[0-9]{1,9}")
_FACET_OF = {field.value: field for field in FacetField}
Progress = Callable[[ImportProgress], None]


class IndexFolder:
    """The folder `fulltext/` of an archive: which index is in use, opening it, replacing it."""

    def __init__(self, folder: Path, catalogue: Catalogue) -> None:
        self.folder = folder
        self._catalogue = catalogue

    def open(self) -> tuple[FullText, Path]:
        """The index in use and its folder. Raises IndexDamaged if there is none or a foreign one."""
        try:
            note = json.loads(read_small(self.folder / "current.json"))
            name, identity = str(note["folder"]), str(note["catalogue"])
        except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
            raise IndexDamaged(path=self.folder, reason="current.json") from error
        if identity != self._catalogue.property("identity"):
            raise IndexDamaged(path=self.folder, reason="identity")
        place = self.folder / name
        if not _PLACE.fullmatch(name) or not place.is_dir():
            raise IndexDamaged(path=self.folder, reason=name)
        return FullText.open(place), place

    def stamp(self) -> tuple[int, int]:
        """Changes when another index is put in use, by whichever process."""
        try:
            state = (self.folder / "current.json").stat()
        except OSError:
            return (0, 0)
        return state.st_mtime_ns, state.st_ino

    def fresh(self) -> Path:
        """A new empty folder beside the one in use."""
        self.folder.mkdir(exist_ok=True)
        numbers = [int(p.name[1:]) for p in self.folder.glob("g*") if _PLACE.fullmatch(p.name)]
        place = self.folder / f"g{max(numbers, default=0) + 1:04d}"
        place.mkdir()
        return place

    def use(self, place: Path) -> None:
        """Make `place` the index in use, atomically, and remove the others where nobody holds them open."""
        note = {"folder": place.name, "catalogue": self._catalogue.property("identity")}
        write_whole(self.folder / "current.json", json.dumps(note))
        self.tidy()

    def tidy(self) -> None:
        """Remove index folders that are not in use."""
        try:
            used = json.loads(read_small(self.folder / "current.json"))["folder"]
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return
        for place in self.folder.glob("g*"):
            if _PLACE.fullmatch(place.name) and place.is_dir() and place.name != used:
                shutil.rmtree(place, ignore_errors=True)


def documents(catalogue: Catalogue, ids: Sequence[int]) -> Iterator[IndexDocument]:
    """What the index must know about the articles `ids`, in order."""
    db = catalogue.reading
    for at in range(0, len(ids), 500):
        some = ids[at : at + 500]
        facets: dict[int, dict[FacetField, list[str]]] = {}
        for number, kind, name in entities.facet_names(db, some):
            facets.setdefault(number, {}).setdefault(_FACET_OF[kind.value], []).append(name)
        for article in articles.read_many(db, some):
            of_article = {field: tuple(names) for field, names in facets.get(article.id, {}).items()}
            if article.source:
                of_article[FacetField.SOURCE] = (article.source,)
            yield IndexDocument(article.id, article.title, article.body, article.date, of_article)


def build_from(database: Path, folder: Path, ids: Sequence[int]) -> Built:
    """Build one segment for the articles `ids`; runs in a worker process."""
    catalogue = Catalogue(database, read_only=True)
    try:
        return build_segment(folder, documents(catalogue, ids))
    finally:
        catalogue.close()


def difference(catalogue: Catalogue, index: FullText) -> tuple[list[int], list[int]]:
    """(articles that the index lacks or has with names since corrected, articles that it has too many)."""
    wanted = articles.current(catalogue.reading)
    held = index.article_ids()
    stale = np.array(corrections.stale(catalogue.reading), dtype=np.int64)
    if np.array_equal(held, wanted):
        return stale.tolist(), []
    missing = wanted[~np.isin(wanted, held) | np.isin(wanted, stale)]
    return missing.tolist(), held[~np.isin(held, wanted)].tolist()


class Indexing:
    """Segments built by workers and committed here; used by imports, catch-up and rebuild.

    `committed` is called after each commit, so that searches can see the new articles.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        index: FullText,
        folder: Path,
        committed: Callable[[], None] = lambda: None,
    ) -> None:
        self._catalogue, self._index, self._folder, self._committed = catalogue, index, folder, committed
        self._merging: set[str] = set()  # names of segments
        self.indexed = 0

    def task(self, ids: Sequence[int]) -> Task:
        """The task of building a segment of these articles; its outcome goes to `finish`."""
        arguments = (self._catalogue.path, self._folder, tuple(ids))
        return Task(self, build_from, arguments, seconds=600.0 + len(ids))

    def merges(self, *, at_rest: bool = False) -> Iterator[Task]:
        """Tasks of merging segments that have become many; their outcomes go to `finish`.

        `at_rest`: nothing else is left for the workers, and somebody waits for them.
        """
        while chosen := self._index.merge_plan(self._merging, at_rest=at_rest):
            self._merging.update(name for name, _ in chosen)
            yield Task(self, merge_files, (self._folder, chosen), seconds=3600.0)

    def finish(self, outcome: Outcome) -> None:
        """Commit what a worker built or merged. Raises what stopped it."""
        if outcome.task.function is merge_files:
            chosen = outcome.task.arguments[1]
            if isinstance(outcome.result, Built) or self._index.holds(chosen):
                self._index.merged(chosen, built_by(outcome, self._folder))
            return  # else a segment went while its merge waited: there is nothing left to merge
        self._index.commit(add=[built_by(outcome, self._folder)])
        self._freshen(outcome.task.arguments[2])
        self.indexed += len(outcome.task.arguments[2])
        self._committed()

    def _freshen(self, ids: Sequence[int]) -> None:
        """Note that the index has these articles with their corrected names; an id added again replaces."""
        renewed = set(corrections.stale(self._catalogue.reading)).intersection(ids)
        if renewed:
            with self._catalogue.writing() as db:
                corrections.freshen(db, renewed)


def built_by(outcome: Outcome, folder: Path) -> Built:
    """The segment that a worker wrote. Raises what stopped it; DiskFull for a full disk."""
    result = outcome.result
    if isinstance(result, Failed):
        if isinstance(result.error, OSError) and result.error.errno == 28:
            raise DiskFull(path=folder)
        raise result.error or IndexDamaged(path=folder, reason=result.code)
    assert isinstance(result, Built)  # noqa: S101
    return result


def index_articles(
    catalogue: Catalogue,
    index: FullText,
    folder: Path,
    *,
    workers: int,
    progress: Progress | None = None,
    control: Control | None = None,
    committed: Callable[[], None] = lambda: None,
) -> int:
    """Make `index` level with the catalogue; returns how many articles were added."""
    missing, gone = difference(catalogue, index)
    if gone:
        index.commit(delete=gone)
    began = time.monotonic()
    share = max(1, min(BATCH, -(-len(missing) // max(1, workers))))
    batches = [missing[at : at + share] for at in range(0, len(missing), share)]
    much = len(missing) > FEW or bool(index.merge_plan(at_rest=True))
    with Workers(workers if much else 0) as pool:
        indexing = Indexing(catalogue, index, folder, committed)
        for batch in batches:
            pool.submit(indexing.task(batch))
        for merge in indexing.merges(at_rest=not batches):
            pool.submit(merge)
        while pool.unfinished:
            if control is not None:
                control.checkpoint()
            for outcome in pool.outcomes(0.2):
                indexing.finish(outcome)
                if progress is not None and missing:
                    progress(indexing_progress(indexing.indexed, len(missing), time.monotonic() - began))
            for merge in indexing.merges(at_rest=indexing.indexed == len(missing)):
                pool.submit(merge)
    return indexing.indexed


def indexing_progress(done: int, total: int, seconds: float) -> ImportProgress:
    """Progress of the indexing phase, counted in articles."""
    left = seconds / done * (total - done) if done else None
    return ImportProgress("indexing", done, total, 0, 0, done, 0, seconds, left)
