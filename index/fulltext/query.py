"""The leaves of a parsed query: Whoosh query objects with an array form.

`parsing` makes trees of these and of Whoosh's And, Or, Not and Every; `evaluation` turns a tree into
documents; `marking` asks the leaves for their patterns. A leaf also works inside any other Whoosh
query, because it can be asked for a Whoosh matcher.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from typing import Any, ClassVar

from whoosh.matching import ListMatcher, NullMatcher
from whoosh.query import Query

from index.fulltext.analysis import is_ascii_word, is_word_char
from index.fulltext.patience import Patient
from index.model import FacetField

WORD = r"[^\W_]|[\u0300-\u036f]"
Span = tuple[int, int]
STAR = 20  # the most characters that `*` stands for inside Chinese text


class Leaf(Query):  # type: ignore[misc]  # Whoosh has no annotations
    """A query without parts. `place` is "" (title or body), "title" or "body"."""

    boost: float = 1.0
    place: str = ""
    cost: ClassVar[int] = 1  # leaves that look at texts come last

    def key(self) -> tuple[Any, ...]:
        """What makes two leaves equal."""
        raise NotImplementedError

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self.key() == other.key()

    def __hash__(self) -> int:
        return hash((type(self).__name__, *self.key()))

    def __repr__(self) -> str:
        return f"{type(self).__name__}{self.key()!r}"

    def is_leaf(self) -> bool:
        """As Whoosh asks for it."""
        return True

    def estimate_size(self, ixreader: Any) -> int:
        """As Whoosh asks for it: an upper bound."""
        return int(ixreader.doc_count())

    def matcher(self, searcher: Any, context: Any = None) -> Any:
        """A Whoosh matcher over this leaf's documents in the segment that `searcher` reads."""
        from index.fulltext.evaluation import Evaluation

        documents = Evaluation.of_reader(searcher.reader()).documents(self)
        if not len(documents):
            return NullMatcher()
        return ListMatcher(documents.tolist(), [self.boost] * len(documents))


class TextLeaf(Leaf):
    """A leaf that stands at places of the text."""

    def expression(self) -> str:
        """A regular expression for its places in folded, squeezed text."""
        raise NotImplementedError

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """`expression`, compiled so that overlapping places are found (as group 1)."""
        return re.compile(f"(?=({self.expression()}))")

    def spans(self, text: str) -> Iterator[Span]:
        """Its places in folded, squeezed text, as [start, end), in order; they may overlap."""
        return (match.span(1) for match in self.pattern.finditer(text))


class Keyword(TextLeaf):
    """A keyword as the promise has it: folded substring of title or body."""

    def __init__(self, text: str, place: str = "", boost: float = 1.0) -> None:
        self.text, self.place, self.boost = text, place, boost

    def key(self) -> tuple[Any, ...]:
        """As in Leaf."""
        return (self.text, self.place, self.boost)

    def expression(self) -> str:
        """As in TextLeaf."""
        return re.escape(self.text)

    def spans(self, text: str) -> Iterator[Span]:
        """As in TextLeaf."""
        size = len(self.text)
        at = text.find(self.text) if size else -1
        while at >= 0:
            yield at, at + size
            at = text.find(self.text, at + 1)

    @cached_property
    def exact(self) -> bool:
        """Whether positions alone decide: nothing but word characters, or a single character."""
        return len(self.text) == 1 or all(map(is_word_char, self.text))


class Word(TextLeaf):
    """A keyword of ASCII letters and digits only: a whole word."""

    def __init__(self, text: str, place: str = "", boost: float = 1.0) -> None:
        self.text, self.place, self.boost = text, place, boost

    def key(self) -> tuple[Any, ...]:
        """As in Leaf."""
        return (self.text, self.place, self.boost)

    def expression(self) -> str:
        """As in TextLeaf."""
        return rf"(?<![a-z0-9]){self.text}(?![a-z0-9])"


