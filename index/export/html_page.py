"""One self-contained web page: contents and articles, readable anywhere, without scripts or outside files.

The articles go to a spool while they stream by, since the contents stand before them.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable
from html import escape
from pathlib import Path
from typing import IO

from index.export.citation import citation
from index.export.clean import xml_text
from index.export.columns import ENTITY_COLUMNS
from index.export.item import ExportItem, Heading
from index.model import Note
from index.paths import resource

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_SPOOL = 8 << 20  # bytes held in memory before the spool becomes a file


def write(path: Path, items: Iterable[ExportItem], heading: Heading) -> None:
    """Write the page; articles are anchored as `#a1`, `#a2` in the order given."""
    with (
        tempfile.SpooledTemporaryFile(_SPOOL, "w+", encoding="utf-8", newline="\n") as spool,
        path.open("w", encoding="utf-8", newline="\n") as out,
    ):
        out.write(_top(heading))
        part = ""
        for number, item in enumerate(items, start=1):
            if item.part != part:
                part = item.part
                out.write(f'<li class="part">{safe(part)}</li>\n')
                spool.write(f'<h2 class="part">{safe(part)}</h2>\n')
            out.write(_contents_line(number, item, heading))
            _write_article(spool, number, item, heading)
        out.write("</ol>\n</nav>\n<main>\n")
        spool.seek(0)
        shutil.copyfileobj(spool, out)
        out.write("</main>\n</body>\n</html>\n")


def safe(text: str) -> str:
    """`text` as page text or attribute value: markup escaped, forbidden characters gone."""
    return escape(xml_text(text))


def _top(heading: Heading) -> str:
    name = safe(heading.archive_name)
    style = resource("export", "page.css").read_text(encoding="utf-8")
    return (
        f'<!DOCTYPE html>\n<html lang="{heading.language.replace("_", "-")}">\n<head>\n'
        '<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{name}</title>\n<style>{style}</style>\n</head>\n<body>\n<h1>{name}</h1>\n"
        f"<nav>\n<h2>{safe(heading.label('contents'))}</h2>\n<ol>\n"
    )


def _title(item: ExportItem, heading: Heading) -> str:
    return safe(item.article.title.strip() or heading.label("untitled"))


def _contents_line(number: int, item: ExportItem, heading: Heading) -> str:
    facts = " · ".join(part for part in (item.article.date, item.article.source) if part)
    return f'<li><a href="#a{number}">{_title(item, heading)}</a> <small>{safe(facts)}</small></li>\n'


def _write_article(out: IO[str], number: int, item: ExportItem, heading: Heading) -> None:
    article = item.article
    out.write(f'<article id="a{number}">\n<h2>{_title(item, heading)}</h2>\n')
    out.write(f'<p class="facts">{_facts(item, heading)}</p>\n')
    for paragraph in article.body.splitlines():
        if paragraph.strip():
            out.write(f"<p>{safe(paragraph.strip())}</p>\n")
    rows = [(heading.label(f"facet.{type_.value}"), item.names(type_)) for type_ in ENTITY_COLUMNS]
    if any(names for _, names in rows):
        lines = (f"<dt>{safe(head)}</dt><dd>{safe('　'.join(names))}</dd>" for head, names in rows if names)
        out.write(f'<dl class="names">{"".join(lines)}</dl>\n')
    for note in item.notes:
        _write_note(out, note, heading)
    said = heading.label("citation", citation=citation(article, "gbt7714", corrected=item.particulars))
    out.write(f'<p class="cite">{safe(said)}</p>\n</article>\n')


def _write_note(out: IO[str], note: Note, heading: Heading) -> None:
    out.write('<aside class="note">\n')
    if note.passage is not None:
        lines = (line.strip() for line in note.passage.quote.splitlines() if line.strip())
        out.write(f"<blockquote>{'<br>'.join(map(safe, lines))}</blockquote>\n")
    for line in note.remark.splitlines():
        if line.strip():
            out.write(f"<p>{safe(line.strip())}</p>\n")
    foot = " · ".join([heading.label("note.note"), *(f"#{tag}" for tag in note.tags), note.created_at[:10]])
    out.write(f"<p><small>{safe(foot)}</small></p>\n</aside>\n")


def _facts(item: ExportItem, heading: Heading) -> str:
    article = item.article
    when = article.date or heading.label("date_origin.none")
    if article.date and article.date_origin.value in ("inferred", "file_time"):
        when += f" ({heading.label('date_origin.' + article.date_origin.value)})"
    parts = [safe(part) for part in (when, article.source, article.author, article.origin) if part]
    if article.url:
        shown = safe(article.url)
        web = article.url.lower().startswith(("http://", "https://"))
        parts.append(f'<a href="{shown}" rel="noreferrer">{shown}</a>' if web else shown)
    return " · ".join(parts)
