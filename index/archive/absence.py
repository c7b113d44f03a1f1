"""Why something is not found: answers from what the archive knows of files, articles and their originals.

Called by `Archive.why_not_found`. The question is a file (its path, or part of its name) or a phrase. Answers
are codes of the group [why] in the wording files, the most telling first; an empty answer means that nothing
of the kind ever came near the archive.
"""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from index.archive.indexer import difference
from index.archive.sources import written
from index.catalogue import Catalogue, originals, runs
from index.control import Control
from index.errors import IndexDamaged, QueryError
from index.importing import is_taken
from index.model import Absence, Script, SearchRequest
from index.script.conversion import convert
from index.script.fold import fold

if TYPE_CHECKING:
    from index.archive.hits import Hits
    from index.fulltext import FullText

_MOST = 20  # answers of one kind
_LEAST_PHRASE = 2  # characters
_CODECS = ("utf-8", "gb18030", "big5hkscs", "utf-16-le", "utf-16-be")
_LARGEST = 64 << 20  # bytes of an original that is looked into
_MARKUP = re.compile(rb"<[^<>]{0,400}>|&nbsp;|\s+")
_BLANKS = re.compile(r"\s+")


class Questions:
    """The methods of `Archive` that answer why something is not found."""

    path: Path
    _catalogue: Catalogue

    def why_not_found(self, question: str, *, control: Control | None = None) -> tuple[Absence, ...]:
        """Why a file (its path or part of its name) or a phrase is not found; nothing if it never came near.

        Looks through the originals too, which takes a while in a large archive. Raises Cancelled.
        """
        question = " ".join(question.split())
        if not question:
            return ()
        db = self._catalogue.reading
        answers = of_file(db, question)
        if answers and (os.sep in question or Path(question).suffix):
            return answers
        found = self._searched(question)
        if found is not None:
            return (*answers, found)
        waiting = difference(self._catalogue, self._index)[0] if self._index is not None else []
        folder = self.path / "originals"
        return (*answers, *of_phrase(db, folder, question, list(waiting), control or Control()))

    def _searched(self, phrase: str) -> Absence | None:
        """The answer that a search does find the phrase."""
        quoted = phrase.replace('"', " ").replace("“", " ").replace("”", " ")
        try:
            hits = self.search(SearchRequest(f'"{quoted}"'))
        except (QueryError, IndexDamaged):
            return None
        if not hits.total:
            return None
        first = int(hits.ids(0, 1)[0])
        return Absence("why.found", article_id=first, details=(("count", str(hits.total)),))

    if TYPE_CHECKING:
        _index: FullText | None

        def search(self, request: SearchRequest) -> Hits:
            """See `Archive.search`."""
            ...


def of_file(db: sqlite3.Connection, question: str) -> tuple[Absence, ...]:
    """What became of the files that the question names: by path, or by a part of their names."""
    name = written(Path(question).absolute()) if os.sep in question else question
    exact = db.execute("SELECT id, path FROM file WHERE path = ?", (name,)).fetchall()
    pattern = re.sub(r"([%_\\])", r"\\\1", question)
    found = (
        exact
        or db.execute(
            r"SELECT id, path FROM file WHERE path LIKE ? ESCAPE '\' ORDER BY path LIMIT ?",
            (f"%{pattern}%", _MOST),
        ).fetchall()
    )
    answers = [answer for number, path in found for answer in _file(db, number, path)]
    answers += _records(db, question)
    if not exact and os.path.exists(name):  # noqa: PTH110  (any text may have been typed)
        answers.insert(0, Absence("why.never_imported" if is_taken(Path(name)) else "why.passed_over", name))
    return tuple(answers[: 2 * _MOST])


def _file(db: sqlite3.Connection, number: int, path: str) -> Iterator[Absence]:
    """The answers about one file that was met."""
    size, mtime_ns, complete, failure, gone = db.execute(
        "SELECT size, mtime_ns, complete, failure, gone_at FROM file WHERE id = ?", (number,)
    ).fetchone()
    articles = db.execute(
        "SELECT id, title FROM article WHERE file_id = ? AND state = 'current' ORDER BY id LIMIT ?",
        (number, _MOST),
    ).fetchall()
    if failure is not None:
        reason, details = _reason(db, path, failure)
        yield Absence("why.failed", path, reason=reason, details=details)
    elif not complete:
        yield Absence("why.interrupted", path)
    elif not articles:
        reason, details = _reason(db, path, "reason.no_article")
        yield Absence("why.failed", path, reason=reason, details=details)
    for article_id, title in articles:
        yield _article(db, article_id, title, path)
    if gone is not None:
        yield Absence("why.gone", path)
    elif _has_changed(path, size, mtime_ns):
        yield Absence("why.changed", path)


def _article(db: sqlite3.Connection, article_id: int, title: str, path: str) -> Absence:
    cluster = db.execute(
        "SELECT b.id, b.title FROM article a JOIN article b ON b.cluster = a.cluster AND b.state = 'current'"
        " WHERE a.id = ? ORDER BY b.date IS NULL, b.date, b.id LIMIT 1",
        (article_id,),
    ).fetchone()
    if cluster is not None and cluster[0] != article_id:
        return Absence("why.reprint", path, article_id, (("title", title), ("head", cluster[1])))
    return Absence("why.there", path, article_id, (("title", title),))


