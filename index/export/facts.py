"""What a citation can be made of: an article's particulars, with what somebody corrected of them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.export.clean import one_line
from index.model import Article, DateOrigin, Genre, Particulars

_NEWSPAPER = re.compile(r"(?:报|報)(?:海外版|·\w+)?$")
_REPORT = re.compile(r"(?:报告|報告|公报|公報|白皮书|白皮書)(?:[（(〔].*[）)〕])?$")
_BYLINE = re.compile(r"^(?:本报|本報|本网|本網)?(?:全媒体?|全媒體?)?(?:记者|記者|通讯员|通訊員|作者)[：:\s]*")
_BETWEEN = re.compile(r"\s*[、，,；;/]\s*|(?<=[\u3400-\u9fff]{2})\s+(?=[\u3400-\u9fff]{2})")


@dataclass(frozen=True, slots=True)
class Facts:
    """What is cited; empty where it is not known. `estimated`: the date was inferred."""

    key: str
    genre: Genre
    title: str
    authors: tuple[str, ...]
    source: str
    date: str
    estimated: bool
    page: str
    issue: str
    place: str
    url: str
    accessed: str

    @property
    def responsible(self) -> tuple[tuple[str, ...], str]:
        """(who is responsible, who published): a body that publishes stands for a missing author."""
        if self.authors or self.genre in (Genre.NEWSPAPER, Genre.JOURNAL) or not self.source:
            return self.authors, self.source
        return (self.source,), ""

    @property
    def shown_date(self) -> str:
        """The date, in square brackets if it is an estimate."""
        return f"[{self.date}]" if self.date and self.estimated else self.date

    @property
    def year(self) -> str:
        """The year, in square brackets if it is an estimate."""
        year = self.date.partition("-")[0]
        return f"[{year}]" if year and self.estimated else year

    @property
    def bare_page(self) -> str:
        """The page of a newspaper without words around it: `第3版` is `3`."""
        return re.sub(r"^第\s*|\s*(?:版|頁|页)$", "", self.page)


def facts(article: Article, corrected: Particulars, accessed: str) -> Facts:
    """The facts of an article; what is not None in `corrected` goes before what the article says."""
    known = article.date if article.date_origin is not DateOrigin.FILE_TIME else None
    source = _said(corrected.source, article.source)
    title = _said(corrected.title, article.title)
    url = _said(corrected.url, article.url).replace(" ", "%20")
    return Facts(
        key=f"juanzong{article.id}",
        genre=corrected.genre or guessed_genre(title, source, url),
        title=title,
        authors=authors(_said(corrected.author, article.author)),
        source=source,
        date=_said(corrected.date, known),
        estimated=corrected.date is None and article.date_origin is DateOrigin.INFERRED,
        page=_said(corrected.page, None),
        issue=_said(corrected.issue, None),
        place=_said(corrected.place, None),
        url=url,
        accessed=_said(corrected.accessed, accessed),
    )


def guessed_genre(title: str, source: str, url: str) -> Genre:
    """What a text most likely is, by the name of its source and the words of its title."""
    if _NEWSPAPER.search(source):
        return Genre.NEWSPAPER
    if _REPORT.search(title):
        return Genre.REPORT
    return Genre.WEB if url else Genre.GENERAL


def authors(printed: str) -> tuple[str, ...]:
    """The single names in an author line such as `本报记者 闵小满 孔令岚` or `甲、乙`."""
    return tuple(name for name in _BETWEEN.split(_BYLINE.sub("", one_line(printed))) if name)


def _said(corrected: str | None, own: str | None) -> str:
    return one_line((own if corrected is None else corrected) or "")


def particulars(article: Article, corrected: Particulars) -> Particulars:
    """The particulars of an article as a citation uses them; "" where nothing is known."""
    found = facts(article, corrected, "")
    return Particulars(
        genre=found.genre,
        title=found.title,
        author="、".join(found.authors),
        source=found.source,
        date=found.date,
        page=found.page,
        issue=found.issue,
        place=found.place,
        url=found.url,
        accessed=found.accessed,
    )
