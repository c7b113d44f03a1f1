"""How else the archive prints a keyword: with marks inside, as “三农”问题 for 三农问题.

A keyword is found where it stands letter by letter, so what has marks within is another text; who looks for
the one means the other as well. Called by `spelling`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain, combinations, pairwise

from index.catalogue import Catalogue, texts
from index.errors import Cancelled
from index.exploration.occurrences import Cancel
from index.fulltext import Searcher
from index.fulltext.analysis import is_word_char, normal
from index.fulltext.query import TextPattern
from index.script.fold import HAN

_SIZES = range(3, 11)  # characters of a keyword that is looked at
_READ = 20  # texts in which a form is read
_FORMS = 3  # of one keyword
_HAN = re.compile(HAN)
_MARK = "[“”‘’\"'「」『』《》〈〉〝〞·•‧・∙⋅]"  # of quotations, titles, names; a comma would part


def marked_forms(searcher: Searcher, catalogue: Catalogue, text: str, cancelled: Cancel) -> list[str]:
    """The commonest forms of a folded keyword with one mark inside, or else two. Raises Cancelled."""
    if len(text) not in _SIZES or not _HAN.search(text) or not all(map(is_word_char, text)):
        return []
    forms: Counter[str] = Counter()
    for pieces in _cuts(text):
        if forms and len(pieces) > 2:
            break
        if cancelled():
            raise Cancelled
        found = searcher.search_query(TextPattern("?".join(pieces)), cancelled=cancelled)
        if found.total:
            form = re.compile(_MARK.join(pieces))
            ids = found.all_ids()[:: max(1, found.total // _READ)].tolist()
            for printed in _printed(catalogue, ids):
                # those of a sample stand for all
                forms.update(dict.fromkeys(form.findall(printed), max(1, found.total // len(ids))))
    return [form for form, _ in forms.most_common(_FORMS)]


def _cuts(text: str) -> Iterator[list[str]]:
    """A text in two pieces, in all ways, then in three with a middle of at least two characters."""
    places = range(1, len(text))
    twice = (pair for pair in combinations(places, 2) if pair[1] - pair[0] > 1)
    for cuts in chain(((place,) for place in places), twice):
        ends = (0, *cuts, len(text))
        yield [text[start:end] for start, end in pairwise(ends)]


def _printed(catalogue: Catalogue, ids: list[int]) -> Iterator[str]:
    for block in texts.blocks(catalogue.reading, ids):
        for one in block:
            yield f"{normal(one.title)}\n{normal(one.body)}"
