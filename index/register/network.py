"""Who appears with whom: entities as nodes, common articles as weighted edges, laid out to be drawn.

Bodies that publish a quarter of the archive's articles are left out. The layout is NetworkX's force-directed
one (Fruchterman and Reingold 1991) with a fixed seed, so that the same question gives the same picture.
Called by the façade.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Sequence

import numpy as np
import numpy.typing as npt

from index.catalogue import register
from index.catalogue.lives import Lives
from index.model import MentionType, Network, NetworkEdge, NetworkNode
from index.register import cooccurrence

TYPES = (MentionType.PERSON, MentionType.ORGANISATION, MentionType.PLACE)
MOST_ARTICLES = 20_000
MOST_NODES = 400  # from 500 on NetworkX's layout needs SciPy, which is larger than all the rest
_EDGES_PER_NODE = 4
_FOREMOST = 10  # of names, among which those of publishers are
_ROUNDS = 60
_SEED = 11
_SPREAD = 1.6  # how far nodes keep from each other, in the layout's own measure


def of_entity(
    db: sqlite3.Connection,
    lives: Lives,
    entity_id: int,
    types: Collection[MentionType] = TYPES,
    since: str | None = None,
    until: str | None = None,
    limit: int = 40,
) -> Network:
    """The entity in the middle and those that most of its articles name with it."""
    chosen = lives.naming(db, entity_id).within(since, until)
    return _network(db, lives, chosen.newest(MOST_ARTICLES)[::-1], types, limit, entity_id)


def of_articles(
    db: sqlite3.Connection,
    lives: Lives,
    ids: Sequence[int],
    types: Collection[MentionType] = TYPES,
    since: str | None = None,
    until: str | None = None,
    limit: int = 60,
) -> Network:
    """The entities that most of these articles name."""
    chosen = lives.of(ids).within(since, until)
    return _network(db, lives, chosen.ids.tolist(), types, limit, None)


def _network(
    db: sqlite3.Connection,
    lives: Lives,
    ids: Sequence[int],
    types: Collection[MentionType],
    limit: int,
    centre: int | None,
) -> Network:
    found = cooccurrence.named(db, ids, types)
    seen, counts = np.unique(found.entities, return_counts=True)
    order = np.lexsort((seen, -counts))
    without = register.publishers(db, seen[order[:_FOREMOST]].tolist(), len(lives)) - {centre}
    apart = np.isin(seen[order], [*without, *([] if centre is None else [centre])])
    room = max(0, min(limit, MOST_NODES) - (centre is not None))
    kept = seen[order[~apart][:room]]
    members = np.sort(kept if centre is None else np.append(kept, centre))
    weights = _weights(found, members, ids, centre)
    close = _closeness(weights)
    edges = _edges(close, None if centre is None else int(np.searchsorted(members, centre)))
    places = _layout(edges, close)
    names = register.named(db, members.tolist())
    sizes = dict(zip(seen.tolist(), counts.tolist(), strict=True)) | ({centre: len(ids)} if centre else {})
    nodes = [
        NetworkNode(names[n], sizes[n], round(float(x), 5), round(float(y), 5))
        for n, (x, y) in zip(members.tolist(), places, strict=True)
    ]
    links = [NetworkEdge(int(members[a]), int(members[b]), int(weights[a, b])) for a, b in edges]
    return Network(
        tuple(sorted(nodes, key=lambda node: (-node.articles, node.entity.id))),
        tuple(sorted(links, key=lambda edge: (-edge.articles, edge.one, edge.other))),
        len(ids),
        len(seen) - len(without) + (centre is not None and centre not in seen),
        centre,
    )


def _weights(
    found: cooccurrence.Named, members: npt.NDArray[np.int64], ids: Sequence[int], centre: int | None
) -> npt.NDArray[np.int64]:
    """How many articles name each two of `members`; shape (n, n)."""
    inside = np.isin(found.entities, members)
    rows = np.unique(found.articles[inside], return_inverse=True)[1]
    columns = np.searchsorted(members, found.entities[inside])
    there = np.zeros((int(rows.max(initial=-1)) + 1, len(members)), dtype=np.float32)
    there[rows, columns] = 1
    if centre is not None:
        there[:, int(np.searchsorted(members, centre))] = 1
    product: npt.NDArray[np.int64] = np.rint(there.T @ there).astype(np.int64)
    return product


def _closeness(weights: npt.NDArray[np.int64]) -> npt.NDArray[np.float64]:
    """Common articles by what the sizes of the two would let expect (cosine), 0 to 1; shape (n, n).

    By plain counts everybody would be nearest to whoever is in most articles.
    """
    sizes = np.sqrt(np.maximum(1, np.diag(weights)).astype(np.float64))
    close = weights / np.outer(sizes, sizes)
    np.fill_diagonal(close, 0)
    return np.asarray(close)


def _edges(close: npt.NDArray[np.float64], centre: int | None) -> list[tuple[int, int]]:
    """The closest pairs: for each node its best few, and all with the centre, so that nobody is alone."""
    size = len(close)
    chosen: set[tuple[int, int]] = set()
    for node in range(size):
        best = np.lexsort((np.arange(size), -close[node]))[:_EDGES_PER_NODE]
        chosen.update((min(node, int(b)), max(node, int(b))) for b in best if close[node, b] > 0)
        if centre is not None and node != centre and close[node, centre] > 0:
            chosen.add((min(node, centre), max(node, centre)))
    return sorted(chosen)


def _layout(edges: Sequence[tuple[int, int]], close: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """A place for each node, 0 to 1 both ways, the same for the same network; shape (n, 2)."""
    size = len(close)
    if size < 2:
        return np.full((size, 2), 0.5)
    import networkx  # takes a third of a second to load, so only when somebody wants to see a network

    graph = networkx.Graph()
    graph.add_nodes_from(range(size))
    graph.add_weighted_edges_from((a, b, float(close[a, b])) for a, b in edges)
    drawn = networkx.spring_layout(graph, seed=_SEED, iterations=_ROUNDS, k=_SPREAD / np.sqrt(size))
    places = np.array([drawn[node] for node in range(size)], dtype=np.float64)
    low, high = places.min(axis=0), places.max(axis=0)
    return np.asarray((places - low) / np.where(high > low, high - low, 1.0))
