"""Expressions that fix a calendar day, month or year, with ISO values. Called by `recogniser`.

Relative expressions (今天, 昨晚, 28日, 周六, 去年) are resolved with the publication date and with the dates
before them in the same sentence. ROC years (民國112年, 112年7月20日 in a Taiwan text) are year + 1911.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from index.entities.date_patterns import DURATION_AFTER, DURATION_BEFORE, KINDS, PATTERN, counts_from_1912
from index.entities.datelines import dateline, publication
from index.entities.reading import Reading
from index.model import Mention, MentionType

_CNUM = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0}
_WORD_DAYS = {"今": 0, "本": 0, "昨": -1, "明": 1, "前": -2, "后": 2}
_WEEKDAYS = "一二三四五六日"
_FUTURE = re.compile(r"(?:将|预计|预定|拟|定于|订于|即将|截止|截至|直到|起至|至|到|~|-)[^。\n]{0,8}$")


_BY_THEN = re.compile(r"\d{1,2}月(?:\d{1,2}日)?(?:底|末)?前")
_PLANNED = re.compile(r"(?:将于?|预计|计划|力争|确保|拟)(?:在|于|今年)?$")


@dataclass(slots=True)
class _Known:
    """The date before, for what follows it in the same sentence."""

    end: int
    year: int
    month: int
    day: int
    explicit: bool


def _number(text: str | None) -> int:
    """An Arabic or Chinese number below a hundred, or a year digit by digit."""
    if not text:
        return 0
    if text.isdigit() and text.isascii():
        return int(text)
    if text == "元":
        return 1
    text = text.replace("廿", "二十")
    if len(text) == 4:
        return int("".join(str(_CNUM.get(char, 0)) for char in text))
    if "十" in text:
        tens, _, ones = text.partition("十")
        return (_CNUM.get(tens, 1) if tens else 1) * 10 + (_CNUM.get(ones, 0) if ones else 0)
    value = 0
    for char in text:
        value = value * 10 + _CNUM.get(char, 0)
    return value


def _iso(year: int, month: int = 0, day: int = 0) -> str:
    """ISO text of a date, a month or a year; "" if there is no such day."""
    if not 1000 <= year <= 2200:
        return ""
    if not month:
        return f"{year:04d}"
    if not 1 <= month <= 12:
        return ""
    if not day:
        return f"{year:04d}-{month:02d}"
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


class _Resolver:
    """Finds the dates of one text from left to right."""

    def __init__(self, reading: Reading, published: str | None) -> None:
        self.folded = reading.folded
        self.text = reading.text
        self.published = dateline(self.folded, publication(published))
        self.precise = bool(published and len(published) >= 10)
        self.by_month = bool(published and len(published) >= 7)
        self.roc = counts_from_1912(self.text, self.folded)
        self.known: _Known | None = None
        self.found: list[Mention] = []

    def run(self) -> list[Mention]:
        for match in PATTERN.finditer(self.folded):
            kind = match.lastgroup or ""
            kind = next(name for name in KINDS if match[name] is not None)
            value = getattr(self, "_" + kind)(match)
            if value is None:
                continue
            start, end = match.span()
            while end > start and self.folded[end - 1].isspace():
                end -= 1
            self.found.append(Mention(MentionType.DATE, start, end, self.text[start:end], value))
            if value:
                parts = [int(part) for part in value.split("-")] + [0, 0]
                explicit = kind in ("iso", "roc", "dotted", "full", "relyear", "span")
                carried = self._near(start) and self.known is not None and self.known.explicit
                self.known = _Known(end, parts[0], parts[1], parts[2], explicit or bool(carried))
        return self.found

    def _near(self, start: int, reach: int = 60) -> bool:
        """Whether the date before stands in the same paragraph, close by."""
        known = self.known
        return known is not None and start - known.end <= reach and "\n" not in self.folded[known.end : start]

    def _future(self, start: int) -> bool:
        return bool(_FUTURE.search(self.folded[max(0, start - 12) : start]))

    def _ahead(self, start: int) -> bool:
        """Whether a month is one still to come: 6月底前, 力争10月."""
        return bool(
            _BY_THEN.match(self.folded, start) or _PLANNED.search(self.folded[max(0, start - 8) : start])
        )

    def _duration(self, match: re.Match[str]) -> bool:
        start, end = match.span()
        return bool(
            DURATION_AFTER.match(self.folded, end)
            or DURATION_BEFORE.search(self.folded[max(0, start - 12) : start])
        )

    # one method for each kind of expression; None means "not a date after all"

    def _iso(self, match: re.Match[str]) -> str | None:
        return _iso(int(match["iy"]), int(match["im"]), int(match["id"])) or None

    def _stamp(self, match: re.Match[str]) -> str | None:
        """(编辑:李文)1150128: the day behind a dispatch of a Taiwanese agency."""
        return _iso(int(match["ty"]) + 1911, int(match["tm"]), int(match["td"])) or None

    def _roc(self, match: re.Match[str]) -> str | None:
        year = int(match["ry"])
        if not (80 <= year <= 140 and self.roc):
            return None
        return _iso(year + 1911, int(match["rm"]), int(match["rd"])) or None

    def _bracketday(self, match: re.Match[str]) -> str | None:
        if self.published is None or not self.precise:
            return ""
        shift = _WORD_DAYS.get(match[0][0], 0)
        return self._day_near(_number(match["bd"]), self.published + timedelta(days=shift))

    def _spelledday(self, match: re.Match[str]) -> str | None:
        """昨二十二日, 今廿五日."""
        if self.published is None:
            return None
        shift = {"昨": -1, "明": 1}.get(match.group()[0], 0)
        return self._day_near(_number(match["sd2"]), self.published + timedelta(days=shift))

    def _bracketmonth(self, match: re.Match[str]) -> str | None:
        """本(8)月27日: the bracket says which month."""
        month, day = int(match["bmm"]), _number(match["bmd"])
        year = self._year_of(match.start(), month, day)
        return _iso(year, month, day) or None if year else ""

    def _day_near(self, day: int, base: date) -> str:
        """The date with this day of the month nearest to `base`."""
        options = []
        for step in (-1, 0, 1):
            month = base.month - 1 + step
            value = _iso(base.year + month // 12, month % 12 + 1, day)
            if len(value) == 10:  # not the 31st of a short month
                options.append(date.fromisoformat(value))
        return min(options, key=lambda option: abs((option - base).days)).isoformat() if options else ""

    def _full(self, match: re.Match[str]) -> str | None:
        year_text, era = match["fy"], match["era"]
        month, day = _number(match["fm"]), _number(match["fd"])
        year = _number(year_text)
        if era and era.endswith("民国"):
            year += 1911
        elif len(year_text) <= 3:
            if not (60 <= year <= 140 and (self.roc or (month and year >= 90))):
                return None
            after = self.folded[match.end() :][:3]
            in_year = self.roc and year >= 90 and after[:1] in "间起"
            if not month and not in_year and (self._duration(match) or after[:1] in "的之"):
                return None
            year += 1911
        if (
            not month
            and re.match(r"代|前|历史|多|来", self.folded[match.end() : match.end() + 2])
            and len(year_text) < 4
        ):
            return None
        if not month and self.folded[match.end() : match.end() + 1] == "代":
            return None
        return _iso(year, month, day) or None

    def _rocslash(self, match: re.Match[str]) -> str | None:
        year = int(match["rsy"])
        return _iso(year + 1911 if year < 1000 else year, int(match["rsm"]), int(match["rsd"])) or None

    def _slash(self, match: re.Match[str]) -> str | None:
        month, day = int(match["sm"]), int(match["sd"])
        if not self.roc or (month < day <= 4 and self.folded[match.start() - 1] == "("):
            return None
        year = self._year_of(match.start(), month, day)
        return _iso(year, month, day) or None if year else ""

    def _relyear(self, match: re.Match[str]) -> str | None:
        head = match[0][0]
        if head in "当同":
            if not match["lm"] or self.known is None:
                return None
            return _iso(self.known.year, _number(match["lm"]), _number(match["ld"])) or None
        if head in "前后本" and not match["lm"] and not match["ryy"]:
            before = self.folded[max(0, match.start() - 1) : match.start()]
            if head != "本" and (
                before.isdigit() or (before in "之以年几两三四五六七八九十数多多百千0" and before)
            ):
                return None
        if match["ryy"]:
            year = int(match["ryy"])
            year += 1911 if year < 1000 else 0
        elif self.published is None:
            return ""
        else:
            year = self.published.year + {"今": 0, "本": 0, "去": -1, "明": 1, "前": -2, "后": 2}[head]
        return _iso(year, _number(match["lm"]), _number(match["ld"]))

    def _span(self, match: re.Match[str]) -> str | None:
        return _iso(_number(match["sy"])) or None

    def _dotted(self, match: re.Match[str]) -> str | None:
        """1998.03—2006.11, of a curriculum vitae."""
        return _iso(int(match["dty"]), int(match["dtm"]))

    def _listm(self, match: re.Match[str]) -> str | None:
        month = int(match["lim"])
        return self._month(match.start(), month) if 1 <= month <= 12 else None

    def _listd(self, match: re.Match[str]) -> str | None:
        day, last = _number(match["lid"]), _number(match["lid2"])
        after = match.end() + 2 + len(match["lid2"])
        if not (1 <= day <= 31 and day < last <= 31) or DURATION_AFTER.match(self.folded, after):
            return None
        if DURATION_BEFORE.search(self.folded[max(0, match.start() - 12) : match.start()]):
            return None
        return self._single_day(match, day)

    def _md(self, match: re.Match[str]) -> str | None:
        month, day = _number(match["mm"]), _number(match["dd"])
        if not 1 <= month <= 12 or day > 31:
            return None
        if not day:
            if (not match["mm"].isascii() and not self.roc) or (
                self._duration(match)
                and not re.match(r"底|初|中|[上下]旬|以来|前|后", self.folded[match.end() : match.end() + 2])
            ):
                return None
            return self._month(match.start(), month)
        year = self._year_of(match.start(), month, day)
        return _iso(year, month, day) or None if year else ""

    def _year_of(self, start: int, month: int, day: int) -> int:
        """The year that a month and day without one belong to; 0 if nothing tells."""
        base = self.published
        if self._near(start) and self.known is not None and self.known.explicit:
            passed = "。" in self.folded[self.known.end : start] and self._ahead(start)
            if not (passed and base is not None and self.known.year < base.year):
                return self.known.year
        if base is None:
            return self.known.year if self.known is not None else 0
        if not self.by_month:
            return base.year
        ahead = (month - base.month) * 30 + day - base.day
        if ahead > (300 if self._future(start) else 150):
            return base.year - 1
        if ahead < -200 and self._future(start):
            return base.year + 1
        return base.year

    def _month(self, start: int, month: int) -> str:
        year = self._year_of(start, month, 1)
        return _iso(year, month) if year else ""

    def _relmonth(self, match: re.Match[str]) -> str | None:
        head = match[0][0]
        if head in "当同" and not match["rmd"]:
            return None
        if head in "当同":
            if self.known is None or not self.known.month:
                return ""
            return _iso(self.known.year, self.known.month, _number(match["rmd"]))
        if self.published is None or not self.by_month:
            return ""
        step = {"上": -1, "下": 1}.get(head, 0)
        month = self.published.month - 1 + step
        return _iso(self.published.year + month // 12, month % 12 + 1, _number(match["rmd"]))

    def _day(self, match: re.Match[str]) -> str | None:
        day = _number(match["d"])
        if not 1 <= day <= 31 or self._duration(match):
            return None
        if not match["d"].isdigit() and not self._in_words(match):
            return None
        return self._single_day(match, day)

    def _in_words(self, match: re.Match[str]) -> bool:
        """Whether a day written in Chinese numerals is one: in Taiwan's newspapers, not 二十日内."""
        listed = self.folded[max(0, match.start() - 1) : match.start()] in ("至", "到", "、", "—")
        return listed or (self.roc and self.folded[match.end() : match.end() + 1] not in "内后间以之游前")

    def _single_day(self, match: re.Match[str], day: int) -> str:
        start = match.start()
        known = self.known
        if known is not None and known.month and self._near(start, 40):
            joined = start - known.end <= 3 or known.explicit or self._goes_on(start, day)
            if joined and (not known.day or day >= known.day):
                return _iso(known.year, known.month, day)
        base = self.published
        if base is None or not self.precise:
            if known is not None and known.month:
                return _iso(known.year, known.month, day)
            return _iso(base.year, base.month, day) if base is not None and self.by_month else ""
        if day <= base.day:
            if self._future(start) and day + 15 < base.day:
                return _iso(base.year + base.month // 12, base.month % 12 + 1, day)
            return _iso(base.year, base.month, day)
        if self._future(start) or day - base.day <= 1:
            return _iso(base.year, base.month, day) or ""
        month = base.month - 2
        return _iso(base.year + month // 12, month % 12 + 1, day)

    def _goes_on(self, start: int, day: int) -> bool:
        """3月4日全会开幕,5日: a later day in the same sentence as a day of a named month."""
        known = self.known
        return (
            known is not None
            and 0 < known.day < day <= known.day + 15
            and "。" not in self.folded[known.end : start]
        )

    def _week(self, match: re.Match[str]) -> str | None:
        words = match[0]
        bracket = re.search(r"\((?:\d{1,2}[月/])?(\d{1,2})", words)
        if self.folded[max(0, match.start() - 1) : match.start()] in ("每", "逢"):
            return None
        if self.published is None or not self.precise:
            return ""
        name = re.search(r"(?:周|星期|礼拜)(.)", words)
        weekday = _WEEKDAYS.index(name[1].replace("天", "日")) if name else 0
        shift = {"上": -7, "下": 7}.get(words[0], 0)
        if words[0] not in "本上下这" and weekday - self.published.weekday() == 6:
            shift = 0 if self._future(match.start()) else -7  # 周日 in Monday's paper is yesterday
        base = self.published - timedelta(days=self.published.weekday()) + timedelta(days=weekday + shift)
        return self._day_near(int(bracket[1]), base) if bracket else base.isoformat()

    def _bracketed(self, match: re.Match[str]) -> str | None:
        """昨日（30日）: the bracket says which day."""
        if self.published is None:
            return ""
        day = _number(match["bdd"])
        if match["bm"]:
            month = _number(match["bm"])
            return _iso(self._year_of(match.start(), month, day), month, day)
        shift = _WORD_DAYS[match[0][0]]
        return self._day_near(day, self.published + timedelta(days=shift))

    def _word(self, match: re.Match[str]) -> str | None:
        word = match[0]
        if self.published is None:
            return ""
        if word == "七一":
            return _iso(self.published.year, 7, 1)
        if not self.precise:
            return ""
        return (self.published + timedelta(days=_WORD_DAYS[word[0]])).isoformat()


def find_dates(reading: Reading, published: str | None) -> list[Mention]:
    """Every date in the text; `value` is ISO, "" where nothing resolves it."""
    return _Resolver(reading, published).run()
