"""`juanzong export` and `table`: articles and names out of an archive, in the form asked for."""

from __future__ import annotations

import argparse

from index.cli.door import open_for_reading
from index.cli.output import words
from index.model import SearchRequest, TableKind
from index.wording import system_language


def run(arguments: argparse.Namespace) -> int:
    """Export everything, the hits of --query, or a collection as a book."""
    if arguments.command == "table":
        return _table(arguments)
    with open_for_reading(arguments) as archive:
        if arguments.collection:
            from index.cli.desk import collection_named

            count = archive.export_collection(
                collection_named(archive, arguments.collection),
                arguments.format,
                arguments.out,
                notes=arguments.notes,
                language=system_language(),
            )
            words("cli.exported", count=count, path=arguments.out)
            return 0
        request = SearchRequest(arguments.query) if arguments.query else None
        count = archive.export(arguments.format, arguments.out, request, language=system_language())
    words("cli.exported", count=count, path=arguments.out)
    return 0


def _table(arguments: argparse.Namespace) -> int:
    """Write one of the tables about entities."""
    with open_for_reading(arguments) as archive:
        request = SearchRequest(arguments.query) if arguments.query else None
        kind = TableKind(arguments.kind)
        count = archive.table(kind, arguments.out, request, language=system_language())
    words("cli.tabled", count=count, path=arguments.out)
    return 0
