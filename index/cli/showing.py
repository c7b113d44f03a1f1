"""`juanzong show`: one article, clean or as it came, in the script asked for."""

from __future__ import annotations

import argparse
import sys

from index.archive import Archive
from index.cli.door import open_for_reading
from index.cli.output import data, record, sentence
from index.errors import ArticleMissing
from index.model import Article, Script
from index.script.conversion import convert


def run(arguments: argparse.Namespace) -> int:
    """Show an article by number or origin."""
    with open_for_reading(arguments) as archive:
        number = number_of(archive, arguments.id)
        if arguments.raw:
            sys.stdout.flush()
            sys.stdout.buffer.write(archive.original(number))
            return 0
        article = archive.article(number)
        script = Script(arguments.script)
        if arguments.json:
            record(_fields(archive, article, script))
        else:
            _print(article, script)
    return 0


def number_of(archive: Archive, name: str) -> int:
    """The article with this number or origin. Raises ArticleMissing."""
    by_origin = archive.find(name)
    if by_origin is not None:
        return by_origin
    number = name.lstrip("#")
    if number.isdecimal() and len(number) < 19:  # what SQLite can count
        return int(number)
    raise ArticleMissing(article_id=name)


def _fields(archive: Archive, article: Article, script: Script) -> dict[str, object]:
    return {
        "id": article.id,
        "origin": article.origin,
        "title": convert(article.title, script).text,
        "date": article.date,
        "date_origin": article.date_origin.value,
        "date_reason": article.date_reason,
        "source": article.source,
        "author": article.author,
        "url": article.url,
        "body": convert(article.body, script).text,
        "encoding": article.encoding,
        "repairs": [{"kind": r.kind.value, "count": r.count} for r in article.repairs],
        "reprints": archive.origins(article.reprints),
        "entities": [
            {"type": e.type.value, "name": e.name, "count": len(e.places), "posts": list(e.posts)}
            for e in archive.entities(article.id)
        ],
    }


def _print(article: Article, script: Script) -> None:
    data(convert(article.title, script).text)
    origin = sentence(f"date_origin.{article.date_origin.value}")
    date = f"{article.date} ({origin})" if article.date else origin
    data(" · ".join(part for part in (article.source, article.author, date, article.origin) if part))
    data("")
    data(convert(article.body, script).text)
    for repair in article.repairs:
        data(f"[{sentence('repair.' + repair.kind.value)}: {repair.count}]")
