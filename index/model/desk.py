"""What people do with articles at their desk: notes, collections, particulars. See `index.model`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from index.model.article import Article
from index.model.search import SearchRequest


class NoteKind(StrEnum):
    """What a note is about."""

    PASSAGE = "passage"  # words of an article: a highlight, perhaps with a remark
    ARTICLE = "article"  # an article as a whole
    STAR = "star"  # a bookmark
    TO_READ = "to_read"  # a line of the reading list


class NoteColour(StrEnum):
    """The colours of highlights; the theme has a ground for each."""

    YELLOW = "yellow"
    GREEN = "green"
    BLUE = "blue"
    PINK = "pink"
    VIOLET = "violet"


class Hold(StrEnum):
    """How well a note holds on to its words in the article as it is now."""

    EXACT = "exact"  # where and as they stood
    MOVED = "moved"  # the same words, elsewhere
    CHANGED = "changed"  # words close to them
    LOST = "lost"  # the article no longer has them; the note keeps its quotation
    GONE = "gone"  # the archive no longer has the article


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of an article with what stands around them; offsets in the title or the body as printed."""

    start: int
    end: int
    quote: str = ""
    before: str = ""
    after: str = ""
    in_title: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """A note as it lies on the article now. `passage` is None but for PASSAGE notes.

    For a `hold` of LOST or GONE, `passage` is where the words stood when the note was made.
    """

    number: int
    uid: str
    kind: NoteKind
    hold: Hold
    article_id: int | None
    title: str  # of the article
    origin: str
    passage: Passage | None = None
    colour: NoteColour = NoteColour.YELLOW
    remark: str = ""
    tags: tuple[str, ...] = ()
    done: bool = False  # of the reading list: it was read
    date: str | None = None
    source: str | None = None
    created_at: str = ""
    changed_at: str = ""


@dataclass(frozen=True, slots=True)
class Collection:
    """A folder of articles, filled by hand or by a search. `articles` counts those that are there now."""

    number: int
    uid: str
    parent: int | None
    name: str
    remark: str = ""
    request: SearchRequest | None = None
    articles: int = 0
    missing: int = 0  # put there by hand, but no longer in the archive
    position: int = 0


@dataclass(frozen=True, slots=True)
class CollectedArticle:
    """An article in a collection; `article_id` is None if the archive no longer has it."""

    article_id: int | None
    origin: str
    title: str
    date: str | None = None
    source: str | None = None


class EditKind(StrEnum):
    """What a change at the desk was, for the menu entry that takes it back."""

    ADD_NOTES = "add_notes"
    CHANGE_NOTES = "change_notes"
    DELETE_NOTES = "delete_notes"
    ADD_COLLECTION = "add_collection"
    CHANGE_COLLECTION = "change_collection"
    DELETE_COLLECTION = "delete_collection"
    COLLECT = "collect"
    TAKE_OUT = "take_out"
    ORDER = "order"
    PARTICULARS = "particulars"
    MERGE = "merge"


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row of the catalogue before and after a change; None where there is none."""

    table: str
    before: tuple[object, ...] | None
    after: tuple[object, ...] | None


@dataclass(frozen=True, slots=True)
class Edit:
    """A change at the desk as it was made; `Archive.take_back` undoes it.

    `numbers`: the notes or collections that it made or changed; `count`: how many things it concerns.
    """

    kind: EditKind
    changes: tuple[RowChange, ...]
    numbers: tuple[int, ...] = ()
    count: int = 0


class Genre(StrEnum):
    """What a cited text is; GENERAL where nothing better is known."""

    NEWSPAPER = "newspaper"
    JOURNAL = "journal"
    REPORT = "report"
    STANDARD = "standard"
    WEB = "web"
    GENERAL = "general"


@dataclass(frozen=True, slots=True)
class Particulars:
    """What a citation is made of. In a correction, None means: as the article has it.

    `page` is the page or edition of a newspaper (`3`, `A02`, `第3版`), pages of a journal otherwise.
    """

    genre: Genre | None = None
    title: str | None = None
    author: str | None = None
    source: str | None = None
    date: str | None = None
    page: str | None = None
    issue: str | None = None  # volume and issue of a journal, number of a report
    place: str | None = None  # where it was published
    url: str | None = None
    accessed: str | None = None  # ISO day on which an online text was read


@dataclass(frozen=True, slots=True)
class Taken:
    """What a merge brought, or the undoing of one took away; `Archive.take_back_merge` turns it round.

    `articles` and `corrections` are numbers of the catalogue; `edit` is what came to the desk; `withdrawn`:
    that it is away now.
    """

    articles: tuple[int, ...]
    corrections: tuple[int, ...]
    edit: Edit
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class TransferReport:
    """What came over from one archive into another, in total.

    `duplicates` were there already; `refused` could not be taken as they were unsound; `originals_missing`
    counts articles that came without the bytes they were read from. `taken`: for undoing it.
    """

    added: int = 0
    duplicates: int = 0
    refused: int = 0
    originals: int = 0
    originals_missing: int = 0
    notes: int = 0
    collections: int = 0
    corrections: int = 0
    cancelled: bool = False
    taken: Taken | None = None


@dataclass(frozen=True, slots=True)
class Chapter:
    """An article of a collection as a book prints it; `part` names the inner collection, "" for none."""

    part: str
    article: Article
    citation: str
    notes: tuple[Note, ...] = ()
