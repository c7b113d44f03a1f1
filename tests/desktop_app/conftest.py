"""Fixtures for the window: a session, tasks, a small archive held in memory, the real sample archive.

Every test here is watched: it fails if it leaves a thread of ours or a visible window behind.
"""

from __future__ import annotations

import os
import threading
from array import array
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app import i18n
from desktop_app.session import Session
from desktop_app.settings import Memory, Settings
from desktop_app.tasks import DirectTasks, Tasks
from desktop_app.theme import Appearance, theme
from index.alignment import Difference, differences
from index.archive import Archive
from index.errors import ArticleMissing, Cancelled, QueryError
from index.model import (
    Article,
    Completion,
    DateOrigin,
    EntityCount,
    EntityInArticle,
    Explanation,
    FacetCount,
    FacetField,
    FilterCount,
    FollowUp,
    HistoryEntry,
    Marks,
    MentionPlace,
    MentionType,
    QuerySuggestion,
    QuerySuggestionKind,
    RelatedTerm,
    Repair,
    RepairKind,
    ResultRow,
    SavedSearch,
    SearchRequest,
    SimilarArticle,
    Snippet,
    Sort,
    TermCount,
)
from index.paths import resource
from index.script.fold import fold

NAMES = {
    1: (MentionType.PERSON, "李红军", ("南昌市委书记",)),
    2: (MentionType.ORGANISATION, "九江市政府", ()),
    3: (MentionType.PLACE, "永修县", ()),
}


@dataclass(frozen=True)
class SmallHits:
    """Hits as the archive gives them."""

    request: SearchRequest
    found: tuple[int, ...]
    milliseconds: float = 4.0
    not_indexed: int = 0

    @property
    def total(self) -> int:
        return len(self.found)

    @property
    def lines(self) -> int:
        return self.total

    def ids(self, offset: int = 0, limit: int | None = None) -> Sequence[int]:
        return list(self.found[offset:] if limit is None else self.found[offset : offset + limit])

    def numbers(self) -> array[int]:
        return array("q", self.found)


