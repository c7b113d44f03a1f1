"""The one way in which anything at the desk is changed: catalogue and journal together, and back again.

A change needs no writer's lock: SQLite lets an import and a note take turns, so that notes can be made while
thousands of articles come in. What `change` returns is on the disk.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from pathlib import Path

from index.catalogue import Catalogue, desk
from index.desk import journal
from index.model import Edit, EditKind, RowChange

Make = Callable[[sqlite3.Connection], Iterable[RowChange]]


class Ledger:
    """Changes rows of the desk in the archive in `folder`."""

    def __init__(self, catalogue: Catalogue, folder: Path) -> None:
        self._catalogue = catalogue
        self._folder = folder

    def change(self, kind: EditKind, make: Make, count: int | None = None) -> Edit:
        """Make the changes that `make` gives, all or none. Raises ArchiveReadOnly, DiskFull.

        `count`: how many things it concerns, as a person counts; otherwise the rows.
        """
        written: journal.Written | None = None
        try:
            with self._catalogue.writing() as db:
                done = desk.put(db, make(db))
                written = journal.append(self._folder, done, db)
        except BaseException:
            if written is not None:  # what was refused must not come back with the journal
                journal.take_back(self._folder, written)
            raise
        numbers = tuple(
            int(str(table.value(change.after, "number")))
            for change in done
            if change.after is not None and (table := desk.TABLES[change.table]).numbered
        )
        return Edit(kind, done, numbers, len(done) if count is None else count)

    def take_back(self, edit: Edit) -> Edit:
        """Undo a change; what comes back undoes the undoing."""
        back = [RowChange(one.table, one.after, one.before) for one in reversed(edit.changes)]
        return self.change(edit.kind, lambda db: [_now(one) for one in back], edit.count)

    def settle(self) -> None:
        """Bring both level if a kill or a power cut fell between the journal's line and the catalogue's."""
        found = journal.compare(self._catalogue.reading, self._folder)
        if found.newer or found.unwritten or found.damaged:
            self.recall()

    def recall(self) -> int:
        """Take up what only the journal knows, then write it anew; returns how many rows came back."""
        with self._catalogue.writing() as db:
            count = journal.recall(db, self._folder)
            journal.rewrite(self._folder, db)
        return count


def _now(change: RowChange) -> RowChange:
    """The same change as of now, so that it counts as newer than what it takes back."""
    table, after = desk.TABLES[change.table], change.after
    if after is None or "changed_at" not in table.columns:
        return change
    at = table.columns.index("changed_at")
    return RowChange(change.table, change.before, (*after[:at], desk.now(), *after[at + 1 :]))
