"""Corrections as a JSON file, to be kept or given to somebody with the same articles. Called by the façade.

The file holds types and names, origins and the digests of texts, in the order in which corrections were
made; keys are made afresh when it is read, because they belong to the program that made them.
"""

from __future__ import annotations

import binascii
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from index.atomic import read_small
from index.catalogue.corrections import Line, Rule
from index.errors import CorrectionRefused, ExportError
from index.model import CorrectionKind, MentionType
from index.register.corrections import EntityKey

_PROGRAM = "juanzong corrections"
_FORMAT = 1
_LONGEST = 1 << 26  # bytes of a file
_STRANGE = (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError, binascii.Error)


def write(path: Path, rules: Iterable[Rule]) -> int:
    """Write the corrections in force; returns how many. Raises ExportError."""
    kept = [_written(rule) for rule in rules if not rule.undone]
    text = json.dumps(
        {"what": _PROGRAM, "format": _FORMAT, "corrections": kept}, ensure_ascii=False, indent=1
    )
    part = path.with_name(path.name + ".part")
    try:
        part.write_text(text + "\n", encoding="utf-8")
        part.replace(path)
    except OSError as error:
        raise ExportError(path=path, reason=error.strerror or str(error)) from error
    return len(kept)


def read(path: Path, key: EntityKey) -> list[Rule]:
    """The corrections of a file. Raises CorrectionRefused if it is none."""
    try:
        content = json.loads(read_small(path, _LONGEST).removeprefix("\ufeff"))
        if content["what"] != _PROGRAM or int(content["format"]) > _FORMAT:
            raise CorrectionRefused("correction.not_a_file", file=path)
        return [_read(one, key) for one in content["corrections"]]
    except (
        OSError,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        RecursionError,
        binascii.Error,
    ) as error:
        raise CorrectionRefused("correction.not_a_file", file=path) from error


def _written(rule: Rule) -> dict[str, Any]:
    out: dict[str, Any] = {
        "kind": rule.kind.value,
        "made_at": rule.made_at,
        "type": rule.type.value,
        "name": rule.name,
        "new_type": rule.new_type.value if rule.new_type else None,
        "new_name": rule.new_name,
    }
    if rule.lines:
        out["articles"] = [_line_written(line, rule.kind) for line in rule.lines]
    return out


def _line_written(line: Line, kind: CorrectionKind) -> dict[str, Any]:
    out: dict[str, Any] = {"origin": line.origin, "text": line.text_key.hex()}
    if kind is CorrectionKind.ADD:
        out |= {
            "in_title": line.in_title,
            "start": line.start,
            "end": line.end,
            "printed": line.printed,
        }
    return out


def _read(one: dict[str, Any], key: EntityKey) -> Rule:
    kind, name, new_name = MentionType(one["type"]), str(one["name"]), str(one["new_name"])
    new_type = MentionType(one["new_type"]) if one["new_type"] else None
    lines = tuple(
        Line(
            str(line["origin"]),
            bytes.fromhex(line["text"]),
            bool(line.get("in_title", False)),
            int(line.get("start", 0)),
            int(line.get("end", 0)),
            str(line.get("printed", "")),
        )
        for line in one.get("articles", ())
    )
    made = CorrectionKind(one["kind"])
    if made in (CorrectionKind.ADD, CorrectionKind.SPLIT) and not lines:
        raise ValueError(made)
    new_key = key(new_type, new_name) if new_type else ""
    return Rule(
        0, made, str(one["made_at"]), False, kind, key(kind, name), name, new_type, new_key, new_name, lines
    )
