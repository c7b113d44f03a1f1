"""The columns that the CSV table and the first sheet of the workbook share."""

from __future__ import annotations

from index.export.item import ExportItem, Heading
from index.model import MentionType

ENTITY_COLUMNS: tuple[MentionType, ...] = (
    MentionType.PERSON,
    MentionType.POST,
    MentionType.ORGANISATION,
    MentionType.PLACE,
    MentionType.DOCUMENT,
    MentionType.EVENT,
)
_FIELDS = ("origin", "title", "date", "date_origin", "source", "author", "url", "characters", "text")


def article_heads(heading: Heading) -> list[str]:
    """Column heads in the reader's language: fields of the article, then names by type."""
    return [heading.label(field) for field in _FIELDS] + [
        heading.label(f"facet.{type_.value}") for type_ in ENTITY_COLUMNS
    ]


def article_row(item: ExportItem, heading: Heading) -> list[str | int]:
    """One article as a row under `article_heads`; what is not known is empty."""
    article = item.article
    fields: list[str | int] = [
        article.origin,
        article.title,
        article.date or "",
        heading.label(f"date_origin.{article.date_origin.value}"),
        article.source or "",
        article.author or "",
        article.url or "",
        len(article.body),
        article.body,
    ]
    return fields + ["；".join(item.names(type_)) for type_ in ENTITY_COLUMNS]
