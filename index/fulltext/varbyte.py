"""Variable-byte coding of whole arrays at once: seven bits per byte, the last byte of a number below 128.

Called by `postings` and `merging` to write postings and by `segment` to read them. Everything is a
handful of NumPy operations over millions of numbers, never a loop over them.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Bytes = npt.NDArray[np.uint8]


def encode(values: npt.NDArray[np.integer]) -> tuple[Bytes, Bytes]:
    """The non-negative `values` as bytes, first number first, low bits first; and how many bytes each takes.

    All bytes of all numbers are laid out as a table of the widest, and those that are needed picked from it.
    """
    top = int(values.max()) if len(values) else 0
    width = max(1, -(-top.bit_length() // 7))
    widths = np.ones(len(values), dtype=np.uint8)
    if width == 1:
        return values.astype(np.uint8), widths
    rest: npt.NDArray[Any] = values.astype(np.uint32 if top < 1 << 32 else np.uint64)
    table = np.empty((len(values), width), dtype=np.uint8)
    needed = np.empty((len(values), width), dtype=bool)
    needed[:, 0] = True
    for k in range(width - 1):
        more = rest > 127
        table[:, k] = (rest & 127).astype(np.uint8) | (more.view(np.uint8) << 7)
        needed[:, k + 1] = more
        widths += more
        rest >>= 7
    table[:, -1] = rest
    return table[needed], widths


def decode(data: Bytes) -> Ints:
    """All numbers in `data`, which must begin and end on number boundaries."""
    ends = np.flatnonzero(data < 128)
    if len(ends) == len(data):
        return data.astype(np.int64)
    out = data[ends].astype(np.int64)
    widths = ends + 1
    widths[1:] -= widths[:-1].copy()
    longest = int(widths.max()) if len(widths) else 1
    # from the last byte of each number to its first: shift what is known, add the byte before
    for back in range(1, longest):
        more = np.flatnonzero(widths > back)
        out[more] = (out[more] << 7) | (data[ends[more] - back] & 127)
    return out


def decode_ascending(data: Bytes) -> Ints:
    """The ascending numbers whose differences (the first from 0) are in `data`."""
    return np.cumsum(decode(data))


def encode_ascending(values: npt.NDArray[np.integer], firsts: Ints) -> tuple[Bytes, Ints, Bytes]:
    """Many ascending lists, one after the other in `values`, each beginning at an index in `firsts`.

    Returns the bytes, how many bytes each list takes, and how many each number takes.
    """
    if not len(values):
        none = np.empty(0, dtype=np.uint8)
        return none, np.zeros(len(firsts), dtype=np.int64), none
    gaps = np.empty_like(values)
    gaps[0] = values[0]
    np.subtract(values[1:], values[:-1], out=gaps[1:])
    gaps[firsts] = values[firsts]
    data, widths = encode(gaps)
    return data, np.add.reduceat(widths, firsts, dtype=np.int64), widths


def decode_lists(data: Bytes, sizes_: Ints) -> tuple[Ints, Ints]:
    """Many lists of numbers, list n in the next `sizes_[n]` bytes: all numbers, and how many each has."""
    ended = np.zeros(len(data) + 1, dtype=np.int64)
    np.cumsum(data < 128, out=ended[1:])
    upto = np.zeros(len(sizes_) + 1, dtype=np.int64)
    upto[1:] = ended[np.cumsum(sizes_)]
    return decode(data), upto[1:] - upto[:-1]


def running(gaps: Ints, counts: Ints) -> Ints:
    """The ascending lists whose differences are in `gaps`, each list with its own beginning at 0."""
    total: Ints = np.cumsum(gaps)
    first = np.cumsum(counts) - counts
    before = np.where(first > 0, total[first - 1], 0) if len(total) else first
    moved: Ints = total - np.repeat(before, counts)
    return moved
