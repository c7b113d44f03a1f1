"""What enters the catalogue: articles with their recognition, made ready by the worker processes.

Plain, small and quick to pickle, because tens of thousands of them cross process borders.
"""

from __future__ import annotations

import hashlib
import json
import re
import struct
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from index.model import Appointment, Draft, MentionType
from index.script.fold import fold

PLACE = struct.Struct("<4i")  # of a mention: entity, in_title, start, end
READ = ("title", "body", "date", "source", "author", "url")  # fields of a draft, columns of an article
_NOT_WORD = re.compile(r"[\W_]+")


class PlacedMention(NamedTuple):
    """A mention ready for the catalogue: its entity (type, key, name) and its place in title or body.

    A tuple, because fifty of them an article cross a process border, and tuples do so quickest.
    """

    type: MentionType
    key: str
    name: str
    in_title: bool
    start: int
    end: int


class PostKeys(NamedTuple):
    """The entity keys of an appointment's post, body and place; "" for what is not told."""

    post: str
    post_name: str
    organisation: str = ""
    place: str = ""


class PlacedAppointment(NamedTuple):
    """An appointment ready for the catalogue, with the keys of everything it names."""

    person_key: str
    appointment: Appointment
    keys: PostKeys


@dataclass(frozen=True, slots=True)
class Recognised:
    """All names of one article with their entities."""

    mentions: tuple[PlacedMention, ...] = ()
    appointments: tuple[PlacedAppointment, ...] = ()

    def named(self) -> set[tuple[MentionType, str]]:
        """(type, key) of every entity in it."""
        found = {(m.type, m.key) for m in self.mentions}
        for one in self.appointments:
            found.add((MentionType.PERSON, one.person_key))
            found.add((MentionType.POST, one.keys.post))
            found.add((MentionType.ORGANISATION, one.keys.organisation))
            found.add((MentionType.PLACE, one.keys.place))
        return found


class Packed(NamedTuple):
    """The same in the shape that crosses process borders and fills the catalogue most quickly.

    The names of single mentions are gone: an entity has its fullest one.
    """

    entities: tuple[tuple[str, str, str], ...] = ()  # type, key and fullest name, each type and key once
    places: bytes = b""  # for each mention little-endian int32: number in `entities`, in_title, start, end
    appointments: tuple[PlacedAppointment, ...] = ()

    def opened(self) -> Recognised:
        """The mentions one by one."""
        entities = [(MentionType(kind), key, name) for kind, key, name in self.entities]
        mentions = tuple(
            PlacedMention._make((*entities[number], bool(in_title), start, end))
            for number, in_title, start, end in PLACE.iter_unpack(self.places)
        )
        return Recognised(mentions, self.appointments)


def packed(mentions: Iterable[PlacedMention], appointments: Iterable[PlacedAppointment]) -> Packed:
    """Mentions and appointments in their small shape."""
    numbers: dict[tuple[str, str], int] = {}
    names: list[str] = []
    places: list[int] = []
    for kind, key, name, in_title, start, end in mentions:
        number = numbers.setdefault((kind, key), len(names))
        if number == len(names):
            names.append(name)
        elif len(name) > len(names[number]):
            names[number] = name
        places += (number, in_title, start, end)
    entities = tuple((str(kind), key, name) for (kind, key), name in zip(numbers, names, strict=True))
    return Packed(entities, struct.pack(f"<{len(places)}i", *places), tuple(appointments))


@dataclass(frozen=True, slots=True)
class Prepared:
    """A draft with everything the catalogue stores about it."""

    draft: Draft
    names: Packed
    text_key: bytes
    record_key: bytes
    bands: tuple[int, ...]  # of the text's signature, see `reprints`
    trouble: str = ""  # why recognition failed, if it did; the article is kept all the same


def letters(text: str) -> str:
    """The folded letters and digits of a text, without blanks and punctuation."""
    return _NOT_WORD.sub("", fold(text))


def text_key(text: str) -> bytes:
    """Digest of the `letters` of a text: equal for reprints, whatever script or punctuation."""
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def record_key(draft: Draft) -> bytes:
    """Digest of all that was read of an article; equal when nothing changed."""
    return key_of_fields([getattr(draft, name) for name in READ])


def key_of_fields(read: Sequence[str | None]) -> bytes:
    """The same of the fields READ."""
    return hashlib.blake2b(json.dumps(read).encode(), digest_size=16).digest()
