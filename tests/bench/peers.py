"""The engines that are compared, all behind the same few functions."""

from __future__ import annotations

import pickle
import re
import shutil
import sqlite3
import subprocess
from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from multiprocessing import get_context
from pathlib import Path
from typing import Any, ClassVar

from index.fulltext import Built, FullText, build_segment, merge_files
from index.fulltext.analysis import normal, segmenter
from index.model import FacetField, IndexDocument, SearchRequest


class Peer(ABC):
    """An engine with one index in one folder. Peers get folded text, so that all find both scripts."""

    name: str
    given = "folded text; folding is not timed"
    most: int | None = None  # articles beyond which it is too slow to wait for
    questions: int | None = None  # queries, likewise

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @classmethod
    def missing(cls) -> str:
        """What must be installed first, "" if nothing."""
        return ""

    def prepared(self, documents: Sequence[IndexDocument]) -> Iterable[Any]:
        """What `build` is given; not timed."""
        return [(d.id, normal(d.title), normal(d.body)) for d in documents]

    @abstractmethod
    def build(self, rows: Iterable[Any]) -> None:
        """Index everything, all merging done; timed."""

    @abstractmethod
    def open(self) -> None:
        """Get ready to search what was built, in a fresh process."""

    @abstractmethod
    def search(self, words: Sequence[str], limit: int) -> tuple[int, list[int]] | None:
        """The exact total and the ids of the best hits for all words; None if it cannot."""

    def facets(self, words: Sequence[str]) -> bool:
        """The same with facets of all hits counted; False if it has none."""
        return False

    def close(self) -> None:  # noqa: B027 -- most have nothing to do
        """Let go of everything."""

    def size(self) -> int:
        """Bytes on the disk."""
        return sum(path.stat().st_size for path in self.folder.rglob("*") if path.is_file())


