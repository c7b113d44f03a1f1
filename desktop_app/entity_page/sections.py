"""The sections of a page as text with links; made by `view` from a Material.

A long section shows its beginning, says how much there is, and has a link to the rest.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import groupby

from PySide6.QtCore import QCoreApplication

from desktop_app.entity_page.doubts import printed_forms
from desktop_app.entity_page.links import EntityLink, MentionLink, SearchLink, SpanLink
from desktop_app.entity_page.material import Material
from desktop_app.entity_page.pieces import (
    FIRST,
    Section,
    anchor,
    article_line,
    looked_through,
    named,
    part,
    remark,
    rest,
    table,
)
from desktop_app.entity_page.tenures import tenures_section
from desktop_app.entity_page.words import companions_title
from desktop_app.i18n.format import articles, number, span
from index.model import EntityCount, EntityPage, MentionType, Quotation

tr = QCoreApplication.translate
_SPEECHES = 6  # articles with words of a person at first
_SENTENCES = 2  # of each


def sections(material: Material, whole: frozenset[str]) -> list[Section]:
    """All sections that have something to say; those named in `whole` at full length."""
    page = material.shown
    made = [
        tenures_section(page, whole),
        _instances(page, whole),
        _follow_ups(page, whole),
        _signatures(page, whole),
        _quotations(page, whole),
        *(_companions(page, kind, whole) for kind in _companion_order(page)),
        printed_forms(page),
        _articles(page, whole),
    ]
    return [section for section in made if section.html]


def _instances(page: EntityPage, whole: frozenset[str]) -> Section:
    rows = []
    shown = page.instances if "instances" in whole else page.instances[:FIRST]
    for each in shown:
        year = each.year or (each.first or "")[:4] or tr("Format", "undated")
        seen = " · ".join(filter(None, (span(each.first, each.last), articles(each.articles))))
        name = anchor(EntityLink(each.entity.id), escape(each.entity.name), "event")
        rows.append((remark(f"{year} {each.ordinal}".strip()), f"{name} {remark(seen)}"))
    return Section(
        "instances",
        tr("EntityPage", "Over the years"),
        number(len(page.instances)),
        table(rows) + rest("instances", len(shown), len(page.instances)),
    )


def _follow_ups(page: EntityPage, whole: frozenset[str]) -> Section:
    shown = page.follow_ups if "follow_ups" in whole else page.follow_ups[:FIRST]
    lines = []
    for each in shown:
        place = SpanLink(each.article.id, each.start, each.end, each.in_title)
        reports = "<br>".join(
            "→ " + article_line(link, MentionLink(link.id, (each.event.id,))) for link in each.reports
        )
        lines.append(
            f"<p>{anchor(place, escape(each.text), 'event')} "
            f"{remark(each.article.title)} {remark(each.article.date or '')}<br>{reports}</p>"
        )
    return Section(
        "follow_ups",
        tr("EntityPage", "References to meetings, and their reports"),
        number(len(page.follow_ups)),
        "".join(lines) + rest("follow_ups", len(shown), len(page.follow_ups)),
    )


def _signatures(page: EntityPage, whole: frozenset[str]) -> Section:
    shown = page.signatures if "signatures" in whole else page.signatures[:FIRST]
    lines = [
        f"<p>{named(each.entity.id, each.entity.name, each.entity.type)}<br>"
        + "<br>".join(
            article_line(link, MentionLink(link.id, (each.entity.id, page.entity.id)))
            for link in each.articles[:3]
        )
        + "</p>"
        for each in shown
    ]
    return Section(
        "signatures",
        tr("EntityPage", "Signed by"),
        looked_through(page),
        "".join(lines) + rest("signatures", len(shown), len(page.signatures)),
    )


def _quotations(page: EntityPage, whole: frozenset[str]) -> Section:
    """The words of a person, article by article; at first the beginning of what was said in each."""
    said = [(article, list(words)) for article, words in groupby(page.quotations, lambda each: each.article)]
    everything = "quotations" in whole
    lines, shown = [], 0
    for article, words in said if everything else said[:_SPEECHES]:
        some = words if everything else words[:_SENTENCES]
        shown += len(some)
        target = SpanLink(article.id, some[0].start, some[0].end)
        lines.append(f"<p>{article_line(article, target)}<br>{'<br>'.join(map(_quotation, some))}</p>")
    return Section(
        "quotations",
        tr("EntityPage", "Said"),
        looked_through(page),
        "".join(lines) + rest("quotations", shown, len(page.quotations)),
    )


def _quotation(each: Quotation) -> str:
    quoted = tr("EntityPage", "“%1”", "quotation marks").replace("%1", each.words)
    words = each.words if each.words[:1] in '“「『"' else quoted
    place = SpanLink(each.article.id, each.start, each.end)
    return f"{remark(each.verb)} {anchor(place, escape(words))}"


def _companion_order(page: EntityPage) -> Sequence[MentionType]:
    first = [MentionType.PERSON, MentionType.ORGANISATION, MentionType.PLACE]
    rest = [MentionType.DOCUMENT, MentionType.EVENT]
    return (
        [*first, MentionType.POST, *rest] if page.entity.type is not MentionType.PERSON else [*first, *rest]
    )


def _companions(page: EntityPage, kind: MentionType, whole: frozenset[str]) -> Section:
    found: tuple[EntityCount, ...] = {
        MentionType.PERSON: page.people,
        MentionType.POST: page.posts,
        MentionType.ORGANISATION: page.organisations,
        MentionType.PLACE: page.places,
        MentionType.DOCUMENT: page.documents,
        MentionType.EVENT: page.events,
        MentionType.DATE: (),
    }[kind]
    shown = found if kind.value in whole else found[:FIRST]
    words = "&nbsp;&nbsp; ".join(
        f"{named(each.id, each.name, kind)}&nbsp;"
        + anchor(SearchLink((page.entity.id, each.id)), number(each.articles), "secondary", minor=True)
        for each in shown
    )
    counted = ""
    if found and page.counted < page.entity.articles:
        text = tr("EntityPage", "counted over the newest %1 of %2 articles")
        counted = text.replace("%1", number(page.counted)).replace("%2", number(page.entity.articles))
    html = f'<p style="line-height: 140%; margin: 0">{words}</p>' if words else ""
    return Section(
        kind.value, companions_title(kind), counted, html + rest(kind.value, len(shown), len(found))
    )


def _articles(page: EntityPage, whole: frozenset[str]) -> Section:
    shown = page.articles if "articles" in whole else page.articles[:FIRST]
    lines = "<br>".join(
        article_line(link, MentionLink(link.id, (page.entity.id,)), minor=False) for link in shown
    )
    html = f'<p style="line-height: 140%">{lines}</p>' if lines else ""
    title = tr("EntityPage", "Articles that name it")
    if page.entity.type is MentionType.PERSON:
        title = tr("EntityPage", "Articles that name this person")
    elif page.entity.type is MentionType.DOCUMENT:
        title = tr("EntityPage", "Articles that cite it")
    more = rest("articles", len(shown), len(page.articles))
    if "articles" in whole or not more:
        more = ""
        if page.entity.articles > len(page.articles):
            everything = tr("EntityPage", "All %1 in the results list").replace(
                "%1", articles(page.entity.articles)
            )
            more = f"<p>{anchor(SearchLink((page.entity.id,)), escape(everything), 'accent')}</p>"
    return Section("articles", title, part(len(page.articles), page.entity.articles), html + more)
