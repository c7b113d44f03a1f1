"""What the writers get: an article with what was recognised in it, and the words around the whole."""

from __future__ import annotations

from dataclasses import dataclass

from index.model import Appointment, Article, Mention, MentionType, Note, Particulars
from index.wording import say

_NOTHING = Particulars()


@dataclass(frozen=True, slots=True)
class ExportItem:
    """One article to write. Offsets of `mentions` are in the body, of `title_mentions` in the title."""

    article: Article
    mentions: tuple[Mention, ...] = ()
    title_mentions: tuple[Mention, ...] = ()
    appointments: tuple[Appointment, ...] = ()
    particulars: Particulars = _NOTHING  # what was corrected for citing it
    notes: tuple[Note, ...] = ()
    part: str = ""  # the part of the book that it stands in

    def names(self, type: MentionType) -> tuple[str, ...]:  # noqa: A002
        """The distinct names of one type in the article, as printed, in order of first appearance."""
        found = (m.text for m in (*self.title_mentions, *self.mentions) if m.type is type)
        return tuple(dict.fromkeys(found))


@dataclass(frozen=True, slots=True)
class Heading:
    """From which archive an export comes, and in which language its labels are."""

    archive_name: str
    language: str

    def label(self, key: str, **details: object) -> str:
        """The wording of `key` in the group `export`, or of `group.key` in another group."""
        return say(key if "." in key else f"export.{key}", self.language, **details)