@dataclass
class SmallArchive:
    """Answers the façade's questions from a list of articles; records what it was asked."""

    articles: dict[int, Article]
    asked: list[str] = field(default_factory=list)
    rows_asked: list[int] = field(default_factory=list)
    not_indexed_count: int = 0
    gate: threading.Event | None = None  # a search waits for it
    read_only: bool = False
    shared: bool = False
    path: Path = Path("small.juanzong")

    def search(self, request: SearchRequest, *, cancelled: Callable[[], bool] | None = None) -> SmallHits:
        self.asked.append(request.text)
        if self.gate is not None:
            self.gate.wait(5)
        if cancelled is not None and cancelled():
            raise Cancelled
        if '"' in request.text and request.text.count('"') % 2:
            raise QueryError("query.unclosed_quote", request.text.index('"'), 1, place=1, quote='"')
        words = [fold(word) for word in request.text.split()]
        found = [
            article
            for article in self.articles.values()
            if all(word in fold(f"{article.title}\n{article.body}") for word in words)
            and all(self._passes(article, each) for each in request.filters)
        ]
        if request.sort is not Sort.RELEVANCE:
            found.sort(key=lambda article: article.date or "", reverse=request.sort is Sort.NEWEST)
        ids = tuple(article.id for article in found)
        return SmallHits(request, ids, not_indexed=self.not_indexed_count)

    def _passes(self, article: Article, each: object) -> bool:
        value = article.source if each.field is FacetField.SOURCE else (article.date or "")[:4]  # type: ignore[attr-defined]
        first, _, last = each.values[0].partition("..")  # type: ignore[attr-defined]
        inside = first <= (value or "") <= (last or first) if last else value in each.values  # type: ignore[attr-defined]
        return inside is not each.exclude  # type: ignore[attr-defined]

    def rows(self, hits: SmallHits, offset: int, limit: int) -> list[ResultRow]:
        self.rows_asked.append(offset)
        rows = []
        for article_id in hits.ids(offset, limit):
            article = self.articles[article_id]
            marks = self.marks(article_id, hits.request.text)
            rows.append(
                ResultRow(
                    id=article_id,
                    origin=article.origin,
                    title=article.title,
                    title_marks=marks.title,
                    snippet=Snippet(article.body[:60], tuple(m for m in marks.body if m[1] <= 60)),
                    date=article.date,
                    date_origin=article.date_origin,
                    source=article.source,
                    score=1.0,
                )
            )
        return rows

    def facets(
        self, hits: SmallHits, fields: Sequence[FacetField]
    ) -> dict[FacetField, tuple[FacetCount, ...]]:
        result = {}
        for each in fields:
            counts: dict[str, int] = {}
            for article_id in hits.found:
                article = self.articles[article_id]
                length = {FacetField.YEAR: 4, FacetField.MONTH: 7}.get(each)
                value = (article.date or "")[:length] if length else article.source or ""
                if value:
                    counts[value] = counts.get(value, 0) + 1
            result[each] = tuple(FacetCount(value, counts[value]) for value in sorted(counts))
        return result

    def marks(self, article_id: int, text: str) -> Marks:
        article = self.articles[article_id]
        return Marks(_places(article.title, text), _places(article.body, text))

    def article(self, article_id: int) -> Article:
        if article_id not in self.articles:
            raise ArticleMissing(article_id=article_id)
        return self.articles[article_id]

    def original(self, article_id: int) -> bytes:
        article = self.article(article_id)
        return f"{article.title}\n{article.body}\n责任编辑".encode(article.encoding)

    def as_it_came(self, article_id: int) -> str:
        return self.original(article_id).decode(self.article(article_id).encoding)

    @staticmethod
    def differences(a: str, b: str, *, blind_to_script: bool = False) -> tuple[Difference, ...]:
        return differences(a, b, blind_to_script=blind_to_script)

    def entities(self, article_id: int) -> tuple[EntityInArticle, ...]:
        article = self.article(article_id)
        found = []
        for number, (type_, name, posts) in NAMES.items():
            places = [MentionPlace(True, *place) for place in _places(article.title, name)]
            places += [MentionPlace(False, *place) for place in _places(article.body, name)]
            if places:
                found.append(EntityInArticle(number, type_, name, posts, tuple(places)))
        return tuple(found)

    def similar(self, article_id: int, limit: int = 10) -> tuple[SimilarArticle, ...]:
        others = [each for each in self.articles.values() if each.id != article_id][:limit]
        return tuple(
            SimilarArticle(each.id, each.title, each.date, each.source, 1 / n, ("联席",), ("李红军",))
            for n, each in enumerate(others, 1)
        )

    def related(
        self, hits: SmallHits, limit: int = 30, *, cancelled: Callable[[], bool] | None = None
    ) -> tuple[RelatedTerm, ...]:
        return tuple(
            RelatedTerm("word", word, hits.total, len(self.articles), 20.0) for word in ("永修县", "规划")
        )

    def follow_ups(self, article_id: int) -> tuple[FollowUp, ...]:
        return ()

    def entities_of(self, hits: SmallHits, per_type: int = 50) -> tuple[EntityCount, ...]:
        counts: dict[int, int] = {}
        for article_id in hits.found:
            for entity in self.entities(article_id):
                counts[entity.id] = counts.get(entity.id, 0) + 1
        return tuple(EntityCount(n, NAMES[n][0], NAMES[n][1], c, NAMES[n][2]) for n, c in counts.items())

    def entity(self, entity_id: int) -> EntityCount | None:
        type_, name, posts = NAMES[entity_id]
        return EntityCount(entity_id, type_, name, 41, posts, "2019-04-18", "2025-08-29")

    past: list[HistoryEntry] = field(default_factory=list)

    def explain(self, request: SearchRequest, *, cancelled: Callable[[], bool] | None = None) -> Explanation:
        def total(text: str, *, filtered: bool = True) -> int:
            return self.search(SearchRequest(text, filters=request.filters if filtered else ())).total

        words = request.text.split()
        terms = tuple(TermCount(word, total(word), total(word, filtered=False)) for word in words)
        unfiltered = total(request.text, filtered=False)
        kept = tuple(FilterCount(each, unfiltered) for each in request.filters)
        return Explanation(
            request.text, total(request.text), terms, (), (), None, unfiltered, kept, self.not_indexed_count
        )

    def suggestions(
        self, request: SearchRequest, limit: int = 5, *, cancelled: Callable[[], bool] | None = None
    ) -> tuple[QuerySuggestion, ...]:
        meant = request.text.replace("会义", "会议")
        total = self.search(replace(request, text=meant)).total
        if meant == request.text or not total:
            return ()
        return (QuerySuggestion(meant, total, QuerySuggestionKind.SOUND, "会义", "会议"),)

    def saved_searches(self) -> tuple[SavedSearch, ...]:
        return ()

    def history(self, limit: int = 100) -> tuple[HistoryEntry, ...]:
        return tuple(self.past[:limit])

    def remember(self, hits: SmallHits) -> None:
        self.past.insert(0, HistoryEntry(hits.request.text, "2026-01-01T00:00:00", 1, hits.total))

    def complete(self, text: str, limit: int = 12) -> tuple[Completion, ...]:
        offers = [
            Completion(NAMES[n][0].value, NAMES[n][1], 3) for n in NAMES if fold(text) in fold(NAMES[n][1])
        ]
        titles = [a for a in self.articles.values() if fold(text) in fold(a.title)][:3]
        return (*(Completion("article", a.title, 0, a.id) for a in titles), *offers)[:limit]


