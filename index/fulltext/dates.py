"""Dates and ranges of dates as people write them in queries. Called by `tokens`, `parsing` and `searcher`."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from index.script.fold import fold

Days = tuple[int, int]  # first and last day, yyyymmdd; months and days that are not told are 00 and 99

FIRST, LAST = 1, 99999999
_ISO = re.compile(r"(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2}))?)?[年月日号]?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})?")
_PLAIN = r"\d{4}(?:[-/.]\d{1,2}){0,2}"
_HYPHEN = re.compile(rf"({_PLAIN})-({_PLAIN})|(.*[年月日号])--?(.+)|(.+)--(.+)")
_BETWEEN = re.compile(r"\.{2,}|…+|~|—+|–|至|到")
_SINCE = re.compile(r"(.+?)(?:以来|以后|之后|至今|起|后|-)")
_UNTIL = re.compile(r"(?:至|到)?(.+?)(?:以前|之前|为止|止|前)")
_COMPARED = re.compile(r"(>=|<=|=>|=<|≥|≤|>|<)(.+)")
_NUMBER = r"[0-9]+|[〇○零一二三四五六七八九十百]+"
_WRITTEN = re.compile(
    rf"(中华民国|民国|公元|西元)?({_NUMBER}|元)(?:年(?:({_NUMBER})月(?:({_NUMBER})[日号]?)?)?)?"
)
_PART = re.compile(r"(\d{4})年?[-第]?(?:([一二三四1-4])季度?|q([1-4])|(上|下)半年)")
_DECADE = re.compile(rf"(?:(\d{{2}})世纪|上个?世纪|(\d{{2}}))?({_NUMBER})年代|(\d{{3}})[?*x]")
_WHOLE_YEAR = re.compile(r"(\d{4})[-/.年]?\*")
_LATELY = re.compile(rf"(?:最近|近)({_NUMBER}|两)?(?:个)?(年|月|天|日|周)")
_MONTH_ONLY = re.compile(rf"({_NUMBER})月(?:({_NUMBER})[日号]?)?")
_DIGITS = {char: digit for digit, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0}
_NAMED_DAYS = {"今天": 0, "今日": 0, "昨天": 1, "昨日": 1, "前天": 2}
_NAMED_YEARS = {"今年": 0, "本年": 0, "去年": 1, "前年": 2}
_NAMED_MONTHS = {"本月": 0, "这个月": 0, "上月": 1, "上个月": 1}


def date_range(text: str) -> Days | None:
    """First and last day (yyyymmdd) of a date or a range; None if it is neither.

    A year covers all days of it, also articles of which only the year is known. Either end of a range may
    be left out. `2023`, `2023-11`, `2023年11月5日`, `二〇二三年`, `民國112年`, `2023-11..2024-02`,
    `2023年以来`, `>=2023`, `2023年第一季度`, `90年代`, `去年`.
    """
    folded = re.sub(r"[\s,]+", "", fold(text)).removeprefix("从").removeprefix("自")
    if not folded:
        return None
    whole = _one(folded)
    if whole is not None:
        return whole
    compared = _COMPARED.fullmatch(folded)
    if compared is not None:
        return _compared(compared[1], _one(compared[2]))
    for pattern, since in ((_SINCE, True), (_UNTIL, False)):
        open_range = pattern.fullmatch(folded)
        found = _one(open_range[1]) if open_range else None
        if found is not None:
            return (found[0], LAST) if since else (FIRST, found[1])
    return _between(folded)


def _between(folded: str) -> Days | None:
    hyphen = _HYPHEN.fullmatch(folded)
    parts = [each for each in hyphen.groups() if each is not None] if hyphen else _BETWEEN.split(folded)
    if len(parts) != 2 or not any(parts):
        return None
    low = _one(parts[0]) if parts[0] else (FIRST, 0)
    if low is None:
        return None
    high = _one(parts[1], low[0] // 10000) if parts[1] else (0, LAST)
    if high is None:
        return None
    if low[0] > high[1]:
        low, high = high, low
    return low[0], high[1]


def _compared(sign: str, days: Days | None) -> Days | None:
    if days is None:
        return None
    if sign in (">", "<"):
        return (days[1] + 1, LAST) if sign == ">" else (FIRST, days[0] - 1)
    return (days[0], LAST) if ">" in sign or sign == "≥" else (FIRST, days[1])


def _one(text: str, year: int = 0) -> Days | None:
    """The days of one date; `year` is meant where only a month is said."""
    match = _COMPACT.fullmatch(text) or _ISO.fullmatch(text)
    if match is not None:
        return _days(*(int(part) if part else 0 for part in match.groups()))
    match = _WRITTEN.fullmatch(text)
    if match is not None:
        return _written(text, match)
    match = _MONTH_ONLY.fullmatch(text) if year else None
    if match is not None:
        return _days(year, _value(match[1]), _value(match[2]) if match[2] else 0)
    return _part_of_year(text) or _decade(text) or _named(text)


def _days(year: int, month: int, day: int) -> Days | None:
    if not 0 < year < 10000 or month > 12 or (day and (not month or day > monthrange(year, month)[1])):
        return None
    if not month:
        return year * 10000, year * 10000 + 9999
    if not day:
        return year * 10000 + month * 100, year * 10000 + month * 100 + 99
    number = year * 10000 + month * 100 + day
    return number, number


def _written(text: str, match: re.Match[str]) -> Days | None:
    """二〇二三年十一月, 民國一百一十二年, 112年: years of three figures are counted from 1911."""
    era, figures = match[1], match[2]
    year = 1 if figures == "元" else _value(figures)
    republic = era in ("民国", "中华民国") or (not era and len(figures) == 3 and "年" in text)
    if figures == "元" and not republic:
        return None
    if republic and year < 1000:
        year += 1911
    elif len(figures) != 4:
        return None
    return _days(year, *(_value(part) if part else 0 for part in (match[3], match[4])))


def _value(figures: str) -> int:
    """A number in Arabic or Chinese figures: 112, 二〇二三, 一百一十二, 十一."""
    if figures.isdigit() and figures.isascii():
        return int(figures)
    if not re.search("[十百]", figures):
        return int("".join(str(_DIGITS[char]) for char in figures))
    total = digit = 0
    for char in figures:
        if char in "十百":
            total += (digit or 1) * (10 if char == "十" else 100)
            digit = 0
        else:
            digit = _DIGITS[char]
    return total + digit


def _part_of_year(text: str) -> Days | None:
    whole = _WHOLE_YEAR.fullmatch(text)
    if whole is not None:
        return _days(int(whole[1]), 0, 0)
    match = _PART.fullmatch(text)
    if match is None:
        return None
    year = int(match[1]) * 10000
    if match[4]:
        return (year, year + 699) if match[4] == "上" else (year + 700, year + 9999)
    quarter = _value(match[2] or match[3])
    first = year + (quarter - 1) * 300
    return (first + 100 if quarter > 1 else year), (first + 399 if quarter < 4 else year + 9999)


def _decade(text: str) -> Days | None:
    """90年代, 1990年代, 20世纪90年代, 199?."""
    match = _DECADE.fullmatch(text)
    if match is None:
        return None
    if match[4]:
        first = int(match[4]) * 10
    else:
        tens = _value(match[3])
        if tens % 10 or tens > 90:
            return None
        century = (int(match[1]) - 1) if match[1] else int(match[2]) if match[2] else 20 if tens < 30 else 19
        first = century * 100 + tens
    return (first * 10000, (first + 9) * 10000 + 9999) if first else None


def _named(text: str) -> Days | None:
    """去年, 上个月, 昨天, 最近三年: counted from today."""
    today = date.today()
    if text in _NAMED_YEARS:
        return _days(today.year - _NAMED_YEARS[text], 0, 0)
    if text in _NAMED_MONTHS:
        months = today.year * 12 + today.month - 1 - _NAMED_MONTHS[text]
        return _days(months // 12, months % 12 + 1, 0)
    if text in _NAMED_DAYS:
        day = today - timedelta(days=_NAMED_DAYS[text])
        return _days(day.year, day.month, day.day)
    match = _LATELY.fullmatch(text)
    if match is None:
        return None
    count = 2 if match[1] == "两" else _value(match[1]) if match[1] else 1
    days = count * {"年": 365, "月": 30, "周": 7}.get(match[2], 1)
    if days >= today.toordinal():
        return None
    first = today - timedelta(days=days)
    return first.year * 10000 + first.month * 100 + first.day, LAST
