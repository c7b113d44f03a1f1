"""The things that pass between the rooms: frozen records, no behaviour, no Qt.

Offsets are Python `str` indices. Dates are ISO strings, possibly only a year or a month
(`2023`, `2023-12`, `2023-12-01`), so that they sort as text.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum


class Script(StrEnum):
    """How text is shown; ORIGINAL is as printed."""

    ORIGINAL = "original"
    SIMPLIFIED = "simplified"
    TRADITIONAL = "traditional"
    TAIWAN = "taiwan"
    HONGKONG = "hongkong"


class DateOrigin(StrEnum):
    """Where an article's date was found."""

    PRINTED = "printed"
    META = "meta"
    RECORD = "record"
    INFERRED = "inferred"
    FILE_TIME = "file_time"
    NONE = "none"


class MentionType(StrEnum):
    """What a mention names."""

    PERSON = "person"
    POST = "post"
    ORGANISATION = "organisation"
    PLACE = "place"
    DOCUMENT = "document"
    EVENT = "event"
    DATE = "date"


class RepairKind(StrEnum):
    """What was changed between the text as it came and the clean text."""

    GLOSS = "gloss"  # pinyin glosses undone, broken characters restored
    MOJIBAKE = "mojibake"  # doubly encoded text undone
    REPEATED_TITLE = "repeated_title"
    FURNITURE = "furniture"  # share buttons, footers, editor lines and the like left out
    METADATA_LINE = "metadata_line"  # date and source lines read and left out of the body
    BLANKS = "blanks"  # stray blanks, control characters, blank lines
    WRAPPED_LINES = "wrapped_lines"  # hard-wrapped lines joined


@dataclass(frozen=True, slots=True)
class Repair:
    """One kind of repair in one article, with a sample for people to check."""

    kind: RepairKind
    count: int
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """An article as a reader extracted it, before it enters the catalogue.

    `record` names the record inside a container file (line of a .jsonl, member of a .zip), "" for a file
    that is one article. `own_id` is the record's own id, if it has one. `start`/`length` say where the
    record's bytes lie in the (decompressed) file; length 0 means the whole file.
    """

    title: str
    body: str
    date: str | None = None
    date_origin: DateOrigin = DateOrigin.NONE
    date_reason: str = ""  # for INFERRED: the words of the text that justify it
    source: str | None = None
    author: str | None = None
    url: str | None = None
    encoding: str = "utf-8"
    encoding_confidence: float = 1.0
    repairs: tuple[Repair, ...] = ()
    record: str = ""
    own_id: str | None = None
    start: int = 0
    length: int = 0


@dataclass(frozen=True, slots=True)
class Mention:
    """A span in a text that names something. `value`: ISO date, list of places, full name; "" if none."""

    type: MentionType
    start: int
    end: int
    text: str
    value: str | tuple[str, ...] = ""


