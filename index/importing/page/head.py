"""What a page says about itself to machines: meta tags, JSON-LD, and dates in its scripts.

Called by `index.importing.page.article` before scripts are removed from the tree; what scripts hold is only
looked for where the page prints nothing. Governments' pages in
China carry ArticleTitle, PubDate and ContentSource by rule; the press carries og: tags and JSON-LD.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from index.importing.dates import find_dates, read_date

_TITLE_NAMES = (
    "articletitle",
    "og:title",
    "twitter:title",
    "headline",
    "dc.title",
    "weibo: article:title",
    "title",
)
_DATE_NAMES = (
    "pubdate",
    "article:published_time",
    "og:release_date",
    "og:published_time",
    "publishdate",
    "datepublished",
    "publish_date",
    "publish-date",
    "publishtime",
    "dc.date.issued",
    "dc.date",
    "dcterms.created",
    "dc.date.created",
    "weibo:article:create_at",
    "weibo: article:create_at",
    "article:create_at",
    "bytedance:published_time",
    "firstpublishedtime",
    "releasedate",
    "sailthru.date",
    "parsely-pub-date",
    "date",
    "dc.date.modified",
    "article:modified_time",
    "bytedance:updated_time",
    "dateupdate",
)
_SOURCE_NAMES = (
    "contentsource",
    "source",
    "mediaid",
    "dc.source",
    "article:source",
    "og:article:source",
    "weibo: article:source",
)
_AUTHOR_NAMES = ("author", "article:author", "og:article:author", "byl", "dc.creator", "contentauthor")
_ARTICLE_KINDS = re.compile(r"Article|Posting|Report|WebPage", re.I)
_SCRIPT_DATE = re.compile(
    r"""(?i)["']?\b(?:pub(?:lish)?_?-?(?:date|time|at|ed_?time)|datePublished|ptime|news_?time|create_?time|ctime|uploadDate|page_?time|showTime|upDate)["']?"""
    r"""\s*[:=]\s*["']((?:19|20)\d\d[-/.年]?\d{1,2}[-/.月]?\d{1,2}[^"']{0,20}|1[0-9]{9}(?:\d{3})?)["']"""
)
_WECHAT_TIME = re.compile(r"""\bvar\s+ct\s*=\s*["'](\d{10})["']|\boriCreateTime\s*=\s*["'](\d{10})["']""")
_SCRIPT_SOURCE = re.compile(
    r"""(?i)["'](?:sourceName|source_name|mediaName|media_name)["']\s*:\s*["']([^"'\\<>]{2,30})["']"""
    r"""|["'](?:source|media)["']\s*:\s*["']([\u4e00-\u9fff·]{2,20})["']"""
)
_WECHAT_ACCOUNT = re.compile(r"""\bvar\s+nickname\s*=\s*(?:htmlDecode\()?["']([^"'\\<>]{2,30})["']""")
# The comment that browsers and downloaders put before a page they save.
_SAVED_FROM = re.compile(
    r"<!--\s*(?:saved from url=\(\d+\)|mirrored from\s+)?\s*(https?://[^\s<>\"]{8,300}?)\s*-->", re.I
)
_PUBLICATION = re.compile(r"(?i)entry-date|post-date|publish|pubdate|datePublished")
_BEGINNING = 2000
_MOST_JSON = 400_000


@dataclass(frozen=True, slots=True)
class Head:
    """Titles in the order of trust, and the rest where told."""

    titles: tuple[str, ...] = ()
    page_title: str = ""
    date: str | None = None
    source: str | None = None
    author: str | None = None
    site: str | None = None
    url: str | None = None
    kind: str = ""
    timed: str | None = None  # what an element for the day of the article says, wherever it stands
    chosen_date: str | None = None  # of the list of issues that the page offers
    body: str = ""  # the article's text, where JSON-LD carries it


def read_head(root: etree._Element, page: str = "") -> Head:
    """The head of a parsed page, before its scripts are removed; `page` is its text with comments."""
    metas = _metas(root)
    linked = list(_json_ld(root))
    title_element = root.find(".//title")
    page_title = (
        " ".join("".join(map(str, title_element.itertext())).split()) if title_element is not None else ""
    )
    titles = [metas[name] for name in _TITLE_NAMES if metas.get(name)]
    titles += [
        value for fields in linked if (value := _text(fields.get("headline")) or _text(fields.get("title")))
    ]
    date = next((found for name in _DATE_NAMES if (found := read_date(metas.get(name, "")))), None)
    date = date or next(
        (
            found
            for fields in linked
            for name in ("datePublished", "pubDate", "uploadDate")
            if (found := read_date(_text(fields.get(name))))
        ),
        None,
    )
    return Head(
        titles=tuple(dict.fromkeys(" ".join(title.split()) for title in titles)),
        page_title=page_title,
        date=date,
        source=_source(metas),
        author=next((metas[name] for name in _AUTHOR_NAMES if metas.get(name)), None)
        or next((name for fields in linked if (name := _name(fields.get("author")))), None),
        site=metas.get("og:site_name")
        or metas.get("sitename")
        or next((name for fields in linked if (name := _name(fields.get("publisher")))), None),
        url=_url(root, metas, page),
        kind=metas.get("og:type", "").lower(),
        timed=_timed(root),
        chosen_date=_chosen_date(root),
        body=max((_text(fields.get("articleBody")) for fields in linked), key=len, default=""),
    )


