"""Dates as they are printed, made ISO.

Called by `index.importing.metadata`, the page extraction and the readers. All results are ISO strings that
may stop at the month or the year (`2024-03`, `2024`), and only dates that exist.
"""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from functools import lru_cache

_DIGITS = {"〇": 0, "○": 0, "零": 0, "Ｏ": 0, "O": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5}
_DIGITS |= {"六": 6, "七": 7, "八": 8, "九": 9, "元": 1, "壹": 1, "贰": 2, "貳": 2, "叁": 3, "參": 3}
_DIGITS |= {"肆": 4, "伍": 5, "陆": 6, "陸": 6, "柒": 7, "捌": 8, "玖": 9, "0": 0}
_NUMERAL = "〇○零一二三四五六七八九十壹贰貳叁參肆伍陆陸柒捌玖拾"
_BEIJING = timezone(timedelta(hours=8))
_REPUBLIC_BEGAN = 1911  # the Republic's year 1 is 1912
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

_YEAR_FIRST = re.compile(
    r"(?<![\d.])((?:19|20)\d\d)\s{0,2}(?:年|[-/.])\s{0,2}(\d{1,2})(?:\s{0,2}(?:月|[-/.])\s{0,2}(\d{1,2})(?!\d)\s?[日号號]?|\s{0,2}月|(?![\d.]))"
)
# The year set apart in large type, as agencies print it: `2024 03/05`.
_SPLIT = re.compile(r"(?<![\d.])((?:19|20)\d\d)\s{1,3}(\d{1,2})\s?/\s?(\d{1,2})(?!\d)")
_COMPACT = re.compile(r"(?<!\d)((?:19|20)\d\d)(0[1-9]|1[0-2])([0-2]\d|3[01])(?!\d)")
_NUMERALS = re.compile(
    rf"([一二壹贰貳][{_NUMERAL}O0]{{3}})年(?:([{_NUMERAL}]{{1,3}})月(?:([{_NUMERAL}廿卅]{{1,3}})[日号號])?)?"
)
_REPUBLIC = re.compile(
    rf"(?:中?華?民[國国])\s?(\d{{1,3}}|[{_NUMERAL}元百]{{1,5}})\s?年(?:\s?(\d{{1,2}}|[{_NUMERAL}]{{1,3}})\s?月(?:\s?(\d{{1,2}}|[{_NUMERAL}廿卅]{{1,3}})\s?日)?)?"
)
_REPUBLIC_BARE = re.compile(
    r"(?<![\d.])(1[0-3]\d)\s?(?:年|[-/.])\s?(\d{1,2})\s?(?:月|[-/.])\s?(\d{1,2})(?!\d)\s?日?"
)
_REPUBLIC_SHORT = re.compile(
    r"(?<![\d.])(\d{2})\s?(?:年|[-/.])\s?(\d{1,2})\s?(?:月|[-/.])\s?(\d{1,2})(?!\d)\s?日?"
)
_ENGLISH = re.compile(
    r"(?i)(?:\b(\d{1,2})(?:st|nd|rd|th)?\s+)?\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+(?:(\d{1,2})(?:st|nd|rd|th)?,?\s+)?(\d{4})"
)
# A year in digits with month and day in words: `2024年三月五日`.
_MIXED = re.compile(
    rf"(?<![\d.])((?:19|20)\d\d)\s?年\s?([{_NUMERAL}]{{1,3}})月(?:([{_NUMERAL}廿卅]{{1,3}})[日号號])?"
)
_DOTTED = re.compile(r"(?<![\d.])((?:19|20)\d\d)\s?[·•‧]\s?(\d{1,2})\s?[·•‧]\s?(\d{1,2})(?!\d)")
_YEAR_LAST = re.compile(r"(?<!\d)(\d{1,2})\s?/\s?(\d{1,2})\s?/\s?((?:19|20)\d\d)(?!\d)")
# `13.12.2011` begins with the day; `19/02/2021` begins with what can be no month.
_DAY_FIRST = re.compile(r"(?<![\d./])(\d{1,2})([./])(\d{1,2})\2((?:19|20)\d\d)(?![\d./])")
_UNIX = re.compile(r"(?i)\b[a-z]{3} ([a-z]{3}) +(\d{1,2}) \d\d:\d\d:\d\d(?: [a-z+0-9:]{2,6})? (\d{4})\b")
_GREENWICH = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(?:Z|\+00:?00)\b")
_YEAR_ONLY = re.compile(r"(?<!\d)((?:19|20)\d\d)\s?年?(?!\d)")


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date found in a text at [start, end)."""

    start: int
    end: int
    iso: str


def iso_date(year: int, month: int | None = None, day: int | None = None) -> str | None:
    """The ISO form, or None if there is no such day between 1800 and 2100."""
    if not 1800 <= year <= 2100:
        return None
    if month is None:
        return f"{year:04d}"
    if not 1 <= month <= 12:
        return None
    if day is None:
        return f"{year:04d}-{month:02d}"
    if not 1 <= day <= monthrange(year, month)[1]:
        return None
    return f"{year:04d}-{month:02d}-{day:02d}"


def number(text: str) -> int:
    """The value of Arabic digits or a Chinese numeral below 200 (`二十三`, `廿三`, `一〇三`)."""
    text = unicodedata.normalize("NFKC", text)
    if text.isdigit():
        return int(text)
    if text == "元":
        return 1
    total = 0
    if "百" in text:
        head, _, text = text.partition("百")
        total = 100 * _DIGITS.get(head, 1)
        text = text.lstrip("零〇")
    text = text.replace("廿", "二十").replace("卅", "三十").replace("拾", "十")
    if "十" in text:
        tens, _, units = text.partition("十")
        return total + 10 * (_DIGITS.get(tens, 1) if tens else 1) + (_DIGITS.get(units, 0) if units else 0)
    for digit in text:
        total = total * 10 + _DIGITS.get(digit, 0) if "百" not in text else total
    return total


def _year_of_numerals(text: str) -> int:
    return int("".join(str(_DIGITS.get(character, 0)) for character in text))


def find_dates(text: str, *, republic: bool = False) -> Iterator[PrintedDate]:
    """Dates with a year printed in `text`, in order of pattern, not of place; full-width digits count.

    With `republic`, years of one to three digits are years of the Republic of China (`98年5月2日`).
    """
    text = text.translate(_NARROW)
    for found in _YEAR_FIRST.finditer(text):
        year, month, day = found.groups()
        yield from _printed(found, int(year), int(month), int(day) if day else None)
    for found in _SPLIT.finditer(text):
        year, month, day = found.groups()
        yield from _printed(found, int(year), int(month), int(day))
    for found in _UNIX.finditer(text):
        if found[1].lower() in _MONTHS:
            yield from _printed(found, int(found[3]), _MONTHS.index(found[1].lower()) + 1, int(found[2]))
    for found in _ENGLISH.finditer(text):
        before, month_name, after, year = found.groups()
        if before or after:
            yield from _printed(found, int(year), _MONTHS.index(month_name.lower()) + 1, int(before or after))
    for found in _DAY_FIRST.finditer(text):
        day_text, mark, month_text, year = found.groups()
        if mark == "." or int(day_text) > 12:
            yield from _printed(found, int(year), int(month_text), int(day_text))
    for found in (*_MIXED.finditer(text), *_DOTTED.finditer(text)):
        year, month, day = found.groups()
        yield from _printed(found, int(year), number(month), number(day) if day else None)
    for found in _NUMERALS.finditer(text):
        if "十" in found[1] or "拾" in found[1]:
            continue
        year, month, day = found.groups()
        yield from _printed(
            found, _year_of_numerals(year), number(month) if month else None, number(day) if day else None
        )
    for found in _REPUBLIC.finditer(text):
        year, month, day = found.groups()
        yield from _printed(
            found,
            number(year) + _REPUBLIC_BEGAN,
            number(month) if month else None,
            number(day) if day else None,
        )
    for found in (_REPUBLIC_SHORT if republic else _REPUBLIC_BARE).finditer(text):
        year, month, day = found.groups()
        yield from _printed(found, int(year) + _REPUBLIC_BEGAN, int(month), int(day))
    if republic:
        for found in _REPUBLIC_BARE.finditer(text):
            year, month, day = found.groups()
            yield from _printed(found, int(year) + _REPUBLIC_BEGAN, int(month), int(day))


_NARROW = {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), 0xFF0D, 0xFF0E, 0xFF0F)} | {
    0x3000: 32,
    0xA0: 32,
}


def _printed(found: re.Match[str], year: int, month: int | None, day: int | None) -> Iterator[PrintedDate]:
    iso = iso_date(year, month, day)
    if iso:
        yield PrintedDate(found.start(), found.end(), iso)


@lru_cache(4096)  # a day has many articles
def read_date(text: str, *, republic: bool = False) -> str | None:
    """The date that a field holds (`2024年7月23日 10:20`, `113/7/23`, `18-03-08`, `Tue, 5 Mar 2024`, ...)."""
    text = unicodedata.normalize("NFKC", text.strip())[:200]
    if not text:
        return None
    if text.isdigit() and len(text) in (10, 13):
        return _from_timestamp(int(text[:10]))
    greenwich = _GREENWICH.search(text)
    if greenwich:
        return _in_beijing(f"{greenwich[1]}T{greenwich[2]}")
    found = sorted(find_dates(text, republic=republic), key=lambda date: (date.start, -date.end))
    if found:
        return found[0].iso
    compact = _COMPACT.search(text)
    if compact:
        return iso_date(*map(int, compact.groups()))
    short = _REPUBLIC_SHORT.search(text)
    if short:
        year, month, day = map(int, short.groups())
        return iso_date(year + (2000 if year < 70 else 1900), month, day)
    last = _YEAR_LAST.search(text)
    if last:
        one, two, year = map(int, last.groups())
        return iso_date(year, two, one) if one > 12 else iso_date(year, one, two)
    unix = _UNIX.search(text)
    if unix and unix[1].lower() in _MONTHS:
        return iso_date(int(unix[3]), _MONTHS.index(unix[1].lower()) + 1, int(unix[2]))
    english = _ENGLISH.search(text)
    if english:
        before, month_name, after, year_text = english.groups()
        day_text = before or after
        return iso_date(
            int(year_text), _MONTHS.index(month_name.lower()) + 1, int(day_text) if day_text else None
        )
    alone = _YEAR_ONLY.fullmatch(text)
    return iso_date(int(alone[1])) if alone else None


def _in_beijing(greenwich: str) -> str | None:
    """The day in China at a moment told in Greenwich time, as the data of pages tell it."""
    try:
        moment = datetime.fromisoformat(greenwich).replace(tzinfo=UTC).astimezone(_BEIJING)
    except (ValueError, OverflowError):
        return None
    return iso_date(moment.year, moment.month, moment.day)


def _from_timestamp(seconds: int) -> str | None:
    moment = datetime.fromtimestamp(seconds, UTC).astimezone(_BEIJING)
    return iso_date(moment.year, moment.month, moment.day) if 1990 <= moment.year <= 2100 else None