def _reason(db: sqlite3.Connection, path: str, code: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The reason that the last report gave for a file, with its details."""
    row = db.execute(
        "SELECT run_id FROM report WHERE file = ? AND fate = 'failed' ORDER BY run_id DESC LIMIT 1", (path,)
    ).fetchone()
    if row is not None:
        for line in runs.reports(db, row[0]):
            if line.file == path and line.reason:
                return line.reason, line.details
    return code, ()


def _records(db: sqlite3.Connection, question: str) -> Iterator[Absence]:
    """Failed records (members of archives, lines, pages of dumps) whose names contain the question."""
    pattern = re.sub(r"([%_\\])", r"\\\1", question)
    rows = db.execute(
        r"SELECT file, MAX(run_id) FROM report WHERE fate = 'failed' AND file LIKE ? ESCAPE '\'"
        " AND instr(file, '#') GROUP BY file LIMIT ?",
        (f"%#%{pattern}%", _MOST),
    ).fetchall()
    for file, run_id in rows:
        line = next((line for line in runs.reports(db, run_id) if line.file == file), None)
        if line is not None:
            yield Absence("why.failed", file, reason=line.reason, details=line.details)


def _has_changed(path: str, size: int, mtime_ns: int) -> bool:
    try:
        status = Path(path).stat()
    except (OSError, ValueError):
        return False
    return (status.st_size, status.st_mtime_ns) != (size, mtime_ns)


def of_phrase(
    db: sqlite3.Connection, folder: Path, phrase: str, not_indexed: Sequence[int], control: Control
) -> tuple[Absence, ...]:
    """Where a phrase stands that a search does not find: not yet indexed, in an older version, cut off."""
    wanted = _BLANKS.sub("", fold(phrase))
    if len(wanted) < _LEAST_PHRASE:
        return ()
    answers = [
        Absence("why.not_indexed", path, number, (("title", title),))
        for number, title, path, text in _texts(db, not_indexed)
        if wanted in text
    ]
    answers += _older(db, phrase, wanted)
    answers += _in_originals(db, folder, phrase, wanted, control)
    return tuple(answers)


def _texts(db: sqlite3.Connection, ids: Sequence[int]) -> Iterator[tuple[int, str, str, str]]:
    for number in ids:
        row = db.execute(
            "SELECT a.title, f.path, a.body FROM article a JOIN file f ON f.id = a.file_id WHERE a.id = ?",
            (number,),
        ).fetchone()
        if row is not None:
            yield number, row[0], row[1], _BLANKS.sub("", fold(f"{row[0]}\n{row[2]}"))


def _older(db: sqlite3.Connection, phrase: str, wanted: str) -> Iterator[Absence]:
    """Superseded versions that have the phrase."""
    ids = [row[0] for row in db.execute("SELECT id FROM article WHERE state = 'superseded' ORDER BY id DESC")]
    found = 0
    for number, title, path, text in _texts(db, ids[:5000]):
        if wanted in text:
            yield Absence("why.older_version", path, number, (("title", title),))
            found += 1
            if found >= _MOST:
                return


def _in_originals(
    db: sqlite3.Connection, folder: Path, phrase: str, wanted: str, control: Control
) -> Iterator[Absence]:
    """Files whose bytes have the phrase though no article made of them has: it was taken for furniture."""
    marks = {
        form.encode(codec, "ignore")
        for form in {
            phrase,
            *(convert(phrase, script).text for script in (Script.SIMPLIFIED, Script.TRADITIONAL)),
        }
        for codec in _CODECS
    }
    marks = {mark for mark in marks if len(mark) >= 2 * _LEAST_PHRASE}
    rows = db.execute("SELECT id, path, original FROM file WHERE original IS NOT NULL").fetchall()
    found = 0
    for number, path, digest in rows:
        control.checkpoint()
        if not _holds(folder, digest, marks):
            continue
        articles = db.execute(
            "SELECT id, title, body FROM article WHERE file_id = ? AND state = 'current'", (number,)
        ).fetchall()
        texts = (_BLANKS.sub("", fold(f"{title}\n{body}")) for _, title, body in articles)
        if any(wanted in text for text in texts):
            continue
        first = articles[0] if len(articles) == 1 else None
        title = (("title", first[1]),) if first else (("title", Path(path).name),)
        yield Absence("why.cut", path, first[0] if first else None, title)
        found += 1
        if found >= _MOST:
            return


def _holds(folder: Path, digest: str, marks: set[bytes]) -> bool:
    try:
        with originals.open_original(folder, digest) as stream:
            data = stream.read(_LARGEST)
    except originals.UNREADABLE:
        return False
    if any(mark in data for mark in marks):
        return True
    if b"<" not in data[:4096]:
        return False
    plain = _MARKUP.sub(b"", data)
    return any(mark in plain for mark in marks)
