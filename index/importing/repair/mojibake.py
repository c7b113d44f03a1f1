"""Text that was encoded twice: UTF-8 read as Latin-1 or GBK, or GBK and Big5 read as Latin-1, and saved so.

Called by `index.importing.composition`. Undone line by line, and only where the bytes of the line go back
to that encoding and the result is far more likely Chinese than the line as it came. Once a line was restored,
shorter pieces of the same damage are believed too, and characters that lost a byte (`閲嶈?`) become U+FFFD.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from index.importing.plausibility import cost
from index.model import Repair, RepairKind

# Two characters that Latin-1 or Windows-1252 make of the head of a three-byte UTF-8 sequence.
_LATIN = re.compile("[\u00c2-\u00ef][\u0080-\u00bf\u0152-\u2122]")
# cp1252 leaves five bytes undefined; browsers read them as control characters.
_SLOPPY = {bytes([byte]).decode("cp1252", "ignore") or chr(byte): byte for byte in range(0x80, 0xA0)}
_RUN = re.compile("[^\x00-\x7f]{5,}")  # text in which damage by GBK is looked for
_HAN_RUN = re.compile("[^\x00-\x7f]+(?:[?\ufffd][^\x00-\x7f]*)*")
_SURELY = 0.75  # the cost of the restored text against the cost as it came
_ALIKE = 0.9  # the same, once a line of the text was restored surely
_ASCII = re.compile("[\x00-\x7f]+")
_LOST = "\ufffd"
_MOST_LOST = 0.2  # share of characters that may have lost a byte
_LOOKED_AT = 12  # runs of a text tried for damage by GBK
_GOOD = 8  # characters whose bytes are UTF-8 not by chance
# Six characters of GBK or Big5 on end, or eight bytes above ASCII: no language of Europe has either.
# It begins with a set, not with a choice: so it skips over Chinese ten times as fast.
_LEAD, _TRAIL = "[\u0081-\u009f\u00a1-\u00fe\u0152-\u2122]", "[@-~\u0080-\u00fe\u0152-\u2122]"
_WESTERN = re.compile(
    "[\u0080-\u009f\u00a1-\u00ff\u0152-\u2122]"
    "(?:[\u0080-\u009f\u00a1-\u00ff\u0152-\u2122]{7}"
    f"|(?<={_LEAD}){_TRAIL}(?:{_LEAD}{_TRAIL}){{5}})"
)


@dataclass(frozen=True, slots=True)
class _Way:
    """How the damage came about: the bytes behind the characters, and what they were."""

    make_bytes: Callable[[str], bytes | None]
    codec: str


def undo_mojibake(text: str) -> tuple[str, Repair | None]:
    """`text` with doubly encoded lines restored, and the repair (count in lines) if there were any."""
    if text.isascii():
        return text, None
    undone = [
        _undo(text, _Way(make_bytes, codec)) for make_bytes, codec, is_likely in _WAYS if is_likely(text)
    ]
    done = [(restored, repair) for restored, repair in undone if repair is not None]
    return min(done, key=lambda pair: cost(pair[0]), default=(text, None))


def _looks_latin(text: str) -> bool:
    return len(_LATIN.findall(text)) >= 3


def _looks_western(text: str) -> bool:
    return bool(_WESTERN.search(text))


# What GBK makes of the first two bytes of a Han character in UTF-8: rare characters, a third of such damage.
_HEADS = re.compile(
    "["
    + "".join(
        bytes((lead, trail)).decode("gb18030", "ignore")
        for lead in range(0xE4, 0xEA)
        for trail in range(0x80, 0xC0)
    )
    + "]"
)


def _looks_gbk(text: str) -> bool:
    """Whether the GBK bytes of a run are UTF-8, which those of a Chinese sentence never are."""
    for number, run in enumerate(_RUN.finditer(text)):
        if number >= _LOOKED_AT:
            return False
        if not _HEADS.search(text, run.start(), min(run.end(), run.start() + 64)):
            continue
        data = _gbk_bytes(run.group()[:64])
        if data is None:
            continue
        restored = data.decode("utf-8", "ignore")
        if 3 * len(restored) >= 0.8 * len(data) and sum("\u4e00" <= c <= "\u9fff" for c in restored) >= 3:
            return True
    return False


def _undo(text: str, way: _Way) -> tuple[str, Repair | None]:
    lines = text.split("\n")
    sure = [_restored(line, way, _SURELY) for line in lines]
    if not any(line is not None for line in sure):
        return text, None
    done = [
        line if line is not None else _restored(came, way, _ALIKE) or _pieces(came, way)
        for line, came in zip(sure, lines, strict=True)
    ]
    count = sum(line is not None for line in done)
    before, after = next((came, line) for came, line in zip(lines, done, strict=True) if line is not None)
    whole = [came if line is None else line for came, line in zip(lines, done, strict=True)]
    return "\n".join(whole), Repair(RepairKind.MOJIBAKE, count, before[:60], after[:60])


def _restored(line: str, way: _Way, most: float) -> str | None:
    """A whole line restored; its end may be cut within a character. None if it is not doubly encoded."""
    if line.isascii() or not line.strip():
        return None
    data = way.make_bytes(line)
    if data is None:
        return None
    try:
        restored = data.decode(way.codec)
    except UnicodeDecodeError as error:
        if error.end < len(data) or error.start < 3 * _GOOD:
            return _with_losses(line, way, most)
        restored = data[: error.start].decode(way.codec)
    return restored if restored != line and _cost(restored) < most * _cost(line) else None


def _with_losses(line: str, way: _Way, most: float) -> str | None:
    """A line some of whose characters lost a byte when it was read wrongly: those become U+FFFD."""
    data = way.make_bytes(line)
    if data is None or len(data) < 3 * _GOOD:
        return None
    restored = re.sub(f"{_LOST}[?{_LOST}]*", _LOST, data.decode(way.codec, "replace"))
    lost = restored.count(_LOST)
    if not lost or lost > _MOST_LOST * sum(not character.isascii() for character in restored):
        return None
    return restored if _cost(restored.replace(_LOST, "")) < most * _cost(line) else None


def _cost(text: str) -> float:
    """The cost of what is not ASCII, which damage leaves alone."""
    return cost(_ASCII.sub("", text))


def _pieces(line: str, way: _Way) -> str | None:
    """A line that mixes restored and damaged text: each run of it for itself."""
    if line.isascii():
        return None

    def piece(run: re.Match[str]) -> str:
        return _restored(run.group(), way, _ALIKE) or run.group()

    restored = _HAN_RUN.sub(piece, line)
    return restored if restored != line else None


def _latin_bytes(line: str) -> bytes | None:
    try:
        return bytes(_SLOPPY.get(character, ord(character)) for character in line)
    except ValueError:
        return None


def _gbk_bytes(line: str) -> bytes | None:
    try:
        return line.replace(_LOST, "?").encode("gb18030")
    except UnicodeEncodeError:
        return None


_WAYS = (
    (_latin_bytes, "utf-8", _looks_latin),
    (_gbk_bytes, "utf-8", _looks_gbk),
    (_latin_bytes, "gb18030", _looks_western),
    (_latin_bytes, "cp950", _looks_western),
)
