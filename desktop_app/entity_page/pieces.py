"""Words with links, of which the sections of a page are made. Used by `sections`, `tenures` and `doubts`.

Every word of the archive is escaped.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QCoreApplication

from desktop_app.entity_page.links import EntityLink, Link, address
from desktop_app.i18n.format import number
from desktop_app.theme import colours
from index.model import ArticleLink, EntityPage, MentionType

tr = QCoreApplication.translate
FIRST = 12  # lines of a section at first


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with a remark beside it, and the text below. `key` names it for "show all"."""

    key: str
    title: str
    remark: str
    html: str


def table(rows: list[tuple[str, str]]) -> str:
    """Lines with something small at their left."""
    lines = "".join(f'<tr><td width="168">{left}</td><td>{right}</td></tr>' for left, right in rows)
    return f'<table width="100%" cellspacing="0">{lines}</table>' if rows else ""


def article_line(article: ArticleLink, target: Link, *, minor: bool = True) -> str:
    """The date and title of an article, leading to `target`."""
    title = escape(article.title or article.origin)
    day = article.date or tr("Format", "undated")
    return f"{remark(day)}&nbsp; {anchor(target, title, 'secondary' if minor else 'ink', minor=minor)}"


def remark(text: str) -> str:
    """Something said beside."""
    return f'<span class="small">{escape(text)}</span>'


def named(entity_id: int, name: str, kind: MentionType) -> str:
    """A name that leads to its page."""
    return anchor(EntityLink(entity_id), escape(name).replace(" ", "&nbsp;"), kind.value)


def anchor(target: Link, html: str, role: str = "ink", *, minor: bool = False) -> str:
    """Words that lead to `target`; `role` is their colour."""
    colour = getattr(colours(), role)
    size = "; font-size: 12px" if minor else ""
    return f'<a href="{address(target)}" style="color: {colour}{size}">{html}</a>'


def rest(key: str, shown: int, there: int) -> str:
    """The link to the rest of a section."""
    if shown >= there:
        return ""
    text = tr("EntityPage", "Show all %1").replace("%1", number(there))
    return f'<p><a href="more:{key}" style="color: {colours().accent}">{escape(text)}</a></p>'


def part(shown: int, there: int) -> str:
    """`12`, or `first 50 of 5,312`; without a total those that articles state most often."""
    if shown and not there:
        return tr("EntityPage", "the %1 stated most often").replace("%1", number(shown))
    if shown >= there:
        return number(there) if there else ""
    return tr("EntityPage", "%1 of %2").replace("%1", number(shown)).replace("%2", number(there))


def looked_through(page: EntityPage) -> str:
    """Over how many articles quotations, signatures and forms were looked for, if not over all."""
    if page.read >= page.entity.articles:
        return ""
    text = tr("EntityPage", "looked for in the newest %1 of %2 articles")
    return text.replace("%1", number(page.read)).replace("%2", number(page.entity.articles))
