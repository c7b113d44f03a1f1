"""GB/T 7714, sequential numbering: the edition of 2015, and that of 2025, in force since 1 July 2026.

2015. Newspaper `作者. 题名[N]. 报名, 年-月-日(版次).`, online `[N/OL]` with `[引用日期]. 网址.` at the end;
web page `作者. 题名[EB/OL]. (发布日期)[引用日期]. 网址.`, where the body that published stands for a missing
author; report `作者. 题名: 报告号[R]. 出版地: 出版者, 年: 页.`, online `[R/OL]. (日期)[引用日期]. 网址.`;
standard `起草者. 题名: 标准号[S]. 出版地: 出版者, 年.`; journal `作者. 题名[J]. 刊名, 年, 卷(期): 页.`; the
rest [Z].

2025, as far as its published examples show. Comma, colon and round brackets are full width, without a blank;
the day of access is left to pure online resources ([EB/OL]); an online report has its date without brackets;
a standard begins with its number and names neither drafter nor publisher.

A date that was only inferred stands in square brackets (estimated year, 8.8.2 of 2015); the time of a file is
no date of publication and is not given. A missing author is left out, as numbering allows.
"""

from __future__ import annotations

from dataclasses import dataclass

from index.export.facts import Facts
from index.model import Genre

_MARKS = {
    Genre.NEWSPAPER: "N",
    Genre.JOURNAL: "J",
    Genre.REPORT: "R",
    Genre.STANDARD: "S",
    Genre.WEB: "EB",
    Genre.GENERAL: "Z",
}


@dataclass(frozen=True, slots=True)
class _Signs:
    """The marks of one edition."""

    comma: str
    colon: str
    left: str
    right: str


_HALF = _Signs(", ", ": ", "(", ")")
_FULL = _Signs("，", "：", "（", "）")


def of_2015(facts: Facts) -> str:
    """One reference after GB/T 7714-2015."""
    accessed = f"[{facts.accessed}]" if facts.url and facts.accessed else ""
    if facts.genre is Genre.NEWSPAPER:
        parts = [_by(facts, _HALF), _marked(facts.title, facts), _newspaper(facts, _HALF) + accessed]
    elif facts.genre is Genre.JOURNAL:
        parts = [_by(facts, _HALF), _marked(facts.title, facts), _journal(facts, _HALF) + accessed]
    else:
        by, publisher = _responsible(facts, _HALF)
        numbered = facts.genre in (Genre.REPORT, Genre.STANDARD)
        title = _HALF.colon.join([facts.title, *([facts.issue] if numbered and facts.issue else [])])
        dated = facts.genre is Genre.WEB or (facts.url and not publisher and not facts.place)
        published = (
            _online(facts, publisher, _HALF) if dated else _published(facts, publisher, _HALF)
        ) + accessed
        parts = [by, _marked(title, facts), published]
    return _ended([*parts, facts.url])


def of_2025(facts: Facts) -> str:
    """One reference after GB/T 7714-2025."""
    if facts.genre is Genre.NEWSPAPER:
        parts = [_by(facts, _FULL), _marked(facts.title, facts), _newspaper(facts, _FULL)]
    elif facts.genre is Genre.JOURNAL:
        parts = [_by(facts, _FULL), _marked(facts.title, facts), _journal(facts, _FULL)]
    elif facts.genre is Genre.STANDARD:
        title = "\u3000".join(part for part in (facts.issue, facts.title) if part)
        parts = [_marked(title, facts)]
    else:
        by, publisher = _responsible(facts, _FULL)
        with_number = facts.genre is Genre.REPORT and facts.issue
        title = f"{facts.title}{_FULL.colon}{facts.issue}" if with_number else facts.title
        if facts.genre is Genre.WEB:
            accessed = f"[{facts.accessed}]" if facts.url and facts.accessed else ""
            published = _online(facts, publisher, _FULL) + accessed
        else:
            published = _published(facts, publisher, _FULL)
        parts = [by, _marked(title, facts), published]
    return _ended([*parts, facts.url])


def _ended(parts: list[str]) -> str:
    return ". ".join(part for part in parts if part) + "."


def _by(facts: Facts, signs: _Signs) -> str:
    many = len(facts.authors) > 3
    return signs.comma.join((*facts.authors[:3], "等") if many else facts.authors)


def _responsible(facts: Facts, signs: _Signs) -> tuple[str, str]:
    """(who is responsible, who published): a body that published stands for a missing author."""
    by = _by(facts, signs)
    return (by, facts.source) if by else (facts.source, "")


def _marked(title: str, facts: Facts) -> str:
    return f"{title}[{_MARKS[facts.genre]}{'/OL' if facts.url else ''}]"


def _newspaper(facts: Facts, signs: _Signs) -> str:
    published = signs.comma.join(part for part in (facts.source, facts.shown_date) if part)
    return published + (f"{signs.left}{facts.bare_page}{signs.right}" if facts.page else "")


def _journal(facts: Facts, signs: _Signs) -> str:
    issue = facts.issue.replace("(", signs.left).replace(")", signs.right)
    if issue.startswith(signs.left):  # no volume: the issue follows the year at once
        published = signs.comma.join(part for part in (facts.source, facts.year + issue) if part)
    else:
        published = signs.comma.join(part for part in (facts.source, facts.year, issue) if part)
    return published + (f"{signs.colon}{facts.page}" if facts.page else "")


def _online(facts: Facts, publisher: str, signs: _Signs) -> str:
    dated = facts.shown_date
    if facts.date and not facts.estimated:
        dated = f"{signs.left}{facts.date}{signs.right}"
    return publisher + dated


def _published(facts: Facts, publisher: str, signs: _Signs) -> str:
    house = signs.colon.join(part for part in (facts.place, publisher) if part)
    when = signs.comma.join(part for part in (house, facts.shown_date) if part)
    return when + (f"{signs.colon}{facts.page}" if facts.page else "")
