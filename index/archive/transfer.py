"""Articles of one archive into another: a colleague's into ours, or a choice of ours into a small new one.

Nothing of the other archive is believed. Its catalogue is read from a private copy; of an article only text
and particulars are taken, checked for what they are, and its names and digests are found anew; originals are
unpacked to see that they are what their digest says. Nothing of ours is overwritten: an article that is there
already is left, one that is new gets a file and an origin of its own. Called by `sharing`.
"""

from __future__ import annotations

import contextlib
import gzip
import re
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from index.archive.backup import KeptFile, note_names
from index.archive.preparation import prepare
from index.archive.workers import Failed, Task, Workers
from index.catalogue import Catalogue, articles, originals, runs
from index.catalogue.entities import EntityNumbers
from index.catalogue.records import Prepared, letters, record_key, text_key
from index.control import Control
from index.errors import Cancelled
from index.model import Article, Draft, ImportProgress, Repair

_SHARE = 50  # articles a task
_LONGEST = 50_000_000  # characters of an article
_LARGEST = 2 << 30  # bytes of an original, unpacked
_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
Progress = Callable[[ImportProgress], None]


@dataclass(frozen=True, slots=True)
class Sender:
    """The archive that articles come from: its catalogue (a copy, if it is a stranger's) and originals.

    `mark` goes before the names of its files, so that they are never taken for files of this computer.
    """

    catalogue: Catalogue
    originals: Path
    mark: str = ""


@dataclass(slots=True)
class Transferred:
    """What was done; `origins` maps the origins of the sender to ours."""

    added: int = 0
    duplicates: int = 0
    refused: int = 0
    originals: int = 0
    originals_missing: int = 0
    cancelled: bool = False
    origins: dict[str, str] = field(default_factory=dict)
    articles: list[int] = field(default_factory=list)  # numbers of those added


@dataclass(frozen=True, slots=True)
class _Sent:
    """An article on its way: the draft, and how its file is called and kept there."""

    draft: Draft
    origin: str
    path: str
    digest: str | None
    start: int
    length: int


