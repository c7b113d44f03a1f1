"""EUC-TW (CNS 11643), which Python has no codec for: old Unix systems in Taiwan wrote it.

Called by `index.importing.encoding`. The table `resources/encoding/cns11643.tsv` covers planes 1 to 3, which
hold every character of Big5 and the commonest beyond.
"""

from __future__ import annotations

import re
from functools import cache

from index.paths import resource

_REPLACED = "\ufffd"
# ASCII; plane 1 in two bytes; any plane in four, led by 8E and A0 + plane; anything else is broken.
_UNITS = re.compile(rb"[\x00-\x7f]+|[\xa1-\xfe][\xa1-\xfe]|\x8e[\xa1-\xb0][\xa1-\xfe][\xa1-\xfe]|.", re.S)


@cache
def _rows() -> dict[tuple[int, int], str]:
    rows: dict[tuple[int, int], str] = {}
    for line in resource("encoding", "cns11643.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            plane, row, characters = line.split("\t")
            rows[int(plane), int(row)] = characters
    return rows


def decode_euc_tw(data: bytes) -> str:
    """`data` decoded; what is no EUC-TW becomes U+FFFD."""
    rows = _rows()
    pieces: list[str] = []
    for unit in _UNITS.findall(data):
        if unit[0] < 0x80:
            pieces.append(unit.decode("ascii"))
        elif len(unit) == 2:
            pieces.append(_character(rows, 1, unit[0], unit[1]))
        elif len(unit) == 4:
            pieces.append(_character(rows, unit[1] - 0xA0, unit[2], unit[3]))
        else:
            pieces.append(_REPLACED)
    return "".join(pieces)


def _character(rows: dict[tuple[int, int], str], plane: int, first: int, second: int) -> str:
    row = rows.get((plane, first - 0xA0))
    return row[second - 0xA1] if row else _REPLACED