class WordPattern(TextLeaf):
    """ASCII letters and digits with `*` and `?`: whole words of that form."""

    def __init__(self, text: str, place: str = "", boost: float = 1.0) -> None:
        self.text, self.place, self.boost = text, place, boost

    def key(self) -> tuple[Any, ...]:
        """As in Leaf."""
        return (self.text, self.place, self.boost)

    @cached_property
    def prefix(self) -> str:
        """What stands before the first wildcard."""
        return re.split(r"[*?]", self.text)[0]

    @cached_property
    def inner(self) -> str:
        """The form of one word; each piece is sought once, so that many stars cost little."""
        first, *others = re.split(r"\*+", self.text.replace("?", "[a-z0-9]"))
        if not others:
            return first
        middle = "".join(f"(?>[a-z0-9]*?{piece})" for piece in others[:-1])
        return f"{first}{middle}[a-z0-9]*{others[-1]}"

    def expression(self) -> str:
        """As in TextLeaf."""
        return rf"(?<![a-z0-9]){self.inner}(?![a-z0-9])"


class TextPattern(TextLeaf):
    """Text with `?` (any one character) and `*` (up to STAR word characters)."""

    cost = 5

    def __init__(self, text: str, place: str = "", boost: float = 1.0) -> None:
        self.text, self.place, self.boost = text, place, boost

    def key(self) -> tuple[Any, ...]:
        """As in Leaf."""
        return (self.text, self.place, self.boost)

    @cached_property
    def fixed(self) -> bool:
        """Whether positions alone decide: no `*`, and nothing but word characters besides."""
        return all(char == "?" or is_word_char(char) for char in self.text)

    @cached_property
    def pieces(self) -> list[tuple[str, int, int]]:
        """Literal pieces, each with the least and the most characters between it and the piece before."""
        found: list[tuple[str, int, int]] = []
        least = most = 0
        for part in re.findall(r"[*?]+|[^*?]+", self.text):
            if part[0] in "*?":
                least = part.count("?")
                most = least + (STAR if "*" in part else 0)
            else:
                found.append((part, least, most))
                least = most = 0
        return found

    def expression(self) -> str:
        """As in TextLeaf."""
        return "".join(
            rf"[\s\S]{{{part.count('?')}}}" + (rf"(?:{WORD}){{0,{STAR}}}?" if "*" in part else "")
            if part[0] in "*?"
            else re.escape(part)
            for part in re.findall(r"[*?]+|[^*?]+", self.text)
        )

    @cached_property
    def _patient(self) -> Patient:
        return Patient(f"(?=({self.expression()}))", self.text)

    def spans(self, text: str) -> Iterator[Span]:
        """As in TextLeaf."""
        return (match.span(1) for match in self._patient.matches(text))


class Near(TextLeaf):
    """Two keywords with at most `distance` characters between them, in either order."""

    cost = 4

    def __init__(self, left: TextLeaf, right: TextLeaf, distance: int) -> None:
        self.left, self.right, self.distance = left, right, distance
        self.place, self.boost = left.place, max(left.boost, right.boost)

    def key(self) -> tuple[Any, ...]:
        """As in Leaf."""
        return (self.left, self.right, self.distance)

    def spans(self, text: str) -> Iterator[Span]:
        """As in TextLeaf."""
        left, right = sorted(self.left.spans(text)), sorted(self.right.spans(text))
        return iter(sorted({*_close(left, right, self.distance), *_close(right, left, self.distance)}))


def _close(spans: Sequence[Span], others: Sequence[Span], distance: int) -> Iterator[Span]:
    """Which of the `spans` have another one before or behind, at most `distance` characters away."""
    starts, ends = [start for start, _ in others], sorted(end for _, end in others)
    for start, end in spans:
        behind, before = bisect_left(starts, end), bisect_right(ends, start) - 1
        if (behind < len(starts) and starts[behind] - end <= distance) or (
            before >= 0 and start - ends[before] <= distance
        ):
            yield start, end


