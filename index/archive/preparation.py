"""What a worker process does with a unit of reading: drafts, recognition, keys.

Module-level functions with picklable arguments, because workers are spawned. Called by `importer` through
`workers`, and directly for files without an archive (`extract`, `entities` on the command line).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from index import entities
from index.catalogue import originals
from index.catalogue.records import (
    Packed,
    PlacedAppointment,
    PlacedMention,
    PostKeys,
    Prepared,
    letters,
    packed,
    record_key,
    text_key,
)
from index.catalogue.reprints import bands, sentence_values
from index.importing import RecordFailure, Unit, drafts
from index.model import Draft, Mention, MentionType, Recognition

_SHOWN_IN_FULL = (MentionType.ORGANISATION, MentionType.DOCUMENT)  # the others are called as printed
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
    names = _named(found, len(draft.title) + 1, draft.source or "")
    values = (*bands(text), *sentence_values(draft.body, text))
    return Prepared(draft, names, text_key(text), record_key(draft), values, trouble)


def recognise_articles(
    texts: Sequence[tuple[int, str, str, str | None, str | None]],
) -> list[tuple[int, Packed | None]]:
    """(article, what it names) for (number, title, body, date, source) of each; None where it failed."""
    said: list[tuple[int, Packed | None]] = []
    for number, title, body, date, source in texts:
        found, trouble = _recognised(title, body, date)
        said.append((number, None if trouble else _named(found, len(title) + 1, source or "")))
    return said


def _recognised(title: str, body: str, date: str | None) -> tuple[Recognition, str]:
    """What the recogniser says of a text, and why it failed if it did: no article is lost by that."""
    try:
        return entities.recognise(f"{title}\n{body[:_LONGEST_READ]}", date), ""
    except Exception as error:
        return Recognition(), repr(error)


def _named(found: Recognition, head: int, source: str) -> Packed:
    """What was found with its entities, offsets counted from the title or, after `head`, from the body."""
    meant = _meant(found, source)
    return packed(_placed(found, head, meant), _appointments(found, meant, source))


def _meant(found: Recognition, source: str) -> dict[MentionType, dict[str, str]]:
    """By type, the full names of what the article calls by a part of them."""
    return {
        MentionType.ORGANISATION: entities.fuller_names(_of_type(found, MentionType.ORGANISATION), source),
        MentionType.PLACE: entities.fuller_places(_of_type(found, MentionType.PLACE), source),
        MentionType.DOCUMENT: entities.fuller_documents(_of_type(found, MentionType.DOCUMENT)),
        MentionType.POST: entities.fuller_posts(_of_type(found, MentionType.POST), source),
    }


def _placed(
    found: Recognition, head: int, meant: dict[MentionType, dict[str, str]]
) -> Iterator[PlacedMention]:
    surnames = entities.titled_surnames(found.mentions)
    for mention in found.mentions:
        in_title = mention.start < head
        if in_title and mention.end >= head:
            continue
        shift = 0 if in_title else head
        for name in _names(mention):
            if mention.type is MentionType.PERSON:
                name = surnames.get(mention.start, name)
            full = meant.get(mention.type, {}).get(name, name)
            if mention.type in _SHOWN_IN_FULL:
                name = full
            key = entities.entity_key(mention.type, full)
            start, end = mention.start - shift, mention.end - shift
            yield PlacedMention(mention.type, key, name, in_title, start, end)


def _of_type(found: Recognition, kind: MentionType) -> Iterator[str]:
    return (name for mention in found.mentions if mention.type is kind for name in _names(mention))


def _names(mention: Mention) -> tuple[str, ...]:
    """What a mention stands for: its value where it has one, each place of a list of places."""
    if isinstance(mention.value, tuple) and mention.value:
        return mention.value
    return (entities.tidy(str(mention.value or "")) or entities.tidy(mention.text) or mention.text,)


def _appointments(
    found: Recognition, meant: dict[MentionType, dict[str, str]], source: str
) -> Iterator[PlacedAppointment]:
    """The appointments with the entities of person, post, body and place; full forms where one is told."""
    if not found.appointments:
        return
    own_place = entities.publishing_place(source)
    posts, bodies = meant[MentionType.POST], meant[MentionType.ORGANISATION]
    told = {mention.text for mention in found.mentions if mention.type is MentionType.PLACE}
    full = {
        (mention.type, mention.text): mention.value
        for mention in found.mentions
        if isinstance(mention.value, str)
    }
    called: dict[str, set[str]] = {}
    for start, name in entities.titled_surnames(found.mentions).items():
        called.setdefault(next(m.text for m in found.mentions if m.start == start), set()).add(name)
    full.update({(MentionType.PERSON, text): min(names) for text, names in called.items() if len(names) == 1})
    for said in found.appointments:
        person = entities.tidy(full.get((MentionType.PERSON, said.person)) or said.person)
        post = entities.tidy(full.get((MentionType.POST, said.post)) or said.post)
        if said.post in posts and said.place not in told:  # a government's own people
            said = replace(said, place=own_place)
        body = bodies.get(said.organisation or "", said.organisation)
        keys = PostKeys(
            entities.entity_key(MentionType.POST, posts.get(post, post)),
            post,
            entities.entity_key(MentionType.ORGANISATION, body) if body else "",
            entities.entity_key(MentionType.PLACE, said.place) if said.place else "",
        )
        yield PlacedAppointment(entities.entity_key(MentionType.PERSON, person), said, keys)