class Transfer:
    """One transfer; `run` does it all, `done` says how far it came."""

    def __init__(
        self,
        sender: Sender,
        catalogue: Catalogue,
        folder: Path,
        *,
        with_originals: bool,
        workers: int,
        progress: Progress | None,
        control: Control,
    ) -> None:
        self._sender, self._catalogue, self._folder = sender, catalogue, folder
        self._with_originals, self._workers = with_originals, workers
        self._progress, self._control = progress, control
        self._numbers = EntityNumbers()
        self._chosen_of: dict[str, int] = {}
        self._all_of: dict[str, int] = {}
        self._pieces = _Pieces(sender.originals)
        self._began = time.monotonic()
        self.done = Transferred()

    def run(self, ids: Sequence[int]) -> Transferred:
        """Take over the sender's articles `ids`; a cancel keeps what is done. Raises DiskFull."""
        wanted = len(ids)
        places = _places(self._sender.catalogue.reading, ids)
        for path, _, _ in places:
            self._chosen_of[path] = self._chosen_of.get(path, 0) + 1
        ids = [number for _, _, number in sorted(places)]  # as they stand in their files
        self.done.refused += wanted - len(ids)
        try:
            with Workers(self._workers) as pool:
                shares = self._shares(ids)
                exhausted = False
                while not exhausted or pool.unfinished:
                    self._control.checkpoint()
                    while not exhausted and pool.unfinished < 2 * max(1, self._workers):
                        task = next(shares, None)
                        exhausted = task is None
                        if task is not None:
                            pool.submit(task)
                    for outcome in pool.outcomes(0.2):
                        self._take(outcome.task.tag, outcome.result)
                        self._tell(len(ids))
        except Cancelled:
            self.done.cancelled = True
        finally:
            self._pieces.close()
        return self.done

    def _shares(self, ids: Sequence[int]) -> Iterator[Task]:
        """Tasks of some new articles each, made one by one; those that are there already are counted."""
        waiting: list[_Sent] = []
        for number in ids:
            self._control.checkpoint()
            sent = _sent(self._sender, int(number))
            if sent is None:
                self.done.refused += 1
                continue
            ours = self._ours(sent.draft)
            if ours is not None:
                self.done.duplicates += 1
                self.done.origins.setdefault(sent.origin, ours)
                continue
            waiting.append(sent)
            if len(waiting) >= _SHARE:
                yield _task(waiting)
                waiting = []
        if waiting:
            yield _task(waiting)

    def _ours(self, draft: Draft) -> str | None:
        """The origin of the same article among ours: the same text with the same particulars."""
        row = self._catalogue.reading.execute(
            "SELECT origin FROM article WHERE text_key = ? AND record_key = ? AND state = 'current' LIMIT 1",
            (text_key(letters(draft.body)), record_key(draft)),
        ).fetchone()
        return None if row is None else str(row[0])

    def _take(self, sent: Sequence[_Sent], result: object) -> None:
        if isinstance(result, Failed):
            if isinstance(result.error, Cancelled):
                raise result.error
            self.done.refused += len(sent)
            return
        assert isinstance(result, list)  # noqa: S101
        kept = [self._keep(one) if self._with_originals else (one, None) for one in sent]
        names: list[KeptFile] = []
        with self._catalogue.writing() as db:
            for (one, digest), item in zip(kept, result, strict=True):
                path = self._write(db, one, digest, item)
                if digest is not None:
                    names.append(KeptFile(digest, path))
            self._numbers.settle(db)
        note_names(self._folder / "originals", dict.fromkeys(names))

    def _write(self, db: sqlite3.Connection, sent: _Sent, digest: str | None, item: Prepared) -> str:
        row = db.execute(
            "SELECT origin FROM article WHERE text_key = ? AND record_key = ? AND state = 'current' LIMIT 1",
            (item.text_key, item.record_key),
        ).fetchone()
        if row is not None:  # twice in the other archive
            self.done.duplicates += 1
            self.done.origins.setdefault(sent.origin, str(row[0]))
            return sent.path
        path = self._free_path(db, sent, digest, item)
        file_id = runs.meet_file(db, path, max(0, sent.length), 0)
        item = replace(item, draft=replace(item.draft, own_id=sent.origin))
        written = articles.write(db, file_id, path, item, self._numbers)
        runs.complete_file(db, file_id, digest, None)
        row = db.execute("SELECT origin FROM article WHERE id = ?", (written.article_id,)).fetchone()
        self.done.origins[sent.origin] = str(row[0])
        self.done.added += 1
        self.done.articles.append(written.article_id)
        if digest is not None:
            self.done.originals += 1
        else:
            self.done.originals_missing += 1
        return path

    def _free_path(self, db: sqlite3.Connection, sent: _Sent, digest: str | None, item: Prepared) -> str:
        """The name of the file here; another one where ours of that name is not the very same file."""
        path = self._sender.mark + sent.path
        row = db.execute("SELECT id, original FROM file WHERE path = ?", (path,)).fetchone()
        if row is None:
            return path
        taken = db.execute(
            "SELECT 1 FROM article WHERE file_id = ? AND record = ? AND state <> 'withdrawn'",
            (row[0], item.draft.record),
        ).fetchone()
        return path if row[1] == digest and not taken else f"{path} ({item.record_key.hex()[:12]})"

    def _keep(self, sent: _Sent) -> tuple[_Sent, str | None]:
        """Take over the original of an article: the file, or of a file with others just its own piece."""
        if sent.digest is None:
            return sent, None
        target = self._folder / "originals"
        with contextlib.suppress(*originals.UNREADABLE, ValueError):
            if sent.length:
                piece = self._pieces.read(sent)
                with tempfile.TemporaryDirectory(prefix="juanzong-piece-") as scratch:
                    place = Path(scratch) / "piece"
                    place.write_bytes(piece)
                    digest = originals.store(target, place)
                suffix = PurePosixPath(sent.path.removesuffix(".gz").replace("\\", "/")).suffix
                draft = replace(sent.draft, start=0, length=0, record="")
                named = replace(sent, draft=draft, path=f"{sent.path}#{sent.draft.record}{suffix}")
                return replace(named, start=0, length=0), digest
            if self._chosen_of.get(sent.path, 0) >= self._held_by(
                sent.path
            ):  # else it would show what was not chosen
                return sent, originals.take_over(self._sender.originals, target, sent.digest, _LARGEST)
        return sent, None

    def _held_by(self, path: str) -> int:
        """How many current articles a file of the sender has."""
        if path not in self._all_of:
            query = (
                "SELECT COUNT(*) FROM article a JOIN file f ON f.id = a.file_id"
                " WHERE f.path = ? AND a.state = 'current'"
            )
            self._all_of[path] = int(self._sender.catalogue.reading.execute(query, (path,)).fetchone()[0])
        return self._all_of[path]

    def _tell(self, total: int) -> None:
        if self._progress is None:
            return
        done = self.done.added + self.done.duplicates + self.done.refused
        seconds = time.monotonic() - self._began
        left = seconds / done * (total - done) if done else None
        self._progress(
            ImportProgress("reading", done, total, 0, 0, self.done.added, self.done.refused, seconds, left)
        )


