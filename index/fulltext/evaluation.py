"""From a query tree to documents, over arrays, one segment at a time.

And, Or, AndNot, Not, Every and our leaves have an array form; any other Whoosh query is asked for its
matcher on a Whoosh reader over the same segment. Called by `searcher`, and by leaves inside Whoosh
queries.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from whoosh import query as whoosh_query
from whoosh.searching import Searcher as WhooshSearcher

from index.errors import Cancelled
from index.fulltext.analysis import is_word_char, normal
from index.fulltext.query import (
    Dates,
    Expression,
    Fuzzy,
    Keyword,
    Leaf,
    Near,
    NotIn,
    TextLeaf,
    TextPattern,
    Values,
    Word,
    WordPattern,
)
from index.fulltext.recent import recent
from index.fulltext.requirement import Piece, pieces
from index.fulltext.segment import EMPTY, distinct, intersection
from index.fulltext.snapshot import LiveSegment

Ints = npt.NDArray[np.int64]
Texts = Callable[[int], tuple[str, str]]  # article id to normal title and body
Places = tuple[Ints, Ints]  # units, and how often in each
_STEP = 200  # texts looked at between two questions whether to go on


class Evaluation:
    """Evaluates queries on one segment; `texts` gives normal forms for exact verification."""

    def __init__(self, live: LiveSegment, texts: Texts, cancelled: Callable[[], bool] | None = None) -> None:
        self.live = live
        self.segment = live.segment
        self._texts = texts
        self._cancelled = cancelled or (lambda: False)
        self._whoosh: Any = None
        self.places: dict[Leaf, Places] = {}
        self.positions: dict[Leaf, Ints] = {}  # of exact keywords, for ranking
        self._complete: set[Leaf] = set()  # leaves whose places are known in all documents

    @classmethod
    def of_reader(cls, reader: Any) -> Evaluation:
        """The evaluation that a Whoosh reader of ours carries."""
        evaluation: Evaluation = reader.evaluation
        return evaluation

    def documents(self, query: Any, within: Ints | None = None) -> Ints:
        """The live documents of the segment that match, ascending; only some of `within` if that is given."""
        if self._cancelled():
            raise Cancelled
        if isinstance(query, Leaf):
            return self.live.alive(self._leaf(query, within))
        if isinstance(query, whoosh_query.And):
            return self._all_of(query.subqueries, within)
        if isinstance(query, whoosh_query.Require):
            return self._all_of(list(query.subqueries), within)
        if isinstance(query, whoosh_query.AndMaybe):
            return self.documents(query.a, within)
        if isinstance(query, whoosh_query.Or | whoosh_query.DisjunctionMax):
            found = [self.documents(part, within) for part in query.subqueries]
            return distinct(np.concatenate(found)) if found else EMPTY
        if isinstance(query, whoosh_query.Not):
            return self._without(self._everything(within), query.query)
        if isinstance(query, whoosh_query.AndNot):
            return self._without(self.documents(query.a, within), query.b)
        if isinstance(query, whoosh_query.Every) and query.fieldname is None:
            return self._everything(within)
        if query == whoosh_query.NullQuery:
            return EMPTY
        if isinstance(query, whoosh_query.Term):
            posting = self._reader()._terms.posting(query.fieldname, _as_bytes(query.text))
            return self.live.alive(posting[0])
        if isinstance(query, whoosh_query.MultiTerm):
            parts = [whoosh_query.Term(query.fieldname, text) for text in query._btexts(self._reader())]
            return self.documents(whoosh_query.Or(parts), within)
        return self._by_matcher(query)

    def _reader(self) -> Any:
        from index.fulltext.whoosh_codec import ArrayReader

        if self._whoosh is None:
            self._whoosh = ArrayReader(self.live, self)
        return self._whoosh

    def _by_matcher(self, query: Any) -> Ints:
        """What Whoosh's own matcher finds on this segment, for queries without an array form."""
        searcher = WhooshSearcher(self._reader(), closereader=False)
        return distinct(np.array(list(searcher.docs_for_query(query)), dtype=np.int64))

    def _everything(self, within: Ints | None) -> Ints:
        return np.flatnonzero(self.live.live) if within is None else within

    def _without(self, documents: Ints, query: Any) -> Ints:
        drop = self.documents(query, documents)
        keep = np.ones(self.segment.count, dtype=bool)
        keep[drop] = False
        return documents[keep[documents]]

    def _all_of(self, parts: list[Any], within: Ints | None) -> Ints:
        wanted = sorted((part for part in parts if not isinstance(part, whoosh_query.Not)), key=_cost)
        found = within
        for part in wanted:
            here = self.documents(part, found)
            found = here if found is None else intersection(found, here)
            if not len(found):
                return EMPTY
        if found is None:
            found = self._everything(None)
        for part in parts:
            if isinstance(part, whoosh_query.Not):
                found = self._without(found, part.query)
        return found

    def _leaf(self, leaf: Leaf, within: Ints | None) -> Ints:
        if isinstance(leaf, Values):
            return self._values(leaf)
        if isinstance(leaf, Dates):
            dates = self.segment.dates
            return np.flatnonzero((dates >= leaf.low) & (dates <= leaf.high))
        if not isinstance(leaf, TextLeaf):
            raise TypeError(type(leaf))
        if leaf not in self._complete:
            self.places[leaf] = _in_place(self._text(leaf, within), leaf.place)
            if within is None or _cost(leaf) == 1:
                self._complete.add(leaf)
        return distinct(self.places[leaf][0] >> 1)

    def _values(self, leaf: Values) -> Ints:
        values = self.segment.facet_values(leaf.field)  # ascending
        chosen = self.segment.names(leaf.field).matching(leaf) if leaf.texts else []
        places = [(bisect_left(values, value), value) for value in leaf.values]
        chosen += [number for number, value in places if values[number : number + 1] == (value,)]
        return self.segment.facet_documents(leaf.field, np.array(chosen, dtype=np.int64)) if chosen else EMPTY

    # places of text

    def _text(self, leaf: TextLeaf, within: Ints | None) -> Places:
        segment = self.segment
        if isinstance(leaf, Word):
            return segment.word_units(leaf.text)
        if isinstance(leaf, WordPattern):
            return self._word_pattern(leaf)
        if isinstance(leaf, Keyword):
            if leaf.exact:
                where = recent.get((segment.key, "keyword", leaf.text), lambda: self._keyword(leaf.text))
                self.positions[leaf], units, counts = where
                return units, counts
            return self._verified(leaf, self._literal(leaf.text), within)
        if isinstance(leaf, TextPattern):
            if leaf.fixed:
                return self.counted(self._fixed(leaf))
            return self._verified(leaf, self._spread(text_pieces(leaf)), within)
        if isinstance(leaf, Near | NotIn):
            positions = self._related(leaf)
            return self.counted(positions) if positions is not None else self._verified_pair(leaf, within)
        if isinstance(leaf, Fuzzy):
            return self._fuzzy(leaf, within)
        if isinstance(leaf, Expression):
            return self._verified(leaf, self._spread(pieces(leaf.text)), within)
        raise TypeError(type(leaf))

    def _keyword(self, text: str) -> tuple[Ints, Ints, Ints]:
        """Positions of a keyword that they alone decide, units, and how often in each.

        Of a single character only the units are looked for, and none is counted twice.
        """
        if len(text) == 1:
            units = self.segment.char_units(text)
            return EMPTY, units, np.ones(len(units), dtype=np.int64)
        positions = self.segment.text_positions(text)
        return positions, *self.counted(positions)

    def _related(self, leaf: Near | NotIn) -> Ints | None:
        """Where the first keyword stands near, or not in, the second; None if positions cannot tell."""
        first, second = (leaf.left, leaf.right) if isinstance(leaf, Near) else (leaf.inner, leaf.outer)
        if not (isinstance(first, Keyword) and first.exact and isinstance(second, Keyword) and second.exact):
            return None
        here, there = self._at(first.text), self._at(second.text)
        if isinstance(leaf, NotIn):
            offsets = [match.start() for match in first.pattern.finditer(second.text)]
            inside = [there + offset for offset in offsets]
            return np.setdiff1d(here, np.concatenate(inside), assume_unique=True) if inside else here
        return near(here, there, len(first.text), len(second.text), leaf.distance, self.segment.units_of)

    def _verified_pair(self, leaf: Near | NotIn, within: Ints | None) -> Places:
        first, second = (leaf.left, leaf.right) if isinstance(leaf, Near) else (leaf.inner, leaf.outer)
        documents = self.documents(first, within)
        if isinstance(leaf, Near):
            documents = self.documents(second, documents)
        return self._verified(leaf, documents, within)

    def _fuzzy(self, leaf: Fuzzy, within: Ints | None) -> Places:
        if all(isinstance(form, TextPattern) and form.fixed for form in leaf.forms):
            places = [self._fixed(form) for form in leaf.forms if isinstance(form, TextPattern)]
            return self.counted(distinct(np.concatenate(places)))
        found = [self._text(form, within) for form in leaf.forms]
        return added(np.concatenate([units for units, _ in found]), np.concatenate([n for _, n in found]))

    def _fixed(self, leaf: TextPattern) -> Ints:
        """Where a pattern of word characters and `?` begins."""
        parts: list[tuple[str, int]] = []
        size = 0
        for text, least, _ in leaf.pieces:
            parts.append((text, size + least))
            size += least + len(text)
        found = self.segment.joined_positions(parts)
        if not len(found):
            return EMPTY
        starts = self.segment.starts
        unit = self.segment.units_of(found + parts[0][1])
        # what `?` stands for must lie in the same title or body
        return found[(found >= starts[unit]) & (found + len(leaf.text) < starts[unit + 1])]

    def counted(self, positions: Ints) -> Places:
        """The units of ascending positions, and how many positions lie in each."""
        if not len(positions):
            return EMPTY, EMPTY
        units = self.segment.units_of(positions)
        first = np.flatnonzero(np.diff(units, prepend=-1))
        return units[first], np.diff(first, append=len(units))

    def _word_pattern(self, leaf: WordPattern) -> Places:
        import re

        form = re.compile(leaf.inner.encode())
        segment = self.segment
        units, counts = [EMPTY], [EMPTY]
        numbers = (
            segment.words.prefixed(leaf.prefix.encode()) if leaf.prefix else range(segment.words.number(b"{"))
        )
        for number in numbers:
            if form.fullmatch(segment.words.text(number)):
                found = segment.word_posting(number)
                units.append(found[0])
                counts.append(found[1])
        return added(np.concatenate(units), np.concatenate(counts))

    def _runs(self, text: str) -> list[tuple[int, str]]:
        """The runs of word characters in `text`, each with its offset."""
        runs: list[tuple[int, str]] = []
        for at, char in enumerate(text):
            if not is_word_char(char):
                continue
            if runs and runs[-1][0] + len(runs[-1][1]) == at:
                runs[-1] = (runs[-1][0], runs[-1][1] + char)
            else:
                runs.append((at, char))
        return runs

    def _at(self, text: str) -> Ints:
        return self.segment.text_positions(text)

    def _literal_positions(self, text: str) -> Ints | None:
        """Where all runs of word characters stand at their distances; None if there are none."""
        runs = self._runs(text)
        if not runs:
            return None
        found = self.segment.joined_positions([(run, offset) for offset, run in runs])
        return found[found >= 0]

    def _literal(self, text: str) -> Ints:
        """Documents that may contain `text`, which has punctuation or blanks in it."""
        positions = self._literal_positions(text)
        found = None if positions is None else distinct(self.segment.units_of(positions))
        for char in set(text):
            if not is_word_char(char) and not char.isspace():
                units = self.segment.char_units(char)
                found = units if found is None else intersection(found, units)
        return self._everything(None) if found is None else distinct(found >> 1)

    def _spread(self, pieces: Sequence[Piece]) -> Ints:
        """Documents in which the pieces stand at possible distances, as far as positions can tell."""
        segment = self.segment
        ends: Ints | None = None
        for piece in pieces:
            places = [(self._literal_positions(text), len(text)) for text in piece.texts]
            if any(found is None for found, _ in places):
                ends = None  # nothing but punctuation: the pieces before and after are on their own
                continue
            begins = np.concatenate([found for found, _ in places if found is not None])
            sizes = np.concatenate([np.full(len(found), size) for found, size in places if found is not None])
            if ends is not None and len(begins):
                begins, sizes = _behind(begins, sizes, ends, piece, segment.units_of)
            if not len(begins):
                return EMPTY
            ends = distinct(begins + sizes)
        if ends is None:
            return self._everything(None)
        ends = ends[ends <= segment.starts[-1]]  # punctuation behind the last word is taken on trust
        return distinct(segment.units_of(ends - 1) >> 1)

    def _verified(self, leaf: TextLeaf, candidates: Ints, within: Ints | None) -> Places:
        """The places of `leaf` in the texts of `candidates`."""
        candidates = self.live.alive(candidates)
        if within is not None:
            candidates = intersection(candidates, within)
        units: list[int] = []
        counts: list[int] = []
        for number, document in enumerate(candidates.tolist()):
            if number % _STEP == 0 and self._cancelled():
                raise Cancelled
            for side, text in enumerate(self._texts(int(self.segment.ids[document]))):
                count = sum(1 for _ in leaf.spans(text))
                if count:
                    units.append(2 * document + side)
                    counts.append(count)
        return np.array(units, dtype=np.int64), np.array(counts, dtype=np.int64)


