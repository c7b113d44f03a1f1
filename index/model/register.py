"""The register: pages of entities, networks, corrections, tables. See `index.model`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from index.model.article import MentionType
from index.model.entity import EntityCount, EntityName


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

    `printed` are other forms of the post counted here, such as 市长 for 白石市市长. `articles` are some of
    those that state it, oldest first; `total` is how many do.
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
    """Words that an article gives to a person: `start`, `end` are theirs in the body, `verb` as printed."""

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


class SameReason(StrEnum):
    """Why a printed form counts as an entity."""

    SCRIPT = "script"  # the name itself, in either script
    KNOWN = "known"  # a known short or full form, or a spelling that is tidied by rule
    ARTICLE = "article"  # what the article or its publisher leaves no doubt about: 市府
    USER = "user"  # the user merged them


@dataclass(frozen=True, slots=True)
class PrintedForm:
    """A form in which articles print the name of an entity, and where in the newest of them (a body).

    `articles` counts those that were looked through; without a place all in which it is the fullest form.
    """

    form: str
    articles: int
    reason: SameReason
    article: ArticleLink | None = None
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class EntityPage:
    """Everything that an archive knows about an entity.

    `tenures`: of a person, holders of a post, people with posts in an organisation or place; the ones stated
    most often if there are more, `tenures_total` in all (0: uncounted, rare wordings were left out). Lists of
    companions (`people` to `events`) count common articles over the newest `counted` of
    `entity.articles`; quotations, signatures and printed forms were looked for in the newest `read`.
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
    forms: tuple[PrintedForm, ...] = ()
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
    APART = "apart"  # two names are two, or one name is one person: a suggestion that was refused


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
    ENTITIES = "entities"  # type, name, articles, mentions, posts, first and last date with their origins
    COOCCURRENCES = "cooccurrences"  # two entities, common articles, first date and origin, last ones
    MONTHS = "months"  # type, name, month, articles
