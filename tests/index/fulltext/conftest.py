"""Small indexes to search in, and the brute-force truth."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from index.fulltext import Found, FullText, Searcher
from index.fulltext.analysis import is_ascii_word, normal
from index.model import IndexDocument, SearchRequest


@dataclass
class SmallIndex:
    """An index with the documents it was made of."""

    fulltext: FullText
    documents: dict[int, IndexDocument] = field(default_factory=dict)
    texts: dict[int, tuple[str, str]] = field(default_factory=dict)  # normal title and body

    def add(self, documents: Sequence[IndexDocument], parts: int = 1) -> None:
        size = max(1, -(-len(documents) // parts))
        built = [self.fulltext.build(documents[at : at + size]) for at in range(0, len(documents), size)]
        self.fulltext.commit(built)
        self.documents |= {document.id: document for document in documents}
        self.texts |= {d.id: (normal(d.title), normal(d.body)) for d in documents}

    def delete(self, ids: Sequence[int]) -> None:
        self.fulltext.commit(delete=ids)
        for article_id in ids:
            del self.documents[article_id], self.texts[article_id]

    def searcher(self) -> Searcher:
        return self.fulltext.searcher(lambda n: (self.documents[n].title, self.documents[n].body))

    def find(self, text: str) -> Found:
        return self.searcher().search(SearchRequest(text))

    def ids(self, text: str) -> list[int]:
        found = self.find(text)
        ids = found.all_ids().tolist()
        assert found.total == len(ids)
        assert sorted(found.ids(0, None).tolist()) == ids
        return ids

    def scan(self, keyword: str) -> list[int]:
        """The articles that contain `keyword`, by looking at every text."""
        key = normal(keyword)
        if is_ascii_word(key):
            word = re.compile(rf"(?<![a-z0-9]){key}(?![a-z0-9])")
            return self.scan_with(lambda text: word.search(text) is not None)
        return self.scan_with(lambda text: key in text)

    def scan_with(self, matches: Callable[[str], bool]) -> list[int]:
        return sorted(n for n, (title, body) in self.texts.items() if matches(title) or matches(body))


@pytest.fixture
def small(tmp_path: Path) -> SmallIndex:
    return SmallIndex(FullText.open(tmp_path / "fulltext"))


def document(
    number: int, title: str, body: str, date: str | None = None, **facets: tuple[str, ...]
) -> IndexDocument:
    from index.model import FacetField

    return IndexDocument(
        number, title, body, date, {FacetField(name): values for name, values in facets.items()}
    )
