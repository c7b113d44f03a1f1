"""The language of the interface: which one, and switching it while the window is open.

Widgets write `self.tr("Open archive")`, with a number `self.tr("%n file(s)", "", count)`; outside of
widgets `QCoreApplication.translate("Context", "...", "note", count)`. Placeholders are %1, %2. When the
language is switched the application builds its window anew, so no widget needs to retranslate itself.
`packaging/translations.py` collects the strings.
Sentences for codes of the library: `sentence(code, details)`. Dates and numbers: `desktop_app.i18n.format`.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from desktop_app.i18n.translator import Translator
from index.errors import JuanzongError
from index.wording import LANGUAGES, language_of, say

__all__ = ["LANGUAGES", "current", "error_sentence", "follow_system", "sentence", "use"]

_installed: list[QTranslator] = []
_language = "en"


def follow_system() -> str:
    """The language that fits the system's settings best."""
    override = os.environ.get("JUANZONG_LANGUAGE")
    if override:
        return language_of(override)
    for name in QLocale.system().uiLanguages():
        if name.lower().startswith(("zh", "en")):
            return language_of(name)
    return language_of(QLocale.system().name())


def current() -> str:
    """The language in force, one of LANGUAGES."""
    return _language


def use(language: str) -> None:
    """Put a language in force ("" follows the system); widgets on show get LanguageChange."""
    global _language
    chosen = language if language in LANGUAGES else follow_system()
    app = QApplication.instance()
    assert app is not None, "a language needs a QApplication"  # noqa: S101
    for translator in _installed:
        QCoreApplication.removeTranslator(translator)
    _installed.clear()
    _language = chosen
    # With a Chinese default locale Qt draws all Han text in that region's glyphs, whatever the font says:
    # Simplified text would get Taiwan's punctuation. Words come from the translators, not from the locale.
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    of_qt = QTranslator(app)
    if of_qt.load(f"qtbase_{chosen}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        _installed.append(of_qt)
    _installed.append(Translator(chosen, app))
    for translator in _installed:
        QCoreApplication.installTranslator(translator)


def sentence(code: str, details: Mapping[str, object] | tuple[tuple[str, str], ...] = ()) -> str:
    """The sentence for a code of the library in the language in force."""
    return say(code, _language, **dict(details))


def error_sentence(error: Exception) -> str:
    """What to tell the user about a failure."""
    if isinstance(error, JuanzongError):
        return say(error.code, _language, **error.details)
    if isinstance(error, sqlite3.DatabaseError):
        return say("error.archive_unreadable", _language, reason=str(error))
    return say("error.unexpected", _language)
