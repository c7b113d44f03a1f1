"""Text that was encoded twice: UTF-8 read as Latin-1 or as GBK, and saved so.

Called by `index.importing.composition`. Undone line by line, and only where every byte of the line goes
back to valid UTF-8 and the result is far more likely Chinese than the line as it came.
"""

from __future__ import annotations

import re

from index.importing.plausibility import cost
from index.model import Repair, RepairKind

_LATIN = re.compile("[\u00c2-\u00ef][\u0080-\u00bf\u0152-\u2122]")
_GBK = re.compile("[锛銆鐨鏄鍦涓浗鏈浜涔鍙鈥]")
# cp1252 leaves five bytes undefined; browsers read them as control characters.
_SLOPPY = {bytes([byte]).decode("cp1252", "ignore") or chr(byte): byte for byte in range(0x80, 0xA0)}


def undo_mojibake(text: str) -> tuple[str, Repair | None]:
    """`text` with doubly encoded lines restored, and the repair (count in lines) if there were any."""
    latin = len(_LATIN.findall(text))
    gbk = len(_GBK.findall(text))
    if latin < 3 and gbk < 3:
        return text, None
    lines = text.split("\n")
    count = 0
    before = after = ""
    for index, line in enumerate(lines):
        restored = _restored(line)
        if restored is not None:
            count += 1
            if not before:
                before, after = line[:60], restored[:60]
            lines[index] = restored
    if not count:
        return text, None
    return "\n".join(lines), Repair(RepairKind.MOJIBAKE, count, before, after)


def _restored(line: str) -> str | None:
    for make_bytes, mark in ((_latin_bytes, _LATIN), (_gbk_bytes, _GBK)):
        if len(mark.findall(line)) < 2:
            continue
        data = make_bytes(line)
        if data is None:
            continue
        try:
            restored = data.decode("utf-8")
        except UnicodeDecodeError:
            continue
        if restored != line and cost(restored) < 0.75 * cost(line):
            return restored
    return None


def _latin_bytes(line: str) -> bytes | None:
    try:
        return bytes(_SLOPPY.get(character, ord(character)) for character in line)
    except ValueError:
        return None


def _gbk_bytes(line: str) -> bytes | None:
    try:
        return line.encode("gb18030")
    except UnicodeEncodeError:
        return None
