"""Articles and what is recognised in them. See `index.model`."""

from __future__ import annotations

from dataclasses import dataclass
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
    INJECTED = "injected"  # rare characters that a site put between others, taken out
    KEYWORDS = "keywords"  # lines of search words left out, a headline printed twice on end halved
    DOUBTFUL = "doubtful"  # nothing was changed, but somebody should look: lost or odd characters


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
    gone_at: str | None = None  # when its file was found missing (ISO, UTC); None while it is there
    superseded: bool = False  # whether a newer version was read since


@dataclass(frozen=True, slots=True)
class ArticleVersion:
    """One version of an article: when it was read (ISO, UTC), and whether it is the present one."""

    id: int
    added_at: str
    current: bool
    title: str