def _places(text: str, wanted: str) -> tuple[tuple[int, int], ...]:
    folded, found = fold(text), []
    for word in fold(wanted).split():
        at = folded.find(word)
        while at >= 0:
            found.append((at, at + len(word)))
            at = folded.find(word, at + len(word))
    return tuple(sorted(found))


def article(number: int, title: str, body: str, date: str | None = "2025-08-29") -> Article:
    """An article with the usual particulars."""
    return Article(
        id=number,
        origin=f"/archive/{number}.txt",
        title=title,
        body=body,
        date=date,
        date_origin=DateOrigin.PRINTED if date else DateOrigin.NONE,
        date_reason="",
        source="九江日报" if number % 2 else "南昌日报",
        author=None,
        url=None,
        encoding="gb18030",
        encoding_confidence=1.0,
        file=f"/archive/{number}.txt",
        record="",
        repairs=(Repair(RepairKind.FURNITURE, 2, "责任编辑", ""),) if number == 1 else (),
    )


@pytest.fixture
def chinese_fonts(qapp: QApplication) -> None:
    """The test skips where Qt finds no Chinese font, as without a screen on Windows and in Wine."""
    if not QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese):
        pytest.skip("Qt's platform without a screen finds no Chinese font here")


@pytest.fixture
def archive() -> SmallArchive:
    """Six articles in both scripts, over several years."""
    meeting = (
        "　　九江日报讯 8月29日，三地联席会议在永修县召开。李红军主持会议并讲话。\r\n"
        "　　李红军强调，九江市政府要抓好落实。\n\n联席会议办公室设在永修县。"
    )
    traditional = "　　省委常委李紅軍主持聯席會議。會議在永修縣召開，𠮷林代表列席聯席會議。"
    articles = [
        article(1, "三地联席会议召开", meeting),
        article(2, "三地聯席會議召開", traditional, "2025-08-30"),
        article(3, "永修县发布规划", "永修县今天发布规划。", "2023-05-01"),
        article(4, "春季植树", "干部群众植树。", "2019-03-12"),
        replace(
            article(5, "推断日期的文章", "八月末的会议。"),
            date_origin=DateOrigin.INFERRED,
            date_reason="8月29日",
        ),
        article(6, "没有日期", "没有日期的会议纪要。", None),
    ]
    return SmallArchive({each.id: each for each in articles})


@pytest.fixture
def session(qtbot: QtBot) -> Session:
    """A session without an archive, dressed in the light theme."""
    theme().choose(Appearance.LIGHT, language="en")
    return Session(Settings(), Memory())


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    """Real lanes; afterwards no thread of theirs may be left."""
    lanes = Tasks()
    yield lanes
    lanes.shutdown()
    left = [thread.name for thread in threading.enumerate() if thread.name.startswith("juanzong-")]
    assert not left


@pytest.fixture
def settled(qtbot: QtBot, tasks: Tasks) -> Callable[[], None]:
    """Wait until no lane has work and what that work started is done as well."""

    def wait() -> None:
        qtbot.waitUntil(lambda: not tasks.busy(), timeout=30_000)
        QCoreApplication.processEvents()  # what waits for the next turn only
        qtbot.waitUntil(lambda: not tasks.busy(), timeout=30_000)

    return wait


@pytest.fixture
def direct_tasks(qtbot: QtBot) -> Iterator[DirectTasks]:
    """Tasks that run at once, in the test's own thread."""
    runner = DirectTasks()
    yield runner
    runner.shutdown()


@pytest.fixture(scope="session")
def sample_archive_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample articles, imported once for all tests; not to be changed."""
    path = tmp_path_factory.mktemp("archives") / "样例.juanzong"
    with Archive.create(path) as made:
        made.import_paths([resource("sample")], workers=0)
    return path


@pytest.fixture
def sample_archive(sample_archive_path: Path) -> Iterator[Archive]:
    """The sample archive, open for reading."""
    with Archive.open(sample_archive_path, read_only=True) as opened:
        yield opened


@pytest.fixture(autouse=True)
def leaves_nothing(qapp: QApplication) -> Iterator[None]:
    """Fail a test that leaves a thread or a visible window behind, naming it."""
    i18n.use("en")
    theme().choose(Appearance.LIGHT, language="en")
    threads = set(threading.enumerate())
    yield
    for widget in qapp.topLevelWidgets():
        if widget.isVisible() and widget.parent() is None:
            name = f"{type(widget).__name__} {widget.windowTitle()}"
            widget.close()
            pytest.fail(f"a window is still open: {name}")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    left = [each.name for each in set(threading.enumerate()) - threads if each.name.startswith("juanzong")]
    assert not left, f"threads are still running: {left}"
