"""Where a query's keywords stand in articles as printed, and how often.

An occurrence is a place of one of the keywords; of places that overlap, the leftmost counts, and of several
beginnings at one place the longest. So the occurrences of one keyword are what reading through the text from
left to right counts. `Finder` looks at texts; `counts` asks the index wherever it can tell. Called by
`concordance` and `trend`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from index.catalogue import Catalogue, texts
from index.errors import Cancelled
from index.fulltext import Searcher
from index.fulltext.analysis import is_word_char
from index.fulltext.evaluation import Evaluation, normal_texts
from index.fulltext.query import Keyword, TextLeaf, Word
from index.script.fold import HAN, fold, spellings, squeeze, unsqueeze

Ints = npt.NDArray[np.int64]
Span = tuple[int, int]
Cancel = Callable[[], bool]
_HAN = re.compile(HAN)


class Finder:
    """Finds the occurrences of keywords in printed texts."""

    def __init__(self, leaves: Sequence[TextLeaf]) -> None:
        self._leaves = {
            in_title: [leaf for leaf in leaves if leaf.place in ("", "title" if in_title else "body")]
            for in_title in (True, False)
        }
        plain = all(isinstance(leaf, Keyword | Word) for leaf in leaves)
        self._patterns = {side: _pattern(some) for side, some in self._leaves.items()} if plain else None

    @property
    def everywhere(self) -> re.Pattern[str] | None:
        """One expression for titles and bodies as printed, if there is one."""
        if self._patterns is None or self._patterns[True] != self._patterns[False]:
            return None
        return self._patterns[True]

    def spans(self, text: str, *, in_title: bool) -> list[Span]:
        """The occurrences in a printed title or body, as [start, end), in order."""
        if self._patterns is not None:
            pattern = self._patterns[in_title]
            return [] if pattern is None else [match.span() for match in pattern.finditer(text)]
        squeezed, shifts = squeeze(fold(text))
        found = {span for leaf in self._leaves[in_title] for span in leaf.spans(squeezed)}
        out: list[Span] = []
        last = 0
        for start, end in sorted(found, key=lambda span: (span[0], -span[1])):
            if start >= last and end > start:
                out.append((start, end))
                last = end
        return unsqueeze(out, shifts)


def _pattern(leaves: Sequence[TextLeaf]) -> re.Pattern[str] | None:
    """An expression for keywords in text as printed: in every spelling, broken between Han anywhere."""
    plain = [leaf for leaf in leaves if isinstance(leaf, Keyword | Word)]
    if not plain:
        return None
    word = "[" + "".join(map(_spelt, "abcdefghijklmnopqrstuvwxyz0123456789")) + "]"
    firsts = dict.fromkeys(leaf.text[0] for leaf in plain)
    parts = []
    for leaf in sorted(plain, key=lambda leaf: -len(leaf.text)):
        first = f"[{_spelt(leaf.text[0])}]"
        part = f"(?<={first})" if len(firsts) > 1 else ""
        part += f"(?<!{word}{first})" if isinstance(leaf, Word) else ""
        part += "".join(
            (r"\s*" if _HAN.match(char) and _HAN.match(before) else "") + f"[{_spelt(char)}]"
            for before, char in pairwise(leaf.text)
        )
        parts.append(part + (f"(?!{word})" if isinstance(leaf, Word) else ""))
    # one set of characters in front of everything else is what the engine looks for quickly
    return re.compile(f"[{''.join(map(_spelt, firsts))}](?:{'|'.join(dict.fromkeys(parts))})")


def _spelt(char: str) -> str:
    return "".join(re.escape(one) for one in spellings(char))


def counts(
    searcher: Searcher,
    catalogue: Catalogue,
    leaves: Sequence[TextLeaf],
    ids: Ints,
    cancelled: Cancel,
) -> Ints:
    """How many occurrences each of the articles `ids` (ascending) has."""
    if not leaves or not len(ids):
        return np.zeros(len(ids), dtype=np.int64)
    if not _may_overlap(leaves) and all(map(_is_counted, leaves)):
        return _indexed(searcher, catalogue, leaves, ids, cancelled)
    finder = Finder(leaves)
    out = np.zeros(len(ids), dtype=np.int64)
    for block in texts.blocks(catalogue.reading, ids.tolist()):
        if cancelled():
            raise Cancelled
        found = [
            len(finder.spans(one.title, in_title=True)) + len(finder.spans(one.body, in_title=False))
            for one in block
        ]
        out[np.searchsorted(ids, [one.id for one in block])] = found
    return out


def _is_counted(leaf: TextLeaf) -> bool:
    """Whether the index knows how often the keyword stands in each article."""
    if isinstance(leaf, Word):
        return True
    return isinstance(leaf, Keyword) and leaf.exact and (len(leaf.text) > 1 or is_word_char(leaf.text))


def _may_overlap(leaves: Sequence[TextLeaf]) -> bool:
    """Whether occurrences can overlap each other, so that the index would count some twice."""
    keys = [leaf.text if isinstance(leaf, Keyword | Word) else "" for leaf in leaves]
    return (
        len(set(keys)) < len(keys)
        or any(
            one in other if at != beside else False
            for at, one in enumerate(keys)
            for beside, other in enumerate(keys)
        )
        or any(
            one[-size:] == other[:size]
            for one in keys
            for other in keys
            for size in range(1, min(len(one), len(other)))
        )
    )


def _indexed(
    searcher: Searcher, catalogue: Catalogue, leaves: Sequence[TextLeaf], ids: Ints, cancelled: Cancel
) -> Ints:
    from index.catalogue import articles

    out = np.zeros(len(ids), dtype=np.int64)
    text_of = normal_texts(lambda number: articles.text(catalogue.reading, number))
    for live in searcher.snapshot.segments:
        evaluation = Evaluation(live, text_of, cancelled)
        for leaf in leaves:
            if isinstance(leaf, Keyword) and len(leaf.text) == 1:
                units, frequency = evaluation.counted(live.segment.char_positions(leaf.text))
                if leaf.place:
                    keep = (units & 1) == (leaf.place == "body")
                    units, frequency = units[keep], frequency[keep]
            else:
                evaluation.documents(leaf)
                units, frequency = evaluation.places[leaf]
            documents = units >> 1
            alive = live.live[documents]
            numbers = live.segment.ids[documents[alive]]
            at = np.minimum(np.searchsorted(ids, numbers), len(ids) - 1)
            hit = ids[at] == numbers
            np.add.at(out, at[hit], frequency[alive][hit])
    return out


def joined(block: Sequence[texts.PrintedText]) -> tuple[str, Ints]:
    """Titles and bodies of a block in one text, and where each begins (then the end)."""
    pieces = [piece for one in block for piece in (one.title, one.body)]
    lengths = np.fromiter((len(piece) + 1 for piece in pieces), dtype=np.int64, count=len(pieces))
    starts = np.zeros(len(pieces) + 1, dtype=np.int64)
    np.cumsum(lengths, out=starts[1:])
    return "\x00".join(pieces) + "\x00", starts


def spans_in(finder: Finder, block: Sequence[texts.PrintedText], text: str, starts: Ints) -> Ints:
    """All occurrences in a joined block, one row each: [start, end) in the joined text."""
    pattern = finder.everywhere
    if pattern is not None:
        found = [match.span() for match in pattern.finditer(text)]
    else:
        found = list(_piecewise(finder, block, starts))
    return np.array(found, dtype=np.int64).reshape(-1, 2)


def _piecewise(finder: Finder, block: Sequence[texts.PrintedText], starts: Ints) -> Iterator[Span]:
    for number, one in enumerate(block):
        for side, piece in enumerate((one.title, one.body)):
            base = int(starts[2 * number + side])
            for start, end in finder.spans(piece, in_title=side == 0):
                yield base + start, base + end
