"""Names of Tibetans and Mongols, which have no surname: 次仁罗布, 其其格. Called by `persons`.

They are made of few words, each a name by itself or joined with another: blessings, days, flowers.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from index.entities.lexicons import rows

if TYPE_CHECKING:
    from index.entities.names import NameReader

# texts that could name one
_COUNTRY = ("藏", "蒙", "青海", "甘孜", "阿坝", "甘南", "迪庆", "呼伦贝尔", "鄂尔多斯")


@cache
def _parts() -> re.Pattern[str]:
    words = [word for row in rows("foreign_names.tsv") if row[0] == "native" for word in row[1].split()]
    word = "(?:" + "|".join(sorted(words, key=lambda word: (-len(word), word))) + ")"
    return re.compile(f"{word}{{1,3}}")


def native_end(reader: NameReader, start: int) -> int:
    """Where a name made of such words that begins at `start` ends; `start` if none does."""
    match = _parts().match(reader.folded, start)
    if match is None or not reader.reading.free(*match.span()):
        return start
    end = match.end()
    after = reader.reading.words[reader.reading.index_at(end)] if end < len(reader.folded) else ""
    cut = reader.reading.boundary[end] or after not in reader.lexicon.words
    return end if cut else start


def find_native(reader: NameReader) -> None:
    """Keep the names of three characters and more wherever they stand."""
    if not any(name in reader.folded for name in _COUNTRY):
        return
    for match in _parts().finditer(reader.folded):
        start, end = match.start(), native_end(reader, match.start())
        place = reader.reading.names_from.get(start, start) > start
        if end - start >= 3 and reader.reading.boundary[start] and not place:
            reader.add(start, end, 7.0)
