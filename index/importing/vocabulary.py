"""Word lists of the import: labels of metadata and patterns of page furniture, from `resources/extraction`.

Called by `index.importing.metadata`, `repair.furniture` and the page extraction, which build their regular
expressions from the lists. Labels are plain words, furniture entries are regular expressions.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache

from index.paths import resource


@cache
def _lists(name: str) -> dict[str, list[str]]:
    with resource("extraction", f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


def labels(kind: str) -> str:
    """An alternation of the labels for `kind` (date, source, author, editor, count, title), longest first.

    Blanks between the characters of a two-character label (`来 源`) are allowed for.
    """
    words = sorted(_lists("labels")[kind], key=len, reverse=True)
    return "|".join(
        re.escape(word) if len(word) != 2 else r"\s?".join(map(re.escape, word)) for word in words
    )


def furniture(kind: str) -> str:
    """An alternation of the patterns of one kind of furniture."""
    return "|".join(_lists("furniture")[kind])


def page_words(kind: str) -> str:
    """An alternation of the patterns of `pages.toml`: names of a page's parts, or notices that it is gone."""
    return "|".join(_lists("pages")[kind])
