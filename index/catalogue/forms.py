"""Under which of its printed forms an entity is shown: the one that readers know it by.

The longest form would be a bad guess: one article of a thousand has 大不列颠及北爱尔兰联合王国 for 英国. So
the catalogue counts, for each name as the recogniser keyed it, how many articles print which form. Of a
body, person or post the fullest form is shown that at least a tenth of the articles use: before 国家发改委
comes 国家发展和改革委员会, but 欧盟 stays, which hardly anybody spells out. Of a place its key is shown if
it is used (英国, 江西), else the commonest form. The same articles give the same names in whatever order
they came. Called by `entities`.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping

from index.model import MentionType
from index.script.fold import fold

_USED = 0.1  # the share of articles that makes a form one that readers know
_SOME = 2000

Names = Mapping[tuple[str, str], str]  # by type and key


def chosen(kind: str, key: str, articles: Mapping[str, int]) -> str:
    """The form to show, of some forms with their numbers of articles; "" if there is none."""
    groups: dict[str, Counter[str]] = {}
    for name, count in articles.items():
        groups.setdefault(fold(name), Counter())[name] += count
    if not groups:
        return ""
    totals = {folded: sum(names.values()) for folded, names in groups.items()}
    commonest = max(totals, key=lambda folded: (totals[folded], folded))
    used = [folded for folded in totals if totals[folded] >= _USED * sum(totals.values())]
    if kind == MentionType.PLACE:
        best = key if key in used else commonest
    else:
        best = max(used, key=lambda folded: (len(folded), totals[folded], folded), default=commonest)
    return min(groups[best], key=lambda name: (-groups[best][name], name))


class Forms:
    """What is counted while articles are written, until `settle` stores it and calls entities anew."""

    def __init__(self) -> None:
        self._counted: Counter[tuple[str, str, str]] = Counter()

    def add(self, names: Iterable[tuple[str, str, str]]) -> None:
        """Count what one article names: type, key and fullest form of each entity."""
        self._counted.update(form for form in names if form[0] != MentionType.DATE)

    def forget(self) -> None:
        """Drop what was counted, after a transaction that was rolled back."""
        self._counted.clear()

    def settle(
        self, db: sqlite3.Connection, given: Names, shown: Names | None = None, *, afresh: bool = False
    ) -> dict[tuple[str, str], str]:
        """Store the counts and give entities their names, but for those `given` by the user.

        `shown`: names known to be in use; one that only gains articles stays. Returns the names that changed.
        `afresh`: what was counted takes the place of all earlier counts.
        """
        if afresh:
            db.execute("DELETE FROM form")
        counted, self._counted = self._counted, Counter()
        db.executemany(
            "INSERT INTO form (type, key, name, articles) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (type, key, name) DO UPDATE SET articles = articles + excluded.articles",
            [(*form, count) for form, count in counted.items()],
        )
        wanted = sorted(
            {
                (kind, key)
                for kind, key, name in counted
                if (kind, key) not in given and (shown is None or shown.get((kind, key)) != name)
            }
        )
        changed: dict[tuple[str, str], str] = {}
        for at in range(0, len(wanted), _SOME):
            changed.update(_misnamed(db, wanted[at : at + _SOME]))
        db.executemany(
            "UPDATE entity SET name = ? WHERE type = ? AND key = ?",
            [(name, kind, key) for (kind, key), name in changed.items()],
        )
        return changed


def best(db: sqlite3.Connection, kind: str, key: str) -> str:
    """The form to show of an entity; "" if none was counted."""
    return chosen(kind, key, counts(db, kind, key))


def best_of(db: sqlite3.Connection, entities: Iterable[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """The same for entities by type and key; those of which no form was counted are left out."""
    rows = db.execute(
        "SELECT f.type, f.key, f.name, f.articles FROM json_each(?) j"
        " CROSS JOIN form f ON f.type = json_extract(j.value, '$[0]')"
        " AND f.key = json_extract(j.value, '$[1]')",
        (json.dumps(list(entities)),),
    )
    counted: dict[tuple[str, str], dict[str, int]] = {}
    for kind, key, name, articles in rows:
        counted.setdefault((kind, key), {})[name] = articles
    return {entity: chosen(*entity, of_one) for entity, of_one in counted.items()}


def counts(db: sqlite3.Connection, kind: str, key: str) -> dict[str, int]:
    """How many articles have which form of a name as their fullest."""
    rows = db.execute("SELECT name, articles FROM form WHERE type = ? AND key = ?", (kind, key))
    return dict(rows.fetchall())


def _misnamed(db: sqlite3.Connection, wanted: list[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """Those of the entities `wanted` that should be called otherwise, with that name."""
    rows = db.execute(
        "SELECT e.type, e.key, e.name, f.name, f.articles FROM json_each(?) j"
        " CROSS JOIN entity e ON e.type = json_extract(j.value, '$[0]')"
        " AND e.key = json_extract(j.value, '$[1]')"
        " CROSS JOIN form f ON f.type = e.type AND f.key = e.key",
        (json.dumps(wanted),),
    )
    named: dict[tuple[str, str], str] = {}
    forms: dict[tuple[str, str], dict[str, int]] = {}
    for kind, key, name, form, articles in rows:
        named[kind, key] = name
        forms.setdefault((kind, key), {})[form] = articles
    right = {entity: chosen(*entity, of_one) for entity, of_one in forms.items()}
    return {entity: name for entity, name in right.items() if name and name != named[entity]}
