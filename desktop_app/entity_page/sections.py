"""The sections of a page as text with links, and the rows of its time line; made by `view` from a Material.

Every word of the archive is escaped. A long section shows its beginning, says how much there is, and has a
link to the rest.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QCoreApplication

from desktop_app.entity_page.links import (
    ApartLink,
    EntityLink,
    Link,
    MentionLink,
    MergeLink,
    SearchLink,
    SpanLink,
    SplitLink,
    address,
)
from desktop_app.entity_page.material import Material
from desktop_app.entity_page.timeline import Point, Row
from desktop_app.entity_page.words import companions_title, tenures_title
from desktop_app.i18n.format import articles, number, span
from desktop_app.theme import colours
from index.model import (
    ArticleLink,
    CorrectionKind,
    EntityCount,
    EntityPage,
    Evidence,
    EvidenceKind,
    MentionType,
    Suggestion,
    Tenure,
)

tr = QCoreApplication.translate
FIRST = 12  # lines of a section at first
LINES = 16  # rows of the time line at most
MANY = 200  # articles that state one row: then rows of one article are left to the list below


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with a remark beside it, and the text below. `key` names it for "show all"."""

    key: str
    title: str
    remark: str
    html: str


def sections(material: Material, whole: frozenset[str]) -> list[Section]:
    """All sections that have something to say; those named in `whole` at full length."""
    page = material.shown
    made = [
        _tenures(page, whole),
        _instances(page, whole),
        _follow_ups(page, whole),
        _signatures(page, whole),
        _quotations(page, whole),
        *(_companions(page, kind, whole) for kind in _companion_order(page)),
        _articles(page, whole),
    ]
    return [section for section in made if section.html]


