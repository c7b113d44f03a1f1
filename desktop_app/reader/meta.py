"""The small line under a title: source, date, reprints, repairs; and the names of kinds of repair.

Called by `material` in a worker and by the panel that shows an article as it came.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop_app.i18n.format import date, number
from desktop_app.i18n.script import convert
from desktop_app.reader.typesetting import MetaPart
from index.model import Article, DateOrigin, Script

DATE_LINK = "juanzong:date"
REPRINTS_LINK = "juanzong:reprints"
VERSIONS_LINK = "juanzong:versions"
ORIGINAL_LINK = "juanzong:original"
_SEPARATOR = MetaPart("  ·  ")


def meta_line(article: Article, script: Script) -> tuple[MetaPart, ...]:
    """The pieces of the line; those with a link can be clicked."""
    tr = QCoreApplication.translate
    parts: list[MetaPart] = []
    if article.source:
        parts.append(MetaPart(convert(article.source, script).text))
    if article.author:
        parts.append(MetaPart(convert(article.author, script).text))
    parts.append(_date(article))
    if article.reprints:
        count = len(article.reprints)
        parts.append(MetaPart(tr("Meta", "%n reprint(s)", "under the title", count), REPRINTS_LINK))
    if article.superseded:
        parts.append(MetaPart(tr("Meta", "an older version", "under the title"), VERSIONS_LINK))
    if article.gone_at:
        gone = tr("Meta", "its file is gone since %1", "under the title; %1 is a date")
        parts.append(MetaPart(gone.replace("%1", date(article.gone_at[:10]))))
    repaired = sum(repair.count for repair in article.repairs)
    if repaired:
        text = tr("Meta", "%n place(s) repaired", "under the title", repaired)
        parts.append(MetaPart(text.replace(str(repaired), number(repaired), 1), ORIGINAL_LINK))
    else:
        parts.append(MetaPart(tr("Meta", "as it came", "link to the original text"), ORIGINAL_LINK))
    joined: list[MetaPart] = []
    for part in parts:
        unbroken = MetaPart(part.text.replace(" ", "\u00a0"), part.link)
        joined += [_SEPARATOR, unbroken] if joined else [unbroken]
    return tuple(joined)


def on_paper(line: tuple[MetaPart, ...]) -> tuple[MetaPart, ...]:
    """What of the line says where the article is from, for printing and copying; nothing to be clicked."""
    kept: list[MetaPart] = []
    for part in line:
        if part != _SEPARATOR and part.link in ("", DATE_LINK):
            kept += [_SEPARATOR, MetaPart(part.text)] if kept else [MetaPart(part.text)]
    return tuple(kept)


def _date(article: Article) -> MetaPart:
    tr = QCoreApplication.translate
    if not article.date:
        return MetaPart(tr("Meta", "undated"))
    shown = date(article.date)
    if article.date_origin is DateOrigin.INFERRED:
        return MetaPart(tr("Meta", "%1 (inferred)", "date").replace("%1", shown), DATE_LINK)
    if article.date_origin is DateOrigin.FILE_TIME:
        return MetaPart(tr("Meta", "%1 (date of the file)", "date").replace("%1", shown), DATE_LINK)
    return MetaPart(shown)
