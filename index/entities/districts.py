"""Divisions and what they lie in: 臺南市安南區 is 安南區, and 永康 in an article from 臺南 is 永康區.

Keys leave out what a name needs not to be told apart; a name that several cities have takes the city that the
article names. Called by `keys` and `fuller`.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

from index.entities.lexicons import lexicons, rows

_LONGEST = 12  # characters of the name of a division


@cache
def parents() -> dict[str, tuple[str, ...]]:
    """For each full name of a division (folded) what divisions of this name lie in."""
    found: dict[str, tuple[str, ...]] = {}
    for _, name, _, parent in rows("divisions.tsv"):
        found[name] = (*found.get(name, ()), parent)
    return found


@lru_cache(maxsize=1 << 14)
def plain_name(key: str) -> str:
    """The last division of a chain (江西省南昌市红谷滩区); with its city where others have one so called.

    What is no such chain is given back as it is.
    """
    chain = _chain(key)
    if len(chain) < 2:
        return key
    upper, last = chain[-2:]
    return last if len(parents()[last]) == 1 else upper + last


def _chain(key: str) -> list[str]:
    known, chain = parents(), list[str]()
    while key:
        upper = chain[-1] if chain else ""
        ends = range(min(len(key), _LONGEST), 1, -1)
        starts = (key[:end] for end in ends)
        part = next((one for one in starts if one in known and (not upper or upper in known[one])), "")
        if not part:
            return []
        chain.append(part)
        key = key[len(part) :]
    return chain


def located(names: Iterable[str], city: str = "") -> dict[str, str]:
    """For each name (folded) that several divisions have the full name of the one meant, if it is sure.

    Sure is the one in `city`, else the only one that lies in what another of the names is.
    """
    every = set(names)
    divisions = lexicons().divisions
    doubtful = [name for name in every if _shared(name)]
    if not doubtful:
        return {}
    context = {divisions[name].name for name in every if name in divisions and name not in doubtful}
    context.update(part for name in every for part in _chain(name)[:-1])
    found: dict[str, str] = {}
    for name in doubtful:
        meant = _candidates(name)
        inside = [one for one in meant if one[0] == city] or [one for one in meant if one[0] in context]
        if len(inside) == 1:
            parent, full = inside[0]
            found[name] = full if len(parents()[full]) == 1 else parent + full
    return found


def _shared(name: str) -> bool:
    """Whether a name does not tell which division is meant; 南昌 is the city, not the county beside it."""
    if name in lexicons().namesakes:
        return lexicons().divisions[name].level not in ("province", "city")
    return len(parents().get(name, ())) > 1


def _candidates(name: str) -> list[tuple[str, str]]:
    """(what it lies in, full name) of all divisions with this short or full name."""
    same = lexicons().namesakes.get(name)
    if same:
        return [(one.parent, one.name) for one in same]
    return [(parent, name) for parent in parents()[name]]
