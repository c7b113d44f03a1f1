"""Everything the reader needs of one article, gathered in a worker and laid out ready to be set.

`pane` runs `gather` in lane "article"; nothing here touches a widget. Texts are converted once, with
their alignment, so that marks and mentions (offsets as printed) find their characters in any script.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop_app.reader.layers import Mentions, MentionSpan, NoteMark, Spans
from desktop_app.reader.meta import meta_line
from desktop_app.reader.outline import Head, outline
from desktop_app.reader.page_text import PageText, ShownText, lay_out
from desktop_app.reader.typesetting import MetaPart
from desktop_app.session import NoteSpan, Place
from index.control import Control
from index.model import Article, ArticleLink, EntityInArticle, FollowUp, Marks, MentionType, Script
from index.script.detection import detect_script
from index.script.fold import fold
from index.script.manner import Manner

if TYPE_CHECKING:
    from index.archive import Archive

_NAMES = (MentionType.PERSON, MentionType.ORGANISATION, MentionType.PLACE)
PEOPLE = (MentionType.PERSON,)


@dataclass(frozen=True, slots=True)
class Material:
    """One article as it is to be shown. `folded_*` are the shown texts folded, for find in article."""

    article: Article
    manner: Manner
    query: str  # what the marks are of
    page: PageText
    meta: tuple[MetaPart, ...]
    marks: Marks
    entities: tuple[EntityInArticle, ...]
    mentions: Mentions
    hits: Spans  # the marks of the query in the document
    folded_title: str
    folded_body: str
    printed_traditional: bool
    heads: tuple[Head, ...] = ()  # the outline, in offsets of the body as printed
    follow_ups: tuple[FollowUp, ...] = ()  # events named here that other articles report

    @property
    def script(self) -> Script:
        """The script on show."""
        return self.manner.script

    def with_marks(self, query: str, marks: Marks) -> Material:
        """The same with the marks of another query."""
        return replace(self, query=query, marks=marks, hits=mark_spans(self.page, marks))

    def reports_of(self, start: int, end: int) -> list[ArticleLink]:
        """The articles that report an event named within the document's positions [start, end)."""
        (in_title, first), (_, last) = self.page.from_document(start), self.page.from_document(end)
        return [
            report
            for each in self.follow_ups
            if each.in_title is in_title and each.start < last and first < each.end
            for report in each.reports
        ]

    def places(self, start: int, end: int) -> tuple[Place, ...]:
        """What stands at the document's positions [start, end), as printed."""
        return tuple(Place(first, last, in_title) for in_title, first, last in self.page.places(start, end))

    def words_of(self, head: Head) -> str:
        """A head of the outline in the script on show."""
        body = self.page.body
        return body.text[body.to_shown(head.start) : body.to_shown(head.end, upper=True)]

    def note_marks(self, notes: Iterable[NoteSpan]) -> tuple[NoteMark, ...]:
        """Notes as they stand in the document."""
        marks = [
            NoteMark(
                *self.page.span(note.place.start, note.place.end, in_title=note.place.in_title),
                note.id,
                note.colour,
                note.remark,
                note.tip,
            )
            for note in notes
        ]
        return tuple(sorted(marks, key=lambda mark: mark.start))


Assemble = Callable[[Article, str, Marks, tuple[EntityInArticle, ...], Manner, Control], Material]


def gather(
    archive: Archive,
    article_id: int,
    query: str,
    manner: Manner,
    control: Control,
    assembled: Assemble | None = None,
) -> Material:
    """Read the article, its marks for `query` and its entities, convert and lay out (with `assembled`)."""
    article = archive.article(article_id)
    control.checkpoint()
    marks = archive.marks(article_id, query) if query else Marks()
    entities = archive.entities(article_id)
    follow_ups = archive.follow_ups(article_id)
    control.checkpoint()
    made = (assembled or assemble)(article, query, marks, entities, manner, control)
    return replace(made, follow_ups=follow_ups)


def reassemble(material: Material, manner: Manner, control: Control) -> Material:
    """The same article shown otherwise, without asking the archive again."""
    made = assemble(material.article, material.query, material.marks, material.entities, manner, control)
    return replace(made, follow_ups=material.follow_ups)


def assemble(
    article: Article,
    query: str,
    marks: Marks,
    entities: tuple[EntityInArticle, ...],
    manner: Manner,
    control: Control,
) -> Material:
    """Convert and lay out what is known of an article."""
    if manner.script is Script.ORIGINAL:
        title, body = ShownText(article.title), ShownText(article.body)
    else:
        title = converted(article.title, entities, manner, in_title=True)
        control.checkpoint()
        body = converted(article.body, entities, manner, in_title=False)
    control.checkpoint()
    return put_together(article, query, marks, entities, manner, title, body)


def converted(
    text: str, entities: tuple[EntityInArticle, ...], manner: Manner, *, in_title: bool
) -> ShownText:
    """A title or body as it is to be shown."""
    names = name_spans(entities, in_title=in_title)
    people = name_spans(entities, in_title=in_title, types=PEOPLE)
    return ShownText(text, manner.convert(text, names, people))


def put_together(
    article: Article,
    query: str,
    marks: Marks,
    entities: tuple[EntityInArticle, ...],
    manner: Manner,
    title: ShownText,
    body: ShownText,
) -> Material:
    """Lay out what is known of an article whose texts are converted."""
    meta = meta_line(article, manner.script)
    page = lay_out(title, body, "".join(part.text for part in meta))
    return Material(
        article=article,
        manner=manner,
        query=query,
        page=page,
        meta=meta,
        marks=marks,
        entities=entities,
        mentions=_mentions(page, entities),
        hits=mark_spans(page, marks),
        folded_title=fold(title.text),
        folded_body=fold(body.text),
        heads=outline(article.body),
        printed_traditional=detect_script(article.title + article.body[:4000]) is Script.TRADITIONAL,
    )


def name_spans(
    entities: tuple[EntityInArticle, ...], *, in_title: bool, types: Container[MentionType] = _NAMES
) -> list[tuple[int, int]]:
    """Where people, organisations and places are named: what is kept as printed if the user wants it."""
    return [
        (place.start, place.end)
        for entity in entities
        if entity.type in types
        for place in entity.places
        if place.in_title is in_title
    ]


def mark_spans(page: PageText, marks: Marks) -> Spans:
    """Marks as document spans: those of the title first."""
    spans = [page.span(start, end, in_title=True) for start, end in marks.title]
    return Spans(spans + [page.span(start, end) for start, end in marks.body])


def _mentions(page: PageText, entities: tuple[EntityInArticle, ...]) -> Mentions:
    return Mentions(
        MentionSpan(*page.span(place.start, place.end, in_title=place.in_title), entity.type, entity.id)
        for entity in entities
        for place in entity.places
    )
