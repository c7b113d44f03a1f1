"""Records of the archive in the script on show; called in workers by the pages of entities and networks."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from index.model import Script
from index.script.conversion import convert

T = TypeVar("T")
_WORDS = frozenset(
    {"name", "posts", "post", "organisation", "place", "printed", "title", "words", "verb", "text"}
)


def in_script(record: T, script: Script) -> T:
    """The same record with all words converted; offsets and dates stay as they are."""
    return record if script is Script.ORIGINAL else _converted(record, script)


def _converted(record: Any, script: Script, words: bool = False) -> Any:
    if isinstance(record, str):
        return convert(record, script).text if words and record else record
    if isinstance(record, tuple):
        return tuple(_converted(each, script, words) for each in record)
    if is_dataclass(record) and not isinstance(record, type):
        changes = {
            each.name: _converted(getattr(record, each.name), script, each.name in _WORDS)
            for each in fields(record)
        }
        return replace(record, **changes)
    return record
