"""Searching: what is asked for and what a result list shows. See `index.model`."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from index.model.article import DateOrigin


class Sort(StrEnum):
    """Order of hits."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    OLDEST = "oldest"


class FacetField(StrEnum):
    """What hits can be counted and filtered by."""

    YEAR = "year"
    MONTH = "month"
    SOURCE = "source"
    PERSON = "person"
    POST = "post"
    ORGANISATION = "organisation"
    PLACE = "place"
    DOCUMENT = "document"
    EVENT = "event"


@dataclass(frozen=True, slots=True)
class Filter:
    """Keep (or, with `exclude`, drop) the hits that have one of `values` in `field`.

    YEAR and MONTH values are ISO prefixes or inclusive ranges `2019..2023`, `2023-11..2024-02`.
    """

    field: FacetField
    values: tuple[str, ...]
    exclude: bool = False


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """What the user asks for. An empty `text` means all articles.

    With `collapse`, reprints of one text share one line of the result list, that of the earliest.
    """

    text: str
    sort: Sort = Sort.RELEVANCE
    filters: tuple[Filter, ...] = ()
    collapse: bool = False


@dataclass(frozen=True, slots=True)
class FacetCount:
    """One value of a facet with the exact number of hits that have it."""

    value: str
    count: int


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of the body around the hits; `marks` are [start, end) in `text`."""

    text: str
    marks: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class ResultRow:
    """What a result list shows for one hit."""

    id: int
    origin: str
    title: str
    title_marks: tuple[tuple[int, int], ...]
    snippet: Snippet
    date: str | None
    date_origin: DateOrigin
    source: str | None
    score: float
    reprints: int = 0
    entity: str = ""  # the person or organisation of the hit where that helps


@dataclass(frozen=True, slots=True)
class Marks:
    """Every place of a query in one article: spans in the title and in the body, in order."""

    title: tuple[tuple[int, int], ...] = ()
    body: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Completion:
    """One line that the search box offers."""

    group: str  # article, person, organisation, place, ... (a MentionType value or "article")
    text: str
    count: int = 0
    article_id: int | None = None


@dataclass(frozen=True, slots=True)
class IndexDocument:
    """What the full-text index gets to know about one article."""

    id: int
    title: str
    body: str
    date: str | None = None
    facets: dict[FacetField, tuple[str, ...]] = field(default_factory=dict)  # source, person, post, ...