def _timed(root: etree._Element) -> str | None:
    """The day of the first `<time>` called after publication: as printed, else as its attribute says."""
    for each in root.iter("time"):
        called = f"{each.get('class') or ''} {each.get('itemprop') or ''}"
        if (_PUBLICATION.search(called) or each.get("pubdate") is not None) and not any(
            around.tag in ("aside", "nav", "li") for around in each.iterancestors()
        ):
            date = read_date("".join(map(str, each.itertext())).strip()) or read_date(
                each.get("datetime") or ""
            )
            if date and len(date) == len("2024-03-05"):
                return date
    return None


def _chosen_date(root: etree._Element) -> str | None:
    """The day that is chosen in a list of days, as pages of newspapers offer their issues."""
    for each in root.iter("select"):
        options = list(each.iter("option"))
        chosen = next((option for option in options if option.get("selected") is not None), None)
        if chosen is None and len(options) == 1:
            chosen = options[0]
        date = read_date("".join(map(str, chosen.itertext())).strip()) if chosen is not None else None
        if date and len(date) == len("2024-03-05"):
            return date
    return None


def _metas(root: etree._Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = meta.get("name") or meta.get("property") or meta.get("itemprop") or ""
        content = (meta.get("content") or "").strip()
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _json_ld(root: etree._Element) -> Iterator[dict[str, object]]:
    """Objects of JSON-LD that describe an article; nested ones of @graph too."""
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "") or not script.text or len(script.text) > _MOST_JSON:
            continue
        try:
            value = json.loads(script.text, strict=False)
        except (ValueError, RecursionError):
            continue
        waiting = [value]
        while waiting:
            item = waiting.pop(0)
            if isinstance(item, list):
                waiting += item[:50]
            elif isinstance(item, dict):
                if isinstance(item.get("@graph"), list):
                    waiting += item["@graph"][:50]
                if _ARTICLE_KINDS.search(str(item.get("@type", "WebPage"))):
                    yield item


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _name(value: object) -> str:
    if isinstance(value, list):
        return " ".join(filter(None, (_name(item) for item in value[:5])))
    if isinstance(value, dict):
        return _text(value.get("name"))
    return _text(value)


def script_dates(page: str) -> Iterator[str]:
    """Dates of publication in the data of a page's scripts, for pages that print none."""
    for found in _WECHAT_TIME.finditer(page):
        if date := read_date(found[1] or found[2]):
            yield date
    for found in _SCRIPT_DATE.finditer(page):
        if date := read_date(found[1]):
            yield date


def title_date(head: Head) -> str | None:
    """A date that stands as a part of its own in a title: `… | 德国之声 | 13.12.2011`."""
    parts = (
        part.strip() for title in (head.page_title, *head.titles) for part in re.split(r"[_|｜]", title)[1:]
    )
    return next(
        (found.iso for part in parts for found in find_dates(part) if found.end - found.start == len(part)),
        None,
    )


def _source(metas: dict[str, str]) -> str | None:
    value = next((metas[name] for name in _SOURCE_NAMES if metas.get(name)), "")
    return _medium(value.removeprefix("来源：").removeprefix("來源："))


def script_source(page: str) -> str | None:
    """The medium that the data of a page's scripts names, for pages that print none."""
    named = _SCRIPT_SOURCE.search(page)
    return _medium(next(filter(None, named.groups()))) if named else None


def account(page: str) -> str | None:
    """The account that published a page of WeChat; what stands beside the date there is its author."""
    named = _WECHAT_ACCOUNT.search(page)
    return _medium(named[1]) if named else None


def _medium(value: str) -> str | None:
    value = value.strip()
    return None if not value or value.isdigit() or value.startswith("http") else value


def _url(root: etree._Element, metas: dict[str, str], page: str) -> str | None:
    saved = _SAVED_FROM.search(page[:_BEGINNING])
    canonical = next((link.get("href") for link in root.iter("link") if link.get("rel") == "canonical"), None)
    url = canonical or metas.get("og:url") or (saved[1] if saved else None)
    return url if url and url.startswith(("http://", "https://")) else None
