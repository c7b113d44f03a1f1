"""Sentences for codes: errors, reasons in the import report, kinds of repair, in three languages.

The library passes codes and details around; whoever faces a person (command line, window) calls `say`.
The sentences lie in `resources/wording/LANGUAGE.toml`, one table per group (`error.archive_missing` is
`archive_missing` in `[error]`).
"""

from __future__ import annotations

import locale
import os
import tomllib
from functools import cache

from index.paths import resource

LANGUAGES = ("zh_CN", "zh_TW", "en")


@cache
def _table(language: str) -> dict[str, dict[str, str]]:
    with resource("wording", f"{language}.toml").open("rb") as file:
        return tomllib.load(file)


def say(code: str, language: str, **details: object) -> str:
    """The sentence for `code` in `language`; an unknown code is shown as itself rather than hidden."""
    group, _, key = code.partition(".")
    sentence = _table(language).get(group, {}).get(key)
    if sentence is None:
        return code if not details else f"{code} {details}"
    try:
        return sentence.format(**details)
    except (KeyError, IndexError):
        return sentence


def language_of(name: str | None) -> str:
    """The nearest of LANGUAGES for a locale name such as `zh_Hant_HK`, `zh-TW.UTF-8` or `de_DE`."""
    tag = (name or "").replace("-", "_").lower()
    if not tag.startswith("zh"):
        return "en"
    return "zh_TW" if any(part in tag for part in ("hant", "tw", "hk", "mo")) else "zh_CN"


def system_language() -> str:
    """The language for the command line: JUANZONG_LANGUAGE, else the system's locale."""
    for name in ("JUANZONG_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name)
        if value:
            return language_of(value)
    return language_of(locale.getlocale()[0])
