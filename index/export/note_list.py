"""Notes as Markdown, Word or CSV, grouped by article; every quotation with its source.

Called by the façade. Notes come in the order in which they are to be written; those of one article stand
together.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from index.errors import ExportError
from index.export.clean import inert, one_line, xml_text
from index.export.item import Heading
from index.export.target import replacing
from index.model import Hold, Note, NoteKind
from index.wording import LANGUAGES, language_of

Cite = Callable[[Note], str]
_COLUMNS = ("title", "date", "source", "kind", "quote", "remark", "tags", "colour", "made", "changed", "hold")


def write_notes(out: Path, notes: Sequence[Note], cite: Cite, *, archive_name: str, language: str) -> int:
    """Write notes to a .md, .docx or .csv file; returns how many. Raises ExportError.

    `cite` gives the citation of a note's article, "" for one that is gone.
    """
    heading = Heading(archive_name, language if language in LANGUAGES else language_of(language))
    form = out.suffix.lower().removeprefix(".")
    if form not in NOTE_FORMATS:
        known = ", ".join(NOTE_FORMATS)
        raise ExportError(path=out, reason=heading.label("unknown_format", format=form or "?", known=known))
    with replacing(out, heading) as part:
        _WRITERS[form](part, notes, cite, heading)
    return len(notes)


def _write_csv(path: Path, notes: Sequence[Note], cite: Cite, heading: Heading) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as out:
        table = csv.writer(out, quoting=csv.QUOTE_MINIMAL)
        table.writerow([*(heading.label(f"note.{column}") for column in _COLUMNS), heading.label("origin")])
        for note in notes:
            table.writerow([inert(cell) for cell in _cells(note, heading)])


def _cells(note: Note, heading: Heading) -> list[str]:
    return [
        note.title,
        note.date or "",
        note.source or "",
        _kind(note, heading),
        note.passage.quote if note.passage else "",
        note.remark,
        "；".join(note.tags),
        heading.label(f"note.{note.colour.value}") if note.kind is NoteKind.PASSAGE else "",
        note.created_at[:16].replace("T", " "),
        note.changed_at[:16].replace("T", " "),
        heading.label(f"note.hold_{note.hold.value}"),
        note.origin,
    ]


def _write_markdown(path: Path, notes: Sequence[Note], cite: Cite, heading: Heading) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as out:
        out.write(f"# {_escaped(_title(heading))}\n")
        for title, said, group in _articles(notes, cite, heading):
            out.write(f"\n## {_escaped(title)}\n\n")
            if said:
                out.write(f"{_escaped(said)}\n")
            for note in group:
                out.write("\n")
                if note.passage is not None:
                    lines = (line for line in note.passage.quote.splitlines() if line.strip())
                    out.write("".join(f"> {_escaped(line.strip())}\n" for line in lines) + "\n")
                if note.remark:
                    out.write("  \n".join(_escaped(line) for line in note.remark.splitlines()) + "\n\n")
                out.write(f"*{_escaped(_foot(note, heading))}*\n")


def _write_word(path: Path, notes: Sequence[Note], cite: Cite, heading: Heading) -> None:
    from index.export.word import NoteBook

    book = NoteBook(heading, _title(heading))
    for title, said, group in _articles(notes, cite, heading):
        book.article(title, said)
        for note in group:
            book.note(note.passage.quote if note.passage else "", note.remark, _foot(note, heading))
    book.save(path)


def _articles(notes: Iterable[Note], cite: Cite, heading: Heading) -> Iterator[tuple[str, str, list[Note]]]:
    """(title, citation, notes) of each article."""
    for _, found in groupby(notes, key=lambda note: (note.article_id, note.origin)):
        group = list(found)
        title = one_line(group[0].title) or heading.label("untitled")
        yield title, one_line(cite(group[0])), group


def _title(heading: Heading) -> str:
    return heading.label("note.heading", archive=heading.archive_name)


def _kind(note: Note, heading: Heading) -> str:
    done = note.kind is NoteKind.TO_READ and note.done
    return heading.label("note.read" if done else f"note.{note.kind.value}")


def _foot(note: Note, heading: Heading) -> str:
    """What kind of note, tags, day, and whether its words are still there, in one line."""
    colour = heading.label(f"note.{note.colour.value}") if note.kind is NoteKind.PASSAGE else ""
    lost = heading.label(f"note.hold_{note.hold.value}") if note.hold in (Hold.LOST, Hold.GONE) else ""
    tags = " ".join(f"#{tag}" for tag in note.tags)
    kind = "" if note.kind is NoteKind.PASSAGE else _kind(note, heading)
    return one_line(" · ".join(part for part in (kind, colour, tags, note.created_at[:10], lost) if part))


def _escaped(text: str) -> str:
    """Text that Markdown takes as it stands."""
    return "".join(f"\\{char}" if char in "\\`*_{}[]<>#|" else char for char in xml_text(text))


_WRITERS: dict[str, Callable[[Path, Sequence[Note], Cite, Heading], None]] = {
    "md": _write_markdown,
    "docx": _write_word,
    "csv": _write_csv,
}
NOTE_FORMATS: tuple[str, ...] = tuple(_WRITERS)