def added(units: Ints, counts: Ints) -> Places:
    """Units in any order with repetitions: ascending, the counts of equal ones added."""
    order = np.argsort(units, kind="stable")
    units, counts = units[order], counts[order]
    first = np.flatnonzero(np.diff(units, prepend=-1))
    return units[first], np.add.reduceat(counts, first) if len(first) else EMPTY


def _as_bytes(text: str | bytes) -> bytes:
    return text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text


def near(
    here: Ints, there: Ints, size: int, other_size: int, distance: int, units_of: Callable[[Ints], Ints]
) -> Ints:
    """Which places `here` have one of `there` in the same unit, at most `distance` characters away."""
    if not len(here) or not len(there):
        return EMPTY
    after = np.minimum(np.searchsorted(there, here + size), len(there) - 1)
    before = np.maximum(np.searchsorted(there, here - other_size, side="right") - 1, 0)
    keep = np.zeros(len(here), dtype=bool)
    for at, gap in ((after, there[after] - here - size), (before, here - there[before] - other_size)):
        close = np.flatnonzero((gap >= 0) & (gap <= distance))
        keep[close[units_of(here[close]) == units_of(there[at[close]])]] = True
    return here[keep]


def text_pieces(leaf: TextPattern) -> list[Piece]:
    """The pieces of a pattern with `*`."""
    return [Piece((text,), least, most) for text, least, most in leaf.pieces]


