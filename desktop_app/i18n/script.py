"""Archive text in the script on show, the way the user wants it converted; for every pane, also in workers.

`use` puts the user's wishes in force (words of the place, corrections); the application calls it at start
and when the settings change. What the reader protects, it asks of `wishes()` itself.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from index.model import Script
from index.script.conversion import Converted
from index.script.conversion import convert as convert_text
from index.script.manner import Manner

T = TypeVar("T")
_wishes = [Manner()]
_WORDS = frozenset(
    {"name", "posts", "post", "organisation", "place", "printed", "title", "words", "verb", "text"}
)


def use(manner: Manner) -> None:
    """Put wishes in force for everything that is converted from now on; their script does not matter."""
    _wishes[0] = manner


def wishes(script: Script) -> Manner:
    """The wishes in force, for a script."""
    return _wishes[0].in_script(script)


def convert(text: str, script: Script) -> Converted:
    """`text` in a script, with the words and corrections the user wants."""
    manner = wishes(script)
    return convert_text(text, script, manner.pairs(), words=manner.words)


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
