"""Cutting long texts into ranking words, as arrays: code points in, words with their places out.

Called by `pool` for articles. The words are those of `analysis.words`, without a Python object for each:
the segmenter's pieces are joined with a mark between them, and from there on only arrays are touched.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from index.fulltext.analysis import segmenter

Ints = npt.NDArray[np.int64]
Codes = npt.NDArray[np.uint32]
Cells = npt.NDArray[np.uint16]

FIRST_HAN, LAST_HAN = 0x3400, 0x9FFF  # as in `index.script.fold.HAN`
_AT_ONCE = 100_000  # characters cut at a time: the pieces of a longer text fall out of the processor's caches
_MARK, _BLANK = 10, 32


@dataclass(frozen=True, slots=True)
class Words:
    """Words cut out of an array of code points: word n is `text[begins[n] : begins[n] + lengths[n]]`.

    `text` is not what was cut, but holds its words; there word n stands at `places[n]`.
    """

    text: str
    begins: Ints
    lengths: Ints
    places: Ints

    def texts(self, which: Ints) -> list[str]:
        """The words with these indexes."""
        begins = self.begins[which]
        ends = begins + self.lengths[which]
        text = self.text
        return [text[begin:end] for begin, end in zip(begins.tolist(), ends.tolist(), strict=True)]


def is_han(codes: Codes) -> npt.NDArray[np.bool_]:
    """Which code points are Han characters in the sense of the fold."""
    return (codes - np.uint32(FIRST_HAN)) <= np.uint32(LAST_HAN - FIRST_HAN)


def han_words(codes: Codes) -> Words:
    """The segmenter's words of two or more characters in all runs of Han characters, in order."""
    han = is_han(codes)
    keep = han.copy()
    keep[1:] |= han[:-1]  # a blank after each run, which no word crosses
    at = np.flatnonzero(keep)
    narrow = codes[at].astype(np.uint16)
    narrow[~han[at]] = _BLANK
    text = _pieces(narrow.tobytes().decode("utf-16-le"))
    cells = cells_of(text)
    ends = np.append(np.flatnonzero(cells == _MARK), len(cells))
    begins = np.empty_like(ends)
    begins[0] = 0
    np.add(ends[:-1], 1, out=begins[1:])
    lengths = ends - begins
    number = np.flatnonzero(lengths > 1)
    begins = begins[number]
    return Words(text, begins, lengths[number], at[begins - number])  # before piece n stand n marks


def cells_of(text: str) -> Cells:
    """The characters of a text of Han characters and ASCII as numbers."""
    return np.frombuffer(text.encode("utf-16-le"), dtype="<u2")


def _pieces(text: str) -> str:
    """The pieces of `text` with marks between them; it is cut between runs only."""
    cut = segmenter()
    pieces: list[str] = []
    begin = 0
    while begin < len(text):
        end = text.find(" ", begin + _AT_ONCE) + 1 or len(text)
        pieces.append("\n".join(cut(text[begin:end])))
        begin = end
    return "\n".join(pieces)


def ascii_words(codes: Codes) -> Words:
    """The runs of ASCII letters and digits, in order."""
    inside = np.zeros(len(codes) + 2, dtype=bool)
    small, digit = codes - np.uint32(ord("a")), codes - np.uint32(ord("0"))
    np.logical_or(small < 26, digit < 10, out=inside[1:-1])
    edges = np.flatnonzero(inside[1:] != inside[:-1])
    begins, ends = edges[0::2], edges[1::2]
    text = codes.astype(np.uint8).tobytes().decode("latin-1")  # right where a word is
    return Words(text, begins, ends - begins, begins)
