"""Why a search finds nothing (or little): its parts alone, in pairs, without filters, each counted exactly.

Called through `Explorer`. Parts are pieces of the query as typed, so that each can be searched by a click.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from index.errors import QueryError
from index.exploration.occurrences import Cancel
from index.fulltext import Searcher, parse
from index.fulltext.query import Keyword
from index.fulltext.tokens import Token, tokens
from index.model import Explanation, Filter, FilterCount, SearchRequest, TermCount

_MOST = 6  # parts of which pairs are counted
_DEEPEST = 64  # characters of a keyword that is cut into pieces


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a query as typed; `negative` if it stands under NOT (and `text` without the NOT)."""

    text: str
    negative: bool = False


def parts(text: str) -> tuple[list[Part], bool]:
    """The parts of a query at its top, and whether all of them are wanted (rather than any)."""
    found: list[Part] = []
    wanted: list[Token] = []
    depth = 0
    negative = either = False

    def finish() -> None:
        nonlocal negative
        if wanted:
            found.append(Part(text[wanted[0].start : wanted[-1].end], negative))
            wanted.clear()
            negative = False

    for token in tokens(text):
        if depth == 0:
            before = wanted[-1].kind if wanted else ""
            if token.kind in ("and", "or", "not"):
                finish()
                either = either or token.kind == "or"
                negative = token.kind == "not"
                continue
            if token.kind not in ("near", "notin", "close") and before not in ("", "near", "notin", "field"):
                finish()
        depth += {"open": 1, "close": -1}.get(token.kind, 0)
        depth = max(depth, 0)
        wanted.append(token)
    finish()
    return found, not either


def explain(
    searcher: Searcher, request: SearchRequest, not_indexed: int, cancelled: Cancel = lambda: False
) -> Explanation:
    """The explanation of a request. Raises QueryError, Cancelled."""

    def count(text: str, *, filtered: bool = True) -> int:
        asked = SearchRequest(text, filters=request.filters if filtered else ())
        return searcher.search(asked, cancelled=cancelled).total

    def term(text: str) -> TermCount:
        unfiltered = count(text, filtered=False)
        return TermCount(text, count(text) if request.filters and unfiltered else unfiltered, unfiltered)

    found, conjunction = parts(request.text)
    positive = list(dict.fromkeys(part.text for part in found if not part.negative and _is_query(part.text)))
    together: TermCount | None = None
    if len(positive) == 1 and not any(part.negative for part in found):
        pieces = _pieces(searcher, positive[0])
        if len(pieces) > 1:
            positive = pieces
            together = term(" ".join(pieces)) if len(pieces) > 2 else None
    terms = tuple(one for text in positive for one in _relaxed(searcher, term(text), len(positive) > 1, term))
    having = [one for one in terms if one.unfiltered][:_MOST]
    pairs = tuple(
        (term(f"{one.text} {other.text}"), one.text, other.text) for one, other in combinations(having, 2)
    )
    return Explanation(
        request.text,
        count(request.text),
        terms,
        pairs if conjunction else (),
        tuple(term(_without(found, part)) for part in found if part.negative and conjunction),
        together,
        count(request.text, filtered=False),
        tuple(
            FilterCount(one, searcher.search(replace(request, filters=rest)).total)
            for one, rest in _each_left_out(request)
        ),
        not_indexed,
    )


def _relaxed(
    searcher: Searcher, missing: TermCount, among_others: bool, term: Callable[[str], TermCount]
) -> list[TermCount]:
    """A term, and its pieces if it is one word among others that occurs nowhere as a whole."""
    if not among_others or missing.unfiltered or not _is_query(missing.text):
        return [missing]
    return [missing, *(term(piece) for piece in _pieces(searcher, missing.text))]


def _is_query(text: str) -> bool:
    """Whether the part can be searched for by itself."""
    try:
        parse(text)
    except QueryError:
        return False
    return True


def _without(found: Sequence[Part], dropped: Part) -> str:
    """The query without one of its exclusions."""
    kept = [f"-({part.text})" if part.negative else part.text for part in found if part is not dropped]
    return " ".join(kept)


def _each_left_out(request: SearchRequest) -> list[tuple[Filter, tuple[Filter, ...]]]:
    filters = request.filters
    return [(one, filters[:at] + filters[at + 1 :]) for at, one in enumerate(filters)]


def _pieces(searcher: Searcher, text: str) -> list[str]:
    """The longest pieces of a keyword, from the left, that the archive has; single characters left out.

    Of keywords that are to stand near each other, or not within each other, each. Nothing if the text is
    something else or stands in the archive as a whole.
    """
    operands = _operands(text)
    if len(operands) > 1:
        return operands
    query = parse(text).query
    if not isinstance(query, Keyword) or not 3 < len(query.text) <= _DEEPEST:
        return []
    key = query.text
    pieces: list[str] = []
    at = 0
    while at < len(key) - 1:
        size = _longest(searcher, key[at:])
        if size > 1:
            pieces.append(key[at : at + size])
        at += max(size, 1)
    return pieces if pieces != [key] else []


def _operands(text: str) -> list[str]:
    """What stands on the sides of NEAR and NOTIN, as typed."""
    found: list[list[Token]] = [[]]
    depth = 0
    for token in tokens(text):
        depth += {"open": 1, "close": -1}.get(token.kind, 0)
        if depth == 0 and token.kind in ("near", "notin"):
            found.append([])
        else:
            found[-1].append(token)
    pieces = [text[some[0].start : some[-1].end] for some in found if some]
    return list(dict.fromkeys(piece for piece in pieces if _is_query(piece)))


def _longest(searcher: Searcher, text: str) -> int:
    """How many characters from the beginning of `text` the archive has somewhere in one piece; 0 if none."""
    low, high = 0, len(text)
    while low < high:  # what has a longer piece has every shorter one
        middle = (low + high + 1) // 2
        if searcher.search_query(Keyword(text[:middle])).total:
            low = middle
        else:
            high = middle - 1
    return low
