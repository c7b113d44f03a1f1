"""One article as a citation: GB/T 7714, APA, a plain Chinese footnote, RIS and BibTeX.

Called by the reference list, the Word and HTML exports, and by the window for the clipboard.

**GB/T 7714-2015** (sequential numbering). Newspaper: `作者. 题名[N]. 报纸名, 年-月-日.`; with an address
`[N/OL]. 报纸名, 年-月-日[引用日期]. URL.`. Web page: `责任者. 题名[EB/OL]. (发布日期)[引用日期]. URL.`, where
the publishing body stands for a missing author. Reports are [R], anything else without an address [Z]
(other). A missing author is left out, as numbering allows; the page of the paper is not known here. A date
that was only inferred stands in square brackets (8.8.2 of the standard, for estimated years); the time of
a file is no date of publication and is not given.

**GB/T 7714-2025** replaces it from 1 July 2026. Published about it so far: the day of access is only
given for online resources (done here already), marks are unified, and rules for names, subtitles and
archival material changed. What is written here is valid under both; the 2025 text is not public, so
its finer points are not claimed.

**APA** is the seventh edition; Chinese names and titles are given as printed, without romanisation.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from index.export.clean import one_line
from index.model import Article, DateOrigin

_NEWSPAPER = re.compile(r"(?:报|報)(?:海外版|·\w+)?$")
_REPORT = re.compile(r"(?:报告|報告|公报|公報|白皮书|白皮書)(?:[（(〔].*[）)〕])?$")
_BYLINE = re.compile(r"^(?:本报|本報|本网|本網)?(?:全媒体?|全媒體?)?(?:记者|記者|通讯员|通訊員|作者)[：:\s]*")
_BETWEEN = re.compile(r"\s*[、，,；;/]\s*|(?<=[\u3400-\u9fff]{2})\s+(?=[\u3400-\u9fff]{2})")
_MONTHS = (
    "January February March April May June July August September October November December"
).split(" ")  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Facts:
    """What a citation can be made of; empty strings where it is not known."""

    key: str
    title: str
    authors: tuple[str, ...]
    source: str
    date: str
    estimated: bool  # the date was inferred
    url: str
    accessed: str

    @property
    def newspaper(self) -> bool:
        return bool(_NEWSPAPER.search(self.source))

    @property
    def report(self) -> bool:
        return bool(_REPORT.search(self.title))

    @property
    def shown_date(self) -> str:
        return f"[{self.date}]" if self.date and self.estimated else self.date


def citation(article: Article, style: str, *, accessed: str | None = None) -> str:
    """`article` cited in one of CITATION_STYLES.

    `accessed` is the ISO date on which an online source was read; without it none is given. RIS and
    BibTeX come as several lines ending in a line feed, the others as one line. An unknown style is a
    KeyError.
    """
    known = article.date if article.date_origin is not DateOrigin.FILE_TIME else None
    facts = _Facts(
        key=f"juanzong{article.id}",
        title=one_line(article.title),
        authors=authors(article.author or ""),
        source=one_line(article.source or ""),
        date=known or "",
        estimated=article.date_origin is DateOrigin.INFERRED,
        url=one_line(article.url or "").replace(" ", "%20"),
        accessed=accessed or "",
    )
    return _STYLES[style](facts)


def authors(printed: str) -> tuple[str, ...]:
    """The single names in an author line such as `本报记者 闵小满 孔令岚` or `甲、乙`."""
    return tuple(name for name in _BETWEEN.split(_BYLINE.sub("", one_line(printed))) if name)


def _gbt7714(facts: _Facts) -> str:
    online = "/OL" if facts.url else ""
    accessed = f"[{facts.accessed}]" if facts.url and facts.accessed else ""
    by = ", ".join((*facts.authors[:3], "等") if len(facts.authors) > 3 else facts.authors)
    if facts.newspaper:
        published = ", ".join(part for part in (facts.source, facts.shown_date) if part)
        parts = [by, f"{facts.title}[N{online}]", published + accessed, facts.url]
    else:
        kind = "R" if facts.report else "EB" if online else "Z"
        publisher = facts.source if by else ""
        if online:
            published = publisher + (
                f"({facts.date})" if facts.date and not facts.estimated else facts.shown_date
            )
        else:
            published = ", ".join(part for part in (publisher, facts.shown_date) if part)
        parts = [by or facts.source, f"{facts.title}[{kind}{online}]", published + accessed, facts.url]
    return ". ".join(part for part in parts if part) + "."


def _footnote(facts: _Facts) -> str:
    """`闵小满：《题名》，《临江日报》2019年4月19日。`; titles inside the title get single marks."""
    by = "、".join(facts.authors[:3]) + ("等" if len(facts.authors) > 3 else "")
    title = facts.title.replace("《", "〈").replace("》", "〉")
    source = f"《{facts.source}》" if facts.newspaper else facts.source
    when = _chinese_date(facts.date) + ("（推断）" if facts.date and facts.estimated else "")
    published = source + ("" if facts.newspaper or not (source and when) else "，") + when
    rest = "，".join(part for part in (published, facts.url) if part)
    if facts.url and facts.accessed:
        rest += f"，{_chinese_date(facts.accessed)}访问"
    return (f"{by}：" if by else "") + f"《{title}》" + (f"，{rest}" if rest else "") + "。"


def _apa(facts: _Facts) -> str:
    when = f"({_english_date(facts.date)})"
    by = (
        ", ".join(facts.authors[:-1]) + " & " + facts.authors[-1]
        if len(facts.authors) > 1
        else "".join(facts.authors)
    )
    start = [f"{by}. {when}", facts.title] if by else [facts.title + ". " + when]
    said = ". ".join([*start, *([facts.source] if facts.source else [])]) + "."
    return said + (f" {facts.url}" if facts.url else "")


def _ris(facts: _Facts) -> str:
    kind = "NEWS" if facts.newspaper else "RPRT" if facts.report else "ELEC" if facts.url else "GEN"
    year, month, day = (*facts.date.split("-"), "", "", "")[:3]
    pairs = [("TY", kind), *(("AU", name) for name in facts.authors), ("TI", facts.title)]
    pairs += [("T2" if facts.newspaper else "PB", facts.source), ("PY", year)]
    pairs += [("DA", f"{year}/{month}/{day}/" if year else ""), ("UR", facts.url)]
    pairs += [("Y2", facts.accessed.replace("-", "/") if facts.url else ""), ("LA", "zh"), ("ID", facts.key)]
    return "".join(f"{tag}  - {value}\n" for tag, value in pairs if value) + "ER  - \n"


def _bibtex(facts: _Facts) -> str:
    kind = "article" if facts.newspaper else "techreport" if facts.report else "misc"
    publisher = {"article": "journal", "techreport": "institution", "misc": "howpublished"}[kind]
    year, _, rest = facts.date.partition("-")
    fields = [
        ("author", " and ".join("{" + _tex(name) + "}" for name in facts.authors)),
        ("title", "{" + _tex(facts.title) + "}"),
        (publisher, _tex(facts.source)),
        ("year", year),
        ("month", rest[:2].lstrip("0")),
        ("date", facts.date),
        ("url", _braced(facts.url)),
        ("urldate", facts.accessed if facts.url else ""),
        ("langid", "chinese"),
    ]
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields if value)
    return f"@{kind}{{{facts.key},\n{lines}}}\n"


def _tex(text: str) -> str:
    """`text` with TeX's special characters as commands."""
    special = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
    return "".join(special.get(char, "\\" + char if char in "{}$&#_%" else char) for char in text)


def _braced(url: str) -> str:
    """An address as `\\url` wants it: no braces that would end the field."""
    return url.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")


def _chinese_date(iso: str) -> str:
    numbers = [str(int(part)) for part in iso.split("-") if part.isdigit()]
    return "".join(number + unit for number, unit in zip(numbers, "年月日", strict=False))


def _english_date(iso: str) -> str:
    year, month, day = (*iso.split("-"), "", "", "")[:3]
    if not year:
        return "n.d."
    named = f", {_MONTHS[int(month) - 1]}" if month.isdigit() and 1 <= int(month) <= 12 else ""
    return year + named + (f" {int(day)}" if named and day.isdigit() else "")


_STYLES: dict[str, Callable[[_Facts], str]] = {
    "gbt7714": _gbt7714,
    "apa": _apa,
    "footnote": _footnote,
    "ris": _ris,
    "bibtex": _bibtex,
}
CITATION_STYLES: tuple[str, ...] = tuple(_STYLES)