def timeline_rows(page: EntityPage) -> list[Row]:
    """The tenures that have dates, those stated most often if there are too many, in order of time."""
    dated = [(at, each) for at, each in enumerate(page.tenures) if each.first and each.last]
    if max((each.total for _, each in dated), default=0) >= MANY:  # what one of hundreds says may be a slip
        dated = [one for one in dated if one[1].total > 1]
    if len(dated) > LINES:
        kept = {at for at, _ in sorted(dated, key=lambda one: -one[1].total)[:LINES]}
        dated = [one for one in dated if one[0] in kept]
    return [
        Row(
            at,
            _said(page, each),
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


# -- sections


def _tenures(page: EntityPage, whole: frozenset[str]) -> Section:
    rows = []
    shown = page.tenures if "tenures" in whole else page.tenures[:FIRST]
    for tenure in shown:
        target = tenure_page(page, tenure)
        what = escape(_said(page, tenure))
        head = (
            f"<b>{_link(EntityLink(target), what, _other_role(page))}</b>"
            if target is not None
            else f"<b>{what}</b>"
        )
        printed = "、".join(form for form in tenure.printed if form != tenure.post)
        if printed:
            head += f' <span class="small">{escape(printed)}</span>'
        rows.append(
            f'<tr><td width="168"><span class="small">{span(tenure.first, tenure.last)}</span></td>'
            f"<td>{head}<br>{_statements(tenure)}</td></tr>"
        )
    html = f'<table width="100%" cellspacing="0">{"".join(rows)}</table>' if rows else ""
    remark = part(len(page.tenures), page.tenures_total)
    return Section(
        "tenures",
        tenures_title(page.entity.type),
        remark,
        html + _more("tenures", len(shown), len(page.tenures)),
    )


def _statements(tenure: Tenure) -> str:
    """The first and the last article that state a tenure, and how many do."""
    dated = [link for link in tenure.articles if link.date] or list(tenure.articles)
    ends = dated[:1] + (dated[-1:] if len(dated) > 1 else [])
    entities = tenure_entities(tenure)
    lines = [_article_line(link, MentionLink(link.id, entities)) for link in ends]
    if tenure.total > len(ends):
        lines.append(_link(SearchLink(entities), escape(articles(tenure.total)), "accent", small=True))
    return "<br>".join(lines)


def _instances(page: EntityPage, whole: frozenset[str]) -> Section:
    rows = []
    shown = page.instances if "instances" in whole else page.instances[:FIRST]
    for each in shown:
        year = each.year or (each.first or "")[:4] or tr("Format", "undated")
        when = f"{year} {each.ordinal}".strip()
        rows.append(
            f'<tr><td width="168">{_small(when)}</td>'
            f"<td>{_link(EntityLink(each.entity.id), escape(each.entity.name), 'event')}"
            f" {_small(' · '.join(filter(None, (span(each.first, each.last), articles(each.articles)))))}"
            "</td></tr>"
        )
    html = f'<table width="100%" cellspacing="0">{"".join(rows)}</table>' if rows else ""
    return Section(
        "instances",
        tr("EntityPage", "Over the years"),
        number(len(page.instances)),
        html + _more("instances", len(shown), len(page.instances)),
    )


def _follow_ups(page: EntityPage, whole: frozenset[str]) -> Section:
    shown = page.follow_ups if "follow_ups" in whole else page.follow_ups[:FIRST]
    lines = []
    for each in shown:
        place = SpanLink(each.article.id, each.start, each.end, each.in_title)
        reports = "<br>".join(
            "→ " + _article_line(link, MentionLink(link.id, (each.event.id,))) for link in each.reports
        )
        lines.append(
            f"<p>{_link(place, escape(each.text), 'event')} "
            f"{_small(each.article.title)} {_small(each.article.date or '')}<br>{reports}</p>"
        )
    return Section(
        "follow_ups",
        tr("EntityPage", "Referred to later, and reported"),
        number(len(page.follow_ups)),
        "".join(lines) + _more("follow_ups", len(shown), len(page.follow_ups)),
    )


def _signatures(page: EntityPage, whole: frozenset[str]) -> Section:
    shown = page.signatures if "signatures" in whole else page.signatures[:FIRST]
    lines = [
        f"<p>{_entity(each.entity.id, each.entity.name, each.entity.type)}<br>"
        + "<br>".join(
            _article_line(link, MentionLink(link.id, (each.entity.id, page.entity.id)))
            for link in each.articles[:3]
        )
        + "</p>"
        for each in shown
    ]
    return Section(
        "signatures",
        tr("EntityPage", "Signed by"),
        _read(page),
        "".join(lines) + _more("signatures", len(shown), len(page.signatures)),
    )


def _quotations(page: EntityPage, whole: frozenset[str]) -> Section:
    shown = page.quotations if "quotations" in whole else page.quotations[:8]
    lines = []
    for each in shown:
        place = SpanLink(each.article.id, each.start, each.end)
        quoted = tr("EntityPage", "“%1”", "quotation marks").replace("%1", each.words)
        words = each.words if each.words[:1] in '“「『"' else quoted
        lines.append(
            f'<p><span class="small">{escape(each.verb)}</span> {_link(place, escape(words))}<br>'
            f"{_article_line(each.article, place)}</p>"
        )
    return Section(
        "quotations",
        tr("EntityPage", "Said"),
        _read(page),
        "".join(lines) + _more("quotations", len(shown), len(page.quotations)),
    )


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
        f"{_entity(each.id, each.name, kind)}&nbsp;"
        + _link(SearchLink((page.entity.id, each.id)), number(each.articles), "secondary", small=True)
        for each in shown
    )
    remark = ""
    if found and page.counted < page.entity.articles:
        text = tr("EntityPage", "counted over the newest %1 of %2 articles")
        remark = text.replace("%1", number(page.counted)).replace("%2", number(page.entity.articles))
    html = f'<p style="line-height: 140%; margin: 0">{words}</p>' if words else ""
    return Section(
        kind.value, companions_title(kind), remark, html + _more(kind.value, len(shown), len(found))
    )


def _articles(page: EntityPage, whole: frozenset[str]) -> Section:
    shown = page.articles if "articles" in whole else page.articles[:FIRST]
    lines = "<br>".join(
        _article_line(link, MentionLink(link.id, (page.entity.id,)), small=False) for link in shown
    )
    html = f'<p style="line-height: 140%">{lines}</p>' if lines else ""
    title = tr("EntityPage", "Articles that name it")
    if page.entity.type is MentionType.PERSON:
        title = tr("EntityPage", "Articles that name this person")
    elif page.entity.type is MentionType.DOCUMENT:
        title = tr("EntityPage", "Articles that cite it")
    more = _more("articles", len(shown), len(page.articles))
    if "articles" in whole or not more:
        more = ""
        if page.entity.articles > len(page.articles):
            everything = tr("EntityPage", "All %1 in the results list").replace(
                "%1", articles(page.entity.articles)
            )
            more = f"<p>{_link(SearchLink((page.entity.id,)), escape(everything), 'accent')}</p>"
    return Section("articles", title, part(len(page.articles), page.entity.articles), html + more)


def suggested(page: EntityPage, suggestions: Sequence[Suggestion], possible: bool) -> Section:
    """What looks like two people under this name, or one under two; with the evidence and what to do."""
    lines = []
    for each in suggestions:
        if each.kind is CorrectionKind.SPLIT and len(each.parts) > 1:
            said = escape(tr("EntityPage", "Perhaps two people of this name"))
            do = _link(SplitLink(page.entity.id, min(each.parts, key=len)), _split_words(each), "accent")
        elif each.kind is CorrectionKind.MERGE and len(each.entities) == 2:
            lesser, greater = each.entities
            other = greater if lesser.id == page.entity.id else lesser
            said = escape(tr("EntityPage", "Perhaps the same as %1")).replace(
                "%1", _entity(other.id, other.name, other.type)
            )
            do = _link(MergeLink(lesser.id, greater.id), escape(tr("EntityPage", "Merge both")), "accent")
        else:
            continue
        numbers = [one.id for one in each.entities]
        refused = (
            tr("EntityPage", "They are two") if len(numbers) > 1 else tr("EntityPage", "It is one person")
        )
        do += f" &nbsp; {_link(ApartLink(numbers[0], numbers[-1]), escape(refused), 'accent')}"
        reasons = "<br>".join(_evidence(one) for one in each.evidence[:3])
        lines.append(f"<p>{said} &nbsp; {do if possible else ''}<br>{reasons}</p>")
    return Section("suggestions", tr("EntityPage", "To be checked"), number(len(lines)), "".join(lines))


def _split_words(suggestion: Suggestion) -> str:
    text = tr("EntityPage", "Split off %1…").replace("%1", articles(min(map(len, suggestion.parts))))
    return escape(text)


def _evidence(one: Evidence) -> str:
    """`same post at the same time: 陳 / 陳建仁, 2016-07 – 2018-09` and the articles."""
    reason = {
        EvidenceKind.RIVAL_POSTS: tr("EntityPage", "top posts of different places in the same months"),
        EvidenceKind.SAME_POST: tr("EntityPage", "the same post at the same time"),
        EvidenceKind.SURNAME_ONLY: tr("EntityPage", "a surname alone with the same post at the same time"),
        EvidenceKind.SIMILAR_NAME: tr("EntityPage", "nearly the same name with the same post"),
    }[one.kind]
    head = _small(f"{reason}: {one.one} / {one.other}, {span(one.first, one.last)}")
    ends = one.articles[:1] + (one.articles[-1:] if len(one.articles) > 1 else ())
    return "<br>".join([head, *(_article_line(link, MentionLink(link.id, ())) for link in ends)])


# -- pieces


def _said(page: EntityPage, tenure: Tenure) -> str:
    """A tenure without what the page's own heading says."""
    if page.entity.type is MentionType.POST:
        return tenure.person.name
    names = (tenure.place, tenure.organisation)
    where = "".join(name for name in names if name and name.removesuffix("政府") not in tenure.post)
    post = tenure.post if not where else f"{where} {tenure.post}"
    return post if page.entity.type is MentionType.PERSON else f"{tenure.person.name} · {post}"


def _other_role(page: EntityPage) -> str:
    return "post" if page.entity.type is MentionType.PERSON else "person"


def _article_line(link: ArticleLink, target: Link, *, small: bool = True) -> str:
    day = f'<span class="small">{link.date or tr("Format", "undated")}</span>&nbsp; '
    return day + _link(
        target, escape(link.title or link.origin), "secondary" if small else "ink", small=small
    )


def _small(text: str) -> str:
    return f'<span class="small">{escape(text)}</span>'


def _entity(entity_id: int, name: str, kind: MentionType) -> str:
    return _link(EntityLink(entity_id), escape(name).replace(" ", "&nbsp;"), kind.value)


def _link(target: Link, html: str, role: str = "ink", *, small: bool = False) -> str:
    colour = getattr(colours(), role)
    size = "; font-size: 12px" if small else ""
    return f'<a href="{address(target)}" style="color: {colour}{size}">{html}</a>'


def _more(key: str, shown: int, there: int) -> str:
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


def _read(page: EntityPage) -> str:
    """Over how many articles quotations and signatures were looked for, if not over all."""
    if page.read >= page.entity.articles:
        return ""
    text = tr("EntityPage", "looked for in the newest %1 of %2 articles")
    return text.replace("%1", number(page.read)).replace("%2", number(page.entity.articles))
