"""What a catalogue's schema must not do: compute. Ours holds columns and indexes of columns and nothing else.

An index over an expression, a condition or a computed column is worked out again with every row that is
written; in a stranger's archive it can be made to take for ever. Called before anything is written, by
`database` when a catalogue is opened and by `index.archive.salvage`.
"""

from __future__ import annotations

import re

# Literals, quoted names and comments, which must not hide what stands behind them.
_ASIDE = re.compile(
    r"""'(?:[^']|'')*'|"(?:[^"]|"")*"|`(?:[^`]|``)*`|\[[^\]]*\]|--[^\n]*|/\*.*?(?:\*/|\Z)""", re.DOTALL
)
_COMPUTED = re.compile(
    r"\b(?:VIRTUAL|GENERATED|CHECK|LIKE|GLOB|REGEXP|MATCH|CASE|SELECT)\b|\b(?:AS|DEFAULT)\s*\(", re.IGNORECASE
)
_INDEX = re.compile(
    r"\s*CREATE\s+(?:UNIQUE\s+)?INDEX\s+\w+\s+ON\s+\w+\s*\([\w\s,]+\)(?:\s+WHERE[\w\s=]+)?\s*", re.IGNORECASE
)


def computes(kind: str, sql: str | None) -> bool:
    """Whether what `sqlite_master` says of a table or an index works anything out; other kinds always do."""
    if sql is None:  # made by SQLite itself for a key
        return kind != "index"
    plain = _ASIDE.sub(" ", sql)
    if kind == "index" and _INDEX.fullmatch(plain) is None:
        return True
    return kind not in ("table", "index") or _COMPUTED.search(plain) is not None
