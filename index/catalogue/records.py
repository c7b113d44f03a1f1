"""What enters the catalogue: articles with their recognition, made ready by the worker processes.

Plain, small and quick to pickle, because tens of thousands of them cross process borders.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from typing import NamedTuple

from index.model import Appointment, Draft, MentionType
from index.script.fold import fold

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


@dataclass(frozen=True, slots=True)
class PlacedAppointment:
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


@dataclass(frozen=True, slots=True)
class Prepared:
    """A draft with everything the catalogue stores about it."""

    draft: Draft
    mentions: tuple[PlacedMention, ...]
    appointments: tuple[tuple[str, Appointment], ...]  # (key of the person, appointment)
    text_key: bytes
    record_key: bytes
    bands: tuple[int, ...]  # of the text's signature, see `reprints`
    trouble: str = ""  # why recognition failed, if it did; the article is kept all the same
    posts: tuple[PostKeys, ...] = ()  # for each appointment

    @property
    def recognised(self) -> Recognised:
        """What the recogniser said of the article."""
        keys = self.posts or tuple(PostKeys("", said.post) for _, said in self.appointments)
        both = zip(self.appointments, keys, strict=True)
        return Recognised(self.mentions, tuple(PlacedAppointment(*one, of_one) for one, of_one in both))


def letters(text: str) -> str:
    """The folded letters and digits of a text, without blanks and punctuation."""
    return _NOT_WORD.sub("", fold(text))


def text_key(text: str) -> bytes:
    """Digest of the `letters` of a text: equal for reprints, whatever script or punctuation."""
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def record_key(draft: Draft) -> bytes:
    """Digest of all that was read of an article; equal when nothing changed."""
    read = [draft.title, draft.body, draft.date, draft.source, draft.author, draft.url]
    return hashlib.blake2b(json.dumps(read).encode(), digest_size=16).digest()
