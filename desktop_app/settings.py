"""The user's settings and what the window remembers; one JSON file each in `user_data()`.

`Settings` is what the settings dialog shows: typed, with defaults, read once at start. `Memory` is what
nobody sets on purpose: sizes of panes, recent archives, how results are shown. A file that cannot be read
is put aside and the defaults are used; writing replaces the file in one step.
"""

from __future__ import annotations

import contextlib
import json
import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields, replace
from enum import StrEnum
from pathlib import Path
from typing import Any, Self, TypeGuard

from desktop_app.theme import Appearance, Paper
from desktop_app.theme.fonts import Face
from index.atomic import write_whole
from index.model import Script, Sort
from index.paths import user_data
from index.script.manner import Manner, OwnCorrection, Protection

VERSION = 1
_BOUNDS = {"reading_size": (10, 48), "reading_measure": (16, 80), "reading_leading": (1.0, 3.0)}
_LARGEST = 2**31 - 1  # what a remembered number may be; Qt takes no more


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user has chosen. Change with `Session.change_settings(name=value)`."""

    language: str = ""  # "" = as the system; else one of index.wording.LANGUAGES
    appearance: Appearance = Appearance.SYSTEM
    paper: Paper = Paper.WINDOW
    reading_face: Face = Face.SERIF
    reading_size: int = 18  # px at 100 %
    reading_measure: int = 38  # Chinese characters in a line
    reading_leading: float = 1.8  # line height
    script: Script = Script.ORIGINAL  # at start
    traditional_variant: Script = Script.TRADITIONAL  # what 繁 means: TRADITIONAL, TAIWAN or HONGKONG
    place_words: bool = False  # the words of Taiwan or Hong Kong too: 软件 as 軟體
    keep_names: bool = False  # names, quotations, 《titles》 stay as printed
    keep_quotations: bool = False
    keep_titles: bool = False
    own_conversions: tuple[str, ...] = ()  # "script TAB as printed TAB as shown", see `OwnCorrection`
    mark_choices: bool = False  # mark characters whose conversion was a choice
    vertical: bool = False  # Traditional text in columns from right to left
    sort: Sort = Sort.RELEVANCE
    show_mentions: bool = True
    archives_folder: str = ""  # "" = Documents
    reopen_last: bool = True
    reduced_motion: bool = False
    show_tips: bool = True

    @classmethod
    def load(cls) -> Self:
        """The saved settings; unknown or unsuitable values fall back to their defaults one by one."""
        saved = _read(user_data() / "settings.json")
        values: dict[str, Any] = {}
        for each in fields(cls):
            if each.name in saved:
                with contextlib.suppress(ValueError, TypeError, OverflowError):
                    values[each.name] = _within(each.name, _fit(saved[each.name], each.default))
        return cls(**values)

    def manner(self, script: Script) -> Manner:
        """How archive text is to be shown in a script."""
        kept = {
            Protection.NAMES: self.keep_names,
            Protection.QUOTATIONS: self.keep_quotations,
            Protection.TITLES: self.keep_titles,
        }
        protections = frozenset(each for each, on in kept.items() if on)
        return Manner(script, self.place_words, own_corrections(self.own_conversions), protections)

    def save(self) -> None:
        """Write them for the next start."""
        _write(user_data() / "settings.json", {"version": VERSION, **asdict(self)})

    def with_(self, **changes: object) -> Self:
        """A copy with some values changed."""
        return replace(self, **changes)  # type: ignore[arg-type]


class Memory:
    """Remembered texts, numbers, lists and bytes by key (`window.geometry`, `search.collapse`)."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path or user_data() / "memory.json"
        self._values = _read(self._path)

    def text(self, key: str, default: str = "") -> str:
        """A remembered text."""
        value = self._values.get(key, default)
        return value if _is_text(value) else default

    def number(self, key: str, default: int = 0) -> int:
        """A remembered whole number (or truth value)."""
        value = self._values.get(key, default)
        return int(value) if isinstance(value, int) and abs(value) <= _LARGEST else default

    def lines(self, key: str) -> list[str]:
        """A remembered list of texts."""
        value = self._values.get(key, [])
        return [each for each in value if _is_text(each)] if isinstance(value, list) else []

    def numbers(self, key: str) -> list[int]:
        """A remembered list of whole numbers, such as the sizes of panes."""
        value = self._values.get(key, [])
        if not isinstance(value, list):
            return []
        return [int(each) for each in value if isinstance(each, int) and abs(each) <= _LARGEST]

    def blob(self, key: str) -> bytes:
        """Remembered bytes."""
        try:
            return bytes.fromhex(self.text(key))
        except ValueError:
            return b""

    def put(self, key: str, value: str | int | bytes | list[str] | list[int]) -> None:
        """Remember a value until `save`."""
        self._values[key] = value.hex() if isinstance(value, bytes) else value

    def put_first(self, key: str, line: str, limit: int) -> None:
        """Put `line` at the head of a remembered list, once."""
        self.put(key, [line, *(each for each in self.lines(key) if each != line)][:limit])

    def save(self) -> None:
        """Write everything; a full disk costs the memory, not the program."""
        with contextlib.suppress(OSError):
            _write(self._path, self._values)


def own_corrections(lines: Sequence[str]) -> tuple[OwnCorrection, ...]:
    """The user's corrections of conversions; lines that make no sense are left out."""
    found: list[OwnCorrection] = []
    for line in lines:
        script, _, words = line.partition("\t")
        source, tab, target = words.partition("\t")
        if source and tab and script in set(Script) - {Script.ORIGINAL}:
            found.append(OwnCorrection(Script(script), source, target))
    return tuple(found)


def _is_text(value: object) -> TypeGuard[str]:
    """Whether a value is a text; one with a NUL in it would stop whoever takes it for a path."""
    return isinstance(value, str) and "\0" not in value


def _fit(value: object, default: object) -> object:
    if isinstance(default, StrEnum):
        return type(default)(str(value))
    if isinstance(default, bool):
        if not isinstance(value, bool):
            raise TypeError
        return value
    if isinstance(default, float):
        number = float(value)  # type: ignore[arg-type]
        if not math.isfinite(number):
            raise ValueError
        return number
    if isinstance(default, tuple) and isinstance(value, list):
        return tuple(each for each in value if _is_text(each))
    if not isinstance(value, type(default)) or (isinstance(value, str) and not _is_text(value)):
        raise TypeError
    return value


def _within(name: str, value: object) -> object:
    """A number kept between its bounds, whatever the file says."""
    if name not in _BOUNDS or not isinstance(value, int | float):
        return value
    least, most = _BOUNDS[name]
    return min(max(value, least), most)


def _read(path: Path) -> dict[str, Any]:
    try:
        value = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, RecursionError):
        with contextlib.suppress(OSError):
            path.replace(path.with_suffix(".unreadable"))
        return {}
    return value if isinstance(value, dict) else {}


def _write(path: Path, values: dict[str, Any]) -> None:
    text = json.dumps(values, ensure_ascii=False, indent=1)
    if not text.isascii() and text != text.encode("utf-8", "ignore").decode("utf-8"):
        text = json.dumps(values, indent=1)  # a file name that is no proper text
    write_whole(path, text)
