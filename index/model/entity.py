"""Entities as one article or many name them. See `index.model`."""

from __future__ import annotations

from dataclasses import dataclass

from index.model.article import MentionType


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


@dataclass(frozen=True, slots=True)
class EntityName:
    """An entity by its number, type and shown name."""

    id: int
    type: MentionType
    name: str
