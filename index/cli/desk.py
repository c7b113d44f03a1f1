"""`juanzong quote`, `cite`, `notes`, `collections`, `merge`, `handover`: what people do with articles."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from index.archive import Archive
from index.cli.door import open_for_reading, open_for_writing
from index.cli.output import data, record, sentence, words
from index.cli.showing import number_of
from index.errors import CollectionMissing
from index.model import (
    CheckedQuotation,
    Collection,
    Note,
    QuotationSource,
    SearchRequest,
    TransferReport,
    Verdict,
)
from index.wording import system_language


def run(arguments: argparse.Namespace) -> int:
    """Run the command that was asked for."""
    commands: dict[str, Callable[[argparse.Namespace], int]] = {
        "quote": _quote,
        "cite": _cite,
        "notes": _notes,
        "collections": _collections,
        "merge": _merge,
        "handover": _hand_over,
    }
    return commands[arguments.command](arguments)


def collection_named(archive: Archive, name: str) -> int:
    """The collection with a number or name. Raises CollectionMissing."""
    for one in archive.collections():
        if name in (one.name, str(one.number)):
            return one.number
    raise CollectionMissing(number=name)


def _quote(arguments: argparse.Namespace) -> int:
    """Check quotations; exit code 0 if all were found word for word."""
    if (arguments.text is None) == (arguments.file is None):
        words("cli.text_or_file")
        return 2
    text = arguments.text if arguments.text is not None else _read(arguments.file)
    if text is None:
        return 1
    with open_for_reading(arguments) as archive:
        report = archive.check_quotations(text)
    for one in report.quotations:
        if arguments.json:
            record(_quotation(one))
        else:
            _print(one)
    found = [one for one in report.quotations if one.verdict is not Verdict.TOO_SHORT]
    return 0 if found and all(one.verdict in (Verdict.EXACT, Verdict.MARKS) for one in found) else 1


def _read(path: Path) -> str | None:
    if str(path) == "-":
        return sys.stdin.read()
    try:
        return path.read_text(encoding="utf-8-sig", errors="replace")
    except OSError as error:
        words("cli.cannot_read", file=path, error=error.strerror or error)
        return None


def _print(one: CheckedQuotation) -> None:
    data(f"[{sentence('verdict.' + one.verdict.value)}] {one.text}")
    for source in one.sources[:3]:
        where = " · ".join(part for part in (source.title, source.source, source.date) if part)
        data(f"    {where} (#{source.article_id})")
        if source.verdict is not Verdict.EXACT:
            data(f"    {_marked(one, source)}")


def _marked(one: CheckedQuotation, source: QuotationSource) -> str:
    """The source's words with what differs in brackets: `[quoted→printed]`."""
    out, at = [], 0
    for change in source.alterations:
        out.append(source.text[at : change.source_start])
        quoted = one.text[change.start - one.start : change.end - one.start]
        out.append(f"[{quoted}→{source.text[change.source_start : change.source_end]}]")
        at = change.source_end
    return "".join([*out, source.text[at:]])


def _quotation(one: CheckedQuotation) -> dict[str, object]:
    return {
        "text": one.text,
        "start": one.start,
        "end": one.end,
        "verdict": one.verdict.value,
        "sources": [
            {
                "id": source.article_id,
                "title": source.title,
                "date": source.date,
                "source": source.source,
                "in_title": source.in_title,
                "start": source.start,
                "end": source.end,
                "text": source.text,
                "verdict": source.verdict.value,
                "distance": source.distance,
                "alterations": [[a.start, a.end, a.source_start, a.source_end] for a in source.alterations],
            }
            for source in one.sources
        ],
    }


def _cite(arguments: argparse.Namespace) -> int:
    with open_for_reading(arguments) as archive:
        data(archive.citation(number_of(archive, arguments.id), arguments.style).rstrip("\n"))
    return 0


def _notes(arguments: argparse.Namespace) -> int:
    with open_for_reading(arguments) as archive:
        found = [note for note in archive.notes() if not arguments.tag or arguments.tag in note.tags]
        if arguments.out is not None:
            numbers = [note.number for note in found]
            count = archive.export_notes(arguments.out, numbers, language=system_language())
            words("cli.notes_written", count=count, path=arguments.out)
            return 0
    for note in found:
        if arguments.json:
            record(_note(note))
        else:
            quote = note.passage.quote if note.passage else ""
            data("\t".join((note.kind.value, note.date or "", note.title, quote, note.remark)))
    return 0


def _note(note: Note) -> dict[str, object]:
    said: dict[str, object] = {
        "kind": note.kind.value,
        "hold": note.hold.value,
        "id": note.article_id,
        "origin": note.origin,
        "title": note.title,
        "remark": note.remark,
        "tags": list(note.tags),
        "colour": note.colour.value,
        "done": note.done,
        "made": note.created_at,
        "changed": note.changed_at,
    }
    if note.passage is not None:
        said |= {"quote": note.passage.quote, "start": note.passage.start, "end": note.passage.end}
        said["in_title"] = note.passage.in_title
    return said


def _collections(arguments: argparse.Namespace) -> int:
    with open_for_reading(arguments) as archive:
        found = archive.collections()
        sizes = {one.number: len(archive.collected(one.number)) for one in found}
    for one, depth in _tree(found, None, 0):
        if arguments.json:
            record(
                {"number": one.number, "name": one.name, "parent": one.parent, "articles": sizes[one.number]}
            )
        else:
            data(f"{one.number}\t{'  ' * depth}{one.name}\t{sizes[one.number]}")
    return 0


def _tree(found: Sequence[Collection], parent: int | None, depth: int) -> Iterator[tuple[Collection, int]]:
    """Collections with those in them, and how deep they lie."""
    for one in found:
        if one.parent == parent:
            yield one, depth
            yield from _tree(found, one.number, depth + 1)


def _merge(arguments: argparse.Namespace) -> int:
    with open_for_writing(arguments) as archive:
        report = archive.take_in(arguments.other)
    return _told(report, arguments.json, "cli.merged", arguments.other)


def _hand_over(arguments: argparse.Namespace) -> int:
    with open_for_reading(arguments) as archive:
        chosen: list[int] = []
        collections = []
        if arguments.collection:
            collections = [collection_named(archive, arguments.collection)]
            chosen = archive.articles_of_collection(collections[0])
        if arguments.query:
            chosen += [int(number) for number in archive.search(SearchRequest(arguments.query)).ids()]
        if not arguments.query and not arguments.collection:
            words("cli.query_or_collection")
            return 2
        report = archive.hand_over(
            arguments.out,
            chosen,
            collections=collections,
            originals=not arguments.no_originals,
            notes=not arguments.no_notes,
        )
    return _told(report, arguments.json, "cli.handed_over", arguments.out)


def _told(report: TransferReport, as_json: bool, code: str, path: Path) -> int:
    if as_json:
        record(
            {
                "added": report.added,
                "duplicates": report.duplicates,
                "refused": report.refused,
                "originals": report.originals,
                "originals_missing": report.originals_missing,
                "notes": report.notes,
                "collections": report.collections,
                "corrections": report.corrections,
            }
        )
    words(
        code,
        path=path,
        added=report.added,
        duplicates=report.duplicates,
        notes=report.notes,
        collections=report.collections,
    )
    if report.refused:
        words("cli.refused", count=report.refused)
    return 0