class Juanzong(Peer):
    """index.fulltext in two processes, as catching up does it (tantivy has its threads)."""

    name = "Juanzong, two processes"
    given = "rows of articles as they are, with dates and facets; folding and what goes to workers is timed"
    batch = 8000
    processes = 2
    pool: Any = None

    def prepared(self, documents: Sequence[IndexDocument]) -> Iterable[Any]:
        warm()
        if self.processes > 1:
            self.pool = get_context("spawn").Pool(self.processes, initializer=warm)
            self.pool.map(warm, range(8 * self.processes), chunksize=1)
        rows = [(d.id, d.title, d.body, d.date, d.facets) for d in documents]  # as a catalogue has them
        for row in rows:  # a text that was sent once keeps its UTF-8: memory of the articles, not of building
            pickle.dumps(row)
        count = len(rows)
        rounds = max(self.processes, -(-count // self.batch))
        return [rows[count * n // rounds : count * (n + 1) // rounds] for n in range(rounds)]

    def build(self, rows: Iterable[Any]) -> None:
        index = FullText.open(self.folder)
        if self.pool is None:
            for batch in rows:
                index.commit([build_rows(self.folder, batch)])
            while index.merge():
                pass
            return
        running = [(None, self.pool.apply_async(build_rows, (self.folder, batch))) for batch in rows]
        merging: set[str] = set()
        while running:
            chosen, task = running.pop(0)
            built = task.get()
            if chosen is None:
                index.commit([built])
            else:
                index.merged(chosen, built)
            at_rest = all(chosen is not None for chosen, _ in running)  # as `indexer` has it
            while plan := index.merge_plan(merging, at_rest=at_rest):
                merging.update(name for name, _ in plan)
                running.append((plan, self.pool.apply_async(merge_files, (self.folder, plan))))

    def open(self) -> None:
        self.searcher = FullText.open(self.folder).searcher(lambda number: ("", ""))

    def search(self, words: Sequence[str], limit: int) -> tuple[int, list[int]] | None:
        found = self.searcher.search(SearchRequest(" ".join(words)))
        return found.total, found.ids(0, limit).tolist()

    def facets(self, words: Sequence[str]) -> bool:
        found = self.searcher.search(SearchRequest(" ".join(words)))
        found.ids(0, 20)
        return bool(found.facets(list(FacetField), 50))

    def close(self) -> None:
        if self.pool is not None:
            self.pool.close()
            self.pool.join()
            self.pool = None


class OneProcess(Juanzong):
    """The same in one process."""

    name = "Juanzong, one process"
    processes = 1
    most = 31600


def build_rows(folder: Path, rows: Iterable[Any]) -> Built:
    """One segment from rows; runs in a worker."""
    return build_segment(folder, (IndexDocument(*row) for row in rows))


def warm(_: int = 0) -> None:
    """Load the dictionary and the tables."""
    spaced(normal("联席会议" * 30))


class Trigram(Peer):
    """SQLite FTS5 with its trigram tokenizer: substrings of three characters and more."""

    name = "SQLite FTS5 trigram"
    db: Any = None

    def build(self, rows: Iterable[Any]) -> None:
        self.open()
        self.db.execute("CREATE VIRTUAL TABLE text USING fts5(title, body, tokenize='trigram')")
        with self.db:
            self.db.executemany("INSERT INTO text(rowid, title, body) VALUES (?, ?, ?)", rows)

    def open(self) -> None:
        self.db = sqlite3.connect(self.folder / "fts.sqlite")

    def search(self, words: Sequence[str], limit: int) -> tuple[int, list[int]] | None:
        usable = [word for word in words if len(word) > 2]
        if not usable:
            return None
        query = " AND ".join(f'"{word}"' for word in usable)
        total = self.db.execute("SELECT count(*) FROM text WHERE text MATCH ?", (query,)).fetchone()[0]
        ranked = "SELECT rowid FROM text WHERE text MATCH ? ORDER BY bm25(text, 6.0, 1.0) LIMIT ?"
        return total, [row[0] for row in self.db.execute(ranked, (query, limit))]

    def close(self) -> None:
        if self.db is not None:
            self.db.close()


def spaced(text: str) -> str:
    """Words with blanks between, for engines that cut at blanks."""
    return " ".join(segmenter()(text))


class Tantivy(Peer):
    """tantivy on text cut by rjieba: words, and phrases of words."""

    name = "tantivy + rjieba"
    given = "folded text; cutting it with rjieba is timed, folding is not; its own threads"

    @classmethod
    def missing(cls) -> str:
        try:
            import tantivy
        except ImportError:
            return "pip install tantivy"
        return "" if tantivy.__name__ else "tantivy"

    def build(self, rows: Iterable[Any]) -> None:
        import tantivy

        builder = tantivy.SchemaBuilder()
        builder.add_integer_field("id", stored=True, indexed=True)
        for name in ("title", "body"):
            builder.add_text_field(name, stored=False, tokenizer_name="whitespace")
        index = tantivy.Index(builder.build(), path=str(self.folder))
        writer = index.writer(heap_size=200_000_000)
        for number, title, body in rows:
            writer.add_document(tantivy.Document(id=number, title=spaced(title), body=spaced(body)))
        writer.commit()
        writer.wait_merging_threads()

    def open(self) -> None:
        import tantivy

        self.index = tantivy.Index.open(str(self.folder))
        self.searcher = self.index.searcher()

    def search(self, words: Sequence[str], limit: int) -> tuple[int, list[int]] | None:
        phrases = " AND ".join(f'"{spaced(word)}"' for word in words)
        query = self.index.parse_query(phrases, ["title", "body"], {"title": 6.0})
        found = self.searcher.search(query, limit, count=True)
        return found.count, [self.searcher.doc(address)["id"][0] for _, address in found.hits]


class StockWhoosh(Peer):
    """Whoosh as it comes, on text cut by rjieba."""

    name = "stock Whoosh + rjieba"
    given = "folded text; cutting it with rjieba is timed, folding is not"
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

    def open(self) -> None:
        from whoosh import index

        self.searcher = index.open_dir(self.folder).searcher()

    def search(self, words: Sequence[str], limit: int) -> tuple[int, list[int]] | None:
        from whoosh import query

        def anywhere(word: str) -> query.Query:
            pieces = spaced(word).split()
            if len(pieces) == 1:
                return query.Or([query.Term("title", word, boost=6.0), query.Term("body", word)])
            return query.Or([query.Phrase("title", pieces, boost=6.0), query.Phrase("body", pieces)])

        found = self.searcher.search(query.And([anywhere(word) for word in words]), limit=limit)
        return len(found), [hit["id"] for hit in found]

    def close(self) -> None:
        if hasattr(self, "searcher"):
            self.searcher.close()


class Recoll(Peer):
    """Recoll on one text file per article, in its own configuration for Chinese (pairs of characters)."""

    name = "Recoll"
    given = "folded text, one file per article, written beforehand; answers through recollq, a process each"
    most = 2000
    questions = 20
    _SETTINGS: ClassVar[dict[str, str]] = {
        "loglevel": "1",
        "noaspell": "1",
        "indexstemminglanguages": "",
        "defaultcharset": "UTF-8",
        "idxflushmb": "200",
    }

    @classmethod
    def missing(cls) -> str:
        there = shutil.which("recollindex") and shutil.which("recollq")
        return "" if there else "apt install recollcmd"

    def prepared(self, documents: Sequence[IndexDocument]) -> Iterable[Any]:
        files = self.folder / "files"
        files.mkdir()
        for number, title, body in super().prepared(documents):
            text = f"{title}\n{body}\n".encode("utf-8", "replace")
            (files / f"{number}.txt").write_bytes(text)
        settings = self._SETTINGS | {"topdirs": str(files)}
        self._folder().mkdir()
        text = "".join(f"{name} = {value}\n" for name, value in settings.items())
        (self._folder() / "recoll.conf").write_text(text, encoding="utf-8")
        return ()

    def _folder(self) -> Path:
        return self.folder / "recoll"

    def build(self, rows: Iterable[Any]) -> None:
        command = ["recollindex", "-c", str(self._folder())]
        subprocess.run(command, check=True, capture_output=True)

    def open(self) -> None:
        """Each question is a process of its own."""

    def search(self, words: Sequence[str], limit: int) -> tuple[int, list[int]] | None:
        question = " ".join(f'"{word}"' for word in words)
        command = ["recollq", "-c", str(self._folder()), "-n", str(limit), question]
        text = subprocess.run(command, check=True, capture_output=True).stdout.decode("utf-8", "replace")
        total = re.search(r"^(\d+) results", text, re.MULTILINE)
        return int(total[1]) if total else 0, [int(n) for n in re.findall(r"/(\d+)\.txt\]", text)]

    def size(self) -> int:
        return sum(path.stat().st_size for path in self._folder().rglob("*") if path.is_file())


PEERS: tuple[type[Peer], ...] = (Juanzong, OneProcess, Trigram, Tantivy, StockWhoosh, Recoll)
