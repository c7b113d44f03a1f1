"""Where a query stands in one article, and the piece of its body worth showing.

Called by `index.archive` for result rows and for the article view. Offsets are those of the article's
own text.
"""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from itertools import islice

from index.errors import QueryError
from index.fulltext.parsing import ParsedQuery
from index.fulltext.query import TextLeaf
from index.model import Marks, Snippet
from index.script.fold import fold, squeeze, unsqueeze

Span = tuple[int, int]
_ENDS = "。！？!?；;\n\r"
_LOOKED_AT = 8_000  # characters of a body in which the piece to be shown is sought first
_ENOUGH = 100  # places of a keyword among which it is sought
_CLAUSES = _ENDS + "，,、：:　"


def marks(parsed: ParsedQuery, title: str, body: str) -> Marks:
    """Every place of the query's keywords in title and body, in order, overlapping ones joined."""
    return Marks(_spans(parsed.keywords, title, "title"), _spans(parsed.keywords, body, "body"))


def excerpt(parsed: ParsedQuery, title: str, body: str) -> tuple[tuple[Span, ...], Snippet]:
    """What a result list shows: the places in the title, and the piece of the body worth showing.

    A long body is looked at from its beginning, and only as far as there are hits enough.
    """
    found: tuple[Span, ...] = ()
    for size in (_LOOKED_AT, len(body)):
        found = _spans(parsed.keywords, body[:size], "body", _ENOUGH)
        if found or size >= len(body):
            break
    return _spans(parsed.keywords, title, "title"), snippet(body, found)


def _spans(leaves: Sequence[TextLeaf], text: str, place: str, most: int | None = None) -> tuple[Span, ...]:
    """The places of the `leaves`, the first `most` of each."""
    wanted = [leaf for leaf in leaves if leaf.place in ("", place)]
    if not wanted or not text:
        return ()
    squeezed, shifts = squeeze(fold(text))
    spans: list[Span] = []
    for leaf in wanted:
        with contextlib.suppress(QueryError):  # too slow here: an article without marks is better than none
            spans.extend(islice(leaf.spans(squeezed), most))
    return tuple(unsqueeze(_merged(spans), shifts))


def _merged(spans: list[Span]) -> list[Span]:
    out: list[Span] = []
    for start, end in sorted(span for span in spans if span[0] < span[1]):
        if out and start < out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out


def snippet(body: str, spans: Sequence[Span], width: int = 90) -> Snippet:
    """About `width` characters of `body` with as many hits as possible, cut at sentences or clauses.

    Line breaks become blanks; a body without hits shows its beginning.
    """
    centre = _best(spans, width)
    start = _begin(body, centre, width) if centre else 0
    while start < len(body) and body[start].isspace():
        start += 1
    end = min(len(body), start + width)
    if end < len(body):
        end = _finish(body, start, end, centre)
    text: list[str] = []
    places: list[int] = [0] * (end - start + 1)  # where each character of the piece comes to stand
    for at in range(start, end):
        places[at - start] = len(text)
        char = " " if body[at].isspace() else body[at]
        if char != " " or (text and text[-1] != " "):
            text.append(char)
    places[end - start] = len(text)
    before = "…" if start > 0 and not _starts_sentence(body, start) else ""
    shift = len(before)
    inside = [(max(a, start) - start, min(b, end) - start) for a, b in spans if b > start and a < end]
    found = tuple((places[a] + shift, places[b] + shift) for a, b in inside if places[a] < places[b])
    return Snippet(before + "".join(text) + ("…" if end < len(body) else ""), found)


def _best(spans: Sequence[Span], width: int) -> Span | None:
    """The first and the last end of the group of spans, within two thirds of `width`, that holds the most."""
    best: Span | None = None
    most = 0
    first = 0
    for at, (_, end) in enumerate(spans):
        while spans[first][0] < end - width * 2 // 3 and first < at:
            first += 1
        if at - first + 1 > most:
            most, best = at - first + 1, (spans[first][0], end)
    return best


def _starts_sentence(body: str, at: int) -> bool:
    return body[:at].rstrip(" \t　")[-1:] in ("", *_ENDS)


def _begin(body: str, centre: Span, width: int) -> int:
    middle = (centre[0] + centre[1]) // 2
    earliest = max(0, min(middle - width // 2, centre[0]))
    latest = max(earliest, min(centre[0], middle - width // 4))
    if earliest == 0:
        return 0
    for ends in (_ENDS, _CLAUSES):
        for at in range(earliest, latest + 1):
            if body[at - 1] in ends:
                return at
    return earliest


def _finish(body: str, start: int, end: int, centre: Span | None) -> int:
    least = max(start + (end - start) * 2 // 3, centre[1] if centre else 0)
    for at in range(end, least, -1):
        if body[at - 1] in _ENDS:
            return at
    return end