def private_copy(catalogue: Path, folder: Path) -> Catalogue:
    """The catalogue of a stranger's archive, copied into `folder` and brought to the present format.

    Raises ArchiveTooNew, ArchiveDamaged; nothing is written beside the stranger's own.
    """
    copy = folder / "catalogue.sqlite"
    with contextlib.closing(Catalogue(catalogue, read_only=True)) as theirs:
        theirs.back_up(copy)
    return Catalogue(copy)


def prepare_all(drafts: Sequence[Draft]) -> list[Prepared]:
    """What a worker does: names and digests of some drafts."""
    return [prepare(draft) for draft in drafts]


def _task(sent: Sequence[_Sent]) -> Task:
    drafts = [one.draft for one in sent]
    return Task(tuple(sent), prepare_all, (drafts,), seconds=60.0 + 2 * len(drafts))


def _places(db: sqlite3.Connection, ids: Sequence[int]) -> list[tuple[str, int, int]]:
    """(file, first byte, article) of the articles that are there; what is no text or number is left out."""
    found: list[tuple[str, int, int]] = []
    for number in ids:
        row = db.execute(
            "SELECT f.path, a.start FROM article a JOIN file f ON f.id = a.file_id WHERE a.id = ?",
            (int(number),),
        ).fetchone()
        if row is not None and isinstance(row[0], str) and isinstance(row[1], int):
            found.append((row[0], row[1], int(number)))
    return found


def _sent(sender: Sender, number: int) -> _Sent | None:
    """An article of the sender, if it is what an article must be."""
    db = sender.catalogue.reading
    try:
        article = articles.read(db, number)
        place = articles.original_place(db, number)
        if article is None or place is None or not _is_sound(article):
            return None
        digest, path, start, length = place
        draft = _draft(article)
        whole = all(isinstance(n, int) and 0 <= n < 1 << 50 for n in (start, length))
        if not whole or not isinstance(path, str):
            return None
        known = digest if isinstance(digest, str) else None
        return _Sent(draft, article.origin, path, known, start, length)
    except (ValueError, TypeError, KeyError, AttributeError, sqlite3.OperationalError, RecursionError):
        return None


def _is_sound(article: Article) -> bool:
    texts = (article.title, article.body, article.origin, article.file, article.record, article.encoding)
    others = (article.date, article.source, article.author, article.url)
    return (
        all(isinstance(text, str) and len(text) <= _LONGEST for text in texts)
        and all(text is None or (isinstance(text, str) and len(text) < 10_000) for text in others)
        and 0 < len(article.origin) < 5000
        and len(article.file) < 5000
        and all(_is_sound_repair(repair) for repair in article.repairs)
    )


def _is_sound_repair(repair: Repair) -> bool:
    texts = isinstance(repair.before, str) and isinstance(repair.after, str)
    return texts and isinstance(repair.count, int) and 0 <= repair.count < 1 << 31


def _draft(article: Article) -> Draft:
    """An article as a reader would have given it."""
    dated = article.date is not None and _DATE.fullmatch(article.date) is not None
    return Draft(
        title=_clean(article.title),
        body=_clean(article.body),
        date=article.date if dated else None,
        date_origin=article.date_origin,
        date_reason=_clean(str(article.date_reason)),
        source=article.source,
        author=article.author,
        url=article.url,
        encoding=article.encoding,
        encoding_confidence=min(1.0, max(0.0, article.encoding_confidence)),
        repairs=article.repairs,
        record=article.record,
    )


def _clean(text: str) -> str:
    return _CONTROL.sub("", text)


class _Pieces:
    """Reads records of files one after another; a file stays open until another one is asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._digest = ""
        self._open: list[BinaryIO] = []

    def read(self, sent: _Sent) -> bytes:
        """The bytes of one record. Raises UNREADABLE, and ValueError for what no record can be."""
        digest = sent.digest or ""
        if sent.length > _LARGEST >> 4 or sent.start > _LARGEST:
            raise ValueError(sent.path)
        if digest != self._digest:
            self._begin(digest, sent.path)
        self._open[-1].seek(sent.start)
        return self._open[-1].read(sent.length)

    def close(self) -> None:
        """Close the file."""
        self._digest = ""
        while self._open:
            self._open.pop().close()

    def _begin(self, digest: str, path: str) -> None:
        self.close()
        place = originals.place(self._folder, digest)
        if place is None or place.is_symlink():
            raise ValueError(path)
        self._open.append(originals.open_original(self._folder, digest))
        if path.endswith(".gz") and place.suffix != ".gz":
            self._open.append(gzip.open(self._open[0]))  # type: ignore[arg-type]  # noqa: SIM115
        self._digest = digest