class NotIn(TextLeaf):
    """A keyword where it is not part of a longer one: 红军 but not in 李红军."""

    cost = 4

    def __init__(self, inner: TextLeaf, outer: TextLeaf) -> None:
        self.inner, self.outer = inner, outer
        self.place, self.boost = inner.place, inner.boost

    def key(self) -> tuple[Any, ...]:
        """As in Leaf."""
        return (self.inner, self.outer)

    def spans(self, text: str) -> Iterator[Span]:
        """As in TextLeaf."""
        outer = sorted(self.outer.spans(text))
        starts = [start for start, _ in outer]
        furthest = list(accumulate((end for _, end in outer), max))  # of all that start no later
        for start, end in self.inner.spans(text):
            before = bisect_right(starts, start)
            if not before or furthest[before - 1] < end:
                yield start, end


class Fuzzy(TextLeaf):
    """A keyword with at most one character replaced, missing or too many."""

    cost = 5

    def __init__(self, text: str, place: str = "", boost: float = 1.0) -> None:
        self.text, self.place, self.boost = text, place, boost

    def key(self) -> tuple[Any, ...]:
        """As in Leaf."""
        return (self.text, self.place, self.boost)

    @cached_property
    def forms(self) -> tuple[TextLeaf, ...]:
        """The leaves that together are this query."""
        text, many = self.text, len(self.text)
        replaced = [f"{text[:n]}?{text[n + 1 :]}" for n in range(many)]
        inserted = [f"{text[:n]}?{text[n:]}" for n in range(1, many)]
        missing = [text[:n] + text[n + 1 :] for n in range(many)] if many > 2 else []
        kind = WordPattern if is_ascii_word(text) else TextPattern
        return tuple(kind(form, self.place) for form in dict.fromkeys([text, *replaced, *inserted, *missing]))

    def expression(self) -> str:
        """As in TextLeaf."""
        return "|".join(form.expression() for form in self.forms)


class Expression(TextLeaf):
    """A regular expression over folded, squeezed text. `typed`: where it stands in the query."""

    cost = 6

    def __init__(self, text: str, place: str = "", boost: float = 1.0, typed: Span = (0, 1)) -> None:
        self.text, self.place, self.boost, self.typed = text, place, boost, typed

    def key(self) -> tuple[Any, ...]:
        """As in Leaf."""
        return (self.text, self.place, self.boost)

    @cached_property
    def _patient(self) -> Patient:
        return Patient(self.text, f"/{self.text}/", self.typed)

    def spans(self, text: str) -> Iterator[Span]:
        """As in TextLeaf; here places do not overlap."""
        return (match.span() for match in self._patient.matches(text) if match[0])


class Values(Leaf):
    """Articles that have a facet value which contains one of `texts` (folded), or one of the exact `values`.

    `form` is a regular expression in place of the texts, which then say how it was written: for names with
    wildcards, one character off, or more.
    """

    def __init__(
        self, field: FacetField, text: str = "", values: tuple[str, ...] = (), form: str = "", also: str = ""
    ) -> None:
        self.field, self.values, self.form = field, values, form
        self.texts = tuple(dict.fromkeys(each for each in (text, also) if each))

    def key(self) -> tuple[Any, ...]:
        """As in Leaf."""
        return (self.field, self.texts, self.values, self.form)

    def admits(self, folded: str) -> bool:
        """Whether an article is meant that has a value with these letters."""
        if self.form:
            return any(match[0] for match in self._patient.matches(folded))
        return any(text in folded for text in self.texts)

    @cached_property
    def _patient(self) -> Patient:
        return Patient(self.form, self.texts[0])


class Dates(Leaf):
    """Articles dated from `low` to `high`, both yyyymmdd and inclusive."""

    def __init__(self, low: int, high: int) -> None:
        self.low, self.high = low, high

    def key(self) -> tuple[Any, ...]:
        """As in Leaf."""
        return (self.low, self.high)
