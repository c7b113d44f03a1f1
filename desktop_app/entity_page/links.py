"""Where the words of a page lead, as addresses of links: made by `sections`, followed by `pane`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EntityLink:
    """To the page of an entity."""

    entity: int


@dataclass(frozen=True, slots=True)
class MentionLink:
    """To an article, where it names the first of `entities` (near the others)."""

    article: int
    entities: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SpanLink:
    """To characters of an article."""

    article: int
    start: int
    end: int
    in_title: bool = False


@dataclass(frozen=True, slots=True)
class SearchLink:
    """To all articles that name every one of these entities."""

    entities: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class MergeLink:
    """To making one entity part of another."""

    entity: int
    into: int


@dataclass(frozen=True, slots=True)
class SplitLink:
    """To making another entity of an entity's mentions in some articles."""

    entity: int
    articles: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ApartLink:
    """To saying that two entities are two, or (twice the same) that one is one."""

    entity: int
    other: int


Link = EntityLink | MentionLink | SpanLink | SearchLink | MergeLink | SplitLink | ApartLink


def address(link: Link) -> str:
    """The link as text: `entity:5`, `mention:7:5,9`, `span:7:10:14:0`, `search:5,9`, `apart:5:9`."""
    if isinstance(link, EntityLink):
        return f"entity:{link.entity}"
    if isinstance(link, MentionLink):
        return f"mention:{link.article}:{_joined(link.entities)}"
    if isinstance(link, SpanLink):
        return f"span:{link.article}:{link.start}:{link.end}:{int(link.in_title)}"
    if isinstance(link, MergeLink):
        return f"merge:{link.entity}:{link.into}"
    if isinstance(link, ApartLink):
        return f"apart:{link.entity}:{link.other}"
    if isinstance(link, SplitLink):
        return f"split:{link.entity}:{_joined(link.articles)}"
    return f"search:{_joined(link.entities)}"


def link(text: str) -> Link:
    """The link of an address."""
    kind, *parts = text.split(":")
    if kind == "entity":
        return EntityLink(int(parts[0]))
    if kind == "mention":
        return MentionLink(int(parts[0]), _numbers(parts[1]))
    if kind == "span":
        return SpanLink(int(parts[0]), int(parts[1]), int(parts[2]), parts[3] == "1")
    if kind == "merge":
        return MergeLink(int(parts[0]), int(parts[1]))
    if kind == "apart":
        return ApartLink(int(parts[0]), int(parts[1]))
    if kind == "split":
        return SplitLink(int(parts[0]), _numbers(parts[1]))
    return SearchLink(_numbers(parts[0]))


def _joined(numbers: tuple[int, ...]) -> str:
    return ",".join(str(number) for number in numbers)


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(number) for number in text.split(",") if number)
