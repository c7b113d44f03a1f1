"""How numbers, dates, sizes and spans of time are written in the language in force; nobody else formats."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from index.model import DateOrigin


def number(value: int) -> str:
    """`31,600`."""
    return QLocale("en_US").toString(value)


def date(iso: str | None) -> str:
    """An ISO date, possibly only a year or a month, as press people write it: `2025-08-29`, `2025-08`."""
    return iso or ""


def date_with_origin(iso: str | None, origin: DateOrigin) -> str:
    """A date with a remark if it was not printed: `2025-08-29 (inferred)`."""
    if not iso:
        return QCoreApplication.translate("Format", "undated")
    if origin is DateOrigin.INFERRED:
        return QCoreApplication.translate("Format", "%1 (inferred)").replace("%1", date(iso))
    if origin is DateOrigin.FILE_TIME:
        return QCoreApplication.translate("Format", "%1 (date of the file)").replace("%1", date(iso))
    return date(iso)


def span(first: str | None, last: str | None) -> str:
    """`2019 – 2026`; one date if both are the same."""
    if not first and not last:
        return ""
    if not first or not last or first == last:
        return date(first or last)
    return f"{date(first)} – {date(last)}"


def size(count: int) -> str:
    """Bytes in the largest fitting unit: `3.4 MB`."""
    value = float(count)
    for unit in ("B", "KB", "MB", "GB"):
        if value < 1024 or unit == "GB":
            return f"{value:.0f} {unit}" if unit == "B" or value >= 100 else f"{value:.1f} {unit}"
        value /= 1024
    return ""


def duration(seconds: float) -> str:
    """A span of time for a progress line: `8 s`, `3 min`, `1 h 20 min`."""
    whole = round(seconds)
    if whole < 60:
        return QCoreApplication.translate("Format", "%1 s").replace("%1", str(whole))
    minutes = round(seconds / 60)
    if minutes < 60:
        return QCoreApplication.translate("Format", "%1 min").replace("%1", str(minutes))
    text = QCoreApplication.translate("Format", "%1 h %2 min")
    return text.replace("%1", str(minutes // 60)).replace("%2", str(minutes % 60))


def milliseconds(value: float) -> str:
    """Time of a search: `4 ms`, `1.2 s`."""
    if value < 1000:
        return QCoreApplication.translate("Format", "%1 ms").replace("%1", str(max(1, round(value))))
    return QCoreApplication.translate("Format", "%1 s").replace("%1", f"{value / 1000:.1f}")


def articles(count: int) -> str:
    """`31,600 articles`."""
    if count == 1:
        return QCoreApplication.translate("Format", "1 article")
    return QCoreApplication.translate("Format", "%1 articles").replace("%1", number(count))


def percent(value: int) -> str:
    """`100 %` or `100%`, as the language has it."""
    return QCoreApplication.translate("Format", "%1%").replace("%1", str(value))
