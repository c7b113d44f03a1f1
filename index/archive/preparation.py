"""What a worker process does with a unit of reading: drafts, recognition, keys.

Module-level functions with picklable arguments, because workers are spawned. Called by `importer` through
`workers`, and directly for files without an archive (`extract`, `entities` on the command line).
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from index import entities
from index.catalogue import originals
from index.catalogue.records import (
    PlacedAppointment,
    PlacedMention,
    PostKeys,
    Prepared,
    Recognised,
    letters,
    record_key,
    text_key,
)
from index.catalogue.reprints import bands, sentence_values
from index.importing import RecordFailure, Unit, drafts
from index.model import Appointment, Draft, Mention, MentionType, Recognition

_LONGEST_READ = 2_000_000  # characters of an article whose names are recognised; three novels


def read_unit(unit: Unit) -> list[Prepared | RecordFailure]:
    """Everything in `unit`, ready for the catalogue. Raises ReadError for a file that cannot be read."""
    return [item if isinstance(item, RecordFailure) else prepare(item) for item in drafts(unit)]


def read_file(unit: Unit, folder: Path) -> tuple[list[Prepared | RecordFailure], str | None]:
    """The same for a unit that is a whole file, and the digest of its bytes, kept if articles came of it."""
    items = read_unit(unit)
    found = any(isinstance(item, Prepared) for item in items)
    return items, originals.store(folder, unit.path) if found else None


def keep_original(folder: Path, file: Path) -> str:
    """Store the bytes of a file; returns their digest."""
    return originals.store(folder, file)


def prepare(draft: Draft) -> Prepared:
    """A draft with its mentions placed in title and body, and its digests."""
    found, trouble = _recognised(draft.title, draft.body, draft.date)
    text = letters(draft.body)
    values = (*bands(text), *sentence_values(draft.body))
    keys = text_key(text), record_key(draft), values
    mentions = _placed(found, len(draft.title) + 1)
    return Prepared(draft, mentions, _appointments(found), *keys, trouble, _posts(found))


def recognise_articles(
    texts: Sequence[tuple[int, str, str, str | None]],
) -> list[tuple[int, Recognised | None]]:
    """(article, what it names) for articles given as (number, title, body, date); None where it failed."""
    said: list[tuple[int, Recognised | None]] = []
    for number, title, body, date in texts:
        found, trouble = _recognised(title, body, date)
        both = zip(_appointments(found), _posts(found), strict=True)
        appointed = tuple(PlacedAppointment(*one, keys) for one, keys in both)
        said.append((number, None if trouble else Recognised(_placed(found, len(title) + 1), appointed)))
    return said


def _recognised(title: str, body: str, date: str | None) -> tuple[Recognition, str]:
    """What the recogniser says of a text, and why it failed if it did: no article is lost by that."""
    try:
        return entities.recognise(f"{title}\n{body[:_LONGEST_READ]}", date), ""
    except Exception as error:
        return Recognition(), repr(error)


def _placed(found: Recognition, head: int) -> tuple[PlacedMention, ...]:
    """Mentions with their entities, offsets counted from the title or, after `head`, from the body."""
    placed: list[PlacedMention] = []
    for mention in found.mentions:
        in_title = mention.start < head
        if in_title and mention.end >= head:
            continue
        shift = 0 if in_title else head
        placed.extend(
            PlacedMention(
                mention.type,
                entities.entity_key(mention.type, name),
                name,
                in_title,
                mention.start - shift,
                mention.end - shift,
            )
            for name in _names(mention)
        )
    return tuple(placed)


def _names(mention: Mention) -> tuple[str, ...]:
    """What a mention stands for: its value where it has one, each place of a list of places."""
    if isinstance(mention.value, tuple):
        return mention.value or (mention.text,)
    return (mention.value or mention.text,)


def _appointments(found: Recognition) -> tuple[tuple[str, Appointment], ...]:
    full = {
        m.text: m.value for m in found.mentions if m.type is MentionType.PERSON and isinstance(m.value, str)
    }
    return tuple(
        (entities.entity_key(MentionType.PERSON, full.get(a.person) or a.person), a)
        for a in found.appointments
    )


def _posts(found: Recognition) -> tuple[PostKeys, ...]:
    """The entities of the post, body and place of each appointment; the full form where one is told."""
    full = {
        m.text: m.value for m in found.mentions if m.type is MentionType.POST and isinstance(m.value, str)
    }
    return tuple(
        PostKeys(
            entities.entity_key(MentionType.POST, full.get(a.post) or a.post),
            full.get(a.post) or a.post,
            entities.entity_key(MentionType.ORGANISATION, a.organisation) if a.organisation else "",
            entities.entity_key(MentionType.PLACE, a.place) if a.place else "",
        )
        for a in found.appointments
    )
