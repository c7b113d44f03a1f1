"""Searches that people keep, with the hits that came since they looked, and the history of queries.

What is new is exact: articles never change their number and later ones have higher numbers, so a look notes
the highest number that the search could see. Called through `Explorer`.
"""

from __future__ import annotations

from collections.abc import Callable

from index.catalogue import Catalogue, searches
from index.errors import QueryError
from index.fulltext import Searcher
from index.model import HistoryEntry, SavedSearch, SearchRequest

Keyed = Callable[[SearchRequest], SearchRequest]


def saved(catalogue: Catalogue, searcher: Searcher | None, keyed: Keyed) -> tuple[SavedSearch, ...]:
    """All kept searches by name, with the hits that came since the last look (0 without an index)."""
    return tuple(
        SavedSearch(
            one.id,
            one.name,
            one.request,
            one.created_at,
            one.looked_at,
            _new_hits(searcher, keyed(one.request), one.seen),
        )
        for one in searches.saved(catalogue.reading)
    )


def _new_hits(searcher: Searcher | None, request: SearchRequest, seen: int) -> int:
    if searcher is None or not len(searcher.snapshot.ids) or int(searcher.snapshot.ids.max()) <= seen:
        return 0
    try:
        return int((searcher.search(request).all_ids() > seen).sum())
    except QueryError:  # kept by another version of the program
        return 0


def save(catalogue: Catalogue, name: str, request: SearchRequest, seen: int) -> int:
    """Keep a search under a name; one of the same name is replaced. Returns its number."""
    with catalogue.writing() as db:
        return searches.save(db, name.strip(), request, seen)


def rename(catalogue: Catalogue, number: int, name: str) -> None:
    """Give a kept search another name; one that had it before is replaced."""
    with catalogue.writing() as db:
        searches.rename(db, number, name.strip())


def delete(catalogue: Catalogue, number: int) -> None:
    """Keep a search no longer."""
    with catalogue.writing() as db:
        searches.delete(db, number)


def look(catalogue: Catalogue, number: int, seen: int) -> None:
    """Note that somebody looks at the hits now: none of them is new any more."""
    with catalogue.writing() as db:
        searches.look(db, number, seen)


def history(catalogue: Catalogue, limit: int) -> tuple[HistoryEntry, ...]:
    """The latest queries, each once, latest first."""
    return tuple(searches.history(catalogue.reading, limit))


def remember(catalogue: Catalogue, text: str, total: int) -> None:
    """Put a query on top of the history; nothing happens in an archive that cannot be written to."""
    text = " ".join(text.split())
    if text and not catalogue.read_only:
        with catalogue.writing() as db:
            searches.remember(db, text, total)


def forget(catalogue: Catalogue, text: str | None) -> None:
    """Take one query out of the history, or all with None."""
    with catalogue.writing() as db:
        searches.forget(db, text)
