"""The engines that are compared, all behind the same few functions."""

from __future__ import annotations

import sqlite3
from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Iterable, Sequence
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from index.fulltext import FullText, build_segment
from index.fulltext.analysis import normal, segmenter
from index.model import IndexDocument, SearchRequest


class Peer(ABC):
    """An engine with one index in one folder. Peers get folded text, so that all find both scripts."""

    name: str
    most: int | None = None  # articles beyond which it is too slow to wait for

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def prepared(self, documents: Iterable[IndexDocument]) -> Iterable[Any]:
        """What `build` is given; not timed."""
        return [(d.id, normal(d.title), normal(d.body)) for d in documents]

    @abstractmethod
    def build(self, rows: Iterable[Any]) -> None:
        """Index everything; timed."""

    @abstractmethod
    def search(self, words: Sequence[str], limit: int) -> tuple[int, list[int]] | None:
        """The exact total and the ids of the best hits for all words; None if it cannot."""

    def finish(self) -> None:  # noqa: B027 -- most have nothing to do
        """What may be done in the background after indexing; timed apart."""

    def close(self) -> None:  # noqa: B027
        """Stop what was started."""

    def size(self) -> int:
        """Bytes on the disk."""
        return sum(path.stat().st_size for path in self.folder.rglob("*") if path.is_file())


class Juanzong(Peer):
    """index.fulltext in two processes, as imports use it (tantivy has its threads). Folding is timed."""

    name = "Juanzong"
    batch = 4000
    processes = 2
    pool: Any = None

    def prepared(self, documents: Iterable[IndexDocument]) -> Iterable[Any]:
        if self.processes > 1:
            self.pool = get_context("spawn").Pool(self.processes, initializer=warm)
            self.pool.map(warm, range(self.processes))
        warm()
        return documents

    def close(self) -> None:
        if self.pool is not None:
            self.pool.close()
            self.pool.join()
            self.pool = None

    def build(self, rows: Iterable[Any]) -> None:
        self.index = FullText.open(self.folder)
        source = iter(rows)
        if self.pool is None:
            while batch := list(islice(source, self.batch)):
                self.index.commit([self.index.build(batch)])
            self.searcher = self.index.searcher(lambda n: ("", ""))
            return
        waiting: deque[Any] = deque()
        while batch := list(islice(source, self.batch)):
            waiting.append(self.pool.apply_async(build_segment, (self.folder, batch)))
            if len(waiting) > 3:
                self.index.commit([waiting.popleft().get()])
        self.index.commit([task.get() for task in waiting])
        self.close()
        self.searcher = self.index.searcher(lambda n: ("", ""))

    def finish(self) -> None:
        while self.index.merge():
            pass
        self.searcher = self.index.searcher(lambda n: ("", ""))

    def search(self, words: Sequence[str], limit: int) -> tuple[int, list[int]] | None:
        found = self.searcher.search(SearchRequest(" ".join(words)))
        return found.total, found.ids(0, limit).tolist()


class OneProcess(Juanzong):
    """The same in one process."""

    name = "Juanzong, one process"
    processes = 1


def warm(_: int = 0) -> None:
    """Load the dictionary and the tables."""
    spaced(normal("联席会议" * 30))


class Trigram(Peer):
    """SQLite FTS5 with its trigram tokenizer: substrings of three characters and more."""

    name = "SQLite FTS5 trigram"

    def build(self, rows: Iterable[Any]) -> None:
        self.db = sqlite3.connect(self.folder / "fts.sqlite")
        self.db.execute("CREATE VIRTUAL TABLE text USING fts5(title, body, tokenize='trigram')")
        with self.db:
            self.db.executemany("INSERT INTO text(rowid, title, body) VALUES (?, ?, ?)", rows)

    def search(self, words: Sequence[str], limit: int) -> tuple[int, list[int]] | None:
        usable = [word for word in words if len(word) > 2]
        if not usable:
            return None
        query = " AND ".join(f'"{word}"' for word in usable)
        total = self.db.execute("SELECT count(*) FROM text WHERE text MATCH ?", (query,)).fetchone()[0]
        ranked = "SELECT rowid FROM text WHERE text MATCH ? ORDER BY bm25(text, 6.0, 1.0) LIMIT ?"
        return total, [row[0] for row in self.db.execute(ranked, (query, limit))]


def spaced(text: str) -> str:
    """Words with blanks between, for engines that cut at blanks."""
    return " ".join(segmenter()(text))


class Tantivy(Peer):
    """tantivy on text cut by rjieba: words, and phrases of words."""

    name = "tantivy + rjieba"

    def build(self, rows: Iterable[Any]) -> None:
        import tantivy

        builder = tantivy.SchemaBuilder()
        builder.add_integer_field("id", stored=True, indexed=True)
        for name in ("title", "body"):
            builder.add_text_field(name, stored=False, tokenizer_name="whitespace")
        self.index = tantivy.Index(builder.build(), path=str(self.folder))
        writer = self.index.writer(heap_size=200_000_000)
        for number, title, body in rows:
            writer.add_document(tantivy.Document(id=number, title=spaced(title), body=spaced(body)))
        writer.commit()
        writer.wait_merging_threads()
        self.index.reload()
        self.searcher = self.index.searcher()

    def search(self, words: Sequence[str], limit: int) -> tuple[int, list[int]] | None:
        phrases = " AND ".join(f'"{spaced(word)}"' for word in words)
        query = self.index.parse_query(phrases, ["title", "body"], {"title": 6.0})
        found = self.searcher.search(query, limit, count=True)
        return found.count, [self.searcher.doc(address)["id"][0] for _, address in found.hits]


class StockWhoosh(Peer):
    """Whoosh as it comes, on text cut by rjieba."""

    name = "stock Whoosh + rjieba"
    most = 3000

    def build(self, rows: Iterable[Any]) -> None:
        from whoosh import fields, index
        from whoosh.analysis import SpaceSeparatedTokenizer

        text = fields.TEXT(analyzer=SpaceSeparatedTokenizer())
        made = index.create_in(self.folder, fields.Schema(id=fields.STORED, title=text, body=text))
        writer = made.writer(limitmb=256)
        for number, title, body in rows:
            writer.add_document(id=number, title=spaced(title), body=spaced(body))
        writer.commit()
        self.searcher = made.searcher()

    def search(self, words: Sequence[str], limit: int) -> tuple[int, list[int]] | None:
        from whoosh import query

        def anywhere(word: str) -> query.Query:
            pieces = spaced(word).split()
            if len(pieces) == 1:
                return query.Or([query.Term("title", word, boost=6.0), query.Term("body", word)])
            return query.Or([query.Phrase("title", pieces, boost=6.0), query.Phrase("body", pieces)])

        found = self.searcher.search(query.And([anywhere(word) for word in words]), limit=limit)
        return len(found), [hit["id"] for hit in found]


PEERS: tuple[type[Peer], ...] = (Juanzong, OneProcess, Trigram, Tantivy, StockWhoosh)
