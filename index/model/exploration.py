"""Help around a search: contexts, trends, suggestions, explanations, kept searches. See `index.model`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from index.model.search import Filter, SearchRequest


class ConcordanceSort(StrEnum):
    """Order of the lines of a concordance; undated articles come last, equal lines in order of the text."""

    OLDEST = "oldest"
    NEWEST = "newest"
    SOURCE = "source"
    LEFT = "left"  # by what stands before the keyword, read backwards, in order of pronunciation
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class ConcordanceLine:
    """One occurrence of a query's keywords: [start, end) in the title or in the body of an article.

    `left` and `right` are what stands around it on the same page, line breaks as blanks.
    """

    article_id: int
    in_title: bool
    start: int
    end: int
    left: str
    keyword: str
    right: str
    title: str
    date: str | None
    source: str | None


class TrendStep(StrEnum):
    """What a trend counts by."""

    YEAR = "year"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class TrendPeriod:
    """One year or month (`2023`, `2023-11`) with what the archive (or the filtered part of it) has there."""

    period: str
    articles: int
    characters: int


@dataclass(frozen=True, slots=True)
class TrendCount:
    """What one expression has in one period: exact counts, and relative to that period's TrendPeriod."""

    articles: int
    occurrences: int
    per_thousand: float  # articles in 1,000 articles of the period
    per_million: float  # occurrences in 1,000,000 characters of the period


@dataclass(frozen=True, slots=True)
class Use:
    """The first or the last article of an expression."""

    article_id: int
    date: str
    title: str


@dataclass(frozen=True, slots=True)
class TrendSeries:
    """One expression over time: one count for each period of the trend, in order.

    `undated` counts what has no date, or for months only a year. `error` is a QueryError's code, "" if the
    expression was understood; then `error_position` says where, and `error_details` what its sentence tells.
    """

    text: str
    articles: int
    occurrences: int
    counts: tuple[TrendCount, ...]
    undated: TrendCount
    first: Use | None
    last: Use | None
    error: str = ""
    error_position: int = 0
    error_details: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Trend:
    """Expressions over time. `periods` has no gaps, from the first to the last that any of them occurs in."""

    step: TrendStep
    periods: tuple[TrendPeriod, ...]
    series: tuple[TrendSeries, ...]


@dataclass(frozen=True, slots=True)
class TermCount:
    """A part of a query, or several together, with its exact number of articles.

    `unfiltered` is the number without the request's filters (the same if there are none).
    """

    text: str
    total: int
    unfiltered: int


@dataclass(frozen=True, slots=True)
class FilterCount:
    """How many articles there would be without one of the filters."""

    filter: Filter
    total: int


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a search finds what it finds, relaxed step by step. All counts are articles and exact.

    `terms`: each part alone (of a single keyword, the pieces of it that the archive has); `excluded`: parts
    under NOT, each with what the query would find without it; `pairs`: two parts within one article;
    `together`: all of the pieces of a single keyword within one article, None if it has no pieces.
    """

    text: str
    total: int
    terms: tuple[TermCount, ...]
    pairs: tuple[tuple[TermCount, str, str], ...]
    excluded: tuple[TermCount, ...]
    together: TermCount | None
    without_filters: int
    filters: tuple[FilterCount, ...]
    not_indexed: int


class QuerySuggestionKind(StrEnum):
    """How a suggestion differs from what was typed."""

    SOUND = "sound"  # characters that sound the same
    SWAP = "swap"  # neighbours exchanged
    CHARACTER = "character"  # one character replaced, missing or too many
    MARKED = "marked"  # also as it is printed with marks inside: 三农问题 OR 三农”问题


@dataclass(frozen=True, slots=True)
class QuerySuggestion:
    """A query that does have hits, with their exact number. `typed` became `meant` in `text`."""

    text: str
    total: int
    kind: QuerySuggestionKind
    typed: str
    meant: str


@dataclass(frozen=True, slots=True)
class SimilarArticle:
    """An article like another. `score`: 0 to 1; `words`, `names`: what they share, weightiest first."""

    id: int
    title: str
    date: str | None
    source: str | None
    score: float
    words: tuple[str, ...]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RelatedTerm:
    """A word or a name that hits have far more often than other articles.

    `group` is "word" or a MentionType value; `hits` and `articles` are exact numbers of articles among the
    hits and in the archive; `keyness` is Dunning's log-likelihood G2 (above 15.13: p < 0.0001).
    """

    group: str
    text: str
    hits: int
    articles: int
    keyness: float


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A search kept under a name. Times are ISO, UTC; `new_hits` came since `looked_at`."""

    id: int
    name: str
    request: SearchRequest
    created_at: str
    looked_at: str
    new_hits: int


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """A query that was searched for: last when (ISO, UTC), how often, with how many hits the last time."""

    text: str
    at: str
    times: int
    total: int


@dataclass(frozen=True, slots=True)
class Table:
    """Rows to be written to a file. A head with a dot is a code for index.wording, any other is itself."""

    name: str
    heads: tuple[str, ...]
    rows: Iterable[tuple[str | int | float, ...]]
