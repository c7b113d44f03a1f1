"""The words of an import report: fates, reasons, where a date came from; and the report as csv."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desktop_app.i18n import sentence
from index.errors import ExportError
from index.model import DateOrigin, Fate, FileReport


def fate(value: Fate) -> str:
    """What became of a file, in a word or two."""
    translate = QCoreApplication.translate
    return {
        Fate.IMPORTED: translate("ImportReport", "Imported"),
        Fate.UNCHANGED: translate("ImportReport", "Unchanged"),
        Fate.DUPLICATE: translate("ImportReport", "Already in the archive"),
        Fate.FAILED: translate("ImportReport", "Not readable"),
        Fate.GONE: translate("ImportReport", "No longer there"),
    }[value]


def fate_icon(value: Fate) -> tuple[str, str]:
    """Name of the icon and role of its colour."""
    return {
        Fate.IMPORTED: ("check", "good"),
        Fate.UNCHANGED: ("minus", "secondary"),
        Fate.DUPLICATE: ("copy", "secondary"),
        Fate.FAILED: ("warning", "error"),
        Fate.GONE: ("eye-off", "secondary"),
    }[value]


def reason(report: FileReport) -> str:
    """Why, in a sentence; empty if there is nothing to say."""
    return sentence(report.reason, report.details) if report.reason else ""


def date_origin(value: DateOrigin) -> str:
    """Where the date was found."""
    translate = QCoreApplication.translate
    return {
        DateOrigin.PRINTED: translate("ImportReport", "printed"),
        DateOrigin.META: translate("ImportReport", "page data"),
        DateOrigin.RECORD: translate("ImportReport", "record"),
        DateOrigin.INFERRED: translate("ImportReport", "inferred"),
        DateOrigin.FILE_TIME: translate("ImportReport", "file"),
        DateOrigin.NONE: translate("ImportReport", "none"),
    }[value]


def columns() -> list[str]:
    """The headings of the table."""
    translate = QCoreApplication.translate
    return [
        translate("ImportReport", "Result"),
        translate("ImportReport", "File"),
        translate("ImportReport", "Remark"),
        translate("ImportReport", "Articles"),
        translate("ImportReport", "Encoding"),
        translate("ImportReport", "Certainty", "of the encoding, in per cent"),
        translate("ImportReport", "Characters"),
        translate("ImportReport", "Date"),
        translate("ImportReport", "Repairs"),
    ]


def cells(report: FileReport) -> list[str]:
    """One file as a line of the table."""
    read = report.fate is not Fate.FAILED and report.articles > 0
    return [
        fate(report.fate),
        report.file,
        reason(report),
        str(report.articles) if report.articles else "",
        report.encoding,
        f"{min(99, int(100 * report.confidence)) if report.confidence < 1 else 100} %" if read else "",
        str(report.characters) if report.characters else "",
        date_origin(report.date_origin) if read else "",
        str(report.repairs) if report.repairs else "",
    ]


def write_csv(reports: Iterable[FileReport], path: Path) -> int:
    """Write the table for Excel (UTF-8 with a mark); returns the number of lines. Raises ExportError."""
    count = 0
    try:
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(columns())
            for report in reports:
                writer.writerow([_harmless(cell) for cell in cells(report)])
                count += 1
    except OSError as error:
        raise ExportError(path=path, reason=error.strerror or str(error)) from error
    return count


def as_text(reports: Iterable[FileReport]) -> str:
    """The table for the clipboard, with tabs."""
    return "\n".join("\t".join(line) for line in [columns(), *(cells(report) for report in reports)])


def _harmless(cell: str) -> str:
    """A file name must not become a formula in a spreadsheet."""
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@") else cell
