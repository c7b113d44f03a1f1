"""A translator that reads Qt's .ts files (XML) at run time, so that no compiled files are kept.

Installed by `desktop_app.i18n.use`. Sources are English; `juanzong_en.ts` holds only plurals.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

from PySide6.QtCore import QObject, QTranslator

from index.paths import resource


class _Key(NamedTuple):
    context: str
    source: str
    comment: str


@lru_cache(maxsize=4)
def read(path: Path) -> dict[_Key, tuple[str, ...]]:
    """The finished translations of a .ts file; several texts where there are plural forms."""
    table: dict[_Key, tuple[str, ...]] = {}
    if not path.is_file():
        return table
    # our own file from the program's folder, not a stranger's
    for context in ElementTree.parse(path).getroot().iter("context"):  # noqa: S314
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None or translation.get("type") in ("unfinished", "vanished", "obsolete"):
                continue
            forms = tuple(form.text or "" for form in translation.iter("numerusform"))
            comment = message.findtext("comment") or ""
            source = message.findtext("source") or ""
            texts = table[_Key(name, source, comment)] = forms or (translation.text or "",)
            if forms:
                table.setdefault(_Key("", source, comment), texts)
    return table


def ts_path(language: str) -> Path:
    """Where the translations for `language` lie."""
    return resource("translations", f"juanzong_{language}.ts")


class Translator(QTranslator):
    """Looks strings up in one .ts file."""

    def __init__(self, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table: dict[tuple[str, str, str], tuple[str, ...]] = dict(read(ts_path(language)).items())
        self._plural = language == "en"

    def isEmpty(self) -> bool:
        """Never skipped by Qt."""
        return False

    def translate(
        self,
        context: str,
        sourceText: str,  # noqa: N803
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str:
        """The text for a source string; None lets Qt show the source.

        `tr` asks for the contexts of a class and its bases one after another, but stops at the first for
        strings with a number: those are found under the empty context too.
        """
        told = disambiguation or ""
        forms = self._table.get((context, sourceText, told)) or self._table.get(("", sourceText, told))
        if not forms:
            return None  # type: ignore[return-value]  # a null QString; "" would be taken for the text
        return forms[1] if self._plural and n != 1 and len(forms) > 1 else forms[0]
