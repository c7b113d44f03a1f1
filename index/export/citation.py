"""One article as a citation: GB/T 7714 of 2015 and 2025, APA, a plain Chinese footnote, RIS and BibTeX.

Called by the exports and by the façade for the clipboard. **APA** is the seventh edition; Chinese names and
titles are given as printed, without romanisation. The **footnote** is that of Chinese historical journals.
"""

from __future__ import annotations

from collections.abc import Callable

from index.export import gbt7714, interchange
from index.export.facts import Facts, facts
from index.model import Article, Genre, Particulars

_MONTHS = (
    "January February March April May June July August September October November December"
).split(" ")  # fmt: skip
_NOTHING = Particulars()


def citation(
    article: Article, style: str, *, accessed: str | None = None, corrected: Particulars = _NOTHING
) -> str:
    """`article` cited in one of CITATION_STYLES.

    `accessed` is the ISO date on which an online source was read; without it none is given. `corrected`
    goes before what the article says itself. RIS and BibTeX come as several lines ending in a line feed, the
    others as one line. An unknown style is a KeyError.
    """
    return _STYLES[style](facts(article, corrected, accessed or ""))


def _footnote(facts: Facts) -> str:
    """`闵小满：《题名》，《临江日报》2019年4月19日，第3版。`; titles inside the title get single marks."""
    by = "、".join(facts.authors[:3]) + ("等" if len(facts.authors) > 3 else "")
    title = facts.title.replace("《", "〈").replace("》", "〉")
    periodical = facts.genre in (Genre.NEWSPAPER, Genre.JOURNAL)
    source = f"《{facts.source}》" if periodical and facts.source else facts.source
    if facts.place and not periodical:
        source = f"{facts.place}：{source}" if source else facts.place
    if facts.genre is Genre.JOURNAL:
        when = facts.date[:4] + "年" * bool(facts.date) + _issue(facts.issue)
    else:
        when = _chinese_date(facts.date)
    when += "（推断）" if facts.date and facts.estimated else ""
    published = source + ("" if periodical or not (source and when) else "，") + when
    rest = "，".join(part for part in (published, _page(facts), facts.url) if part)
    if facts.url and facts.accessed:
        rest += f"，{_chinese_date(facts.accessed)}访问"
    return (f"{by}：" if by else "") + f"《{title}》" + (f"，{rest}" if rest else "") + "。"


def _issue(issue: str) -> str:
    """`57(34)` as 第57卷第34期."""
    volume, _, number = issue.replace("（", "(").replace("）", "").replace(")", "").partition("(")
    return (f"第{volume}卷" if volume and number else "") + (f"第{number or volume}期" if issue else "")


def _page(facts: Facts) -> str:
    if not facts.page or any(word in facts.page for word in "版页頁"):
        return facts.page
    return f"第{facts.page}{'版' if facts.genre is Genre.NEWSPAPER else '页'}"


def _apa(facts: Facts) -> str:
    when = f"({_english_date(facts.date)})"
    names, publisher = facts.responsible
    by = ", ".join(names[:-1]) + " & " + names[-1] if len(names) > 1 else "".join(names)
    title = facts.title
    if facts.genre in (Genre.REPORT, Genre.STANDARD) and facts.issue:
        title += f" ({facts.issue})"
    start = [f"{by}. {when}", title] if by else [title + ". " + when]
    issue = facts.issue if facts.genre is Genre.JOURNAL else ""
    page = facts.bare_page if facts.genre is Genre.NEWSPAPER else facts.page
    source = ", ".join(part for part in (publisher, issue, page) if part)
    said = ". ".join([*start, *([source] if source else [])]) + "."
    return said + (f" {facts.url}" if facts.url else "")


def _chinese_date(iso: str) -> str:
    numbers = [str(int(part)) for part in iso.split("-") if part.isdigit()]
    return "".join(number + unit for number, unit in zip(numbers, "年月日", strict=False))


def _english_date(iso: str) -> str:
    year, month, day = (*iso.split("-"), "", "", "")[:3]
    if not year:
        return "n.d."
    named = f", {_MONTHS[int(month) - 1]}" if month.isdigit() and 1 <= int(month) <= 12 else ""
    return year + named + (f" {int(day)}" if named and day.isdigit() else "")


_STYLES: dict[str, Callable[[Facts], str]] = {
    "gbt7714": gbt7714.of_2015,
    "gbt7714-2025": gbt7714.of_2025,
    "apa": _apa,
    "footnote": _footnote,
    "ris": interchange.ris,
    "bibtex": interchange.bibtex,
}
CITATION_STYLES: tuple[str, ...] = tuple(_STYLES)
