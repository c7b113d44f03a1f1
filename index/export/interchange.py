"""RIS and BibTeX, for Zotero, EndNote, NoteExpress and LaTeX."""

from __future__ import annotations

import re

from index.export.facts import Facts
from index.model import Genre

_RIS = {
    Genre.NEWSPAPER: "NEWS",
    Genre.JOURNAL: "JOUR",
    Genre.REPORT: "RPRT",
    Genre.STANDARD: "STAND",
    Genre.WEB: "ELEC",
    Genre.GENERAL: "GEN",
}
_BIBTEX = {
    Genre.NEWSPAPER: ("article", "journal"),
    Genre.JOURNAL: ("article", "journal"),
    Genre.REPORT: ("techreport", "institution"),
    Genre.STANDARD: ("misc", "howpublished"),
    Genre.WEB: ("misc", "howpublished"),
    Genre.GENERAL: ("misc", "howpublished"),
}
_VOLUME = re.compile(r"^([^()（）]*)[(（]([^()（）]+)[)）]$")


def ris(facts: Facts) -> str:
    """One record, ended by a line feed."""
    year, month, day = (*facts.date.split("-"), "", "", "")[:3]
    periodical = facts.genre in (Genre.NEWSPAPER, Genre.JOURNAL)
    names, publisher = facts.responsible
    pairs = [("TY", _RIS[facts.genre]), *(("AU", name) for name in names), ("TI", facts.title)]
    pairs += [("T2" if periodical else "PB", publisher), ("PY", year)]
    pairs += [("DA", f"{year}/{month}/{day}/" if year else ""), *_issue(facts, "VL", "IS")]
    pairs += [("SP", facts.bare_page if facts.genre is Genre.NEWSPAPER else facts.page), ("CY", facts.place)]
    pairs += [("UR", facts.url), ("Y2", facts.accessed.replace("-", "/") if facts.url else "")]
    pairs += [("LA", "zh"), ("ID", facts.key)]
    return "".join(f"{tag}  - {value}\n" for tag, value in pairs if value) + "ER  - \n"


def bibtex(facts: Facts) -> str:
    """One entry, ended by a line feed."""
    kind, publisher = _BIBTEX[facts.genre]
    names, source = facts.responsible
    if facts.genre is Genre.REPORT:
        source = facts.source  # which a technical report must have
    year, _, rest = facts.date.partition("-")
    fields = [
        ("author", " and ".join("{" + _tex(name) + "}" for name in names)),
        ("title", "{" + _tex(facts.title) + "}"),
        (publisher, _tex(source)),
        ("year", year),
        ("month", rest[:2].lstrip("0")),
        ("date", facts.date),
        *((name, _tex(value)) for name, value in _issue(facts, "volume", "number")),
        ("pages", _tex(facts.bare_page if facts.genre is Genre.NEWSPAPER else facts.page)),
        ("address", _tex(facts.place)),
        ("url", _braced(facts.url)),
        ("urldate", facts.accessed if facts.url else ""),
        ("langid", "chinese"),
    ]
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields if value)
    return f"@{kind}{{{facts.key},\n{lines}}}\n"


def _issue(facts: Facts, volume: str, number: str) -> list[tuple[str, str]]:
    """`57(34)` as volume and number; anything else as the number."""
    found = _VOLUME.match(facts.issue)
    return [(volume, found[1].strip()), (number, found[2].strip())] if found else [(number, facts.issue)]


def _tex(text: str) -> str:
    """`text` with TeX's special characters as commands."""
    special = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
    return "".join(special.get(char, "\\" + char if char in "{}$&#_%" else char) for char in text)


def _braced(url: str) -> str:
    """An address as `\\url` wants it: no braces that would end the field."""
    return url.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")
