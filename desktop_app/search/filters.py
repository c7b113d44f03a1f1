"""Filters of a request: adding, taking away, naming them. Pure functions over SearchRequest."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from index.model import FacetField, Filter, SearchRequest

DATE_FIELDS = (FacetField.YEAR, FacetField.MONTH)
LIST_FIELDS = (
    FacetField.SOURCE,
    FacetField.PERSON,
    FacetField.ORGANISATION,
    FacetField.PLACE,
    FacetField.POST,
    FacetField.DOCUMENT,
    FacetField.EVENT,
)


def without_dates(request: SearchRequest) -> SearchRequest:
    """The request without its date filters: what the histogram counts."""
    return replace(request, filters=tuple(f for f in request.filters if f.field not in DATE_FIELDS))


def without(request: SearchRequest, fields: Iterable[FacetField]) -> SearchRequest:
    """The request without its filters on `fields`."""
    dropped = set(fields)
    return replace(request, filters=tuple(f for f in request.filters if f.field not in dropped))


def with_dates(request: SearchRequest, first: str, last: str) -> SearchRequest:
    """The request for a span of years (`2019`) or months (`2023-11`), both ends included."""
    field = FacetField.YEAR if len(first) == 4 else FacetField.MONTH
    value = first if first == last else f"{first}..{last}"
    kept = without_dates(request)
    return replace(kept, filters=(*kept.filters, Filter(field, (value,))))


def dates_of(request: SearchRequest) -> tuple[str, str] | None:
    """The span that the request's date filter keeps."""
    for each in request.filters:
        if each.field in DATE_FIELDS and not each.exclude and each.values:
            first, _, last = each.values[0].partition("..")
            return first, last or first
    return None


def choices(request: SearchRequest, field: FacetField) -> dict[str, bool]:
    """The values of a field that are filtered by: value to whether it is excluded."""
    return {value: each.exclude for each in request.filters if each.field is field for value in each.values}


def with_choice(request: SearchRequest, field: FacetField, value: str, exclude: bool | None) -> SearchRequest:
    """Include (False), exclude (True) or forget (None) one value; included ones are alternatives."""
    kept: list[Filter] = []
    for each in request.filters:
        values = tuple(v for v in each.values if not (each.field is field and v == value))
        if values:
            kept.append(replace(each, values=values))
    if exclude is None:
        return replace(request, filters=tuple(kept))
    for at, each in enumerate(kept):
        if each.field is field and each.exclude is exclude:
            kept[at] = replace(each, values=(*each.values, value))
            break
    else:
        kept.append(Filter(field, (value,), exclude))
    return replace(request, filters=tuple(kept))


def field_title(field: FacetField) -> str:
    """The name of a field as a heading."""
    tr = QCoreApplication.translate
    return {
        FacetField.YEAR: tr("Filters", "Year"),
        FacetField.MONTH: tr("Filters", "Month"),
        FacetField.SOURCE: tr("Filters", "Source"),
        FacetField.PERSON: tr("Filters", "Person"),
        FacetField.POST: tr("Filters", "Post"),
        FacetField.ORGANISATION: tr("Filters", "Organisation"),
        FacetField.PLACE: tr("Filters", "Place"),
        FacetField.DOCUMENT: tr("Filters", "Document"),
        FacetField.EVENT: tr("Filters", "Event"),
    }[field]


def filter_text(field: FacetField, value: str, exclude: bool) -> str:
    """What a chip says."""
    shown = value.replace("..", " – ")
    if field in DATE_FIELDS:
        return shown
    if exclude:
        text = QCoreApplication.translate("Filters", "not %1", "chip of an excluded value")
        return text.replace("%1", shown)
    return f"{field_title(field)}: {shown}"
