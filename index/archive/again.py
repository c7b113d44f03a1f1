"""Recognising the names of all articles anew, after the recogniser has learnt something.

The texts come from the catalogue; workers read them, this process writes what changed, under the user's
corrections. A cancel keeps what is done. Called by `Archive.recognise_again`.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence

from index import entities
from index.archive.preparation import recognise_articles
from index.archive.workers import Failed, Task, Workers
from index.catalogue import Catalogue, articles
from index.catalogue import corrections as stored
from index.catalogue import register as queries
from index.catalogue.forms import Forms
from index.control import Control
from index.errors import Cancelled
from index.model import ImportProgress
from index.register import corrections

_SHARE = 200
_EDITION = "recogniser"  # property of a catalogue: the edition that recognised its names
_CURRENT = str(entities.EDITION)


def names_are_old(catalogue: Catalogue) -> bool:
    """Whether an earlier edition of the recogniser read what is in the archive."""
    return catalogue.property(_EDITION) != _CURRENT and not articles.none_there(catalogue.reading)


def note_if_empty(catalogue: Catalogue) -> None:
    """Note the recogniser's edition in an archive that is about to get its first articles."""
    if articles.none_there(catalogue.reading):
        _note(catalogue)


def _note(catalogue: Catalogue) -> None:
    if catalogue.property(_EDITION) != _CURRENT:
        with catalogue.writing() as db:
            row = (_EDITION, _CURRENT)
            db.execute("INSERT OR REPLACE INTO property (name, value) VALUES (?, ?)", row)


def recognise_again(
    catalogue: Catalogue,
    *,
    workers: int,
    progress: Callable[[ImportProgress], None] | None,
    control: Control,
) -> int:
    """Returns how many articles changed; those are marked for the index. Raises Cancelled."""
    ids = articles.current_ids(catalogue.reading)
    with catalogue.writing() as db:
        corrections.key_anew(db, entities.entity_key)
    began, done, changed = time.monotonic(), 0, 0
    shares = _shares(catalogue, ids)
    counted = Forms()
    with Workers(workers) as pool:
        exhausted = False
        while not exhausted or pool.unfinished:
            control.checkpoint()
            while not exhausted and pool.unfinished < 2 * max(1, workers):
                task = next(shares, None)
                exhausted = task is None
                if task is not None:
                    pool.submit(task)
            for outcome in pool.outcomes(0.2):
                changed += _write(catalogue, outcome.result, counted)
                done += outcome.task.tag
                if progress is not None:
                    seconds = time.monotonic() - began
                    left = seconds / done * (len(ids) - done)
                    progress(ImportProgress("reading", done, len(ids), 0, 0, done, 0, seconds, left))
    with catalogue.writing() as db:
        queries.forget_unnamed(db)
        given = stored.rules(db).names
        counted.settle(db, {(kind.value, key): name for (kind, key), name in given.items()}, afresh=True)
    _note(catalogue)
    return changed


def _shares(catalogue: Catalogue, ids: Sequence[int]) -> Iterator[Task]:
    """Tasks of some articles each, made one by one; the tag is how many."""
    for at in range(0, len(ids), _SHARE):
        some = [
            (a.id, a.title, a.body, a.date, a.source)
            for a in articles.read_many(catalogue.reading, ids[at : at + _SHARE])
        ]
        yield Task(len(some), recognise_articles, (some,), seconds=60.0 + 2 * len(some))


def _write(catalogue: Catalogue, result: object, counted: Forms) -> int:
    """Write what a worker found and count its names; articles that it failed at stay as they are."""
    if isinstance(result, Failed):
        if isinstance(result.error, Cancelled):
            raise result.error
        return 0
    assert isinstance(result, list)  # noqa: S101
    anew = {number: said.opened() for number, said in result if said is not None}
    for _, said in result:
        if said is not None:
            counted.add(said.entities)
    with catalogue.writing() as db:
        return corrections.apply(db, sorted(anew), anew)