@dataclass(frozen=True, slots=True)
class Appointment:
    """A post that the text gives to a person; all as printed, organisation and place resolved if elided."""

    person: str
    post: str
    organisation: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Recognition:
    """Everything recognised in one text, mentions sorted by start and not overlapping."""

    mentions: tuple[Mention, ...] = ()
    appointments: tuple[Appointment, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """One article of an archive, as the catalogue has it."""

    id: int
    origin: str
    title: str
    body: str
    date: str | None
    date_origin: DateOrigin
    date_reason: str
    source: str | None
    author: str | None
    url: str | None
    encoding: str
    encoding_confidence: float
    file: str  # absolute path of the file it came from
    record: str
    repairs: tuple[Repair, ...] = ()
    reprints: tuple[int, ...] = ()  # other articles that carry the same text, earliest first


@dataclass(frozen=True, slots=True)
class EntityInArticle:
    """An entity as one article names it: its mentions in order.

    Mention offsets: `start < 0` never happens; a mention in the title has `in_title` True in `places`.
    """

    id: int
    type: MentionType
    name: str  # the fullest printed form
    posts: tuple[str, ...]  # for people: posts that this article gives them
    places: tuple[MentionPlace, ...]


@dataclass(frozen=True, slots=True)
class MentionPlace:
    """Where a mention stands: in the title or in the body, with offsets into that field."""

    in_title: bool
    start: int
    end: int
    value: str = ""


@dataclass(frozen=True, slots=True)
class EntityCount:
    """An entity over many articles: in how many it is named, and the span of their dates."""

    id: int
    type: MentionType
    name: str
    articles: int
    posts: tuple[str, ...] = ()
    first: str | None = None
    last: str | None = None


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

    With `collapse`, reprints of one text share one line of the result list, the best placed of them.
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


class Fate(StrEnum):
    """What became of a file in an import."""

    IMPORTED = "imported"
    UNCHANGED = "unchanged"
    DUPLICATE = "duplicate"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class FileReport:
    """One line of the import report."""

    file: str
    fate: Fate
    articles: int = 0
    reason: str = ""  # a code for index.wording
    details: tuple[tuple[str, str], ...] = ()
    encoding: str = ""
    characters: int = 0
    date_origin: DateOrigin = DateOrigin.NONE
    repairs: int = 0
    article_id: int | None = None


@dataclass(frozen=True, slots=True)
class ImportProgress:
    """Where an import stands. `files_total` is None while folders are still being listed."""

    phase: str  # "listing" | "reading" | "indexing" | "done"
    files_done: int
    files_total: int | None
    bytes_done: int
    bytes_total: int
    articles: int
    failed: int
    seconds: float
    seconds_left: float | None = None
    current: str = ""


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did, in total."""

    run_id: int
    imported: int
    unchanged: int
    duplicates: int
    failed: tuple[FileReport, ...]
    seconds: float
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class ImportRun:
    """One import in the archive's history; `state` is running, finished or cancelled."""

    id: int
    started_at: str  # ISO, UTC
    paths: tuple[str, ...]
    imported: int
    unchanged: int
    duplicates: int
    failed: int
    seconds: float
    state: str


@dataclass(frozen=True, slots=True)
class ArchiveStats:
    """Counts and sizes of an archive."""

    articles: int
    not_indexed: int
    files: int
    failed_files: int
    characters: int
    entities: int
    mentions: int
    appointments: int
    first_date: str | None
    last_date: str | None
    catalogue_bytes: int
    fulltext_bytes: int
    originals_bytes: int
    format_version: int
    index_version: int


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that `check` found wrong; `code` is for index.wording, `mended` after a repair."""

    code: str
    details: tuple[tuple[str, str], ...] = ()
    mended: bool = False


@dataclass(frozen=True, slots=True)
class IndexDocument:
    """What the full-text index gets to know about one article."""

    id: int
    title: str
    body: str
    date: str | None = None
    facets: dict[FacetField, tuple[str, ...]] = field(default_factory=dict)  # source, person, post, ...


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
    expression was understood; then `error_position` says where.
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


# --- the register: who held which post, when, and what the user corrected ----------------------------


@dataclass(frozen=True, slots=True)
class EntityName:
    """An entity by its number, type and shown name."""

    id: int
    type: MentionType
    name: str


@dataclass(frozen=True, slots=True)
class ArticleLink:
    """An article as pages of entities point to it."""

    id: int
    origin: str
    title: str
    date: str | None


@dataclass(frozen=True, slots=True)
class Tenure:
    """A post that articles give to a person, over the time in which they give it.

    `printed` are other forms of the post counted here, such as 市长 for 白石市市长. `articles` are some of those
    that state it, oldest first; `total` is how many do.
    """

    person: EntityName
    post: str
    organisation: str
    place: str
    first: str | None
    last: str | None
    articles: tuple[ArticleLink, ...]
    total: int
    post_id: int | None = None
    printed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MonthCount:
    """How many articles of one month (ISO, `2024-03`; "" for those without a date)."""

    month: str
    articles: int


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words that an article gives to a person: `start` and `end` are theirs in the body, `verb` as printed."""

    article: ArticleLink
    verb: str
    words: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signed a document, by the articles that say so."""

    entity: EntityName
    articles: tuple[ArticleLink, ...]


@dataclass(frozen=True, slots=True)
class EventInstance:
    """One of a series of events; `year` and `ordinal` are those of its name, "" where it has none.

    For a name without either, there is one instance for each year in which articles name it.
    """

    entity: EntityName
    year: str
    ordinal: str
    first: str | None
    last: str | None
    articles: int


@dataclass(frozen=True, slots=True)
class FollowUp:
    """Words such as 2025年4月28日联席会议 in `article`, and the articles that report that event.

    `start` and `end` lie in the title if `in_title`, else in the body.
    """

    article: ArticleLink
    in_title: bool
    start: int
    end: int
    text: str
    date: str
    event: EntityName
    reports: tuple[ArticleLink, ...]


@dataclass(frozen=True, slots=True)
class EntityPage:
    """Everything that an archive knows about an entity.

    `tenures`: of a person, holders of a post, people with posts in an organisation or place. The lists of
    companions (`people` to `events`) count common articles over the newest `counted` of
    `entity.articles`; quotations and signatures were looked for in the newest `read`.
    """

    entity: EntityCount
    tenures: tuple[Tenure, ...]
    tenures_total: int
    people: tuple[EntityCount, ...]
    posts: tuple[EntityCount, ...]
    organisations: tuple[EntityCount, ...]
    places: tuple[EntityCount, ...]
    documents: tuple[EntityCount, ...]
    events: tuple[EntityCount, ...]
    counted: int
    months: tuple[MonthCount, ...]
    articles: tuple[ArticleLink, ...]  # newest first, some of entity.articles
    quotations: tuple[Quotation, ...] = ()
    signatures: tuple[Signature, ...] = ()
    instances: tuple[EventInstance, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    read: int = 0


class EvidenceKind(StrEnum):
    """Why two names may be one entity, or one name two."""

    RIVAL_POSTS = "rival_posts"  # top posts of different places in the same month
    SAME_POST = "same_post"  # the same post at the same time
    SURNAME_ONLY = "surname_only"  # a surname with a post that a full name holds
    SIMILAR_NAME = "similar_name"  # names that differ in one character, or one in the other


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason for a suggestion, with what was compared and the articles that show it."""

    kind: EvidenceKind
    one: str
    other: str
    first: str | None
    last: str | None
    articles: tuple[ArticleLink, ...]


class CorrectionKind(StrEnum):
    """What a user may change about entities."""

    RENAME = "rename"
    MERGE = "merge"
    SPLIT = "split"
    RETYPE = "retype"
    DELETE = "delete"
    ADD = "add"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A merge of `entities`, or a split of the only one into `parts`, with its evidence.

    `parts` are the articles of each person that the name may stand for; others cannot be told.
    """

    kind: CorrectionKind
    entities: tuple[EntityName, ...]
    evidence: tuple[Evidence, ...]
    parts: tuple[tuple[int, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Correction:
    """A change that a user made. `new_type` None: deleted. `articles`: 0 for the whole archive."""

    id: int
    kind: CorrectionKind
    made_at: str  # ISO, UTC
    type: MentionType
    name: str
    new_type: MentionType | None
    new_name: str
    articles: int
    undone: bool = False


@dataclass(frozen=True, slots=True)
class Corrected:
    """What a correction did: its record, the entity that results (None: deleted), articles changed."""

    correction: Correction
    entity: EntityName | None
    articles: int


@dataclass(frozen=True, slots=True)
class NetworkNode:
    """An entity in a network; `x` and `y` between 0 and 1, y downwards."""

    entity: EntityName
    articles: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class NetworkEdge:
    """Two entities (`one` < `other`, numbers) that `articles` of the network's articles name together."""

    one: int
    other: int
    articles: int


@dataclass(frozen=True, slots=True)
class Network:
    """Entities that articles name together. `entities` is how many there would be without a limit."""

    nodes: tuple[NetworkNode, ...]
    edges: tuple[NetworkEdge, ...]
    articles: int
    entities: int
    centre: int | None = None


class TableKind(StrEnum):
    """The tables about entities that can be written to a file."""

    APPOINTMENTS = "appointments"  # person, post, organisation, place, article's origin, title and date
    ENTITIES = "entities"  # type, name, articles, mentions, posts, first date and origin, last date and origin
    COOCCURRENCES = "cooccurrences"  # two entities, common articles, first date and origin, last ones
    MONTHS = "months"  # type, name, month, articles
