"""What enters the catalogue: articles with their recognition, made ready by the worker processes.

Plain, small and quick to pickle, because tens of thousands of them cross process borders.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass

from index.model import Appointment, Draft, MentionType
from index.script.fold import fold

_NOT_WORD = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class PlacedMention:
    """A mention ready for the catalogue: its entity (type, key, name) and its place in title or body."""

    type: MentionType
    key: str
    name: str
    in_title: bool
    start: int
    end: int


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
