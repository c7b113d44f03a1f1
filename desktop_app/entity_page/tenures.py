"""Who held what, on pages of entities: rows of the time line, and the section with the articles that say so.

Used by `sections`, `view` and `pane`.
"""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QCoreApplication

from desktop_app.entity_page.links import EntityLink, MentionLink, SearchLink
from desktop_app.entity_page.pieces import FIRST, Section, anchor, article_line, part, remark, rest, table
from desktop_app.entity_page.timeline import Point, Row
from desktop_app.entity_page.words import tenures_title
from desktop_app.i18n.format import articles, span
from index.model import EntityPage, MentionType, Tenure

tr = QCoreApplication.translate
_TELLING = 3
LINES = 16  # rows of the time line at most
MANY = 200  # times as often another row is stated: then this one may be a slip and stands in the whole list


def timeline_rows(page: EntityPage) -> list[Row]:
    """The tenures that have dates, those stated most often if there are too many, in order of time."""
    dated = [(at, each) for at, each in enumerate(page.tenures) if each.first and each.last]
    most = max((each.total for _, each in dated), default=0)
    dated = [one for one in dated if one[1].total * MANY > most]
    if len(dated) > LINES:
        kept = {at for at, _ in sorted(dated, key=lambda one: -one[1].total)[:LINES]}
        dated = [one for one in dated if one[0] in kept]
    return [
        Row(
            at,
            tenure_words(page, each),
            each.first or "",
            each.last or "",
            tuple(Point(link.id, link.date, link.title) for link in each.articles if link.date),
            each.total,
            "post" if page.entity.type is MentionType.PERSON else "person",
        )
        for at, each in dated
    ]


def tenure_entities(tenure: Tenure) -> tuple[int, ...]:
    """The person and, if known, the post: where they stand is where the article states the tenure."""
    return (tenure.person.id,) if tenure.post_id is None else (tenure.person.id, tenure.post_id)


def tenure_page(page: EntityPage, tenure: Tenure) -> int | None:
    """Which page a tenure leads to: the post's from a person's page, the person's from others."""
    return tenure.person.id if tenure.person.id != page.entity.id else tenure.post_id


def tenures_section(page: EntityPage, whole: frozenset[str]) -> Section:
    """Posts of a person, holders of a post, people of a body or place; with the articles that state them."""
    rows = []
    most = max((each.total for each in page.tenures), default=0)
    usual = [each for each in page.tenures if each.total * MANY > most]
    shown = page.tenures if "tenures" in whole else usual[:FIRST]
    for tenure in shown:
        target = tenure_page(page, tenure)
        what = escape(tenure_words(page, tenure))
        head = (
            f"<b>{anchor(EntityLink(target), what, _other_role(page))}</b>"
            if target is not None
            else f"<b>{what}</b>"
        )
        printed = "、".join(form for form in tenure.printed if form != tenure.post)
        if printed:
            head += f" {remark(printed)}"
        rows.append((remark(span(tenure.first, tenure.last)), f"{head}<br>{_statements(tenure)}"))
    return Section(
        "tenures",
        tenures_title(page.entity.type),
        part(len(page.tenures), page.tenures_total),
        table(rows) + rest("tenures", len(shown), len(page.tenures)),
    )


def _statements(tenure: Tenure) -> str:
    """The first and the last article that state a tenure, and how many do."""
    dated = [link for link in tenure.articles if link.date] or list(tenure.articles)
    ends = dated[:1] + (dated[-1:] if len(dated) > 1 else [])
    entities = tenure_entities(tenure)
    lines = [article_line(link, MentionLink(link.id, entities)) for link in ends]
    if tenure.total > len(ends):
        lines.append(anchor(SearchLink(entities), escape(articles(tenure.total)), "accent", minor=True))
    return "<br>".join(lines)


def tenure_words(page: EntityPage, tenure: Tenure) -> str:
    """A tenure without what the page's own heading says."""
    place = tenure.place if tenure.place not in tenure.organisation else ""
    names = (place, tenure.organisation.removesuffix("政府"))  # 臺南市市長 holds an office of 臺南市政府
    where = "".join(name for name in names if name and not _told(name, tenure.post))
    if page.entity.type is MentionType.POST:
        return f"{tenure.person.name} · {where}" if where else tenure.person.name
    shared = bool(where) and tenure.post.startswith(where[-1] + "委")  # 江西省 and 省委常委
    post = where + tenure.post[shared:] if not where.isascii() else f"{where} {tenure.post}".strip()
    return post if page.entity.type is MentionType.PERSON else f"{tenure.person.name} · {post}"


def _told(name: str, post: str) -> bool:
    """Whether a post says where it is: 台南市衛生局長 in 臺南市政府衛生局."""
    return name in post or (len(name) > _TELLING and name[-_TELLING:] in post)


def _other_role(page: EntityPage) -> str:
    return "post" if page.entity.type is MentionType.PERSON else "person"
