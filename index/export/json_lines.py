"""JSON Lines: one object per article with everything known about it; the form that scripts read."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from index.export.clean import storable
from index.export.item import ExportItem, Heading
from index.model import Appointment, Mention, Note

# Some readers break lines at these; JSON can escape them, so a line is a line for everybody.
_BREAKS = str.maketrans({char: f"\\u{ord(char):04x}" for char in "\x85\u2028\u2029"})


def write(path: Path, items: Iterable[ExportItem], heading: Heading) -> None:
    """Write one line per item. Keys are always there; what is not known is null or an empty list."""
    with path.open("w", encoding="utf-8", newline="\n") as out:
        for item in items:
            out.write(line(item))


def line(item: ExportItem) -> str:
    """One item as a line of JSON with its end."""
    article = item.article
    record = {
        "origin": article.origin,
        "title": article.title,
        "text": article.body,
        "date": article.date,
        "source": article.source,
        "author": article.author,
        "url": article.url,
        "date_origin": article.date_origin.value,
        "mentions": [_mention(m) for m in item.mentions],
        "title_mentions": [_mention(m) for m in item.title_mentions],
        "appointments": [_appointment(a) for a in item.appointments],
    }
    if item.part:
        record["collection"] = item.part
    if item.notes:
        record["notes"] = [_note(note) for note in item.notes]
    return storable(json.dumps(record, ensure_ascii=False)).translate(_BREAKS) + "\n"


def _mention(mention: Mention) -> dict[str, object]:
    said: dict[str, object] = {
        "type": mention.type.value,
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
    }
    if mention.value:
        said["value"] = mention.value
    return said


def _note(note: Note) -> dict[str, object]:
    said: dict[str, object] = {"kind": note.kind.value, "remark": note.remark, "tags": list(note.tags)}
    if note.passage is not None:
        place = {"in_title": note.passage.in_title, "start": note.passage.start, "end": note.passage.end}
        said |= place | {"quote": note.passage.quote, "colour": note.colour.value, "hold": note.hold.value}
    return said | {"made": note.created_at, "changed": note.changed_at}


def _appointment(appointment: Appointment) -> dict[str, str]:
    said = {"person": appointment.person, "post": appointment.post}
    if appointment.organisation:
        said["organisation"] = appointment.organisation
    if appointment.place:
        said["place"] = appointment.place
    return said