def _behind(
    begins: Ints, sizes: Ints, ends: Ints, piece: Piece, units_of: Callable[[Ints], Ints]
) -> tuple[Ints, Ints]:
    """Which of the places begin at a possible distance behind one of the ascending `ends`."""
    nearest = np.searchsorted(ends, begins - piece.least, side="right") - 1
    keep = nearest >= 0
    begins, sizes, nearest = begins[keep], sizes[keep], nearest[keep]
    if piece.most is not None:
        near_enough = ends[nearest] >= begins - piece.most
        return begins[near_enough], sizes[near_enough]
    order = np.argsort(begins, kind="stable")
    begins, sizes, nearest = begins[order], sizes[order], nearest[order]
    same = units_of(begins) == units_of(ends[nearest] - 1)
    return begins[same], sizes[same]


def normal_texts(text_of: Texts) -> Texts:
    """Title and body by article id, in the form that patterns are matched against."""

    def texts(article_id: int) -> tuple[str, str]:
        title, body = text_of(article_id)
        return normal(title), normal(body)

    return texts


def _in_place(places: Places, place: str) -> Places:
    units, counts = places
    if not place:
        return places
    keep = (units & 1) == (0 if place == "title" else 1)
    return units[keep], counts[keep]


def _cost(query: Any) -> int:
    if isinstance(query, Leaf):
        return query.cost if not (isinstance(query, Keyword) and not query.exact) else 4
    return max([2, *(_cost(part) for part in query.children())])
