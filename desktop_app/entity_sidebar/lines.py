"""The lines of the sidebar: an entity with its posts and a number, in the script on show.

Made in a worker from `archive.entities(id)` or `archive.entities_of(hits)`; shown by `model`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop_app.i18n.script import convert
from index.model import Article, EntityCount, EntityInArticle, MentionType, Script
from index.script.detection import detect_script
from index.script.fold import fold

ORDER = (
    MentionType.PERSON,
    MentionType.ORGANISATION,
    MentionType.PLACE,
    MentionType.DOCUMENT,
    MentionType.EVENT,
    MentionType.DATE,
)
POSTS_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Line:
    """One entity as the sidebar shows it; `count` is mentions in the article, or articles among the hits."""

    entity: EntityInArticle | EntityCount
    name: str
    posts: tuple[str, ...]
    count: int

    @property
    def type(self) -> MentionType:
        """What kind of thing it is."""
        return self.entity.type


@dataclass(frozen=True, slots=True)
class Section:
    """All entities of one type; `complete` is False if there are more than those listed."""

    type: MentionType
    lines: tuple[Line, ...]
    complete: bool = True


def of_article(entities: Iterable[EntityInArticle], article: Article, script: Script) -> tuple[Section, ...]:
    """Sections for one article, the most mentioned first; dates in the order of time.

    As printed, names and posts stand in the article's own script even where the archive knows them in the
    other one.
    """
    own = script
    if script is Script.ORIGINAL:
        own = detect_script(article.title + article.body[:4000]) or Script.ORIGINAL
    lines = []
    for entity in entities:
        name = _printed(entity, article) if script is Script.ORIGINAL else None
        lines.append(
            Line(entity, name or _shown(entity.name, own), _posts(entity.posts, own), len(entity.places))
        )
    return _sections(lines, None)


def of_results(entities: Iterable[EntityCount], script: Script, per_type: int) -> tuple[Section, ...]:
    """Sections for a result set, those in most articles first."""
    lines = [
        Line(
            entity,
            _shown(entity.name, script),
            _posts(entity.posts, script),
            entity.articles,
        )
        for entity in entities
    ]
    return _sections(lines, per_type)


def _sections(lines: Sequence[Line], per_type: int | None) -> tuple[Section, ...]:
    sections = []
    for type_ in ORDER:
        own = [line for line in lines if line.type is type_]
        if type_ is MentionType.DATE and per_type is None:
            own.sort(key=_time)
        if own:
            sections.append(Section(type_, tuple(own), per_type is None or len(own) < per_type))
    return tuple(sections)


def _posts(posts: Sequence[str], script: Script) -> tuple[str, ...]:
    """The posts, each once even if printed in both scripts."""
    once = {fold(post): post for post in reversed(posts)}
    return tuple(_shown(post, script) for post in posts if once[fold(post)] == post)


def _printed(entity: EntityInArticle, article: Article) -> str | None:
    """The name in the characters of this article, if it is printed there in full."""
    wanted = fold(entity.name)
    for place in entity.places:
        text = (article.title if place.in_title else article.body)[place.start : place.end]
        if fold(text) == wanted:
            return text
    return None


def _time(line: Line) -> str:
    entity = line.entity
    value = entity.places[0].value if isinstance(entity, EntityInArticle) and entity.places else ""
    return value or line.name


def _shown(text: str, script: Script) -> str:
    return convert(text, script).text if text else ""
